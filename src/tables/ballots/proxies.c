/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/remark_words.h"
#include "quorate/text.h"

/* Who was a row's proxy. A rule may ask that a proxy is named, so what stands in a name's place and
 * is nobody's name is never taken for one. */

/* "None appointed", "see email", "TBC", "as above", "PM" */
static bool stands_for_no_name(struct arena *arena, const char *folded)
{
    static const char first[] =
        "no;not;none;nil;to;see;as;yes;maybe;unknown;vacant;same;email;tbc;tba;tbd;somebody";
    static const char whole[] =
        "declined;asked;requested;nobody;noone;self;himself;herself;pm;secretary;reception;locum;"
        "required;appointed;various;anyone;someone;partner;n a;na;vacancy;another;other;colleague;"
        "a gp;any gp;gp;online";
    static const char digits[] = "0123456789";
    enum role role;
    const char *word = name_first_word(arena, folded);
    return *folded == '\0' || strchr(digits, *folded) != NULL || name_is_one_of(word, first) ||
           name_is_one_of(folded, whole) || role_read(arena, folded, &role) ||
           presence_read(arena, folded) != PRESENCE_UNTOLD;
}

/* A remark, but that a proxy voted: "late" of "Dr Gray, late". */
static bool is_remark(struct arena *arena, const char *text)
{
    enum remark remark = remark_read(arena, text, REMARK_OF_ANYTHING);
    return remark != REMARK_NONE && remark != REMARK_PROXY;
}

/* Whether it leaves open who that is, names one of two, or takes the person back. */
static bool is_no_person(struct arena *arena, const char *text)
{
    size_t head = presence_head_length(text);
    const char *behind = text + head + strspn(text + head, " ,.;:([-");
    const char *folded = text_fold(arena, text);
    return stands_for_no_name(arena, folded) || name_is_noted(text) || name_is_bracketed(text) ||
           strchr(text, '/') != NULL || name_has_word(folded, "or") || is_remark(arena, text) ||
           (*behind != '\0' && is_remark(arena, arena_copy(arena, behind, strcspn(behind, ")]"))));
}

/* False, with an error, where what is written for the proxy is nobody's name. */
static bool is_named(struct ballots_load *load, const struct row *row, enum ballot_column column,
                     const struct ballot *ballot)
{
    const char *name = ballot->details->voter;
    bool own = column == COLUMN_PROXY && ballot->member != NULL && name != NULL &&
               text_same(load->sheet.arena, name, ballot->member->name);
    if (ballot->role != ROLE_PROXY || name == NULL ||
        (!own && !is_no_person(load->sheet.arena, name)))
        return true;
    ballots_report(
        load, row, column,
        wording_public("A proxy is one person: write the name alone. Where it is not "
                       "known, write proxy under \"role\" and leave the name blank."),
        WORDING(load->sheet.arena, "%s is the name of no proxy", ballots_quote(load, row, column)));
    return false;
}

bool ballots_read_proxy(struct ballots_load *load, const struct row *row, struct ballot *ballot)
{
    struct arena *arena = load->sheet.arena;
    const char *text = ballots_cell(load, row, COLUMN_PROXY);
    bool yes = true;
    bool answered = *text != '\0' && ballots_yes_or_no(load, row, COLUMN_PROXY, &yes);
    if (*text == '\0' || (answered && !yes) ||
        interest_is_denied(ballots_folded(load, row, COLUMN_PROXY)))
        return is_named(load, row, COLUMN_VOTER, ballot);
    bool other_role = *ballots_cell(load, row, COLUMN_ROLE) != '\0' && ballot->role != ROLE_PROXY;
    bool other_name = !answered && ballot->details->voter != NULL &&
                      !text_same(arena, text, ballot->details->voter);
    ballot->role = ROLE_PROXY;
    if (!answered)
        ballot->details->voter = text;
    if (!other_role && !other_name)
        return is_named(load, row, answered ? COLUMN_VOTER : COLUMN_PROXY, ballot);
    ballots_report(
        load, row, COLUMN_PROXY,
        wording_public("Correct the one that is wrong. Whoever cast the vote is its voter, "
                       "and a proxy's role is proxy."),
        wording_public(other_role ? "this says that a proxy voted, and the role that it "
                                    "was somebody else"
                                  : "this names another person than the voter"));
    return false;
}
