/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "ballots_internal.h"
#include "quorate/text.h"

/* ballots.csv, from bytes to struct ballot_box. */

/* Microsoft Forms ends a choice with a semicolon, where several could have been ticked. */
static const char *only_choice(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    if (length == 0 || text[length - 1] != ';' || memchr(text, ';', length - 1) != NULL)
        return text;
    return text_trim(arena, arena_copy(arena, text, length - 1));
}

const char *ballots_cell(const struct ballots_load *load, const struct row *row,
                         enum ballot_column column)
{
    const char *text = columns_text(&load->columns, row, column);
    return column == COLUMN_REASON ? text : only_choice(load->arena, text);
}

bool ballots_have(const struct ballots_load *load, enum ballot_column column)
{
    return load->columns.at[column] != COLUMN_NONE;
}

/* --- Decisions --- */

/* What is known of the decision of this name; NULL when the rules know none. */
static const struct decision *look_up(struct ballots_load *load, const char *name)
{
    const struct rules *rules = load->reading->rules;
    const char *spelled = rules_decision(load->arena, rules, name);
    if (spelled == NULL)
        return NULL;
    size_t i = 0;
    while (i < rules->decision_count && strcmp(rules->decisions[i], spelled) != 0)
        i++;
    assert(load->decisions != NULL && i < rules->decision_count); /* prepare_decisions */
    struct decision *decision = &load->decisions[i];
    if (decision->name == NULL) {
        struct ruleset set = rules_resolve(load->arena, rules, spelled, NULL, 0);
        decision->name = spelled;
        decision->is_election = set.is_election;
        decision->secret = set.one[RULE_SECRECY]->as.secret;
        decision->voters = set.one[RULE_VOTERS]->as.roles;
    }
    return decision;
}

static void prepare_decisions(struct ballots_load *load)
{
    const struct rules *rules = load->reading->rules;
    if (rules == NULL)
        return;
    load->decisions = arena_alloc(load->arena, rules->decision_count, sizeof *load->decisions);
    if (load->reading->decision != NULL)
        load->usual = look_up(load, load->reading->decision);
    else if (rules->decision_count == 1)
        load->usual = look_up(load, rules->decisions[0]);
}

const struct decision *ballots_decision(struct ballots_load *load, const struct row *row)
{
    const char *text = ballots_cell(load, row, COLUMN_DECISION);
    if (*text == '\0' || load->reading->rules == NULL)
        return load->usual;
    if (load->last_decision == NULL || strcmp(load->last_decision, text) != 0) {
        load->last_decision = text;
        load->last_answer = look_up(load, text);
    }
    return load->last_answer;
}

/* --- Secrecy --- */

static bool any_is_secret(struct ballots_load *load)
{
    const struct rules *rules = load->reading->rules;
    for (size_t i = 0; i < rules->decision_count; i++) {
        const struct decision *decision = look_up(load, rules->decisions[i]);
        if (decision != NULL && decision->secret)
            return true;
    }
    return false;
}

/*
 * Whether messages must keep the rows to themselves: when a row is of a secret decision, or it
 * cannot be told of what and it might be. `whole`: no row was left out.
 */
static bool holds_secrets(struct ballots_load *load, bool whole)
{
    if (load->reading->show_ballots)
        return false;
    if (load->reading->rules == NULL)
        return true;
    if (load->reading->discreet && any_is_secret(load))
        return true;
    bool by_row = load->columns.wanted != NULL && ballots_have(load, COLUMN_DECISION);
    if (!by_row)
        return load->usual != NULL ? load->usual->secret : any_is_secret(load);
    bool told = whole;
    for (size_t i = 0; i < load->table.count; i++) {
        const struct decision *decision = ballots_decision(load, &load->table.rows[i]);
        told = told && decision != NULL;
        if (decision != NULL && decision->secret)
            return true;
    }
    return !told && any_is_secret(load);
}

struct place ballots_place(const struct ballots_load *load, const struct row *row)
{
    enum ballot_column column =
        *ballots_cell(load, row, COLUMN_PRACTICE) != '\0' ? COLUMN_PRACTICE : COLUMN_CODE;
    return columns_place(load->arena, &load->table, &load->columns, row, column);
}

static bool names_a_member(const struct ballots_load *load, const char *heading)
{
    const struct roll *roll = load->reading->roll;
    return roll != NULL && (roll_find_folded(roll, text_fold(load->arena, heading)) != NULL ||
                            roll_suggest(load->arena, roll, heading) != NULL);
}

/* A file without a header has its first ballot for one, and a quotation mark left open in a heading
 * can have taken ballots into it. */
static bool may_hold_a_ballot(const struct ballots_load *load)
{
    const struct row *header = &load->table.header;
    bool *known = arena_alloc(load->arena, header->count, sizeof *known);
    bool any_known = false, of_member = false;
    for (size_t i = 0; i < load->columns.count; i++)
        if (load->columns.at[i] != COLUMN_NONE)
            any_known = known[load->columns.at[i]] = true;
    for (size_t i = 0; i < header->count; i++)
        of_member = of_member || (!known[i] && names_a_member(load, header->cells[i].text));
    return !any_known || of_member || memchr(header->bytes, '\n', header->length) != NULL;
}

/* Problems that were found already and those to come. */
static void keep_secret(const struct ballots_load *load, const char *file)
{
    bool no_heading = load->columns.wanted == NULL || may_hold_a_ballot(load);
    diag_keep_secret(load->diag, file, no_heading ? 1 : load->table.header.line + 1);
}

/* --- The whole --- */

static void index_candidates(struct ballots_load *load)
{
    const struct candidate_list *list = load->reading->candidates;
    size_t most = 0;
    for (size_t i = 0; list != NULL && i < list->count; i++)
        most += list->candidates[i].folded_count;
    load->spelled = arena_alloc(load->arena, most, sizeof *load->spelled);
    for (size_t i = 0; list != NULL && i < list->count; i++)
        for (size_t j = 0; j < list->candidates[i].folded_count; j++)
            load->spelled[name_index_add(&load->spellings, list->candidates[i].folded[j])] = i;
}

static void read_rows(struct ballots_load *load, struct ballot_box *box, size_t errors)
{
    const struct rules *rules = load->reading->rules;
    index_candidates(load);
    for (size_t i = 0; i < load->table.count; i++)
        ballots_read_row(load, &load->table.rows[i]);
    if (load->table.count == 0 && load->diag->errors == errors)
        diag_add_wording(
            load->diag, SEVERITY_ERROR, (struct place){.file = load->table.file},
            WORDING(load->arena, "Add a row for each %s that %s.", wording_public(load->unit),
                    wording_public(load->reading->attendance ? "is there" : "voted")),
            wording_public(load->reading->attendance ? "has no rows" : "has no ballots"));
    if (load->doubt != NULL)
        polls_doubt_all(load, load->doubt);
    polls_warn_of_close_names(load);
    polls_finish(load, box);
    box->decision_missing =
        rules != NULL && load->usual == NULL && !ballots_have(load, COLUMN_DECISION);
}

bool load_ballots(struct arena *arena, struct diag *diag, struct bytes bytes,
                  const struct ballot_reading *reading, struct ballot_box *box)
{
    size_t errors = diag->errors;
    const struct rules *rules = reading->rules;
    struct ballots_load load = {
        .arena = arena,
        .diag = diag,
        .reading = reading,
        .unit = rules != NULL && rules->unit != NULL ? rules->unit : "practice",
        .units = rules != NULL && rules->units != NULL ? rules->units : "practices",
        .spellings = {.arena = arena},
        .motions = {.arena = arena},
    };
    *box = (struct ballot_box){.file = bytes.name};
    prepare_decisions(&load);
    bool has_columns = !columns_below_a_title(arena, diag, bytes, ballots_wanted(&load),
                                              ballots_wanted_count(&load)) &&
                       table_read(arena, diag, bytes, &load.table) && ballots_find_columns(&load);
    if (holds_secrets(&load, diag->errors == errors))
        keep_secret(&load, bytes.name);
    if (has_columns)
        read_rows(&load, box, errors);
    return diag->errors == errors;
}
