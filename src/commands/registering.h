/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_REGISTERING_H
#define QUORATE_REGISTERING_H

#include "run.h"

/*
 * With --register, makes the lines of a finished tally and puts the register with them among what
 * the run writes: all of that or nothing. The register is this run's alone from here to the end of
 * the run (`run->output.lock`). `outcome` is told where it is registered. False, with an error or
 * with `misuse` filled in, where the register is not as it was written, is another body's, or has
 * no such line as --corrects names.
 */
bool registering_add(struct run *run, struct outcome *outcome);

/* Whether the options fit together, before anything is read. */
bool registering_check(const struct options *options, struct misuse *misuse);

#endif
