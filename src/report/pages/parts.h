/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PARTS_H
#define REPORT_PARTS_H

#include "../document.h"

/* Pieces that the pages of votes and of quorums share. */

/* What is said of a member in a cell. */
typedef const char *standing_words(const struct subject *subject, const struct standing *standing);

/* The table of members: names, list sizes where they are known, votes where they are neither one
 * each nor the list size, and what `words` say of each. */
struct members_table {
    const char *caption, *heading;
    standing_words *words, *brief; /* brief: in text; NULL for the same */
    standing_words *cast_by;       /* a column more, for which text has no room; NULL for none */
};
struct doc_table *part_members(const struct subject *subject, const struct members_table *of);

/* How far a quorum is reached, with what is needed marked; NULL where that is withheld. */
const struct picture *part_quorum_picture(const struct subject *subject,
                                          const struct condition_outcome *quorum);

/* The rules that it rests on, as facts; the weighting has one of its own. */
void part_rules(struct document *document, const struct subject *subject);

/* Whose rules: "Constitution 2015/16". */
const char *part_whose_rules(struct arena *arena, const struct outcome *outcome);

#endif
