/* SPDX-License-Identifier: MIT */

/* What a further election takes of a saved result, and what of it is not believed. */
#include "polls.h"

#include "quorate/saved.h"

static const char rules_text[] =
    RULES "vote,weight,one vote per practice,,\nvote,elects,most votes,,\n"
          "weighed,weight,list size,,\nweighed,elects,most votes,,\nweighed,secrecy,secret,,\n"
          "motion,weight,one vote per practice,,\nmotion,passes,more than half of votes cast,,\n";

#define THREE                                                                                      \
    "[{\"name\": \"A\", \"members\": 4}, {\"name\": \"B\", \"members\": 4}, "                      \
    "{\"name\": \"C\", \"members\": 2}]"

/* A poll with these values; run_off and candidates are JSON. */
static const char *poll_of(struct arena *arena, const char *decision, const char *verdict,
                           const char *run_off, const char *candidates)
{
    return arena_format(arena,
                        "{\"motion\": null, \"decision\": \"%s\", \"verdict\": \"%s\", "
                        "\"winner\": null, \"run_off\": %s, \"candidates\": %s}",
                        decision, verdict, run_off, candidates);
}

static bool load(struct arena *arena, const char *polls, struct diag *diag,
                 const struct saved_poll **read, size_t *count)
{
    struct rules *rules = arena_alloc(arena, 1, sizeof *rules);
    struct diag none = {.arena = arena};
    check_true(load_rules(arena, &none, bytes_of("rules.csv", rules_text), rules, NULL));
    return load_result_polls(
        arena, diag, bytes_of("result.json", arena_format(arena, "{\"polls\": [%s]}", polls)),
        rules, read, count);
}

/* The first fault, or "". */
static const char *fault_of(struct arena *arena, const char *polls)
{
    struct diag diag = {.arena = arena};
    const struct saved_poll *read;
    size_t count;
    bool sound = load(arena, polls, &diag, &read, &count);
    check_int(sound, diag.errors == 0);
    return diag.count == 0 ? "" : diag.problems[0].what.full;
}

static const char *fault_in_vote(struct arena *arena, const char *run_off, const char *candidates)
{
    return fault_of(arena, poll_of(arena, "vote", "further election", run_off, candidates));
}

static void test_what_is_read(void **state)
{
    struct arena *arena = arena_of(state);
    struct diag diag = {.arena = arena};
    const struct saved_poll *polls;
    size_t count;
    const char *text = arena_format(
        arena, "%s, %s", poll_of(arena, "VOTE", "further election", "[\"A\", \"B\"]", THREE),
        "{\"motion\": \"The plan\", \"decision\": \"motion\", \"verdict\": \"carried\", "
        "\"winner\": null, \"run_off\": []}");
    check_true(load(arena, text, &diag, &polls, &count));
    check_int(count, 2);
    check_text(polls[0].motion, NULL);
    check_text(polls[0].decision, "vote");
    check_true(polls[0].is_election);
    check_int(polls[0].run_off_count, 2);
    check_text(polls[0].run_off[1], "B");
    check_text(polls[1].motion, "The plan");
    check_false(polls[1].is_election);
    check_text(polls[1].verdict, "carried");
    check_int(polls[1].run_off_count, 0);
}

static void test_names_that_are_none(void **state)
{
    static const char torn[] = "vote 1: a name in \"run_off\" is not a text on one line";
    static const char *const names[] = {"1",         "null",      "\"\"",         "\" \"",
                                        "\"A\\nB\"", "\"A\\tB\"", "\"\\u202eA\"", "[\"A\"]"};
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        check_text(fault_in_vote(arena, arena_format(arena, "[\"A\", %s]", names[i]), THREE), torn);
    check_text(fault_in_vote(arena, "[\"A\", \"B\", \"a.\"]", THREE),
               "vote 1: a name stands twice in \"run_off\"");
    check_text(fault_in_vote(arena, "\"A\"", THREE), "vote 1: \"run_off\" is not there as a list");
    check_text(fault_in_vote(arena, "[\"A\"]", THREE),
               "vote 1: a further election is between two candidates at least");
    check_text(fault_in_vote(arena, "[]", THREE),
               "vote 1: a further election is between two candidates at least");
}

static void test_figures_that_say_otherwise(void **state)
{
    static const char other[] =
        "vote 1: those who stand again are not the candidates with the most votes";
    static const char none[] =
        "[{\"name\": \"A\", \"members\": 0}, {\"name\": \"B\", \"members\": 0}]";
    static const char by_votes[] =
        "[{\"name\": \"A\", \"members\": 1, \"votes\": \"5.5\"}, {\"name\": \"B\", "
        "\"members\": 3, \"votes\": \"5.5\"}, {\"name\": \"C\", \"members\": 3, \"votes\": "
        "\"5.25\"}]";
    struct arena *arena = arena_of(state);
    check_text(fault_in_vote(arena, "[\"A\", \"B\"]", THREE), "");
    check_text(fault_in_vote(arena, "[\"B\", \"A\"]", THREE), "");
    check_text(fault_in_vote(arena, "[\"A\", \"C\"]", THREE), other);
    check_text(fault_in_vote(arena, "[\"A\", \"B\", \"C\"]", THREE), other);
    check_text(fault_in_vote(arena, "[\"A\", \"D\"]", THREE), other);
    check_text(fault_in_vote(arena, "[\"A\", \"B\"]", "null"), other);
    check_text(fault_in_vote(arena, "[\"A\", \"B\"]", none), other);
    check_text(fault_in_vote(arena, "[\"A\", \"B\"]", by_votes), "");
    check_text(fault_in_vote(arena, "[\"B\", \"C\"]", by_votes), other);
    /* Figures that are none, and a winner beside them. */
    check_text(fault_in_vote(arena, "[\"A\", \"B\"]",
                             "[{\"name\": \"A\", \"votes\": \"4\"}, {\"name\": \"B\", \"votes\": "
                             "\"four\"}]"),
               other);
    check_text(fault_in_vote(arena, "[\"A\", \"B\"]",
                             "[{\"name\": \"A\", \"members\": 4}, {\"name\": \"B\", \"members\": "
                             "\"4\"}]"),
               other);
    check_text(fault_in_vote(arena, "[\"A\", \"B\"]",
                             "[{\"name\": \"A\", \"members\": 4}, {\"members\": 4}]"),
               other);
    check_text(fault_of(arena, "{\"motion\": null, \"decision\": \"vote\", \"verdict\": \"further "
                               "election\", \"winner\": \"A\", \"run_off\": [\"A\", \"B\"], "
                               "\"candidates\": " THREE "}"),
               "vote 1: it names a winner as well as a further election");
    check_text(fault_of(arena, "{\"motion\": 5, \"decision\": \"vote\", \"verdict\": \"elected\", "
                               "\"winner\": \"A\", \"run_off\": []}"),
               "vote 1: \"motion\" is neither a text on one line nor null");
    check_text(fault_of(arena, "{\"motion\": null, \"decision\": \"vote\", \"winner\": \"A\", "
                               "\"run_off\": []}"),
               "vote 1: \"verdict\" is not there as a text");
    check_text(fault_of(arena, "{\"motion\": null, \"verdict\": \"elected\", \"run_off\": []}"),
               "vote 1: it is of no kind of decision that the rules know");
}

/* Where votes are secret and weighted, heads do not tell who was ahead: only that they stood. */
static void test_figures_that_are_withheld(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(
        fault_of(arena, poll_of(arena, "weighed", "further election", "[\"A\", \"C\"]", THREE)),
        "");
    check_text(
        fault_of(arena, poll_of(arena, "weighed", "further election", "[\"A\", \"D\"]", THREE)),
        "vote 1: those who stand again are not the candidates with the most votes");
}

static void test_verdicts_that_contradict(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(fault_of(arena, poll_of(arena, "vote", "elected", "[\"A\", \"B\"]", THREE)),
               "vote 1: it names who stands again, and its verdict is another");
    check_text(
        fault_of(arena, poll_of(arena, "motion", "further election", "[\"A\", \"B\"]", THREE)),
        "vote 1: a motion cannot lead to a further election");
    check_text(fault_of(arena, poll_of(arena, "tombola", "elected", "[]", THREE)),
               "vote 1: it is of no kind of decision that the rules know");
    check_text(fault_of(arena, "{\"decision\": \"vote\", \"motion\": null, \"run_off\": []}"),
               "vote 1: \"verdict\" is not there as a text");
    check_text(fault_of(arena, "{\"decision\": \"vote\", \"motion\": 1, \"verdict\": \"elected\", "
                               "\"run_off\": []}"),
               "vote 1: \"motion\" is neither a text on one line nor null");
    check_text(fault_of(arena, "{\"decision\": \"vote\", \"motion\": null, \"winner\": \"A\", "
                               "\"verdict\": \"further election\", \"run_off\": [\"A\", \"B\"], "
                               "\"candidates\": " THREE "}"),
               "vote 1: it names a winner as well as a further election");
    check_text(fault_of(arena, "1"), "vote 1: it is of no kind of decision that the rules know");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_what_is_read),
        test_with_arena(test_names_that_are_none),
        test_with_arena(test_figures_that_say_otherwise),
        test_with_arena(test_figures_that_are_withheld),
        test_with_arena(test_verdicts_that_contradict),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
