/* SPDX-License-Identifier: MIT */
#include "document.h"

#include <string.h>

struct document *document_new(struct arena *arena, const char *body, const struct provenance *from,
                              const char *line)
{
    struct document *document = arena_alloc(arena, 1, sizeof *document);
    document->arena = arena;
    document->body = body == NULL ? from->constitution : body;
    document->line = document->about = line;
    document->origin = phrases_origin(arena, &from->origin);
    document->units = terms_default.units;
    document->sharers = terms_county.units;
    document->listed = LISTED_MOST;
    document->version = from->version;
    document->inputs = from->inputs;
    document->input_count = from->input_count;
    return document;
}

struct block *document_add(struct document *document, struct block block)
{
    struct block *added =
        ARENA_PUSH(document->arena, document->blocks, document->count, document->capacity);
    *added = block;
    return added;
}

const struct document *document_chapter(struct arena *part, const struct document *document,
                                        const struct block *block, bool drawn)
{
    struct document *chapter = arena_alloc(part, 1, sizeof *chapter);
    *chapter = *document;
    chapter->arena = part;
    chapter->undrawn = !drawn;
    chapter->blocks = NULL;
    chapter->count = chapter->capacity = 0;
    block->make(chapter, block->of, block->at);
    return chapter;
}

struct block *document_section(struct document *document, const char *id, const char *heading)
{
    return document_add(document,
                        (struct block){.kind = BLOCK_SECTION, .id = id, .label = heading});
}

struct block *document_quiet_section(struct document *document, const char *id, const char *heading,
                                     bool is_apart)
{
    struct block *section = document_section(document, id, heading);
    section->is_quiet = true;
    section->is_apart = is_apart;
    return section;
}

static struct block *document_text(struct document *document, enum block_kind kind,
                                   const char *label, const char *text)
{
    return text == NULL
               ? &document->nowhere
               : document_add(document, (struct block){.kind = kind, .label = label, .text = text});
}

struct block *document_paragraph(struct document *document, const char *label, const char *text)
{
    return document_text(document, BLOCK_PARAGRAPH, label, text);
}

struct block *document_fact(struct document *document, const char *label, const char *text)
{
    return document_text(document, BLOCK_FACT, label, text);
}

bool doc_list_tells(struct doc_list *list)
{
    return list->count++ < list->document->listed;
}

void doc_list_end(const struct doc_list *list, const char *other, const char *others)
{
    struct arena *arena = list->document->arena;
    if (list->count <= list->document->listed)
        return;
    int64_t count = (int64_t)(list->count - list->document->listed);
    document_fact(list->document, list->label,
                  arena_format(arena, "And %s, which the result as JSON has.",
                               phrases_several(arena, count, other, others)));
}

size_t document_largest(const int64_t *quantities, size_t count, size_t places[LISTED_FIRST])
{
    size_t taken = 0;
    bool alike = true;
    for (size_t i = 0; i < count; i++) {
        alike = alike && quantities[i] == quantities[0];
        size_t at = taken < LISTED_FIRST ? taken++ : LISTED_FIRST;
        for (; at > 0 && quantities[places[at - 1]] < quantities[i]; at--)
            if (at < LISTED_FIRST)
                places[at] = places[at - 1];
        if (at < LISTED_FIRST)
            places[at] = i;
    }
    return alike ? 0 : taken;
}

const char *document_summed(struct arena *arena, const char *units, const char *rows,
                            enum summed summed)
{
    const char *bound =
        summed == SUMMED_ALL
            ? ""
            : arena_format(arena, ", and a page lists no more than %zu", LISTED_MOST);
    return arena_format(arena, "%s %s %s listed here: %s%s. The result as JSON has each of them.",
                        summed == SUMMED_SMALLER ? "Only the largest of the" : "The", units,
                        summed == SUMMED_SMALLER ? "are" : "are not", rows, bound);
}

struct block *document_outcome(struct document *document, const char *lead, const char *text,
                               enum tone tone)
{
    document_quiet_section(document, "outcome", "Outcome", false);
    struct block *verdict = document_text(document, BLOCK_VERDICT, "Result", text);
    verdict->lead = lead;
    verdict->tone = tone;
    return verdict;
}

void document_depends(struct document *document, const char *const *readings, size_t count)
{
    const char *all = "On how the rules are read.";
    for (size_t i = 0; i < count; i++)
        all = phrases_join(document->arena, all, readings[i]);
    if (count > 0)
        document_add(document, (struct block){.kind = BLOCK_NOTICE,
                                              .label = "Depends",
                                              .lead = "It depends on how the rules are read.",
                                              .items = readings,
                                              .item_count = count,
                                              .brief = all});
}

struct block *document_table(struct document *document, struct doc_table *table)
{
    return document_add(document, (struct block){.kind = BLOCK_TABLE, .table = table});
}

void document_picture(struct document *document, const struct picture *picture)
{
    if (picture != NULL)
        document_add(document, (struct block){.kind = BLOCK_PICTURE, .picture = picture});
}

/* The notes of a poll stand together, and the polls in their order. */
static size_t first_note_of(const struct note_list *notes, size_t poll)
{
    size_t first = 0, behind = notes->count;
    while (first < behind) {
        size_t middle = first + (behind - first) / 2;
        if (notes->notes[middle].poll < poll)
            first = middle + 1;
        else
            behind = middle;
    }
    return first;
}

struct note_marks document_marks(const struct document *document, size_t poll, enum anchor anchor)
{
    const struct note_list *notes = &document->notes;
    size_t first = first_note_of(notes, poll), behind = first;
    while (behind < notes->count && notes->notes[behind].poll == poll)
        behind++;
    size_t *numbers = arena_alloc(document->arena, behind - first, sizeof *numbers);
    struct note_marks marks = {.numbers = numbers};
    for (size_t i = first; i < behind; i++)
        if (notes->notes[i].anchor == anchor && notes->notes[i].number > 0)
            numbers[marks.count++] = notes->notes[i].number;
    return marks;
}

struct doc_table *doc_table_new(struct arena *arena, const char *caption, const char *headings)
{
    struct doc_table *table = arena_alloc(arena, 1, sizeof *table);
    *table = (struct doc_table){.arena = arena, .caption = caption};
    for (const char *at = headings; *at != '\0'; at += *at == '|') {
        enum align align = *at == '#' ? ALIGN_NUMBER : *at == '~' ? ALIGN_PROSE : ALIGN_NAME;
        at += align != ALIGN_NAME;
        size_t length = strcspn(at, "|");
        doc_table_column(table, arena_copy(arena, at, length), align);
        at += length;
    }
    return table;
}

struct doc_column *doc_table_column(struct doc_table *table, const char *heading, enum align align)
{
    struct doc_column *column =
        ARENA_PUSH(table->arena, table->columns, table->column_count, table->column_capacity);
    *column = (struct doc_column){.heading = heading, .align = align};
    return column;
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

void doc_table_others(struct doc_table *table, size_t others)
{
    const char **texts = arena_alloc(table->arena, table->column_count, sizeof *texts);
    if (others == 0)
        return;
    texts[0] = arena_format(table->arena, "and %s",
                            phrases_several(table->arena, (int64_t)others, "other", "others"));
    doc_table_row(table, texts);
}

struct picture *picture_new(struct arena *arena, const char *finding, size_t bars)
{
    struct picture *picture = arena_alloc(arena, 1, sizeof *picture);
    picture->finding = finding;
    picture->bars = arena_alloc(arena, bars, sizeof *picture->bars);
    picture->legend = arena_alloc(arena, FILLS, sizeof *picture->legend);
    return picture;
}

void picture_bar(struct picture *picture, struct bar bar)
{
    const int64_t drawn[] = {bar.quantity, -bar.quantity, bar.mark};
    for (size_t i = 0; i < sizeof drawn / sizeof drawn[0] && !bar.is_apart; i++)
        picture->scale = drawn[i] > picture->scale ? drawn[i] : picture->scale;
    picture->bars[picture->count++] = bar;
}

void picture_legend(struct picture *picture, struct legend entry)
{
    picture->legend[picture->legend_count++] = entry;
}

/* By insertion: the bars are few. */
void picture_sort(struct picture *picture)
{
    for (size_t i = 1; i < picture->count; i++) {
        struct bar bar = picture->bars[i];
        size_t at = i;
        for (; at > 0 && picture->bars[at - 1].quantity < bar.quantity; at--)
            picture->bars[at] = picture->bars[at - 1];
        picture->bars[at] = bar;
    }
}

const char *document_percent(struct arena *arena, const char *figure)
{
    return figure == NULL ? NULL : arena_format(arena, "%s%%", figure);
}
