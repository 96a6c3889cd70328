/* SPDX-License-Identifier: MIT */
#include "unit/check_problems.h"

#include <stdlib.h>

#include "quorate/table.h"

#define MARK "\xEF\xBB\xBF"

struct reading {
    struct diag diag;
    struct table table;
    bool usable;
};

static struct reading *read_bytes(struct arena *arena, const char *bytes, size_t length)
{
    struct reading *reading = arena_alloc(arena, 1, sizeof *reading);
    reading->diag.arena = arena;
    reading->usable = table_read(arena, &reading->diag,
                                 (struct bytes){.name = "t.csv", .bytes = bytes, .length = length},
                                 &reading->table);
    return reading;
}

static struct reading *read_text(struct arena *arena, const char *text)
{
    return read_bytes(arena, text, strlen(text));
}

static const char *cell_of(const struct reading *reading, size_t row, size_t cell)
{
    check_true(row < reading->table.count);
    check_true(cell < table_row(&reading->table, row)->count);
    return table_cell(&reading->table, row, cell)->text;
}

static void rows_and_their_lines(void **state)
{
    struct reading *reading = read_text(arena_of(state), "a,b\n1,2\n\n,\n3,\"4,5\"\n");
    check_true(reading->usable);
    check_errors(&reading->diag, 0);
    check_text(row_cell(&reading->table.header, 1)->text, "b");
    check_int((long long)reading->table.count, 2);
    check_text(cell_of(reading, 0, 0), "1");
    check_text(cell_of(reading, 1, 1), "4,5");
    check_int((long long)table_row(&reading->table, 1)->line, 5);
    check_int((long long)table_row(&reading->table, 1)->row, 5);
    const struct row written = row_written(arena_of(state), table_row(&reading->table, 1));
    check_int((long long)written.length, 7);
}

/* How many rows a long table has is foretold by the first of them, which may mislead. */
static void rows_that_are_longer_or_shorter_than_the_first(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t longer = 0; longer < 2; longer++) {
        struct buffer text = {.arena = arena};
        buffer_add(&text, "a,b\n");
        for (int i = 0; i < 9000; i++)
            buffer_format(&text, "%d,%0*d\n", i, (i < 3000) == (longer == 0) ? 300 : 1, i % 7);
        struct reading *reading = read_text(arena, buffer_text(&text));
        check_errors(&reading->diag, 0);
        check_int((long long)reading->table.count, 9000);
        for (size_t i = 0; i < 9000; i++) {
            check_int(strtol(cell_of(reading, i, 0), NULL, 10), (long)i);
            check_int(strtol(cell_of(reading, i, 1), NULL, 10), (long)i % 7);
            check_int((long long)table_row(&reading->table, i)->line, (long long)i + 2);
        }
    }
}

static void every_line_end_and_a_mark(void **state)
{
    static const char *const same[] = {
        "a,b\n1,2\n3,4\n",
        "a,b\r\n1,2\r\n3,4\r\n",
        "a,b\r\n1,2\n3,4",
        MARK "a,b\n1,2\n3,4\r\n",
        MARK "\"a\",\"b\"\n1,2\n3,4\n",
        "\n\na,b\n1,2\n\r\n3,4",
        "a,b,,\n1,2,,,\n3,4\n,,,",
        " a ,\tb\t\n\" 1 \", 2\n3,\"\t4\"\n",
        "a,b\n\302\2401,2\xE2\x80\x83\n3,\"4\"\n",
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        struct reading *reading = read_text(arena_of(state), same[i]);
        check_true(reading->usable);
        check_errors(&reading->diag, 0);
        check_int((long long)reading->table.header.count, 2);
        check_text(row_cell(&reading->table.header, 0)->text, "a");
        check_int((long long)reading->table.count, 2);
        check_text(cell_of(reading, 0, 0), "1");
        check_text(cell_of(reading, 0, 1), "2");
        check_text(cell_of(reading, 1, 1), "4");
    }
}

static void a_forgotten_quote_swallows_nothing(void **state)
{
    struct reading *reading =
        read_text(arena_of(state), "practice,vote\nP1,\"Yes\nP2,No\nP3,Yes\"\nP4,No\n");
    check_errors(&reading->diag, 2);
    const struct message *open =
        check_problem_in(&reading->diag, 2, 4, 2, "opened here and not closed on this line");
    check_contains(open->what, "swallows the ballots that follow");
    check_text(open->place.text, "P1,\"Yes");
    check_problem_in(&reading->diag, 4, 7, 2, "inside a cell that is not in quotation marks");
    check_int((long long)reading->table.count, 2);
    check_text(cell_of(reading, 0, 0), "P2");
    check_text(cell_of(reading, 1, 0), "P4");
}

static void faulty_quotes_have_a_place(void **state)
{
    struct reading *reading = read_text(
        arena_of(state),
        "a,b,c\n\"x\"y,2,3\n1,\xC3\xA9\"e,3\n1,\"2\" \"3\",4\n\"1\",\"two \"\"2\"\"\",3\n1,2,\"3");
    check_errors(&reading->diag, 4);
    check_problem_in(&reading->diag, 2, 4, 1, "behind a closing quotation mark");
    check_problem_in(&reading->diag, 3, 4, 2, "not in quotation marks");
    check_problem_in(&reading->diag, 4, 7, 2, "behind a closing quotation mark");
    check_problem_in(&reading->diag, 6, 5, 3, "not closed on this line");
    check_int((long long)reading->table.count, 1);
    check_text(cell_of(reading, 0, 1), "two \"2\"");
}

static void a_header_may_have_line_breaks(void **state)
{
    struct reading *reading = read_text(
        arena_of(state), "\"Which\r\npractice\",vote,\"why\n(a)\"\r\nP1,Yes,x\nP2,\"No,y\n");
    check_true(reading->usable);
    check_text(row_cell(&reading->table.header, 0)->text, "Which practice");
    check_text(row_cell(&reading->table.header, 2)->text, "why (a)");
    check_int((long long)reading->table.count, 1);
    check_int((long long)table_row(&reading->table, 0)->line, 4);
    check_int((long long)table_row(&reading->table, 0)->row, 2);
    const struct message *open = check_problem_in(&reading->diag, 5, 4, 2, "not closed");
    check_int((long long)open->place.row, 3);

    struct place place = table_place(arena_of(state), "t.csv", &reading->table.header, 2);
    check_int((long long)place.line, 2);
    check_int((long long)place.row, 1);
    check_int((long long)place.column, 16);
    check_text(place.text, "practice\",vote,\"why");
}

static void a_long_header_outlives_the_last_line(void **state)
{
    struct reading *reading = read_text(arena_of(state), "\"a\nb\",c\n1,2\nlonger than it,3");
    check_errors(&reading->diag, 0);
    check_text(cell_of(reading, 1, 0), "longer than it");
    struct place place = table_place(arena_of(state), "t.csv", &reading->table.header, 1);
    check_text(place.text, "b\",c");
    check_int((long long)place.column, 4);
}

static void an_open_header_swallows_nothing(void **state)
{
    /* Closed by a quote further down, at the end of the file, and by a cell that needs quotes. */
    static const struct {
        const char *text;
        const char *what;
        size_t line;
    } faults[] = {
        {"practice,vote,\"\nP1,Yes,x\nP2,No,\"\nP3,Yes,y\n", "looks like rows", 1},
        {"practice,\"vote\nP1,Yes\nP2,No\n", "not closed in the header", 1},
        {"practice,\"vote\nP1,Yes\nP2,No", "not closed in the header", 1},
        {"practice,\"vote\nP1,\"Yes\"\nP2,No\n", "not closed in the header", 1},
        {"practice,vote\"\nP1,Yes\n", "not in quotation marks", 1},
    };
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct reading *reading = read_text(arena_of(state), faults[i].text);
        check_false(reading->usable);
        check_errors(&reading->diag, 1);
        check_problem(&reading->diag, faults[i].line, faults[i].what);
    }
}

static void the_number_of_cells_is_the_headers(void **state)
{
    struct reading *reading =
        read_text(arena_of(state), "practice,list size\nHart,10,318\nBell\nA,1,2,3\nB,7\n"
                                   "C,1,234,567\n");
    check_errors(&reading->diag, 4);
    check_int((long long)reading->table.count, 1);
    const struct message *number =
        check_problem_in(&reading->diag, 2, 6, 2, "the row has 3 cells and the header has 2");
    check_contains(number->remedy, "put 10,318 in quotation marks");
    check_int((long long)number->place.width, 6);
    check_contains(check_problem(&reading->diag, 6, "4 cells")->remedy,
                   "put 1,234,567 in quotation marks");
    check_problem_in(&reading->diag, 3, 1, 1, "the row has 1 cell and the header has 2");
    check_contains(check_problem_in(&reading->diag, 4, 5, 3, "4 cells")->remedy, "holds a comma");
}

static void what_is_not_a_csv_table(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *what;
    } files[] = {
        {"PK\x03\x04\x14\0\x06\0\n", 9, "Excel workbook"},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, "old Excel workbook"},
        {"%PDF-1.4\n", 9, "PDF"},
        {"\x1F\x8B\x08\0", 4, "gzip"},
        {"a\0,\0b\0\n\0", 8, "UTF-16"},
        {"\0a\0,\0b\0\n", 8, "UTF-16"},
        {"\xFF\xFE\0\0a\0\0\0", 8, "UTF-32"},
        {"\0\0\xFE\xFF\0\0\0a", 8, "UTF-32"},
        {"a\0\0\0,\0\0\0", 8, "UTF-32"},
        {"\0\0\0a\0\0\0,", 8, "UTF-32"},
        {"\xE9\0,\0", 4, "seems to be written in UTF-16"},
        {"<html>\n", 7, "web page"},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct reading *reading = read_bytes(arena_of(state), files[i].bytes, files[i].length);
        check_false(reading->usable);
        check_errors(&reading->diag, 1);
        const struct message *problem = check_problem(&reading->diag, 0, files[i].what);
        check_true(problem->remedy != NULL);
    }
}

/* Characters that nobody sees, and others of the same beginning. */
static void characters_that_cannot_be_seen(void **state)
{
    static const char *const unseen[][2] = {
        {"\xE2\x80\x8B", "invisible space"},
        {"\xE2\x81\xA0", "invisible space"},
        {"\xE2\x80\x8E", "reading direction"},
        {"\xE2\x80\x8F", "reading direction"},
        {"\xE2\x80\xAA", "reading direction"},
        {"\xE2\x80\xAE", "reading direction"},
        {"\xE2\x81\xA6", "reading direction"},
        {"\xE2\x81\xA9", "reading direction"},
        {"\xEF\xBB\xBF", "byte order mark"},
        {"\xEF\xBF\xBD", "could not be read"},
        {"\xE2\x80\x93", NULL},
        {"\xE2\x80\xAF", NULL},
        {"\xE2\x81\xA5", NULL},
        {"\xE2\x81\xAA", NULL},
        {"\xE2\x80\xA9", NULL},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++) {
        struct reading *reading =
            read_text(arena, arena_format(arena, "a,b\nx%sy,2\n", unseen[i][0]));
        print_message("character %zu\n", i);
        check_errors(&reading->diag, unseen[i][1] != NULL);
        if (unseen[i][1] != NULL)
            check_problem(&reading->diag, 2, unseen[i][1]);
    }
}

static void empty_files(void **state)
{
    static const char *const files[] = {
        "", MARK, "\n", "\n\r\n\n", ",,,\n", " \t\n", "\xEF\xBB\xBF\n"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct reading *reading = read_text(arena_of(state), files[i]);
        check_false(reading->usable);
        check_errors(&reading->diag, 1);
        check_problem(&reading->diag, 0, "is empty");
    }
}

static void bytes_that_may_not_be(void **state)
{
    static const char text[] =
        "a,b\nMont\xE9,1\nx\0y,2\n1,\x07\n1,\xC2\x85\n1," MARK "2\n"
        "\xE2\x80\xAEx,1\n1,\"a\tb\"\n1,2\n1,x\xE2\x81\xA9\n1\r2,3\n\x7F,1\n";
    struct reading *reading = read_bytes(arena_of(state), text, sizeof text - 1);
    check_true(reading->usable);
    check_errors(&reading->diag, 10);
    const struct message *byte =
        check_problem_in(&reading->diag, 2, 5, 1, "byte 0xE9 is not UTF-8");
    check_contains(byte->remedy, "save it as CSV UTF-8 (comma delimited)");
    check_contains(byte->what, "in a file saved as plain CSV it is the letter \xC3\xA9");
    check_text(byte->place.text, "Mont\xEF\xBF\xBD,1");
    check_text(check_problem_in(&reading->diag, 3, 2, 1, "NUL")->place.text, "x\xEF\xBF\xBDy,2");
    check_problem_in(&reading->diag, 4, 3, 2, "U+0007");
    check_problem_in(&reading->diag, 5, 3, 2, "U+0085");
    check_problem_in(&reading->diag, 6, 3, 2, "U+FEFF");
    check_problem_in(&reading->diag, 7, 1, 1, "reading direction");
    check_problem_in(&reading->diag, 8, 3, 2, "a tab stands inside the cell");
    check_problem_in(&reading->diag, 10, 4, 2, "reading direction");
    check_problem_in(&reading->diag, 11, 2, 1, "carriage return");
    check_problem_in(&reading->diag, 12, 1, 1, "U+007F");
    check_int((long long)reading->table.count, 1);
}

/* Lines are looked through eight bytes at a time. */
static void a_bad_byte_is_found_wherever_it_stands(void **state)
{
    static const char bad[] = {'\x01', '\x1F', '\x7F', '\x80', '\xFF'};
    for (size_t at = 0; at < 24; at++) {
        for (size_t i = 0; i < sizeof bad; i++) {
            char text[] = "a\nxxxxxxxxxxxxxxxxxxxxxxxx\n";
            text[2 + at] = bad[i];
            struct reading *reading = read_text(arena_of(state), text);
            check_errors(&reading->diag, 1);
            check_int((long long)reading->diag.problems[0].place.column, (long long)at + 1);
        }
    }
}

static void names_of_the_world_are_welcome(void **state)
{
    struct reading *reading =
        read_text(arena_of(state),
                  "a\nCaf\xC3\xA9 \xE2\x80\x98x\xE2\x80\x99 \xE2\x80\x94 \xF0\x9F\x8F\xA5\n");
    check_errors(&reading->diag, 0);
    check_text(cell_of(reading, 0, 0),
               "Caf\xC3\xA9 \xE2\x80\x98x\xE2\x80\x99 \xE2\x80\x94 \xF0\x9F\x8F\xA5");
}

static void old_mac_files(void **state)
{
    struct reading *reading = read_text(arena_of(state), "a,b\r1,2\r3,4\r5,6");
    check_false(reading->usable);
    check_errors(&reading->diag, 1);
    check_contains(check_problem(&reading->diag, 1, "carriage return")->remedy,
                   "save it as CSV UTF-8 (comma delimited)");
}

static void bad_rows_are_found_below_a_bad_header(void **state)
{
    struct reading *reading = read_text(arena_of(state), "a\xE9,b\n1,2\n1,\"2\n1,\x01\n1\n");
    check_false(reading->usable);
    check_errors(&reading->diag, 3);
    check_problem(&reading->diag, 3, "not closed");
    check_problem(&reading->diag, 4, "U+0001");
}

/* A cell of so many bytes in the first row. */
static struct reading *read_long(struct arena *arena, const char *before, size_t length,
                                 const char *after)
{
    struct buffer text = {.arena = arena};
    buffer_add(&text, before);
    buffer_add_repeated(&text, 'x', length);
    buffer_add(&text, after);
    return read_text(arena, buffer_text(&text));
}

static void sizes_are_bounded(void **state)
{
    struct arena *arena = arena_of(state);
    struct reading *reading = read_long(arena, "a,b\n1,", TABLE_CELL_MOST, "\n3,4");
    check_errors(&reading->diag, 0);
    check_int((long long)table_cell(&reading->table, 0, 1)->length, (long long)TABLE_CELL_MOST);

    reading = read_long(arena, "a,b\n1,", TABLE_CELL_MOST + 1, "\n3,4");
    check_errors(&reading->diag, 1);
    check_problem_in(&reading->diag, 2, 3, 2, "longer than 64 KiB");
    check_int((long long)reading->table.count, 1);

    reading = read_long(arena, "a,b\n1,\"", 8 * TABLE_CELL_MOST, "\n3,4");
    check_errors(&reading->diag, 1);
    check_problem(&reading->diag, 2, "longer than 64 KiB");

    reading = read_long(arena, "a,b\n1,\"", 2 * TABLE_LINE_MOST, "\n3,4\n");
    check_errors(&reading->diag, 1);
    check_problem(&reading->diag, 2, "longer than 1 MiB");
    check_int((long long)table_row(&reading->table, 0)->line, 3);

    reading = read_long(arena, "PK\x03\x04", 2 * TABLE_LINE_MOST, "");
    check_errors(&reading->diag, 1);
    check_problem(&reading->diag, 0, "Excel workbook");
}

static void columns_are_bounded(void **state)
{
    struct arena *arena = arena_of(state);
    struct buffer text = {.arena = arena};
    for (size_t i = 1; i < TABLE_COLUMNS_MOST; i++)
        buffer_add(&text, "x,");
    buffer_add(&text, "x");
    struct reading *reading = read_text(arena, buffer_text(&text));
    check_errors(&reading->diag, 0);
    check_int((long long)reading->table.header.count, 256);

    buffer_add(&text, ",y");
    reading = read_text(arena, buffer_text(&text));
    check_false(reading->usable);
    check_errors(&reading->diag, 1);
    check_problem_in(&reading->diag, 1, 2 * 256 + 1, 257, "more than 256 cells");
}

/* --- Row by row --- */

struct seen {
    struct buffer text;
    size_t rows, stop_after;
};

static bool see(void *context, const struct row *row)
{
    struct seen *seen = context;
    buffer_format(&seen->text, "%zu/%zu:", row->line, row->row);
    for (size_t i = 0; i < row->count; i++)
        buffer_format(&seen->text, "<%s>", row_cell(row, i)->text);
    seen->rows++;
    return seen->rows != seen->stop_after;
}

static const char *read_in_pieces(struct arena *arena, struct diag *diag, const char *bytes,
                                  size_t length, size_t piece)
{
    struct seen seen = {.text = {.arena = arena}};
    struct table_stream *stream = table_stream_open(arena, diag, "t.csv", see, &seen);
    for (size_t at = 0; at < length; at += piece)
        table_stream_feed(stream, bytes + at, length - at < piece ? length - at : piece);
    buffer_add(&seen.text, table_stream_close(stream) ? "" : "no header");
    return buffer_text(&seen.text);
}

static void pieces_of_any_length_give_the_same(void **state)
{
    static const struct {
        const char *text, *wanted;
        size_t errors;
    } files[] = {
        {MARK "\"a\n1\",b\r\n\r\n1,\"2,\"\"3\"\nx,y,z\n\"4,5\n6,7",
         "1/1:<a 1><b>4/3:<1><2,\"3>7/6:<6><7>", 2},
        {"PK\x03\x04zip\nzip", "no header", 1},
        {"a,\"b\nc,d", "no header", 1},
        {"a\n1\n2\n3", "1/1:<a>2/2:<1>3/3:<2>4/4:<3>", 0},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        size_t length = strlen(files[i].text);
        for (size_t piece = 1; piece <= length; piece++) {
            struct diag diag = {.arena = arena_of(state)};
            check_text(read_in_pieces(arena_of(state), &diag, files[i].text, length, piece),
                       files[i].wanted);
            check_errors(&diag, files[i].errors);
        }
    }
}

static void a_reader_may_stop(void **state)
{
    struct diag diag = {.arena = arena_of(state)};
    struct seen seen = {.text = {.arena = arena_of(state)}, .stop_after = 2};
    struct table_stream *stream = table_stream_open(arena_of(state), &diag, "t.csv", see, &seen);
    check_false(table_stream_feed(stream, "a\n1\n2\n", 6));
    check_false(table_stream_feed(stream, "3\n", 2));
    check_true(table_stream_close(stream));
    check_text(buffer_text(&seen.text), "1/1:<a>2/2:<1>");
    check_errors(&diag, 0);
}

/* Each piece is gone when the next one comes. */
static void a_long_line_behind_an_open_heading(void **state)
{
    struct diag diag = {.arena = arena_of(state)};
    struct seen seen = {.text = {.arena = arena_of(state)}};
    struct table_stream *stream = table_stream_open(arena_of(state), &diag, "t.csv", see, &seen);
    char *piece = malloc(3);
    check_true(piece != NULL);
    piece[0] = '"';
    piece[1] = 'a';
    piece[2] = '\n';
    check_true(table_stream_feed(stream, piece, 3));
    free(piece);
    size_t length = TABLE_LINE_MOST + 2;
    piece = malloc(length);
    check_true(piece != NULL);
    memset(piece, 'x', length);
    piece[length - 1] = '\n';
    check_true(table_stream_feed(stream, piece, length));
    free(piece);
    check_false(table_stream_close(stream));
    check_errors(&diag, 2);
    check_problem(&diag, 1, "not closed in the header");
    check_problem(&diag, 2, "longer than 1 MiB");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(rows_and_their_lines),
        test_with_arena(rows_that_are_longer_or_shorter_than_the_first),
        test_with_arena(every_line_end_and_a_mark),
        test_with_arena(a_forgotten_quote_swallows_nothing),
        test_with_arena(faulty_quotes_have_a_place),
        test_with_arena(a_header_may_have_line_breaks),
        test_with_arena(a_long_header_outlives_the_last_line),
        test_with_arena(an_open_header_swallows_nothing),
        test_with_arena(the_number_of_cells_is_the_headers),
        test_with_arena(what_is_not_a_csv_table),
        test_with_arena(characters_that_cannot_be_seen),
        test_with_arena(empty_files),
        test_with_arena(bytes_that_may_not_be),
        test_with_arena(a_bad_byte_is_found_wherever_it_stands),
        test_with_arena(names_of_the_world_are_welcome),
        test_with_arena(old_mac_files),
        test_with_arena(bad_rows_are_found_below_a_bad_header),
        test_with_arena(sizes_are_bounded),
        test_with_arena(columns_are_bounded),
        test_with_arena(pieces_of_any_length_give_the_same),
        test_with_arena(a_reader_may_stop),
        test_with_arena(a_long_line_behind_an_open_heading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
