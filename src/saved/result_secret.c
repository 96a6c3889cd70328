/* SPDX-License-Identifier: MIT */
#include "result_internal.h"

#include <string.h>

#include "quorate/names.h"

/*
 * Rows for a secret vote. A result tells who returned a ballot and how many went for what, not who
 * voted how; by heads any votes that come to the same heads decide the same. So the members who
 * returned a ballot are given those votes in the order of the roll. What does not add up is left:
 * then the count comes out otherwise, and that is found.
 */

static bool was_at_opening(const json_t *item)
{
    return json_is_true(json_object_get(item, "opening"));
}

/* The members who stand in one way: those who were there when the meeting opened, then the others,
 * each in the result's order. */
static const struct member **members_standing(struct row_draft *draft, const json_t *object,
                                              const char *standing, size_t *count)
{
    const json_t *array = json_object_get(object, "members");
    size_t size = json_array_size(array);
    const struct member **members = arena_alloc(draft->arena, size, sizeof *members);
    *count = 0;
    for (size_t i = 0; i < 2 * size; i++) {
        const json_t *item = json_array_get(array, i < size ? i : i - size);
        const char *stands = result_text(draft->arena, item, "standing");
        if (stands == NULL || strcmp(stands, standing) != 0 || was_at_opening(item) != (i < size))
            continue;
        const struct member *member = rows_member(draft, result_text(draft->arena, item, "name"));
        if (member != NULL)
            members[(*count)++] = member;
    }
    return members;
}

static size_t heads(const json_t *object, const char *group)
{
    const json_t *counts = json_object_get(object, "counts");
    return rows_number(json_object_get(counts, group), "members", RECORDED_ROWS_MOST);
}

static size_t rows_with(const json_t *object, const char *status)
{
    return rows_number(json_object_get(object, "ballots"), status, RECORDED_ROWS_MOST);
}

/* ---- Two answers of one member */

/* An answer that is not this one. */
static void answer_otherwise(const struct row_draft *draft, const struct ballot *than,
                             struct ballot *ballot)
{
    ballot->vote = than->vote == VOTE_ABSTAIN ? VOTE_PRESENT : VOTE_ABSTAIN;
    if (than->vote == VOTE_ABSTAIN && draft->poll->candidate_count > 0)
        ballot->vote = VOTE_CANDIDATE;
    else if (than->vote == VOTE_ABSTAIN && !draft->poll->is_election)
        ballot->vote = VOTE_FOR;
}

static void add_void_rows(struct row_draft *draft, const struct member *member, size_t count)
{
    struct ballot first = *rows_add(draft, member, VOTE_ABSTAIN);
    for (size_t i = 1; i < count; i++)
        answer_otherwise(draft, &first, rows_add(draft, member, VOTE_BLANK));
}

static bool rests_on(const struct row_draft *draft, const json_t *object, enum rule_kind kind)
{
    const json_t *basis = json_object_get(object, "basis");
    for (size_t i = 0; i < json_array_size(basis); i++) {
        const char *rule = result_text(draft->arena, json_array_get(basis, i), "rule");
        if (rule != NULL && strcmp(rule, rule_name(kind)) == 0)
            return true;
    }
    return false;
}

static void swap(struct ballot *one, struct ballot *other)
{
    struct ballot kept = *one;
    *one = *other;
    *other = kept;
}

/* Rows that another of the same member stands for. That the vote rests on the rule for repeats says
 * that one of them had another answer, and which of the two then counts. */
static void add_superseded(struct row_draft *draft, const json_t *object, size_t first)
{
    size_t count = rows_with(object, "superseded");
    if (first >= draft->count || count == 0)
        return;
    struct ruleset set =
        rules_resolve(draft->arena, draft->record->rules, draft->poll->decision, NULL, 0);
    enum repeat_rule repeat = set.one[RULE_REPEAT_BALLOTS]->as.repeat;
    bool differed = heads(object, "void") == 0 && rests_on(draft, object, RULE_REPEAT_BALLOTS);
    for (size_t i = 0; i < count; i++) {
        struct ballot *again = rows_add(draft, draft->ballots[first].member, VOTE_BLANK);
        const struct ballot *counts = &draft->ballots[first];
        again->vote = counts->vote;
        again->candidate = counts->candidate;
        again->interest = counts->interest;
    }
    if (!differed)
        return;
    struct ballot *counts = &draft->ballots[first], *last = &draft->ballots[draft->count - 1];
    answer_otherwise(draft, counts, last);
    if (repeat == REPEAT_LAST)
        swap(counts, last);
}

/* ---- Who returned a ballot */

/* Votes of one kind, for as many members as are left and have it. */
struct deal {
    struct row_draft *draft;
    const struct member *const *members;
    size_t next, count;
};

static void deal_votes(struct deal *deal, enum vote vote, size_t candidate, size_t heads_of_it)
{
    for (size_t i = 0; i < heads_of_it && deal->next < deal->count; i++)
        rows_add(deal->draft, deal->members[deal->next++], vote)->candidate = (uint32_t)candidate;
}

static void deal_candidates(struct deal *deal, const json_t *object)
{
    const json_t *array = json_object_get(object, "candidates");
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *item = json_array_get(array, i);
        const char *name = result_text(deal->draft->arena, item, "name");
        size_t candidate =
            name == NULL ? deal->draft->poll->candidate_count : rows_candidate(deal->draft, name);
        if (candidate < deal->draft->poll->candidate_count)
            deal_votes(deal, VOTE_CANDIDATE, candidate,
                       rows_number(item, "members", RECORDED_ROWS_MOST));
    }
}

static void deal_void(struct deal *deal, const json_t *object)
{
    size_t members = heads(object, "void"), rows = rows_with(object, "void");
    for (size_t i = 0; i < members && deal->next < deal->count; i++) {
        size_t others = 2 * (members - i - 1);
        size_t own = i == 0 && rows > others + 2 ? rows - others : 2;
        add_void_rows(deal->draft, deal->members[deal->next++], own);
    }
}

static void deal_answers(struct deal *deal, const json_t *object)
{
    if (deal->draft->poll->is_election) {
        deal_candidates(deal, object);
    } else {
        deal_votes(deal, VOTE_FOR, 0, heads(object, "for"));
        deal_votes(deal, VOTE_AGAINST, 0, heads(object, "against"));
    }
    deal_votes(deal, VOTE_ABSTAIN, 0, heads(object, "abstained"));
    deal_votes(deal, VOTE_SPOILT, 0, heads(object, "spoilt"));
    deal_votes(deal, VOTE_PRESENT, 0, rows_with(object, "present"));
}

/* ---- The whole */

/* Rows that were refused are told, but for their vote. Those that came too early or too late are
 * told to have, and not when. */
static void add_refused(struct row_draft *draft, const json_t *object, const json_t *options)
{
    const json_t *array = json_object_get(object, "refused");
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *item = json_array_get(array, i);
        const struct member *member =
            rows_member(draft, result_text(draft->arena, item, "practice"));
        const char *came = result_text(draft->arena, item, "came");
        if (member == NULL)
            continue;
        struct ballot *ballot = rows_add(draft, member, VOTE_ABSTAIN);
        rows_read_voter(draft, item, ballot);
        bool early = came != NULL && strcmp(came, "early") == 0;
        const char *bound =
            came == NULL ? NULL : result_text(draft->arena, options, early ? "opens" : "closes");
        if (bound != NULL && moment_parse(bound, &ballot->details->received))
            ballot->details->received.seconds += early ? -1 : 1;
    }
}

static void add_each(struct row_draft *draft, const json_t *object, const char *standing,
                     enum vote vote, size_t most)
{
    size_t count;
    const struct member **members = members_standing(draft, object, standing, &count);
    for (size_t i = 0; i < count && i < most; i++)
        rows_add(draft, members[i], vote)->interest = vote == VOTE_BLANK;
}

/* That a proxy voted is told by the rules that the vote rests on, not for whom. */
static void make_a_proxy(struct row_draft *draft, const json_t *object, size_t first)
{
    for (size_t i = 0; i < draft->count; i++)
        if (draft->ballots[i].role == ROLE_PROXY)
            return;
    if (first >= draft->count || !rests_on(draft, object, RULE_PROXY))
        return;
    draft->ballots[first].role = ROLE_PROXY;
    draft->ballots[first].details->voter = "-";
    draft->ballots[first].notified = NOTIFIED_YES;
}

/* Whoever was there when the meeting opened is told by name. */
static void take_openings(struct row_draft *draft, const json_t *object, size_t first)
{
    const json_t *array = json_object_get(object, "members");
    bool *opening = arena_alloc(draft->arena, draft->record->roll->count, sizeof *opening);
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *item = json_array_get(array, i);
        const struct member *member =
            was_at_opening(item) ? rows_member(draft, result_text(draft->arena, item, "name"))
                                 : NULL;
        if (member != NULL)
            opening[member->index] = true;
    }
    for (size_t i = first; i < draft->count; i++)
        draft->ballots[i].at_opening = opening[draft->ballots[i].member->index];
}

/* Where only the ballots told the day of the vote, it is that of the roll. */
static void date_last_row(struct row_draft *draft, const json_t *document)
{
    const char *day = result_text(draft->arena, json_object_get(document, "roll"), "day");
    if (day != NULL && !draft->record->timed && draft->count > 0)
        moment_parse(day, &draft->ballots[draft->count - 1].details->received);
}

void secret_rows(struct row_draft *draft, const json_t *document, const json_t *object)
{
    struct deal deal = {.draft = draft};
    deal.members = members_standing(draft, object, "returned", &deal.count);
    add_refused(draft, object, json_object_get(document, "options"));
    size_t first = draft->count;
    deal_answers(&deal, object);
    add_each(draft, object, "interested", VOTE_BLANK, RECORDED_ROWS_MOST);
    add_each(draft, object, "absent", VOTE_ABSENT, rows_with(object, "absent"));
    make_a_proxy(draft, object, first);
    date_last_row(draft, document);
    add_superseded(draft, object, first);
    deal_void(&deal, object);
    take_openings(draft, object, first);
}

/* ---- What heads do not tell */

static bool asks_for_sizes(const struct rule *rule)
{
    const struct condition *asks = &rule->as.condition;
    switch (rule->kind) {
    case RULE_WEIGHT:
        return rule->as.weight.kind != WEIGHT_ONE_EACH;
    case RULE_QUORUM:
        return !rule->worded && asks->measure == MEASURE_POPULATION &&
               asks->scope != SCOPE_PRESENT && asks->scope != SCOPE_ALL;
    case RULE_PASSES:
    case RULE_ELECTS:
    case RULE_REVIEW:
        return !rule->worded && asks->measure == MEASURE_POPULATION;
    case RULE_AREAS:
        return rule->as.every_area;
    default:
        return false;
    }
}

static bool is_of(const struct rule *rule, const char *decision, bool reading)
{
    return (rule->reading != NULL) == reading &&
           (rule->decision == NULL || strcmp(rule->decision, decision) == 0);
}

bool secret_weighs(const struct rules *rules, const char *decision)
{
    for (size_t i = 0; i < rules->count; i++)
        if (is_of(&rules->rows[i], decision, false) && asks_for_sizes(&rules->rows[i]))
            return true;
    return false;
}

/* Whether it lets somebody vote less than the rule in its place does; the values of the rule for
 * proxies do not stand in that order. */
static bool is_stricter(const struct rule *rule, const struct ruleset *set)
{
    static const int strictness[] = {
        [PROXY_ANY] = 0, [PROXY_NAMED] = 1, [PROXY_NAMED_AND_NOTIFIED] = 2, [PROXY_NONE] = 3};
    if (rule->kind == RULE_VOTERS)
        return (set->one[RULE_VOTERS]->as.roles & ~rule->as.roles) != 0;
    return rule->kind == RULE_PROXY && (set->one[RULE_VOTERS]->as.roles & 1u << ROLE_PROXY) != 0 &&
           strictness[rule->as.proxy] > strictness[set->one[RULE_PROXY]->as.proxy];
}

static bool makes_void(const struct rule *rule)
{
    return rule->as.repeat == REPEAT_VOID_TAKES_PART || rule->as.repeat == REPEAT_VOID_NO_PART;
}

/* Whether it may count a ballot that did not count. Where different ones are void, those of which
 * another counts say the same. */
static bool counts_another(const struct rule *rule, const struct ruleset *set, const json_t *object)
{
    const struct rule *own = set->one[RULE_REPEAT_BALLOTS];
    if (rule->kind != RULE_REPEAT_BALLOTS)
        return false;
    return makes_void(own) ? rows_with(object, "void") > 0 && !makes_void(rule)
                           : rows_with(object, "superseded") > 0;
}

const char *const *secret_uncertain(const struct row_draft *draft, const json_t *object,
                                    size_t *count)
{
    const struct rules *rules = draft->record->rules;
    const char *decision = draft->poll->decision;
    struct ruleset set = rules_resolve(draft->arena, rules, decision, NULL, 0);
    const char **names = arena_alloc(draft->arena, rules->count, sizeof *names);
    *count = 0;
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rows[i];
        bool asks_more =
            asks_for_sizes(rule) || is_stricter(rule, &set) || counts_another(rule, &set, object);
        if (asks_more && is_of(rule, decision, true) &&
            !name_is_among(rule->reading, names, *count))
            names[(*count)++] = rule->reading;
    }
    return names;
}
