/* SPDX-License-Identifier: MIT */
#include "html_findings.h"
#include "html_tally.h"
#include "quorate/ratio.h"

static int64_t most(int64_t one, int64_t other)
{
    return one > other ? one : other;
}

/* The figures of a line of votes one behind the other: "48,818 patients, 56.12% of votes cast". */
static const char *figures(struct arena *arena, const struct vote_line *line)
{
    const char *text = "";
    for (size_t i = CELL_WHO + 1; i < VOTE_CELLS; i++)
        if (line->cells[i] != NULL)
            text = arena_format(arena, "%s%s%s%s", text, text[0] == '\0' ? "" : ", ",
                                line->cells[i], i == CELL_PERCENT ? " of votes cast" : "");
    return text;
}

/* Votes as they may be told: of a secret decision only how many members cast them. */
static int64_t shown(const struct count *count)
{
    return count->heads_only ? count->figures.members : count->figures.votes;
}

/* "4 votes", or "4 practices" where the votes are withheld or have other weights. */
static const char *heads(const struct subject *subject, const struct count *count)
{
    if (subject->poll->weighted)
        return phrases_members(subject, count->figures.members);
    return phrases_votes_number(subject->arena, count->figures.members, 0);
}

/* The first majority that can be marked on the bar of the votes in favour. Where every area must
 * carry it, no sum of them decides. */
static const struct condition_outcome *marked_majority(const struct poll_outcome *poll)
{
    for (size_t i = 0; i < poll->condition_count && poll->area_count == 0; i++) {
        const struct condition_outcome *condition = &poll->conditions[i];
        bool in_votes = condition->asks.measure == MEASURE_VOTES ||
                        (condition->asks.measure == MEASURE_MEMBERS && !poll->weighted);
        if (phrases_of_rule(condition, "passes") && in_votes && !condition->part_withheld &&
            !condition->whole_withheld)
            return condition;
    }
    return NULL;
}

/* The scale on which the longest bar, or the mark, is the whole width. */
static int64_t scale_of(const struct bar *bars, size_t count)
{
    int64_t scale = 1;
    for (size_t i = 0; i < count; i++)
        scale = most(scale, most(bars[i].quantity, bars[i].mark));
    return scale;
}

static struct legend needed_mark(const struct html *html, const struct condition_outcome *condition)
{
    return (struct legend){
        .label = condition == NULL
                     ? ""
                     : arena_format(
                           html->arena, "Needed: %s",
                           number_fixed_grouped(html->arena, condition->needed, condition->places)),
        .is_mark = true,
    };
}

static void motion_picture(const struct html *html, const struct subject *subject)
{
    static const struct {
        enum group group;
        const char *label;
        enum fill fill;
    } choices[] = {
        {GROUP_FOR, "For", FILL_SOLID},
        {GROUP_AGAINST, "Against", FILL_STRIPES},
        {GROUP_ABSTAINED, "Abstained", FILL_DOTS},
        {GROUP_VOID, "Void", FILL_GRID},
    };
    enum {
        CHOICES = sizeof choices / sizeof choices[0]
    };
    const struct poll_outcome *poll = subject->poll;
    size_t line_count, count = 0;
    const struct vote_line *lines = phrases_vote_lines(subject, &line_count);
    const struct condition_outcome *majority = marked_majority(poll);
    struct bar bars[CHOICES];
    for (size_t i = 0; i < CHOICES; i++) {
        const struct count *cast = &poll->counts[choices[i].group];
        if (i >= 2 && cast->figures.members == 0)
            continue;
        bars[count] = (struct bar){
            .label = choices[i].label,
            .figure = heads(subject, cast),
            .quantity = shown(cast),
            .mark = i == 0 && majority != NULL ? majority->needed : 0,
            .fill = choices[i].fill,
        };
        if (lines != NULL && count < line_count) {
            bars[count].label = phrases_capital(html->arena, lines[count].cells[CELL_WHO]);
            bars[count].figure = figures(html->arena, &lines[count]);
        }
        count++;
    }
    struct legend needed = needed_mark(html, majority);
    struct picture picture = {
        .finding = finding_votes(subject, majority),
        .bars = bars,
        .count = count,
        .scale = scale_of(bars, count),
        .legend = &needed,
        .legend_count = majority == NULL ? 0 : 1,
    };
    html_picture(html, &picture);
}

enum fill html_candidate_fill(size_t place)
{
    static const enum fill fills[] = {FILL_SOLID, FILL_STRIPES, FILL_LINES, FILL_CHECKS};
    return place < sizeof fills / sizeof fills[0] ? fills[place] : FILL_BARS;
}

/* What a candidate needs is marked on the bar of the first one. */
static void candidates_picture(const struct html *html, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    const struct condition_outcome *elects = poll->elects;
    if (elects != NULL && (elects->part_withheld || elects->whole_withheld ||
                           elects->asks.measure == MEASURE_POPULATION ||
                           (elects->asks.measure == MEASURE_MEMBERS && poll->weighted)))
        elects = NULL;
    size_t count;
    const struct vote_line *lines = phrases_vote_lines(subject, &count);
    struct bar *bars = arena_alloc(html->arena, count, sizeof *bars);
    for (size_t i = 0; i < count; i++)
        bars[i] = (struct bar){
            .label = lines[i].cells[CELL_WHO],
            .figure = figures(html->arena, &lines[i]),
            .quantity = shown(&poll->candidates[i].count),
            .mark = i == 0 && elects != NULL ? elects->needed : 0,
            .fill = html_candidate_fill(i),
        };
    struct legend needed = needed_mark(html, elects);
    struct picture picture = {
        .finding = finding_candidates(subject),
        .bars = bars,
        .count = count,
        .scale = scale_of(bars, count),
        .legend = &needed,
        .legend_count = elects == NULL ? 0 : 1,
    };
    html_picture(html, &picture);
}

/* The same votes by the other weighting. */
static void other_picture(const struct html *html, const struct subject *subject)
{
    const struct other_count *other = &subject->poll->other_count;
    const char *finding = phrases_other_count(subject);
    if (finding == NULL)
        return;
    const struct figures *both[] = {&other->in_favour, &other->against};
    struct bar bars[] = {{.label = "For", .fill = FILL_SOLID},
                         {.label = "Against", .fill = FILL_STRIPES}};
    for (size_t i = 0; i < 2; i++) {
        bars[i].quantity = other->by_heads ? both[i]->members : both[i]->population;
        bars[i].figure = other->by_heads ? phrases_members(subject, both[i]->members)
                                         : phrases_patients(html->arena, both[i]->population);
    }
    struct picture picture = {
        .finding = finding, .bars = bars, .count = 2, .scale = scale_of(bars, 2)};
    html_picture(html, &picture);
}

void html_votes(const struct html *html, const struct subject *subject, size_t poll)
{
    const char *sentences = phrases_votes(subject);
    if (sentences[0] == '\0')
        sentences = phrases_weight(subject);
    html_section_start(html, "votes", "Votes");
    html_noted(html, sentences, poll, ANCHOR_VOTES);
    html_pictures_start(html);
    if (subject->poll->is_election)
        candidates_picture(html, subject);
    else
        motion_picture(html, subject);
    other_picture(html, subject);
    html_pictures_end(html);
    html_section_end(html);
}
