/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"
#include "report_lines.h"

/*
 * An attendee report of a Zoom webinar has a section for the host, the panelists, whoever
 * registered and whoever came in otherwise, each with headings of its own. It is turned into one
 * table, with the headings of the section that has most of them: its rows stay as they are, and the
 * cells of the others are put below the same headings, line by line, so that every row keeps its
 * number.
 */

#define HEADING_ATTENDED "attended"
#define HEADING_EMAIL    "email"

/* Those who came in otherwise, by telephone mostly: there they did not need to be registered, and
 * so have no address, and no "Attended". */
#define TITLE_OTHERS "other attended"

static const char titles[] = "host details;panelist details;attendee details;" TITLE_OTHERS;

struct section {
    struct report_line line; /* of its headings */
    const char **headings;   /* folded */
    size_t count;
    bool of_others;
};

struct webinar {
    struct ballots_load *load;
    char separator;
    bool below_title, of_others; /* of the section that begins */
    struct section section;
    struct section all;  /* its headings are those of every section */
    size_t capacity;     /* of them */
    struct buffer table; /* what it is turned into */
};

enum line_kind {
    LINE_BLANK,
    LINE_TITLE,
    LINE_HEADINGS,
    LINE_ROW,
};

static const char *folded_cell(const struct webinar *webinar, const struct report_line *line,
                               size_t cell)
{
    size_t length;
    const char *bytes = report_cell(webinar->separator, line, cell, &length);
    if (text_invalid_at(bytes, length) != TEXT_VALID || memchr(bytes, '\0', length) != NULL)
        return ""; /* which is told where the table is read */
    return text_fold(webinar->load->sheet.arena,
                     arena_copy(webinar->load->sheet.arena, bytes, length));
}

/* What the next line is. */
static enum line_kind kind_of(struct webinar *webinar, const struct report_line *line)
{
    size_t filled = report_cells_filled(webinar->separator, line);
    const char *first = folded_cell(webinar, line, 0);
    bool below_title = webinar->below_title;
    if (filled == 0)
        return LINE_BLANK;
    webinar->below_title = filled == 1 && name_is_one_of(first, titles);
    if (webinar->below_title) {
        webinar->of_others = strcmp(first, TITLE_OTHERS) == 0;
        return LINE_TITLE;
    }
    return below_title || strcmp(first, HEADING_ATTENDED) == 0 ? LINE_HEADINGS : LINE_ROW;
}

static void begin_section(struct webinar *webinar, const struct report_line *line)
{
    struct section section = {.line = *line,
                              .count = report_cells_filled(webinar->separator, line),
                              .of_others = webinar->of_others};
    section.headings =
        arena_alloc(webinar->load->sheet.arena, section.count, sizeof *section.headings);
    for (size_t i = 0; i < section.count; i++)
        section.headings[i] = folded_cell(webinar, line, i);
    webinar->section = section;
}

/* A person is called "User Name" in one section and "User Name (Original Name)" in another. */
static bool is_same_heading(const char *one, const char *other)
{
    static const char names[] = "user name;user name original name";
    return strcmp(one, other) == 0 || (name_is_one_of(one, names) && name_is_one_of(other, names));
}

/* The cell below such a heading; `count` for none. */
static size_t cell_of(const struct section *section, const char *heading)
{
    size_t cell = 0;
    while (cell < section->count && !is_same_heading(section->headings[cell], heading))
        cell++;
    return cell;
}

/* A cell of the table as it is written, behind a separator unless it is the first. */
static void put_cell(struct webinar *webinar, bool first, const char *bytes, size_t length)
{
    if (!first)
        buffer_add_bytes(&webinar->table, &webinar->separator, 1);
    buffer_add_bytes(&webinar->table, bytes, length);
}

/* Adds the headings of the section that are not there yet, as they are written. */
static void add_headings(struct webinar *webinar)
{
    const struct section *section = &webinar->section;
    struct section *all = &webinar->all;
    for (size_t i = 0; i < section->count; i++) {
        if (cell_of(all, section->headings[i]) < all->count)
            continue;
        size_t length;
        const char *written = report_cell(webinar->separator, &section->line, i, &length);
        put_cell(webinar, all->count == 0, written, length);
        *(const char **)ARENA_PUSH(webinar->load->sheet.arena, all->headings, all->count,
                                   webinar->capacity) = section->headings[i];
    }
}

/* The headings of all sections, first those of the one that has most. */
static void add_all_headings(struct webinar *webinar, const struct bytes *bytes, size_t from)
{
    struct report_line line;
    struct section widest = {0};
    for (size_t at = from; report_next_line(bytes, &at, &line);) {
        if (kind_of(webinar, &line) != LINE_HEADINGS)
            continue;
        begin_section(webinar, &line);
        if (webinar->section.count > widest.count)
            widest = webinar->section;
    }
    webinar->section = widest;
    add_headings(webinar);
    for (size_t at = from; report_next_line(bytes, &at, &line);)
        if (kind_of(webinar, &line) == LINE_HEADINGS) {
            begin_section(webinar, &line);
            add_headings(webinar);
        }
    webinar->of_others = false;
}

static bool report_line_of(const struct webinar *webinar, size_t line, const char *remedy,
                           const char *what)
{
    diag_add_wording(webinar->load->sheet.diag, SEVERITY_ERROR,
                     (struct place){.file = webinar->load->file, .line = line},
                     wording_public(remedy), wording_public(what));
    return false;
}

/* Whether a section tells who came, by the headings that it has. */
static bool tells_who_came(const struct webinar *webinar, size_t line)
{
    const struct section *section = &webinar->section;
    bool tells = section->of_others ? cell_of(section, "user name") < section->count
                                    : cell_of(section, HEADING_ATTENDED) < section->count &&
                                          cell_of(section, HEADING_EMAIL) < section->count;
    return tells ||
           report_line_of(webinar, line, "Delete the section if nobody in it represents anybody.",
                          "these are not the headings of a section of a webinar's report "
                          "of Zoom, which tells who attended, with their addresses");
}

/* Whether a row has as many cells as the headings of its section; blank ones may follow. */
static bool has_its_cells(const struct webinar *webinar, const struct report_line *line,
                          size_t number)
{
    size_t wanted = webinar->section.count, cells = report_cells(webinar->separator, line);
    size_t filled = report_cells_filled(webinar->separator, line);
    if (cells >= wanted && filled <= wanted)
        return true;
    return report_line_of(
        webinar, number,
        cells < wanted ? "Add what is missing; a cell that stays empty needs its comma too."
                       : "Put a cell that holds a comma in quotation marks.",
        arena_format(webinar->load->sheet.arena,
                     "the row has %zu cells and the headings of its section have %zu",
                     cells < wanted ? cells : filled, wanted));
}

/* A row of the section, its cells below the same headings. */
static void add_cells(struct webinar *webinar, const struct report_line *line)
{
    const struct section *section = &webinar->section;
    static const char yes[] = "Yes";
    for (size_t i = 0; i < webinar->all.count; i++) {
        const char *heading = webinar->all.headings[i];
        size_t cell = cell_of(section, heading), length; /* behind the last nothing stands */
        const char *bytes = report_cell(webinar->separator, line, cell, &length);
        bool came =
            cell == section->count && section->of_others && strcmp(heading, HEADING_ATTENDED) == 0;
        put_cell(webinar, i == 0, came ? yes : bytes, came ? strlen(yes) : length);
    }
}

static bool add_line(struct webinar *webinar, const struct report_line *line, size_t number)
{
    switch (kind_of(webinar, line)) {
    case LINE_HEADINGS:
        begin_section(webinar, line);
        return tells_who_came(webinar, number);
    case LINE_ROW:
        add_cells(webinar, line);
        return has_its_cells(webinar, line, number);
    case LINE_BLANK:
    case LINE_TITLE:
        break;
    }
    return true;
}

bool ballots_unfold_webinar(struct ballots_load *load, const struct heading_row *row,
                            struct bytes *bytes)
{
    struct webinar webinar = {
        .load = load, .separator = row->separator, .table.arena = load->sheet.arena};
    struct report_line line;
    size_t at = row->at, number = row->line;
    bool sound = true;
    buffer_add_bytes(&webinar.table, bytes->bytes, at);
    add_all_headings(&webinar, bytes, at);
    for (; report_next_line(bytes, &at, &line); number++) {
        sound = add_line(&webinar, &line, number) && sound;
        buffer_add(&webinar.table, "\n");
    }
    bytes->length = webinar.table.length;
    bytes->bytes = buffer_text(&webinar.table);
    return sound;
}
