/* SPDX-License-Identifier: MIT */
#include "quorate/terms.h"

#include <string.h>

/* What both of them say. */
#define OF_PATIENTS                                                                                \
    .measure = "patient", .measures = "patients", .counted = "population",                         \
    .whole = "the whole population", .sharers = "localities", .lead = "the lead",                  \
    .teller = "whoever counts the ballots", .signature = "Ballots counted by"

const struct terms terms_default = {
    .unit = "practice",
    .units = "practices",
    .size = "list size",
    .sizes = "list sizes",
    .column = "list size",
    OF_PATIENTS,
};

const struct terms terms_county = {
    .unit = "locality",
    .units = "localities",
    .size = "population",
    .sizes = "populations",
    .column = "population",
    OF_PATIENTS,
};

void terms_measure(struct arena *arena, struct terms *terms, const char *one, const char *several)
{
    terms->measure = one;
    terms->measures = several;
    terms->own_measure = strcmp(several, terms_default.measures) != 0;
    if (!terms->own_measure)
        return;
    terms->size = arena_format(arena, "number of %s", several);
    terms->sizes = arena_format(arena, "numbers of %s", several);
    terms->column = terms->counted = several;
    terms->whole = arena_format(arena, "all %s", several);
}

void terms_locality(struct terms *terms)
{
    terms->sharers = terms_county.units;
    terms->lead = "the locality lead";
    terms->teller = "the Election Manager";
    terms->signature = "Election Manager";
}

const char *terms_heading(const struct terms *terms)
{
    if (terms->own_measure || strcmp(terms->unit, terms_default.unit) == 0)
        return terms->column;
    return terms_county.column;
}

void terms_without_sizes(struct terms *terms)
{
    if (terms->own_measure || strcmp(terms->unit, terms_default.unit) == 0)
        return;
    terms->size = terms->column = "size";
    terms->sizes = "sizes";
}

void terms_population(struct terms *terms)
{
    if (terms->own_measure)
        return;
    terms->size = terms->column = "population";
    terms->sizes = "populations";
}
