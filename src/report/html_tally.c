/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include "html_tally.h"
#include "quorate/ratio.h"

static const char *panel_of(enum verdict verdict)
{
    static const char *const panels[] = {
        [VERDICT_CARRIED] = "outcome good",    [VERDICT_NOT_CARRIED] = "outcome plain",
        [VERDICT_NOT_BINDING] = "outcome bad", [VERDICT_ELECTED] = "outcome good",
        [VERDICT_NOT_ELECTED] = "outcome bad", [VERDICT_FURTHER_ELECTION] = "outcome open",
        [VERDICT_NOT_VALID] = "outcome bad",   [VERDICT_NONE] = "outcome plain",
    };
    return panels[verdict];
}

/* Each reading that gives another result. */
static void depends(const struct html *html, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    if (phrases_depends(subject) == NULL)
        return;
    html_depends_start(html);
    for (size_t i = 0; i < poll->reading_count; i++) {
        if (!phrases_reading_matters(&poll->readings[i]))
            continue;
        html_element(html, "li", phrases_reading(subject, &poll->readings[i]));
        html_break(html);
    }
    html_depends_end(html);
}

/* A period that was too short, or may have been. */
static void too_short(const struct html *html, const struct subject *subject)
{
    const struct period *period = subject->poll->period;
    if (!phrases_period_matters(period))
        return;
    html_start(html, "div", "class", "notice", NULL);
    html_start(html, "p", NULL);
    html_element(html, "strong", phrases_period_finding(period));
    html_text(html, " ");
    html_text(html, phrases_period(html->arena, period));
    html_end(html, "p");
    html_end(html, "div");
    html_break(html);
}

static void open_days(const struct html *html, const struct subject *subject)
{
    const char *text = phrases_period_below(subject);
    if (text == NULL)
        return;
    html_section_start(html, "period", "Period");
    html_paragraph(html, text);
    html_section_end(html);
}

static void outcome(const struct html *html, const struct subject *subject, size_t poll)
{
    enum verdict verdict = subject->poll->result.verdict;
    html_section_start(html, "outcome", "Outcome");
    html_start(html, "div", "class", panel_of(verdict), NULL);
    html_start(html, "p", "class", "verdict", NULL);
    html_text(html, phrases_verdict_capital(html->arena, verdict));
    html_end(html, "p");
    html_break(html);
    html_noted(html, phrases_behind_verdict(subject), poll, ANCHOR_RESULT);
    html_end(html, "div");
    html_break(html);
    depends(html, subject);
    too_short(html, subject);
    if (subject->poll->secret_but_shown) {
        html_start(html, "div", "class", "notice", NULL);
        html_paragraph(html, phrases_ballots(subject));
        html_end(html, "div");
        html_break(html);
    }
    html_section_end(html);
}

static void margin(const struct html *html, const struct subject *subject)
{
    const char *text = phrases_margin(subject);
    if (text == NULL)
        return;
    html_section_start(html, "margin", "How close it was");
    html_paragraph(html, text);
    html_section_end(html);
}

static void share(const struct html *html, const struct outcome *outcome)
{
    if (outcome->share == NULL)
        return;
    html_section_start(html, "governing-body", "Governing Body");
    html_noted(html, phrases_share(html->arena, outcome->share), NO_POLL, ANCHOR_SHARE);
    html_section_end(html);
}

static void one_poll(const struct html *html, const struct outcome *of, size_t index, bool several)
{
    struct subject subject = {html->arena, of, &of->polls[index]};
    outcome(html, &subject, index);
    html_quorum(html, &subject);
    open_days(html, &subject);
    html_votes(html, &subject, index);
    html_areas(html, &subject);
    html_ballots(html, &subject, index);
    margin(html, &subject);
    html_practices(html, &subject);
    if (!several)
        share(html, of);
    html_basis(html, &subject, index);
    html_readings(html, &subject);
}

/* Every outcome at a glance, before each is told in full. */
static void summary(const struct html *html, const struct outcome *outcome)
{
    static const struct html_column columns[] = {
        {"Motion", false}, {"Outcome", false}, {"In figures", false}};
    struct html_table table = {.columns = columns, .count = sizeof columns / sizeof columns[0]};
    html_section_start(html, "outcomes", "Outcomes");
    html_table_start(html, &table, "What was decided, motion by motion");
    for (size_t i = 0; i < outcome->poll_count; i++) {
        struct subject subject = {html->arena, outcome, &outcome->polls[i]};
        html_row_start(html, &table, false);
        html_cell_start(html, &table);
        html_start(html, "a", "href", arena_format(html->arena, "#motion-%zu", i + 1), NULL);
        html_name(html, phrases_vote_name(subject.poll));
        html_end(html, "a");
        html_cell_end(html, &table);
        html_cell_start(html, &table);
        html_element(html, "strong",
                     phrases_verdict_capital(html->arena, subject.poll->result.verdict));
        if (phrases_depends(&subject) != NULL)
            html_text(html, ", depending on how the rules are read");
        if (phrases_period_matters(subject.poll->period))
            html_text(html, arena_format(html->arena, ". %s",
                                         phrases_period_finding(subject.poll->period)));
        html_cell_end(html, &table);
        html_cell(html, &table, phrases_behind_verdict(&subject));
        html_row_end(html);
    }
    html_table_end(html);
    html_section_end(html);
}

static void several_polls(const struct html *html, const struct outcome *outcome)
{
    summary(html, outcome);
    for (size_t i = 0; i < outcome->poll_count; i++) {
        const char *id = arena_format(html->arena, "motion-%zu", i + 1);
        struct html within = *html;
        within.prefix = arena_format(html->arena, "%s-", id);
        within.level = html->level + 1;
        html_section_start(html, id, phrases_vote_name(&outcome->polls[i]));
        if (outcome->polls[i].motion != NULL) {
            html_start(html, "p", "class", "kind", NULL);
            html_text(html, outcome->polls[i].title);
            html_end(html, "p");
            html_break(html);
        }
        one_poll(&within, outcome, i, true);
        html_section_end(html);
    }
    share(html, outcome);
}

/* "Carried 2, not carried 1" */
static const char *all_verdicts(struct arena *arena, const struct outcome *outcome)
{
    const char *words = "";
    for (int verdict = VERDICT_CARRIED; verdict <= VERDICT_NONE; verdict++) {
        int64_t times = 0;
        for (size_t i = 0; i < outcome->poll_count; i++)
            times += (int)outcome->polls[i].result.verdict == verdict;
        const char *name = verdict_name((enum verdict)verdict);
        if (times > 0)
            words = arena_format(arena, "%s%s%s %s", words, words[0] == '\0' ? "" : ", ",
                                 name == NULL ? "not decided" : name, number_grouped(arena, times));
    }
    return phrases_capital(arena, words);
}

/* "Elected, Dr B, depending on how the rules are read" */
static const char *outcome_of(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct result *result = &subject->poll->result;
    const char *words = phrases_verdict_capital(arena, result->verdict);
    if (result->verdict == VERDICT_ELECTED && result->winner != NULL)
        words = arena_format(arena, "%s, %s", words, result->winner);
    const struct period *open = subject->poll->period;
    const char *if_read =
        phrases_depends(subject) == NULL ? "" : ", depending on how the rules are read";
    const char *too_brief = "";
    if (phrases_period_matters(open))
        too_brief = open->met ? ", perhaps not open long enough" : ", not open long enough";
    return arena_format(arena, "%s%s%s", words, if_read, too_brief);
}

static bool is_confidential(const struct outcome *outcome)
{
    for (size_t i = 0; i < outcome->poll_count; i++)
        if (outcome->polls[i].secret_but_shown)
            return true;
    return false;
}

static struct html_title title_of(struct arena *arena, const struct outcome *outcome)
{
    struct html_title title = {
        .body = outcome->body == NULL ? outcome->constitution : outcome->body,
        .date = outcome->date,
        .version = outcome->version,
        .confidential = is_confidential(outcome),
    };
    if (outcome->poll_count != 1) {
        title.outcome = all_verdicts(arena, outcome);
        title.about = phrases_several(arena, (int64_t)outcome->poll_count, "motion", "motions");
        return title;
    }
    const struct poll_outcome *poll = &outcome->polls[0];
    struct subject subject = {arena, outcome, poll};
    title.outcome = outcome_of(&subject);
    title.about = phrases_vote_name(poll);
    title.kind = poll->motion == NULL ? NULL : poll->title;
    return title;
}

/* Who answers for the result: whoever counted the ballots, was in the chair, or held a vote without
 * a meeting. */
static void signatures(const struct html *html, const struct outcome *outcome,
                       const struct html_title *title)
{
    bool elections = false, meetings = false, others = false;
    const char *who[3];
    size_t count = 0;
    for (size_t i = 0; i < outcome->poll_count; i++) {
        const struct poll_outcome *poll = &outcome->polls[i];
        elections = elections || poll->is_election;
        meetings = meetings || (!poll->is_election && !phrases_replies(poll));
        others = others || (!poll->is_election && phrases_replies(poll));
    }
    if (meetings)
        who[count++] = "Chair";
    if (others)
        who[count++] = "Vote held by";
    if (elections)
        who[count++] = outcome->is_locality ? "Election Manager" : "Ballots counted by";
    html_signatures(html, title, who, count,
                    outcome->input_count == 0 ? NULL : &outcome->inputs[0]);
}

bool report_html(struct arena *arena, const struct outcome *outcome, struct buffer *out)
{
    struct note_list notes = phrases_notes(arena, outcome);
    struct html html = {.arena = arena, .out = out, .notes = &notes, .prefix = "", .level = 2};
    struct html_title title = title_of(arena, outcome);
    html_page_start(&html, &title);
    if (outcome->poll_count == 1)
        one_poll(&html, outcome, 0, false);
    else
        several_polls(&html, outcome);
    html_notes(&html);
    html_files_of(&html, outcome->inputs, outcome->input_count, outcome->units);
    signatures(&html, outcome, &title);
    html_page_end(&html, outcome->version);
    return true;
}
