/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ballot_template.h"
#include "commands.h"
#include "constitution.h"
#include "decisions.h"
#include "input.h"
#include "output.h"
#include "quorate/file.h"
#include "quorate/load.h"
#include "quorate/text.h"
#include "run_off.h"

#define BEHIND "-candidates" /* what the second file's name has behind that of -o */

/* A ballot file as it comes to be known. */
struct template
{
    struct arena *arena;
    const struct call *call;
    struct diag diag;
    struct misuse misuse;
    const char *path, *candidates_path; /* NULL: standard output, and none */
    struct constitution constitution;
    const char *decision;
    struct ruleset rules; /* of it */
    struct option_list motions;
    bool is_run_off;
    struct run_off run_off;
    struct candidate_list candidates;
    bool has_candidates;
    const char *table, *candidates_table;
};

static const char *value_of(const struct template *template, enum option_id id)
{
    return template->call->options.values[id];
}

static bool misuse(struct template *template, const char *what, const char *remedy)
{
    template->misuse = (struct misuse){.what = what, .remedy = remedy};
    return false;
}

/* ---- The command line */

/* What could not stand in a cell of a row, or would be no motion of its own. */
static bool check_motion(struct template *template, size_t number)
{
    struct arena *arena = template->arena;
    const char *motion = template->motions.values[number];
    if (strcmp(text_printable(arena, motion), motion) != 0)
        return misuse(template, "--motion holds an invisible character", "Type the text again.");
    if (*text_fold(arena, motion) == '\0')
        return misuse(
            template,
            arena_format(arena, "--motion \"%s\" has neither a letter nor a digit", motion),
            "Write what will be voted on.");
    for (size_t i = 0; i < number; i++)
        if (text_same(arena, template->motions.values[i], motion))
            return misuse(template,
                          arena_format(arena, "--motion \"%s\" and \"%s\" would be one motion",
                                       template->motions.values[i], motion),
                          "Name each motion once, and tell two apart by a word or a number.");
    return true;
}

static bool check_options(struct template *template)
{
    template->is_run_off = value_of(template, OPTION_RUN_OFF) != NULL;
    template->motions = template->call->options.lists[OPTION_MOTION];
    if (template->is_run_off && value_of(template, OPTION_CANDIDATES) != NULL)
        return misuse(template, "--run-off takes the candidates from the result",
                      "Leave out --candidates.");
    if (template->is_run_off && template->motions.count > 1)
        return misuse(template, "a further election is made of one vote, and --motion names more",
                      "Keep the one that is tied.");
    for (size_t i = 0; i < template->motions.count; i++)
        if (!check_motion(template, i))
            return false;
    return true;
}

static bool plan(struct template *template)
{
    const struct options *options = &template->call->options;
    return template->is_run_off
               ? output_plan_two(template->arena, options, BEHIND, &template->path,
                                 &template->candidates_path, &template->misuse)
               : output_plan_ballots(template->arena, options, &template->path, &template->misuse);
}

static bool spares_roll(struct template *template)
{
    const char *const paths[] = {template->path, template->candidates_path};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        if (paths[i] != NULL &&
            constitution_has_roll_at(template->arena, &template->constitution, paths[i]))
            return misuse(template,
                          arena_format(template->arena, "%s is a table that is read here",
                                       text_printable(template->arena, paths[i])),
                          "Give the ballot file a name of its own.");
    return true;
}

/* ---- What it is for */

/* The kind of decision, and of a further election what its result says. False for a wrong command
 * line; other problems are in `diag`. */
static bool choose_decision(struct template *template)
{
    struct arena *arena = template->arena;
    const struct constitution *constitution = &template->constitution;
    if (!decisions_choose(arena, &template->call->options, constitution, &template->decision,
                          &template->misuse))
        return false;
    if (!constitution->rules_usable)
        return true;
    if (template->is_run_off) {
        if (!run_off_read(arena, &template->diag, &template->call->options, constitution,
                          &template->run_off))
            return true;
        if (!run_off_settle(arena, constitution, template->decision, &template->run_off,
                            &template->misuse))
            return false;
        template->decision = template->run_off.decision;
        if (template->run_off.poll->motion != NULL)
            template->motions = (struct option_list){&template->run_off.poll->motion, 1};
    }
    if (template->decision == NULL) {
        template->misuse =
            decisions_needed(arena, constitution, "which kind of decision is it?", false);
        return false;
    }
    template->rules = rules_resolve(arena, &constitution->rules, template->decision, NULL, 0);
    return true;
}

static bool read_candidates(struct template *template)
{
    const char *path = value_of(template, OPTION_CANDIDATES);
    struct bytes bytes;
    if (path == NULL || template->decision == NULL)
        return true;
    if (!template->rules.is_election)
        return misuse(template,
                      arena_format(template->arena,
                                   "%s is decided as a motion, which has no "
                                   "candidates",
                                   text_printable(template->arena, template->decision)),
                      "Leave out --candidates, or name a kind of election with -d.");
    template->has_candidates =
        input_read_table(template->arena, &template->diag, &template->call->options, path,
                         &bytes) &&
        load_candidates(template->arena, &template->diag, bytes, &template->candidates, NULL);
    return true;
}

/* ---- The tables */

static struct bytes as_file(const char *name, const char *table)
{
    return (struct bytes){.name = name, .bytes = table, .length = strlen(table)};
}

/* What was made has to come back as what it was made of; else it must not be given to anybody. */
static void refuse_table(struct template *template, const char *what, const char *remedy,
                         const struct diag *found)
{
    const char *file =
        template->is_run_off ? template->run_off.file : template->constitution.roll.file;
    diag_add(&template->diag, SEVERITY_ERROR, PROBLEM_VALUE, (struct place){.file = file}, remedy,
             "the %s cannot be made of this, because it could not be read again%s%s", what,
             found->count > 0 ? ": " : "", found->count > 0 ? found->problems[0].what : "");
}

static bool is_as_made(const struct template *template, const struct ballot_box *box)
{
    const struct roll *roll = &template->constitution.roll;
    size_t polls = template->motions.count > 0 ? template->motions.count : 1;
    if (box->poll_count != polls)
        return false;
    for (size_t i = 0; i < polls; i++) {
        if (box->polls[i].count != roll->count)
            return false;
        for (size_t j = 0; j < roll->count; j++)
            if (box->polls[i].ballots[j].member != &roll->members[j] ||
                box->polls[i].ballots[j].vote != VOTE_ABSENT)
                return false;
    }
    return true;
}

static void make_ballots(struct template *template)
{
    struct arena *arena = template->arena;
    const struct constitution *constitution = &template->constitution;
    const struct ballot_template wanted = {
        .rules = &template->rules,
        .roll = &constitution->roll,
        .motions = template->motions.values,
        .motion_count = template->motions.count,
        .timed =
            value_of(template, OPTION_OPENS) != NULL || value_of(template, OPTION_CLOSES) != NULL,
    };
    const struct ballot_reading reading = {
        .rules = &constitution->rules,
        .roll = &constitution->roll,
        .decision = template->decision,
        .columns = constitution->columns,
        .show_ballots = true, /* there are none yet */
    };
    struct diag found = {.arena = arena};
    struct ballot_box box;
    template->table = ballot_template_table(arena, &wanted);
    if (!load_ballots(arena, &found, as_file("", template->table), &reading, &box) ||
        !is_as_made(template, &box))
        refuse_table(template, "ballot file",
                     constitution->columns.count == 0
                         ? NULL
                         : "Look into columns.csv: a heading that the ballot file has must not "
                           "stand there for another column.",
                     &found);
}

static void make_candidates(struct template *template)
{
    struct arena *arena = template->arena;
    const struct saved_poll *poll = template->run_off.poll;
    struct diag found = {.arena = arena};
    template->candidates_table =
        ballot_template_candidates(arena, poll->run_off, poll->run_off_count);
    bool sound = load_candidates(arena, &found, as_file("", template->candidates_table),
                                 &template->candidates, NULL) &&
                 template->candidates.count == poll->run_off_count;
    for (size_t i = 0; sound && i < poll->run_off_count; i++)
        sound = text_same(arena, template->candidates.candidates[i].name, poll->run_off[i]);
    template->has_candidates = sound;
    if (!sound)
        refuse_table(template, "list of candidates", NULL, &found);
}

/* ---- What is said of them */

/* A word as a shell takes it. */
static const char *shell_word(struct arena *arena, const char *word)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "_-+.,/:=@%";
    struct buffer quoted = {.arena = arena};
    if (*word != '\0' && word[strspn(word, plain)] == '\0')
        return word;
    buffer_add(&quoted, "'");
    for (const char *at = word; *at != '\0'; at++)
        buffer_add_bytes(&quoted, *at == '\'' ? "'\\''" : at, *at == '\'' ? 4 : 1);
    buffer_add(&quoted, "'");
    return buffer_text(&quoted);
}

/* The command that counts the further election, by the tables of this command line. */
static const char *counting_command(const struct template *template)
{
    static const enum option_id tables[] = {OPTION_CONSTITUTION, OPTION_RULES, OPTION_PRACTICES,
                                            OPTION_ENCODING};
    struct arena *arena = template->arena;
    struct buffer command = {.arena = arena};
    buffer_format(&command, "quorate tally -d %s", shell_word(arena, template->decision));
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (value_of(template, tables[i]) != NULL)
            buffer_format(&command, " --%s %s", option_table[tables[i]].name,
                          shell_word(arena, value_of(template, tables[i])));
    buffer_format(&command, " --candidates %s %s", shell_word(arena, template->candidates_path),
                  shell_word(arena, template->path));
    return buffer_text(&command);
}

static void tell_run_off(const struct template *template)
{
    struct arena *arena = template->arena;
    const struct run_off *run_off = &template->run_off;
    const struct saved_poll *poll = run_off->poll;
    output_note(arena, template->call,
                arena_format(arena,
                             "%s is the ballot file, and %s lists those who stand again: %s.",
                             text_printable(arena, template->path),
                             text_printable(arena, template->candidates_path),
                             text_list(arena, poll->run_off, poll->run_off_count, "and")));
    if (run_off->chosen && strcmp(run_off->decision, poll->decision) != 0)
        output_note(arena, template->call,
                    arena_format(arena,
                                 "Its kind of decision is %s (%s), the only election behind %s in "
                                 "the rules. If it is another, say so with -d.",
                                 text_printable(arena, run_off->decision),
                                 text_printable(arena, template->rules.title),
                                 text_printable(arena, poll->decision)));
    else if (run_off->chosen)
        output_note(arena, template->call,
                    arena_format(arena,
                                 "Its kind of decision is %s once more: the rules have no other "
                                 "election behind it. If it is another, say so with -d.",
                                 text_printable(arena, run_off->decision)));
}

static void tell(const struct template *template)
{
    struct arena *arena = template->arena;
    if (template->is_run_off)
        tell_run_off(template);
    output_note(
        arena, template->call,
        text_printable(
            arena, ballot_template_words(arena, &template->rules,
                                         template->has_candidates ? &template->candidates : NULL)));
    if (template->is_run_off) {
        output_note(arena, template->call, "Count it with:");
        output_command(arena, template->call, counting_command(template));
    }
}

static enum status write_tables(const struct template *template)
{
    struct buffer table = {.arena = template->arena};
    struct destination destination = {.path = template->path};
    const struct new_file files[] = {{template->path, template->table},
                                     {template->candidates_path, template->candidates_table}};
    if (template->is_run_off)
        return output_two(template->arena, template->call, files);
    buffer_add(&table, template->table);
    return output_result(template->arena, template->call, &destination, &table);
}

/* ---- The story */

enum status template_run(struct arena *arena, const struct call *call)
{
    struct template template = {.arena = arena, .call = call, .diag.arena = arena};
    struct constitution *constitution = &template.constitution;

    if (!check_options(&template) || !plan(&template) ||
        !constitution_find(arena, &call->options, constitution, &template.misuse))
        return output_misuse(arena, call, &template.misuse);
    constitution_read(arena, &template.diag, &call->options, constitution);
    constitution_read_columns(arena, &template.diag, &call->options, constitution);
    if (!spares_roll(&template) || !choose_decision(&template) || !read_candidates(&template))
        return output_misuse(arena, call, &template.misuse);
    if (template.diag.errors == 0)
        make_ballots(&template);
    if (template.diag.errors == 0 && template.is_run_off)
        make_candidates(&template);
    if (template.diag.errors > 0) {
        output_problems(arena, call, &template.diag);
        return STATUS_REFUSED;
    }
    enum status status = write_tables(&template);
    output_problems(arena, call, &template.diag);
    if (status == STATUS_DONE)
        tell(&template);
    return status;
}
