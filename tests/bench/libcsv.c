/* SPDX-License-Identifier: MIT */

/* libcsv FILE: what reading a table costs the library alone: the measure for quorate's own. */
#include <csv.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    PIECE = 256 * 1024
};

static void end_cell(void *text, size_t length, void *context)
{
    (void)text;
    (void)length;
    (void)context;
}

static void end_row(int last, void *context)
{
    (void)last;
    (void)context;
}

int main(int count, char *arguments[])
{
    static char piece[PIECE];
    struct csv_parser parser;
    int file = count == 2 ? open(arguments[1], O_RDONLY) : -1;
    if (file < 0 || csv_init(&parser, CSV_STRICT) != 0) {
        (void)fputs("usage: libcsv FILE\n", stderr);
        return EXIT_FAILURE;
    }
    ssize_t got;
    while ((got = read(file, piece, sizeof piece)) > 0)
        if (csv_parse(&parser, piece, (size_t)got, end_cell, end_row, NULL) != (size_t)got)
            return EXIT_FAILURE;
    int fault = csv_fini(&parser, end_cell, end_row, NULL);
    csv_free(&parser);
    close(file);
    return got == 0 && fault == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
