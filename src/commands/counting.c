/* SPDX-License-Identifier: MIT */
#include "counting.h"

#include <string.h>

#include "conflicts.h"
#include "decisions.h"
#include "findings.h"
#include "input.h"
#include "kinds.h"
#include "quorate/file.h"
#include "quorate/load.h"
#include "quorate/text.h"
#include "times.h"

static const char *value_of(const struct counting *counting, enum option_id id)
{
    return counting->options->values[id];
}

/* ---- What is given */

/* Not given is year 0. The options' own check has read it before. */
static struct date date_of(const struct options *options, enum option_id id)
{
    struct date date = {0};
    const char *value = options->values[id];
    if (value != NULL && !date_parse(value, &date))
        return (struct date){0};
    return date;
}

static enum casting_vote casting_vote_of(const struct options *options)
{
    const char *vote = options->values[OPTION_CASTING_VOTE];
    if (vote == NULL)
        return CASTING_VOTE_NONE;
    return strcmp(vote, "for") == 0 ? CASTING_VOTE_FOR : CASTING_VOTE_AGAINST;
}

struct counting counting_begin(struct arena *arena, const struct options *options,
                               const char *ballots)
{
    return (struct counting){
        .arena = arena,
        .options = options,
        .ballots = ballots,
        .diag.arena = arena,
        .circumstances =
            {
                .date = date_of(options, OPTION_DATE),
                .confirmed = date_of(options, OPTION_CONFIRMED),
                .opens = times_of(options, OPTION_OPENS).moment,
                .closes = times_of(options, OPTION_CLOSES).moment,
                .casting = casting_vote_of(options),
                .show_ballots = options->values[OPTION_SHOW_BALLOTS] != NULL,
            },
    };
}

static void add_input(struct counting *counting, struct input input)
{
    counting->inputs[counting->input_count++] = input;
}

static void read_candidates(struct counting *counting)
{
    const char *path = value_of(counting, OPTION_CANDIDATES);
    struct bytes bytes;
    size_t rows;
    if (path == NULL ||
        !input_read_table(counting->arena, &counting->diag, counting->options, path, &bytes))
        return;
    counting->has_candidates =
        load_candidates(counting->arena, &counting->diag, bytes, &counting->candidates, &rows);
    add_input(counting, input_of(counting->arena, "candidates", bytes, rows));
}

/* Those of the command line, then those of the constitution that are of other columns. */
static struct column_names column_names_of(const struct counting *counting)
{
    const struct option_list *given = &counting->options->lists[OPTION_COLUMN];
    const struct column_names *own = &counting->constitution.columns;
    struct column_names names = {
        .names = arena_alloc(counting->arena, given->count + own->count, sizeof *names.names)};
    for (size_t i = 0; i < given->count; i++) {
        struct column_fault fault;
        names.count +=
            load_column_name(counting->arena, given->values[i], &names.names[names.count], &fault);
    }
    size_t by_options = names.count;
    for (size_t i = 0; i < own->count; i++) {
        bool replaced = false;
        for (size_t j = 0; j < by_options; j++)
            replaced = replaced || strcmp(names.names[j].column, own->names[i].column) == 0;
        if (!replaced)
            names.names[names.count++] = own->names[i];
    }
    return names;
}

static bool read_register(struct counting *counting, enum option_id instead, const char *name,
                          struct bytes *bytes)
{
    return constitution_read_extra(counting->arena, &counting->diag, counting->options,
                                   &counting->constitution, instead, name, bytes);
}

static void read_registers(struct counting *counting)
{
    struct arena *arena = counting->arena;
    const struct constitution *constitution = &counting->constitution;
    const struct rules *rules = constitution->rules_usable ? &constitution->rules : NULL;
    const struct roll *roll = constitution->roll_usable ? &constitution->roll : NULL;
    struct bytes bytes;
    size_t rows;
    if (read_register(counting, OPTION_VOTERS, "voters.csv", &bytes)) {
        if (load_voters(arena, &counting->diag, bytes, rules, roll, &counting->voters, &rows))
            counting->circumstances.voters = &counting->voters;
        add_input(counting, input_of(arena, "voters", bytes, rows));
    }
    if (read_register(counting, OPTION_INTERESTS, "interests.csv", &bytes)) {
        if (load_interests(arena, &counting->diag, bytes, rules, roll, &counting->interests, &rows))
            counting->circumstances.interests = &counting->interests;
        add_input(counting, input_of(arena, "interests", bytes, rows));
    }
}

/* A vote whose times are not known is not held against a calendar. */
static void read_calendar(struct counting *counting)
{
    struct circumstances *known = &counting->circumstances;
    struct input added;
    if (value_of(counting, OPTION_HOLIDAYS) == NULL && !(known->opens.given && known->closes.given))
        return;
    counting->calendar =
        times_calendar(counting->arena, &counting->diag, counting->options, &added);
    known->calendar = &counting->calendar;
    if (added.role != NULL)
        add_input(counting, added);
}

/* The ballots come first among the inputs, so their place is kept for them. */
static void read_ballots(struct counting *counting)
{
    const struct constitution *constitution = &counting->constitution;
    struct ballot_reading reading = {
        .rules = constitution->rules_usable ? &constitution->rules : NULL,
        .roll = constitution->roll_usable ? &constitution->roll : NULL,
        .candidates = counting->has_candidates ? &counting->candidates : NULL,
        .voters = counting->circumstances.voters,
        .decision = counting->decision,
        .motion = value_of(counting, OPTION_MOTION),
        .columns = column_names_of(counting),
        .opens = counting->circumstances.opens,
        .closes = counting->circumstances.closes,
        .show_ballots = counting->circumstances.show_ballots,
        .discreet = counting->discreet,
        .attendance = counting->attendance,
    };
    struct bytes bytes;
    if (counting->ballots == NULL ||
        !input_read_table(counting->arena, &counting->diag, counting->options, counting->ballots,
                          &bytes))
        return;
    load_ballots(counting->arena, &counting->diag, bytes, &reading, &counting->box);
    counting->inputs[0] = input_of(counting->arena, counting->attendance ? "attendance" : "ballots",
                                   bytes, counting->box.rows);
}

static bool read_tables(struct counting *counting, struct misuse *misuse)
{
    struct constitution *constitution = &counting->constitution;
    constitution_read(counting->arena, &counting->diag, counting->options, constitution);
    constitution_read_columns(counting->arena, &counting->diag, counting->options, constitution);
    if (!decisions_choose(counting->arena, counting->options, constitution, &counting->decision,
                          misuse))
        return false;
    counting->input_count = 1;
    for (size_t i = 0; i < constitution->input_count; i++)
        add_input(counting, constitution->inputs[i]);
    read_candidates(counting);
    read_registers(counting);
    read_calendar(counting);
    read_ballots(counting);
    return true;
}

/* ---- What it must be */

/* What the ballots leave to the command line, and what they do not. */
static bool check_ballots_with_options(const struct counting *counting, struct misuse *misuse)
{
    const struct ballot_box *box = &counting->box;
    const char *motion = value_of(counting, OPTION_MOTION);
    if (box->decision_missing && counting->constitution.rules_usable && !counting->attendance) {
        *misuse = decisions_missing(counting->arena, &counting->constitution);
        return false;
    }
    for (size_t i = 0; motion != NULL && i < box->poll_count; i++) {
        if (box->polls[i].motion != NULL && strcmp(box->polls[i].motion, motion) == 0)
            continue;
        *misuse = (struct misuse){
            .what = arena_format(counting->arena, "%s names its motions in a column",
                                 text_printable(counting->arena, box->file)),
            .remedy = "Leave out --motion.",
        };
        return false;
    }
    return true;
}

bool counting_read(struct counting *counting, struct misuse *misuse)
{
    if (!times_fit(counting->arena, times_of(counting->options, OPTION_OPENS),
                   times_of(counting->options, OPTION_CLOSES), misuse) ||
        !read_tables(counting, misuse) || !check_ballots_with_options(counting, misuse))
        return false;
    kinds_ask_for_each(counting);
    conflicts_find(counting);
    findings_warn(counting);
    return true;
}

/* ---- What is decided */

/* Every row of the file is accounted for once. */
static bool adds_up(const struct poll_outcome *polls, const struct ballot_box *box)
{
    size_t rows = 0;
    for (size_t i = 0; i < box->poll_count; i++) {
        size_t sum = 0;
        for (size_t status = 0; status < RETURN_STATUSES; status++)
            sum += polls[i].ballots[status];
        if (sum != polls[i].rows)
            return false;
        rows += sum;
    }
    return rows == box->rows;
}

/* The file name of a table that stands in for the constitution's own. */
static const char *stand_in(const struct counting *counting, enum option_id id)
{
    const char *path = value_of(counting, id);
    return path == NULL ? NULL : file_base_name(counting->arena, path);
}

static struct request request_of(const struct counting *counting)
{
    const struct constitution *constitution = &counting->constitution;
    const struct option_list *columns = &counting->options->lists[OPTION_COLUMN];
    return (struct request){
        .decision = value_of(counting, OPTION_DECISION) == NULL ? NULL : counting->decision,
        .bundled = constitution->folder == NULL,
        .constitution = constitution->name,
        .rules = stand_in(counting, OPTION_RULES),
        .practices = stand_in(counting, OPTION_PRACTICES),
        .localities = stand_in(counting, OPTION_LOCALITIES),
        .candidates = stand_in(counting, OPTION_CANDIDATES),
        .voters = stand_in(counting, OPTION_VOTERS),
        .interests = stand_in(counting, OPTION_INTERESTS),
        .holidays = stand_in(counting, OPTION_HOLIDAYS),
        .motion = value_of(counting, OPTION_MOTION),
        .confirmed = counting->circumstances.confirmed,
        .casting_vote = value_of(counting, OPTION_CASTING_VOTE),
        .encoding = value_of(counting, OPTION_ENCODING),
        .multi_line = value_of(counting, OPTION_MULTI_LINE) != NULL,
        .columns = columns->values,
        .column_count = columns->count,
        .show_ballots = counting->circumstances.show_ballots,
    };
}

struct outcome counting_describe(const struct counting *counting)
{
    const struct constitution *constitution = &counting->constitution;
    const struct rules *rules = &constitution->rules;
    return (struct outcome){
        .version = QUORATE_VERSION,
        .constitution = constitution->called,
        .body = rules->body,
        .edition = rules->edition,
        .unit = rules->unit,
        .units = rules->units,
        .route = value_of(counting, OPTION_ROUTE),
        .date = counting->circumstances.date,
        .as_at = constitution->roll.as_at,
        .has_list_sizes = constitution->roll.has_list_sizes,
        .of_localities = constitution->roll.of_localities,
        .is_locality = rules->locality != NULL,
        .opens = counting->circumstances.opens,
        .closes = counting->circumstances.closes,
        .poll_count = counting->box.poll_count,
        .inputs = counting->inputs,
        .input_count = counting->input_count,
        .request = request_of(counting),
    };
}

/* The county's table that the program brought along, and that nothing was counted by, is not among
 * what was counted. One that was given is told of. */
static void drop_unused_county(struct counting *counting, struct outcome *outcome)
{
    size_t kept = 0;
    bool unused = outcome->share == NULL && value_of(counting, OPTION_LOCALITIES) == NULL;
    for (size_t i = 0; i < counting->input_count; i++)
        if (!unused || strcmp(counting->inputs[i].role, "localities") != 0)
            counting->inputs[kept++] = counting->inputs[i];
    outcome->input_count = counting->input_count = kept;
}

bool counting_decide(struct counting *counting, struct outcome *outcome)
{
    const struct constitution *constitution = &counting->constitution;
    const struct ballot_box *box = &counting->box;
    struct poll_outcome *polls = arena_alloc(counting->arena, box->poll_count, sizeof *polls);
    *outcome = counting_describe(counting);
    for (size_t i = 0; i < box->poll_count; i++) {
        polls[i] = decide_poll(counting->arena, &constitution->rules, &constitution->roll,
                               &box->polls[i], &counting->circumstances);
        outcome->any_secret = outcome->any_secret || polls[i].secret;
    }
    outcome->polls = polls;
    outcome->share =
        decide_share(counting->arena, &constitution->rules, &constitution->roll,
                     constitution->localities_usable ? &constitution->localities : NULL);
    drop_unused_county(counting, outcome);
    if (outcome->any_secret)
        counting->inputs[0].sha256 = NULL; /* the few ballots there can be are soon hashed */
    return adds_up(polls, box);
}
