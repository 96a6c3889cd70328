/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "national_internal.h"
#include "quorate/ratio.h"

/* What was read of each practice becomes the figures of the roll, and the areas. */

/* So many practices that stand twice are told one by one. */
#define TWICE_TOLD ((size_t)5)

/* --- One practice --- */

static void add_slot(struct sum *sum, const struct slot *slot, unsigned ages)
{
    if (sum->slot == NULL)
        sum->slot = slot;
    if (sum->twice == NULL && slot->trouble != NULL && slot->trouble->again)
        sum->twice = slot;
    if (slot->state == SLOT_FAULTY && sum->state != SUM_FAULTY) {
        sum->state = SUM_FAULTY;
        sum->slot = slot;
    } else if (slot->ages != 0 && slot->ages != ages && sum->state != SUM_FAULTY) {
        sum->state = SUM_INCOMPLETE;
        sum->slot = slot;
    } else if (slot->state == SLOT_BLANK && sum->state == SUM_FOUND) {
        sum->state = SUM_BLANK;
    }
    sum->patients += slot->patients;
}

/* `ages`: how many rows by age each sex is to have. */
static struct sum practice_sum(const struct practice *practice, const unsigned ages[SEXES])
{
    const struct slot *slots = practice->slots;
    struct sum sum = {.state = SUM_FOUND};
    /* Never both sexes in one and each by itself. */
    enum sex first = slots[SEX_BOTH].state != SLOT_EMPTY ? SEX_BOTH : SEX_MALE;
    enum sex last = first == SEX_BOTH ? SEX_BOTH : SEX_FEMALE;
    unsigned empty = 0;
    for (enum sex sex = first; sex <= last; sex++) {
        if (slots[sex].state == SLOT_EMPTY)
            empty++;
        else
            add_slot(&sum, &slots[sex], ages[sex]);
    }
    if (sum.slot == NULL)
        sum.state = SUM_NONE;
    else if (empty > 0)
        sum.state = SUM_ONE_SEX;
    else if (sum.state == SUM_FOUND && sum.patients > ROLL_LIST_SIZE_MOST)
        sum.state = SUM_FAULTY;
    else if (sum.state == SUM_FOUND && sum.patients == 0)
        sum.state = SUM_NOBODY;
    return sum;
}

/* How many rows by age a practice has, of those that have most. */
static void count_ages(const struct national_reader *reader, unsigned ages[SEXES])
{
    for (size_t i = 0; i < reader->practice_count; i++)
        for (size_t sex = 0; sex < SEXES; sex++)
            if (national_numbered(reader, i)->slots[sex].ages > ages[sex])
                ages[sex] = national_numbered(reader, i)->slots[sex].ages;
}

/* --- What is wrong with it --- */

static void report_fault(const struct national_reader *reader, const struct practice *practice,
                         const struct sum *sum, const unsigned ages[SEXES])
{
    if (sum->state != SUM_FAULTY && sum->state != SUM_INCOMPLETE)
        return;
    const struct slot *slot = sum->slot;
    struct place place = {
        .file = slot->file, .line = slot->line, .cell = slot->cell, .row = slot->row};
    if (sum->state == SUM_INCOMPLETE) {
        diag_add(reader->diag, SEVERITY_ERROR, place,
                 "Rows are missing or stand twice. Download the file again.",
                 "%s has %u rows by age for one sex, and other practices have %u", practice->code,
                 slot->ages, ages[slot - practice->slots]);
        return;
    }
    bool one_cell = slot->state == SLOT_FAULTY; /* else each is a number, and the sum too large */
    diag_add(reader->diag, SEVERITY_ERROR, one_cell ? slot->trouble->cell : place,
             "Check it against the file as it was published.", "%s",
             one_cell
                 ? slot->trouble->what
                 : arena_format(reader->arena, "the patients of %s add up to more than 100,000,000",
                                practice->code));
}

static size_t area_of(const struct practice *practice)
{
    return practice->area != NO_AREA ? practice->area : practice->mapped_area;
}

/* How a message names it: by its code, or as a table of one's own does. */
static const char *called(const struct national_reader *reader, const struct practice *practice)
{
    return reader->layout == &layout_plain_list && practice->name != NULL ? practice->name
                                                                          : practice->code;
}

/* A practice that stands twice, by its second row. */
struct doubled {
    const char *called;
    const struct slot *slot;
};

static int compare_doubled(const void *one, const void *other)
{
    const struct doubled *a = one, *b = other;
    size_t line = a->slot->trouble->again_at.line, other_line = b->slot->trouble->again_at.line;
    return line < other_line ? -1 : line > other_line;
}

/* Whether anything may be made of its figures: it is of the roll, or of an area, or of a table of
 * one's own. */
static bool counts(const struct national_reader *reader, const struct practice *practice)
{
    return practice->on_roll || area_of(practice) != NO_AREA ||
           reader->layout == &layout_plain_list;
}

/* Those of the roll that stand twice are told by their state. */
static bool is_doubled(const struct national_reader *reader, const struct practice *practice,
                       const struct sum *sum)
{
    return sum->twice != NULL && !practice->on_roll && counts(reader, practice);
}

/* The first few by themselves, the others where the next of them stands. */
static void warn_of_doubled(const struct national_reader *reader, struct doubled *doubled,
                            size_t count)
{
    if (count > 0)
        qsort(doubled, count, sizeof *doubled, compare_doubled);
    for (size_t i = 0; i < count && i < TWICE_TOLD; i++) {
        const struct slot *slot = doubled[i].slot;
        const struct place *again = &slot->trouble->again_at;
        bool same_file = strcmp(slot->file, again->file) == 0;
        diag_add(reader->diag, SEVERITY_WARNING, *again, NULL,
                 "the practice %s stands twice, on line %zu%s%s and here; the first is counted",
                 doubled[i].called, slot->line, same_file ? "" : " of ",
                 same_file ? "" : slot->file);
    }
    if (count <= TWICE_TOLD)
        return;
    const struct place *next = &doubled[TWICE_TOLD].slot->trouble->again_at;
    size_t more = count - TWICE_TOLD;
    diag_add(reader->diag, SEVERITY_WARNING, *next, NULL,
             "%zu more %s twice, from here on; the first row of each is counted", more,
             more == 1 ? "practice stands" : "practices stand");
}

/* --- The roll --- */

static void stand_at(struct national_figure *figure, const struct slot *slot)
{
    figure->file = slot->file;
    figure->line = slot->line;
    figure->row = slot->row;
    figure->cell = slot->cell;
}

static struct national_figure figure_of(const struct national_reader *reader,
                                        const struct practice *practice, const struct sum *sum)
{
    static const enum national_state states[] = {
        [SUM_NONE] = NATIONAL_MISSING,       [SUM_FOUND] = NATIONAL_FOUND,
        [SUM_NOBODY] = NATIONAL_SUPPRESSED,  [SUM_BLANK] = NATIONAL_SUPPRESSED,
        [SUM_ONE_SEX] = NATIONAL_ONE_SEX,    [SUM_FAULTY] = NATIONAL_MISSING,
        [SUM_INCOMPLETE] = NATIONAL_MISSING,
    };
    struct national_figure figure = {.state = states[sum->state]};
    if (figure.state == NATIONAL_MISSING)
        return figure;
    if (sum->state == SUM_BLANK && reader->layout->shape == SHAPE_BANDS)
        figure.state = NATIONAL_DAMAGED;
    if (area_of(practice) != NO_AREA)
        figure.area = reader->areas.names[area_of(practice)];
    figure.area_cell = practice->area_cell;
    stand_at(&figure, sum->slot);
    if (sum->twice != NULL) {
        figure.state = NATIONAL_TWICE;
        stand_at(&figure, sum->twice);
        figure.other_file = sum->twice->trouble->again_at.file;
        figure.other_line = sum->twice->trouble->again_at.line;
    }
    if (sum->state == SUM_FOUND)
        figure.list_size = sum->patients;
    return figure;
}

static void fill_figures(struct national_reader *reader, const unsigned ages[SEXES],
                         struct national *national)
{
    const struct roll *roll = reader->roll;
    struct national_figure *figures = arena_alloc(reader->arena, roll->count, sizeof *figures);
    for (size_t i = 0; i < roll->count; i++) {
        const struct practice *practice =
            national_practice(reader, national_key(reader->arena, &roll->members[i]));
        struct sum sum = practice_sum(practice, ages);
        figures[i] = figure_of(reader, practice, &sum);
    }
    national->figures = figures;
}

/* --- Areas --- */

/* An area while it is added up. */
struct tally {
    struct national_area area;
    const char **suppressed;
    size_t capacity;
};

static int compare_areas(const void *one, const void *other)
{
    const struct national_area *a = one, *b = other;
    return strcmp(a->code, b->code);
}

static void add_to_area(const struct national_reader *reader, struct tally *tally,
                        const struct practice *practice, const struct sum *sum)
{
    /* A cost centre has an area and never had patients: nobody is missing from the sum. */
    bool may_be_empty = reader->layout->shape == SHAPE_BANDS;
    struct national_area *area = &tally->area;
    if (sum->state == SUM_FOUND) {
        area->population += sum->patients;
        area->practices++;
    } else if (sum->state == SUM_ONE_SEX || sum->state == SUM_BLANK ||
               (sum->state == SUM_NOBODY && !may_be_empty)) {
        const char **code =
            ARENA_PUSH(reader->arena, tally->suppressed, area->suppressed_count, tally->capacity);
        *code = practice->code;
    }
}

static void fill_areas(const struct national_reader *reader, const unsigned ages[SEXES],
                       struct national *national)
{
    size_t count = reader->areas.count;
    struct tally *tallies = arena_alloc(reader->arena, count, sizeof *tallies);
    struct national_area *areas = arena_alloc(reader->arena, count, sizeof *areas);
    for (size_t i = 0; i < reader->practice_count; i++) {
        const struct practice *practice = national_numbered(reader, i);
        struct sum sum = practice_sum(practice, ages);
        if (area_of(practice) != NO_AREA)
            add_to_area(reader, &tallies[area_of(practice)], practice, &sum);
    }
    for (size_t i = 0; i < count; i++) {
        areas[i] = tallies[i].area;
        areas[i].code = reader->areas.names[i];
        areas[i].suppressed = tallies[i].suppressed;
        if (areas[i].population > RATIO_MOST)
            diag_refuse(reader->diag, reader->layout_file,
                        "Check the file against the one that was published.",
                        "the practices of %s add up to more than 1,000,000,000,000", areas[i].code);
    }
    if (count > 0)
        qsort(areas, count, sizeof *areas, compare_areas);
    national->areas = areas;
    national->area_count = count;
}

static void fill_practices(const struct national_reader *reader, const unsigned ages[SEXES],
                           struct national *national)
{
    struct national_practice *practices =
        arena_alloc(reader->arena, reader->practice_count, sizeof *practices);
    for (size_t i = 0; i < reader->practice_count; i++) {
        const struct practice *practice = national_numbered(reader, i);
        struct sum sum = practice_sum(practice, ages);
        size_t area = area_of(practice);
        practices[i] = (struct national_practice){
            .code = practice->code,
            .name = practice->name,
            .postcode = practice->postcode,
            .area = area == NO_AREA ? NULL : reader->areas.names[area],
            .file = sum.slot == NULL ? NULL : sum.slot->file,
            .line = sum.slot == NULL ? 0 : sum.slot->line,
            .has_list_size = sum.state == SUM_FOUND,
            .list_size = sum.state == SUM_FOUND ? sum.patients : 0,
            .closed = practice->closed,
        };
    }
    national->practices = practices;
    national->practice_count = reader->practice_count;
}

void national_add_up(struct national_reader *reader, struct national *national)
{
    unsigned ages[SEXES] = {0};
    struct doubled *doubled = NULL;
    size_t count = 0, capacity = 0;
    count_ages(reader, ages);
    for (size_t i = 0; i < reader->practice_count; i++) {
        const struct practice *practice = national_numbered(reader, i);
        struct sum sum = practice_sum(practice, ages);
        if (counts(reader, practice))
            report_fault(reader, practice, &sum, ages);
        if (is_doubled(reader, practice, &sum))
            *(struct doubled *)ARENA_PUSH(reader->arena, doubled, count, capacity) =
                (struct doubled){called(reader, practice), sum.twice};
    }
    warn_of_doubled(reader, doubled, count);
    fill_figures(reader, ages, national);
    fill_practices(reader, ages, national);
    if (reader->layout != NULL)
        fill_areas(reader, ages, national);
}
