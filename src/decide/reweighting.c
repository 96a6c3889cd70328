/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "quorate/shares.h"
#include "quorate/text.h"

/* "+15.20", "-0.40", "0.00" */
static const char *with_sign(struct arena *arena, int64_t change, const char *magnitude)
{
    bool zero = strspn(magnitude, "0.") == strlen(magnitude);
    return zero ? magnitude : arena_format(arena, "%c%s", change < 0 ? '-' : '+', magnitude);
}

static const char *percent_change(struct arena *arena, int64_t before, int64_t after)
{
    int64_t change = after - before;
    return with_sign(arena, change, ratio_percent(arena, change < 0 ? -change : change, before, 2));
}

#define BILLION INT64_C(1000000000)

/* How far a member's weight moved, exactly: in parts of the product of both totals, which is the
 * same for all. It may be too large for one number. */
struct move {
    int64_t billions, rest;
    size_t place; /* in the roll */
};

/*@ requires 0 <= before <= ROLL_LIST_SIZE_MOST && 0 <= after <= ROLL_LIST_SIZE_MOST;
    requires 0 <= all_before <= RATIO_MOST && 0 <= all_after <= RATIO_MOST;
    assigns \nothing;
    ensures 0 <= \result.billions && 0 <= \result.rest < BILLION && \result.place == place;
    ensures \result.billions * BILLION + \result.rest ==
            \abs(after * all_before - before * all_after); */
static struct move move_of(int64_t before, int64_t all_before, int64_t after, int64_t all_after,
                           size_t place)
{
    int64_t rest = after * (all_before % BILLION) - before * (all_after % BILLION);
    int64_t billions =
        after * (all_before / BILLION) - before * (all_after / BILLION) + rest / BILLION;
    rest %= BILLION;
    //@ assert all_before == all_before / BILLION * BILLION + all_before % BILLION;
    //@ assert all_after == all_after / BILLION * BILLION + all_after % BILLION;
    //@ assert billions * BILLION + rest == after * all_before - before * all_after;
    if (billions < 0 || (billions == 0 && rest < 0)) {
        billions = -billions;
        rest = -rest;
    }
    if (rest < 0) {
        billions--;
        rest += BILLION;
    }
    return (struct move){billions, rest, place};
}

static int compare_moves(const void *one, const void *other)
{
    const struct move *a = one;
    const struct move *b = other;
    if (a->billions != b->billions)
        return a->billions > b->billions ? -1 : 1;
    if (a->rest != b->rest)
        return a->rest > b->rest ? -1 : 1;
    return a->place < b->place ? -1 : 1;
}

static struct practice_change *compare_practices(struct arena *arena,
                                                 const struct reweighting_request *request,
                                                 struct reweighting *result)
{
    const struct roll *roll = request->roll;
    struct practice_change *practices = arena_alloc(arena, roll->count, sizeof *practices);
    struct move *moves = arena_alloc(arena, roll->count, sizeof *moves);
    for (size_t i = 0; i < roll->count; i++) {
        const struct member *member = &roll->members[i];
        int64_t after = request->sizes[i].list_size;
        /* In hundredths of a percent, rounded as they are printed. */
        int64_t points = shares_rounded(after, result->after, 10000) -
                         shares_rounded(member->list_size, result->before, 10000);
        practices[i] = (struct practice_change){
            .practice = member->name,
            .code = member->code,
            .before = member->list_size,
            .after = after,
            .change = after - member->list_size,
            .percent_change = percent_change(arena, member->list_size, after),
            .weight_before = ratio_percent(arena, member->list_size, result->before, 2),
            .weight_after = ratio_percent(arena, after, result->after, 2),
            .weight_change = with_sign(arena, points,
                                       ratio_decimal(arena, points < 0 ? -points : points, 100, 2)),
            .source = request->sizes[i].source,
        };
        moves[i] = move_of(member->list_size, result->before, after, result->after, i);
    }
    qsort(moves, roll->count, sizeof *moves, compare_moves);
    for (size_t i = 0; i < roll->count; i++)
        practices[moves[i].place].rank = i + 1;
    result->practices = practices;
    result->practice_count = roll->count;
    return practices;
}

/* The sizes then, or those of the practices that stay, now: of those in a section of the roll. */
static int64_t *sizes_of(struct arena *arena, const struct reweighting_request *request,
                         const struct section *section, bool after, size_t *count)
{
    int64_t *sizes = arena_alloc(arena, request->roll->count, sizeof *sizes);
    *count = 0;
    for (size_t i = 0; i < request->roll->count; i++) {
        const struct member *member = &request->roll->members[i];
        if (!section_has(section, member))
            continue;
        if (!after)
            sizes[(*count)++] = member->list_size;
        else if (request->sizes[i].source != SIZE_LEFT)
            sizes[(*count)++] = request->sizes[i].list_size;
    }
    return sizes;
}

static struct reach reach_of(struct arena *arena, const struct reweighting_request *request,
                             const struct rule *rule, const struct section *section, bool after)
{
    size_t count;
    int64_t total = 0;
    const int64_t *sizes = sizes_of(arena, request, section, after, &count);
    for (size_t i = 0; i < count; i++)
        total += sizes[i];
    return decide_reach(arena, sizes, count, needed_of_all(rule, total, 0));
}

/* The places in the roll of those in a section; NULL where that is all of them. */
static const size_t *places_of(struct arena *arena, const struct roll *roll,
                               const struct section *section, size_t *count)
{
    size_t *places = arena_alloc(arena, roll->count, sizeof *places);
    *count = 0;
    for (size_t i = 0; i < roll->count; i++)
        if (section_has(section, &roll->members[i]))
            places[(*count)++] = i;
    return *count == roll->count ? NULL : places;
}

/* A quorum in each of the sections in which it is to be met. */
static void compare_quorum(struct arena *arena, const struct reweighting_request *request,
                           const struct quorum_use *use, struct quorum_change *quorums,
                           size_t *quorum_count)
{
    const struct rule *rule = use->rule;
    size_t count;
    const struct section *sections =
        sections_of(arena, request->roll, &whole_roll, &rule->as.condition, &count);
    for (size_t i = 0; i < count; i++) {
        struct quorum_change *quorum = &quorums[(*quorum_count)++];
        *quorum = (struct quorum_change){
            .text = sections[i].of_area
                        ? arena_format(arena, "%s, in %s", rule->text,
                                       request->roll->areas[sections[i].area_number])
                        : rule->text,
            .decisions = text_list(arena, use->decisions, use->count, "and"),
            .before = reach_of(arena, request, rule, &sections[i], false),
            .after = reach_of(arena, request, rule, &sections[i], true),
        };
        quorum->asked = places_of(arena, request->roll, &sections[i], &quorum->asked_count);
    }
}

/* Every quorum in patients that some decision asks for by default. */
static void compare_quorums(struct arena *arena, const struct reweighting_request *request,
                            struct reweighting *result)
{
    const struct quorum_uses uses = quorum_uses(arena, request->rules);
    struct quorum_change *quorums =
        arena_alloc(arena, uses.count * (request->roll->area_count + 1), sizeof *quorums);
    for (size_t i = 0; i < uses.count; i++) {
        const struct condition *asks = &uses.items[i].rule->as.condition;
        if (asks->measure == MEASURE_POPULATION && !asks->is_number)
            compare_quorum(arena, request, &uses.items[i], quorums, &result->quorum_count);
    }
    result->quorums = quorums;
}

/* Who stays on the roll, with the new list sizes. */
static struct roll roll_after(struct arena *arena, const struct reweighting_request *request)
{
    const struct roll *before = request->roll;
    struct member *members = arena_alloc(arena, before->count, sizeof *members);
    struct roll roll = *before;
    roll.count = 0;
    for (size_t i = 0; i < before->count; i++) {
        if (request->sizes[i].source == SIZE_LEFT)
            continue;
        members[roll.count] = before->members[i];
        members[roll.count++].list_size = request->sizes[i].list_size;
    }
    roll.members = members;
    return roll;
}

/* Who decides when all of a roll vote, who have so many votes, and a share of these carries it. */
static struct power power_on(struct arena *arena, const struct ruleset *set,
                             const struct roll *roll, int64_t *in_all)
{
    const struct weighed weighed = weigh_all(arena, set, roll);
    bool patients = set->one[RULE_WEIGHT]->as.weight.kind == WEIGHT_LIST_SIZE;
    *in_all = patients ? 0 : weighed.all;
    return decide_power(arena, weighed.votes, roll->count, weighed.quota);
}

/* Voting power, for the first decision that is weighted by list sizes and carried by a share of the
 * votes. When all vote, the votes cast are the votes of all. */
static void compare_power(struct arena *arena, const struct reweighting_request *request,
                          struct reweighting *result)
{
    const struct rules *rules = request->rules;
    for (size_t i = 0; i < rules->decision_count; i++) {
        struct ruleset set = rules_resolve(arena, rules, rules->decisions[i], NULL, 0);
        if (!carried_by_quota(&set) || !weight_of_patients(&set.one[RULE_WEIGHT]->as.weight))
            continue;
        const struct roll after = roll_after(arena, request);
        result->power_before = power_on(arena, &set, request->roll, &result->votes_before);
        result->power_after = power_on(arena, &set, &after, &result->votes_after);
        result->power_decision = set.title;
        return;
    }
}

static void compare_shares(struct arena *arena, const struct reweighting_request *request,
                           struct reweighting *result)
{
    const struct rules *rules = request->rules;
    const struct share *share = decide_share(arena, rules, request->roll, request->localities);
    if (rules->locality != NULL && rules->governing_body_votes != NULL) {
        result->locality = rules->locality->text;
        result->votes_in_all = rules->governing_body_votes->as.number;
        result->clause = rules->governing_body_votes->clause;
    }
    if (share != NULL)
        result->share_before = (struct share_figures){
            .known = true,
            .population = share->population,
            .total = share->total,
            .percent = share->percent,
            .percent_long = share->percent_long,
            .votes = share->votes,
        };
    if (result->votes_in_all > 0 && result->area_total > 0)
        result->share_after = (struct share_figures){
            .known = true,
            .population = result->after,
            .total = result->area_total,
            .percent = ratio_percent(arena, result->after, result->area_total, 1),
            .percent_long = ratio_percent(arena, result->after, result->area_total, 2),
            .votes =
                ratio_decimal(arena, result->votes_in_all * result->after, result->area_total, 2),
        };
}

/* --- The localities --- */

static void compare_localities(struct arena *arena, const struct reweighting_request *request,
                               struct reweighting *result)
{
    const struct roll *localities = request->localities;
    int64_t total = result->area_total, votes_in_all = result->votes_in_all;
    if (localities == NULL || request->populations == NULL)
        return;
    struct locality_change *changes = arena_alloc(arena, localities->count, sizeof *changes);
    const struct member *own =
        roll_find_folded(localities, text_fold(arena, request->rules->locality->text));
    for (size_t i = 0; i < localities->count; i++) {
        const struct locality_now *now = &request->populations[i];
        bool known = now->population > 0 && total >= now->population;
        changes[i] = (struct locality_change){
            .name = localities->members[i].name,
            .is_own = &localities->members[i] == own,
            .practices = (int64_t)now->practices,
            .before = localities->members[i].list_size,
            .after = now->population,
            .share_percent = known ? ratio_percent(arena, now->population, total, 1) : NULL,
            .votes = known && votes_in_all > 0
                         ? ratio_decimal(arena, votes_in_all * now->population, total, 2)
                         : NULL,
        };
    }
    result->localities = changes;
    result->locality_count = localities->count;
}

/* --- The county --- */

/* What the area's sum holds for a practice. Of two figures the first is counted. */
static int64_t counted_in(const struct national_area *area, const struct national_figure *figure)
{
    bool counted = figure->state == NATIONAL_FOUND || figure->state == NATIONAL_TWICE;
    bool here = figure->area != NULL && strcmp(figure->area, area->code) == 0;
    return counted && here ? figure->list_size : 0;
}

static const char *area_in_file(const struct national *national, size_t place)
{
    const struct national_figure *figure = &national->figures[place];
    if (!national->has_areas || figure->state == NATIONAL_MISSING)
        return NULL;
    return figure->area == NULL ? "" : figure->area;
}

/* The county's total, which has to hold exactly the locality that is worked out as its part. */
static void add_up_area(const struct reweighting_request *request,
                        struct practice_change *practices, struct reweighting *result)
{
    const struct national_area *area = request->area;
    bool summed = request->sum_of_localities > 0;
    result->total_of_localities = summed;
    result->total_stated = !summed && request->stated_total > 0;
    result->area_total = summed ? request->sum_of_localities : request->stated_total;
    if (area == NULL)
        return;
    result->area = area->code;
    result->area_practices = area->practices;
    result->area_in_file = result->area_sum = area->population;
    for (size_t i = 0; i < request->roll->count; i++) {
        practices[i].in_area = counted_in(area, &request->national->figures[i]);
        practices[i].file_area = area_in_file(request->national, i);
        if (practices[i].source != SIZE_LEFT)
            result->area_sum += practices[i].after - practices[i].in_area;
    }
    result->area_in_doubt = request->area_in_doubt;
    if (!result->total_stated && !summed && !result->area_in_doubt)
        result->area_total = result->area_sum;
}

struct reweighting decide_reweighting(struct arena *arena,
                                      const struct reweighting_request *request)
{
    struct reweighting result = {
        .body = request->rules->body,
        .terms = request->rules->terms,
        .before_at = request->roll->as_at,
        .as_at = request->as_at,
        .not_first_of_april = request->as_at.month != 4 || request->as_at.day != 1,
        .older = date_given(request->roll->as_at) &&
                 date_compare(request->as_at, request->roll->as_at) < 0,
        .layout = request->national->layout,
        .of_own_table = request->national->by_name,
        .has_areas = request->national->has_areas,
        .before = request->roll->population,
    };
    for (size_t i = 0; i < request->roll->count; i++) {
        result.after += request->sizes[i].list_size;
        result.staying += request->sizes[i].source != SIZE_LEFT;
    }
    result.percent_change = percent_change(arena, result.before, result.after);
    struct practice_change *practices = compare_practices(arena, request, &result);
    add_up_area(request, practices, &result);
    compare_shares(arena, request, &result);
    compare_localities(arena, request, &result);
    compare_quorums(arena, request, &result);
    compare_power(arena, request, &result);
    return result;
}
