/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "quorate/columns.h"
#include "quorate/date.h"
#include "quorate/names.h"
#include "quorate/remark_words.h"
#include "quorate/text.h"
#include "quorate/yes_no.h"

/*
 * Rows of a list that say of themselves, in a column that nothing reads, that they are of nobody
 * any more: "closed 2014" beside a member, a no under "eligible" beside a candidate. Whoever keeps
 * such a list leaves them in it, and each would count.
 */

/* What a heading says of the rows below it that have more than a no there, or a no. */
enum heading_says {
    SAYS_NOTHING,
    SAYS_ENDED, /* "Suspended", "Leaving date" */
    SAYS_BEGUN, /* "Admitted", "Effective from" */
    SAYS_HELD,  /* "Active", "Entitled to vote" */
};

/* Words of a heading below which anything but a no ends a row, and below which a no does. */
static const char ended_headings[] =
    "closed;closure;close date;closing date;suspended;suspension;resigned;expelled;withdrawn;"
    "withdrawal;ceased;resignation;terminated;lapsed;expired;expiry;expires;leaving;departed;"
    "inactive;dormant;dissolved;merged;removed;deleted;excluded;ineligible;deceased;retired;"
    "disqualified;termination;leaver;non voting;nonvoting;ended;effective to;valid to;valid until;"
    "left;rejected;void;invalid;declined;withdrew;bounced;dispersed;cancelled;working day;"
    "parent practice;parent surgery;successor;opted out;unsubscribed;absorbed;taken over;leaves;"
    "last day";
/* Words below which a day is that from which a row holds. */
static const char begun_headings[] =
    "joins;joined on;admitted;admission;membership date;membership from;commencement;commenced;"
    "commences;valid from;effective from;effective date;first day;with effect;active from";
static const char held_headings[] =
    "final;endorsed;verified;quorum;in group;in the group;active;current;eligible;entitled;"
    "can vote;may vote;voting member;valid;validated;good standing;voting rights;assessed;"
    "right to vote;consent;consents;consented;accepts;accepted;approved;confirmed;nominated;"
    "qualified;paid up;a member;nomination;shortlisted;seconded;appointable";
/* The same, of a whole heading. */
static const char held_alone[] =
    "voting;standing;willing;willing to stand;wishes to stand;happy to stand;will stand;member;"
    "open;still open;in locality;in the locality;vote;has vote;has a vote;has votes;signed;"
    "signed up;signed constitution;constitution signed;signed agreement;included;include;counted;"
    "paid;subs paid;subscription paid;observed;applies";
/* What else people consent to. */
static const char data_words[] = "data;share;sharing;privacy;research;photo;publish;publication";

static enum heading_says read_heading(const char *folded)
{
    if (name_words(folded) > REMARK_HEADING_WORDS_MOST)
        return SAYS_NOTHING;
    bool denied = name_has_word(folded, "not");
    if (name_has_word(folded, "list closed") || name_has_word(folded, "closed list"))
        return SAYS_NOTHING; /* to new patients */
    if (name_has_one_of(folded, ended_headings))
        return denied ? SAYS_HELD : SAYS_ENDED;
    if (name_has_one_of(folded, begun_headings))
        return SAYS_BEGUN;
    if (name_has_one_of(folded, data_words)) /* "Consent to share data" */
        return SAYS_NOTHING;
    if (name_has_one_of(folded, held_headings) || name_is_one_of(folded, held_alone))
        return denied ? SAYS_ENDED : SAYS_HELD;
    return SAYS_NOTHING;
}

static bool is_no(struct arena *arena, const char *text)
{
    bool yes;
    return *text != '\0' && yes_or_no_read(arena, text, &yes) && !yes;
}

/* "Y", a tick, "yes (form of 3 May)"; and not "Y Patel", who nominated somebody. */
static bool is_yes(struct arena *arena, const char *text)
{
    bool yes;
    return (yes_or_no_read(arena, text, &yes) && yes) ||
           strncmp(text_fold(arena, text), "yes ", strlen("yes ")) == 0;
}

/* A blank or a dash, and words that only say that there is nothing. */
static bool is_nothing(const char *folded)
{
    static const char words[] = ";none;na;n a;nil;never;not applicable";
    return name_is_one_of(folded, words);
}

/* A cross, as pens and programs make it. A tick is a yes. */
static bool is_mark(struct arena *arena, const char *text)
{
    const char *mark = without_emoji_mark(arena, text);
    return (unsigned char)*mark >= 0x80 && text_characters(mark, strlen(mark)) == 1 &&
           *text_fold(arena, mark) != '\0';
}

/* "Until 31 March", "joins April 2016": not below a heading that says of what. */
static bool has_other_days(struct arena *arena, const char *folded)
{
    static const char first_words[] = "until;from;joins;joining;starts;leaves;starting;ends;ending";
    const char *first = name_first_word(arena, folded);
    const char *last = strrchr(folded, ' ');
    return name_is_one_of(first, first_words) && name_words(folded) > 2 &&
           strncmp(last, " 20", strlen(" 20")) == 0 && strlen(last) == strlen(" 2016");
}

/* "Part of Thame PCN": a practice may be, and be a member besides. */
static bool is_part_of_a_group(const char *folded)
{
    static const char parts[] = "part of;included in";
    static const char groups[] =
        "pcn;network;networks;federation;cluster;group;alliance;consortium;locality;pilot;scheme;"
        "contract;des;ccg;trust;nhs";
    return name_has_one_of(folded, parts) && name_has_one_of(folded, groups);
}

/* What says it of somebody on a list, and elsewhere may be of anything: "left 31 March". */
static bool ends_a_listing(struct arena *arena, const char *folded)
{
    static const char first_words[] =
        "left;ended;expired;died;leaving;leaves;closing;merging;gone;void;invalid;declined";
    static const char phrases[] =
        "stood down;stepped down;stepping down;replaced by;standing down;not standing;"
        "not to stand;pulled out;not willing;unwilling;not nominated;cannot vote;may not vote;"
        "not yet joined;not yet a member;not joined;not entitled;not appointable;not observed;"
        "contract ended;branch of;counted under;counted with;included with;included under;"
        "handed back;transferred to;transferred out;to join;to leave;to close;to merge;"
        "notice given;gave notice;contract ends;represented by;another locality;other locality;"
        "part of;included in;included above;joint list;shared list;list shared;combined with;"
        "counted in;counted above";
    static const char wholes[] =
        "branch;branch site;branch surgery;satellite;satellite site;sub branch";
    const char *first = name_first_word(arena, folded);
    return name_words(folded) <= REMARK_WORDS_MOST &&
           (name_is_one_of(first, first_words) || name_is_one_of(folded, wholes) ||
            (name_has_one_of(folded, phrases) && !is_part_of_a_group(folded)));
}

/* What says it below such a heading. */
static bool ends_a_standing(struct arena *arena, const char *folded)
{
    static const char phrases[] =
        "not received;not signed;not suitable;not confirmed;not approved;not accepted;not allowed;"
        "not permitted;not seconded;not included;not counted;not to count;not used;"
        "not yet approved;not assessed;not a partner;no seconder;no proposer;nomination late;"
        "subject to;conditional on;to withdraw;may withdraw;under investigation;after deadline;"
        "after the deadline;received late;too late;not endorsed;not yet assessed;not yet confirmed";
    static const char names[] =
        "proposed;late;fail;failed;conditional;outstanding;unsuccessful;unsuitable;cancelled;"
        "no longer used;wrong;old;proxy only";
    return name_words(folded) <= REMARK_WORDS_MOST &&
           (name_has_one_of(folded, phrases) || name_is_one_of(folded, names) ||
            remark_is_of_no_member(folded) || remark_denies(arena, folded));
}

/* Below "may vote" or "nominated": "meetings only", "not elections", "late". */
static bool holds_in_part(struct arena *arena, const char *text)
{
    const char *folded = text_fold(arena, text), *last = name_last_word(folded);
    return name_words(folded) <= REMARK_WORDS_MOST &&
           (strcmp(last, "only") == 0 || strncmp(folded, "not ", strlen("not ")) == 0 ||
            strcmp(folded, "late") == 0 || strcmp(folded, "missing") == 0 ||
            remark_is_open(arena, text));
}

/* What somebody is or was besides, "Retired GP", or what is done about it: "left the room". */
static bool is_of_something_else(const char *heading)
{
    static const char words[] =
        "role;occupation;profession;position;job;background;biography;experience;employment;"
        "employer;statement;career;action;actions;managed;mitigation;mitigating;mitigate;handled";
    return name_has_one_of(heading, words);
}

/* Without the day at the end: of "merged with Bell on 1 April 2015" the first three words. */
static const char *without_day(struct arena *arena, const char *folded)
{
    static const char leading[] = "on;in;from;at;since;as";
    size_t length = strlen(folded);
    bool any = false;
    while (length > 0) {
        size_t from = length;
        while (from > 0 && folded[from - 1] != ' ')
            from--;
        const char *word = arena_copy(arena, folded + from, length - from);
        bool of_day = strspn(word, "0123456789") > 0 || date_month_of(word, length - from) > 0;
        if (from == 0 || (!of_day && !(any && name_is_one_of(word, leading))))
            break;
        any = true;
        length = from - 1;
    }
    return any ? arena_copy(arena, folded, length) : folded;
}

static bool tells_other_days(struct arena *arena, const char *text, const char *undated)
{
    return name_words(undated) <= REMARK_WORDS_MOST &&
           has_other_days(arena, text_fold(arena, text));
}

/* In whatever many words a remark tells of it. */
static bool tells_of_an_end(const char *folded)
{
    static const char phrases[] =
        "no longer a member;ceased to be a member;closed its doors;has closed;practice closed;"
        "left the locality;left the group;resigned from;patients were dispersed;"
        "list was dispersed;is closing;has left the;is not a member";
    return !name_has_word(folded, "branch") && name_has_one_of(folded, phrases);
}

/* A column that nothing reads. */
struct unread_column {
    const char *heading; /* folded */
    enum heading_says says;
    bool affirmed; /* one of its cells is a yes */
    bool coded;    /* its cells are the NHS's letters of a status, "A" among them */
};

/* Whether its cell says of its row that it is of nobody any more, or not yet: where others have a
 * yes a blank does. */
static bool ends_its_row(struct arena *arena, const struct unread_column *column, const char *text)
{
    static const char ended_codes[] = "c;d;p"; /* closed, dormant, proposed */
    const char *folded = without_day(arena, text_fold(arena, text));
    struct date day;
    switch (column->says) {
    case SAYS_ENDED:
        return !is_no(arena, text) && (!is_nothing(folded) || remark_is_open(arena, text));
    case SAYS_HELD:
        if (!is_yes(arena, text) && (column->affirmed || is_no(arena, text) ||
                                     is_mark(arena, text) || holds_in_part(arena, text)))
            return true;
        break;
    case SAYS_BEGUN:
        if (date_parse(text, &day))
            return true;
        break;
    case SAYS_NOTHING:
        break;
    }
    if (column->coded && name_is_one_of(folded, ended_codes))
        return true;
    if (is_of_something_else(column->heading))
        return false;
    return remark_ends(arena, folded) || ends_a_listing(arena, folded) ||
           (heading_is_of_standing(column->heading) &&
            (ends_a_standing(arena, folded) || tells_other_days(arena, text, folded))) ||
           (heading_is_of_remarks(column->heading) &&
            (remark_is_open(arena, text) || tells_of_an_end(folded)));
}

/* What stands behind a name, in brackets or behind a dash: of "Nettlebed (closed)" "(closed)". */
static bool ends_its_name(struct arena *arena, const char *text)
{
    const char *behind = strpbrk(text, "([");
    const char *dash = strstr(text, " - ");
    if (dash == NULL)
        dash = strstr(text, " \xE2\x80\x93 ");
    behind = behind == NULL ? dash : behind;
    const char *folded = behind == NULL ? "" : text_fold(arena, behind);
    return remark_ends(arena, folded) || remark_is_of_no_member(folded);
}

bool remark_names_nothing(const char *folded)
{
    static const char names[] =
        "vacant;vacancy;tbc;tba;tbd;n a;nil;none;nobody;no one;unknown;not known;average;mean;"
        "median;none of the above;none of these;not applicable;cancelled;ditto;do;as above;"
        "same as above;idem;same";
    return name_is_one_of(folded, names);
}

/* The cells of a row that nothing reads, and those that name it. */
struct ended_search {
    struct arena *arena, *scratch;
    const struct table *table;
    const struct columns *columns;
    bool **ends; /* of each cell's column, whether each of its texts ends its row; NULL: not read */
    size_t end;  /* the column that ends its rows; COLUMN_NONE where the table has none */
};

/* A total is nobody, and has nothing in columns of yes and no. */
static bool is_total(const struct ended_search *search, const struct row *row)
{
    for (size_t i = 0; i < search->columns->count; i++)
        if (search->columns->wanted[i].names_the_row &&
            text_same(search->scratch, columns_text(search->columns, row, i), "total"))
            return true;
    return false;
}

static bool has_its_end(const struct ended_search *search, const struct row *row)
{
    return search->end != COLUMN_NONE && *columns_text(search->columns, row, search->end) != '\0';
}

/* Sees what the cells of the column have in common: one of yes and no, and of letters, tells of a
 * status, whatever the others say. */
static void look_at_state(struct arena *arena, const struct column_text *texts, size_t count,
                          struct unread_column *column)
{
    static const char states[] = "status;status code";
    bool state = name_is_one_of(column->heading, states);
    for (size_t i = 0; i < count && (state || column->says == SAYS_HELD); i++) {
        column->affirmed = column->affirmed || is_yes(arena, texts[i].cell->text);
        column->coded =
            column->coded || (state && strcmp(text_fold(arena, texts[i].cell->text), "a") == 0);
    }
    if (state && column->affirmed)
        column->says = SAYS_HELD;
}

/* Whether a column that says from when rows hold would be read, and is not there. */
static bool lacks_its_start(const struct columns *columns)
{
    for (size_t i = 0; i < columns->count; i++)
        if (strcmp(columns->wanted[i].name, "from") == 0)
            return columns->at[i] == COLUMN_NONE;
    return false;
}

static void look_at_column(struct ended_search *search, size_t cell)
{
    size_t count, column = columns_at(search->columns, cell);
    bool names = column != COLUMN_NONE && search->columns->wanted[column].names_the_row;
    if (!names && !search->columns->unused[cell])
        return;
    struct arena *scratch = search->scratch;
    const struct column_text *texts = table_texts(scratch, search->table, cell, &count);
    struct unread_column unread = {
        .heading = text_fold(scratch, row_cell(&search->table->header, cell)->text)};
    unread.says = read_heading(unread.heading);
    if (unread.says == SAYS_BEGUN && !lacks_its_start(search->columns))
        unread.says = SAYS_NOTHING;
    look_at_state(scratch, texts, count, &unread);
    bool *ends = arena_alloc(scratch, search->table->word_count, sizeof *ends);
    search->ends[cell] = ends;
    for (size_t i = 0; i < count; i++) {
        const char *text = texts[i].cell->text;
        ends[texts[i].cell->word] =
            names ? ends_its_name(scratch, text) || remark_names_nothing(text_fold(scratch, text))
                  : ends_its_row(scratch, &unread, text);
    }
}

/* Whether the column's days are those from which rows hold, and such a column is read. */
static bool starts_a_row(const struct ended_search *search, size_t cell)
{
    const char *heading = row_cell(&search->table->header, cell)->text;
    return lacks_its_start(search->columns) && columns_at(search->columns, cell) == COLUMN_NONE &&
           read_heading(text_fold(search->scratch, heading)) == SAYS_BEGUN;
}

static void report_ended(const struct ended_search *search, struct diag *diag,
                         const struct row *row, size_t cell)
{
    struct arena *arena = search->arena;
    const char *heading = row_cell(&search->table->header, cell)->text;
    const char *text = row_cell(row, cell)->text;
    bool read = columns_at(search->columns, cell) != COLUMN_NONE;
    search->columns->unused[cell] = false; /* told by this */
    const char *under =
        read || *heading == '\0' ? "" : arena_format(arena, " under \"%s\"", heading);
    const char *end = search->end == COLUMN_NONE
                          ? ""
                          : arena_format(arena, " or give its last day in a column \"%s\"",
                                         search->columns->wanted[search->end].name);
    const char *days = starts_a_row(search, cell)
                           ? "If it is the day from which the row holds, head the column \"from\"; "
                             "else take it out of the cell."
                           : NULL;
    diag_add(diag, SEVERITY_ERROR, table_place(arena, search->table->file, row, cell),
             days != NULL ? days
                          : arena_format(arena, "If it is so, delete the row%s; else %s.", end,
                                         *text == '\0' ? "write yes" : "take this out of the cell"),
             "%s here%s, and the row would count",
             *text == '\0' ? "nothing stands" : arena_format(arena, "\"%s\" stands", text), under);
}

static bool lists_somebody(const struct columns *columns)
{
    for (size_t i = 0; i < columns->count; i++)
        if (columns->wanted[i].ends_the_row || columns->wanted[i].names_somebody)
            return true;
    return false;
}

static size_t column_that_ends(const struct columns *columns)
{
    for (size_t i = 0; i < columns->count; i++)
        if (columns->wanted[i].ends_the_row)
            return i;
    return COLUMN_NONE;
}

void columns_refuse_ended(struct arena *arena, struct diag *diag, struct table *table,
                          const struct columns *columns)
{
    struct ended_search search = {.arena = arena,
                                  .scratch = arena_part(arena),
                                  .table = table,
                                  .columns = columns,
                                  .end = column_that_ends(columns)};
    bool *out = NULL, lists = lists_somebody(columns);
    if (lists) {
        search.ends = arena_alloc(search.scratch, table->header.count, sizeof *search.ends);
        for (size_t cell = 0; cell < table->header.count; cell++)
            look_at_column(&search, cell);
    }
    for (size_t i = 0; lists && i < table->count; i++) {
        struct row row;
        size_t cell = 0;
        table_look(table, i, &row);
        while (cell < table->header.count &&
               (search.ends[cell] == NULL || !search.ends[cell][table_cell(table, i, cell)->word]))
            cell++;
        if (cell == table->header.count || has_its_end(&search, &row) || is_total(&search, &row))
            continue;
        out = out == NULL ? arena_alloc(arena, table->count, sizeof *out) : out;
        out[i] = true;
        report_ended(&search, diag, &row, cell);
    }
    if (out != NULL)
        table_leave_out(table, out);
    arena_free(search.scratch);
}
