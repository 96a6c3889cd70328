/* SPDX-License-Identifier: MIT */
#include "kinds.h"

/* Who is there is the same for every kind of decision, and whether that is enough is not. */
void kinds_ask_for_each(struct counting *counting)
{
    const struct rules *rules = &counting->constitution.rules;
    struct ballot_box *box = &counting->box;
    if (!counting->attendance || !box->decision_missing || !counting->constitution.rules_usable)
        return;
    struct poll *polls =
        arena_alloc(counting->arena, box->poll_count * rules->decision_count, sizeof *polls);
    size_t count = 0;
    for (size_t i = 0; i < box->poll_count; i++)
        for (size_t kind = 0; kind < rules->decision_count; kind++) {
            struct poll *poll = &polls[count++];
            *poll = box->polls[i];
            poll->decision = rules->decisions[kind];
            struct ruleset set = rules_resolve(counting->arena, rules, poll->decision, NULL, 0);
            poll->is_election = set.is_election;
            /* Whichever of the kinds the file is really of, nothing may tell its votes. */
            counting->circumstances.may_be_secret =
                counting->circumstances.may_be_secret || set.one[RULE_SECRECY]->as.secret;
        }
    box->polls = polls;
    box->poll_count = count;
    counting->by_kind = true;
}
