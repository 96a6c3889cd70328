/* SPDX-License-Identifier: MIT */
#ifndef REPORT_DOCUMENT_H
#define REPORT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "phrases.h"
#include "quorate/arena.h"
#include "quorate/date.h"
#include "quorate/outcome.h"

/*
 * What stands in a report, before anybody knows in which format: blocks in the order in which they
 * are read. A builder (pages/) makes it of a finished value and does not ask for the format; a
 * writer (write/) turns any document into a page and does not ask which report it is. All texts are
 * whole sentences as they are, in valid UTF-8 or not, in one line: a writer makes them printable,
 * wraps and escapes them.
 *
 * A page of plain text has 80 columns and no headings but a few: labels stand at its left edge. So
 * a block may have a `label` for it, and a `brief` form that stands there instead.
 */

enum block_kind {
    BLOCK_CHAPTER,    /* one of several motions or kinds: `label` its name, `text` below it. Without
                         a label: what follows is of the whole again */
    BLOCK_SECTION,    /* a part under its heading `label` */
    BLOCK_PARAGRAPH,  /* `text`, in text behind its `label` where it has one */
    BLOCK_FACT,       /* `label`: `text`. The label of the fact before goes on with it */
    BLOCK_ITEM,       /* of a list below a fact or a paragraph */
    BLOCK_VERDICT,    /* the answer: `lead` in a panel of its `tone`, `text` in figures behind it */
    BLOCK_NOTICE,     /* what must not be missed: `lead`, `text`, `items` */
    BLOCK_RESOLUTION, /* what minutes have: the sentence `lead` and, in its own words, `text` */
    BLOCK_TABLE,
    BLOCK_PICTURE, /* where `text` is given it says the same, for pages that draw nothing; a `text`
                      alone is of the picture of a table */
    BLOCK_FILL_IN, /* `text` and the `items` to be filled in by hand behind it */
};

enum tone {
    TONE_PLAIN,
    TONE_GOOD,
    TONE_BAD,
    TONE_OPEN,
};

/* ---- Tables */

enum align {
    ALIGN_NAME,
    ALIGN_NUMBER,
    ALIGN_PROSE, /* in text the last column, wrapped */
};

struct doc_column {
    const char *heading;
    enum align align;
    const char *brief; /* its heading in text, where it is another one; "" for none */
    const char *group; /* in text over this column and the next ones without one */
    bool is_wide;      /* text has no room for it */
    bool is_below; /* nor for this: text sets it below the table, behind the names that have it */
};

struct doc_cell {
    const char *text;         /* NULL: empty */
    const char *brief;        /* in text */
    const char *code;         /* of a member, behind its name */
    const char *link;         /* the id of the chapter that tells more */
    bool is_strong, is_whole; /* is_whole: a word of ours, that is never torn */
    bool is_digest;           /* a fingerprint, that is best torn in the middle */
};

struct doc_row {
    struct doc_cell *cells; /* one a column */
    bool is_total;
    struct note_marks *marks; /* behind the first cell; NULL for none */
    const char *label;        /* in text a labelled paragraph or two instead of the row: */
    const char *sentences[2]; /* where the first is given; NULL for none */
};

enum fold {
    FOLD_OPEN,   /* the table stands below its picture */
    FOLD_CLOSED, /* it can be opened below it, and is on paper */
    FOLD_AWAY,   /* the picture has each of its figures */
};

struct doc_table {
    struct arena *arena;
    const char *caption;
    struct doc_column *columns;
    size_t column_count, column_capacity;
    struct doc_row *rows;
    size_t row_count, row_capacity;
    size_t prose_at; /* in text: the column of the page where prose begins */
    bool is_tally;   /* in text figures beside the block's label, without headings */
    bool is_records; /* in text each row is its name, and below it each cell behind its heading */
    bool is_matrix;  /* of short words alike: text sets columns below one another that have no room
                        side by side, and a narrow page the cells of a row behind one another */
    const struct picture *picture; /* the same drawn; NULL for none */
    enum fold fold;
};

/* ---- Pictures: bars whose lengths can be compared. Each has its label and its figure as text. */

enum fill {
    FILL_SOLID,
    FILL_STRIPES,
    FILL_BLOCK, /* from here to FILL_PLUSES in one neutral colour: candidates have no sides */
    FILL_LINES,
    FILL_CHECKS,
    FILL_BARS,
    FILL_SLANTS,
    FILL_WAVES,
    FILL_BRICKS,
    FILL_PLUSES,
    FILL_DOTS,
    FILL_CROSSES,
    FILL_RINGS,
    FILL_GRID,
    FILL_HOLLOW,
    FILLS,
};

struct bar {
    const char *label;
    const char *figure;
    int64_t quantity; /* may be negative in a picture of changes */
    int64_t mark;     /* where what is needed stands on the bar; 0 for nowhere */
    enum fill fill;
    bool is_apart; /* no part of the whole: its figure is told and no bar drawn */
};

/* An entry of a legend; as a mark it is the line across a bar, as a track the room of one. */
struct legend {
    const char *label;
    enum fill fill;
    bool is_mark, is_track;
};

struct picture {
    const char *finding; /* the one thing that it shows, as a sentence */
    struct bar *bars;
    size_t count;
    int64_t scale; /* the quantity of a bar of full length */
    int64_t whole; /* what the bars are parts of, as long as the track; 0 for the scale */
    bool changes;  /* bars go to the left or to the right of nought */
    struct legend *legend;
    size_t legend_count;
};

/* More bars than this are no picture. */
#define PICTURE_BARS_MOST ((size_t)60)

/* A picture without bars, with room for so many. */
struct picture *picture_new(struct arena *arena, const char *finding, size_t bars);

/* Adds a bar; the scale grows with what is drawn of it. */
void picture_bar(struct picture *picture, struct bar bar);

/* Adds an entry to the legend, which has room for one a fill. */
void picture_legend(struct picture *picture, struct legend entry);

/* The greatest first; equal ones stay as they are. */
void picture_sort(struct picture *picture);

/* ---- Blocks */

struct note_marks {
    const size_t *numbers;
    size_t count;
};

struct document;

/* Adds the blocks of a chapter, which is the one at this place of a value. */
typedef void make_chapter(struct document *document, const void *value, size_t at);

struct block {
    enum block_kind kind;
    const char *id;    /* of a chapter or section, without the chapter's: "votes" */
    const char *label; /* what it is called */
    const char *lead;
    const char *text;
    const char *brief; /* what text says instead of lead and text; "" for nothing */
    const char *const *items;
    size_t item_count;
    struct note_marks marks; /* the notes that belong behind it */
    enum tone tone;
    bool is_quiet;  /* of a section: text has no heading for it, because labels say it */
    bool is_apart;  /* of a quiet section: text sets it off by an empty line */
    bool is_split;  /* of a verdict: another one, as the rules are read */
    bool is_quoted; /* of a resolution: a motion, blank where it is not known */
    bool is_folded; /* of a chapter or section: what is told above in short, or beside the matter,
                       to be opened by whoever wants it, and open on paper */
    struct doc_table *table;
    const struct picture *picture; /* of BLOCK_PICTURE */
    make_chapter *make; /* of a chapter: its blocks are made when it is written, for there can be
                           many; NULL where they are the blocks behind it */
    const void *of;     /* what it is a chapter of, */
    size_t at;          /* at this place */
};

/* Beside what document_new takes, `outcome` must be given, and `units` where there are inputs. */
struct document {
    struct arena *arena;
    /* The first lines: whose it is and what. Where `headline` is NULL the body is the headline. */
    const char *body, *headline, *line;
    const char *origin; /* a sentence below them: by whose rules; NULL for a bundled constitution */
    /* The same for a page that has a heading: what it is of, of which kind, on which day, and the
     * outcome in a few words for a list of pages. `kind` may be NULL, `date` not given. */
    const char *outcome, *about, *kind;
    struct date date;
    bool is_confidential; /* shows how somebody voted in secret: told on every sheet */
    struct note_list notes;
    const struct input *inputs;
    size_t input_count;
    const char *units;   /* what the members are called: what the roll's file holds */
    const char *sharers; /* those in the table by which a governing body's votes go */
    bool undrawn;        /* nobody will see a picture, so none is made */
    size_t listed;       /* how many entries of a list it tells at most (phrases_listed) */
    const char *const *signatures; /* who answers for it: "Chair" */
    size_t signature_count;
    const char *version;
    struct block *blocks;
    size_t count, capacity;
    struct block nowhere; /* what was not added */
};

/* A page of a body (NULL: of what the constitution is called) with the files that it is made of.
 * `line` is what it is about, too; it may be NULL where another is given. */
struct document *document_new(struct arena *arena, const char *body, const struct provenance *from,
                              const char *line);

/* Adds a copy of the block, and returns it until the next one is added. */
struct block *document_add(struct document *document, struct block block);

/* What is in a chapter that is made when it is written: a document of its blocks, in an arena that
 * goes when they are. Without pictures, where whoever writes it draws nothing. */
const struct document *document_chapter(struct arena *part, const struct document *document,
                                        const struct block *block, bool drawn);

/* The usual ones. A NULL text or picture adds nothing. */
struct block *document_section(struct document *document, const char *id, const char *heading);
struct block *document_quiet_section(struct document *document, const char *id, const char *heading,
                                     bool is_apart);
struct block *document_paragraph(struct document *document, const char *label, const char *text);
struct block *document_fact(struct document *document, const char *label, const char *text);

/*
 * Facts that may be many, one an entry under one label. Each entry is counted, and where that says
 * so it is told; at the end it is told how many others there are: "And 25,321 other rows, ...".
 */
struct doc_list {
    struct document *document;
    const char *label;
    size_t count;
};
bool doc_list_tells(struct doc_list *list);
void doc_list_end(const struct doc_list *list, const char *other, const char *others);

/*
 * The places of those that a table lists of a body that is too large for it: the largest, the first
 * of them first, no more than LISTED_FIRST. Returns how many: none where all are alike, and so none
 * is worth more than another.
 */
size_t document_largest(const int64_t *quantities, size_t count, size_t places[LISTED_FIRST]);

/* Why members are not listed; `rows`: "251 practices in 2 motions would be 502 rows". */
enum summed {
    SUMMED_ALL,     /* the report is without them */
    SUMMED_LONG,    /* they are more than a page lists */
    SUMMED_SMALLER, /* and the largest are listed */
};
const char *document_summed(struct arena *arena, const char *units, const char *rows,
                            enum summed summed);

/* The part that a page begins with: what it comes to, `lead`, with its figures. */
struct block *document_outcome(struct document *document, const char *lead, const char *text,
                               enum tone tone);

/* That another reading of the rules gives another answer: a sentence each, if there are any. */
void document_depends(struct document *document, const char *const *readings, size_t count);

struct block *document_table(struct document *document, struct doc_table *table);
void document_picture(struct document *document, const struct picture *picture);

/* The numbers of the notes that belong there. `poll` may be NO_POLL. */
struct note_marks document_marks(const struct document *document, size_t poll, enum anchor anchor);

/* A table without rows; what is added to it lives in the arena. `headings` are those of its
 * columns, with | between them, # before one of figures and ~ before one of prose:
 * "Locality|#Votes". */
struct doc_table *doc_table_new(struct arena *arena, const char *caption, const char *headings);

/* Adds a column to a table without rows, and returns it until the next one is added. */
struct doc_column *doc_table_column(struct doc_table *table, const char *heading, enum align align);

/* Adds a row of texts, one a column (NULL: empty), and returns it until the next one is added. */
struct doc_row *doc_table_row(struct doc_table *table, const char *const *texts);

/* Below the rows that it lists, where there are others: "and 25,321 others". */
void doc_table_others(struct doc_table *table, size_t others);

/* "12.74%"; NULL stays. */
const char *document_percent(struct arena *arena, const char *figure);

#endif
