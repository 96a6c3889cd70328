/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "quorate/confusable.h"
#include "quorate/tables.h"
#include "quorate/text.h"

/* Rows into polls, one for each motion. */

/* Comparing all names with all others takes long when there are many; slips are rare then, and a
 * file with so many is no ballot. */
#define COMPARED_MOST ((size_t)100)

struct ballot ballots_begin(const struct row *row, struct ballot_details *details)
{
    *details = (struct ballot_details){0};
    return (struct ballot){.details = details,
                           .line = (uint32_t)row->line, /* a file has no 2^30 lines */
                           .row = (uint32_t)row->row};
}

struct poll_draft *polls_on(struct ballots_load *load, const char *motion, const char *folded,
                            const struct row *row)
{
    size_t number = name_index_add(&load->motions, folded);
    if (number == load->draft_count) {
        /* Where the rows of each motion stand together it has about as many as the last one. */
        size_t likely = number == 0 ? 0 : slips_length(&load->drafts[number - 1].slips);
        struct poll_draft *draft =
            ARENA_PUSH(load->sheet.arena, load->drafts, load->draft_count, load->draft_capacity);
        *draft = (struct poll_draft){
            .motion = motion,
            .first = row_copy(load->scratch, row),
            .post = load->reading->candidates == NULL
                        ? POST_NONE
                        : candidates_post(load->sheet.arena, load->reading->candidates, motion),
            .names = {.arena = load->sheet.arena},
            .written = {.arena = load->sheet.arena},
            .slips = {.likely = likely},
        };
    }
    return &load->drafts[number];
}

struct ballot_walk draft_walk(const struct ballots_load *load, const struct poll_draft *draft)
{
    return slips_walk(&draft->slips, load->sayings);
}

bool polls_know_post(struct ballots_load *load, const struct row *row, struct poll_draft *draft)
{
    struct arena *arena = load->sheet.arena;
    const struct candidate_list *list = load->reading->candidates;
    if (list == NULL || draft->post != POST_NONE || load->is_list)
        return true;
    if (draft->post_untold)
        return false;
    draft->post_untold = true;
    const char *posts = text_list(arena, candidates_posts(arena, list), list->post_count, "and");
    if (draft->motion == NULL)
        diag_add_wording(
            load->sheet.diag, SEVERITY_ERROR, (struct place){.file = load->sheet.table.file},
            wording_public(arena_format(arena,
                                        "Add a column \"post\", with one of these in every row. A "
                                        "%s has a row for each post.",
                                        load->unit)),
            WORDING(arena, "the candidates stand for %s, and no column tells for which a vote is",
                    wording_public(posts)));
    else
        ballots_report(load, row,
                       sheet_has(&load->sheet, COLUMN_MOTION) ? COLUMN_MOTION : COLUMN_VOTE,
                       wording_public(arena_format(arena, "The posts are %s.", posts)),
                       WORDING(arena, "nobody stands for \"%s\"", wording_public(draft->motion)));
    return false;
}

/* They may be in another file. That one is left out here must not go unsaid. */
void polls_warn_of_posts(struct ballots_load *load)
{
    const struct candidate_list *list = load->reading->candidates;
    bool any = false;
    size_t posts = list == NULL ? 0 : list->post_count;
    bool *voted = arena_alloc(load->sheet.arena, posts, sizeof *voted);
    for (size_t i = 0; i < load->draft_count; i++)
        if (load->drafts[i].post < posts && load->drafts[i].decision != NULL &&
            load->drafts[i].decision->is_election)
            any = voted[load->drafts[i].post] = true;
    for (size_t i = 0; any && i < posts; i++) {
        if (voted[i])
            continue;
        diag_add_wording(
            load->sheet.diag, SEVERITY_WARNING, (struct place){.file = load->sheet.table.file},
            wording_public(
                "If they are in another file, count that one too. If nobody voted, add a "
                "row that says so."),
            WORDING(load->sheet.arena, "no row is a vote for %s, so that post is not decided here",
                    wording_public(list->posts[i].name)));
        polls_doubt_all(load, arena_format(load->sheet.arena,
                                           "There are candidates for %s and no ballots in this "
                                           "file, so that post is not decided here.",
                                           list->posts[i].name));
    }
}

bool polls_spelled_alike(struct arena *arena, const char *one, const char *other)
{
    return one == NULL || other == NULL || one == other || strcmp(one, other) == 0 ||
           strcmp(text_spelling(arena, one), text_spelling(arena, other)) == 0;
}

static void count_spelling(struct arena *arena, struct poll_draft *draft, const char *name,
                           size_t candidate)
{
    size_t number = name_index_add(&draft->written, name);
    if (number == draft->spelling_count) {
        struct spelling *spelling =
            ARENA_PUSH(arena, draft->spellings, draft->spelling_count, draft->spelling_capacity);
        *spelling = (struct spelling){.candidate = candidate};
    }
    draft->spellings[number].ballots++;
}

size_t polls_candidate(struct arena *arena, struct poll_draft *draft, const char *name,
                       const char *folded)
{
    size_t number = name_index_add(&draft->names, folded);
    if (number == draft->candidate_count) {
        struct candidate *candidate =
            ARENA_PUSH(arena, draft->candidates, draft->candidate_count, draft->candidate_capacity);
        const char **spellings = arena_alloc(arena, 1, sizeof *spellings);
        spellings[0] = folded;
        *candidate = (struct candidate){.name = name,
                                        .folded = spellings,
                                        .folded_count = 1,
                                        .reopens = candidate_reopens(folded)};
        bool *backed =
            ARENA_PUSH(arena, draft->backed, draft->backed_count, draft->backed_capacity);
        *backed = false;
    }
    count_spelling(arena, draft, name, number);
    return number;
}

static void name_by_spellings(struct arena *arena, struct poll_draft *draft)
{
    const struct spelling **best = arena_alloc(arena, draft->candidate_count, sizeof *best);
    for (size_t i = 0; i < draft->spelling_count; i++) {
        const struct spelling *spelling = &draft->spellings[i];
        const struct spelling **other = &best[spelling->candidate];
        const char *name = draft->written.names[i];
        struct candidate *candidate = &draft->candidates[spelling->candidate];
        if (*other != NULL &&
            ((*other)->ballots > spelling->ballots ||
             ((*other)->ballots == spelling->ballots && strcmp(candidate->name, name) <= 0)))
            continue;
        *other = spelling;
        candidate->name = name;
    }
}

void polls_name_candidates(struct ballots_load *load)
{
    for (size_t i = 0; i < load->draft_count; i++)
        name_by_spellings(load->sheet.arena, &load->drafts[i]);
}

void polls_back_candidate(struct poll_draft *draft, const struct ballot *ballot)
{
    unsigned voters = draft->decision == NULL ? 0 : draft->decision->voters;
    bool secret = draft->decision == NULL || draft->decision->secret;
    if (ballot->candidate < draft->backed_count && !ballot->interest &&
        !ballots_will_be_refused(ballot, voters, secret))
        draft->backed[ballot->candidate] = true;
}

static size_t compared(size_t count)
{
    return count < COMPARED_MOST ? count : COMPARED_MOST;
}

static void add_doubt(struct ballots_load *load, struct poll_draft *draft, const char *doubt)
{
    const char **place =
        ARENA_PUSH(load->sheet.arena, draft->doubts, draft->doubt_count, draft->doubt_capacity);
    *place = doubt;
}

void polls_doubt_all(struct ballots_load *load, const char *doubt)
{
    for (size_t i = 0; i < load->draft_count; i++)
        add_doubt(load, &load->drafts[i], doubt);
}

/* Without a line: where a candidate's name stands tells who voted for whom. The names themselves
 * are no secret: whoever is voted for is named in the result. */
static void doubt_candidates(struct ballots_load *load, struct poll_draft *draft, const char *one,
                             const char *other)
{
    diag_add_wording(load->sheet.diag, SEVERITY_WARNING,
                     (struct place){.file = load->sheet.table.file},
                     wording_public("If they are one person, write the name the same way in every "
                                    "row, or give the list of candidates."),
                     WORDING(load->sheet.arena, "\"%s\" and \"%s\" are counted as two candidates",
                             wording_public(one), wording_public(other)));
    add_doubt(load, draft,
              arena_format(load->sheet.arena,
                           "The candidates \"%s\" and \"%s\" are counted as two people. If they "
                           "are one, correct the ballots and count again.",
                           one, other));
}

/* What names look like, each worked out once: of a hundred there are thousands of pairs. */
static const char **skeletons_of(struct arena *arena, const char *const *names, size_t count)
{
    const char **skeletons = arena_alloc(arena, count, sizeof *skeletons);
    for (size_t i = 0; i < count; i++)
        skeletons[i] = text_skeleton(arena, names[i]);
    return skeletons;
}

/* Nobody can see that they are two. `row` is that of the other; NULL where it may not be told. */
static bool refuse_look_alikes(struct ballots_load *load, const struct row *row, const char *one,
                               const char *other, const char *what, const char *remedy)
{
    struct arena *arena = load->sheet.arena;
    struct place place = {.file = load->sheet.table.file};
    if (!text_is_look_alike(arena, one, other))
        return false;
    if (row != NULL)
        place = sheet_place(&load->sheet, row, COLUMN_MOTION);
    diag_add_wording(load->sheet.diag, SEVERITY_ERROR, place,
                     WORDING(arena, "%s%s", wording_public(text_look_alike(arena, other, one)),
                             wording_public(remedy)),
                     WORDING(arena,
                             "\"%s\" looks like \"%s\": it cannot be told whether they are "
                             "one %s",
                             wording_public(other), wording_public(one), wording_public(what)));
    return true;
}

/* "Dr Smith" beside "Dr John Smith": their votes may be one person's. */
static bool refuse_short_names(const struct ballots_load *load, const char *one, const char *other)
{
    struct arena *arena = load->sheet.arena;
    if (!people_may_be_one(load->scratch, one, other))
        return false;
    diag_add_wording(
        load->sheet.diag, SEVERITY_ERROR, (struct place){.file = load->sheet.table.file},
        wording_public("Write a candidate's name the same way in every row, or give the list of "
                       "candidates (--candidates), where spellings can stand as aliases."),
        wording_public(arena_format(
            arena, "\"%s\" may be \"%s\": it cannot be told whether they are one candidate", one,
            other)));
    return true;
}

static void doubt_motions(struct ballots_load *load, struct poll_draft *one,
                          struct poll_draft *other)
{
    diag_add_wording(
        load->sheet.diag, SEVERITY_WARNING, sheet_place(&load->sheet, other->first, COLUMN_MOTION),
        wording_public("If they are one motion, write it the same way in every row."),
        wording_public(arena_format(load->sheet.arena,
                                    "\"%s\" and, on line %zu, \"%s\" are counted as two motions",
                                    other->motion, one->first->line, one->motion)));
    const char *doubt = arena_format(load->sheet.arena,
                                     "The motions \"%s\" and \"%s\" are counted apart. If they "
                                     "are one, correct the ballots and count again.",
                                     one->motion, other->motion);
    add_doubt(load, one, doubt);
    add_doubt(load, other, doubt);
}

static int compare_names(const void *one, const void *other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* In the order of their names: that of the ballots tells who voted for whom. */
static void compare_candidates(struct ballots_load *load, struct poll_draft *draft)
{
    const char **names = arena_alloc(load->sheet.arena, draft->candidate_count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < draft->candidate_count; i++)
        if (draft->backed[i])
            names[count++] = draft->candidates[i].name;
    qsort(names, count, sizeof *names, compare_names);
    count = compared(count);
    const char **skeletons = skeletons_of(load->scratch, names, count);
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            if ((strcmp(skeletons[i], skeletons[j]) != 0 ||
                 !refuse_look_alikes(load, NULL, names[i], names[j], "candidate",
                                     "Write it the same way in every row, or give the list of "
                                     "candidates (--candidates).")) &&
                !refuse_short_names(load, names[i], names[j]) &&
                people_are_close(load->sheet.arena, names[i], names[j]))
                doubt_candidates(load, draft, names[i], names[j]);
}

/* What two names are compared by goes into the part. */
static void compare_motions(struct ballots_load *load, struct arena *part, struct poll_draft *one,
                            struct poll_draft *other, bool look_alike)
{
    if ((!look_alike ||
         !refuse_look_alikes(load, other->first, one->motion, other->motion, "motion",
                             "Write it the same way in every row; if they are two, give them names "
                             "that nobody takes for each other.")) &&
        names_are_close(part, one->motion, other->motion))
        doubt_motions(load, one, other);
}

void polls_compare_names(struct ballots_load *load)
{
    size_t count = compared(load->draft_count);
    const char **names = arena_alloc(load->scratch, count, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = load->drafts[i].motion; /* a single one may have no name */
    const char **skeletons = count > 1 ? skeletons_of(load->scratch, names, count) : NULL;
    for (size_t i = 0; i < count; i++) {
        struct arena *part = arena_part(load->scratch);
        for (size_t j = i + 1; j < count; j++)
            compare_motions(load, part, &load->drafts[i], &load->drafts[j],
                            strcmp(skeletons[i], skeletons[j]) == 0);
        arena_free(part);
    }
    for (size_t i = 0; i < count; i++)
        compare_candidates(load, &load->drafts[i]);
}

void polls_finish(const struct ballots_load *load, struct ballot_box *box)
{
    const struct candidate_list *list = load->reading->candidates;
    struct poll *polls = arena_alloc(load->sheet.arena, load->draft_count, sizeof *polls);
    for (size_t i = 0; i < load->draft_count; i++) {
        const struct poll_draft *draft = &load->drafts[i];
        bool is_election = draft->decision != NULL && draft->decision->is_election;
        polls[i] = (struct poll){
            .motion = draft->motion,
            .decision = draft->decision == NULL ? NULL : draft->decision->name,
            .is_election = is_election,
            .votes_doubtful = load->side_count > 0 ||
                              (sheet_has(&load->sheet, COLUMN_VOTES) &&
                               !ballots_is_told(load, load->sheet.columns.at[COLUMN_VOTES])),
            .has_addresses = sheet_has(&load->sheet, COLUMN_EMAIL),
            .candidates_listed = is_election && list != NULL,
            .candidates = draft->candidates,
            .candidate_count = draft->candidate_count,
            .slips = &draft->slips,
            .sayings = load->sayings,
            .count = draft->slips.count,
            .continued = draft->continued,
            .others = draft->others,
            .other_count = draft->other_count,
            .chair = draft->chair,
            .doubts = draft->doubts,
            .doubt_count = draft->doubt_count,
        };
        if (polls[i].candidates_listed && draft->post != POST_NONE) {
            const struct post *post = &list->posts[draft->post];
            polls[i].candidates = post->candidates;
            polls[i].candidate_count = post->count;
            polls[i].post = post->name;
            if (draft->motion == NULL)
                polls[i].motion = post->name;
        }
        box->rows += draft->slips.count - draft->continued + draft->other_count;
    }
    box->polls = polls;
    box->poll_count = load->draft_count;
}
