/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/*
 * What the registers say of ballots that count. Of each member only what decides for it is
 * looked at: whether somebody has a second row may not be told of a secret vote, where it can be a
 * void one.
 */

struct search {
    struct arena *arena;
    const struct question *question;
    const struct judgement *judgement;
    bool secret;
    struct finding *findings;
    size_t count, capacity;
};

/* The row that decides for a member; NULL when it has none, or none but one that says absent. */
static const struct ballot *deciding_row(const struct search *search, const struct member *member)
{
    const struct position *position = &search->judgement->positions[member->index];
    return position->stance == STANCE_ABSENT ? NULL : position->by;
}

/* Another that decides for other votes of that member; NULL behind the last. */
static const struct ballot *next_deciding(const struct search *search, const struct ballot *row)
{
    return next_part(search->judgement, search->question->poll, row);
}

static const char *const *names_of_members(struct arena *arena, const struct member *const *members,
                                           size_t count)
{
    const char **names = arena_alloc(arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = members[i]->name;
    return names;
}

/* One more, about this ballot. What a secret one says of itself is not told. */
static struct finding *add_finding(struct search *search, enum finding_kind kind,
                                   const struct ballot *ballot)
{
    struct finding *finding =
        ARENA_PUSH(search->arena, search->findings, search->count, search->capacity);
    *finding = (struct finding){
        .kind = kind,
        .line = search->secret ? 0 : ballot->line,
        .practices = names_of_members(search->arena, &ballot->member, 1),
        .practice_count = 1,
        .voter = search->secret ? NULL : ballot->details->voter,
    };
    return finding;
}

/* --- The list of voters --- */

static void find_unchecked(struct search *search)
{
    const struct poll *poll = search->question->poll;
    size_t row = 0;
    if (search->question->circumstances->voters == NULL || poll->has_addresses)
        return;
    while (row < poll->count && poll->ballots[row].vote == VOTE_ABSENT)
        row++;
    if (row == poll->count)
        return;
    struct finding *finding = add_finding(search, FINDING_ADDRESSES_UNCHECKED, &poll->ballots[row]);
    *finding = (struct finding){.kind = FINDING_ADDRESSES_UNCHECKED};
}

static void find_other_role(struct search *search, const struct ballot *ballot)
{
    if (ballot->details->registered == NULL || ballot->details->registered->role == ballot->role)
        return;
    struct finding *finding = add_finding(search, FINDING_OTHER_ROLE, ballot);
    if (search->secret)
        return;
    finding->role = role_name(ballot->role);
    finding->registered_role = role_name(ballot->details->registered->role);
}

static bool is_person(struct arena *arena, const char *person, const char *name)
{
    return name != NULL && strcmp(person, text_person(arena, name)) == 0;
}

/*
 * A proxy is somebody else. One that the list has in the very role of the ballot is no stranger,
 * and where it does not name the lead or a deputy the voter may be that one.
 */
static void find_other_voter(struct search *search, const struct ballot *ballot)
{
    struct arena *arena = search->arena;
    const struct voter_register *voters = search->question->circumstances->voters;
    if (voters == NULL || ballot->details->voter == NULL || ballot->role == ROLE_PROXY)
        return;
    size_t count, named_count = 0;
    const char *person = text_person(arena, ballot->details->voter);
    const struct registered_voter *listed = voters_of(voters, ballot->member, &count);
    const char **named = arena_alloc(arena, count, sizeof *named);
    for (size_t i = 0; i < count; i++) {
        bool heads = listed[i].role == ROLE_LEAD || listed[i].role == ROLE_DEPUTY;
        if ((heads || listed[i].role == ballot->role) && is_person(arena, person, listed[i].name))
            return;
        if (heads && listed[i].name == NULL)
            return;
        if (heads)
            named[named_count++] = listed[i].name;
    }
    if (named_count == 0 || *person == '\0')
        return;
    struct finding *finding = add_finding(search, FINDING_OTHER_VOTER, ballot);
    if (search->secret)
        return;
    finding->named = named;
    finding->named_count = named_count;
}

/* --- One person for several members --- */

/* Who stands in a member's row. */
struct appearance {
    const char *key; /* the address, or the name as names are compared */
    const struct ballot *ballot;
};

static int compare_appearances(const void *one, const void *other)
{
    const struct appearance *a = one;
    const struct appearance *b = other;
    int order = strcmp(a->key, b->key);
    if (order != 0)
        return order;
    size_t first = a->ballot->member->index, second = b->ballot->member->index;
    return first != second ? (first > second) - (first < second)
                           : (a->ballot > b->ballot) - (a->ballot < b->ballot);
}

/* Leaves one of those for one member; they are sorted. */
static size_t keep_one_a_member(struct appearance *all, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || all[kept - 1].ballot->member != all[i].ballot->member ||
            strcmp(all[kept - 1].key, all[i].key) != 0)
            all[kept++] = all[i];
    return kept;
}

/* What is no address ("anonymous", as a form says of whoever need not sign in) and a surname alone
 * are not one person's. */
static const char *address_of(const struct ballot *ballot)
{
    return ballot->details->email == NULL || strchr(ballot->details->email, '@') == NULL
               ? NULL
               : ballot->details->email;
}

static const char *key_of(struct arena *arena, const struct ballot *ballot, enum finding_kind kind)
{
    if (kind == FINDING_ONE_ADDRESS)
        return address_of(ballot);
    const char *person =
        ballot->details->voter == NULL ? "" : text_person(arena, ballot->details->voter);
    return strchr(person, ' ') == NULL ? NULL : person;
}

/* Whether all of them have one address, which is told by itself. */
static bool share_address(const struct appearance *appearances, size_t count)
{
    const char *email = address_of(appearances[0].ballot);
    for (size_t i = 0; i < count; i++) {
        const char *other = address_of(appearances[i].ballot);
        if (email == NULL || other == NULL || strcmp(other, email) != 0)
            return false;
    }
    return true;
}

static void tell_one_person(struct search *search, enum finding_kind kind,
                            const struct appearance *appearances, size_t count)
{
    if (kind == FINDING_ONE_VOTER && share_address(appearances, count))
        return;
    const struct member **members = arena_alloc(search->arena, count, sizeof *members);
    const struct ballot *last = appearances[0].ballot;
    for (size_t i = 0; i < count; i++) {
        members[i] = appearances[i].ballot->member;
        if (appearances[i].ballot->line > last->line)
            last = appearances[i].ballot;
    }
    struct finding *finding = add_finding(search, kind, last);
    finding->practices = names_of_members(search->arena, members, count);
    finding->practice_count = count;
}

static void find_one_person(struct search *search, enum finding_kind kind)
{
    const struct roll *roll = search->question->roll;
    struct appearance *all =
        arena_alloc(search->question->scratch, search->question->poll->count, sizeof *all);
    size_t count = 0, length;
    for (size_t i = 0; i < roll->count; i++)
        for (const struct ballot *ballot = deciding_row(search, &roll->members[i]); ballot != NULL;
             ballot = next_deciding(search, ballot)) {
            const char *key = key_of(search->question->scratch, ballot, kind);
            if (key != NULL)
                all[count++] = (struct appearance){key, ballot};
        }
    qsort(all, count, sizeof *all, compare_appearances);
    count = keep_one_a_member(all, count);
    for (size_t i = 0; i < count; i += length) {
        length = 1;
        while (i + length < count && strcmp(all[i].key, all[i + length].key) == 0)
            length++;
        if (length > 1)
            tell_one_person(search, kind, &all[i], length);
    }
}

/* --- The register of interests --- */

/* The day that a ballot is of: that of the vote, else of its close, else the one on which it came.
 */
static struct date day_of(const struct search *search, const struct ballot *ballot)
{
    const struct circumstances *known = search->question->circumstances;
    if (date_given(known->date))
        return known->date;
    if (known->closes.given)
        return moment_english_day(known->closes);
    return ballot->details->received.given ? moment_english_day(ballot->details->received)
                                           : (struct date){0};
}

static void find_interests(struct search *search)
{
    const struct interest_register *interests = search->question->circumstances->interests;
    for (size_t i = 0; interests != NULL && i < interests->count; i++) {
        const struct registered_interest *entry = &interests->interests[i];
        const struct ballot *ballot = deciding_row(search, entry->member);
        if (ballot == NULL ||
            search->judgement->positions[entry->member->index].stance == STANCE_INTERESTED)
            continue;
        struct date day = day_of(search, ballot);
        if (date_given(day) && !interest_held(entry, day))
            continue;
        struct finding *finding = add_finding(search, FINDING_INTEREST, ballot);
        finding->interest = entry->interest;
        finding->tenure = entry->tenure;
        finding->any_day = !date_given(day) && tenure_bounded(entry->tenure);
    }
}

/* --- The whole --- */

bool may_be_found(const struct question *question)
{
    const struct poll *poll = question->poll;
    const struct ballot_details *before = NULL;
    bool any =
        question->circumstances->voters != NULL || question->circumstances->interests != NULL;
    struct ballot_walk walk = poll_walk(poll);
    while (!any && poll_tells_details(poll) && ballot_next(&walk)) {
        const struct ballot_details *details = walk.says->details;
        if (details == before) /* mostly they share what tells nothing */
            continue;
        any = details->voter != NULL || details->email != NULL || details->registered != NULL;
        before = details;
    }
    return any;
}

const struct finding *find_in_registers(struct arena *arena, const struct question *question,
                                        const struct ruleset *rules,
                                        const struct judgement *judgement, size_t *count)
{
    const struct roll *roll = question->roll;
    struct search search = {
        .arena = arena,
        .question = question,
        .judgement = judgement,
        .secret = is_secret(question, rules),
    };
    *count = 0;
    if (!may_be_found(question))
        return NULL;
    find_unchecked(&search);
    for (size_t i = 0; i < roll->count; i++)
        for (const struct ballot *ballot = deciding_row(&search, &roll->members[i]); ballot != NULL;
             ballot = next_deciding(&search, ballot)) {
            find_other_role(&search, ballot);
            find_other_voter(&search, ballot);
        }
    find_one_person(&search, FINDING_ONE_ADDRESS);
    find_one_person(&search, FINDING_ONE_VOTER);
    find_interests(&search);
    *count = search.count;
    return search.findings;
}
