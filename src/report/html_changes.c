/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "html_reweighting.h"
#include "phrases_reweighting.h"
#include "quorate/ratio.h"

/* What changes of one practice, in a unit that all have in common. One that leaves is no change of
 * this kind, and its bar would dwarf the others. */
struct changed {
    const struct practice_change *practice;
    const char *figure;
    int64_t change;
};

/* The greatest growth first; of equal changes the roll's order. */
static int by_change(const void *one, const void *other)
{
    const struct changed *a = one;
    const struct changed *b = other;
    if (a->change != b->change)
        return a->change > b->change ? -1 : 1;
    return a->practice < b->practice ? -1 : 1;
}

static int64_t size_of(int64_t number)
{
    return number < 0 ? -number : number;
}

/* Bars to both sides of nought where some grow and some fall, else to one side. */
static void picture_of(const struct html *html, const char *finding, struct changed *changes,
                       size_t count, const struct legend legend[2])
{
    struct picture picture = {.finding = finding, .count = count};
    struct bar *bars = arena_alloc(html->arena, count, sizeof *bars);
    bool growing = false, falling = false;
    qsort(changes, count, sizeof *changes, by_change);
    for (size_t i = 0; i < count; i++) {
        int64_t change = changes[i].change;
        growing = growing || change > 0;
        falling = falling || change < 0;
        if (size_of(change) > picture.scale)
            picture.scale = size_of(change);
        bars[i] = (struct bar){
            .label = changes[i].practice->practice,
            .figure = changes[i].figure,
            .quantity = change,
            .fill = change < 0 ? FILL_STRIPES : FILL_SOLID,
        };
    }
    picture.bars = bars;
    picture.changes = growing && falling;
    picture.legend = legend;
    picture.legend_count = picture.changes ? 2 : 0;
    html_picture(html, &picture);
}

static const char *number_or_none(struct arena *arena, size_t number)
{
    return number == 0 ? "none" : number_grouped(arena, (int64_t)number);
}

/* "Of 9 practices that stay 8 grow and none falls. The Hart Surgery leaves the roll, ..." */
static const char *finding(struct arena *arena, const struct reweighting *reweighting,
                           const struct changed *changes, size_t count)
{
    size_t growing = 0, falling = 0;
    for (size_t i = 0; i < count; i++) {
        growing += changes[i].change > 0;
        falling += changes[i].change < 0;
    }
    const char *all = phrases_several(arena, (int64_t)count, reweighting->unit, reweighting->units);
    const char *leaving = phrases_sizes_leaving(arena, reweighting);
    const char *stay = *leaving == '\0' ? "" : count == 1 ? " that stays" : " that stay";
    const char *found =
        arena_format(arena, "Of %s%s %s %s and %s %s.", all, stay, number_or_none(arena, growing),
                     growing > 1 ? "grow" : "grows", number_or_none(arena, falling),
                     falling > 1 ? "fall" : "falls");
    if (count > 1 && (growing == count || falling == count))
        found = arena_format(arena, "All %s%s %s.", all, stay, growing == count ? "grow" : "fall");
    return phrases_join(arena, found, leaving);
}

void html_size_changes(const struct html *html, const struct reweighting *reweighting)
{
    static const struct legend legend[] = {{.label = "More patients", .fill = FILL_SOLID},
                                           {.label = "Fewer patients", .fill = FILL_STRIPES}};
    struct arena *arena = html->arena;
    size_t count = 0;
    struct changed *changes = arena_alloc(arena, reweighting->practice_count, sizeof *changes);
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        const struct practice_change *practice = &reweighting->practices[i];
        if (practice->source == SIZE_LEFT)
            continue;
        changes[count++] = (struct changed){
            .practice = practice,
            .figure =
                arena_format(arena, "%s%s (%s%%)", practice->change > 0 ? "+" : "",
                             number_grouped(arena, practice->change), practice->percent_change),
            .change = practice->change,
        };
    }
    if (count <= HTML_BARS_MOST)
        picture_of(html, finding(arena, reweighting, changes, count), changes, count, legend);
}

/* "-1.27" in hundredths. */
static int64_t hundredths(const char *points)
{
    int64_t number = 0;
    for (const char *at = points; *at != '\0'; at++)
        if (*at >= '0' && *at <= '9')
            number = number * 10 + (*at - '0');
    return points[0] == '-' ? -number : number;
}

void html_weight_changes(const struct html *html, const struct reweighting *reweighting)
{
    static const struct legend legend[] = {{.label = "More weight", .fill = FILL_SOLID},
                                           {.label = "Less weight", .fill = FILL_STRIPES}};
    struct arena *arena = html->arena;
    /* A practice that leaves has no bar: its weight goes to the others. */
    const char *moved = phrases_join(arena, phrases_sizes_moved(arena, reweighting, false),
                                     phrases_sizes_leaving(arena, reweighting));
    size_t count = 0;
    struct changed *changes = arena_alloc(arena, reweighting->practice_count, sizeof *changes);
    bool any = false;
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        const struct practice_change *practice = &reweighting->practices[i];
        if (practice->source == SIZE_LEFT)
            continue;
        changes[count] = (struct changed){
            .practice = practice,
            .figure = arena_format(arena, "%s points", practice->weight_change),
            .change = hundredths(practice->weight_change),
        };
        any = any || changes[count].change != 0;
        count++;
    }
    if (any && count <= HTML_BARS_MOST)
        picture_of(html, moved, changes, count, legend);
    else
        html_paragraph(html, phrases_sizes_moved(arena, reweighting, true));
}

static struct bar share_bar(const struct html *html, const char *when,
                            const struct share_figures *share)
{
    return (struct bar){
        .label = when,
        .figure = arena_format(html->arena, "%s votes (%s%%)", share->votes, share->percent_long),
        .quantity = share->total == 0 ? 0 : share->population * 10000 / share->total,
    };
}

void html_share_change(const struct html *html, const struct reweighting *reweighting)
{
    const struct share_figures *before = &reweighting->share_before;
    const struct share_figures *after = &reweighting->share_after;
    if (!before->known || !after->known)
        return;
    struct bar bars[] = {share_bar(html, html_then(html, reweighting), before),
                         share_bar(html, html_now(html, reweighting), after)};
    struct picture picture = {
        .finding = arena_format(html->arena, "The locality's share goes from %s to %s of %s.",
                                before->votes, after->votes,
                                phrases_votes_number(html->arena, reweighting->votes_in_all, 0)),
        .bars = bars,
        .count = 2,
        .scale = bars[0].quantity > bars[1].quantity ? bars[0].quantity : bars[1].quantity,
    };
    html_picture(html, &picture);
}
