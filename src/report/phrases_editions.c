/* SPDX-License-Identifier: MIT */
#include "phrases_editions.h"

#include <string.h>

#include "quorate/ratio.h"
#include "quorate/text.h"

static bool are_same(const struct editions *editions)
{
    return editions->rule_count + editions->decision_count + editions->member_count == 0;
}

static bool has_localities(const struct editions *editions)
{
    for (size_t i = 0; i < editions->from.input_count; i++)
        if (strcmp(editions->from.inputs[i].role, "localities") == 0)
            return true;
    return false;
}

/* Of what the body has. */
static const char *all_the_same(struct arena *arena, const struct editions *editions)
{
    const struct terms *terms = &editions->is.terms;
    const char *parts[4] = {"rules", "members"};
    size_t count = 2;
    if (!terms->own_measure && (strcmp(terms->unit, terms_default.unit) == 0 ||
                                strcmp(terms->unit, terms_county.unit) == 0))
        parts[count++] = "list sizes";
    if (has_localities(editions))
        parts[count++] = terms_county.units;
    return arena_format(arena, "%s are those of the other edition.",
                        text_capital(arena, text_list(arena, parts, count, "and")));
}

const char *phrases_editions_answer(const struct editions *editions)
{
    return are_same(editions) ? "The same" : "Different";
}

static const char *figures(struct arena *arena, const struct editions *editions)
{
    const struct {
        size_t number;
        const char *one, *several;
    } parts[] = {
        {editions->decision_count, "kind of decision", "kinds of decision"},
        {editions->rule_count, "rule", "rules"},
        {editions->member_count, "entry of the tables of members",
         "entries of the tables of members"},
    };
    const char *told[3];
    size_t count = 0;
    if (are_same(editions))
        return all_the_same(arena, editions);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].number > 0)
            told[count++] =
                phrases_several(arena, (int64_t)parts[i].number, parts[i].one, parts[i].several);
    size_t all = editions->decision_count + editions->rule_count + editions->member_count;
    return arena_format(arena, "%s %s not the same in both.", text_list(arena, told, count, "and"),
                        all == 1 ? "is" : "are");
}

const char *phrases_editions_figures(struct arena *arena, const struct editions *editions)
{
    return phrases_join(
        arena, figures(arena, editions),
        editions->by_day ? "Of tables that differ by day the latest day of each is compared." : "");
}

const char *phrases_edition(struct arena *arena, const struct rulebook *edition)
{
    const char *folder = edition->from.origin.folder;
    const char *where = folder == NULL             ? edition->from.constitution
                        : strcmp(folder, ".") == 0 ? "the current folder"
                                                   : arena_format(arena, "folder %s", folder);
    return arena_format(
        arena, "%s (%s).",
        phrases_rules(arena, edition->from.constitution, edition->body, edition->edition), where);
}

const char *phrases_rule_of(struct arena *arena, const struct rule_change *change)
{
    const char *title = change->title == NULL ? "The body" : change->title;
    return change->reading == NULL
               ? title
               : arena_format(arena, "%s, on the reading \"%s\"", title, change->reading);
}

const char *phrases_rule_of_edition(struct arena *arena, const struct rulebook *edition,
                                    const struct basis *rule)
{
    return rule == NULL ? "Not there."
                        : phrases_join(arena, phrases_rulebook_meaning(arena, edition, rule),
                                       phrases_grounds(arena, rule));
}

static bool is_of_localities(const struct member_change *change)
{
    return strcmp(change->table, "localities") == 0;
}

/* What is said of its members, or of those of the county. */
static const struct terms *terms_of(const struct editions *editions,
                                    const struct member_change *change)
{
    return is_of_localities(change) ? &terms_county : &editions->is.terms;
}

const char *phrases_member_of(struct arena *arena, const struct editions *editions,
                              const struct member_change *change)
{
    return change->member != NULL
               ? change->member
               : arena_format(arena, "All %s", terms_of(editions, change)->units);
}

const char *phrases_member_fact(struct arena *arena, const struct editions *editions,
                                const struct member_change *change)
{
    static const char *const facts[MEMBER_FACTS] = {
        [FACT_JOINED] = "Joined",
        [FACT_LEFT] = "Left",
        [FACT_NAME] = "Name",
        [FACT_CODE] = "Code",
        [FACT_AREA] = "Area",
        [FACT_CLASS] = "Class",
        [FACT_ALIASES] = "Spellings",
        [FACT_VOTES] = "Votes",
        [FACT_PRACTICES] = "Practices",
        [FACT_MEMBERS] = "Members",
        [FACT_STATED_TOTAL] = "Stated",
        [FACT_AS_AT] = "As at",
        [FACT_STATED_PRACTICES] = "Practices",
    };
    const struct terms *terms = terms_of(editions, change);
    if (change->what == FACT_LIST_SIZE)
        return text_capital(arena, terms->column);
    return change->what == FACT_PATIENTS ? text_capital(arena, terms->measures)
                                         : facts[change->what];
}

const char *phrases_edition_value(struct arena *arena, const struct editions *editions,
                                  const struct member_change *change,
                                  const struct edition_value *value)
{
    if (!value->given)
        return NULL;
    if (change->what == FACT_AS_AT)
        return date_long(arena, value->date);
    if (change->what == FACT_JOINED || change->what == FACT_LEFT)
        return phrases_measured(arena, terms_of(editions, change), value->number);
    return member_fact_is_figure(change->what)
               ? number_canonical_grouped(arena, value->number, value->places)
               : value->text;
}
