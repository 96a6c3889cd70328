/* SPDX-License-Identifier: MIT */
#include "quorate/cell.h"

#include <stdbool.h>
#include <string.h>

/* What begins a formula, also in the wide forms that an East Asian spreadsheet takes for the same.
 * A control character may have been replaced (text_printable) before it gets here. */
static bool begins_formula(const char *text)
{
    static const char *const wide[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
                                       "\xEF\xBC\xA0", "\xEF\xBF\xBD"};
    if (text[0] != '\0' && strchr("=+-@\t\r\n", text[0]) != NULL)
        return true;
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++)
        if (strncmp(text, wide[i], strlen(wide[i])) == 0)
            return true;
    return false;
}

/* Whether a spreadsheet would part the cell, or trim it. */
static bool needs_quotes(const char *text)
{
    size_t length = strlen(text);
    return strpbrk(text, ",;\"\r\n\t") != NULL ||
           (length > 0 && (text[0] == ' ' || text[length - 1] == ' '));
}

void cell_add(struct buffer *table, const char *text)
{
    if (text == NULL)
        return;
    bool quoted = needs_quotes(text);
    buffer_add(table, quoted ? "\"" : "");
    buffer_add(table, begins_formula(text) ? "'" : "");
    for (const char *at = text; *at != '\0'; at++)
        buffer_add_bytes(table, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
    buffer_add(table, quoted ? "\"" : "");
}
