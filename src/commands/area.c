/* SPDX-License-Identifier: MIT */
#include "area.h"

#include <string.h>

#include "quorate/ratio.h"
#include "quorate/text.h"

/* What the steps of choosing share. */
struct choosing {
    struct arena *arena;
    struct diag *diag;
    const struct roll *roll;
    const struct national *national;
    const struct new_size *sizes;
    struct place place; /* the file of list sizes */
};

/* The areas that practices of the roll are in, in the order of the roll. */
struct home {
    const char *area;
    size_t practices;
};

static struct home *homes_of(const struct choosing *choosing, size_t *count)
{
    struct home *homes = arena_alloc(choosing->arena, choosing->roll->count, sizeof *homes);
    *count = 0;
    for (size_t i = 0; i < choosing->roll->count; i++) {
        const char *area = choosing->national->figures[i].area;
        size_t at = 0;
        if (area == NULL)
            continue;
        while (at < *count && strcmp(homes[at].area, area) != 0)
            at++;
        if (at == *count)
            homes[(*count)++] = (struct home){area, 0};
        homes[at].practices++;
    }
    return homes;
}

/* The area that most of the roll's practices are in; NULL, with an error, when two have as many. */
static const struct national_area *area_of_most(const struct choosing *choosing)
{
    size_t count;
    const struct home *homes = homes_of(choosing, &count);
    const struct home *most = NULL, *rival = NULL;
    for (size_t i = 0; i < count; i++) {
        if (most == NULL || homes[i].practices > most->practices) {
            most = &homes[i];
            rival = NULL;
        } else if (homes[i].practices == most->practices) {
            rival = &homes[i];
        }
    }
    if (rival == NULL)
        return most == NULL ? NULL : national_area(choosing->national, most->area);
    diag_add(choosing->diag, SEVERITY_ERROR, choosing->place,
             "Say which is the county's, with --area.",
             "as many practices of the roll are in area %s as in %s", most->area, rival->area);
    return NULL;
}

/* "The roll's practices are in area 10Q." */
static const char *where_the_roll_is(const struct choosing *choosing)
{
    size_t count;
    const struct home *homes = homes_of(choosing, &count);
    const char **codes = arena_alloc(choosing->arena, count, sizeof *codes);
    for (size_t i = 0; i < count; i++)
        codes[i] = homes[i].area;
    if (count == 0)
        return "The file puts no practice of the roll in any area. Leave out --area, and state the "
               "county's patients with --total.";
    return arena_format(choosing->arena,
                        "The roll's practices are in area %s. Give that, or leave out --area.",
                        text_list(choosing->arena, codes, count, "and"));
}

static bool find_wanted(const struct choosing *choosing, const char *wanted,
                        struct area_choice *choice, struct misuse *misuse)
{
    struct arena *arena = choosing->arena;
    const struct national_area *area = national_area(choosing->national, wanted);
    const char *shown = text_printable(arena, wanted);
    *misuse = (struct misuse){.what = arena_format(arena,
                                                   "--area %s: no practice of the %s is in "
                                                   "that area",
                                                   shown, area == NULL ? "file" : "roll"),
                              .remedy = where_the_roll_is(choosing)};
    size_t count;
    const struct home *homes = homes_of(choosing, &count);
    for (size_t i = 0; i < count && area != NULL; i++)
        if (strcmp(homes[i].area, area->code) == 0) {
            choice->area = area;
            return true;
        }
    return false;
}

/* A practice that stays on the roll is in the total with its new size, whatever the file has. */
static bool stays(const struct choosing *choosing, const char *code)
{
    const struct member *member =
        roll_find_folded(choosing->roll, text_fold(choosing->arena, code));
    return member != NULL && choosing->sizes[member->index].source != SIZE_LEFT;
}

/* The suppressed practices of the area that are not on the roll: its total is too low by them. */
static void tell_suppressed(const struct choosing *choosing, struct area_choice *choice)
{
    struct arena *arena = choosing->arena;
    const struct national_area *area = choice->area;
    const char **others = arena_alloc(arena, area->suppressed_count, sizeof *others);
    size_t count = 0;
    for (size_t i = 0; i < area->suppressed_count; i++)
        if (!stays(choosing, area->suppressed[i]))
            others[count++] = area->suppressed[i];
    choice->suppressed = others;
    choice->suppressed_count = count;
    if (count > 0)
        diag_add(choosing->diag, SEVERITY_WARNING, choosing->place,
                 "State the county's total with --total where it is known.",
                 "the total of area %s is too low: %s %s no complete list size in the file",
                 area->code, text_list(arena, others, count, "and"), count == 1 ? "has" : "have");
}

/* A practice of the locality that the file does not have in the county. */
static void tell_elsewhere(const struct choosing *choosing, const struct area_choice *choice)
{
    struct arena *arena = choosing->arena;
    for (size_t i = 0; i < choosing->roll->count; i++) {
        const struct member *member = &choosing->roll->members[i];
        const struct national_figure *figure = &choosing->national->figures[i];
        if (choosing->sizes[i].source == SIZE_LEFT || figure->state == NATIONAL_MISSING ||
            (figure->area != NULL && strcmp(figure->area, choice->area->code) == 0))
            continue;
        struct place place = {
            .file = figure->file,
            .line = figure->line,
            .cell = figure->area_cell > 0 ? figure->area_cell : figure->cell,
            .row = figure->row,
        };
        diag_add(choosing->diag, SEVERITY_WARNING, place,
                 "Check its code in the roll, and the file. Its patients are counted in the "
                 "county all the same.",
                 "%s (%s) is in %s, and the county is area %s", member->name, member->code,
                 figure->area == NULL ? "no area" : arena_format(arena, "area %s", figure->area),
                 choice->area->code);
    }
}

bool area_choose(struct arena *arena, struct diag *diag, const struct options *options,
                 const struct roll *roll, const struct list_sizes *files,
                 const struct new_size *sizes, struct area_choice *choice, struct misuse *misuse)
{
    const struct choosing choosing = {
        arena, diag, roll, &files->national, sizes, {.file = files->path}};
    const char *wanted = options->values[OPTION_AREA];
    const char *total = options->values[OPTION_TOTAL];
    long long stated = 0;
    *choice = (struct area_choice){0};
    if (total != NULL && text_whole_number(total, RATIO_MOST, &stated) == NUMBER_OK)
        choice->stated_total = stated;
    if (!files->national.has_areas) {
        if (wanted != NULL)
            diag_add(diag, SEVERITY_ERROR, choosing.place,
                     "State the county's patients with --total instead.",
                     "the file does not say which area a practice is in, so --area %s cannot be "
                     "added up",
                     wanted);
        return true;
    }
    if (wanted == NULL)
        choice->area = area_of_most(&choosing);
    else if (!find_wanted(&choosing, wanted, choice, misuse))
        return false;
    if (choice->area == NULL)
        return true;
    if (choice->stated_total == 0)
        tell_suppressed(&choosing, choice);
    tell_elsewhere(&choosing, choice);
    return true;
}
