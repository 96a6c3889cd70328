/* SPDX-License-Identifier: MIT */
#include "page.h"

#include "quorate/ratio.h"

static void absent(const struct page *page, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    const char *label = phrases_replies(poll) ? "No reply" : "Absent";
    for (size_t i = 0; i < poll->absent_count; i++, label = NULL)
        page_paragraph(page, label, poll->absent[i]);
}

static void proxies(const struct page *page, const struct subject *subject)
{
    const char *label = "Proxies";
    for (size_t i = 0; i < subject->poll->return_count; i++) {
        const struct return_outcome *row = &subject->poll->returns[i];
        if (!row->by_proxy || row->status == RETURN_REFUSED)
            continue;
        page_paragraph(page, label, phrases_proxy(subject, row));
        label = NULL;
    }
}

static void refused(const struct page *page, const struct subject *subject)
{
    const char *label = "Refused";
    for (size_t i = 0; i < subject->poll->refusal_count; i++, label = NULL)
        page_paragraph(page, label, phrases_refusal(subject, &subject->poll->refusals[i]));
    const char *absent_too = phrases_refused_members(subject);
    if (absent_too != NULL)
        page_paragraph(page, label, absent_too);
}

/* Of a secret decision only how many rows there are: who sent a void ballot is not told. */
static void set_aside(const struct page *page, const struct subject *subject, const char *label,
                      enum return_status status)
{
    const struct poll_outcome *poll = subject->poll;
    size_t rows = poll->ballots[status];
    if (poll->returns == NULL && rows > 0) {
        page_paragraph(page, label,
                       arena_format(page->arena, "%s %s.",
                                    number_grouped(page->arena, (int64_t)rows),
                                    rows == 1 ? "row" : "rows"));
        return;
    }
    for (size_t i = 0; i < poll->return_count; i++) {
        if (poll->returns[i].status != status)
            continue;
        page_paragraph(page, label, phrases_set_aside(subject, &poll->returns[i]));
        label = NULL;
    }
}

static void remarks(const struct page *page, const struct subject *subject)
{
    const char *label = "Remarks";
    for (size_t i = 0; i < subject->poll->return_count; i++) {
        const struct return_outcome *row = &subject->poll->returns[i];
        if (row->remark == NULL)
            continue;
        page_paragraph(page, label, phrases_remark(page->arena, row));
        label = NULL;
    }
}

void text_rows(const struct page *page, const struct subject *subject)
{
    absent(page, subject);
    proxies(page, subject);
    refused(page, subject);
    set_aside(page, subject, "Superseded", RETURN_SUPERSEDED);
    set_aside(page, subject, "Void", RETURN_VOID);
    remarks(page, subject);
    page_paragraph(page, "Rows", phrases_accounting(subject));
}
