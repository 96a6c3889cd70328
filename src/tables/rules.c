/* SPDX-License-Identifier: MIT */
#include "quorate/rules.h"

#include <string.h>
#include <strings.h>

#include "internal.h"
#include "quorate/tables.h"
#include "quorate/text.h"
#include "rules_internal.h"

/* rules.csv, from bytes to struct rules. */

static const struct column rules_columns[RULES_COLUMNS] = {
    [COLUMN_DECISION] = {.name = "decision", .required = true, .names_the_row = true},
    [COLUMN_RULE] = {.name = "rule", .required = true, .names_the_row = true},
    [COLUMN_VALUE] = {.name = "value", .required = true},
    [COLUMN_CLAUSE] = {.name = "clause"},
    [COLUMN_READING] = {.name = "reading"},
    [COLUMN_GROUP] = {.name = "group"},
};

const struct table_signs rules_signs = {"rules", rules_columns, RULES_COLUMNS, 0};

/* The keyword of that name, or RULE_KINDS. Names are their own folded form. */
static enum rule_kind find_keyword(struct arena *arena, const char *text)
{
    const char *folded = text_fold(arena, text);
    for (size_t kind = 0; kind < RULE_KINDS; kind++)
        if (*rule_name((enum rule_kind)kind) == *folded &&
            strcmp(rule_name((enum rule_kind)kind), folded) == 0)
            return (enum rule_kind)kind;
    return RULE_KINDS;
}

/* The one spelling of a name, or NULL when nothing is left of it once folded. */
static const char *spelling_of(struct arena *arena, struct names *names, const char *text)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->spelled[i], text) == 0)
            return names->spelled[i];
    const char *folded = text_fold(arena, text);
    if (*folded == '\0')
        return NULL;
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->folded[i], folded) == 0)
            return names->spelled[i];
    names->spelled[names->count] = text;
    names->folded[names->count] = folded;
    return names->spelled[names->count++];
}

static void report_keyword(struct rules_load *load, const struct row *row, const char *text)
{
    struct arena *arena = load->sheet.arena;
    const char *names[RULE_KINDS];
    for (size_t kind = 0; kind < RULE_KINDS; kind++)
        names[kind] = rule_name((enum rule_kind)kind);
    const char *list = text_list(arena, names, RULE_KINDS, "and");
    if (*text == '\0') {
        sheet_error(&load->sheet, row, COLUMN_RULE,
                    arena_format(arena, "Write which rule it is. The rules are %s.", list),
                    "the rule is blank");
        return;
    }
    size_t nearest = text_nearest(arena, text, names, RULE_KINDS);
    const char *remedy = arena_format(arena, "The rules are %s.", list);
    const char *meant = nearest == TEXT_NO_CHOICE ? NULL : names[nearest];
    sheet_error(&load->sheet, row, COLUMN_RULE,
                arena_format(arena, "%s%s", wording_suggestion(arena, text, meant).full, remedy),
                "there is no rule \"%s\"", text);
}

/* Which decision the row is for. False when it cannot be told. */
static bool read_decision(struct rules_load *load, const struct row *row, struct rule *rule,
                          bool whole_body)
{
    const char *text = sheet_text(&load->sheet, row, COLUMN_DECISION);
    if (strcmp(text, "*") == 0)
        return true;
    if (*text == '\0') {
        sheet_error(&load->sheet, row, COLUMN_DECISION,
                    "Write the kind of decision that the rule is for, or * for all.",
                    "the decision is blank");
        return false;
    }
    if (whole_body) {
        sheet_error(&load->sheet, row, COLUMN_DECISION, "Write * for the decision.",
                    "the rule \"%s\" holds for all decisions, not only for \"%s\"",
                    rule_name(rule->kind), text);
        return false;
    }
    size_t before = load->decisions.count;
    rule->decision = spelling_of(load->sheet.arena, &load->decisions, text);
    if (rule->decision == NULL) {
        sheet_error(&load->sheet, row, COLUMN_DECISION,
                    "Write a name with letters or numerals in it, or * for all.",
                    "\"%s\" cannot be the name of a decision", text);
        return false;
    }
    if (load->decisions.count > before)
        load->first_row[before] = row;
    return true;
}

/* What names no reading: that it is the one which holds, or that there is none. A row without a
 * reading holds, and one with such a name would not. */
static bool names_no_reading(const char *folded)
{
    static const char names[] =
        "default;the default;main;main reading;in force;current;correct;the correct one;"
        "correct one;usual;normal;standard;yes;no;none;n a;na;nil;this one;actual;holds;applies;"
        "official;current reading;the default reading;default reading;correct reading;"
        "the correct reading;preferred;adopted;right;ok;x;true;false;tbc";
    return name_is_one_of(folded, names);
}

/* False when the row has a reading that it may not have. */
static bool read_reading(struct rules_load *load, const struct row *row, struct rule *rule,
                         bool no_reading)
{
    const char *text = sheet_text(&load->sheet, row, COLUMN_READING);
    if (*text == '\0')
        return true;
    if (no_reading) {
        sheet_error(&load->sheet, row, COLUMN_READING, "Leave the reading blank.",
                    "the rule \"%s\" has no alternative readings", rule_name(rule->kind));
        return false;
    }
    if (names_no_reading(text_fold(load->sheet.arena, text))) {
        sheet_error(&load->sheet, row, COLUMN_READING,
                    "A row without a reading is what holds: clear the cell where this one does. "
                    "Else say in a few words how it reads the clause.",
                    "\"%s\" does not say what is read otherwise", text);
        return false;
    }
    rule->reading = spelling_of(load->sheet.arena, &load->readings, text);
    if (rule->reading == NULL)
        sheet_error(&load->sheet, row, COLUMN_READING,
                    "Name the reading in a few words, or leave the cell blank.",
                    "\"%s\" cannot be the name of a reading", text);
    return rule->reading != NULL;
}

/* A group that is not one is reported and left out. */
static void read_group(struct rules_load *load, const struct row *row, struct rule *rule)
{
    const char *text = sheet_text(&load->sheet, row, COLUMN_GROUP);
    if (*text == '\0')
        return;
    if (rule->kind != RULE_QUORUM && rule->kind != RULE_PASSES) {
        sheet_error(&load->sheet, row, COLUMN_GROUP, "Leave the group blank.",
                    "the rule \"%s\" has no groups; only quorum and passes can be met in more "
                    "than one way",
                    rule_name(rule->kind));
        return;
    }
    rule->group = spelling_of(load->sheet.arena, &load->groups, text);
    if (rule->group == NULL)
        sheet_error(&load->sheet, row, COLUMN_GROUP,
                    "Name the alternative in a few words, or leave the cell blank.",
                    "\"%s\" cannot be the name of a group", text);
}

/* Whether a value of this rule can only be read when the body's own words are known. */
static bool needs_nouns(enum rule_kind kind)
{
    return kind == RULE_WEIGHT || kind == RULE_QUORUM || kind == RULE_PASSES ||
           kind == RULE_ELECTS || kind == RULE_REVIEW;
}

/* Reads the value. False when it is of no use; the reason is reported, but for values that are
 * unreadable only because a noun is. */
static bool read_value(struct rules_load *load, const struct row *row, struct rule *rule)
{
    struct value value = {
        .arena = load->sheet.arena,
        .kind = rule->kind,
        .text = rule->text,
        .terms = &load->rules->terms,
    };
    if (*rule->text == '\0') {
        sheet_error(&load->sheet, row, COLUMN_VALUE, rule_allowed(&value),
                    "the value of the rule \"%s\" is blank", rule_name(rule->kind));
        return false;
    }
    const char *fault = rule_keywords[rule->kind].read_value(&value, rule);
    if (fault == NULL)
        return true;
    if (load->noun_unknown && needs_nouns(rule->kind))
        return false;
    struct arena *arena = load->sheet.arena;
    const char *remedy =
        arena_format(arena, "%s%s", wording_suggestion(arena, value.text, value.meant).full,
                     rule_allowed(&value));
    sheet_error(&load->sheet, row, COLUMN_VALUE, remedy, "%s", fault);
    return false;
}

static void check_repeat_reading(struct rules_load *load, const struct row *row,
                                 const struct rule *rule)
{
    if (rule->kind == RULE_REPEAT_BALLOTS && rule->reading != NULL &&
        rule->as.repeat == REPEAT_ERROR)
        sheet_error(&load->sheet, row, COLUMN_VALUE,
                    arena_format(load->sheet.arena,
                                 "On a reading the count must come out: write %s.",
                                 rule_choices_from(load->sheet.arena, RULE_REPEAT_BALLOTS,
                                                   REPEAT_VOID_TAKES_PART)),
                    "a reading cannot make repeat ballots an error");
}

#define CLAUSE_WORDS_MOST 6 /* of a longer one, a quotation, a word says little */

/* What stands in brackets or behind the first comma or colon; without these, all of it. */
static const char *last_part(struct arena *arena, const char *clause)
{
    const char *part = clause + strcspn(clause, "(,;:");
    return text_fold(arena, *part == '\0' ? clause : part);
}

/* "From 1 April 2016", "Clause 7, until March 2015": the rule has not always held, or will not. */
static bool is_of_some_days(struct arena *arena, const char *clause)
{
    static const char begin[] = "from;until;till;since;before;after";
    static const char phrases[] =
        "effective;with effect;in force;comes into force;came into force;expires;expired";
    const char *folded = last_part(arena, clause), *year = name_last_word(folded);
    bool dated = strlen(year) == strlen("2016") && strspn(year, "0123456789") == strlen("2016") &&
                 (strncmp(year, "19", 2) == 0 || strncmp(year, "20", 2) == 0);
    return dated && (name_is_one_of(name_first_word(arena, folded), begin) ||
                     name_has_one_of(folded, phrases));
}

/* "Old constitution", "only when money is spent", "Clause 7, for budgets only": it holds no more,
 * or not for every such decision. */
static bool is_of_some_decisions(struct arena *arena, const char *clause)
{
    static const char past[] = "old;previous;former;next";
    static const char documents[] =
        "constitution;edition;version;rules;agreement;clause;text;wording";
    static const char conditions[] =
        "only if;only when;only where;only for;but only;not for;except for;except where;if agreed;"
        "optional";
    const char *folded = text_fold(arena, clause), *part = last_part(arena, clause);
    if (name_has_one_of(folded, conditions) ||
        (strncmp(part, "for ", strlen("for ")) == 0 && strcmp(name_last_word(part), "only") == 0))
        return true;
    bool is_past = false;
    while (*folded != '\0') {
        const char *word = name_take_word(arena, &folded);
        if (is_past && name_is_one_of(word, documents))
            return true;
        is_past = name_is_one_of(word, past);
    }
    return false;
}

/* "Clause 4 (repealed)", "proposed amendment": then the rule may not hold. */
static void check_in_force(const struct rules_load *load, const struct row *row,
                           const struct rule *rule)
{
    static const char words[] =
        "repealed;superseded;revoked;rescinded;deleted;abolished;obsolete;proposed;draft;"
        "withdrawn;tbc";
    static const char phrases[] =
        "not in force;not yet in force;no longer;not adopted;not approved;not yet adopted;"
        "to be agreed;to be confirmed";
    const char *clause = sheet_text(&load->sheet, row, COLUMN_CLAUSE);
    const char *folded = text_fold(load->sheet.arena, clause);
    if (rule->reading != NULL || rule->kind == RULE_NOTE ||
        name_words(folded) > CLAUSE_WORDS_MOST ||
        (strcmp(clause, "?") != 0 && !name_says_one_of(load->sheet.arena, folded, words) &&
         !name_has_one_of(folded, phrases) && !is_of_some_days(load->sheet.arena, clause) &&
         !is_of_some_decisions(load->sheet.arena, clause)))
        return;
    sheet_error(&load->sheet, row, COLUMN_CLAUSE,
                "If it does not hold, delete the row; if it holds for some decisions only, give "
                "them a kind of their own; else write where the constitution says it.",
                "\"%s\" stands here, and the rule would hold", clause);
}

/* "not stated" is a word of the table, so a capital letter in it means nothing. */
static void read_clause(struct rules_load *load, const struct row *row, struct rule *rule)
{
    static const char not_stated[] = "not stated";
    size_t length = sizeof not_stated - 1;
    const char *clause = sheet_text(&load->sheet, row, COLUMN_CLAUSE);
    if (*clause == '\0')
        return;
    rule->stated = strncasecmp(clause, not_stated, length) != 0;
    rule->unstated = rule->stated ? NULL : clause + length;
    rule->clause =
        rule->stated ? clause : arena_format(load->sheet.arena, "%s%s", not_stated, rule->unstated);
}

static void read_row(struct rules_load *load, const struct row *row, enum rule_kind kind)
{
    struct rule rule = {.kind = kind, .text = sheet_text(&load->sheet, row, COLUMN_VALUE)};
    bool known = kind != RULE_KINDS;
    bool whole_body = known && rule_keywords[kind].whole_body;
    if (!known)
        report_keyword(load, row, sheet_text(&load->sheet, row, COLUMN_RULE));
    bool placed = read_decision(load, row, &rule, whole_body);
    if (!known || !placed) {
        load->incomplete = load->incomplete || !whole_body;
        if (known)
            read_value(load, row, &rule);
        return;
    }
    placed = read_reading(load, row, &rule, whole_body || rule_keywords[kind].no_reading);
    read_group(load, row, &rule);
    bool sound = read_value(load, row, &rule);
    if (!placed)
        return;
    if (sound)
        check_repeat_reading(load, row, &rule);
    read_clause(load, row, &rule);
    check_in_force(load, row, &rule);
    rule.line = row->line;
    rule.source = &load->places[load->rules->count];
    load->places[load->rules->count] = (struct rule_source){.sheet = load->kept, .row = row};
    load->rows[load->rules->count] = rule;
    load->source[load->rules->count] = row;
    load->sound[load->rules->count] = sound;
    load->rules->count++;
}

/* The first row of the rule says a noun. False when there is none that can be read. */
static bool find_noun(struct rules_load *load, const enum rule_kind *kinds, enum rule_kind kind,
                      const char **one, const char **several)
{
    for (size_t i = 0; i < load->sheet.table.count; i++) {
        if (kinds[i] != kind)
            continue;
        const struct row *row = table_row(&load->sheet.table, i);
        bool found =
            rule_split_noun(load->sheet.arena, kind, sheet_text(&load->sheet, row, COLUMN_VALUE),
                            one, several) == NULL;
        load->noun_unknown = load->noun_unknown || !found;
        return found;
    }
    return false;
}

/* What the body calls its own must be known before the conditions can be read. */
static void find_terms(struct rules_load *load, const enum rule_kind *kinds)
{
    struct terms *terms = &load->rules->terms;
    const char *one, *several;
    if (find_noun(load, kinds, RULE_UNIT, &one, &several)) {
        terms->unit = one;
        terms->units = terms->sharers = several;
    }
    if (find_noun(load, kinds, RULE_MEASURE, &one, &several))
        terms_measure(load->sheet.arena, terms, one, several);
    for (size_t i = 0; i < load->sheet.table.count; i++)
        if (kinds[i] == RULE_LOCALITY)
            terms_locality(terms);
    load->rules->terms_known = !load->noun_unknown;
    load->rules->terms_unreadable = load->noun_unknown;
}

static void read_rows(struct rules_load *load)
{
    size_t count = load->sheet.table.count;
    struct sheet *kept = arena_alloc(load->sheet.arena, 1, sizeof *kept);
    *kept = load->sheet;
    load->kept = kept;
    enum rule_kind *kinds = arena_alloc(load->sheet.arena, count, sizeof *kinds);
    for (size_t i = 0; i < count; i++) {
        struct row row;
        table_look(&load->sheet.table, i, &row);
        kinds[i] = find_keyword(load->sheet.arena, sheet_text(&load->sheet, &row, COLUMN_RULE));
    }
    find_terms(load, kinds);
    load->rows = arena_alloc(load->sheet.arena, count, sizeof *load->rows);
    load->source = arena_alloc(load->sheet.arena, count, sizeof *load->source);
    load->places = arena_alloc(load->sheet.arena, count, sizeof *load->places);
    load->sound = arena_alloc(load->sheet.arena, count, sizeof *load->sound);
    load->first_row = arena_alloc(load->sheet.arena, count, sizeof *load->first_row);
    load->decisions.spelled = arena_alloc(load->sheet.arena, count, sizeof(const char *));
    load->decisions.folded = arena_alloc(load->sheet.arena, count, sizeof(const char *));
    load->readings.spelled = arena_alloc(load->sheet.arena, count, sizeof(const char *));
    load->readings.folded = arena_alloc(load->sheet.arena, count, sizeof(const char *));
    load->groups.spelled = arena_alloc(load->sheet.arena, count, sizeof(const char *));
    load->groups.folded = arena_alloc(load->sheet.arena, count, sizeof(const char *));
    for (size_t i = 0; i < count; i++)
        read_row(load, table_row(&load->sheet.table, i), kinds[i]);
    load->rules->rows = load->rows;
    load->rules->decisions = load->decisions.spelled;
    load->rules->decision_count = load->decisions.count;
}

/* The rules of the body as a whole: the first row of each. */
static void fill_body(struct rules *rules)
{
    const struct rule *first[RULE_KINDS] = {0};
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rows[i];
        if (first[rule->kind] == NULL)
            first[rule->kind] = rule;
    }
    if (first[RULE_BODY] != NULL)
        rules->body = first[RULE_BODY]->text;
    if (first[RULE_EDITION] != NULL)
        rules->edition = first[RULE_EDITION]->text;
    if (first[RULE_ROLL] != NULL)
        rules->roll = first[RULE_ROLL]->text;
    rules->roll_named = first[RULE_ROLL] != NULL;
    rules->locality = first[RULE_LOCALITY];
    rules->governing_body_votes = first[RULE_GOVERNING_BODY_VOTES];
    rules->governing_body_total = first[RULE_GOVERNING_BODY_TOTAL];
    rules->review_by = first[RULE_REVIEW_BY];
    rules->review_interests = first[RULE_REVIEW_INTERESTS];
}

/* The checks compare rows and try readings, so a table must stay within reason for them. */
static bool is_too_large(struct rules_load *load)
{
    const char *what = NULL, *remedy = NULL;
    size_t count = 0;
    if (load->sheet.table.count > RULES_ROWS_MOST) {
        count = load->sheet.table.count;
        what = "rows, and a table of rules has at most 5,000";
        remedy = "Check that it is the file that you meant.";
    } else if (load->decisions.count > RULES_DECISIONS_MOST) {
        count = load->decisions.count;
        what = "kinds of decision, and at most 200 are accepted";
        remedy = "Check what stands in the column \"decision\".";
    } else if (load->readings.count > RULES_READINGS_MOST) {
        count = load->readings.count;
        what = "alternative readings, and at most 200 are accepted";
        remedy = "Check what stands in the column \"reading\".";
    }
    if (what != NULL)
        diag_refuse(load->sheet.diag, load->sheet.table.file, remedy, "has %s %s",
                    number_grouped(load->sheet.arena, (int64_t)count), what);
    return what != NULL;
}

/* A text in a column that no rule reads may be what decides: the first of each column is told. */
static void refuse_other_columns(struct rules_load *load)
{
    const struct table *table = &load->sheet.table;
    for (size_t at = 0; at < table->header.count; at++)
        for (size_t i = 0; load->sheet.columns.unused[at] && i < table->count; i++) {
            if (*table_cell(table, i, at)->text == '\0')
                continue;
            diag_add(load->sheet.diag, SEVERITY_ERROR,
                     sheet_cell_place(&load->sheet, table_row(table, i), at),
                     "What decides is a rule of its own; what is to be printed with the verdict "
                     "is the rule note, and where it stands the column clause. Then delete the "
                     "column.",
                     "a text stands in a column that no rule is read from");
            break;
        }
}

bool load_rules(struct arena *arena, struct diag *diag, struct bytes bytes, struct rules *rules,
                size_t *rows)
{
    size_t errors_before = diag->errors;
    if (bytes.made != NULL && bytes.made->of == bytes.bytes && bytes.made->rules != NULL) {
        bytes.made->rules(arena, bytes, rules);
        if (rows != NULL)
            *rows = bytes.made->rows;
        return true;
    }
    *rules = (struct rules){
        .file = bytes.name,
        .roll = "practices.csv",
        .terms = terms_default,
    };
    struct rules_load load = {.sheet = {.arena = arena, .diag = diag}, .rules = rules};
    bool found = sheet_read(&load.sheet, bytes, rules_columns, RULES_COLUMNS);
    load.incomplete = diag->errors > errors_before;
    if (rows != NULL)
        *rows = load.sheet.table.count;
    if (!found || is_too_large(&load))
        return false;
    refuse_other_columns(&load);
    read_rows(&load);
    fill_body(rules);
    if (is_too_large(&load))
        return false;
    rules_check(&load);
    return diag->errors == errors_before;
}

/* Of a bundled table, which was read when the program was built, and is sound. */
static struct rule_source read_again(struct arena *arena, const struct rule *rule)
{
    struct diag diag = {.arena = arena};
    struct sheet *sheet = arena_alloc(arena, 1, sizeof *sheet);
    *sheet = (struct sheet){.arena = arena, .diag = &diag};
    (void)sheet_read(sheet, rule->source->table, rules_columns, RULES_COLUMNS);
    size_t at = 0;
    while (table_row(&sheet->table, at)->line != rule->line)
        at++;
    return (struct rule_source){.sheet = sheet, .row = table_row(&sheet->table, at)};
}

struct place rule_place(struct arena *arena, const struct rule *rule, enum rule_cell cell)
{
    static const enum rules_column columns[] = {
        [RULE_CELL_VALUE] = COLUMN_VALUE,
        [RULE_CELL_DECISION] = COLUMN_DECISION,
        [RULE_CELL_READING] = COLUMN_READING,
        [RULE_CELL_CLAUSE] = COLUMN_CLAUSE,
    };
    const struct rule_source source =
        rule->source->sheet == NULL ? read_again(arena, rule) : *rule->source;
    return columns_place(arena, &source.sheet->table, &source.sheet->columns, source.row,
                         columns[cell]);
}
