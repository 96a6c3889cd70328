/* SPDX-License-Identifier: MIT */
#include "input.h"

#include <string.h>

#include "quorate/hash.h"

void input_refuse(struct diag *diag, const char *path, const char *fault)
{
    static const struct {
        const char *fault, *remedy;
    } remedies[] = {
        {"does not exist", "Check the name of the file, and which folder it is in."},
        {"is a folder", "Give the name of a file in it."},
        {"cannot be read: you do not have permission",
         "Ask whoever the file belongs to, or give a copy of it that you may read."},
    };
    const char *remedy = NULL;
    for (size_t i = 0; i < sizeof remedies / sizeof *remedies; i++)
        if (strcmp(fault, remedies[i].fault) == 0)
            remedy = remedies[i].remedy;
    diag_add(diag, SEVERITY_ERROR, PROBLEM_FILE, (struct place){.file = path}, remedy, "%s", fault);
}

bool input_read(struct arena *arena, struct diag *diag, const char *path, struct bytes *bytes)
{
    const char *fault;
    *bytes = file_read(arena, path, &fault);
    if (fault == NULL)
        return true;
    input_refuse(diag, path, fault);
    return false;
}

struct input input_of(struct arena *arena, const char *role, struct bytes bytes, size_t rows)
{
    return (struct input){.role = role,
                          .file = file_base_name(arena, bytes.name),
                          .rows = rows,
                          .sha256 = bytes.sha256 != NULL
                                        ? bytes.sha256
                                        : hash_sha256(arena, bytes.bytes, bytes.length)};
}
