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

/* What a report is written with. */
struct writer {
    struct arena *arena; /* a part */
    bool in_one_line;
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
            struct writer *writer;
        } in;
        struct each each;
    } is;
};

static struct json *make_object(struct writer *writer)
{
    struct json *object = arena_alloc(writer->arena, 1, sizeof *object);
    object->shape = SHAPE_OBJECT;
    object->is.in.writer = writer;
    return object;
}

struct json *json_begin(struct arena *arena)
{
    struct writer *writer = arena_alloc(arena, 1, sizeof *writer);
    writer->arena = arena_part(arena);
    return make_object(writer);
}

struct arena *json_arena(const struct json *object)
{
    return object->is.in.writer->arena;
}

static struct json *put(struct json *object, const char *key, enum shape shape)
{
    struct json *value = arena_alloc(json_arena(object), 1, sizeof *value);
    value->shape = shape;
    value->key = key;
    if (object->is.in.first == NULL)
        object->is.in.first = value;
    else
        object->is.in.last->next = value;
    object->is.in.last = value;
    return value;
}

void json_put_null(struct json *object, const char *key)
{
    put(object, key, SHAPE_WORD)->is.text = "null";
}

void json_put_boolean(struct json *object, const char *key, bool value)
{
    put(object, key, SHAPE_WORD)->is.text = value ? "true" : "false";
}

void json_put_number(struct json *object, const char *key, int64_t number)
{
    put(object, key, SHAPE_NUMBER)->is.number = number;
}

void json_put_text(struct json *object, const char *key, const char *text)
{
    const char *valid = phrases_valid(json_arena(object), text);
    if (valid == NULL)
        json_put_null(object, key);
    else
        put(object, key, SHAPE_TEXT)->is.text = valid;
}

static struct json *put_list(struct json *object, const char *key, enum shape shape)
{
    struct json *list = put(object, key, shape);
    list->is.in.writer = object->is.in.writer;
    return list;
}

struct json *json_put_array(struct json *object, const char *key)
{
    return put_list(object, key, SHAPE_ARRAY);
}

struct json *json_put_object(struct json *object, const char *key)
{
    return put_list(object, key, SHAPE_OBJECT);
}

struct json *json_add_object(struct json *array)
{
    return put_list(array, NULL, SHAPE_OBJECT);
}

void json_put_each(struct json *object, const char *key, const void *of, size_t count,
                   json_put_one *put_one)
{
    put(object, key, SHAPE_EACH)->is.each = (struct each){of, count, put_one};
}

struct json *json_within(const struct json *object, const char *key)
{
    struct json *value = object->is.in.first;
    while (value != NULL && strcmp(value->key, key) != 0)
        value = value->next;
    return value;
}

/* ---- Writing */

static void add_line(struct writer *writer, struct buffer *out, size_t depth)
{
    if (writer->in_one_line)
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

static void add_value(struct writer *writer, const struct json *value, size_t depth,
                      struct buffer *out);

/* One after another, so that there is never more than one tree of them. */
static void add_each(struct writer *writer, const struct each *each, size_t depth,
                     struct buffer *out)
{
    struct arena *whole = writer->arena;
    for (size_t i = 0; i < each->count; i++) {
        writer->arena = arena_part(whole);
        struct json *object = make_object(writer);
        each->put(object, each->of, i);
        buffer_add_bytes(out, ",", i > 0);
        add_line(writer, out, depth + 1);
        add_value(writer, object, depth + 1, out);
        arena_free(writer->arena);
        buffer_pass(out);
    }
    writer->arena = whole;
}

static void add_values(struct writer *writer, const struct json *list, size_t depth,
                       struct buffer *out)
{
    for (const struct json *value = list->is.in.first; value != NULL; value = value->next) {
        buffer_add_bytes(out, ",", value != list->is.in.first);
        add_line(writer, out, depth + 1);
        if (list->shape == SHAPE_OBJECT) {
            add_text(out, value->key);
            buffer_add_bytes(out, ": ", writer->in_one_line ? 1 : 2);
        }
        add_value(writer, value, depth + 1, out);
    }
}

static void add_list(struct writer *writer, const struct json *value, size_t depth,
                     struct buffer *out)
{
    bool of_each = value->shape == SHAPE_EACH;
    bool is_empty = of_each ? value->is.each.count == 0 : value->is.in.first == NULL;
    buffer_add(out, value->shape == SHAPE_OBJECT ? "{" : "[");
    if (of_each)
        add_each(writer, &value->is.each, depth, out);
    else
        add_values(writer, value, depth, out);
    if (!is_empty)
        add_line(writer, out, depth);
    buffer_add(out, value->shape == SHAPE_OBJECT ? "}" : "]");
}

static void add_value(struct writer *writer, const struct json *value, size_t depth,
                      struct buffer *out)
{
    if (value->shape == SHAPE_WORD)
        buffer_add(out, value->is.text);
    else if (value->shape == SHAPE_NUMBER)
        number_add_canonical(out, value->is.number, 0);
    else if (value->shape == SHAPE_TEXT)
        add_text(out, value->is.text);
    else
        add_list(writer, value, depth, out);
}

static void finish(const struct json *object, bool in_one_line, struct buffer *out)
{
    struct writer *writer = object->is.in.writer;
    writer->in_one_line = in_one_line;
    add_value(writer, object, 0, out);
    arena_free(writer->arena);
}

void json_finish(const struct json *object, struct buffer *out)
{
    finish(object, false, out);
    buffer_add(out, "\n");
}

void json_finish_line(const struct json *object, struct buffer *out)
{
    finish(object, true, out);
}
