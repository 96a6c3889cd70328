/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/ratio.h"

/* ballots.csv, from bytes to struct ballot_box. */

/* --- Secrecy --- */

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
    if (load->reading->discreet && ballots_any_is_secret(load))
        return true;
    bool by_row = load->sheet.columns.wanted != NULL && sheet_has(&load->sheet, COLUMN_DECISION);
    if (!by_row)
        return load->usual != NULL ? load->usual->secret : ballots_any_is_secret(load);
    bool told = whole;
    for (size_t i = 0; i < load->sheet.table.count; i++) {
        struct row row;
        table_look(&load->sheet.table, i, &row);
        const struct decision *decision = ballots_decision(load, &row);
        told = told && decision != NULL;
        if (decision != NULL && decision->secret)
            return true;
    }
    return !told && ballots_any_is_secret(load);
}

static bool names_a_member(const struct ballots_load *load, const char *heading)
{
    const struct roll *roll = load->reading->roll;
    struct roll_clash clash;
    return roll != NULL && (roll_find(load->sheet.arena, roll, heading, &clash) != NULL ||
                            roll_suggest(load->sheet.arena, roll, heading) != NULL);
}

/* A file without a header has its first ballot for one, and a quotation mark left open in a heading
 * can have taken ballots into it. */
static bool may_hold_a_ballot(const struct ballots_load *load)
{
    const struct row *header = &load->sheet.table.header;
    bool *known = arena_alloc(load->sheet.arena, header->count, sizeof *known);
    bool any_known = false, of_member = false;
    for (size_t i = 0; i < load->sheet.columns.count; i++)
        if (load->sheet.columns.at[i] != COLUMN_NONE)
            any_known = known[load->sheet.columns.at[i]] = true;
    for (size_t i = 0; i < header->count; i++)
        of_member = of_member || (!known[i] && names_a_member(load, row_cell(header, i)->text));
    return !any_known || of_member || load->passed_over ||
           memchr(header->bytes, '\n', header->length) != NULL;
}

/* Problems that were found already and those to come. */
static void keep_secret(const struct ballots_load *load, const char *file)
{
    bool no_heading = load->sheet.columns.wanted == NULL || may_hold_a_ballot(load);
    diag_keep_secret(load->sheet.diag, file, no_heading ? 1 : load->sheet.table.header.line + 1);
}

/* --- The whole --- */

static void index_post(struct ballots_load *load, const struct post *post, struct post_names *names)
{
    size_t most = 0;
    for (size_t i = 0; i < post->count; i++)
        most += post->candidates[i].folded_count;
    names->spellings.arena = load->sheet.arena;
    names->spelled = arena_alloc(load->sheet.arena, most, sizeof *names->spelled);
    for (size_t i = 0; i < post->count; i++)
        for (size_t j = 0; j < post->candidates[i].folded_count; j++)
            names->spelled[name_index_add(&names->spellings, post->candidates[i].folded[j])] = i;
}

static void index_candidates(struct ballots_load *load)
{
    const struct candidate_list *list = load->reading->candidates;
    if (list == NULL)
        return;
    load->posts = arena_alloc(load->sheet.arena, list->post_count, sizeof *load->posts);
    for (size_t i = 0; i < list->post_count; i++)
        index_post(load, &list->posts[i], &load->posts[i]);
}

/* A candidate's name is a vote, whatever anybody says. */
static void refuse_answers_of_candidates(const struct ballots_load *load)
{
    const struct answers *answers = load->reading->answers;
    for (size_t i = 0; answers != NULL && i < answers->count; i++)
        if (!answers->answers[i].is_role && ballots_is_candidate(load, answers->answers[i].folded))
            diag_add_wording(
                load->sheet.diag, SEVERITY_ERROR, (struct place){.file = load->sheet.table.file},
                wording_public("Take the answer back (--answer, answers.csv): who is voted for is "
                               "written by name."),
                WORDING(load->sheet.arena, "\"%s\" is a candidate, and is said to mean %s",
                        wording_public(answers->answers[i].text),
                        wording_public(answers->answers[i].means)));
}

/* Whether there is any row, and in a vote any but those of people who represent nobody. */
static bool has_rows(const struct ballots_load *load)
{
    size_t ballots = 0, others = 0;
    for (size_t i = 0; i < load->draft_count; i++) {
        ballots += load->drafts[i].slips.count;
        others += load->drafts[i].other_count;
    }
    return load->sheet.table.count > 0 && (load->is_list || ballots > 0 || others == 0);
}

/* Of one vote. A program's list of who joined has several rows of somebody whose line was bad. */
#define ROWS_OF_MEMBER_MOST ((size_t)100)
#define ROWS_LEAST          ((size_t)1000)

size_t ballots_rows_most(const struct roll *roll)
{
    size_t members = roll == NULL ? 0 : roll->count;
    return ROWS_OF_MEMBER_MOST * members > ROWS_LEAST ? ROWS_OF_MEMBER_MOST * members : ROWS_LEAST;
}

/* A member votes on a thousand motions in so many bytes. */
#define BYTES_OF_MEMBER_MOST ((size_t)64 << 10)
#define BYTES_LEAST          ((size_t)8 << 20)
#define BYTES_OF_ANY_MOST    ((size_t)32 << 20)

size_t ballots_bytes_most(const struct roll *roll)
{
    if (roll == NULL)
        return BYTES_OF_ANY_MOST;
    size_t most = roll->count * BYTES_OF_MEMBER_MOST;
    return most > BYTES_LEAST ? most : BYTES_LEAST;
}

void ballots_refuse_alike(struct diag *diag, struct place place, size_t most)
{
    diag_stop(diag, place, BALLOTS_COPIED,
              arena_format(diag->arena, "has more than %s rows that say the same",
                           number_grouped(diag->arena, (int64_t)most)));
}

/* Whether the row is still read. */
static bool goes_on(const struct ballots_load *load, const struct row *row)
{
    bool full = diag_is_full(load->sheet.diag);
    if (full)
        table_stop(
            load->sheet.diag,
            (struct place){.file = load->sheet.table.file, .line = row->line, .row = row->row});
    return !load->too_many && !full;
}

static void read_each_row(struct ballots_load *load)
{
    size_t motions = load->motion_count == 0 ? 1 : load->motion_count;
    load->polls_turned = arena_alloc(load->scratch, motions, sizeof *load->polls_turned);
    for (size_t i = 0; i < motions; i++)
        load->polls_turned[i] = POLL_NEW;
    ballots_find_remarks(load);
    load->kinds = kinds_new(load);
    struct table_walk walk = table_walk(load->scratch, &load->sheet.table);
    while (table_next(&walk) && goes_on(load, &walk.row))
        ballots_read_row(load, &walk.row);
}

static void read_rows(struct ballots_load *load, struct ballot_box *box, size_t errors)
{
    const struct rules *rules = load->reading->rules;
    index_candidates(load);
    refuse_answers_of_candidates(load);
    read_each_row(load);
    if (load->sheet.table.cut_short && !load->too_many)
        ballots_refuse_alike(load->sheet.diag, (struct place){.file = load->sheet.table.file},
                             load->rows_most);
    if (!has_rows(load) && load->sheet.diag->errors == errors)
        diag_add_wording(
            load->sheet.diag, SEVERITY_ERROR, (struct place){.file = load->sheet.table.file},
            WORDING(load->sheet.arena, "Add a row for each %s that %s.", wording_public(load->unit),
                    wording_public(load->is_list ? "is there" : "voted")),
            wording_public(load->is_list ? "has no rows" : "has no ballots"));
    ballots_look_for_copies(load);
    (void)ballots_motions_are_takes(load);
    box->several_untold = ballots_ask_about_several_votes(load);
    ballots_look_at_order(load);
    if (load->doubt != NULL)
        polls_doubt_all(load, load->doubt);
    ballots_warn_of_others(load);
    for (size_t i = 0; i < load->note_count; i++)
        polls_doubt_all(load, load->notes[i]);
    polls_warn_of_posts(load);
    polls_name_candidates(load);
    polls_compare_names(load);
    if (load->sheet.diag->errors == errors) {
        ballots_hold_titles(load);
        if (load->sheet.diag->errors == errors) /* else they are told of both sides already */
            ballots_hold_numbers(load);
        ballots_hold_claims(load);
        ballots_hold_candidates(load);
        ballots_hold_closing(load);
        ballots_hold_short_names(load);
        if (load->sheet.diag->errors == errors) /* likewise */
            ballots_hold_absences(load);
        ballots_look_for_earlier(load);
    }
    polls_finish(load, box);
    if (load->sheet.diag->errors == errors)
        ballots_find_stated(load, box);
    box->decision_missing =
        rules != NULL && load->usual == NULL && !sheet_has(&load->sheet, COLUMN_DECISION);
}

bool load_ballots(struct arena *arena, struct diag *diag, struct bytes bytes,
                  const struct ballot_reading *reading, struct ballot_box *box)
{
    size_t errors = diag->errors;
    const struct rules *rules = reading->rules;
    struct ballots_load load = {
        .sheet = {.arena = arena, .diag = diag},
        .scratch = arena_part(arena),
        .read = ballots_words_new(arena),
        .reading = reading,
        .file = bytes.name,
        .is_list = reading->attendance,
        .unit = rules != NULL && rules->terms.unit != NULL ? rules->terms.unit : "practice",
        .units = rules != NULL && rules->terms.units != NULL ? rules->terms.units : "practices",
        .asked = {.arena = arena},
        .motions = {.arena = arena},
        .sayings = sayings_new(arena, reading->roll == NULL ? NULL : reading->roll->members),
        .rows_most = ballots_rows_most(reading->roll),
    };
    *box = (struct ballot_box){.file = bytes.name};
    ballots_prepare_decisions(&load);
    bool has_table = ballots_pass_over(&load, &bytes) &&
                     table_read_within(arena, diag, bytes, load.rows_most, &load.sheet.table);
    arena_free(bytes.own); /* they are as much again as all that becomes of them */
    if (has_table) {
        ballots_pass_second_headings(&load);
        ballots_read_headings(&load);
    }
    bool has_columns = has_table && ballots_find_columns(&load);
    if (holds_secrets(&load, diag->errors == errors))
        keep_secret(&load, bytes.name);
    box->is_list = load.is_list;
    if (has_columns) {
        const size_t *at = load.sheet.columns.at;
        box->named_in[0] = at[load.by_address ? COLUMN_EMAIL : COLUMN_PRACTICE];
        box->named_in[1] = load.by_address ? COLUMN_NONE : at[COLUMN_CODE];
        read_rows(&load, box, errors);
    }
    struct table *table = arena_alloc(arena, 1, sizeof *table);
    *table = load.sheet.table;
    box->table = table;
    if (load.sheet.columns.unused != NULL)
        columns_warn_of_unused(arena, diag, &load.sheet.table, &load.sheet.columns);
    arena_free(load.scratch);
    return diag->errors == errors;
}
