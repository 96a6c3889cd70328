/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_REMARK_WORDS_H
#define QUORATE_REMARK_WORDS_H

#include <stdbool.h>

#include "quorate/arena.h"

/* What short remarks say of the row that they stand in: the words that tables have in common. */

/* Of a longer remark none of its words says much by itself, and of a longer heading likewise. */
#define REMARK_WORDS_MOST         5
#define REMARK_HEADING_WORDS_MOST 4

/* Whether a short remark says that what it is of is that no more, or is not to be counted: "closed
 * 2014", "no longer a member", "suspended"; and not "never suspended". */
bool remark_ends(struct arena *arena, const char *folded);

/* Whether a short remark, below a heading that is of remarks or of a state, says of a vote or of
 * who has one that it is none, in part or not yet: "not accepted", "no mandate", "half vote",
 * "dup". */
bool remark_denies(struct arena *arena, const char *folded);

/* Whether a cell leaves open what it says of its row: "?", "see below", "to follow", "check with
 * partner". As it stands in the table. */
bool remark_is_open(struct arena *arena, const char *text);

/* Whether it says of a number beside it that this may not be what it should: "estimate", "last
 * year's", "should be 4,661". */
bool remark_doubts_figure(struct arena *arena, const char *folded);

/* Whether a name has a mark before or behind it that stands for a note or a doubt: "The Hart
 * Surgery*", "Dr A (?)". Names are compared without it. As it stands in the table. */
bool name_is_noted(const char *text);

/* Whether it stands in brackets as a whole, as what was taken out does. */
bool name_is_bracketed(const char *text);

/* Whether a heading is that of remarks: "Comments", "Notes (chair)", "Status". */
bool heading_is_of_remarks(const char *folded);

/* Whether a heading is of what somebody is on a list as, "Membership", "Type": elsewhere "branch"
 * or "not received" may be of anything. */
bool heading_is_of_standing(const char *heading);

/* Whether what stands below such a heading says that somebody is no member with a vote:
 * "associate", "former member", "branch". */
bool remark_is_of_no_member(const char *folded);
/* "Vacant", "TBC", "Average", "ditto": what stands where a name should, and is none. */
bool remark_names_nothing(const char *folded);

#endif
