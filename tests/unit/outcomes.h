/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_OUTCOMES_H
#define QUORATE_OUTCOMES_H

/*
 * Outcomes built by hand for tests of reports: the locality's ten practices with their list sizes
 * of 1 April 2015, and votes that are invented. Each test changes what it is about.
 */

#include <string.h>

#include "quorate/outcome.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

enum {
    MEMBERS = 10
};

/* Everything that a sample points to, so that a test may change any of it. */
struct sample {
    struct outcome outcome;
    struct poll_outcome poll;
    struct condition_outcome conditions[2];
    struct condition_outcome without;
    struct reading_outcome readings[2];
    struct standing standings[MEMBERS];
    struct return_outcome returns[MEMBERS];
    struct share share;
    struct input inputs[2];
    struct basis basis[4];
    struct candidate_outcome candidates[3];
    const char *absent[MEMBERS];
    const char *interested[MEMBERS];
    const char *run_off[3];
};

static const struct {
    const char *name, *code;
    int64_t list_size;
} sample_roll[MEMBERS] = {
    {"The Hart Surgery", "K84035", 10318},
    {"Chalgrove and Watlington Surgeries", "K84036", 7478},
    {"Morland House Surgery", "K84037", 10571},
    {"Nettlebed Surgery", "K84038", 3661},
    {"Sonning Common Health Centre", "K84039", 8648},
    {"The Bell Surgery", "K84040", 8770},
    {"Millstream Surgery", "K84041", 4745},
    {"Goring and Woodcote Medical Practice", "K84042", 9612},
    {"The Rycote Practice", "K84043", 11408},
    {"Wallingford Medical Centre", "K84044", 16521},
};

static inline struct condition sample_share_of(int64_t p, int64_t q, bool strictly,
                                               enum measure measure, enum scope scope)
{
    return (struct condition){
        .strictly = strictly, .amount = {p, q}, .measure = measure, .scope = scope};
}

static inline struct count sample_count(int64_t members, int64_t population, int64_t votes)
{
    return (struct count){
        .members = members, .population = figure_told(population), .votes = figure_told(votes)};
}

static inline struct count sample_heads(int64_t members)
{
    return (struct count){.members = members, .population.withheld = true, .votes.withheld = true};
}

/* A rule with this value, which has a place where it is one of the rule's fixed words. */
static inline struct basis sample_basis(enum rule_kind kind, const char *text)
{
    struct basis basis = {.kind = kind, .value = RULE_VALUE_OPEN, .text = text};
    size_t count = 0;
    const char *const *words = rule_choices(kind, &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], text) == 0)
            basis.value = (int)i;
    return basis;
}

/* Points the outcome at its parts; call it again after copying a sample. */
static inline void sample_joined(struct sample *sample)
{
    sample->outcome.polls = &sample->poll;
    sample->outcome.share = &sample->share;
    sample->outcome.from.inputs = sample->inputs;
    sample->poll.conditions = sample->conditions;
    sample->poll.basis = sample->basis;
    sample->poll.roll_call.standings = sample->standings;
    sample->poll.ballots.returns = sample->returns;
    sample->poll.roll_call.absent = sample->absent;
    sample->poll.roll_call.interested = sample->interested;
}

static inline void sample_frame(struct sample *sample)
{
    sample->outcome = (struct outcome){
        .from.version = "1.0.0",
        .from.constitution = "south-east-oxfordshire-2015",
        .body = "South East Oxfordshire Locality Group",
        .edition = "2015/16",
        .terms = terms_default,
        .date = {2015, 6, 24},
        .as_at = {2015, 4, 1},
        .has_list_sizes = true,
        .population = 91732,
        .poll_count = 1,
        .from.input_count = 1,
    };
    terms_locality(&sample->outcome.terms);
    sample->share = (struct share){
        .locality = "South East Oxfordshire",
        .population = 91732,
        .has_stated_total = true,
        .stated_total = 720029,
        .sum_of_rows = 716193,
        .total = 720029,
        .votes_in_all = 10,
        .percent = "12.7",
        .votes = "1.27",
        .percent_of_sum = "12.8",
        .votes_of_sum = "1.28",
        .percent_long = "12.74",
        .percent_long_of_sum = "12.81",
        .totals_differ = true,
    };
    sample->inputs[0] = (struct input){
        .role = "ballots",
        .file = "ballots.csv",
        .rows = 8,
        .sha256 = "c91e5d2f0a6b7788c91e5d2f0a6b7788c91e5d2f0a6b7788c91e5d2f0a6b7788"};
    sample_joined(sample);
}

/* One row of the ballot file, and where its practice stands by it. */
static inline void sample_vote(struct sample *sample, size_t member, const char *vote,
                               enum return_status status)
{
    struct return_outcome *row = &sample->returns[sample->poll.ballots.return_count++];
    *row = (struct return_outcome){
        .line = sample->poll.ballots.return_count + 1,
        .practice = sample_roll[member].name,
        .vote = vote,
        .votes = status == RETURN_COUNTED ? 1 : 0,
        .role = "lead",
        .status = status,
    };
    struct standing *standing = &sample->standings[member];
    standing->by = row;
    standing->counted = row->votes;
    standing->vote = vote;
    standing->stance = status == RETURN_INTERESTED  ? STANDING_INTERESTED
                       : status == RETURN_ABSTAINED ? STANDING_ABSTAINED
                                                    : STANDING_VOTED;
    sample->poll.ballots.by_status[status]++;
    sample->poll.ballots.rows++;
}

/* The motion of the mock-up: 8 practices present, one of them with an interest; 4 votes to 2. */
static inline void sample_meeting(struct sample *sample)
{
    *sample = (struct sample){0};
    sample_frame(sample);
    struct poll_outcome *poll = &sample->poll;
    poll->motion = "Adopt the frailty pathway proposal";
    poll->decision = "meeting";
    poll->title = "Vote at a meeting";
    poll->weighing.words = "one vote per practice";
    poll->result = (struct result){.verdict = VERDICT_CARRIED};
    poll->certain = true;
    poll->counts[GROUP_ALL] = sample_count(10, 91732, 10);
    poll->counts[GROUP_PRESENT] = sample_count(8, 77375, 8);
    poll->counts[GROUP_VOTING] = sample_count(6, 62306, 6);
    poll->counts[GROUP_CAST] = sample_count(6, 62306, 6);
    poll->counts[GROUP_FOR] = sample_count(4, 42965, 4);
    poll->counts[GROUP_AGAINST] = sample_count(2, 19341, 2);
    poll->counts[GROUP_ABSTAINED] = sample_count(1, 3661, 1);
    poll->counts[GROUP_INTERESTED] = sample_count(1, 11408, 1);
    poll->counts[GROUP_ABSENT] = sample_count(2, 14357, 2);
    for (size_t i = 0; i < MEMBERS; i++)
        sample->standings[i] = (struct standing){
            .practice = sample_roll[i].name,
            .code = sample_roll[i].code,
            .list_size = sample_roll[i].list_size,
            .votes = 1,
        };
    poll->roll_call.standing_count = MEMBERS;
    sample_vote(sample, 0, "for", RETURN_COUNTED);
    sample_vote(sample, 1, "for", RETURN_COUNTED);
    sample_vote(sample, 2, "against", RETURN_COUNTED);
    sample_vote(sample, 3, "abstain", RETURN_ABSTAINED);
    sample_vote(sample, 4, "for", RETURN_COUNTED);
    sample_vote(sample, 5, "against", RETURN_COUNTED);
    sample_vote(sample, 8, NULL, RETURN_INTERESTED);
    sample_vote(sample, 9, "for", RETURN_COUNTED);
    sample->absent[0] = "Millstream Surgery";
    sample->absent[1] = "Goring and Woodcote Medical Practice";
    poll->roll_call.absent_count = 2;
    sample->interested[0] = "The Rycote Practice";
    poll->roll_call.interested_count = 1;
    sample->conditions[0] = (struct condition_outcome){
        .kind = RULE_QUORUM,
        .text = "at least 50% of population present",
        .clause = "Voting Structure",
        .asks = sample_share_of(1, 2, false, MEASURE_POPULATION, SCOPE_PRESENT),
        .part.if_told = 77375,
        .whole.if_told = 91732,
        .needed.if_told = 45866,
        .heads = 8,
        .met = true,
        .percent = "84.35",
    };
    sample->conditions[1] = (struct condition_outcome){
        .kind = RULE_PASSES,
        .text = "more than half of votes cast",
        .clause = "not stated: a simple majority",
        .asks = sample_share_of(1, 2, true, MEASURE_VOTES, SCOPE_CAST),
        .part.if_told = 4,
        .whole.if_told = 6,
        .needed.if_told = 4,
        .met = true,
        .percent = "66.67",
    };
    poll->condition_count = 2;
    poll->quorum.asked = poll->quorum.met = true;
    sample->without = sample->conditions[0];
    sample->without.part = figure_told(65967);
    sample->without.percent = "71.91";
    poll->quorum.without_interested = &sample->without;
    poll->quorum.without_interested_count = 1;
    poll->other_count = (struct other_count){
        .given = true,
        .comparable = true,
        .in_favour = {4, 42965, 42965},
        .against = {2, 19341, 19341},
        .verdict = VERDICT_CARRIED,
    };
    poll->margin = (struct margin){.known = true,
                                   .possible = true,
                                   .members = 1,
                                   .absent_known = true,
                                   .absent = 2,
                                   .absent_could = true};
    sample->basis[0] = sample_basis(RULE_WEIGHT, "one vote per practice");
    sample->basis[0].value = WEIGHT_ONE_EACH;
    sample->basis[0].clause = "Voting Structure";
    sample->basis[0].stated = true;
    sample->basis[1] = sample_basis(RULE_PASSES, "more than half of votes cast");
    sample->basis[1].clause = "not stated: a simple majority";
    sample->basis[1].unstated = ": a simple majority";
    sample->basis[2] = sample_basis(RULE_INTEREST, "counts as present");
    sample->basis[2].clause = "not stated";
    sample->basis[2].unstated = "";
    poll->basis_count = 3;
}

/* A secret election: 10 ballots, 4 each for Dr A and Dr B, 1 for Dr C, one abstains. */
static inline void sample_election(struct sample *sample)
{
    sample_meeting(sample);
    struct poll_outcome *poll = &sample->poll;
    poll->motion = NULL;
    poll->decision = "election";
    poll->title = "Election of the Locality Clinical Director or Deputy";
    poll->is_election = poll->by_reply = true;
    poll->secrecy = BALLOTS_SECRET;
    sample->outcome.any_secret = true;
    sample->inputs[0].rows = 10;
    sample->inputs[0].sha256 = NULL;
    poll->ballots.returns = NULL;
    poll->ballots.return_count = 0;
    poll->roll_call.absent_count = poll->roll_call.interested_count =
        poll->quorum.without_interested_count = 0;
    poll->other_count = (struct other_count){0};
    poll->margin = (struct margin){0};
    for (size_t i = 0; i < RETURN_STATUSES; i++)
        poll->ballots.by_status[i] = 0;
    poll->ballots.by_status[RETURN_COUNTED] = 9;
    poll->ballots.by_status[RETURN_ABSTAINED] = 1;
    poll->ballots.rows = 10;
    sample->run_off[0] = "Dr A";
    sample->run_off[1] = "Dr B";
    poll->result = (struct result){
        .verdict = VERDICT_FURTHER_ELECTION, .run_off = sample->run_off, .run_off_count = 2};
    for (size_t group = 0; group < GROUPS; group++)
        poll->counts[group] = sample_heads(0);
    poll->counts[GROUP_ALL] = poll->counts[GROUP_PRESENT] = sample_count(10, 91732, 10);
    poll->counts[GROUP_INTERESTED] = poll->counts[GROUP_ABSENT] = sample_count(0, 0, 0);
    poll->counts[GROUP_VOTING] = sample_heads(10);
    poll->counts[GROUP_CAST] = sample_heads(9);
    poll->counts[GROUP_ABSTAINED] = sample_heads(1);
    sample->candidates[0] = (struct candidate_outcome){"Dr A", sample_heads(4)};
    sample->candidates[1] = (struct candidate_outcome){"Dr B", sample_heads(4)};
    sample->candidates[2] = (struct candidate_outcome){"Dr C", sample_heads(1)};
    poll->election.candidates = sample->candidates;
    poll->election.candidate_count = 3;
    sample->conditions[0] = (struct condition_outcome){
        .kind = RULE_QUORUM,
        .text = "at least 80% of practices voting",
        .clause = "Appendix 1, 12",
        .asks = sample_share_of(4, 5, false, MEASURE_MEMBERS, SCOPE_VOTING),
        .part.if_told = 10,
        .whole.if_told = 10,
        .needed.if_told = 8,
        .met = true,
        .percent = "100",
    };
    poll->condition_count = 1;
    poll->keeping.months = 1;
    poll->election.unlisted = true;
    for (size_t i = 0; i < MEMBERS; i++) {
        sample->standings[i].stance = STANDING_RETURNED;
        sample->standings[i].by = NULL;
        sample->standings[i].vote = NULL;
    }
    poll->basis_count = 1;
}

#endif
