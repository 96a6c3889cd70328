/* SPDX-License-Identifier: MIT */
#include "../phrases_reweighting.h"

#include "../phrases_county.h"
#include "pages.h"
#include "quorate/date.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

/* The day of list sizes as a heading. */
static const char *day_or(struct arena *arena, struct date date, const char *otherwise)
{
    return date_given(date) ? date_long(arena, date) : otherwise;
}

/* A table of what the first column is headed by, then and now. */
static struct doc_table *then_and_now(struct arena *arena, const struct reweighting *reweighting,
                                      const char *caption, const char *of)
{
    struct doc_table *table = doc_table_new(arena, caption, of);
    doc_table_column(table, day_or(arena, reweighting->before_at, "Then"), ALIGN_NUMBER)->brief =
        "Then";
    doc_table_column(table, day_or(arena, reweighting->as_at, "Now"), ALIGN_NUMBER)->brief = "Now";
    return table;
}

/* "+35", "-300", "0" */
static const char *change(struct arena *arena, int64_t number)
{
    return arena_format(arena, "%s%s", number > 0 ? "+" : "", number_grouped(arena, number));
}

/* ---- Pictures of what changes: of one practice, in a unit that all have in common. One that
 * leaves is no change of this kind, and its bar would dwarf the others. */

/* The greatest growth first, to both sides of nought where some grow and some fall, else to one
 * side. NULL where there are more than a picture shows. */
static const struct picture *changes_picture(struct picture *picture, const char *finding,
                                             const char *more, const char *fewer)
{
    bool growing = false, falling = false;
    if (picture->count == 0 || picture->count > PICTURE_BARS_MOST)
        return NULL;
    for (size_t i = 0; i < picture->count; i++) {
        growing = growing || picture->bars[i].quantity > 0;
        falling = falling || picture->bars[i].quantity < 0;
    }
    picture_sort(picture);
    picture->finding = finding;
    picture->changes = growing && falling;
    if (picture->changes) {
        picture_legend(picture, (struct legend){.label = more, .fill = FILL_SOLID});
        picture_legend(picture, (struct legend){.label = fewer, .fill = FILL_STRIPES});
    }
    return picture;
}

static void change_bar(struct picture *picture, const struct practice_change *practice,
                       const char *figure, int64_t change)
{
    picture_bar(picture, (struct bar){
                             .label = practice->practice,
                             .figure = figure,
                             .quantity = change,
                             .fill = change < 0 ? FILL_STRIPES : FILL_SOLID,
                         });
}

static const char *number_or_none(struct arena *arena, size_t number)
{
    return number == 0 ? "none" : number_grouped(arena, (int64_t)number);
}

/* "Of 9 practices that stay 8 grow and none falls. The Hart Surgery leaves the roll, ..." */
static const char *who_grows(struct arena *arena, const struct reweighting *reweighting,
                             const struct picture *changes)
{
    size_t growing = 0, falling = 0, count = changes->count;
    for (size_t i = 0; i < count; i++) {
        growing += changes->bars[i].quantity > 0;
        falling += changes->bars[i].quantity < 0;
    }
    const char *all = phrases_sizes_members(arena, reweighting, count);
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

static const struct picture *sizes_picture(struct arena *arena,
                                           const struct reweighting *reweighting)
{
    struct picture *picture = picture_new(arena, NULL, reweighting->practice_count);
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        const struct practice_change *practice = &reweighting->practices[i];
        if (practice->source != SIZE_LEFT)
            change_bar(picture, practice,
                       arena_format(arena, "%s (%s%%)", change(arena, practice->change),
                                    practice->percent_change),
                       practice->change);
    }
    return changes_picture(picture, who_grows(arena, reweighting, picture), "More patients",
                           "Fewer patients");
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

/* NULL where no weight moves. A practice that leaves has no bar: its weight goes to the others. */
static const struct picture *weights_picture(struct arena *arena,
                                             const struct reweighting *reweighting)
{
    struct picture *picture = picture_new(arena, NULL, reweighting->practice_count);
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        const struct practice_change *practice = &reweighting->practices[i];
        if (practice->source != SIZE_LEFT)
            change_bar(picture, practice,
                       arena_format(arena, "%s%% to %s%%: %s points", practice->weight_before,
                                    practice->weight_after, practice->weight_change),
                       hundredths(practice->weight_change));
    }
    const char *moved = phrases_join(arena, phrases_sizes_moved(arena, reweighting, false),
                                     phrases_sizes_leaving(arena, reweighting));
    return picture->scale == 0 ? NULL
                               : changes_picture(picture, moved, "More weight", "Less weight");
}

/* ---- Parts */

static void sizes_outcome(struct document *document, const struct reweighting *reweighting)
{
    struct arena *arena = document->arena;
    const char *result = phrases_sizes_result(arena, reweighting);
    struct block *verdict =
        document_outcome(document, phrases_sizes_finding(arena, reweighting), result, TONE_OPEN);
    verdict->brief = result;
    verdict->marks = document_marks(document, NO_POLL, ANCHOR_SIZES);
}

static void sizes_new_roll(struct document *document, const struct reweighting *reweighting)
{
    struct arena *arena = document->arena;
    document_quiet_section(document, "new-roll", "New roll", true);
    document_fact(document, "New roll", phrases_sizes_written(arena, reweighting));
    document_fact(document, "County", phrases_sizes_area(arena, reweighting))->marks =
        document_marks(document, NO_POLL, ANCHOR_AREA);
}

/* A size that is not the file's is marked. */
static const char *size_now(struct arena *arena, const struct practice_change *practice)
{
    static const char *const marks[] = {
        [SIZE_FROM_FILE] = "", [SIZE_KEPT] = "kept ", [SIZE_SET] = "set ", [SIZE_LEFT] = ""};
    if (practice->source == SIZE_LEFT)
        return "left";
    return arena_format(arena, "%s%s", marks[practice->source],
                        number_grouped(arena, practice->after));
}

static void sizes_table(struct document *document, const struct reweighting *reweighting)
{
    struct arena *arena = document->arena;
    struct doc_table *table = then_and_now(arena, reweighting, "List sizes, and how they change",
                                           text_capital(arena, reweighting->terms.unit));
    doc_table_column(table, "Change", ALIGN_NUMBER);
    doc_table_column(table, "Change in percent", ALIGN_NUMBER)->brief = "";
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        const struct practice_change *practice = &reweighting->practices[i];
        struct doc_row *row = doc_table_row(
            table,
            (const char *const[]){practice->practice, number_grouped(arena, practice->before),
                                  size_now(arena, practice), change(arena, practice->change),
                                  document_percent(arena, practice->percent_change)});
        row->cells[0].code = practice->code;
    }
    doc_table_row(table,
                  (const char *const[]){phrases_sizes_total(arena, reweighting),
                                        number_grouped(arena, reweighting->before),
                                        number_grouped(arena, reweighting->after),
                                        change(arena, reweighting->after - reweighting->before),
                                        document_percent(arena, reweighting->percent_change)})
        ->is_total = true;
    table->picture = sizes_picture(arena, reweighting);
    table->fold = FOLD_CLOSED;
    document_section(document, "sizes", "List sizes")->marks =
        document_marks(document, NO_POLL, ANCHOR_PRACTICES);
    document_table(document, table);
}

static void sizes_weights(struct document *document, const struct reweighting *reweighting)
{
    struct arena *arena = document->arena;
    struct doc_table *table =
        then_and_now(arena, reweighting, "Weights, and how many percentage points they move",
                     text_capital(arena, reweighting->terms.unit));
    doc_table_column(table, "Percentage points", ALIGN_NUMBER)->brief = "Points";
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        const struct practice_change *practice = &reweighting->practices[i];
        bool left = practice->source == SIZE_LEFT;
        doc_table_row(table, (const char *const[]){
                                 practice->practice,
                                 document_percent(arena, practice->weight_before),
                                 left ? "left" : document_percent(arena, practice->weight_after),
                                 practice->weight_change,
                             });
    }
    doc_table_row(table, (const char *const[]){phrases_sizes_total(arena, reweighting), "100.00%",
                                               "100.00%", NULL})
        ->is_total = true;
    document_section(document, "weights", "Weights by list size")->brief =
        "Weights by list size, and how many percentage points they move";
    table->picture = weights_picture(arena, reweighting);
    table->fold = FOLD_CLOSED;
    document_table(document, table);
    document_paragraph(document, NULL, phrases_sizes_moved(arena, reweighting, true))->kind =
        table->picture == NULL ? BLOCK_PARAGRAPH : BLOCK_PICTURE;
}

/* ---- The constitution's tables, to be put in the place of last year's */

static void locality_cells(struct doc_table *table, const struct locality_change *locality)
{
    struct arena *arena = table->arena;
    const char *name = locality->name;
    if (locality->practices > 0)
        name = arena_format(arena, "%s (%s)", name,
                            phrases_several(arena, locality->practices, "practice", "practices"));
    doc_table_row(table,
                  (const char *const[]){
                      name,
                      locality->after > 0 ? number_grouped(arena, locality->after) : "not known",
                      document_percent(arena, locality->share_percent),
                      locality->votes,
                  });
}

/* Every locality, where county.csv tells of all. */
static struct doc_table *locality_rows(struct arena *arena, const struct reweighting *reweighting)
{
    struct doc_table *table =
        doc_table_new(arena, "The constitution's table of localities, with the new figures",
                      "Locality|#Population|#Share|#Votes");
    for (size_t i = 0; i < reweighting->locality_count; i++)
        locality_cells(table, &reweighting->localities[i]);
    doc_table_row(table,
                  (const char *const[]){"Total", number_grouped(arena, reweighting->area_total),
                                        "100%", number_grouped(arena, reweighting->votes_in_all)})
        ->is_total = true;
    return table;
}

/* The locality's own, where it is known alone. */
static struct doc_table *locality_row(struct arena *arena, const struct reweighting *reweighting)
{
    const struct share_figures *now = &reweighting->share_after;
    struct doc_table *table =
        doc_table_new(arena, "The locality's new row in the constitution's table",
                      "Locality|#Population|#Share|#Votes");
    doc_table_row(table,
                  (const char *const[]){
                      arena_format(arena, "%s (%s)", reweighting->locality,
                                   phrases_sizes_members(arena, reweighting, reweighting->staying)),
                      number_grouped(arena, now->population),
                      document_percent(arena, now->percent),
                      now->votes,
                  });
    return table;
}

/* The roll as the constitution prints it, once its sizes are adopted. */
static void sizes_adopted_roll(struct document *document, const struct reweighting *reweighting)
{
    struct arena *arena = document->arena;
    if (reweighting->adopted_count == 0)
        return;
    struct doc_table *table =
        doc_table_new(arena, "The constitution's table of practices, with the new figures",
                      arena_format(arena, "%s|#Patients at %s|#Percent",
                                   text_capital(arena, reweighting->terms.unit),
                                   date_long(arena, reweighting->as_at)));
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        const struct practice_change *practice = &reweighting->practices[i];
        doc_table_row(
            table, (const char *const[]){practice->practice, number_grouped(arena, practice->after),
                                         document_percent(arena, practice->weight_after)});
    }
    doc_table_row(
        table, (const char *const[]){"Total", number_grouped(arena, reweighting->after), "100.00%"})
        ->is_total = true;
    document_section(document, "constitution", "For the constitution");
    document_table(document, table);
}

/* The locality's part of the county, then and now. */
static struct doc_table *share_table(struct arena *arena, const struct reweighting *reweighting)
{
    const struct share_figures *then = &reweighting->share_before;
    const struct share_figures *now = &reweighting->share_after;
    const char *const rows[][3] = {
        {"Patients", number_grouped(arena, then->population),
         number_grouped(arena, now->population)},
        {"Of the county's", number_grouped(arena, then->total), number_grouped(arena, now->total)},
        {"Share", document_percent(arena, then->percent_long),
         document_percent(arena, now->percent_long)},
        {arena_format(arena, "Votes of %s", number_grouped(arena, reweighting->votes_in_all)),
         then->votes, now->votes},
    };
    struct doc_table *table =
        then_and_now(arena, reweighting, "The locality's part of the county", "Locality");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        doc_table_row(table, rows[i]);
    return table;
}

static void sizes_governing_body(struct document *document, const struct reweighting *reweighting)
{
    struct arena *arena = document->arena;
    const struct note_marks marks = document_marks(document, NO_POLL, ANCHOR_SHARE);
    if (reweighting->locality == NULL || reweighting->votes_in_all == 0)
        return;
    struct block *section = document_section(document, "governing-body", "Governing Body");
    if (phrases_sizes_shares_known(reweighting)) {
        section->marks = marks;
        document_table(document, share_table(arena, reweighting));
    } else {
        document_paragraph(document, NULL, phrases_sizes_share(arena, reweighting))->marks = marks;
    }
    if (reweighting->share_after.known)
        document_table(document, reweighting->total_of_localities
                                     ? locality_rows(arena, reweighting)
                                     : locality_row(arena, reweighting));
}

/* ---- Who makes a quorum, and who decides */

/* Then or now: what is needed, and the first of the groups that make it. */
static void sizes_reached(struct document *document, const struct reweighting *reweighting,
                          const struct quorum_change *quorum, bool now)
{
    struct arena *arena = document->arena;
    struct reached found = phrases_reached(arena, reweighting, quorum, now);
    size_t count = 0;
    const char *const *items = phrases_reach_items(arena, &found, &count);
    document_fact(document, now ? "Now" : "Then", phrases_reach(arena, &found));
    for (size_t i = 0; i < count; i++)
        document_add(document, (struct block){.kind = BLOCK_ITEM, .text = items[i]});
}

/* "Quorum: at least 50% of population present (Vote at a meeting)" */
static const char *quorum_name(struct arena *arena, const struct quorum_change *quorum)
{
    return arena_format(arena, "Quorum: %s (%s)", quorum->text, quorum->decisions);
}

static void sizes_quorums(struct document *document, const struct reweighting *reweighting)
{
    struct arena *arena = document->arena;
    for (size_t i = 0; i < reweighting->quorum_count; i++) {
        size_t count = 0;
        const struct quorum_change *const *alike =
            phrases_quorums_alike(arena, reweighting, i, &count);
        if (count == 0)
            continue;
        document_section(document, arena_format(arena, "quorum-%zu", i + 1),
                         quorum_name(arena, alike[0]))
            ->is_folded = true;
        for (size_t j = 1; j < count; j++)
            document_paragraph(document, NULL, quorum_name(arena, alike[j]));
        sizes_reached(document, reweighting, alike[0], false);
        sizes_reached(document, reweighting, alike[0], true);
    }
}

static struct doc_table *sizes_power_table(struct arena *arena,
                                           const struct reweighting *reweighting)
{
    static const char *const groups[] = {"Decides", "Banzhaf", "Shapley-Shubik"};
    struct doc_table *table = doc_table_new(arena, "How often each vote decides, then and now", "");
    doc_table_column(table, text_capital(arena, reweighting->terms.unit), ALIGN_NAME);
    for (size_t i = 0; i < POWER_FIGURES; i++) {
        bool then = i % 2 == 0;
        struct doc_column *column = doc_table_column(
            table, arena_format(arena, "%s %s", groups[i / 2], then ? "then" : "now"),
            ALIGN_NUMBER);
        column->brief = then ? "Then" : "Now";
        column->group = then ? groups[i / 2] : NULL;
    }
    for (size_t i = 0; i < reweighting->practice_count; i++) {
        const char *cells[1 + POWER_FIGURES] = {reweighting->practices[i].practice};
        phrases_power_figures(arena, reweighting, i, &cells[1]);
        doc_table_row(table, cells);
    }
    return table;
}

static void sizes_powers(struct document *document, const struct reweighting *reweighting)
{
    struct arena *arena = document->arena;
    const struct power *after = &reweighting->power_after;
    bool any = reweighting->power_before.known || after->known;
    if (reweighting->power_decision == NULL)
        return;
    document_section(document, "power",
                     arena_format(arena, "Voting power (%s)", reweighting->power_decision));
    document_paragraph(document, NULL, phrases_power_most(arena, reweighting));
    document_paragraph(document, NULL, phrases_power_moved(arena, reweighting, true));
    document_paragraph(document, NULL, phrases_power_moved(arena, reweighting, false));
    document_fact(document, "Then", phrases_sizes_needed(arena, reweighting, false));
    document_fact(document, "Now", phrases_sizes_needed(arena, reweighting, true));
    if (!any)
        return;
    struct voters voters = phrases_sizes_voters(arena, reweighting, after->known);
    document_section(document, "power-figures", "Voting power in figures")->is_folded = true;
    document_paragraph(
        document, NULL,
        phrases_power(arena, &voters, after->known ? after : &reweighting->power_before));
    document_table(document, sizes_power_table(arena, reweighting));
}

struct document *page_of_reweighting(struct arena *arena, const void *value)
{
    const struct reweighting *reweighting = value;
    struct document *document = document_new(arena, reweighting->body, &reweighting->from,
                                             phrases_sizes_title(arena, reweighting));
    document->notes = phrases_sizes_notes(arena, reweighting);
    document->outcome = phrases_sizes_finding(arena, reweighting);
    sizes_outcome(document, reweighting);
    sizes_governing_body(document, reweighting);
    sizes_adopted_roll(document, reweighting);
    sizes_new_roll(document, reweighting);
    sizes_table(document, reweighting);
    sizes_weights(document, reweighting);
    sizes_quorums(document, reweighting);
    sizes_powers(document, reweighting);
    document_section(document, "basis", "Basis");
    document_fact(document, "Rule", phrases_sizes_duty(arena, reweighting));
    document_fact(document, "Layout", phrases_sizes_layout(arena, reweighting));
    return document;
}
