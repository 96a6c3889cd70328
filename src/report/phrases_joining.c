/* SPDX-License-Identifier: MIT */
#include "phrases_attendance.h"

#include "quorate/ratio.h"
#include "quorate/text.h"

/* Who would make a quorum, and who may leave. */

/* `whose` as of phrases_whose. */
static const char *those_away(const struct attended *attended, const char *whose)
{
    return arena_format(attended->subject.arena, "those%s who %s", whose,
                        attended->subject.poll->by_reply ? "have not replied" : "are absent");
}

static const char *group(struct arena *arena, const struct quorum_others *others, size_t number)
{
    const struct reach *reach = &others->joining;
    bool all_but = reach->fewest > 2 && reach->fewest * 2 > others->away_count;
    return phrases_group(arena, reach, number, others->away, others->away_count, all_but);
}

/* "A, B or C": groups of one, as many as are told. */
static const char *each_alone(struct arena *arena, const struct quorum_others *others)
{
    size_t count = others->joining.group_count;
    const char **names = arena_alloc(arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = group(arena, others, i);
    return text_list(arena, names, count, "or");
}

/* Of several sets one is enough to see what it takes: of one condition the first is the largest. */
static const char *joining_in_groups(const struct attended *attended,
                                     const struct quorum_others *others, const char *whose)
{
    struct arena *arena = attended->subject.arena;
    const struct reach *reach = &others->joining;
    const char *more =
        phrases_several(arena, (int64_t)reach->fewest,
                        arena_format(arena, "more %s", attended->subject.outcome->terms.unit),
                        arena_format(arena, "more %s", attended->subject.outcome->terms.units));
    bool several_conditions =
        others == &attended->finding->together && attended->finding->condition_count > 1;
    if (!reach->sets_known && reach->sets == 0)
        return arena_format(arena,
                            "%s would make it so, if they are the largest of %s. These are more "
                            "than %zu, so in how many ways is not worked out.",
                            more, those_away(attended, whose), REACH_MEMBERS_MOST);
    if (reach->fewest == 1)
        return arena_format(arena, "%s would make it so: %s.", more, each_alone(arena, others));
    if (reach->sets == 1)
        return arena_format(arena, "%s would make it so: %s.", more, group(arena, others, 0));
    return arena_format(arena, "%s%s sets of %s would make it so; %s %s.",
                        reach->sets_known ? "" : "At least ",
                        number_grouped(arena, (int64_t)reach->sets), more,
                        several_conditions ? "one is" : "the largest is", group(arena, others, 0));
}

static const char *joining(const struct attended *attended, const struct quorum_others *others,
                           const char *whose)
{
    struct arena *arena = attended->subject.arena;
    const struct reach *reach = &others->joining;
    const char *away = those_away(attended, whose);
    if (others->away_count == 0)
        return "Nobody is left who could make it so.";
    if (!reach->possible)
        return arena_format(arena, "All %s together would not make it so.", away);
    if (!reach->fewest_known)
        return arena_format(arena,
                            "It would take at least %s of %s. How many, and which, is not worked "
                            "out.",
                            number_grouped(arena, (int64_t)reach->fewest), away);
    const char *all = phrases_names(&attended->subject, others->away, others->away_count, "and");
    if (reach->fewest == others->away_count)
        return reach->fewest == 1
                   ? arena_format(arena, "Only %s would make it so.", all)
                   : arena_format(arena, "Only all %s together would make it so: %s.", away, all);
    if (reach->any)
        return arena_format(arena, "Any %s of %s would make it so: %s.",
                            number_grouped(arena, (int64_t)reach->fewest), away,
                            reach->fewest == 1 ? phrases_names(&attended->subject, others->away,
                                                               others->away_count, "or")
                                               : all);
    return joining_in_groups(attended, others, whose);
}

/* Where not just anybody may leave, some may all the same. */
static const char *one_may_leave(const struct attended *attended,
                                 const struct quorum_others *others, const char *whose)
{
    struct arena *arena = attended->subject.arena;
    const char *may = attended->subject.poll->by_reply ? "could be missing" : "may leave";
    if (others->free_count == 1)
        return arena_format(arena, "Of the others%s only %s %s.", whose, others->free[0], may);
    return arena_format(arena, "Of the others%s one of these %s: %s.", whose, may,
                        phrases_names(&attended->subject, others->free, others->free_count, "or"));
}

/* "It stays met without any 2 of them, whoever they are. Without A, B and C, for example, it would
 * not be met."
 */
static const char *leaving(const struct attended *attended, const struct quorum_others *others,
                           const char *whose)
{
    struct arena *arena = attended->subject.arena;
    if (others->decisive_count == 0)
        return "It stays met whoever leaves.";
    if (others->may_leave == 0 && others->free_count == 0 && *whose != '\0')
        return arena_format(arena, "None%s %s.", whose,
                            attended->subject.poll->by_reply ? "could be missing" : "may leave");
    if (others->may_leave == 0 && others->free_count == 0)
        return attended->subject.poll->by_reply ? "None of them could be missing."
                                                : "Nobody may leave.";
    const char *without = arena_format(
        arena, "Without %s%s it would not be met.",
        phrases_names(&attended->subject, others->decisive, others->decisive_count, "and"),
        others->decisive_count > 1 ? ", for example," : "");
    if (others->may_leave == 0)
        return phrases_join(arena, without, one_may_leave(attended, others, whose));
    const char *stays =
        arena_format(arena, "It stays met without any %s of those counted, whichever %s.",
                     number_grouped(arena, (int64_t)others->may_leave),
                     others->may_leave == 1 ? "it is" : "they are");
    return phrases_join(arena, stays, without);
}

static const char *others_of(const struct attended *attended, const struct quorum_others *others,
                             const char *whose, bool met)
{
    if (others->not_worked_out && attended->finding->conditions[0].condition.at_opening)
        return "Who comes or leaves later changes nothing: the quorum is of who was there when the "
               "meeting opened.";
    if (others->not_worked_out)
        return "Who could change that is not worked out, because the quorum has alternatives.";
    if (!met)
        return joining(attended, others, whose);
    return others->leaving_known ? leaving(attended, others, whose) : NULL;
}

static const char *label_of(const struct attended *attended, bool met)
{
    if (!met)
        return "Who could";
    return attended->subject.poll->by_reply ? "Margin" : "Leaving";
}

const char *phrases_attendance_others(const struct attended *attended,
                                      const struct quorum_condition *condition)
{
    /* Without one alternative another may hold. */
    bool told = condition->condition.group == NULL || condition_fails(&condition->condition);
    return told ? others_of(attended, &condition->others,
                            phrases_whose(attended->subject.arena, &condition->condition),
                            condition->condition.met)
                : NULL;
}

const char *phrases_attendance_others_label(const struct attended *attended,
                                            const struct quorum_condition *condition)
{
    return label_of(attended, condition->condition.met);
}

static size_t count_unmet(const struct quorum_finding *finding)
{
    size_t count = 0;
    for (size_t i = 0; i < finding->condition_count; i++)
        count += condition_fails(&finding->conditions[i].condition);
    return count;
}

/* Of one condition alone what holds of it holds of all at once. */
static const char *whose_together(const struct attended *attended)
{
    const struct quorum_finding *finding = attended->finding;
    return finding->condition_count == 1
               ? phrases_whose(attended->subject.arena, &finding->conditions[0].condition)
               : "";
}

const char *phrases_attendance_together(const struct attended *attended)
{
    const struct quorum_finding *finding = attended->finding;
    if (finding->answer == QUORUM_NOT_ASKED)
        return NULL;
    return others_of(attended, &finding->together, whose_together(attended),
                     finding->answer == QUORUM_MET);
}

/* The names of all who are away say little where any of them will do. */
#define NAMES_MOST 3

const char *phrases_attendance_who(const struct attended *attended)
{
    const struct quorum_others *together = &attended->finding->together;
    const struct reach *reach = &together->joining;
    if (attended->finding->answer != QUORUM_NOT_MET || !reach->any ||
        reach->fewest == together->away_count || together->away_count <= NAMES_MOST)
        return phrases_attendance_together(attended);
    return arena_format(attended->subject.arena, "Any %s of %s would make it so.",
                        number_grouped(attended->subject.arena, (int64_t)reach->fewest),
                        those_away(attended, whose_together(attended)));
}

bool phrases_attendance_all_at_once(const struct attended *attended)
{
    const struct quorum_finding *finding = attended->finding;
    return finding->condition_count > 1 && count_unmet(finding) != 1 &&
           phrases_attendance_together(attended) != NULL;
}
