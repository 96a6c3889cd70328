/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TABLES_BALLOTS_INTERNAL_H
#define QUORATE_TABLES_BALLOTS_INTERNAL_H

#include "../internal.h"
#include "quorate/sheet.h"
#include "quorate/tables.h"

/* What the files that read ballots.csv share. */

enum ballot_column {
    COLUMN_PRACTICE,
    COLUMN_CODE,
    COLUMN_VOTE,
    COLUMN_ROLE,
    COLUMN_VOTER,
    COLUMN_NOTIFIED,
    COLUMN_INTEREST,
    COLUMN_RECEIVED,
    COLUMN_MOTION,
    COLUMN_DECISION,
    COLUMN_REASON,
    COLUMN_EMAIL,
    COLUMN_ATTENDANCE,
    COLUMN_APOLOGIES,
    COLUMN_PROXY,
    COLUMN_OPENING,
    COLUMN_VOTES,
    BALLOT_COLUMNS,
};

/* Names that --column takes beside those of the columns: attendance by its other name, and what
 * tells nothing of who is there or how they voted. */
#define COLUMN_NAME_PRESENT "present"
#define COLUMN_NAME_NONE    "none"

/* What a kind of decision means for reading its rows. */
struct decision {
    const char *name; /* as the rules table spells it */
    bool is_election, secret;
    bool by_consensus; /* nobody votes on it */
    bool by_reply;     /* members reply, and are not in a room */
    unsigned voters;   /* the roles that may vote: a bit for each enum role */
    unsigned may_vote; /* those of them, and those that may on a reading */
    bool by_notice; /* by default or on a reading a proxy counts only if the lead was told of it */
    bool by_order;  /* likewise the first or the last of two ballots counts */
    bool last_counts; /* of two ballots, by default */
    bool by_opening;  /* likewise a quorum is of who was there when the meeting opened */
};

/* One way in which ballots write a candidate's name. */
struct spelling {
    size_t candidate;
    size_t ballots;
};

/* A poll while its rows come in. */
struct poll_draft {
    const char *motion;              /* NULL when not named */
    const struct decision *decision; /* of its first row that tells one */
    const struct row *decision_row;
    const struct row *first;
    size_t post;             /* of the list of candidates; POST_NONE where it cannot be told */
    bool post_untold;        /* that was told */
    struct name_index names; /* of the candidates, where there is no list */
    struct candidate *candidates;
    size_t candidate_count, candidate_capacity;
    struct name_index written; /* the same names as they stand in the ballots */
    struct spelling *spellings;
    size_t spelling_count, spelling_capacity;
    bool *backed; /* each of them: by a ballot that is not bound to be left out */
    size_t backed_count, backed_capacity;
    struct slip_list slips;
    size_t continued;     /* of them, those that go on with the row before */
    struct other *others; /* who represent nobody */
    size_t other_count, other_capacity;
    struct chair chair;
    const char **doubts;
    size_t doubt_count, doubt_capacity;
};

/* The spellings of those who stand for one post. */
struct post_names {
    struct name_index spellings;
    size_t *spelled; /* which of its candidates each of them means */
};

/* What a cell says of who was there. */
enum presence {
    PRESENCE_UNTOLD, /* it is no word of attendance */
    PRESENCE_BLANK,
    PRESENCE_THERE, /* "present" */
    PRESENCE_AWAY,  /* "apologies" */
    PRESENCE_YES,   /* also true and 1: what is yes depends on the heading */
    PRESENCE_NO,
    PRESENCE_TICK,
    PRESENCE_CROSS, /* an x beside nothing else is a tick */
    PRESENCE_WILL_COME,
    PRESENCE_WILL_NOT,
    PRESENCE_MAY_COME,
    PRESENCES,
};

/* How often each stands in a column. */
struct presences {
    size_t of[PRESENCES];
    size_t rows;
};

/* What a column that is not read may say of its rows. */
enum testimony {
    TESTIMONY_NONE,
    TESTIMONY_OUT,   /* headed "withdrawn": a yes says that the row does not count */
    TESTIMONY_IN,    /* headed "valid": a no does */
    TESTIMONY_THERE, /* headed "attended the meeting": a no says that nobody was there */
    TESTIMONY_MET,   /* headed "eligible", "finished", "confirmed by": a no or a blank denies it */
    TESTIMONY_PROGRESS,  /* headed "progress": less than 100 says that nothing was handed in */
    TESTIMONY_LEFT,      /* headed "left at": what is filled says that somebody went */
    TESTIMONY_ABSTAINED, /* headed "reason for abstaining": what is filled says that somebody did */
    TESTIMONY_SIZE,      /* headed "list size": another number than the roll's */
    TESTIMONY_WEIGHT,    /* headed "votes": one that is no weight of the member's */
    TESTIMONY_LOCALITY,  /* headed "locality": another than that of the rules */
    TESTIMONY_AREA,      /* headed "area": another than the member's */
};

/* Of whom a column that is not read may tell whether they agreed. */
enum agreement {
    AGREEMENT_UNTOLD,
    AGREEMENT_OF_VOTES,     /* whatever it is headed, all its cells are votes: a no may be one */
    AGREEMENT_OF_THOSE_FOR, /* headed "agreed": a no is an objection */
    AGREEMENT_OF_OBJECTORS, /* headed "objections": whatever stands there is one */
};

/* The dates of one column. */
struct date_column {
    enum date_order order;
    const struct row *unsure; /* the first that may be two days, where nothing tells the order of
                                 the column; else NULL */
};

/* A column that has how many votes went one way. */
struct side_column {
    size_t cell;
    enum vote vote;
};

/* What a row says: one ballot, or one for each side. */
struct ballot_sides {
    struct ballot ballots[VOTE_ABSENT + 1];
    size_t count;
};

/* Rows with the same words in all cells but those that name their member. */
struct row_kind {
    uint32_t hash;
    bool plain;            /* a ballot is all that came of one that was read, */
    size_t draft;          /* and stands in this one, */
    uint32_t says;         /* and says this */
    const uint32_t *words; /* of the first row, in the cells that do not name its member */
};

/* A line above the headings, the heading of a column without anything, or the name of a sheet. */
struct title_line {
    const char *text, *folded;
    struct place place;
    struct wording words; /* where it stands, to be told */
    const char *rid;      /* what one does to be rid of it: "delete the line" */
};

/* A ballot file while it is read. */
struct ballots_load {
    struct sheet sheet;
    struct heading *headings; /* of each column of it, once the table is there */
    struct arena *scratch;    /* until they are read */
    struct words *read;       /* what is known of the words of its cells */
    const struct ballot_reading *reading;
    const char *file;
    const char *unit, *units;
    bool passed_over;          /* lines are, that are none of the table: passed_over.c */
    struct title_line *titles; /* those above the headings: titles.c */
    size_t title_count, title_capacity;
    const struct layout *layout; /* NULL where the headings are of none that is known */
    bool is_list;                /* of who is there, whatever they voted */
    bool by_consensus;           /* it is one because all its rows are of decisions by consensus */

    /* What is voted on: decisions.c. */
    struct decision *decisions;   /* of the rules; `name` is NULL until it was looked up */
    const struct decision *usual; /* for rows that name none; NULL when that is not known */
    const char *last_decision;    /* the cell that was looked up last, and its answer */
    const struct decision *last_answer;

    /* Who votes: rows.c, address.c. */
    bool by_address;               /* no column tells the members, so their voters' addresses do */
    const struct row *first_other; /* whose address is in no list of voters */
    size_t names_looked_at;        /* for suggestions */
    bool members_listed, codes_listed; /* in what is said of a name or of a code */

    /* What they mean: meanings.c. */
    struct name_index asked; /* words that were asked about */

    /* Whom they vote for: votes.c. */
    struct post_names *posts; /* of the list of candidates; as many as that has */

    /* What they come to: polls.c. */
    struct name_index motions;
    struct poll_draft *drafts; /* one for each motion */
    size_t draft_count, draft_capacity;
    struct sayings *sayings; /* of their ballots */
    size_t rows_most;        /* of one of them */
    struct row_kinds *kinds; /* of those that were read: kinds.c */
    size_t added, added_to;  /* how many ballots were, and the draft of the last */
    bool any_parts;          /* some of them cast some of their member's votes */
    bool too_many;           /* there are more: the rest is not read */

    /* Votes in several columns: side_by_side.c. */
    size_t *motion_cells, *words; /* a column for each motion, or for each word; not both */
    size_t motion_count, word_count;
    enum vote *word_votes; /* what each of `words` is headed by */
    size_t turned;         /* the number of the one whose column is read */
    size_t
        *polls_turned; /* of each of them the draft on it, or POLL_NEW; one where there is none */
    size_t
        *passed_motions; /* those that are not asked for, where one column is told to be the vote */
    size_t passed_motion_count;
    struct side_column *sides; /* a column for the number of votes of each: sides.c */
    size_t side_count;
    const char *motion;     /* the one whose column is read; NULL where there are none */
    size_t *question_cells; /* beside each of motion_cells, where the motions stand in the rows */
    size_t question_count;  /* of a poll report: zoom_poll.c; and whether all of its questions */
    bool question_columns;  /* stand behind all of its answers */

    /* Who was there: attendance.c, evidence.c. */
    struct presences attendance, apologies, openings; /* of the columns that are so called */
    bool opening_missed; /* said that no column tells who was there when the meeting opened */
    enum testimony *testimonies; /* of each column: whether it may strike rows out */
    enum agreement *agreements;  /* of each column that nothing reads */
    bool *others_named;          /* of each column: that it names other members was told */
    size_t *remarks;             /* the cells of a row that nothing reads, or that are remarks */
    size_t remark_count;
    bool names_attendees; /* some row names who cast it or came */
    const char **notes;   /* about the whole file, for the notes of each poll */
    size_t note_count, note_capacity;

    /* When: date_order.c, times.c. */
    struct zone zone;                         /* of the column `received`, by its heading */
    struct date_column dates[BALLOT_COLUMNS]; /* of those that have any */
    const char *doubt;              /* about the whole file, for the notes of each poll; or NULL */
    const struct row *received_row; /* the first row with a time, */
    bool received_zoned;            /* and whether that has a zone */
    const struct row *untimed_row;  /* the first that counts without one */
    size_t untimed;                 /* how many do */
    bool notice_untold;             /* said that it is not known when the lead was told of one */
};

/* What helps where there are too many rows. */
#define BALLOTS_COPIED                                                                             \
    "Check that it is the right file, and that its rows were not copied again and again."

/* --- columns.c --- */

/* "practice", as formats.md calls it. */
const char *ballots_column_name(enum ballot_column column);

/* What is looked for, in the words of this body: BALLOT_COLUMNS of them. */
struct column *ballots_wanted(const struct ballots_load *load);

/* Finds the columns. False, with an error, also where one that is not used looks as if it should be
 * counted by. */
bool ballots_find_columns(struct ballots_load *load);

/* --- passed_over.c --- */

/*
 * Finds the headings and takes the lines above them, and the sections behind the table in a layout
 * that has any, out of the bytes, with a warning. False, with an error, when one of them names a
 * member, and so may be a ballot.
 */
bool ballots_pass_over(struct ballots_load *load, struct bytes *bytes);

/* --- takes.c --- */

/* Whether columns of votes that stand side by side, or motions of the column `motion`, are named as
 * takes of one vote: "Draft vote" and "Final vote". Then it is asked, with an error, which counts.
 */
bool ballots_columns_are_takes(const struct ballots_load *load);
bool ballots_motions_are_takes(const struct ballots_load *load);

/* --- titles.c --- */

/* Keeps what a line above the headings says of the rows. False, with an error, where that is that
 * they are not to be counted, that a vote means another, or that they are of another day.
 * `words` is the line, to be told. */
bool ballots_title_agrees(struct ballots_load *load, const char *text, struct place place,
                          struct wording words);

/* The same as ballots_title_agrees of the name of a sheet that nobody asked for by it: "DRAFT",
 * "Email vote". */
bool ballots_sheet_agrees(struct ballots_load *load, const char *name);

/* The same of headings below which nothing stands: "Meeting of 10 June 2015". False, with an error,
 * where one of them says so. */
bool ballots_headings_agree(struct ballots_load *load);

/* Once the rows are read: an error where such lines tell other numbers of votes than the rows have.
 */
void ballots_hold_titles(const struct ballots_load *load);

/* --- title_days.c --- */

/* False, with an error, where such a line says that the meeting or the vote was on another day than
 * it is of: "Meeting of 10 June 2015", "Votes May 2015", and, if it may be alone, "10/6/15". */
bool ballots_day_of_title_agrees(const struct ballots_load *load, const struct title_line *title,
                                 bool may_be_alone);

/* Whether none of the rows tells another day of the meeting than that of the vote; else an error.
 */
bool ballots_day_agrees(const struct ballots_load *load, size_t cell);

/* --- claims.c --- */

/* False, with an error, where a line above the headings says of the vote that it is of another kind
 * or locality than what is counted, that there are more rows elsewhere, or how a member voted. The
 * `heading` of a column may be of a kind of decision, as "email vote". */
bool ballots_claims_agree(struct ballots_load *load, const struct title_line *title, bool heading);

/* Whether none of the rows says, in a column that nothing reads, that it is of another kind of
 * decision; else an error. */
bool ballots_kind_agrees(struct ballots_load *load, size_t cell);

/* Whether what a cell or a line calls the locality may be that of the rules; also where these tell
 * none. There have to be rules. */
bool ballots_may_be_locality(const struct ballots_load *load, const char *text);

/* What stands behind a label of these, to the end of the line: "Motion: adopt the plan", or
 * "Motion,adopt the plan" where the line begins with it. NULL where the line has none of them, and
 * where nothing stands behind it. */
const char *ballots_behind_label(struct arena *arena, const char *text, const char *labels);

/* Once the rows are read: an error where such lines name another motion than the only one that is
 * counted. */
void ballots_hold_claims(const struct ballots_load *load);

/* Whether the words of a line tell what somebody did, or what became of a ballot; `in_short`: a
 * vote alone is none, which may be of anything. */
bool ballots_tells_of_an_act(const char *folded, bool in_short);

/* --- line_words.c --- */

/* The words of a folded line, or the pieces of one. */
struct line_words {
    const char **words;
    size_t count, capacity;
};

/* What stands between commas, brackets, dashes and the ends of sentences: "45,866" as "45866". */
struct line_words ballots_pieces(struct arena *arena, const char *text);

struct line_words ballots_line_words(struct arena *arena, const char *folded);

/* The number that a word is, "5" or "five"; -1 for none. */
long long ballots_number_of(const char *word);

/* --- numbers.c --- */

/* Whether numbers in it may be of votes. Those of a share are none, and the name of a sheet ("Votes
 * 2015", "Votes 2") tells sheets apart. */
bool ballots_title_may_number(const struct title_line *title);

/* --- pairs.c --- */

/* Rows of one vote: at most all of them are told, and at least the members whose lead voted so
 * without an interest. */
struct rows_of_vote {
    long long least, most;
};
struct rows_of_vote ballots_rows_of(const struct ballots_load *load, const struct poll_draft *draft,
                                    enum vote vote);

/* Whether its rows may be for it or against it. */
bool ballots_has_sides(const struct ballots_load *load, const struct poll_draft *draft);

/* Whether the rows on a motion have the numbers for and against that a text, folded, tells, if it
 * does; else these are in `wrong`, two of them. */
bool ballots_pairs_agree(const struct ballots_load *load, const struct poll_draft *draft,
                         const char *folded, long long *wrong);

/* --- numbers.c --- */

/* Once the rows are read: an error where a line above the headings tells another number of members,
 * ballots or votes than the rows come to: of the motion that it names, else of any. */
void ballots_hold_numbers(const struct ballots_load *load);

/* --- number_words.c --- */

/* The pieces of such a line, each with its number: what stands in a cell alone is of the cell
 * before it, and "5 in favour and 3 against" are two. */
struct line_words ballots_numbered_pieces(const struct ballots_load *load, const char *text);

/* --- motions_told.c --- */

/* A text in which the names of motions have nothing that would end a piece. */
const char *ballots_with_whole_names(const struct ballots_load *load, const char *text);

/* A piece of a line, and of which motion it is: its number among the drafts, STATED_OF_ALL, or
 * STATED_OF_ANY. "Result" stands in it where the motion's name did. */
struct told_piece {
    const char *text;
    size_t poll;
};
struct told_pieces {
    struct told_piece *pieces;
    size_t count;
};

/* Those of a line with numbers (ballots_numbered_pieces): what comes behind one that names a motion
 * is of that too, and so is all of a line that names no other. */
struct told_pieces ballots_told_pieces(const struct ballots_load *load, const char *text);

/* Whether rows on each of the motions have this text in the column of this cell, where a column
 * tells motions apart; NULL where none does. */
const bool *ballots_motions_with(const struct ballots_load *load, size_t cell,
                                 const struct cell *text);

/* What stands behind the name of a motion where that stands, in brackets or behind a dash: "Budget
 * (5 for, 1 against)". False where nothing does, or the file does not name it. */
bool ballots_motion_line(const struct ballots_load *load, size_t draft, struct title_line *line);

/* More texts of a column tell of their rows, and not of what came of the votes. */
#define TOLD_TEXTS_MOST ((size_t)64)

/* --- numbers.c --- */

/* Whether such a piece tells how many patients or weighted votes were for it, against it
 * or there, as "48818 for" and "38169 patients against", and not how many members. What it says is
 * then in `stated`, whose `votes` are -1 before. */
bool ballots_patients_told(const struct ballots_load *load, const char *piece,
                           struct stated_result *stated);

/* --- absences_told.c --- */

/* Once the rows are read: an error where a line above the headings tells that somebody sent
 * apologies who is there by a row, or that a list is of those who were asked to come. */
void ballots_hold_absences(const struct ballots_load *load);

/* --- short_names.c --- */

/* Once the rows are read: an error where such a line tells that of a member, by a word of its name,
 * and its rows do not. */
void ballots_hold_short_names(const struct ballots_load *load);

/* --- stated.c --- */

/* Once there are polls: what lines above the headings, and cells that nothing reads, say came of
 * them goes into the box, for whoever knows what did. */
void ballots_find_stated(struct ballots_load *load, struct ballot_box *box);

/* --- stated_rules.c --- */

/* The one percentage of a text, in hundredths, and how many of its decimals are written; false
 * where there is none, or are several. */
bool ballots_has_percentage(struct arena *arena, const char *text, long long *percent,
                            unsigned *places);

struct stated_result;

/* Whether a text, which is folded too, says by what rule the votes are counted: "Quorum: 80%",
 * "Secret ballot". Fills in what it says, which is not held against the rules here. */
bool ballots_rule_told(const struct ballots_load *load, const char *text, const char *folded,
                       struct stated_result *stated);

/* --- layouts.c --- */

/* A table that a program writes, known by its headings. */
struct layout;

/* The layout of which these headings are; NULL for none that is known. */
const struct layout *layout_of(const struct heading_row *row);

/* How what it holds becomes one table. */
enum layout_shape {
    LAYOUT_TABLE,    /* it is one, also where the layout is not known */
    LAYOUT_SECTIONS, /* it is a section among others: each begins with a line "2. Participants" */
    LAYOUT_POLL,     /* a poll report, whose rows are longer than the headings: zoom_poll.c */
    LAYOUT_WEBINAR,  /* several sections, each with its own headings: zoom_webinar.c */
};
enum layout_shape layout_shape(const struct layout *layout);

/* Whether its rows are of people who joined a meeting, one for each time. */
bool layout_tells_joins(const struct layout *layout);

/* Changes the columns that are looked for to those of the layout. */
void layout_prepare(struct ballots_load *load, const struct layout *layout, struct column *wanted);

/* --- zoom_poll.c --- */

/* Gives every cell of a poll report a heading. */
void ballots_unfold_poll(struct ballots_load *load, const struct heading_row *row,
                         struct bytes *bytes);

/* Finds the columns of its questions and answers, where a poll of it has several: each is a motion.
 */
void ballots_find_questions(struct ballots_load *load);

/* --- zoom_webinar.c --- */

/* Makes one table of the sections of an attendee report. False, with an error, where one of them
 * has other headings than such a report, or a row other cells than its section. */
bool ballots_unfold_webinar(struct ballots_load *load, const struct heading_row *row,
                            struct bytes *bytes);

/* --- times.c --- */

/* Whether the headings are those of an export of Microsoft Forms. */
bool ballots_of_microsoft_forms(const struct ballots_load *load);

/* Or of Outlook, which exports e-mails with their senders and without their times. */
bool ballots_of_outlook(const struct ballots_load *load);

/* Looks at the columns of dates as a whole. False, with an error, when ballots need their times and
 * these are not there, or dates contradict each other. */
bool ballots_look_at_times(struct ballots_load *load);

/* Once the rows are read: asks for the order of their dates where it matters and cannot be told,
 * else warns of that, and of ballots that count without a time. */
void ballots_look_at_order(struct ballots_load *load);

/* An error where a line above the headings says when the vote opened or closed, of ballots whose
 * times are known, and the caller does not, or says another day. */
void ballots_hold_closing(const struct ballots_load *load);

/* When the ballot came, where the row says that. */
bool ballots_read_received(struct ballots_load *load, const struct row *row, struct ballot *ballot);

/* False, with an error, when the ballot needs its time and has none. */
bool ballots_has_time(struct ballots_load *load, const struct row *row,
                      const struct ballot *ballot);

/* --- proxies.c --- */

/* Whether a proxy cast the vote, and who that was. The role must have been read. False, with an
 * error, where that contradicts the role or the voter, or names no person. */
bool ballots_read_proxy(struct ballots_load *load, const struct row *row, struct ballot *ballot);

/* --- notified.c --- */

/* When the locality lead was told of a proxy. The role must have been read. */
bool ballots_read_notified(struct ballots_load *load, const struct row *row,
                           const struct decision *decision, struct ballot *ballot);

/* --- date_order.c --- */

/* Settles the order of day and month in each column of dates: by those that allow only one, else as
 * the caller tells. False, with an error, when they contradict each other or the caller. */
bool ballots_find_orders(struct ballots_load *load);

/* Whether a cell begins with a date that may be one day or another, for all that is known. */
bool ballots_date_is_untold(const struct ballots_load *load, enum ballot_column column,
                            const char *text, struct date *by_day, struct date *by_month);

/* Says so at the cell: an error where the day is needed, else a warning. */
void ballots_report_untold(const struct ballots_load *load, const struct row *row,
                           enum ballot_column column, bool needed);

/* --- cells.c --- */

/* Reads the headings of the table, each once. */
void ballots_read_headings(struct ballots_load *load);

/* Whether a heading is of the column, and the first cell that has it, unless `cell` is NULL. */
bool ballots_has_heading(const struct ballots_load *load, const struct column *column,
                         size_t *cell);

/* Whether a column is headed by a vote, of which its cells may have a mark: "For", "Favour (tick)",
 * "Noes". */
bool ballots_headed_vote(const struct ballots_load *load, size_t cell, enum vote *vote);

/* What a cell says, as it stands there. */
const char *ballots_written(const struct ballots_load *load, const struct row *row,
                            enum ballot_column column);

/* What a vote or a role in these words means: the word that was told for an answer, else itself. */
const char *ballots_meaning(const struct ballots_load *load, enum ballot_column column,
                            const char *text);

/* Adds an error at a cell; that of a column, or one that is told by its number. */
void ballots_report(const struct ballots_load *load, const struct row *row,
                    enum ballot_column column, struct wording remedy, struct wording what);
void ballots_report_cell(const struct ballots_load *load, const struct row *row, size_t cell,
                         struct wording remedy, struct wording what);

/* What the cell says, in quotation marks: "this" where votes are secret. */
struct wording ballots_quote(const struct ballots_load *load, const struct row *row,
                             enum ballot_column column);

/* The heading of a cell, likewise. */
struct wording ballots_quote_heading(const struct ballots_load *load, size_t cell);

/* The member that a text names anywhere but in its own column, if only by a code beside another
 * name; NULL for none. */
const struct member *ballots_member_named(const struct ballots_load *load, const char *text);

/* The member that a text which names none probably means; NULL for none, and for any text when too
 * many were looked for already. */
const struct member *ballots_suggest_member(struct ballots_load *load, const char *text);

/* Whether a text that names no member may be a member's name misspelt: one is near, or too many
 * were looked for already. */
bool ballots_may_be_member(struct ballots_load *load, const char *text);

/* Whether a name or a remark has a role's name in it: "practice manager - jane". */
bool ballots_names_a_role(const char *folded);
/* Whether it is the job of somebody at a practice who is no doctor of it, and no more: "pm". */
bool ballots_is_other_job(const char *folded);
/* Whether such a job stands behind a voter's name: "Jane Smith (PM)", "Jane Smith PM". */
bool ballots_holds_other_job(struct arena *arena, const char *voter);

/* "--column vote="Do you agree?"", of the heading of this cell. */
struct wording ballots_column_option(const struct ballots_load *load, const char *name,
                                     size_t cell);

/* The remedy of what a cell seems to say, and what to do where its column says nothing of that. */
struct wording ballots_or_nothing(const struct ballots_load *load, struct wording remedy,
                                  size_t cell);

/* Asks about the column of this cell, at its heading. */
void ballots_ask_about(const struct ballots_load *load, size_t cell, const char *what,
                       struct diag_question question);

/* Whether the heading of this cell was named by --column or columns.csv. */
bool ballots_is_told(const struct ballots_load *load, size_t cell);

/* Whether something stands in the column of this cell. */
bool ballots_is_filled(const struct ballots_load *load, size_t cell);

/* The row of the table that the ballot was read from. */
void ballot_look(const struct table *table, const struct ballot *ballot, struct row *row);

/* --- words.c --- */

/* The words of a table while it is read; those of no column of it are known beforehand. */
struct words *ballots_words_new(struct arena *arena);

/* What a cell says: as it stands there, but of a vote or role that is an answer with a meaning that
 * was told, that word. "" where there is no such column, here and below. */
const char *ballots_said(const struct ballots_load *load, const struct row *row,
                         enum ballot_column column);
static inline const char *ballots_cell(const struct ballots_load *load, const struct row *row,
                                       enum ballot_column column)
{
    return sheet_has(&load->sheet, column) ? ballots_said(load, row, column) : "";
}

/* The same folded, or read by vote_read, role_read, yes_or_no_read and roll_find. What is no vote
 * is VOTE_BLANK. There must be a roll to find a member. */
const char *ballots_folded(const struct ballots_load *load, const struct row *row,
                           enum ballot_column column);
bool ballots_vote(const struct ballots_load *load, const struct row *row, enum vote *vote);
bool ballots_role(const struct ballots_load *load, const struct row *row, enum role *role);
bool ballots_yes_or_no(const struct ballots_load *load, const struct row *row,
                       enum ballot_column column, bool *yes);
const struct member *ballots_member(const struct ballots_load *load, const struct row *row,
                                    enum ballot_column column, struct roll_clash *clash);

/* The member that the row names, where nothing is to be said of that; else NULL. */
const struct member *ballots_member_only(const struct ballots_load *load, const struct row *row);

/* The number of the draft that the word in a column is the motion of; POLL_NEW until it was told.
 */
#define POLL_NEW SIZE_MAX
size_t *ballots_poll(const struct ballots_load *load, const struct row *row,
                     enum ballot_column column);

/* --- decisions.c --- */

void ballots_prepare_decisions(struct ballots_load *load);

/* The decision of this name, or for a blank the usual one; NULL when there is none. */
const struct decision *ballots_decision_called(struct ballots_load *load, const char *name);

/* What the row's decision is; NULL when that cannot be told. */
const struct decision *ballots_decision(struct ballots_load *load, const struct row *row);

/* Whether somebody of this role may vote on it, by default or on a reading; with NULL on any of the
 * decisions there are. */
bool ballots_may_vote(struct ballots_load *load, const struct decision *decision, enum role role);

/* Whether a quorum of it, by default or on a reading, is of who was there when the meeting opened;
 * with NULL that of any of the decisions there are. */
bool ballots_by_opening(struct ballots_load *load, const struct decision *decision);

/* Whether the rules have a decision that is secret. */
bool ballots_any_is_secret(struct ballots_load *load);

/* --- kinds.c --- */

/* The kinds of the rows; NULL where a row's ballot may depend on its member or on other rows, or a
 * row has several. What is read, and the remarks, are settled. */
struct row_kinds *kinds_new(const struct ballots_load *load);

/* The kind of the row, a new one where it is the first; NULL where there are none, or too many. It
 * holds until the next call. */
struct row_kind *kinds_find(const struct ballots_load *load, const struct row *row);

/* ballots_member_only of a row of a kind. */
const struct member *kinds_member(const struct ballots_load *load, const struct row *row);

/* --- rows.c, votes.c --- */

/* Reads all cells of a row, reports what is wrong, and adds the ballot to its poll. */
void ballots_read_row(struct ballots_load *load, const struct row *row);

/* Its vote. `decision` and `draft` are NULL where they cannot be told. */
bool ballots_read_vote(struct ballots_load *load, const struct row *row,
                       const struct decision *decision, struct poll_draft *draft,
                       enum presence said, struct ballot *ballot);

/* Whether a text is the name of a listed candidate, of any post. */
bool ballots_is_candidate(const struct ballots_load *load, const char *folded);

/* The candidate of that election who is called so; NAME_NONE for none. */
size_t ballots_candidate_called(const struct ballots_load *load, const struct poll_draft *draft,
                                const char *folded);

/* --- candidates_told.c --- */

/* Once the rows are read: an error where a remark names another candidate than its row votes for,
 * where a column that nothing reads is of candidates, and where a line above the headings tells
 * that one with votes does not stand, or that more are elected or chosen than one. */
void ballots_hold_candidates(const struct ballots_load *load);

/* --- parts.c --- */

/* How many of its member's votes the row casts, where it says that. */
bool ballots_read_votes(struct ballots_load *load, const struct row *row, struct ballot *ballot);

/* The whole number in a cell, 0 too; false with an error. */
bool ballots_read_number(const struct ballots_load *load, const struct row *row, size_t cell,
                         long long *votes);

/* False, with an error, where a row that is no member's says how many votes it casts. */
bool ballots_casts_none(const struct ballots_load *load, const struct row *row);

/* Once the rows are read: an error for each row with a number of votes that another row of that
 * vote is the same as in every cell. It may be a copy, or as many votes again. */
void ballots_look_for_copies(struct ballots_load *load);

/* --- sides.c --- */

/* Finds the columns headed "votes for" and the like. False, with an error, where a side lacks. */
bool ballots_find_sides(struct ballots_load *load);

/* False, with an error, where there are some beside a column of votes, or in a list. */
bool ballots_sides_alone(const struct ballots_load *load, bool has_vote);

/* Makes of the row's one ballot one for each side that has votes. False, with an error, where a
 * cell is no number. */
bool ballots_read_sides(const struct ballots_load *load, const struct row *row,
                        struct ballot_sides *sides);

/* --- meanings.c --- */

/* Whether another row says the same in that column, as in a form with its choices. */
bool ballots_say_alike(const struct ballots_load *load, const struct row *row,
                       enum ballot_column column);

/* Asks what a vote on a motion, or a role, means that is none of the words; once in a file for each
 * text. False for what is not asked: a text without letters, or one too many. */
bool ballots_ask_meaning(struct ballots_load *load, const struct row *row,
                         enum ballot_column column);

/* Asks what a mark in the cell means where its column says how they voted; once in a file for each
 * mark. */
void ballots_ask_about_mark(struct ballots_load *load, const struct row *row, size_t cell);

/* --- sent_again.c --- */

/* Once the rows are read: an error where a remark tells of another ballot of a member that has only
 * this one, and by the rules it is not the last that counts. */
void ballots_look_for_earlier(const struct ballots_load *load);

/* --- second_headings.c --- */

/* Heads the columns of SurveyMonkey that only its second row of headings does, so that what stands
 * there is seen. */
void ballots_head_others(struct ballots_load *load, const struct heading_row *row,
                         struct bytes *bytes);

/* Takes the second row of headings of a SurveyMonkey export out of the table, with a warning. */
void ballots_pass_second_headings(struct ballots_load *load);

/* --- no_headings.c --- */

/* Whether the first row is no row of headings, but a ballot, or has the members side by side. Then
 * an error says so. */
bool ballots_lack_headings(const struct ballots_load *load, const struct column *wanted);

/* --- swallowed.c --- */

/* False, with an error, when a member's name stands in a heading or a cell behind a line break: a
 * forgotten quotation mark has taken its ballot in. */
bool ballots_none_swallowed(const struct ballots_load *load);

/* Warns that a row's practice is absent and declares an interest. Whoever writes the interest
 * beside an "absent" that stood there already may mean somebody who was in the room and took no
 * part. */
void ballots_warn_of_absent_interest(const struct ballots_load *load, const struct row *row);

/* --- chair.c --- */

/* Whether it is the row of a chair who represents nobody. */
bool ballots_is_chair(struct ballots_load *load, const struct row *row);

/* Takes the casting vote from it, unless one of its cells says what cannot be. `draft` is NULL
 * where the poll cannot be told. */
void ballots_read_chair(struct ballots_load *load, const struct row *row,
                        const struct decision *decision, struct poll_draft *draft);

/* --- others.c --- */

/* Whether the row names no member, is of a role that may not vote, and has no vote: somebody who is
 * there and represents nobody. What may be a member's name misspelt is not nobody. */
bool ballots_is_other(struct ballots_load *load, const struct row *row,
                      const struct decision *decision);

/* Adds the row to those of others, unless one of its cells says what cannot be. `draft` is NULL
 * where the poll cannot be told. */
void ballots_read_other(struct ballots_load *load, const struct row *row,
                        const struct decision *decision, struct poll_draft *draft);

/* --- address.c --- */

/* The member of a row by its address, where nothing else tells it. False when that is told by an
 * error, or *other is set: whoever is there represents nobody. */
bool ballots_find_by_address(struct ballots_load *load, const struct row *row,
                             const struct member **member, bool *other);

/* Warns of those who represent nobody, because their addresses do. */
void ballots_warn_of_others(const struct ballots_load *load);

/* Reads the address and looks it up in the list of voters, whose role the row takes where it gives
 * none. The member and the role must have been read. */
void ballots_read_address(const struct ballots_load *load, const struct row *row,
                          struct ballot *ballot);

/* Whether the row is bound to be refused for its voter, where those in `voters` may vote. */
bool ballots_will_be_refused(const struct ballot *ballot, unsigned voters, bool secret);

/* --- presence.c --- */

enum presence presence_read(struct arena *arena, const char *text);

/* A tick or a cross, which does not say what it was set for. */
bool presence_is_mark(enum presence presence);

/* Whether a cell says nothing, or that there is nothing to say: "no", "none", "n/a". */
bool presence_denies(struct arena *arena, const char *text);

/* How long the words are before a remark goes on: of "Apologies - on call" 10, of "Yes." 3. */
size_t presence_head_length(const char *text);

struct presences ballots_presences(const struct ballots_load *load, size_t cell);

/* --- side_by_side.c --- */

/*
 * Finds votes that stand side by side, where no one column is headed as theirs: two or more columns
 * whose filled cells are all votes, each a motion; those that --column vote= names several times;
 * or columns headed "for", "against" and "abstain" with a mark in one of them. False, with a
 * question or an error, where a column beside them may be one more motion, or two are headed alike.
 */
bool ballots_find_side_by_side(struct ballots_load *load, struct column *wanted);

bool ballots_is_mapped_vote(const struct ballots_load *load, size_t cell); /* by the caller */

/* Makes the column of this motion that of the votes; nothing where there is one vote a row. */
void ballots_turn_to_motion(struct ballots_load *load, size_t number);

/* Whether the row has nothing there, because its poll has fewer questions than others. */
bool ballots_ends_before(const struct ballots_load *load, const struct row *row, size_t number);

/* Whether the cell holds votes beside others. */
bool ballots_is_vote(const struct ballots_load *load, size_t cell);

/* Whether nothing reads the column of this cell, and nobody told what it says. */
bool ballots_is_unread(const struct ballots_load *load, size_t cell);

/* Whether the row votes on any of the motions that stand side by side, also those that are not
 * asked for. */
bool ballots_votes_on_another(const struct ballots_load *load, const struct row *row);

/* Whether all filled cells of the column are votes, and one of them a word that no attendance has.
 */
bool ballots_holds_votes(const struct ballots_load *load, size_t cell);

/* Whether all filled cells are votes, if only a yes or a no that may be of anything. */
bool ballots_may_hold_votes(const struct ballots_load *load, size_t cell);

/* --- attendance.c --- */

/* What the columns of attendance and apologies say of the row: THERE, AWAY, or BLANK where they say
 * nothing or are not there. False, with an error and UNTOLD, for other words and where they
 * disagree. */
bool ballots_read_presence(const struct ballots_load *load, const struct row *row,
                           enum presence *said);

/* Whether the row says that nobody came, in a column of apologies. */
bool ballots_sent_apologies(const struct ballots_load *load, const struct row *row);

/* False, with an error, where a vote says otherwise. */
bool ballots_agree_on_presence(const struct ballots_load *load, const struct row *row,
                               enum presence said, enum vote vote);

/* Whether the row says that its practice is there: VOTE_PRESENT or VOTE_ABSENT. */
bool ballots_read_attendance(struct ballots_load *load, const struct row *row,
                             const struct decision *decision, enum presence said,
                             struct ballot *ballot);

/* What a cell of the column says to "were they there?", whose cells are counted in `presences`:
 * THERE, AWAY, or another where it does not say. */
enum presence ballots_presence_in(const struct ballots_load *load, const struct row *row,
                                  enum ballot_column column, const struct presences *presences);

/* --- opening.c --- */

/* Whether the row's member was there when the meeting opened, where its quorum asks for that.
 * False, with an error, where nothing says so, or something else does. */
bool ballots_read_opening(struct ballots_load *load, const struct row *row,
                          const struct decision *decision, struct ballot *ballot);

/* False, with a question, where a column tells that and no quorum of the rules asks. */
bool ballots_need_opening(struct ballots_load *load);

/* --- testimony.c --- */

/* What a column that nothing reads says of its rows, by its folded heading. */
enum testimony testimony_of(struct arena *arena, const char *folded);

/* Whether it is headed by the state that an answer is in: "Status", "Response type". */
bool testimony_is_of_state(struct arena *arena, const char *folded);

/* --- votes_beside.c --- */

/* False, with a question, where a column that nothing reads stands beside that of the votes and has
 * votes in it, or marks that may take some of them out: they may be of one more motion, or what the
 * votes were changed to. */
bool ballots_look_for_votes_beside(struct ballots_load *load);

/* --- evidence.c --- */

/* What depends on the cells and not on the heading alone: gives the columns that a "Status" or a
 * "Response" can be, and settles whether the table is a list. */
void ballots_head_by_cells(struct ballots_load *load, struct column *wanted);

/* False, with a question, where a column that is not used may say who was there, of rows where
 * nothing else does. */
bool ballots_look_for_evidence(struct ballots_load *load);

/* Finds the cells that may say so: once it is settled which columns are read. */
void ballots_find_remarks(struct ballots_load *load);

/* An error at a cell that nothing reads. `remedy` is what to do where it means what it seems to. */
void ballots_report_remark(const struct ballots_load *load, const struct row *row, size_t cell,
                           const char *remedy, struct wording what);

/* False, with an error at the cell, where the row would count and one of its other cells says that
 * it does not: "Apologies", "withdrawn". Warns where it may. */
bool ballots_nothing_denies(const struct ballots_load *load, const struct row *row,
                            const struct ballot *ballot);

/* Whether nothing that is read says whether anybody was there. */
bool ballots_lack_evidence(const struct ballots_load *load, const struct row *row);

/* Whether a heading is of remarks, phones, addresses: blanks are usual below it and mean nothing.
 */
bool ballots_is_of_remarks(const char *folded);

/* --- remarks.c --- */

/* What a remark says of its row. */
enum remark {
    REMARK_NONE,
    REMARK_AWAY,
    REMARK_OUT,        /* it is not to be counted, or not yet */
    REMARK_LATE,       /* the ballot was */
    REMARK_AFTERWARDS, /* it was cast after the meeting, as replies are */
    REMARK_CAME_LATE,  /* or somebody was: of what members reply that is the same */
    REMARK_PROXY,
    REMARK_INTEREST,
    REMARK_LEFT,
    REMARK_OPEN,       /* it leaves open what it says: "?", "see below" */
    REMARK_CAME_LATER, /* than the opening of the meeting: for whoever asks, not told by the text */
};

/* What the column of a remark is headed by, for what its words can mean. */
enum remark_place {
    REMARK_OF_TITLE,    /* it stands above the headings: only whole phrases are looked for */
    REMARK_OF_NAME,     /* it names whoever voted: single words may be names, but behind one */
    REMARK_OF_ANYTHING, /* comments, notes, reasons */
    REMARK_OF_STATE,    /* the state of an answer */
    REMARK_ELSEWHERE,
};

/* What the heading of this cell says of the words below it. */
enum remark_place ballots_remark_place(const struct ballots_load *load, size_t cell);

/* By its first words, or as a whole where it is short: "Apologies - on call", "please ignore". */
enum remark remark_read(struct arena *arena, const char *text, enum remark_place place);

/* What stands behind a person's name, without brackets: "absent" of "Dr A (absent)" and "Dr A -
 * absent"; else "". */
const char *remark_behind_name(struct arena *arena, const char *text);

/* Whether it has a word that may deny the row of this ballot, whatever the others are. */
bool remark_may_deny(struct arena *arena, const char *text, const struct ballot *ballot);

/* Whether some folded end of a remark is what is looked for; `whole`: it is all of it. */
typedef bool remark_end(void *context, const char *folded, bool whole);

/* Whether it is so, or its part before a comma or the like, with no more before it than words such
 * as "should be" and "changed to". */
bool remark_ends_in(struct arena *arena, const char *text, remark_end *is_end, void *context);

/* Whether it is a vote so: "changed to for". */
bool remark_names_vote(struct arena *arena, const char *text, enum vote *vote);

/* The first member that is named in it and is not this one, or NULL. */
const struct member *remark_names_another(const struct ballots_load *load, const char *text,
                                          const struct member *own);

/* --- states.c --- */

/* Whether a heading is of the state of each ballot: "Ballot status", "Verification". */
bool ballots_is_of_state(const char *folded);

/* False, with a question, where a column of such a heading has a word in some rows and not in
 * others that may say that they do not count. */
bool ballots_states_are_sound(const struct ballots_load *load, size_t cell);

/* --- leaving.c --- */

/* False, with a question, where the column of this cell has times at which people left who would
 * count as there without a vote. */
bool ballots_all_stayed(const struct ballots_load *load, size_t cell);

/* --- objections.c --- */

/* Whether every row is of a decision by consensus, so that the table is a list of who was there.
 * The columns need not have been found. */
bool ballots_are_by_consensus(struct ballots_load *load, const struct column *wanted);

/* False, with an error at the cell, where the row is of a consensus and casts a vote. */
bool ballots_none_votes(struct ballots_load *load, const struct row *row,
                        const struct decision *decision, enum vote vote);

/* Whether a text may say that somebody did not agree. */
bool ballots_may_object(struct arena *arena, const char *text);

/* What a column that is not read may say of a consensus. */
enum agreement ballots_agreement_of(const struct ballots_load *load, size_t cell);

/* False, with an error at the cell, where the row is of a consensus and may say that somebody did
 * not agree, be they there or not. */
bool ballots_nobody_objects(struct ballots_load *load, const struct row *row,
                            const struct decision *decision, const struct ballot *ballot);

/* --- several_votes.c --- */

/* Asks about each column that nothing reads and that may tell several votes or meetings apart, and
 * returns whether there is any. The rows must have been read. */
bool ballots_ask_about_several_votes(const struct ballots_load *load);

/* --- polls.c --- */

/* Through its ballots. */
struct ballot_walk draft_walk(const struct ballots_load *load, const struct poll_draft *draft);

/* What is known of a row's ballot before its cells are read. The details are the caller's. */
struct ballot ballots_begin(const struct row *row, struct ballot_details *details);

/* The poll on this motion, a new one when it is the first row. The address holds until the next
 * call. */
struct poll_draft *polls_on(struct ballots_load *load, const char *motion, const char *folded,
                            const struct row *row);

/* Whether two motions, or two candidates, that fold alike are one: ".5%" and "5%" fold alike. */
bool polls_spelled_alike(struct arena *arena, const char *one, const char *other);

/* False, with an error once in a poll, when the list of candidates has posts and it cannot be told
 * for which of them the row's vote is. */
bool polls_know_post(struct ballots_load *load, const struct row *row, struct poll_draft *draft);

/* Warns of posts for which nobody votes in this file, and notes it. */
void polls_warn_of_posts(struct ballots_load *load);

/* The number of a candidate in the poll, who is added when the name is new, and is called at first
 * as the first ballot has it. */
size_t polls_candidate(struct arena *arena, struct poll_draft *draft, const char *name,
                       const char *folded);

/*
 * Notes for whom a ballot is, so that only candidates who may have been voted for are compared: a
 * warning that names another would be false, and in a secret election tell the vote of whoever was
 * refused or stood aside, which is told by name.
 */
void polls_back_candidate(struct poll_draft *draft, const struct ballot *ballot);

/* Notes the doubt in every poll. */
void polls_doubt_all(struct ballots_load *load, const char *doubt);

/* Calls each candidate what most ballots do, and of equally many the first by its code points, so
 * that the order of the ballots does not show. */
void polls_name_candidates(struct ballots_load *load);

/* Refuses candidates of one poll, and motions, that look alike; warns of those that are probably
 * one in two spellings, and notes the doubt in their polls. */
void polls_compare_names(struct ballots_load *load);

void polls_finish(const struct ballots_load *load, struct ballot_box *box);

#endif
