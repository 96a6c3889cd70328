/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_ROLL_H
#define QUORATE_ROLL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/arena.h"
#include "quorate/date.h"

#define ROLL_LIST_SIZE_MOST INT64_C(100000000)
#define ROLL_VOTE_PLACES    6 /* decimals of a votes column, at most */

/* A member of the body: a practice of the locality, or a locality of the county. */
struct member {
    size_t index; /* place in the roll, from 0 */
    size_t line;  /* of the table */
    size_t row;   /* of the spreadsheet, which is not the line where a heading has line breaks */
    const char *name;
    const char *code;    /* NULL when none is given */
    const char *area;    /* NULL likewise */
    size_t area_number;  /* its place in the roll's areas; 0 without one */
    const char *aliases; /* as the table has them, separated by `;`; NULL likewise */
    const char *source;  /* where its list size is from, as the table says it; NULL likewise */
    int64_t list_size;
    int64_t votes;     /* of a votes column, in units of 1 / 10^vote_places */
    int64_t practices; /* of a table of localities; 0 when not stated */
};

/* Who may vote, in the order of the table. Also the table of localities of a county. */
struct roll {
    const char *file; /* the table's name, for messages */
    const struct member *members;
    size_t count;
    bool of_localities; /* the name column is headed "locality" */
    /* Columns of the spreadsheet, from 1; 0 where there is none. */
    size_t name_column, code_column, area_column, practices_column;
    bool has_list_sizes;   /* else every list_size is 0 */
    bool has_votes;        /* there is a votes column */
    unsigned vote_places;  /* finest decimal in it: 0 to 6 */
    int64_t population;    /* sum of the list sizes */
    bool has_stated_total; /* a table of localities has a Total row, which need not be the sum */
    int64_t stated_total;
    int64_t stated_practices; /* of that row; 0 when not stated */
    const char *const *areas; /* in order of first appearance, each as it is first spelled */
    size_t area_count;
    struct date as_at;           /* of the list sizes */
    const struct roll_key *keys; /* folded codes, names and aliases, sorted */
    size_t key_count;
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

/* What is wrong with such a cell: "K84001" is the code of The Hart Surgery, not of Bell. */
const char *roll_clash_told(struct arena *arena, const struct roll_clash *clash, const char *code);

/* The member that was probably meant, or NULL. Never decides anything. */
const struct member *roll_suggest(struct arena *arena, const struct roll *roll, const char *text);

/* Sorts keys for roll_find_folded: by spelling, then in the order of the members. */
void roll_sort_keys(struct roll_key *keys, size_t count);

#endif
