/* SPDX-License-Identifier: MIT */
#include "unit/check.h"

#include "quorate/saved.h"

#define HASH "1a691638bdbf40620774a37ac10d1d6753cd3be99f356d3a1c9c17b3df42224b"

/* A line that is sound; `ballots_hmac` need not be there. */
static const char line[] =
    "{\"n\":1,\"date\":\"2016-05-04\",\"body\":\"Five Practices\",\"kind\":\"reply\","
    "\"title\":\"By reply\",\"motion\":null,\"post\":null,\"verdict\":\"carried\","
    "\"consensus\":false,\"winner\":null,\"run_off\":[\"Dr A\"],\"certain\":true,"
    "\"quorum\":[{\"text\":\"at least 2 practices replying\",\"part\":\"4\",\"whole\":null,"
    "\"needed\":\"2\",\"met\":true}],"
    "\"figures\":[{\"group\":\"all\",\"members\":5,\"votes\":\"5\"},"
    "{\"candidate\":\"Dr A\",\"members\":4,\"votes\":null}],\"keep_months\":null,"
    "\"destroy_on\":null,\"corrects\":null,\"result_sha256\":\"" HASH "\","
    "\"ballots_hmac\":\"" HASH "\",\"previous_sha256\":null}";

/* Of the line with other words in the place of some. */
static const char *fault_of(struct arena *arena, const char *words, const char *others)
{
    const char *at = strstr(line, words);
    check_true(at != NULL);
    const char *text =
        arena_format(arena, "%.*s%s%s\n", (int)(at - line), line, others, at + strlen(words));
    struct decision_register decisions;
    load_register(arena, (struct bytes){.name = "r", .bytes = text, .length = strlen(text)},
                  &decisions);
    check_true(decisions.fault_count <= 1);
    const char *fault = decisions.fault_count == 0 ? "" : decisions.faults[0].what;
    check_int(decisions.count, strstr(fault, "is no line") == NULL);
    return fault;
}

/* What is none of its kind is a fault of the line, and never nothing. */
static void values_of_another_kind(void **state)
{
#define NO_LINE "is no line of a register: its "
    static const char *const edits[][3] = {
        {"\"n\":1", "\"n\":1", ""},
        {"\"n\":1", "\"n\":\"1\"", NO_LINE "\"n\" is not there as a whole number"},
        {"\"n\":1", "\"n\":-1", NO_LINE "\"n\" is not there as a whole number"},
        {"\"n\":1", "\"n\":9223372036854775807", NO_LINE "\"n\" is not there as a whole number"},
        {"\"n\":1", "\"m\":1", NO_LINE "\"n\" is not there as a whole number"},
        {"\"2016-05-04\"", "null", ""},
        {"\"2016-05-04\"", "\"2016-02-30\"", NO_LINE "\"date\" is not a date"},
        {"\"2016-05-04\"", "20160504", NO_LINE "\"date\" is not there as a text or null"},
        {"\"Five Practices\"", "null", ""},
        {"\"Five Practices\"", "5", NO_LINE "\"body\" is not there as a text or null"},
        {"\"body\"", "\"bodies\"", NO_LINE "\"body\" is not there as a text or null"},
        {"\"reply\"", "null", NO_LINE "\"kind\" is not there as a text"},
        {"\"title\"", "\"titles\"", NO_LINE "\"title\" is not there as a text"},
        {"\"carried\"", "true", NO_LINE "\"verdict\" is not there as a text"},
        {"\"consensus\":false", "\"consensus\":null",
         NO_LINE "\"consensus\" is not there as true or false"},
        {"\"consensus\":false,", "", NO_LINE "\"consensus\" is not there as true or false"},
        {"\"certain\":true", "\"certain\":\"yes\"",
         NO_LINE "\"certain\" is not there as true or false"},
        {"[\"Dr A\"]", "[]", ""},
        {"[\"Dr A\"]", "[5]", NO_LINE "\"run_off\" is not a list of names"},
        {"[\"Dr A\"]", "\"Dr A\"", NO_LINE "\"run_off\" is not there as a list"},
        {"\"quorum\":", "\"quorums\":", NO_LINE "\"quorum\" is not there as a list"},
        {"\"met\":true", "\"met\":1", NO_LINE "\"met\" is not there as true or false"},
        {"\"part\":\"4\"", "\"part\":4", NO_LINE "\"part\" is not there as a text or null"},
        {"\"figures\":", "\"figure\":", NO_LINE "\"figures\" is not there as a list"},
        {"\"group\":\"all\"", "\"group\":null", NO_LINE "\"group\" is not there as a text"},
        {"\"candidate\":\"Dr A\"", "\"candidate\":4",
         NO_LINE "\"candidate\" is not there as a text"},
        {"\"members\":5", "\"members\":5.0", NO_LINE "\"members\" is not there as a whole number"},
        {"\"keep_months\":null", "\"keep_months\":1", ""},
        {"\"keep_months\":null", "\"keep_months\":\"1\"",
         NO_LINE "\"keep_months\" is not there as a whole number"},
        {"\"destroy_on\":null", "\"destroy_on\":\"2016-06-04\"", ""},
        {"\"destroy_on\":null", "\"destroy_on\":\"soon\"", NO_LINE "\"destroy_on\" is not a date"},
        {"\"corrects\":null", "\"corrects\":1", "corrects line 1, which is not before it"},
        {"\"corrects\":null", "\"corrects\":[]",
         NO_LINE "\"corrects\" is not there as a whole number"},
        {"\"result_sha256\":\"1a", "\"result_sha256\":\"xx",
         NO_LINE "\"result_sha256\" is not a hash"},
        {"\"result_sha256\":\"" HASH "\"", "\"result_sha256\":null",
         NO_LINE "\"result_sha256\" is not a hash"},
        {"\"ballots_hmac\":\"" HASH "\",", "", ""},
        {"\"ballots_hmac\":\"1a", "\"ballots_hmac\":\"1A6",
         NO_LINE "\"ballots_hmac\" is not a hash"},
        {"\"previous_sha256\":null", "\"previous_sha256\":\"" HASH "\"",
         "follows another line, and there is none before it"},
        {"\"previous_sha256\":null", "\"previous_sha256\":\"none\"",
         NO_LINE "\"previous_sha256\" is not a hash"},
        {"\"previous_sha256\":null", "\"later\":1,\"previous_sha256\":null", ""},
    };
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        print_message("%s for %s\n", edits[i][1], edits[i][0]);
        check_text(fault_of(arena_of(state), edits[i][0], edits[i][1]), edits[i][2]);
    }
    check_text(fault_of(arena_of(state), line, "[1]"),
               "is no line of a register: it is no JSON object");
    check_text(fault_of(arena_of(state), "\"n\":1,", "\"n\":1,\"n\":1,"),
               "is no line of a register: it is no JSON object");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(values_of_another_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
