/* SPDX-License-Identifier: MIT */
#include "check_internal.h"

#include "quorate/attainment.h"
#include "quorate/ratio.h"

/* Rules that the others leave nothing to do, or that an area is too small for. */

static bool is_in_table(const struct rule *rule)
{
    return rule->source != NULL;
}

/* ---- Proxies */

static bool lets_proxies_vote(const struct ruleset *set)
{
    return (set->one[RULE_VOTERS]->as.roles & (1U << ROLE_PROXY)) != 0;
}

/* What is found out of the rule `proxy` over all decisions and readings. */
struct proxies {
    const struct checking *checking;
    bool *used; /* beside rules->rows: proxies vote where this row is in force */
};

/* Whether the row says something of proxies that vote. */
static bool is_of_proxies(const struct rule *rule)
{
    return rule->kind == RULE_PROXIES || (rule->kind == RULE_PROXY && rule->as.proxy != PROXY_NONE);
}

/* `voters` and `proxy` may each have a reading, so each is looked at with every other. */
static void look_at_proxies(const struct proxies *proxies, const char *decision)
{
    const struct checking *checking = proxies->checking;
    const struct rules *rules = checking->rules;
    size_t count;
    const struct reading *readings = rules_readings(checking->arena, rules, decision, &count);
    const struct ruleset usual = rules_resolve(checking->arena, rules, decision, NULL, 0);
    const struct rule *proxy = usual.one[RULE_PROXY], *voters = usual.one[RULE_VOTERS];
    bool voting = lets_proxies_vote(&usual);
    if (voting && is_in_table(voters) && proxy->as.proxy == PROXY_NONE)
        diag_add(checking->diag, SEVERITY_WARNING,
                 rule_place(checking->arena, proxy, RULE_CELL_VALUE),
                 "Take proxy out of the rule \"voters\", or say here what a proxy needs.",
                 "\"%s\" lets proxies vote by the rule \"voters\" (line %zu), and here they are "
                 "refused",
                 decision, voters->line);
    for (size_t i = 0; i < count && !voting; i++) {
        const struct reading *chosen = &readings[i];
        struct ruleset other = rules_resolve(checking->arena, rules, decision, &chosen, 1);
        voting = lets_proxies_vote(&other);
    }
    for (size_t i = 0; i < rules->count; i++)
        if (is_of_proxies(&rules->rows[i]) &&
            (rules->rows[i].decision == NULL || rules->rows[i].decision == decision))
            proxies->used[i] = proxies->used[i] || voting;
}

static void check_proxies(const struct checking *checking)
{
    const struct rules *rules = checking->rules;
    const struct proxies proxies = {
        .checking = checking,
        .used = arena_alloc(checking->arena, rules->count, sizeof *proxies.used),
    };
    for (size_t i = 0; i < rules->decision_count; i++)
        look_at_proxies(&proxies, rules->decisions[i]);
    for (size_t i = 0; i < rules->count; i++)
        if (is_of_proxies(&rules->rows[i]) && !proxies.used[i])
            diag_add(checking->diag, SEVERITY_WARNING,
                     rule_place(checking->arena, &rules->rows[i], RULE_CELL_VALUE),
                     "For proxies to vote, add proxy to the rule \"voters\". If they may not, "
                     "delete this row.",
                     "this row is never used: the rule \"voters\" lets no proxy vote");
}

/* ---- The casting vote */

/* Over half of anything is not reached by half of the votes, whoever casts one more. */
static bool is_more_than_half(const struct condition *asks)
{
    return condition_is_share(asks) && 2 * asks->amount.p > asks->amount.q;
}

static bool is_met_by_half(const struct condition *asks)
{
    return condition_is_share(asks) && !asks->strictly && asks->plus == 0 &&
           2 * asks->amount.p <= asks->amount.q && asks->scope == SCOPE_CAST &&
           asks->measure == MEASURE_VOTES;
}

/* Why no casting vote can decide here: the row of `passes`, or NULL where one can. */
static const struct rule *passes_anyhow(const struct ruleset *set)
{
    bool all_met = true;
    for (size_t i = 0; i < set->passes.count; i++) {
        if (set->passes.rules[i]->group != NULL)
            return NULL; /* another may hold */
        if (is_more_than_half(&set->passes.rules[i]->as.condition))
            return set->passes.rules[i];
        all_met = all_met && is_met_by_half(&set->passes.rules[i]->as.condition);
    }
    return all_met ? set->passes.rules[0] : NULL;
}

static void warn_of_casting_vote(const struct checking *checking, const struct rule *tie,
                                 const struct rule *passes)
{
    diag_add(checking->diag, SEVERITY_WARNING, rule_place(checking->arena, tie, RULE_CELL_VALUE),
             arena_format(checking->arena, "Write \"%s\" for it, or correct \"passes\".",
                          rule_words(RULE_TIE, TIE_NOT_CARRIED)),
             is_more_than_half(&passes->as.condition)
                 ? "a casting vote can never decide: it takes more than half (line %zu)"
                 : "a casting vote can never decide: half is enough to carry (line %zu)",
             passes->line);
}

/* A row for all decisions is of use where it is for one of them. */
static void check_casting_votes(const struct checking *checking)
{
    const struct rules *rules = checking->rules;
    const struct rule **why = arena_alloc(checking->arena, rules->count, sizeof *why);
    bool *useful = arena_alloc(checking->arena, rules->count, sizeof *useful);
    for (size_t i = 0; i < rules->decision_count; i++) {
        struct ruleset set = rules_resolve(checking->arena, rules, rules->decisions[i], NULL, 0);
        const struct rule *tie = set.one[RULE_TIE];
        if (set.form == FORM_ELECTION || tie->as.tie != TIE_CASTING_VOTE)
            continue;
        const struct rule *passes = passes_anyhow(&set);
        if (passes == NULL)
            useful[tie - rules->rows] = true;
        else
            why[tie - rules->rows] = passes;
    }
    for (size_t i = 0; i < rules->count; i++)
        if (why[i] != NULL && !useful[i])
            warn_of_casting_vote(checking, &rules->rows[i], why[i]);
}

/* ---- Areas */

static void check_in_areas(const struct checking *checking, const struct ruleset *set,
                           const struct rule *rule)
{
    const struct roll *roll = checking->roll;
    const struct condition *asks = &rule->as.condition;
    for (size_t area = 0; area < roll->area_count; area++) {
        struct section within = section_of_area(area);
        size_t count = 0;
        const struct section *sections = sections_of(checking->arena, roll, &within, asks, &count);
        if (count == 0)
            return;
        struct attainment there =
            attainment_of(&set->one[RULE_WEIGHT]->as.weight, roll, sections, rule->kind, asks);
        if (there.attainable != ATTAINABLE_NEVER)
            continue;
        diag_add(
            checking->diag, SEVERITY_WARNING, rule_place(checking->arena, rule, RULE_CELL_VALUE),
            "Every area must pass, so nothing can be carried. Ask for less, or correct the "
            "areas of the roll.",
            "the area \"%s\" can never meet this: it has %s %s, and %s are needed there",
            roll->areas[area], number_canonical_grouped(checking->arena, there.has, there.places),
            check_counted(checking->rules, asks->measure, there.has == 1),
            number_canonical_grouped(checking->arena, there.needed, there.places));
        return;
    }
}

static void check_areas(const struct checking *checking, const struct ruleset *set)
{
    if (checking->roll == NULL || !rules_by_area(set))
        return;
    for (size_t i = 0; i < set->quorum.count; i++)
        check_in_areas(checking, set, set->quorum.rules[i]);
    for (size_t i = 0; i < set->passes.count; i++)
        check_in_areas(checking, set, set->passes.rules[i]);
}

/* ---- The whole */

static void check_share(const struct checking *checking)
{
    const struct rules *rules = checking->rules;
    if (rules->governing_body_votes != NULL && checking->localities == NULL &&
        checking->diag->errors == 0)
        diag_add(checking->diag, SEVERITY_WARNING,
                 rule_place(checking->arena, rules->governing_body_votes, RULE_CELL_VALUE),
                 "Add a table localities.csv with every locality and its population, or leave "
                 "the row out.",
                 "there is no table of the localities, so no share of these votes is told");
}

void check_effects(const struct checking *checking)
{
    const struct rules *rules = checking->rules;
    for (size_t i = 0; i < rules->decision_count; i++) {
        struct ruleset set = rules_resolve(checking->arena, rules, rules->decisions[i], NULL, 0);
        check_areas(checking, &set);
    }
    check_casting_votes(checking);
    check_proxies(checking);
    check_share(checking);
}
