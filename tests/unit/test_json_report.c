/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "../../src/report/json.h"
#include "outcomes.h"
#include "quorate/report.h"
#include "reports.h"

static const char *json_of(struct arena *arena, const struct sample *sample)
{
    struct buffer out = {.arena = arena};
    report_json(arena, &sample->outcome, &out);
    return buffer_text(&out);
}

static bool holds(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

/* The whole of a small motion, key by key in the order of the contract. */
static void whole_page(void **state)
{
    static struct sample sample;
    static const char *const columns[] = {"vote=Do you agree?"};
    sample_meeting(&sample);
    sample.outcome.sizes_age = SIZES_HOLD;
    check_true(moment_parse("2015-06-24 09:00", &sample.returns[0].received));
    sample.poll.ballots.return_count = sample.poll.roll_call.standing_count =
        sample.poll.basis_count = 1;
    sample.poll.condition_count = 1;
    sample.poll.quorum.without_interested_count = 0;
    sample.share.totals_differ = false;
    sample.readings[0] = (struct reading_outcome){.name = "otherwise",
                                                  .result.verdict = VERDICT_NOT_BINDING,
                                                  .together = (const char *const[]){"otherwise"},
                                                  .together_count = 1};
    sample.poll.readings = sample.readings;
    sample.poll.reading_count = 1;
    sample.outcome.from.request = (struct request){.decision = "meeting",
                                                   .bundled = true,
                                                   .constitution = "south-east-oxfordshire-2015",
                                                   .practices = "other.csv",
                                                   .confirmed = {2015, 7, 1},
                                                   .casting_vote = "for",
                                                   .encoding = "windows-1252",
                                                   .multi_line = true,
                                                   .columns = columns,
                                                   .column_count = 1};
    /* In three pieces: a text literal may not be longer. */
    check_text(
        json_of(arena_of(state), &sample),
        arena_format(
            arena_of(state), "%s%s%s",
            "{\n"
            "  \"schema\": \"quorate/tally/1\",\n"
            "  \"version\": \"1.0.0\",\n"
            "  \"constitution\": \"south-east-oxfordshire-2015\",\n"
            "  \"origin\": \"bundled\",\n"
            "  \"differs_from_bundled\": null,\n"
            "  \"body\": \"South East Oxfordshire Locality Group\",\n"
            "  \"edition\": \"2015/16\",\n"
            "  \"unit\": \"practice\",\n"
            "  \"date\": \"2015-06-24\",\n"
            "  \"as_at\": \"2015-04-01\",\n"
            "  \"stale\": false,\n"
            "  \"polls\": [\n"
            "    {\n"
            "      \"motion\": \"Adopt the frailty pathway proposal\",\n"
            "      \"decision\": \"meeting\",\n"
            "      \"title\": \"Vote at a meeting\",\n"
            "      \"verdict\": \"carried\",\n"
            "      \"tied\": false,\n"
            "      \"winner\": null,\n"
            "      \"run_off\": [],\n"
            "      \"review\": false,\n"
            "      \"certain\": true,\n"
            "      \"weight\": \"one vote per practice\",\n"
            "      \"counts\": {\n"
            "        \"all\": {\n          \"members\": 10,\n          \"population\": 91732,\n"
            "          \"votes\": \"10\"\n        },\n"
            "        \"present\": {\n          \"members\": 8,\n          \"population\": 77375,\n"
            "          \"votes\": \"8\"\n        },\n"
            "        \"voting\": {\n          \"members\": 6,\n          \"population\": 62306,\n"
            "          \"votes\": \"6\"\n        },\n"
            "        \"for\": {\n          \"members\": 4,\n          \"population\": 42965,\n"
            "          \"votes\": \"4\"\n        },\n"
            "        \"against\": {\n          \"members\": 2,\n          \"population\": 19341,\n"
            "          \"votes\": \"2\"\n        },\n"
            "        \"abstained\": {\n          \"members\": 1,\n          \"population\": 3661,\n"
            "          \"votes\": \"1\"\n        },\n"
            "        \"interested\": {\n          \"members\": 1,\n          \"population\": "
            "11408,\n"
            "          \"votes\": \"1\"\n        },\n"
            "        \"absent\": {\n          \"members\": 2,\n          \"population\": 14357,\n"
            "          \"votes\": \"2\"\n        },\n"
            "        \"cast\": {\n          \"members\": 6,\n          \"population\": 62306,\n"
            "          \"votes\": \"6\"\n        },\n"
            "        \"void\": {\n          \"members\": 0,\n          \"population\": 0,\n"
            "          \"votes\": \"0\"\n        }\n"
            "      },\n"
            "      \"candidates\": [],\n"
            "      \"areas\": [],\n"
            "      \"conditions\": [\n"
            "        {\n"
            "          \"rule\": \"quorum\",\n"
            "          \"text\": \"at least 50% of population present\",\n"
            "          \"clause\": \"Voting Structure\",\n"
            "          \"part\": \"77375\",\n"
            "          \"whole\": \"91732\",\n"
            "          \"needed\": \"45866\",\n"
            "          \"short\": \"0\",\n"
            "          \"met\": true,\n"
            "          \"percent\": \"84.35\",\n"
            "          \"reachable\": true\n"
            "        }\n"
            "      ],\n"
            "      \"readings\": [\n"
            "        {\n"
            "          \"reading\": \"otherwise\",\n"
            "          \"clause\": null,\n"
            "          \"verdict\": \"not binding\",\n"
            "          \"winner\": null,\n"
            "          \"differs\": false,\n"
            "          \"run_off\": [],\n"
            "          \"together\": [\n"
            "            \"otherwise\"\n"
            "          ]\n"
            "        }\n"
            "      ],\n"
            "      \"other_count\": {\n"
            "        \"weight\": \"list size\",\n"
            "        \"for\": \"42965\",\n"
            "        \"against\": \"19341\",\n"
            "        \"verdict\": \"carried\",\n"
            "        \"differs\": false\n"
            "      },\n"
            "      \"margin\": {\n"
            "        \"members\": 1,\n"
            "        \"possible\": true,\n"
            "        \"abstaining\": false,\n"
            "        \"who\": [],\n"
            "        \"absent_could\": true,\n"
            "        \"quorum_members\": null\n"
            "      },\n"
            "      \"period\": null,\n"
            "      \"ballots\": {\n"
            "        \"rows\": 8,\n"
            "        \"counted\": 6,\n"
            "        \"abstained\": 1,\n"
            "        \"present\": 0,\n"
            "        \"absent\": 0,\n"
            "        \"interested\": 1,\n"
            "        \"refused\": 0,\n"
            "        \"superseded\": 0,\n"
            "        \"void\": 0,\n"
            "        \"others\": 0\n"
            "      },\n"
            "      \"returns\": [\n"
            "        {\n"
            "          \"line\": 2,\n"
            "          \"practice\": \"The Hart Surgery\",\n"
            "          \"vote\": \"for\",\n"
            "          \"votes\": \"1\",\n"
            "          \"role\": \"lead\",\n"
            "          \"voter\": null,\n"
            "          \"received\": \"2015-06-24T09:00:00\",\n"
            "          \"status\": \"counted\",\n"
            "          \"reason\": null\n"
            "        }\n"
            "      ],\n"
            "      \"secret\": false,\n",
            "      \"members\": [\n"
            "        {\n"
            "          \"name\": \"The Hart Surgery\",\n"
            "          \"code\": \"K84035\",\n"
            "          \"list_size\": 10318,\n"
            "          \"percent\": \"11.25\",\n"
            "          \"votes\": \"1\",\n"
            "          \"area\": null,\n"
            "          \"class\": null,\n"
            "          \"standing\": \"voted\",\n"
            "          \"vote\": \"for\",\n"
            "          \"role\": \"lead\",\n"
            "          \"voter\": null,\n"
            "          \"notified\": null,\n"
            "          \"received\": \"2015-06-24T09:00:00\"\n"
            "        }\n"
            "      ],\n"
            "      \"absent\": [\n"
            "        \"Millstream Surgery\",\n"
            "        \"Goring and Woodcote Medical Practice\"\n"
            "      ],\n"
            "      \"interests\": [\n"
            "        \"The Rycote Practice\"\n"
            "      ],\n"
            "      \"proxies\": [],\n"
            "      \"others\": [],\n"
            "      \"refused\": [],\n"
            "      \"basis\": [\n"
            "        {\n"
            "          \"rule\": \"weight\",\n"
            "          \"value\": \"one vote per practice\",\n"
            "          \"clause\": \"Voting Structure\",\n"
            "          \"stated\": true\n"
            "        }\n"
            "      ]\n"
            "    }\n"
            "  ],\n"
            "  \"share\": {\n"
            "    \"locality\": \"South East Oxfordshire\",\n"
            "    \"population\": 91732,\n"
            "    \"stated_total\": 720029,\n"
            "    \"sum_of_rows\": 716193,\n"
            "    \"votes_in_all\": \"10\",\n"
            "    \"percent\": \"12.7\",\n"
            "    \"votes\": \"1.27\",\n"
            "    \"percent_of_sum\": \"12.8\",\n"
            "    \"votes_of_sum\": \"1.28\",\n"
            "    \"percent_long\": \"12.74\",\n"
            "    \"percent_long_of_sum\": \"12.81\"\n"
            "  },\n"
            "  \"inputs\": [\n"
            "    {\n"
            "      \"role\": \"ballots\",\n"
            "      \"file\": \"ballots.csv\",\n"
            "      \"rows\": 8,\n"
            "      \"sha256\": "
            "\"c91e5d2f0a6b7788c91e5d2f0a6b7788c91e5d2f0a6b7788c91e5d2f0a6b7788\"\n"
            "    }\n"
            "  ],\n"
            "  \"notes\": [],\n"
            "  \"route\": null,\n",
            "  \"options\": {\n"
            "    \"decision\": \"meeting\",\n"
            "    \"constitution\": \"south-east-oxfordshire-2015\",\n"
            "    \"bundled\": true,\n"
            "    \"rules\": null,\n"
            "    \"practices\": \"other.csv\",\n"
            "    \"localities\": null,\n"
            "    \"candidates\": null,\n"
            "    \"motion\": null,\n"
            "    \"route\": null,\n"
            "    \"date\": \"2015-06-24\",\n"
            "    \"confirmed\": \"2015-07-01\",\n"
            "    \"opens\": null,\n"
            "    \"closes\": null,\n"
            "    \"casting_vote\": \"for\",\n"
            "    \"show_ballots\": false,\n"
            "    \"encoding\": \"windows-1252\",\n"
            "    \"multi_line\": true,\n"
            "    \"columns\": [\n"
            "      \"vote=Do you agree?\"\n"
            "    ]\n"
            "  }\n"
            "}\n"));
}

static void secret_tells_heads_only(void **state)
{
    static struct sample sample;
    sample_election(&sample);
    sample.poll.election.elects = NULL;
    sample.conditions[1] = (struct condition_outcome){.kind = RULE_PASSES,
                                                      .text = "more than half of population cast",
                                                      .part.withheld = true,
                                                      .short_by.withheld = true,
                                                      .whole.withheld = true,
                                                      .needed.withheld = true};
    sample.poll.condition_count = 2;
    const char *json = json_of(arena_of(state), &sample);
    check_contains(json, "\"voting\": {\n          \"members\": 10\n        }");
    check_contains(json,
                   "\"present\": {\n          \"members\": 10,\n          \"population\": 91732,"
                   "\n          \"votes\": \"10\"\n        }");
    check_contains(json, "{\n          \"name\": \"Dr A\",\n          \"members\": 4\n        }");
    check_contains(json,
                   "\"part\": null,\n          \"whole\": null,\n          \"needed\": null,\n"
                   "          \"short\": null,\n          \"met\": false");
    check_contains(json, "\"run_off\": [\n        \"Dr A\",\n        \"Dr B\"\n      ]");
    check_contains(json, "\"secret\": true");
    check_false(holds(json, "\"returns\""));
    check_false(holds(json, "\"sha256\""));
    check_contains(json, "\"notes\": [\n    \"The rules let only assessed candidates stand.");
}

static void what_is_not_given_is_null(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    sample.outcome.body = sample.outcome.edition = NULL;
    sample.outcome.date = sample.outcome.as_at = (struct date){0};
    sample.outcome.has_list_sizes = false;
    sample.outcome.share = NULL;
    sample.poll.motion = NULL;
    sample.poll.weighing.places = 2;
    sample.poll.counts[GROUP_FOR] = sample_count(4, 0, 503);
    const char *json = json_of(arena_of(state), &sample);
    check_contains(json, "\"body\": null,\n  \"edition\": null,\n");
    check_contains(json, "\"date\": null,\n  \"as_at\": null,\n");
    check_contains(json, "\"motion\": null,");
    check_contains(json, "\"share\": null,");
    check_contains(json, "\"for\": {\n          \"members\": 4,\n          \"population\": null,\n"
                         "          \"votes\": \"5.03\"\n        }");
    sample.outcome.share = &sample.share;
    sample.share.has_stated_total = false;
    check_contains(json_of(arena_of(state), &sample), "\"stated_total\": null,");
}

static void reasons_and_readings(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    sample.returns[0].remark = "by letter";
    sample.returns[1].remark = "by letter too";
    sample.returns[1].status = RETURN_REFUSED;
    sample.returns[1].reason = REASON_ROLE;
    sample.returns[1].role = "observer";
    sample.readings[0] = (struct reading_outcome){.name = "undecided",
                                                  .result.verdict = VERDICT_NONE,
                                                  .refused = "The Bell Surgery",
                                                  .differs = true};
    sample.poll.readings = sample.readings;
    sample.poll.reading_count = 1;
    const char *json = json_of(arena_of(state), &sample);
    check_contains(json, "\"reason\": \"by letter\",\n          \"remark\": \"by letter\"\n");
    check_contains(json,
                   "\"status\": \"refused\",\n          \"reason\": "
                   "\"An observer may not vote.\",\n          \"remark\": \"by letter too\"\n");
    check_contains(json, "\"reading\": \"undecided\",\n          \"clause\": null,\n"
                         "          \"verdict\": null,");
    check_contains(json, "\"On the reading \\\"undecided\\\" the ballots of The Bell Surgery "
                         "contradict each other and nothing could be decided.\"");
}

static void a_withheld_reading_says_so(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    sample.readings[0] = (struct reading_outcome){
        .name = "discreet", .result.verdict = VERDICT_NONE, .withheld = true, .differs = true};
    sample.poll.readings = sample.readings;
    sample.poll.reading_count = 1;
    check_contains(json_of(arena_of(state), &sample),
                   "\"verdict\": null,\n          \"winner\": null,\n"
                   "          \"differs\": true,\n          \"withheld\": true,");
    sample.readings[0].withheld = false;
    check_false(holds(json_of(arena_of(state), &sample), "\"withheld\""));
}

static void two_polls_share_their_notes(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    struct poll_outcome polls[] = {sample.poll, sample.poll};
    sample.outcome.polls = polls;
    sample.outcome.poll_count = 2;
    const char *json = json_of(arena_of(state), &sample);
    const char *note = strstr(json, "\"The constitution does not say whether");
    check_true(note != NULL);
    check_true(strstr(note + 1, "\"The constitution does not say whether") == NULL);
}

/* A motion comes from the command line and may hold any bytes. */
static void hostile_text(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    sample.poll.motion = "a\"b\\c\x1b"
                         "d\xff";
    check_contains(json_of(arena_of(state), &sample),
                   "\"motion\": \"a\\\"b\\\\c\\u001Bd\xEF\xBF\xBD\"");
}

static void put_each_one(struct json *object, const void *of, size_t index)
{
    json_put_text(object, "of", of);
    json_put_number(object, "index", (int64_t)index);
}

/* One of every kind of value, each at every depth that another has. */
static void put_every_value(struct json *object, size_t depth)
{
    static const int64_t numbers[] = {0, -1, 9, 10, 91732, INT64_MAX, INT64_MIN};
    json_put_text(object, "", "");
    for (char byte = 1; byte != '\x7f'; byte++)
        json_put_text(object, arena_format(json_arena(object), "x%cx", byte),
                      arena_format(json_arena(object), "%cand%c%c", byte, byte, 127 - byte));
    json_put_text(object, "\u00e9\U0001F5F3", "Surger\u00fd \u2028\U0001F5F3 \x7f/");
    struct json *array = json_put_array(object, "numbers");
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        json_put_number(array, NULL, numbers[i]);
    json_put_boolean(object, "yes", true);
    json_put_boolean(object, "no", false);
    json_put_text(object, "null", NULL);
    (void)json_put_array(object, "nobody");
    (void)json_add_object(json_put_array(object, "nothing"));
    json_put_each(object, "none", "nobody", 0, put_each_one);
    json_put_each(object, "each", "some", 3, put_each_one);
    if (depth > 0)
        put_every_value(json_put_object(object, "deeper"), depth - 1);
}

/* The library that reads results back has a writer too: what is read is written by it the same. */
static void check_as_the_library(struct arena *arena, size_t flags, const char *end,
                                 void (*finish)(const struct json *, struct buffer *))
{
    struct buffer out = {.arena = arena};
    struct json *object = json_begin(arena);
    put_every_value(object, 3);
    finish(object, &out);
    json_t *read = json_loadb(out.bytes, out.length, JSON_REJECT_DUPLICATES, NULL);
    check_true(read != NULL);
    char *written = json_dumps(read, flags);
    json_decref(read);
    check_text(buffer_text(&out), arena_format(arena, "%s%s", written, end));
    free(written);
}

static void written_as_the_library_writes(void **state)
{
    check_as_the_library(arena_of(state), JSON_INDENT(2), "\n", json_finish);
    check_as_the_library(arena_of(state), JSON_COMPACT, "", json_finish_line);
}

static void memory_runs_out(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    check_json_without_memory(arena_of(state), REPORT_TALLY, &sample.outcome);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(whole_page),
        test_with_arena(secret_tells_heads_only),
        test_with_arena(what_is_not_given_is_null),
        test_with_arena(reasons_and_readings),
        test_with_arena(a_withheld_reading_says_so),
        test_with_arena(two_polls_share_their_notes),
        test_with_arena(hostile_text),
        test_with_arena(written_as_the_library_writes),
        test_with_arena(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
