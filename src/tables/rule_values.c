/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "phrase.h"
#include "quorate/buffer.h"
#include "quorate/tables.h"
#include "quorate/text.h"
#include "rules_internal.h"

/* The keywords of rules.csv, and the readers of their values. */

#define GOVERNING_BODY_VOTES_MOST 1000
#define WORKING_DAYS_MOST         1000
#define MONTHS_MOST               1200
#define PROXIES_MOST              1000000

/* --- A choice of fixed words --- */

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
    size_t count;
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
                            "Write one vote per %s, %s, one vote per 2,000 %s, rounded "
                            "down (or rounded up, or rounded to nearest; then at least 1 where it "
                            "holds), %s, or steps: 1 vote up to 5,000, 2 votes up to 10,000, 3 "
                            "votes above.",
                            value->terms->unit, value->terms->column, value->terms->measures,
                            rule_words(RULE_WEIGHT, WEIGHT_VOTES_COLUMN));
    case RULE_QUORUM:
        return arena_format(arena, "Write %s, or a condition such as at least 50%% of %s present.",
                            rule_words(RULE_QUORUM, QUORUM_NONE), value->terms->counted);
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
                            roles_list(arena, "and"));
    default:
        break;
    }
    const char *allowed = rule_keywords[value->kind].allowed;
    return allowed != NULL
               ? allowed
               : arena_format(arena, "Write %s.", rule_choices_from(arena, value->kind, 0));
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
        int role;
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

/* --- Phrases with numbers in them --- */

static bool is_phrase(const struct value *value, const char *words)
{
    struct phrase phrase;
    phrase_read(value->arena, value->text, &phrase);
    return !phrase.too_long && phrase_accept(&phrase, words) && phrase_ended(&phrase);
}

/* The words of the conditions cannot be what a member is called, or what is counted of it. */
static bool is_taken(struct arena *arena, enum rule_kind kind, const char *noun)
{
    static const char *const taken[] = {"vote", "votes", "all", "whole population"};
    static const char *const by_other[] = {"population", "populations", "member", "members"};
    const char *folded = text_fold(arena, noun);
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (strcmp(folded, taken[i]) == 0)
            return true;
    const char *const *others = kind == RULE_UNIT ? by_other : by_other + 2;
    return strcmp(folded, others[0]) == 0 || strcmp(folded, others[1]) == 0 || *folded == '\0';
}

const char *rule_split_noun(struct arena *arena, enum rule_kind kind, const char *text,
                            const char **one, const char **several)
{
    const char *comma = strchr(text, ',');
    if (comma == NULL || strchr(comma + 1, ',') != NULL)
        return arena_format(arena, "\"%s\" is not a singular and a plural with a comma between",
                            text);
    const char *singular = text_trim(arena, arena_copy(arena, text, (size_t)(comma - text)));
    const char *plural = text_trim(arena, comma + 1);
    if (is_taken(arena, kind, singular) || is_taken(arena, kind, plural))
        return arena_format(arena, "\"%s\" cannot be what %s called", text,
                            kind == RULE_UNIT ? "a member is" : "is counted of a member is");
    *one = singular;
    *several = plural;
    return NULL;
}

static const char *rule_read_noun(struct value *value, struct rule *rule)
{
    const char *one, *several;
    return rule_split_noun(value->arena, rule->kind, value->text, &one, &several);
}

/* What is counted of a member is nothing that it is called itself. */
static const char *rule_read_measure(struct value *value, struct rule *rule)
{
    const struct terms *terms = value->terms;
    const char *fault = rule_read_noun(value, rule);
    if (fault == NULL && (text_same(value->arena, terms->measure, terms->unit) ||
                          text_same(value->arena, terms->measures, terms->units)))
        return arena_format(value->arena,
                            "\"%s\" is what a member is called, and cannot be what is counted of "
                            "it too",
                            value->text);
    return fault;
}

static const char *rule_read_condition(struct value *value, struct rule *rule)
{
    return load_condition(value->arena, value->text, value->terms, &rule->as.condition);
}

/* A condition whose part is what its set names, and whose whole is the roll. */
static const char *read_condition_of_all(struct value *value, struct rule *rule)
{
    const char *fault = rule_read_condition(value, rule);
    const struct condition *asks = &rule->as.condition;
    if (fault == NULL && asks->at_most)
        return arena_format(value->arena,
                            "\"%s\" is a limit, and only passes has one; say what has to be "
                            "reached: at least, or more than",
                            value->text);
    if (fault == NULL && !asks->is_number &&
        asks->amount.p + (asks->strictly || asks->plus > 0) > asks->amount.q)
        return arena_format(value->arena,
                            "\"%s\" can never be met: those against are a part of the roll, and "
                            "it asks for more of them than there are",
                            value->text);
    return fault;
}

static const char *rule_read_quorum(struct value *value, struct rule *rule)
{
    if (is_phrase(value, rule_words(RULE_QUORUM, QUORUM_NONE))) {
        rule_take(rule, QUORUM_NONE);
        return NULL;
    }
    const char *fault = read_condition_of_all(value, rule);
    if (fault == NULL && rule->as.condition.side != SIDE_BY_RULE)
        return arena_format(value->arena,
                            "\"%s\" asks how they vote, and a quorum is of who is there or takes "
                            "part; write it as passes",
                            value->text);
    if (fault == NULL && !rule->as.condition.is_number && rule->as.condition.scope == SCOPE_ALL)
        return arena_format(value->arena,
                            "\"%s\" would always be met, because the roll is always complete; say "
                            "whose: %s present, voting or cast",
                            value->text,
                            rule->as.condition.measure == MEASURE_POPULATION ? value->terms->counted
                            : rule->as.condition.measure == MEASURE_VOTES    ? "votes"
                                                                             : value->terms->units);
    return fault;
}

static const char *read_review(struct value *value, struct rule *rule)
{
    const char *fault = read_condition_of_all(value, rule);
    enum among among = rule->as.condition.among;
    if (fault == NULL && (among == AMONG_EACH_AREA || among == AMONG_NAMED))
        return arena_format(value->arena,
                            "\"%s\" is asked of each area, or of members by their name, which a "
                            "review cannot be; write of a class, or of all",
                            value->text);
    return fault;
}

/* Of what can be too many in a motion: whoever is against, abstains, or is not in favour. */
static const char *check_limit(const struct value *value, struct condition *asks)
{
    if (asks->side == SIDE_BY_RULE && asks->scope == SCOPE_AGAINST && asks->is_number) {
        asks->side = SIDE_AGAINST;
        asks->scope = SCOPE_ALL;
    }
    if (asks->side == SIDE_BY_RULE && asks->scope == SCOPE_AGAINST)
        return arena_format(value->arena,
                            "\"%s\" does not say of what those against are a share; write of all "
                            "%s against, or of votes cast against",
                            value->text, value->terms->units);
    if (asks->side == SIDE_BY_RULE || asks->side == SIDE_FOR)
        return arena_format(value->arena,
                            "\"%s\" does not say who may not be too many; end it with against, "
                            "abstaining or not in favour",
                            value->text);
    if (asks->side == SIDE_NOT_FOR && asks->scope != SCOPE_ALL)
        return arena_format(value->arena,
                            "\"%s\" is a share of those who vote, and whoever is absent is not in "
                            "favour either; write of all %s not in favour",
                            value->text, value->terms->units);
    return NULL;
}

/* What a motion needs is votes in favour. */
static const char *check_favour(const struct value *value, const struct condition *asks)
{
    bool of_others = asks->side != SIDE_BY_RULE && asks->side != SIDE_FOR;
    if (of_others || (asks->is_number && asks->scope == SCOPE_AGAINST))
        return arena_format(
            value->arena,
            "\"%s\" asks for votes that are not in favour, and those carry nothing; "
            "write how many there may be: at most 2 %s against",
            value->text, value->terms->units);
    if (asks->is_number && asks->side == SIDE_BY_RULE && asks->measure != MEASURE_MEMBERS)
        return arena_format(value->arena,
                            "\"%s\" can be taken for what has to be cast and for what has to be in "
                            "favour; write the first as a quorum, and the second with for: at "
                            "least 5 votes for",
                            value->text);
    return NULL;
}

static const char *read_passes(struct value *value, struct rule *rule)
{
    if (is_phrase(value, rule_words(RULE_PASSES, PASSES_CONSENSUS)) ||
        is_phrase(value, "by consensus")) {
        rule_take(rule, PASSES_CONSENSUS);
        return NULL;
    }
    struct condition *asks = &rule->as.condition;
    const char *fault = rule_read_condition(value, rule);
    if (fault != NULL)
        return fault;
    return asks->at_most ? check_limit(value, asks) : check_favour(value, asks);
}

static const char *rule_read_elects(struct value *value, struct rule *rule)
{
    if (is_phrase(value, rule_words(RULE_ELECTS, ELECTS_MOST_VOTES))) {
        rule_take(rule, ELECTS_MOST_VOTES);
        return NULL;
    }
    const struct condition *asks = &rule->as.condition;
    const char *fault = rule_read_condition(value, rule);
    bool of_some = asks->among == AMONG_EACH_AREA || asks->among == AMONG_NAMED;
    if (fault == NULL && (asks->is_number || asks->at_most || asks->side != SIDE_BY_RULE ||
                          asks->measure != MEASURE_VOTES || asks->scope != SCOPE_CAST || of_some))
        return arena_format(value->arena,
                            "\"%s\" is not a share of votes cast, as an election needs it",
                            value->text);
    return fault;
}

/* "at most 2 a person, from a member present"; either of them may stand alone. */
static const char *read_proxies(struct value *value, struct rule *rule)
{
    struct phrase phrase;
    long long most = 0;
    phrase_read(value->arena, value->text, &phrase);
    if (phrase.too_long)
        return rule_not_allowed(value);
    if (phrase_accept(&phrase, "at most") || phrase_accept(&phrase, "no more than") ||
        phrase_accept(&phrase, "not more than")) {
        if ((!phrase_accept_number(&phrase, PROXIES_MOST, &most) &&
             !phrase_accept_number_in_words(&phrase, &most)) ||
            most == 0)
            return rule_not_allowed(value);
        if (!phrase_accept(&phrase, "proxies"))
            phrase_accept(&phrase, "proxy");
        if (!phrase_accept(&phrase, "a person") && !phrase_accept(&phrase, "per person") &&
            !phrase_accept(&phrase, "each"))
            return rule_not_allowed(value);
    }
    rule->as.proxies.most = most;
    rule->as.proxies.from_present = phrase_accept_clause(&phrase, "from a member present");
    return phrase_ended(&phrase) && (most > 0 || rule->as.proxies.from_present)
               ? NULL
               : rule_not_allowed(value);
}

/* A whole number from 1 to `most` between fixed words: "at least" 5 "working days". */
static const char *read_number_of(struct value *value, const char *before, long long most,
                                  const char *singular, const char *plural, int64_t *number)
{
    struct phrase phrase;
    long long read = 0;
    phrase_read(value->arena, value->text, &phrase);
    if (phrase.too_long || (before != NULL && !phrase_accept(&phrase, before)) ||
        !phrase_accept_number(&phrase, most, &read) || read == 0 ||
        (singular != NULL && !phrase_accept(&phrase, plural) &&
         !phrase_accept(&phrase, singular)) ||
        !phrase_ended(&phrase))
        return rule_not_allowed(value);
    *number = read;
    return NULL;
}

static const char *rule_read_period(struct value *value, struct rule *rule)
{
    return read_number_of(value, "at least", WORKING_DAYS_MOST, "working day", "working days",
                          &rule->as.number);
}

static const char *rule_read_keep_ballots(struct value *value, struct rule *rule)
{
    return read_number_of(value, NULL, MONTHS_MOST, "month", "months", &rule->as.number);
}

static const char *read_review_interests(struct value *value, struct rule *rule)
{
    return read_number_of(value, "every", MONTHS_MOST, "month", "months", &rule->as.number);
}

static const char *read_review_by(struct value *value, struct rule *rule)
{
    return date_parse(value->text, &rule->as.date) ? NULL : rule_not_allowed(value);
}

static const char *rule_read_governing_body_votes(struct value *value, struct rule *rule)
{
    return read_number_of(value, NULL, GOVERNING_BODY_VOTES_MOST, NULL, NULL, &rule->as.number);
}

/* --- The keywords --- */

/* Those that no reading may replace are the same whatever an unclear clause means; so are all that
 * are for the whole body. */
const struct keyword rule_keywords[RULE_KINDS] = {
    [RULE_BODY] = {.read_value = read_text,
                   .allowed = "Write the name of the body.",
                   .whole_body = true},
    [RULE_EDITION] = {.read_value = read_text,
                      .allowed =
                          "Write which edition of the constitution it is, for example 2015/16.",
                      .whole_body = true},
    [RULE_TITLE] = {.read_value = read_text,
                    .allowed = "Write what a vote of this kind is called in a report.",
                    .no_reading = true},
    [RULE_ROLL] = {.read_value = read_roll,
                   .allowed = "Write the file name of the roll, for example members.csv.",
                   .whole_body = true},
    [RULE_UNIT] = {.read_value = rule_read_noun,
                   .allowed = "Write what a member is called, for example practice, practices.",
                   .whole_body = true},
    [RULE_MEASURE] = {.read_value = rule_read_measure,
                      .allowed = "Write what is counted of a member, for example share, shares.",
                      .whole_body = true},
    [RULE_WEIGHT] = {.read_value = rule_read_weight},
    [RULE_QUORUM] = {.read_value = rule_read_quorum, .several = true},
    [RULE_QUORUM_AT] = {.read_value = rule_read_choice},
    [RULE_PASSES] = {.read_value = read_passes,
                     .allowed = "Write a condition such as more than half of votes cast, or "
                                "consensus.",
                     .several = true},
    [RULE_ELECTS] = {.read_value = rule_read_elects},
    [RULE_TIE] = {.read_value = rule_read_choice},
    [RULE_CANDIDATES] = {.read_value = rule_read_choice},
    [RULE_NOTE] = {.read_value = read_text,
                   .allowed = "Write what is to be printed with the verdict.",
                   .several = true,
                   .no_reading = true},
    [RULE_NEXT_STEP] = {.read_value = read_text,
                        .allowed = "Write what is to be done once it is carried.",
                        .no_reading = true},
    [RULE_ROUTE] = {.read_value = rule_read_choice, .no_reading = true},
    [RULE_VOTERS] = {.read_value = read_voters},
    [RULE_PROXY] = {.read_value = rule_read_choice},
    [RULE_PROXIES] = {.read_value = read_proxies,
                      .allowed = "Write at most 2 a person, from a member present, or both with a "
                                 "comma between. Where there are no proxies, write none for the "
                                 "rule proxy.",
                      .no_reading = true},
    [RULE_INTEREST] = {.read_value = rule_read_choice},
    [RULE_ABSTENTION] = {.read_value = rule_read_choice},
    [RULE_REPEAT_BALLOTS] = {.read_value = rule_read_choice},
    [RULE_AREAS] = {.read_value = rule_read_choice},
    [RULE_PERIOD] = {.read_value = rule_read_period,
                     .allowed = "Write, for example, at least 5 working days (from 1 to 1,000)."},
    [RULE_SECRECY] = {.read_value = rule_read_choice, .no_reading = true},
    [RULE_KEEP_BALLOTS] = {.read_value = rule_read_keep_ballots,
                           .allowed = "Write, for example, 1 month (from 1 to 1,200 months)."},
    [RULE_REVIEW] = {.read_value = read_review,
                     .allowed = "Write a condition such as at least 2 members against."},
    [RULE_REVIEW_BY] = {.read_value = read_review_by,
                        .allowed = "Write the last day for it, for example 2016-03-31.",
                        .whole_body = true},
    [RULE_REVIEW_INTERESTS] = {.read_value = read_review_interests,
                               .allowed =
                                   "Write, for example, every 12 months (from 1 to 1,200 months).",
                               .whole_body = true},
    [RULE_LOCALITY] = {.read_value = read_text,
                       .allowed = "Write this body's name as it stands in localities.csv.",
                       .whole_body = true},
    [RULE_GOVERNING_BODY_VOTES] = {.read_value = rule_read_governing_body_votes,
                                   .allowed =
                                       "Write a whole number from 1 to 1,000, for example 10.",
                                   .whole_body = true},
    [RULE_GOVERNING_BODY_TOTAL] = {.read_value = rule_read_choice, .whole_body = true},
};
