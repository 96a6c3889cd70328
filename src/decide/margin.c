/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

/* What a change of votes is tried on. */
struct trial {
    struct arena *arena;
    const struct question *question;
    const struct ruleset *rules;
    const struct position *positions;
    const struct result *result; /* as it came out, */
    const struct counts *counts; /* and by what */
    struct position *changed;    /* a copy to change; NULL where sums alone are asked for */
    bool of_quorum;              /* the change that is looked for is that nothing is binding */
    bool of_some; /* a condition counts some of the members, or two of them by other weights, so
                     that no order of them is that of what they can do */
};

/* So many ways to move one or two votes are tried one after the other. */
#define TRIALS_MOST ((size_t)2000)

/* A member, what it has, and how much of that moves, for putting the heaviest first. */
struct voter {
    int64_t weight, votes, population;
    uint32_t member, candidate; /* where it stands: see position */
    enum stance stance;
};

static int compare_voters(const void *one, const void *other)
{
    const struct voter *a = one;
    const struct voter *b = other;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return a->member < b->member ? -1 : 1;
}

static bool counts_some(struct rule_list conditions)
{
    for (size_t i = 0; i < conditions.count; i++)
        if (conditions.rules[i]->as.condition.among != AMONG_ALL)
            return true;
    return false;
}

/*
 * Moving the heaviest votes first takes the fewest members only when one weight decides all. A
 * condition on heads is indifferent to the order; two conditions on different weights are not, nor
 * one that counts only some of the members.
 */
static bool one_measure_decides(const struct ruleset *rules, struct rule_list conditions,
                                enum measure *measure)
{
    bool votes_are_heads = rules->one[RULE_WEIGHT]->as.weight.kind == WEIGHT_ONE_EACH;
    bool by_votes = false;
    bool by_population = false;
    for (size_t i = 0; i < conditions.count; i++) {
        enum measure asked = conditions.rules[i]->as.condition.measure;
        by_votes = by_votes || (asked == MEASURE_VOTES && !votes_are_heads);
        by_population = by_population || asked == MEASURE_POPULATION;
    }
    *measure = by_population ? MEASURE_POPULATION : MEASURE_VOTES;
    return (!by_votes || !by_population) && !counts_some(conditions);
}

static bool same_result(const struct result *one, const struct result *other)
{
    bool same_winner = one->winner == NULL || other->winner == NULL
                           ? one->winner == other->winner
                           : strcmp(one->winner, other->winner) == 0;
    return one->verdict == other->verdict && same_winner;
}

static bool is_binding(enum verdict verdict)
{
    return verdict != VERDICT_NOT_BINDING && verdict != VERDICT_NOT_VALID;
}

/* Whether it is `wanted`; where that is NULL, that of any vote. */
static bool is_wanted(const struct position *position, const struct position *wanted)
{
    if (wanted != NULL)
        return position->stance == wanted->stance &&
               (wanted->stance != STANCE_CANDIDATE || position->candidate == wanted->candidate);
    return position->stance == STANCE_FOR || position->stance == STANCE_AGAINST ||
           position->stance == STANCE_CANDIDATE;
}

static bool stand_alike(const struct voter *one, const struct voter *other)
{
    return one->stance == other->stance && one->candidate == other->candidate;
}

/* Where everybody stands once the first `moved` voters do where `to` says. */
static void move_voters(const struct trial *trial, const struct voter *voters, size_t moved,
                        struct position to)
{
    memcpy(trial->changed, trial->positions, trial->question->roll->count * sizeof *trial->changed);
    for (size_t i = 0; i < moved; i++) {
        struct position *changed = &trial->changed[voters[i].member];
        to.at_opening = changed->at_opening;
        *changed = to;
    }
}

/* Takes the figures of a position out of the sums, and adds them to those that are moved. */
static void take_out(struct stance_sums *sums, const struct position *position,
                     const struct figures *figures, struct figures *moved)
{
    const struct figures gone = {-figures->members, -figures->population, -figures->votes};
    stance_sums_add(sums, position, &gone);
    add_figures(moved, figures);
}

/* The sums once those voters from `from` up to `until` do too. */
static struct stance_sums sums_moved(const struct trial *trial, const struct stance_sums *before,
                                     const struct voter *voters, size_t from, size_t until,
                                     struct position to)
{
    struct stance_sums sums = stance_sums_copy(trial->question, before);
    struct figures alike = {0}, moved = {0}; /* of those in one position, and of everybody */
    for (size_t i = from; i < until; i++) {
        alike.members++;
        alike.population += voters[i].population;
        alike.votes += voters[i].votes;
        if (i + 1 < until && stand_alike(&voters[i], &voters[i + 1]))
            continue;
        take_out(&sums, &trial->positions[voters[i].member], &alike, &moved);
        alike = (struct figures){0};
    }
    stance_sums_add(&sums, &to, &moved);
    return sums;
}

/* What those have who stand for or against, for a candidate, or are absent. */
static const struct figures *figures_at(const struct trial *trial, const struct position *position)
{
    return position->stance == STANCE_FOR       ? &trial->counts->groups[GROUP_FOR]
           : position->stance == STANCE_AGAINST ? &trial->counts->groups[GROUP_AGAINST]
           : position->stance == STANCE_ABSENT  ? &trial->counts->groups[GROUP_ABSENT]
                                                : &trial->counts->candidates[position->candidate];
}

/* The sums once all do who are in position `from`, or where that is NULL in that of any vote. */
static struct stance_sums sums_of_all_moved(const struct trial *trial, const struct position *from,
                                            struct position to)
{
    const struct stance_sums as_it_is = {.counts = *trial->counts};
    const struct position sides[] = {{.stance = STANCE_FOR}, {.stance = STANCE_AGAINST}};
    struct position candidate = {.stance = STANCE_CANDIDATE};
    struct stance_sums sums = stance_sums_copy(trial->question, &as_it_is);
    struct figures moved = {0};
    if (from != NULL) {
        take_out(&sums, from, figures_at(trial, from), &moved);
    } else {
        for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
            take_out(&sums, &sides[i], figures_at(trial, &sides[i]), &moved);
        for (; candidate.candidate < trial->question->poll->candidate_count; candidate.candidate++)
            take_out(&sums, &candidate, figures_at(trial, &candidate), &moved);
    }
    stance_sums_add(&sums, &to, &moved);
    return sums;
}

/* Whether the result is another by these sums of it: see changes. */
static bool changes_by(const struct trial *trial, const struct voter *voters, size_t moved,
                       struct position to, const struct stance_sums *sums)
{
    const struct counts counts = stance_sums_counts(sums, trial->rules);
    if (trial->changed != NULL)
        move_voters(trial, voters, moved, to);
    struct evaluation evaluation = evaluate_counted(trial->question->scratch, trial->question,
                                                    trial->rules, trial->changed, &counts);
    return trial->of_quorum ? !is_binding(evaluation.result.verdict)
                            : !same_result(&evaluation.result, trial->result);
}

/* Whether the result changes when the first `moved` voters take the position `to`. */
static bool changes(const struct trial *trial, const struct voter *voters, size_t moved,
                    struct position to)
{
    const struct stance_sums as_it_is = {.counts = *trial->counts};
    const struct stance_sums sums = sums_moved(trial, &as_it_is, voters, 0, moved, to);
    return changes_by(trial, voters, moved, to, &sums);
}

/* Those in position `from`, or where that is NULL in that of any vote, in the roll's order. */
static struct voter *voters_standing(const struct trial *trial, const struct position *from,
                                     enum measure measure, size_t *count)
{
    const struct roll *roll = trial->question->roll;
    const struct weights weights = weights_in_force(trial->question, trial->rules);
    struct voter *voters = arena_room(trial->question->scratch, roll->count, sizeof *voters);
    *count = 0;
    for (size_t i = 0; i < roll->count; i++) {
        const struct member *member = &roll->members[i];
        const struct position *position = &trial->positions[i];
        if (!is_wanted(position, from))
            continue;
        int64_t votes = weight_of(&weights, member);
        voters[(*count)++] = (struct voter){
            .weight = measure == MEASURE_POPULATION ? member->list_size : votes,
            .votes = votes,
            .population = member->list_size,
            .member = (uint32_t)i,
            .candidate = (uint32_t)position->candidate,
            .stance = position->stance,
        };
    }
    return voters;
}

/* Whether the result changes when all of them take the position `to`. */
static bool all_change(const struct trial *trial, const struct position *from, struct position to)
{
    size_t count = 0;
    const struct voter *voters =
        trial->changed == NULL ? NULL : voters_standing(trial, from, MEASURE_VOTES, &count);
    const struct stance_sums sums = sums_of_all_moved(trial, from, to);
    return changes_by(trial, voters, count, to, &sums);
}

/* Puts those with the most weight first, as they are already where each has one vote: of many
 * members sorting would take as long as all else that is asked of them. */
static void put_in_order(struct voter *voters, size_t count)
{
    size_t i = 1;
    while (i < count && voters[i - 1].weight >= voters[i].weight)
        i++;
    if (i < count)
        qsort(voters, count, sizeof *voters, compare_voters);
}

static struct voter *voters_in(const struct trial *trial, struct position from,
                               enum measure measure, size_t *count)
{
    return voters_standing(trial, &from, measure, count);
}

/* How many of the first voters have to move for the result to change; `count` of them do change it.
 */
static size_t fewest_of(const struct trial *trial, const struct voter *voters, size_t count,
                        struct position to)
{
    size_t too_few = 0; /* does not change it, by these sums; `enough` does */
    struct stance_sums of_too_few = {.counts = *trial->counts};
    size_t enough = count;
    while (enough - too_few > 1) {
        size_t middle = too_few + (enough - too_few) / 2;
        struct stance_sums sums = sums_moved(trial, &of_too_few, voters, too_few, middle, to);
        if (changes_by(trial, voters, middle, to, &sums)) {
            enough = middle;
        } else {
            too_few = middle;
            of_too_few = sums;
        }
    }
    return enough;
}

/* Whether each of the voters changes the result by itself. */
static bool each_would_do(const struct trial *trial, const struct voter *voters, size_t count,
                          struct position to)
{
    bool all = count <= TRIALS_MOST;
    for (size_t i = 0; i < count && all; i++)
        all = changes(trial, voters + i, 1, to);
    return all;
}

/* Whether as many of the last voters, who have the least weight, change the result as well. */
static bool least_would_do(const struct trial *trial, const struct voter *voters, size_t count,
                           size_t fewest, struct position to)
{
    return changes(trial, voters + (count - fewest), fewest, to);
}

/* Whether any other voters would do; where no order tells it takes but one. */
static bool any_would_do(const struct trial *trial, const struct voter *voters, size_t count,
                         size_t fewest, struct position to)
{
    return trial->of_some ? each_would_do(trial, voters, count, to)
                          : least_would_do(trial, voters, count, fewest, to);
}

static const char *const *names_of_voters(const struct trial *trial, const struct voter *voters,
                                          size_t count)
{
    const char **names = arena_alloc(trial->arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = trial->question->roll->members[voters[i].member].name;
    return names;
}

/*
 * How many of the voters change the result each by itself, where the first does and the last does
 * not; 0 where that is too much to try. Where one measure decides, no lighter one can do what a
 * heavier one cannot.
 */
static size_t count_alone(const struct trial *trial, const struct voter *voters, size_t count,
                          struct position to, bool by_weight)
{
    size_t able = by_weight ? 1 : 0, too_many = count;
    for (size_t i = 0; i < count && !by_weight && count <= TRIALS_MOST; i++)
        able += changes(trial, voters + i, 1, to);
    while (by_weight && too_many - able > 1) {
        size_t middle = able + (too_many - able) / 2;
        if (changes(trial, voters + middle - 1, 1, to))
            able = middle;
        else
            too_many = middle;
    }
    return able;
}

/* Not any of the voters would do, but the first: who they are, and of one how many others. */
static void tell_who(const struct trial *trial, const struct voter *voters, size_t count,
                     struct position to, bool by_weight, struct margin *margin)
{
    margin->who = names_of_voters(trial, voters, (size_t)margin->members);
    margin->alone = margin->members == 1 ? count_alone(trial, voters, count, to, by_weight) : 0;
    margin->alone_of = count;
}

static enum margin_of who_are(struct position from)
{
    return from.stance == STANCE_FOR       ? MARGIN_OF_FAVOUR
           : from.stance == STANCE_AGAINST ? MARGIN_OF_AGAINST
                                           : MARGIN_OF_LEADER;
}

/* One, or two, of the voters who change the result; false where none do. */
static bool find_few(const struct trial *trial, const struct voter *voters, size_t count,
                     size_t number, struct position to, struct voter few[2])
{
    for (size_t i = 0; i + number <= count; i++) {
        size_t last = number == 1 ? i + 1 : count;
        few[0] = voters[i];
        for (size_t j = i + number - 1; j < last; j++) {
            few[number - 1] = voters[j];
            if (changes(trial, few, number, to))
                return true;
        }
    }
    return false;
}

/*
 * Where a condition counts some of the members, or two weigh differently, one vote may do what
 * heavier ones do not. So each is tried, and each two; of more it is not known.
 */
static void fewest_of_some(const struct trial *trial, struct position from, struct position to,
                           struct margin *margin)
{
    size_t count;
    struct voter few[2];
    struct voter *voters = voters_in(trial, from, MEASURE_VOTES, &count);
    put_in_order(voters, count);
    margin->known = !all_change(trial, &from, to);
    for (size_t number = 1; number <= 2 && !margin->known; number++) {
        size_t ways = number == 1 ? count : count * (count - 1) / 2;
        if (ways > TRIALS_MOST)
            return;
        if (!find_few(trial, voters, count, number, to, few))
            continue;
        margin->known = margin->possible = true;
        margin->members = (int64_t)number;
        margin->of = who_are(from);
        if (number == 1 && !each_would_do(trial, voters, count, to)) {
            margin->alone = count_alone(trial, voters, count, to, false);
            margin->alone_of = count;
        }
        if (number == count || number > 1 || margin->alone > 0)
            margin->who = names_of_voters(trial, few, number);
    }
}

/* The fewest voters whose move from one position to another changes the result. */
static void fewest_moves(const struct trial *trial, struct position from, struct position to,
                         struct margin *margin)
{
    enum measure measure;
    size_t count;
    if (trial->of_some || !one_measure_decides(trial->rules, trial->rules->passes, &measure)) {
        fewest_of_some(trial, from, to, margin);
        return;
    }
    margin->known = true;
    margin->possible = all_change(trial, &from, to);
    if (!margin->possible)
        return;
    struct voter *voters = voters_in(trial, from, measure, &count);
    put_in_order(voters, count);
    size_t fewest = fewest_of(trial, voters, count, to);
    margin->members = (int64_t)fewest;
    margin->of = who_are(from);
    if (!least_would_do(trial, voters, count, fewest, to))
        tell_who(trial, voters, count, to, true, margin);
}

static bool counts_those_against(struct rule_list quorum)
{
    for (size_t i = 0; i < quorum.count; i++)
        if (quorum.rules[i]->as.condition.scope == SCOPE_AGAINST)
            return true;
    return false;
}

/* Those who voted for something. */
static struct voter *voters_of_any(const struct trial *trial, enum measure measure, size_t *count)
{
    return voters_standing(trial, NULL, measure, count);
}

/* The margin is that `fewest` of the voters abstain. */
static void take_abstentions(const struct trial *trial, const struct voter *voters, size_t count,
                             size_t fewest, bool by_weight, struct margin *margin)
{
    struct position to = {.stance = STANCE_ABSTAINED};
    bool any = any_would_do(trial, voters, count, fewest, to);
    margin->known = margin->possible = margin->abstaining = true;
    margin->of_quorum = trial->of_quorum;
    margin->members = (int64_t)fewest;
    margin->who = NULL;
    margin->alone = 0;
    if (!any)
        tell_who(trial, voters, count, to, by_weight, margin);
}

static void forget_moves(struct margin *margin)
{
    margin->known = margin->possible = false;
    margin->members = 0;
    margin->alone = 0;
    margin->who = NULL;
}

/*
 * Abstaining is voting otherwise too. A result that nobody turns by another vote can lose its
 * quorum by a few who abstain, where this counts those who vote, whomever they voted for. No fewer
 * than one can do it, so one is the margin whatever else is known.
 */
static void fewest_abstentions(const struct trial *trial, struct margin *margin)
{
    struct trial quorum = *trial;
    struct position to = {.stance = STANCE_ABSTAINED};
    enum measure measure;
    size_t count;
    if (trial->rules->quorum.count == 0)
        return;
    quorum.of_quorum = true;
    bool one_measure = one_measure_decides(trial->rules, trial->rules->quorum, &measure) &&
                       !counts_those_against(trial->rules->quorum);
    quorum.of_some = !one_measure;
    if (!all_change(&quorum, NULL, to))
        return;
    struct voter *voters = voters_of_any(trial, measure, &count);
    put_in_order(voters, count);
    size_t fewest = fewest_of(&quorum, voters, count, to);
    if (fewest > 1 && (!one_measure || !margin->known)) {
        if (!margin->possible || margin->members != 1)
            forget_moves(margin);
        return;
    }
    if (!margin->known || !margin->possible || margin->members > (int64_t)fewest)
        take_abstentions(&quorum, voters, count, fewest, one_measure, margin);
    if (margin->of_quorum)
        margin->of = MARGIN_OF_VOTERS;
}

static size_t count_absent(const struct trial *trial)
{
    return (size_t)trial->counts->groups[GROUP_ABSENT].members;
}

/*
 * How many more members would have made the quorum, had they come and voted: those who stand for
 * the most first. Without candidates nobody could have voted in an election.
 */
static void margin_of_quorum(const struct trial *trial, struct margin *margin)
{
    if (counts_those_against(trial->rules->quorum) || is_at_opening(trial->rules))
        return; /* how they would have voted matters, or when they came */
    const struct poll *poll = trial->question->poll;
    struct position to = {.stance = trial->rules->form == FORM_CONSENSUS ? STANCE_PRESENT
                                    : poll->is_election                  ? STANCE_CANDIDATE
                                                                         : STANCE_FOR};
    enum measure measure;
    size_t count;
    if ((poll->is_election && poll->candidate_count == 0) ||
        !one_measure_decides(trial->rules, trial->rules->quorum, &measure))
        return;
    struct position away = {.stance = STANCE_ABSENT};
    margin->absent = count_absent(trial);
    margin->quorum_known = margin->absent > 0;
    if (!margin->quorum_known || !all_change(trial, &away, to))
        return;
    struct voter *absent = voters_in(trial, away, measure, &count);
    put_in_order(absent, count);
    size_t fewest = fewest_of(trial, absent, count, to);
    margin->quorum_members = (int64_t)fewest;
    margin->quorum_any = least_would_do(trial, absent, count, fewest, to);
}

static void absent_votes(const struct trial *trial, struct position to, struct margin *margin)
{
    struct position away = {.stance = STANCE_ABSENT};
    margin->absent = count_absent(trial);
    margin->absent_known = margin->absent > 0;
    margin->absent_could = margin->absent_known && all_change(trial, &away, to);
}

/*
 * The first of the voters changes the result when it abstains. Others may end the quorum by that,
 * which may weigh by another measure and counts those who voted otherwise too, so that each is
 * tried; where they are too many, how many there are is not told.
 */
static void tell_one_who_abstains(const struct trial *trial, const struct voter *first,
                                  struct margin *margin)
{
    struct position to = {.stance = STANCE_ABSTAINED};
    size_t count;
    const struct voter *voters = voters_of_any(trial, MEASURE_VOTES, &count);
    size_t able = count_alone(trial, voters, count, to, false);
    margin->of = MARGIN_OF_VOTERS;
    margin->who = able == count ? NULL : names_of_voters(trial, first, 1);
    margin->alone = able == count ? 0 : able;
    margin->alone_of = count;
}

/*
 * Who turns may make a tie, which a casting vote breaks; who abstains leaves fewer in favour and
 * makes no tie. So where there is a casting vote fewer who abstain may do, of all who are there or
 * where half is rounded up. (Once half is rounded up again, a tie is nearer than twice as many who
 * abstain.)
 */
static void fewer_who_abstain(const struct trial *trial, struct position from,
                              struct margin *margin)
{
    struct position to = {.stance = STANCE_ABSTAINED};
    enum measure measure;
    size_t count;
    if (casting_vote_of(trial->question) == CASTING_VOTE_NONE || !margin->known ||
        !one_measure_decides(trial->rules, trial->rules->passes, &measure))
        return;
    struct voter *voters = voters_in(trial, from, measure, &count);
    put_in_order(voters, count);
    size_t most = margin->possible ? (size_t)margin->members - 1 : count;
    if (most == 0 || !changes(trial, voters, most, to))
        return;
    take_abstentions(trial, voters, count, fewest_of(trial, voters, most, to), true, margin);
    if (margin->members == 1)
        tell_one_who_abstains(trial, voters, margin);
}

/* Whether those who abstain could do as much as those who vote, so that no more than a single vote
 * is known to be the fewest. */
static bool abstainers_count(const struct trial *trial)
{
    const int64_t count = trial->counts->groups[GROUP_ABSTAINED].members;
    struct rule_list passes = trial->rules->passes;
    for (size_t i = 0; i < passes.count; i++)
        if (passes.rules[i]->as.condition.side == SIDE_ABSTAINED ||
            (passes.rules[i]->as.condition.side == SIDE_NOT_FOR && count > 0))
            return true;
    return false;
}

static void margin_of_motion(const struct trial *trial, struct margin *margin)
{
    struct position in_favour = {.stance = STANCE_FOR};
    struct position against = {.stance = STANCE_AGAINST};
    bool carried = trial->result->verdict == VERDICT_CARRIED;
    fewest_moves(trial, carried ? in_favour : against, carried ? against : in_favour, margin);
    if (abstainers_count(trial) && (!margin->possible || margin->members != 1))
        forget_moves(margin);
    fewer_who_abstain(trial, carried ? in_favour : against, margin);
    absent_votes(trial, carried ? against : in_favour, margin);
}

/* Each vote to each of the candidates, as no fewer than one can change the winner. */
static void one_vote_for_another(const struct trial *trial, struct margin *margin)
{
    size_t count, able = 0, candidates = trial->question->poll->candidate_count;
    struct voter *voters = voters_of_any(trial, MEASURE_VOTES, &count);
    if (count * candidates > TRIALS_MOST)
        return;
    put_in_order(voters, count);
    for (size_t i = 0; i < count; i++) {
        struct position to = {.stance = STANCE_CANDIDATE};
        while (to.candidate < candidates && !changes(trial, voters + i, 1, to))
            to.candidate++;
        if (to.candidate < candidates && able++ == 0)
            margin->who = names_of_voters(trial, voters + i, 1);
    }
    margin->known = margin->possible = able > 0;
    margin->members = able > 0;
    margin->of = MARGIN_OF_VOTERS;
    if (able == count) {
        margin->who = NULL;
    } else {
        margin->alone = able;
        margin->alone_of = count;
    }
}

/*
 * From the winner to the one behind. Of a tie, one vote from one of the tied to another. Where
 * votes weigh differently a heavy one from a third candidate can do more than any of the winner's,
 * so no more is known there than whether one is enough.
 */
static void margin_of_election(const struct trial *trial, const size_t *order,
                               struct margin *margin)
{
    struct position leader = {.stance = STANCE_CANDIDATE, .candidate = order[0]};
    struct position second = {.stance = STANCE_CANDIDATE, .candidate = order[1]};
    if (trial->rules->one[RULE_WEIGHT]->as.weight.kind == WEIGHT_ONE_EACH)
        fewest_moves(trial, leader, second, margin);
    else
        one_vote_for_another(trial, margin);
    absent_votes(trial, second, margin);
}

/* A motion has no such rule, and most votes are asked of nobody in particular. */
static struct rule_list elected_by(const struct rule *const *elects)
{
    return (struct rule_list){elects, *elects != NULL && !(*elects)->worded};
}

bool any_in_parts(const struct question *question, const struct position *positions)
{
    for (size_t i = 0; i < question->roll->count; i++)
        if (positions[i].parts != NULL)
            return true;
    return false;
}

void decide_margin(struct arena *arena, const struct question *question,
                   const struct ruleset *rules, const struct position *positions,
                   const struct evaluation *evaluation, struct poll_outcome *outcome)
{
    struct trial trial = {
        .arena = arena,
        .question = question,
        .rules = rules,
        .positions = positions,
        .result = &evaluation->result,
        .counts = &evaluation->sitting.counts,
        .changed = looks_at_members(rules) ? arena_alloc(question->scratch, question->roll->count,
                                                         sizeof *trial.changed)
                                           : NULL,
        .of_some = counts_some(elected_by(&rules->one[RULE_ELECTS])) || counts_some(rules->passes),
    };
    enum verdict verdict = evaluation->result.verdict;
    bool whole = evaluation->area_count == 0;
    bool motion = whole && rules->form == FORM_MOTION &&
                  (verdict == VERDICT_CARRIED || verdict == VERDICT_NOT_CARRIED);
    bool contest = verdict == VERDICT_ELECTED || verdict == VERDICT_FURTHER_ELECTION;
    outcome->margin.by_areas = !whole;
    outcome->margin.by_parts = any_in_parts(question, positions);
    if (outcome->margin.by_parts)
        return;
    if (motion)
        margin_of_motion(&trial, &outcome->margin);
    else if (contest && question->poll->candidate_count > 1)
        margin_of_election(&trial, evaluation->order, &outcome->margin);
    if (motion || contest)
        fewest_abstentions(&trial, &outcome->margin);
    else if (whole && !is_binding(verdict))
        margin_of_quorum(&trial, &outcome->margin);
}
