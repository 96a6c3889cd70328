/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/remark_words.h"
#include "quorate/tables.h"
#include "quorate/text.h"

/*
 * Without a list of candidates whatever stands in a vote of an election would be one, and "spoilt"
 * could be elected. Nothing here is ever taken for a vote: it is only refused.
 */

/* The whole cell, folded. */
static const char no_names[] =
    "abs;abst;abstn;all;another;any;as above;blank;both;chair;chairman;current chair;declined;"
    "ditto;dna;either;empty;herself;himself;illegible;incumbent;invalid;lead;left blank;me;"
    "missing;myself;n a;na;nil;no objection;no objections;no one;nobody;none;noone;noreply;"
    "nothing;nr;null;other;pass;practice lead;proxy;refused;see email;self;someone else;tba;tbc;"
    "tbd;the chair;the incumbent;the lead;unclear;undecided;unknown;unmarked;unsure;void;withheld;"
    "yet to vote";

/* How the cell begins, in whole words; what follows does not matter. */
static const char *const openings[] = {
    "against",
    "anybody",
    "anyone",
    "apologies",
    "as agreed",
    "as discussed",
    "as per",
    "as proposed",
    "as recommended",
    "blank ballot",
    "blank paper",
    "blank vote",
    "cannot",
    "did not",
    "didnt",
    "dont",
    "for",
    "happy to",
    "happy with",
    "i agree",
    "i am",
    "i do",
    "i support",
    "i vote",
    "i would",
    "n a",
    "no answer",
    "no ballot",
    "no candidate",
    "no choice",
    "no decision",
    "no nomination",
    "no opinion",
    "no preference",
    "no reply",
    "no response",
    "no return",
    "no show",
    "no vote",
    "no votes",
    "none of",
    "not",
    "our",
    "present",
    "same as",
    "see above",
    "see attached",
    "see below",
    "see comment",
    "see comments",
    "see note",
    "see notes",
    "spoiled",
    "spoilt",
    "void ballot",
    "void paper",
    "void vote",
    "vote",
    "voted",
    "votes",
    "voting",
    "we",
    "whichever",
    "whoever",
    "would",
    "yes",
};

/*
 * Folded text has letters, digits and symbols. Symbols past ASCII are those below U+00C0, from
 * U+2000 to U+2BFF (a tick, an arrow) and from U+1F000 on (a thumb).
 */
static bool has_letter(const char *folded)
{
    for (const unsigned char *at = (const unsigned char *)folded; *at != '\0'; at++) {
        bool symbol = (*at == 0xE2 && at[1] < 0xB0) || (*at == 0xF0 && at[1] == 0x9F);
        if ((*at >= 'a' && *at <= 'z') || (*at > 0xC2 && !symbol))
            return true;
    }
    return false;
}

/* "Abstain (emailed)", "abstian", "no repyl": near to the words for no vote, and beginning as they
 * do. */
static bool is_nearly_no_vote(struct arena *arena, const char *folded)
{
    const char *meant = NULL;
    if (strncmp(folded, "ab", 2) == 0)
        meant = vote_suggest(arena, name_first_word(arena, folded));
    else if (strncmp(folded, "no ", 3) == 0)
        meant = vote_suggest(arena, folded);
    return meant != NULL && strncmp(meant, folded, 2) == 0;
}

static bool is_no_name(struct arena *arena, const char *folded)
{
    enum vote vote;
    if (vote_read(arena, folded, &vote) || /* with something behind it: "aye?" */
        name_is_one_of(folded, no_names) || remark_ends(arena, folded))
        return true;
    for (size_t i = 0; i < COUNT(openings); i++)
        if (name_begins_with(folded, openings[i]))
            return true;
    return !has_letter(folded) || name_has_word(folded, "not") || is_nearly_no_vote(arena, folded);
}

/* "Dr A, Dr B", but not "Smith, Dr John". */
static bool has_title_twice(struct arena *arena, const char *text, const char *folded)
{
    const char *comma = strchr(text, ',');
    return comma != NULL && name_begins_with_title(folded) &&
           name_begins_with_title(text_fold(arena, comma + 1));
}

bool candidate_reopens(const char *folded)
{
    static const char names[] =
        "re open nominations;reopen nominations;re open nomination;reopen nomination;"
        "reopening nominations;ron";
    return name_is_one_of(folded, names);
}

/* "1. Dr A 2. Dr B", "1st Dr A, 2nd Dr B". */
static bool has_two_numbers(const char *folded)
{
    size_t numbers = 0;
    for (const char *at = folded; *at != '\0'; at += strcspn(at, " "), at += strspn(at, " "))
        numbers += *at >= '0' && *at <= '9';
    return numbers > 1;
}

enum candidate_name candidate_name_read(struct arena *arena, const char *text, const char *folded)
{
    static const char between[] = "and;or;then;else";
    if (is_no_name(arena, folded))
        return CANDIDATE_NONE;
    if (strpbrk(text, "/;+>|\\") != NULL || name_has_one_of(folded, between) ||
        has_two_numbers(folded) || has_title_twice(arena, text, folded))
        return CANDIDATE_SEVERAL;
    return CANDIDATE_NAME;
}
