/* SPDX-License-Identifier: MIT */
#include "page.h"

#include <string.h>

#include "quorate/text.h"

void text_notes(const struct page *page)
{
    bool started = false;
    for (size_t i = 0; i < page->notes->count; i++) {
        const struct note *note = &page->notes->notes[i];
        if (note->number == 0 || note->repeated)
            continue;
        if (!started) {
            page_blank(page);
            page_line(page, "Notes");
            started = true;
        }
        const char *mark = arena_format(page->arena, "[%zu] ", note->number);
        size_t indent = strlen(mark);
        buffer_add(page->out, mark);
        text_wrap(page->out, page_text(page, note->text), indent, indent, PAGE_WIDTH);
    }
}

/* The digest is 64 digits and has a line of its own: behind the name it would pass the margin. */
static void file(const struct page *page, const char *label, const struct input *input)
{
    struct arena *arena = page->arena;
    if (input->sha256 == NULL) {
        page_paragraph(page, label,
                       arena_format(arena,
                                    "%s   sha256 withheld, because the ballots could be guessed "
                                    "from it",
                                    input->file));
        return;
    }
    page_paragraph(page, label, arena_format(arena, "%s   sha256", input->file));
    page_paragraph(page, NULL, input->sha256);
}

void text_files(const struct page *page, const struct input *inputs, size_t count,
                const char *version)
{
    const char *label = "Files";
    page_blank(page);
    for (size_t i = 0; i < count; i++, label = NULL)
        file(page, label, &inputs[i]);
    page_paragraph(page, "Made by", arena_format(page->arena, "quorate %s", version));
}
