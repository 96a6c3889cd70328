/* SPDX-License-Identifier: MIT */
#include "result_internal.h"

#include <assert.h>
#include <string.h>

#include "quorate/names.h"
#include "quorate/saved.h"

/* Two documents, place by place. Which keys there are is not known here, so that a new one is
 * compared as soon as it is written. */

struct found {
    struct difference *items;
    size_t count, capacity, all;
};

/* Where a value stands: by steps from the top of the document, which has none. */
struct step {
    const struct step *above;
    const char *key;
    size_t number;      /* in the list of that key, from 1; 0 for the value of the key itself */
    const json_t *item; /* then what tells it from the others of its list */
};

struct comparing {
    struct arena *arena;
    const struct comparison *comparison;
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
        {"others", "other person"}, {"localities", "locality"},
        {"practices", "practice"},  {"sources", "file"},
        {"quorums", "quorum"},      {"tables", "table"},
        {"files", "file"},
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

/* "vote 1 (Adopt the plan), counts, for". */
static const char *words_of_place(struct arena *arena, const struct step *step)
{
    assert(step != NULL); /* both documents are objects, so what differs has a place */
    const char *word = step->number == 0
                           ? spaced(arena, step->key)
                           : arena_format(arena, "%s %zu", one_of(arena, step->key), step->number);
    const char *name = own_name(step->item);
    if (name != NULL)
        word = arena_format(arena, "%s (%s)", word, name);
    return step->above == NULL
               ? word
               : arena_format(arena, "%s, %s", words_of_place(arena, step->above), word);
}

static void differ(struct comparing *comparing, const struct step *step, const json_t *saved,
                   const json_t *counted)
{
    struct found *found = comparing->proves ? &comparing->differences : &comparing->unproved;
    if (found->all++ >= DIFFERENCES_MOST)
        return;
    struct difference *difference =
        ARENA_PUSH(comparing->arena, found->items, found->count, found->capacity);
    *difference = (struct difference){
        .place = words_of_place(comparing->arena, step),
        .saved = saved == NULL ? NULL : words_of(comparing->arena, saved),
        .counted = counted == NULL ? NULL : words_of(comparing->arena, counted),
    };
}

/* ---- What proves something */

#define ONE_OF(key, keys) name_is_one_of(key, keys, sizeof(keys) / sizeof *(keys))

/*
 * Whether it stands exactly there: "polls[].verdict" is the verdict of a vote, and that of one of
 * its readings is "polls[].readings[].verdict". A key that is written like several steps is none.
 */
static bool is_at(const struct step *step, const char *path)
{
    size_t left = strlen(path);
    for (; step != NULL; step = step->above) {
        size_t length = strlen(step->key), list = step->number == 0 ? 0 : strlen("[]");
        if (strpbrk(step->key, ".[]") != NULL || left < length + list ||
            strncmp(path + left - list, "[]", list) != 0 ||
            memcmp(path + left - list - length, step->key, length) != 0)
            return false;
        left -= length + list;
        if (step->above != NULL && (left == 0 || path[--left] != '.'))
            return false;
    }
    return left == 0;
}

static bool is_at_one_of(const struct step *step, const char *const *paths, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_at(step, paths[i]))
            return true;
    return false;
}

#define AT_ONE_OF(step, paths) is_at_one_of(step, paths, sizeof(paths) / sizeof *(paths))

/* Sentences: what they say stands in figures too. */
static bool is_wording(const struct step *step)
{
    static const char *const paths[] = {"notes", "polls[].returns[].reason",
                                        "polls[].refused[].reason"};
    return AT_ONE_OF(step, paths);
}

/* Where it is known that a sentence may be another: another version may word it otherwise, and the
 * rows of a result do not hold all that the ballots gave a reason to say. */
static bool is_worded_otherwise(const struct comparing *comparing, const struct step *step,
                                const json_t *saved, const json_t *counted)
{
    if (!is_wording(step))
        return false;
    return comparing->comparison->recorded != NULL ||
           (!comparing->comparison->same_version && saved != NULL && counted != NULL &&
            json_typeof(saved) == json_typeof(counted));
}

/* The version is what the file says it is, and which one wrote it nobody can see. */
static bool is_version(const struct step *step)
{
    return is_at(step, "version");
}

/* What follows from the place of the tables, where whoever verifies gave another. */
static bool is_of_place(const struct comparing *comparing, const struct step *step)
{
    static const char *const paths[] = {"constitution", "origin", "differs_from_bundled",
                                        "options.constitution", "options.bundled"};
    return comparing->comparison->elsewhere && AT_ONE_OF(step, paths);
}

/* The ballots themselves, which are proved by their key or not at all. */
static bool is_keyed(const struct comparing *comparing, const struct step *step)
{
    return comparing->comparison->without_key && is_at(step, "ballots_hmac");
}

/* "0.9.1" as one number; a part of it is less than 1,000. */
static unsigned long version_number(const char *version)
{
    unsigned long number = 0;
    for (int part = 0; part < 3; part++) {
        unsigned long value = 0;
        for (; *version >= '0' && *version <= '9'; version++)
            value = value < 100 ? 10 * value + (unsigned long)(*version - '0') : 999;
        number = 1000 * number + value;
        version += *version == '.';
    }
    return number;
}

/* A key that the version which saved the result did not write yet. A row for each that is added to
 * a document that an earlier version wrote. */
static bool is_later_key(const struct comparing *comparing, const struct step *step)
{
    static const struct {
        const char *path, *since;
    } later[] = {
        {"stale", "1.0.0"},
        {"differs_from_bundled", "1.0.0"},
        {"origin", "1.0.0"},
        {"polls[].conditions[].reachable", "1.0.0"},
        {"polls[].areas[].conditions[].reachable", "1.0.0"},
        {"polls[].margin.abstaining", "1.0.0"},
        {"polls[].margin.alone", "1.0.0"},
        {"polls[].margin.alone_of", "1.0.0"},
        {"polls[].ballots.others", "1.0.0"},
        {"polls[].returns[].voter", "1.0.0"},
        {"polls[].returns[].received", "1.0.0"},
        {"polls[].returns[].cast", "1.0.0"},
        {"polls[].members", "1.0.0"},
        {"polls[].absent", "1.0.0"},
        {"polls[].interests", "1.0.0"},
        {"polls[].proxies", "1.0.0"},
        {"polls[].others", "1.0.0"},
        {"polls[].refused", "1.0.0"},
        {"polls[].basis", "1.0.0"},
        {"share.percent_long", "1.0.0"},
        {"share.percent_long_of_sum", "1.0.0"},
    };
    unsigned long version = version_number(comparing->comparison->version);
    for (size_t i = 0; i < sizeof later / sizeof *later; i++)
        if (is_at(step, later[i].path))
            return version < version_number(later[i].since);
    return false;
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
static bool is_not_told_by_rows(const struct comparing *comparing, const struct step *step)
{
    static const char *const of_sizes[] = {
        "polls[].verdict", "polls[].tied",     "polls[].winner",
        "polls[].run_off", "polls[].review",   "polls[].certain",
        "polls[].margin",  "polls[].readings", "polls[].nominations_reopened"};
    const struct recorded_poll *poll = comparing->poll;
    if (is_at(step, "stale"))
        return is_untimed(comparing->comparison);
    return poll != NULL && ((poll->weighs && AT_ONE_OF(step, of_sizes)) ||
                            (poll->uncertain_count > 0 && is_at(step, "polls[].certain")));
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
        if (name != NULL && name_is_among(name, poll->uncertain, poll->uncertain_count))
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

static bool item_is_unproved(const struct comparing *comparing, const struct step *step,
                             const json_t *saved, const json_t *counted)
{
    static const char *const conditions[] = {"polls[].conditions[]",
                                             "polls[].areas[].conditions[]"};
    if (AT_ONE_OF(step, conditions))
        return is_untold(comparing, saved, counted);
    return is_at(step, "polls[].readings[]") &&
           is_uncertain(comparing, counted == NULL ? saved : counted);
}

static bool is_unproved(const struct comparing *comparing, const struct step *step,
                        const json_t *saved, const json_t *counted)
{
    if (step->number > 0)
        return item_is_unproved(comparing, step, saved, counted);
    return is_version(step) || is_of_place(comparing, step) || is_keyed(comparing, step) ||
           is_worded_otherwise(comparing, step, saved, counted) ||
           (saved == NULL && is_later_key(comparing, step)) || is_not_told_by_rows(comparing, step);
}

/* ---- What is compared elsewhere */

static bool is_given(const struct comparison *comparison, const char *word)
{
    return word != NULL && name_is_among(word, comparison->given, comparison->given_count);
}

/* The hashes of files, and what whoever verifies says in place of the record. No key is passed over
 * because one side lacks it. */
static bool is_left_out(const struct comparing *comparing, const struct step *step)
{
    const struct comparison *comparison = comparing->comparison;
    const struct step *above = step->above;
    if (above != NULL && is_at(step, "inputs[].file"))
        return is_given(comparison, json_string_value(json_object_get(above->item, "role")));
    if (is_at(step, "constitution"))
        return is_given(comparison, "rules");
    if (above != NULL && is_at(above, "options") && step->number == 0)
        return is_given(comparison, step->key);
    return is_at(step, "inputs[].sha256");
}

/* ---- Values */

static void compare(struct comparing *comparing, const struct step *step, const json_t *saved,
                    const json_t *counted);

/* Which vote it is that is compared from here on. */
static void turn_to_poll(struct comparing *comparing, const struct step *step)
{
    const struct comparison *comparison = comparing->comparison;
    if (is_at(step, "polls[]"))
        comparing->poll = step->number <= comparison->recorded_count
                              ? &comparison->recorded[step->number - 1]
                              : NULL;
}

/* Either may be NULL for what is not there. */
static void compare_at(struct comparing *comparing, const struct step *step, const json_t *saved,
                       const json_t *counted)
{
    bool proved = comparing->proves;
    turn_to_poll(comparing, step);
    comparing->proves = proved && !is_unproved(comparing, step, saved, counted);
    if (saved == NULL || counted == NULL)
        differ(comparing, step, saved, counted);
    else
        compare(comparing, step, saved, counted);
    comparing->proves = proved;
}

static void compare_item(struct comparing *comparing, const struct step *list, size_t at,
                         const json_t *saved, const json_t *counted)
{
    assert(list != NULL); /* the document is an object, so each list has a key */
    const struct step step = {.above = list->above,
                              .key = list->key,
                              .number = at + 1,
                              .item = counted == NULL ? saved : counted};
    compare_at(comparing, &step, saved, counted);
}

static void compare_lists(struct comparing *comparing, const struct step *list, const json_t *saved,
                          const json_t *counted)
{
    size_t saved_count = json_array_size(saved), counted_count = json_array_size(counted);
    size_t longest = saved_count > counted_count ? saved_count : counted_count;
    for (size_t i = 0; i < longest; i++)
        compare_item(comparing, list, i, json_array_get(saved, i), json_array_get(counted, i));
}

static bool has_text(const json_t *list, const json_t *text)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (json_equal(json_array_get(list, i), text))
            return true;
    return false;
}

/* Sentences that only one side has, wherever they stand. */
static void compare_sentences(struct comparing *comparing, const struct step *list,
                              const json_t *saved, const json_t *counted)
{
    for (size_t i = 0; i < json_array_size(saved); i++)
        if (!has_text(counted, json_array_get(saved, i)))
            compare_item(comparing, list, i, json_array_get(saved, i), NULL);
    for (size_t i = 0; i < json_array_size(counted); i++)
        if (!has_text(saved, json_array_get(counted, i)))
            compare_item(comparing, list, i, NULL, json_array_get(counted, i));
}

static void compare_key(struct comparing *comparing, const struct step *above, const char *key,
                        const json_t *saved, const json_t *counted)
{
    const struct step step = {.above = above, .key = key};
    if (!is_left_out(comparing, &step))
        compare_at(comparing, &step, saved, counted);
}

static void compare_objects(struct comparing *comparing, const struct step *step, json_t *saved,
                            json_t *counted)
{
    const char *key;
    json_t *value;
    json_object_foreach(counted, key, value)
    {
        compare_key(comparing, step, key, json_object_get(saved, key), value);
    }
    json_object_foreach(saved, key, value)
    {
        if (json_object_get(counted, key) == NULL)
            compare_key(comparing, step, key, value, NULL);
    }
}

/* No deeper than the counted document, which is ours. `step` is NULL at the top. */
static void compare(struct comparing *comparing, const struct step *step, const json_t *saved,
                    const json_t *counted)
{
    bool lists = json_is_array(saved) && json_is_array(counted);
    if (json_is_object(saved) && json_is_object(counted))
        compare_objects(comparing, step, (json_t *)saved, (json_t *)counted);
    else if (lists && is_wording(step) && !comparing->proves)
        compare_sentences(comparing, step, saved, counted);
    else if (lists)
        compare_lists(comparing, step, saved, counted);
    else if (!json_equal(saved, counted))
        differ(comparing, step, saved, counted);
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
    json_t *saved = result_parse(arena, diag, comparison->saved);
    struct bytes counted_bytes =
        comparison->counted; /* whatever it cannot be is told of the file */
    counted_bytes.name = comparison->saved.name;
    json_t *counted = saved == NULL ? NULL : result_parse_beside(arena, diag, counted_bytes, saved);
    bool read = counted != NULL;
    if (read)
        compare(&comparing, NULL, saved, counted);
    json_decref(saved);
    json_decref(counted);
    *differences = told(&comparing.differences);
    *unproved = told(&comparing.unproved);
    return read;
}
