/* SPDX-License-Identifier: MIT */
#include "quorate/ballots.h"

#include <assert.h>

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

/* --- Slips --- */

#define CHUNK_LEAST ((size_t)64) /* bytes */
#define CHUNK_MOST  ((size_t)4096)
#define SLIP_MOST                                                                                  \
    ((size_t)15) /* bytes of a slip: three numbers of at most 34 bits, 7 in a byte                 \
                  */

/* A slip is what it says, and the next two bits whether its line and its member follow. */
#define SLIP_STEPS  1U /* by another number of lines than the slip before */
#define SLIP_MEMBER 2U /* not the one behind that of the slip before */
#define SLIP_BITS   2

struct slip_chunk {
    struct slip_chunk *next;
    size_t length; /* of its slips, once another follows */
    unsigned char bytes[];
};

static size_t length_of_last(const struct slip_list *list)
{
    return list->last == NULL ? 0 : (size_t)(list->at - list->last->bytes);
}

size_t slips_length(const struct slip_list *list)
{
    return list->filled + length_of_last(list);
}

/* Seven bits a byte, the lowest first; the eighth says that there are more. */
static inline unsigned char *put_number(unsigned char *at, uint64_t number)
{
    for (; number > 0x7F; number >>= 7)
        *at++ = (unsigned char)(number | 0x80);
    *at++ = (unsigned char)number;
    return at;
}

static inline const unsigned char *take_number(const unsigned char *at, uint64_t *number)
{
    uint64_t taken = *at & 0x7F;
    for (unsigned shift = 7; *at++ > 0x7F; shift += 7)
        taken |= (uint64_t)(*at & 0x7F) << shift;
    *number = taken;
    return at;
}

/* As large as all before it, so that there are few, and not much of the last is free. */
static void add_chunk(struct arena *arena, struct slip_list *list)
{
    size_t before = slips_length(list), room = before < CHUNK_MOST ? before : CHUNK_MOST;
    if (list->last == NULL)
        room = list->likely + SLIP_MOST;
    room = room < CHUNK_LEAST ? CHUNK_LEAST : room;
    struct slip_chunk *chunk = arena_room(arena, 1, sizeof *chunk + room);
    chunk->next = NULL;
    if (list->last == NULL)
        list->first = chunk;
    else {
        list->last->length = length_of_last(list);
        list->last->next = chunk;
    }
    list->filled = before;
    list->last = chunk;
    list->at = chunk->bytes;
    list->end = chunk->bytes + room;
}

void slips_add(struct arena *arena, struct slip_list *list, const struct ballot_slip *slip)
{
    const uint32_t step = slip->line - list->before.line;
    const bool steps = step != list->step, other = slip->member != list->before.member + 1;
    if ((size_t)(list->end - list->at) < SLIP_MOST)
        add_chunk(arena, list);
    unsigned char *at = list->at;
    at = put_number(at, (uint64_t)slip->says << SLIP_BITS | (unsigned)steps | (unsigned)other << 1);
    if (steps)
        at = put_number(at, list->step = step);
    if (other) {
        at = put_number(at, slip->member);
        list->unordered =
            list->unordered || (list->count > 0 && slip->member <= list->before.member);
    }
    list->at = at;
    list->before = *slip;
    list->count++;
}

static void go_into(struct ballot_walk *walk, const struct slip_chunk *chunk)
{
    walk->chunk = chunk;
    walk->at = chunk->bytes;
    walk->end = chunk->bytes + (chunk->next == NULL ? length_of_last(walk->slips) : chunk->length);
}

/* The slip behind that at which the walk stands. */
static inline void take_slip(struct ballot_walk *walk)
{
    struct ballot_slip *slip = &walk->slip;
    uint64_t says, number;
    if (walk->at == walk->end) {
        assert(walk->chunk != NULL); /* as many slips as are left are there */
        go_into(walk, walk->chunk->next);
    }
    walk->at = take_number(walk->at, &says);
    if (says & SLIP_STEPS) {
        walk->at = take_number(walk->at, &number);
        walk->step = (uint32_t)number;
    }
    slip->says = (uint32_t)(says >> SLIP_BITS);
    slip->line += walk->step;
    slip->member++;
    if (says & SLIP_MEMBER) {
        walk->at = take_number(walk->at, &number);
        slip->member = (uint32_t)number;
    }
}

/* --- Ballots again --- */

static inline void lay_out(const struct sayings *sayings, const struct ballot_slip *slip,
                           struct ballot *ballot)
{
    const struct ballot *said = &sayings->said[slip->says];
    *ballot = *said;
    ballot->member = &sayings->members[slip->member];
    ballot->row = slip->line - said->line;
    ballot->line = slip->line;
}

struct ballot slip_ballot(const struct sayings *sayings, const struct ballot_slip *slip)
{
    struct ballot ballot;
    lay_out(sayings, slip, &ballot);
    return ballot;
}

struct ballot_walk slips_walk(const struct slip_list *list, const struct sayings *sayings)
{
    struct ballot_walk walk = {.left = list->count, .sayings = sayings, .slips = list};
    if (list->first != NULL)
        go_into(&walk, list->first);
    return walk;
}

struct ballot_walk poll_walk(const struct poll *poll)
{
    return poll->slips == NULL ? (struct ballot_walk){.left = poll->count, .ballots = poll->ballots}
                               : slips_walk(poll->slips, poll->sayings);
}

bool poll_is_of_different(const struct poll *poll)
{
    return poll->slips != NULL && !poll->slips->unordered;
}

static inline bool next_ballot(struct ballot_walk *walk)
{
    if (walk->left == 0)
        return false;
    walk->left--;
    if (walk->ballots == NULL) {
        take_slip(walk);
        walk->says = &walk->sayings->said[walk->slip.says];
        walk->member = walk->slip.member;
    } else {
        walk->says = walk->ballots++;
        walk->member = walk->says->member->index;
    }
    return true;
}

bool ballot_next(struct ballot_walk *walk)
{
    return next_ballot(walk);
}

struct ballot walk_ballot(const struct ballot_walk *walk)
{
    return walk->ballots == NULL ? slip_ballot(walk->sayings, &walk->slip) : *walk->says;
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
    struct ballot_walk walk = poll_walk(poll);
    for (size_t i = 0; next_ballot(&walk); i++)
        lay_out(walk.sayings, &walk.slip, &ballots[i]);
    laid_out.ballots = ballots;
    laid_out.slips = NULL;
    return laid_out;
}
