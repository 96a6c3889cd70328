/* SPDX-License-Identifier: MIT */

/* Every row and every member is accounted for, once. */
#include "laws/random_tables.h"

enum {
    POLLS = TRIES(6000)
};

static int64_t measured(const struct count *count, int measure)
{
    return measure == VOTES        ? figure_of(count->votes)
           : measure == POPULATION ? figure_of(count->population)
                                   : count->members;
}

static int64_t of_group(const struct poll_outcome *poll, enum group group, int measure)
{
    return measured(&poll->counts[group], measure);
}

static int64_t of_roll(const struct poll_outcome *poll, int measure)
{
    int64_t sum = 0;
    for (size_t i = 0; i < poll->roll_call.standing_count; i++) {
        const struct standing *standing = &poll->roll_call.standings[i];
        sum += measure == VOTES ? standing->votes : measure == POPULATION ? standing->list_size : 1;
    }
    return sum;
}

static const char *check_groups(const struct model *model, const struct poll_outcome *poll,
                                int measure)
{
    int64_t all = of_group(poll, GROUP_ALL, measure);
    int64_t present = of_group(poll, GROUP_PRESENT, measure);
    int64_t voting = of_group(poll, GROUP_VOTING, measure);
    int64_t cast = of_group(poll, GROUP_CAST, measure);
    int64_t abstained = of_group(poll, GROUP_ABSTAINED, measure);
    int64_t interested = of_group(poll, GROUP_INTERESTED, measure);
    int64_t absent = of_group(poll, GROUP_ABSENT, measure);
    int64_t no_vote = of_group(poll, GROUP_VOID, measure);
    const struct model_rules *rules = &model->rules;
    int64_t chosen = of_group(poll, GROUP_FOR, measure) + of_group(poll, GROUP_AGAINST, measure);
    for (size_t i = 0; i < poll->election.candidate_count; i++)
        chosen += measured(&poll->election.candidates[i].count, measure);
    if (present + absent + (rules->interest == 0 ? 0 : interested) != of_roll(poll, measure))
        return "present, absent and interested are the roll";
    if (all + (rules->interest == 2 ? interested : 0) != of_roll(poll, measure))
        return "all are the roll, but for those who leave the base";
    if (chosen != cast)
        return "every vote cast is for, against or for a candidate";
    if (voting !=
        cast + (rules->abstention == 1 ? abstained : 0) + (rules->repeat == 1 ? no_vote : 0))
        return "voting is cast and what the rules let take part";
    if (voting > present || cast + abstained + no_vote > present)
        return "whoever takes part is present";
    return NULL;
}

/* The same ballots with `count` rows of people who represent nobody among them. */
static struct tables tables_with_others(struct arena *arena, const struct model *model,
                                        struct random *random, int count)
{
    static const char *const rows[] = {
        ",,observer,Ms O,,,",
        "Parish council,absent,other,,,no,",
        ",present,public representative,,,,",
    };
    struct tables tables = tables_of(arena, model);
    for (int i = 0; i < count; i++)
        tables.ballots =
            arena_format(arena, "%s%s\n", tables.ballots, rows[random_below(random, 3)]);
    return tables;
}

/* Whoever represents nobody is told of, and changes nothing. */
static const char *check_others(const struct poll_outcome *without, const struct poll_outcome *with,
                                size_t count)
{
    if (with->ballots.others != count || with->ballots.rows != without->ballots.rows + count)
        return "everybody else is accounted for";
    if (with->ballots.attendee_count != (with->secrecy == BALLOTS_SECRET ? 0 : count))
        return "everybody else is told of";
    if (memcmp(with->ballots.by_status, without->ballots.by_status,
               sizeof with->ballots.by_status) != 0 ||
        with->result.verdict != without->result.verdict)
        return "whoever represents nobody counts for nothing";
    for (int measure = VOTES; measure <= MEMBERS; measure++)
        for (size_t group = 0; group < GROUPS; group++)
            if (of_group(with, (enum group)group, measure) !=
                of_group(without, (enum group)group, measure))
                return "whoever represents nobody is in no group";
    return NULL;
}

static const char *check_rows(const struct model *model, const struct poll_outcome *poll)
{
    size_t statuses[RETURN_STATUSES] = {0};
    size_t sum = 0;
    int64_t votes = 0;
    for (size_t i = 0; i < poll->ballots.return_count; i++) {
        statuses[poll->ballots.returns[i].status]++;
        votes += poll->ballots.returns[i].votes;
    }
    for (size_t status = 0; status < RETURN_STATUSES; status++)
        sum += poll->ballots.by_status[status];
    if (poll->ballots.rows != (size_t)model->row_count || sum != poll->ballots.rows ||
        poll->ballots.return_count != poll->ballots.rows)
        return "every row of the file is told";
    if (memcmp(statuses, poll->ballots.by_status, sizeof statuses) != 0)
        return "rows are what their status says";
    if (poll->ballots.refusal_count != statuses[RETURN_REFUSED])
        return "every refused row is listed";
    if (votes != of_group(poll, GROUP_CAST, VOTES))
        return "the rows' votes are the votes cast";
    if (poll->ballots.by_status[RETURN_COUNTED] != (size_t)of_group(poll, GROUP_CAST, MEMBERS))
        return "a counted row is one member's";
    return NULL;
}

static const char *check_members(const struct model *model, const struct poll_outcome *poll)
{
    if (poll->roll_call.standing_count != (size_t)model->member_count)
        return "every member is listed";
    size_t refused = 0;
    for (size_t i = 0; i < poll->roll_call.standing_count; i++)
        refused += poll->roll_call.standings[i].stance == STANDING_REFUSED;
    if (poll->roll_call.absent_count + refused != (size_t)of_group(poll, GROUP_ABSENT, MEMBERS))
        return "every absent member is named, or its ballot was refused";
    if (poll->roll_call.interested_count != (size_t)of_group(poll, GROUP_INTERESTED, MEMBERS))
        return "every interested member is named";
    return NULL;
}

static const char *check_areas(const struct poll_outcome *poll)
{
    for (size_t group = 0; group < GROUPS && poll->areas.count > 0; group++)
        for (int measure = VOTES; measure <= MEMBERS; measure++) {
            int64_t sum = 0;
            for (size_t i = 0; i < poll->areas.count; i++)
                sum += measured(&poll->areas.list[i].counts[group], measure);
            if (sum != of_group(poll, (enum group)group, measure))
                return "the areas are the whole";
        }
    return NULL;
}

static void test_everything_adds_up(void **state)
{
    (void)state;
    struct random random = {41};
    int decided = 0, areas = 0;
    for (int i = 0; i < POLLS; i++) {
        struct arena *arena = arena_new(NULL);
        struct model model =
            random_model(&random, (struct model_shape){.motions = true, .elections = true});
        struct poll_outcome poll;
        if (decide_model(arena, &model, &poll)) {
            const char *broken = check_rows(&model, &poll);
            for (int measure = VOTES; broken == NULL && measure <= MEMBERS; measure++)
                broken = check_groups(&model, &poll, measure);
            if (broken == NULL)
                broken = check_members(&model, &poll);
            if (broken == NULL)
                broken = check_areas(&poll);
            int count = random_below(&random, 4);
            struct poll_outcome with;
            if (!decide_model_tables(arena, tables_with_others(arena, &model, &random, count),
                                     &with))
                broken = "whoever represents nobody contradicts nobody";
            if (broken == NULL)
                broken = check_others(&poll, &with, (size_t)count);
            if (broken != NULL) {
                show_model(arena, &model, i);
                print_error("not so: %s\n", broken);
                fail();
            }
            decided++;
            areas += poll.areas.count > 1;
        }
        arena_free(arena);
    }
    check_true(decided > POLLS / 2 && areas > TRIES(100));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_everything_adds_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
