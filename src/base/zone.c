/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "moment_internal.h"
#include "quorate/text.h"

/* The zone of a time: behind it, or in the heading of its column. */

#define MOST_OFFSET (14 * HOUR) /* the islands of Kiribati */

bool moment_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool moment_read_pair(const char **at, int64_t limit, int64_t *number)
{
    if (!moment_is_digit((*at)[0]) || !moment_is_digit((*at)[1]))
        return false;
    *number = ((*at)[0] - '0') * 10 + ((*at)[1] - '0');
    *at += 2;
    return *number < limit;
}

bool moment_read_word(const char **at, const char *word)
{
    size_t length = 0;
    while (word[length] != '\0' && ((*at)[length] | ' ') == word[length])
        length++;
    char behind = (char)((*at)[length] | ' ');
    if (word[length] != '\0' || (behind >= 'a' && behind <= 'z'))
        return false;
    *at += length;
    return true;
}

/* +01:00, +0100, +01, also behind a space; behind "GMT" also +1 and +5:30 */
static bool read_offset(const char **at, bool named, int64_t *ahead)
{
    *at += **at == ' ' && !named;
    char sign = *(*at)++;
    int64_t hours, minutes = 0;
    bool single = named && moment_is_digit((*at)[0]) && !moment_is_digit((*at)[1]);
    if (sign != '+' && sign != '-')
        return false;
    if (single)
        hours = *(*at)++ - '0';
    else if (!moment_read_pair(at, 24, &hours))
        return false;
    bool colon = **at == ':';
    *at += colon;
    if ((colon || (!single && moment_is_digit(**at))) && !moment_read_pair(at, 60, &minutes))
        return false;
    *ahead = hours * HOUR + minutes * MINUTE;
    if (*ahead > MOST_OFFSET)
        return false;
    if (sign == '-')
        *ahead = -*ahead;
    return true;
}

bool moment_read_zone(const char **at, bool *zoned, int64_t *ahead)
{
    *zoned = **at != '\0';
    *ahead = 0;
    if (!*zoned)
        return true;
    if (**at == 'Z') {
        ++*at;
        return true;
    }
    const char *name = *at + (**at == ' ');
    if (moment_read_word(&name, "bst")) {
        *at = name;
        *ahead = HOUR;
        return true;
    }
    bool named = moment_read_word(&name, "gmt") || moment_read_word(&name, "utc");
    if (named)
        *at = name;
    return (named && **at == '\0') || read_offset(at, named, ahead);
}

/* --- In headings --- */

/* Zones by their names, folded. */
static const struct {
    const char *name;
    struct zone zone;
} zones[] = {
    {"coordinated universal time", {ZONE_FIXED, 0}},
    {"greenwich mean time", {ZONE_FIXED, 0}},
    {"utc time", {ZONE_FIXED, 0}},
    {"etc utc", {ZONE_FIXED, 0}},
    {"british summer time", {ZONE_FIXED, HOUR}},
    {"gmt bst", {ZONE_ENGLISH, 0}},
    {"bst gmt", {ZONE_ENGLISH, 0}},
    {"europe london", {ZONE_ENGLISH, 0}},
    {"london", {ZONE_ENGLISH, 0}},
    {"london time", {ZONE_ENGLISH, 0}},
    {"uk time", {ZONE_ENGLISH, 0}},
};

/* In capitals, zones of which this program does not know when their clocks change. */
static const char *const elsewhere[] = {
    "AEDT", "AEST", "AKDT", "AKST", "AWST", "CDT", "CEST", "CET",  "CST", "CT",  "EAT", "EDT",
    "EEST", "EET",  "EST",  "ET",   "GST",  "HKT", "HST",  "IST",  "JST", "MDT", "MSK", "MST",
    "MT",   "NZDT", "NZST", "PDT",  "PKT",  "PST", "PT",   "SAST", "SGT", "WAT", "WET", "WEST",
};

/* How the names of such zones begin and end, folded: "america new york", "eastern time". */
static const char *const regions[] = {"africa",    "america", "antarctica", "asia",    "atlantic",
                                      "australia", "europe",  "indian",     "pacific", "us"};
static const char *const endings[] = {"standard time", "daylight time", "summer time",
                                      "eastern time",  "central time",  "mountain time",
                                      "pacific time"};

/* Whether it begins with "utc" or "gmt", and so tells a zone that is not read here. */
static bool is_of_utc(const char *text)
{
    return moment_read_word(&text, "utc") || moment_read_word(&text, "gmt");
}

static bool ends_with(const char *folded, const char *end)
{
    size_t length = strlen(folded), wanted = strlen(end);
    return length >= wanted && strcmp(folded + length - wanted, end) == 0;
}

static bool is_elsewhere(const char *text, const char *folded)
{
    const char *slash = strchr(text, '/');
    for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++)
        if (strcmp(text, elsewhere[i]) == 0)
            return true;
    for (size_t i = 0; slash != NULL && i < sizeof regions / sizeof *regions; i++)
        if (strncmp(folded, regions[i], strlen(regions[i])) == 0 &&
            strlen(regions[i]) == (size_t)(slash - text))
            return true;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_with(folded, endings[i]))
            return true;
    return is_of_utc(text);
}

/* The zone of these words; of kind ZONE_UNTOLD when they tell none. */
static struct zone zone_of(struct arena *arena, const char *text)
{
    struct zone zone = {ZONE_UNTOLD, 0};
    const char *folded = text_fold(arena, text), *at = text;
    bool zoned;
    int64_t ahead;
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
        if (strcmp(folded, zones[i].name) == 0)
            return zones[i].zone;
    if (moment_read_zone(&at, &zoned, &ahead) && zoned && *at == '\0')
        zone = (struct zone){ZONE_FIXED, ahead};
    else if (is_elsewhere(text, folded))
        zone.kind = ZONE_UNKNOWN;
    return zone;
}

/* Where the last piece of a heading begins, in brackets or as a word; its words are *from to
 * *until. */
static size_t last_piece(const char *heading, size_t *from, size_t *until)
{
    size_t end = strlen(heading), start;
    while (end > 0 && heading[end - 1] == ' ')
        end--;
    *until = end;
    char closing = '\0', opening = ' ';
    if (end > 0 && (heading[end - 1] == ')' || heading[end - 1] == ']')) {
        closing = heading[end - 1];
        opening = closing == ')' ? '(' : '[';
        *until = end - 1;
    }
    for (start = *until; start > 0 && heading[start - 1] != opening;)
        start--;
    *from = start;
    return start == 0 || closing == '\0' ? start : start - 1;
}

struct zone zone_in_heading(struct arena *arena, const char *heading, size_t *length)
{
    size_t from, until;
    *length = last_piece(heading, &from, &until);
    if (*length == 0 || from == until)
        return (struct zone){ZONE_UNTOLD, 0};
    return zone_of(arena, text_trim(arena, arena_copy(arena, heading + from, until - from)));
}
