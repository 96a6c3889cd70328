/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "quorate/text.h"
#include "rules_internal.h"

/*
 * Whether each row with a reading is meant as one. A comma in a clause that has no quotation marks
 * cuts it in two, and what is behind it lands in the column `reading`: the default row is gone, and
 * what holds where a table is silent would decide in its place.
 */

/* Words that go on with a sentence. */
static const char *const joining_words[] = {"and", "but", "or", "see", "which"};

/* Words for a part of a document. */
static const char *const part_words[] = {
    "appendix", "article",   "bullet",     "clause",   "clauses",  "page",
    "para",     "paragraph", "paragraphs", "paras",    "part",     "point",
    "rule",     "schedule",  "section",    "sections", "sentence", "sentences",
};

/* Words that say which part; by themselves they may begin the name of a reading ("last counts"). */
static const char *const ordinal_words[] = {"first", "second", "third", "fourth",
                                            "fifth", "last",   "final"};

#define IS_ONE_OF(words, text, length)                                                             \
    is_one_of((words), sizeof(words) / sizeof *(words), (text), (length))

static bool is_one_of(const char *const *words, size_t count, const char *text, size_t length)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) == length && strncmp(words[i], text, length) == 0)
            return true;
    return false;
}

/* Whether the text begins as the rest of a reference does: "second sentence", "8 and 10". */
static bool begins_like_a_rest(struct arena *arena, const char *text)
{
    const char *first = text_fold(arena, text);
    size_t length = strcspn(first, " ");
    if (strspn(first, "0123456789") == length || IS_ONE_OF(joining_words, first, length) ||
        IS_ONE_OF(part_words, first, length))
        return true;
    const char *second = first + length + strspn(first + length, " ");
    return IS_ONE_OF(ordinal_words, first, length) &&
           IS_ONE_OF(part_words, second, strcspn(second, " "));
}

static bool stands_once(const struct rules_load *load, const struct rule *rule)
{
    for (size_t i = 0; i < load->rules->count; i++)
        if (&load->rows[i] != rule && load->rows[i].reading == rule->reading)
            return false;
    return true;
}

/* Whether the reading is what a comma cut off from the clause before it. */
static bool is_rest_of_clause(struct rules_load *load, const struct row *row,
                              const struct rule *rule)
{
    const struct sheet *sheet = &load->sheet;
    if (rule->clause == NULL || row->separator != ',' ||
        sheet->columns.at[COLUMN_READING] != sheet->columns.at[COLUMN_CLAUSE] + 1 ||
        !stands_once(load, rule))
        return false;
    const char *clause = sheet_written(sheet, row, COLUMN_CLAUSE);
    const char *reading = sheet_written(sheet, row, COLUMN_READING);
    if (clause[strspn(clause, " ")] == '"')
        return false;
    return (*reading == ' ' && *clause != ' ') ||
           begins_like_a_rest(sheet->arena, sheet_text(sheet, row, COLUMN_READING));
}

/* Whether there is a row without a reading that it can replace. */
static bool has_default(const struct rules_load *load, const struct rule *rule)
{
    for (size_t i = 0; i < load->rules->count; i++) {
        const struct rule *other = &load->rows[i];
        if (other->kind == rule->kind && other->reading == NULL &&
            (rule->decision == NULL || other->decision == NULL ||
             other->decision == rule->decision))
            return true;
    }
    return false;
}

/* Whether a row above it, for the same decisions, is another reading of the rule. */
static bool is_told_above(const struct rules_load *load, const struct rule *rule)
{
    for (const struct rule *other = load->rows; other < rule; other++)
        if (other->kind == rule->kind && other->decision == rule->decision)
            return true;
    return false;
}

/* That a kind of decision has no weight, or nothing that decides it, is an error of its own. */
static bool is_missed_otherwise(const struct rule *rule)
{
    return rule->decision != NULL &&
           (rule->kind == RULE_WEIGHT || rule->kind == RULE_PASSES || rule->kind == RULE_ELECTS);
}

static void check_row(struct rules_load *load, const struct row *row, const struct rule *rule)
{
    struct arena *arena = load->sheet.arena;
    if (load->sound[rule - load->rows] && is_rest_of_clause(load, row, rule))
        sheet_error(&load->sheet, row, COLUMN_READING,
                    arena_format(arena,
                                 "If it is, put the clause in quotation marks: \"%s, %s\". If it "
                                 "is the name of a reading, write it with other words at its "
                                 "beginning and no space before it.",
                                 sheet_text(&load->sheet, row, COLUMN_CLAUSE),
                                 sheet_text(&load->sheet, row, COLUMN_READING)),
                    "the reading \"%s\" looks like the rest of the clause", rule->reading);
    else if (!load->incomplete && !has_default(load, rule) && !is_told_above(load, rule) &&
             !is_missed_otherwise(rule))
        sheet_error(&load->sheet, row, COLUMN_READING,
                    "Add a row without a reading, which says what holds when the clause is not "
                    "read in this way. If this row says it, clear the reading.",
                    "the rule \"%s\" has the reading \"%s\" and no row without a reading",
                    rule_name(rule->kind), rule->reading);
}

void rules_check_readings(struct rules_load *load)
{
    for (size_t i = 0; i < load->rules->count; i++)
        if (load->rows[i].reading != NULL)
            check_row(load, load->source[i], &load->rows[i]);
}
