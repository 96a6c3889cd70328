/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"

/* A choice of readings that name no kind of rule twice, by their places in the list, ascending. */
struct choice {
    const size_t *chosen;
    size_t count;
    uint32_t rule_kinds;
};

/* The search through all choices, smallest first. */
struct search {
    struct arena *arena;   /* for what is told, */
    struct arena *scratch; /* and what it takes to find it */
    const struct question *question;
    const struct ruleset *rules;
    const struct reading *readings;
    size_t reading_count;
    struct judgement *judgement;
    const struct judgement *by_default_rules; /* NULL when nothing is secret */
    decide_by *decide;
    const struct result *by_default;
    struct choice *choices; /* those not known to differ, in the order found: also the queue */
    size_t choice_count, choice_capacity;
    struct choice *differing; /* no one of them a part of another */
    size_t differing_count, differing_capacity;
    struct reading_outcome *outcomes;
    size_t outcome_count, outcome_capacity;
};

static bool same_text(const char *one, const char *other)
{
    return strcmp(one == NULL ? "" : one, other == NULL ? "" : other) == 0;
}

static bool same_run_off(const struct result *one, const struct result *other)
{
    if (one->run_off_count != other->run_off_count)
        return false;
    for (size_t i = 0; i < one->run_off_count; i++)
        if (strcmp(one->run_off[i], other->run_off[i]) != 0)
            return false;
    return true;
}

/* Whether every member of `part` is in `whole`; both ascend. */
static bool is_part(const struct choice *part, const struct choice *whole)
{
    size_t at = 0;
    for (size_t i = 0; i < part->count; i++) {
        while (at < whole->count && whole->chosen[at] < part->chosen[i])
            at++;
        if (at == whole->count || whole->chosen[at] != part->chosen[i])
            return false;
    }
    return true;
}

/* Whether one of the earlier readings of the choice gives the same clause. */
static bool clause_told(const struct search *search, const struct choice *choice, size_t at)
{
    const char *clause = search->readings[choice->chosen[at]].clause;
    for (size_t i = 0; i < at; i++)
        if (same_text(search->readings[choice->chosen[i]].clause, clause))
            return true;
    return false;
}

/* What together says must be named, and by which clauses, each once. */
static void name_outcome(struct search *search, const struct choice *choice,
                         struct reading_outcome *outcome)
{
    struct buffer names = {.arena = search->scratch};
    struct buffer clauses = {.arena = search->scratch};
    const char **together = arena_alloc(search->arena, choice->count, sizeof *together);
    for (size_t i = 0; i < choice->count; i++) {
        const struct reading *reading = &search->readings[choice->chosen[i]];
        together[i] = reading->name;
        buffer_format(&names, "%s%s", i > 0 ? " + " : "", reading->name);
        if (reading->clause != NULL && !clause_told(search, choice, i))
            buffer_format(&clauses, "%s%s", clauses.length > 0 ? "; " : "", reading->clause);
    }
    outcome->name = arena_copy(search->arena, buffer_text(&names), names.length);
    outcome->clause = clauses.length == 0
                          ? NULL
                          : arena_copy(search->arena, buffer_text(&clauses), clauses.length);
    outcome->together = together;
    outcome->together_count = choice->count;
}

/* Who would stand again, of whom only the names are there for longer. */
static void keep_run_off(struct search *search, struct result *result)
{
    const char **names = arena_alloc(search->arena, result->run_off_count, sizeof *names);
    for (size_t i = 0; i < result->run_off_count; i++)
        names[i] = result->run_off[i];
    result->run_off = names;
}

/* Whether other rows are refused than by the default rules. */
static bool refuses_others(const struct search *search)
{
    for (size_t row = 0; row < search->question->poll->count; row++)
        if ((search->judgement->rows[row].status == RETURN_REFUSED) !=
            (search->by_default_rules->rows[row].status == RETURN_REFUSED))
            return true;
    return false;
}

/*
 * Whoever is refused is told by name, in a secret decision too. So a result with that ballot,
 * beside the one without it, would tell how it was cast, and so would that ballots contradict each
 * other; and one by list sizes tells them by their weight.
 */
static bool tells_a_vote(const struct search *search, const struct ruleset *rules)
{
    return search->by_default_rules != NULL &&
           (refuses_others(search) || search->judgement->conflict_count > 0 ||
            (!heads_decide(rules) && heads_decide(search->rules)));
}

/* Decides the question by one choice of readings. */
static struct reading_outcome decide_choice(struct search *search, const struct choice *choice)
{
    const struct reading **chosen = arena_alloc(search->scratch, choice->count, sizeof *chosen);
    for (size_t i = 0; i < choice->count; i++)
        chosen[i] = &search->readings[choice->chosen[i]];
    struct ruleset rules = rules_resolve(search->scratch, search->rules->rules,
                                         search->rules->decision, chosen, choice->count);
    struct reading_outcome outcome = {0};
    judge(search->scratch, search->question, &rules, search->judgement);
    if (tells_a_vote(search, &rules)) {
        outcome.result.verdict = VERDICT_NONE;
        outcome.withheld = true;
    } else if (search->judgement->conflict_count > 0) {
        outcome.result.verdict = VERDICT_NONE;
        outcome.refused = search->judgement->conflicts[0].ballot->member->name;
        outcome.of_proxy = conflict_is_of_proxy(search->judgement->conflicts[0].kind);
        outcome.of_parts = conflict_is_of_parts(search->judgement->conflicts[0].kind);
    } else {
        outcome.result =
            search->decide(search->scratch, search->question, &rules, search->judgement->positions);
    }
    outcome.run_off_differs = outcome.result.verdict == search->by_default->verdict &&
                              !same_run_off(&outcome.result, search->by_default);
    outcome.differs = outcome.result.verdict != search->by_default->verdict ||
                      !same_text(outcome.result.winner, search->by_default->winner) ||
                      outcome.run_off_differs;
    return outcome;
}

static bool has_differing_part(const struct search *search, const struct choice *choice)
{
    for (size_t i = 0; i < search->differing_count; i++)
        if (is_part(&search->differing[i], choice))
            return true;
    return false;
}

/*
 * Decides one choice and notes what comes of it. A single reading is always told. A combination is
 * told when it differs and no part of it does; past one that differs there is nothing to find.
 */
static void try_choice(struct search *search, const struct choice *choice)
{
    if (has_differing_part(search, choice))
        return;
    struct reading_outcome outcome = decide_choice(search, choice);
    if (choice->count == 1 || outcome.differs) {
        name_outcome(search, choice, &outcome);
        keep_run_off(search, &outcome.result);
        struct reading_outcome *told = ARENA_PUSH(search->arena, search->outcomes,
                                                  search->outcome_count, search->outcome_capacity);
        *told = outcome;
    }
    struct choice *kept = outcome.differs
                              ? ARENA_PUSH(search->scratch, search->differing,
                                           search->differing_count, search->differing_capacity)
                              : ARENA_PUSH(search->scratch, search->choices, search->choice_count,
                                           search->choice_capacity);
    *kept = *choice;
}

/* Tries a choice with each further reading that comes behind its last and shares no rule with it.
 */
static void extend(struct search *search, struct choice choice)
{
    size_t from = choice.count == 0 ? 0 : choice.chosen[choice.count - 1] + 1;
    for (size_t i = from; i < search->reading_count; i++) {
        if (choice.rule_kinds & search->readings[i].rule_kinds)
            continue;
        size_t *chosen = arena_alloc(search->scratch, choice.count + 1, sizeof *chosen);
        for (size_t k = 0; k < choice.count; k++)
            chosen[k] = choice.chosen[k];
        chosen[choice.count] = i;
        struct choice larger = {chosen, choice.count + 1,
                                choice.rule_kinds | search->readings[i].rule_kinds};
        try_choice(search, &larger);
    }
}

static struct result result_by_rules(struct arena *arena, const struct question *question,
                                     const struct ruleset *rules, const struct position *positions)
{
    return evaluate(arena, question, rules, positions).result;
}

void decide_readings(struct arena *arena, const struct question *question,
                     const struct ruleset *rules, const struct judgement *judgement,
                     struct poll_outcome *outcome)
{
    decide_readings_by(arena, question, rules,
                       outcome->secrecy == BALLOTS_SECRET ? judgement : NULL, result_by_rules,
                       outcome);
}

void decide_readings_by(struct arena *arena, const struct question *question,
                        const struct ruleset *rules, const struct judgement *judgement,
                        decide_by *decide, struct poll_outcome *outcome)
{
    struct search search = {
        .arena = arena,
        .scratch = question->scratch,
        .question = question,
        .rules = rules,
        .judgement = judgement_new(question),
        .by_default_rules = judgement,
        .decide = decide,
        .by_default = &outcome->result,
    };
    search.readings =
        rules_readings(search.scratch, rules->rules, rules->decision, &search.reading_count);
    extend(&search, (struct choice){0});
    /* Each choice is longer than those before it, so the queue runs from small to large. */
    for (size_t i = 0; i < search.choice_count; i++)
        extend(&search, search.choices[i]);
    outcome->readings = search.outcomes;
    outcome->reading_count = search.outcome_count;
    outcome->certain = search.differing_count == 0;
}
