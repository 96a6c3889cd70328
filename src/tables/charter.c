/* SPDX-License-Identifier: MIT */
#include "charter.h"

#include <string.h>

#define AFFIRMATIVE                                                                                \
    "with for, or as a share of all: at least 9 members for, at least 75% of all votes", NULL
#define AFFIRMATIVE_OF "as a limit: no member against of permanent, which is a class", NULL
#define AT_OPENING                                                                                 \
    "as a rule of its own: quorum at, with the value opening, beside quorum: at least half of "    \
    "members present"
#define AT_VOTE                                                                                    \
    "by leaving it out: a quorum is of who is there when the vote is taken, and each vote asks "   \
    "for it anew"
#define UNOPPOSED "no member against, or, where nobody votes, consensus", NULL

#define PHRASES (sizeof charter_phrases / sizeof *charter_phrases)

/* By their first bytes, and those with the same one backwards, so that "those present and voting"
 * stands before "those present". Between the two stands the roll's word for its members; not where
 * `after` is NULL. */
static const struct charter_phrase {
    const char *words, *before, *after;
} charter_phrases[] = {
    {"2/3rds", "two thirds", NULL},
    {"66\xE2\x85\x94%", "two thirds", NULL},
    {"66 2/3%", "two thirds", NULL},
    {"at the vote", AT_VOTE, NULL},
    {"at the time of the vote", AT_VOTE, NULL},
    {"at the start", AT_OPENING, NULL},
    {"at the opening", AT_OPENING, NULL},
    {"at the commencement", AT_OPENING, NULL},
    {"at the beginning", AT_OPENING, NULL},
    {"at all times", AT_VOTE, NULL},
    {"an overall majority", "more than half of votes cast, or more than half of all ", ""},
    {"an affirmative vote", AFFIRMATIVE},
    {"an absolute majority", "more than half of all votes, or more than half of all ", ""},
    {"affirmative votes", AFFIRMATIVE},
    {"affirmative vote", AFFIRMATIVE},
    {"absolute majority", "more than half of all votes, or more than half of all ", ""},
    {"a vote of", AFFIRMATIVE},
    {"a unanimous", "at least 100% of votes cast, or at least 100% of all ", ""},
    {"a supermajority", "with the share it takes: at least two thirds of votes cast", NULL},
    {"a super majority", "with the share it takes: at least two thirds of votes cast", NULL},
    {"a special majority", "with the share it takes: at least two thirds of votes cast", NULL},
    {"a relative majority",
     "more than half of votes cast, or, of candidates, as the rule elects: most votes", NULL},
    {"a qualified majority", "with the share it takes: at least two thirds of votes cast", NULL},
    {"a plurality",
     "more than half of votes cast, or, of candidates, as the rule elects: most votes", NULL},
    {"a double majority",
     "as two rows that both have to be met: more than half of all votes, and more than half of "
     "the whole population",
     NULL},
    {"a bare majority", "more than half of votes cast", NULL},
    {"by general consent", UNOPPOSED},
    {"ballots", "votes cast", NULL},
    {"during the whole", AT_VOTE, NULL},
    {"every",
     "at the end, behind what is counted: votes cast of each area, and for each class a row: "
     "votes cast of owners",
     NULL},
    {"entitled to vote", "all ", ""},
    {"entire membership", "all ", ""},
    {"eligible to vote", "all ", ""},
    {"each",
     "at the end, behind what is counted: votes cast of each area, and for each class a row: "
     "votes cast of owners",
     NULL},
    {"for the time being", "all ", ""},
    {"general consent", UNOPPOSED},
    {"including",
     "in a row of its own: at least 4 members present of a class, or must include and "
     "their names",
     NULL},
    {"in value", "with the weight votes column, or with population: at least 75% of votes cast",
     NULL},
    {"in office", "all ", ""},
    {"in favour", "cast: the votes in favour are what is compared with it", NULL},
    {"in favor", "cast: the votes in favour are what is compared with it", NULL},
    {"in every", "of each, behind what is counted: of votes cast of each area", NULL},
    {"in each", "of each, behind what is counted: of votes cast of each area", NULL},
    {"if the votes in favour exceed", "more than half of votes cast", NULL},
    {"list size", "population, or, for the whole roll, the whole population", NULL},
    {"more votes in favour than against", "more than half of votes cast", NULL},
    {"more votes for than against", "more than half of votes cast", NULL},
    {"more for than against", "more than half of votes cast", NULL},
    {"membership", "all ", ""},
    {"nemine contradicente", UNOPPOSED},
    {"nem. con.", UNOPPOSED},
    {"nem con", UNOPPOSED},
    {"of each of the classes", "as a row for each class: votes cast of owners", NULL},
    {"of each class", "as a row for each class: votes cast of owners", NULL},
    {"objections", UNOPPOSED},
    {"objection", UNOPPOSED},
    {"present and voting",
     "cast, for those who voted for or against, or voting, which has the abstentions too that the "
     "rules say take part",
     NULL},
    {"polled", "cast", NULL},
    {"patients", "population, or, for the whole roll, the whole population", NULL},
    {"participating", "voting", NULL},
    {"qualified majority", "with the share it takes: at least two thirds of votes cast", NULL},
    {"representing", "in a row of its own: at least 50% of population present", NULL},
    {"registered patients", "population, or, for the whole roll, the whole population", NULL},
    {"special majority", "with the share it takes: at least two thirds of votes cast", NULL},
    {"throughout", AT_VOTE, NULL},
    {"total voting rights", "all votes", NULL},
    {"total voting power", "all votes", NULL},
    {"total votes", "votes cast, or, with those of the absent, all votes", NULL},
    {"total number of votes", "all votes", NULL},
    {"total number of members", "all ", ""},
    {"total membership", "all ", ""},
    {"those who vote", "votes cast, or, to count them one by one, ", " cast"},
    {"those voting", "votes cast, or, to count them one by one, ", " cast"},
    {"those present and voting", "votes cast, or, to count them one by one, ", " cast"},
    {"those present", "votes present, or, to count them one by one, ", " present"},
    {"those in attendance", "votes present, or, to count them one by one, ", " present"},
    {"then in office", "all ", ""},
    {"the votes of", AFFIRMATIVE},
    {"the vote of", AFFIRMATIVE},
    {"the unanimous", "at least 100% of votes cast, or at least 100% of all ", ""},
    {"the consent of", AFFIRMATIVE},
    {"the concurring votes", AFFIRMATIVE_OF},
    {"the approval of", AFFIRMATIVE},
    {"the agreement of", AFFIRMATIVE},
    {"the affirmative votes", AFFIRMATIVE},
    {"the affirmative vote", AFFIRMATIVE},
    {"taking part", "voting", NULL},
    {"unless",
     "with what there may be at most: no member against, or at most one third of votes cast "
     "against",
     NULL},
    {"unanimously", "at least 100% of votes cast, or at least 100% of all ", ""},
    {"unanimous", "at least 100% of votes cast, or at least 100% of all ", ""},
    {"unanimity", "at least 100% of votes cast, or at least 100% of all ", ""},
    {"voting rights", "all votes", NULL},
    {"voting power", "all votes", NULL},
    {"voting interests", "all votes", NULL},
    {"voters", "votes cast, or, to count them one by one, ", " cast"},
    {"validly cast", "cast", NULL},
    {"valid votes", "votes cast", NULL},
    {"while the vote is taken", AT_VOTE, NULL},
    {"when the vote is taken", AT_VOTE, NULL},
    {"when the meeting starts", AT_OPENING, NULL},
    {"when the meeting opens", AT_OPENING, NULL},
    {"when the meeting is opened", AT_OPENING, NULL},
    {"when the meeting begins", AT_OPENING, NULL},
    {"when a vote is taken", AT_VOTE, NULL},
    {"without objection", UNOPPOSED},
    {"without dissent", UNOPPOSED},
    {"whole number of members", "all ", ""},
    {"whole membership", "all ", ""},
    {"who vote", "cast", NULL},
    {"who are present", "present", NULL},
    {"\xC2\xBE", "three quarters", NULL},
    {"\xC2\xBD", "half", NULL},
    {"\xE2\x85\x94", "two thirds", NULL},
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

/* Where the phrases of this letter begin: every condition asks several times, nearly always in
 * vain.
 */
static size_t first_with(char letter)
{
    size_t low = 0, high = PHRASES;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if ((unsigned char)*charter_phrases[middle].words < (unsigned char)letter)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const char *charter_advice(const struct phrase *phrase, struct ratio amount, const char *units)
{
    const char *of_plus = plus_advice(phrase, amount);
    if (of_plus != NULL)
        return of_plus;
    char first = phrase_letter(phrase);
    for (size_t i = first_with(first); i < PHRASES && *charter_phrases[i].words == first; i++) {
        const struct charter_phrase *found = &charter_phrases[i];
        if (phrase_has_clause_next(phrase, found->words))
            return arena_format(phrase->arena, "\"%s\" is written %s%s%s", found->words,
                                found->before, found->after == NULL ? "" : units,
                                found->after == NULL ? "" : found->after);
    }
    return NULL;
}
