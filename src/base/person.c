/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "quorate/text.h"

/* Names of people. */

static bool is_word_of(const char *word, size_t length, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (*words[i] == *word && strlen(words[i]) == length && memcmp(words[i], word, length) == 0)
            return true;
    return false;
}

bool text_begins_with_title(const char *folded)
{
    static const char *const titles[] = {
        "dr",  "drs",  "doctor", "mr",  "mrs",  "ms",       "miss", "mx",   "prof",
        "sir", "dame", "lord",   "rev", "revd", "reverend", "lady", "cllr", "professor",
    };
    return is_word_of(folded, strcspn(folded, " "), titles, sizeof titles / sizeof *titles);
}

bool text_is_beside_a_name(const char *word, size_t length)
{
    static const char *const words[] = {
        "candidate", "nominee", "gp",  "the", "jr",    "jnr",
        "snr",       "mbe",     "obe", "md",  "frcgp", "mrcgp",
    };
    return text_begins_with_title(word) ||
           is_word_of(word, length, words, sizeof words / sizeof *words);
}

/* What stands in brackets behind a name is where the person works. */
static const char *without_brackets(struct arena *arena, const char *name)
{
    const char *open = strchr(name, '(');
    const char *close = open == NULL ? NULL : strchr(open, ')');
    if (close == NULL)
        return name;
    return arena_format(arena, "%.*s %s", (int)(open - name), name, close + 1);
}

struct word {
    const char *at;
    size_t length;
};

static int compare_words(const void *one, const void *other)
{
    const struct word *a = one;
    const struct word *b = other;
    size_t shorter = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->at, b->at, shorter);
    return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

const char *text_person(struct arena *arena, const char *name)
{
    const char *folded = text_fold(arena, without_brackets(arena, name));
    struct word *words = arena_alloc(arena, strlen(folded) / 2 + 1, sizeof *words);
    struct buffer person = {.arena = arena};
    size_t count = 0;
    for (; *folded != '\0'; folded += *folded == ' ') {
        size_t length = strcspn(folded, " ");
        if (!text_is_beside_a_name(folded, length))
            words[count++] = (struct word){folded, length};
        folded += length;
    }
    qsort(words, count, sizeof *words, compare_words);
    for (size_t i = 0; i < count; i++) {
        buffer_add(&person, i > 0 ? " " : "");
        buffer_add_bytes(&person, words[i].at, words[i].length);
    }
    return buffer_text(&person);
}
