/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* Of which day lines above the headings, and a column of it, say that the meeting or the vote was.
 */

#define DAYS_OF_WEEK 7

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

/* "Tuesday the" before a date, taken away. */
static const char *without_weekday(struct arena *arena, const char *before)
{
    before = without_last(arena, before, "the");
    for (int day = 0; day < DAYS_OF_WEEK; day++) {
        const char *name = text_fold(arena, date_weekday_name(day));
        before = without_last(arena, before, name);
        before = without_last(arena, before, arena_copy(arena, name, strlen("Mon")));
    }
    return before;
}

/* What a sheet of votes is headed by: "Votes 10 June 2015", "Election June 2015". */
static bool is_head(const char *folded)
{
    static const char heads[] =
        "vote;votes;ballot;ballots;meeting;results;election;attendance;agm;held";
    return name_is_one_of(folded, heads);
}

/* Whether what stands before a date says that it is the day of the meeting or of the vote. */
static bool says_of_which_day(struct arena *arena, const char *text, size_t length)
{
    static const char *const ends[] = {"meeting of",
                                       "meeting on",
                                       "meeting held",
                                       "held on",
                                       "meeting date",
                                       "meeting",
                                       "vote of",
                                       "vote on",
                                       "votes of",
                                       "votes on",
                                       "date of meeting",
                                       "date of vote",
                                       "date of the meeting",
                                       "date of ballot",
                                       "date of the ballot",
                                       "ballot closed",
                                       "ballot closed on",
                                       "vote closed",
                                       "vote closed on",
                                       "voting closed",
                                       "voting closed on"};
    static const char others[] = "last;previous;next;minutes;postponed;rearranged";
    const char *before = without_weekday(arena, text_fold(arena, arena_copy(arena, text, length)));
    bool says = strcmp(before, "date") == 0 || /* not "closing date" */
                is_head(before);
    for (size_t i = 0; i < COUNT(ends) && !says; i++)
        says = without_last(arena, before, ends[i]) != before;
    return says && !name_has_one_of(before, others);
}

#define DAYS_OF_MONTH_MOST 31
#define OF_A_DATE_MOST     ((size_t)512) /* with what parts the cells behind it */

/* Whether nothing stands there but what is a date's own: its weekday, and a time of day. */
static bool is_of_a_date(struct arena *arena, const char *text, size_t length)
{
    static const char words[] = "at;from;to;until;am;pm;noon;the";
    if (length > OF_A_DATE_MOST)
        return false;
    const char *folded = text_fold(arena, arena_copy(arena, text, length));
    int weekday;
    while (*folded != '\0') {
        const char *word = name_take_word(arena, &folded);
        if (!name_is_one_of(word, words) && (*word < '0' || *word > '9') &&
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

/* 10.6.15 and 10-6-15 as 10/6/15: behind the words of a meeting they are days. */
static const char *with_slashes(struct arena *arena, const char *text)
{
    static const char digits[] = "0123456789";
    char *days = arena_copy(arena, text, strlen(text));
    for (size_t i = 0; days[i] != '\0'; i++)
        if ((days[i] == '.' || days[i] == '-') && i > 0 && strchr(digits, days[i - 1]) != NULL &&
            strspn(days + i + 1, digits) > 0)
            days[i] = '/';
    return days;
}

/* 20150610 as 2015-06-10, where it is a day. */
static const char *with_dashes(struct arena *arena, const char *text)
{
    static const char digits[] = "0123456789";
    const size_t whole = strlen("20150610");
    for (size_t at = 0; text[at] != '\0'; at++) {
        size_t length = strspn(text + at, digits);
        struct date date;
        const char *day = length != whole ? ""
                                          : arena_format(arena, "%.4s-%.2s-%.2s", text + at,
                                                         text + at + 4, text + at + 6);
        if (date_parse(day, &date) && date.year >= 1990 && date.year < 2100) {
            text = arena_format(arena, "%.*s%s%s", (int)at, text, day, text + at + whole);
            length = strlen(day);
        }
        at += length > 0 ? length - 1 : 0;
    }
    return text;
}

/* Whether the word is a weekday; "sun" behind others may be what an inn is called. */
static bool is_weekday(struct arena *arena, const char *word, bool alone, int *weekday)
{
    return date_scan_weekday(arena_format(arena, "%s ", word), weekday) > 0 &&
           (alone || strcmp(word, "sun") != 0);
}

/* Whether a weekday beside a date is that of another. */
static bool has_other_weekday(struct arena *arena, const char *text, size_t start, size_t end,
                              struct date date)
{
    const char *before = text_fold(arena, arena_copy(arena, text, start));
    const char *rest = text + end;
    const char *behind = text_fold(arena, arena_copy(arena, rest, strnlen(rest, OF_A_DATE_MOST)));
    before = without_last(arena, before, "the");
    const char *last = name_last_word(before);
    int weekday;
    return (is_weekday(arena, last, last == before, &weekday) ||
            is_weekday(arena, name_first_word(arena, behind), true, &weekday)) &&
           weekday != date_weekday(date);
}

/* "Meeting of 10 June 2015", "Date: 10/06/15", or a day alone, where none of its dates is that of
 * the vote. */
static bool is_of_another_day(const struct ballots_load *load, const char *text, bool may_be_alone)
{
    struct days days = {
        .arena = load->sheet.arena, .of = load->reading->date, .may_be_alone = may_be_alone};
    const char *behind = text = with_dashes(load->sheet.arena, text);
    struct date date;
    size_t start, end;
    if (!date_given(days.of))
        return false;
    for (; date_find(behind, &date, &start, &end); behind += end) {
        days.own = days.own || date_compare(date, days.of) == 0;
        look_at_day(&days, behind, start, end);
    }
    behind = text = with_slashes(load->sheet.arena, text);
    for (size_t at = 0; text[at] != '\0'; at++) {
        size_t length = short_day_length(text, at);
        start = (size_t)(text + at - behind);
        if (length == 0)
            continue;
        look_at_day(&days, behind, start, start + length);
        behind = text + at + length;
    }
    return days.says && !days.own;
}

/* "Meeting on Tuesday", "Tue 24/6/15", where the vote is of a Wednesday: a weekday with the head of
 * a sheet and the day of the vote, if anything. */
static bool is_on_another_weekday(const struct ballots_load *load, const char *folded,
                                  bool may_be_alone, struct date *date)
{
    static const char others[] = "on;of;the;evening;afternoon;morning";
    const struct line_words words = ballots_line_words(load->scratch, folded);
    int weekday = -1, told;
    *date = load->reading->date;
    for (size_t i = 0; i < words.count; i++) {
        const char *word = words.words[i];
        if (weekday < 0 && is_weekday(load->scratch, word, words.count == 1, &told))
            weekday = told;
        else if (!is_head(word) && !name_is_one_of(word, others) && strspn(word, "0123456789") == 0)
            return false;
    }
    return date_given(*date) && weekday >= 0 && weekday != date_weekday(*date) &&
           (may_be_alone || words.count > 1); /* columns may be of weekdays */
}

/* "Tuesday 24 June 2015" of the day of the vote, which is a Wednesday, or of a day that is said to
 * be that, where none is given. */
static bool is_of_another_weekday(const struct ballots_load *load, const struct title_line *title,
                                  bool may_be_alone, struct date *date)
{
    const char *text = title->text;
    struct arena *arena = load->scratch;
    const struct date of = load->reading->date;
    size_t start, end;
    for (; date_find(text, date, &start, &end); text += end)
        if ((date_given(of)
                 ? date_compare(*date, of) == 0
                 : says_of_which_day(arena, text, start) || is_of_a_date(arena, text, start)) &&
            has_other_weekday(arena, text, start, end, *date))
            return true;
    return is_on_another_weekday(load, title->folded, may_be_alone, date);
}

/* The number of a day, "10" or "10th"; 0 for none. */
static int day_of_word(const char *word)
{
    static const char ends[] = ";st;nd;rd;th";
    size_t digits = strspn(word, "0123456789");
    int day = digits > 0 && digits <= 2 ? (int)strtol(word, NULL, 10) : 0;
    return day <= DAYS_OF_MONTH_MOST && name_is_one_of(word + digits, ends) ? day : 0;
}

/* A day without a year, or a month of a year, in a line. */
struct part_of_date {
    size_t from;          /* its first word */
    int day, month, year; /* 0 for what is not told */
};

/* That with the month at `at`, "10 June", "the 10th of June", "June 10", "June 2014". False where
 * there is none, or a whole date, which is looked at elsewhere. */
static bool read_part(const struct line_words *words, size_t at, struct part_of_date *part)
{
    const char *word = words->words[at], *next = at + 1 < words->count ? words->words[at + 1] : "";
    size_t before = at > 1 && strcmp(words->words[at - 1], "of") == 0 ? at - 1 : at;
    *part = (struct part_of_date){.from = at};
    part->month = date_month_of(word, strlen(word));
    if (part->month == 0)
        return false;
    part->day = before > 0 ? day_of_word(words->words[before - 1]) : 0;
    if (part->day > 0)
        part->from = before - 1;
    if (strlen(next) == strlen("2014") && strspn(next, "0123456789") == strlen(next))
        part->year = (int)strtol(next, NULL, 10);
    else if (part->day == 0)
        part->day = day_of_word(next);
    return (part->day > 0) != (part->year > 0);
}

static const char *joined(struct arena *arena, const struct line_words *words, size_t from,
                          size_t to)
{
    const char *text = "";
    for (size_t i = from; i < to; i++)
        text = arena_format(arena, "%s%s ", text, words->words[i]);
    return text;
}

/* "Meeting of 10 June", "Votes June 2014", where none of them may be the day of the vote. */
static bool is_of_another_month(const struct ballots_load *load, const char *line,
                                bool may_be_alone)
{
    struct arena *arena = load->scratch;
    const struct date of = load->reading->date;
    if (!date_given(of) || strnlen(line, OF_A_DATE_MOST + 1) > OF_A_DATE_MOST)
        return false;
    const struct line_words words = ballots_line_words(arena, text_fold(arena, line));
    bool says = false;
    for (size_t i = 0; i < words.count; i++) {
        struct part_of_date part;
        if (!read_part(&words, i, &part))
            continue;
        if (part.month == of.month && (part.day == 0 || part.day == of.day) &&
            (part.year == 0 || part.year == of.year))
            return false;
        const char *before = joined(arena, &words, 0, part.from);
        const char *behind = joined(arena, &words, i + 1, words.count);
        bool alone = may_be_alone && is_of_a_date(arena, before, strlen(before)) &&
                     is_of_a_date(arena, behind, strlen(behind));
        says = says || alone || says_of_which_day(arena, before, strlen(before));
    }
    return says;
}

/* The year that a word is; 0 for none. */
static int year_of_word(const char *word)
{
    bool is = strlen(word) == strlen("2014") && strspn(word, "0123456789") == strlen(word) &&
              (strncmp(word, "19", 2) == 0 || strncmp(word, "20", 2) == 0);
    return is ? (int)strtol(word, NULL, 10) : 0;
}

/* "Votes 2014", "Year: 2014": a head and another year, and nothing else. */
static bool is_of_another_year(const struct ballots_load *load, const char *folded)
{
    static const char others[] = "year;annual;general;of;in;the;for";
    const struct line_words words = ballots_line_words(load->scratch, folded);
    int year = 0;
    for (size_t i = 0; i < words.count; i++) {
        const char *word = words.words[i];
        int told = year_of_word(word);
        if ((told != 0 && year != 0) ||
            (told == 0 && !is_head(word) && !name_is_one_of(word, others)))
            return false;
        year = told != 0 ? told : year;
    }
    return date_given(load->reading->date) && year != 0 && words.count > 1 &&
           year != load->reading->date.year;
}

bool ballots_day_of_title_agrees(const struct ballots_load *load, const struct title_line *title,
                                 bool may_be_alone)
{
    struct arena *arena = load->sheet.arena;
    struct date date;
    if (is_of_another_day(load, title->text, may_be_alone) ||
        is_of_another_month(load, title->text, may_be_alone) ||
        is_of_another_year(load, title->folded))
        diag_add_wording(load->sheet.diag, SEVERITY_ERROR, title->place,
                         wording_public(arena_format(
                             arena, "If the rows below are of that day, give it (--date); else %s.",
                             title->rid)),
                         WORDING(arena, "%s, and the vote is of %s", title->words,
                                 wording_public(date_long(arena, load->reading->date))));
    else if (is_of_another_weekday(load, title, may_be_alone, &date))
        diag_add_wording(
            load->sheet.diag, SEVERITY_ERROR, title->place,
            wording_public(arena_format(arena, "Find out which day it was, and correct it, or %s.",
                                        title->rid)),
            WORDING(arena, "%s, and %s is a %s", title->words,
                    wording_public(date_long(arena, date)),
                    wording_public(date_weekday_name(date_weekday(date)))));
    else
        return true;
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
    static const char headings[] =
        "meeting date;date of meeting;date of the meeting;meeting;date of vote;date of the vote";
    static const char voted[] = "voted on;date voted;vote date;day of vote";
    static const char years[] = "year;meeting year;year of meeting;year of vote";
    struct arena *scratch = load->scratch;
    const char *heading = load->headings[cell].folded;
    bool of_year = name_is_one_of(heading, years);
    bool of_vote = load->usual != NULL && !load->usual->by_reply && /* else on several days */
                   name_is_one_of(heading, voted);
    if (!date_given(load->reading->date) || load->layout != NULL ||
        columns_at(&load->sheet.columns, cell) != COLUMN_NONE ||
        (!of_year && !of_vote && !name_is_one_of(heading, headings)))
        return true;
    size_t count;
    const struct column_text *texts = table_texts(scratch, &load->sheet.table, cell, &count);
    for (size_t i = 0; i < count; i++) {
        const char *text = texts[i].cell->text;
        if (of_year ? !is_of_another_year(load, arena_format(scratch, "year %s", text))
                    : !is_of_another_day(load, arena_format(scratch, "Meeting of %s", text), true))
            continue;
        report_day_of_rows(load, &texts[i], cell);
        return false;
    }
    return true;
}
