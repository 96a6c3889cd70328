/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include <string.h>
#include <strings.h>

#include "pages/pages.h"
#include "write/write.h"

/* Pages that are built once and written by each writer. */
#define WRITTEN(writer, kind)                                                                      \
    static bool writer##_##kind(struct arena *arena, const struct kind *value, struct buffer *out) \
    {                                                                                              \
        writer(page_of_##kind(arena, value), out);                                                 \
        return true;                                                                               \
    }
WRITTEN(write_text, rulebook)
WRITTEN(write_text, timetable)
WRITTEN(write_markdown, rulebook)
WRITTEN(write_markdown, timetable)
WRITTEN(write_html, rulebook)
WRITTEN(write_html, timetable)

const struct format formats[] = {
    {
        .name = "text",
        .extension = "txt",
        .others = {"text"},
        .summaries =
            {
                [REPORT_TALLY] = "a page to read, 80 columns wide",
                [REPORT_CHECKUP] = "one line, where there are no errors",
            },
        .tally = report_text,
        .county = report_text_county,
        .reweighting = report_text_reweighting,
        .attendance = report_text_attendance,
        .verification = report_text_verification,
        .rulebook = write_text_rulebook,
        .timetable = write_text_timetable,
        .checkup = report_text_checkup,
    },
    {
        .name = "json",
        .extension = "json",
        .summaries = {"one document, for other programs"},
        .tally = report_json,
        .county = report_json_county,
        .reweighting = report_json_reweighting,
        .attendance = report_json_attendance,
        .verification = report_json_verification,
        .rulebook = report_json_rulebook,
        .timetable = report_json_timetable,
        .checkup = report_json_checkup,
    },
    {
        .name = "html",
        .extension = "html",
        .others = {"htm", "xhtml"},
        .summaries = {"a page to mail, print or put on a website"},
        .tally = report_html,
        .county = report_html_county,
        .reweighting = report_html_reweighting,
        .attendance = report_html_attendance,
        .verification = report_html_verification,
        .rulebook = write_html_rulebook,
        .timetable = write_html_timetable,
    },
    {
        .name = "markdown",
        .extension = "md",
        .others = {"markdown"},
        .summaries =
            {
                [REPORT_TALLY] = "minutes to paste, with blanks for what is not known here",
                [REPORT_COUNTY] = "a page to paste, in Markdown",
                [REPORT_REWEIGHTING] = "a page to paste, in Markdown",
                [REPORT_ATTENDANCE] = "a page to paste, in Markdown",
                [REPORT_VERIFICATION] = "a page to paste, in Markdown",
                [REPORT_RULEBOOK] = "a page to paste, in Markdown",
                [REPORT_TIMETABLE] = "a page to paste, in Markdown",
            },
        .tally = report_markdown,
        .county = report_markdown_county,
        .reweighting = report_markdown_reweighting,
        .attendance = report_markdown_attendance,
        .verification = report_markdown_verification,
        .rulebook = write_markdown_rulebook,
        .timetable = write_markdown_timetable,
    },
    {
        .name = "csv",
        .extension = "csv",
        .summaries =
            {
                [REPORT_TALLY] = "a table for a spreadsheet, one row a practice and motion",
                [REPORT_COUNTY] = "a table for a spreadsheet, one row a locality",
                [REPORT_REWEIGHTING] = "a table for a spreadsheet, one row a practice",
                [REPORT_ATTENDANCE] = "a table for a spreadsheet, one row a practice",
                [REPORT_VERIFICATION] = "a table for a spreadsheet, one row a file and difference",
                [REPORT_RULEBOOK] = "a table for a spreadsheet, one row a rule",
                [REPORT_TIMETABLE] = "a table for a spreadsheet, one row a day",
                [REPORT_CHECKUP] = "a table for a spreadsheet, one row a problem",
            },
        .tally = report_csv,
        .county = report_csv_county,
        .reweighting = report_csv_reweighting,
        .attendance = report_csv_attendance,
        .verification = report_csv_verification,
        .rulebook = report_csv_rulebook,
        .timetable = report_csv_timetable,
        .checkup = report_csv_checkup,
    },
};

const size_t format_count = sizeof formats / sizeof formats[0];

const char *format_summary(const struct format *format, enum report_kind kind)
{
    const char *own = format->summaries[kind];
    return own == NULL ? format->summaries[REPORT_TALLY] : own;
}

bool format_writes(const struct format *format, enum report_kind kind)
{
    return kind != REPORT_CHECKUP || format->checkup != NULL;
}

bool report_write(const struct format *format, enum report_kind kind, struct arena *arena,
                  const void *value, struct buffer *out)
{
    switch (kind) {
    case REPORT_TALLY:
        return format->tally(arena, value, out);
    case REPORT_COUNTY:
        return format->county(arena, value, out);
    case REPORT_REWEIGHTING:
        return format->reweighting(arena, value, out);
    case REPORT_ATTENDANCE:
        return format->attendance(arena, value, out);
    case REPORT_VERIFICATION:
        return format->verification(arena, value, out);
    case REPORT_RULEBOOK:
        return format->rulebook(arena, value, out);
    case REPORT_TIMETABLE:
        return format->timetable(arena, value, out);
    case REPORT_CHECKUP:
        return format->checkup(arena, value, out);
    case REPORTS:
        break;
    }
    return false;
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
