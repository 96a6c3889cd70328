/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "numbers.h"
#include "quorate/text.h"

/* The words of a piece of a line that tells how many were there, or voted, and how. */

static const char digits[] = "0123456789";

static const struct {
    const char *words; /* with a blank before and behind each */
    unsigned about;
} vocabulary[] = {
    {" ballots ballot replies reply responses response returns return rows papers forms ",
     OF_BALLOTS},
    {" votes vote ", OF_VOTES},
    {" present attended attendance attending represented there ", OF_THOSE_THERE},
    {" voted voting cast received returned replied replying responded took turnout counted "
     "respond attend submitted ",
     OF_THOSE_WHO_VOTED},
    {" absent ", OF_ABSENT},
    {" for favour favor ayes aye support supports supported ", OF_FOR},
    {" approve approves approved agree agrees agreed ", OF_FOR | OF_ONE_OR_RESULT},
    {" against noes nays nay oppose opposes opposed objections objection objected objects "
     "object objectors objector opponents opponent disagree disagrees disagreed dissent dissents "
     "dissented dissenting dissenters dissenter ",
     OF_AGAINST},
    {" abstained abstentions abstention abstaining ", OF_ABSTAINED},
    {" total ", OF_ALL_ROWS},
    {" not ", DENIED},
    {" of ", OUT_OF},
    {" all everyone everybody ", OF_EACH},
    {" but except excepting bar ", EXCEPT},
    {" majority most ", OF_MOST},
    {" minority ", OF_FEW},
    {" half ", OF_HALF},
    {" to v vs ", OF_SIDES},
    {" result outcome ", OF_RESULT},
    {" proxies proxy ", OF_PROXIES},
    {" patients patient population list size sizes ", OF_PATIENTS},
    {" locality registered whole overall combined entire ", OF_THE_LOCALITY},
    {" the a in were was is number out were have did who part by each valid including includes "
     "incl only just with ",
     0},
};

/* False where the word is not known. */
static bool is_about(const struct ballots_load *load, const char *word, unsigned *about)
{
    struct arena *arena = load->scratch;
    const char *spaced = arena_format(arena, " %s ", word);
    if (name_has_word(text_fold(arena, load->unit), word) ||
        name_has_word(text_fold(arena, load->units), word)) {
        *about |= OF_MEMBERS;
        return true;
    }
    for (size_t i = 0; i < COUNT(vocabulary); i++)
        if (strstr(vocabulary[i].words, spaced) != NULL) {
            *about |= vocabulary[i].about;
            return true;
        }
    return false;
}

/* "All in favour", "all practices voted"; not "all ballots", which may be the title of a list. */
static bool is_of_all(unsigned about)
{
    return (about & OF_A_VOTE) != 0 ||
           ((about & OF_MEMBERS) != 0 && (about & (OF_THOSE_THERE | OF_THOSE_WHO_VOTED)) != 0);
}

static const char *word_at(const struct line_words *words, size_t at)
{
    return at < words->count ? words->words[at] : "";
}

static bool is_none(const char *word)
{
    static const char nones[] = "none;nil;nobody;zero;noone;no;unopposed";
    return name_is_one_of(word, nones);
}

/* The text with one word for these, where they stand in it. */
static const char *with_one_word(struct arena *arena, const char *folded, const char *words,
                                 const char *one)
{
    const size_t length = strlen(words);
    for (const char *at = strstr(folded, words); at != NULL; at = strstr(at + 1, words))
        if ((at == folded || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
            return arena_format(arena, "%.*s%s%s", (int)(at - folded), folded, one, at + length);
    return folded;
}

/* The words of a piece; some that stand together are one. */
static struct line_words words_of(struct arena *arena, const char *piece)
{
    static const struct {
        const char *words, *one;
    } together[] = {
        {"no one", "nobody"},           {"more than half", "majority"},  {"over half", "majority"},
        {"less than half", "minority"}, {"fewer than half", "minority"}, {"under half", "minority"},
    };
    const char *folded = text_fold(arena, piece);
    for (size_t i = 0; i < COUNT(together); i++)
        folded = with_one_word(arena, folded, together[i].words, together[i].one);
    return ballots_line_words(arena, folded);
}

/* One, where it is said to be no more: "a single vote". */
static bool is_single(const char *word)
{
    static const char words[] = "single;lone;sole";
    return name_is_one_of(word, words);
}

/* "Five voted yes", "3 no", "yes votes: 5"; not "no votes", "quorate: yes". */
static bool is_vote_said(const struct line_words *words, size_t at, unsigned *about)
{
    static const char voted[] = "voted;vote;votes;voting";
    const char *word = words->words[at], *next = word_at(words, at + 1);
    const char *before = at == 0 ? "" : words->words[at - 1];
    bool yes = strcmp(word, "yes") == 0, counted = ballots_number_of(before) >= 0;
    if (!yes && strcmp(word, "no") != 0)
        return false;
    bool last = at + 1 == words->count;
    bool heads = strcmp(next, "votes") == 0 && ballots_number_of(word_at(words, at + 2)) >= 0;
    if (!heads && !(counted && (yes || last)) && !(last && name_is_one_of(before, voted)) &&
        !(yes && ballots_number_of(next) >= 0))
        return false;
    *about |= yes ? OF_FOR : OF_AGAINST;
    return true;
}

/* Whether the number behind the word tells which it is: "Ballot 3", "vote no. 3". */
static bool is_counted_off(const struct line_words *words, size_t at)
{
    static const char singular[] = "no;vote;ballot;form;paper;row;return;response";
    return at + 1 < words->count && ballots_number_of(words->words[at + 1]) >= 0 &&
           (at + 2 == words->count || ballots_number_of(words->words[at + 2]) < 0) &&
           name_is_one_of(words->words[at], singular) &&
           (at == 0 || strcmp(words->words[at - 1], "no") != 0);
}

static bool is_year(long long number)
{
    return number >= 1900 && number < 2100;
}

/* Takes a number of the piece, of which there are one, or one of another. */
static bool take_number(struct told *told, long long number)
{
    if (told->out_of >= 0 || is_year(number))
        return false;
    *(told->number < 0 ? &told->number : &told->out_of) = number;
    return true;
}

/* Takes what is none: "no abstentions", "against: none". Beside a number it denies the rest, "no
 * reply: 2", or is one of its words, "no of ballots: 9". */
static void take_none(struct told *told)
{
    if (told->number < 0)
        told->number = 0;
    else if ((told->about & OUT_OF) == 0)
        told->about |= DENIED;
}

/* Takes a word, at least the meaning of it; false where it has none here. */
static bool take_word(const struct ballots_load *load, const struct line_words *words, size_t at,
                      struct told *told)
{
    const char *word = words->words[at];
    long long number = is_single(word) ? 1 : ballots_number_of(word);
    if (is_vote_said(words, at, &told->about))
        return true;
    if (is_counted_off(words, at))
        return false;
    if (strcmp(word, "unopposed") == 0)
        told->about |= OF_AGAINST;
    return number >= 0 ? take_number(told, number)
                       : is_none(word) || is_about(load, word, &told->about);
}

/* Whether the two numbers of a piece belong together as it says. */
static bool has_sound_pair(const char *piece, const struct told *told)
{
    const char *dash = piece + strcspn(piece, "-");
    bool dashed = *dash != '\0' && dash > piece && strchr(digits, dash[-1]) != NULL;
    if (told->out_of < 0)
        return (told->about & OF_SIDES) == 0;
    if (((told->about & OUT_OF) != 0) != (strchr(piece, '/') != NULL)) /* both: "vote of 5/6" */
        return (told->about & OF_SIDES) == 0 && told->number <= told->out_of;
    return (told->about & ~(unsigned)OF_A_PAIR) == 0 &&
           (dashed || (told->about & (OF_SIDES | OF_RESULT)) != 0);
}

/* Whether what is told is of all, of all but so many, or of a part; else of so many. */
static bool has_sound_whole(const struct told *told)
{
    const unsigned side = told->about & (OF_FOR | OF_AGAINST);
    if ((told->about & OF_A_PART) != 0)
        return told->number < 0 && (side == OF_FOR || side == OF_AGAINST) &&
               (told->about & (OF_EACH | EXCEPT | DENIED)) == 0;
    if ((told->about & EXCEPT) != 0)
        return told->number >= 0 && told->out_of < 0 &&
               (told->about & (OF_EACH | DENIED)) == OF_EACH && is_of_all(told->about);
    return told->number >= 0 || ((told->about & OF_EACH) != 0 && is_of_all(told->about));
}

bool ballots_read_numbers(const struct ballots_load *load, const char *piece, struct told *told)
{
    static const char no_more[] = "only;just";
    const struct line_words words = words_of(load->scratch, piece);
    const unsigned of_one = OF_AGAINST | OF_ABSTAINED | OF_ABSENT | OF_PROXIES | EXCEPT;
    bool none = false, one = false, only = false, each = false;
    *told = (struct told){.number = -1, .out_of = -1};
    if (strchr(piece, '%') != NULL)
        return false;
    for (size_t i = 0; i < words.count; i++) {
        const char *word = words.words[i];
        unsigned said = 0;
        if (!take_word(load, &words, i, told))
            return false;
        one = one || strcmp(word, "one") == 0 || is_single(word);
        only = only || name_is_one_of(word, no_more);
        each = each || strcmp(word, "each") == 0;
        none = none || (is_none(word) && !is_vote_said(&words, i, &said));
    }
    if (none)
        take_none(told);
    if (told->about == 0 || /* "one vote for each" */
        (one && (!only || each) && (told->about & of_one) == 0))
        return false;
    if (told->number < 0 && (told->about & OF_ONE_OR_RESULT) != 0) /* "all agreed" */
        return false;
    told->about &= ~(unsigned)OF_ONE_OR_RESULT;
    return has_sound_whole(told) && (told->number < 0 || has_sound_pair(piece, told));
}

/* --- The pieces of a line --- */

/* Whether the line is of a side, of what came of the vote, or of a person: what stands in brackets
 * behind that is of them, and no number of all ballots. */
static bool is_of_a_side(struct arena *arena, const char *line)
{
    static const char sides[] =
        "elected;winner;won;wins;carried;lost;passed;defeated;for;against;adopted;approved;"
        "rejected;agreed;favour";
    const char *folded = text_fold(arena, line);
    return name_begins_with_title(folded) || name_has_one_of(folded, sides);
}

/* The length of "(5 votes)" and "(4 practices)" there; 0 of anything else. */
static size_t bracket_length(const struct ballots_load *load, const char *at)
{
    const size_t number = strspn(at + 1, digits), length = strcspn(at, ")");
    if (number == 0 || at[length] == '\0' || at[1 + number] != ' ')
        return 0;
    const char *unit = arena_copy(load->scratch, at + number + 2, length - number - 2);
    bool is_unit = strcmp(unit, "votes") == 0 || text_same(load->scratch, unit, load->unit) ||
                   text_same(load->scratch, unit, load->units);
    return is_unit ? length + 1 : 0;
}

/* "5 against", "five against" */
static bool begins_with_number(struct arena *arena, const char *text)
{
    return strspn(text, digits) > 0 ||
           ballots_number_of(text_fold(arena, arena_copy(arena, text, strcspn(text, " ,;:)")))) >=
               0;
}

/* Whether the piece is of a number alone, or of two: "5", "5-1". */
static bool is_number(const char *piece)
{
    static const char others[] = "0123456789-/ \xE2\x80\x93"; /* and the dash between them */
    return strspn(piece, digits) > 0 && piece[strspn(piece, others)] == '\0';
}

/* A text with a comma between what is told of two sides: "5 in favour and 3 against"; and without
 * whose they are, as in "Elected: Dr A (5 votes)" and "For: 48,818 (4 practices)". */
static const char *parted(const struct ballots_load *load, const char *text)
{
    static const char and[] = " and ";
    struct arena *arena = load->scratch;
    char *copy = arena_copy(arena, text, strlen(text));
    for (char *at = strchr(copy, '('); at != NULL; at = strchr(at + 1, '(')) {
        size_t length = bracket_length(load, at);
        size_t end = (size_t)(at - copy) + length + strcspn(at + length, ",;");
        if (length > 0 && is_of_a_side(arena, arena_copy(arena, copy, end)))
            memset(at, ' ', length);
    }
    for (char *at = strstr(copy, and); at != NULL; at = strstr(at + 1, and))
        if (begins_with_number(arena, at + strlen(and)))
            memcpy(at, ",    ", strlen(and));
    return copy;
}

/* "1,0 for": a comma in a number that parts no thousands. */
bool ballots_has_decimals(const char *text)
{
    for (const char *comma = strchr(text, ','); comma != NULL; comma = strchr(comma + 1, ','))
        if (comma > text && strchr(digits, comma[-1]) != NULL && strspn(comma + 1, digits) > 0 &&
            strspn(comma + 1, digits) != strlen("000"))
            return true;
    return false;
}

struct line_words ballots_numbered_pieces(const struct ballots_load *load, const char *text)
{
    struct arena *arena = load->scratch;
    struct line_words pieces = ballots_pieces(arena, parted(load, text));
    size_t count = 0;
    for (size_t i = 0; i < pieces.count; i++) {
        const char *piece = pieces.words[i];
        if (strpbrk(piece, digits) == NULL && i + 1 < pieces.count &&
            is_number(pieces.words[i + 1]))
            piece = arena_format(arena, "%s: %s", piece, pieces.words[++i]);
        pieces.words[count++] = piece;
    }
    pieces.count = count;
    return pieces;
}
