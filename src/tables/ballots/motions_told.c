/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/stated.h"
#include "quorate/text.h"

/* Of which of several motions a piece of a line is: "Budget: 4 for, 1 against; Plan: 3-2". */

#define PIECE_MOST     ((size_t)512) /* bytes of one that is looked through for names */
#define NAME_FOR_SURE  ((size_t)3)   /* letters: a shorter one, "A", is a word too */
#define STANDS_FOR_ONE "result"      /* what is said of a motion is what came of it */

static bool is_letter(char byte)
{
    return (unsigned char)byte >= 0x80 || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

/* Whether a word begins or ends there. */
static bool is_edge(const char *text, size_t at)
{
    return is_letter(text[at]) != (at > 0 && is_letter(text[at - 1]));
}

/* Where the name stands in a piece, as it is written there; false where it does not. One that is
 * short has to head the piece. */
static bool find_name(struct arena *arena, const char *piece, const char *name, size_t *from,
                      size_t *to)
{
    bool is_sure = strlen(name) >= NAME_FOR_SURE && ballots_number_of(name) < 0;
    const size_t length = strlen(piece);
    for (*from = 0; *from < length; ++*from) {
        if (!is_letter(piece[*from]) || !is_edge(piece, *from))
            continue;
        for (*to = *from + 1; *to <= length; ++*to)
            if (!is_letter(piece[*to]) && is_edge(piece, *to) &&
                strcmp(text_fold(arena, arena_copy(arena, piece + *from, *to - *from)), name) == 0)
                return is_sure || (*from == 0 && (piece[*to] == ':' || piece[*to] == '\0'));
    }
    return false;
}

/* The words of a label without its number: "motion" of "motion 2" and of "second motion". */
static const char *label_words(struct arena *arena, const char *folded, long long *number)
{
    static const char *const ordinals[] = {"first", "second", "third", "fourth", "fifth", "sixth"};
    const char *first = name_first_word(arena, folded), *last = name_last_word(folded);
    *number = ballots_number_of(last);
    if (*number >= 0)
        return text_trim(arena, arena_copy(arena, folded, strlen(folded) - strlen(last)));
    for (size_t i = 0; i < COUNT(ordinals); i++)
        if (strcmp(first, ordinals[i]) == 0) {
            *number = (long long)i + 1;
            return text_trim(arena, folded + strlen(first));
        }
    return folded;
}

/* The length of a label in front of a piece, "Item 2", "Motion"; 0 for none. `number` is that of a
 * motion, by the order in which they are counted, or 0. */
static size_t label_length(struct arena *arena, const char *piece, long long *number)
{
    static const char labels[] = "motion;item;agenda item;resolution;question;proposal";
    const size_t length = strcspn(piece, ":");
    const char *label =
        label_words(arena, text_fold(arena, arena_copy(arena, piece, length)), number);
    if (*number < 0 || strcmp(label, "motion") != 0)
        *number = 0;
    return name_is_one_of(label, labels) ? length : 0;
}

/* The longest name of a motion that stands in a folded piece; as many as there are motions for
 * none. */
static size_t longest_named(const struct ballots_load *load, const char *folded)
{
    size_t longest = load->draft_count, most = 0;
    for (size_t i = 0; i < load->draft_count; i++) {
        const char *name = load->motions.names[i];
        if (strlen(name) > most && name_has_word(folded, name)) {
            most = strlen(name);
            longest = i;
        }
    }
    return longest;
}

/* Takes the name of a motion out of the piece, and what stands for one. */
static void take_name(const struct ballots_load *load, struct told_piece *piece)
{
    struct arena *arena = load->scratch;
    size_t from, to;
    long long number;
    if (strnlen(piece->text, PIECE_MOST + 1) > PIECE_MOST)
        return;
    const size_t named = longest_named(load, text_fold(arena, piece->text));
    if (named < load->draft_count &&
        find_name(arena, piece->text, load->motions.names[named], &from, &to)) {
        piece->poll = named;
        piece->text = arena_format(arena, "%.*s" STANDS_FOR_ONE "%s", (int)from, piece->text,
                                   piece->text + to);
    }
    const size_t label = label_length(arena, piece->text, &number);
    if (label == 0)
        return;
    piece->text = arena_format(arena, STANDS_FOR_ONE "%s", piece->text + label);
    if (piece->poll == STATED_OF_ANY && number > 0 && (size_t)number <= load->draft_count)
        piece->poll = (size_t)number - 1;
}

/* Whether the name is cut where it stands in a line: "Merge, as amended". */
static bool is_cut(struct arena *arena, const char *motion)
{
    return motion != NULL && ballots_pieces(arena, motion).count > 1;
}

const char *ballots_with_whole_names(const struct ballots_load *load, const char *text)
{
    struct arena *arena = load->scratch;
    size_t from, to;
    if (strnlen(text, PIECE_MOST + 1) > PIECE_MOST)
        return text;
    const char *folded = text_fold(arena, text);
    for (size_t i = 0; i < load->draft_count; i++) {
        const char *name = load->motions.names[i];
        if (name_has_word(folded, name) && is_cut(arena, load->drafts[i].motion) &&
            find_name(arena, text, name, &from, &to))
            text = arena_format(arena, "%.*s%s%s", (int)from, text, name,
                                text + to + strspn(text + to, ")]\""));
    }
    return text;
}

/* "Both: 4 for, 2 against", "all motions"; "all in favour" is of all as well. */
static bool is_of_all(const char *folded)
{
    static const char words[] = "both;all motions;each motion;every motion";
    return name_has_one_of(folded, words);
}

struct told_pieces ballots_told_pieces(const struct ballots_load *load, const char *text)
{
    struct arena *arena = load->scratch;
    const struct line_words words =
        ballots_numbered_pieces(load, ballots_with_whole_names(load, text));
    struct told_pieces told = {arena_alloc(arena, words.count, sizeof *told.pieces), words.count};
    size_t poll = load->draft_count == 1 ? 0 : STATED_OF_ANY;
    bool one = true;
    for (size_t i = 0; i < told.count; i++) {
        told.pieces[i] = (struct told_piece){words.words[i], STATED_OF_ANY};
        take_name(load, &told.pieces[i]);
        if (told.pieces[i].poll == STATED_OF_ANY && is_of_all(text_fold(arena, words.words[i])))
            told.pieces[i].poll = STATED_OF_ALL;
        if (told.pieces[i].poll == STATED_OF_ANY || load->draft_count == 1)
            told.pieces[i].poll = poll;
        one = one && (poll == STATED_OF_ANY || poll == told.pieces[i].poll);
        poll = told.pieces[i].poll;
    }
    for (size_t i = 0; one && i < told.count; i++) /* "4 for, 1 against: Budget" */
        told.pieces[i].poll = poll;
    return told;
}

const bool *ballots_motions_with(const struct ballots_load *load, size_t cell,
                                 const struct cell *text)
{
    const struct table *table = &load->sheet.table;
    const size_t at = load->sheet.columns.at[COLUMN_MOTION];
    if (load->draft_count < 2 || load->motion_count > 0 || at == COLUMN_NONE)
        return NULL;
    bool *has = arena_alloc(load->scratch, load->draft_count, sizeof *has);
    uint32_t own[TABLE_BLOCK] = {0}, motions[TABLE_BLOCK] = {0}, last = 0;
    size_t draft = NAME_NONE;
    bool known = false;
    for (size_t i = 0; i < table->count; i++) {
        const size_t in_block = i % TABLE_BLOCK;
        if (in_block == 0) {
            table_unpack(table, i / TABLE_BLOCK, cell, own);
            table_unpack(table, i / TABLE_BLOCK, at, motions);
        }
        if (own[in_block] != text->word)
            continue;
        if (!known || motions[in_block] != last)
            draft = name_index_find(&load->motions,
                                    text_fold(load->scratch, table->texts[motions[in_block]].text));
        last = motions[in_block];
        known = true;
        if (draft < load->draft_count)
            has[draft] = true;
    }
    return has;
}

/* Where the name of a motion stands in the file; false where it does not. */
static bool find_place(const struct ballots_load *load, size_t draft, struct place *place)
{
    const size_t at = load->sheet.columns.at[COLUMN_MOTION];
    const struct row *header = &load->sheet.table.header;
    for (size_t i = 0; i < load->motion_count; i++)
        if (strcmp(text_fold(load->scratch, row_cell(header, load->motion_cells[i])->text),
                   load->motions.names[draft]) == 0) {
            *place = sheet_cell_place(&load->sheet, header, load->motion_cells[i]);
            return true;
        }
    if (load->motion_count > 0 || at == COLUMN_NONE)
        return false;
    *place = sheet_cell_place(&load->sheet, load->drafts[draft].first, at);
    return true;
}

bool ballots_motion_line(const struct ballots_load *load, size_t draft, struct title_line *line)
{
    struct arena *arena = load->sheet.arena;
    const char *motion = load->drafts[draft].motion;
    const struct line_words pieces = ballots_pieces(load->scratch, motion == NULL ? "" : motion);
    *line = (struct title_line){.text = "", .rid = "leave it out of the name"};
    for (size_t i = 1; i < pieces.count; i++)
        line->text =
            arena_format(load->scratch, "%s%s%s", line->text, i == 1 ? "" : ", ", pieces.words[i]);
    if (pieces.count < 2 || !find_place(load, draft, &line->place))
        return false;
    line->words = WORDING(arena, "%s is the name of a motion",
                          wording_public(arena_format(arena, "\"%s\"", motion)));
    return true;
}
