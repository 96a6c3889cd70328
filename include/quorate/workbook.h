/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_WORKBOOK_H
#define QUORATE_WORKBOOK_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"
#include "quorate/columns.h"
#include "quorate/diag.h"
#include "quorate/file.h"

/*
 * Workbooks as they are: .xlsx (ECMA-376) and .ods (OpenDocument 1.2), told by their bytes,
 * whatever the file is called. A sheet becomes a table of text, a line for each of its rows, and
 * goes the way of any other table: dates are written 2015-06-22, numbers in all their digits. What
 * whoever looked at the sheet did not see is refused or told of: see docs/formats.md.
 */
struct workbook;

/* Whether the bytes are a workbook of these, or something that people take for one. */
bool workbook_is(struct bytes bytes);

/*
 * The workbook, with the names of its sheets; NULL, with an error, when it cannot be read. `wanted`
 * are the sheets that may be read; any where it is empty. The bytes and names must live as long as
 * the workbook.
 */
struct workbook *workbook_open(struct arena *arena, struct diag *diag, struct bytes bytes,
                               const char *const *wanted, size_t count);

/*
 * Puts the text of the sheet that is meant in place of the bytes of a workbook: that which is
 * wanted, the only one that shows anything, or of several the only one whose headings pass the test
 * (`are` may be NULL: none does). False, with an error, when it cannot be told. Any other bytes
 * stay as they are.
 */
bool workbook_choose(struct arena *arena, struct diag *diag, struct bytes *bytes,
                     bool (*are)(const void *context, const struct heading_row *row),
                     const void *context);

/* The name of the sheet that was chosen last; NULL when none was, or for no workbook. */
const char *workbook_sheet_name(const struct workbook *workbook);

/* What to do about a sheet whose name says that it is not the one that is meant. */
const char *workbook_remedy(struct arena *arena, const char *name);

/* False, with an error, where the name of the sheet that was chosen says that it is not what holds,
 * as "DRAFT", and nobody named it. */
bool workbook_name_holds(struct arena *arena, struct diag *diag, struct bytes bytes);

/* Whether the sheets that may be read are named. */
bool workbook_is_told_sheets(const struct workbook *workbook);

#endif
