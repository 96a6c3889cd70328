/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TABLES_INTERNAL_H
#define QUORATE_TABLES_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/ballots.h"
#include "quorate/columns.h"
#include "quorate/diag.h"
#include "quorate/names.h"
#include "quorate/roll.h"
#include "quorate/rules.h"
#include "quorate/table.h"
#include "quorate/yes_no.h"

/* What the files of this room share, except those that read rules.csv. */

/* --- The headings by which roles.c tells tables from one another, of the file of each --- */

struct table_signs {
    const char *role;
    const struct column *columns;
    size_t count;
    unsigned telling; /* bits of columns of which one has to be there; 0 for none */
};

extern const struct table_signs rules_signs, columns_signs, answers_signs, county_signs,
    voters_signs, interests_signs, candidates_signs, holidays_signs, roll_signs;

/* How many columns of ballots, or of a list of who was there, the headings have; 0 where they are
 * none. */
size_t ballots_known(const struct heading_row *row);

/* --- addresses.c --- */

/* The form in which e-mail addresses are compared: without spaces round it, in small letters, and
 * without the name that a mail program puts before it. "" for a blank. */
const char *address_read(struct arena *arena, const char *text);
bool address_is_sound(const char *form); /* whether that can be one address */

/* --- candidate_names.c: what is written where a candidate's name should stand --- */

enum candidate_name {
    CANDIDATE_NAME,
    CANDIDATE_NONE,    /* "spoilt", "n/a", "Abstain (emailed)", "-" */
    CANDIDATE_SEVERAL, /* "Dr A / Dr B" */
};

/* What a cell looks like that is neither a word of votes.c nor a candidate of a list. */
enum candidate_name candidate_name_read(struct arena *arena, const char *text, const char *folded);

/* --- roll.c --- */

/* The file of the roll, for what is to be looked up or changed there; of one that is compiled in,
 * how to get it. */
const char *roll_file_named(struct arena *arena, const struct roll *roll);

/* --- date_advice.c --- */

/* How to write what is nearly a date, or a date with a time ("24th June 2015"), as a sentence; NULL
 * when it is nothing like one. */
const char *date_advice(struct arena *arena, const char *text);

/* --- votes.c: the words that may stand in a ballot file --- */

/* False, with VOTE_BLANK, when the cell is none of the words, or more than one of them. */
bool vote_read(struct arena *arena, const char *text, enum vote *vote);
bool role_read(struct arena *arena, const char *text, enum role *role); /* "" is the lead */

/* Words that are refused and that people write: "gp" may be the lead or not; "n/a" is no interest.
 */
bool role_is_unclear(const char *folded);
bool interest_is_denied(const char *folded);

/* The role that was probably meant, or NULL. */
const char *role_suggest(struct arena *arena, const char *folded);

/* "lead, deputy, proxy, ... or other": the names of all roles, `last` before the last of them. */
const char *roles_list(struct arena *arena, const char *last);

/* The vote word that was probably meant, or NULL: never one that turns the cell's meaning round,
 * nor one of several that it may be short for. */
const char *vote_suggest(struct arena *arena, const char *text);

/* Whether the words of a remark say that somebody was not for something: "voted against it", "did
 * not agree". */
bool vote_is_denied(const char *folded);

#endif
