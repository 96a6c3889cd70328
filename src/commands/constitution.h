/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_CONSTITUTION_H
#define QUORATE_CONSTITUTION_H

#include <stdbool.h>

#include "options.h"
#include "quorate/arena.h"
#include "quorate/diag.h"
#include "quorate/load.h"
#include "quorate/outcome.h"
#include "quorate/roll.h"
#include "quorate/rules.h"

#define CONSTITUTION_DEFAULT "south-east-oxfordshire-2015"

/* A constitution as it was read: a noun may be used where its flag says so. */
struct constitution {
    const char *name;   /* of the bundled one, or the folder's base name */
    const char *folder; /* NULL for a bundled one */
    const char *called; /* in results: the name, or the table that --rules gives in its place */
    struct rules rules;
    struct roll roll, localities;
    bool rules_usable, roll_usable, localities_usable;
    struct column_names columns; /* of columns.csv */
    bool agrees;                 /* the rules can be applied to this roll */
    struct input inputs[4]; /* the tables that were read: rules, practices, localities, columns */
    size_t input_count;
};

/*
 * Finds what -C names, or the default: a bundled constitution, else a folder. Fills in the name and
 * folder only. False, with *misuse filled in and the bundled ones listed, when it is neither.
 */
bool constitution_find(struct arena *arena, const struct options *options,
                       struct constitution *constitution, struct misuse *misuse);

/* Reads the rules only. */
void constitution_read_rules(struct arena *arena, struct diag *diag, const struct options *options,
                             struct constitution *constitution);

/* Reads the rules and the table of localities only, for a command that needs no roll. */
void constitution_read_county(struct arena *arena, struct diag *diag, const struct options *options,
                              struct constitution *constitution);

/*
 * Reads its tables, those that --rules, --practices and --localities give in their place. Every
 * problem goes to `diag`, and reading goes on with the next table.
 */
void constitution_read(struct arena *arena, struct diag *diag, const struct options *options,
                       struct constitution *constitution);

/* Reads columns.csv, where the constitution has one: what the columns of its ballots are headed. */
void constitution_read_columns(struct arena *arena, struct diag *diag,
                               const struct options *options, struct constitution *constitution);

/* Whether the path is the roll in the constitution's folder, which a result must not replace. Only
 * once it has been read is it known what the roll is called. */
bool constitution_has_roll_at(struct arena *arena, const struct constitution *constitution,
                              const char *path);

/*
 * The bytes of a table that a constitution may have beside those above: the one that the option
 * `instead` gives, else the one of this name in its folder. False when there is none, or with a
 * problem in `diag` when it cannot be read.
 */
bool constitution_read_extra(struct arena *arena, struct diag *diag, const struct options *options,
                             struct constitution *constitution, enum option_id instead,
                             const char *name, struct bytes *bytes);

#endif
