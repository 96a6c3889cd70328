/* SPDX-License-Identifier: MIT */
#include "left_open.h"

#include <string.h>

#include "quorate/advice.h"
#include "quorate/text.h"

/* Several votes of a file can leave the same open: it is said once. */
static void warn(struct run *run, const char *remedy, const char *what)
{
    const struct diag *diag = &run->diag;
    for (size_t i = 0; i < diag->count; i++)
        if (diag->problems[i].place.file == NULL && strcmp(diag->problems[i].what.full, what) == 0)
            return;
    diag_add(&run->diag, SEVERITY_WARNING, (struct place){0}, remedy, "%s", what);
}

/* ---- How long a vote was open */

static const char *where(struct arena *arena, const char *clause)
{
    return clause == NULL ? "" : arena_format(arena, " (%s)", clause);
}

/* "at least 5 working days are needed (Appendix 1, 8)" */
static const char *needed(struct arena *arena, const struct period *period)
{
    return arena_format(arena, "at least %lld working %s needed%s", (long long)period->needed,
                        period->needed == 1 ? "day is" : "days are",
                        where(arena, period->rule.clause));
}

/* Of somebody who gives one of the times; that nothing is checked without any, the report says. */
static void warn_of_times(struct run *run, const struct period *period)
{
    if (!period->opens_given && !period->closes_given)
        return;
    warn(run,
         period->opens_given ? "Give the time at which it closed as well, with --closes."
                             : "Give the time at which it opened as well, with --opens.",
         arena_format(run->arena, "how long the vote was open was not checked: %s",
                      needed(run->arena, period)));
}

/* "the vote was open for 4 working days, from 24 to 29 September 2015 ..." */
static void warn_of_period(struct run *run, const struct period *period)
{
    struct arena *arena = run->arena;
    warn(run, "The votes are counted all the same, and the report says it behind the result.",
         arena_format(arena,
                      "the vote was not open long enough: %s is %lld working %s, with both days "
                      "counted, and at least %lld are needed%s",
                      date_span(arena, period->from, period->until),
                      (long long)period->working_days, period->working_days == 1 ? "day" : "days",
                      (long long)period->needed, where(arena, period->rule.clause)));
}

static void warn_of_holidays(struct run *run)
{
    warn(run, "Give those of the whole year with --holidays.",
         "not all bank holidays of these days are known to this version, so there may be fewer "
         "working days than are counted");
}

/* ---- Votes */

/* "1 ballot was received after 3 July 2015 and is not refused, because no closing time was given"
 */
static void warn_of_late_ballots(struct run *run, const struct outcome *outcome, size_t ballots)
{
    bool one = ballots == 1;
    warn(run, "Give it with --closes.",
         arena_format(run->arena,
                      "%zu %s received after %s and %s not refused, because no closing time was "
                      "given",
                      ballots, one ? "ballot was" : "ballots were",
                      date_long(run->arena, outcome->date), one ? "is" : "are"));
}

/* "2 ballots were received more than 60 days before 3 July 2015, and may be of another vote" */
static void warn_of_early_ballots(struct run *run, const struct accounting *ballots)
{
    bool one = ballots->long_before == 1;
    warn(run, "Say when the vote opened, with --opens; what came before is refused then.",
         arena_format(run->arena,
                      "%zu %s received more than %d days before %s and may be of another vote: %s "
                      "counted",
                      ballots->long_before, one ? "ballot was" : "ballots were", LONG_BEFORE_DAYS,
                      date_long(run->arena, ballots->day), one ? "it is" : "they are"));
}

/* How a secret result tells how each who voted did, where there is one vote, or all are alike; else
 * NULL. */
static const char *told_by_heads(struct arena *arena, const struct outcome *outcome,
                                 const struct poll_outcome *poll)
{
    int64_t cast = poll->counts[GROUP_CAST].members;
    int64_t alike = poll->counts[GROUP_FOR].members > poll->counts[GROUP_AGAINST].members
                        ? poll->counts[GROUP_FOR].members
                        : poll->counts[GROUP_AGAINST].members;
    for (size_t i = 0; i < poll->election.candidate_count; i++)
        if (poll->election.candidates[i].count.members > alike)
            alike = poll->election.candidates[i].count.members;
    if (cast == 0 || alike < cast)
        return NULL;
    return cast == 1 ? arena_format(arena, "how the one %s that voted did", outcome->terms.unit)
                     : arena_format(arena, "how each of the %lld %s that voted did: all alike",
                                    (long long)cast, outcome->terms.units);
}

/* What more than the heads tells, or heads of ballots that are no votes; NULL where nothing does.
 * It is worked out of what is told anyway, so the warning tells no more. */
static const char *told_by_all(struct arena *arena, const struct disclosure *disclosure)
{
    long long ballots = disclosure->ballots, told = disclosure->told;
    if (!disclosure->known || told == 0)
        return NULL;
    if (disclosure->alike)
        return ballots == 1
                   ? "what the one ballot said"
                   : arena_format(arena, "what each of the %lld ballots said: all alike", ballots);
    return arena_format(arena,
                        "what %lld of the %lld ballots said, to whoever reckons with the heads, "
                        "the verdict and the list sizes",
                        told, ballots);
}

static void warn_of_secret_told(struct run *run, const struct outcome *outcome,
                                const struct poll_outcome *poll)
{
    if (poll->secrecy != BALLOTS_SECRET)
        return;
    const char *told = told_by_heads(run->arena, outcome, poll);
    if (told == NULL)
        told = told_by_all(run->arena, &poll->disclosure);
    if (told != NULL)
        warn(run,
             arena_format(run->arena, "%s may want to pass on the outcome without its figures.",
                          text_capital(run->arena, outcome->terms.teller)),
             arena_format(run->arena, "the ballots are secret, and the result tells %s", told));
}

void left_open_by_votes(struct run *run, const struct outcome *outcome)
{
    for (size_t i = 0; i < outcome->poll_count; i++) {
        const struct poll_outcome *poll = &outcome->polls[i];
        const struct period *period = poll->period;
        if (period != NULL && !period->checked)
            warn_of_times(run, period);
        else if (period != NULL && !period->met)
            warn_of_period(run, period);
        if (period != NULL && period->checked && !period->known)
            warn_of_holidays(run);
        warn_of_secret_told(run, outcome, poll);
        if (poll->casting.effect == CASTING_MISSING)
            warn(run, "Give it with --casting-vote, as the chair cast it.",
                 "the votes were tied, and the rules give the chair a casting vote");
        if (poll->ballots.after_the_day > 0)
            warn_of_late_ballots(run, outcome, poll->ballots.after_the_day);
        if (poll->ballots.long_before > 0)
            warn_of_early_ballots(run, &poll->ballots);
    }
}

/* ---- The age of the list sizes */

/* Somebody who gives no day has a note in the report. */
void left_open_by_age(struct run *run, const struct outcome *outcome)
{
    if (outcome->sizes_age == SIZES_OLD || outcome->sizes_age == SIZES_LATER ||
        outcome->sizes_age == SIZES_UNDATED)
        load_check_age(run->arena, &run->diag, (struct place){0}, &run->constitution.roll,
                       outcome->vote_day);
}

/* ---- Tables of days, and of list sizes */

void left_open_by_timetable(struct run *run, const struct timetable *timetable)
{
    if (timetable->has_period && !timetable->known)
        warn_of_holidays(run);
}

void left_open_by_sizes(struct run *run, const struct reweighting *reweighting)
{
    if (reweighting->locality == NULL || reweighting->votes_in_all == 0 ||
        reweighting->share_after.known || reweighting->area_in_doubt) /* which was said */
        return;
    warn(run,
         reweighting->has_areas ? "Give the area with --area, or the total with --total."
                                : "Give the total with --total.",
         "the county's total is not known, so the locality's share is left out");
}
