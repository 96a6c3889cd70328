/* SPDX-License-Identifier: MIT */
#include "html.h"

#include <string.h>

#include "quorate/date.h"
#include "quorate/ratio.h"
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
    html_element(html, "title",
                 arena_format(html->arena, "%s%s: %s - %s", document->outcome,
                              document->is_confidential ? " (confidential)" : "", document->about,
                              document->body));
    html_break(html);
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
    html_end(html, "p");
    html_break(html);
}

void html_page_start(const struct html *html, const struct document *document)
{
    buffer_add(html->out, head);
    html_empty(html, "meta", "name", "generator", "content",
               arena_format(html->arena, "quorate %s", document->version), NULL);
    html_break(html);
    title(html, document);
    html_style(html);
    every_sheet(html, document);
    buffer_add(html->out, "</head>\n<body>\n<header><p>");
    html_name(html, document->body);
    buffer_add(html->out, "</p></header>\n<main>\n");
    html_patterns(html);
    html_start(html, "h1", NULL);
    html_name(html, document->about);
    html_end(html, "h1");
    html_break(html);
    kind(html, document);
}

void html_page_end(const struct html *html, const struct document *document)
{
    buffer_add(html->out, "</main>\n<footer>");
    html_element(html, "p", arena_format(html->arena, "Made by quorate %s", document->version));
    buffer_add(html->out, "</footer>\n</body>\n</html>\n");
}

void html_notes(const struct html *html, const struct note_list *notes)
{
    size_t at = 0;
    bool started = false;
    for (const struct note *note; (note = write_next_note(notes, &at)) != NULL;) {
        if (!started) {
            html_section_start(html, "notes", "Notes");
            buffer_add(html->out, "<ol class=\"notes\">\n");
            started = true;
        }
        html_start(html, "li", "id", arena_format(html->arena, "note-%zu", note->number), NULL);
        html_text(html, note->text);
        html_end(html, "li");
        html_break(html);
    }
    if (!started)
        return;
    html_end(html, "ol");
    html_break(html);
    html_section_end(html);
}

/* What a file holds: the roll's, what its members are called. */
static const char *held(const struct input *input, const char *units)
{
    return strcmp(input->role, "practices") == 0 ? units : input->role;
}

/* In two halves, so that it fits a sheet wherever the page is opened. */
static void digest(const struct html *html, const char *sha256)
{
    size_t half = strlen(sha256) / 2;
    html_start(html, "code", NULL);
    html_text(html, arena_copy(html->arena, sha256, half));
    html_empty(html, "br", NULL);
    html_text(html, sha256 + half);
    html_end(html, "code");
}

static void file(const struct html *html, struct html_table *table, const struct input *input,
                 const char *units)
{
    html_row_start(html, table, false);
    html_name_cell(html, table, input->file);
    html_cell(html, table, phrases_capital(html->arena, held(input, units)));
    html_cell(html, table,
              input->rows == 0 ? NULL : number_grouped(html->arena, (int64_t)input->rows));
    html_cell_start(html, table);
    if (input->sha256 == NULL)
        html_text(html, "Withheld, because the ballots could be guessed from it");
    else
        digest(html, input->sha256);
    html_cell_end(html, table);
    html_row_end(html);
}

void html_files(const struct html *html, const struct document *document)
{
    static const struct html_column columns[] = {
        {"File", false}, {"Holds", false}, {"Rows", true}, {"SHA-256", false}};
    struct html_table table = {.columns = columns, .count = sizeof columns / sizeof columns[0]};
    if (document->input_count == 0)
        return;
    html_folded_start(html, "files", "Files");
    html_table_start(html, &table, "What was counted, and the fingerprint of each file");
    for (size_t i = 0; i < document->input_count; i++)
        file(html, &table, &document->inputs[i], document->units);
    html_table_end(html);
    html_folded_end(html);
}

void html_signatures(const struct html *html, const struct document *document)
{
    static const char *const lines[] = {"Name", "Signature", "Date"};
    const struct input *signed_for = document->input_count == 0 ? NULL : &document->inputs[0];
    if (document->signature_count == 0)
        return;
    html_start(html, "div", "class", "signatures", NULL);
    html_element(html, "p",
                 arena_format(html->arena, "%s: %s", document->about, document->outcome));
    if (signed_for != NULL && signed_for->sha256 != NULL)
        html_element(
            html, "p",
            arena_format(html->arena, "%s sha256 %s", signed_for->file, signed_for->sha256));
    for (size_t i = 0; i < document->signature_count; i++) {
        html_start(html, "div", "class", "signature", NULL);
        html_paragraph(html, document->signatures[i]);
        for (size_t j = 0; j < sizeof lines / sizeof lines[0]; j++) {
            html_start(html, "p", "class", "line", NULL);
            html_text(html, lines[j]);
            html_end(html, "p");
            html_break(html);
        }
        html_end(html, "div");
    }
    html_end(html, "div");
    html_break(html);
}
