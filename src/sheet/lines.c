/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* A line before it is CSV: whether its bytes may be there at all, and where a cell stands in it. */

#define REPLACEMENT "\xEF\xBF\xBD"

const char lines_remedy[] =
    "Open it in a spreadsheet program and save it as CSV UTF-8 (comma delimited).";

#define UNPACK "Unpack it, and give the table that is in it."
#define EMPTY  "Give the table that was to be packed into it."
#define SOURCE "Give the table that it was made from, saved as CSV UTF-8 (comma delimited)."

/* How files begin that people take for CSV, and what helps where lines_remedy does not. */
static const struct {
    const char *bytes;
    size_t length;
    const char *what, *remedy;
} beginnings[] = {
    {"PK\x03\x04", 4, "is an Excel workbook or another zip archive, not a CSV table", NULL},
    {"PK\x05\x06", 4, "is an empty zip archive, not a CSV table", EMPTY},
    {"\xD0\xCF\x11\xE0", 4, "is an old Excel workbook (.xls), not a CSV table", NULL},
    {"%PDF", 4, "is a PDF document, not a CSV table", SOURCE},
    {"\x1F\x8B", 2, "is compressed with gzip, not a CSV table", UNPACK},
    {"\xFF\xFE\0\0", 4, "is written in UTF-32, not in UTF-8", NULL},
    {"\0\0\xFE\xFF", 4, "is written in UTF-32, not in UTF-8", NULL},
    {"{\\rtf", 5, "is a rich text document, not a CSV table", SOURCE},
    {"<", 1, "is a web page or XML, not a CSV table", NULL},
};

static bool begins_with(const char *bytes, size_t length, const char *beginning, size_t wanted)
{
    return length >= wanted && memcmp(bytes, beginning, wanted) == 0;
}

const char *lines_not_a_table(const char *bytes, size_t length, const char **remedy)
{
    *remedy = lines_remedy;
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (begins_with(bytes, length, beginnings[i].bytes, beginnings[i].length)) {
            if (beginnings[i].remedy != NULL)
                *remedy = beginnings[i].remedy;
            return beginnings[i].what;
        }
    /* ASCII in wider characters has a NUL in the same byte of each; a lone NUL is a fault of its
     * line. */
    if (length < 4 ||
        (bytes[0] == '\0' && bytes[1] == '\0' && bytes[2] == '\0' && bytes[3] == '\0'))
        return NULL;
    if ((bytes[0] == '\0' && bytes[1] == '\0' && bytes[2] == '\0') ||
        (bytes[1] == '\0' && bytes[2] == '\0' && bytes[3] == '\0'))
        return "is written in UTF-32, not in UTF-8";
    bool big = bytes[0] == '\0' && bytes[2] == '\0', little = bytes[1] == '\0' && bytes[3] == '\0';
    if (!big && !little)
        return NULL;
    *remedy =
        big ? "Add --encoding utf-16be, or open it in a spreadsheet program and save it as CSV "
              "UTF-8 (comma delimited)."
            : "Add --encoding utf-16le, or open it in a spreadsheet program and save it as CSV "
              "UTF-8 (comma delimited).";
    return "seems to be written in UTF-16, without the mark that says so at its beginning";
}

/* Excel's own way to say which separator follows, as it stands or put in quotes. */
bool line_states_separator(const char *bytes, size_t length, char *separator)
{
    size_t start = length > 0 && bytes[0] == '"' ? 1 : 0, end = length;
    while (end > start && (bytes[end - 1] == '\r' || bytes[end - 1] == '\n'))
        end--;
    if (end < start + 4 || (bytes[start] | ' ') != 's' || (bytes[start + 1] | ' ') != 'e' ||
        (bytes[start + 2] | ' ') != 'p' || bytes[start + 3] != '=')
        return false;
    size_t named = start + 4;
    while (end > named + 1 && (bytes[end - 1] == ' ' || (start > 0 && bytes[end - 1] == '"')))
        end--;
    bool possible = end == named + 1 && strchr(",;\t|:^~", bytes[named]) != NULL;
    *separator = possible ? bytes[named] : '\0';
    return true;
}

/* Tabs beside another separator, or round a line, are white space. */
static bool is_white_space(const char *bytes, size_t length, size_t at)
{
    static const char others[] = ",;\r\n";
    return bytes[at] == '\t' &&
           (at == 0 || at + 1 == length || strchr(others, bytes[at - 1]) != NULL ||
            strchr(others, bytes[at + 1]) != NULL);
}

char line_separator(const char *bytes, size_t length)
{
    static const char separators[] = {',', ';', '\t'};
    size_t counts[sizeof separators] = {0}, most = 0, of_first = 0;
    char first = ',';
    bool quoted = false, any = false;
    for (size_t i = 0; i < length; i++) {
        quoted = quoted != (bytes[i] == '"');
        for (size_t s = 0; s < sizeof separators && !quoted; s++) {
            if (bytes[i] != separators[s] || is_white_space(bytes, length, i))
                continue;
            counts[s]++;
            first = any ? first : bytes[i];
            any = true;
        }
    }
    for (size_t s = 0; s < sizeof separators; s++) {
        most = counts[s] > most ? counts[s] : most;
        of_first = separators[s] == first ? counts[s] : of_first;
    }
    return of_first == most ? first : '\0';
}

bool line_is_plain(const char *bytes, size_t length)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones * 0x80;
    uint64_t odd = 0, eight;
    for (; length >= sizeof eight; bytes += sizeof eight, length -= sizeof eight) {
        memcpy(&eight, bytes, sizeof eight);
        uint64_t deleted = eight ^ (ones * 0x7F);
        odd |= (eight | ((eight - ones * ' ') & ~eight) | ((deleted - ones) & ~deleted)) & tops;
    }
    for (; length > 0; bytes++, length--)
        odd |= (unsigned char)*bytes < ' ' || (unsigned char)*bytes >= 0x7F;
    return odd == 0;
}

/* Characters that are well formed and tell nothing: printed as nothing, so that two names look the
 * same, or in the place of others. */
static const char *invisible_at(const char *bytes, size_t length, size_t *at)
{
    for (size_t i = 0; i + 2 < length; i++) {
        if (bytes[i] != '\xEF' && bytes[i] != '\xE2')
            continue;
        unsigned character = ((unsigned)bytes[i] & 0x0F) << 12 |
                             ((unsigned)bytes[i + 1] & 0x3F) << 6 | ((unsigned)bytes[i + 2] & 0x3F);
        *at = i;
        if (character == 0xFFFD)
            return "a character stands here that could not be read, and was lost (U+FFFD)";
        if (character == 0x200B || character == 0x2060)
            return "an invisible space stands here (it has no width)";
        if (character == 0x200E || character == 0x200F)
            return "an invisible character stands here that turns the reading direction";
        if (character == 0xFEFF)
            return "an invisible byte order mark (U+FEFF) stands here";
        if ((character >= 0x202A && character <= 0x202E) ||
            (character >= 0x2066 && character <= 0x2069))
            return "an invisible character stands here that turns the reading direction";
    }
    return NULL;
}

static const char *control_name(struct arena *arena, const char *bytes)
{
    unsigned char byte = (unsigned char)bytes[0];
    if (byte == '\r')
        return "a carriage return without a line feed stands here, as old Macs end their lines";
    if (byte == '\0')
        return "a NUL character stands here";
    unsigned number = byte == 0xC2 ? (unsigned char)bytes[1] : byte;
    return arena_format(arena, "a control character (U+%04X) stands here", number);
}

/* What spreadsheet programs write into plain CSV, which is Windows-1252; NULL for other bytes. */
static const char *plain_csv_meaning(unsigned char byte)
{
    static const struct {
        unsigned char byte;
        const char *meaning;
    } meanings[] = {
        {0x80, "a euro sign"},
        {0x85, "three dots"},
        {0x91, "an opening quotation mark"},
        {0x92, "an apostrophe"},
        {0x93, "a quotation mark"},
        {0x94, "a quotation mark"},
        {0x96, "a dash"},
        {0x97, "a dash"},
        {0xA0, "a space"},
        {0xA3, "a pound sign"},
        {0xE8, "the letter \xC3\xA8"},
        {0xE9, "the letter \xC3\xA9"},
    };
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (meanings[i].byte == byte)
            return meanings[i].meaning;
    return NULL;
}

static const char *not_utf8(struct arena *arena, unsigned char byte)
{
    const char *meaning = plain_csv_meaning(byte);
    return meaning == NULL
               ? arena_format(arena, "byte 0x%02X is not UTF-8", byte)
               : arena_format(arena,
                              "byte 0x%02X is not UTF-8; in a file saved as plain CSV it is %s",
                              byte, meaning);
}

bool line_is_sound(struct arena *arena, const char *bytes, size_t length, struct line_fault *fault)
{
    size_t invalid = text_invalid_at(bytes, length);
    size_t sound = invalid == TEXT_VALID ? length : invalid;
    size_t control = text_control_at(bytes, sound, "\t");
    if (control != TEXT_VALID)
        sound = control;
    fault->remedy = "Delete it, or type the cell again.";
    fault->what = invisible_at(bytes, sound, &fault->at);
    if (fault->what != NULL)
        return false;
    fault->at = sound;
    if (control != TEXT_VALID) {
        fault->what = control_name(arena, bytes + control);
        if (bytes[control] == '\r')
            fault->remedy = lines_remedy;
        return false;
    }
    if (invalid != TEXT_VALID) {
        fault->what = not_utf8(arena, (unsigned char)bytes[invalid]);
        fault->remedy =
            "If Excel on Windows saved the file as plain CSV, add --encoding windows-1252 "
            "to the command. Else open it in a spreadsheet program and save it as CSV "
            "UTF-8 (comma delimited).";
        return false;
    }
    return true;
}

size_t table_mark(const char *bytes, size_t length)
{
    static const char mark[] = "\xEF\xBB\xBF";
    size_t most = sizeof mark - 1;
    return length >= most && memcmp(bytes, mark, most) == 0 ? most : 0;
}

struct bytes table_without_lines(struct arena *arena, struct bytes bytes, size_t from, size_t to)
{
    char *copy = arena_copy(arena, bytes.bytes, bytes.length);
    for (size_t i = from; i < to; i++)
        copy[i] = copy[i] == '\n' ? '\n' : ' ';
    bytes.bytes = copy;
    return bytes;
}

size_t line_cell_of(const struct row *row, size_t at)
{
    size_t cell = 0;
    bool quoted = false;
    for (size_t i = 0; i < at; i++) {
        quoted = quoted != (row->bytes[i] == '"');
        cell += !quoted && row->bytes[i] == row->separator;
    }
    return cell;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

void line_cell_span(const struct row *row, size_t cell, size_t *from, size_t *to)
{
    /* In a row that libcsv has taken, every quote opens, closes, or is one of a pair. */
    const char *bytes = row->bytes;
    size_t start = 0, i = 0;
    bool quoted = false;
    for (; i < row->length; i++) {
        quoted = quoted != (bytes[i] == '"');
        if (quoted || bytes[i] != row->separator)
            continue;
        if (cell == 0)
            break;
        cell--;
        start = i + 1;
    }
    while (start < i && is_space(bytes[start]))
        start++;
    while (i > start && is_space(bytes[i - 1]))
        i--;
    *from = start;
    *to = i;
}

/* The line as it can be shown: a character for each, also for bytes that are none. */
static const char *shown(struct arena *arena, const char *bytes, size_t length)
{
    if (line_is_plain(bytes, length))
        return arena_copy(arena, bytes, length);
    struct buffer buffer = {.arena = arena};
    for (size_t at = 0; at < length;) {
        size_t sound = text_invalid_at(bytes + at, length - at);
        size_t end = sound == TEXT_VALID ? length : at + sound;
        for (const char *nul; (nul = memchr(bytes + at, '\0', end - at)) != NULL;) {
            buffer_add_bytes(&buffer, bytes + at, (size_t)(nul - bytes) - at);
            buffer_add(&buffer, REPLACEMENT);
            at = (size_t)(nul - bytes) + 1;
        }
        buffer_add_bytes(&buffer, bytes + at, end - at);
        if (end < length)
            buffer_add(&buffer, REPLACEMENT);
        at = end + 1;
    }
    return buffer_text(&buffer);
}

struct place line_place(struct arena *arena, const char *file, const struct row *row, size_t from,
                        size_t to, size_t cell)
{
    size_t start = 0, line = row->line;
    for (size_t i = 0; i < from; i++) {
        if (row->bytes[i] == '\n') {
            line++;
            start = i + 1;
        }
    }
    const char *next = memchr(row->bytes + from, '\n', row->length - from);
    size_t end = next == NULL ? row->length : (size_t)(next - row->bytes);
    if (end > from && row->bytes[end - 1] == '\r' && next != NULL)
        end--;
    if (to > end)
        to = end;
    return (struct place){
        .file = file,
        .line = line,
        .column = text_characters(row->bytes + start, from - start) + 1,
        .width = to > from ? text_characters(row->bytes + from, to - from) : 0,
        .cell = cell + 1,
        .row = row->row,
        .text = shown(arena, row->bytes + start, end - start),
    };
}

struct place table_place(struct arena *arena, const char *file, const struct row *row, size_t cell)
{
    size_t from, to;
    const struct row written = row_written(arena, row);
    line_cell_span(&written, cell, &from, &to);
    return line_place(arena, file, &written, from, to, cell);
}
