/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include "html.h"
#include "phrases_timetable.h"

static const char *panel_of(const struct timetable *timetable)
{
    if (!timetable->has_period || !date_given(timetable->closes_on))
        return "outcome plain";
    return timetable->lawful ? "outcome good" : "outcome bad";
}

static void result(const struct html *html, const struct timetable *timetable)
{
    html_section_start(html, "outcome", "Outcome");
    html_start(html, "div", "class", panel_of(timetable), NULL);
    html_start(html, "p", "class", "verdict", NULL);
    html_text(html, phrases_timetable_finding(html->arena, timetable));
    html_end(html, "p");
    html_break(html);
    html_paragraph(html, phrases_timetable_figures(html->arena, timetable));
    html_end(html, "div");
    html_break(html);
    html_section_end(html);
}

static void basis(const struct html *html, const struct timetable *timetable)
{
    struct arena *arena = html->arena;
    const char *label = "Readings";
    html_section_start(html, "basis", "Basis");
    html_facts_start(html);
    html_fact(html, "Opens", phrases_timetable_opens(arena, timetable));
    if (timetable->has_period) {
        html_fact(html, "Rule", phrases_timetable_rule(arena, timetable));
        html_fact(html, "Not stated", phrases_timetable_unstated());
    }
    for (size_t i = 0; i < timetable->reading_count; i++, label = NULL)
        html_fact(html, label,
                  phrases_timetable_reading(arena, timetable, &timetable->readings[i]));
    html_facts_end(html);
    html_section_end(html);
}

static void days(const struct html *html, const struct timetable *timetable)
{
    static const struct html_column columns[] = {
        {"Day", false}, {"Remark", false}, {"Working day", true}};
    struct html_table table = {.columns = columns, .count = sizeof columns / sizeof columns[0]};
    struct arena *arena = html->arena;
    html_section_start(html, "days", "Day by day");
    html_table_start(html, &table, "Which days count");
    for (size_t i = 0; i < timetable->day_count; i++) {
        const struct timetable_day *day = &timetable->days[i];
        html_row(html, &table,
                 (const char *const[]){
                     date_full(arena, day->date),
                     phrases_timetable_remark(arena, timetable, day),
                     phrases_timetable_number(arena, day),
                 });
    }
    html_table_end(html);
    html_section_end(html);
}

bool report_html_timetable(struct arena *arena, const struct timetable *timetable,
                           struct buffer *out)
{
    struct note_list notes = {0};
    struct html html = {.arena = arena, .out = out, .notes = &notes, .prefix = "", .level = 2};
    const struct html_title title = {
        .outcome = phrases_timetable_finding(arena, timetable),
        .about = arena_format(arena, "Timetable: %s", timetable->title),
        .body = timetable->body == NULL ? timetable->constitution : timetable->body,
        .version = timetable->version,
    };
    html_page_start(&html, &title);
    result(&html, timetable);
    if (timetable->has_period)
        days(&html, timetable);
    basis(&html, timetable);
    html_files(&html, timetable->inputs, timetable->input_count);
    html_page_end(&html, timetable->version);
    return true;
}
