/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* The words of attendance, whichever column they stand in. */

/* In the form that text_word gives. */
static const struct {
    const char *word;
    enum presence presence;
} presence_words[] = {
    {"present", PRESENCE_THERE},
    {"attended", PRESENCE_THERE},
    {"attending", PRESENCE_THERE},
    {"in attendance", PRESENCE_THERE},
    {"did attend", PRESENCE_THERE},
    {"here", PRESENCE_THERE},
    {"in the room", PRESENCE_THERE},
    {"in person", PRESENCE_THERE},
    {"online", PRESENCE_THERE},
    {"remotely", PRESENCE_THERE},
    {"by phone", PRESENCE_THERE},
    {"joined", PRESENCE_THERE},
    {"replied", PRESENCE_THERE},
    {"yes", PRESENCE_YES},
    {"y", PRESENCE_YES},
    {"true", PRESENCE_YES},
    {"absent", PRESENCE_AWAY},
    {"not present", PRESENCE_AWAY},
    {"not in attendance", PRESENCE_AWAY},
    {"not attending", PRESENCE_AWAY},
    {"did not attend", PRESENCE_AWAY},
    {"not here", PRESENCE_AWAY},
    {"not there", PRESENCE_AWAY},
    {"not attended", PRESENCE_AWAY},
    {"not represented", PRESENCE_AWAY},
    {"apols", PRESENCE_AWAY},
    {"dna", PRESENCE_AWAY},
    {"apologies", PRESENCE_AWAY},
    {"apology", PRESENCE_AWAY},
    {"apologies received", PRESENCE_AWAY},
    {"apologies sent", PRESENCE_AWAY},
    {"apologies given", PRESENCE_AWAY},
    {"sent apologies", PRESENCE_AWAY},
    {"gave apologies", PRESENCE_AWAY},
    {"no reply", PRESENCE_AWAY},
    {"checked", PRESENCE_TICK}, /* as Airtable exports its boxes */
    {"no", PRESENCE_NO},
    {"unchecked", PRESENCE_NO},
    {"n", PRESENCE_NO},
    {"false", PRESENCE_NO},
    {"accepted", PRESENCE_WILL_COME},
    {"will attend", PRESENCE_WILL_COME},
    {"going", PRESENCE_WILL_COME},
    {"declined", PRESENCE_WILL_NOT},
    {"will not attend", PRESENCE_WILL_NOT},
    {"not going", PRESENCE_WILL_NOT},
    {"cannot attend", PRESENCE_WILL_NOT},
    {"unable to attend", PRESENCE_WILL_NOT},
    {"tentative", PRESENCE_MAY_COME},
    {"maybe", PRESENCE_MAY_COME},
    {"x", PRESENCE_CROSS},
};

/* What has no letters. */
static const struct {
    const char *mark;
    enum presence presence;
} presence_marks[] = {
    {"1", PRESENCE_YES},
    {"0", PRESENCE_NO},
    {"-", PRESENCE_NO},
    {"\xE2\x80\x93", PRESENCE_NO},   /* en dash */
    {"\xE2\x80\x94", PRESENCE_NO},   /* em dash */
    {"\xE2\x9C\x93", PRESENCE_TICK}, /* check mark, and heavy, boxed and white on green */
    {"\xE2\x9C\x94", PRESENCE_TICK},
    {"\xE2\x98\x91", PRESENCE_TICK},
    {"\xE2\x9C\x85", PRESENCE_TICK},
    {"\xC3\x97", PRESENCE_CROSS},     /* multiplication sign */
    {"\xE2\x9C\x97", PRESENCE_CROSS}, /* ballot x, and heavy, boxed and red */
    {"\xE2\x9C\x98", PRESENCE_CROSS},
    {"\xE2\x98\x92", PRESENCE_CROSS},
    {"\xE2\x9D\x8C", PRESENCE_CROSS},
};

enum presence presence_read(struct arena *arena, const char *text)
{
    const char *word = text_word(arena, text);
    if (*text == '\0')
        return PRESENCE_BLANK;
    text = without_emoji_mark(arena, text);
    for (size_t i = 0; i < COUNT(presence_marks); i++)
        if (strcmp(presence_marks[i].mark, text) == 0)
            return presence_marks[i].presence;
    for (size_t i = 0; i < COUNT(presence_words) && word != NULL; i++)
        if (strcmp(presence_words[i].word, word) == 0)
            return presence_words[i].presence;
    return PRESENCE_UNTOLD;
}

bool presence_is_mark(enum presence presence)
{
    return presence == PRESENCE_TICK || presence == PRESENCE_CROSS;
}

bool presence_denies(struct arena *arena, const char *text)
{
    enum presence presence = presence_read(arena, text);
    const char *folded = text_fold(arena, text);
    return presence == PRESENCE_BLANK || presence == PRESENCE_NO || interest_is_denied(folded) ||
           strcmp(folded, "none") == 0;
}

struct presences ballots_presences(const struct ballots_load *load, size_t cell)
{
    struct presences presences = {.rows = load->sheet.table.count};
    size_t count;
    const struct column_text *texts =
        table_texts(load->sheet.arena, &load->sheet.table, cell, &count);
    for (size_t i = 0; i < count; i++)
        presences.of[presence_read(load->sheet.arena, texts[i].cell->text)] += texts[i].rows;
    return presences;
}

/* Where a remark goes on behind its first words: "Apologies - on call", "withdrawn (by phone)". */
size_t presence_head_length(const char *text)
{
    for (size_t i = 0; text[i] != '\0'; i++) {
        if (strchr(",.;:([", text[i]) != NULL || strncmp(text + i, "\xE2\x80\x93", 3) == 0 ||
            strncmp(text + i, "\xE2\x80\x94", 3) == 0)
            return i;
        if (text[i] == '-' && (i == 0 || text[i - 1] == ' '))
            return i;
    }
    return strlen(text);
}
