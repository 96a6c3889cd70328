/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "adoption.h"
#include "area.h"
#include "counting.h"
#include "deciding.h"
#include "input.h"
#include "left_open.h"
#include "list_sizes.h"
#include "messages.h"
#include "new_roll.h"
#include "populations.h"
#include "quorate/file.h"
#include "quorate/ratio.h"
#include "quorate/tables.h"
#include "quorate/text.h"
#include "roll_day.h"
#include "sizes.h"
#include "table_file.h"
#include "unread.h"

/* Everything that one reweighting is made of, filled in as it comes to be known. */
struct reweight {
    struct run *run;
    const struct size_wish *wishes;
    struct list_sizes files;
    struct date as_at;
    const struct new_size *sizes;
    struct area_choice area;
    struct county_list county;
    bool has_county;
    struct input county_input;
    struct populations populations;
    struct reweighting *result;
};

/* ---- What they must hold */

static void choose_date(struct reweight *reweight)
{
    struct date stated = {0};
    struct date in_file = reweight->files.national.as_at;
    const char *value = run_value(reweight->run, OPTION_AS_AT);
    bool is_stated = value != NULL && date_parse(value, &stated);
    if (!date_given(in_file) && !is_stated)
        diag_refuse(&reweight->run->diag, reweight->files.path,
                    "Say which day its list sizes are of, as in --as-at 2014-04-01.",
                    "the file carries no date");
    else if (date_given(in_file) && is_stated && date_compare(in_file, stated) != 0)
        diag_refuse(&reweight->run->diag, reweight->files.path,
                    "Leave out --as-at, or give the file of that date.",
                    "the list sizes are of %s, not of %s as --as-at says",
                    date_long(reweight->run->arena, in_file),
                    date_long(reweight->run->arena, stated));
    reweight->as_at = date_given(in_file) ? in_file : stated;
}

/* The roll is that of the day of the list sizes: the file was read for everybody who ever was a
 * member. */
static bool settle_roll(struct reweight *reweight)
{
    struct run *run = reweight->run;
    const struct roll *roll = &run->constitution.roll;
    const struct national_figure *figures = reweight->files.national.figures;
    bool of_days = roll->history != NULL;
    choose_date(reweight);
    if (!of_days && run->constitution.localities.history == NULL)
        return true;
    if (run->diag.errors > 0)
        return false;
    roll_day_settle(run, reweight->as_at);
    if (!of_days)
        return run->constitution.roll_usable && run->diag.errors == 0;
    struct national_figure *of_day = arena_alloc(run->arena, roll->count, sizeof *of_day);
    for (size_t i = 0; i < roll->count; i++)
        of_day[i] = figures[roll->members[i].whole];
    reweight->files.national.figures = of_day;
    return run->constitution.roll_usable;
}

/* By the codes of the roll, which must be that of the day. */
static bool take_wishes(struct reweight *reweight)
{
    struct run *run = reweight->run;
    return sizes_wished(run->arena, run->options, &run->constitution.roll, &reweight->wishes,
                        &run->misuse);
}

/* county.csv of the folder, where it has one. */
static bool read_county(struct reweight *reweight)
{
    struct run *run = reweight->run;
    const char *folder = run->constitution.folder;
    const char *path = folder == NULL ? NULL : table_file(run->arena, folder, COUNTY_TABLE);
    struct bytes bytes;
    size_t rows;
    if (path == NULL || !run->constitution.localities_usable)
        return true;
    if (!input_read_table(run->arena, &run->diag, run->options, path, &bytes) ||
        !load_county(run->arena, &run->diag, bytes, &reweight->county, &rows))
        return false;
    reweight->has_county = true;
    reweight->county_input = input_of(run->arena, "county", bytes, rows);
    return true;
}

/* A row of a table of one's own is of the roll, or of the county, or told. */
static void tell_others(const struct reweight *reweight)
{
    struct run *run = reweight->run;
    sizes_tell_others(run->arena, &run->diag, &run->constitution.roll, &reweight->files.national,
                      reweight->populations.practice_seen);
}

/* A county that nobody adds up: no rule says which of its localities this is. */
static void warn_of_no_locality(const struct reweight *reweight)
{
    struct run *run = reweight->run;
    const struct constitution *constitution = &run->constitution;
    bool adopts = run_value(run, OPTION_ADOPT) != NULL;
    if (reweight->populations.of != NULL || constitution->folder == NULL ||
        !(reweight->has_county || (adopts && constitution->localities_usable)))
        return;
    diag_add(&run->diag, SEVERITY_WARNING, (struct place){.file = constitution->rules.file},
             "Add a rule \"locality\" with its name as the table of localities has it.",
             "no rule says which locality this is, so no localities are added up%s",
             adopts ? ", and their table is left as it is" : "");
}

static bool add_up_localities(struct reweight *reweight)
{
    return read_county(reweight) &&
           populations_settle(reweight->run, reweight->has_county ? &reweight->county : NULL,
                              &reweight->files, reweight->sizes, &reweight->area,
                              &reweight->populations);
}

/* The county's total in the tables so far; 0 where it is not known. */
static int64_t county_so_far(const struct constitution *constitution)
{
    const struct roll *localities = &constitution->localities;
    if (!constitution->localities_usable)
        return 0;
    return localities->has_stated_total ? localities->stated_total : localities->population;
}

#define COUNTY_TIMES                                                                               \
    2 /* no county becomes so many times as large, or as small, between two counts */

/* The file may lack most of the county, or put the practices in another, or count somebody twice.
 */
static bool doubts_county(const struct reweight *reweight)
{
    struct run *run = reweight->run;
    const struct national_area *area = reweight->area.area;
    int64_t before = county_so_far(&run->constitution);
    if (area == NULL || reweight->area.stated_total > 0 || reweight->populations.total > 0 ||
        before == 0 || run_value(run, OPTION_AREA) != NULL ||
        (area->population <= COUNTY_TIMES * before && before <= COUNTY_TIMES * area->population))
        return false;
    diag_add(&run->diag, SEVERITY_WARNING, (struct place){.file = reweight->files.path},
             arena_format(run->arena,
                          "The share is left out. Check that the file is whole and as it was "
                          "published. If area %s is the county's, say so with --area %s, or state "
                          "its patients with --total.",
                          area->code, area->code),
             "the %zu practices of area %s have %s patients in the file, and %s has %s for the "
             "county",
             area->practices, area->code, number_grouped(run->arena, area->population),
             run->constitution.localities.file, number_grouped(run->arena, before));
    return true;
}

/* Everything that the file has to answer before anything is decided. */
static bool judge_file(struct reweight *reweight)
{
    struct run *run = reweight->run;
    const struct roll *roll = &run->constitution.roll;
    struct misuse misuse;
    reweight->sizes =
        sizes_choose(run->arena, &run->diag, roll, &reweight->files.national, reweight->files.path,
                     reweight->wishes, run_value(run, OPTION_ADOPT) != NULL);
    bool chosen = area_choose(run->arena, &run->diag, run->options, roll, &reweight->files,
                              reweight->sizes, &reweight->area, &misuse);
    if (!chosen && run->diag.errors == 0)
        run->misuse = misuse;
    return chosen && run->diag.errors == 0;
}

static bool somebody_stays(const struct reweight *reweight)
{
    for (size_t i = 0; i < reweight->run->constitution.roll.count; i++)
        if (reweight->sizes[i].source != SIZE_LEFT)
            return true;
    return run_misuse(reweight->run, "--leave takes every practice off the roll",
                      "At least one has to stay.");
}

/* ---- What comes of them */

/* The files of list sizes, then the tables. */
static void settle_inputs(const struct reweight *reweight)
{
    struct run *run = reweight->run;
    const struct constitution *constitution = &run->constitution;
    const struct list_sizes *files = &reweight->files;
    size_t count = files->input_count + constitution->input_count + reweight->has_county;
    assert(count <= sizeof run->inputs / sizeof *run->inputs);
    run->input_count = 0;
    for (size_t i = 0; i < files->input_count; i++)
        run->inputs[run->input_count++] = files->inputs[i];
    for (size_t i = 0; i < constitution->input_count; i++)
        run->inputs[run->input_count++] = constitution->inputs[i];
    if (reweight->has_county)
        run->inputs[run->input_count++] = reweight->county_input;
}

static struct sizes_request asked(const struct reweight *reweight)
{
    const struct run *run = reweight->run;
    const struct option_list *lists = run->options->lists;
    struct sizes_request request = {
        .area = run_value(run, OPTION_AREA),
        .total = run_value(run, OPTION_TOTAL),
        .keep = lists[OPTION_KEEP].values,
        .keep_count = lists[OPTION_KEEP].count,
        .set = lists[OPTION_SET].values,
        .set_count = lists[OPTION_SET].count,
        .leave = lists[OPTION_LEAVE].values,
        .leave_count = lists[OPTION_LEAVE].count,
        .adopt = run_value(run, OPTION_ADOPT) != NULL,
    };
    if (run_value(run, OPTION_AS_AT) != NULL)
        (void)date_parse(run_value(run, OPTION_AS_AT), &request.as_at);
    return request;
}

static void decide_sizes(struct reweight *reweight)
{
    const struct constitution *constitution = &reweight->run->constitution;
    struct reweighting_request request = {
        .rules = &constitution->rules,
        .roll = &constitution->roll,
        .localities = constitution->localities_usable ? &constitution->localities : NULL,
        .sizes = reweight->sizes,
        .as_at = reweight->as_at,
        .national = &reweight->files.national,
        .area = reweight->area.area,
        .area_in_doubt = doubts_county(reweight),
        .stated_total = reweight->area.stated_total,
        .populations = reweight->populations.of,
        .sum_of_localities = reweight->populations.total,
    };
    struct reweighting *result = arena_alloc(reweight->run->arena, 1, sizeof *result);
    const struct target *target = &reweight->run->output.targets[0];
    *result = decide_reweighting(reweight->run->arena, &request);
    result->suppressed = reweight->area.suppressed;
    result->suppressed_count = reweight->area.suppressed_count;
    settle_inputs(reweight);
    result->from = counting_from(reweight->run);
    result->request = asked(reweight);
    if (target->path != NULL)
        result->written_to = file_base_name(reweight->run->arena, target->path);
    reweight->result = result;
}

/* Of one day there is one list size of each practice. */
static void warn_of_same_day(const struct reweight *reweight)
{
    struct run *run = reweight->run;
    const struct roll *roll = &run->constitution.roll;
    size_t others = 0;
    if (!date_given(roll->as_at) || date_compare(roll->as_at, reweight->as_at) != 0)
        return;
    for (size_t i = 0; i < roll->count; i++)
        others += reweight->sizes[i].source == SIZE_FROM_FILE &&
                  reweight->sizes[i].list_size != roll->members[i].list_size;
    if (others > 0)
        diag_add(&run->diag, SEVERITY_WARNING, (struct place){.file = reweight->files.path},
                 "Check which are right, and of which day.",
                 "the roll has list sizes of this day too, and %zu of %zu are others", others,
                 roll->count);
}

static void warn_of_date(const struct reweight *reweight)
{
    struct arena *arena = reweight->run->arena;
    const struct reweighting *result = reweight->result;
    struct place place = {.file = reweight->files.path};
    if (result->not_first_of_april)
        diag_add(&reweight->run->diag, SEVERITY_WARNING, place,
                 "The shares go by the list sizes of 1 April.", "the list sizes are of %s",
                 date_long(arena, result->as_at));
    if (result->older)
        diag_add(&reweight->run->diag, SEVERITY_WARNING, place, NULL,
                 "the list sizes are of %s, older than those of the roll, %s",
                 date_long(arena, result->as_at), date_long(arena, result->before_at));
}

/* The locality is a part of the county. Only a stated total can say otherwise: the area's own has
 * been made to hold the roll. */
static bool total_is_enough(const struct reweight *reweight)
{
    struct arena *arena = reweight->run->arena;
    const struct reweighting *result = reweight->result;
    if (result->area_total == 0 || result->area_total >= result->after)
        return true;
    return run_misuse(
        reweight->run,
        arena_format(arena, "--total %s is less than the %s patients of the roll itself",
                     number_grouped(arena, result->area_total),
                     number_grouped(arena, result->after)),
        "Give the patients of the whole county, which the locality is a part of. Without --total "
        "they are added up from the file, where it tells areas.");
}

/* The new roll, where -o names it. */
static void make_roll(const struct reweight *reweight)
{
    struct target *target = &reweight->run->output.targets[0];
    const char *source = arena_format(reweight->run->arena, "%s, %s",
                                      reweight->files.national.layout, reweight->files.files);
    const struct new_roll new_roll = {&reweight->run->constitution.roll, reweight->sizes,
                                      reweight->as_at, source};
    if (target->path == NULL)
        return;
    target->bytes = new_roll_table(reweight->run->arena, &new_roll);
    target->length = strlen(target->bytes);
}

/* ---- The story */

static void check_roll(struct run *run)
{
    const struct roll *roll = &run->constitution.roll;
    if (roll->of_localities)
        diag_refuse(&run->diag, roll->file,
                    "Name the constitution of a locality with -C, or its roll with --practices.",
                    "this roll is of localities, and the NHS's files are of practices");
    else if (!roll->has_list_sizes)
        diag_refuse(&run->diag, roll->file, "Add a column \"list size\".",
                    "the roll has no list sizes to replace");
}

bool reweight_plan(struct arena *arena, const struct options *options,
                   const struct report_kind *kind, struct output *output, struct misuse *misuse)
{
    if (options->values[OPTION_UNDO] != NULL)
        return true; /* the tables are its results, and there is no report */
    return output_plan_table(arena, options, kind, output, misuse);
}

/* With --adopt: what goes into the tables, once everything else is decided. */
static bool adopt(struct reweight *reweight)
{
    return run_value(reweight->run, OPTION_ADOPT) == NULL ||
           adoption_plan(reweight->run, reweight->sizes, reweight->populations.of,
                         reweight->result);
}

/* The NHS's files count patients, whatever the rules count. */
static bool counts_the_same(const struct reweight *reweight)
{
    const struct terms *terms = &reweight->run->constitution.rules.terms;
    if (!terms->own_measure || reweight->files.national.by_name)
        return true;
    diag_refuse(&reweight->run->diag, reweight->files.path,
                "Give a table of your own, with the columns \"practice\" and \"list size\".",
                "it has numbers of %s, and the rules count %s", terms_default.measures,
                terms->measures);
    return false;
}

const void *reweight_decide(struct run *run)
{
    struct reweight reweight = {.run = run};
    if (!adoption_possible(run))
        return NULL;
    if (run_value(run, OPTION_UNDO) != NULL)
        return adoption_undo(run);
    const struct roll *roll = &run->constitution.roll;
    bool is_one = roll->history == NULL;
    check_roll(run);
    if (!list_sizes_differ(run->arena, run->options, &run->misuse) ||
        (is_one && !take_wishes(&reweight)) || run->diag.errors > 0)
        return NULL;
    reweight.files = list_sizes_read(run->arena, run->call, &run->diag, roll, run->as_counted);
    if (!reweight.files.usable || !counts_the_same(&reweight) ||
        !unread_no_sheet(run, reweight.files.inputs, reweight.files.input_count) ||
        !settle_roll(&reweight) || (!is_one && !take_wishes(&reweight)))
        return NULL;
    bool settled =
        judge_file(&reweight) && somebody_stays(&reweight) && add_up_localities(&reweight);
    tell_others(&reweight);
    if (!settled)
        return NULL;
    warn_of_no_locality(&reweight);
    decide_sizes(&reweight);
    if (!total_is_enough(&reweight))
        return NULL;
    warn_of_date(&reweight);
    warn_of_same_day(&reweight);
    left_open_by_sizes(run, reweight.result);
    new_roll_warn(&run->diag, roll);
    make_roll(&reweight);
    if (!adopt(&reweight))
        return NULL;
    return reweight.result;
}

static void tell_undone(struct run *run, const struct adoption *last)
{
    struct arena *arena = run->arena;
    struct date day;
    const char *source =
        *last->source == '\0' ? "" : arena_format(arena, ", from %s", last->source);
    message_note(arena, run->call,
                 arena_format(arena, "Taken back: the list sizes of %s%s.",
                              date_parse(last->as_at, &day) ? date_long(arena, day) : last->as_at,
                              text_printable(arena, source)));
}

void reweight_tell(struct run *run, const void *decided)
{
    const struct reweighting *result = decided;
    if (run_value(run, OPTION_UNDO) != NULL) {
        tell_undone(run, decided);
        return;
    }
    if (result->written_to == NULL)
        return;
    message_note(run->arena, run->call,
                 arena_format(run->arena, "To count by it, give quorate tally --practices %s%s.",
                              text_printable(run->arena, run->output.targets[0].path),
                              result->share_before.known
                                  ? " and, with --localities, the renewed table of localities"
                                  : ""));
}
