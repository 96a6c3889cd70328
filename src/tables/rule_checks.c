/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <stdint.h>

#include "quorate/rules.h"
#include "quorate/text.h"
#include "rules_internal.h"

/* What the rows of rules.csv must be together. */

static const char *decision_words(struct rules_load *load, const struct rule *rule)
{
    return rule->decision == NULL ? "all decisions"
                                  : arena_format(load->sheet.arena, "\"%s\"", rule->decision);
}

/* A share or a number, neither rounded nor added to, nor the greater of two. */
static bool is_plain(const struct condition *asks)
{
    return asks->limit == LIMIT_NONE && asks->rounding == ROUNDING_NONE &&
           (asks->is_number || asks->plus == 0);
}

/* Whether two conditions ask for different amounts of the same: 50% of those present, and 80%. Then
 * one of them says nothing, and nobody writes both. */
static bool ask_for_two_amounts(const struct rule *one, const struct rule *other)
{
    if (!rule_is_condition(one) || one->group != other->group)
        return false;
    struct condition asks = one->as.condition;
    const struct condition *asked = &other->as.condition;
    if (asks.is_number != asked->is_number || !is_plain(&asks) || !is_plain(asked) ||
        condition_same(&asks, asked))
        return false;
    asks.amount = asked->amount;
    asks.plus = asked->plus;
    asks.strictly = asked->strictly;
    return condition_same(&asks, asked);
}

/* False where an error was told. */
static bool check_pair(struct rules_load *load, size_t first, size_t second)
{
    const struct rule *one = &load->rows[first], *other = &load->rows[second];
    size_t errors = load->sheet.diag->errors;
    if (!rule_keywords[other->kind].several)
        sheet_error(&load->sheet, load->source[second], COLUMN_RULE,
                    "Keep the row that is right, or name an alternative reading in the column "
                    "reading.",
                    "the rule \"%s\" for %s stands on line %zu already", rule_name(other->kind),
                    decision_words(load, other), one->line);
    else if (one->worded || other->worded)
        sheet_error(&load->sheet, load->source[second], COLUMN_VALUE,
                    arena_format(load->sheet.arena, "Keep either %s or the conditions.",
                                 rule_words(other->kind, 0)),
                    other->kind == RULE_QUORUM
                        ? "a quorum of none for %s cannot stand beside another quorum (line %zu)"
                        : "consensus for %s cannot stand beside another majority (line %zu)",
                    decision_words(load, other), one->line);
    else if (load->sound[first] && load->sound[second] && ask_for_two_amounts(one, other))
        sheet_error(&load->sheet, load->source[second], COLUMN_VALUE,
                    "Keep the row that is right. If both are ways to read the clause, name one in "
                    "the column reading; if either is enough, give each a group.",
                    "\"%s\" for %s asks for another amount of what line %zu asks for, \"%s\"",
                    other->text, decision_words(load, other), one->line, one->text);
    return load->sheet.diag->errors == errors;
}

/* A row is compared with the rows that it must agree with, until one is told: each once. */
static void check_repeats(struct rules_load *load)
{
    for (size_t i = 1; i < load->rules->count; i++)
        for (size_t j = 0; j < i; j++)
            if (rules_stand_together(&load->rows[i], &load->rows[j]) && !check_pair(load, j, i))
                break;
}

/* Whether another row of the same rule, decision and reading is of another group. */
static bool has_alternative(const struct rules_load *load, const struct rule *rule)
{
    for (size_t i = 0; i < load->rules->count; i++) {
        const struct rule *other = &load->rows[i];
        if (rules_stand_together(rule, other) && other->group != NULL &&
            other->group != rule->group)
            return true;
    }
    return false;
}

/* The first row of a group is told for all of it. */
static bool is_first_of_group(const struct rules_load *load, const struct rule *rule)
{
    for (const struct rule *other = load->rows; other < rule; other++)
        if (rules_stand_together(rule, other) && other->group == rule->group)
            return false;
    return true;
}

/* Rows of a group hold together, and one group is enough: of a single one nothing is left to
 * choose. */
static void check_groups(struct rules_load *load)
{
    for (size_t i = 0; i < load->rules->count; i++) {
        const struct rule *rule = &load->rows[i];
        if (rule->group != NULL && is_first_of_group(load, rule) && !has_alternative(load, rule))
            sheet_error(&load->sheet, load->source[i], COLUMN_GROUP,
                        "Give the rows that may be met in its place another group, or leave the "
                        "cell blank: rows without a group have to be met in any case.",
                        "the group \"%s\" is the only one of the rule \"%s\" for %s, and "
                        "alternatives are two or more",
                        rule->group, rule_name(rule->kind), decision_words(load, rule));
    }
}

/* The default row in force: the decision's own, or else the one for all. NULL when there is none.
 */
static const struct rule *in_force(const struct rules_load *load, const char *decision,
                                   enum rule_kind kind)
{
    const struct rule *shared = NULL;
    for (size_t i = 0; i < load->rules->count; i++) {
        const struct rule *rule = &load->rows[i];
        if (rule->kind != kind || rule->reading != NULL)
            continue;
        if (rule->decision == decision)
            return rule;
        if (rule->decision == NULL && shared == NULL)
            shared = rule;
    }
    return shared;
}

static const struct row *row_of(const struct rules_load *load, const struct rule *rule)
{
    return load->source[rule - load->rows];
}

static void check_missing(struct rules_load *load, size_t index, bool weight, bool decided)
{
    if (load->incomplete || (weight && decided))
        return;
    const char *decision = load->decisions.spelled[index];
    const char *lacks = decided  ? "a weight"
                        : weight ? "\"passes\" or \"elects\""
                                 : "a weight, nor \"passes\" or \"elects\"";
    const char *opening = "Add a row for it";
    const char **others = arena_alloc(load->sheet.arena, load->decisions.count, sizeof *others);
    size_t count = 0;
    for (size_t i = 0; i < load->decisions.count; i++)
        if (i != index)
            others[count++] = load->decisions.spelled[i];
    size_t nearest = text_nearest(load->sheet.arena, decision, others, count);
    if (nearest != TEXT_NO_CHOICE && !weight && !decided)
        opening =
            arena_format(load->sheet.arena, "%sIf not, add a row for it",
                         wording_suggestion(load->sheet.arena, decision, others[nearest]).full);
    sheet_error(&load->sheet, load->first_row[index], COLUMN_DECISION,
                arena_format(load->sheet.arena,
                             "%s: weight says what a vote counts (one vote per member), passes "
                             "when a motion is carried (more than half of votes cast), elects when "
                             "a candidate is elected (most votes).",
                             opening),
                "the kind of decision \"%s\" does not have %s", decision, lacks);
}

/* Both `passes` and `elects`. When both are for all decisions, one report is enough. */
static void check_both(struct rules_load *load, size_t index, const struct rule *passes,
                       const struct rule *elects)
{
    const struct rule *later = passes > elects ? passes : elects;
    const struct rule *earlier = passes > elects ? elects : passes;
    if (passes->decision == NULL && elects->decision == NULL && index > 0)
        return;
    sheet_error(&load->sheet, row_of(load, later), COLUMN_RULE,
                "A motion has passes, an election has elects. Delete the one that is wrong, or "
                "give each kind of decision a row of its own in place of one for *.",
                "the kind of decision \"%s\" has both \"passes\" and \"elects\" (line %zu)",
                load->decisions.spelled[index], earlier->line);
}

/* Nothing about votes bears on a consensus: nobody casts one. */
static void report_vote_in_consensus(struct rules_load *load, const struct rule *rule,
                                     const char *decision)
{
    if (rule->kind == RULE_QUORUM)
        sheet_error(&load->sheet, row_of(load, rule), COLUMN_VALUE,
                    "Ask for those who are there, as in at least 50% of population present. A kind "
                    "of decision may have a row of its own.",
                    "\"%s\" counts votes, and \"%s\" is decided by consensus, without a vote",
                    rule->text, decision);
    else if (rule->kind == RULE_PASSES)
        sheet_error(&load->sheet, row_of(load, rule), COLUMN_VALUE,
                    "A vote is a kind of decision of its own: give the row another name in the "
                    "column decision, or delete it.",
                    "a reading cannot make \"%s\" a vote, which is decided by consensus", decision);
    else
        sheet_error(&load->sheet, row_of(load, rule), COLUMN_RULE, "Delete the row.",
                    "the rule \"%s\" does not fit \"%s\", which is decided by consensus, without "
                    "a vote",
                    rule_name(rule->kind), decision);
}

static void report_misfit(struct rules_load *load, const struct rule *rule, const char *decision,
                          bool is_election)
{
    const char *what = is_election ? "for elections" : "for motions";
    if (rule->kind == RULE_PASSES && rule->worded && !is_election)
        sheet_error(&load->sheet, row_of(load, rule), COLUMN_VALUE,
                    "A consensus is a kind of decision of its own: give the row another name in "
                    "the column decision, or delete it.",
                    "a reading cannot make \"%s\" a consensus, which is decided by votes",
                    decision);
    else if (rule->kind == RULE_TIE)
        sheet_error(&load->sheet, row_of(load, rule), COLUMN_VALUE,
                    arena_format(load->sheet.arena,
                                 "For motions write %s, for elections %s. A kind of decision may "
                                 "have a row of its own.",
                                 rule_ties_allowed(load->sheet.arena, false),
                                 rule_ties_allowed(load->sheet.arena, true)),
                    "\"%s\" does not fit \"%s\", which is %s", rule->text, decision, what);
    else if (rule->kind == RULE_AREAS)
        sheet_error(&load->sheet, row_of(load, rule), COLUMN_VALUE,
                    arena_format(load->sheet.arena,
                                 "Write %s for it. A kind of decision may have a row of its own.",
                                 rule_words(RULE_AREAS, AREAS_TOGETHER)),
                    "\"%s\" does not fit \"%s\", which is %s", rule->text, decision, what);
    else if (rule->kind != RULE_CANDIDATES)
        sheet_error(&load->sheet, row_of(load, rule), COLUMN_RULE,
                    "A motion has passes, an election has elects. Delete the row that is wrong.",
                    "the rule \"%s\" does not fit \"%s\", which is %s", rule_name(rule->kind),
                    decision, what);
}

/* Whether a row for all decisions is the default that holds for this one. */
static bool is_default_for(const struct rules_load *load, const char *decision,
                           const struct rule *rule)
{
    if (rule->decision != NULL || rule->reading != NULL)
        return false;
    const struct rule *holds = in_force(load, decision, rule->kind); /* this one, if no other */
    assert(holds != NULL);
    return holds->decision == NULL;
}

/* Rows that cannot bear on this kind of decision: its own, and the defaults for all decisions that
 * it does not replace. A reading for all decisions is left aside where it does not fit, and of a
 * consensus what is for all votes; but without its quorum it would have none. */
static void check_misfits(struct rules_load *load, const char *decision, enum decision_form form)
{
    for (size_t i = 0; i < load->rules->count; i++) {
        const struct rule *rule = &load->rows[i];
        if (!load->sound[i] || rule_applies(rule, form))
            continue;
        bool own = rule->decision == decision, shared = is_default_for(load, decision, rule);
        if (rule->kind == RULE_PASSES && rule->reading == NULL && form != FORM_ELECTION)
            continue; /* it stands beside another, which is told */
        if (form == FORM_CONSENSUS && (own || (shared && rule->kind == RULE_QUORUM)))
            report_vote_in_consensus(load, rule, decision);
        else if (form != FORM_CONSENSUS && (own || shared))
            report_misfit(load, rule, decision, form == FORM_ELECTION);
    }
}

/* Counts the sets of readings from `from` on that share no rule with `used`, up to the bound. */
static size_t count_combinations(const struct reading *readings, size_t count, size_t from,
                                 uint32_t used)
{
    size_t found = 0;
    for (size_t i = from; i < count && found <= RULES_COMBINATIONS_MOST; i++)
        if ((readings[i].rule_kinds & used) == 0)
            found += 1 + count_combinations(readings, count, i + 1, used | readings[i].rule_kinds);
    return found;
}

static bool check_readings(struct rules_load *load, size_t index)
{
    size_t count;
    const struct reading *readings =
        rules_readings(load->sheet.arena, load->rules, load->decisions.spelled[index], &count);
    if (count_combinations(readings, count, 0, 0) <= RULES_COMBINATIONS_MOST)
        return true;
    sheet_error(&load->sheet, load->first_row[index], COLUMN_DECISION,
                "Each combination of readings is counted. Take out readings, or give those that "
                "belong together one name.",
                "\"%s\" has too many alternative readings: %zu readings, with more than 4,096 "
                "combinations",
                load->decisions.spelled[index], count);
    return false;
}

/* Whether the row may hold for the decision, by default or on a reading. */
static bool may_hold(const struct rules_load *load, const char *decision, const struct rule *rule)
{
    return rule->decision == decision || is_default_for(load, decision, rule) ||
           (rule->decision == NULL && rule->reading != NULL);
}

/* Whose name is not asked for may be that of any number of others. On a reading too. */
static void check_unnamed_proxies(struct rules_load *load, const char *decision)
{
    const struct rule *limits = in_force(load, decision, RULE_PROXIES);
    for (size_t i = 0; limits != NULL && i < load->rules->count; i++) {
        const struct rule *rule = &load->rows[i];
        if (load->sound[i] && rule->kind == RULE_PROXY && may_hold(load, decision, rule) &&
            rule->as.proxy == PROXY_ANY)
            sheet_error(&load->sheet, row_of(load, rule), COLUMN_VALUE,
                        "Write named, or named and notified.",
                        "\"%s\" lets a proxy be without a name, and the rule \"proxies\" (line "
                        "%zu) goes by it",
                        rule->text, limits->line);
    }
}

/* The row that may put the quorum at the opening; NULL where none does. */
static const struct rule *at_opening(const struct rules_load *load, const char *decision)
{
    for (size_t i = 0; i < load->rules->count; i++) {
        const struct rule *rule = &load->rows[i];
        if (load->sound[i] && rule->kind == RULE_QUORUM_AT && rule->as.at_opening &&
            may_hold(load, decision, rule))
            return rule;
    }
    return NULL;
}

/* When a meeting opens nobody has voted yet, and who replies meets nobody. */
static void check_opening(struct rules_load *load, const char *decision)
{
    const struct rule *opening = at_opening(load, decision);
    for (size_t i = 0; opening != NULL && i < load->rules->count; i++) {
        const struct rule *rule = &load->rows[i];
        const struct condition *asks = &rule->as.condition;
        if (load->sound[i] && rule->kind == RULE_QUORUM && !rule->worded &&
            may_hold(load, decision, rule) && (asks->scope != SCOPE_PRESENT || asks->replying))
            sheet_error(&load->sheet, row_of(load, rule), COLUMN_VALUE,
                        "Ask for those present, or give this kind of decision a row of its own for "
                        "\"quorum at\" with the value vote.",
                        "\"%s\" is not of who is present, and the quorum of \"%s\" is of who was "
                        "when the meeting opened (line %zu)",
                        rule->text, decision, opening->line);
    }
}

static void check_decision(struct rules_load *load, size_t index)
{
    const char *decision = load->decisions.spelled[index];
    const struct rule *passes = in_force(load, decision, RULE_PASSES);
    const struct rule *elects = in_force(load, decision, RULE_ELECTS);
    bool by_consensus = passes != NULL && passes->worded;
    bool weight = by_consensus || in_force(load, decision, RULE_WEIGHT) != NULL;
    check_missing(load, index, weight, passes != NULL || elects != NULL);
    check_unnamed_proxies(load, decision);
    check_opening(load, decision);
    if (passes != NULL && elects != NULL)
        check_both(load, index, passes, elects);
    else if (passes != NULL || elects != NULL)
        check_misfits(load, decision,
                      elects != NULL ? FORM_ELECTION
                      : by_consensus ? FORM_CONSENSUS
                                     : FORM_MOTION);
}

void rules_check(struct rules_load *load)
{
    check_repeats(load);
    check_groups(load);
    rules_check_readings(load);
    for (size_t i = 0; i < load->decisions.count; i++)
        check_decision(load, i);
    /* Readings for all decisions would be too many for each of them: one report is enough. */
    for (size_t i = 0; i < load->decisions.count; i++)
        if (!check_readings(load, i))
            break;
    if (load->decisions.count == 0 && !load->incomplete)
        diag_refuse(
            load->sheet.diag, load->sheet.table.file,
            "Add rows for at least one, for example \"meeting,weight,one vote per practice\" "
            "and \"meeting,passes,more than half of votes cast\".",
            "there is no kind of decision; all rows are for *");
}
