/* SPDX-License-Identifier: MIT */
#ifndef REPORT_HTML_FINDINGS_H
#define REPORT_HTML_FINDINGS_H

#include "phrases.h"

/* What each picture of a poll shows, as the sentence above it. */

/* "31,509 patients more than the 45,866 needed." */
const char *finding_quorum(const struct subject *subject, const struct condition_outcome *quorum);

/* "4 of 6 votes cast were for; 4 are needed."; with no majority to mark, which side has more. */
const char *finding_votes(const struct subject *subject, const struct condition_outcome *majority);

/* "Dr A and Dr B have equal votes, more than anybody else." */
const char *finding_candidates(const struct subject *subject);

/* "Practices with 42,965 patients voted for, practices with 19,341 against." */
const char *finding_practices(const struct subject *subject);

#endif
