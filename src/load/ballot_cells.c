/* SPDX-License-Identifier: MIT */
#include "ballots_internal.h"
#include "quorate/text.h"

/* One row of the ballot file, cell by cell. Each reader reports what is wrong and returns false. */

/* `hidden` is what is said where votes are secret: it quotes nothing of the row. */
static void report(const struct ballots_load *load, const struct row *row,
                   enum ballot_column column, enum problem_kind kind, const char *remedy,
                   const char *hidden, const char *format, ...)
    __attribute__((format(printf, 7, 8)));

static void report(const struct ballots_load *load, const struct row *row,
                   enum ballot_column column, enum problem_kind kind, const char *remedy,
                   const char *hidden, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *what = load->hide ? hidden : arena_format_list(load->arena, format, arguments);
    va_end(arguments);
    diag_add(load->diag, SEVERITY_ERROR, kind,
             columns_place(load->arena, &load->table, &load->columns, row, column), remedy, "%s",
             what);
}

/* --- Who --- */

static void report_unknown_member(const struct ballots_load *load, const struct row *row,
                                  enum ballot_column column, const char *text)
{
    struct arena *arena = load->arena;
    const struct roll *roll = load->reading->roll;
    const struct member *meant = roll_suggest(arena, roll, text);
    const char *remedy = arena_format(arena, "The %s are listed in %s.", load->units, roll->file);
    if (meant != NULL && column == COLUMN_CODE && meant->code != NULL)
        remedy = arena_format(arena, "Did you mean \"%s\", %s?", meant->code, meant->name);
    else if (meant != NULL)
        remedy = arena_format(arena,
                              "Did you mean \"%s\"? If so correct the row, or add this spelling to "
                              "the aliases in %s.",
                              meant->name, roll->file);
    if (column == COLUMN_CODE)
        report(load, row, column, PROBLEM_NAME, remedy,
               arena_format(arena, "no %s has this code", load->unit), "no %s has the code \"%s\"",
               load->unit, text);
    else
        report(load, row, column, PROBLEM_NAME, remedy,
               arena_format(arena, "no %s has this name", load->unit), "no %s is called \"%s\"",
               load->unit, text);
}

/* The member that a filled cell names; NULL when it is blank or names none. */
static const struct member *find_member(struct ballots_load *load, const struct row *row,
                                        enum ballot_column column, bool *sound)
{
    const char *text = ballots_cell(load, row, column);
    if (*text == '\0' || load->reading->roll == NULL)
        return NULL;
    const struct member *member =
        roll_find_folded(load->reading->roll, text_fold(load->arena, text));
    if (member == NULL) {
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
        const char *what = arena_format(load->arena, "the %s is blank", load->unit);
        report(load, row, ballots_have(load, COLUMN_PRACTICE) ? COLUMN_PRACTICE : COLUMN_CODE,
               PROBLEM_NAME, "Write its name, or delete the row.", what, "%s", what);
        return false;
    }
    if (named != NULL && coded != NULL && named != coded) {
        report(load, row, COLUMN_CODE, PROBLEM_CONFLICT, "Correct the one that is wrong.",
               arena_format(load->arena, "the code and the name are not of one %s", load->unit),
               "\"%s\" is the code of %s, not of %s", ballots_cell(load, row, COLUMN_CODE),
               coded->name, named->name);
        return false;
    }
    return sound && ballot->member != NULL;
}

static bool read_role(struct ballots_load *load, const struct row *row, struct ballot *ballot)
{
    const char *text = ballots_cell(load, row, COLUMN_ROLE);
    const char *voter = ballots_cell(load, row, COLUMN_VOTER);
    ballot->voter = *voter == '\0' ? NULL : voter;
    if (role_read(text_fold(load->arena, text), &ballot->role))
        return true;
    report(load, row, COLUMN_ROLE, PROBLEM_VALUE,
           "Write lead, deputy, proxy, practice manager, public representative, observer or other.",
           "this is not a role", "\"%s\" is not a role", text);
    return false;
}

static bool read_notified(struct ballots_load *load, const struct row *row, struct ballot *ballot)
{
    const char *text = ballots_cell(load, row, COLUMN_NOTIFIED);
    if (notified_read(text, text_fold(load->arena, text), &ballot->notified, &ballot->notified_on))
        return true;
    report(load, row, COLUMN_NOTIFIED, PROBLEM_VALUE,
           "Write yes, no, or the date on which the locality lead was told, for example "
           "22 June 2015.",
           "this is neither yes, no nor a date", "\"%s\" is neither yes, no nor a date", text);
    return false;
}

static bool read_interest(struct ballots_load *load, const struct row *row, struct ballot *ballot)
{
    const char *text = ballots_cell(load, row, COLUMN_INTEREST);
    if (interest_read(text_fold(load->arena, text), &ballot->interest))
        return true;
    report(load, row, COLUMN_INTEREST, PROBLEM_VALUE,
           "Write yes or no; what the interest is can stand in the column \"reason\".",
           "this is neither yes nor no", "\"%s\" is neither yes nor no", text);
    return false;
}

static bool read_received(struct ballots_load *load, const struct row *row, struct ballot *ballot)
{
    const char *text = ballots_cell(load, row, COLUMN_RECEIVED);
    if (*text == '\0')
        return true;
    if (!moment_parse(text, &ballot->received)) {
        report(load, row, COLUMN_RECEIVED, PROBLEM_VALUE,
               "Write it as 2015-06-24 17:00, 24/06/2015 17:00:05 or 2015-06-24T17:00:00Z.",
               "this is not a date with a time", "\"%s\" is not a date with a time", text);
        return false;
    }
    if (load->received_row == NULL) {
        load->received_row = row;
        load->received_zoned = ballot->received.zoned;
    }
    if (ballot->received.zoned == load->received_zoned)
        return true;
    const char *what =
        arena_format(load->arena, "this time has %s zone and that on line %zu has %s",
                     ballot->received.zoned ? "a" : "no", load->received_row->line,
                     load->received_zoned ? "one" : "none");
    report(load, row, COLUMN_RECEIVED, PROBLEM_CONFLICT,
           "Write all times with their zone, or all without.", what, "%s", what);
    return false;
}

/* --- What: the decision and the motion --- */

static void report_decision(struct ballots_load *load, const struct row *row)
{
    struct arena *arena = load->arena;
    const struct rules *rules = load->reading->rules;
    const char *text = ballots_cell(load, row, COLUMN_DECISION);
    const char *list = text_list(arena, rules->decisions, rules->decision_count, "or");
    if (*text == '\0') {
        report(load, row, COLUMN_DECISION, PROBLEM_VALUE, arena_format(arena, "Write %s.", list),
               "the decision is blank", "the decision is blank");
        return;
    }
    size_t meant = text_nearest(arena, text, rules->decisions, rules->decision_count);
    report(load, row, COLUMN_DECISION, PROBLEM_NAME,
           meant == TEXT_NO_CHOICE ? arena_format(arena, "Write %s.", list)
                                   : arena_format(arena, "Did you mean \"%s\"? It may be %s.",
                                                  rules->decisions[meant], list),
           "this is not a kind of decision", "no kind of decision is called \"%s\"", text);
}

/* All rows of a poll are of one kind of decision. */
static bool agree_on_decision(struct ballots_load *load, const struct row *row,
                              struct poll_draft *draft, const struct decision *decision)
{
    if (draft->decision == NULL) {
        draft->decision = decision;
        draft->decision_row = row;
    }
    if (draft->decision == decision)
        return true;
    bool by_motion = ballots_have(load, COLUMN_MOTION);
    const char *what =
        arena_format(load->arena, "%s is decided as \"%s\" here and as \"%s\" on line %zu",
                     by_motion ? "one motion" : "one question", decision->name,
                     draft->decision->name, draft->decision_row->line);
    report(load, row, COLUMN_DECISION, PROBLEM_CONFLICT,
           by_motion ? "Correct the one that is wrong."
                     : "Correct the one that is wrong, or add a column \"motion\" that tells the "
                       "questions apart.",
           what, "%s", what);
    return false;
}

/* The poll that the row belongs to; NULL when it cannot be told. */
static struct poll_draft *find_poll(struct ballots_load *load, const struct row *row,
                                    const struct decision *decision, bool *sound)
{
    bool by_motion = ballots_have(load, COLUMN_MOTION);
    const char *motion = by_motion ? ballots_cell(load, row, COLUMN_MOTION) : load->reading->motion;
    struct poll_draft *draft = NULL;
    if (by_motion && *text_fold(load->arena, motion) == '\0') {
        report(load, row, COLUMN_MOTION, PROBLEM_VALUE,
               "Write the motion that the vote is on, or delete the column.", "the motion is blank",
               "the motion is blank");
        *sound = false;
    } else {
        draft = polls_on(load, motion, row);
    }
    if (decision == NULL && load->reading->rules != NULL && ballots_have(load, COLUMN_DECISION)) {
        report_decision(load, row);
        *sound = false;
    } else if (decision != NULL && draft != NULL) {
        *sound = agree_on_decision(load, row, draft, decision) && *sound;
    }
    return draft;
}

/* --- The vote --- */

static const char motion_votes[] = "Write for, against, abstain, present or absent.";

static size_t find_listed(const struct ballots_load *load, const char *folded)
{
    size_t spelling = name_index_find(&load->spellings, folded);
    return spelling == NAME_NONE ? NAME_NONE : load->spelled[spelling];
}

/* What to do about a name that is not on the list. Where votes are secret no candidate is named. */
static const char *unlisted_remedy(const struct ballots_load *load, const char *text)
{
    struct arena *arena = load->arena;
    const struct candidate_list *list = load->reading->candidates;
    if (load->hide)
        return arena_format(arena,
                            "The candidates are listed in %s. It may also be abstain or no reply.",
                            list->file);
    const char **names = arena_alloc(arena, list->count, sizeof *names);
    for (size_t i = 0; i < list->count; i++)
        names[i] = list->candidates[i].name;
    size_t meant = text_nearest(arena, text, names, list->count);
    const char *question =
        meant == TEXT_NO_CHOICE ? "" : arena_format(arena, "Did you mean \"%s\"? ", names[meant]);
    return arena_format(arena, "%sThe candidates are %s. It may also be abstain or no reply.",
                        question, text_list(arena, names, list->count, "and"));
}

static void report_unknown_vote(struct ballots_load *load, const struct row *row, const char *text,
                                const char *folded)
{
    if (find_listed(load, folded) != NAME_NONE) {
        report(load, row, COLUMN_VOTE, PROBLEM_VALUE, motion_votes,
               "this is a motion, not an election, and the vote names a candidate",
               "this is a motion, not an election, and \"%s\" is a candidate", text);
        return;
    }
    const char *meant = load->hide ? NULL : vote_suggest(load->arena, text);
    report(load, row, COLUMN_VOTE, PROBLEM_VALUE,
           meant == NULL
               ? motion_votes
               : arena_format(load->arena, "Did you mean \"%s\"? %s", meant, motion_votes),
           "this is not a vote", "\"%s\" is not a vote", text);
}

/* A vote that is none of the words: a candidate, where it is an election. */
static bool read_name(struct ballots_load *load, const struct row *row,
                      const struct decision *decision, struct poll_draft *draft, const char *text,
                      struct ballot *ballot)
{
    const char *folded = text_fold(load->arena, text);
    if (decision == NULL) /* then it cannot be judged */
        return false;
    if (!decision->is_election || *folded == '\0') {
        report_unknown_vote(load, row, text, folded);
        return false;
    }
    ballot->vote = VOTE_CANDIDATE;
    if (load->reading->candidates != NULL) {
        ballot->candidate = find_listed(load, folded);
        if (ballot->candidate == NAME_NONE)
            report(load, row, COLUMN_VOTE, PROBLEM_NAME, unlisted_remedy(load, text),
                   "this is not the name of a candidate", "no candidate is called \"%s\"", text);
        return ballot->candidate != NAME_NONE;
    }
    if (draft != NULL)
        ballot->candidate = polls_candidate(load->arena, draft, text, folded);
    return draft != NULL;
}

static bool read_vote(struct ballots_load *load, const struct row *row,
                      const struct decision *decision, struct poll_draft *draft,
                      struct ballot *ballot)
{
    const char *text = ballots_cell(load, row, COLUMN_VOTE);
    bool is_election = decision != NULL && decision->is_election;
    const char *election_votes = "Write the candidate's name, abstain or no reply.";
    if (*text == '\0') {
        ballot->vote = VOTE_BLANK;
        if (ballot->interest)
            return true;
        report(load, row, COLUMN_VOTE, PROBLEM_VALUE,
               arena_format(load->arena, "%s Blank is never counted as abstain.",
                            is_election ? election_votes : motion_votes),
               "the vote is blank", "the vote is blank");
        return false;
    }
    if (!vote_read(text_fold(load->arena, text), &ballot->vote))
        return read_name(load, row, decision, draft, text, ballot);
    if (!is_election || (ballot->vote != VOTE_FOR && ballot->vote != VOTE_AGAINST))
        return true;
    report(load, row, COLUMN_VOTE, PROBLEM_VALUE, election_votes,
           "this is an election, and the vote names no candidate",
           "this is an election, and \"%s\" names no candidate", text);
    return false;
}

void ballots_read_row(struct ballots_load *load, const struct row *row)
{
    struct ballot ballot = {.line = row->line, .place = ballots_place(load, row)};
    const struct decision *decision = ballots_decision(load, row);
    const char *remark = ballots_cell(load, row, COLUMN_REASON);
    bool sound = read_member(load, row, &ballot);
    sound = read_role(load, row, &ballot) && sound;
    sound = read_notified(load, row, &ballot) && sound;
    sound = read_interest(load, row, &ballot) && sound;
    sound = read_received(load, row, &ballot) && sound;
    struct poll_draft *draft = find_poll(load, row, decision, &sound);
    sound = read_vote(load, row, decision, draft, &ballot) && sound;
    ballot.remark = *remark == '\0' ? NULL : remark;
    if (!sound || draft == NULL)
        return;
    struct ballot *place = ARENA_PUSH(load->arena, draft->ballots, draft->count, draft->capacity);
    *place = ballot;
}
