/* SPDX-License-Identifier: MIT */
#include "stated.h"

#include <string.h>

#include "quorate/ratio.h"
#include "quorate/stated.h"
#include "quorate/text.h"
#include "quorate/weights.h"
#include "stated_rules.h"

/* A sheet that says "not carried", and rows that carry it: one of them is wrong. Only here are both
 * known. */

static bool is_carried(enum verdict verdict)
{
    return verdict == VERDICT_CARRIED || verdict == VERDICT_ELECTED;
}

/* ---- Figures */

/* What is carried has the votes for it first. "Lost by 2 to 5" and "rejected by 5 to 2" are one. */
static bool is_pair(const struct stated_result *stated, int64_t in_favour, int64_t against)
{
    const long long *votes = stated->votes;
    int64_t apart = in_favour < against ? against - in_favour : in_favour - against;
    if (votes[1] < 0) /* "by a majority of 5", which may be those who were of it */
        return votes[0] == apart || votes[0] == (in_favour < against ? against : in_favour);
    return (votes[0] == in_favour && votes[1] == against) ||
           (stated->says != STATED_CARRIED && votes[0] == against && votes[1] == in_favour);
}

/* One vote, in what votes are counted in. */
static int64_t whole_vote(const struct poll_outcome *poll)
{
    return weights_unit(&(struct weights){.places = poll->weighing.places});
}

/* Whether nobody may be told what the votes come to: where each has one, they are members. */
static bool are_withheld(const struct poll_outcome *poll, const struct count *count)
{
    return count->votes.withheld && poll->weighing.kind != WEIGHT_ONE_EACH;
}

/* Whole votes; members where each has one. */
static int64_t votes_of(const struct poll_outcome *poll, const struct count *count)
{
    return count->votes.withheld ? count->members : figure_of(count->votes) / whole_vote(poll);
}

/* Whether the numbers of votes are those for and against: of members, of patients, or of votes. */
static bool votes_agree(const struct stated_result *stated, const struct poll_outcome *poll)
{
    const struct count *in_favour = &poll->counts[GROUP_FOR];
    const struct count *against = &poll->counts[GROUP_AGAINST];
    if (stated->votes[0] < 0 || poll->is_election ||
        is_pair(stated, in_favour->members, against->members))
        return true;
    if (in_favour->votes.withheld) /* where votes are members, what is more may be patients */
        return poll->weighing.kind != WEIGHT_ONE_EACH ||
               stated->votes[0] > poll->counts[GROUP_ALL].members;
    return is_pair(stated, figure_of(in_favour->population), figure_of(against->population)) ||
           is_pair(stated, votes_of(poll, in_favour), votes_of(poll, against));
}

/* Of members, patients or votes: of those that are told. */
static bool is_share_of(const struct stated_result *stated, const struct count *part,
                        const struct count *whole)
{
    return stated_is_share(stated, part->members, whole->members) ||
           (!part->population.withheld && !whole->population.withheld &&
            (stated_is_share(stated, figure_of(part->population), figure_of(whole->population)) ||
             stated_is_share(stated, figure_of(part->votes), figure_of(whole->votes))));
}

/* Who may be meant by those who take part, and of whom what is for it may be a share. */
static const enum group taking_part[] = {GROUP_PRESENT, GROUP_VOTING, GROUP_CAST};
static const enum group bases[] = {GROUP_CAST, GROUP_VOTING, GROUP_PRESENT, GROUP_ALL};

/* Whether the percentage is that of what may be meant by it: of members, patients or votes. */
static bool share_agrees(const struct stated_result *stated, enum stated says,
                         const struct poll_outcome *poll)
{
    const struct count *counts = poll->counts;
    int64_t rows = (int64_t)(poll->ballots.rows - poll->ballots.by_status[RETURN_ABSENT]);
    if (says == STATED_IN_FAVOUR && (poll->is_election || counts[GROUP_FOR].population.withheld))
        return true;
    if (says == STATED_IN_FAVOUR && poll->by_consensus) /* of which nobody is against */
        return is_carried(poll->result.verdict) && stated->percent == 10000;
    for (size_t i = 0; i < sizeof taking_part / sizeof *taking_part; i++)
        if (says == STATED_TURNOUT &&
            is_share_of(stated, &counts[taking_part[i]], &counts[GROUP_ALL]))
            return true;
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++)
        if (says == STATED_IN_FAVOUR && is_share_of(stated, &counts[GROUP_FOR], &counts[bases[i]]))
            return true;
    return says == STATED_TURNOUT && stated_is_share(stated, rows, counts[GROUP_ALL].members);
}

/* Whether the candidate has so many votes: of members, or of what they weigh. What is withheld may
 * be it: who is told that it is not could find out what it is. */
static bool has_votes(struct arena *arena, const struct stated_result *stated,
                      const struct poll_outcome *poll)
{
    bool known = false;
    for (size_t i = 0; i < poll->election.candidate_count; i++) {
        const struct candidate_outcome *candidate = &poll->election.candidates[i];
        if (!name_ends_with(text_fold(arena, candidate->name), stated->name))
            continue;
        known = true;
        if (candidate->count.members == stated->votes[0] ||
            votes_of(poll, &candidate->count) == stated->votes[0] ||
            are_withheld(poll, &candidate->count))
            return true;
    }
    return !known;
}

/* "Dr A and Dr B", of whom one is the winner: by one vote only one is elected. */
static bool names_another(struct arena *arena, const struct stated_result *stated,
                          const struct poll_outcome *poll)
{
    const char *winner = text_fold(arena, poll->result.winner);
    bool names = false;
    for (size_t i = 0; i < poll->election.candidate_count && !names; i++) {
        const char *name = text_fold(arena, poll->election.candidates[i].name);
        names = !name_has_word(winner, name) &&
                (name_has_word(stated->name, arena_format(arena, "and %s", name)) ||
                 name_has_word(stated->name, arena_format(arena, "%s and", name)));
    }
    return names;
}

/* Whether the numbers are the winner's votes, who stands first, and those of another candidate. */
static bool winning_votes_agree(const struct stated_result *stated, const struct poll_outcome *poll)
{
    const struct election *election = &poll->election;
    const struct count *winner = &election->candidates[0].count;
    bool is = stated->votes[0] < 0;
    if (are_withheld(poll, winner))
        return true;
    int64_t members = winner->members, votes = votes_of(poll, winner);
    if (stated->votes[1] < 0)
        is = is || stated->votes[0] == members || stated->votes[0] == votes;
    if (election->candidate_count == 1) /* "3 votes to 0", of which nobody else had one */
        is = is || is_pair(stated, members, 0) || is_pair(stated, votes, 0);
    for (size_t i = 1; i < election->candidate_count && !is; i++) {
        const struct count *other = &election->candidates[i].count;
        is = is_pair(stated, members, other->members) ||
             is_pair(stated, votes, votes_of(poll, other));
    }
    return is;
}

/* ---- The verdict */

/* Whether so many patients, votes or members are of the group, of so many of one that is larger. */
static bool is_figure(const struct stated_result *stated, const struct poll_outcome *poll,
                      enum group group)
{
    const struct count *part = &poll->counts[group];
    if (part->population.withheld)
        return true;
    const int64_t patients = figure_of(part->population), votes = votes_of(poll, part);
    if (stated->votes[1] < 0)
        return stated->votes[0] == part->members || stated->votes[0] == patients ||
               stated->votes[0] == votes;
    bool is = false;
    for (size_t i = 0; i < sizeof bases / sizeof *bases && !is; i++) {
        const struct count *whole = &poll->counts[bases[i]];
        is = !whole->population.withheld &&
             (is_pair(stated, patients, figure_of(whole->population)) ||
              is_pair(stated, votes, votes_of(poll, whole)));
    }
    return is;
}

static bool is_of_those_who_take_part(const struct stated_result *stated,
                                      const struct poll_outcome *poll)
{
    bool is = false;
    for (size_t i = 0; i < sizeof taking_part / sizeof *taking_part && !is; i++)
        is = is_figure(stated, poll, taking_part[i]);
    return is;
}

/* Whether so many patients are those of all, or of those who take part. */
static bool is_in_all(const struct stated_result *stated, const struct poll_outcome *poll)
{
    return figure_of(poll->counts[GROUP_ALL].population) == 0 || /* nobody's is known */
           is_figure(stated, poll, GROUP_ALL) || is_of_those_who_take_part(stated, poll);
}

/* Whether so many patients are those of all but who takes part. */
static bool is_of_the_rest(const struct stated_result *stated, const struct poll_outcome *poll)
{
    const int64_t all = figure_of(poll->counts[GROUP_ALL].population);
    bool is = all == 0 || is_figure(stated, poll, GROUP_ABSENT);
    for (size_t i = 0; i < sizeof taking_part / sizeof *taking_part && !is; i++) {
        const struct count *part = &poll->counts[taking_part[i]];
        is = part->population.withheld || (stated->votes[0] == all - figure_of(part->population) &&
                                           (stated->votes[1] < 0 || stated->votes[1] == all));
    }
    return is;
}

static bool is_not_binding(enum verdict verdict)
{
    return verdict == VERDICT_NOT_BINDING || verdict == VERDICT_NOT_VALID;
}

/* Whether a name is the winner's, in as far as it is given: "Jones" is Dr B Jones. */
static bool is_winner(struct arena *arena, const char *name, const char *winner)
{
    const char *folded = text_fold(arena, winner);
    return name_has_word(name, folded) || name_has_word(folded, name) ||
           (strlen(name_last_word(name)) > 1 &&
            strcmp(name_last_word(name), name_last_word(folded)) == 0);
}

/* Whether what the sheet says of a rule may tell what was reached: so large a turnout, or so much
 * in favour of what is carried. */
static bool is_reached(const struct stated_result *stated, const struct poll_outcome *poll)
{
    const int64_t hundred = 10000;
    const struct count *counts = poll->counts;
    int64_t in_favour = counts[GROUP_FOR].members;
    if (stated->says == STATED_RULE_OF_QUORUM)
        return stated->percent > 0 ? share_agrees(stated, STATED_TURNOUT, poll)
                                   : stated->votes[0] == counts[GROUP_PRESENT].members;
    if (stated->says != STATED_RULE_OF_MAJORITY || !is_carried(poll->result.verdict))
        return false;
    return stated->percent > 0 ? in_favour * hundred >= stated->percent * counts[GROUP_CAST].members
                               : stated->votes[0] == in_favour ||
                                     stated->votes[0] == in_favour - counts[GROUP_AGAINST].members;
}

static bool agrees(const struct run *run, const struct stated_result *stated,
                   const struct poll_outcome *poll)
{
    struct arena *arena = run->arena;
    const struct result *result = &poll->result;
    switch (stated->says) {
    case STATED_CARRIED:
        return is_carried(result->verdict) && votes_agree(stated, poll) &&
               (!stated->unanimous || poll->counts[GROUP_AGAINST].members == 0);
    case STATED_NOT_CARRIED: /* or a quorum failed */
        return !is_carried(result->verdict) && votes_agree(stated, poll);
    case STATED_BINDING:
        return !is_not_binding(result->verdict);
    case STATED_NOT_BINDING:
        return is_not_binding(result->verdict);
    case STATED_QUORATE:
        return poll->quorum.met;
    case STATED_NOT_QUORATE: /* who was at a meeting is not who replies after it */
        return !poll->quorum.met || (!poll->quorum.asked && poll->by_reply);
    case STATED_TIED:
        return result->tied || result->tie_withheld || result->verdict == VERDICT_FURTHER_ELECTION;
    case STATED_UNDECIDED:
        return is_not_binding(result->verdict) || result->verdict == VERDICT_FURTHER_ELECTION;
    case STATED_ELECTED:
        return poll->is_election && result->winner != NULL &&
               is_winner(arena, stated->name, result->winner) &&
               winning_votes_agree(stated, poll) &&
               (run->box.poll_count > 1 || !names_another(arena, stated, poll));
    case STATED_VOTES:
        return !poll->is_election || has_votes(arena, stated, poll);
    case STATED_TURNOUT:
    case STATED_IN_FAVOUR:
        return share_agrees(stated, stated->says, poll);
    case STATED_FOR:
        return poll->is_election || is_figure(stated, poll, GROUP_FOR);
    case STATED_AGAINST:
        return poll->is_election || is_figure(stated, poll, GROUP_AGAINST);
    case STATED_THERE:
        return is_of_those_who_take_part(stated, poll);
    case STATED_ABSTAINED:
        return poll->is_election || is_figure(stated, poll, GROUP_ABSTAINED);
    case STATED_ABSENT:
        return is_of_the_rest(stated, poll);
    case STATED_IN_ALL:
        return is_in_all(stated, poll);
    case STATED_SIDES:
        return votes_agree(stated, poll);
    case STATED_BY_VOTE:
        return !poll->by_consensus;
    case STATED_WITHOUT_VOTE:
        return poll->by_consensus || is_not_binding(result->verdict);
    case STATED_RULE_OF_QUORUM:
    case STATED_RULE_OF_MAJORITY:
    case STATED_RULE_OF_EITHER:
    case STATED_CASTING_VOTE:
    case STATED_ONE_EACH:
    case STATED_WEIGHTED:
    case STATED_SECRET:
    case STATED_OPEN:
        return stated_rule_holds(run, stated, poll, is_reached(stated, poll));
    }
    return true;
}

/* ---- What is told */

static bool is_of_quorum(const struct stated_result *stated)
{
    return stated->says == STATED_QUORATE || stated->says == STATED_NOT_QUORATE;
}

/* "it is carried, with 5 votes for and 2 against": heads and verdicts are told of secret votes too.
 */
static const char *found(const struct run *run, const struct stated_result *stated,
                         const struct poll_outcome *poll)
{
    struct arena *arena = run->arena;
    if (stated_is_rule(stated->says))
        return stated_rule_in_force(run, stated, poll);
    if (is_of_quorum(stated))
        return !poll->quorum.asked ? "the rules ask for no quorum here"
               : poll->quorum.met  ? "by the rows the quorum is met"
                                   : "by the rows the quorum is not met";
    if (stated->says == STATED_TURNOUT || (stated->says == STATED_IN_FAVOUR && !poll->by_consensus))
        return "by the rows it is another share";
    if (stated->says == STATED_IN_ALL)
        return arena_format(arena, "by the list sizes there are %s in all",
                            number_grouped(arena, figure_of(poll->counts[GROUP_ALL].population)));
    if (stated->says == STATED_VOTES ||
        (stated->says >= STATED_FOR && stated->says <= STATED_ABSENT))
        return "by the rows it is another number";
    if (poll->result.winner != NULL)
        return arena_format(
            arena, "by the rows %s is elected, by %lld of %lld %s", poll->result.winner,
            (long long)poll->election.candidates[0].count.members,
            (long long)poll->counts[GROUP_CAST].members, run->constitution.roll.terms.units);
    if (poll->is_election || poll->by_consensus)
        return arena_format(arena, "by the rows it is \"%s\"%s", verdict_name(poll->result.verdict),
                            poll->by_consensus ? ", by consensus and without a vote" : "");
    return arena_format(arena, "by the rows it is \"%s\", with %lld for and %lld against",
                        verdict_name(poll->result.verdict),
                        (long long)poll->counts[GROUP_FOR].members,
                        (long long)poll->counts[GROUP_AGAINST].members);
}

/* What the count finds where the statement is not so; NULL where it is. */
static const char *contradicted(struct run *run, const struct stated_result *stated,
                                const struct poll_outcome *polls, size_t count)
{
    bool any = false, of_all = stated->poll == STATED_OF_ALL && !run->by_kind;
    const char *otherwise = NULL;
    if (stated->poll < count && !run->by_kind)
        return agrees(run, stated, &polls[stated->poll]) ? NULL
                                                         : found(run, stated, &polls[stated->poll]);
    for (size_t i = 0; i < count; i++) {
        bool is_so = agrees(run, stated, &polls[i]);
        any = any || is_so;
        if (!is_so && otherwise == NULL)
            otherwise = found(run, stated, &polls[i]);
    }
    if (otherwise == NULL || (any && !of_all))
        return NULL;
    return any ? arena_format(run->arena, "not of all: %s", otherwise) : otherwise;
}

/* One error for each line or cell. Of who was there nothing says what came of a vote. */
static bool hold(struct run *run, const struct poll_outcome *polls, size_t count, bool attendance)
{
    const struct ballot_box *box = &run->box;
    size_t errors = run->diag.errors;
    struct place last = {0};
    for (size_t i = 0; i < box->stated_count; i++) {
        const struct stated_result *stated = &box->stated[i];
        bool held = !attendance || is_of_quorum(stated) || stated_is_rule(stated->says) ||
                    stated->says == STATED_TURNOUT || stated->says == STATED_THERE ||
                    stated->says == STATED_ABSENT || stated->says == STATED_IN_ALL;
        const char *otherwise = held ? contradicted(run, stated, polls, count) : NULL;
        bool told =
            last.file != NULL && last.line == stated->place.line && last.cell == stated->place.cell;
        if (otherwise == NULL || told)
            continue;
        last = stated->place;
        const char *remedy = "One of them is wrong: find out which. If it is not the rows, "
                             "correct or delete what is told.";
        if (stated_is_rule(stated->says))
            remedy =
                stated_rule_remedy(run, stated, &polls[stated->poll < count ? stated->poll : 0]);
        diag_add_wording(
            &run->diag, SEVERITY_ERROR, stated->place, wording_public(remedy),
            WORDING(run->arena, "%s, and %s", stated->words, wording_public(otherwise)));
    }
    return run->diag.errors == errors;
}

bool stated_agrees(struct run *run, const struct poll_outcome *polls)
{
    return hold(run, polls, run->box.poll_count, false);
}

bool stated_quorums_agree(struct run *run, const struct quorum_finding *findings,
                          const struct poll_outcome *decided)
{
    struct poll_outcome *polls = arena_alloc(run->arena, run->box.poll_count, sizeof *polls);
    size_t count = 0;
    for (size_t i = 0; i < run->box.poll_count; i++) {
        if (run->by_kind && findings[i].answer == QUORUM_NOT_ASKED)
            continue;
        polls[count] = decided[i];
        polls[count].quorum.asked = findings[i].answer != QUORUM_NOT_ASKED;
        polls[count++].quorum.met = findings[i].answer != QUORUM_NOT_MET;
    }
    return hold(run, polls, count, true);
}

void stated_check(struct run *run)
{
    const struct constitution *constitution = &run->constitution;
    const struct ballot_box *box = &run->box;
    struct poll_outcome *polls = arena_alloc(run->arena, box->poll_count, sizeof *polls);
    struct quorum_finding *findings = arena_alloc(run->arena, box->poll_count, sizeof *findings);
    if (box->stated_count == 0 || run->diag.errors > 0 || !constitution->agrees)
        return;
    for (size_t i = 0; i < box->poll_count; i++) {
        const struct poll *poll = &box->polls[i];
        if (poll->decision == NULL)
            return;
        if (run->attendance)
            findings[i] = decide_attendance(run->arena, &constitution->rules, &constitution->roll,
                                            poll, &run->circumstances, false, &polls[i]);
        else
            polls[i] = decide_poll(run->arena, &constitution->rules, &constitution->roll, poll,
                                   &run->circumstances, false);
    }
    if (run->attendance)
        (void)stated_quorums_agree(run, findings, polls);
    else
        (void)stated_agrees(run, polls);
}
