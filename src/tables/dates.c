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
                 const struct period_columns *columns, struct date *from, struct date *to)
{
    bool begins = day_read(sheet, row, columns->from, from);
    bool ends = day_read(sheet, row, columns->to, to);
    if (!begins || !ends)
        return false;
    if (!date_given(*from) || !date_given(*to) || date_compare(*from, *to) <= 0)
        return true;
    sheet_error(sheet, row, columns->to, "Correct the one that is wrong.",
                "the %s ends on %s, before it begins on %s", columns->subject,
                date_long(sheet->arena, *to), date_long(sheet->arena, *from));
    return false;
}

bool period_is_blank(const struct sheet *sheet, const struct row *row, size_t from, size_t to)
{
    const size_t columns[] = {from, to};
    bool blank = true;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        const char *text = sheet_text(sheet, row, columns[i]);
        if (*text == '\0')
            continue;
        sheet_error(sheet, row, columns[i],
                    "If the row does not hold on the day of the vote, delete it; else clear the "
                    "cell.",
                    "the rows of this table hold on every day, and \"%s\" says that this one does "
                    "not",
                    text);
        blank = false;
    }
    return blank;
}
