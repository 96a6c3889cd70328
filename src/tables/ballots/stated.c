/* SPDX-License-Identifier: MIT */
#include "quorate/stated.h"

#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* What a sheet says came of its votes: lines above the headings, headings without a column, and
 * cells of columns that nothing reads. What they say is only read here. */

/* A text while its pieces are read. */
struct stating {
    struct ballots_load *load;
    struct ballot_box *box;
    struct stated_result *list;
    size_t count, capacity;
    const char **motions; /* of the polls, folded; NULL where they have none */
    bool in_cell;
    struct stated_result of; /* where it stands, and of which vote what comes next is */
};

/* --- The words of a statement --- */

enum needed {
    NEEDS_NOTHING,
    NEEDS_SUBJECT, /* alone in a cell it may be of the row, or of anything */
    NEEDS_ANSWER,  /* "Quorum: no" */
};

/* What is denied stands before what is not. "Is" may stand between the words. */
static const struct phrase {
    const char *words;
    enum stated says;
    enum needed needs;
} phrases[] = {
    {"not carried", STATED_NOT_CARRIED, NEEDS_NOTHING},
    {"not carry", STATED_NOT_CARRIED, NEEDS_NOTHING},
    {"not passed", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"not pass", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"not approved", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"not agreed", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"not adopted", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"not accepted", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"not supported", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"not succeed", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"noes have", STATED_NOT_CARRIED, NEEDS_NOTHING},
    {"nays have", STATED_NOT_CARRIED, NEEDS_NOTHING},
    {"ayes have", STATED_CARRIED, NEEDS_NOTHING},
    {"voted down", STATED_NOT_CARRIED, NEEDS_NOTHING},
    {"turned down", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"thrown out", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"lost", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"fell", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"falls", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"fallen", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"failed", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"fails", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"defeated", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"rejected", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"negatived", STATED_NOT_CARRIED, NEEDS_SUBJECT},
    {"no consensus reached", STATED_NOT_CARRIED, NEEDS_NOTHING},
    {"no consensus", STATED_NOT_CARRIED, NEEDS_NOTHING},
    {"consensus not reached", STATED_NOT_CARRIED, NEEDS_NOTHING},
    {"no agreement reached", STATED_NOT_CARRIED, NEEDS_NOTHING},
    {"no majority reached", STATED_NOT_CARRIED, NEEDS_NOTHING},
    {"no majority", STATED_NOT_CARRIED, NEEDS_NOTHING},
    {"deferred", STATED_UNDECIDED, NEEDS_SUBJECT},
    {"cancelled", STATED_UNDECIDED, NEEDS_SUBJECT},
    {"abandoned", STATED_UNDECIDED, NEEDS_SUBJECT},
    {"withdrawn", STATED_UNDECIDED, NEEDS_SUBJECT},
    {"not held", STATED_UNDECIDED, NEEDS_NOTHING},
    {"not take place", STATED_UNDECIDED, NEEDS_NOTHING},
    {"not go ahead", STATED_UNDECIDED, NEEDS_NOTHING},
    {"adjourned", STATED_UNDECIDED, NEEDS_SUBJECT},
    {"no decision", STATED_UNDECIDED, NEEDS_NOTHING},
    {"no vote taken", STATED_WITHOUT_VOTE, NEEDS_NOTHING},
    {"no vote held", STATED_WITHOUT_VOTE, NEEDS_NOTHING},
    {"not put", STATED_UNDECIDED, NEEDS_SUBJECT},
    {"not voted on", STATED_UNDECIDED, NEEDS_SUBJECT},
    {"tied", STATED_TIED, NEEDS_SUBJECT},
    {"tie", STATED_TIED, NEEDS_SUBJECT},
    {"equality of votes", STATED_TIED, NEEDS_NOTHING},
    {"dead heat", STATED_TIED, NEEDS_NOTHING},
    {"evenly split", STATED_TIED, NEEDS_NOTHING},
    {"split evenly", STATED_TIED, NEEDS_NOTHING},
    {"equally split", STATED_TIED, NEEDS_NOTHING},
    {"evenly divided", STATED_TIED, NEEDS_NOTHING},
    {"equally divided", STATED_TIED, NEEDS_NOTHING},
    {"divided equally", STATED_TIED, NEEDS_NOTHING},
    {"inquorate", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"unquorate", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"not quorate", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"non quorate", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"no quorum", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"without quorum", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"below quorum", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"short of quorum", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"lacked quorum", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"quorum not met", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"quorum not reached", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"quorum not achieved", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"quorum not attained", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"quorum not obtained", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"quorum not present", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"quorum failed", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"quorum lost", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"quorum lacking", STATED_NOT_QUORATE, NEEDS_NOTHING},
    {"quorum met", STATED_QUORATE, NEEDS_NOTHING},
    {"quorum reached", STATED_QUORATE, NEEDS_NOTHING},
    {"quorum achieved", STATED_QUORATE, NEEDS_NOTHING},
    {"quorum attained", STATED_QUORATE, NEEDS_NOTHING},
    {"quorum obtained", STATED_QUORATE, NEEDS_NOTHING},
    {"quorum present", STATED_QUORATE, NEEDS_NOTHING},
    {"quorum", STATED_QUORATE, NEEDS_ANSWER},
    {"result", STATED_CARRIED, NEEDS_ANSWER},
    {"outcome", STATED_CARRIED, NEEDS_ANSWER},
    {"quorate", STATED_QUORATE, NEEDS_NOTHING},
    {"not binding", STATED_NOT_BINDING, NEEDS_NOTHING},
    {"non binding", STATED_NOT_BINDING, NEEDS_NOTHING},
    {"binding", STATED_BINDING, NEEDS_SUBJECT},
    {"unanimously carried", STATED_CARRIED, NEEDS_NOTHING},
    {"carried", STATED_CARRIED, NEEDS_NOTHING},
    {"passed", STATED_CARRIED, NEEDS_SUBJECT},
    {"approved", STATED_CARRIED, NEEDS_SUBJECT},
    {"agreed", STATED_CARRIED, NEEDS_SUBJECT},
    {"adopted", STATED_CARRIED, NEEDS_SUBJECT},
    {"accepted", STATED_CARRIED, NEEDS_SUBJECT},
    {"succeeded", STATED_CARRIED, NEEDS_SUBJECT},
    {"consensus reached", STATED_CARRIED, NEEDS_NOTHING},
    {"nem con", STATED_CARRIED, NEEDS_NOTHING},
    {"without dissent", STATED_CARRIED, NEEDS_NOTHING},
    {"by consensus", STATED_CARRIED, NEEDS_SUBJECT},
    {"unanimous", STATED_CARRIED, NEEDS_SUBJECT},
    {"unanimously", STATED_CARRIED, NEEDS_SUBJECT},
};

/* A statement is none where it is of another time, of what would be, or of what has to be. */
static bool is_of_something_else(const char *folded)
{
    static const char words[] =
        "if;unless;be;will;would;should;must;could;shall;need;needs;needed;require;requires;"
        "required;requiring;last;previous;previously;earlier;minutes;until;when;whether;that;"
        "amendment;target;amendments;threshold;rule;rules;at least;forward;postponed;expected;"
        "likely;unlikely;minimum;or;how;next;carrying;not unanimous;first vote;first ballot;"
        "becomes;become;remain;stays";
    return name_has_one_of(folded, words);
}

static bool is_copula(const char *word)
{
    static const char words[] = "is;was;were;are;has;have;been;being";
    return name_is_one_of(word, words);
}

static void push(struct arena *arena, struct line_words *words, const char *word)
{
    const char **place = ARENA_PUSH(arena, words->words, words->count, words->capacity);
    *place = word;
}

/* The words that say something: without articles and the like, each "was" and "been" as "is". */
static struct line_words words_that_say(struct arena *arena, const char *folded)
{
    static const char fillers[] =
        "the;a;an;duly;hereby;declared;then;thus;so;therefore;also;did;clearly";
    static const char sides[] = "ayes;noes;nays"; /* "the ayes have it" */
    struct line_words all = ballots_line_words(arena, folded), kept = {0};
    bool keeps = false;
    for (size_t i = 0; i < all.count; i++) {
        const char *word = all.words[i];
        if (!name_is_one_of(word, fillers))
            push(arena, &kept, is_copula(word) && !keeps ? "is" : word);
        keeps = name_is_one_of(word, sides);
    }
    return kept;
}

/* How many of the words from `at` on the phrase takes; 0 where it is another. */
static size_t length_of(const struct line_words *words, size_t at, const char *phrase)
{
    size_t i = at;
    if (*words->words[at] != *phrase)
        return 0;
    while (*phrase != '\0') {
        size_t length = strcspn(phrase, " ");
        while (i > at && i < words->count && strcmp(words->words[i], "is") == 0)
            i++;
        if (i == words->count || strlen(words->words[i]) != length ||
            strncmp(words->words[i], phrase, length) != 0)
            return 0;
        i++;
        phrase += length + (phrase[length] == ' ');
    }
    return i - at;
}

/* --- What stands beside it --- */

enum subject {
    SUBJECT_NONE,    /* nothing stands before it */
    SUBJECT_OTHER,   /* something does that is no subject of it */
    SUBJECT_LOOSE,   /* "motion to adopt the plan" */
    SUBJECT_IS,      /* "motion to adopt the plan is" */
    SUBJECT_LABELLED /* "result" and the like alone */
};

static bool is_subject(const char *word)
{
    static const char subjects[] =
        "motion;motions;vote;votes;resolution;resolutions;proposal;proposals;result;results;"
        "outcome;decision;verdict;meeting;ballot;poll;election;question;item;conclusion";
    return name_is_one_of(word, subjects);
}

static bool may_stand_before(const char *word)
{
    static const char others[] =
        "is;of;on;this;final;overall;all;both;each;every;main;substantive;summary;it;there;status;"
        "therefore;and;we";
    return is_subject(word) || name_is_one_of(word, others) || strlen(word) == 1 ||
           strspn(word, "0123456789") == strlen(word);
}

static enum subject subject_before(const struct line_words *words, size_t at)
{
    static const char breaks[] = "as;to;already;of;not;for;by";
    static const char about[] = "on;of"; /* "vote on the failed merger" */
    bool labels = true;
    if (at == 0)
        return SUBJECT_NONE;
    for (size_t i = 0; i < at; i++)
        labels = labels && may_stand_before(words->words[i]);
    const char *last = words->words[at - 1], *first = words->words[0];
    if (labels && !name_is_one_of(last, about))
        return SUBJECT_LABELLED;
    if (labels || (!is_subject(first) && strcmp(first, "all") != 0) || name_is_one_of(last, breaks))
        return SUBJECT_OTHER;
    return strcmp(last, "is") == 0 ? SUBJECT_IS : SUBJECT_LOOSE;
}

static const char *word_at(const struct line_words *words, size_t at)
{
    return at < words->count ? words->words[at] : "";
}

/* Whether what is said goes on so that it is still the same: "carried by a majority", "agreed
 * unanimously"; not "approved by Dr A", "carried out", "rejected 2". */
static bool goes_on_well(const struct line_words *words, size_t at, enum subject subject)
{
    static const char well[] =
        "unanimously;unanimous;nem;with;subject;overall;today;tonight;it;without";
    static const char acts[] =
        "majority;large;show;simple;unanimous;small;consensus;clear;hands;acclamation;votes;"
        "general;margin;casting;vote;members;meeting;practices;this";
    static const char badly[] =
        "over;out;away;to;from;only;in;by;at;through;elsewhere;again;break;papers;on;not";
    const char *word = word_at(words, at), *behind = word_at(words, at + 1);
    if (*word == '\0' || name_is_one_of(word, well))
        return true;
    if ((strcmp(word, "by") == 0 || strcmp(word, "on") == 0) &&
        (strspn(behind, "0123456789") > 0 || name_is_one_of(behind, acts)))
        return true;
    return (subject == SUBJECT_LABELLED || subject == SUBJECT_IS) &&
           strspn(word, "0123456789") == 0 && !name_is_one_of(word, badly);
}

/* "5 votes to 2", "by 5-2": not "46,058 patients", which is folded to two numbers as well. */
static void read_votes(const struct line_words *words, size_t at, struct stated_result *stated)
{
    static const char before[] = "by;with;of;vote;votes";
    static const char between[] = "votes;vote;members;practices;to;v;vs";
    const size_t group = strlen("000");
    while (name_is_one_of(word_at(words, at), before))
        at++;
    size_t to = at + 1;
    while (name_is_one_of(word_at(words, to), between))
        to++;
    long long one = ballots_number_of(word_at(words, at)),
              other = ballots_number_of(word_at(words, to));
    if (one < 0 || other < 0 || ballots_number_of(word_at(words, to + 1)) >= 0 ||
        (to == at + 1 && strspn(word_at(words, to), "0123456789") == group))
        return;
    stated->votes[0] = one;
    stated->votes[1] = other;
}

/* "By a majority of 5", "5 votes": one number, and nothing behind it. */
static void read_one(const struct line_words *words, size_t at, struct stated_result *stated)
{
    static const char between[] = "by;with;majority;of;a;margin;small;large;clear;simple";
    static const char units[] = "votes;vote";
    while (name_is_one_of(word_at(words, at), between))
        at++;
    size_t end = at + 1 + name_is_one_of(word_at(words, at + 1), units);
    if (end == words->count)
        stated->votes[0] = ballots_number_of(words->words[at]);
}

static enum stated denied(enum stated says)
{
    switch (says) {
    case STATED_CARRIED:
        return STATED_NOT_CARRIED;
    case STATED_NOT_CARRIED:
        return STATED_CARRIED;
    case STATED_QUORATE:
        return STATED_NOT_QUORATE;
    case STATED_NOT_QUORATE:
        return STATED_QUORATE;
    case STATED_BINDING:
        return STATED_NOT_BINDING;
    case STATED_NOT_BINDING:
        return STATED_BINDING;
    default:
        return says;
    }
}

/* The whole of what stands behind it, where that is a yes or a no. */
static bool is_answered(const struct line_words *words, size_t at, bool *yes)
{
    static const char ayes[] = "yes;y;true", noes[] = "no;n;false";
    const char *word = word_at(words, at);
    *yes = name_is_one_of(word, ayes);
    return at + 1 == words->count && (*yes || name_is_one_of(word, noes));
}

/* Whether the phrase stands at `at`, with its answer where it says nothing without. */
static bool stands_there(const struct line_words *words, size_t at, const struct phrase *phrase)
{
    size_t length = length_of(words, at, phrase->words);
    bool yes;
    return length > 0 && (phrase->needs != NEEDS_ANSWER || is_answered(words, at + length, &yes));
}

/* False where the phrase that stands at `at` says nothing of the outcome. */
static bool fits(const struct line_words *words, size_t at, const struct phrase *phrase,
                 bool in_cell, struct stated_result *stated)
{
    static const char of_all[] = "unanimous;unanimously;nem;consensus;dissent";
    size_t end = at + length_of(words, at, phrase->words);
    enum subject subject = subject_before(words, at);
    bool yes, answered = is_answered(words, end, &yes), weak = phrase->needs != NEEDS_NOTHING;
    if (subject == SUBJECT_OTHER || (subject == SUBJECT_LOOSE && weak) ||
        (subject == SUBJECT_NONE && weak && in_cell))
        return false;
    stated->says = answered && !yes ? denied(phrase->says) : phrase->says;
    if (answered && !yes && stated->says == phrase->says) /* "Tied: no" */
        return false;
    for (size_t i = at; i < words->count; i++)
        stated->unanimous = stated->unanimous || name_is_one_of(words->words[i], of_all);
    read_votes(words, end, stated);
    if (stated->votes[0] < 0 &&
        (strcmp(word_at(words, end), "by") == 0 || strcmp(word_at(words, end), "with") == 0))
        read_one(words, end, stated);
    return answered || stated->votes[0] >= 0 || goes_on_well(words, end, subject);
}

static bool says_what_came_of_it(struct arena *arena, const char *folded, bool in_cell,
                                 struct stated_result *stated)
{
    const struct line_words words = words_that_say(arena, folded);
    for (size_t at = 0; at < words.count; at++)
        for (size_t i = 0; i < COUNT(phrases); i++)
            if (stands_there(&words, at, &phrases[i]))
                return fits(&words, at, &phrases[i], in_cell, stated);
    return false;
}

/* The words that say something, put together again. */
static const char *what_is_said(struct arena *arena, const char *folded)
{
    const struct line_words words = words_that_say(arena, folded);
    const char *said = "";
    for (size_t i = 0; i < words.count; i++)
        said = arena_format(arena, "%s%s%s", said, i == 0 ? "" : " ", words.words[i]);
    return said;
}

/* "Put to the vote", "agreed without a vote": whether there was one. */
static bool says_whether_voted(const char *said, struct stated_result *stated)
{
    static const char no_need[] =
        "no vote needed;no vote is needed;no vote necessary;no vote is necessary;no need for vote";
    static const char none[] = "without vote;without voting;not put to vote";
    static const char one[] =
        "vote taken;vote is taken;vote held;vote is held;put to vote;decided by vote;after vote;"
        "vote took place;voting took place;ballot held;ballot is held;ballot taken;"
        "ballot is taken;went to vote;agreed by vote;settled by vote;resolved by vote;"
        "carried by vote;majority vote;by majority;vote called;vote is called;division called;"
        "division is called;poll taken;poll is taken;poll held;poll is held;members voted;"
        "practices voted;voted for;voted in favour;votes cast";
    static const char nobody[] = "nobody;no;none";
    stated->says = STATED_WITHOUT_VOTE;
    if (name_has_one_of(said, no_need))
        return true;
    if (is_of_something_else(said))
        return false;
    if (name_has_one_of(said, none))
        return true;
    stated->says = STATED_BY_VOTE;
    return name_has_one_of(said, one) && !name_has_one_of(said, nobody);
}

/* "Put to the vote and lost": what is said behind it is so of the motion. */
static bool says_what_came_of_voting(struct arena *arena, const char *said,
                                     struct stated_result *stated)
{
    static const char put[] = "put to vote", and[] = " and";
    const char *behind = strstr(said, put);
    if (behind == NULL || is_of_something_else(said))
        return false;
    behind += strlen(put);
    behind += strncmp(behind, and, strlen(and)) == 0 ? strlen(and) : 0;
    return says_what_came_of_it(arena, arena_format(arena, "motion%s", behind), false, stated);
}

/* --- Who was elected --- */

/* "Pond" is Dr Amy Pond. */
static bool is_candidate(const struct poll *poll, const char *folded)
{
    for (size_t i = 0; i < poll->candidate_count; i++)
        for (size_t j = 0; j < poll->candidates[i].folded_count; j++)
            if (poll->candidates[i].reopens ? strcmp(poll->candidates[i].folded[j], folded) == 0
                                            : name_ends_with(poll->candidates[i].folded[j], folded))
                return true;
    return false;
}

static bool is_any_candidate(const struct ballot_box *box, const char *folded)
{
    bool any = false;
    for (size_t i = 0; i < box->poll_count && !any; i++)
        any = box->polls[i].is_election && is_candidate(&box->polls[i], folded);
    return any;
}

static bool is_nobody(const char *folded)
{
    static const char names[] = "none;nobody;no one;noone;no candidate";
    return name_is_one_of(folded, names);
}

/* The words up to that, without "is". */
static const char *words_before(struct arena *arena, const struct line_words *words, size_t end)
{
    const char *before = "";
    for (size_t i = 0; i < end; i++)
        if (strcmp(words->words[i], "is") != 0)
            before = *before == '\0' ? words->words[i]
                                     : arena_format(arena, "%s %s", before, words->words[i]);
    return before;
}

/* "By 5 votes to 3", "with 5 votes": not the year. */
static void read_winning_votes(const struct line_words *words, size_t at,
                               struct stated_result *stated)
{
    read_votes(words, at, stated);
    if (stated->votes[0] < 0)
        read_one(words, at, stated);
    if (stated->votes[0] >= 1900 && stated->votes[0] < 2100)
        stated->votes[0] = stated->votes[1] = -1;
}

/* The name of who is elected, which such words end. */
static const char *take_votes(struct arena *arena, const char *name, struct stated_result *stated)
{
    static const char leading[] = "by;with;not";
    const struct line_words words = ballots_line_words(arena, name);
    size_t end = 0;
    while (end < words.count && !name_is_one_of(words.words[end], leading) &&
           ballots_number_of(words.words[end]) < 0)
        end++;
    read_winning_votes(&words, end, stated);
    return words_before(arena, &words, end);
}

/* Whether each of "Dr A and Dr B" is one. */
static bool are_candidates(struct arena *arena, const struct ballot_box *box, const char *folded)
{
    static const char between[] = " and ";
    const char *end = strstr(folded, between);
    while (end != NULL &&
           is_any_candidate(box, arena_copy(arena, folded, (size_t)(end - folded)))) {
        folded = end + strlen(between);
        end = strstr(folded, between);
    }
    return is_any_candidate(box, folded);
}

/* Whose name stands before such a word, "Dr A was duly elected"; NULL for none. */
static const char *who_is_elected(struct arena *arena, const struct ballot_box *box,
                                  const char *folded, struct stated_result *stated)
{
    static const char acts[] = "elected;wins;won";
    if (!name_has_one_of(folded, acts))
        return NULL;
    const struct line_words words = words_that_say(arena, folded);
    size_t end = 0;
    while (end < words.count && !name_is_one_of(words.words[end], acts))
        end++;
    const char *who = words_before(arena, &words, end);
    if (!are_candidates(arena, box, who) && !is_nobody(who))
        return NULL;
    read_winning_votes(&words, end + 1, stated);
    return who;
}

/* What stands behind one of these labels; NULL for none. */
static const char *behind_one(struct arena *arena, const char *folded, const char *labels)
{
    for (const char *label; (label = name_take_listed(arena, &labels)) != NULL;)
        if (strncmp(folded, label, strlen(label)) == 0)
            return folded + strlen(label);
    return NULL;
}

/* "Elected: Dr A", "Winner: Dr A", "Result: Dr A", "Dr A was elected". */
static bool says_who_was_elected(struct arena *arena, const struct ballot_box *box,
                                 const char *folded, struct stated_result *stated)
{
    static const char labels[] =
        "elected ;duly elected ;winner ;the winner is ;winning candidate ;successful candidate ;"
        "candidate elected ;elected candidate ";
    static const char plain[] = "result ;outcome ;result of the election ";
    struct stated_result told = *stated;
    const char *name = behind_one(arena, folded, labels);
    if (name == NULL)
        name = behind_one(arena, folded, plain);
    if (name != NULL)
        name = take_votes(arena, name, &told);
    if (name == NULL || /* "Elected members" */
        !(are_candidates(arena, box, name) || name_begins_with_title(name) || is_nobody(name))) {
        told = *stated;
        name = who_is_elected(arena, box, folded, &told);
    }
    if (name == NULL)
        return false;
    *stated = told;
    stated->says = is_nobody(name) ? STATED_NOT_CARRIED : STATED_ELECTED;
    stated->name = name;
    return true;
}

/* "Dr A: 5", "Dr A received 5 votes". */
static bool says_how_many(struct arena *arena, const struct ballot_box *box, const char *folded,
                          struct stated_result *stated)
{
    static const char acts[] = "got;received;has;had;polled";
    static const char units[] = "votes;vote";
    if (strpbrk(folded, "0123456789") == NULL)
        return false;
    const struct line_words words = ballots_line_words(arena, folded);
    size_t count = words.count;
    count -= name_is_one_of(words.words[count - 1], units);
    if (count < 2 || ballots_number_of(words.words[count - 1]) < 0)
        return false;
    stated->votes[0] = ballots_number_of(words.words[--count]);
    count -= name_is_one_of(words.words[count - 1], acts);
    stated->name = words.words[0];
    for (size_t i = 1; i < count; i++)
        stated->name = arena_format(arena, "%s %s", stated->name, words.words[i]);
    if (is_any_candidate(box, stated->name))
        stated->says = STATED_VOTES;
    return stated->says == STATED_VOTES;
}

/* --- Shares --- */

/* "Turnout 80%", "84.35% of patients represented", "62.5% in favour". */
static bool says_what_share(struct arena *arena, const char *text, const char *folded,
                            struct stated_result *stated)
{
    static const char taking_part[] = "turnout;represented";
    static const char there[] = "present;attended";
    static const char in_favour[] = "in favour;in favor;voted for;for";
    static const char others[] = "quorum;not;against;over;more than;under";
    if (!ballots_has_percentage(arena, text, &stated->percent, &stated->places))
        return false;
    bool part = name_has_one_of(folded, taking_part) ||
                (name_has_one_of(folded, there) &&
                 !name_has_word(folded, "quorate")); /* by the rule: "quorate (50% present)" */
    bool favour = name_has_one_of(folded, in_favour);
    stated->says = part ? STATED_TURNOUT : STATED_IN_FAVOUR;
    return part != favour && !name_has_one_of(folded, others);
}

/* --- Of which motion --- */

/* The text without the words that are the motion's own; NULL where they do not stand there. */
static const char *without_motion(struct arena *arena, const char *folded, const char *motion)
{
    size_t length = strlen(motion);
    for (const char *at = strstr(folded, motion); length > 0 && at != NULL;
         at = strstr(at + 1, motion))
        if ((at == folded || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
            return arena_format(arena, "%.*s%s", (int)(at - folded), folded,
                                at + length + (at[length] == ' '));
    return NULL;
}

/* Takes the name of the longest motion out, and keeps of which it is. */
static const char *take_motion(struct stating *stating, const char *folded)
{
    struct arena *arena = stating->load->scratch;
    const char *rest = folded;
    size_t most = 0;
    for (size_t i = 0; i < stating->box->poll_count; i++) {
        const char *motion = stating->motions[i];
        const char *without =
            motion == NULL || strlen(motion) <= most ? NULL : without_motion(arena, folded, motion);
        if (without == NULL)
            continue;
        most = strlen(motion);
        stating->of.poll = i;
        rest = without;
    }
    static const char all[] = "all;both;each;every";
    if (most == 0 && name_has_one_of(folded, all))
        stating->of.poll = STATED_OF_ALL;
    return rest;
}

/* --- The pieces of a text --- */

#define REMARK_WORDS_MOST ((size_t)12) /* what says more than that in a cell tells of its row */

/* Whether the text says what came of the votes; `before` stands before it. */
static bool says_outcome(const struct stating *stating, const char *text, const char *folded,
                         const char *before, struct stated_result *stated)
{
    static const char elected[] = "elected;winner;winners";
    struct arena *arena = stating->load->scratch;
    struct stated_result counted = stating->of;
    if (is_of_something_else(folded) || is_of_something_else(text_fold(arena, before)))
        return false;
    if (!name_has_word(text_fold(arena, before), "quorate") && /* its share may be the rule's */
        says_what_share(arena, text, folded, stated))
        return true;
    if (says_how_many(arena, stating->box, folded, &counted)) {
        *stated = counted;
        return true;
    }
    if (is_any_candidate(stating->box, folded) && /* "Elected: Dr A, Dr B" */
        name_has_one_of(text_fold(arena, before), elected) &&
        !name_has_word(text_fold(arena, before), "not"))
        folded = arena_format(arena, "elected %s", folded);
    return says_who_was_elected(arena, stating->box, folded, stated) ||
           says_what_came_of_it(arena, folded, stating->in_cell, stated);
}

static void keep(struct stating *stating, struct stated_result stated)
{
    *(struct stated_result *)ARENA_PUSH(stating->load->scratch, stating->list, stating->count,
                                        stating->capacity) = stated;
}

/* Whether the text says something of the outcome, or by what rule or way it is one, which is then
 * kept. */
static bool read_piece(struct stating *stating, const char *text, const char *before)
{
    struct arena *arena = stating->load->scratch;
    const char *folded = text_fold(arena, text);
    const size_t from = stating->count;
    if (stating->in_cell && name_words(folded) > REMARK_WORDS_MOST)
        return false;
    const char *rest = take_motion(stating, folded),
               *said = stating->in_cell ? "" : what_is_said(arena, rest);
    bool whole = rest == folded;
    struct stated_result stated = stating->of, voted = stating->of;
    if (says_outcome(stating, text, rest, before, &stated)) {
        keep(stating, stated);
    } else {
        stated = stating->of;
        if ((whole || strpbrk(text, "%/") == NULL) && /* which may be the motion's */
            ballots_rule_told(stating->load, whole ? text : rest, rest, &stated))
            keep(stating, stated);
    }
    if (!stating->in_cell && says_whether_voted(said, &voted)) { /* a cell tells of an item */
        keep(stating, voted);
        stated = stating->of;
        if (says_what_came_of_voting(arena, said, &stated))
            keep(stating, stated);
    }
    return stating->count > from;
}

/* Whether a piece only goes on with the one before it: "no" behind "Quorate", "5 votes to 2". */
static bool goes_on(struct arena *arena, const char *piece)
{
    static const char answers[] = "yes;no;y;n;true;false";
    return (*piece >= '0' && *piece <= '9') || name_is_one_of(text_fold(arena, piece), answers);
}

/* "One vote per practice, weighted by list size": one ballot each, which says nothing of what it
 * weighs. */
static void drop_one_each(struct stating *stating, size_t from)
{
    bool weighted = false;
    for (size_t i = from; i < stating->count; i++)
        weighted = weighted || stating->list[i].says == STATED_WEIGHTED;
    for (size_t i = from; i < stating->count && weighted; i++)
        if (stating->list[i].says == STATED_ONE_EACH)
            stating->list[i].says = STATED_WEIGHTED;
}

static void read_pieces(struct stating *stating, const char *text)
{
    struct arena *arena = stating->load->scratch;
    const size_t from = stating->count;
    const struct line_words pieces = ballots_pieces(
        arena, stating->in_cell ? text : ballots_with_whole_names(stating->load, text));
    stating->of.poll = STATED_OF_ANY;
    for (size_t i = 0; i < pieces.count; i++) {
        const char *piece = pieces.words[i], *before = i == 0 ? "" : pieces.words[i - 1];
        const char *next = i + 1 == pieces.count ? NULL : pieces.words[i + 1];
        bool first = next != NULL && goes_on(arena, next);
        if (!first && read_piece(stating, piece, before))
            continue;
        if (next != NULL && read_piece(stating, arena_format(arena, "%s: %s", piece, next), before))
            i++;
        else if (first)
            (void)read_piece(stating, piece, before);
    }
    drop_one_each(stating, from);
}

/* "57,000 for, 30,000 against", also behind another word: "Carried: 57,000 for". */
static void read_patients(struct stating *stating, const char *text)
{
    const struct told_pieces pieces = ballots_told_pieces(stating->load, text);
    for (size_t i = 0; i < pieces.count; i++) {
        const struct told_piece *piece = &pieces.pieces[i];
        struct stated_result stated = stating->of;
        const char *colon = strchr(piece->text, ':');
        stated.poll = piece->poll;
        if (ballots_patients_told(stating->load, piece->text, &stated) ||
            (colon != NULL && ballots_patients_told(stating->load, colon + 1, &stated)))
            keep(stating, stated);
    }
}

/* --- Where it stands --- */

#define STATEMENT_MOST ((size_t)512) /* bytes: what is longer tells a story */

static bool may_state(const char *text)
{
    return *text != '\0' && strnlen(text, STATEMENT_MOST + 1) <= STATEMENT_MOST;
}

/* Keeps where what was read since then stands. */
static void place_stated(const struct stating *stating, size_t from, struct place place,
                         struct wording words, const char *rid)
{
    struct arena *arena = stating->load->sheet.arena;
    for (size_t i = from; i < stating->count; i++) {
        struct stated_result *stated = &stating->list[i];
        stated->place = place;
        stated->words = words;
        stated->rid = rid;
        if (stated->name != NULL)
            stated->name = arena_copy(arena, stated->name, strlen(stated->name));
    }
}

/* What the cell below such a heading says of a rule: "Quorum" may be headed what is of its row. */
static void read_rule(struct stating *stating, const char *text)
{
    size_t from = stating->count, kept = from;
    read_pieces(stating, text);
    for (size_t i = from; i < stating->count; i++)
        if (stated_is_rule(stating->list[i].says))
            stating->list[kept++] = stating->list[i];
    stating->count = kept;
}

/* Whether a cell below the heading is read behind it: "not met" below quorum. */
static bool is_of_result(const char *folded, const char *text)
{
    static const char headings[] =
        "result;outcome;results;verdict;quorate;motion result;carried;vote result;winner;winners;"
        "elected";
    static const char of_quorum[] = "met;reached;achieved";
    return name_is_one_of(folded, headings) ||
           (strcmp(folded, "quorum") == 0 && name_has_one_of(text, of_quorum));
}

/* What is said of no vote by name is of those in whose rows it stands. */
static void spread(struct stating *stating, size_t from, const bool *in)
{
    const size_t to = stating->count;
    for (size_t i = from; i < to && in != NULL; i++) {
        struct stated_result stated = stating->list[i];
        bool any = false;
        for (size_t poll = 0; poll < stating->box->poll_count; poll++) {
            if (!in[poll] || stated.poll != STATED_OF_ANY)
                continue;
            struct stated_result own = stated;
            own.poll = poll;
            if (any)
                keep(stating, own);
            else
                stating->list[i] = own;
            any = true;
        }
    }
}

/* "Budget (carried 5-1)": what stands behind the name of a vote is so of it. */
static void read_name(struct stating *stating, size_t poll)
{
    struct title_line line;
    const size_t from = stating->count;
    if (!ballots_motion_line(stating->load, poll, &line) || !may_state(line.text))
        return;
    stating->in_cell = true;
    read_pieces(stating, line.text);
    for (size_t i = from; i < stating->count; i++)
        if (stating->list[i].poll == STATED_OF_ANY)
            stating->list[i].poll = poll;
    place_stated(stating, from, line.place, line.words, line.rid);
}

static void read_column(struct stating *stating, size_t cell)
{
    static const char of_rules[] =
        "quorum;majority;weighting;ballot type;vote type;threshold;required;rule;voting method";
    const struct ballots_load *load = stating->load;
    const char *heading = sheet_heading(&load->sheet, cell);
    const char *folded = text_fold(load->scratch, heading);
    bool of_rule = name_has_one_of(folded, of_rules);
    size_t count, told = 0;
    const struct column_text *texts = table_texts(load->scratch, &load->sheet.table, cell, &count);
    for (size_t i = 0; i < count; i++) {
        const char *text = texts[i].cell->text;
        size_t before = stating->count;
        struct row row;
        if (!may_state(text))
            continue;
        bool of_result = is_of_result(folded, text_fold(load->scratch, text));
        stating->in_cell = !of_result;
        read_pieces(stating,
                    of_result ? arena_format(load->scratch, "%s: %s", heading, text) : text);
        if (of_rule && stating->count == before)
            read_rule(stating, arena_format(load->scratch, "%s: %s", heading, text));
        if (stating->count == before)
            continue;
        if (told++ < TOLD_TEXTS_MOST)
            spread(stating, before, ballots_motions_with(load, cell, texts[i].cell));
        table_look(&load->sheet.table, texts[i].first, &row);
        place_stated(stating, before, sheet_cell_place(&load->sheet, &row, cell),
                     WORDING(load->sheet.arena, "%s stands under %s",
                             wording_quote(load->sheet.arena, text, "what is not told"),
                             ballots_quote_heading(load, cell)),
                     "delete what is told");
    }
}

void ballots_find_stated(struct ballots_load *load, struct ballot_box *box)
{
    struct stating stating = {
        .load = load,
        .box = box,
        .of = {.votes = {-1, -1}},
        .motions = arena_alloc(load->scratch, box->poll_count, sizeof(char *)),
    };
    for (size_t i = 0; i < box->poll_count; i++)
        stating.motions[i] =
            box->polls[i].motion == NULL ? NULL : text_fold(load->scratch, box->polls[i].motion);
    for (size_t i = 0; i < load->title_count; i++) {
        size_t before = stating.count;
        if (may_state(load->titles[i].text)) {
            read_pieces(&stating, load->titles[i].text);
            read_patients(&stating, load->titles[i].text);
        }
        place_stated(&stating, before, load->titles[i].place, load->titles[i].words,
                     load->titles[i].rid);
    }
    for (size_t i = 0; i < box->poll_count && load->layout == NULL; i++)
        read_name(&stating, i);
    for (size_t cell = 0; cell < load->sheet.table.header.count; cell++)
        if (load->layout == NULL && ballots_is_unread(load, cell))
            read_column(&stating, cell);
    struct stated_result *stated =
        arena_alloc(load->sheet.arena, stating.count, sizeof *box->stated);
    for (size_t i = 0; i < stating.count; i++)
        stated[i] = stating.list[i];
    box->stated = stated;
    box->stated_count = stating.count;
}
