/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <strings.h>

#include "internal.h"
#include "quorate/text.h"

/* E-mail addresses. */

/* "Hart, Helen <h.hart@nhs.example>", as a mail program copies it, is the address alone. */
static const char *bare_address(struct arena *arena, const char *text)
{
    static const char scheme[] = "mailto:";
    size_t length = strlen(text);
    const char *open = strrchr(text, '<');
    if (open != NULL && text[length - 1] == '>')
        text = text_trim(arena, arena_copy(arena, open + 1, (size_t)(text + length - open) - 2));
    if (strncasecmp(text, scheme, strlen(scheme)) == 0)
        text += strlen(scheme);
    return text;
}

const char *address_read(struct arena *arena, const char *text)
{
    static const char curly[] = "\xE2\x80\x99"; /* a word processor's apostrophe: o'brien@... */
    struct buffer form = {.arena = arena};
    for (const char *at = bare_address(arena, text_trim(arena, text)); *at != '\0'; at++) {
        char letter = *at;
        if (strncmp(at, curly, strlen(curly)) == 0) {
            letter = '\'';
            at += strlen(curly) - 1;
        } else if (letter >= 'A' && letter <= 'Z') {
            letter = (char)(letter - 'A' + 'a');
        }
        buffer_add_bytes(&form, &letter, 1);
    }
    return buffer_text(&form);
}

/* A part of an address between dots: neither empty nor with anything that needs quotes. */
static bool is_dotted(const char *text, size_t length)
{
    bool last_dot = true;
    for (size_t i = 0; i < length; i++) {
        unsigned char letter = (unsigned char)text[i];
        if (letter <= ' ' || letter == 0x7F || strchr(",;:<>()[]\\\"@", letter) != NULL ||
            (letter == '.' && last_dot))
            return false;
        last_dot = letter == '.';
    }
    return !last_dot;
}

bool address_is_sound(const char *form)
{
    size_t local = strcspn(form, "@");
    const char *domain = form[local] == '@' ? form + local + 1 : "";
    return is_dotted(form, local) && is_dotted(domain, strlen(domain)) &&
           strchr(domain, '.') != NULL && strpbrk(domain, "_'!#$%&*+/=?^`{|}~") == NULL;
}
