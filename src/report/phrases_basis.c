/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include <string.h>

#include "quorate/date.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

const char *phrases_basis_label(struct arena *arena, const char *rule)
{
    static const struct {
        const char *rule, *label;
    } labels[] = {
        {"weight", "Weighting"},
        {"quorum", "Quorum"},
        {"passes", "Majority"},
        {"elects", "Election"},
        {"tie", "Tie"},
        {"candidates", "Candidates"},
        {"note", "Note"},
        {"voters", "Voters"},
        {"proxy", "Proxies"},
        {"interest", "Interests"},
        {"abstention", "Abstentions"},
        {"repeat ballots", "Repeats"},
        {"areas", "Areas"},
        {"period", "Period"},
        {"secrecy", "Secrecy"},
        {"keep ballots", "Ballots"},
        {"review", "Review"},
        {"locality", "Locality"},
        {"governing body votes", "Governing"},
        {"governing body total", "Total"},
    };
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++)
        if (strcmp(labels[i].rule, rule) == 0)
            return labels[i].label;
    return phrases_capital(arena, rule);
}

const char *phrases_place(struct arena *arena, const char *clause)
{
    bool is_number = clause[0] >= '0' && clause[0] <= '9' && strchr(clause, ' ') == NULL;
    return is_number ? arena_format(arena, "clause %s", clause) : clause;
}

const char *phrases_clause(struct arena *arena, const char *clause)
{
    static const char unstated[] = "not stated";
    size_t length = sizeof unstated - 1;
    if (strncmp(clause, unstated, length) != 0)
        return phrases_sentence(arena, phrases_place(arena, clause));
    return phrases_sentence(
        arena, arena_format(arena, "Not stated in the constitution%s", clause + length));
}

const char *phrases_grounds(struct arena *arena, const struct basis *basis)
{
    if (basis->is_default)
        return "Not in the rules table; the program's default.";
    return basis->clause == NULL ? "The rules table gives no clause."
                                 : phrases_clause(arena, basis->clause);
}

/* What a value of a choice means. "%s" stands for "a practice", as the constitution calls it. */
struct meaning {
    const char *rule, *value, *sentence;
};

static const struct meaning meanings[] = {
    {"quorum", "none", "None is asked for."},
    {"interest", "counts as present", "%s with an interest counts as present."},
    {"interest", "does not count as present", "%s with an interest does not count as present."},
    {"interest", "leaves the base",
     "%s with an interest is left out of every sum, also of the whole roll."},
    {"abstention", "present", "%s that abstains is present and takes no part in voting."},
    {"abstention", "takes part", "%s that abstains takes part in voting."},
    {"proxy", "named", "A proxy must be named."},
    {"proxy", "any", "A proxy need not be named."},
    {"proxy", "none", "Proxies may not be used."},
    {"repeat ballots", "error", "%s may not give different answers: it is an error."},
    {"repeat ballots", "void, takes part",
     "%s that gives different answers takes part in voting, and its ballots are void."},
    {"repeat ballots", "void, does not take part",
     "%s that gives different answers takes no part in voting, and its ballots are void."},
    {"repeat ballots", "first counts",
     "Of %s that gives different answers the first ballot counts."},
    {"repeat ballots", "last counts", "Of %s that gives different answers the last ballot counts."},
    {"tie", "not carried", "A tie does not carry."},
    {"tie", "casting vote", "In a tie the chair has a casting vote."},
    {"tie", "further election among the tied",
     "In a tie there is a further election, in which only those tied may stand."},
    {"candidates", "listed", "Only candidates who were listed may stand."},
    {"candidates", "any", "Anyone may stand."},
    {"areas", "together", "All areas are counted together."},
    {"areas", "every area must pass", "Every area must carry it."},
    {"secrecy", "open", "Who voted how is told."},
    {"secrecy", "secret", "The ballots are secret."},
};

/* "Lead, deputy or proxy may vote." */
static const char *voters(struct arena *arena, const char *text)
{
    const char **roles = arena_alloc(arena, strlen(text) + 1, sizeof *roles);
    size_t count = 0;
    for (;; text++) {
        size_t length = strcspn(text, ",");
        roles[count++] = text_trim(arena, arena_copy(arena, text, length));
        text += length;
        if (*text == '\0')
            break;
    }
    if (count == 1)
        return arena_format(arena, "Only the %s may vote.", roles[0]);
    return arena_format(arena, "%s may vote.",
                        phrases_capital(arena, text_list(arena, roles, count, "or")));
}

const char *phrases_meaning(struct arena *arena, const char *unit, bool is_locality,
                            const struct basis *basis)
{
    if (strcmp(basis->rule, "voters") == 0)
        return voters(arena, basis->text);
    if (strcmp(basis->rule, "keep ballots") == 0)
        return arena_format(arena, "The ballots are kept until %s after the outcome is confirmed.",
                            basis->text);
    if (strcmp(basis->rule, "proxy") == 0 && text_same(arena, basis->text, "named and notified"))
        return arena_format(arena, "A proxy must be named, and %s told beforehand.",
                            phrases_lead_of(is_locality));
    for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i++) {
        const struct meaning *known = &meanings[i];
        if (strcmp(known->rule, basis->rule) != 0 || !text_same(arena, known->value, basis->text))
            continue;
        const char *at = strstr(known->sentence, "%s");
        if (at == NULL)
            return known->sentence;
        return phrases_capital(arena,
                               arena_format(arena, "%.*s%s%s", (int)(at - known->sentence),
                                            known->sentence, phrases_a(arena, unit), at + 2));
    }
    return phrases_sentence(arena, basis->text);
}

const char *phrases_basis(const struct subject *subject, const struct basis *basis)
{
    struct arena *arena = subject->arena;
    return phrases_join(
        arena, phrases_meaning(arena, subject->outcome->unit, subject->outcome->is_locality, basis),
        phrases_grounds(arena, basis));
}

const char *phrases_rules(struct arena *arena, const char *constitution, const char *body,
                          const char *edition)
{
    if (edition != NULL)
        return arena_format(arena, "Constitution %s", edition);
    if (body != NULL)
        return arena_format(arena, "The constitution of %s, called \"%s\" here", body,
                            constitution);
    return arena_format(arena, "The constitution called \"%s\"", constitution);
}

const char *phrases_weight(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    if (phrases_by_list_size(poll))
        return phrases_sentence(arena, phrases_by_size(subject));
    if (text_same(arena, poll->weight, "votes column"))
        return "The votes published in the table of members.";
    return phrases_sentence(arena, poll->weight);
}

const char *phrases_weighting(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    const char *text = phrases_weight(subject);
    if (subject->outcome->has_list_sizes && date_given(subject->outcome->as_at))
        text = arena_format(arena, "%s %ss at %s.", text, phrases_size(subject),
                            date_long(arena, subject->outcome->as_at));
    for (size_t i = 0; i < poll->basis_count; i++)
        if (strcmp(poll->basis[i].rule, "weight") == 0)
            return phrases_join(arena, text, phrases_grounds(arena, &poll->basis[i]));
    return text;
}

const char *phrases_share(struct arena *arena, const struct share *share)
{
    int64_t total =
        share->of_sum || !share->has_stated_total ? share->sum_of_rows : share->stated_total;
    return arena_format(arena, "The locality has %s of %s: %s of %s patients (%s%%).", share->votes,
                        phrases_votes_number(arena, share->votes_in_all, 0),
                        number_grouped(arena, share->population), number_grouped(arena, total),
                        share->percent_long);
}
