/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "quorate/names.h"
#include "quorate/text.h"
#include "roll_internal.h"

/* Rows of a roll that are no further member: one that is there under another spelling, a branch
 * that its code tells, a sum of rows above, a figure of something else. Each would count. */

static void refuse(const struct roll_reading *reading, size_t index, enum roll_column column,
                   const char *remedy, const char *what)
{
    sheet_error(&reading->sheet, reading->rows[index], column, remedy, "%s", what);
}

static bool at_once(const struct member *one, const struct member *other)
{
    return tenure_meets(one->tenure, other->tenure);
}

/* --- Codes --- */

#define CODE_LETTERS    6 /* "K84001" */
#define BRANCH_NUMERALS 3 /* behind it, of a branch of that practice */

/* The code without what stands between its characters: "K84 001". */
static const char *bare_code(struct arena *arena, const char *code)
{
    const char *folded = text_fold(arena, code);
    char *bare = arena_alloc(arena, strlen(folded) + 1, sizeof *bare);
    size_t length = 0;
    for (; *folded != '\0'; folded++)
        if (*folded != ' ')
            bare[length++] = *folded;
    return bare;
}

static bool is_of_branch(const char *bare)
{
    return strlen(bare) == CODE_LETTERS + BRANCH_NUMERALS &&
           strspn(bare + 1, "0123456789") == CODE_LETTERS + BRANCH_NUMERALS - 1;
}

static void check_codes(const struct roll_reading *reading)
{
    struct arena *arena = reading->scratch;
    struct name_index codes = {.arena = arena};
    size_t count = reading->roll->count;
    const struct member **first = arena_alloc(arena, count, sizeof *first);
    const char **bare = arena_alloc(arena, count, sizeof *bare);
    for (size_t i = 0; i < count; i++) {
        const struct member *member = &reading->members[i];
        bare[i] = member->code == NULL ? "" : bare_code(arena, member->code);
        if (*bare[i] == '\0')
            continue;
        size_t number = name_index_add(&codes, bare[i]);
        const struct member *other = first[number];
        first[number] = other == NULL ? member : other;
        if (other != NULL && at_once(other, member) && !text_same(arena, other->code, member->code))
            refuse(reading, i, COLUMN_CODE, "Delete one of the rows, or correct the code.",
                   arena_format(arena, "the code \"%s\" is \"%s\" on line %zu in another spelling",
                                member->code, other->code, other->line));
    }
    for (size_t i = 0; i < count; i++) {
        if (!is_of_branch(bare[i]))
            continue;
        size_t number = name_index_find(&codes, arena_copy(arena, bare[i], CODE_LETTERS));
        if (number != NAME_NONE && at_once(first[number], &reading->members[i]))
            refuse(reading, i, COLUMN_CODE,
                   "Delete the row: the list size of a practice has that of its branches in it.",
                   arena_format(arena, "\"%s\" is the code of a branch of \"%s\" on line %zu",
                                reading->members[i].code, first[number]->name,
                                first[number]->line));
    }
}

/* --- Names --- */

#define LEAST_THAT_TELLS 1000 /* two that have the same figure below it may have it by chance */

/* Whether all words of one are among the other's. */
static bool has_words_of(struct arena *arena, const char *one, const char *other)
{
    while (*other != '\0')
        if (!name_has_word(one, name_take_word(arena, &other)))
            return false;
    return true;
}

static bool have_codes(const struct member *one, const struct member *other)
{
    return one->code != NULL && other->code != NULL;
}

static void report_again(const struct roll_reading *reading, size_t index,
                         const struct member *other)
{
    refuse(reading, index, COLUMN_NAME,
           "If they are one, delete one of the rows; the other spelling can stand in the column "
           "\"aliases\". If they are two, give each its code in a column \"code\".",
           arena_format(reading->scratch, "\"%s\" and, on line %zu, \"%s\" look like one member",
                        reading->members[index].name, other->line, other->name));
}

/* Whether the member is there before, by the words that not all names share, and by its size where
 * one has more of them: "Rycote Practice" and "The Rycote Surgery". Each is held against the last
 * that begins so. */
static void check_names(const struct roll_reading *reading)
{
    struct arena *arena = reading->scratch;
    struct name_index names = {.arena = arena}, sizes = {.arena = arena};
    size_t count = reading->roll->count;
    const struct member **named = arena_alloc(arena, count, sizeof *named);
    const struct member **sized = arena_alloc(arena, count, sizeof *sized);
    const char **told = arena_alloc(arena, count, sizeof *told);
    for (size_t i = 0; i < count; i++) {
        const struct member *member = &reading->members[i], *other;
        told[i] = text_without_common(arena, text_fold(arena, member->name));
        if (*told[i] == '\0')
            continue;
        size_t number = name_index_add(&names, told[i]);
        other = named[number];
        named[number] = member;
        size_t size =
            name_index_add(&sizes, arena_format(arena, "%lld %s", (long long)member->list_size,
                                                name_first_word(arena, told[i])));
        if (other == NULL && member->list_size >= LEAST_THAT_TELLS && sized[size] != NULL &&
            (has_words_of(arena, told[i], told[sized[size]->index]) ||
             has_words_of(arena, told[sized[size]->index], told[i])))
            other = sized[size];
        sized[size] = member;
        if (other != NULL && !have_codes(other, member) && at_once(other, member) &&
            !text_same(arena, other->name, member->name))
            report_again(reading, i, other);
    }
}

/* --- Figures of something else --- */

/* "2014", "April 2014", "01/04/2015": a heading, or what is told of a list, and no name. */
static bool is_a_time(struct arena *arena, const char *name)
{
    const char *left = text_fold(arena, name);
    bool any = *left != '\0', year = false;
    while (any && *left != '\0') {
        const char *word = name_take_word(arena, &left);
        size_t length = strlen(word);
        bool number = strspn(word, "0123456789") == length;
        year = year || (number && length == strlen("2015"));
        any = number || date_month_of(word, length) > 0;
    }
    return any && year;
}

static bool is_a_figure(const char *folded)
{
    static const char phrases[] =
        "list size;list sizes;population;votes needed;votes required;out of area;unregistered;"
        "not registered;temporary resident;temporary residents;other localities;other practices;"
        "other members;all practices;all members;rest of;number of;no of;average;difference;"
        "change since;half of";
    static const char wholes[] =
        "quorum;majority;largest;smallest;maximum;minimum;count;others;other;max;min;variance;"
        "change;needed;required;half;balance";
    return name_has_one_of(folded, phrases) || name_is_one_of(folded, wholes) ||
           strncmp(folded, "quorum ", strlen("quorum ")) == 0;
}

static void check_figures(const struct roll_reading *reading)
{
    struct arena *arena = reading->scratch;
    for (size_t i = 0; i < reading->roll->count; i++) {
        const struct member *member = &reading->members[i];
        if (member->code == NULL &&
            (is_a_figure(text_fold(arena, member->name)) || is_a_time(arena, member->name)))
            refuse(
                reading, i, COLUMN_NAME,
                "Delete the row. If it is a member, give its code in a column \"code\".",
                arena_format(arena, "\"%s\" stands here, and the row would count", member->name));
    }
}

/* --- Sums of rows above --- */

#define ROUND     100 /* such sizes are made up, and may add up by chance */
#define ROWS_MOST 64  /* that a part of a table has */

/* How many rows directly above it, two at least, have together what the row has; 0 for none. */
static size_t rows_summed(const struct roll_reading *reading, size_t index)
{
    int64_t left = reading->members[index].list_size;
    if (left < LEAST_THAT_TELLS || left % ROUND == 0)
        return 0;
    for (size_t rows = 1; rows <= index && rows <= ROWS_MOST && left > 0; rows++) {
        left -= reading->members[index - rows].list_size;
        if (left == 0 && rows > 1)
            return rows;
    }
    return 0;
}

static void check_parts(const struct roll_reading *reading)
{
    struct arena *arena = reading->scratch;
    for (size_t i = 2; i < reading->roll->count; i++) {
        const struct member *member = &reading->members[i];
        size_t rows = member->code == NULL ? rows_summed(reading, i) : 0;
        if (rows > 0 && (rows < i || i + 1 < reading->roll->count)) /* else it is the total's */
            refuse(reading, i, COLUMN_LIST_SIZE,
                   "If the row is their sum, delete it. If it is a member, give its code in a "
                   "column \"code\".",
                   arena_format(arena,
                                "%s, the %s of \"%s\", is what the %zu rows above it add up "
                                "to",
                                number_grouped(arena, member->list_size), reading->roll->terms.size,
                                member->name, rows));
    }
}

void roll_refuse_doubles(const struct roll_reading *reading)
{
    check_codes(reading);
    if (reading->roll->of_localities)
        return; /* for which one word more is another place */
    check_names(reading);
    check_figures(reading);
    if (!reading->has_history && !reading->population_unsure)
        check_parts(reading);
}
