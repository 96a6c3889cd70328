/* SPDX-License-Identifier: MIT */
#include "html_findings.h"
#include "html_tally.h"
#include "quorate/ratio.h"

/* "77,375 of 91,732 patients (84.35%)" */
static const char *reached(const struct subject *subject, const struct condition_outcome *quorum)
{
    struct arena *arena = subject->arena;
    const char *part = number_fixed_grouped(arena, quorum->part, quorum->places);
    const char *whole = phrases_members(subject, quorum->whole);
    if (quorum->asks.measure == MEASURE_POPULATION)
        whole = phrases_patients(arena, quorum->whole);
    if (quorum->asks.measure == MEASURE_VOTES)
        whole = phrases_votes_number(arena, quorum->whole, quorum->places);
    return quorum->percent == NULL
               ? arena_format(arena, "%s of %s", part, whole)
               : arena_format(arena, "%s of %s (%s%%)", part, whole, quorum->percent);
}

static const char *what_counts(const struct subject *subject,
                               const struct condition_outcome *quorum)
{
    if (quorum->asks.measure != MEASURE_MEMBERS)
        return "Represented";
    switch (quorum->asks.scope) {
    case SCOPE_PRESENT:
        return phrases_replies(subject->poll) ? "Replied" : "Present";
    case SCOPE_VOTING:
        return "Took part";
    case SCOPE_CAST:
        return "Cast a valid vote";
    case SCOPE_AGAINST:
        return "Voted against";
    case SCOPE_ALL:
        break;
    }
    return "On the roll";
}

void html_quorum_picture(const struct html *html, const struct subject *subject,
                         const struct condition_outcome *quorum)
{
    struct arena *arena = html->arena;
    if (quorum->part_withheld || quorum->whole_withheld)
        return;
    struct bar bar = {
        .label = what_counts(subject, quorum),
        .figure = reached(subject, quorum),
        .quantity = quorum->part,
        .mark = quorum->needed,
    };
    struct legend needed = {
        .label = arena_format(arena, "Needed: %s",
                              number_fixed_grouped(arena, quorum->needed, quorum->places)),
        .is_mark = true,
    };
    struct picture picture = {
        .finding = finding_quorum(subject, quorum),
        .bars = &bar,
        .count = 1,
        .scale = quorum->whole > quorum->needed ? quorum->whole : quorum->needed,
        .legend = &needed,
        .legend_count = 1,
    };
    html_picture(html, &picture);
}

void html_quorum(const struct html *html, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    bool any = false;
    html_section_start(html, "quorum", poll->is_election ? "Was it valid?" : "Quorum");
    for (size_t i = 0; i < poll->condition_count; i++) {
        if (poll->conditions[i].kind != RULE_QUORUM)
            continue;
        html_paragraph(html, phrases_quorum(subject, &poll->conditions[i], poll->counts));
        html_quorum_picture(html, subject, &poll->conditions[i]);
        any = true;
    }
    if (!any)
        html_paragraph(html, phrases_quorum_none(subject));
    html_section_end(html);
}

/* "4 votes to 2. Quorum: Not met. ...", with what else it misses. */
static const char *in_area(const struct subject *subject, const struct area_outcome *area)
{
    struct arena *arena = subject->arena;
    const char *text = area->counts[GROUP_CAST].figures.members == 0
                           ? "No vote was cast."
                           : arena_format(arena, "%s.", phrases_score(subject, area->counts));
    for (size_t i = 0; i < area->condition_count; i++) {
        const struct condition_outcome *condition = &area->conditions[i];
        if (condition->met)
            continue;
        if (condition->kind == RULE_QUORUM)
            text = arena_format(arena, "%s Quorum: %s", text,
                                phrases_quorum(subject, condition, area->counts));
        else if (condition->kind == RULE_PASSES && !phrases_is_plain_majority(condition))
            text = phrases_join(arena, text, phrases_majority(subject, condition));
    }
    return text;
}

void html_areas(const struct html *html, const struct subject *subject)
{
    static const struct html_column columns[] = {
        {"Area", false}, {"Outcome", false}, {"In figures", false}};
    struct html_table table = {.columns = columns, .count = sizeof columns / sizeof columns[0]};
    if (subject->poll->area_count == 0)
        return;
    html_section_start(html, "areas", "Areas");
    html_table_start(html, &table, "What each area decided");
    for (size_t i = 0; i < subject->poll->area_count; i++) {
        const struct area_outcome *area = &subject->poll->areas[i];
        const char *verdict = verdict_name(area->result.verdict);
        html_row(html, &table,
                 (const char *const[]){
                     area->area,
                     verdict == NULL ? "Not decided" : phrases_capital(html->arena, verdict),
                     in_area(subject, area),
                 });
    }
    html_table_end(html);
    html_section_end(html);
}
