/* SPDX-License-Identifier: MIT */

/* The program decides every poll as the contract does when it is followed word by word. */
#include "laws/naive.h"
#include "laws/random_tables.h"

enum {
    POLLS = TRIES(6000)
};

static const char *const naive_words[] = {"carried",  "not carried", "not binding",
                                          "elected",  "not elected", "further election",
                                          "not valid"};
static const char *const candidate_names[] = {"Dr A", "Dr B", "Dr C"};

/* A quantity in hundredths of a vote, or whole patients or members. */
static long long quantity(int64_t seen, unsigned places, bool votes)
{
    if (!votes)
        return seen;
    return places == 2 ? seen : places == 1 ? 10 * seen : 100 * seen;
}

static bool same_figures(const struct count *seen, unsigned places,
                         const struct naive_figures *wanted)
{
    return seen->members == wanted->by[MEMBERS] &&
           figure_of(seen->population) == wanted->by[POPULATION] &&
           quantity(figure_of(seen->votes), places, true) == wanted->by[VOTES];
}

static const char *compare_result(const struct result *seen, const struct naive_outcome *wanted)
{
    const char *winner = wanted->winner < 0 ? NULL : candidate_names[wanted->winner];
    if (strcmp(verdict_word(seen->verdict), naive_words[wanted->verdict]) != 0)
        return "verdict";
    if (winner == NULL ? seen->winner != NULL
                       : seen->winner == NULL || strcmp(seen->winner, winner) != 0)
        return "winner";
    size_t run_off = 0;
    for (int i = 0; i < 3; i++) {
        if (wanted->verdict != FURTHER || !wanted->runs_off[i])
            continue;
        if (run_off >= seen->run_off_count ||
            strcmp(seen->run_off[run_off], candidate_names[i]) != 0)
            return "run-off";
        run_off++;
    }
    if (run_off != seen->run_off_count)
        return "run-off";
    return seen->tied != wanted->tied || seen->review != wanted->review ? "tied or review" : NULL;
}

/* Also that no less is enough, or where it is a limit that no more is. */
static bool condition_agrees(const struct condition_outcome *seen,
                             const struct naive_condition *wanted)
{
    const struct model_condition *asks = wanted->asks;
    bool votes = asks->measure == VOTES;
    long long unit = votes && seen->places == 0 ? 100 : votes && seen->places == 1 ? 10 : 1;
    long long needed = quantity(figure_of(seen->needed), seen->places, votes);
    long long beyond = asks->at_most ? needed + unit : needed - unit;
    if (quantity(figure_of(seen->part), seen->places, votes) != wanted->part ||
        seen->met != wanted->met ||
        quantity(figure_of(seen->whole), seen->places, votes) != wanted->whole)
        return false;
    if (!naive_enough(asks, wanted->of_all, needed, wanted->whole) ||
        (beyond >= 0 && naive_enough(asks, wanted->of_all, beyond, wanted->whole)))
        return false;
    long long missing = asks->at_most ? wanted->part - needed : needed - wanted->part;
    return quantity(figure_of(seen->short_by), seen->places, votes) == (wanted->met ? 0 : missing);
}

static const char *compare_conditions(const struct poll_outcome *seen,
                                      const struct naive_outcome *wanted)
{
    if (seen->condition_count != (size_t)wanted->condition_count)
        return "number of conditions";
    for (int i = 0; i < wanted->condition_count; i++) {
        if (!condition_agrees(&seen->conditions[i], &wanted->conditions[i]))
            return "condition";
        bool reachable = wanted->conditions[i].met || naive_reachable(&wanted->conditions[i]);
        if (seen->conditions[i].unreachable == reachable)
            return "whether it can be met";
    }
    return NULL;
}

static const char *compare_figures(const struct poll_outcome *seen,
                                   const struct naive_outcome *wanted)
{
    for (size_t group = 0; group < GROUPS; group++)
        if (!same_figures(&seen->counts[group], seen->weighing.places, &wanted->groups[group]))
            return group_name((enum group)group);
    for (size_t i = 0; i < seen->election.candidate_count; i++)
        for (int k = 0; k < 3; k++)
            if (strcmp(seen->election.candidates[i].name, candidate_names[k]) == 0 &&
                !same_figures(&seen->election.candidates[i].count, seen->weighing.places,
                              &wanted->candidates[k]))
                return candidate_names[k];
    for (size_t status = 0; status < RETURN_STATUSES; status++)
        if (seen->ballots.by_status[status] != (size_t)wanted->statuses[status])
            return return_status_name((enum return_status)status);
    return NULL;
}

static const char *compare_reading(const struct reading_outcome *seen,
                                   const struct naive_outcome *wanted)
{
    if (wanted->conflict)
        return seen->result.verdict == VERDICT_NONE && seen->differs ? NULL : "reading's conflict";
    return compare_result(&seen->result, wanted) == NULL ? NULL : "reading";
}

/* The set of readings (a bit each) decided by the contract; false when two name one rule. */
static bool decide_set(const struct model *model, unsigned set, struct naive_outcome *outcome)
{
    struct model_rules rules = model->rules;
    unsigned fields = 0;
    for (int i = 0; i < model->reading_count; i++) {
        if ((set & 1u << i) == 0)
            continue;
        if ((fields & 1u << model->readings[i].field) != 0)
            return false;
        fields |= 1u << model->readings[i].field;
        rules = model_read(rules, &model->readings[i]);
    }
    *outcome = naive_decide(model, &rules);
    return true;
}

/* The same verdict, and yet others would stand in the further election. */
static bool run_off_differs(const struct naive_outcome *one, const struct naive_outcome *other)
{
    return !one->conflict && one->verdict == FURTHER && other->verdict == FURTHER &&
           memcmp(one->runs_off, other->runs_off, sizeof one->runs_off) != 0;
}

static bool differs(const struct naive_outcome *one, const struct naive_outcome *other)
{
    return one->conflict || one->verdict != other->verdict || one->winner != other->winner ||
           run_off_differs(one, other);
}

static const struct reading_outcome *find_set(const struct poll_outcome *seen, unsigned set)
{
    for (size_t i = 0; i < seen->reading_count; i++) {
        unsigned named = 0;
        for (size_t k = 0; k < seen->readings[i].together_count; k++)
            named |= 1u << (unsigned)(seen->readings[i].together[k][strlen("reading ")] - '0');
        if (named == set)
            return &seen->readings[i];
    }
    return NULL;
}

/* Every reading is told; a combination when it differs and no part of it does. */
static const char *compare_readings(const struct model *model, const struct poll_outcome *seen,
                                    const struct naive_outcome *by_default)
{
    bool certain = true;
    size_t told = 0;
    unsigned differing = 0; /* a bit for each set that differs, 8 sets at most */
    for (unsigned set = 1; set < 1u << model->reading_count; set++) {
        struct naive_outcome wanted;
        if (!decide_set(model, set, &wanted))
            continue;
        bool minimal = true;
        for (unsigned part = 1; part < set; part++)
            if ((part & set) == part && (differing & 1u << part) != 0)
                minimal = false;
        if (differs(&wanted, by_default)) {
            certain = false;
            differing |= 1u << set;
        }
        bool single = (set & (set - 1)) == 0;
        const struct reading_outcome *reading = find_set(seen, set);
        bool tell = single || (minimal && differs(&wanted, by_default));
        if (tell != (reading != NULL))
            return "which readings are told";
        told += tell;
        if (tell && (reading->differs != differs(&wanted, by_default) ||
                     compare_reading(reading, &wanted) != NULL))
            return "reading";
        if (tell && reading->run_off_differs != run_off_differs(&wanted, by_default))
            return "whether others would stand";
    }
    if (told != seen->reading_count)
        return "number of readings";
    return seen->certain == certain ? NULL : "certain";
}

static const char *compare(const struct model *model, const struct poll_outcome *seen,
                           const struct naive_outcome *wanted)
{
    const char *fault = compare_result(&seen->result, wanted);
    if (fault == NULL)
        fault = compare_figures(seen, wanted);
    if (fault == NULL)
        fault = compare_conditions(seen, wanted);
    if (fault == NULL)
        fault = compare_readings(model, seen, wanted);
    return fault;
}

static void compare_polls(uint64_t seed, struct model_shape shape)
{
    struct random random = {seed};
    int conflicts = 0, verdicts[7] = {0}, uncertain = 0;
    int polls = shape.sections ? POLLS / 3 : POLLS;
    for (int i = 0; i < polls; i++) {
        struct arena *arena = arena_new(NULL);
        struct model model = random_model(&random, shape);
        struct naive_outcome wanted = naive_decide(&model, &model.rules);
        struct poll_outcome seen;
        bool decided = decide_model(arena, &model, &seen);
        const char *fault = decided == wanted.conflict ? "conflict" : NULL;
        if (fault == NULL && decided)
            fault = compare(&model, &seen, &wanted);
        if (fault != NULL) {
            show_model(arena, &model, i);
            print_error("they differ in: %s\n", fault);
            fail();
        }
        conflicts += wanted.conflict;
        verdicts[wanted.verdict] += !wanted.conflict;
        uncertain += decided && !seen.certain;
        arena_free(arena);
    }
    /* A law that only ever saw one kind of poll would prove little. */
    check_true(conflicts > polls / 60 && conflicts < polls / 2);
    check_true(!shape.readings || uncertain > polls / 60);
    for (int i = 0; i < 7; i++)
        check_true(verdicts[i] > polls / 120 || (i < 3 ? !shape.motions : !shape.elections));
}

static void test_motions(void **state)
{
    (void)state;
    compare_polls(1, (struct model_shape){.motions = true});
}

static void test_elections(void **state)
{
    (void)state;
    compare_polls(2, (struct model_shape){.elections = true});
}

static void test_motions_with_readings(void **state)
{
    (void)state;
    compare_polls(3, (struct model_shape){.motions = true, .readings = true});
}

static void test_elections_with_readings(void **state)
{
    (void)state;
    compare_polls(4, (struct model_shape){.elections = true, .readings = true});
}

static void test_motions_of_sections(void **state)
{
    (void)state;
    compare_polls(5, (struct model_shape){.motions = true, .readings = true, .sections = true});
}

static void test_elections_of_sections(void **state)
{
    (void)state;
    compare_polls(6, (struct model_shape){.elections = true, .readings = true, .sections = true});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_motions),
        cmocka_unit_test(test_elections),
        cmocka_unit_test(test_motions_with_readings),
        cmocka_unit_test(test_elections_with_readings),
        cmocka_unit_test(test_motions_of_sections),
        cmocka_unit_test(test_elections_of_sections),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
