/* SPDX-License-Identifier: MIT */
#include "result_internal.h"

#include <limits.h>
#include <string.h>

/*
 * The votes are nearly all of a result, and whoever counts it again does not ask what they say. So
 * its head is read without them. They are passed over by their brackets: whether they are JSON is
 * told where they are read.
 */

/* Behind the text that begins at `at`; NULL where it does not end. */
static const char *behind_text(const char *at, const char *end)
{
    const char *quote;
    for (at++; (quote = memchr(at, '"', (size_t)(end - at))) != NULL; at = quote + 1) {
        const char *escapes = quote;
        while (escapes[-1] == '\\')
            escapes--;
        if ((quote - escapes) % 2 == 0)
            return quote + 1;
    }
    return NULL;
}

/* What neither begins nor ends anything, which is nearly all of it. */
static const char *behind_rest(const char *at, const char *end)
{
    static const bool marks[UCHAR_MAX + 1] = {
        ['"'] = true, ['['] = true, [']'] = true, ['{'] = true, ['}'] = true};
    while (at < end && !marks[(unsigned char)*at])
        at++;
    return at;
}

/* Behind the list or object that begins at `at`; NULL where its brackets do not close. */
static const char *behind_brackets(const char *at, const char *end)
{
    size_t depth = 0;
    while (at != NULL && at < end) {
        if (*at == '"') {
            at = behind_text(at, end);
            continue;
        }
        depth += *at == '[' || *at == '{';
        depth -= *at == ']' || *at == '}';
        if (depth == 0)
            return at + 1;
        at = behind_rest(at + 1, end);
    }
    return NULL;
}

static const char *behind_space(const char *at, const char *end)
{
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r'))
        at++;
    return at;
}

/* The list of the votes among the members of the document, from `at` on; NULL where there is none.
 */
static const char *find_polls(const char *at, const char *end)
{
    static const char key[] = "\"polls\"";
    while (at < end) {
        const char *from = at;
        if (*at == '"')
            at = behind_text(at, end);
        else if (*at == '[' || *at == '{')
            at = behind_brackets(at, end);
        else
            at++;
        if (at == NULL)
            return NULL;
        if ((size_t)(at - from) != strlen(key) || memcmp(from, key, strlen(key)) != 0)
            continue;
        const char *colon = behind_space(at, end);
        const char *list = colon < end && *colon == ':' ? behind_space(colon + 1, end) : end;
        if (list < end && *list == '[')
            return list;
    }
    return NULL;
}

struct bytes result_head(struct arena *arena, struct bytes bytes)
{
    const char *end = bytes.bytes + bytes.length, *from = behind_space(bytes.bytes, end);
    const char *polls = from < end && *from == '{' ? find_polls(from + 1, end) : NULL;
    const char *behind = polls == NULL ? NULL : behind_brackets(polls, end);
    if (behind == NULL || bytes.length - (size_t)(behind - polls) > RESULT_ENTRIES_MOST)
        return bytes; /* for nobody to look into */
    struct buffer head = {.arena = arena};
    buffer_add_bytes(&head, bytes.bytes, (size_t)(polls - bytes.bytes));
    buffer_add(&head, "[]");
    buffer_add_bytes(&head, behind, (size_t)(end - behind));
    return (struct bytes){.name = bytes.name, .bytes = buffer_text(&head), .length = head.length};
}
