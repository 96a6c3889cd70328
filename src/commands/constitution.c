/* SPDX-License-Identifier: MIT */
#include "constitution.h"

#include <string.h>
#include <strings.h>

#include "earlier_table.h"
#include "input.h"
#include "quorate/buffer.h"
#include "quorate/bundled.h"
#include "quorate/hash.h"
#include "quorate/tables.h"
#include "quorate/text.h"
#include "table_file.h"

/* ---- Which one */

static const char *list_bundled(struct arena *arena, const char *const *names, size_t count)
{
    struct buffer list = {.arena = arena};
    buffer_add(&list, "The bundled constitutions are:\n");
    for (size_t i = 0; i < count; i++)
        buffer_format(&list, "  %s\n", names[i]);
    return buffer_text(&list);
}

static bool refuse_constitution(struct arena *arena, const char *what, const char *wanted,
                                struct misuse *misuse)
{
    size_t count;
    const char *const *names = bundled_names(&count);
    size_t nearest = text_nearest(arena, wanted, names, count);
    *misuse = (struct misuse){.what = what,
                              .remedy = "Name a bundled constitution, or a folder that holds a "
                                        "table " RULES_TABLE ".",
                              .list = list_bundled(arena, names, count)};
    if (nearest != TEXT_NO_CHOICE)
        misuse->remedy = arena_format(arena, "Did you mean %s?", names[nearest]);
    return false;
}

/* Its rules may stand there under another name. */
static bool refuse_folder(struct arena *arena, const char *folder, const char *wanted,
                          struct misuse *misuse)
{
    size_t count;
    const char *const *names = file_names(arena, folder, &count);
    const char *stray = table_file_near(arena, names, count, RULES_TABLE);
    refuse_constitution(arena,
                        arena_format(arena, "the folder \"%s\" holds no " RULES_TABLE,
                                     text_printable(arena, folder)),
                        wanted, misuse);
    if (stray != NULL)
        misuse->remedy = arena_format(arena,
                                      "It holds %s. If those are the rules, save them as CSV "
                                      "UTF-8 under the name " RULES_TABLE ".",
                                      text_printable(arena, stray));
    return false;
}

/* Two things of one name: the one that is meant may not be passed over for the other. */
static bool refuse_both(struct arena *arena, const char *name, struct misuse *misuse)
{
    misuse->what = arena_format(arena, "%s is a folder here, and a bundled constitution", name);
    misuse->remedy = arena_format(
        arena, "Write -C ./%s for the folder, or -C " CONSTITUTION_BUNDLED "%s.", name, name);
    return false;
}

static bool find_bundled(struct arena *arena, const char *name, struct misuse *misuse)
{
    return bundled_find(name, RULES_TABLE) != NULL ||
           refuse_constitution(arena,
                               arena_format(arena, "there is no bundled constitution \"%s\"",
                                            text_printable(arena, name)),
                               name, misuse);
}

static bool find_folder(struct arena *arena, const char *folder, const struct options *options,
                        struct constitution *constitution, struct misuse *misuse)
{
    if (!file_is_folder(folder))
        return refuse_constitution(
            arena,
            arena_format(arena, "there is no constitution \"%s\"", text_printable(arena, folder)),
            folder, misuse);
    if (options->values[OPTION_RULES] == NULL && table_file(arena, folder, RULES_TABLE) == NULL)
        return refuse_folder(arena, folder, folder, misuse);
    constitution->folder = folder;
    constitution->name = constitution->origin.folder = file_base_name(arena, folder);
    return true;
}

/* Rules in the current folder that are saved as something else would be passed over. A text may be
 * a report of them. */
static const char *rules_here(struct arena *arena)
{
    size_t count;
    const char *const *names = file_names(arena, ".", &count);
    for (size_t i = 0; i < count; i++) {
        const char *ending = file_ending(names[i]);
        if (table_file_is_alike(arena, names[i], RULES_TABLE) && strcasecmp(ending, ".txt") != 0 &&
            !file_is_folder(names[i]))
            return names[i];
    }
    return NULL;
}

static bool refuse_rules_here(struct arena *arena, const char *name, struct misuse *misuse)
{
    misuse->what = arena_format(arena, "%s stands in this folder, and nothing reads it",
                                text_printable(arena, name));
    misuse->remedy =
        "If those are the rules that hold, save them as CSV UTF-8 under the name " RULES_TABLE
        ". If not, say with -C whose rules hold.";
    return false;
}

bool constitution_find(struct arena *arena, const struct options *options,
                       struct constitution *constitution, struct misuse *misuse)
{
    static const char bundled[] = CONSTITUTION_BUNDLED;
    const char *wanted = options->values[OPTION_CONSTITUTION];
    *constitution = (struct constitution){.name = wanted};
    if (wanted == NULL && options->values[OPTION_RULES] == NULL) {
        const char *rules = table_file(arena, ".", RULES_TABLE);
        if (rules != NULL && !file_is_folder(rules))
            return find_folder(arena, ".", options, constitution, misuse);
        const char *unread = rules_here(arena);
        if (unread != NULL)
            return refuse_rules_here(arena, unread, misuse);
    }
    if (wanted == NULL)
        constitution->name = CONSTITUTION_DEFAULT;
    else if (strncmp(wanted, bundled, strlen(bundled)) == 0)
        constitution->name = wanted + strlen(bundled);
    else if (bundled_find(wanted, RULES_TABLE) == NULL)
        return find_folder(arena, wanted, options, constitution, misuse);
    else if (file_exists(wanted))
        return refuse_both(arena, wanted, misuse);
    return find_bundled(arena, constitution->name, misuse);
}

const char *constitution_bundled(struct arena *arena, const char *wanted, struct misuse *misuse)
{
    static const char bundled[] = CONSTITUTION_BUNDLED;
    if (strncmp(wanted, bundled, strlen(bundled)) == 0)
        wanted += strlen(bundled);
    return find_bundled(arena, wanted, misuse) ? wanted : NULL;
}

/* ---- Its tables */

/* What the steps of reading share. */
struct task {
    struct arena *arena;
    struct diag *diag;
    const struct options *options;
    struct constitution *constitution;
};

static bool has_table(const struct task *task, const char *name)
{
    const struct constitution *constitution = task->constitution;
    if (constitution->folder == NULL)
        return bundled_find(constitution->name, name) != NULL;
    return table_file(task->arena, constitution->folder, name) != NULL;
}

/* Whether they hold the same: how lines end, and the mark of UTF-8, are the spreadsheet program's.
 */
static bool holds_same(const struct bytes *own, const struct bundled_file *bundled)
{
    static const char mark[] = "\xEF\xBB\xBF";
    const char *at = own->bytes, *end = own->bytes + own->length;
    const char *other = bundled->bytes, *other_end = bundled->bytes + bundled->length;
    if (own->length >= strlen(mark) && memcmp(at, mark, strlen(mark)) == 0)
        at += strlen(mark);
    while (at < end && other < other_end) {
        at += *at == '\r' && at + 1 < end && at[1] == '\n';
        if (*at++ != *other++)
            return false;
    }
    return at == end && other == other_end;
}

/* Whether some bundled constitution has this table. */
static bool is_known(const char *name, const struct bytes *bytes)
{
    size_t count;
    const char *const *names = bundled_names(&count);
    for (size_t i = 0; i < count; i++) {
        const struct bundled_file *file = bundled_find(names[i], name);
        if (file != NULL && holds_same(bytes, file))
            return true;
    }
    return false;
}

static bool read_of_folder(const struct task *task, const char *name, struct bytes *bytes)
{
    const char *path = table_file_or_csv(task->arena, task->constitution->folder, name);
    if (!input_read_table(task->arena, task->diag, task->options, path, bytes))
        return false;
    bytes->known = is_known(name, bytes);
    return true;
}

/* The bytes of the constitution's own table. */
static bool read_own(const struct task *task, const char *name, struct bytes *bytes)
{
    const struct constitution *constitution = task->constitution;
    if (constitution->folder != NULL)
        return read_of_folder(task, name, bytes);
    const struct bundled_file *file = bundled_find(constitution->name, name);
    if (file == NULL) {
        diag_refuse(task->diag, name, "Name the file with --practices, or correct the rule roll.",
                    "the constitution %s holds no such table", constitution->name);
        return false;
    }
    *bytes = bundled_bytes(file, arena_format(task->arena, CONSTITUTION_BUNDLED "%s/%s",
                                              constitution->name, file->name));
    bytes->known = true;
    return true;
}

/* The same, unless an option gives a table in its place. */
static bool read_table(const struct task *task, enum option_id instead, const char *name,
                       struct bytes *bytes)
{
    const char *path = task->options->values[instead];
    if (path != NULL)
        return input_read_table(task->arena, task->diag, task->options, path, bytes);
    return read_own(task, name, bytes);
}

bool constitution_read_extra(struct arena *arena, struct diag *diag, const struct options *options,
                             struct constitution *constitution, enum option_id instead,
                             const char *name, struct bytes *bytes)
{
    struct task task = {
        .arena = arena, .diag = diag, .options = options, .constitution = constitution};
    return (options->values[instead] != NULL || has_table(&task, name)) &&
           read_table(&task, instead, name, bytes);
}

static void add_table_input(const struct task *task, const char *role, struct bytes bytes,
                            size_t rows)
{
    struct constitution *constitution = task->constitution;
    constitution->texts[constitution->input_count] = bytes;
    constitution->inputs[constitution->input_count++] = input_of(task->arena, role, bytes, rows);
}

/* Of a count that is done again: the table as it was then, should it have grown since. Returns the
 * hash that it has now, NULL where it has not grown. */
static const char *read_as_counted(const struct task *task, enum option_id instead,
                                   const char *name, const char *role, struct bytes *bytes)
{
    const struct saved_result *saved = task->constitution->as_counted;
    const char *now = bytes->sha256 != NULL ? bytes->sha256
                                            : hash_sha256(task->arena, bytes->bytes, bytes->length);
    for (size_t i = 0; saved != NULL && i < saved->input_count; i++) {
        const struct saved_input *input = &saved->inputs[i];
        if (strcmp(input->role, role) == 0 && input->sha256 != NULL &&
            strcmp(input->sha256, now) != 0 &&
            earlier_table(task->arena, task->diag, task->options, input->sha256, bytes)) {
            bytes->known = task->options->values[instead] == NULL && is_known(name, bytes);
            return now;
        }
    }
    return NULL;
}

/* The roll may be called by what it holds, where the rules do not say how. */
static void find_roll(const struct task *task)
{
    struct rules *rules = &task->constitution->rules;
    const char *const names[] = {rules->roll, "members.csv",
                                 arena_format(task->arena, "%s.csv", rules->terms.units)};
    const char *found = NULL;
    if (rules->roll_named || task->constitution->folder == NULL ||
        task->options->values[OPTION_PRACTICES] != NULL)
        return;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if ((found != NULL && text_same(task->arena, names[i], found)) || !file_is_name(names[i]) ||
            !has_table(task, names[i]))
            continue;
        if (found != NULL)
            diag_add(task->diag, SEVERITY_ERROR,
                     (struct place){
                         .file = file_in_folder(task->arena, task->constitution->folder, names[i])},
                     "Say in the rule \"roll\" which of them holds the members, or take the other "
                     "out of the folder.",
                     "the folder has %s too, and only one of them can be the roll", found);
        else
            found = names[i];
    }
    if (found != NULL)
        rules->roll = found;
    else if (strcmp(rules->terms.unit, terms_default.unit) != 0)
        rules->roll = names[1];
}

/* A body that is no locality, and has no table of them, shares the votes among its members. */
static const char *shared_by(const struct task *task)
{
    const struct rules *rules = &task->constitution->rules;
    bool among_members = rules->governing_body_votes != NULL && rules->locality == NULL &&
                         strcmp(rules->terms.unit, terms_default.unit) != 0 &&
                         !has_table(task, LOCALITIES_TABLE);
    return among_members ? rules->roll : LOCALITIES_TABLE;
}

static void read_rules(const struct task *task)
{
    struct constitution *constitution = task->constitution;
    const char *rules = task->options->values[OPTION_RULES];
    constitution->called = rules == NULL ? constitution->name : file_base_name(task->arena, rules);
    struct bytes bytes;
    size_t rows;
    if (!read_table(task, OPTION_RULES, RULES_TABLE, &bytes))
        return;
    constitution->rules_usable =
        load_rules(task->arena, task->diag, bytes, &constitution->rules, &rows);
    add_table_input(task, "rules", bytes, rows);
    find_roll(task);
    constitution->shared_by = shared_by(task);
}

/* Where the rules could not be read the roll's name is a guess, and a wrong guess is no problem of
 * the caller's. */
static bool roll_is_known(const struct task *task)
{
    const struct constitution *constitution = task->constitution;
    const char *name = constitution->rules.roll;
    if (constitution->rules_usable || task->options->values[OPTION_PRACTICES] != NULL)
        return true;
    return name != NULL && file_is_name(name) && has_table(task, name);
}

bool constitution_is_of_localities(const struct constitution *constitution)
{
    const char *roll = constitution->rules_usable ? constitution->rules.roll : NULL;
    return roll != NULL && strcmp(roll, constitution->shared_by) == 0;
}

/* Which option gives a table in the roll's place: where that is the county's table, either does. */
static enum option_id option_of_roll(const struct task *task)
{
    return constitution_is_of_localities(task->constitution) &&
                   task->options->values[OPTION_PRACTICES] == NULL
               ? OPTION_LOCALITIES
               : OPTION_PRACTICES;
}

/* A file that is read as what the operand says, a form's answers, may have the name of a table in
 * its folder. */
static bool is_operand(const struct task *task, const char *name)
{
    const char *folder = task->constitution->folder;
    const char *path = folder == NULL ? NULL : table_file(task->arena, folder, name);
    return path != NULL && task->options->operand_count > 0 &&
           file_is_same(task->options->operands[0], path);
}

static void read_roll_table(const struct task *task)
{
    struct constitution *constitution = task->constitution;
    struct bytes bytes;
    size_t rows;
    if (!roll_is_known(task) || constitution->rules.terms_unreadable || /* nor are its headings */
        !read_table(task, option_of_roll(task), constitution->rules.roll, &bytes))
        return;
    const char *now =
        read_as_counted(task, option_of_roll(task), constitution->rules.roll, "practices", &bytes);
    bool has_terms = constitution->rules_usable || constitution->rules.terms_known;
    constitution->roll_usable =
        load_roll(task->arena, task->diag, bytes, has_terms ? &constitution->rules : NULL,
                  &constitution->roll, &rows);
    add_table_input(task, "practices", bytes, rows);
    constitution->sha256_now[constitution->input_count - 1] = now;
}

static void read_localities(const struct task *task, bool roll_was_read)
{
    struct constitution *constitution = task->constitution;
    struct bytes bytes;
    size_t rows;
    const char *name = constitution->rules_usable ? constitution->shared_by : LOCALITIES_TABLE;
    bool given = task->options->values[OPTION_LOCALITIES] != NULL;
    if (roll_was_read && constitution_is_of_localities(constitution)) {
        constitution->localities = constitution->roll;
        constitution->localities_usable = constitution->roll_usable;
        return;
    }
    if (!given && !has_table(task, name))
        return;
    if (!read_table(task, OPTION_LOCALITIES, name, &bytes))
        return;
    const char *now = read_as_counted(task, OPTION_LOCALITIES, name, "localities", &bytes);
    constitution->localities_usable =
        load_roll(task->arena, task->diag, bytes,
                  constitution_is_of_localities(constitution) ? &constitution->rules : NULL,
                  &constitution->localities, &rows);
    add_table_input(task, "localities", bytes, rows);
    constitution->sha256_now[constitution->input_count - 1] = now;
}

static void read_columns(const struct task *task)
{
    struct bytes bytes;
    size_t rows;
    if (!has_table(task, COLUMNS_TABLE) || !read_own(task, COLUMNS_TABLE, &bytes))
        return;
    (void)load_column_names(task->arena, task->diag, bytes, &task->constitution->columns, &rows);
    add_table_input(task, "columns", bytes, rows);
}

static void read_answers(const struct task *task)
{
    struct bytes bytes;
    size_t rows;
    if (is_operand(task, ANSWERS_TABLE) || !has_table(task, ANSWERS_TABLE) ||
        !read_own(task, ANSWERS_TABLE, &bytes))
        return;
    (void)load_answers(task->arena, task->diag, bytes, &task->constitution->answers, &rows);
    add_table_input(task, "answers", bytes, rows);
}

void constitution_agree(struct arena *arena, struct diag *diag, struct constitution *constitution)
{
    constitution->agrees =
        constitution->rules_usable && constitution->roll_usable &&
        load_agree(arena, diag, &constitution->rules, &constitution->roll,
                   constitution->localities_usable ? &constitution->localities : NULL);
}

/* ---- Whether it is one of the bundled ones */

const struct input *constitution_input(const struct constitution *constitution, const char *role)
{
    for (size_t i = 0; i < constitution->input_count; i++)
        if (strcmp(constitution->inputs[i].role, role) == 0)
            return &constitution->inputs[i];
    return NULL;
}

static const struct bytes *text_of(const struct constitution *constitution, const char *role)
{
    const struct input *input = constitution_input(constitution, role);
    return input == NULL ? NULL : &constitution->texts[input - constitution->inputs];
}

/* Of the tables that were read, by what they hold: a name promises nothing. */
static bool is_bundled(const struct constitution *constitution, const char *name, unsigned reads)
{
    const struct {
        unsigned reads;
        const char *role, *table;
    } compared[] = {
        {READS_RULES, "rules", RULES_TABLE},
        {READS_ROLL, "practices", constitution->rules.roll},
        {READS_COUNTY, "localities", LOCALITIES_TABLE},
        {READS_COLUMNS, "columns", COLUMNS_TABLE},
        {READS_ANSWERS, "answers", ANSWERS_TABLE},
    };
    for (size_t i = 0; i < sizeof compared / sizeof *compared; i++) {
        const struct bytes *own = text_of(constitution, compared[i].role);
        const struct bundled_file *other =
            compared[i].table == NULL ? NULL : bundled_find(name, compared[i].table);
        bool is_read =
            (reads & compared[i].reads) != 0 &&
            (compared[i].reads != READS_COUNTY || !constitution_is_of_localities(constitution));
        if (is_read &&
            (own == NULL || other == NULL ? own != NULL || other != NULL : !holds_same(own, other)))
            return false;
    }
    return true;
}

/* With the one of its own name, else with each: who copies one may call it otherwise. */
static void compare_with_bundled(struct constitution *constitution, unsigned reads)
{
    struct origin *origin = &constitution->origin;
    size_t count;
    const char *const *names = bundled_names(&count);
    if (constitution->folder == NULL)
        return;
    if (bundled_find(constitution->name, RULES_TABLE) != NULL) {
        origin->likeness =
            is_bundled(constitution, constitution->name, reads) ? LIKENESS_SAME : LIKENESS_DIFFERS;
        return;
    }
    for (size_t i = 0; i < count && origin->bundled == NULL; i++)
        if (is_bundled(constitution, names[i], reads)) {
            origin->likeness = LIKENESS_SAME;
            origin->bundled = names[i];
        }
}

void constitution_read(struct arena *arena, struct diag *diag, const struct options *options,
                       unsigned reads, struct constitution *constitution)
{
    struct task task = {
        .arena = arena, .diag = diag, .options = options, .constitution = constitution};
    if (reads & READS_RULES)
        read_rules(&task);
    if (reads & READS_ROLL)
        read_roll_table(&task);
    if (reads & READS_COUNTY)
        read_localities(&task, (reads & READS_ROLL) != 0);
    if (reads & READS_COLUMNS)
        read_columns(&task);
    if (reads & READS_ANSWERS)
        read_answers(&task);
    compare_with_bundled(constitution, reads);
}

bool constitution_has_table_at(struct arena *arena, const struct constitution *constitution,
                               const char *path)
{
    const char *const names[] = {
        RULES_TABLE,  constitution->rules.roll, LOCALITIES_TABLE, COLUMNS_TABLE,  ANSWERS_TABLE,
        VOTERS_TABLE, INTERESTS_TABLE,          COUNTY_TABLE,     ADOPTIONS_TABLE};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (constitution->folder != NULL && names[i] != NULL &&
            table_file_is(arena, constitution->folder, names[i], path))
            return true;
    return false;
}
