/* SPDX-License-Identifier: MIT */
#ifndef REPORT_HTML_TALLY_H
#define REPORT_HTML_TALLY_H

#include "html.h"

/* The parts of the page of a poll, each with its heading. `poll` is its index. */
void html_quorum(const struct html *html, const struct subject *subject);
void html_quorum_picture(const struct html *html, const struct subject *subject,
                         const struct condition_outcome *quorum);
void html_votes(const struct html *html, const struct subject *subject, size_t poll);
void html_areas(const struct html *html, const struct subject *subject);
void html_ballots(const struct html *html, const struct subject *subject, size_t poll);
void html_practices(const struct html *html, const struct subject *subject);
void html_basis(const struct html *html, const struct subject *subject, size_t poll);

void html_readings(const struct html *html, const struct subject *subject);

/* How the bars of a candidate are filled, by the place among the candidates. */
enum fill html_candidate_fill(size_t place);

#endif
