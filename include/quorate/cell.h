/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_CELL_H
#define QUORATE_CELL_H

#include "quorate/buffer.h"

/*
 * Adds a text as a cell of a CSV table, as RFC 4180 has it; NULL is an empty cell. It is in
 * quotation marks where a spreadsheet would else part or trim it (commas, semicolons, line ends,
 * spaces around it), and one that would be taken for a formula has an apostrophe before it, which
 * does not count when names are compared. Numbers of our own are no texts: they are added as they
 * are, so that -300 stays a number.
 */
void cell_add(struct buffer *table, const char *text);

#endif
