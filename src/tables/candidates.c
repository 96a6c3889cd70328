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
    [COLUMN_FROM] = {.name = "from", .headers = "from date;date from;start date;since"},
    [COLUMN_TO] = {.name = "to", .headers = "to date;date to;end date;until"},
};

struct candidates_reading {
    struct sheet sheet;
    struct candidate *candidates;
    const char **posts; /* of each of them, folded; "" for every post */
    size_t count;
    struct name_index post_names;
    const char **post_spellings; /* of each of those, as it stands in its first row */
    struct name_index spellings;
    const struct row **rows; /* of the spellings */
    size_t row_count, row_capacity;
};

static void report(const struct candidates_reading *reading, const struct row *row,
                   enum candidate_column column, const char *remedy, const char *what)
{
    diag_add(reading->sheet.diag, SEVERITY_ERROR, sheet_place(&reading->sheet, row, column), remedy,
             "%s", what);
}

/* A spelling of the candidate's; NULL when it cannot be used. It may be somebody's who stands for
 * another post. */
static const char *take_spelling(struct candidates_reading *reading, const struct row *row,
                                 const char *post, enum candidate_column column, const char *text)
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
    size_t number =
        name_index_add(&reading->spellings, arena_format(arena, "%s\n%s", post, folded));
    if (number == reading->row_count) {
        const struct row **place =
            ARENA_PUSH(arena, reading->rows, reading->row_count, reading->row_capacity);
        *place = row;
    } else if (reading->rows[number] != row) {
        report(reading, row, column,
               "Each name and alias belongs to one candidate. Take out the one that is wrong.",
               arena_format(arena, "\"%s\" is on line %zu already", text,
                            reading->rows[number]->line));
    }
    return folded;
}

static size_t count_aliases(const char *aliases)
{
    size_t count = 1;
    for (; *aliases != '\0'; aliases++)
        count += *aliases == ';';
    return count;
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

static void read_candidate(struct candidates_reading *reading, const struct row *row)
{
    struct arena *arena = reading->sheet.arena;
    const char *name = sheet_text(&reading->sheet, row, COLUMN_CANDIDATE);
    const char *practice = sheet_text(&reading->sheet, row, COLUMN_PRACTICE);
    const char *aliases = sheet_text(&reading->sheet, row, COLUMN_ALIASES);
    const char **folded = arena_alloc(arena, 1 + count_aliases(aliases), sizeof *folded);
    size_t count = 0;
    bool reopens = candidate_reopens(text_fold(arena, name));
    const char *post = read_post(reading, row, reopens);
    (void)period_is_blank(&reading->sheet, row, COLUMN_FROM, COLUMN_TO);
    if (*text_fold(arena, name) == '\0')
        report(reading, row, COLUMN_CANDIDATE, "Write the name, or delete the row.",
               "the candidate's name is blank");
    else
        folded[count] = take_spelling(reading, row, post, COLUMN_CANDIDATE, name);
    count += folded[count] != NULL;
    while (*aliases != '\0') {
        size_t length = strcspn(aliases, ";");
        const char *alias = text_trim(arena, arena_copy(arena, aliases, length));
        folded[count] = take_spelling(reading, row, post, COLUMN_ALIASES, alias);
        count += folded[count] != NULL;
        aliases += length;
        aliases += *aliases == ';';
    }
    reading->posts[reading->count] = post;
    reading->candidates[reading->count++] = (struct candidate){
        .name = name,
        .practice = *practice == '\0' ? NULL : practice,
        .folded = folded,
        .folded_count = count,
        .reopens = reopens,
    };
}

/* Whoever stands for it, in the order of the table. */
static struct post post_of(const struct candidates_reading *reading, const char *name,
                           const char *folded)
{
    struct candidate *own = arena_alloc(reading->sheet.arena, reading->count, sizeof *own);
    struct post post = {.name = name, .folded = folded, .candidates = own};
    for (size_t i = 0; i < reading->count; i++)
        if (folded == NULL || *reading->posts[i] == '\0' || strcmp(reading->posts[i], folded) == 0)
            own[post.count++] = reading->candidates[i];
    return post;
}

static void find_posts(const struct candidates_reading *reading, struct candidate_list *list)
{
    size_t named = reading->post_names.count;
    struct post *posts = arena_alloc(reading->sheet.arena, named + 1, sizeof *posts);
    for (size_t i = 0; i < named; i++)
        posts[i] = post_of(reading, reading->post_spellings[i], reading->post_names.names[i]);
    if (named == 0)
        posts[0] = post_of(reading, NULL, NULL);
    list->posts = posts;
    list->post_count = named == 0 ? 1 : named;
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
    const struct row *rows = reading->sheet.table.rows; /* each has a candidate */
    const char **names = arena_alloc(arena, reading->count, sizeof *names);
    for (size_t i = 0; i < reading->count; i++)
        names[i] = reading->candidates[i].name;
    const size_t *alike = names_look_alike(arena, names, reading->count);
    for (size_t i = 0; i < reading->count; i++) {
        if (alike[i] == NAME_NONE)
            continue;
        const char *other = names[alike[i]];
        diag_add(reading->sheet.diag, SEVERITY_WARNING,
                 sheet_place(&reading->sheet, &rows[i], COLUMN_CANDIDATE),
                 arena_format(arena, "%sIf they are one, delete one of the rows.",
                              text_look_alike(arena, names[i], other)),
                 "\"%s\" looks like \"%s\" on line %zu, and they are two candidates", names[i],
                 other, rows[alike[i]].line);
    }
}

bool load_candidates(struct arena *arena, struct diag *diag, struct bytes bytes,
                     struct candidate_list *list, size_t *rows)
{
    size_t errors = diag->errors;
    struct candidates_reading reading = {.sheet = {.arena = arena, .diag = diag},
                                         .spellings = {.arena = arena},
                                         .post_names = {.arena = arena}};
    *list = (struct candidate_list){.file = bytes.name};
    bool found = sheet_read(&reading.sheet, bytes, candidate_columns, CANDIDATE_COLUMNS);
    if (rows != NULL)
        *rows = reading.sheet.table.count;
    if (!found)
        return false;
    reading.candidates = arena_alloc(arena, reading.sheet.table.count, sizeof *reading.candidates);
    reading.posts = arena_alloc(arena, reading.sheet.table.count, sizeof *reading.posts);
    reading.post_spellings =
        arena_alloc(arena, reading.sheet.table.count, sizeof *reading.post_spellings);
    for (size_t i = 0; i < reading.sheet.table.count; i++)
        read_candidate(&reading, &reading.sheet.table.rows[i]);
    warn_of_look_alikes(&reading);
    if (reading.count == 0 && diag->errors == errors)
        diag_add(diag, SEVERITY_ERROR, (struct place){.file = bytes.name},
                 "Add a row for each candidate.", "has no candidates");
    list->candidates = reading.candidates;
    list->count = reading.count;
    find_posts(&reading, list);
    return diag->errors == errors;
}
