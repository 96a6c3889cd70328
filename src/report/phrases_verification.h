/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PHRASES_VERIFICATION_H
#define REPORT_PHRASES_VERIFICATION_H

#include "phrases.h"
#include "quorate/verification.h"

/* What is said below the pages and in the data of a recount. */
struct note_list phrases_verification_notes(struct arena *arena,
                                            const struct verification *verification);

#endif
