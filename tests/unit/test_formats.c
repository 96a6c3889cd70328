/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "outcomes.h"
#include "quorate/report.h"
#include "report/csv_cells.h"
#include "report/document.h"
#include "report/json.h"
#include "reweightings.h"

/*
 * What a new kind of report and a new format cost: here are one of each, to be thrown away, and
 * what the formats and kinds that there are make of them without knowing them.
 */

/* ---- A kind of report: who brings the biscuits */

struct biscuits {
    const char *practice;
    int64_t packets;
};

static struct document *page_of_biscuits(struct arena *arena, const void *value)
{
    static const struct provenance from = {.version = "1.0.0"};
    const struct biscuits *biscuits = value;
    struct document *document =
        document_new(arena, "South East Oxfordshire Locality Group", &from, NULL);
    document->about = "Biscuits";
    document->outcome = "Brought";
    document_fact(document, "Practice", biscuits->practice);
    document_fact(document, "Packets", arena_format(arena, "%lld", (long long)biscuits->packets));
    return document;
}

static void biscuits_json(struct arena *arena, const void *value, struct buffer *out)
{
    const struct biscuits *biscuits = value;
    struct json *object = json_begin(arena);
    json_put_text(object, "practice", biscuits->practice);
    json_put_number(object, "packets", biscuits->packets);
    json_finish(object, out);
}

static void biscuits_csv(struct arena *arena, const void *value, struct buffer *out)
{
    const struct biscuits *biscuits = value;
    struct csv csv = csv_begin(arena, out, "practice|packets", NULL);
    csv_text(&csv, biscuits->practice);
    csv_number(&csv, biscuits->packets);
    csv_end_row(&csv);
}

static const char *outcome_of_biscuits(struct arena *arena, const void *value)
{
    const struct biscuits *biscuits = value;
    return arena_format(arena, "%s brings them.", biscuits->practice);
}

static const struct report_kind kind_of_biscuits = {
    .name = "biscuits",
    .page = page_of_biscuits,
    .data = biscuits_json,
    .rows = biscuits_csv,
    .outcome = outcome_of_biscuits,
    .summaries = {[FORM_ROWS] = "a table of one row"},
};

/* The same without a page, as a list of messages is. */
static const struct report_kind kind_without_page = {
    .name = "crumbs",
    .data = biscuits_json,
    .rows = biscuits_csv,
    .outcome = outcome_of_biscuits,
};

static const struct biscuits sample_biscuits = {"Bell & Hart", 12};

/* ---- A format: what stands in a page, a line a block */

static void write_outline(const struct document *document, struct buffer *out)
{
    buffer_format(out, "= %s\n", document->about);
    for (size_t i = 0; i < document->count; i++) {
        const struct block *block = &document->blocks[i];
        const char *words = block->lead != NULL ? block->lead : block->text;
        buffer_format(out, "- %s: %s\n", block->label == NULL ? "" : block->label,
                      words == NULL ? "" : words);
    }
}

static const struct format outline = {
    .name = "outline",
    .extension = "otl",
    .summary = "a line a block",
    .form = FORM_PASTED,
    .page = write_outline,
};

/* ---- The two among those that there are */

static const char *written(struct arena *arena, const struct format *format,
                           const struct report_kind *kind, const void *value)
{
    struct buffer out = {.arena = arena};
    check_true(format_writes(format, kind));
    report_write(format, kind, arena, value, &out);
    return buffer_text(&out);
}

static const char *biscuits_as(struct arena *arena, const char *format)
{
    return written(arena, format_named(format), &kind_of_biscuits, &sample_biscuits);
}

static void test_every_format_writes_a_new_kind_of_report(void **state)
{
    struct arena *arena = arena_of(state);
    const char *text = biscuits_as(arena, "text"), *html = biscuits_as(arena, "html");
    check_contains(text, "\nPractice    Bell & Hart\nPackets     12\n");
    check_contains(html, "<title>Brought: Biscuits - South East");
    check_contains(html, "Bell &amp; Hart");
    check_contains(biscuits_as(arena, "markdown"), "# South East Oxfordshire Locality Group\n");
    check_contains(biscuits_as(arena, "markdown"), "Bell & Hart");
    check_text(biscuits_as(arena, "json"),
               "{\n  \"practice\": \"Bell & Hart\",\n  \"packets\": 12\n}\n");
    check_text(biscuits_as(arena, "csv"), "practice,packets\r\nBell & Hart,12\r\n");
    check_int(format_count, 5);
}

static void test_a_new_format_writes_a_new_kind_of_report(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(written(arena, &outline, &kind_of_biscuits, &sample_biscuits),
               "= Biscuits\n- Practice: Bell & Hart\n- Packets: 12\n");
}

static void test_a_new_format_writes_the_kinds_that_there_are(void **state)
{
    struct arena *arena = arena_of(state);
    static struct sample sample;
    static struct county_sample county;
    static struct reweighting_sample reweighting;
    sample_meeting(&sample);
    sample_county(&county);
    sample_reweighting(&reweighting);
    const char *tally = written(arena, &outline, &report_kinds[REPORT_TALLY], &sample.outcome);
    check_contains(tally, "- Result: Carried\n");
    check_contains(tally, "77,375 of 91,732 patients");
    check_contains(written(arena, &outline, &report_kinds[REPORT_COUNTY], &county.county),
                   "part of 720,029 patients");
    check_contains(
        written(arena, &outline, &report_kinds[REPORT_REWEIGHTING], &reweighting.reweighting),
        "103,705");
}

/* All that text has of it is its outcome, and nobody can ask for a page. */
static void test_a_kind_without_a_page_is_its_outcome(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(written(arena, format_named("text"), &kind_without_page, &sample_biscuits),
               "Bell & Hart brings them.\n");
    check_text(written(arena, format_named("csv"), &kind_without_page, &sample_biscuits),
               "practice,packets\r\nBell & Hart,12\r\n");
    check_false(format_writes(format_named("html"), &kind_without_page));
    check_false(format_writes(format_named("markdown"), &kind_without_page));
    check_false(format_writes(&outline, &kind_without_page));
}

static void test_what_a_format_is_for(void **state)
{
    (void)state;
    check_text(format_summary(&outline, &kind_of_biscuits), "a line a block");
    check_text(format_summary(format_named("csv"), &kind_of_biscuits), "a table of one row");
    check_text(format_summary(format_named("csv"), &kind_without_page),
               "a table for a spreadsheet");
}

/* ---- A result whose lists are not kept */

static void bring_lists(struct arena *arena, const struct outcome *outcome, size_t poll,
                        struct poll_outcome *whole)
{
    const struct sample *sample = outcome->lists_of;
    (void)poll;
    /* Copies, which go when whoever asked gives back the arena. */
    struct standing *standings = arena_alloc(arena, MEMBERS, sizeof *standings);
    memcpy(standings, sample->poll.roll_call.standings, MEMBERS * sizeof *standings);
    whole->ballots = sample->poll.ballots;
    whole->roll_call = sample->poll.roll_call;
    whole->roll_call.standings = standings;
}

static struct poll_outcome without_lists(struct poll_outcome poll)
{
    poll.ballots.returns = poll.ballots.refusals = NULL;
    poll.ballots.attendees = NULL;
    poll.roll_call.standings = NULL;
    poll.roll_call.absent = poll.roll_call.interested = NULL;
    return poll;
}

static void test_lists_are_made_where_they_are_not_kept(void **state)
{
    static const enum report_name reports[] = {REPORT_TALLY, REPORT_RESOLUTIONS, REPORT_SUMMARY};
    struct sample sample;
    sample_meeting(&sample);
    sample.poll.roll_call.in_parts = true;
    const struct poll_outcome kept[] = {sample.poll, sample.poll};
    const struct poll_outcome bare[] = {without_lists(sample.poll), without_lists(sample.poll)};
    for (size_t polls = 1; polls <= 2; polls++) {
        struct outcome whole = sample.outcome, other = sample.outcome;
        whole.polls = kept;
        other.polls = bare;
        whole.poll_count = other.poll_count = polls;
        other.lists = bring_lists;
        other.lists_of = &sample;
        for (size_t i = 0; i < COUNT_OF(reports); i++)
            for (size_t j = 0; j < format_count; j++)
                if (format_writes(&formats[j], &report_kinds[reports[i]]))
                    check_text(written(*state, &formats[j], &report_kinds[reports[i]], &other),
                               written(*state, &formats[j], &report_kinds[reports[i]], &whole));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_every_format_writes_a_new_kind_of_report),
        test_with_arena(test_a_new_format_writes_a_new_kind_of_report),
        test_with_arena(test_a_new_format_writes_the_kinds_that_there_are),
        test_with_arena(test_a_kind_without_a_page_is_its_outcome),
        test_with_arena(test_lists_are_made_where_they_are_not_kept),
        cmocka_unit_test(test_what_a_format_is_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
