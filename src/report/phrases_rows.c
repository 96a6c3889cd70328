/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "quorate/date.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

static const char *told_late(const struct subject *subject, struct date notified_on)
{
    struct arena *arena = subject->arena;
    const char *lead = text_capital(arena, subject->outcome->terms.lead);
    if (!date_given(notified_on))
        return arena_format(arena, "%s was told after the day of the vote.", lead);
    return arena_format(arena, "%s was told on %s, after the day of the vote.", lead,
                        date_long(arena, notified_on));
}

/* "line 8", and "line 8 (row 6 of the spreadsheet)" where that is another number. */
static const char *line_of(struct arena *arena, size_t line, size_t row)
{
    return row == 0 || row == line
               ? arena_format(arena, "line %zu", line)
               : arena_format(arena, "line %zu (row %zu of the spreadsheet)", line, row);
}

const char *phrases_reason(const struct subject *subject, const struct return_outcome *row)
{
    struct arena *arena = subject->arena;
    const char *other = line_of(arena, row->other_line, row->other_row);
    switch (row->reason) {
    case REASON_NONE:
        return NULL;
    case REASON_ROLE:
        return phrases_role_reason(arena, row->role);
    case REASON_PROXY_NOT_ALLOWED:
        return "Proxies may not be used in this decision.";
    case REASON_PROXY_NOT_NAMED:
        return "The proxy is not named.";
    case REASON_PROXY_NOT_NOTIFIED:
        return arena_format(arena, "It is not recorded that %s was told of the proxy.",
                            subject->outcome->terms.lead);
    case REASON_PROXY_TOLD_LATE:
        return told_late(subject, row->notified_on);
    case REASON_ADDRESS_BLANK:
    case REASON_ADDRESS_UNKNOWN:
    case REASON_ADDRESS_ELSEWHERE:
    case REASON_ADDRESS_ABSENT:
    case REASON_REGISTERED_ROLE:
    case REASON_REGISTERED_PROXY:
        return phrases_register_reason(subject, row);
    case REASON_EARLY:
        return arena_format(arena, "It came before the vote opened, at %s.",
                            moment_long(arena, subject->outcome->opens));
    case REASON_LATE:
        return arena_format(arena, "It came after the vote closed, at %s.",
                            moment_long(arena, subject->outcome->closes));
    case REASON_SAME_ANSWER:
        return arena_format(arena, "The same answer as on %s, which counts.", other);
    case REASON_NAMED_BEFORE:
        return arena_format(arena, "It is named on %s already.", other);
    case REASON_ANOTHER_CAME:
        return arena_format(arena, "Another person of the %s was there, on %s.",
                            subject->outcome->terms.unit, other);
    case REASON_CAME:
        return arena_format(arena, "It was there, on %s.", other);
    case REASON_SAME_INTEREST:
        return arena_format(arena, "Its interest is declared on %s already.", other);
    case REASON_FIRST_COUNTS:
        return arena_format(arena, "The first ballot counts, on %s.", other);
    case REASON_LAST_COUNTS:
        return arena_format(arena, "The last ballot counts, on %s.", other);
    case REASON_DIFFERENT_ANSWERS:
        return arena_format(arena, "Different from %s: both are void.", other);
    }
    return NULL;
}

const char *phrases_interests(const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    if (poll->roll_call.interested_count == 0)
        return NULL;
    const char *sentence =
        arena_format(subject->arena, "%s declared an interest and took no part in the decision.",
                     phrases_names(subject, poll->roll_call.interested,
                                   poll->roll_call.interested_count, "and"));
    /* It may have voted all the same; then that has to be told. */
    size_t voted = 0, listed = phrases_listed(poll->roll_call.standing_count);
    for (size_t i = 0; i < poll->roll_call.standing_count; i++) {
        const struct standing *standing = &poll->roll_call.standings[i];
        if (standing->stance == STANDING_INTERESTED && standing->by != NULL &&
            standing->by->vote != NULL && strcmp(standing->by->vote, "present") != 0 &&
            voted++ < listed)
            sentence = arena_format(subject->arena, "%s The vote of %s (%s) was not counted.",
                                    sentence, standing->practice, standing->by->vote);
    }
    if (voted <= listed)
        return sentence;
    return arena_format(
        subject->arena, "%s Nor %s of %s.", sentence,
        voted - listed == 1 ? "was that" : "were those",
        phrases_several(subject->arena, (int64_t)(voted - listed), "other", "others"));
}

static int compare_places(const void *one, const void *other)
{
    const struct return_outcome *const *a = one, *const *b = other;
    return ((uintptr_t)*a > (uintptr_t)*b) - ((uintptr_t)*a < (uintptr_t)*b);
}

/* A member may stand by a row that is none of this poll's, where a file is read for each kind of
 * decision. */
const bool *phrases_proxies(struct arena *arena, const struct poll_outcome *poll)
{
    const struct roll_call *call = &poll->roll_call;
    const struct return_outcome **rows = arena_alloc(arena, call->standing_count, sizeof *rows);
    bool *proxies = arena_alloc(arena, poll->ballots.return_count, sizeof *proxies);
    size_t count = 0;
    for (size_t i = 0; i < call->standing_count; i++) {
        const struct standing *standing = &call->standings[i];
        if (standing->by != NULL && standing->by->by_proxy && standing->stance != STANDING_ABSENT)
            rows[count++] = standing->by;
    }
    if (count > 0)
        qsort(rows, count, sizeof *rows, compare_places);
    for (size_t i = 0; i < poll->ballots.return_count && count > 0; i++) {
        const struct return_outcome *row = &poll->ballots.returns[i];
        proxies[i] = bsearch(&row, rows, count, sizeof *rows, compare_places) != NULL;
    }
    return proxies;
}

const char *phrases_proxy(const struct subject *subject, const struct return_outcome *row)
{
    struct arena *arena = subject->arena;
    const char *was =
        row->voter == NULL
            ? arena_format(arena, "A proxy who is not named acted for %s.", row->practice)
            : arena_format(arena, "%s was the proxy of %s.", row->voter, row->practice);
    if (!date_given(row->notified_on))
        return was;
    return arena_format(arena, "%s %s was told on %s.", was,
                        text_capital(arena, subject->outcome->terms.lead),
                        date_long(arena, row->notified_on));
}

/* "practice manager, Ms A" */
static const char *person(struct arena *arena, const char *role, const char *voter)
{
    if (role == NULL || voter == NULL)
        return role == NULL ? voter : role;
    return arena_format(arena, "%s, %s", role, voter);
}

/* "Line 7: Millstream Surgery" */
static const char *row_of(struct arena *arena, const struct return_outcome *row)
{
    const char *place = text_capital(arena, line_of(arena, row->line, row->row));
    return arena_format(arena, "%s: %s", place, row->practice);
}

/* Behind that when it came, as it was read, where that may be told: ", received at 17:00:01 on 3
 * July 2015". */
static const char *with_time(struct arena *arena, const char *words,
                             const struct return_outcome *row)
{
    if (!row->received.given)
        return words;
    return arena_format(arena, "%s, received %s %s", words, row->received.day_alone ? "on" : "at",
                        moment_long(arena, row->received));
}

/* The sentence and behind it why. */
static const char *with_reason(const struct subject *subject, const char *sentence,
                               const struct return_outcome *row)
{
    return phrases_join(subject->arena, sentence, phrases_reason(subject, row));
}

const char *phrases_refusal(const struct subject *subject, const struct return_outcome *row)
{
    struct arena *arena = subject->arena;
    const char *who = person(arena, row->role, row->voter);
    const char *words = row_of(arena, row);
    if (who != NULL)
        words = arena_format(arena, "%s (%s)", words, who);
    words = with_time(arena, words, row);
    return with_reason(subject, arena_format(arena, "%s.", words), row);
}

/* Whether another row of the same practice was refused too. */
static bool refused_again(const struct poll_outcome *poll, const char *practice)
{
    size_t rows = 0;
    for (size_t i = 0; i < poll->ballots.refusal_count; i++)
        rows += strcmp(poll->ballots.refusals[i].practice, practice) == 0;
    return rows > 1;
}

const char *phrases_refused_members(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    const char **names = arena_alloc(arena, poll->roll_call.standing_count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < poll->roll_call.standing_count; i++)
        if (poll->roll_call.standings[i].stance == STANDING_REFUSED)
            names[count++] = poll->roll_call.standings[i].practice;
    if (count == 0)
        return NULL;
    bool several = count > 1 || refused_again(poll, names[0]);
    return arena_format(arena, "%s %s as absent, because %s only %s refused.",
                        phrases_names(subject, names, count, "and"),
                        count == 1 ? "counts" : "count", count == 1 ? "its" : "their",
                        several ? "ballots were" : "ballot was");
}

const char *phrases_set_aside(const struct subject *subject, const struct return_outcome *row)
{
    struct arena *arena = subject->arena;
    const char *vote = row->vote == NULL ? "no vote" : row->vote;
    const char *words =
        with_time(arena, arena_format(arena, "%s, %s", row_of(arena, row), vote), row);
    return with_reason(subject, arena_format(arena, "%s.", words), row);
}

bool phrases_is_set_aside(const struct return_outcome *row)
{
    return row->status == RETURN_SUPERSEDED || row->status == RETURN_VOID;
}

const char *phrases_others(const struct subject *subject, bool away)
{
    struct arena *arena = subject->arena;
    const struct accounting *ballots = &subject->poll->ballots;
    size_t count = 0, listed = phrases_listed(subject->poll->roll_call.standing_count);
    const char *list = NULL;
    for (size_t i = 0; i < ballots->attendee_count; i++) {
        const struct attendee *attendee = &ballots->attendees[i];
        if (attendee->away != away || count++ >= listed)
            continue;
        const char *who = attendee->name == NULL ? attendee->role : attendee->name;
        if (attendee->name != NULL && attendee->role != NULL)
            who = arena_format(arena, "%s (%s)", attendee->name, attendee->role);
        list = list == NULL ? who : arena_format(arena, "%s, %s", list, who);
    }
    return count <= listed
               ? list
               : arena_format(arena, "%s and %s", list,
                              phrases_several(arena, (int64_t)(count - listed), "other", "others"));
}

const char *phrases_accounting(const struct subject *subject)
{
    bool several = subject->outcome->poll_count > 1;
    if (subject->poll->by_consensus)
        return phrases_accounting_of(subject, several ? "of the file" : "in the file");
    return phrases_accounting_of(subject, several ? "of the ballot file" : "in the ballot file");
}

const char *phrases_accounting_of(const struct subject *subject, const char *where)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    const char *sum = "";
    for (size_t i = 0; i < RETURN_STATUSES; i++)
        if (poll->ballots.by_status[i] > 0)
            sum = arena_format(arena, "%s%s%s %s", sum, sum[0] == '\0' ? "" : ", ",
                               number_grouped(arena, (int64_t)poll->ballots.by_status[i]),
                               return_status_name((enum return_status)i));
    if (poll->ballots.others > 0)
        sum =
            arena_format(arena, "%s%s%s", sum, sum[0] == '\0' ? "" : ", ",
                         phrases_several(arena, (int64_t)poll->ballots.others, "other", "others"));
    return arena_format(arena, "%s %s%s%s.", number_grouped(arena, (int64_t)poll->ballots.rows),
                        where, sum[0] == '\0' ? "" : ": ", sum);
}

struct figures phrases_total(const struct poll_outcome *poll)
{
    struct figures total = {.members = (int64_t)poll->roll_call.standing_count};
    for (size_t i = 0; i < poll->roll_call.standing_count; i++) {
        total.population += poll->roll_call.standings[i].list_size;
        total.votes += poll->roll_call.standings[i].votes;
    }
    return total;
}

const char *phrases_stance(const struct subject *subject, const struct standing *standing)
{
    static const char *const stances[] = {
        [STANDING_ABSENT] = "Absent",
        [STANDING_REFUSED] = "Refused",
        [STANDING_INTERESTED] = "Interest declared",
        [STANDING_PRESENT] = "Present, no vote",
        [STANDING_ABSTAINED] = "Abstained",
        [STANDING_SPOILT] = "Spoilt",
        [STANDING_VOID] = "Void",
        [STANDING_VOTED] = "Voted",
        [STANDING_SPLIT] = "Votes split",
        [STANDING_RETURNED] = "Ballot returned",
    };
    if (standing->part_count > 0)
        return phrases_parts_capital(subject, standing);
    if (standing->stance == STANDING_ABSENT && subject->poll->by_reply)
        return "No reply";
    if (standing->stance == STANDING_PRESENT && subject->poll->by_consensus)
        return subject->poll->by_reply ? "Replied" : "Present";
    if (standing->stance != STANDING_VOTED || standing->vote == NULL)
        return stances[standing->stance];
    /* A candidate's name is a person's and keeps its letters. */
    return standing->by != NULL && standing->by->is_candidate
               ? standing->vote
               : text_capital(subject->arena, standing->vote);
}

const char *phrases_standing(const struct subject *subject, const struct standing *standing)
{
    const struct return_outcome *by = standing->by;
    const char *stance = phrases_stance(subject, standing);
    if (standing->stance == STANDING_INTERESTED || standing->stance == STANDING_VOID ||
        by == NULL || standing->several)
        return stance;
    /* A lead is who votes anyway. */
    bool usual = by->role == NULL || strcasecmp(by->role, role_name(ROLE_LEAD)) == 0;
    const char *who = person(subject->arena, usual ? NULL : by->role, by->voter);
    return who == NULL ? stance : arena_format(subject->arena, "%s (%s)", stance, who);
}

const char *phrases_standing_apart(const struct subject *subject, const struct standing *standing)
{
    return standing->stance == STANDING_ABSENT ? phrases_standing(subject, standing)
                                               : phrases_stance(subject, standing);
}

/* Where the table has no names at all, that none is given need not be said in every row. */
static bool names_voters(const struct poll_outcome *poll)
{
    for (size_t i = 0; i < poll->roll_call.standing_count; i++)
        if (poll->roll_call.standings[i].by != NULL &&
            poll->roll_call.standings[i].by->voter != NULL)
            return true;
    return false;
}

static const char *cast_by(const struct subject *subject, const struct standing *standing,
                           bool named)
{
    struct arena *arena = subject->arena;
    const struct return_outcome *row = standing->by;
    if (row == NULL || standing->stance == STANDING_ABSENT) /* nobody was there */
        return NULL;
    if (standing->several)
        return "Several rows";
    const char *role = row->role == NULL ? "Role not given" : text_capital(arena, row->role);
    const char *who = role;
    if (named)
        who =
            arena_format(arena, "%s, %s", role, row->voter == NULL ? "name not given" : row->voter);
    if (!row->by_proxy || !date_given(row->notified_on))
        return who;
    return arena_format(arena, "%s; %s was told on %s", who, subject->outcome->terms.lead,
                        date_long(arena, row->notified_on));
}

static const char *cast_by_name(const struct subject *subject, const struct standing *standing)
{
    return cast_by(subject, standing, true);
}

static const char *cast_by_role(const struct subject *subject, const struct standing *standing)
{
    return cast_by(subject, standing, false);
}

static bool has_cast_by(const struct poll_outcome *poll)
{
    for (size_t i = 0; i < poll->roll_call.standing_count && poll->secrecy != BALLOTS_SECRET; i++) {
        const struct return_outcome *row = poll->roll_call.standings[i].by;
        if (row == NULL)
            continue;
        if (row->voter != NULL ||
            (row->role != NULL && strcasecmp(row->role, role_name(ROLE_LEAD)) != 0))
            return true;
    }
    return false;
}

standing_words *phrases_cast_by(const struct poll_outcome *poll)
{
    if (!has_cast_by(poll))
        return NULL;
    return names_voters(poll) ? cast_by_name : cast_by_role;
}

const char *phrases_received(struct arena *arena, const struct standing *standing)
{
    const struct return_outcome *row = standing->by;
    return row == NULL || standing->several || !row->received.given
               ? NULL
               : moment_long(arena, row->received);
}

bool phrases_has_received(const struct poll_outcome *poll)
{
    for (size_t i = 0; i < poll->roll_call.standing_count; i++) {
        const struct return_outcome *row = poll->roll_call.standings[i].by;
        if (row != NULL && row->received.given)
            return true;
    }
    return false;
}

const char *phrases_time(struct arena *arena, const struct outcome *outcome)
{
    const char *opens = moment_long(arena, outcome->opens);
    const char *closes = moment_long(arena, outcome->closes);
    if (!outcome->closes.given)
        return arena_format(arena, "Opened at %s. A ballot received before that is refused.",
                            opens);
    if (!outcome->opens.given)
        return arena_format(arena, "Closed at %s. A ballot received after that is refused.",
                            closes);
    return arena_format(arena,
                        "Open from %s to %s. A ballot received before or after that is refused.",
                        opens, closes);
}

const char *phrases_remark(struct arena *arena, const struct return_outcome *row)
{
    return arena_format(arena, "%s: %s", row_of(arena, row), row->remark);
}
