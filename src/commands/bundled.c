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

const char *const *bundled_names(size_t *count)
{
    *count = bundled_constitution_count;
    return bundled_constitutions;
}
