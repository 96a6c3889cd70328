/* SPDX-License-Identifier: MIT */
#include "registers_internal.h"

#include "quorate/text.h"

#define SUGGESTED_MOST 100

bool register_open(struct register_load *load, struct bytes bytes, const struct rules *rules,
                   struct column *wanted, size_t count)
{
    struct arena *arena = load->sheet.arena;
    load->unit = rules != NULL && rules->terms.unit != NULL ? rules->terms.unit : "practice";
    const char *unit = text_fold(arena, load->unit);
    wanted[REGISTER_PRACTICE].called = unit;
    wanted[REGISTER_PRACTICE].headers =
        arena_format(arena, "%s;%s;%s name", wanted[REGISTER_PRACTICE].headers, unit, unit);
    wanted[REGISTER_PRACTICE].required = rules != NULL;
    wanted[REGISTER_PRACTICE].unsure = rules == NULL;
    return sheet_read(&load->sheet, bytes, wanted, count);
}

void register_report(const struct register_load *load, const struct row *row, size_t column,
                     enum severity severity, const char *remedy, const char *what)
{
    diag_add(load->sheet.diag, severity, sheet_place(&load->sheet, row, column), remedy, "%s",
             what);
}

static void report_unknown(struct register_load *load, const struct row *row,
                           enum register_column column, const char *text)
{
    struct arena *arena = load->sheet.arena;
    const struct member *meant =
        load->unknown++ < SUGGESTED_MOST ? roll_suggest(arena, load->roll, text) : NULL;
    const char *remedy = arena_format(arena, "Correct the row, or delete it. The %s are in %s.",
                                      column == REGISTER_CODE ? "codes" : "names",
                                      roll_file_named(arena, load->roll));
    if (meant != NULL && column == REGISTER_CODE && meant->code != NULL)
        remedy = arena_format(arena, "Did you mean \"%s\", %s?", meant->code, meant->name);
    else if (meant != NULL)
        remedy = arena_format(arena,
                              "Did you mean \"%s\"? If so correct the row, or add this spelling to "
                              "the aliases in %s.",
                              meant->name, roll_file_named(arena, load->roll));
    register_report(load, row, column, SEVERITY_ERROR,
                    arena_format(arena, "%s%s", roll_look_alike(arena, text, meant), remedy),
                    arena_format(arena, "no %s %s \"%s\"", load->unit,
                                 column == REGISTER_CODE ? "has the code" : "is called", text));
}

static void report_clash(const struct register_load *load, const struct row *row,
                         enum register_column column, const struct roll_clash *clash,
                         const char *code)
{
    register_report(load, row, column, SEVERITY_ERROR, "Correct the one that is wrong.",
                    roll_clash_told(load->sheet.arena, clash, code));
}

/* The member that a filled cell names. */
static const struct member *find_member(struct register_load *load, const struct row *row,
                                        enum register_column column, bool *sound)
{
    const char *text = sheet_text(&load->sheet, row, column);
    if (*text == '\0' || load->roll == NULL)
        return NULL;
    struct roll_clash clash;
    const struct member *absent = NULL;
    const struct member *member = roll_find(load->sheet.arena, load->roll, text, &clash);
    if (clash.coded != NULL)
        report_clash(load, row, column, &clash, clash.coded->code);
    else if (member == NULL && (absent = roll_find_ever(load->sheet.arena, load->roll, text)))
        load->absent = absent;
    else if (member == NULL)
        report_unknown(load, row, column, text);
    *sound = *sound && member != NULL;
    return member;
}

const struct member *register_member(struct register_load *load, const struct row *row)
{
    struct arena *arena = load->sheet.arena;
    bool sound = true;
    bool by_name = sheet_has(&load->sheet, REGISTER_PRACTICE);
    bool by_code = sheet_has(&load->sheet, REGISTER_CODE);
    load->absent = NULL;
    const struct member *named = find_member(load, row, REGISTER_PRACTICE, &sound);
    const struct member *coded = find_member(load, row, REGISTER_CODE, &sound);
    if (*sheet_text(&load->sheet, row, REGISTER_PRACTICE) == '\0' &&
        *sheet_text(&load->sheet, row, REGISTER_CODE) == '\0') {
        if (by_name || by_code) /* else only the rules could have named the column */
            register_report(load, row, by_name ? REGISTER_PRACTICE : REGISTER_CODE, SEVERITY_ERROR,
                            "Write its name, or delete the row.",
                            arena_format(arena, "the %s is blank", load->unit));
        return NULL;
    }
    if (named != NULL && coded != NULL && named != coded) {
        const struct roll_clash clash = {.coded = coded, .named = named};
        report_clash(load, row, REGISTER_CODE, &clash,
                     sheet_text(&load->sheet, row, REGISTER_CODE));
        return NULL;
    }
    return !sound ? NULL : coded != NULL ? coded : named;
}
