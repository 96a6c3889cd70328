/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PHRASES_VERIFICATION_H
#define REPORT_PHRASES_VERIFICATION_H

#include "phrases.h"
#include "quorate/verification.h"

/* Something that stands in no table, so that a recount takes it from the result. */
struct taken {
    const char *what, *value; /* "the motion" and its text */
};

#define TAKEN_MOST 22

struct taken_list {
    struct taken items[TAKEN_MOST];
    size_t count;
};

struct taken_list phrases_taken(struct arena *arena, const struct verification *verification);

/* "The same, with the motion taken from it", and what stands behind that: how much differs, and of
 * what. */
const char *phrases_verification_answer(struct arena *arena,
                                        const struct verification *verification);
const char *phrases_verification_figures(struct arena *arena,
                                         const struct verification *verification);

/* "The file that was counted." */
const char *phrases_file_state(enum file_state state);

/* What is said below the pages and in the data of a recount. */
struct note_list phrases_verification_notes(struct arena *arena,
                                            const struct verification *verification);

#endif
