/* SPDX-License-Identifier: MIT */
#include "repetition.h"

#include <string.h>

#include "quorate/file.h"
#include "quorate/names.h"
#include "quorate/tables.h"

/* A smaller file is read, whatever it holds. */
#define FILE_LEAST ((size_t)8 << 20)
/* A file with more different lines, or longer ones, is looked at no further. */
#define LINES_MOST  ((size_t)1000)
#define LENGTH_MOST ((size_t)1024)

struct repetition {
    struct arena *arena;
    struct name_index lines;
    size_t seen[LINES_MOST];
    size_t most;
    char line[LENGTH_MOST + 1]; /* the one at hand */
    size_t length;
    bool found, given_up;
};

static void end_line(struct repetition *repetition)
{
    struct name_index *lines = &repetition->lines;
    size_t length = repetition->length;
    repetition->line[length] = '\0';
    repetition->length = 0;
    if (strspn(repetition->line, " ,;\t\r\"") == length)
        return;
    size_t number = name_index_find(lines, repetition->line);
    if (number == NAME_NONE && lines->count < LINES_MOST)
        number = name_index_add(lines, arena_copy(repetition->arena, repetition->line, length));
    repetition->given_up = number == NAME_NONE;
    repetition->found = number != NAME_NONE && ++repetition->seen[number] > repetition->most;
}

static bool take_piece(void *context, const char *bytes, size_t length)
{
    struct repetition *repetition = context;
    const char *end = bytes + length;
    repetition->given_up = memchr(bytes, '\0', length) != NULL; /* of a workbook, or of UTF-16 */
    while (bytes < end && !repetition->given_up && !repetition->found) {
        const char *line_end = memchr(bytes, '\n', (size_t)(end - bytes));
        size_t taken = (size_t)((line_end == NULL ? end : line_end) - bytes);
        if (taken > LENGTH_MOST - repetition->length)
            return false;
        memcpy(repetition->line + repetition->length, bytes, taken);
        repetition->length += taken;
        bytes += taken;
        if (line_end == NULL)
            break;
        end_line(repetition);
        bytes++;
    }
    return !repetition->given_up && !repetition->found;
}

bool repetition_refuse(struct arena *arena, struct diag *diag, const char *path, size_t most)
{
    if (file_length(path) < FILE_LEAST)
        return false;
    struct arena *part = arena_part(arena);
    struct repetition *repetition = arena_alloc(part, 1, sizeof *repetition);
    *repetition = (struct repetition){.arena = part, .lines = {.arena = part}, .most = most};
    (void)file_each_piece(part, path, take_piece, repetition);
    bool found = repetition->found;
    arena_free(part);
    if (found)
        ballots_refuse_alike(diag, (struct place){.file = path}, most);
    return found;
}
