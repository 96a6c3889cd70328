/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/remark_words.h"
#include "quorate/text.h"

/* What a remark says of the row that it stands in, by its words. */

#define SHORT_REMARK_MOST 5 /* words; of a longer one none says much by itself */

/* A whole remark, or what it begins with before a comma, a dash or the like: that nobody was there.
 */
static const char absences[] =
    "apologies;sent apologies;apologies sent;apologies received;apologies given;apologies from;"
    "apols;gave apologies;with apologies;absent;was absent;did not attend;didnt attend;"
    "not present;was not present;not in attendance;did not come;no show;not there;was not there;"
    "not at meeting;not at the meeting;was not at the meeting;not attending;could not attend;"
    "couldnt attend;unable to attend;dna;nobody came";

/* The same of whatever else it says. */
static const struct {
    const char *phrase; /* folded */
    enum remark says;
} phrases[] = {
    {"not valid", REMARK_OUT},
    {"draft", REMARK_OUT},
    {"not submitted", REMARK_OUT},
    {"not yet submitted", REMARK_OUT},
    {"in progress", REMARK_OUT},
    {"incomplete", REMARK_OUT},
    {"not complete", REMARK_OUT},
    {"not completed", REMARK_OUT},
    {"not finished", REMARK_OUT},
    {"unfinished", REMARK_OUT},
    {"partially complete", REMARK_OUT},
    {"partially completed", REMARK_OUT},
    {"unconfirmed", REMARK_OUT},
    {"not confirmed", REMARK_OUT},
    {"not yet confirmed", REMARK_OUT},
    {"awaiting confirmation", REMARK_OUT},
    {"ineligible", REMARK_OUT},
    {"not eligible", REMARK_OUT},
    {"not entitled", REMARK_OUT},
    {"not entitled to vote", REMARK_OUT},
    {"not eligible to vote", REMARK_OUT},
    {"not a member", REMARK_OUT},
    {"survey preview", REMARK_OUT},
    {"survey test", REMARK_OUT},
    {"test", REMARK_OUT},
    {"did not vote", REMARK_OUT},
    {"didnt vote", REMARK_OUT},
    {"not voting", REMARK_OUT},
    {"not voted", REMARK_OUT},
    {"not yet voted", REMARK_OUT},
    {"has not voted", REMARK_OUT},
    {"no ballot", REMARK_OUT},
    {"no vote", REMARK_OUT},
    {"nil return", REMARK_OUT},
    {"no reply", REMARK_OUT},
    {"no response", REMARK_OUT},
    {"declined to vote", REMARK_OUT},
    {"refused to vote", REMARK_OUT},
    {"did not take part", REMARK_OUT},
    {"took no part", REMARK_OUT},
    {"not final", REMARK_OUT},
    {"not signed", REMARK_OUT},
    {"no signature", REMARK_OUT},
    {"interest", REMARK_INTEREST},
    {"conflict", REMARK_INTEREST},
    {"conflict of interest", REMARK_INTEREST},
    {"declared interest", REMARK_INTEREST},
    {"declared an interest", REMARK_INTEREST},
    {"declared a conflict", REMARK_INTEREST},
    {"interested party", REMARK_INTEREST},
    {"conflicted", REMARK_INTEREST},
    {"recused", REMARK_INTEREST},
    {"stood aside", REMARK_INTEREST},
    {"left the room", REMARK_INTEREST},
    {"left room", REMARK_INTEREST},
    {"coi", REMARK_INTEREST},
    {"declared coi", REMARK_INTEREST},
    {"interest declared", REMARK_INTEREST},
    {"conflict declared", REMARK_INTEREST},
    {"pecuniary interest", REMARK_INTEREST},
    {"financial interest", REMARK_INTEREST},
    {"late", REMARK_CAME_LATE},
    {"arrived late", REMARK_CAME_LATE},
    {"came late", REMARK_CAME_LATE},
    {"joined late", REMARK_CAME_LATE},
    {"late arrival", REMARK_CAME_LATE},
    {"too late", REMARK_LATE},
    {"received late", REMARK_LATE},
    {"voted late", REMARK_LATE},
    {"late vote", REMARK_LATE},
    {"late ballot", REMARK_LATE},
    {"late reply", REMARK_LATE},
    {"late response", REMARK_LATE},
    {"late return", REMARK_LATE},
    {"replied late", REMARK_LATE},
    {"returned late", REMARK_LATE},
    {"submitted late", REMARK_LATE},
    {"sent late", REMARK_LATE},
    {"cast late", REMARK_LATE},
    {"out of time", REMARK_LATE},
    {"after the deadline", REMARK_LATE},
    {"after deadline", REMARK_LATE},
    {"past deadline", REMARK_LATE},
    {"past the deadline", REMARK_LATE},
    {"missed deadline", REMARK_LATE},
    {"missed the deadline", REMARK_LATE},
    {"deadline missed", REMARK_LATE},
    {"after close", REMARK_LATE},
    {"after the close", REMARK_LATE},
    {"after closing", REMARK_LATE},
    {"after the meeting", REMARK_AFTERWARDS},
    {"after meeting", REMARK_AFTERWARDS},
    {"voted after the meeting", REMARK_AFTERWARDS},
    {"voted after meeting", REMARK_AFTERWARDS},
    {"voted next day", REMARK_AFTERWARDS},
    {"voted the next day", REMARK_AFTERWARDS},
    {"email after the meeting", REMARK_AFTERWARDS},
    {"by email after the meeting", REMARK_AFTERWARDS},
    {"voted by email after the meeting", REMARK_AFTERWARDS},
    {"by phone after the meeting", REMARK_AFTERWARDS},
    {"by proxy", REMARK_PROXY},
    {"proxy", REMARK_PROXY},
    {"via proxy", REMARK_PROXY},
    {"proxy vote", REMARK_PROXY},
    {"voted by proxy", REMARK_PROXY},
    {"left", REMARK_LEFT},
    {"left early", REMARK_LEFT},
    {"left the meeting", REMARK_LEFT},
    {"departed", REMARK_LEFT},
    {"gone", REMARK_LEFT},
    {"did not stay", REMARK_LEFT},
    {"didnt stay", REMARK_LEFT},
    {"part", REMARK_LEFT},
    {"part only", REMARK_LEFT},
    {"part meeting", REMARK_LEFT},
    {"part of meeting", REMARK_LEFT},
    {"part of the meeting", REMARK_LEFT},
    {"first half", REMARK_LEFT},
    {"first hour", REMARK_LEFT},
};

/* Of a short remark any of these says that its row is not to be counted: "please ignore",
 * "superseded by row 5", "vote withdrawn". */
static const char strikes[] =
    "ignore;ignored;disregard;disregarded;superseded;replaced;duplicate;duplicated;delete;deleted;"
    "remove;removed;void;voided;invalid;withdrawn;withdrew;withdraw;retracted;rescinded;revoked;"
    "cancelled;rejected;disallowed;discounted;illegible;unreadable;unsigned;spoilt;spoiled;error;"
    "mistake;unintentional;superceded;omitted;omit;skipped;discard;discarded;nullified;annulled;"
    "quashed;overridden;overruled;inadmissible;fraudulent;forged;fake;bogus;hoax;unauthorised;"
    "unauthorized;disputed;obsolete;outdated;dupe;dummy;uncounted;unverified;challenged;contested";

/* The same, of words that stand together. */
static const char struck[] =
    "not count;dont count;not be counted;not to be counted;not counted;counted twice;"
    "entered twice;voted twice;struck out;strike out;crossed out;taken back;cannot read;"
    "not take part;cannot be read;out of order;different motion;wrong motion;other motion;"
    "another motion;meant the other;both practices;both surgeries";

/* A vote that is none yet. Below a heading that is not of remarks these may be of anything. */
static const char unsettled[] =
    "provisional;provisionally;conditional;undecided;wrong;assumed;presumed;inferred;bounced;"
    "undelivered;undeliverable;ambiguous";
static const char unsettled_phrases[] =
    "subject to;no decision;not decided;only if;will confirm;not yet discussed;not yet agreed;"
    "provided that;providing that;as long as;so long as;on condition;on the condition;depends on;"
    "depending on;dependent on;contingent on;contingent upon;would change;out of office;"
    "automatic reply;automated reply;auto reply;auto response;taken as;not delivered;read receipt;"
    "hard to read;two crosses;ticked both;both ticked;not clear;either way;no strong view;"
    "could not agree;couldnt agree;to be ratified;to be confirmed;to be agreed;not ratified;"
    "for the moment;for the time being";

/* What the state of an answer is called where it was not handed in; elsewhere such a word may be
 * of anything. */
static const char states[] =
    "partial;pending;started;open;saved;abandoned;expired;unsent;screened out;disqualified;"
    "provisional;not started;spam;preview;terminated;rejected;unsubmitted;timed out;opted out;"
    "over quota";

/* Who cast it, behind "by". */
static const char others[] =
    "pm;receptionist;reception;secretary;nurse;locum;manager;administrator;registrar;trainee;"
    "assistant;patient";

/* "Voted by receptionist", "signed by PM". */
static bool is_by_another(const char *folded)
{
    static const char acts[] = "voted by;signed by;cast by;vote by";
    return name_has_one_of(folded, acts) && name_has_one_of(folded, others);
}

/* "Joined after the vote", "had left before the vote", "I was not there for this". */
static bool was_away_for_the_vote(const char *folded)
{
    static const char came[] = "arrived;joined;came;dialled;entered";
    static const char after[] = "after the vote;after vote";
    static const char went[] = "left;departed;gone;went";
    static const char before[] = "before the vote;before vote;before voting";
    static const char away[] =
        "not there;not present;not in the room;out of the room;absent for;outside for";
    return (name_has_one_of(folded, came) && name_has_one_of(folded, after)) ||
           (name_has_one_of(folded, went) && name_has_one_of(folded, before)) ||
           name_has_one_of(folded, away);
}

/* "We have a conflict", "shareholder in the provider"; not "without an interest". */
static bool has_an_interest(struct arena *arena, const char *folded)
{
    static const char has[] = "has;have;had;having;with;declare;declares";
    static const char interests[] = "an interest;a conflict;interests;conflicts";
    static const char owners[] = "shareholder;shareholders;shareholding";
    return name_says_one_of(arena, folded, owners) ||
           (name_says_one_of(arena, folded, has) && name_has_one_of(folded, interests));
}

/* Of a vote; elsewhere such words may be of anything. */
static bool takes_a_vote_back(struct arena *arena, const char *folded)
{
    return remark_denies(arena, folded) || is_by_another(folded) || was_away_for_the_vote(folded);
}

static bool strikes_out(struct arena *arena, const char *folded, enum remark_place place)
{
    bool free_text = place == REMARK_OF_ANYTHING;
    bool of_votes = free_text || place == REMARK_OF_STATE;
    if (name_words(folded) > SHORT_REMARK_MOST)
        return false;
    return name_says_one_of(arena, folded, strikes) || name_has_one_of(folded, struck) ||
           remark_ends(arena, folded) || (of_votes && takes_a_vote_back(arena, folded)) ||
           (free_text && (name_says_one_of(arena, folded, unsettled) ||
                          name_has_one_of(folded, unsettled_phrases)));
}

static enum remark remark_of(struct arena *arena, const char *folded, enum remark_place place)
{
    if (place == REMARK_OF_STATE && strcmp(folded, "late") == 0)
        return REMARK_LATE;
    if (name_is_one_of(folded, absences))
        return REMARK_AWAY;
    for (size_t i = 0; i < COUNT(phrases); i++)
        if (*phrases[i].phrase == *folded && strcmp(phrases[i].phrase, folded) == 0)
            return phrases[i].says;
    if (strncmp(folded, "left at ", strlen("left at ")) == 0 ||
        (strncmp(folded, "left before ", strlen("left before ")) == 0 &&
         !was_away_for_the_vote(folded)) ||
        (strncmp(folded, "left ", strlen("left ")) == 0 &&
         strspn(folded + strlen("left "), "0123456789") > 0))
        return REMARK_LEFT;
    if (place == REMARK_OF_STATE && name_is_one_of(folded, states))
        return REMARK_OUT;
    bool words = place != REMARK_OF_TITLE && place != REMARK_OF_NAME;
    if (place == REMARK_OF_ANYTHING && name_words(folded) <= SHORT_REMARK_MOST &&
        has_an_interest(arena, folded))
        return REMARK_INTEREST;
    return words && strikes_out(arena, folded, place) ? REMARK_OUT : REMARK_NONE;
}

const char *remark_behind_name(struct arena *arena, const char *text)
{
    const char *at = text;
    while (*at != '\0' && strchr("([:;,", *at) == NULL && strncmp(at, " - ", 3) != 0 &&
           strncmp(at, "\xE2\x80\x93", 3) != 0 && strncmp(at, "\xE2\x80\x94", 3) != 0)
        at++;
    if (*at == '\0')
        return at;
    const char *behind = at + strspn(at, "([:;,- "); /* of a longer dash nothing is left, folded */
    return arena_copy(arena, behind, strcspn(behind, ")]"));
}

/* "Dr A until 2pm", "Dr A (items 1-3)"; not "(from item 4)", who may still be there. */
static bool is_there_in_part(const char *folded, const char *behind)
{
    static const char until[] = " until ";
    const char *end = strstr(folded, until);
    return name_begins_with(behind, "item") || name_begins_with(behind, "items") ||
           (end != NULL && strspn(end + strlen(until), "0123456789") > 0);
}

/* What is written in the place of a person's name, or behind one: "none sent", "Dr A (absent)",
 * "apologies from Dr A". A single word of it may be somebody's name. */
static enum remark remark_of_name(struct arena *arena, const char *text)
{
    static const char *const nobody[] = {
        "no representative", "no rep",           "no one",        "nobody",      "none sent",
        "none came",         "none attended",    "not sent",      "didnt send",  "did not send",
        "nobody sent",       "no delegate",      "no attendee",   "vacant post", "not represented",
        "not invited",       "to be confirmed",  "to be advised", "papers only", "minutes only",
        "for information",   "written comments", "retired",       "closed"};
    static const char away[] =
        "away;on leave;annual leave;a l;unable;not here;on holiday;holiday;off sick;cannot come;"
        "could not come;no attendance";
    static const char asked[] = "invited;expected;to be invited";
    const char *folded = text_fold(arena, text);
    const char *behind = text_fold(arena, remark_behind_name(arena, text));
    if (*text != '\0' && text[strlen(text) - 1] == '?')
        return REMARK_OPEN;
    if (is_there_in_part(folded, behind))
        return REMARK_LEFT;
    if (name_has_one_of(folded, absences) || name_has_one_of(folded, asked) ||
        name_is_one_of(folded, away) || name_is_one_of(behind, away))
        return REMARK_AWAY;
    for (size_t i = 0; i < COUNT(nobody); i++)
        if (name_begins_with(folded, nobody[i]))
            return REMARK_AWAY;
    return *behind == '\0' ? REMARK_NONE : remark_of(arena, behind, REMARK_OF_ANYTHING);
}

enum remark remark_read(struct arena *arena, const char *text, enum remark_place place)
{
    size_t length = presence_head_length(text);
    const char *head = text_fold(arena, arena_copy(arena, text, length));
    enum remark says = remark_of(arena, head, place);
    if (says == REMARK_NONE && text[length] != '\0')
        says = remark_of(arena, text_fold(arena, text), place);
    if (says == REMARK_NONE && place == REMARK_OF_NAME)
        says = remark_of_name(arena, text);
    bool open =
        says == REMARK_NONE && place != REMARK_ELSEWHERE && place != REMARK_OF_TITLE &&
        remark_is_open(arena, place == REMARK_OF_NAME ? remark_behind_name(arena, text) : text);
    return open ? REMARK_OPEN : says;
}

/* Whether one of the phrases that say so stands anywhere in it. */
static bool has_phrase_of(const char *folded, enum remark says)
{
    bool has = false;
    for (size_t i = 0; i < COUNT(phrases) && !has; i++)
        has = phrases[i].says == says && name_has_word(folded, phrases[i].phrase);
    return has;
}

/* "Please accept our apologies for the late reply" */
bool remark_may_deny(struct arena *arena, const char *text, const struct ballot *ballot)
{
    static const char words[] = "apologies;absent;changed;amended;corrected;left;instead";
    static const char interests[] = "interest;conflict;conflicted;recused";
    const char *folded = text_fold(arena, text);
    if (name_has_one_of(folded, words) || name_has_one_of(folded, strikes) ||
        name_has_one_of(folded, struck) || name_has_one_of(folded, unsettled_phrases) ||
        was_away_for_the_vote(folded))
        return true;
    if (!ballot->details->received.given && /* else its time says whether it was */
        (has_phrase_of(folded, REMARK_LATE) || has_phrase_of(folded, REMARK_CAME_LATE)))
        return true;
    return !ballot->interest && name_has_one_of(folded, interests);
}

/* --- What it says of another vote --- */

/* Without words that only stress the vote before them, or say what it is on: "against really",
 * "against the plan". */
static const char *without_filler(struct arena *arena, const char *folded)
{
    static const char fillers[] =
        "really;instead;now;please;actually;though;it;this;that;the;plan;motion;with;proposal;"
        "resolution;in;principle;strongly;fully";
    const char *last = strrchr(folded, ' ');
    while (last != NULL && name_is_one_of(last + 1, fillers)) {
        folded = arena_copy(arena, folded, (size_t)(last - folded));
        last = strrchr(folded, ' ');
    }
    return folded;
}

/* "do not agree", "cannot support", "not in favour". */
static bool denies_support(struct arena *arena, const char *folded)
{
    static const char *const denials[] = {"do not", "does not", "did not", "dont", "doesnt",
                                          "cannot", "can not",  "cant",    "not"};
    enum vote vote;
    for (size_t i = 0; i < COUNT(denials); i++)
        if (name_begins_with(folded, denials[i]))
            return vote_read(arena, folded + strlen(denials[i]), &vote) && vote == VOTE_FOR;
    return false;
}

/* Whether a word leads to a vote that stands behind it; "as agreed" is none. */
static bool leads_to_vote(const char *word, bool first)
{
    static const char before[] =
        "should;shall;be;changed;change;actually;now;meant;means;mean;to;amended;revised;"
        "corrected;vote;correct;correction;voted;voting;votes;ballot;the;their;they;wants;read;"
        "instead;rather;we;i;really;a;an;was;wanted;it;is;please;he;she;would;have;prefer;wished;"
        "wish;intended;said;says;on;reflection;second;thoughts;moved;move;switch;switched;amend;"
        "intends;then;later;like;likes;after;discussion;make;count;counted;record;recorded;put;me;"
        "us;down;our;my;answer;reply;changing;reverted;minuted;are;am;will;im;marked;entered;"
        "noted;strongly;fully;firmly;still;totally;completely;definitely";
    return name_is_one_of(word, before) || (!first && strcmp(word, "as") == 0);
}

static bool ends_in(struct arena *arena, const char *text, remark_end *is_end, void *context)
{
    const char *folded = without_filler(arena, text_fold(arena, text)), *from = folded;
    while (*folded != '\0') {
        if (is_end(context, folded, folded == from))
            return true;
        bool first = folded == from;
        if (!leads_to_vote(name_take_word(arena, &folded), first))
            return false;
    }
    return false;
}

bool remark_ends_in(struct arena *arena, const char *text, remark_end *is_end, void *context)
{
    if (*text == '\0')
        return false;
    const char *head = arena_copy(arena, text, presence_head_length(text));
    return ends_in(arena, text, is_end, context) || ends_in(arena, head, is_end, context);
}

/* The vote that a remark is looked through for. */
struct vote_sought {
    struct arena *arena;
    enum vote vote;
};

/* A yes or a no alone, which answer anything, are none; "abstained because of it" is one. */
static bool is_vote(void *context, const char *folded, bool whole)
{
    struct vote_sought *sought = context;
    struct arena *arena = sought->arena;
    if (whole && vote_read(arena, name_first_word(arena, folded), &sought->vote) &&
        sought->vote == VOTE_ABSTAIN)
        return true;
    if (vote_read(arena, folded, &sought->vote) && sought->vote <= VOTE_ABSTAIN &&
        (!whole || presence_read(arena, folded) == PRESENCE_UNTOLD))
        return true;
    sought->vote = VOTE_AGAINST;
    return denies_support(arena, folded);
}

bool remark_names_vote(struct arena *arena, const char *text, enum vote *vote)
{
    struct vote_sought sought = {.arena = arena};
    bool names = remark_ends_in(arena, text, is_vote, &sought);
    *vote = sought.vote;
    return names;
}

/* --- What it says of another member --- */

#define NAME_WORDS_MOST ((size_t)10) /* of a name that is looked for in a remark */

/* Whether these words of a remark may be a member's name. Numbers and a letter may be of anything,
 * and one word alone may be anybody's name, but for a code, and where nothing else stands there. */
static bool may_be_name(const char *name, size_t words, bool alone)
{
    static const char digits[] = "0123456789";
    bool number = name[strspn(name, digits)] == '\0';
    return !number && strlen(name) > 2 && (words > 1 || alone || strpbrk(name, digits) != NULL);
}

/* The member whose name, code or alias the text begins with, the longest there is, and where that
 * ends. */
static const struct member *begins_with_name(const struct ballots_load *load, const char *folded,
                                             bool first, const char **end)
{
    const struct member *found = NULL;
    const char *to = folded;
    for (size_t words = 1; words <= NAME_WORDS_MOST; words++) {
        to += strcspn(to, " ");
        const char *name = arena_copy(load->scratch, folded, (size_t)(to - folded));
        const struct member *member = may_be_name(name, words, first && *to == '\0')
                                          ? roll_find_folded(load->reading->roll, name)
                                          : NULL;
        if (member != NULL) {
            found = member;
            *end = to;
        }
        if (*to++ == '\0')
            break;
    }
    return found;
}

const struct member *remark_names_another(const struct ballots_load *load, const char *text,
                                          const struct member *own)
{
    const char *folded = text_fold(load->scratch, text), *at = folded;
    while (*at != '\0') {
        const char *end = at + strcspn(at, " ");
        const struct member *member = begins_with_name(load, at, at == folded, &end);
        if (member != NULL && member != own)
            return member;
        at = end + strspn(end, " ");
    }
    return NULL;
}
