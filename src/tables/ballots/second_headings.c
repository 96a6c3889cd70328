/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"
#include "report_lines.h"

/* SurveyMonkey exports two rows of headings: the questions, and below them what kind of answer each
 * has. The second is no ballot. What was written beside the choices of a question has a column of
 * its own, which only the second row heads. */

static const char other[] = "Other (please specify)";

/* Whether the second row heads this column, and the first does not. */
static bool is_other(struct arena *arena, char separator, const struct report_line *first,
                     const struct report_line *second, size_t cell)
{
    size_t above, length;
    const char *text = report_cell(separator, second, cell, &length);
    if (!text_same(arena, arena_copy(arena, text, length), other))
        return false;
    const char *heading = report_cell(separator, first, cell, &above);
    return cell >= report_cells(separator, first) ||
           *text_fold(arena, arena_copy(arena, heading, above)) == '\0';
}

void ballots_head_others(struct ballots_load *load, const struct heading_row *row,
                         struct bytes *bytes)
{
    struct arena *arena = load->sheet.arena;
    struct buffer table = {.arena = arena};
    struct report_line first, second;
    size_t at = row->at, behind;
    bool any = false;
    if (row->count == 0 || strcmp(row->headings[0].folded, "respondent id") != 0 ||
        !report_next_line(bytes, &at, &first))
        return;
    behind = at;
    if (!report_next_line(bytes, &at, &second))
        return;
    buffer_add_bytes(&table, bytes->bytes, row->at);
    for (size_t cell = 0; cell < report_cells(row->separator, &second); cell++) {
        size_t length;
        const char *text = report_cell(row->separator, &first, cell, &length);
        bool headed = !is_other(arena, row->separator, &first, &second, cell);
        any = any || !headed;
        buffer_add_bytes(&table, &row->separator, cell > 0);
        buffer_add_bytes(&table, headed ? text : other, headed ? length : strlen(other));
    }
    if (!any)
        return;
    buffer_add(&table, "\n");
    buffer_add_bytes(&table, bytes->bytes + behind, bytes->length - behind);
    bytes->length = table.length;
    bytes->bytes = buffer_text(&table);
}

/* Whether nothing stands in the row but the kinds, and the columns of the respondent are blank. */
static bool is_second(const struct ballots_load *load, const struct row *row)
{
    static const char kinds[] = "response;open ended response;other please specify";
    struct arena *arena = load->sheet.arena;
    const struct row *header = &load->sheet.table.header;
    bool of_respondents = false;
    size_t filled = 0;
    for (size_t i = 0; i < header->count && i < row->count; i++) {
        const char *folded = text_fold(arena, row_cell(row, i)->text);
        bool respondent = text_same(arena, row_cell(header, i)->text, "Respondent ID");
        if (*row_cell(row, i)->text == '\0') {
            of_respondents = of_respondents || respondent;
            continue;
        }
        if (!name_is_one_of(folded, kinds))
            return false;
        filled++;
    }
    return of_respondents && filled > 0;
}

void ballots_pass_second_headings(struct ballots_load *load)
{
    struct table *table = &load->sheet.table;
    const struct row *row = table->count == 0 ? NULL : table_row(table, 0);
    if (row == NULL || !is_second(load, row))
        return;
    diag_add_wording(load->sheet.diag, SEVERITY_WARNING, sheet_cell_place(&load->sheet, row, 0),
                     wording_public(NULL),
                     wording_public("this is SurveyMonkey's second row of headings, and no ballot: "
                                    "it is passed over"));
    bool *out = arena_alloc(load->sheet.arena, table->count, sizeof *out);
    out[0] = true;
    table_leave_out(table, out);
}
