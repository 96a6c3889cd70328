/* SPDX-License-Identifier: MIT */
#include "commands.h"
#include "constitution.h"
#include "output.h"
#include "quorate/decide.h"

/* What the rules and the table of localities must hold for there to be shares. */
static void check_county(struct diag *diag, const struct constitution *constitution)
{
    const struct rules *rules = &constitution->rules;
    if (constitution->rules_usable && rules->governing_body_votes == NULL) {
        struct place place = {.file = rules->file};
        diag_add(diag, SEVERITY_ERROR, PROBLEM_RULE, place,
                 "Add a row with the rule \"governing body votes\" and how many there are, for "
                 "example 10.",
                 "the rules do not say how many votes the governing body has");
    }
    if (constitution->localities_usable && !constitution->localities.has_list_sizes) {
        struct place place = {.file = constitution->localities.file};
        diag_add(diag, SEVERITY_ERROR, PROBLEM_HEADER, place,
                 "Add a column \"population\" with the patients of each locality.",
                 "the table of localities has no populations to share the votes by");
    }
    if (!constitution->localities_usable && diag->errors == 0) {
        struct place place = {.file = constitution->name};
        diag_add(diag, SEVERITY_ERROR, PROBLEM_FILE, place,
                 "Give one with --localities FILE, or add localities.csv to the folder.",
                 "there is no table of the county's localities");
    }
}

enum status share_run(struct arena *arena, const struct call *call)
{
    const struct options *options = &call->options;
    struct diag diag = {.arena = arena};
    struct buffer result = {.arena = arena};
    struct misuse misuse;
    struct destination destination;
    struct constitution constitution;

    if (!output_plan(arena, options, call->command->report, &destination, &misuse) ||
        !constitution_find(arena, options, &constitution, &misuse))
        return output_misuse(arena, call, &misuse);

    constitution_read_county(arena, &diag, options, &constitution);
    check_county(&diag, &constitution);
    if (diag.errors > 0) {
        output_problems(arena, call, &diag);
        return STATUS_REFUSED;
    }

    struct county county = decide_county(arena, &constitution.rules, &constitution.localities,
                                         options->values[OPTION_WHOLE] != NULL);
    county.version = QUORATE_VERSION;
    county.constitution = constitution.called;
    county.inputs = constitution.inputs;
    county.input_count = constitution.input_count;
    output_begin(&destination, &result);
    if (!report_write(destination.format, call->command->report, arena, &county, &result))
        return output_failure(arena, call, "out of memory");

    enum status status = output_result(arena, call, &destination, &result);
    output_problems(arena, call, &diag);
    return status;
}
