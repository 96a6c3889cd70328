/* SPDX-License-Identifier: MIT */
#include "quorate/workbook_make.h"

#include <assert.h>
#include <string.h>

#include "quorate/buffer.h"
#include "quorate/text.h"
#include "zip.h"

/* The parts of an .xlsx as text: ECMA-376 part 1, 18.3 for the order of what stands in a sheet. */

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN        "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE      "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE     "http://schemas.openxmlformats.org/package/2006/"
#define SHEET_TYPE  "application/vnd.openxmlformats-officedocument.spreadsheetml."

#define LETTERS    26  /* so a column is one letter */
#define NOTE_MOST  255 /* bytes, which are no fewer than the characters that Excel allows */
#define WIDTH_MOST 60  /* characters of the widest column */

static const char types[] = DECLARATION
    "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
    "Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" "
    "ContentType=\"" SHEET_TYPE "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" "
    "ContentType=\"" SHEET_TYPE "styles+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" "
    "ContentType=\"" SHEET_TYPE "worksheet+xml\"/><Override PartName=\"/xl/worksheets/sheet2.xml\" "
    "ContentType=\"" SHEET_TYPE "worksheet+xml\"/></Types>\n";

static const char root[] = DECLARATION
    "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId1\" Type=\"" OFFICE
    "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>\n";

static const char relations[] = DECLARATION
    "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId1\" Type=\"" OFFICE
    "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" OFFICE
    "/worksheet\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"rId3\" Type=\"" OFFICE
    "/styles\" Target=\"styles.xml\"/></Relationships>\n";

/* In the order of the styles below. */
enum style {
    STYLE_FIXED,
    STYLE_HEADING,
    STYLE_TEXT,
    STYLE_DAY,
    STYLE_MOMENT,
};

#define OPEN_CELL                                                                                  \
    " fontId=\"0\" fillId=\"0\" borderId=\"0\" applyNumberFormat=\"1\" "                           \
    "applyProtection=\"1\"><protection locked=\"0\"/></xf>"

static const char styles[] = DECLARATION
    "<styleSheet xmlns=\"" MAIN "\"><fonts count=\"2\"><font><sz val=\"11\"/><name "
    "val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
    "patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    "</cellStyleXfs><cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
    "borderId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" "
    "applyFont=\"1\"/><xf numFmtId=\"49\"" OPEN_CELL "<xf numFmtId=\"14\"" OPEN_CELL
    "<xf numFmtId=\"22\"" OPEN_CELL "</cellXfs></styleSheet>\n";

static enum style style_of(const struct made_column *column)
{
    static const enum style by_kind[] = {
        [MADE_TEXT] = STYLE_TEXT, [MADE_DAY] = STYLE_DAY, [MADE_MOMENT] = STYLE_MOMENT};
    return by_kind[column->kind];
}

/* ---- Texts and cells */

/* A text that looks like an escape of a character ("_x000D_") has its underscore escaped. */
static void add_text(struct buffer *xml, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '&')
            buffer_add(xml, "&amp;");
        else if (*text == '<')
            buffer_add(xml, "&lt;");
        else if (*text == '>')
            buffer_add(xml, "&gt;");
        else if (*text == '"')
            buffer_add(xml, "&quot;");
        else if (strncmp(text, "_x", 2) == 0)
            buffer_add(xml, "_x005F_");
        else
            buffer_add_bytes(xml, text, 1);
    }
}

static void add_cell(struct buffer *xml, size_t column, size_t row, enum style style,
                     const char *text)
{
    buffer_format(xml, "<c r=\"%c%zu\" s=\"%d\"", (char)('A' + column), row, (int)style);
    if (text == NULL) {
        buffer_add(xml, "/>");
        return;
    }
    buffer_add(xml, " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    add_text(xml, text);
    buffer_add(xml, "</t></is></c>");
}

static const char *cell_at(const struct made_sheet *sheet, size_t row, size_t column)
{
    return sheet->cells[row * sheet->column_count + column];
}

static void add_rows(struct buffer *xml, const struct made_sheet *sheet)
{
    buffer_add(xml, "<sheetData><row r=\"1\">");
    for (size_t column = 0; column < sheet->column_count; column++)
        add_cell(xml, column, 1, STYLE_HEADING, sheet->columns[column].heading);
    buffer_add(xml, "</row>");
    for (size_t row = 0; row < sheet->row_count; row++) {
        buffer_format(xml, "<row r=\"%zu\">", row + 2);
        for (size_t column = 0; column < sheet->column_count; column++) {
            const struct made_column *of = &sheet->columns[column];
            add_cell(xml, column, row + 2, of->fixed ? STYLE_FIXED : style_of(of),
                     cell_at(sheet, row, column));
        }
        buffer_add(xml, "</row>");
    }
    buffer_add(xml, "</sheetData>");
}

/* As wide as the widest cell; what is typed below the rows is open. */
static void add_columns(struct buffer *xml, const struct made_sheet *sheet)
{
    buffer_add(xml, "<cols>");
    for (size_t column = 0; column < sheet->column_count; column++) {
        size_t width = text_width(sheet->columns[column].heading) + 4;
        for (size_t row = 0; row < sheet->row_count; row++) {
            const char *cell = cell_at(sheet, row, column);
            size_t needed = cell == NULL ? 0 : text_width(cell) + 2;
            width = needed > width ? needed : width;
        }
        buffer_format(xml,
                      "<col min=\"%zu\" max=\"%zu\" width=\"%zu\" style=\"%d\" customWidth=\"1\"/>",
                      column + 1, column + 1, width > WIDTH_MOST ? WIDTH_MOST : width,
                      (int)style_of(&sheet->columns[column]));
    }
    buffer_add(xml, "</cols>");
}

/* ---- What may be typed */

static void add_note(struct buffer *xml, const struct made_column *column)
{
    if (column->note == NULL || strlen(column->note) > NOTE_MOST)
        return;
    buffer_add(xml, " showInputMessage=\"1\" promptTitle=\"");
    add_text(xml, column->heading);
    buffer_add(xml, "\" prompt=\"");
    add_text(xml, column->note);
    buffer_add(xml, "\"");
}

static void add_range(struct buffer *xml, size_t column, size_t from, size_t to)
{
    char letter = (char)('A' + column);
    buffer_format(xml, " sqref=\"%c%zu:%c%zu\"", letter, from + 2, letter, to + 1);
}

static bool has_choices(const struct made_sheet *sheet, size_t column)
{
    for (size_t i = 0; i < sheet->choice_count; i++)
        if (sheet->choices[i].column == column)
            return true;
    return false;
}

static void add_validations(struct buffer *xml, const struct made_sheet *sheet)
{
    struct buffer all = {.arena = xml->arena};
    size_t count = sheet->choice_count;
    for (size_t i = 0; i < sheet->choice_count; i++) {
        const struct made_choices *choices = &sheet->choices[i];
        char letter = (char)('A' + i);
        buffer_add(&all, "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\"");
        add_note(&all, &sheet->columns[choices->column]);
        add_range(&all, choices->column, choices->from, choices->to);
        buffer_format(&all, "><formula1>Choices!$%c$1:$%c$%zu</formula1></dataValidation>", letter,
                      letter, choices->count);
    }
    for (size_t column = 0; column < sheet->column_count; column++) {
        if (sheet->columns[column].note == NULL || has_choices(sheet, column))
            continue;
        count++;
        buffer_add(&all, "<dataValidation allowBlank=\"1\"");
        add_note(&all, &sheet->columns[column]);
        add_range(&all, column, 0, sheet->row_count);
        buffer_add(&all, "/>");
    }
    if (count > 0)
        buffer_format(xml, "<dataValidations count=\"%zu\">%s</dataValidations>", count,
                      buffer_text(&all));
}

/* ---- The parts */

static const char *workbook_part(struct arena *arena, const struct made_sheet *sheet)
{
    struct buffer xml = {.arena = arena};
    buffer_add(&xml, DECLARATION "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE
                                 "\"><sheets><sheet name=\"");
    add_text(&xml, sheet->name);
    buffer_add(&xml, "\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Choices\" sheetId=\"2\" "
                     "state=\"hidden\" r:id=\"rId2\"/></sheets></workbook>\n");
    return buffer_text(&xml);
}

static const char *sheet_part(struct arena *arena, const struct made_sheet *sheet)
{
    struct buffer xml = {.arena = arena};
    buffer_add(&xml,
               DECLARATION "<worksheet xmlns=\"" MAIN
                           "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" "
                           "topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                           "</sheetView></sheetViews>");
    add_columns(&xml, sheet);
    add_rows(&xml, sheet);
    buffer_add(&xml, "<sheetProtection sheet=\"1\" formatColumns=\"0\" formatRows=\"0\"/>");
    add_validations(&xml, sheet);
    buffer_add(&xml, "</worksheet>\n");
    return buffer_text(&xml);
}

/* A column for each list of words. */
static const char *choices_part(struct arena *arena, const struct made_sheet *sheet)
{
    struct buffer xml = {.arena = arena};
    size_t rows = 0;
    for (size_t i = 0; i < sheet->choice_count; i++)
        rows = sheet->choices[i].count > rows ? sheet->choices[i].count : rows;
    buffer_add(&xml, DECLARATION "<worksheet xmlns=\"" MAIN "\"><sheetData>");
    for (size_t row = 0; row < rows; row++) {
        buffer_format(&xml, "<row r=\"%zu\">", row + 1);
        for (size_t i = 0; i < sheet->choice_count; i++)
            if (row < sheet->choices[i].count)
                add_cell(&xml, i, row + 1, STYLE_FIXED, sheet->choices[i].words[row]);
        buffer_add(&xml, "</row>");
    }
    buffer_add(&xml, "</sheetData></worksheet>\n");
    return buffer_text(&xml);
}

struct bytes workbook_make(struct arena *arena, const struct made_sheet *sheet)
{
    assert(sheet->column_count <= LETTERS && sheet->choice_count <= LETTERS);
    const struct zip_part parts[] = {
        {"[Content_Types].xml", types},
        {"_rels/.rels", root},
        {"xl/workbook.xml", workbook_part(arena, sheet)},
        {"xl/_rels/workbook.xml.rels", relations},
        {"xl/styles.xml", styles},
        {"xl/worksheets/sheet1.xml", sheet_part(arena, sheet)},
        {"xl/worksheets/sheet2.xml", choices_part(arena, sheet)},
    };
    return zip_pack(arena, parts, sizeof parts / sizeof *parts);
}
