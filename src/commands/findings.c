/* SPDX-License-Identifier: MIT */
#include "findings.h"

#include <string.h>

#include "quorate/text.h"

/* One finding, and where it is to be told. */
struct warning {
    struct run *run;
    struct place place;
    const struct finding *finding;
    const char *practices;
};

/* Without its row a warning of one vote can be word for word that of another. */
static bool was_said(const struct warning *warning, const char *what)
{
    const struct diag *diag = &warning->run->diag;
    for (size_t i = 0; i < diag->count && warning->place.line == 0; i++)
        if (diag->problems[i].place.line == 0 && strcmp(diag->problems[i].what.full, what) == 0)
            return true;
    return false;
}

static void warn(const struct warning *warning, const char *remedy, const char *what)
{
    if (was_said(warning, what))
        return;
    diag_add(&warning->run->diag, SEVERITY_WARNING, warning->place, remedy, "%s", what);
}

static const char *voters_file(const struct warning *warning)
{
    return warning->run->voters.file;
}

static void warn_of_role(const struct warning *warning)
{
    struct arena *arena = warning->run->arena;
    const struct finding *finding = warning->finding;
    static const char remedy[] =
        "Either may vote, so it counts. Correct the role that is wrong, here or there.";
    if (finding->role == NULL)
        warn(warning, remedy,
             arena_format(arena, "the role given for %s is not the one in %s", warning->practices,
                          voters_file(warning)));
    else
        warn(warning, remedy,
             arena_format(arena, "the role given for %s is %s, and in %s it is %s",
                          warning->practices, finding->role, voters_file(warning),
                          finding->registered_role));
}

static void warn_of_voter(const struct warning *warning)
{
    struct arena *arena = warning->run->arena;
    const struct finding *finding = warning->finding;
    if (finding->voter == NULL) {
        warn(warning,
             "If it is one of them, write the name as it is there. It counts all the same.",
             arena_format(arena, "the person named for %s is neither its lead nor its deputy in %s",
                          warning->practices, voters_file(warning)));
        return;
    }
    warn(warning,
         arena_format(arena,
                      "There it has %s. If it is the same person, write the name as it is there. "
                      "It counts all the same.",
                      text_list(arena, finding->named, finding->named_count, "and")),
         arena_format(arena, "\"%s\" is neither the lead nor the deputy of %s in %s",
                      finding->voter, warning->practices, voters_file(warning)));
}

static void warn_of_one_person(const struct warning *warning)
{
    struct arena *arena = warning->run->arena;
    const char *voter = warning->finding->voter;
    const char *what = "one e-mail address stands for";
    if (warning->finding->kind == FINDING_ONE_VOTER)
        what = voter == NULL ? "the same person is named as the voter of"
                             : arena_format(arena, "\"%s\" is named as the voter of", voter);
    warn(warning, "Check that one person may vote for each of them. They count all the same.",
         arena_format(arena, "%s %s", what, warning->practices));
}

static void warn_of_interest(const struct warning *warning)
{
    struct arena *arena = warning->run->arena;
    const char *remedy = "If it bears on this vote, write yes in the column \"interest\": whoever "
                         "has an interest takes no part. Else it counts as it is.";
    if (warning->finding->any_day)
        remedy = arena_format(arena, "%s Give --date, so that only what holds on that day is told.",
                              remedy);
    warn(warning, remedy,
         arena_format(arena, "%s has an interest of %s that is not declared here: \"%s\"",
                      warning->run->interests.file, warning->practices,
                      warning->finding->interest));
}

static void warn_of(const struct warning *warning)
{
    switch (warning->finding->kind) {
    case FINDING_ADDRESSES_UNCHECKED:
        warn(warning, "Add a column \"email\" with the address from which each came.",
             arena_format(warning->run->arena,
                          "has no column of e-mail addresses, so %s was not used to check from "
                          "whom each row came",
                          voters_file(warning)));
        break;
    case FINDING_OTHER_ROLE:
        warn_of_role(warning);
        break;
    case FINDING_OTHER_VOTER:
        warn_of_voter(warning);
        break;
    case FINDING_ONE_ADDRESS:
    case FINDING_ONE_VOTER:
        warn_of_one_person(warning);
        break;
    case FINDING_INTEREST:
        warn_of_interest(warning);
        break;
    }
}

/* The row that decides, where it may be told. */
static struct warning place_of_finding(struct run *run, const struct poll *poll,
                                       const struct finding *finding)
{
    struct warning warning = {
        .run = run,
        .place = {.file = run->box.file},
        .finding = finding,
        .practices = text_list(run->arena, finding->practices, finding->practice_count, "and"),
    };
    struct ballot_walk walk = poll_walk(poll);
    while (ballot_next(&walk)) {
        const struct ballot ballot = walk_ballot(&walk);
        if (ballot.line == finding->line)
            warning.place = ballot_place(run->arena, &run->box, &ballot);
    }
    return warning;
}

void findings_warn(struct run *run)
{
    const struct constitution *constitution = &run->constitution;
    struct circumstances circumstances = run->circumstances;
    circumstances.may_be_secret =
        circumstances.may_be_secret || diag_is_secret(&run->diag, run->box.file);
    for (size_t i = 0; constitution->agrees && i < run->box.poll_count; i++) {
        const struct poll *poll = &run->box.polls[i];
        const struct finding *findings = NULL;
        size_t count = 0;
        if (poll->decision != NULL)
            findings = decide_findings(run->arena, &constitution->rules, &constitution->roll, poll,
                                       &circumstances, &count);
        for (size_t j = 0; j < count; j++) {
            struct warning warning = place_of_finding(run, poll, &findings[j]);
            warn_of(&warning);
        }
    }
}
