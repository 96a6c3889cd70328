/* SPDX-License-Identifier: MIT */
#include "quorate/diag.h"

#include <stdarg.h>
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

void diag_add(struct diag *diag, enum severity severity, enum problem_kind kind, struct place place,
              const char *remedy, const char *format, ...)
{
    struct problem_file *file = file_of(diag, place.file);
    bool is_error = severity == SEVERITY_ERROR;
    size_t earlier = is_error ? diag->errors++ : diag->warnings++;
    if (is_error)
        file->errors++;
    if (earlier >= DIAG_MOST) {
        diag->unlisted_errors += is_error;
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    const char *what = arena_format_list(diag->arena, format, arguments);
    va_end(arguments);
    struct problem *problem = ARENA_PUSH(diag->arena, diag->problems, diag->count, diag->capacity);
    *problem = (struct problem){
        .severity = severity,
        .kind = kind,
        .place = place,
        .what = what,
        .remedy = remedy,
    };
}

void diag_hide_rows(struct diag *diag, const char *file)
{
    for (size_t i = 0; i < diag->count; i++)
        if (same_file(diag->problems[i].place.file, file))
            diag->problems[i].place.text = NULL;
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
