/* SPDX-License-Identifier: MIT */
#include "kinds.h"

/* Who is there is the same for every kind of decision, and whether that is enough is not. */
void kinds_ask_for_each(struct run *run)
{
    const struct rules *rules = &run->constitution.rules;
    struct ballot_box *box = &run->box;
    if (!run->attendance || !box->decision_missing || !run->constitution.rules_usable)
        return;
    struct poll *polls =
        arena_alloc(run->arena, box->poll_count * rules->decision_count, sizeof *polls);
    size_t count = 0;
    for (size_t i = 0; i < box->poll_count; i++)
        for (size_t kind = 0; kind < rules->decision_count; kind++) {
            struct poll *poll = &polls[count++];
            *poll = box->polls[i];
            poll->decision = rules->decisions[kind];
            struct ruleset set = rules_resolve(run->arena, rules, poll->decision, NULL, 0);
            poll->is_election = set.form == FORM_ELECTION;
            /* Whichever of the kinds the file is really of, nothing may tell its votes. */
            run->circumstances.may_be_secret =
                run->circumstances.may_be_secret || set.one[RULE_SECRECY]->as.secret;
        }
    box->polls = polls;
    box->poll_count = count;
    run->by_kind = true;
}
