/* SPDX-License-Identifier: MIT */

/*
 * options DOCUMENT: prints the document with the parts made anew that the program's own tables of
 * commands and options tell: what stands between a line that ends in "option table: PART" and the
 * next that ends in "option table: end". `make documents` rewrites the documents by it, and
 * tests/run_manual checks that nothing in them was written by hand.
 */
#include <ctype.h>
#include <string.h>
#include <unistd.h>

#include "commands/command_table.h"
#include "quorate/buffer.h"
#include "quorate/decoder.h"
#include "quorate/file.h"
#include "quorate/text.h"

/* ---- What may stand behind an option */

enum offer {
    OFFER_NOTHING, /* only the user knows */
    OFFER_FILES,
    OFFER_KINDS, /* of decision; these two the program tells when it is asked */
    OFFER_CONSTITUTIONS,
    OFFER_WORDS,
};

static enum offer offer_of(const struct option_row *row)
{
    switch (row->value) {
    case VALUE_TABLE:
    case VALUE_FILE:
        return OFFER_FILES;
    case VALUE_DECISION:
        return OFFER_KINDS;
    case VALUE_CONSTITUTION:
        return OFFER_CONSTITUTIONS;
    case VALUE_CHOICE:
    case VALUE_ENCODING:
    case VALUE_FORMAT:
        return OFFER_WORDS;
    case VALUE_NONE:
    case VALUE_TEXT:
    case VALUE_NAME:
    case VALUE_DATE:
    case VALUE_MOMENT:
    case VALUE_COLUMN:
    case VALUE_ANSWER:
    case VALUE_NUMBER:
        break;
    }
    return OFFER_NOTHING;
}

/* "auto always never", of an option that offers words. */
static const char *words_of(struct arena *arena, const struct option_row *row)
{
    struct buffer words = {.arena = arena};
    if (row->value == VALUE_FORMAT) {
        for (size_t i = 0; i < format_count; i++)
            buffer_format(&words, "%s%s", i == 0 ? "" : " ", formats[i].name);
    } else {
        const char *const *names = row->value == VALUE_ENCODING ? encoding_names : row->choices;
        for (size_t i = 0; names[i] != NULL; i++)
            buffer_format(&words, "%s%s", i == 0 ? "" : " ", names[i]);
    }
    return buffer_text(&words);
}

/* ---- Shells */

/* As a word of a shell that stands between single quotation marks. */
static void add_quoted(struct buffer *out, const char *text, const char *quote)
{
    for (const char *at = text; *at != '\0'; at++)
        if (*at == '\'')
            buffer_add(out, quote);
        else
            buffer_add_bytes(out, at, 1);
}

static const char *names_of(struct arena *arena, enum command_id command)
{
    struct buffer names = {.arena = arena};
    for (int id = 0; id < OPTIONS; id++) {
        const struct option_row *row = &option_table[id];
        if (!option_of(command, (enum option_id)id))
            continue;
        buffer_add(&names, names.length == 0 ? "" : " ");
        if (row->letter != 0)
            buffer_format(&names, "-%c ", row->letter);
        buffer_format(&names, "--%s", row->name);
    }
    return buffer_text(&names);
}

static void write_bash(struct buffer *out)
{
    static const char *const calls[] = {"_quorate_nothing", "_quorate_files", "_quorate_kinds",
                                        "_quorate_constitutions", "_quorate_words "};
    struct arena *arena = out->arena;
    buffer_add(out, "# The options of a command, and whether it takes files. Sets `names` and "
                    "`files`.\n_quorate_command() {\n    files=no\n    case $1 in\n");
    for (size_t i = 0; i < command_count; i++)
        buffer_format(out, "    %s)\n        names='%s'\n%s        ;;\n", commands[i].name,
                      names_of(arena, commands[i].id),
                      commands[i].operands_most > 0 ? "        files=yes\n" : "");
    buffer_format(out, "    *)\n        names='%s'\n        ;;\n    esac\n}\n\n",
                  names_of(arena, COMMAND_NONE));
    buffer_add(out, "# What may stand behind an option; 1 when it stands alone.\n"
                    "_quorate_value() {\n    case $1 in\n");
    for (int id = 0; id < OPTIONS; id++) {
        const struct option_row *row = &option_table[id];
        enum offer offer = offer_of(row);
        if (row->value == VALUE_NONE)
            continue;
        buffer_add(out, "    ");
        if (row->letter != 0)
            buffer_format(out, "-%c | ", row->letter);
        buffer_format(out, "--%s) %s%s ;;\n", row->name, calls[offer],
                      offer == OFFER_WORDS ? words_of(arena, row) : "");
    }
    buffer_add(out, "    *) return 1 ;;\n    esac\n    return 0\n}\n\n_quorate_commands() {\n"
                    "    _quorate_words");
    for (size_t i = 0; i < command_count; i++)
        buffer_format(out, " %s", commands[i].name);
    buffer_add(out, "\n}\n");
}

/* An option as _arguments takes it: '(-q --quiet)'{-q,--quiet}'[no warnings]'. */
static void add_zsh_option(struct buffer *out, enum command_id command, enum option_id id)
{
    static const char *const actions[] = {" ", "_files", "_quorate_kinds", "_quorate_constitutions",
                                          ""};
    const struct option_row *row = &option_table[id];
    bool takes_value = row->value != VALUE_NONE;
    struct buffer names = {.arena = out->arena}, excluded = {.arena = out->arena};
    if (row->letter != 0) {
        buffer_format(&excluded, "-%c ", row->letter);
        buffer_format(&names, "{-%c%s,--%s%s}", row->letter, takes_value ? "+" : "", row->name,
                      takes_value ? "=" : "");
    } else {
        buffer_format(&names, "--%s%s", row->name, takes_value ? "=" : "");
    }
    buffer_format(&excluded, "--%s", row->name);
    if (option_repeats(command, id))
        buffer_format(out, "            '*'%s'[", buffer_text(&names));
    else
        buffer_format(out, "            '(%s)'%s'[", buffer_text(&excluded), buffer_text(&names));
    add_quoted(out, option_help(command, id), "'\\''");
    buffer_add(out, "]");
    if (takes_value) {
        enum offer offer = offer_of(row);
        buffer_format(out, ":%s:%s", row->argument, actions[offer]);
        if (offer == OFFER_WORDS)
            buffer_format(out, "(%s)", words_of(out->arena, row));
    }
    buffer_add(out, "'\n");
}

static void add_zsh_case(struct buffer *out, const char *name, enum command_id command,
                         const char *operand, bool several)
{
    buffer_format(out, "    %s)\n        options=(\n", name);
    for (int id = 0; id < OPTIONS; id++)
        if (option_of(command, (enum option_id)id))
            add_zsh_option(out, command, (enum option_id)id);
    if (operand != NULL)
        buffer_format(out, "            '%s:%s:_files'\n", several ? "*" : "", operand);
    buffer_add(out, "        )\n        ;;\n");
}

static void write_zsh(struct buffer *out)
{
    buffer_add(out, "_quorate_commands() {\n    local -a commands=(\n");
    for (size_t i = 0; i < command_count; i++) {
        buffer_format(out, "        '%s:", commands[i].name);
        add_quoted(out, commands[i].summary, "'\\''");
        buffer_add(out, "'\n");
    }
    buffer_add(out, "    )\n    _describe command commands\n}\n\n"
                    "# What _arguments is to know of a command. Sets `options`.\n"
                    "_quorate_options() {\n    case $1 in\n");
    for (size_t i = 0; i < command_count; i++)
        add_zsh_case(out, commands[i].name, commands[i].id, commands[i].operand,
                     commands[i].operands_most > 1);
    add_zsh_case(out, "*", COMMAND_NONE, NULL, false);
    buffer_add(out, "    esac\n}\n");
}

static void add_fish_option(struct buffer *out, const char *when, enum command_id command,
                            enum option_id id)
{
    const struct option_row *row = &option_table[id];
    buffer_format(out, "complete -c quorate -n '%s'", when);
    if (row->letter != 0)
        buffer_format(out, " -s %c", row->letter);
    buffer_format(out, " -l %s", row->name);
    if (row->value != VALUE_NONE)
        switch (offer_of(row)) {
        case OFFER_NOTHING:
            buffer_add(out, " -x");
            break;
        case OFFER_FILES:
            buffer_add(out, " -r -F");
            break;
        case OFFER_KINDS:
            buffer_add(out, " -x -a '(_quorate_kinds)'");
            break;
        case OFFER_CONSTITUTIONS:
            buffer_add(out, " -x -a '(_quorate_constitutions)'");
            break;
        case OFFER_WORDS:
            buffer_format(out, " -x -a '%s'", words_of(out->arena, row));
            break;
        }
    buffer_add(out, " -d '");
    add_quoted(out, option_help(command, id), "\\'");
    buffer_add(out, "'\n");
}

static void write_fish(struct buffer *out)
{
    static const char first[] = "__fish_use_subcommand";
    for (size_t i = 0; i < command_count; i++) {
        buffer_format(out, "complete -c quorate -n '%s' -f -a %s -d '", first, commands[i].name);
        add_quoted(out, commands[i].summary, "\\'");
        buffer_add(out, "'\n");
    }
    for (size_t i = 0; i <= command_count; i++) {
        const struct command *command = i < command_count ? &commands[i] : NULL;
        enum command_id id = command == NULL ? COMMAND_NONE : command->id;
        const char *when =
            command == NULL
                ? first
                : arena_format(out->arena, "__fish_seen_subcommand_from %s", command->name);
        if (command != NULL && command->operands_most == 0)
            buffer_format(out, "complete -c quorate -n '%s' -f\n", when);
        for (int option = 0; option < OPTIONS; option++)
            if (option_of(id, (enum option_id)option))
                add_fish_option(out, when, id, (enum option_id)option);
    }
}

/* ---- The manual, in mdoc */

/* Running text of the manual in lines of its source. */
struct prose {
    struct buffer *out;
    const char *const *choices; /* words that the user types, ended by NULL; or NULL */
    size_t column;
};

#define PROSE_COLUMNS 80

/* A line of text or of a macro that begins here. */
static void prose_break(struct prose *prose)
{
    if (prose->column > 0)
        buffer_add(prose->out, "\n");
    prose->column = 0;
}

/* So that each hyphen is one that can be copied. */
static const char *in_mdoc(struct arena *arena, const char *text)
{
    struct buffer escaped = {.arena = arena};
    for (const char *at = text; *at != '\0'; at++) {
        buffer_add(&escaped, *at == '-' ? "\\" : "");
        buffer_add_bytes(&escaped, at, 1);
    }
    return buffer_text(&escaped);
}

static void prose_macro(struct prose *prose, const char *macro, const char *word,
                        const char *behind)
{
    prose_break(prose);
    buffer_format(prose->out, ".%s %s%s%s\n", macro, in_mdoc(prose->out->arena, word),
                  *behind == '\0' ? "" : " ", behind);
}

static bool is_choice(const struct prose *prose, const char *word)
{
    for (const char *const *at = prose->choices; at != NULL && *at != NULL; at++)
        if (strcmp(*at, word) == 0)
            return true;
    return false;
}

/* An option is a macro, and so is a word that may stand behind one. */
static void prose_word(struct prose *prose, const char *word)
{
    struct arena *arena = prose->out->arena;
    size_t length = strcspn(word, ".,:;)");
    bool is_last = word[length] == '\0' || word[length + 1] == '\0';
    const char *bare = arena_copy(arena, word, length);
    if (word[0] == '-' && length > 1 && is_last) {
        prose_macro(prose, "Fl", bare + 1, word + length);
    } else if (is_last && is_choice(prose, bare)) {
        prose_macro(prose, "Cm", bare, word + length);
    } else {
        const char *text = in_mdoc(arena, word);
        if (prose->column > 0 && prose->column + 1 + strlen(text) > PROSE_COLUMNS)
            prose_break(prose);
        const char *before = prose->column > 0 ? " " : text[0] == '.' ? "\\&" : "";
        buffer_format(prose->out, "%s%s", before, text);
        prose->column += strlen(before) + strlen(text);
    }
}

/* A sentence that ends begins a new line, so that the space behind it is as wide as it should be.
 */
static void prose_add(struct prose *prose, const char *text)
{
    while (*text != '\0') {
        size_t length = strcspn(text, " ");
        prose_word(prose, arena_copy(prose->out->arena, text, length));
        if (text[length - 1] == '.')
            prose_break(prose);
        text += length;
        text += strspn(text, " ");
    }
    prose_break(prose);
}

/* A text of a help page as a sentence. */
static const char *sentence(struct arena *arena, const char *text, bool begins)
{
    char *copy = arena_format(arena, "%s%s", text, text[strlen(text) - 1] == '?' ? "" : ".");
    if (begins)
        copy[0] = (char)toupper((unsigned char)copy[0]);
    return copy;
}

/* Which commands take it, where not all do. */
static void add_takers(struct buffer *out, enum option_id id)
{
    struct buffer takers = {.arena = out->arena};
    const char *other = NULL;
    size_t others = 0;
    for (size_t i = 0; i < command_count; i++)
        if (option_of(commands[i].id, id)) {
            buffer_format(&takers, "%s%s", takers.length == 0 ? "" : " , ", commands[i].name);
        } else {
            other = commands[i].name;
            others++;
        }
    if (others == 1)
        buffer_format(out, ".Pq every command but Cm %s\n", other);
    else if (others > 1)
        buffer_format(out, ".Pq Cm %s\n", buffer_text(&takers));
}

static void add_manual_option(struct buffer *out, enum option_id id)
{
    struct arena *arena = out->arena;
    const struct option_row *row = &option_table[id];
    struct prose prose = {.out = out, .choices = row->choices};
    buffer_add(out, ".It Fl ");
    if (row->letter != 0)
        buffer_format(out, "%c , Fl ", row->letter);
    buffer_format(out, "\\-%s", in_mdoc(arena, row->name));
    if (row->argument != NULL)
        buffer_format(out, " Ar %s", row->argument);
    buffer_add(out, "\n");
    add_takers(out, id);
    prose_add(&prose, sentence(arena, row->help, true));
    prose.choices = NULL;
    if (row->value == VALUE_ENCODING) {
        size_t count = 0;
        while (encoding_names[count] != NULL)
            count++;
        prose.choices = encoding_names;
        prose_add(&prose, arena_format(arena, "The names are %s.",
                                       text_list(arena, encoding_names, count, "and")));
        prose.choices = NULL;
    }
    if (row->more != NULL)
        prose_add(&prose, row->more);
    for (size_t i = 0; i < command_count; i++)
        if (row->help_of[commands[i].id] != NULL) {
            prose_add(&prose, "With");
            prose_macro(&prose, "Cm", commands[i].name, ":");
            prose_add(&prose, sentence(arena, row->help_of[commands[i].id], false));
        }
    if (row->help_of[COMMAND_NONE] != NULL)
        prose_add(&prose, arena_format(arena, "Without a command: %s",
                                       sentence(arena, row->help_of[COMMAND_NONE], false)));
}

static void write_manual(struct buffer *out)
{
    buffer_add(out, ".Bl -tag -width Ds\n");
    for (int id = 0; id < OPTIONS; id++)
        add_manual_option(out, (enum option_id)id);
    buffer_add(out, ".El\n");
}

/* ---- The offline page */

static void add_string(struct buffer *out, const char *text)
{
    buffer_add(out, "\"");
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '"' || *at == '\\')
            buffer_add(out, "\\");
        buffer_add_bytes(out, at, 1);
    }
    buffer_add(out, "\"");
}

/* What a field of the page has to know of a value. */
static const char *kind_of(const struct option_row *row)
{
    switch (row->value) {
    case VALUE_NONE:
        return "flag";
    case VALUE_TABLE:
    case VALUE_FILE:
        return "file";
    case VALUE_DECISION:
        return "decision";
    case VALUE_CONSTITUTION:
        return "constitution";
    case VALUE_CHOICE:
    case VALUE_ENCODING:
    case VALUE_FORMAT:
        return "choice";
    case VALUE_DATE:
        return "date";
    case VALUE_MOMENT:
        return "moment";
    case VALUE_NUMBER:
        return "number";
    case VALUE_TEXT:
    case VALUE_NAME:
    case VALUE_COLUMN:
    case VALUE_ANSWER:
        break;
    }
    return "text";
}

static void add_page_option(struct buffer *out, enum command_id command, enum option_id id)
{
    const struct option_row *row = &option_table[id];
    buffer_format(out,
                  "            { name: \"%s\", kind: \"%s\", repeats: %s, choices: \"%s\",\n"
                  "              help: ",
                  row->name, kind_of(row), option_repeats(command, id) ? "true" : "false",
                  offer_of(row) == OFFER_WORDS ? words_of(out->arena, row) : "");
    add_string(out, option_help(command, id));
    buffer_add(out, " },\n");
}

static void write_page(struct buffer *out)
{
    for (size_t i = 0; i < command_count; i++) {
        buffer_format(out, "    {\n        name: \"%s\",\n        summary: ", commands[i].name);
        add_string(out, commands[i].summary);
        buffer_add(out, ",\n        options: [\n");
        for (int id = 0; id < OPTIONS; id++)
            if (option_of(commands[i].id, (enum option_id)id))
                add_page_option(out, commands[i].id, (enum option_id)id);
        buffer_add(out, "        ],\n    },\n");
    }
}

/* ---- A document */

static const struct {
    const char *name;
    void (*write)(struct buffer *out);
} parts[] = {
    {"bash", write_bash},     {"zsh", write_zsh},   {"fish", write_fish},
    {"manual", write_manual}, {"page", write_page},
};

#define PARTS ((int)(sizeof parts / sizeof *parts))
#define END   (-1)

/* The part that a line begins, END where it ends one; PARTS for any other line. */
static int part_at(const char *line)
{
    static const char mark[] = "option table: ";
    const char *at = strstr(line, mark);
    if (at == NULL)
        return PARTS;
    for (int i = 0; i < PARTS; i++)
        if (strcmp(at + strlen(mark), parts[i].name) == 0)
            return i;
    return strcmp(at + strlen(mark), "end") == 0 ? END : PARTS;
}

static void make(struct buffer *out, const char *document)
{
    bool made = false;
    while (*document != '\0') {
        size_t length = strcspn(document, "\n");
        const char *line = arena_copy(out->arena, document, length);
        int part = part_at(line);
        made = made && part != END;
        if (!made)
            buffer_format(out, "%s\n", line);
        if (part != END && part != PARTS) {
            parts[part].write(out);
            made = true;
        }
        document += length + (document[length] == '\n');
    }
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_new(NULL);
    struct file_fault fault;
    if (arena == NULL || argc != 2)
        return 2;
    struct buffer out = {.arena = arena};
    struct bytes document = file_read(arena, argv[1], &fault);
    if (fault.kind == FILE_SOUND) {
        make(&out, arena_copy(arena, document.bytes, document.length));
        fault = file_write_descriptor(arena, STDOUT_FILENO, buffer_text(&out), out.length);
    }
    arena_free(arena);
    return fault.kind == FILE_SOUND ? 0 : 1;
}
