/* SPDX-License-Identifier: MIT */

/*
 * Nothing that a row says is passed over: a column that nothing reads changes no list of who was
 * there, it can only stop one (beside votes: unused_columns.c); nobody is there without a word for
 * it; and the way in which a time is written changes nothing, or is refused.
 */
#include "laws/random_polls.h"

enum {
    FILES = TRIES(3000),
    ROWS = 6,
    CLOSING_HOUR = 17,
};

#define RULES_OF_A_MOTION                                                                          \
    RULES ONE_EACH RULE("passes", "more than half of votes cast")                                  \
        RULE("quorum", "at least half of practices present")

static const char *pick(struct random *random, const char *const *choices, size_t count)
{
    return choices[random_below(random, (int)count)];
}
#define PICK(random, choices) pick((random), (choices), sizeof(choices) / sizeof *(choices))

static bool is_among(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

/* Reads the ballots; false when they are refused. */
static bool read_text(struct arena *arena, const char *ballots, bool attendance,
                      struct moment closes, struct assembly *assembly)
{
    struct tables tables = {.rules = RULES_OF_A_MOTION, .roll = roll_of_trees(arena, ROWS)};
    assemble_into(arena, &tables, assembly);
    struct diag diag = {.arena = arena};
    const struct ballot_reading reading = {
        .rules = &assembly->rules,
        .roll = &assembly->roll,
        .decision = "vote",
        .closes = closes,
        .attendance = attendance,
    };
    bool sound =
        load_ballots(arena, &diag, bytes_of("ballots.csv", ballots), &reading, &assembly->box);
    lay_out_ballots(arena, &assembly->box);
    return sound;
}

/* --- A column that nothing reads --- */

static const char *const unused_headings[] = {
    "Consent",
    "Lunch",
    "RSVP",
    "Withdrawn",
    "Valid",
    "Notes",
    "24 June",
    "Confirmed",
    "In person",
    "Counted",
    "Stayed to the end?",
    "Papers",
    "Remarks",
    "Late",
    "Last page",
    "Mode",
    "Joined",
    "Where",
    "Came",
    "Spoilt",
    "Seen",
};
static const char *const cells[] = {
    "",
    "",
    "yes",
    "no",
    "x",
    "1",
    "0",
    "-",
    "absent",
    "present",
    "Apologies",
    "declined",
    "accepted",
    "Dr Able",
    "late",
    "withdrawn",
    "spoilt",
    "did not attend",
    "by proxy",
    "n/a",
    "true",
    "false",
    "on call",
    "chicken",
    "tbc",
    "Apologies for the late reply",
    "no show",
    "maybe",
    "\xE2\x9C\x93",
    "\xE2\x9C\x97",
};

/* What can only mean, whatever it stands under, that nobody came. */
static const char *const denials[] = {"no",      "absent",         "Apologies", "declined",
                                      "no show", "did not attend", "false"};

/* The same rows with the column and without it. */
struct two_files {
    const char *with, *without;
    bool denied; /* a cell of the column is a denial */
};

static struct two_files random_files(struct arena *arena, struct random *random)
{
    struct buffer with = {.arena = arena}, without = {.arena = arena};
    struct two_files files = {0};
    buffer_format(&with, "practice,%s\n", PICK(random, unused_headings));
    buffer_add(&without, "practice\n");
    bool same = random_chance(random, 4);
    const char *cell = PICK(random, cells);
    for (int i = 0; i < ROWS; i++) {
        if (!same)
            cell = PICK(random, cells);
        if (random_chance(random, 6))
            continue;
        buffer_format(&with, "%s,%s\n", trees[i], cell);
        buffer_format(&without, "%s\n", trees[i]);
        files.denied = files.denied || is_among(cell, denials, sizeof denials / sizeof *denials);
    }
    files.with = buffer_text(&with);
    files.without = buffer_text(&without);
    return files;
}

static bool same_ballots(const struct poll *one, const struct poll *other)
{
    if (one->count != other->count)
        return false;
    for (size_t i = 0; i < one->count; i++)
        if (strcmp(one->ballots[i].member->name, other->ballots[i].member->name) != 0 ||
            one->ballots[i].vote != other->ballots[i].vote ||
            one->ballots[i].role != other->ballots[i].role ||
            one->ballots[i].interest != other->ballots[i].interest)
            return false;
    return true;
}

static void test_an_unused_column_of_a_list(void **state)
{
    (void)state;
    struct random random = {72};
    int kept = 0, refused = 0;
    for (int i = 0; i < FILES; i++) {
        struct arena *arena = arena_new(NULL);
        struct two_files files = random_files(arena, &random);
        struct assembly one, other;
        if (read_text(arena, files.without, true, (struct moment){0}, &other)) {
            bool sound = read_text(arena, files.with, true, (struct moment){0}, &one);
            refused += !sound;
            kept += sound;
            if (sound && (files.denied || !same_ballots(&one.box.polls[0], &other.box.polls[0]))) {
                print_error("%s\n", files.with);
                fail();
            }
        }
        arena_free(arena);
    }
    check_true(kept > FILES / 20 && refused > FILES / 20);
}

/* --- Who is there --- */

/* The rule, said once more and small: what says that somebody came, and what that nobody did. */
static const char *const there[] = {"present", "Yes",      "y",    "TRUE",
                                    "1",       "attended", "here", "\xE2\x9C\x93"};
static const char *const away[] = {
    "absent",         "No", "n", "FALSE", "0", "-", "Apologies", "apologies (on leave)",
    "did not attend", "DNA"};
static const char *const neither[] = {"accepted", "declined", "maybe",   "Dr Able", "late",
                                      "?",        "yes?",     "no vote", "tbc",     "12"};

struct signed_in {
    const char *words[ROWS];
    bool sound; /* every row says the one or the other */
};

static const char *random_word(struct random *random)
{
    if (random_chance(random, 40))
        return PICK(random, neither);
    return random_chance(random, 2) ? PICK(random, there) : PICK(random, away);
}

static const char *random_list(struct arena *arena, struct random *random, struct signed_in *list)
{
    static const char *const headings[] = {"Attendance",    "Present",       "Attended",
                                           "Here",          "In attendance", "did you attend?",
                                           "Attended (y/n)"};
    struct buffer out = {.arena = arena};
    buffer_format(&out, "practice,%s\n", PICK(random, headings));
    list->sound = true;
    for (int i = 0; i < ROWS; i++) {
        list->words[i] = random_word(random);
        list->sound =
            list->sound && !is_among(list->words[i], neither, sizeof neither / sizeof *neither);
        buffer_format(&out, "%s,%s\n", trees[i], list->words[i]);
    }
    return buffer_text(&out);
}

static void test_nobody_is_there_without_a_word_for_it(void **state)
{
    (void)state;
    struct random random = {73};
    int read = 0, refused = 0;
    for (int i = 0; i < FILES; i++) {
        struct arena *arena = arena_new(NULL);
        struct signed_in list;
        const char *text = random_list(arena, &random, &list);
        struct assembly assembly;
        bool sound = read_text(arena, text, true, (struct moment){0}, &assembly);
        bool right = sound == list.sound;
        for (size_t j = 0; sound && j < assembly.box.polls[0].count; j++) {
            const struct ballot *ballot = &assembly.box.polls[0].ballots[j];
            bool came =
                is_among(list.words[ballot->member->index], there, sizeof there / sizeof *there);
            right = right && ballot->vote == (came ? VOTE_PRESENT : VOTE_ABSENT);
        }
        if (!right) {
            print_error("%s: %s\n", sound ? "read" : "refused", text);
            fail();
        }
        read += sound;
        refused += !sound;
        arena_free(arena);
    }
    check_true(read > FILES / 4 && refused > FILES / 20);
}

/* --- When --- */

struct instant {
    int day, hour, minute; /* of July 2015 */
};

/* "Fri", of a day of July 2015. */
static const char *weekday_of(struct instant at)
{
    static const char *const weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    return weekdays[(at.day + 2) % 7];
}

/* "5:07 pm" */
static const char *by_half_days(struct arena *arena, struct instant at)
{
    return arena_format(arena, "%d:%02d %s", (at.hour + 11) % 12 + 1, at.minute,
                        at.hour < 12 ? "am" : "pm");
}

enum {
    FORMS = 7,
    ZONED_FORMS = 5
};

/* By England's clock. */
static const char *written(struct arena *arena, struct instant at, int form)
{
    switch (form) {
    case 0:
        return arena_format(arena, "2015-07-%02d %02d:%02d", at.day, at.hour, at.minute);
    case 1:
        return arena_format(arena, "2015-07-%02dT%02d:%02d:00", at.day, at.hour, at.minute);
    case 2:
        return arena_format(arena, "%d July 2015 %02d:%02d", at.day, at.hour, at.minute);
    case 3:
        return arena_format(arena, "\"Jul %d, 2015 %02d:%02d:00\"", at.day, at.hour, at.minute);
    case 4:
        return arena_format(arena, "2015/07/%02d %s", at.day, by_half_days(arena, at));
    case 5:
        return arena_format(arena, "%s %d Jul 2015 %s", weekday_of(at), at.day,
                            by_half_days(arena, at));
    default:
        return arena_format(arena, "%02d.07.2015 %02d:%02d", at.day, at.hour, at.minute);
    }
}

/* With a zone: England is an hour ahead of UTC then. */
static const char *written_with_zone(struct arena *arena, struct instant at, int form)
{
    switch (form) {
    case 0:
        return arena_format(arena, "2015-07-%02dT%02d:%02d+01:00", at.day, at.hour, at.minute);
    case 1:
        return arena_format(arena, "2015-07-%02dT%02d:%02d:00.000Z", at.day, at.hour - 1,
                            at.minute);
    case 2:
        return arena_format(arena, "\"%s, %d Jul 2015 %02d:%02d:00 +0100\"", weekday_of(at), at.day,
                            at.hour, at.minute);
    case 3:
        return arena_format(arena, "2015/07/%02d %s GMT+1", at.day, by_half_days(arena, at));
    default:
        return arena_format(arena, "2015-07-%02d %02d:%02d BST", at.day, at.hour, at.minute);
    }
}

/* Day first, or month first. */
static const char *in_figures(struct arena *arena, struct instant at, bool day_first)
{
    return day_first ? arena_format(arena, "%d/7/2015 %02d:%02d", at.day, at.hour, at.minute)
                     : arena_format(arena, "7/%d/2015 %02d:%02d", at.day, at.hour, at.minute);
}

static struct moment moment_of(const char *text)
{
    struct moment moment = {0};
    check_true(moment_parse(text, &moment));
    return moment;
}

static void try_forms(uint64_t seed, int forms, const char *closes,
                      const char *(*form_of)(struct arena *arena, struct instant at, int form))
{
    struct random random = {seed};
    for (int i = 0; i < FILES / 5; i++) {
        struct arena *arena = arena_new(NULL);
        struct buffer plain = {.arena = arena}, other = {.arena = arena};
        buffer_add(&plain, "practice,vote,received\n");
        buffer_add(&other, "practice,vote,received\n");
        for (int row = 0; row < ROWS; row++) {
            struct instant at = {1 + random_below(&random, 12), 8 + random_below(&random, 12),
                                 random_below(&random, 60)};
            buffer_format(&plain, "%s,for,%s\n", trees[row], form_of(arena, at, 0));
            buffer_format(&other, "%s,for,%s\n", trees[row],
                          form_of(arena, at, random_below(&random, forms)));
        }
        struct assembly one, two;
        check_true(read_text(arena, buffer_text(&plain), false, moment_of(closes), &one));
        if (!read_text(arena, buffer_text(&other), false, moment_of(closes), &two)) {
            print_error("%s\n", buffer_text(&other));
            fail();
        }
        for (size_t row = 0; row < ROWS; row++)
            check_int(moment_compare(one.box.polls[0].ballots[row].details->received,
                                     two.box.polls[0].ballots[row].details->received),
                      0);
        arena_free(arena);
    }
}

static void test_forms_of_a_time(void **state)
{
    (void)state;
    try_forms(74, FORMS, "2015-07-03 17:00", written);
    try_forms(76, ZONED_FORMS, "2015-07-03T17:00+01:00", written_with_zone);
}

/* What stands in figures is read as it is meant, or asked about: whichever number is the day. */
static void test_dates_that_nothing_proves(void **state)
{
    (void)state;
    struct random random = {75};
    struct moment closes = moment_of("2015-07-03 17:00");
    int read = 0, asked = 0;
    for (int i = 0; i < FILES / 3; i++) {
        struct arena *arena = arena_new(NULL);
        struct buffer out = {.arena = arena};
        struct instant instants[ROWS];
        bool day_first = random_chance(&random, 2);
        buffer_add(&out, "practice,vote,received\n");
        for (int row = 0; row < ROWS; row++) {
            instants[row] =
                (struct instant){1 + random_below(&random, random_chance(&random, 8) ? 28 : 12),
                                 8 + random_below(&random, 12), 0};
            buffer_format(&out, "%s,for,%s\n", trees[row],
                          in_figures(arena, instants[row], day_first));
        }
        struct assembly assembly;
        bool sound = read_text(arena, buffer_text(&out), false, closes, &assembly);
        for (size_t row = 0; sound && row < ROWS; row++) {
            const struct ballot *ballot = &assembly.box.polls[0].ballots[row];
            struct instant at = instants[ballot->member->index];
            bool late = at.day > 3 || (at.day == 3 && at.hour > CLOSING_HOUR);
            if (ballot->details->received.given &&
                (moment_compare(ballot->details->received, closes) > 0) != late) {
                print_error("%s\n", buffer_text(&out));
                fail();
            }
        }
        read += sound;
        asked += !sound;
        arena_free(arena);
    }
    check_true(read > FILES / 30 && asked > FILES / 30);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_an_unused_column_of_a_list),
        cmocka_unit_test(test_nobody_is_there_without_a_word_for_it),
        cmocka_unit_test(test_forms_of_a_time),
        cmocka_unit_test(test_dates_that_nothing_proves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
