/* SPDX-License-Identifier: MIT */

/*
 * Another vote in favour never loses a carried motion: an opponent, an abstainer, one who was only
 * in the room or one who was absent is turned to `for`, and it is still carried.
 *
 * It holds for every condition of `passes` that asks for at most the whole (the loader refuses
 * others) of votes, patients or members present, voting, cast or all, and for every number of them:
 * what is added to the part is never less than what is added to the threshold. It holds for every
 * quorum but one of those who are against. It does not hold where
 *  - a threshold is rounded to whole votes and votes have decimals (half a vote more can need a
 *    whole one), nor
 *  - a casting vote carried the motion and the threshold is rounded (3 to 2 is not more than "half
 *    rounded up", which is 3, where 2 to 2 was carried by the chair),
 * so those polls are left out.
 */
#include "laws/random_tables.h"

enum {
    POLLS = TRIES(12000)
};

static bool law_holds_for(const struct model *model)
{
    const struct model_rules *rules = &model->rules;
    bool chair = rules->casting_rule && model->casting == 1;
    for (int i = 0; i < rules->passes_count; i++) {
        const struct model_condition *asks = &rules->passes[i];
        if (asks->rounding != EXACT &&
            (chair || (asks->measure == VOTES && rules->weight == VOTES_COLUMN)))
            return false;
    }
    return true;
}

/* Whether the member's one row is not yet in favour and may be turned. */
static bool may_turn(const struct model_row *row)
{
    return !row->interest && row->vote != 'f';
}

/* Adds a row for a member who has none. False when all have one. */
static bool add_absent(struct random *random, struct model *model)
{
    bool has_row[MODEL_MEMBERS] = {false};
    for (int i = 0; i < model->row_count; i++)
        has_row[model->rows[i].member] = true;
    int member = random_below(random, model->member_count);
    if (has_row[member])
        return false;
    model->rows[model->row_count++] =
        (struct model_row){.member = member, .vote = 'f', .named = true, .minute = -1};
    return true;
}

static void test_another_vote_in_favour_loses_nothing(void **state)
{
    (void)state;
    struct random random = {11};
    int tried = 0, turned = 0, added = 0;
    for (int i = 0; i < POLLS; i++) {
        struct arena *arena = arena_new(NULL);
        struct model model =
            random_model(&random, (struct model_shape){.motions = true, .plain = true});
        struct model more = model;
        struct model_row *row = &more.rows[random_below(&random, more.row_count)];
        struct poll_outcome before, after;
        bool change = false;
        if (random_chance(&random, 3)) {
            change = add_absent(&random, &more);
            added += change;
        } else if (may_turn(row)) {
            row->vote = 'f';
            change = true;
            turned++;
        }
        if (change && law_holds_for(&model) && decide_model(arena, &model, &before) &&
            before.result.verdict == VERDICT_CARRIED) {
            check_true(decide_model(arena, &more, &after));
            if (after.result.verdict != VERDICT_CARRIED) {
                show_model(arena, &model, i);
                show_model(arena, &more, i);
                fail();
            }
            tried++;
        }
        arena_free(arena);
    }
    check_true(tried > TRIES(400) && turned > TRIES(1000) && added > TRIES(200));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_another_vote_in_favour_loses_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
