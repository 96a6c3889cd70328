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
        if (condition->kind == RULE_PASSES && in_votes && !condition->part_withheld &&
            !condition->whole_withheld)
            return condition;
    }
    return NULL;
}

/* Bars that are longer than the whole, as abstentions may be where it is of votes cast, shorten its
 * track, so all lengths are in proportion. */
static int64_t scale_of(const struct bar *bars, size_t count, int64_t whole)
{
    int64_t scale = most(1, whole);
    for (size_t i = 0; i < count; i++)
        scale = most(scale, most(bars[i].quantity, bars[i].mark));
    return scale;
}

/* What the bars are parts of: what the condition is about, else the votes cast. */
static int64_t whole_of(const struct poll_outcome *poll, const struct condition_outcome *condition)
{
    bool names_it =
        condition != NULL && !condition->asks.is_number && condition->asks.scope != SCOPE_AGAINST;
    return names_it ? condition->whole : shown(&poll->counts[GROUP_CAST]);
}

/* "Whole bar: 6 votes cast" */
static struct legend whole_track(const struct subject *subject,
                                 const struct condition_outcome *condition)
{
    static const char *const scopes[] = {
        [SCOPE_ALL] = "in all", [SCOPE_PRESENT] = "present", [SCOPE_VOTING] = "taking part",
        [SCOPE_CAST] = "cast",  [SCOPE_AGAINST] = "cast",
    };
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    enum scope scope =
        condition == NULL || condition->asks.is_number ? SCOPE_CAST : condition->asks.scope;
    int64_t whole = whole_of(poll, condition);
    const char *label = phrases_votes_number(arena, whole, poll->vote_places);
    if (poll->weighted && poll->counts[GROUP_CAST].heads_only)
        label = arena_format(arena, "%s that voted", phrases_members(subject, whole));
    else
        label = arena_format(arena, "%s %s", label, scopes[scope]);
    return (struct legend){.label = arena_format(arena, "Whole bar: %s", label), .is_track = true};
}

static struct legend needed_mark(struct arena *arena, const struct condition_outcome *condition)
{
    return (struct legend){
        .label = arena_format(arena, "Needed: %s",
                              number_fixed_grouped(arena, condition->needed, condition->places)),
        .is_mark = true,
    };
}

/* Bars of votes with what they are parts of and, where there is one, what is needed. Of no votes
 * there is no picture. */
static void votes_picture(const struct html *html, const struct subject *subject,
                          const struct condition_outcome *condition, const char *finding,
                          const struct bar *bars, size_t count)
{
    int64_t whole = whole_of(subject->poll, condition);
    if (whole == 0)
        return;
    struct legend legend[2] = {whole_track(subject, condition)};
    if (condition != NULL)
        legend[1] = needed_mark(html->arena, condition);
    struct picture picture = {
        .finding = finding,
        .bars = bars,
        .count = count,
        .scale = scale_of(bars, count, whole),
        .whole = whole,
        .legend = legend,
        .legend_count = condition == NULL ? 1 : 2,
    };
    html_picture(html, &picture);
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
    votes_picture(html, subject, majority, finding_votes(subject, majority), bars, count);
}

enum fill html_candidate_fill(size_t place)
{
    static const enum fill fills[] = {FILL_BLOCK,  FILL_LINES, FILL_CHECKS, FILL_BARS,
                                      FILL_SLANTS, FILL_WAVES, FILL_BRICKS};
    return place < sizeof fills / sizeof fills[0] ? fills[place] : FILL_PLUSES;
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
    votes_picture(html, subject, elects, finding_candidates(subject), bars, count);
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
    int64_t whole = bars[0].quantity + bars[1].quantity;
    const char *of =
        other->by_heads ? phrases_members(subject, whole) : phrases_patients(html->arena, whole);
    struct legend track = {.label = arena_format(html->arena, "Whole bar: %s for or against", of),
                           .is_track = true};
    struct picture picture = {.finding = finding,
                              .bars = bars,
                              .count = 2,
                              .scale = most(whole, 1),
                              .whole = whole,
                              .legend = &track,
                              .legend_count = 1};
    html_picture(html, &picture);
}

/* The lines of votes as sentences: "4 practices for: 48,818 patients, 56.12% of votes cast." */
static const char *in_words(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    size_t count;
    const struct vote_line *lines = phrases_vote_lines(subject, &count);
    const char *words = "";
    for (size_t i = 0; i < count; i++)
        words = phrases_join(
            arena, words,
            arena_format(arena, "%s: %s.", lines[i].cells[CELL_WHO], figures(arena, &lines[i])));
    return words;
}

void html_votes(const struct html *html, const struct subject *subject, size_t poll)
{
    const char *sentences = phrases_votes(subject);
    if (sentences[0] == '\0')
        sentences = phrases_weight(subject);
    html_section_start(html, "votes", "Votes");
    html_noted(html, phrases_join(html->arena, in_words(subject), sentences), poll, ANCHOR_VOTES);
    html_pictures_start(html);
    if (subject->poll->is_election)
        candidates_picture(html, subject);
    else
        motion_picture(html, subject);
    other_picture(html, subject);
    html_pictures_end(html);
    html_section_end(html);
}
