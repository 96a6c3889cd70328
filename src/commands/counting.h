/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_COUNTING_H
#define QUORATE_COUNTING_H

#include "quorate/outcome.h"
#include "run.h"

/* What every command shares that decides of ballots. */

/* By what and of which files a report of the run is made. */
struct provenance counting_from(const struct run *run);

/* What an outcome says of whose count it is, and of what. */
struct outcome counting_describe(const struct run *run);

/*
 * Decides every poll and fills in the outcome. There must be no errors in `diag`. False when the
 * count contradicts itself: a defect of the program.
 */
bool counting_decide(struct run *run, struct outcome *outcome);

/* So many lists of rows and members are kept; of more each is made again when it is asked for. */
bool counting_keeps_lists(const struct run *run);

/* The county's table that the program brought along, and that nothing was counted by, is not among
 * what was counted. One that was given is told of. */
void counting_drop_unused_county(struct run *run, struct outcome *outcome);

/* Warns of conditions of what is decided that the roll can never meet or never miss. */
void counting_warn_of_conditions(struct run *run);

#endif
