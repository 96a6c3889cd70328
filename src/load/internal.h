/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_LOAD_INTERNAL_H
#define QUORATE_LOAD_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/ballots.h"
#include "quorate/columns.h"
#include "quorate/diag.h"
#include "quorate/roll.h"
#include "quorate/rules.h"
#include "quorate/table.h"

/* What the files of this room share, except those that read rules.csv. */

/* --- lines.c: bytes, before they are CSV --- */

/* Why a file that begins so is no CSV table ("is an Excel workbook ..."), and what helps; or NULL.
 */
const char *lines_not_a_table(const char *bytes, size_t length, const char **remedy);

extern const char lines_remedy[]; /* what helps against most that is wrong with bytes */

/*
 * What separates the cells of a header: of comma, semicolon and tab the one that stands first
 * outside quotes, and not less often than another; a comma where there is none. '\0' when it cannot
 * be told.
 */
char line_separator(const char *bytes, size_t length);

/* Whether the first line of a file says what separates its cells ("sep=;"), as Excel reads it. Then
 * *separator is that, or '\0' for what cannot be one. */
bool line_states_separator(const char *bytes, size_t length, char *separator);

/* Printable ASCII and nothing else, which nearly every line is. */
bool line_is_plain(const char *bytes, size_t length);

/* A character in a line that may not be there. `at` is its offset. */
struct line_fault {
    size_t at;
    const char *what, *remedy;
};

/* False when there is one; *fault is the first. Tabs are let through. */
bool line_is_sound(struct arena *arena, const char *bytes, size_t length, struct line_fault *fault);

/* Where the cell that counts `cell` from 0 begins and ends, without the space round it. */
void line_cell_span(const struct row *row, size_t cell, size_t *from, size_t *to);

/* In which cell (from 0) an offset stands. */
size_t line_cell_of(const struct row *row, size_t at);

/* The place of the bytes from..to of a row, with the line on which they stand to show. */
struct place line_place(struct arena *arena, const char *file, const struct row *row, size_t from,
                        size_t to, size_t cell);

/* --- csv.c: one line to cells, by libcsv --- */

enum parsed {
    PARSED_ROW,
    PARSED_OPEN,   /* the line ends inside a quotation */
    PARSED_BROKEN, /* a quote that may not be there, or text behind one */
    PARSED_TOO_MANY,
    PARSED_TOO_LARGE,
};

/* With `keep` the cells' texts stay in the arena, else until the next line. Close it: the library
 * has memory of its own. */
struct line_parser;
struct line_parser *line_parser_open(struct arena *arena, bool keep);
void line_parser_close(struct line_parser *parser);

/* What separates the cells from now on; a comma until it is said. Not in the middle of a line. */
void line_parser_separate(struct line_parser *parser, char separator);

/* A line, or several, without the end. `join_lines`: those of a header, whose ends become spaces.
 */
enum parsed line_parse(struct line_parser *parser, const char *bytes, size_t length,
                       bool join_lines);

/* The cells of the last line, those in front of the fault when it had one. */
const struct cell *line_cells(const struct line_parser *parser, size_t *count);

/* Where the library gave up, worked out by feeding it the line again byte by byte. */
struct second_look {
    size_t at;    /* of the byte it refused; the length when it refused none */
    size_t cell;  /* from 0 */
    size_t start; /* of that cell */
};
struct second_look line_look_again(struct arena *arena, const struct row *row);

/* --- cut.c: one line to cells, where commas are all there is to it --- */

struct line_cutter;
struct line_cutter *line_cutter_open(struct arena *arena);

/*
 * Cuts the next of the bytes available, up to and with its line end, when it is printable ASCII
 * without a quotation mark, and neither blank nor very long. Returns how many bytes that were, with
 * the row's bytes, length and cells; 0 for any other line. The cells are what libcsv makes of it,
 * and stay until the next line. Before the bytes of the last line go away it has to forget them.
 */
size_t line_cut(struct line_cutter *cutter, const char *bytes, size_t available, struct row *row);
void line_cutter_forget(struct line_cutter *cutter);

/* --- agree_conditions.c --- */

/* Reports the conditions of any decision, by default or under one of its readings, that over the
 * whole roll come to 0 or to more than it has. */
void agree_conditions(struct arena *arena, struct diag *diag, const struct rules *rules,
                      const struct roll *roll);

/* "practices", "patients" or "votes", or one of them. */
const char *what_is_counted(const struct rules *rules, enum measure measure, bool one);

/* --- names.c: a set of folded names --- */

/* Each name has the number of its first arrival, from 0. Start from {.arena = arena}. */
struct name_index {
    struct arena *arena;
    const char **names;
    size_t count, capacity;
    size_t *slots; /* number + 1, or 0 */
    size_t slot_count;
};

#define NAME_NONE ((size_t)-1)

size_t name_index_add(struct name_index *index, const char *folded);
size_t name_index_find(const struct name_index *index, const char *folded);

/*
 * Whether two names look like one name in two spellings. Never where both hold numbers or initials
 * and these differ: "Motion 1" and "Motion 2" are two.
 */
bool names_are_close(struct arena *arena, const char *one, const char *other);

/* The same for people: also where they share a surname, or differ in a title or an initial only.
 * "Dr A" and "Dr B", "Candidate 1" and "Candidate 2" are two. */
bool people_are_close(struct arena *arena, const char *one, const char *other);

bool name_has_word(const char *folded, const char *word);
bool name_is_one_of(const char *folded, const char *const *names, size_t count);
bool name_is_of_totals(const char *folded);      /* has the word total, sum or the like */
bool name_begins_with_title(const char *folded); /* "dr", "mrs" */

/* --- addresses.c --- */

/* The form in which e-mail addresses are compared: without spaces round it, in small letters, and
 * without the name that a mail program puts before it. "" for a blank. */
const char *address_read(struct arena *arena, const char *text);
bool address_is_sound(const char *form); /* whether that can be one address */

/* --- candidate_names.c: what is written where a candidate's name should stand --- */

enum candidate_name {
    CANDIDATE_NAME,
    CANDIDATE_NONE,    /* "spoilt", "n/a", "Abstain (emailed)", "-" */
    CANDIDATE_SEVERAL, /* "Dr A / Dr B" */
};

/* What a cell looks like that is neither a word of votes.c nor a candidate of a list. */
enum candidate_name candidate_name_read(struct arena *arena, const char *text, const char *folded);

/* --- date_advice.c --- */

/* How to write what is nearly a date, or a date with a time ("24th June 2015"), as a sentence; NULL
 * when it is nothing like one. */
const char *date_advice(struct arena *arena, const char *text);

/* --- votes.c: the words that may stand in a ballot file --- */

/* False when the cell is none of the words, or more than one of them. */
bool vote_read(struct arena *arena, const char *text, enum vote *vote);
bool role_read(struct arena *arena, const char *text, enum role *role); /* "" is the lead */
bool interest_read(struct arena *arena, const char *text, bool *interest);
bool notified_read(struct arena *arena, const char *text, enum notified *notified,
                   struct date *date);

/* Words that are refused and that people write: "gp" may be the lead or not; "n/a" is no interest.
 */
bool role_is_unclear(const char *folded);
bool interest_is_denied(const char *folded);

/* The role that was probably meant, or NULL. */
const char *role_suggest(struct arena *arena, const char *folded);

/* "proxy, practice manager, ... or other": the names of the roles from `first` on. */
const char *roles_list(struct arena *arena, enum role first, const char *last);

/* The vote word that was probably meant, or NULL: never one that turns the cell's meaning round,
 * nor one of several that it may be short for. */
const char *vote_suggest(struct arena *arena, const char *text);

#endif
