/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/remark_words.h"
#include "quorate/text.h"

/* The vote of a row: a word, or in an election a name. */

static const char motion_votes[] = "Write for, against, abstain, present or absent.";
static const char reply_votes[] = "Write for, against, abstain or no reply.";
static const char election_votes[] = "Write one candidate's name, abstain or no reply.";

static size_t posts_of(const struct ballots_load *load)
{
    return load->reading->candidates == NULL ? 0 : load->reading->candidates->post_count;
}

/* The candidate for the post who is called so. */
static size_t find_listed(const struct ballots_load *load, size_t post, const char *folded)
{
    if (post >= posts_of(load))
        return NAME_NONE;
    size_t spelling = name_index_find(&load->posts[post].spellings, folded);
    return spelling == NAME_NONE ? NAME_NONE : load->posts[post].spelled[spelling];
}

/* A post for which somebody called so stands; POST_NONE when there is none. */
static size_t post_of_candidate(const struct ballots_load *load, const char *folded)
{
    for (size_t post = 0; post < posts_of(load); post++)
        if (find_listed(load, post, folded) != NAME_NONE)
            return post;
    return POST_NONE;
}

size_t ballots_candidate_called(const struct ballots_load *load, const struct poll_draft *draft,
                                const char *folded)
{
    return load->reading->candidates == NULL ? name_index_find(&draft->names, folded)
                                             : find_listed(load, draft->post, folded);
}

bool ballots_is_candidate(const struct ballots_load *load, const char *folded)
{
    return post_of_candidate(load, folded) != POST_NONE;
}

/* " Dr A stood until 31 May 2015.": who is listed for other days than that of the vote. */
static const char *absent_candidates(const struct ballots_load *load)
{
    struct arena *arena = load->sheet.arena;
    const struct candidate_list *list = load->reading->candidates;
    struct buffer told = {.arena = arena};
    for (size_t i = 0; i < list->absent_count; i++) {
        const struct candidate *candidate = &list->absent[i];
        buffer_format(&told, " %s.",
                      tenure_missed(arena, candidate->tenure, list->day,
                                    arena_format(arena, "%s stands", candidate->name),
                                    arena_format(arena, "%s stood", candidate->name)));
    }
    return buffer_text(&told);
}

/* What to do about a name that is not on the list. Who they are is public. */
static struct wording unlisted_remedy(const struct ballots_load *load,
                                      const struct poll_draft *draft, const char *text)
{
    struct arena *arena = load->sheet.arena;
    const struct candidate_list *list = load->reading->candidates;
    const struct post *post =
        draft == NULL || draft->post == POST_NONE
            ? &(struct post){.candidates = list->candidates, .count = list->count}
            : &list->posts[draft->post];
    const char **names = arena_alloc(arena, post->count, sizeof *names);
    for (size_t i = 0; i < post->count; i++)
        names[i] = post->candidates[i].name;
    size_t meant = text_nearest(arena, text, names, post->count);
    const char *listed = text_list(arena, names, post->count, "and");
    const char *are = post->name == NULL ? arena_format(arena, "The candidates are %s.", listed)
                                         : arena_format(arena, "The candidates for %s are %s.",
                                                        post->name, listed);
    const char *name = meant == TEXT_NO_CHOICE ? NULL : names[meant];
    return WORDING(arena, "%s%s%s It may also be abstain or no reply.",
                   wording_suggestion(arena, text, name), wording_public(are),
                   wording_public(absent_candidates(load)));
}

/* What to write where a motion's vote should stand, with what was probably meant. */
static struct wording vote_remedy(struct arena *arena, const char *text, const char *folded)
{
    const char *meant = vote_suggest(arena, text);
    struct wording usual = wording_public(motion_votes);
    if (strchr(text, ';') != NULL)
        return wording_of_row("More than one choice was ticked. Ask which of them is meant, and "
                              "let the form take one only.",
                              motion_votes);
    if (meant == NULL || strchr(folded, ' ') == NULL || strchr(meant, ' ') != NULL)
        return WORDING(arena, "%s%s", wording_suggestion(arena, text, meant), usual);
    const char *remark = arena_format(arena,
                                      "If it is \"%s\" and nothing less, write that alone; a "
                                      "remark can stand in the column \"reason\". ",
                                      meant);
    return WORDING(arena, "%s%s", wording_of_row(remark, ""), usual);
}

/* A tick or a cross, or a sentence, such as a form has for a choice: one that is near to no word,
 * or stands in several rows. Of secret votes each row is told by itself: that two say the same is a
 * secret too. */
static bool may_be_answer(const struct ballots_load *load, const struct row *row, const char *text,
                          const char *folded)
{
    const struct answers *answers = load->reading->answers;
    bool but_for_marks = answers != NULL && name_index_find(&answers->texts, folded) != NAME_NONE;
    if (diag_is_secret(load->sheet.diag, load->sheet.table.file) || but_for_marks)
        return false;
    return presence_is_mark(presence_read(load->sheet.arena, text)) ||
           (strchr(folded, ' ') != NULL && strchr(text, ';') == NULL &&
            !name_begins_with_title(folded) &&
            (vote_suggest(load->sheet.arena, text) == NULL ||
             ballots_say_alike(load, row, COLUMN_VOTE)));
}

static void report_unknown_vote(struct ballots_load *load, const struct row *row, const char *text,
                                const char *folded)
{
    struct arena *arena = load->sheet.arena;
    if (ballots_is_candidate(load, folded))
        ballots_report(load, row, COLUMN_VOTE, wording_public(motion_votes),
                       WORDING(arena, "this is a motion, not an election, and %s is a candidate",
                               wording_quote(arena, text, "the name here")));
    else if (!may_be_answer(load, row, text, folded) ||
             !ballots_ask_meaning(load, row, COLUMN_VOTE))
        ballots_report(load, row, COLUMN_VOTE, vote_remedy(arena, text, folded),
                       WORDING(arena, "%s is not a vote", ballots_quote(load, row, COLUMN_VOTE)));
}

/* A cell of an election that is neither a word nor on the list, where there is one. Where votes are
 * secret all such cells are told alike. */
static void report_unknown_name(struct ballots_load *load, const struct row *row,
                                const struct poll_draft *draft, const char *text,
                                enum candidate_name read)
{
    struct arena *arena = load->sheet.arena;
    bool listed = load->reading->candidates != NULL;
    struct wording alike =
        listed ? unlisted_remedy(load, draft, text) : wording_public(election_votes);
    const char *what = arena_format(arena, "\"%s\" is not the name of a candidate", text);
    const char *remedy = "Write one candidate's name, abstain or no reply, and nothing else. A "
                         "remark can stand in the column \"reason\".";
    if (read == CANDIDATE_SEVERAL) {
        what = arena_format(arena, "\"%s\" looks like more than one name", text);
        remedy = "Write one candidate's name, abstain or no reply. Two people who stand together "
                 "must be on a list of candidates.";
    } else if (listed) {
        what = arena_format(arena, "no candidate is called \"%s\"", text);
        remedy = alike.full;
    }
    ballots_report(load, row, COLUMN_VOTE, wording_of_row(remedy, alike.discreet),
                   wording_of_row(what, "this is not the name of a candidate"));
}

/* Somebody who is listed for other days than that of the vote. In secret only the cell is told. */
static void report_absent_name(struct ballots_load *load, const struct row *row,
                               const struct poll_draft *draft, const struct candidate *candidate)
{
    struct arena *arena = load->sheet.arena;
    const char *what =
        arena_format(arena, "%s does not stand on %s, the day of the vote", candidate->name,
                     date_long(arena, load->reading->candidates->day));
    ballots_report(load, row, COLUMN_VOTE, unlisted_remedy(load, draft, ""),
                   wording_of_row(what, "this is not the name of a candidate"));
}

/* Somebody who stands, for another post. In secret only the cell is told. */
static void report_other_post(struct ballots_load *load, const struct row *row,
                              const struct poll_draft *draft, const char *text, size_t other)
{
    struct arena *arena = load->sheet.arena;
    const struct post *posts = load->reading->candidates->posts;
    const char *what = arena_format(arena, "%s stands for %s, and this is a vote for %s", text,
                                    posts[other].name, posts[draft->post].name);
    struct wording remedy = unlisted_remedy(load, draft, "");
    ballots_report(load, row, COLUMN_VOTE, remedy,
                   wording_of_row(what, "this is not the name of a candidate for this post"));
}

/* The candidate that an election's cell names, or NAME_NONE. */
static size_t find_candidate(struct ballots_load *load, const struct row *row,
                             struct poll_draft *draft, const char *text, const char *folded)
{
    if (draft != NULL && draft->post_untold) /* which is told */
        return NAME_NONE;
    if (name_is_noted(text) || name_is_bracketed(text)) {
        report_unknown_name(load, row, draft, text, CANDIDATE_NONE);
        return NAME_NONE;
    }
    size_t listed = find_listed(load, draft == NULL ? POST_NONE : draft->post, folded);
    if (listed != NAME_NONE)
        return listed;
    size_t other = post_of_candidate(load, folded);
    if (other != POST_NONE && draft != NULL)
        report_other_post(load, row, draft, text, other);
    if (other != POST_NONE)
        return NAME_NONE;
    const struct candidate *absent = load->reading->candidates == NULL
                                         ? NULL
                                         : candidates_absent(load->reading->candidates, folded);
    if (absent != NULL) {
        report_absent_name(load, row, draft, absent);
        return NAME_NONE;
    }
    enum candidate_name read = candidate_name_read(load->sheet.arena, text, folded);
    if (load->reading->candidates != NULL || read != CANDIDATE_NAME) {
        report_unknown_name(load, row, draft, text, read);
        return NAME_NONE;
    }
    if (draft == NULL)
        return NAME_NONE;
    size_t number = polls_candidate(load->sheet.arena, draft, text, folded);
    const char *first = draft->candidates[number].name;
    if (polls_spelled_alike(load->sheet.arena, text, first))
        return number;
    ballots_report(load, row, COLUMN_VOTE,
                   wording_public("Write a candidate's name the same way in every row, or give the "
                                  "list of candidates (--candidates), where spellings can stand as "
                                  "aliases."),
                   WORDING(load->sheet.arena,
                           "%s is nearly %s: it cannot be told whether they are one candidate",
                           ballots_quote(load, row, COLUMN_VOTE),
                           wording_quote(load->sheet.arena, first, "another name")));
    return NAME_NONE;
}

/* A vote that is none of the words: a candidate, where it is an election. */
static bool read_name(struct ballots_load *load, const struct row *row,
                      const struct decision *decision, struct poll_draft *draft, const char *text,
                      struct ballot *ballot)
{
    const char *folded = ballots_folded(load, row, COLUMN_VOTE);
    if (decision == NULL) /* then it cannot be judged */
        return false;
    if (!decision->is_election) {
        report_unknown_vote(load, row, text, folded);
        return false;
    }
    size_t candidate = find_candidate(load, row, draft, text, folded);
    ballot->vote = VOTE_CANDIDATE;
    ballot->candidate = candidate == NAME_NONE ? 0 : (uint32_t)candidate;
    return candidate != NAME_NONE;
}

static bool read_vote(struct ballots_load *load, const struct row *row,
                      const struct decision *decision, struct poll_draft *draft, enum presence said,
                      struct ballot *ballot)
{
    const char *text = ballots_cell(load, row, COLUMN_VOTE);
    bool is_election = decision != NULL && decision->is_election;
    bool by_reply = decision != NULL && decision->by_reply;
    if (*text == '\0') {
        ballot->vote = said == PRESENCE_AWAY ? VOTE_ABSENT : VOTE_BLANK;
        if (ballot->interest || said == PRESENCE_AWAY)
            return true;
        if (load->side_count > 0) {
            ballots_report(load, row, COLUMN_VOTE,
                           wording_public("Write how many, or delete the row."),
                           wording_public("no votes are cast in this row"));
            return false;
        }
        if (ballots_votes_on_another(load, row)) {
            ballot->vote = VOTE_PRESENT;
            return true;
        }
        ballots_report(
            load, row, COLUMN_VOTE,
            WORDING(load->sheet.arena,
                    "%s Blank is never counted as abstain. If %s or delete the row.",
                    wording_public(is_election ? election_votes
                                   : by_reply  ? reply_votes
                                               : motion_votes),
                    wording_public(is_election || by_reply ? "none came, write no reply"
                                                           : "nobody was there, write absent")),
            wording_public("the vote is blank"));
        return false;
    }
    enum vote vote;
    if (!ballots_vote(load, row, &vote))
        return read_name(load, row, decision, draft, text, ballot);
    ballot->vote = vote;
    if (!is_election || vote == VOTE_ABSTAIN || vote == VOTE_SPOILT || vote == VOTE_ABSENT)
        return true;
    ballots_report(load, row, COLUMN_VOTE, wording_public(election_votes),
                   WORDING(load->sheet.arena, "this is an election, and %s names no candidate",
                           wording_quote(load->sheet.arena, ballots_written(load, row, COLUMN_VOTE),
                                         "the vote")));
    return false;
}

bool ballots_read_vote(struct ballots_load *load, const struct row *row,
                       const struct decision *decision, struct poll_draft *draft,
                       enum presence said, struct ballot *ballot)
{
    return read_vote(load, row, decision, draft, said, ballot) &&
           ballots_agree_on_presence(load, row, said, ballot->vote);
}

void ballots_warn_of_absent_interest(const struct ballots_load *load, const struct row *row)
{
    diag_add_wording(load->sheet.diag, SEVERITY_WARNING,
                     sheet_place(&load->sheet, row, COLUMN_INTEREST),
                     wording_public("If it was there, clear what its row says of that."),
                     WORDING(load->sheet.arena,
                             "this %s declares an interest and is counted as absent all the same",
                             wording_public(load->unit)));
}
