/* SPDX-License-Identifier: MIT */
#include "phrases_rulebook.h"

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

/* Sentences of rules that a tally does not rest on, whatever their value. {value} stands for it. */
static const char *const whole_rules[RULE_KINDS] = {
    [RULE_REVIEW] = "A decision is reviewed with {value}.",
    [RULE_ROLL] = "The members are listed in {value}.",
    [RULE_LOCALITY] = "{value} is the body's own row in the table of localities.",
    [RULE_GOVERNING_BODY_VOTES] = "The localities have {value} votes on the governing body.",
};

const char *phrases_rulebook_meaning(struct arena *arena, const struct rulebook *rulebook,
                                     const struct basis *basis)
{
    const char *whole = whole_rules[basis->kind];
    if (basis->kind == RULE_UNIT)
        return arena_format(arena, "A member is called %s; several are %s.",
                            phrases_a(arena, rulebook->unit), rulebook->units);
    if (basis->kind == RULE_ELECTS && basis->value == ELECTS_MOST_VOTES)
        return "Whoever has most votes is elected.";
    if (whole != NULL)
        return phrases_put(arena, whole, "{value}", basis->text);
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
