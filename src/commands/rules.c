/* SPDX-License-Identifier: MIT */
#include "deciding.h"

/* Without -d every kind of decision is told, also where there is only one. */
const void *rules_decide(struct run *run)
{
    const struct constitution *constitution = &run->constitution;
    const char *decision = run_value(run, OPTION_DECISION) == NULL ? NULL : run->decision;
    struct rulebook *rulebook = arena_alloc(run->arena, 1, sizeof *rulebook);
    *rulebook = decide_rulebook(run->arena, &constitution->rules, decision);
    rulebook->version = QUORATE_VERSION;
    rulebook->constitution = constitution->called;
    rulebook->origin = constitution->origin;
    rulebook->inputs = run->inputs;
    rulebook->input_count = run->input_count;
    return rulebook;
}
