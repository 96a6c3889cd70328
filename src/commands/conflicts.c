/* SPDX-License-Identifier: MIT */
#include "conflicts.h"

#include <ctype.h>
#include <string.h>

/* Ballots of one practice that contradict each other. */

/* The rules say what a member is called. */
static const char *one_vote_remedy(struct arena *arena, const char *unit)
{
    bool vowel = unit[0] != '\0' && strchr("aeiou", tolower((unsigned char)unit[0])) != NULL;
    return arena_format(arena, "%s %s has one vote. Keep the row that is right.",
                        vowel ? "An" : "A", unit);
}

static bool is_vote(const struct ballot *ballot)
{
    return ballot->vote != VOTE_ABSENT && !ballot->interest;
}

static const char *conflict_remedy(const struct run *run, const struct conflict *conflict)
{
    if (conflict->kind == CONFLICT_PROXIES)
        return "Which of them is beyond it the table does not say. Delete that row, or write "
               "another proxy.";
    if (conflict->kind == CONFLICT_PROXY_AWAY)
        return "Fill in who came for each member under voter. If the proxy came for none, delete "
               "the row.";
    if (conflict->kind == CONFLICT_UNORDERED)
        return "Fill in when each was received, or keep the row that is right.";
    if (conflict->kind == CONFLICT_OPENING)
        return "Correct the one that is wrong. If two people came, name them under voter.";
    return one_vote_remedy(run->arena, run->constitution.rules.terms.unit);
}

static const char *conflict_text(struct arena *arena, const struct conflict *conflict)
{
    const char *name = conflict->ballot->member->name;
    size_t line = conflict->earlier->line, row = conflict->earlier->row;
    const char *where =
        row == 0 || row == line
            ? arena_format(arena, "line %zu", line)
            : arena_format(arena, "line %zu (row %zu of the spreadsheet)", line, row);
    if (conflict->kind == CONFLICT_PROXIES)
        return arena_format(arena,
                            "the proxy of %s is that of others already, the first on %s, and the "
                            "rule \"proxies\" says %s",
                            name, where, conflict->rule->text);
    if (conflict->kind == CONFLICT_PROXY_AWAY)
        return arena_format(arena,
                            "the proxy of %s represents no member that is present, and the rule "
                            "\"proxies\" says %s",
                            name, conflict->rule->text);
    if (conflict->kind == CONFLICT_UNORDERED)
        return arena_format(arena,
                            "it cannot be told which ballot of %s came first, this one or that on "
                            "%s",
                            name, where);
    if (conflict->kind == CONFLICT_OPENING)
        return arena_format(arena, "%s was %sthere when the meeting opened, and by %s it was%s",
                            name, conflict->ballot->at_opening ? "" : "not ", where,
                            conflict->ballot->at_opening ? " not" : "");
    if (is_vote(conflict->ballot) && is_vote(conflict->earlier))
        return arena_format(arena, "%s has already voted, on %s", name, where);
    return arena_format(arena, "%s answered differently on %s", name, where);
}

static void report_conflict(struct run *run, const struct conflict *conflict)
{
    struct place place = ballot_place(run->arena, &run->box, conflict->ballot);
    place.text = NULL; /* it may be secret, and the message says it all */
    diag_add(&run->diag, SEVERITY_ERROR, place, conflict_remedy(run, conflict), "%s",
             conflict_text(run->arena, conflict));
}

/* Then it was asked at the dates, whether the day or the month stands first. */
static bool is_of_untold_dates(const struct conflict *conflict)
{
    return conflict->kind == CONFLICT_UNORDERED &&
           (conflict->ballot->time_untold || conflict->earlier->time_untold);
}

/* For another kind of decision it may have been told already. */
static bool is_told(const struct conflict *const *told, size_t count,
                    const struct conflict *conflict)
{
    for (size_t i = 0; i < count; i++)
        if (told[i]->ballot == conflict->ballot)
            return true;
    return false;
}

/* What the ballots and the command line say of the casting vote. */
static void compare_casting_votes(struct run *run, const struct poll *poll)
{
    enum casting_vote told = run->circumstances.casting;
    const struct place place = {.file = run->box.file, .line = poll->chair.line};
    if (told == CASTING_VOTE_NONE || poll->chair.casting == CASTING_VOTE_NONE ||
        poll->chair.casting == told || poll->chair.line == 0)
        return;
    diag_add(&run->diag, SEVERITY_ERROR, place, "Leave --casting-vote out, or correct the row.",
             "the chair's casting vote is %s here, and --casting-vote says %s",
             told == CASTING_VOTE_FOR ? "against" : "for",
             told == CASTING_VOTE_FOR ? "for" : "against");
}

void conflicts_find(struct run *run)
{
    const struct constitution *constitution = &run->constitution;
    const struct conflict **told = NULL;
    size_t told_count = 0, told_capacity = 0;
    if (run->box.several_untold) /* then they may be answers to several questions */
        return;
    for (size_t i = 0; constitution->agrees && i < run->box.poll_count; i++) {
        const struct poll *poll = &run->box.polls[i];
        size_t count = 0;
        const struct conflict *conflicts = NULL;
        compare_casting_votes(run, poll);
        if (poll->decision != NULL)
            conflicts = decide_conflicts(run->arena, &constitution->rules, &constitution->roll,
                                         poll, &run->circumstances, &count);
        for (size_t j = 0; j < count; j++) {
            if (is_of_untold_dates(&conflicts[j]) ||
                (run->by_kind && is_told(told, told_count, &conflicts[j])))
                continue;
            const struct conflict **place = ARENA_PUSH(run->arena, told, told_count, told_capacity);
            *place = &conflicts[j];
            report_conflict(run, &conflicts[j]);
        }
    }
}
