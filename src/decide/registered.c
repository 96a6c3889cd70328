/* SPDX-License-Identifier: MIT */
#include "quorate/decide.h"

#include "quorate/ratio.h"

/* A decision as a register has it. */

/* NULL where it is withheld. */
static const char *told(struct arena *arena, struct figure figure, unsigned places)
{
    return figure.withheld ? NULL : number_canonical(arena, figure_of(figure), places);
}

static const struct registered_quorum *quorums_of(struct arena *arena,
                                                  const struct poll_outcome *poll, size_t *count)
{
    struct registered_quorum *quorums = arena_alloc(arena, poll->condition_count, sizeof *quorums);
    for (size_t i = 0; i < poll->condition_count; i++) {
        const struct condition_outcome *condition = &poll->conditions[i];
        if (condition->kind != RULE_QUORUM)
            continue;
        quorums[(*count)++] = (struct registered_quorum){
            .text = condition->text,
            .part = told(arena, condition->part, condition->places),
            .whole = told(arena, condition->whole, condition->places),
            .needed = told(arena, condition->needed, condition->places),
            .met = !condition_fails(condition),
        };
    }
    return quorums;
}

/* Nobody votes where there is a consensus. */
static struct registered_figure figure_for(struct arena *arena, const struct poll_outcome *poll,
                                           const struct count *count)
{
    return (struct registered_figure){
        .members = count->members,
        .votes = poll->by_consensus ? NULL : told(arena, count->votes, poll->weighing.places),
    };
}

/* The candidates, or those for and against, between who was there and who abstained. */
static const struct registered_figure *figures_of(struct arena *arena,
                                                  const struct poll_outcome *poll, size_t *count)
{
    static const enum group groups[] = {GROUP_ALL, GROUP_PRESENT, GROUP_FOR, GROUP_AGAINST,
                                        GROUP_ABSTAINED};
    size_t group_count = sizeof groups / sizeof *groups;
    const struct election *election = &poll->election;
    struct registered_figure *figures =
        arena_alloc(arena, group_count + election->candidate_count, sizeof *figures);
    for (size_t i = 0; i < group_count; i++) {
        bool is_side = groups[i] == GROUP_FOR || groups[i] == GROUP_AGAINST;
        if ((poll->is_election && is_side) || (poll->by_consensus && groups[i] > GROUP_PRESENT))
            continue;
        figures[*count] = figure_for(arena, poll, &poll->counts[groups[i]]);
        figures[(*count)++].group = group_name(groups[i]);
    }
    for (size_t i = 0; i < election->candidate_count; i++) {
        figures[*count] = figure_for(arena, poll, &election->candidates[i].count);
        figures[(*count)++].candidate = election->candidates[i].name;
    }
    return figures;
}

struct registered decide_registered(struct arena *arena, const struct outcome *outcome,
                                    const struct poll_outcome *poll)
{
    struct registered line = {
        .date = outcome->vote_day,
        .body = outcome->body,
        .kind = poll->decision,
        .title = poll->title,
        .motion = poll->motion,
        .post = poll->post,
        .verdict = verdict_name(poll->result.verdict),
        .winner = poll->result.winner,
        .run_off = poll->result.run_off,
        .run_off_count = poll->result.run_off_count,
        .consensus = poll->by_consensus,
        .certain = poll->certain,
        .keep_months = poll->keeping.months,
        .destroy_on = poll->keeping.destroy_on,
        .ballots_hmac = poll->secrecy == BALLOTS_SECRET ? outcome->ballots_hmac : NULL,
    };
    line.quorums = quorums_of(arena, poll, &line.quorum_count);
    line.figures = figures_of(arena, poll, &line.figure_count);
    return line;
}
