/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* What lines above the headings say of the rows below them: that these are not to be counted, that
 * a word means something else in them, of which day they are, or how many votes they come to. */

/* --- That the rows are not to be counted --- */

/* Anywhere in a line. */
/* "Draft v0.1", "draft 2": not "draft minutes". */
static bool is_numbered_draft(const char *folded)
{
    static const char number[] = "0123456789 ";
    if (!name_begins_with(folded, "draft"))
        return false;
    const char *behind = folded + strlen("draft");
    behind += strspn(behind, " ");
    if (name_begins_with(behind, "version"))
        behind += strlen("version");
    else if (*behind == 'v')
        behind++;
    return *behind != '\0' && behind[strspn(behind, number)] == '\0';
}

static bool takes_rows_back(const char *folded, bool heading)
{
    static const char phrases[] =
        "not to be counted;not be counted;do not count;not counted;do not use;not to be used;"
        "for testing;test data;meeting cancelled;meeting postponed;vote cancelled;"
        "meeting abandoned;ballot cancelled;poll cancelled;vote void;ballot void;please ignore;"
        "superseded;replaced by;motion withdrawn;vote withdrawn;practice run;dry run;mock vote;"
        "mock ballot;rehearsal;old version;sample data;example only;for illustration;provisional;"
        "interim results;unchecked;not checked;not yet checked;not final;not yet final;"
        "to be updated;to be corrected;corrections pending;pending corrections;recount;straw poll;"
        "indicative vote;indicative only;advisory vote;advisory only;subject to change";
    static const char unsettled[] =
        "draft results;draft votes;draft count;vote postponed;ballot postponed;to be retaken;"
        "result challenged;result disputed;still to be confirmed;changed its vote;"
        "changed their vote;excludes late;excluding late;late excluded;changed their votes;"
        "late votes excluded";
    static const char wholes[] =
        "sample;example;template;specimen;archive;void;old;late votes;late;late ballots;"
        "late returns;late replies;late reply";
    return name_has_one_of(folded, phrases) || name_has_one_of(folded, unsettled) ||
           is_numbered_draft(folded) || (!heading && name_is_one_of(folded, wholes));
}

/* "Red = late" */
static bool explains_a_colour(const char *text, const char *folded)
{
    static const char *const colours[] = {"red",  "green",  "yellow", "amber",
                                          "blue", "orange", "grey",   "bold"};
    for (size_t i = 0; i < COUNT(colours); i++) {
        size_t length = strlen(colours[i]);
        if (strncmp(folded, colours[i], length) == 0) {
            const char *behind = text + length + strspn(text + length, " \t");
            return *behind == '=' || *behind == ':';
        }
    }
    return false;
}

/* "* proxy", "* means late"; not "*** VOTES ***". */
static bool explains_a_mark(const char *text, const char *folded)
{
    static const char says[] = "marks;means;denotes;indicates;shows";
    size_t end = strlen(text);
    while (end > 0 && strchr(" \t,;\"\r", text[end - 1]) != NULL)
        end--;
    if (*text == '*')
        return text[1] != '*' && text[end - 1] != '*';
    return strchr(text, '*') != NULL && name_has_one_of(folded, says);
}

/* "Practices in bold voted by proxy", "Red = late", "* proxy": how rows look is not read. */
static bool explains_looks(const char *text)
{
    static const char looks[] =
        "in red;in green;in yellow;in amber;in bold;in italics;in italic;in grey;in gray;"
        "greyed out;grayed out;highlighted;shaded;struck out;struck through;strikethrough;"
        "crossed out;asterisk;asterisked;marked with;rows with;starred;colour coded;underlined";
    return name_has_one_of(text, looks);
}

/* A cell, or what stands behind a colon: "Status: draft". Where nothing else stands in the line it
 * may be the heading of a section: "Apologies", "Received late". */
static bool strikes_rows(struct arena *arena, const char *piece, bool alone)
{
    enum remark says = remark_read(arena, piece, REMARK_OF_TITLE);
    bool whole = alone && presence_head_length(piece) == strlen(piece);
    return says == REMARK_OUT ||
           (whole && (says == REMARK_AWAY || says == REMARK_LATE || says == REMARK_CAME_LATE));
}

static bool any_piece_strikes(struct arena *arena, const char *text)
{
    static const char ends[] = "\t,;:";
    const char *from = text + strspn(text, ends), *at = from;
    bool alone = from[strcspn(from, ends) + strspn(from + strcspn(from, ends), ends)] == '\0';
    while (*at != '\0') {
        size_t length = strcspn(at, ends);
        if (strikes_rows(arena, text_trim(arena, arena_copy(arena, at, length)), alone))
            return true;
        at += length;
        at += strspn(at, ends);
    }
    return false;
}

/* --- That a word means something else --- */

/* The vote that the first words of a text come to: "reject", "a vote to reject it", "do not agree".
 */
static bool vote_meant(struct arena *arena, const char *folded, enum vote *vote)
{
    static const char fillers[] = "a;the;vote;to;you;we;i;that;do";
    bool denied = false;
    while (*folded != '\0') {
        const char *word = name_take_word(arena, &folded);
        if (strcmp(word, "not") == 0 || strcmp(word, "dont") == 0) {
            denied = true;
        } else if (!name_is_one_of(word, fillers)) {
            bool is_vote = vote_read(arena, word, vote);
            if (denied && *vote <= VOTE_AGAINST)
                *vote = *vote == VOTE_FOR ? VOTE_AGAINST : VOTE_FOR;
            return is_vote;
        }
    }
    return false;
}

/* "A yes vote rejects the plan", "Blank = for". */
static bool turns_a_vote_round(const char *folded)
{
    static const char phrases[] =
        "yes vote rejects;yes vote opposes;yes to reject;yes to oppose;for to reject;"
        "for to oppose;for means against;vote for rejects;no vote supports;no vote approves;"
        "no to approve;no to support;against to approve;against to support;vote against approves;"
        "blank for;blank is for;blank = for;blank = yes;blank = against;blank = no;"
        "blank = abstain;blanks = for;blank counts as;blanks count as";
    return name_has_one_of(folded, phrases);
}

/* "No reply = yes", "silence counts as consent"; not "no reply counts as absent". */
static bool counts_silence(const char *folded)
{
    static const char silences[] =
        "no reply;no replies;non reply;non replies;no response;no responses;no answer;silence;"
        "non response;non responders;nil return;nil returns;not received;not replied;not reply;"
        "not responding;do not respond";
    static const char counts[] =
        "=;count as;counts as;counted as;taken as;treated as;deemed;means;mean;is consent;is taken";
    static const char nothing[] =
        "absent;absence;not voting;no vote;nothing;not present;not counted";
    return name_has_one_of(folded, silences) && name_has_one_of(folded, counts) &&
           !name_has_one_of(folded, nothing);
}

/* A key with "means" and the like written as "=". */
static const char *with_signs(struct arena *arena, const char *text)
{
    static const char *const words[] = {" means ", " is a vote ", " stands for ", " indicates "};
    char *key = arena_copy(arena, text, strlen(text));
    for (size_t i = 0; i < COUNT(words); i++)
        for (char *at = strstr(key, words[i]); at != NULL; at = strstr(at, words[i])) {
            memset(at, ' ', strlen(words[i]));
            *at = '=';
        }
    return key;
}

/* "Y = oppose": two votes that are not the same. */
static bool changes_a_word(struct arena *arena, const char *line)
{
    static const char ends[] = "\t,;:=";
    const char *text = with_signs(arena, line);
    for (const char *sign = strchr(text, '='); sign != NULL; sign = strchr(sign + 1, '=')) {
        const char *before = text_fold(arena, arena_copy(arena, text, (size_t)(sign - text)));
        const char *behind = text_fold(arena, arena_copy(arena, sign + 1, strcspn(sign + 1, ends)));
        enum vote one, other;
        if (vote_read(arena, name_last_word(before), &one) && vote_meant(arena, behind, &other) &&
            one != other)
            return true;
    }
    return false;
}

/* --- What a line says --- */

static void keep_title(struct ballots_load *load, const struct title_line *title)
{
    struct title_line *kept =
        ARENA_PUSH(load->sheet.arena, load->titles, load->title_count, load->title_capacity);
    *kept = *title;
}

/* What a line says of the rows that nothing below it does. */
struct title_fault {
    const char *remedy, *what; /* in front of how one is rid of the line, behind where it stands */
};

/* `heading`: it is that of a column, which may be there for what nobody did, as "Withdrawn" is. */
static bool find_fault(struct arena *arena, const char *text, bool heading,
                       struct title_fault *fault)
{
    static const struct title_fault faults[] = {
        {"If the rows below are not to count, do not count this table; else",
         "the rows below would count"},
        {"If it is so, correct the votes, for they are read by their usual meaning; else",
         "the rows below would count by what the words mean elsewhere"},
        {"Write what it means into the rows, and", "how rows look or are marked is not read"},
    };
    const char *folded = text_fold(arena, text), *bare = text + strspn(text, " \t,;\"");
    if (takes_rows_back(folded, heading) || (!heading && any_piece_strikes(arena, text)))
        *fault = faults[0];
    else if (changes_a_word(arena, text) || turns_a_vote_round(folded) || counts_silence(folded))
        *fault = faults[1];
    else if (!heading && (explains_looks(folded) || explains_a_colour(bare, folded) ||
                          explains_a_mark(bare, folded)))
        *fault = faults[2];
    else
        return false;
    return true;
}

static bool title_agrees(struct ballots_load *load, struct title_line title, bool heading)
{
    struct arena *arena = load->sheet.arena;
    struct title_fault fault;
    if (load->layout != NULL) /* a program's own words */
        return true;
    title.folded = text_fold(arena, title.text);
    keep_title(load, &title);
    if (!ballots_day_of_title_agrees(load, &title, !heading))
        return false;
    if (!find_fault(arena, title.text, heading, &fault))
        return ballots_claims_agree(load, &title, heading);
    diag_add_wording(load->sheet.diag, SEVERITY_ERROR, title.place,
                     wording_public(arena_format(arena, "%s %s.", fault.remedy, title.rid)),
                     WORDING(arena, "%s, and %s", title.words, wording_public(fault.what)));
    return false;
}

bool ballots_title_agrees(struct ballots_load *load, const char *text, struct place place,
                          struct wording words)
{
    return title_agrees(
        load,
        (struct title_line){
            .text = text,
            .place = place,
            .words = WORDING(load->sheet.arena, "%s stands above the headings", words),
            .rid = "delete the line",
        },
        false);
}

bool ballots_sheet_agrees(struct ballots_load *load, const char *name)
{
    return title_agrees(
        load,
        (struct title_line){
            .text = name,
            .place = {.file = load->file},
            .words = WORDING(load->sheet.arena, "%s is the name of the sheet",
                             wording_quote(load->sheet.arena, name, "this")),
            .rid = arena_format(load->sheet.arena, "say that this sheet is meant (--sheet \"%s\")",
                                name),
        },
        false);
}

/* The only text that stands in the column; NULL where there are others too. */
static const struct column_text *only_text(const struct ballots_load *load, size_t cell)
{
    size_t count;
    const struct column_text *only = NULL,
                             *texts = table_texts(load->scratch, &load->sheet.table, cell, &count);
    for (size_t i = 0; i < count; i++)
        if (*texts[i].cell->text != '\0') {
            if (only != NULL)
                return NULL;
            only = &texts[i];
        }
    return only;
}

/* "Total for", with 6 in some row or in each: what it says of all rows. */
static bool total_agrees(struct ballots_load *load, size_t cell)
{
    struct arena *arena = load->sheet.arena;
    const struct column_text *text = only_text(load, cell);
    struct row row;
    if (text == NULL)
        return true;
    table_look(&load->sheet.table, text->first, &row);
    return title_agrees(
        load,
        (struct title_line){
            .text =
                arena_format(arena, "%s: %s", sheet_heading(&load->sheet, cell), text->cell->text),
            .place = sheet_cell_place(&load->sheet, &row, cell),
            .words = WORDING(arena, "%s stands under %s",
                             wording_quote(arena, text->cell->text, "what is not told"),
                             ballots_quote_heading(load, cell)),
            .rid = "delete what is told",
        },
        true);
}

/* Where nothing stands below it the heading may be said of all rows. */
static bool heading_agrees(struct ballots_load *load, size_t cell)
{
    const char *text = sheet_heading(&load->sheet, cell);
    if (ballots_is_filled(load, cell))
        return !name_begins_with(load->headings[cell].folded, "total") || total_agrees(load, cell);
    return title_agrees(
        load,
        (struct title_line){
            .text = text,
            .place = sheet_cell_place(&load->sheet, &load->sheet.table.header, cell),
            .words = WORDING(load->sheet.arena, "%s heads a column without anything",
                             wording_quote(load->sheet.arena, text, "this")),
            .rid = "delete the heading",
        },
        true);
}

bool ballots_headings_agree(struct ballots_load *load)
{
    bool sound = true;
    for (size_t cell = 0; cell < load->sheet.table.header.count && !load->is_list; cell++)
        if (*sheet_heading(&load->sheet, cell) != '\0' && ballots_is_unread(load, cell))
            sound = heading_agrees(load, cell) && sound;
    return sound;
}

/* --- How many votes they come to --- */

/* What is told of one motion, or of none by name, in one or several lines. */
struct totals {
    const char *text; /* folded; NULL for nothing */
    size_t line;
};

static void report_totals(const struct ballots_load *load, size_t draft, struct place place,
                          const char *where, const long long *stated)
{
    struct arena *arena = load->sheet.arena;
    const char *told = arena_format(arena, "%lld for and %lld against", stated[0], stated[1]);
    struct wording here = wording_public("no motion has these");
    if (draft < load->draft_count) {
        const struct poll_draft *of = &load->drafts[draft];
        const long long most[] = {ballots_rows_of(load, of, VOTE_FOR).most,
                                  ballots_rows_of(load, of, VOTE_AGAINST).most};
        const char *rows = load->draft_count == 1
                               ? "the rows"
                               : arena_format(arena, "those on \"%s\"", of->motion);
        here = WORDING(
            arena, "%s have %s", wording_public(rows),
            wording_of_row(arena_format(arena, "%lld and %lld", most[0], most[1]), "others"));
    }
    diag_add_wording(
        load->sheet.diag, SEVERITY_ERROR, place,
        wording_public("Find out which of them is right, and correct it, or delete what is told."),
        WORDING(arena, "%s stand %s, and %s", wording_of_row(told, "other numbers of votes"),
                wording_public(where), here));
}

/* Cells beside the rows that no row needs: at most so many in a column are totals of theirs. */
#define TOTALS_MOST ((size_t)6)

/* Whether the column of this cell has a few cells alone, its heading for one. */
static bool stands_beside(const struct ballots_load *load, size_t cell)
{
    const struct table *table = &load->sheet.table;
    size_t filled = 0;
    if (cell >= table->header.count || columns_at(&load->sheet.columns, cell) != COLUMN_NONE ||
        ballots_is_told(load, cell) || ballots_is_vote(load, cell))
        return false;
    for (size_t i = 0; i < table->count && filled <= TOTALS_MOST; i++)
        filled += table_cell(table, i, cell)->length > 0;
    return filled > 0 && filled <= TOTALS_MOST && filled < table->count;
}

/* What stands beside the rows in the column of this cell and the next, row by row. */
static const char *words_beside(const struct ballots_load *load, size_t cell)
{
    const struct table *table = &load->sheet.table;
    struct buffer text = {.arena = load->scratch};
    bool next = stands_beside(load, cell + 1);
    buffer_format(&text, "%s %s", row_cell(&table->header, cell)->text,
                  next ? row_cell(&table->header, cell + 1)->text : "");
    for (size_t i = 0; i < table->count; i++) {
        const char *own = table_cell(table, i, cell)->text;
        const char *other = next ? table_cell(table, i, cell + 1)->text : "";
        if (*own != '\0' || *other != '\0')
            buffer_format(&text, " %s %s", own, other);
    }
    const char *words = buffer_text(&text);
    return strchr(words, '%') != NULL ? "" : words;
}

/* Adds a text to what is told of the motions that it names. */
static void add_totals(const struct ballots_load *load, const char *text, size_t line,
                       struct totals *totals)
{
    const struct told_pieces pieces = ballots_told_pieces(load, text);
    for (size_t i = 0; i < pieces.count; i++) {
        const size_t poll = pieces.pieces[i].poll;
        struct totals *of = &totals[poll < load->draft_count ? poll : load->draft_count];
        const char *folded = text_fold(load->scratch, pieces.pieces[i].text);
        const char *between = i > 0 && pieces.pieces[i - 1].poll == poll ? " " : " / ";
        of->text = of->text == NULL
                       ? folded
                       : arena_format(load->scratch, "%s%s%s", of->text, between, folded);
        of->line = of->line == 0 ? line : of->line;
    }
}

/* Holds what is told against the rows: what is told of no motion by name has to be so of one. */
static void hold(const struct ballots_load *load, const struct totals *totals, const char *where)
{
    for (size_t i = 0; i <= load->draft_count; i++) {
        const size_t from = i < load->draft_count ? i : 0, to = i < load->draft_count ? i + 1 : i;
        long long wrong[2] = {-1, -1};
        bool sound = totals[i].text == NULL;
        for (size_t draft = from; draft < to && !sound; draft++)
            sound = ballots_pairs_agree(load, &load->drafts[draft], totals[i].text, wrong);
        if (!sound)
            report_totals(load, i, (struct place){.file = load->file, .line = totals[i].line},
                          where, wrong);
    }
}

void ballots_hold_titles(const struct ballots_load *load)
{
    struct totals *totals = arena_alloc(load->scratch, load->draft_count + 1, sizeof *totals);
    if (load->draft_count == 0 || load->is_list || load->reading->roll == NULL)
        return;
    for (size_t i = 0; i < load->title_count; i++)
        if (ballots_title_may_number(&load->titles[i]))
            add_totals(load, load->titles[i].text, load->titles[i].place.line, totals);
    hold(load, totals, "above the headings");
    memset(totals, 0, (load->draft_count + 1) * sizeof *totals);
    for (size_t cell = 0; cell < load->sheet.table.header.count; cell++)
        if (stands_beside(load, cell))
            add_totals(load, words_beside(load, cell), load->sheet.table.header.line, totals);
    hold(load, totals, "beside the rows");
}
