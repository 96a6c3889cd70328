/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "quorate/diag.h"
#include "quorate/ratio.h"
#include "quorate/text.h"
#include "utf8.h"

/* Problems as people read them on a terminal. */

#define COLUMNS 80
#define INDENT  2
/* A heading that is longer by no more than this stays on its line: a break would leave a stub. */
#define STUB 2
/* A longer row is cut to a window round its caret, with so much before the caret. */
#define ROW_MOST    70
#define WINDOW_LEAD 20
#define DOTS        "..."
#define DOTS_WIDTH  3

/* A problem, and the number of its file. */
struct entry {
    const struct problem *problem;
    size_t file;
};

static size_t file_index(const struct diag *diag, const char *name)
{
    size_t i = 0;
    while (i < diag->file_count && diag->files[i].name != name &&
           (diag->files[i].name == NULL || name == NULL || strcmp(diag->files[i].name, name) != 0))
        i++;
    return i;
}

static int compare_sizes(size_t one, size_t other)
{
    return (one > other) - (one < other);
}

/* By file, line and column; in the order in which they were found where these are the same. */
static int compare_entries(const void *one, const void *other)
{
    const struct entry *a = one, *b = other;
    int order = compare_sizes(a->file, b->file);
    if (order == 0)
        order = compare_sizes(a->problem->place.line, b->problem->place.line);
    if (order == 0)
        order = compare_sizes(a->problem->place.column, b->problem->place.column);
    return order != 0 ? order : (a->problem > b->problem) - (a->problem < b->problem);
}

static const char *shown_file(struct arena *arena, const char *file)
{
    return strcmp(file, "-") == 0 ? "standard input" : text_printable(arena, file);
}

static void add_place(struct buffer *buffer, struct arena *arena, const struct place *place)
{
    if (place->file == NULL)
        return;
    buffer_add(buffer, shown_file(arena, place->file));
    if (place->line > 0)
        buffer_format(buffer, ":%zu", place->line);
    if (place->line > 0 && place->column > 0)
        buffer_format(buffer, ":%zu", place->column);
    if (place->cell > 0)
        buffer_format(buffer, " (%s %s)", place->row > 0 ? "cell" : "column",
                      diag_cell_name(arena, place->cell, place->row));
    buffer_add(buffer, ": ");
}

static void add_heading(struct buffer *buffer, struct arena *arena, const struct message *message)
{
    struct buffer heading = {.arena = arena};
    buffer_add(&heading, "quorate: ");
    add_place(&heading, arena, &message->place);
    if (message->severity == SEVERITY_WARNING)
        buffer_add(&heading, "warning: ");
    buffer_add(&heading, text_printable(arena, message->what));
    bool whole = text_width(buffer_text(&heading)) <= COLUMNS + STUB;
    text_wrap(buffer, buffer_text(&heading), 0, INDENT, whole ? COLUMNS + STUB : COLUMNS);
}

/* The row on one line, a character for a character. */
static const char *shown_row(struct arena *arena, const char *text)
{
    char *row = arena_copy(arena, text, strcspn(text, "\r\n"));
    for (char *tab = row; (tab = strchr(tab, '\t')) != NULL;)
        *tab = ' ';
    return text_printable(arena, row);
}

/* From one column of the screen up to another. */
struct span {
    size_t from, to;
};

/* The columns below the wrong characters; none when the column is not known. */
static struct span caret_of(const char *row, const struct place *place)
{
    struct span caret = {0};
    if (place->column == 0)
        return caret;
    size_t length = strlen(row), number = 1, column = 0;
    size_t past = place->column + (place->width > 0 ? place->width : 1);
    for (size_t at = 0; at < length && number < past; number++) {
        int32_t character;
        at += utf8_next(row + at, length - at, &character);
        column += utf8_character_width(character);
        if (number < place->column)
            caret.from = column;
    }
    caret.to = column > caret.from ? column : caret.from + 1;
    return caret;
}

static struct span window_of(size_t width, struct span caret)
{
    if (width <= ROW_MOST)
        return (struct span){0, width};
    if (caret.to <= ROW_MOST - DOTS_WIDTH)
        return (struct span){0, ROW_MOST - DOTS_WIDTH};
    size_t from = caret.from > WINDOW_LEAD ? caret.from - WINDOW_LEAD : 0;
    size_t last = width - (ROW_MOST - DOTS_WIDTH);
    if (from >= last)
        return (struct span){last, width};
    size_t dots = from > 0 ? 2 * DOTS_WIDTH : DOTS_WIDTH;
    return (struct span){from, from + ROW_MOST - dots};
}

/* Adds what the window shows of the row and returns the columns that this really is. */
static struct span add_window(struct buffer *buffer, const char *row, struct span window)
{
    struct span shown = {0};
    size_t length = strlen(row), column = 0;
    bool begun = false;
    for (size_t at = 0; at < length;) {
        int32_t character;
        size_t taken = utf8_next(row + at, length - at, &character);
        size_t next = column + utf8_character_width(character);
        if (column >= window.from && next <= window.to) {
            if (!begun)
                shown.from = column;
            begun = true;
            shown.to = next;
            buffer_add_bytes(buffer, row + at, taken);
        }
        column = next;
        at += taken;
    }
    return shown;
}

static void add_shown_row(struct buffer *buffer, struct arena *arena, const struct place *place)
{
    const char *row = shown_row(arena, place->text);
    size_t width = text_width(row), start = buffer->length;
    struct span caret = caret_of(row, place);
    struct span window = window_of(width, caret);
    buffer_format(buffer, "%*s%4zu | ", INDENT, "", place->line);
    size_t margin = buffer->length - start;
    if (window.from > 0) {
        buffer_add(buffer, DOTS);
        margin += DOTS_WIDTH;
    }
    struct span shown = add_window(buffer, row, window);
    buffer_add(buffer, window.to < width ? DOTS "\n" : "\n");
    if (caret.to == 0)
        return;
    if (caret.from < shown.from)
        caret.from = shown.from;
    if (caret.to > shown.to)
        caret.to = shown.to > caret.from ? shown.to : caret.from + 1;
    buffer_add_repeated(buffer, ' ', margin + caret.from - shown.from);
    buffer_add_repeated(buffer, '^', caret.to - caret.from);
    buffer_add(buffer, "\n");
}

static void add_message(struct buffer *buffer, struct arena *arena, const struct message *message)
{
    add_heading(buffer, arena, message);
    if (message->place.text != NULL)
        add_shown_row(buffer, arena, &message->place);
    if (message->remedy != NULL) {
        buffer_add_repeated(buffer, ' ', INDENT);
        text_wrap(buffer, text_printable(arena, message->remedy), INDENT, INDENT, COLUMNS);
    }
}

/* "quorate: 2 errors in ballots.csv. Nothing was counted." */
static void add_closing(const struct diag *diag, struct buffer *buffer, const char *closing)
{
    struct arena *arena = diag->arena;
    const struct problem_file *only = NULL;
    size_t files = 0;
    bool elsewhere = false;
    for (size_t i = 0; i < diag->file_count; i++) {
        if (diag->files[i].errors == 0)
            continue;
        if (diag->files[i].name == NULL) {
            elsewhere = true;
            continue;
        }
        only = &diag->files[i];
        files++;
    }
    struct buffer line = {.arena = arena};
    buffer_format(&line, "quorate: %s %s", number_grouped(arena, (int64_t)diag->errors),
                  diag->errors == 1 ? "error" : "errors");
    if (files > 1)
        buffer_format(&line, " in %zu files", files);
    else if (files == 1 && !elsewhere)
        buffer_format(&line, " in %s", shown_file(arena, only->name));
    if (diag->unlisted_errors > 0)
        buffer_format(&line, ", of which %s are listed",
                      number_grouped(arena, (int64_t)(diag->errors - diag->unlisted_errors)));
    buffer_add(&line, ".");
    if (closing != NULL)
        buffer_format(&line, " %s", closing);
    text_wrap(buffer, buffer_text(&line), 0, INDENT, COLUMNS);
}

/* What was said of the whole file may have been guessed from any of its lines. */
static bool is_of_a_secret_row(const struct problem_file *file, const struct place *place)
{
    return file->secret_from > 0 && (place->line == 0 || place->line >= file->secret_from);
}

static const char *told(struct wording wording, bool secret)
{
    return secret ? wording.discreet : wording.full;
}

static struct message message_of(struct arena *arena, const struct problem *problem,
                                 const struct problem_file *file)
{
    struct message message = {
        .severity = problem->severity,
        .place = problem->place,
        .choice_count = problem->question.count,
    };
    bool secret = is_of_a_secret_row(file, &problem->place);
    struct told_choice *choices = arena_alloc(arena, message.choice_count, sizeof *choices);
    for (size_t i = 0; i < message.choice_count; i++) {
        const struct diag_answer *choice = &problem->question.choices[i];
        choices[i] =
            (struct told_choice){told(choice->means, secret), told(choice->option, secret)};
    }
    message.what = told(problem->what, secret);
    message.remedy = told(problem->remedy, secret);
    message.asks = told(problem->question.asks, secret);
    message.choices = choices;
    if (secret) {
        message.place.text = NULL;
        message.place.column = message.place.width = 0;
    }
    return message;
}

const struct message *diag_messages(const struct diag *diag)
{
    struct entry *entries = arena_alloc(diag->arena, diag->count, sizeof *entries);
    struct message *messages = arena_alloc(diag->arena, diag->count, sizeof *messages);
    for (size_t i = 0; i < diag->count; i++) {
        entries[i].problem = &diag->problems[i];
        entries[i].file = file_index(diag, diag->problems[i].place.file);
    }
    if (diag->count > 0)
        qsort(entries, diag->count, sizeof *entries, compare_entries);
    for (size_t i = 0; i < diag->count; i++)
        messages[i] = message_of(diag->arena, entries[i].problem, &diag->files[entries[i].file]);
    return messages;
}

void diag_print(const struct diag *diag, struct buffer *buffer, const char *closing, bool quiet)
{
    const struct message *messages = diag_messages(diag);
    for (size_t i = 0; i < diag->count; i++)
        if (!quiet || messages[i].severity == SEVERITY_ERROR)
            add_message(buffer, diag->arena, &messages[i]);
    if (diag->errors > 0)
        add_closing(diag, buffer, closing);
}
