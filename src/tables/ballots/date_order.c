/* SPDX-License-Identifier: MIT */
#include "internal.h"

/* Whether the day or the month stands first in a column of dates. 7/3/2015 does not tell. */

/* What the dates of a column prove; each the first row that does. */
struct proof {
    const struct row *day_first, *month_first; /* 24/6/2015, 6/24/2015 */
    const struct row *unsure;                  /* it is one day or another */
};

static bool may_be_two_days(const char *text, struct date *by_day, struct date *by_month)
{
    return date_scan_slashes(text, DATE_DAY_FIRST, by_day) > 0 &&
           date_scan_slashes(text, DATE_MONTH_FIRST, by_month) > 0 &&
           date_compare(*by_day, *by_month) != 0;
}

static void keep_first(const struct table *table, const struct row **first, size_t number)
{
    if (*first == NULL)
        *first = table_row(table, number);
}

/* A date without slashes has its order by itself, whatever that of the others is. */
static void add_proof(struct proof *proof, const char *text, const struct table *table,
                      size_t number)
{
    struct date date, other;
    if (!date_has_slashes(text))
        return;
    bool by_day = date_scan_slashes(text, DATE_DAY_FIRST, &date) > 0;
    bool by_month = date_scan_slashes(text, DATE_MONTH_FIRST, &other) > 0;
    if (by_day && !by_month)
        keep_first(table, &proof->day_first, number);
    if (by_month && !by_day)
        keep_first(table, &proof->month_first, number);
    if (may_be_two_days(text, &date, &other))
        keep_first(table, &proof->unsure, number);
}

static struct proof proof_of(const struct ballots_load *load, enum ballot_column column)
{
    struct proof proof = {0};
    for (size_t i = 0; sheet_has(&load->sheet, column) && i < load->sheet.table.count; i++) {
        struct row row;
        table_look(&load->sheet.table, i, &row);
        add_proof(&proof, ballots_cell(load, &row, column), &load->sheet.table, i);
    }
    return proof;
}

static const char *first_in(enum date_order order)
{
    return order == DATE_DAY_FIRST ? "day" : "month";
}

static void report_both(const struct ballots_load *load, enum ballot_column column,
                        const struct proof *proof)
{
    bool day_before = proof->day_first->line < proof->month_first->line;
    const struct row *earlier = day_before ? proof->day_first : proof->month_first;
    const struct row *later = day_before ? proof->month_first : proof->day_first;
    const char *what = arena_format(
        load->sheet.arena, "the %s stands first in this date, and in that on line %zu the %s does",
        first_in(day_before ? DATE_MONTH_FIRST : DATE_DAY_FIRST), earlier->line,
        first_in(day_before ? DATE_DAY_FIRST : DATE_MONTH_FIRST));
    ballots_report(load, later, column,
                   wording_public("The others of this column may be either. Write them all as "
                                  "2015-06-24, or with the name of the month."),
                   wording_public(what));
}

/* An option that no column needs and that one disproves is a mistake about the file. */
static void report_disproved(const struct ballots_load *load, enum ballot_column column,
                             const struct row *row)
{
    enum date_order told = load->reading->order;
    const char *what =
        arena_format(load->sheet.arena, "the %s stands first in this date, and --dates says %s",
                     first_in(told == DATE_DAY_FIRST ? DATE_MONTH_FIRST : DATE_DAY_FIRST),
                     told == DATE_DAY_FIRST ? "day-first" : "month-first");
    ballots_report(load, row, column,
                   wording_public("Leave out --dates, or correct the date if it is wrong."),
                   wording_public(what));
}

/* The order that the dates prove goes before the one that the caller tells: another column may be
 * what it was told for. */
static void settle_order(struct ballots_load *load, enum ballot_column column,
                         const struct proof *proof, bool *answered)
{
    struct date_column *dates = &load->dates[column];
    bool proved = proof->day_first != NULL || proof->month_first != NULL;
    dates->order = proof->month_first != NULL ? DATE_MONTH_FIRST : DATE_DAY_FIRST;
    if (proved || proof->unsure == NULL)
        return;
    dates->order = load->reading->order;
    dates->unsure = load->reading->order_told ? NULL : proof->unsure;
    *answered = *answered || load->reading->order_told;
}

bool ballots_find_orders(struct ballots_load *load)
{
    static const enum ballot_column columns[] = {COLUMN_RECEIVED, COLUMN_NOTIFIED};
    bool sound = true, answered = false;
    struct proof proofs[sizeof columns / sizeof *columns];
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        proofs[i] = proof_of(load, columns[i]);
        settle_order(load, columns[i], &proofs[i], &answered);
        if (proofs[i].day_first != NULL && proofs[i].month_first != NULL) {
            report_both(load, columns[i], &proofs[i]);
            sound = false;
        }
    }
    for (size_t i = 0; sound && !answered && i < sizeof columns / sizeof *columns; i++) {
        const struct row *against =
            load->reading->order == DATE_DAY_FIRST ? proofs[i].month_first : proofs[i].day_first;
        if (!load->reading->order_told || against == NULL)
            continue;
        report_disproved(load, columns[i], against);
        sound = false;
    }
    return sound;
}

bool ballots_date_is_untold(const struct ballots_load *load, enum ballot_column column,
                            const char *text, struct date *by_day, struct date *by_month)
{
    return load->dates[column].unsure != NULL && date_has_slashes(text) &&
           may_be_two_days(text, by_day, by_month);
}

void ballots_report_untold(const struct ballots_load *load, const struct row *row,
                           enum ballot_column column, bool needed)
{
    struct arena *arena = load->sheet.arena;
    struct date by_day = {0}, by_month = {0};
    (void)may_be_two_days(ballots_cell(load, row, column), &by_day, &by_month);
    const char *which = arena_format(arena, "whether this is %s or %s", date_long(arena, by_day),
                                     date_long(arena, by_month));
    diag_add_wording(
        load->sheet.diag, needed ? SEVERITY_ERROR : SEVERITY_WARNING,
        sheet_place(&load->sheet, row, column),
        wording_public("Add --dates day-first or --dates month-first to the command; or write the "
                       "dates of this column as 2015-06-24, or with the name of the month, as in "
                       "24-Jun-2015 17:00."),
        WORDING(arena,
                "it cannot be told %s: no date of this column proves whether the day or the month "
                "stands first%s",
                wording_of_row(which, "which day this is"),
                wording_public(needed ? "" : ", so its dates are not used")));
}
