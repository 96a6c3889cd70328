/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "dates.h"
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
    INTEREST_REVIEWED,
    INTEREST_COLUMNS,
};

static const struct column interest_columns[INTEREST_COLUMNS] = {
    [INTEREST_PRACTICE] = {.name = "practice",
                           .headers = "practice name;surgery",
                           .weak = "member;locality;locality name",
                           .instead = "code",
                           .names_the_row = true},
    [INTEREST_CODE] = {.name = "code", .headers = "practice code;ods code", .names_the_row = true},
    [INTEREST_WORDS] = {.name = "interest",
                        .headers = "interests;declared interest;nature of interest;declaration",
                        .required = true},
    [INTEREST_FROM] = {.name = "from",
                       .headers = "from date;date from;start date;since",
                       .weak = "start"},
    [INTEREST_TO] = {.name = "to",
                     .headers = "to date;date to;end date;until",
                     .weak = "end",
                     .ends_the_row = true},
    [INTEREST_REVIEWED] = {.name = "reviewed",
                           .headers = "last reviewed;reviewed on;date reviewed;last updated"},
};

const struct table_signs interests_signs = {"interests", interest_columns, INTEREST_COLUMNS, 0};

static const struct period_columns interest_period = {INTEREST_FROM, INTEREST_TO, "interest"};

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
        sheet_error(&load->sheet, row, INTEREST_WORDS, "Write what it is, or delete the row.",
                    "the interest is blank");
    bool dated = period_read(&load->sheet, row, &interest_period, &interest->tenure);
    dated = day_read(&load->sheet, row, INTEREST_REVIEWED, &interest->reviewed) && dated;
    return sound && dated && interest->member != NULL;
}

/* "none declared": registers have a row for each practice, also where there is nothing to tell. */
static bool is_nil_return(struct arena *arena, const char *words)
{
    static const char more[] =
        "none;no;nil;no interests declared;no interest declared;no known interests;"
        "no interests to declare;none known";
    const char *folded = text_fold(arena, words);
    return interest_is_denied(folded) || name_is_one_of(folded, more);
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
    size_t count = load.sheet.table.count;
    struct registered_interest *read = arena_alloc(arena, count, sizeof *read);
    struct registered_interest *nil = arena_alloc(arena, count, sizeof *nil);
    for (size_t i = 0; i < count; i++) {
        struct registered_interest interest;
        if (!read_interest(&load, table_row(&load.sheet.table, i), &interest))
            continue;
        if (is_nil_return(arena, interest.interest))
            nil[interests->nil_count++] = interest;
        else
            read[interests->count++] = interest;
    }
    interests->interests = read;
    interests->nil_returns = nil;
    return diag->errors == errors && roll != NULL;
}
