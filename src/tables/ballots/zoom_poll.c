/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "report_lines.h"

/*
 * A poll report of Zoom has four headings, and its rows go on behind them with each question and
 * its answer; or the headings behind the fourth are the questions, and below the answers stands the
 * next poll with another row of headings. It is turned into a table that has columns for as many
 * questions as any poll has, line by line, so that every row keeps its number and its cells their
 * places: behind them it is filled up, and where the questions are headings they follow.
 */

#define CELLS_HEADED 4

struct poll_report {
    struct ballots_load *load;
    char separator;
    bool by_heading;     /* the questions are headings */
    size_t most;         /* questions of one poll */
    struct buffer table; /* what it is turned into */
};

/* The questions of a poll, told by its headings or by a row. */
static size_t questions_in(const struct poll_report *report, const struct report_line *line)
{
    size_t cells = report_cells_filled(report->separator, line),
           behind = cells < CELLS_HEADED ? 0 : cells - CELLS_HEADED;
    return report->by_heading ? behind : (behind + 1) / 2;
}

/* So many cells from this one on, blank where the line has no more. */
static void add_cells(struct poll_report *report, const struct report_line *line, size_t from,
                      size_t count)
{
    for (size_t cell = from; cell < from + count; cell++) {
        size_t start = cell == 0 ? 0 : report_end_of_cells(report->separator, line, cell);
        size_t end = report_end_of_cells(report->separator, line, cell + 1);
        if (start == line->length && cell > 0)
            buffer_add(&report->table,
                       arena_format(report->load->sheet.arena, "%c", report->separator));
        buffer_add_bytes(&report->table, line->bytes + start, end - start);
    }
}

/* The four headings, and those of each question and its answer. */
static void add_headings(struct poll_report *report, const struct report_line *line)
{
    static const char *const names[] = {"Question", "Answer"};
    add_cells(report, line, 0, CELLS_HEADED);
    for (size_t i = 0; i < 2 * report->most; i++) {
        size_t question = report->by_heading ? i % report->most : i / 2;
        bool answer = report->by_heading ? i < report->most : i % 2 == 1;
        buffer_format(&report->table, "%c%s", report->separator, names[answer]);
        if (question > 0)
            buffer_format(&report->table, " %zu", question + 1);
    }
}

/* A row as it stands, filled up; and behind its answers the questions, where those are headings. */
static void add_row(struct poll_report *report, const struct report_line *headings,
                    const struct report_line *line)
{
    size_t cells = report->by_heading ? report->most : 2 * report->most;
    if (report_cells_filled(report->separator, line) == 0)
        return;
    add_cells(report, line, 0, CELLS_HEADED + cells);
    if (report->by_heading)
        add_cells(report, headings, CELLS_HEADED, report->most);
}

static bool is_same_start(const struct poll_report *report, const struct report_line *headings,
                          const struct report_line *line)
{
    size_t end = report_end_of_cells(report->separator, headings, CELLS_HEADED);
    return report_end_of_cells(report->separator, line, CELLS_HEADED) == end &&
           memcmp(headings->bytes, line->bytes, end) == 0;
}

/* The most that any poll has; where they are headings no row has more. */
static size_t most_questions(const struct poll_report *report, const struct bytes *bytes, size_t at)
{
    size_t most = 1;
    struct report_line line;
    while (report_next_line(bytes, &at, &line)) {
        size_t questions = questions_in(report, &line);
        most = questions > most ? questions : most;
    }
    return most;
}

void ballots_unfold_poll(struct ballots_load *load, const struct heading_row *row,
                         struct bytes *bytes)
{
    struct poll_report report = {
        .load = load, .separator = row->separator, .table.arena = load->sheet.arena};
    struct report_line first, headings, line;
    size_t at = row->at;
    buffer_add_bytes(&report.table, bytes->bytes, at);
    (void)report_next_line(bytes, &at, &first); /* that of the row */
    report.by_heading = report_cells_filled(report.separator, &first) > CELLS_HEADED;
    report.most = most_questions(&report, bytes, row->at);
    headings = first;
    add_headings(&report, &first);
    buffer_add(&report.table, "\n");
    while (report_next_line(bytes, &at, &line)) {
        if (is_same_start(&report, &first, &line))
            headings = line;
        else
            add_row(&report, &headings, &line);
        buffer_add(&report.table, "\n");
    }
    load->question_count = report.most;
    load->question_columns = report.by_heading;
    bytes->length = report.table.length;
    bytes->bytes = buffer_text(&report.table);
}

void ballots_find_questions(struct ballots_load *load)
{
    size_t count = load->question_count;
    load->motion_count = count;
    load->motion_cells = arena_alloc(load->sheet.arena, count, sizeof *load->motion_cells);
    load->question_cells = arena_alloc(load->sheet.arena, count, sizeof *load->question_cells);
    for (size_t i = 0; i < count; i++) {
        load->motion_cells[i] = CELLS_HEADED + (load->question_columns ? i : 2 * i + 1);
        load->question_cells[i] = CELLS_HEADED + (load->question_columns ? count + i : 2 * i);
    }
}
