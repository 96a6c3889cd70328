/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"
#include "quorate/workbook.h"

/* Lines of a ballot file that are no rows of its table: a title above the headings, what a program
 * says of a meeting, its other sections. They are passed over and told of, unless they may be
 * ballots. */

static const char separators[] = " \t\r,;";

static bool ends_piece(char c)
{
    return c == ',' || c == ';' || c == '\t' || c == ':';
}

/* The member that a piece of a line names, between separators or behind a colon; NULL for none. */
static const struct member *member_of_piece(const struct ballots_load *load, const char *bytes,
                                            size_t length)
{
    if (text_invalid_at(bytes, length) != TEXT_VALID || memchr(bytes, '\0', length) != NULL)
        return NULL;
    return ballots_member_named(load, arena_copy(load->sheet.arena, bytes, length));
}

/* Lines that stand together on one side of the table. */
struct passed {
    struct ballots_load *load;
    struct bytes bytes;
    size_t from, until; /* offsets */
    size_t line;        /* of the first of them, from 1 */
    const char *where;  /* "above the headings" */
    bool above;
    struct name_index known; /* who stands in the table, and may stand in a section behind it too */
};

/* One of them. */
struct passed_line {
    const char *bytes;
    size_t length;
    size_t line;
};

static bool is_blank(const struct passed_line *line)
{
    return line->length == strspn(line->bytes, separators);
}

/* The next line; its `bytes` are NULL before the first. False behind the last. */
static bool next_line(const struct passed *passed, struct passed_line *line)
{
    const char *start = passed->bytes.bytes + passed->from, *end;
    const char *last = passed->bytes.bytes + passed->until;
    if (line->bytes != NULL)
        start = line->bytes + line->length + 1;
    if (start >= last)
        return false;
    end = memchr(start, '\n', (size_t)(last - start));
    line->line = line->bytes == NULL ? passed->line : line->line + 1;
    line->bytes = start;
    line->length = (size_t)((end == NULL ? last : end) - start);
    return true;
}

static struct place place_of_line(const struct passed *passed, const struct passed_line *line)
{
    return (struct place){.file = passed->load->file, .line = line->line};
}

/* Up to the first separator. */
static const char *first_cell(struct arena *arena, const char *bytes, size_t length)
{
    size_t cell = 0;
    while (cell < length && bytes[cell] != '\t' && bytes[cell] != ',' && bytes[cell] != ';')
        cell++;
    return text_fold(arena, arena_copy(arena, bytes, cell));
}

static bool is_of_the_table(const struct passed *passed, const struct passed_line *line)
{
    struct arena *arena = passed->load->sheet.arena;
    return passed->known.count > 0 &&
           name_index_find(&passed->known, first_cell(arena, line->bytes, line->length)) !=
               NAME_NONE;
}

/* "Venue: The Hart Surgery", "Proposed by: Nettlebed Surgery": what stands behind it is where the
 * meeting was, or whose the motion is, and no vote. */
static bool is_of_the_meeting(struct arena *arena, const char *bytes, size_t length)
{
    static const char labels[] =
        "venue;location;place;meeting place;held at;hosted by;host;proposer;proposed by;moved by;"
        "seconder;seconded by";
    return name_is_one_of(text_fold(arena, arena_copy(arena, bytes, length)), labels);
}

/* False, with an error, when the line names a member and is not of somebody in the table. */
static bool is_no_ballot(const struct passed *passed, const struct passed_line *line)
{
    const struct ballots_load *load = passed->load;
    struct arena *arena = load->sheet.arena;
    size_t from = 0;
    bool of_meeting = false;
    for (size_t i = 0; i <= line->length; i++) {
        if (i < line->length && !ends_piece(line->bytes[i]))
            continue;
        const struct member *member = member_of_piece(load, line->bytes + from, i - from);
        const bool is_no_row = of_meeting || is_of_the_table(passed, line);
        of_meeting = is_of_the_meeting(arena, line->bytes + from, i - from);
        from = i + 1;
        if (member == NULL || is_no_row)
            continue;
        diag_add_wording(
            load->sheet.diag, SEVERITY_ERROR, place_of_line(passed, line),
            wording_public("If it is a row of the table, put it below the headings; else delete "
                           "the line."),
            WORDING(arena, "%s stands %s, where no rows are read",
                    wording_of_row(member->name, arena_format(arena, "a %s", load->unit)),
                    wording_public(passed->where)));
        return false;
    }
    return true;
}

/* The line in its own words, without what only ends its cells. */
static struct wording words_of(const struct passed *passed, const struct passed_line *line,
                               const char *instead)
{
    struct arena *arena = passed->load->sheet.arena;
    size_t length = line->length;
    while (strchr(separators, line->bytes[length - 1]) != NULL)
        length--;
    if (text_invalid_at(line->bytes, length) != TEXT_VALID)
        return wording_public("no text in UTF-8");
    const char *text = text_trim(arena, arena_copy(arena, line->bytes, length));
    length = strlen(text);
    if (length > 2 && text[0] == '"' && strchr(text + 1, '"') == text + length - 1)
        text = arena_copy(arena, text + 1, length - 2); /* as it stands in its only cell */
    return wording_quote(arena, text_printable(arena, text), instead);
}

static void tell_of_lines(const struct passed *passed, const struct passed_line *first,
                          size_t count)
{
    struct arena *arena = passed->load->sheet.arena;
    struct wording where = wording_public(passed->where),
                   words = words_of(passed, first, "not told");
    struct wording many = wording_public(arena_format(arena, "%zu", count));
    struct wording what =
        WORDING(arena, "%s lines %s are passed over; the first is %s", many, where, words);
    if (count == 1)
        what = WORDING(arena, "the line %s is passed over: %s", where, words);
    diag_add_wording(passed->load->sheet.diag, SEVERITY_WARNING, place_of_line(passed, first),
                     WORDING(arena, "Nothing %s is counted.", where), what);
}

/* The line for who looks for words in it: with blanks for bytes that are no text, since the words
 * beside them are. */
static const char *readable(struct arena *arena, const struct passed_line *line)
{
    char *text = arena_copy(arena, line->bytes, line->length);
    bool valid = text_invalid_at(text, line->length) == TEXT_VALID;
    for (size_t i = 0; i < line->length; i++)
        if (text[i] == '\0' || (!valid && (unsigned char)text[i] >= 0x80))
            text[i] = ' ';
    return text;
}

/* False, with an error, when the table is of a consensus and the line may say that somebody did not
 * agree. */
static bool is_no_objection(const struct passed *passed, const struct passed_line *line)
{
    const struct ballots_load *load = passed->load;
    struct arena *arena = load->sheet.arena;
    if (load->usual == NULL || !load->usual->by_consensus || load->reading->attendance ||
        !ballots_may_object(arena, readable(arena, line)))
        return true;
    diag_add_wording(load->sheet.diag, SEVERITY_ERROR, place_of_line(passed, line),
                     wording_public("If somebody did not agree there was no consensus: count it as "
                                    "a vote. Else delete the line."),
                     WORDING(arena, "%s stands %s, and it would be a consensus",
                             words_of(passed, line, "what is not told"),
                             wording_public(passed->where)));
    return false;
}

/* False, with an error, when the line says otherwise of the rows below it than they do. */
static bool agrees(const struct passed *passed, const struct passed_line *line)
{
    return !passed->above ||
           ballots_title_agrees(passed->load, readable(passed->load->sheet.arena, line),
                                place_of_line(passed, line),
                                words_of(passed, line, "what is not told"));
}

/* False, with an error, when one of the lines may be a ballot, or an objection. */
static bool look_at_lines(const struct passed *passed)
{
    struct passed_line first = {0}, line = {0};
    size_t count = 0;
    bool sound = true;
    while (next_line(passed, &line)) {
        if (is_blank(&line))
            continue;
        sound = is_no_ballot(passed, &line) && is_no_objection(passed, &line) &&
                agrees(passed, &line) && sound;
        first = count == 0 ? line : first;
        count++;
    }
    if (sound && count > 0)
        tell_of_lines(passed, &first, count);
    return sound;
}

/* --- Sections --- */

/* "3. In-Meeting Activities", alone on its line. */
static bool begins_section(const struct passed_line *line)
{
    size_t digits = 0, alone = 0;
    while (digits < line->length && line->bytes[digits] >= '0' && line->bytes[digits] <= '9')
        digits++;
    while (alone < line->length && line->bytes[alone] != '\t' && line->bytes[alone] != ',')
        alone++;
    struct passed_line rest = {.bytes = line->bytes + alone, .length = line->length - alone};
    return digits > 0 && digits + 1 < line->length && line->bytes[digits] == '.' &&
           line->bytes[digits + 1] == ' ' && is_blank(&rest);
}

/* Takes out what stands behind the table, from the next section on. */
static bool pass_sections(struct ballots_load *load, const struct heading_row *row,
                          struct bytes *bytes)
{
    struct passed behind = {.load = load,
                            .bytes = *bytes,
                            .from = row->at,
                            .until = bytes->length,
                            .line = row->line,
                            .where = "behind the table",
                            .known.arena = load->sheet.arena};
    struct passed_line line = {0};
    while (next_line(&behind, &line) && !begins_section(&line))
        if (!is_blank(&line))
            (void)name_index_add(&behind.known,
                                 first_cell(load->sheet.arena, line.bytes, line.length));
    behind.from = (size_t)(line.bytes - bytes->bytes);
    behind.line = line.line;
    if (!begins_section(&line))
        return true;
    if (!look_at_lines(&behind))
        return false;
    *bytes = table_without_lines(load->sheet.arena, *bytes, behind.from, behind.until);
    return true;
}

/* --- The whole --- */

/* What is looked for: the headings, where the first row may be a title that has words like them. */
struct search {
    const struct ballots_load *load;
    bool too_few;  /* the first row has fewer cells than most of the others, */
    bool would_do; /* and would be the headings if it had not: then only the next may be, */
    size_t next;   /* on this line */
    size_t line;   /* of the first row, and its cells */
    size_t cells;
};

static bool may_be_headings(const void *context, const struct heading_row *row)
{
    const struct ballots_load *load = context;
    return layout_of(row) != NULL || headings_are_of(row, ballots_wanted(load), BALLOT_COLUMNS);
}

static bool are_headings(const void *context, const struct heading_row *row)
{
    struct search *search = *(struct search *const *)context;
    if (layout_of(row) != NULL)
        return true;
    bool are = may_be_headings(search->load, row);
    if (row->is_first) {
        search->would_do = are && search->too_few;
        search->line = row->line;
        search->cells = row->count;
        return are && !search->too_few;
    }
    search->next = search->next == 0 ? row->line : search->next;
    return are && (!search->would_do || row->line == search->next);
}

/* Headings that are sought below titles, which fill one cell each. */
struct below_titles {
    const struct column *wanted;
    bool behind; /* a row that is no title: what comes now is its table */
};

/* Whether the row has the heading of those who vote, and others beside it. A sheet with a column
 * for each motion has no heading "vote" to be known by. */
static bool are_below_titles(const void *context, const struct heading_row *row)
{
    static const enum ballot_column members[] = {COLUMN_PRACTICE, COLUMN_CODE};
    struct below_titles *below = *(struct below_titles *const *)context;
    size_t filled = 0;
    bool named = false;
    for (size_t i = 0; i < row->count; i++) {
        filled += *row->headings[i].text != '\0';
        for (size_t m = 0; m < sizeof members / sizeof *members; m++)
            named = named || heading_is_of(&row->headings[i], &below->wanted[members[m]]);
    }
    bool are = !row->is_first && !below->behind && named && filled > 1;
    below->behind = below->behind || filled > 1;
    return are;
}

static bool find_below_titles(const struct ballots_load *load, struct bytes bytes,
                              struct heading_row *row)
{
    struct below_titles below = {.wanted = ballots_wanted(load)}, *context = &below;
    return headings_find(load->sheet.arena, bytes, are_below_titles, &context, row);
}

/* One message in place of one at each row. */
static void report_too_few(const struct search *search)
{
    const struct ballots_load *load = search->load;
    diag_add_wording(
        load->sheet.diag, SEVERITY_ERROR, (struct place){.file = load->file, .line = search->line},
        wording_public("If it is a title, delete it; else give every column a heading, "
                       "and put each cell that holds a comma in quotation marks."),
        wording_public(arena_format(load->sheet.arena,
                                    "this line has %zu cells, and most rows below have more",
                                    search->cells)));
}

static bool pass_title(struct ballots_load *load, const struct heading_row *row,
                       struct bytes *bytes)
{
    const struct passed above = {.load = load,
                                 .bytes = *bytes,
                                 .from = table_mark(bytes->bytes, bytes->length),
                                 .until = row->at,
                                 .line = 1,
                                 .where = "above the headings",
                                 .above = true};
    load->passed_over = true;
    if (row->separator_stated) {
        headings_refuse_title(load->sheet.diag, load->file, row);
        return false;
    }
    if (!look_at_lines(&above))
        return false;
    *bytes = table_without_lines(load->sheet.arena, *bytes, 0, row->at);
    return true;
}

bool ballots_pass_over(struct ballots_load *load, struct bytes *bytes)
{
    struct heading_row row;
    if (!workbook_choose(load->sheet.arena, load->sheet.diag, bytes, may_be_headings, load))
        return false;
    const struct workbook *workbook = bytes->workbook;
    struct search search = {.load = load,
                            .too_few = headings_are_too_few(load->sheet.arena, *bytes)};
    struct search *context = &search;
    bool found = headings_find(load->sheet.arena, *bytes, are_headings, &context, &row);
    if (!found && search.would_do) {
        report_too_few(&search);
        return false;
    }
    if (!found && !find_below_titles(load, *bytes, &row))
        return !headings_refuse_unknown(load->sheet.arena, load->sheet.diag, *bytes,
                                        ballots_wanted(load), BALLOT_COLUMNS);
    load->layout = layout_of(&row);
    if (layout_shape(load->layout) != LAYOUT_TABLE && !file_read_rest(bytes))
        return false; /* which whoever has the file tells */
    if (!row.is_first && !pass_title(load, &row, bytes))
        return false;
    if (workbook != NULL && !workbook_is_told_sheets(workbook) &&
        !ballots_sheet_agrees(load, workbook_sheet_name(workbook)))
        return false;
    switch (layout_shape(load->layout)) {
    case LAYOUT_SECTIONS:
        return pass_sections(load, &row, bytes);
    case LAYOUT_POLL:
        ballots_unfold_poll(load, &row, bytes);
        break;
    case LAYOUT_WEBINAR:
        return ballots_unfold_webinar(load, &row, bytes);
    case LAYOUT_TABLE:
        if (row.is_first)
            ballots_head_others(load, &row, bytes);
        break;
    }
    return true;
}
