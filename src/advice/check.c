/* SPDX-License-Identifier: MIT */
#include "check_internal.h"

#include "quorate/text.h"

void check_warn(const struct checking *checking, struct place place, const char *remedy,
                const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *what = arena_format_list(checking->arena, format, arguments);
    va_end(arguments);
    diag_add(checking->diag, SEVERITY_WARNING, place, remedy, "%s", what);
}

static bool same_amount(const struct condition *one, const struct condition *other)
{
    if (one->is_number != other->is_number)
        return false;
    return one->is_number || (one->amount.p * other->amount.q == other->amount.p * one->amount.q &&
                              one->rounding == other->rounding);
}

static bool same_condition(const struct condition *one, const struct condition *other)
{
    return same_amount(one, other) && one->strictly == other->strictly &&
           one->plus == other->plus && one->measure == other->measure && one->scope == other->scope;
}

static bool same_weight(const struct weight *one, const struct weight *other)
{
    return one->kind == other->kind &&
           (one->kind != WEIGHT_PER_PATIENTS ||
            (one->patients == other->patients && one->rounding == other->rounding &&
             one->least == other->least));
}

bool rules_say_the_same(struct arena *arena, const struct rule *one, const struct rule *other)
{
    switch (one->kind) {
    case RULE_WEIGHT:
        return same_weight(&one->as.weight, &other->as.weight);
    case RULE_QUORUM:
    case RULE_PASSES:
    case RULE_ELECTS:
    case RULE_REVIEW:
        if (one->none || other->none)
            return one->none == other->none;
        if (one->most_votes || other->most_votes)
            return one->most_votes == other->most_votes;
        return same_condition(&one->as.condition, &other->as.condition);
    case RULE_VOTERS:
        return one->as.roles == other->as.roles;
    case RULE_PERIOD:
    case RULE_KEEP_BALLOTS:
    case RULE_GOVERNING_BODY_VOTES:
        return one->as.number == other->as.number;
    default:
        if (rule_value(one) != RULE_VALUE_OPEN)
            return rule_value(one) == rule_value(other);
        return text_same(arena, one->text, other->text);
    }
}

bool rule_is_of_use(const struct rule *rule, bool is_election)
{
    /* Only a motion that was carried is reviewed. */
    return rule_applies(rule, is_election) && !(is_election && rule->kind == RULE_REVIEW);
}

void load_check(struct arena *arena, struct diag *diag, const struct rules *rules,
                const struct roll *roll, const struct roll *localities, struct date date)
{
    const struct checking checking = {
        .arena = arena,
        .diag = diag,
        .rules = rules,
        .roll = roll,
        .localities = localities,
        .date = date,
    };
    if (rules != NULL) {
        check_rows(&checking);
        check_rule_names(&checking);
        check_effects(&checking);
    }
    check_rolls(&checking);
}
