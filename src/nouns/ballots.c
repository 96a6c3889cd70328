/* SPDX-License-Identifier: MIT */
#include "quorate/ballots.h"

/* Ballots: by name, and as they are held. */

const char *vote_name(enum vote vote)
{
    static const char *const names[] = {
        [VOTE_FOR] = "for",       [VOTE_AGAINST] = "against", [VOTE_ABSTAIN] = "abstain",
        [VOTE_SPOILT] = "spoilt", [VOTE_PRESENT] = "present", [VOTE_ABSENT] = "absent",
    };
    return names[vote];
}

const char *address_standing_name(enum address_standing standing)
{
    static const char *const names[ADDRESS_STANDINGS] = {
        [ADDRESS_NOT_CHECKED] = "not checked",
        [ADDRESS_LISTED] = "listed",
        [ADDRESS_BLANK] = "blank",
        [ADDRESS_UNKNOWN] = "unknown",
        [ADDRESS_ELSEWHERE] = "elsewhere",
        [ADDRESS_ABSENT] = "absent",
    };
    return names[standing];
}

/* --- What they say --- */

/* A ballot that tells nothing in its details, as a number: two that say the same have the same. */
struct saying_key {
    uint64_t candidate_and_shift;
    uint32_t flags, number;
};

struct sayings {
    struct arena *arena;
    const struct member *members;
    struct ballot_details *none; /* of all ballots that tell nothing there */
    bool any_details;            /* others have some, or a time that may be two */
    struct ballot *said;         /* each on the line of the spreadsheet's row 0, of no member */
    size_t count, capacity;
    struct saying_key *keys; /* of those with `none`, */
    size_t key_count, key_capacity;
    uint32_t *places;   /* by which they are found, from 1; 0 for a free one */
    size_t place_count; /* a power of 2, or 0 */
};

struct sayings *sayings_new(struct arena *arena, const struct member *members)
{
    struct sayings *sayings = arena_alloc(arena, 1, sizeof *sayings);
    sayings->arena = arena;
    sayings->members = members;
    sayings->none = arena_alloc(arena, 1, sizeof *sayings->none);
    return sayings;
}

static bool tell_nothing(const struct ballot_details *details)
{
    return details->voter == NULL && details->email == NULL && details->registered == NULL &&
           details->absent == NULL && details->elsewhere == NULL &&
           details->register_told == NULL && details->remark == NULL &&
           !date_given(details->notified_on) && !details->received.given && details->votes == 0;
}

struct ballot_details *sayings_details(struct sayings *sayings,
                                       const struct ballot_details *details)
{
    if (tell_nothing(details))
        return sayings->none;
    struct ballot_details *kept = arena_alloc(sayings->arena, 1, sizeof *kept);
    *kept = *details;
    return kept;
}

/* How many lines it stands behind its row of the spreadsheet. */
static uint32_t shift_of(size_t line, size_t row)
{
    return (uint32_t)(line - row);
}

static struct saying_key key_of(const struct ballot *ballot)
{
    uint32_t flags = (uint32_t)ballot->vote | (uint32_t)ballot->role << 4 |
                     (uint32_t)ballot->address << 8 | (uint32_t)ballot->notified << 12 |
                     (uint32_t)ballot->continues << 16 | (uint32_t)ballot->role_given << 17 |
                     (uint32_t)ballot->interest << 18 | (uint32_t)ballot->at_opening << 19 |
                     (uint32_t)ballot->time_untold << 20 | (uint32_t)ballot->of_joins << 21;
    return (struct saying_key){
        .candidate_and_shift =
            (uint64_t)ballot->candidate << 32 | shift_of(ballot->line, ballot->row),
        .flags = flags,
    };
}

/* The place of the key, or the free one that it would take. */
static uint32_t *place_of(const struct sayings *sayings, const struct saying_key *key)
{
    uint64_t hash = (key->candidate_and_shift ^ (uint64_t)key->flags << 16) *
                    UINT64_C(0x9E3779B97F4A7C15); /* 2^64 divided by the golden ratio */
    for (size_t at = (size_t)(hash >> 32);; at++) {
        uint32_t *place = &sayings->places[at & (sayings->place_count - 1)];
        const struct saying_key *its = *place == 0 ? NULL : &sayings->keys[*place - 1];
        if (its == NULL ||
            (its->candidate_and_shift == key->candidate_and_shift && its->flags == key->flags))
            return place;
    }
}

static void grow(struct sayings *sayings)
{
    const uint32_t *before = sayings->places;
    size_t count = sayings->place_count;
    sayings->place_count = count == 0 ? 16 : 2 * count;
    sayings->places = arena_alloc(sayings->arena, sayings->place_count, sizeof *sayings->places);
    for (size_t i = 0; i < count; i++)
        if (before[i] != 0)
            *place_of(sayings, &sayings->keys[before[i] - 1]) = before[i];
}

static uint32_t add(struct sayings *sayings, const struct ballot *ballot)
{
    struct ballot *said =
        ARENA_PUSH(sayings->arena, sayings->said, sayings->count, sayings->capacity);
    *said = *ballot;
    said->member = NULL;
    said->line = shift_of(ballot->line, ballot->row);
    said->row = 0;
    return (uint32_t)(sayings->count - 1); /* a file has no 2^32 rows */
}

uint32_t sayings_number(struct sayings *sayings, const struct ballot *ballot)
{
    struct saying_key key = key_of(ballot);
    sayings->any_details =
        sayings->any_details || ballot->details != sayings->none || ballot->time_untold;
    if (ballot->details != sayings->none)
        return add(sayings, ballot);
    if (2 * sayings->key_count >= sayings->place_count)
        grow(sayings);
    uint32_t *place = place_of(sayings, &key);
    if (*place != 0)
        return sayings->keys[*place - 1].number;
    key.number = add(sayings, ballot);
    struct saying_key *kept =
        ARENA_PUSH(sayings->arena, sayings->keys, sayings->key_count, sayings->key_capacity);
    *kept = key;
    *place = (uint32_t)sayings->key_count;
    return key.number;
}

bool sayings_are_plain(const struct sayings *sayings, uint32_t number)
{
    return sayings->said[number].details == sayings->none;
}

bool sayings_stand_in(const struct sayings *sayings, uint32_t number, size_t line, size_t row)
{
    return sayings->said[number].line == shift_of(line, row);
}

/* --- Ballots again --- */

struct ballot slip_ballot(const struct sayings *sayings, const struct ballot_slip *slip)
{
    struct ballot ballot = sayings->said[slip->says];
    ballot.member = &sayings->members[slip->member];
    ballot.row = slip->line - ballot.line;
    ballot.line = slip->line;
    return ballot;
}

struct ballot poll_ballot(const struct poll *poll, size_t number)
{
    return poll->slips == NULL ? poll->ballots[number]
                               : slip_ballot(poll->sayings, &poll->slips[number]);
}

size_t poll_member(const struct poll *poll, size_t number)
{
    return poll->slips == NULL ? poll->ballots[number].member->index : poll->slips[number].member;
}

const struct ballot *poll_says(const struct poll *poll, size_t number)
{
    return poll->slips == NULL ? &poll->ballots[number]
                               : &poll->sayings->said[poll->slips[number].says];
}

bool poll_tells_details(const struct poll *poll)
{
    return poll->sayings == NULL || poll->sayings->any_details;
}

struct poll poll_laid_out(struct arena *arena, const struct poll *poll)
{
    struct poll laid_out = *poll;
    if (poll->slips == NULL)
        return laid_out;
    struct ballot *ballots = arena_room(arena, poll->count, sizeof *ballots);
    for (size_t i = 0; i < poll->count; i++)
        ballots[i] = slip_ballot(poll->sayings, &poll->slips[i]);
    laid_out.ballots = ballots;
    laid_out.slips = NULL;
    return laid_out;
}
