/* SPDX-License-Identifier: MIT */
#include "quorate/remark_words.h"

#include <ctype.h>
#include <string.h>

#include "quorate/names.h"
#include "quorate/text.h"

/* What short remarks say of the row that they stand in. */

#define QUESTION_WORDS_MOST 3 /* "valid?", and not "Will there be parking?" */

/* "Closed Wednesday afternoons", "list closed to new patients", "branch closed": the practice is
 * not. */
static bool is_closed_for_good(struct arena *arena, const char *folded)
{
    static const char closed[] = "closed";
    static const char others[] =
        "monday;mondays;tuesday;tuesdays;wednesday;wednesdays;thursday;thursdays;friday;fridays;"
        "saturday;saturdays;sunday;sundays;mon;tue;tues;wed;thu;thur;thurs;fri;sat;sun;weekend;"
        "weekends;holiday;holidays;daily;morning;mornings;afternoon;afternoons;evening;evenings;"
        "pm;am;lunch;lunchtime;lunchtimes;training;list;lists;branch;phones;phone;pharmacy;"
        "dispensary";
    return name_says_one_of(arena, folded, closed) && !name_has_one_of(folded, others);
}

bool remark_ends(struct arena *arena, const char *folded)
{
    static const char words[] =
        "dispersed;suspended;resigned;expelled;withdrawn;withdrew;ceased;lapsed;terminated;"
        "inactive;dormant;dissolved;deceased;defunct;excluded;disqualified;ineligible;rejected;"
        "retired;merged;departed;removed;disbanded;deleted;superseded;duplicate;ignore;nonvoting;"
        "observer;failed;nonmember";
    static const char phrases[] =
        "no longer;non voting;not active;not voting;not eligible;not valid;not current;non member;"
        "not a member";
    return name_words(folded) <= REMARK_WORDS_MOST &&
           (is_closed_for_good(arena, folded) || name_says_one_of(arena, folded, words) ||
            name_has_one_of(folded, phrases));
}

static bool is_dagger(const char *text)
{
    static const char dagger[] = "\xE2\x80\xA0", double_dagger[] = "\xE2\x80\xA1";
    return strncmp(text, dagger, strlen(dagger)) == 0 ||
           strncmp(text, double_dagger, strlen(double_dagger)) == 0;
}

/* A mark that stands for a note or a doubt, without a word: "?", "(*)", a dagger. */
static bool is_note_mark(const char *text)
{
    bool any = false;
    while (*text != '\0') {
        bool dagger = is_dagger(text);
        if (!dagger && ((unsigned char)*text >= 0x80 || isalnum((unsigned char)*text)))
            return false;
        any = any || dagger || *text == '?' || *text == '*';
        text += dagger ? 3 : 1;
    }
    return any;
}

bool name_is_noted(const char *text)
{
    static const char marks[] = "?*", around[] = "([{ )]}";
    text += strspn(text, around);
    size_t length = strlen(text);
    while (length > 0 && strchr(around, text[length - 1]) != NULL)
        length--;
    if (length == 0 || is_note_mark(text)) /* then it is no name */
        return false;
    const char *last = length > 2 ? text + length - 3 : text;
    return strchr(marks, *text) != NULL || strchr(marks, text[length - 1]) != NULL ||
           is_dagger(text) || is_dagger(last);
}

bool name_is_bracketed(const char *text)
{
    static const char opening[] = "([{", closing[] = ")]}";
    size_t length = strlen(text);
    const char *open = length < 2 ? NULL : strchr(opening, *text);
    return open != NULL && text[length - 1] == closing[open - opening];
}

bool remark_is_open(struct arena *arena, const char *text)
{
    static const char words[] =
        "tbc;tba;tbd;query;queried;pending;awaiting;unknown;unclear;unsure;checking;unsettled";
    static const char phrases[] =
        "to follow;to be confirmed;to be verified;to be checked;to be agreed;to be decided;"
        "check with;to check;not known;not sure;later email;next email";
    static const char first[] = "see;refer;maybe;perhaps;possibly;probably";
    static const char conditions[] = "if;unless";
    static const char alone[] = "check;verify;confirm;chase";
    const char *folded = text_fold(arena, text);
    size_t count = name_words(folded), length = strlen(text);
    if (count == 0)
        return is_note_mark(text);
    if (name_is_one_of(folded, alone))
        return true;
    const char *word = name_first_word(arena, folded);
    if (count > REMARK_WORDS_MOST || strncmp(folded, "see you", strlen("see you")) == 0)
        return false;
    return (count <= QUESTION_WORDS_MOST &&
            (text[length - 1] == '?' || name_is_one_of(word, first))) ||
           (count > 1 && name_is_one_of(word, conditions)) ||
           name_says_one_of(arena, folded, words) || name_has_one_of(folded, phrases);
}

bool remark_doubts_figure(struct arena *arena, const char *folded)
{
    static const char words[] =
        "estimate;estimated;provisional;approx;approximate;approximately;forecast;projected;"
        "rounded;unrevised;guess;unaudited;interim;outdated;stale;disputed;incorrect;wrong;"
        "inaccurate;actually;draft;weighted;normalised;normalized";
    static const char phrases[] =
        "last year;last years;carried forward;brought forward;not updated;prior year;"
        "not yet updated;to be revised;to be updated;not revised;old figure;last quarter;"
        "should be;should read;not correct;out of date;to be corrected;count as half;"
        "counts as half";
    return name_words(folded) <= REMARK_WORDS_MOST &&
           (name_says_one_of(arena, folded, words) || name_has_one_of(folded, phrases));
}

bool heading_is_of_remarks(const char *folded)
{
    static const char words[] =
        "note;notes;comment;comments;remark;remarks;status;query;queries;feedback";
    return *folded == '\0' ||
           (name_words(folded) <= REMARK_HEADING_WORDS_MOST && name_has_one_of(folded, words));
}

bool remark_is_of_no_member(const char *folded)
{
    static const char names[] =
        "former;former member;ex member;branch;branch surgery;branch site;associate;"
        "associate member;affiliate;affiliate member;prison;walk in centre;walk in;out of hours;"
        "urgent care centre;not a practice;honorary;honorary member;applicant;prospective;"
        "prospective member";
    return name_is_one_of(folded, names);
}

bool heading_is_of_standing(const char *heading)
{
    static const char words[] =
        "membership;member;setting;type;category;kind;interview;outcome;result;assessment;"
        "declaration;application;form";
    return heading_is_of_remarks(heading) ||
           (name_words(heading) <= REMARK_HEADING_WORDS_MOST && name_has_one_of(heading, words));
}

/* Below a heading of remarks, or of a state, and nothing else beside it. */
static const char whole[] =
    "dup;null;old;old vote;previous vote;earlier vote;out of date;expired;repeat;copy;sample;"
    "sample row;this is a test;just a test;only a test;example;example row;demo;trial;trial run;"
    "test vote;test response;test row;test entry;test submission;testing;anonymous;refused;barred;"
    "banned;challenged;contested;suspect;doubtful;improper;irregular;skip;exclude;leave out;"
    "on hold;held;parked;casting vote;pm voted;no reply;no response;not returned;set aside;"
    "out of order;paper lost;vote lost;spam;joke;guest;visitor;in attendance only;observing;"
    "shadowing;missed vote;dnv;nr;n r;nil response;to verify;vote refused;vote challenged;"
    "vote disputed;struck off;test;in dispute;missed the vote;name missing;signature missing;locum";

/* What is told of a vote that is none, or not one, behind "not" and the like: "not a lead". */
static const char granted[] =
    "accepted;allowed;permitted;authorised;authorized;authority;mandate;mandated;included;include;"
    "used;use;ok;verified;validated;cast;admitted;admissible;binding;count;permission;entitlement;"
    "quorum;name;consent;official;member;genuine;counted;vote";

/* In part, or more than once. */
static const char shares[] =
    "split;half vote;half a vote;counts double;counts as;two votes;2 votes;double vote;counts for;"
    "chairs casting vote;votes with;not lead;not a lead;not the lead;shares vote;shares a vote;"
    "one with;joint member;takeover by;taken over by;handed back;another locality;left the ccg;"
    "now part of";

/* "Not accepted", "no mandate", "not to be used", "without the authority". */
static bool denies_a_grant(struct arena *arena, const char *folded)
{
    static const char denials[] = "not;no;never;without;dont;cannot;isnt;wasnt";
    static const char between[] = "be;to;been;a;an;the;yet;in;any;valid;voting";
    bool denied = false;
    while (*folded != '\0') {
        const char *word = name_take_word(arena, &folded);
        if (denied && name_is_one_of(word, granted))
            return true;
        denied = name_is_one_of(word, denials) || (denied && name_is_one_of(word, between));
    }
    return false;
}

bool remark_denies(struct arena *arena, const char *folded)
{
    return name_words(folded) <= REMARK_WORDS_MOST &&
           (name_is_one_of(folded, whole) || name_has_one_of(folded, shares) ||
            denies_a_grant(arena, folded));
}
