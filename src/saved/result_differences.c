/* SPDX-License-Identifier: MIT */
#include "result_internal.h"

#include <string.h>

#include "quorate/saved.h"

/* Two documents, place by place. Which keys there are is not known here, so that a new one is
 * compared as soon as it is written. */

struct comparing {
    struct arena *arena;
    const struct comparison *comparison;
    struct difference *items;
    size_t count, capacity, all;
};

/* ---- Words */

/* "a list", "yes", a figure as it stands. */
static const char *words_of(struct arena *arena, const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_STRING:
        return arena_copy(arena, json_string_value(value), json_string_length(value));
    case JSON_INTEGER:
        return arena_format(arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    case JSON_TRUE:
        return "yes";
    case JSON_FALSE:
        return "no";
    case JSON_NULL:
        return "none";
    case JSON_ARRAY:
        return "a list";
    case JSON_OBJECT:
        return "a group of figures";
    case JSON_REAL:
        break;
    }
    return "a number with a fraction";
}

static void differ(struct comparing *comparing, const char *place, const json_t *saved,
                   const json_t *counted)
{
    if (comparing->all++ >= DIFFERENCES_MOST)
        return;
    struct difference *difference =
        ARENA_PUSH(comparing->arena, comparing->items, comparing->count, comparing->capacity);
    *difference = (struct difference){
        .place = place,
        .saved = saved == NULL ? NULL : words_of(comparing->arena, saved),
        .counted = counted == NULL ? NULL : words_of(comparing->arena, counted),
    };
}

/* "run off" for run_off. */
static const char *spaced(struct arena *arena, const char *key)
{
    char *text = arena_copy(arena, key, strlen(key));
    for (char *at = text; *at != '\0'; at++)
        if (*at == '_')
            *at = ' ';
    return text;
}

/* What one of a list is called. */
static const char *one_of(struct arena *arena, const char *key)
{
    static const struct {
        const char *list, *one;
    } names[] = {
        {"polls", "vote"},          {"candidates", "candidate"},
        {"areas", "area"},          {"conditions", "condition"},
        {"readings", "reading"},    {"returns", "row"},
        {"notes", "note"},          {"inputs", "file"},
        {"together", "part"},       {"holidays", "bank holiday"},
        {"members", "member"},      {"absent", "absent member"},
        {"proxies", "proxy"},       {"interests", "interest"},
        {"basis", "rule"},          {"refused", "refused row"},
        {"others", "other person"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i].list, key) == 0)
            return names[i].one;
    return spaced(arena, key);
}

/* What tells it from the others of its list; NULL when nothing does. */
static const char *own_name(const json_t *item)
{
    static const char *const keys[] = {"motion", "name", "practice", "reading",
                                       "area",   "rule", "role"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (json_is_string(json_object_get(item, keys[i])))
            return json_string_value(json_object_get(item, keys[i]));
    return NULL;
}

static const char *below(struct arena *arena, const char *place, const char *word)
{
    return place[0] == '\0' ? word : arena_format(arena, "%s, %s", place, word);
}

static const char *item_place(struct arena *arena, const char *place, const char *key, size_t at,
                              const json_t *item)
{
    const char *name = own_name(item);
    const char *word = arena_format(arena, "%s %zu", one_of(arena, key), at + 1);
    if (name != NULL)
        word = arena_format(arena, "%s (%s)", word, name);
    return below(arena, place, word);
}

/* ---- Values */

static void compare(struct comparing *comparing, const char *place, const json_t *saved,
                    const json_t *counted);

static void compare_lists(struct comparing *comparing, const char *place, const char *key,
                          const json_t *saved, const json_t *counted)
{
    size_t saved_count = json_array_size(saved), counted_count = json_array_size(counted);
    size_t longest = saved_count > counted_count ? saved_count : counted_count;
    for (size_t i = 0; i < longest; i++) {
        const json_t *one = json_array_get(saved, i), *other = json_array_get(counted, i);
        const json_t *named = other == NULL ? one : other;
        compare(comparing, item_place(comparing->arena, place, key, i, named), one, other);
    }
}

/* What the count was made from is compared elsewhere. Of another version words may have been
 * changed, and what they say stands in figures too. No key is passed over because one side lacks
 * it: the version is what the file says it is. */
static bool is_left_out(const struct comparing *comparing, const char *place, const char *key)
{
    static const char *const apart[] = {"version", "options", "origin", "differs_from_bundled",
                                        "file",    "sha256"};
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
        if (strcmp(apart[i], key) == 0)
            return true;
    if (place[0] == '\0' && strcmp(key, "constitution") == 0)
        return !comparing->comparison->same_constitution_name;
    return !comparing->comparison->same_version &&
           (strcmp(key, "notes") == 0 || strcmp(key, "reason") == 0);
}

static void compare_member(struct comparing *comparing, const char *place, const char *key,
                           const json_t *saved, const json_t *counted)
{
    if (is_left_out(comparing, place, key))
        return;
    if (json_is_array(saved) && json_is_array(counted))
        compare_lists(comparing, place, key, saved, counted);
    else
        compare(comparing, below(comparing->arena, place, spaced(comparing->arena, key)), saved,
                counted);
}

static void compare_members(struct comparing *comparing, const char *place, json_t *saved,
                            json_t *counted)
{
    void *at = json_object_iter(counted);
    for (; at != NULL; at = json_object_iter_next(counted, at))
        compare_member(comparing, place, json_object_iter_key(at),
                       json_object_get(saved, json_object_iter_key(at)),
                       json_object_iter_value(at));
    for (at = json_object_iter(saved); at != NULL; at = json_object_iter_next(saved, at))
        if (json_object_get(counted, json_object_iter_key(at)) == NULL)
            compare_member(comparing, place, json_object_iter_key(at), json_object_iter_value(at),
                           NULL);
}

/* Either may be NULL for what is not there. No deeper than the counted document, which is ours. */
static void compare(struct comparing *comparing, const char *place, const json_t *saved,
                    const json_t *counted)
{
    if (json_is_object(saved) && json_is_object(counted))
        compare_members(comparing, place, (json_t *)saved, (json_t *)counted);
    else if (saved == NULL || counted == NULL || !json_equal(saved, counted))
        differ(comparing, place, saved, counted);
}

bool load_differences(struct arena *arena, const struct comparison *comparison,
                      struct differences *differences)
{
    struct comparing comparing = {.arena = arena, .comparison = comparison};
    json_error_t error;
    bool no_memory;
    json_t *saved = result_parse(comparison->saved, &error, &no_memory);
    json_t *counted = result_parse(comparison->counted, &error, &no_memory);
    bool read = saved != NULL && counted != NULL;
    if (read)
        compare(&comparing, "", saved, counted);
    json_decref(saved);
    json_decref(counted);
    *differences = (struct differences){comparing.items, comparing.count, comparing.all};
    return read;
}
