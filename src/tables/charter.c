/* SPDX-License-Identifier: MIT */
#include "charter.h"

#include <string.h>

#define AFFIRMATIVE                                                                                \
    "with for, or as a share of all: at least 9 members for, at least 75% of all votes", NULL
#define AFFIRMATIVE_OF "as a limit: no member against of permanent, which is a class", NULL
#define UNOPPOSED      "no member against, or, where nobody votes, consensus", NULL

/* Between the two stands the roll's word for its members; not where `after` is NULL. */
static const struct charter_phrase {
    const char *words, *before, *after;
} charter_phrases[] = {
    /* where a condition begins */
    {"an absolute majority", "more than half of all votes, or more than half of all ", ""},
    {"absolute majority", "more than half of all votes, or more than half of all ", ""},
    {"a qualified majority", "with the share it takes: at least two thirds of votes cast", NULL},
    {"qualified majority", "with the share it takes: at least two thirds of votes cast", NULL},
    {"a special majority", "with the share it takes: at least two thirds of votes cast", NULL},
    {"special majority", "with the share it takes: at least two thirds of votes cast", NULL},
    {"more votes for than against", "more than half of votes cast", NULL},
    {"more for than against", "more than half of votes cast", NULL},
    {"more votes in favour than against", "more than half of votes cast", NULL},
    {"if the votes in favour exceed", "more than half of votes cast", NULL},
    {"a plurality",
     "more than half of votes cast, or, of candidates, as the rule elects: most votes", NULL},
    {"a relative majority",
     "more than half of votes cast, or, of candidates, as the rule elects: most votes", NULL},
    {"an overall majority", "more than half of votes cast, or more than half of all ", ""},
    {"a bare majority", "more than half of votes cast", NULL},
    {"a double majority",
     "as two rows, both of which have to be met: more than half of all votes, and more than half "
     "of "
     "the whole population",
     NULL},
    {"a supermajority", "with the share it takes: at least two thirds of votes cast", NULL},
    {"a super majority", "with the share it takes: at least two thirds of votes cast", NULL},
    {"an affirmative vote", AFFIRMATIVE},
    {"the affirmative vote", AFFIRMATIVE},
    {"affirmative vote", AFFIRMATIVE},
    {"the affirmative votes", AFFIRMATIVE},
    {"affirmative votes", AFFIRMATIVE},
    {"the vote of", AFFIRMATIVE},
    {"the votes of", AFFIRMATIVE},
    {"a vote of", AFFIRMATIVE},
    {"the approval of", AFFIRMATIVE},
    {"the consent of", AFFIRMATIVE},
    {"the agreement of", AFFIRMATIVE},
    {"the concurring votes", AFFIRMATIVE_OF},
    {"without objection", UNOPPOSED},
    {"without dissent", UNOPPOSED},
    {"objection", UNOPPOSED},
    {"objections", UNOPPOSED},
    {"nem con", UNOPPOSED},
    {"nem. con.", UNOPPOSED},
    {"nemine contradicente", UNOPPOSED},
    {"by general consent", UNOPPOSED},
    {"general consent", UNOPPOSED},
    {"unless",
     "with what there may be at most: no member against, or at most one third of votes cast "
     "against",
     NULL},
    {"including",
     "in a row of its own: at least 4 members present of a class, or must include and "
     "their names",
     NULL},
    {"the unanimous", "at least 100% of votes cast, or at least 100% of all ", ""},
    {"a unanimous", "at least 100% of votes cast, or at least 100% of all ", ""},
    {"unanimous", "at least 100% of votes cast, or at least 100% of all ", ""},
    {"unanimity", "at least 100% of votes cast, or at least 100% of all ", ""},
    {"unanimously", "at least 100% of votes cast, or at least 100% of all ", ""},
    {"2/3rds", "two thirds", NULL},
    {"66 2/3%", "two thirds", NULL},
    {"66\xE2\x85\x94%", "two thirds", NULL},
    {"\xE2\x85\x94", "two thirds", NULL},
    {"\xC2\xBD", "half", NULL},
    {"\xC2\xBE", "three quarters", NULL},
    /* what is counted */
    {"those present and voting", "votes cast, or, to count them one by one, ", " cast"},
    {"those voting", "votes cast, or, to count them one by one, ", " cast"},
    {"those who vote", "votes cast, or, to count them one by one, ", " cast"},
    {"those present", "votes present, or, to count them one by one, ", " present"},
    {"those in attendance", "votes present, or, to count them one by one, ", " present"},
    {"membership", "all ", ""},
    {"total membership", "all ", ""},
    {"whole membership", "all ", ""},
    {"entire membership", "all ", ""},
    {"valid votes", "votes cast", NULL},
    {"total votes", "votes cast, or, with those of the absent, all votes", NULL},
    {"voting power", "all votes", NULL},
    {"total voting power", "all votes", NULL},
    {"voting rights", "all votes", NULL},
    {"total voting rights", "all votes", NULL},
    {"voting interests", "all votes", NULL},
    {"total number of votes", "all votes", NULL},
    {"total number of members", "all ", ""},
    {"whole number of members", "all ", ""},
    {"patients", "population, or, for the whole roll, the whole population", NULL},
    {"registered patients", "population, or, for the whole roll, the whole population", NULL},
    {"list size", "population, or, for the whole roll, the whole population", NULL},
    {"each",
     "at the end, behind what is counted: votes cast of each area, and for each class a row: "
     "votes cast of owners",
     NULL},
    {"every",
     "at the end, behind what is counted: votes cast of each area, and for each class a row: "
     "votes cast of owners",
     NULL},
    {"in each", "of each, behind what is counted: of votes cast of each area", NULL},
    {"in every", "of each, behind what is counted: of votes cast of each area", NULL},
    {"in value", "with the weight votes column, or with population: at least 75% of votes cast",
     NULL},
    {"representing", "in a row of its own: at least 50% of population present", NULL},
    {"ballots", "votes cast", NULL},
    {"voters", "votes cast, or, to count them one by one, ", " cast"},
    /* whose */
    {"present and voting",
     "cast, for those who voted for or against, or voting, which has the abstentions too that the "
     "rules say take part",
     NULL},
    {"polled", "cast", NULL},
    {"validly cast", "cast", NULL},
    {"who vote", "cast", NULL},
    {"who are present", "present", NULL},
    {"taking part", "voting", NULL},
    {"participating", "voting", NULL},
    {"in favour", "cast: the votes in favour are what is compared with it", NULL},
    {"in favor", "cast: the votes in favour are what is compared with it", NULL},
    {"of each class", "as a row for each class: votes cast of owners", NULL},
    {"of each of the classes", "as a row for each class: votes cast of owners", NULL},
    {"in office", "all ", ""},
    {"then in office", "all ", ""},
    {"for the time being", "all ", ""},
    {"entitled to vote", "all ", ""},
    {"eligible to vote", "all ", ""},
};

/* "50% + 1": where the whole is odd, charters mean more than half by it, and say half and one. */
static const char *plus_advice(const struct phrase *phrase, struct ratio amount)
{
    const char *word = phrase_word(phrase);
    if (strchr(word, '+') == NULL && !phrase_has_clause_next(phrase, "plus one"))
        return NULL;
    if ((amount.p == 1 && amount.q == 2) || strncmp(word, "50", 2) == 0)
        return "\"50% + 1\" can be taken in two ways: of 9 votes more than half are 5, and half of "
               "them and 1 more are 6; write \"more than half of votes cast\" for 5, \"at least "
               "half plus 1 of votes cast\" for 6";
    return arena_format(phrase->arena, "\"%s\" is written with plus and numerals: plus 1",
                        phrase_rest(phrase));
}

const char *charter_advice(const struct phrase *phrase, struct ratio amount, const char *units)
{
    const char *of_plus = plus_advice(phrase, amount);
    if (of_plus != NULL)
        return of_plus;
    char first = phrase_letter(phrase); /* every condition is asked about every phrase, in vain */
    for (size_t i = 0; i < sizeof charter_phrases / sizeof *charter_phrases; i++) {
        const struct charter_phrase *found = &charter_phrases[i];
        if (*found->words == first && phrase_has_clause_next(phrase, found->words))
            return arena_format(phrase->arena, "\"%s\" is written %s%s%s", found->words,
                                found->before, found->after == NULL ? "" : units,
                                found->after == NULL ? "" : found->after);
    }
    return NULL;
}
