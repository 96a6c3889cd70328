/* SPDX-License-Identifier: MIT */
#include "counting.h"
#include "deciding.h"

static const struct roll *usable(const struct roll *roll, bool is_usable)
{
    return is_usable ? roll : NULL;
}

static struct edition edition_of(const struct constitution *constitution)
{
    return (struct edition){
        .rules = &constitution->rules,
        .roll = usable(&constitution->roll, constitution->roll_usable),
        .localities = usable(&constitution->localities, constitution->localities_usable),
    };
}

static const void *editions(struct run *run, const char *decision)
{
    struct edition was = edition_of(&run->compared), is = edition_of(&run->constitution);
    struct editions *editions = arena_alloc(run->arena, 1, sizeof *editions);
    *editions = decide_editions(run->arena, &was, &is, decision);
    editions->from = editions->is.from = counting_from(run);
    editions->was.from.constitution = run->compared.called;
    editions->was.from.origin = run->compared.origin;
    return editions;
}

static const void *rules(struct run *run, const char *decision)
{
    const struct constitution *constitution = &run->constitution;
    struct rulebook *rulebook = arena_alloc(run->arena, 1, sizeof *rulebook);
    *rulebook = decide_rulebook(run->arena, &constitution->rules, decision);
    rulebook->from = counting_from(run);
    return rulebook;
}

/* Without -d every kind of decision is told, also where there is only one. */
const void *rules_decide(struct run *run)
{
    const char *decision = run_value(run, OPTION_DECISION) == NULL ? NULL : run->decision;
    return run_value(run, OPTION_DIFF) == NULL ? rules(run, decision) : editions(run, decision);
}
