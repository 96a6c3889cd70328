/* SPDX-License-Identifier: MIT */
#include "parts.h"

#include "quorate/ratio.h"

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
    doc_table_column(table, phrases_capital(subject->arena, subject->outcome->terms.unit),
                     ALIGN_NAME);
    if (has->sizes) {
        doc_table_column(table, phrases_capital(subject->arena, subject->outcome->terms.column),
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
    size_t at = figures_of(subject->arena, has, &figures, standing->percent,
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

struct doc_table *part_members(const struct subject *subject, const struct members_table *of)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    const struct has has = {
        .sizes = subject->outcome->has_list_sizes,
        .votes = poll->weighing.kind != WEIGHT_ONE_EACH && poll->weighing.kind != WEIGHT_LIST_SIZE,
        .cast_by = of->cast_by != NULL,
        .received = phrases_has_received(poll),
    };
    struct doc_table *table = members_table(subject, of, &has);
    if (poll->roll_call.standing_count == 0)
        return table;
    for (size_t i = 0; i < poll->roll_call.standing_count; i++)
        member_row(table, subject, of, &has, &poll->roll_call.standings[i]);
    struct figures total = phrases_total(poll);
    const char *texts[MEMBER_COLUMNS] = {phrases_members(subject, total.members)};
    figures_of(arena, &has, &total, "100.00", poll->weighing.places, texts);
    doc_table_row(table, texts)->is_total = true;
    return table;
}

/* ---- Quorum */

void part_needed(struct arena *arena, struct picture *picture,
                 const struct condition_outcome *condition)
{
    const char *needed = phrases_figure(arena, condition, condition->needed);
    picture_legend(picture, (struct legend){.label = arena_format(arena, "Needed: %s", needed),
                                            .is_mark = true});
}

const struct picture *part_quorum_picture(const struct subject *subject,
                                          const struct condition_outcome *quorum)
{
    struct arena *arena = subject->arena;
    if (quorum->part.withheld || quorum->whole.withheld)
        return NULL;
    struct picture *picture = picture_new(arena, phrases_quorum_finding(subject, quorum), 1);
    picture->scale = figure_of(quorum->whole);
    picture_bar(picture, (struct bar){
                             .label = phrases_counted(subject, quorum),
                             .figure = phrases_part(subject, quorum),
                             .quantity = figure_of(quorum->part),
                             .mark = figure_of(quorum->needed),
                         });
    part_needed(arena, picture, quorum);
    return picture;
}

/* ---- Basis */

const char *part_whose_rules(struct arena *arena, const struct outcome *outcome)
{
    return phrases_rules(arena, outcome->constitution, outcome->body, outcome->edition);
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
    const char *const *told = phrases_told_by_caller(document->arena, &outcome->request, &count);
    for (size_t i = 0; i < count; i++)
        document_fact(document, "As told", told[i]);
}

/* ---- What it was made of, and the rows that do not count */

struct document *part_document(struct arena *arena, const struct outcome *outcome)
{
    struct document *document =
        document_new(arena, outcome->body, outcome->constitution, &outcome->origin,
                     outcome->version, outcome->inputs, outcome->input_count);
    document->date = outcome->date;
    document->units = outcome->terms.units;
    return document;
}

void part_refused(struct document *document, const struct subject *subject)
{
    for (size_t i = 0; i < subject->poll->ballots.refusal_count; i++)
        document_fact(document, "Refused",
                      phrases_refusal(subject, &subject->poll->ballots.refusals[i]));
}

void part_others(struct document *document, const struct subject *subject)
{
    document_fact(document, "Also there", phrases_others(subject, false));
    document_fact(document, "Not there", phrases_others(subject, true));
}

void part_set_aside(struct document *document, const struct subject *subject, const char *label,
                    enum return_status status)
{
    for (size_t i = 0; i < subject->poll->ballots.return_count; i++)
        if (subject->poll->ballots.returns[i].status == status)
            document_fact(document, label,
                          phrases_set_aside(subject, &subject->poll->ballots.returns[i]));
}
