/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "attendance_internal.h"

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

/* The conditions of the body or of one area, with its counts, added to those before. */
static void measure_conditions(const struct inquiry *inquiry, size_t area, struct counts counts,
                               struct quorum_condition *conditions, size_t *count)
{
    struct rule_list quorum = inquiry->rules->quorum;
    struct count *groups = arena_alloc(inquiry->arena, GROUPS, sizeof *groups);
    for (size_t group = 0; group < GROUPS; group++)
        groups[group] = count_of(&counts.groups[group]);
    for (size_t i = 0; i < quorum.count; i++) {
        struct quorum_condition *told = &conditions[(*count)++];
        *told = (struct quorum_condition){
            .area = area == WHOLE_ROLL ? NULL : inquiry->question->roll->areas[area],
            .condition =
                condition_of_all(inquiry->arena, quorum.rules[i], counts.groups, inquiry->places),
            .counts = groups,
        };
        if (told->condition.met)
            told->over = figure_of(told->condition.part) - figure_of(told->condition.needed);
        if (inquiry->only_answer)
            continue;
        tell_attainment(inquiry->question, inquiry->rules, area, &told->condition, 1);
        attendance_tell_others(inquiry, area, told);
    }
}

static const struct quorum_condition *all_conditions(const struct inquiry *inquiry, size_t *count)
{
    const struct ruleset *rules = inquiry->rules;
    bool by_area = rules_by_area(rules);
    size_t areas = by_area ? inquiry->question->roll->area_count : 0;
    struct quorum_condition *conditions =
        arena_alloc(inquiry->arena, (areas + 1) * rules->quorum.count, sizeof *conditions);
    *count = 0;
    measure_conditions(
        inquiry, WHOLE_ROLL,
        count_positions(inquiry->arena, inquiry->question, rules, inquiry->positions), conditions,
        count);
    if (!by_area)
        return conditions;
    const struct counts *counts =
        count_areas(inquiry->arena, inquiry->question, rules, inquiry->positions);
    for (size_t i = 0; i < areas; i++)
        measure_conditions(inquiry, i, counts[i], conditions, count);
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
static struct result quorum_result(enum quorum_answer answer)
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
    return quorum_result(answer_of(conditions, count));
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
    struct poll_outcome search = {.result = quorum_result(finding->answer)};
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
    outcome->secrecy = BALLOTS_OPEN;
    outcome->election.unlisted = false;
    outcome->remarks.of_rules_count = 0;
    outcome->keeping.months = 0;
    outcome->weighing.places = inquiry->places;
    outcome->certain = finding->certain;
    for (size_t group = 0; group < GROUPS; group++)
        if (group != GROUP_FOR) /* nobody has voted for anything */
            outcome->counts[group] = count_of(&counts.groups[group]);
    for (size_t i = 0; i < quorum.count; i++)
        conditions[i] = finding->conditions[i].condition;
    outcome->conditions = conditions;
    outcome->condition_count = quorum.count;
    name_repeats(inquiry, judgement);
    tell_returns(arena, inquiry->question, inquiry->rules, judgement, outcome);
    outcome->remarks.findings = find_in_registers(arena, inquiry->question, inquiry->rules,
                                                  judgement, &outcome->remarks.finding_count);
    /* Who has two rows in a secret ballot may have given a void one. */
    if (finding->secret)
        outcome->ballots.return_count = 0;
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

/* A majority of all is out of reach of a meeting that is too small, whatever the quorum. */
static const struct condition_outcome *majority_of_all(const struct inquiry *inquiry)
{
    const struct rule_list *passes = &inquiry->rules->passes;
    struct counts counts =
        count_positions(inquiry->arena, inquiry->question, inquiry->rules, inquiry->positions);
    for (size_t i = 0; i < passes->count; i++) {
        const struct condition *asks = &passes->rules[i]->as.condition;
        if (asks->scope != SCOPE_ALL && !asks->is_number)
            continue;
        struct condition_outcome *majority = arena_alloc(inquiry->arena, 1, sizeof *majority);
        *majority = condition_of_cast(inquiry->arena, passes->rules[i], counts.groups,
                                      &counts.groups[GROUP_PRESENT], inquiry->places);
        return majority;
    }
    return NULL;
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
    struct quorum_finding finding = {.secret = is_secret(&question, &own)};
    finding.conditions = all_conditions(&inquiry, &finding.condition_count);
    finding.answer = answer_of(finding.conditions, finding.condition_count);
    finding.together = attendance_together(&inquiry, finding.conditions, finding.condition_count);
    tell_readings(arena, &question, &own, &finding);
    finding.would_vote = asks_for_votes(&finding);
    finding.majority = own.form == FORM_ELECTION ? NULL : majority_of_all(&inquiry);
    tell_outcome(&inquiry, judgement, &finding, outcome);
    return finding;
}
