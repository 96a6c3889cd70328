/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* What a table says of the candidates of an election besides the votes: in a remark, in a column
 * that nothing reads, and above the headings. */

#define TOLD_MOST       ((size_t)512) /* bytes of a line that is looked through for names */
#define SURNAME_LETTERS ((size_t)3)   /* a shorter one may be any word */

/* Those who stand in one election, and who of them has a vote. */
struct field {
    const struct ballots_load *load;
    const struct poll_draft *draft;
    const struct candidate *candidates;
    size_t count;
    bool *voted;
};

static struct field field_of(const struct ballots_load *load, const struct poll_draft *draft)
{
    const struct candidate_list *list = load->reading->candidates;
    struct field field = {.load = load,
                          .draft = draft,
                          .candidates = draft->candidates,
                          .count = draft->candidate_count};
    if (list != NULL && draft->post < list->post_count) {
        field.candidates = list->posts[draft->post].candidates;
        field.count = list->posts[draft->post].count;
    }
    field.voted = arena_alloc(load->scratch, field.count + 1, sizeof *field.voted);
    struct ballot_walk walk = draft_walk(load, draft);
    while (ballot_next(&walk))
        if (walk.says->vote == VOTE_CANDIDATE && walk.says->candidate < field.count)
            field.voted[walk.says->candidate] = true;
    return field;
}

/* --- In a remark --- */

/* The candidate that a remark is looked through for. */
struct candidate_sought {
    const struct field *field;
    size_t candidate;
};

static bool is_candidate(void *context, const char *folded, bool whole)
{
    struct candidate_sought *sought = context;
    (void)whole;
    sought->candidate = ballots_candidate_called(sought->field->load, sought->field->draft, folded);
    return sought->candidate != NAME_NONE;
}

/* Whether some cell of the column names one. */
static bool any_names_a_candidate(const struct field *field, size_t cell)
{
    struct candidate_sought sought = {.field = field};
    struct arena *scratch = field->load->scratch;
    size_t count;
    const struct column_text *texts = table_texts(scratch, &field->load->sheet.table, cell, &count);
    for (size_t i = 0; i < count; i++)
        if (remark_ends_in(scratch, texts[i].cell->text, is_candidate, &sought))
            return true;
    return false;
}

static void hold_remarks(const struct field *field, size_t cell)
{
    const struct ballots_load *load = field->load;
    struct candidate_sought sought = {.field = field};
    struct ballot_walk walk = draft_walk(load, field->draft);
    while (ballot_next(&walk)) {
        const struct ballot ballot = walk_ballot(&walk);
        struct row row;
        table_look(&load->sheet.table, table_row_on(&load->sheet.table, ballot.line), &row);
        const char *text = row_cell(&row, cell)->text;
        if (ballot.vote != VOTE_CANDIDATE ||
            !remark_ends_in(load->scratch, text, is_candidate, &sought) ||
            sought.candidate == ballot.candidate)
            continue;
        ballots_report_remark(load, &row, cell, "If that is how they voted, correct the vote",
                              WORDING(load->sheet.arena,
                                      "%s stands here, and the row has another vote",
                                      wording_quote(load->sheet.arena, text, "a vote")));
    }
}

/* --- In a column --- */

/* Whether somebody of that name may be voted for, if for another post. */
static bool is_voted_for(const struct field *field, const char *folded)
{
    return ballots_candidate_called(field->load, field->draft, folded) != NAME_NONE ||
           ballots_is_candidate(field->load, folded);
}

/* Whether the texts of a column are names as votes have them, and those who vote do not: nobody but
 * candidates, one of them in several rows, or each in two rows and more, and one is a candidate. */
static bool are_as_votes(const struct field *field, size_t cell)
{
    const struct ballots_load *load = field->load;
    size_t count, filled = 0, names = 0, voted_for = 0;
    const struct column_text *texts = table_texts(load->scratch, &load->sheet.table, cell, &count);
    for (size_t i = 0; i < count && count <= TOLD_TEXTS_MOST; i++) {
        const char *folded = text_fold(load->scratch, texts[i].cell->text);
        if (*folded == '\0')
            continue;
        names++;
        voted_for += is_voted_for(field, folded);
        filled += texts[i].rows;
    }
    return voted_for > 0 && (voted_for == names ? filled > names : filled >= 2 * names);
}

/* Whether the column is headed by a candidate, or is of candidates. */
static bool is_of_candidates(const struct field *field, size_t cell)
{
    static const char proposers[] =
        "proposer;proposed;proposers;seconder;seconded;nominator;nominated";
    const char *heading = field->load->headings[cell].folded;
    if (name_has_one_of(heading, proposers))
        return false;
    return is_voted_for(field, heading) ? ballots_is_filled(field->load, cell)
                                        : are_as_votes(field, cell);
}

static void ask_about_column(const struct field *field, size_t cell)
{
    const struct ballots_load *load = field->load;
    struct wording remedy = wording_public(
        "If these are votes for another post, give each of them a row of its own, and say in a "
        "column \"post\" for what each row is");
    diag_add_wording(load->sheet.diag, SEVERITY_ERROR,
                     sheet_cell_place(&load->sheet, &load->sheet.table.header, cell),
                     WORDING(load->sheet.arena, "%s.", ballots_or_nothing(load, remedy, cell)),
                     wording_public("this column, which is not used, is of candidates, as the one "
                                    "of the votes is"));
}

static void hold_columns(const struct field *field)
{
    const struct ballots_load *load = field->load;
    for (size_t i = 0; i < load->remark_count; i++) {
        const size_t cell = load->remarks[i];
        if (columns_at(&load->sheet.columns, cell) == COLUMN_VOTER)
            continue;
        if (ballots_remark_place(load, cell) == REMARK_OF_ANYTHING) {
            if (any_names_a_candidate(field, cell))
                hold_remarks(field, cell);
        } else if (ballots_is_unread(load, cell) && is_of_candidates(field, cell)) {
            ask_about_column(field, cell);
        }
    }
}

/* --- Above the headings --- */

/* Whether the candidate is named in a folded text, if only by the surname. */
static bool is_named_in(const char *folded, const struct candidate *candidate)
{
    bool any = false;
    for (size_t i = 0; i < candidate->folded_count && !any; i++) {
        const char *last = name_last_word(candidate->folded[i]);
        any = name_has_word(folded, candidate->folded[i]) ||
              (strlen(last) >= SURNAME_LETTERS && name_has_word(folded, last));
    }
    return any;
}

/* The candidate whom the text says to stand no more, and who has votes; NULL for none. */
static const char *who_stands_no_more(const struct field *field, const char *folded)
{
    static const char ends[] =
        "withdrew;withdrawn;withdraws;stood down;stands down;not standing;no longer standing;"
        "no longer a candidate;pulled out;ineligible;not eligible;disqualified;not a candidate;"
        "did not stand;decided not to stand;declined to stand;declined nomination";
    static const char others[] = "stood down as;stands down as";
    if (!name_has_one_of(folded, ends) || name_has_one_of(folded, others))
        return NULL;
    for (size_t i = 0; i < field->count; i++)
        if (field->voted[i] && is_named_in(folded, &field->candidates[i]))
            return field->candidates[i].name;
    return NULL;
}

/* "Candidates: Dr A, Dr B", "Run-off between Dr A and Dr B": the part with the names; NULL for
 * none. */
static const char *who_stand(const struct field *field, const struct title_line *title)
{
    static const char labels[] =
        "candidates;candidate;the candidates;nominees;nominations;nominated;standing;shortlist;"
        "shortlisted;run off;runoff;choice";
    static const char between[] =
        "run off between;runoff between;choice between;election between;ballot between;"
        "contest between;choose between;candidates are;candidates were";
    if (name_has_one_of(title->folded, between))
        return title->folded;
    const char *told = ballots_behind_label(field->load->scratch, title->text, labels);
    return told == NULL ? NULL : text_fold(field->load->scratch, told);
}

/* One who has votes and is not among those who stand; NULL for none. A line that names nobody says
 * nothing of who they are. */
static const char *who_does_not_stand(const struct field *field, const char *stand)
{
    const char *missing = NULL;
    size_t named = 0;
    for (size_t i = 0; i < field->count; i++) {
        bool is_named = is_named_in(stand, &field->candidates[i]);
        named += is_named;
        if (field->voted[i] && !is_named && !field->candidates[i].reopens)
            missing = field->candidates[i].name;
    }
    return named == 0 ? NULL : missing;
}

/* "Vote for two", "choose up to two candidates": whether a number of those to choose stands there.
 */
static bool is_of_choices(const struct line_words *words, size_t at)
{
    static const char chosen[] = "elect;choose;select;pick";
    const char *next = at + 1 < words->count ? words->words[at + 1] : "";
    bool up = at > 1 && strcmp(words->words[at - 2], "up") == 0 &&
              strcmp(words->words[at - 1], "to") == 0;
    size_t from = up ? at - 2 : at;
    const char *before = from > 0 ? words->words[from - 1] : "";
    bool voted = from > 1 && strcmp(before, "for") == 0 && /* "votes for 5" */
                 strcmp(words->words[from - 2], "vote") == 0;
    return (*next == '\0' || strcmp(next, "candidates") == 0) &&
           (up || voted || name_is_one_of(before, chosen));
}

/* "Two seats", "vote for up to two": of one election only one is elected. */
static bool tells_of_several_seats(struct arena *arena, const char *folded)
{
    static const char seats[] = "seats;vacancies;places";
    const struct line_words words = ballots_line_words(arena, folded);
    bool elected = name_has_word(folded, "to be elected"), several = false;
    for (size_t i = 0; i < words.count && !several; i++)
        several = ballots_number_of(words.words[i]) > 1 &&
                  (is_of_choices(&words, i) ||
                   (i + 1 < words.count && (name_is_one_of(words.words[i + 1], seats) ||
                                            (elected && strcmp(words.words[i + 1], "to") == 0))));
    return several;
}

/* "Single transferable vote": of more than one choice a ballot. */
static bool tells_of_ranks(const char *folded)
{
    static const char methods[] =
        "single transferable vote;stv;alternative vote;ranked choice;ranked ballot;preferential;"
        "instant run off;instant runoff;order of preference;first preferences;"
        "first preference votes;rank the candidates;second preferences";
    return name_has_one_of(folded, methods);
}

static bool report_line(const struct ballots_load *load, const struct title_line *title,
                        struct wording what)
{
    struct arena *arena = load->sheet.arena;
    diag_add_wording(load->sheet.diag, SEVERITY_ERROR, title->place,
                     WORDING(arena, "Find out which is right, and correct the votes; else %s.",
                             wording_public(title->rid)),
                     WORDING(arena, "%s, and %s", title->words, what));
    return false;
}

static bool standing_agrees(const struct field *field, const struct title_line *title)
{
    struct arena *arena = field->load->scratch;
    const char *stand = who_stand(field, title), *who = NULL, *at = title->text;
    while (*at != '\0' && who == NULL) {
        size_t length = strcspn(at, ",;");
        who = who_stands_no_more(field, text_fold(arena, arena_copy(arena, at, length)));
        at += length;
        at += *at != '\0';
    }
    if (who == NULL && stand != NULL)
        who = who_does_not_stand(field, stand);
    return who == NULL || report_line(field->load, title,
                                      WORDING(field->load->sheet.arena, "there are votes for %s",
                                              wording_public(who)));
}

/* A line is of the election whose post it names, where there are several. */
static bool may_be_of(const struct field *field, const struct title_line *title)
{
    const char *motion = field->draft->motion;
    return field->load->draft_count == 1 ||
           (motion != NULL &&
            name_has_word(title->folded, text_fold(field->load->scratch, motion)));
}

static void hold_lines(const struct field *field)
{
    const struct ballots_load *load = field->load;
    for (size_t i = 0; i < load->title_count; i++) {
        const struct title_line *title = &load->titles[i];
        if (strnlen(title->folded, TOLD_MOST + 1) > TOLD_MOST || !may_be_of(field, title) ||
            !standing_agrees(field, title))
            continue;
        if (tells_of_several_seats(load->scratch, title->folded))
            (void)report_line(load, title, wording_public("one candidate is elected here"));
        else if (tells_of_ranks(title->folded))
            (void)report_line(load, title,
                              wording_public("each ballot is counted for one candidate alone"));
    }
}

void ballots_hold_candidates(const struct ballots_load *load)
{
    for (size_t i = 0; i < load->draft_count; i++) {
        const struct poll_draft *draft = &load->drafts[i];
        if (draft->decision == NULL || !draft->decision->is_election || load->is_list)
            continue;
        const struct field field = field_of(load, draft);
        if (load->layout == NULL)
            hold_columns(&field);
        hold_lines(&field);
    }
}
