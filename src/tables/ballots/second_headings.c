/* SPDX-License-Identifier: MIT */
#include "internal.h"
#include "quorate/text.h"

/* SurveyMonkey exports two rows of headings: the questions, and below them what kind of answer each
 * has. The second is no ballot. */

/* Whether nothing stands in the row but the kinds, and the columns of the respondent are blank. */
static bool is_second(const struct ballots_load *load, const struct row *row)
{
    static const char *const kinds[] = {"response", "open ended response"};
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
        if (!name_is_one_of(folded, kinds, COUNT(kinds)))
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
