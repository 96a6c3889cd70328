/* SPDX-License-Identifier: MIT */
#include "input.h"

#include "quorate/hash.h"

void input_refuse(struct diag *diag, const char *path, struct file_fault fault)
{
    static const char *const remedies[] = {
        [FILE_MISSING] = "Check the name of the file, and which folder it is in.",
        [FILE_IS_FOLDER] = "Give the name of a file in it.",
        [FILE_FORBIDDEN] =
            "Ask whoever the file belongs to, or give a copy of it that you may read.",
        [FILE_FAULTY] = NULL,
    };
    diag_add(diag, SEVERITY_ERROR, PROBLEM_FILE, (struct place){.file = path}, remedies[fault.kind],
             "%s", fault.words);
}

bool input_read(struct arena *arena, struct diag *diag, const char *path, struct bytes *bytes)
{
    struct file_fault fault;
    *bytes = file_read(arena, path, &fault);
    if (fault.kind == FILE_SOUND)
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
