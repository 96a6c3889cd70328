/* SPDX-License-Identifier: MIT */
#include "counting.h"
#include "deciding.h"
#include "quorate/tables.h"
#include "quorate/text.h"

/* What the rules and the table of localities must hold for there to be shares. */
static void check_county(struct arena *arena, struct diag *diag,
                         const struct constitution *constitution, bool whole)
{
    const struct rules *rules = &constitution->rules;
    if (constitution->rules_usable && rules->governing_body_votes == NULL)
        diag_refuse(diag, rules->file,
                    "Add a row with the rule \"governing body votes\" and how many there are, for "
                    "example 10.",
                    "the rules do not say how many votes the governing body has");
    if (constitution->localities_usable && !constitution->localities.has_list_sizes)
        diag_refuse(diag, constitution->localities.file,
                    "Add a column \"population\" with the patients of each locality.",
                    "the table of localities has no populations to share the votes by");
    if (constitution->rules_usable && constitution->localities_usable)
        load_shares_agree(arena, diag, rules, &constitution->localities);
    if (constitution->localities_usable && constitution->localities.unknown > 0 && whole)
        diag_refuse(
            diag, constitution->localities.file,
            "Leave out --whole, or fill in the populations that are blank.",
            "whole votes are apportioned among all localities, and the population of %zu of "
            "%zu is blank",
            constitution->localities.unknown, constitution->localities.count);
    if (constitution->localities_usable && rules->locality != NULL &&
        roll_find_folded(&constitution->localities, text_fold(arena, rules->locality->text)) ==
            NULL)
        diag_refuse(diag, constitution->localities.file,
                    "Give the table of the county's localities. One of a locality's own practices "
                    "will not do.",
                    "has no row for %s, the locality of these rules", rules->locality->text);
    if (!constitution->localities_usable && diag->errors == 0)
        diag_refuse(diag, constitution->name,
                    "Give one with --localities FILE, or add localities.csv to the folder.",
                    "there is no table of the county's localities");
}

const void *share_decide(struct run *run)
{
    const struct constitution *constitution = &run->constitution;
    struct county *county = arena_alloc(run->arena, 1, sizeof *county);
    bool whole = run_value(run, OPTION_WHOLE) != NULL;
    check_county(run->arena, &run->diag, constitution, whole);
    if (run->diag.errors > 0)
        return NULL;
    *county = decide_county(run->arena, &constitution->rules, &constitution->localities,
                            constitution_is_of_localities(constitution), whole);
    county->from = counting_from(run);
    return county;
}
