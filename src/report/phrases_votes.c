/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include "quorate/date.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

/* The share that the votes in favour, or a candidate's, are measured against, so that a rounded
 * percentage never stands on its other side. */
static struct ratio threshold(const struct poll_outcome *poll)
{
    if (poll->election.elects != NULL)
        return poll->election.elects->asks.amount;
    for (size_t i = 0; i < poll->condition_count; i++) {
        const struct condition *asks = &poll->conditions[i].asks;
        if (poll->conditions[i].kind == RULE_PASSES && !asks->is_number &&
            asks->scope == SCOPE_CAST && asks->measure == MEASURE_VOTES)
            return asks->amount;
    }
    return ratio_of(1, 2);
}

/* The decimals of every percentage of votes cast: as many as the closest one needs. */
static unsigned percent_places(const struct poll_outcome *poll)
{
    int64_t all = figure_of(poll->counts[GROUP_CAST].votes);
    struct ratio asked = threshold(poll);
    if (all == 0)
        return 2;
    if (!poll->is_election)
        return ratio_percent_places(figure_of(poll->counts[GROUP_FOR].votes), all, asked, 2);
    unsigned places = 2;
    for (size_t i = 0; i < poll->election.candidate_count; i++)
        places = ratio_percent_places(figure_of(poll->election.candidates[i].count.votes), all,
                                      asked, places);
    return places;
}

/* Where each practice has one vote the score says it. */
const char *phrases_percent_of_cast(const struct subject *subject, const struct count *count)
{
    const struct poll_outcome *poll = subject->poll;
    if (count->votes.withheld || poll->weighing.kind == WEIGHT_ONE_EACH)
        return NULL;
    int64_t all = figure_of(poll->counts[GROUP_CAST].votes);
    if (all == 0)
        return NULL;
    return ratio_percent(subject->arena, figure_of(count->votes), all, percent_places(poll));
}

/* The cells that hold figures; the votes themselves only where they are neither heads nor patients.
 */
static void fill_figures(const struct subject *subject, const struct count *count, bool is_cast,
                         struct vote_line *line)
{
    const struct poll_outcome *poll = subject->poll;
    if (count->votes.withheld || poll->weighing.kind == WEIGHT_ONE_EACH)
        return;
    /* By list size the votes are patients, if not all that a member has where it casts a part. */
    if (subject->outcome->has_list_sizes)
        line->cells[CELL_PATIENTS] = phrases_measured(
            subject->arena, &subject->outcome->terms,
            figure_of(poll->weighing.kind == WEIGHT_LIST_SIZE ? count->votes : count->population));
    if (poll->weighing.kind != WEIGHT_LIST_SIZE)
        line->cells[CELL_VOTES] =
            phrases_votes_number(subject->arena, figure_of(count->votes), poll->weighing.places);
    const char *percent = is_cast ? phrases_percent_of_cast(subject, count) : NULL;
    if (percent != NULL)
        line->cells[CELL_PERCENT] = arena_format(subject->arena, "%s%%", percent);
}

static struct vote_line motion_line(const struct subject *subject, enum group group)
{
    const struct count *count = &subject->poll->counts[group];
    struct vote_line line = {0};
    line.cells[CELL_WHO] = arena_format(
        subject->arena, "%s %s", phrases_members(subject, count->members), group_name(group));
    fill_figures(subject, count, group == GROUP_FOR || group == GROUP_AGAINST, &line);
    return line;
}

static const struct vote_line *motion_lines(const struct subject *subject, size_t *count)
{
    static const enum group shown[] = {GROUP_FOR, GROUP_AGAINST, GROUP_ABSTAINED, GROUP_SPOILT,
                                       GROUP_VOID};
    const struct poll_outcome *poll = subject->poll;
    *count = 0;
    if (poll->weighing.kind == WEIGHT_ONE_EACH || poll->counts[GROUP_CAST].votes.withheld)
        return NULL;
    struct vote_line *lines =
        arena_alloc(subject->arena, sizeof shown / sizeof shown[0], sizeof *lines);
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++)
        if (i < 2 || poll->counts[shown[i]].members > 0)
            lines[(*count)++] = motion_line(subject, shown[i]);
    return lines;
}

static struct vote_line candidate_line(const struct subject *subject,
                                       const struct candidate_outcome *candidate)
{
    const struct poll_outcome *poll = subject->poll;
    int64_t members = candidate->count.members;
    struct vote_line line = {0};
    line.cells[CELL_WHO] = candidate->name;
    if (poll->weighing.kind != WEIGHT_ONE_EACH)
        line.cells[CELL_MEMBERS] = phrases_members(subject, members);
    else
        line.cells[CELL_VOTES] = phrases_votes_number(subject->arena, members, 0);
    fill_figures(subject, &candidate->count, true, &line);
    return line;
}

const struct vote_line *phrases_vote_lines(const struct subject *subject, size_t *count)
{
    const struct poll_outcome *poll = subject->poll;
    if (!poll->is_election)
        return motion_lines(subject, count);
    struct vote_line *lines =
        arena_alloc(subject->arena, poll->election.candidate_count, sizeof *lines);
    for (size_t i = 0; i < poll->election.candidate_count; i++)
        lines[i] = candidate_line(subject, &poll->election.candidates[i]);
    *count = poll->election.candidate_count;
    return *count == 0 ? NULL : lines;
}

/* "4", in votes where each has one, else in heads. */
static const char *heads(const struct subject *subject, enum group group)
{
    return number_grouped(subject->arena, subject->poll->counts[group].members);
}

/* And who returned no valid ballot, where anybody did. */
static const char *abstained_and_void(const struct subject *subject)
{
    static const enum group groups[] = {GROUP_SPOILT, GROUP_VOID};
    const char *text =
        arena_format(subject->arena, "%s abstained", heads(subject, GROUP_ABSTAINED));
    for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++)
        if (subject->poll->counts[groups[i]].members > 0)
            text = arena_format(subject->arena, "%s, %s %s", text, heads(subject, groups[i]),
                                group_name(groups[i]));
    return text;
}

const char *phrases_votes(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    const char *weight = phrases_weight(subject);
    if (poll->weighing.kind != WEIGHT_ONE_EACH && poll->counts[GROUP_CAST].votes.withheld)
        weight = arena_format(arena,
                              "%s Votes are weighted; the weighted figures are withheld, because "
                              "they would tell how a %s voted.",
                              weight, subject->outcome->terms.unit);
    if (poll->is_election)
        return arena_format(arena, "%s. %s", abstained_and_void(subject), weight);
    if (poll->weighing.kind != WEIGHT_ONE_EACH && !poll->counts[GROUP_CAST].votes.withheld)
        return poll->weighing.kind == WEIGHT_LIST_SIZE ? "" : weight;
    return arena_format(arena, "%s for, %s against, %s. %s", heads(subject, GROUP_FOR),
                        heads(subject, GROUP_AGAINST), abstained_and_void(subject), weight);
}

const char *phrases_other_count(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct other_count *other = &subject->poll->other_count;
    if (!other->given)
        return NULL;
    const char *in_favour, *against, *under;
    if (other->by_heads) {
        under = arena_format(arena, "Counted as one vote per %s", subject->outcome->terms.unit);
        in_favour = number_grouped(arena, other->in_favour.members);
        against = number_grouped(arena, other->against.members);
    } else {
        under = arena_format(arena, "By %s", subject->outcome->terms.column);
        in_favour = phrases_measured(arena, &subject->outcome->terms, other->in_favour.population);
        against = number_grouped(arena, other->against.population);
    }
    if (!other->comparable)
        return arena_format(arena, "%s: %s for, %s against.", under, in_favour, against);
    if (!other->by_heads && !other->differs)
        return arena_format(arena, "%s: %s for, %s against: the same result.", under, in_favour,
                            against);
    return arena_format(arena, "%s the result would have been %s: %s for, %s against.", under,
                        other->differs ? "different" : "the same", in_favour, against);
}

const char *phrases_area(const struct subject *subject, const struct area_outcome *area)
{
    struct arena *arena = subject->arena;
    const char *text = arena_format(arena, "%s.", phrases_score(subject, area->counts));
    if (subject->poll->by_consensus)
        text = arena_format(arena, "%s represented.",
                            phrases_members(subject, area->counts[GROUP_PRESENT].members));
    else if (area->counts[GROUP_CAST].members == 0)
        text = "No vote was cast.";
    for (size_t i = 0; i < area->condition_count; i++) {
        const struct condition_outcome *condition = &area->conditions[i];
        if (!condition_fails(condition))
            continue;
        if (condition->kind == RULE_QUORUM)
            text = arena_format(arena, "%s Quorum: %s", text, phrases_quorum(subject, condition));
        else if (condition->kind == RULE_PASSES && !phrases_is_plain_majority(condition))
            text = phrases_join(arena, text, phrases_majority(subject, condition));
    }
    return text;
}

/* "one month", "12 months" */
static const char *months(struct arena *arena, int number)
{
    static const char *const words[] = {"no",   "one", "two",   "three", "four",
                                        "five", "six", "seven", "eight", "nine"};
    if (number < (int)(sizeof words / sizeof words[0]))
        return arena_format(arena, "%s month%s", words[number], number == 1 ? "" : "s");
    return arena_format(arena, "%d months", number);
}

static const char *confidential(const struct subject *subject)
{
    return arena_format(subject->arena,
                        "CONFIDENTIAL to %s: this report shows secret ballots, and is to be "
                        "destroyed with them.",
                        subject->outcome->terms.teller);
}

const char *phrases_ballots(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    const char *who = "";
    if (poll->secrecy == BALLOTS_SECRET)
        who = arena_format(arena, "Confidential to %s.", subject->outcome->terms.teller);
    if (poll->secrecy == BALLOTS_SHOWN)
        who = confidential(subject);
    if (poll->keeping.months <= 0)
        return who[0] == '\0' ? NULL : who;
    const char *keep;
    if (date_given(poll->keeping.destroy_on))
        keep = arena_format(arena, "Destroy them on %s, %s after the outcome was confirmed.",
                            date_long(arena, poll->keeping.destroy_on),
                            months(arena, poll->keeping.months));
    else
        keep = arena_format(arena,
                            "Keep them until %s after the outcome is confirmed, then destroy them.",
                            months(arena, poll->keeping.months));
    return phrases_join(arena, who, keep);
}

/* "any one of 14 of the 18 practices in favour" */
static const char *any_one(const struct subject *subject)
{
    static const char *const whose[] = {
        [MARGIN_OF_FAVOUR] = "in favour",
        [MARGIN_OF_AGAINST] = "against",
        [MARGIN_OF_LEADER] = "that voted for the leading candidate",
        [MARGIN_OF_VOTERS] = "whose votes counted",
    };
    const struct margin *margin = &subject->poll->margin;
    return arena_format(subject->arena, "any one of %s of the %s %s",
                        number_grouped(subject->arena, (int64_t)margin->alone),
                        phrases_members(subject, (int64_t)margin->alone_of), whose[margin->of]);
}

/* "Had 1 practice voted otherwise, ...": any one, one of so many, or those that are named. */
static const char *moved_votes(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct margin *margin = &subject->poll->margin;
    if (!margin->known)
        return "";
    if (!margin->possible)
        return "No change of the votes cast would have changed the result.";
    const char *who = phrases_members(subject, margin->members);
    if (margin->alone > 1)
        who = any_one(subject);
    else if (margin->who != NULL && margin->members <= 3)
        who = text_list(arena, margin->who, (size_t)margin->members, "and");
    else if (margin->who != NULL)
        who = arena_format(arena, "%s with the most votes", who);
    if (margin->abstaining && margin->of_quorum)
        return arena_format(arena, "Had %s abstained, it would not have been %s.", who,
                            subject->poll->is_election ? "valid" : "binding");
    return arena_format(arena, "Had %s %s, the result would have been different.", who,
                        margin->abstaining ? "abstained" : "voted otherwise");
}

/* How the absent would have had to vote to change it. */
static const char *absent_votes(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    const struct margin *margin = &poll->margin;
    if (!margin->absent_known || margin->absent == 0)
        return "";
    const char *them = margin->absent == 1 ? "it" : "they all";
    const char *other = margin->absent == 1 ? "for another candidate" : "for one other candidate";
    const char *how = poll->is_election                         ? other
                      : poll->result.verdict == VERDICT_CARRIED ? "against"
                                                                : "for";
    if (poll->result.verdict == VERDICT_FURTHER_ELECTION)
        how = "for one of the tied";
    return arena_format(arena, "The %s not represented could %shave changed it, had %s voted %s.",
                        phrases_members(subject, (int64_t)margin->absent),
                        margin->absent_could ? "" : "not ", them, how);
}

/* Of a poll without a quorum: who would have made it. */
static const char *missing_members(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct margin *margin = &subject->poll->margin;
    if (!margin->quorum_known)
        return "";
    if (margin->quorum_members == 0)
        return arena_format(arena, "The %s not represented would not have made the quorum%s.",
                            phrases_members(subject, (int64_t)margin->absent),
                            margin->absent == 1 ? "" : " together");
    const char *who = phrases_members(subject, margin->quorum_members);
    if (margin->quorum_any)
        return arena_format(arena, "Any %s more would have made the quorum.", who);
    return arena_format(arena, "%s more could have made the quorum: the largest of those missing.",
                        who);
}

const char *phrases_margin(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    if (subject->poll->margin.by_areas)
        return "Every area must carry it, so how close it was is not worked out.";
    if (subject->poll->margin.by_parts)
        return "Votes were cast in parts, so how close it was is not worked out.";
    const char *votes = phrases_join(arena, moved_votes(subject), absent_votes(subject));
    const char *all = phrases_join(arena, votes, missing_members(subject));
    return all[0] == '\0' ? NULL : all;
}
