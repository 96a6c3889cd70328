/* SPDX-License-Identifier: MIT */
#include "counting.h"

#include <string.h>

#include "quorate/advice.h"
#include "quorate/file.h"
#include "roll_day.h"

/* Every row of the file is accounted for once. */
static bool adds_up(const struct poll_outcome *polls, const struct ballot_box *box)
{
    size_t rows = 0;
    for (size_t i = 0; i < box->poll_count; i++) {
        size_t sum = polls[i].ballots.others;
        for (size_t status = 0; status < RETURN_STATUSES; status++)
            sum += polls[i].ballots.by_status[status];
        if (sum != polls[i].ballots.rows)
            return false;
        rows += sum;
    }
    return rows == box->rows;
}

/* The file name of a table that stands in for the constitution's own. */
static const char *stand_in(const struct run *run, enum option_id id)
{
    const char *path = run_value(run, id);
    return path == NULL ? NULL : file_base_name(run->arena, path);
}

static struct request request_of(const struct run *run)
{
    const struct constitution *constitution = &run->constitution;
    const struct option_list *columns = &run->options->lists[OPTION_COLUMN];
    const struct option_list *answers = &run->options->lists[OPTION_ANSWER];
    return (struct request){
        .decision = run_value(run, OPTION_DECISION) == NULL ? NULL : run->decision,
        .bundled = constitution->folder == NULL,
        .constitution = constitution->name,
        .rules = stand_in(run, OPTION_RULES),
        .practices = stand_in(run, OPTION_PRACTICES),
        .localities = stand_in(run, OPTION_LOCALITIES),
        .candidates = stand_in(run, OPTION_CANDIDATES),
        .voters = stand_in(run, OPTION_VOTERS),
        .interests = stand_in(run, OPTION_INTERESTS),
        .holidays = stand_in(run, OPTION_HOLIDAYS),
        .motion = run_value(run, OPTION_MOTION),
        .date = run->circumstances.date,
        .confirmed = run->circumstances.confirmed,
        .casting_vote = run_value(run, OPTION_CASTING_VOTE),
        .encoding = run_value(run, OPTION_ENCODING),
        .dates = run_value(run, OPTION_DATES),
        .multi_line = run_value(run, OPTION_MULTI_LINE) != NULL,
        .whole = run_value(run, OPTION_WHOLE) != NULL,
        .columns = columns->values,
        .column_count = columns->count,
        .answers = answers->values,
        .answer_count = answers->count,
        .show_ballots = run->circumstances.show_ballots,
    };
}

struct provenance counting_from(const struct run *run)
{
    return (struct provenance){
        .version = QUORATE_VERSION,
        .constitution = run->constitution.called,
        .origin = run->constitution.origin,
        .inputs = run->inputs,
        .input_count = run->input_count,
        .request = request_of(run),
    };
}

struct outcome counting_describe(const struct run *run)
{
    const struct constitution *constitution = &run->constitution;
    const struct rules *rules = &constitution->rules;
    struct outcome outcome = {
        .from = counting_from(run),
        .body = rules->body,
        .edition = rules->edition,
        .terms = constitution->roll.terms,
        .route = run_value(run, OPTION_ROUTE),
        .date = run->circumstances.date,
        .as_at = constitution->roll.as_at,
        .roll = roll_day_told(run),
        .has_list_sizes = constitution->roll.has_list_sizes,
        .population = constitution->roll.population,
        .of_localities = constitution->roll.of_localities,
        .votes_shared = constitution->roll.votes_shared,
        .opens = run->circumstances.opens,
        .closes = run->circumstances.closes,
        .poll_count = run->box.poll_count,
    };
    decide_sizes_age(rules, &constitution->roll, &run->box, &run->circumstances, &outcome);
    outcome.dues = decide_due(run->arena, rules, &constitution->roll, run->circumstances.interests,
                              outcome.vote_day, &outcome.due_count);
    return outcome;
}

void counting_drop_unused_county(struct run *run, struct outcome *outcome)
{
    size_t kept = 0;
    bool unused = outcome->share == NULL && run_value(run, OPTION_LOCALITIES) == NULL;
    for (size_t i = 0; i < run->input_count; i++)
        if (!unused || strcmp(run->inputs[i].role, "localities") != 0)
            run->inputs[kept++] = run->inputs[i];
    outcome->from.input_count = run->input_count = kept;
}

/* So many entries of lists are kept: each is some 200 bytes. Under the address sanitizer none, so
 * that whatever goes through them is seen to live without. */
#if defined(__SANITIZE_ADDRESS__)
#define KEPT_MOST ((size_t)0)
#else
#define KEPT_MOST ((size_t)20000)
#endif

bool counting_keeps_lists(const struct run *run)
{
    size_t entries = run->box.rows;
    for (size_t i = 0; i < run->box.poll_count && entries <= KEPT_MOST; i++)
        entries += run->constitution.roll.count;
    return entries <= KEPT_MOST;
}

static void lists_again(struct arena *arena, const struct outcome *outcome, size_t poll,
                        struct poll_outcome *whole)
{
    const struct run *run = outcome->lists_of;
    decide_lists(arena, &run->constitution.rules, &run->constitution.roll, &run->box.polls[poll],
                 &run->circumstances, whole);
}

bool counting_decide(struct run *run, struct outcome *outcome)
{
    const struct constitution *constitution = &run->constitution;
    const struct ballot_box *box = &run->box;
    struct poll_outcome *polls = arena_alloc(run->arena, box->poll_count, sizeof *polls);
    const bool kept = counting_keeps_lists(run);
    *outcome = counting_describe(run);
    outcome->lists = kept ? NULL : lists_again;
    outcome->lists_of = run;
    for (size_t i = 0; i < box->poll_count; i++) {
        polls[i] = decide_poll(run->arena, &constitution->rules, &constitution->roll,
                               &box->polls[i], &run->circumstances, kept);
        outcome->any_secret = outcome->any_secret || polls[i].secrecy == BALLOTS_SECRET;
    }
    outcome->polls = polls;
    outcome->share =
        decide_share(run->arena, &constitution->rules, &constitution->roll,
                     constitution->localities_usable ? &constitution->localities : NULL);
    counting_drop_unused_county(run, outcome);
    if (outcome->any_secret)
        run->inputs[0].sha256 = NULL; /* the few ballots there can be are soon hashed */
    return adds_up(polls, box);
}

void counting_warn_of_conditions(struct run *run)
{
    const struct ballot_box *box = &run->box;
    const char **decisions = arena_alloc(run->arena, box->poll_count, sizeof *decisions);
    size_t count = 0;
    for (size_t i = 0; i < box->poll_count; i++) /* neighbours are mostly of one kind */
        if (count == 0 || strcmp(decisions[count - 1], box->polls[i].decision) != 0)
            decisions[count++] = box->polls[i].decision;
    load_check_conditions(run->arena, &run->diag, &run->constitution.rules, &run->constitution.roll,
                          decisions, count);
}
