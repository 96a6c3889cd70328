/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/stated.h"
#include "quorate/text.h"

/* What a line above the headings says of how many were there, or voted, and how: held against the
 * rows. */

bool ballots_title_may_number(const struct title_line *title)
{
    return strchr(title->text, '%') == NULL && title->place.line > 0;
}

/* --- What the rows come to --- */

/* The rows of those who were not away, and their members: all, those without an interest, and those
 * who voted for or against. */
struct rows_told {
    long long rows, members, disinterested, voting;
    long long proxies; /* one person may be there for several members */
};

static struct rows_told rows_there(const struct ballots_load *load, const struct poll_draft *draft)
{
    struct rows_told told = {0};
    const size_t members = load->reading->roll->count;
    bool *there = arena_alloc(load->scratch, members, sizeof *there);
    bool *voted = arena_alloc(load->scratch, members, sizeof *voted);
    bool *unbound = arena_alloc(load->scratch, members, sizeof *unbound);
    struct ballot_walk walk = draft_walk(load, draft);
    while (ballot_next(&walk)) {
        const struct ballot *says = walk.says;
        const size_t member = walk.member;
        if (says->vote == VOTE_ABSENT)
            continue;
        told.proxies += says->role == ROLE_PROXY;
        bool votes = says->vote != VOTE_PRESENT && says->vote != VOTE_ABSTAIN &&
                     says->vote != VOTE_SPOILT && !says->interest;
        told.rows++;
        told.members += !there[member];
        told.disinterested += !says->interest && !unbound[member];
        told.voting += votes && !voted[member];
        there[member] = true;
        unbound[member] = unbound[member] || !says->interest;
        voted[member] = voted[member] || votes;
    }
    return told;
}

struct rows_of_vote ballots_rows_of(const struct ballots_load *load, const struct poll_draft *draft,
                                    enum vote vote)
{
    struct rows_of_vote rows = {0};
    bool *told = arena_alloc(load->scratch, load->reading->roll->count, sizeof *told);
    struct ballot_walk walk = draft_walk(load, draft);
    while (ballot_next(&walk)) {
        const struct ballot *says = walk.says;
        if (says->vote != vote)
            continue;
        rows.most++;
        rows.least += says->role == ROLE_LEAD && !says->interest && !told[walk.member];
        told[walk.member] = true;
    }
    return rows;
}

/* --- What a line says --- */

/* What its words are about; a line with any other is not read. */
enum {
    OF_MEMBERS = 1,     /* "practices": each once */
    OF_BALLOTS = 2,     /* however often somebody sent one */
    OF_VOTES = 4,       /* where one is no more than a member */
    OF_THOSE_THERE = 8, /* guests may be among them */
    OF_THOSE_WHO_VOTED = 16,
    OF_ABSENT = 32,
    OF_FOR = 64,
    OF_AGAINST = 128,
    OF_ABSTAINED = 256,
    OF_ALL_ROWS = 512, /* "total" */
    DENIED = 1024,     /* "not" */
    OUT_OF = 2048,     /* so many of so many */
    OF_EACH = 4096,    /* "all" */
    OF_SIDES = 8192,   /* "5 to 3" */
    OF_PROXIES = 16384,
    OF_RESULT = 32768, /* "result" */
    OF_PATIENTS = 65536,
    OF_THE_LOCALITY = 131072, /* "registered": whatever is told of patients is so of all of them */
    OF_A_PAIR = OF_SIDES | OF_RESULT | OF_VOTES | OF_PATIENTS,
};

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
    {" for favour favor ayes aye ", OF_FOR},
    {" against noes nays nay opposed objections objection objected ", OF_AGAINST},
    {" abstained abstentions abstention abstaining ", OF_ABSTAINED},
    {" total ", OF_ALL_ROWS},
    {" not ", DENIED},
    {" of ", OUT_OF},
    {" all everyone everybody ", OF_EACH},
    {" to v vs ", OF_SIDES},
    {" result outcome ", OF_RESULT},
    {" proxies proxy ", OF_PROXIES},
    {" patients patient population list size sizes ", OF_PATIENTS},
    {" locality registered whole overall combined entire ", OF_THE_LOCALITY},
    {" the a in were was is number out were have did who part by each valid including includes "
     "incl ",
     0},
};

/* A piece of a line, read. */
struct told {
    unsigned about;
    long long number, out_of; /* -1 for none */
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
    return (about & (OF_FOR | OF_AGAINST | OF_ABSTAINED)) != 0 ||
           ((about & OF_MEMBERS) != 0 && (about & (OF_THOSE_THERE | OF_THOSE_WHO_VOTED)) != 0);
}

static bool is_none(const char *word)
{
    static const char *const nones[] = {"none", "nil", "nobody", "zero", "noone", "no"};
    return name_is_one_of(word, nones, COUNT(nones));
}

/* Whether the number behind the word tells which it is: "Ballot 3", "vote no. 3". */
static bool is_counted_off(const struct line_words *words, size_t at)
{
    static const char *const singular[] = {"no",    "vote", "ballot", "form",
                                           "paper", "row",  "return", "response"};
    return at + 1 < words->count && ballots_number_of(words->words[at + 1]) >= 0 &&
           (at + 2 == words->count || ballots_number_of(words->words[at + 2]) < 0) &&
           name_is_one_of(words->words[at], singular, COUNT(singular)) &&
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

/* Whether the two numbers of a piece belong together as it says. */
static bool has_sound_pair(const char *piece, const struct told *told)
{
    static const char digits[] = "0123456789";
    const char *dash = piece + strcspn(piece, "-");
    bool dashed = *dash != '\0' && dash > piece && strchr(digits, dash[-1]) != NULL;
    if (told->out_of < 0)
        return (told->about & OF_SIDES) == 0;
    if (((told->about & OUT_OF) != 0) != (strchr(piece, '/') != NULL)) /* both: "vote of 5/6" */
        return (told->about & OF_SIDES) == 0 && told->number <= told->out_of;
    return (told->about & ~(unsigned)OF_A_PAIR) == 0 &&
           (dashed || (told->about & (OF_SIDES | OF_RESULT)) != 0);
}

/* False where the piece says nothing of how many there are, or something else as well. */
static bool read_numbers(const struct ballots_load *load, const char *piece, struct told *told)
{
    const struct line_words words =
        ballots_line_words(load->scratch, text_fold(load->scratch, piece));
    const unsigned of_one = OF_AGAINST | OF_ABSTAINED | OF_ABSENT | OF_PROXIES;
    bool none = false, one = false;
    *told = (struct told){.number = -1, .out_of = -1};
    if (strchr(piece, '%') != NULL)
        return false;
    for (size_t i = 0; i < words.count; i++) {
        const char *word = words.words[i];
        long long number = ballots_number_of(word);
        one = one || strcmp(word, "one") == 0;
        if (is_counted_off(&words, i) ||
            (number >= 0 ? !take_number(told, number)
                         : !is_none(word) && !is_about(load, word, &told->about)))
            return false;
        none = none || is_none(word);
    }
    if (none)
        take_none(told);
    if (told->about == 0 || (one && (told->about & of_one) == 0)) /* "one vote for each" */
        return false;
    return told->number >= 0 ? has_sound_pair(piece, told)
                             : (told->about & OF_EACH) != 0 && is_of_all(told->about);
}

/* --- Whether it is so --- */

static bool is_between(long long least, long long number, long long most)
{
    return number >= least && number <= most;
}

static bool has_so_many(const struct ballots_load *load, enum vote vote, const struct told *told)
{
    const struct rows_of_vote rows = ballots_rows_of(load, load->drafts, vote);
    const long long members = (long long)load->reading->roll->count;
    if (load->is_list || load->drafts->decision == NULL || load->drafts->decision->is_election)
        return true;
    if (told->number < 0) /* all of them: nobody said otherwise */
        return (vote == VOTE_FOR || ballots_rows_of(load, load->drafts, VOTE_FOR).least == 0) &&
               (vote == VOTE_AGAINST ||
                ballots_rows_of(load, load->drafts, VOTE_AGAINST).least == 0);
    return told->number > members || is_between(rows.least, told->number, rows.most);
}

/* Whether so many of so many may be said; of people there may be others. */
static bool is_whole(const struct ballots_load *load, const struct rows_told *rows,
                     const struct told *told)
{
    return told->out_of < 0 || (told->about & (OF_MEMBERS | OF_FOR | OF_AGAINST)) == 0 ||
           told->out_of == (long long)load->reading->roll->count ||
           is_between(rows->voting, told->out_of, rows->rows);
}

/* "5 votes to 3", whichever are for it. */
static bool are_sides(const struct ballots_load *load, const struct told *told)
{
    const struct rows_of_vote in_favour = ballots_rows_of(load, load->drafts, VOTE_FOR),
                              against = ballots_rows_of(load, load->drafts, VOTE_AGAINST);
    const long long one = told->number, other = told->out_of;
    return load->is_list || load->drafts->decision == NULL || load->drafts->decision->is_election ||
           one + other > (long long)load->reading->roll->count ||
           (is_between(in_favour.least, one, in_favour.most) &&
            is_between(against.least, other, against.most)) ||
           (is_between(in_favour.least, other, in_favour.most) &&
            is_between(against.least, one, against.most));
}

/* Of those who were away, or did nothing. */
static bool is_rest(const struct ballots_load *load, const struct rows_told *rows,
                    const struct told *told)
{
    const unsigned others = OF_MEMBERS | OF_BALLOTS | OF_VOTES | OF_THOSE_WHO_VOTED;
    const long long members = (long long)load->reading->roll->count;
    bool away = (told->about & (OF_ABSENT | OF_THOSE_THERE)) != 0;
    return (told->about & (OF_FOR | OF_AGAINST | OF_ABSTAINED)) != 0 ||
           (told->about & others) == 0 || /* who may be anybody */
           is_between(members - rows->members, told->number,
                      members - (away ? rows->disinterested : rows->voting));
}

static bool are_members(const struct ballots_load *load, const struct rows_told *rows,
                        const struct told *told)
{
    const unsigned did = OF_THOSE_THERE | OF_THOSE_WHO_VOTED | OF_BALLOTS;
    const long long members = (long long)load->reading->roll->count;
    const long long number = told->number < 0 ? members : told->number;
    return ((told->about & did) == 0 && number == members) ||
           is_between((told->about & OF_THOSE_THERE) != 0 ? rows->disinterested : rows->voting,
                      number, rows->members);
}

/* Of ballots and votes, or of people, where no member is named. */
static bool are_rows(const struct ballots_load *load, const struct rows_told *rows,
                     const struct told *told)
{
    const long long members = (long long)load->reading->roll->count, number = told->number;
    bool cast = (told->about & (OF_BALLOTS | OF_VOTES | OF_THOSE_WHO_VOTED)) != 0;
    bool there = (told->about & OF_THOSE_THERE) != 0, total = (told->about & OF_ALL_ROWS) != 0;
    if (!cast && there)
        return told->out_of == members ? is_between(rows->disinterested, number, rows->members)
                                       : number >= rows->disinterested || rows->proxies > 0;
    if (!cast && !total)
        return true;
    if ((told->about & OF_VOTES) != 0 || !cast) /* else they may be of patients */
        return number > members || is_between(rows->voting, number, rows->rows) ||
               (!cast && number == members);
    return is_between(rows->voting, number, rows->rows);
}

/* Whether so many of those who took part are no rows, so that it is said of patients or wrong;
 * "45 present" may have guests among them. */
static bool are_more_than_rows(const struct ballots_load *load, const struct told *told)
{
    return (told->about & (OF_VOTES | OF_THOSE_WHO_VOTED | DENIED)) != 0 &&
           (told->about & (OF_MEMBERS | OF_BALLOTS | OF_PROXIES)) == 0 &&
           told->number > (long long)load->reading->roll->count &&
           told->number > (long long)load->sheet.table.count;
}

static bool agrees(const struct ballots_load *load, const struct told *told)
{
    const unsigned votes = told->about & (OF_FOR | OF_AGAINST | OF_ABSTAINED);
    const struct rows_told rows = rows_there(load, load->drafts);
    const long long members = (long long)load->reading->roll->count;
    if ((told->about & (OF_PATIENTS | OF_THE_LOCALITY)) != 0 || /* ballots_patients_told */
        (told->number > members && told->out_of > members && (told->about & OF_MEMBERS) == 0))
        return true;
    if (told->out_of >= 0 && (told->about & ~(unsigned)OF_A_PAIR) == 0)
        return are_sides(load, told);
    if (!is_whole(load, &rows, told))
        return false;
    if ((told->about & OF_PROXIES) != 0)
        return votes != 0 || (told->about & DENIED) != 0 || told->number == rows.proxies;
    if ((told->about & (DENIED | OF_ABSENT)) != 0)
        return is_rest(load, &rows, told);
    if (votes != 0)
        return (votes != OF_FOR || has_so_many(load, VOTE_FOR, told)) &&
               (votes != OF_AGAINST || has_so_many(load, VOTE_AGAINST, told)) &&
               (votes != OF_ABSTAINED || has_so_many(load, VOTE_ABSTAIN, told));
    return (told->about & OF_MEMBERS) != 0 ? are_members(load, &rows, told)
                                           : are_rows(load, &rows, told);
}

/* Whether the line is of a side, of what came of the vote, or of a person: what stands in brackets
 * behind that is of them, and no number of all ballots. */
static bool is_of_a_side(struct arena *arena, const char *line)
{
    static const char *const sides[] = {"elected", "winner",   "won",      "wins",   "carried",
                                        "lost",    "passed",   "defeated", "for",    "against",
                                        "adopted", "approved", "rejected", "agreed", "favour"};
    const char *folded = text_fold(arena, line);
    return name_begins_with_title(folded) || name_has_one_of(folded, sides, COUNT(sides));
}

/* The length of "(5 votes)" and "(4 practices)" there; 0 of anything else. */
static size_t bracket_length(const struct ballots_load *load, const char *at)
{
    const size_t digits = strspn(at + 1, "0123456789"), length = strcspn(at, ")");
    if (digits == 0 || at[length] == '\0' || at[1 + digits] != ' ')
        return 0;
    const char *unit = arena_copy(load->scratch, at + digits + 2, length - digits - 2);
    bool is_unit = strcmp(unit, "votes") == 0 || text_same(load->scratch, unit, load->unit) ||
                   text_same(load->scratch, unit, load->units);
    return is_unit ? length + 1 : 0;
}

/* A text with a comma between what is told of two sides: "5 in favour and 3 against"; and without
 * whose they are, as in "Elected: Dr A (5 votes)" and "For: 48,818 (4 practices)". */
static const char *parted(const struct ballots_load *load, const char *text)
{
    static const char and[] = " and ", digits[] = "0123456789";
    struct arena *arena = load->scratch;
    char *copy = arena_copy(arena, text, strlen(text));
    for (char *at = strchr(copy, '('); at != NULL; at = strchr(at + 1, '(')) {
        size_t length = bracket_length(load, at);
        size_t end = (size_t)(at - copy) + length + strcspn(at + length, ",;");
        if (length > 0 && is_of_a_side(arena, arena_copy(arena, copy, end)))
            memset(at, ' ', length);
    }
    for (char *at = strstr(copy, and); at != NULL; at = strstr(at + 1, and))
        if (strspn(at + strlen(and), digits) > 0)
            memcpy(at, ",    ", strlen(and));
    return copy;
}

/* "1,0 for": a comma in a number that parts no thousands. */
static bool has_decimals(const char *text)
{
    static const char digits[] = "0123456789";
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
        if (strpbrk(piece, "0123456789") == NULL && i + 1 < pieces.count &&
            ballots_number_of(pieces.words[i + 1]) >= 0)
            piece = arena_format(arena, "%s: %s", piece, pieces.words[++i]);
        pieces.words[count++] = piece;
    }
    pieces.count = count;
    return pieces;
}

/* Whether none of its pieces tells another number. */
static bool line_agrees(const struct ballots_load *load, const char *text)
{
    const struct line_words pieces = ballots_numbered_pieces(load, text);
    bool sound = true;
    for (size_t i = 0; i < pieces.count && sound && !has_decimals(text); i++) {
        struct told told;
        struct stated_result held; /* elsewhere, against the count */
        sound = !read_numbers(load, pieces.words[i], &told) || agrees(load, &told) ||
                (are_more_than_rows(load, &told) &&
                 ballots_patients_told(load, pieces.words[i], &held));
    }
    return sound;
}

void ballots_hold_numbers(const struct ballots_load *load)
{
    struct arena *arena = load->sheet.arena;
    if (load->draft_count != 1 || load->reading->roll == NULL)
        return;
    for (size_t i = 0; i < load->title_count; i++) {
        const struct title_line *title = &load->titles[i];
        if (title->place.line == 0 || line_agrees(load, title->text))
            continue;
        diag_add_wording(
            load->sheet.diag, SEVERITY_ERROR, title->place,
            wording_public("Find out which of them is right, and correct it, or delete the line."),
            WORDING(arena, "%s, and the rows come to another number", title->words));
    }
}

/* Whether it is told how many patients there are in all; "5,000 patients" may be of anything. */
static bool is_in_all(const char *piece, const struct told *told)
{
    static const char *const words[] = {"population", "list"};
    return told->out_of < 0 &&
           ((told->about & (OF_ALL_ROWS | OF_EACH | OF_THE_LOCALITY)) != 0 ||
            strchr(piece, ':') != NULL || name_has_one_of(piece, words, COUNT(words)));
}

/* What a line may say of patients, beside what it may say of how many there are. Of what it says of
 * `all` who take part, or do not, others may be meant than patients. */
static const struct {
    unsigned about;
    enum stated says;
    bool all;
} of_patients[] = {
    {OF_FOR, STATED_FOR, false},
    {OF_FOR | OF_THOSE_WHO_VOTED, STATED_FOR, false},
    {OF_AGAINST, STATED_AGAINST, false},
    {OF_AGAINST | OF_THOSE_WHO_VOTED, STATED_AGAINST, false},
    {OF_ABSTAINED, STATED_ABSTAINED, false},
    {OF_SIDES, STATED_SIDES, false},
    {OF_SIDES | OF_RESULT, STATED_SIDES, false},
    {OF_THOSE_THERE, STATED_THERE, true},
    {OF_THOSE_WHO_VOTED, STATED_THERE, true},
    {OF_ABSENT, STATED_ABSENT, true},
    {DENIED | OF_THOSE_THERE, STATED_ABSENT, true},
    {DENIED | OF_THOSE_WHO_VOTED, STATED_ABSENT, true},
    {0, STATED_IN_ALL, true},
};

bool ballots_patients_told(const struct ballots_load *load, const char *piece,
                           struct stated_result *stated)
{
    const unsigned many = OF_PATIENTS | OF_VOTES | OUT_OF | OF_ALL_ROWS | OF_EACH | OF_THE_LOCALITY;
    struct told told;
    size_t kind = 0;
    if (load->reading->roll == NULL || !read_numbers(load, piece, &told))
        return false;
    while (kind < COUNT(of_patients) && of_patients[kind].about != (told.about & ~many))
        kind++;
    bool patients = (told.about & OF_PATIENTS) != 0;
    if (kind == COUNT(of_patients) ||
        (!patients && told.number <= (long long)load->reading->roll->count) ||
        (!patients && of_patients[kind].all && !are_more_than_rows(load, &told)) ||
        (of_patients[kind].says == STATED_IN_ALL && !is_in_all(piece, &told)) ||
        (patients && strncmp(text_fold(load->scratch, piece), "for ", strlen("for ")) == 0 &&
         strchr(piece, ':') == NULL)) /* "a service for 5,000 patients" */
        return false;
    stated->says = of_patients[kind].says;
    stated->votes[0] = told.number;
    stated->votes[1] = told.out_of;
    return true;
}
