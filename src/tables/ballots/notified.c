/* SPDX-License-Identifier: MIT */
#include "internal.h"

/* When the locality lead was told of a proxy: the column `notified`. */

/* Whether the row counts or not by which of the two days it was. */
static bool needs_day(const struct ballots_load *load, const struct decision *decision,
                      struct date by_day, struct date by_month)
{
    struct date vote = load->reading->date;
    return (decision == NULL || decision->by_notice) && date_given(vote) &&
           (date_compare(by_day, vote) > 0 || date_compare(by_month, vote) > 0);
}

/* Returns whether the row can do without the day. */
static bool report_untold(struct ballots_load *load, const struct row *row, bool needed)
{
    if (needed || !load->notice_untold)
        ballots_report_untold(load, row, COLUMN_NOTIFIED, needed);
    load->notice_untold = true;
    return !needed;
}

static bool report_no_notice(const struct ballots_load *load, const struct row *row,
                             const char *text)
{
    static const char remedy[] = "Write yes, no, or the date on which the locality lead was told, "
                                 "for example 22 June 2015.";
    const char *advice = date_advice(load->sheet.arena, text);
    ballots_report(load, row, COLUMN_NOTIFIED,
                   wording_of_row(advice != NULL ? advice : remedy, remedy),
                   WORDING(load->sheet.arena, "%s is neither yes, no nor a date",
                           ballots_quote(load, row, COLUMN_NOTIFIED)));
    return false;
}

bool ballots_read_notified(struct ballots_load *load, const struct row *row,
                           const struct decision *decision, struct ballot *ballot)
{
    const char *text = ballots_cell(load, row, COLUMN_NOTIFIED);
    struct date by_day, by_month;
    struct moment moment;
    bool told = false;
    if (*text == '\0' || ballots_yes_or_no(load, row, COLUMN_NOTIFIED, &told)) {
        ballot->notified = told ? NOTIFIED_YES : NOTIFIED_NO;
        return true;
    }
    if (!moment_parse_in_order(text, load->dates[COLUMN_NOTIFIED].order, &moment))
        return report_no_notice(load, row, text);
    if (ballots_date_is_untold(load, COLUMN_NOTIFIED, text, &by_day, &by_month)) {
        ballot->notified = NOTIFIED_YES; /* that it was told stands there, whenever that was */
        return ballot->role != ROLE_PROXY ||
               report_untold(load, row, needs_day(load, decision, by_day, by_month));
    }
    ballot->notified = NOTIFIED_ON;
    ballot->details->notified_on = moment_english_day(moment);
    return true;
}
