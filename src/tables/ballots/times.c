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
    for (size_t i = 0; i < load->sheet.table.header.count; i++) {
        const struct heading *heading = &load->headings[i];
        if (strcmp(heading->unzoned == NULL ? heading->folded : heading->unzoned, folded) == 0)
            return true;
    }
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

/* --- The zone of the column, told by its heading --- */

/* False, with an error, where it is one that cannot be honoured. */
static bool has_known_zone(struct ballots_load *load)
{
    if (!sheet_has(&load->sheet, COLUMN_RECEIVED))
        return true;
    size_t cell = load->sheet.columns.at[COLUMN_RECEIVED];
    load->zone = load->headings[cell].zone;
    if (load->zone.kind != ZONE_UNKNOWN)
        return true;
    struct diag_answer *answer = arena_alloc(load->sheet.arena, 1, sizeof *answer);
    *answer = (struct diag_answer){wording_public("when the ballots came does not matter"),
                                   ballots_column_option(load, COLUMN_NAME_NONE, cell)};
    ballots_ask_about(load, cell, "these times are of a zone that is not known here",
                      (struct diag_question){
                          wording_public("Write them by UTC, and head them \"received (UTC)\"; "
                                         "or by England's clock, and head them \"received\"."),
                          answer, 1});
    return false;
}

/* A time that has another zone itself than its heading says. */
static bool report_another_zone(const struct ballots_load *load, const struct row *row)
{
    ballots_report(
        load, row, COLUMN_RECEIVED,
        wording_public("Take the zone out of the heading if each time has its own."),
        wording_public("this time has another zone than the heading of its column says"));
    return false;
}

/* A day of another clock than England's is not all of it the same day in England. */
static bool is_by_the_clock(const struct ballots_load *load, const struct row *row,
                            struct moment received)
{
    if (!received.day_alone || load->zone.kind != ZONE_FIXED)
        return true;
    ballots_report(load, row, COLUMN_RECEIVED,
                   wording_public("Write the time behind it; or take the zone out of the heading "
                                  "if it is the day in England."),
                   wording_public("by the heading this is a day of another clock than England's, "
                                  "and without a time it cannot be told which day that is here"));
    return false;
}

/* --- Ballots that were changed once they had come --- */

static bool is_of_changes(const char *folded)
{
    static const char headings[] =
        "last modified time;last modified;modified;modified at;date modified;last edited;"
        "last edited at;edited;edited at;date edited;last updated;updated;updated at;date updated;"
        "last update;last changed;changed at;modified time";
    return name_is_one_of(folded, headings);
}

/* Whether the cell has a time, and that is not behind the closing of the vote. */
static bool is_in_time(const struct ballots_load *load, const char *text)
{
    const struct moment *closes = &load->reading->closes;
    struct moment changed;
    return moment_parse_in_zone(text, load->dates[COLUMN_RECEIVED].order, &load->zone, &changed) &&
           !changed.day_alone && changed.zoned == closes->zoned &&
           moment_compare(changed, *closes) <= 0;
}

/* False where a column that nothing reads may say that a ballot was changed when the vote was
 * closed: forms keep the time at which it came first. */
static bool none_changed_late(const struct ballots_load *load)
{
    struct arena *arena = load->sheet.arena;
    bool sound = true;
    for (size_t cell = 0; load->reading->closes.given && cell < load->sheet.table.header.count;
         cell++) {
        const char *heading = sheet_heading(&load->sheet, cell);
        size_t count;
        bool late = false;
        if (!ballots_is_unread(load, cell) || !is_of_changes(text_fold(arena, heading)))
            continue;
        const struct column_text *texts = table_texts(arena, &load->sheet.table, cell, &count);
        for (size_t i = 0; i < count; i++)
            late = late || (*texts[i].cell->text != '\0' && !is_in_time(load, texts[i].cell->text));
        if (!late)
            continue;
        struct diag_answer *answer = arena_alloc(arena, 1, sizeof *answer);
        *answer = (struct diag_answer){wording_public("every row has what was sent in time"),
                                       ballots_column_option(load, COLUMN_NAME_NONE, cell)};
        ballots_ask_about(
            load, cell, "by this column ballots may have been changed after the vote closed",
            (struct diag_question){wording_public("Delete a row whose vote was changed too late, "
                                                  "or write what was sent in time."),
                                   answer, 1});
        sound = false;
    }
    return sound;
}

bool ballots_look_at_times(struct ballots_load *load)
{
    return has_known_zone(load) && ballots_find_orders(load) && has_times_it_needs(load) &&
           none_changed_late(load);
}

/* --- What matters once all rows are known --- */

/* The ballots of one member in one poll. */
struct repeats {
    size_t count;
    struct ballot first;
    bool differ; /* they are not all one answer */
    bool untold; /* it is not known when one of them came */
};

static bool is_same_answer(const struct ballot *one, const struct ballot *other)
{
    return one->vote == other->vote && one->interest == other->interest &&
           (one->vote != VOTE_CANDIDATE || one->candidate == other->candidate);
}

/* Whether it may decide which of two ballots came first, and that cannot be told. */
static bool needs_order(const struct ballots_load *load, const struct poll_draft *draft)
{
    const struct roll *roll = load->reading->roll;
    if (roll == NULL || (draft->decision != NULL && !draft->decision->by_order))
        return false;
    struct repeats *members = arena_alloc(load->sheet.arena, roll->count, sizeof *members);
    struct ballot_walk walk = draft_walk(load, draft);
    while (ballot_next(&walk)) {
        const struct ballot ballot = walk_ballot(&walk);
        struct repeats *repeats = &members[walk.member];
        if (repeats->count++ == 0)
            repeats->first = ballot;
        repeats->differ = repeats->differ || !is_same_answer(&repeats->first, &ballot);
        repeats->untold = repeats->untold || ballot.time_untold;
        if (repeats->differ && repeats->untold)
            return true;
    }
    return false;
}

static void look_at_untold(struct ballots_load *load)
{
    const struct row *unsure = load->dates[COLUMN_RECEIVED].unsure;
    bool needed = ballots_need_times(load);
    if (unsure == NULL)
        return;
    for (size_t i = 0; i < load->draft_count; i++)
        needed = needed || needs_order(load, &load->drafts[i]);
    ballots_report_untold(load, unsure, COLUMN_RECEIVED, needed);
    polls_doubt_all(load, "It cannot be told whether the day or the month stands first in the "
                          "times at which ballots came, so the times were not used.");
}

static void look_at_untimed(struct ballots_load *load)
{
    struct arena *arena = load->sheet.arena;
    if (load->untimed == 0)
        return;
    const char *what =
        load->untimed == 1
            ? "the time at which it was received is blank, and the row is not refused for that"
            : arena_format(arena,
                           "the time at which it was received is blank, here and in %zu more %s, "
                           "and they are not refused for that",
                           load->untimed - 1, load->untimed == 2 ? "row" : "rows");
    diag_add_wording(
        load->sheet.diag, SEVERITY_WARNING,
        sheet_place(&load->sheet, load->untimed_row, COLUMN_RECEIVED),
        wording_public("If it was never sent, delete the row; else fill in when it came."),
        wording_public(what));
    polls_doubt_all(load, load->untimed == 1
                              ? "One row does not say when it was received, and is not refused for "
                                "that."
                              : arena_format(arena,
                                             "%zu rows do not say when they were received, and are "
                                             "not refused for that.",
                                             load->untimed));
}

void ballots_look_at_order(struct ballots_load *load)
{
    look_at_untold(load);
    look_at_untimed(load);
    if (load->notice_untold)
        polls_doubt_all(load,
                        "It cannot be told whether the day or the month stands first in the "
                        "dates on which the lead was told of proxies, so they were not used.");
}

/* --- One row --- */

bool ballots_has_time(struct ballots_load *load, const struct row *row, const struct ballot *ballot)
{
    bool blank = sheet_has(&load->sheet, COLUMN_RECEIVED) && !ballot->details->received.given &&
                 !ballot->time_untold;
    if (!blank || ballot->vote == VOTE_ABSENT)
        return true;
    if (!ballots_need_times(load)) {
        if (load->untimed == 0)
            load->untimed_row = row_copy(load->scratch, row);
        load->untimed++;
        return true;
    }
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
    const char *what = arena_format(
        load->sheet.arena, "%sthis time has %s zone and %s has %s",
        zoned && load->zone.kind == ZONE_FIXED ? "by its heading " : "", zoned ? "a" : "no",
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

static bool report_no_moment(const struct ballots_load *load, const struct row *row,
                             const char *text)
{
    static const char remedy[] =
        "Write it as 2015-06-24 17:00, 24/06/2015 17:00:05 or 2015-06-24T17:00:00Z.";
    const char *advice = date_advice(load->sheet.arena, text);
    ballots_report(load, row, COLUMN_RECEIVED,
                   wording_of_row(advice != NULL ? advice : remedy, remedy),
                   WORDING(load->sheet.arena, "%s is not a date with a time",
                           ballots_quote(load, row, COLUMN_RECEIVED)));
    return false;
}

/* A day is enough, unless it is that on which the vote opened or closed. */
static bool fits_the_day(const struct ballots_load *load, const struct row *row,
                         struct moment received)
{
    const struct ballot_reading *reading = load->reading;
    bool closed = reading->closes.given && moment_compare(received, reading->closes) == 0;
    bool opened = reading->opens.given && moment_compare(received, reading->opens) == 0;
    if (!closed && !opened)
        return true;
    const char *what =
        arena_format(load->sheet.arena,
                     "this is the day on which the vote %s, and without a time it cannot be told "
                     "whether the ballot came in time",
                     closed ? "closed" : "opened");
    const char *remedy = arena_format(load->sheet.arena, "Write the time behind it: %s 09:00.",
                                      moment_iso(load->sheet.arena, received));
    ballots_report(load, row, COLUMN_RECEIVED, wording_of_row(remedy, "Write the time behind it."),
                   wording_public(what));
    return false;
}

/* Whether its clock is that of the vote, and of the other ballots. */
static bool fits_the_others(struct ballots_load *load, const struct row *row,
                            struct moment received)
{
    if (load->received_row == NULL) {
        load->received_row = row_copy(load->scratch, row);
        load->received_zoned = received.zoned;
    }
    if (received.zoned == load->received_zoned)
        return fits_the_clock(load, row, received.zoned);
    const char *what =
        arena_format(load->sheet.arena, "this time has %s zone and that on line %zu has %s",
                     received.zoned ? "a" : "no", load->received_row->line,
                     load->received_zoned ? "one" : "none");
    ballots_report(load, row, COLUMN_RECEIVED,
                   wording_public("Write all times with their zone, or all without."),
                   wording_public(what));
    return false;
}

/* A time of another year than the vote is a slip, or a year read as a day: 15/06/24. */
static bool is_of_that_year(const struct ballots_load *load, const struct row *row,
                            struct moment received)
{
    const struct ballot_reading *reading = load->reading;
    const struct moment *known = reading->closes.given ? &reading->closes : &reading->opens;
    const struct moment *first = reading->opens.given ? &reading->opens : known;
    int year = moment_date(received).year;
    if (!known->given ||
        (year >= moment_date(*first).year - 1 && year <= moment_date(*known).year + 1))
        return true;
    struct wording day =
        wording_of_row(moment_long(load->sheet.arena, received), "a day of another year");
    ballots_report(
        load, row, COLUMN_RECEIVED,
        WORDING(load->sheet.arena, "Write it as %s.",
                wording_public("24 June 2015 17:00, with the month as a word")),
        WORDING(load->sheet.arena,
                "this is read as %s, more than a year from the time at which the vote %s", day,
                wording_public(reading->closes.given ? "closes" : "opens")));
    return false;
}

bool ballots_read_received(struct ballots_load *load, const struct row *row, struct ballot *ballot)
{
    const char *text = ballots_cell(load, row, COLUMN_RECEIVED);
    struct date by_day, by_month;
    struct moment received;
    if (*text == '\0')
        return true;
    enum date_order order = load->dates[COLUMN_RECEIVED].order;
    if (!moment_parse_in_zone(text, order, &load->zone, &received))
        return moment_parse_in_order(text, order, &received) ? report_another_zone(load, row)
                                                             : report_no_moment(load, row, text);
    if (!is_by_the_clock(load, row, received))
        return false;
    ballot->time_untold = ballots_date_is_untold(load, COLUMN_RECEIVED, text, &by_day, &by_month);
    if (ballot->time_untold)
        return true;
    ballot->details->received = received;
    if (!is_of_that_year(load, row, received))
        return false;
    return received.day_alone ? fits_the_day(load, row, received)
                              : fits_the_others(load, row, received);
}

/* --- What lines above the headings say of it --- */

/* "Voting closed 3 July 2015", "Deadline: 17:00": when ballots could be cast. */
static bool says_when(const char *folded, bool closing)
{
    static const char closed[] = "closed;closes;closing;ended;ends";
    static const char opened[] = "opened;opens;opening";
    static const char votes[] = "vote;votes;voting;ballot;ballots;poll;replies;responses;date;time";
    static const char *const wholes[] = {"deadline", "closed", "closes", "closing", "cut off"};
    static const char others[] = "nominations;meeting;registration;next;list";
    if (strpbrk(folded, "0123456789") == NULL || name_has_one_of(folded, others))
        return false;
    for (size_t i = 0; i < COUNT(wholes) && closing; i++)
        if (strncmp(folded, wholes[i], strlen(wholes[i])) == 0)
            return true;
    return name_has_one_of(folded, votes) &&
           (closing ? name_has_one_of(folded, closed) : name_has_one_of(folded, opened));
}

/* Whether the only day of the line is that of the time that was given. */
static bool is_on_the_day(const char *text, struct moment given)
{
    struct date date;
    size_t start, end;
    return !date_find(text, &date, &start, &end) || date_compare(date, moment_date(given)) == 0;
}

/* False, with an error, where the text that stands there says when it was and the caller does not.
 */
static bool time_is_given(const struct ballots_load *load, const struct title_line *title)
{
    static const char *const options[] = {"--opens", "--closes"};
    struct arena *arena = load->sheet.arena;
    const struct moment given[] = {load->reading->opens, load->reading->closes};
    for (size_t end = 0; end < COUNT(options); end++) {
        if (!says_when(title->folded, end == 1) ||
            (given[end].given && is_on_the_day(title->text, given[end])))
            continue;
        const char *option = options[end];
        diag_add_wording(
            load->sheet.diag, SEVERITY_ERROR, title->place,
            wording_public(arena_format(
                arena,
                "Give it (%s \"2015-06-24 17:00\"), so that ballots are held to it; else %s.",
                option, title->rid)),
            WORDING(arena, "%s, and %s", title->words,
                    wording_public(given[end].given
                                       ? arena_format(arena, "%s is of another day", option)
                                       : "ballots would count whenever they came")));
        return false;
    }
    return true;
}

/* The same of the cells below "Closing date". */
static void hold_column(const struct ballots_load *load, size_t cell)
{
    struct arena *arena = load->sheet.arena;
    const char *heading = sheet_heading(&load->sheet, cell);
    size_t count;
    const struct column_text *texts = table_texts(load->scratch, &load->sheet.table, cell, &count);
    bool sound =
        says_when(text_fold(load->scratch, arena_format(load->scratch, "%s 1", heading)), true);
    for (size_t i = 0; i < count && sound; i++) {
        const char *text = texts[i].cell->text;
        const char *whole = arena_format(load->scratch, "%s %s", heading, text);
        struct row row;
        table_look(&load->sheet.table, texts[i].first, &row);
        sound = time_is_given(
            load, &(struct title_line){.text = whole,
                                       .folded = text_fold(load->scratch, whole),
                                       .place = sheet_cell_place(&load->sheet, &row, cell),
                                       .words = WORDING(arena, "%s stands under %s",
                                                        wording_quote(arena, text, "a time"),
                                                        ballots_quote_heading(load, cell)),
                                       .rid = "delete the column"});
    }
}

void ballots_hold_closing(const struct ballots_load *load)
{
    if (load->reading->attendance || !sheet_has(&load->sheet, COLUMN_RECEIVED))
        return;
    for (size_t i = 0; i < load->title_count; i++)
        (void)time_is_given(load, &load->titles[i]);
    for (size_t cell = 0; cell < load->sheet.table.header.count && load->layout == NULL; cell++)
        if (ballots_is_unread(load, cell) && load->testimonies[cell] == TESTIMONY_NONE)
            hold_column(load, cell);
}
