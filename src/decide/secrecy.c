/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

/*
 * What a secret decision may tell: who was represented and who declared an interest, with their
 * patients, and otherwise heads only. List sizes are public and nearly all sums of them differ, so
 * any figure in patients or weighted votes by choice names the voters; and the figure of a group
 * that is the whole less another names a lone abstainer.
 */

static const struct figure withheld = {.withheld = true};

static bool may_be_weighed(enum group group)
{
    return group == GROUP_ALL || group == GROUP_PRESENT || group == GROUP_INTERESTED ||
           group == GROUP_ABSENT;
}

static void keep_heads(struct count *count)
{
    count->population = count->votes = withheld;
}

static bool tells_heads(const struct condition *asks, bool votes_are_heads)
{
    return asks->measure == MEASURE_MEMBERS || (asks->measure == MEASURE_VOTES && votes_are_heads);
}

/* Whether it asks who is there, which is told. */
static bool is_of_presence(const struct condition_outcome *condition)
{
    const struct condition *asks = &condition->asks;
    return (condition->kind == RULE_QUORUM || condition->kind == RULE_REVIEW) &&
           asks->side == SIDE_BY_RULE && (asks->scope == SCOPE_ALL || asks->scope == SCOPE_PRESENT);
}

static void withhold_figures(struct condition_outcome *condition, bool votes_are_heads)
{
    bool of_all = condition->kind == RULE_QUORUM || condition->kind == RULE_REVIEW;
    bool open_scope = condition->asks.scope == SCOPE_ALL || condition->asks.scope == SCOPE_PRESENT;
    if (tells_heads(&condition->asks, votes_are_heads) || is_of_presence(condition))
        return;
    condition->part = condition->short_by = withheld;
    condition->percent = NULL;
    if (!of_all && !open_scope)
        condition->whole = condition->needed = withheld;
}

/* Copies of conditions without what they must not tell. One that counts the votes of some of the
 * members alone is left out: they may be a single one, so that even whether it is met tells a vote.
 */
static const struct condition_outcome *
withheld_conditions(struct arena *arena, const struct condition_outcome *conditions, size_t *count,
                    struct poll_outcome *outcome)
{
    if (conditions == NULL)
        return NULL;
    struct condition_outcome *copies = arena_alloc(arena, *count, sizeof *copies);
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        bool is_left_out = conditions[i].asks.among != AMONG_ALL && !is_of_presence(&conditions[i]);
        outcome->conditions_withheld = outcome->conditions_withheld || is_left_out;
        if (is_left_out)
            continue;
        copies[kept] = conditions[i];
        withhold_figures(&copies[kept++], outcome->weighing.kind == WEIGHT_ONE_EACH);
    }
    *count = kept;
    return kept == 0 ? NULL : copies;
}

/* Whoever returned a ballot did so; what kind is not told. */
static const struct standing *withheld_standings(struct arena *arena,
                                                 const struct poll_outcome *outcome)
{
    struct standing *standings =
        arena_alloc(arena, outcome->roll_call.standing_count, sizeof *standings);
    for (size_t i = 0; i < outcome->roll_call.standing_count; i++) {
        standings[i] = outcome->roll_call.standings[i];
        standings[i].vote = NULL;
        standings[i].counted = 0;
        standings[i].by = NULL;
        if (standings[i].stance == STANDING_PRESENT || standings[i].stance == STANDING_ABSTAINED ||
            standings[i].stance == STANDING_SPOILT || standings[i].stance == STANDING_VOID ||
            standings[i].stance == STANDING_VOTED)
            standings[i].stance = STANDING_RETURNED;
    }
    return standings;
}

static void withhold_conditions(struct arena *arena, struct poll_outcome *outcome)
{
    size_t one = 1, other = 1;
    outcome->conditions =
        withheld_conditions(arena, outcome->conditions, &outcome->condition_count, outcome);
    outcome->election.elects = withheld_conditions(arena, outcome->election.elects, &one, outcome);
    outcome->review = withheld_conditions(arena, outcome->review, &other, outcome);
    outcome->quorum.without_interested =
        withheld_conditions(arena, outcome->quorum.without_interested,
                            &outcome->quorum.without_interested_count, outcome);
}

bool heads_decide(const struct ruleset *rules)
{
    if (rules->one[RULE_WEIGHT]->as.weight.kind != WEIGHT_ONE_EACH)
        return false;
    for (size_t i = 0; i < rules->passes.count; i++)
        if (!tells_heads(&rules->passes.rules[i]->as.condition, true) ||
            rules->passes.rules[i]->as.condition.among != AMONG_ALL)
            return false;
    return true;
}

static int compare_heads(const void *one, const void *other)
{
    const struct candidate_outcome *a = one;
    const struct candidate_outcome *b = other;
    if (a->count.members != b->count.members)
        return a->count.members > b->count.members ? -1 : 1;
    return strcmp(a->name, b->name);
}

/* Where heads alone do not decide, how many would have to turn tells how large they are. */
static struct margin withheld_margin(const struct ruleset *rules,
                                     const struct poll_outcome *outcome)
{
    struct margin margin = outcome->margin;
    if (!heads_decide(rules))
        return (struct margin){.by_areas = margin.by_areas};
    margin.who = NULL;
    margin.alone = 0;
    /* Who is present is told, and their patients with them; who voted is not. */
    for (size_t i = 0; i < rules->quorum.count; i++) {
        const struct condition *asks = &rules->quorum.rules[i]->as.condition;
        if (asks->scope != SCOPE_PRESENT && (!tells_heads(asks, true) || asks->among != AMONG_ALL))
            margin.quorum_known = margin.known = margin.possible = false;
    }
    return margin;
}

/* Candidates with their heads only. The order of weighted votes would tell of list sizes too. */
static const struct candidate_outcome *withheld_candidates(struct arena *arena,
                                                           const struct poll_outcome *outcome)
{
    struct candidate_outcome *candidates =
        arena_alloc(arena, outcome->election.candidate_count, sizeof *candidates);
    for (size_t i = 0; i < outcome->election.candidate_count; i++) {
        candidates[i] = outcome->election.candidates[i];
        keep_heads(&candidates[i].count);
    }
    if (outcome->weighing.kind != WEIGHT_ONE_EACH)
        qsort(candidates, outcome->election.candidate_count, sizeof *candidates, compare_heads);
    return candidates;
}

void withhold(struct arena *arena, const struct ruleset *rules, struct poll_outcome *outcome)
{
    outcome->margin = withheld_margin(rules, outcome);
    for (enum group group = 0; group < GROUPS; group++)
        if (!may_be_weighed(group))
            keep_heads(&outcome->counts[group]);
    outcome->election.candidates = withheld_candidates(arena, outcome);
    withhold_conditions(arena, outcome);
    outcome->ballots.return_count = 0;
    outcome->ballots.attendee_count = 0;
    /* An area may be a single member, so even its heads and its verdict would tell a vote. */
    outcome->areas = (struct areas){.withheld = outcome->areas.count > 0};
    if (outcome->weighing.kind != WEIGHT_ONE_EACH)
        outcome->election.without_half = false; /* as with a tie */
    outcome->other_count = (struct other_count){0};
}

void withhold_lists(struct arena *arena, struct poll_outcome *outcome)
{
    outcome->roll_call.standings = withheld_standings(arena, outcome);
    outcome->ballots.returns = NULL;
    outcome->ballots.attendees = NULL;
}

/* Whether weighted votes are equal tells which of few voters they can be. */
void withhold_tie(struct poll_outcome *outcome)
{
    enum casting_effect effect = outcome->casting.effect;
    bool chair_was_asked =
        outcome->result.tied &&
        (effect == CASTING_DECIDED || effect == CASTING_NOT_ENOUGH || effect == CASTING_MISSING);
    if (outcome->secrecy != BALLOTS_SECRET || outcome->is_election || chair_was_asked ||
        outcome->weighing.kind == WEIGHT_ONE_EACH)
        return;
    outcome->result.tie_withheld = true;
    outcome->result.tied = false;
}

bool is_secret(const struct question *question, const struct ruleset *rules)
{
    const struct circumstances *known = question->circumstances;
    return known->may_be_secret || (rules->one[RULE_SECRECY]->as.secret && !known->show_ballots);
}
