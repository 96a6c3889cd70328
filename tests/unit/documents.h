/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_DOCUMENTS_H
#define QUORATE_DOCUMENTS_H

/* Files of docs/ as lines, to be held against the program's tables. For tests that run from the
 * project's folder. */
#include "check.h"

#include "quorate/buffer.h"
#include "quorate/file.h"

struct lines {
    const char **text;
    size_t count, capacity;
};

static inline void add_line(struct arena *arena, struct lines *lines, const char *text)
{
    const char **place = ARENA_PUSH(arena, lines->text, lines->count, lines->capacity);
    *place = text;
}

static inline struct lines read_lines(struct arena *arena, const char *path)
{
    struct lines lines = {0};
    struct file_fault fault;
    struct bytes bytes = file_read(arena, path, &fault);
    check_text(fault.words, NULL);
    const char *at = bytes.bytes;
    const char *end = bytes.bytes + bytes.length;
    while (at < end) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline == NULL ? end : newline;
        add_line(arena, &lines, arena_copy(arena, at, (size_t)(stop - at)));
        at = stop + 1;
    }
    return lines;
}

static inline bool begins(const char *line, const char *start)
{
    return strncmp(line, start, strlen(start)) == 0;
}

/* The lines behind the one that is `head`, up to the first that begins with one of `ends`. */
static inline struct lines part_of(struct arena *arena, const struct lines *lines, const char *head,
                                   const char *const *ends)
{
    struct lines part = {0};
    size_t at = 0;
    while (at < lines->count && strcmp(lines->text[at], head) != 0)
        at++;
    if (at == lines->count)
        print_error("there is no line \"%s\"\n", head);
    check_true(at < lines->count);
    for (at++; at < lines->count; at++) {
        for (size_t i = 0; ends[i] != NULL; i++)
            if (begins(lines->text[at], ends[i]))
                return part;
        add_line(arena, &part, lines->text[at]);
    }
    return part;
}

/* Those that begin so. */
static inline struct lines lines_with(struct arena *arena, const struct lines *lines,
                                      const char *start)
{
    struct lines found = {0};
    for (size_t i = 0; i < lines->count; i++)
        if (begins(lines->text[i], start))
            add_line(arena, &found, lines->text[i]);
    return found;
}

static inline void check_same(const struct lines *seen, const struct lines *wanted)
{
    for (size_t i = 0; i < seen->count || i < wanted->count; i++)
        check_text(i < seen->count ? seen->text[i] : NULL,
                   i < wanted->count ? wanted->text[i] : NULL);
}

/* In one text, so that it can be looked through. */
static inline const char *joined(struct arena *arena, const struct lines *lines,
                                 const char *between)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < lines->count; i++)
        buffer_format(&text, "%s%s", i == 0 ? "" : between, lines->text[i]);
    return buffer_text(&text);
}

#endif
