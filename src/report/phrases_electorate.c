/* SPDX-License-Identifier: MIT */
#include "phrases_electorate.h"

#include "quorate/ratio.h"
#include "quorate/text.h"

const char *phrases_electorate_title(struct arena *arena, const struct electorate *electorate)
{
    return date_given(electorate->day)
               ? arena_format(arena, "Roll of %s", date_long(arena, electorate->day))
               : "Roll";
}

const char *phrases_electorate_members(struct arena *arena, const struct electorate *electorate,
                                       size_t members)
{
    return phrases_several(arena, (int64_t)members, electorate->terms.unit,
                           electorate->terms.units);
}

const char *phrases_electorate_size(struct arena *arena, const struct electorate *electorate)
{
    const char *members = phrases_electorate_members(arena, electorate, electorate->count);
    return electorate->has_list_sizes
               ? arena_format(arena, "%s, %s", members,
                              phrases_measured(arena, &electorate->terms, electorate->population))
               : members;
}

const char *phrases_electorate_figures(struct arena *arena, const struct electorate *electorate)
{
    if (!electorate->has_list_sizes)
        return arena_format(arena, "The roll has no %s.", electorate->terms.sizes);
    const char *patients = phrases_measured(arena, &electorate->terms, electorate->population);
    const char *sizes = electorate->terms.sizes;
    if (!date_given(electorate->as_at))
        return arena_format(arena, "%s, by %s of which the roll has no date.", patients, sizes);
    const char *text = arena_format(arena, "%s, by the %s of %s.", patients, sizes,
                                    date_long(arena, electorate->as_at));
    int beyond =
        date_given(electorate->day) ? date_beyond_year(electorate->as_at, electorate->day) : 0;
    if (beyond == 0)
        return text;
    return phrases_join(arena, text,
                        beyond > 0 ? "These are of more than a year before that day."
                                   : "These are of a later day.");
}

const char *phrases_electorate_days(struct arena *arena, const struct elector *elector)
{
    return arena_format(arena, "%s is a member %s.", elector->name,
                        tenure_days(arena, elector->tenure));
}

const char *phrases_electorate_absence(const struct electorate *electorate,
                                       const struct absent_member *absent)
{
    return tenure_is_to_come(absent->tenure, electorate->day) ? "to join" : "left";
}

const char *phrases_electorate_quorum(struct arena *arena, const struct quorum_asked *quorum)
{
    const char *area = quorum->area == NULL ? "" : arena_format(arena, ", in %s", quorum->area);
    const char *group =
        quorum->group == NULL ? "" : arena_format(arena, ", alternative \"%s\"", quorum->group);
    return arena_format(arena, "Quorum: %s%s%s (%s)", quorum->text, area, group, quorum->decisions);
}

const char *phrases_electorate_reading(struct arena *arena,
                                       const struct quorum_otherwise *otherwise)
{
    return arena_format(
        arena, "On the reading \"%s\" the quorum is %s (%s).", otherwise->reading, otherwise->text,
        otherwise->decision == NULL ? "every kind of decision" : otherwise->decision);
}

/* " without A and B and with C" */
static const char *who_changes(struct arena *arena, const struct roll_change *change)
{
    const char *gone = text_list(arena, change->gone, change->gone_count, "and");
    const char *joined = text_list(arena, change->joined, change->joined_count, "and");
    if (change->joined_count == 0)
        return arena_format(arena, "without %s", gone);
    return change->gone_count == 0 ? arena_format(arena, "with %s", joined)
                                   : arena_format(arena, "without %s and with %s", gone, joined);
}

const char *phrases_roll_change(struct arena *arena, const struct roll_change *change,
                                const struct terms *terms)
{
    const char **needed = arena_alloc(arena, change->needed_count, sizeof *needed);
    const char *text = arena_format(
        arena, "From %s %s: %s", date_long(arena, change->day), who_changes(arena, change),
        phrases_several(arena, (int64_t)change->members, terms->unit, terms->units));
    if (change->sizes_known)
        text =
            arena_format(arena, "%s, %s", text, phrases_measured(arena, terms, change->population));
    for (size_t i = 0; i < change->needed_count; i++)
        needed[i] = number_grouped(arena, change->needed[i]);
    if (change->needed_count > 0)
        text = arena_format(arena, "%s, and %s of them make a quorum", text,
                            text_list(arena, needed, change->needed_count, "or"));
    return arena_format(arena, "%s.", text);
}

struct reached phrases_electorate_reached(struct arena *arena, const struct electorate *electorate,
                                          const struct quorum_asked *quorum)
{
    const char *whole = NULL;
    const char *whose = quorum->by_name            ? " of those named"
                        : quorum->of_class != NULL ? arena_format(arena, " of %s", quorum->of_class)
                                                   : "";
    switch (quorum->measure) {
    case MEASURE_POPULATION:
        whole = phrases_measured(arena, &electorate->terms, quorum->whole);
        break;
    case MEASURE_VOTES:
        whole = arena_format(arena, "%s votes",
                             number_canonical_grouped(arena, quorum->whole, quorum->places));
        break;
    case MEASURE_MEMBERS:
        whole = phrases_electorate_members(arena, electorate, quorum->count);
        break;
    }
    return (struct reached){
        .unit = arena_format(arena, "%s%s", electorate->terms.unit, whose),
        .units = arena_format(arena, "%s%s", electorate->terms.units, whose),
        .reach = &quorum->reach,
        .places = quorum->places,
        .names = quorum->names,
        .count = quorum->count,
        .whole = arena_format(arena, "%s%s", whole, whose),
        .now = true,
        .any = quorum->reach.any,
    };
}
