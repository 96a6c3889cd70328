/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include "page.h"
#include "phrases_verification.h"

static void files(const struct page *page, const struct verification *verification)
{
    const char *label = "Tables";
    for (size_t i = 0; i < verification->file_count; i++, label = NULL) {
        const struct verified_file *file = &verification->files[i];
        page_paragraph(page, label,
                       arena_format(page->arena, "%s (%s). %s", file->file, file->role,
                                    phrases_verification_file(file)));
    }
}

static void differences(const struct page *page, const struct verification *verification)
{
    if (verification->differences.count == 0)
        return;
    page_blank(page);
    page_line(page, "What differs");
    for (size_t i = 0; i < verification->differences.count; i++) {
        const struct difference *difference = &verification->differences.items[i];
        page_line(page, phrases_capital(page->arena, difference->place));
        page_paragraph(page, "  Saved", phrases_verification_value(difference->saved));
        page_paragraph(page, "  Counted", phrases_verification_value(difference->counted));
    }
}

bool report_text_verification(struct arena *arena, const struct verification *verification,
                              struct buffer *out)
{
    struct note_list notes = phrases_verification_notes(arena, verification);
    struct page page = {.arena = arena, .notes = &notes, .out = out};
    page_title(&page, verification->body == NULL ? verification->constitution : verification->body);
    page_line(&page, arena_format(arena, "Recount of %s", verification->result.file));
    page_blank(&page);
    page_paragraph(&page, "Result",
                   arena_format(arena, "%s. %s%s", verification->same ? "THE SAME" : "DIFFERENT",
                                phrases_verification_result(arena, verification),
                                phrases_anchors(arena, &notes, NO_POLL, ANCHOR_RESULT)));
    files(&page, verification);
    differences(&page, verification);
    text_notes(&page);
    text_files(&page, &verification->result, 1, verification->version);
    return true;
}
