/* SPDX-License-Identifier: MIT */
#include "markdown.h"

/* What minutes record of an interest beyond its having been declared; the ballots do not say it. */
static void interest(const struct markdown *markdown, const struct subject *subject,
                     const char *practice)
{
    buffer_add(markdown->out, "  - ");
    markdown_text(markdown, practice);
    buffer_add(markdown->out, ". Nature of the interest: " MARKDOWN_BLANK);
    if (!phrases_replies(subject->poll))
        buffer_add(markdown->out, " Left at: " MARKDOWN_BLANK " Returned at: " MARKDOWN_BLANK);
    buffer_add(markdown->out, "\n");
}

static void interests(const struct markdown *markdown, const struct subject *subject, size_t poll)
{
    const char *text = phrases_interests(subject);
    markdown_fact(
        markdown, "Interests",
        markdown_noted(markdown, text == NULL ? "None declared." : text, poll, ANCHOR_INTERESTS));
    for (size_t i = 0; i < subject->poll->interested_count; i++)
        interest(markdown, subject, subject->poll->interested[i]);
}

static void absent(const struct markdown *markdown, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    const char *label = phrases_replies(poll) ? "No reply" : "Absent";
    if (poll->absent_count == 0)
        markdown_fact(markdown, label, "None.");
    markdown_items(markdown, label, poll->absent, poll->absent_count);
}

static void proxies(const struct markdown *markdown, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    const char **texts = arena_alloc(markdown->arena, poll->return_count, sizeof *texts);
    size_t count = 0;
    for (size_t i = 0; i < poll->return_count; i++)
        if (poll->returns[i].by_proxy && poll->returns[i].status != RETURN_REFUSED)
            texts[count++] = phrases_proxy(subject, &poll->returns[i]);
    markdown_items(markdown, "Proxies", texts, count);
}

static void refused(const struct markdown *markdown, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    const char **texts = arena_alloc(markdown->arena, poll->refusal_count + 1, sizeof *texts);
    size_t count = 0;
    for (size_t i = 0; i < poll->refusal_count; i++)
        texts[count++] = phrases_refusal(subject, &poll->refusals[i]);
    const char *absent_too = phrases_refused_members(subject);
    if (absent_too != NULL)
        texts[count++] = absent_too;
    markdown_items(markdown, "Refused", texts, count);
}

static const char *rows_of(const struct markdown *markdown, size_t rows)
{
    return arena_format(markdown->arena, "%s.",
                        phrases_several(markdown->arena, (int64_t)rows, "row", "rows"));
}

/* Of a secret decision only how many rows there are: who sent a void ballot is not told. */
static void set_aside(const struct markdown *markdown, const struct subject *subject,
                      const char *label, enum return_status status)
{
    const struct poll_outcome *poll = subject->poll;
    if (poll->returns == NULL) {
        if (poll->ballots[status] > 0)
            markdown_fact(markdown, label, rows_of(markdown, poll->ballots[status]));
        return;
    }
    const char **texts = arena_alloc(markdown->arena, poll->return_count, sizeof *texts);
    size_t count = 0;
    for (size_t i = 0; i < poll->return_count; i++)
        if (poll->returns[i].status == status)
            texts[count++] = phrases_set_aside(subject, &poll->returns[i]);
    markdown_items(markdown, label, texts, count);
}

static void remarks(const struct markdown *markdown, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    const char **texts = arena_alloc(markdown->arena, poll->return_count, sizeof *texts);
    size_t count = 0;
    for (size_t i = 0; i < poll->return_count; i++)
        if (poll->returns[i].remark != NULL)
            texts[count++] = phrases_remark(markdown->arena, &poll->returns[i]);
    markdown_items(markdown, "Remarks", texts, count);
}

void markdown_rows(const struct markdown *markdown, const struct subject *subject, size_t poll)
{
    markdown_heading(markdown, 3, "Who took part");
    interests(markdown, subject, poll);
    absent(markdown, subject);
    proxies(markdown, subject);
    refused(markdown, subject);
    set_aside(markdown, subject, "Superseded", RETURN_SUPERSEDED);
    set_aside(markdown, subject, "Void", RETURN_VOID);
    remarks(markdown, subject);
    markdown_fact(markdown, "Rows", phrases_accounting(subject));
    const char *ballots = phrases_ballots(subject);
    /* Of ballots that are shown it stands at the top. */
    if (ballots != NULL && !subject->poll->secret_but_shown)
        markdown_fact(markdown, "Ballots", ballots);
    markdown_break(markdown);
}
