/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "commands.h"
#include "constitution.h"
#include "counting.h"
#include "input.h"
#include "output.h"
#include "quorate/file.h"
#include "quorate/load.h"

/* A recount as it comes to be known. */
struct verify {
    struct arena *arena;
    const struct call *call;
    struct diag diag;
    struct misuse misuse;
    struct destination destination;
    struct bytes bytes; /* of the result */
    struct saved_result saved;
    struct options options; /* those of the count that is done again */
    struct counting counting;
    struct outcome outcome;
    struct buffer counted; /* as JSON */
    struct verification verification;
};

static const char *value_of(const struct verify *verify, enum option_id id)
{
    return verify->call->options.values[id];
}

/* ---- The options and files of the count */

/* The path of a file beside the result; of the folder itself when `name` is "". */
static const char *beside(const struct verify *verify, const char *name)
{
    const char *result = verify->call->options.operands[0];
    const char *slash = strrchr(result, '/');
    if (slash == NULL)
        return name[0] == '\0' ? "." : name;
    return arena_format(verify->arena, "%.*s/%s", (int)(slash - result), result, name);
}

static void refuse_file(struct verify *verify, const char *path, const char *remedy,
                        const char *what)
{
    diag_add(&verify->diag, SEVERITY_ERROR, PROBLEM_FILE, (struct place){.file = path}, remedy,
             "%s", what);
}

/* A table that the count was given: as this command line gives it, else beside the result. NULL
 * when it had none. */
static const char *find_table(struct verify *verify, enum option_id id, const char *name)
{
    const char *given = value_of(verify, id);
    const char *option = option_table[id].name;
    if (given != NULL || name == NULL)
        return given;
    const char *path = beside(verify, name);
    if (strcmp(name, "-") == 0)
        refuse_file(
            verify, verify->bytes.name,
            arena_format(verify->arena, "Name the file with --%s FILE.", option),
            arena_format(verify->arena, "the %s of this count came from standard input", option));
    else if (!file_exists(path))
        refuse_file(verify, path,
                    arena_format(verify->arena,
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
    if (file_is_folder(folder))
        return folder;
    if (file_exists(beside(verify, "rules.csv")))
        return beside(verify, "");
    refuse_file(verify, folder, "Put it beside the result, or name it with -C FOLDER.",
                "there is no such folder of a constitution");
    return NULL;
}

static const char *saved_ballots(const struct saved_result *saved)
{
    for (size_t i = 0; i < saved->input_count; i++)
        if (strcmp(saved->inputs[i].role, "ballots") == 0)
            return saved->inputs[i].file;
    return NULL;
}

static void settle_options(struct verify *verify)
{
    static const enum option_id own[] = {OPTION_FORMAT, OPTION_EXCEL, OPTION_OUTPUT, OPTION_FORCE};
    const struct saved_result *saved = &verify->saved;
    struct options *options = &verify->options;
    const char *encoding = value_of(verify, OPTION_ENCODING);
    bool multi_line = saved->multi_line || value_of(verify, OPTION_MULTI_LINE) != NULL;
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
                [OPTION_CASTING_VOTE] = saved->casting_vote,
                [OPTION_SHOW_BALLOTS] = saved->show_ballots ? "" : NULL,
                [OPTION_ENCODING] = encoding != NULL ? encoding : saved->encoding,
                [OPTION_MULTI_LINE] = multi_line ? "" : NULL,
                [OPTION_COLUMN] = saved->column_count > 0 ? saved->columns[0] : NULL,
                [OPTION_CONSTITUTION] = value_of(verify, OPTION_CONSTITUTION),
                [OPTION_RULES] = find_table(verify, OPTION_RULES, saved->rules),
                [OPTION_PRACTICES] = find_table(verify, OPTION_PRACTICES, saved->practices),
                [OPTION_LOCALITIES] = find_table(verify, OPTION_LOCALITIES, saved->localities),
                [OPTION_CANDIDATES] = find_table(verify, OPTION_CANDIDATES, saved->candidates),
                [OPTION_VOTERS] = find_table(verify, OPTION_VOTERS, saved->voters),
                [OPTION_INTERESTS] = find_table(verify, OPTION_INTERESTS, saved->interests),
                [OPTION_HOLIDAYS] = find_table(verify, OPTION_HOLIDAYS, saved->holidays),
                [OPTION_BALLOTS] = find_table(verify, OPTION_BALLOTS, saved_ballots(saved)),
            },
        .lists = {[OPTION_COLUMN] = {saved->columns, saved->column_count}},
        .operands = verify->call->options.operands,
        .operand_count = 1,
    };
    if (options->values[OPTION_CONSTITUTION] == NULL)
        options->values[OPTION_CONSTITUTION] =
            saved->bundled ? saved->constitution : find_folder(verify);
    if (saved_ballots(saved) == NULL && value_of(verify, OPTION_BALLOTS) == NULL)
        refuse_file(verify, verify->bytes.name, "Name it with --ballots FILE.",
                    "the result does not say which file of ballots was counted");
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        options->values[own[i]] = value_of(verify, own[i]);
}

/* Whether secret votes are shown is for whoever verifies to say, not for the file. */
static void refuse_to_show(struct verify *verify)
{
    if (verify->saved.show_ballots && value_of(verify, OPTION_SHOW_BALLOTS) == NULL)
        refuse_file(
            verify, verify->bytes.name, "If you may see who voted how, add --show-ballots.",
            "the result was saved with --show-ballots, and to verify it shows secret votes");
}

/* ---- The count */

/* What would be a wrong command line of a tally is here a result that does not fit its tables. */
static void refuse_count(struct verify *verify)
{
    diag_add(&verify->diag, SEVERITY_ERROR, PROBLEM_VALUE,
             (struct place){.file = verify->bytes.name}, verify->misuse.remedy, "%s",
             verify->misuse.what);
}

static void take_problems(struct verify *verify)
{
    const struct diag *found = &verify->counting.diag;
    for (size_t i = 0; i < found->count; i++)
        diag_add(&verify->diag, found->problems[i].severity, found->problems[i].kind,
                 found->problems[i].place, found->problems[i].remedy, "%s",
                 found->problems[i].what);
}

/* Reads what there is to read; all that is wrong with it is in `diag`. */
static void count_again(struct verify *verify)
{
    struct counting *counting = &verify->counting;
    *counting =
        counting_begin(verify->arena, &verify->options, verify->options.values[OPTION_BALLOTS]);
    counting->discreet = value_of(verify, OPTION_SHOW_BALLOTS) == NULL;
    if (!constitution_find(verify->arena, &verify->options, &counting->constitution,
                           &verify->misuse) ||
        !counting_read(counting, &verify->misuse))
        refuse_count(verify);
    take_problems(verify);
}

/* ---- The comparison */

static const struct input *input_with(const struct outcome *outcome, const char *role)
{
    for (size_t i = 0; i < outcome->input_count; i++)
        if (strcmp(outcome->inputs[i].role, role) == 0)
            return &outcome->inputs[i];
    return NULL;
}

static struct verified_file verify_file(const struct saved_input *saved, const struct input *found)
{
    struct verified_file file = {
        .role = saved->role,
        .file = found == NULL ? saved->file : found->file,
        .saved = saved->sha256,
        .found = found == NULL ? NULL : found->sha256,
        .state = FILE_SAME,
    };
    if (found == NULL)
        file.state = FILE_NOT_READ;
    else if (found->sha256 == NULL) /* of secret ballots; then the result has none either */
        file.state = saved->sha256 == NULL ? FILE_NOT_TOLD : FILE_CHANGED;
    else if (saved->sha256 == NULL)
        file.state = FILE_UNHASHED;
    else if (strcmp(saved->sha256, found->sha256) != 0)
        file.state = FILE_CHANGED;
    return file;
}

static bool is_saved(const struct saved_result *saved, const char *role)
{
    for (size_t i = 0; i < saved->input_count; i++)
        if (strcmp(saved->inputs[i].role, role) == 0)
            return true;
    return false;
}

static void verify_files(struct verify *verify)
{
    const struct saved_result *saved = &verify->saved;
    const struct outcome *outcome = &verify->outcome;
    struct verification *verification = &verify->verification;
    struct verified_file *files =
        arena_alloc(verify->arena, saved->input_count + outcome->input_count, sizeof *files);
    size_t count = 0;
    for (size_t i = 0; i < saved->input_count; i++)
        files[count++] = verify_file(&saved->inputs[i], input_with(outcome, saved->inputs[i].role));
    for (size_t i = 0; i < outcome->input_count; i++)
        if (!is_saved(saved, outcome->inputs[i].role))
            files[count++] = (struct verified_file){.role = outcome->inputs[i].role,
                                                    .file = outcome->inputs[i].file,
                                                    .found = outcome->inputs[i].sha256,
                                                    .state = FILE_ADDED};
    for (size_t i = 0; i < count; i++)
        verification->files_wrong += files[i].state != FILE_SAME && files[i].state != FILE_NOT_TOLD;
    verification->files = files;
    verification->file_count = count;
}

/* False only for want of memory. */
static bool compare(struct verify *verify)
{
    struct verification *verification = &verify->verification;
    const struct comparison comparison = {
        .saved = verify->bytes,
        .counted = {.bytes = buffer_text(&verify->counted), .length = verify->counted.length},
        .same_version = strcmp(verify->saved.version, QUORATE_VERSION) == 0,
        .same_constitution_name =
            verify->saved.bundled && value_of(verify, OPTION_CONSTITUTION) == NULL,
    };
    *verification = (struct verification){
        .version = QUORATE_VERSION,
        .saved_version = verify->saved.version,
        .body = verify->saved.body,
        .constitution = verify->saved.constitution,
        .result = input_of(verify->arena, "result", verify->bytes, 0),
        .taken = &verify->saved,
    };
    if (!load_differences(verify->arena, &comparison, &verification->differences))
        return false;
    verify_files(verify);
    verification->same = verification->differences.all == 0 && verification->files_wrong == 0;
    return true;
}

/* ---- The story */

static enum status refuse(struct verify *verify)
{
    output_problems(verify->arena, verify->call, &verify->diag);
    return STATUS_REFUSED;
}

enum status verify_run(struct arena *arena, const struct call *call)
{
    struct verify verify = {.arena = arena, .call = call, .diag.arena = arena};
    struct buffer result = {.arena = arena};
    verify.counted.arena = arena;

    if (!output_plan(arena, &call->options, call->command->report, &verify.destination,
                     &verify.misuse))
        return output_misuse(arena, call, &verify.misuse);
    if (!input_read(arena, &verify.diag, call->options.operands[0], &verify.bytes) ||
        !load_result(arena, &verify.diag, verify.bytes, &verify.saved))
        return refuse(&verify);
    settle_options(&verify);
    refuse_to_show(&verify);
    if (verify.diag.errors > 0)
        return refuse(&verify);
    /* Once more, now that it is known which tables are read. */
    if (!output_plan(arena, &verify.options, call->command->report, &verify.destination,
                     &verify.misuse))
        return output_misuse(arena, call, &verify.misuse);

    count_again(&verify);
    if (verify.diag.errors > 0)
        return refuse(&verify);
    if (!counting_decide(&verify.counting, &verify.outcome) ||
        !report_write(format_named("json"), REPORT_TALLY, arena, &verify.outcome,
                      &verify.counted) ||
        !compare(&verify))
        return output_failure(arena, call, "the count could not be done again");
    output_begin(&verify.destination, &result);
    if (!report_write(verify.destination.format, call->command->report, arena, &verify.verification,
                      &result))
        return output_failure(arena, call, "out of memory");

    enum status status = output_result(arena, call, &verify.destination, &result);
    output_problems(arena, call, &verify.diag);
    return status == STATUS_DONE && !verify.verification.same ? STATUS_REFUSED : status;
}
