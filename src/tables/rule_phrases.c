/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "phrase.h"
#include "quorate/roll.h"
#include "quorate/tables.h"
#include "quorate/text.h"
#include "rules_internal.h"

/* The readers of those values of rules.csv that are written as phrases with numbers in them. */

#define GOVERNING_BODY_VOTES_MOST 1000
#define WORKING_DAYS_MOST         1000
#define MONTHS_MOST               1200
#define LEAST_VOTES_MOST          1000000

static bool is_phrase(const struct value *value, const char *words)
{
    struct phrase phrase;
    phrase_read(value->arena, value->text, &phrase);
    return !phrase.too_long && phrase_accept(&phrase, words) && phrase_ended(&phrase);
}

/* The words of the conditions cannot be what a member is called. */
static bool is_taken(struct arena *arena, const char *unit)
{
    static const char *const taken[] = {"vote", "votes", "all", "population", "whole population"};
    const char *folded = text_fold(arena, unit);
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (strcmp(folded, taken[i]) == 0)
            return true;
    return *folded == '\0';
}

const char *rule_split_unit(struct arena *arena, const char *text, const char **unit,
                            const char **units)
{
    const char *comma = strchr(text, ',');
    if (comma == NULL || strchr(comma + 1, ',') != NULL)
        return arena_format(arena, "\"%s\" is not a singular and a plural with a comma between",
                            text);
    const char *singular = text_trim(arena, arena_copy(arena, text, (size_t)(comma - text)));
    const char *plural = text_trim(arena, comma + 1);
    if (is_taken(arena, singular) || is_taken(arena, plural))
        return arena_format(arena, "\"%s\" cannot be what a member is called", text);
    *unit = singular;
    *units = plural;
    return NULL;
}

const char *rule_read_unit(struct value *value, struct rule *rule)
{
    (void)rule;
    return rule_split_unit(value->arena, value->text, &value->unit, &value->units);
}

/* "2,000 patients, rounded down, at least 1", behind "one vote per" */
static const char *read_patients(struct value *value, struct phrase *phrase, struct weight *weight)
{
    long long patients = 0, least = 0;
    const char *word = phrase_word(phrase);
    if (!phrase_accept_number(phrase, ROLL_LIST_SIZE_MOST, &patients) || patients == 0)
        return arena_format(value->arena,
                            "\"%s\" is not a number of patients from 1 to 100,000,000", word);
    if (!phrase_accept(phrase, "patients") && !phrase_accept(phrase, "patient"))
        return rule_not_allowed(value);
    if (phrase_accept_clause(phrase, "rounded down"))
        weight->rounding = ROUNDING_DOWN;
    else if (phrase_accept_clause(phrase, "rounded up"))
        weight->rounding = ROUNDING_UP;
    else if (phrase_accept_clause(phrase, "rounded to nearest"))
        weight->rounding = ROUNDING_TO_NEAREST;
    else
        return arena_format(value->arena,
                            "\"%s\" does not say how a part of a vote is rounded; add rounded "
                            "down, rounded up or rounded to nearest behind patients",
                            value->text);
    if (phrase_accept_clause(phrase, "at least") &&
        (!phrase_accept_number(phrase, LEAST_VOTES_MOST, &least) || least == 0))
        return arena_format(value->arena,
                            "\"at least %s\" is not a whole number of votes from 1 to 1,000,000",
                            phrase_word(phrase));
    weight->kind = WEIGHT_PER_PATIENTS;
    weight->patients = patients;
    weight->least = least;
    return phrase_ended(phrase) ? NULL : rule_not_allowed(value);
}

const char *rule_read_weight(struct value *value, struct rule *rule)
{
    struct phrase phrase;
    phrase_read(value->arena, value->text, &phrase);
    if (!phrase.too_long && phrase_accept(&phrase, "one vote per")) {
        const char *word = phrase_word(&phrase);
        if (*word >= '0' && *word <= '9')
            return read_patients(value, &phrase, &rule->as.weight);
        if ((phrase_accept(&phrase, "practice") ||
             phrase_accept_unit(&phrase, value->unit, value->units)) &&
            phrase_ended(&phrase)) {
            rule->as.weight.kind = WEIGHT_ONE_EACH;
            return NULL;
        }
    }
    const char *fault = rule_read_choice(value, rule);
    if (value->meant == rule_words(RULE_WEIGHT, WEIGHT_ONE_EACH)) /* in the roll's own word */
        value->meant = arena_format(value->arena, "one vote per %s", value->unit);
    return fault;
}

const char *rule_read_condition(struct value *value, struct rule *rule)
{
    return load_condition(value->arena, value->text, value->unit, value->units,
                          &rule->as.condition);
}

const char *rule_read_quorum(struct value *value, struct rule *rule)
{
    if (is_phrase(value, rule_words(RULE_QUORUM, QUORUM_NONE))) {
        rule_take(rule, QUORUM_NONE);
        return NULL;
    }
    const char *fault = rule_read_condition(value, rule);
    if (fault == NULL && !rule->as.condition.is_number && rule->as.condition.scope == SCOPE_ALL)
        return arena_format(value->arena,
                            "\"%s\" would always be met, because the roll is always complete; say "
                            "whose: %s present, voting or cast",
                            value->text,
                            rule->as.condition.measure == MEASURE_POPULATION ? "population"
                            : rule->as.condition.measure == MEASURE_VOTES    ? "votes"
                                                                             : value->units);
    return fault;
}

const char *rule_read_elects(struct value *value, struct rule *rule)
{
    if (is_phrase(value, rule_words(RULE_ELECTS, ELECTS_MOST_VOTES))) {
        rule_take(rule, ELECTS_MOST_VOTES);
        return NULL;
    }
    const struct condition *condition = &rule->as.condition;
    const char *fault = rule_read_condition(value, rule);
    if (fault == NULL && (condition->is_number || condition->measure != MEASURE_VOTES ||
                          condition->scope != SCOPE_CAST))
        return arena_format(value->arena,
                            "\"%s\" is not a share of votes cast, as an election needs it",
                            value->text);
    return fault;
}

/* A whole number from 1 to `most` between fixed words: "at least" 5 "working days". */
static const char *read_number_of(struct value *value, const char *before, long long most,
                                  const char *singular, const char *plural, int64_t *number)
{
    struct phrase phrase;
    long long read = 0;
    phrase_read(value->arena, value->text, &phrase);
    if (phrase.too_long || (before != NULL && !phrase_accept(&phrase, before)) ||
        !phrase_accept_number(&phrase, most, &read) || read == 0 ||
        (singular != NULL && !phrase_accept(&phrase, plural) &&
         !phrase_accept(&phrase, singular)) ||
        !phrase_ended(&phrase))
        return rule_not_allowed(value);
    *number = read;
    return NULL;
}

const char *rule_read_period(struct value *value, struct rule *rule)
{
    return read_number_of(value, "at least", WORKING_DAYS_MOST, "working day", "working days",
                          &rule->as.number);
}

const char *rule_read_keep_ballots(struct value *value, struct rule *rule)
{
    return read_number_of(value, NULL, MONTHS_MOST, "month", "months", &rule->as.number);
}

const char *rule_read_governing_body_votes(struct value *value, struct rule *rule)
{
    return read_number_of(value, NULL, GOVERNING_BODY_VOTES_MOST, NULL, NULL, &rule->as.number);
}
