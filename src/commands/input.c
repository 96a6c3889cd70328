/* SPDX-License-Identifier: MIT */
#include "input.h"

#include "quorate/hash.h"
#include "quorate/saved.h"
#include "quorate/workbook.h"

void input_refuse(struct diag *diag, const char *path, struct file_fault fault)
{
    static const char *const remedies[] = {
        [FILE_MISSING] = "Check the name of the file, and which folder it is in.",
        [FILE_IS_FOLDER] = "Give the name of a file in it.",
        [FILE_FORBIDDEN] =
            "Ask whoever the file belongs to, or give a copy of it that you may read.",
        [FILE_FAULTY] = NULL,
    };
    diag->unread = diag->unread || fault.kind == FILE_FAILED;
    diag_add(diag, SEVERITY_ERROR, (struct place){.file = path}, remedies[fault.kind], "%s",
             fault.words);
}

const struct encoding *input_encoding(const struct options *options)
{
    const char *name = options->values[OPTION_ENCODING];
    return name == NULL ? NULL : encoding_find(name);
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

bool input_read_result(struct arena *arena, struct diag *diag, const char *path,
                       struct bytes *bytes)
{
    if (file_length(path) <= RESULT_MOST)
        return input_read(arena, diag, path, bytes);
    diag_add(diag, SEVERITY_ERROR, (struct place){.file = path},
             "Check that it is the file that you meant.", "is larger than %zu MiB",
             RESULT_MOST >> 20);
    return false;
}

bool input_read_table(struct arena *arena, struct diag *diag, const struct options *options,
                      const char *path, struct bytes *bytes)
{
    struct bytes given;
    if (!input_read(arena, diag, path, &given))
        return false;
    if (workbook_is(given)) {
        const struct option_list *sheets = &options->lists[OPTION_SHEET];
        *bytes = given;
        bytes->workbook = workbook_open(arena, diag, given, sheets->values, sheets->count);
        return bytes->workbook != NULL;
    }
    *bytes = decode_table(arena, input_encoding(options), given);
    if (bytes->bytes != given.bytes)
        bytes->sha256 = hash_sha256(arena, given.bytes, given.length);
    bytes->multi_line = options->values[OPTION_MULTI_LINE] != NULL;
    return true;
}

struct input input_of(struct arena *arena, const char *role, struct bytes bytes, size_t rows)
{
    return (struct input){.role = role,
                          .file = file_base_name(arena, bytes.name),
                          .sheet = workbook_sheet_name(bytes.workbook),
                          .rows = rows,
                          .sha256 = bytes.sha256 != NULL
                                        ? bytes.sha256
                                        : hash_sha256(arena, bytes.bytes, bytes.length)};
}
