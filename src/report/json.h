/* SPDX-License-Identifier: MIT */
#ifndef REPORT_JSON_H
#define REPORT_JSON_H

#include <jansson.h>

#include "phrases.h"

/*
 * Building blocks of the JSON report. jansson tells of a lack of memory by NULL; every function
 * that adds takes a NULL value and notes it in `failed`, so that one look at the end is enough.
 */
struct json_writer {
    struct arena *arena;
    const struct outcome *outcome;
    bool failed;
};

/* Puts `value` under `key`, or at the end of an array, and takes it over. */
void json_put(struct json_writer *writer, json_t *object, const char *key, json_t *value);
void json_put_last(struct json_writer *writer, json_t *array, json_t *value);

/* The same for a text (NULL is null), a whole number, or a scaled quantity as a decimal string. */
void json_put_text(struct json_writer *writer, json_t *object, const char *key, const char *text);
void json_put_number(struct json_writer *writer, json_t *object, const char *key, int64_t number);
void json_put_quantity(struct json_writer *writer, json_t *object, const char *key, int64_t scaled,
                       unsigned places);
void json_put_texts(struct json_writer *writer, json_t *object, const char *key,
                    const char *const *texts, size_t count);

/* One poll (json_poll.c), and its parts. */
json_t *json_of_poll(struct json_writer *writer, const struct poll_outcome *poll);
json_t *json_of_counts(struct json_writer *writer, const struct poll_outcome *poll,
                       const struct count counts[GROUPS]);
json_t *json_of_conditions(struct json_writer *writer, const struct condition_outcome *conditions,
                           size_t count);

#endif
