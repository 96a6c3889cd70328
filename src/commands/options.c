/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <string.h>

#include "quorate/date.h"
#include "quorate/decoder.h"
#include "quorate/file.h"
#include "quorate/ratio.h"
#include "quorate/tables.h"
#include "quorate/text.h"

struct parser {
    struct arena *arena;
    enum command_id command;
    int count, at; /* of the words, and which is looked at next */
    char *const *words;
    const char **operands;
    size_t operand_room;
    struct options *options;
    struct misuse *misuse;
    bool stopped; /* by --help or --version */
};

static bool refuse_option(struct parser *parser, const char *what, const char *remedy)
{
    *parser->misuse = (struct misuse){.what = what, .remedy = remedy};
    return false;
}

/* The option that the first `length` bytes of `name` spell in full, or OPTIONS. */
static enum option_id find_name(const struct parser *parser, const char *name, size_t length)
{
    for (int id = 0; id < OPTIONS; id++)
        if (option_of(parser->command, (enum option_id)id) &&
            strlen(option_table[id].name) == length &&
            memcmp(option_table[id].name, name, length) == 0)
            return (enum option_id)id;
    return OPTIONS;
}

static enum option_id find_letter(const struct parser *parser, int letter)
{
    for (int id = 0; id < OPTIONS; id++)
        if (option_of(parser->command, (enum option_id)id) && letter != 0 &&
            option_table[id].letter == letter)
            return (enum option_id)id;
    return OPTIONS;
}

static const char *nearest_name(const struct parser *parser, const char *name)
{
    const char *names[OPTIONS];
    size_t count = 0;
    for (int id = 0; id < OPTIONS; id++)
        if (option_of(parser->command, (enum option_id)id))
            names[count++] = option_table[id].name;
    size_t nearest = text_nearest(parser->arena, name, names, count);
    return nearest == TEXT_NO_CHOICE ? NULL : names[nearest];
}

static bool refuse_unknown(struct parser *parser, const char *word, const char *name)
{
    const char *what =
        arena_format(parser->arena, "unknown option %s", text_printable(parser->arena, word));
    const char *meant = nearest_name(parser, name);
    return refuse_option(parser, what,
                         meant == NULL ? NULL
                                       : arena_format(parser->arena, "Did you mean --%s?", meant));
}

static bool check_bytes(struct parser *parser, const char *word)
{
    if (text_invalid_at(word, strlen(word)) == TEXT_VALID)
        return true;
    return refuse_option(parser, "the command line holds a byte that is not UTF-8 text",
                         "Set the terminal to UTF-8, or give the file a name in plain letters.");
}

/* A name is written out, and behind two hyphens: "-date" is not -d ate. */
static bool check_spelling(struct parser *parser, const char *word)
{
    bool is_long = word[1] == '-';
    const char *name = word + (is_long ? 2 : 1);
    size_t length = strcspn(name, "=");
    bool is_name = find_name(parser, name, length) != OPTIONS;
    if (is_long ? is_name : !is_name || length == 1)
        return true;
    const char *spelled = arena_copy(parser->arena, name, length);
    return refuse_unknown(parser, arena_copy(parser->arena, word, length + (is_long ? 2 : 1)),
                          spelled);
}

static bool is_option_word(const struct parser *parser, const char *word)
{
    if (word[0] != '-' || word[1] == '\0')
        return false;
    if (word[1] == '-')
        return find_name(parser, word + 2, strcspn(word + 2, "=")) != OPTIONS;
    return word[2] == '\0' && find_letter(parser, word[1]) != OPTIONS;
}

static bool refuse_choice(struct parser *parser, const struct option_row *row, const char *value)
{
    size_t count = 0;
    while (row->choices[count] != NULL)
        count++;
    return refuse_option(parser,
                         arena_format(parser->arena, "--%s cannot be \"%s\"", row->name,
                                      text_printable(parser->arena, value)),
                         arena_format(parser->arena, "Write %s.",
                                      text_list(parser->arena, row->choices, count, "or")));
}

static bool check_choice(struct parser *parser, const struct option_row *row, const char *value)
{
    for (size_t i = 0; row->choices[i] != NULL; i++)
        if (strcmp(row->choices[i], value) == 0)
            return true;
    return refuse_choice(parser, row, value);
}

static bool check_date(struct parser *parser, const struct option_row *row, const char *value)
{
    struct date date;
    if (date_parse(value, &date))
        return true;
    return refuse_option(parser,
                         arena_format(parser->arena, "--%s \"%s\" is not a date", row->name,
                                      text_printable(parser->arena, value)),
                         "Write it as 2015-06-24, 24/06/2015 or \"24 June 2015\".");
}

static bool check_moment(struct parser *parser, const struct option_row *row, const char *value)
{
    struct moment moment;
    struct date day;
    bool day_will_do = (row->day_alone & 1U << parser->command) != 0;
    if (moment_parse(value, &moment) || (day_will_do && date_parse(value, &day)))
        return true;
    if (day_will_do)
        return refuse_option(
            parser,
            arena_format(parser->arena, "--%s \"%s\" is not a date, nor one with a time", row->name,
                         text_printable(parser->arena, value)),
            "Write it as 2015-04-02, \"2015-04-02 09:00\", \"02/04/2015 09:00\" or "
            "2015-04-02T09:00:00+01:00.");
    return refuse_option(parser,
                         arena_format(parser->arena, "--%s \"%s\" is not a date with a time",
                                      row->name, text_printable(parser->arena, value)),
                         "Write it as \"2015-06-24 17:00\", \"24/06/2015 17:00\" or "
                         "2015-06-24T17:00:00Z.");
}

static bool check_encoding(struct parser *parser, const struct option_row *row, const char *value)
{
    size_t count = 0;
    while (encoding_names[count] != NULL)
        count++;
    if (encoding_find(value) != NULL)
        return true;
    return refuse_option(
        parser,
        arena_format(parser->arena, "--%s \"%s\" is not an encoding that is known", row->name,
                     text_printable(parser->arena, value)),
        arena_format(parser->arena,
                     "It may be %s. Plain CSV from Excel on Windows is windows-1252.",
                     text_list(parser->arena, encoding_names, count, "or")));
}

static bool check_column(struct parser *parser, const struct option_row *row, const char *value)
{
    struct column_name name;
    struct column_fault fault;
    if (load_column_name(parser->arena, text_printable(parser->arena, value), &name, &fault))
        return true;
    return refuse_option(parser, arena_format(parser->arena, "--%s: %s", row->name, fault.what),
                         fault.remedy);
}

/* One text with two meanings is a slip in one of them. */
static bool check_answer_before(struct parser *parser, const struct option_row *row,
                                const struct answer *answer)
{
    const struct option_list *list = &parser->options->lists[OPTION_ANSWER];
    for (size_t i = 0; i < list->count; i++) {
        struct answer before;
        struct column_fault fault;
        if (load_answer(parser->arena, text_printable(parser->arena, list->values[i]), &before,
                        &fault) &&
            strcmp(before.folded, answer->folded) == 0 && strcmp(before.means, answer->means) != 0)
            return refuse_option(parser,
                                 arena_format(parser->arena,
                                              "--%s: \"%s\" is said to mean %s and to mean %s",
                                              row->name, answer->text, before.means, answer->means),
                                 "Keep the one that is right.");
    }
    return true;
}

static bool check_answer(struct parser *parser, const struct option_row *row, const char *value)
{
    struct answer answer;
    struct column_fault fault;
    if (load_answer(parser->arena, text_printable(parser->arena, value), &answer, &fault))
        return check_answer_before(parser, row, &answer);
    return refuse_option(parser, arena_format(parser->arena, "--%s: %s", row->name, fault.what),
                         fault.remedy);
}

static bool check_number(struct parser *parser, const struct option_row *row, const char *value)
{
    long long number;
    if (text_whole_number(value, RATIO_MOST, &number) == NUMBER_OK && number > 0)
        return true;
    return refuse_option(parser,
                         arena_format(parser->arena,
                                      "--%s \"%s\" is not a whole number of 1 or more", row->name,
                                      text_printable(parser->arena, value)),
                         "Write it as 720029 or 720,029.");
}

static bool check_value(struct parser *parser, const struct option_row *row, const char *value)
{
    if (row->value == VALUE_NONE)
        return true;
    if (value[strspn(value, " \t")] == '\0')
        return refuse_option(parser, arena_format(parser->arena, "--%s is empty", row->name),
                             arena_format(parser->arena, "Write --%s %s, or leave the option out.",
                                          row->name, row->argument));
    if (row->value == VALUE_TEXT && text_control_at(value, strlen(value), "") != TEXT_VALID)
        return refuse_option(parser,
                             arena_format(parser->arena,
                                          "--%s holds a line break, a tab or another "
                                          "control character",
                                          row->name),
                             "Write it on one line.");
    if (row->value == VALUE_DATE)
        return check_date(parser, row, value);
    if (row->value == VALUE_MOMENT)
        return check_moment(parser, row, value);
    if (row->value == VALUE_ENCODING)
        return check_encoding(parser, row, value);
    if (row->value == VALUE_COLUMN)
        return check_column(parser, row, value);
    if (row->value == VALUE_ANSWER)
        return check_answer(parser, row, value);
    if (row->value == VALUE_NUMBER)
        return check_number(parser, row, value);
    return row->value == VALUE_CHOICE ? check_choice(parser, row, value) : true;
}

/* The list is copied each time it grows: a command line is short. */
static void add_to_list(struct parser *parser, enum option_id id, const char *value)
{
    struct option_list *list = &parser->options->lists[id];
    const char **values = arena_alloc(parser->arena, list->count + 1, sizeof *values);
    for (size_t i = 0; i < list->count; i++)
        values[i] = list->values[i];
    values[list->count++] = value;
    list->values = values;
}

/* `apart`: the value is a word of its own. */
static bool take(struct parser *parser, enum option_id id, const char *value, bool apart)
{
    struct arena *arena = parser->arena;
    const struct option_row *row = &option_table[id];
    if (!check_bytes(parser, value))
        return false;
    if (apart && is_option_word(parser, value)) /* `-o --force` lacks the file's name */
        return refuse_option(
            parser,
            arena_format(arena, "--%s lacks its %s: %s follows", row->name, row->argument, value),
            arena_format(arena, "If that is what is meant, write --%s=%s.", row->name, value));
    bool repeats = option_repeats(parser->command, id);
    const char *before = repeats ? NULL : parser->options->values[id];
    if (before != NULL && strcmp(before, value) != 0)
        return refuse_option(parser,
                             arena_format(arena, "--%s is given twice, as \"%s\" and \"%s\"",
                                          row->name, text_printable(arena, before),
                                          text_printable(arena, value)),
                             "Keep the one that is right.");
    if (!check_value(parser, row, value))
        return false;
    parser->options->values[id] = value;
    if (repeats)
        add_to_list(parser, id, value);
    parser->stopped = id == OPTION_HELP || id == OPTION_VERSION;
    return true;
}

/* With the value that stands behind it in its own word, NULL for none, else the next word. */
static bool take_option(struct parser *parser, enum option_id id, const char *value)
{
    const struct option_row *row = &option_table[id];
    if (row->value == VALUE_NONE && value == NULL)
        return take(parser, id, "", false);
    if (row->value == VALUE_NONE)
        return refuse_option(
            parser, arena_format(parser->arena, "--%s stands alone, without a value", row->name),
            NULL);
    if (value != NULL)
        return take(parser, id, value, false);
    if (parser->at < parser->count)
        return take(parser, id, parser->words[parser->at++], true);
    return refuse_option(
        parser, arena_format(parser->arena, "--%s lacks its %s", row->name, row->argument), NULL);
}

/* --quiet, --format csv, --format=csv */
static bool take_name(struct parser *parser, const char *word)
{
    const char *name = word + 2, *behind = name + strcspn(name, "=");
    enum option_id id = find_name(parser, name, (size_t)(behind - name));
    return take_option(parser, id, *behind == '=' ? behind + 1 : NULL);
}

/* -q, -f csv, -fcsv, -qf csv */
static bool take_letters(struct parser *parser, const char *word)
{
    for (const char *letter = word + 1; *letter != '\0' && !parser->stopped; letter++) {
        enum option_id id = find_letter(parser, *letter);
        bool is_letter = *letter > ' ' && *letter < 0x7f;
        if (id == OPTIONS)
            return refuse_unknown(
                parser, is_letter ? arena_format(parser->arena, "-%c", *letter) : word, word + 1);
        if (option_table[id].value != VALUE_NONE)
            return take_option(parser, id, letter[1] == '\0' ? NULL : letter + 1);
        if (!take_option(parser, id, NULL))
            return false;
    }
    return true;
}

static void take_operand(struct parser *parser, const char *word)
{
    size_t count;
    const char *const *files = file_matches(parser->arena, word, &count);
    for (size_t i = 0; i < count; i++) {
        const char **operand = ARENA_PUSH(parser->arena, parser->operands,
                                          parser->options->operand_count, parser->operand_room);
        *operand = files[i];
    }
}

static bool parse_words(struct parser *parser)
{
    bool operands_only = false;
    while (parser->at < parser->count && !parser->stopped) {
        const char *word = parser->words[parser->at++];
        if (!check_bytes(parser, word))
            return false;
        if (operands_only || word[0] != '-' || word[1] == '\0')
            take_operand(parser, word);
        else if (strcmp(word, "--") == 0)
            operands_only = true;
        else if (!check_spelling(parser, word) ||
                 !(word[1] == '-' ? take_name(parser, word) : take_letters(parser, word)))
            return false;
    }
    return true;
}

static bool check_standard_input(struct parser *parser)
{
    size_t readers = 0;
    for (int id = 0; id < OPTIONS; id++)
        if (option_table[id].value == VALUE_TABLE && parser->options->values[id] != NULL)
            readers += strcmp(parser->options->values[id], "-") == 0;
    for (size_t i = 0; i < parser->options->operand_count; i++)
        readers += strcmp(parser->operands[i], "-") == 0;
    if (readers <= 1)
        return true;
    return refuse_option(parser, "two tables are to be read from standard input (-)",
                         "Only one can be. Give the name of a file for the other.");
}

bool options_parse(struct arena *arena, enum command_id command, int argument_count,
                   char *const *arguments, struct options *options, struct misuse *misuse)
{
    struct parser parser = {.arena = arena,
                            .command = command,
                            .count = argument_count,
                            .at = 1,
                            .words = arguments,
                            .options = options,
                            .misuse = misuse};
    *options = (struct options){0};
    *misuse = (struct misuse){0};
    bool good = parse_words(&parser) && (parser.stopped || check_standard_input(&parser));
    options->operands = parser.operands;
    return good;
}

bool options_name_file(const struct options *options, const char *path)
{
    for (int id = 0; id < OPTIONS; id++)
        if (option_table[id].value == VALUE_TABLE && options->values[id] != NULL &&
            file_is_same(path, options->values[id]))
            return true;
    for (size_t i = 0; i < options->operand_count; i++)
        if (file_is_same(path, options->operands[i]))
            return true;
    return false;
}
