/* SPDX-License-Identifier: MIT */
#include "markdown.h"

#include <string.h>

#include "quorate/date.h"
#include "quorate/report.h"

static void title(const struct markdown *markdown, const struct subject *subject)
{
    const char *text = subject->poll->title;
    if (date_given(subject->outcome->date))
        text = arena_format(markdown->arena, "%s on %s", text,
                            date_long(markdown->arena, subject->outcome->date));
    markdown_heading(markdown, 2, text);
}

static void quorum(const struct markdown *markdown, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    bool any = false;
    for (size_t i = 0; i < poll->condition_count; i++) {
        if (!phrases_of_rule(&poll->conditions[i], "quorum"))
            continue;
        markdown_fact(markdown, poll->is_election ? "Valid" : "Quorum",
                      phrases_quorum(subject, &poll->conditions[i], poll->counts));
        any = true;
    }
    if (!any)
        markdown_fact(markdown, "Quorum", phrases_quorum_none(subject));
}

static void facts(const struct markdown *markdown, const struct subject *subject, size_t poll)
{
    const struct outcome *outcome = subject->outcome;
    if (subject->poll->is_election)
        markdown_to_fill_in(markdown, "Election Manager");
    else if (!phrases_replies(subject->poll))
        markdown_to_fill_in(markdown, "In the chair");
    else
        markdown_to_fill_in(markdown, "Vote held by");
    markdown_fact(markdown, "Result",
                  markdown_noted(markdown, phrases_result(subject), poll, ANCHOR_RESULT));
    quorum(markdown, subject);
    markdown_interests(markdown, subject, poll);
    markdown_rows(markdown, subject);
    const char *ballots = phrases_ballots(subject);
    if (ballots != NULL)
        markdown_fact(markdown, "Ballots", ballots);
    if (outcome->route != NULL)
        markdown_fact(markdown, "Route", phrases_sentence(markdown->arena, outcome->route));
    markdown_fact(markdown, "Weighting", phrases_weighting(subject));
    markdown_break(markdown);
}

static void readings(const struct markdown *markdown, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    if (phrases_depends(subject) == NULL)
        return;
    markdown_heading(markdown, 3, "Readings that matter");
    for (size_t i = 0; i < poll->reading_count; i++)
        if (phrases_reading_matters(&poll->readings[i]))
            markdown_fact(markdown, NULL, phrases_reading(subject, &poll->readings[i]));
    markdown_break(markdown);
}

/* The rules that name their place in the constitution, or those that do not. The weighting stands
 * among the facts, with its clause. */
static void basis(const struct markdown *markdown, const struct subject *subject, bool stated)
{
    const struct poll_outcome *poll = subject->poll;
    bool started = false;
    for (size_t i = 0; i < poll->basis_count; i++) {
        const struct basis *rule = &poll->basis[i];
        if (rule->stated != stated || strcmp(rule->rule, "weight") == 0)
            continue;
        if (!started)
            markdown_heading(markdown, 3,
                             stated ? "Clauses relied on" : "What the constitution does not state");
        started = true;
        markdown_fact(markdown, phrases_basis_label(markdown->arena, rule->rule),
                      phrases_basis(subject, rule));
    }
    if (started)
        markdown_break(markdown);
}

static void one_poll(const struct markdown *markdown, const struct outcome *outcome, size_t index)
{
    struct subject subject = {markdown->arena, outcome, &outcome->polls[index]};
    title(markdown, &subject);
    markdown_resolution(markdown, &subject);
    facts(markdown, &subject, index);
    markdown_votes(markdown, &subject, index);
    markdown_practices(markdown, &subject);
    readings(markdown, &subject);
    basis(markdown, &subject, true);
    basis(markdown, &subject, false);
}

bool report_markdown(struct arena *arena, const struct outcome *outcome, struct buffer *out)
{
    struct note_list notes = phrases_notes(arena, outcome);
    struct markdown markdown = {arena, &notes, out};
    markdown_heading(&markdown, 1, outcome->body == NULL ? outcome->constitution : outcome->body);
    for (size_t i = 0; i < outcome->poll_count; i++)
        one_poll(&markdown, outcome, i);
    if (outcome->share != NULL) {
        markdown_heading(&markdown, 2, "Governing Body");
        markdown_paragraph(
            &markdown,
            markdown_noted(&markdown, phrases_share(arena, outcome->share), NO_POLL, ANCHOR_SHARE));
    }
    markdown_heading(&markdown, 2, "Rules");
    markdown_paragraph(&markdown,
                       phrases_sentence(arena, phrases_rules(arena, outcome->constitution,
                                                             outcome->body, outcome->edition)));
    markdown_notes(&markdown);
    markdown_files(&markdown, outcome->inputs, outcome->input_count, outcome->version);
    return true;
}
