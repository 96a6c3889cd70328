/* SPDX-License-Identifier: MIT */
#include "phrases_register.h"

#include <stdlib.h>
#include <string.h>

#include "quorate/buffer.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

/* ---- A line */

/* "48818.5" with its separators. What is no decimal stays: it comes from a file. */
static const char *grouped(struct arena *arena, const char *decimal)
{
    size_t whole = strspn(decimal, "0123456789");
    if (whole == 0 || whole > 15)
        return decimal;
    return arena_format(arena, "%s%s", number_grouped(arena, strtoll(decimal, NULL, 10)),
                        decimal + whole);
}

const char *phrases_registered_day(struct arena *arena, const struct registered *line)
{
    return date_given(line->date) ? date_long(arena, line->date) : "Day not known";
}

const char *phrases_registered_name(struct arena *arena, const struct registered *line)
{
    if (line->motion != NULL)
        return line->motion;
    return text_capital(arena, line->post != NULL ? line->post : line->title);
}

const char *phrases_registered_outcome(struct arena *arena, const struct registered *line)
{
    const char *words = text_capital(arena, line->verdict);
    if (line->consensus)
        words = arena_format(arena, "%s by consensus", words);
    if (line->winner != NULL)
        words = arena_format(arena, "%s: %s", words, line->winner);
    if (line->run_off_count > 0)
        words = arena_format(arena, "%s: %s", words,
                             text_list(arena, line->run_off, line->run_off_count, "and"));
    return line->certain ? words
                         : arena_format(arena, "%s, depending on how the rules are read", words);
}

static const char *one_quorum(struct arena *arena, const struct registered_quorum *quorum)
{
    const char *met = quorum->met ? "Met" : "Not met";
    if (quorum->part == NULL || quorum->whole == NULL || quorum->needed == NULL)
        return arena_format(arena, "%s: %s", met, quorum->text);
    return arena_format(arena, "%s: %s of %s, %s needed", met, grouped(arena, quorum->part),
                        grouped(arena, quorum->whole), grouped(arena, quorum->needed));
}

const char *phrases_registered_quorum(struct arena *arena, const struct registered *line)
{
    struct buffer words = {.arena = arena};
    if (line->quorum_count == 0)
        return "None asked";
    for (size_t i = 0; i < line->quorum_count; i++)
        buffer_format(&words, "%s%s", i == 0 ? "" : "; ", one_quorum(arena, &line->quorums[i]));
    return buffer_text(&words);
}

/* "4", or of votes that are no heads "48,818 (4)". */
static const char *figure_of_line(struct arena *arena, const struct registered_figure *figure)
{
    const char *members = number_grouped(arena, figure->members);
    const char *votes = figure->votes == NULL ? members : grouped(arena, figure->votes);
    return strcmp(votes, members) == 0 ? members : arena_format(arena, "%s (%s)", votes, members);
}

const char *phrases_registered_figures(struct arena *arena, const struct registered *line)
{
    struct buffer words = {.arena = arena};
    for (size_t i = 0; i < line->figure_count; i++) {
        const struct registered_figure *figure = &line->figures[i];
        const char *between = i == 0 ? "" : ", ";
        if (figure->candidate != NULL)
            buffer_format(&words, "%s%s %s", between, figure->candidate,
                          figure_of_line(arena, figure));
        else
            buffer_format(&words, "%s%s %s", between, figure_of_line(arena, figure),
                          strcmp(figure->group, "all") == 0 ? "in all" : figure->group);
    }
    return buffer_text(&words);
}

const char *phrases_registered_corrections(struct arena *arena, const struct registered *line)
{
    const char *before = NULL, *after = NULL;
    if (line->corrects > 0)
        before = arena_format(arena, "Corrects line %s.", number_grouped(arena, line->corrects));
    if (line->corrected_by > 0)
        after =
            arena_format(arena, "Corrected by line %s.", number_grouped(arena, line->corrected_by));
    return phrases_join(arena, before, after);
}

const char *phrases_registered_ballots(struct arena *arena, const struct registered *line)
{
    if (date_given(line->destroy_on))
        return arena_format(arena, "Ballots kept until %s, then destroyed.",
                            date_long(arena, line->destroy_on));
    if (line->keep_months == 0)
        return NULL;
    return arena_format(arena, "Ballots kept until %s after the outcome is confirmed.",
                        phrases_several(arena, line->keep_months, "month", "months"));
}

const char *phrases_ballots_due(struct arena *arena, const struct register_listing *listing,
                                const struct ballots_due *due)
{
    const char *until = phrases_registered_ballots(arena, due->of);
    return phrases_join(
        arena, until,
        due->is_due ? arena_format(arena, "Due by %s.", date_long(arena, listing->day)) : NULL);
}

const char *phrases_registration(struct arena *arena, const struct registration *registration)
{
    const char *first = number_grouped(arena, registration->first);
    const char *file = registration->file;
    if (registration->first == registration->last)
        return arena_format(arena, "Line %s of %s.", first, file);
    return arena_format(arena, "Lines %s to %s of %s.", first,
                        number_grouped(arena, registration->last), file);
}

/* ---- The whole of it */

const char *phrases_register_answer(struct arena *arena, const struct register_listing *listing)
{
    if (!listing->sound)
        return "Not as it was written";
    if (listing->kept_as == KEPT_EARLIER)
        return arena_format(arena, "Unbroken, and up to line %s as it was when the hash was kept",
                            number_grouped(arena, (int64_t)listing->kept_line));
    return listing->kept_as == KEPT_NONE ? "Unbroken, as far as it shows itself"
                                         : "Unbroken, and as it was when the hash was kept";
}

const char *phrases_register_figures(struct arena *arena, const struct register_listing *listing)
{
    const struct decision_register *decisions = listing->decisions;
    int64_t lines = (int64_t)decisions->line_count;
    const char *many = phrases_several(arena, lines, "line", "lines");
    if (decisions->fault_count > 0)
        return arena_format(
            arena, "%s, with %s.", many,
            phrases_several(arena, (int64_t)decisions->fault_count, "fault", "faults"));
    if (lines == 0)
        return "There is no line in it.";
    return lines == 1 ? "1 line."
                      : arena_format(arena,
                                     "%s, each of which follows from the one "
                                     "before it.",
                                     many);
}

const char *phrases_register_fault(struct arena *arena, const struct register_fault *fault)
{
    return arena_format(arena, "Line %s %s.", number_grouped(arena, (int64_t)fault->line),
                        fault->what);
}

static const char *what_was_kept(struct arena *arena, const struct register_listing *listing)
{
    const char *line = number_grouped(arena, (int64_t)listing->kept_line);
    switch (listing->kept_as) {
    case KEPT_LAST:
        return arena_format(arena, "The hash that was kept is that of line %s, the last one.",
                            line);
    case KEPT_EARLIER:
        return arena_format(arena,
                            "The hash that was kept is that of line %s. It shows nothing of the "
                            "lines behind that one: whether some at the end were cut off or "
                            "written anew, only a later hash can show.",
                            line);
    case KEPT_LOST:
        return "The hash that was kept is that of no line: since then lines were cut off, changed "
               "or written anew.";
    case KEPT_NONE:
        break;
    }
    return "Whether lines at the end were cut off or written anew, only a hash that was kept "
           "elsewhere can show. The report of each tally that was registered tells the last hash "
           "of its day.";
}

struct note_list phrases_register_notes(struct arena *arena, const struct register_listing *listing)
{
    struct note_list notes = phrases_no_notes(arena);
    int64_t undated = (int64_t)listing->undated_count;
    phrases_add_note(&notes, ANCHOR_RESULT, what_was_kept(arena, listing));
    if (undated > 0 && (date_given(listing->since) || date_given(listing->until)))
        phrases_add_note(
            &notes, ANCHOR_RESULT,
            arena_format(arena, "%s no day and %s listed whatever the span.",
                         phrases_several(arena, undated, "decision has", "decisions have"),
                         undated == 1 ? "is" : "are"));
    if (listing->due_count > 0)
        phrases_add_note(&notes, ANCHOR_RESULT,
                         "Whether ballots were destroyed is not in the register.");
    return notes;
}
