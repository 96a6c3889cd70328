/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* Votes that stand in more columns than one: a column for each motion, or for each word. */

static bool is_heading_of_any(const struct ballots_load *load, const struct column *wanted,
                              size_t cell)
{
    const struct heading *heading = &load->headings[cell];
    for (size_t i = 0; i < BALLOT_COLUMNS; i++)
        if (heading_is_of(heading, &wanted[i]) || heading_is_of_others(heading, &wanted[i]))
            return true;
    return *heading->folded == '\0';
}

/* Whether all filled cells are votes, of which there are some; and whether one of them is a word
 * that no attendance has. Where `marked` is there ticks and crosses may be votes too, and make it
 * true. */
static bool all_are_votes(const struct ballots_load *load, size_t cell, bool *plain, bool *marked)
{
    const struct table *table = &load->sheet.table;
    bool any = false, *seen = arena_alloc(load->scratch, table->word_count, sizeof *seen);
    *plain = false;
    uint32_t words[TABLE_BLOCK] = {0}; /* of the block that the row is in */
    for (size_t i = 0; i < table->count; i++) {
        if (i % TABLE_BLOCK == 0)
            table_unpack(table, i / TABLE_BLOCK, cell, words);
        const struct cell *at = &table->texts[words[i % TABLE_BLOCK]];
        const char *text = at->text;
        enum vote vote;
        if (at->length == 0 || seen[at->word])
            continue;
        seen[at->word] = true;
        enum presence presence = presence_read(load->sheet.arena, text);
        any = true;
        if (vote_read(load->sheet.arena, ballots_meaning(load, COLUMN_VOTE, text), &vote))
            *plain = *plain || presence == PRESENCE_UNTOLD;
        else if (marked != NULL && presence_is_mark(presence))
            *marked = true;
        else
            return false;
    }
    return any;
}

bool ballots_holds_votes(const struct ballots_load *load, size_t cell)
{
    bool plain;
    return all_are_votes(load, cell, &plain, NULL) && plain;
}

bool ballots_may_hold_votes(const struct ballots_load *load, size_t cell)
{
    bool plain;
    return all_are_votes(load, cell, &plain, NULL);
}

/* --- The whole --- */

bool ballots_is_vote(const struct ballots_load *load, size_t cell)
{
    for (size_t i = 0; i < load->motion_count; i++)
        if (load->motion_cells[i] == cell)
            return true;
    for (size_t i = 0; load->question_cells != NULL && i < load->motion_count; i++)
        if (load->question_cells[i] == cell)
            return true;
    for (size_t i = 0; i < load->word_count; i++)
        if (load->words[i] == cell)
            return true;
    for (size_t i = 0; i < load->side_count; i++)
        if (load->sides[i].cell == cell)
            return true;
    return false;
}

bool ballots_is_unread(const struct ballots_load *load, size_t cell)
{
    return columns_at(&load->sheet.columns, cell) == COLUMN_NONE && !ballots_is_told(load, cell) &&
           !ballots_is_vote(load, cell);
}

bool ballots_votes_on_another(const struct ballots_load *load, const struct row *row)
{
    for (size_t i = 0; i < load->motion_count; i++)
        if (row_cell(row, load->motion_cells[i])->length > 0)
            return true;
    for (size_t i = 0; i < load->passed_motion_count; i++)
        if (row_cell(row, load->passed_motions[i])->length > 0)
            return true;
    return false;
}

bool ballots_is_mapped_vote(const struct ballots_load *load, size_t cell)
{
    const struct column_names *names = &load->reading->columns;
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->names[i].column, "vote") == 0 &&
            text_same(load->sheet.arena, names->names[i].heading,
                      sheet_heading(&load->sheet, cell)))
            return true;
    return false;
}

/* The columns are read by their place: their headings are of nothing else. */
static void take(struct ballots_load *load, struct column *wanted, const size_t *cells,
                 size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *folded = load->headings[cells[i]].folded;
        for (size_t column = 0; column < BALLOT_COLUMNS; column++)
            wanted[column].others =
                wanted[column].others == NULL
                    ? folded
                    : arena_format(load->sheet.arena, "%s;%s", wanted[column].others, folded);
    }
    wanted[COLUMN_VOTE].mapped = NULL;
    wanted[COLUMN_VOTE].required = false;
}

static void note_motions(struct ballots_load *load)
{
    const char **names = arena_alloc(load->sheet.arena, load->motion_count, sizeof *names);
    for (size_t i = 0; i < load->motion_count; i++)
        names[i] = arena_format(load->sheet.arena, "\"%s\"",
                                sheet_heading(&load->sheet, load->motion_cells[i]));
    const char **note =
        ARENA_PUSH(load->sheet.arena, load->notes, load->note_count, load->note_capacity);
    *note = arena_format(
        load->sheet.arena,
        "The file has a column for each of %zu motions: %s. Who left one blank and "
        "voted on another did not vote on it.",
        load->motion_count, text_list(load->sheet.arena, names, load->motion_count, "and"));
}

/* What the marks of a column mean if it says how they voted. Each is asked about once. In an
 * election they name nobody, and of secret votes none is told. */
static void ask_for_marks(struct ballots_load *load, size_t cell)
{
    size_t count;
    const struct column_text *texts =
        table_texts(load->sheet.arena, &load->sheet.table, cell, &count);
    if (load->usual != NULL && (load->usual->secret || load->usual->is_election))
        return;
    for (size_t i = 0; i < count; i++) {
        const char *text = texts[i].cell->text;
        if (presence_is_mark(presence_read(load->sheet.arena, text)) &&
            ballots_meaning(load, COLUMN_VOTE, text) == text)
            ballots_ask_about_mark(load, table_row(&load->sheet.table, texts[i].first), cell);
    }
}

/* What may be a motion, or one more, is asked about: its votes would be passed over. */
static void ask_for_motion(struct ballots_load *load, size_t cell)
{
    struct arena *arena = load->sheet.arena;
    struct diag_answer *answers = arena_alloc(arena, 3, sizeof *answers);
    struct wording all = ballots_column_option(load, "vote", cell);
    for (size_t i = load->motion_count; i-- > 0;)
        all = WORDING(arena, "%s %s", ballots_column_option(load, "vote", load->motion_cells[i]),
                      all);
    bool more = load->motion_count > 0, plain, marked = false;
    (void)all_are_votes(load, cell, &plain, &marked);
    answers[0] = (struct diag_answer){
        wording_public(more ? "it is one more motion" : "it says how they voted"), all};
    answers[1] = (struct diag_answer){wording_public("it says who was there"),
                                      ballots_column_option(load, COLUMN_NAME_PRESENT, cell)};
    answers[2] = (struct diag_answer){wording_public("it says neither"),
                                      ballots_column_option(load, COLUMN_NAME_NONE, cell)};
    const char *what = arena_format(arena, "this column of %s may %s who was there",
                                    marked ? "marks" : "yes and no",
                                    more ? "be one more motion, or say" : "say how they voted, or");
    ballots_ask_about(load, cell, what,
                      (struct diag_question){wording_public("What does it say?"), answers, 3});
    ask_for_marks(load, cell);
}

/* Two columns of one motion would be two votes of each member on it. */
static bool are_apart(const struct ballots_load *load)
{
    const struct row *header = &load->sheet.table.header;
    for (size_t i = 1; i < load->motion_count; i++)
        for (size_t j = 0; j < i; j++)
            if (text_same(load->sheet.arena, row_cell(header, load->motion_cells[i])->text,
                          row_cell(header, load->motion_cells[j])->text)) {
                ballots_report_cell(
                    load, header, load->motion_cells[i],
                    wording_public("Each motion has a heading of its own. Tell them "
                                   "apart by a word or a number."),
                    wording_public("two columns of votes are headed alike"));
                return false;
            }
    return true;
}

/* False, with an error, where one of the questions of a poll is asked for by its column: all of
 * them are read, each from the columns that the poll has it in. */
static bool none_is_asked_for(const struct ballots_load *load)
{
    const struct column_names *names = &load->reading->columns;
    for (size_t i = 0; i < names->count; i++)
        if (names->names[i].wanted && strcmp(names->names[i].column, "vote") == 0) {
            diag_add_wording(
                load->sheet.diag, SEVERITY_ERROR,
                (struct place){.file = load->file, .line = load->sheet.table.header.line},
                wording_public(
                    "Leave it out: every question of the poll is a motion, and counted."),
                wording_public(arena_format(load->sheet.arena,
                                            "the column \"%s\" is given for the vote, and the "
                                            "poll has several questions",
                                            names->names[i].heading)));
            return false;
        }
    return true;
}

/* What each column of a file without one of votes may be. */
struct candidates_for_votes {
    size_t *told, *seen, *unclear, *words;
    size_t told_count, seen_count, unclear_count, word_count;
    bool has_vote, has_column; /* of votes or motions; of votes, or of their numbers */
};

static struct candidates_for_votes look_through(const struct ballots_load *load,
                                                const struct column *wanted)
{
    const struct row *header = &load->sheet.table.header;
    struct candidates_for_votes may = {0};
    size_t **lists[] = {&may.told, &may.seen, &may.unclear, &may.words};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        *lists[i] = arena_alloc(load->sheet.arena, header->count, sizeof(size_t));
    bool votes = ballots_has_heading(load, &wanted[COLUMN_VOTE], NULL);
    may.has_vote = votes || ballots_has_heading(load, &wanted[COLUMN_MOTION], NULL);
    may.has_column = votes || ballots_has_heading(load, &wanted[COLUMN_VOTES], NULL);
    for (size_t i = 0; i < header->count; i++)
        may.told_count += ballots_is_mapped_vote(load, i);
    if (may.has_vote && may.told_count == 0) /* then no cell needs to be looked at */
        return may;
    may.told_count = 0;
    for (size_t i = 0; i < header->count; i++) {
        bool plain, marked = false;
        enum vote vote;
        if (ballots_is_mapped_vote(load, i))
            may.told[may.told_count++] = i;
        else if (!ballots_is_vote(load, i) && ballots_headed_vote(load, i, &vote))
            may.words[may.word_count++] = i;
        else if (!is_heading_of_any(load, wanted, i) && all_are_votes(load, i, &plain, &marked))
            *(plain ? &may.seen[may.seen_count++] : &may.unclear[may.unclear_count++]) = i;
    }
    return may;
}

static void ask_for_motions(struct ballots_load *load, const struct candidates_for_votes *may)
{
    for (size_t i = 0; i < may->unclear_count; i++)
        ask_for_motion(load, may->unclear[i]);
}

static bool take_sides(struct ballots_load *load, struct column *wanted,
                       const struct candidates_for_votes *may)
{
    size_t *cells = arena_alloc(load->sheet.arena, load->side_count, sizeof *cells);
    for (size_t i = 0; i < load->side_count; i++)
        cells[i] = load->sides[i].cell;
    take(load, wanted, cells, load->side_count);
    return ballots_sides_alone(load, may->has_column || may->told_count + may->word_count > 0);
}

static bool take_motions(struct ballots_load *load, struct column *wanted,
                         const struct candidates_for_votes *may, bool told)
{
    load->motion_cells = told ? may->told : may->seen;
    load->motion_count = told ? may->told_count : may->seen_count;
    if (!told)
        ask_for_motions(load, may);
    take(load, wanted, load->motion_cells, load->motion_count);
    note_motions(load);
    return are_apart(load) &&
           (told || (!ballots_columns_are_takes(load) && may->unclear_count == 0));
}

static void take_words(struct ballots_load *load, struct column *wanted,
                       const struct candidates_for_votes *may)
{
    load->words = may->words;
    load->word_count = may->word_count;
    load->word_votes = arena_alloc(load->sheet.arena, may->word_count, sizeof(enum vote));
    for (size_t i = 0; i < may->word_count; i++)
        (void)ballots_headed_vote(load, may->words[i], &load->word_votes[i]);
    take(load, wanted, may->words, may->word_count);
}

bool ballots_find_side_by_side(struct ballots_load *load, struct column *wanted)
{
    if (load->question_count > 1) {
        ballots_find_questions(load);
        take(load, wanted, load->motion_cells, load->motion_count);
        take(load, wanted, load->question_cells, load->motion_count);
        return none_is_asked_for(load);
    }
    if (!ballots_find_sides(load))
        return false;
    struct candidates_for_votes may = look_through(load, wanted);
    if (load->side_count > 0)
        return take_sides(load, wanted, &may);
    bool told = may.told_count > 1;
    if (told || (!may.has_vote && may.seen_count > 1))
        return take_motions(load, wanted, &may, told);
    bool lacking = !may.has_vote && may.told_count == 0 && may.word_count < 2;
    if (lacking && wanted[COLUMN_VOTE].required && may.seen_count == 0 && may.unclear_count > 0) {
        ask_for_motions(load, &may);
        return false;
    }
    if (may.told_count == 1) { /* who answers the others only was there all the same */
        load->passed_motions = may.seen;
        load->passed_motion_count = may.seen_count;
    }
    if (!may.has_vote && may.word_count > 1)
        take_words(load, wanted, &may);
    return true;
}

void ballots_turn_to_motion(struct ballots_load *load, size_t number)
{
    load->turned = number;
    if (load->question_cells != NULL) {
        load->sheet.columns.at[COLUMN_VOTE] = load->motion_cells[number];
        load->sheet.columns.at[COLUMN_MOTION] = load->question_cells[number];
    } else if (load->motion_count > 0) {
        load->sheet.columns.at[COLUMN_VOTE] = load->motion_cells[number];
        load->motion = sheet_heading(&load->sheet, load->motion_cells[number]);
    } else if (load->word_count > 0) {
        load->sheet.columns.at[COLUMN_VOTE] = load->words[0];
    } else if (load->side_count > 0) {
        load->sheet.columns.at[COLUMN_VOTE] = load->sides[0].cell;
    }
}

bool ballots_ends_before(const struct ballots_load *load, const struct row *row, size_t number)
{
    return number > 0 && load->question_cells != NULL &&
           row_cell(row, load->question_cells[number])->length == 0 &&
           row_cell(row, load->motion_cells[number])->length == 0;
}
