/* SPDX-License-Identifier: MIT */
#include "quorate/tables.h"

#include "internal.h"
#include "quorate/ratio.h"
#include "quorate/shares.h"
#include "quorate/text.h"
#include "quorate/weights.h"

/* Whether the tables of a constitution hold what its rules ask of them. */

struct agreement {
    struct arena *arena;
    struct diag *diag;
    const struct rules *rules;
    const struct roll *roll, *localities;
};

static void need(const struct agreement *agreement, const struct rule *rule, bool there,
                 const char *column)
{
    const char *file = agreement->roll->file;
    if (!there)
        diag_add(agreement->diag, SEVERITY_ERROR,
                 rule_place(agreement->arena, rule, RULE_CELL_VALUE),
                 arena_format(agreement->arena, "Add the column to %s, or change the rule.",
                              roll_file_named(agreement->arena, agreement->roll)),
                 "this rule needs a column \"%s\", and %s has none", column, file);
}

static bool needs_sizes(const struct rule *rule)
{
    if (rule->kind == RULE_WEIGHT)
        return rule->as.weight.kind == WEIGHT_LIST_SIZE ||
               rule->as.weight.kind == WEIGHT_PER_PATIENTS || rule->as.weight.kind == WEIGHT_STEPS;
    return rule_is_condition(rule) && rule->as.condition.measure == MEASURE_POPULATION;
}

/* Told of the first rule that needs them. */
static void need_sizes(const struct agreement *agreement, const struct rule *rule)
{
    const struct rule *first = agreement->rules->rows;
    while (!needs_sizes(first))
        first++;
    if (rule == first)
        need(agreement, rule, agreement->roll->has_list_sizes,
             terms_heading(&agreement->rules->terms));
}

/* The most votes that the members can have together, so that no sum of them passes RATIO_MOST. */
static void check_sum_of_votes(const struct agreement *agreement, const struct rule *rule)
{
    const struct roll *roll = agreement->roll;
    int64_t sum = 0;
    for (size_t i = 0; i < roll->count && sum <= RATIO_MOST; i++)
        sum += weight_unlimited(&rule->as.weight, &roll->members[i]);
    if (sum > RATIO_MOST)
        diag_add(agreement->diag, SEVERITY_ERROR,
                 rule_place(agreement->arena, rule, RULE_CELL_VALUE),
                 arena_format(agreement->arena, "Give one vote for more %s.", roll->terms.measures),
                 "with the %s of %s the votes may add up to more than 1,000,000,000,000",
                 roll->terms.sizes, roll->file);
}

/* Four members cannot each have at most a fifth of what they have together. */
static void check_limit(const struct agreement *agreement, const struct rule *rule)
{
    const struct roll *roll = agreement->roll;
    if (roll->count > 0 && weights_of(&rule->as.weight, roll).most == 0)
        diag_add(agreement->diag, SEVERITY_ERROR,
                 rule_place(agreement->arena, rule, RULE_CELL_VALUE), "Allow a larger share.",
                 "the members of %s who have votes are too few for it: whatever each has, it is a "
                 "larger share",
                 roll->file);
}

/* Populations of one year beside the votes of another: which of them is meant cannot be told. */
static void compare_votes(const struct agreement *agreement)
{
    const struct roll *roll = agreement->roll;
    const struct rules *rules = agreement->rules;
    const char **differ = arena_alloc(agreement->arena, roll->count, sizeof *differ);
    size_t count = 0;
    if (!roll->of_localities || !roll->has_list_sizes || !roll->has_votes || roll->votes_shared ||
        rules->governing_body_votes == NULL)
        return;
    for (size_t i = 0; i < roll->count; i++)
        if (shares_differ(roll, &roll->members[i], rules->governing_body_votes->as.number,
                          shares_total(rules, roll)))
            differ[count++] = roll->members[i].name;
    if (count > 0)
        diag_add(agreement->diag, SEVERITY_WARNING, (struct place){.file = roll->file},
                 arena_format(agreement->arena,
                              "The votes count as they are published. If the %s are newer, leave "
                              "the column \"votes\" out: then they are worked out.",
                              roll->terms.sizes),
                 "the votes of %s are not what %s to",
                 text_list(agreement->arena, differ, count, "and"),
                 count == 1 ? arena_format(agreement->arena, "its %s comes", roll->terms.size)
                            : arena_format(agreement->arena, "their %s come", roll->terms.sizes));
}

static void check_weight(const struct agreement *agreement, const struct rule *rule)
{
    const struct roll *roll = agreement->roll;
    switch (rule->as.weight.kind) {
    case WEIGHT_ONE_EACH:
        break;
    case WEIGHT_LIST_SIZE:
        need_sizes(agreement, rule);
        break;
    case WEIGHT_PER_PATIENTS:
    case WEIGHT_STEPS:
        need_sizes(agreement, rule);
        check_sum_of_votes(agreement, rule);
        break;
    case WEIGHT_VOTES_COLUMN:
        need(agreement, rule, roll->has_votes, "votes");
        break;
    }
    if (rule->as.weight.share_after)
        check_limit(agreement, rule);
}

/* Every member needs an area, where each area is asked. */
static void check_areas(const struct agreement *agreement, const struct rule *rule,
                        const char *asked)
{
    const struct rules *rules = agreement->rules;
    const struct roll *roll = agreement->roll;
    struct arena *arena = agreement->arena;
    const char **without = arena_alloc(arena, roll->count, sizeof *without);
    size_t count = 0;
    for (size_t i = 0; i < roll->count; i++)
        if (roll->members[i].area == NULL)
            without[count++] = roll->members[i].name;
    if (count == 0)
        return;
    const char *list = text_list(arena, without, count, "and");
    diag_add(agreement->diag, SEVERITY_ERROR, rule_place(agreement->arena, rule, RULE_CELL_VALUE),
             arena_format(arena, "Fill in the column \"area\" of %s, or change the rule.",
                          roll_file_named(arena, roll)),
             "%s, and %s", asked,
             count == roll->count
                 ? arena_format(arena, "%s gives no areas", roll->file)
                 : arena_format(arena, "%zu %s no area: %s", count,
                                count == 1 ? arena_format(arena, "%s has", rules->terms.unit)
                                           : arena_format(arena, "%s have", rules->terms.units),
                                list));
}

/* A class that nobody is in would be met, or missed, by nobody. */
static void check_class(const struct agreement *agreement, const struct rule *rule)
{
    const struct roll *roll = agreement->roll;
    struct arena *arena = agreement->arena;
    const char *wanted = rule->as.condition.names[0];
    const char **names = arena_alloc(arena, roll->class_count, sizeof *names);
    if (roll_find_class(roll, wanted) < ROLL_CLASSES_MOST)
        return;
    for (size_t i = 0; i < roll->class_count; i++)
        names[i] = roll->classes[i].name;
    if (roll->class_count == 0) {
        diag_add(agreement->diag, SEVERITY_ERROR,
                 rule_place(agreement->arena, rule, RULE_CELL_VALUE),
                 arena_format(arena,
                              "Say in a column \"class\" of %s who is in which, or correct the "
                              "rule: its condition ends in \"of %s\".",
                              roll_file_named(arena, roll), wanted),
                 "this counts the class \"%s\", and %s has no classes", wanted, roll->file);
        return;
    }
    size_t nearest = text_nearest(arena, wanted, names, roll->class_count);
    const char *meant = nearest == TEXT_NO_CHOICE ? NULL : names[nearest];
    diag_add(agreement->diag, SEVERITY_ERROR, rule_place(agreement->arena, rule, RULE_CELL_VALUE),
             arena_format(arena, "%sThe classes are %s.",
                          wording_suggestion(arena, wanted, meant).full,
                          text_list(arena, names, roll->class_count, "and")),
             "no member in %s is of the class \"%s\"", roll->file, wanted);
}

/* A member that is named twice, by its name and its code, cannot be there twice. */
static void check_named_once(const struct agreement *agreement, const struct rule *rule,
                             const struct member *member, size_t before)
{
    for (size_t i = 0; i < before; i++)
        if (roll_find_folded(agreement->roll, rule->as.condition.names[i]) == member) {
            diag_add(agreement->diag, SEVERITY_ERROR,
                     rule_place(agreement->arena, rule, RULE_CELL_VALUE), "Name each of them once.",
                     "this names %s twice", member->name);
            return;
        }
}

static void check_named(const struct agreement *agreement, const struct rule *rule)
{
    const struct roll *roll = agreement->roll;
    struct arena *arena = agreement->arena;
    for (size_t i = 0; i < rule->as.condition.name_count; i++) {
        const char *name = rule->as.condition.names[i];
        const struct member *member = roll_find_folded(roll, name);
        if (member != NULL) {
            check_named_once(agreement, rule, member, i);
            continue;
        }
        const struct member *meant = roll_suggest(arena, roll, name);
        diag_add(
            agreement->diag, SEVERITY_ERROR, rule_place(agreement->arena, rule, RULE_CELL_VALUE),
            arena_format(arena, "%sWrite each as it stands there, with ; between several.",
                         wording_suggestion(arena, name, meant == NULL ? NULL : meant->name).full),
            "no %s in %s is called \"%s\"", agreement->rules->terms.unit, roll->file, name);
    }
}

static void check_condition(const struct agreement *agreement, const struct rule *rule)
{
    const struct condition *asks = &rule->as.condition;
    if (needs_sizes(rule))
        need_sizes(agreement, rule);
    switch (asks->among) {
    case AMONG_ALL:
        break;
    case AMONG_CLASS:
        check_class(agreement, rule);
        break;
    case AMONG_EACH_AREA:
        check_areas(agreement, rule, "it is asked of each area");
        break;
    case AMONG_NAMED:
        check_named(agreement, rule);
        break;
    }
}

/* Whether each is less than twice the other. */
static bool is_about(int64_t one, int64_t other)
{
    return 2 * one > other && 2 * other > one;
}

#define FEWEST_IN_UNITS 5 /* of fewer, sizes that come to a hundred are nothing odd */

/* Whether the patients of a roll are thousands, or percentages, of those of its locality. */
static bool is_in_other_units(const struct roll *roll, int64_t locality)
{
    return roll->count >= FEWEST_IN_UNITS && (is_about(1000 * roll->population, locality) ||
                                              (roll->population >= 99 && roll->population <= 101));
}

static void compare_population(const struct agreement *agreement, const struct rule *rule,
                               const struct member *locality)
{
    const struct roll *roll = agreement->roll, *localities = agreement->localities;
    struct arena *arena = agreement->arena;
    if (!roll->has_list_sizes || roll->of_localities || roll->population == locality->list_size ||
        locality->list_size == 0 || /* it is blank */
        roll->population_then == locality->list_size)
        return;
    bool other = localities->built_in ? is_in_other_units(roll, locality->list_size)
                                      : !is_about(roll->population, locality->list_size);
    diag_add(agreement->diag, other ? SEVERITY_ERROR : SEVERITY_WARNING,
             rule_place(agreement->arena, rule, RULE_CELL_VALUE),
             other
                 ? "They are to be the same patients. Correct the table that is in other units, or "
                   "of another body."
             : localities->built_in
                 ? "The share of the governing body's votes is worked out from the latter. If that "
                   "is out of date, put this year's populations into a copy of the table of "
                   "localities, and name the copy with --localities."
                 : "The share of the governing body's votes is worked out from the latter. If that "
                   "is out of date, give it a column of this year's populations, with their date "
                   "in the heading.",
             "%s adds up to %s patients, and %s says %s for %s", roll->file,
             number_grouped(arena, roll->population), localities->file,
             number_grouped(arena, locality->list_size), locality->name);
}

static void check_locality(const struct agreement *agreement, const struct rule *rule)
{
    const struct roll *localities = agreement->localities;
    struct arena *arena = agreement->arena;
    if (localities == NULL)
        return;
    if (!localities->has_list_sizes && agreement->rules->governing_body_votes != NULL)
        diag_refuse(agreement->diag, localities->file,
                    "Name the column with the number of patients \"population\".",
                    "has no column \"population\" to share the governing body's votes by");
    const struct member *locality = roll_find_folded(localities, text_fold(arena, rule->text));
    if (locality != NULL) {
        compare_population(agreement, rule, locality);
        return;
    }
    const struct member *meant = roll_suggest(arena, localities, rule->text);
    diag_add(agreement->diag, SEVERITY_ERROR, rule_place(agreement->arena, rule, RULE_CELL_VALUE),
             meant == NULL ? "The name of this body has to stand there as it does here."
                           : arena_format(arena, "%sIt has to be the same name in both tables.",
                                          wording_suggestion(arena, rule->text, meant->name).full),
             "no locality in %s is called \"%s\"", localities->file, rule->text);
}

/* The votes of all localities: as many as the rules share among them, or what those of the rows,
 * each rounded, add up to. */
static void compare_stated_votes(struct arena *arena, struct diag *diag, const struct rules *rules,
                                 const struct roll *localities)
{
    const struct rule *rule = rules->governing_body_votes;
    if (rule == NULL || localities->stated_votes_at == NULL)
        return;
    const char *stated = number_canonical(arena, localities->stated_votes, localities->vote_places);
    int64_t sum = 0, one = 1;
    for (size_t i = 0; i < localities->count; i++)
        sum += localities->members[i].votes;
    for (unsigned i = 0; i < localities->vote_places; i++)
        one *= 10;
    int64_t shared = rule->as.number * one, apart = sum > shared ? sum - shared : shared - sum;
    if (localities->stated_votes == shared || (localities->stated_votes == sum && apart < one))
        return;
    diag_add(diag, SEVERITY_ERROR, *localities->stated_votes_at,
             "Correct the one that is out of date.",
             "the Total row says %s votes, and %s shares %s among the localities", stated,
             rules->file, number_canonical(arena, rule->as.number, 0));
}

void load_shares_agree(struct arena *arena, struct diag *diag, const struct rules *rules,
                       const struct roll *localities)
{
    const struct rule *rule = rules->governing_body_total;
    compare_stated_votes(arena, diag, rules, localities);
    if (localities->unknown == 0 || rule == NULL || !rule->as.sum_of_rows)
        return;
    diag_add(diag, SEVERITY_ERROR, rule_place(arena, rule, RULE_CELL_VALUE),
             arena_format(arena, "Fill in the blank populations of %s, or change the rule.",
                          localities->file),
             "the shares go by the sum of the rows, and %s leaves the population of %zu of %zu "
             "localities blank",
             localities->file, localities->unknown, localities->count);
}

/* A roll is counted by, so each of its members has to weigh something that is known. */
static void check_all_known(const struct agreement *agreement)
{
    const struct roll *roll = agreement->roll;
    if (roll->unknown == 0)
        return;
    diag_refuse(agreement->diag, roll->file, "Fill them in. Blank is never counted as 0.",
                "%zu of its %zu localities have no population%s, and here they are the members who "
                "vote",
                roll->unknown, roll->count,
                date_given(roll->as_at) ? arena_format(agreement->arena, " of %s",
                                                       date_long(agreement->arena, roll->as_at))
                                        : "");
}

/* Votes that differ, and that no rule asks for: whoever filled them in may think one does. */
static void warn_of_idle_votes(const struct agreement *agreement)
{
    const struct roll *roll = agreement->roll;
    bool differ = false;
    for (size_t i = 1; i < roll->count; i++)
        differ = differ || roll->members[i].votes != roll->members[0].votes;
    if (roll->has_votes && !roll->of_localities && differ)
        diag_add(agreement->diag, SEVERITY_WARNING, (struct place){.file = roll->file},
                 "If votes are to weigh so, the rule weight is votes column.",
                 "the column \"votes\" changes nothing: no rule weighs by it");
}

bool load_agree(struct arena *arena, struct diag *diag, const struct rules *rules,
                const struct roll *roll, const struct roll *localities)
{
    size_t errors = diag->errors;
    const struct agreement agreement = {
        .arena = arena,
        .diag = diag,
        .rules = rules,
        .roll = roll,
        .localities = localities,
    };
    bool by_votes = false;
    check_all_known(&agreement);
    if (localities != NULL)
        load_shares_agree(arena, diag, rules, localities);
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rows[i];
        switch (rule->kind) {
        case RULE_WEIGHT:
            check_weight(&agreement, rule);
            by_votes = by_votes || rule->as.weight.kind == WEIGHT_VOTES_COLUMN;
            break;
        case RULE_QUORUM:
        case RULE_PASSES:
        case RULE_ELECTS:
        case RULE_REVIEW:
            check_condition(&agreement, rule);
            break;
        case RULE_AREAS:
            if (rule->as.every_area)
                check_areas(&agreement, rule, "every area must pass");
            break;
        case RULE_LOCALITY:
            check_locality(&agreement, rule);
            break;
        default:
            break;
        }
    }
    if (by_votes)
        compare_votes(&agreement);
    else
        warn_of_idle_votes(&agreement);
    return diag->errors == errors;
}
