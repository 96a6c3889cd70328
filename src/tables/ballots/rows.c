/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "internal.h"
#include "quorate/confusable.h"
#include "quorate/remark_words.h"
#include "quorate/text.h"

/* One row of the ballot file, cell by cell. Each reader reports what is wrong and returns false. */

/* --- Who --- */

#define LISTED_MOST 20 /* of more names a list helps nobody */

/* Who there is, named once in a file; by code where a code is wrong. */
static const char *members_remedy(struct ballots_load *load, bool by_code)
{
    struct arena *arena = load->sheet.arena;
    const struct roll *roll = load->reading->roll;
    const char *what = by_code ? "codes" : load->units;
    bool *listed = by_code ? &load->codes_listed : &load->members_listed;
    if (*listed)
        return arena_format(arena, "If the row is no ballot, delete it. The %s are named above.",
                            what);
    if (roll->count > LISTED_MOST)
        return arena_format(arena, "If the row is no ballot, delete it. The %s are listed in %s.",
                            what, roll_file_named(arena, roll));
    const char **names = arena_alloc(arena, roll->count, sizeof *names);
    for (size_t i = 0; i < roll->count; i++)
        names[i] =
            by_code && roll->members[i].code != NULL
                ? arena_format(arena, "%s (%s)", roll->members[i].code, roll->members[i].name)
                : roll->members[i].name;
    *listed = true;
    return arena_format(arena, "If the row is no ballot, delete it. The %s are: %s.", what,
                        text_list(arena, names, roll->count, "and"));
}

/* The row is a heading over those who were away: deleted alone, it would leave them as there. NULL
 * where nothing is below it, and where neither what stands for the member nor the row's only cell
 * says so. */
static const char *away_remedy(const struct ballots_load *load, const struct row *row,
                               const char *text)
{
    const struct table *table = &load->sheet.table;
    size_t filled = 0;
    const char *only = "";
    if (row->line == table_row(table, table->count - 1)->line)
        return NULL;
    for (size_t i = 0; i < row->count; i++)
        if (row_cell(row, i)->length > 0 && filled++ == 0)
            only = row_cell(row, i)->text;
    const char *says = *text != '\0' || filled > 1 ? text : only;
    size_t length = strlen(says);
    length -= length > 0 && says[length - 1] == ':';
    enum presence said =
        presence_read(load->sheet.arena, arena_copy(load->sheet.arena, says, length));
    if (said != PRESENCE_AWAY && said != PRESENCE_WILL_NOT)
        return NULL;
    return "It is not taken to speak of other rows. If those below it were away, delete their rows "
           "with it: by deleting it alone they would be taken to be there.";
}

/* It names who is on the list, and that is no secret. */
static const char *unknown_remedy(struct ballots_load *load, const struct row *row,
                                  enum ballot_column column, const char *text,
                                  const struct member *meant)
{
    struct arena *arena = load->sheet.arena;
    const char *away = away_remedy(load, row, text);
    if (away != NULL)
        return away;
    if (name_is_of_totals(text_fold(arena, text)))
        return "If it is a row of totals, delete the row: totals are worked out here.";
    if (meant != NULL && column == COLUMN_CODE && meant->code != NULL)
        return arena_format(arena, "Did you mean \"%s\", %s?", meant->code, meant->name);
    if (meant != NULL)
        return arena_format(arena,
                            "Did you mean \"%s\"? If so correct the row, or add this spelling to "
                            "the aliases in %s.",
                            meant->name, roll_file_named(arena, load->reading->roll));
    return members_remedy(load, column == COLUMN_CODE);
}

static void report_unknown_member(struct ballots_load *load, const struct row *row,
                                  enum ballot_column column, const char *text)
{
    struct arena *arena = load->sheet.arena;
    bool listed = diag_lists(load->sheet.diag, SEVERITY_ERROR); /* else it is only counted */
    const struct member *meant = listed ? ballots_suggest_member(load, text) : NULL;
    const char *remedy = listed ? unknown_remedy(load, row, column, text, meant) : "";
    struct wording name =
        column == COLUMN_CODE
            ? wording_of_row(arena_format(arena, "has the code \"%s\"", text), "has this code")
            : wording_of_row(arena_format(arena, "is called \"%s\"", text), "has this name");
    ballots_report(load, row, column,
                   WORDING(arena, "%s%s",
                           wording_of_row(listed ? roll_look_alike(arena, text, meant) : "", ""),
                           wording_public(remedy)),
                   WORDING(arena, "no %s %s", wording_public(load->unit), name));
}

static void report_clash(const struct ballots_load *load, const struct row *row,
                         enum ballot_column column, const struct roll_clash *clash,
                         const char *code)
{
    const char *instead =
        arena_format(load->sheet.arena, "the code and the name are not of one %s", load->unit);
    ballots_report(load, row, column, wording_public("Correct the one that is wrong."),
                   wording_of_row(roll_clash_told(load->sheet.arena, clash, code), instead));
}

/* Somebody who had left by the day of the roll, or had yet to join. */
static void report_absent(const struct ballots_load *load, const struct row *row,
                          enum ballot_column column, const struct member *member)
{
    struct arena *arena = load->sheet.arena;
    const struct roll *roll = load->reading->roll;
    const char *day = date_long(arena, roll->day);
    const char *what = arena_format(arena, "%s %s, and so not on %s, the day of the vote",
                                    member->name, roll_absence(arena, member, roll->day), day);
    const char *instead =
        arena_format(arena, "this %s is no member on %s, the day of the vote", load->unit, day);
    bool joins = tenure_is_to_come(member->tenure, roll->day);
    ballots_report(load, row, column,
                   WORDING(arena, "Delete the row, or correct the day in the column \"%s\" of %s.",
                           wording_public(joins ? "from" : "to"), wording_public(roll->file)),
                   wording_of_row(what, instead));
}

/* The member that a filled cell names; NULL when it is blank or names none. */
static const struct member *find_member(struct ballots_load *load, const struct row *row,
                                        enum ballot_column column, bool *sound)
{
    const char *text = ballots_cell(load, row, column);
    if (*text == '\0' || load->reading->roll == NULL)
        return NULL;
    struct roll_clash clash;
    const struct member *member = ballots_member(load, row, column, &clash);
    if (member == NULL) {
        const struct member *absent = roll_find_ever(load->sheet.arena, load->reading->roll, text);
        if (clash.coded != NULL)
            report_clash(load, row, column, &clash, clash.coded->code);
        else if (absent != NULL && *sound)
            report_absent(load, row, column, absent);
        else if (absent == NULL)
            report_unknown_member(load, row, column, text);
        *sound = false;
    }
    return member;
}

static bool read_member(struct ballots_load *load, const struct row *row, struct ballot *ballot)
{
    bool sound = true;
    const struct member *named = find_member(load, row, COLUMN_PRACTICE, &sound);
    const struct member *coded = find_member(load, row, COLUMN_CODE, &sound);
    ballot->member = coded != NULL ? coded : named;
    if (*ballots_cell(load, row, COLUMN_PRACTICE) == '\0' &&
        *ballots_cell(load, row, COLUMN_CODE) == '\0') {
        const char *away = away_remedy(load, row, "");
        if (!sheet_has(&load->sheet, COLUMN_PRACTICE) && !sheet_has(&load->sheet, COLUMN_CODE))
            return false; /* only the rules could have named the column */
        ballots_report(load, row,
                       sheet_has(&load->sheet, COLUMN_PRACTICE) ? COLUMN_PRACTICE : COLUMN_CODE,
                       wording_public(away != NULL ? away : "Write its name, or delete the row."),
                       WORDING(load->sheet.arena, "the %s is blank", wording_public(load->unit)));
        return false;
    }
    if (named != NULL && coded != NULL && named != coded) {
        const struct roll_clash clash = {.coded = coded, .named = named};
        report_clash(load, row, COLUMN_CODE, &clash, ballots_cell(load, row, COLUMN_CODE));
        return false;
    }
    return sound && ballot->member != NULL;
}

static bool read_role(struct ballots_load *load, const struct row *row, struct ballot *ballot)
{
    const char *text = ballots_cell(load, row, COLUMN_ROLE);
    const char *voter = ballots_cell(load, row, COLUMN_VOTER);
    ballot->details->voter = *voter == '\0' ? NULL : voter;
    if (*text == '\0' && *voter != '\0' &&
        (ballots_names_a_role(ballots_folded(load, row, COLUMN_VOTER)) ||
         ballots_holds_other_job(load->scratch, voter))) {
        const char *what =
            arena_format(load->sheet.arena, "the voter \"%s\" has a role in the name", voter);
        ballots_report(
            load, row, COLUMN_VOTER,
            wording_public("Write the role in the column \"role\" and the name alone here. A blank "
                           "role is the lead's."),
            wording_of_row(what, "the voter's name has a role in it"));
        return false;
    }
    enum role role;
    if (ballots_role(load, row, &role)) {
        ballot->role = role;
        return true;
    }
    const char *folded = text_fold(load->sheet.arena, text);
    const char *meant = role_is_unclear(folded) ? NULL : role_suggest(load->sheet.arena, folded);
    if (meant != NULL || !ballots_ask_meaning(load, row, COLUMN_ROLE))
        ballots_report(
            load, row, COLUMN_ROLE,
            WORDING(load->sheet.arena, "%sWrite %s.",
                    wording_suggestion(load->sheet.arena, text, meant),
                    wording_public(roles_list(load->sheet.arena, "or"))),
            WORDING(load->sheet.arena, "%s is not a role", ballots_quote(load, row, COLUMN_ROLE)));
    return false;
}

static bool read_interest(struct ballots_load *load, const struct row *row, struct ballot *ballot)
{
    const char *text = ballots_cell(load, row, COLUMN_INTEREST);
    bool interest = false;
    if (*text == '\0' || ballots_yes_or_no(load, row, COLUMN_INTEREST, &interest)) {
        ballot->interest = interest;
        return true;
    }
    const char *remedy = interest_is_denied(text_fold(load->sheet.arena, text))
                             ? "If there is none, leave it blank or write no."
                             : "Write yes or no; what the interest is can stand in the column "
                               "\"reason\".";
    ballots_report(load, row, COLUMN_INTEREST,
                   WORDING(load->sheet.arena, "%s%s",
                           wording_suggestion(load->sheet.arena, text, NULL),
                           wording_public(remedy)),
                   WORDING(load->sheet.arena, "%s is neither yes nor no",
                           ballots_quote(load, row, COLUMN_INTEREST)));
    ballot->interest = true; /* it may be one, so a blank vote is not told as well */
    return false;
}

/* --- What: the decision and the motion --- */

static void report_decision(struct ballots_load *load, const struct row *row)
{
    struct arena *arena = load->sheet.arena;
    const struct rules *rules = load->reading->rules;
    const char *text = ballots_cell(load, row, COLUMN_DECISION);
    const char *list = text_list(arena, rules->decisions, rules->decision_count, "or");
    if (*text == '\0') {
        ballots_report(load, row, COLUMN_DECISION,
                       WORDING(arena, "Write %s.", wording_public(list)),
                       wording_public("the decision is blank"));
        return;
    }
    size_t meant = text_nearest(arena, text, rules->decisions, rules->decision_count);
    const char *name = meant == TEXT_NO_CHOICE ? NULL : rules->decisions[meant];
    const char *or_motion = sheet_has(&load->sheet, COLUMN_MOTION)
                                ? ""
                                : " If the column holds the motions, name it \"motion\".";
    const char *remedy = name != NULL
                             ? arena_format(arena, "Did you mean \"%s\"? It may be %s.", name, list)
                             : arena_format(arena, "Write %s.%s", list, or_motion);
    const char *what = arena_format(arena, "no kind of decision is called \"%s\"", text);
    ballots_report(load, row, COLUMN_DECISION,
                   WORDING(arena, "%s%s", wording_of_row(text_look_alike(arena, text, name), ""),
                           wording_public(remedy)),
                   wording_of_row(what, "this is not a kind of decision"));
}

/* All rows of a poll are of one kind of decision. */
static bool agree_on_decision(struct ballots_load *load, const struct row *row,
                              struct poll_draft *draft, const struct decision *decision)
{
    if (draft->decision == NULL) {
        draft->decision = decision;
        draft->decision_row = row_copy(load->scratch, row);
    }
    if (draft->decision == decision)
        return true;
    bool by_motion = sheet_has(&load->sheet, COLUMN_MOTION);
    const char *what =
        arena_format(load->sheet.arena, "%s is decided as \"%s\" here and as \"%s\" on line %zu",
                     by_motion ? "one motion" : "one question", decision->name,
                     draft->decision->name, draft->decision_row->line);
    ballots_report(load, row, COLUMN_DECISION,
                   wording_public(by_motion ? "Correct the one that is wrong."
                                            : "Correct the one that is wrong, or add a column "
                                              "\"motion\" that tells the questions apart."),
                   wording_public(what));
    return false;
}

/* They would be taken for one motion, and may be two. Motions are not secret. */
static void report_two_spellings(const struct ballots_load *load, const struct row *row,
                                 const struct poll_draft *draft, const char *motion)
{
    const char *what = arena_format(load->sheet.arena,
                                    "\"%s\" is nearly \"%s\" on line %zu: it cannot be told "
                                    "whether they are one motion",
                                    motion, draft->motion, draft->first->line);
    ballots_report(load, row, COLUMN_MOTION,
                   wording_public("If they are one, write it the same way in every row. If they "
                                  "are two, tell them apart by a word or a number."),
                   wording_public(what));
}

/* Motions are not secret. */
static void report_no_motion(const struct ballots_load *load, const struct row *row)
{
    const char *motion = ballots_cell(load, row, COLUMN_MOTION);
    const char *what = *text_fold(load->scratch, motion) == '\0'
                           ? "the motion is blank"
                           : arena_format(load->sheet.arena, "\"%s\" names no motion", motion);
    ballots_report(load, row, COLUMN_MOTION,
                   wording_public(load->motions.count > 0
                                      ? "Write the motion in every row (fill it down), or "
                                        "delete the column."
                                      : "Write the motion that the vote is on, or delete the "
                                        "column."),
                   wording_public(what));
}

/* The poll on the motion in the row's cell, or on that which is turned to; NULL when the cell
 * names none. Each motion is looked up once. */
static struct poll_draft *poll_on_motion(struct ballots_load *load, const struct row *row)
{
    bool by_motion = sheet_has(&load->sheet, COLUMN_MOTION);
    size_t *known =
        by_motion ? ballots_poll(load, row, COLUMN_MOTION) : &load->polls_turned[load->turned];
    if (*known != POLL_NEW)
        return &load->drafts[*known];
    const char *motion = by_motion              ? ballots_cell(load, row, COLUMN_MOTION)
                         : load->motion != NULL ? load->motion
                                                : load->reading->motion;
    const char *folded = by_motion        ? ballots_folded(load, row, COLUMN_MOTION)
                         : motion != NULL ? text_fold(load->sheet.arena, motion)
                                          : "";
    if (by_motion && (*folded == '\0' || remark_names_nothing(folded)))
        return NULL;
    struct poll_draft *draft = polls_on(load, motion, folded, row);
    *known = (size_t)(draft - load->drafts);
    return draft;
}

/* The poll that the row belongs to; NULL when it cannot be told. */
static struct poll_draft *find_poll(struct ballots_load *load, const struct row *row,
                                    const struct decision *decision, bool *sound)
{
    struct poll_draft *draft = poll_on_motion(load, row);
    if (draft == NULL) {
        report_no_motion(load, row);
        *sound = false;
    } else if (sheet_has(&load->sheet, COLUMN_MOTION)) {
        const char *motion = ballots_cell(load, row, COLUMN_MOTION);
        if (!polls_spelled_alike(load->sheet.arena, motion, draft->motion)) {
            report_two_spellings(load, row, draft, motion);
            *sound = false;
        }
    }
    if (decision == NULL && load->reading->rules != NULL &&
        sheet_has(&load->sheet, COLUMN_DECISION)) {
        report_decision(load, row);
        *sound = false;
    } else if (decision != NULL && draft != NULL) {
        *sound = agree_on_decision(load, row, draft, decision) && *sound;
        *sound = (!decision->is_election || polls_know_post(load, row, draft)) && *sound;
    }
    return draft;
}

/* A row of totals, or one cell of text below the table. */
static bool is_no_ballot(const struct ballots_load *load, const struct row *row)
{
    size_t filled = 0;
    for (size_t i = 0; i < row->count; i++)
        filled += row_cell(row, i)->length > 0;
    return filled == 1 || name_is_of_totals(ballots_folded(load, row, COLUMN_PRACTICE));
}

/* Who the ballot is of and how it came, whatever it says. */
static bool read_sender(struct ballots_load *load, const struct row *row,
                        const struct decision *decision, struct ballot *ballot, enum presence *said)
{
    const char *remark = ballots_cell(load, row, COLUMN_REASON);
    bool sound = read_role(load, row, ballot);
    sound = ballots_read_proxy(load, row, ballot) && sound;
    ballots_read_address(load, row, ballot);
    sound = ballots_read_notified(load, row, decision, ballot) && sound;
    sound = read_interest(load, row, ballot) && sound;
    sound = ballots_read_received(load, row, ballot) && sound;
    sound = ballots_read_votes(load, row, ballot) && sound;
    sound = ballots_read_presence(load, row, said) && sound;
    sound = ballots_read_opening(load, row, decision, ballot) && sound;
    ballot->details->remark = *remark == '\0' ? NULL : remark;
    return sound;
}

/* No vote has so many rows, and what they take has a bound. */
static void refuse_rows(struct ballots_load *load, const struct row *row)
{
    struct arena *arena = load->sheet.arena;
    const char *most = number_grouped(arena, (int64_t)load->rows_most);
    const char *members = number_grouped(arena, (int64_t)load->reading->roll->count);
    load->too_many = true;
    diag_add_wording(
        load->sheet.diag, SEVERITY_ERROR,
        (struct place){.file = load->sheet.table.file, .line = row->line, .row = row->row},
        wording_public(BALLOTS_COPIED " From here on it was not read."),
        WORDING(arena, "this is one more than %s rows of one vote, in which there are %s %s",
                wording_public(most), wording_public(members), wording_public(load->units)));
}

static bool add_slip(struct ballots_load *load, const struct row *row, struct poll_draft *draft,
                     const struct member *member, uint32_t says)
{
    if (draft->slips.count == load->rows_most) {
        refuse_rows(load, row);
        return false;
    }
    const struct ballot_slip slip = {.member = (uint32_t)member->index,
                                     .line = (uint32_t)row->line, /* a file has no 2^30 lines */
                                     .says = says};
    slips_add(load->sheet.arena, &draft->slips, &slip);
    return true;
}

static bool add_ballot(struct ballots_load *load, const struct row *row, struct poll_draft *draft,
                       const struct ballot *ballot)
{
    if (!add_slip(load, row, draft, ballot->member, sayings_number(load->sayings, ballot)))
        return false;
    load->added++;
    load->added_to = (size_t)(draft - load->drafts);
    draft->continued += ballot->continues;
    load->any_parts = load->any_parts || ballot->details->votes != 0;
    if (ballot->vote == VOTE_CANDIDATE)
        polls_back_candidate(draft, ballot);
    return true;
}

/* Adds the ballot to the poll on the motion that is turned to, or one for each side. */
static void read_answer(struct ballots_load *load, const struct row *row,
                        const struct decision *decision, enum presence said, bool sound,
                        const struct ballot *of_row)
{
    struct poll_draft *draft = find_poll(load, row, decision, &sound);
    struct ballot_sides sides; /* the others are filled in where there are sides */
    struct ballot *ballot = &sides.ballots[0];
    *ballot = *of_row;
    sides.count = 1;
    bool attends = load->is_list || (decision != NULL && decision->by_consensus);
    sound = (attends ? ballots_read_attendance(load, row, decision, said, ballot)
                     : ballots_read_vote(load, row, decision, draft, said, ballot)) &&
            sound;
    sound = sound && ballots_nobody_objects(load, row, decision, ballot) &&
            ballots_nothing_denies(load, row, ballot);
    sound = sound && ballots_has_time(load, row, ballot);
    if (sound && ballot->interest && ballot->vote == VOTE_ABSENT)
        ballots_warn_of_absent_interest(load, row);
    sound = sound && ballots_read_sides(load, row, &sides);
    for (size_t i = 0; i < sides.count && sound && draft != NULL; i++)
        sound = add_ballot(load, row, draft, &sides.ballots[i]);
}

/* How often a row is read. */
static size_t motions_of(const struct ballots_load *load)
{
    return load->motion_count == 0 ? 1 : load->motion_count;
}

/* Somebody who represents nobody is among those of each motion; the chair may vote on each. */
static void read_other(struct ballots_load *load, const struct row *row,
                       const struct decision *decision, bool is_chair)
{
    size_t errors = load->sheet.diag->errors;
    for (size_t i = 0; i < motions_of(load) && load->sheet.diag->errors == errors; i++) {
        bool sound = true;
        if (ballots_ends_before(load, row, i))
            continue;
        ballots_turn_to_motion(load, i);
        struct poll_draft *draft = find_poll(load, row, decision, &sound);
        if (is_chair)
            ballots_read_chair(load, row, decision, draft);
        else
            ballots_read_other(load, row, decision, draft);
    }
}

static void read_cells(struct ballots_load *load, const struct row *row)
{
    struct ballot_details details;
    struct ballot ballot = ballots_begin(row, &details);
    ballot.of_joins = layout_tells_joins(load->layout);
    const struct decision *decision = ballots_decision(load, row);
    bool is_chair = ballots_is_chair(load, row), other = false;
    bool sound = true;
    if (is_chair)
        other = true;
    else if (load->by_address)
        sound = ballots_find_by_address(load, row, &ballot.member, &other);
    else if (ballots_is_other(load, row, decision) && !is_no_ballot(load, row))
        sound = other = true;
    else
        sound = read_member(load, row, &ballot);
    if (other && ballots_casts_none(load, row)) /* its other cells are no ballot's */
        read_other(load, row, decision, is_chair);
    if (other || (!sound && is_no_ballot(load, row)))
        return;
    enum presence said;
    sound = read_sender(load, row, decision, &ballot, &said) && sound;
    ballot.details = sound ? sayings_details(load->sayings, &details) : &details;
    size_t errors = load->sheet.diag->errors;
    size_t motions = motions_of(load);
    /* What denies the row, or its one blank answer, is told once. */
    for (size_t i = 0; i < motions && (i == 0 || load->sheet.diag->errors == errors); i++) {
        if (ballots_ends_before(load, row, i))
            continue;
        ballots_turn_to_motion(load, i);
        read_answer(load, row, decision, said, sound, &ballot);
    }
}

/* Adds the ballot of the row's kind; false where it has to be read itself. */
static bool read_as_its_kind(struct ballots_load *load, const struct row *row,
                             const struct row_kind *kind)
{
    const struct member *member = kind->plain ? kinds_member(load, row) : NULL;
    if (member == NULL)
        return false;
    /* A cell may go on over a line break only in a column that is not read. */
    assert(sayings_stand_in(load->sayings, kind->says, row->line, row->row));
    (void)add_slip(load, row, &load->drafts[kind->draft], member, kind->says);
    return true;
}

static size_t problems_of(const struct ballots_load *load)
{
    return load->sheet.diag->errors + load->sheet.diag->warnings;
}

void ballots_read_row(struct ballots_load *load, const struct row *row)
{
    struct row_kind *kind = kinds_find(load, row);
    if (kind != NULL && read_as_its_kind(load, row, kind))
        return;
    const size_t problems = problems_of(load), added = load->added;
    read_cells(load, row);
    if (kind == NULL || problems_of(load) != problems || load->added != added + 1)
        return;
    const struct poll_draft *draft = &load->drafts[load->added_to];
    kind->draft = load->added_to;
    const struct ballot_slip *slip = &draft->slips.before;
    kind->says = slip->says;
    /* A name is counted by its spellings, and a consensus asks every cell. */
    kind->plain = slip_ballot(load->sayings, slip).vote != VOTE_CANDIDATE &&
                  sayings_are_plain(load->sayings, kind->says) &&
                  (draft->decision == NULL || !draft->decision->by_consensus);
}
