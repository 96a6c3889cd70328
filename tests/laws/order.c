/* SPDX-License-Identifier: MIT */

/*
 * The order of the rows never matters. Where the first or the last ballot counts it is told by the
 * times; only rows without times go by their order in the file, so here all have one.
 */
#include "laws/outcomes.h"
#include "laws/same_result.h"

enum {
    POLLS = TRIES(4000)
};

static void shuffle(struct random *random, struct model *model)
{
    for (int i = model->row_count - 1; i > 0; i--) {
        int other = random_below(random, i + 1);
        struct model_row row = model->rows[i];
        model->rows[i] = model->rows[other];
        model->rows[other] = row;
    }
}

static bool same_returns(const struct poll_outcome *one, const struct poll_outcome *other)
{
    for (size_t i = 0; i < one->roll_call.standing_count; i++)
        if (one->roll_call.standings[i].stance != other->roll_call.standings[i].stance ||
            !same_words(one->roll_call.standings[i].vote, other->roll_call.standings[i].vote))
            return false;
    return memcmp(one->ballots.by_status, other->ballots.by_status,
                  sizeof one->ballots.by_status) == 0;
}

static void compare_orders(uint64_t seed, struct model_shape shape)
{
    struct random random = {seed};
    int decided = 0, repeats = 0;
    for (int i = 0; i < POLLS; i++) {
        struct arena *arena = arena_new(NULL);
        struct model model = random_model(&random, shape);
        for (int row = 0; row < model.row_count; row++)
            model.rows[row].minute = random_below(&random, 30);
        struct model shuffled = model;
        shuffle(&random, &shuffled);
        struct poll_outcome one, other;
        bool first = decide_model(arena, &model, &one);
        bool second = decide_model(arena, &shuffled, &other);
        if (first != second ||
            (first && (!same_results(&one, &other) || !same_counts(&one, &other) ||
                       !same_returns(&one, &other)))) {
            show_model(arena, &model, i);
            show_model(arena, &shuffled, i);
            fail();
        }
        decided += first;
        repeats += first && one.ballots.by_status[RETURN_SUPERSEDED] > 0;
        arena_free(arena);
    }
    check_true(decided > POLLS / 2 && repeats > TRIES(300));
}

static void test_the_order_of_rows_of_a_motion(void **state)
{
    (void)state;
    compare_orders(21, (struct model_shape){.motions = true, .readings = true});
}

static void test_the_order_of_rows_of_an_election(void **state)
{
    (void)state;
    compare_orders(22, (struct model_shape){.elections = true, .readings = true});
}

/* The ballots with each name as a row of its own kind writes it: whatever row it is, not where. */
static const char *ballots_in_spellings(struct arena *arena, const struct model *model)
{
    static const char *const spellings[][3] = {
        {"Dr A", "DR A", "dr. a"}, {"Dr B", "Dr. B", "dr b"}, {"Dr C", "Dr  C", "Dr c."}};
    struct buffer out = {.arena = arena};
    buffer_add(&out, BALLOT_HEADINGS "\n");
    for (int i = 0; i < model->row_count; i++) {
        struct model_row row = model->rows[i];
        if (row.vote < '1' || row.vote > '3') {
            write_ballot(&out, &row);
        } else {
            int way = (row.member + row.minute + row.interest) % 3;
            buffer_format(&out, "%s,%s,,,,%s,2015-06-24 17:%02d", trees[row.member],
                          spellings[row.vote - '1'][way], row.interest ? "yes" : "", row.minute);
        }
        buffer_add(&out, "\n");
    }
    return buffer_text(&out);
}

static bool decide_spellings(struct arena *arena, const struct model *model,
                             struct poll_outcome *poll)
{
    struct tables tables = tables_of(arena, model);
    tables.candidates = NULL;
    tables.ballots = ballots_in_spellings(arena, model);
    return decide_model_tables(arena, tables, poll);
}

/* Without a list candidates are called as the ballots call them, and these differ. */
static void test_the_order_of_spellings(void **state)
{
    (void)state;
    static const char *const pages[] = {"text", "html", "markdown"};
    struct random random = {23};
    for (int i = 0; i < POLLS / 4; i++) {
        struct arena *arena = arena_new(NULL);
        struct model model =
            random_model(&random, (struct model_shape){.elections = true, .plain = true});
        model.rules.secret = random_chance(&random, 2);
        for (int row = 0; row < model.row_count; row++)
            model.rows[row].minute = random_below(&random, 30);
        struct model shuffled = model;
        shuffle(&random, &shuffled);
        struct poll_outcome one, other;
        bool sound = decide_spellings(arena, &model, &one);
        check_true(sound == decide_spellings(arena, &shuffled, &other));
        for (size_t j = 0; sound && j < sizeof pages / sizeof *pages; j++)
            check_text(report_of(arena, &other, pages[j]), report_of(arena, &one, pages[j]));
        arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_order_of_rows_of_a_motion),
        cmocka_unit_test(test_the_order_of_rows_of_an_election),
        cmocka_unit_test(test_the_order_of_spellings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
