/* SPDX-License-Identifier: MIT */
#include "tally.h"
#include "../phrases_register.h"

#include <string.h>

#include "quorate/date.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

/* ---- The resolution as minutes have it: one sentence, and the motion in its own words */

static void tally_resolution(struct document *document, const struct subject *subject)
{
    bool election = subject->poll->is_election;
    document_add(document, (struct block){
                               .kind = BLOCK_RESOLUTION,
                               .label = "Motion",
                               .lead = phrases_resolution(subject),
                               .text = subject->poll->motion,
                               .is_quoted = !election || subject->poll->motion != NULL,
                           });
}

/* ---- The outcome */

static enum tone tone_of(enum verdict verdict)
{
    static const enum tone tones[] = {
        [VERDICT_CARRIED] = TONE_GOOD,    [VERDICT_NOT_CARRIED] = TONE_PLAIN,
        [VERDICT_NOT_BINDING] = TONE_BAD, [VERDICT_ELECTED] = TONE_GOOD,
        [VERDICT_NOT_ELECTED] = TONE_BAD, [VERDICT_FURTHER_ELECTION] = TONE_OPEN,
        [VERDICT_NOT_VALID] = TONE_BAD,   [VERDICT_NONE] = TONE_PLAIN,
    };
    return tones[verdict];
}

/* Each reading that gives another result. */
static void tally_depends(struct document *document, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    const char **items = arena_alloc(subject->arena, poll->reading_count, sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < poll->reading_count; i++)
        if (phrases_reading_matters(&poll->readings[i]))
            items[count++] = phrases_reading(subject, &poll->readings[i]);
    document_depends(document, items, count);
}

/* A period that was too short, or may have been. */
static void tally_too_short(struct document *document, const struct subject *subject)
{
    const struct period *period = subject->poll->period;
    if (phrases_period_matters(period))
        document_add(document, (struct block){.kind = BLOCK_NOTICE,
                                              .label = "Period",
                                              .lead = phrases_period_finding(period),
                                              .text = phrases_period(subject->arena, period)});
}

static void tally_outcome(struct document *document, const struct subject *subject, size_t poll)
{
    const struct poll_outcome *of = subject->poll;
    document_quiet_section(document, "outcome", "Outcome", false);
    tally_resolution(document, subject);
    document_add(document, (struct block){
                               .kind = BLOCK_VERDICT,
                               .label = "Result",
                               .lead = phrases_verdict_capital(subject->arena, of->result.verdict),
                               .text = phrases_behind_verdict(subject),
                               .brief = phrases_result_sentence(subject),
                               .tone = tone_of(of->result.verdict),
                               .is_split = phrases_depends(subject->poll),
                               .marks = document_marks(document, poll, ANCHOR_RESULT),
                           });
    tally_depends(document, subject);
    tally_too_short(document, subject);
    if (of->next_step != NULL)
        document_fact(document, "Next step", phrases_sentence(subject->arena, of->next_step));
    if (of->secrecy == BALLOTS_SHOWN)
        document_add(document, (struct block){.kind = BLOCK_NOTICE,
                                              .label = "Ballots",
                                              .text = phrases_ballots(subject)});
}

/* ---- Quorum, and who took part */

static void tally_quorum(struct document *document, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    bool any = false;
    document_quiet_section(document, "quorum", poll->is_election ? "Was it valid?" : "Quorum",
                           true);
    for (size_t i = 0; i < poll->condition_count; i++) {
        if (poll->conditions[i].kind != RULE_QUORUM)
            continue;
        document_paragraph(document, poll->is_election ? "Valid" : "Quorum",
                           phrases_quorum(subject, &poll->conditions[i]));
        part_quorum_picture(document, subject, &poll->conditions[i]);
        any = true;
    }
    if (!any)
        document_paragraph(document, "Quorum", phrases_quorum_none(subject));
}

static void tally_period(struct document *document, const struct subject *subject)
{
    const char *text = phrases_period_below(subject);
    if (text == NULL)
        return;
    document_quiet_section(document, "period", "Period", false);
    document_paragraph(document, "Period", text);
}

/* What minutes record of an interest beyond its having been declared; the ballots do not say it. */
static void tally_interests(struct document *document, const struct subject *subject, size_t poll)
{
    static const char *const blanks[] = {"Nature of the interest", "Left at", "Returned at"};
    const char *text = phrases_interests(subject);
    struct block *fact =
        document_fact(document, "Interests", text == NULL ? "None declared." : text);
    fact->brief = text == NULL ? "" : NULL;
    fact->marks = document_marks(document, poll, ANCHOR_INTERESTS);
    for (size_t i = 0; i < subject->poll->roll_call.interested_count && i < document->listed; i++)
        document_add(document, (struct block){
                                   .kind = BLOCK_FILL_IN,
                                   .text = arena_format(subject->arena, "%s.",
                                                        subject->poll->roll_call.interested[i]),
                                   .items = blanks,
                                   .item_count = subject->poll->by_reply ? 1 : 3,
                               });
}

/* "None" is told where somebody would look for it: in minutes who was absent. */
static void tally_absent(struct document *document, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    if (poll->roll_call.absent_count == 0)
        document_fact(document, poll->by_reply ? "No reply" : "Absent", "None.")->brief = "";
    part_absent(document, subject);
}

/* Of a secret decision only how many rows there are: who sent a void ballot is not told. */
static void tally_set_aside(struct document *document, const struct subject *subject,
                            const char *label, enum return_status status)
{
    int64_t rows = (int64_t)subject->poll->ballots.by_status[status];
    if (rows > 0 && subject->poll->ballots.returns == NULL)
        document_fact(document, label,
                      arena_format(subject->arena, "%s.",
                                   phrases_several(subject->arena, rows, "row", "rows")));
    else
        part_set_aside(document, subject, label, status);
}

/* Votes by proxy and remarks, each of which is a row's. */
static void tally_proxies(struct document *document, const struct subject *subject)
{
    const struct accounting *ballots = &subject->poll->ballots;
    const bool *proxies = phrases_proxies(subject->arena, subject->poll);
    struct doc_list list = {document, "Proxies", 0};
    for (size_t i = 0; i < ballots->return_count; i++)
        if (proxies[i] && doc_list_tells(&list))
            document_fact(document, list.label, phrases_proxy(subject, &ballots->returns[i]));
    doc_list_end(&list, "other", "others");
}

static void tally_remarks(struct document *document, const struct subject *subject)
{
    const struct accounting *ballots = &subject->poll->ballots;
    struct doc_list list = {document, "Remarks", 0};
    for (size_t i = 0; i < ballots->return_count; i++)
        if (ballots->returns[i].remark != NULL && doc_list_tells(&list))
            document_fact(document, list.label,
                          phrases_remark(subject->arena, &ballots->returns[i]));
    doc_list_end(&list, "other row", "other rows");
}

static void tally_took_part(struct document *document, const struct subject *subject, size_t poll)
{
    const struct poll_outcome *of = subject->poll;
    document_quiet_section(document, "ballots", "Who took part", false);
    if (of->secrecy != BALLOTS_SHOWN) /* then it stands behind the result */
        document_fact(document, "Ballots", phrases_ballots(subject));
    tally_interests(document, subject, poll);
    document_fact(document, "Opening", phrases_opening(subject));
    tally_absent(document, subject);
    tally_proxies(document, subject);
    part_refused(document, subject);
    document_fact(document, "Refused", phrases_refused_members(subject));
    tally_set_aside(document, subject, "Superseded", RETURN_SUPERSEDED);
    tally_set_aside(document, subject, "Void", RETURN_VOID);
    tally_remarks(document, subject);
    part_others(document, subject);
    document_fact(document, "Rows", phrases_accounting(subject));
}

static void tally_margin(struct document *document, const struct subject *subject)
{
    const char *text = phrases_margin(subject);
    if (text == NULL)
        return;
    document_quiet_section(document, "margin", "How close it was", false);
    document_paragraph(document, "Margin", text);
}

/* ---- What it rests on */

/* In a line what it comes to, and the rest folded, because the vote has nothing to do with it. */
static void tally_share(struct document *document, const struct outcome *outcome)
{
    struct arena *arena = document->arena;
    const struct share *share = outcome->share;
    if (share == NULL)
        return;
    const char *part = phrases_share(arena, &outcome->terms, share->votes, share->votes_in_all,
                                     share->population, share->total, share->percent_long);
    struct block *section =
        document_section(document, "governing-body",
                         arena_format(arena, "Governing Body: %s of %s votes", share->votes,
                                      number_grouped(arena, share->votes_in_all)));
    section->brief = "Governing Body";
    section->is_folded = !outcome->of_localities;
    document_paragraph(document, NULL, arena_format(arena, "The locality has %s.", part))->marks =
        document_marks(document, NO_POLL, ANCHOR_SHARE);
}

static void tally_basis(struct document *document, const struct subject *subject, size_t poll)
{
    const struct outcome *outcome = subject->outcome;
    document_section(document, "basis", "Basis")->is_folded = true;
    document_fact(document, "Weighting", phrases_weighting(subject));
    if (outcome->opens.given || outcome->closes.given)
        document_fact(document, "Time", phrases_time(subject->arena, outcome));
    document_fact(document, "Route", outcome->route);
    document_fact(document, "Rules", part_whose_rules(subject->arena, outcome))->marks =
        document_marks(document, poll, ANCHOR_RULES);
    part_rules(document, subject);
    part_told(document, outcome);
}

/* "Elected: Dr B" */
static const char *result_on(const struct subject *subject, const struct reading_outcome *reading)
{
    struct arena *arena = subject->arena;
    const struct result *result = &reading->result;
    const char *verdict = verdict_name(result->verdict);
    if (reading->withheld)
        return "Not told, because it could show how somebody voted";
    if (verdict == NULL && reading->of_parts)
        return "Votes may not be cast in such parts";
    if (verdict == NULL)
        return reading->refused == NULL || subject->poll->secrecy == BALLOTS_SECRET
                   ? arena_format(arena, "The ballots of one %s contradict each other",
                                  subject->outcome->terms.unit)
                   : arena_format(arena, "The ballots of %s contradict each other",
                                  reading->refused);
    verdict = text_capital(arena, verdict);
    if (result->verdict == VERDICT_ELECTED && result->winner != NULL)
        return arena_format(arena, "%s: %s", verdict, result->winner);
    if (result->verdict == VERDICT_FURTHER_ELECTION)
        return arena_format(arena, "%s: %s", verdict,
                            text_list(arena, result->run_off, result->run_off_count, "and"));
    return verdict;
}

static const char *comparison(const struct reading_outcome *reading)
{
    if (reading->withheld)
        return "May be different";
    if (reading->run_off_differs)
        return "Others would stand";
    return phrases_reading_matters(reading) ? "Different" : "The same";
}

/* In text only those that give another result are told, and that in the outcome. */
static void tally_readings(struct document *document, const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    if (poll->reading_count == 0)
        return;
    struct doc_table *table = doc_table_new(arena, "The same votes on other readings of the rules",
                                            "Reading|Where|Outcome|Compared");
    for (size_t i = 0; i < poll->reading_count; i++) {
        const struct reading_outcome *reading = &poll->readings[i];
        const char *where = reading->clause == NULL
                                ? "Not given"
                                : text_capital(arena, phrases_place(arena, reading->clause));
        doc_table_row(table,
                      (const char *const[]){reading->name, where, result_on(subject, reading),
                                            comparison(reading)});
    }
    document_quiet_section(document, "readings", "Readings", false)->is_folded = true;
    document_table(document, table)->brief = "";
}

/* ---- The page */

static void tally_poll(struct document *document, const void *value, size_t index)
{
    const struct outcome *outcome = value;
    struct subject subject = {document->arena, outcome,
                              outcome_poll(document->arena, outcome, index)};
    tally_outcome(document, &subject, index);
    tally_quorum(document, &subject);
    tally_period(document, &subject);
    tally_votes(document, &subject, index);
    tally_areas(document, &subject);
    tally_took_part(document, &subject, index);
    tally_margin(document, &subject);
    tally_practices(document, &subject);
    if (outcome->poll_count == 1)
        tally_share(document, outcome);
    tally_basis(document, &subject, index);
    tally_readings(document, &subject);
}

static const char *motion_id(struct arena *arena, size_t index)
{
    return arena_format(arena, "motion-%zu", index + 1);
}

/* By the number that stands for it where its name has no room. */
static const char *numbered_name(const struct subject *subject, size_t poll)
{
    const char *name = phrases_vote_name(subject->poll);
    const char *label = tally_motion_label(subject->arena, subject->outcome, poll);
    return strcmp(name, label) == 0 ? name : arena_format(subject->arena, "%s: %s", label, name);
}

void tally_overview(struct document *document, const struct outcome *outcome, told_behind *behind)
{
    struct arena *arena = document->arena;
    struct doc_table *table = doc_table_new(arena, "What was decided, motion by motion",
                                            behind == NULL ? "Motion|Outcome|In figures"
                                                           : "Motion|Outcome|In figures|Rows");
    for (size_t i = 0; i < outcome->poll_count; i++) {
        struct subject subject = {arena, outcome, &outcome->polls[i]};
        const struct period *open = subject.poll->period;
        const char *verdict = phrases_verdict_capital(arena, subject.poll->result.verdict);
        if (phrases_depends(subject.poll))
            verdict = arena_format(arena, "%s, depending on how the rules are read", verdict);
        if (phrases_period_matters(open))
            verdict = arena_format(arena, "%s. %s", verdict, phrases_period_finding(open));
        const char *more = behind == NULL ? NULL : behind(document, &subject, i);
        struct doc_row *row =
            doc_table_row(table, (const char *const[]){numbered_name(&subject, i), verdict,
                                                       phrases_behind_verdict(&subject), more});
        row->cells[0].link = behind == NULL ? motion_id(arena, i) : NULL;
        row->cells[1].is_strong = true;
        row->label = outcome->poll_count == 1 ? "Result" : arena_format(arena, "Motion %zu", i + 1);
        row->sentences[0] = phrases_vote_name(subject.poll);
        row->sentences[1] =
            phrases_join(arena, phrases_overview(&subject),
                         more == NULL ? NULL : arena_format(arena, "Rows: %s", more));
    }
    document_quiet_section(document, "outcomes", "Outcomes", false);
    document_table(document, table);
}

struct block *tally_chapter(struct document *document, const struct outcome *outcome, size_t poll)
{
    struct subject subject = {document->arena, outcome, &outcome->polls[poll]};
    return document_add(document,
                        (struct block){
                            .kind = BLOCK_CHAPTER,
                            .id = motion_id(document->arena, poll),
                            .label = phrases_vote_name(subject.poll),
                            .text = subject.poll->motion == NULL ? NULL : subject.poll->title,
                            .brief = phrases_title(&subject),
                        });
}

void tally_registration(struct document *document, const struct outcome *outcome)
{
    if (outcome->registration == NULL)
        return;
    document_quiet_section(document, "register", "Register", true);
    document_fact(document, "Register",
                  phrases_registration(document->arena, outcome->registration));
    document_fact(document, "Last hash", outcome->registration->sha256);
}

static void tally_several(struct document *document, const struct outcome *outcome)
{
    tally_overview(document, outcome, NULL);
    tally_matrix(document, outcome);
    for (size_t i = 0; i < outcome->poll_count; i++) {
        struct block *chapter = tally_chapter(document, outcome, i);
        chapter->make = tally_poll;
        chapter->of = outcome;
        chapter->at = i;
    }
    document_add(document, (struct block){.kind = BLOCK_CHAPTER});
    tally_share(document, outcome);
}

/* "Carried 2, not carried 1": the best first. */
static const char *all_verdicts(struct arena *arena, const struct outcome *outcome)
{
    const char **verdicts = arena_alloc(arena, outcome->poll_count, sizeof *verdicts);
    size_t count = 0;
    for (int verdict = VERDICT_CARRIED; verdict <= VERDICT_NONE; verdict++)
        for (size_t i = 0; i < outcome->poll_count; i++)
            if ((int)outcome->polls[i].result.verdict == verdict)
                verdicts[count++] = phrases_verdict_capital(arena, (enum verdict)verdict);
    return text_capital(arena, phrases_times(arena, verdicts, count));
}

/* "Elected, Dr B, depending on how the rules are read" */
static const char *outcome_of(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct result *result = &subject->poll->result;
    const struct period *open = subject->poll->period;
    const char *words = phrases_verdict_capital(arena, result->verdict);
    if (result->verdict == VERDICT_ELECTED && result->winner != NULL)
        words = arena_format(arena, "%s, %s", words, result->winner);
    if (phrases_depends(subject->poll))
        words = arena_format(arena, "%s, depending on how the rules are read", words);
    if (phrases_period_matters(open))
        words = arena_format(arena, "%s, %s", words,
                             open->met ? "perhaps not open long enough" : "not open long enough");
    return words;
}

/* "2 posts" where each poll is an election, otherwise "2 motions" */
static const char *how_many(struct arena *arena, const struct outcome *outcome)
{
    bool posts = true;
    for (size_t i = 0; i < outcome->poll_count; i++)
        posts = posts && outcome->polls[i].is_election;
    return phrases_several(arena, (int64_t)outcome->poll_count, posts ? "post" : "motion",
                           posts ? "posts" : "motions");
}

void tally_title(struct document *document, const struct outcome *outcome)
{
    struct arena *arena = document->arena;
    const struct poll_outcome *poll = &outcome->polls[0];
    struct subject subject = {arena, outcome, poll};
    if (outcome->poll_count != 1) {
        document->outcome = all_verdicts(arena, outcome);
        document->about = how_many(arena, outcome);
        document->line = document->about;
        if (date_given(outcome->date))
            document->line =
                arena_format(arena, "%s, %s", document->about, date_long(arena, outcome->date));
        return;
    }
    document->outcome = outcome_of(&subject);
    document->about = phrases_vote_name(poll);
    document->kind = poll->motion == NULL ? NULL : poll->title;
    document->line = phrases_title(&subject);
}

/* Who answers for the result: whoever counted the ballots, was in the chair, or held a vote without
 * a meeting. */
static void tally_signatures(struct document *document, const struct outcome *outcome)
{
    bool elections = false, meetings = false, others = false;
    const char **who = arena_alloc(document->arena, 3, sizeof *who);
    for (size_t i = 0; i < outcome->poll_count; i++) {
        const struct poll_outcome *poll = &outcome->polls[i];
        elections = elections || poll->is_election;
        meetings = meetings || (!poll->is_election && !poll->by_reply);
        others = others || (!poll->is_election && poll->by_reply);
        document->is_confidential = document->is_confidential || poll->secrecy == BALLOTS_SHOWN;
    }
    document->signatures = who;
    if (meetings)
        who[document->signature_count++] = "Chair";
    if (others)
        who[document->signature_count++] = "Vote held by";
    if (elections)
        who[document->signature_count++] = outcome->terms.signature;
}

struct document *page_of_tally(struct arena *arena, const void *value)
{
    const struct outcome *outcome = value;
    struct document *document = part_document(arena, outcome);
    document->notes = phrases_notes(arena, outcome, document->listed);
    tally_title(document, outcome);
    tally_signatures(document, outcome);
    if (outcome->poll_count == 1)
        tally_poll(document, outcome, 0);
    else
        tally_several(document, outcome);
    tally_registration(document, outcome);
    return document;
}
