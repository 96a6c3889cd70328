/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include "page.h"
#include "quorate/date.h"

static void result(const struct page *page, const struct subject *subject, size_t poll)
{
    if (subject->poll->motion != NULL)
        page_paragraph(page, "Motion", subject->poll->motion);
    page_paragraph(page, "Result",
                   arena_format(page->arena, "%s%s", phrases_result(subject),
                                phrases_anchors(page->arena, page->notes, poll, ANCHOR_RESULT)));
    const char *depends = phrases_depends(subject);
    if (depends != NULL)
        page_paragraph(page, "Depends", depends);
    const char *period = phrases_period_behind_result(subject);
    if (period != NULL)
        page_paragraph(page, "Period", period);
    page_blank(page);
}

static void quorum(const struct page *page, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    const char *label = poll->is_election ? "Valid" : "Quorum";
    bool any = false;
    for (size_t i = 0; i < poll->condition_count; i++) {
        if (poll->conditions[i].kind != RULE_QUORUM)
            continue;
        page_paragraph(page, any ? NULL : label,
                       phrases_quorum(subject, &poll->conditions[i], poll->counts));
        any = true;
    }
    if (!any)
        page_paragraph(page, "Quorum", phrases_quorum_none(subject));
}

static void areas(const struct page *page, const struct subject *subject)
{
    const char *label = "Areas";
    for (size_t i = 0; i < subject->poll->area_count; i++, label = NULL)
        page_paragraph(page, label, phrases_area(subject, &subject->poll->areas[i]));
}

static void one_poll(const struct page *page, size_t index)
{
    struct subject subject = {page->arena, page->outcome, &page->outcome->polls[index]};
    page_line(page, phrases_title(&subject));
    page_blank(page);
    result(page, &subject, index);
    quorum(page, &subject);
    const char *period = phrases_period_below(&subject);
    if (period != NULL)
        page_paragraph(page, "Period", period);
    text_votes(page, index);
    areas(page, &subject);
    const char *ballots = phrases_ballots(&subject);
    if (ballots != NULL)
        page_paragraph(page, "Ballots", ballots);
    const char *interests = phrases_interests(&subject);
    if (interests != NULL)
        page_paragraph(
            page, "Interests",
            arena_format(page->arena, "%s%s", interests,
                         phrases_anchors(page->arena, page->notes, index, ANCHOR_INTERESTS)));
    text_rows(page, &subject);
    const char *margin = phrases_margin(&subject);
    if (margin != NULL)
        page_paragraph(page, "Margin", margin);
    text_practices(page, &subject);
}

static void share(const struct page *page)
{
    if (page->outcome->share == NULL)
        return;
    page_blank(page);
    page_line(page, "Governing Body");
    page_line(page,
              arena_format(page->arena, "%s%s", phrases_share(page->arena, page->outcome->share),
                           phrases_anchors(page->arena, page->notes, NO_POLL, ANCHOR_SHARE)));
}

/* Every outcome at a glance, before each is told in full. */
static void overview(const struct page *page)
{
    const struct outcome *outcome = page->outcome;
    struct arena *arena = page->arena;
    const char *title = phrases_several(arena, (int64_t)outcome->poll_count, "motion", "motions");
    if (date_given(outcome->date))
        title = arena_format(arena, "%s, %s", title, date_long(arena, outcome->date));
    page_line(page, title);
    page_blank(page);
    for (size_t i = 0; i < outcome->poll_count; i++) {
        struct subject subject = {arena, outcome, &outcome->polls[i]};
        page_paragraph(page, arena_format(arena, "Motion %zu", i + 1),
                       phrases_vote_name(subject.poll));
        page_paragraph(page, NULL, phrases_overview(&subject));
    }
}

/* The basis of the only poll stands behind the share; of several, each closes its own block. */
static void polls(const struct page *page)
{
    const struct outcome *outcome = page->outcome;
    bool several = outcome->poll_count > 1;
    if (several)
        overview(page);
    for (size_t i = 0; i < outcome->poll_count; i++) {
        struct subject subject = {page->arena, outcome, &outcome->polls[i]};
        if (several) {
            page_blank(page);
            page_rule(page);
        }
        one_poll(page, i);
        if (!several)
            share(page);
        text_basis(page, &subject, i);
    }
    if (several) {
        page_blank(page);
        page_rule(page);
        share(page);
    }
}

bool report_text(struct arena *arena, const struct outcome *outcome, struct buffer *out)
{
    struct note_list notes = phrases_notes(arena, outcome);
    struct page page = {arena, outcome, &notes, out};
    page_title(&page, outcome->body == NULL ? outcome->constitution : outcome->body);
    polls(&page);
    text_notes(&page);
    text_files(&page, outcome->inputs, outcome->input_count, outcome->version);
    return true;
}
