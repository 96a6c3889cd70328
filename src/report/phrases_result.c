/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include <string.h>

#include "quorate/ratio.h"
#include "quorate/text.h"

int64_t phrases_told(const struct count *count)
{
    return count->votes.withheld ? count->members : figure_of(count->votes);
}

bool phrases_only_heads(const struct poll_outcome *poll)
{
    return poll->weighing.kind != WEIGHT_ONE_EACH && poll->counts[GROUP_CAST].votes.withheld;
}

static const char *cast(const struct subject *subject, const struct count *count)
{
    return number_fixed_grouped(subject->arena, phrases_told(count),
                                count->votes.withheld ? 0 : subject->poll->weighing.places);
}

/* What the figures of `cast` count: "vote", "votes", "practices", "" by list size. */
static const char *unit_of(const struct subject *subject, const char *number)
{
    bool one = strcmp(number, "1") == 0;
    if (phrases_only_heads(subject->poll))
        return one ? subject->outcome->terms.unit : subject->outcome->terms.units;
    if (subject->poll->weighing.kind == WEIGHT_LIST_SIZE)
        return "";
    return one ? "vote" : "votes";
}

static const char *by_weight(const struct subject *subject)
{
    return subject->poll->weighing.kind == WEIGHT_LIST_SIZE && !phrases_only_heads(subject->poll)
               ? arena_format(subject->arena, " by %s", subject->outcome->terms.column)
               : "";
}

const char *phrases_score(const struct subject *subject, const struct count counts[GROUPS])
{
    struct arena *arena = subject->arena;
    const char *in_favour = cast(subject, &counts[GROUP_FOR]);
    const char *against = cast(subject, &counts[GROUP_AGAINST]);
    const char *with_unit = phrases_join(arena, in_favour, unit_of(subject, in_favour));
    if (strcmp(in_favour, against) == 0)
        return arena_format(arena, "%s each%s", with_unit, by_weight(subject));
    return arena_format(arena, "%s to %s%s", with_unit, against, by_weight(subject));
}

static bool nothing_cast(const struct count counts[GROUPS])
{
    return counts[GROUP_CAST].members == 0;
}

/* "More than half of votes cast", which the score by itself explains. */
bool phrases_is_plain_majority(const struct condition_outcome *passes)
{
    const struct condition *asks = &passes->asks;
    return condition_is_share(asks) && passes->group == NULL && asks->measure == MEASURE_VOTES &&
           asks->scope == SCOPE_CAST && asks->amount.p == 1 && asks->amount.q == 2 &&
           asks->plus == 0 && asks->strictly && asks->rounding == ROUNDING_NONE;
}

/* Of a motion that carried the majorities that are met bear on it, else those that are not. */
static bool bears_on_it(const struct poll_outcome *poll, const struct condition_outcome *condition)
{
    return condition->kind == RULE_PASSES &&
           (poll->result.verdict == VERDICT_CARRIED ? condition->met : condition_fails(condition));
}

/* Whether what keeps it from being carried is not told. */
static bool fails_untold(const struct poll_outcome *poll)
{
    if (!poll->conditions_withheld || poll->result.verdict != VERDICT_NOT_CARRIED)
        return false;
    for (size_t i = 0; i < poll->condition_count; i++)
        if (bears_on_it(poll, &poll->conditions[i]))
            return false;
    return poll->counts[GROUP_FOR].members > 0;
}

/* Whether the score is what decided, and not another majority alone. */
static bool score_decided(const struct poll_outcome *poll)
{
    if (poll->casting.effect == CASTING_DECIDED || poll->areas.count > 0)
        return true;
    bool others = fails_untold(poll);
    for (size_t i = 0; i < poll->condition_count; i++) {
        if (!bears_on_it(poll, &poll->conditions[i]))
            continue;
        if (phrases_is_plain_majority(&poll->conditions[i]))
            return true;
        others = true;
    }
    return !others;
}

static const char *majorities(const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    const char *sentences =
        fails_untold(poll) ? "What the votes of some of the members alone had to reach was not met."
                           : "";
    for (size_t i = 0; i < poll->condition_count; i++)
        if (bears_on_it(poll, &poll->conditions[i]) &&
            !phrases_is_plain_majority(&poll->conditions[i]))
            sentences = phrases_join(subject->arena, sentences,
                                     phrases_majority(subject, &poll->conditions[i]));
    return sentences;
}

/* The names of the areas of one verdict, or of every verdict but it; NULL for none. */
static const char *areas_by(const struct subject *subject, enum verdict verdict, bool but_it)
{
    const struct poll_outcome *poll = subject->poll;
    const char **names = arena_alloc(subject->arena, poll->areas.count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < poll->areas.count; i++)
        if ((poll->areas.list[i].result.verdict == verdict) != but_it)
            names[count++] = poll->areas.list[i].area;
    return count == 0 ? NULL : text_list(subject->arena, names, count, "and");
}

static const char *areas(const struct subject *subject)
{
    if (subject->poll->areas.withheld)
        return "Every area must carry it; which of them did is not told, because an area can be a "
               "single voter.";
    if (subject->poll->areas.count == 0)
        return "";
    const char *missing = areas_by(subject, VERDICT_CARRIED, true);
    if (missing == NULL)
        return "Every area carried it.";
    return arena_format(subject->arena, "Every area must carry it: %s did not.", missing);
}

static const char *motion(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    const char *verdict = phrases_verdict(poll->result.verdict);
    const char *first;
    if (nothing_cast(poll->counts))
        first = arena_format(arena, "%s. No vote was cast for or against.", verdict);
    else if (poll->casting.effect == CASTING_DECIDED)
        first = arena_format(arena, "%s by the chair's casting vote, %s.", verdict,
                             phrases_score(subject, poll->counts));
    else if (score_decided(poll))
        first = arena_format(arena, "%s, %s.", verdict, phrases_score(subject, poll->counts));
    else
        first = arena_format(arena, "%s.", verdict);
    bool tie_failed = poll->result.tied && poll->result.verdict == VERDICT_NOT_CARRIED &&
                      poll->casting.effect != CASTING_DECIDED && poll->areas.count == 0 &&
                      score_decided(poll);
    if (tie_failed)
        first = phrases_join(arena, first, "A tie does not carry.");
    if (poll->casting.effect != CASTING_DECIDED && !nothing_cast(poll->counts))
        first = phrases_join(arena, first, majorities(subject));
    if (poll->result.tied && poll->result.verdict == VERDICT_CARRIED &&
        poll->casting.effect != CASTING_DECIDED)
        first = phrases_join(arena, first, "It is a tie, which carries by these rules.");
    return phrases_join(arena, first, areas(subject));
}

/* Whether it is binding depends on how the rules are read, which is said elsewhere. */
static bool binding_depends(const struct poll_outcome *poll)
{
    for (size_t i = 0; i < poll->reading_count; i++)
        if (poll->readings[i].differs && poll->readings[i].result.verdict == VERDICT_NOT_BINDING)
            return true;
    return false;
}

static const char *binding(const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    if (poll->result.review)
        return "The decision stands until it is reviewed.";
    if (nothing_cast(poll->counts) || binding_depends(poll) || phrases_period_matters(poll->period))
        return "";
    return "The decision is binding.";
}

/* Whether all members together fell short, and not an area alone. */
static bool whole_quorum_failed(const struct poll_outcome *poll)
{
    for (size_t i = 0; i < poll->condition_count; i++)
        if (poll->conditions[i].kind == RULE_QUORUM && condition_fails(&poll->conditions[i]))
            return true;
    return false;
}

/* "The quorum for a vote of censure was not met." */
static const char *quorum_failed(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const char *where = areas_by(subject, VERDICT_NOT_BINDING, false);
    if (where != NULL && !whole_quorum_failed(subject->poll))
        return arena_format(arena, "The quorum was not met in %s.", where);
    if (subject->poll->areas.withheld && !whole_quorum_failed(subject->poll))
        return "The quorum was not met in every area.";
    if (strncmp(subject->poll->title, "Vote of ", 8) == 0)
        return arena_format(arena, "The quorum for a %s was not met.",
                            phrases_small(arena, subject->poll->title));
    return "The quorum was not met.";
}

static const char *not_binding(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct count *counts = subject->poll->counts;
    const char *in_favour = cast(subject, &counts[GROUP_FOR]);
    const char *votes =
        nothing_cast(counts)
            ? "No vote was cast for or against."
            : arena_format(arena, "The votes were %s for and %s against%s.", in_favour,
                           cast(subject, &counts[GROUP_AGAINST]), by_weight(subject));
    return arena_format(arena, "NOT BINDING. %s %s", quorum_failed(subject), votes);
}

/* ---- A consensus */

/* The quorum's conditions that are met, or are not: "48,818 of 91,732 represented". */
static const char *represented(const struct subject *subject, bool met)
{
    const struct poll_outcome *poll = subject->poll;
    const char **parts = arena_alloc(subject->arena, poll->condition_count, sizeof *parts);
    size_t count = 0;
    for (size_t i = 0; i < poll->condition_count; i++)
        if (met ? poll->conditions[i].met : condition_fails(&poll->conditions[i]))
            parts[count++] = phrases_represented(subject, &poll->conditions[i]);
    return count == 0 ? NULL : text_list(subject->arena, parts, count, "and");
}

/* "Agreed by consensus. Binding: 48,818 of 91,732 represented." */
static const char *agreed(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    const char *there = represented(subject, true), *text = "CARRIED. Agreed by consensus.";
    if (!binding_depends(poll) && !phrases_period_matters(poll->period))
        text = phrases_join(arena, text,
                            there == NULL ? "The decision is binding."
                                          : arena_format(arena, "Binding: %s.", there));
    return phrases_join(arena, text, areas(subject));
}

static const char *consensus(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    bool nobody = poll->counts[GROUP_PRESENT].members == 0;
    if (poll->result.verdict == VERDICT_CARRIED)
        return agreed(subject);
    if (poll->result.verdict == VERDICT_NOT_CARRIED)
        return phrases_join(arena, "NOT CARRIED.",
                            poll->areas.count > 0 ? areas(subject)
                                                  : "Nobody was there who could agree.");
    const char *missed = represented(subject, false);
    return phrases_join(
        arena,
        nobody ? "NOT BINDING. Nobody was there to agree." : "NOT BINDING. Agreed by consensus.",
        missed == NULL ? quorum_failed(subject)
                       : arena_format(arena, "The quorum was not met: %s.", missed));
}

/* "4 of 10 votes", of a candidate. */
static const char *of_all_votes(const struct subject *subject,
                                const struct candidate_outcome *candidate)
{
    struct arena *arena = subject->arena;
    const char *all = cast(subject, &subject->poll->counts[GROUP_CAST]);
    const char *unit = unit_of(subject, all);
    const char *text = arena_format(arena, "%s of %s", cast(subject, &candidate->count), all);
    return arena_format(arena, "%s%s", phrases_join(arena, text, unit), by_weight(subject));
}

static const struct candidate_outcome *candidate_called(const struct poll_outcome *poll,
                                                        const char *name)
{
    for (size_t i = 0; i < poll->election.candidate_count; i++)
        if (strcmp(poll->election.candidates[i].name, name) == 0)
            return &poll->election.candidates[i];
    return NULL;
}

/* "more than half is needed: 6" */
static const char *needed_of(struct arena *arena, const struct condition_outcome *condition)
{
    return arena_format(arena, "%s is needed: %s", phrases_amount(arena, &condition->asks),
                        phrases_figure(arena, condition, condition->needed));
}

static const char *elected(const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    const struct candidate_outcome *winner = candidate_called(poll, poll->result.winner);
    if (winner == NULL)
        return arena_format(subject->arena, "ELECTED: %s.", poll->result.winner);
    const char *how = poll->election.without_half ? ": most votes, but not more than half" : "";
    const struct condition_outcome *elects = poll->election.elects;
    if (elects != NULL && !elects->whole.withheld)
        how = arena_format(subject->arena, "; %s", needed_of(subject->arena, elects));
    return arena_format(subject->arena, "ELECTED: %s, with %s%s.", winner->name,
                        of_all_votes(subject, winner), how);
}

static const char *not_elected(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    if (nothing_cast(poll->counts) || poll->election.candidate_count == 0)
        return "NOT ELECTED. There was no valid vote.";
    const struct candidate_outcome *leader = &poll->election.candidates[0];
    if (poll->result.reopened != NULL)
        return arena_format(arena, "NOT ELECTED. %s has %s, so nominations are opened again.",
                            leader->name, of_all_votes(subject, leader));
    const char *most = arena_format(arena, "NOT ELECTED. %s has %s, the most", leader->name,
                                    of_all_votes(subject, leader));
    const struct condition_outcome *elects = poll->election.elects;
    if (elects == NULL || elects->part.withheld || elects->whole.withheld)
        return arena_format(arena, "%s, which is not enough.", most);
    return arena_format(arena, "%s; %s. This is %s short.", most, needed_of(arena, elects),
                        phrases_figure(arena, elects, elects->short_by));
}

static const char *further_election(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct result *result = &subject->poll->result;
    const char *names = text_list(arena, result->run_off, result->run_off_count, "and");
    const struct candidate_outcome *one =
        result->run_off_count == 0 ? NULL : candidate_called(subject->poll, result->run_off[0]);
    if (one == NULL)
        return arena_format(arena, "FURTHER ELECTION between %s. Only they may stand.", names);
    const char *number = cast(subject, &one->count);
    if (phrases_only_heads(subject->poll))
        return arena_format(arena, "FURTHER ELECTION. %s have equal votes. Only they may stand.",
                            names);
    return arena_format(arena, "FURTHER ELECTION. %s have %s each%s. Only they may stand.", names,
                        phrases_join(arena, number, unit_of(subject, number)), by_weight(subject));
}

static const char *not_valid(const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    const char *sentences = "NOT VALID.";
    for (size_t i = 0; i < poll->condition_count; i++)
        if (poll->conditions[i].kind == RULE_QUORUM && condition_fails(&poll->conditions[i]))
            sentences = phrases_join(subject->arena, sentences,
                                     phrases_quorum_missed(subject, &poll->conditions[i]));
    return sentences;
}

const char *phrases_result(const struct subject *subject)
{
    enum verdict verdict = subject->poll->result.verdict;
    const char *words = phrases_result_brief(subject);
    if (subject->poll->by_consensus)
        return words;
    return verdict == VERDICT_CARRIED || verdict == VERDICT_NOT_CARRIED
               ? phrases_join(subject->arena, words, binding(subject))
               : words;
}

const char *phrases_result_brief(const struct subject *subject)
{
    if (subject->poll->by_consensus)
        return consensus(subject);
    switch (subject->poll->result.verdict) {
    case VERDICT_CARRIED:
    case VERDICT_NOT_CARRIED:
        return motion(subject);
    case VERDICT_NOT_BINDING:
        return not_binding(subject);
    case VERDICT_ELECTED:
        return elected(subject);
    case VERDICT_NOT_ELECTED:
        return not_elected(subject);
    case VERDICT_FURTHER_ELECTION:
        return further_election(subject);
    case VERDICT_NOT_VALID:
        return not_valid(subject);
    case VERDICT_NONE:
        break;
    }
    return "NOT DECIDED.";
}

const char *phrases_behind_verdict(const struct subject *subject)
{
    const char *rest =
        phrases_result(subject) + strlen(phrases_verdict(subject->poll->result.verdict));
    if (rest[0] == ' ')
        return text_capital(subject->arena, rest + 1);
    return rest[0] != '\0' && rest[1] == ' ' ? rest + 2 : "";
}

const char *phrases_result_sentence(const struct subject *subject)
{
    enum verdict verdict = subject->poll->result.verdict;
    return arena_format(subject->arena, "%s%s", phrases_verdict_capital(subject->arena, verdict),
                        phrases_result(subject) + strlen(phrases_verdict(verdict)));
}
