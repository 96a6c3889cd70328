/* SPDX-License-Identifier: MIT */
#include "parts.h"

#include "quorate/ratio.h"
#include "quorate/text.h"

/* ---- Members */

/* Where what is said of a member begins in text. */
#define STANDING_AT ((size_t)58)

enum {
    MEMBER_COLUMNS = 7,
};

/* Which columns the table has besides the name and what is said of a member. */
struct has {
    bool sizes, votes, cast_by, received;
};

static struct doc_table *members_table(const struct subject *subject,
                                       const struct members_table *of, const struct has *has)
{
    struct doc_table *table = doc_table_new(subject->arena, of->caption, "");
    doc_table_column(table, text_capital(subject->arena, subject->outcome->terms.unit), ALIGN_NAME);
    if (has->sizes) {
        doc_table_column(table, text_capital(subject->arena, subject->outcome->terms.column),
                         ALIGN_NUMBER);
        doc_table_column(table, "Share", ALIGN_NUMBER);
    }
    if (has->votes)
        doc_table_column(table, "Votes", ALIGN_NUMBER);
    doc_table_column(table, of->heading, ALIGN_PROSE);
    if (has->cast_by)
        doc_table_column(table, subject->poll->by_consensus ? "Represented by" : "Cast by",
                         ALIGN_NAME)
            ->is_wide = true;
    if (has->received)
        doc_table_column(table, "Received", ALIGN_NAME)->is_below = true;
    table->prose_at = STANDING_AT;
    return table;
}

/* The name and the figures of a row; how many cells they are. */
static size_t figures_of(struct arena *arena, const struct has *has, const struct figures *figures,
                         const char *percent, unsigned places, const char **texts)
{
    size_t count = 1;
    if (has->sizes) {
        texts[count++] = number_grouped(arena, figures->population);
        texts[count++] = document_percent(arena, percent);
    }
    if (has->votes)
        texts[count++] = number_fixed_grouped(arena, figures->votes, places);
    return count;
}

static void member_row(struct doc_table *table, const struct subject *subject,
                       const struct members_table *of, const struct has *has,
                       const struct standing *standing)
{
    const struct figures figures = {.population = standing->list_size, .votes = standing->votes};
    const char *texts[MEMBER_COLUMNS] = {standing->practice};
    size_t at = figures_of(subject->arena, has, &figures,
                           phrases_of_population(subject->arena, subject->outcome, standing),
                           subject->poll->weighing.places, texts);
    texts[at] = of->words(subject, standing);
    size_t behind = at + 1;
    if (has->cast_by)
        texts[behind++] = of->cast_by(subject, standing);
    if (has->received)
        texts[behind] = phrases_received(subject->arena, standing);
    struct doc_row *row = doc_table_row(table, texts);
    row->cells[0].code = standing->code;
    if (of->brief != NULL)
        row->cells[at].brief = of->brief(subject, standing);
}

/* Those at `places`; where that is NULL it lists them in their order. */
static struct doc_table *list_of_members(const struct subject *subject,
                                         const struct members_table *of, const size_t *places,
                                         size_t listed)
{
    struct arena *arena = subject->arena;
    size_t count = subject->poll->roll_call.standing_count;
    const struct poll_outcome *poll = subject->poll;
    const struct has has = {
        .sizes = subject->outcome->has_list_sizes,
        .votes = poll->weighing.kind != WEIGHT_ONE_EACH && poll->weighing.kind != WEIGHT_LIST_SIZE,
        .cast_by = of->cast_by != NULL,
        .received = phrases_has_received(poll),
    };
    struct doc_table *table = members_table(subject, of, &has);
    if (count == 0)
        return table;
    for (size_t i = 0; i < listed; i++)
        member_row(table, subject, of, &has,
                   &poll->roll_call.standings[places == NULL ? i : places[i]]);
    doc_table_others(table, count - listed);
    struct figures total = phrases_total(poll);
    const char *texts[MEMBER_COLUMNS] = {phrases_members(subject, total.members)};
    figures_of(arena, &has, &total, "100.00", poll->weighing.places, texts);
    doc_table_row(table, texts)->is_total = true;
    return table;
}

/* What makes one member larger than another: its votes, and where each has one its list size. */
static const int64_t *sizes_of(const struct subject *subject)
{
    const struct roll_call *call = &subject->poll->roll_call;
    bool votes = subject->poll->weighing.kind != WEIGHT_ONE_EACH;
    int64_t *sizes = arena_alloc(subject->arena, call->standing_count, sizeof *sizes);
    for (size_t i = 0; i < call->standing_count; i++)
        sizes[i] = votes ? call->standings[i].votes : call->standings[i].list_size;
    return sizes;
}

static const char *rows_of(const struct subject *subject, size_t motions)
{
    struct arena *arena = subject->arena;
    size_t members = subject->poll->roll_call.standing_count;
    const char *of = motions == 1 ? ""
                                  : arena_format(arena, " in %s motions",
                                                 number_grouped(arena, (int64_t)motions));
    return arena_format(arena, "%s%s would be %s rows", phrases_members(subject, (int64_t)members),
                        of, number_grouped(arena, (int64_t)(members * motions)));
}

void part_not_listed(struct document *document, const struct subject *subject, size_t motions)
{
    const struct terms *terms = &subject->outcome->terms;
    document_paragraph(
        document, text_capital(subject->arena, terms->units),
        document_summed(subject->arena, terms->units, rows_of(subject, motions), SUMMED_ALL));
}

void part_members(struct document *document, const struct subject *subject,
                  const struct members_table *of)
{
    size_t count = subject->poll->roll_call.standing_count;
    size_t places[LISTED_FIRST], listed = count;
    bool whole = count <= document->listed;
    if (!whole) {
        listed = document_largest(sizes_of(subject), count, places);
        document_paragraph(document, text_capital(document->arena, subject->outcome->terms.units),
                           document_summed(document->arena, subject->outcome->terms.units,
                                           rows_of(subject, of->motions),
                                           listed > 0 ? SUMMED_SMALLER : SUMMED_LONG));
    }
    if (!whole && listed == 0)
        return;
    struct doc_table *table = list_of_members(subject, of, whole ? NULL : places, listed);
    table->picture = of->picture;
    table->fold = of->fold;
    document_table(document, table);
}

/* ---- Quorum */

void part_needed(struct arena *arena, struct picture *picture,
                 const struct condition_outcome *condition)
{
    const char *needed = phrases_figure(arena, condition, condition->needed);
    picture_legend(picture, (struct legend){.label = arena_format(arena, "Needed: %s", needed),
                                            .is_mark = true});
}

void part_quorum_picture(struct document *document, const struct subject *subject,
                         const struct condition_outcome *quorum)
{
    struct arena *arena = subject->arena;
    if (document->undrawn || quorum->part.withheld || quorum->whole.withheld)
        return;
    struct picture *picture = picture_new(arena, phrases_quorum_finding(subject, quorum), 1);
    picture->scale = figure_of(quorum->whole);
    picture_bar(picture, (struct bar){
                             .label = phrases_counted(subject, quorum),
                             .figure = phrases_part(subject, quorum),
                             .quantity = figure_of(quorum->part),
                             .mark = figure_of(quorum->needed),
                         });
    part_needed(arena, picture, quorum);
    document_picture(document, picture);
}

/* ---- Basis */

const char *part_whose_rules(struct arena *arena, const struct outcome *outcome)
{
    return phrases_rules(arena, outcome->from.constitution, outcome->body, outcome->edition);
}

void part_rules(struct document *document, const struct subject *subject)
{
    for (size_t i = 0; i < subject->poll->basis_count; i++) {
        const struct basis *basis = &subject->poll->basis[i];
        if (basis->kind != RULE_WEIGHT)
            document_fact(document, phrases_basis_label(document->arena, basis->kind),
                          phrases_basis(subject, basis));
    }
}

void part_told(struct document *document, const struct outcome *outcome)
{
    size_t count;
    const char *const *told =
        phrases_told_by_caller(document->arena, &outcome->from.request, &count);
    for (size_t i = 0; i < count; i++)
        document_fact(document, "As told", told[i]);
}

/* ---- What it was made of, and the rows that do not count */

struct document *part_document(struct arena *arena, const struct outcome *outcome)
{
    struct document *document = document_new(arena, outcome->body, &outcome->from, NULL);
    document->date = outcome->date;
    document->units = outcome->terms.units;
    document->listed = phrases_listed(part_rows(outcome));
    return document;
}

size_t part_rows(const struct outcome *outcome)
{
    size_t members = outcome->poll_count == 0 ? 0 : outcome->polls[0].roll_call.standing_count;
    return members * outcome->poll_count;
}

void part_absent(struct document *document, const struct subject *subject)
{
    const struct roll_call *call = &subject->poll->roll_call;
    const char *label = subject->poll->by_reply ? "No reply" : "Absent";
    if (call->absent_count > document->listed)
        document_fact(document, label,
                      arena_format(document->arena, "%s.",
                                   phrases_members(subject, (int64_t)call->absent_count)));
    else
        for (size_t i = 0; i < call->absent_count; i++)
            document_fact(document, label, call->absent[i]);
}

void part_refused(struct document *document, const struct subject *subject)
{
    struct doc_list list = {document, "Refused", 0};
    for (size_t i = 0; i < subject->poll->ballots.refusal_count; i++)
        if (doc_list_tells(&list))
            document_fact(document, list.label,
                          phrases_refusal(subject, &subject->poll->ballots.refusals[i]));
    doc_list_end(&list, "other row", "other rows");
}

void part_others(struct document *document, const struct subject *subject)
{
    document_fact(document, "Also there", phrases_others(subject, false));
    document_fact(document, "Not there", phrases_others(subject, true));
}

void part_set_aside(struct document *document, const struct subject *subject, const char *label,
                    enum return_status status)
{
    struct doc_list list = {document, label, 0};
    for (size_t i = 0; i < subject->poll->ballots.return_count; i++)
        if (subject->poll->ballots.returns[i].status == status && doc_list_tells(&list))
            document_fact(document, label,
                          phrases_set_aside(subject, &subject->poll->ballots.returns[i]));
    doc_list_end(&list, "other row", "other rows");
}
