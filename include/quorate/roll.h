/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_ROLL_H
#define QUORATE_ROLL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/arena.h"
#include "quorate/date.h"
#include "quorate/diag.h"
#include "quorate/tenure.h"
#include "quorate/terms.h"

#define ROLL_LIST_SIZE_MOST INT64_C(100000000)
#define ROLL_VOTES_MOST     INT64_C(1000000000000000) /* of one member, in whole votes */
#define ROLL_VOTE_PLACES    6                         /* decimals of a votes column, at most */
#define ROLL_CLASSES_MOST   ((size_t)64)

/* A member of the body: a practice of the locality, or a locality of the county. */
struct member {
    size_t index; /* place in the roll, from 0 */
    /* What counting asks of it stands together. */
    int64_t list_size;
    int64_t votes; /* of a votes column, in units of 1 / 10^vote_places */
    size_t line;   /* of the table */
    size_t row;    /* of the spreadsheet, which is not the line where a heading has line breaks */
    const char *name;
    const char *code;       /* NULL when none is given */
    const char *area;       /* NULL likewise */
    size_t area_number;     /* its place in the roll's areas; 0 without one */
    const char *class_cell; /* the classes it is in, as the table has them; NULL likewise */
    uint64_t classes;       /* a bit for each of the roll's */
    const char *aliases;    /* as the table has them, separated by `;`; NULL likewise */
    const char *source;     /* where its list size is from, as the table says it; NULL likewise */
    int64_t practices;      /* of a table of localities; 0 when not stated */
    struct tenure tenure;   /* its first and its last day as a member */
    size_t whole;           /* its place in the whole table, of which the roll may be a day */
};

/* A name that some members of a roll share, by which rules speak of them. */
struct roll_class {
    const char *name, *folded;
};

/* The list sizes of one date. */
struct dated_sizes {
    struct date as_at;         /* year 0 where the table does not say: then there are no others */
    size_t column;             /* of the spreadsheet, from 1 */
    const int64_t *list_sizes; /* beside the members; 0 where a cell is blank, which it may be of
                                  whoever was no member on that date */
    size_t unknown;            /* as of the roll, and so are these */
    bool has_stated_total;
    int64_t stated_total;
};

/* What a table says of days that differ: members come and go, and list sizes are of several dates.
 */
struct roll_history {
    const struct dated_sizes *sizes; /* the earliest first */
    size_t count;                    /* 0 for a roll without list sizes */
    struct date published; /* of localities: the date whose votes and numbers of practices stand in
                              the table; year 0 where it does not matter */
};

/*
 * Who may vote, in the order of the table. Also the table of localities of a county. With a history
 * it holds everybody who is or was a member, and is nothing to count by: roll_on makes the roll of
 * a day of it.
 */
struct roll {
    const char *file; /* the table's name, for messages */
    bool built_in;    /* there is no such file: it is compiled into the program */
    const struct member *members;
    size_t count;
    struct terms terms; /* those of the rules, and where they say none what its heading says */
    bool of_localities; /* the name column is headed "locality" */
    /* Columns of the spreadsheet, from 1; 0 where there is none. */
    size_t name_column, code_column, area_column, class_column, practices_column;
    bool has_list_sizes; /* else every list_size is 0 */
    size_t unknown;    /* localities whose population is not known and is 0 here; the population is
                          then the sum of the others, and there is a stated total */
    bool has_votes;    /* there is a votes column, or: */
    bool votes_shared; /* a roll of localities publishes none, and they are their shares */
    unsigned vote_places;  /* finest decimal in it: 0 to 6 */
    int64_t population;    /* sum of the list sizes */
    bool has_stated_total; /* a table of localities has a Total row, which need not be the sum */
    int64_t stated_total;
    int64_t stated_practices; /* of that row; 0 when not stated */
    int64_t stated_votes;     /* of that row, in the decimals of the others, where it says so: */
    const struct place *stated_votes_at; /* NULL when not stated */
    const char *const *areas; /* in order of first appearance, each as it is first spelled */
    size_t area_count;
    const struct roll_class *classes; /* likewise, of the whole table whatever the day */
    size_t class_count;               /* at most ROLL_CLASSES_MOST */
    struct date as_at;                /* of the list sizes */
    const struct roll_key *keys;      /* folded codes, names and aliases, sorted */
    size_t key_count;
    const struct roll_history *history; /* NULL where the table is the same on every day */
    int64_t population_then; /* of the members of the date of the list sizes, where that is another
                                day; else 0 */
    struct date day;         /* the day whose roll it is; year 0 where there is no history */
    const struct roll *absent; /* of the same table: who had left by that day, or had yet to join;
                                  NULL for nobody */
};

enum roll_key_kind {
    ROLL_KEY_CODE,
    ROLL_KEY_NAME,
    ROLL_KEY_ALIAS,
};

/* One folded spelling and whose it is. */
struct roll_key {
    const char *folded;
    const struct member *member;
    enum roll_key_kind from;
};

/* The member with this code, name or alias once folded, or NULL. `folded` comes from text_fold. */
const struct member *roll_find_folded(const struct roll *roll, const char *folded);

/* The place of the class of this name once folded, or ROLL_CLASSES_MOST. */
size_t roll_find_class(const struct roll *roll, const char *folded);

bool roll_is_in_class(const struct member *member, size_t class_number);

/* A cell that names a member by name and code at once, and not the same one. */
struct roll_clash {
    const struct member *coded; /* whose code it is; NULL where there is no clash */
    const struct member *named; /* whose name it is; NULL where the name is nobody's */
};

/*
 * The member that a cell names: by code, name or alias, or by its code before or behind its name,
 * as forms list them ("The Hart Surgery (K84001)", "K84014 - Morland House"). Beside a code the
 * name may lack such words as all names share, and no others. NULL for none, and where code and
 * name are not of one member: then *clash says whose they are.
 */
const struct member *roll_find(struct arena *arena, const struct roll *roll, const char *text,
                               struct roll_clash *clash);

/* The member of the roll that a cell names, else the one that had left by its day or had yet to
 * join. NULL for none. */
const struct member *roll_find_ever(struct arena *arena, const struct roll *roll, const char *text);

/* What is wrong with such a cell: "K84001" is the code of The Hart Surgery, not of Bell. */
const char *roll_clash_told(struct arena *arena, const struct roll_clash *clash, const char *code);

/* The member that was probably meant, or NULL. Never decides anything. */
const struct member *roll_suggest(struct arena *arena, const struct roll *roll, const char *text);

/* Why such a cell is not what it looks like, beside the name and the code of who was probably meant
 * (or NULL): see text_look_alike. "" where that does not explain it. */
const char *roll_look_alike(struct arena *arena, const char *text, const struct member *meant);

/* Whether the roll of one day may be another than that of another day. */
bool roll_differs(const struct roll *whole);

/* The last day on which something changes in the roll: somebody joins, or is gone, or list sizes
 * are of that day. Year 0 when nothing does. */
struct date roll_last_change(const struct roll *whole);

/* The days from which on somebody is a member who was none the day before, or the other way round,
 * in their order. */
const struct date *roll_change_days(struct arena *arena, const struct roll *whole, size_t *count);

/*
 * The roll of a day: the members of that day, each with the latest list size that is not of a later
 * day, or the earliest that there is. A member that joined after the date of these counts by what
 * stands there all the same; where that is blank its list size is 0, and the caller's to refuse.
 * A roll without a history is the same on every day, and returned as it is.
 */
struct roll roll_on(struct arena *arena, const struct roll *whole, struct date day);

/* "was a member until 30 June 2015", "is a member from 1 October 2015", "was a member from ... to
 * ..."; of a member that is none on `day`. */
const char *roll_absence(struct arena *arena, const struct member *member, struct date day);

/* Sorts keys for roll_find_folded: by spelling, then in the order of the members. */
void roll_sort_keys(struct roll_key *keys, size_t count);

#endif
