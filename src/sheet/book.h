/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SHEET_BOOK_H
#define QUORATE_SHEET_BOOK_H

#include "grid.h"
#include "quorate/workbook.h"
#include "zip.h"

/* What the readers of the two formats fill. */

struct workbook_sheet {
    const char *name;
    const char *part; /* of the archive, that holds it (.xlsx) */
    bool hidden;
    bool read; /* what follows was filled */
    struct grid grid;
    struct bytes text;
};

struct workbook {
    struct arena *arena;
    struct zip *zip;
    struct bytes bytes;
    const char *const *wanted; /* names of sheets that the command line gave */
    size_t wanted_count;
    struct workbook_sheet *sheets;
    size_t count, capacity;
    const struct workbook_sheet *chosen;
    struct xlsx *xlsx; /* what its sheets share; NULL for .ods */
};

/* Its sheets by name; those of an .ods are read with them. False, with *fault as a clause behind
 * the file's name, when it cannot be read. */
bool xlsx_open(struct workbook *workbook, const char **fault);
bool ods_open(struct workbook *workbook, const char **fault);

/* Fills the grid of one. */
bool xlsx_read_sheet(struct workbook *workbook, struct workbook_sheet *sheet, const char **fault);

#endif
