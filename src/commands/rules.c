/* SPDX-License-Identifier: MIT */
#include "commands.h"
#include "constitution.h"
#include "decisions.h"
#include "output.h"
#include "quorate/decide.h"

/* Without -d every kind of decision is told, also where there is only one. */
static bool choose(struct arena *arena, const struct options *options,
                   const struct constitution *constitution, const char **decision,
                   struct misuse *misuse)
{
    *decision = NULL;
    return options->values[OPTION_DECISION] == NULL ||
           decisions_choose(arena, options, constitution, decision, misuse);
}

enum status rules_run(struct arena *arena, const struct call *call)
{
    const struct options *options = &call->options;
    struct diag diag = {.arena = arena};
    struct buffer result = {.arena = arena};
    struct misuse misuse;
    struct destination destination;
    struct constitution constitution;
    const char *decision;

    if (!output_plan(arena, options, call->command->report, &destination, &misuse) ||
        !constitution_find(arena, options, &constitution, &misuse))
        return output_misuse(arena, call, &misuse);

    constitution_read_rules(arena, &diag, options, &constitution);
    if (!choose(arena, options, &constitution, &decision, &misuse))
        return output_misuse(arena, call, &misuse);
    if (diag.errors > 0) {
        output_problems(arena, call, &diag);
        return STATUS_REFUSED;
    }

    struct rulebook rulebook = decide_rulebook(arena, &constitution.rules, decision);
    rulebook.version = QUORATE_VERSION;
    rulebook.constitution = constitution.called;
    rulebook.inputs = constitution.inputs;
    rulebook.input_count = constitution.input_count;
    output_begin(&destination, &result);
    if (!report_write(destination.format, call->command->report, arena, &rulebook, &result))
        return output_failure(arena, call, "out of memory");

    enum status status = output_result(arena, call, &destination, &result);
    output_problems(arena, call, &diag);
    return status;
}
