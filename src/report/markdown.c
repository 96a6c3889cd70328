/* SPDX-License-Identifier: MIT */
#include "markdown.h"

#include "quorate/report.h"

static void quorum(const struct markdown *markdown, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    bool any = false;
    for (size_t i = 0; i < poll->condition_count; i++) {
        if (poll->conditions[i].kind != RULE_QUORUM)
            continue;
        markdown_fact(markdown, poll->is_election ? "Valid" : "Quorum",
                      phrases_quorum(subject, &poll->conditions[i], poll->counts));
        any = true;
    }
    if (!any)
        markdown_fact(markdown, "Quorum", phrases_quorum_none(subject));
}

/* Who answers for it, as far as the rules let it be known. */
static const char *held_by(const struct subject *subject)
{
    if (subject->poll->is_election)
        return subject->outcome->is_locality ? "Election Manager" : "Ballots counted by";
    return phrases_replies(subject->poll) ? "Vote held by" : "In the chair";
}

static void facts(const struct markdown *markdown, const struct subject *subject, size_t poll)
{
    markdown_to_fill_in(markdown, held_by(subject));
    markdown_fact(markdown, "Result",
                  markdown_noted(markdown, phrases_result_sentence(subject), poll, ANCHOR_RESULT));
    quorum(markdown, subject);
    const char *period = phrases_period_below(subject);
    if (period != NULL)
        markdown_fact(markdown, "Period", period);
    markdown_break(markdown);
}

static void margin(const struct markdown *markdown, const struct subject *subject)
{
    const char *text = phrases_margin(subject);
    if (text == NULL)
        return;
    markdown_heading(markdown, 3, "How close it was");
    markdown_paragraph(markdown, text);
}

static void share(const struct markdown *markdown, const struct outcome *outcome, unsigned level)
{
    if (outcome->share == NULL)
        return;
    markdown_heading(markdown, level, "Governing Body");
    markdown_paragraph(markdown,
                       markdown_noted(markdown, phrases_share(markdown->arena, outcome->share),
                                      NO_POLL, ANCHOR_SHARE));
}

/* The share stands behind the only poll's table; of several, behind them all. */
static void one_poll(const struct markdown *markdown, const struct outcome *outcome, size_t index)
{
    struct subject subject = {markdown->arena, outcome, &outcome->polls[index]};
    if (subject.poll->secret_but_shown)
        markdown_paragraph(markdown, phrases_ballots(&subject));
    markdown_resolution(markdown, &subject);
    facts(markdown, &subject, index);
    markdown_votes(markdown, &subject, index);
    markdown_rows(markdown, &subject, index);
    margin(markdown, &subject);
    markdown_practices(markdown, &subject);
    if (outcome->poll_count == 1)
        share(markdown, outcome, 3);
    markdown_basis(markdown, &subject, index);
}

/* Every outcome at a glance, before each is told in full. */
static void overview(const struct markdown *markdown, const struct outcome *outcome)
{
    markdown_heading(markdown, 2, "Outcomes");
    for (size_t i = 0; i < outcome->poll_count; i++) {
        struct subject subject = {markdown->arena, outcome, &outcome->polls[i]};
        markdown_fact(markdown, phrases_vote_name(subject.poll), phrases_overview(&subject));
    }
    markdown_break(markdown);
}

static void polls(const struct markdown *markdown, const struct outcome *outcome)
{
    bool several = outcome->poll_count > 1;
    if (several)
        overview(markdown, outcome);
    for (size_t i = 0; i < outcome->poll_count; i++) {
        struct subject subject = {markdown->arena, outcome, &outcome->polls[i]};
        const char *motion = subject.poll->motion;
        if (several && motion != NULL)
            markdown_heading(markdown, 2, motion);
        if (several && motion != NULL)
            markdown_paragraph(markdown, phrases_title(&subject));
        else
            markdown_heading(markdown, 2, phrases_title(&subject));
        one_poll(markdown, outcome, i);
    }
    if (several)
        share(markdown, outcome, 2);
}

bool report_markdown(struct arena *arena, const struct outcome *outcome, struct buffer *out)
{
    struct note_list notes = phrases_notes(arena, outcome);
    struct markdown markdown = {arena, &notes, out};
    markdown_heading(&markdown, 1, outcome->body == NULL ? outcome->constitution : outcome->body);
    polls(&markdown, outcome);
    markdown_notes(&markdown);
    markdown_files(&markdown, outcome->inputs, outcome->input_count, outcome->version);
    return true;
}
