/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_CONSTITUTION_H
#define QUORATE_CONSTITUTION_H

#include <stdbool.h>

#include "options.h"
#include "quorate/arena.h"
#include "quorate/diag.h"
#include "quorate/origin.h"
#include "quorate/outcome.h"
#include "quorate/result.h"
#include "quorate/roll.h"
#include "quorate/rules.h"
#include "quorate/tables.h"

/* What the tables of its folder are called that go by one name. */
#define RULES_TABLE      "rules.csv"
#define LOCALITIES_TABLE "localities.csv"
#define COLUMNS_TABLE    "columns.csv"
#define ANSWERS_TABLE    "answers.csv"
#define VOTERS_TABLE     "voters.csv"
#define INTERESTS_TABLE  "interests.csv"
#define COUNTY_TABLE     "county.csv"
#define LIST_SIZES_TABLE "list-sizes.csv" /* which is none: it is refused */
#define ADOPTIONS_TABLE  "adoptions.csv"

#define CONSTITUTION_DEFAULT "south-east-oxfordshire-2015"

/* What a command reads: a bit for each kind of table. */
enum reads {
    READS_NOTHING = 0,
    READS_RULES = 1 << 0,
    READS_ROLL = 1 << 1,
    READS_COUNTY = 1 << 2,
    READS_COLUMNS = 1 << 3,    /* what the columns of the constitution's ballots are headed */
    READS_CANDIDATES = 1 << 4, /* these and the next where the command line names them, */
    READS_REGISTERS = 1 << 5,  /* or the constitution has them, */
    READS_CALENDAR = 1 << 6,   /* or a vote opens at a time */
    READS_BALLOTS = 1 << 7,    /* the operand */
    READS_ATTENDANCE = 1 << 8, /* the operand, in as far as it says who is there */
    READS_ANSWERS = 1 << 9,    /* what they mean, beside the columns */
    READS_CONSTITUTION = READS_RULES | READS_ROLL | READS_COUNTY,
    READS_A_COUNT = READS_CONSTITUTION | READS_COLUMNS | READS_ANSWERS | READS_CANDIDATES |
                    READS_REGISTERS | READS_CALENDAR, /* all that it is made of but the ballots */
};

/* A constitution as it was read: a noun may be used where its flag says so. */
struct constitution {
    const char *name;     /* of the bundled one, or the folder's base name */
    const char *folder;   /* NULL for a bundled one */
    struct origin origin; /* the same for reports; how it compares once it is read */
    const char *called;   /* in results: the name, or the table that --rules gives in its place */
    struct rules rules;
    struct roll roll, localities; /* of the day, once that is settled */
    struct roll whole_roll;       /* as its table has it, for all days */
    bool rules_usable, roll_usable, localities_usable;
    const char *shared_by; /* the table of those who share a governing body's votes: the county's
                              localities, or the members of the body itself */
    struct column_names columns; /* of columns.csv */
    struct answers answers;      /* of answers.csv */
    bool agrees;                 /* the rules can be applied to this roll */
    struct input
        inputs[5]; /* the tables that were read: rules, practices, localities, columns, answers */
    struct bytes texts[5];     /* what they hold, in that order */
    const char *sha256_now[5]; /* likewise, of files that have had columns added since they were
                                  counted, and were read without them; else NULL */
    size_t input_count;
    const struct saved_result *as_counted; /* where a count is done again, else NULL: a table that
                                              has had columns added since is read as it was then */
};

/* Before the name of a bundled constitution, where a folder has that name too. */
#define CONSTITUTION_BUNDLED "bundled:"

/*
 * Finds what -C names: a bundled constitution or a folder. Without -C and --rules it is the current
 * folder where that holds rules.csv, else the default. Fills in the name and folder only. False,
 * with *misuse filled in, when it is neither (the bundled ones are then listed) or might be both.
 */
bool constitution_find(struct arena *arena, const struct options *options,
                       struct constitution *constitution, struct misuse *misuse);

/* The name of a bundled constitution, told as for -C with or without "bundled:"; NULL, with *misuse
 * filled in and the bundled ones listed, when it is none. */
const char *constitution_bundled(struct arena *arena, const char *wanted, struct misuse *misuse);

/*
 * Reads those of its tables that `reads` has a bit for, or what --rules, --practices and
 * --localities give in their place. Every problem goes to `diag`, and reading goes on with the next
 * table.
 */
void constitution_read(struct arena *arena, struct diag *diag, const struct options *options,
                       unsigned reads, struct constitution *constitution);

/* Whether the rules can be applied to the roll, told in `agrees`. Of a roll with a history only
 * once it is that of a day: roll_day.h. */
void constitution_agree(struct arena *arena, struct diag *diag, struct constitution *constitution);

/* Whether the path is a table of the constitution's folder, which a result must not replace. Only
 * once the rules are read is it known what the roll is called. */
bool constitution_has_table_at(struct arena *arena, const struct constitution *constitution,
                               const char *path);

/*
 * The bytes of a table that a constitution may have beside those above: the one that the option
 * `instead` gives, else the one of this name in its folder. False when there is none, or with a
 * problem in `diag` when it cannot be read.
 */
bool constitution_read_extra(struct arena *arena, struct diag *diag, const struct options *options,
                             struct constitution *constitution, enum option_id instead,
                             const char *name, struct bytes *bytes);

/* Of its tables that were read the one with this role; NULL where there is none. */
const struct input *constitution_input(const struct constitution *constitution, const char *role);

/* Whether the rules are those of a body whose members share the votes: one table is both its roll
 * and that of those who share. */
bool constitution_is_of_localities(const struct constitution *constitution);

#endif
