/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "deciding.h"
#include "input.h"
#include "quorate/file.h"
#include "quorate/saved.h"
#include "quorate/text.h"
#include "table_file.h"
#include "tables.h"
#include "unread.h"

/* A recount as it comes to be known. */
struct verify {
    struct run *run;
    struct bytes bytes; /* of the result */
    struct saved_result saved;
    const char **files;     /* the operands of its command: the ballots, or files of list sizes */
    struct options options; /* command line */
    struct call call;       /* of the command that made the result */
    struct run recount;
    const void *decided;           /* what that comes to, */
    const struct outcome *outcome; /* which is this, of a tally; else NULL */
    struct buffer counted;         /* as JSON, where it is another than the saved one */
    size_t alike;                  /* how many bytes of that it began with */
    bool differs;                  /* then all of it is in `counted` */
    struct verification *verification;
    struct target nowhere; /* what the count would have written stays in memory */
    bool folder_moved;     /* the tables are not in the folder that the result names */
    const char **given; /* what the call says in place of the result, by the keys of its options */
    size_t given_count;
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
    diag_refuse(&verify->run->diag, path, remedy, "%s", what);
}

/* A table that the count was given: as this command line gives it, else beside the result. NULL
 * when it had none. */
static const char *find_table(struct verify *verify, enum option_id id, const char *name)
{
    const char *given = run_value(verify->run, id);
    const char *option = option_table[id].name;
    if (given != NULL)
        verify->given[verify->given_count++] = option;
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
    verify->folder_moved = true;
    if (table_file(verify->run->arena, beside(verify, ""), RULES_TABLE) != NULL)
        return beside(verify, "");
    refuse_file(verify, folder, "Put it beside the result, or name it with -C FOLDER.",
                "there is no such folder of a constitution");
    return NULL;
}

static bool is_destroyed(const struct verify *verify)
{
    return run_value(verify->run, OPTION_DESTROYED) != NULL;
}

/* What the file is, of those that the result names, that its command was called with. */
static const char *role_of_ballots(const struct verify *verify)
{
    return verify->call.command->reads & READS_BALLOTS ? "ballots" : "attendance";
}

static const char *saved_ballots(const struct verify *verify)
{
    const struct saved_input *ballots = result_input(&verify->saved, role_of_ballots(verify));
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

static bool is_list_sizes(const struct saved_input *input)
{
    return strcmp(input->role, "list sizes") == 0 || strcmp(input->role, "areas") == 0;
}

/* The ballots that were counted, by the name that the count gave them. */
static const char *find_ballots(struct verify *verify)
{
    const char *name = saved_ballots(verify);
    verify->given[verify->given_count++] = role_of_ballots(verify);
    verify->given_count -= run_value(verify->run, OPTION_BALLOTS) == NULL;
    if (name == NULL && run_value(verify->run, OPTION_BALLOTS) == NULL)
        refuse_file(verify, verify->bytes.name, "Name it with --ballots FILE.",
                    "the result does not say which file of ballots was counted");
    if (is_destroyed(verify))
        return name;
    return find_table(verify, OPTION_BALLOTS, name);
}

/* The files of list sizes that were read: as the command line gives them, in the order of the
 * result, else those beside it. */
static size_t find_list_sizes(struct verify *verify)
{
    const struct saved_result *saved = &verify->saved;
    const struct options *given = verify->run->options;
    size_t count = 0;
    for (size_t i = 1; i < given->operand_count; i++)
        verify->files[count++] = given->operands[i];
    if (count > 0)
        return count;
    for (size_t i = 0; i < saved->input_count && count < verify->call.command->operands_most; i++) {
        const struct saved_input *input = &saved->inputs[i];
        if (!is_list_sizes(input))
            continue;
        const char *path = beside(verify, input->file);
        verify->files[count++] = path;
        if (strcmp(input->file, "-") == 0)
            refuse_file(verify, verify->bytes.name, "Name the files of list sizes behind it.",
                        "the list sizes came from standard input");
        else if (!file_exists(path))
            refuse_file(verify, path,
                        "Put it beside the result, or name the files of list sizes behind it.",
                        "does not exist");
    }
    if (count == 0)
        refuse_file(verify, verify->bytes.name, "Name it behind the result.",
                    "the result does not say which file of list sizes was read");
    return count;
}

static size_t find_operands(struct verify *verify)
{
    const struct command *command = verify->call.command;
    verify->files = arena_alloc(verify->run->arena, command->operands_most + 1, sizeof(char *));
    if (command->has_layouts)
        return find_list_sizes(verify);
    if (command->operands_most > 0)
        verify->files[0] = find_ballots(verify);
    return command->operands_most;
}

/* How tables are to be read, where the call says it. */
static void settle_manner(struct verify *verify)
{
    struct options *options = &verify->options;
    const char *encoding = run_value(verify->run, OPTION_ENCODING);
    if (encoding != NULL) {
        options->values[OPTION_ENCODING] = encoding;
        verify->given[verify->given_count++] = "encoding";
    }
    if (run_value(verify->run, OPTION_MULTI_LINE) != NULL) {
        options->values[OPTION_MULTI_LINE] = "";
        verify->given[verify->given_count++] = "multi_line";
    }
}

static void settle_constitution(struct verify *verify)
{
    const struct saved_result *saved = &verify->saved;
    const char *given = run_value(verify->run, OPTION_CONSTITUTION);
    verify->folder_moved = given != NULL;
    if (given == NULL)
        given = saved->bundled ? arena_format(verify->run->arena, CONSTITUTION_BUNDLED "%s",
                                              saved->constitution)
                               : find_folder(verify);
    verify->options.values[OPTION_CONSTITUTION] = given;
}

/* What its command does not take was not said to it: then the count does not say it either, and a
 * result that does is another. */
static void leave_out_others(struct verify *verify)
{
    struct options *options = &verify->options;
    for (int id = 0; id < OPTIONS; id++)
        if (!option_of(verify->call.command->id, (enum option_id)id)) {
            options->values[id] = NULL;
            options->lists[id] = (struct option_list){0};
        }
}

static void settle_options(struct verify *verify)
{
    const struct saved_result *saved = &verify->saved;
    struct options *options = &verify->options;
    verify->given = arena_alloc(verify->run->arena, OPTIONS, sizeof *verify->given);
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
                [OPTION_WHOLE] = saved->whole ? "" : NULL,
                [OPTION_AREA] = saved->area,
                [OPTION_TOTAL] = saved->total,
                [OPTION_AS_AT] = saved->as_at,
                [OPTION_ADOPT] = saved->adopt ? "" : NULL,
                [OPTION_KEEP] = saved->keep_count > 0 ? saved->keep[0] : NULL,
                [OPTION_SET] = saved->set_count > 0 ? saved->set[0] : NULL,
                [OPTION_LEAVE] = saved->leave_count > 0 ? saved->leave[0] : NULL,
                [OPTION_ENCODING] = saved->encoding,
                [OPTION_MULTI_LINE] = saved->multi_line ? "" : NULL,
                [OPTION_ANSWER] = saved->answer_count > 0 ? saved->answers[0] : NULL,
                [OPTION_COLUMN] = saved->column_count > 0 ? saved->columns[0] : NULL,
                [OPTION_RULES] = find_table(verify, OPTION_RULES, saved->rules),
                [OPTION_PRACTICES] = find_table(verify, OPTION_PRACTICES, saved->practices),
                [OPTION_LOCALITIES] = find_table(verify, OPTION_LOCALITIES, saved->localities),
                [OPTION_CANDIDATES] = find_table(verify, OPTION_CANDIDATES, saved->candidates),
                [OPTION_VOTERS] = find_table(verify, OPTION_VOTERS, saved->voters),
                [OPTION_INTERESTS] = find_table(verify, OPTION_INTERESTS, saved->interests),
                [OPTION_HOLIDAYS] = find_table(verify, OPTION_HOLIDAYS, saved->holidays),
                [OPTION_KEY] = run_value(verify->run, OPTION_KEY),
                [OPTION_FORCE] = run_value(verify->run, OPTION_FORCE),
            },
        .lists = {[OPTION_KEEP] = {saved->keep, saved->keep_count},
                  [OPTION_SET] = {saved->set, saved->set_count},
                  [OPTION_LEAVE] = {saved->leave, saved->leave_count},
                  [OPTION_COLUMN] = {saved->columns, saved->column_count},
                  [OPTION_ANSWER] = {saved->answers, saved->answer_count},
                  [OPTION_SHEET] = saved_sheets(verify)},
    };
    leave_out_others(verify);
    options->operand_count = find_operands(verify);
    options->operands = verify->files;
    settle_manner(verify);
    settle_constitution(verify);
}

static bool refuse_option(struct verify *verify, enum option_id id)
{
    return run_misuse(verify->run,
                      arena_format(verify->run->arena, "a result of quorate %s has no use for --%s",
                                   verify->call.command->name, option_table[id].name),
                      "Leave it out.");
}

/* What is for ballots is for a result of a tally, list sizes are for one of reweight, and a table
 * is for one of a command that takes it. */
static bool check_given(struct verify *verify)
{
    static const enum option_id of_ballots[] = {OPTION_DESTROYED, OPTION_SHOW_BALLOTS,
                                                OPTION_BALLOTS};
    static const enum option_id tables[] = {
        OPTION_RULES,  OPTION_PRACTICES, OPTION_LOCALITIES, OPTION_CANDIDATES,
        OPTION_VOTERS, OPTION_INTERESTS, OPTION_HOLIDAYS,
    };
    const struct command *command = verify->call.command;
    bool of_rows = (command->reads & (READS_BALLOTS | READS_ATTENDANCE)) != 0;
    size_t count = command->id == COMMAND_TALLY ? 0 : of_rows ? 2 : 3;
    if (verify->run->options->operand_count > 1 && !command->has_layouts)
        return run_misuse(
            verify->run,
            arena_format(verify->run->arena,
                         "a result of quorate %s has no use for %s: files of list "
                         "sizes are for one of reweight",
                         command->name,
                         text_printable(verify->run->arena, verify->run->options->operands[1])),
            "Leave it out, and verify one result at a time.");
    for (size_t i = 0; i < count; i++)
        if (run_value(verify->run, of_ballots[i]) != NULL)
            return refuse_option(verify, of_ballots[i]);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (run_value(verify->run, tables[i]) != NULL && !option_of(command->id, tables[i]))
            return refuse_option(verify, tables[i]);
    return true;
}

/* A key is for the ballots, and for a result that was saved with one. */
static bool check_key(struct verify *verify)
{
    if (run_value(verify->run, OPTION_KEY) == NULL)
        return true;
    if (is_destroyed(verify))
        return run_misuse(verify->run,
                          "--key proves the ballots, and --destroyed says that they "
                          "are gone",
                          "Leave out one of the two.");
    return verify->saved.ballots_hmac != NULL ||
           run_misuse(verify->run,
                      "the result holds no keyed hash of its ballots, so --key proves nothing",
                      "Leave it out, or verify a result that was saved with --key.");
}

/* Whoever has the ballots proves more with them. */
static bool check_destroyed(struct verify *verify)
{
    const char *name = saved_ballots(verify);
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

/* Two results are held against each other as the second is made, so that it is kept only where they
 * differ. */
static void hold_against_saved(void *context, const char *bytes, size_t length)
{
    struct verify *verify = context;
    const struct bytes *saved = &verify->bytes;
    if (!verify->differs && length <= saved->length - verify->alike &&
        memcmp(saved->bytes + verify->alike, bytes, length) == 0) {
        verify->alike += length;
        return;
    }
    if (!verify->differs)
        buffer_add_bytes(&verify->counted, saved->bytes, verify->alike);
    verify->differs = true;
    buffer_add_bytes(&verify->counted, bytes, length);
}

static void describe_count(struct verify *verify, const struct report_kind *kind)
{
    struct buffer described = {
        .arena = verify->run->arena, .take = hold_against_saved, .taker = verify};
    report_write(format_named("json"), kind, verify->run->arena, verify->decided, &described);
    hold_against_saved(verify, buffer_text(&described), described.length);
    if (!verify->differs && verify->alike < verify->bytes.length) {
        verify->differs = true; /* there is nothing in the place of its end */
        buffer_add_bytes(&verify->counted, verify->bytes.bytes, verify->alike);
    }
}

static struct bytes counted_bytes(const struct verify *verify)
{
    if (!verify->differs)
        return verify->bytes;
    return (struct bytes){.bytes = buffer_text(&verify->counted), .length = verify->counted.length};
}

/* What would be a wrong command line of a tally is here a result that does not fit its tables. */
static void refuse_count(struct verify *verify)
{
    diag_refuse(&verify->recount.diag, verify->bytes.name, verify->recount.misuse.remedy, "%s",
                verify->recount.misuse.what);
}

/* False when there is nothing to be compared, for a reason that is put down in the run. */
static bool count_again(struct verify *verify)
{
    struct run *run = verify->run, *recount = &verify->recount;
    const struct command *command = verify->call.command;
    verify->call.options = verify->options;
    verify->nowhere.path = verify->saved.written_to;
    *recount = run_begin(run->arena, &verify->call, &verify->options);
    recount->as_counted = &verify->saved;
    recount->record = is_destroyed(verify) ? &verify->bytes : NULL;
    recount->diag = run->diag;
    recount->output = run->output;
    recount->discreet = run_value(verify->run, OPTION_SHOW_BALLOTS) == NULL;
    bool read = tables_read(recount, command->reads) && unread_find_none(recount);
    if (read && !run_spares_tables(recount)) {
        run->misuse = recount->misuse;
        return false;
    }
    recount->output = (struct output){.targets = &verify->nowhere, .count = 1};
    if (!read)
        refuse_count(verify);
    run->diag = recount->diag;
    if (run->diag.errors > 0)
        return false;
    verify->decided = command->decide(recount);
    if (recount->misuse.what != NULL)
        refuse_count(verify);
    if (recount->diag.errors > 0)
        run->diag = recount->diag; /* warnings were for whoever made it */
    else if (verify->decided == NULL)
        run->failure = "the count could not be done again";
    else
        describe_count(verify, command->report);
    if (command->id == COMMAND_TALLY)
        verify->outcome = verify->decided;
    return run->diag.errors == 0 && run->failure == NULL;
}

/* ---- The comparison */

/* Of those with this role the one of that number, from 0. */
static const struct input *input_with(const struct run *recount, const char *role, size_t number)
{
    for (size_t i = 0; i < recount->input_count; i++)
        if (strcmp(recount->inputs[i].role, role) == 0 && number-- == 0)
            return &recount->inputs[i];
    return NULL;
}

/* How many before it have its role. */
static size_t number_saved(const struct saved_result *saved, size_t place)
{
    size_t number = 0;
    for (size_t i = 0; i < place; i++)
        number += strcmp(saved->inputs[i].role, saved->inputs[place].role) == 0;
    return number;
}

static size_t number_read(const struct run *recount, size_t place)
{
    size_t number = 0;
    for (size_t i = 0; i < place; i++)
        number += strcmp(recount->inputs[i].role, recount->inputs[place].role) == 0;
    return number;
}

static const char *name_now(const struct input *input)
{
    return input->stands_as == NULL ? input->file : input->stands_as;
}

/* The hash of a table's file as it stands, where it was counted without columns that were added to
 * it since; else NULL. */
static const char *sha256_now(const struct constitution *constitution, const char *role)
{
    const struct input *input = constitution_input(constitution, role);
    return input == NULL ? NULL : constitution->sha256_now[input - constitution->inputs];
}

/* Secret ballots, whose hash neither result tells: by their keyed hash, where there is one. */
static enum file_state keyed_state(const struct verify *verify, const char *role)
{
    const char *saved = verify->saved.ballots_hmac;
    const char *found = verify->outcome == NULL ? NULL : verify->outcome->ballots_hmac;
    if (saved == NULL || strcmp(role, "ballots") != 0)
        return FILE_NOT_TOLD;
    if (found == NULL)
        return FILE_UNKEYED;
    return strcmp(saved, found) == 0 ? FILE_SAME : FILE_MISKEYED;
}

static struct verified_file verify_file(const struct verify *verify, size_t place)
{
    const struct saved_input *saved = &verify->saved.inputs[place];
    const struct input *found =
        input_with(&verify->recount, saved->role, number_saved(&verify->saved, place));
    const char *now = sha256_now(&verify->recount.constitution, saved->role);
    struct verified_file file = {
        .role = saved->role,
        .file = found == NULL ? saved->file : name_now(found),
        .called = found == NULL || strcmp(name_now(found), saved->file) == 0 ? NULL : saved->file,
        .saved = saved->sha256,
        .found = now != NULL || found == NULL ? now : found->sha256,
        .state = now != NULL ? FILE_GROWN : FILE_SAME,
    };
    if (is_destroyed(verify) && strcmp(saved->role, "ballots") == 0)
        file.state = FILE_DESTROYED;
    else if (found == NULL)
        file.state = FILE_NOT_READ;
    else if (found->sha256 == NULL) /* of secret ballots; then the result has none either */
        file.state = saved->sha256 == NULL ? keyed_state(verify, saved->role) : FILE_CHANGED;
    else if (saved->sha256 == NULL)
        file.state = FILE_UNHASHED;
    else if (strcmp(saved->sha256, found->sha256) != 0)
        file.state = FILE_CHANGED;
    return file;
}

static void verify_files(struct verify *verify)
{
    const struct saved_result *saved = &verify->saved;
    const struct run *recount = &verify->recount;
    struct verification *verification = verify->verification;
    struct verified_file *files =
        arena_alloc(verify->run->arena, saved->input_count + recount->input_count, sizeof *files);
    size_t count = 0;
    for (size_t i = 0; i < saved->input_count; i++)
        files[count++] = verify_file(verify, i);
    for (size_t i = 0; i < recount->input_count; i++)
        if (result_input_at(saved, recount->inputs[i].role, number_read(recount, i)) == NULL)
            files[count++] = (struct verified_file){.role = recount->inputs[i].role,
                                                    .file = recount->inputs[i].file,
                                                    .found = recount->inputs[i].sha256,
                                                    .state = FILE_ADDED};
    for (size_t i = 0; i < count; i++)
        verification->files_wrong += files[i].state != FILE_SAME && files[i].state != FILE_GROWN &&
                                     files[i].state != FILE_NOT_TOLD &&
                                     files[i].state != FILE_UNKEYED &&
                                     files[i].state != FILE_DESTROYED;
    verification->files = files;
    verification->file_count = count;
}

/* ---- Ballots that are gone */

/* Nothing is destroyed before it is there. */
static bool check_day(struct verify *verify)
{
    struct date on = verify->run->destroyed;
    struct date vote = {0};
    if (verify->outcome != NULL)
        vote = verify->outcome->vote_day;
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
    const struct outcome *outcome = verify->outcome;
    if (!is_destroyed(verify))
        return (struct destruction){0};
    assert(outcome != NULL); /* of another result it is refused: check_given */
    struct destruction destruction = {.on = verify->run->destroyed,
                                      .polls = verify->recount.recorded,
                                      .poll_count = outcome->poll_count};
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
        .counted = counted_bytes(verify),
        .same_version = strcmp(verify->saved.version, QUORATE_VERSION) == 0,
        .version = verify->saved.version,
        .without_key = run_value(verify->run, OPTION_KEY) == NULL && verify->outcome != NULL &&
                       verify->outcome->any_secret,
        .elsewhere = verify->folder_moved,
        .given = verify->given,
        .given_count = verify->given_count,
        .recorded = verify->recount.recorded,
        .recorded_count =
            is_destroyed(verify) && verify->outcome != NULL ? verify->outcome->poll_count : 0,
    };
    *verification = (struct verification){
        .version = QUORATE_VERSION,
        .saved_version = verify->saved.version,
        .body = verify->saved.body,
        .units = verify->recount.constitution.rules.terms.units,
        .constitution = verify->saved.constitution,
        .origin = verify->recount.constitution.origin,
        .result = input_of(verify->run->arena, "result", verify->bytes, 0),
        .taken = &verify->saved,
        .folder_moved = verify->folder_moved && !verify->saved.bundled,
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
    if (!input_read_result(run->arena, &run->diag, run->options->operands[0], &verify->bytes) ||
        !load_any_result(run->arena, &run->diag, verify->bytes, &verify->saved))
        return NULL;
    verify->call = (struct call){.world = run->call->world,
                                 .command = run->call->command->maker(verify->saved.command)};
    if (!check_given(verify) || !check_key(verify) || !check_destroyed(verify))
        return NULL;
    settle_options(verify);
    refuse_to_show(verify);
    if (verify->saved.show_ballots)
        output_keep_own(&run->output);
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
