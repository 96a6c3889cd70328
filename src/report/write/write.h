/* SPDX-License-Identifier: MIT */
#ifndef REPORT_WRITE_H
#define REPORT_WRITE_H

#include "../document.h"
#include "quorate/buffer.h"

/* The writers of pages: each adds the whole document to `out` and asks nothing of what report it
 * is. */
void write_text(const struct document *document, struct buffer *out);
void write_markdown(const struct document *document, struct buffer *out);
void write_html(const struct document *document, struct buffer *out);

/* Text that is safe to print: valid UTF-8, and nothing that moves a cursor or turns the reading
 * direction. */
const char *write_printable(struct arena *arena, const char *text);

/* "meeting.csv"; of a workbook with the sheet that was read. */
const char *write_file(struct arena *arena, const struct input *input);

/* What stands for the file of a secret vote in the place of its digest. */
#define WRITE_NO_DIGEST "withheld, because the ballots could be guessed from it"

/* The next note that is to be printed, from *at on, which is moved behind it; NULL at the end. */
const struct note *write_next_note(const struct note_list *notes, size_t *at);

/* "Mrs A and Mr B" before the blank and the rest behind it: how far a text goes up to
 * PHRASES_BLANK. */
size_t write_up_to_blank(const char *text);

/* What the panel of a verdict, or a notice, says behind its label, where neither is drawn. */
const char *write_panel(struct arena *arena, const struct block *block);

#endif
