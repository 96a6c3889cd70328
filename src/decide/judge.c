/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"

struct judgement *judgement_new(const struct question *question)
{
    struct arena *arena = question->scratch;
    struct judgement *judgement = arena_alloc(arena, 1, sizeof *judgement);
    judgement->rows = arena_room(arena, question->poll->count, sizeof *judgement->rows);
    judgement->positions = arena_room(arena, question->roll->count, sizeof *judgement->positions);
    judgement->next_row = arena_room(arena, question->poll->count, sizeof *judgement->next_row);
    return judgement;
}

static enum return_reason proxy_fault(const struct ballot *ballot, enum proxy_rule rule,
                                      struct date vote_on)
{
    if (rule == PROXY_NONE)
        return REASON_PROXY_NOT_ALLOWED;
    if (rule == PROXY_ANY)
        return REASON_NONE;
    if (ballot->details->voter == NULL)
        return REASON_PROXY_NOT_NAMED;
    if (rule == PROXY_NAMED)
        return REASON_NONE;
    if (ballot->notified == NOTIFIED_NO)
        return REASON_PROXY_NOT_NOTIFIED;
    /* "the locality lead should be informed ahead of the meeting": on the day itself can be that */
    if (ballot->notified == NOTIFIED_ON && date_given(vote_on) &&
        date_compare(ballot->details->notified_on, vote_on) > 0)
        return REASON_PROXY_TOLD_LATE;
    return REASON_NONE;
}

/* What the list of voters has against the address. For a practice that was absent nobody wrote. */
static enum return_reason address_fault(const struct ballot *ballot)
{
    switch (ballot->address) {
    case ADDRESS_BLANK:
        return ballot->vote == VOTE_ABSENT ? REASON_NONE : REASON_ADDRESS_BLANK;
    case ADDRESS_UNKNOWN:
        return REASON_ADDRESS_UNKNOWN;
    case ADDRESS_ELSEWHERE:
        return REASON_ADDRESS_ELSEWHERE;
    case ADDRESS_ABSENT:
        return REASON_ADDRESS_ABSENT;
    case ADDRESS_NOT_CHECKED:
    case ADDRESS_LISTED:
    case ADDRESS_STANDINGS:
        break;
    }
    return REASON_NONE;
}

/*
 * Where the ballot and the list of voters give two roles, both must be such as may vote: the list
 * takes away what a ballot claims, and never adds to it. And both must be a proxy's or neither,
 * because a proxy has to be named and told of.
 */
static enum return_reason role_fault(const struct ballot *ballot, unsigned roles)
{
    const struct registered_voter *registered = ballot->details->registered;
    bool by_register =
        registered != NULL && (!ballot->role_given || registered->role != ballot->role);
    if (by_register && (roles & (1u << registered->role)) == 0)
        return REASON_REGISTERED_ROLE;
    if ((roles & (1u << ballot->role)) == 0)
        return REASON_ROLE;
    if (by_register && (registered->role == ROLE_PROXY) != (ballot->role == ROLE_PROXY))
        return REASON_REGISTERED_PROXY;
    return REASON_NONE;
}

/* Why the voter of this row may not vote, if so. */
static enum return_reason voter_fault(const struct ballot *ballot, const struct ruleset *rules,
                                      struct date vote_on)
{
    enum return_reason fault = address_fault(ballot);
    if (fault == REASON_NONE)
        fault = role_fault(ballot, rules->one[RULE_VOTERS]->as.roles);
    if (fault != REASON_NONE)
        return fault;
    if (ballot->role == ROLE_PROXY)
        return proxy_fault(ballot, rules->one[RULE_PROXY]->as.proxy, vote_on);
    return REASON_NONE;
}

/* Whether the ballot came outside the time of the vote. At the closing time itself it counts. */
static enum return_reason time_fault(const struct ballot *ballot,
                                     const struct circumstances *circumstances)
{
    const struct moment *received = &ballot->details->received;
    if (!received->given)
        return REASON_NONE;
    if (circumstances->opens.given && moment_compare(*received, circumstances->opens) < 0)
        return REASON_EARLY;
    if (circumstances->closes.given && moment_compare(*received, circumstances->closes) > 0)
        return REASON_LATE;
    return REASON_NONE;
}

static enum return_reason fault_of(const struct ballot *ballot, const struct ruleset *rules,
                                   const struct circumstances *circumstances)
{
    enum return_reason fault = voter_fault(ballot, rules, circumstances->date);
    return fault != REASON_NONE ? fault : time_fault(ballot, circumstances);
}

static bool same_answer(const struct ballot *one, const struct ballot *other)
{
    if (stands_aside(one) || stands_aside(other))
        return stands_aside(one) && stands_aside(other);
    return one->vote == other->vote &&
           (one->vote != VOTE_CANDIDATE || one->candidate == other->candidate);
}

static const struct ballot *row_of_chain(const struct chain *chain, size_t row)
{
    return &chain->ballots[row];
}

static bool all_agree(const struct chain *chain)
{
    for (size_t row = chain->next[chain->first]; row != NO_ROW; row = chain->next[row])
        if (!same_answer(row_of_chain(chain, chain->first), row_of_chain(chain, row)))
            return false;
    return true;
}

/* Whether the rows say when they came: all, none, or in a way that cannot be compared. */
enum times {
    TIMES_NONE,
    TIMES_ALL,
    TIMES_MIXED,
};

/* Whether two times are by one clock. A day alone is a day by any. */
static bool are_comparable(const struct moment *one, const struct moment *other)
{
    return one->given == other->given &&
           (one->zoned == other->zoned || one->day_alone || other->day_alone);
}

static enum times times_of(const struct chain *chain)
{
    const struct moment *first = &row_of_chain(chain, chain->first)->details->received;
    for (size_t row = chain->first; row != NO_ROW; row = chain->next[row]) {
        const struct ballot *ballot = row_of_chain(chain, row);
        if (ballot->time_untold || !are_comparable(first, &ballot->details->received))
            return TIMES_MIXED;
    }
    return first->given ? TIMES_ALL : TIMES_NONE;
}

/* Above 0 when the row came after the one that is kept so far, 0 when that cannot be told. Rows
 * without times came in the order of the file. */
static int order_of(const struct chain *chain, enum times times, size_t kept, size_t row)
{
    switch (times) {
    case TIMES_NONE:
        return row > kept ? 1 : -1;
    case TIMES_ALL:
        return moment_compare(row_of_chain(chain, row)->details->received,
                              row_of_chain(chain, kept)->details->received);
    case TIMES_MIXED:
        break;
    }
    return 0;
}

/*
 * The row that `first counts` or `last counts` leaves standing: by the times when all rows have
 * one, by their order in the file when none has. NO_ROW when it cannot be told; *rival then is a
 * row that it cannot be told from. A day alone cannot be told from any time of that day, so each
 * row is held against the one that is kept in the end.
 */
static size_t row_that_counts(const struct chain *chain, bool last, size_t *rival)
{
    enum times times = times_of(chain);
    size_t kept = chain->first;
    *rival = NO_ROW;
    for (size_t row = chain->next[kept]; row != NO_ROW; row = chain->next[row]) {
        int later = order_of(chain, times, kept, row);
        if (later != 0 && (later > 0) == last)
            kept = row;
    }
    for (size_t row = chain->first; row != NO_ROW; row = chain->next[row])
        if (row != kept && order_of(chain, times, kept, row) == 0 &&
            !same_answer(row_of_chain(chain, row), row_of_chain(chain, kept)))
            *rival = row;
    return *rival == NO_ROW ? kept : NO_ROW;
}

static void add_conflict(struct arena *arena, struct judgement *judgement,
                         const struct ballot *earlier, const struct ballot *later,
                         enum conflict_kind kind)
{
    judgement_object(arena, judgement,
                     &(struct conflict){.ballot = later, .earlier = earlier, .kind = kind});
}

/* Only where both rows say who it was. */
static bool is_another_person(const struct ballot *one, const struct ballot *other)
{
    bool other_role = one->role_given && other->role_given && one->role != other->role;
    return other_role || (one->details->voter != NULL && other->details->voter != NULL &&
                          strcmp(one->details->voter, other->details->voter) != 0);
}

/* Why a row does not count beside the one that does. */
static enum return_reason reason_beside(const struct ballot *ballot, const struct ballot *counting,
                                        enum return_reason otherwise)
{
    if (same_answer(ballot, counting))
        return stands_aside(counting) ? REASON_SAME_INTEREST : REASON_SAME_ANSWER;
    return otherwise == REASON_ANOTHER_CAME && !is_another_person(ballot, counting) ? REASON_CAME
                                                                                    : otherwise;
}

/* One row counts; what the others are worth follows from it. */
static void keep_row(const struct chain *chain, size_t kept, enum return_reason otherwise,
                     struct judgement *judgement, struct position *position)
{
    const struct ballot *counting = row_of_chain(chain, kept);
    *position = position_of(counting);
    for (size_t row = chain->first; row != NO_ROW; row = chain->next[row])
        if (row != kept)
            judgement->rows[row] = (struct judged){
                .status = RETURN_SUPERSEDED,
                .reason = reason_beside(row_of_chain(chain, row), counting, otherwise),
                .other = counting,
            };
    judgement->rows[kept] = (struct judged){.status = status_of_stance(position->stance)};
}

/* Each row is told beside one that says something else: the first, or the first that is unlike it.
 */
static void void_rows(const struct chain *chain, struct judgement *judgement,
                      struct position *position)
{
    const struct ballot *first = row_of_chain(chain, chain->first), *unlike = NULL;
    *position = (struct position){.stance = STANCE_VOID, .by = first};
    for (size_t row = chain->first; row != NO_ROW && unlike == NULL; row = chain->next[row])
        if (!same_answer(row_of_chain(chain, row), first))
            unlike = row_of_chain(chain, row);
    for (size_t row = chain->first; row != NO_ROW; row = chain->next[row])
        judgement->rows[row] = (struct judged){
            .status = RETURN_VOID,
            .reason = REASON_DIFFERENT_ANSWERS,
            .other = same_answer(row_of_chain(chain, row), first) ? unlike : first,
        };
}

static void report_conflicts(struct arena *arena, const struct chain *chain,
                             struct judgement *judgement)
{
    const struct ballot *first = row_of_chain(chain, chain->first);
    for (size_t row = chain->next[chain->first]; row != NO_ROW; row = chain->next[row])
        if (!same_answer(first, row_of_chain(chain, row)))
            add_conflict(arena, judgement, first, row_of_chain(chain, row), CONFLICT_ANSWERS);
}

/* Whether the row of somebody who was away may be of anybody who came by the others. */
static bool denies_who_came(const struct chain *chain, const struct ballot *away)
{
    for (size_t row = chain->first; row != NO_ROW; row = chain->next[row]) {
        const struct ballot *there = row_of_chain(chain, row);
        if (there->vote != VOTE_ABSENT && !away->of_joins && !is_another_person(away, there))
            return true;
    }
    return false;
}

/* A lead who is away and a deputy who is there are one member that is there, whatever else its rows
 * say. Whether somebody came, and whoever is away is somebody else. */
static bool somebody_else_came(const struct chain *chain)
{
    bool came = false;
    for (size_t row = chain->first; row != NO_ROW; row = chain->next[row]) {
        const struct ballot *ballot = row_of_chain(chain, row);
        if (ballot->vote == VOTE_ABSENT && denies_who_came(chain, ballot))
            return false;
        came = came || ballot->vote != VOTE_ABSENT;
    }
    return came;
}

/* Settles rows that say different things by the rule `repeat ballots`. */
static void settle_by_rule(struct arena *arena, const struct chain *chain, enum repeat_rule rule,
                           struct judgement *judgement, struct position *position)
{
    bool last = rule == REPEAT_LAST;
    size_t rival = NO_ROW, kept = NO_ROW;
    switch (rule) {
    case REPEAT_ERROR:
        report_conflicts(arena, chain, judgement);
        return;
    case REPEAT_VOID_TAKES_PART:
    case REPEAT_VOID_NO_PART:
        void_rows(chain, judgement, position);
        return;
    case REPEAT_FIRST:
    case REPEAT_LAST:
        kept = row_that_counts(chain, last, &rival);
        if (kept == NO_ROW)
            add_conflict(arena, judgement, row_of_chain(chain, chain->first),
                         row_of_chain(chain, rival), CONFLICT_UNORDERED);
        else
            keep_row(chain, kept, last ? REASON_LAST_COUNTS : REASON_FIRST_COUNTS, judgement,
                     position);
        return;
    }
}

static void settle_rows(struct arena *arena, const struct chain *chain, enum repeat_rule rule,
                        struct judgement *judgement, struct position *position)
{
    if (all_agree(chain))
        keep_row(chain, chain->first, REASON_SAME_ANSWER, judgement, position);
    else
        settle_by_rule(arena, chain, rule, judgement, position);
}

/* Takes the rows of those who were away out of the chain, into one of their own. */
static struct chain part_those_away(struct chain *chain, struct judgement *judgement)
{
    struct chain away = {chain->ballots, chain->next, NO_ROW};
    size_t *came_end = &chain->first, *away_end = &away.first;
    for (size_t row = chain->first; row != NO_ROW; row = judgement->next_row[row]) {
        size_t **end = row_of_chain(chain, row)->vote == VOTE_ABSENT ? &away_end : &came_end;
        **end = row;
        *end = &judgement->next_row[row];
    }
    *came_end = *away_end = NO_ROW;
    return away;
}

static void settle_who_came(struct arena *arena, struct chain *chain, enum repeat_rule rule,
                            struct judgement *judgement, struct position *position)
{
    struct chain away = part_those_away(chain, judgement);
    settle_rows(arena, chain, rule, judgement, position);
    const struct ballot *counting = position->by;
    for (size_t row = away.first; row != NO_ROW && counting != NULL; row = away.next[row])
        judgement->rows[row] = (struct judged){
            .status = RETURN_SUPERSEDED,
            .reason = reason_beside(row_of_chain(&away, row), counting, REASON_ANOTHER_CAME),
            .other = counting,
        };
}

/* A lead who leaves and a deputy who comes are two people, but one cannot have been there at the
 * opening and not. */
static bool was_at_opening(struct arena *arena, const struct chain *chain,
                           struct judgement *judgement)
{
    bool any = false, all = true;
    for (size_t row = chain->first; row != NO_ROW; row = chain->next[row]) {
        any = any || row_of_chain(chain, row)->at_opening;
        all = all && row_of_chain(chain, row)->at_opening;
    }
    if (any == all)
        return any;
    for (size_t row = chain->first; row != NO_ROW; row = chain->next[row]) {
        const struct ballot *ballot = row_of_chain(chain, row);
        for (size_t other = chain->first; other != row; other = chain->next[other]) {
            const struct ballot *earlier = row_of_chain(chain, other);
            if (earlier->at_opening == ballot->at_opening || is_another_person(earlier, ballot))
                continue;
            add_conflict(arena, judgement, earlier, ballot, CONFLICT_OPENING);
            return true;
        }
    }
    return true;
}

/* Settles the rows of one member. */
static void settle_member(struct arena *arena, const struct question *question,
                          const struct ruleset *rules, const struct weights *weights,
                          struct chain *chain, struct judgement *judgement,
                          struct position *position)
{
    enum repeat_rule rule = rules->one[RULE_REPEAT_BALLOTS]->as.repeat;
    bool at_opening = was_at_opening(arena, chain, judgement);
    if (chain_is_of_parts(weights, chain))
        settle_parts(arena, question, rules, weights, chain, judgement);
    else if (somebody_else_came(chain))
        settle_who_came(arena, chain, rule, judgement, position);
    else
        settle_rows(arena, chain, rule, judgement, position);
    position->at_opening = at_opening;
}

void judge(struct arena *arena, const struct question *question, const struct ruleset *rules,
           struct judgement *judgement)
{
    const struct poll *poll = question->poll;
    size_t members = question->roll->count;
    size_t *first = arena_room(question->scratch, members, sizeof *first);
    judgement->conflict_count = 0;
    for (size_t i = 0; i < members; i++) {
        first[i] = NO_ROW;
        judgement->positions[i] = (struct position){.stance = STANCE_ABSENT};
    }
    /* From the last row to the first, so that each chain comes out in file order. */
    for (size_t row = poll->count; row-- > 0;) {
        const struct ballot *ballot = &poll->ballots[row];
        enum return_reason fault = fault_of(ballot, rules, question->circumstances);
        judgement->rows[row] = (struct judged){.status = RETURN_REFUSED, .reason = fault};
        if (fault != REASON_NONE)
            continue;
        size_t *of_member = &first[ballot->member->index];
        judgement->next_row[row] = *of_member;
        *of_member = row;
    }
    const struct weights weights = weights_in_force(question, rules);
    for (size_t i = 0; i < members; i++) {
        struct chain chain = {poll->ballots, judgement->next_row, first[i]};
        if (chain.first != NO_ROW)
            settle_member(arena, question, rules, &weights, &chain, judgement,
                          &judgement->positions[i]);
    }
    doubt_parts(arena, question, &weights, judgement);
    hold_against_proxies(arena, question, rules, judgement);
}
