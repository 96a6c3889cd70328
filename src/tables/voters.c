/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "dates.h"
#include "quorate/tables.h"
#include "quorate/text.h"
#include "registers_internal.h"

/* voters.csv: which address may vote for which practice, and as what. */

enum voter_column {
    VOTER_PRACTICE,
    VOTER_CODE,
    VOTER_EMAIL,
    VOTER_ROLE,
    VOTER_NAME,
    VOTER_FROM,
    VOTER_TO,
    VOTER_COLUMNS,
};

static const struct column voter_columns[VOTER_COLUMNS] = {
    [VOTER_PRACTICE] = {.name = "practice",
                        .headers = "practice name;surgery",
                        .weak = "member;locality;locality name",
                        .instead = "code",
                        .names_the_row = true},
    [VOTER_CODE] = {.name = "code", .headers = "practice code;ods code", .names_the_row = true},
    [VOTER_EMAIL] = {.name = "email",
                     .headers = "e mail;email address;e mail address;address",
                     .required = true,
                     .names_the_row = true},
    [VOTER_ROLE] = {.name = "role",
                    .headers = "capacity;position;job title;role at practice",
                    .required = true},
    [VOTER_NAME] = {.name = "name", .headers = "voter;full name;voter name"},
    [VOTER_FROM] = {.name = "from",
                    .headers = "from date;date from;start date;since",
                    .weak = "start"},
    [VOTER_TO] = {.name = "to",
                  .headers = "to date;date to;end date;until",
                  .weak = "end",
                  .ends_the_row = true},
};

const struct table_signs voters_signs = {"voters", voter_columns, VOTER_COLUMNS, 0};

static const struct period_columns listing = {VOTER_FROM, VOTER_TO, "entry"};

struct voters_load {
    struct register_load shared;
    const struct answers *answers;
    struct registered_voter *rows;
    const struct row **from; /* of the table, beside `rows` */
    size_t count;
    struct date last_change;
};

static void report(const struct voters_load *load, const struct row *row, enum voter_column column,
                   const char *remedy, const char *what)
{
    register_report(&load->shared, row, column, SEVERITY_ERROR, remedy, what);
}

static bool read_email(const struct voters_load *load, const struct row *row,
                       struct registered_voter *voter)
{
    struct arena *arena = load->shared.sheet.arena;
    const char *text = sheet_text(&load->shared.sheet, row, VOTER_EMAIL);
    voter->email = address_read(arena, text);
    if (address_is_sound(voter->email))
        return true;
    if (*text == '\0')
        report(load, row, VOTER_EMAIL, "Write it, or delete the row.",
               "the e-mail address is blank");
    else
        report(load, row, VOTER_EMAIL,
               "Write one address, for example h.hart@surgery.example, and one row for each.",
               arena_format(arena, "\"%s\" is not an e-mail address", text));
    return false;
}

/* A blank is not the lead's: the list says who may vote, and lets nobody in by an oversight. */
static bool read_role(const struct voters_load *load, const struct row *row,
                      struct registered_voter *voter)
{
    struct arena *arena = load->shared.sheet.arena;
    const char *text = sheet_text(&load->shared.sheet, row, VOTER_ROLE);
    const char *folded = text_fold(arena, text);
    const struct answer *answer = answers_find(load->answers, text, folded);
    const char *remedy = arena_format(arena, "Write %s.", roles_list(arena, "or"));
    if (*text == '\0') {
        report(load, row, VOTER_ROLE, remedy, "the role is blank");
        return false;
    }
    if (role_read(arena, answer != NULL && answer->is_role ? answer->means : text, &voter->role))
        return true;
    const char *meant = role_is_unclear(folded) ? NULL : role_suggest(arena, folded);
    remedy = meant != NULL
                 ? arena_format(arena, "%s%s", wording_suggestion(arena, text, meant).full, remedy)
                 : arena_format(arena, "%s Or say what it means, as by --answer \"%s\"=lead.",
                                remedy, text);
    report(load, row, VOTER_ROLE, remedy, arena_format(arena, "\"%s\" is not a role", text));
    return false;
}

/* False, with an error, where a cell that nothing reads has another role: "Practice manager" under
 * "Job". */
static bool roles_agree(const struct voters_load *load, const struct row *row, enum role own)
{
    const struct sheet *sheet = &load->shared.sheet;
    for (size_t cell = 0; cell < row->count; cell++) {
        const char *text = row_cell(row, cell)->text;
        enum role role;
        if (*text == '\0' || columns_at(&sheet->columns, cell) != COLUMN_NONE ||
            !role_read(sheet->arena, text, &role) || role == own || role == ROLE_OTHER)
            continue;
        diag_add(sheet->diag, SEVERITY_ERROR, sheet_cell_place(sheet, row, cell),
                 "Correct the role, or take this out of the cell.",
                 "\"%s\" stands here, and the row has another role", text);
        return false;
    }
    return true;
}

static void read_voter(struct voters_load *load, const struct row *row)
{
    struct registered_voter voter = {.line = row->line};
    const char *name = sheet_text(&load->shared.sheet, row, VOTER_NAME);
    voter.member = register_member(&load->shared, row);
    if (voter.member == NULL)
        voter.member = load->shared.absent;
    bool sound = read_email(load, row, &voter);
    sound = read_role(load, row, &voter) && roles_agree(load, row, voter.role) && sound;
    sound = period_read(&load->shared.sheet, row, &listing, &voter.tenure) && sound;
    voter.name = *name == '\0' ? NULL : name;
    if (!sound || voter.member == NULL)
        return;
    load->last_change = date_later_of(load->last_change, tenure_last_change(voter.tenure));
    load->from[load->count] = row;
    load->rows[load->count++] = voter;
}

/* --- Rows beside each other --- */

/* The row of that line, which is one of those that were read. */
static const struct row *row_on(const struct voters_load *load, size_t line)
{
    size_t from = 0, to = load->count;
    while (to - from > 1) {
        size_t middle = from + (to - from) / 2;
        if (load->from[middle]->line <= line)
            from = middle;
        else
            to = middle;
    }
    return load->from[from];
}

/* The row before this one that lists the same address for the same member on some day; NULL for
 * none. */
static const struct registered_voter *repeated(const struct voter_register *voters, size_t place)
{
    const struct registered_voter *voter = voters->by_address[place];
    for (size_t i = place; i-- > 0;) {
        const struct registered_voter *other = voters->by_address[i];
        if (other->member != voter->member || strcmp(other->email, voter->email) != 0)
            return NULL;
        if (tenure_meets(other->tenure, voter->tenure))
            return other;
    }
    return NULL;
}

static void find_repeats(const struct voters_load *load, const struct voter_register *voters)
{
    for (size_t i = 1; i < voters->count; i++) {
        const struct registered_voter *voter = voters->by_address[i];
        const struct registered_voter *other = repeated(voters, i);
        if (other == NULL)
            continue;
        register_report(&load->shared, row_on(load, voter->line), VOTER_EMAIL, SEVERITY_ERROR,
                        "Keep the row that is right.",
                        arena_format(load->shared.sheet.arena,
                                     "this address is on line %zu for %s "
                                     "already",
                                     other->line, other->member->name));
    }
}

/* The same lead may have two addresses. */
static bool are_one(struct arena *arena, const struct registered_voter *one,
                    const struct registered_voter *other)
{
    return one->name != NULL && other->name != NULL &&
           strcmp(text_person(arena, one->name), text_person(arena, other->name)) == 0;
}

static void find_second_leads(const struct voters_load *load, const struct voter_register *voters)
{
    const struct registered_voter *lead = NULL;
    for (size_t i = 0; i < voters->count; i++) {
        const struct registered_voter *voter = &voters->voters[i];
        if (voter->role != ROLE_LEAD)
            continue;
        if (lead != NULL && lead->member == voter->member &&
            tenure_meets(lead->tenure, voter->tenure) &&
            !are_one(load->shared.sheet.arena, lead, voter))
            register_report(&load->shared, row_on(load, voter->line), VOTER_ROLE, SEVERITY_WARNING,
                            "Either may vote. If one of them is the deputy, correct the role; if "
                            "they are one person, give both rows the same name.",
                            arena_format(load->shared.sheet.arena,
                                         "%s has another lead on line %zu", voter->member->name,
                                         lead->line));
        else
            lead = voter;
    }
}

/* --- Those of the day --- */

/* Whether it may be voted for by this row on the day; of year 0, whatever day that is. */
static bool is_of_day(const struct roll *roll, const struct registered_voter *voter,
                      struct date day)
{
    bool on_roll = roll == NULL || roll->absent == NULL ||
                   voter->member == &roll->members[voter->member->index];
    return on_roll && (!date_given(day) || tenure_holds(voter->tenure, day));
}

static void take_day(const struct voters_load *load, struct date day, struct voter_register *voters)
{
    struct arena *arena = load->shared.sheet.arena;
    const struct roll *roll = load->shared.roll;
    struct voter_register *absent = arena_alloc(arena, 1, sizeof *absent);
    struct registered_voter *of_day = arena_alloc(arena, load->count, sizeof *of_day);
    struct registered_voter *others = arena_alloc(arena, load->count, sizeof *others);
    size_t count = 0, other_count = 0;
    for (size_t i = 0; i < load->count; i++) {
        if (is_of_day(roll, &load->rows[i], day))
            of_day[count++] = load->rows[i];
        else
            others[other_count++] = load->rows[i];
    }
    voters_sort(arena, of_day, count, voters);
    voters_sort(arena, others, other_count, absent);
    voters->day = day;
    voters->absent = absent;
    voters->last_change = load->last_change;
}

#define NAMED_MOST 20 /* of more names a list helps nobody */

static void find_members_without(const struct voters_load *load,
                                 const struct voter_register *voters)
{
    struct arena *arena = load->shared.sheet.arena;
    const struct roll *roll = load->shared.roll;
    const char **names = arena_alloc(arena, roll->count, sizeof *names);
    size_t count = 0, rows;
    for (size_t i = 0; i < roll->count; i++) {
        (void)voters_of(voters, &roll->members[i], &rows);
        if (rows == 0)
            names[count++] = roll->members[i].name;
    }
    if (count == 0)
        return;
    const char *whom = count <= NAMED_MOST ? text_list(arena, names, count, "or")
                                           : arena_format(arena, "%zu members of the roll", count);
    diag_add(load->shared.sheet.diag, SEVERITY_WARNING,
             (struct place){.file = load->shared.sheet.table.file},
             "Where ballots have e-mail addresses, any for these is refused.",
             "has no voter for %s", whom);
}

bool load_voters(struct arena *arena, struct diag *diag, struct bytes bytes,
                 const struct rules *rules, const struct roll *roll, const struct answers *answers,
                 struct date day, struct voter_register *voters, size_t *rows)
{
    size_t errors = diag->errors;
    struct voters_load load = {.shared = {.sheet = {.arena = arena, .diag = diag}, .roll = roll},
                               .answers = answers};
    struct column wanted[VOTER_COLUMNS];
    memcpy(wanted, voter_columns, sizeof wanted);
    *voters = (struct voter_register){.file = bytes.name};
    bool found = register_open(&load.shared, bytes, rules, wanted, VOTER_COLUMNS);
    if (rows != NULL)
        *rows = load.shared.sheet.table.count;
    if (!found)
        return false;
    const struct table *table = &load.shared.sheet.table;
    load.rows = arena_alloc(arena, table->count, sizeof *load.rows);
    load.from = arena_alloc(arena, table->count, sizeof *load.from);
    for (size_t i = 0; i < table->count; i++)
        read_voter(&load, table_row(table, i));
    if (table->count == 0 && diag->errors == errors)
        diag_refuse(diag, bytes.name, "Add a row for each address from which a ballot may come.",
                    "has no voters");
    struct voter_register whole = {0};
    voters_sort(arena, load.rows, load.count, &whole);
    find_repeats(&load, &whole);
    find_second_leads(&load, &whole);
    take_day(&load, day, voters);
    if (diag->errors == errors && roll != NULL)
        find_members_without(&load, voters);
    return diag->errors == errors && roll != NULL;
}
