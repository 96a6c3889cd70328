/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_COMMANDS_H
#define QUORATE_COMMANDS_H

#include <stdbool.h>
#include <stddef.h>

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
};

/* All that a run is given from outside, but for the files that it is told to read. */
struct world {
    int argument_count;
    char *const *arguments; /* the program's name first */
    int output, errors;     /* descriptors */
    bool errors_on_terminal;
    const char *no_color, *terminal; /* of the environment, NULL when not set */
};

/* One call of a command. */
struct call {
    const struct world *world;
    const struct command *command; /* NULL for quorate itself, as in `quorate --help` */
    struct options options;
};

/* An example for the help page. */
struct example {
    const char *line, *meaning;
};

/* A subcommand. The table of them serves look-up, help and "unknown command". */
struct command {
    enum command_id id;
    const char *name;
    const char *summary;        /* for the list of commands */
    const char *operand;        /* what an operand is called, "BALLOTS"; NULL when it takes none */
    const char *operand_is;     /* "a file of ballots", for messages and help */
    size_t operands_most;       /* it takes one or more, up to this; 0 for none */
    bool operand_optional;      /* it may be called without any */
    bool has_layouts;           /* an operand is a file of the NHS, in a layout that is known */
    const char *closing;        /* said behind errors: "Nothing was counted." */
    const char *done, *refused; /* what its exit statuses 0 and 1 mean */
    enum report_name report;
    bool makes_table; /* its -o is a table that it makes; the report goes to standard output */
    const char *exit_codes; /* which others there are with --exit-code, "4, 5, 6"; or NULL */
    const char *exit_means; /* and what they mean */
    const struct example *examples;
    size_t example_count;
    enum status (*run)(struct arena *arena, const struct call *call);
};

extern const struct command commands[];
extern const size_t command_count;

/* One whole run of quorate. Nothing below it exits or knows of main's arguments otherwise. */
enum status commands_run(struct arena *arena, const struct world *world);

/* The commands, each in a file of its own. */
enum status tally_run(struct arena *arena, const struct call *call);
enum status share_run(struct arena *arena, const struct call *call);
enum status reweight_run(struct arena *arena, const struct call *call);
enum status quorum_run(struct arena *arena, const struct call *call);
enum status template_run(struct arena *arena, const struct call *call);
enum status check_run(struct arena *arena, const struct call *call);
enum status rules_run(struct arena *arena, const struct call *call);
enum status timetable_run(struct arena *arena, const struct call *call);
enum status verify_run(struct arena *arena, const struct call *call);

#endif
