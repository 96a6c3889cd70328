/* SPDX-License-Identifier: MIT */
#include "result_internal.h"

#include <string.h>

#include "quorate/names.h"
#include "quorate/saved.h"

/* Two documents, place by place. Which keys there are is not known here, so that a new one is
 * compared as soon as it is written. */

struct found {
    struct difference *items;
    size_t count, capacity, all;
};

struct comparing {
    struct arena *arena;
    const struct comparison *comparison;
    const json_t *document, *vote;    /* the whole one and the vote, as counted, */
    const json_t *object;             /* and that whose members are being compared */
    const struct recorded_poll *poll; /* of the vote, where its rows are those saved */
    bool proves;                      /* what is being compared shows something when it differs */
    struct found differences, unproved;
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
    struct found *found = comparing->proves ? &comparing->differences : &comparing->unproved;
    if (found->all++ >= DIFFERENCES_MOST)
        return;
    struct difference *difference =
        ARENA_PUSH(comparing->arena, found->items, found->count, found->capacity);
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

/* ---- What proves something */

#define ONE_OF(key, keys) name_is_one_of(key, keys, sizeof(keys) / sizeof *(keys))

/* Sentences: what they say stands in figures too. Those of another version may be worded otherwise,
 * and rows of a result do not hold all that the ballots gave a reason to say. */
static bool is_wording(const struct comparing *comparing, const char *key)
{
    static const char *const words[] = {"notes", "reason"};
    return ONE_OF(key, words) &&
           (!comparing->comparison->same_version || comparing->comparison->recorded != NULL);
}

/* Whether the day of a vote went with its ballots. */
static bool is_untimed(const struct comparison *comparison)
{
    for (size_t i = 0; i < comparison->recorded_count; i++)
        if (comparison->recorded[i].untimed)
            return true;
    return false;
}

/* What rows that stand for a secret vote do not tell. */
static bool is_unproved(const struct comparing *comparing, const char *key)
{
    static const char *const of_sizes[] = {"verdict", "tied",     "winner",
                                           "run_off", "review",   "certain",
                                           "margin",  "readings", "nominations_reopened"};
    const struct recorded_poll *poll = comparing->poll;
    if (comparing->object == comparing->document)
        return strcmp(key, "stale") == 0 && is_untimed(comparing->comparison);
    return poll != NULL && comparing->object == comparing->vote &&
           ((poll->weighs && ONE_OF(key, of_sizes)) ||
            (poll->uncertain_count > 0 && strcmp(key, "certain") == 0));
}

/* A reading that asks for more, alone or among others. Which combinations are told depends on those
 * that are not certain. */
static bool is_uncertain(const struct comparing *comparing, const json_t *reading)
{
    const struct recorded_poll *poll = comparing->poll;
    const json_t *together = json_object_get(reading, "together");
    if (poll == NULL || poll->uncertain_count == 0)
        return false;
    for (size_t i = 0; i < json_array_size(together); i++) {
        const char *name = json_string_value(json_array_get(together, i));
        if (name != NULL && name_is_one_of(name, poll->uncertain, poll->uncertain_count))
            return true;
    }
    return json_array_size(together) > 1;
}

/* A condition of which neither side tells the figures that decide it. */
static bool is_untold(const struct comparing *comparing, const json_t *saved, const json_t *counted)
{
    return comparing->poll != NULL && comparing->poll->weighs &&
           json_is_null(json_object_get(saved, "part")) &&
           json_is_null(json_object_get(counted, "part"));
}

/* The votes are compared one by one. */
static void turn_to_poll(struct comparing *comparing, size_t at, const json_t *object)
{
    const struct comparison *comparison = comparing->comparison;
    comparing->vote = object;
    comparing->poll = at < comparison->recorded_count ? &comparison->recorded[at] : NULL;
}

/* ---- Values */

static void compare(struct comparing *comparing, const char *place, const json_t *saved,
                    const json_t *counted);

static void compare_item(struct comparing *comparing, const char *place, const char *key, size_t at,
                         const json_t *saved, const json_t *counted)
{
    bool proved = comparing->proves;
    if (strcmp(key, "polls") == 0)
        turn_to_poll(comparing, at, counted);
    if (strcmp(key, "conditions") == 0 && is_untold(comparing, saved, counted))
        comparing->proves = false;
    if (strcmp(key, "readings") == 0 && comparing->object == comparing->vote &&
        is_uncertain(comparing, counted == NULL ? saved : counted))
        comparing->proves = false;
    compare(comparing,
            item_place(comparing->arena, place, key, at, counted == NULL ? saved : counted), saved,
            counted);
    comparing->proves = proved;
}

static void compare_lists(struct comparing *comparing, const char *place, const char *key,
                          const json_t *saved, const json_t *counted)
{
    size_t saved_count = json_array_size(saved), counted_count = json_array_size(counted);
    size_t longest = saved_count > counted_count ? saved_count : counted_count;
    for (size_t i = 0; i < longest; i++)
        compare_item(comparing, place, key, i, json_array_get(saved, i),
                     json_array_get(counted, i));
}

/* What the count was made from is compared elsewhere. No key is passed over because one side lacks
 * it: the version is what the file says it is. */
static bool is_left_out(const struct comparing *comparing, const char *place, const char *key)
{
    static const char *const apart[] = {"version", "options", "origin", "differs_from_bundled",
                                        "file",    "sha256"};
    if (ONE_OF(key, apart))
        return true;
    return place[0] == '\0' && strcmp(key, "constitution") == 0 &&
           !comparing->comparison->same_constitution_name;
}

static bool has_text(const json_t *list, const json_t *text)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (json_equal(json_array_get(list, i), text))
            return true;
    return false;
}

/* Sentences that only one side has, wherever they stand. */
static void compare_sentences(struct comparing *comparing, const char *place, const char *key,
                              const json_t *saved, const json_t *counted)
{
    for (size_t i = 0; i < json_array_size(saved); i++)
        if (!has_text(counted, json_array_get(saved, i)))
            differ(comparing, item_place(comparing->arena, place, key, i, NULL),
                   json_array_get(saved, i), NULL);
    for (size_t i = 0; i < json_array_size(counted); i++)
        if (!has_text(saved, json_array_get(counted, i)))
            differ(comparing, item_place(comparing->arena, place, key, i, NULL), NULL,
                   json_array_get(counted, i));
}

static void compare_value(struct comparing *comparing, const char *place, const char *key,
                          const json_t *saved, const json_t *counted)
{
    if (!json_is_array(saved) || !json_is_array(counted))
        compare(comparing, below(comparing->arena, place, spaced(comparing->arena, key)), saved,
                counted);
    else if (is_wording(comparing, key))
        compare_sentences(comparing, place, key, saved, counted);
    else
        compare_lists(comparing, place, key, saved, counted);
}

static void compare_member(struct comparing *comparing, const char *place, const char *key,
                           const json_t *saved, const json_t *counted)
{
    bool proved = comparing->proves;
    if (is_left_out(comparing, place, key))
        return;
    comparing->proves = proved && !is_wording(comparing, key) && !is_unproved(comparing, key);
    compare_value(comparing, place, key, saved, counted);
    comparing->proves = proved;
}

static void compare_members(struct comparing *comparing, const char *place, json_t *saved,
                            json_t *counted)
{
    const json_t *outer = comparing->object;
    void *at = json_object_iter(counted);
    comparing->object = counted;
    for (; at != NULL; at = json_object_iter_next(counted, at))
        compare_member(comparing, place, json_object_iter_key(at),
                       json_object_get(saved, json_object_iter_key(at)),
                       json_object_iter_value(at));
    for (at = json_object_iter(saved); at != NULL; at = json_object_iter_next(saved, at))
        if (json_object_get(counted, json_object_iter_key(at)) == NULL)
            compare_member(comparing, place, json_object_iter_key(at), json_object_iter_value(at),
                           NULL);
    comparing->object = outer;
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

static struct differences told(const struct found *found)
{
    return (struct differences){found->items, found->count, found->all};
}

static bool are_same(struct bytes one, struct bytes other)
{
    return one.length == other.length && memcmp(one.bytes, other.bytes, one.length) == 0;
}

bool load_differences(struct arena *arena, struct diag *diag, const struct comparison *comparison,
                      struct differences *differences, struct differences *unproved)
{
    struct comparing comparing = {.arena = arena, .comparison = comparison, .proves = true};
    *differences = *unproved = (struct differences){0};
    if (are_same(comparison->saved, comparison->counted))
        return true;
    json_t *saved = result_parse(diag, comparison->saved);
    json_t *counted = saved == NULL ? NULL : result_parse(diag, comparison->counted);
    bool read = counted != NULL;
    comparing.document = counted;
    if (read)
        compare(&comparing, "", saved, counted);
    json_decref(saved);
    json_decref(counted);
    *differences = told(&comparing.differences);
    *unproved = told(&comparing.unproved);
    return read;
}
