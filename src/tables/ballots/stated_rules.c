/* SPDX-License-Identifier: MIT */
#include "quorate/stated.h"

#include <string.h>

#include "../amount.h"
#include "internal.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

/* What a sheet says that the rules of its vote are: "Two thirds majority required", "Quorum: 5
 * practices", "Votes weighted by list size", "Secret ballot". Only what can be said for sure is
 * read; whether it is so is held where the rules in force are known. */

/* --- Whether it is one --- */

static bool is_asked_for(const char *folded)
{
    static const char words[] =
        "required;requires;require;requiring;needed;needs;need;must;necessary;minimum;has to;"
        "have to;at least;is to;are to;to pass;to carry;threshold;pass mark";
    return name_has_one_of(folded, words);
}

/* Of what is voted on. */
static const char labels[] = "motion;question;resolution;item;proposal;agenda;agenda item;subject";

/* What is of another vote, of what might be, or of what was reached. */
static bool is_of_something_else(struct arena *arena, const char *folded)
{
    static const char others[] =
        "if;unless;last;previous;previously;earlier;minutes;until;when;whether;that;amendment;"
        "amendments;target;forward;expected;likely;next;not;no;without;or;how;would;could;should;"
        "change;changes;changed;proposed;former;old;new;to require;introduce;except;usually;"
        "normally;first;second;waived;requested;declined;refused;asked;discussion;discuss;"
        "discussed;policy;vote on;motion on;motion to;proposal to";
    static const char reached[] =
        "carried;passed;approved;agreed;adopted;achieved;reached;obtained;lost;received;secured;"
        "exceeded;gained;met;attained";
    static const char ahead[] = "be carried;be passed;be approved;be agreed;be adopted";
    return (name_is_one_of(name_first_word(arena, folded), labels) && !is_asked_for(folded)) ||
           name_has_one_of(folded, others) ||
           (name_has_one_of(folded, reached) && !name_has_one_of(folded, ahead));
}

/* "Motion: require two thirds", which is what is voted on: a label, and no word of its own. */
static bool is_labelled(struct arena *arena, const char *text)
{
    const char *colon = strchr(text, ':');
    return colon != NULL &&
           name_is_one_of(text_fold(arena, arena_copy(arena, text, (size_t)(colon - text))),
                          labels);
}

/* "Required for changes of the constitution": of this vote it is where it is said of none. */
static bool is_of_some_votes(const struct line_words *words)
{
    static const char asks[] = "required;needed;necessary";
    static const char own[] = "this;the;approval;a;quorum;passing;carrying;it;adoption;all";
    for (size_t i = 0; i + 2 < words->count; i++)
        if (name_is_one_of(words->words[i], asks) && strcmp(words->words[i + 1], "for") == 0 &&
            !name_is_one_of(words->words[i + 2], own))
            return true;
    return false;
}

/* --- How much is asked for --- */

bool ballots_has_percentage(struct arena *arena, const char *text, long long *percent,
                            unsigned *places)
{
    static const char digits[] = "0123456789.";
    const char *sign = strchr(text, '%'), *from = sign;
    if (sign == NULL || strchr(sign + 1, '%') != NULL)
        return false;
    while (from > text && from[-1] == ' ')
        from--;
    const char *end = from;
    while (from > text && strchr(digits, from[-1]) != NULL)
        from--;
    const char *point = memchr(from, '.', (size_t)(end - from));
    if (point != NULL && end - point > 1 + STATED_PLACES) /* more are cut off */
        end = point + 1 + STATED_PLACES;
    const char *number = arena_copy(arena, from, (size_t)(end - from));
    *places = text_decimal_places(number);
    return text_decimal(number, STATED_PLACES, RATIO_QUANTITY_MOST, percent) == NUMBER_OK;
}

/* "2/3rds" as "2/3", and what parts words as a space. */
static const char *plainly_spaced(struct arena *arena, const char *text)
{
    static const char *const ordinals[] = {"rds", "rd", "ths", "th"};
    char *spaced = arena_copy(arena, text, strlen(text));
    for (char *at = spaced; *at != '\0'; at++)
        if (strchr(":=;?", *at) != NULL)
            *at = ' ';
        else if (at > spaced + 1 && at[-2] == '/')
            for (size_t i = 0; i < COUNT(ordinals); i++)
                if (strncmp(at, ordinals[i], strlen(ordinals[i])) == 0)
                    memset(at, ' ', strlen(ordinals[i]));
    return spaced;
}

/* "2 thirds": steps over the word behind such a number. */
static bool is_in_parts(struct phrase *phrase, long long number, struct stated_result *stated)
{
    static const struct {
        const char *word;
        long long parts;
    } words[] = {{"third", 3}, {"thirds", 3}, {"quarter", 4}, {"quarters", 4}, {"fifths", 5}};
    for (size_t i = 0; i < COUNT(words); i++)
        if (number <= words[i].parts && phrase_accept(phrase, words[i].word)) {
            stated->percent = (number * 10000 + words[i].parts / 2) / words[i].parts;
            stated->places = STATED_PLACES;
            return true;
        }
    return false;
}

/* A fraction in words or figures, or a percentage in words, in hundredths of a percent. */
static bool read_share(struct phrase *phrase, struct stated_result *stated)
{
    const long long whole = 10000;
    struct ratio share;
    const char *word = phrase_word(phrase);
    bool is = amount_accept_words(phrase, &share) ||
              ((strchr(word, '/') != NULL || amount_is_percent(phrase)) &&
               amount_read(phrase, "", &share) == NULL);
    if (!is || share.p > share.q)
        return false;
    stated->percent = (share.p * whole + share.q / 2) / share.q;
    stated->places = STATED_PLACES;
    return true;
}

/* The share or the number that the text names. False where there is none, or are several. */
static bool has_amount(struct arena *arena, const char *text, struct stated_result *stated)
{
    static const char parts[] = "thirds;third;quarters;fifths;half";
    size_t shares = 0, numbers = 0;
    struct phrase *phrase = arena_alloc(arena, 1, sizeof *phrase);
    const char *spaced = plainly_spaced(arena, text);
    if (ballots_has_percentage(arena, text, &stated->percent, &stated->places))
        return stated->percent > 0;
    if (strchr(text, '%') != NULL)
        return false;
    phrase_read(arena, spaced, phrase);
    while (!phrase_ended(phrase)) {
        long long number;
        if (read_share(phrase, stated)) {
            shares++;
        } else if (phrase_accept_number(phrase, RATIO_QUANTITY_MOST, &number) ||
                   phrase_accept_number_in_words(phrase, &number)) {
            bool share = is_in_parts(phrase, number, stated);
            stated->votes[0] = number;
            shares += share;
            numbers += !share;
        } else {
            phrase->at++;
        }
    }
    if (shares > 0)
        stated->votes[0] = -1;
    else if (name_has_one_of(text_fold(arena, spaced), parts))
        return false; /* "2 thirds" */
    return shares + (shares == 0 ? numbers : 0) == 1;
}

/* Whether the words are no others than a rule is told in, so that a number among them is of it. */
static bool are_of_a_rule(const struct ballots_load *load, const struct line_words *words)
{
    static const char own[] =
        "quorum;majority;is;of;the;a;an;at;least;minimum;required;needed;need;needs;for;set;votes;"
        "vote;members;member;people;persons;must;be;present;voting;simple;cast;more;than;all;"
        "those;to;pass;carry;rule;motion;patients;in;favour;and;two;three;four;third;thirds;half;"
        "per;cent;percent;quarter;quarters;fifths;requires;this;number;room;by;represented;"
        "threshold;mark;population;list;size;registered;membership";
    const char *unit = text_fold(load->scratch, load->unit);
    const char *units = text_fold(load->scratch, load->units);
    for (size_t i = 0; i < words->count; i++) {
        const char *word = words->words[i];
        struct phrase *phrase = arena_alloc(load->scratch, 1, sizeof *phrase);
        long long number;
        phrase_read(load->scratch, word, phrase);
        if (!name_is_one_of(word, own) && !name_has_word(unit, word) &&
            !name_has_word(units, word) && ballots_number_of(word) < 0 &&
            !phrase_accept_number_in_words(phrase, &number))
            return false;
    }
    return true;
}

static enum stated_of told_of(const struct ballots_load *load, const char *folded)
{
    static const char patients[] = "population;patients;list size;list sizes";
    if (name_has_one_of(folded, patients))
        return STATED_OF_PATIENTS;
    return name_has_word(folded, text_fold(load->scratch, load->unit)) ||
                   name_has_word(folded, text_fold(load->scratch, load->units)) ||
                   name_has_word(folded, "members")
               ? STATED_OF_MEMBERS
               : STATED_OF_UNTOLD;
}

/* Only of a majority; a quorum is always of all. */
static enum stated_whole told_whole(const struct ballots_load *load, const char *folded)
{
    static const char cast[] = "votes cast;voting;who vote;present";
    const char *all = arena_format(load->scratch, "of all;all members;membership;population;all %s",
                                   text_fold(load->scratch, load->units));
    bool of_all = name_has_one_of(folded, all);
    bool of_cast = name_has_one_of(folded, cast);
    return of_all == of_cast ? STATED_WHOLE_UNTOLD : of_all ? STATED_WHOLE_ALL : STATED_WHOLE_CAST;
}

/* What the amount is asked of; false for nothing that is known. */
static bool is_asked_of(const char *folded, bool asked, enum stated *says)
{
    static const char there[] = "turnout;must vote;must reply;must respond;present;must take part";
    static const char favour[] =
        "in favour;in favor;to pass;to carry;votes;vote;voting;approval;be carried;be passed;"
        "approve;agreement";
    bool quorum = name_has_word(folded, "quorum"), majority = name_has_word(folded, "majority");
    *says = quorum || (!majority && name_has_one_of(folded, there)) ? STATED_RULE_OF_QUORUM
                                                                    : STATED_RULE_OF_MAJORITY;
    if (quorum || majority)
        return !quorum || !majority;
    if (*says == STATED_RULE_OF_MAJORITY && !name_has_one_of(folded, favour))
        *says = STATED_RULE_OF_EITHER;
    return asked;
}

static bool says_how_much(const struct ballots_load *load, const char *text, const char *folded,
                          struct stated_result *stated)
{
    static const char unanimous[] = "unanimous;unanimity";
    struct arena *arena = load->scratch;
    const char *half = arena_format(arena,
                                    "simple majority;absolute majority;bare majority;"
                                    "majority of all;majority of the;majority of those;"
                                    "majority of members;majority of votes;majority of %s",
                                    text_fold(arena, load->units));
    stated->asked = is_asked_for(folded);
    if (stated->asked && name_has_one_of(folded, unanimous)) {
        stated->says = STATED_RULE_OF_MAJORITY;
        stated->percent = 10000;
        return true;
    }
    if (!is_asked_of(folded, stated->asked, &stated->says))
        return false;
    const struct line_words words = ballots_line_words(arena, folded);
    if (is_of_some_votes(&words))
        return false;
    stated->of = told_of(load, folded);
    stated->whole = told_whole(load, folded);
    bool plain = are_of_a_rule(load, &words);
    if (has_amount(arena, text, stated))
        return plain ||
               (stated->votes[0] < 0 && stated->asked && stated->says != STATED_RULE_OF_EITHER);
    stated->votes[0] = -1;
    stated->percent = 5000;
    stated->places = 0;
    return name_has_one_of(folded, half) && strpbrk(text, "0123456789%") == NULL &&
           (stated->asked || plain);
}

/* --- How it is voted --- */

/* Whether one of the phrases stands there, with nothing before it but words that lead to it. */
static bool is_said(struct arena *arena, const char *folded, const char *phrases)
{
    static const char leading[] =
        "vote;votes;voting;voted;ballot;ballots;by;a;the;this;is;was;were;are;held;taken;in;"
        "conducted;type;method;of;meeting;email;decision;all;it;note;nb;please;kind;via;using;"
        "with;election;each;as;poll;weighting;basis;on";
    for (const char *phrase; (phrase = name_take_listed(arena, &phrases)) != NULL;) {
        const char *at = name_has_word(folded, phrase) ? strstr(folded, phrase) : NULL;
        if (at == NULL)
            continue;
        const struct line_words before = ballots_line_words(
            arena, text_trim(arena, arena_copy(arena, folded, (size_t)(at - folded))));
        bool leads = true;
        for (size_t j = 0; j < before.count; j++)
            leads = leads && name_is_one_of(before.words[j], leading);
        if (leads)
            return true;
    }
    return false;
}

/* "One vote per practice"; not "one vote per 1,000 patients". */
static bool says_one_each(const struct ballots_load *load, const char *folded)
{
    struct arena *arena = load->scratch;
    const char *unit = text_fold(arena, load->unit);
    const char *units[] = {unit, "member", "practice"};
    bool is = false;
    for (size_t i = 0; i < COUNT(units) && !is; i++) {
        const char *one = units[i];
        is = is_said(arena, folded,
                     arena_format(arena,
                                  "one vote per %s;1 vote per %s;one vote for each %s;"
                                  "one %s one vote;1 %s 1 vote;%s has one vote;one vote each;"
                                  "unweighted",
                                  one, one, one, one, one, one));
    }
    return is;
}

static bool says_how(const struct ballots_load *load, const char *folded,
                     struct stated_result *stated)
{
    static const char weighted[] =
        "weighted vote;weighted votes;weighted voting;votes weighted;votes are weighted;"
        "vote weighted;voting is weighted;vote is weighted;weighted ballot;voting weighted;"
        "weighted by list size;weighted by patients;weighted by population;"
        "weighted by practice size;weighting list size;method weighted;method list size";
    static const char by_patients[] = "list size;list sizes;patients;population;practice size";
    static const char secret[] =
        "secret ballot;secret vote;secret voting;secret poll;secretly;in secret;is secret;"
        "ballot secret;voting secret;vote secret;type secret;method secret";
    static const char open[] =
        "open ballot;open vote;open voting;show of hands;recorded vote;vote recorded";
    static const char per_other[] = "one vote per;1 vote per;one vote for every";
    struct arena *arena = load->scratch;
    static const char *const about[] = {"vote", "voting", "weigh", "secret", "ballot", "hands"};
    bool may = false;
    for (size_t i = 0; i < COUNT(about) && !may; i++)
        may = strstr(folded, about[i]) != NULL;
    if (!may)
        return false;
    if (says_one_each(load, folded)) {
        stated->says = STATED_ONE_EACH;
        return !name_has_word(folded, "weighted");
    }
    stated->says = STATED_WEIGHTED; /* "one vote per GP" */
    if (is_said(arena, folded, per_other))
        return true;
    stated->says = STATED_CASTING_VOTE;
    if (name_has_word(folded, "casting vote"))
        return true;
    if (strpbrk(folded, "0123456789") != NULL)
        return false;
    stated->of = name_has_one_of(folded, by_patients) ? STATED_OF_PATIENTS : STATED_OF_UNTOLD;
    stated->says = STATED_WEIGHTED;
    if (is_said(arena, folded, weighted))
        return true;
    bool is_secret = is_said(arena, folded, secret);
    stated->says = is_secret ? STATED_SECRET : STATED_OPEN;
    return is_secret != is_said(arena, folded, open);
}

/* "Email votes are weighted by list size", where they are of another kind of decision. */
static bool is_of_another_kind(const struct ballots_load *load, const char *folded)
{
    const struct rules *rules = load->reading->rules;
    const char *own = load->usual == NULL || load->usual->name == NULL
                          ? ""
                          : text_fold(load->scratch, load->usual->name);
    bool is = false;
    for (size_t i = 0; rules != NULL && i < rules->decision_count && !is; i++) {
        const char *name = text_fold(load->scratch, rules->decisions[i]);
        is = !name_has_word(own, name) &&
             name_has_one_of(folded, arena_format(load->scratch, "%s;%ss", name, name));
    }
    return is;
}

/* Whether there is any word without which no rule is told: most remarks have none. */
static bool may_tell_rule(const char *folded)
{
    static const char *const stems[] = {"quorum", "majorit", "requir", "need",  "must", "minimum",
                                        "least",  "thresh",  "mark",   "weigh", "vote", "voting",
                                        "secret", "ballot",  "hands",  "pass",  "carry"};
    bool may = false;
    for (size_t i = 0; i < COUNT(stems) && !may; i++)
        may = strstr(folded, stems[i]) != NULL;
    return may;
}

bool ballots_rule_told(const struct ballots_load *load, const char *text, const char *folded,
                       struct stated_result *stated)
{
    const struct stated_result none = *stated;
    if (!may_tell_rule(folded) || is_of_something_else(load->scratch, folded) ||
        is_labelled(load->scratch, text) || is_of_another_kind(load, folded))
        return false;
    if (says_how_much(load, text, folded, stated))
        return true;
    *stated = none;
    return says_how(load, folded, stated);
}
