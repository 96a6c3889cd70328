/* SPDX-License-Identifier: MIT */
#include "result_internal.h"

#include <string.h>

#include "quorate/tables.h"
#include "quorate/text.h"

/* The votes of a saved result as polls that can be counted again, for when the ballots are gone. */

/* ---- One row */

/* VOTE_BLANK where the word is none that a result has. */
static enum vote vote_named(const char *word)
{
    for (int vote = VOTE_FOR; vote <= VOTE_ABSENT; vote++) {
        const char *name = vote_name((enum vote)vote);
        if (name != NULL && strcmp(name, word) == 0)
            return (enum vote)vote;
    }
    return VOTE_BLANK;
}

/* A name before a word: a candidate may be called by one. */
static void read_vote(struct row_draft *draft, const char *vote, struct ballot *ballot)
{
    if (vote == NULL)
        return;
    size_t candidate = rows_candidate(draft, vote);
    if (candidate < draft->poll->candidate_count) {
        ballot->vote = VOTE_CANDIDATE;
        ballot->candidate = (uint32_t)candidate;
        return;
    }
    ballot->vote = vote_named(vote);
    if (ballot->vote == VOTE_BLANK)
        rows_refuse(draft, arena_format(draft->arena, "\"%s\" is no vote",
                                        text_printable(draft->arena, vote)));
}

static void read_return(struct row_draft *draft, const json_t *object)
{
    const struct member *member = rows_member(draft, result_text(draft->arena, object, "practice"));
    const char *received = result_text(draft->arena, object, "received");
    const char *status = result_text(draft->arena, object, "status");
    if (member == NULL)
        return;
    struct ballot *ballot = rows_add(draft, member, VOTE_BLANK);
    rows_read_voter(draft, object, ballot);
    read_vote(draft, result_text(draft->arena, object, "vote"), ballot);
    ballot->interest = ballot->vote == VOTE_BLANK ||
                       json_is_true(json_object_get(object, "interest")) ||
                       (status != NULL && strcmp(status, "interested") == 0);
    const json_int_t cast = json_integer_value(json_object_get(object, "cast"));
    ballot->details->votes = cast < 0 ? 0 : cast > BALLOT_VOTES_MOST ? BALLOT_VOTES_MOST : cast;
    ballot->continues = json_is_true(json_object_get(object, "continues"));
    draft->poll->continued += ballot->continues;
    ballot->details->remark = result_text(draft->arena, object, "remark");
    if (received != NULL && !moment_parse(received, &ballot->details->received))
        rows_refuse(draft, "a row came at no time that can be read");
}

/* Of a secret vote only their number is told. */
static void read_others(struct row_draft *draft, const json_t *object)
{
    const json_t *told = json_object_get(object, "others");
    size_t count = rows_number(json_object_get(object, "ballots"), "others", RECORDED_ROWS_MOST);
    struct other *others = arena_alloc(draft->arena, count, sizeof *others);
    for (size_t i = 0; i < count; i++)
        others[i] = (struct other){
            .name = result_text(draft->arena, json_array_get(told, i), "name"),
            .role_name = result_text(draft->arena, json_array_get(told, i), "role"),
            .away = json_is_true(json_object_get(json_array_get(told, i), "absent")),
        };
    draft->poll->others = others;
    draft->poll->other_count = count;
}

static void read_casting_vote(struct row_draft *draft, const json_t *object)
{
    const json_t *told = json_object_get(object, "casting_vote");
    const char *vote = result_text(draft->arena, told, "vote");
    if (vote == NULL)
        return;
    draft->poll->chair = (struct chair){
        .name = result_text(draft->arena, told, "chair"),
        .casting = strcmp(vote, "for") == 0 ? CASTING_VOTE_FOR : CASTING_VOTE_AGAINST,
    };
}

/* ---- Candidates */

/* A word of an election; "for" would be a name there. */
static bool is_word(const char *word)
{
    enum vote vote = vote_named(word);
    return vote == VOTE_ABSTAIN || vote == VOTE_SPOILT || vote == VOTE_PRESENT ||
           vote == VOTE_ABSENT;
}

static void add_name(struct row_draft *draft, struct candidate *candidates, const char *name)
{
    if (name == NULL || is_word(name) || rows_candidate(draft, name) < draft->poll->candidate_count)
        return;
    const char **folded = arena_alloc(draft->arena, 1, sizeof *folded);
    folded[0] = text_fold(draft->arena, name);
    candidates[draft->poll->candidate_count++] = (struct candidate){
        .name = name,
        .folded = folded,
        .folded_count = 1,
        .reopens = candidate_reopens(folded[0]),
    };
}

/* Those who were voted for, where nobody was listed. */
static void take_candidates(struct row_draft *draft, const json_t *object)
{
    const json_t *named = json_object_get(object, "candidates");
    const json_t *returns = json_object_get(object, "returns");
    struct candidate *candidates = arena_alloc(
        draft->arena, json_array_size(named) + json_array_size(returns), sizeof *candidates);
    draft->poll->candidates = candidates;
    for (size_t i = 0; i < json_array_size(named); i++)
        add_name(draft, candidates, result_text(draft->arena, json_array_get(named, i), "name"));
    for (size_t i = 0; i < json_array_size(returns); i++)
        add_name(draft, candidates, result_text(draft->arena, json_array_get(returns, i), "vote"));
}

static void find_candidates(struct row_draft *draft, const json_t *object)
{
    const struct candidate_list *list = draft->record->candidates;
    struct poll *poll = draft->poll;
    if (!poll->is_election)
        return;
    if (list == NULL) {
        take_candidates(draft, object);
        return;
    }
    size_t post = candidates_post(draft->arena, list, result_text(draft->arena, object, "post"));
    if (post == POST_NONE) {
        rows_refuse(draft, "it is of no post that the list of candidates has");
        return;
    }
    poll->post = list->posts[post].name;
    poll->candidates = list->posts[post].candidates;
    poll->candidate_count = list->posts[post].count;
    poll->candidates_listed = true;
}

/* ---- One vote, and all of them */

static void read_poll(struct row_draft *draft, const json_t *document, const json_t *object,
                      struct recorded_poll *recorded)
{
    const struct rules *rules = draft->record->rules;
    struct poll *poll = draft->poll;
    const char *decision = result_text(draft->arena, object, "decision");
    const json_t *returns = json_object_get(object, "returns");
    *poll = (struct poll){
        .of_result = true,
        .motion = result_text(draft->arena, object, "motion"),
        .has_addresses = true, /* whether they were looked up is told by the rows */
    };
    poll->decision = decision == NULL ? NULL : rules_decision(draft->arena, rules, decision);
    if (poll->decision == NULL) {
        rows_refuse(draft, "it is of no kind of decision that the rules know");
        return;
    }
    poll->is_election =
        rules_resolve(draft->arena, rules, poll->decision, NULL, 0).form == FORM_ELECTION;
    *recorded = (struct recorded_poll){.motion = poll->motion, .is_secret = returns == NULL};
    find_candidates(draft, object);
    for (size_t i = 0; i < json_array_size(returns); i++)
        read_return(draft, json_array_get(returns, i));
    if (recorded->is_secret) {
        recorded->weighs = secret_weighs(rules, poll->decision);
        recorded->uncertain = secret_uncertain(draft, object, &recorded->uncertain_count);
        recorded->untimed = !draft->record->timed;
        secret_rows(draft, document, object);
    }
    read_others(draft, object);
    read_casting_vote(draft, object);
    poll->ballots = draft->ballots;
    poll->count = draft->count;
}

bool load_result_ballots(struct arena *arena, struct diag *diag, const struct ballot_record *record,
                         struct ballot_box *box, const struct recorded_poll **recorded)
{
    json_t *document = result_parse(arena, diag, record->result);
    bool sound = document != NULL;
    const json_t *array = json_object_get(document, "polls");
    size_t count = json_array_size(array);
    struct poll *polls = arena_alloc(arena, count, sizeof *polls);
    struct recorded_poll *known = arena_alloc(arena, count, sizeof *known);
    *box = (struct ballot_box){.file = record->result.name, .polls = polls, .poll_count = count};
    *recorded = known;
    for (size_t i = 0; i < count; i++) {
        struct row_draft draft = {.arena = arena,
                                  .diag = diag,
                                  .record = record,
                                  .number = i + 1,
                                  .poll = &polls[i],
                                  .sound = true};
        read_poll(&draft, document, json_array_get(array, i), &known[i]);
        box->rows += polls[i].count - polls[i].continued + polls[i].other_count;
        sound = sound && draft.sound;
    }
    if (document != NULL && count == 0)
        diag_refuse(diag, record->result.name, rows_remedy, "it holds no vote");
    json_decref(document);
    return sound && count > 0;
}
