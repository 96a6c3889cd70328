/* SPDX-License-Identifier: MIT */

/* Whatever a table or a command line says comes out as text: no name becomes markup, none turns the
 * page's text round, and each can still be read. */
#include "check.h"

#include "outcomes.h"
#include "quorate/report.h"
#include "reweightings.h"
#include "well_formed.h"

enum {
    FIELDS_MOST = 256
};

/* Hostile texts, each with a number of its own, so that one that is lost is missed. */
struct texts {
    struct arena *arena;
    int count;
    bool unshown[FIELDS_MOST];
};

static const char *hostile(struct texts *texts)
{
    return arena_format(texts->arena,
                        "<&\"'>%d\x1B\xE2\x80\xAE\xEF\xBF\xBE</title></style><script>alert(1)"
                        "</script><!--]]>",
                        ++texts->count);
}

/* One that the page has no place for. */
static const char *unshown(struct texts *texts)
{
    const char *text = hostile(texts);
    texts->unshown[texts->count] = true;
    return text;
}

static void check_page(struct texts *texts, const char *page)
{
    const char *visible;
    check_text(page_read(texts->arena, page, &visible), NULL);
    check_lacks(page, "<script");
    check_lacks(page, "<!--");
    check_lacks(page, "]]>");
    for (int i = 1; i <= texts->count; i++) {
        const char *escaped =
            arena_format(texts->arena, "&lt;&amp;&quot;&#39;&gt;%d\xEF\xBF\xBD", i);
        if (!texts->unshown[i] && strstr(page, escaped) == NULL) {
            print_error("%s\n", visible);
            check_text("not found", escaped);
        }
    }
}

static void fill_rows(struct texts *texts, struct sample *sample)
{
    for (size_t i = 0; i < MEMBERS; i++) {
        struct standing *standing = &sample->standings[i];
        standing->practice = hostile(texts);
        standing->code = hostile(texts);
    }
    for (size_t i = 0; i < sample->poll.ballots.return_count; i++) {
        struct return_outcome *row = &sample->returns[i];
        row->practice = hostile(texts);
        row->role = hostile(texts);
        row->voter = hostile(texts);
        row->remark = hostile(texts);
    }
    sample->absent[0] = hostile(texts);
    sample->absent[1] = hostile(texts);
    sample->interested[0] = hostile(texts);
}

static void fill_outcome(struct texts *texts, struct sample *sample)
{
    struct outcome *outcome = &sample->outcome;
    outcome->from.version = hostile(texts);
    outcome->from.constitution = unshown(texts);
    outcome->body = hostile(texts);
    outcome->edition = hostile(texts);
    outcome->terms.unit = hostile(texts);
    outcome->terms.units = hostile(texts);
    outcome->route = hostile(texts);
    sample->share.locality = unshown(texts);
    sample->share.votes = hostile(texts);
    sample->share.percent_long = hostile(texts);
    sample->share.votes_of_sum = hostile(texts);
    sample->share.percent_long_of_sum = hostile(texts);
    sample->inputs[0].role = hostile(texts);
    sample->inputs[0].file = hostile(texts);
    sample->inputs[0].sha256 = hostile(texts);
}

static void fill_poll(struct texts *texts, struct sample *sample)
{
    struct poll_outcome *poll = &sample->poll;
    poll->motion = hostile(texts);
    poll->decision = unshown(texts);
    poll->title = hostile(texts);
    poll->weighing.words = hostile(texts);
    for (size_t i = 0; i < 2; i++) {
        sample->conditions[i].text = unshown(texts);
        sample->conditions[i].clause = unshown(texts);
        sample->conditions[i].percent = i == 0 ? hostile(texts) : unshown(texts);
    }
    sample->without.percent = hostile(texts);
    for (size_t i = 0; i < poll->basis_count; i++) {
        bool stated = i % 2 == 0;
        sample->basis[i] = (struct basis){.kind = RULE_PASSES, .value = RULE_VALUE_OPEN};
        sample->basis[i].text = hostile(texts);
        sample->basis[i].clause = stated ? hostile(texts) : unshown(texts);
        sample->basis[i].unstated = stated ? NULL : hostile(texts);
    }
    sample->readings[0] = (struct reading_outcome){.name = hostile(texts),
                                                   .clause = hostile(texts),
                                                   .result = {.verdict = VERDICT_NONE},
                                                   .refused = hostile(texts),
                                                   .differs = true};
    poll->readings = sample->readings;
    poll->reading_count = 1;
}

/* Lists that the sample has not. */
struct lists {
    struct return_outcome refusal;
    struct area_outcome area;
    const char *notes[1], *doubts[1], *who[1];
};

static void fill_lists(struct texts *texts, struct sample *sample, struct lists *lists)
{
    struct poll_outcome *poll = &sample->poll;
    *lists = (struct lists){.refusal = {.line = 9, .reason = REASON_ROLE}};
    lists->refusal.practice = hostile(texts);
    lists->refusal.role = hostile(texts);
    lists->refusal.voter = hostile(texts);
    lists->area.area = hostile(texts);
    lists->notes[0] = hostile(texts);
    lists->doubts[0] = hostile(texts);
    lists->who[0] = hostile(texts);
    poll->ballots.refusals = &lists->refusal;
    poll->ballots.refusal_count = 1;
    poll->areas.list = &lists->area;
    poll->areas.count = 1;
    poll->remarks.of_rules = lists->notes;
    poll->remarks.of_rules_count = 1;
    poll->remarks.doubts = lists->doubts;
    poll->remarks.doubt_count = 1;
    poll->margin.who = lists->who;
}

static void no_field_of_a_motion_is_markup(void **state)
{
    static struct sample sample;
    struct texts texts = {.arena = arena_of(state)};
    struct lists lists;
    sample_meeting(&sample);
    fill_outcome(&texts, &sample);
    fill_poll(&texts, &sample);
    fill_rows(&texts, &sample);
    fill_lists(&texts, &sample, &lists);
    struct buffer out = {.arena = texts.arena};
    report_write(format_named("html"), &report_kinds[REPORT_TALLY], texts.arena, &sample.outcome,
                 &out);
    check_page(&texts, buffer_text(&out));
}

static void no_field_of_an_election_is_markup(void **state)
{
    static struct sample sample;
    struct texts texts = {.arena = arena_of(state)};
    sample_election(&sample);
    for (size_t i = 0; i < 3; i++)
        sample.candidates[i].name = hostile(&texts);
    sample.run_off[0] = sample.candidates[0].name;
    sample.run_off[1] = sample.candidates[1].name;
    for (size_t i = 0; i < MEMBERS; i++)
        sample.standings[i].practice = hostile(&texts);
    sample.readings[0] =
        (struct reading_outcome){.name = hostile(&texts),
                                 .clause = hostile(&texts),
                                 .result = {.verdict = VERDICT_ELECTED, .winner = hostile(&texts)},
                                 .differs = true};
    sample.poll.readings = sample.readings;
    sample.poll.reading_count = 1;
    struct buffer out = {.arena = texts.arena};
    report_write(format_named("html"), &report_kinds[REPORT_TALLY], texts.arena, &sample.outcome,
                 &out);
    check_page(&texts, buffer_text(&out));
}

static void no_field_of_a_county_is_markup(void **state)
{
    static struct county_sample sample;
    struct texts texts = {.arena = arena_of(state)};
    sample_county(&sample);
    sample.county.from.version = hostile(&texts);
    sample.county.from.constitution = hostile(&texts);
    sample.county.sum_of_percent = hostile(&texts);
    sample.county.sum_of_votes = hostile(&texts);
    sample.county.sum_of_percent_of_sum = hostile(&texts);
    sample.county.sum_of_votes_of_sum = hostile(&texts);
    for (size_t i = 0; i < LOCALITIES; i++) {
        struct locality_share *locality = &sample.localities[i];
        locality->name = hostile(&texts);
        locality->percent = hostile(&texts);
        locality->votes = hostile(&texts);
        locality->percent_of_sum = hostile(&texts);
        locality->votes_of_sum = hostile(&texts);
        locality->published_votes = hostile(&texts);
        locality->published_differs = true;
        locality->by_lot = true;
        sample.power[i].banzhaf = hostile(&texts);
        sample.power[i].shapley = hostile(&texts);
    }
    sample.county.whole = true;
    sample.county.lot_votes = 1;
    sample.county.lot_among = LOCALITIES;
    sample.inputs[0].role = hostile(&texts);
    sample.inputs[0].file = hostile(&texts);
    sample.inputs[0].sha256 = hostile(&texts);
    struct buffer out = {.arena = texts.arena};
    report_write(format_named("html"), &report_kinds[REPORT_COUNTY], texts.arena, &sample.county,
                 &out);
    check_page(&texts, buffer_text(&out));
}

static void fill_practices(struct texts *texts, struct reweighting_sample *sample)
{
    for (size_t i = 0; i < PRACTICES; i++) {
        struct practice_change *practice = &sample->practices[i];
        practice->practice = hostile(texts);
        practice->code = hostile(texts);
        practice->percent_change = hostile(texts);
        practice->weight_before = hostile(texts);
        practice->weight_after = hostile(texts);
        practice->weight_change = hostile(texts);
        sample->before[i].banzhaf = hostile(texts);
        sample->before[i].shapley = hostile(texts);
        sample->after[i].banzhaf = hostile(texts);
        sample->after[i].shapley = hostile(texts);
    }
}

static void no_field_of_a_reweighting_is_markup(void **state)
{
    static struct reweighting_sample sample;
    struct texts texts = {.arena = arena_of(state)};
    sample_reweighting(&sample);
    struct reweighting *reweighting = &sample.reweighting;
    fill_practices(&texts, &sample);
    reweighting->from.version = hostile(&texts);
    reweighting->from.constitution = unshown(&texts);
    reweighting->body = hostile(&texts);
    reweighting->terms.unit = hostile(&texts);
    reweighting->terms.units = hostile(&texts);
    reweighting->layout = hostile(&texts);
    reweighting->area = hostile(&texts);
    reweighting->percent_change = hostile(&texts);
    reweighting->locality = hostile(&texts);
    reweighting->power_decision = hostile(&texts);
    reweighting->written_to = hostile(&texts);
    reweighting->share_after.percent = hostile(&texts);
    reweighting->share_after.percent_long = hostile(&texts);
    reweighting->share_after.votes = hostile(&texts);
    reweighting->share_before.percent_long = hostile(&texts);
    reweighting->share_before.votes = hostile(&texts);
    for (size_t i = 0; i < 2; i++) {
        sample.quorums[i].text = hostile(&texts);
        sample.quorums[i].decisions = hostile(&texts);
        sample.inputs[i].role = hostile(&texts);
        sample.inputs[i].file = hostile(&texts);
        sample.inputs[i].sha256 = hostile(&texts);
    }
    struct buffer out = {.arena = texts.arena};
    report_write(format_named("html"), &report_kinds[REPORT_REWEIGHTING], texts.arena, reweighting,
                 &out);
    check_page(&texts, buffer_text(&out));
}

/* The page of a meeting with this absent practice, and this motion. */
static const char *page_of(struct arena *arena, const char *name)
{
    static struct sample sample;
    sample_meeting(&sample);
    sample.absent[0] = name;
    sample.standings[6].practice = name;
    sample.poll.motion = name;
    struct buffer out = {.arena = arena};
    report_write(format_named("html"), &report_kinds[REPORT_TALLY], arena, &sample.outcome, &out);
    const char *visible;
    check_text(page_read(arena, buffer_text(&out), &visible), NULL);
    return buffer_text(&out);
}

static void names_keep_their_letters(void **state)
{
    static const char *const names[] = {
        "Canolfan Iechyd T\xC5\xB7 Gwyn",                    /* Welsh */
        "Dr \xC5\x81ukasz \xC5\xBB\xC3\xB3\xC5\x82\xC4\x87", /* Polish */
        "\xE5\x8C\xBB\xE9\x99\xA2",                          /* Chinese */
        "\xF0\x9F\x8F\xA5 Surgery",                          /* beyond the basic plane */
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const char *page = page_of(arena, names[i]);
        check_contains(page, arena_format(arena, "<h1><bdi>%s</bdi></h1>", names[i]));
        check_contains(page, arena_format(arena, "<dd>%s</dd>", names[i]));
    }
}

/* "Dr", a name in Hebrew or Arabic, and a figure: the figure stays behind the name. */
static void right_to_left_is_isolated(void **state)
{
    struct arena *arena = arena_of(state);
    check_contains(page_of(arena, "Dr \xD7\x90\xD7\x91 \xD7\x9B\xD7\x94\xD7\x9F, 12"),
                   "<dd>Dr <bdi>\xD7\x90\xD7\x91 \xD7\x9B\xD7\x94\xD7\x9F</bdi>, 12</dd>");
    check_contains(page_of(arena, "\xD8\xAF. \xD8\xB3\xD8\xA7\xD8\xB1\xD8\xA9"),
                   "<dd><bdi>\xD8\xAF. \xD8\xB3\xD8\xA7\xD8\xB1\xD8\xA9</bdi></dd>");
    /* Two names are two, whatever stands between. */
    check_contains(page_of(arena, "\xD7\x90, \xD7\x91 & \xD7\x92"),
                   "<dd><bdi>\xD7\x90</bdi>, <bdi>\xD7\x91</bdi> &amp; <bdi>\xD7\x92</bdi></dd>");
    check_contains(page_of(arena, "\xE2\x80\xAE"
                                  "abc"),
                   "<dd>\xEF\xBF\xBD"
                   "abc</dd>");
}

static void bytes_that_are_no_text(void **state)
{
    struct arena *arena = arena_of(state);
    check_contains(page_of(arena, "a\xFF"
                                  "b"),
                   "<dd>a\xEF\xBF\xBD"
                   "b</dd>");
    check_contains(page_of(arena, "a\xEF\xBF\xBF"), "<dd>a\xEF\xBF\xBD</dd>");
    check_contains(page_of(arena, ""), "<h1><bdi></bdi></h1>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(no_field_of_a_motion_is_markup),
        test_with_arena(no_field_of_an_election_is_markup),
        test_with_arena(no_field_of_a_county_is_markup),
        test_with_arena(no_field_of_a_reweighting_is_markup),
        test_with_arena(names_keep_their_letters),
        test_with_arena(right_to_left_is_isolated),
        test_with_arena(bytes_that_are_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
