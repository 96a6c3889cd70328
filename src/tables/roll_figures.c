/* SPDX-License-Identifier: MIT */
#include <stddef.h>

#include "quorate/ratio.h"
#include "roll_internal.h"

/* The figures of a roll: each by itself, then their sums. */

/* What is wrong with a whole number that is to be more than 0, and what to do. */
static const char *fault_text(struct arena *arena, enum number_fault fault, const char *text,
                              const char *subject, const char **remedy)
{
    *remedy = "Write a whole number without a sign, for example 10,318.";
    switch (fault) {
    case NUMBER_OK:
        *remedy = "It is at least 1. If the practice has closed, delete the row.";
        return arena_format(arena, "the %s is 0", subject);
    case NUMBER_BLANK:
        *remedy = "Write the number. Blank is never counted as 0.";
        return arena_format(arena, "the %s is blank", subject);
    case NUMBER_SIGNED:
        return arena_format(arena, "the %s \"%s\" has a sign", subject, text);
    case NUMBER_DECIMAL:
        return arena_format(arena, "the %s \"%s\" is not a whole number", subject, text);
    case NUMBER_EXPONENT:
        *remedy = "The spreadsheet has shortened the number. Set the column's format to Number, "
                  "type the cell again and save.";
        return arena_format(arena, "the %s \"%s\" has an exponent", subject, text);
    case NUMBER_TOO_LARGE:
        *remedy = "Check the number of digits.";
        return arena_format(arena, "the %s \"%s\" is too large: at most 100,000,000 is accepted",
                            subject, text);
    case NUMBER_NOT_ONE:
        break;
    }
    return arena_format(arena, "the %s \"%s\" is not a number", subject, text);
}

/* A whole number that is more than 0. */
static bool read_people(const struct roll_reading *reading, const struct row *row,
                        const char *subject, int64_t most, int64_t *people)
{
    const char *text = sheet_text(&reading->sheet, row, COLUMN_LIST_SIZE);
    long long number = 0;
    enum number_fault fault = text_whole_number(text, most, &number);
    *people = number;
    if (fault == NUMBER_OK && number > 0)
        return true;
    const char *remedy;
    const char *what = fault_text(reading->sheet.arena, fault, text, subject, &remedy);
    sheet_error(&reading->sheet, row, COLUMN_LIST_SIZE, remedy, "%s", what);
    return false;
}

bool roll_is_unknown(const struct roll_reading *reading, const struct row *row)
{
    return reading->roll->of_localities &&
           *sheet_text(&reading->sheet, row, COLUMN_LIST_SIZE) == '\0';
}

bool roll_read_list_size(const struct roll_reading *reading, const struct row *row,
                         int64_t *list_size)
{
    return read_people(reading, row, reading->roll->terms.size, ROLL_LIST_SIZE_MOST, list_size);
}

bool roll_read_total_population(const struct roll_reading *reading, const struct row *row,
                                int64_t *population)
{
    return read_people(reading, row, "figure of the Total row", RATIO_MOST, population);
}

/* Of one member, or of all in the Total row, in units of its last decimal. */
static int64_t most_votes(int64_t most, unsigned places)
{
    for (; places > 0 && most < RATIO_QUANTITY_MOST; places--)
        most *= 10;
    return most;
}

bool roll_read_votes(struct roll_reading *reading, const struct row *row, int64_t most)
{
    const char *text = sheet_text(&reading->sheet, row, COLUMN_VOTES);
    const char *remedy = "Write a number such as 1.27, with at most 6 decimals and without a sign.";
    long long votes = 0;
    unsigned places = text_decimal_places(text);
    unsigned read = places < ROLL_VOTE_PLACES ? places : ROLL_VOTE_PLACES;
    const char *what = NULL;
    switch (text_decimal(text, read, most_votes(most, read), &votes)) {
    case NUMBER_OK:
        if (places > reading->roll->vote_places)
            reading->roll->vote_places = places;
        return true;
    case NUMBER_BLANK:
        remedy = "Write the number, or 0 for a member without a vote.";
        what = "are blank";
        break;
    case NUMBER_SIGNED:
        what = "have a sign";
        break;
    case NUMBER_DECIMAL:
        what = "have more than 6 decimals";
        break;
    case NUMBER_EXPONENT:
        what = "have an exponent";
        break;
    case NUMBER_TOO_LARGE:
        remedy = "A member may have at most 1,000,000,000,000,000 votes, and with more than 3 "
                 "decimals less: all have at most 18 digits with these.";
        what = "are too many";
        break;
    case NUMBER_NOT_ONE:
        what = "are not a number";
        break;
    }
    sheet_error(&reading->sheet, row, COLUMN_VOTES, remedy,
                *text == '\0' ? "the votes%s %s" : "the votes \"%s\" %s", text, what);
    return false;
}

/* --- Sums --- */

/* False when the sum passes the bound, which neither of the two does. */
/*@ requires \valid(sum) && 0 <= *sum <= most && 0 <= part <= RATIO_QUANTITY_MOST;
    requires most <= RATIO_QUANTITY_MOST;
    assigns *sum;
    ensures *sum == \old(*sum) + part;
    ensures \result <==> *sum <= most; */
static bool add(int64_t *sum, int64_t part, int64_t most)
{
    *sum += part;
    return *sum <= most;
}

bool roll_is_counted(const struct roll_reading *reading, const struct member *member)
{
    return !reading->has_history || !date_given(reading->at) ||
           tenure_holds(member->tenure, reading->at);
}

static void add_population(struct roll_reading *reading)
{
    struct roll *roll = reading->roll;
    roll->population = 0;
    for (size_t i = 0; i < roll->count; i++) {
        if (add(&roll->population, reading->members[i].list_size, RATIO_MOST))
            continue;
        sheet_refuse(&reading->sheet, "Check the number of digits.",
                     "the list sizes add up to more than 1,000,000,000,000");
        reading->population_unsure = true;
        roll->population = 0;
        return;
    }
}

/* What stands in the column, in the finest decimal that is used in it; false where that is too
 * much. What could not be read was told, and is 0. */
static bool scale_votes(const struct roll_reading *reading, const struct row *row, int64_t *votes)
{
    long long number = 0;
    const char *text = sheet_text(&reading->sheet, row, COLUMN_VOTES);
    enum number_fault fault =
        text_decimal(text, reading->roll->vote_places, RATIO_QUANTITY_MOST, &number);
    *votes = number;
    return fault != NUMBER_TOO_LARGE;
}

int64_t roll_add_up_votes(struct roll_reading *reading)
{
    struct roll *roll = reading->roll;
    int64_t sum = 0;
    bool fits = !reading->total.has_votes ||
                scale_votes(reading, reading->total.row, &reading->total.votes);
    for (size_t i = 0; i < roll->count && roll->has_votes && fits; i++) {
        int64_t *votes = &reading->members[i].votes;
        fits = scale_votes(reading, reading->rows[i], votes) &&
               (!roll_is_counted(reading, &reading->members[i]) ||
                add(&sum, *votes, RATIO_QUANTITY_MOST));
    }
    if (fits || reading->votes_unsure)
        return sum;
    sheet_refuse(&reading->sheet, "Check the number of digits, and write fewer decimals.",
                 "the votes add up to more than can be counted with so many "
                 "decimals");
    reading->votes_unsure = true;
    return 0;
}

static const char *rows_phrase(const struct roll_reading *reading)
{
    struct arena *arena = reading->sheet.arena;
    size_t count = 0;
    for (size_t i = 0; i < reading->roll->count; i++)
        count += roll_is_counted(reading, &reading->members[i]);
    const char *who = count == reading->roll->count ? ""
                                                    : arena_format(arena, " of the members of %s",
                                                                   date_long(arena, reading->at));
    return count == 1 ? arena_format(arena, "the 1 row%s has", who)
                      : arena_format(arena, "the %s rows%s add up to",
                                     number_grouped(arena, (int64_t)count), who);
}

static void check_population(const struct roll_reading *reading)
{
    struct arena *arena = reading->sheet.arena;
    if (reading->total.population == reading->roll->population)
        return;
    sheet_error(&reading->sheet, reading->total.row, COLUMN_LIST_SIZE,
                "Correct the list size that is wrong, or the total.",
                "the Total row says %s and %s %s", number_grouped(arena, reading->total.population),
                rows_phrase(reading), number_grouped(arena, reading->roll->population));
}

#define OFF_BY_A_PART 50 /* by how much a total of localities may be */

/* The published table of localities does not add up, so both figures are kept and reported; but
 * where they are far apart a locality is missing, or there twice, or one of the figures is another.
 */
static void tell_difference(const struct roll_reading *reading)
{
    struct arena *arena = reading->sheet.arena;
    bool earlier = reading->has_history && !reading->is_last;
    int64_t total = reading->total.population, sum = reading->roll->population;
    bool far = (total > sum ? total - sum : sum - total) > total / OFF_BY_A_PART;
    if (total == sum || reading->known || earlier)
        return;
    diag_add(reading->sheet.diag, far ? SEVERITY_ERROR : SEVERITY_WARNING,
             sheet_place(&reading->sheet, reading->total.row, COLUMN_LIST_SIZE),
             far ? "Correct the population that is wrong, or the total. Of localities that are not "
                   "known the population is left blank."
                 : "Both figures are kept. If one is a slip, correct it.",
             "the Total row says %s and %s %s", number_grouped(arena, reading->total.population),
             rows_phrase(reading), number_grouped(arena, reading->roll->population));
}

void roll_check_votes(const struct roll_reading *reading, int64_t sum)
{
    struct arena *arena = reading->sheet.arena;
    unsigned places = reading->roll->vote_places;
    if (!reading->total.has_votes || reading->votes_unsure || reading->rows_missing ||
        reading->roll->of_localities || reading->total.votes == sum)
        return;
    sheet_error(&reading->sheet, reading->total.row, COLUMN_VOTES,
                "Correct the votes that are wrong, or the total.",
                "the Total row says %s votes and %s %s",
                number_canonical_grouped(arena, reading->total.votes, places), rows_phrase(reading),
                number_canonical_grouped(arena, sum, places));
}

/* --- One size in thousands --- */

#define THOUSAND          INT64_C(1000)
#define THOUSANDS_MOST    INT64_C(100) /* no size of that many is one in thousands */
#define BELOW_THE_LEAST   4            /* it is, in thousands, no more than so many times */
#define FEWEST_OF_ANOTHER 3            /* that one may be told from */

void roll_look_for_thousands(const struct roll_reading *reading)
{
    const struct roll *roll = reading->roll;
    int64_t most = 0, least = INT64_MAX;
    size_t large = 0;
    for (size_t i = 0; i < roll->count; i++) {
        int64_t size = reading->members[i].list_size;
        most = size > most ? size : most;
        least = size >= THOUSAND && size < least ? size : least;
        large += size >= THOUSAND;
    }
    if (!roll->has_list_sizes || reading->total.row != NULL || large < FEWEST_OF_ANOTHER)
        return;
    for (size_t i = 0; i < roll->count; i++) {
        const struct member *member = &reading->members[i];
        if (member->list_size >= THOUSANDS_MOST || large + 1 < roll->count ||
            member->list_size * THOUSAND > most ||
            member->list_size * THOUSAND < least / BELOW_THE_LEAST)
            continue;
        diag_add(reading->sheet.diag, SEVERITY_ERROR,
                 (struct place){.file = roll->file, .line = member->line, .row = member->row},
                 "If it is in thousands, write the whole number. If it is right, say so by a row "
                 "\"Total\" with the sum.",
                 "the list size of %s is %lld, and all others have thousands", member->name,
                 (long long)member->list_size);
    }
}

/* --- One size that is more than all others together --- */

#define FEWEST_FOR_A_SUM                                                                           \
    5 /* with fewer, one that has as much as the others together is nothing odd */

#define LEAST_OF_A_SLIP INT64_C(10000) /* a list of thousands with a digit too many has as much */
#define TIMES_THE_NEXT  5              /* and is so many times the largest of the others */

void roll_look_for_more_than_all(const struct roll_reading *reading)
{
    const struct roll *roll = reading->roll;
    size_t largest = 0;
    int64_t next = 0, least = INT64_MAX;
    if (!roll->has_list_sizes || roll->terms.own_measure || reading->total.row != NULL ||
        reading->population_unsure || roll->count < FEWEST_FOR_A_SUM)
        return;
    for (size_t i = 1; i < roll->count; i++)
        if (reading->members[i].list_size > reading->members[largest].list_size)
            largest = i;
    for (size_t i = 0; i < roll->count; i++) {
        int64_t size = reading->members[i].list_size;
        least = size < least ? size : least;
        next = i != largest && size > next ? size : next;
    }
    const struct member *member = &reading->members[largest];
    int64_t others = roll->population - member->list_size;
    if (least < THOUSAND || member->list_size < LEAST_OF_A_SLIP || member->list_size <= others ||
        member->list_size < TIMES_THE_NEXT * next)
        return;
    sheet_error(&reading->sheet, reading->rows[largest], COLUMN_LIST_SIZE,
                "If it has a digit too many, or the row is no member, correct it. If it is right, "
                "say so by a row \"Total\" with the sum.",
                "%s, the %s of \"%s\", is more than all others have together, %s",
                number_grouped(reading->sheet.arena, member->list_size), roll->terms.size,
                member->name, number_grouped(reading->sheet.arena, others));
}

/* --- Totals that are not named so --- */

/* What the table says that these rows add up from; 0 when that could not be read. */
static int64_t figure_of(const struct roll_reading *reading, size_t index)
{
    const struct member *member = &reading->members[index];
    return reading->roll->has_list_sizes ? member->list_size : member->votes;
}

static bool is_named_as_total(const char *folded)
{
    static const char names[] = "totals;sum;grand total;overall total;subtotal;sub total";
    static const char last[] = "total;totals;subtotal;subtotals";
    static const char parts[] = "total for;total of;subtotal for;sub total for";
    return name_is_one_of(folded, names) || name_is_one_of(name_last_word(folded), last) ||
           name_has_one_of(folded, parts);
}

/* A practice may be called Total Health; it is not as large as the others together, or has a code.
 */
static bool looks_like_total(const struct roll_reading *reading, size_t index, int64_t sum)
{
    const char *folded = text_fold(reading->scratch, reading->members[index].name);
    if (is_named_as_total(folded))
        return true;
    int64_t figure = figure_of(reading, index);
    return reading->members[index].code == NULL && sum > figure && name_is_of_totals(folded) &&
           figure >= sum - figure - figure;
}

/* Whether no row looks like one. */
static bool check_names(struct roll_reading *reading, int64_t sum)
{
    bool sound = true;
    for (size_t i = 0; i < reading->roll->count; i++) {
        if (!looks_like_total(reading, i, sum))
            continue;
        sheet_error(&reading->sheet, reading->rows[i], COLUMN_NAME,
                    "Name the row \"Total\", or delete it. If it is a member, give its code in a "
                    "column \"code\".",
                    "\"%s\" looks like the total of the table", reading->members[i].name);
        sound = false;
    }
    return sound;
}

/* Whether a code tells that a row is a member's. */
static bool codes_tell(const struct roll *roll)
{
    bool any = roll->of_localities;
    for (size_t i = 0; i < roll->count; i++)
        any = any || roll->members[i].code != NULL;
    return any;
}

/* Whether a member has what all the others add up to. The published totals of localities are a
 * little off; so may that at the end of a roll be, where it lacks the code that others have. */
static bool has_the_sum(const struct roll_reading *reading, const struct member *member,
                        bool uncoded)
{
    int64_t others = reading->roll->population - member->list_size;
    int64_t apart =
        member->list_size > others ? member->list_size - others : others - member->list_size;
    return apart <= (reading->roll->of_localities || uncoded ? others / OFF_BY_A_PART : 0);
}

#define LEAST_FOR_A_SUM 1000 /* a smaller figure may be that of the others by chance */

/* At the end of the table such a row is asked about where it lacks a code, and of localities. Not
 * there, and of few, one member may well have half. */
static bool check_sums(const struct roll_reading *reading)
{
    const struct roll *roll = reading->roll;
    bool sound = true, coded = codes_tell(roll);
    for (size_t i = 0; i < roll->count && roll->count >= FEWEST_FOR_A_SUM; i++) {
        const struct member *member = &reading->members[i];
        bool uncoded = member->code == NULL && i + 1 == roll->count;
        if (!has_the_sum(reading, member, uncoded && coded))
            continue;
        bool known = !uncoded || (!coded && member->list_size < LEAST_FOR_A_SUM);
        diag_add(reading->sheet.diag, known ? SEVERITY_WARNING : SEVERITY_ERROR,
                 sheet_place(&reading->sheet, reading->rows[i], COLUMN_LIST_SIZE),
                 known ? "If the row is the total of the table, name it \"Total\" or delete it."
                       : "If the row is the total of the table, name it \"Total\" or delete it. If "
                         "it is a member, give its code in a column \"code\", or put the row "
                         "above another.",
                 "%s, the %s of \"%s\", is %swhat all the others add up to",
                 number_grouped(reading->sheet.arena, member->list_size), roll->terms.size,
                 member->name,
                 roll->of_localities || 2 * member->list_size != roll->population ? "about " : "");
        sound = sound && known;
    }
    return sound;
}

/* A total that is read as a member doubles the roll. */
static void check_for_totals(struct roll_reading *reading, int64_t votes)
{
    const struct roll *roll = reading->roll;
    bool sums = roll->has_list_sizes && !reading->population_unsure && !reading->rows_missing &&
                reading->total.row == NULL;
    if (!check_names(reading, roll->has_list_sizes ? roll->population : votes) ||
        (sums && !check_sums(reading)))
        reading->population_unsure = reading->votes_unsure = reading->total_is_member = true;
}

/* A share is a part of the county, so its total has to be known some way. */
static void count_unknown(struct roll_reading *reading)
{
    struct roll *roll = reading->roll;
    const struct row *first = NULL;
    roll->unknown = 0;
    if (!sheet_has(&reading->sheet, COLUMN_LIST_SIZE) || !roll->of_localities)
        return;
    for (size_t i = 0; i < roll->count; i++)
        if (roll_is_counted(reading, &reading->members[i]) &&
            roll_is_unknown(reading, reading->rows[i])) {
            first = first == NULL ? reading->rows[i] : first;
            roll->unknown++;
        }
    if (first == NULL || reading->total.has_population)
        return;
    sheet_error(&reading->sheet, first, COLUMN_LIST_SIZE,
                "Write the number. Blank is never counted as 0. A population that is not known may "
                "be left blank where a Total row has the county's.",
                "the population is blank");
    reading->population_unsure = true;
}

/* The total holds those that are not known too. */
static void check_unknown(const struct roll_reading *reading)
{
    struct arena *arena = reading->sheet.arena;
    if (reading->total.population > reading->roll->population)
        return;
    sheet_error(&reading->sheet, reading->total.row, COLUMN_LIST_SIZE,
                "Correct the population that is wrong, or the total.",
                "the Total row says %s, and the localities whose population is known have %s "
                "already",
                number_grouped(arena, reading->total.population),
                number_grouped(arena, reading->roll->population));
}

#define FEWEST_A_PRACTICE INT64_C(10) /* patients of a practice, by far */

/* Populations in thousands, or in the place of the number of practices. */
static void check_practices(const struct roll_reading *reading)
{
    for (size_t i = 0; i < reading->roll->count && reading->roll->of_localities; i++) {
        const struct member *member = &reading->members[i];
        if (member->list_size == 0 || member->practices == 0 ||
            member->list_size / FEWEST_A_PRACTICE >= member->practices)
            continue;
        sheet_error(&reading->sheet, reading->rows[i], COLUMN_LIST_SIZE,
                    "If it is in thousands, write the whole number. If the number of practices "
                    "stands here, correct both.",
                    "\"%s\" would have %s patients for %s practices", member->name,
                    number_grouped(reading->sheet.arena, member->list_size),
                    number_grouped(reading->sheet.arena, member->practices));
    }
}

void roll_add_up_sizes(struct roll_reading *reading, int64_t votes)
{
    struct roll *roll = reading->roll;
    const struct total *total = &reading->total;
    add_population(reading);
    count_unknown(reading);
    check_for_totals(reading, votes);
    check_practices(reading);
    if (total->row == NULL || !total->has_population)
        return;
    roll->has_stated_total = roll->of_localities;
    roll->stated_total = roll->of_localities ? total->population : 0;
    if (reading->population_unsure || reading->rows_missing)
        return; /* the sum says nothing */
    if (roll->of_localities && roll->unknown == 0)
        tell_difference(reading);
    else if (roll->of_localities)
        check_unknown(reading);
    else
        check_population(reading);
}
