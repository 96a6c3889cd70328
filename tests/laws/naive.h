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
    default:
        return stand == 'v';
    }
}

static inline void naive_add(struct naive_figures *sum, const struct model_rules *rules,
                             const struct model_member *member)
{
    sum->by[VOTES] += naive_weight(rules, member);
    sum->by[POPULATION] += member->list_size;
    sum->by[MEMBERS] += 1;
}

/* Counts those of one area, or all for -1. */
static inline void naive_count(const struct model *model, const struct model_rules *rules, int area,
                               struct naive_outcome *outcome)
{
    memset(outcome->groups, 0, sizeof outcome->groups);
    memset(outcome->candidates, 0, sizeof outcome->candidates);
    for (int i = 0; i < model->member_count; i++) {
        const struct model_member *member = &model->members[i];
        char stand = outcome->stands[i];
        if (area >= 0 && member->area != area)
            continue;
        for (int group = 0; group < NAIVE_GROUPS; group++)
            if (naive_in_group(rules, stand, group))
                naive_add(&outcome->groups[group], rules, member);
        if (stand >= '1' && stand <= '3')
            naive_add(&outcome->candidates[stand - '1'], rules, member);
    }
}

/* --- Conditions --- */

/* Whether a part (votes in hundredths) meets the condition: part compared with p * whole / q. */
static inline bool naive_meets(const struct model_condition *asks, long long part, long long whole)
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
    top += asks->plus * bottom;
    long long left = part * bottom, right = top * one;
    return asks->strictly ? left > right : left >= right;
}

static inline int naive_group_of(enum model_scope scope)
{
    static const int groups[] = {G_ALL, G_PRESENT, G_VOTING, G_CAST, G_AGAINST};
    return groups[scope];
}

/* `of_all`: the part is of all, as of a quorum; nobody is none, whatever it asks for. */
static inline bool naive_enough(const struct model_condition *asks, bool of_all, long long part,
                                long long whole)
{
    return naive_meets(asks, part, whole) && (!of_all || part > 0);
}

static inline bool naive_evaluate(const struct model_condition *asks, bool of_all, long long part,
                                  long long whole, struct naive_outcome *outcome)
{
    bool met = naive_enough(asks, of_all, part, whole);
    outcome->conditions[outcome->condition_count++] = (struct naive_condition){part, whole, met};
    return met;
}

static inline bool naive_quorum(const struct model_rules *rules, struct naive_outcome *outcome)
{
    bool binding = true;
    outcome->condition_count = 0;
    for (int i = 0; i < rules->quorum_count; i++) {
        const struct model_condition *asks = &rules->quorum[i];
        int group = naive_group_of(asks->scope);
        binding = naive_evaluate(asks, true, outcome->groups[group].by[asks->measure],
                                 outcome->groups[G_ALL].by[asks->measure], outcome) &&
                  binding;
    }
    return binding;
}

/* --- Verdicts --- */

static inline enum naive_verdict naive_motion(const struct model_rules *rules, int casting,
                                              struct naive_outcome *outcome)
{
    long long in_favour = outcome->groups[G_FOR].by[VOTES];
    bool binding = naive_quorum(rules, outcome);
    bool passes = in_favour > 0;
    bool half_would_do = true;
    for (int i = 0; i < rules->passes_count; i++) {
        const struct model_condition *asks = &rules->passes[i];
        long long part = outcome->groups[G_FOR].by[asks->measure];
        long long whole = outcome->groups[naive_group_of(asks->scope)].by[asks->measure];
        bool met = naive_evaluate(asks, false, part, whole, outcome);
        bool half = !asks->number && 2 * asks->p == asks->q && asks->plus == 0;
        passes = passes && met;
        half_would_do = half_would_do && (met || (half && 2 * part == whole));
    }
    outcome->tied = in_favour > 0 && in_favour == outcome->groups[G_AGAINST].by[VOTES];
    if (!binding)
        return NOT_BINDING;
    if (!passes && outcome->tied && rules->casting_rule && casting == 1 && half_would_do)
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
        naive_count(model, rules, area, &own);
        bool there = false;
        for (int i = 0; i < model->member_count; i++)
            there = there || model->members[i].area == area;
        if (!there)
            continue;
        enum naive_verdict its = naive_motion(rules, 0, &own);
        binding = binding && its != NOT_BINDING;
        carried = carried && its == CARRIED;
    }
    return !binding ? NOT_BINDING : carried ? CARRIED : NOT_CARRIED;
}

static inline enum naive_verdict naive_election(const struct model_rules *rules,
                                                struct naive_outcome *outcome)
{
    long long most = 0;
    int at_top = 0;
    for (int i = 0; i < 3; i++)
        if (outcome->candidates[i].by[VOTES] > most)
            most = outcome->candidates[i].by[VOTES];
    for (int i = 0; i < 3; i++)
        at_top += outcome->candidates[i].by[VOTES] == most;
    if (!naive_quorum(rules, outcome))
        return NOT_VALID;
    if (most == 0)
        return NOT_ELECTED;
    for (int i = 0; i < 3; i++) {
        if (outcome->candidates[i].by[VOTES] != most)
            continue;
        outcome->runs_off[i] = at_top > 1;
        outcome->winner = i;
    }
    bool reaches =
        rules->most_votes || naive_meets(&rules->elects, most, outcome->groups[G_CAST].by[VOTES]);
    if (at_top > 1 || !reaches)
        outcome->winner = -1;
    return at_top > 1 ? FURTHER : reaches ? ELECTED : NOT_ELECTED;
}

/* All that the members have of a measure, whoever was there. */
static inline long long naive_all(const struct model *model, enum model_measure measure)
{
    struct naive_figures all = {{0}};
    for (int i = 0; i < model->member_count; i++)
        naive_add(&all, &model->rules, &model->members[i]);
    return all.by[measure];
}

/* Whether the condition is met when everybody is there and votes for it. */
static inline bool naive_reachable(const struct model *model, const struct model_condition *asks,
                                   bool of_all)
{
    long long all = naive_all(model, asks->measure);
    bool of_others = !of_all && asks->scope == AGAINST && !asks->number;
    return of_others || all == 0 || naive_meets(asks, all, all);
}

static inline struct naive_outcome naive_decide(const struct model *model,
                                                const struct model_rules *rules)
{
    struct naive_outcome outcome = {.winner = -1};
    for (int i = 0; i < model->member_count; i++)
        naive_judge_member(model, rules, i, &outcome);
    if (outcome.conflict)
        return outcome;
    naive_count(model, rules, -1, &outcome);
    if (rules->election) {
        outcome.verdict = naive_election(rules, &outcome);
        return outcome;
    }
    outcome.verdict = naive_motion(rules, model->casting, &outcome);
    if (rules->every_area)
        outcome.verdict = naive_areas(model, rules, &outcome);
    outcome.review = rules->has_review && outcome.verdict == CARRIED &&
                     naive_meets(&rules->review, outcome.groups[G_AGAINST].by[MEMBERS], 0);
    return outcome;
}

#endif
