/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_BALLOT_TEMPLATE_H
#define QUORATE_BALLOT_TEMPLATE_H

#include "quorate/ballots.h"
#include "quorate/file.h"
#include "quorate/roll.h"
#include "quorate/rules.h"

/* What a ballot file to fill in is made for. */
struct ballot_template {
    const struct ruleset *rules; /* of the kind of decision */
    const struct roll *roll;
    bool by_post;               /* what is voted on are the posts of an election */
    const char *const *motions; /* one row a member and motion; a column only where there are any */
    size_t motion_count;
    bool timed; /* the vote is open for a time only, so each ballot needs its own */
};

/*
 * The ballot file as bytes for Excel: a table with a byte order mark and CRLF, a row for each
 * member in the roll's order (once for each motion), with "absent" or "no reply" as its vote. Its
 * columns are those in which the rules give something to write; a secret vote has no more of them
 * than the count takes. Nobody is counted until a vote is filled in.
 */
const char *ballot_template_table(struct arena *arena, const struct ballot_template *wanted);

/*
 * The same as a workbook (.xlsx): members, codes and motions are fixed, and `vote` and `role` have
 * the words to choose from; an election's are the candidates, which may be NULL.
 */
struct bytes ballot_template_book(struct arena *arena, const struct ballot_template *wanted,
                                  const struct candidate_list *candidates);

/* A table of candidates as bytes for Excel, likewise. */
const char *ballot_template_candidates(struct arena *arena, const char *const *names, size_t count);

/* What may stand in the column `vote`, as a sentence. `candidates` may be NULL. */
const char *ballot_template_words(struct arena *arena, const struct ruleset *rules,
                                  const struct candidate_list *candidates);

#endif
