/* SPDX-License-Identifier: MIT */

/*
 * No change of a column that nothing reads, of its heading or of its cells, gives another verdict
 * than the table has without it: the table counts as before, or is refused.
 */
#include "laws/random_tables.h"

enum {
    TABLES = TRIES(3000),
    ROWS = 4,
};

/* What may stand over the column: of the known words of testimony, and others. */
static const char *const headings[] = {
    "Withdrawn",
    "Valid (Y/N)",
    "Received before deadline",
    "Eligible to vote",
    "Finished",
    "Progress",
    "Status",
    "Left at",
    "Confirmed by",
    "Device",
    "Lunch",
    "Response Type",
    "After the deadline",
    "Notes",
    "Start time",
    "Attended the meeting",
};

static const char *const cells[] = {
    "",  "yes",  "no",        "N",      "True",      "False",        "100",     "47",
    "0", "1",    "Completed", "Draft",  "Submitted", "withdrawn",    "partial", "19:45",
    "x", "Dr V", "absent",    "iPhone", "apologies", "not eligible", "late",    "In progress",
};

/* Which of these, with these headings, deny a row: by the rules, and not by the code. */
static const struct {
    const char *heading, *cell;
} denials[] = {
    {"Withdrawn", "yes"},       {"Valid (Y/N)", "no"},         {"Received before deadline", "N"},
    {"Eligible to vote", "no"}, {"Finished", "False"},         {"Progress", "47"},
    {"Status", "In progress"},  {"Status", "Draft"},           {"Response Type", "partial"},
    {"Confirmed by", ""},       {"After the deadline", "yes"}, {"Notes", "withdrawn"},
};

static bool denies(const char *heading, const char *cell)
{
    for (size_t i = 0; i < sizeof denials / sizeof *denials; i++)
        if (strcmp(denials[i].heading, heading) == 0 && strcmp(denials[i].cell, cell) == 0)
            return true;
    return false;
}

static bool load(struct arena *arena, const struct assembly *assembly, const char *table,
                 struct ballot_box *box)
{
    struct diag diag = {.arena = arena};
    const struct ballot_reading reading = {
        .rules = &assembly->rules, .roll = &assembly->roll, .decision = "vote"};
    return load_ballots(arena, &diag, bytes_of("ballots.csv", table), &reading, box);
}

static void check_same_rows(const struct poll *one, const struct poll *other)
{
    check_int(other->count, one->count);
    for (size_t i = 0; i < one->count; i++) {
        check_int(other->ballots[i].vote, one->ballots[i].vote);
        check_int(other->ballots[i].role, one->ballots[i].role);
        check_int(other->ballots[i].interest, one->ballots[i].interest);
    }
}

/* The same ballots without the column and with it. */
struct pair {
    const char *plain, *more;
    bool denied; /* by a cell of the column */
};

static struct pair random_pair(struct arena *arena, struct random *random, int rows)
{
    static const char *const votes[] = {"for", "against", "abstain", "present"};
    size_t wrong = (size_t)random_below(random, sizeof denials / sizeof *denials);
    bool known = random_chance(random, 3);
    const char *heading = known
                              ? denials[wrong].heading
                              : headings[random_below(random, sizeof headings / sizeof *headings)];
    struct buffer plain = {.arena = arena}, more = {.arena = arena};
    bool denied = false, filled = false;
    buffer_add(&plain, "practice,vote\n");
    buffer_format(&more, "practice,vote,\"%s\"\n", heading);
    for (int row = 0; row < rows; row++) {
        const char *vote = votes[random_below(random, 4)];
        const char *cell = cells[random_below(random, sizeof cells / sizeof *cells)];
        if (known && row == 0)
            cell = denials[wrong].cell;
        buffer_format(&plain, "%s,%s\n", trees[row], vote);
        buffer_format(&more, "%s,%s,%s\n", trees[row], vote, cell);
        denied = denied || denies(heading, cell);
        filled = filled || *cell != '\0';
    }
    return (struct pair){buffer_text(&plain), buffer_text(&more), denied && filled};
}

static void test_unused_columns_count_as_before_or_are_refused(void **state)
{
    (void)state;
    struct random random = {73};
    int refused = 0, denied = 0;
    for (int i = 0; i < TABLES; i++) {
        struct arena *arena = arena_new(NULL);
        struct model model = random_model(&random, (struct model_shape){.motions = true});
        struct tables tables = tables_of(arena, &model);
        struct assembly assembly;
        struct ballot_box one, other;
        tables.ballots = NULL;
        assemble_into(arena, &tables, &assembly);
        struct pair pair =
            random_pair(arena, &random, model.member_count < ROWS ? model.member_count : ROWS);
        check_true(load(arena, &assembly, pair.plain, &one));
        bool sound = load(arena, &assembly, pair.more, &other);
        if (sound) {
            const struct poll without = poll_laid_out(arena, &one.polls[0]);
            const struct poll with = poll_laid_out(arena, &other.polls[0]);
            check_same_rows(&without, &with);
        }
        if (sound && pair.denied) {
            print_error("counted although a row is denied:\n%s\n", pair.more);
            fail();
        }
        refused += !sound;
        denied += pair.denied;
        arena_free(arena);
    }
    check_true(refused > denied && denied > TABLES / 5 && refused < TABLES * 9 / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unused_columns_count_as_before_or_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
