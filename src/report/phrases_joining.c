/* SPDX-License-Identifier: MIT */
#include "phrases_attendance.h"

#include "quorate/ratio.h"
#include "quorate/text.h"

/* Who would make a quorum, and who may leave. */

static const char *those_away(const struct attended *attended)
{
    return phrases_replies(attended->subject.poll) ? "those who have not replied"
                                                   : "those who are absent";
}

static bool is_in(const size_t *places, size_t count, size_t place)
{
    for (size_t i = 0; i < count; i++)
        if (places[i] == place)
            return true;
    return false;
}

/* Of a group that is most of those away, those outside it are sooner read. */
static const char *group(struct arena *arena, const struct quorum_condition *condition,
                         size_t number)
{
    const struct reach *reach = &condition->joining;
    bool all_but = reach->fewest > 2 && reach->fewest * 2 > condition->away_count;
    const char **names = arena_alloc(arena, condition->away_count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < condition->away_count; i++)
        if (is_in(reach->groups[number], reach->fewest, i) != all_but)
            names[count++] = condition->away[i];
    return arena_format(arena, "%s%s", all_but ? "all but " : "",
                        text_list(arena, names, count, "and"));
}

/* "A, B or C", or of larger groups "A and B; A and C". */
static const char *groups(struct arena *arena, const struct quorum_condition *condition,
                          size_t count)
{
    const char **each = arena_alloc(arena, count, sizeof *each);
    const char *text = "";
    for (size_t i = 0; i < count; i++) {
        each[i] = group(arena, condition, i);
        text = arena_format(arena, "%s%s%s", text, i > 0 ? "; " : "", each[i]);
    }
    return condition->joining.fewest == 1 ? text_list(arena, each, count, "or") : text;
}

static const char *joining_in_groups(const struct attended *attended,
                                     const struct quorum_condition *condition)
{
    struct arena *arena = attended->subject.arena;
    const struct reach *reach = &condition->joining;
    const char *more =
        phrases_several(arena, (int64_t)reach->fewest,
                        arena_format(arena, "more %s", attended->subject.outcome->unit),
                        arena_format(arena, "more %s", attended->subject.outcome->units));
    if (!reach->sets_known)
        return arena_format(arena, "%s would make it so, if they are the largest of %s.", more,
                            those_away(attended));
    size_t shown = phrases_reach_examples(reach);
    if (reach->sets == shown)
        return arena_format(arena, "%s would make it so: %s.", more,
                            groups(arena, condition, shown));
    return arena_format(arena, "%s would make it so, in %s ways, for example %s.", more,
                        number_grouped(arena, (int64_t)reach->sets),
                        groups(arena, condition, shown));
}

static const char *joining(const struct attended *attended,
                           const struct quorum_condition *condition)
{
    struct arena *arena = attended->subject.arena;
    const struct reach *reach = &condition->joining;
    const char *away = those_away(attended);
    if (condition->away_count == 0)
        return "Nobody is left who could make it so.";
    if (!reach->possible)
        return arena_format(arena, "All %s together would not make it so.", away);
    const char *all = text_list(arena, condition->away, condition->away_count, "and");
    if (reach->fewest == condition->away_count)
        return reach->fewest == 1
                   ? arena_format(arena, "Only %s would make it so.", all)
                   : arena_format(arena, "Only all %s together would make it so: %s.", away, all);
    if (condition->any_may_join)
        return arena_format(arena, "Any %s of %s would make it so: %s.",
                            number_grouped(arena, (int64_t)reach->fewest), away,
                            reach->fewest == 1
                                ? text_list(arena, condition->away, condition->away_count, "or")
                                : all);
    return joining_in_groups(attended, condition);
}

/* "It stays met without any 2 of them, whoever they are. Without A, B and C it would not be met."
 */
static const char *leaving(const struct attended *attended,
                           const struct quorum_condition *condition)
{
    struct arena *arena = attended->subject.arena;
    const char *stays = "";
    if (condition->decisive_count == 0)
        return "It stays met whoever leaves.";
    if (condition->may_leave > 0)
        stays = arena_format(arena, "It stays met without any %s of those counted, whichever %s.",
                             number_grouped(arena, (int64_t)condition->may_leave),
                             condition->may_leave == 1 ? "it is" : "they are");
    return phrases_join(
        arena, stays,
        arena_format(arena, "Without %s it would not be met.",
                     text_list(arena, condition->decisive, condition->decisive_count, "and")));
}

const char *phrases_attendance_others(const struct attended *attended,
                                      const struct quorum_condition *condition)
{
    if (!condition->condition.met)
        return joining(attended, condition);
    return condition->leaving_known ? leaving(attended, condition) : NULL;
}

const char *phrases_attendance_others_label(const struct attended *attended,
                                            const struct quorum_condition *condition)
{
    if (!condition->condition.met)
        return "Who could";
    return phrases_replies(attended->subject.poll) ? "Margin" : "Leaving";
}
