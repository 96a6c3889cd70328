/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include <string.h>

#include "quorate/ratio.h"
#include "quorate/text.h"

/* How a sentence names those whom a scope takes in. */
struct scope_words {
    const char *which;     /* "The 8 practices ..." */
    const char *did;       /* "8 of 10 practices ..." */
    const char *did_alone; /* "1 of 10 practices ..." */
};

static struct scope_words words_of(const struct condition_outcome *condition)
{
    static const struct scope_words scopes[] = {
        [SCOPE_ALL] = {"on the roll", "are on the roll", "is on the roll"},
        [SCOPE_PRESENT] = {"present", "were present", "was present"},
        [SCOPE_VOTING] = {"that took part", "took part", "took part"},
        [SCOPE_CAST] = {"that cast a valid vote", "cast a valid vote", "cast a valid vote"},
        [SCOPE_AGAINST] = {"that voted against", "voted against", "voted against"},
    };
    static const struct scope_words replying = {"that replied", "replied", "replied"};
    static const struct scope_words opening = {"present when the meeting opened",
                                               "were present when the meeting opened",
                                               "was present when the meeting opened"};
    if (condition->at_opening)
        return opening;
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

const char *phrases_whose(struct arena *arena, const struct condition_outcome *condition)
{
    if (condition->asks.among == AMONG_NAMED)
        return " of those named";
    if (condition->asks.among == AMONG_EACH_AREA)
        return arena_format(arena, " in %s", condition->area);
    return condition->of_class == NULL ? "" : arena_format(arena, " of %s", condition->of_class);
}

static const char *in_group(struct arena *arena, const struct condition_outcome *condition,
                            const char *sentence)
{
    return condition->group == NULL
               ? sentence
               : arena_format(arena, "Alternative \"%s\": %s", condition->group, sentence);
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
    const char *where = condition->area != NULL                ? "area"
                        : condition->asks.among == AMONG_CLASS ? "class"
                                                               : "roll";
    return arena_format(subject->arena, "the %s has %s: nobody could have %s", where,
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
                           : arena_format(arena, "This is %s %s.",
                                          phrases_figure(arena, condition, condition->short_by),
                                          condition->asks.at_most ? "too many" : "short");
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
    return arena_format(arena, "%s%s %s (%s).", part_of_whole(subject, condition),
                        phrases_whose(arena, condition), alone ? words->did_alone : words->did,
                        amount);
}

/* "The 8 practices present represent 77,375 of 91,732 patients (84.35%)" */
static const char *represented(const struct subject *subject,
                               const struct condition_outcome *condition)
{
    struct arena *arena = subject->arena;
    int64_t members = condition->heads;
    struct scope_words words = words_of(condition);
    const char *verb = condition->asks.measure == MEASURE_VOTES ? members == 1 ? "has" : "have"
                       : members == 1                           ? "represents"
                                                                : "represent";
    return arena_format(arena, "The %s%s %s %s %s%s", phrases_members(subject, members),
                        phrases_whose(arena, condition), words.which, verb,
                        part_of_whole(subject, condition), phrases_percent(arena, condition));
}

static const char *quorum_of_weight(const struct subject *subject,
                                    const struct condition_outcome *condition,
                                    const struct scope_words *words)
{
    struct arena *arena = subject->arena;
    const char *asked = text_capital(arena, needed(subject, condition));
    if (condition->heads == 0)
        return arena_format(arena, "No %s%s %s. %s.", subject->outcome->terms.unit,
                            phrases_whose(arena, condition), words->did_alone, asked);
    return arena_format(arena, "%s. %s.", represented(subject, condition), asked);
}

/* "Bell and Hart were not there, and have to be.": who is asked for by name. */
static const char *named(const struct subject *subject, const struct condition_outcome *condition)
{
    struct arena *arena = subject->arena;
    bool quorum = condition->kind == RULE_QUORUM, by_reply = subject->poll->by_reply;
    if (condition->missing_count == 0)
        return !quorum    ? "All who have to be in favour were."
               : by_reply ? "All who have to reply did."
                          : "All who have to be there were.";
    const char *who = text_list(arena, condition->missing, condition->missing_count, "and");
    bool one = condition->missing_count == 1;
    if (!quorum)
        return arena_format(arena, "%s %s not in favour, and %s to be.", who, one ? "was" : "were",
                            one ? "has" : "have");
    if (by_reply)
        return arena_format(arena, "%s did not reply, and %s to.", who, one ? "has" : "have");
    return arena_format(arena, "%s %s not there, and %s to be.", who, one ? "was" : "were",
                        one ? "has" : "have");
}

static const char *quorum_sentence(const struct subject *subject,
                                   const struct condition_outcome *quorum)
{
    struct arena *arena = subject->arena;
    struct scope_words words = words_of(quorum);
    if (quorum->asks.among == AMONG_NAMED)
        return named(subject, quorum);
    if (quorum->part.withheld || quorum->whole.withheld)
        return arena_format(arena,
                            "The figures are withheld, because the ballots are secret. "
                            "%s.",
                            text_capital(arena, needed(subject, quorum)));
    return quorum->asks.measure == MEASURE_MEMBERS ? quorum_of_members(subject, quorum, &words)
                                                   : quorum_of_weight(subject, quorum, &words);
}

const char *phrases_quorum_figures(const struct subject *subject,
                                   const struct condition_outcome *quorum)
{
    const char *sentence = quorum_sentence(subject, quorum);
    if (quorum->asks.among != AMONG_NAMED)
        sentence = phrases_join(subject->arena, sentence, shortfall(subject, quorum));
    return in_group(subject->arena, quorum, sentence);
}

const char *phrases_met(const struct condition_outcome *condition)
{
    return condition->met       ? "Met."
           : condition->excused ? "Not met, and need not be: another alternative is."
                                : "Not met.";
}

const char *phrases_quorum(const struct subject *subject, const struct condition_outcome *quorum)
{
    const char *verdict = phrases_met(quorum);
    if (subject->poll->is_election && !quorum->excused)
        verdict = quorum->met ? "Yes." : "No.";
    return phrases_join(subject->arena, verdict, phrases_quorum_figures(subject, quorum));
}

const char *phrases_quorum_missed(const struct subject *subject,
                                  const struct condition_outcome *quorum)
{
    struct arena *arena = subject->arena;
    if (quorum->part.withheld || quorum->whole.withheld)
        return "What the rules ask for to make it valid was not met.";
    if (quorum->asks.among == AMONG_NAMED)
        return named(subject, quorum);
    struct scope_words words = words_of(quorum);
    const char *asked = are_needed(arena, quorum);
    if (quorum->unreachable)
        asked = arena_format(arena, "%s and %s", asked, out_of_reach(subject, quorum));
    if (quorum->asks.measure != MEASURE_MEMBERS && quorum->heads > 0)
        return arena_format(arena, "%s; %s.", represented(subject, quorum), asked);
    if (quorum->asks.measure != MEASURE_MEMBERS)
        return arena_format(arena, "No %s%s %s.", subject->outcome->terms.unit,
                            phrases_whose(arena, quorum), words.did_alone);
    return arena_format(arena, "%s%s %s%s; %s.", part_of_whole(subject, quorum),
                        phrases_whose(arena, quorum),
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
    text = arena_format(arena, "%s%s represented", text, phrases_whose(arena, quorum));
    return quorum->met
               ? text
               : arena_format(arena, "%s, which is %s short", text,
                              phrases_quantity(subject, quorum, figure_of(quorum->short_by)));
}

/* More are a number. */
#define OPENING_NAMED_MOST ((size_t)20)

const char *phrases_opening(const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    const char **names = arena_alloc(subject->arena, poll->roll_call.standing_count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < poll->roll_call.standing_count; i++)
        if (poll->roll_call.standings[i].at_opening)
            names[count++] = poll->roll_call.standings[i].practice;
    if (count == 0)
        return NULL;
    const char *who = count > OPENING_NAMED_MOST ? phrases_members(subject, (int64_t)count)
                                                 : text_list(subject->arena, names, count, "and");
    return arena_format(subject->arena, "%s %s there when the meeting opened.", who,
                        count == 1 ? "was" : "were");
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
    [SCOPE_ALL] = {"voted for", "", "voted for"},
    [SCOPE_PRESENT] = {"present voted for", " present", "represented voted for"},
    [SCOPE_VOTING] = {"that took part voted for", " taking part", "of those taking part voted for"},
    [SCOPE_CAST] = {"that cast a vote voted for", " cast", "of those that cast a vote voted for"},
};

/* By its digits, for votes may have decimals. */
static bool is_one(struct arena *arena, const struct condition_outcome *condition)
{
    return strcmp(phrases_figure(arena, condition, condition->part), "1") == 0;
}

static const char *cast_for(const struct subject *subject,
                            const struct condition_outcome *condition)
{
    struct arena *arena = subject->arena;
    enum scope scope = condition->asks.is_number ? SCOPE_ALL : condition->asks.scope;
    const char *whose = phrases_whose(arena, condition);
    if (scope == SCOPE_AGAINST)
        return arena_format(arena, "%s for and %s against%s",
                            phrases_figure(arena, condition, condition->part),
                            phrases_figure(arena, condition, condition->whole), whose);
    const char *part = arena_format(arena, "%s%s", part_of_whole(subject, condition), whose);
    switch (condition->asks.measure) {
    case MEASURE_VOTES:
        return arena_format(arena, "%s%s %s for", part, in_favour[scope].votes,
                            is_one(arena, condition) ? "was" : "were");
    case MEASURE_POPULATION:
        return arena_format(arena, "%s with %s %s",
                            text_capital(arena, subject->outcome->terms.units), part,
                            in_favour[scope].patients);
    case MEASURE_MEMBERS:
        break;
    }
    return arena_format(arena, "%s %s", part, in_favour[scope].members);
}

/* What those who may not be too many did: one of them, several, one vote of theirs, several. */
static const struct {
    const char *one, *several, *vote, *votes;
} sides[] = {
    [SIDE_AGAINST] = {"voted against", "voted against", "was against", "were against"},
    [SIDE_ABSTAINED] = {"abstained", "abstained", "was an abstention", "were abstentions"},
    [SIDE_NOT_FOR] = {"was not in favour", "were not in favour", "was not in favour",
                      "were not in favour"},
};

/* "1 member of permanent voted against" */
static const char *against_it(const struct subject *subject,
                              const struct condition_outcome *condition)
{
    struct arena *arena = subject->arena;
    enum side side = condition->asks.side;
    const char *part = arena_format(arena, "%s%s", part_of_whole(subject, condition),
                                    phrases_whose(arena, condition));
    switch (condition->asks.measure) {
    case MEASURE_VOTES:
        return arena_format(arena, "%s %s", part,
                            is_one(arena, condition) ? sides[side].vote : sides[side].votes);
    case MEASURE_POPULATION:
        return arena_format(arena, "%s with %s %s",
                            text_capital(arena, subject->outcome->terms.units), part,
                            sides[side].several);
    case MEASURE_MEMBERS:
        break;
    }
    bool nobody = figure_of(condition->part) == 0 && condition->asks.is_number;
    if (nobody)
        part = arena_format(arena, "No %s%s", subject->outcome->terms.unit,
                            phrases_whose(arena, condition));
    bool one = nobody || figure_of(condition->part) == 1;
    return arena_format(arena, "%s %s", part, one ? sides[side].one : sides[side].several);
}

/* "1 member of permanent voted against; none may. This is 1 too many." */
static const char *limited(const struct subject *subject, const struct condition_outcome *condition)
{
    struct arena *arena = subject->arena;
    const char *amount = phrases_amount(arena, &condition->asks);
    const char *most = condition->asks.is_number
                           ? ""
                           : arena_format(arena, ": %s at most",
                                          phrases_figure(arena, condition, condition->needed));
    return phrases_join(arena,
                        arena_format(arena, "%s; %s may%s%s.", against_it(subject, condition),
                                     amount, condition->asks.side == SIDE_NOT_FOR ? " be" : "",
                                     most),
                        shortfall(subject, condition));
}

static const char *majority(const struct subject *subject, const struct condition_outcome *passes)
{
    struct arena *arena = subject->arena;
    if (passes->part.withheld || passes->whole.withheld)
        return arena_format(arena, "%s: this was %smet.",
                            text_capital(arena, needed(subject, passes)),
                            passes->met ? "" : "not ");
    if (passes->asks.among == AMONG_NAMED)
        return named(subject, passes);
    if (passes->asks.at_most)
        return limited(subject, passes);
    const char *votes = cast_for(subject, passes);
    if (passes->met)
        return arena_format(arena, "%s; %s.", votes, are_needed(arena, passes));
    return arena_format(arena, "%s; %s. %s", votes, needed(subject, passes),
                        shortfall(subject, passes));
}

const char *phrases_majority(const struct subject *subject, const struct condition_outcome *passes)
{
    return in_group(subject->arena, passes, majority(subject, passes));
}
