/* SPDX-License-Identifier: MIT */

/*
 * A roll with dates: the count of a day is that by a plain roll of the members and the list sizes
 * of that day. The dated roll has the same members, with days that hold on the day of the vote,
 * others whose days do not, and list sizes of other dates, which would make another count.
 */
#include "laws/same_result.h"

enum {
    POLLS = 1500
};

#define NOBODY MODEL_MEMBERS /* the first of the trees that are no members of a model */

/* The day of the vote of each model is 24 June 2015. */
static const char *const firsts[] = {"", "2014-04-01", "2015-06-01", "2015-06-24"};
static const char *const lasts[] = {"", "2015-06-24", "2015-06-30", "2017-01-01"};
static const char *const never[] = {",2015-06-23", "2015-06-25,", "2016-01-01,2016-12-31",
                                    "2013-01-01,2014-12-31"};

/* The dates of the list sizes; which of them count on the day is a rule of the roll: the latest not
 * behind it, else the earliest. */
static const struct {
    const char *dates[3];
    int count, counting;
} columns[] = {
    {{"2015-04-01"}, 1, 0},
    {{"2014-04-01", "2015-04-01", "2016-04-01"}, 3, 1},
    {{"2015-04-01", "2015-06-24", "2015-06-25"}, 3, 1},
    {{"2013-04-01", "2014-04-01"}, 2, 1},
    {{"2016-04-01", "2017-04-01"}, 2, 0},
};

static int random_size(struct random *random)
{
    return 1 + random_below(random, 20000);
}

static void add_row(struct buffer *table, struct random *random, size_t dates, const char *name,
                    const struct model_member *member, const char *tenure)
{
    buffer_format(table, "%s,%s,%d.%02d,%s", name, member->area == 0 ? "North" : "South",
                  member->votes / 100, member->votes % 100, tenure);
    for (int i = 0; i < columns[dates].count; i++)
        buffer_format(table, ",%d",
                      i == columns[dates].counting ? member->list_size : random_size(random));
    buffer_add(table, "\n");
}

static void add_stranger(struct buffer *table, struct random *random, size_t dates, size_t which)
{
    const struct model_member stranger = {random_size(random), random_below(random, 500),
                                          random_below(random, 2), false};
    add_row(table, random, dates, trees[NOBODY + which], &stranger, never[random_below(random, 4)]);
}

static const char *dated_roll(struct arena *arena, struct random *random, const struct model *model)
{
    struct buffer table = {.arena = arena};
    size_t dates = (size_t)random_below(random, sizeof columns / sizeof *columns), strangers = 0;
    buffer_add(&table, "practice,area,votes,from,to");
    for (int i = 0; i < columns[dates].count; i++)
        buffer_format(&table, ",list size %s", columns[dates].dates[i]);
    buffer_add(&table, "\n");
    for (int i = 0; i < model->member_count; i++) {
        if (strangers < TREES - NOBODY && random_chance(random, 3))
            add_stranger(&table, random, dates, strangers++);
        add_row(&table, random, dates, trees[i], &model->members[i],
                arena_format(arena, "%s,%s", firsts[random_below(random, 4)],
                             lasts[random_below(random, 4)]));
    }
    if (strangers == 0)
        add_stranger(&table, random, dates, strangers);
    return buffer_text(&table);
}

static void check_same(const struct poll_outcome *one, const struct poll_outcome *other,
                       const struct tables *tables)
{
    bool same = same_results(one, other);
    for (size_t group = 0; group < GROUPS; group++)
        same = same && same_figures(&one->counts[group], &other->counts[group]);
    if (same)
        return;
    print_error("another result by the roll of the day:\n%s\n%s\n%s\n", tables->rules, tables->roll,
                tables->ballots);
    fail();
}

static void the_count_of_a_day_is_that_of_its_members_and_sizes(void **state)
{
    (void)state;
    struct random random = {2015};
    int compared = 0;
    for (int i = 0; i < POLLS; i++) {
        struct arena *arena = arena_new(NULL);
        struct model model = random_model(
            &random, (struct model_shape){.motions = true, .elections = true, .readings = true});
        struct tables tables = tables_of(arena, &model);
        struct poll_outcome plain, of_day;
        bool decided = decide_model_tables(arena, tables, &plain);
        tables.roll = dated_roll(arena, &random, &model);
        tables.roll_day = tables.circumstances.date;
        check_int(decide_model_tables(arena, tables, &of_day), decided);
        if (decided)
            check_same(&plain, &of_day, &tables);
        compared += decided;
        arena_free(arena);
    }
    check_true(compared > POLLS / 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_count_of_a_day_is_that_of_its_members_and_sizes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
