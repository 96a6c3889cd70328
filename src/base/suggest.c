/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "quorate/confusable.h"
#include "quorate/text.h"
#include "utf8.h"

/*
 * Which name was probably meant. Names of practices share most of their letters ("... Medical
 * Practice"), so plain edit distance offers the wrong one: the shared words are dropped and what is
 * left is compared by its trigrams, which mind neither the order of words nor a missing one. For a
 * short word with a slip of the finger edit distance is the better judge.
 */

#define KEY_MOST   128
#define GRAMS_MOST (KEY_MOST + 2)

/* Of 1000: below that nothing is suggested. */
#define ENOUGH 500

/* The letters of a name that tell it from others, with a space before, between and after words. */
struct key {
    int32_t letters[KEY_MOST];
    size_t length;
};

struct grams {
    uint64_t grams[GRAMS_MOST];
    size_t count;
};

static bool is_shared_word(const char *word, size_t length)
{
    static const char *const shared[] = {
        "the",    "surgery", "surgeries", "practice", "practices", "practise",    "medical",
        "centre", "centres", "center",    "health",   "and",       "of",          "group",
        "clinic", "doctors", "dr",        "drs",      "gp",        "partnership",
    };
    for (size_t i = 0; i < sizeof shared / sizeof *shared; i++)
        if (strlen(shared[i]) == length && memcmp(shared[i], word, length) == 0)
            return true;
    return false;
}

static void add_letter(struct key *key, int32_t letter)
{
    if (key->length < KEY_MOST)
        key->letters[key->length++] = letter;
}

/* Whether anything is left of the folded name. */
static bool make_key(struct key *key, const char *folded, bool all_words)
{
    key->length = 0;
    add_letter(key, ' ');
    while (*folded != '\0') {
        size_t length = strcspn(folded, " ");
        if (all_words || !is_shared_word(folded, length)) {
            for (size_t at = 0; at < length;) {
                int32_t letter;
                at += utf8_next(folded + at, length - at, &letter);
                add_letter(key, letter);
            }
            add_letter(key, ' ');
        }
        folded += length;
        folded += *folded == ' ';
    }
    return key->length > 1;
}

static bool holds(const struct grams *grams, uint64_t gram)
{
    for (size_t i = 0; i < grams->count; i++)
        if (grams->grams[i] == gram)
            return true;
    return false;
}

static void make_grams(struct grams *grams, const struct key *key)
{
    grams->count = 0;
    for (size_t i = 0; i + 2 < key->length; i++) {
        if (key->letters[i + 1] == ' ') /* across two words: their order must not matter */
            continue;
        uint64_t gram = (uint64_t)(uint32_t)key->letters[i] << 42 |
                        (uint64_t)(uint32_t)key->letters[i + 1] << 21 |
                        (uint64_t)(uint32_t)key->letters[i + 2];
        if (!holds(grams, gram))
            grams->grams[grams->count++] = gram;
    }
}

/*
 * The mean of two measures, of 1000: how much the two have in common (Dice), and how much of the
 * shorter is in the longer, since people add the town or leave half a name away.
 */
static size_t gram_score(const struct grams *one, const struct grams *other)
{
    size_t common = 0;
    for (size_t i = 0; i < one->count; i++)
        common += holds(other, one->grams[i]);
    size_t fewer = one->count < other->count ? one->count : other->count;
    if (fewer == 0)
        return 0;
    return 1000 * common / (one->count + other->count) + 500 * common / fewer;
}

static size_t least(size_t one, size_t other)
{
    return one < other ? one : other;
}

/* Letters to add, drop, change or swap with their neighbour. */
static size_t edits(const struct key *one, const struct key *other)
{
    size_t rows[3][KEY_MOST + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= other->length; j++)
        above[j] = j;
    for (size_t i = 1; i <= one->length; i++) {
        row[0] = i;
        for (size_t j = 1; j <= other->length; j++) {
            bool same = one->letters[i - 1] == other->letters[j - 1];
            row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + !same);
            if (i > 1 && j > 1 && one->letters[i - 1] == other->letters[j - 2] &&
                one->letters[i - 2] == other->letters[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
        size_t *spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[other->length];
}

static size_t edit_score(const struct key *one, const struct key *other)
{
    size_t longer = one->length > other->length ? one->length : other->length;
    size_t letters = longer - 2; /* without the spaces round the key */
    size_t allowed = letters < 3 ? 0 : letters < 6 ? 1 : letters < 9 ? 2 : 3;
    size_t shorter = least(one->length, other->length);
    if (longer - shorter > allowed)
        return 0;
    size_t needed = edits(one, other);
    return needed > allowed ? 0 : 1000 - 1000 * needed / (letters == 0 ? 1 : letters);
}

static size_t score(const struct key *text, const struct grams *text_grams, const char *folded,
                    bool all_words)
{
    struct key key;
    struct grams grams;
    if (!make_key(&key, folded, all_words) && !make_key(&key, folded, true))
        return 0;
    make_grams(&grams, &key);
    size_t by_grams = gram_score(text_grams, &grams);
    size_t by_edits = edit_score(text, &key);
    return by_grams > by_edits ? by_grams : by_edits;
}

const char *text_without_common(struct arena *arena, const char *folded)
{
    struct buffer bare = {.arena = arena};
    for (; *folded != '\0'; folded += *folded == ' ') {
        size_t length = strcspn(folded, " ");
        if (!is_shared_word(folded, length))
            buffer_format(&bare, "%s%.*s", bare.length > 0 ? " " : "", (int)length, folded);
        folded += length;
    }
    return buffer_text(&bare);
}

bool text_is_common(struct arena *arena, const char *name)
{
    struct key key;
    return !make_key(&key, text_fold(arena, name), false);
}

/* The only choice that looks the same, whatever else is near. */
static size_t only_look_alike(const char *text, const char *const *choices, size_t count)
{
    size_t found = TEXT_NO_CHOICE;
    for (size_t i = 0; i < count; i++) {
        if (!text_looks_like(text, choices[i]))
            continue;
        if (found != TEXT_NO_CHOICE)
            return TEXT_NO_CHOICE;
        found = i;
    }
    return found;
}

size_t text_nearest(struct arena *arena, const char *text, const char *const *choices, size_t count)
{
    struct key key;
    struct grams grams;
    const char *folded = text_fold(arena, text);
    bool all_words = !make_key(&key, folded, false);
    if (all_words && !make_key(&key, folded, true))
        return TEXT_NO_CHOICE;
    size_t looks_the_same = only_look_alike(text, choices, count);
    if (looks_the_same != TEXT_NO_CHOICE)
        return looks_the_same;
    make_grams(&grams, &key);
    size_t best = ENOUGH - 1, nearest = TEXT_NO_CHOICE;
    for (size_t i = 0; i < count; i++) {
        size_t closeness = score(&key, &grams, text_fold(arena, choices[i]), all_words);
        if (closeness > best) {
            best = closeness;
            nearest = i;
        } else if (closeness == best) {
            nearest = TEXT_NO_CHOICE;
        }
    }
    return nearest;
}
