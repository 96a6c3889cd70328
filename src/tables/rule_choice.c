/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "quorate/text.h"
#include "rules_internal.h"

/* A value that is one of some fixed words. */

const char *rule_not_allowed(const struct value *value)
{
    return arena_format(value->arena, "\"%s\" is not a value of the rule \"%s\"", value->text,
                        rule_name(value->kind));
}

/* Whether a folded text is these words, whose only punctuation is commas. */
static bool is_folded_form(const char *folded, const char *words)
{
    for (; *words != '\0'; words++) {
        if (*words == ',')
            continue;
        if (*folded++ != *words)
            return false;
    }
    return *folded == '\0';
}

const char *rule_choose(struct value *value, const char *const *words, size_t count, int *chosen)
{
    /* Most tables spell the words as the manual does, and then nothing need be folded. */
    for (size_t i = 0; i < count; i++)
        if (strcmp(value->text, words[i]) == 0) {
            *chosen = (int)i;
            return NULL;
        }
    const char *folded = text_fold(value->arena, value->text);
    for (size_t i = 0; i < count; i++)
        if (is_folded_form(folded, words[i])) {
            *chosen = (int)i;
            return NULL;
        }
    size_t nearest = text_nearest(value->arena, value->text, words, count);
    if (nearest != TEXT_NO_CHOICE)
        value->meant = words[nearest];
    return rule_not_allowed(value);
}

const char *rule_read_choice(struct value *value, struct rule *rule)
{
    size_t count;
    int chosen = 0;
    const char *const *words = rule_choices(value->kind, &count);
    const char *fault = rule_choose(value, words, count, &chosen);
    rule_take(rule, chosen);
    return fault;
}
