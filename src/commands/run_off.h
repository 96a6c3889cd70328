/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_RUN_OFF_H
#define QUORATE_RUN_OFF_H

#include <stdbool.h>

#include "constitution.h"
#include "options.h"
#include "quorate/diag.h"
#include "quorate/result.h"

/* A further election, as a saved result calls for it. */
struct run_off {
    const char *file;              /* the result */
    const struct saved_poll *poll; /* the election that was tied */
    const char *decision;          /* what kind of decision the further election is */
    bool chosen;                   /* -d did not say so */
};

/*
 * Reads what --run-off names, a result that was counted by these rules, and finds the tied election
 * in it: the one that --motion names, or the only one. False, with the reason in `diag`, when there
 * is none. Another roll than the result's is a warning.
 */
bool run_off_read(struct arena *arena, struct diag *diag, const struct options *options,
                  const struct constitution *constitution, struct run_off *run_off);

/*
 * Settles its kind: `decision`, which -d named, else the one kind of election that stands in the
 * rules behind that of the result, else that one again where it is the last. False, with *misuse
 * filled in, when it is a motion, or when several stand behind it.
 */
bool run_off_settle(struct arena *arena, const struct constitution *constitution,
                    const char *decision, struct run_off *run_off, struct misuse *misuse);

#endif
