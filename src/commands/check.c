/* SPDX-License-Identifier: MIT */
#include "deciding.h"
#include "overdue.h"
#include "quorate/advice.h"
#include "sheet_role.h"
#include "stated.h"

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
    checkup->terms = constitution->roll_usable ? roll->terms : rules->terms;
    if (!constitution->rules_usable) {
        checkup->terms.unit = "member";
        checkup->terms.units = "members";
    }
    if (constitution->rules_usable) {
        checkup->rules_known = true;
        checkup->rules = count_default_rows(rules);
        checkup->decisions = rules->decision_count;
        checkup->readings = count_readings(rules);
    }
    if (constitution->roll_usable) {
        checkup->members = roll->count;
        checkup->has_list_sizes = roll->has_list_sizes;
        checkup->as_at = roll->as_at;
    }
    if (constitution->localities_usable && localities->members != roll->members)
        checkup->localities = localities->count;
}

static struct checkup *checkup_of(const struct run *run, const struct due *dues, size_t due_count)
{
    const struct diag *diag = &run->diag;
    const struct ballot_box *box = &run->box;
    struct checkup *checkup = arena_alloc(run->arena, 1, sizeof *checkup);
    *checkup = (struct checkup){
        .version = QUORATE_VERSION,
        .constitution = run->constitution.called,
        .origin = run->constitution.origin,
        .errors = diag->errors,
        .warnings = diag->warnings,
        .problems = diag_messages(diag),
        .problem_count = diag->count,
        .dues = dues,
        .due_count = due_count,
        .ballots_given = run->ballots != NULL,
        .role = run->ballot_bytes.bytes == NULL ? run->ballots_role
                                                : sheet_role(run->arena, run->ballot_bytes),
        .is_list = box->is_list,
        .rows = box->rows,
    };
    checkup->voters = run->voters.count;
    checkup->interests = run->interests.count;
    checkup->headings = run->constitution.columns.count;
    tell_tables(&run->constitution, checkup);
    for (size_t i = 0; i < box->poll_count; i++)
        *(box->polls[i].is_election ? &checkup->elections : &checkup->motions) += 1;
    return checkup;
}

/* What no count would stop at. */
static void look_closer(struct run *run)
{
    const struct constitution *constitution = &run->constitution;
    load_check(run->arena, &run->diag, constitution->rules_usable ? &constitution->rules : NULL,
               constitution->roll_usable ? &constitution->roll : NULL,
               constitution->localities_usable ? &constitution->localities : NULL,
               run->circumstances.date);
    if (run->diag.errors > 0 && (!constitution->rules_usable || !constitution->roll_usable))
        diag_add(&run->diag, SEVERITY_WARNING, (struct place){0}, NULL,
                 "more may be wrong than is told: what depends on the rules and on the list of %s "
                 "can be looked at only when these are right; correct them and check again",
                 constitution->rules.terms.units != NULL ? constitution->rules.terms.units
                                                         : "members");
}

/* What is due again, where the rules could be read. */
static const struct due *look_ahead(struct run *run, size_t *count)
{
    const struct constitution *constitution = &run->constitution;
    const struct due *dues = NULL;
    *count = 0;
    if (!constitution->rules_usable)
        return NULL;
    dues = decide_due(run->arena, &constitution->rules,
                      constitution->roll_usable ? &constitution->roll : NULL,
                      run->circumstances.interests, run->circumstances.date, count);
    overdue_warn(run, dues, *count);
    return dues;
}

/* Somebody who joins on a day other than the one that was looked at, with no list size by then. */
static void warn_of_blank_sizes(struct run *run, const struct roll *whole, struct date day)
{
    struct arena *arena = run->arena;
    const struct roll roll = roll_on(arena, whole, day);
    for (size_t i = 0; i < roll.count && roll.has_list_sizes && roll.unknown == 0; i++) {
        const struct member *member = &roll.members[i];
        if (member->list_size > 0 || date_compare(member->tenure.from, day) != 0)
            continue;
        diag_add(&run->diag, SEVERITY_WARNING,
                 (struct place){.file = roll.file, .line = member->line, .row = member->row},
                 "Write the number by which it counts until the next list sizes: until then a vote "
                 "is refused.",
                 "%s joins on %s, and there is no list size for it", member->name,
                 date_long(arena, day));
    }
}

/* What follows from the days of the roll. */
static const struct roll_change *look_at_days(struct run *run, size_t *count)
{
    const struct constitution *constitution = &run->constitution;
    const struct roll *whole = &constitution->whole_roll;
    *count = 0;
    if (!constitution->rules_usable || !constitution->roll_usable || whole->history == NULL)
        return NULL;
    const struct roll_change *changes =
        decide_roll_changes(run->arena, &constitution->rules, whole, count);
    for (size_t i = 0; i < *count; i++)
        if (date_compare(changes[i].day, run->roll_day) != 0)
            warn_of_blank_sizes(run, whole, changes[i].day);
    return changes;
}

const void *check_decide(struct run *run)
{
    size_t due_count;
    const struct due *dues = look_ahead(run, &due_count);
    size_t change_count;
    const struct roll_change *changes = look_at_days(run, &change_count);
    look_closer(run);
    stated_check(run);
    struct checkup *checkup = checkup_of(run, dues, due_count);
    checkup->changes = changes;
    checkup->change_count = change_count;
    return checkup;
}

enum status check_answer(const struct options *options, const void *decided)
{
    const struct checkup *checkup = decided;
    (void)options;
    return checkup->errors > 0 ? STATUS_REFUSED : STATUS_DONE;
}
