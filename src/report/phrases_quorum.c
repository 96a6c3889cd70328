/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include <string.h>

#include "quorate/ratio.h"

/* How a sentence names those whom a scope takes in. */
struct scope_words {
    enum group group;
    const char *which;     /* "The 8 practices ..." */
    const char *did;       /* "8 of 10 practices ..." */
    const char *did_alone; /* "1 of 10 practices ..." */
};

static struct scope_words words_of(const struct condition_outcome *condition)
{
    static const struct scope_words scopes[] = {
        [SCOPE_ALL] = {GROUP_ALL, "on the roll", "are on the roll", "is on the roll"},
        [SCOPE_PRESENT] = {GROUP_PRESENT, "present", "were present", "was present"},
        [SCOPE_VOTING] = {GROUP_VOTING, "that took part", "took part", "took part"},
        [SCOPE_CAST] = {GROUP_CAST, "that cast a valid vote", "cast a valid vote",
                        "cast a valid vote"},
        [SCOPE_AGAINST] = {GROUP_AGAINST, "that voted against", "voted against", "voted against"},
    };
    static const struct scope_words replying = {GROUP_PRESENT, "that replied", "replied",
                                                "replied"};
    if (condition->asks.scope == SCOPE_PRESENT && condition->asks.replying)
        return replying;
    return scopes[condition->asks.scope];
}

const char *phrases_figure(struct arena *arena, const struct condition_outcome *condition,
                           struct figure figure)
{
    return number_fixed_grouped(arena, figure_of(figure), condition->places);
}

const char *phrases_percent(struct arena *arena, const struct condition_outcome *condition)
{
    return condition->percent == NULL || condition->asks.is_number
               ? ""
               : arena_format(arena, " (%s%%)", condition->percent);
}

/* "30,000 of 91,732 patients", "8 of 10 practices"; a number asked for has no whole. */
static const char *part_of_whole(const struct subject *subject,
                                 const struct condition_outcome *condition)
{
    struct arena *arena = subject->arena;
    if (condition->asks.is_number)
        return phrases_quantity(subject, condition, figure_of(condition->part));
    return arena_format(arena, "%s of %s", phrases_figure(arena, condition, condition->part),
                        phrases_quantity(subject, condition, figure_of(condition->whole)));
}

/* "at least half is needed: 45,866"; the number stands once when it is the amount itself. */
static const char *needed(const struct subject *subject, const struct condition_outcome *condition)
{
    struct arena *arena = subject->arena;
    const char *amount = phrases_amount(arena, &condition->asks);
    if (condition->whole.withheld || (condition->asks.is_number && !condition->asks.strictly))
        return arena_format(arena, "%s is needed", amount);
    return arena_format(arena, "%s is needed: %s", amount,
                        phrases_figure(arena, condition, condition->needed));
}

/* "8 are needed", "1 is needed" */
static const char *are_needed(struct arena *arena, const struct condition_outcome *condition)
{
    const char *number = phrases_figure(arena, condition, condition->needed);
    return arena_format(arena, "%s %s needed", number, strcmp(number, "1") == 0 ? "is" : "are");
}

/* "nobody could have made it quorate" */
static const char *out_of_reach(const struct subject *subject,
                                const struct condition_outcome *condition)
{
    bool quorum = condition->kind == RULE_QUORUM;
    return arena_format(subject->arena, "the %s has %s: nobody could have %s",
                        condition->of_area ? "area" : "roll",
                        number_fixed_grouped(subject->arena, condition->in_all, condition->places),
                        !quorum                      ? "carried it"
                        : subject->poll->is_election ? "made it valid"
                                                     : "made it quorate");
}

/* "This is 1 short. 6 are needed and the roll has 5: nobody could have made it quorate." */
static const char *shortfall(const struct subject *subject,
                             const struct condition_outcome *condition)
{
    struct arena *arena = subject->arena;
    const char *text = condition->met || condition->part.withheld
                           ? ""
                           : arena_format(arena, "This is %s short.",
                                          phrases_figure(arena, condition, condition->short_by));
    if (!condition->unreachable || condition->whole.withheld)
        return text;
    return phrases_join(arena, text,
                        arena_format(arena, "%s and %s.", are_needed(arena, condition),
                                     out_of_reach(subject, condition)));
}

/* "8 of 10 practices took part (at least 80%: 8)." */
static const char *quorum_of_members(const struct subject *subject,
                                     const struct condition_outcome *condition,
                                     const struct scope_words *words)
{
    struct arena *arena = subject->arena;
    const char *amount = phrases_amount(arena, &condition->asks);
    if (!condition->asks.is_number || condition->asks.strictly)
        amount = arena_format(arena, "%s: %s", amount,
                              phrases_figure(arena, condition, condition->needed));
    bool alone = figure_of(condition->part) == 1 ||
                 (figure_of(condition->whole) == 1 && !condition->asks.is_number);
    return arena_format(arena, "%s %s (%s).", part_of_whole(subject, condition),
                        alone ? words->did_alone : words->did, amount);
}

/* "The 8 practices present represent 77,375 of 91,732 patients (84.35%)" */
static const char *represented(const struct subject *subject,
                               const struct condition_outcome *condition, int64_t members)
{
    struct arena *arena = subject->arena;
    struct scope_words words = words_of(condition);
    const char *verb = condition->asks.measure == MEASURE_VOTES ? members == 1 ? "has" : "have"
                       : members == 1                           ? "represents"
                                                                : "represent";
    return arena_format(arena, "The %s %s %s %s%s", phrases_members(subject, members), words.which,
                        verb, part_of_whole(subject, condition), phrases_percent(arena, condition));
}

static const char *quorum_of_weight(const struct subject *subject,
                                    const struct condition_outcome *condition,
                                    const struct scope_words *words, int64_t members)
{
    struct arena *arena = subject->arena;
    const char *asked = phrases_capital(arena, needed(subject, condition));
    if (members == 0)
        return arena_format(arena, "No %s %s. %s.", subject->outcome->unit, words->did_alone,
                            asked);
    return arena_format(arena, "%s. %s.", represented(subject, condition, members), asked);
}

const char *phrases_quorum_figures(const struct subject *subject,
                                   const struct condition_outcome *quorum,
                                   const struct count counts[GROUPS])
{
    struct arena *arena = subject->arena;
    struct scope_words words = words_of(quorum);
    const char *sentence;
    if (quorum->part.withheld || quorum->whole.withheld)
        sentence = arena_format(arena,
                                "The figures are withheld, because the ballots are secret. "
                                "%s.",
                                phrases_capital(arena, needed(subject, quorum)));
    else if (quorum->asks.measure == MEASURE_MEMBERS)
        sentence = quorum_of_members(subject, quorum, &words);
    else
        sentence = quorum_of_weight(subject, quorum, &words, counts[words.group].members);
    return phrases_join(arena, sentence, shortfall(subject, quorum));
}

const char *phrases_quorum(const struct subject *subject, const struct condition_outcome *quorum,
                           const struct count counts[GROUPS])
{
    const char *verdict = quorum->met ? "Met." : "Not met.";
    if (subject->poll->is_election)
        verdict = quorum->met ? "Yes." : "No.";
    return phrases_join(subject->arena, verdict, phrases_quorum_figures(subject, quorum, counts));
}

const char *phrases_quorum_missed(const struct subject *subject,
                                  const struct condition_outcome *quorum)
{
    struct arena *arena = subject->arena;
    if (quorum->part.withheld || quorum->whole.withheld)
        return "What the rules ask for to make it valid was not met.";
    struct scope_words words = words_of(quorum);
    const char *asked = are_needed(arena, quorum);
    if (quorum->unreachable)
        asked = arena_format(arena, "%s and %s", asked, out_of_reach(subject, quorum));
    int64_t members = subject->poll->counts[words.group].members;
    if (quorum->asks.measure != MEASURE_MEMBERS && members > 0)
        return arena_format(arena, "%s; %s.", represented(subject, quorum, members), asked);
    if (quorum->asks.measure != MEASURE_MEMBERS)
        return arena_format(arena, "No %s %s.", subject->outcome->unit, words.did_alone);
    return arena_format(arena, "%s %s%s; %s.", part_of_whole(subject, quorum),
                        figure_of(quorum->part) == 1 ? words.did_alone : words.did,
                        quorum->asks.scope == SCOPE_VOTING ? " in voting" : "", asked);
}

const char *phrases_represented(const struct subject *subject,
                                const struct condition_outcome *quorum)
{
    struct arena *arena = subject->arena;
    const char *text = part_of_whole(subject, quorum);
    if (quorum->asks.measure == MEASURE_POPULATION && !quorum->asks.is_number)
        text = arena_format(arena, "%s of %s", phrases_figure(arena, quorum, quorum->part),
                            phrases_figure(arena, quorum, quorum->whole));
    text = arena_format(arena, "%s represented", text);
    return quorum->met
               ? text
               : arena_format(arena, "%s, which is %s short", text,
                              phrases_quantity(subject, quorum, figure_of(quorum->short_by)));
}

const char *phrases_quorum_none(const struct subject *subject)
{
    const char *none = phrases_fixed(RULE_QUORUM, QUORUM_NONE);
    for (size_t i = 0; i < subject->poll->basis_count; i++) {
        const struct basis *basis = &subject->poll->basis[i];
        if (basis->kind == RULE_QUORUM && basis->unstated != NULL)
            return phrases_join(subject->arena, none, phrases_grounds(subject->arena, basis));
    }
    return none;
}

/* How the votes in favour end a sentence that begins "6 of 10 practices", "6 of 9 votes" or
 * "Practices with 40,000 of 91,732 patients". */
static const struct {
    const char *members, *votes, *patients;
} in_favour[] = {
    [SCOPE_ALL] = {"voted for", "were for", "voted for"},
    [SCOPE_PRESENT] = {"present voted for", "present were for", "represented voted for"},
    [SCOPE_VOTING] = {"that took part voted for", "taking part were for",
                      "of those taking part voted for"},
    [SCOPE_CAST] = {"that cast a vote voted for", "cast were for",
                    "of those that cast a vote voted for"},
};

static const char *cast_for(const struct subject *subject,
                            const struct condition_outcome *condition)
{
    struct arena *arena = subject->arena;
    enum scope scope = condition->asks.is_number ? SCOPE_ALL : condition->asks.scope;
    if (scope == SCOPE_AGAINST)
        return arena_format(arena, "%s for and %s against",
                            phrases_figure(arena, condition, condition->part),
                            phrases_figure(arena, condition, condition->whole));
    const char *part = part_of_whole(subject, condition);
    switch (condition->asks.measure) {
    case MEASURE_VOTES:
        return arena_format(arena, "%s %s", part, in_favour[scope].votes);
    case MEASURE_POPULATION:
        return arena_format(arena, "%s with %s %s", phrases_capital(arena, subject->outcome->units),
                            part, in_favour[scope].patients);
    case MEASURE_MEMBERS:
        break;
    }
    return arena_format(arena, "%s %s", part, in_favour[scope].members);
}

const char *phrases_majority(const struct subject *subject, const struct condition_outcome *passes)
{
    struct arena *arena = subject->arena;
    if (passes->part.withheld || passes->whole.withheld)
        return arena_format(arena, "%s: this was %smet.",
                            phrases_capital(arena, needed(subject, passes)),
                            passes->met ? "" : "not ");
    const char *votes = cast_for(subject, passes);
    if (passes->met)
        return arena_format(arena, "%s; %s.", votes, are_needed(arena, passes));
    return arena_format(arena, "%s; %s. %s", votes, needed(subject, passes),
                        shortfall(subject, passes));
}
