/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* When ballots came: the column `received`, as people and forms write it. */

static bool ballots_need_times(const struct ballots_load *load)
{
    return load->reading->opens.given || load->reading->closes.given;
}

static bool is_headed(const struct ballots_load *load, const char *folded)
{
    for (size_t i = 0; i < load->sheet.table.header.count; i++)
        if (strcmp(text_fold(load->sheet.arena, load->sheet.table.header.cells[i].text), folded) ==
            0)
            return true;
    return false;
}

bool ballots_of_microsoft_forms(const struct ballots_load *load)
{
    return is_headed(load, "start time") && is_headed(load, "completion time");
}

bool ballots_of_outlook(const struct ballots_load *load)
{
    return is_headed(load, "subject") && is_headed(load, "from address");
}

/* --- The order of day and month --- */

/* What the dates of a column prove: 24/6/2015 has the day first, 6/24/2015 has not. */
struct proof {
    bool day_first, month_first;
    bool padded; /* 03/07/2015: as spreadsheets of Britain write it, and American not */
    const struct row *unsure; /* the first that proves neither */
};

/* Reads the digits at *at; `padded` is set where they begin with a 0. */
static size_t read_number(const char **at, size_t *digits, bool *padded)
{
    size_t number = 0;
    *padded = *padded || **at == '0';
    for (*digits = 0; **at >= '0' && **at <= '9' && *digits < 5; ++*at, ++*digits)
        number = number * 10 + (size_t)(**at - '0');
    return number;
}

/* Takes the numbers of "6/24/2015 17:00"; other ways to write a date prove nothing. */
static void add_proof(struct proof *proof, const char *text, const struct row *row)
{
    size_t digits, year_digits;
    bool padded = false, year_padded = false;
    size_t first = read_number(&text, &digits, &padded);
    if (digits == 0 || *text != '/')
        return;
    text++;
    size_t second = read_number(&text, &digits, &padded);
    if (digits == 0 || *text != '/')
        return;
    text++;
    (void)read_number(&text, &year_digits, &year_padded);
    if (year_digits != 4)
        return;
    proof->day_first = proof->day_first || first > 12;
    proof->month_first = proof->month_first || second > 12;
    proof->padded = proof->padded || padded;
    if (first != second && first <= 12 && second <= 12 && proof->unsure == NULL)
        proof->unsure = row;
}

/*
 * The order of dates whose years have four digits, in a column that a form has. Forms themselves
 * write two, or put the year first: these come out of a spreadsheet, and of which country it is
 * only the dates can tell. Where Microsoft Forms' own headings stand together the month came first
 * once, so a 0 in front is not enough.
 */
static enum date_order order_of(const struct ballots_load *load, const struct proof *proof)
{
    if (proof->month_first && !proof->day_first)
        return DATES_MONTH_FIRST;
    bool day_first = proof->day_first || (proof->padded && !ballots_of_microsoft_forms(load));
    return proof->unsure == NULL || day_first ? DATES_DAY_FIRST : DATES_UNTOLD;
}

static const char untold_remedy[] =
    "Write the dates of this column as 2015-06-24, or give the month its name: 24-Jun-2015 17:00.";

/* False, with an error, when times are needed; else a warning, and they are not used. */
static bool report_untold(struct ballots_load *load, const struct row *row)
{
    static const char doubt[] =
        "It cannot be told whether the day or the month stands first in the "
        "times at which ballots came, so the times were not used.";
    bool needed = ballots_need_times(load);
    struct place place = sheet_place(&load->sheet, row, COLUMN_RECEIVED);
    diag_add_wording(
        load->sheet.diag, needed ? SEVERITY_ERROR : SEVERITY_WARNING, place,
        wording_public(untold_remedy),
        WORDING(load->sheet.arena,
                "it cannot be told whether the day or the month stands first in this column%s",
                wording_public(needed ? "" : ", so its times are not used")));
    load->doubt = doubt;
    return !needed;
}

static bool find_order(struct ballots_load *load)
{
    struct proof proof = {0};
    if (!sheet_has(&load->sheet, COLUMN_RECEIVED))
        return true;
    size_t at = load->sheet.columns.at[COLUMN_RECEIVED];
    const char *heading = text_fold(load->sheet.arena, load->sheet.table.header.cells[at].text);
    load->completion_time = strcmp(heading, "completion time") == 0;
    for (size_t i = 0; i < load->sheet.table.count; i++)
        add_proof(&proof, ballots_cell(load, &load->sheet.table.rows[i], COLUMN_RECEIVED),
                  &load->sheet.table.rows[i]);
    if (load->completion_time || strcmp(heading, "timestamp") == 0)
        load->order = order_of(load, &proof);
    return load->order != DATES_UNTOLD || report_untold(load, proof.unsure);
}

/* --- Times that are not there --- */

static const char outlook_has_no_times[] =
    "an export of Outlook does not say when an e-mail came, so it cannot prove that a vote came in "
    "time";
static const char outlook_doubt[] =
    "The ballots are an export of Outlook, which does not say when an e-mail came. So the file "
    "cannot prove that a vote came in time.";

static bool has_times_it_needs(struct ballots_load *load)
{
    bool outlook = ballots_of_outlook(load) && !sheet_has(&load->sheet, COLUMN_RECEIVED);
    struct place place = {.file = load->sheet.table.file, .line = load->sheet.table.header.line};
    if (outlook && !ballots_need_times(load)) {
        diag_add_wording(
            load->sheet.diag, SEVERITY_WARNING, place,
            wording_public("Add a column \"received\" with the times, as Outlook shows "
                           "them in its list."),
            wording_public(outlook_has_no_times));
        load->doubt = outlook_doubt;
    }
    if (!ballots_need_times(load) || sheet_has(&load->sheet, COLUMN_RECEIVED))
        return true;
    diag_add_wording(load->sheet.diag, SEVERITY_ERROR, place,
                     wording_public("Add a column \"received\" with the time at which each ballot "
                                    "came, or leave out --opens and --closes."),
                     wording_public(outlook ? outlook_has_no_times
                                            : "there is no column \"received\", so it cannot be "
                                              "told which ballots came in time"));
    return false;
}

bool ballots_look_at_times(struct ballots_load *load)
{
    bool told = find_order(load);
    return has_times_it_needs(load) && told;
}

/* --- One row --- */

bool ballots_has_time(const struct ballots_load *load, const struct row *row,
                      const struct ballot *ballot)
{
    if (!ballots_need_times(load) || ballot->received.given || ballot->vote == VOTE_ABSENT)
        return true;
    ballots_report(load, row, COLUMN_RECEIVED,
                   wording_public("Fill in when the ballot came, or leave out --opens and "
                                  "--closes."),
                   wording_public("the time at which it was received is blank"));
    return false;
}

static bool fits_the_clock(const struct ballots_load *load, const struct row *row, bool zoned)
{
    const struct ballot_reading *reading = load->reading;
    const struct moment *given = reading->closes.given ? &reading->closes : &reading->opens;
    if (!given->given || given->zoned == zoned)
        return true;
    const char *what =
        arena_format(load->sheet.arena, "this time has %s zone and %s has %s", zoned ? "a" : "no",
                     reading->closes.given ? "--closes" : "--opens", zoned ? "none" : "one");
    const char *iso = moment_iso(load->sheet.arena, *given);
    const char *remedy =
        zoned ? arena_format(load->sheet.arena,
                             "Give it with its zone, too: %s+01:00 in summer time, %sZ in winter.",
                             iso, iso)
              : "Give it without a zone, too.";
    ballots_report(load, row, COLUMN_RECEIVED, wording_public(remedy), wording_public(what));
    return false;
}

/* Of the form's own column: a year of two digits, and the month in front. */
static bool is_forms_own(const struct ballots_load *load, const char *text)
{
    const char *year = strrchr(text, '/');
    return load->completion_time && year != NULL && strspn(year + 1, "0123456789") == 2;
}

static bool parse(const struct ballots_load *load, const char *text, struct moment *moment)
{
    bool turned = load->order == DATES_MONTH_FIRST && strcspn(text, "/") <= 2;
    return turned || is_forms_own(load, text) ? moment_parse_month_first(text, moment)
                                              : moment_parse(text, moment);
}

static bool report_no_moment(const struct ballots_load *load, const struct row *row,
                             const char *text)
{
    const char *remedy =
        load->completion_time
            ? "Microsoft Forms writes the month first and the year in two digits: 6/24/15 "
              "17:00:05. A date may also be written as 2015-06-24 17:00."
            : "Write it as 2015-06-24 17:00, 24/06/2015 17:00:05 or 2015-06-24T17:00:00Z.";
    const char *advice = load->completion_time ? NULL : date_advice(load->sheet.arena, text);
    ballots_report(load, row, COLUMN_RECEIVED,
                   wording_of_row(advice != NULL ? advice : remedy, remedy),
                   WORDING(load->sheet.arena, "%s is not a date with a time",
                           ballots_quote(load, row, COLUMN_RECEIVED)));
    return false;
}

bool ballots_read_received(struct ballots_load *load, const struct row *row, struct ballot *ballot)
{
    const char *text = ballots_cell(load, row, COLUMN_RECEIVED);
    ballot->time_untold = *text != '\0' && load->order == DATES_UNTOLD;
    if (*text == '\0' || ballot->time_untold)
        return true;
    if (!parse(load, text, &ballot->received))
        return report_no_moment(load, row, text);
    if (load->received_row == NULL) {
        load->received_row = row;
        load->received_zoned = ballot->received.zoned;
    }
    if (ballot->received.zoned == load->received_zoned)
        return fits_the_clock(load, row, ballot->received.zoned);
    const char *what =
        arena_format(load->sheet.arena, "this time has %s zone and that on line %zu has %s",
                     ballot->received.zoned ? "a" : "no", load->received_row->line,
                     load->received_zoned ? "one" : "none");
    ballots_report(load, row, COLUMN_RECEIVED,
                   wording_public("Write all times with their zone, or all without."),
                   wording_public(what));
    return false;
}
