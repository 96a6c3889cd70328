/* SPDX-License-Identifier: MIT */
#include "internal.h"

static const char *vote_text(const struct poll *poll, const struct ballot *ballot)
{
    return ballot->vote == VOTE_CANDIDATE ? poll->candidates[ballot->candidate].name
                                          : vote_name(ballot->vote);
}

/* What a row weighs that counts. */
static int64_t votes_of(const struct weights *weights, const struct ballot *ballot)
{
    return ballot->details->votes > 0 ? ballot->details->votes * weights_unit(weights)
                                      : weight_of(weights, ballot->member);
}

/* When a ballot came tells who was on line then: of a secret one it is not told. */
static struct moment received_of(const struct ballot *ballot, bool secret)
{
    struct moment received = {0};
    if (!secret)
        received = ballot->details->received;
    return received;
}

/* The address of a voter is told where it was refused, and never in a secret decision. */
static const struct as_registered *as_registered(struct arena *arena, const struct ballot *ballot,
                                                 bool secret)
{
    static const struct as_registered not_looked_up;
    const struct ballot_details *details = ballot->details;
    if (ballot->address == ADDRESS_NOT_CHECKED && details->registered == NULL &&
        details->register_told == NULL)
        return &not_looked_up;
    struct as_registered *registered = arena_alloc(arena, 1, sizeof *registered);
    *registered = (struct as_registered){
        .standing = address_standing_name(ballot->address),
        .email = secret ? NULL : details->email,
        .elsewhere = secret || details->elsewhere == NULL ? NULL : details->elsewhere->name,
        .absent = details->absent == NULL ? (struct tenure){{0}, {0}} : details->absent->tenure,
        .role = details->registered == NULL ? NULL : role_name(details->registered->role),
        .told = details->register_told,
    };
    return registered;
}

/* ---- How many there are of each */

/* Which of the refused rows is each member's first, from 1, and 0 for none. */
static const size_t *first_refusals(const struct question *question,
                                    const struct judgement *judgement)
{
    size_t *first = arena_alloc(question->scratch, question->roll->count, sizeof *first);
    size_t refusals = 0;
    for (size_t row = 0; row < question->poll->count; row++) {
        if (judgement->rows[row].status != RETURN_REFUSED)
            continue;
        size_t *of_member = &first[question->poll->ballots[row].member->index];
        refusals++;
        if (*of_member == 0)
            *of_member = refusals;
    }
    return first;
}

static struct grounds count_rows(const struct question *question, const struct judgement *judgement,
                                 struct accounting *ballots)
{
    const struct poll *poll = question->poll;
    struct grounds grounds = {0};
    for (size_t row = 0; row < poll->count; row++) {
        const struct ballot *ballot = &poll->ballots[row];
        const struct judged *judged = &judgement->rows[row];
        ballots->by_status[judged->status] += !ballot->continues;
        ballots->refusal_count += judged->status == RETURN_REFUSED;
        grounds.proxy |= ballot->role == ROLE_PROXY && judged->reason != REASON_ROLE;
        grounds.wrong_role |= judged->reason == REASON_ROLE;
        grounds.repeated |=
            judged->reason == REASON_FIRST_COUNTS || judged->reason == REASON_LAST_COUNTS;
    }
    ballots->others = poll->other_count;
    ballots->rows = poll->count - poll->continued + poll->other_count;
    ballots->return_count = poll->count;
    ballots->attendee_count = poll->other_count;
    return grounds;
}

static void count_members(const struct question *question, const struct judgement *judgement,
                          struct poll_outcome *outcome)
{
    struct roll_call *call = &outcome->roll_call;
    const size_t *refusals = first_refusals(question, judgement);
    call->standing_count = question->roll->count;
    for (size_t i = 0; i < call->standing_count; i++) {
        const struct position *position = &judgement->positions[i];
        bool is_refused = position->by == NULL && refusals[i] > 0;
        call->absent_count += position->stance == STANCE_ABSENT && !is_refused;
        call->interested_count += position->stance == STANCE_INTERESTED;
        call->in_parts |= position->parts != NULL;
    }
}

struct grounds tell_accounting(const struct question *question, const struct judgement *judgement,
                               struct poll_outcome *outcome)
{
    const struct grounds grounds = count_rows(question, judgement, &outcome->ballots);
    count_members(question, judgement, outcome);
    return grounds;
}

/* ---- One by one */

static void tell_rows(struct arena *arena, const struct question *question,
                      const struct ruleset *rules, const struct judgement *judgement,
                      struct poll_outcome *outcome)
{
    const struct poll *poll = question->poll;
    const bool secret = is_secret(question, rules);
    const struct weights weights = weights_in_force(question, rules);
    struct return_outcome *returns = arena_alloc(arena, poll->count, sizeof *returns);
    for (size_t row = 0; row < poll->count; row++) {
        const struct ballot *ballot = &poll->ballots[row];
        const struct judged *judged = &judgement->rows[row];
        returns[row] = (struct return_outcome){
            .line = ballot->line,
            .row = ballot->row,
            .practice = ballot->member->name,
            .vote = vote_text(poll, ballot),
            .is_candidate = ballot->vote == VOTE_CANDIDATE,
            .votes = judged->status == RETURN_COUNTED ? votes_of(&weights, ballot) : 0,
            .cast = ballot->details->votes,
            .continues = ballot->continues,
            .role = role_name(ballot->role),
            .voter = ballot->details->voter,
            .by_proxy = ballot->role == ROLE_PROXY,
            .interest = ballot->interest,
            .at_opening = ballot->at_opening,
            .notified = ballot->notified != NOTIFIED_NO,
            .notified_on = ballot->details->notified_on,
            .received = received_of(ballot, secret),
            .status = judged->status,
            .reason = judged->reason,
            .registered = as_registered(arena, ballot, secret),
            .other_line = judged->other == NULL ? 0 : judged->other->line,
            .other_row = judged->other == NULL ? 0 : judged->other->row,
            .remark = ballot->details->remark,
        };
    }
    outcome->ballots.returns = returns;
}

/* A refused row counts for nothing; who sent it may be told of a secret ballot too. */
static void tell_refusals(struct arena *arena, size_t rows, struct accounting *ballots)
{
    struct return_outcome *refusals = arena_alloc(arena, ballots->refusal_count, sizeof *refusals);
    size_t count = 0;
    for (size_t i = 0; i < rows && count < ballots->refusal_count; i++) {
        if (ballots->returns[i].status != RETURN_REFUSED)
            continue;
        struct return_outcome *refusal = &refusals[count++];
        *refusal = ballots->returns[i];
        refusal->vote = refusal->remark = NULL;
        refusal->is_candidate = refusal->interest = false;
    }
    ballots->refusals = refusals;
}

/* Those who represent nobody. */
static void tell_others(struct arena *arena, const struct poll *poll, struct poll_outcome *outcome)
{
    struct attendee *attendees = arena_alloc(arena, poll->other_count, sizeof *attendees);
    for (size_t i = 0; i < poll->other_count; i++) {
        const struct other *other = &poll->others[i];
        attendees[i] = (struct attendee){other->name, other->role_name, other->away};
    }
    outcome->ballots.attendees = attendees;
}

static const char *word_of_stance(const struct poll *poll, const struct part *part)
{
    static const enum vote votes[] = {
        [STANCE_PRESENT] = VOTE_PRESENT, [STANCE_ABSTAINED] = VOTE_ABSTAIN,
        [STANCE_SPOILT] = VOTE_SPOILT,   [STANCE_FOR] = VOTE_FOR,
        [STANCE_AGAINST] = VOTE_AGAINST,
    };
    return part->stance == STANCE_CANDIDATE ? poll->candidates[part->candidate].name
                                            : vote_name(votes[part->stance]);
}

/* What was cast; the rest is what it has beside. */
static void tell_parts(struct arena *arena, const struct poll *poll,
                       const struct position *position, struct standing *standing)
{
    struct standing_part *parts = arena_alloc(arena, position->part_count, sizeof *parts);
    standing->several = position->several;
    for (size_t i = 0; i < position->part_count; i++) {
        const struct part *part = &position->parts[i];
        if (part->stance != STANCE_ABSENT)
            parts[standing->part_count++] = (struct standing_part){
                .vote = word_of_stance(poll, part),
                .is_candidate = part->stance == STANCE_CANDIDATE,
                .votes = part->votes,
            };
    }
    standing->parts = standing->part_count > 0 ? parts : NULL;
    if (standing->stance == STANDING_VOTED && standing->parts != NULL)
        standing->vote = parts[0].vote; /* its first row may be of what it does not cast */
}

/* What of a member's votes was cast for or against, or for a candidate. */
static int64_t votes_counted(const struct position *position, int64_t votes)
{
    int64_t counted = 0;
    if (position->parts == NULL)
        return status_of_stance(position->stance) == RETURN_COUNTED ? votes : 0;
    for (size_t i = 0; i < position->part_count; i++)
        if (status_of_stance(position->parts[i].stance) == RETURN_COUNTED)
            counted += position->parts[i].votes;
    return counted;
}

static struct standing standing_of(struct arena *arena, const struct question *question,
                                   const struct weights *weights, const struct position *position,
                                   const struct member *member)
{
    struct standing standing = {
        .practice = member->name,
        .code = member->code,
        .area = member->area,
        .class_cell = member->class_cell,
        .list_size = member->list_size,
        .votes = weight_of(weights, member),
        .at_opening = position->at_opening,
    };
    switch (position->stance) {
    case STANCE_ABSENT:
        standing.stance = STANDING_ABSENT;
        break;
    case STANCE_INTERESTED:
        standing.stance = STANDING_INTERESTED;
        break;
    case STANCE_PRESENT:
        standing.stance = STANDING_PRESENT;
        break;
    case STANCE_ABSTAINED:
        standing.stance = STANDING_ABSTAINED;
        break;
    case STANCE_SPOILT:
        standing.stance = STANDING_SPOILT;
        break;
    case STANCE_VOID:
        standing.stance = STANDING_VOID;
        break;
    case STANCE_FOR:
    case STANCE_AGAINST:
    case STANCE_CANDIDATE:
        standing.stance = STANDING_VOTED;
        standing.vote = vote_text(question->poll, position->by);
        break;
    case STANCE_SPLIT:
        standing.stance = STANDING_SPLIT;
        break;
    }
    tell_parts(arena, question->poll, position, &standing);
    standing.counted = votes_counted(position, standing.votes);
    return standing;
}

static void tell_members(struct arena *arena, const struct question *question,
                         const struct ruleset *rules, const struct judgement *judgement,
                         struct poll_outcome *outcome)
{
    const struct roll *roll = question->roll;
    const struct weights weights = weights_in_force(question, rules);
    const size_t *refusals = first_refusals(question, judgement);
    struct roll_call *call = &outcome->roll_call;
    struct standing *standings = arena_alloc(arena, roll->count, sizeof *standings);
    const char **absent = arena_alloc(arena, call->absent_count, sizeof *absent);
    const char **interested = arena_alloc(arena, call->interested_count, sizeof *interested);
    size_t absent_count = 0, interested_count = 0;
    for (size_t i = 0; i < roll->count; i++) {
        const struct position *position = &judgement->positions[i];
        standings[i] = standing_of(arena, question, &weights, position, &roll->members[i]);
        if (position->by != NULL) {
            standings[i].by = &outcome->ballots.returns[position->by - question->poll->ballots];
        } else if (refusals[i] > 0) {
            standings[i].stance = STANDING_REFUSED;
            standings[i].refusal = &outcome->ballots.refusals[refusals[i] - 1];
        }
        if (standings[i].stance == STANDING_ABSENT)
            absent[absent_count++] = roll->members[i].name;
        if (position->stance == STANCE_INTERESTED)
            interested[interested_count++] = roll->members[i].name;
    }
    call->standings = standings;
    call->absent = absent;
    call->interested = interested;
}

void tell_returns(struct arena *arena, const struct question *question, const struct ruleset *rules,
                  const struct judgement *judgement, struct poll_outcome *outcome)
{
    tell_rows(arena, question, rules, judgement, outcome);
    tell_refusals(arena, question->poll->count, &outcome->ballots);
    tell_others(arena, question->poll, outcome);
    tell_members(arena, question, rules, judgement, outcome);
}
