/* SPDX-License-Identifier: MIT */
#include "../phrases_timetable.h"
#include "pages.h"

/* Where the remarks stand in text, behind "Wednesday 30 September 2015" and "Working day". */
#define REMARKS_AT ((size_t)42)

static void timetable_result(struct document *document, const struct timetable *timetable)
{
    struct arena *arena = document->arena;
    bool asked = timetable->has_period && date_given(timetable->closes_on);
    const char *figures = phrases_timetable_figures(arena, timetable);
    enum tone answer = timetable->lawful ? TONE_GOOD : TONE_BAD;
    struct block *verdict = document_outcome(document, phrases_timetable_finding(arena, timetable),
                                             figures, asked ? answer : TONE_PLAIN);
    verdict->brief = asked ? NULL : figures;
}

static void timetable_basis(struct document *document, const struct timetable *timetable)
{
    struct arena *arena = document->arena;
    document_quiet_section(document, "basis", "Basis", true);
    document_fact(document, "Opens", phrases_timetable_opens(arena, timetable));
    if (!timetable->has_period)
        return;
    document_fact(document, "Rule", phrases_timetable_rule(arena, timetable));
    document_fact(document, "Not stated", phrases_timetable_unstated());
    for (size_t i = 0; i < timetable->reading_count; i++)
        document_fact(document, "Readings",
                      phrases_timetable_reading(arena, timetable, &timetable->readings[i]));
}

static void timetable_days(struct document *document, const struct timetable *timetable)
{
    struct arena *arena = document->arena;
    struct doc_table *table = doc_table_new(arena, "Which days count", "Day|#Working day|~Remark");
    table->columns[2].brief = "";
    table->prose_at = REMARKS_AT;
    for (size_t i = 0; i < timetable->day_count; i++) {
        const struct timetable_day *day = &timetable->days[i];
        doc_table_row(table, (const char *const[]){
                                 date_full(arena, day->date),
                                 phrases_timetable_number(arena, day),
                                 phrases_timetable_remark(arena, timetable, day),
                             });
    }
    document_quiet_section(document, "days", "Day by day", false);
    document_table(document, table);
}

struct document *page_of_timetable(struct arena *arena, const void *value)
{
    const struct timetable *timetable = value;
    struct document *document =
        document_new(arena, timetable->body, &timetable->from,
                     arena_format(arena, "Timetable: %s", timetable->title));
    document->outcome = phrases_timetable_finding(arena, timetable);
    timetable_result(document, timetable);
    timetable_basis(document, timetable);
    if (timetable->has_period)
        timetable_days(document, timetable);
    return document;
}
