/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "quorate/tables.h"
#include "quorate/text.h"
#include "registers_internal.h"

/* interests.csv: the interests that are known, and since when. */

enum interest_column {
    INTEREST_PRACTICE,
    INTEREST_CODE,
    INTEREST_WORDS,
    INTEREST_FROM,
    INTEREST_TO,
    INTEREST_COLUMNS,
};

static const struct column interest_columns[INTEREST_COLUMNS] = {
    [INTEREST_PRACTICE] = {.name = "practice",
                           .headers = "practice name;surgery;member;locality;locality name",
                           .instead = "code",
                           .names_the_row = true},
    [INTEREST_CODE] = {.name = "code", .headers = "practice code;ods code", .names_the_row = true},
    [INTEREST_WORDS] = {.name = "interest",
                        .headers = "interests;declared interest;nature of interest;declaration",
                        .required = true},
    [INTEREST_FROM] = {.name = "from", .headers = "from date;date from;start date;since"},
    [INTEREST_TO] = {.name = "to", .headers = "to date;date to;end date;until"},
};

static void report(const struct register_load *load, const struct row *row,
                   enum interest_column column, const char *remedy, const char *what)
{
    register_report(load, row, column, SEVERITY_ERROR, remedy, what);
}

/* A blank is no date. */
static bool read_date(const struct register_load *load, const struct row *row,
                      enum interest_column column, struct date *date)
{
    const char *text = sheet_text(&load->sheet, row, column);
    if (*text == '\0' || date_parse(text, date))
        return true;
    const char *advice = date_advice(load->sheet.arena, text);
    report(load, row, column,
           advice != NULL ? advice
                          : "Write it as 2015-04-01 or 1 April 2015, or leave it blank where it is "
                            "not known.",
           arena_format(load->sheet.arena, "\"%s\" is not a date", text));
    return false;
}

static bool read_interest(struct register_load *load, const struct row *row,
                          struct registered_interest *interest)
{
    *interest = (struct registered_interest){
        .line = row->line,
        .member = register_member(load, row),
        .interest = sheet_text(&load->sheet, row, INTEREST_WORDS),
    };
    bool sound = *interest->interest != '\0';
    if (!sound)
        report(load, row, INTEREST_WORDS, "Write what it is, or delete the row.",
               "the interest is blank");
    bool from = read_date(load, row, INTEREST_FROM, &interest->from);
    bool to = read_date(load, row, INTEREST_TO, &interest->to);
    if (from && to && date_given(interest->from) && date_given(interest->to) &&
        date_compare(interest->to, interest->from) < 0) {
        report(load, row, INTEREST_TO, "Correct the one that is wrong.",
               arena_format(load->sheet.arena, "the interest ends on %s, before it begins on %s",
                            date_long(load->sheet.arena, interest->to),
                            date_long(load->sheet.arena, interest->from)));
        to = false;
    }
    return sound && from && to && interest->member != NULL;
}

/* "none declared": registers have a row for each practice, also where there is nothing to tell. */
static bool is_nil_return(struct arena *arena, const char *words)
{
    static const char *const more[] = {"none",
                                       "no",
                                       "nil",
                                       "no interests declared",
                                       "no interest declared",
                                       "no known interests",
                                       "no interests to declare",
                                       "none known"};
    const char *folded = text_fold(arena, words);
    return interest_is_denied(folded) || name_is_one_of(folded, more, sizeof more / sizeof *more);
}

bool load_interests(struct arena *arena, struct diag *diag, struct bytes bytes,
                    const struct rules *rules, const struct roll *roll,
                    struct interest_register *interests, size_t *rows)
{
    size_t errors = diag->errors;
    struct register_load load = {.sheet = {.arena = arena, .diag = diag}, .roll = roll};
    struct column wanted[INTEREST_COLUMNS];
    memcpy(wanted, interest_columns, sizeof wanted);
    *interests = (struct interest_register){.file = bytes.name};
    bool found = register_open(&load, bytes, rules, wanted, INTEREST_COLUMNS);
    if (rows != NULL)
        *rows = load.sheet.table.count;
    if (!found)
        return false;
    struct registered_interest *read = arena_alloc(arena, load.sheet.table.count, sizeof *read);
    for (size_t i = 0; i < load.sheet.table.count; i++)
        if (read_interest(&load, &load.sheet.table.rows[i], &read[interests->count]) &&
            !is_nil_return(arena, read[interests->count].interest))
            interests->count++;
    interests->interests = read;
    return diag->errors == errors && roll != NULL;
}
