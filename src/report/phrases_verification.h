/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PHRASES_VERIFICATION_H
#define REPORT_PHRASES_VERIFICATION_H

#include "phrases.h"
#include "quorate/verification.h"

/* The English of a recount, as in phrases.h. */

/* "The same" */
const char *phrases_verification_answer(const struct verification *verification);

/* "All of result.json follows from the tables." */
const char *phrases_verification_result(struct arena *arena,
                                        const struct verification *verification);

/* What a file is: "The file that was counted." */
const char *phrases_verification_file(const struct verified_file *file);

/* "5" or "not there" */
const char *phrases_verification_value(const char *value);

struct note_list phrases_verification_notes(struct arena *arena,
                                            const struct verification *verification);

#endif
