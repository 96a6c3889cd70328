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

void markdown_interests(const struct markdown *markdown, const struct subject *subject, size_t poll)
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
    for (size_t i = 0; i < poll->absent_count; i++)
        markdown_fact(markdown, label, poll->absent[i]);
}

/* Of a secret decision only how many rows there are: who sent a void ballot is not told. */
static void set_aside(const struct markdown *markdown, const struct subject *subject,
                      const char *label, enum return_status status)
{
    const struct poll_outcome *poll = subject->poll;
    if (poll->returns == NULL && poll->ballots[status] > 0)
        markdown_fact(markdown, label,
                      arena_format(markdown->arena, "%s.",
                                   phrases_several(markdown->arena, (int64_t)poll->ballots[status],
                                                   "row", "rows")));
    for (size_t i = 0; i < poll->return_count; i++)
        if (poll->returns[i].status == status)
            markdown_fact(markdown, label, phrases_set_aside(subject, &poll->returns[i]));
}

static void remark(const struct markdown *markdown, const struct return_outcome *row)
{
    markdown_fact(markdown, "Remark",
                  arena_format(markdown->arena, "Line %zu: %s: %s", row->line, row->practice,
                               phrases_sentence(markdown->arena, row->remark)));
}

void markdown_rows(const struct markdown *markdown, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    absent(markdown, subject);
    for (size_t i = 0; i < poll->return_count; i++)
        if (poll->returns[i].by_proxy && poll->returns[i].status != RETURN_REFUSED)
            markdown_fact(markdown, "Proxy", phrases_proxy(subject, &poll->returns[i]));
    for (size_t i = 0; i < poll->refusal_count; i++)
        markdown_fact(markdown, "Refused", phrases_refusal(subject, &poll->refusals[i]));
    const char *absent_too = phrases_refused_members(subject);
    if (absent_too != NULL)
        markdown_fact(markdown, "Refused", absent_too);
    set_aside(markdown, subject, "Superseded", RETURN_SUPERSEDED);
    set_aside(markdown, subject, "Void", RETURN_VOID);
    for (size_t i = 0; i < poll->return_count; i++)
        if (poll->returns[i].remark != NULL)
            remark(markdown, &poll->returns[i]);
    markdown_fact(markdown, "Rows", phrases_accounting(subject));
}
