/* SPDX-License-Identifier: MIT */
#include "html_tally.h"

#include "quorate/ratio.h"

/* "None" is told where somebody would look for it: in minutes who was absent and who had an
 * interest. */
static void absent(const struct html *html, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    html_fact_label(html, phrases_replies(poll) ? "No reply" : "Absent");
    if (poll->absent_count == 0)
        html_fact(html, NULL, "None.");
    for (size_t i = 0; i < poll->absent_count; i++)
        html_fact(html, NULL, poll->absent[i]);
}

static void interests(const struct html *html, const struct subject *subject, size_t poll)
{
    const char *text = phrases_interests(subject);
    html_fact_label(html, "Interests");
    html_start(html, "dd", NULL);
    html_text(html, text == NULL ? "None declared." : text);
    html_anchors(html, poll, ANCHOR_INTERESTS);
    html_end(html, "dd");
    html_break(html);
}

static void proxies(const struct html *html, const struct subject *subject)
{
    const char *label = "Proxies";
    for (size_t i = 0; i < subject->poll->return_count; i++) {
        const struct return_outcome *row = &subject->poll->returns[i];
        if (!row->by_proxy || row->status == RETURN_REFUSED)
            continue;
        html_fact(html, label, phrases_proxy(subject, row));
        label = NULL;
    }
}

static void refused(const struct html *html, const struct subject *subject)
{
    const char *label = "Refused";
    for (size_t i = 0; i < subject->poll->refusal_count; i++, label = NULL)
        html_fact(html, label, phrases_refusal(subject, &subject->poll->refusals[i]));
    const char *absent_too = phrases_refused_members(subject);
    if (absent_too != NULL)
        html_fact(html, label, absent_too);
}

/* Of a secret decision only how many rows there are: who sent a void ballot is not told. */
static void set_aside(const struct html *html, const struct subject *subject, const char *label,
                      enum return_status status)
{
    const struct poll_outcome *poll = subject->poll;
    if (poll->returns == NULL) {
        int64_t rows = (int64_t)poll->ballots[status];
        if (rows > 0)
            html_fact(html, label,
                      arena_format(html->arena, "%s.",
                                   phrases_several(html->arena, rows, "row", "rows")));
        return;
    }
    for (size_t i = 0; i < poll->return_count; i++) {
        if (poll->returns[i].status != status)
            continue;
        html_fact(html, label, phrases_set_aside(subject, &poll->returns[i]));
        label = NULL;
    }
}

static void remarks(const struct html *html, const struct subject *subject)
{
    const char *label = "Remarks";
    for (size_t i = 0; i < subject->poll->return_count; i++) {
        const struct return_outcome *row = &subject->poll->returns[i];
        if (row->remark == NULL)
            continue;
        html_fact(html, label, phrases_remark(html->arena, row));
        label = NULL;
    }
}

void html_ballots(const struct html *html, const struct subject *subject, size_t poll)
{
    const char *keep = phrases_ballots(subject);
    html_section_start(html, "ballots", "Ballots");
    html_facts_start(html);
    /* Of ballots that are shown it stands in a box at the top. */
    if (keep != NULL && !subject->poll->secret_but_shown)
        html_fact(html, "Ballots", keep);
    interests(html, subject, poll);
    absent(html, subject);
    proxies(html, subject);
    refused(html, subject);
    set_aside(html, subject, "Superseded", RETURN_SUPERSEDED);
    set_aside(html, subject, "Void", RETURN_VOID);
    remarks(html, subject);
    html_fact(html, "Rows", phrases_accounting(subject));
    html_facts_end(html);
    html_section_end(html);
}
