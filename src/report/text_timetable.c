/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include "page.h"
#include "phrases_timetable.h"
#include "quorate/text.h"

/* "Wednesday 30 September 2015", and room for "Working day" behind it. */
#define DAY_WIDTH    ((size_t)29)
#define NUMBER_WIDTH ((size_t)11)
#define GAP          ((size_t)2)

static void cells(const struct page *page, const char *day, const char *number, const char *remark)
{
    size_t indent = DAY_WIDTH + NUMBER_WIDTH + GAP;
    page_left(page, day, DAY_WIDTH);
    page_right(page, number, NUMBER_WIDTH);
    if (remark[0] != '\0') {
        buffer_add_repeated(page->out, ' ', GAP);
        text_wrap(page->out, page_text(page, remark), indent, indent, PAGE_WIDTH);
    } else {
        buffer_add(page->out, "\n");
    }
}

static void days(const struct page *page, const struct timetable *timetable)
{
    struct arena *arena = page->arena;
    page_blank(page);
    cells(page, "Day", "Working day", "");
    for (size_t i = 0; i < timetable->day_count; i++) {
        const struct timetable_day *day = &timetable->days[i];
        cells(page, date_full(arena, day->date), phrases_timetable_number(arena, day),
              phrases_timetable_remark(arena, timetable, day));
    }
}

static void period(const struct page *page, const struct timetable *timetable)
{
    struct arena *arena = page->arena;
    const char *label = "Readings";
    page_paragraph(page, "Rule", phrases_timetable_rule(arena, timetable));
    page_paragraph(page, "Not stated", phrases_timetable_unstated());
    for (size_t i = 0; i < timetable->reading_count; i++, label = NULL)
        page_paragraph(page, label,
                       phrases_timetable_reading(arena, timetable, &timetable->readings[i]));
    days(page, timetable);
}

bool report_text_timetable(struct arena *arena, const struct timetable *timetable,
                           struct buffer *out)
{
    struct note_list notes = {0};
    struct page page = {.arena = arena, .notes = &notes, .out = out};
    page_title(&page, timetable->body == NULL ? timetable->constitution : timetable->body);
    page_line(&page, arena_format(arena, "Timetable: %s", timetable->title));
    page_blank(&page);
    page_paragraph(&page, "Result", phrases_timetable_result(arena, timetable));
    page_blank(&page);
    page_paragraph(&page, "Opens", phrases_timetable_opens(arena, timetable));
    if (timetable->has_period)
        period(&page, timetable);
    text_files(&page, timetable->inputs, timetable->input_count, timetable->version);
    return true;
}
