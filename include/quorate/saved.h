/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SAVED_H
#define QUORATE_SAVED_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"
#include "quorate/ballots.h"
#include "quorate/decision_register.h"
#include "quorate/diag.h"
#include "quorate/file.h"
#include "quorate/result.h"
#include "quorate/rules.h"

/* Saved results in: they come from outside, and are believed no more than a table. */

/* Bytes that a saved result may have, and what may be held of its entries at a time. Of one with
 * more of these it can be told that it is, byte for byte, what is counted again. */
#define RESULT_MOST         ((size_t)128 << 20)
#define RESULT_ENTRIES_MOST ((size_t)64 << 20)

/* The head of a result of `tally --format json`. What it says of files and options is checked, its
 * figures are not, nor that its votes are JSON: for that it is counted again and compared. */
bool load_result(struct arena *arena, struct diag *diag, struct bytes bytes,
                 struct saved_result *result);

/* The same of a result of any command whose results can be made again. */
bool load_any_result(struct arena *arena, struct diag *diag, struct bytes bytes,
                     struct saved_result *result);

/* The file that was read for this role, the one of that number (from 0) where there may be several;
 * NULL where there was none. */
const struct saved_input *result_input(const struct saved_result *result, const char *role);
const struct saved_input *result_input_at(const struct saved_result *result, const char *role,
                                          size_t number);

/*
 * The votes of a result that load_result found sound, in their order; `rules` are those it was
 * counted by. What a further election takes of them is checked: the kind of decision is one of the
 * rules', and those who stand again are distinct names on one line each, and the candidates whom
 * the result's own figures put at the top together (which they do not tell where votes are secret
 * and weighted). Where that is not so, an error is in `diag` and it is false.
 */
bool load_result_polls(struct arena *arena, struct diag *diag, struct bytes bytes,
                       const struct rules *rules, const struct saved_poll **polls, size_t *count);

/* Whose rows they are, and what they are read beside: the rules and the roll that were counted by.
 */
struct ballot_record {
    struct bytes result; /* that load_result found sound */
    const struct rules *rules;
    const struct roll *roll;
    const struct candidate_list *candidates; /* NULL where none were listed */
    bool timed; /* the day of the vote, or when it closed, is known without the ballots */
};

/*
 * The rows of a saved result in place of the ballots, which need not exist any more: a poll for
 * each of its votes. Of an open vote they are the rows of the file. Of a secret one they are rows
 * that come to the heads it tells: who is given which vote is arbitrary, and by heads nothing
 * depends on it. `recorded` has an item for each poll. False, with errors in `diag`, where a row
 * names a member, a kind of decision or a vote that there is not.
 */
bool load_result_ballots(struct arena *arena, struct diag *diag, const struct ballot_record *record,
                         struct ballot_box *box, const struct recorded_poll **recorded);

/* What of two such results is to be compared. */
struct comparison {
    struct bytes saved, counted; /* both must be sound JSON */
    const char *version;         /* that saved it, as it says */
    bool same_version; /* as this one; else words may have changed, and keys come to be written */
    bool without_key;  /* the keyed hash of secret ballots cannot be made again */
    bool elsewhere; /* whoever verifies says where the tables are, which may be called otherwise */
    const char *const *given; /* options, by their keys in the record, and roles of files that they
                                 give in place of the record */
    size_t given_count;
    const struct recorded_poll *recorded; /* one for each vote, where the saved rows themselves were
                                             counted again; NULL where the ballots were */
    size_t recorded_count;
};

/*
 * Every place at which they differ, but for the hashes of files and what was given in place of the
 * record. What differs and proves nothing is in `unproved` instead: the version, words and keys of
 * another one, and what rows of the result do not tell. What that is goes by its exact place, never
 * by the name of a key.
 * The same bytes do not differ, and are not looked into. False, with an error in `diag`, where the
 * saved ones are no JSON.
 */
bool load_differences(struct arena *arena, struct diag *diag, const struct comparison *comparison,
                      struct differences *differences, struct differences *unproved);

/*
 * What stands in a register of decisions, line by line, and what is wrong with it: a line that
 * cannot be read, that has another number than its place, or that does not hold the hash of the
 * one before. Of a line that a later version wrote, keys that are not known here are passed over;
 * its hash covers them.
 */
void load_register(struct arena *arena, struct bytes bytes, struct decision_register *decisions);

#endif
