/* SPDX-License-Identifier: MIT */
#ifndef TEST_REPORTS_H
#define TEST_REPORTS_H

#include "check.h"

#include <jansson.h>
#include <string.h>

#include "../../src/report/document.h"
#include "quorate/report.h"
#include "quorate/text.h"

/* What tests of reports look at. Each is used by some of them only. */
#define SOME_USE __attribute__((unused))

/* The text with every space and line end of it one space, so that a sentence can be looked for. */
SOME_USE static const char *flattened(struct arena *arena, const char *text)
{
    struct buffer flat = {.arena = arena};
    for (; *text != '\0'; text++) {
        bool space = *text == ' ' || *text == '\n';
        if (!space || flat.length == 0 || flat.bytes[flat.length - 1] != ' ')
            buffer_add_bytes(&flat, space ? " " : text, 1);
    }
    return buffer_text(&flat);
}

#define check_says(arena, page, part)                                                              \
    check_contains(flattened((arena), (page)), flattened((arena), (part)))

/* Whatever the names, no line is wider than the page. */
SOME_USE static void check_width(struct arena *arena, const char *page)
{
    for (const char *line = page; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        const char *copy = arena_copy(arena, line, length);
        check_text(text_width(copy) <= 80 ? "" : copy, "");
        line += length + 1;
    }
}

/* " [1] [3]": the notes that belong there. */
SOME_USE static const char *marks_of(struct arena *arena, struct note_list notes, size_t poll,
                                     enum anchor anchor)
{
    const struct document document = {.arena = arena, .notes = notes};
    struct note_marks found = document_marks(&document, poll, anchor);
    const char *text = "";
    for (size_t i = 0; i < found.count; i++)
        text = arena_format(arena, "%s [%zu]", text, found.numbers[i]);
    return text;
}

/* Whichever allocation fails, there is no report, and nothing is left behind. */
SOME_USE static void check_json_without_memory(struct arena *arena, enum report_name kind,
                                               const void *value)
{
    struct buffer whole = {.arena = arena};
    volatile size_t needed = 0;
    volatile bool finished = false;
    report_kinds[kind].data(arena, value, &whole);
    for (; !finished; needed++) {
        jmp_buf out_of_memory;
        struct arena *few = arena_new(&out_of_memory);
        struct buffer out = {.arena = few};
        arena_fail_after(few, needed);
        if (setjmp(out_of_memory) == 0) {
            report_kinds[kind].data(few, value, &out);
            check_text(buffer_text(&out), buffer_text(&whole));
            finished = true;
        }
        arena_free(few);
    }
    check_true(needed > 50); /* the least of them has as many values */
}

#endif
