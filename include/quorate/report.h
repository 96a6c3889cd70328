/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_REPORT_H
#define QUORATE_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"
#include "quorate/attendance.h"
#include "quorate/buffer.h"
#include "quorate/checkup.h"
#include "quorate/county.h"
#include "quorate/editions.h"
#include "quorate/outcome.h"
#include "quorate/register_listing.h"
#include "quorate/reweighting.h"
#include "quorate/rulebook.h"
#include "quorate/timetable.h"
#include "quorate/verification.h"

struct document;

/* How a format takes what it writes. */
enum form {
    FORM_TEXT,   /* a page of plain text */
    FORM_PASTED, /* a page to paste */
    FORM_PAGE,   /* a page of its own */
    FORM_DATA,
    FORM_ROWS,
    FORMS,
};

/* What there is to report. */
enum report_name {
    REPORT_TALLY,
    REPORT_RESOLUTIONS, /* a tally in three lines a motion */
    REPORT_SUMMARY,     /* a tally without its members */
    REPORT_COUNTY,
    REPORT_REWEIGHTING,
    REPORT_ATTENDANCE,
    REPORT_VERIFICATION,
    REPORT_RULEBOOK,
    REPORT_EDITIONS, /* two rulebooks and their rolls, side by side */
    REPORT_TIMETABLE,
    REPORT_ROLL,
    REPORT_CHECKUP,
    REPORT_REGISTER,
    REPORTS,
};

/*
 * One kind of report: what stands in it as a page, as data and as rows, of a finished value (struct
 * outcome, county, reweighting, attendance, verification, rulebook, editions, timetable,
 * electorate, checkup, register_listing).
 * Each only reads.
 */
struct report_kind {
    const char *name; /* "tally" */
    /* NULL where it is no page: then `outcome` is all that text has to say. */
    struct document *(*page)(struct arena *arena, const void *value);
    /* NULL where it is nothing but a page. */
    void (*data)(struct arena *arena, const void *value, struct buffer *out);
    void (*rows)(struct arena *arena, const void *value, struct buffer *out);
    /* What it comes to, as sentences in one line: "CARRIED, 4 votes to 2."; NULL where that is
     * nothing that could be said so. */
    const char *(*outcome)(struct arena *arena, const void *value);
    const char *summaries[FORMS]; /* for help; NULL where it is the format's own */
};

extern const struct report_kind report_kinds[REPORTS];

/* One way to write a report. */
struct format {
    const char *name;      /* "text" */
    const char *extension; /* of a file name that asks for it: "txt" */
    const char *others[2]; /* other extensions that do: "text", or NULL */
    const char *summary;   /* for help */
    enum form form;
    void (*page)(const struct document *document, struct buffer *out); /* of the forms of pages */
};

/* All formats, text first. */
extern const struct format formats[];
extern const size_t format_count;

/* What a format is for, of one kind of report. */
const char *format_summary(const struct format *format, const struct report_kind *kind);

/* Whether the format has a form for this kind of report. */
bool format_writes(const struct format *format, const struct report_kind *kind);

/*
 * Writes what was worked out behind what stands in `out`. `value` is of the type that belongs to
 * the kind: struct outcome, county, reweighting, attendance, verification, rulebook, editions,
 * timetable, checkup or register_listing. The format must have a form for the kind.
 */
void report_write(const struct format *format, const struct report_kind *kind, struct arena *arena,
                  const void *value, struct buffer *out);

/* By name, or by the extension of a file's name; NULL when there is none. */
const struct format *format_named(const char *name);
const struct format *format_of_file(const char *file);

/* The functions of each format, which the table names. */
void report_json(struct arena *arena, const void *value, struct buffer *out);
void report_json_county(struct arena *arena, const void *value, struct buffer *out);
void report_json_reweighting(struct arena *arena, const void *value, struct buffer *out);
void report_json_attendance(struct arena *arena, const void *value, struct buffer *out);
void report_json_verification(struct arena *arena, const void *value, struct buffer *out);
void report_json_rulebook(struct arena *arena, const void *value, struct buffer *out);
void report_json_editions(struct arena *arena, const void *value, struct buffer *out);
void report_json_electorate(struct arena *arena, const void *value, struct buffer *out);
void report_json_timetable(struct arena *arena, const void *value, struct buffer *out);
void report_csv(struct arena *arena, const void *value, struct buffer *out);
void report_csv_county(struct arena *arena, const void *value, struct buffer *out);
void report_csv_reweighting(struct arena *arena, const void *value, struct buffer *out);
void report_csv_attendance(struct arena *arena, const void *value, struct buffer *out);
void report_csv_verification(struct arena *arena, const void *value, struct buffer *out);
void report_csv_rulebook(struct arena *arena, const void *value, struct buffer *out);
void report_csv_editions(struct arena *arena, const void *value, struct buffer *out);
void report_csv_electorate(struct arena *arena, const void *value, struct buffer *out);
void report_csv_timetable(struct arena *arena, const void *value, struct buffer *out);
void report_json_checkup(struct arena *arena, const void *value, struct buffer *out);
void report_csv_checkup(struct arena *arena, const void *value, struct buffer *out);
void report_json_register(struct arena *arena, const void *value, struct buffer *out);
void report_csv_register(struct arena *arena, const void *value, struct buffer *out);

/* The line of a register of decisions, without its line feed: all of it but where it is read, its
 * own hash and what corrects it. */
void report_register_line(struct arena *arena, const struct registered *line, struct buffer *out);

#endif
