/* SPDX-License-Identifier: MIT */

/* A ballot file to fill in is one that the program reads: untouched it counts nobody, and with
 * nothing but the votes filled in it counts what a table of those votes does. */
#include "commands/ballot_template.h"
#include "laws/same_result.h"

enum {
    POLLS = TRIES(3000)
};

static const char *template_of(struct arena *arena, const struct assembly *assembly,
                               const char *decision)
{
    struct ruleset *rules = arena_alloc(arena, 1, sizeof *rules);
    *rules = rules_resolve(arena, &assembly->rules, decision, NULL, 0);
    const struct ballot_template wanted = {.rules = rules, .roll = &assembly->roll};
    return ballot_template_table(arena, &wanted);
}

/* ---- The bundled constitutions */

static void check_untouched(struct arena *arena, struct assembly *assembly, const char *decision)
{
    struct circumstances none = {0};
    struct diag diag = {.arena = arena};
    struct ballot_reading reading = {
        .rules = &assembly->rules, .roll = &assembly->roll, .decision = decision};
    size_t conflicts = 0;
    check_true(load_ballots(arena, &diag,
                            bytes_of("blank.csv", template_of(arena, assembly, decision)), &reading,
                            &assembly->box));
    check_int(diag.count, 0); /* no warning either: every heading is known */
    const struct poll *poll = &assembly->box.polls[0];
    check_int(assembly->box.poll_count, 1);
    check_int(poll->count, assembly->roll.count);
    struct ballot_walk walk = poll_walk(poll);
    for (size_t i = 0; ballot_next(&walk); i++)
        check_int(walk.member, i);
    (void)decide_conflicts(arena, &assembly->rules, &assembly->roll, poll, &none, &conflicts);
    check_int(conflicts, 0);
    struct poll_outcome outcome =
        decide_poll(arena, &assembly->rules, &assembly->roll, poll, &none, true);
    check_int(outcome.ballots.by_status[RETURN_ABSENT], assembly->roll.count);
    check_int(outcome.counts[GROUP_PRESENT].members, 0);
    check_int(outcome.counts[GROUP_CAST].members, 0);
    check_int(outcome.counts[GROUP_ABSENT].members, assembly->roll.count);
    check_true(outcome.result.verdict != VERDICT_CARRIED &&
               outcome.result.verdict != VERDICT_ELECTED &&
               outcome.result.verdict != VERDICT_FURTHER_ELECTION);
}

static struct bytes table_of(const char *constitution, const char *name)
{
    const struct bundled_file *file = bundled_find(constitution, name);
    check_true(file != NULL);
    struct bytes bytes = bundled_bytes(file, name);
    bytes.known = true;
    return bytes;
}

static void test_untouched_it_counts_nobody(void **state)
{
    size_t constitutions, kinds = 0;
    const char *const *names = bundled_names(&constitutions);
    (void)state;
    for (size_t i = 0; i < constitutions; i++) {
        struct arena *arena = arena_new(NULL);
        struct assembly *assembly = arena_alloc(arena, 1, sizeof *assembly);
        struct diag diag = {.arena = arena};
        check_true(
            load_rules(arena, &diag, table_of(names[i], "rules.csv"), &assembly->rules, NULL));
        check_true(load_roll(arena, &diag, table_of(names[i], assembly->rules.roll),
                             &assembly->rules, &assembly->roll, NULL));
        for (size_t j = 0; j < assembly->rules.decision_count; j++, kinds++)
            check_untouched(arena, assembly, assembly->rules.decisions[j]);
        arena_free(arena);
    }
    check_true(kinds >= 8);
}

/* ---- Any rules */

/* The template with each member's vote in place of the word that stands in it. */
static const char *filled_in(struct arena *arena, const char *table, const char *votes)
{
    static const char absent[] = ",absent", no_reply[] = ",no reply";
    struct buffer filled = {.arena = arena};
    size_t member = 0;
    for (const char *at = table; *at != '\0';) {
        size_t word = strncmp(at, absent, sizeof absent - 1) == 0       ? sizeof absent - 1
                      : strncmp(at, no_reply, sizeof no_reply - 1) == 0 ? sizeof no_reply - 1
                                                                        : 0;
        if (word > 0 && votes[member] != 'n')
            buffer_format(&filled, ",%s", vote_text_of(votes[member]));
        else
            buffer_add_bytes(&filled, at, word > 0 ? word : 1);
        member += word > 0;
        at += word > 0 ? word : 1;
    }
    check_int(member, strlen(votes));
    return buffer_text(&filled);
}

static const char *plain_table(struct arena *arena, const char *votes)
{
    struct buffer table = {.arena = arena};
    buffer_add(&table, "practice,vote\n");
    for (size_t i = 0; votes[i] != '\0'; i++)
        buffer_format(&table, "%s,%s\n", trees[i], vote_text_of(votes[i]));
    return buffer_text(&table);
}

static const char *random_votes(struct arena *arena, struct random *random,
                                const struct model *model)
{
    char *votes = arena_alloc(arena, (size_t)model->member_count + 1, 1);
    for (int i = 0; i < model->member_count; i++)
        votes[i] = random_vote(random, model->rules.election);
    return votes;
}

static void test_filled_in_it_counts_the_votes(void **state)
{
    struct random random = {20261124};
    int decided = 0;
    (void)state;
    for (int i = 0; i < POLLS; i++) {
        struct arena *arena = arena_new(NULL);
        struct model model = random_model(
            &random, (struct model_shape){
                         .motions = true, .elections = true, .readings = true, .plain = true});
        struct tables tables = tables_of(arena, &model);
        const char *votes = random_votes(arena, &random, &model);
        tables.ballots = plain_table(arena, votes);
        struct poll_outcome plain = decide_tables(arena, tables);
        struct assembly assembly = assemble(arena, &tables);
        tables.ballots = filled_in(arena, template_of(arena, &assembly, "vote"), votes);
        struct poll_outcome filled = decide_tables(arena, tables);
        bool same = same_results(&plain, &filled);
        for (size_t group = 0; group < GROUPS; group++)
            same = same && same_figures(&plain.counts[group], &filled.counts[group]);
        if (!same) {
            show_model(arena, &model, i);
            print_error("%s\n", tables.ballots);
            fail();
        }
        decided +=
            plain.result.verdict == VERDICT_CARRIED || plain.result.verdict == VERDICT_ELECTED;
        arena_free(arena);
    }
    check_true(decided > TRIES(300));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_untouched_it_counts_nobody),
        cmocka_unit_test(test_filled_in_it_counts_the_votes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
