/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <strings.h>

#include "internal.h"
#include "quorate/text.h"

/* Two editions of a constitution side by side. Nothing is told that is the same in both. */

struct task {
    struct arena *arena;
    struct decision_change *decisions;
    size_t decision_count, decision_capacity;
    struct rule_change *rules;
    size_t rule_count, rule_capacity;
    struct member_change *members;
    size_t member_count, member_capacity;
};

/* ---- Rules */

static bool same_or_neither(const char *one, const char *other)
{
    return one == NULL || other == NULL ? one == other : strcmp(one, other) == 0;
}

/* Of two of one kind, in whatever case they are written. */
static bool says_same(const struct basis *one, const struct basis *other)
{
    return strcasecmp(one->text, other->text) == 0 && same_or_neither(one->group, other->group);
}

static bool rests_on_same(const struct basis *one, const struct basis *other)
{
    return one->is_default == other->is_default && same_or_neither(one->clause, other->clause);
}

/* Rules of one place in both editions. */
struct rules_compared {
    const char *decision, *title, *reading;
    const struct basis *was, *is;
    size_t was_count, is_count;
};

static void add_rule(struct task *task, const struct rules_compared *compared,
                     const struct basis *was, const struct basis *is)
{
    *(struct rule_change *)ARENA_PUSH(task->arena, task->rules, task->rule_count,
                                      task->rule_capacity) =
        (struct rule_change){.decision = compared->decision,
                             .title = compared->title,
                             .reading = compared->reading,
                             .was = was,
                             .is = is};
}

/* Which rule of `was` that nothing is the partner of yet is one for this; NULL for none. */
static const struct basis *take(const struct rules_compared *compared, bool *taken,
                                const struct basis *rule, bool by_words)
{
    for (size_t i = 0; i < compared->was_count; i++) {
        const struct basis *was = &compared->was[i];
        if (taken[i] || was->kind != rule->kind || (by_words && !says_same(was, rule)))
            continue;
        taken[i] = true;
        return was;
    }
    return NULL;
}

/* Several rows of a rule are partners by their words, and what is left of them in its order. */
static void compare_rules(struct task *task, struct rules_compared compared)
{
    bool *taken = arena_alloc(task->arena, compared.was_count, sizeof *taken);
    const struct basis **partners =
        arena_alloc(task->arena, compared.is_count, sizeof(const struct basis *));
    for (size_t i = 0; i < compared.is_count; i++)
        partners[i] = take(&compared, taken, &compared.is[i], true);
    for (size_t i = 0; i < compared.is_count; i++) {
        const struct basis *is = &compared.is[i];
        if (partners[i] != NULL && rests_on_same(partners[i], is))
            continue;
        if (partners[i] == NULL)
            partners[i] = take(&compared, taken, is, false);
        add_rule(task, &compared, partners[i], is);
    }
    for (size_t i = 0; i < compared.was_count; i++)
        if (!taken[i])
            add_rule(task, &compared, &compared.was[i], NULL);
}

static const struct reading_rules *reading_named(const struct decision_rules *decision,
                                                 const char *name)
{
    static const struct reading_rules none = {0};
    for (size_t i = 0; i < decision->reading_count; i++)
        if (strcasecmp(decision->readings[i].name, name) == 0)
            return &decision->readings[i];
    return &none;
}

static void compare_reading(struct task *task, const struct decision_rules *decision,
                            const struct reading_rules *was, const struct reading_rules *is)
{
    compare_rules(task, (struct rules_compared){.decision = decision->decision,
                                                .title = decision->title,
                                                .reading = is->name != NULL ? is->name : was->name,
                                                .was = was->rules,
                                                .was_count = was->rule_count,
                                                .is = is->rules,
                                                .is_count = is->rule_count});
}

static void compare_decision(struct task *task, const struct decision_rules *was,
                             const struct decision_rules *is)
{
    compare_rules(task, (struct rules_compared){.decision = is->decision,
                                                .title = is->title,
                                                .was = was->rules,
                                                .was_count = was->rule_count,
                                                .is = is->rules,
                                                .is_count = is->rule_count});
    for (size_t i = 0; i < is->reading_count; i++)
        compare_reading(task, is, reading_named(was, is->readings[i].name), &is->readings[i]);
    for (size_t i = 0; i < was->reading_count; i++)
        if (reading_named(is, was->readings[i].name)->name == NULL)
            compare_reading(task, is, &was->readings[i], reading_named(is, was->readings[i].name));
}

/* ---- Kinds of decision */

static const struct decision_rules *
decision_named(struct arena *arena, const struct rulebook *rulebook, const char *name)
{
    for (size_t i = 0; i < rulebook->decision_count; i++)
        if (text_same(arena, rulebook->decisions[i].decision, name))
            return &rulebook->decisions[i];
    return NULL;
}

static void add_decision(struct task *task, const struct decision_rules *decision, bool is_added)
{
    *(struct decision_change *)ARENA_PUSH(task->arena, task->decisions, task->decision_count,
                                          task->decision_capacity) = (struct decision_change){
        .decision = decision->decision, .title = decision->title, .is_added = is_added};
}

static void compare_rulebooks(struct task *task, const struct rulebook *was,
                              const struct rulebook *is, const char *only)
{
    compare_rules(task, (struct rules_compared){.was = was->rules,
                                                .was_count = was->rule_count,
                                                .is = is->rules,
                                                .is_count = is->rule_count});
    for (size_t i = 0; i < is->decision_count; i++) {
        const struct decision_rules *here = &is->decisions[i];
        const struct decision_rules *there = decision_named(task->arena, was, here->decision);
        if (there == NULL)
            add_decision(task, here, true);
        else
            compare_decision(task, there, here);
    }
    for (size_t i = 0; i < was->decision_count; i++) {
        const char *name = was->decisions[i].decision;
        if ((only == NULL || text_same(task->arena, only, name)) &&
            decision_named(task->arena, is, name) == NULL)
            add_decision(task, &was->decisions[i], false);
    }
}

/* ---- Members */

/* One table of members in both editions. */
struct rolls_compared {
    const char *table;
    const struct roll *was, *is;
};

static struct edition_value text_value(const char *text)
{
    return (struct edition_value){.given = text != NULL, .text = text};
}

static struct edition_value figure(bool given, int64_t number, unsigned places)
{
    return given ? (struct edition_value){.given = true, .number = number, .places = places}
                 : (struct edition_value){0};
}

static struct edition_value value_of(const struct roll *roll, const struct member *member,
                                     enum member_fact what)
{
    switch (what) {
    case FACT_NAME:
        return text_value(member->name);
    case FACT_CODE:
        return text_value(member->code);
    case FACT_AREA:
        return text_value(member->area);
    case FACT_CLASS:
        return text_value(member->class_cell);
    case FACT_ALIASES:
        return text_value(member->aliases);
    case FACT_VOTES:
        return figure(roll->has_votes && !roll->votes_shared, member->votes, roll->vote_places);
    case FACT_PRACTICES:
        return figure(member->practices > 0, member->practices, 0);
    default:
        return figure(member->list_size > 0, member->list_size, 0); /* 0 is not known */
    }
}

static struct edition_value value_of_all(const struct roll *roll, enum member_fact what)
{
    switch (what) {
    case FACT_MEMBERS:
        return figure(true, (int64_t)roll->count, 0);
    case FACT_PATIENTS:
        return figure(roll->has_list_sizes && roll->unknown == 0, roll->population, 0);
    case FACT_STATED_TOTAL:
        return figure(roll->has_stated_total, roll->stated_total, 0);
    case FACT_STATED_PRACTICES:
        return figure(roll->stated_practices > 0, roll->stated_practices, 0);
    default:
        return (struct edition_value){.given = date_given(roll->as_at), .date = roll->as_at};
    }
}

/* Votes with other decimals are the same where their figures are. */
static bool same_number(const struct edition_value *one, const struct edition_value *other)
{
    int64_t number = one->number, number_there = other->number;
    for (unsigned places = one->places; places < other->places; places++)
        number *= 10;
    for (unsigned places = other->places; places < one->places; places++)
        number_there *= 10;
    return number == number_there;
}

static bool same_value(const struct edition_value *one, const struct edition_value *other)
{
    return one->given == other->given && same_or_neither(one->text, other->text) &&
           date_compare(one->date, other->date) == 0 && same_number(one, other);
}

static void add_member(struct task *task, const struct rolls_compared *rolls,
                       const struct member *member, enum member_fact what, struct edition_value was,
                       struct edition_value is)
{
    *(struct member_change *)ARENA_PUSH(task->arena, task->members, task->member_count,
                                        task->member_capacity) =
        (struct member_change){.table = rolls->table,
                               .member = member == NULL ? NULL : member->name,
                               .code = member == NULL ? NULL : member->code,
                               .what = what,
                               .was = was,
                               .is = is};
}

/* Who it was: the member with its code, else one of its name or a spelling of it that has no other
 * code. NULL for nobody, or somebody who is taken. */
static const struct member *member_then(struct arena *arena, const struct roll *was,
                                        const struct member *member, const bool *taken,
                                        bool by_code)
{
    for (size_t i = 0; by_code && member->code != NULL && i < was->count; i++)
        if (!taken[i] && was->members[i].code != NULL &&
            strcasecmp(was->members[i].code, member->code) == 0)
            return &was->members[i];
    if (by_code)
        return NULL;
    const struct member *named = roll_find_folded(was, text_fold(arena, member->name));
    return named == NULL || taken[named->index] ? NULL : named;
}

/* Codes go before names: a name may pass from one practice to another. */
static const struct member **members_then(struct arena *arena, const struct rolls_compared *rolls,
                                          bool *taken)
{
    const struct member **then =
        arena_alloc(arena, rolls->is->count, sizeof(const struct member *));
    for (int by_code = 1; by_code >= 0; by_code--)
        for (size_t i = 0; i < rolls->is->count; i++) {
            if (then[i] == NULL)
                then[i] = member_then(arena, rolls->was, &rolls->is->members[i], taken, by_code);
            if (then[i] != NULL)
                taken[then[i]->index] = true;
        }
    return then;
}

static void compare_member(struct task *task, const struct rolls_compared *rolls,
                           const struct member *was, const struct member *is)
{
    for (enum member_fact what = FACT_NAME; what < FACT_MEMBERS; what++) {
        struct edition_value then = value_of(rolls->was, was, what);
        struct edition_value now = value_of(rolls->is, is, what);
        if (!same_value(&then, &now))
            add_member(task, rolls, is, what, then, now);
    }
}

static void compare_rolls(struct task *task, struct rolls_compared rolls)
{
    bool *taken = arena_alloc(task->arena, rolls.was->count, sizeof *taken);
    const struct member **then = members_then(task->arena, &rolls, taken);
    struct edition_value none = {0};
    for (size_t i = 0; i < rolls.is->count; i++) {
        const struct member *member = &rolls.is->members[i];
        if (then[i] != NULL)
            compare_member(task, &rolls, then[i], member);
        else
            add_member(task, &rolls, member, FACT_JOINED, none,
                       value_of(rolls.is, member, FACT_JOINED));
    }
    for (size_t i = 0; i < rolls.was->count; i++)
        if (!taken[i])
            add_member(task, &rolls, &rolls.was->members[i], FACT_LEFT,
                       value_of(rolls.was, &rolls.was->members[i], FACT_LEFT), none);
    for (enum member_fact what = FACT_MEMBERS; what < MEMBER_FACTS; what++) {
        struct edition_value was = value_of_all(rolls.was, what);
        struct edition_value is = value_of_all(rolls.is, what);
        if (!same_value(&was, &is))
            add_member(task, &rolls, NULL, what, was, is);
    }
}

static void compare_tables(struct task *task, const char *table, const struct roll *was,
                           const struct roll *is)
{
    static const struct roll none = {0};
    if (was != NULL || is != NULL)
        compare_rolls(task, (struct rolls_compared){.table = table,
                                                    .was = was == NULL ? &none : was,
                                                    .is = is == NULL ? &none : is});
}

/* Whether the members are the localities. */
static bool has_one_table(const struct edition *edition)
{
    return edition->localities == NULL ||
           (edition->roll != NULL && edition->localities->members == edition->roll->members);
}

static bool is_of_a_day(const struct roll *roll)
{
    return roll != NULL && date_given(roll->day);
}

static bool is_by_day(const struct edition *edition)
{
    return is_of_a_day(edition->roll) || is_of_a_day(edition->localities);
}

struct editions decide_editions(struct arena *arena, const struct edition *was,
                                const struct edition *is, const char *decision)
{
    struct task task = {.arena = arena};
    struct rulebook then = decide_rulebook(arena, was->rules, NULL);
    struct rulebook now = decide_rulebook(arena, is->rules, decision);
    compare_rulebooks(&task, &then, &now, decision);
    compare_tables(&task, "practices", was->roll, is->roll);
    if (!has_one_table(was) || !has_one_table(is))
        compare_tables(&task, "localities", was->localities, is->localities);
    return (struct editions){
        .by_day = is_by_day(was) || is_by_day(is),
        .was = then,
        .is = now,
        .decisions = task.decisions,
        .decision_count = task.decision_count,
        .rules = task.rules,
        .rule_count = task.rule_count,
        .members = task.members,
        .member_count = task.member_count,
    };
}
