/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_COMMANDS_STATED_RULES_H
#define QUORATE_COMMANDS_STATED_RULES_H

#include "quorate/outcome.h"
#include "quorate/stated.h"
#include "run.h"

/*
 * Whether the rule that a sheet states is the one in force for the poll. One that does not say that
 * it is asked for ("Quorum: 80%") may tell what was reached as well, and then `reached` says
 * whether that is so.
 */
bool stated_rule_holds(const struct run *run, const struct stated_result *stated,
                       const struct poll_outcome *poll, bool reached);

/* What is in force instead, with its clause. */
const char *stated_rule_in_force(const struct run *run, const struct stated_result *stated,
                                 const struct poll_outcome *poll);

/* What one does where the sheet is right, or to be rid of what it says. */
const char *stated_rule_remedy(const struct run *run, const struct stated_result *stated,
                               const struct poll_outcome *poll);

/* Whether that percentage may be written of a part of a whole: rounded or cut off. */
bool stated_is_share(const struct stated_result *stated, int64_t part, int64_t whole);

#endif
