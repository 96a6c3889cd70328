/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SAVED_RESULT_INTERNAL_H
#define QUORATE_SAVED_RESULT_INTERNAL_H

#include <jansson.h>

#include <stdbool.h>

#include "quorate/file.h"
#include "quorate/saved.h"

/* The same document without its votes: an empty list stands for them. What cannot be told so is
 * left as it is. */
struct bytes result_head(struct arena *arena, struct bytes bytes);

/* The value that the bytes are, for json_decref; NULL, with *error filled in, where they are no
 * JSON or hold a key twice. Jumps where memory runs out. */
json_t *result_decode(struct arena *arena, struct bytes bytes, json_error_t *error);

/* The document, for json_decref, or NULL with an error in `diag`: it is no JSON, or would take more
 * than RESULT_ENTRIES_MOST, which is told before it is taken. Jumps where memory runs out. */
json_t *result_parse(struct arena *arena, struct diag *diag, struct bytes bytes);
/* The same of a second one: `held` is let go of before a jump, and else stays the caller's. */
json_t *result_parse_beside(struct arena *arena, struct diag *diag, struct bytes bytes,
                            json_t *held);

/* A text of the object, NULL for anything else. */
const char *result_text(struct arena *arena, const json_t *object, const char *key);

/* ---- Rows for a vote (result_rows.c, result_secret.c) */

/* At most so many rows are made of a number that a result tells; with more it is not right anyway.
 */
#define RECORDED_ROWS_MOST ((size_t)100000)

/* The rows of a vote as they come together. */
struct row_draft {
    struct arena *arena;
    struct diag *diag;
    const struct ballot_record *record;
    size_t number; /* of the vote, from 1 */
    struct poll *poll;
    struct ballot *ballots;
    size_t count, capacity;
    bool sound;
};

/* What to do about a result that cannot be read back. */
extern const char rows_remedy[];

/* Puts it down that the vote cannot be read back. */
void rows_refuse(struct row_draft *draft, const char *what);

/* A number of it, from 0 to `most`; 0 for anything else. */
size_t rows_number(const json_t *object, const char *key, size_t most);

/* The member of this name; NULL, and refused, where there is none. */
const struct member *rows_member(struct row_draft *draft, const char *name);

/* A further row. It is nobody's proxy, came at no time and declares nothing. */
struct ballot *rows_add(struct row_draft *draft, const struct member *member, enum vote vote);

/* The candidate of this name: an index in the poll's, or their number. */
size_t rows_candidate(const struct row_draft *draft, const char *name);

/* What a row that the result tells says of who voted and why it was refused. */
void rows_read_voter(struct row_draft *draft, const json_t *object, struct ballot *ballot);

/* The rows of a secret vote; `object` is that of the document. */
void secret_rows(struct row_draft *draft, const json_t *document, const json_t *object);

/* Whether the vote is decided by more than heads. */
bool secret_weighs(const struct rules *rules, const char *decision);

/* The readings of its rules that ask for what a secret vote does not tell: list sizes, who voted,
 * or which of several ballots of one member is another. */
const char *const *secret_uncertain(const struct row_draft *draft, const json_t *object,
                                    size_t *count);

#endif
