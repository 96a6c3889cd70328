/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include <string.h>
#include <strings.h>

#include "outcomes.h"
#include "pages/pages.h"
#include "quorate/file.h"
#include "write/write.h"

/* A new kind of report is a row here, a new format one below. */
const struct report_kind report_kinds[REPORTS] = {
    [REPORT_TALLY] =
        {
            .name = "tally",
            .page = page_of_tally,
            .data = report_json,
            .rows = report_csv,
            .outcome = outcome_of_tally,
            .summaries =
                {
                    [FORM_PASTED] = "minutes to paste, with blanks for what is not known here",
                    [FORM_ROWS] = "a table for a spreadsheet, one row a practice and motion",
                },
        },
    [REPORT_RESOLUTIONS] =
        {
            .name = "resolutions",
            .page = page_of_resolutions,
            .outcome = outcome_of_tally,
        },
    [REPORT_SUMMARY] =
        {
            .name = "summary",
            .page = page_of_summary,
            .outcome = outcome_of_tally,
        },
    [REPORT_COUNTY] =
        {
            .name = "county",
            .page = page_of_county,
            .data = report_json_county,
            .rows = report_csv_county,
            .summaries = {[FORM_ROWS] = "a table for a spreadsheet, one row a locality"},
        },
    [REPORT_REWEIGHTING] =
        {
            .name = "reweighting",
            .page = page_of_reweighting,
            .data = report_json_reweighting,
            .rows = report_csv_reweighting,
            .summaries = {[FORM_ROWS] = "a table for a spreadsheet, one row a practice"},
        },
    [REPORT_ATTENDANCE] =
        {
            .name = "attendance",
            .page = page_of_attendance,
            .data = report_json_attendance,
            .rows = report_csv_attendance,
            .outcome = outcome_of_attendance,
            .summaries = {[FORM_ROWS] = "a table for a spreadsheet, one row a practice"},
        },
    [REPORT_VERIFICATION] =
        {
            .name = "verification",
            .page = page_of_verification,
            .data = report_json_verification,
            .rows = report_csv_verification,
            .outcome = outcome_of_verification,
            .summaries = {[FORM_ROWS] = "a table for a spreadsheet, one row a file and difference"},
        },
    [REPORT_RULEBOOK] =
        {
            .name = "rulebook",
            .page = page_of_rulebook,
            .data = report_json_rulebook,
            .rows = report_csv_rulebook,
            .summaries = {[FORM_ROWS] = "a table for a spreadsheet, one row a rule"},
        },
    [REPORT_EDITIONS] =
        {
            .name = "editions",
            .page = page_of_editions,
            .data = report_json_editions,
            .rows = report_csv_editions,
            .outcome = outcome_of_editions,
            .summaries = {[FORM_ROWS] = "a table for a spreadsheet, one row a difference"},
        },
    [REPORT_TIMETABLE] =
        {
            .name = "timetable",
            .page = page_of_timetable,
            .data = report_json_timetable,
            .rows = report_csv_timetable,
            .outcome = outcome_of_timetable,
            .summaries = {[FORM_ROWS] = "a table for a spreadsheet, one row a day"},
        },
    [REPORT_ROLL] =
        {
            .name = "roll",
            .page = page_of_electorate,
            .data = report_json_electorate,
            .rows = report_csv_electorate,
            .outcome = outcome_of_electorate,
            .summaries = {[FORM_ROWS] = "a table for a spreadsheet, one row a practice"},
        },
    [REPORT_REGISTER] =
        {
            .name = "register",
            .page = page_of_register,
            .data = report_json_register,
            .rows = report_csv_register,
            .outcome = outcome_of_register,
            .summaries = {[FORM_ROWS] = "a table for a spreadsheet, one row a decision and fault"},
        },
    /* A list of problems is no page: they are messages. In text its outcome is all there is to say.
     */
    [REPORT_CHECKUP] =
        {
            .name = "checkup",
            .data = report_json_checkup,
            .rows = report_csv_checkup,
            .outcome = outcome_of_checkup,
            .summaries = {[FORM_TEXT] = "one line, where there are no errors",
                          [FORM_ROWS] = "a table for a spreadsheet, one row a problem"},
        },
};

const struct format formats[] = {
    {
        .name = "text",
        .extension = "txt",
        .others = {"text"},
        .summary = "a page to read, 80 columns wide",
        .form = FORM_TEXT,
        .page = write_text,
    },
    {
        .name = "json",
        .extension = "json",
        .summary = "one document, for other programs",
        .form = FORM_DATA,
    },
    {
        .name = "html",
        .extension = "html",
        .others = {"htm", "xhtml"},
        .summary = "a page to mail, print or put on a website",
        .form = FORM_PAGE,
        .page = write_html,
    },
    {
        .name = "markdown",
        .extension = "md",
        .others = {"markdown"},
        .summary = "a page to paste, in Markdown",
        .form = FORM_PASTED,
        .page = write_markdown,
    },
    {
        .name = "csv",
        .extension = "csv",
        .summary = "a table for a spreadsheet",
        .form = FORM_ROWS,
    },
};

const size_t format_count = sizeof formats / sizeof formats[0];

const char *format_summary(const struct format *format, const struct report_kind *kind)
{
    const char *own = kind->summaries[format->form];
    return own == NULL ? format->summary : own;
}

bool format_writes(const struct format *format, const struct report_kind *kind)
{
    switch (format->form) {
    case FORM_DATA:
        return kind->data != NULL;
    case FORM_ROWS:
        return kind->rows != NULL;
    case FORM_TEXT:
        return true;
    default:
        return kind->page != NULL;
    }
}

void report_write(const struct format *format, const struct report_kind *kind, struct arena *arena,
                  const void *value, struct buffer *out)
{
    if (format->form == FORM_DATA) {
        kind->data(arena, value, out);
    } else if (format->form == FORM_ROWS) {
        kind->rows(arena, value, out);
    } else if (kind->page != NULL) {
        format->page(kind->page(arena, value), out);
    } else {
        const char *outcome = kind->outcome(arena, value);
        buffer_format(out, "%s%s", outcome == NULL ? "" : outcome, outcome == NULL ? "" : "\n");
    }
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
    const char *ending = file_ending(file);
    for (size_t i = 0; ending != NULL && i < format_count; i++)
        if (is_asked_by(&formats[i], ending + 1))
            return &formats[i];
    return NULL;
}
