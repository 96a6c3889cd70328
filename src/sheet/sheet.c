/* SPDX-License-Identifier: MIT */
#include "quorate/sheet.h"

#include "internal.h"
#include "quorate/names.h"
#include "quorate/text.h"
#include "quorate/workbook.h"

bool sheet_read(struct sheet *sheet, struct bytes bytes, const struct column *wanted, size_t count)
{
    const struct column_search search = {wanted, count};
    if (!workbook_choose(sheet->arena, sheet->diag, &bytes, headings_are_sought, &search) ||
        columns_below_a_title(sheet->arena, sheet->diag, bytes, wanted, count) ||
        !table_read(sheet->arena, sheet->diag, bytes, &sheet->table))
        return false;
    bool found =
        columns_find(sheet->arena, sheet->diag, &sheet->table, wanted, count, &sheet->columns);
    found = found && workbook_name_holds(sheet->arena, sheet->diag, bytes);
    if (found) {
        columns_refuse_taken_out(sheet->arena, sheet->diag, &sheet->table, &sheet->columns);
        columns_refuse_ended(sheet->arena, sheet->diag, &sheet->table, &sheet->columns);
    }
    columns_warn_of_unused(sheet->arena, sheet->diag, &sheet->table, &sheet->columns);
    return found;
}

const char *sheet_text(const struct sheet *sheet, const struct row *row, size_t column)
{
    return columns_text(&sheet->columns, row, column);
}

const char *sheet_written(const struct sheet *sheet, const struct row *row, size_t column)
{
    size_t from, to;
    const struct row written = row_written(sheet->arena, row);
    line_cell_span(&written, sheet->columns.at[column], &from, &to);
    while (from > 0 && written.bytes[from - 1] == ' ')
        from--;
    return arena_copy(sheet->arena, written.bytes + from, to - from);
}

struct place sheet_place(const struct sheet *sheet, const struct row *row, size_t column)
{
    return columns_place(sheet->arena, &sheet->table, &sheet->columns, row, column);
}

struct place sheet_cell_place(const struct sheet *sheet, const struct row *row, size_t cell)
{
    return table_place(sheet->arena, sheet->table.file, row, cell);
}

struct place sheet_error_place(const struct sheet *sheet, const struct row *row, size_t column)
{
    return diag_lists(sheet->diag, SEVERITY_ERROR) ? sheet_place(sheet, row, column)
                                                   : (struct place){.file = sheet->table.file};
}

void sheet_error(const struct sheet *sheet, const struct row *row, size_t column,
                 const char *remedy, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    diag_add_list(sheet->diag, SEVERITY_ERROR, sheet_error_place(sheet, row, column), remedy,
                  format, arguments);
    va_end(arguments);
}

void sheet_refuse(const struct sheet *sheet, const char *remedy, const char *what)
{
    diag_refuse(sheet->diag, sheet->table.file, remedy, "%s", what);
}
