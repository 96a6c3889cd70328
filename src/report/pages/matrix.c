/* SPDX-License-Identifier: MIT */
#include "quorate/text.h"
#include "tally.h"

/* Several motions side by side: who voted how on each. Every poll has the whole roll in its order,
 * so a row is the same member in each. */

/* A table of more is no overview: then each motion's own tells it. */
#define MATRIX_MEMBERS_MOST ((size_t)60)
#define MATRIX_MOTIONS_MOST ((size_t)24)

/* So many stand side by side on a sheet of paper. */
#define MATRIX_COLUMNS ((size_t)6)

/* A name up to so many columns wide heads a column by itself. */
#define SHORT_NAME ((size_t)12)

/* In a list that is too long to be a table a number finds a motion sooner than its name does. */
static bool has_short_names(const struct outcome *outcome)
{
    if (outcome->poll_count > MATRIX_MOTIONS_MOST)
        return false;
    for (size_t i = 0; i < outcome->poll_count; i++)
        if (text_width(phrases_vote_name(&outcome->polls[i])) > SHORT_NAME)
            return false;
    return true;
}

const char *tally_motion_label(struct arena *arena, const struct outcome *outcome, size_t poll)
{
    return has_short_names(outcome) ? phrases_vote_name(&outcome->polls[poll])
                                    : arena_format(arena, "Motion %zu", poll + 1);
}

static bool is_told(const struct poll_outcome *poll)
{
    return poll->secrecy != BALLOTS_SECRET;
}

/* What is said of a member, and in text in few letters. */
static void stand(struct doc_cell *cell, const struct subject *subject,
                  const struct standing *standing)
{
    cell->text = phrases_stance(subject, standing);
    if (standing->stance == STANDING_PRESENT && !subject->poll->by_consensus)
        cell->brief = "No vote";
    if (standing->stance == STANDING_INTERESTED)
        cell->brief = "Interest";
}

/* The motions of `polls`, by their places: MATRIX_COLUMNS at most. */
static void add_motions(struct document *document, const struct outcome *outcome,
                        const size_t *polls, size_t count)
{
    struct arena *arena = document->arena;
    const struct poll_outcome *whole[MATRIX_COLUMNS] = {NULL};
    struct arena *part = arena_part(arena);
    struct doc_table *table = doc_table_new(
        arena, arena_format(arena, "What each %s voted on each motion", outcome->terms.unit), "");
    const char **texts = arena_alloc(arena, count + 1, sizeof *texts);
    table->is_matrix = true;
    doc_table_column(table, text_capital(arena, outcome->terms.unit), ALIGN_NAME);
    for (size_t i = 0; i < count; i++) {
        doc_table_column(table, tally_motion_label(arena, outcome, polls[i]), ALIGN_NAME);
        whole[i] = outcome_poll(part, outcome, polls[i]);
    }
    for (size_t member = 0; member < outcome->polls[polls[0]].roll_call.standing_count; member++) {
        texts[0] = whole[0]->roll_call.standings[member].practice;
        struct doc_row *row = doc_table_row(table, texts);
        for (size_t i = 0; i < count; i++) {
            struct subject subject = {arena, outcome, whole[i]};
            stand(&row->cells[i + 1], &subject, &subject.poll->roll_call.standings[member]);
        }
    }
    arena_free(part);
    document_table(document, table);
}

/* "Motion 1 and Motion 2 are secret, and not shown here." */
static const char *left_out(struct arena *arena, const struct outcome *outcome)
{
    const char **names = arena_alloc(arena, outcome->poll_count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < outcome->poll_count; i++)
        if (!is_told(&outcome->polls[i]))
            names[count++] = tally_motion_label(arena, outcome, i);
    if (count == 0)
        return NULL;
    return arena_format(arena, "%s %s secret, and not shown here.",
                        text_list(arena, names, count, "and"), count == 1 ? "is" : "are");
}

static const char *too_large(struct arena *arena, const struct outcome *outcome, size_t motions)
{
    struct subject subject = {arena, outcome, &outcome->polls[0]};
    return arena_format(arena, "A table of %s by %zu motions would be too large to read: %s.",
                        phrases_members(&subject, (int64_t)subject.poll->roll_call.standing_count),
                        motions,
                        subject.poll->roll_call.standing_count > phrases_listed(part_rows(outcome))
                            ? "the result as JSON says who voted how"
                            : "each motion's own part says who voted how");
}

static bool anybody_votes(const struct outcome *outcome)
{
    for (size_t i = 0; i < outcome->poll_count; i++)
        if (!outcome->polls[i].by_consensus)
            return true;
    return false;
}

void tally_matrix(struct document *document, const struct outcome *outcome)
{
    struct arena *arena = document->arena;
    size_t *told = arena_alloc(arena, outcome->poll_count, sizeof *told);
    size_t count = 0;
    for (size_t i = 0; i < outcome->poll_count; i++)
        if (is_told(&outcome->polls[i]))
            told[count++] = i;
    if (count < 2)
        return;
    document_section(document, "matrix",
                     anybody_votes(outcome) ? "Who voted how" : "Who was there");
    if (count > MATRIX_MOTIONS_MOST ||
        outcome->polls[0].roll_call.standing_count > MATRIX_MEMBERS_MOST) {
        document_paragraph(document, NULL, too_large(arena, outcome, count));
        return;
    }
    document_paragraph(document, NULL, left_out(arena, outcome));
    size_t tables = (count + MATRIX_COLUMNS - 1) / MATRIX_COLUMNS;
    for (size_t i = 0; i < tables; i++)
        add_motions(document, outcome, &told[count * i / tables],
                    count * (i + 1) / tables - count * i / tables);
}
