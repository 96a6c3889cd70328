/* SPDX-License-Identifier: MIT */
#include "check_internal.h"

#include "quorate/confusable.h"
#include "quorate/names.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

/* The members, and how old their list sizes are. */

/* Comparing each with each takes long where there are many. */
#define COMPARED_MOST ((size_t)100)

/* `column` is one of the roll's; 0 where there is none. */
static struct place in_row(const struct roll *roll, const struct member *member, size_t column)
{
    return (struct place){
        .file = roll->file, .line = member->line, .cell = column, .row = member->row};
}

void load_check_age(struct arena *arena, struct diag *diag, struct place place,
                    const struct roll *roll, struct date day)
{
    const struct terms *terms = &roll->terms;
    if (!date_given(day) || !roll->has_list_sizes)
        return;
    const char *on = date_long(arena, day);
    if (!date_given(roll->as_at)) {
        diag_add(diag, SEVERITY_WARNING, place,
                 arena_format(arena,
                              "Write the date into the heading (\"%s at 1 April 2015\"), or add a "
                              "column \"as at\".",
                              terms->column),
                 "the %s have no date, so it cannot be told whether they hold on %s", terms->sizes,
                 on);
        return;
    }
    const char *of = date_long(arena, roll->as_at);
    int beyond = date_beyond_year(roll->as_at, day);
    if (beyond < 0)
        diag_add(diag, SEVERITY_WARNING, place,
                 "Take the table that held on that day, or correct the date.",
                 "the %s are of %s, which is after %s", terms->sizes, of, on);
    else if (beyond > 0)
        diag_add(diag, SEVERITY_WARNING, place,
                 roll->of_localities || terms->own_measure
                     ? arena_format(arena, "Take this year's %s.", terms->sizes)
                     : "Take this year's: quorate reweight makes the new table from the NHS's "
                       "file.",
                 "the %s are of %s, more than a year before %s", terms->sizes, of, on);
}

/* Two codes are two practices, and counties have places for which one word more is another. */
static bool may_be_one(const struct checking *checking, const struct member *one,
                       const struct member *other)
{
    return (one->code == NULL || other->code == NULL) &&
           names_are_close(checking->arena, one->name, other->name) &&
           !text_is_look_alike(checking->arena, one->name, other->name);
}

static void check_close_names(const struct checking *checking)
{
    const struct roll *roll = checking->roll;
    if (roll->of_localities || roll->count > COMPARED_MOST)
        return;
    for (size_t i = 1; i < roll->count; i++)
        for (size_t j = 0; j < i; j++)
            if (may_be_one(checking, &roll->members[j], &roll->members[i]))
                diag_add(checking->diag, SEVERITY_WARNING,
                         in_row(roll, &roll->members[i], roll->name_column),
                         "If they are one, delete one of the rows. A second spelling can stand "
                         "in the column aliases.",
                         "\"%s\" and, on line %zu, \"%s\" are two members", roll->members[i].name,
                         roll->members[j].line, roll->members[j].name);
}

/* "North" and "North East" are two, "Northeast" and "North East" one. */
static bool sections_are_close(struct arena *arena, const char *one, const char *other)
{
    const char *folded = text_fold(arena, one), *other_folded = text_fold(arena, other);
    return text_same_but_for_spaces(arena, one, other) || text_is_look_alike(arena, one, other) ||
           (name_words(folded) == name_words(other_folded) && names_are_close(arena, one, other));
}

/* Areas or classes, each with the first member that is in it. */
struct sections {
    const char *plural;
    size_t column, count;
    const char **names;
    const struct member **first;
};

static void note_section(struct sections *sections, size_t number, const char *name,
                         const struct member *member)
{
    if (sections->first[number] != NULL)
        return;
    sections->names[number] = name;
    sections->first[number] = member;
}

static struct sections sections_for(struct arena *arena, size_t count)
{
    return (struct sections){
        .count = count,
        .names = arena_alloc(arena, count, sizeof(const char *)),
        .first = arena_alloc(arena, count, sizeof(const struct member *)),
    };
}

static struct sections areas_of(struct arena *arena, const struct roll *roll)
{
    struct sections areas = sections_for(arena, roll->area_count);
    areas.plural = "areas";
    areas.column = roll->area_column;
    for (size_t i = 0; i < roll->count; i++)
        if (roll->members[i].area != NULL)
            note_section(&areas, roll->members[i].area_number, roll->members[i].area,
                         &roll->members[i]);
    return areas;
}

static struct sections classes_of(struct arena *arena, const struct roll *roll)
{
    struct sections classes = sections_for(arena, roll->class_count);
    classes.plural = "classes";
    classes.column = roll->class_column;
    for (size_t i = 0; i < roll->count; i++)
        for (size_t k = 0; k < roll->class_count; k++)
            if (roll_is_in_class(&roll->members[i], k))
                note_section(&classes, k, roll->classes[k].name, &roll->members[i]);
    return classes;
}

static void warn_of_close(struct arena *arena, struct diag *diag, const struct roll *roll,
                          const struct sections *sections)
{
    size_t count = sections->count > COMPARED_MOST ? 0 : sections->count;
    for (size_t i = 1; i < count; i++)
        for (size_t j = 0; j < i; j++) {
            const struct member *one = sections->first[j], *other = sections->first[i];
            if (one == NULL || other == NULL ||
                !sections_are_close(arena, sections->names[j], sections->names[i]))
                continue;
            diag_add(diag, SEVERITY_WARNING, in_row(roll, other, sections->column),
                     arena_format(arena,
                                  "%sIf they are one, write the name the same way in every row.",
                                  text_look_alike(arena, sections->names[i], sections->names[j])),
                     "\"%s\" and, on line %zu, \"%s\" are two %s", sections->names[i], one->line,
                     sections->names[j], sections->plural);
        }
}

void check_close_areas(struct arena *arena, struct diag *diag, const struct roll *roll)
{
    const struct sections areas = areas_of(arena, roll);
    warn_of_close(arena, diag, roll, &areas);
}

void check_close_classes(struct arena *arena, struct diag *diag, const struct roll *roll)
{
    const struct sections classes = classes_of(arena, roll);
    warn_of_close(arena, diag, roll, &classes);
}

/* Classes of which the rules say nothing. */
static void check_idle_classes(const struct checking *checking)
{
    const struct roll *roll = checking->roll;
    const struct rules *rules = checking->rules;
    const struct member *first = NULL;
    for (size_t i = 0; rules != NULL && i < rules->count; i++)
        if (rule_counts(&rules->rows[i], AMONG_CLASS))
            return;
    for (size_t i = roll->count; i-- > 0;)
        if (roll->members[i].classes != 0)
            first = &roll->members[i];
    if (first != NULL && rules != NULL)
        diag_add(checking->diag, SEVERITY_WARNING, in_row(roll, first, roll->class_column),
                 "Where a condition is of the members of one alone, let it end in \"of\" and its "
                 "name; else leave the column out.",
                 "no rule counts a class by itself");
}

/* Of the members' names, or of their codes. */
static void warn_of_look_alikes(struct arena *arena, struct diag *diag, const struct roll *roll,
                                bool codes)
{
    const char **texts = arena_alloc(arena, roll->count, sizeof *texts);
    for (size_t i = 0; i < roll->count; i++)
        texts[i] = codes ? roll->members[i].code : roll->members[i].name;
    const size_t *alike = names_look_alike(arena, texts, roll->count);
    for (size_t i = 0; i < roll->count; i++) {
        if (alike[i] == NAME_NONE)
            continue;
        const struct member *other = &roll->members[i];
        diag_add(diag, SEVERITY_WARNING,
                 in_row(roll, other, codes ? roll->code_column : roll->name_column),
                 arena_format(arena, "%s%s", text_look_alike(arena, texts[i], texts[alike[i]]),
                              codes ? "Correct the one that is wrong."
                                    : "If they are one, delete one of the rows."),
                 "\"%s\" looks like \"%s\" on line %zu, and they are two %s", texts[i],
                 texts[alike[i]], roll->members[alike[i]].line, codes ? "codes" : "members");
    }
}

void check_look_alikes(struct arena *arena, struct diag *diag, const struct roll *roll)
{
    warn_of_look_alikes(arena, diag, roll, false);
    warn_of_look_alikes(arena, diag, roll, true);
}

/* One warning for all members that lack what others have. */
static void check_lacking(const struct checking *checking, const char *column, size_t roll_column,
                          const char *(*cell)(const struct member *member))
{
    const struct roll *roll = checking->roll;
    const char **lacking = arena_alloc(checking->arena, roll->count, sizeof *lacking);
    const struct member *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < roll->count; i++) {
        if (cell(&roll->members[i]) != NULL)
            continue;
        first = count == 0 ? &roll->members[i] : first;
        lacking[count++] = roll->members[i].name;
    }
    if (count == 0 || count == roll->count)
        return;
    diag_add(checking->diag, SEVERITY_WARNING, in_row(roll, first, roll_column),
             "Fill in the cells, or leave the column out.", "%s %s no %s, and others have: %s",
             number_grouped(checking->arena, (int64_t)count),
             count == 1 ? "member has" : "members have", column,
             text_list(checking->arena, lacking, count, "and"));
}

/* Where every area must pass a member without one is an error already. */
static bool areas_are_needed(const struct rules *rules)
{
    for (size_t i = 0; rules != NULL && i < rules->count; i++)
        if ((rules->rows[i].kind == RULE_AREAS && rules->rows[i].as.every_area) ||
            rule_counts(&rules->rows[i], AMONG_EACH_AREA))
            return true;
    return false;
}

static const char *code_of(const struct member *member)
{
    return member->code;
}

static const char *area_of(const struct member *member)
{
    return member->area;
}

/* How many practices the county's table says that the locality has. */
static void check_practices(const struct checking *checking)
{
    const struct rules *rules = checking->rules;
    const struct roll *roll = checking->roll, *localities = checking->localities;
    if (rules == NULL || rules->locality == NULL || localities == NULL || roll->of_localities)
        return;
    const struct member *own =
        roll_find_folded(localities, text_fold(checking->arena, rules->locality->text));
    if (own != NULL && own->practices > 0 && own->practices != (int64_t)roll->count)
        diag_add(
            checking->diag, SEVERITY_WARNING, in_row(localities, own, localities->practices_column),
            "Correct the table that is out of date.", "%s has %s practices here, and %s has %zu",
            own->name, number_grouped(checking->arena, own->practices), roll->file, roll->count);
}

void check_rolls(const struct checking *checking)
{
    const struct roll *roll = checking->roll, *localities = checking->localities;
    bool two_tables = localities != NULL && (roll == NULL || localities->members != roll->members);
    if (roll != NULL) {
        load_check_age(checking->arena, checking->diag, (struct place){.file = roll->file}, roll,
                       checking->date);
        check_close_names(checking);
        check_look_alikes(checking->arena, checking->diag, roll);
        check_lacking(checking, "code", checking->roll->code_column, code_of);
        if (!areas_are_needed(checking->rules)) {
            check_lacking(checking, "area", checking->roll->area_column, area_of);
            check_close_areas(checking->arena, checking->diag, roll);
        }
        check_close_classes(checking->arena, checking->diag, roll);
        check_idle_classes(checking);
        check_practices(checking);
    }
    if (two_tables) {
        load_check_age(checking->arena, checking->diag, (struct place){.file = localities->file},
                       localities, checking->date);
        check_look_alikes(checking->arena, checking->diag, localities);
    }
}
