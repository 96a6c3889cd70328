/* SPDX-License-Identifier: MIT */
#include "document.h"

struct document *document_new(struct arena *arena)
{
    struct document *document = arena_alloc(arena, 1, sizeof *document);
    document->arena = arena;
    document->units = "practices";
    return document;
}

void document_add(struct document *document, struct block block)
{
    *(struct block *)ARENA_PUSH(document->arena, document->blocks, document->count,
                                document->capacity) = block;
}

void document_section(struct document *document, const char *id, const char *heading)
{
    document_add(document, (struct block){.kind = BLOCK_SECTION, .id = id, .label = heading});
}

void document_quiet_section(struct document *document, const char *id, const char *heading,
                            bool is_apart)
{
    document_add(document, (struct block){.kind = BLOCK_SECTION,
                                          .id = id,
                                          .label = heading,
                                          .is_quiet = true,
                                          .is_apart = is_apart});
}

void document_paragraph(struct document *document, const char *label, const char *text)
{
    if (text != NULL)
        document_add(document,
                     (struct block){.kind = BLOCK_PARAGRAPH, .label = label, .text = text});
}

void document_fact(struct document *document, const char *label, const char *text)
{
    if (text != NULL)
        document_add(document, (struct block){.kind = BLOCK_FACT, .label = label, .text = text});
}

void document_table(struct document *document, struct doc_table *table)
{
    document_add(document, (struct block){.kind = BLOCK_TABLE, .table = table});
}

void document_picture(struct document *document, const struct picture *picture)
{
    if (picture != NULL)
        document_add(document, (struct block){.kind = BLOCK_PICTURE, .picture = picture});
}

struct note_marks document_marks(const struct document *document, size_t poll, enum anchor anchor)
{
    const struct note_list *notes = &document->notes;
    size_t *numbers = arena_alloc(document->arena, notes->count, sizeof *numbers);
    struct note_marks marks = {.numbers = numbers};
    for (size_t i = 0; i < notes->count; i++)
        if (notes->notes[i].poll == poll && notes->notes[i].anchor == anchor &&
            notes->notes[i].number > 0)
            numbers[marks.count++] = notes->notes[i].number;
    return marks;
}

struct doc_table *doc_table_new(struct arena *arena, const char *caption,
                                const struct doc_column *columns, size_t column_count)
{
    struct doc_table *table = arena_alloc(arena, 1, sizeof *table);
    *table = (struct doc_table){
        .arena = arena, .caption = caption, .columns = columns, .column_count = column_count};
    return table;
}

struct doc_row *doc_table_row(struct doc_table *table, const char *const *texts)
{
    struct doc_row *row =
        ARENA_PUSH(table->arena, table->rows, table->row_count, table->row_capacity);
    row->cells = arena_alloc(table->arena, table->column_count, sizeof *row->cells);
    for (size_t i = 0; i < table->column_count; i++)
        row->cells[i].text = texts[i];
    return row;
}

const char *document_percent(struct arena *arena, const char *figure)
{
    return figure == NULL ? NULL : arena_format(arena, "%s%%", figure);
}
