/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include <string.h>
#include <strings.h>

const struct format formats[] = {
    {"text",
     "txt",
     {"text"},
     {"a page to read, 80 columns wide"},
     report_text,
     report_text_county,
     report_text_reweighting},
    {"json",
     "json",
     {NULL},
     {"one document, for other programs"},
     report_json,
     report_json_county,
     report_json_reweighting},
    {"html",
     "html",
     {"htm", "xhtml"},
     {"a page to mail, print or put on a website"},
     report_html,
     report_html_county,
     report_html_reweighting},
    {"markdown",
     "md",
     {"markdown"},
     {"minutes to paste, with blanks for what is not known here", "a page to paste, in Markdown",
      "a page to paste, in Markdown"},
     report_markdown,
     report_markdown_county,
     report_markdown_reweighting},
    {"csv",
     "csv",
     {NULL},
     {"a table for a spreadsheet, one row a practice and motion",
      "a table for a spreadsheet, one row a locality",
      "a table for a spreadsheet, one row a practice"},
     report_csv,
     report_csv_county,
     report_csv_reweighting},
};

const size_t format_count = sizeof formats / sizeof formats[0];

const char *format_summary(const struct format *format, enum report_kind kind)
{
    const char *own = format->summaries[kind];
    return own == NULL ? format->summaries[REPORT_TALLY] : own;
}

const struct format *format_named(const char *name)
{
    for (size_t i = 0; i < format_count; i++)
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    return NULL;
}

static bool is_asked_by(const struct format *format, const char *extension)
{
    /* A Windows share may well hold RESULT.TXT. */
    bool asked = strcasecmp(format->extension, extension) == 0;
    for (size_t i = 0; i < sizeof format->others / sizeof *format->others; i++)
        asked =
            asked || (format->others[i] != NULL && strcasecmp(format->others[i], extension) == 0);
    return asked;
}

const struct format *format_of_file(const char *file)
{
    const char *slash = strrchr(file, '/');
    const char *name = slash == NULL ? file : slash + 1;
    const char *dot = strrchr(name, '.');
    if (dot == NULL || dot == name)
        return NULL;
    for (size_t i = 0; i < format_count; i++)
        if (is_asked_by(&formats[i], dot + 1))
            return &formats[i];
    return NULL;
}
