/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "quorate/table.h"

/* The texts of a row, which follow one another; returns where those of the next begin. */
static const char *take_row(const struct bytes *bytes, const struct table_cut_row *cut,
                            struct cell *cells, size_t width, const char *texts, struct row *row)
{
    *row = (struct row){
        .line = cut->line,
        .row = cut->line,
        .cells = cells,
        .count = width,
        .bytes = bytes->bytes + cut->at,
        .length = cut->length,
        .separator = ',',
    };
    for (size_t i = 0; i < width; i++) {
        cells[i] = (struct cell){.text = texts, .length = (uint32_t)strlen(texts)};
        texts += cells[i].length + 1;
    }
    return texts;
}

bool table_take_cut(struct arena *arena, struct bytes bytes, struct table *table)
{
    const struct table_cut *cut = bytes.cut;
    if (cut == NULL || cut->of != bytes.bytes)
        return false;
    struct cell *cells = arena_alloc(arena, (cut->count + 1) * cut->width, sizeof *cells);
    struct row *rows = arena_alloc(arena, cut->count, sizeof *rows);
    *table = (struct table){.file = bytes.name, .rows = rows, .count = cut->count};
    const char *texts =
        take_row(&bytes, &cut->rows[0], cells, cut->width, cut->texts, &table->header);
    for (size_t i = 0; i < cut->count; i++)
        texts = take_row(&bytes, &cut->rows[i + 1], cells + (i + 1) * cut->width, cut->width, texts,
                         &rows[i]);
    return true;
}
