/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "quorate/text.h"
#include "rules_internal.h"

/* The keywords of rules.csv, and the readers of those values that are a choice of fixed words. */

const char *rule_allowed(const struct value *value)
{
    if (value->kind != RULE_WEIGHT)
        return rule_keywords[value->kind].allowed;
    return arena_format(value->arena,
                        "Write one vote per %s, list size, one vote per 2,000 patients, rounded "
                        "down (or rounded up, or rounded to nearest; then at least 1 where it "
                        "holds), or votes column.",
                        value->unit);
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

/* The words of all choices, and how many there are. */
static const char **words_of(struct arena *arena, const struct choice *choices, size_t *count)
{
    *count = 0;
    while (choices[*count].words != NULL)
        ++*count;
    const char **words = arena_alloc(arena, *count, sizeof *words);
    for (size_t i = 0; i < *count; i++)
        words[i] = choices[i].words;
    return words;
}

const char *rule_choose(struct value *value, const struct choice *choices, int *chosen)
{
    /* Most tables spell the words as the manual does, and then nothing need be folded. */
    for (const struct choice *choice = choices; choice->words != NULL; choice++)
        if (strcmp(value->text, choice->words) == 0) {
            *chosen = choice->value;
            return NULL;
        }
    const char *folded = text_fold(value->arena, value->text);
    for (const struct choice *choice = choices; choice->words != NULL; choice++)
        if (is_folded_form(folded, choice->words)) {
            *chosen = choice->value;
            return NULL;
        }
    size_t count = 0;
    const char **words = words_of(value->arena, choices, &count);
    size_t nearest = text_nearest(value->arena, value->text, words, count);
    if (nearest != TEXT_NO_CHOICE)
        value->meant = words[nearest];
    return rule_not_allowed(value);
}

/* Where the choice goes: one row for each rule that has nothing but choices. */
static const char *read_choice(struct value *value, struct rule *rule)
{
    int chosen = 0;
    const char *fault = rule_choose(value, rule_keywords[value->kind].choices, &chosen);
    switch (value->kind) {
    case RULE_TIE:
        rule->as.tie = (enum tie_rule)chosen;
        break;
    case RULE_PROXY:
        rule->as.proxy = (enum proxy_rule)chosen;
        break;
    case RULE_INTEREST:
        rule->as.interest = (enum interest_rule)chosen;
        break;
    case RULE_REPEAT_BALLOTS:
        rule->as.repeat = (enum repeat_rule)chosen;
        break;
    case RULE_CANDIDATES:
        rule->as.listed = chosen != 0;
        break;
    case RULE_ABSTENTION:
        rule->as.takes_part = chosen != 0;
        break;
    case RULE_AREAS:
        rule->as.every_area = chosen != 0;
        break;
    case RULE_SECRECY:
        rule->as.secret = chosen != 0;
        break;
    case RULE_GOVERNING_BODY_TOTAL:
        rule->as.sum_of_rows = chosen != 0;
        break;
    default:
        break;
    }
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
    struct choice choices[ROLES + 1] = {{0}};
    for (size_t i = 0; i < ROLES; i++)
        choices[i] = (struct choice){role_name((enum role)i), (int)i};
    unsigned roles = 0;
    for (const char *text = value->text;; text++) {
        size_t length = strcspn(text, ",");
        struct value item = *value;
        item.text = text_trim(value->arena, arena_copy(value->arena, text, length));
        int role = 0;
        if (rule_choose(&item, choices, &role) != NULL) {
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

static const struct choice tie_choices[] = {
    {"not carried", TIE_NOT_CARRIED},
    {"casting vote", TIE_CASTING_VOTE},
    {"further election among the tied", TIE_FURTHER_ELECTION},
    {NULL, 0}};
static const struct choice candidates_choices[] = {{"any", 0}, {"listed", 1}, {NULL, 0}};
static const struct choice proxy_choices[] = {{"named and notified", PROXY_NAMED_AND_NOTIFIED},
                                              {"named", PROXY_NAMED},
                                              {"any", PROXY_ANY},
                                              {"none", PROXY_NONE},
                                              {NULL, 0}};
static const struct choice interest_choices[] = {
    {"counts as present", INTEREST_PRESENT},
    {"does not count as present", INTEREST_NOT_PRESENT},
    {"leaves the base", INTEREST_LEAVES_BASE},
    {NULL, 0}};
static const struct choice abstention_choices[] = {{"present", 0}, {"takes part", 1}, {NULL, 0}};
static const struct choice repeat_ballots_choices[] = {
    {"error", REPEAT_ERROR},
    {"void, takes part", REPEAT_VOID_TAKES_PART},
    {"void, does not take part", REPEAT_VOID_NO_PART},
    {"first counts", REPEAT_FIRST},
    {"last counts", REPEAT_LAST},
    {NULL, 0}};
static const struct choice areas_choices[] = {
    {"together", 0}, {"every area must pass", 1}, {NULL, 0}};
static const struct choice secrecy_choices[] = {{"open", 0}, {"secret", 1}, {NULL, 0}};
static const struct choice governing_body_total_choices[] = {
    {"as stated", 0}, {"sum of rows", 1}, {NULL, 0}};

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
    [RULE_QUORUM] = {.read_value = rule_read_quorum,
                     .allowed =
                         "Write none, or a condition such as at least 50% of population present.",
                     .several = true},
    [RULE_PASSES] = {.read_value = rule_read_condition,
                     .allowed = "Write a condition such as more than half of votes cast.",
                     .several = true},
    [RULE_ELECTS] =
        {.read_value = rule_read_elects,
         .allowed =
             "Write most votes, or a share of the votes such as more than 1/2 of votes cast."},
    [RULE_TIE] = {.read_value = read_choice,
                  .choices = tie_choices,
                  .allowed = "Write not carried or casting vote for motions, further election "
                             "among the tied for elections."},
    [RULE_CANDIDATES] = {.read_value = read_choice,
                         .choices = candidates_choices,
                         .allowed = "Write any or listed."},
    [RULE_NOTE] = {.read_value = read_text,
                   .allowed = "Write what is to be printed with the verdict.",
                   .several = true,
                   .no_reading = true},
    [RULE_VOTERS] =
        {.read_value = read_voters,
         .allowed = "Write the roles that may vote with commas between. The roles are lead, "
                    "deputy, proxy, practice manager, public representative, observer and other."},
    [RULE_PROXY] = {.read_value = read_choice,
                    .choices = proxy_choices,
                    .allowed = "Write named and notified, named, any or none."},
    [RULE_INTEREST] =
        {.read_value = read_choice,
         .choices = interest_choices,
         .allowed = "Write counts as present, does not count as present or leaves the base."},
    [RULE_ABSTENTION] = {.read_value = read_choice,
                         .choices = abstention_choices,
                         .allowed = "Write present or takes part."},
    [RULE_REPEAT_BALLOTS] = {.read_value = read_choice,
                             .choices = repeat_ballots_choices,
                             .allowed = "Write error; void, takes part; void, does not take part; "
                                        "first counts; or last counts."},
    [RULE_AREAS] = {.read_value = read_choice,
                    .choices = areas_choices,
                    .allowed = "Write together or every area must pass."},
    [RULE_PERIOD] = {.read_value = rule_read_period,
                     .allowed = "Write, for example, at least 5 working days (from 1 to 1,000)."},
    [RULE_SECRECY] = {.read_value = read_choice,
                      .choices = secrecy_choices,
                      .allowed = "Write open or secret.",
                      .no_reading = true},
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
    [RULE_GOVERNING_BODY_TOTAL] = {.read_value = read_choice,
                                   .choices = governing_body_total_choices,
                                   .allowed = "Write as stated or sum of rows.",
                                   .whole_body = true},
};
