/* SPDX-License-Identifier: MIT */
#include <stdbool.h>
#include <string.h>

#include "json.h"

#include "quorate/ratio.h"

/*
 * JSON as a tree, and how it is written: RFC 8259, its members in the order in which they were put.
 * The texts that it is made of are valid UTF-8 or made so (phrases_valid).
 */

#define INDENT       2
#define ESCAPED_MOST ((size_t)6) /* bytes that one may become: \u001F */

enum shape {
    SHAPE_WORD, /* null, true or false */
    SHAPE_NUMBER,
    SHAPE_TEXT,
    SHAPE_ARRAY,
    SHAPE_OBJECT,
    SHAPE_EACH, /* an array whose objects are made as they are written */
};

struct each {
    const void *of;
    size_t count;
    json_put_one *put;
};

struct json {
    enum shape shape;
    const char *key;   /* of an object's member */
    struct json *next; /* in what it was put into */
    union {
        const char *text;
        int64_t number;
        struct {
            struct json *first, *last;
        } in;
        struct each each;
    } is;
};

static struct json *make(struct json_writer *writer, enum shape shape)
{
    struct json *value = arena_alloc(writer->arena, 1, sizeof *value);
    value->shape = shape;
    return value;
}

static struct json *make_text(struct json_writer *writer, enum shape shape, const char *text)
{
    struct json *value = make(writer, shape);
    value->is.text = text;
    return value;
}

struct json *json_of_null(struct json_writer *writer)
{
    return make_text(writer, SHAPE_WORD, "null");
}

struct json *json_of_boolean(struct json_writer *writer, bool value)
{
    return make_text(writer, SHAPE_WORD, value ? "true" : "false");
}

struct json *json_of_number(struct json_writer *writer, int64_t number)
{
    struct json *value = make(writer, SHAPE_NUMBER);
    value->is.number = number;
    return value;
}

struct json *json_of_text(struct json_writer *writer, const char *text)
{
    const char *valid = phrases_valid(writer->arena, text);
    return valid == NULL ? json_of_null(writer) : make_text(writer, SHAPE_TEXT, valid);
}

struct json *json_of_array(struct json_writer *writer)
{
    return make(writer, SHAPE_ARRAY);
}

struct json *json_of_object(struct json_writer *writer)
{
    return make(writer, SHAPE_OBJECT);
}

void json_put_last(struct json *array, struct json *value)
{
    if (array->is.in.first == NULL)
        array->is.in.first = value;
    else
        array->is.in.last->next = value;
    array->is.in.last = value;
}

void json_put(struct json *object, const char *key, struct json *value)
{
    value->key = key;
    json_put_last(object, value);
}

void json_put_each(struct json_writer *writer, struct json *object, const char *key, const void *of,
                   size_t count, json_put_one *put)
{
    struct json *value = make(writer, SHAPE_EACH);
    value->is.each = (struct each){of, count, put};
    json_put(object, key, value);
}

struct json *json_within(const struct json *object, const char *key)
{
    struct json *value = object->is.in.first;
    while (value != NULL && strcmp(value->key, key) != 0)
        value = value->next;
    return value;
}

/* ---- Writing */

/* How the values are set out. */
struct layout {
    struct json_writer *writer;
    bool in_one_line;
};

static void add_line(const struct layout *layout, struct buffer *out, size_t depth)
{
    if (layout->in_one_line)
        return;
    buffer_add_bytes(out, "\n", 1);
    buffer_add_repeated(out, ' ', INDENT * depth);
}

static char *add_escaped(char *at, unsigned char byte)
{
    static const char named[] = "\"\\\b\f\n\r\t", names[] = "\"\\bfnrt",
                      digits[] = "0123456789ABCDEF";
    const char *found = memchr(named, byte, sizeof named - 1);
    *at++ = '\\';
    if (found != NULL) {
        *at++ = names[found - named];
        return at;
    }
    at[0] = 'u';
    at[1] = at[2] = '0';
    at[3] = digits[byte >> 4];
    at[4] = digits[byte & 0xF];
    return at + 5;
}

static void add_text(struct buffer *out, const char *text)
{
    size_t length = strlen(text);
    char *room = buffer_room(out, ESCAPED_MOST * length + 2), *at = room;
    *at++ = '"';
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte < ' ' || byte == '"' || byte == '\\')
            at = add_escaped(at, byte);
        else
            *at++ = text[i];
    }
    *at++ = '"';
    buffer_fill(out, (size_t)(at - room));
}

static void add_value(const struct layout *layout, const struct json *value, size_t depth,
                      struct buffer *out);

/* One after another, so that there is never more than one tree of them. */
static void add_each(const struct layout *layout, const struct each *each, size_t depth,
                     struct buffer *out)
{
    struct json_writer *writer = layout->writer;
    struct arena *whole = writer->arena;
    for (size_t i = 0; i < each->count; i++) {
        writer->arena = arena_part(whole);
        struct json *object = json_of_object(writer);
        each->put(writer, object, each->of, i);
        buffer_add_bytes(out, ",", i > 0);
        add_line(layout, out, depth + 1);
        add_value(layout, object, depth + 1, out);
        arena_free(writer->arena);
        buffer_pass(out);
    }
    writer->arena = whole;
}

static void add_values(const struct layout *layout, const struct json *list, size_t depth,
                       struct buffer *out)
{
    for (const struct json *value = list->is.in.first; value != NULL; value = value->next) {
        buffer_add_bytes(out, ",", value != list->is.in.first);
        add_line(layout, out, depth + 1);
        if (list->shape == SHAPE_OBJECT) {
            add_text(out, value->key);
            buffer_add_bytes(out, ": ", layout->in_one_line ? 1 : 2);
        }
        add_value(layout, value, depth + 1, out);
    }
}

static void add_list(const struct layout *layout, const struct json *value, size_t depth,
                     struct buffer *out)
{
    bool of_each = value->shape == SHAPE_EACH;
    bool is_empty = of_each ? value->is.each.count == 0 : value->is.in.first == NULL;
    buffer_add(out, value->shape == SHAPE_OBJECT ? "{" : "[");
    if (of_each)
        add_each(layout, &value->is.each, depth, out);
    else
        add_values(layout, value, depth, out);
    if (!is_empty)
        add_line(layout, out, depth);
    buffer_add(out, value->shape == SHAPE_OBJECT ? "}" : "]");
}

static void add_value(const struct layout *layout, const struct json *value, size_t depth,
                      struct buffer *out)
{
    if (value->shape == SHAPE_WORD)
        buffer_add(out, value->is.text);
    else if (value->shape == SHAPE_NUMBER)
        number_add_canonical(out, value->is.number, 0);
    else if (value->shape == SHAPE_TEXT)
        add_text(out, value->is.text);
    else
        add_list(layout, value, depth, out);
}

struct json_writer *json_begin(struct arena *arena, const struct outcome *outcome)
{
    struct json_writer *writer = arena_alloc(arena, 1, sizeof *writer);
    *writer = (struct json_writer){.arena = arena_part(arena), .outcome = outcome};
    return writer;
}

static void finish(struct json_writer *writer, const struct json *object, bool in_one_line,
                   struct buffer *out)
{
    struct layout layout = {writer, in_one_line};
    add_value(&layout, object, 0, out);
    arena_free(writer->arena);
}

void json_finish(struct json_writer *writer, const struct json *object, struct buffer *out)
{
    finish(writer, object, false, out);
    buffer_add(out, "\n");
}

void json_finish_line(struct json_writer *writer, const struct json *object, struct buffer *out)
{
    finish(writer, object, true, out);
}
