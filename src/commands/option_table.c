/* SPDX-License-Identifier: MIT */
#include "constitution.h"
#include "options.h"

#define FOR(command) (1U << (command))
#define EVERYWHERE   (~0U)
#define ALL_COMMANDS (~FOR(COMMAND_NONE))
#define ALL_READERS  (ALL_COMMANDS & ~FOR(COMMAND_NEW))
#define ALL_TABLES   (ALL_READERS & ~FOR(COMMAND_REGISTER))
#define ALL_REPORTS  (ALL_READERS & ~FOR(COMMAND_TEMPLATE))

#define TIMED "; the ballots then have a column \"received\""

static const char *const readers_of_ballots[] = {"tally", "quorum", NULL};
static const char *const casting_votes[] = {"for", "against", NULL};
static const char *const date_orders[] = {"day-first", "month-first", NULL};
static const char *const color_times[] = {"auto", "always", "never", NULL};

const struct option_row option_table[OPTIONS] = {
    [OPTION_DECISION] = {.name = "decision",
                         .letter = 'd',
                         .value = VALUE_DECISION,
                         .argument = "KIND",
                         .help = "what kind of decision it is, as the rules call it: meeting, "
                                 "email, censure, ...",
                         .help_of = {[COMMAND_QUORUM] =
                                         ("the kind of decision, as the rules call it: meeting, "
                                          "email, censure, ... (default: every kind)")},
                         .more = ("A wrong one lists those that there are. It can be left out "
                                  "where the rules have one kind only, or where the ballots say "
                                  "it in a column \"decision\". Rules are then printed of this "
                                  "kind only."),
                         .commands = FOR(COMMAND_TALLY) | FOR(COMMAND_RULES) | FOR(COMMAND_QUORUM) |
                                     FOR(COMMAND_TEMPLATE) | FOR(COMMAND_TIMETABLE) |
                                     FOR(COMMAND_CHECK)},
    [OPTION_CONSTITUTION] =
        {.name = "constitution",
         .letter = 'C',
         .value = VALUE_CONSTITUTION,
         .argument = "NAME",
         .help = "whose rules: a bundled constitution, or a folder that holds "
                 "rules.csv (default: the current folder where it holds "
                 "one, else " CONSTITUTION_DEFAULT ")",
         .help_of = {[COMMAND_NEW] =
                         ("which bundled constitution to begin with (default: " CONSTITUTION_DEFAULT
                          ")")},
         .more = "A wrong one lists those that are bundled. Where a folder and "
                 "a bundled constitution have one name, ./NAME is the folder "
                 "and bundled:NAME the other.",
         .commands = ALL_COMMANDS & ~FOR(COMMAND_REGISTER)},
    [OPTION_RULES] = {.name = "rules",
                      .value = VALUE_TABLE,
                      .argument = "FILE",
                      .help = "take the rules from this table instead",
                      .commands = ALL_TABLES},
    [OPTION_PRACTICES] = {.name = "practices",
                          .value = VALUE_TABLE,
                          .argument = "FILE",
                          .help = "take the practices and their list sizes from this table instead",
                          .help_of = {[COMMAND_REWEIGHT] =
                                          "take the roll, with the list sizes so far, from this "
                                          "table instead"},
                          .commands = FOR(COMMAND_TALLY) | FOR(COMMAND_REWEIGHT) |
                                      FOR(COMMAND_QUORUM) | FOR(COMMAND_VERIFY) |
                                      FOR(COMMAND_TEMPLATE) | FOR(COMMAND_CHECK) |
                                      FOR(COMMAND_ROLL)},
    [OPTION_LOCALITIES] = {.name = "localities",
                           .value = VALUE_TABLE,
                           .argument = "FILE",
                           .help = "take the localities of the county from this table instead",
                           .help_of = {[COMMAND_REWEIGHT] =
                                           "take the localities of the county, for the share so "
                                           "far, from this table instead"},
                           .more = "Where a body's members are the localities it is their roll.",
                           .commands = FOR(COMMAND_TALLY) | FOR(COMMAND_SHARE) |
                                       FOR(COMMAND_REWEIGHT) | FOR(COMMAND_QUORUM) |
                                       FOR(COMMAND_VERIFY) | FOR(COMMAND_TEMPLATE) |
                                       FOR(COMMAND_CHECK)},
    [OPTION_CANDIDATES] = {.name = "candidates",
                           .value = VALUE_TABLE,
                           .argument = "FILE",
                           .help = "who may be voted for in an election",
                           .help_of = {[COMMAND_TEMPLATE] =
                                           ("who may be voted for in an election, to be told what "
                                            "may stand in the column \"vote\"")},
                           .more = "A vote for anyone else is then an error.",
                           .commands = FOR(COMMAND_TALLY) | FOR(COMMAND_VERIFY) |
                                       FOR(COMMAND_TEMPLATE) | FOR(COMMAND_CHECK)},
    [OPTION_VOTERS] = {.name = "voters",
                       .value = VALUE_TABLE,
                       .argument = "FILE",
                       .help = "which e-mail addresses may vote for which practice; a ballot from "
                               "another is refused",
                       .more = ("Where ballots name no practice, their addresses say which it is. "
                                "Without the option it is the voters.csv in the folder of the "
                                "constitution, if there is one."),
                       .commands = FOR(COMMAND_TALLY) | FOR(COMMAND_QUORUM) | FOR(COMMAND_VERIFY) |
                                   FOR(COMMAND_CHECK)},
    [OPTION_INTERESTS] = {.name = "interests",
                          .value = VALUE_TABLE,
                          .argument = "FILE",
                          .help = "the register of interests; what a ballot does not declare is "
                                  "told in a note",
                          .more = ("It changes no count. Without it, it is the interests.csv in "
                                   "the folder of the constitution, if there is one."),
                          .commands = FOR(COMMAND_TALLY) | FOR(COMMAND_QUORUM) |
                                      FOR(COMMAND_VERIFY) | FOR(COMMAND_CHECK)},
    [OPTION_BALLOTS] = {.name = "ballots",
                        .value = VALUE_TABLE,
                        .argument = "FILE",
                        .help = "the ballots that were counted, where they are not beside the "
                                "result under the same name",
                        .commands = FOR(COMMAND_VERIFY)},
    [OPTION_DESTROYED] = {.name = "destroyed",
                          .value = VALUE_DATE,
                          .argument = "DATE",
                          .help = "the ballots were destroyed on that day: prove what can be "
                                  "proved without them, by the rows that the result holds",
                          .more = "The exit status is then 7 where nothing is wrong. A ballot file "
                                  "that is still there is refused.",
                          .commands = FOR(COMMAND_VERIFY)},
    [OPTION_KEY] =
        {.name = "key",
         .value = VALUE_TABLE,
         .argument = "FILE",
         .help = "of a secret vote: put a keyed hash of the ballots into the result, by the key in "
                 "this file, which is made where there is none",
         .help_of = {[COMMAND_VERIFY] = ("the key with which secret ballots were counted: with it "
                                         "they are proved too")},
         .more = "The key is the Election Manager's alone: the file is written so that nobody else "
                 "may read it, and the key is printed nowhere. Whoever has key and result can work "
                 "out secret votes. Keep it as long as the ballots, and apart from the results.",
         .commands = FOR(COMMAND_TALLY) | FOR(COMMAND_VERIFY)},
    [OPTION_REGISTER] =
        {.name = "register",
         .value = VALUE_FILE,
         .argument = "FILE",
         .help = "add what was decided to this register, a line a motion; it is made where there "
                 "is none",
         .more = "Each line holds the hash of the whole result as JSON and that of the line "
                 "before. The register and the files of -o are written all of them or none. The "
                 "last hash is printed: whoever keeps it can show with quorate register --last "
                 "that nothing was cut off or changed since. To a register that is not as it was "
                 "written nothing is added.",
         .commands = FOR(COMMAND_TALLY)},
    [OPTION_CORRECTS] =
        {.name = "corrects",
         .value = VALUE_NUMBER,
         .argument = "N",
         .help = "with --register: it takes the place of the decision on line N, "
                 "which is left as it is; may be given several times, for a line of each motion",
         .more = "They are in the order of the motions.",
         .commands = FOR(COMMAND_TALLY),
         .repeatable = FOR(COMMAND_TALLY)},
    [OPTION_LAST] = {.name = "last",
                     .value = VALUE_TEXT,
                     .argument = "HASH",
                     .help = "the last hash that was kept of the register: only it shows whether "
                             "lines at the end were cut off or written anew",
                     .more = "The report of each tally that was registered has it.",
                     .commands = FOR(COMMAND_REGISTER)},
    [OPTION_SINCE] = {.name = "since",
                      .value = VALUE_DATE,
                      .argument = "DATE",
                      .help = "list the decisions of this day and of later ones",
                      .more = "All lines are checked, whichever are listed.",
                      .commands = FOR(COMMAND_REGISTER)},
    [OPTION_UNTIL] = {.name = "until",
                      .value = VALUE_DATE,
                      .argument = "DATE",
                      .help = "list the decisions of this day and of earlier ones",
                      .commands = FOR(COMMAND_REGISTER)},
    [OPTION_DIFF] = {.name = "diff",
                     .value = VALUE_CONSTITUTION,
                     .argument = "OTHER",
                     .help = "what differs from this other edition, in place of the rules: a "
                             "bundled constitution or a folder, as with -C",
                     .more = "Rules, members, list sizes and localities are compared; of tables "
                             "that differ by day, the latest day of each.",
                     .commands = FOR(COMMAND_RULES)},
    [OPTION_RUN_OFF] = {.name = "run-off",
                        .value = VALUE_TABLE,
                        .argument = "RESULT",
                        .help = "make the files of the further election that this saved result "
                                "calls for: the ballots where -o says, and the candidates beside "
                                "them",
                        .more = ("The candidates who are tied stand in a table of their own, "
                                 "as further-candidates.csv beside further.csv; both are "
                                 "written or neither. The command that counts them is said on "
                                 "standard error. The result is what tally -f json printed; it "
                                 "must be of the same rules, and must not contradict itself. "
                                 "Without -d the kind of decision is the one election that "
                                 "stands in the rules behind that of the result, or the same "
                                 "again where none does."),
                        .commands = FOR(COMMAND_TEMPLATE)},
    [OPTION_MOTION] = {.name = "motion",
                       .value = VALUE_TEXT,
                       .argument = "TEXT",
                       .help = "what was voted on, where the ballots have no column for it",
                       .help_of = {[COMMAND_TEMPLATE] =
                                       ("what will be voted on, for a column \"motion\"; may be "
                                        "given several times. With --run-off: which of the "
                                        "result's elections")},
                       .commands = FOR(COMMAND_TALLY) | FOR(COMMAND_TEMPLATE) | FOR(COMMAND_CHECK),
                       .repeatable = FOR(COMMAND_TEMPLATE)},
    [OPTION_ROUTE] = {.name = "route",
                      .value = VALUE_TEXT,
                      .argument = "TEXT",
                      .help = "how it came to a vote, for the record: \"no consensus; practices "
                              "had been consulted\"",
                      .more = "It is printed as it is given and decides nothing.",
                      .commands = FOR(COMMAND_TALLY)},
    [OPTION_DATE] =
        {.name = "date",
         .value = VALUE_DATE,
         .argument = "DATE",
         .help = "the day of the meeting, or on which the vote closed: 2015-06-24 or "
                 "24/06/2015",
         .help_of = {[COMMAND_TEMPLATE] =
                         "the day of the vote: whose roll it is, where that differs by day",
                     [COMMAND_ROLL] = "the day whose roll it is, where that differs by day",
                     [COMMAND_SHARE] = ("the day whose populations are taken, where the table has "
                                        "those of several dates"),
                     [COMMAND_REGISTER] = ("the day by which it is told which ballots are to be "
                                           "destroyed"),
                     [COMMAND_CHECK] = ("the day of the vote; it is then told whether the "
                                        "list sizes are of the year before it")},
         .more = ("The day comes first, never the month. A proxy of whom the "
                  "locality lead was told later than that is refused, and the report says it "
                  "where the list sizes are of more than a year before that day or of "
                  "after it."),
         .commands = FOR(COMMAND_TALLY) | FOR(COMMAND_QUORUM) | FOR(COMMAND_CHECK) |
                     FOR(COMMAND_TEMPLATE) | FOR(COMMAND_SHARE) | FOR(COMMAND_ROLL) |
                     FOR(COMMAND_REGISTER)},
    [OPTION_CONFIRMED] = {.name = "confirmed",
                          .value = VALUE_DATE,
                          .argument = "DATE",
                          .help = "the day on which the outcome was confirmed; the report then "
                                  "says when to destroy the ballots",
                          .commands = FOR(COMMAND_TALLY)},
    [OPTION_OPENS] =
        {.name = "opens",
         .value = VALUE_MOMENT,
         .argument = "TIME",
         .help = "when the vote opened, as \"2015-06-24 09:00\"; ballots received "
                 "before that are refused",
         .help_of = {[COMMAND_TEMPLATE] = ("when the vote opens" TIMED),
                     [COMMAND_TIMETABLE] = "when the vote opens, with the time or the day alone",
                     [COMMAND_CHECK] = ("when the vote opened, as \"2015-06-24 09:00\"; "
                                        "ballots then need the time they were received")},
         .more = ("24/06/2015 09:00:05 and 2015-06-24T09:00:00Z are read, too. "
                  "Every ballot then needs its time, in the column "
                  "\"received\". A timetable cannot do without it."),
         .commands = FOR(COMMAND_TALLY) | FOR(COMMAND_TEMPLATE) | FOR(COMMAND_TIMETABLE) |
                     FOR(COMMAND_CHECK),
         .day_alone = FOR(COMMAND_TIMETABLE)},
    [OPTION_CLOSES] = {.name = "closes",
                       .value = VALUE_MOMENT,
                       .argument = "TIME",
                       .help = "when the vote closed; ballots received after that are refused",
                       .help_of = {[COMMAND_TEMPLATE] = ("when the vote closes" TIMED),
                                   [COMMAND_TIMETABLE] =
                                       "when it is to close: is that late enough?",
                                   [COMMAND_CHECK] = ("when the vote closed; ballots then need the "
                                                      "time they were received")},
                       .more = ("It is written as with --opens. A ballot that came at that "
                                "time itself counts. Where both are given and the rules say "
                                "how long a vote has to be open, the working days are "
                                "counted, that of opening and that of closing among them. A "
                                "vote that was open too short is told of behind the result, "
                                "with a warning; the verdict stays what the votes say."),
                       .commands = FOR(COMMAND_TALLY) | FOR(COMMAND_TEMPLATE) |
                                   FOR(COMMAND_TIMETABLE) | FOR(COMMAND_CHECK),
                       .day_alone = FOR(COMMAND_TIMETABLE)},
    [OPTION_DATES] = {.name = "dates",
                      .value = VALUE_CHOICE,
                      .argument = "ORDER",
                      .choices = date_orders,
                      .help = "which stands first in dates as 7/3/2015 in the ballots, where no "
                              "date of their column proves it: day-first or month-first",
                      .help_of = {[COMMAND_QUORUM] =
                                      ("which stands first in dates as 7/3/2015 in the "
                                       "attendance, where no date of their column proves it: "
                                       "day-first or month-first")},
                      .more = "It is needed where that matters. A date of the command line has "
                              "the day first in any case.",
                      .commands = FOR(COMMAND_TALLY) | FOR(COMMAND_QUORUM) | FOR(COMMAND_CHECK)},
    [OPTION_FOR] = {.name = "for",
                    .value = VALUE_CHOICE,
                    .argument = "COMMAND",
                    .choices = readers_of_ballots,
                    .help = "read the ballots as this command would, tally or quorum; else their "
                            "headings tell whether they are votes or who was there",
                    .more = "Then all is asked that it would ask.",
                    .commands = FOR(COMMAND_CHECK)},
    [OPTION_HOLIDAYS] = {.name = "holidays",
                         .value = VALUE_TABLE,
                         .argument = "FILE",
                         .help = "add the bank holidays in this table, announced after this "
                                 "version was made, to those of England that it knows",
                         .help_of = {[COMMAND_VERIFY] = "the bank holidays that were added"},
                         .more = "It knows those from 2012 to 2028; see FILES.",
                         .commands = FOR(COMMAND_TALLY) | FOR(COMMAND_TIMETABLE) |
                                     FOR(COMMAND_VERIFY) | FOR(COMMAND_CHECK)},
    [OPTION_CASTING_VOTE] = {.name = "casting-vote",
                             .value = VALUE_CHOICE,
                             .argument = "VOTE",
                             .choices = casting_votes,
                             .help = "how the chair votes when a motion is tied: for or against",
                             .more = ("It counts only where the rules give the chair a casting "
                                      "vote."),
                             .commands = FOR(COMMAND_TALLY)},
    [OPTION_AREA] = {.name = "area",
                     .value = VALUE_NAME,
                     .argument = "CODE",
                     .help = "the county's code in the file, as 10Q (default: the area that most "
                             "of the practices are in)",
                     .commands = FOR(COMMAND_REWEIGHT)},
    [OPTION_TOTAL] = {.name = "total",
                      .value = VALUE_NUMBER,
                      .argument = "N",
                      .help = "the county's patients, instead of adding up the area in the file",
                      .commands = FOR(COMMAND_REWEIGHT)},
    [OPTION_AS_AT] = {.name = "as-at",
                      .value = VALUE_DATE,
                      .argument = "DATE",
                      .help = "the date of the list sizes, where the file carries none, or "
                              "has columns of several",
                      .commands = FOR(COMMAND_REWEIGHT)},
    [OPTION_KEEP] = {.name = "keep",
                     .value = VALUE_NAME,
                     .argument = "CODE",
                     .help = "keep the size so far of the practice with this code; may be given "
                             "several times",
                     .commands = FOR(COMMAND_REWEIGHT),
                     .repeatable = ALL_COMMANDS},
    [OPTION_SET] = {.name = "set",
                    .value = VALUE_NAME,
                    .argument = "CODE=N",
                    .help = "state the size of the practice with this code; may be given several "
                            "times",
                    .commands = FOR(COMMAND_REWEIGHT),
                    .repeatable = ALL_COMMANDS},
    [OPTION_LEAVE] = {.name = "leave",
                      .value = VALUE_NAME,
                      .argument = "CODE",
                      .help = "take the practice with this code off the roll; may be given several "
                              "times",
                      .commands = FOR(COMMAND_REWEIGHT),
                      .repeatable = ALL_COMMANDS},
    [OPTION_ADOPT] = {.name = "adopt",
                      .help = "write the new sizes into the tables of the folder, as a column more "
                              "with their date",
                      .more = "The roll and localities.csv change, or neither, and what stands in "
                              "them stays: a vote of an earlier day is counted as it was. With a "
                              "table county.csv (code, practice, locality) in the folder every "
                              "locality is added up from the file; without it the locality's own "
                              "row and the county's total are written.",
                      .commands = FOR(COMMAND_REWEIGHT)},
    [OPTION_UNDO] = {.name = "undo",
                     .help = "take the last adoption back, and do nothing else; no file of list "
                             "sizes is given",
                     .more = "It is refused where a table was changed since: adoptions.csv in the "
                             "folder says what each table was before and after.",
                     .commands = FOR(COMMAND_REWEIGHT)},
    [OPTION_WHOLE] = {.name = "whole",
                      .help = "apportion whole votes, by largest remainder",
                      .commands = FOR(COMMAND_SHARE)},
    [OPTION_EMPTY] = {.name = "empty",
                      .help = "tables to fill in, in place of those of a bundled constitution",
                      .more =
                          "quorate check then names what is still to be filled in, cell by cell.",
                      .commands = FOR(COMMAND_NEW)},
    [OPTION_ENCODING] = {.name = "encoding",
                         .value = VALUE_ENCODING,
                         .argument = "NAME",
                         .help = "how tables are written that are not UTF-8: windows-1252 for what "
                                 "Excel saves as plain CSV",
                         .more = ("A table that begins with the mark of UTF-8 or UTF-16 is read "
                                  "by that, and one whose first letter beyond ASCII is in UTF-8 "
                                  "stays as it is."),
                         .commands = ALL_TABLES},
    [OPTION_MULTI_LINE] = {.name = "multi-line",
                           .help = "take line breaks inside quotation marks, in columns that are "
                                   "not used",
                           .more = "In a column that is used they are an error all the same.",
                           .commands = ALL_TABLES},
    [OPTION_SHEET] = {.name = "sheet",
                      .value = VALUE_TEXT,
                      .argument = "NAME",
                      .help = "which sheet of a workbook is read; may be given several "
                              "times",
                      .more =
                          ("Without it that is the only sheet that shows anything, or of several "
                           "the only one with the headings that are needed. With it every "
                           "workbook that is read needs a sheet of that name, or of one of "
                           "those that are named. A hidden sheet is read only so."),
                      .commands = ALL_TABLES & ~FOR(COMMAND_VERIFY),
                      .repeatable = ALL_COMMANDS},
    [OPTION_COLUMN] =
        {.name = "column",
         .value = VALUE_COLUMN,
         .argument = "NAME=HEADING",
         .help = "the column of the ballots that is headed so: "
                 "practice=\"Which practice do you represent?\"; may be given "
                 "several times",
         .help_of = {[COMMAND_QUORUM] = ("the column of the attendance that is headed so: "
                                         "practice=\"Which practice are you from?\"; may be given "
                                         "several times")},
         .more = "It goes before the usual headings and those of columns.csv.",
         .commands = FOR(COMMAND_TALLY) | FOR(COMMAND_QUORUM) | FOR(COMMAND_CHECK),
         .repeatable = ALL_COMMANDS},
    [OPTION_ANSWER] =
        {.name = "answer",
         .value = VALUE_ANSWER,
         .argument = "TEXT=WORD",
         .help = "what is meant where the ballots say so: \"I support the proposal\"=for, or of a "
                 "role \"GP\"=lead; may be given several times",
         .more = "The last = parts the two. It goes before answers.csv, and no word that is a vote "
                 "or a role already can be made to mean another.",
         .commands = FOR(COMMAND_TALLY) | FOR(COMMAND_QUORUM) | FOR(COMMAND_CHECK),
         .repeatable = ALL_COMMANDS},
    [OPTION_FORMAT] = {.name = "format",
                       .letter = 'f',
                       .value = VALUE_FORMAT,
                       .argument = "FORMAT",
                       .help = "how to write the result (default: from the name given to -o, else "
                               "text)",
                       .help_of = {[COMMAND_REWEIGHT] = "how to write the report (default: text)"},
                       .more = "See OUTPUT FORMATS.",
                       .commands = ALL_REPORTS},
    [OPTION_EXCEL] = {.name = "excel",
                      .help = "begin the CSV result with a byte order mark, by which Excel knows "
                              "that it is UTF-8",
                      .help_of = {[COMMAND_REWEIGHT] =
                                      "begin the report, with -f csv, with a byte order mark, by "
                                      "which Excel knows that it is UTF-8"},
                      .more = "With another format it is an error.",
                      .commands = ALL_REPORTS},
    [OPTION_BRIEF] = {.name = "brief",
                      .help = "three lines a motion, for minutes: what was resolved, the votes "
                              "with the quorum, and on what it rests",
                      .more = "It is a page that everybody may read, so json, csv and "
                              "--show-ballots are refused with it.",
                      .commands = FOR(COMMAND_TALLY)},
    [OPTION_SUMMARY] = {.name = "summary",
                        .help = "what was decided on each motion, in figures, without the "
                                "practices",
                        .more = "It is a page, so json and csv, which are whole, are refused with "
                                "it.",
                        .commands = FOR(COMMAND_TALLY)},
    [OPTION_OUTPUT] =
        {.name = "output",
         .letter = 'o',
         .value = VALUE_FILE,
         .argument = "FILE",
         .help = "write the result to this file, whole or not at all; - is standard "
                 "output; may be given several times, for as many formats",
         .help_of = {[COMMAND_REWEIGHT] =
                         ("write the new roll to this file, a table whose name ends in "
                          ".csv, whole or not at all; the report goes to standard "
                          "output all the same"),
                     [COMMAND_TEMPLATE] =
                         ("write the ballot file here, a table whose name ends in .csv or a "
                          "workbook whose name ends in .xlsx, whole or not at all; - is standard "
                          "output")},
         .more = ("Then each file is written in the format of its name, all of "
                  "them or none, and two names of one file are refused. A file "
                  "that exists is not replaced, nor one that comes into being meanwhile. One line "
                  "on standard error says "
                  "the outcome and what was written."),
         .commands = ALL_READERS,
         .repeatable = ALL_REPORTS & ~FOR(COMMAND_REWEIGHT)},
    [OPTION_FORCE] = {.name = "force",
                      .help = "let -o replace a file that exists",
                      .more = "A table that is read in the same run is never replaced.",
                      .commands = ALL_READERS},
    [OPTION_SHOW_BALLOTS] = {.name = "show-ballots",
                             .help = "tell who voted how in a secret vote, too",
                             .help_of = {[COMMAND_VERIFY] = "verify a result with secret votes"},
                             .more = ("This is for the Election Manager alone. Without it a result "
                                      "that was saved with it is refused, and no message holds a "
                                      "row of ballots that may be secret."),
                             .commands = FOR(COMMAND_TALLY) | FOR(COMMAND_VERIFY)},
    [OPTION_EXIT_CODE] = {.name = "exit-code",
                          .help = "tell the verdict by the exit status, too",
                          .more = "See EXIT STATUS.",
                          .commands = FOR(COMMAND_TALLY) | FOR(COMMAND_QUORUM)},
    [OPTION_QUIET] = {.name = "quiet",
                      .letter = 'q',
                      .help = "no warnings, only errors; nothing about what was written",
                      .commands = ALL_COMMANDS},
    [OPTION_COLOR] = {.name = "color",
                      .value = VALUE_CHOICE,
                      .argument = "WHEN",
                      .choices = color_times,
                      .help = "colour in messages: auto (on a terminal, unless NO_COLOR is set), "
                              "always or never",
                      .more = ("A TERM that is not set or \"dumb\" speaks against it, too. "
                               "The text page has none."),
                      .commands = ALL_COMMANDS},
    [OPTION_HELP] = {.name = "help",
                     .letter = 'h',
                     .help = "print examples, options and exit statuses",
                     .help_of = {[COMMAND_NONE] = "print the commands"},
                     .commands = EVERYWHERE},
    [OPTION_VERSION] = {.name = "version",
                        .letter = 'V',
                        .help = "the version of quorate",
                        .commands = EVERYWHERE},
};

bool option_of(enum command_id command, enum option_id id)
{
    return (option_table[id].commands & FOR(command)) != 0;
}

bool option_repeats(enum command_id command, enum option_id id)
{
    return (option_table[id].repeatable & FOR(command)) != 0;
}

const char *option_help(enum command_id command, enum option_id id)
{
    const char *own = option_table[id].help_of[command];
    return own == NULL ? option_table[id].help : own;
}
