/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"

/*
 * A poll report of Zoom has four headings, and its rows go on behind them with a question and its
 * answer; or a fifth heading is the question, and below the answers stands the next question in
 * another row of headings. It is turned into a table that has a column for each, line by line, so
 * that every row keeps its number and its first four cells their places.
 */

#define CELLS_HEADED 4

static const char one_at_a_time[] =
    "Export one poll at a time, or delete the questions that are not to be counted.";

struct poll_report {
    struct ballots_load *load;
    char separator;
    bool by_heading;      /* the question is a heading */
    const char *question; /* of the rows at hand, as it stands in the heading */
    size_t length;
    struct buffer table; /* what it is turned into */
};

/* A line without its end. */
struct report_line {
    const char *bytes;
    size_t length;
    size_t line;
};

/* Where so many cells end; the length where there are no more. */
static size_t end_of_cells(const struct poll_report *report, const struct report_line *line,
                           size_t cells)
{
    bool quoted = false;
    for (size_t i = 0; i < line->length; i++) {
        quoted = quoted != (line->bytes[i] == '"');
        if (!quoted && line->bytes[i] == report->separator && --cells == 0)
            return i;
    }
    return line->length;
}

static bool has_text(const struct poll_report *report, const struct report_line *line, size_t from)
{
    for (size_t i = from; i < line->length; i++)
        if (line->bytes[i] != report->separator && line->bytes[i] != ' ')
            return true;
    return false;
}

/* Whether there is anything behind so many cells. */
static bool goes_on(const struct poll_report *report, const struct report_line *line, size_t cells)
{
    return has_text(report, line, end_of_cells(report, line, cells));
}

static bool report_several(const struct poll_report *report, const struct report_line *line)
{
    diag_add_wording(report->load->sheet.diag, SEVERITY_ERROR,
                     (struct place){.file = report->load->file, .line = line->line},
                     wording_public(one_at_a_time),
                     wording_public("this row of Zoom's poll report has several questions"));
    return false;
}

/* The headings, with names for what stands behind them. */
static bool take_headings(struct poll_report *report, const struct report_line *line, bool again)
{
    size_t end = end_of_cells(report, line, CELLS_HEADED);
    size_t question = end_of_cells(report, line, CELLS_HEADED + 1);
    if (goes_on(report, line, CELLS_HEADED + 1))
        return report_several(report, line);
    report->by_heading = goes_on(report, line, CELLS_HEADED);
    report->question = line->bytes + end;
    report->length = question - end;
    if (again)
        return true;
    buffer_add_bytes(&report->table, line->bytes, end);
    buffer_format(&report->table, report->by_heading ? "%cAnswer%cQuestion" : "%cQuestion%cAnswer",
                  report->separator, report->separator);
    return true;
}

/* A row as it stands; and behind its answer the question, where that is a heading. */
static bool take_row(struct poll_report *report, const struct report_line *line)
{
    bool longer = goes_on(report, line, CELLS_HEADED + (report->by_heading ? 1 : 2));
    size_t end = end_of_cells(report, line, CELLS_HEADED + 1);
    bool append = report->by_heading && has_text(report, line, 0) && !longer;
    buffer_add_bytes(&report->table, line->bytes, append ? end : line->length);
    if (append)
        buffer_add_bytes(&report->table, report->question, report->length);
    return !longer || report_several(report, line);
}

static bool is_same_start(const struct poll_report *report, const struct report_line *headings,
                          const struct report_line *line)
{
    size_t end = end_of_cells(report, headings, CELLS_HEADED);
    return end_of_cells(report, line, CELLS_HEADED) == end &&
           memcmp(headings->bytes, line->bytes, end) == 0;
}

bool ballots_unfold_poll(struct ballots_load *load, const struct heading_row *row,
                         struct bytes *bytes)
{
    struct poll_report report = {
        .load = load, .separator = row->separator, .table.arena = load->sheet.arena};
    struct report_line headings = {0}, line = {.line = row->line};
    bool sound = true;
    buffer_add_bytes(&report.table, bytes->bytes, row->at);
    for (size_t at = row->at; at < bytes->length; line.line++) {
        const char *end = memchr(bytes->bytes + at, '\n', bytes->length - at);
        line.bytes = bytes->bytes + at;
        line.length = (end == NULL ? bytes->length : (size_t)(end - bytes->bytes)) - at;
        at += line.length + 1;
        line.length -= line.length > 0 && line.bytes[line.length - 1] == '\r';
        if (headings.bytes == NULL || is_same_start(&report, &headings, &line))
            sound = take_headings(&report, &line, headings.bytes != NULL) && sound;
        else
            sound = take_row(&report, &line) && sound;
        headings = headings.bytes == NULL ? line : headings;
        buffer_add(&report.table, "\n");
    }
    bytes->length = report.table.length;
    bytes->bytes = buffer_text(&report.table);
    return sound;
}
