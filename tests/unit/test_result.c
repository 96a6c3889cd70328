/* SPDX-License-Identifier: MIT */

/* Saved results: what is believed of them, and where two of them differ. */
#include "check.h"

#include <jansson.h>

#include "quorate/report.h"
#include "quorate/saved.h"
#include "reports.h"

static struct bytes bytes_of(const char *text)
{
    return (struct bytes){.name = "result.json", .bytes = text, .length = strlen(text)};
}

/* ---- Reading */

#define OPTIONS_WITH(extra)                                                                        \
    "{\"decision\": \"meeting\", \"constitution\": \"here\", \"bundled\": false, \"rules\": "      \
    "null, \"practices\": \"p.csv\", \"localities\": null, \"candidates\": null, \"motion\": "     \
    "\"A \\u20ac\", \"route\": null, \"confirmed\": \"2015-07-01\", \"opens\": null, \"closes\": " \
    "\"2015-06-30T17:00:00\", \"casting_vote\": \"for\", "                                         \
    "\"show_ballots\": true" extra "}"

#define RESULT_WITH(options, inputs)                                                               \
    "{\"schema\": \"quorate/tally/1\", \"version\": \"1.0.0\", \"body\": null, \"polls\": [], "    \
    "\"options\": " options ", \"inputs\": [" inputs "]}"

#define DATED   OPTIONS_WITH(", \"date\": \"2015-06-24\"")
#define BALLOTS "{\"role\": \"ballots\", \"file\": \"b.csv\", \"rows\": 9}"

static const char *fault_by(struct arena *arena, const char *text,
                            bool (*load)(struct arena *arena, struct diag *diag, struct bytes bytes,
                                         struct saved_result *result))
{
    struct diag diag = {.arena = arena};
    struct saved_result result;
    bool sound = load(arena, &diag, bytes_of(text), &result);
    check_int(sound, diag.errors == 0);
    return diag.count == 0 ? "" : diag.problems[0].what.full;
}

static const char *fault_of(struct arena *arena, const char *text)
{
    return fault_by(arena, text, load_result);
}

static void test_what_it_takes_to_count_again(void **state)
{
    struct diag diag = {.arena = arena_of(state)};
    struct saved_result result;
    check_true(
        load_result(arena_of(state), &diag,
                    bytes_of(RESULT_WITH(DATED, BALLOTS ", {\"role\": \"rules\", \"file\": "
                                                        "\"rules.csv\", \"sha256\": \"ab\"}")),
                    &result));
    check_text(result.version, "1.0.0");
    check_text(result.body, NULL);
    check_text(result.constitution, "here");
    check_false(result.bundled);
    check_text(result.rules, NULL);
    check_text(result.practices, "p.csv");
    check_text(result.decision, "meeting");
    check_text(result.motion, "A \xe2\x82\xac");
    check_text(result.date, "2015-06-24");
    check_text(result.confirmed, "2015-07-01");
    check_text(result.opens, NULL);
    check_text(result.closes, "2015-06-30T17:00:00");
    check_text(result.casting_vote, "for");
    check_true(result.show_ballots);
    check_int(result.input_count, 2);
    check_text(result.inputs[0].file, "b.csv");
    check_text(result.inputs[0].sha256, NULL);
    check_text(result.inputs[1].sha256, "ab");
}

static void test_what_is_refused(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(fault_of(arena, RESULT_WITH(DATED, BALLOTS)), "");
    check_text(fault_of(arena, ""), "this is not a JSON document, or a torn one");
    check_text(fault_of(arena, "{\"schema\": \"quorate/tally/1\"} {}"),
               "this is not a JSON document, or a torn one");
    check_text(fault_of(arena, "[\"quorate/tally/1\"]"), "this is not the result of a tally");
    check_text(fault_of(arena, "{\"a\": 1, \"a\": 1}"), "a key stands here twice");
    check_text(fault_of(arena, RESULT_WITH("[]", BALLOTS)),
               "this result does not hold the options of its count, so it cannot be counted again");
    check_text(fault_of(arena, RESULT_WITH(OPTIONS_WITH(""), BALLOTS)),
               "\"date\" is not there as a text or null");
    check_text(fault_of(arena, RESULT_WITH(OPTIONS_WITH(", \"date\": \"31/02/2015\""), BALLOTS)),
               "\"date\" is not a date");
    check_text(fault_of(arena, RESULT_WITH(DATED, "{\"role\": \"ballots\"}")),
               "\"file\" is not there as a text");
}

/* What a command line could not have said. */
static void test_options_of_another_kind(void **state)
{
#define NO_COLUMNS "\"columns\" is not a list of columns with their headings"
#define NO_ANSWERS "\"answers\" is not a list of answers with what they mean"
    static const char *const options[][2] = {
        {"\"multi_line\": true, \"whole\": false", ""},
        {"\"multi_line\": 1", "\"multi_line\" is not there as true or false"},
        {"\"whole\": null", "\"whole\" is not there as true or false"},
        {"\"encoding\": \"latin1\"", ""},
        {"\"encoding\": \"runes\"", "\"encoding\" is not the name of an encoding that is known"},
        {"\"encoding\": 1", "\"encoding\" is not there as a text or null"},
        {"\"dates\": \"month-first\"", ""},
        {"\"dates\": \"year-first\"", "\"dates\" is not day-first, month-first or null"},
        {"\"columns\": [\"vote=Your answer\"]", ""},
        {"\"columns\": null", NO_COLUMNS},
        {"\"columns\": \"vote=Your answer\"", NO_COLUMNS},
        {"\"columns\": [\"vote=Your answer\", 1]", NO_COLUMNS},
        {"\"columns\": [\"votes of all\"]", NO_COLUMNS},
        {"\"answers\": [\"deputy of the day=deputy\"]", ""},
        {"\"answers\": {}", NO_ANSWERS},
        {"\"answers\": [\"=\"]", NO_ANSWERS},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        print_message("%s\n", options[i][0]);
        check_text(
            fault_of(arena,
                     arena_format(arena, RESULT_WITH(OPTIONS_WITH(", \"date\": null, %s"), BALLOTS),
                                  options[i][0])),
            options[i][1]);
    }
    check_text(fault_of(arena,
                        "{\"schema\": \"quorate/tally/1\", \"version\": \"1.0.0\", "
                        "\"body\": null, \"polls\": {}, \"options\": " DATED ", \"inputs\": []}"),
               "\"polls\" is not there as a list");
}

/* The same of new list sizes. */
static void test_wishes_of_another_kind(void **state)
{
#define SIZES                                                                                      \
    ", \"date\": null, \"area\": null, \"total\": %s, \"as_at\": null, \"adopt\": false, "         \
    "\"keep\": %s, \"set\": [], \"leave\": []"
    static const char *const wishes[][3] = {
        {"null", "[]", ""},
        {"\"5,000\"", "[\"K84001\"]", ""},
        {"\"some\"", "[]", "\"total\" is not a whole number"},
        {"5000", "[]", "\"total\" is not there as a text or null"},
        {"null", "[\"\"]", "\"keep\" is not there as a list of practices"},
        {"null", "[1]", "\"keep\" is not there as a list of practices"},
        {"null", "{}", "\"keep\" is not there as a list of practices"},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++) {
        const char *text =
            arena_format(arena,
                         "{\"schema\": \"quorate/reweight/1\", \"version\": \"1.0.0\", "
                         "\"body\": null, \"written_to\": null, \"options\": " OPTIONS_WITH(
                             SIZES) ", \"inputs\": []}",
                         wishes[i][0], wishes[i][1]);
        check_text(fault_by(arena, text, load_any_result), wishes[i][2]);
    }
    check_text(fault_by(arena, "{\"schema\": \"quorate/other/1\"}", load_any_result),
               "this is no result that can be verified");
}

/* A name leads nowhere but beside the result. */
static void test_names_that_lead_elsewhere(void **state)
{
    static const char *const names[] = {"/etc/passwd", "../b.csv", "a/b.csv", "..", ".", ""};
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *input =
            arena_format(arena, "{\"role\": \"ballots\", \"file\": \"%s\"}", names[i]);
        const char *text = arena_format(arena, RESULT_WITH(DATED, "%s"), input);
        check_text(fault_of(arena, text), "\"file\" is not the name of a file without its folder");
    }
}

/* Every beginning of a result is refused, whatever is cut off. */
static void test_torn_results(void **state)
{
    static const char whole[] = RESULT_WITH(DATED, BALLOTS);
    struct arena *arena = arena_of(state);
    for (size_t length = 0; length < sizeof whole - 1; length++)
        check_true(fault_of(arena, arena_copy(arena, whole, length))[0] != '\0');
}

/* ---- Comparing */

/* "place: saved / counted | ..." */
static const char *listed(struct arena *arena, const struct differences *differences)
{
    struct buffer text = {.arena = arena};
    check_int(differences->count, differences->all);
    for (size_t i = 0; i < differences->count; i++) {
        const struct difference *item = &differences->items[i];
        buffer_format(&text, "%s%s: %s / %s", i > 0 ? " | " : "", item->place,
                      item->saved == NULL ? "-" : item->saved,
                      item->counted == NULL ? "-" : item->counted);
    }
    return buffer_text(&text);
}

static const char *told(struct arena *arena, const char *saved, const char *counted,
                        bool same_version)
{
    struct differences differences, unproved;
    struct diag diag = {.arena = arena};
    const struct comparison comparison = {.saved = bytes_of(saved),
                                          .counted = bytes_of(counted),
                                          .same_version = same_version,
                                          .version = "1.0.0"};
    load_differences(arena, &diag, &comparison, &differences, &unproved);
    check_true(!same_version || unproved.all == 0);
    return listed(arena, &differences);
}

/* Behind a semicolon what is not proved, of one vote whose rows stand for its ballots. */
static const char *told_of_rows(struct arena *arena, struct recorded_poll poll, const char *saved,
                                const char *counted)
{
    struct differences differences, unproved;
    struct diag diag = {.arena = arena};
    const struct comparison comparison = {.saved = bytes_of(saved),
                                          .counted = bytes_of(counted),
                                          .same_version = true,
                                          .recorded = &poll,
                                          .recorded_count = 1};
    load_differences(arena, &diag, &comparison, &differences, &unproved);
    return arena_format(arena, "%s; %s", listed(arena, &differences), listed(arena, &unproved));
}

static void test_what_rows_do_not_prove(void **state)
{
    static const char saved[] =
        "{\"stale\": true, \"polls\": [{\"verdict\": \"v\", \"certain\": true, \"conditions\": "
        "[{\"part\": null, \"met\": true}, {\"part\": 1, \"met\": true}], \"more\": {\"verdict\": "
        "\"v\"}}]}";
    static const char counted[] =
        "{\"stale\": null, \"polls\": [{\"verdict\": \"w\", \"certain\": false, \"conditions\": "
        "[{\"part\": null, \"met\": false}, {\"part\": 1, \"met\": false}], \"more\": "
        "{\"verdict\": \"w\"}}]}";
    static const char *const uncertain = "B";
    struct arena *arena = arena_of(state);
    check_text(told_of_rows(arena, (struct recorded_poll){0}, saved, counted),
               "stale: yes / none | vote 1, verdict: v / w | vote 1, certain: yes / no | vote 1, "
               "condition 1, met: yes / no | vote 1, condition 2, met: yes / no | vote 1, more, "
               "verdict: v / w; ");
    check_text(told_of_rows(arena,
                            (struct recorded_poll){.uncertain = &uncertain, .uncertain_count = 1},
                            saved, counted),
               "stale: yes / none | vote 1, verdict: v / w | vote 1, condition 1, met: yes / no | "
               "vote 1, condition 2, met: yes / no | vote 1, more, verdict: v / w; vote 1, "
               "certain: yes / no");
    check_text(
        told_of_rows(arena, (struct recorded_poll){.weighs = true, .untimed = true}, saved,
                     counted),
        "vote 1, condition 2, met: yes / no | vote 1, more, verdict: v / w; stale: yes / none | "
        "vote 1, verdict: v / w | vote 1, certain: yes / no | vote 1, condition 1, met: yes / no");
}

/* One that asks for more than secret rows tell, and any combination, which may rest on it. */
static void test_readings_that_rows_do_not_prove(void **state)
{
    static const char *const uncertain = "B";
    check_text(
        told_of_rows(
            arena_of(state), (struct recorded_poll){.uncertain = &uncertain, .uncertain_count = 1},
            "{\"polls\": [{\"readings\": [{\"together\": [\"A\"], \"verdict\": \"v\"}, "
            "{\"together\": [\"B\"], \"verdict\": \"v\"}, {\"together\": [\"A\", \"C\"]}]}]}",
            "{\"polls\": [{\"readings\": [{\"together\": [\"A\"], \"verdict\": \"w\"}, "
            "{\"together\": [\"B\"], \"verdict\": \"w\"}]}]}"),
        "vote 1, reading 1, verdict: v / w; vote 1, reading 2, verdict: v / w | vote 1, reading 3: "
        "a group of figures / -");
}

/* Wherever they stand, and of rows or of another version only. */
static void test_words_prove_nothing(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(told_of_rows(arena, (struct recorded_poll){0}, "{\"notes\": [\"x\", \"y\"]}",
                            "{\"notes\": [\"y\", \"z\"]}"),
               "; note 1: x / - | note 2: - / z");
    check_text(
        told_of_rows(arena, (struct recorded_poll){0},
                     "{\"polls\": [{\"returns\": [{\"reason\": \"x\"}], \"reason\": \"x\"}]}",
                     "{\"polls\": [{\"returns\": [{\"reason\": null}], \"reason\": null}]}"),
        "vote 1, reason: x / none; vote 1, row 1, reason: x / none");
}

static void test_differences_by_their_place(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(told(arena, "{\"a\": {\"b_c\": 1}}", "{\"a\": {\"b_c\": 1}}", true), "");
    check_text(told(arena, "{\"a\": {\"b_c\": 1}}", "{\"a\": {\"b_c\": 2}}", true),
               "a, b c: 1 / 2");
    check_text(told(arena, "{\"a\": true}", "{\"a\": null}", true), "a: yes / none");
    check_text(told(arena, "{\"a\": \"1\"}", "{\"a\": 1}", true), "a: 1 / 1");
    check_text(told(arena, "{\"a\": [1]}", "{\"a\": {}}", true), "a: a list / a group of figures");
    check_text(told(arena, "{\"polls\": [{\"motion\": \"M\", \"winner\": \"A\"}]}",
                    "{\"polls\": [{\"motion\": \"M\", \"winner\": \"B\"}]}", true),
               "vote 1 (M), winner: A / B");
    check_text(told(arena, "{\"returns\": [{\"practice\": \"P\"}]}",
                    "{\"returns\": [{\"practice\": \"P\"}, {\"practice\": \"Q\"}]}", true),
               "row 2 (Q): - / a group of figures");
    check_text(told(arena, "{\"run_off\": [\"A\", \"B\"]}", "{\"run_off\": [\"A\"]}", true),
               "run off 2: B / -");
    check_text(told(arena, "{\"a\": 1.5}", "{\"a\": 1}", true), "a: a number with a fraction / 1");
}

static void test_what_only_one_has(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(told(arena, "{\"a\": 1}", "{\"b\": 1}", true), "b: - / 1 | a: 1 / -");
    check_text(told(arena, "{\"a\": 1}", "{\"b\": 1}", false), "b: - / 1 | a: 1 / -");
    check_text(
        told(arena, "{\"notes\": [\"x\"], \"c\": 1}", "{\"notes\": [\"y\"], \"c\": 2}", false),
        "c: 1 / 2");
    check_text(told(arena, "{\"notes\": [\"x\"]}", "{\"notes\": [\"y\"]}", true), "note 1: x / y");
}

/* Hashes are compared elsewhere, and only where they stand. */
static void test_what_is_not_compared(void **state)
{
    check_text(told(arena_of(state),
                    "{\"inputs\": [{\"role\": \"ballots\", \"file\": \"a\", \"sha256\": \"1\"}]}",
                    "{\"inputs\": [{\"role\": \"ballots\", \"file\": \"a\", \"sha256\": \"2\"}]}",
                    true),
               "");
    check_text(told(arena_of(state),
                    "{\"sha256\": \"1\", \"inputs\": {\"sha256\": \"1\"}, \"inputs[].sha256\": "
                    "\"1\", \"polls\": [{\"options\": {\"verdict\": \"v\"}, \"version\": \"1\"}]}",
                    "{\"inputs\": {}, \"polls\": [{}]}", true),
               "inputs, sha256: 1 / - | vote 1, options: a group of figures / - | vote 1, version: "
               "1 / - | sha256: 1 / - | inputs[].sha256: 1 / -");
}

/* What whoever verifies says in place of the record, by its key and by the role of the file. */
static void test_what_is_given(void **state)
{
    static const char *const given[] = {"rules", "encoding"};
    static const char saved[] =
        "{\"constitution\": \"a.csv\", \"options\": {\"rules\": \"a.csv\", \"encoding\": \"x\", "
        "\"motion\": \"M\"}, \"rules\": 1, \"inputs\": [{\"role\": \"rules\", \"file\": "
        "\"a.csv\"}, "
        "{\"role\": \"ballots\", \"file\": \"b.csv\"}]}";
    static const char counted[] =
        "{\"constitution\": \"c.csv\", \"options\": {\"rules\": \"c.csv\", \"encoding\": \"y\", "
        "\"motion\": \"N\"}, \"rules\": 2, \"inputs\": [{\"role\": \"rules\", \"file\": "
        "\"c.csv\"}, "
        "{\"role\": \"ballots\", \"file\": \"d.csv\"}]}";
    struct differences differences, unproved;
    struct diag diag = {.arena = arena_of(state)};
    const struct comparison comparison = {.saved = bytes_of(saved),
                                          .counted = bytes_of(counted),
                                          .version = "1.0.0",
                                          .same_version = true,
                                          .given = given,
                                          .given_count = 2};
    load_differences(arena_of(state), &diag, &comparison, &differences, &unproved);
    check_text(listed(arena_of(state), &differences),
               "options, motion: M / N | rules: 1 / 2 | file 2 (ballots), file: b.csv / d.csv");
    check_int(unproved.all, 0);
}

static const char *told_of_version(struct arena *arena, const char *version, const char *saved,
                                   const char *counted)
{
    struct differences differences, unproved;
    struct diag diag = {.arena = arena};
    const struct comparison comparison = {
        .saved = bytes_of(saved), .counted = bytes_of(counted), .version = version};
    load_differences(arena, &diag, &comparison, &differences, &unproved);
    return arena_format(arena, "%s; %s", listed(arena, &differences), listed(arena, &unproved));
}

/* Another version may word a sentence otherwise, and an earlier one lacks what came to be written
 * later. Neither may leave out, or add, anything else. */
static void test_another_version(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(told_of_version(arena, "0.9", "{\"version\": \"0.9\", \"notes\": [\"x\"]}",
                               "{\"version\": \"1.0.0\", \"notes\": [\"y\"], \"stale\": true}"),
               "; version: 0.9 / 1.0.0 | note 1: x / - | note 1: - / y | stale: - / yes");
    check_text(told_of_version(arena, "1.0.1", "{\"polls\": [{}]}",
                               "{\"stale\": true, \"polls\": [{\"verdict\": \"v\"}]}"),
               "stale: - / yes | vote 1, verdict: - / v; ");
    check_text(told_of_version(arena, "0.9", "{\"polls\": [{\"a\": 1}], \"options\": {\"b\": 1}}",
                               "{\"polls\": [{\"verdict\": \"v\"}], \"options\": {}}"),
               "vote 1, verdict: - / v | vote 1, a: 1 / - | options, b: 1 / -; ");
    check_text(told_of_version(
                   arena, "0.9",
                   "{\"polls\": [{\"refused\": [{\"reason\": \"x\"}, {\"reason\": \"x\"}, {}]}]}",
                   "{\"polls\": [{\"refused\": [{\"reason\": \"y\"}, {\"reason\": null}, "
                   "{\"reason\": \"y\"}]}]}"),
               "vote 1, refused row 2, reason: x / none | vote 1, refused row 3, reason: - / y; "
               "vote 1, refused row 1, reason: x / y");
}

static void test_many_differences_are_counted(void **state)
{
    struct arena *arena = arena_of(state);
    struct buffer saved = {.arena = arena};
    struct differences differences, unproved;
    struct diag diag = {.arena = arena};
    buffer_add(&saved, "{\"notes\": [0");
    for (size_t i = 1; i < DIFFERENCES_MOST + 500; i++)
        buffer_add(&saved, ", 0");
    buffer_add(&saved, "]}");
    const struct comparison comparison = {.saved = bytes_of(buffer_text(&saved)),
                                          .counted = bytes_of("{\"notes\": []}"),
                                          .same_version = true};
    load_differences(arena, &diag, &comparison, &differences, &unproved);
    check_int(differences.count, DIFFERENCES_MOST);
    check_int(differences.all, DIFFERENCES_MOST + 500);
}

/* ---- Without memory */

static size_t allocations_left;

/* Only one allocation fails: what comes behind it must not hide that. */
static void *failing_malloc(size_t size)
{
    return allocations_left-- == 0 ? NULL : malloc(size);
}

/* Memory short is never said of the document: the arena jumps, as where it runs out itself. */
static void test_reading_without_memory(void **state)
{
    jmp_buf out_of_memory;
    volatile size_t needed = 0;
    volatile bool finished = false;
    (void)state;
    while (!finished) {
        struct arena *volatile arena = arena_new(&out_of_memory);
        allocations_left = needed++;
        json_set_alloc_funcs(failing_malloc, free);
        if (setjmp(out_of_memory) == 0) {
            check_text(fault_of(arena, RESULT_WITH(DATED, BALLOTS)), "");
            finished = true;
        }
        json_set_alloc_funcs(malloc, free);
        arena_free(arena);
    }
    check_true(needed > 50);
}

static void test_comparing_without_memory(void **state)
{
    const struct comparison comparison = {.saved = bytes_of(RESULT_WITH(DATED, BALLOTS)),
                                          .counted = bytes_of("{}"),
                                          .version = "1.0.0",
                                          .same_version = true};
    jmp_buf out_of_memory;
    volatile size_t needed = 0;
    volatile bool finished = false;
    (void)state;
    while (!finished) {
        struct differences differences, unproved;
        struct arena *volatile arena = arena_new(&out_of_memory);
        struct diag diag = {.arena = arena};
        allocations_left = needed++;
        json_set_alloc_funcs(failing_malloc, free);
        if (setjmp(out_of_memory) == 0) {
            load_differences(arena, &diag, &comparison, &differences, &unproved);
            check_int(differences.all, 5); /* and the version is not proved */
            finished = true;
        }
        json_set_alloc_funcs(malloc, free);
        arena_free(arena);
    }
    check_true(needed > 50);
}

/* The votes are passed over, torn as they are, by their brackets: of which none in a text counts.
 */
static void test_brackets_in_the_words_of_votes(void **state)
{
    static const char *const words[] = {
        "]",
        "}]",
        "[{",
        "\\\"]",
        "a \\\"[\\\" b",
        "ends in \\\\",
        "in two \\\\\\\\",
        "\\\\\\\"]",
        "\\\\\\\" \\\"}",
        "",
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *text = arena_format(
            arena,
            "{\"schema\": \"quorate/tally/1\", \"version\": \"1.0.0\", \"body\": null, "
            "\"polls\": [ {\"motion\": \"%s\",\n \"members\": [[], {}] torn}], \"options\": %s, "
            "\"inputs\": [%s]}",
            words[i], DATED, BALLOTS);
        check_text(fault_of(arena, text), "");
    }
}

/* What is no JSON is told where the votes are looked into, which only a difference asks for. */
static void test_votes_that_are_no_json(void **state)
{
    static const char *const torn[] = {
        "{\"notes\": [], \"polls\": [{\"motion\": \"a]\\\"\", x}]}",
        "{\"polls\": [{\"motion\": 1, \"motion\": 2}]}",
        "{\"polls\": [1 2]}",
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof torn / sizeof *torn; i++) {
        struct diag diag = {.arena = arena};
        struct differences differences, unproved;
        struct comparison comparison = {
            .saved = bytes_of(torn[i]), .counted = bytes_of("{\"polls\": []}"), .version = "1.0.0"};
        check_false(load_differences(arena, &diag, &comparison, &differences, &unproved));
        check_int(diag.errors, 1);
        comparison.counted = comparison.saved; /* then it is ours */
        check_true(load_differences(arena, &diag, &comparison, &differences, &unproved));
        check_int(differences.all + unproved.all, 0);
    }
}

static void test_reporting(void **state)
{
    static const struct verified_file files[] = {
        {"ballots", "b.csv", NULL, "ab", "cd", FILE_CHANGED},
        {"rules", "rules.csv", NULL, "ab", "ab", FILE_SAME},
        {"candidates", "c.csv", NULL, "ab", NULL, FILE_NOT_READ},
        {"localities", "l.csv", NULL, NULL, "ab", FILE_ADDED},
    };
    static const struct difference differences[] = {{"vote 1, winner", "A", NULL}};
    struct arena *arena = arena_of(state);
    struct verification verification = {
        .version = "1.0.0",
        .saved_version = "1.0.0",
        .constitution = "here",
        .result = {.role = "result", .file = "r.json", .sha256 = "ef"},
        .files_wrong = 3,
        .files = files,
        .file_count = 4,
        .differences = {differences, 1, 1500},
    };
    for (size_t i = 0; i < format_count; i++) {
        struct buffer out = {.arena = arena};
        report_write(&formats[i], &report_kinds[REPORT_VERIFICATION], arena, &verification, &out);
        check_contains(buffer_text(&out), "ote 1, winner");
        check_contains(buffer_text(&out), "b.csv");
        if (strcmp(formats[i].name, "csv") != 0)
            check_contains(buffer_text(&out), "Only the first 1 entries are listed");
    }
    check_json_without_memory(arena, REPORT_VERIFICATION, &verification);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_what_it_takes_to_count_again),
        test_with_arena(test_what_is_refused),
        test_with_arena(test_options_of_another_kind),
        test_with_arena(test_wishes_of_another_kind),
        test_with_arena(test_names_that_lead_elsewhere),
        test_with_arena(test_torn_results),
        test_with_arena(test_differences_by_their_place),
        test_with_arena(test_what_rows_do_not_prove),
        test_with_arena(test_readings_that_rows_do_not_prove),
        test_with_arena(test_words_prove_nothing),
        test_with_arena(test_what_only_one_has),
        test_with_arena(test_what_is_not_compared),
        test_with_arena(test_what_is_given),
        test_with_arena(test_another_version),
        test_with_arena(test_many_differences_are_counted),
        test_with_arena(test_reading_without_memory),
        test_with_arena(test_comparing_without_memory),
        test_with_arena(test_brackets_in_the_words_of_votes),
        test_with_arena(test_votes_that_are_no_json),
        test_with_arena(test_reporting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
