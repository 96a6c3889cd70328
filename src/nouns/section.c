/* SPDX-License-Identifier: MIT */
#include "quorate/section.h"

const struct section whole_roll;

struct section section_of_area(size_t area_number)
{
    return (struct section){.of_area = true, .area_number = area_number};
}

static bool is_named(const struct section *section, const struct member *member)
{
    for (size_t i = 0; i < section->named_count; i++)
        if (section->named[i]->index == member->index)
            return true;
    return false;
}

bool section_names(const struct section *section, const struct member *member)
{
    return (!section->of_area || member->area_number == section->area_number) &&
           (!section->of_class || roll_is_in_class(member, section->class_number)) &&
           (!section->of_named || is_named(section, member));
}

const char *section_area(const struct section *section, const struct roll *roll)
{
    return section->of_area ? roll->areas[section->area_number] : NULL;
}

const char *section_class(const struct section *section, const struct roll *roll)
{
    return section->of_class && section->class_number < roll->class_count
               ? roll->classes[section->class_number].name
               : NULL;
}

static void name_members(struct arena *arena, const struct roll *roll, const struct condition *asks,
                         struct section *section)
{
    const struct member **named = arena_alloc(arena, asks->name_count, sizeof *named);
    for (size_t i = 0; i < asks->name_count; i++) {
        named[section->named_count] = roll_find_folded(roll, asks->names[i]);
        section->named_count += named[section->named_count] != NULL;
    }
    section->named = named;
    section->of_named = true;
}

static const struct section *each_area(struct arena *arena, const struct roll *roll, size_t *count)
{
    struct section *areas = arena_alloc(arena, roll->area_count, sizeof *areas);
    for (size_t i = 0; i < roll->area_count; i++)
        areas[i] = section_of_area(i);
    *count = roll->area_count;
    return areas;
}

const struct section *sections_of(struct arena *arena, const struct roll *roll,
                                  const struct section *within, const struct condition *asks,
                                  size_t *count)
{
    bool of_the_whole = asks->among == AMONG_EACH_AREA || asks->among == AMONG_NAMED;
    *count = of_the_whole && within->of_area ? 0 : 1;
    if (*count == 0 || asks->among == AMONG_ALL)
        return within;
    if (asks->among == AMONG_EACH_AREA)
        return each_area(arena, roll, count);
    struct section *section = arena_alloc(arena, 1, sizeof *section);
    *section = *within;
    if (asks->among == AMONG_CLASS) {
        section->of_class = true;
        section->class_number = roll_find_class(roll, asks->names[0]);
    } else {
        name_members(arena, roll, asks, section);
    }
    return section;
}
