/* SPDX-License-Identifier: MIT */
#include "registers_internal.h"

#include "quorate/text.h"

#define SUGGESTED_MOST 100

bool register_open(struct register_load *load, struct bytes bytes, const struct rules *rules,
                   struct column *wanted, size_t count)
{
    struct arena *arena = load->arena;
    load->unit = rules != NULL && rules->unit != NULL ? rules->unit : "practice";
    const char *unit = text_fold(arena, load->unit);
    wanted[REGISTER_PRACTICE].headers =
        arena_format(arena, "%s;%s;%s name", wanted[REGISTER_PRACTICE].headers, unit, unit);
    wanted[REGISTER_PRACTICE].required = rules != NULL;
    wanted[REGISTER_PRACTICE].unsure = rules == NULL;
    return !columns_below_a_title(arena, load->diag, bytes, wanted, count) &&
           table_read(arena, load->diag, bytes, &load->table) &&
           columns_find(arena, load->diag, &load->table, wanted, count, &load->columns);
}

const char *register_cell(const struct register_load *load, const struct row *row, size_t column)
{
    return columns_text(&load->columns, row, column);
}

void register_report(const struct register_load *load, const struct row *row, size_t column,
                     enum severity severity, const char *remedy, const char *what)
{
    diag_add(load->diag, severity,
             columns_place(load->arena, &load->table, &load->columns, row, column), remedy, "%s",
             what);
}

static void report_unknown(struct register_load *load, const struct row *row,
                           enum register_column column, const char *text)
{
    struct arena *arena = load->arena;
    const struct member *meant =
        load->unknown++ < SUGGESTED_MOST ? roll_suggest(arena, load->roll, text) : NULL;
    const char *remedy =
        arena_format(arena, "Correct the row, or delete it. The %s are in %s.",
                     column == REGISTER_CODE ? "codes" : "names", load->roll->file);
    if (meant != NULL && column == REGISTER_CODE && meant->code != NULL)
        remedy = arena_format(arena, "Did you mean \"%s\", %s?", meant->code, meant->name);
    else if (meant != NULL)
        remedy = arena_format(arena,
                              "Did you mean \"%s\"? If so correct the row, or add this spelling to "
                              "the aliases in %s.",
                              meant->name, load->roll->file);
    register_report(load, row, column, SEVERITY_ERROR, remedy,
                    arena_format(arena, "no %s %s \"%s\"", load->unit,
                                 column == REGISTER_CODE ? "has the code" : "is called", text));
}

/* The member that a filled cell names. */
static const struct member *find_member(struct register_load *load, const struct row *row,
                                        enum register_column column, bool *sound)
{
    const char *text = register_cell(load, row, column);
    if (*text == '\0' || load->roll == NULL)
        return NULL;
    const struct member *member = roll_find_folded(load->roll, text_fold(load->arena, text));
    if (member == NULL)
        report_unknown(load, row, column, text);
    *sound = *sound && member != NULL;
    return member;
}

const struct member *register_member(struct register_load *load, const struct row *row)
{
    struct arena *arena = load->arena;
    bool sound = true;
    bool by_name = load->columns.at[REGISTER_PRACTICE] != COLUMN_NONE;
    bool by_code = load->columns.at[REGISTER_CODE] != COLUMN_NONE;
    const struct member *named = find_member(load, row, REGISTER_PRACTICE, &sound);
    const struct member *coded = find_member(load, row, REGISTER_CODE, &sound);
    if (*register_cell(load, row, REGISTER_PRACTICE) == '\0' &&
        *register_cell(load, row, REGISTER_CODE) == '\0') {
        if (by_name || by_code) /* else only the rules could have named the column */
            register_report(load, row, by_name ? REGISTER_PRACTICE : REGISTER_CODE, SEVERITY_ERROR,
                            "Write its name, or delete the row.",
                            arena_format(arena, "the %s is blank", load->unit));
        return NULL;
    }
    if (named != NULL && coded != NULL && named != coded) {
        register_report(load, row, REGISTER_CODE, SEVERITY_ERROR, "Correct the one that is wrong.",
                        arena_format(arena, "\"%s\" is the code of %s, not of %s",
                                     register_cell(load, row, REGISTER_CODE), coded->name,
                                     named->name));
        return NULL;
    }
    return !sound ? NULL : coded != NULL ? coded : named;
}
