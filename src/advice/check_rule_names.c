/* SPDX-License-Identifier: MIT */
#include "check_internal.h"

#include "quorate/names.h"
#include "quorate/text.h"

/* Kinds of decision and readings that are two in the table, and were probably meant as one. */

/* "e-mail" and "email" too. */
static bool are_close(struct arena *arena, const char *one, const char *other)
{
    return names_are_close(arena, one, other) || text_same_but_for_spaces(arena, one, other);
}

/* One kind of decision or reading: those of its rows that speak of it. */
static bool is_of(const struct rule *rule, const char *name, bool readings)
{
    return (readings ? rule->reading : rule->decision) == name;
}

/* Whether the table gives both a row for the same rule: then they were meant to be two. */
static bool share_a_rule(const struct rules *rules, const char *one, const char *other,
                         bool readings)
{
    for (size_t i = 0; i < rules->count; i++)
        for (size_t j = 0; is_of(&rules->rows[i], one, readings) && j < rules->count; j++)
            if (is_of(&rules->rows[j], other, readings) &&
                rules->rows[i].kind == rules->rows[j].kind &&
                (readings ? rules->rows[i].decision == rules->rows[j].decision
                          : rules->rows[i].reading == rules->rows[j].reading))
                return true;
    return false;
}

static const struct rule *first_row_of(const struct rules *rules, const char *name, bool readings)
{
    const struct rule *rule = rules->rows;
    while (!is_of(rule, name, readings))
        rule++;
    return rule;
}

static void compare(const struct checking *checking, const char *one, const char *other,
                    bool readings)
{
    const struct rules *rules = checking->rules;
    if (!are_close(checking->arena, one, other) || share_a_rule(rules, one, other, readings))
        return;
    const struct rule *first = first_row_of(rules, one, readings);
    const struct rule *second = first_row_of(rules, other, readings);
    diag_add(checking->diag, SEVERITY_WARNING,
             rule_place(checking->arena, second, readings ? RULE_CELL_READING : RULE_CELL_DECISION),
             "If they are one, write the name the same way in every row.",
             "\"%s\" and, on line %zu, \"%s\" are two %s", other, first->line, one,
             readings ? "readings" : "kinds of decision");
}

/* Whether the table has other readings of it only; that is told. */
static bool is_only_read(const struct checking *checking, const char *decision)
{
    const struct rules *rules = checking->rules;
    for (size_t i = 0; i < rules->count; i++)
        if (rules->rows[i].decision == decision && rules->rows[i].reading == NULL)
            return false;
    const char **others = arena_alloc(checking->arena, rules->decision_count, sizeof *others);
    size_t count = 0;
    for (size_t i = 0; i < rules->decision_count; i++)
        if (rules->decisions[i] != decision)
            others[count++] = rules->decisions[i];
    size_t nearest = text_nearest(checking->arena, decision, others, count);
    diag_add(checking->diag, SEVERITY_WARNING,
             rule_place(checking->arena, first_row_of(rules, decision, false), RULE_CELL_DECISION),
             nearest == TEXT_NO_CHOICE
                 ? "Correct the name, or add the rows of this kind of decision."
                 : arena_format(checking->arena, "Did you mean \"%s\"?", others[nearest]),
             "the kind of decision \"%s\" stands in rows of a reading only", decision);
    return true;
}

/* Names in the order in which they first stand in the table; *count tells how many. */
static const char *const *readings_of(const struct checking *checking, size_t *count)
{
    const struct rules *rules = checking->rules;
    const char **names = arena_alloc(checking->arena, rules->count, sizeof *names);
    *count = 0;
    for (size_t i = 0; i < rules->count; i++) {
        size_t at = 0;
        while (at < *count && names[at] != rules->rows[i].reading)
            at++;
        if (rules->rows[i].reading != NULL && at == *count)
            names[(*count)++] = rules->rows[i].reading;
    }
    return names;
}

void check_rule_names(const struct checking *checking)
{
    const struct rules *rules = checking->rules;
    size_t count;
    const char *const *readings = readings_of(checking, &count);
    bool *only_read = arena_alloc(checking->arena, rules->decision_count, sizeof *only_read);
    for (size_t i = 0; i < rules->decision_count; i++) {
        only_read[i] = is_only_read(checking, rules->decisions[i]);
        for (size_t j = 0; j < i; j++)
            if (!only_read[i] && !only_read[j])
                compare(checking, rules->decisions[j], rules->decisions[i], false);
    }
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++)
            compare(checking, readings[j], readings[i], true);
}
