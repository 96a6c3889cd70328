/* SPDX-License-Identifier: MIT */

/*
 * What stands in a vote cell leaves no trace in a message about a secret decision: two files of
 * ballots that differ in nothing but what their vote cells say, of which each has the same fault as
 * the other's, are refused in the same words, to people and to programs. So no message quotes a
 * vote, says what was guessed from it, or tells how long it is.
 */
#include "laws/random_tables.h"
#include "quorate/checkup.h"
#include "quorate/report.h"

enum {
    FILES = TRIES(4000),
    ROWS_MOST = 6,
};

/* Stands in every vote that is a text of its own, and nowhere else. */
#define MARK "Zq"

/* What is wrong with a vote, or nothing. */
enum fault {
    IS_SOUND,
    IS_BLANK,
    IS_UNKNOWN,
    IS_OF_ANOTHER_KIND, /* a motion's vote in an election, and a candidate in a motion */
    HAS_A_QUOTE,
    GOES_ON_BEHIND_A_QUOTE,
    IS_LEFT_OPEN,
    HAS_A_BYTE,
    HAS_A_TAB,
    HAS_A_COMMA,
    FAULTS,
};

struct poll_of_faults {
    struct model model;
    bool listed, attendance, headless;
    int row_count;
    enum fault faults[ROWS_MOST];
    int cells[ROWS_MOST]; /* which of the other cells are written */
};

static const char *marked(struct arena *arena, struct random *random)
{
    static int number;
    return arena_format(arena, MARK "%.*s %d", 1 + random_below(random, 9), "abcdefghi", ++number);
}

/* Some are close to what is known, so that something is guessed from them. */
static const char *unknown_vote(struct arena *arena, struct random *random, bool listed)
{
    static const char *const close[] = {"abstian", "agianst", "Dr AA", "Dr Bb", "preesnt"};
    static const char *const templates[] = {"%s / %s", "%s and %s", "%s; %s", "%s or else %s"};
    const char *name = marked(arena, random);
    if (!listed) /* any name is a candidate's then */
        return name;
    if (random_chance(random, 2))
        return close[random_below(random, 5)];
    struct buffer text = {.arena = arena};
    buffer_format(&text, "%s", name);
    if (random_chance(random, 2))
        buffer_format(&text, "%.*s%s", 3, templates[random_below(random, 4)] + 2, name);
    return buffer_text(&text);
}

static const char *vote_with(struct arena *arena, struct random *random, enum fault fault,
                             const struct poll_of_faults *poll)
{
    static const char *const words[] = {"for", "against"};
    static const char *const names[] = {"Dr A", "Dr B", "Dr C"};
    bool election = poll->model.rules.election;
    switch (fault) {
    case IS_SOUND:
        return election ? names[random_below(random, 3)] : words[random_below(random, 2)];
    case IS_OF_ANOTHER_KIND:
        return election ? words[random_below(random, 2)] : names[random_below(random, 3)];
    case IS_UNKNOWN:
        return unknown_vote(arena, random, poll->listed || !election);
    case HAS_A_QUOTE:
        return arena_format(arena, "%s\"x", marked(arena, random));
    case GOES_ON_BEHIND_A_QUOTE:
        return arena_format(arena, "\"%s\"x", marked(arena, random));
    case IS_LEFT_OPEN:
        return arena_format(arena, "\"%s", marked(arena, random));
    case HAS_A_BYTE:
        return arena_format(arena, "%s%s", marked(arena, random),
                            random_chance(random, 2) ? "\xE9" : "\x92");
    case HAS_A_TAB:
        return arena_format(arena, "%s\tx", marked(arena, random));
    case HAS_A_COMMA:
        return arena_format(arena, "%s,%s", marked(arena, random), marked(arena, random));
    case IS_BLANK:
    case FAULTS:
        break;
    }
    return "";
}

static struct poll_of_faults random_faults(struct random *random)
{
    struct poll_of_faults poll = {
        .model = random_model(random, (struct model_shape){.motions = true, .elections = true}),
        .listed = random_chance(random, 2),
        .attendance = random_chance(random, 6),
        .headless = random_chance(random, 10),
        .row_count = 1 + random_below(random, ROWS_MOST),
    };
    poll.model.rules.secret = true;
    for (int i = 0; i < poll.row_count; i++) {
        poll.faults[i] = (enum fault)random_below(random, FAULTS);
        poll.cells[i] = random_below(random, 6);
    }
    return poll;
}

/* The file with other votes each time. What stands beside them has faults of its own. */
static const char *file_with(struct arena *arena, struct random *random,
                             const struct poll_of_faults *poll)
{
    static const char *const others[] = {
        ",,,,",        ",director,,,",           ",lead,Dr V,soon,", ",,Practice Manager,,",
        ",,,,perhaps", ",deputy,,2015-06-20,yes"};
    struct buffer out = {.arena = arena};
    if (!poll->headless)
        buffer_add(&out, "practice,vote,role,voter,notified,interest\n");
    for (int i = 0; i < poll->row_count; i++)
        buffer_format(&out, "%s,%s%s\n", i == 4 ? "Beeech" : trees[i],
                      vote_with(arena, random, poll->faults[i], poll), others[poll->cells[i]]);
    return buffer_text(&out);
}

/* Everything that is said of the problems. */
static const char *said_of(struct arena *arena, const struct diag *diag)
{
    struct buffer said = {.arena = arena};
    struct checkup checkup = {
        .version = "1.0.0",
        .constitution = "random",
        .terms = terms_default,
        .errors = diag->errors,
        .warnings = diag->warnings,
        .problems = diag_messages(diag),
        .problem_count = diag->count,
    };
    diag_print(diag, &said, "Nothing was counted.", false);
    report_json_checkup(arena, &checkup, &said);
    report_csv_checkup(arena, &checkup, &said);
    return buffer_text(&said);
}

static const char *said_of_file(struct arena *arena, const struct poll_of_faults *poll,
                                const char *file, bool shown)
{
    struct tables tables = tables_of(arena, &poll->model);
    struct assembly assembly;
    struct diag diag = {.arena = arena};
    tables.candidates = poll->listed ? "candidate\nDr A\nDr B\nDr C\n" : NULL;
    tables.ballots = NULL;
    assemble_into(arena, &tables, &assembly);
    struct ballot_reading reading = {
        .rules = &assembly.rules,
        .roll = &assembly.roll,
        .candidates = poll->listed ? &assembly.candidates : NULL,
        .decision = "vote",
        .attendance = poll->attendance,
        .show_ballots = shown,
    };
    (void)load_ballots(arena, &diag, bytes_of("ballots.csv", file), &reading, &assembly.box);
    return said_of(arena, &diag);
}

static void show_files(const char *one, const char *other, const char *said, const char *instead)
{
    print_error("%s\n--- and ---\n%s\n%s\n--- instead of ---\n%s\n", one, other, said, instead);
    fail();
}

static void test_messages_do_not_tell_a_vote(void **state)
{
    (void)state;
    struct random random = {71};
    int refused = 0;
    for (int i = 0; i < FILES; i++) {
        struct arena *arena = arena_new(NULL);
        struct poll_of_faults poll = random_faults(&random);
        const char *one = file_with(arena, &random, &poll);
        const char *other = file_with(arena, &random, &poll);
        const char *said = said_of_file(arena, &poll, one, false);
        const char *instead = said_of_file(arena, &poll, other, false);
        if (strcmp(said, instead) != 0 || strstr(said, MARK) != NULL)
            show_files(one, other, said, instead);
        refused += strstr(said, "Nothing was counted") != NULL;
        arena_free(arena);
    }
    check_true(refused > FILES * 3 / 4);
}

/* The same files where votes may be shown: then they are quoted, or this law could not fail. */
static void test_messages_do_tell_a_vote_that_is_shown(void **state)
{
    (void)state;
    struct random random = {72};
    int differing = 0, quoted = 0;
    for (int i = 0; i < 200; i++) {
        struct arena *arena = arena_new(NULL);
        struct poll_of_faults poll = random_faults(&random);
        const char *one = file_with(arena, &random, &poll);
        const char *other = file_with(arena, &random, &poll);
        const char *said = said_of_file(arena, &poll, one, true);
        differing += strcmp(said, said_of_file(arena, &poll, other, true)) != 0;
        quoted += strstr(said, MARK) != NULL;
        arena_free(arena);
    }
    check_true(differing > 150 && quoted > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_messages_do_not_tell_a_vote),
        cmocka_unit_test(test_messages_do_tell_a_vote_that_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
