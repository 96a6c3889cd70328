/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_CHECK_PROBLEMS_H
#define QUORATE_CHECK_PROBLEMS_H

/* For tests of what reads tables: texts as files, and what was said about them. */

#include "quorate/diag.h"
#include "quorate/file.h"
#include "unit/check.h"

static inline struct bytes file_of(const char *name, const char *text)
{
    return (struct bytes){.name = name, .bytes = text, .length = strlen(text)};
}

static inline void print_problems(const struct diag *diag)
{
    const struct message *messages = diag_messages(diag);
    for (size_t i = 0; i < diag->count; i++)
        print_error("  %zu:%zu cell %zu width %zu: %s | %s\n", messages[i].place.line,
                    messages[i].place.column, messages[i].place.cell, messages[i].place.width,
                    messages[i].what, messages[i].remedy == NULL ? "" : messages[i].remedy);
}

static inline void check_counts_at(const struct diag *diag, size_t errors, size_t warnings,
                                   const char *file, int line)
{
    if (diag->errors != errors || diag->warnings != warnings) {
        print_error("%s:%d: %zu errors and %zu warnings, wanted %zu and %zu\n", file, line,
                    diag->errors, diag->warnings, errors, warnings);
        print_problems(diag);
        _fail(file, line);
    }
}
#define check_errors(diag, errors) check_counts_at((diag), (errors), 0, __FILE__, __LINE__)
#define check_counts(diag, errors, warnings)                                                       \
    check_counts_at((diag), (errors), (warnings), __FILE__, __LINE__)

/* What is told of the problem on that line (0: of the file) that holds the words; the test fails
 * without one. */
static inline const struct message *problem_at(const struct diag *diag, size_t on_line,
                                               const char *words, const char *file, int line)
{
    const struct message *messages = diag_messages(diag);
    for (size_t i = 0; i < diag->count; i++)
        if (messages[i].place.line == on_line && strstr(messages[i].what, words) != NULL)
            return &messages[i];
    print_error("%s:%d: nothing on line %zu says \"%s\"\n", file, line, on_line, words);
    print_problems(diag);
    _fail(file, line);
    return NULL;
}
#define check_problem(diag, on_line, words)                                                        \
    problem_at((diag), (on_line), (words), __FILE__, __LINE__)

/* The same, and where in the line it stands. */
static inline const struct message *problem_in(const struct diag *diag, size_t on_line,
                                               size_t column, size_t cell, const char *words,
                                               const char *file, int line)
{
    const struct message *problem = problem_at(diag, on_line, words, file, line);
    if (problem != NULL && (problem->place.column != column || problem->place.cell != cell)) {
        print_error("%s:%d: \"%s\" is in column %zu, cell %zu; wanted %zu and %zu\n", file, line,
                    words, problem->place.column, problem->place.cell, column, cell);
        _fail(file, line);
    }
    return problem;
}
#define check_problem_in(diag, on_line, column, cell, words)                                       \
    problem_in((diag), (on_line), (column), (cell), (words), __FILE__, __LINE__)

#endif
