/* SPDX-License-Identifier: MIT */
#include "phrases_rulebook.h"

#include <string.h>

#include "quorate/text.h"

const char *phrases_rulebook_guide(void)
{
    return "Behind each rule stands the part of the constitution that it comes from. \"Not stated "
           "in the constitution\" marks what the constitution leaves open, with what is assumed; "
           "\"the program's default\" marks what the rules table leaves out. Where a clause can be "
           "read in more than one way, every vote is counted on each of the "
           "other readings too, and the report says when one of them gives another result.";
}

const char *phrases_rulebook_whose(struct arena *arena, const struct rulebook *rulebook)
{
    return phrases_rules(arena, rulebook->constitution, rulebook->body, rulebook->edition);
}

/* Sentences of rules that a tally does not rest on, or words otherwise. "%s" stands for the value.
 * A NULL value is any. */
static const struct {
    const char *rule, *value, *sentence;
} meanings[] = {
    {"weight", "list size", "By list size: each patient is a vote."},
    {"weight", "votes column", "The votes published in the table of members."},
    {"elects", "most votes", "Whoever has most votes is elected."},
    {"period", NULL, "Voting is open for %s."},
    {"review", NULL, "A decision is reviewed with %s."},
    {"roll", NULL, "The members are listed in %s."},
    {"locality", NULL, "%s is the body's own row in the table of localities."},
    {"governing body votes", NULL, "The localities have %s votes on the governing body."},
    {"governing body total", "as stated",
     "The votes are shared out by the total that the table of localities states."},
    {"governing body total", "sum of rows",
     "The votes are shared out by the sum of the rows of the table of localities."},
};

static const char *with_value(struct arena *arena, const char *sentence, const char *value)
{
    const char *at = strstr(sentence, "%s");
    if (at == NULL)
        return sentence;
    return arena_format(arena, "%.*s%s%s", (int)(at - sentence), sentence, value, at + 2);
}

const char *phrases_rulebook_meaning(struct arena *arena, const struct rulebook *rulebook,
                                     const struct basis *basis)
{
    if (strcmp(basis->rule, "unit") == 0)
        return arena_format(arena, "A member is called %s; several are %s.",
                            phrases_a(arena, rulebook->unit), rulebook->units);
    for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i++)
        if (strcmp(meanings[i].rule, basis->rule) == 0 &&
            (meanings[i].value == NULL || text_same(arena, meanings[i].value, basis->text)))
            return with_value(arena, meanings[i].sentence, basis->text);
    return phrases_meaning(arena, rulebook->unit, rulebook->is_locality, basis);
}

const char *phrases_rulebook_rule(struct arena *arena, const struct rulebook *rulebook,
                                  const struct basis *basis)
{
    return phrases_join(arena, phrases_rulebook_meaning(arena, rulebook, basis),
                        phrases_grounds(arena, basis));
}

const char *phrases_rulebook_reading(struct arena *arena, const struct rulebook *rulebook,
                                     const struct reading_rules *reading, const struct basis *basis)
{
    return arena_format(arena, "On the reading \"%s\": %s", reading->name,
                        phrases_rulebook_rule(arena, rulebook, basis));
}
