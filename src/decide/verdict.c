/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

/* Of conditions all that are in no group have to be met, and where there are groups all of one. */
typedef bool takes_as_met(const struct condition_outcome *condition);

static bool group_holds(const struct condition_outcome *conditions, size_t count, const char *group,
                        takes_as_met *is_met)
{
    for (size_t i = 0; i < count; i++)
        if (conditions[i].group == group && !is_met(&conditions[i]))
            return false;
    return true;
}

/* Whether one of the groups does, or there is none. */
static bool alternative_holds(const struct condition_outcome *conditions, size_t count,
                              takes_as_met *is_met)
{
    bool grouped = false, any = false;
    for (size_t i = 0; i < count && !any; i++) {
        const char *group = conditions[i].group;
        grouped = grouped || group != NULL;
        any = group != NULL && group_holds(conditions, count, group, is_met);
    }
    return any || !grouped;
}

static bool is_met(const struct condition_outcome *condition)
{
    return condition->met;
}

bool conditions_hold(struct condition_outcome *conditions, size_t count)
{
    bool alternative = alternative_holds(conditions, count, is_met);
    for (size_t i = 0; i < count; i++)
        conditions[i].excused = alternative && conditions[i].group != NULL && !conditions[i].met;
    return alternative && group_holds(conditions, count, NULL, is_met);
}

/* Evaluates quorum and passes, in that order, each in file order. */
static void evaluate_conditions(struct evaluation *evaluation)
{
    const struct sitting *sitting = &evaluation->sitting;
    const struct sitting quorum = quorum_sitting(sitting);
    size_t rules = sitting->rules->quorum.count + sitting->rules->passes.count;
    evaluation->conditions.items =
        arena_alloc(sitting->arena, rules, sizeof *evaluation->conditions.items);
    evaluation->conditions.capacity = rules; /* mostly each is measured once */
    measure_rules(&quorum, sitting->rules->quorum, &evaluation->conditions);
    evaluation->quorum_count = evaluation->conditions.count;
    measure_rules(sitting, sitting->rules->passes, &evaluation->conditions);
}

/* Whether it is met, or asks for half of a whole of which both sides have half, or for as much as
 * those against have. */
static bool is_met_or_asks_for_a_tie(const struct condition_outcome *condition)
{
    const struct condition *asks = &condition->asks;
    bool half = asks->amount.q == 2 && asks->amount.p == 1;
    bool as_many = asks->amount.q == 1 && asks->amount.p == 1 && asks->scope == SCOPE_AGAINST;
    return condition->met ||
           (condition_is_share(asks) && asks->plus == 0 &&
            ((half && 2 * figure_of(condition->part) == figure_of(condition->whole)) ||
             (as_many && figure_of(condition->part) == figure_of(condition->whole))));
}

/*
 * One more vote on a side that has exactly half is more than half. Nothing else that a tied motion
 * lacks can be had from a casting vote: not two thirds, not half of a larger whole, and not a vote
 * of a class.
 */
static bool casting_vote_suffices(const struct evaluation *evaluation)
{
    const struct condition_outcome *passes =
        evaluation->conditions.items + evaluation->quorum_count;
    size_t count = evaluation->conditions.count - evaluation->quorum_count;
    return group_holds(passes, count, NULL, is_met_or_asks_for_a_tie) &&
           alternative_holds(passes, count, is_met_or_asks_for_a_tie);
}

enum casting_vote casting_vote_of(const struct question *question)
{
    enum casting_vote own = question->poll->chair.casting;
    return own == CASTING_VOTE_NONE ? question->circumstances->casting : own;
}

static enum casting_effect casting_effect_of(const struct question *question,
                                             const struct ruleset *rules, bool binding,
                                             bool open_tie, const struct evaluation *evaluation)
{
    bool in_rules = rules->one[RULE_TIE]->as.tie == TIE_CASTING_VOTE;
    if (casting_vote_of(question) == CASTING_VOTE_NONE)
        return in_rules && open_tie ? CASTING_MISSING : CASTING_NOT_GIVEN;
    if (!in_rules)
        return CASTING_NOT_IN_RULES;
    if (!binding)
        return CASTING_NO_QUORUM;
    if (!open_tie)
        return CASTING_NOT_TIED;
    if (casting_vote_of(question) == CASTING_VOTE_AGAINST)
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

static void evaluate_review(struct evaluation *evaluation)
{
    struct condition_list list = {0};
    const struct rule *review = evaluation->sitting.rules->one[RULE_REVIEW];
    if (review == NULL)
        return;
    measure_rule(&evaluation->sitting, review, 0, &list);
    evaluation->review = list.items;
    evaluation->result.review = evaluation->result.verdict == VERDICT_CARRIED && list.items->met;
}

/* What one area and the whole share: conditions and verdict of one count. */
static void evaluate_motion(bool with_casting_vote, struct evaluation *evaluation)
{
    const struct question *question = evaluation->sitting.question;
    const struct ruleset *rules = evaluation->sitting.rules;
    const struct figures *groups = evaluation->sitting.counts.groups;
    evaluate_conditions(evaluation);
    size_t quorum = evaluation->quorum_count;
    int64_t in_favour = groups[GROUP_FOR].votes;
    bool binding = conditions_hold(evaluation->conditions.items, quorum);
    bool passes = conditions_hold(evaluation->conditions.items + quorum,
                                  evaluation->conditions.count - quorum);
    passes =
        rules->form == FORM_CONSENSUS ? anybody_agrees(rules, groups) : in_favour > 0 && passes;
    struct result *result = &evaluation->result;
    result->tied = in_favour > 0 && in_favour == groups[GROUP_AGAINST].votes;
    result->verdict = !binding ? VERDICT_NOT_BINDING
                      : passes ? VERDICT_CARRIED
                               : VERDICT_NOT_CARRIED;
    if (with_casting_vote) {
        bool open_tie = binding && !passes && result->tied;
        evaluation->casting = casting_effect_of(question, rules, binding, open_tie, evaluation);
        if (evaluation->casting == CASTING_DECIDED && casting_vote_of(question) == CASTING_VOTE_FOR)
            result->verdict = VERDICT_CARRIED;
    }
    evaluate_review(evaluation);
}

/* What becomes of a casting vote where an area did not carry it. */
static void leave_to_areas(enum verdict whole, struct evaluation *evaluation)
{
    bool needless = evaluation->casting == CASTING_NOT_TIED && whole == VERDICT_CARRIED;
    bool decided = evaluation->casting == CASTING_DECIDED &&
                   casting_vote_of(evaluation->sitting.question) == CASTING_VOTE_FOR;
    if (decided || needless)
        evaluation->casting = CASTING_NOT_ENOUGH;
}

/*
 * `every area must pass`: each area is counted as a body of its own, by the same conditions, and
 * the motion is carried only if it is carried in each and on the whole. A casting vote is the
 * chair's of the whole body, so it carries no area.
 */
static void evaluate_areas(struct evaluation *evaluation)
{
    const struct sitting *whole = &evaluation->sitting;
    bool all_binding = true, all_carried = true;
    enum verdict verdict = evaluation->result.verdict;
    evaluation->area_count = whole->question->roll->area_count;
    evaluation->areas =
        arena_alloc(whole->arena, evaluation->area_count, sizeof *evaluation->areas);
    for (size_t i = 0; i < evaluation->area_count; i++) {
        struct section *section = arena_alloc(whole->arena, 1, sizeof *section);
        struct evaluation *area = &evaluation->areas[i];
        *section = section_of_area(i);
        area->sitting =
            sitting_of(whole->arena, whole->question, whole->rules, whole->positions, section);
        evaluate_motion(false, area);
        all_binding = all_binding && area->result.verdict != VERDICT_NOT_BINDING;
        all_carried = all_carried && area->result.verdict == VERDICT_CARRIED;
    }
    if (verdict == VERDICT_NOT_BINDING)
        return;
    if (!all_binding)
        evaluation->result.verdict = VERDICT_NOT_BINDING;
    else if (!all_carried)
        evaluation->result.verdict = VERDICT_NOT_CARRIED;
    if (!all_carried)
        leave_to_areas(verdict, evaluation);
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
    const struct figures *candidates = evaluation->sitting.counts.candidates;
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

/* What the candidate with the most votes needs. */
static void evaluate_leader(size_t leader, struct evaluation *evaluation)
{
    struct condition_list list = {0};
    const struct rule *elects = evaluation->sitting.rules->one[RULE_ELECTS];
    if (elects->worded)
        return;
    measure_rule(&evaluation->sitting, elects, leader, &list);
    evaluation->elects = list.items;
}

static void evaluate_election(struct arena *arena, const struct question *question,
                              struct evaluation *evaluation)
{
    const struct poll *poll = question->poll;
    const struct figures *candidates = evaluation->sitting.counts.candidates;
    evaluate_conditions(evaluation);
    evaluation->order = order_by_votes(arena, poll, candidates);
    if (casting_vote_of(question) != CASTING_VOTE_NONE)
        evaluation->casting = CASTING_ELECTION;
    bool elected = poll->candidate_count > 0 && candidates[evaluation->order[0]].votes > 0;
    if (elected)
        evaluate_leader(evaluation->order[0], evaluation);
    if (!conditions_hold(evaluation->conditions.items, evaluation->conditions.count))
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

static bool asks_some(const struct rule *rule)
{
    return rule != NULL && !rule->worded && rule->as.condition.among != AMONG_ALL;
}

bool looks_at_members(const struct ruleset *rules)
{
    bool some = asks_some(rules->one[RULE_ELECTS]) || asks_some(rules->one[RULE_REVIEW]);
    for (size_t i = 0; i < rules->quorum.count; i++)
        some = some || asks_some(rules->quorum.rules[i]);
    for (size_t i = 0; i < rules->passes.count; i++)
        some = some || asks_some(rules->passes.rules[i]);
    return some || is_at_opening(rules) || rules_by_area(rules);
}

struct evaluation evaluate(struct arena *arena, const struct question *question,
                           const struct ruleset *rules, const struct position *positions)
{
    const struct counts counts = count_positions(arena, question, rules, positions, &whole_roll);
    return evaluate_counted(arena, question, rules, positions, &counts);
}

struct evaluation evaluate_counted(struct arena *arena, const struct question *question,
                                   const struct ruleset *rules, const struct position *positions,
                                   const struct counts *counts)
{
    struct evaluation evaluation = {
        .sitting = {.arena = arena,
                    .question = question,
                    .rules = rules,
                    .positions = positions,
                    .section = &whole_roll,
                    .counts = *counts,
                    .places = weights_in_force(question, rules).places}};
    if (rules->form == FORM_ELECTION) {
        evaluate_election(arena, question, &evaluation);
        return evaluation;
    }
    evaluate_motion(true, &evaluation);
    if (rules_by_area(rules))
        evaluate_areas(&evaluation);
    return evaluation;
}
