/* SPDX-License-Identifier: MIT */
#include "messages.h"

#include <string.h>

#include "quorate/buffer.h"
#include "quorate/file.h"
#include "quorate/text.h"

#define COLUMNS 80
#define INDENT  2

#define PREFIX  "quorate:"
#define RED     "\033[1;31m"
#define DEFAULT "\033[0m"

static bool in_color(const struct call *call)
{
    const struct world *world = call->world;
    const char *when = call->options.values[OPTION_COLOR];
    if (when != NULL && strcmp(when, "auto") != 0)
        return strcmp(when, "always") == 0;
    bool unwanted = world->no_color != NULL && world->no_color[0] != '\0';
    bool dumb = world->terminal == NULL || strcmp(world->terminal, "dumb") == 0;
    return world->errors_on_terminal && !unwanted && !dumb;
}

static void say(struct arena *arena, const struct call *call, const char *message)
{
    struct buffer buffer = {.arena = arena};
    bool colored = in_color(call);
    while (*message != '\0') {
        size_t length = strcspn(message, "\n");
        length += message[length] == '\n';
        if (colored && strncmp(message, PREFIX, strlen(PREFIX)) == 0) {
            buffer_add(&buffer, RED PREFIX DEFAULT);
            message += strlen(PREFIX);
            length -= strlen(PREFIX);
        }
        buffer_add_bytes(&buffer, message, length);
        message += length;
    }
    (void)file_write_descriptor(arena, call->world->errors, buffer_text(&buffer), buffer.length);
}

enum status message_misuse(struct arena *arena, const struct call *call,
                           const struct misuse *misuse)
{
    struct buffer message = {.arena = arena};
    text_wrap(&message, arena_format(arena, PREFIX " %s", misuse->what), 0, INDENT, COLUMNS);
    if (misuse->remedy != NULL) {
        buffer_add_repeated(&message, ' ', INDENT);
        text_wrap(&message, misuse->remedy, INDENT, INDENT, COLUMNS);
    }
    if (misuse->list != NULL)
        buffer_add(&message, misuse->list);
    if (call->command == NULL)
        buffer_add(&message, "Try: quorate --help\n");
    else
        buffer_format(&message, "Try: quorate %s --help\n", call->command->name);
    say(arena, call, buffer_text(&message));
    return STATUS_USAGE;
}

void message_problems(struct arena *arena, const struct call *call, const struct diag *diag)
{
    struct buffer message = {.arena = arena};
    bool quiet = call->options.values[OPTION_QUIET] != NULL;
    diag_print(diag, &message, call->command->closing, quiet);
    if (message.length > 0)
        say(arena, call, buffer_text(&message));
}

enum status message_failure(struct arena *arena, const struct call *call, const char *what,
                            const char *behind)
{
    struct buffer message = {.arena = arena};
    text_wrap(&message, arena_format(arena, PREFIX " %s", what), 0, INDENT, COLUMNS);
    if (behind != NULL) {
        buffer_add_repeated(&message, ' ', INDENT);
        text_wrap(&message, behind, INDENT, INDENT, COLUMNS);
    }
    say(arena, call, buffer_text(&message));
    return STATUS_FAILED;
}

void message_note(struct arena *arena, const struct call *call, const char *text)
{
    struct buffer message = {.arena = arena};
    if (call->options.values[OPTION_QUIET] != NULL)
        return;
    text_wrap(&message, text, 0, INDENT, COLUMNS);
    say(arena, call, buffer_text(&message));
}

void message_line(struct arena *arena, const struct call *call, const char *text)
{
    if (call->options.values[OPTION_QUIET] == NULL)
        say(arena, call, arena_format(arena, "%s\n", text));
}
