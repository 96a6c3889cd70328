/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SHEET_ROLE_H
#define QUORATE_SHEET_ROLE_H

#include "quorate/arena.h"
#include "quorate/file.h"

/*
 * What a table is by its headings, in the words of struct input's `role`, or "list sizes" for what
 * a reweighting reads; NULL where they tell nothing. Of a workbook the only sheet that is shown and
 * holds anything, or the only one whose headings do tell.
 */
const char *sheet_role(struct arena *arena, struct bytes bytes);

#endif
