/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* What lines above the headings say of the rows below them: that these are not to be counted, that
 * a word means something else in them, of which day they are, or how many votes they come to. */

/* --- That the rows are not to be counted --- */

/* Anywhere in a line. */
static bool takes_rows_back(const char *folded, bool heading)
{
    static const char *const phrases[] = {
        "not to be counted", "not be counted",    "do not count",   "not counted",
        "do not use",        "not to be used",    "for testing",    "test data",
        "meeting cancelled", "meeting postponed", "vote cancelled", "meeting abandoned",
        "ballot cancelled",  "poll cancelled",    "vote void",      "ballot void",
        "please ignore",     "superseded",        "replaced by",    "motion withdrawn",
        "vote withdrawn",    "practice run",      "dry run",        "mock vote",
        "mock ballot",       "rehearsal",         "old version",    "sample data",
        "example only",      "for illustration",  "provisional",    "interim results"};
    static const char *const wholes[] = {"sample", "example", "template", "specimen", "archive"};
    return name_has_one_of(folded, phrases, COUNT(phrases)) ||
           (!heading && name_is_one_of(folded, wholes, COUNT(wholes)));
}

/* A cell, or what stands behind a colon: "Status: draft". Where nothing else stands in the line it
 * may be the heading of a section: "Apologies", "Received late". */
static bool strikes_rows(struct arena *arena, const char *piece, bool alone)
{
    enum remark says = remark_read(arena, piece, REMARK_OF_NAME);
    bool whole = alone && presence_head_length(piece) == strlen(piece);
    return says == REMARK_OUT || (whole && (says == REMARK_AWAY || says == REMARK_LATE));
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
    static const char *const fillers[] = {"a", "the", "vote", "to", "you", "we", "i", "that", "do"};
    bool denied = false;
    while (*folded != '\0') {
        const char *word = name_take_word(arena, &folded);
        if (strcmp(word, "not") == 0 || strcmp(word, "dont") == 0) {
            denied = true;
        } else if (!name_is_one_of(word, fillers, COUNT(fillers))) {
            bool is_vote = vote_read(arena, word, vote);
            if (denied && *vote <= VOTE_AGAINST)
                *vote = *vote == VOTE_FOR ? VOTE_AGAINST : VOTE_FOR;
            return is_vote;
        }
    }
    return false;
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
        const char *from = sign;
        while (from > text && strchr(ends, from[-1]) == NULL)
            from--;
        const char *before = text_fold(arena, arena_copy(arena, from, (size_t)(sign - from)));
        const char *behind = text_fold(arena, arena_copy(arena, sign + 1, strcspn(sign + 1, ends)));
        enum vote one, other;
        if (vote_read(arena, name_last_word(before), &one) && vote_meant(arena, behind, &other) &&
            one != other)
            return true;
    }
    return false;
}

/* --- Of which day they are --- */

/* Whether the date that begins at `at` in this order of day and month is that of the vote. */
static bool is_day(struct date of, const char *at, enum date_order order)
{
    struct date date;
    return date_scan_slashes(at, order, &date) > 0 && date_compare(date, of) == 0;
}

/* The text without the words that it ends with; itself where it ends with others. */
static const char *without_last(struct arena *arena, const char *folded, const char *words)
{
    size_t whole = strlen(folded), end = strlen(words);
    if (whole < end || strcmp(folded + whole - end, words) != 0)
        return folded;
    if (whole > end && folded[whole - end - 1] != ' ')
        return folded;
    return arena_copy(arena, folded, whole > end ? whole - end - 1 : 0);
}

/* Whether what stands before a date says that it is the day of the meeting or of the vote. */
static bool says_of_which_day(struct arena *arena, const char *text, size_t length)
{
    static const char *const ends[] = {
        "meeting of",         "meeting on", "meeting held",    "held on",
        "meeting date",       "meeting",    "vote of",         "vote on",
        "votes of",           "votes on",   "date of meeting", "date of vote",
        "date of the meeting"};
    static const char *const others[] = {"last",    "previous",  "next",
                                         "minutes", "postponed", "rearranged"};
    const char *before = text_fold(arena, arena_copy(arena, text, length));
    before = without_last(arena, before, "the");
    for (int day = 0; day < 7; day++)
        before = without_last(arena, before, text_fold(arena, date_weekday_name(day)));
    bool says = strcmp(before, "date") == 0; /* not "closing date" */
    for (size_t i = 0; i < COUNT(ends) && !says; i++)
        says = without_last(arena, before, ends[i]) != before;
    return says && !name_has_one_of(before, others, COUNT(others));
}

#define OF_A_DATE_MOST ((size_t)512) /* with what parts the cells behind it */

/* Whether nothing stands there but what is a date's own: its weekday, and a time of day. */
static bool is_of_a_date(struct arena *arena, const char *text, size_t length)
{
    static const char *const words[] = {"at", "from", "to", "until", "am", "pm", "noon", "the"};
    if (length > OF_A_DATE_MOST)
        return false;
    const char *folded = text_fold(arena, arena_copy(arena, text, length));
    int weekday;
    while (*folded != '\0') {
        const char *word = name_take_word(arena, &folded);
        if (!name_is_one_of(word, words, COUNT(words)) && (*word < '0' || *word > '9') &&
            date_scan_weekday(arena_format(arena, "%s ", word), &weekday) == 0)
            return false;
    }
    return true;
}

/* The length of a day with two digits of its year (10/6/15), which may stand in either order; 0
 * where none begins here. */
static size_t short_day_length(const char *text, size_t at)
{
    static const char longer[] = "0123456789/";
    struct date date;
    if (text[at] < '0' || text[at] > '9' || (at > 0 && strchr(longer, text[at - 1]) != NULL))
        return 0;
    size_t length = date_scan_slashes(text + at, DATE_DAY_FIRST, &date);
    length = length > 0 ? length : date_scan_slashes(text + at, DATE_MONTH_FIRST, &date);
    return strcspn(text + at + length, longer) > 0 || text[at + length] == '\0' ? length : 0;
}

/* A text while the days in it are looked at. */
struct days {
    struct arena *arena;
    struct date of; /* the vote is */
    bool may_be_alone;
    bool says; /* one of them is said to be the day of the vote, */
    bool own;  /* and one is */
};

/* The day that stands there, behind the one before it. */
static void look_at_day(struct days *days, const char *behind, size_t start, size_t end)
{
    days->own = days->own || is_day(days->of, behind + start, DATE_DAY_FIRST) ||
                is_day(days->of, behind + start, DATE_MONTH_FIRST);
    bool alone = days->may_be_alone && is_of_a_date(days->arena, behind, start) &&
                 is_of_a_date(days->arena, behind + end, strnlen(behind + end, OF_A_DATE_MOST + 1));
    days->says = days->says || alone || says_of_which_day(days->arena, behind, start);
}

/* "Meeting of 10 June 2015", "Date: 10/06/15", or a day alone, where none of its dates is that of
 * the vote. */
static bool is_of_another_day(const struct ballots_load *load, const char *text, bool may_be_alone)
{
    struct days days = {
        .arena = load->sheet.arena, .of = load->reading->date, .may_be_alone = may_be_alone};
    const char *behind = text;
    struct date date;
    size_t start, end;
    if (!date_given(days.of))
        return false;
    for (; date_find(behind, &date, &start, &end); behind += end) {
        days.own = days.own || date_compare(date, days.of) == 0;
        look_at_day(&days, behind, start, end);
    }
    behind = text;
    for (size_t at = 0; text[at] != '\0'; at++) {
        size_t length = short_day_length(text, at);
        start = (size_t)(text + at - behind);
        if (length == 0)
            continue;
        look_at_day(&days, behind, start, start + length);
        behind = text + at + length;
        at += length - 1;
    }
    return days.says && !days.own;
}

static bool report_day(struct ballots_load *load, struct place place, struct wording words)
{
    struct arena *arena = load->sheet.arena;
    const char *day = date_long(arena, load->reading->date);
    diag_add_wording(
        load->sheet.diag, SEVERITY_ERROR, place,
        wording_public("If the rows below are of that day, give it (--date); else delete "
                       "the line."),
        WORDING(arena, "%s, and the vote is of %s", words, wording_public(day)));
    return false;
}

/* Of the first row that has the text. */
static void report_day_of_rows(const struct ballots_load *load, const struct column_text *text,
                               size_t cell)
{
    struct arena *arena = load->sheet.arena;
    struct row row;
    table_look(&load->sheet.table, text->first, &row);
    ballots_report_cell(
        load, &row, cell,
        WORDING(arena,
                "If it is of another meeting, delete the row; else correct the one that is wrong, "
                "or add %s to the command.",
                ballots_column_option(load, COLUMN_NAME_NONE, cell)),
        WORDING(arena, "%s stands here, and the vote is of %s",
                wording_quote(arena, text->cell->text, "another day"),
                wording_public(date_long(arena, load->reading->date))));
}

bool ballots_day_agrees(const struct ballots_load *load, size_t cell)
{
    static const char *const headings[] = {"meeting date", "date of meeting", "date of the meeting",
                                           "meeting",      "date of vote",    "date of the vote"};
    struct arena *scratch = load->scratch;
    const char *heading = text_fold(scratch, sheet_heading(&load->sheet, cell));
    if (!date_given(load->reading->date) || load->layout != NULL ||
        columns_at(&load->sheet.columns, cell) != COLUMN_NONE ||
        !name_is_one_of(heading, headings, COUNT(headings)))
        return true;
    size_t count;
    const struct column_text *texts = table_texts(scratch, &load->sheet.table, cell, &count);
    for (size_t i = 0; i < count; i++) {
        if (!is_of_another_day(load, arena_format(scratch, "Meeting of %s", texts[i].cell->text),
                               true))
            continue;
        report_day_of_rows(load, &texts[i], cell);
        return false;
    }
    return true;
}

static void keep_title(struct ballots_load *load, const char *text, struct place place,
                       struct wording words)
{
    struct title_line *title =
        ARENA_PUSH(load->sheet.arena, load->titles, load->title_count, load->title_capacity);
    *title = (struct title_line){text, text_fold(load->sheet.arena, text), place, words};
}

/* `heading`: it is that of a column, which may be there for what nobody did, as "Withdrawn" is. */
static bool title_agrees(struct ballots_load *load, const char *text, struct place place,
                         struct wording words, bool heading)
{
    struct arena *arena = load->sheet.arena;
    if (load->layout != NULL) /* a program's own words */
        return true;
    keep_title(load, text, place, words);
    if (is_of_another_day(load, text, !heading))
        return report_day(load, place, words);
    bool taken_back = takes_rows_back(text_fold(arena, text), heading) ||
                      (!heading && any_piece_strikes(arena, text));
    if (!taken_back && !changes_a_word(arena, text))
        return ballots_claims_agree(load, text, place, words, heading);
    diag_add_wording(
        load->sheet.diag, SEVERITY_ERROR, place,
        wording_public(taken_back
                           ? "If the rows below are not to count, do not count this table; else "
                             "delete the line."
                           : "If it is so, correct the votes, for they are read by their usual "
                             "meaning; else delete the line."),
        WORDING(arena, "%s, and the rows below would count%s", words,
                wording_public(taken_back ? "" : " by what the words mean elsewhere")));
    return false;
}

bool ballots_title_agrees(struct ballots_load *load, const char *text, struct place place,
                          struct wording words)
{
    return title_agrees(load, text, place,
                        WORDING(load->sheet.arena, "%s stands above the headings", words), false);
}

bool ballots_headings_agree(struct ballots_load *load)
{
    const struct table *table = &load->sheet.table;
    bool sound = true;
    for (size_t cell = 0; cell < table->header.count && !load->is_list; cell++) {
        const char *text = row_cell(&table->header, cell)->text;
        if (*text != '\0' && ballots_is_unread(load, cell) && !ballots_is_filled(load, cell))
            sound = title_agrees(load, text, sheet_cell_place(&load->sheet, &table->header, cell),
                                 WORDING(load->sheet.arena, "%s heads a column without anything",
                                         wording_quote(load->sheet.arena, text, "this")),
                                 true) &&
                    sound;
    }
    return sound;
}

/* --- How many votes they come to --- */

/* A number alone, and no part of one that is written with a comma or a point; of one that is too
 * large the largest there is. -1 for none. */
static long long number_in(const char *word, const char *before, const char *behind)
{
    static const char digits[] = "0123456789";
    size_t length = strspn(word, digits);
    if (length == 0 || word[length] != '\0' ||
        (*before != '\0' && strspn(before, digits) == strlen(before)) ||
        (*behind != '\0' && strspn(behind, digits) == strlen(behind)))
        return -1;
    return strtoll(word, NULL, 10);
}

/* The words of a text, between blanks. */
struct title_words {
    const char **words;
    size_t count, capacity;
};

static const char *word_of(const struct title_words *words, size_t number)
{
    return number < words->count ? words->words[number] : "";
}

/* The number behind the last of a word, or before it. -1 for none that is no more than the members
 * are: another may be of patients. */
static long long stated_beside(const struct title_words *words, const char *name, bool behind,
                               long long most)
{
    long long stated = -1;
    for (size_t i = 0; i < words->count; i++) {
        size_t at = behind ? i + 1 : i - 1; /* before the first none stands */
        if (strcmp(words->words[i], name) != 0)
            continue;
        long long number =
            number_in(word_of(words, at), word_of(words, at - 1), word_of(words, at + 1));
        stated = number < 0 || number > most ? stated : number;
    }
    return stated;
}

static bool is_within(struct rows_of_vote rows, long long stated)
{
    return stated >= rows.least && stated <= rows.most;
}

static void report_totals(const struct ballots_load *load, struct place place, const char *where,
                          const long long *stated, const struct rows_of_vote *rows)
{
    struct arena *arena = load->sheet.arena;
    const char *told = arena_format(arena, "%lld for and %lld against", stated[0], stated[1]);
    const char *here = arena_format(arena, "%lld and %lld", rows[0].most, rows[1].most);
    diag_add_wording(
        load->sheet.diag, SEVERITY_ERROR, place,
        wording_public("Find out which of them is right, and correct it, or delete what is told."),
        WORDING(arena, "%s stand %s, and the rows have %s",
                wording_of_row(told, "other numbers of votes"), wording_public(where),
                wording_of_row(here, "others")));
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
    return strchr(words, '%') != NULL ? "" : text_fold(load->scratch, words);
}

/* Holds what a text says they come to against the rows. */
static void hold(const struct ballots_load *load, const char *text, size_t line, const char *where)
{
    static const char *const pairs[][2] = {
        {"for", "against"},       {"favour", "against"}, {"yes", "no"},
        {"aye", "nay"},           {"ayes", "noes"},      {"approve", "reject"},
        {"agree", "disagree"},    {"support", "oppose"}, {"accept", "reject"},
        {"approved", "rejected"},
    };
    struct title_words words = {0};
    const struct poll_draft *draft = load->drafts;
    while (*text != '\0') {
        const char **word = ARENA_PUSH(load->scratch, words.words, words.count, words.capacity);
        *word = name_take_word(load->scratch, &text);
    }
    const struct rows_of_vote rows[] = {ballots_rows_of(load, draft, VOTE_FOR),
                                        ballots_rows_of(load, draft, VOTE_AGAINST)};
    long long most = (long long)load->reading->roll->count, wrong[2] = {-1, -1};
    for (size_t i = 0; i < 2 * COUNT(pairs); i++) {
        bool behind = i % 2 == 0;
        const long long stated[] = {stated_beside(&words, pairs[i / 2][0], behind, most),
                                    stated_beside(&words, pairs[i / 2][1], behind, most)};
        if (stated[0] < 0 || stated[1] < 0)
            continue;
        if (is_within(rows[0], stated[0]) && is_within(rows[1], stated[1]))
            return;
        memcpy(wrong, stated, sizeof wrong);
    }
    if (wrong[0] >= 0)
        report_totals(load, (struct place){.file = load->file, .line = line}, where, wrong, rows);
}

void ballots_hold_titles(const struct ballots_load *load)
{
    const struct poll_draft *draft = load->drafts;
    if (load->draft_count != 1 || load->is_list || load->reading->roll == NULL ||
        draft->decision == NULL || draft->decision->is_election)
        return;
    const char *titles = NULL;
    for (size_t i = 0; i < load->title_count; i++)
        if (strchr(load->titles[i].text, '%') == NULL)
            titles = titles == NULL
                         ? load->titles[i].folded
                         : arena_format(load->scratch, "%s / %s", titles, load->titles[i].folded);
    if (titles != NULL)
        hold(load, titles, load->titles[0].place.line, "above the headings");
    for (size_t cell = 0; cell < load->sheet.table.header.count; cell++)
        if (stands_beside(load, cell))
            hold(load, words_beside(load, cell), load->sheet.table.header.line, "beside the rows");
}
