/* SPDX-License-Identifier: MIT */
#include "html.h"

#include <string.h>

#include "quorate/date.h"
#include "quorate/ratio.h"
#include "quorate/text.h"
#include "write.h"

/* Nothing is fetched and nothing runs, and the browser is told to hold the page to it. The
 * apostrophes stand as they are, so that the policy can be found in the file. */
static const char head[] =
    "<!DOCTYPE html>\n"
    "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en-GB\" xml:lang=\"en-GB\">\n"
    "<head>\n"
    "<meta charset=\"utf-8\"/>\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'\"/>\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
    "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
    "<meta name=\"format-detection\" content=\"telephone=no\"/>\n";

/* What stands on every sheet of paper: in the margins, because anything that is fixed to a sheet
 * hides a part of the page below it. */
static void every_sheet(const struct html *html, const struct document *document)
{
    static const char font[] = ";font:9pt Arial,Helvetica,sans-serif}";
    buffer_add(html->out, "<style>\n@page{@top-left{content:");
    html_css_string(html, document->about);
    buffer_format(html->out, "%s}\n", font);
    if (document->is_confidential)
        buffer_add(html->out, "@page{@bottom-left{content:\"CONFIDENTIAL: shows secret ballots\";"
                              "font:bold 9pt Arial,Helvetica,sans-serif}}\n");
    buffer_add(html->out, "</style>\n");
}

static void title(const struct html *html, const struct document *document)
{
    html_line(html, "title", NULL,
              arena_format(html->arena, "%s%s: %s - %s", document->outcome,
                           document->is_confidential ? " (confidential)" : "", document->about,
                           document->body));
}

/* "Vote at a meeting on 24 June 2015" */
static void kind(const struct html *html, const struct document *document)
{
    bool dated = date_given(document->date);
    if (document->kind == NULL && !dated)
        return;
    html_start(html, "p", "class", "kind", NULL);
    if (document->kind != NULL)
        html_text(html, document->kind);
    if (dated) {
        html_text(html, document->kind == NULL ? "" : phrases_before_date(document->kind));
        html_start(html, "time", "datetime", date_iso(html->arena, document->date), NULL);
        html_text(html, date_long(html->arena, document->date));
        html_end(html, "time");
    }
    html_end_line(html, "p");
}

void html_page_start(const struct html *html, const struct document *document)
{
    buffer_add(html->out, head);
    html_empty(html, "meta", "name", "generator", "content",
               arena_format(html->arena, "quorate %s", document->version), NULL);
    buffer_add(html->out, "\n");
    title(html, document);
    html_style(html);
    every_sheet(html, document);
    buffer_add(html->out, "</head>\n<body>\n<header><p>");
    html_name(html, document->body);
    buffer_add(html->out, "</p></header>\n<main>\n");
    html_patterns(html);
    html_start(html, "h1", NULL);
    html_name(html, document->about);
    html_end_line(html, "h1");
    kind(html, document);
    if (document->origin != NULL)
        html_line(html, "p", NULL, document->origin);
}

void html_page_end(const struct html *html, const struct document *document)
{
    buffer_add(html->out, "</main>\n<footer>");
    html_element(html, "p", NULL,
                 arena_format(html->arena, "Made by quorate %s", document->version));
    buffer_add(html->out, "</footer>\n</body>\n</html>\n");
}

void html_notes(const struct html *html, const struct note_list *notes)
{
    size_t at = 0;
    bool started = false;
    for (const struct note *note; (note = write_next_note(notes, &at)) != NULL;) {
        if (!started) {
            html_section_start(html, "notes", "Notes", false);
            html_start(html, "ol", "class", "notes", NULL);
            started = true;
        }
        html_start(html, "li", "id", arena_format(html->arena, "note-%zu", note->number), NULL);
        html_text(html, note->text);
        html_end_line(html, "li");
    }
    if (!started)
        return;
    html_end_line(html, "ol");
    html_section_end(html, false);
}

/* What a file holds: the roll's, what its members are called. */
static const char *held(const struct document *document, const struct input *input)
{
    if (strcmp(input->role, "practices") == 0)
        return document->units;
    if (strcmp(input->role, "other practices") == 0)
        return arena_format(document->arena, "other %s", document->units);
    return strcmp(input->role, "localities") == 0 ? document->sharers : input->role;
}

void html_files(const struct html *html, const struct document *document)
{
    struct doc_table *table =
        doc_table_new(html->arena, "What was counted, and the fingerprint of each file",
                      "File|Holds|#Rows|SHA-256");
    if (document->input_count == 0)
        return;
    for (size_t i = 0; i < document->input_count; i++) {
        const struct input *input = &document->inputs[i];
        bool told = input->sha256 != NULL;
        doc_table_row(
            table,
            (const char *const[]){
                write_file(html->arena, input), text_capital(html->arena, held(document, input)),
                input->rows == 0 ? NULL : number_grouped(html->arena, (int64_t)input->rows),
                told ? input->sha256 : "Withheld, because the ballots could be guessed from it"})
            ->cells[3]
            .is_digest = told;
    }
    html_section_start(html, "files", "Files", true);
    html_table(html, table);
    html_section_end(html, true);
}

void html_signatures(const struct html *html, const struct document *document)
{
    static const char *const lines[] = {"Name", "Signature", "Date"};
    const struct input *signed_for = document->input_count == 0 ? NULL : &document->inputs[0];
    if (document->signature_count == 0)
        return;
    html_start(html, "div", "class", "signatures", NULL);
    html_element(html, "p", NULL,
                 arena_format(html->arena, "%s: %s", document->about, document->outcome));
    if (signed_for != NULL && signed_for->sha256 != NULL)
        html_element(
            html, "p", NULL,
            arena_format(html->arena, "%s sha256 %s", signed_for->file, signed_for->sha256));
    for (size_t i = 0; i < document->signature_count; i++) {
        html_start(html, "div", "class", "signature", NULL);
        html_line(html, "p", NULL, document->signatures[i]);
        for (size_t j = 0; j < sizeof lines / sizeof lines[0]; j++)
            html_line(html, "p", "line", lines[j]);
        html_end(html, "div");
    }
    html_end_line(html, "div");
}
