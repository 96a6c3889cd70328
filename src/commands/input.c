/* SPDX-License-Identifier: MIT */
#include "input.h"

#include <string.h>

#include "quorate/hash.h"

bool input_read(struct arena *arena, struct diag *diag, const char *path, struct bytes *bytes)
{
    const char *fault;
    *bytes = file_read(arena, path, &fault);
    if (fault == NULL)
        return true;
    const char *remedy = NULL;
    if (strcmp(fault, "does not exist") == 0)
        remedy = "Check the name of the file, and which folder it is in.";
    diag_add(diag, SEVERITY_ERROR, PROBLEM_FILE, (struct place){.file = path}, remedy, "%s", fault);
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
