/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "commands.h"
#include "constitution.h"
#include "list_sizes.h"
#include "output.h"
#include "quorate/decide.h"
#include "quorate/file.h"
#include "quorate/text.h"
#include "sizes.h"

/* Everything that one reweighting is made of, filled in as it comes to be known. */
struct reweight {
    struct arena *arena;
    const struct call *call;
    struct diag diag;
    struct misuse misuse;
    struct destination destination; /* path: of the new roll */
    struct constitution constitution;
    const struct size_wish *wishes;
    struct list_sizes files;
    struct date as_at;
    const struct new_size *sizes;
    struct reweighting result;
};

static const char *value_of(const struct reweight *reweight, enum option_id id)
{
    return reweight->call->options.values[id];
}

/* ---- What they must hold */

static void choose_date(struct reweight *reweight)
{
    struct place place = {.file = reweight->files.path};
    struct date stated = {0};
    struct date in_file = reweight->files.national.as_at;
    const char *value = value_of(reweight, OPTION_AS_AT);
    bool is_stated = value != NULL && date_parse(value, &stated);
    if (!date_given(in_file) && !is_stated)
        diag_add(&reweight->diag, SEVERITY_ERROR, PROBLEM_VALUE, place,
                 "Say which day its list sizes are of, as in --as-at 2014-04-01.",
                 "the file carries no date");
    else if (date_given(in_file) && is_stated && date_compare(in_file, stated) != 0)
        diag_add(&reweight->diag, SEVERITY_ERROR, PROBLEM_CONFLICT, place,
                 "Leave out --as-at, or give the file of that date.",
                 "the list sizes are of %s, not of %s as --as-at says",
                 date_long(reweight->arena, in_file), date_long(reweight->arena, stated));
    reweight->as_at = date_given(in_file) ? in_file : stated;
}

/* The area that most of the roll's practices are in; NULL, with an error, when two have as many. */
static const char *area_of_most(struct reweight *reweight)
{
    const struct national *national = &reweight->files.national;
    const char *most = NULL;
    const char *rival = NULL;
    size_t most_count = 0;
    for (size_t i = 0; i < reweight->constitution.roll.count; i++) {
        const char *area = national->figures[i].area;
        size_t count = 0;
        for (size_t k = 0; area != NULL && k < reweight->constitution.roll.count; k++)
            count +=
                national->figures[k].area != NULL && strcmp(national->figures[k].area, area) == 0;
        if (count > most_count) {
            most = area;
            most_count = count;
            rival = NULL;
        } else if (count == most_count && most != NULL && strcmp(area, most) != 0) {
            rival = area;
        }
    }
    if (rival == NULL)
        return most;
    struct place place = {.file = reweight->files.path};
    diag_add(&reweight->diag, SEVERITY_ERROR, PROBLEM_NAME, place,
             "Say which is the county's, with --area.",
             "as many practices of the roll are in area %s as in %s", most, rival);
    return NULL;
}

/* The suppressed practices of the area that are not on the roll: its total is too low by them. */
static void tell_suppressed(struct reweight *reweight, const struct national_area *area)
{
    struct arena *arena = reweight->arena;
    const struct roll *roll = &reweight->constitution.roll;
    const char **others = arena_alloc(arena, area->suppressed_count, sizeof *others);
    size_t count = 0;
    for (size_t i = 0; i < area->suppressed_count; i++)
        if (roll_find_folded(roll, text_fold(arena, area->suppressed[i])) == NULL)
            others[count++] = area->suppressed[i];
    reweight->result.suppressed = others;
    reweight->result.suppressed_count = count;
    if (count == 0)
        return;
    struct place place = {.file = reweight->files.path};
    diag_add(&reweight->diag, SEVERITY_WARNING, PROBLEM_VALUE, place,
             "State the county's total with --total where it is known.",
             "the total of area %s is too low: %s %s no list size in the file", area->code,
             text_list(arena, others, count, "and"), count == 1 ? "has" : "have");
}

/* The area and its patients, when the layout tells areas; and --total in any case. */
static void choose_area(struct reweight *reweight, struct reweighting *found)
{
    const char *wanted = value_of(reweight, OPTION_AREA);
    const char *total = value_of(reweight, OPTION_TOTAL);
    struct place place = {.file = reweight->files.path};
    long long stated = 0;
    if (total != NULL && text_whole_number(total, RATIO_MOST, &stated) == NUMBER_OK) {
        found->total_stated = true;
        found->area_total = stated;
    }
    found->has_areas = reweight->files.national.has_areas;
    if (!found->has_areas) {
        if (wanted != NULL)
            diag_add(&reweight->diag, SEVERITY_ERROR, PROBLEM_HEADER, place,
                     "State the county's patients with --total instead.",
                     "the file does not say which area a practice is in, so --area %s cannot be "
                     "added up",
                     wanted);
        return;
    }
    const char *code = wanted != NULL ? wanted : area_of_most(reweight);
    if (code == NULL)
        return;
    const struct national_area *area = national_area(&reweight->files.national, code);
    if (area == NULL) {
        diag_add(&reweight->diag, SEVERITY_ERROR, PROBLEM_NAME, place,
                 "Write the code as the file has it, as 10Q for Oxfordshire.",
                 "no practice of the file is in area %s", code);
        return;
    }
    found->area = area->code;
    found->area_sum = area->population;
    found->area_practices = area->practices;
    if (!found->total_stated) {
        found->area_total = area->population;
        tell_suppressed(reweight, area);
    }
}

static void warn_of_date(struct reweight *reweight)
{
    struct arena *arena = reweight->arena;
    struct date before = reweight->constitution.roll.as_at;
    struct date as_at = reweight->as_at;
    struct place place = {.file = reweight->files.path};
    reweight->result.not_first_of_april = as_at.month != 4 || as_at.day != 1;
    reweight->result.older = date_given(before) && date_compare(as_at, before) < 0;
    if (reweight->result.not_first_of_april)
        diag_add(&reweight->diag, SEVERITY_WARNING, PROBLEM_VALUE, place,
                 "The shares go by the list sizes of 1 April.", "the list sizes are of %s",
                 date_long(arena, as_at));
    if (reweight->result.older)
        diag_add(&reweight->diag, SEVERITY_WARNING, PROBLEM_VALUE, place, NULL,
                 "the list sizes are of %s, older than those of the roll, %s",
                 date_long(arena, as_at), date_long(arena, before));
}

/* Everything that the file has to answer before anything is decided. */
static void judge_file(struct reweight *reweight)
{
    if (!reweight->files.usable)
        return;
    choose_date(reweight);
    choose_area(reweight, &reweight->result);
    reweight->sizes =
        sizes_choose(reweight->arena, &reweight->diag, &reweight->constitution.roll,
                     &reweight->files.national, reweight->files.path, reweight->wishes);
    if (reweight->diag.errors == 0)
        warn_of_date(reweight);
}

static bool nobody_stays(const struct reweight *reweight)
{
    for (size_t i = 0; i < reweight->constitution.roll.count; i++)
        if (reweight->sizes[i].source != SIZE_LEFT)
            return false;
    return true;
}

/* ---- What comes of them */

/* The files of list sizes, then the tables. */
static const struct input *all_inputs(const struct reweight *reweight, size_t *count)
{
    const struct constitution *constitution = &reweight->constitution;
    const struct list_sizes *files = &reweight->files;
    struct input *inputs = arena_alloc(
        reweight->arena, files->input_count + constitution->input_count, sizeof *inputs);
    *count = 0;
    for (size_t i = 0; i < files->input_count; i++)
        inputs[(*count)++] = files->inputs[i];
    for (size_t i = 0; i < constitution->input_count; i++)
        inputs[(*count)++] = constitution->inputs[i];
    return inputs;
}

static void decide(struct reweight *reweight)
{
    const struct constitution *constitution = &reweight->constitution;
    const struct reweighting known = reweight->result;
    struct reweighting_request request = {
        .rules = &constitution->rules,
        .roll = &constitution->roll,
        .localities = constitution->localities_usable ? &constitution->localities : NULL,
        .sizes = reweight->sizes,
        .area_total = known.area_total,
    };
    struct reweighting *result = &reweight->result;
    *result = decide_reweighting(reweight->arena, &request);
    result->version = QUORATE_VERSION;
    result->constitution = constitution->called;
    result->as_at = reweight->as_at;
    result->not_first_of_april = known.not_first_of_april;
    result->older = known.older;
    result->layout = reweight->files.national.layout;
    result->area = known.area;
    result->has_areas = known.has_areas;
    result->total_stated = known.total_stated;
    result->area_sum = known.area_sum;
    result->area_practices = known.area_practices;
    result->suppressed = known.suppressed;
    result->suppressed_count = known.suppressed_count;
    result->inputs = all_inputs(reweight, &result->input_count);
    if (reweight->destination.path != NULL)
        result->written_to = file_base_name(reweight->arena, reweight->destination.path);
}

/* The new roll first: what the report says of it is true when it comes out. */
static enum status write_results(struct reweight *reweight)
{
    struct arena *arena = reweight->arena;
    const struct call *call = reweight->call;
    struct buffer report = {.arena = arena};
    output_begin(&reweight->destination, &report);
    if (!reweight->destination.format->reweighting(arena, &reweight->result, &report))
        return output_failure(arena, call, "out of memory");
    if (reweight->destination.path != NULL) {
        const char *source =
            arena_format(arena, "%s, %s", reweight->files.national.layout, reweight->files.files);
        struct buffer table = {.arena = arena};
        buffer_add(&table, sizes_table(arena, &reweight->constitution.roll, reweight->sizes,
                                       reweight->as_at, source));
        enum status status = output_result(arena, call, &reweight->destination, &table);
        if (status != STATUS_DONE)
            return status;
    }
    return output_answer(arena, call, buffer_text(&report));
}

/* ---- The story */

static void check_roll(struct reweight *reweight)
{
    const struct constitution *constitution = &reweight->constitution;
    if (constitution->roll_usable && !constitution->roll.has_list_sizes) {
        struct place place = {.file = constitution->roll.file};
        diag_add(&reweight->diag, SEVERITY_ERROR, PROBLEM_HEADER, place,
                 "Add a column \"list size\".", "the roll has no list sizes to replace");
    }
}

enum status reweight_run(struct arena *arena, const struct call *call)
{
    const struct options *options = &call->options;
    struct reweight reweight = {.arena = arena, .call = call, .diag.arena = arena};
    struct constitution *constitution = &reweight.constitution;

    if (!output_plan_table(arena, options, &reweight.destination, &reweight.misuse) ||
        !constitution_find(arena, options, constitution, &reweight.misuse))
        return output_misuse(arena, call, &reweight.misuse);

    constitution_read(arena, &reweight.diag, options, constitution);
    check_roll(&reweight);
    if (constitution->roll_usable &&
        !sizes_wished(arena, options, &constitution->roll, &reweight.wishes, &reweight.misuse))
        return output_misuse(arena, call, &reweight.misuse);
    if (constitution->agrees && reweight.diag.errors == 0) {
        reweight.files = list_sizes_read(arena, call, &reweight.diag, &constitution->roll);
        judge_file(&reweight);
    }
    if (reweight.diag.errors > 0) {
        output_problems(arena, call, &reweight.diag);
        return STATUS_REFUSED;
    }
    if (nobody_stays(&reweight)) {
        reweight.misuse = (struct misuse){.what = "--leave takes every practice off the roll",
                                          .remedy = "At least one has to stay."};
        return output_misuse(arena, call, &reweight.misuse);
    }
    decide(&reweight);
    enum status status = write_results(&reweight);
    output_problems(arena, call, &reweight.diag);
    return status;
}
