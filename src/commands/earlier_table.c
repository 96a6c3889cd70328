/* SPDX-License-Identifier: MIT */
#include "earlier_table.h"

#include <string.h>

#include "input.h"
#include "quorate/hash.h"
#include "quorate/table.h"
#include "quorate/table_edit.h"

/* The file without the last column of its table; false where nothing but one can be left out. */
static bool leave_out_last(struct arena *arena, const struct options *options, struct bytes *file)
{
    struct diag known = {.arena = arena}; /* whoever reads the table tells what is wrong with it */
    struct table table;
    struct bytes text = decode_table(arena, input_encoding(options), *file);
    text.multi_line = options->values[OPTION_MULTI_LINE] != NULL;
    if (!table_read(arena, &known, text, &table) || known.errors > 0 || table.header.count < 3)
        return false;
    *file = table_without_column(arena, *file, input_encoding(options), &table);
    return true;
}

bool earlier_table(struct arena *arena, struct diag *diag, const struct options *options,
                   const char *sha256, struct bytes *bytes)
{
    struct bytes file;
    if (bytes->built_in || !input_read(arena, diag, bytes->name, &file))
        return false;
    while (leave_out_last(arena, options, &file)) {
        if (strcmp(hash_sha256(arena, file.bytes, file.length), sha256) != 0)
            continue;
        bool multi_line = bytes->multi_line;
        *bytes = decode_table(arena, input_encoding(options), file);
        bytes->sha256 = sha256;
        bytes->multi_line = multi_line;
        return true;
    }
    return false;
}
