/* SPDX-License-Identifier: MIT */
#include "csv_cells.h"

#include <string.h>

#include "quorate/ratio.h"
#include "quorate/text.h"

/* What begins a formula, also in the wide forms that an East Asian spreadsheet takes for the same.
 */
static bool begins_formula(const char *text)
{
    static const char *const wide[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
                                       "\xEF\xBC\xA0"};
    if (text[0] != '\0' && strchr("=+-@\t\r\n", text[0]) != NULL)
        return true;
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++)
        if (strncmp(text, wide[i], strlen(wide[i])) == 0)
            return true;
    return false;
}

static void start_cell(struct csv *csv)
{
    if (csv->row_started)
        buffer_add(csv->out, ",");
    csv->row_started = true;
}

static void add_quoted(struct csv *csv, const char *apostrophe, const char *text)
{
    buffer_add(csv->out, "\"");
    buffer_add(csv->out, apostrophe);
    for (const char *at = text; *at != '\0'; at++)
        buffer_add_bytes(csv->out, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
    buffer_add(csv->out, "\"");
}

void csv_text(struct csv *csv, const char *text)
{
    start_cell(csv);
    if (text == NULL)
        return;
    const char *apostrophe = begins_formula(text) ? "'" : "";
    const char *safe = text_printable(csv->arena, phrases_valid(csv->arena, text));
    size_t length = strlen(safe);
    /* Semicolons and spaces at the ends too: where a spreadsheet would part or trim the cell. */
    bool quoted = strpbrk(safe, ",;\"\r\n") != NULL ||
                  (length > 0 && (safe[0] == ' ' || safe[length - 1] == ' '));
    if (quoted) {
        add_quoted(csv, apostrophe, safe);
        return;
    }
    buffer_add(csv->out, apostrophe);
    buffer_add(csv->out, safe);
}

void csv_figure(struct csv *csv, const char *figure)
{
    start_cell(csv);
    if (figure != NULL)
        buffer_add(csv->out, figure[0] == '+' ? figure + 1 : figure);
}

void csv_number(struct csv *csv, int64_t number)
{
    csv_figure(csv, number_canonical(csv->arena, number, 0));
}

void csv_number_or_empty(struct csv *csv, int64_t number)
{
    csv_figure(csv, number == 0 ? NULL : number_canonical(csv->arena, number, 0));
}

void csv_date(struct csv *csv, struct date date)
{
    csv_figure(csv, date_given(date) ? date_iso(csv->arena, date) : NULL);
}

void csv_end_row(struct csv *csv)
{
    buffer_add(csv->out, "\r\n");
    csv->row_started = false;
}

void csv_headings(struct csv *csv, const char *const *headings, size_t count)
{
    for (size_t i = 0; i < count; i++)
        csv_text(csv, headings[i]);
    csv_end_row(csv);
}

void csv_power(struct csv *csv, const struct power *power, size_t member)
{
    bool known = power != NULL && power->known;
    const struct member_power *figures = known ? &power->members[member] : NULL;
    csv_figure(csv, known ? number_canonical(csv->arena, figures->decides, 0) : NULL);
    csv_figure(csv, known ? figures->banzhaf : NULL);
    csv_figure(csv, known ? figures->shapley : NULL);
}
