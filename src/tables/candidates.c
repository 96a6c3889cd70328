/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "dates.h"
#include "internal.h"
#include "quorate/confusable.h"
#include "quorate/sheet.h"
#include "quorate/tables.h"
#include "quorate/text.h"

/* candidates.csv: who was assessed as eligible. */

enum candidate_column {
    COLUMN_CANDIDATE,
    COLUMN_PRACTICE,
    COLUMN_ALIASES,
    COLUMN_POST,
    COLUMN_FROM,
    COLUMN_TO,
    CANDIDATE_COLUMNS,
};

static const struct column candidate_columns[CANDIDATE_COLUMNS] = {
    [COLUMN_CANDIDATE] = {.name = "candidate",
                          .headers = "name;candidate name",
                          .required = true,
                          .names_the_row = true},
    [COLUMN_PRACTICE] = {.name = "practice", .headers = "practice name;surgery"},
    [COLUMN_ALIASES] = {.name = "aliases", .headers = "alias;also known as"},
    [COLUMN_POST] = {.name = "post", .headers = "office;standing for"},
    [COLUMN_FROM] = {.name = "from",
                     .headers = "from date;date from;start date;since",
                     .weak = "start"},
    [COLUMN_TO] = {.name = "to",
                   .headers = "to date;date to;end date;until",
                   .weak = "end",
                   .ends_the_row = true},
};

const struct table_signs candidates_signs = {"candidates", candidate_columns, CANDIDATE_COLUMNS,
                                             1U << COLUMN_CANDIDATE};

static const struct period_columns candidacy = {COLUMN_FROM, COLUMN_TO, "candidacy"};

/* One row of the table. */
struct candidate_row {
    struct candidate candidate;
    const char *post; /* folded; "" for every post */
    size_t line;
};

struct candidates_reading {
    struct sheet sheet;
    struct candidate_row *rows;
    size_t count;
    struct name_index post_names;
    const char **post_spellings; /* of each of those, as it stands in its first row */
    struct name_index spellings; /* each with its post */
};

static void report(const struct candidates_reading *reading, const struct row *row,
                   enum candidate_column column, const char *remedy, const char *what)
{
    diag_add(reading->sheet.diag, SEVERITY_ERROR, sheet_place(&reading->sheet, row, column), remedy,
             "%s", what);
}

static bool is_spelled(const struct candidate *candidate, const char *folded)
{
    for (size_t i = 0; i < candidate->folded_count; i++)
        if (strcmp(candidate->folded[i], folded) == 0)
            return true;
    return false;
}

/* The row before that has this spelling for the same post, on a day of this row's; NULL for none.
 */
static const struct candidate_row *spelled_before(struct candidates_reading *reading,
                                                  const struct candidate_row *row,
                                                  const char *folded)
{
    size_t known = reading->spellings.count;
    const char *key = arena_format(reading->sheet.arena, "%s\n%s", row->post, folded);
    if (name_index_add(&reading->spellings, key) == known)
        return NULL;
    for (size_t i = 0; i < reading->count; i++) {
        const struct candidate_row *other = &reading->rows[i];
        if (strcmp(other->post, row->post) == 0 && is_spelled(&other->candidate, folded) &&
            tenure_meets(other->candidate.tenure, row->candidate.tenure))
            return other;
    }
    return NULL;
}

/* A spelling of the candidate's; NULL when it cannot be used. It may be somebody's who stands for
 * another post, or on other days. */
static const char *take_spelling(struct candidates_reading *reading, const struct row *row,
                                 const struct candidate_row *candidate,
                                 enum candidate_column column, const char *text)
{
    struct arena *arena = reading->sheet.arena;
    const char *folded = text_fold(arena, text);
    enum vote vote;
    if (*folded == '\0')
        return NULL;
    if (vote_read(arena, folded, &vote)) {
        report(reading, row, column, "Write the candidate's full name.",
               arena_format(arena, "\"%s\" is what a ballot may say, so it cannot be a candidate",
                            text));
        return NULL;
    }
    const struct candidate_row *before = spelled_before(reading, candidate, folded);
    if (before != NULL)
        report(reading, row, column,
               "Each name and alias belongs to one candidate. Take out the one that is wrong.",
               arena_format(arena, "\"%s\" is on line %zu already", text, before->line));
    return folded;
}

/* What the row's candidate stands for, folded. Who wants nominations to be opened again may say so
 * of any post. */
static const char *read_post(struct candidates_reading *reading, const struct row *row,
                             bool reopens)
{
    const char *text = sheet_text(&reading->sheet, row, COLUMN_POST);
    const char *folded = text_fold(reading->sheet.arena, text);
    if (!sheet_has(&reading->sheet, COLUMN_POST) || (*text == '\0' && reopens))
        return "";
    if (*folded == '\0') {
        report(reading, row, COLUMN_POST,
               "Write what the candidate stands for. Somebody who stands for two posts has a row "
               "for each.",
               "the post is blank");
        return "";
    }
    size_t number = name_index_add(&reading->post_names, folded);
    if (reading->post_spellings[number] == NULL)
        reading->post_spellings[number] = text;
    return folded;
}

/* The spellings of a name and its aliases. */
static void take_spellings(struct candidates_reading *reading, const struct row *row,
                           struct candidate_row *taken)
{
    struct arena *arena = reading->sheet.arena;
    const char *name = taken->candidate.name;
    const char *aliases = sheet_text(&reading->sheet, row, COLUMN_ALIASES);
    const char **folded = arena_alloc(arena, strlen(aliases) + 1, sizeof *folded); /* at most */
    size_t count = 0;
    if (*text_fold(arena, name) == '\0')
        report(reading, row, COLUMN_CANDIDATE, "Write the name, or delete the row.",
               "the candidate's name is blank");
    else
        folded[count] = take_spelling(reading, row, taken, COLUMN_CANDIDATE, name);
    count += folded[count] != NULL;
    while (*aliases != '\0') {
        size_t length = strcspn(aliases, ";");
        const char *alias = text_trim(arena, arena_copy(arena, aliases, length));
        folded[count] = take_spelling(reading, row, taken, COLUMN_ALIASES, alias);
        count += folded[count] != NULL;
        aliases += length;
        aliases += *aliases == ';';
    }
    taken->candidate.folded = folded;
    taken->candidate.folded_count = count;
}

static void read_candidate(struct candidates_reading *reading, const struct row *row)
{
    const char *name = sheet_text(&reading->sheet, row, COLUMN_CANDIDATE);
    const char *practice = sheet_text(&reading->sheet, row, COLUMN_PRACTICE);
    bool reopens = candidate_reopens(text_fold(reading->sheet.arena, name));
    struct candidate_row *taken = &reading->rows[reading->count];
    *taken = (struct candidate_row){
        .candidate =
            {
                .name = name,
                .practice = *practice == '\0' ? NULL : practice,
                .reopens = reopens,
            },
        .post = read_post(reading, row, reopens),
        .line = row->line,
    };
    (void)period_read(&reading->sheet, row, &candidacy, &taken->candidate.tenure);
    take_spellings(reading, row, taken);
    reading->count++;
}

/* --- Those of the day --- */

/* Whether the row is one of the list's; of year 0 each is. */
static bool is_of_day(const struct candidate_row *row, struct date day)
{
    return !date_given(day) || tenure_holds(row->candidate.tenure, day);
}

/* Those who stand for a post, or for NULL all that are listed, in the order of the table. */
static const struct candidate *standing_for(const struct candidates_reading *reading,
                                            const char *post, struct date day, size_t *count)
{
    struct candidate *own = arena_alloc(reading->sheet.arena, reading->count, sizeof *own);
    *count = 0;
    for (size_t i = 0; i < reading->count; i++) {
        const struct candidate_row *row = &reading->rows[i];
        if (is_of_day(row, day) &&
            (post == NULL || *row->post == '\0' || strcmp(row->post, post) == 0))
            own[(*count)++] = row->candidate;
    }
    return own;
}

/* Whether somebody stands for this post by name. */
static bool is_stood_for(const struct candidates_reading *reading, const char *post,
                         struct date day)
{
    for (size_t i = 0; i < reading->count; i++)
        if (is_of_day(&reading->rows[i], day) && strcmp(reading->rows[i].post, post) == 0)
            return true;
    return false;
}

static void find_posts(const struct candidates_reading *reading, struct candidate_list *list)
{
    size_t named = reading->post_names.count;
    struct post *posts = arena_alloc(reading->sheet.arena, named + 1, sizeof *posts);
    for (size_t i = 0; i < named; i++) {
        struct post *post = &posts[list->post_count];
        const char *folded = reading->post_names.names[i];
        if (!is_stood_for(reading, folded, list->day))
            continue;
        *post = (struct post){.name = reading->post_spellings[i], .folded = folded};
        post->candidates = standing_for(reading, folded, list->day, &post->count);
        list->post_count++;
    }
    if (named == 0)
        posts[list->post_count++] =
            (struct post){.candidates = list->candidates, .count = list->count};
    list->posts = posts;
}

static void take_day(const struct candidates_reading *reading, struct candidate_list *list)
{
    struct candidate *absent = arena_alloc(reading->sheet.arena, reading->count, sizeof *absent);
    for (size_t i = 0; i < reading->count; i++) {
        const struct candidate_row *row = &reading->rows[i];
        list->last_change =
            date_later_of(list->last_change, tenure_last_change(row->candidate.tenure));
        if (!is_of_day(row, list->day))
            absent[list->absent_count++] = row->candidate;
    }
    list->absent = absent;
    list->candidates = standing_for(reading, NULL, list->day, &list->count);
    find_posts(reading, list);
}

static void refuse_nobody(const struct candidates_reading *reading,
                          const struct candidate_list *list)
{
    if (reading->count == 0)
        diag_refuse(reading->sheet.diag, list->file, "Add a row for each candidate.",
                    "has no candidates");
    else if (list->count == 0)
        diag_refuse(reading->sheet.diag, list->file,
                    "Correct the day, or the days in the columns \"from\" and \"to\".",
                    "nobody stands on %s", date_long(reading->sheet.arena, list->day));
}

const struct candidate *candidates_absent(const struct candidate_list *list, const char *folded)
{
    for (size_t i = 0; i < list->absent_count; i++)
        if (is_spelled(&list->absent[i], folded))
            return &list->absent[i];
    return NULL;
}

size_t candidates_post(struct arena *arena, const struct candidate_list *list, const char *name)
{
    if (list->post_count == 1)
        return 0;
    const char *folded = name == NULL ? "" : text_fold(arena, name);
    for (size_t i = 0; i < list->post_count; i++)
        if (strcmp(list->posts[i].folded, folded) == 0)
            return i;
    return POST_NONE;
}

const char *const *candidates_posts(struct arena *arena, const struct candidate_list *list)
{
    const char **names = arena_alloc(arena, list->post_count, sizeof *names);
    for (size_t i = 0; i < list->post_count; i++)
        names[i] = list->posts[i].name;
    return names;
}

/* Ballots may take one of two candidates who look alike for the other. */
static void warn_of_look_alikes(const struct candidates_reading *reading)
{
    struct arena *arena = reading->sheet.arena;
    const struct table *table = &reading->sheet.table; /* each row has a candidate */
    const char **names = arena_alloc(arena, reading->count, sizeof *names);
    for (size_t i = 0; i < reading->count; i++)
        names[i] = reading->rows[i].candidate.name;
    const size_t *alike = names_look_alike(arena, names, reading->count);
    for (size_t i = 0; i < reading->count; i++) {
        if (alike[i] == NAME_NONE)
            continue;
        const char *other = names[alike[i]];
        diag_add(reading->sheet.diag, SEVERITY_WARNING,
                 sheet_place(&reading->sheet, table_row(table, i), COLUMN_CANDIDATE),
                 arena_format(arena, "%sIf they are one, delete one of the rows.",
                              text_look_alike(arena, names[i], other)),
                 "\"%s\" looks like \"%s\" on line %zu, and they are two candidates", names[i],
                 other, table_row(table, alike[i])->line);
    }
}

bool load_candidates(struct arena *arena, struct diag *diag, struct bytes bytes, struct date day,
                     struct candidate_list *list, size_t *rows)
{
    size_t errors = diag->errors;
    struct candidates_reading reading = {.sheet = {.arena = arena, .diag = diag},
                                         .spellings = {.arena = arena},
                                         .post_names = {.arena = arena}};
    *list = (struct candidate_list){.file = bytes.name, .day = day};
    bool found = sheet_read(&reading.sheet, bytes, candidate_columns, CANDIDATE_COLUMNS);
    size_t count = reading.sheet.table.count;
    if (rows != NULL)
        *rows = count;
    if (!found)
        return false;
    reading.rows = arena_alloc(arena, count, sizeof *reading.rows);
    reading.post_spellings = arena_alloc(arena, count, sizeof *reading.post_spellings);
    for (size_t i = 0; i < count; i++)
        read_candidate(&reading, table_row(&reading.sheet.table, i));
    warn_of_look_alikes(&reading);
    take_day(&reading, list);
    if (diag->errors == errors)
        refuse_nobody(&reading, list);
    return diag->errors == errors;
}
