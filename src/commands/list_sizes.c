/* SPDX-License-Identifier: MIT */
#include "list_sizes.h"

#include <assert.h>
#include <string.h>

#include "input.h"
#include "quorate/decoder.h"
#include "quorate/file.h"
#include "quorate/hash.h"
#include "quorate/ratio.h"
#include "quorate/text.h"
#include "quorate/workbook.h"

/* One file while it streams by: to the reader, to the hash, and as progress. */
struct streaming {
    struct arena *arena;
    const struct world *world;
    struct national_reader *reader;
    struct hash *hash;
    struct decoder *decoder;
    const char *name;
    bool is_workbook; /* which cannot be read before it is whole: */
    struct buffer whole;
    size_t length, read;    /* bytes; a length of 0 is not known */
    int64_t started, shown; /* in seconds */
};

/* Once a second, past the first, on a terminal only. */
static void show_progress(struct streaming *streaming)
{
    const struct world *world = streaming->world;
    int64_t now = world->errors_on_terminal ? world->seconds() : 0;
    if (!world->errors_on_terminal || now <= streaming->started + 1 || now == streaming->shown)
        return;
    streaming->shown = now;
    struct arena *arena = streaming->arena;
    const char *part = streaming->read <= streaming->length
                           ? arena_format(arena, "%s%%",
                                          ratio_percent(arena, (int64_t)streaming->read,
                                                        (int64_t)streaming->length, 0))
                           : arena_format(arena, "%zu MB", streaming->read / 1000000);
    const char *line = arena_format(arena, "\rquorate: reading %s: %s ",
                                    text_printable(arena, streaming->name), part);
    (void)file_write_descriptor(arena, world->errors, line, strlen(line));
}

static void end_progress(const struct streaming *streaming)
{
    if (streaming->shown != 0)
        (void)file_write_descriptor(streaming->arena, streaming->world->errors, "\n", 1);
}

/* False once the rest cannot matter, because the file is refused. */
static bool feed(struct streaming *streaming, const char *bytes, size_t length, bool last)
{
    const struct bytes piece = {.name = streaming->name, .bytes = bytes, .length = length};
    const struct bytes text = decoder_feed(streaming->decoder, piece, last);
    return national_feed(streaming->reader, text.bytes, text.length);
}

static bool take_piece(void *context, const char *bytes, size_t length)
{
    struct streaming *streaming = context;
    if (streaming->read == 0)
        streaming->is_workbook = workbook_is((struct bytes){.bytes = bytes, .length = length});
    streaming->read += length;
    show_progress(streaming);
    hash_add(streaming->hash, bytes, length);
    if (streaming->is_workbook) {
        buffer_add_bytes(&streaming->whole, bytes, length);
        return true;
    }
    return feed(streaming, bytes, length, false);
}

/* The sheet of a workbook, and its name; NULL, with an error, for none. */
static const char *feed_workbook(struct streaming *streaming, struct diag *diag,
                                 const struct option_list *sheets)
{
    struct bytes bytes = {.name = streaming->name,
                          .bytes = buffer_text(&streaming->whole),
                          .length = streaming->whole.length};
    bytes.workbook = workbook_open(streaming->arena, diag, bytes, sheets->values, sheets->count);
    if (bytes.workbook == NULL || !workbook_choose(streaming->arena, diag, &bytes, NULL, NULL) ||
        !workbook_name_holds(streaming->arena, diag, bytes))
        return NULL;
    if (!workbook_is_told_sheets(bytes.workbook))
        national_name_sheet(streaming->reader, workbook_sheet_name(bytes.workbook));
    (void)national_feed(streaming->reader, bytes.bytes, bytes.length);
    return workbook_sheet_name(bytes.workbook);
}

/* The name of the sheet, where it is of a workbook. */
static const char *end_file(struct streaming *streaming, struct diag *diag,
                            const struct option_list *sheets)
{
    const char *sheet = NULL;
    if (!streaming->is_workbook)
        (void)feed(streaming, "", 0, true);
    else
        sheet = feed_workbook(streaming, diag, sheets);
    if (streaming->is_workbook && sheet == NULL)
        national_abandon(streaming->reader);
    else
        (void)national_end(streaming->reader); /* says itself why a file cannot be used */
    return sheet;
}

/* How the report tells of a file. */
static struct input read_file(struct streaming *streaming, struct diag *diag,
                              const struct option_list *sheets)
{
    struct arena *arena = streaming->arena;
    const char *path = streaming->name, *sheet = NULL;
    national_begin(streaming->reader, path);
    struct file_fault fault = file_each_piece(arena, path, take_piece, streaming);
    end_progress(streaming);
    if (fault.kind != FILE_SOUND) {
        /* What was read so far may look like a table that is broken off: it has one fault only. */
        national_abandon(streaming->reader);
        input_refuse(diag, path, fault);
    } else {
        sheet = end_file(streaming, diag, sheets);
    }
    return (struct input){
        .role = national_file_is_map(streaming->reader) ? "areas" : "list sizes",
        .file = file_base_name(arena, path),
        .sheet = sheet,
        .rows = national_file_rows(streaming->reader),
        .sha256 = hash_end(arena, streaming->hash),
    };
}

/* Where it is counted again what was counted, a file is called as the result calls it, wherever it
 * is now: then it is told by its hash, and whatever names it in the result is compared. */
static void call_as_counted(const struct saved_result *counted, struct input *read, size_t count)
{
    for (size_t i = 0; counted != NULL && i < count; i++) {
        size_t number = 0;
        for (size_t k = 0; k < i; k++)
            number += strcmp(read[k].role, read[i].role) == 0;
        const struct saved_input *saved = result_input_at(counted, read[i].role, number);
        if (saved == NULL || strcmp(saved->file, read[i].file) == 0)
            continue;
        read[i].stands_as = read[i].file;
        read[i].file = saved->file;
    }
}

/* The files in the order of the command line, but those that hold list sizes first. */
static void put_in_order(struct arena *arena, const struct options *options,
                         const struct input *read, struct list_sizes *sizes)
{
    size_t count = options->operand_count;
    struct input *inputs = arena_alloc(arena, count, sizeof *inputs);
    const char **names = arena_alloc(arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(read[i].role, "list sizes") != 0)
            continue;
        if (sizes->input_count == 0)
            sizes->path = options->operands[i];
        names[sizes->input_count] = read[i].file;
        inputs[sizes->input_count++] = read[i];
    }
    sizes->files = text_list(arena, names, sizes->input_count, "and");
    for (size_t i = 0; i < count; i++)
        if (strcmp(read[i].role, "list sizes") != 0)
            inputs[sizes->input_count++] = read[i];
    sizes->inputs = inputs;
}

bool list_sizes_differ(struct arena *arena, const struct options *options, struct misuse *misuse)
{
    const char *const *names = options->operands;
    for (size_t i = 1; i < options->operand_count; i++)
        for (size_t k = 0; k < i; k++) {
            if (strcmp(names[i], names[k]) != 0 && !file_is_same(names[i], names[k]))
                continue;
            const char *name = text_printable(arena, names[i]);
            *misuse = (struct misuse){
                .what = strcmp(names[i], names[k]) == 0
                            ? arena_format(arena, "%s is given twice", name)
                            : arena_format(arena, "%s and %s are one file",
                                           text_printable(arena, names[k]), name),
                .remedy = "Give each file of list sizes once.",
            };
            return false;
        }
    return true;
}

struct list_sizes list_sizes_read(struct arena *arena, const struct call *call, struct diag *diag,
                                  const struct roll *roll, const struct saved_result *counted)
{
    const struct options *options = &call->options;
    struct list_sizes sizes = {.path = options->operands[0]};
    struct input *read = arena_alloc(arena, options->operand_count, sizeof *read);
    struct date stated = {0};
    if (options->values[OPTION_AS_AT] != NULL)
        (void)date_parse(options->values[OPTION_AS_AT], &stated); /* options.c has checked it */
    struct national_reader *reader = national_open(arena, diag, roll, stated);
    for (size_t i = 0; i < options->operand_count; i++) {
        const char *path = options->operands[i];
        struct streaming streaming = {
            .arena = arena,
            .world = call->world,
            .reader = reader,
            .hash = hash_begin(arena),
            .decoder = decoder_open(arena, input_encoding(options)),
            .name = path,
            .whole.arena = arena,
            .length = file_length(path),
            .started = call->world->seconds(),
        };
        read[i] = read_file(&streaming, diag, &options->lists[OPTION_SHEET]);
    }
    sizes.usable = national_close(reader, &sizes.national) && diag->errors == 0;
    assert(sizes.usable || diag->errors > 0);
    call_as_counted(counted, read, options->operand_count);
    put_in_order(arena, options, read, &sizes);
    return sizes;
}
