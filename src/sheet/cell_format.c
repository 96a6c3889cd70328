/* SPDX-License-Identifier: MIT */
#include "cell_format.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* ---- One section, character by character */

struct scan {
    const char *at;
    struct format_section *section;
    bool pointed;    /* behind the decimal point */
    bool parted;     /* a comma stands behind the last place for a digit */
    bool interposed; /* so does something that is shown as it stands */
};

/* The bytes of the character at the beginning; 0 at the end. */
static size_t character_length(const char *text)
{
    size_t length = *text != '\0';
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
        length++;
    return length;
}

static bool is_date(const struct format_section *section)
{
    return section->year || section->month || section->day || section->hour || section->minute ||
           section->second;
}

/* A character that is shown as it stands. In front of the digits it may be a currency, behind them
 * a unit; a digit, a percent sign or a word in front would make another number of it. */
static void take_literal(struct scan *scan, char c)
{
    struct format_section *section = scan->section;
    bool plain = c == ' ' || c == '$' || (unsigned char)c >= 0x80;
    if (c == '-' || c == '(')
        section->sign = true;
    else if (isdigit((unsigned char)c) || c == '%')
        section->other = section->other || !is_date(section);
    else if (!section->number && !plain && c != ')' && c != '+' && !is_date(section))
        section->other = section->other || isalnum((unsigned char)c);
    scan->interposed = section->number;
}

static void take_quoted(struct scan *scan)
{
    for (scan->at++; *scan->at != '\0' && *scan->at != '"'; scan->at++)
        take_literal(scan, *scan->at);
    scan->at += *scan->at == '"';
}

/* "[Red]", "[$-809]" and "[h]", but not "[<100]". */
static void take_bracket(struct scan *scan)
{
    struct format_section *section = scan->section;
    size_t length = strcspn(scan->at, "]");
    char first = (char)tolower((unsigned char)scan->at[1]);
    bool alone = length >= 2 && strspn(scan->at + 1, "hHmMsS") == length - 1;
    if (alone) {
        section->hour = section->hour || first == 'h';
        section->minute = section->minute || first == 'm';
        section->second = section->second || first == 's';
        section->elapsed = true;
    } else if (strchr("<>=", first) != NULL) {
        section->other = true;
    }
    scan->at += length + (scan->at[length] == ']');
}

static void take_digit(struct scan *scan)
{
    struct format_section *section = scan->section;
    section->other = section->other || scan->interposed;
    section->number = true;
    scan->parted = false;
    if (scan->pointed)
        section->decimals++;
    else
        section->whole_zeros += *scan->at == '0';
    scan->at++;
}

/* A run of one letter. Minutes are months but behind hours and in front of seconds. */
static void take_letters(struct scan *scan)
{
    struct format_section *section = scan->section;
    char letter = (char)tolower((unsigned char)*scan->at);
    size_t length = 0;
    while (tolower((unsigned char)scan->at[length]) == letter)
        length++;
    const char *next = scan->at + length;
    bool before_seconds = next[strspn(next, ":. ")] != '\0' &&
                          tolower((unsigned char)next[strspn(next, ":. ")]) == 's';
    bool is_minute =
        letter == 'm' && ((section->hour && !section->minute && length <= 2 &&
                           (scan->at[-1] == ':' || scan->at[-1] == '.' || scan->at[-1] == '\\' ||
                            scan->at[-1] == 'h' || scan->at[-1] == 'H')) ||
                          (before_seconds && length <= 2));
    section->year = section->year || letter == 'y';
    section->day = section->day || letter == 'd';
    section->hour = section->hour || letter == 'h';
    section->second = section->second || letter == 's';
    section->minute = section->minute || is_minute;
    section->month = section->month || (letter == 'm' && !is_minute);
    scan->at = next;
}

/* "AM/PM" and "A/P". */
static size_t half_day_length(const char *at)
{
    if (strncasecmp(at, "AM/PM", 5) == 0)
        return 5;
    return strncasecmp(at, "A/P", 3) == 0 ? 3 : 0;
}

/* What is none of the others: points, commas, and what is shown as it stands. */
static void take_sign(struct scan *scan)
{
    struct format_section *section = scan->section;
    char c = *scan->at;
    if (c == '.') {
        section->other = section->other || scan->parted;
        scan->pointed = true;
    } else if (c == ',') {
        scan->parted = section->number;
    } else if (c == '%') {
        section->other = section->other || section->percent;
        section->percent = true;
    } else if (c == '@') {
        section->text = true;
    } else if (c == '/') {
        section->other = section->other || !is_date(section);
    } else if (strchr("eEgGbB", c) != NULL) { /* exponents, and years of other calendars */
        section->other = true;
    } else {
        take_literal(scan, c);
    }
    scan->at += character_length(scan->at);
}

static void take_one(struct scan *scan)
{
    static const char general[] = "General";
    if (strncasecmp(scan->at, general, sizeof general - 1) == 0) {
        scan->section->general = true;
        scan->at += sizeof general - 1;
    } else if (*scan->at == '"') {
        take_quoted(scan);
    } else if (*scan->at == '[') {
        take_bracket(scan);
    } else if (*scan->at == '\\') {
        scan->at++;
        if (*scan->at != '\0')
            take_literal(scan, *scan->at);
        scan->at += character_length(scan->at);
    } else if (*scan->at == '_' || *scan->at == '*') { /* room of that width, or a filling */
        scan->at++;
        scan->at += character_length(scan->at);
    } else if (strchr("0#?", *scan->at) != NULL && !(scan->pointed && scan->section->second)) {
        take_digit(scan);
    } else if (strchr("dDmMyYhHsS", *scan->at) != NULL) {
        take_letters(scan);
    } else if (half_day_length(scan->at) > 0) {
        scan->at += half_day_length(scan->at);
    } else if (scan->section->second && *scan->at == '0') { /* parts of a second */
        scan->at++;
    } else {
        take_sign(scan);
    }
}

/* ---- The whole */

struct cell_format cell_format_read(const char *code)
{
    struct cell_format format = {0};
    struct scan scan = {.at = code};
    while (format.count < FORMAT_SECTIONS) {
        struct format_section *section = &format.sections[format.count++];
        scan = (struct scan){.at = scan.at, .section = section};
        while (*scan.at != '\0' && *scan.at != ';')
            take_one(&scan);
        section->other = section->other || scan.parted || (section->number && is_date(section));
        if (*scan.at == '\0')
            break;
        scan.at++;
    }
    return format;
}

/* ECMA-376 part 1, 18.8.30; those of East Asian calendars show a day or a time too. */
static const struct {
    size_t from, to;
    const char *code;
} built_in[] = {
    {0, 0, "General"},
    {1, 1, "0"},
    {2, 2, "0.00"},
    {3, 3, "#,##0"},
    {4, 4, "#,##0.00"},
    {5, 6, "#,##0;(#,##0)"},
    {7, 8, "#,##0.00;(#,##0.00)"},
    {9, 9, "0%"},
    {10, 10, "0.00%"},
    {11, 11, "0.00E+00"},
    {12, 13, "# ?/?"},
    {14, 14, "dd/mm/yyyy"},
    {15, 15, "d-mmm-yy"},
    {16, 16, "d-mmm"},
    {17, 17, "mmm-yy"},
    {18, 19, "h:mm:ss AM/PM"},
    {20, 21, "h:mm:ss"},
    {22, 22, "dd/mm/yyyy h:mm"},
    {27, 31, "dd/mm/yyyy"},
    {32, 35, "h:mm:ss"},
    {36, 36, "dd/mm/yyyy"},
    {37, 38, "#,##0;(#,##0)"},
    {39, 40, "#,##0.00;(#,##0.00)"},
    {41, 42, "#,##0;-#,##0;\"-\";@"},
    {43, 44, "#,##0.00;-#,##0.00;\"-\";@"},
    {45, 45, "mm:ss"},
    {46, 46, "[h]:mm:ss"},
    {47, 47, "mm:ss.0"},
    {48, 48, "##0.0E+0"},
    {49, 49, "@"},
    {50, 58, "dd/mm/yyyy"},
};

const char *cell_format_built_in(size_t number)
{
    for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++)
        if (number >= built_in[i].from && number <= built_in[i].to)
            return built_in[i].code;
    return NULL;
}

bool cell_format_is_time(const struct cell_format *format)
{
    return is_date(&format->sections[0]);
}

const struct format_section *cell_format_section(const struct cell_format *format, int sign)
{
    if (sign < 0 && format->count > 1)
        return &format->sections[1];
    return &format->sections[sign == 0 && format->count > 2 ? 2 : 0];
}

bool cell_format_shows_text(const struct cell_format *format)
{
    const struct format_section *last = &format->sections[format->count - 1];
    return last->text ? !last->other : format->count < FORMAT_SECTIONS;
}
