/* SPDX-License-Identifier: MIT */
#include "internal.h"

struct weights weights_in_force(const struct question *question, const struct ruleset *rules)
{
    return weights_of(&rules->one[RULE_WEIGHT]->as.weight, question->roll);
}

/* What is taken away again, where a vote is tried otherwise, is below 0. */
/*@ predicate is_figure(integer n) = -RATIO_QUANTITY_MOST <= n <= RATIO_QUANTITY_MOST;
    predicate are_figures{L}(struct figures *f) =
        is_figure(f->members) && is_figure(f->population) && is_figure(f->votes); */

/*@ requires \valid(sum) && \valid_read(figures) && \separated(sum, figures);
    requires are_figures(sum) && are_figures(figures);
    assigns *sum;
    ensures sum->members == \old(sum->members) + figures->members;
    ensures sum->population == \old(sum->population) + figures->population;
    ensures sum->votes == \old(sum->votes) + figures->votes; */
void add_figures(struct figures *sum, const struct figures *figures)
{
    sum->members += figures->members;
    sum->population += figures->population;
    sum->votes += figures->votes;
}

int64_t figures_in(const struct figures *figures, enum measure measure)
{
    switch (measure) {
    case MEASURE_VOTES:
        return figures->votes;
    case MEASURE_POPULATION:
        return figures->population;
    case MEASURE_MEMBERS:
        break;
    }
    return figures->members;
}

/* Which groups a stance belongs to, beside all and present, as bits. */
static unsigned groups_of(enum stance stance, const struct ruleset *rules)
{
    const unsigned voting = 1u << GROUP_VOTING;
    const unsigned cast = voting | 1u << GROUP_CAST;
    bool abstainers_take_part = rules->one[RULE_ABSTENTION]->as.takes_part;
    bool void_takes_part = rules->one[RULE_REPEAT_BALLOTS]->as.repeat == REPEAT_VOID_TAKES_PART;
    switch (stance) {
    case STANCE_FOR:
        return cast | 1u << GROUP_FOR;
    case STANCE_AGAINST:
        return cast | 1u << GROUP_AGAINST;
    case STANCE_CANDIDATE:
        return cast;
    case STANCE_ABSTAINED:
        return 1u << GROUP_ABSTAINED | (abstainers_take_part ? voting : 0);
    case STANCE_SPOILT:
        return 1u << GROUP_SPOILT;
    case STANCE_VOID:
        return 1u << GROUP_VOID | (void_takes_part ? voting : 0);
    case STANCE_ABSENT:
        return 1u << GROUP_ABSENT;
    case STANCE_INTERESTED:
        return 1u << GROUP_INTERESTED;
    case STANCE_PRESENT:
    case STANCE_SPLIT: /* counted by its parts */
        break;
    }
    return 0;
}

unsigned groups_of_stance(enum stance stance, const struct ruleset *rules)
{
    enum interest_rule interest = rules->one[RULE_INTEREST]->as.interest;
    unsigned groups = groups_of(stance, rules);
    bool interested = stance == STANCE_INTERESTED;
    if (!interested || interest != INTEREST_LEAVES_BASE)
        groups |= 1u << GROUP_ALL;
    if (interested ? interest == INTEREST_PRESENT : stance != STANCE_ABSENT)
        groups |= 1u << GROUP_PRESENT;
    return groups;
}

unsigned groups_of_position(const struct position *position, const struct ruleset *rules)
{
    unsigned groups = 0;
    if (position->parts == NULL)
        return groups_of_stance(position->stance, rules);
    for (size_t i = 0; i < position->part_count; i++)
        if (position->parts[i].stance != STANCE_ABSENT)
            groups |= groups_of_stance(position->parts[i].stance, rules);
    return groups;
}

static void count_in(unsigned groups, const struct figures *figures, struct counts *counts)
{
    for (unsigned group = 0; group < GROUPS; group++)
        if (groups & 1u << group)
            add_figures(&counts->groups[group], figures);
}

/* The member is once in every group in which any of its votes is. */
static void count_parts(const struct member *member, const struct position *position,
                        const struct ruleset *rules, struct counts *counts)
{
    const struct figures once = {.members = 1, .population = member->list_size};
    count_in(groups_of_position(position, rules), &once, counts);
    for (size_t i = 0; i < position->part_count; i++) {
        const struct part *part = &position->parts[i];
        const struct figures votes = {.votes = part->votes};
        count_in(groups_of_stance(part->stance, rules), &votes, counts);
        if (part->stance != STANCE_CANDIDATE)
            continue;
        add_figures(&counts->candidates[part->candidate], &once);
        add_figures(&counts->candidates[part->candidate], &votes);
    }
}

struct stance_sums stance_sums_copy(const struct question *question, const struct stance_sums *sums)
{
    size_t candidates = question->poll->candidate_count;
    struct stance_sums copy = *sums;
    copy.counts.candidates =
        arena_alloc(question->scratch, candidates, sizeof *copy.counts.candidates);
    for (size_t i = 0; i < candidates; i++)
        copy.counts.candidates[i] = sums->counts.candidates[i];
    return copy;
}

void stance_sums_add(struct stance_sums *sums, const struct position *position,
                     const struct figures *figures)
{
    add_figures(&sums->stances[position->stance], figures);
    if (position->stance == STANCE_CANDIDATE)
        add_figures(&sums->counts.candidates[position->candidate], figures);
}

struct counts stance_sums_counts(const struct stance_sums *sums, const struct ruleset *rules)
{
    struct counts counts = sums->counts;
    for (int stance = 0; stance < STANCES; stance++)
        count_in(groups_of_stance((enum stance)stance, rules), &sums->stances[stance], &counts);
    return counts;
}

struct counts count_positions(struct arena *arena, const struct question *question,
                              const struct ruleset *rules, const struct position *positions,
                              const struct section *section)
{
    const struct roll *roll = question->roll;
    const struct weights weights = weights_in_force(question, rules);
    size_t candidates = question->poll->candidate_count;
    struct stance_sums sums = {.counts.candidates =
                                   arena_alloc(arena, candidates, sizeof *sums.counts.candidates)};
    for (size_t i = 0; i < roll->count; i++) {
        const struct member *member = &roll->members[i];
        if (!section_has(section, member))
            continue;
        if (positions[i].parts != NULL) {
            count_parts(member, &positions[i], rules, &sums.counts);
            continue;
        }
        const struct figures one = {1, member->list_size, weight_of(&weights, member)};
        stance_sums_add(&sums, &positions[i], &one);
    }
    return stance_sums_counts(&sums, rules);
}

struct count count_of(const struct figures *figures)
{
    return (struct count){.members = figures->members,
                          .population = figure_told(figures->population),
                          .votes = figure_told(figures->votes)};
}
