/* SPDX-License-Identifier: MIT */
#include "populations.h"

#include <string.h>

#include "quorate/ratio.h"
#include "quorate/text.h"

/* What the steps of adding up share. */
struct adding {
    struct arena *arena;
    struct diag *diag;
    const struct roll *roll, *localities;
    const struct member *own; /* the row of the locality whose rules these are */
    const struct county_list *county;
    const struct national_area *area; /* that is the county; NULL where it is not known */
    const struct national *national;
    const struct new_size *sizes;
    struct locality_now *of;
    bool *member_seen;   /* one for each member of the roll */
    bool *practice_seen; /* one for each practice of the files */
};

static struct place place_of(const struct adding *adding, const struct county_practice *practice)
{
    return (struct place){.file = adding->county->file,
                          .line = practice->line,
                          .cell = practice->cell,
                          .row = practice->row};
}

static void refuse(const struct adding *adding, const struct county_practice *practice,
                   const char *remedy, const char *what)
{
    diag_add(adding->diag, SEVERITY_ERROR, place_of(adding, practice), remedy, "%s", what);
}

static const char *called(const struct county_practice *practice)
{
    return practice->code != NULL ? practice->code : practice->name;
}

/* The only practice of the files with that name; NULL for none or several. */
static const struct national_practice *named(const struct adding *adding, const char *name)
{
    const struct national_practice *found = NULL;
    const char *folded = text_fold(adding->arena, name);
    for (size_t i = 0; i < adding->national->practice_count; i++) {
        const struct national_practice *practice = &adding->national->practices[i];
        if (practice->name == NULL || !practice->has_list_size ||
            strcmp(text_fold(adding->arena, practice->name), folded) != 0)
            continue;
        if (found != NULL)
            return NULL;
        found = practice;
    }
    return found;
}

static const struct national_practice *find(const struct adding *adding,
                                            const struct county_practice *practice)
{
    return practice->code != NULL ? national_find(adding->arena, adding->national, practice->code)
                                  : named(adding, practice->name);
}

static void refuse_unfound(const struct adding *adding, const struct county_practice *practice,
                           const struct national_practice *known)
{
    struct arena *arena = adding->arena;
    bool closed = known != NULL && date_given(known->closed);
    const char *what = arena_format(
        arena, "%s has no list size in the file%s", called(practice),
        closed ? arena_format(arena, "; it closed on %s", date_long(arena, known->closed)) : "");
    refuse(adding, practice,
           practice->code == NULL
               ? "Write its code beside the name: few of the NHS's files have names."
               : "If it has closed, delete the row. If another took its patients over, write that "
                 "one's code.",
           what);
}

static void add_to(const struct adding *adding, const struct member *locality, int64_t patients)
{
    adding->of[locality->index].population += patients;
    adding->of[locality->index].practices++;
}

/* By its name what another row has by its code. */
static void refuse_again(const struct adding *adding, const struct county_practice *practice)
{
    refuse(adding, practice, "A practice is in one locality. Delete the row that is wrong.",
           arena_format(adding->arena, "%s is on another line already", called(practice)));
}

/* A practice of the roll counts with its new size, in its own locality. */
static void add_member(const struct adding *adding, const struct county_practice *practice,
                       const struct member *member, const struct member *locality)
{
    if (adding->member_seen[member->index]) {
        refuse_again(adding, practice);
        return;
    }
    adding->member_seen[member->index] = true;
    if (locality == adding->own)
        add_to(adding, locality, adding->sizes[member->index].list_size);
    else
        refuse(adding, practice, "Correct the locality, or the roll.",
               arena_format(adding->arena, "%s is on the roll of %s, and here in %s", member->name,
                            adding->own->name, locality->name));
}

/* The county's total is then more than its area's. */
static void warn_of_area(const struct adding *adding, const struct county_practice *practice,
                         const struct national_practice *known)
{
    const struct national_area *area = adding->area;
    if (area == NULL || known->area == NULL || strcmp(known->area, area->code) == 0)
        return;
    diag_add(adding->diag, SEVERITY_WARNING, place_of(adding, practice),
             "Check its code. Its patients are counted in the county all the same.",
             "%s is in area %s in the file, and the county is area %s", called(practice),
             known->area, area->code);
}

static void add_practice(const struct adding *adding, const struct county_practice *practice,
                         const struct national_practice *known, const struct member *locality)
{
    bool *seen = known == NULL ? NULL : &adding->practice_seen[known - adding->national->practices];
    if (seen != NULL && *seen) {
        refuse_again(adding, practice);
        return;
    }
    if (seen != NULL)
        *seen = true;
    if (locality == adding->own)
        refuse(adding, practice, "Correct the locality, or add the practice to the roll.",
               arena_format(adding->arena, "%s is in %s here, and not on its roll",
                            called(practice), locality->name));
    else if (known == NULL || !known->has_list_size)
        refuse_unfound(adding, practice, known);
    else {
        warn_of_area(adding, practice, known);
        add_to(adding, locality, known->list_size);
    }
}

/* By what county.csv calls it, or by the code that the files give that name; whoever leaves too. */
static const struct member *member_of(const struct adding *adding,
                                      const struct county_practice *practice,
                                      const struct national_practice *known)
{
    const struct member *member =
        roll_find_folded(adding->roll, text_fold(adding->arena, called(practice)));
    if (member == NULL && known != NULL)
        member = roll_find_folded(adding->roll, text_fold(adding->arena, known->code));
    return member;
}

/* A code of one practice and the name of another of the roll. */
static void check_name(const struct adding *adding, const struct county_practice *practice,
                       const struct member *member)
{
    const struct member *other =
        practice->code == NULL || practice->name == NULL
            ? NULL
            : roll_find_folded(adding->roll, text_fold(adding->arena, practice->name));
    if (other != NULL && other != member)
        refuse(adding, practice, "Correct the code or the name.",
               arena_format(adding->arena, "\"%s\" is not the code of %s, which has %s on the roll",
                            practice->code, other->name,
                            other->code == NULL ? "none" : other->code));
}

static void add_row(const struct adding *adding, const struct county_practice *practice)
{
    struct arena *arena = adding->arena;
    const struct member *locality =
        roll_find_folded(adding->localities, text_fold(arena, practice->locality));
    const struct national_practice *known = find(adding, practice);
    const struct member *member = member_of(adding, practice, known);
    check_name(adding, practice, member);
    if (locality == NULL) {
        const struct member *meant = roll_suggest(arena, adding->localities, practice->locality);
        refuse(adding, practice,
               meant == NULL ? "Write it as the table of localities has it, or add it there."
                             : arena_format(arena, "Did you mean %s?", meant->name),
               arena_format(arena, "%s is in \"%s\", which is no locality of the county",
                            called(practice), practice->locality));
        return;
    }
    if (member == NULL || adding->sizes[member->index].source == SIZE_LEFT) {
        add_practice(adding, practice, known, locality);
        return;
    }
    const struct national_practice *of_member = national_member(arena, adding->national, member);
    if (of_member != NULL)
        adding->practice_seen[of_member - adding->national->practices] = true;
    add_member(adding, practice, member, locality);
}

/* What county.csv lacks would be missing from the county. */
static void check_missing(const struct adding *adding)
{
    const struct national *national = adding->national;
    for (size_t i = 0; i < adding->roll->count; i++)
        if (adding->sizes[i].source != SIZE_LEFT && !adding->member_seen[i])
            diag_refuse(adding->diag, adding->county->file, "Add a row with its code and locality.",
                        "has no row for %s, which is on the roll", adding->roll->members[i].name);
    for (size_t i = 0; i < national->practice_count && adding->area != NULL; i++) {
        const struct national_practice *practice = &national->practices[i];
        if (practice->has_list_size && practice->area != NULL && !adding->practice_seen[i] &&
            strcmp(practice->area, adding->area->code) == 0)
            diag_refuse(adding->diag, adding->county->file, "Add a row with its code and locality.",
                        "has no row for %s, which is in area %s with %s patients", practice->code,
                        practice->area, number_grouped(adding->arena, practice->list_size));
    }
    for (size_t i = 0; i < adding->localities->count; i++)
        if (adding->of[i].practices == 0)
            diag_refuse(adding->diag, adding->county->file,
                        "Add a row for each of its practices, or take it out of the table of "
                        "localities.",
                        "has no practice of %s", adding->localities->members[i].name);
}

/* --total beside county.csv would be passed over. */
static void check_stated(const struct adding *adding, int64_t stated, int64_t sum)
{
    if (stated != 0 && stated != sum)
        diag_refuse(adding->diag, adding->county->file, "Leave out --total, or correct the table.",
                    "its practices add up to %s patients, and --total says %s",
                    number_grouped(adding->arena, sum), number_grouped(adding->arena, stated));
}

/* Without county.csv. */
static void take_own(const struct adding *adding)
{
    for (size_t i = 0; i < adding->roll->count; i++)
        if (adding->sizes[i].source != SIZE_LEFT)
            add_to(adding, adding->own, adding->sizes[i].list_size);
}

bool populations_settle(struct run *run, const struct county_list *county,
                        const struct list_sizes *files, const struct new_size *sizes,
                        const struct area_choice *area, struct populations *populations)
{
    const struct constitution *constitution = &run->constitution;
    const struct roll *localities = &constitution->localities;
    size_t errors = run->diag.errors;
    *populations = (struct populations){0};
    const struct member *own =
        constitution->localities_usable && constitution->rules.locality != NULL
            ? roll_find_folded(localities,
                               text_fold(run->arena, constitution->rules.locality->text))
            : NULL;
    if (own == NULL)
        return true;
    struct adding adding = {
        run->arena,
        &run->diag,
        &constitution->roll,
        localities,
        own,
        county,
        area->area,
        &files->national,
        sizes,
        .of = arena_alloc(run->arena, localities->count, sizeof *adding.of),
        .member_seen = arena_alloc(run->arena, constitution->roll.count, sizeof(bool)),
        .practice_seen = arena_alloc(run->arena, files->national.practice_count, sizeof(bool)),
    };
    if (county == NULL)
        take_own(&adding);
    for (size_t i = 0; county != NULL && i < county->count; i++)
        add_row(&adding, &county->practices[i]);
    if (county != NULL && run->diag.errors == errors)
        check_missing(&adding);
    for (size_t i = 0; county != NULL && i < localities->count; i++)
        populations->total += adding.of[i].population;
    if (county != NULL && run->diag.errors == errors)
        check_stated(&adding, area->stated_total, populations->total);
    populations->of = adding.of;
    populations->practice_seen = adding.practice_seen;
    return run->diag.errors == errors;
}
