/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "quorate/ratio.h"
#include "quorate/text.h"
#include "tally.h"

static int64_t most(int64_t one, int64_t other)
{
    return one > other ? one : other;
}

/* Whether what is needed can be marked on a bar of votes. */
static bool is_marked(const struct poll_outcome *poll, const struct condition_outcome *condition)
{
    bool heads_vote = poll->weighing.kind == WEIGHT_ONE_EACH;
    return !condition->part.withheld && !condition->whole.withheld && condition->group == NULL &&
           condition->asks.among == AMONG_ALL && !condition->asks.at_most &&
           (condition->asks.measure == MEASURE_VOTES ||
            (condition->asks.measure == MEASURE_MEMBERS && heads_vote));
}

/* The first majority of which that is so, for the bar of the votes in favour. Where every area must
 * carry it, no sum of them decides. */
static const struct condition_outcome *marked_majority(const struct poll_outcome *poll)
{
    for (size_t i = 0; i < poll->condition_count && poll->areas.count == 0; i++)
        if (poll->conditions[i].kind == RULE_PASSES && is_marked(poll, &poll->conditions[i]))
            return &poll->conditions[i];
    return NULL;
}

/* The same of what a candidate needs, on the bar of the first one. */
static const struct condition_outcome *marked_threshold(const struct poll_outcome *poll)
{
    const struct condition_outcome *elects = poll->election.elects;
    return elects != NULL && is_marked(poll, elects) ? elects : NULL;
}

/* Of the votes cast, unless a condition names another whole. */
static enum scope scope_of(const struct condition_outcome *condition)
{
    return condition == NULL || condition->asks.is_number || condition->asks.scope == SCOPE_AGAINST
               ? SCOPE_CAST
               : condition->asks.scope;
}

static int64_t whole_of(const struct poll_outcome *poll, const struct condition_outcome *condition)
{
    return scope_of(condition) == SCOPE_CAST ? phrases_told(&poll->counts[GROUP_CAST])
                                             : figure_of(condition->whole);
}

static void add_track(struct picture *picture, const char *label)
{
    picture_legend(picture, (struct legend){.label = label, .is_track = true});
}

/* Bars of votes with what they are parts of and, where there is one, what is needed. Of no votes
 * there is no picture: NULL. */
static const struct picture *votes_picture(const struct subject *subject,
                                           const struct condition_outcome *condition,
                                           const char *finding, struct picture *picture)
{
    int64_t whole = whole_of(subject->poll, condition);
    if (whole == 0)
        return NULL;
    picture->finding = finding;
    picture->whole = whole;
    picture->scale = most(picture->scale, whole);
    add_track(picture, phrases_whole_bar(subject, scope_of(condition), whole));
    if (condition != NULL)
        part_needed(subject->arena, picture, condition);
    return picture;
}

/* ---- The votes */

/* The figures of a line of votes one behind the other: "48,818 patients, 56.12% of votes cast". */
static const char *figures_of_line(struct arena *arena, const struct vote_line *line)
{
    const char *text = "";
    for (size_t i = CELL_WHO + 1; i < VOTE_CELLS; i++)
        if (line->cells[i] != NULL)
            text = arena_format(arena, "%s%s%s%s", text, text[0] == '\0' ? "" : ", ",
                                line->cells[i], i == CELL_PERCENT ? " of votes cast" : "");
    return text;
}

/* "4 votes", or "4 practices" where the votes are withheld or have other weights. */
static const char *who_voted(const struct subject *subject, const struct count *count)
{
    if (subject->poll->weighing.kind != WEIGHT_ONE_EACH)
        return phrases_members(subject, count->members);
    return phrases_votes_number(subject->arena, count->members, 0);
}

static const struct picture *motion_picture(const struct subject *subject,
                                            const struct vote_line *lines, size_t line_count)
{
    static const struct {
        enum group group;
        const char *label;
        enum fill fill;
    } choices[] = {
        {GROUP_FOR, "For", FILL_SOLID},
        {GROUP_AGAINST, "Against", FILL_STRIPES},
        {GROUP_ABSTAINED, "Abstained", FILL_DOTS},
        {GROUP_SPOILT, "Spoilt", FILL_GRID},
        {GROUP_VOID, "Void", FILL_GRID},
    };
    enum {
        SIDES = 2,
        CHOICES = sizeof choices / sizeof choices[0]
    };
    const struct poll_outcome *poll = subject->poll;
    const struct condition_outcome *majority = marked_majority(poll);
    struct picture *picture = picture_new(subject->arena, NULL, CHOICES);
    for (size_t i = 0; i < CHOICES; i++) {
        const struct count *cast = &poll->counts[choices[i].group];
        if (i >= SIDES && cast->members == 0)
            continue;
        struct bar bar = {
            .label = choices[i].label,
            .figure = who_voted(subject, cast),
            .quantity = phrases_told(cast),
            .mark = i == 0 && majority != NULL ? figure_of(majority->needed) : 0,
            .fill = choices[i].fill,
            .is_apart = i >= SIDES && scope_of(majority) == SCOPE_CAST,
        };
        if (picture->count < line_count) {
            const struct vote_line *line = &lines[picture->count];
            bar.label = text_capital(subject->arena, line->cells[CELL_WHO]);
            bar.figure = figures_of_line(subject->arena, line);
        }
        picture_bar(picture, bar);
    }
    return votes_picture(subject, majority, phrases_motion_finding(subject, majority), picture);
}

/* How the bars of a candidate are filled, by the place among the candidates. */
static enum fill candidate_fill(size_t place)
{
    static const enum fill fills[] = {FILL_BLOCK,  FILL_LINES, FILL_CHECKS, FILL_BARS,
                                      FILL_SLANTS, FILL_WAVES, FILL_BRICKS};
    return place < sizeof fills / sizeof fills[0] ? fills[place] : FILL_PLUSES;
}

static const struct picture *candidates_picture(const struct subject *subject,
                                                const struct vote_line *lines, size_t count)
{
    const struct poll_outcome *poll = subject->poll;
    const struct condition_outcome *elects = marked_threshold(poll);
    struct picture *picture = picture_new(subject->arena, NULL, count);
    for (size_t i = 0; i < count; i++)
        picture_bar(picture, (struct bar){
                                 .label = lines[i].cells[CELL_WHO],
                                 .figure = figures_of_line(subject->arena, &lines[i]),
                                 .quantity = phrases_told(&poll->election.candidates[i].count),
                                 .mark = i == 0 && elects != NULL ? figure_of(elects->needed) : 0,
                                 .fill = candidate_fill(i),
                             });
    return votes_picture(subject, elects, phrases_election_finding(subject), picture);
}

/* The same votes by the other weighting. */
static const struct picture *other_picture(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct other_count *other = &subject->poll->other_count;
    const struct figures *both[] = {&other->in_favour, &other->against};
    struct picture *picture = picture_new(arena, phrases_other_count(subject), 2);
    for (size_t i = 0; i < 2; i++)
        picture_bar(picture,
                    (struct bar){
                        .label = i == 0 ? "For" : "Against",
                        .figure = other->by_heads
                                      ? phrases_members(subject, both[i]->members)
                                      : phrases_measured(arena, &subject->outcome->terms,
                                                         both[i]->population),
                        .quantity = other->by_heads ? both[i]->members : both[i]->population,
                        .fill = i == 0 ? FILL_SOLID : FILL_STRIPES,
                    });
    picture->whole = picture->bars[0].quantity + picture->bars[1].quantity;
    picture->scale = most(picture->whole, 1);
    const char *of = other->by_heads
                         ? phrases_members(subject, picture->whole)
                         : phrases_measured(arena, &subject->outcome->terms, picture->whole);
    add_track(picture, arena_format(arena, "Whole bar: %s for or against", of));
    return picture;
}

/* The figures of a weighted motion or of an election; the picture has each of them. */
static struct doc_table *lines_table(const struct subject *subject, const struct vote_line *lines,
                                     size_t count)
{
    struct arena *arena = subject->arena;
    struct doc_table *table =
        doc_table_new(arena, "The votes", subject->poll->is_election ? "Candidate" : "Vote");
    doc_table_column(table, text_capital(arena, subject->outcome->terms.units), ALIGN_NUMBER);
    doc_table_column(table, text_capital(arena, subject->outcome->terms.measures), ALIGN_NUMBER);
    doc_table_column(table, "Votes", ALIGN_NUMBER);
    doc_table_column(table, "Of votes cast", ALIGN_NUMBER)->brief = " of votes cast";
    table->is_tally = true;
    table->fold = FOLD_AWAY;
    for (size_t i = 0; i < count; i++)
        doc_table_row(table, lines[i].cells);
    return table;
}

void tally_votes(struct document *document, const struct subject *subject, size_t poll)
{
    size_t count;
    if (subject->poll->by_consensus)
        return;
    const struct vote_line *lines = phrases_vote_lines(subject, &count);
    const struct picture *picture = document->undrawn ? NULL
                                    : subject->poll->is_election
                                        ? candidates_picture(subject, lines, count)
                                        : motion_picture(subject, lines, count);
    const char *sentences = phrases_votes(subject);
    document_quiet_section(document, "votes", "Votes", false);
    if (lines != NULL) {
        struct doc_table *table = lines_table(subject, lines, count);
        table->picture = picture;
        document_table(document, table)->label = "Votes";
    }
    if (sentences[0] != '\0')
        document_paragraph(document, "Votes", sentences)->marks =
            document_marks(document, poll, ANCHOR_VOTES);
    if (lines == NULL)
        document_picture(document, picture);
    if (phrases_other_count(subject) != NULL)
        document_add(document,
                     (struct block){.kind = BLOCK_PICTURE,
                                    .label = "Votes",
                                    .text = phrases_other_count(subject),
                                    .picture = document->undrawn ? NULL : other_picture(subject)});
}

/* ---- Areas */

void tally_areas(struct document *document, const struct subject *subject)
{
    struct arena *arena = subject->arena;
    struct doc_table *table =
        doc_table_new(arena, "What each area decided", "Area|Outcome|In figures");
    if (subject->poll->areas.count == 0)
        return;
    for (size_t i = 0; i < subject->poll->areas.count; i++) {
        const struct area_outcome *area = &subject->poll->areas.list[i];
        const char *figures = phrases_area(subject, area);
        struct doc_row *row = doc_table_row(
            table, (const char *const[]){
                       area->area, phrases_verdict_capital(arena, area->result.verdict), figures});
        row->label = i == 0 ? "Areas" : NULL;
        row->sentences[0] =
            arena_format(arena, "%s: %s, %s", area->area, phrases_verdict(area->result.verdict),
                         phrases_small(arena, figures));
    }
    document_quiet_section(document, "areas", "Areas", false);
    document_table(document, table);
}

/* ---- Members: the table, and drawn by list size where list sizes bear on the vote */

/* What a bar's fill stands for, in the order of the legend. */
struct key {
    const char *label;
    enum fill fill;
};

static struct key key_of_vote(const struct poll_outcome *poll, const struct standing *standing)
{
    if (!poll->is_election) {
        bool in_favour = standing->vote != NULL && strcmp(standing->vote, "for") == 0;
        return in_favour ? (struct key){"For", FILL_SOLID} : (struct key){"Against", FILL_STRIPES};
    }
    for (size_t i = 0; i < poll->election.candidate_count; i++)
        if (standing->vote != NULL &&
            strcmp(poll->election.candidates[i].name, standing->vote) == 0 &&
            candidate_fill(i) != FILL_PLUSES)
            return (struct key){poll->election.candidates[i].name, candidate_fill(i)};
    return (struct key){"Another candidate", FILL_PLUSES};
}

/* One fill is enough for ballots that are not valid. */
static struct key key_of_invalid(const struct poll_outcome *poll)
{
    bool spoilt = poll->counts[GROUP_SPOILT].members > 0;
    bool is_void = poll->counts[GROUP_VOID].members > 0;
    return (struct key){!spoilt ? "Void" : is_void ? "Spoilt or void" : "Spoilt", FILL_GRID};
}

static struct key key_of(const struct poll_outcome *poll, const struct standing *standing)
{
    static const struct key keys[] = {
        [STANDING_ABSENT] = {"Not represented", FILL_HOLLOW},
        [STANDING_REFUSED] = {"Not represented", FILL_HOLLOW},
        [STANDING_INTERESTED] = {"Interest declared", FILL_CROSSES},
        [STANDING_PRESENT] = {"Present, no vote", FILL_RINGS},
        [STANDING_ABSTAINED] = {"Abstained", FILL_DOTS},
        [STANDING_RETURNED] = {"Ballot returned", FILL_SOLID},
    };
    if (poll->by_consensus && standing->stance == STANDING_PRESENT)
        return (struct key){"Present", FILL_SOLID};
    if (standing->stance == STANDING_SPOILT || standing->stance == STANDING_VOID)
        return key_of_invalid(poll);
    return standing->stance == STANDING_VOTED ? key_of_vote(poll, standing)
                                              : keys[standing->stance];
}

/* Each fill that is used once, in the order in which the fills are listed. */
static void add_legend(struct picture *picture, const struct poll_outcome *poll)
{
    for (int fill = 0; fill < FILLS; fill++)
        for (size_t i = 0; i < poll->roll_call.standing_count; i++) {
            struct key key = key_of(poll, &poll->roll_call.standings[i]);
            if ((int)key.fill != fill)
                continue;
            picture_legend(picture, (struct legend){.label = key.label, .fill = key.fill});
            break;
        }
}

/* Whether list sizes count in it: as the weight of a vote, or in a condition. */
static bool sizes_count(const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    bool count = poll->weighing.kind == WEIGHT_LIST_SIZE;
    for (size_t i = 0; i < poll->condition_count; i++)
        count = count || poll->conditions[i].asks.measure == MEASURE_POPULATION;
    return count && subject->outcome->has_list_sizes;
}

static bool any_is_split(const struct poll_outcome *poll)
{
    for (size_t i = 0; i < poll->roll_call.standing_count; i++)
        if (poll->roll_call.standings[i].stance == STANDING_SPLIT)
            return true;
    return false;
}

/* A longer roll makes no picture, nor one with a bar that would take several fills: its table says
 * the same. */
static const struct picture *members_picture(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    size_t count = poll->roll_call.standing_count;
    if (!sizes_count(subject) || count > PICTURE_BARS_MOST || any_is_split(poll))
        return NULL;
    struct picture *picture = picture_new(arena, phrases_members_finding(subject), count);
    for (size_t i = 0; i < count; i++) {
        const struct standing *standing = &poll->roll_call.standings[i];
        picture_bar(picture,
                    (struct bar){
                        .label = standing->practice,
                        .figure = arena_format(arena, "%s, %s", phrases_stance(subject, standing),
                                               number_grouped(arena, standing->list_size)),
                        .quantity = standing->list_size,
                        .fill = key_of(poll, standing).fill,
                    });
    }
    picture_sort(picture);
    add_legend(picture, poll);
    return picture;
}

static void members_section(struct document *document, const struct subject *subject)
{
    document_quiet_section(document, "practices",
                           text_capital(subject->arena, subject->outcome->terms.units), false);
}

void tally_not_listed(struct document *document, const struct subject *subject)
{
    if (subject->poll->roll_call.standing_count == 0)
        return;
    members_section(document, subject);
    part_not_listed(document, subject, subject->outcome->poll_count);
}

void tally_practices(struct document *document, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    if (poll->roll_call.standing_count == 0)
        return;
    standing_words *cast_by = phrases_cast_by(poll);
    const struct members_table of = {
        .caption = poll->by_consensus                ? "Who was there"
                   : poll->secrecy == BALLOTS_SECRET ? "Who returned a ballot"
                                                     : "Who voted how",
        .heading = poll->by_consensus                ? "Attendance"
                   : poll->secrecy == BALLOTS_SECRET ? "Ballot"
                                                     : "Vote",
        .words = cast_by != NULL ? phrases_standing_apart : phrases_standing,
        .brief = phrases_standing,
        .cast_by = cast_by,
        .picture = document->undrawn ? NULL : members_picture(subject),
        .fold = FOLD_CLOSED,
        .motions = subject->outcome->poll_count,
    };
    members_section(document, subject);
    part_members(document, subject, &of);
}
