/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/*
 * Rows of several votes or meetings in one file, told apart by a column that nothing reads. A
 * practice's rows would be taken for one answer given twice, and those of two meetings for one. It
 * cannot be known what such a column says, so it is asked about: where its heading speaks of
 * meetings or motions, and where its few values tell most of the repeated rows apart. Running
 * numbers, times of sending and remarks, of which no two are alike, do not.
 */

/* Two rows of one member in one poll, by their places in it. */
struct repeat {
    size_t row, earlier;
};

/* The rows of one poll. */
struct poll_rows {
    size_t *rows; /* of the table */
    size_t count;
    struct repeat *repeats;
    size_t repeat_count, repeat_capacity;
    size_t most;       /* rows of one member, */
    bool other_people; /* and whether each time another person voted or came */
};

/* What one column says in them. */
struct values {
    size_t *of; /* a number for each row, NAME_NONE where the cell is blank */
    size_t filled, distinct;
    bool attendance; /* all are words of attendance: yes, no, present */
    bool running;    /* all are numbers or times of day */
    bool dates;      /* all are days */
};

/* --- The rows --- */

static bool is_of_another_person(const struct ballots_load *load, size_t one, size_t other)
{
    static const enum ballot_column columns[] = {COLUMN_VOTER, COLUMN_ROLE};
    struct row row, another;
    table_look(&load->sheet.table, one, &row);
    table_look(&load->sheet.table, other, &another);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        const char *first = ballots_cell(load, &row, columns[i]);
        const char *second = ballots_cell(load, &another, columns[i]);
        if (*first != '\0' && *second != '\0' && !text_same(load->sheet.arena, first, second))
            return true;
    }
    return false;
}

/* Those of the draft that may count. `last` and `times` are room for a number for each member. */
static struct poll_rows rows_of(const struct ballots_load *load, const struct poll_draft *draft,
                                size_t *last, size_t *times)
{
    struct arena *arena = load->sheet.arena;
    unsigned voters = draft->decision == NULL ? ~0U : draft->decision->voters;
    struct poll_rows poll = {.rows = arena_alloc(arena, draft->slips.count, sizeof *poll.rows),
                             .other_people = true};
    memset(times, 0, load->reading->roll->count * sizeof *times);
    struct ballot_walk walk = draft_walk(load, draft);
    while (ballot_next(&walk)) {
        const struct ballot ballot = walk_ballot(&walk);
        size_t member = walk.member;
        if (ballots_will_be_refused(&ballot, voters, false))
            continue;
        poll.rows[poll.count] = table_row_on(&load->sheet.table, ballot.line);
        if (times[member]++ > 0) {
            struct repeat *repeat =
                ARENA_PUSH(arena, poll.repeats, poll.repeat_count, poll.repeat_capacity);
            *repeat = (struct repeat){poll.count, last[member]};
            poll.other_people =
                poll.other_people &&
                is_of_another_person(load, poll.rows[poll.count], poll.rows[last[member]]);
        }
        poll.most = times[member] > poll.most ? times[member] : poll.most;
        last[member] = poll.count++;
    }
    return poll;
}

/* --- The values of a column --- */

static bool is_day(const char *text)
{
    struct date date;
    struct moment moment;
    return date_parse(text, &date) ||
           (strchr(text, ':') == NULL && moment_parse_in_order(text, DATE_MONTH_FIRST, &moment));
}

/* A number, or a time of day: what is another one in nearly every row. */
static bool is_running(const char *text)
{
    size_t letters = 0;
    for (const char *at = text; *at != '\0'; at++)
        letters +=
            (*at >= 'A' && *at <= 'Z') || (*at >= 'a' && *at <= 'z') || (unsigned char)*at >= 0x80;
    return letters == 0 || strchr(text, ':') != NULL;
}

static struct values values_of(const struct ballots_load *load, const struct poll_rows *poll,
                               size_t cell)
{
    struct arena *arena = load->sheet.arena;
    struct name_index distinct = {.arena = arena};
    struct values values = {.of = arena_alloc(arena, poll->count, sizeof *values.of),
                            .attendance = true,
                            .running = true,
                            .dates = true};
    for (size_t i = 0; i < poll->count; i++) {
        const char *text = table_cell(&load->sheet.table, poll->rows[i], cell)->text;
        values.of[i] = NAME_NONE;
        if (*text == '\0')
            continue;
        bool day = is_day(text);
        values.of[i] = name_index_add(&distinct, text_fold(arena, text));
        values.filled++;
        values.dates = values.dates && day;
        values.running = values.running && !day && is_running(text);
        values.attendance = values.attendance && presence_read(arena, text) != PRESENCE_UNTOLD;
    }
    values.distinct = distinct.count;
    return values;
}

/* As a merged cell is meant: it holds for the rows below it. False where none is. */
static bool fill_down(struct values *values, size_t count)
{
    bool any = false;
    for (size_t i = 1; i < count && values->of[0] != NAME_NONE; i++) {
        any = any || values->of[i] == NAME_NONE;
        values->of[i] = values->of[i] == NAME_NONE ? values->of[i - 1] : values->of[i];
    }
    return any;
}

/* Whether there are repeated rows that say different things more often than not. */
static bool tell_apart(const struct values *values, const struct poll_rows *poll)
{
    size_t apart = 0;
    for (size_t i = 0; i < poll->repeat_count; i++) {
        size_t one = values->of[poll->repeats[i].row], other = values->of[poll->repeats[i].earlier];
        apart += one != NAME_NONE && other != NAME_NONE && one != other;
    }
    return 2 * apart > poll->repeat_count;
}

/* Whether there are so few that each may be a vote or a meeting. */
static bool are_few(const struct values *values, const struct poll_rows *poll, bool is_list)
{
    bool each_used_by_one = values->distinct <= poll->most;
    if (values->running)
        return each_used_by_one && values->distinct < values->filled;
    if (is_list && poll->other_people)
        return each_used_by_one;
    return each_used_by_one || 2 * values->distinct <= values->filled + 1;
}

/* --- The columns --- */

static bool speaks_of_several(const char *folded)
{
    static const char names[] =
        "meeting;meeting date;date of meeting;meeting name;name of meeting;meeting title;session;"
        "event;event date;item;item no;item number;agenda item no;agenda no;topic;issue;"
        "agenda item number;matter;motion no;motion number;motion title;motion name;"
        "name of motion;resolution no;resolution number;question no;question number;round;"
        "voting round;subject;poll;poll name;stage;year;financial year;month;committee";
    return name_is_one_of(folded, names);
}

/* Of days below it: it may say when each ballot came, or on which day each was cast. */
static bool speaks_of_a_day(const char *folded)
{
    static const char names[] = "date;day;vote date;voting date;date of vote";
    return name_is_one_of(folded, names);
}

static bool may_part(const struct ballots_load *load, const struct poll_rows *poll, size_t cell,
                     bool *dates)
{
    const char *folded = load->headings[cell].folded;
    bool known = speaks_of_several(folded), day = speaks_of_a_day(folded);
    if (!known && !day && (poll->repeat_count == 0 || ballots_is_of_remarks(folded)))
        return false;
    struct values values = values_of(load, poll, cell);
    if (values.attendance || values.distinct < 2)
        return false;
    *dates = values.dates;
    if (known || (day && values.dates) ||
        (tell_apart(&values, poll) && are_few(&values, poll, load->is_list)))
        return true;
    return values.distinct <= poll->most && fill_down(&values, poll->count) &&
           tell_apart(&values, poll);
}

/* The answers that there are; returns how many. Where a motion is told already, the column cannot
 * tell another. */
static size_t find_answers(const struct ballots_load *load, size_t cell, bool dates,
                           bool has_motions, struct diag_answer *answers)
{
    size_t count = 0;
    if (!has_motions)
        answers[count++] = (struct diag_answer){
            wording_public("each is a motion or a meeting of its own"),
            ballots_column_option(load, ballots_column_name(COLUMN_MOTION), cell)};
    if (dates && !load->is_list && !sheet_has(&load->sheet, COLUMN_RECEIVED))
        answers[count++] = (struct diag_answer){
            wording_public("it is when each ballot came"),
            ballots_column_option(load, ballots_column_name(COLUMN_RECEIVED), cell)};
    answers[count++] = (struct diag_answer){
        wording_public(load->is_list ? "all rows are of one meeting" : "all rows are of one vote"),
        ballots_column_option(load, COLUMN_NAME_NONE, cell)};
    return count;
}

static void ask(const struct ballots_load *load, size_t cell, bool dates)
{
    struct diag_answer *answers = arena_alloc(load->sheet.arena, 3, sizeof *answers);
    bool has_motions = sheet_has(&load->sheet, COLUMN_MOTION) || load->motion_count > 0;
    bool headed = *sheet_heading(&load->sheet, cell) != '\0';
    const char *asks = "Give the column a heading: motion, where each is a motion or a meeting of "
                       "its own";
    if (headed)
        asks = has_motions ? "Keep the rows of one of them, or write it into the motions."
                           : "What does it tell apart?";
    size_t count = headed ? find_answers(load, cell, dates, has_motions, answers) : 0;
    ballots_ask_about(load, cell,
                      "this column, which is not used, tells the rows apart as if they were of "
                      "several votes or meetings",
                      (struct diag_question){wording_public(asks), answers, count});
}

static bool any_is_unread(const struct ballots_load *load)
{
    size_t cell = 0;
    while (cell < load->sheet.table.header.count && !ballots_is_unread(load, cell))
        cell++;
    return cell < load->sheet.table.header.count;
}

bool ballots_ask_about_several_votes(const struct ballots_load *load)
{
    const struct roll *roll = load->reading->roll;
    if (load->layout != NULL || roll == NULL || !any_is_unread(load))
        return false;
    bool any = false;
    struct arena *arena = load->sheet.arena;
    size_t columns = load->sheet.table.header.count;
    size_t *last = arena_alloc(arena, roll->count, sizeof *last);
    size_t *times = arena_alloc(arena, roll->count, sizeof *times);
    bool *asked = arena_alloc(arena, columns, sizeof *asked);
    for (size_t i = 0; i < load->draft_count; i++) {
        const struct poll_rows poll = rows_of(load, &load->drafts[i], last, times);
        for (size_t cell = 0; cell < columns; cell++) {
            bool dates = false;
            if (asked[cell] || !ballots_is_unread(load, cell) ||
                !may_part(load, &poll, cell, &dates))
                continue;
            any = asked[cell] = true;
            ask(load, cell, dates);
        }
    }
    return any;
}
