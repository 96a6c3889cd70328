/* SPDX-License-Identifier: MIT */
#include "quorate/wording.h"

#include <assert.h>
#include <string.h>

#include "quorate/buffer.h"
#include "quorate/confusable.h"

struct wording wording_public(const char *text)
{
    return (struct wording){.full = text, .discreet = text};
}

struct wording wording_of_row(const char *text, const char *instead)
{
    return (struct wording){.full = text, .discreet = instead};
}

struct wording wording_quote(struct arena *arena, const char *text, const char *instead)
{
    return wording_of_row(arena_format(arena, "\"%s\"", text), instead);
}

struct wording wording_suggestion(struct arena *arena, const char *text, const char *meant)
{
    const char *question = meant == NULL ? "" : arena_format(arena, "Did you mean \"%s\"? ", meant);
    const char *why = text_look_alike(arena, text, meant);
    return wording_of_row(arena_format(arena, "%s%s", why, question), "");
}

struct wording wording_of_parts(struct arena *arena, const char *template,
                                const struct wording *parts, size_t count)
{
    struct buffer full = {.arena = arena}, discreet = {.arena = arena};
    size_t used = 0;
    for (const char *at = template; at != NULL; used++) {
        const char *place = strstr(at, "%s");
        size_t length = place == NULL ? strlen(at) : (size_t)(place - at);
        buffer_add_bytes(&full, at, length);
        buffer_add_bytes(&discreet, at, length);
        at = place;
        if (place == NULL)
            break;
        assert(used < count);
        buffer_add(&full, parts[used].full);
        buffer_add(&discreet, parts[used].discreet);
        at += 2;
    }
    assert(used == count);
    return wording_of_row(buffer_text(&full), buffer_text(&discreet));
}
