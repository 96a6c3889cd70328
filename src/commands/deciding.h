/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_DECIDING_H
#define QUORATE_DECIDING_H

#include "run.h"

/*
 * What each command decides of the tables that its row has it read, in a file of its own. Each
 * returns the value of its kind of report, in the arena, and fills in the tables among the targets
 * that it makes itself. NULL where there is nothing to be decided: what is wrong is then in
 * run->misuse, run->failure or run->diag.
 */
const void *tally_decide(struct run *run);
const void *quorum_decide(struct run *run);
const void *template_decide(struct run *run);
const void *check_decide(struct run *run);
const void *share_decide(struct run *run);
const void *reweight_decide(struct run *run);
const void *rules_decide(struct run *run);
const void *timetable_decide(struct run *run);
const void *roll_decide(struct run *run);
const void *verify_decide(struct run *run);
const void *new_decide(struct run *run);
const void *register_decide(struct run *run);

/* The exit status that follows from what was decided. */
enum status tally_answer(const struct options *options, const void *decided);
enum status quorum_answer(const struct options *options, const void *decided);
enum status check_answer(const struct options *options, const void *decided);
enum status register_answer(const struct options *options, const void *decided);
enum status verify_answer(const struct options *options, const void *decided);

/* Of the commands whose -o is no report, and of a tally, which may go into a register. */
bool template_plan(struct arena *arena, const struct options *options,
                   const struct report_kind *kind, struct output *output, struct misuse *misuse);
void template_tell(struct run *run, const void *decided);
bool new_plan(struct arena *arena, const struct options *options, const struct report_kind *kind,
              struct output *output, struct misuse *misuse);
bool tally_plan(struct arena *arena, const struct options *options, const struct report_kind *kind,
                struct output *output, struct misuse *misuse);
void tally_tell(struct run *run, const void *decided);
void new_tell(struct run *run, const void *decided);

bool reweight_plan(struct arena *arena, const struct options *options,
                   const struct report_kind *kind, struct output *output, struct misuse *misuse);

/* How to count by the new roll. */
void reweight_tell(struct run *run, const void *decided);

#endif
