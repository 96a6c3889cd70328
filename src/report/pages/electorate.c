/* SPDX-License-Identifier: MIT */
#include "../phrases_electorate.h"
#include "pages.h"

#include "quorate/ratio.h"
#include "quorate/text.h"

/* Who is no member on that day, and who is only for a time. */
static void roll_days(struct document *document, const struct electorate *electorate)
{
    struct arena *arena = document->arena;
    struct doc_list absences = {document, "Others", 0}, dates = {document, "Dates", 0};
    for (size_t i = 0; i < electorate->roll.absent_count; i++) {
        const struct absent_member *absent = &electorate->roll.absent[i];
        if (doc_list_tells(&absences))
            document_fact(document,
                          text_capital(arena, phrases_electorate_absence(electorate, absent)),
                          arena_format(arena, "%s.", absent->told));
    }
    doc_list_end(&absences, "other", "others");
    for (size_t i = 0; i < electorate->count; i++) {
        const struct elector *elector = &electorate->members[i];
        if (tenure_bounded(elector->tenure) && doc_list_tells(&dates))
            document_fact(document, dates.label, phrases_electorate_days(arena, elector));
    }
    doc_list_end(&dates, "other", "others");
}

static void roll_facts(struct document *document, const struct electorate *electorate)
{
    struct arena *arena = document->arena;
    document_quiet_section(document, "roll", "The roll", true);
    roll_days(document, electorate);
    if (electorate->without != NULL)
        document_fact(document, "No quorum",
                      arena_format(arena, "None is asked for: %s.", electorate->without));
    if (electorate->several)
        document_fact(document, "Together",
                      electorate->alternatives
                          ? "A kind of decision that asks for several quorums needs each of them, "
                            "but of alternatives one."
                          : "A kind of decision that asks for several quorums needs each of them.");
    for (size_t i = 0; i < electorate->reading_count; i++)
        document_fact(document, "Readings",
                      phrases_electorate_reading(arena, &electorate->readings[i]));
}

/* Which columns there is anything for. */
struct shown {
    bool areas, classes, votes;
};

static struct shown shown_of(const struct electorate *electorate)
{
    struct shown shown = {0};
    for (size_t i = 0; i < electorate->count; i++) {
        const struct elector *elector = &electorate->members[i];
        shown.areas = shown.areas || elector->area != NULL;
        shown.classes = shown.classes || elector->class_cell != NULL;
        shown.votes = shown.votes || elector->votes != NULL;
    }
    return shown;
}

#define COLUMNS_MOST 6

static void roll_columns(struct doc_table *table, const struct electorate *electorate,
                         const struct shown *shown)
{
    struct arena *arena = table->arena;
    doc_table_column(table, text_capital(arena, electorate->terms.unit), ALIGN_NAME);
    if (electorate->has_list_sizes) {
        doc_table_column(table, text_capital(arena, electorate->terms.column), ALIGN_NUMBER);
        doc_table_column(table, "Share", ALIGN_NUMBER);
    }
    if (shown->votes)
        doc_table_column(table, "Votes", ALIGN_NUMBER);
    if (shown->areas)
        doc_table_column(table, "Area", ALIGN_NAME);
    if (shown->classes)
        doc_table_column(table, "Class", ALIGN_NAME);
}

static void roll_member(struct doc_table *table, const struct electorate *electorate,
                        const struct shown *shown, const struct elector *elector)
{
    struct arena *arena = table->arena;
    const char *cells[COLUMNS_MOST];
    size_t count = 0;
    cells[count++] = elector->name;
    if (electorate->has_list_sizes) {
        cells[count++] = number_grouped(arena, elector->list_size);
        cells[count++] = document_percent(arena, elector->percent);
    }
    if (shown->votes)
        cells[count++] = elector->votes;
    if (shown->areas)
        cells[count++] = elector->area;
    if (shown->classes)
        cells[count++] = elector->class_cell;
    doc_table_row(table, cells)->cells[0].code = elector->code;
}

/* Those at `places`; where that is NULL all. */
static struct doc_table *roll_table(struct arena *arena, const struct electorate *electorate,
                                    const size_t *places, size_t listed)
{
    struct doc_table *table = doc_table_new(arena, "Who is on the roll", "");
    const struct shown shown = shown_of(electorate);
    roll_columns(table, electorate, &shown);
    for (size_t i = 0; i < listed; i++)
        roll_member(table, electorate, &shown,
                    &electorate->members[places == NULL ? i : places[i]]);
    doc_table_others(table, electorate->count - listed);
    const char *const all[COLUMNS_MOST] = {
        phrases_electorate_members(arena, electorate, electorate->count),
        number_grouped(arena, electorate->population), document_percent(arena, "100.00")};
    if (electorate->has_list_sizes)
        doc_table_row(table, all)->is_total = true;
    return table;
}

static void roll_members(struct document *document, const struct electorate *electorate)
{
    struct arena *arena = document->arena;
    size_t count = electorate->count, places[LISTED_FIRST];
    document_quiet_section(document, "members", "Members", false);
    if (count <= document->listed) {
        document_table(document, roll_table(arena, electorate, NULL, count));
        return;
    }
    int64_t *sizes = arena_alloc(arena, count, sizeof *sizes);
    for (size_t i = 0; i < count; i++)
        sizes[i] = electorate->members[i].list_size;
    size_t listed = document_largest(sizes, count, places);
    const char *rows = arena_format(arena, "%s would be %s rows",
                                    phrases_electorate_members(arena, electorate, count),
                                    number_grouped(arena, (int64_t)count));
    document_paragraph(document, "Members",
                       document_summed(arena, electorate->terms.units, rows,
                                       listed > 0 ? SUMMED_SMALLER : SUMMED_LONG));
    if (listed > 0)
        document_table(document, roll_table(arena, electorate, places, listed));
}

/* Present at a meeting or replying by email: whoever makes the one makes the other. */
static bool are_alike(const struct quorum_asked *one, const struct quorum_asked *other)
{
    return one->measure == other->measure && one->whole == other->whole &&
           one->reach.needed == other->reach.needed && one->area == other->area &&
           one->of_class == other->of_class && !one->by_name && one->measure != MEASURE_VOTES;
}

static bool is_told(const struct electorate *electorate, size_t number)
{
    for (size_t i = 0; i < number; i++)
        if (are_alike(&electorate->quorums[i], &electorate->quorums[number]))
            return true;
    return false;
}

static void roll_quorum(struct document *document, const struct electorate *electorate,
                        size_t number)
{
    struct arena *arena = document->arena;
    const struct quorum_asked *quorum = &electorate->quorums[number];
    struct reached found = phrases_electorate_reached(arena, electorate, quorum);
    size_t count = 0;
    const char *const *items = phrases_reach_items(arena, &found, &count);
    document_section(document, arena_format(arena, "quorum-%zu", number + 1),
                     phrases_electorate_quorum(arena, quorum));
    for (size_t i = number + 1; i < electorate->quorum_count; i++)
        if (are_alike(quorum, &electorate->quorums[i]))
            document_paragraph(document, NULL,
                               phrases_electorate_quorum(arena, &electorate->quorums[i]));
    document_paragraph(document, NULL, phrases_reach(arena, &found));
    for (size_t i = 0; i < count; i++)
        document_add(document, (struct block){.kind = BLOCK_ITEM, .text = items[i]});
}

struct document *page_of_electorate(struct arena *arena, const void *value)
{
    const struct electorate *electorate = value;
    struct document *document = document_new(arena, electorate->body, &electorate->from,
                                             phrases_electorate_title(arena, electorate));
    document->outcome = phrases_electorate_size(arena, electorate);
    document->units = electorate->terms.units;
    document->listed = phrases_listed(electorate->count);
    document_outcome(document, phrases_electorate_members(arena, electorate, electorate->count),
                     phrases_electorate_figures(arena, electorate), TONE_PLAIN);
    roll_facts(document, electorate);
    roll_members(document, electorate);
    for (size_t i = 0; i < electorate->quorum_count; i++)
        if (!is_told(electorate, i))
            roll_quorum(document, electorate, i);
    return document;
}
