/* SPDX-License-Identifier: MIT */
#include "tables.h"

#include <assert.h>
#include <string.h>

#include "conflicts.h"
#include "decisions.h"
#include "findings.h"
#include "input.h"
#include "kinds.h"
#include "lists.h"
#include "quorate/hash.h"
#include "quorate/tables.h"
#include "quorate/text.h"
#include "repetition.h"
#include "roll_day.h"
#include "sheet_role.h"
#include "strays.h"
#include "times.h"

static void add_run_input(struct run *run, struct input input)
{
    run->inputs[run->input_count++] = input;
}

/* Those of the command line, then those of the constitution that are of other columns. */
static struct column_names column_names_of(const struct run *run)
{
    const struct option_list *given = &run->options->lists[OPTION_COLUMN];
    const struct column_names *own = &run->constitution.columns;
    struct column_names names = {
        .names = arena_alloc(run->arena, given->count + own->count, sizeof *names.names)};
    for (size_t i = 0; i < given->count; i++) {
        struct column_fault fault;
        names.count +=
            load_column_name(run->arena, given->values[i], &names.names[names.count], &fault);
    }
    size_t by_options = names.count;
    for (size_t i = 0; i < own->count; i++) {
        bool replaced = false;
        for (size_t j = 0; j < by_options; j++)
            replaced = replaced || strcmp(names.names[j].column, own->names[i].column) == 0;
        if (!replaced)
            names.names[names.count++] = own->names[i];
    }
    return names;
}

/* Those of the command line, then those of the constitution for other texts. */
static struct answers answers_of(const struct run *run)
{
    const struct option_list *given = &run->options->lists[OPTION_ANSWER];
    const struct answers *own = &run->constitution.answers;
    struct answers answers = {.texts = {.arena = run->arena}};
    for (size_t i = 0; i < given->count; i++) {
        struct answer answer;
        struct column_fault fault;
        bool is_one = load_answer(run->arena, given->values[i], &answer, &fault);
        assert(is_one); /* by options.c, or by the saved result */
        (void)is_one;
        answers_add(&answers, &answer);
    }
    for (size_t i = 0; i < own->count; i++)
        answers_add(&answers, &own->answers[i]);
    return answers;
}

/* A vote of which no time is known is not held against a calendar. */
static void read_calendar(struct run *run)
{
    struct input added;
    if (run_value(run, OPTION_HOLIDAYS) == NULL && run_value(run, OPTION_OPENS) == NULL)
        return;
    run->calendar = times_calendar(run->arena, &run->diag, run->options, &added);
    run->circumstances.calendar = &run->calendar;
    if (added.role != NULL)
        add_run_input(run, added);
}

static enum date_order date_order_of(const struct run *run)
{
    const char *told = run_value(run, OPTION_DATES);
    return told != NULL && strcmp(told, "month-first") == 0 ? DATE_MONTH_FIRST : DATE_DAY_FIRST;
}

/* True, with an error, where ballots have more bytes than those of such a body may. */
static bool is_too_large(struct run *run, const struct roll *roll, size_t length)
{
    const size_t most = ballots_bytes_most(roll);
    if (length <= most)
        return false;
    const char *of = roll == NULL
                         ? ""
                         : arena_format(run->arena, " of %zu %s", roll->count,
                                        roll->count == 1 ? roll->terms.unit : roll->terms.units);
    diag_refuse(&run->diag, run->ballots,
                "Check that it is the right file. What is on it in large numbers and counts for "
                "nothing can be left out.",
                "is larger than the %zu MiB that ballots%s may have", most >> 20, of);
    return true;
}

static size_t whole_length(const struct bytes *bytes)
{
    return bytes->rest == NULL ? bytes->length : file_rest_whole(bytes->rest);
}

static void hash_ballots(struct run *run)
{
    struct bytes *bytes = &run->ballot_bytes;
    bytes->sha256 = bytes->sha256 == NULL
                        ? hash_sha256(run->arena, bytes->bytes, bytes->length)
                        : arena_copy(run->arena, bytes->sha256, strlen(bytes->sha256));
}

/* The bytes of a text go as soon as they are a table, so what else is told of them is told here;
 * and of a large one only the beginning is read here. */
static bool read_ballot_table(struct run *run)
{
    struct bytes *bytes = &run->ballot_bytes;
    struct arena *own = arena_part(run->arena);
    if (!input_begin_table(run->arena, own, &run->diag, run->options, run->ballots, bytes))
        return false;
    if (bytes->workbook != NULL)
        return true;
    bytes->own = own;
    if (bytes->rest == NULL)
        hash_ballots(run);
    if (run->call->command->despite_errors)
        run->ballots_role = sheet_role(run->arena, *bytes);
    return true;
}

/* Once: they may come from standard input, and are looked at twice where the roll differs by day.
 */
static bool read_ballot_bytes(struct run *run)
{
    const struct constitution *constitution = &run->constitution;
    const struct roll *roll = constitution->roll_usable ? &constitution->roll : NULL;
    if (run->ballot_bytes.bytes == NULL && !run->ballots_missing)
        run->ballots_missing =
            repetition_refuse(run->arena, &run->diag, run->ballots, ballots_rows_most(roll)) ||
            is_too_large(run, roll, file_length(run->ballots)) || !read_ballot_table(run) ||
            is_too_large(run, roll, whole_length(&run->ballot_bytes)); /* of standard input */
    return !run->ballots_missing;
}

/* Whatever was made of the rest of a large file, it is read to its end. False where it cannot be.
 */
static bool end_ballot_bytes(struct run *run)
{
    struct bytes *bytes = &run->ballot_bytes;
    if (bytes->rest == NULL)
        return true;
    if (file_rest_each(bytes->rest, NULL, NULL))
        bytes->sha256 = file_rest_sha256(run->arena, bytes->rest);
    else
        input_refuse(&run->diag, run->ballots, file_rest_fault(run->arena, bytes->rest));
    bytes->rest = NULL;
    run->ballots_missing = bytes->sha256 == NULL;
    return !run->ballots_missing;
}

/* The same with all of them in memory, as they are looked at twice. */
static bool hold_ballot_bytes(struct run *run)
{
    struct bytes *bytes = &run->ballot_bytes;
    if (!read_ballot_bytes(run))
        return false;
    if (bytes->rest == NULL)
        return true;
    if (file_read_rest(bytes)) {
        hash_ballots(run);
        return true;
    }
    return end_ballot_bytes(run);
}

/* The rows of a saved result in place of its ballots. */
static void read_record(struct run *run)
{
    const struct constitution *constitution = &run->constitution;
    const struct ballot_record record = {
        .result = *run->record,
        .rules = &constitution->rules,
        .roll = &constitution->roll,
        .candidates = run->has_candidates ? &run->candidates : NULL,
        .timed = date_given(run->circumstances.date) || run->circumstances.closes.given,
    };
    const struct saved_input *counted = result_input(run->as_counted, "ballots");
    run->inputs[0] = (struct input){
        .role = "ballots", .file = run->ballots, .sheet = counted == NULL ? NULL : counted->sheet};
    if (!constitution->rules_usable || !constitution->roll_usable ||
        !load_result_ballots(run->arena, &run->diag, &record, &run->box, &run->recorded))
        return;
    run->inputs[0].rows = run->box.rows;
}

/* The ballots come first among the inputs, so their place is kept for them. */
static void read_ballot_file(struct run *run)
{
    const struct constitution *constitution = &run->constitution;
    struct ballot_reading reading = {
        .rules = constitution->rules_usable ? &constitution->rules : NULL,
        .roll = constitution->roll_usable ? &constitution->roll : NULL,
        .candidates = run->has_candidates ? &run->candidates : NULL,
        .voters = run->circumstances.voters,
        .voters_unreadable = run->voters_unreadable,
        .decision = run->decision,
        .motion = run_value(run, OPTION_MOTION),
        .columns = column_names_of(run),
        .answers = &run->answers,
        .opens = run->circumstances.opens,
        .closes = run->circumstances.closes,
        .date = run->circumstances.date,
        .order_told = run_value(run, OPTION_DATES) != NULL,
        .order = date_order_of(run),
        .show_ballots = run->circumstances.show_ballots,
        .discreet = run->discreet,
        .attendance = run->attendance,
        .either = run->either,
    };
    if (!read_ballot_bytes(run))
        return;
    load_ballots(run->arena, &run->diag, run->ballot_bytes, &reading, &run->box);
    if (!end_ballot_bytes(run))
        return;
    run->attendance = run->box.is_list && (run->attendance || run->either);
    run->inputs[0] = input_of(run->arena, run->attendance ? "attendance" : "ballots",
                              run->ballot_bytes, run->box.rows);
    if (run->ballot_bytes.own != NULL)
        run->ballot_bytes.bytes = NULL;
}

static void read_ballots(struct run *run)
{
    if (run->record != NULL)
        read_record(run);
    else
        read_ballot_file(run);
}

/* ---- Of which day the roll is */

/* The day that the ballots tell, as they are read beside everybody who ever was a member or on a
 * list: what is wrong with them is told when they are read beside those of their day. */
static struct date day_of_ballots(struct run *run, struct run *look)
{
    if (run->ballots == NULL || (run->record == NULL && !hold_ballot_bytes(run)))
        return (struct date){0};
    look->ballot_bytes = run->ballot_bytes;
    look->ballot_bytes.own = NULL; /* they are read again */
    read_ballots(look);
    return decide_day(&look->box, &look->circumstances);
}

/* Where it is not known beforehand. */
static struct date find_day(struct run *run)
{
    struct run look = *run;
    look.diag = (struct diag){.arena = run->arena};
    lists_load(&look, (struct date){0});
    struct date last_change = lists_last_change(&look);
    if (!roll_day_matters(run) && !date_given(last_change))
        return (struct date){0};
    struct date day = day_of_ballots(run, &look);
    run->day_by_ballots = date_given(day);
    return !date_given(day) && run->call->command->latest_roll
               ? date_later_of(roll_day_latest(run), last_change)
               : day;
}

static void settle_roll_day(struct run *run)
{
    run->roll_day = decide_day(&run->box, &run->circumstances);
    if (!date_given(run->roll_day))
        run->roll_day = find_day(run);
    roll_day_settle(run, run->roll_day);
}

/* The ballots are those of the day whose roll they were read beside. */
static void check_roll_day(struct run *run)
{
    struct date day = decide_day(&run->box, &run->circumstances);
    if (!run->day_by_ballots || run->diag.errors > 0 || !date_given(day) ||
        date_compare(day, run->roll_day) == 0)
        return;
    diag_refuse(&run->diag, run->box.file, "Say which day it was with --date.",
                "it cannot be told on which day the vote was");
}

/* Reads every table, whatever was wrong with those before. */
static bool read_tables(struct run *run, unsigned reads)
{
    struct constitution *constitution = &run->constitution;
    constitution->as_counted = run->as_counted;
    if (run->as_counted != NULL && !run->as_counted->bundled && constitution->folder != NULL)
        constitution->name = run->as_counted->constitution; /* it may have been moved since */
    constitution_read(run->arena, &run->diag, run->options, reads, constitution);
    strays_check(run->arena, &run->diag, run->options, reads, constitution);

    if (!decisions_choose(run->arena, run->options, constitution, &run->decision, &run->misuse))
        return false;
    run->answers = answers_of(run);
    bool own_day = run->call->command->own_roll_day &&
                   (constitution->roll.history != NULL || constitution->localities.history != NULL);
    lists_fetch(run, reads);
    if ((reads & (READS_ROLL | READS_COUNTY)) != 0 && !own_day)
        settle_roll_day(run);
    run->input_count = run->ballots != NULL;
    for (size_t i = 0; i < constitution->input_count; i++)
        add_run_input(run, constitution->inputs[i]);
    lists_settle(run, run->roll_day);
    if (reads & READS_CALENDAR)
        read_calendar(run);
    if (run->ballots != NULL) {
        read_ballots(run);
        check_roll_day(run);
    }
    return true;
}

/* ---- What it must be */

/* An outcome is confirmed after the vote. */
static bool check_dates(struct run *run)
{
    const struct circumstances *known = &run->circumstances;
    if (!date_given(known->date) || !date_given(known->confirmed) ||
        date_compare(known->confirmed, known->date) >= 0)
        return true;
    return run_misuse(
        run,
        arena_format(run->arena, "--confirmed %s is before the day of the vote, --date %s",
                     date_iso(run->arena, known->confirmed), date_iso(run->arena, known->date)),
        "Correct the one that is wrong.");
}

/* The rules may want it said how it came to a vote, or to a consensus. */
static bool check_route(struct run *run)
{
    const struct rules *rules = &run->constitution.rules;
    if (!option_of(run->call->command->id, OPTION_ROUTE) || run_value(run, OPTION_ROUTE) != NULL ||
        !run->constitution.rules_usable)
        return true;
    const char *before = NULL;
    for (size_t i = 0; i < run->box.poll_count; i++) {
        const char *decision = run->box.polls[i].decision;
        if (before != NULL && decision != NULL && strcmp(before, decision) == 0)
            continue;
        before = decision;
        const struct rule *route =
            rules_resolve(run->arena, rules, decision, NULL, 0).one[RULE_ROUTE];
        if (route != NULL)
            return run_misuse(
                run,
                arena_format(
                    run->arena, "the rules want it said how it came to \"%s\"%s",
                    text_printable(run->arena, decision),
                    route->clause == NULL ? "" : arena_format(run->arena, " (%s)", route->clause)),
                "Say so with --route, in a few words.");
    }
    return true;
}

/* A vote of which members reply is of the day on which it closed; by midnight, or in the morning
 * behind a night, it may be the next one. */
static bool check_closing(struct run *run)
{
    const struct rules *rules = &run->constitution.rules;
    struct date date = run->circumstances.date, closes = times_of(run->options, OPTION_CLOSES).day;
    if (!date_given(date) || !date_given(closes) || !run->constitution.rules_usable)
        return true;
    int64_t after = date_days(closes) - date_days(date);
    const char *before = NULL;
    for (size_t i = 0; i < run->box.poll_count && (after < 0 || after > 1); i++) {
        const char *decision = run->box.polls[i].decision;
        if (i > 0 && decision == before) /* each has one spelling, and so one pointer */
            continue;
        before = decision;
        struct ruleset set = rules_resolve(run->arena, rules, decision, NULL, 0);
        if (rules_by_reply(&set))
            return run_misuse(
                run,
                arena_format(run->arena, "the vote closed on %s by --closes, and on %s by --date",
                             date_iso(run->arena, closes), date_iso(run->arena, date)),
                "Correct the one that is wrong.");
    }
    return true;
}

/* What the ballots leave to the command line, and what they do not. */
static bool check_ballots_with_options(struct run *run)
{
    const struct ballot_box *box = &run->box;
    const char *motion = run_value(run, OPTION_MOTION);
    if (box->decision_missing && run->constitution.rules_usable && !run->attendance) {
        run->misuse = decisions_missing(run->arena, &run->constitution);
        return false;
    }
    if (!check_closing(run) || !check_route(run))
        return false;
    for (size_t i = 0; motion != NULL && i < box->poll_count; i++)
        if (box->polls[i].motion == NULL || strcmp(box->polls[i].motion, motion) != 0)
            return run_misuse(run,
                              arena_format(run->arena, "%s names its motions in a column",
                                           text_printable(run->arena, box->file)),
                              "Leave out --motion.");
    return true;
}

/* The other edition that --diff names, by itself: what replaces tables replaces those of the run.
 */
static bool read_compared(struct run *run, unsigned reads)
{
    struct options options = *run->options;
    struct run other = *run;
    options.values[OPTION_CONSTITUTION] = run_value(run, OPTION_DIFF);
    options.values[OPTION_RULES] = NULL;
    if (!constitution_find(run->arena, &options, &other.constitution, &run->misuse))
        return false;
    constitution_read(run->arena, &other.diag, &options, reads, &other.constitution);
    strays_check(run->arena, &other.diag, &options, reads, &other.constitution);
    roll_day_settle(&other, roll_day_latest(&other));
    run->diag = other.diag;
    run->compared = other.constitution;
    for (size_t i = 0; i < run->compared.input_count; i++) {
        struct input input = run->compared.inputs[i];
        input.role = arena_format(run->arena, "other %s", input.role);
        input.file = arena_format(run->arena, "%s/%s", run->compared.name, input.file);
        add_run_input(run, input);
    }
    return true;
}

/* What could be read as votes or as who was there is read as the one that is told. */
static void read_as_told(struct run *run)
{
    const char *told = run_value(run, OPTION_FOR);
    if (told != NULL)
        run->reads &=
            strcmp(told, "tally") == 0 ? ~(unsigned)READS_ATTENDANCE : ~(unsigned)READS_BALLOTS;
}

bool tables_read(struct run *run, unsigned reads)
{
    run->reads = reads;
    if (reads == READS_NOTHING)
        return true;
    read_as_told(run);
    run->either = (run->reads & READS_BALLOTS) != 0 && (run->reads & READS_ATTENDANCE) != 0;
    run->attendance = (run->reads & READS_ATTENDANCE) != 0 && !run->either;
    if ((reads & (READS_BALLOTS | READS_ATTENDANCE)) != 0 && run->options->operand_count > 0)
        run->ballots = run->options->operands[0];
    if (!check_dates(run) ||
        !times_fit(run->arena, times_of(run->options, OPTION_OPENS),
                   times_of(run->options, OPTION_CLOSES), &run->misuse) ||
        !constitution_find(run->arena, run->options, &run->constitution, &run->misuse) ||
        !read_tables(run, reads) || !check_ballots_with_options(run) ||
        (run_value(run, OPTION_DIFF) != NULL && !read_compared(run, reads)))
        return false;
    kinds_ask_for_each(run);
    conflicts_find(run);
    findings_warn(run);
    return true;
}
