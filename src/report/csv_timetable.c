/* SPDX-License-Identifier: MIT */
#include "csv_cells.h"
#include "phrases_timetable.h"
#include "quorate/report.h"

static const char headings[] = "decision|title|date|weekday|kind|working day|bank holiday|remark";

void report_csv_timetable(struct arena *arena, const void *value, struct buffer *out)
{
    const struct timetable *timetable = value;
    struct csv csv = csv_begin(arena, out, headings, NULL);
    for (size_t i = 0; i < timetable->day_count; i++) {
        const struct timetable_day *day = &timetable->days[i];
        const char *remark = phrases_timetable_remark(arena, timetable, day);
        csv_text(&csv, timetable->decision);
        csv_text(&csv, timetable->title);
        csv_date(&csv, day->date);
        csv_text(&csv, date_weekday_name(date_weekday(day->date)));
        csv_text(&csv, day_kind_name(day->kind));
        csv_number_if(&csv, day->kind == DAY_WORKING, day->number);
        csv_text(&csv, day->holiday == NULL ? NULL : day->holiday->title);
        csv_text(&csv, remark[0] == '\0' ? NULL : remark);
        csv_end_row(&csv);
    }
}
