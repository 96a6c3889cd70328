/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SECTION_H
#define QUORATE_SECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"
#include "quorate/condition.h"
#include "quorate/roll.h"

/*
 * A part of the roll: those who are counted. Whoever is in it is in every part that it names, so
 * that an area, a class and a class within an area are all one thing.
 */
struct section {
    bool of_area;
    size_t area_number; /* of the roll's */
    bool of_class;
    size_t class_number; /* likewise; ROLL_CLASSES_MOST of a class that nobody is in */
    bool of_named;
    const struct member *const *named; /* of the roll's; a name that nobody has is left out */
    size_t named_count;
};

/* Everybody. */
extern const struct section whole_roll;

struct section section_of_area(size_t area_number);

static inline bool section_is_everybody(const struct section *section)
{
    return !section->of_area && !section->of_class && !section->of_named;
}

/* Whether the member is in it; and the same where it is not everybody. */
bool section_names(const struct section *section, const struct member *member);
static inline bool section_has(const struct section *section, const struct member *member)
{
    return section_is_everybody(section) || section_names(section, member);
}

/* The name of its area, or of its class, as the roll spells it; NULL where it is of none. */
const char *section_area(const struct section *section, const struct roll *roll);
const char *section_class(const struct section *section, const struct roll *roll);

/*
 * The sections in each of which a condition is to be met, within the one that is counted: one, but
 * for one of each area. None within an area for what is asked of each area, or of members by their
 * name: that is asked of the whole.
 */
const struct section *sections_of(struct arena *arena, const struct roll *roll,
                                  const struct section *within, const struct condition *asks,
                                  size_t *count);

#endif
