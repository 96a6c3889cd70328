/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/remark_words.h"
#include "quorate/tables.h"
#include "roll_internal.h"

/* practices.csv or localities.csv, from bytes to struct roll. */

static const struct column roll_columns[ROLL_COLUMNS] = {
    [COLUMN_NAME] = {.name = "practice",
                     .headers = "practice name;name;surgery",
                     .weak = "member;locality;locality name",
                     .required = true,
                     .names_the_row = true},
    [COLUMN_LIST_SIZE] = {.name = "list size",
                          .headers = "population;patients;number of patients;total all;"
                                     "practice population;practice list size;patient list size;"
                                     "registered patients;registered population;"
                                     "locality population",
                          .dated = true,
                          .series = true},
    [COLUMN_CODE] = {.name = "code", .headers = "practice code;ods code", .names_the_row = true},
    [COLUMN_ALIASES] = {.name = "aliases", .headers = "alias;also known as"},
    [COLUMN_AREA] = {.name = "area", .headers = "constituency"},
    [COLUMN_CLASS] = {.name = "class", .headers = "classes"},
    [COLUMN_VOTES] =
        {.name = "votes",
         .weak = "number of votes;no of votes;weight;vote weight;voting weight;weight of vote",
         .dated = true},
    [COLUMN_AS_AT] = {.name = "as at",
                      .headers = "date;as of;data as of;date of data;date of list"},
    [COLUMN_PRACTICES] = {.name = "practices", .headers = "number of practices", .dated = true},
    /* The published tables have it; it is worked out here, so it is neither read nor remarked on.
     */
    [COLUMN_SHARE] = {.name = "percent",
                      .headers = "of ccg population;of population;of total population;percentage",
                      .percents = true},
    /* Where a list size comes from, as a reweighted roll says it. Nothing depends on it. */
    [COLUMN_SOURCE] = {.name = "source"},
    [COLUMN_FROM] = {.name = "from",
                     .headers = "joined;member from;member since;from date;date from;start date;"
                                "date joined;since",
                     .weak = "start;joining date;date of joining"},
    [COLUMN_TO] = {.name = "to",
                   .headers = "left;member to;member until;to date;date to;end date;date left;"
                              "until",
                   .weak = "end",
                   .ends_the_row = true},
};

const struct table_signs roll_signs = {"practices", roll_columns, ROLL_COLUMNS,
                                       1U << COLUMN_LIST_SIZE | 1U << COLUMN_ALIASES |
                                           1U << COLUMN_AREA | 1U << COLUMN_CLASS};

/* --- One row --- */

/* The same row without "(10 practices)" behind the name, whose number is told. */
static const char *without_practices(struct arena *arena, const char *name, long long *practices)
{
    const char *open = strrchr(name, '(');
    if (open == NULL)
        return name;
    const char *folded = text_fold(arena, open);
    size_t digits = strspn(folded, "0123456789");
    if (digits == 0 ||
        (strcmp(folded + digits, " practices") != 0 && strcmp(folded + digits, " practice") != 0))
        return name;
    const char *number = arena_copy(arena, folded, digits);
    if (text_whole_number(number, ROLL_LIST_SIZE_MOST, practices) != NUMBER_OK)
        return name;
    return text_trim(arena, arena_copy(arena, name, (size_t)(open - name)));
}

/* The name of a row, and how many practices stand behind it in brackets (localities only). */
static const char *name_of(const struct roll_reading *reading, const struct row *row,
                           long long *practices)
{
    const char *name = sheet_text(&reading->sheet, row, COLUMN_NAME);
    *practices = 0;
    return reading->roll->of_localities ? without_practices(reading->sheet.arena, name, practices)
                                        : name;
}

static int64_t read_practices(const struct roll_reading *reading, const struct row *row,
                              long long bracketed)
{
    const char *text = sheet_text(&reading->sheet, row, COLUMN_PRACTICES);
    long long number = 0;
    if (*text == '\0')
        return bracketed;
    if (text_whole_number(text, ROLL_LIST_SIZE_MOST, &number) != NUMBER_OK || number == 0) {
        sheet_error(&reading->sheet, row, COLUMN_PRACTICES,
                    "Write a whole number, or leave the cell blank.",
                    "\"%s\" is not a number of practices", text);
        return 0;
    }
    if (bracketed != 0 && bracketed != number)
        sheet_error(&reading->sheet, row, COLUMN_PRACTICES, "Keep the one that is right.",
                    "the number of practices is %lld here and %lld behind the name", number,
                    bracketed);
    return number;
}

/* Of 04/01/2015 the fourth of January is read. List sizes are of the first of a month, and where
 * the month stands first that is the first of April. */
static bool is_of_a_first(const struct roll_reading *reading, const struct row *row,
                          const char *text, struct date date)
{
    struct arena *arena = reading->sheet.arena;
    struct date meant = {.year = date.year, .month = date.day, .day = date.month};
    if (strchr(text, '/') == NULL || date.month != 1 || date.day == 1 || date.day > 12)
        return true;
    sheet_error(&reading->sheet, row, COLUMN_AS_AT,
                arena_format(arena, "Write the month as a word: %s, or %s.",
                             date_long(arena, meant), date_long(arena, date)),
                "\"%s\" is %s with the day first, and %s with the month first", text,
                date_long(arena, date), date_long(arena, meant));
    return false;
}

static void read_as_at(struct roll_reading *reading, const struct row *row)
{
    const char *text = sheet_text(&reading->sheet, row, COLUMN_AS_AT);
    struct arena *arena = reading->sheet.arena;
    struct date date;
    if (*text == '\0')
        return;
    if (!date_parse(text, &date)) {
        const char *advice = date_advice(arena, text);
        sheet_error(&reading->sheet, row, COLUMN_AS_AT,
                    advice != NULL ? advice
                                   : "Write a day that exists, with the day first: 1 April 2015 or "
                                     "01/04/2015.",
                    "\"%s\" is not a date", text);
    } else if (reading->as_at_row == NULL && !is_of_a_first(reading, row, text, date)) {
        reading->as_at_row = row; /* told once */
        reading->roll->as_at = date;
    } else if (!date_given(reading->roll->as_at)) {
        reading->roll->as_at = date;
        reading->as_at_row = row;
        reading->stated_at = date;
    } else if (date_compare(date, reading->roll->as_at) != 0) {
        const char *where = reading->as_at_row == NULL
                                ? "in the heading of the list sizes"
                                : arena_format(arena, "on line %zu", reading->as_at_row->line);
        sheet_error(&reading->sheet, row, COLUMN_AS_AT, "All list sizes of a table have one date.",
                    "the date is %s here and %s %s", date_long(arena, date),
                    date_long(arena, reading->roll->as_at), where);
    }
}

static void read_total(struct roll_reading *reading, const struct row *row, long long practices)
{
    struct total *total = &reading->total;
    if (total->row != NULL) {
        sheet_error(&reading->sheet, row, COLUMN_NAME, "Delete one of them.",
                    "there is a Total row on line %zu already", total->row->line);
        return;
    }
    total->row = row;
    if (*sheet_text(&reading->sheet, row, COLUMN_FROM) != '\0' ||
        *sheet_text(&reading->sheet, row, COLUMN_TO) != '\0')
        sheet_error(
            &reading->sheet, row,
            *sheet_text(&reading->sheet, row, COLUMN_FROM) != '\0' ? COLUMN_FROM : COLUMN_TO,
            "Leave the cell blank.", "a Total row is no member, and neither joins nor leaves");
    if (sheet_has(&reading->sheet, COLUMN_LIST_SIZE) && !reading->has_history)
        total->has_population = roll_read_total_population(reading, row, &total->population);
    if (*sheet_text(&reading->sheet, row, COLUMN_VOTES) != '\0')
        total->has_votes = roll_read_votes(reading, row, RATIO_QUANTITY_MOST);
    total->practices = read_practices(reading, row, practices);
    read_as_at(reading, row);
}

/* A capital letter does not make another area of it. */
static void read_area(struct roll_reading *reading, const struct row *row, struct member *member)
{
    const char *area = sheet_text(&reading->sheet, row, COLUMN_AREA);
    if (*area == '\0')
        return;
    size_t number = name_index_add(&reading->area_names, text_fold(reading->sheet.arena, area));
    if (number == reading->area_count) {
        const char **spelled = ARENA_PUSH(reading->sheet.arena, reading->areas, reading->area_count,
                                          reading->area_capacity);
        *spelled = area;
    }
    member->area = reading->areas[number];
    member->area_number = number;
}

static void join_class(struct roll_reading *reading, const struct row *row, struct member *member,
                       const char *name)
{
    struct roll *roll = reading->roll;
    const char *folded = text_fold(reading->sheet.arena, name);
    if (*folded == '\0')
        return;
    size_t number = roll_find_class(roll, folded);
    if (number == ROLL_CLASSES_MOST && roll->class_count == ROLL_CLASSES_MOST) {
        sheet_error(&reading->sheet, row, COLUMN_CLASS, "Leave out those that no rule speaks of.",
                    "\"%s\" is the 65th class, and at most 64 are accepted", name);
        return;
    }
    if (number == ROLL_CLASSES_MOST) {
        number = roll->class_count;
        struct roll_class *named = ARENA_PUSH(reading->sheet.arena, reading->classes,
                                              roll->class_count, reading->class_capacity);
        *named = (struct roll_class){name, folded};
        roll->classes = reading->classes;
    }
    member->classes |= UINT64_C(1) << number;
}

/* Several stand in one cell, with semicolons between. */
static void read_classes(struct roll_reading *reading, const struct row *row, struct member *member)
{
    struct arena *arena = reading->sheet.arena;
    const char *cell = sheet_text(&reading->sheet, row, COLUMN_CLASS);
    member->class_cell = *cell == '\0' ? NULL : cell;
    while (*cell != '\0') {
        size_t length = strcspn(cell, ";");
        join_class(reading, row, member, text_trim(arena, arena_copy(arena, cell, length)));
        cell += length + (cell[length] == ';');
    }
}

static bool is_digits(const char *text, size_t least, size_t most)
{
    size_t length = strspn(text, "0123456789");
    return text[length] == '\0' && length >= least && length <= most;
}

static bool is_of_series(const struct columns *columns, size_t cell)
{
    for (size_t i = 0; i < columns->series_count; i++)
        if (columns->series[i].cell == cell)
            return true;
    return false;
}

/*
 * 10,318 without quotation marks is two cells, 10 and 318. Where the row has a cell to spare behind
 * it nothing else shows that, and the practice would count for 10 patients. A column of votes can
 * hold 318 in its own right, and so can another column of list sizes.
 */
static void check_split_number(struct roll_reading *reading, const struct row *row)
{
    size_t behind = reading->sheet.columns.at[COLUMN_LIST_SIZE] + 1;
    if (behind >= row->count || behind == reading->sheet.columns.at[COLUMN_VOTES] ||
        is_of_series(&reading->sheet.columns, behind))
        return;
    const char *list_size = sheet_text(&reading->sheet, row, COLUMN_LIST_SIZE);
    const char *next = row_cell(row, behind)->text;
    if (!is_digits(list_size, 1, 3) || !is_digits(next, 3, 3))
        return;
    sheet_error(&reading->sheet, row, COLUMN_LIST_SIZE,
                arena_format(reading->sheet.arena,
                             "If it is the list size %s,%s put it in quotation marks, or leave out "
                             "the comma.",
                             list_size, next),
                "\"%s\" and the \"%s\" behind it look like one number", list_size, next);
    reading->population_unsure = true;
}

static void read_member(struct roll_reading *reading, const struct row *row, const char *name,
                        const char *folded, long long practices)
{
    struct member *member = &reading->members[reading->roll->count];
    if (*folded == '\0')
        sheet_error(&reading->sheet, row, COLUMN_NAME, "Write the name, or delete the row.",
                    *name == '\0' ? "the name is blank" : "the name \"%s\" has no letters", name);
    *member = (struct member){
        .index = reading->roll->count,
        .line = row->line,
        .row = row->row,
        .name = name,
        .whole = reading->roll->count,
    };
    reading->rows[reading->roll->count++] = row;
    const char *code = sheet_text(&reading->sheet, row, COLUMN_CODE);
    member->code = *code == '\0' ? NULL : code;
    const char *aliases = sheet_text(&reading->sheet, row, COLUMN_ALIASES);
    read_area(reading, row, member);
    read_classes(reading, row, member);
    member->aliases = *aliases == '\0' ? NULL : aliases;
    const char *source = sheet_text(&reading->sheet, row, COLUMN_SOURCE);
    member->source = *source == '\0' ? NULL : source;
    member->practices = read_practices(reading, row, practices);
    roll_read_period(reading, row, member);
    if (sheet_has(&reading->sheet, COLUMN_LIST_SIZE) && !reading->has_history &&
        !roll_is_unknown(reading, row) && !roll_read_list_size(reading, row, &member->list_size))
        reading->population_unsure = true;
    if (reading->roll->has_votes && !roll_read_votes(reading, row, ROLL_VOTES_MOST))
        reading->votes_unsure = true;
    if (sheet_has(&reading->sheet, COLUMN_LIST_SIZE))
        check_split_number(reading, row);
    read_as_at(reading, row);
}

static void read_rows(struct roll_reading *reading)
{
    for (size_t i = 0; i < reading->sheet.table.count; i++) {
        const struct row *row = table_row(&reading->sheet.table, i);
        long long practices;
        const char *name = name_of(reading, row, &practices);
        const char *folded = text_fold(reading->scratch, name);
        if (strcmp(folded, "total") == 0)
            read_total(reading, row, practices);
        else
            read_member(reading, row, name, folded, practices);
    }
}

/* --- Codes, names and aliases: each belongs to one member only --- */

struct keys {
    struct roll_key *keys;
    size_t count, capacity;
};

static void add_key(struct roll_reading *reading, struct keys *keys, const struct member *member,
                    const char *text, enum roll_key_kind from)
{
    const char *folded = text_fold(reading->sheet.arena, text);
    if (*folded == '\0')
        return;
    struct roll_key *key =
        ARENA_PUSH(reading->sheet.arena, keys->keys, keys->count, keys->capacity);
    key->folded = folded;
    key->member = member;
    key->from = from;
}

static void add_aliases(struct roll_reading *reading, struct keys *keys,
                        const struct member *member, const char *aliases)
{
    while (*aliases != '\0') {
        size_t length = strcspn(aliases, ";");
        add_key(reading, keys, member, arena_copy(reading->sheet.arena, aliases, length),
                ROLL_KEY_ALIAS);
        aliases += length;
        aliases += *aliases == ';';
    }
}

static enum roll_column column_of(const struct roll_key *key)
{
    switch (key->from) {
    case ROLL_KEY_CODE:
        return COLUMN_CODE;
    case ROLL_KEY_NAME:
        return COLUMN_NAME;
    case ROLL_KEY_ALIAS:
        break;
    }
    return COLUMN_ALIASES;
}

/* The alias as it was typed: it is only a part of its cell. */
static const char *typed_alias(struct arena *arena, const char *aliases, const char *folded)
{
    while (*aliases != '\0') {
        size_t length = strcspn(aliases, ";");
        const char *alias = text_trim(arena, arena_copy(arena, aliases, length));
        if (strcmp(text_fold(arena, alias), folded) == 0)
            return alias;
        aliases += length;
        aliases += *aliases == ';';
    }
    return folded;
}

/* A key as it was typed. */
static const char *typed(const struct roll_reading *reading, const struct roll_key *key)
{
    if (key->from == ROLL_KEY_ALIAS)
        return typed_alias(reading->sheet.arena, key->member->aliases, key->folded);
    return key->from == ROLL_KEY_CODE ? key->member->code
                                      : reading->members[key->member->index].name;
}

static void report_shared(const struct roll_reading *reading, const struct roll_key *first,
                          const struct roll_key *second)
{
    static const char *const kinds[] = {
        [ROLL_KEY_CODE] = "code",
        [ROLL_KEY_NAME] = "name",
        [ROLL_KEY_ALIAS] = "alias",
    };
    const struct row *row = reading->rows[second->member->index];
    if (first->from == second->from)
        sheet_error(&reading->sheet, row, column_of(second),
                    "Each name, code and alias belongs to one row. Keep the one that is right.",
                    "the %s \"%s\" is on line %zu already", kinds[second->from],
                    typed(reading, second), first->member->line);
    else
        sheet_error(&reading->sheet, row, column_of(second),
                    "Each name, code and alias belongs to one row. Keep the one that is right.",
                    "the %s \"%s\" is the %s of \"%s\" on line %zu already", kinds[second->from],
                    typed(reading, second), kinds[first->from], first->member->name,
                    first->member->line);
}

/* The first of the keys before `key`, all spelled alike, whose member is another and a member at
 * the same time; NULL for none. */
static const struct roll_key *first_beside(const struct roll_key *first, const struct roll_key *key)
{
    for (; first != key; first++)
        if (first->member != key->member &&
            tenure_meets(first->member->tenure, key->member->tenure))
            return first;
    return NULL;
}

/* "City (24 practices)" beside another: that both are City is told already. */
static bool is_told_by_its_name(const struct roll_reading *reading, const struct roll_key *key,
                                const struct roll_key *beside)
{
    return key->from == ROLL_KEY_NAME && beside->from == ROLL_KEY_NAME &&
           !text_same(reading->scratch, key->member->name, key->folded);
}

/* Every further member with a spelling is reported once, against the first. */
static void check_keys(const struct roll_reading *reading, const struct keys *keys)
{
    const struct roll_key *first = NULL, *last = NULL;
    for (size_t i = 0; i < keys->count; i++) {
        const struct roll_key *key = &keys->keys[i];
        if (first == NULL || strcmp(first->folded, key->folded) != 0)
            first = last = key;
        if (key->member == last->member)
            continue;
        const struct roll_key *beside = first_beside(first, key);
        if (beside == NULL || is_told_by_its_name(reading, key, beside))
            continue;
        report_shared(reading, beside, key);
        last = key;
    }
}

/* The spellings by which members are found. Two members may not share one. */
static void make_keys(struct roll_reading *reading)
{
    struct keys keys = {0};
    struct roll *roll = reading->roll;
    for (size_t i = 0; i < roll->count; i++) {
        const struct member *member = &reading->members[i];
        if (member->code != NULL)
            add_key(reading, &keys, member, member->code, ROLL_KEY_CODE);
        add_key(reading, &keys, member, member->name, ROLL_KEY_NAME);
        const char *whole = sheet_text(&reading->sheet, reading->rows[i], COLUMN_NAME);
        if (!text_same(reading->scratch, whole, member->name)) /* "City (24 practices)" is City */
            add_key(reading, &keys, member, whole, ROLL_KEY_NAME);
        add_aliases(reading, &keys, member,
                    sheet_text(&reading->sheet, reading->rows[i], COLUMN_ALIASES));
    }
    roll_sort_keys(keys.keys, keys.count);
    check_keys(reading, &keys);
    roll->keys = keys.keys;
    roll->key_count = keys.count;
}

/* --- The whole --- */

static size_t spreadsheet_column(const struct roll_reading *reading, enum roll_column column)
{
    return sheet_has(&reading->sheet, column) ? reading->sheet.columns.at[column] + 1 : 0;
}

/* Whether no row has anything in the votes column. */
static bool lacks_votes(const struct roll_reading *reading)
{
    const struct sheet *sheet = &reading->sheet;
    for (size_t i = 0; i < sheet->table.count; i++) {
        struct row row;
        table_look(&sheet->table, i, &row);
        if (*sheet_text(sheet, &row, COLUMN_VOTES) != '\0' &&
            !text_same(sheet->arena, sheet_text(sheet, &row, COLUMN_NAME), "total"))
            return false;
    }
    return true;
}

static void take_columns(struct roll_reading *reading)
{
    struct roll *roll = reading->roll;
    struct arena *arena = reading->sheet.arena;
    const struct row *header = &reading->sheet.table.header;
    const char *heading = row_cell(header, reading->sheet.columns.at[COLUMN_NAME])->text;
    roll->of_localities =
        text_same(arena, heading, "locality") || text_same(arena, heading, "locality name");
    if (roll->of_localities && reading->without_rules)
        roll->terms = terms_county;
    else if (roll->of_localities)
        terms_population(&roll->terms);
    roll->name_column = spreadsheet_column(reading, COLUMN_NAME);
    roll->code_column = spreadsheet_column(reading, COLUMN_CODE);
    roll->area_column = spreadsheet_column(reading, COLUMN_AREA);
    roll->class_column = spreadsheet_column(reading, COLUMN_CLASS);
    roll->practices_column = spreadsheet_column(reading, COLUMN_PRACTICES);
    roll->has_list_sizes = sheet_has(&reading->sheet, COLUMN_LIST_SIZE);
    roll->has_votes =
        sheet_has(&reading->sheet, COLUMN_VOTES) && !(roll->of_localities && lacks_votes(reading));
    if (reading->sheet.columns.series_count == 1)
        roll->as_at = reading->sheet.columns.dates[COLUMN_LIST_SIZE];
    if (!roll->has_list_sizes)
        terms_without_sizes(&roll->terms);
    reading->has_history = roll_has_history(&reading->sheet);
}

/* Whether a heading is that of another column, which a word of the body's must not take from it. */
static bool is_heading_of_another(enum roll_column own, const char *folded)
{
    for (size_t i = 0; i < ROLL_COLUMNS; i++)
        if (i != (size_t)own && (strcmp(folded, roll_columns[i].name) == 0 ||
                                 heading_is_listed(folded, roll_columns[i].headers)))
            return true;
    return false;
}

/* Lets a column be headed by the body's own word for what it holds. */
static void head_column(struct arena *arena, struct column *columns, enum roll_column which,
                        const char *word, const char *other)
{
    const char *folded = text_fold(arena, word);
    const struct column *usual = &roll_columns[which];
    if (*folded == '\0' || strcmp(folded, usual->name) == 0 || is_heading_of_another(which, folded))
        return;
    columns[which].called = folded;
    columns[which].headers =
        arena_format(arena, "%s;%s;%s", usual->headers, folded, text_fold(arena, other));
    if (heading_is_listed(folded, usual->weak))
        columns[which].weak = NULL;
}

/* A body of owners heads its roll "owner", one of shareholders their "shares". */
static const struct column *columns_wanted(struct arena *arena, const struct rules *rules)
{
    if (rules == NULL)
        return roll_columns;
    const struct terms *terms = &rules->terms;
    struct column *wanted = arena_alloc(arena, ROLL_COLUMNS, sizeof *wanted);
    memcpy(wanted, roll_columns, sizeof roll_columns);
    head_column(arena, wanted, COLUMN_NAME, terms->unit,
                arena_format(arena, "%s name", terms->unit));
    head_column(arena, wanted, COLUMN_LIST_SIZE, terms->measures, terms->size);
    return wanted;
}

/* The column that says in which locality each practice is, where none of the others reads it. */
static size_t column_of_localities(const struct roll_reading *reading)
{
    static const char headings[] = "locality;locality name";
    const struct row *header = &reading->sheet.table.header;
    for (size_t i = 0; i < header->count; i++)
        if (columns_at(&reading->sheet.columns, i) == COLUMN_NONE &&
            name_is_one_of(text_fold(reading->scratch, row_cell(header, i)->text), headings))
            return i;
    return COLUMN_NONE;
}

/* Beside the practice it may stand in a roll of one locality, and no practice of another counts. */
static void check_localities(const struct roll_reading *reading, const struct rules *rules)
{
    const struct sheet *sheet = &reading->sheet;
    size_t cell = column_of_localities(reading);
    const char *own = rules != NULL && rules->locality != NULL ? rules->locality->text : NULL;
    for (size_t i = 0; cell != COLUMN_NONE && i < sheet->table.count; i++) {
        const char *text = table_cell(&sheet->table, i, cell)->text;
        if (*text == '\0' || (own != NULL && text_same(reading->scratch, text, own)))
            continue;
        if (own == NULL)
            own = text;
        else
            diag_add(sheet->diag, SEVERITY_ERROR,
                     sheet_cell_place(sheet, table_row(&sheet->table, i), cell),
                     "The roll has the practices of one locality. Delete the row, or correct the "
                     "cell.",
                     "this practice is in \"%s\", and others, or the rules, are of \"%s\"", text,
                     own);
    }
}

/* "List size disputed", "estimate", in a column of remarks. */
static void check_remarks(const struct roll_reading *reading)
{
    const struct sheet *sheet = &reading->sheet;
    for (size_t cell = 0; cell < sheet->table.header.count; cell++) {
        size_t count;
        if (columns_at(&sheet->columns, cell) != COLUMN_NONE ||
            !heading_is_of_remarks(text_fold(reading->scratch, sheet_heading(sheet, cell))))
            continue;
        const struct column_text *texts =
            table_texts(reading->scratch, &sheet->table, cell, &count);
        for (size_t i = 0; i < count; i++) {
            const char *text = texts[i].cell->text;
            struct row row;
            if (!remark_doubts_figure(reading->scratch, text_fold(reading->scratch, text)))
                continue;
            table_look(&sheet->table, texts[i].first, &row);
            diag_add(sheet->diag, SEVERITY_ERROR, sheet_cell_place(sheet, &row, cell),
                     "Find out what is right, write that into the row, and take this out of the "
                     "cell.",
                     "\"%s\" stands here, and the row would count by its figures", text);
        }
    }
}

/* The sums, and the Total row beside them. */
static void add_up(struct roll_reading *reading)
{
    struct roll *roll = reading->roll;
    bool dated = reading->has_history && roll_find_dates(reading);
    int64_t votes = roll_add_up_votes(reading);
    if (dated)
        roll_read_history(reading, votes);
    else if (!reading->has_history)
        roll_add_up_sizes(reading, votes);
    roll->stated_practices = roll->of_localities ? reading->total.practices : 0;
    if (roll->of_localities && reading->total.has_votes && !reading->votes_unsure) {
        struct place *at = arena_alloc(reading->sheet.arena, 1, sizeof *at);
        *at = sheet_place(&reading->sheet, reading->total.row, COLUMN_VOTES);
        roll->stated_votes = reading->total.votes;
        roll->stated_votes_at = at;
    }
    roll_check_votes(reading, votes);
    if (!reading->has_history && !roll->of_localities) {
        roll_look_for_thousands(reading);
        roll_look_for_more_than_all(reading);
    }
}

const char *roll_file_named(struct arena *arena, const struct roll *roll)
{
    return roll->built_in
               ? arena_format(arena, "%s, which \"quorate new FOLDER\" writes out to be changed",
                              roll->file)
               : roll->file;
}

/* Whether the roll is made already of these bytes, by the same rules. */
static bool is_made(struct bytes bytes, const struct rules *rules)
{
    const struct made_table *made = bytes.made;
    return made != NULL && made->of == bytes.bytes && made->roll != NULL &&
           (rules == NULL ? made->by == NULL : made->by != NULL && made->by == rules->made);
}

bool load_roll(struct arena *arena, struct diag *diag, struct bytes bytes,
               const struct rules *rules, struct roll *roll, size_t *rows)
{
    size_t errors = diag->errors;
    if (is_made(bytes, rules)) {
        bytes.made->roll(arena, bytes, roll);
        if (rows != NULL)
            *rows = bytes.made->rows;
        return true;
    }
    struct roll_reading reading = {
        .sheet = {.arena = arena, .diag = diag},
        .scratch = arena_part(arena),
        .roll = roll,
        .area_names = {.arena = arena},
        .known = bytes.known,
        .without_rules = rules == NULL,
    };
    *roll = (struct roll){.file = bytes.name,
                          .built_in = bytes.built_in,
                          .terms = rules == NULL ? terms_default : rules->terms};
    bool found = sheet_read(&reading.sheet, bytes, columns_wanted(arena, rules), ROLL_COLUMNS);
    reading.rows_missing = diag->errors != errors;
    if (rows != NULL)
        *rows = reading.sheet.table.count;
    if (!found)
        return false;
    take_columns(&reading);
    check_localities(&reading, rules);
    check_remarks(&reading);
    reading.members = arena_alloc(arena, reading.sheet.table.count, sizeof *reading.members);
    reading.rows = arena_alloc(reading.scratch, reading.sheet.table.count, sizeof *reading.rows);
    roll->members = reading.members;
    read_rows(&reading);
    roll->areas = reading.areas;
    roll->area_count = reading.area_count;
    /* Where rows were left out, the members may be among them. */
    if (roll->count == 0 && diag->errors == errors)
        sheet_refuse(&reading.sheet, "Add a row for each member.", "has no members");
    add_up(&reading);
    if (!reading.roll->built_in && !reading.known)
        roll_refuse_doubles(&reading);
    make_keys(&reading);
    table_close(&reading.sheet.table);
    arena_free(reading.scratch);
    return diag->errors == errors;
}
