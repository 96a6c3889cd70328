/* SPDX-License-Identifier: MIT */
#include "markdown.h"

#include <string.h>

/* The rules that name their place in the constitution, or those that do not. */
static void clauses(const struct markdown *markdown, const struct subject *subject, bool stated)
{
    const struct poll_outcome *poll = subject->poll;
    bool started = false;
    for (size_t i = 0; i < poll->basis_count; i++) {
        const struct basis *rule = &poll->basis[i];
        bool weighs = rule->kind == RULE_WEIGHT;
        if (rule->stated != stated)
            continue;
        if (!started)
            markdown_heading(markdown, 3,
                             stated ? "Clauses relied on" : "What the constitution does not state");
        started = true;
        markdown_fact(markdown, phrases_basis_label(markdown->arena, rule->kind),
                      weighs ? phrases_weighting(subject) : phrases_basis(subject, rule));
    }
    if (started)
        markdown_break(markdown);
}

void markdown_basis(const struct markdown *markdown, const struct subject *subject, size_t poll)
{
    const struct outcome *outcome = subject->outcome;
    markdown_heading(markdown, 3, "Basis");
    if (outcome->opens.given || outcome->closes.given)
        markdown_fact(markdown, "Time", phrases_time(markdown->arena, outcome));
    if (outcome->route != NULL)
        markdown_fact(markdown, "Route", outcome->route);
    markdown_fact(markdown, "Rules",
                  markdown_noted(markdown,
                                 phrases_rules(markdown->arena, outcome->constitution,
                                               outcome->body, outcome->edition),
                                 poll, ANCHOR_RULES));
    markdown_break(markdown);
    clauses(markdown, subject, true);
    clauses(markdown, subject, false);
}
