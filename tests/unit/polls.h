/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_POLLS_H
#define QUORATE_POLLS_H

/* Polls for tests, written as the tables that people write and read by the program's own loaders.
 */

#include "quorate/buffer.h"
#include "quorate/bundled.h"
#include "quorate/decide.h"
#include "quorate/tables.h"
#include "unit/check.h"
#include "unit/laid_out.h"

#define SOUTH_EAST "south-east-oxfordshire-2015"

/* rules.csv for one kind of decision, called "vote": RULES RULE("weight", "list size") ... */
#define RULES                       "decision,rule,value,clause,reading\n"
#define RULE(rule, value)           "vote," rule ",\"" value "\",,\n"
#define READING(name, rule, value)  "vote," rule ",\"" value "\",," name "\n"
#define CLAUSE(rule, value, clause) "vote," rule ",\"" value "\",\"" clause "\",\n"

/* What most motions and elections of the tests are. */
#define ONE_EACH     RULE("weight", "one vote per practice")
#define BY_LIST_SIZE RULE("weight", "list size")
#define MAJORITY     RULE("passes", "more than half of votes cast")
#define MOST_VOTES   RULE("elects", "most votes")

/* Ten practices, the first of 1,000 patients, the last of 10,000, in all 55,000. */
static const char *const trees[] = {"Ash",   "Beech", "Cedar", "Elm", "Fir",
                                    "Hazel", "Lime",  "Maple", "Oak", "Yew"};
#define TREES ((size_t)10)

/* The tables of one test. NULL for rules or roll is South East Oxfordshire's own. */
struct tables {
    const char *rules, *roll, *localities, *candidates, *ballots;
    const char *voters, *interests;
    const char *decision;
    struct circumstances circumstances; /* to which the registers are added when they are read */
    bool attendance;                    /* the ballots are read as attendance */
    bool as_read;                       /* and are not laid out before they are judged */
    struct date roll_day;               /* whose roll is counted by, where it has dates */
};

/* The same, read. */
struct assembly {
    struct rules rules;
    struct roll roll;
    struct roll localities;
    struct candidate_list candidates;
    struct voter_register voters;
    struct interest_register interests;
    struct ballot_box box;
};

static inline struct bytes bytes_of(const char *name, const char *text)
{
    return (struct bytes){.name = name, .bytes = text, .length = strlen(text)};
}

static inline const char *bundled_text(const char *name)
{
    const struct bundled_file *file = bundled_find(SOUTH_EAST, name);
    if (file == NULL) {
        print_error("no bundled %s\n", name);
        _fail(__FILE__, __LINE__);
        return "";
    }
    return file->bytes;
}

/* A test's tables have no errors, or the test is wrong. */
static inline void check_no_errors(const struct diag *diag)
{
    if (diag->errors == 0)
        return;
    struct buffer printed = {.arena = diag->arena};
    diag_print(diag, &printed, "", false);
    print_error("%s", buffer_text(&printed));
    _fail(__FILE__, __LINE__);
}

/* Reads voters.csv and interests.csv, where the test has them. */
static inline void read_registers(struct arena *arena, struct diag *diag, struct tables *tables,
                                  struct assembly *assembly)
{
    if (tables->voters != NULL) {
        (void)load_voters(arena, diag, bytes_of("voters.csv", tables->voters), &assembly->rules,
                          &assembly->roll, NULL, (struct date){0}, &assembly->voters, NULL);
        tables->circumstances.voters = &assembly->voters;
    }
    if (tables->interests != NULL) {
        (void)load_interests(arena, diag, bytes_of("interests.csv", tables->interests),
                             &assembly->rules, &assembly->roll, &assembly->interests, NULL);
        tables->circumstances.interests = &assembly->interests;
    }
}

/* The ballots and the circumstances point into the assembly. */
static inline void assemble_into(struct arena *arena, struct tables *tables,
                                 struct assembly *assembly)
{
    *assembly = (struct assembly){0};
    struct diag diag = {.arena = arena};
    const char *rules = tables->rules != NULL ? tables->rules : bundled_text("rules.csv");
    const char *roll = tables->roll != NULL ? tables->roll : bundled_text("practices.csv");
    (void)load_rules(arena, &diag, bytes_of("rules.csv", rules), &assembly->rules, NULL);
    (void)load_roll(arena, &diag, bytes_of("practices.csv", roll), &assembly->rules,
                    &assembly->roll, NULL);
    if (date_given(tables->roll_day))
        assembly->roll = roll_on(arena, &assembly->roll, tables->roll_day);
    if (tables->localities != NULL)
        (void)load_roll(arena, &diag, bytes_of("localities.csv", tables->localities), NULL,
                        &assembly->localities, NULL);
    if (tables->candidates != NULL)
        (void)load_candidates(arena, &diag, bytes_of("candidates.csv", tables->candidates),
                              (struct date){0}, &assembly->candidates, NULL);
    read_registers(arena, &diag, tables, assembly);
    check_no_errors(&diag);
    (void)load_agree(arena, &diag, &assembly->rules, &assembly->roll,
                     tables->localities != NULL ? &assembly->localities : NULL);
    struct ballot_reading reading = {
        .rules = &assembly->rules,
        .roll = &assembly->roll,
        .candidates = tables->candidates != NULL ? &assembly->candidates : NULL,
        .voters = tables->circumstances.voters,
        .decision = tables->decision,
        .opens = tables->circumstances.opens,
        .closes = tables->circumstances.closes,
        .attendance = tables->attendance,
    };
    if (tables->ballots != NULL)
        (void)load_ballots(arena, &diag, bytes_of("ballots.csv", tables->ballots), &reading,
                           &assembly->box);
    if (!tables->as_read)
        lay_out_ballots(arena, &assembly->box);
    check_no_errors(&diag);
}

/* The same for tables without registers. */
static inline struct assembly assemble(struct arena *arena, const struct tables *tables)
{
    struct assembly assembly;
    struct tables copy = *tables;
    assemble_into(arena, &copy, &assembly);
    return assembly;
}

/* Decides the first poll of the tables, which must have no conflicts. */
static inline struct poll_outcome decide_tables(struct arena *arena, struct tables tables)
{
    struct assembly *assembly = arena_alloc(arena, 1, sizeof *assembly);
    assemble_into(arena, &tables, assembly);
    size_t conflicts = 0;
    (void)decide_conflicts(arena, &assembly->rules, &assembly->roll, &assembly->box.polls[0],
                           &tables.circumstances, &conflicts);
    check_int(conflicts, 0);
    return decide_poll(arena, &assembly->rules, &assembly->roll, &assembly->box.polls[0],
                       &tables.circumstances, true);
}

static inline struct poll_outcome decide_text(struct arena *arena, const char *rules,
                                              const char *roll, const char *decision,
                                              const char *ballots)
{
    return decide_tables(
        arena,
        (struct tables){.rules = rules, .roll = roll, .decision = decision, .ballots = ballots});
}

/* How many conflicts the tables have. */
static inline size_t conflicts_in(struct arena *arena, struct tables tables)
{
    struct assembly assembly = assemble(arena, &tables);
    size_t conflicts = 0;
    (void)decide_conflicts(arena, &assembly.rules, &assembly.roll, &assembly.box.polls[0],
                           &tables.circumstances, &conflicts);
    return conflicts;
}

static inline const char *roll_of_trees(struct arena *arena, size_t count)
{
    struct buffer roll = {.arena = arena};
    buffer_add(&roll, "practice,list size\n");
    for (size_t i = 0; i < count; i++)
        buffer_format(&roll, "%s,%zu000\n", trees[i], i + 1);
    return buffer_text(&roll);
}

/*
 * ballots.csv for the trees, a letter each: f for, a against, s abstains, p is present, n a row
 * that says absent, i declares an interest, . has no row, 1 2 3 votes for Dr A, Dr B, Dr C, x
 * returns a for and an against, X a Dr A and a Dr B, z a spoilt one.
 */
static inline const char *ballots_of(struct arena *arena, const char *votes)
{
    static const struct {
        char letter;
        const char *vote, *other, *interest;
    } kinds[] = {
        {'f', "for", NULL, ""},    {'a', "against", NULL, ""},  {'s', "abstain", NULL, ""},
        {'z', "spoilt", NULL, ""}, {'p', "present", NULL, ""},  {'n', "absent", NULL, ""},
        {'i', "", NULL, "yes"},    {'1', "Dr A", NULL, ""},     {'2', "Dr B", NULL, ""},
        {'3', "Dr C", NULL, ""},   {'x', "for", "against", ""}, {'X', "Dr A", "Dr B", ""},
    };
    struct buffer rows = {.arena = arena};
    buffer_add(&rows, "practice,vote,interest\n");
    for (size_t i = 0; votes[i] != '\0'; i++)
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            if (kinds[k].letter != votes[i])
                continue;
            buffer_format(&rows, "%s,%s,%s\n", trees[i], kinds[k].vote, kinds[k].interest);
            if (kinds[k].other != NULL)
                buffer_format(&rows, "%s,%s,%s\n", trees[i], kinds[k].other, kinds[k].interest);
        }
    return buffer_text(&rows);
}

/* A poll of as many trees as there are letters. */
static inline struct poll_outcome decide_trees(struct arena *arena, const char *rules,
                                               const char *votes)
{
    return decide_text(arena, rules, roll_of_trees(arena, strlen(votes)), "vote",
                       ballots_of(arena, votes));
}

static inline const char *verdict_word(enum verdict verdict)
{
    return verdict == VERDICT_NONE ? "none" : verdict_name(verdict);
}

/* The reading or combination of that name; the test fails when there is none. */
static inline const struct reading_outcome *reading_named(const struct poll_outcome *poll,
                                                          const char *name)
{
    for (size_t i = 0; i < poll->reading_count; i++)
        if (strcmp(poll->readings[i].name, name) == 0)
            return &poll->readings[i];
    print_error("there is no reading \"%s\"\n", name);
    _fail(__FILE__, __LINE__);
    return NULL;
}

#endif
