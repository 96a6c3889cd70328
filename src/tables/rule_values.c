/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/buffer.h"
#include "quorate/text.h"
#include "rules_internal.h"

/* The keywords of rules.csv, and the readers of those values that are a choice of fixed words. */

/* "none, first counts or last counts"; between words that have commas of their own stand
 * semicolons. */
static const char *list_of(struct arena *arena, const char *const *words, size_t count)
{
    struct buffer list = {.arena = arena};
    bool commas = false;
    for (size_t i = 0; i < count; i++)
        commas = commas || strchr(words[i], ',') != NULL;
    if (!commas)
        return text_list(arena, words, count, "or");
    for (size_t i = 0; i < count; i++)
        buffer_format(&list, "%s%s", i == 0 ? "" : i + 1 == count ? "; or " : "; ", words[i]);
    return buffer_text(&list);
}

const char *rule_choices_from(struct arena *arena, enum rule_kind kind, int first)
{
    size_t count = 0;
    const char *const *words = rule_choices(kind, &count);
    return list_of(arena, words + first, count - (size_t)first);
}

const char *rule_ties_allowed(struct arena *arena, bool election)
{
    return election ? rule_words(RULE_TIE, TIE_FURTHER_ELECTION)
                    : arena_format(arena, "%s or %s", rule_words(RULE_TIE, TIE_NOT_CARRIED),
                                   rule_words(RULE_TIE, TIE_CASTING_VOTE));
}

const char *rule_allowed(const struct value *value)
{
    struct arena *arena = value->arena;
    switch (value->kind) {
    case RULE_WEIGHT:
        return arena_format(arena,
                            "Write one vote per %s, %s, one vote per 2,000 patients, rounded "
                            "down (or rounded up, or rounded to nearest; then at least 1 where it "
                            "holds), or %s.",
                            value->unit, rule_words(RULE_WEIGHT, WEIGHT_LIST_SIZE),
                            rule_words(RULE_WEIGHT, WEIGHT_VOTES_COLUMN));
    case RULE_QUORUM:
        return arena_format(arena,
                            "Write %s, or a condition such as at least 50%% of population present.",
                            rule_words(RULE_QUORUM, QUORUM_NONE));
    case RULE_ELECTS:
        return arena_format(
            arena, "Write %s, or a share of the votes such as more than 1/2 of votes cast.",
            rule_words(RULE_ELECTS, ELECTS_MOST_VOTES));
    case RULE_TIE:
        return arena_format(arena, "Write %s for motions, %s for elections.",
                            rule_ties_allowed(arena, false), rule_ties_allowed(arena, true));
    case RULE_VOTERS:
        return arena_format(arena,
                            "Write the roles that may vote with commas between. The roles are %s.",
                            roles_list(arena, ROLE_LEAD, "and"));
    default:
        break;
    }
    const char *allowed = rule_keywords[value->kind].allowed;
    return allowed != NULL
               ? allowed
               : arena_format(arena, "Write %s.", rule_choices_from(arena, value->kind, 0));
}

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
    size_t count = 0;
    int chosen = 0;
    const char *const *words = rule_choices(value->kind, &count);
    const char *fault = rule_choose(value, words, count, &chosen);
    rule_take(rule, chosen);
    return fault;
}

static const char *read_text(struct value *value, struct rule *rule)
{
    (void)value;
    (void)rule;
    return NULL;
}

static const char *read_roll(struct value *value, struct rule *rule)
{
    (void)rule;
    if (strpbrk(value->text, "/\\") == NULL)
        return NULL;
    return arena_format(value->arena,
                        "\"%s\" names a folder; the roll stands in the folder of the rules",
                        value->text);
}

/* Roles with commas between. */
static const char *read_voters(struct value *value, struct rule *rule)
{
    const char *names[ROLES];
    for (size_t i = 0; i < ROLES; i++)
        names[i] = role_name((enum role)i);
    unsigned roles = 0;
    for (const char *text = value->text;; text++) {
        size_t length = strcspn(text, ",");
        struct value item = *value;
        item.text = text_trim(value->arena, arena_copy(value->arena, text, length));
        int role = 0;
        if (rule_choose(&item, names, ROLES, &role) != NULL) {
            value->meant = item.meant;
            return arena_format(value->arena, "\"%s\" in \"%s\" is not a role that is known",
                                item.text, value->text);
        }
        roles |= 1u << role;
        text += length;
        if (*text == '\0')
            break;
    }
    rule->as.roles = roles;
    return NULL;
}

/* Those that no reading may replace are the same whatever an unclear clause means. */
const struct keyword rule_keywords[RULE_KINDS] = {
    [RULE_BODY] = {.read_value = read_text,
                   .allowed = "Write the name of the body.",
                   .no_reading = true,
                   .whole_body = true},
    [RULE_EDITION] = {.read_value = read_text,
                      .allowed =
                          "Write which edition of the constitution it is, for example 2015/16.",
                      .no_reading = true,
                      .whole_body = true},
    [RULE_TITLE] = {.read_value = read_text,
                    .allowed = "Write what a vote of this kind is called in a report.",
                    .no_reading = true},
    [RULE_ROLL] = {.read_value = read_roll,
                   .allowed = "Write the file name of the roll, for example practices.csv.",
                   .no_reading = true,
                   .whole_body = true},
    [RULE_UNIT] = {.read_value = rule_read_unit,
                   .allowed = "Write what a member is called, for example practice, practices.",
                   .no_reading = true,
                   .whole_body = true},
    [RULE_WEIGHT] = {.read_value = rule_read_weight},
    [RULE_QUORUM] = {.read_value = rule_read_quorum, .several = true},
    [RULE_PASSES] = {.read_value = rule_read_condition,
                     .allowed = "Write a condition such as more than half of votes cast.",
                     .several = true},
    [RULE_ELECTS] = {.read_value = rule_read_elects},
    [RULE_TIE] = {.read_value = rule_read_choice},
    [RULE_CANDIDATES] = {.read_value = rule_read_choice},
    [RULE_NOTE] = {.read_value = read_text,
                   .allowed = "Write what is to be printed with the verdict.",
                   .several = true,
                   .no_reading = true},
    [RULE_VOTERS] = {.read_value = read_voters},
    [RULE_PROXY] = {.read_value = rule_read_choice},
    [RULE_INTEREST] = {.read_value = rule_read_choice},
    [RULE_ABSTENTION] = {.read_value = rule_read_choice},
    [RULE_REPEAT_BALLOTS] = {.read_value = rule_read_choice},
    [RULE_AREAS] = {.read_value = rule_read_choice},
    [RULE_PERIOD] = {.read_value = rule_read_period,
                     .allowed = "Write, for example, at least 5 working days (from 1 to 1,000)."},
    [RULE_SECRECY] = {.read_value = rule_read_choice, .no_reading = true},
    [RULE_KEEP_BALLOTS] = {.read_value = rule_read_keep_ballots,
                           .allowed = "Write, for example, 1 month (from 1 to 1,200 months)."},
    [RULE_REVIEW] = {.read_value = rule_read_condition,
                     .allowed = "Write a condition such as at least 2 localities against."},
    [RULE_LOCALITY] = {.read_value = read_text,
                       .allowed = "Write this body's name as it stands in localities.csv.",
                       .no_reading = true,
                       .whole_body = true},
    [RULE_GOVERNING_BODY_VOTES] = {.read_value = rule_read_governing_body_votes,
                                   .allowed =
                                       "Write a whole number from 1 to 1,000, for example 10.",
                                   .whole_body = true},
    [RULE_GOVERNING_BODY_TOTAL] = {.read_value = rule_read_choice, .whole_body = true},
};
