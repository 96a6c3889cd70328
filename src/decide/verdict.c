/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

static bool all_met(const struct condition_outcome *conditions, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!conditions[i].met)
            return false;
    return true;
}

/* Evaluates quorum and passes, in that order, each in file order. */
static void evaluate_conditions(struct arena *arena, const struct ruleset *rules,
                                struct evaluation *evaluation)
{
    const struct figures *groups = evaluation->counts.groups;
    size_t count = rules->quorum.count + rules->passes.count;
    evaluation->conditions = arena_alloc(arena, count, sizeof *evaluation->conditions);
    evaluation->quorum_count = rules->quorum.count;
    evaluation->condition_count = count;
    for (size_t i = 0; i < rules->quorum.count; i++)
        evaluation->conditions[i] =
            condition_of_all(arena, rules->quorum.rules[i], groups, evaluation->places);
    for (size_t i = 0; i < rules->passes.count; i++)
        evaluation->conditions[rules->quorum.count + i] = condition_of_cast(
            arena, rules->passes.rules[i], groups, &groups[GROUP_FOR], evaluation->places);
}

/* Whether the condition asks for half of a whole of which both sides have half, or for as much as
 * those against have. */
static bool asks_for_a_tie(const struct condition_outcome *condition)
{
    const struct condition *asks = &condition->asks;
    bool half = asks->amount.q == 2 && asks->amount.p == 1;
    bool as_many = asks->amount.q == 1 && asks->amount.p == 1 && asks->scope == SCOPE_AGAINST;
    return !asks->is_number && asks->plus == 0 &&
           ((half && 2 * figure_of(condition->part) == figure_of(condition->whole)) ||
            (as_many && figure_of(condition->part) == figure_of(condition->whole)));
}

/*
 * One more vote on a side that has exactly half is more than half. Nothing else that a tied motion
 * lacks can be had from a casting vote: not two thirds, and not half of a larger whole.
 */
static bool casting_vote_suffices(const struct evaluation *evaluation)
{
    for (size_t i = evaluation->quorum_count; i < evaluation->condition_count; i++) {
        const struct condition_outcome *condition = &evaluation->conditions[i];
        if (!condition->met && !asks_for_a_tie(condition))
            return false;
    }
    return true;
}

static enum casting_effect casting_effect_of(const struct question *question,
                                             const struct ruleset *rules, bool binding,
                                             bool open_tie, const struct evaluation *evaluation)
{
    bool in_rules = rules->one[RULE_TIE]->as.tie == TIE_CASTING_VOTE;
    if (question->circumstances->casting == CASTING_VOTE_NONE)
        return in_rules && open_tie ? CASTING_MISSING : CASTING_NOT_GIVEN;
    if (!in_rules)
        return CASTING_NOT_IN_RULES;
    if (!binding)
        return CASTING_NO_QUORUM;
    if (!open_tie)
        return CASTING_NOT_TIED;
    if (question->circumstances->casting == CASTING_VOTE_AGAINST)
        return CASTING_DECIDED;
    return casting_vote_suffices(evaluation) ? CASTING_DECIDED : CASTING_NOT_ENOUGH;
}

/* Whether anybody is there who is part of a consensus: not those alone who declared an interest or
 * whose rows contradict each other. Nobody there is against, or there would be votes. */
static bool anybody_agrees(const struct ruleset *rules, const struct figures *groups)
{
    int64_t agree = groups[GROUP_PRESENT].members - groups[GROUP_VOID].members;
    if (rules->one[RULE_INTEREST]->as.interest == INTEREST_PRESENT)
        agree -= groups[GROUP_INTERESTED].members;
    return agree > 0;
}

/* What one area and the whole share: conditions and verdict of one count. */
static void evaluate_motion(struct arena *arena, const struct question *question,
                            const struct ruleset *rules, bool with_casting_vote,
                            struct evaluation *evaluation)
{
    evaluate_conditions(arena, rules, evaluation);
    size_t quorum = evaluation->quorum_count;
    int64_t in_favour = evaluation->counts.groups[GROUP_FOR].votes;
    int64_t against = evaluation->counts.groups[GROUP_AGAINST].votes;
    bool binding = all_met(evaluation->conditions, quorum);
    bool passes = rules->form == FORM_CONSENSUS
                      ? anybody_agrees(rules, evaluation->counts.groups)
                      : in_favour > 0 && all_met(evaluation->conditions + quorum,
                                                 evaluation->condition_count - quorum);
    struct result *result = &evaluation->result;
    result->tied = in_favour > 0 && in_favour == against;
    result->verdict = !binding ? VERDICT_NOT_BINDING
                      : passes ? VERDICT_CARRIED
                               : VERDICT_NOT_CARRIED;
    if (with_casting_vote) {
        bool open_tie = binding && !passes && result->tied;
        evaluation->casting = casting_effect_of(question, rules, binding, open_tie, evaluation);
        if (evaluation->casting == CASTING_DECIDED &&
            question->circumstances->casting == CASTING_VOTE_FOR)
            result->verdict = VERDICT_CARRIED;
    }
    if (rules->one[RULE_REVIEW] != NULL) {
        evaluation->review = arena_alloc(arena, 1, sizeof *evaluation->review);
        *evaluation->review = condition_of_all(arena, rules->one[RULE_REVIEW],
                                               evaluation->counts.groups, evaluation->places);
        result->review = result->verdict == VERDICT_CARRIED && evaluation->review->met;
    }
}

/*
 * `every area must pass`: each area is counted as a body of its own, by the same conditions, and
 * the motion is carried only if it is carried in each and on the whole. A casting vote is the
 * chair's of the whole body, so it carries no area.
 */
static void evaluate_areas(struct arena *arena, const struct question *question,
                           const struct ruleset *rules, const struct position *positions,
                           struct evaluation *evaluation)
{
    const struct roll *roll = question->roll;
    const struct counts *counts = count_areas(arena, question, rules, positions);
    bool all_binding = true;
    bool all_carried = true;
    enum verdict whole = evaluation->result.verdict;
    evaluation->areas = arena_alloc(arena, roll->area_count, sizeof *evaluation->areas);
    evaluation->area_count = roll->area_count;
    for (size_t i = 0; i < roll->area_count; i++) {
        struct evaluation own = {.counts = counts[i], .places = evaluation->places};
        evaluate_motion(arena, question, rules, false, &own);
        struct area_outcome *area = &evaluation->areas[i];
        area->area = roll->areas[i];
        area->result = own.result;
        area->conditions = own.conditions;
        area->condition_count = own.condition_count;
        for (size_t group = 0; group < GROUPS; group++)
            area->counts[group] = count_of(&own.counts.groups[group]);
        all_binding = all_binding && own.result.verdict != VERDICT_NOT_BINDING;
        all_carried = all_carried && own.result.verdict == VERDICT_CARRIED;
    }
    if (evaluation->result.verdict == VERDICT_NOT_BINDING)
        return;
    if (!all_binding)
        evaluation->result.verdict = VERDICT_NOT_BINDING;
    else if (!all_carried)
        evaluation->result.verdict = VERDICT_NOT_CARRIED;
    bool needless = evaluation->casting == CASTING_NOT_TIED && whole == VERDICT_CARRIED;
    bool decided = evaluation->casting == CASTING_DECIDED &&
                   question->circumstances->casting == CASTING_VOTE_FOR;
    if (!all_carried && (decided || needless))
        evaluation->casting = CASTING_NOT_ENOUGH;
    evaluation->result.review =
        evaluation->result.review && evaluation->result.verdict == VERDICT_CARRIED;
}

/* What candidates are put in order by. */
struct rank {
    int64_t votes;
    const char *folded;
    size_t candidate;
};

static int compare_ranks(const void *one, const void *other)
{
    const struct rank *a = one;
    const struct rank *b = other;
    if (a->votes != b->votes)
        return a->votes > b->votes ? -1 : 1;
    return strcmp(a->folded, b->folded);
}

/* Puts the candidates in the order of their votes; equal ones in that of their names. */
static const size_t *order_by_votes(struct arena *arena, const struct poll *poll,
                                    const struct figures *candidates)
{
    size_t *order = arena_alloc(arena, poll->candidate_count, sizeof *order);
    struct rank *ranks = arena_alloc(arena, poll->candidate_count, sizeof *ranks);
    for (size_t i = 0; i < poll->candidate_count; i++)
        ranks[i] = (struct rank){candidates[i].votes, poll->candidates[i].folded[0], i};
    qsort(ranks, poll->candidate_count, sizeof *ranks, compare_ranks);
    for (size_t i = 0; i < poll->candidate_count; i++)
        order[i] = ranks[i].candidate;
    return order;
}

static size_t count_at_top(const struct poll *poll, const struct evaluation *evaluation)
{
    size_t count = 0;
    const struct figures *candidates = evaluation->counts.candidates;
    while (count < poll->candidate_count &&
           candidates[evaluation->order[count]].votes == candidates[evaluation->order[0]].votes)
        count++;
    return count;
}

static void stand_again(struct arena *arena, const struct poll *poll, size_t tied,
                        struct evaluation *evaluation)
{
    const char **names = arena_alloc(arena, tied, sizeof *names);
    for (size_t i = 0; i < tied; i++)
        names[i] = poll->candidates[evaluation->order[i]].name;
    evaluation->result = (struct result){
        .verdict = VERDICT_FURTHER_ELECTION, .run_off = names, .run_off_count = tied};
}

static void evaluate_election(struct arena *arena, const struct question *question,
                              const struct ruleset *rules, struct evaluation *evaluation)
{
    const struct poll *poll = question->poll;
    evaluate_conditions(arena, rules, evaluation);
    evaluation->order = order_by_votes(arena, poll, evaluation->counts.candidates);
    if (question->circumstances->casting != CASTING_VOTE_NONE)
        evaluation->casting = CASTING_ELECTION;
    const struct figures *leader =
        poll->candidate_count > 0 ? &evaluation->counts.candidates[evaluation->order[0]] : NULL;
    bool elected = leader != NULL && leader->votes > 0;
    const struct rule *elects = rules->one[RULE_ELECTS];
    if (elected && !elects->worded) {
        evaluation->elects = arena_alloc(arena, 1, sizeof *evaluation->elects);
        *evaluation->elects =
            condition_of_cast(arena, elects, evaluation->counts.groups, leader, evaluation->places);
    }
    if (!all_met(evaluation->conditions, evaluation->condition_count))
        evaluation->result.verdict = VERDICT_NOT_VALID;
    else if (!elected)
        evaluation->result.verdict = VERDICT_NOT_ELECTED;
    else if (count_at_top(poll, evaluation) > 1)
        stand_again(arena, poll, count_at_top(poll, evaluation), evaluation);
    else if (evaluation->elects != NULL && !evaluation->elects->met)
        evaluation->result.verdict = VERDICT_NOT_ELECTED;
    else if (poll->candidates[evaluation->order[0]].reopens)
        evaluation->result =
            (struct result){.verdict = VERDICT_NOT_ELECTED,
                            .reopened = poll->candidates[evaluation->order[0]].name};
    else
        evaluation->result = (struct result){.verdict = VERDICT_ELECTED,
                                             .winner = poll->candidates[evaluation->order[0]].name};
}

struct evaluation evaluate(struct arena *arena, const struct question *question,
                           const struct ruleset *rules, const struct position *positions)
{
    struct evaluation evaluation = {
        .counts = count_positions(arena, question, rules, positions),
        .places = weight_places(&rules->one[RULE_WEIGHT]->as.weight, question->roll),
    };
    if (rules->form == FORM_ELECTION) {
        evaluate_election(arena, question, rules, &evaluation);
        return evaluation;
    }
    evaluate_motion(arena, question, rules, true, &evaluation);
    if (rules_by_area(rules))
        evaluate_areas(arena, question, rules, positions, &evaluation);
    return evaluation;
}
