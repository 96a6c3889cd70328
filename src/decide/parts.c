/* SPDX-License-Identifier: MIT */
#include "internal.h"

/*
 * Rows that say how many votes they cast are parts of what one member has, and no repeated ballots:
 * the rule `repeat ballots` says nothing of them. What no row casts is absent.
 */

/* A row that casts all that its member has is its one vote, as one that says nothing of that. */
static bool casts_a_part(const struct weights *weights, const struct ballot *ballot)
{
    if (ballot->details->votes == 0)
        return false;
    const int64_t has = weight_of(weights, ballot->member), unit = weights_unit(weights);
    return ballot->details->votes != has / unit || has % unit != 0;
}

bool chain_is_of_parts(const struct weights *weights, const struct chain *chain)
{
    bool in_parts = false, all_aside = true;
    for (size_t row = chain->first; row != NO_ROW; row = chain->next[row]) {
        in_parts = in_parts || casts_a_part(weights, &chain->ballots[row]);
        all_aside = all_aside && stands_aside(&chain->ballots[row]);
    }
    return in_parts && !all_aside; /* an interest is the member's, with all its votes */
}

/* --- What rows of parts cannot be --- */

/* Whether they say when they came, and not that it was at one time: one may correct the other. That
 * the one says it in a way that can be told was found when it was held against itself. */
static bool at_other_times(const struct ballot *one, const struct ballot *other)
{
    const struct moment *first = &one->details->received, *second = &other->details->received;
    return other->time_untold || first->given != second->given || first->zoned != second->zoned ||
           first->day_alone != second->day_alone ||
           (first->given && moment_compare(*first, *second) != 0);
}

/* The first row comes before the others by itself: what it cannot be need not be asked again. */
static bool clashes(const struct ballot *first, const struct ballot *later,
                    enum conflict_kind *kind)
{
    if (stands_aside(later))
        *kind = CONFLICT_PART_INTEREST;
    else if (later->details->votes == 0)
        *kind = CONFLICT_PART_UNTOLD;
    else if (at_other_times(first, later))
        *kind = CONFLICT_PART_TIMES;
    else
        return false;
    return true;
}

static bool are_no_parts(const struct chain *chain, struct conflict *conflict)
{
    const struct ballot *first = &chain->ballots[chain->first];
    for (size_t row = chain->first; row != NO_ROW; row = chain->next[row]) {
        const struct ballot *later = &chain->ballots[row];
        *conflict = (struct conflict){.ballot = later, .earlier = first};
        if (clashes(first, later, &conflict->kind))
            return true;
    }
    return false;
}

/* --- What they add up to --- */

static void add_part(struct position *position, struct part *parts, enum stance stance,
                     size_t candidate, int64_t votes)
{
    size_t at = 0;
    while (at < position->part_count &&
           (parts[at].stance != stance || parts[at].candidate != candidate))
        at++;
    if (at == position->part_count)
        parts[position->part_count++] = (struct part){.stance = stance, .candidate = candidate};
    parts[at].votes += votes;
}

/* False, with a conflict at the row that goes over it, where they are more than the member has. */
static bool add_rows(const struct chain *chain, const struct weights *weights,
                     struct position *position, struct part *parts, struct conflict *conflict)
{
    const int64_t has = weight_of(weights, position->by->member), unit = weights_unit(weights);
    int64_t given = 0;
    for (size_t row = chain->first; row != NO_ROW; row = chain->next[row]) {
        const struct ballot *ballot = &chain->ballots[row];
        const struct position of_row = position_of(ballot);
        if (ballot->details->votes > (has - given) / unit) {
            *conflict = (struct conflict){.kind = CONFLICT_PARTS_EXCEED,
                                          .ballot = ballot,
                                          .earlier = position->by,
                                          .has = has,
                                          .given = given,
                                          .places = weights->places};
            return false;
        }
        given += ballot->details->votes * unit;
        add_part(position, parts, of_row.stance, of_row.candidate, ballot->details->votes * unit);
    }
    position->rest = given < has;
    if (position->rest)
        add_part(position, parts, STANCE_ABSENT, 0, has - given);
    return true;
}

/* Where all that was cast went one way, the member stands there. */
static void take_stance(struct position *position)
{
    size_t ways = 0;
    for (size_t i = 0; i < position->part_count; i++) {
        const struct part *part = &position->parts[i];
        if (part->stance == STANCE_ABSENT)
            continue;
        position->stance = ways++ == 0 ? part->stance : STANCE_SPLIT;
        position->candidate = part->candidate;
    }
    if (position->part_count == 1) {
        position->parts = NULL;
        position->part_count = 0;
    }
}

/* --- What a rule makes of them --- */

/* Whether it counts members on one side, where a member with votes on several cannot stand. What
 * elects is a share of votes. */
static bool counts_heads_of_a_side(const struct rule *rule)
{
    const struct condition *asks = &rule->as.condition;
    return asks->measure != MEASURE_VOTES &&
           (rule->kind == RULE_PASSES || asks->side != SIDE_BY_RULE ||
            asks->scope == SCOPE_AGAINST);
}

/* The first rule that does; NULL for none. */
static const struct rule *rule_of_heads(const struct ruleset *rules)
{
    const struct rule_list lists[] = {
        rules->quorum,
        rules->passes,
        {&rules->one[RULE_REVIEW], rules->one[RULE_REVIEW] != NULL},
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (size_t j = 0; j < lists[i].count; j++)
            if (counts_heads_of_a_side(lists[i].rules[j]))
                return lists[i].rules[j];
    return NULL;
}

/*
 * When the meeting opened nobody had cast any vote, and how many of them were represented then the
 * rows do not tell. Of a secret vote the heads of each side are told: a member on two of them is
 * one too many there, and what somebody leaves uncast is told by the votes that are absent.
 */
static bool may_not_be_split(const struct question *question, const struct ruleset *rules,
                             const struct position *position, struct conflict *conflict)
{
    *conflict = (struct conflict){.ballot = position->by, .earlier = position->by};
    if (is_at_opening(rules)) {
        conflict->kind = CONFLICT_PARTS_OPENING;
        return true;
    }
    if (position->parts != NULL && is_secret(question, rules)) {
        conflict->kind = CONFLICT_PARTS_SECRET;
        return true;
    }
    conflict->kind = CONFLICT_PARTS_OF_HEADS;
    conflict->rule = position->stance == STANCE_SPLIT ? rule_of_heads(rules) : NULL;
    return conflict->rule != NULL;
}

static size_t count_rows(const struct chain *chain)
{
    size_t count = 0;
    for (size_t row = chain->first; row != NO_ROW; row = chain->next[row])
        count++;
    return count;
}

void settle_parts(struct arena *arena, const struct question *question, const struct ruleset *rules,
                  const struct weights *weights, const struct chain *chain,
                  struct judgement *judgement)
{
    const struct ballot *first = &chain->ballots[chain->first];
    struct part *parts = arena_alloc(arena, count_rows(chain) + 1, sizeof *parts);
    struct position position = {
        .stance = STANCE_ABSENT,
        .by = first,
        .several = chain->next[chain->first] != NO_ROW,
        .parts = parts,
    };
    struct conflict conflict;
    bool refused =
        are_no_parts(chain, &conflict) || !add_rows(chain, weights, &position, parts, &conflict);
    if (!refused) {
        take_stance(&position);
        refused = may_not_be_split(question, rules, &position, &conflict);
    }
    if (refused) {
        judgement_object(arena, judgement, &conflict);
        return;
    }
    for (size_t row = chain->first; row != NO_ROW; row = chain->next[row])
        judgement->rows[row] =
            (struct judged){.status = status_of_stance(position_of(&chain->ballots[row]).stance)};
    judgement->positions[first->member->index] = position;
}

/* --- What they may be instead --- */

/* Whether a row that was not refused casts all that its member has. */
static bool any_casts_all(const struct poll *poll, const struct weights *weights,
                          const struct judgement *judgement)
{
    for (size_t row = 0; row < poll->count; row++)
        if (poll->ballots[row].details->votes > 0 &&
            judgement->rows[row].status != RETURN_REFUSED &&
            !casts_a_part(weights, &poll->ballots[row]))
            return true;
    return false;
}

/* Whatever they did with them. */
static int64_t votes_of_rows(const struct poll *poll, const struct weights *weights,
                             const struct judgement *judgement, const struct ballot *row)
{
    int64_t votes = 0;
    for (; row != NULL; row = next_part(judgement, poll, row))
        votes += row->details->votes * weights_unit(weights);
    return votes;
}

void doubt_parts(struct arena *arena, const struct question *question,
                 const struct weights *weights, struct judgement *judgement)
{
    const struct position *doubted = NULL;
    if (!question->poll->votes_doubtful || judgement->conflict_count > 0 ||
        any_casts_all(question->poll, weights, judgement))
        return;
    for (size_t i = 0; i < question->roll->count; i++) {
        const struct position *position = &judgement->positions[i];
        if (position->by == NULL || stands_aside(position->by) ||
            !casts_a_part(weights, position->by))
            continue;
        if (!position->rest)
            return;
        if (doubted == NULL)
            doubted = position;
    }
    if (doubted == NULL)
        return;
    judgement_object(
        arena, judgement,
        &(struct conflict){.kind = CONFLICT_PARTS_DOUBTED,
                           .ballot = doubted->by,
                           .earlier = doubted->by,
                           .has = weight_of(weights, doubted->by->member),
                           .given = votes_of_rows(question->poll, weights, judgement, doubted->by),
                           .places = weights->places});
}
