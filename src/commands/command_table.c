/* SPDX-License-Identifier: MIT */
#include "command_table.h"

#include <string.h>

#include "deciding.h"

static const struct example tally_examples[] = {
    {"-d meeting ballots.csv", "count a vote at a meeting, by the bundled constitution"},
    {"-d email -o result.txt ballots.csv", "count a vote by email, and keep the report in a file"},
    {"-d election --candidates candidates.csv ballots.csv",
     "count a secret election; the report names no voter"},
    {"-C our-folder --motion \"Adopt the plan\" --date 2015-06-24 b.csv",
     "count by the rules in a folder of your own, with a motion and a date for the report"},
};

static const struct example quorum_examples[] = {
    {"attendance.csv", "what can be decided with those who are there, kind by kind"},
    {"-d meeting attendance.csv", "is this meeting quorate, and who may leave or would be needed"},
    {"-d censure --exit-code attendance.csv",
     "for a script: status 0 when it is, 5 when it is not"},
    {"-d meeting -o quorum.html attendance.csv", "a page to show at the meeting"},
    {"-d email ballots.csv", "whether enough practices have replied so far"},
};

static const struct example template_examples[] = {
    {"-d meeting -o blank.csv", "a ballot file to fill in: a row for each practice, all absent"},
    {"-d email --motion \"The plan\" --motion \"The chair\" -o blank.csv",
     "for two motions, with a row for each practice and motion"},
    {"-d election --candidates candidates.csv -o blank.csv",
     "for an election, with no more columns than a secret ballot needs"},
    {"--run-off result.json -o further.csv",
     "for the further election among the tied; further-candidates.csv lists them"},
};

static const struct example check_examples[] = {
    {"-C our-folder", "whether the tables of a folder hold together"},
    {"-C our-folder -d meeting ballots.csv", "the ballots too, before they are counted"},
    {"-C our-folder --date 2015-06-24",
     "whether the list sizes are of the year before that day, too"},
    {"-C our-folder -f csv > problems.csv", "what is to be done, as a list to work through"},
};

static const struct example share_examples[] = {
    {"", "the localities' shares, by the bundled table of the county"},
    {"--localities april-2016.csv", "by another year's populations"},
    {"--whole", "with whole votes, by largest remainder"},
};

static const struct example reweight_examples[] = {
    {"gp-reg-pat-prac-all.csv", "this year's list sizes beside the last ones; nothing is written"},
    {"-o practices-2026.csv gp-reg-pat-prac-all.csv",
     "write the new roll, which quorate tally --practices then reads"},
    {"--keep K84008 gp-reg-pat-prac-all.csv", "a practice that is not in the file keeps its size"},
    {"male.csv female.csv", "list sizes that are published by sex"},
    {"-f html gp-reg-pat-prac-all.csv > report.html", "the report as a page, in a file"},
};

static const struct example rules_examples[] = {
    {"", "the rules of the bundled constitution, each with its clause"},
    {"-d election", "of one kind of decision"},
    {"-o rules.html", "a page to hand to the chair"},
    {"-C our-folder", "the rules in a folder of your own"},
    {"-C our-folder --diff south-east-oxfordshire-2015", "what differs from another edition"},
};

static const struct example timetable_examples[] = {
    {"-d election --opens \"2015-04-02 09:00\"", "when an election that opens then may close"},
    {"-d election --opens 2015-04-02 --closes 2015-04-09", "whether that close is late enough"},
    {"-d election --opens 2015-04-02 -o timetable.html", "a page to mail to the practices"},
    {"-d election --opens 2029-04-03 --holidays more.csv",
     "with bank holidays that were announced later"},
};

static const struct example roll_examples[] = {
    {"-C our-folder --date 2015-09-01", "who is a member on that day, and who makes a quorum"},
    {"-o roll.html", "a page of the roll, here of the bundled one"},
    {"-C our-folder --date 2015-09-01 -f csv > roll.csv", "a table for a spreadsheet"},
};

static const struct example verify_examples[] = {
    {"result.json", "count again what quorate tally -o result.json counted, and compare"},
    {"--ballots b.csv result.json", "the ballots are called otherwise now"},
    {"-o verified.md result.json", "a note for the minutes or the auditor"},
    {"--destroyed 2015-11-09 result.json", "what can be proved when the ballots are gone"},
};

static const struct example new_examples[] = {
    {"our-locality", "the tables of the bundled constitution, in a folder to change them in"},
    {"-C oxfordshire-ccg-governing-body-2015 governing-body", "those of another one"},
    {"--empty our-alliance", "tables to fill in, for a body that has none yet"},
};

static const struct example register_examples[] = {
    {"decisions.jsonl", "the decisions that were registered, and whether a line was changed"},
    {"--since 2015-04-01 --until 2016-03-31 -o year.html decisions.jsonl",
     "a page of the decisions of a year"},
    {"--date 2015-12-01 decisions.jsonl", "which ballots are to be destroyed by that day"},
};

#define EXAMPLES(array) .examples = (array), .example_count = sizeof(array) / sizeof *(array)

const struct command commands[] = {
    {
        .id = COMMAND_TALLY,
        .name = "tally",
        .summary = "count a vote",
        .operand = "BALLOTS",
        .operand_is = "a file of ballots: a table with a row for each practice",
        .operands_most = 1,
        .closing = "Nothing was counted.",
        .done = "it was done, whatever the verdict",
        .refused = "there are errors in the tables: nothing was counted",
        .report = &report_kinds[REPORT_TALLY],
        .others = {{&report_kinds[REPORT_RESOLUTIONS], .with = OPTION_BRIEF},
                   {&report_kinds[REPORT_SUMMARY], .with = OPTION_SUMMARY}},
        .exit_codes = "4, 5, 6",
        .exit_means = "with --exit-code: not carried or not elected; not binding or not valid; "
                      "further election. Of several votes the first that is not 0",
        EXAMPLES(tally_examples),
        .plan = tally_plan,
        .reads = READS_A_COUNT | READS_BALLOTS,
        .decide = tally_decide,
        .tell = tally_tell,
        .answer = tally_answer,
    },
    {
        .id = COMMAND_QUORUM,
        .name = "quorum",
        .summary = "is this attendance quorate, and who else would make it so",
        .operand = "ATTENDANCE",
        .operand_is = "a table with a row for each practice that is there or has replied; a file "
                      "of ballots will do",
        .operands_most = 1,
        .closing = "Nothing was counted.",
        .done = "it was done, whether there is a quorum or not",
        .refused = "there are errors in the tables: nothing was counted",
        .report = &report_kinds[REPORT_ATTENDANCE],
        .exit_codes = "5",
        .exit_means = "with --exit-code: there is no quorum, of several votes or kinds of decision "
                      "for one of them",
        EXAMPLES(quorum_examples),
        .plan = output_plan,
        .reads = READS_A_COUNT | READS_ATTENDANCE,
        .decide = quorum_decide,
        .answer = quorum_answer,
    },
    {
        .id = COMMAND_TEMPLATE,
        .name = "template",
        .summary = "a ballot file to fill in, one row a practice",
        .closing = "Nothing was written.",
        .done = "it was done",
        .refused = "there are errors in the tables, or the result calls for no further election: "
                   "nothing was written",
        EXAMPLES(template_examples),
        .plan = template_plan,
        .reads = READS_CONSTITUTION | READS_COLUMNS | READS_CANDIDATES,
        .decide = template_decide,
        .tell = template_tell,
    },
    {
        .id = COMMAND_CHECK,
        .name = "check",
        .summary = "look for problems without counting",
        .operand = "BALLOTS",
        .operand_is = "a file of ballots; without one the constitution alone is checked",
        .operands_most = 1,
        .operand_optional = true,
        .closing = "Nothing can be counted until that is put right.",
        .done = "there are no errors; there may be warnings",
        .refused = "there are errors: nothing could be counted",
        .report = &report_kinds[REPORT_CHECKUP],
        EXAMPLES(check_examples),
        .plan = output_plan,
        .reads = READS_A_COUNT | READS_BALLOTS | READS_ATTENDANCE,
        .decide = check_decide,
        .latest_roll = true,
        .despite_errors = true,
        .answer = check_answer,
    },
    {
        .id = COMMAND_SHARE,
        .name = "share",
        .summary = "each locality's votes on the governing body",
        .closing = "Nothing was worked out.",
        .done = "it was done",
        .refused = "there are errors in the tables: nothing was worked out",
        .report = &report_kinds[REPORT_COUNTY],
        EXAMPLES(share_examples),
        .plan = output_plan,
        .reads = READS_RULES | READS_COUNTY,
        .decide = share_decide,
    },
    {
        .id = COMMAND_REWEIGHT,
        .name = "reweight",
        .summary = "this year's list sizes from the NHS file, beside last year's",
        .operand = "NATIONAL",
        .operand_is = "a file of list sizes as the NHS publishes it, or two of them: those of "
                      "males and of females; beside them a map or a list of practices "
                      "(gp-reg-pat-prac-map, epraccur)",
        .has_layouts = true,
        .operands_most = 3,
        .without_operand = OPTION_UNDO,
        .closing = "Nothing was changed.",
        .done = "it was done",
        .refused = "there are errors in the tables or the files of list sizes: nothing was changed",
        .report = &report_kinds[REPORT_REWEIGHTING],
        .makes_table = true,
        EXAMPLES(reweight_examples),
        .plan = reweight_plan,
        .reads = READS_CONSTITUTION,
        .decide = reweight_decide,
        .own_roll_day = true,
        .tell = reweight_tell,
    },
    {
        .id = COMMAND_RULES,
        .name = "rules",
        .summary = "the rules in use, each with its clause",
        .closing = "The rules cannot be told.",
        .done = "it was done",
        .refused = "there are errors in the tables: nothing was told",
        .report = &report_kinds[REPORT_RULEBOOK],
        .others = {{&report_kinds[REPORT_EDITIONS], OPTION_DIFF, .reads = READS_CONSTITUTION}},
        EXAMPLES(rules_examples),
        .plan = output_plan,
        .latest_roll = true,
        .reads = READS_RULES,
        .decide = rules_decide,
    },
    {
        .id = COMMAND_TIMETABLE,
        .name = "timetable",
        .summary = "when a vote may close, working day by working day",
        .closing = "Nothing was worked out.",
        .done = "it was done, whether the close that was asked about is late enough or not",
        .refused = "there are errors in the tables: nothing was worked out",
        .report = &report_kinds[REPORT_TIMETABLE],
        EXAMPLES(timetable_examples),
        .plan = output_plan,
        .reads = READS_RULES | READS_CALENDAR,
        .decide = timetable_decide,
    },
    {
        .id = COMMAND_ROLL,
        .name = "roll",
        .summary = "the members of a day, their list sizes, and who makes a quorum",
        .closing = "The roll cannot be told.",
        .done = "it was done",
        .refused = "there are errors in the tables: nothing was told",
        .report = &report_kinds[REPORT_ROLL],
        EXAMPLES(roll_examples),
        .plan = output_plan,
        .reads = READS_RULES | READS_ROLL,
        .decide = roll_decide,
    },
    {
        .id = COMMAND_VERIFY,
        .name = "verify",
        .summary = "recount a saved result and compare",
        .operand = "RESULT",
        .operand_is = "a result that quorate tally, quorum, share, reweight, rules, roll or "
                      "timetable saved as JSON, with its tables beside it; behind one of reweight "
                      "the files of list sizes may follow, in its order, where they are not beside "
                      "it",
        .operands_most = 4,
        .closing = "Nothing was compared.",
        .done = "the result is what the tables give",
        .refused = "the result is not what the tables give, or it or they cannot be read",
        .exit_codes = "7",
        .exit_means = "nothing is wrong, and not all of it could be proved: the ballots are "
                      "destroyed, or another version of quorate saved it",
        .report = &report_kinds[REPORT_VERIFICATION],
        EXAMPLES(verify_examples),
        .plan = output_plan,
        .reads = READS_NOTHING,
        .decide = verify_decide,
        .maker = command_named,
        .answer = verify_answer,
    },
    {
        .id = COMMAND_REGISTER,
        .name = "register",
        .summary = "the decisions of a register, and whether it is as it was written",
        .operand = "REGISTER",
        .operand_is = "a file to which quorate tally --register has added its decisions",
        .operands_most = 1,
        .closing = "The register cannot be told.",
        .done = "no line was changed, as far as that shows",
        .refused = "the register is not as it was written, or cannot be read",
        .report = &report_kinds[REPORT_REGISTER],
        EXAMPLES(register_examples),
        .plan = output_plan,
        .reads = READS_NOTHING,
        .decide = register_decide,
        .answer = register_answer,
    },
    {
        .id = COMMAND_NEW,
        .name = "new",
        .summary = "a folder with the tables of a constitution, to change and to keep",
        .operand = "FOLDER",
        .operand_is = "the folder to be made; one that is there must be empty",
        .operand_is_written = true,
        .operands_most = 1,
        .closing = "Nothing was written.",
        .done = "it was done",
        .refused = "it does not occur: no table is read",
        EXAMPLES(new_examples),
        .plan = new_plan,
        .reads = READS_NOTHING,
        .decide = new_decide,
        .tell = new_tell,
    },
};

const size_t command_count = sizeof commands / sizeof commands[0];

const struct command *command_named(const char *name)
{
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}
