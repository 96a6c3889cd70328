/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "numbers.h"
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
    bool known;
    bool has_votes; /* for and against */
    long long rows, members, disinterested, voting;
    long long cast;                          /* rows at least that voted so */
    long long proxies;                       /* one person may be there for several members */
    struct rows_of_vote of[VOTE_ABSENT + 1]; /* of those on which something is told */
};

/* Counts the rows of some drafts. */
static void count_rows(const struct ballots_load *load, const struct poll_draft *drafts,
                       size_t count, struct rows_told *told)
{
    const size_t members = load->reading->roll->count;
    bool *there = arena_alloc(load->scratch, members, sizeof *there);
    bool *voted = arena_alloc(load->scratch, members, sizeof *voted);
    bool *unbound = arena_alloc(load->scratch, members, sizeof *unbound);
    for (size_t i = 0; i < count; i++) {
        struct ballot_walk walk = draft_walk(load, &drafts[i]);
        while (ballot_next(&walk)) {
            const struct ballot *says = walk.says;
            const size_t member = walk.member;
            if (says->vote == VOTE_ABSENT)
                continue;
            told->proxies += says->role == ROLE_PROXY;
            bool votes = says->vote != VOTE_PRESENT && says->vote != VOTE_ABSTAIN &&
                         says->vote != VOTE_SPOILT && !says->interest;
            told->rows++;
            told->members += !there[member];
            told->disinterested += !says->interest && !unbound[member];
            told->voting += votes && !voted[member];
            there[member] = true;
            unbound[member] = unbound[member] || !says->interest;
            voted[member] = voted[member] || votes;
        }
    }
}

/* What the rows come to: of each draft, each counted once, and of all together. */
struct rows_counted {
    const struct ballots_load *load;
    struct rows_told *of; /* one more than there are drafts */
};

/* Those of the draft; of all where its number is behind the last. */
static const struct rows_told *rows_told(const struct rows_counted *counted, size_t number)
{
    static const enum vote sides[] = {VOTE_FOR, VOTE_AGAINST, VOTE_ABSTAIN};
    const struct ballots_load *load = counted->load;
    struct rows_told *told = &counted->of[number];
    const bool all = number == load->draft_count;
    if (told->known)
        return told;
    told->known = true;
    count_rows(load, &load->drafts[all ? 0 : number], all ? load->draft_count : 1, told);
    told->cast = all ? 0 : told->voting;
    for (size_t i = 0; all && i < load->draft_count; i++)
        told->cast += rows_told(counted, i)->voting;
    told->has_votes = !all && ballots_has_sides(load, &load->drafts[number]);
    for (size_t i = 0; told->has_votes && i < COUNT(sides); i++)
        told->of[sides[i]] = ballots_rows_of(load, &load->drafts[number], sides[i]);
    return told;
}

/* --- Whether it is so --- */

static bool is_between(long long least, long long number, long long most)
{
    return number >= least && number <= most;
}

/* "All but two": of those who voted, of those who were there, or of all. */
static bool is_all_but(const struct rows_told *rows, struct rows_of_vote of, long long others,
                       long long members)
{
    bool is = is_between(of.least, members - others, of.most);
    for (long long whole = rows->voting; whole <= rows->members && !is; whole++)
        is = is_between(of.least, whole - others, of.most);
    return is;
}

/* "Most", "half" and "less than half", of those who voted; half may be of the others too. */
static bool is_such_a_part(const struct rows_told *rows, struct rows_of_vote of, unsigned about,
                           long long members)
{
    if ((about & OF_HALF) == 0)
        return (about & OF_MOST) != 0 ? 2 * of.most > rows->voting : 2 * of.least < rows->voting;
    return is_between(2 * of.least, rows->voting, 2 * of.most) ||
           is_between(2 * of.least, rows->rows, 2 * of.most) ||
           is_between(2 * of.least, members, 2 * of.most);
}

static bool has_so_many(const struct ballots_load *load, const struct rows_told *rows,
                        enum vote vote, const struct told *told)
{
    const struct rows_of_vote of = rows->of[vote];
    const long long members = (long long)load->reading->roll->count;
    if (!rows->has_votes)
        return true;
    if ((told->about & OF_A_PART) != 0)
        return is_such_a_part(rows, of, told->about, members);
    if ((told->about & EXCEPT) != 0)
        return is_all_but(rows, of, told->number, members);
    if (told->number < 0) /* all of them: nobody said otherwise */
        return (vote == VOTE_FOR || rows->of[VOTE_FOR].least == 0) &&
               (vote == VOTE_AGAINST || rows->of[VOTE_AGAINST].least == 0);
    return told->number > members || is_between(of.least, told->number, of.most);
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
static bool are_sides(const struct ballots_load *load, const struct rows_told *rows,
                      const struct told *told)
{
    const struct rows_of_vote in_favour = rows->of[VOTE_FOR], against = rows->of[VOTE_AGAINST];
    const long long one = told->number, other = told->out_of;
    return !rows->has_votes || one + other > (long long)load->reading->roll->count ||
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
        return number > members || is_between(rows->cast, number, rows->rows) ||
               (!cast && number == members);
    return is_between(rows->cast, number, rows->rows);
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

static bool agrees(const struct ballots_load *load, const struct rows_told *rows, struct told told)
{
    const unsigned votes = told.about & OF_A_VOTE;
    const long long members = (long long)load->reading->roll->count;
    if ((told.about & (OF_PATIENTS | OF_THE_LOCALITY)) != 0 || /* ballots_patients_told */
        (told.number > members && told.out_of > members && (told.about & OF_MEMBERS) == 0))
        return true;
    if (votes == 0 && (told.about & EXCEPT) != 0) { /* "all but two practices attended" */
        told.about &= ~(unsigned)(EXCEPT | OF_EACH);
        told.number = members - told.number;
    }
    if (told.out_of >= 0 && (told.about & ~(unsigned)OF_A_PAIR) == 0)
        return are_sides(load, rows, &told);
    if (!is_whole(load, rows, &told))
        return false;
    if ((told.about & OF_PROXIES) != 0)
        return votes != 0 || (told.about & DENIED) != 0 || told.number == rows->proxies;
    if ((told.about & (DENIED | OF_ABSENT)) != 0)
        return is_rest(load, rows, &told);
    if (votes != 0)
        return (votes != OF_FOR || has_so_many(load, rows, VOTE_FOR, &told)) &&
               (votes != OF_AGAINST || has_so_many(load, rows, VOTE_AGAINST, &told)) &&
               (votes != OF_ABSTAINED || has_so_many(load, rows, VOTE_ABSTAIN, &told));
    return (told.about & OF_MEMBERS) != 0 ? are_members(load, rows, &told)
                                          : are_rows(load, rows, &told);
}

/* Whether what the pieces tell of no motion by name is so of one of them; what is told of no side
 * may be of all rows. */
static bool any_agrees(const struct rows_counted *counted, const struct told *told, size_t count)
{
    const struct ballots_load *load = counted->load;
    bool any = count == 0;
    for (size_t draft = 0; draft < load->draft_count && !any; draft++) {
        any = true;
        for (size_t i = 0; i < count && any; i++)
            any = agrees(load, rows_told(counted, draft), told[i]) ||
                  ((told[i].about & OF_A_VOTE) == 0 && told[i].out_of < 0 &&
                   agrees(load, rows_told(counted, load->draft_count), told[i]));
    }
    return any;
}

/* Whether it is so of the motion that it is told of: of each where that is all of them. */
static bool named_agrees(const struct rows_counted *counted, struct told told, size_t poll)
{
    const size_t count = counted->load->draft_count;
    const size_t from = poll < count ? poll : 0, to = poll < count ? poll + 1 : count;
    bool sound = true;
    for (size_t draft = from; draft < to && sound; draft++)
        sound = agrees(counted->load, rows_told(counted, draft), told);
    return sound;
}

/* Whether a piece tells a number, which is held against the count where it is of patients. */
static bool tells_number(const struct ballots_load *load, const char *piece, struct told *told)
{
    struct stated_result held;
    return ballots_read_numbers(load, piece, told) &&
           !(are_more_than_rows(load, told) && ballots_patients_told(load, piece, &held));
}

/* Whether none of the pieces of a line tells another number. */
static bool line_agrees(const struct rows_counted *counted, const char *text)
{
    const struct ballots_load *load = counted->load;
    const struct told_pieces pieces = ballots_told_pieces(load, text);
    struct told *of_any = arena_alloc(load->scratch, pieces.count, sizeof *of_any);
    size_t any_count = 0;
    bool sound = true;
    if (ballots_has_decimals(text))
        return true;
    for (size_t i = 0; i < pieces.count && sound; i++) {
        const struct told_piece *piece = &pieces.pieces[i];
        struct told told;
        if (!tells_number(load, piece->text, &told))
            continue;
        bool of_all = (told.about & OF_EACH) != 0 && (told.about & OF_A_VOTE) != 0;
        if (piece->poll == STATED_OF_ANY && !of_all)
            of_any[any_count++] = told;
        else
            sound = named_agrees(counted, told, piece->poll);
    }
    return sound && any_agrees(counted, of_any, any_count);
}

static void report_number(const struct ballots_load *load, const struct title_line *line)
{
    const char *remedy = arena_format(
        load->sheet.arena, "Find out which of them is right, and correct it, or %s.", line->rid);
    diag_add_wording(
        load->sheet.diag, SEVERITY_ERROR, line->place, wording_public(remedy),
        WORDING(load->sheet.arena, "%s, and the rows come to another number", line->words));
}

/* Whether what a text tells of a vote is so of the rows on a motion. */
static bool text_agrees(const struct rows_counted *counted, const char *text, size_t draft)
{
    const struct ballots_load *load = counted->load;
    const struct told_pieces pieces = ballots_told_pieces(load, text);
    long long wrong[2] = {-1, -1};
    bool sound =
        ballots_pairs_agree(load, &load->drafts[draft], text_fold(load->scratch, text), wrong);
    for (size_t i = 0; i < pieces.count && sound; i++) {
        const size_t poll = pieces.pieces[i].poll;
        struct told told;
        if (tells_number(load, pieces.pieces[i].text, &told) &&
            (told.about & (OF_A_VOTE | OF_RESULT)) != 0)
            sound = named_agrees(counted, told, poll < load->draft_count ? poll : draft);
    }
    return sound;
}

/* "Budget (5 for, 1 against)": the name tells what came of it; not "Merge (for 2 practices)". */
static void hold_names(const struct rows_counted *counted)
{
    static const char sides[] = "against;in favour;in favor;votes";
    const struct ballots_load *load = counted->load;
    for (size_t i = 0; i < load->draft_count; i++) {
        struct title_line line;
        if (ballots_motion_line(load, i, &line) &&
            name_has_one_of(text_fold(load->scratch, line.text), sides) &&
            !text_agrees(counted, line.text, i))
            report_number(load, &line);
    }
}

/* The cells of a column that is headed as what came of the votes. */
static void hold_results(const struct rows_counted *counted, size_t cell)
{
    const struct ballots_load *load = counted->load;
    size_t count;
    const struct column_text *texts = table_texts(load->scratch, &load->sheet.table, cell, &count);
    for (size_t i = 0; i < count && i < TOLD_TEXTS_MOST; i++) {
        const char *text = arena_format(load->scratch, "result: %s", texts[i].cell->text);
        const bool *in = ballots_motions_with(load, cell, texts[i].cell);
        bool all = true, any = false;
        struct row row;
        for (size_t draft = 0; draft < load->draft_count; draft++) {
            bool is_so = (in != NULL && !in[draft]) || text_agrees(counted, text, draft);
            all = all && is_so;
            any = any || is_so;
        }
        if (in != NULL ? all : any)
            continue;
        table_look(&load->sheet.table, texts[i].first, &row);
        report_number(load,
                      &(struct title_line){
                          .place = sheet_cell_place(&load->sheet, &row, cell),
                          .words = WORDING(load->sheet.arena, "%s stands under %s",
                                           wording_quote(load->sheet.arena, texts[i].cell->text,
                                                         "what is not told"),
                                           ballots_quote_heading(load, cell)),
                          .rid = "delete what is told",
                      });
    }
}

void ballots_hold_numbers(const struct ballots_load *load)
{
    static const char headings[] =
        "result;results;outcome;vote result;motion result;totals;tally;final result";
    const struct rows_counted counted = {
        load, arena_alloc(load->scratch, load->draft_count + 1, sizeof *counted.of)};
    if (load->draft_count == 0 || load->reading->roll == NULL)
        return;
    for (size_t i = 0; i < load->title_count; i++)
        if (load->titles[i].place.line > 0 && !line_agrees(&counted, load->titles[i].text))
            report_number(load, &load->titles[i]);
    hold_names(&counted);
    for (size_t cell = 0; cell < load->sheet.table.header.count && load->layout == NULL; cell++)
        if (name_is_one_of(text_fold(load->scratch, sheet_heading(&load->sheet, cell)), headings) &&
            ballots_is_unread(load, cell))
            hold_results(&counted, cell);
}

/* Whether it is told how many patients there are in all; "5,000 patients" may be of anything. */
static bool is_in_all(const char *piece, const struct told *told)
{
    static const char words[] = "population;list";
    return told->out_of < 0 && ((told->about & (OF_ALL_ROWS | OF_EACH | OF_THE_LOCALITY)) != 0 ||
                                strchr(piece, ':') != NULL || name_has_one_of(piece, words));
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
    if (load->reading->roll == NULL || !ballots_read_numbers(load, piece, &told))
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
