/* SPDX-License-Identifier: MIT */
#include "quorate/diag.h"

#include <string.h>

const char *diag_severity_name(enum severity severity)
{
    return severity == SEVERITY_ERROR ? "error" : "warning";
}

static bool same_file(const char *one, const char *other)
{
    if (one == NULL || other == NULL)
        return one == other;
    return strcmp(one, other) == 0;
}

static struct problem_file *file_of(struct diag *diag, const char *name)
{
    for (size_t i = 0; i < diag->file_count; i++)
        if (same_file(diag->files[i].name, name))
            return &diag->files[i];
    struct problem_file *file =
        ARENA_PUSH(diag->arena, diag->files, diag->file_count, diag->file_capacity);
    file->name = name;
    return file;
}

bool diag_lists(const struct diag *diag, enum severity severity)
{
    return (severity == SEVERITY_ERROR ? diag->errors : diag->warnings) < DIAG_MOST;
}

/* Whether it is listed. It is counted in any case. */
static bool count_problem(struct diag *diag, enum severity severity, const char *file_name)
{
    struct problem_file *file = file_of(diag, file_name);
    bool is_error = severity == SEVERITY_ERROR, listed = diag_lists(diag, severity);
    *(is_error ? &diag->errors : &diag->warnings) += 1;
    file->errors += is_error;
    diag->unlisted_errors += is_error && !listed;
    return listed;
}

static void list(struct diag *diag, struct problem problem)
{
    struct problem *place = ARENA_PUSH(diag->arena, diag->problems, diag->count, diag->capacity);
    *place = problem;
}

static const struct diag_question none; /* is asked */

void diag_add_wording(struct diag *diag, enum severity severity, struct place place,
                      struct wording remedy, struct wording what)
{
    if (count_problem(diag, severity, place.file))
        list(diag, (struct problem){severity, place, what, remedy, none});
}

void diag_add_list(struct diag *diag, enum severity severity, struct place place,
                   const char *remedy, const char *format, va_list arguments)
{
    if (count_problem(diag, severity, place.file))
        list(diag,
             (struct problem){severity, place,
                              wording_public(arena_format_list(diag->arena, format, arguments)),
                              wording_public(remedy), none});
}

void diag_add(struct diag *diag, enum severity severity, struct place place, const char *remedy,
              const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    diag_add_list(diag, severity, place, remedy, format, arguments);
    va_end(arguments);
}

void diag_refuse(struct diag *diag, const char *file, const char *remedy, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    diag_add_list(diag, SEVERITY_ERROR, (struct place){.file = file}, remedy, format, arguments);
    va_end(arguments);
}

bool diag_is_full(const struct diag *diag)
{
    return diag->errors >= DIAG_COUNTED_MOST;
}

void diag_stop(struct diag *diag, struct place place, const char *remedy, const char *what)
{
    struct problem_file *file = file_of(diag, place.file);
    if (file->stopped)
        return;
    file->stopped = true;
    file->errors++;
    diag->errors++;
    list(diag, (struct problem){SEVERITY_ERROR, place, wording_public(what), wording_public(remedy),
                                none});
}

/* "What does it say? If it is this, add --column ... to the command; if it is that, --column ..."
 */
static struct wording remedy_of(struct arena *arena, struct diag_question question)
{
    struct wording remedy = question.asks;
    for (size_t i = 0; i < question.count; i++)
        remedy = WORDING(arena, i == 0 ? "%s If %s, add %s to the command" : "%s; if %s, %s",
                         remedy, question.choices[i].means, question.choices[i].option);
    return WORDING(arena, "%s.", remedy);
}

void diag_ask(struct diag *diag, struct place place, struct wording what,
              struct diag_question question)
{
    if (count_problem(diag, SEVERITY_ERROR, place.file))
        list(diag, (struct problem){SEVERITY_ERROR, place, what, remedy_of(diag->arena, question),
                                    question});
}

void diag_keep_secret(struct diag *diag, const char *file, size_t from_line)
{
    file_of(diag, file)->secret_from = from_line;
}

bool diag_is_secret(const struct diag *diag, const char *file)
{
    for (size_t i = 0; i < diag->file_count; i++)
        if (same_file(diag->files[i].name, file))
            return diag->files[i].secret_from > 0;
    return false;
}

const char *diag_cell_name(struct arena *arena, size_t cell, size_t row)
{
    char letters[16];
    size_t start = sizeof letters - 1;
    letters[start] = '\0';
    for (; cell > 0; cell = (cell - 1) / 26)
        letters[--start] = (char)('A' + (cell - 1) % 26);
    if (row == 0)
        return arena_format(arena, "%s", letters + start);
    return arena_format(arena, "%s%zu", letters + start, row);
}
