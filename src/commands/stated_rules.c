/* SPDX-License-Identifier: MIT */
#include "stated_rules.h"

#include "quorate/text.h"
#include "quorate/weights.h"

/* "Two thirds majority required" above a vote that more than half of the votes cast carry. */

#define HUNDREDTHS INT64_C(10000) /* of a percent, in a whole */

bool stated_is_share(const struct stated_result *stated, int64_t part, int64_t whole)
{
    int64_t unit = 1;
    for (unsigned i = stated->places; i < STATED_PLACES; i++)
        unit *= 10;
    if (whole <= 0 || stated->percent > HUNDREDTHS)
        return false;
    if (whole > INT64_MAX / HUNDREDTHS / 10) /* too large to be worked out here */
        return true;
    int64_t apart = part * HUNDREDTHS - stated->percent * whole;
    return (apart < 0 ? -apart : apart) < unit * whole;
}

static struct ruleset rules_of(const struct run *run, const char *decision)
{
    return rules_resolve(run->arena, &run->constitution.rules, decision, NULL, 0);
}

/* --- What is asked for --- */

/* Whether what the condition counts may be what the sheet says. Where each member has one vote,
 * votes are members. */
static bool counts_these(const struct ruleset *set, const struct condition *asks, enum stated_of of)
{
    const struct weight *weight = &set->one[RULE_WEIGHT]->as.weight;
    bool one_each = weight->kind == WEIGHT_ONE_EACH;
    if (of == STATED_OF_UNTOLD)
        return true;
    if (asks->measure == MEASURE_VOTES)
        return of == STATED_OF_MEMBERS ? one_each : !one_each && weight_of_patients(weight);
    return (asks->measure == MEASURE_MEMBERS) == (of == STATED_OF_MEMBERS);
}

/* Whether it asks it of those of whom the sheet says. */
static bool is_of_these(const struct condition *asks, enum stated_whole whole)
{
    return whole == STATED_WHOLE_UNTOLD ||
           (asks->scope == SCOPE_ALL) == (whole == STATED_WHOLE_ALL);
}

/* "51%" is said of more than half. */
static bool is_share_asked(const struct stated_result *stated, const struct condition *asks)
{
    const int64_t just_over = 5100;
    return stated->percent > 0 && !asks->is_number && !asks->at_most &&
           (stated_is_share(stated, asks->amount.p, asks->amount.q) ||
            (stated->percent == just_over && asks->strictly &&
             2 * asks->amount.p == asks->amount.q));
}

static bool is_number_asked(const struct stated_result *stated, const struct condition *asks)
{
    return stated->percent == 0 && !asks->at_most &&
           ((asks->is_number && asks->plus == stated->votes[0]) ||
            (asks->limit != LIMIT_NONE && asks->number == stated->votes[0]));
}

static bool is_asked(const struct ruleset *set, struct rule_list rules,
                     const struct stated_result *stated)
{
    bool is = false;
    for (size_t i = 0; i < rules.count && !is; i++) {
        const struct condition *asks = &rules.rules[i]->as.condition;
        is = !rules.rules[i]->worded &&
             (stated->says == STATED_RULE_OF_QUORUM || is_of_these(asks, stated->whole)) &&
             counts_these(set, asks, stated->of) &&
             (is_share_asked(stated, asks) || is_number_asked(stated, asks));
    }
    return is;
}

/* Whether so many are what the condition comes to here. What is withheld may be it. */
static bool is_needed(const struct ruleset *set, const struct condition_outcome *condition,
                      const struct stated_result *stated)
{
    const int64_t unit = weights_unit(&(struct weights){.places = condition->places});
    return !condition->asks.at_most && counts_these(set, &condition->asks, stated->of) &&
           (condition->needed.withheld ||
            (figure_of(condition->needed) + unit - 1) / unit == stated->votes[0]);
}

/* The same of those of that kind, of which a majority is one in an election. */
static bool comes_to(const struct ruleset *set, const struct poll_outcome *poll,
                     enum rule_kind kind, const struct stated_result *stated)
{
    const struct condition_outcome *elects = poll->election.elects;
    bool is = false;
    if (stated->percent > 0)
        return false;
    for (size_t i = 0; i < poll->condition_count && !is; i++)
        is = poll->conditions[i].kind == kind && is_needed(set, &poll->conditions[i], stated);
    if (kind == RULE_PASSES && !is)
        is = elects != NULL
                 ? is_needed(set, elects, stated)
                 : poll->conditions_withheld ||
                       (poll->is_election && !(stated->asked && set->one[RULE_ELECTS]->worded));
    return is;
}

/* Of a quorum or a majority. */
static struct rule_list asked_by(const struct ruleset *set, enum stated says)
{
    if (says == STATED_RULE_OF_QUORUM)
        return set->quorum;
    return set->form == FORM_ELECTION ? (struct rule_list){&set->one[RULE_ELECTS], 1} : set->passes;
}

static bool rule_says(const struct ruleset *set, const struct stated_result *stated)
{
    const struct weight *weight = &set->one[RULE_WEIGHT]->as.weight;
    bool one_each = weight->kind == WEIGHT_ONE_EACH, secret = set->one[RULE_SECRECY]->as.secret;
    switch (stated->says) {
    case STATED_ONE_EACH:
        return one_each;
    case STATED_WEIGHTED:
        return !one_each && (stated->of != STATED_OF_PATIENTS || weight_of_patients(weight));
    case STATED_CASTING_VOTE:
        return set->one[RULE_TIE]->as.tie == TIE_CASTING_VOTE;
    case STATED_RULE_OF_EITHER:
        return is_asked(set, asked_by(set, STATED_RULE_OF_QUORUM), stated) ||
               is_asked(set, asked_by(set, STATED_RULE_OF_MAJORITY), stated);
    case STATED_SECRET:
        return secret;
    case STATED_OPEN:
        return !secret;
    default:
        return is_asked(set, asked_by(set, stated->says), stated);
    }
}

bool stated_rule_holds(const struct run *run, const struct stated_result *stated,
                       const struct poll_outcome *poll, bool reached)
{
    const struct ruleset set = rules_of(run, poll->decision);
    const struct rule_list asked = asked_by(&set, stated->says);
    if (stated->says == STATED_CASTING_VOTE) /* which only a tie asks for */
        return !poll->result.tied || poll->casting.effect == CASTING_DECIDED;
    if (rule_says(&set, stated) || (!stated->asked && reached))
        return true;
    if (stated->says == STATED_RULE_OF_EITHER)
        return comes_to(&set, poll, RULE_QUORUM, stated) ||
               comes_to(&set, poll, RULE_PASSES, stated);
    if (stated->says == STATED_RULE_OF_QUORUM)
        return comes_to(&set, poll, RULE_QUORUM, stated);
    return stated->says == STATED_RULE_OF_MAJORITY &&
           ((set.form == FORM_ELECTION && 2 * stated->percent == HUNDREDTHS &&
             asked.rules[0]->worded) ||
            comes_to(&set, poll, RULE_PASSES, stated));
}

/* --- What is told --- */

/* "more than half of votes cast" (Voting Structure) */
static const char *words_of(struct arena *arena, const struct rule *rule)
{
    return rule->clause == NULL ? arena_format(arena, "\"%s\"", rule->text)
                                : arena_format(arena, "\"%s\" (%s)", rule->text, rule->clause);
}

const char *stated_rule_in_force(const struct run *run, const struct stated_result *stated,
                                 const struct poll_outcome *poll)
{
    const struct ruleset set = rules_of(run, poll->decision);
    enum rule_kind kind = stated->says == STATED_CASTING_VOTE       ? RULE_TIE
                          : stated->says == STATED_RULE_OF_QUORUM   ? RULE_QUORUM
                          : stated->says == STATED_RULE_OF_EITHER   ? RULE_PASSES
                          : stated->says == STATED_RULE_OF_MAJORITY ? RULE_PASSES
                          : stated->says <= STATED_WEIGHTED         ? RULE_WEIGHT
                                                                    : RULE_SECRECY;
    const struct rule_list asked = asked_by(&set, stated->says);
    const struct rule *rule = set.one[kind];
    if (kind == RULE_QUORUM || kind == RULE_PASSES)
        rule = asked.count > 0       ? asked.rules[0]
               : kind == RULE_QUORUM ? set.quorum_none
                                     : set.consensus;
    if (rule == NULL || rule->text == NULL)
        return arena_format(run->arena, "the rules in force for \"%s\" have no \"%s\"",
                            set.decision, rule_name(kind));
    return arena_format(run->arena, "the rule \"%s\" in force for \"%s\" is %s",
                        rule_name(rule->kind), set.decision, words_of(run->arena, rule));
}

/* Another kind of decision of the same form by whose rules it would be so; NULL for none. */
static const char *decision_so_ruled(const struct run *run, const struct stated_result *stated,
                                     const struct poll_outcome *poll)
{
    const struct rules *rules = &run->constitution.rules;
    const struct ruleset own = rules_of(run, poll->decision);
    for (size_t i = 0; i < rules->decision_count; i++) {
        const struct ruleset other = rules_of(run, rules->decisions[i]);
        if (other.form == own.form && rule_says(&other, stated))
            return rules->decisions[i];
    }
    return NULL;
}

const char *stated_rule_remedy(const struct run *run, const struct stated_result *stated,
                               const struct poll_outcome *poll)
{
    const char *other = decision_so_ruled(run, stated, poll);
    if (stated->says == STATED_CASTING_VOTE && poll->casting.effect == CASTING_MISSING)
        return arena_format(run->arena, "Say how the chair voted (--casting-vote); else %s.",
                            stated->rid);
    const char *kind = other == NULL ? ""
                                     : arena_format(run->arena, "as another kind (-d %s) or ",
                                                    text_shell_word(run->arena, other));
    return arena_format(
        run->arena, "If the sheet is right, count the vote %sby other rules (--rules); else %s.",
        kind, stated->rid);
}
