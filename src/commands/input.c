/* SPDX-License-Identifier: MIT */
#include "input.h"

#include "quorate/columns.h"
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
    diag_refuse(diag, path, remedies[fault.kind], "%s", fault.words);
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
    diag_refuse(diag, path, "Check that it is the file that you meant.", "is larger than %zu MiB",
                RESULT_MOST >> 20);
    return false;
}

/* The bytes given as a table. */
static bool take_table(struct arena *arena, struct diag *diag, const struct options *options,
                       struct bytes given, struct bytes *bytes)
{
    if (workbook_is(given)) {
        const struct option_list *sheets = &options->lists[OPTION_SHEET];
        *bytes = given;
        bytes->workbook = workbook_open(arena, diag, given, sheets->values, sheets->count);
        return bytes->workbook != NULL;
    }
    *bytes = decode_table(arena, input_encoding(options), given);
    if (bytes->bytes != given.bytes && given.sha256 == NULL)
        bytes->sha256 = hash_sha256(arena, given.bytes, given.length);
    bytes->multi_line = options->values[OPTION_MULTI_LINE] != NULL;
    return true;
}

bool input_read_table(struct arena *arena, struct diag *diag, const struct options *options,
                      const char *path, struct bytes *bytes)
{
    struct bytes given;
    return input_read(arena, diag, path, &given) && take_table(arena, diag, options, given, bytes);
}

/* So much is held of a table that is read in pieces. */
#define TABLE_HEAD ((size_t)256 << 10)

bool input_begin_table(struct arena *arena, struct arena *own, struct diag *diag,
                       const struct options *options, const char *path, struct bytes *bytes)
{
    struct file_fault fault;
    struct bytes given = file_read_head(arena, own, path, TABLE_HEAD, &fault);
    bool in_pieces = given.rest != NULL && !workbook_is(given) && headings_are_within(given) &&
                     decode_begins_plainly(input_encoding(options), given);
    if (!in_pieces && !file_read_rest(&given))
        fault = file_rest_fault(arena, given.rest);
    if (fault.kind == FILE_SOUND)
        return take_table(own, diag, options, given, bytes);
    input_refuse(diag, path, fault);
    return false;
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
