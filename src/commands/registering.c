/* SPDX-License-Identifier: MIT */
#include "registering.h"

#include <string.h>

#include "input.h"
#include "quorate/hash.h"
#include "quorate/names.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

/* A decision that is being registered. */
struct registering {
    struct run *run;
    struct outcome *outcome;
    const char *path;
    struct bytes bytes; /* the register so far */
    struct decision_register before;
    const struct registered **corrected; /* the line of each vote in --corrects; NULL for none */
    struct registered *decided;          /* what is registered of each vote */
    const struct registered **same; /* the line of each that is of the same decision, or NULL */
    struct buffer after;            /* and with the new lines */
    const char *result_sha256;      /* of the result as JSON */
};

bool registering_check(const struct options *options, struct misuse *misuse)
{
    if (options->values[OPTION_REGISTER] != NULL || options->values[OPTION_CORRECTS] == NULL)
        return true;
    misuse->what = "--corrects names a line of a register, and no register is named";
    misuse->remedy = "Add --register FILE, or leave --corrects out.";
    return false;
}

/* ---- What must hold */

static void refuse(const struct registering *registering, const char *remedy, const char *what)
{
    diag_refuse(&registering->run->diag, registering->path, remedy, "%s", what);
}

static void warn(const struct registering *registering, const char *remedy, const char *what)
{
    diag_add(&registering->run->diag, SEVERITY_WARNING, (struct place){.file = registering->path},
             remedy, "%s", what);
}

/* Of secret ballots that are shown the hash of the result would tell them: there are few that could
 * have been cast, and each of them can be tried. */
static bool check_secrecy(const struct registering *registering)
{
    const struct outcome *outcome = registering->outcome;
    for (size_t i = 0; i < outcome->poll_count; i++)
        if (outcome->polls[i].secrecy == BALLOTS_SHOWN)
            return run_misuse(registering->run,
                              "--show-ballots shows secret votes, and a register holds a hash of "
                              "the result, from which they could be worked out",
                              "Register the count without --show-ballots, and show them in another "
                              "one without --register.");
    return true;
}

static bool check_place(const struct registering *registering)
{
    struct run *run = registering->run;
    const char *path = registering->path, *shown = text_printable(run->arena, path);
    enum file_place place = file_place(path);
    if (place == FILE_PLACE_FOLDER || place == FILE_PLACE_STREAM)
        return run_misuse(run, arena_format(run->arena, "%s is no file", shown),
                          "Give the register the name of a file.");
    if (place == FILE_PLACE_FREE && !file_exists(file_folder(run->arena, path)))
        return run_misuse(run, arena_format(run->arena, "the folder of %s does not exist", shown),
                          "Make the folder, or give the register another place.");
    if (options_name_file(run->options, path) ||
        constitution_has_table_at(run->arena, &run->constitution, path))
        return run_misuse(run, arena_format(run->arena, "%s is a table that is read here", shown),
                          "Give the register a name of its own.");
    if (output_writes(run->arena, &run->output, path))
        return run_misuse(run, arena_format(run->arena, "-o and --register both name %s", shown),
                          "Give the result and the register names of their own.");
    return true;
}

/* Nothing is added to what is not as it was written: whoever finds that out later could not tell
 * from when it is. */
static bool check_chain(const struct registering *registering)
{
    const struct decision_register *before = &registering->before;
    for (size_t i = 0; i < before->fault_count; i++)
        diag_add(&registering->run->diag, SEVERITY_ERROR,
                 (struct place){.file = registering->path, .line = before->faults[i].line},
                 i + 1 < before->fault_count ? NULL
                 : before->torn
                     ? "A copy of it that is whole can be put back. Where there is none, keep this "
                       "file as it is, take the half line out of a copy, and register by that one: "
                       "the decision of the half line is to be counted and registered again."
                     : "Nothing can be added to a register that is not as it was written. Put back "
                       "a copy that is; quorate register shows which lines are wrong.",
                 "the line %s", before->faults[i].what);
    return before->fault_count == 0;
}

/* A line cannot be taken out again, so it is not put into another body's register. */
static bool check_body(const struct registering *registering)
{
    const struct decision_register *before = &registering->before;
    const char *body = registering->outcome->body;
    const char *last = before->count > 0 ? before->lines[before->count - 1].body : NULL;
    if (before->count == 0 || (body == NULL && last == NULL) ||
        (body != NULL && last != NULL && strcmp(body, last) == 0))
        return true;
    refuse(registering, "Give each body a register of its own.",
           arena_format(registering->run->arena,
                        "is the register of %s, and this is a decision "
                        "of %s",
                        last == NULL ? "a body that its rules do not name" : last,
                        body == NULL ? "a body that its rules do not name" : body));
    return false;
}

static bool misuse_correction(const struct registering *registering, const char *what,
                              const char *remedy)
{
    return run_misuse(registering->run, what, remedy);
}

/* One of --corrects: the line that it names stands, and is not corrected yet. */
static bool find_corrected(const struct registering *registering, size_t at)
{
    struct arena *arena = registering->run->arena;
    const struct decision_register *before = &registering->before;
    const char *wanted = registering->run->options->lists[OPTION_CORRECTS].values[at];
    const struct registered *line = NULL;
    long long n = 0;
    (void)text_whole_number(wanted, RATIO_MOST, &n); /* it was read before */
    for (size_t i = 0; i < before->count; i++)
        if (before->lines[i].n == n)
            line = &before->lines[i];
    if (line == NULL)
        return misuse_correction(
            registering, arena_format(arena, "the register has no line %s to correct", wanted),
            arena_format(arena, "It has %zu %s.", before->count,
                         before->count == 1 ? "line" : "lines"));
    if (line->corrected_by > 0)
        return misuse_correction(registering,
                                 arena_format(arena, "line %s is corrected by line %s already",
                                              wanted, number_grouped(arena, line->corrected_by)),
                                 arena_format(arena, "Correct that one: --corrects %s.",
                                              number_canonical(arena, line->corrected_by, 0)));
    for (size_t i = 0; i < at; i++)
        if (registering->corrected[i] == line)
            return misuse_correction(registering,
                                     arena_format(arena, "--corrects names line %s twice", wanted),
                                     "Name the line of each vote, in their order.");
    registering->corrected[at] = line;
    return true;
}

static bool find_corrections(struct registering *registering)
{
    struct arena *arena = registering->run->arena;
    size_t votes = registering->outcome->poll_count;
    size_t named = registering->run->options->lists[OPTION_CORRECTS].count;
    registering->corrected = arena_alloc(arena, votes, sizeof *registering->corrected);
    if (named != 0 && named != votes)
        return misuse_correction(
            registering,
            arena_format(arena, "--corrects names %zu %s, and there %s %zu %s", named,
                         named == 1 ? "line" : "lines", votes == 1 ? "is" : "are", votes,
                         votes == 1 ? "vote" : "votes"),
            "Name a line for each vote, in their order, as in --corrects 3 --corrects 4.");
    for (size_t i = 0; i < named; i++)
        if (!find_corrected(registering, i))
            return false;
    return true;
}

static bool are_one(struct arena *arena, const char *one, const char *other)
{
    return one == other || (one != NULL && other != NULL && text_same(arena, one, other));
}

/* By what a line is of the same decision as another: its day, kind, motion and post, NULL where it
 * has no motion or no day. */
static const char *decision_key(struct arena *arena, const struct registered *line)
{
    if (line->motion == NULL || !date_given(line->date))
        return NULL;
    return arena_format(arena, "%d-%d-%d\n%s\n%s\n%s", line->date.year, line->date.month,
                        line->date.day, text_fold(arena, line->kind),
                        text_fold(arena, line->motion),
                        line->post == NULL ? "" : text_fold(arena, line->post));
}

/* Finds for each vote the last line that is of the same decision and stands, which another line
 * does not correct; NULL for none. Each line is looked up once, however many votes there are. */
static void find_same(struct registering *registering)
{
    struct arena *arena = registering->run->arena;
    const struct outcome *outcome = registering->outcome;
    const struct decision_register *before = &registering->before;
    struct name_index index = {.arena = arena};
    const struct registered **lines = arena_alloc(arena, before->count, sizeof(void *));
    for (size_t i = 0; i < before->count; i++) {
        const struct registered *line = &before->lines[i];
        const char *key = line->corrected_by > 0 ? NULL : decision_key(arena, line);
        if (key != NULL)
            lines[name_index_add(&index, key)] = line;
    }
    registering->decided = arena_alloc(arena, outcome->poll_count, sizeof *registering->decided);
    registering->same = arena_alloc(arena, outcome->poll_count, sizeof *registering->same);
    for (size_t i = 0; i < outcome->poll_count; i++) {
        registering->decided[i] = decide_registered(arena, outcome, &outcome->polls[i]);
        const char *key = decision_key(arena, &registering->decided[i]);
        size_t at = key == NULL ? NAME_NONE : name_index_find(&index, key);
        bool corrects = registering->corrected[i] != NULL;
        registering->same[i] = at == NAME_NONE || corrects ? NULL : lines[at];
    }
}

/* One motion is not decided in two ways on one day, unless the one is in the place of the other. */
static bool contradicts_no_line(const struct registering *registering)
{
    struct arena *arena = registering->run->arena;
    for (size_t i = 0; i < registering->outcome->poll_count; i++) {
        const struct registered *line = &registering->decided[i], *same = registering->same[i];
        if (same == NULL || (strcmp(same->verdict, line->verdict) == 0 &&
                             are_one(arena, same->winner, line->winner)))
            continue;
        const char *n = number_canonical(arena, same->n, 0);
        refuse(registering,
               arena_format(arena,
                            "If this count takes its place, add --corrects %s. If it is another "
                            "vote, call its motion something else.",
                            n),
               arena_format(arena,
                            "line %s says of \"%s\" and of the same day that it is %s, and this "
                            "count that it is %s",
                            n, line->motion, same->verdict, line->verdict));
        return false;
    }
    return true;
}

/* ---- The lines */

static void hash_result(void *hash, const char *bytes, size_t length)
{
    hash_add(hash, bytes, length);
}

static void add_lines(struct registering *registering)
{
    struct run *run = registering->run;
    const struct outcome *outcome = registering->outcome;
    const struct decision_register *before = &registering->before;
    struct registration *registration = arena_alloc(run->arena, 1, sizeof *registration);
    struct hash *hash = hash_begin(run->arena);
    struct buffer result = {.arena = run->arena, .take = hash_result, .taker = hash};
    const char *previous = before->last_sha256;
    report_write(format_named("json"), &report_kinds[REPORT_TALLY], run->arena, outcome, &result);
    buffer_add_bytes(&registering->after, registering->bytes.bytes, registering->bytes.length);
    hash_result(hash, buffer_text(&result), result.length);
    registering->result_sha256 = hash_end(run->arena, hash);
    for (size_t i = 0; i < outcome->poll_count; i++) {
        struct buffer text = {.arena = run->arena};
        const struct registered *corrected = registering->corrected[i];
        struct registered line = registering->decided[i];
        line.n = (int64_t)(before->line_count + i + 1);
        line.corrects = corrected == NULL ? 0 : corrected->n;
        line.result_sha256 = registering->result_sha256;
        line.previous_sha256 = previous;
        report_register_line(run->arena, &line, &text);
        previous = hash_sha256(run->arena, buffer_text(&text), text.length);
        buffer_format(&registering->after, "%s\n", buffer_text(&text));
    }
    *registration = (struct registration){
        .file = file_base_name(run->arena, registering->path),
        .first = (int64_t)before->line_count + 1,
        .last = (int64_t)(before->line_count + outcome->poll_count),
        .sha256 = previous,
    };
    registering->outcome->registration = registration;
}

/* What the two lines are not both of, as far as both say it; NULL where they may be one decision.
 */
static const char *other_than(struct arena *arena, const struct registered *one,
                              const struct registered *other)
{
    if (strcmp(one->kind, other->kind) != 0)
        return "kind of decision";
    if (one->motion != NULL && other->motion != NULL && !are_one(arena, one->motion, other->motion))
        return "motion";
    bool dated = date_given(one->date) && date_given(other->date);
    return dated && date_compare(one->date, other->date) != 0 ? "day" : NULL;
}

/* A decision stands in the place of the one that it corrects, so it should be of the same kind and
 * motion, and of the same day. */
static void warn_of_corrections(const struct registering *registering)
{
    struct arena *arena = registering->run->arena;
    const struct outcome *outcome = registering->outcome;
    for (size_t i = 0; i < outcome->poll_count; i++) {
        const struct registered *corrected = registering->corrected[i];
        const char *other =
            corrected == NULL ? NULL : other_than(arena, corrected, &registering->decided[i]);
        if (other == NULL)
            continue;
        warn(registering,
             "The register then has it in the place of that one. If another line is meant, correct "
             "this one.",
             arena_format(arena, "line %s, which this corrects, is of another %s",
                          number_grouped(arena, corrected->n), other));
    }
}

static void warn_of_lines(const struct registering *registering)
{
    struct arena *arena = registering->run->arena;
    const struct decision_register *before = &registering->before;
    const struct outcome *outcome = registering->outcome;
    if (!date_given(outcome->vote_day))
        warn(registering, "Say the day with --date, in a correction of that line.",
             "the day of the decision is not known, so the register has it without one");
    const char *remedy = "If it is one decision, both lines say the same of it.";
    for (size_t i = 0; i < before->count; i++)
        if (strcmp(before->lines[i].result_sha256, registering->result_sha256) == 0) {
            warn(registering, remedy,
                 arena_format(arena, "the same result is on line %s already, so it is there twice",
                              number_grouped(arena, before->lines[i].n)));
            return;
        }
    for (size_t i = 0; i < outcome->poll_count; i++)
        if (registering->same[i] != NULL)
            warn(registering, remedy,
                 arena_format(arena, "line %s is of the same motion and day, so it is there twice",
                              number_grouped(arena, registering->same[i]->n)));
}

/* Read once nobody else can write to it. */
static bool read_register(struct registering *registering)
{
    struct run *run = registering->run;
    struct file_fault fault = file_lock(run->arena, registering->path, &run->output.lock);
    if (fault.kind != FILE_SOUND) {
        run->failure = arena_format(run->arena, "%s %s",
                                    text_printable(run->arena, registering->path), fault.words);
        return false;
    }
    if (file_exists(registering->path) &&
        !input_read(run->arena, &run->diag, registering->path, &registering->bytes))
        return false;
    load_register(run->arena, registering->bytes, &registering->before);
    return true;
}

bool registering_add(struct run *run, struct outcome *outcome)
{
    struct registering registering = {
        .run = run,
        .outcome = outcome,
        .path = run_value(run, OPTION_REGISTER),
        .bytes.bytes = "",
        .after.arena = run->arena,
    };
    if (registering.path == NULL)
        return true;
    if (!check_secrecy(&registering) || !check_place(&registering) ||
        !read_register(&registering) || !check_chain(&registering) || !check_body(&registering) ||
        !find_corrections(&registering))
        return false;
    find_same(&registering);
    if (!contradicts_no_line(&registering))
        return false;
    add_lines(&registering);
    warn_of_lines(&registering);
    warn_of_corrections(&registering);
    output_add(run->arena, &run->output,
               (struct target){
                   .path = registering.path,
                   .replaces = true,
                   .bytes = buffer_text(&registering.after),
                   .length = registering.after.length,
               });
    return true;
}
