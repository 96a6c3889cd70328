/* SPDX-License-Identifier: MIT */
#include "text_reweighting.h"

#include "quorate/ratio.h"
#include "quorate/report.h"

static const char *percent(const struct page *page, const char *figure)
{
    return arena_format(page->arena, "%s%%", figure);
}

/* "+35", "-300", "0" */
static const char *change(struct arena *arena, int64_t number)
{
    return arena_format(arena, "%s%s", number > 0 ? "+" : "", number_grouped(arena, number));
}

static const char *anchors(const struct page *page, enum anchor anchor)
{
    return phrases_anchors(page->arena, page->notes, NO_POLL, anchor);
}

static void summary(const struct page *page, const struct reweighting *reweighting)
{
    struct arena *arena = page->arena;
    page_paragraph(page, "Result",
                   arena_format(arena, "%s%s", phrases_sizes_result(arena, reweighting),
                                anchors(page, ANCHOR_SIZES)));
    page_paragraph(page, "New roll", phrases_sizes_written(arena, reweighting));
    const char *area = phrases_sizes_area(arena, reweighting);
    if (area != NULL)
        page_paragraph(page, "County",
                       arena_format(arena, "%s%s", area, anchors(page, ANCHOR_AREA)));
}

/* A size that is not the file's is marked. */
static void size_row(const struct page *page, const struct practice_change *practice,
                     struct page_table *table)
{
    static const char *const marks[] = {
        [SIZE_FROM_FILE] = "", [SIZE_KEPT] = "kept ", [SIZE_SET] = "set ", [SIZE_LEFT] = ""};
    struct arena *arena = page->arena;
    const char *after = arena_format(arena, "%s%s", marks[practice->source],
                                     number_grouped(arena, practice->after));
    page_table_row(page, table,
                   (const char *const[]){
                       practice->practice,
                       number_grouped(arena, practice->before),
                       practice->source == SIZE_LEFT ? "left" : after,
                       change(arena, practice->change),
                       percent(page, practice->percent_change),
                   });
}

static void sizes(const struct page *page, const struct reweighting *reweighting)
{
    struct arena *arena = page->arena;
    struct page_table table = {.columns = 5};
    page_blank(page);
    page_line(page, arena_format(arena, "List sizes%s", anchors(page, ANCHOR_PRACTICES)));
    page_table_row(page, &table,
                   (const char *const[]){phrases_capital(arena, reweighting->unit), "Then", "Now",
                                         "Change", NULL});
    for (size_t i = 0; i < reweighting->practice_count; i++)
        size_row(page, &reweighting->practices[i], &table);
    page_table_row(page, &table,
                   (const char *const[]){
                       phrases_sizes_total(page->arena, reweighting),
                       number_grouped(arena, reweighting->before),
                       number_grouped(arena, reweighting->after),
                       change(arena, reweighting->after - reweighting->before),
                       percent(page, reweighting->percent_change),
                   });
    page_table_end(page, &table);
}

static void weights(const struct page *page, const struct reweighting *reweighting)
{
    struct page_table table = {.columns = 4};
    page_blank(page);
    page_line(page, "Weights by list size, and how many percentage points they move");
    page_table_row(page, &table,
                   (const char *const[]){phrases_capital(page->arena, reweighting->unit), "Then",
                                         "Now", "Points"});
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        const struct practice_change *practice = &reweighting->practices[i];
        bool left = practice->source == SIZE_LEFT;
        page_table_row(page, &table,
                       (const char *const[]){
                           practice->practice,
                           percent(page, practice->weight_before),
                           left ? "left" : percent(page, practice->weight_after),
                           practice->weight_change,
                       });
    }
    page_table_row(page, &table,
                   (const char *const[]){phrases_sizes_total(page->arena, reweighting), "100.00%",
                                         "100.00%", NULL});
    page_table_end(page, &table);
    page_line(page, phrases_sizes_moved(page->arena, reweighting, true));
}

/* The row as the constitution's table has it, to be put in its place. */
static void locality_row(const struct page *page, const struct reweighting *reweighting)
{
    struct arena *arena = page->arena;
    const struct share_figures *share = &reweighting->share_after;
    struct page_table table = {.columns = 4};
    page_blank(page);
    page_table_row(page, &table, (const char *const[]){"Locality", "Population", "Share", "Votes"});
    page_table_row(page, &table,
                   (const char *const[]){
                       arena_format(arena, "%s (%s)", reweighting->locality,
                                    phrases_several(page->arena, (int64_t)reweighting->staying,
                                                    reweighting->unit, reweighting->units)),
                       number_grouped(arena, share->population),
                       percent(page, share->percent),
                       share->votes,
                   });
    page_table_end(page, &table);
}

static void governing_body(const struct page *page, const struct reweighting *reweighting)
{
    if (reweighting->locality == NULL || reweighting->votes_in_all == 0)
        return;
    page_blank(page);
    page_line(page, "Governing Body");
    page_line(page, arena_format(page->arena, "%s%s", phrases_sizes_share(page->arena, reweighting),
                                 anchors(page, ANCHOR_SHARE)));
    if (reweighting->share_after.known)
        locality_row(page, reweighting);
}

/* What the figures rest on. */
static void basis(const struct page *page, const struct reweighting *reweighting)
{
    const char *duty = phrases_sizes_duty(page->arena, reweighting);
    page_blank(page);
    page_line(page, "Basis");
    if (duty != NULL)
        page_paragraph(page, "Rule", duty);
    page_paragraph(page, "Layout", phrases_sizes_layout(page->arena, reweighting));
}

bool report_text_reweighting(struct arena *arena, const struct reweighting *reweighting,
                             struct buffer *out)
{
    struct note_list notes = phrases_sizes_notes(arena, reweighting);
    struct page page = {.arena = arena, .notes = &notes, .out = out};
    page_title(&page, reweighting->body == NULL ? reweighting->constitution : reweighting->body);
    page_line(&page, phrases_sizes_title(arena, reweighting));
    page_blank(&page);
    summary(&page, reweighting);
    sizes(&page, reweighting);
    weights(&page, reweighting);
    governing_body(&page, reweighting);
    text_quorums(&page, reweighting);
    text_powers(&page, reweighting);
    basis(&page, reweighting);
    text_notes(&page);
    text_files(&page, reweighting->inputs, reweighting->input_count, reweighting->version);
    return true;
}
