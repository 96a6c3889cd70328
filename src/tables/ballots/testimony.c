/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"

/* What the heading of a column that nothing reads says of it, by its words. */

#define HEADING_WORDS_MOST 5 /* of a longer one, a question, a word says little */

/* "Finished", "Vote submitted (Y/N)", "Confirmed by"; not "Training completed", "Papers sent": one
 * of the words of what is done, and beside those only such as tell of what, by whom or when. */
static bool is_of_completion(struct arena *arena, const char *folded)
{
    static const char done[] =
        "finished;complete;completed;submitted;submit;confirmed;verified;signed;authorised;"
        "checked;authenticated;accepted;authorized;submitdate;active;include;included;signature;"
        "validated";
    static const char standing[] = "good standing;paid up;voting member";
    static const char with[] =
        "good;standing;paid;up;voting;member;vote;votes;form;ballot;ballots;survey;reply;response;"
        "answer;answers;is;return;was;fully;by;the;voter;yes;no;y;n;date;time;on;at;utc;email;in;"
        "to;id;identity;membership;practice";
    if (!name_has_one_of(folded, done) && !name_has_one_of(folded, standing))
        return false;
    while (*folded != '\0') {
        const char *word = name_take_word(arena, &folded);
        if (!name_is_one_of(word, done) && !name_is_one_of(word, with))
            return false;
    }
    return true;
}

static bool is_of_entitlement(const char *folded)
{
    static const char words[] = "eligible;eligibility;entitled;entitlement";
    static const char names[] =
        "can vote;may vote;allowed to vote;able to vote;right to vote;voting rights;voting;"
        "voting rep;voting representative";
    return name_has_one_of(folded, words) || name_is_one_of(folded, names);
}

static bool is_of_progress(const char *folded)
{
    static const char names[] =
        "progress;completion;completeness;percent complete;completion rate;percentage complete";
    return name_is_one_of(folded, names);
}

/* Whether what is headed so came in time, or did not; a time of day alone says neither. */
static enum testimony testimony_of_time(const char *folded)
{
    static const char limits[] = "deadline;closing;cutoff";
    static const char before[] = "before;by;within;met;meets;in";
    static const char after[] = "after;past;missed;beyond;outside;not";
    static const char came[] = "received;arrived;returned;submitted;sent;cast;voted;reply";
    bool in_time = strstr(folded, "in time") != NULL || strstr(folded, "on time") != NULL;
    if (name_has_one_of(folded, limits)) {
        if (name_has_one_of(folded, after))
            return TESTIMONY_OUT;
        return name_has_one_of(folded, before) ? TESTIMONY_IN : TESTIMONY_NONE;
    }
    if (strcmp(folded, "in time") == 0 || strcmp(folded, "on time") == 0)
        return TESTIMONY_IN;
    return in_time && name_has_one_of(folded, came) ? TESTIMONY_IN : TESTIMONY_NONE;
}

/* "List size", also of a day: "List size 1 April 2016". */
static bool is_of_sizes(const char *folded)
{
    static const char *const names[] = {"list size",           "patients",
                                        "population",          "number of patients",
                                        "registered patients", "registered population",
                                        "practice population", "practice list size",
                                        "patient list size"};
    for (size_t i = 0; i < COUNT(names); i++)
        if (name_begins_with(folded, names[i]))
            return true;
    return false;
}

static bool is_of_weights(const char *folded)
{
    static const char names[] =
        "votes;number of votes;no of votes;weight;weighting;voting weight;weight of vote;"
        "weighted vote;weighted votes;votes weighted;vote weight;voting strength;votes cast;"
        "votes held;votes allocated;ballots;ballots cast;number of ballots;shares;"
        "number of shares;units;count;voting power;share;fraction;fraction of vote;share of vote;"
        "vote share;proportion;multiplier;weighted;card vote;card votes;cards";
    return name_is_one_of(folded, names);
}

/* "Reason for abstaining" */
static bool is_of_abstaining(const char *folded)
{
    static const char words[] = "abstain;abstained;abstaining;abstention";
    static const char why[] = "reason;reasons;why";
    return name_has_one_of(folded, words) && name_has_one_of(folded, why);
}

/* By its words: "Vote withdrawn?", "Valid (Y/N)", "Attended the meeting", "Left at". */
enum testimony testimony_of(struct arena *arena, const char *folded)
{
    static const char out[] =
        "withdrawn;late;spoilt;spoiled;void;invalid;rejected;disputed;excluded;disallowed;"
        "cancelled;superseded;duplicate;draft;incomplete;unconfirmed;ineligible;deleted;removed;"
        "ignore;ignored;exclude;discard;discarded;delete;remove;archived;quarantined;challenged;"
        "provisional;suspended;lapsed;resigned;inactive;retracted;revoked;cancel;withdraw;reject;"
        "disregard;struck;nonvoting;query;queried;unverified;unsigned;bounced;non voting;"
        "exclusion;absence;rejection;invalidity";
    static const char wrong[] = "issues;problem;problems;flag;flagged;error;errors";
    static const char in[] = "valid;counted;counts;count y n";
    static const char there[] = "attend;attended;attendance;attending;present";
    static const char left[] = "left;departed;departure";
    static const char localities[] =
        "locality;locality name;locality group;ccg locality;which locality";
    static const char areas[] = "area;constituency";
    if (name_words(folded) > HEADING_WORDS_MOST)
        return TESTIMONY_NONE;
    if (is_of_sizes(folded))
        return TESTIMONY_SIZE;
    if (name_is_one_of(folded, localities))
        return TESTIMONY_LOCALITY;
    if (name_is_one_of(folded, areas))
        return TESTIMONY_AREA;
    if (is_of_weights(folded))
        return TESTIMONY_WEIGHT;
    if (is_of_abstaining(folded))
        return TESTIMONY_ABSTAINED;
    if (name_has_one_of(folded, there))
        return TESTIMONY_THERE;
    if (name_has_one_of(folded, out) || name_is_one_of(folded, wrong))
        return TESTIMONY_OUT;
    if (name_has_one_of(folded, left))
        return TESTIMONY_LEFT;
    if (is_of_progress(folded))
        return TESTIMONY_PROGRESS;
    enum testimony in_time = testimony_of_time(folded);
    if (in_time != TESTIMONY_NONE)
        return in_time;
    bool met = is_of_entitlement(folded) || is_of_completion(arena, folded);
    if (!met && !name_has_one_of(folded, in))
        return TESTIMONY_NONE;
    if (name_has_word(folded, "not"))
        return TESTIMONY_OUT;
    return met ? TESTIMONY_MET : TESTIMONY_IN;
}

bool testimony_is_of_state(struct arena *arena, const char *folded)
{
    static const char words[] = "status;state;progress;completion";
    return name_has_one_of(folded, words) || strcmp(folded, "response type") == 0 ||
           is_of_completion(arena, folded);
}
