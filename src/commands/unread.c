/* SPDX-License-Identifier: MIT */
#include "unread.h"

#include <string.h>

#include "quorate/text.h"

/* The kinds of decision that the run is about: those of its votes, or the one that -d names, or all
 * of them. */
static bool concerns(const struct run *run, const char *decision)
{
    const struct ballot_box *box = &run->box;
    bool any = run->decision == NULL && box->poll_count == 0;
    if (decision == NULL || any)
        return true;
    for (size_t i = 0; i < box->poll_count; i++)
        if (box->polls[i].decision != NULL && strcmp(box->polls[i].decision, decision) == 0)
            return true;
    return box->poll_count == 0 && strcmp(run->decision, decision) == 0;
}

static bool has_rule(const struct run *run, enum rule_kind kind)
{
    const struct rules *rules = &run->constitution.rules;
    for (size_t i = 0; i < rules->count; i++)
        if (rules->rows[i].kind == kind && concerns(run, rules->rows[i].decision))
            return true;
    return false;
}

static bool roll_is_localities(const struct run *run)
{
    const struct constitution *constitution = &run->constitution;
    return constitution->roll_usable &&
           constitution->localities.members == constitution->roll.members;
}

/* A template says so itself, with the kind of decision. */
static bool candidates_are_read(const struct run *run)
{
    return has_rule(run, RULE_ELECTS) || run->call->command->id == COMMAND_TEMPLATE;
}

static bool confirmation_is_read(const struct run *run)
{
    return has_rule(run, RULE_KEEP_BALLOTS);
}

static bool holidays_are_read(const struct run *run)
{
    bool timed =
        run_value(run, OPTION_OPENS) != NULL &&
        (run_value(run, OPTION_CLOSES) != NULL || run->call->command->id == COMMAND_TIMETABLE);
    return timed && has_rule(run, RULE_PERIOD);
}

/* A quorum and a template have no use for the county but as a roll. A check looks at each table
 * that it is given. */
static bool localities_are_read(const struct run *run)
{
    enum command_id command = run->call->command->id;
    bool of_roll_only = command == COMMAND_QUORUM || command == COMMAND_TEMPLATE;
    return command == COMMAND_SHARE || command == COMMAND_CHECK || roll_is_localities(run) ||
           (!of_roll_only && run->constitution.rules.locality != NULL);
}

/* Where the members are the localities, --localities gives the roll. */
static bool practices_are_read(const struct run *run)
{
    return !roll_is_localities(run) || run_value(run, OPTION_LOCALITIES) == NULL;
}

static bool constitution_is_read(const struct run *run)
{
    return run_value(run, OPTION_RULES) == NULL ||
           (run->reads & ~(unsigned)(READS_RULES | READS_CALENDAR)) != 0;
}

/* What a minute says was announced to all. */
static bool ballots_are_shown(const struct run *run)
{
    return run_value(run, OPTION_BRIEF) == NULL;
}

/* They make two reports of one result. */
static bool summary_is_made(const struct run *run)
{
    return run_value(run, OPTION_BRIEF) == NULL;
}

/* A summary names nobody. */
static bool members_are_told(const struct run *run)
{
    return run_value(run, OPTION_SUMMARY) == NULL;
}

static bool ballots_are_read(const struct run *run)
{
    return run->ballots != NULL;
}

static const struct {
    enum option_id id;
    bool (*is_read)(const struct run *run);
    const char *what, *remedy;
} asked[] = {
    {OPTION_CONSTITUTION, constitution_is_read,
     "--constitution and --rules both say whose rules are meant", "Leave one of them out."},
    {OPTION_PRACTICES, practices_are_read,
     "--practices and --localities give the same table: the members of this body are the "
     "localities",
     "Leave one of them out."},
    {OPTION_LOCALITIES, localities_are_read, "nothing here is worked out from --localities",
     "Leave it out. Where the rules name the body's locality it is for its share of the governing "
     "body's votes, and where their roll is localities.csv it is for the roll."},
    {OPTION_CANDIDATES, candidates_are_read, "there is no election here to read --candidates for",
     "Leave it out, or name the kind of decision that was meant with -d."},
    {OPTION_CONFIRMED, confirmation_is_read,
     "the rules do not say how long these ballots are kept, and --confirmed is for nothing else",
     "Leave it out, or add a row with the rule \"keep ballots\"."},
    {OPTION_HOLIDAYS, holidays_are_read,
     "no working days are counted here, so --holidays is not used",
     "It is for a vote that the rules want open for a period, with --opens and --closes."},
    {OPTION_FOR, ballots_are_read, "--for says how the ballots are read, and there are none",
     "Leave it out, or name the file of ballots."},
    {OPTION_SHOW_BALLOTS, ballots_are_shown,
     "--brief is for the minutes, which everybody may read, and --show-ballots for the Election "
     "Manager alone",
     "Leave out --show-ballots, or --brief for the whole report that tells who voted how."},
    {OPTION_SHOW_BALLOTS, members_are_told,
     "--summary tells nobody's vote, so --show-ballots has nothing to show",
     "Leave one of them out."},
    {OPTION_SUMMARY, summary_is_made, "--summary and --brief are two reports of one result",
     "Leave one of them out."},
};

static bool is_of_sheet(struct arena *arena, const struct input *inputs, size_t count,
                        const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (inputs[i].sheet != NULL && text_same(arena, inputs[i].sheet, name))
            return true;
    return false;
}

bool unread_no_sheet(struct run *run, const struct input *others, size_t count)
{
    const struct option_list *sheets = &run->options->lists[OPTION_SHEET];
    for (size_t i = 0; i < sheets->count; i++) {
        const char *name = sheets->values[i];
        if (!is_of_sheet(run->arena, run->inputs, run->input_count, name) &&
            !is_of_sheet(run->arena, others, count, name))
            return run_misuse(run,
                              arena_format(run->arena,
                                           "no sheet of a workbook was read by the name "
                                           "--sheet \"%s\"",
                                           text_printable(run->arena, name)),
                              "Leave it out. It is for tables that are workbooks.");
    }
    return true;
}

/* Files of list sizes are read later. */
static bool sheets_are_known(const struct run *run)
{
    return run->diag.errors == 0 &&
           (run->call->command->id != COMMAND_REWEIGHT || run_value(run, OPTION_UNDO) != NULL);
}

bool unread_find_none(struct run *run)
{

    for (size_t i = 0; run->diag.errors == 0 && i < sizeof asked / sizeof *asked; i++)
        if (run_value(run, asked[i].id) != NULL && run->reads != READS_NOTHING &&
            !asked[i].is_read(run))
            return run_misuse(run, asked[i].what, asked[i].remedy);
    return !sheets_are_known(run) || unread_no_sheet(run, NULL, 0);
}
