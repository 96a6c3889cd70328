/* SPDX-License-Identifier: MIT */
#ifndef REPORT_JSON_H
#define REPORT_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "phrases.h"
#include "quorate/buffer.h"
#include "quorate/date.h"
#include "quorate/origin.h"
#include "quorate/power.h"

/*
 * Building blocks of the JSON report: a tree (json_tree.c), and what the kinds of reports have in
 * common (json.c).
 */
struct json; /* an array or an object */

/* Fills one object of an array, the one that counts `index` from 0. */
typedef void json_put_one(struct json *object, const void *of, size_t index);

/* The object that a report is, empty. All that is put into it, and what that takes, is of a part of
 * the arena, which goes when it is written. */
struct json *json_begin(struct arena *arena);
struct arena *json_arena(const struct json *object); /* that part */

/* What stands under the key; NULL when nothing does. */
struct json *json_within(const struct json *object, const char *key);

/* Each puts a value behind what is in the object, under a key of its own (valid UTF-8, and kept);
 * in an array there are no keys, and `key` is NULL. */
void json_put_null(struct json *object, const char *key);
void json_put_boolean(struct json *object, const char *key, bool value);
void json_put_number(struct json *object, const char *key, int64_t number);

/* A text that is NULL is null; what is no UTF-8 in it becomes U+FFFD. */
void json_put_text(struct json *object, const char *key, const char *text);
void json_put_given(struct json *object, const char *key, const char *text); /* NULL: not there */
void json_put_texts(struct json *object, const char *key, const char *const *texts, size_t count);

/* A scaled quantity, as a decimal in a text. */
void json_put_quantity(struct json *object, const char *key, int64_t scaled, unsigned places);

/* An empty array or object, which is returned. */
struct json *json_put_array(struct json *object, const char *key);
struct json *json_put_object(struct json *object, const char *key);
struct json *json_add_object(struct json *array);

/*
 * Puts an array there whose objects are made one by one as they are written, and go with the memory
 * that they took: a country's votes are large. From time to time what is written is passed on
 * (buffer_pass).
 */
void json_put_each(struct json *object, const char *key, const void *of, size_t count,
                   json_put_one *put_one);

/* What is known, else null; of an object NULL is returned then. */
void json_put_number_if(struct json *object, const char *key, bool known, int64_t number);
void json_put_boolean_if(struct json *object, const char *key, bool known, bool value);
struct json *json_put_object_if(struct json *object, const char *key, bool known);

/* A whole number that is not given when it is 0: then null. */
void json_put_number_or_null(struct json *object, const char *key, int64_t number);

/* A date as 2015-04-01, null when it is not given. */
void json_put_date(struct json *object, const char *key, struct date date);

/* A moment as 2015-07-03T17:00:00 (with Z of UTC), null when it is not given. */
void json_put_moment(struct json *object, const char *key, struct moment moment);

/* "origin" and "differs_from_bundled". */
void json_put_origin(struct json *object, const struct origin *origin);

/* What most reports begin with, from "schema" to "edition". */
void json_put_head(struct json *object, const char *schema, const struct provenance *from,
                   const char *body, const char *edition);

/* What an outcome begins with, whatever was decided: from "schema" to "stale", which is null where
 * that is not known, and "roll", which is left out where the roll is the same on every day. */
void json_put_outcome(struct json *object, const char *schema, const struct outcome *outcome);

/* "options", which it returns: whose tables, and of the rest what was given. */
struct json *json_put_request(struct json *object, const struct request *request);

/* The files that were read, and the notes, each once. */
void json_put_inputs(struct json *object, const char *key, const struct input *inputs,
                     size_t count);
void json_put_notes(struct json *object, struct note_list notes);

/* [{"name", "decides", "banzhaf", "shapley"}], of as many members as there are names. */
void json_put_powers(struct json *object, const char *key, const struct power *power,
                     const char *const *names, size_t count);

/* Each smallest group that was kept, by the names of those who could be in it. */
void json_put_groups(struct json *object, const char *key, const struct reach *reach,
                     const char *const *members);

/* Who reaches a quorum, from "fewest" to "all_groups_listed". */
void json_put_reach(struct json *object, const struct reach *reach, const char *const *members);

/* How many rows there are, and how many of each status from `first` on. */
void json_put_rows(struct json *object, const char *key, const struct accounting *ballots,
                   enum return_status first);

/* "share", a locality's of the votes; NULL is null, and so is a sum of rows that is 0. */
void json_put_share(struct json *object, const struct share *share);

/* Writes the object of json_begin, as it is read best, and all that is in it goes. */
void json_finish(const struct json *object, struct buffer *out);

/* The same in one line, without a line feed. */
void json_finish_line(const struct json *object, struct buffer *out);

/* Parts of a poll (json_tally.c): what the named groups are, and the keys of a condition. */
void json_put_counts(struct json *object, const struct subject *subject,
                     const struct count counts[GROUPS], const enum group *groups,
                     size_t group_count);
void json_put_condition(struct json *object, const struct condition_outcome *condition);

/* "line" of a row of the file, and "row" where the spreadsheet has another number. */
void json_put_line(struct json *entry, const struct return_outcome *row);

/* "votes", null of a consensus, in which there are none (json_members.c). */
void json_put_votes(struct json *object, const struct poll_outcome *poll, int64_t votes);

/* Who stood where, as the text has it (json_members.c): "members", "absent", "interests",
 * "proxies" (not of a secret vote), "refused" and "basis". */
void json_put_members(struct json *object, const struct subject *subject);

/* What else of a row bore on its status, each key only where there is something to tell:
 * "interest", "notified", "address", "registered_role" and "came". */
void json_put_grounds(struct json *object, const struct return_outcome *row);

/* The same of those who are there: how somebody may have voted is not asked. And "repeated". */
void json_put_attending(struct json *object, const struct subject *subject);

#endif
