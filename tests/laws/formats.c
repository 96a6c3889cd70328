/* SPDX-License-Identifier: MIT */

/* The text and the JSON of one poll never disagree: what the JSON says is looked for in the text.
 */
#include <ctype.h>
#include <jansson.h>

#include "laws/outcomes.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

enum {
    POLLS = TRIES(3000)
};

/* Both reports of a poll, the text with its line breaks and columns taken out. */
struct pair {
    struct arena *arena;
    const char *text;
    const json_t *poll;
    unsigned places;     /* of votes */
    const char *missing; /* what the text does not hold, NULL while it holds all */
};

static const char *flattened(struct arena *arena, const char *text)
{
    struct buffer flat = {.arena = arena};
    for (; *text != '\0'; text++) {
        bool space = *text == ' ' || *text == '\n';
        if (space && (flat.length == 0 || flat.bytes[flat.length - 1] == ' '))
            continue;
        buffer_add_bytes(&flat, space ? " " : text, 1);
    }
    return buffer_text(&flat);
}

static void expect(struct pair *pair, const char *part)
{
    if (pair->missing == NULL && strstr(pair->text, part) == NULL)
        pair->missing = part;
}

static const char *word(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    check_true(text != NULL);
    return text == NULL ? "" : text;
}

static const char *capitals(struct arena *arena, const char *text)
{
    char *copy = arena_copy(arena, text, strlen(text));
    for (char *at = copy; *at != '\0'; at++)
        *at = (char)toupper((unsigned char)*at);
    return copy;
}

/* "91732" and "5.5" as the text prints them: votes with all the decimals that they have. */
static const char *grouped(struct arena *arena, const char *quantity, unsigned places)
{
    long long whole = strtoll(quantity, NULL, 10);
    const char *point = strchr(quantity, '.');
    const char *decimals = point == NULL ? "" : point + 1;
    const char *text = number_grouped(arena, whole);
    if (places == 0)
        return text;
    return arena_format(arena, "%s.%s%.*s", text, decimals, (int)(places - strlen(decimals)),
                        "000000");
}

static void expect_result(struct pair *pair)
{
    struct arena *arena = pair->arena;
    const json_t *winner = json_object_get(pair->poll, "winner");
    const json_t *run_off = json_object_get(pair->poll, "run_off");
    expect(pair, arena_format(arena, "Result %s", capitals(arena, word(pair->poll, "verdict"))));
    if (json_is_string(winner))
        expect(pair, arena_format(arena, "Result ELECTED: %s", json_string_value(winner)));
    const char *names[3] = {NULL};
    size_t count = json_array_size(run_off);
    for (size_t i = 0; i < count && i < 3; i++)
        names[i] = json_string_value(json_array_get(run_off, i));
    if (count > 0)
        expect(pair, text_list(arena, names, count, "and"));
}

static void expect_quorum(struct pair *pair)
{
    struct arena *arena = pair->arena;
    size_t index;
    const json_t *condition;
    json_array_foreach(json_object_get(pair->poll, "conditions"), index, condition)
    {
        bool quorum = strcmp(word(condition, "rule"), "quorum") == 0;
        bool number = strstr(word(condition, "text"), "members") != NULL;
        unsigned places = strstr(word(condition, "text"), "votes") == NULL ? 0 : pair->places;
        const char *part = grouped(arena, word(condition, "part"), places);
        if (!quorum)
            continue;
        if (!number && strcmp(word(condition, "part"), "0") != 0)
            expect(pair, arena_format(arena, "%s of %s ", part,
                                      grouped(arena, word(condition, "whole"), places)));
        if (!number)
            expect(pair, grouped(arena, word(condition, "needed"), places));
        if (json_is_false(json_object_get(condition, "met")))
            expect(pair, arena_format(arena, "This is %s short.",
                                      grouped(arena, word(condition, "short"), places)));
    }
}

static long long heads(const json_t *counts, const char *group)
{
    return json_integer_value(json_object_get(json_object_get(counts, group), "members"));
}

static void expect_choice(struct pair *pair, const char *name, const json_t *figures, bool one_each)
{
    struct arena *arena = pair->arena;
    long long members = json_integer_value(json_object_get(figures, "members"));
    if (one_each)
        return;
    expect(pair, arena_format(arena, "%lld %s %s", members, members == 1 ? "practice" : "practices",
                              name));
    expect(pair, arena_format(arena, "%s patient",
                              number_grouped(arena, json_integer_value(
                                                        json_object_get(figures, "population")))));
}

static void expect_motion(struct pair *pair)
{
    const json_t *counts = json_object_get(pair->poll, "counts");
    bool one_each = strcmp(word(pair->poll, "weight"), "one vote per practice") == 0;
    expect_choice(pair, "for", json_object_get(counts, "for"), one_each);
    expect_choice(pair, "against", json_object_get(counts, "against"), one_each);
    if (one_each)
        expect(pair, arena_format(pair->arena, "Votes %lld for, %lld against, %lld abstained",
                                  heads(counts, "for"), heads(counts, "against"),
                                  heads(counts, "abstained")));
}

static void expect_candidates(struct pair *pair)
{
    struct arena *arena = pair->arena;
    size_t index;
    const json_t *candidate;
    bool one_each = strcmp(word(pair->poll, "weight"), "one vote per practice") == 0;
    json_array_foreach(json_object_get(pair->poll, "candidates"), index, candidate)
    {
        long long members = json_integer_value(json_object_get(candidate, "members"));
        const char *unit = one_each       ? members == 1 ? "vote" : "votes"
                           : members == 1 ? "practice"
                                          : "practices";
        expect(pair, arena_format(arena, "%s %lld %s", word(candidate, "name"), members, unit));
    }
}

static void expect_readings(struct pair *pair)
{
    struct arena *arena = pair->arena;
    size_t index;
    const json_t *reading;
    bool differs = false;
    json_array_foreach(json_object_get(pair->poll, "readings"), index, reading)
    {
        const json_t *verdict = json_object_get(reading, "verdict");
        const json_t *together = json_object_get(reading, "together");
        if (!json_is_true(json_object_get(reading, "differs")))
            continue;
        differs = true;
        for (size_t i = 0; i < json_array_size(together); i++)
            expect(pair,
                   arena_format(arena, "\"%s\"", json_string_value(json_array_get(together, i))));
        bool others_stand = json_is_string(verdict) &&
                            strcmp(json_string_value(verdict), "further election") == 0 &&
                            strcmp(word(pair->poll, "verdict"), "further election") == 0;
        if (others_stand)
            expect(pair, "others would stand in the further election");
        else if (json_is_string(verdict))
            expect(pair, arena_format(arena, "the result would be %s",
                                      capitals(arena, json_string_value(verdict))));
    }
    check_int(json_is_true(json_object_get(pair->poll, "certain")), !differs);
    bool told = strstr(pair->text, "On how the rules are read") != NULL;
    check_int(told, differs);
}

static void expect_rows(struct pair *pair)
{
    static const char *const statuses[] = {"counted", "abstained",  "spoilt",     "present",
                                           "absent",  "interested", "superseded", "void"};
    struct arena *arena = pair->arena;
    const json_t *ballots = json_object_get(pair->poll, "ballots");
    expect(pair, arena_format(arena, "Rows %lld in the ballot file",
                              (long long)json_integer_value(json_object_get(ballots, "rows"))));
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        long long rows = json_integer_value(json_object_get(ballots, statuses[i]));
        if (rows > 0)
            expect(pair, arena_format(arena, "%lld %s", rows, statuses[i]));
    }
}

static void compare_formats(struct arena *arena, const struct model *model,
                            struct poll_outcome *poll, int number)
{
    const char *report = report_of(arena, poll, "text");
    json_error_t error;
    json_t *root = json_loads(report_of(arena, poll, "json"), JSON_REJECT_DUPLICATES, &error);
    check_true(root != NULL);
    struct pair pair = {
        .arena = arena,
        .text = flattened(arena, report),
        .poll = json_array_get(json_object_get(root, "polls"), 0),
        .places = poll->weighing.places,
    };
    expect_result(&pair);
    expect_quorum(&pair);
    if (model->rules.election)
        expect_candidates(&pair);
    else
        expect_motion(&pair);
    expect_readings(&pair);
    expect_rows(&pair);
    if (pair.missing != NULL) {
        show_model(arena, model, number);
        print_error("%s\nnot in the text: %s\n", report, pair.missing);
        fail();
    }
    json_decref(root);
}

static void test_text_and_json_agree(void **state)
{
    (void)state;
    struct random random = {51};
    int decided = 0;
    for (int i = 0; i < POLLS; i++) {
        struct arena *arena = arena_new(NULL);
        struct model model = random_model(
            &random, (struct model_shape){.motions = true, .elections = true, .readings = true});
        struct poll_outcome poll;
        enlarge_lists(&random, &model);
        if (model.rules.weight == PER_PATIENTS)
            model.rules.patients *= 500;
        if (decide_model(arena, &model, &poll)) {
            compare_formats(arena, &model, &poll, i);
            decided++;
        }
        arena_free(arena);
    }
    check_true(decided > POLLS / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_and_json_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
