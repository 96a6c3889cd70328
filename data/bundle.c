/* SPDX-License-Identifier: MIT */

/*
 * bundle OUTPUT TABLE...: writes tables as C (include/quorate/bundled.h): those of the
 * constitutions, data/NAME/TABLE.csv, sorted, and data/bank-holidays.csv. Each goes in byte for
 * byte. Rules and rolls are read as well, by the readers that a run would read them with, and go in
 * as functions that fill in what was read (struct made_table): in code no address has to be moved
 * when the program starts, as in tables of pointers it has.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "quorate/buffer.h"
#include "quorate/hash.h"
#include "quorate/tables.h"

#define BYTES_A_LINE 16
#define TEXTS_MOST   ((size_t)10000)

/* A table of the command line: its path, and the parts of that. */
struct source {
    const char *constitution; /* NULL for the bank holidays */
    const char *name;
    struct bytes bytes;
    bool is_made; /* below, with so many rows, by the rules that are the source `by`: */
    size_t rows, by;
};

#define BY_NONE SIZE_MAX

/* The C that is to be, and the texts in it, each of which is there once: rules_stand_together asks
 * which are the same. */
struct writing {
    struct arena *arena;
    struct buffer out;
    struct buffer texts;
    const char *known[TEXTS_MOST];
    size_t count;
};

/* ---- Values */

/* The elements of a char array. Character constants, because 0xe2 does not fit a signed char. */
static void add_bytes(struct buffer *out, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        buffer_format(out, "%s'\\x%02x',", i % BYTES_A_LINE == 0 ? "\n    " : " ",
                      (unsigned char)bytes[i]);
}

/* What a text is called in C. */
static const char *text_of(struct writing *to, const char *text)
{
    size_t at = 0;
    if (text == NULL)
        return "NULL";
    while (at < to->count && strcmp(to->known[at], text) != 0)
        at++;
    if (at == TEXTS_MOST) {
        (void)fputs("bundle: the tables hold too many texts\n", stderr);
        exit(EXIT_FAILURE);
    }
    if (at == to->count) {
        to->known[to->count++] = text;
        buffer_format(&to->texts, "static const char text_%zu[] = {", at);
        add_bytes(&to->texts, text, strlen(text) + 1);
        buffer_add(&to->texts, "\n};\n");
    }
    return arena_format(to->arena, "text_%zu", at);
}

/* Members of a struct, but those that are 0 anyway. */
static void put_text(struct writing *to, const char *member, const char *text)
{
    if (text != NULL)
        buffer_format(&to->out, ".%s = %s, ", member, text_of(to, text));
}

static void put_number(struct writing *to, const char *member, int64_t number)
{
    if (number != 0)
        buffer_format(&to->out, ".%s = %" PRId64 ", ", member, number);
}

static void put_count(struct writing *to, const char *member, size_t count)
{
    put_number(to, member, (int64_t)count);
}

static void put_date(struct writing *to, const char *member, struct date date)
{
    if (date.year != 0)
        buffer_format(&to->out, ".%s = {%d, %d, %d}, ", member, date.year, date.month, date.day);
}

static void put_ratio(struct writing *to, const char *member, struct ratio ratio)
{
    buffer_format(&to->out, ".%s = {%" PRId64 ", %" PRId64 "}, ", member, ratio.p, ratio.q);
}

/* An array of the function's own, `name`. */
static void put_texts(struct writing *to, const char *name, const char *const *texts, size_t count)
{
    if (count == 0)
        return;
    buffer_format(&to->out, "    const char **%s = arena_alloc(arena, %zu, sizeof *%s);\n", name,
                  count, name);
    for (size_t i = 0; i < count; i++)
        buffer_format(&to->out, "    %s[%zu] = %s;\n", name, i, text_of(to, texts[i]));
}

static void put_terms(struct writing *to, const struct terms *terms)
{
    buffer_add(&to->out, ".terms = {");
    put_text(to, "unit", terms->unit);
    put_text(to, "units", terms->units);
    put_number(to, "own_measure", terms->own_measure);
    put_text(to, "measure", terms->measure);
    put_text(to, "measures", terms->measures);
    put_text(to, "size", terms->size);
    put_text(to, "sizes", terms->sizes);
    put_text(to, "column", terms->column);
    put_text(to, "counted", terms->counted);
    put_text(to, "whole", terms->whole);
    put_text(to, "sharers", terms->sharers);
    put_text(to, "lead", terms->lead);
    put_text(to, "teller", terms->teller);
    put_text(to, "signature", terms->signature);
    buffer_add(&to->out, "},\n        ");
}

/* ---- Rules */

static void put_condition(struct writing *to, const struct condition *condition, size_t rule)
{
    put_number(to, "is_number", condition->is_number);
    put_number(to, "strictly", condition->strictly);
    put_number(to, "at_most", condition->at_most);
    put_ratio(to, "amount", condition->amount);
    put_number(to, "rounding", condition->rounding);
    put_number(to, "plus", condition->plus);
    put_number(to, "limit", condition->limit);
    put_number(to, "number", condition->number);
    put_number(to, "measure", condition->measure);
    put_number(to, "scope", condition->scope);
    put_number(to, "side", condition->side);
    put_number(to, "among", condition->among);
    if (condition->name_count > 0)
        buffer_format(&to->out, ".names = names_%zu, ", rule);
    put_count(to, "name_count", condition->name_count);
    put_number(to, "replying", condition->replying);
}

static void put_weight(struct writing *to, const struct weight *weight, size_t rule)
{
    put_number(to, "kind", weight->kind);
    put_number(to, "patients", weight->patients);
    put_number(to, "rounding", weight->rounding);
    put_number(to, "least", weight->least);
    if (weight->step_count > 0)
        buffer_format(&to->out, ".steps = steps_%zu, ", rule);
    put_count(to, "step_count", weight->step_count);
    put_number(to, "most", weight->most);
    put_ratio(to, "share", weight->share);
    put_number(to, "share_after", weight->share_after);
}

/* A value in words of its own; what is one of the fixed words is taken (rule_take). */
static void put_value(struct writing *to, const struct rule *rule, size_t number)
{
    switch (rule->kind) {
    case RULE_WEIGHT:
        buffer_add(&to->out, ".as.weight = {");
        put_weight(to, &rule->as.weight, number);
        buffer_add(&to->out, "}");
        break;
    case RULE_QUORUM:
    case RULE_PASSES:
    case RULE_ELECTS:
    case RULE_REVIEW:
        buffer_add(&to->out, ".as.condition = {");
        put_condition(to, &rule->as.condition, number);
        buffer_add(&to->out, "}");
        break;
    case RULE_PROXIES:
        put_number(to, "as.proxies.most", rule->as.proxies.most);
        put_number(to, "as.proxies.from_present", rule->as.proxies.from_present);
        break;
    case RULE_VOTERS:
        put_number(to, "as.roles", rule->as.roles);
        break;
    case RULE_REVIEW_BY:
        put_date(to, "as.date", rule->as.date);
        break;
    case RULE_GOVERNING_BODY_VOTES:
    case RULE_PERIOD:
    case RULE_KEEP_BALLOTS:
    case RULE_REVIEW_INTERESTS:
        put_number(to, "as.number", rule->as.number);
        break;
    default: /* the text is all there is */
        break;
    }
}

/* What a value points at. */
static void put_arrays(struct writing *to, const struct rule *rule, size_t number)
{
    if (rule_is_condition(rule))
        put_texts(to, arena_format(to->arena, "names_%zu", number), rule->as.condition.names,
                  rule->as.condition.name_count);
    if (rule->kind != RULE_WEIGHT || rule->as.weight.step_count == 0)
        return;
    buffer_format(&to->out, "    static const struct weight_step steps_%zu[] = {", number);
    for (size_t i = 0; i < rule->as.weight.step_count; i++) {
        buffer_add(&to->out, "{");
        put_number(to, "up_to", rule->as.weight.steps[i].up_to);
        put_number(to, "votes", rule->as.weight.steps[i].votes);
        buffer_add(&to->out, "}, ");
    }
    buffer_add(&to->out, "};\n");
}

static void put_rule(struct writing *to, const struct rule *rule, size_t number)
{
    put_arrays(to, rule, number);
    buffer_format(&to->out, "    rows[%zu] = (struct rule){.source = source, ", number);
    put_number(to, "kind", rule->kind);
    put_text(to, "decision", rule->decision);
    put_text(to, "text", rule->text);
    put_text(to, "clause", rule->clause);
    put_number(to, "stated", rule->stated);
    put_text(to, "unstated", rule->unstated);
    put_text(to, "reading", rule->reading);
    put_text(to, "group", rule->group);
    put_count(to, "line", rule->line);
    int value = rule_value(rule);
    if (value == RULE_VALUE_OPEN)
        put_value(to, rule, number);
    buffer_add(&to->out, "};\n");
    if (value != RULE_VALUE_OPEN)
        buffer_format(&to->out, "    rule_take(&rows[%zu], %d);\n", number, value);
}

static void put_row(struct writing *to, const char *member, const struct rules *rules,
                    const struct rule *rule)
{
    if (rule != NULL)
        buffer_format(&to->out, ".%s = &rows[%zu], ", member, (size_t)(rule - rules->rows));
}

static void put_rules(struct writing *to, const struct rules *rules, size_t number)
{
    buffer_format(&to->out,
                  "\nstatic void rules_%zu(struct arena *arena, struct bytes bytes, "
                  "struct rules *rules)\n{\n"
                  "    struct rule *rows = arena_alloc(arena, %zu, sizeof *rows);\n"
                  "    struct rule_source *source = arena_alloc(arena, 1, sizeof *source);\n"
                  "    source->table = bytes;\n",
                  number, rules->count);
    put_texts(to, "decisions", rules->decisions, rules->decision_count);
    for (size_t i = 0; i < rules->count; i++)
        put_rule(to, &rules->rows[i], i);
    buffer_add(&to->out, "    *rules = (struct rules){\n        .file = bytes.name, .made = "
                         "bytes.made, .rows = rows, .decisions = decisions,\n        ");
    put_text(to, "body", rules->body);
    put_text(to, "edition", rules->edition);
    put_text(to, "roll", rules->roll);
    put_number(to, "roll_named", rules->roll_named);
    put_terms(to, &rules->terms);
    put_number(to, "terms_known", rules->terms_known);
    put_number(to, "terms_unreadable", rules->terms_unreadable);
    put_count(to, "count", rules->count);
    put_count(to, "decision_count", rules->decision_count);
    put_row(to, "locality", rules, rules->locality);
    put_row(to, "governing_body_votes", rules, rules->governing_body_votes);
    put_row(to, "governing_body_total", rules, rules->governing_body_total);
    put_row(to, "review_by", rules, rules->review_by);
    put_row(to, "review_interests", rules, rules->review_interests);
    buffer_add(&to->out, "};\n}\n");
}

/* ---- Rolls */

static void put_member(struct writing *to, const struct member *member)
{
    buffer_format(&to->out, "    members[%zu] = (struct member){", member->index);
    put_count(to, "index", member->index);
    put_number(to, "list_size", member->list_size);
    put_number(to, "votes", member->votes);
    put_count(to, "line", member->line);
    put_count(to, "row", member->row);
    put_text(to, "name", member->name);
    put_text(to, "code", member->code);
    put_text(to, "area", member->area);
    put_count(to, "area_number", member->area_number);
    put_text(to, "class_cell", member->class_cell);
    put_number(to, "classes", (int64_t)member->classes);
    put_text(to, "aliases", member->aliases);
    put_text(to, "source", member->source);
    put_number(to, "practices", member->practices);
    put_date(to, "tenure.from", member->tenure.from);
    put_date(to, "tenure.to", member->tenure.to);
    put_count(to, "whole", member->whole);
    buffer_add(&to->out, "};\n");
}

static void put_keys(struct writing *to, const struct roll *roll)
{
    buffer_format(&to->out, "    struct roll_key *keys = arena_alloc(arena, %zu, sizeof *keys);\n",
                  roll->key_count);
    for (size_t i = 0; i < roll->key_count; i++) {
        const struct roll_key *key = &roll->keys[i];
        buffer_format(&to->out, "    keys[%zu] = (struct roll_key){.member = &members[%zu], ", i,
                      key->member->index);
        put_text(to, "folded", key->folded);
        put_number(to, "from", key->from);
        buffer_add(&to->out, "};\n");
    }
}

static void put_classes(struct writing *to, const struct roll *roll)
{
    if (roll->class_count == 0)
        return;
    buffer_format(&to->out,
                  "    struct roll_class *classes = arena_alloc(arena, %zu, sizeof *classes);\n",
                  roll->class_count);
    for (size_t i = 0; i < roll->class_count; i++) {
        buffer_format(&to->out, "    classes[%zu] = (struct roll_class){", i);
        put_text(to, "name", roll->classes[i].name);
        put_text(to, "folded", roll->classes[i].folded);
        buffer_add(&to->out, "};\n");
    }
}

static void put_place(struct writing *to, const struct place *place)
{
    if (place == NULL)
        return;
    buffer_add(&to->out, "    struct place *stated_at = arena_alloc(arena, 1, sizeof *stated_at);\n"
                         "    *stated_at = (struct place){.file = bytes.name, ");
    put_count(to, "line", place->line);
    put_count(to, "column", place->column);
    put_count(to, "width", place->width);
    put_count(to, "cell", place->cell);
    put_count(to, "row", place->row);
    put_text(to, "text", place->text);
    buffer_add(&to->out, "};\n");
}

static void put_columns(struct writing *to, const struct roll *roll)
{
    put_number(to, "of_localities", roll->of_localities);
    put_count(to, "name_column", roll->name_column);
    put_count(to, "code_column", roll->code_column);
    put_count(to, "area_column", roll->area_column);
    put_count(to, "class_column", roll->class_column);
    put_count(to, "practices_column", roll->practices_column);
    put_number(to, "has_list_sizes", roll->has_list_sizes);
    put_number(to, "has_votes", roll->has_votes);
    put_number(to, "votes_shared", roll->votes_shared);
    put_number(to, "vote_places", roll->vote_places);
}

static void put_sums(struct writing *to, const struct roll *roll)
{
    put_count(to, "unknown", roll->unknown);
    put_number(to, "population", roll->population);
    put_number(to, "has_stated_total", roll->has_stated_total);
    put_number(to, "stated_total", roll->stated_total);
    put_number(to, "stated_practices", roll->stated_practices);
    put_number(to, "stated_votes", roll->stated_votes);
    put_date(to, "as_at", roll->as_at);
    put_number(to, "population_then", roll->population_then);
    put_date(to, "day", roll->day);
}

static void put_roll(struct writing *to, const struct roll *roll, size_t number)
{
    buffer_format(&to->out,
                  "\nstatic void roll_%zu(struct arena *arena, struct bytes bytes, "
                  "struct roll *roll)\n{\n"
                  "    struct member *members = arena_alloc(arena, %zu, sizeof *members);\n",
                  number, roll->count);
    for (size_t i = 0; i < roll->count; i++)
        put_member(to, &roll->members[i]);
    put_keys(to, roll);
    put_classes(to, roll);
    put_texts(to, "areas", roll->areas, roll->area_count);
    put_place(to, roll->stated_votes_at);
    buffer_add(&to->out, "    *roll = (struct roll){\n        .file = bytes.name, .built_in = "
                         "bytes.built_in, .members = members, .keys = keys,\n        ");
    if (roll->class_count > 0)
        buffer_add(&to->out, ".classes = classes, ");
    if (roll->area_count > 0)
        buffer_add(&to->out, ".areas = areas, ");
    if (roll->stated_votes_at != NULL)
        buffer_add(&to->out, ".stated_votes_at = stated_at, ");
    put_count(to, "count", roll->count);
    put_count(to, "key_count", roll->key_count);
    put_count(to, "class_count", roll->class_count);
    put_count(to, "area_count", roll->area_count);
    put_terms(to, &roll->terms);
    put_columns(to, roll);
    put_sums(to, roll);
    buffer_add(&to->out, "};\n}\n");
}

/* ---- Tables */

static bool is_of(const struct source *source, const char *constitution, const char *name)
{
    return source->constitution != NULL && strcmp(source->constitution, constitution) == 0 &&
           strcmp(source->name, name) == 0;
}

/* The place of the constitution's rules; BY_NONE where it has none. */
static size_t rules_of(const struct source *sources, size_t count, const char *constitution)
{
    for (size_t i = 0; i < count; i++)
        if (constitution != NULL && is_of(&sources[i], constitution, "rules.csv"))
            return i;
    return BY_NONE;
}

/* Reads the table as what it is, and writes what it says. A roll that changes from day to day, and
 * what is neither rules nor a roll, is left for each run to read. False, and told, when there is
 * anything to say of it. */
static bool make_table(struct writing *to, struct source *sources, size_t count, size_t at)
{
    struct source *source = &sources[at];
    struct diag diag = {.arena = to->arena};
    struct rules rules;
    struct roll roll;
    size_t rules_at = rules_of(sources, count, source->constitution);
    bool sound = rules_at == BY_NONE ||
                 load_rules(to->arena, &diag, sources[rules_at].bytes, &rules, &source->rows);
    source->by = BY_NONE;
    if (rules_at == at) {
        put_rules(to, &rules, at);
        source->is_made = true;
    } else if (sound && rules_at != BY_NONE) {
        bool of_rules = strcmp(rules.roll, source->name) == 0;
        bool is_roll = of_rules || strcmp(source->name, "localities.csv") == 0;
        sound = !is_roll || load_roll(to->arena, &diag, source->bytes, of_rules ? &rules : NULL,
                                      &roll, &source->rows);
        source->is_made = is_roll && sound && roll.history == NULL && roll.absent == NULL;
        source->by = of_rules ? rules_at : BY_NONE;
        if (source->is_made)
            put_roll(to, &roll, at);
    }
    struct buffer said = {.arena = to->arena};
    diag_print(&diag, &said, "", false);
    (void)fputs(buffer_text(&said), stderr);
    return sound && diag.errors + diag.warnings == 0;
}

static void write_table(struct writing *to, const struct source *source, size_t number)
{
    buffer_format(&to->out, "\nstatic const char file_%zu[] = {", number);
    add_bytes(&to->out, source->bytes.bytes, source->bytes.length + 1);
    buffer_add(&to->out, "\n};\n");
}

static void write_made(struct writing *to, const struct source *source, size_t number)
{
    bool is_roll = strcmp(source->name, "rules.csv") != 0;
    if (!source->is_made)
        return;
    buffer_format(&to->out, "static const struct made_table made_%zu = {.of = file_%zu, ", number,
                  number);
    put_count(to, "rows", source->rows);
    if (source->by != BY_NONE)
        buffer_format(&to->out, ".by = &made_%zu, ", source->by);
    buffer_format(&to->out, ".%s = %s_%zu};\n", is_roll ? "roll" : "rules",
                  is_roll ? "roll" : "rules", number);
}

/* What stands between the braces of a struct bundled_file. */
static void add_file(struct buffer *out, const struct source *source, size_t number)
{
    const char *hash = hash_sha256(out->arena, source->bytes.bytes, source->bytes.length);
    buffer_add(out, "{");
    if (source->constitution == NULL)
        buffer_add(out, "NULL");
    else
        buffer_format(out, "\"%s\"", source->constitution);
    buffer_format(out, ", \"%s\", file_%zu, sizeof file_%zu - 1, \"%s\", ", source->name, number,
                  number, hash);
    if (source->is_made)
        buffer_format(out, "&made_%zu}", number);
    else
        buffer_add(out, "NULL}");
}

static void write_files(struct writing *to, const struct source *sources, size_t count)
{
    struct buffer names = {.arena = to->arena}, files = {.arena = to->arena};
    const char *last = "";
    for (size_t i = 0; i < count; i++) {
        const char *constitution = sources[i].constitution;
        if (constitution == NULL) {
            buffer_add(&to->out, "\nconst struct bundled_file bundled_bank_holidays = ");
            add_file(&to->out, &sources[i], i);
            buffer_add(&to->out, ";\n");
            continue;
        }
        buffer_add(&files, "    ");
        add_file(&files, &sources[i], i);
        buffer_add(&files, ",\n");
        if (strcmp(constitution, last) != 0)
            buffer_format(&names, "    \"%s\",\n", constitution);
        last = constitution;
    }
    buffer_format(&to->out,
                  "\nconst struct bundled_file bundled_files[] = {\n%s};\n"
                  "const size_t bundled_file_count = sizeof bundled_files / sizeof "
                  "*bundled_files;\n"
                  "\nconst char *const bundled_constitutions[] = {\n%s};\n"
                  "const size_t bundled_constitution_count =\n"
                  "    sizeof bundled_constitutions / sizeof *bundled_constitutions;\n",
                  buffer_text(&files), buffer_text(&names));
}

/* NULL, and told, when a table is not sound. */
static const char *write_tables(struct arena *arena, struct source *sources, size_t count)
{
    struct writing *to = arena_alloc(arena, 1, sizeof *to);
    *to = (struct writing){.arena = arena, .out = {.arena = arena}, .texts = {.arena = arena}};
    bool sound = true;
    for (size_t i = 0; i < count; i++) {
        write_table(to, &sources[i], i);
        sound = make_table(to, sources, count, i) && sound;
    }
    for (size_t i = 0; i < count; i++) /* rules stand behind rolls, by their names */
        if (sources[i].by == BY_NONE)
            write_made(to, &sources[i], i);
    for (size_t i = 0; i < count; i++)
        if (sources[i].by != BY_NONE)
            write_made(to, &sources[i], i);
    write_files(to, sources, count);
    return !sound ? NULL
                  : arena_format(arena,
                                 "/* Written by data/bundle.c. Change the tables under data/ "
                                 "instead. */\n#include \"quorate/bundled.h\"\n"
                                 "#include \"quorate/tables.h\"\n\n%s%s",
                                 buffer_text(&to->texts), buffer_text(&to->out));
}

static bool read_table(struct arena *arena, const char *path, struct source *source)
{
    struct file_fault fault;
    const char *slash = strrchr(path, '/');
    const char *folder = arena_copy(arena, path, slash == NULL ? 0 : (size_t)(slash - path));
    const char *parent = strrchr(folder, '/');
    source->name = slash == NULL ? path : slash + 1;
    source->constitution = parent == NULL ? NULL : parent + 1;
    source->bytes = file_read(arena, path, &fault);
    source->bytes.known = true;
    if (fault.kind != FILE_SOUND)
        (void)fprintf(stderr, "bundle: %s %s\n", path, fault.words);
    return fault.kind == FILE_SOUND;
}

/* Replaced only when it would change, so that nothing is built again for nothing. */
static bool write_file(struct arena *arena, const char *path, const char *text)
{
    struct file_fault fault;
    struct bytes now = file_read(arena, path, &fault);
    if (fault.kind == FILE_SOUND && strcmp(now.bytes, text) == 0)
        return true;
    FILE *file = fopen(path, "wb");
    bool written = file != NULL && fputs(text, file) >= 0;
    written = file != NULL && fclose(file) == 0 && written;
    if (!written)
        perror(path);
    return written;
}

int main(int count, char *arguments[])
{
    struct arena *arena = arena_new(NULL);
    if (count < 4 || arena == NULL) {
        (void)fputs("usage: bundle OUTPUT TABLE... (of a constitution, and the bank holidays)\n",
                    stderr);
        return EXIT_FAILURE;
    }
    size_t tables = (size_t)count - 2;
    struct source *sources = arena_alloc(arena, tables, sizeof *sources);
    bool sound = true;
    for (size_t i = 0; i < tables; i++)
        sound = read_table(arena, arguments[i + 2], &sources[i]) && sound;
    const char *text = sound ? write_tables(arena, sources, tables) : NULL;
    sound = text != NULL && write_file(arena, arguments[1], text);
    arena_free(arena);
    return sound ? EXIT_SUCCESS : EXIT_FAILURE;
}
