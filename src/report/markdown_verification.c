/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include "markdown.h"
#include "phrases_verification.h"

enum {
    COLUMNS = 3,
};

static void files(const struct markdown *markdown, const struct verification *verification)
{
    markdown_heading(markdown, 2, "Tables");
    markdown_head(markdown, (const char *const[COLUMNS]){"File", "Holds", "Compared"}, COLUMNS,
                  COLUMNS);
    for (size_t i = 0; i < verification->file_count; i++) {
        const struct verified_file *file = &verification->files[i];
        markdown_row(markdown,
                     (const char *const[COLUMNS]){file->file,
                                                  phrases_capital(markdown->arena, file->role),
                                                  phrases_verification_file(file)},
                     COLUMNS);
    }
    markdown_break(markdown);
}

static void differences(const struct markdown *markdown, const struct verification *verification)
{
    if (verification->differences.count == 0)
        return;
    markdown_heading(markdown, 2, "What differs");
    markdown_head(markdown, (const char *const[COLUMNS]){"Entry", "Saved", "Counted"}, COLUMNS,
                  COLUMNS);
    for (size_t i = 0; i < verification->differences.count; i++) {
        const struct difference *difference = &verification->differences.items[i];
        markdown_row(
            markdown,
            (const char *const[COLUMNS]){phrases_capital(markdown->arena, difference->place),
                                         phrases_verification_value(difference->saved),
                                         phrases_verification_value(difference->counted)},
            COLUMNS);
    }
    markdown_break(markdown);
}

bool report_markdown_verification(struct arena *arena, const struct verification *verification,
                                  struct buffer *out)
{
    struct note_list notes = phrases_verification_notes(arena, verification);
    struct markdown markdown = {arena, &notes, out};
    markdown_heading(&markdown, 1,
                     verification->body == NULL ? verification->constitution : verification->body);
    markdown_paragraph(&markdown, arena_format(arena, "Recount of %s.", verification->result.file));
    const char *text = arena_format(arena, "%s. %s", phrases_verification_answer(verification),
                                    phrases_verification_result(arena, verification));
    markdown_fact(&markdown, "Result", markdown_noted(&markdown, text, NO_POLL, ANCHOR_RESULT));
    markdown_break(&markdown);
    files(&markdown, verification);
    differences(&markdown, verification);
    markdown_notes(&markdown);
    markdown_files(&markdown, &verification->result, 1, verification->version);
    return true;
}
