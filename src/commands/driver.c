/* SPDX-License-Identifier: MIT */
#include "driver.h"

#include "messages.h"
#include "quorate/text.h"
#include "tables.h"
#include "unread.h"

#define OTHERS (sizeof((struct command *)NULL)->others / sizeof *((struct command *)NULL)->others)

/* Why a run goes no further. */
static enum status stop(const struct run *run)
{
    if (run->misuse.what != NULL)
        return message_misuse(run->arena, run->call, &run->misuse);
    if (run->failure != NULL)
        return message_failure(run->arena, run->call, run->failure, NULL);
    message_problems(run->arena, run->call, &run->diag);
    return run->diag.unread ? STATUS_FAILED : STATUS_REFUSED;
}

/* What the call asks for, and what is read for it. */
static const struct report_kind *kind_of(const struct call *call)
{
    const struct report_kind *kind = call->command->report;
    for (size_t i = 0; i < OTHERS && call->command->others[i].report != NULL; i++)
        if (call->options.values[call->command->others[i].with] != NULL)
            kind = call->command->others[i].report;
    return kind;
}

static unsigned reads_of(const struct call *call)
{
    unsigned reads = call->command->reads;
    for (size_t i = 0; i < OTHERS && call->command->others[i].report != NULL; i++)
        if (call->options.values[call->command->others[i].with] != NULL)
            reads |= call->command->others[i].reads;
    return reads;
}

/* Every target that is a report: the tables among them are there already. */
static void write_reports(struct run *run, const void *decided)
{
    for (size_t i = 0; i < run->output.count; i++) {
        struct target *target = &run->output.targets[i];
        struct buffer report = {.arena = run->arena};
        struct piece_writer writer = {run->arena, run->call, target};
        if (target->format == NULL)
            continue;
        if (output_takes_pieces(&run->output, i))
            report.take = output_take_piece;
        report.taker = &writer;
        if (target->excel)
            buffer_add(&report, "\xEF\xBB\xBF");
        report_write(target->format, kind_of(run->call), run->arena, decided, &report);
        buffer_end(&report);
        if (target->in_pieces)
            continue;
        target->bytes = buffer_text(&report);
        target->length = report.length;
    }
}

/* "CARRIED, 4 votes to 2. Written: report.html, result.json." Of a result that went to standard
 * output nothing more needs to be said. */
static void tell_written(const struct run *run, const void *decided)
{
    const char *(*outcome_of)(struct arena * arena, const void *value) = NULL;
    const char *names = NULL;
    for (size_t i = 0; i < run->output.count; i++) {
        const struct target *target = &run->output.targets[i];
        if (target->format != NULL)
            outcome_of = kind_of(run->call)->outcome;
        if (target->path == NULL || target->length == 0)
            continue;
        const char *name = text_printable(run->arena, target->path);
        names = names == NULL ? name : arena_format(run->arena, "%s, %s", names, name);
    }
    if (names == NULL)
        return;
    const char *outcome = outcome_of == NULL ? NULL : outcome_of(run->arena, decided);
    message_line(run->arena, run->call,
                 arena_format(run->arena, "%s%sWritten: %s.", outcome == NULL ? "" : outcome,
                              outcome == NULL ? "" : " ", names));
}

/* Of what nobody else may read. */
static void tell_own(const struct run *run)
{
    const char **names = arena_alloc(run->arena, run->output.count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < run->output.count; i++) {
        const struct target *target = &run->output.targets[i];
        if (target->is_own && target->path != NULL && file_place(target->path) == FILE_PLACE_FILE)
            names[count++] = text_printable(run->arena, target->path);
    }
    if (count > 0)
        message_note(run->arena, run->call,
                     arena_format(run->arena,
                                  file_own_is_kept() ? "Only you may read %s (mode 0600)."
                                                     : "Who may read %s is what the folder says.",
                                  text_list(run->arena, names, count, "and")));
}

/* What is wrong is told behind the report, which is there to be read whatever becomes of it. */
static enum status finish(struct run *run, const void *decided)
{
    const struct command *command = run->call->command;
    output_find_leftovers(run->arena, &run->diag, &run->output);
    enum status status = output_write(run->arena, run->call, &run->output);
    message_problems(run->arena, run->call, &run->diag);
    if (status != STATUS_DONE)
        return status;
    tell_written(run, decided);
    tell_own(run);
    if (command->tell != NULL)
        command->tell(run, decided);
    status = output_settle(&run->output);
    if (status != STATUS_DONE)
        return status;
    return command->answer == NULL ? STATUS_DONE : command->answer(run->options, decided);
}

/* Where that cannot be, all is as it was. */
static void confine(const struct call *call, bool is_read)
{
    if (call->world->confine != NULL)
        (void)call->world->confine(is_read);
}

static enum status go(struct run *run)
{
    const struct call *call = run->call;
    const struct command *command = call->command;
    if (!command->plan(run->arena, run->options, kind_of(call), &run->output, &run->misuse) ||
        !tables_read(run, reads_of(call)) || !unread_find_none(run) || !run_spares_tables(run) ||
        (run->diag.errors > 0 && !command->despite_errors))
        return stop(run);
    const void *decided = command->decide(run);
    confine(call, true);
    if (decided == NULL || run->diag.unread)
        return stop(run);
    write_reports(run, decided);
    return finish(run, decided);
}

/* Where memory runs out nothing is half written, and nobody waits. */
static void give_up(void *context)
{
    struct run *run = context;
    output_take_back(&run->output);
    file_unlock(run->output.lock);
}

enum status driver_run(struct arena *arena, const struct call *call)
{
    struct run run = run_begin(arena, call, &call->options);
    arena_undo(arena, give_up, &run);
    confine(call, false);
    enum status status = go(&run);
    arena_undo(arena, NULL, NULL);
    file_unlock(run.output.lock);
    return status;
}
