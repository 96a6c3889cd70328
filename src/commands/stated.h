/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_COMMANDS_STATED_H
#define QUORATE_COMMANDS_STATED_H

#include "quorate/outcome.h"
#include "run.h"

/*
 * Holds what the sheet itself says came of its votes against the polls, one for each of the box: an
 * error in `diag` for each statement that is not so. False where there was one.
 */
bool stated_agrees(struct run *run, const struct poll_outcome *polls);

/* The same of a list of who was there, of which only what is said of the quorum, the turnout and
 * of rules is held. `decided` are its polls. */
bool stated_quorums_agree(struct run *run, const struct quorum_finding *findings,
                          const struct poll_outcome *decided);

/* The same where nothing was decided, for whoever only looks: the polls are, if the sheet says
 * anything of them and they can be. */
void stated_check(struct run *run);

#endif
