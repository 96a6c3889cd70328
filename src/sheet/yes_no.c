/* SPDX-License-Identifier: MIT */
#include "quorate/yes_no.h"

#include <string.h>

#include "quorate/text.h"

/* What a cell of yes or no may say, with what programs and pens put there. A cross (U+2717) is left
 * out, because some mean yes by it and some no. None of the marks is a vote. */
static const struct {
    const char *mark;
    bool yes;
} yes_and_no[] = {
    {"", false},
    {"yes", true},
    {"y", true},
    {"no", false},
    {"n", false},
    {"none", false},
    {"true", true},
    {"false", false},
    {"1", true},
    {"0", false},
    {"x", true},
    {"checked", true},
    {"unchecked", false},
    {"\xE2\x9C\x93", true},  /* U+2713, a tick */
    {"\xE2\x9C\x94", true},  /* U+2714, a heavy one */
    {"\xE2\x9C\x85", true},  /* U+2705, one on a green field */
    {"\xE2\x98\x91", true},  /* U+2611, one in a box */
    {"\xE2\x98\x92", true},  /* U+2612, a box with an x, as Word ticks it */
    {"\xE2\x98\x90", false}, /* U+2610, an empty one */
};

const char *without_emoji_mark(struct arena *arena, const char *text)
{
    static const char mark[] = "\xEF\xB8\x8F";
    const char *at = strstr(text, mark);
    if (at == NULL || at[sizeof mark - 1] != '\0')
        return text;
    return arena_copy(arena, text, (size_t)(at - text));
}

bool yes_or_no_read(struct arena *arena, const char *text, bool *yes)
{
    const char *word = text_word(arena, text);
    if (word == NULL)
        word = without_emoji_mark(arena, text_trim(arena, text));
    for (size_t i = 0; i < sizeof yes_and_no / sizeof *yes_and_no; i++) {
        if (strcmp(yes_and_no[i].mark, word) == 0) {
            *yes = yes_and_no[i].yes;
            return true;
        }
    }
    return false;
}
