/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include "markdown.h"
#include "phrases_timetable.h"

enum {
    COLUMNS = 3
};

static void days(const struct markdown *markdown, const struct timetable *timetable)
{
    struct arena *arena = markdown->arena;
    markdown_heading(markdown, 2, "Day by day");
    markdown_head(markdown, (const char *const[COLUMNS]){"Day", "Remark", "Working day"}, COLUMNS,
                  COLUMNS - 1);
    for (size_t i = 0; i < timetable->day_count; i++) {
        const struct timetable_day *day = &timetable->days[i];
        markdown_row(markdown,
                     (const char *const[COLUMNS]){
                         date_full(arena, day->date),
                         phrases_timetable_remark(arena, timetable, day),
                         phrases_timetable_number(arena, day),
                     },
                     COLUMNS);
    }
    markdown_break(markdown);
}

bool report_markdown_timetable(struct arena *arena, const struct timetable *timetable,
                               struct buffer *out)
{
    struct note_list notes = {0};
    struct markdown markdown = {arena, &notes, out};
    markdown_heading(&markdown, 1, arena_format(arena, "Timetable: %s", timetable->title));
    markdown_paragraph(&markdown,
                       phrases_sentence(arena, timetable->body == NULL ? timetable->constitution
                                                                       : timetable->body));
    markdown_fact(&markdown, "Result", phrases_timetable_result(arena, timetable));
    markdown_fact(&markdown, "Opens", phrases_timetable_opens(arena, timetable));
    if (timetable->has_period) {
        markdown_fact(&markdown, "Rule", phrases_timetable_rule(arena, timetable));
        markdown_fact(&markdown, "Not stated", phrases_timetable_unstated());
    }
    for (size_t i = 0; i < timetable->reading_count; i++)
        markdown_fact(&markdown, "Reading",
                      phrases_timetable_reading(arena, timetable, &timetable->readings[i]));
    markdown_break(&markdown);
    if (timetable->has_period)
        days(&markdown, timetable);
    markdown_files(&markdown, timetable->inputs, timetable->input_count, timetable->version);
    return true;
}
