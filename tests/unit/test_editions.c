/* SPDX-License-Identifier: MIT */

/* What differs between the tables of members of two editions of a constitution. */
#include "unit/polls.h"

/* Of two editions that have one table, where it is that of the localities beside a roll of one. */
static struct editions compare(struct arena *arena, bool of_localities, const char *was,
                               const char *is)
{
    struct edition editions[2];
    const char *const texts[] = {was, is};
    for (size_t i = 0; i < 2; i++) {
        struct tables tables = {.rules = RULES ONE_EACH MAJORITY,
                                .roll = of_localities ? "practice\nAsh\n" : texts[i],
                                .localities = of_localities ? texts[i] : NULL};
        struct assembly *assembly = arena_alloc(arena, 1, sizeof *assembly);
        assemble_into(arena, &tables, assembly);
        editions[i] = (struct edition){&assembly->rules, &assembly->roll,
                                       of_localities ? &assembly->localities : NULL};
    }
    return decide_editions(arena, &editions[0], &editions[1], NULL);
}

/* What is told where it is a figure; -1 where there is none. */
static void check_change(const struct editions *editions, size_t at, enum member_fact what, int was,
                         int is)
{
    const struct member_change *change = &editions->members[at];
    check_true(at < editions->member_count);
    check_int(change->what, what);
    check_int(change->was.given ? change->was.number : -1, was);
    check_int(change->is.given ? change->is.number : -1, is);
}

/* One is a figure, and none is not known. */
static void test_figures_of_one(void **state)
{
    struct editions editions =
        compare(arena_of(state), true,
                "locality,population,practices\nNorth,1000,1\nSouth,2000,2\nTotal,3000,1\n",
                "locality,population,practices\nNorth,,\nSouth,2000,2\nTotal,3000,2\n");
    check_int(editions.member_count, 4);
    check_change(&editions, 0, FACT_LIST_SIZE, 1000, -1);
    check_change(&editions, 1, FACT_PRACTICES, 1, -1);
    check_change(&editions, 2, FACT_PATIENTS, 3000, -1);
    check_change(&editions, 3, FACT_STATED_PRACTICES, 1, 2);
    check_text(editions.members[0].table, "localities");
    editions = compare(arena_of(state), false, "practice,list size\nAsh,1\n", "practice\nAsh\n");
    check_int(editions.member_count, 2);
    check_change(&editions, 0, FACT_LIST_SIZE, 1, -1);
    check_change(&editions, 1, FACT_PATIENTS, 1, -1);
}

static void check_text_change(const struct editions *editions, size_t at, enum member_fact what,
                              const char *member, const char *was, const char *is)
{
    const struct member_change *change = &editions->members[at];
    check_true(at < editions->member_count);
    check_int(change->what, what);
    check_text(change->member, member);
    check_int(change->was.given, was != NULL);
    check_int(change->is.given, is != NULL);
    check_text(change->was.text, was);
    check_text(change->is.text, is);
}

/* A code goes before a name, which may pass to another: Beech has the code of Ash, and so Ash is a
 * new one. Whoever has no code is known by the name, and nobody twice. */
static void test_who_is_who(void **state)
{
    struct editions editions = compare(arena_of(state), false,
                                       "practice,code,area\nAsh,K1,North\nBeech,K2,North\n"
                                       "Cedar,,North\nElm,K5,North\n",
                                       "practice,code,area\nBeech,k1,North\nAsh,K3,North\n"
                                       "Cedar,K4,South\nElm,K5,North\n");
    check_text_change(&editions, 0, FACT_NAME, "Beech", "Ash", "Beech");
    check_text_change(&editions, 1, FACT_CODE, "Beech", "K1", "k1");
    check_int(editions.members[2].what, FACT_JOINED);
    check_text(editions.members[2].member, "Ash");
    check_text_change(&editions, 3, FACT_CODE, "Cedar", NULL, "K4");
    check_text_change(&editions, 4, FACT_AREA, "Cedar", "North", "South");
    check_int(editions.members[5].what, FACT_LEFT);
    check_text(editions.members[5].member, "Beech");
    check_int(editions.member_count, 6);
    check_int(compare(arena_of(state), false, "practice,code\nAsh,K1\n", "practice,code\nAsh,K1\n")
                  .member_count,
              0);
}

/* Votes with other decimals are the same where they are. */
static void test_votes_with_other_decimals(void **state)
{
    static const struct {
        const char *was, *is;
        size_t changes;
    } rows[] = {
        {"1.5", "1.50", 0}, {"1.50", "1.5", 0}, {"2", "2.000", 0},
        {"1.5", "1.51", 1}, {"1.51", "1.5", 1}, {"15", "1.5", 1},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct editions editions =
            compare(arena, false, arena_format(arena, "practice,votes\nAsh,%s\n", rows[i].was),
                    arena_format(arena, "practice,votes\nAsh,%s\n", rows[i].is));
        check_int(editions.member_count, rows[i].changes);
        if (rows[i].changes > 0)
            check_int(editions.members[0].what, FACT_VOTES);
    }
}

static struct editions compare_rules(struct arena *arena, const char *was, const char *is,
                                     const char *decision)
{
    struct edition editions[2];
    const char *const texts[] = {was, is};
    for (size_t i = 0; i < 2; i++) {
        struct tables tables = {.rules = texts[i], .roll = "practice\nAsh\nBeech\n"};
        struct assembly *assembly = arena_alloc(arena, 1, sizeof *assembly);
        assemble_into(arena, &tables, assembly);
        editions[i] = (struct edition){&assembly->rules, &assembly->roll, NULL};
    }
    return decide_editions(arena, &editions[0], &editions[1], decision);
}

/* Of several rows those that say the same are one rule, whatever their order and case; what is left
 * is told in its order, and what one edition has beyond that by itself. */
static void test_rows_of_one_rule(void **state)
{
#define QUORUM(value, clause) CLAUSE("quorum", value, clause)
    static const struct {
        const char *was, *is;
        size_t count;
        const char *texts[2][2];
    } rows[] = {
        {QUORUM("at least 2 members present", "") QUORUM("at least half of votes present", ""),
         QUORUM("at least half of VOTES present", "") QUORUM("at least 2 members present", ""),
         0,
         {{NULL}}},
        {QUORUM("at least 2 members present", "") QUORUM("at least half of votes present", ""),
         QUORUM("at least half of votes present", "") QUORUM("at least 1 member present", ""),
         1,
         {{"at least 2 members present", "at least 1 member present"}}},
        {QUORUM("at least 2 members present", "") QUORUM("at least half of votes present", ""),
         QUORUM("at least half of votes present", ""),
         1,
         {{"at least 2 members present", NULL}}},
        {QUORUM("at least 2 members present", "4"),
         QUORUM("at least 2 members present", "5") QUORUM("at least 1 member voting", ""),
         2,
         {{"at least 2 members present", "at least 2 members present"},
          {NULL, "at least 1 member voting"}}},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct editions editions =
            compare_rules(arena, arena_format(arena, "%s%s", RULES ONE_EACH MAJORITY, rows[i].was),
                          arena_format(arena, "%s%s", RULES ONE_EACH MAJORITY, rows[i].is), NULL);
        check_int(editions.rule_count, rows[i].count);
        check_int(editions.decision_count, 0);
        for (size_t k = 0; k < rows[i].count; k++) {
            const struct rule_change *change = &editions.rules[k];
            check_text(change->decision, "vote");
            check_text(change->was == NULL ? NULL : change->was->text, rows[i].texts[k][0]);
            check_text(change->is == NULL ? NULL : change->is->text, rows[i].texts[k][1]);
        }
    }
}

/* Of one kind of decision nothing is told of others, whichever edition has them; and a reading that
 * went is told as one that came. */
static void test_decisions_and_readings_of_one_edition(void **state)
{
    static const char with_old[] = RULES ONE_EACH MAJORITY READING(
        "r", "passes", "at least half of votes cast") "old,passes,more than half of votes cast,,\n"
                                                      "old,weight,one vote per practice,,\n";
    static const char with_new[] = RULES ONE_EACH MAJORITY READING(
        "s", "passes", "at least half of votes cast") "new,passes,more than half of votes cast,,\n"
                                                      "new,weight,one vote per practice,,\n";
    struct arena *arena = arena_of(state);
    struct editions all = compare_rules(arena, with_old, with_new, NULL);
    check_int(all.decision_count, 2);
    check_text(all.decisions[0].decision, "new");
    check_true(all.decisions[0].is_added);
    check_text(all.decisions[1].decision, "old");
    check_false(all.decisions[1].is_added);
    check_int(all.rule_count, 2);
    check_text(all.rules[0].reading, "s");
    check_true(all.rules[0].was == NULL && all.rules[0].is != NULL);
    check_text(all.rules[1].reading, "r");
    check_true(all.rules[1].was != NULL && all.rules[1].is == NULL);
    check_int(compare_rules(arena, with_old, with_new, "vote").decision_count, 0);
    check_int(compare_rules(arena, with_old, with_old, "vote").rule_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_figures_of_one),
        test_with_arena(test_who_is_who),
        test_with_arena(test_votes_with_other_decimals),
        test_with_arena(test_rows_of_one_rule),
        test_with_arena(test_decisions_and_readings_of_one_edition),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
