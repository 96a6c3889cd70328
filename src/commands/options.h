/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_OPTIONS_H
#define QUORATE_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"

enum command_id {
    COMMAND_NONE, /* quorate itself */
    COMMAND_TALLY,
    COMMAND_SHARE,
    COMMAND_REWEIGHT,
    COMMAND_RULES,
    COMMAND_QUORUM,
    COMMAND_VERIFY,
    COMMAND_TEMPLATE,
    COMMAND_TIMETABLE,
    COMMAND_CHECK,
    COMMAND_NEW,
    COMMAND_ROLL,
    COMMAND_REGISTER,
    COMMANDS,
};

/* In the order of the help pages. */
enum option_id {
    OPTION_DECISION,
    OPTION_CONSTITUTION,
    OPTION_RULES,
    OPTION_PRACTICES,
    OPTION_LOCALITIES,
    OPTION_CANDIDATES,
    OPTION_VOTERS,
    OPTION_INTERESTS,
    OPTION_BALLOTS,
    OPTION_DESTROYED,
    OPTION_KEY,
    OPTION_REGISTER,
    OPTION_CORRECTS,
    OPTION_LAST,
    OPTION_SINCE,
    OPTION_UNTIL,
    OPTION_DIFF,
    OPTION_RUN_OFF,
    OPTION_MOTION,
    OPTION_ROUTE,
    OPTION_DATE,
    OPTION_CONFIRMED,
    OPTION_OPENS,
    OPTION_CLOSES,
    OPTION_DATES,
    OPTION_FOR,
    OPTION_HOLIDAYS,
    OPTION_CASTING_VOTE,
    OPTION_AREA,
    OPTION_TOTAL,
    OPTION_AS_AT,
    OPTION_KEEP,
    OPTION_SET,
    OPTION_LEAVE,
    OPTION_ADOPT,
    OPTION_UNDO,
    OPTION_WHOLE,
    OPTION_EMPTY,
    OPTION_ENCODING,
    OPTION_MULTI_LINE,
    OPTION_SHEET,
    OPTION_COLUMN,
    OPTION_ANSWER,
    OPTION_FORMAT,
    OPTION_EXCEL,
    OPTION_BRIEF,
    OPTION_SUMMARY,
    OPTION_OUTPUT,
    OPTION_FORCE,
    OPTION_SHOW_BALLOTS,
    OPTION_EXIT_CODE,
    OPTION_QUIET,
    OPTION_COLOR,
    OPTION_HELP,
    OPTION_VERSION,
    OPTIONS,
};

/* What may stand behind an option; it is checked before the command runs. */
enum option_value {
    VALUE_NONE,
    VALUE_TEXT,     /* goes into the report, so on one line */
    VALUE_NAME,     /* of something that the command looks up; three of which can be offered: */
    VALUE_DECISION, /* a kind of decision */
    VALUE_CONSTITUTION,
    VALUE_FORMAT,
    VALUE_TABLE,    /* a file that is read; "-" is standard input */
    VALUE_FILE,     /* a file that is written */
    VALUE_DATE,     /* as date_parse reads it */
    VALUE_MOMENT,   /* as moment_parse reads it */
    VALUE_CHOICE,   /* one of `choices` */
    VALUE_ENCODING, /* as encoding_find knows it */
    VALUE_COLUMN,   /* as load_column_name reads it */
    VALUE_ANSWER,   /* as load_answer reads it */
    VALUE_NUMBER,   /* a whole number, 1 to RATIO_MOST */
};

/*
 * An option, once and for all commands: parsing, help pages, suggestions, the completions and the
 * manual go by this table. Its texts are plain; the manual's begin with a capital and end with a
 * full stop of their own.
 */
struct option_row {
    const char *name; /* "decision" */
    char letter;      /* 'd', or 0 */
    enum option_value value;
    const char *argument;       /* what the help page calls the value: "KIND" */
    const char *const *choices; /* of VALUE_CHOICE, ended by NULL */
    const char *help;
    const char *help_of[COMMANDS]; /* what it says of one command in its place, or NULL */
    const char *more;              /* whole sentences that the manual says behind it, or NULL */
    unsigned commands;             /* a bit for each enum command_id that takes it */
    unsigned day_alone;  /* of VALUE_MOMENT: likewise for those to which a date without a time will
                            do */
    unsigned repeatable; /* those of them to which it may be given several times: see `lists` */
};

extern const struct option_row option_table[OPTIONS];

/* Whether the command takes the option, and whether it does so several times. */
bool option_of(enum command_id command, enum option_id id);
bool option_repeats(enum command_id command, enum option_id id);

/* What the help page of the command says of the option. */
const char *option_help(enum command_id command, enum option_id id);

struct option_list {
    const char *const *values;
    size_t count;
};

/* What the command line says, by option and in order. */
struct options {
    const char *values[OPTIONS];       /* NULL when not given; "" for an option without a value */
    struct option_list lists[OPTIONS]; /* of repeatable options: all values, in order */
    const char *const *operands;
    size_t operand_count;
};

/* A wrong command line. */
struct misuse {
    const char *what;   /* no full stop: "unknown option --ouput" */
    const char *remedy; /* whole sentences, or NULL */
    const char *list;   /* lines that show what there is, or NULL */
};

/*
 * Reads a command line; `arguments` begins with the name of the program or command. Options may
 * stand anywhere before "--". Names must be spelled in full, an option's value must be what its row
 * asks for, an option is given once (or again with the same value, or as often as its row allows),
 * and no more than one table is read from standard input. Stops early at --help or --version, as if
 * nothing followed.
 *
 * False, with *misuse filled in and the values up to there, when the command line is wrong.
 */
bool options_parse(struct arena *arena, enum command_id command, int argument_count,
                   char *const *arguments, struct options *options, struct misuse *misuse);

/* Whether it is a file that the command line has this run read. */
bool options_name_file(const struct options *options, const char *path);

#endif
