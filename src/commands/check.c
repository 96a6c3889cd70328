/* SPDX-License-Identifier: MIT */
#include "commands.h"
#include "constitution.h"
#include "counting.h"
#include "output.h"
#include "quorate/load.h"
#include "strays.h"

static size_t count_default_rows(const struct rules *rules)
{
    size_t count = 0;
    for (size_t i = 0; i < rules->count; i++)
        count += rules->rows[i].reading == NULL;
    return count;
}

/* load_rules gives each reading one spelling, and so one pointer. */
static size_t count_readings(const struct rules *rules)
{
    size_t count = 0;
    for (size_t i = 0; i < rules->count; i++) {
        size_t before = 0;
        while (before < i && rules->rows[before].reading != rules->rows[i].reading)
            before++;
        count += rules->rows[i].reading != NULL && before == i;
    }
    return count;
}

static void tell_tables(const struct constitution *constitution, struct checkup *checkup)
{
    const struct rules *rules = &constitution->rules;
    const struct roll *roll = &constitution->roll, *localities = &constitution->localities;
    checkup->unit = constitution->rules_usable ? rules->unit : "member";
    checkup->units = constitution->rules_usable ? rules->units : "members";
    if (constitution->rules_usable) {
        checkup->rules_known = true;
        checkup->rules = count_default_rows(rules);
        checkup->decisions = rules->decision_count;
        checkup->readings = count_readings(rules);
    }
    if (constitution->roll_usable) {
        checkup->members = roll->count;
        checkup->has_list_sizes = roll->has_list_sizes;
        checkup->of_localities = roll->of_localities;
        checkup->as_at = roll->as_at;
    }
    if (constitution->localities_usable && localities->members != roll->members)
        checkup->localities = localities->count;
}

static struct checkup checkup_of(const struct counting *counting)
{
    const struct diag *diag = &counting->diag;
    const struct ballot_box *box = &counting->box;
    struct checkup checkup = {
        .version = QUORATE_VERSION,
        .constitution = counting->constitution.called,
        .errors = diag->errors,
        .warnings = diag->warnings,
        .problems = diag_sorted(diag),
        .problem_count = diag->count,
        .ballots_given = counting->ballots != NULL,
        .rows = box->rows,
    };
    checkup.voters = counting->voters.count;
    checkup.interests = counting->interests.count;
    checkup.headings = counting->constitution.columns.count;
    tell_tables(&counting->constitution, &checkup);
    for (size_t i = 0; i < box->poll_count; i++)
        *(box->polls[i].is_election ? &checkup.elections : &checkup.motions) += 1;
    return checkup;
}

/* What no count would stop at. */
static void look_closer(struct counting *counting)
{
    const struct constitution *constitution = &counting->constitution;
    load_check(counting->arena, &counting->diag,
               constitution->rules_usable ? &constitution->rules : NULL,
               constitution->roll_usable ? &constitution->roll : NULL,
               constitution->localities_usable ? &constitution->localities : NULL,
               counting->circumstances.date);
    if (counting->diag.errors > 0 && (!constitution->rules_usable || !constitution->roll_usable))
        diag_add(&counting->diag, SEVERITY_WARNING, PROBLEM_FILE, (struct place){0}, NULL,
                 "more may be wrong than is told: what depends on the rules and on the list of %s "
                 "can be looked at only when these are right; correct them and check again",
                 constitution->rules.units != NULL ? constitution->rules.units : "members");
    strays_check(counting->arena, &counting->diag, counting->options, constitution);
}

enum status check_run(struct arena *arena, const struct call *call)
{
    const struct options *options = &call->options;
    struct counting counting =
        counting_begin(arena, options, options->operand_count > 0 ? options->operands[0] : NULL);
    struct buffer result = {.arena = arena};
    struct misuse misuse;
    struct destination destination;

    if (!output_plan(arena, options, call->command->report, &destination, &misuse) ||
        !constitution_find(arena, options, &counting.constitution, &misuse) ||
        !counting_read(&counting, &misuse))
        return output_misuse(arena, call, &misuse);

    look_closer(&counting);
    const struct checkup checkup = checkup_of(&counting);
    output_begin(&destination, &result);
    if (!report_write(destination.format, call->command->report, arena, &checkup, &result))
        return output_failure(arena, call, "out of memory");

    /* Problems are what is asked for, so a list of them is written whatever they are. */
    enum status status =
        result.length > 0 ? output_result(arena, call, &destination, &result) : STATUS_DONE;
    output_problems(arena, call, &counting.diag);
    if (status != STATUS_DONE)
        return status;
    return checkup.errors > 0 ? STATUS_REFUSED : STATUS_DONE;
}
