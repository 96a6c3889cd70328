/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

/* What a change of votes is tried on. */
struct trial {
    struct arena *arena;
    const struct question *question;
    const struct ruleset *rules;
    const struct position *positions;
    const struct result *result; /* as it came out */
    struct position *changed;    /* a copy to change */
    bool of_quorum;              /* the change that is looked for is that nothing is binding */
};

/* A member and how much its vote moves, for putting the heaviest first. */
struct voter {
    int64_t weight;
    size_t member;
};

static int compare_voters(const void *one, const void *other)
{
    const struct voter *a = one;
    const struct voter *b = other;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return a->member < b->member ? -1 : 1;
}

/*
 * Moving the heaviest votes first takes the fewest members only when one weight decides all. A
 * condition on heads is indifferent to the order; two conditions on different weights are not.
 */
static bool one_measure_decides(const struct ruleset *rules, struct rule_list conditions,
                                enum measure *measure)
{
    bool votes_are_heads = rules->one[RULE_WEIGHT]->as.weight.kind == WEIGHT_ONE_EACH;
    bool by_votes = false;
    bool by_population = false;
    for (size_t i = 0; i < conditions.count; i++) {
        enum measure asked = conditions.rules[i]->as.condition.measure;
        by_votes = by_votes || (asked == MEASURE_VOTES && !votes_are_heads);
        by_population = by_population || asked == MEASURE_POPULATION;
    }
    *measure = by_population ? MEASURE_POPULATION : MEASURE_VOTES;
    return !(by_votes && by_population);
}

static bool same_result(const struct result *one, const struct result *other)
{
    bool same_winner = one->winner == NULL || other->winner == NULL
                           ? one->winner == other->winner
                           : strcmp(one->winner, other->winner) == 0;
    return one->verdict == other->verdict && same_winner;
}

static bool is_binding(enum verdict verdict)
{
    return verdict != VERDICT_NOT_BINDING && verdict != VERDICT_NOT_VALID;
}

static bool holds_a(const struct position *position, struct position wanted)
{
    return position->stance == wanted.stance &&
           (wanted.stance != STANCE_CANDIDATE || position->candidate == wanted.candidate);
}

/* Whether the result changes when the first `moved` voters take the position `to`. */
static bool changes(const struct trial *trial, const struct voter *voters, size_t moved,
                    struct position to)
{
    memcpy(trial->changed, trial->positions, trial->question->roll->count * sizeof *trial->changed);
    for (size_t i = 0; i < moved; i++)
        trial->changed[voters[i].member] = to;
    struct evaluation evaluation =
        evaluate(trial->arena, trial->question, trial->rules, trial->changed);
    return trial->of_quorum ? !is_binding(evaluation.result.verdict)
                            : !same_result(&evaluation.result, trial->result);
}

/* The members in position `from`, those with the most weight first. */
static struct voter *voters_in(const struct trial *trial, struct position from,
                               enum measure measure, size_t *count)
{
    const struct roll *roll = trial->question->roll;
    const struct weight *weight = &trial->rules->one[RULE_WEIGHT]->as.weight;
    struct voter *voters = arena_alloc(trial->arena, roll->count, sizeof *voters);
    *count = 0;
    for (size_t i = 0; i < roll->count; i++) {
        const struct member *member = &roll->members[i];
        if (!holds_a(&trial->positions[i], from))
            continue;
        voters[(*count)++] = (struct voter){
            .weight = measure == MEASURE_POPULATION ? member->list_size : weight_of(weight, member),
            .member = i,
        };
    }
    qsort(voters, *count, sizeof *voters, compare_voters);
    return voters;
}

/* How many of the first voters have to move for the result to change; all of them do change it. */
static size_t fewest_of(const struct trial *trial, const struct voter *voters, size_t count,
                        struct position to)
{
    size_t too_few = 0; /* does not change it; `enough` does */
    size_t enough = count;
    while (enough - too_few > 1) {
        size_t middle = too_few + (enough - too_few) / 2;
        if (changes(trial, voters, middle, to))
            enough = middle;
        else
            too_few = middle;
    }
    return enough;
}

/* Whether as many of the last voters, who have the least weight, change the result as well. */
static bool any_would_do(const struct trial *trial, const struct voter *voters, size_t count,
                         size_t fewest, struct position to)
{
    return changes(trial, voters + (count - fewest), fewest, to);
}

static const char *const *names_of_voters(const struct trial *trial, const struct voter *voters,
                                          size_t count)
{
    const char **names = arena_alloc(trial->arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = trial->question->roll->members[voters[i].member].name;
    return names;
}

/* The fewest voters whose move from one position to another changes the result. */
static void fewest_moves(const struct trial *trial, struct position from, struct position to,
                         struct margin *margin)
{
    enum measure measure = MEASURE_VOTES;
    if (!one_measure_decides(trial->rules, trial->rules->passes, &measure))
        return;
    size_t count = 0;
    const struct voter *voters = voters_in(trial, from, measure, &count);
    margin->known = true;
    margin->possible = changes(trial, voters, count, to);
    if (!margin->possible)
        return;
    size_t fewest = fewest_of(trial, voters, count, to);
    margin->members = (int64_t)fewest;
    if (!any_would_do(trial, voters, count, fewest, to))
        margin->who = names_of_voters(trial, voters, fewest);
}

static bool counts_those_against(struct rule_list quorum)
{
    for (size_t i = 0; i < quorum.count; i++)
        if (quorum.rules[i]->as.condition.scope == SCOPE_AGAINST)
            return true;
    return false;
}

/* Those who voted for something, those with the most weight first. */
static struct voter *voters_of_any(const struct trial *trial, enum measure measure, size_t *count)
{
    struct trial of_any = *trial;
    const struct roll *roll = trial->question->roll;
    struct position *positions = arena_alloc(trial->arena, roll->count, sizeof *positions);
    for (size_t i = 0; i < roll->count; i++) {
        enum stance stance = trial->positions[i].stance;
        bool voted = stance == STANCE_FOR || stance == STANCE_AGAINST || stance == STANCE_CANDIDATE;
        positions[i].stance = voted ? STANCE_FOR : STANCE_ABSENT;
    }
    of_any.positions = positions;
    return voters_in(&of_any, (struct position){.stance = STANCE_FOR}, measure, count);
}

/*
 * Abstaining is voting otherwise too. A result that nobody turns by another vote can lose its
 * quorum by a few who abstain, where this counts those who vote, whomever they voted for. No fewer
 * than one can do it, so one is the margin whatever else is known.
 */
static void fewest_abstentions(const struct trial *trial, struct margin *margin)
{
    struct trial quorum = *trial;
    struct position to = {.stance = STANCE_ABSTAINED};
    enum measure measure = MEASURE_VOTES;
    size_t count = 0;
    quorum.of_quorum = true;
    bool one_measure = one_measure_decides(trial->rules, trial->rules->quorum, &measure) &&
                       !counts_those_against(trial->rules->quorum);
    const struct voter *voters = voters_of_any(trial, measure, &count);
    if (!changes(&quorum, voters, count, to))
        return;
    size_t fewest = fewest_of(&quorum, voters, count, to);
    if (fewest > 1 && (!one_measure || !margin->known)) {
        margin->known = margin->known && margin->possible && margin->members == 1;
        return;
    }
    if (margin->known && margin->possible && margin->members <= (int64_t)fewest)
        return;
    margin->known = margin->possible = margin->abstaining = true;
    margin->members = (int64_t)fewest;
    margin->who = any_would_do(&quorum, voters, count, fewest, to)
                      ? NULL
                      : names_of_voters(trial, voters, fewest);
}

/*
 * How many more members would have made the quorum, had they come and voted: those who stand for
 * the most first. Without candidates nobody could have voted in an election.
 */
static void margin_of_quorum(const struct trial *trial, struct margin *margin)
{
    if (counts_those_against(trial->rules->quorum))
        return; /* how they would have voted matters */
    const struct poll *poll = trial->question->poll;
    struct position to = {.stance = trial->rules->form == FORM_CONSENSUS ? STANCE_PRESENT
                                    : poll->is_election                  ? STANCE_CANDIDATE
                                                                         : STANCE_FOR};
    enum measure measure = MEASURE_VOTES;
    size_t count = 0;
    if ((poll->is_election && poll->candidate_count == 0) ||
        !one_measure_decides(trial->rules, trial->rules->quorum, &measure))
        return;
    const struct voter *absent =
        voters_in(trial, (struct position){.stance = STANCE_ABSENT}, measure, &count);
    if (count == 0)
        return;
    margin->quorum_known = true;
    margin->absent = count;
    if (!changes(trial, absent, count, to))
        return;
    size_t fewest = fewest_of(trial, absent, count, to);
    margin->quorum_members = (int64_t)fewest;
    margin->quorum_any = any_would_do(trial, absent, count, fewest, to);
}

static void absent_votes(const struct trial *trial, struct position to, struct margin *margin)
{
    size_t count = 0;
    const struct voter *absent =
        voters_in(trial, (struct position){.stance = STANCE_ABSENT}, MEASURE_VOTES, &count);
    margin->absent = count;
    margin->absent_known = count > 0;
    margin->absent_could = count > 0 && changes(trial, absent, count, to);
}

static void margin_of_motion(const struct trial *trial, struct margin *margin)
{
    struct position in_favour = {.stance = STANCE_FOR};
    struct position against = {.stance = STANCE_AGAINST};
    bool carried = trial->result->verdict == VERDICT_CARRIED;
    fewest_moves(trial, carried ? in_favour : against, carried ? against : in_favour, margin);
    absent_votes(trial, carried ? against : in_favour, margin);
}

/*
 * From the winner to the one behind. Of a tie, one vote from one of the tied to another. Where
 * votes weigh differently a heavy one from a third candidate can do more than any of the winner's,
 * so the fewest are not known there.
 */
static void margin_of_election(const struct trial *trial, const size_t *order,
                               struct margin *margin)
{
    struct position leader = {.stance = STANCE_CANDIDATE, .candidate = order[0]};
    struct position second = {.stance = STANCE_CANDIDATE, .candidate = order[1]};
    if (trial->rules->one[RULE_WEIGHT]->as.weight.kind == WEIGHT_ONE_EACH)
        fewest_moves(trial, leader, second, margin);
    absent_votes(trial, second, margin);
}

void decide_margin(struct arena *arena, const struct question *question,
                   const struct ruleset *rules, const struct position *positions,
                   const struct evaluation *evaluation, struct poll_outcome *outcome)
{
    struct trial trial = {
        .arena = arena,
        .question = question,
        .rules = rules,
        .positions = positions,
        .result = &evaluation->result,
        .changed = arena_alloc(arena, question->roll->count, sizeof *trial.changed),
    };
    enum verdict verdict = evaluation->result.verdict;
    bool whole = evaluation->area_count == 0;
    bool motion = whole && rules->form == FORM_MOTION &&
                  (verdict == VERDICT_CARRIED || verdict == VERDICT_NOT_CARRIED);
    bool contest = verdict == VERDICT_ELECTED || verdict == VERDICT_FURTHER_ELECTION;
    outcome->margin.by_areas = !whole;
    if (motion)
        margin_of_motion(&trial, &outcome->margin);
    else if (contest && question->poll->candidate_count > 1)
        margin_of_election(&trial, evaluation->order, &outcome->margin);
    if (motion || contest)
        fewest_abstentions(&trial, &outcome->margin);
    else if (whole && !is_binding(verdict))
        margin_of_quorum(&trial, &outcome->margin);
}
