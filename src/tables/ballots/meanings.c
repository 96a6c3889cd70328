/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* A vote or a role in words that are not known is asked about, once for all rows that have it. */

/* Each is looked for in all rows. A file that needs more is none of votes. */
#define ASKED_MOST 100

/* How many rows say the same in that column. */
static size_t rows_alike(const struct ballots_load *load, enum ballot_column column,
                         const char *folded)
{
    const struct table *table = &load->sheet.table;
    size_t alike = 0;
    for (size_t i = 0; i < table->count; i++) {
        struct row row;
        table_look(table, i, &row);
        alike +=
            strcmp(text_fold(load->sheet.arena, ballots_written(load, &row, column)), folded) == 0;
    }
    return alike;
}

static struct diag_question ask(const struct ballots_load *load, const char *text, bool of_role)
{
    static const struct {
        const char *means, *word;
    } words[][3] = {
        {{"a vote for the motion", "for"},
         {"a vote against it", "against"},
         {"an abstention", "abstain"}},
        {{"the lead", "lead"}, {"the lead's deputy", "deputy"}, {"nobody who may vote", "other"}},
    };
    struct arena *arena = load->sheet.arena;
    const size_t count = sizeof words[0] / sizeof *words[0];
    struct diag_answer *choices = arena_alloc(arena, count, sizeof *choices);
    for (size_t i = 0; i < count; i++)
        choices[i] = (struct diag_answer){
            .means = WORDING(arena, "it is %s", wording_public(words[of_role][i].means)),
            .option = WORDING(arena, "--answer \"%s\"=%s", wording_of_row(text, "its words"),
                              wording_public(words[of_role][i].word)),
        };
    return (struct diag_question){wording_public("What does it mean?"), choices, count};
}

/* Whether that text was asked about. Notes it, where there are not too many of them. */
static bool is_asked(struct ballots_load *load, const char *folded, bool of_role)
{
    const char *key = arena_format(load->sheet.arena, "%d%s", of_role, folded);
    bool asked = name_index_find(&load->asked, key) != NAME_NONE;
    if (!asked && load->asked.count < ASKED_MOST)
        name_index_add(&load->asked, key);
    return asked;
}

void ballots_ask_about_mark(struct ballots_load *load, const struct row *row, size_t cell)
{
    struct arena *arena = load->sheet.arena;
    const char *text = row_cell(row, cell)->text;
    if (is_asked(load, text_fold(arena, text), false))
        return;
    struct diag_question question = ask(load, text, false);
    question.asks = wording_public("What does it mean where it is a vote?");
    diag_ask(load->sheet.diag, sheet_cell_place(&load->sheet, row, cell),
             WORDING(arena, "%s is a mark, and a vote is a word",
                     wording_quote(arena, text, "the cell")),
             question);
}

bool ballots_say_alike(const struct ballots_load *load, const struct row *row,
                       enum ballot_column column)
{
    const char *folded = text_fold(load->sheet.arena, ballots_written(load, row, column));
    return load->asked.count < ASKED_MOST && rows_alike(load, column, folded) > 1;
}

bool ballots_ask_meaning(struct ballots_load *load, const struct row *row,
                         enum ballot_column column)
{
    struct arena *arena = load->sheet.arena;
    bool of_role = column == COLUMN_ROLE;
    const char *text = ballots_written(load, row, column), *folded = text_fold(arena, text);
    bool full = *folded == '\0' || load->asked.count == ASKED_MOST;
    if (is_asked(load, folded, of_role))
        return true;
    if (full)
        return false;
    size_t alike = rows_alike(load, column, folded);
    const char *others = alike == 1 ? ""
                                    : arena_format(arena, ", here and in %zu more %s", alike - 1,
                                                   alike == 2 ? "row" : "rows");
    diag_ask(load->sheet.diag, sheet_place(&load->sheet, row, column),
             WORDING(arena, "%s is not a %s%s", ballots_quote(load, row, column),
                     wording_public(of_role ? "role" : "vote"), wording_of_row(others, "")),
             ask(load, text, of_role));
    return true;
}
