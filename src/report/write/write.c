/* SPDX-License-Identifier: MIT */
#include "write.h"

#include <string.h>

#include "quorate/text.h"

const char *write_printable(struct arena *arena, const char *text)
{
    return text_printable(arena, phrases_valid(arena, text));
}

const char *write_file(struct arena *arena, const struct input *input)
{
    return input->sheet == NULL ? input->file
                                : arena_format(arena, "%s, sheet \"%s\"", input->file,
                                               write_printable(arena, input->sheet));
}

const struct note *write_next_note(const struct note_list *notes, size_t *at)
{
    while (*at < notes->count) {
        const struct note *note = &notes->notes[(*at)++];
        if (note->number > 0 && !note->repeated)
            return note;
    }
    return NULL;
}

size_t write_up_to_blank(const char *text)
{
    return strcspn(text, PHRASES_BLANK);
}

const char *write_panel(struct arena *arena, const struct block *block)
{
    const char *lead =
        block->kind == BLOCK_VERDICT ? arena_format(arena, "%s.", block->lead) : block->lead;
    const char *text = phrases_join(arena, lead, block->text);
    if (block->brief != NULL && block->brief[0] != '\0')
        return block->brief;
    for (size_t i = 0; i < block->item_count; i++)
        text = phrases_join(arena, text, block->items[i]);
    return text;
}
