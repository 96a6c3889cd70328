/* SPDX-License-Identifier: MIT */
#include "quorate/nhs.h"

#include <string.h>

#include "national_internal.h"

/* The list sizes of a country from the files as they are published. */

struct national_reader *national_open(struct arena *arena, struct diag *diag,
                                      const struct roll *roll, struct date stated)
{
    struct national_reader *reader = arena_alloc(arena, 1, sizeof *reader);
    *reader = (struct national_reader){
        .arena = arena,
        .diag = diag,
        .roll = roll,
        .stated = stated,
        .codes = {.arena = arena},
        .areas = {.arena = arena},
    };
    for (size_t i = 0; i < roll->count; i++)
        national_practice(reader, national_key(arena, &roll->members[i]))->on_roll = true;
    return reader;
}

void national_begin(struct national_reader *reader, const char *file)
{
    reader->file = (struct national_file){
        .name = file,
        .errors_before = reader->diag->errors,
        .text = {.arena = reader->arena},
        .stream = table_stream_open(reader->arena, reader->diag, file, national_take_row, reader),
    };
    reader->last = NULL;
}

void national_name_sheet(struct national_reader *reader, const char *name)
{
    reader->file.sheet = name;
}

/* A longer table is none of one's own. */
#define PLAIN_LIST_MOST ((size_t)16 * 1024 * 1024)

bool national_feed(struct national_reader *reader, const char *bytes, size_t length)
{
    struct national_file *file = &reader->file;
    if (file->laid_out.layout == NULL && file->text.length <= PLAIN_LIST_MOST)
        buffer_add_bytes(&file->text, bytes, length);
    if (file->unknown.remedy == NULL && table_stream_feed(file->stream, bytes, length))
        return true;
    return file->unknown.remedy != NULL && file->text.length <= PLAIN_LIST_MOST;
}

/* A file whose first row is of no layout. */
static void end_unknown(struct national_reader *reader)
{
    struct national_file *file = &reader->file;
    const struct bytes text = {
        .name = file->name, .bytes = buffer_text(&file->text), .length = file->text.length};
    if (text.length <= PLAIN_LIST_MOST && plain_list_is(reader->arena, text))
        file->refused = !plain_list_read(reader, text);
    else
        layout_refuse(reader->diag, &file->unknown);
}

/* Rows by age are added up, and they have to be those of all. */
static void check_ages(const struct national_reader *reader)
{
    const struct national_file *file = &reader->file;
    if (file->all_ages_seen || file->first_age == NULL || (file->ages_differ && file->from_birth))
        return;
    diag_refuse(reader->diag, file->name,
                "Give the file as it was published: it has rows for all ages, or for each of them.",
                "has rows for some ages only, as for \"%s\", and they are not whole lists",
                file->first_age);
}

bool national_end(struct national_reader *reader)
{
    struct national_file *file = &reader->file;
    bool has_header = table_stream_close(file->stream);
    if (file->unknown.remedy != NULL)
        end_unknown(reader);
    if (has_header && !file->refused)
        check_ages(reader);
    if (has_header && !file->refused && file->practice_rows == 0)
        diag_refuse(reader->diag, file->name, "Give the file that has a row for each GP practice.",
                    file->rows == 0 ? "has headings and no rows" : "has no rows of GP practices");
    reader->rows += file->rows;
    bool usable = has_header && reader->diag->errors == file->errors_before;
    reader->failed = reader->failed || !usable;
    return usable;
}

void national_abandon(struct national_reader *reader)
{
    table_stream_abandon(reader->file.stream);
    reader->failed = true;
}

bool national_file_is_map(const struct national_reader *reader)
{
    const struct layout *layout = reader->file.laid_out.layout;
    return layout != NULL && layout->shape == SHAPE_MAP;
}

size_t national_file_rows(const struct national_reader *reader)
{
    return reader->file.rows;
}

/* Of the practices in files by sex, whether none has both. */
static void check_sexes(struct national_reader *reader)
{
    const struct slot *only[SEXES] = {NULL};
    for (size_t i = 0; i < reader->practice_count; i++) {
        const struct slot *slots = national_numbered(reader, i)->slots;
        bool male = slots[SEX_MALE].state != SLOT_EMPTY;
        bool female = slots[SEX_FEMALE].state != SLOT_EMPTY;
        if (slots[SEX_BOTH].state != SLOT_EMPTY || (male && female))
            return;
        if (male)
            only[SEX_MALE] = &slots[SEX_MALE];
        if (female)
            only[SEX_FEMALE] = &slots[SEX_FEMALE];
    }
    if ((only[SEX_MALE] == NULL) == (only[SEX_FEMALE] == NULL))
        return; /* nothing, or practices of either kind: each is told of itself */
    bool males = only[SEX_MALE] != NULL;
    diag_refuse(reader->diag, only[males ? SEX_MALE : SEX_FEMALE]->file,
                males ? "Give the file of females too." : "Give the file of males too.",
                males ? "holds only males" : "holds only females");
    reader->failed = true;
}

bool national_close(struct national_reader *reader, struct national *national)
{
    size_t errors = reader->diag->errors;
    *national = (struct national){
        .layout = reader->layout != NULL ? reader->layout->name : "",
        .as_at = reader->as_at,
        .rows = reader->rows,
        .has_areas = reader->areas.count > 0,
        .by_name = reader->layout == &layout_plain_list,
        .codes = &reader->codes,
    };
    if (reader->layout == NULL && reader->has_map)
        diag_refuse(reader->diag, reader->file.name,
                    "Give the file gp-reg-pat-prac-all of the same month before it. This one tells "
                    "only which practice is in which area.",
                    "has no list sizes");
    if (!reader->failed)
        check_sexes(reader);
    national_add_up(reader, national);
    return reader->layout != NULL && !reader->failed && reader->diag->errors == errors;
}

const struct national_practice *national_find(struct arena *arena, const struct national *national,
                                              const char *code)
{
    size_t length = strlen(code);
    char *capitals = arena_alloc(arena, length + 1, 1);
    for (size_t i = 0; i < length; i++)
        capitals[i] = code[i] >= 'a' && code[i] <= 'z' ? (char)(code[i] - 'a' + 'A') : code[i];
    size_t number = name_index_find(national->codes, capitals);
    return number == NAME_NONE ? NULL : &national->practices[number];
}

const struct national_practice *
national_member(struct arena *arena, const struct national *national, const struct member *member)
{
    return national_find(arena, national, national_key(arena, member));
}

/* `other` is in capitals. False when it is shorter. */
static bool begins_with(const char *other, const char *code, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        char c = code[i];
        if (c >= 'a' && c <= 'z')
            c = (char)(c - 'a' + 'A');
        if (c != other[i])
            return false;
    }
    return true;
}

const struct national_area *national_area(const struct national *national, const char *code)
{
    /* The prescription service puts a number of its own behind the area's code. */
    static const char *const endings[] = {"", "00"};
    code += strspn(code, " ");
    size_t length = strlen(code);
    while (length > 0 && code[length - 1] == ' ')
        length--;
    for (size_t ending = 0; ending < sizeof endings / sizeof *endings && length > 0; ending++)
        for (size_t i = 0; i < national->area_count; i++)
            if (begins_with(national->areas[i].code, code, length) &&
                strcmp(national->areas[i].code + length, endings[ending]) == 0)
                return &national->areas[i];
    return NULL;
}
