/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/remark_words.h"
#include "quorate/sheet.h"
#include "quorate/tables.h"
#include "quorate/text.h"

/* What the answers of a form mean: `--answer`, and answers.csv. Only what stands there is taken for
 * a vote or a role, and no word is made to mean anything else than it does. */

enum answer_column {
    COLUMN_ANSWER,
    COLUMN_MEANS,
    ANSWER_COLUMNS,
};

static const char not_answers[] =
    "The table says what the answers of a form mean: its columns are \"answer\" and \"means\". If "
    "the file is something else, call it otherwise.";

static const struct column answer_columns[ANSWER_COLUMNS] = {
    [COLUMN_ANSWER] = {.name = "answer",
                       .headers = "text;choice",
                       .required = true,
                       .names_somebody = true,
                       .missing = not_answers},
    [COLUMN_MEANS] = {.name = "means",
                      .headers = "meaning;vote",
                      .required = true,
                      .missing = not_answers},
};

const struct table_signs answers_signs = {"answers", answer_columns, ANSWER_COLUMNS, 0};

static bool refuse(struct column_fault *fault, const char *what, const char *remedy)
{
    *fault = (struct column_fault){what, remedy};
    return false;
}

/* The vote or the role that a word means. */
struct meaning {
    bool of_vote, of_role;
    enum vote vote;
    enum role role;
};

static struct meaning meaning_of(struct arena *arena, const char *word)
{
    struct meaning meaning = {0};
    meaning.of_vote = vote_read(arena, word, &meaning.vote);
    meaning.of_role = *text_fold(arena, word) != '\0' && role_read(arena, word, &meaning.role);
    return meaning;
}

static bool is_same(const struct meaning *one, const struct meaning *other)
{
    return one->of_vote == other->of_vote && one->of_role == other->of_role &&
           one->vote == other->vote && one->role == other->role;
}

static bool read_means(struct arena *arena, const char *text, struct answer *answer,
                       struct column_fault *fault)
{
    const struct meaning meaning = meaning_of(arena, text);
    if (!meaning.of_vote && !meaning.of_role)
        return refuse(
            fault,
            *text == '\0' ? "what the answer means is blank"
                          : arena_format(arena, "\"%s\" is neither a vote nor a role", text),
            arena_format(arena,
                         "Write for, against, abstain, present, absent or no reply; of a role %s.",
                         roles_list(arena, "or")));
    answer->means = text_word(arena, text);
    answer->is_role = meaning.of_role;
    return true;
}

static bool read_text(struct arena *arena, const char *text, struct answer *answer,
                      struct column_fault *fault)
{
    answer->text = text_trim(arena, text);
    answer->folded = text_fold(arena, text);
    return *answer->folded != '\0' || refuse(fault, "the answer is blank",
                                             "Write the answer as it stands in the file's cells. "
                                             "A blank, or a mark without letters, is no answer.");
}

/* "yes" is a vote, and "lead" a role, whatever anybody says. */
static bool keeps_its_word(struct arena *arena, const struct answer *answer,
                           struct column_fault *fault)
{
    const struct meaning own = meaning_of(arena, answer->folded);
    const struct meaning given = meaning_of(arena, answer->means);
    return (!own.of_vote && !own.of_role) || is_same(&own, &given) ||
           refuse(fault,
                  arena_format(arena, "\"%s\" has a meaning of its own, and cannot mean %s",
                               answer->text, answer->means),
                  "Take the answer out. If the file uses the word otherwise, write there what is "
                  "meant.");
}

bool load_answer(struct arena *arena, const char *text, struct answer *answer,
                 struct column_fault *fault)
{
    const char *equals = strrchr(text, '=');
    *answer = (struct answer){0};
    if (equals == NULL)
        return refuse(fault, arena_format(arena, "\"%s\" does not say what it means", text),
                      "Write it as \"I support the proposal\"=for.");
    return read_text(arena, arena_copy(arena, text, (size_t)(equals - text)), answer, fault) &&
           read_means(arena, text_trim(arena, equals + 1), answer, fault) &&
           keeps_its_word(arena, answer, fault);
}

/* --- The answers of one count --- */

/* Marks that vanish as texts are folded, and that take an answer back: "I support it?". */
static bool are_marked_alike(const char *one, const char *other)
{
    return name_is_noted(one) == name_is_noted(other) && (*one == '(') == (*other == '(');
}

const struct answer *answers_find(const struct answers *answers, const char *text,
                                  const char *folded)
{
    size_t at = answers == NULL ? NAME_NONE : name_index_find(&answers->texts, folded);
    return at == NAME_NONE || !are_marked_alike(text, answers->answers[at].text)
               ? NULL
               : &answers->answers[at];
}

const struct answer *answers_add(struct answers *answers, const struct answer *answer)
{
    size_t at = name_index_add(&answers->texts, answer->folded);
    if (at < answers->count)
        return &answers->answers[at];
    struct answer *place =
        ARENA_PUSH(answers->texts.arena, answers->answers, answers->count, answers->capacity);
    *place = *answer;
    return place;
}

/* --- answers.csv --- */

static bool report(const struct sheet *sheet, const struct row *row, enum answer_column column,
                   const struct column_fault *fault)
{
    sheet_error(sheet, row, column, fault->remedy, "%s", fault->what);
    return false;
}

static void read_answer(const struct sheet *sheet, const struct row *row, struct answers *answers)
{
    struct arena *arena = sheet->arena;
    struct answer answer = {.line = row->line};
    struct column_fault fault;
    bool sound = read_text(arena, sheet_text(sheet, row, COLUMN_ANSWER), &answer, &fault) ||
                 report(sheet, row, COLUMN_ANSWER, &fault);
    sound = (read_means(arena, sheet_text(sheet, row, COLUMN_MEANS), &answer, &fault) ||
             report(sheet, row, COLUMN_MEANS, &fault)) &&
            sound;
    if (!sound ||
        (!keeps_its_word(arena, &answer, &fault) && !report(sheet, row, COLUMN_ANSWER, &fault)))
        return;
    const struct answer *there = answers_add(answers, &answer);
    if (there->line != row->line)
        sheet_error(sheet, row, COLUMN_ANSWER, "An answer means one thing. Delete one of the rows.",
                    "\"%s\" is on line %zu already", answer.text, there->line);
}

/* An answer means the same whatever it answers: an error where a column says of what, or when. */
static void tell_of_scope(const struct sheet *sheet)
{
    static const char headings[] =
        "motion;question;resolution;proposal;decision;column;field;form;poll;meeting;from;to;"
        "since;until;election;post";
    const struct row *header = &sheet->table.header;
    for (size_t i = 0; i < header->count; i++) {
        bool filled = false;
        for (size_t row = 0; row < sheet->table.count; row++)
            filled = filled || *table_cell(&sheet->table, row, i)->text != '\0';
        if (columns_at(&sheet->columns, i) != COLUMN_NONE || !filled ||
            !name_is_one_of(text_fold(sheet->arena, row_cell(header, i)->text), headings))
            continue;
        diag_add(sheet->diag, SEVERITY_ERROR, sheet_cell_place(sheet, header, i),
                 "Delete the column if they do; what an answer means in one count alone is said "
                 "with --answer.",
                 "the answers hold for every vote, and this column says for which");
    }
}

bool load_answers(struct arena *arena, struct diag *diag, struct bytes bytes,
                  struct answers *answers, size_t *rows)
{
    size_t errors = diag->errors;
    struct sheet sheet = {.arena = arena, .diag = diag};
    *answers = (struct answers){.texts = {.arena = arena}};
    *rows = 0;
    if (!sheet_read(&sheet, bytes, answer_columns, ANSWER_COLUMNS))
        return false;
    *rows = sheet.table.count;
    tell_of_scope(&sheet);
    for (size_t i = 0; i < sheet.table.count; i++)
        read_answer(&sheet, table_row(&sheet.table, i), answers);
    return diag->errors == errors;
}
