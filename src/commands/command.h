/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_COMMAND_H
#define QUORATE_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "options.h"
#include "quorate/arena.h"
#include "quorate/report.h"

/* What quorate says to whoever called it. Those above FAILED are verdicts, told with --exit-code.
 */
enum status {
    STATUS_DONE = 0,
    STATUS_REFUSED = 1, /* bad data: nothing was decided */
    STATUS_USAGE = 2,   /* an unknown command, option or decision */
    STATUS_FAILED = 3,  /* no memory, a full disk, a defect */
    STATUS_NOT_CARRIED = 4,
    STATUS_NOT_BINDING = 5,
    STATUS_FURTHER_ELECTION = 6,
    STATUS_UNPROVED = 7, /* nothing is wrong with a saved result, and not all of it is proved */
};

/* All that a run is given from outside, but for the files that it is told to read. */
struct world {
    int argument_count;
    char *const *arguments; /* the program's name first */
    int output, errors;     /* descriptors */
    bool errors_on_terminal;
    bool dropped_on;          /* there is no command among the arguments, which are files or none */
    int64_t (*seconds)(void); /* of a clock that nobody sets */
    bool (*confine)(
        bool is_read); /* the process, to what a run does (system_confine); may be NULL */
    const char *no_color, *terminal; /* of the environment, NULL when not set */
};

/* One call of a command. */
struct call {
    const struct world *world;
    const struct command *command; /* NULL for quorate itself, as in `quorate --help` */
    struct options options;
};

struct run;
struct output;

/* An example for the help page. */
struct example {
    const char *line, *meaning;
};

/* A subcommand: a row of command_table.c, which serves look-up, help, running it and "unknown
 * command". */
struct command {
    enum command_id id;
    const char *name;
    const char *summary;     /* for the list of commands */
    const char *operand;     /* what an operand is called, "BALLOTS"; NULL when it takes none */
    const char *operand_is;  /* "a file of ballots", for messages and help */
    size_t operands_most;    /* it takes one or more, up to this; 0 for none */
    bool operand_is_written; /* it is a folder to be made, and no file that is read */
    bool operand_optional;   /* it may be called without any */
    enum option_id without_operand; /* it takes none with this option; OPTION_DECISION, which is
                                       no such option, for none */
    bool has_layouts;               /* an operand is a file of the NHS, in a layout that is known */
    const char *closing;            /* said behind errors: "Nothing was counted." */
    const char *done, *refused;     /* what its exit statuses 0 and 1 mean */
    const struct report_kind *report; /* NULL where it makes no report */
    struct {
        const struct report_kind *report; /* what it makes with the option `with`, or NULL */
        enum option_id with;
        unsigned reads; /* and what it then reads as well */
    } others[2];
    bool makes_table; /* its -o is a table that it makes; the report goes to standard output */
    const char *exit_codes; /* which others there are with --exit-code, "4, 5, 6"; or NULL */
    const char *exit_means; /* and what they mean */
    const struct example *examples;
    size_t example_count;

    /* What it does, in this order: driver.c runs it. */
    bool (*plan)(struct arena *arena, const struct options *options, const struct report_kind *kind,
                 struct output *output, struct misuse *misuse); /* where its results go: output.h */
    bool own_roll_day; /* it settles itself which day's roll it is: roll_day.h */
    bool latest_roll;  /* of a roll that differs by day it takes the latest, where no day is told */
    unsigned reads;    /* a bit for each kind of table: constitution.h */
    const void *(*decide)(struct run *run); /* see deciding.h */
    /* Finds the command that made a result, where this one makes it again; else NULL. */
    const struct command *(*maker)(const char *name);
    bool despite_errors; /* what is wrong with the tables is what it tells */
    void (*tell)(struct run *run, const void *decided); /* what else there is to say, or NULL */
    /* The exit status once all is written; NULL where it is STATUS_DONE. */
    enum status (*answer)(const struct options *options, const void *decided);
};

#endif
