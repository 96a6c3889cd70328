/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PARTS_H
#define REPORT_PARTS_H

#include "../document.h"

/* Pieces that the pages of votes and of quorums share. */

/* The table of members: names, list sizes where they are known, votes where they are neither one
 * each nor the list size, and what `words` say of each. Where they are too many for the page it
 * has the largest, and a paragraph says so. */
struct members_table {
    const char *caption, *heading;
    standing_words *words, *brief; /* brief: in text; NULL for the same */
    standing_words *cast_by;       /* a column more, for which text has no room; NULL for none */
    const struct picture *picture; /* NULL for none */
    enum fold fold;
    size_t motions; /* that have such a table each */
};
void part_members(struct document *document, const struct subject *subject,
                  const struct members_table *of);

/* A paragraph in the place of that table, in a report that has none. */
void part_not_listed(struct document *document, const struct subject *subject, size_t motions);

/* Rows of members in the tables of all motions together. */
size_t part_rows(const struct outcome *outcome);

/* A picture of how far a quorum is reached, with what is needed marked; none where that is
 * withheld. */
void part_quorum_picture(struct document *document, const struct subject *subject,
                         const struct condition_outcome *quorum);

/* The entry of its legend for the line that marks what is needed. */
void part_needed(struct arena *arena, struct picture *picture,
                 const struct condition_outcome *condition);

/* The rules that it rests on, as facts; the weighting has one of its own. */
void part_rules(struct document *document, const struct subject *subject);

/* What the caller said of the table, as facts of the basis. */
void part_told(struct document *document, const struct outcome *outcome);

/* A page without blocks: whose it is, of which day, and what it was made of. */
struct document *part_document(struct arena *arena, const struct outcome *outcome);

/* Facts: those who represent nobody, who came and who did not. */
void part_others(struct document *document, const struct subject *subject);

/* Facts: the names of the absent; where they are too many for the page how many they are. */
void part_absent(struct document *document, const struct subject *subject);

/* Facts, one a row that was refused, or that has come to `status`. */
void part_refused(struct document *document, const struct subject *subject);
void part_set_aside(struct document *document, const struct subject *subject, const char *label,
                    enum return_status status);

/* Whose rules: "Constitution 2015/16". */
const char *part_whose_rules(struct arena *arena, const struct outcome *outcome);

#endif
