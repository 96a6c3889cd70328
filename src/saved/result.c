/* SPDX-License-Identifier: MIT */
#include "result_internal.h"

#include <limits.h>
#include <string.h>

#include "quorate/date.h"
#include "quorate/decoder.h"
#include "quorate/file.h"
#include "quorate/hash.h"
#include "quorate/ratio.h"
#include "quorate/saved.h"
#include "quorate/tables.h"
#include "quorate/text.h"

/* A saved result, from bytes to struct saved_result. Reports write this document; it is read here
 * and not there because nothing of it is believed, as of a table. */

static const struct {
    const char *schema, *command;
} kinds[] = {
    {"quorate/tally/1", "tally"},         {"quorate/quorum/1", "quorum"},
    {"quorate/share/1", "share"},         {"quorate/reweight/1", "reweight"},
    {"quorate/rules/1", "rules"},         {"quorate/roll/1", "roll"},
    {"quorate/timetable/1", "timetable"},
};

static const char again[] = "Save it again with -f json, and leave the file as it is.";

struct result_load {
    struct arena *arena;
    struct diag *diag;
    const char *file;
    bool any;   /* it may be another result than that of a tally, */
    bool brief; /* and it is one, whose options are only those that were given */
    bool sound;
};

static void refuse(struct result_load *load, const char *remedy, const char *what)
{
    load->sound = false;
    diag_refuse(load->diag, load->file, remedy, "%s", what);
}

/* ---- Values */

static void refuse_key(struct result_load *load, const char *key, const char *wanted)
{
    refuse(load, again, arena_format(load->arena, "\"%s\" is not %s", key, wanted));
}

static const char *copied(struct arena *arena, const json_t *text)
{
    return arena_copy(arena, json_string_value(text), json_string_length(text));
}

const char *result_text(struct arena *arena, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    return json_is_string(value) ? copied(arena, value) : NULL;
}

/* NULL for null; what is not there is an error. */
static const char *text_or_null(struct result_load *load, const json_t *object, const char *key)
{
    const char *value = result_text(load->arena, object, key);
    const json_t *there = json_object_get(object, key);
    if (value == NULL && !json_is_null(there) && (there != NULL || !load->brief))
        refuse_key(load, key, "there as a text or null");
    return value;
}

static const char *text(struct result_load *load, const json_t *object, const char *key)
{
    const char *value = result_text(load->arena, object, key);
    if (value != NULL)
        return value;
    refuse_key(load, key, "there as a text");
    return "";
}

static bool yes_or_no(struct result_load *load, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (!json_is_boolean(value) && (value != NULL || !load->brief))
        refuse_key(load, key, "there as true or false");
    return json_is_true(value);
}

/* A name is looked for beside the result and nowhere else, whatever a file that came by mail says.
 */
static const char *name(struct result_load *load, const char *key, const char *value)
{
    if (value == NULL || file_is_name(value))
        return value;
    refuse_key(load, key, "the name of a file without its folder");
    return NULL;
}

static const char *date(struct result_load *load, const json_t *options, const char *key)
{
    struct date parsed;
    const char *value = text_or_null(load, options, key);
    if (value != NULL && !date_parse(value, &parsed))
        refuse_key(load, key, "a date");
    return value;
}

/* A result that was saved before there was such an option has no such key. */
static bool lacks(const json_t *options, const char *key)
{
    return json_object_get(options, key) == NULL;
}

/* A table that not every count has a key for. */
static const char *table_if_there(struct result_load *load, const json_t *options, const char *key)
{
    return lacks(options, key) ? NULL : name(load, key, text_or_null(load, options, key));
}

static const char *moment(struct result_load *load, const json_t *options, const char *key)
{
    struct moment parsed;
    struct date day;
    const char *value = lacks(options, key) ? NULL : text_or_null(load, options, key);
    if (value != NULL && !moment_parse(value, &parsed) && !date_parse(value, &day))
        refuse_key(load, key, "a date with a time, or alone");
    return value;
}

/* That a text is one of two, if it is there. */
static void check_choice(struct result_load *load, const char *key, const char *value,
                         const char *one, const char *other)
{
    if (value != NULL && strcmp(value, one) != 0 && strcmp(value, other) != 0)
        refuse_key(load, key, arena_format(load->arena, "%s, %s or null", one, other));
}

/* A list of texts that the command line gave, each of which can be read again. */
static const char *const *texts_given(struct result_load *load, const json_t *options,
                                      const char *key, const char *wanted,
                                      bool (*is_sound)(struct arena *arena, const char *text),
                                      size_t *count)
{
    const json_t *list = json_object_get(options, key);
    *count = json_array_size(list);
    const char **texts = arena_alloc(load->arena, *count, sizeof *texts);
    bool sound = list == NULL || json_is_array(list);
    for (size_t i = 0; i < *count; i++) {
        const json_t *item = json_array_get(list, i);
        texts[i] = json_is_string(item) ? copied(load->arena, item) : "";
        sound = is_sound(load->arena, texts[i]) && sound;
    }
    if (!sound)
        refuse_key(load, key, wanted);
    return texts;
}

static bool is_column(struct arena *arena, const char *text)
{
    struct column_name name_read;
    struct column_fault fault;
    return load_column_name(arena, text, &name_read, &fault);
}

/* What it says of practices is held against the roll. */
static bool is_any(struct arena *arena, const char *text)
{
    (void)arena;
    return *text != '\0';
}

static bool is_answer(struct arena *arena, const char *text)
{
    struct answer answer;
    struct column_fault fault;
    return load_answer(arena, text, &answer, &fault);
}

/* How its tables are to be read. */
static void read_manner(struct result_load *load, const json_t *options,
                        struct saved_result *result)
{
    result->encoding = lacks(options, "encoding") ? NULL : text_or_null(load, options, "encoding");
    if (result->encoding != NULL && encoding_find(result->encoding) == NULL)
        refuse_key(load, "encoding", "the name of an encoding that is known");
    result->multi_line = !lacks(options, "multi_line") && yes_or_no(load, options, "multi_line");
    result->whole = !lacks(options, "whole") && yes_or_no(load, options, "whole");
    result->columns = texts_given(load, options, "columns", "a list of columns with their headings",
                                  is_column, &result->column_count);
    result->answers = texts_given(load, options, "answers", "a list of answers with what they mean",
                                  is_answer, &result->answer_count);
}

/* What was said of files of list sizes. All of it is there, be it null. */
static void read_sizes(struct result_load *load, const json_t *options, struct saved_result *result)
{
    static const char listed[] = "there as a list of practices";
    long long total;
    bool brief = load->brief;
    load->brief = false;
    result->area = text_or_null(load, options, "area");
    result->total = text_or_null(load, options, "total");
    result->as_at = date(load, options, "as_at");
    result->adopt = yes_or_no(load, options, "adopt");
    load->brief = brief;
    if (result->total != NULL && text_whole_number(result->total, RATIO_MOST, &total) != NUMBER_OK)
        refuse_key(load, "total", "a whole number");
    const struct {
        const char *key;
        const char *const **texts;
        size_t *count;
    } lists[] = {{"keep", &result->keep, &result->keep_count},
                 {"set", &result->set, &result->set_count},
                 {"leave", &result->leave, &result->leave_count}};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (lacks(options, lists[i].key))
            refuse_key(load, lists[i].key, listed);
        *lists[i].texts = texts_given(load, options, lists[i].key, listed, is_any, lists[i].count);
    }
}

/* ---- The document */

static void read_options(struct result_load *load, const json_t *options,
                         struct saved_result *result)
{
    static const char *const names[] = {"rules", "practices", "localities", "candidates"};
    const char **const tables[] = {&result->rules, &result->practices, &result->localities,
                                   &result->candidates};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        *tables[i] = name(load, names[i], text_or_null(load, options, names[i]));
    result->voters = table_if_there(load, options, "voters");
    result->interests = table_if_there(load, options, "interests");
    result->holidays = table_if_there(load, options, "holidays");
    /* A folder that was called "." is the one in which the result stands. */
    result->constitution = text(load, options, "constitution");
    if (result->constitution == NULL || strcmp(result->constitution, ".") != 0)
        result->constitution = name(load, "constitution", result->constitution);
    result->bundled = yes_or_no(load, options, "bundled");
    result->decision = text_or_null(load, options, "decision");
    result->motion = text_or_null(load, options, "motion");
    result->route = text_or_null(load, options, "route");
    result->date = date(load, options, "date");
    result->confirmed = date(load, options, "confirmed");
    result->opens = moment(load, options, "opens");
    result->closes = moment(load, options, "closes");
    result->casting_vote = text_or_null(load, options, "casting_vote");
    result->show_ballots = yes_or_no(load, options, "show_ballots");
    result->dates = lacks(options, "dates") ? NULL : text_or_null(load, options, "dates");
    read_manner(load, options, result);
    check_choice(load, "casting_vote", result->casting_vote, "for", "against");
    check_choice(load, "dates", result->dates, "day-first", "month-first");
}

const struct saved_input *result_input_at(const struct saved_result *result, const char *role,
                                          size_t number)
{
    for (size_t i = 0; i < result->input_count; i++)
        if (strcmp(result->inputs[i].role, role) == 0 && number-- == 0)
            return &result->inputs[i];
    return NULL;
}

const struct saved_input *result_input(const struct saved_result *result, const char *role)
{
    return result_input_at(result, role, 0);
}

static void read_inputs(struct result_load *load, const json_t *array, struct saved_result *result)
{
    size_t count = json_array_size(array);
    struct saved_input *inputs = arena_alloc(load->arena, count, sizeof *inputs);
    for (size_t i = 0; i < count; i++) {
        const json_t *input = json_array_get(array, i);
        bool of_workbook = json_object_get(input, "sheet") != NULL;
        bool hashed = json_object_get(input, "sha256") != NULL;
        inputs[i] = (struct saved_input){
            .role = text(load, input, "role"),
            .file = name(load, "file", text(load, input, "file")),
            .sheet = of_workbook ? text(load, input, "sheet") : NULL,
            .sha256 = hashed ? text(load, input, "sha256") : NULL,
        };
    }
    result->inputs = inputs;
    result->input_count = count;
}

/* What a reader is told of the constitution is what it is counted again by. */
static void check_origin(struct result_load *load, const json_t *document,
                         const struct saved_result *result)
{
    const char *wanted = result->bundled ? "bundled" : "folder";
    const char *origin = lacks(document, "origin") ? wanted : text(load, document, "origin");
    if (strcmp(origin, wanted) != 0)
        refuse_key(load, "origin", arena_format(load->arena, "%s, as its options say", wanted));
}

/* Which command made it; NULL, and refused, where it is none that will do. */
static const char *command_of(struct result_load *load, const json_t *document)
{
    const char *schema = json_string_value(json_object_get(document, "schema"));
    size_t allowed = load->any ? sizeof kinds / sizeof *kinds : 1;
    for (size_t i = 0; schema != NULL && i < allowed; i++)
        if (strcmp(schema, kinds[i].schema) == 0)
            return kinds[i].command;
    if (load->any)
        refuse(load,
               "It must be what quorate tally, quorum, share, reweight, rules, roll or timetable "
               "prints with -f json.",
               "this is no result that can be verified");
    else
        refuse(load, "It must be what quorate tally -f json prints.",
               "this is not the result of a tally");
    return NULL;
}

static void read_document(struct result_load *load, const json_t *document,
                          struct saved_result *result)
{
    const json_t *options = json_object_get(document, "options");
    result->command = command_of(load, document);
    if (result->command == NULL)
        return;
    load->brief = strcmp(result->command, "tally") != 0;
    if (!json_is_object(options)) {
        refuse(load, again,
               "this result does not hold the options of its count, so it cannot be counted again");
        return;
    }
    result->version = text(load, document, "version");
    result->body = text_or_null(load, document, "body");
    if (!load->brief && !json_is_array(json_object_get(document, "polls")))
        refuse_key(load, "polls", "there as a list");
    read_options(load, options, result);
    if (strcmp(result->command, "reweight") == 0) {
        read_sizes(load, options, result);
        result->written_to = name(load, "written_to", text_or_null(load, document, "written_to"));
    }
    check_origin(load, document, result);
    read_inputs(load, json_object_get(document, "inputs"), result);
    if (!lacks(document, "ballots_hmac"))
        result->ballots_hmac = text(load, document, "ballots_hmac");
    if (result->ballots_hmac != NULL && !hash_is_one(result->ballots_hmac))
        refuse_key(load, "ballots_hmac", "a hash");
}

static void refuse_document(struct diag *diag, const char *file, const json_error_t *error)
{
    bool twice = json_error_code(error) == json_error_duplicate_key;
    struct place place = {
        .file = file,
        .line = error->line > 0 ? (size_t)error->line : 0,
        .column = error->column > 0 ? (size_t)error->column : 0,
    };
    diag_add(diag, SEVERITY_ERROR, place, again, "%s",
             twice ? "a key stands here twice" : "this is not a JSON document, or a torn one");
}

/* The library calls much that goes wrong in it a fault of the text, so its memory is watched. */
static json_malloc_t allocate;
static bool ran_out;

static void *watched(size_t size)
{
    void *memory = allocate(size);
    ran_out = ran_out || memory == NULL;
    return memory;
}

/* `held` is let go of before a jump. */
static json_t *decode(struct arena *arena, struct bytes bytes, json_t *held, json_error_t *error)
{
    json_free_t release;
    json_get_alloc_funcs(&allocate, &release);
    json_set_alloc_funcs(watched, release);
    ran_out = false;
    json_t *document = json_loadb(bytes.bytes, bytes.length, JSON_REJECT_DUPLICATES, error);
    json_set_alloc_funcs(allocate, release);
    if (ran_out) {
        json_decref(document);
        json_decref(held);
        arena_exhausted(arena);
    }
    return document;
}

json_t *result_decode(struct arena *arena, struct bytes bytes, json_error_t *error)
{
    return decode(arena, bytes, NULL, error);
}

/*
 * What the library takes for the document, so much or less: for its text, and for each value, text,
 * key, list and object, counted by their marks. Those that stand in a text are counted too.
 */
static size_t memory_of(struct bytes bytes)
{
    static const unsigned char marks[UCHAR_MAX + 1] = {
        [','] = 48, ['"'] = 32, [':'] = 40, ['['] = 112, ['{'] = 255};
    size_t memory = bytes.length;
    for (size_t i = 0; i < bytes.length; i++)
        memory += marks[(unsigned char)bytes.bytes[i]];
    return memory;
}

json_t *result_parse_beside(struct arena *arena, struct diag *diag, struct bytes bytes,
                            json_t *held)
{
    json_error_t error;
    size_t memory = memory_of(bytes);
    if (memory > RESULT_ENTRIES_MOST) {
        diag_refuse(
            diag, bytes.name, "Check that it is the file that you meant.",
            "has too many entries to be looked into: they take %zu MiB of memory, and at most "
            "%zu are taken",
            memory >> 20, RESULT_ENTRIES_MOST >> 20);
        return NULL;
    }
    json_t *document = decode(arena, bytes, held, &error);
    if (document == NULL)
        refuse_document(diag, bytes.name, &error);
    return document;
}

json_t *result_parse(struct arena *arena, struct diag *diag, struct bytes bytes)
{
    return result_parse_beside(arena, diag, bytes, NULL);
}

static bool load_document(struct arena *arena, struct diag *diag, struct bytes bytes, bool any,
                          struct saved_result *result)
{
    struct result_load load = {
        .arena = arena, .diag = diag, .file = bytes.name, .any = any, .sound = true};
    *result = (struct saved_result){0};
    json_t *document = result_parse(arena, diag, result_head(arena, bytes));
    if (document == NULL)
        return false;
    read_document(&load, document, result);
    json_decref(document);
    return load.sound;
}

bool load_result(struct arena *arena, struct diag *diag, struct bytes bytes,
                 struct saved_result *result)
{
    return load_document(arena, diag, bytes, false, result);
}

bool load_any_result(struct arena *arena, struct diag *diag, struct bytes bytes,
                     struct saved_result *result)
{
    return load_document(arena, diag, bytes, true, result);
}
