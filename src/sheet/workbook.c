/* SPDX-License-Identifier: MIT */
#include "book.h"

#include <string.h>

#include "quorate/names.h"
#include "quorate/table.h"
#include "quorate/text.h"

static const char save_again[] =
    "Open it in a spreadsheet program and save it again, as a workbook (.xlsx, .ods) or as CSV.";
static const char save_as[] =
    "Open it in the program that made it, and save it as an Excel workbook "
    "(.xlsx) or as CSV.";
static const char copy_table[] =
    "Copy the table into a spreadsheet program and save it from there.";
static const char without_password[] = "Open it, take the password off, and save it.";

/* ---- What the bytes are */

#define ZIP_BEGINNING "PK\x03\x04"
#define OLE_BEGINNING "\xD0\xCF\x11\xE0"
#define BEGINNING     4

static bool begins_with(struct bytes bytes, const char *beginning)
{
    return bytes.length >= BEGINNING && memcmp(bytes.bytes, beginning, BEGINNING) == 0;
}

bool workbook_is(struct bytes bytes)
{
    return begins_with(bytes, ZIP_BEGINNING) || begins_with(bytes, OLE_BEGINNING);
}

/* What Office puts round a file with a password has this name in it, in UTF-16. */
static bool is_encrypted(struct bytes bytes)
{
    static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    return bytes_hold(bytes, name, sizeof name);
}

static void refuse(struct diag *diag, struct bytes bytes, const char *remedy, const char *what)
{
    diag_refuse(diag, bytes.name, remedy, "%s", what);
}

/* What a zip archive is by a part that it has, where it is none that is read. */
static const struct {
    const char *part, *what, *remedy;
} others[] = {
    {"xl/workbook.bin", "is a binary Excel workbook (.xlsb), which is not read", save_as},
    {"xl/vbaProject.bin", "is an Excel workbook with macros (.xlsm), which is not read", save_as},
    {"Index/Document.iwa", "is a Numbers document, which is not read", save_as},
    {"Index.zip", "is a Numbers document, which is not read", save_as},
    {"word/document.xml", "is a Word document, not a table", copy_table},
    {"ppt/presentation.xml", "is a presentation, not a table", copy_table},
};

static bool refuse_others(const struct zip *zip, struct diag *diag, struct bytes bytes)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (!zip_has(zip, others[i].part))
            continue;
        refuse(diag, bytes, others[i].remedy, others[i].what);
        return true;
    }
    return false;
}

/* ---- Opening it */

static const char *remedy_of(const char *fault)
{
    return fault == zip_encrypted ? without_password : save_again;
}

static const char no_workbook[] = "is a zip archive, and no workbook";
static const char unpack[] = "Unpack it, and give the table that is in it.";

/* Either format has a part that no other archive has. */
static bool open_format(struct workbook *workbook, const char **fault)
{
    if (zip_has(workbook->zip, "_rels/.rels"))
        return xlsx_open(workbook, fault);
    *fault = no_workbook;
    return zip_has(workbook->zip, "content.xml") && ods_open(workbook, fault);
}

struct workbook *workbook_open(struct arena *arena, struct diag *diag, struct bytes bytes,
                               const char *const *wanted, size_t count)
{
    struct workbook *workbook = arena_alloc(arena, 1, sizeof *workbook);
    const char *fault = NULL;
    *workbook =
        (struct workbook){.arena = arena, .bytes = bytes, .wanted = wanted, .wanted_count = count};
    if (begins_with(bytes, OLE_BEGINNING)) {
        if (is_encrypted(bytes))
            refuse(diag, bytes, without_password, zip_encrypted);
        else
            refuse(diag, bytes, save_as, "is an old Excel workbook (.xls), which is not read");
        return NULL;
    }
    workbook->zip = zip_open(arena, bytes, &fault);
    if (workbook->zip != NULL && refuse_others(workbook->zip, diag, bytes))
        return NULL;
    if (workbook->zip == NULL || !open_format(workbook, &fault)) {
        refuse(diag, bytes, fault == no_workbook ? unpack : remedy_of(fault), fault);
        return NULL;
    }
    if (workbook->count == 0) {
        refuse(diag, bytes, copy_table, "is a document without a sheet");
        return NULL;
    }
    return workbook;
}

/* ---- Which sheet */

/* Its rows as text; the first time that it is asked for. */
static bool read_sheet(struct workbook *workbook, struct workbook_sheet *sheet, const char **fault)
{
    if (!sheet->read) {
        sheet->text = workbook->bytes;
        if ((workbook->xlsx != NULL && !xlsx_read_sheet(workbook, sheet, fault)) ||
            !grid_text(&sheet->grid, &sheet->text, fault))
            return false;
    }
    sheet->read = true;
    return true;
}

static const char *quoted_names(const struct workbook *workbook,
                                struct workbook_sheet *const *sheets, size_t count)
{
    const char **names = arena_alloc(workbook->arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = arena_format(workbook->arena, "\"%s\"", sheets[i]->name);
    return text_list(workbook->arena, names, count, "and");
}

/* Sheets that may be meant. */
struct choice {
    struct workbook_sheet **sheets;
    size_t count;
};

/* Those that the command line names; as they are written, where one is, else as names compare. */
static struct choice named(const struct workbook *workbook)
{
    struct choice choice = {
        .sheets = arena_alloc(workbook->arena, workbook->count, sizeof *choice.sheets)};
    for (int exactly = 1; exactly >= 0 && choice.count == 0; exactly--)
        for (size_t i = 0; i < workbook->count; i++) {
            const char *name = workbook->sheets[i].name;
            bool same = false;
            for (size_t w = 0; w < workbook->wanted_count; w++)
                same = same || (exactly ? strcmp(name, workbook->wanted[w]) == 0
                                        : text_same(workbook->arena, name, workbook->wanted[w]));
            if (same)
                choice.sheets[choice.count++] = &workbook->sheets[i];
        }
    return choice;
}

/* Those that are shown and hold something. False when one cannot be read. */
static bool visible(struct workbook *workbook, struct choice *choice, const char **fault)
{
    *choice = (struct choice){
        .sheets = arena_alloc(workbook->arena, workbook->count, sizeof *choice->sheets)};
    for (size_t i = 0; i < workbook->count; i++) {
        struct workbook_sheet *sheet = &workbook->sheets[i];
        if (sheet->hidden)
            continue;
        if (!read_sheet(workbook, sheet, fault))
            return false;
        if (sheet->grid.count > 0)
            choice->sheets[choice->count++] = sheet;
    }
    return true;
}

/* Of several sheets those whose headings pass the test. */
static struct choice known(struct workbook *workbook, struct choice of,
                           bool (*are)(const void *context, const struct heading_row *row),
                           const void *context)
{
    struct choice choice = {.sheets =
                                arena_alloc(workbook->arena, of.count, sizeof *choice.sheets)};
    struct heading_row row;
    for (size_t i = 0; i < of.count && are != NULL; i++)
        if (headings_find(workbook->arena, of.sheets[i]->text, are, context, &row))
            choice.sheets[choice.count++] = of.sheets[i];
    return choice;
}

static void ask_for_sheet(const struct workbook *workbook, struct diag *diag, struct choice choice,
                          const char *what)
{
    struct arena *arena = workbook->arena;
    struct diag_answer *answers = arena_alloc(arena, choice.count, sizeof *answers);
    for (size_t i = 0; i < choice.count; i++) {
        const char *name = choice.sheets[i]->name;
        answers[i].means = wording_public(arena_format(arena, "it is \"%s\"", name));
        answers[i].option = wording_public(arena_format(arena, "--sheet \"%s\"", name));
    }
    diag_ask(diag, (struct place){.file = workbook->bytes.name}, wording_public(what),
             (struct diag_question){.asks = wording_public("Which sheet is meant?"),
                                    .choices = answers,
                                    .count = choice.count});
}

/* None is called what is asked for, or none holds anything. */
static void refuse_choice(const struct workbook *workbook, struct diag *diag)
{
    struct arena *arena = workbook->arena;
    struct choice all = {.sheets = arena_alloc(arena, workbook->count, sizeof *all.sheets)};
    for (size_t i = 0; i < workbook->count; i++)
        all.sheets[all.count++] = &workbook->sheets[i];
    if (workbook->wanted_count > 0)
        ask_for_sheet(
            workbook, diag, all,
            workbook->wanted_count == 1
                ? arena_format(arena, "has no sheet that is called \"%s\"", workbook->wanted[0])
                : "has none of the sheets that --sheet names");
    else
        refuse(diag, workbook->bytes, "It needs a header row, and a row below it for each entry.",
               "is empty: no sheet that is shown holds anything");
}

/* "Withdrawn", "Late votes", "Changes": what stands there may be of the rows that are read. */
static bool bears_on_rows(struct arena *arena, const char *name)
{
    static const char words[] =
        "withdrawn;withdrawal;withdrawals;change;changes;changed;correction;corrections;corrected;"
        "amended;amendment;amendments;late;void;spoilt;spoiled;rejected;invalid;excluded;disputed;"
        "proxy;proxies;apologies;absent;absences;abstention;abstentions;objection;objections;"
        "further;additional;extra;continued;errata;removed;duplicates";
    return name_has_one_of(text_fold(arena, name), words);
}

/* Sheets that are shown and not read, where the command line does not say which is. False, with an
 * error, where one of them may say something of the rows that are. */
static bool others_may_be_left(const struct workbook *workbook, struct diag *diag,
                               struct choice choice, const struct workbook_sheet *chosen)
{
    struct arena *arena = workbook->arena;
    struct choice rest = {.sheets = arena_alloc(arena, choice.count, sizeof *rest.sheets)};
    bool may = true;
    for (size_t i = 0; i < choice.count; i++)
        if (choice.sheets[i] != chosen)
            rest.sheets[rest.count++] = choice.sheets[i];
    if (rest.count == 0 || workbook->wanted_count > 0)
        return true;
    for (size_t i = 0; i < rest.count; i++) {
        const char *name = rest.sheets[i]->name;
        if (!bears_on_rows(arena, name))
            continue;
        diag_refuse(diag, workbook->bytes.name,
                    arena_format(arena,
                                 "If it says anything of the rows, write that into the rows, and "
                                 "delete the sheet; if not, say with --sheet \"%s\" that this one "
                                 "is meant.",
                                 chosen->name),
                    "the sheet \"%s\" is not read beside \"%s\"", name, chosen->name);
        may = false;
    }
    if (may)
        diag_add(diag, SEVERITY_WARNING, (struct place){.file = workbook->bytes.name}, NULL,
                 "the sheet \"%s\" is read, and not %s", chosen->name,
                 quoted_names(workbook, rest.sheets, rest.count));
    return may;
}

/* Sheets that are not shown, and would do as well as the one that is read. */
static void warn_of_hidden(struct workbook *workbook, struct diag *diag,
                           bool (*are)(const void *, const struct heading_row *),
                           const void *context)
{
    const char *fault;
    struct choice hidden = {
        .sheets = arena_alloc(workbook->arena, workbook->count, sizeof *hidden.sheets)};
    for (size_t i = 0; i < workbook->count && workbook->wanted_count == 0; i++)
        if (workbook->sheets[i].hidden && read_sheet(workbook, &workbook->sheets[i], &fault))
            hidden.sheets[hidden.count++] = &workbook->sheets[i];
    hidden = known(workbook, hidden, are, context);
    if (hidden.count > 0)
        diag_add(diag, SEVERITY_WARNING, (struct place){.file = workbook->bytes.name},
                 "Name it with --sheet if it is the one that is meant.",
                 "a hidden sheet has the headings that are needed, and is not read: %s",
                 quoted_names(workbook, hidden.sheets, hidden.count));
}

/* NULL, with an error, when it cannot be told. */
static struct workbook_sheet *choose(struct workbook *workbook, struct diag *diag,
                                     bool (*are)(const void *, const struct heading_row *),
                                     const void *context)
{
    struct choice choice = {0};
    const char *fault = NULL;
    bool sound = true;
    if (workbook->wanted_count > 0) {
        choice = named(workbook);
        for (size_t i = 0; i < choice.count; i++)
            sound = sound && read_sheet(workbook, choice.sheets[i], &fault);
    } else {
        sound = visible(workbook, &choice, &fault);
    }
    if (!sound) {
        refuse(diag, workbook->bytes, remedy_of(fault), fault);
        return NULL;
    }
    struct choice fitting = choice.count > 1 ? known(workbook, choice, are, context) : choice;
    if (fitting.count == 1) {
        if (!others_may_be_left(workbook, diag, choice, fitting.sheets[0]))
            return NULL;
        warn_of_hidden(workbook, diag, are, context);
    } else if (choice.count == 0) {
        refuse_choice(workbook, diag);
    } else {
        ask_for_sheet(workbook, diag, fitting.count > 0 ? fitting : choice,
                      fitting.count > 0 ? "has several sheets with the headings that are needed"
                                        : "has several sheets, and none with the headings that are "
                                          "needed");
    }
    return fitting.count == 1 ? fitting.sheets[0] : NULL;
}

bool workbook_choose(struct arena *arena, struct diag *diag, struct bytes *bytes,
                     bool (*are)(const void *context, const struct heading_row *row),
                     const void *context)
{
    struct workbook *workbook = bytes->workbook;
    struct heading_row row;
    if (workbook == NULL)
        return true;
    struct workbook_sheet *sheet = choose(workbook, diag, are, context);
    if (sheet == NULL)
        return false;
    workbook->chosen = sheet;
    bytes->bytes = sheet->text.bytes;
    bytes->length = sheet->text.length;
    bool found = are != NULL && headings_find(arena, *bytes, are, context, &row);
    grid_report(&sheet->grid, diag, found ? row.line : grid_widest_row(&sheet->grid), bytes);
    return true;
}

const char *workbook_sheet_name(const struct workbook *workbook)
{
    return workbook == NULL || workbook->chosen == NULL ? NULL : workbook->chosen->name;
}

const char *workbook_remedy(struct arena *arena, const char *name)
{
    return arena_format(arena,
                        "If this sheet is meant, say so with --sheet \"%s\", or give it another "
                        "name.",
                        name);
}

bool workbook_name_holds(struct arena *arena, struct diag *diag, struct bytes bytes)
{
    static const char words[] =
        "draft;old;previous;superseded;archive;archived;obsolete;proposed;provisional;template;"
        "example;unchecked;test;backup;copy";
    const char *name = workbook_sheet_name(bytes.workbook);
    if (name == NULL || workbook_is_told_sheets(bytes.workbook) ||
        !name_says_one_of(arena, text_fold(arena, name), words))
        return true;
    diag_refuse(diag, bytes.name, workbook_remedy(arena, name),
                "the sheet that was read is called \"%s\"", name);
    return false;
}

bool workbook_is_told_sheets(const struct workbook *workbook)
{
    return workbook->wanted_count > 0;
}
