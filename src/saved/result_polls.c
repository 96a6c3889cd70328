/* SPDX-License-Identifier: MIT */
#include "result_internal.h"

#include <stdint.h>
#include <string.h>

#include "quorate/saved.h"
#include "quorate/text.h"

/* The votes of a saved result, for a further election. What one part of the document says is held
 * against the others and the rules: whoever stands again is not taken from a torn or retouched one.
 */

static const char remedy[] = "Count the ballots again with quorate tally -f json, and leave the "
                             "file as it is.";

struct polls_load {
    struct arena *arena;
    struct diag *diag;
    const char *file;
    const struct rules *rules;
    size_t number; /* of the vote, from 1 */
    bool sound;
};

static void refuse(struct polls_load *load, const char *what)
{
    load->sound = false;
    diag_refuse(load->diag, load->file, remedy, "vote %zu: %s", load->number, what);
}

/* ---- Who stands again */

/* A text that can stand in a cell, and on one line of a message. */
static bool is_on_one_line(struct polls_load *load, const json_t *value)
{
    const char *text = json_is_string(value) ? json_string_value(value) : "";
    size_t length = json_is_string(value) ? json_string_length(value) : 0;
    return strlen(text) == length && *text_fold(load->arena, text) != '\0' &&
           text_control_at(text, length, "") == TEXT_VALID &&
           strcmp(text_printable(load->arena, text), text) == 0;
}

static bool are_distinct(struct polls_load *load, const struct saved_poll *poll)
{
    for (size_t i = 0; i < poll->run_off_count; i++)
        for (size_t j = 0; j < i; j++)
            if (text_same(load->arena, poll->run_off[i], poll->run_off[j]))
                return false;
    return true;
}

static bool read_run_off(struct polls_load *load, const json_t *array, struct saved_poll *poll)
{
    size_t count = json_array_size(array);
    const char **names = arena_alloc(load->arena, count, sizeof *names);
    poll->run_off = names;
    if (!json_is_array(array)) {
        refuse(load, "\"run_off\" is not there as a list");
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *name = json_array_get(array, i);
        if (!is_on_one_line(load, name)) {
            refuse(load, "a name in \"run_off\" is not a text on one line");
            return false;
        }
        names[poll->run_off_count++] =
            arena_copy(load->arena, json_string_value(name), json_string_length(name));
    }
    if (!are_distinct(load, poll)) {
        refuse(load, "a name stands twice in \"run_off\"");
        return false;
    }
    return true;
}

/* ---- Whether the figures say so too */

/* The finest decimal of their votes. */
static unsigned places_of(struct polls_load *load, const json_t *candidates)
{
    unsigned finest = 0;
    for (size_t i = 0; i < json_array_size(candidates); i++) {
        const char *text = result_text(load->arena, json_array_get(candidates, i), "votes");
        unsigned places = text == NULL ? 0 : text_decimal_places(text);
        finest = places > finest ? places : finest;
    }
    return finest;
}

/* Its votes in units of 1 / 10^places; members where votes are withheld and each has one. -1 when
 * not told. */
static long long votes_of(struct polls_load *load, const json_t *candidate, bool one_each,
                          unsigned places)
{
    long long votes = -1;
    const char *text = result_text(load->arena, candidate, "votes");
    const json_t *members = json_object_get(candidate, "members");
    if (text != NULL)
        return text_decimal(text, places, INT64_MAX, &votes) == NUMBER_OK ? votes : -1;
    return one_each && json_is_integer(members) ? json_integer_value(members) : -1;
}

static bool stands_again(const struct saved_poll *poll, const char *name)
{
    for (size_t i = 0; i < poll->run_off_count; i++)
        if (name != NULL && strcmp(poll->run_off[i], name) == 0)
            return true;
    return false;
}

/* Whether those who stand again are the candidates with the most votes, all of them and no other.
 */
static bool are_at_the_top(struct polls_load *load, const json_t *candidates,
                           const struct saved_poll *poll, bool told, bool one_each)
{
    size_t found = 0, count = json_array_size(candidates);
    unsigned places = places_of(load, candidates);
    long long most = 0;
    for (size_t i = 0; i < count && told; i++) {
        long long votes = votes_of(load, json_array_get(candidates, i), one_each, places);
        most = votes > most ? votes : most;
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *candidate = json_array_get(candidates, i);
        bool stands = stands_again(poll, result_text(load->arena, candidate, "name"));
        found += stands;
        if (told && stands != (votes_of(load, candidate, one_each, places) == most && most > 0))
            return false;
    }
    return found == poll->run_off_count;
}

static void check_figures(struct polls_load *load, const json_t *object,
                          const struct saved_poll *poll, const struct ruleset *set)
{
    const json_t *candidates = json_object_get(object, "candidates");
    bool one_each = set->one[RULE_WEIGHT]->as.weight.kind == WEIGHT_ONE_EACH;
    bool weighed = result_text(load->arena, json_array_get(candidates, 0), "votes") != NULL;
    if (!are_at_the_top(load, candidates, poll, one_each || weighed, one_each))
        refuse(load, "those who stand again are not the candidates with the most votes");
    if (!json_is_null(json_object_get(object, "winner")))
        refuse(load, "it names a winner as well as a further election");
}

/* ---- The whole */

static void read_poll(struct polls_load *load, const json_t *object, struct saved_poll *poll)
{
    const char *decision = result_text(load->arena, object, "decision");
    const json_t *motion = json_object_get(object, "motion");
    *poll = (struct saved_poll){
        .motion = result_text(load->arena, object, "motion"),
        .verdict = result_text(load->arena, object, "verdict"),
    };
    if (decision != NULL)
        poll->decision = rules_decision(load->arena, load->rules, decision);
    if (poll->decision == NULL) {
        refuse(load, "it is of no kind of decision that the rules know");
        return;
    }
    struct ruleset set = rules_resolve(load->arena, load->rules, poll->decision, NULL, 0);
    poll->is_election = set.form == FORM_ELECTION;
    if (poll->verdict == NULL)
        refuse(load, "\"verdict\" is not there as a text");
    if (!json_is_null(motion) && !is_on_one_line(load, motion))
        refuse(load, "\"motion\" is neither a text on one line nor null");
    if (poll->verdict == NULL || !read_run_off(load, json_object_get(object, "run_off"), poll))
        return;
    bool further = strcmp(poll->verdict, "further election") == 0;
    if (further && set.form != FORM_ELECTION)
        refuse(load, "a motion cannot lead to a further election");
    else if (further && poll->run_off_count < 2)
        refuse(load, "a further election is between two candidates at least");
    else if (!further && poll->run_off_count > 0)
        refuse(load, "it names who stands again, and its verdict is another");
    else if (further)
        check_figures(load, object, poll, &set);
}

bool load_result_polls(struct arena *arena, struct diag *diag, struct bytes bytes,
                       const struct rules *rules, const struct saved_poll **polls, size_t *count)
{
    struct polls_load load = {
        .arena = arena, .diag = diag, .file = bytes.name, .rules = rules, .sound = true};
    *polls = NULL;
    *count = 0;
    json_t *document = result_parse(arena, diag, bytes);
    if (document == NULL)
        return false;
    const json_t *array = json_object_get(document, "polls");
    struct saved_poll *read = arena_alloc(arena, json_array_size(array), sizeof *read);
    for (load.number = 1; load.number <= json_array_size(array); load.number++)
        read_poll(&load, json_array_get(array, load.number - 1), &read[(*count)++]);
    json_decref(document);
    *polls = read;
    return load.sound;
}
