/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "counting.h"
#include "deciding.h"
#include "input.h"
#include "quorate/file.h"
#include "quorate/saved.h"
#include "quorate/text.h"
#include "tables.h"

/* A recount as it comes to be known. */
struct verify {
    struct run *run;
    struct bytes bytes; /* of the result */
    struct saved_result saved;
    const char *ballots;    /* of the count that is done again, which is the operand of its */
    struct options options; /* command line */
    struct run recount;
    struct outcome outcome;
    struct buffer counted; /* as JSON */
    struct verification *verification;
};

/* ---- The options and files of the count */

/* The path of a file beside the result; of the folder itself when `name` is "". */
static const char *beside(const struct verify *verify, const char *name)
{
    const char *path = file_beside(verify->run->arena, verify->run->options->operands[0], name);
    return *path == '\0' ? "." : path;
}

static void refuse_file(struct verify *verify, const char *path, const char *remedy,
                        const char *what)
{
    diag_add(&verify->run->diag, SEVERITY_ERROR, (struct place){.file = path}, remedy, "%s", what);
}

/* A table that the count was given: as this command line gives it, else beside the result. NULL
 * when it had none. */
static const char *find_table(struct verify *verify, enum option_id id, const char *name)
{
    const char *given = run_value(verify->run, id);
    const char *option = option_table[id].name;
    if (given != NULL || name == NULL)
        return given;
    const char *path = beside(verify, name);
    if (strcmp(name, "-") == 0)
        refuse_file(verify, verify->bytes.name,
                    arena_format(verify->run->arena, "Name the file with --%s FILE.", option),
                    arena_format(verify->run->arena,
                                 "the %s of this count came from standard input", option));
    else if (!file_exists(path))
        refuse_file(verify, path,
                    arena_format(verify->run->arena,
                                 "Put it beside the result, or name it with --%s FILE.", option),
                    "does not exist");
    else
        return path;
    return NULL;
}

/* Its folder, where it is none of the program's own. */
static const char *find_folder(struct verify *verify)
{
    const char *folder = beside(verify, verify->saved.constitution);
    if (file_is_folder(folder)) /* be it called as a bundled one */
        return file_is_name(folder) ? arena_format(verify->run->arena, "./%s", folder) : folder;
    if (file_exists(beside(verify, "rules.csv")))
        return beside(verify, "");
    refuse_file(verify, folder, "Put it beside the result, or name it with -C FOLDER.",
                "there is no such folder of a constitution");
    return NULL;
}

static bool is_destroyed(const struct verify *verify)
{
    return run_value(verify->run, OPTION_DESTROYED) != NULL;
}

static const char *saved_ballots(const struct saved_result *saved)
{
    const struct saved_input *ballots = result_input(saved, "ballots");
    return ballots == NULL ? NULL : ballots->file;
}

/* The sheets that were read of workbooks: where one was, no other of them is. */
static struct option_list saved_sheets(const struct verify *verify)
{
    const struct saved_result *saved = &verify->saved;
    const char **names = arena_alloc(verify->run->arena, saved->input_count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < saved->input_count; i++)
        if (saved->inputs[i].sheet != NULL)
            names[count++] = saved->inputs[i].sheet;
    return (struct option_list){names, count};
}

/* The ballots that were counted, by the name that the count gave them. */
static const char *find_ballots(struct verify *verify)
{
    const char *name = saved_ballots(&verify->saved);
    if (name == NULL && run_value(verify->run, OPTION_BALLOTS) == NULL)
        refuse_file(verify, verify->bytes.name, "Name it with --ballots FILE.",
                    "the result does not say which file of ballots was counted");
    if (is_destroyed(verify))
        return name;
    return find_table(verify, OPTION_BALLOTS, name);
}

static void settle_options(struct verify *verify)
{
    const struct saved_result *saved = &verify->saved;
    struct options *options = &verify->options;
    const char *encoding = run_value(verify->run, OPTION_ENCODING);
    bool multi_line = saved->multi_line || run_value(verify->run, OPTION_MULTI_LINE) != NULL;
    *options = (struct options){
        .values =
            {
                [OPTION_DECISION] = saved->decision,
                [OPTION_MOTION] = saved->motion,
                [OPTION_ROUTE] = saved->route,
                [OPTION_DATE] = saved->date,
                [OPTION_CONFIRMED] = saved->confirmed,
                [OPTION_OPENS] = saved->opens,
                [OPTION_CLOSES] = saved->closes,
                [OPTION_DATES] = saved->dates,
                [OPTION_CASTING_VOTE] = saved->casting_vote,
                [OPTION_SHOW_BALLOTS] = saved->show_ballots ? "" : NULL,
                [OPTION_ENCODING] = encoding != NULL ? encoding : saved->encoding,
                [OPTION_MULTI_LINE] = multi_line ? "" : NULL,
                [OPTION_ANSWER] = saved->answer_count > 0 ? saved->answers[0] : NULL,
                [OPTION_COLUMN] = saved->column_count > 0 ? saved->columns[0] : NULL,
                [OPTION_CONSTITUTION] = run_value(verify->run, OPTION_CONSTITUTION),
                [OPTION_RULES] = find_table(verify, OPTION_RULES, saved->rules),
                [OPTION_PRACTICES] = find_table(verify, OPTION_PRACTICES, saved->practices),
                [OPTION_LOCALITIES] = find_table(verify, OPTION_LOCALITIES, saved->localities),
                [OPTION_CANDIDATES] = find_table(verify, OPTION_CANDIDATES, saved->candidates),
                [OPTION_VOTERS] = find_table(verify, OPTION_VOTERS, saved->voters),
                [OPTION_INTERESTS] = find_table(verify, OPTION_INTERESTS, saved->interests),
                [OPTION_HOLIDAYS] = find_table(verify, OPTION_HOLIDAYS, saved->holidays),
                [OPTION_FORCE] = run_value(verify->run, OPTION_FORCE),
            },
        .lists = {[OPTION_COLUMN] = {saved->columns, saved->column_count},
                  [OPTION_ANSWER] = {saved->answers, saved->answer_count},
                  [OPTION_SHEET] = saved_sheets(verify)},
        .operands = &verify->ballots,
        .operand_count = 1,
    };
    verify->ballots = find_ballots(verify);
    if (options->values[OPTION_CONSTITUTION] == NULL)
        options->values[OPTION_CONSTITUTION] =
            saved->bundled
                ? arena_format(verify->run->arena, CONSTITUTION_BUNDLED "%s", saved->constitution)
                : find_folder(verify);
}

/* Whoever has the ballots proves more with them. */
static bool check_destroyed(struct verify *verify)
{
    const char *name = saved_ballots(&verify->saved);
    const char *given = run_value(verify->run, OPTION_BALLOTS);
    if (!is_destroyed(verify))
        return true;
    if (given == NULL && name != NULL && strcmp(name, "-") != 0 &&
        file_exists(beside(verify, name)))
        given = beside(verify, name);
    return given == NULL ||
           run_misuse(verify->run,
                      arena_format(verify->run->arena,
                                   "--destroyed says that the ballots are gone, and %s is %s",
                                   text_printable(verify->run->arena, given),
                                   file_exists(given) ? "still there" : "given with --ballots"),
                      "Leave out --destroyed, and the whole result is verified.");
}

/* Whether secret votes are shown is for whoever verifies to say, not for the file. */
static void refuse_to_show(struct verify *verify)
{
    if (verify->saved.show_ballots && run_value(verify->run, OPTION_SHOW_BALLOTS) == NULL)
        refuse_file(
            verify, verify->bytes.name, "If you may see who voted how, add --show-ballots.",
            "the result was saved with --show-ballots, and to verify it shows secret votes");
}

/* ---- The count */

/* What would be a wrong command line of a tally is here a result that does not fit its tables. */
static void refuse_count(struct verify *verify)
{
    diag_add(&verify->recount.diag, SEVERITY_ERROR, (struct place){.file = verify->bytes.name},
             verify->recount.misuse.remedy, "%s", verify->recount.misuse.what);
}

/* False when there is nothing to be compared, for a reason that is put down in the run. */
static bool count_again(struct verify *verify)
{
    struct run *run = verify->run, *recount = &verify->recount;
    *recount = run_begin(run->arena, run->call, &verify->options);
    recount->as_counted = &verify->saved;
    recount->record = is_destroyed(verify) ? &verify->bytes : NULL;
    recount->diag = run->diag;
    recount->output = run->output;
    recount->discreet = run_value(verify->run, OPTION_SHOW_BALLOTS) == NULL;
    bool read = tables_read(recount, READS_A_COUNT | READS_BALLOTS);
    if (read && !run_spares_tables(recount)) {
        run->misuse = recount->misuse;
        return false;
    }
    if (!read)
        refuse_count(verify);
    run->diag = recount->diag;
    if (run->diag.errors > 0)
        return false;
    if (counting_decide(recount, &verify->outcome) &&
        report_write(format_named("json"), &report_kinds[REPORT_TALLY], run->arena,
                     &verify->outcome, &verify->counted))
        return true;
    run->failure = "the count could not be done again";
    return false;
}

/* ---- The comparison */

static const struct input *input_with(const struct outcome *outcome, const char *role)
{
    for (size_t i = 0; i < outcome->input_count; i++)
        if (strcmp(outcome->inputs[i].role, role) == 0)
            return &outcome->inputs[i];
    return NULL;
}

/* The hash of a table's file as it stands, where it was counted without columns that were added to
 * it since; else NULL. */
static const char *sha256_now(const struct constitution *constitution, const char *role)
{
    for (size_t i = 0; i < constitution->input_count; i++)
        if (strcmp(constitution->inputs[i].role, role) == 0)
            return constitution->sha256_now[i];
    return NULL;
}

static struct verified_file verify_file(const struct verify *verify,
                                        const struct saved_input *saved)
{
    const struct input *found = input_with(&verify->outcome, saved->role);
    const char *now = sha256_now(&verify->recount.constitution, saved->role);
    struct verified_file file = {
        .role = saved->role,
        .file = found == NULL ? saved->file : found->file,
        .saved = saved->sha256,
        .found = now != NULL || found == NULL ? now : found->sha256,
        .state = now != NULL ? FILE_GROWN : FILE_SAME,
    };
    if (is_destroyed(verify) && strcmp(saved->role, "ballots") == 0)
        file.state = FILE_DESTROYED;
    else if (found == NULL)
        file.state = FILE_NOT_READ;
    else if (found->sha256 == NULL) /* of secret ballots; then the result has none either */
        file.state = saved->sha256 == NULL ? FILE_NOT_TOLD : FILE_CHANGED;
    else if (saved->sha256 == NULL)
        file.state = FILE_UNHASHED;
    else if (strcmp(saved->sha256, found->sha256) != 0)
        file.state = FILE_CHANGED;
    return file;
}

static void verify_files(struct verify *verify)
{
    const struct saved_result *saved = &verify->saved;
    const struct outcome *outcome = &verify->outcome;
    struct verification *verification = verify->verification;
    struct verified_file *files =
        arena_alloc(verify->run->arena, saved->input_count + outcome->input_count, sizeof *files);
    size_t count = 0;
    for (size_t i = 0; i < saved->input_count; i++)
        files[count++] = verify_file(verify, &saved->inputs[i]);
    for (size_t i = 0; i < outcome->input_count; i++)
        if (result_input(saved, outcome->inputs[i].role) == NULL)
            files[count++] = (struct verified_file){.role = outcome->inputs[i].role,
                                                    .file = outcome->inputs[i].file,
                                                    .found = outcome->inputs[i].sha256,
                                                    .state = FILE_ADDED};
    for (size_t i = 0; i < count; i++)
        verification->files_wrong += files[i].state != FILE_SAME && files[i].state != FILE_GROWN &&
                                     files[i].state != FILE_NOT_TOLD &&
                                     files[i].state != FILE_DESTROYED;
    verification->files = files;
    verification->file_count = count;
}

/* ---- Ballots that are gone */

/* Nothing is destroyed before it is there. */
static bool check_day(struct verify *verify)
{
    struct date on = verify->run->destroyed, vote = verify->outcome.vote_day;
    if (!date_given(on) || !date_given(vote) || date_compare(on, vote) >= 0)
        return true;
    return run_misuse(
        verify->run,
        arena_format(verify->run->arena, "--destroyed %s is before the day of the vote, %s",
                     date_iso(verify->run->arena, on), date_iso(verify->run->arena, vote)),
        "Correct the date.");
}

static struct destruction destruction_of(const struct verify *verify)
{
    const struct outcome *outcome = &verify->outcome;
    struct destruction destruction = {.on = verify->run->destroyed,
                                      .polls = verify->recount.recorded,
                                      .poll_count = outcome->poll_count};
    if (!is_destroyed(verify))
        return (struct destruction){0};
    for (size_t i = 0; i < outcome->poll_count; i++) {
        const struct keeping *keeping = &outcome->polls[i].keeping;
        if (keeping->months > destruction.months)
            destruction.months = keeping->months;
        destruction.keep_until = date_later_of(destruction.keep_until, keeping->destroy_on);
    }
    destruction.too_early = date_given(destruction.keep_until) &&
                            date_compare(destruction.on, destruction.keep_until) < 0;
    return destruction;
}

static void warn_of_destruction(struct verify *verify, const struct destruction *destruction)
{
    struct arena *arena = verify->run->arena;
    if (destruction->too_early)
        diag_add(&verify->run->diag, SEVERITY_WARNING, (struct place){0}, NULL,
                 "the ballots were destroyed on %s, and were to be kept until %s",
                 date_long(arena, destruction->on), date_long(arena, destruction->keep_until));
}

/* False, with an error, where the result cannot be compared. */
static bool compare_results(struct verify *verify)
{
    struct verification *verification = arena_alloc(verify->run->arena, 1, sizeof *verification);
    const struct comparison comparison = {
        .saved = verify->bytes,
        .counted = {.bytes = buffer_text(&verify->counted), .length = verify->counted.length},
        .same_version = strcmp(verify->saved.version, QUORATE_VERSION) == 0,
        .same_constitution_name =
            verify->saved.bundled && run_value(verify->run, OPTION_CONSTITUTION) == NULL,
        .recorded = verify->recount.recorded,
        .recorded_count = is_destroyed(verify) ? verify->outcome.poll_count : 0,
    };
    *verification = (struct verification){
        .version = QUORATE_VERSION,
        .saved_version = verify->saved.version,
        .body = verify->saved.body,
        .constitution = verify->saved.constitution,
        .origin = verify->outcome.origin,
        .result = input_of(verify->run->arena, "result", verify->bytes, 0),
        .taken = &verify->saved,
        .destruction = destruction_of(verify),
    };
    verify->verification = verification;
    if (!load_differences(verify->run->arena, &verify->run->diag, &comparison,
                          &verification->differences, &verification->unproved))
        return false;
    verify_files(verify);
    warn_of_destruction(verify, &verification->destruction);
    verification->same = verification->differences.all == 0 && verification->files_wrong == 0;
    verification->proved =
        verification->same && verification->unproved.all == 0 && !is_destroyed(verify);
    return true;
}

/* ---- The story */

const void *verify_decide(struct run *run)
{
    struct verify *verify = arena_alloc(run->arena, 1, sizeof *verify);
    *verify = (struct verify){.run = run, .counted.arena = run->arena};
    if (!input_read(run->arena, &run->diag, run->options->operands[0], &verify->bytes) ||
        !load_result(run->arena, &run->diag, verify->bytes, &verify->saved))
        return NULL;
    if (!check_destroyed(verify))
        return NULL;
    settle_options(verify);
    refuse_to_show(verify);
    if (run->diag.errors > 0 || !count_again(verify) || !check_day(verify) ||
        !compare_results(verify))
        return NULL;
    return verify->verification;
}

enum status verify_answer(const struct options *options, const void *decided)
{
    const struct verification *verification = decided;
    (void)options;
    if (!verification->same)
        return STATUS_REFUSED;
    return verification->proved ? STATUS_DONE : STATUS_UNPROVED;
}
