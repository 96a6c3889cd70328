/* SPDX-License-Identifier: MIT */
#ifndef REPORT_HTML_REWEIGHTING_H
#define REPORT_HTML_REWEIGHTING_H

#include "html.h"
#include "quorate/reweighting.h"

/* What the list sizes mean for who makes a quorum, and for who decides (html_quorums.c). */
void html_quorums(const struct html *html, const struct reweighting *reweighting);
void html_powers(const struct html *html, const struct reweighting *reweighting);

/* The pictures of what changes, the greatest growth first (html_changes.c). */
void html_size_changes(const struct html *html, const struct reweighting *reweighting);
void html_weight_changes(const struct html *html, const struct reweighting *reweighting);
void html_share_change(const struct html *html, const struct reweighting *reweighting);

/* "1 April 2015", or what stands for a date that is not known. */
const char *html_then(const struct html *html, const struct reweighting *reweighting);
const char *html_now(const struct html *html, const struct reweighting *reweighting);

#endif
