/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

#include "html.h"
#include "phrases_verification.h"

static void answer(const struct html *html, const struct verification *verification)
{
    html_section_start(html, "outcome", "Outcome");
    html_start(html, "div", "class", verification->same ? "outcome good" : "outcome bad", NULL);
    html_start(html, "p", "class", "verdict", NULL);
    html_text(html, phrases_verification_answer(verification));
    html_end(html, "p");
    html_break(html);
    html_noted(html, phrases_verification_result(html->arena, verification), NO_POLL,
               ANCHOR_RESULT);
    html_end(html, "div");
    html_break(html);
    html_section_end(html);
}

static void tables(const struct html *html, const struct verification *verification)
{
    static const struct html_column columns[] = {
        {"File", false}, {"Holds", false}, {"Compared", false}};
    struct html_table table = {.columns = columns, .count = sizeof columns / sizeof columns[0]};
    if (verification->file_count == 0)
        return;
    html_section_start(html, "tables", "Tables");
    html_table_start(html, &table, "Whether each file is the one that was counted");
    for (size_t i = 0; i < verification->file_count; i++) {
        const struct verified_file *file = &verification->files[i];
        html_row(html, &table,
                 (const char *const[]){file->file, phrases_capital(html->arena, file->role),
                                       phrases_verification_file(file)});
    }
    html_table_end(html);
    html_section_end(html);
}

static void differences(const struct html *html, const struct verification *verification)
{
    static const struct html_column columns[] = {
        {"Entry", false}, {"Saved", false}, {"Counted", false}};
    struct html_table table = {.columns = columns, .count = sizeof columns / sizeof columns[0]};
    if (verification->differences.count == 0)
        return;
    html_section_start(html, "differences", "What differs");
    html_table_start(html, &table, "Each entry that is not what the tables give");
    for (size_t i = 0; i < verification->differences.count; i++) {
        const struct difference *difference = &verification->differences.items[i];
        html_row(html, &table,
                 (const char *const[]){phrases_capital(html->arena, difference->place),
                                       phrases_verification_value(difference->saved),
                                       phrases_verification_value(difference->counted)});
    }
    html_table_end(html);
    html_section_end(html);
}

/* It has no rows, as the tables have that html_files tells of. */
static void result_file(const struct html *html, const struct input *result)
{
    html_section_start(html, "files", "The result");
    html_facts_start(html);
    html_fact(html, "File", result->file);
    html_fact_label(html, "SHA-256");
    html_start(html, "dd", NULL);
    html_element(html, "code", result->sha256);
    html_end(html, "dd");
    html_break(html);
    html_facts_end(html);
    html_section_end(html);
}

bool report_html_verification(struct arena *arena, const struct verification *verification,
                              struct buffer *out)
{
    struct note_list notes = phrases_verification_notes(arena, verification);
    struct html html = {.arena = arena, .out = out, .notes = &notes, .prefix = "", .level = 2};
    const struct html_title title = {
        .outcome = phrases_verification_answer(verification),
        .about = arena_format(arena, "Recount of %s", verification->result.file),
        .body = verification->body == NULL ? verification->constitution : verification->body,
        .version = verification->version,
    };
    html_page_start(&html, &title);
    answer(&html, verification);
    tables(&html, verification);
    differences(&html, verification);
    html_notes(&html);
    result_file(&html, &verification->result);
    html_page_end(&html, verification->version);
    return true;
}
