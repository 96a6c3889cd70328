/* SPDX-License-Identifier: MIT */
#ifndef REPORT_TEXT_REWEIGHTING_H
#define REPORT_TEXT_REWEIGHTING_H

#include "page.h"
#include "phrases_reweighting.h"

/* What the list sizes mean for who makes a quorum, and for who decides (text_quorums.c). */
void text_quorums(const struct page *page, const struct reweighting *reweighting);
void text_powers(const struct page *page, const struct reweighting *reweighting);

#endif
