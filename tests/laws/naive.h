/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_NAIVE_H
#define QUORATE_NAIVE_H

/* The contract a second time, after the judging of rows: counting, conditions, verdicts. All
 * quantities of these small polls fit 64 bits many times over. */

#include "laws/naive_judging.h"

/* --- Counting --- */

/* In hundredths of a vote. */
static inline long long naive_weight(const struct model_rules *rules,
                                     const struct model_member *member)
{
    long long votes = 0;
    switch (rules->weight) {
    case EACH:
        return 100;
    case LIST_SIZE:
        return 100LL * member->list_size;
    case VOTES_COLUMN:
        return member->votes;
    case PER_PATIENTS:
        break;
    }
    while (votes * rules->patients + rules->patients <= member->list_size)
        votes++;
    long long rest = member->list_size - votes * rules->patients;
    if ((rules->weight_rounding == UP && rest > 0) ||
        (rules->weight_rounding == NEAREST && 2 * rest >= rules->patients))
        votes++;
    return 100 * (votes < rules->least ? rules->least : votes);
}

static inline bool naive_in_group(const struct model_rules *rules, char stand, int group)
{
    bool for_somebody = stand == '1' || stand == '2' || stand == '3';
    bool cast = stand == 'f' || stand == 'a' || for_somebody;
    switch (group) {
    case G_ALL:
        return stand != 'i' || rules->interest != 2;
    case G_PRESENT:
        return stand == 'i' ? rules->interest == 0 : stand != '-';
    case G_VOTING:
        return cast || (stand == 's' && rules->abstention == 1) ||
               (stand == 'v' && rules->repeat == 1);
    case G_CAST:
        return cast;
    case G_FOR:
        return stand == 'f';
    case G_AGAINST:
        return stand == 'a';
    case G_ABSTAINED:
        return stand == 's';
    case G_INTERESTED:
        return stand == 'i';
    case G_ABSENT:
        return stand == '-';
    case G_VOID:
        return stand == 'v';
    default:
        return false; /* no vote of the model is spoilt */
    }
}

static inline void naive_add(struct naive_figures *sum, const struct model_rules *rules,
                             const struct model_member *member)
{
    sum->by[VOTES] += naive_weight(rules, member);
    sum->by[POPULATION] += member->list_size;
    sum->by[MEMBERS] += 1;
}

/* Some of the members: those of one area, or of all for -1, and of the class or whoever. */
struct naive_section {
    int area;
    bool blue;
};

static inline bool naive_is_in(const struct model_member *member, struct naive_section section)
{
    return (section.area < 0 || member->area == section.area) && (!section.blue || member->blue);
}

static inline void naive_count(const struct model *model, const struct model_rules *rules,
                               struct naive_section section, struct naive_outcome *outcome)
{
    memset(outcome->groups, 0, sizeof outcome->groups);
    memset(outcome->candidates, 0, sizeof outcome->candidates);
    for (int i = 0; i < model->member_count; i++) {
        const struct model_member *member = &model->members[i];
        char stand = outcome->stands[i];
        if (!naive_is_in(member, section))
            continue;
        for (int group = 0; group < NAIVE_GROUPS; group++)
            if (naive_in_group(rules, stand, group))
                naive_add(&outcome->groups[group], rules, member);
        if (stand >= '1' && stand <= '3')
            naive_add(&outcome->candidates[stand - '1'], rules, member);
    }
}

/* All that those members have of a measure, whoever was there. */
static inline long long naive_all(const struct model *model, struct naive_section section,
                                  enum model_measure measure)
{
    struct naive_figures all = {{0}};
    for (int i = 0; i < model->member_count; i++)
        if (naive_is_in(&model->members[i], section))
            naive_add(&all, &model->rules, &model->members[i]);
    return all.by[measure];
}

/* --- Conditions --- */

/* Whether a part (votes in hundredths) is on the right side of a threshold of top / bottom ones. */
static inline bool naive_compares(const struct model_condition *asks, long long part, long long top,
                                  long long bottom)
{
    long long one = asks->measure == VOTES ? 100 : 1;
    long long left = part * bottom, right = top * one;
    if (asks->at_most)
        return asks->strictly ? left < right : left <= right;
    return asks->strictly ? left > right : left >= right;
}

/* The share alone: the part is compared with p * whole / q. */
static inline bool naive_meets_share(const struct model_condition *asks, long long part,
                                     long long whole)
{
    long long one = asks->measure == VOTES ? 100 : 1;
    long long top = asks->p * whole, bottom = asks->q * one;
    if (asks->number) {
        top = 0;
        bottom = 1;
    }
    if (!asks->number && asks->rounding != EXACT) { /* to whole votes, patients or members */
        long long down = 0;
        while ((down + 1) * bottom <= top)
            down++;
        long long rest = top - down * bottom;
        bool more =
            (asks->rounding == UP && rest > 0) || (asks->rounding == NEAREST && 2 * rest >= bottom);
        top = down + (more ? 1 : 0);
        bottom = 1;
    }
    return naive_compares(asks, part, top + asks->plus * bottom, bottom);
}

/* At least the greater of two is at least both, at most the greater of two is at most one. Nobody
 * is never too many. */
static inline bool naive_meets(const struct model_condition *asks, long long part, long long whole)
{
    bool share = naive_meets_share(asks, part, whole);
    bool bound = naive_compares(asks, part, asks->bound, 1);
    if (asks->at_most && part == 0)
        return true;
    if (asks->limit == NO_LIMIT)
        return share;
    bool both = (asks->limit == GREATER) != asks->at_most;
    return both ? share && bound : share || bound;
}

static inline int naive_group_of(enum model_scope scope)
{
    static const int groups[] = {G_ALL, G_PRESENT, G_VOTING, G_CAST, G_AGAINST};
    return groups[scope];
}

/* `of_all`: the part is of all, as of a quorum; nobody is none, whatever it asks for, and so is
 * nobody of those few of whom it is asked. */
static inline bool naive_enough(const struct model_condition *asks, bool of_all, long long part,
                                long long whole)
{
    bool somebody = !asks->at_most && (of_all || asks->among != EVERYBODY);
    return naive_meets(asks, part, whole) && (!somebody || part > 0);
}

/* What is compared: of a quorum what the scope names, else what was cast for it, unless it says. */
static inline long long naive_part(const struct model_condition *asks, bool of_all,
                                   const struct naive_figures groups[NAIVE_GROUPS])
{
    int group = of_all ? naive_group_of(asks->scope) : G_FOR;
    if (asks->side == NOT_IN_FAVOUR)
        return groups[G_ALL].by[asks->measure] - groups[G_FOR].by[asks->measure];
    if (asks->side != BY_RULE)
        group = asks->side == THOSE_AGAINST ? G_AGAINST : G_ABSTAINED;
    return groups[group].by[asks->measure];
}

static inline void naive_evaluate(const struct model *model, const struct model_rules *rules,
                                  const struct model_condition *asks, bool of_all,
                                  struct naive_section section, struct naive_outcome *outcome)
{
    struct naive_outcome own = *outcome;
    naive_count(model, rules, section, &own);
    int whole_group = of_all ? G_ALL : naive_group_of(asks->scope);
    struct naive_condition condition = {
        .asks = asks,
        .of_all = of_all,
        .part = naive_part(asks, of_all, own.groups),
        .whole = own.groups[whole_group].by[asks->measure],
        .all = naive_all(model, section, asks->measure),
    };
    condition.met = naive_enough(asks, of_all, condition.part, condition.whole);
    outcome->conditions[outcome->condition_count++] = condition;
}

static inline bool naive_has_area(const struct model *model, int area)
{
    for (int i = 0; i < model->member_count; i++)
        if (model->members[i].area == area)
            return true;
    return false;
}

/* Each condition where it is to be met. The areas come in the order of the roll. */
static inline void naive_evaluate_all(const struct model *model, const struct model_rules *rules,
                                      const struct model_condition *conditions, int count,
                                      bool of_all, int within, struct naive_outcome *outcome)
{
    for (int i = 0; i < count; i++) {
        const struct model_condition *asks = &conditions[i];
        if (asks->among != EACH_AREA)
            naive_evaluate(model, rules, asks, of_all,
                           (struct naive_section){within, asks->among == BLUE}, outcome);
        for (int k = 0; asks->among == EACH_AREA && within < 0 && k < 2; k++) {
            int area = model->members[0].area == 0 ? k : 1 - k;
            if (naive_has_area(model, area))
                naive_evaluate(model, rules, asks, of_all, (struct naive_section){area, false},
                               outcome);
        }
    }
}

/* Whether a chair's vote would make it met: it is met, or a tie is half of what it asks more of. */
static inline bool naive_half_would_do(const struct naive_condition *condition)
{
    const struct model_condition *asks = condition->asks;
    bool plain = !asks->number && !asks->at_most && asks->limit == NO_LIMIT &&
                 asks->among == EVERYBODY && asks->side == BY_RULE;
    return condition->met || (plain && 2 * asks->p == asks->q && asks->plus == 0 &&
                              2 * condition->part == condition->whole);
}

/* All without a group, and where there are groups all of one: from the first condition on. */
static inline bool naive_hold(const struct naive_outcome *outcome, int first, bool with_casting)
{
    bool holds[3] = {true, true, true}, there[3] = {false, false, false};
    for (int i = first; i < outcome->condition_count; i++) {
        const struct naive_condition *condition = &outcome->conditions[i];
        int group = condition->asks->group;
        there[group] = true;
        if (!(with_casting ? naive_half_would_do(condition) : condition->met))
            holds[group] = false;
    }
    bool grouped = there[1] || there[2];
    return holds[0] && (!grouped || (there[1] && holds[1]) || (there[2] && holds[2]));
}

static inline bool naive_quorum(const struct model *model, const struct model_rules *rules,
                                int within, struct naive_outcome *outcome)
{
    outcome->condition_count = 0;
    naive_evaluate_all(model, rules, rules->quorum, rules->quorum_count, true, within, outcome);
    return naive_hold(outcome, 0, false);
}

/* --- Verdicts --- */

static inline enum naive_verdict naive_motion(const struct model *model,
                                              const struct model_rules *rules, int within,
                                              int casting, struct naive_outcome *outcome)
{
    long long in_favour = outcome->groups[G_FOR].by[VOTES];
    bool binding = naive_quorum(model, rules, within, outcome);
    int first = outcome->condition_count;
    naive_evaluate_all(model, rules, rules->passes, rules->passes_count, false, within, outcome);
    bool passes = in_favour > 0 && naive_hold(outcome, first, false);
    outcome->tied = in_favour > 0 && in_favour == outcome->groups[G_AGAINST].by[VOTES];
    if (!binding)
        return NOT_BINDING;
    if (!passes && outcome->tied && rules->casting_rule && casting == 1 &&
        naive_hold(outcome, first, true))
        passes = true;
    return passes ? CARRIED : NOT_CARRIED;
}

static inline enum naive_verdict naive_areas(const struct model *model,
                                             const struct model_rules *rules,
                                             const struct naive_outcome *outcome)
{
    enum naive_verdict verdict = outcome->verdict;
    bool binding = verdict != NOT_BINDING, carried = verdict == CARRIED;
    for (int area = 0; area < 2; area++) {
        struct naive_outcome own = *outcome;
        naive_count(model, rules, (struct naive_section){area, false}, &own);
        if (!naive_has_area(model, area))
            continue;
        enum naive_verdict its = naive_motion(model, rules, area, 0, &own);
        binding = binding && its != NOT_BINDING;
        carried = carried && its == CARRIED;
    }
    return !binding ? NOT_BINDING : carried ? CARRIED : NOT_CARRIED;
}

/* Whether the candidate has what it takes among those who are asked. */
static inline bool naive_reaches(const struct model *model, const struct model_rules *rules,
                                 int candidate, const struct naive_outcome *outcome)
{
    struct naive_outcome own = *outcome;
    naive_count(model, rules, (struct naive_section){-1, rules->elects.among == BLUE}, &own);
    return rules->most_votes ||
           naive_enough(&rules->elects, false, own.candidates[candidate].by[VOTES],
                        own.groups[G_CAST].by[VOTES]);
}

static inline enum naive_verdict naive_election(const struct model *model,
                                                const struct model_rules *rules,
                                                struct naive_outcome *outcome)
{
    long long most = 0;
    int at_top = 0;
    for (int i = 0; i < 3; i++)
        if (outcome->candidates[i].by[VOTES] > most)
            most = outcome->candidates[i].by[VOTES];
    for (int i = 0; i < 3; i++)
        at_top += outcome->candidates[i].by[VOTES] == most;
    if (!naive_quorum(model, rules, -1, outcome))
        return NOT_VALID;
    if (most == 0)
        return NOT_ELECTED;
    for (int i = 0; i < 3; i++) {
        if (outcome->candidates[i].by[VOTES] != most)
            continue;
        outcome->runs_off[i] = at_top > 1;
        outcome->winner = i;
    }
    bool reaches = at_top == 1 && naive_reaches(model, rules, outcome->winner, outcome);
    if (at_top > 1 || !reaches)
        outcome->winner = -1;
    return at_top > 1 ? FURTHER : reaches ? ELECTED : NOT_ELECTED;
}

/* Whether the condition is met when all of whom it is asked are there and vote for it. */
static inline bool naive_reachable(const struct naive_condition *condition)
{
    const struct model_condition *asks = condition->asks;
    bool of_others = !condition->of_all && asks->scope == AGAINST && !asks->number;
    return of_others || asks->at_most ||
           naive_enough(asks, condition->of_all, condition->all, condition->all);
}

static inline struct naive_outcome naive_decide(const struct model *model,
                                                const struct model_rules *rules)
{
    struct naive_outcome outcome = {.winner = -1};
    for (int i = 0; i < model->member_count; i++)
        naive_judge_member(model, rules, i, &outcome);
    if (outcome.conflict)
        return outcome;
    naive_count(model, rules, (struct naive_section){-1, false}, &outcome);
    if (rules->election) {
        outcome.verdict = naive_election(model, rules, &outcome);
        return outcome;
    }
    outcome.verdict = naive_motion(model, rules, -1, model->casting, &outcome);
    if (rules->every_area)
        outcome.verdict = naive_areas(model, rules, &outcome);
    outcome.review = rules->has_review && outcome.verdict == CARRIED &&
                     naive_meets(&rules->review, outcome.groups[G_AGAINST].by[MEMBERS], 0);
    return outcome;
}

#endif
