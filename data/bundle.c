/* SPDX-License-Identifier: MIT */

/*
 * bundle OUTPUT TABLE...: writes tables as C (include/quorate/bundled.h): those of the
 * constitutions, data/NAME/TABLE.csv, sorted, and data/bank-holidays.csv. Each goes in byte for
 * byte, and cut into its cells by the reader that a run would cut it with.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "quorate/buffer.h"
#include "quorate/hash.h"
#include "quorate/table.h"

#define BYTES_A_LINE 16

/* A table of the command line: its path, and the parts of that. */
struct source {
    const char *constitution; /* NULL for the bank holidays */
    const char *name;
    struct bytes bytes;
    struct table table;
};

/* The elements of a char array. Character constants, because 0xe2 does not fit a signed char. */
static void add_bytes(struct buffer *out, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        buffer_format(out, "%s'\\x%02x',", i % BYTES_A_LINE == 0 ? "\n    " : " ",
                      (unsigned char)bytes[i]);
}

static void add_texts(const struct row *row, struct buffer *texts, struct buffer *lengths)
{
    for (size_t i = 0; i < row->count; i++) {
        buffer_add_bytes(texts, row_cell(row, i)->text, row_cell(row, i)->length + 1);
        buffer_format(lengths, "    %" PRIu32 ",\n", row_cell(row, i)->length);
    }
}

static void write_table(struct buffer *out, const struct source *source, size_t number)
{
    const struct table *table = &source->table;
    struct buffer texts = {.arena = out->arena}, lengths = texts;
    buffer_format(out, "\nstatic const char file_%zu[] = {", number);
    add_bytes(out, source->bytes.bytes, source->bytes.length + 1);
    buffer_format(out, "\n};\nstatic const uint32_t at_%zu[] = {\n", number);
    add_texts(&table->header, &texts, &lengths);
    const char *line = source->bytes.bytes;
    for (size_t i = 0; i < table->count; i++) { /* each line is a row */
        line = strchr(line, '\n') + 1;
        buffer_format(out, "    %zu,\n", (size_t)(line - source->bytes.bytes));
        add_texts(table_row(table, i), &texts, &lengths);
    }
    buffer_format(out, "};\nstatic const char texts_%zu[] = {", number);
    add_bytes(out, texts.bytes, texts.length);
    buffer_format(out, "\n};\nstatic const uint16_t lengths_%zu[] = {\n%s", number,
                  buffer_text(&lengths));
    buffer_format(out,
                  "\n};\nstatic const struct table_cut cut_%zu = "
                  "{file_%zu, texts_%zu, lengths_%zu, at_%zu, %zu, %zu, %zu};\n",
                  number, number, number, number, number, table->header.length, table->count,
                  table->header.count);
}

/* What stands between the braces of a struct bundled_file. */
static void add_file(struct buffer *out, const struct source *source, size_t number)
{
    const char *hash = hash_sha256(out->arena, source->bytes.bytes, source->bytes.length);
    buffer_add(out, "{");
    if (source->constitution == NULL)
        buffer_add(out, "NULL");
    else
        buffer_format(out, "\"%s\"", source->constitution);
    buffer_format(out, ", \"%s\", file_%zu, sizeof file_%zu - 1, \"%s\", &cut_%zu}", source->name,
                  number, number, hash, number);
}

static const char *write_tables(struct arena *arena, const struct source *sources, size_t count)
{
    struct buffer out = {.arena = arena}, names = {.arena = arena}, files = {.arena = arena};
    const char *last = "";
    buffer_add(&out, "/* Written by data/bundle.c. Change the tables under data/ instead. */\n"
                     "#include \"quorate/bundled.h\"\n#include \"quorate/table.h\"\n");
    for (size_t i = 0; i < count; i++) {
        const char *constitution = sources[i].constitution;
        write_table(&out, &sources[i], i);
        if (constitution == NULL) {
            buffer_add(&out, "\nconst struct bundled_file bundled_bank_holidays = ");
            add_file(&out, &sources[i], i);
            buffer_add(&out, ";\n");
            continue;
        }
        buffer_add(&files, "    ");
        add_file(&files, &sources[i], i);
        buffer_add(&files, ",\n");
        if (strcmp(constitution, last) != 0)
            buffer_format(&names, "    \"%s\",\n", constitution);
        last = constitution;
    }
    buffer_format(&out,
                  "\nconst struct bundled_file bundled_files[] = {\n%s};\n"
                  "const size_t bundled_file_count = sizeof bundled_files / sizeof "
                  "*bundled_files;\n"
                  "\nconst char *const bundled_constitutions[] = {\n%s};\n"
                  "const size_t bundled_constitution_count =\n"
                  "    sizeof bundled_constitutions / sizeof *bundled_constitutions;\n",
                  buffer_text(&files), buffer_text(&names));
    return buffer_text(&out);
}

/* A row is a line of its own, the next one, and commas part the cells. */
static bool is_simple(const struct row *row, size_t line)
{
    return !row->joined && row->row == line && row->line == line && row->separator == ',';
}

static bool read_table(struct arena *arena, const char *path, struct source *source)
{
    struct file_fault fault;
    struct diag diag = {.arena = arena};
    const char *slash = strrchr(path, '/');
    const char *folder = arena_copy(arena, path, slash == NULL ? 0 : (size_t)(slash - path));
    const char *parent = strrchr(folder, '/');
    source->name = slash == NULL ? path : slash + 1;
    source->constitution = parent == NULL ? NULL : parent + 1;
    source->bytes = file_read(arena, path, &fault);
    bool simple = fault.kind == FILE_SOUND &&
                  table_read(arena, &diag, source->bytes, &source->table) && diag.errors == 0 &&
                  source->table.count > 0 && source->table.header.line == 1 &&
                  source->table.header.separator == ',' && !source->table.header.joined &&
                  source->bytes.bytes[source->bytes.length - 1] == '\n' &&
                  table_mark(source->bytes.bytes, source->bytes.length) == 0;
    for (size_t i = 0; simple && i < source->table.count; i++)
        simple = is_simple(table_row(&source->table, i), i + 2);
    if (!simple)
        (void)fprintf(
            stderr, "bundle: %s is no table of whole lines, from the first on, parted by commas\n",
            path);
    return simple;
}

/* Replaced only when it would change, so that nothing is built again for nothing. */
static bool write_file(struct arena *arena, const char *path, const char *text)
{
    struct file_fault fault;
    struct bytes now = file_read(arena, path, &fault);
    if (fault.kind == FILE_SOUND && strcmp(now.bytes, text) == 0)
        return true;
    FILE *file = fopen(path, "wb");
    bool written = file != NULL && fputs(text, file) >= 0;
    written = file != NULL && fclose(file) == 0 && written;
    if (!written)
        perror(path);
    return written;
}

int main(int count, char *arguments[])
{
    struct arena *arena = arena_new(NULL);
    if (count < 4 || arena == NULL) {
        (void)fputs("usage: bundle OUTPUT TABLE... (of a constitution, and the bank holidays)\n",
                    stderr);
        return EXIT_FAILURE;
    }
    size_t tables = (size_t)count - 2;
    struct source *sources = arena_alloc(arena, tables, sizeof *sources);
    bool sound = true;
    for (size_t i = 0; i < tables; i++)
        sound = read_table(arena, arguments[i + 2], &sources[i]) && sound;
    sound = sound && write_file(arena, arguments[1], write_tables(arena, sources, tables));
    arena_free(arena);
    return sound ? EXIT_SUCCESS : EXIT_FAILURE;
}
