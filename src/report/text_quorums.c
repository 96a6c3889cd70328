/* SPDX-License-Identifier: MIT */
#include "text_reweighting.h"

#include "phrases_county.h"
#include "quorate/ratio.h"

static const char *label_of(bool now)
{
    return now ? "Now" : "Then";
}

/* The names then, or of those that stay. */
static const char *const *names_of(struct arena *arena, const struct reweighting *reweighting,
                                   bool now, size_t *count)
{
    const char **names = arena_alloc(arena, reweighting->practice_count, sizeof *names);
    *count = 0;
    for (size_t i = 0; i < reweighting->practice_count; i++)
        if (!now || reweighting->practices[i].source != SIZE_LEFT)
            names[(*count)++] = reweighting->practices[i].practice;
    return names;
}

static void quorum(const struct page *page, const struct reweighting *reweighting,
                   const struct reach *reach, bool now)
{
    struct arena *arena = page->arena;
    struct reached reached = {
        .reweighting = reweighting,
        .reach = reach,
        .population = now ? reweighting->after : reweighting->before,
        .now = now,
    };
    reached.names = names_of(arena, reweighting, now, &reached.count);
    page_paragraph(page, label_of(now), phrases_reach(arena, &reached));
    size_t shown = phrases_reach_groups(&reached);
    for (size_t i = 0; i < shown; i++)
        page_item(page, phrases_reach_group(arena, &reached, i));
    if (shown > 0 && reach->sets > shown)
        page_item(page, arena_format(arena, "and %s",
                                     phrases_several(arena, (int64_t)(reach->sets - shown),
                                                     "other group", "other groups")));
}

/* Present at a meeting or replying by email: whoever makes the one makes the other. */
static bool same_figures(const struct quorum_change *one, const struct quorum_change *other)
{
    return one->before.needed == other->before.needed && one->after.needed == other->after.needed;
}

static bool told_before(const struct reweighting *reweighting, size_t quorum)
{
    for (size_t i = 0; i < quorum; i++)
        if (same_figures(&reweighting->quorums[i], &reweighting->quorums[quorum]))
            return true;
    return false;
}

void text_quorums(const struct page *page, const struct reweighting *reweighting)
{
    for (size_t i = 0; i < reweighting->quorum_count; i++) {
        const struct quorum_change *change = &reweighting->quorums[i];
        if (told_before(reweighting, i))
            continue;
        page_blank(page);
        for (size_t j = i; j < reweighting->quorum_count; j++)
            if (same_figures(change, &reweighting->quorums[j]))
                page_line(page,
                          arena_format(page->arena, "Quorum: %s (%s)", reweighting->quorums[j].text,
                                       reweighting->quorums[j].decisions));
        quorum(page, reweighting, &change->before, false);
        quorum(page, reweighting, &change->after, true);
    }
}

/* Whose power it is, then or now. */
static struct voters voters_of(struct arena *arena, const struct reweighting *reweighting, bool now)
{
    struct voters voters = {.unit = reweighting->unit, .units = reweighting->units};
    voters.names = names_of(arena, reweighting, now, &voters.count);
    return voters;
}

/* The cells of one practice, then or now, in every second column; empty when it has none. */
static void power_cells(struct arena *arena, const struct power *power, size_t place, bool there,
                        const char **cells)
{
    if (!power->known || !there)
        return;
    const struct member_power *member = &power->members[place];
    cells[0] = number_grouped(arena, member->decides);
    cells[2] = arena_format(arena, "%s%%", member->banzhaf);
    cells[4] = arena_format(arena, "%s%%", member->shapley);
}

static void power_table(const struct page *page, const struct reweighting *reweighting)
{
    static const struct page_group groups[] = {
        {1, "Decides"}, {3, "Banzhaf"}, {5, "Shapley-Shubik"}};
    struct page_table table = {.columns = 7, .groups = groups, .group_count = 3};
    size_t staying = 0;
    page_blank(page);
    page_table_row(page, &table,
                   (const char *const[]){phrases_capital(page->arena, reweighting->unit), "Then",
                                         "Now", "Then", "Now", "Then", "Now"});
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        bool stays = reweighting->practices[i].source != SIZE_LEFT;
        const char *cells[7] = {reweighting->practices[i].practice};
        power_cells(page->arena, &reweighting->power_before, i, true, &cells[1]);
        power_cells(page->arena, &reweighting->power_after, staying, stays, &cells[2]);
        staying += stays ? 1 : 0;
        page_table_row(page, &table, cells);
    }
    page_table_end(page, &table);
}

/* What is needed, and who decides never or always; or that it is not known. */
static void power_paragraph(const struct page *page, const struct reweighting *reweighting,
                            bool now)
{
    struct arena *arena = page->arena;
    const struct power *power = now ? &reweighting->power_after : &reweighting->power_before;
    struct voters voters = voters_of(arena, reweighting, now);
    if (!power->known) {
        page_paragraph(page, label_of(now), phrases_power_unknown(arena, &voters));
        return;
    }
    int64_t votes = now ? reweighting->after : reweighting->before;
    const char *needed = arena_format(arena, "%s of %s %s needed, when all vote.",
                                      number_grouped(arena, power->quota),
                                      phrases_votes_number(arena, votes, 0), now ? "are" : "were");
    /* Where a practice left, the explanation above tells the ways of now. */
    if (!now && reweighting->power_after.known && reweighting->power_after.ways != power->ways)
        needed =
            arena_format(arena, "%s The ways were %s.", needed, number_grouped(arena, power->ways));
    page_paragraph(page, label_of(now),
                   phrases_join(arena, needed, phrases_power_extremes(arena, &voters, power)));
}

void text_powers(const struct page *page, const struct reweighting *reweighting)
{
    struct arena *arena = page->arena;
    bool then = reweighting->power_before.known;
    bool now = reweighting->power_after.known;
    if (reweighting->power_decision == NULL)
        return;
    page_blank(page);
    page_line(page, arena_format(arena, "Voting power (%s)", reweighting->power_decision));
    if (then || now) {
        struct voters voters = voters_of(arena, reweighting, now);
        page_line(page,
                  phrases_power(arena, &voters,
                                now ? &reweighting->power_after : &reweighting->power_before));
    }
    power_paragraph(page, reweighting, false);
    power_paragraph(page, reweighting, true);
    if (then || now)
        power_table(page, reweighting);
}
