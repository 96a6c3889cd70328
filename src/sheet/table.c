/* SPDX-License-Identifier: MIT */
#include "quorate/table.h"

#include <string.h>

#include "internal.h"
#include "rows.h"

/* A file cut into lines, and the lines handed on to become rows. */

/* A header of more lines is a quote that was never closed. */
#define HEADER_LINES_MOST 50

struct table_stream {
    struct row_reader reader;
    struct buffer pending; /* the lines of an unfinished row or header, then an unfinished line */
    size_t pending_lines;  /* bytes of the former */
    size_t line;           /* physical lines so far */
    size_t first_line;     /* of the header or row at hand */
    size_t joined_lines;   /* lines so far that are no rows of a spreadsheet */
    bool begun;            /* the beginning of the file was looked at */
    bool skipping;         /* the rest of a line that is too long */
    bool ended;
    bool whole; /* all rows stay, and are not read where too much is wrong */
};

static bool is_blank(const char *bytes, size_t length)
{
    size_t i = 0;
    while (i < length && (bytes[i] == ' ' || bytes[i] == '\t'))
        i++;
    return i == length;
}

static size_t without_end(const char *bytes, size_t length)
{
    if (length > 0 && bytes[length - 1] == '\n')
        length--;
    if (length > 0 && bytes[length - 1] == '\r')
        length--;
    return length;
}

/* Of a header that cannot be read: what separates its cells, as far as the bytes tell. */
static void settle_separator(struct row_reader *reader, const char *bytes, size_t length)
{
    if (reader->separator != '\0')
        return;
    char separator = line_separator(bytes, length);
    rows_separate(reader, separator == '\0' ? ',' : separator);
}

/* A header that cannot be read leaves the rows to be looked through for other faults. */
static void give_up_header(struct row_reader *reader, const char *bytes, size_t length)
{
    settle_separator(reader, bytes, length);
    if (!reader->header_done)
        reader->header_done = reader->header_bad = true;
}

/* What became of a line. */
enum taken {
    TAKEN,
    GOES_ON,     /* its row or header does */
    FALLS_APART, /* its row does not end: the lines behind the first are rows of their own */
};

static bool may_go_on(const struct table_stream *stream)
{
    const struct row_reader *reader = &stream->reader;
    if (stream->ended || reader->current.length >= TABLE_CELL_MOST)
        return false;
    return reader->header_done ? reader->multi_line
                               : stream->line - stream->first_line < HEADER_LINES_MOST;
}

/* A first line that only says what separates the cells. A spreadsheet does not show it. */
static bool take_separator(struct table_stream *stream, const char *bytes, size_t length)
{
    struct row_reader *reader = &stream->reader;
    char separator;
    if (reader->header_done || reader->separator != '\0' || stream->line > 1 ||
        !line_states_separator(bytes, length, &separator))
        return false;
    if (separator == '\0')
        rows_refuse_file(reader, "Write sep=, or sep=; or take the line out.",
                         "begins with a line \"sep=\" that names no separator");
    else
        rows_separate(reader, separator);
    stream->joined_lines++;
    return true;
}

/* The row or header at hand, whose soundness is known. */
static enum taken take_row(struct table_stream *stream, bool plain)
{
    struct row_reader *reader = &stream->reader;
    size_t extra_lines = stream->line - stream->first_line;
    bool in_header = !reader->header_done, going_on = may_go_on(stream);
    if (!(in_header ? rows_take_header(reader, going_on) : rows_take(reader, plain, going_on)))
        return GOES_ON;
    if (!in_header && extra_lines > 0 && reader->unreadable)
        return FALLS_APART;
    stream->joined_lines += extra_lines;
    return TAKEN;
}

/* Whether a line may close the quotation that is open at its beginning. A quote that is written
 * twice keeps it open. */
static bool may_close(const char *bytes, size_t length)
{
    bool odd = false;
    for (size_t i = 0; i < length; i++)
        odd = odd != (bytes[i] == '"');
    return odd;
}

/* `bytes` hold all of the row or header so far. */
static enum taken take_line(struct table_stream *stream, const char *bytes, size_t length)
{
    struct row_reader *reader = &stream->reader;
    size_t earlier = stream->pending_lines;
    length = without_end(bytes, length);
    stream->line++;
    if (earlier == 0) {
        if (is_blank(bytes, length) || take_separator(stream, bytes, length))
            return TAKEN;
        stream->first_line = stream->line;
    }
    reader->current = (struct row){
        .line = stream->first_line,
        .row = stream->first_line - stream->joined_lines,
        .bytes = bytes,
        .length = length,
        .separator = reader->separator,
        .joined = earlier > 0,
    };
    bool plain = line_is_plain(bytes + earlier, length - earlier);
    struct line_fault fault;
    if (!plain && !line_is_sound(reader->arena, bytes + earlier, length - earlier, &fault)) {
        size_t at = earlier + fault.at;
        rows_report(reader, at, at + 1, line_cell_of(&reader->current, at),
                    wording_public(fault.remedy),
                    wording_of_row(fault.what, "a byte or character stands here that may not"));
        give_up_header(reader, bytes, length);
        stream->joined_lines += stream->line - stream->first_line;
        return TAKEN;
    }
    if (earlier > 0 && may_go_on(stream) && !may_close(bytes + earlier, length - earlier))
        return GOES_ON; /* it is not looked at again with every line */
    return take_row(stream, plain && earlier == 0);
}

/* The lines of a row that does not end, each by itself. What is wrong was told. */
static void take_apart(struct table_stream *stream, const char *bytes, size_t length)
{
    struct row_reader *reader = &stream->reader;
    const char *lines = arena_copy(reader->arena, bytes, length), *end = lines + length;
    const char *at = memchr(lines, '\n', length);
    stream->pending.length = stream->pending_lines = 0;
    stream->line = stream->first_line;
    reader->multi_line = false; /* one mark too few, and no quotation below can be trusted */
    while (at != NULL && at + 1 < end) {
        const char *line = at + 1;
        at = memchr(line, '\n', (size_t)(end - line));
        (void)take_line(stream, line, at == NULL ? (size_t)(end - line) : (size_t)(at + 1 - line));
    }
}

/* Looks at how the file begins. */
static void begin(struct table_stream *stream, const char **bytes, size_t *length)
{
    const char *remedy;
    const char *fault = lines_not_a_table(*bytes, *length, &remedy);
    size_t mark = table_mark(*bytes, *length);
    stream->begun = true;
    if (fault != NULL)
        rows_refuse_file(&stream->reader, remedy, fault);
    *bytes += mark;
    *length -= mark;
}

/* A line that has come to its end, or the last one. */
static void end_line(struct table_stream *stream, const char *bytes, size_t length)
{
    struct buffer *pending = &stream->pending;
    if (pending->length > 0) {
        buffer_add_bytes(pending, bytes, length);
        bytes = pending->bytes;
        length = pending->length;
    }
    if (!stream->begun)
        begin(stream, &bytes, &length);
    if (stream->reader.stopped)
        return;
    switch (take_line(stream, bytes, length)) {
    case TAKEN:
        pending->length = stream->pending_lines = 0;
        break;
    case GOES_ON:
        if (bytes != pending->bytes) {
            *pending = (struct buffer){.arena = stream->reader.arena};
            buffer_add_bytes(pending, bytes, length);
        }
        stream->pending_lines = length;
        break;
    case FALLS_APART:
        take_apart(stream, bytes, length);
        break;
    }
}

/* The lines that are pending, whose quotation is still open where nothing more can belong to it. */
static void end_open_row(struct table_stream *stream)
{
    struct row_reader *reader = &stream->reader;
    const char *bytes = stream->pending.bytes;
    size_t length = stream->pending_lines;
    reader->current.bytes = bytes;
    reader->current.length = without_end(bytes, length);
    settle_separator(reader, bytes, length);
    reader->current.separator = reader->separator;
    rows_report_quotes(reader);
    if (reader->header_done)
        take_apart(stream, bytes, length);
    give_up_header(reader, bytes, length);
}

/* `bytes` is the beginning of the line, or what was pending is. */
static void refuse_long_line(struct table_stream *stream, const char *bytes, size_t length)
{
    if (stream->pending_lines > 0) {
        end_open_row(stream);
    } else if (stream->pending.length > 0) {
        bytes = stream->pending.bytes;
        length = stream->pending.length;
    }
    if (!stream->begun)
        begin(stream, &bytes, &length);
    stream->line++;
    stream->pending.length = stream->pending_lines = 0;
    if (stream->reader.stopped)
        return;
    struct place place = {.file = stream->reader.file, .line = stream->line};
    diag_add(stream->reader.diag, SEVERITY_ERROR, place, lines_remedy,
             "the line is longer than 1 MiB");
    give_up_header(&stream->reader, bytes, length);
}

/* The beginning of the bytes, when it is a whole and simple row; returns how many bytes it took. */
static size_t take_simple_line(struct table_stream *stream, const char *bytes, size_t length)
{
    struct row_reader *reader = &stream->reader;
    if (reader->cutter == NULL || !reader->header_done || stream->skipping ||
        stream->pending.length > 0)
        return 0;
    reader->current.line = stream->line + 1;
    reader->current.row = reader->current.line - stream->joined_lines;
    reader->current.separator = ',';
    reader->current.joined = false;
    size_t taken = rows_take_simple(reader, bytes, length);
    stream->line += taken > 0;
    return taken;
}

/* The beginning of the bytes, up to the end of a line; returns how many that were. */
static size_t take_bytes(struct table_stream *stream, const char *bytes, size_t length)
{
    const char *end = memchr(bytes, '\n', length);
    size_t taken = end == NULL ? length : (size_t)(end - bytes) + 1;
    if (stream->skipping) {
        stream->skipping = end == NULL;
    } else if (taken + stream->pending.length - stream->pending_lines > TABLE_LINE_MOST) {
        refuse_long_line(stream, bytes, taken);
        stream->skipping = end == NULL;
    } else if (end == NULL) {
        buffer_add_bytes(&stream->pending, bytes, taken);
    } else {
        end_line(stream, bytes, taken);
    }
    return taken;
}

void table_stop(struct diag *diag, struct place place)
{
    diag_stop(diag, place, "Check that it is the right file, and correct those that are listed.",
              "so many errors were found before this row that the table was not read from here on");
}

bool table_stream_feed(struct table_stream *stream, const char *bytes, size_t length)
{
    struct row_reader *reader = &stream->reader;
    while (length > 0 && !reader->stopped) {
        if (stream->whole && diag_is_full(reader->diag)) {
            table_stop(reader->diag,
                       (struct place){.file = reader->file, .line = stream->line + 1});
            reader->stopped = true;
            break;
        }
        size_t taken = take_simple_line(stream, bytes, length);
        if (taken == 0)
            taken = take_bytes(stream, bytes, length);
        bytes += taken;
        length -= taken;
    }
    if (reader->cutter != NULL)
        line_cutter_forget(reader->cutter);
    return !reader->stopped;
}

struct table_stream *table_stream_open(struct arena *arena, struct diag *diag, const char *file,
                                       bool (*each)(void *context, const struct row *row),
                                       void *context)
{
    struct table_stream *stream = arena_alloc(arena, 1, sizeof *stream);
    *stream = (struct table_stream){
        .reader = {.arena = arena,
                   .diag = diag,
                   .file = file,
                   .each = each,
                   .context = context,
                   .parser = line_parser_open(arena),
                   .cutter = line_cutter_open(arena)},
        .pending = {.arena = arena},
    };
    return stream;
}

bool table_stream_close(struct table_stream *stream)
{
    struct row_reader *reader = &stream->reader;
    struct buffer *pending = &stream->pending;
    stream->ended = true;
    if (!reader->stopped && pending->length > stream->pending_lines) {
        end_line(stream, "", 0);
    } else if (!reader->stopped && pending->length > 0) { /* what goes on at the end */
        end_open_row(stream);
    }
    line_parser_close(reader->parser);
    if (!reader->header_done && !reader->stopped)
        rows_refuse_file(reader, "It needs a header row, and a row below it for each entry.",
                         stream->line <= 1 ? "is empty" : "is empty: every line is blank");
    return reader->header_done && !reader->header_bad;
}

void table_stream_abandon(struct table_stream *stream)
{
    stream->reader.stopped = true;
    line_parser_close(stream->reader.parser);
}

struct whole_table {
    struct row_list rows;
    struct word_list *words;
    size_t rows_of_text; /* the most; 0 for any number */
    bool header_seen;
};

/* Whether of one row more there would be too many with one text, in whatever column. */
static bool is_full(const struct whole_table *whole)
{
    return whole->rows_of_text > 0 &&
           whole->rows.table->count >= whole->rows_of_text * word_list_count(whole->words);
}

/* The lines of a long header stand in memory that others are put into later. */
static void keep_header(struct whole_table *whole, const struct row *row)
{
    struct table *table = whole->rows.table;
    struct cell *cells = arena_alloc(table->own, row->count, sizeof *cells);
    for (size_t i = 0; i < row->count; i++) {
        uint32_t number = word_list_keep(whole->words, row_cell(row, i));
        cells[i] = word_list_cells(whole->words)[number];
    }
    table->header = *row;
    table->header.cells = cells;
    table->header.bytes = arena_copy(table->own, row->bytes, row->length);
    whole->header_seen = true;
}

static bool keep_row(void *context, const struct row *row)
{
    struct whole_table *whole = context;
    struct table *table = whole->rows.table;
    if (!whole->header_seen) {
        keep_header(whole, row);
        return true;
    }
    table->cut_short = is_full(whole);
    if (table->cut_short)
        return false;
    uint32_t *words = row_list_room(&whole->rows);
    const uint32_t *above = row_list_above(&whole->rows);
    size_t length = word_list_keep_row(whole->words, row, above, words, whole->rows.capacity);
    row_list_add(&whole->rows, row, length + row->count - 1 == row->length);
    return true;
}

static bool feed_piece(void *context, const char *bytes, size_t length)
{
    return table_stream_feed(context, bytes, length);
}

/* The bytes and what stands behind them. False where the file cannot be read. */
static bool feed_all(struct table_stream *stream, struct bytes bytes)
{
    table_stream_feed(stream, bytes.bytes, bytes.length);
    return bytes.rest == NULL || file_rest_each(bytes.rest, feed_piece, stream);
}

bool table_read_within(struct arena *arena, struct diag *diag, struct bytes bytes,
                       size_t rows_of_text, struct table *table)
{
    struct arena *own = arena_part(arena);
    struct whole_table whole = {.rows = {.table = table},
                                .words = word_list_open(arena, own),
                                .rows_of_text = rows_of_text};
    *table = (struct table){.file = bytes.name, .own = own, .rows_in = own};
    struct table_stream *stream = table_stream_open(arena, diag, bytes.name, keep_row, &whole);
    stream->whole = true;
    line_cutter_keep_endings(stream->reader.cutter);
    stream->reader.multi_line = bytes.multi_line;
    stream->reader.of_sheet = bytes.workbook != NULL;
    bool read = feed_all(stream, bytes), has_header = false;
    if (read)
        has_header = table_stream_close(stream);
    else
        table_stream_abandon(stream);
    row_list_close(&whole.rows);
    table->texts = word_list_cells(whole.words);
    table->word_count = word_list_count(whole.words);
    word_list_close(whole.words);
    return has_header;
}

bool table_read(struct arena *arena, struct diag *diag, struct bytes bytes, struct table *table)
{
    return table_read_within(arena, diag, bytes, 0, table);
}
