/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "html_tally.h"
#include "quorate/date.h"
#include "quorate/text.h"

/* Several rows of one rule stand under one label; the weighting has a line of its own. */
static void rules(const struct html *html, const struct subject *subject)
{
    const char *above = "";
    for (size_t i = 0; i < subject->poll->basis_count; i++) {
        const struct basis *basis = &subject->poll->basis[i];
        if (basis->kind == RULE_WEIGHT)
            continue;
        const char *label = phrases_basis_label(html->arena, basis->kind);
        html_fact(html, strcmp(label, above) == 0 ? NULL : label, phrases_basis(subject, basis));
        above = label;
    }
}

static const char *whose(const struct html *html, const struct outcome *outcome)
{
    return phrases_rules(html->arena, outcome->constitution, outcome->body, outcome->edition);
}

void html_basis(const struct html *html, const struct subject *subject, size_t poll)
{
    const struct outcome *outcome = subject->outcome;
    html_section_start(html, "basis", "Basis");
    html_facts_start(html);
    html_fact(html, "Weighting", phrases_weighting(subject));
    if (outcome->opens.given || outcome->closes.given)
        html_fact(html, "Time", phrases_time(html->arena, outcome));
    if (outcome->route != NULL)
        html_fact(html, "Route", outcome->route);
    html_fact_label(html, "Rules");
    html_start(html, "dd", NULL);
    html_text(html, whose(html, outcome));
    html_anchors(html, poll, ANCHOR_RULES);
    html_end(html, "dd");
    html_break(html);
    rules(html, subject);
    html_facts_end(html);
    html_section_end(html);
}

/* "Elected: Dr B" */
static const char *result_on(const struct subject *subject, const struct reading_outcome *reading)
{
    struct arena *arena = subject->arena;
    const struct result *result = &reading->result;
    const char *verdict = verdict_name(result->verdict);
    if (reading->withheld)
        return "Not told, because it could show how somebody voted";
    if (verdict == NULL)
        return reading->refused == NULL || subject->poll->secret
                   ? arena_format(arena, "The ballots of one %s contradict each other",
                                  subject->outcome->unit)
                   : arena_format(arena, "The ballots of %s contradict each other",
                                  reading->refused);
    verdict = phrases_capital(arena, verdict);
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
    if (reading->run_off_differs && !reading->differs)
        return "Others would stand";
    return phrases_reading_matters(reading) ? "Different" : "The same";
}

void html_readings(const struct html *html, const struct subject *subject)
{
    static const struct html_column columns[] = {
        {"Reading", false}, {"Where", false}, {"Outcome", false}, {"Compared", false}};
    struct html_table table = {.columns = columns, .count = sizeof columns / sizeof columns[0]};
    const struct poll_outcome *poll = subject->poll;
    if (poll->reading_count == 0)
        return;
    html_section_start(html, "readings", "Readings");
    html_table_start(html, &table, "The same votes on other readings of the rules");
    for (size_t i = 0; i < poll->reading_count; i++) {
        const struct reading_outcome *reading = &poll->readings[i];
        html_row(
            html, &table,
            (const char *const[]){
                reading->name,
                reading->clause == NULL
                    ? "Not given"
                    : phrases_capital(html->arena, phrases_place(html->arena, reading->clause)),
                result_on(subject, reading),
                comparison(reading),
            });
    }
    html_table_end(html);
    html_section_end(html);
}
