/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <string.h>

#include "commands.h"
#include "constitution.h"
#include "decisions.h"
#include "input.h"
#include "output.h"
#include "quorate/decide.h"
#include "quorate/load.h"
#include "quorate/text.h"

/* Everything that one count is made of, filled in as it comes to be known. */
struct tally {
    struct arena *arena;
    const struct call *call;
    struct diag diag;
    struct misuse misuse;
    struct destination destination;
    struct constitution constitution;
    const char *decision; /* NULL when only the ballots can tell */
    struct candidate_list candidates;
    bool has_candidates; /* --candidates was given and could be read */
    struct ballot_box box;
    struct circumstances circumstances;
    struct outcome outcome;
    struct input inputs[5];
    struct buffer result;
};

static const char *value_of(const struct tally *tally, enum option_id id)
{
    return tally->call->options.values[id];
}

/* Not given is year 0. The options' own check has read it before. */
static struct date date_of(const struct tally *tally, enum option_id id)
{
    struct date date = {0};
    const char *value = value_of(tally, id);
    if (value != NULL && !date_parse(value, &date))
        return (struct date){0};
    return date;
}

/* ---- What is given */

static enum casting_vote casting_vote_of(const struct tally *tally)
{
    const char *vote = value_of(tally, OPTION_CASTING_VOTE);
    if (vote == NULL)
        return CASTING_VOTE_NONE;
    return strcmp(vote, "for") == 0 ? CASTING_VOTE_FOR : CASTING_VOTE_AGAINST;
}

static void add_input(struct tally *tally, struct input input)
{
    tally->inputs[tally->outcome.input_count++] = input;
}

static void read_candidates(struct tally *tally)
{
    const char *path = value_of(tally, OPTION_CANDIDATES);
    struct bytes bytes;
    size_t rows;
    if (path == NULL || !input_read(tally->arena, &tally->diag, path, &bytes))
        return;
    tally->has_candidates =
        load_candidates(tally->arena, &tally->diag, bytes, &tally->candidates, &rows);
    add_input(tally, input_of(tally->arena, "candidates", bytes, rows));
}

/* The ballots come first among the inputs, so their place is kept for them. */
static void read_ballots(struct tally *tally)
{
    const struct constitution *constitution = &tally->constitution;
    struct ballot_reading reading = {
        .rules = constitution->rules_usable ? &constitution->rules : NULL,
        .roll = constitution->roll_usable ? &constitution->roll : NULL,
        .candidates = tally->has_candidates ? &tally->candidates : NULL,
        .decision = tally->decision,
        .motion = value_of(tally, OPTION_MOTION),
        .show_ballots = tally->circumstances.show_ballots,
    };
    struct bytes bytes;
    if (!input_read(tally->arena, &tally->diag, tally->call->options.operands[0], &bytes))
        return;
    load_ballots(tally->arena, &tally->diag, bytes, &reading, &tally->box);
    tally->inputs[0] = input_of(tally->arena, "ballots", bytes, tally->box.rows);
}

/* Reads every table, whatever was wrong with those before. False for a wrong command line, part of
 * which only the tables can show. */
static bool read_tables(struct tally *tally)
{
    struct constitution *constitution = &tally->constitution;
    const struct options *options = &tally->call->options;
    constitution_read(tally->arena, &tally->diag, options, constitution);
    if (!decisions_choose(tally->arena, options, constitution, &tally->decision, &tally->misuse))
        return false;
    tally->outcome.input_count = 1;
    for (size_t i = 0; i < constitution->input_count; i++)
        add_input(tally, constitution->inputs[i]);
    read_candidates(tally);
    read_ballots(tally);
    return true;
}

/* ---- What it must be */

/* What the ballots leave to the command line, and what they do not. */
static bool check_ballots_with_options(struct tally *tally)
{
    const struct ballot_box *box = &tally->box;
    const char *motion = value_of(tally, OPTION_MOTION);
    if (box->decision_missing && tally->constitution.rules_usable) {
        tally->misuse = decisions_missing(tally->arena, &tally->constitution);
        return false;
    }
    for (size_t i = 0; motion != NULL && i < box->poll_count; i++) {
        if (box->polls[i].motion != NULL && strcmp(box->polls[i].motion, motion) == 0)
            continue;
        tally->misuse = (struct misuse){
            .what = arena_format(tally->arena, "%s names its motions in a column",
                                 text_printable(tally->arena, box->file)),
            .remedy = "Leave out --motion.",
        };
        return false;
    }
    return true;
}

/* The rules say what a member is called. */
static const char *one_vote_remedy(struct arena *arena, const char *unit)
{
    bool vowel = unit[0] != '\0' && strchr("aeiou", tolower((unsigned char)unit[0])) != NULL;
    return arena_format(arena, "%s %s has one vote. Keep the row that is right.",
                        vowel ? "An" : "A", unit);
}

static bool is_vote(const struct ballot *ballot)
{
    return ballot->vote != VOTE_ABSENT && !ballot->interest;
}

static const char *conflict_remedy(const struct tally *tally, const struct conflict *conflict)
{
    if (conflict->unordered)
        return "Fill in when each was received, or keep the row that is right.";
    return one_vote_remedy(tally->arena, tally->constitution.rules.unit);
}

static const char *conflict_text(struct arena *arena, const struct conflict *conflict)
{
    const char *name = conflict->ballot->member->name;
    size_t line = conflict->earlier->line;
    if (conflict->unordered)
        return arena_format(arena,
                            "it cannot be told which ballot of %s came first, this one or that on "
                            "line %zu",
                            name, line);
    if (is_vote(conflict->ballot) && is_vote(conflict->earlier))
        return arena_format(arena, "%s has already voted, on line %zu", name, line);
    return arena_format(arena, "%s answered differently on line %zu", name, line);
}

static void report_conflict(struct tally *tally, const struct conflict *conflict)
{
    struct place place = conflict->ballot->place;
    place.text = NULL; /* it may be secret, and the message says it all */
    diag_add(&tally->diag, SEVERITY_ERROR, PROBLEM_CONFLICT, place,
             conflict_remedy(tally, conflict), "%s", conflict_text(tally->arena, conflict));
}

static void find_conflicts(struct tally *tally)
{
    const struct constitution *constitution = &tally->constitution;
    for (size_t i = 0; constitution->agrees && i < tally->box.poll_count; i++) {
        const struct poll *poll = &tally->box.polls[i];
        size_t count = 0;
        const struct conflict *conflicts = NULL;
        if (poll->decision != NULL)
            conflicts = decide_conflicts(tally->arena, &constitution->rules, &constitution->roll,
                                         poll, &tally->circumstances, &count);
        for (size_t j = 0; j < count; j++)
            report_conflict(tally, &conflicts[j]);
    }
}

/* ---- What is decided */

/* Every row of the file is accounted for once. */
static bool adds_up(const struct poll_outcome *polls, const struct ballot_box *box)
{
    size_t rows = 0;
    for (size_t i = 0; i < box->poll_count; i++) {
        size_t sum = 0;
        for (size_t status = 0; status < RETURN_STATUSES; status++)
            sum += polls[i].ballots[status];
        if (sum != polls[i].rows)
            return false;
        rows += sum;
    }
    return rows == box->rows;
}

static const struct poll_outcome *decide_polls(struct tally *tally)
{
    const struct constitution *constitution = &tally->constitution;
    const struct ballot_box *box = &tally->box;
    struct poll_outcome *polls = arena_alloc(tally->arena, box->poll_count, sizeof *polls);
    for (size_t i = 0; i < box->poll_count; i++) {
        polls[i] = decide_poll(tally->arena, &constitution->rules, &constitution->roll,
                               &box->polls[i], &tally->circumstances);
        tally->outcome.any_secret = tally->outcome.any_secret || polls[i].secret;
    }
    return polls;
}

/* The county's table that the program brought along, and that nothing was counted by, is not among
 * what was counted. One that was given is told of. */
static void drop_unused_county(struct tally *tally)
{
    size_t kept = 0;
    bool unused = tally->outcome.share == NULL && value_of(tally, OPTION_LOCALITIES) == NULL;
    for (size_t i = 0; i < tally->outcome.input_count; i++)
        if (!unused || strcmp(tally->inputs[i].role, "localities") != 0)
            tally->inputs[kept++] = tally->inputs[i];
    tally->outcome.input_count = kept;
}

/* Fills in the outcome. False when the count contradicts itself: a defect of the program. */
static bool decide(struct tally *tally)
{
    const struct constitution *constitution = &tally->constitution;
    const struct rules *rules = &constitution->rules;
    struct outcome *outcome = &tally->outcome;
    outcome->version = QUORATE_VERSION;
    outcome->constitution = constitution->called;
    outcome->body = rules->body;
    outcome->edition = rules->edition;
    outcome->unit = rules->unit;
    outcome->units = rules->units;
    outcome->route = value_of(tally, OPTION_ROUTE);
    outcome->date = tally->circumstances.date;
    outcome->as_at = constitution->roll.as_at;
    outcome->has_list_sizes = constitution->roll.has_list_sizes;
    outcome->of_localities = constitution->roll.of_localities;
    outcome->is_locality = rules->locality != NULL;
    outcome->polls = decide_polls(tally);
    outcome->poll_count = tally->box.poll_count;
    outcome->share =
        decide_share(tally->arena, rules, &constitution->roll,
                     constitution->localities_usable ? &constitution->localities : NULL);
    drop_unused_county(tally);
    outcome->inputs = tally->inputs;
    if (outcome->any_secret)
        tally->inputs[0].sha256 = NULL; /* the few ballots there can be are soon hashed and tried */
    return adds_up(outcome->polls, &tally->box);
}

static enum status status_of(enum verdict verdict)
{
    switch (verdict) {
    case VERDICT_NOT_CARRIED:
    case VERDICT_NOT_ELECTED:
        return STATUS_NOT_CARRIED;
    case VERDICT_NOT_BINDING:
    case VERDICT_NOT_VALID:
        return STATUS_NOT_BINDING;
    case VERDICT_FURTHER_ELECTION:
        return STATUS_FURTHER_ELECTION;
    case VERDICT_CARRIED:
    case VERDICT_ELECTED:
    case VERDICT_NONE:
        break;
    }
    return STATUS_DONE;
}

/* With --exit-code, of several polls the first that is not STATUS_DONE. */
static enum status verdict_status(const struct tally *tally)
{
    enum status status = STATUS_DONE;
    if (value_of(tally, OPTION_EXIT_CODE) == NULL)
        return STATUS_DONE;
    for (size_t i = 0; i < tally->outcome.poll_count && status == STATUS_DONE; i++)
        status = status_of(tally->outcome.polls[i].result.verdict);
    return status;
}

/* ---- The story */

/* An outcome is confirmed after the vote. */
static bool check_dates(struct tally *tally)
{
    const struct circumstances *known = &tally->circumstances;
    if (!date_given(known->date) || !date_given(known->confirmed) ||
        date_compare(known->confirmed, known->date) >= 0)
        return true;
    tally->misuse = (struct misuse){
        .what = arena_format(
            tally->arena, "--confirmed %s is before the day of the vote, --date %s",
            date_iso(tally->arena, known->confirmed), date_iso(tally->arena, known->date)),
        .remedy = "Correct the one that is wrong.",
    };
    return false;
}

static struct tally begin(struct arena *arena, const struct call *call)
{
    struct tally tally = {.arena = arena, .call = call};
    tally.diag.arena = arena;
    tally.result.arena = arena;
    tally.circumstances = (struct circumstances){
        .date = date_of(&tally, OPTION_DATE),
        .confirmed = date_of(&tally, OPTION_CONFIRMED),
        .casting = casting_vote_of(&tally),
        .show_ballots = value_of(&tally, OPTION_SHOW_BALLOTS) != NULL,
    };
    return tally;
}

enum status tally_run(struct arena *arena, const struct call *call)
{
    struct tally tally = begin(arena, call);

    if (!check_dates(&tally) ||
        !output_plan(arena, &call->options, call->command->report, &tally.destination,
                     &tally.misuse) ||
        !constitution_find(arena, &call->options, &tally.constitution, &tally.misuse) ||
        !read_tables(&tally) || !check_ballots_with_options(&tally))
        return output_misuse(arena, call, &tally.misuse);

    find_conflicts(&tally);
    if (tally.diag.errors > 0) {
        output_problems(arena, call, &tally.diag);
        return STATUS_REFUSED;
    }
    if (!decide(&tally))
        return output_failure(arena, call,
                              "this count does not add up, so it is not shown. It is "
                              "a defect of quorate: please report it");
    output_begin(&tally.destination, &tally.result);
    if (!tally.destination.format->tally(arena, &tally.outcome, &tally.result))
        return output_failure(arena, call, "out of memory");

    enum status status = output_result(arena, call, &tally.destination, &tally.result);
    output_problems(arena, call, &tally.diag);
    return status == STATUS_DONE ? verdict_status(&tally) : status;
}
