/* SPDX-License-Identifier: MIT */
#include "quorate/bundled.h"

#include <string.h>

const struct bundled_file *bundled_find(const char *constitution, const char *name)
{
    for (size_t i = 0; i < bundled_file_count; i++) {
        const struct bundled_file *file = &bundled_files[i];
        if (strcmp(file->constitution, constitution) == 0 && strcmp(file->name, name) == 0)
            return file;
    }
    return NULL;
}

const struct bundled_file *bundled_tables(const char *constitution, size_t *count)
{
    size_t first = 0;
    while (first < bundled_file_count &&
           strcmp(bundled_files[first].constitution, constitution) != 0)
        first++;
    *count = 0;
    while (first + *count < bundled_file_count &&
           strcmp(bundled_files[first + *count].constitution, constitution) == 0)
        ++*count;
    return *count > 0 ? &bundled_files[first] : NULL;
}

struct bytes bundled_bytes(const struct bundled_file *file, const char *name)
{
    return (struct bytes){.name = name,
                          .bytes = file->bytes,
                          .length = file->length,
                          .sha256 = file->sha256,
                          .built_in = true,
                          .made = file->made};
}

const char *const *bundled_names(size_t *count)
{
    *count = bundled_constitution_count;
    return bundled_constitutions;
}
