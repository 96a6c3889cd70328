/* SPDX-License-Identifier: MIT */
#include "area.h"
#include "commands.h"
#include "constitution.h"
#include "list_sizes.h"
#include "new_roll.h"
#include "output.h"
#include "quorate/decide.h"
#include "quorate/file.h"
#include "quorate/ratio.h"
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
    struct area_choice area;
    bool area_chosen;
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

/* Everything that the file has to answer before anything is decided. */
static void judge_file(struct reweight *reweight)
{
    if (!reweight->files.usable)
        return;
    choose_date(reweight);
    reweight->sizes =
        sizes_choose(reweight->arena, &reweight->diag, &reweight->constitution.roll,
                     &reweight->files.national, reweight->files.path, reweight->wishes);
    reweight->area_chosen = area_choose(reweight->arena, &reweight->diag, &reweight->call->options,
                                        &reweight->constitution.roll, &reweight->files,
                                        reweight->sizes, &reweight->area, &reweight->misuse);
}

static bool nobody_stays(struct reweight *reweight)
{
    for (size_t i = 0; i < reweight->constitution.roll.count; i++)
        if (reweight->sizes[i].source != SIZE_LEFT)
            return false;
    reweight->misuse = (struct misuse){.what = "--leave takes every practice off the roll",
                                       .remedy = "At least one has to stay."};
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
    struct reweighting_request request = {
        .rules = &constitution->rules,
        .roll = &constitution->roll,
        .localities = constitution->localities_usable ? &constitution->localities : NULL,
        .sizes = reweight->sizes,
        .as_at = reweight->as_at,
        .national = &reweight->files.national,
        .area = reweight->area.area,
        .stated_total = reweight->area.stated_total,
    };
    struct reweighting *result = &reweight->result;
    *result = decide_reweighting(reweight->arena, &request);
    result->version = QUORATE_VERSION;
    result->constitution = constitution->called;
    result->suppressed = reweight->area.suppressed;
    result->suppressed_count = reweight->area.suppressed_count;
    result->inputs = all_inputs(reweight, &result->input_count);
    if (reweight->destination.path != NULL)
        result->written_to = file_base_name(reweight->arena, reweight->destination.path);
}

static void warn_of_date(struct reweight *reweight)
{
    struct arena *arena = reweight->arena;
    const struct reweighting *result = &reweight->result;
    struct place place = {.file = reweight->files.path};
    if (result->not_first_of_april)
        diag_add(&reweight->diag, SEVERITY_WARNING, PROBLEM_VALUE, place,
                 "The shares go by the list sizes of 1 April.", "the list sizes are of %s",
                 date_long(arena, result->as_at));
    if (result->older)
        diag_add(&reweight->diag, SEVERITY_WARNING, PROBLEM_VALUE, place, NULL,
                 "the list sizes are of %s, older than those of the roll, %s",
                 date_long(arena, result->as_at), date_long(arena, result->before_at));
}

/* The locality is a part of the county. Only a stated total can say otherwise: the area's own has
 * been made to hold the roll. */
static bool total_is_too_small(struct reweight *reweight)
{
    struct arena *arena = reweight->arena;
    const struct reweighting *result = &reweight->result;
    if (result->area_total == 0 || result->area_total >= result->after)
        return false;
    reweight->misuse = (struct misuse){
        .what = arena_format(arena, "--total %s is less than the %s patients of the roll itself",
                             number_grouped(arena, result->area_total),
                             number_grouped(arena, result->after)),
        .remedy = "Give the patients of the whole county, which the locality is a part of. Without "
                  "--total they are added up from the file, where it tells areas.",
    };
    return true;
}

static enum status write_results(struct reweight *reweight)
{
    struct arena *arena = reweight->arena;
    const struct call *call = reweight->call;
    struct buffer report = {.arena = arena};
    output_begin(&reweight->destination, &report);
    if (!report_write(reweight->destination.format, call->command->report, arena, &reweight->result,
                      &report))
        return output_failure(arena, call, "out of memory");
    if (reweight->destination.path == NULL)
        return output_answer(arena, call, buffer_text(&report));
    const char *source =
        arena_format(arena, "%s, %s", reweight->files.national.layout, reweight->files.files);
    struct buffer table = {.arena = arena};
    struct new_roll new_roll = {&reweight->constitution.roll, reweight->sizes, reweight->as_at,
                                source};
    buffer_add(&table, new_roll_table(arena, &new_roll));
    return output_table(arena, call, &reweight->destination, &table, &report);
}

/* ---- The story */

static void check_roll(struct reweight *reweight)
{
    const struct constitution *constitution = &reweight->constitution;
    struct place place = {.file = constitution->roll.file};
    if (constitution->roll_usable && constitution->roll.of_localities) {
        diag_add(&reweight->diag, SEVERITY_ERROR, PROBLEM_HEADER, place,
                 "Name the constitution of a locality with -C, or its roll with --practices.",
                 "this roll is of localities, and the NHS's files are of practices");
    } else if (constitution->roll_usable && !constitution->roll.has_list_sizes) {
        diag_add(&reweight->diag, SEVERITY_ERROR, PROBLEM_HEADER, place,
                 "Add a column \"list size\".", "the roll has no list sizes to replace");
    }
}

/* The roll that is read is not replaced: only now is it known what it is called. */
static bool spares_roll(struct reweight *reweight)
{
    const struct constitution *constitution = &reweight->constitution;
    const char *path = reweight->destination.path;
    if (path == NULL || !constitution_has_roll_at(reweight->arena, constitution, path))
        return true;
    reweight->misuse = (struct misuse){
        .what = arena_format(reweight->arena, "%s is a table that is read here",
                             text_printable(reweight->arena, path)),
        .remedy = "Give the new roll a name of its own.",
    };
    return false;
}

enum status reweight_run(struct arena *arena, const struct call *call)
{
    const struct options *options = &call->options;
    struct reweight reweight = {.arena = arena, .call = call, .diag.arena = arena};
    struct constitution *constitution = &reweight.constitution;

    if (!output_plan_table(arena, options, call->command->report, &reweight.destination,
                           &reweight.misuse) ||
        !list_sizes_differ(arena, options, &reweight.misuse) ||
        !constitution_find(arena, options, constitution, &reweight.misuse))
        return output_misuse(arena, call, &reweight.misuse);

    constitution_read(arena, &reweight.diag, options, constitution);
    if (!spares_roll(&reweight))
        return output_misuse(arena, call, &reweight.misuse);
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
    if (!reweight.area_chosen || nobody_stays(&reweight))
        return output_misuse(arena, call, &reweight.misuse);
    decide(&reweight);
    if (total_is_too_small(&reweight))
        return output_misuse(arena, call, &reweight.misuse);
    warn_of_date(&reweight);
    new_roll_warn(&reweight.diag, &constitution->roll);
    enum status status = write_results(&reweight);
    output_problems(arena, call, &reweight.diag);
    return status;
}
