/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* Lines of a ballot file that are no rows of its table: a title above the headings, the date of the
 * meeting. They are passed over and told of, unless they may be ballots. */

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

/* One of the lines, its number counted from 1. */
struct passed_line {
    const char *bytes;
    size_t length;
    size_t line;
};

static struct place place_of_line(const struct ballots_load *load, const struct passed_line *line)
{
    return (struct place){.file = load->file, .line = line->line};
}

/* False, with an error, when the line names a member. */
static bool is_no_ballot(const struct ballots_load *load, const struct passed_line *line)
{
    size_t from = 0;
    for (size_t i = 0; i <= line->length; i++) {
        if (i < line->length && !ends_piece(line->bytes[i]))
            continue;
        const struct member *member = member_of_piece(load, line->bytes + from, i - from);
        from = i + 1;
        if (member == NULL)
            continue;
        struct arena *arena = load->sheet.arena;
        diag_add_wording(
            load->sheet.diag, SEVERITY_ERROR, place_of_line(load, line),
            wording_public("If it is a row of the table, put it below the headings; else delete "
                           "the line."),
            WORDING(arena, "%s stands above the headings, where no rows are read",
                    wording_of_row(member->name, arena_format(arena, "a %s", load->unit))));
        return false;
    }
    return true;
}

/* The line in its own words, without what only ends its cells. */
static struct wording words_of(const struct ballots_load *load, const struct passed_line *line)
{
    struct arena *arena = load->sheet.arena;
    size_t length = line->length;
    while (strchr(separators, line->bytes[length - 1]) != NULL)
        length--;
    if (text_invalid_at(line->bytes, length) != TEXT_VALID)
        return wording_public("no text in UTF-8");
    const char *text = text_trim(arena, arena_copy(arena, line->bytes, length));
    return wording_quote(arena, text_printable(arena, text), "not told");
}

static void tell_of_lines(const struct ballots_load *load, const struct passed_line *first,
                          size_t count)
{
    struct arena *arena = load->sheet.arena;
    diag_add_wording(
        load->sheet.diag, SEVERITY_WARNING, place_of_line(load, first),
        wording_public("Nothing above the headings is counted."),
        count == 1
            ? WORDING(arena, "the line above the headings is passed over: %s",
                      words_of(load, first))
            : WORDING(arena, "%s lines above the headings are passed over; the first is %s",
                      wording_public(arena_format(arena, "%zu", count)), words_of(load, first)));
}

/* The lines in front of the headings. False, with an error, when one of them may be a ballot. */
static bool look_at_lines(const struct ballots_load *load, struct bytes bytes, size_t until)
{
    struct passed_line first = {0}, line = {0};
    size_t count = 0;
    bool sound = true;
    for (size_t at = table_mark(bytes.bytes, bytes.length); at < until; at += line.length + 1) {
        const char *end = memchr(bytes.bytes + at, '\n', until - at);
        line.bytes = bytes.bytes + at;
        line.length = (end == NULL ? until : (size_t)(end - bytes.bytes)) - at;
        line.line++;
        if (line.length == strspn(line.bytes, separators))
            continue;
        sound = is_no_ballot(load, &line) && sound;
        first = count == 0 ? line : first;
        count++;
    }
    if (sound && count > 0)
        tell_of_lines(load, &first, count);
    return sound;
}

static bool are_headings(const void *context, const struct heading_row *row)
{
    const struct ballots_load *load = context;
    return headings_are_of(row, ballots_wanted(load), ballots_wanted_count(load));
}

bool ballots_pass_over(struct ballots_load *load, struct bytes *bytes)
{
    struct heading_row row;
    if (!headings_find(load->sheet.arena, *bytes, are_headings, load, &row) || row.is_first)
        return true;
    load->passed_over = true;
    if (row.separator_stated) {
        headings_refuse_title(load->sheet.diag, load->file, &row);
        return false;
    }
    if (!look_at_lines(load, *bytes, row.at))
        return false;
    *bytes = table_without_lines(load->sheet.arena, *bytes, 0, row.at);
    return true;
}
