/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ballot_template.h"
#include "deciding.h"
#include "decisions.h"
#include "messages.h"
#include "quorate/file.h"
#include "quorate/tables.h"
#include "quorate/text.h"
#include "quorate/workbook.h"
#include "run_off.h"

#define BEHIND "-candidates" /* what the second file's name has behind that of -o */

/* A ballot file as it comes to be known. */
struct template
{
    struct run *run;
    const char *decision;
    struct ruleset rules; /* of it */
    struct option_list motions;
    bool is_run_off;
    struct run_off run_off;
};

static const char *path_of(const struct template *template, size_t target)
{
    return template->run->output.targets[target].path;
}

/* ---- The command line */

bool template_plan(struct arena *arena, const struct options *options,
                   const struct report_kind *kind, struct output *output, struct misuse *misuse)
{
    (void)kind; /* of none */
    return options->values[OPTION_RUN_OFF] != NULL
               ? output_plan_two(arena, options, BEHIND, output, misuse)
               : output_plan_ballots(arena, options, output, misuse);
}

/* What could not stand in a cell of a row, or would be no motion of its own. */
static bool check_motion(struct template *template, size_t number)
{
    struct arena *arena = template->run->arena;
    const char *motion = template->motions.values[number];
    if (strcmp(text_printable(arena, motion), motion) != 0)
        return run_misuse(template->run, "--motion holds an invisible character",
                          "Type the text again.");
    if (*text_fold(arena, motion) == '\0')
        return run_misuse(
            template->run,
            arena_format(arena, "--motion \"%s\" has neither a letter nor a digit", motion),
            "Write what will be voted on.");
    for (size_t i = 0; i < number; i++)
        if (text_same(arena, template->motions.values[i], motion))
            return run_misuse(template->run,
                              arena_format(arena, "--motion \"%s\" and \"%s\" would be one motion",
                                           template->motions.values[i], motion),
                              "Name each motion once, and tell two apart by a word or a number.");
    return true;
}

static bool check_options(struct template *template)
{
    template->is_run_off = run_value(template->run, OPTION_RUN_OFF) != NULL;
    template->motions = template->run->options->lists[OPTION_MOTION];
    if (template->is_run_off && run_value(template->run, OPTION_CANDIDATES) != NULL)
        return run_misuse(template->run, "--run-off takes the candidates from the result",
                          "Leave out --candidates.");
    if (template->is_run_off && template->motions.count > 1)
        return run_misuse(template->run,
                          "a further election is made of one vote, and --motion names more",
                          "Keep the one that is tied.");
    for (size_t i = 0; i < template->motions.count; i++)
        if (!check_motion(template, i))
            return false;
    return true;
}

/* ---- What it is for */

/* The kind of decision, and of a further election what its result says. False for a wrong command
 * line; other problems are in `diag`. */
static bool choose_decision(struct template *template)
{
    struct arena *arena = template->run->arena;
    const struct constitution *constitution = &template->run->constitution;
    template->decision = template->run->decision;
    if (template->is_run_off) {
        if (!run_off_read(arena, &template->run->diag, template->run->options, constitution,
                          &template->run_off))
            return false;
        if (!run_off_settle(arena, constitution, template->decision, &template->run_off,
                            &template->run->misuse))
            return false;
        template->decision = template->run_off.decision;
        if (template->run_off.poll->motion != NULL)
            template->motions = (struct option_list){&template->run_off.poll->motion, 1};
    }
    if (template->decision == NULL) {
        template->run->misuse =
            decisions_needed(arena, constitution, "which kind of decision is it?", false);
        return false;
    }
    template->rules = rules_resolve(arena, &constitution->rules, template->decision, NULL, 0);
    return true;
}

/* Each post is voted on by itself. */
static bool by_post(const struct template *template)
{
    const struct candidate_list *list = &template->run->candidates;
    return template->run->has_candidates && list->posts[0].name != NULL &&
           template->run->options->lists[OPTION_MOTION].count == 0;
}

static bool check_candidates(struct template *template)
{
    const struct candidate_list *list = &template->run->candidates;
    if (by_post(template))
        template->motions =
            (struct option_list){candidates_posts(template->run->arena, list), list->post_count};
    if (run_value(template->run, OPTION_CANDIDATES) == NULL ||
        template->rules.form == FORM_ELECTION)
        return true;
    return run_misuse(template->run,
                      arena_format(template->run->arena,
                                   "%s is decided as a motion, which has no candidates",
                                   text_printable(template->run->arena, template->decision)),
                      "Leave out --candidates, or name a kind of election with -d.");
}

/* ---- The tables */

static struct bytes as_file(const char *table)
{
    return (struct bytes){.name = "", .bytes = table, .length = strlen(table)};
}

/* What was made has to come back as what it was made of; else it must not be given to anybody. */
static void refuse_table(struct template *template, const char *what, const char *remedy,
                         const struct diag *found)
{
    const char *file =
        template->is_run_off ? template->run_off.file : template->run->constitution.roll.file;
    diag_refuse(&template->run->diag, file, remedy,
                "the %s cannot be made of this, because it could not be read again%s%s", what,
                found->count > 0 ? ": " : "", found->count > 0 ? diag_messages(found)[0].what : "");
}

static bool is_as_made(const struct template *template, const struct ballot_box *box)
{
    const struct roll *roll = &template->run->constitution.roll;
    size_t polls = template->motions.count > 0 ? template->motions.count : 1;
    if (box->poll_count != polls)
        return false;
    for (size_t i = 0; i < polls; i++) {
        if (box->polls[i].count != roll->count)
            return false;
        struct ballot_walk walk = poll_walk(&box->polls[i]);
        for (size_t j = 0; ballot_next(&walk); j++)
            if (walk.member != j || walk.says->vote != VOTE_ABSENT)
                return false;
    }
    return true;
}

/* A workbook where the name says so. */
static struct bytes table_of(const struct template *template, const struct ballot_template *wanted)
{
    struct arena *arena = template->run->arena;
    const char *path = path_of(template, 0);
    if (path == NULL || !output_is_workbook(path))
        return as_file(ballot_template_table(arena, wanted));
    struct diag none = {.arena = arena};
    struct bytes book = ballot_template_book(
        arena, wanted, template->run->has_candidates ? &template->run->candidates : NULL);
    book.name = "";
    book.workbook = workbook_open(arena, &none, book, NULL, 0);
    return book;
}

static struct bytes make_ballots(struct template *template)
{
    struct arena *arena = template->run->arena;
    const struct constitution *constitution = &template->run->constitution;
    const struct ballot_template wanted = {
        .rules = &template->rules,
        .roll = &constitution->roll,
        .by_post = by_post(template),
        .motions = template->motions.values,
        .motion_count = template->motions.count,
        .timed = run_value(template->run, OPTION_OPENS) != NULL ||
                 run_value(template->run, OPTION_CLOSES) != NULL,
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
    struct bytes table = table_of(template, &wanted);
    if (!load_ballots(arena, &found, table, &reading, &box) || !is_as_made(template, &box))
        refuse_table(template, "ballot file",
                     constitution->columns.count == 0
                         ? NULL
                         : "Look into columns.csv: a heading that the ballot file has must not "
                           "stand there for another column.",
                     &found);
    return table;
}

static struct bytes make_candidates(struct template *template)
{
    struct arena *arena = template->run->arena;
    const struct saved_poll *poll = template->run_off.poll;
    struct diag found = {.arena = arena};
    const char *table = ballot_template_candidates(arena, poll->run_off, poll->run_off_count);
    bool sound = load_candidates(arena, &found, as_file(table), (struct date){0},
                                 &template->run->candidates, NULL) &&
                 template->run->candidates.count == poll->run_off_count;
    for (size_t i = 0; sound && i < poll->run_off_count; i++)
        sound = text_same(arena, template->run->candidates.candidates[i].name, poll->run_off[i]);
    template->run->has_candidates = sound;
    if (!sound)
        refuse_table(template, "list of candidates", NULL, &found);
    return as_file(table);
}

/* ---- What is said of them */

/* The command that counts the further election, by the tables of this command line. */
static const char *counting_command(const struct template *template)
{
    static const enum option_id tables[] = {OPTION_CONSTITUTION, OPTION_RULES, OPTION_PRACTICES,
                                            OPTION_ENCODING, OPTION_SHEET};
    struct arena *arena = template->run->arena;
    struct buffer command = {.arena = arena};
    buffer_format(&command, "quorate tally -d %s", text_shell_word(arena, template->decision));
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (run_value(template->run, tables[i]) != NULL)
            buffer_format(&command, " --%s %s", option_table[tables[i]].name,
                          text_shell_word(arena, run_value(template->run, tables[i])));
    buffer_format(&command, " --candidates %s %s", text_shell_word(arena, path_of(template, 1)),
                  text_shell_word(arena, path_of(template, 0)));
    return buffer_text(&command);
}

static void tell_run_off(const struct template *template)
{
    struct arena *arena = template->run->arena;
    const struct run_off *run_off = &template->run_off;
    const struct saved_poll *poll = run_off->poll;
    message_note(arena, template->run->call,
                 arena_format(arena,
                              "%s is the ballot file, and %s lists those who stand again: %s.",
                              text_printable(arena, path_of(template, 0)),
                              text_printable(arena, path_of(template, 1)),
                              text_list(arena, poll->run_off, poll->run_off_count, "and")));
    if (run_off->chosen && strcmp(run_off->decision, poll->decision) != 0)
        message_note(arena, template->run->call,
                     arena_format(arena,
                                  "Its kind of decision is %s (%s), the only election behind %s in "
                                  "the rules. If it is another, say so with -d.",
                                  text_printable(arena, run_off->decision),
                                  text_printable(arena, template->rules.title),
                                  text_printable(arena, poll->decision)));
    else if (run_off->chosen)
        message_note(arena, template->run->call,
                     arena_format(arena,
                                  "Its kind of decision is %s once more: the rules have no other "
                                  "election behind it. If it is another, say so with -d.",
                                  text_printable(arena, run_off->decision)));
}

void template_tell(struct run *run, const void *decided)
{
    const struct template *template = decided;
    struct arena *arena = run->arena;
    if (template->is_run_off)
        tell_run_off(template);
    message_note(arena, template->run->call,
                 text_printable(arena, ballot_template_words(arena, &template->rules,
                                                             template->run->has_candidates
                                                                 ? &template->run->candidates
                                                                 : NULL)));
    if (template->is_run_off) {
        message_note(arena, template->run->call, "Count it with:");
        message_line(
            arena, template->run->call,
            arena_format(arena, "  %s", text_printable(arena, counting_command(template))));
    }
}

/* ---- The story */

static void fill_target(struct target *target, struct bytes table)
{
    target->bytes = table.bytes;
    target->length = table.length;
}

const void *template_decide(struct run *run)
{
    struct template *template = arena_alloc(run->arena, 1, sizeof *template);
    *template = (struct template){.run = run};
    if (!check_options(template) || !choose_decision(template) || !check_candidates(template))
        return NULL;
    if (template->is_run_off) /* first: its names are what a workbook has to choose from */
        fill_target(&run->output.targets[1], make_candidates(template));
    fill_target(&run->output.targets[0], make_ballots(template));
    return run->diag.errors > 0 ? NULL : template;
}
