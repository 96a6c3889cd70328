/* SPDX-License-Identifier: MIT */
#include "quorate/date.h"
#include "tally.h"

#include <string.h>

/*
 * A tally in three lines a motion, for minutes: what was resolved, the votes with the quorum, and
 * on what it rests. It claims no more than the whole report: what may change the result, or is to
 * be known of it, is said here too, or that there is more.
 */

/* The sentence of the minutes without its place for a day that is not known. */
static const char *without_blank(struct arena *arena, const char *sentence)
{
    static const char blank[] = " on " PHRASES_BLANK;
    const char *at = strstr(sentence, blank);
    return at == NULL
               ? sentence
               : arena_format(arena, "%.*s%s", (int)(at - sentence), sentence, at + strlen(blank));
}

/* "The members resolved on 24 June 2015, by 4 votes to 2: "Adopt the plan"." A motion that is not
 * known is left out with what announces it. */
static const char *resolved(const struct subject *subject)
{
    static const char announced[] = " The motion was:";
    struct arena *arena = subject->arena;
    const char *sentence = without_blank(arena, phrases_resolution(subject));
    const char *motion = subject->poll->motion;
    size_t length = strlen(sentence), behind = strlen(announced);
    if (sentence[length - 1] != ':')
        return motion == NULL ? sentence : arena_format(arena, "\"%s\": %s", motion, sentence);
    if (motion != NULL)
        return arena_format(arena, "%s \"%s\".", sentence, motion);
    if (length > behind && strcmp(sentence + length - behind, announced) == 0)
        return arena_copy(arena, sentence, length - behind);
    return arena_format(arena, "%.*s.", (int)(length - 1), sentence);
}

const char *tally_noted(const struct document *document, size_t poll)
{
    size_t notes = document_marks(document, poll, ANCHOR_RESULT).count;
    return notes == 0
               ? ""
               : arena_format(document->arena, "The whole report has %s on it.",
                              phrases_several(document->arena, (int64_t)notes, "note", "notes"));
}

/* What else the result hangs on: other readings, how long the vote was open, notes on it. */
static const char *reservations(const struct document *document, const struct subject *subject,
                                size_t poll)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *of = subject->poll;
    const char *text = "";
    for (size_t i = 0; i < of->reading_count; i++)
        if (phrases_reading_matters(&of->readings[i]))
            text = phrases_join(arena, text, phrases_reading(subject, &of->readings[i]));
    if (phrases_period_matters(of->period))
        text = phrases_join(arena, text, phrases_period_finding(of->period));
    return phrases_join(arena, text, tally_noted(document, poll));
}

static const char *votes_and_quorum(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    const char *text = phrases_result_sentence(subject);
    bool any = false;
    for (size_t i = 0; i < poll->condition_count; i++) {
        if (poll->conditions[i].kind != RULE_QUORUM)
            continue;
        text = phrases_join(
            arena, text,
            arena_format(arena, "Quorum: %s",
                         phrases_small(arena, phrases_quorum(subject, &poll->conditions[i]))));
        any = true;
    }
    return any ? text
               : phrases_join(arena, text,
                              arena_format(arena, "Quorum: %s",
                                           phrases_small(arena, phrases_quorum_none(subject))));
}

static const char *basis(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    const char *text =
        phrases_join(arena, phrases_sentence(arena, part_whose_rules(arena, subject->outcome)),
                     phrases_weighting(subject));
    for (size_t i = 0; i < poll->basis_count; i++)
        if (poll->basis[i].kind == RULE_PASSES || poll->basis[i].kind == RULE_ELECTS)
            text = phrases_join(arena, text, phrases_basis(subject, &poll->basis[i]));
    return text;
}

static void resolution_of(struct document *document, const struct outcome *outcome, size_t poll)
{
    const struct subject subject = {document->arena, outcome, &outcome->polls[poll]};
    document_fact(
        document, "Resolution",
        phrases_join(document->arena, resolved(&subject), reservations(document, &subject, poll)));
    document_fact(document, subject.poll->by_consensus ? "Consensus" : "Votes",
                  votes_and_quorum(&subject));
    document_fact(document, "Basis", basis(&subject));
}

/* Of posts that are elected together each is headed by its own name. */
static void chapter(struct document *document, const struct outcome *outcome, size_t poll)
{
    struct block *block = tally_chapter(document, outcome, poll);
    if (outcome->polls[poll].post != NULL)
        block->brief =
            arena_format(document->arena, "%s: %s", block->brief, outcome->polls[poll].post);
}

struct document *page_of_resolutions(struct arena *arena, const void *value)
{
    const struct outcome *outcome = value;
    struct document *document = part_document(arena, outcome);
    tally_title(document, outcome);
    document->input_count = 0;
    document->notes = phrases_notes(arena, outcome, document->listed);
    for (size_t i = 0; i < outcome->poll_count; i++) {
        if (outcome->poll_count > 1)
            chapter(document, outcome, i);
        resolution_of(document, outcome, i);
    }
    if (outcome->poll_count > 1 && outcome->registration != NULL)
        document_add(document, (struct block){.kind = BLOCK_CHAPTER});
    tally_registration(document, outcome);
    document->notes = (struct note_list){0}; /* they were counted, not told */
    return document;
}
