/* SPDX-License-Identifier: MIT */
#include "dates.h"

#include "internal.h"

bool day_read(const struct sheet *sheet, const struct row *row, size_t column, struct date *date)
{
    const char *text = sheet_text(sheet, row, column);
    *date = (struct date){0};
    if (*text == '\0' || date_parse(text, date))
        return true;
    const char *advice = date_advice(sheet->arena, text);
    sheet_error(sheet, row, column,
                advice != NULL ? advice
                               : "Write it as 2015-04-01 or 1 April 2015, or leave it blank where "
                                 "it is not known.",
                "\"%s\" is not a date", text);
    return false;
}

bool period_read(const struct sheet *sheet, const struct row *row,
                 const struct period_columns *columns, struct tenure *tenure)
{
    bool begins = day_read(sheet, row, columns->from, &tenure->from);
    bool ends = day_read(sheet, row, columns->to, &tenure->to);
    if (!date_given(tenure->from) || !date_given(tenure->to) ||
        date_compare(tenure->from, tenure->to) <= 0)
        return begins && ends;
    sheet_error(sheet, row, columns->to, "Correct the one that is wrong.",
                "the %s ends on %s, before it begins on %s", columns->subject,
                date_long(sheet->arena, tenure->to), date_long(sheet->arena, tenure->from));
    return false;
}
