/* SPDX-License-Identifier: MIT */
#include "sizes.h"

#include <string.h>

#include "quorate/buffer.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

/* ---- What is wished */

struct wishing {
    struct arena *arena;
    const struct roll *roll;
    struct size_wish *wishes;
    struct misuse *misuse;
};

static bool refuse_wish(const struct wishing *wishing, const char *what, const char *remedy)
{
    *wishing->misuse = (struct misuse){.what = what, .remedy = remedy};
    return false;
}

static bool refuse_code(const struct wishing *wishing, const char *option, const char *code)
{
    const struct member *meant = roll_suggest(wishing->arena, wishing->roll, code);
    const char *what =
        arena_format(wishing->arena, "--%s %s: no practice of the roll has that code", option,
                     text_printable(wishing->arena, code));
    if (meant == NULL || meant->code == NULL)
        return refuse_wish(wishing, what, "Write the practice's NHS code, as K84035.");
    return refuse_wish(
        wishing, what,
        arena_format(wishing->arena, "Did you mean %s (%s)?", meant->code, meant->name));
}

static bool wish(const struct wishing *wishing, const char *option, const char *code,
                 struct size_wish wanted)
{
    const struct member *member = roll_find_folded(wishing->roll, text_fold(wishing->arena, code));
    if (member == NULL)
        return refuse_code(wishing, option, code);
    struct size_wish *place = &wishing->wishes[member->index];
    if (place->given && (place->source != wanted.source || place->list_size != wanted.list_size))
        return refuse_wish(
            wishing,
            arena_format(wishing->arena,
                         "%s is named more than once in --keep, --set and --leave, and not alike",
                         member->name),
            "Name each practice once.");
    *place = wanted;
    return true;
}

/* CODE=N */
static bool wish_size(const struct wishing *wishing, const char *value)
{
    const char *equals = strchr(value, '=');
    long long size = 0;
    if (equals == NULL || text_whole_number(equals + 1, ROLL_LIST_SIZE_MOST, &size) != NUMBER_OK ||
        size == 0)
        return refuse_wish(wishing,
                           arena_format(wishing->arena,
                                        "--set %s does not say a code and a list size",
                                        text_printable(wishing->arena, value)),
                           "Write it as --set K84035=8770.");
    return wish(wishing, "set", arena_copy(wishing->arena, value, (size_t)(equals - value)),
                (struct size_wish){true, SIZE_SET, size});
}

bool sizes_wished(struct arena *arena, const struct options *options, const struct roll *roll,
                  const struct size_wish **wishes, struct misuse *misuse)
{
    struct wishing wishing = {arena, roll, arena_alloc(arena, roll->count, sizeof *wishing.wishes),
                              misuse};
    const struct option_list *keep = &options->lists[OPTION_KEEP];
    const struct option_list *set = &options->lists[OPTION_SET];
    const struct option_list *leave = &options->lists[OPTION_LEAVE];
    *wishes = wishing.wishes;
    for (size_t i = 0; i < keep->count; i++)
        if (!wish(&wishing, "keep", keep->values[i], (struct size_wish){true, SIZE_KEPT, 0}))
            return false;
    for (size_t i = 0; i < leave->count; i++)
        if (!wish(&wishing, "leave", leave->values[i], (struct size_wish){true, SIZE_LEFT, 0}))
            return false;
    for (size_t i = 0; i < set->count; i++)
        if (!wish_size(&wishing, set->values[i]))
            return false;
    return true;
}

/* ---- What comes of it */

/* What the steps of choosing share. */
struct choosing {
    struct arena *arena;
    struct diag *diag;
    const struct roll *roll;
    const struct national *national;
    const char *file; /* for practices that are in none */
    bool adopting;
};

static const char *remedy_for(const struct choosing *choosing, const struct member *member)
{
    struct arena *arena = choosing->arena;
    const char *handle =
        member->code != NULL ? member->code : arena_format(arena, "\"%s\"", member->name);
    const char *leaving =
        choosing->adopting ? "if it has left, write its last day into the column \"to\" of the roll"
                           : arena_format(arena, "take it off the roll with --leave %s", handle);
    return arena_format(
        arena, "Keep its size so far, %s, with --keep %s; state another with --set %s=N; or %s.",
        number_grouped(arena, member->list_size), handle, handle, leaving);
}

/* ---- Practices that are gone */

#define NEAR 5 /* a size that differs by no more than a fifth is near */

/* A practice that is new here, with a list as long as the one that is gone. */
static bool may_succeed(struct arena *arena, const struct roll *roll, const struct member *gone,
                        const struct national_practice *practice)
{
    int64_t more = practice->list_size - gone->list_size;
    return practice->has_list_size && (more < 0 ? -more : more) * NEAR <= gone->list_size &&
           roll_find_folded(roll, text_fold(arena, practice->code)) == NULL;
}

static bool is_same_postcode(struct arena *arena, const char *one, const char *other)
{
    return one != NULL && other != NULL && *one != '\0' &&
           text_same_but_for_spaces(arena, one, other);
}

/* "K84999 (A SURGERY) has the same postcode, OX49 5AF, and 8,045 patients: if ... " or "". Which
 * practice took over whose patients is for somebody to say who knows. */
static const char *likely_successors(struct arena *arena, const struct roll *roll,
                                     const struct national *national, const struct member *gone)
{
    const struct national_practice *known = national_member(arena, national, gone);
    struct buffer told = {.arena = arena};
    for (size_t i = 0; known != NULL && i < national->practice_count; i++) {
        const struct national_practice *practice = &national->practices[i];
        if (!is_same_postcode(arena, known->postcode, practice->postcode) ||
            !may_succeed(arena, roll, gone, practice))
            continue;
        buffer_format(&told,
                      "%s%s%s%s has the same postcode, %s, and %s patients: if it took over "
                      "this practice, write its code into the roll. ",
                      practice->code, practice->name == NULL ? "" : " (",
                      practice->name == NULL ? "" : practice->name,
                      practice->name == NULL ? "" : ")", practice->postcode,
                      number_grouped(arena, practice->list_size));
    }
    return buffer_text(&told);
}

static const char *closing(struct arena *arena, const struct national *national,
                           const struct member *member)
{
    const struct national_practice *known = national_member(arena, national, member);
    return known == NULL || !date_given(known->closed)
               ? ""
               : arena_format(arena, "; it closed on %s", date_long(arena, known->closed));
}

/* A list of practices that is newer than the list sizes. */
static void warn_of_closing(struct arena *arena, struct diag *diag, const struct national *national,
                            const struct member *member)
{
    const struct national_practice *known = national_member(arena, national, member);
    if (known == NULL || !date_given(known->closed))
        return;
    diag_add(diag, SEVERITY_WARNING, (struct place){0},
             "If it has left, write the day into the column \"to\" of the roll.",
             "%s (%s) has a list size in the file, and closed on %s", member->name, member->code,
             date_long(arena, known->closed));
}

/* ---- Practices of others */

#define OTHERS_TOLD 5 /* one by one */

static const char *other_told(struct arena *arena, const struct roll *roll,
                              const struct national_practice *practice, const char **remedy)
{
    const char *called = practice->name != NULL ? practice->name : practice->code;
    const struct member *gone =
        roll->absent == NULL ? NULL : roll_find_ever(arena, roll, practice->code);
    const struct member *meant = roll_suggest(arena, roll, called);
    if (gone != NULL || meant == NULL)
        *remedy = NULL;
    else if (practice->name == NULL)
        *remedy = arena_format(arena, "Did you mean %s?", meant->name);
    else
        *remedy = arena_format(
            arena, "Did you mean \"%s\"? If so add this spelling to its aliases in the roll.",
            meant->name);
    if (gone != NULL)
        return arena_format(arena, "%s %s, and its list size is not used", gone->name,
                            roll_absence(arena, gone, roll->day));
    return arena_format(arena, "\"%s\" is no practice of the roll, and its list size is not used",
                        called);
}

void sizes_tell_others(struct arena *arena, struct diag *diag, const struct roll *roll,
                       const struct national *national, const bool *used)
{
    size_t told = 0, more = 0;
    struct place next = {0};
    for (size_t i = 0; i < national->practice_count && national->by_name; i++) {
        const struct national_practice *practice = &national->practices[i];
        struct place place = {.file = practice->file, .line = practice->line};
        const char *remedy;
        if (practice->file == NULL || (used != NULL && used[i]) ||
            roll_find_folded(roll, text_fold(arena, practice->code)) != NULL)
            continue;
        if (told < OTHERS_TOLD) {
            const char *what = other_told(arena, roll, practice, &remedy);
            diag_add(diag, SEVERITY_WARNING, place, remedy, "%s", what);
            told++;
        } else if (more++ == 0) {
            next = place;
        }
    }
    if (more == 1)
        diag_add(diag, SEVERITY_WARNING, next, NULL,
                 "1 more row is of no practice of the roll, and its list size is not used");
    else if (more > 1)
        diag_add(diag, SEVERITY_WARNING, next, NULL,
                 "%zu more rows are of no practice of the roll, from here on; their list sizes are "
                 "not used",
                 more);
}

/* ---- Figures that are none */

#define AT_ONCE 8 /* no list becomes so many times as large, or as small, between two counts */

/* In thousands, of something else, or with a digit too few or too many. */
static bool is_unlikely(const struct choosing *choosing, const struct member *member,
                        int64_t list_size)
{
    return choosing->roll->has_list_sizes && member->list_size > 0 &&
           (list_size > AT_ONCE * member->list_size || AT_ONCE * list_size < member->list_size);
}

/* By half as much again, or a third less: somebody merged, or the figure is another's. */
static bool is_far(const struct choosing *choosing, const struct member *member, int64_t list_size)
{
    return choosing->roll->has_list_sizes && member->list_size > 0 &&
           (2 * list_size >= 3 * member->list_size || 3 * list_size <= 2 * member->list_size);
}

/* One warning for all; `first` is the first of so many members. */
static void warn_of_far(const struct choosing *choosing, const struct member *first, size_t count)
{
    if (count == 0)
        return;
    const struct national_figure *figure = &choosing->national->figures[first->index];
    const char *more =
        count == 1 ? "" : arena_format(choosing->arena, "; %zu more are as far apart", count - 1);
    diag_add(
        choosing->diag, SEVERITY_WARNING,
        (struct place){
            .file = figure->file, .line = figure->line, .cell = figure->cell, .row = figure->row},
        "Check it, and whether another practice has come to it or left it.",
        "%s has %s %s here, and %s on the roll%s", first->name,
        number_grouped(choosing->arena, figure->list_size), choosing->roll->terms.measures,
        number_grouped(choosing->arena, first->list_size), more);
}

static void report_unlikely(const struct choosing *choosing, const struct member *member,
                            struct place place, const char *who)
{
    struct arena *arena = choosing->arena;
    int64_t list_size = choosing->national->figures[member->index].list_size;
    diag_add(
        choosing->diag, SEVERITY_ERROR, place, remedy_for(choosing, member),
        "%s would have %s %s, and has %s on the roll: a figure in thousands, a digit too few or "
        "too many?",
        who, number_grouped(arena, list_size), choosing->roll->terms.measures,
        number_grouped(arena, member->list_size));
}

static void report_figure(const struct choosing *choosing, const struct member *member)
{
    struct arena *arena = choosing->arena;
    struct diag *diag = choosing->diag;
    const struct national *national = choosing->national;
    const struct national_figure *figure = &national->figures[member->index];
    struct place place = {
        .file = figure->file == NULL ? choosing->file : figure->file,
        .line = figure->line,
        .cell = figure->cell,
        .row = figure->row,
    };
    bool elsewhere = figure->state == NATIONAL_TWICE && strcmp(figure->other_file, place.file) != 0;
    const char *who = member->code == NULL
                          ? member->name
                          : arena_format(arena, "%s (%s)", member->name, member->code);
    const char *remedy = remedy_for(choosing, member);
    switch (figure->state) {
    case NATIONAL_MISSING:
        diag_add(diag, SEVERITY_ERROR, place,
                 arena_format(arena, "%s%s",
                              likely_successors(arena, choosing->roll, national, member), remedy),
                 "%s is not in the file%s", who, closing(arena, national, member));
        return;
    case NATIONAL_SUPPRESSED:
        diag_add(diag, SEVERITY_ERROR, place, remedy,
                 national->by_name
                     ? "%s has no list size: the file has a blank or 0 for it"
                     : "the list size of %s is suppressed: the file has a blank or 0 for it",
                 who);
        return;
    case NATIONAL_DAMAGED:
        diag_add(diag, SEVERITY_ERROR, place, remedy,
                 "some figures of %s are blank, so what they add up to is not its list size", who);
        return;
    case NATIONAL_TWICE:
        diag_add(diag, SEVERITY_ERROR, place,
                 arena_format(arena, "%s %s",
                              national->by_name ? "Delete the row that is wrong."
                                                : "Ask the publisher which of them is right.",
                              remedy),
                 "%s has two list sizes, here and on line %zu%s%s", who, figure->other_line,
                 elsewhere ? " of " : "", elsewhere ? figure->other_file : "");
        return;
    case NATIONAL_ONE_SEX:
        diag_add(
            diag, SEVERITY_ERROR, place,
            arena_format(arena,
                         "Give the files of males and of females together, or settle it here. %s",
                         remedy),
            "only one sex is counted for %s", who);
        return;
    case NATIONAL_FOUND:
        report_unlikely(choosing, member, place, who);
        return;
    }
}

static void report_without_code(struct diag *diag, const struct roll *roll,
                                const struct member *member)
{
    bool blank = roll->code_column > 0;
    struct place place = {.file = roll->file};
    if (blank)
        place = (struct place){.file = roll->file,
                               .line = member->line,
                               .cell = roll->code_column,
                               .row = member->row};
    diag_add(diag, SEVERITY_ERROR, place,
             blank ? "Write its NHS code, as K84035: names are not unique."
                   : "Add a column \"code\" with the practices' NHS codes, as K84035: names are "
                     "not unique.",
             "%s has no code by which to find it in the file", member->name);
}

const struct new_size *sizes_choose(struct arena *arena, struct diag *diag, const struct roll *roll,
                                    const struct national *national, const char *file,
                                    const struct size_wish *wishes, bool adopting)
{
    const struct choosing choosing = {arena, diag, roll, national, file, adopting};
    struct new_size *sizes = arena_alloc(arena, roll->count, sizeof *sizes);
    const struct member *far = NULL;
    size_t far_count = 0;
    for (size_t i = 0; i < roll->count; i++) {
        const struct member *member = &roll->members[i];
        const struct national_figure *figure = &national->figures[i];
        const struct size_wish *wanted = &wishes[i];
        if (wanted->given)
            sizes[i] =
                (struct new_size){wanted->source, wanted->source == SIZE_KEPT ? member->list_size
                                                                              : wanted->list_size};
        else if (figure->state == NATIONAL_FOUND &&
                 !is_unlikely(&choosing, member, figure->list_size))
            sizes[i] = (struct new_size){SIZE_FROM_FILE, figure->list_size};
        else if (member->code == NULL && !national->by_name)
            report_without_code(diag, roll, member);
        else
            report_figure(&choosing, member);
        if (sizes[i].source == SIZE_FROM_FILE && sizes[i].list_size > 0 &&
            is_far(&choosing, member, sizes[i].list_size) && far_count++ == 0)
            far = member;
        if (sizes[i].source == SIZE_FROM_FILE && sizes[i].list_size > 0 && member->code != NULL)
            warn_of_closing(arena, diag, national, member);
    }
    warn_of_far(&choosing, far, far_count);
    return sizes;
}
