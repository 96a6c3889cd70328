/* SPDX-License-Identifier: MIT */
#include "internal.h"

static const struct row_run whole = {.line = 2, .row = 2, .form = ROW_HELD};

/* The cells of all rows, whose texts follow one another. */
static const struct cell *cells_of(struct arena *arena, const struct table_cut *cut)
{
    size_t count = (cut->count + 1) * cut->width;
    struct cell *cells = arena_alloc(arena, count, sizeof *cells);
    const char *text = cut->texts;
    for (size_t i = 0; i < count; i++) {
        cells[i] = (struct cell){.text = text, .length = cut->lengths[i]};
        text += cells[i].length + 1;
    }
    return cells;
}

bool table_take_cut(struct arena *arena, struct bytes bytes, struct table *table)
{
    const struct table_cut *cut = bytes.cut;
    if (cut == NULL || cut->of != bytes.bytes)
        return false;
    *table = (struct table){.file = bytes.name,
                            .count = cut->count,
                            .rows_in = arena,
                            .texts = cells_of(arena, cut),
                            .held = bytes.bytes,
                            .held_length = bytes.length,
                            .held_at = cut->at,
                            .held_count = cut->count,
                            .runs = &whole,
                            .run_count = 1};
    table->header = (struct row){.line = 1,
                                 .row = 1,
                                 .cells = table->texts,
                                 .count = cut->width,
                                 .bytes = bytes.bytes,
                                 .length = cut->header,
                                 .separator = ','};
    return true;
}
