/* SPDX-License-Identifier: MIT */

/*
 * A ballot that the list of voters refuses changes nothing but its own row: the result is that of
 * the same file without the row, and without a list.
 */
#include "laws/same_result.h"

enum {
    POLLS = TRIES(4000),
    ROLES_OF_MODEL = sizeof model_roles / sizeof *model_roles,
};

/* Each member has an address for each role; a blank role is taken from the list, so the lead's. */
static const char *voters_table(struct arena *arena, const struct model *model)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, "practice,email,role\n");
    for (int member = 0; member < model->member_count; member++)
        for (int role = 0; role + 1 < ROLES_OF_MODEL; role++)
            buffer_format(&out, "%s,r%d@%s.example,%s\n", trees[member], role, trees[member],
                          model_roles[role]);
    return buffer_text(&out);
}

enum sender {
    SENDER_LISTED,
    SENDER_BLANK,
    SENDER_UNKNOWN,
    SENDER_OF_ANOTHER,
    SENDERS,
};

static void write_address(struct buffer *out, const struct model *model,
                          const struct model_row *row, enum sender sender)
{
    int role = row->role + 1 == ROLES_OF_MODEL ? 0 : row->role;
    int another = (row->member + 1) % model->member_count;
    switch (sender) {
    case SENDER_LISTED:
        buffer_format(out, ",R%d@%s.EXAMPLE\n", role, trees[row->member]);
        break;
    case SENDER_UNKNOWN:
        buffer_format(out, ",stranger@%s.example\n", trees[row->member]);
        break;
    case SENDER_OF_ANOTHER:
        buffer_format(out, ",r%d@%s.example\n", role, trees[another]);
        break;
    case SENDER_BLANK:
    case SENDERS:
        buffer_add(out, ",\n");
        break;
    }
}

/* The ballots with their senders, and the model without those that are to be refused. */
static const char *send_ballots(struct arena *arena, struct random *random,
                                const struct model *model, struct model *accepted)
{
    struct buffer out = {.arena = arena};
    *accepted = *model;
    accepted->row_count = 0;
    buffer_add(&out, BALLOT_HEADINGS ",email\n");
    for (int i = 0; i < model->row_count; i++) {
        const struct model_row *row = &model->rows[i];
        enum sender sender = random_below(random, 2) == 0
                                 ? SENDER_LISTED
                                 : (enum sender)random_below(random, SENDERS);
        if (sender == SENDER_OF_ANOTHER && model->member_count < 2)
            sender = SENDER_UNKNOWN;
        write_ballot(&out, row);
        write_address(&out, model, row, sender);
        if (sender == SENDER_LISTED || (sender == SENDER_BLANK && row->vote == 'n'))
            accepted->rows[accepted->row_count++] = *row;
    }
    return buffer_text(&out);
}

/* Who has only refused rows is told as such, and counts as absent. */
static bool same_standings(const struct poll_outcome *one, const struct poll_outcome *other)
{
    for (size_t i = 0; i < one->roll_call.standing_count; i++) {
        const struct standing *checked = &one->roll_call.standings[i],
                              *kept = &other->roll_call.standings[i];
        bool refused = checked->stance == STANDING_REFUSED && kept->stance == STANDING_ABSENT;
        if (!refused && (checked->stance != kept->stance || !same_words(checked->vote, kept->vote)))
            return false;
    }
    return true;
}

/* `refused` more rows are refused, and each other status has as many. */
static bool same_rows(const struct poll_outcome *one, const struct poll_outcome *other, int refused)
{
    for (size_t status = 0; status < RETURN_STATUSES; status++)
        if (one->ballots.by_status[status] !=
            other->ballots.by_status[status] + (status == RETURN_REFUSED ? (size_t)refused : 0))
            return false;
    return true;
}

static void compare_with_deleted(uint64_t seed, struct model_shape shape)
{
    struct random random = {seed};
    int decided = 0, refused = 0;
    for (int i = 0; i < POLLS; i++) {
        struct arena *arena = arena_new(NULL);
        struct model model = random_model(&random, shape), accepted;
        struct tables tables = tables_of(arena, &model);
        tables.ballots = send_ballots(arena, &random, &model, &accepted);
        tables.voters = voters_table(arena, &model);
        struct poll_outcome one, other;
        if (accepted.row_count > 0) {
            int left_out = model.row_count - accepted.row_count;
            bool first = decide_model_tables(arena, tables, &one);
            bool second = decide_model(arena, &accepted, &other);
            if (first != second ||
                (first && (!same_results(&one, &other) || !same_counts(&one, &other) ||
                           !same_standings(&one, &other) || !same_rows(&one, &other, left_out)))) {
                show_model(arena, &accepted, i);
                print_error("%s\n%s\n", tables.voters, tables.ballots);
                fail();
            }
            decided += first;
            refused += first && left_out > 0;
        }
        arena_free(arena);
    }
    check_true(decided > POLLS / 2 && refused > POLLS / 3);
}

static void test_a_refused_ballot_of_a_motion(void **state)
{
    (void)state;
    compare_with_deleted(31, (struct model_shape){.motions = true, .readings = true});
}

static void test_a_refused_ballot_of_an_election(void **state)
{
    (void)state;
    compare_with_deleted(32, (struct model_shape){.elections = true, .readings = true});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_refused_ballot_of_a_motion),
        cmocka_unit_test(test_a_refused_ballot_of_an_election),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
