/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include <string.h>
#include <strings.h>

const struct format formats[] = {
    {
        .name = "text",
        .extension = "txt",
        .summary = "a page to read, 80 columns wide",
        .tally = report_text,
        .county = report_text_county,
        .reweighting = report_text_reweighting,
        .attendance = report_text_attendance,
        .verification = report_text_verification,
        .rulebook = report_text_rulebook,
    },
    {
        .name = "json",
        .extension = "json",
        .summary = "for other programs, and to verify later",
        .tally = report_json,
        .county = report_json_county,
        .reweighting = report_json_reweighting,
        .attendance = report_json_attendance,
        .verification = report_json_verification,
        .rulebook = report_json_rulebook,
    },
    {
        .name = "html",
        .extension = "html",
        .summary = "a page to mail, print or put on a website",
        .tally = report_html,
        .county = report_html_county,
        .reweighting = report_html_reweighting,
        .attendance = report_html_attendance,
        .verification = report_html_verification,
        .rulebook = report_html_rulebook,
    },
    {
        .name = "markdown",
        .extension = "md",
        .summary = "minutes to paste, with blanks for what is not known here",
        .tally = report_markdown,
        .county = report_markdown_county,
        .reweighting = report_markdown_reweighting,
        .attendance = report_markdown_attendance,
        .verification = report_markdown_verification,
        .rulebook = report_markdown_rulebook,
    },
    {
        .name = "csv",
        .extension = "csv",
        .summary = "a table for a spreadsheet, one row a practice and motion",
        .tally = report_csv,
        .county = report_csv_county,
        .reweighting = report_csv_reweighting,
        .attendance = report_csv_attendance,
        .verification = report_csv_verification,
        .rulebook = report_csv_rulebook,
    },
};

const size_t format_count = sizeof formats / sizeof formats[0];

const struct format *format_named(const char *name)
{
    for (size_t i = 0; i < format_count; i++)
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    return NULL;
}

const struct format *format_of_file(const char *file)
{
    const char *slash = strrchr(file, '/');
    const char *name = slash == NULL ? file : slash + 1;
    const char *dot = strrchr(name, '.');
    if (dot == NULL || dot == name)
        return NULL;
    /* A Windows share may well hold RESULT.TXT. */
    for (size_t i = 0; i < format_count; i++)
        if (strcasecmp(formats[i].extension, dot + 1) == 0)
            return &formats[i];
    return NULL;
}
