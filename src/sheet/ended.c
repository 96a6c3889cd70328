/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "quorate/columns.h"
#include "quorate/names.h"
#include "quorate/text.h"

/*
 * Rows of a list that say of themselves, in a column that nothing reads, that they are of nobody
 * any more: "closed 2014" beside a member, a no under "eligible" beside a candidate. Whoever keeps
 * such a list leaves them in it, and each would count.
 */

#define COUNT(table) (sizeof(table) / sizeof *(table))

#define REMARK_WORDS_MOST  5 /* of a longer one none of its words says much by itself */
#define HEADING_WORDS_MOST 4

/* What a heading says of the rows below it that have more than a no there, or a no. */
enum heading_says {
    SAYS_NOTHING,
    SAYS_ENDED, /* "Suspended", "Leaving date" */
    SAYS_HELD,  /* "Active", "Entitled to vote" */
};

static enum heading_says read_heading(const char *folded)
{
    static const char *const ended[] = {
        "closed",      "closure",     "close date", "closing date", "suspended", "suspension",
        "resigned",    "expelled",    "withdrawn",  "withdrawal",   "ceased",    "resignation",
        "terminated",  "lapsed",      "expired",    "expiry",       "expires",   "leaving",
        "departed",    "inactive",    "dormant",    "dissolved",    "merged",    "removed",
        "deleted",     "excluded",    "ineligible", "deceased",     "retired",   "disqualified",
        "termination", "leaver",      "non voting", "nonvoting",    "ended",     "effective to",
        "valid to",    "valid until", "left"};
    static const char *const held[] = {"active",       "current",       "eligible",      "entitled",
                                       "can vote",     "may vote",      "voting member", "valid",
                                       "validated",    "good standing", "voting rights", "assessed",
                                       "right to vote"};
    if (name_words(folded) > HEADING_WORDS_MOST)
        return SAYS_NOTHING;
    bool denied = name_has_word(folded, "not");
    if (name_has_one_of(folded, ended, COUNT(ended)))
        return denied ? SAYS_HELD : SAYS_ENDED;
    if (name_has_one_of(folded, held, COUNT(held)) || strcmp(folded, "voting") == 0 ||
        strcmp(folded, "standing") == 0)
        return denied ? SAYS_ENDED : SAYS_HELD;
    return SAYS_NOTHING;
}

/* "no", "0", "n/a", a dash, and a blank; and none of the words that only say that there is nothing.
 */
static bool is_no(const char *folded)
{
    static const char *const words[] = {"no", "n", "false", "0"};
    return name_is_one_of(folded, words, COUNT(words));
}

static bool is_nothing(const char *folded)
{
    static const char *const words[] = {"", "none", "na", "n a", "nil", "never", "not applicable"};
    return name_is_one_of(folded, words, COUNT(words));
}

/* "left 31 March": words that say it of somebody on a list, and elsewhere may be of anything. */
static bool begins_with_an_end(struct arena *arena, const char *folded)
{
    static const char *const words[] = {"left", "ended", "expired", "died", "gone", "void"};
    const char *first = arena_copy(arena, folded, strcspn(folded, " "));
    return name_words(folded) <= REMARK_WORDS_MOST && name_is_one_of(first, words, COUNT(words));
}

/* Whether a cell that nothing reads says of its row that it is of nobody any more. */
static bool ends_its_row(struct arena *arena, const char *heading, const char *text)
{
    const char *folded = text_fold(arena, text);
    switch (read_heading(heading)) {
    case SAYS_ENDED:
        return !is_no(folded) && (!is_nothing(folded) || remark_is_open(arena, text));
    case SAYS_HELD:
        if (is_no(folded))
            return true;
        break;
    case SAYS_NOTHING:
        break;
    }
    return remark_ends(arena, folded) || begins_with_an_end(arena, folded) ||
           (heading_is_of_remarks(heading) && remark_is_open(arena, text));
}

/* What stands behind a name, in brackets or behind a dash: of "Nettlebed (closed)" "(closed)". */
static bool ends_its_name(struct arena *arena, const char *text)
{
    const char *behind = strpbrk(text, "([");
    const char *dash = strstr(text, " - ");
    if (dash == NULL)
        dash = strstr(text, " \xE2\x80\x93 ");
    behind = behind == NULL ? dash : behind;
    return behind != NULL && remark_ends(arena, text_fold(arena, behind));
}

/* "Vacant", "TBC", "Average": what stands where a name should, and is none. */
static bool names_nobody(const char *folded)
{
    static const char *const names[] = {
        "vacant",        "vacancy",       "tbc",     "tba",
        "tbd",           "n a",           "nil",     "none",
        "nobody",        "no one",        "unknown", "not known",
        "average",       "mean",          "median",  "none of the above",
        "none of these", "not applicable"};
    return name_is_one_of(folded, names, COUNT(names));
}

/* The cells of a row that nothing reads, and those that name it. */
struct ended_search {
    struct arena *arena, *scratch;
    const struct table *table;
    const struct columns *columns;
    bool **ends; /* of each cell's column, whether each of its texts ends its row; NULL: not read */
    size_t end;  /* the column that ends its rows */
};

static bool has_its_end(const struct ended_search *search, const struct row *row)
{
    return *columns_text(search->columns, row, search->end) != '\0';
}

static void look_at_column(struct ended_search *search, size_t cell)
{
    size_t count, column = columns_at(search->columns, cell);
    bool names = column != COLUMN_NONE && search->columns->wanted[column].names_the_row;
    if (!names && !search->columns->unused[cell])
        return;
    const char *heading = text_fold(search->scratch, row_cell(&search->table->header, cell)->text);
    const struct column_text *texts = table_texts(search->scratch, search->table, cell, &count);
    bool *ends = arena_alloc(search->scratch, search->table->word_count, sizeof *ends);
    search->ends[cell] = ends;
    for (size_t i = 0; i < count; i++) {
        const char *text = texts[i].cell->text;
        ends[texts[i].cell->word] = names ? ends_its_name(search->scratch, text) ||
                                                names_nobody(text_fold(search->scratch, text))
                                          : ends_its_row(search->scratch, heading, text);
    }
}

static void report_ended(const struct ended_search *search, struct diag *diag,
                         const struct row *row, size_t cell)
{
    struct arena *arena = search->arena;
    const char *heading = row_cell(&search->table->header, cell)->text;
    const char *end = search->columns->wanted[search->end].name;
    bool read = columns_at(search->columns, cell) != COLUMN_NONE;
    search->columns->unused[cell] = false; /* told by this */
    const char *under =
        read || *heading == '\0' ? "" : arena_format(arena, " under \"%s\"", heading);
    diag_add(diag, SEVERITY_ERROR, table_place(arena, search->table->file, row, cell),
             arena_format(arena,
                          "If it is so, delete the row or give its last day in a column \"%s\"; "
                          "else take this out of the cell.",
                          end),
             "\"%s\" stands here%s, and the row would count", row_cell(row, cell)->text, under);
}

static size_t column_that_ends(const struct columns *columns)
{
    for (size_t i = 0; i < columns->count; i++)
        if (columns->wanted[i].ends_the_row)
            return i;
    return COLUMN_NONE;
}

void columns_refuse_ended(struct arena *arena, struct diag *diag, struct table *table,
                          const struct columns *columns)
{
    struct ended_search search = {.arena = arena,
                                  .scratch = arena_part(arena),
                                  .table = table,
                                  .columns = columns,
                                  .end = column_that_ends(columns)};
    bool *out = NULL;
    if (search.end != COLUMN_NONE) {
        search.ends = arena_alloc(search.scratch, table->header.count, sizeof *search.ends);
        for (size_t cell = 0; cell < table->header.count; cell++)
            look_at_column(&search, cell);
    }
    for (size_t i = 0; search.end != COLUMN_NONE && i < table->count; i++) {
        struct row row;
        size_t cell = 0;
        table_look(table, i, &row);
        while (cell < table->header.count &&
               (search.ends[cell] == NULL || !search.ends[cell][table_cell(table, i, cell)->word]))
            cell++;
        if (cell == table->header.count || has_its_end(&search, &row))
            continue;
        out = out == NULL ? arena_alloc(arena, table->count, sizeof *out) : out;
        out[i] = true;
        report_ended(&search, diag, &row, cell);
    }
    if (out != NULL)
        table_leave_out(table, out);
    arena_free(search.scratch);
}
