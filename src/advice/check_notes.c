/* SPDX-License-Identifier: MIT */
#include "check_internal.h"

#include <string.h>

#include "quorate/text.h"

/* Texts that speak of what decides, where no rule says it: a note is printed, and a clause named,
 * and neither is counted. */

enum said_by {
    SAID_BY_LIMIT, /* what may not be, an alternative, or some of the members */
    SAID_BY_CLASS, /* some of the members */
    SAID_BY_TIE,
};

static const struct term {
    const char *words; /* folded */
    enum said_by said_by;
} terms[] = {
    {"veto", SAID_BY_LIMIT},          {"vetoes", SAID_BY_LIMIT},
    {"vetoed", SAID_BY_LIMIT},        {"blocking minority", SAID_BY_LIMIT},
    {"concurring", SAID_BY_LIMIT},    {"unless", SAID_BY_LIMIT},
    {"provided that", SAID_BY_LIMIT}, {"except", SAID_BY_LIMIT},
    {"class", SAID_BY_CLASS},         {"classes", SAID_BY_CLASS},
    {"casting vote", SAID_BY_TIE},    {"second vote", SAID_BY_TIE},
};

/* Whether two rows can be of one kind of decision. */
static bool meet(const struct rule *one, const struct rule *other)
{
    return one->decision == NULL || other->decision == NULL || one->decision == other->decision;
}

static bool says(const struct rule *rule, enum said_by said_by)
{
    const struct condition *asks = &rule->as.condition;
    if (said_by == SAID_BY_TIE)
        return rule->kind == RULE_TIE;
    if (rule->kind == RULE_AREAS)
        return rule->as.every_area;
    bool some = rule_is_condition(rule) && asks->among != AMONG_ALL;
    if (said_by == SAID_BY_CLASS || some || !rule_is_condition(rule))
        return some;
    return asks->at_most || asks->limit != LIMIT_NONE || rule->group != NULL;
}

static bool is_said(const struct rules *rules, const struct rule *row, enum said_by said_by)
{
    for (size_t i = 0; i < rules->count; i++)
        if (meet(row, &rules->rows[i]) && says(&rules->rows[i], said_by))
            return true;
    return false;
}

/* Whether the words before `at`, which is a place in `text`, deny it: "no power of veto". */
static bool is_denied(const char *text, const char *at)
{
    static const char *const denials[] = {" no ", " not ", " without ", " nor "};
    const char *from = at;
    for (int words = 0; words < 3 && from > text; words++)
        while (--from > text && *from != ' ')
            ;
    for (size_t i = 0; i < sizeof denials / sizeof *denials; i++) {
        const char *denial = strstr(from, denials[i]);
        if (denial != NULL && denial < at)
            return true;
    }
    return false;
}

static void ask(const struct checking *checking, const struct rule *rule, enum rule_cell cell,
                const char *words, const char *rather)
{
    diag_add(
        checking->diag, SEVERITY_WARNING, rule_place(checking->arena, rule, cell),
        arena_format(checking->arena,
                     "A text decides nothing. If this does, write %s. If it does not, leave it.",
                     rather),
        "\"%s\" may be what decides, and no rule says it", words);
}

/* The first term of a text (NULL: there is none) that no rule says; true when it was asked about.
 */
static bool ask_of_term(const struct checking *checking, const struct rule *rule,
                        enum rule_cell cell, const char *text)
{
    static const char *const rather[] = {
        [SAID_BY_LIMIT] = "what may not be (passes: no member against of a class, or at most 3 "
                          "members not in favour), or a row for each condition",
        [SAID_BY_CLASS] = "a condition of the class (passes: at least two thirds of votes cast of "
                          "owners)",
        [SAID_BY_TIE] = "the rule tie (casting vote)",
    };
    if (text == NULL)
        return false;
    const char *folded = arena_format(checking->arena, " %s ", text_fold(checking->arena, text));
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        const char *words = arena_format(checking->arena, " %s ", terms[i].words);
        const char *at = strstr(folded, words);
        if (at == NULL || is_denied(folded, at) || is_said(checking->rules, rule, terms[i].said_by))
            continue;
        ask(checking, rule, cell, terms[i].words, rather[terms[i].said_by]);
        return true;
    }
    return false;
}

/* Words of a note that say how a vote is counted, and the rule that would say it. */
static const struct counted_by {
    const char *words; /* folded */
    enum rule_kind kind;
} counted[] = {
    {"secret ballot", RULE_SECRECY},  {"secret", RULE_SECRECY},
    {"proxies", RULE_PROXY},          {"proxy", RULE_PROXY},
    {"abstentions", RULE_ABSTENTION}, {"abstention", RULE_ABSTENTION},
    {"working days", RULE_PERIOD},    {"weighted", RULE_WEIGHT},
    {"unanimous", RULE_PASSES},       {"unanimously", RULE_PASSES},
    {"two thirds", RULE_PASSES},      {"three quarters", RULE_PASSES},
    {"must be present", RULE_QUORUM}, {"votes in favour", RULE_PASSES},
    {"must agree", RULE_PASSES},      {"suspended", RULE_NOTE},
    {"may not vote", RULE_VOTERS},    {"only gps may vote", RULE_VOTERS},
};

/* Whether a row that can be of the note's kind of decision says it in its own words. */
static bool is_in_a_value(const struct checking *checking, const struct rule *note,
                          const struct counted_by *by)
{
    const struct rules *rules = checking->rules;
    for (size_t i = 0; i < rules->count; i++)
        if (meet(note, &rules->rows[i]) && rules->rows[i].kind == by->kind &&
            by->kind != RULE_NOTE &&
            strstr(text_fold(checking->arena, rules->rows[i].text), by->words) != NULL)
            return true;
    return false;
}

static void ask_of_counting(const struct checking *checking, const struct rule *note)
{
    const char *folded =
        arena_format(checking->arena, " %s ", text_fold(checking->arena, note->text));
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
        const char *words = arena_format(checking->arena, " %s ", counted[i].words);
        if (strstr(folded, words) == NULL || is_in_a_value(checking, note, &counted[i]))
            continue;
        ask(checking, note, RULE_CELL_VALUE, counted[i].words,
            counted[i].kind == RULE_NOTE
                ? "what holds, and no row that does not"
                : arena_format(checking->arena, "the rule %s", rule_name(counted[i].kind)));
        return;
    }
}

/* "51%": the first percentage of a note that stands in no condition as it is typed there. */
static void ask_of_percentage(const struct checking *checking, const struct rule *note)
{
    const struct rules *rules = checking->rules;
    for (const char *sign = strchr(note->text, '%'); sign != NULL; sign = strchr(sign + 1, '%')) {
        const char *from = sign;
        while (from > note->text && strchr("0123456789.", from[-1]) != NULL)
            from--;
        const char *share = arena_copy(checking->arena, from, (size_t)(sign - from) + 1);
        bool said = from == sign;
        for (size_t i = 0; i < rules->count && !said; i++)
            said = meet(note, &rules->rows[i]) && rule_is_condition(&rules->rows[i]) &&
                   strstr(rules->rows[i].text, share) != NULL;
        if (said)
            continue;
        ask(checking, note, RULE_CELL_VALUE, share,
            "a condition (passes: at least 51% of all votes)");
        return;
    }
}

void check_notes(const struct checking *checking)
{
    for (size_t i = 0; i < checking->rules->count; i++) {
        const struct rule *rule = &checking->rules->rows[i];
        bool note = rule->kind == RULE_NOTE;
        if (!(note && ask_of_term(checking, rule, RULE_CELL_VALUE, rule->text)) &&
            !ask_of_term(checking, rule, RULE_CELL_CLAUSE, rule->clause))
            (void)ask_of_term(checking, rule, RULE_CELL_READING, rule->reading);
        if (note) {
            ask_of_percentage(checking, rule);
            ask_of_counting(checking, rule);
        }
    }
}
