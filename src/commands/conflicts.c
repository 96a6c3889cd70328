/* SPDX-License-Identifier: MIT */
#include "conflicts.h"

#include <string.h>

#include "quorate/ratio.h"
#include "quorate/text.h"

/* Ballots of one practice that contradict each other. */

/* The rules say what a member is called. */
static const char *one_vote_remedy(struct arena *arena, const char *unit)
{
    return arena_format(arena, "%s %s has one vote. Keep the row that is right.",
                        text_capital(arena, text_article(unit)), unit);
}

static bool is_vote(const struct ballot *ballot)
{
    return ballot->vote != VOTE_ABSENT && !ballot->interest;
}

/* Of rows that say how many votes they cast. */
static const char *part_remedy(enum conflict_kind kind)
{
    switch (kind) {
    case CONFLICT_PART_INTEREST:
        return "An interest is the member's, with all its votes. Correct the one that is wrong.";
    case CONFLICT_PART_UNTOLD:
        return "Write in each of its rows how many votes it casts.";
    case CONFLICT_PART_TIMES:
        return "If it was corrected, keep the rows that count. If each row is of other votes, "
               "write one time in all of them.";
    case CONFLICT_PARTS_DOUBTED:
        return "If they are, write what one of them does not cast too, as a row with the vote "
               "\"absent\" or in a column \"votes absent\". Of a column \"votes\" --column "
               "votes=\"its heading\" says it as well. If they are something else, --column "
               "none=\"its heading\" says so.";
    case CONFLICT_PARTS_OF_HEADS:
        return "A member that is counted has one side. Write its rows as one vote, without a "
               "number of votes.";
    case CONFLICT_PARTS_OPENING:
        return "How many of its votes were represented then the rows do not tell. Write one row, "
               "without a number of votes.";
    case CONFLICT_PARTS_SECRET:
        return "The counts of a secret vote would tell it. Write one row, without a number of "
               "votes.";
    default:
        return "What a member has is worked out from the roll. Correct the one that is wrong. If "
               "the column says something else than how many votes a row casts, --column "
               "none=\"its heading\" says so.";
    }
}

/* "Alder has 1,000 votes, 600 of them are cast already, and 401 more are cast here" */
static const char *excess_text(struct arena *arena, const struct conflict *conflict)
{
    const char *name = conflict->ballot->member->name;
    const char *has = number_canonical_grouped(arena, conflict->has, conflict->places);
    const char *plural = strcmp(has, "1") == 0 ? "" : "s";
    const char *here = number_grouped(arena, conflict->ballot->details->votes);
    if (conflict->given == 0)
        return arena_format(arena, "%s has %s vote%s, and %s are cast here", name, has, plural,
                            here);
    return arena_format(
        arena, "%s has %s vote%s, %s of them are cast already, and %s more are cast here", name,
        has, plural, number_canonical_grouped(arena, conflict->given, conflict->places), here);
}

static const char *doubt_text(struct arena *arena, const struct conflict *conflict)
{
    return arena_format(
        arena,
        "nobody casts all of its votes, so it cannot be told whether these are numbers of them: %s "
        "has %s, and its rows are of %s",
        conflict->ballot->member->name,
        number_canonical_grouped(arena, conflict->has, conflict->places),
        number_canonical_grouped(arena, conflict->given, conflict->places));
}

static const char *part_text(struct arena *arena, const struct conflict *conflict,
                             const char *where)
{
    const char *name = conflict->ballot->member->name;
    switch (conflict->kind) {
    case CONFLICT_PART_INTEREST:
        return arena_format(arena, "%s declares an interest and casts votes, on %s", name, where);
    case CONFLICT_PART_UNTOLD:
        return arena_format(arena, "%s has a row with a number of votes and one without, on %s",
                            name, where);
    case CONFLICT_PART_TIMES:
        return arena_format(arena,
                            "it cannot be told whether this row of %s is of other votes than that "
                            "on %s or corrects it: they came at different times",
                            name, where);
    case CONFLICT_PARTS_DOUBTED:
        return doubt_text(arena, conflict);
    case CONFLICT_PARTS_OF_HEADS:
        return arena_format(arena,
                            "%s casts votes on several sides, and the rule \"%s\" counts members "
                            "on one: %s",
                            name, rule_name(conflict->rule->kind), conflict->rule->text);
    case CONFLICT_PARTS_OPENING:
        return arena_format(arena,
                            "%s casts its votes in parts, and the quorum is of who was there when "
                            "the meeting opened",
                            name);
    case CONFLICT_PARTS_SECRET:
        return arena_format(
            arena, "%s does not cast all its votes one way, and this vote is secret", name);
    default:
        return excess_text(arena, conflict);
    }
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
    if (conflict_is_of_parts(conflict->kind))
        return part_remedy(conflict->kind);
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
    if (conflict_is_of_parts(conflict->kind))
        return part_text(arena, conflict, where);
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
        if (told[i]->ballot->line == conflict->ballot->line &&
            told[i]->ballot->member == conflict->ballot->member)
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
