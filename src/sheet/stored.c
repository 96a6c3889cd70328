/* SPDX-License-Identifier: MIT */
#include "stored.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "quorate/buffer.h"
#include "quorate/date.h"

/* What spreadsheets know of a number: a double is written with up to 17 digits, and the last two of
 * 0.30000000000000004 are noise. */
#define DIGITS_MOST 15
#define POINT_MOST  15 /* digits in front of the point */
#define PLACES_MOST 20 /* noughts and digits behind it */

/* A decimal number: 0.DIGITS times ten to the power of `point`. Without noughts at either end. */
struct decimal {
    bool negative;
    char digits[DIGITS_MOST + 1];
    int count, point;
};

static const char part_of_it[] = "this cell shows only a part of the date and time that it holds";
static const char not_shown[] = "this cell does not show what it holds";

/* ---- Reading it */

/* Half away from nothing, as spreadsheets do. */
static void round_up(struct decimal *number)
{
    int at = number->count;
    while (at > 0 && number->digits[at - 1] == '9')
        at--;
    number->count = at;
    if (at > 0) {
        number->digits[at - 1]++;
    } else {
        number->digits[0] = '1';
        number->count = 1;
        number->point++;
    }
}

static void strip(struct decimal *number)
{
    while (number->count > 0 && number->digits[number->count - 1] == '0')
        number->count--;
    if (number->count == 0)
        number->point = 0;
    number->negative = number->negative && number->count > 0;
}

/* The digits with a point among them; *text is moved behind. False for none. */
static bool read_digits(const char **text, struct decimal *number)
{
    const char *at = *text;
    bool any = false, behind = false, round = false, full = false;
    for (; isdigit((unsigned char)*at) || (*at == '.' && !behind); at++) {
        if (*at == '.') {
            behind = true;
            continue;
        }
        any = true;
        bool leading = number->count == 0 && *at == '0';
        number->point += leading ? -behind : !behind;
        if (leading || full)
            continue;
        if (number->count < DIGITS_MOST) {
            number->digits[number->count++] = *at;
        } else {
            full = true;
            round = *at >= '5';
        }
    }
    if (round)
        round_up(number);
    *text = at;
    return any;
}

/* "E+4": no further than a double goes. */
static bool read_exponent(const char *text, int *exponent)
{
    *exponent = 0;
    if (*text == '\0')
        return true;
    if (tolower((unsigned char)*text) != 'e')
        return false;
    bool negative = text[1] == '-';
    text += text[1] == '-' || text[1] == '+' ? 2 : 1;
    size_t length = strspn(text, "0123456789");
    if (length == 0 || length > 3 || text[length] != '\0')
        return false;
    for (; *text != '\0'; text++)
        *exponent = *exponent * 10 + (*text - '0');
    *exponent = negative ? -*exponent : *exponent;
    return true;
}

static bool read_decimal(const char *text, struct decimal *number)
{
    int exponent;
    *number = (struct decimal){.negative = *text == '-'};
    text += *text == '-' || *text == '+';
    if (strlen(text) > 400 || !read_digits(&text, number) || !read_exponent(text, &exponent))
        return false;
    number->point += exponent;
    strip(number);
    return true;
}

/* ---- Writing it */

static int places(const struct decimal *number)
{
    return number->count > number->point ? number->count - number->point : 0;
}

/* What cannot be written as digits that are all known. */
static bool is_beyond(const struct decimal *number)
{
    return number->point > POINT_MOST || places(number) > PLACES_MOST;
}

static const char *digits_of(struct arena *arena, const struct decimal *number)
{
    struct buffer text = {.arena = arena};
    buffer_add(&text, number->negative ? "-" : "");
    if (number->point <= 0)
        buffer_add(&text, number->count == 0 ? "0" : "0.");
    buffer_add_repeated(&text, '0', number->point < 0 ? (size_t)-number->point : 0);
    for (int i = 0; i < number->count; i++) {
        if (i == number->point && i > 0)
            buffer_add(&text, ".");
        buffer_add_bytes(&text, &number->digits[i], 1);
    }
    if (number->point > number->count)
        buffer_add_repeated(&text, '0', (size_t)(number->point - number->count));
    return buffer_text(&text);
}

/* Makes parts in 100 of a number that is to be shown so; its text, with their sign. */
static const char *text_of(struct arena *arena, struct decimal *number, bool percent)
{
    number->point += percent && number->count > 0 ? 2 : 0;
    return arena_format(arena, "%s%s", digits_of(arena, number), percent ? "%" : "");
}

/* What the cell holds is told, where the row is not secret. */
static struct stored refused(struct arena *arena, const char *text, const char *what)
{
    return (struct stored){.text = text,
                           .fault = wording_of_row(arena_format(arena, "%s: %s", what, text), what),
                           .remedy = "Let the cell show what it holds, or type what is meant."};
}

static struct stored too_long(const char *value)
{
    return (struct stored){
        .text = value,
        .fault = wording_public("this cell holds a number with more digits than are kept of it"),
        .remedy = "Format the cell as text, and type it again."};
}

/* ---- Points in time */

#define SECONDS_OF_DAY ((int64_t)86400)
#define PARTS_OF_DAY   ((int64_t)1000000000000) /* as a fraction is told, to 12 places */
#define PARTS_OF_MILLI (PARTS_OF_DAY / 1000)
#define NOISE          (5 * PARTS_OF_MILLI) /* a second is meant that it is so near to */
#define DAYS_TO_1970   25569                /* from 30 December 1899 */
#define DAYS_TO_1904   1462                 /* likewise */
#define DAY_MARCH_1900 61 /* there is a 29 February 1900 before it, which never was */

struct point {
    int64_t days, seconds, milliseconds;
};

/* Digits from..to of the number, as a whole one. */
static int64_t digits_from(const struct decimal *number, int from, int to)
{
    int64_t whole = 0;
    for (int i = from; i < to; i++)
        whole = whole * 10 + (i >= 0 && i < number->count ? number->digits[i] - '0' : 0);
    return whole;
}

static struct point point_of(const struct decimal *number)
{
    struct point point = {.days = digits_from(number, 0, number->point)};
    int64_t parts = digits_from(number, number->point, number->point + 12) * SECONDS_OF_DAY;
    int64_t rest = parts % PARTS_OF_DAY;
    point.seconds = parts / PARTS_OF_DAY;
    if (rest >= PARTS_OF_DAY - NOISE)
        point.seconds++;
    else if (rest > NOISE)
        point.milliseconds = (rest + PARTS_OF_MILLI / 2) / PARTS_OF_MILLI;
    if (point.seconds == SECONDS_OF_DAY) {
        point.seconds = 0;
        point.days++;
    }
    return point;
}

static const char *clock_of(struct arena *arena, const struct point *point)
{
    struct buffer text = {.arena = arena};
    buffer_format(&text, "%02d:%02d:%02d", (int)(point->seconds / 3600),
                  (int)(point->seconds / 60 % 60), (int)(point->seconds % 60));
    if (point->milliseconds > 0)
        buffer_format(&text, ".%03d", (int)point->milliseconds);
    return buffer_text(&text);
}

/* Whether the hours and minutes are there to be seen: "mm:ss" shows of 17:40:11 as much as of
 * 00:40:11.
 * "[mm]" and "[ss]" are all of it. */
static bool shows_clock(const struct format_section *shows, const struct point *point)
{
    if (shows->elapsed && !shows->hour)
        return true;
    return (shows->hour || point->seconds < 3600) && (shows->minute || point->seconds % 3600 < 60);
}

static struct stored point_in_time(struct arena *arena, const struct decimal *number,
                                   const struct format_section *shows, bool from_1904)
{
    bool of_day = shows->year || shows->month || shows->day;
    struct point point = {0};
    if (!number->negative && number->point <= 6)
        point = point_of(number);
    bool timed = point.seconds > 0 || point.milliseconds > 0;
    if (!of_day && point.days == 0 && !number->negative && number->point <= 6) {
        const char *clock = clock_of(arena, &point);
        if (!shows_clock(shows, &point))
            return refused(arena, clock, part_of_it);
        return (struct stored){.text = clock};
    }
    int64_t days = point.days + (from_1904 ? DAYS_TO_1904 : 0);
    struct date last = {2199, 12, 31};
    if (days < DAY_MARCH_1900 || days - DAYS_TO_1970 > date_days(last))
        return (struct stored){.text = digits_of(arena, number),
                               .fault = wording_public("this cell holds a date that is not of 1 "
                                                       "March 1900 to 31 December 2199"),
                               .remedy = "Type the date that is meant."};
    const char *text = date_iso(arena, date_of_days(days - DAYS_TO_1970));
    if (timed || shows->hour)
        text = arena_format(arena, "%s %s", text, clock_of(arena, &point));
    if (!shows->year || !shows->month || !shows->day || shows->elapsed ||
        (timed && !(shows->hour && shows_clock(shows, &point))))
        return refused(arena, text, part_of_it);
    return (struct stored){.text = text};
}

/* ---- The whole */

/* Whether the section leaves nothing of the number out, and adds nothing to it. */
static bool is_shown(const struct format_section *shows, const struct decimal *number)
{
    if (shows->other || (number->negative && !shows->sign && !shows->general))
        return false;
    if (number->count == 0 && shows->sign && !shows->number) /* a dash for nothing */
        return true;
    if (shows->general || shows->text)
        return true;
    size_t whole = number->point > 1 ? (size_t)number->point : 1;
    return shows->number && (size_t)places(number) <= shows->decimals &&
           shows->whole_zeros <= whole;
}

struct stored stored_number(struct arena *arena, const char *value,
                            const struct cell_format *format, bool from_1904)
{
    struct decimal number;
    if (!read_decimal(value, &number))
        return (struct stored){0};
    if (is_beyond(&number))
        return too_long(value);
    if (cell_format_is_time(format))
        return point_in_time(arena, &number, &format->sections[0], from_1904);
    int sign = number.negative ? -1 : number.count > 0;
    struct format_section shows = *cell_format_section(format, sign);
    shows.sign = shows.sign || (sign < 0 && format->count == 1);
    const char *text = text_of(arena, &number, shows.percent);
    if (sign > 0 && shows.sign)
        shows.other = true;
    if (!is_shown(&shows, &number))
        return refused(arena, text, not_shown);
    return (struct stored){.text = text};
}

/* The digits alone. */
static const char *digits_in(struct arena *arena, const char *text)
{
    struct buffer digits = {.arena = arena};
    for (; *text != '\0'; text++)
        if (isdigit((unsigned char)*text))
            buffer_add_bytes(&digits, text, 1);
    return buffer_text(&digits);
}

struct stored stored_as_shown(struct arena *arena, const char *value, const char *shown,
                              bool percent)
{
    struct decimal number;
    if (!read_decimal(value, &number))
        return (struct stored){0};
    if (is_beyond(&number))
        return too_long(value);
    const char *text = text_of(arena, &number, percent);
    const char *seen = digits_in(arena, shown), *wanted = digits_in(arena, text);
    size_t length = strlen(wanted);
    bool same =
        strncmp(seen, wanted, length) == 0 && seen[length + strspn(seen + length, "0")] == '\0';
    /* A nought more is one behind the point, and that has to be there. */
    bool scaled = strlen(seen) > length && places(&number) == 0 && strpbrk(shown, ".,") == NULL;
    bool positive = number.negative && strpbrk(shown, "-(\xE2") == NULL;
    if (!same || scaled || positive)
        return refused(arena, text, not_shown);
    return (struct stored){.text = text};
}

/* Whether a run of digits is that number, and how many runs there are. */
static bool shows_number(const char *shown, int number, size_t *runs)
{
    bool any = false;
    for (*runs = 0; *shown != '\0'; shown += *shown != '\0') {
        size_t length = strspn(shown, "0123456789");
        if (length == 0)
            continue;
        any = any || (length < 9 && strtol(shown, NULL, 10) == number);
        shown += length;
        ++*runs;
    }
    return any;
}

/* A month may be told by its name. */
static bool shows_day(const char *shown, struct date day)
{
    size_t runs, letters = 0;
    for (const char *at = shown; *at != '\0'; at++)
        letters += isalpha((unsigned char)*at) || (unsigned char)*at >= 0x80;
    bool year = shows_number(shown, day.year, &runs) || shows_number(shown, day.year % 100, &runs);
    return year && shows_number(shown, day.day, &runs) &&
           (letters > 0 ? runs >= 2 : runs >= 3 && shows_number(shown, day.month, &runs));
}

struct stored stored_date(struct arena *arena, const char *value, const char *shown)
{
    struct moment moment;
    struct date day;
    char *text = arena_copy(arena, value, strlen(value));
    char *parts = strchr(text, 'T');
    if (parts != NULL)
        *parts = ' ';
    if (!(date_scan(text, &day) > 0 && (date_parse(text, &day) || moment_parse(text, &moment))))
        return (struct stored){0};
    bool timed = parts != NULL && strcmp(parts, " 00:00:00") != 0;
    if (shown != NULL && (!shows_day(shown, day) || (timed && strchr(shown, ':') == NULL)))
        return refused(arena, text, part_of_it);
    return (struct stored){.text = text};
}

struct stored stored_time(struct arena *arena, const char *value)
{
    struct moment moment;
    char *text = arena_copy(arena, value, strlen(value));
    char *hours = strchr(text, 'H'), *minutes = hours == NULL ? NULL : strchr(hours, 'M');
    char *seconds = minutes == NULL ? NULL : strchr(minutes, 'S');
    if (strncmp(text, "PT", 2) != 0 || seconds == NULL || seconds[1] != '\0')
        return (struct stored){0};
    *hours = *minutes = ':';
    *seconds = '\0';
    if (!moment_parse(arena_format(arena, "2000-01-01 %s", text + 2), &moment))
        return (struct stored){0};
    return (struct stored){.text = text + 2};
}
