/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include <string.h>
#include <strings.h>

#include "quorate/text.h"

/* What the lists of voters and of interests have to say, as a reason or as a note. */

const char *phrases_role_reason(struct arena *arena, const char *role)
{
    if (role == NULL || strcasecmp(role, role_name(ROLE_OTHER)) == 0)
        return "Only the roles that the rules name may vote.";
    return arena_format(arena, "%s may not vote.", text_capital(arena, phrases_a(arena, role)));
}

const char *phrases_register_reason(const struct subject *subject, const struct return_outcome *row)
{
    const struct as_registered *registered = row->registered;
    struct arena *arena = subject->arena;
    const char *unit = subject->outcome->terms.unit;
    const char *address = registered->email != NULL ? registered->email : "Its e-mail address";
    if (registered->told != NULL)
        return registered->told;
    switch (row->reason) {
    case REASON_ADDRESS_BLANK:
        return "It has no e-mail address to look up in the list of voters.";
    case REASON_ADDRESS_UNKNOWN:
        if (strncmp(address, "/o=", 3) == 0)
            return arena_format(arena,
                                "%s is not on the list of voters. Outlook writes this for someone "
                                "of the same mail server: put the e-mail address in its place.",
                                address);
        return arena_format(arena, "%s is not on the list of voters.", address);
    case REASON_ADDRESS_ELSEWHERE:
        if (registered->elsewhere != NULL)
            return arena_format(arena, "%s is on the list of voters for %s, not for this %s.",
                                address, registered->elsewhere, unit);
        return arena_format(arena, "%s is on the list of voters, but not for this %s.", address,
                            unit);
    case REASON_ADDRESS_ABSENT:
        return arena_format(
            arena, "%s.",
            tenure_missed(arena, registered->absent, subject->outcome->vote_day,
                          arena_format(arena, "%s is on the list of voters", address),
                          arena_format(arena, "%s was on the list of voters", address)));
    case REASON_REGISTERED_ROLE:
        return phrases_join(
            arena, arena_format(arena, "In the list of voters its role is %s.", registered->role),
            phrases_role_reason(arena, registered->role));
    case REASON_REGISTERED_PROXY:
        return arena_format(arena,
                            "The ballot says %s and the list of voters says %s. A proxy must be a "
                            "proxy in both.",
                            row->role, registered->role);
    default:
        return NULL;
    }
}

static const char *interest_finding(const struct subject *subject, const struct finding *finding)
{
    struct arena *arena = subject->arena;
    const char *held = tenure_days(arena, finding->tenure);
    const char *note =
        arena_format(arena,
                     "The register of interests has for %s: \"%s\"%s%s. No interest "
                     "is declared for it in this vote.",
                     finding->practices[0], finding->interest, *held == '\0' ? "" : " ", held);
    if (!finding->any_day)
        return note;
    return arena_format(arena,
                        "%s The day of the vote is not known, so it is not known whether "
                        "it holds on that day.",
                        note);
}

static const char *other_voter_finding(struct arena *arena, const struct finding *finding)
{
    const char *practice = finding->practices[0];
    if (finding->voter == NULL)
        return arena_format(arena,
                            "The person named for %s is neither its lead nor its deputy in the "
                            "list of voters.",
                            practice);
    return arena_format(arena,
                        "%s, who is named for %s, is neither its lead nor its deputy in the list "
                        "of voters (%s).",
                        finding->voter, practice,
                        text_list(arena, finding->named, finding->named_count, "and"));
}

const char *phrases_finding(const struct subject *subject, const struct finding *finding,
                            size_t listed)
{
    struct arena *arena = subject->arena;
    const char *practices =
        phrases_first_names(arena, finding->practices, finding->practice_count, listed, "and");
    switch (finding->kind) {
    case FINDING_ADDRESSES_UNCHECKED:
        return "There is a list of voters, but this table has no column of e-mail addresses. So it "
               "was not checked from whom its rows came.";
    case FINDING_OTHER_ROLE:
        if (finding->role == NULL)
            return arena_format(arena,
                                "The role given for %s is not the one in the list of voters. "
                                "Either may vote.",
                                practices);
        return arena_format(arena,
                            "The role given for %s is %s, and in the list of voters %s. Either may "
                            "vote.",
                            practices, finding->role, finding->registered_role);
    case FINDING_OTHER_VOTER:
        return other_voter_finding(arena, finding);
    case FINDING_ONE_ADDRESS:
        return arena_format(arena,
                            "One e-mail address stands for %s. They are counted all the "
                            "same.",
                            practices);
    case FINDING_ONE_VOTER:
        return arena_format(arena, "%s is named as the voter of %s. They are counted all the same.",
                            finding->voter == NULL ? "The same person" : finding->voter, practices);
    case FINDING_INTEREST:
        return interest_finding(subject, finding);
    }
    return "";
}
