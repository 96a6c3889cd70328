/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "attendance_internal.h"

/* Whether those who are there make a quorum, and who else would. */

#define BIT(kind) (UINT32_C(1) << (kind))

/* The rules whose readings can change it. */
static const uint32_t bearing = BIT(RULE_QUORUM) | BIT(RULE_VOTERS) | BIT(RULE_PROXY) |
                                BIT(RULE_INTEREST) | BIT(RULE_REPEAT_BALLOTS) | BIT(RULE_WEIGHT) |
                                BIT(RULE_AREAS) | BIT(RULE_QUORUM_AT);

/* Where everybody stands once those who are there have voted: nobody has yet, and a quorum of those
 * voting asks who will. */
static const struct position *once_voted(const struct question *question,
                                         const struct position *positions)
{
    struct position *voted = arena_alloc(question->scratch, question->roll->count, sizeof *voted);
    for (size_t i = 0; i < question->roll->count; i++) {
        voted[i] = positions[i];
        if (voted[i].stance == STANCE_PRESENT)
            voted[i].stance = STANCE_FOR;
    }
    return voted;
}

/* Whoever was there when the meeting opened is counted as if they had voted then. */
static struct sitting sitting_of_quorum(const struct inquiry *inquiry, const struct section *within)
{
    struct sitting sitting =
        sitting_of(inquiry->arena, inquiry->question, inquiry->rules, inquiry->of_quorum, within);
    sitting.at_opening = is_at_opening(inquiry->rules);
    return sitting;
}

/* ---- The conditions */

/* The conditions of the body or of one area, with its counts, added to those before. */
static void measure_conditions(const struct inquiry *inquiry, const struct section *within,
                               struct quorum_asking *asking)
{
    struct condition_list list = {0};
    struct sitting sitting = sitting_of_quorum(inquiry, within);
    struct count *groups = arena_alloc(inquiry->arena, GROUPS, sizeof *groups);
    for (size_t group = 0; group < GROUPS; group++)
        groups[group] = count_of(&sitting.counts.groups[group]);
    measure_rules(&sitting, inquiry->rules->quorum, &list);
    asking->met = conditions_hold(list.items, list.count) && asking->met;
    if (!inquiry->only_answer)
        tell_attainment(&sitting, &list);
    for (size_t i = 0; i < list.count; i++) {
        struct section *section = ARENA_PUSH(inquiry->question->scratch, asking->sections,
                                             asking->section_count, asking->section_capacity);
        struct quorum_condition *told =
            ARENA_PUSH(inquiry->arena, asking->conditions, asking->count, asking->capacity);
        *section = list.sections[i];
        *told = (struct quorum_condition){.condition = list.items[i], .counts = groups};
        if (told->condition.met)
            told->over = figure_of(told->condition.part) - figure_of(told->condition.needed);
        if (!inquiry->only_answer)
            attendance_tell_others(inquiry, section, told);
    }
}

static struct quorum_asking all_conditions(const struct inquiry *inquiry)
{
    struct quorum_asking asking = {.met = true};
    measure_conditions(inquiry, &whole_roll, &asking);
    for (size_t i = 0; rules_by_area(inquiry->rules) && i < inquiry->question->roll->area_count;
         i++) {
        struct section area = section_of_area(i);
        measure_conditions(inquiry, &area, &asking);
    }
    return asking;
}

static struct inquiry inquire(struct arena *arena, const struct question *question,
                              const struct ruleset *rules, const struct position *positions)
{
    const struct position *opening =
        is_at_opening(rules) ? positions_at_opening(question->scratch, question, positions)
                             : positions;
    return (struct inquiry){
        .arena = arena,
        .question = question,
        .rules = rules,
        .weights = weights_in_force(question, rules),
        .positions = once_voted(question, positions),
        .of_quorum = once_voted(question, opening),
    };
}

static enum quorum_answer answer_of(const struct quorum_asking *asking)
{
    return asking->count == 0 ? QUORUM_NOT_ASKED : asking->met ? QUORUM_MET : QUORUM_NOT_MET;
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
    struct quorum_asking asking = all_conditions(&inquiry);
    return quorum_result(answer_of(&asking));
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
    struct judgement *judgement = judgement_new(question);
    judge(arena, question, &other, judgement);
    struct inquiry inquiry = inquire(arena, question, &other, judgement->positions);
    struct quorum_asking asking = all_conditions(&inquiry);
    told->conditions = asking.conditions;
    told->condition_count = asking.count;
    told->answer = answer_of(&asking);
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

/* By the default rules. A second row is the same answer to who is there, whatever else the two say.
 */
static struct judgement *judge_who_is_there(struct arena *arena, const struct question *question,
                                            const struct ruleset *rules)
{
    struct judgement *judgement = judgement_new(question);
    judge(arena, question, rules, judgement);
    for (size_t row = 0; row < question->poll->count; row++)
        if (judgement->rows[row].reason == REASON_SAME_ANSWER)
            judgement->rows[row].reason = REASON_NAMED_BEFORE;
    return judgement;
}

/* What a tally would tell of these rows before it comes to votes. */
static void tell_outcome(const struct inquiry *inquiry, const struct judgement *judgement,
                         const struct quorum_finding *finding, struct poll_outcome *outcome)
{
    struct arena *arena = inquiry->arena;
    struct sitting sitting =
        sitting_of(arena, inquiry->question, inquiry->rules, inquiry->positions, &whole_roll);
    struct condition_list quorum = {0};
    *outcome = outcome_of_rules(arena, inquiry->question, inquiry->rules);
    outcome->secrecy = BALLOTS_OPEN;
    outcome->election.unlisted = false;
    outcome->remarks.of_rules_count = 0;
    outcome->keeping.months = 0;
    outcome->weighing.places = sitting.places;
    outcome->certain = finding->certain;
    for (size_t group = 0; group < GROUPS; group++)
        if (group != GROUP_FOR) /* nobody has voted for anything */
            outcome->counts[group] = count_of(&sitting.counts.groups[group]);
    sitting = sitting_of_quorum(inquiry, &whole_roll);
    measure_rules(&sitting, inquiry->rules->quorum, &quorum);
    conditions_hold(quorum.items, quorum.count);
    tell_attainment(&sitting, &quorum);
    outcome->conditions = quorum.items;
    outcome->condition_count = quorum.count;
    struct grounds grounds = tell_accounting(inquiry->question, judgement, outcome);
    outcome->remarks.findings = find_in_registers(arena, inquiry->question, inquiry->rules,
                                                  judgement, &outcome->remarks.finding_count);
    /* Who has two rows in a secret ballot may have given a void one. */
    if (finding->secret) {
        outcome->ballots.return_count = 0;
        grounds.proxy = grounds.repeated = false;
    }
    tell_without_interested(arena, inquiry->question, inquiry->rules, inquiry->positions, outcome);
    tell_quorum_basis(arena, inquiry->rules, &grounds, outcome);
}

static bool asks_for_votes(const struct quorum_finding *finding)
{
    for (size_t i = 0; i < finding->condition_count; i++)
        if (finding->conditions[i].condition.asks.scope == SCOPE_VOTING ||
            finding->conditions[i].condition.asks.scope == SCOPE_CAST)
            return true;
    return false;
}

/* Whether it asks for so many of all to be in favour, and for nobody in particular. What asks for
 * so many on another side is a limit. */
static bool is_majority_of_all(const struct rule *rule)
{
    const struct condition *asks = &rule->as.condition;
    return (asks->scope == SCOPE_ALL || asks->is_number) && !asks->at_most &&
           asks->among == AMONG_ALL && rule->group == NULL;
}

/* Those who are there and may vote: not who declares an interest, nor whose rows are void. */
static struct figures figures_who_may_vote(const struct inquiry *inquiry)
{
    size_t count = inquiry->question->roll->count;
    struct position *may_vote = arena_alloc(inquiry->question->scratch, count, sizeof *may_vote);
    for (size_t i = 0; i < count; i++) {
        may_vote[i] = inquiry->positions[i];
        if (may_vote[i].stance == STANCE_INTERESTED || may_vote[i].stance == STANCE_VOID)
            may_vote[i].stance = STANCE_ABSENT;
    }
    return sitting_of(inquiry->arena, inquiry->question, inquiry->rules, may_vote, &whole_roll)
        .counts.groups[GROUP_PRESENT];
}

/* A majority of all is out of reach of a meeting that is too small, whatever the quorum. */
static const struct condition_outcome *majority_of_all(const struct inquiry *inquiry)
{
    const struct rule_list *passes = &inquiry->rules->passes;
    size_t at = 0;
    while (at < passes->count && !is_majority_of_all(passes->rules[at]))
        at++;
    if (at == passes->count)
        return NULL;
    const struct rule *rule = passes->rules[at];
    const struct condition *asks = &rule->as.condition;
    struct sitting sitting = sitting_of(inquiry->arena, inquiry->question, inquiry->rules,
                                        inquiry->positions, &whole_roll);
    struct figures in_favour = figures_who_may_vote(inquiry);
    struct condition_outcome *majority = arena_alloc(inquiry->arena, 1, sizeof *majority);
    *majority =
        measure_part(inquiry->arena, rule, figures_in(&in_favour, asks->measure),
                     whole_of_condition(asks, RULE_PASSES, sitting.counts.groups), sitting.places);
    struct section whole = whole_roll;
    struct condition_list list = {.items = majority, .sections = &whole, .count = 1};
    tell_attainment(&sitting, &list);
    return majority;
}

struct quorum_finding decide_attendance(struct arena *arena, const struct rules *rules,
                                        const struct roll *roll, const struct poll *poll,
                                        const struct circumstances *circumstances, bool with_lists,
                                        struct poll_outcome *outcome)
{
    struct question question = question_laid_out(arena, roll, poll, circumstances);
    struct ruleset own = rules_resolve(question.scratch, rules, poll->decision, NULL, 0);
    const struct judgement *judgement = judge_who_is_there(arena, &question, &own);
    struct inquiry inquiry = inquire(arena, &question, &own, judgement->positions);
    struct quorum_finding finding = {.secret = is_secret(&question, &own)};
    struct quorum_asking asking = all_conditions(&inquiry);
    finding.conditions = asking.conditions;
    finding.condition_count = asking.count;
    finding.answer = answer_of(&asking);
    finding.together = attendance_together(&inquiry, &asking);
    tell_readings(arena, &question, &own, &finding);
    finding.would_vote = asks_for_votes(&finding);
    finding.majority = own.form == FORM_ELECTION ? NULL : majority_of_all(&inquiry);
    tell_outcome(&inquiry, judgement, &finding, outcome);
    if (with_lists)
        tell_returns(arena, &question, &own, judgement, outcome);
    question_close(&question);
    return finding;
}

void decide_attendance_lists(struct arena *arena, const struct rules *rules,
                             const struct roll *roll, const struct poll *poll,
                             const struct circumstances *circumstances,
                             struct poll_outcome *outcome)
{
    struct question question = question_laid_out(arena, roll, poll, circumstances);
    struct ruleset own = rules_resolve(question.scratch, rules, poll->decision, NULL, 0);
    const struct judgement *judgement = judge_who_is_there(question.scratch, &question, &own);
    tell_returns(arena, &question, &own, judgement, outcome);
    question_close(&question);
}
