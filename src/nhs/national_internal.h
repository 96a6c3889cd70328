/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_NHS_NATIONAL_INTERNAL_H
#define QUORATE_NHS_NATIONAL_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/buffer.h"
#include "quorate/columns.h"
#include "quorate/names.h"
#include "quorate/nhs.h"
#include "quorate/table.h"

/* What the files that read the national list sizes share: national*.c. */

/* --- national_layouts.c --- */

enum layout_shape {
    SHAPE_TOTALS, /* a row a practice, with its total */
    SHAPE_LONG,   /* rows by sex and age, and for all of them */
    SHAPE_BANDS,  /* a row a practice with a column for each sex and age, and no total */
    SHAPE_MAP,    /* a row a practice with its area, and no patients */
};

enum layout_column {
    LAYOUT_CODE,
    LAYOUT_NAME,
    LAYOUT_POSTCODE,
    LAYOUT_AREA,
    LAYOUT_DATE,
    LAYOUT_TYPE,
    LAYOUT_SEX,
    LAYOUT_AGE,
    LAYOUT_TOTAL,
    LAYOUT_CLOSED, /* the day on which the practice closed */
    LAYOUT_COLUMNS,
};

/* One way in which the NHS lays out its files. */
struct layout {
    const char *name;
    const char *holds; /* for help: what there is in it, and what has to be given beside it */
    enum layout_shape shape;
    const char *headings[LAYOUT_COLUMNS]; /* as published; later names of one column behind `;` */
    unsigned optional;                    /* a bit for each column that need not be there */
};

/* A layout, and where its columns stand in the file at hand (COLUMN_NONE for those it lacks). */
struct laid_out {
    const struct layout *layout;
    size_t at[LAYOUT_COLUMNS];
    size_t bands[TABLE_COLUMNS_MOST]; /* of SHAPE_BANDS */
    size_t band_count;
    bool headed; /* else its first row is one like the others */
};

/* Why a header is of no layout that is known: it lists the headings seen and the layouts known. */
struct layout_fault {
    struct place place;
    const char *remedy; /* NULL where there is no fault */
};

/* Tells the layout from a header. False when it is none of those that are streamed, with *fault
 * filled in, or an error where a column is there twice. */
bool layout_find(struct arena *arena, struct diag *diag, const char *file, const struct row *header,
                 struct laid_out *found, struct layout_fault *fault);
void layout_refuse(struct diag *diag, const struct layout_fault *fault);

/* Of tables of one's own. */
extern const struct layout layout_plain_list;

/* Whether a column headed so says that a row is of a part of a practice's patients (of one sex, or
 * of an age), or of another organisation, in some layout. */
bool layout_is_by_kind(struct arena *arena, const struct heading *heading);

/* --- What was read of each practice --- */

enum sex {
    SEX_BOTH,
    SEX_MALE,
    SEX_FEMALE,
    SEXES,
};

/* What is seldom wrong with a slot. */
struct slot_trouble {
    const char *what; /* why its cell is no number; NULL when it is one */
    struct place cell;
    bool again; /* there is a second row for the same */
    struct place again_at;
};

/* Small, because there are three for each of thousands of practices. */
struct slot {
    int64_t patients;
    size_t line;
    const char *file;
    struct slot_trouble *trouble; /* NULL when there is none */
    uint32_t row, cell;           /* of the spreadsheet, from 1: the first figure, or the blank */
    uint32_t ages;                /* how many rows by age were added up; 0 for a row of all ages */
    enum {
        SLOT_EMPTY,
        SLOT_NUMBER,
        SLOT_BLANK,
        SLOT_FAULTY
    } state;
};

#define NO_AREA NAME_NONE

struct practice {
    const char *code;            /* in capitals */
    const char *name, *postcode; /* NULL where no file tells them */
    struct date closed;
    size_t area, mapped_area; /* of reader->areas; the second by a map */
    struct slot slots[SEXES];
    uint32_t area_cell; /* of the spreadsheet, from 1; 0 without `area` */
    bool on_roll;
};

/* The file at hand. */
struct national_file {
    const char *name;
    const char *sheet; /* of a workbook, where nobody says which is meant; else NULL */
    struct table_stream *stream;
    struct laid_out laid_out; /* layout is NULL up to the header */
    size_t rows, practice_rows;
    size_t errors_before; /* that diag had */
    bool date_reported, code_reported, type_reported, refused;
    struct layout_fault unknown; /* its first row is of no layout; it may be a plain list */
    struct buffer text; /* of a file that is not known to be streamed: it may have to be read whole
                         */
    bool all_ages_seen; /* a row for all ages: then rows by age are not needed */
    const char *first_age;        /* else the first age of a row, */
    bool ages_differ, from_birth; /* whether there are others, and whether the youngest are there */
};

#define CODE_ROOM ((size_t)32) /* a code as long as this is none, but it may stand there */

struct national_reader {
    struct arena *arena;
    struct diag *diag;
    const struct roll *roll;
    struct national_file file;
    const struct layout *layout; /* of the files with list sizes, once there was one */
    const char *layout_file;
    bool has_map, failed;
    size_t rows;
    struct name_index codes;  /* in capitals */
    struct practice **blocks; /* by number in `codes`: see national_numbered */
    size_t block_count, block_capacity, practice_count;
    struct practice *last;     /* of the last row, */
    char last_code[CODE_ROOM]; /* whose code was spelled so; NULL for one that is longer */
    char *capitals;            /* room to spell a code in capitals */
    size_t capitals_room;
    struct name_index areas;
    struct date stated; /* that was asked for; year 0 for none */
    struct date as_at;  /* year 0 as long as there was none */
    const char *date_file;
    size_t date_line;
    char date_text[32]; /* the last spelling of it that was seen */
    size_t date_length;
};

/* Columns of the file at hand, by what they are. */
static inline bool national_has(const struct national_reader *reader, enum layout_column column)
{
    return reader->file.laid_out.at[column] != COLUMN_NONE;
}

static inline const struct cell *national_cell(const struct national_reader *reader,
                                               const struct row *row, enum layout_column column)
{
    return row_cell(row, reader->file.laid_out.at[column]);
}

static inline struct place national_place(const struct national_reader *reader,
                                          const struct row *row, enum layout_column column)
{
    return table_place(reader->arena, reader->file.name, row, reader->file.laid_out.at[column]);
}

/* --- national_rows.c --- */

/* For table_stream_open: `context` is the reader. */
bool national_take_row(void *context, const struct row *row);

/* Practices stand in blocks, because an array that grows leaves copies of itself behind. */
#define PRACTICE_BLOCK ((size_t)32)

static inline struct practice *national_numbered(const struct national_reader *reader,
                                                 size_t number)
{
    return &reader->blocks[number / PRACTICE_BLOCK][number % PRACTICE_BLOCK];
}

/* The practice of this code, added when it is new. */
struct practice *national_practice(struct national_reader *reader, const char *code);

/* By what a member is found in files: its code, or, in a plain list, its name where it has none. */
const char *national_key(struct arena *arena, const struct member *member);

/* Takes the layout of the file at hand. False, with an error, when an earlier file has another. */
bool national_lay_out(struct national_reader *reader, const struct row *header);

/* The day that the list sizes of a row are of, and that `place` tells. */
void national_take_date(struct national_reader *reader, struct place place, struct date date);
void national_read_date(struct national_reader *reader, const struct row *row);

/* The list size of a practice, from the column LAYOUT_TOTAL of its row. */
void national_take_total(struct national_reader *reader, struct practice *practice,
                         const struct row *row);

/* --- plain_list.c --- */

/* Whether these are the bytes of a table of practices and list sizes, by its headings. */
bool plain_list_is(struct arena *arena, struct bytes text);

/* Reads it in place of the streamed rows. False, with errors, when it cannot be used. */
bool plain_list_read(struct national_reader *reader, struct bytes text);

/* --- plain_parts.c --- */

struct sheet;

/* False, with an error, where a column of the list that nothing reads says that its sizes are of a
 * part of each list or of other days, or are not yet what they should be. */
bool plain_list_is_whole(struct national_reader *reader, const struct sheet *sheet);

/* --- national_sums.c --- */

/* What the slots of a practice come to. */
struct sum {
    enum {
        SUM_NONE,
        SUM_FOUND,
        SUM_NOBODY, /* 0 patients */
        SUM_BLANK,  /* a figure of it is blank */
        SUM_ONE_SEX,
        SUM_FAULTY,
        SUM_INCOMPLETE, /* added up from rows by age, of which it has fewer or more than others */
    } state;
    int64_t patients;
    const struct slot *slot;  /* the first, for its place, or the faulty one; NULL for SUM_NONE */
    const struct slot *twice; /* one that has a second row; NULL when there is none */
};

/* Fills figures and areas, and reports what is wrong with those that count. */
void national_add_up(struct national_reader *reader, struct national *national);

#endif
