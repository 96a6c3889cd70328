/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* The rule `proxies`: for how many one person may be the proxy, and who may be one. */

/* A row that decides for a member, and whom it names as there. */
struct holder {
    const char *person;
    const struct ballot *ballot;
};

/* Names as those of people are compared; one that is only a title is itself. */
static const char *person_of(struct arena *arena, const char *name)
{
    const char *person = text_person(arena, name);
    return *person == '\0' ? text_fold(arena, name) : person;
}

/* By the person, then in the order of the file. */
static int compare_holders(const void *one, const void *other)
{
    const struct holder *a = one;
    const struct holder *b = other;
    int order = strcmp(a->person, b->person);
    return order != 0 ? order : (a->ballot > b->ballot) - (a->ballot < b->ballot);
}

/* Whether it is the proxy of that member already, for others of its votes. */
static bool is_known(const struct holder *proxies, size_t count, const struct ballot *ballot,
                     const char *person)
{
    while (count > 0 && proxies[count - 1].ballot->member == ballot->member) {
        if (strcmp(proxies[count - 1].person, person) == 0)
            return true;
        count--;
    }
    return false;
}

/* The proxies of a poll. Of a secret result it is only known that there was one: it names none. */
static struct holder *find_proxies(struct arena *arena, const struct question *question,
                                   const struct judgement *judgement, size_t *count)
{
    const struct roll *roll = question->roll;
    struct holder *proxies = arena_alloc(arena, question->poll->count, sizeof *proxies);
    *count = 0;
    for (size_t i = 0; i < roll->count; i++)
        for (const struct ballot *ballot = judgement->positions[i].by; ballot != NULL;
             ballot = next_part(judgement, question->poll, ballot)) {
            if (ballot->role != ROLE_PROXY || ballot->vote == VOTE_ABSENT)
                continue;
            const char *person =
                person_of(arena, ballot->details->voter == NULL ? "" : ballot->details->voter);
            if ((*person != '\0' || !question->poll->of_result) &&
                !is_known(proxies, *count, ballot, person))
                proxies[(*count)++] = (struct holder){person, ballot};
        }
    qsort(proxies, *count, sizeof *proxies, compare_holders);
    return proxies;
}

/* Whoever is there for a member other than as a proxy, and that member, which may be a person. */
static struct holder *find_present(struct arena *arena, const struct question *question,
                                   const struct judgement *judgement, size_t *count)
{
    const struct roll *roll = question->roll;
    struct holder *present = arena_alloc(arena, 2 * question->poll->count, sizeof *present);
    *count = 0;
    for (size_t i = 0; i < roll->count; i++)
        for (const struct ballot *ballot = judgement->positions[i].by; ballot != NULL;
             ballot = next_part(judgement, question->poll, ballot)) {
            if (ballot->role == ROLE_PROXY || ballot->vote == VOTE_ABSENT)
                continue;
            present[(*count)++] = (struct holder){person_of(arena, roll->members[i].name), ballot};
            if (ballot->details->voter != NULL)
                present[(*count)++] =
                    (struct holder){person_of(arena, ballot->details->voter), ballot};
        }
    qsort(present, *count, sizeof *present, compare_holders);
    return present;
}

static int compare_persons(const void *one, const void *other)
{
    const struct holder *a = one;
    const struct holder *b = other;
    return strcmp(a->person, b->person);
}

static void add_breach(struct arena *arena, struct judgement *judgement, enum conflict_kind kind,
                       const struct rule *rule, const struct ballot *ballot,
                       const struct ballot *earlier)
{
    judgement_object(
        arena, judgement,
        &(struct conflict){.kind = kind, .ballot = ballot, .earlier = earlier, .rule = rule});
}

void hold_against_proxies(struct arena *arena, const struct question *question,
                          const struct ruleset *rules, struct judgement *judgement)
{
    const struct rule *rule = rules->one[RULE_PROXIES];
    size_t count, present_count, first = 0;
    if (rule == NULL)
        return;
    const struct proxy_limits *limits = &rule->as.proxies;
    const struct holder *proxies = find_proxies(arena, question, judgement, &count);
    const struct holder *present = find_present(arena, question, judgement, &present_count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(proxies[i].person, proxies[first].person) != 0)
            first = i;
        if (limits->most > 0 && (int64_t)(i - first) >= limits->most)
            add_breach(arena, judgement, CONFLICT_PROXIES, rule, proxies[i].ballot,
                       proxies[first].ballot);
        else if (limits->from_present && bsearch(&proxies[i], present, present_count,
                                                 sizeof *present, compare_persons) == NULL)
            add_breach(arena, judgement, CONFLICT_PROXY_AWAY, rule, proxies[i].ballot,
                       proxies[i].ballot);
    }
}
