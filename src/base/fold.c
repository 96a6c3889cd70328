/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "quorate/text.h"
#include "utf8.h"

/* The form in which names are compared. */

enum part {
    PART_KEPT,
    PART_GAP,
    PART_DROPPED,
    PART_AND,
};

struct folded {
    char *bytes;
    size_t length;
    bool gap;
    bool stop; /* the last part was a full stop behind a digit */
};

static enum part ascii_part(int32_t character)
{
    switch (character) {
    case '\'':
    case '`':
    case '.':
        return PART_DROPPED;
    case '&':
        return PART_AND;
    case '\t':
    case '\n':
    case '\v':
    case '\f':
    case '\r':
    case ' ':
    case '!':
    case '"':
    case '#':
    case '%':
    case '(':
    case ')':
    case '*':
    case ',':
    case '-':
    case '/':
    case ':':
    case ';':
    case '?':
    case '@':
    case '[':
    case '\\':
    case ']':
    case '_':
    case '{':
    case '}':
        return PART_GAP;
    default:
        return PART_KEPT;
    }
}

static enum part part_of(int32_t character)
{
    if (character < 0x80)
        return ascii_part(character);
    switch (character) {
    case 0x02BC: /* modifier letter apostrophe */
    case 0x2018: /* quotation marks: left, right, high-reversed-9 */
    case 0x2019:
    case 0x201B:
        return PART_DROPPED;
    default:
        break;
    }
    utf8proc_category_t category = utf8proc_category(character);
    if (category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO)
        return PART_GAP;
    return utf8_is_space(character) ? PART_GAP : PART_KEPT;
}

static void add_folded(struct folded *folded, const char *bytes, size_t length)
{
    if (folded->gap && folded->length > 0)
        folded->bytes[folded->length++] = ' ';
    folded->gap = false;
    memcpy(folded->bytes + folded->length, bytes, length);
    folded->length += length;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A full stop between two digits is a gap: 1.1 and 11 are two numbers. */
static void look_for_stop(struct folded *folded, enum part part, char first)
{
    if (folded->stop && part == PART_KEPT && is_digit(first))
        folded->gap = true;
    folded->stop = part == PART_DROPPED && first == '.' && !folded->gap && folded->length > 0 &&
                   is_digit(folded->bytes[folded->length - 1]);
}

static void add_part(struct folded *folded, enum part part, const char *bytes, size_t length)
{
    look_for_stop(folded, part, *bytes);
    switch (part) {
    case PART_KEPT:
        add_folded(folded, bytes, length);
        break;
    case PART_AND:
        folded->gap = true;
        add_folded(folded, "and", 3);
        folded->gap = true;
        break;
    case PART_GAP:
        folded->gap = true;
        break;
    case PART_DROPPED:
        break;
    }
}

/* As add_part does, of all letters with which the bytes begin: most of a name. Their number. */
static size_t add_letters(struct folded *folded, const char *bytes, size_t length)
{
    char *to = folded->bytes + folded->length;
    size_t gap = folded->gap && folded->length > 0, count = 0;
    for (; count < length; count++) {
        char lower = (char)(bytes[count] | ('a' - 'A'));
        if (lower < 'a' || lower > 'z')
            break;
        to[gap + count] = lower;
    }
    if (count == 0)
        return 0;
    if (gap != 0)
        *to = ' ';
    folded->gap = folded->stop = false;
    folded->length += gap + count;
    return count;
}

/* Bytes past ASCII are kept as they are: only for text that is not UTF-8 at all. */
static const char *fold_bytes(struct arena *arena, const char *name, size_t length,
                              size_t and_count)
{
    /* `&` can become " and ", which is 4 more. */
    struct folded folded = {.bytes = arena_alloc(arena, length + 4 * and_count + 1, 1)};
    for (size_t i = 0; i < length; i++) {
        i += add_letters(&folded, name + i, length - i);
        if (i < length)
            add_part(&folded, ascii_part((unsigned char)name[i]), &name[i], 1);
    }
    return folded.bytes;
}

/*
 * Accents, in the blocks that Unicode has for combining them. In many other scripts a mark is a
 * vowel or tells one letter from another, so those stay.
 */
static bool is_accent(int32_t character)
{
    return (character >= 0x0300 && character <= 0x036F) ||
           (character >= 0x1AB0 && character <= 0x1AFF) ||
           (character >= 0x1DC0 && character <= 0x1DFF) ||
           (character >= 0x20D0 && character <= 0x20FF) ||
           (character >= 0xFE20 && character <= 0xFE2F);
}

/* The acute accent would decompose to a space with a mark; people type it as an apostrophe. */
static utf8proc_int32_t before_folding(utf8proc_int32_t character, void *unused)
{
    (void)unused;
    return character == 0x00B4 ? '\'' : character;
}

static const char *fold_characters(struct arena *arena, const char *name, size_t length)
{
    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                      UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)name;
    utf8proc_ssize_t size = (utf8proc_ssize_t)length;
    utf8proc_ssize_t count =
        utf8proc_decompose_custom(bytes, size, NULL, 0, options, before_folding, NULL);
    if (count < 0)
        return NULL;
    int32_t *characters = arena_alloc(arena, (size_t)count, sizeof *characters);
    utf8proc_decompose_custom(bytes, size, characters, count, options, before_folding, NULL);
    struct folded folded = {.bytes = arena_alloc(arena, 5 * (size_t)count + 1, 1)};
    for (utf8proc_ssize_t i = 0; i < count; i++) {
        if (is_accent(characters[i]))
            continue;
        utf8proc_uint8_t encoded[4];
        utf8proc_ssize_t taken = utf8proc_encode_char(characters[i], encoded);
        add_part(&folded, part_of(characters[i]), (const char *)encoded, (size_t)taken);
    }
    return folded.bytes;
}

/* ="K84001", as programs write a text so that a spreadsheet keeps it as it is. */
static bool is_text_formula(const char *name, size_t length)
{
    return length > strlen("=\"\"") && name[0] == '=' && name[1] == '"' && name[length - 1] == '"';
}

const char *text_fold(struct arena *arena, const char *name)
{
    size_t length = 0, and_count = 0;
    unsigned char all = 0;
    for (; name[length] != '\0'; length++) {
        all |= (unsigned char)name[length];
        and_count += name[length] == '&';
    }
    if (is_text_formula(name, length)) {
        name += strlen("=\"");
        length -= strlen("=\"\"");
    }
    const char *folded = all < 0x80 ? NULL : fold_characters(arena, name, length);
    return folded != NULL ? folded : fold_bytes(arena, name, length, and_count);
}

/* Neither tells two spellings apart. */
static bool is_beside_the_letters(int32_t character)
{
    switch (character) {
    case '\'':
    case '`':
    case '"':
    case 0x02BC:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x201C:
    case 0x201D:
        return true;
    default:
        return false;
    }
}

static bool is_letter(int32_t character)
{
    utf8proc_category_t category = utf8proc_category(character);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

static bool is_dash(int32_t character)
{
    return character == '-' || utf8proc_category(character) == UTF8PROC_CATEGORY_PD;
}

/* Where the spelling of decomposed characters ends: what only ends a sentence is left off. */
static size_t spelling_end(const int32_t *characters, size_t count)
{
    while (count > 0 && (utf8_is_space(characters[count - 1]) ||
                         (characters[count - 1] < 0x80 && strchr(".,;:!?", characters[count - 1]))))
        count--;
    return count;
}

static const char *spell(struct arena *arena, const int32_t *characters, size_t count)
{
    struct folded spelling = {.bytes = arena_alloc(arena, 4 * count + 4, 1)};
    int32_t base = 0;
    count = spelling_end(characters, count);
    for (size_t i = 0; i < count; i++) {
        int32_t character = is_dash(characters[i]) ? '-' : characters[i];
        bool ends_word = character == '.' && is_letter(base) && utf8_is_space(characters[i + 1]);
        utf8proc_uint8_t encoded[4] = {0};
        if (utf8_is_space(character)) {
            spelling.gap = true;
        } else if (!ends_word && !is_beside_the_letters(character) &&
                   !(is_accent(character) && is_letter(base))) {
            utf8proc_ssize_t size = utf8proc_encode_char(character, encoded);
            add_folded(&spelling, (const char *)encoded, (size_t)size);
        }
        base = is_accent(character) ? base : character;
    }
    return spelling.bytes;
}

const char *text_spelling(struct arena *arena, const char *text)
{
    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD;
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
    utf8proc_ssize_t size = (utf8proc_ssize_t)strlen(text);
    utf8proc_ssize_t count = utf8proc_decompose(bytes, size, NULL, 0, options);
    if (count < 0)
        return text;
    int32_t *characters = arena_alloc(arena, (size_t)count + 1, sizeof *characters);
    utf8proc_decompose(bytes, size, characters, count, options);
    return spell(arena, characters, (size_t)count);
}

const char *text_word(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    struct folded word = {.bytes = arena_alloc(arena, length + 1, 1)};
    for (size_t at = 0; at < length;) {
        int32_t character;
        at += utf8_next(text + at, length - at, &character);
        bool is_capital = character >= 'A' && character <= 'Z';
        char letter = (char)(is_capital ? character - 'A' + 'a' : character);
        if (utf8_is_space(character) || character == '-' || character == '_')
            word.gap = true;
        else if (is_capital || (character >= 'a' && character <= 'z'))
            add_folded(&word, &letter, 1);
        else
            return NULL;
    }
    return word.bytes;
}

bool text_same(struct arena *arena, const char *one, const char *other)
{
    return strcmp(one, other) == 0 || strcmp(text_fold(arena, one), text_fold(arena, other)) == 0;
}

bool text_same_but_for_spaces(struct arena *arena, const char *one, const char *other)
{
    const char *left = text_fold(arena, one), *right = text_fold(arena, other);
    for (;;) {
        left += strspn(left, " ");
        right += strspn(right, " ");
        if (*left != *right)
            return false;
        if (*left == '\0')
            return true;
        left++;
        right++;
    }
}
