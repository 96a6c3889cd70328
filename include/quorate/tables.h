/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TABLES_H
#define QUORATE_TABLES_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"
#include "quorate/ballots.h"
#include "quorate/calendar.h"
#include "quorate/county_list.h"
#include "quorate/diag.h"
#include "quorate/file.h"
#include "quorate/names.h"
#include "quorate/registers.h"
#include "quorate/roll.h"
#include "quorate/rules.h"

struct heading_row;

/*
 * Tables in: each function is given a name and bytes, reads the whole table, reports every problem
 * to `diag`, and fills its noun with what could be read. They return whether the noun may be used:
 * false when there was an error in that table. What they return lives in the arena; nothing points
 * into the bytes. `*rows`, where asked for, is the number of rows that were not blank.
 */

/*
 * What a bundled table says, as C that data/bundle.c wrote of what these functions read when the
 * program was built: no run reads such a table again. One of the two is NULL.
 */
struct made_table {
    const char *of;              /* the bytes: the same elsewhere are read */
    size_t rows;                 /* that are not blank */
    const struct made_table *by; /* of a roll: the rules by which it was read; NULL for none */
    void (*rules)(struct arena *arena, struct bytes bytes, struct rules *rules);
    void (*roll)(struct arena *arena, struct bytes bytes, struct roll *roll);
};

/* Where a cell of the rule's row stands, to be shown; `rule` has a source, which load_rules gave
 * it. */
enum rule_cell {
    RULE_CELL_VALUE,
    RULE_CELL_DECISION,
    RULE_CELL_READING,
    RULE_CELL_CLAUSE,
};
struct place rule_place(struct arena *arena, const struct rule *rule, enum rule_cell cell);

/*
 * Which table has these headings, in the words that struct input has for what was read (`role`):
 * "ballots" also for who was there. NULL where no table has what it must have among them, and where
 * they could be those of a sheet with any heading for the votes ("practice", "24 June").
 */
const char *load_role(const struct heading_row *row);

/* rules.csv. Every value is read here; a bad rule is an error at its cell that says what is
 * allowed. */
bool load_rules(struct arena *arena, struct diag *diag, struct bytes bytes, struct rules *rules,
                size_t *rows);

/*
 * A condition, as in `at least two thirds of all practices`. NULL when it was read, else what is
 * wrong with it ("\"66.67%\" is not exactly two thirds; write two thirds"). The body's terms are
 * allowed beside "member", "members" and "population".
 */
const char *load_condition(struct arena *arena, const char *text, const struct terms *terms,
                           struct condition *condition);

/* practices.csv, or localities.csv: which of them is told from the heading of the name column,
 * which may be what the rules call a member as well. `rules` may be NULL. */
bool load_roll(struct arena *arena, struct diag *diag, struct bytes bytes,
               const struct rules *rules, struct roll *roll, size_t *rows);

/* What the rules ask of the roll and of the county: a votes column, list sizes, areas, the
 * locality's own row. `localities` may be NULL. */
bool load_agree(struct arena *arena, struct diag *diag, const struct rules *rules,
                const struct roll *roll, const struct roll *localities);

/*
 * What the rules ask of the county to share votes by. Where the shares go by the sum of the rows,
 * each has to be known: a table with blanks has a stated total, and no sum. And where a Total row
 * says how many votes there are, it is as many as the rules share, or what the rows add up to when
 * each is rounded. Else an error in `diag`.
 */
void load_shares_agree(struct arena *arena, struct diag *diag, const struct rules *rules,
                       const struct roll *localities);

/* county.csv: code, practice, locality. */
bool load_county(struct arena *arena, struct diag *diag, struct bytes bytes,
                 struct county_list *county, size_t *rows);

/* Whether a folded name is no person's but asks for new nominations: "re-open nominations", "RON".
 */
bool candidate_reopens(const char *folded);

/* candidates.csv: those of a day, or of year 0 the rows of all days. */
bool load_candidates(struct arena *arena, struct diag *diag, struct bytes bytes, struct date day,
                     struct candidate_list *list, size_t *rows);

/* What one column of the ballots is headed in the files at hand. */
struct column_name {
    const char *column;  /* "practice" */
    const char *heading; /* "Which practice do you represent?" */
    bool wanted;         /* it was asked for by name, so it must be there */
};

struct column_names {
    struct column_name *names;
    size_t count;
};

struct column_fault {
    const char *what, *remedy;
};

/* `practice=Which practice do you represent?`. False, with *fault, when it is no such text. */
bool load_column_name(struct arena *arena, const char *text, struct column_name *name,
                      struct column_fault *fault);

/* columns.csv: column, heading. A column may have several headings, for files of several forms. */
bool load_column_names(struct arena *arena, struct diag *diag, struct bytes bytes,
                       struct column_names *names, size_t *rows);

/* What one answer of a form means. */
struct answer {
    const char *text;   /* "I support the proposal" */
    const char *folded; /* by which it is found */
    const char *means;  /* "for", "lead": as text_word gives it */
    bool is_role;       /* else it is a vote */
    size_t line;        /* of answers.csv; 0 for one of the command line */
};

struct answers {
    struct name_index texts;
    struct answer *answers; /* beside the texts */
    size_t count, capacity;
};

/* The answer with this text, which is folded too; NULL for none, or without answers. One with a
 * mark that stands for a doubt is another: "I do?". */
const struct answer *answers_find(const struct answers *answers, const char *text,
                                  const char *folded);

/* Adds the answer, unless its text is there already. Returns the one that is there. */
const struct answer *answers_add(struct answers *answers, const struct answer *answer);

/* `I support the proposal=for`; the last `=` parts the two. False, with *fault, when it is no such
 * text, or would change what a word means. */
bool load_answer(struct arena *arena, const char *text, struct answer *answer,
                 struct column_fault *fault);

/* answers.csv: answer, means. */
bool load_answers(struct arena *arena, struct diag *diag, struct bytes bytes,
                  struct answers *answers, size_t *rows);

/* bank-holidays.csv: days and what they are called, by date. The same holiday twice is there once;
 * two names for one day are an error. */
bool load_holidays(struct arena *arena, struct diag *diag, struct bytes bytes,
                   struct holiday_list *list, size_t *rows);

/*
 * voters.csv and interests.csv. `answers` say what words of roles mean. `rules` and `roll` are NULL
 * when they could not be read: then the practices are not looked up, and the register cannot be
 * used. The list of voters is that of a day; of year 0 it has the rows of all days.
 */
bool load_voters(struct arena *arena, struct diag *diag, struct bytes bytes,
                 const struct rules *rules, const struct roll *roll, const struct answers *answers,
                 struct date day, struct voter_register *voters, size_t *rows);
bool load_interests(struct arena *arena, struct diag *diag, struct bytes bytes,
                    const struct rules *rules, const struct roll *roll,
                    struct interest_register *interests, size_t *rows);

/*
 * How a ballot file is to be read. `rules` and `roll` are NULL when they could not be read
 * themselves: then what depends on them is not checked, and the box cannot be counted.
 */
struct ballot_reading {
    const struct rules *rules;
    const struct roll *roll;
    const struct candidate_list *candidates; /* NULL when none was given */
    const struct voter_register *voters;     /* likewise */
    bool voters_unreadable;                  /* there is a list of voters, and it is of no use */
    const char *decision;                    /* for rows that name none; NULL when not given */
    const char *motion;                      /* for a file without a motion column; or NULL */
    struct column_names columns;             /* these headings go before the usual ones */
    const struct answers *answers;           /* what is written for votes and roles; or NULL */
    struct moment opens, closes; /* of the vote: where one is given, ballots need their time */
    struct date date; /* likewise: the day before whose end proxies are told of; or year 0 */
    bool order_told;  /* the order of day and month where no date of a column proves it: */
    enum date_order order;
    bool show_ballots; /* secret votes may stand in messages */
    bool discreet;   /* what the rows are of is not to be believed: they are secret if any can be */
    bool attendance; /* it is asked who is there: there may be no votes, and what they are does not
                        matter, so each is VOTE_PRESENT or VOTE_ABSENT */
    bool either;     /* so it is where there is no column of votes */
};

/* Where a ballot names its member, for what is said of it. */
struct place ballot_place(struct arena *arena, const struct ballot_box *box,
                          const struct ballot *ballot);

/* The most rows that one vote may have, by who is a member; NULL where that is not known. */
size_t ballots_rows_most(const struct roll *roll);

/* The most bytes that a file of ballots may have, by how many are members: 64 KiB for each, and no
 * less than 8 MiB; where that is not known, 32 MiB. */
size_t ballots_bytes_most(const struct roll *roll);

/* Stops (diag_stop) at a table that has more rows which say the same. */
void ballots_refuse_alike(struct diag *diag, struct place place, size_t most);

/* ballots.csv. Where the decision is secret no message holds a vote: it names the cell. The bytes
 * are given back where they can be (bytes.own); nothing of the box points into them. */
bool load_ballots(struct arena *arena, struct diag *diag, struct bytes bytes,
                  const struct ballot_reading *reading, struct ballot_box *box);

#endif
