/* SPDX-License-Identifier: MIT */

/* That lines which are cut without libcsv become the rows that libcsv would have made of them. */
#include "check_problems.h"

#include "sheet/internal.h"

/* --- Lines --- */

static const char *cells_of(struct arena *arena, const struct row *row)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < row->count; i++) {
        const struct cell *cell = row_cell(row, i);
        check_int(strlen(cell->text), cell->length);
        buffer_format(&text, "<%s>", cell->text);
    }
    return buffer_text(&text);
}

/* Cuts lines one after the other; the cells, or "-" when the line is left to the library. */
static const char *cut(struct line_cutter *cutter, struct arena *arena, const char *bytes,
                       size_t available, size_t wanted_taken, size_t wanted_length)
{
    struct row row = {0};
    size_t taken = line_cut(cutter, bytes, available, &row);
    check_int(taken, wanted_taken);
    if (taken == 0)
        return "-";
    check_int(row.length, wanted_length);
    check_true(row.bytes == bytes);
    return cells_of(arena, &row);
}

static void simple_lines_are_cut(void **state)
{
    static const struct {
        const char *line;
        size_t taken, length;
        const char *cells;
    } lines[] = {
        {"a,b,c\nmore", 6, 5, "<a><b><c>"},
        {"a,b,c\r\nmore", 7, 5, "<a><b><c>"},
        {" a , b b ,,c \nmore", 14, 13, "<a><b b><><c>"},
        {",,\nxxxxxxxx", 3, 2, "<><><>"},
        {"12345678\nxxxxxxxx", 9, 8, "<12345678>"},
        {"1234567,12345678,\nxxxxxxxx", 18, 17, "<1234567><12345678><>"},
        {"~ !#\nxxxxxxxx", 5, 4, "<~ !#>"},
        {"a,\"b\",c\nmore more", 8, 7, "<a><b><c>"},
        {"\"a\",\"b, c\",\"d\"\r\nmore more", 16, 14, "<a><b, c><d>"},
        {"\"a long cell, with commas, in it\",\"\", c \nmore more", 41, 40,
         "<a long cell, with commas, in it><><c>"},
        {"\" a \",\"\"\nmore more", 9, 8, "<a><>"},
    };
    struct arena *arena = arena_of(state);
    struct line_cutter *cutter = line_cutter_open(arena);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        check_text(cut(cutter, arena, lines[i].line, strlen(lines[i].line), lines[i].taken,
                       lines[i].length),
                   lines[i].cells);
}

static void other_lines_are_left_to_the_library(void **state)
{
    static const char *const lines[] = {
        "a,\"b\" ,c\nmore more",
        "a, \"b\",c\nmore more",
        "a,\"b\"\"c\",d\nmore more",
        "a,\"b\"c,d\nmore more",
        "a,\"b\nc\",d\nmore more",
        "a,\"b\tc\",d\nmore more",
        "a,\"b\"",
        "a,\"b\"\r",
        "\"\"\nmore more",
        "a,b,c\"\nmore more",
        "a,b\rc\nmore more",
        "a,\tb,c\nmore more",
        "a,\x7F,c\nmore more",
        "a,Caf\xC3\xA9\nmore more",
        "a,b\x01\nmore more",
        "a,b,\x85,d\nmore more",
        "    \nmore more",
        "\nmore more",
        "\r\nmore more",
        "a,b,c and no end of the line here",
        "a,b,c\r", /* what follows is not there yet */
        "a,b",
        "",
    };
    struct arena *arena = arena_of(state);
    struct line_cutter *cutter = line_cutter_open(arena);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        check_text(cut(cutter, arena, "a,b,c\nmore more", 15, 6, 5), "<a><b><c>");
        check_text(cut(cutter, arena, lines[i], strlen(lines[i]), 0, 0), "-");
    }
    check_text(cut(cutter, arena, "a,\0b,c\nmore more", 16, 0, 0), "-");
}

static void what_lines_share_is_not_confused(void **state)
{
    static const struct {
        const char *line, *cells;
    } lines[] = {
        {"2026-04-01,10Q,K84035,MALE,1,68\n........", "<2026-04-01><10Q><K84035><MALE><1><68>"},
        {"2026-04-01,10Q,K84035,MALE,1,68\n........", "<2026-04-01><10Q><K84035><MALE><1><68>"},
        {"2026-04-01,10Q,K84035,MALE,1,681\n........", "<2026-04-01><10Q><K84035><MALE><1><681>"},
        {"2026-04-01,10Q,K84035,MALE,1\n........", "<2026-04-01><10Q><K84035><MALE><1>"},
        {"2026-04-01,10Q,K84035,MALE,12,6\n........", "<2026-04-01><10Q><K84035><MALE><12><6>"},
        {"2026-04-01,10Q,K84035 ,MALE,12\n........", "<2026-04-01><10Q><K84035><MALE><12>"},
        {"2026-04-01,10Q,K84035 1,MALE,12\n........", "<2026-04-01><10Q><K84035 1><MALE><12>"},
        {"2026-04-01,10Q,K84036,,,,,,\n........", "<2026-04-01><10Q><K84036><><><><><><>"},
        {"2026-04-0,1,10Q\n................", "<2026-04-0><1><10Q>"},
        {"2\n................", "<2>"},
    };
    struct arena *arena = arena_of(state);
    struct line_cutter *cutter = line_cutter_open(arena);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        size_t length = strcspn(lines[i].line, "\n");
        check_text(cut(cutter, arena, lines[i].line, strlen(lines[i].line), length + 1, length),
                   lines[i].cells);
    }
}

/* What ends as an earlier line did is not cut again, and is the same cells behind its own first. */
static void what_lines_end_alike_in_is_not_confused(void **state)
{
    static const struct {
        const char *line, *cells;
        bool again;
    } lines[] = {
        {"K84001,lead,for\n........", "<K84001><lead><for>", false},
        {"K84002,lead,for\n........", "<K84002><lead><for>", true},
        {" Bell 3 ,lead,for\n........", "<Bell 3><lead><for>", true},
        {"a long name of a member,lead,for\n........", "<a long name of a member><lead><for>",
         true},
        {"\"K84001\",lead,for\n........", "<K84001><lead><for>", false},
        {"K84001,lead,for \n........", "<K84001><lead><for>", false},
        {"K84001,lead,for\r\n........", "<K84001><lead><for>", false},
        {"K84002,lead,for\r\n........", "<K84002><lead><for>", true},
        {"K84001,lead,fox\n........", "<K84001><lead><fox>", false},
        {"K84001,lead,fo,r\n........", "<K84001><lead><fo><r>", false},
        {"K84001,\"lead, too\",for\n........", "<K84001><lead, too><for>", false},
        {"K84002,\"lead, too\",for\n........", "<K84002><lead, too><for>", true},
        {"K84002,,for\n........", "<K84002><><for>", false},
        {"K84002,1,2,3,4,5,6,7\n........", "<K84002><1><2><3><4><5><6><7>", false},
        {"K84003,1,2,3,4,5,6,7\n........", "<K84003><1><2><3><4><5><6><7>", true},
        {"K84002,1,2,3,4,5,6,7,8\n........", "<K84002><1><2><3><4><5><6><7><8>", false},
        {"K84003,1,2,3,4,5,6,7,8\n........", "<K84003><1><2><3><4><5><6><7><8>", false},
        {"K84003\n........", "<K84003>", false},
    };
    struct arena *arena = arena_of(state);
    struct line_cutter *cutter = line_cutter_open(arena);
    line_cutter_keep_endings(cutter);
    for (size_t i = 0; i < 300; i++)
        check_text(cut(cutter, arena, "a,b\n........", 12, 4, 3), "<a><b>");
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct row row = {0};
        size_t length = strcspn(lines[i].line, "\r\n");
        check_int(line_cut(cutter, lines[i].line, strlen(lines[i].line), &row),
                  strcspn(lines[i].line, "\n") + 1);
        check_int(row.length, length);
        check_text(cells_of(arena, &row), lines[i].cells);
        check_true((row.ending != NULL && row.ending->is_known) == lines[i].again);
        check_true(row.ending == NULL || row.count <= 8);
        if (row.ending != NULL)
            row.ending->is_known = true;
    }
}

/* A table in which no line ends as another does is not asked for that for ever; one in which every
 * other line does is. */
static void endings_that_are_never_met_again_are_given_up(void **state)
{
    struct arena *arena = arena_of(state);
    for (unsigned alike = 1; alike <= 2; alike++) {
        struct line_cutter *cutter = line_cutter_open(arena);
        struct row row = {0};
        size_t kept = 0;
        line_cutter_keep_endings(cutter);
        for (unsigned i = 0; i < 10000; i++) {
            const char *line = arena_format(arena, "a,%u and no other\n........", i / alike);
            check_int(line_cut(cutter, line, strlen(line), &row), strlen(line) - 8);
            kept += row.ending != NULL;
        }
        check_int(kept, alike == 1 ? 4096 : 10000 - 256);
    }
}

static void lines_and_cells_are_bounded(void **state)
{
    struct arena *arena = arena_of(state);
    struct line_cutter *cutter = line_cutter_open(arena);
    char *line = arena_alloc(arena, 10000, 1);
    memset(line, 'x', 9999);
    line[8000] = '\n';
    check_text(cut(cutter, arena, line, 9999, 0, 0), "-"); /* it is long: the library's */
    for (size_t i = 0; i < 255; i++)
        line[2 * i + 1] = ',';
    line[2 * 255 + 1] = '\n'; /* 256 cells */
    check_int(strlen(cut(cutter, arena, line, 9999, 512, 511)), 3 * 256);
    line[2 * 255 + 1] = ',';
    line[2 * 256 + 1] = '\n';
    check_text(cut(cutter, arena, line, 9999, 0, 0), "-");
}

/* --- Tables --- */

/* A generator that is the same everywhere. */
static size_t draw(uint64_t *state, size_t below)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (size_t)(*state >> 33) % below;
}

static void add_pieces(struct buffer *text, uint64_t *random, const char *const *pieces,
                       size_t count, size_t most)
{
    for (size_t i = draw(random, most); i > 0; i--)
        buffer_add(text, pieces[draw(random, count)]);
}

struct line {
    size_t start, length; /* without its end */
};

/* What stands in a line from its first comma on. */
static const char *ending_of(struct arena *arena, const char *bytes, struct line line)
{
    const char *from = bytes + line.start, *comma = memchr(from, ',', line.length);
    return comma == NULL ? "" : arena_copy(arena, comma, line.length - (size_t)(comma - from));
}

/* Lines of whatever may stand in one, many of them beginning like the one before, or ending like
 * one of the last; of a few tables so many that this is known of all of them
 * (LINES_BEFORE_ENDINGS).
 */
static const char *random_table(struct arena *arena, uint64_t *random)
{
    enum {
        LAST = 8,
        LONG = 300
    };
    static const char *const cells[] = {
        "K84035",   "10Q",          "x y",           " ",   "1",       "",
        "12345678", "a.b",          "MALE",          "95+", "  two  ", "\"K84035\"",
        "\"x y\"",  "\"one, two\"", "\" 12345678\"", "\"\""};
    static const char *const odd[] = {",",   ",",       "\"",       "\"\"",     "\t",
                                      " ",   "\r",      "\xC3\xA9", "\xC2\xA0", "\xE9",
                                      "a\"", "\"q,q\"", "\x01",     ",,,,"};
    static const char *const ends[] = {"\n", "\n", "\n", "\r\n", "\r\n", "\n\n", " \n"};
    struct buffer text = {.arena = arena};
    buffer_add(&text, draw(random, 2) == 0 ? "h1,h2,h3,h4\n" : "h1,\"h\n2\",h3,h4\n");
    const bool is_long = draw(random, 40) == 0;
    struct line last[LAST] = {{0}};
    for (size_t line = draw(random, is_long ? 3 * LONG : 40); line > 0; line--) {
        const struct line *before = &last[(line + 1) % LAST];
        size_t next = text.length;
        if (is_long && draw(random, 4) > 0) {
            add_pieces(&text, random, cells, sizeof cells / sizeof *cells, 3);
            buffer_add(&text, ending_of(arena, text.bytes, last[draw(random, LAST)]));
            last[line % LAST] = (struct line){next, text.length - next};
            buffer_add(&text, ends[draw(random, sizeof ends / sizeof *ends)]);
            continue;
        }
        if (draw(random, 3) > 0) { /* like the last one up to somewhere */
            size_t same = before->length > 0 ? draw(random, before->length + 1) : 0;
            buffer_add(&text, arena_copy(arena, text.bytes + before->start, same));
        }
        for (size_t cell = draw(random, 5); cell > 0; cell--) {
            add_pieces(&text, random, cells, sizeof cells / sizeof *cells, 3);
            buffer_add(&text, ",");
        }
        if (draw(random, 4) == 0)
            add_pieces(&text, random, odd, sizeof odd / sizeof *odd, 4);
        last[line % LAST] = (struct line){next, text.length - next};
        buffer_add(&text, ends[draw(random, sizeof ends / sizeof *ends)]);
    }
    if (draw(random, 2) == 0)
        buffer_add(&text, "last,line,without,end");
    return buffer_text(&text);
}

struct seen {
    struct arena *arena;
    struct buffer text;
};

static bool see(void *context, const struct row *row)
{
    struct seen *seen = context;
    const struct row written = row_written(seen->arena, row);
    buffer_format(&seen->text, "%zu/%zu %.*s %s\n", row->line, row->row, (int)written.length,
                  written.bytes, cells_of(seen->arena, row));
    return true;
}

static const char *problems_of(struct arena *arena, const struct diag *diag)
{
    struct buffer text = {.arena = arena};
    diag_print(diag, &text, NULL, false);
    return buffer_text(&text);
}

/* How many random tables are read. */
static unsigned long tables_read = 3000;

/* A table is cut where it can be, and so is a stream of long pieces. One that is fed byte by byte
 * is the library's: no line of it is there as a whole. */
static void a_stream_reads_as_a_table_does(void **state)
{
    uint64_t random = 20260401;
    size_t rows = 0, errors = 0;
    for (unsigned long i = 0; i < tables_read; i++) {
        struct arena *arena = arena_new(NULL);
        struct diag whole = {.arena = arena}, streamed = {.arena = arena};
        struct seen by_table = {.arena = arena, .text = {.arena = arena}};
        struct seen by_stream = {.arena = arena, .text = {.arena = arena}};
        const char *text = random_table(arena, &random);
        struct table table;

        check_true(table_read(arena, &whole, file_of("t.csv", text), &table));
        (void)see(&by_table, &table.header);
        for (size_t row = 0; row < table.count; row++)
            (void)see(&by_table, table_row(&table, row));

        struct table_stream *stream = table_stream_open(arena, &streamed, "t.csv", see, &by_stream);
        for (size_t at = 0, length = strlen(text); at < length;) {
            size_t piece = i % 2 == 0 ? 1 : 1 + draw(&random, i % 4 == 1 ? 400 : 40);
            piece = piece < length - at ? piece : length - at;
            char *bytes = malloc(piece); /* gone when the next piece comes */
            check_true(bytes != NULL);
            memcpy(bytes, text + at, piece);
            check_true(table_stream_feed(stream, bytes, piece));
            free(bytes);
            at += piece;
        }
        check_true(table_stream_close(stream));
        check_text(buffer_text(&by_stream.text), buffer_text(&by_table.text));
        check_text(problems_of(arena, &streamed), problems_of(arena, &whole));
        rows += table.count;
        errors += whole.errors;
        arena_free(arena);
    }
    check_true(rows > 1000); /* else the tables are not worth reading */
    check_true(errors > 1000);
    (void)state;
}

static void what_follows_a_line_that_is_too_long(void **state)
{
    struct arena *arena = arena_of(state);
    struct diag diag = {.arena = arena};
    struct seen seen = {.arena = arena, .text = {.arena = arena}};
    struct buffer text = {.arena = arena};
    buffer_add(&text, "a,b\n1,2\n");
    buffer_add_repeated(&text, 'x', 3 * TABLE_LINE_MOST);
    buffer_add(&text, ",5\n3,4\n5,6");
    struct table_stream *stream = table_stream_open(arena, &diag, "t.csv", see, &seen);
    for (size_t at = 0; at < text.length; at += 10000)
        (void)table_stream_feed(stream, text.bytes + at,
                                text.length - at < 10000 ? text.length - at : 10000);
    check_true(table_stream_close(stream));
    check_errors(&diag, 1);
    (void)check_problem(&diag, 3, "longer than 1 MiB");
    check_text(buffer_text(&seen.text),
               "1/1 a,b <a><b>\n2/2 1,2 <1><2>\n4/4 3,4 <3><4>\n5/5 5,6 <5><6>\n");
}

/* test_cut [TABLES] */
int main(int count, char *arguments[])
{
    if (count > 1)
        tables_read = strtoul(arguments[1], NULL, 10);
    const struct CMUnitTest tests[] = {
        test_with_arena(simple_lines_are_cut),
        test_with_arena(other_lines_are_left_to_the_library),
        test_with_arena(what_lines_share_is_not_confused),
        test_with_arena(what_lines_end_alike_in_is_not_confused),
        test_with_arena(endings_that_are_never_met_again_are_given_up),
        test_with_arena(lines_and_cells_are_bounded),
        cmocka_unit_test(a_stream_reads_as_a_table_does),
        test_with_arena(what_follows_a_line_that_is_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
