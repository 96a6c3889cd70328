/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"

/* Tables that programs write of a meeting, known by their exact headings. */

/* What a column is called in a layout, or is not. */
struct layout_column {
    enum ballot_column column;
    const char *headers; /* more headings of it, separated by `;`; or NULL */
    const char *others;  /* headings that would be of it elsewhere and are not here; or NULL */
};

#define COLUMNS_CHANGED_MOST 4

struct layout {
    const char *headings; /* that must all stand in the row, separated by `;` and folded */
    struct layout_column columns[COLUMNS_CHANGED_MOST];
    size_t column_count;
    const char *no_member, *no_vote; /* what to do where nothing tells them */
    const char *doubt;               /* what it does not prove, as a sentence; or NULL */
    enum layout_shape shape;
};

static const char teams_no_member[] =
    "This is an attendance report of Microsoft Teams, which knows people by their addresses. Give "
    "the list of voters (--voters), which says for whom each of them is.";
static const char teams_no_address[] = "This is an attendance list of Microsoft Teams without "
                                       "addresses. Add a column \"practice\", or "
                                       "a column \"email\" and the list of voters (--voters).";
static const char no_vote[] =
    "This says who joined a meeting, and holds no votes. quorate quorum tells whether they make a "
    "quorum.";
static const char joined[] =
    "The list says who joined the meeting, and not who was still there when it was voted.";

static const struct layout layouts[] = {
    {.headings = "name;first join;last leave;in meeting duration;email;role",
     .columns = {{.column = COLUMN_ROLE, .others = "role"}},
     .column_count = 1,
     .no_member = teams_no_member,
     .no_vote = no_vote,
     .doubt = joined,
     .shape = LAYOUT_SECTIONS},
    {.headings = "full name;join time;leave time;duration;email;role",
     .columns = {{.column = COLUMN_ROLE, .others = "role"}},
     .column_count = 1,
     .no_member = teams_no_member,
     .no_vote = no_vote,
     .doubt = joined,
     .shape = LAYOUT_SECTIONS},
    {.headings = "full name;user action;timestamp",
     .columns = {{.column = COLUMN_RECEIVED, .others = "timestamp"}},
     .column_count = 1,
     .no_member = teams_no_address,
     .no_vote = no_vote,
     .doubt = joined},
    {.headings = "name original name",
     .columns = {{.column = COLUMN_VOTER, .headers = "name original name"},
                 {.column = COLUMN_EMAIL, .headers = "user email"},
                 {.column = COLUMN_APOLOGIES, .headers = "in waiting room"}},
     .column_count = 3,
     .no_member = "This is a list of participants of Zoom, which knows people by their addresses. "
                  "Give the list of voters (--voters), which says for whom each of them is.",
     .no_vote = no_vote,
     .doubt = joined},
    {.headings = ";user name;user email;submitted date time", /* the first is a number sign */
     .columns = {{.column = COLUMN_VOTER, .headers = "user name"},
                 {.column = COLUMN_EMAIL, .headers = "user email"},
                 {.column = COLUMN_RECEIVED, .headers = "submitted date time"},
                 {.column = COLUMN_VOTE, .headers = "answer"}},
     .column_count = 4,
     .no_member = "This is a poll report of Zoom, which knows people by their addresses. Give the "
                  "list of voters (--voters), which says for whom each of them is.",
     .shape = LAYOUT_POLL},
    {.headings = "attended;email;join time;leave time;time in session minutes",
     .columns = {{.column = COLUMN_VOTER, .headers = "user name original name;user name"}},
     .column_count = 1,
     .no_member = "This is an attendee report of Zoom, which knows people by their addresses. Give "
                  "the list of voters (--voters), which says for whom each of them is.",
     .no_vote = no_vote,
     .doubt = joined,
     .shape = LAYOUT_WEBINAR},
};

/* Whether the row begins with these headings. */
static bool begins_with(const struct heading_row *row, const char *headings)
{
    size_t number = 0;
    for (const char *at = headings;; at++) {
        size_t length = strcspn(at, ";");
        if (number == row->count || strlen(row->headings[number].folded) != length ||
            memcmp(row->headings[number].folded, at, length) != 0)
            return false;
        number++;
        at += length;
        if (*at == '\0')
            return true;
    }
}

static bool has_heading(const struct heading_row *row, const char *heading, size_t length)
{
    for (size_t i = 0; i < row->count; i++)
        if (strlen(row->headings[i].folded) == length &&
            memcmp(row->headings[i].folded, heading, length) == 0)
            return true;
    return false;
}

static bool has_headings(const struct heading_row *row, const char *headings)
{
    for (const char *at = headings; *at != '\0'; at += *at == ';') {
        size_t length = strcspn(at, ";");
        if (!has_heading(row, at, length))
            return false;
        at += length;
    }
    return true;
}

const struct layout *layout_of(const struct heading_row *row)
{
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++)
        if (layouts[i].shape == LAYOUT_POLL ? begins_with(row, layouts[i].headings)
                                            : has_headings(row, layouts[i].headings))
            return &layouts[i];
    return NULL;
}

enum layout_shape layout_shape(const struct layout *layout)
{
    return layout == NULL ? LAYOUT_TABLE : layout->shape;
}

bool layout_tells_joins(const struct layout *layout)
{
    return layout != NULL && layout->doubt == joined;
}

void layout_prepare(struct ballots_load *load, const struct layout *layout, struct column *wanted)
{
    for (size_t i = 0; i < layout->column_count; i++) {
        const struct layout_column *change = &layout->columns[i];
        struct column *column = &wanted[change->column];
        if (change->others != NULL)
            column->others = column->others == NULL ? change->others
                                                    : arena_format(load->sheet.arena, "%s;%s",
                                                                   change->others, column->others);
        if (change->headers != NULL)
            column->headers =
                arena_format(load->sheet.arena, "%s;%s", change->headers, column->headers);
    }
    wanted[COLUMN_PRACTICE].missing = layout->no_member;
    if (layout->no_vote != NULL)
        wanted[COLUMN_VOTE].missing = layout->no_vote;
    if (load->is_list)
        load->doubt = layout->doubt;
}
