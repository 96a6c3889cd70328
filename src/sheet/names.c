/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <limits.h>
#include <stdint.h>
#include <string.h>

#include "quorate/confusable.h"
#include "quorate/names.h"
#include "quorate/text.h"

/* A set of folded names that stays quick however many there are. */

static size_t hash(const char *text)
{
    uint64_t value = UINT64_C(14695981039346656037); /* FNV-1a */
    for (; *text != '\0'; text++)
        value = (value ^ (unsigned char)*text) * UINT64_C(1099511628211);
    return (size_t)(value ^ value >> 32);
}

/* The slot that holds the name, or the free one where it belongs. The slots are a power of 2. */
static size_t *slot_of(const struct name_index *index, const char *folded)
{
    size_t at = hash(folded);
    for (;; at++) {
        size_t *slot = &index->slots[at & (index->slot_count - 1)];
        assert(*slot <= index->count);
        if (*slot == 0 || strcmp(index->names[*slot - 1], folded) == 0)
            return slot;
    }
}

static void grow(struct name_index *index)
{
    index->slot_count = index->slot_count == 0 ? 16 : 2 * index->slot_count;
    index->slots = arena_alloc(index->arena, index->slot_count, sizeof *index->slots);
    for (size_t i = 0; i < index->count; i++)
        *slot_of(index, index->names[i]) = i + 1;
}

size_t name_index_find(const struct name_index *index, const char *folded)
{
    if (index->slot_count == 0)
        return NAME_NONE;
    size_t slot = *slot_of(index, folded);
    return slot == 0 ? NAME_NONE : slot - 1;
}

size_t name_index_add(struct name_index *index, const char *folded)
{
    if (2 * index->count >= index->slot_count)
        grow(index);
    size_t *slot = slot_of(index, folded);
    if (*slot != 0)
        return *slot - 1;
    const char **name = ARENA_PUSH(index->arena, index->names, index->count, index->capacity);
    *name = folded;
    *slot = index->count;
    return index->count - 1;
}

/* The next word that tells one of a row from another: an initial, or anything with a digit. */
static const char *next_mark(const char *folded, size_t *length)
{
    while (*folded != '\0') {
        *length = strcspn(folded, " ");
        size_t letters = text_characters(folded, *length);
        if (letters == 1 || strcspn(folded, "0123456789") < *length)
            return folded;
        folded += *length;
        folded += *folded == ' ';
    }
    return NULL;
}

static bool marks_differ(const char *one, const char *other)
{
    size_t length, other_length;
    one = next_mark(one, &length);
    other = next_mark(other, &other_length);
    if (one == NULL || other == NULL)
        return false;
    while (one != NULL && other != NULL) {
        if (length != other_length || memcmp(one, other, length) != 0)
            return true;
        one = next_mark(one + length + (one[length] == ' '), &length);
        other = next_mark(other + other_length + (other[other_length] == ' '), &other_length);
    }
    return one != other;
}

static bool has_word(const char *folded, const char *word, size_t length)
{
    for (; *folded != '\0'; folded += *folded == ' ') {
        if (*folded == *word && strncmp(folded, word, length) == 0 &&
            (folded[length] == ' ' || folded[length] == '\0'))
            return true;
        while (*folded != '\0' && *folded != ' ') /* a word is short */
            folded++;
    }
    return false;
}

bool name_has_word(const char *folded, const char *word)
{
    return has_word(folded, word, strlen(word));
}

/* Most words of a long list begin with no letter that a word of the name begins with. */
bool name_has_one_of(const char *folded, const char *words)
{
    bool begins[UCHAR_MAX + 1] = {false};
    for (const char *word = folded; *word != '\0'; word += *word == ' ') {
        begins[(unsigned char)*word] = true;
        while (*word != '\0' && *word != ' ')
            word++;
    }
    for (const char *word = words; word != NULL; word = strchr(word, ';')) {
        word += *word == ';';
        if (begins[(unsigned char)*word] && has_word(folded, word, strcspn(word, ";")))
            return true;
    }
    return false;
}

bool name_is_one_of(const char *folded, const char *names)
{
    for (const char *at = names;; at++) {
        const char *letter = folded;
        while (*at == *letter && *at != '\0' && *at != ';') {
            at++;
            letter++;
        }
        if (*letter == '\0' && (*at == ';' || *at == '\0'))
            return true;
        at = strchr(at, ';');
        if (at == NULL)
            return false;
    }
}

bool name_is_among(const char *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (*names[i] == *name && strcmp(names[i], name) == 0)
            return true;
    return false;
}

bool name_says_one_of(struct arena *arena, const char *folded, const char *words)
{
    static const char denials[] = "not;no;never;isnt;wasnt;without;cannot";
    const char *before = "";
    while (*folded != '\0') {
        const char *word = name_take_word(arena, &folded);
        if (name_is_one_of(word, words) && !name_is_one_of(before, denials))
            return true;
        before = word;
    }
    return false;
}

const char *name_take_listed(struct arena *arena, const char **list)
{
    if (**list == '\0')
        return NULL;
    size_t length = strcspn(*list, ";");
    const char *one = arena_copy(arena, *list, length);
    *list += length;
    *list += **list == ';';
    return one;
}

const char *name_first_word(struct arena *arena, const char *folded)
{
    return arena_copy(arena, folded, strcspn(folded, " "));
}

const char *name_last_word(const char *folded)
{
    const char *space = strrchr(folded, ' ');
    return space == NULL ? folded : space + 1;
}

bool name_begins_with(const char *folded, const char *words)
{
    size_t length = strlen(words);
    return strncmp(folded, words, length) == 0 && (folded[length] == ' ' || folded[length] == '\0');
}

bool name_ends_with(const char *folded, const char *words)
{
    size_t length = strlen(folded), ending = strlen(words);
    return ending > 0 && ending <= length && strcmp(folded + length - ending, words) == 0 &&
           (ending == length || folded[length - ending - 1] == ' ');
}

const char *name_take_word(struct arena *arena, const char **left)
{
    size_t length = strcspn(*left, " ");
    const char *word = arena_copy(arena, *left, length);
    *left += length;
    *left += **left == ' ';
    return word;
}

size_t name_words(const char *folded)
{
    size_t words = *folded != '\0';
    for (; *folded != '\0'; folded++)
        words += *folded == ' ';
    return words;
}

bool name_is_of_totals(const char *folded)
{
    static const char words[] = "total;totals;subtotal;subtotals;sum";
    return name_has_one_of(folded, words);
}

/* Comparing word by word takes long where there are thousands, and such a cell is no name. */
#define COMPARED_LENGTH_MOST 1000

/* The words that the other name does not have, put together, and their number. */
static const char *words_apart(struct arena *arena, const char *folded, const char *other,
                               size_t *words)
{
    struct buffer apart = {.arena = arena};
    *words = 0;
    for (; *folded != '\0'; folded += *folded == ' ') {
        size_t length = strcspn(folded, " ");
        if (!has_word(other, folded, length)) {
            buffer_add_bytes(&apart, folded, length);
            ++*words;
        }
        folded += length;
    }
    return buffer_text(&apart);
}

bool names_are_close(struct arena *arena, const char *one, const char *other)
{
    if (strlen(one) > COMPARED_LENGTH_MOST || strlen(other) > COMPARED_LENGTH_MOST)
        return false;
    /* Two motions of one meeting share most of their words: only the others can tell. */
    size_t words, other_words;
    const char *folded = text_fold(arena, one), *other_folded = text_fold(arena, other);
    const char *apart = words_apart(arena, folded, other_folded, &words);
    const char *other_apart = words_apart(arena, other_folded, folded, &other_words);
    if (marks_differ(folded, other_folded))
        return false;
    if (words == 0 || other_words == 0)
        return words + other_words <= 1;
    return text_nearest(arena, apart, &other_apart, 1) != TEXT_NO_CHOICE;
}

const size_t *names_look_alike(struct arena *arena, const char *const *names, size_t count)
{
    struct name_index skeletons = {.arena = arena};
    size_t *first = arena_alloc(arena, count, sizeof *first); /* name of each of them */
    size_t *alike = arena_alloc(arena, count, sizeof *alike);
    bool any = texts_may_look_alike(names, count);
    for (size_t i = 0; i < count; i++) {
        alike[i] = NAME_NONE;
        if (!any || names[i] == NULL)
            continue;
        size_t known = skeletons.count;
        size_t number = name_index_add(&skeletons, text_skeleton(arena, names[i]));
        if (number == known)
            first[number] = i;
        else if (!text_same(arena, names[i], names[first[number]]))
            alike[i] = first[number];
    }
    return alike;
}

/* --- People --- */

bool name_begins_with_title(const char *folded)
{
    return text_begins_with_title(folded);
}

/* The name itself: without titles and the like, and without initials when asked. */
static const char *bare_name(struct arena *arena, const char *folded, bool initials)
{
    struct buffer bare = {.arena = arena};
    for (; *folded != '\0'; folded += *folded == ' ') {
        size_t length = strcspn(folded, " ");
        if (!text_is_beside_a_name(folded, length) &&
            (initials || text_characters(folded, length) > 1))
            buffer_format(&bare, "%s%.*s", bare.length > 0 ? " " : "", (int)length, folded);
        folded += length;
    }
    return buffer_text(&bare);
}

/* Whether the last word of one name can be the surname of the other. */
static bool share_surname(const char *one, const char *other)
{
    const char *last = name_last_word(one);
    if (*last == '\0' || strpbrk(last, "0123456789") != NULL)
        return false;
    return strcmp(last, name_last_word(other)) == 0 || (last == one && name_has_word(other, one));
}

/* "j" and "john", "john" and "john"; not 1 and 10. */
static bool is_short_for(const char *word, const char *other)
{
    bool initial = *word == *other && (word[1] == '\0' || other[1] == '\0');
    return strcmp(word, other) == 0 || (initial && *word >= 'a' && *word <= 'z');
}

/* Whether each word of a bare name is one of the other's, which is taken out of that; `whole`: one
 * of them is the same word, and more than a letter. */
static bool is_within(struct arena *arena, const char *bare, const char *other, bool *whole)
{
    const char *words[COMPARED_LENGTH_MOST];
    size_t count = 0;
    while (*other != '\0' && count < COMPARED_LENGTH_MOST)
        words[count++] = name_take_word(arena, &other);
    *whole = false;
    while (*bare != '\0') {
        const char *word = name_take_word(arena, &bare);
        size_t i = 0;
        while (i < count && !is_short_for(word, words[i]))
            i++;
        if (i == count)
            return false;
        *whole = *whole || (word[1] != '\0' && words[i][1] != '\0');
        words[i] = words[--count];
    }
    return true;
}

/* Whether a text is the capitals that the words of a bare name begin with: "AP" of "amy pond". */
static bool are_initials(struct arena *arena, const char *text, const char *bare)
{
    size_t count = 0;
    for (; *text != '\0'; text++) {
        if (*text == '.' || *text == ' ')
            continue;
        if (*text < 'A' || *text > 'Z' || *bare == '\0' ||
            *name_take_word(arena, &bare) != *text - 'A' + 'a')
            return false;
        count++;
    }
    return count > 1 && *bare == '\0';
}

bool people_may_be_one(struct arena *arena, const char *one, const char *other)
{
    bool whole;
    if (strlen(one) > COMPARED_LENGTH_MOST || strlen(other) > COMPARED_LENGTH_MOST)
        return false;
    const char *bare = bare_name(arena, text_fold(arena, one), true);
    const char *other_bare = bare_name(arena, text_fold(arena, other), true);
    return are_initials(arena, one, other_bare) || are_initials(arena, other, bare) ||
           (is_within(arena, bare, other_bare, &whole) && whole) ||
           (is_within(arena, other_bare, bare, &whole) && whole);
}

bool people_are_close(struct arena *arena, const char *one, const char *other)
{
    if (strlen(one) > COMPARED_LENGTH_MOST || strlen(other) > COMPARED_LENGTH_MOST)
        return false;
    const char *folded = text_fold(arena, one), *other_folded = text_fold(arena, other);
    const char *bare = bare_name(arena, folded, true);
    if (*bare != '\0' && strcmp(bare, bare_name(arena, other_folded, true)) == 0)
        return true;
    bare = bare_name(arena, folded, false);
    const char *other_bare = bare_name(arena, other_folded, false);
    return share_surname(bare, other_bare) || share_surname(other_bare, bare) ||
           names_are_close(arena, one, other);
}
