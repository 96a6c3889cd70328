/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

/* Whether those who are there make a quorum, and who else would. */

#define BIT(kind) (UINT32_C(1) << (kind))

/* The rules whose readings can change it. */
static const uint32_t bearing = BIT(RULE_QUORUM) | BIT(RULE_VOTERS) | BIT(RULE_PROXY) |
                                BIT(RULE_INTEREST) | BIT(RULE_REPEAT_BALLOTS) | BIT(RULE_WEIGHT) |
                                BIT(RULE_AREAS);

/* Where everybody stands once those who are there have voted: nobody has yet, and a quorum of those
 * voting asks who will. */
static const struct position *once_voted(struct arena *arena, const struct question *question,
                                         const struct position *positions)
{
    struct position *voted = arena_alloc(arena, question->roll->count, sizeof *voted);
    for (size_t i = 0; i < question->roll->count; i++) {
        voted[i] = positions[i];
        if (voted[i].stance == STANCE_PRESENT)
            voted[i].stance = STANCE_FOR;
    }
    return voted;
}

/* ---- The conditions */

/* The question at hand, by one set of rules. */
struct inquiry {
    struct arena *arena;
    const struct question *question;
    const struct ruleset *rules;
    const struct position *positions; /* once they have voted */
    unsigned places;
    bool only_answer; /* nobody will ask who else could make it so */
};

/* Some of the members, and what each of them counts for. */
struct crowd_member {
    const char *name;
    int64_t quantity;
    size_t index; /* in the roll */
};

struct crowd {
    struct crowd_member *members;
    size_t count;
};

#define NO_AREA ((size_t)-1) /* the body as a whole */

/* Those of an area who are away, or else who are counted. */
static struct crowd crowd_of(const struct inquiry *inquiry, const struct condition *asks,
                             size_t area, bool away)
{
    const struct roll *roll = inquiry->question->roll;
    const struct weight *weight = &inquiry->rules->one[RULE_WEIGHT]->as.weight;
    const unsigned scope = 1u << group_of_scope(asks->scope);
    struct crowd crowd = {arena_alloc(inquiry->arena, roll->count, sizeof *crowd.members), 0};
    for (size_t i = 0; i < roll->count; i++) {
        const struct member *member = &roll->members[i];
        enum stance stance = inquiry->positions[i].stance;
        bool counted = (groups_of_stance(stance, inquiry->rules) & scope) != 0;
        if ((area != NO_AREA && area != member->area_number) ||
            !(away ? stance == STANCE_ABSENT : counted))
            continue;
        struct figures one = {1, member->list_size, weight_of(weight, member)};
        crowd.members[crowd.count++] =
            (struct crowd_member){member->name, figures_in(&one, asks->measure), i};
    }
    return crowd;
}

static int compare_members(const void *one, const void *other)
{
    const struct crowd_member *a = one;
    const struct crowd_member *b = other;
    if (a->quantity != b->quantity)
        return a->quantity > b->quantity ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

static const char *const *names_of(struct arena *arena, const struct crowd *crowd, size_t count)
{
    const char **names = arena_alloc(arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = crowd->members[i].name;
    return names;
}

/* The largest go first, so that whoever else goes it takes at least as many. */
static void tell_leaving(const struct inquiry *inquiry, size_t area, struct quorum_condition *told)
{
    const struct condition_outcome *condition = &told->condition;
    struct crowd crowd = crowd_of(inquiry, &condition->asks, area, false);
    int64_t left = condition->part;
    size_t gone = 0;
    qsort(crowd.members, crowd.count, sizeof *crowd.members, compare_members);
    while (gone < crowd.count && left >= condition->needed)
        left -= crowd.members[gone++].quantity;
    bool missed = left < condition->needed;
    told->leaving_known = condition->asks.scope != SCOPE_ALL;
    told->decisive_count = missed ? gone : 0;
    told->decisive = names_of(inquiry->arena, &crowd, told->decisive_count);
    told->may_leave = missed ? gone - 1 : gone;
}

static void tell_joining(const struct inquiry *inquiry, size_t area, struct quorum_condition *told)
{
    const int64_t missing = told->condition.short_by;
    struct crowd crowd = crowd_of(inquiry, &told->condition.asks, area, true);
    int64_t *quantities = arena_alloc(inquiry->arena, crowd.count, sizeof *quantities);
    for (size_t i = 0; i < crowd.count; i++)
        quantities[i] = crowd.members[i].quantity;
    told->joining = decide_reach(inquiry->arena, quantities, crowd.count, missing);
    told->away = names_of(inquiry->arena, &crowd, crowd.count);
    told->away_count = crowd.count;
    if (!told->joining.possible)
        return;
    int64_t smallest = 0;
    qsort(crowd.members, crowd.count, sizeof *crowd.members, compare_members);
    for (size_t i = 0; i < told->joining.fewest; i++)
        smallest += crowd.members[crowd.count - 1 - i].quantity;
    told->any_may_join = smallest >= missing;
}

/* The conditions of the body or of one area, with its counts, added to those before. */
static void measure(const struct inquiry *inquiry, size_t area, struct counts counts,
                    struct quorum_condition *conditions, size_t *count)
{
    struct rule_list quorum = inquiry->rules->quorum;
    struct count *groups = arena_alloc(inquiry->arena, GROUPS, sizeof *groups);
    for (size_t group = 0; group < GROUPS; group++)
        groups[group].figures = counts.groups[group];
    for (size_t i = 0; i < quorum.count; i++) {
        struct quorum_condition *told = &conditions[(*count)++];
        *told = (struct quorum_condition){
            .area = area == NO_AREA ? NULL : inquiry->question->roll->areas[area],
            .condition =
                condition_of_all(inquiry->arena, quorum.rules[i], counts.groups, inquiry->places),
            .counts = groups,
        };
        if (told->condition.met)
            told->over = told->condition.part - told->condition.needed;
        if (inquiry->only_answer)
            continue;
        if (told->condition.met)
            tell_leaving(inquiry, area, told);
        else
            tell_joining(inquiry, area, told);
    }
}

static const struct quorum_condition *all_conditions(const struct inquiry *inquiry, size_t *count)
{
    const struct ruleset *rules = inquiry->rules;
    bool by_area = !rules->is_election && rules->one[RULE_AREAS]->as.every_area;
    size_t areas = by_area ? inquiry->question->roll->area_count : 0;
    struct quorum_condition *conditions =
        arena_alloc(inquiry->arena, (areas + 1) * rules->quorum.count, sizeof *conditions);
    *count = 0;
    measure(inquiry, NO_AREA,
            count_positions(inquiry->arena, inquiry->question, rules, inquiry->positions),
            conditions, count);
    if (!by_area)
        return conditions;
    const struct counts *counts =
        count_areas(inquiry->arena, inquiry->question, rules, inquiry->positions);
    for (size_t i = 0; i < areas; i++)
        measure(inquiry, i, counts[i], conditions, count);
    return conditions;
}

static struct inquiry inquire(struct arena *arena, const struct question *question,
                              const struct ruleset *rules, const struct position *positions)
{
    return (struct inquiry){
        .arena = arena,
        .question = question,
        .rules = rules,
        .positions = once_voted(arena, question, positions),
        .places = weight_places(&rules->one[RULE_WEIGHT]->as.weight, question->roll),
    };
}

static enum quorum_answer answer_of(const struct quorum_condition *conditions, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!conditions[i].condition.met)
            return QUORUM_NOT_MET;
    return count == 0 ? QUORUM_NOT_ASKED : QUORUM_MET;
}

/* ---- Readings */

/* As the search for readings compares them: where no quorum is asked for it cannot be missed. */
static struct result result_of(enum quorum_answer answer)
{
    return (struct result){.verdict =
                               answer == QUORUM_NOT_MET ? VERDICT_NOT_BINDING : VERDICT_CARRIED};
}

static struct result met_on_reading(struct arena *arena, const struct question *question,
                                    const struct ruleset *rules, const struct position *positions)
{
    struct inquiry inquiry = inquire(arena, question, rules, positions);
    inquiry.only_answer = true;
    size_t count;
    const struct quorum_condition *conditions = all_conditions(&inquiry, &count);
    return result_of(answer_of(conditions, count));
}

/* The readings of these names, as rules_resolve takes them. */
static const struct reading **find_readings(struct arena *arena, const struct ruleset *rules,
                                            const struct reading_outcome *found)
{
    size_t count;
    const struct reading *readings = rules_readings(arena, rules->rules, rules->decision, &count);
    const struct reading **chosen = arena_alloc(arena, found->together_count, sizeof *chosen);
    for (size_t i = 0; i < found->together_count; i++)
        for (size_t j = 0; j < count; j++)
            if (strcmp(readings[j].name, found->together[i]) == 0)
                chosen[i] = &readings[j];
    return chosen;
}

static bool bears(const struct reading *const *chosen, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if ((chosen[i]->rule_kinds & bearing) != 0)
            return true;
    return false;
}

/* A reading with its figures; false when it has nothing to do with the quorum. */
static bool tell_reading(struct arena *arena, const struct question *question,
                         const struct ruleset *rules, const struct reading_outcome *found,
                         struct quorum_reading *told)
{
    const struct reading **chosen = find_readings(arena, rules, found);
    if (!found->differs && !bears(chosen, found->together_count))
        return false;
    *told = (struct quorum_reading){
        .name = found->name,
        .clause = found->clause,
        .together = found->together,
        .together_count = found->together_count,
        .answer = QUORUM_NOT_KNOWN,
        .differs = found->differs,
    };
    if (found->result.verdict == VERDICT_NONE)
        return true;
    struct ruleset other =
        rules_resolve(arena, rules->rules, rules->decision, chosen, found->together_count);
    struct judgement *judgement = judgement_new(arena, question);
    judge(arena, question, &other, judgement);
    struct inquiry inquiry = inquire(arena, question, &other, judgement->positions);
    told->conditions = all_conditions(&inquiry, &told->condition_count);
    told->answer = answer_of(told->conditions, told->condition_count);
    return true;
}

static void tell_readings(struct arena *arena, const struct question *question,
                          const struct ruleset *rules, struct quorum_finding *finding)
{
    struct poll_outcome search = {.result = result_of(finding->answer)};
    decide_readings_by(arena, question, rules, NULL, met_on_reading, &search);
    struct quorum_reading *readings = arena_alloc(arena, search.reading_count, sizeof *readings);
    for (size_t i = 0; i < search.reading_count; i++)
        if (tell_reading(arena, question, rules, &search.readings[i],
                         &readings[finding->reading_count]))
            finding->reading_count++;
    finding->readings = readings;
    finding->certain = search.certain;
}

/* ---- The whole */

/* A second row is the same answer to who is there, whatever else the two say. */
static void name_repeats(const struct inquiry *inquiry, const struct judgement *judgement)
{
    for (size_t row = 0; row < inquiry->question->poll->count; row++)
        if (judgement->rows[row].reason == REASON_SAME_ANSWER)
            judgement->rows[row].reason = REASON_NAMED_BEFORE;
}

/* What a tally would tell of these rows before it comes to votes. */
static void tell_outcome(const struct inquiry *inquiry, const struct judgement *judgement,
                         const struct quorum_finding *finding, struct poll_outcome *outcome)
{
    struct arena *arena = inquiry->arena;
    struct rule_list quorum = inquiry->rules->quorum;
    struct condition_outcome *conditions = arena_alloc(arena, quorum.count, sizeof *conditions);
    struct counts counts =
        count_positions(arena, inquiry->question, inquiry->rules, inquiry->positions);
    *outcome = outcome_of_rules(arena, inquiry->question, inquiry->rules);
    outcome->secret = outcome->secret_but_shown = outcome->candidates_unlisted = false;
    outcome->rule_note_count = 0;
    outcome->keep_months = 0;
    outcome->vote_places = inquiry->places;
    outcome->certain = finding->certain;
    for (size_t group = 0; group < GROUPS; group++)
        if (group != GROUP_FOR) /* nobody has voted for anything */
            outcome->counts[group].figures = counts.groups[group];
    for (size_t i = 0; i < quorum.count; i++)
        conditions[i] = finding->conditions[i].condition;
    outcome->conditions = conditions;
    outcome->condition_count = quorum.count;
    name_repeats(inquiry, judgement);
    tell_returns(arena, inquiry->question, inquiry->rules, judgement, outcome);
    outcome->findings = find_in_registers(arena, inquiry->question, inquiry->rules, judgement,
                                          &outcome->finding_count);
    /* Who has two rows in a secret ballot may have given a void one. */
    if (finding->secret)
        outcome->return_count = 0;
    tell_without_interested(arena, inquiry->question, inquiry->rules, inquiry->positions,
                            inquiry->places, outcome);
    tell_quorum_basis(arena, inquiry->rules, outcome);
}

static bool asks_for_votes(const struct quorum_finding *finding)
{
    for (size_t i = 0; i < finding->condition_count; i++)
        if (finding->conditions[i].condition.asks.scope == SCOPE_VOTING ||
            finding->conditions[i].condition.asks.scope == SCOPE_CAST)
            return true;
    return false;
}

struct quorum_finding decide_attendance(struct arena *arena, const struct rules *rules,
                                        const struct roll *roll, const struct poll *poll,
                                        const struct circumstances *circumstances,
                                        struct poll_outcome *outcome)
{
    struct question question = {roll, poll, circumstances};
    struct ruleset own = rules_resolve(arena, rules, poll->decision, NULL, 0);
    struct judgement *judgement = judgement_new(arena, &question);
    judge(arena, &question, &own, judgement);
    struct inquiry inquiry = inquire(arena, &question, &own, judgement->positions);
    struct quorum_finding finding = {.secret = own.one[RULE_SECRECY]->as.secret};
    finding.conditions = all_conditions(&inquiry, &finding.condition_count);
    finding.answer = answer_of(finding.conditions, finding.condition_count);
    tell_readings(arena, &question, &own, &finding);
    finding.would_vote = asks_for_votes(&finding);
    tell_outcome(&inquiry, judgement, &finding, outcome);
    return finding;
}
