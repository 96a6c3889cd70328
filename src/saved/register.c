/* SPDX-License-Identifier: MIT */
#include "result_internal.h"

#include <string.h>

#include "quorate/hash.h"
#include "quorate/ratio.h"
#include "quorate/saved.h"

/* A register of decisions, from bytes to lines. Each line is read by itself, so that what is wrong
 * with one hides no other. */

/* One line while it is read. */
struct line_load {
    struct arena *arena;
    const json_t *object;
    const char *fault; /* the first that was found; NULL for none */
};

static void refuse(struct line_load *load, const char *key, const char *wanted)
{
    if (load->fault == NULL)
        load->fault = arena_format(load->arena, "its \"%s\" is not %s", key, wanted);
}

/* ---- Values */

static const char *text_or_null(struct line_load *load, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    const char *found = result_text(load->arena, object, key);
    if (value == NULL || (found == NULL && !json_is_null(value)))
        refuse(load, key, "there as a text or null");
    return found;
}

static const char *text(struct line_load *load, const json_t *object, const char *key)
{
    const char *found = result_text(load->arena, object, key);
    if (found == NULL)
        refuse(load, key, "there as a text");
    return found == NULL ? "" : found;
}

static int64_t number(struct line_load *load, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    json_int_t found = json_integer_value(value);
    if (!json_is_integer(value) || found < 0 || found > RATIO_MOST)
        refuse(load, key, "there as a whole number");
    return json_is_integer(value) ? (int64_t)found : 0;
}

/* 0 for null. */
static int64_t number_or_null(struct line_load *load, const char *key)
{
    const json_t *value = json_object_get(load->object, key);
    return json_is_null(value) ? 0 : number(load, load->object, key);
}

static bool yes_or_no(struct line_load *load, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (!json_is_boolean(value))
        refuse(load, key, "there as true or false");
    return json_is_true(value);
}

static struct date date(struct line_load *load, const char *key)
{
    struct date read = {0};
    const char *found = text_or_null(load, load->object, key);
    if (found != NULL && !date_parse(found, &read)) {
        refuse(load, key, "a date");
        return (struct date){0};
    }
    return read;
}

/* A digest is 64 digits, as hash.h has them. */
static const char *digest(struct line_load *load, const char *key, bool may_be_null)
{
    const char *found = text_or_null(load, load->object, key);
    if (found == NULL ? !may_be_null : !hash_is_one(found))
        refuse(load, key, "a hash");
    return found;
}

/* The list; what is not there or another thing is refused, and has no items. */
static const json_t *list(struct line_load *load, const char *key, size_t *count)
{
    const json_t *array = json_object_get(load->object, key);
    if (!json_is_array(array))
        refuse(load, key, "there as a list");
    *count = json_array_size(array);
    return array;
}

/* ---- Parts of a line */

static void read_run_off(struct line_load *load, struct registered *line)
{
    const json_t *array = list(load, "run_off", &line->run_off_count);
    const char **names = arena_alloc(load->arena, line->run_off_count, sizeof *names);
    for (size_t i = 0; i < line->run_off_count; i++) {
        const json_t *name = json_array_get(array, i);
        if (!json_is_string(name))
            refuse(load, "run_off", "a list of names");
        names[i] = json_is_string(name)
                       ? arena_copy(load->arena, json_string_value(name), json_string_length(name))
                       : "";
    }
    line->run_off = names;
}

static void read_quorums(struct line_load *load, struct registered *line)
{
    const json_t *array = list(load, "quorum", &line->quorum_count);
    struct registered_quorum *quorums =
        arena_alloc(load->arena, line->quorum_count, sizeof *quorums);
    for (size_t i = 0; i < line->quorum_count; i++) {
        const json_t *item = json_array_get(array, i);
        quorums[i] = (struct registered_quorum){
            .text = text(load, item, "text"),
            .part = text_or_null(load, item, "part"),
            .whole = text_or_null(load, item, "whole"),
            .needed = text_or_null(load, item, "needed"),
            .met = yes_or_no(load, item, "met"),
        };
    }
    line->quorums = quorums;
}

static void read_figures(struct line_load *load, struct registered *line)
{
    const json_t *array = list(load, "figures", &line->figure_count);
    struct registered_figure *figures =
        arena_alloc(load->arena, line->figure_count, sizeof *figures);
    for (size_t i = 0; i < line->figure_count; i++) {
        const json_t *item = json_array_get(array, i);
        const char *key = json_object_get(item, "candidate") == NULL ? "group" : "candidate";
        const char *of = text(load, item, key);
        figures[i] = (struct registered_figure){
            .group = *key == 'g' ? of : NULL,
            .candidate = *key == 'g' ? NULL : of,
            .members = number(load, item, "members"),
            .votes = text_or_null(load, item, "votes"),
        };
    }
    line->figures = figures;
}

static struct registered read_line(struct line_load *load)
{
    const json_t *object = load->object;
    struct registered line = {
        .n = number(load, object, "n"),
        .corrects = number_or_null(load, "corrects"),
        .date = date(load, "date"),
        .body = text_or_null(load, object, "body"),
        .kind = text(load, object, "kind"),
        .title = text(load, object, "title"),
        .motion = text_or_null(load, object, "motion"),
        .post = text_or_null(load, object, "post"),
        .verdict = text(load, object, "verdict"),
        .winner = text_or_null(load, object, "winner"),
        .consensus = yes_or_no(load, object, "consensus"),
        .certain = yes_or_no(load, object, "certain"),
        .keep_months = number_or_null(load, "keep_months"),
        .destroy_on = date(load, "destroy_on"),
        .result_sha256 = digest(load, "result_sha256", false),
        .previous_sha256 = digest(load, "previous_sha256", true),
        .ballots_hmac = json_object_get(object, "ballots_hmac") == NULL
                            ? NULL
                            : digest(load, "ballots_hmac", false),
    };
    read_run_off(load, &line);
    read_quorums(load, &line);
    read_figures(load, &line);
    return line;
}

/* ---- The chain */

/* A register while it is read. */
struct register_load {
    struct arena *arena;
    struct registered *lines;
    size_t count, capacity;
    const char **hashes;
    size_t line_count, hash_capacity;
    struct register_fault *faults;
    size_t fault_count, fault_capacity;
};

static void add_fault(struct register_load *load, const char *what)
{
    struct register_fault *fault =
        ARENA_PUSH(load->arena, load->faults, load->fault_count, load->fault_capacity);
    *fault = (struct register_fault){load->line_count, what};
}

/* The number that a line must have: one more than that of the line before, whether or not that has
 * the right one, so that what was taken out is told once. */
static int64_t number_expected(const struct register_load *load)
{
    const struct registered *before = load->count > 0 ? &load->lines[load->count - 1] : NULL;
    int64_t lines = (int64_t)load->line_count;
    return before == NULL ? lines : before->n + lines - (int64_t)before->line;
}

static bool same_text(const char *one, const char *other)
{
    return one == NULL || other == NULL ? one == other : strcmp(one, other) == 0;
}

/* Whether a line follows from the one before it, of which `before` is the hash, NULL for none. */
static void check_link(struct register_load *load, const struct registered *line,
                       const char *before)
{
    struct arena *arena = load->arena;
    const char *previous = line->previous_sha256;
    if (before == NULL && previous != NULL)
        add_fault(load, "follows another line, and there is none before it");
    else if (before != NULL && previous == NULL)
        add_fault(load, "says that it is the first line, and there is one before it");
    else if (before != NULL && strcmp(before, previous) != 0)
        add_fault(load, "does not follow from the line before it: that line was changed, or one "
                        "of the two was moved or put in, or lines between them were taken out");
    else if (line->n != number_expected(load))
        add_fault(load, arena_format(arena, "says that it is line %s, and must be line %s",
                                     number_grouped(arena, line->n),
                                     number_grouped(arena, number_expected(load))));
    else if (load->count > 0 && !same_text(load->lines[load->count - 1].body, line->body))
        add_fault(load, "is of another body than the line before it");
    else if (line->corrects >= line->n)
        add_fault(load, arena_format(arena, "corrects line %s, which is not before it",
                                     number_grouped(arena, line->corrects)));
}

static void read_bytes(struct register_load *load, const char *bytes, size_t length)
{
    struct arena *arena = load->arena;
    json_error_t error;
    const char *before = load->line_count > 0 ? load->hashes[load->line_count - 1] : NULL;
    const char *hash = hash_sha256(arena, bytes, length);
    const char **hash_place =
        ARENA_PUSH(arena, load->hashes, load->line_count, load->hash_capacity);
    *hash_place = hash;
    json_t *object = result_decode(arena, (struct bytes){.bytes = bytes, .length = length}, &error);
    struct line_load line_load = {.arena = arena, .object = object};
    struct registered line = {0};
    if (!json_is_object(object))
        line_load.fault = "it is no JSON object";
    else
        line = read_line(&line_load);
    json_decref(object);
    if (line_load.fault != NULL) {
        add_fault(load, arena_format(arena, "is no line of a register: %s", line_load.fault));
        return;
    }
    line.line = load->line_count;
    line.sha256 = hash;
    check_link(load, &line, before);
    struct registered *place = ARENA_PUSH(arena, load->lines, load->count, load->capacity);
    *place = line;
}

/* The line that another one corrects is told so. It stands before it. */
static void note_corrections(struct register_load *load)
{
    for (size_t i = 0; i < load->count; i++)
        for (size_t j = 0; load->lines[i].corrects > 0 && j < i; j++)
            if (load->lines[j].n == load->lines[i].corrects)
                load->lines[j].corrected_by = load->lines[i].n;
}

void load_register(struct arena *arena, struct bytes bytes, struct decision_register *decisions)
{
    struct register_load load = {.arena = arena};
    const char *at = bytes.bytes, *end = bytes.bytes + bytes.length;
    bool torn = bytes.length > 0 && end[-1] != '\n';
    while (at < end) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        const char *behind = feed == NULL ? end : feed;
        read_bytes(&load, at, (size_t)(behind - at));
        at = behind + 1;
    }
    if (torn)
        add_fault(&load, "does not end: it has no line feed behind it, so part of it is missing");
    note_corrections(&load);
    *decisions = (struct decision_register){
        .lines = load.lines,
        .count = load.count,
        .line_count = load.line_count,
        .torn = torn,
        .hashes = load.hashes,
        .last_sha256 = load.line_count > 0 ? load.hashes[load.line_count - 1] : NULL,
        .faults = load.faults,
        .fault_count = load.fault_count,
    };
}
