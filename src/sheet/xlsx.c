/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "book.h"
#include "quorate/names.h"
#include "stored.h"
#include "xml.h"

/* Workbooks as Excel saves them: ECMA-376 part 1, chapter 18, and part 2 for how its parts hang
 * together. */

/* A text that several cells share. */
/* How parts of a text look, where that is not as the cell does. */
struct parts_look {
    bool raised_part; /* the one at hand stands above or below the line */
    bool struck;      /* some of it is crossed out, */
    bool white;       /* is in white letters, */
    bool raised;      /* or stands above or below the line, as the number of a note does */
};

struct shared_text {
    const char *text;
    struct parts_look look;
};

struct style {
    struct cell_format format;
    bool struck;
    bool coloured; /* the cell has a fill of its own, or its letters a colour */
    bool filled;   /* the former */
    bool unseen;   /* its letters are white and it is not filled */
};

struct font {
    bool struck, white, inked; /* inked: in another colour than usual */
};

/* A number format of the workbook's own. */
struct own_format {
    size_t number;
    struct cell_format format;
};

struct relation {
    const char *id, *kind, *target; /* kind: the last word of its type */
};

struct relations {
    const char *folder; /* that its targets are told from, with a slash at its end */
    struct relation *items;
    size_t count, capacity;
};

struct xlsx {
    struct arena *arena;
    struct zip *zip;
    bool from_1904;
    struct relations relations;
    struct shared_text *texts;
    size_t text_count, text_capacity;
    struct own_format *formats;
    size_t format_count, format_capacity;
    struct font *fonts;
    size_t font_count, font_capacity;
    bool *fills; /* whether they are of a colour */
    size_t fill_count, fill_capacity;
    struct style *styles;
    size_t style_count, style_capacity;
};

static const struct xml_namespace namespaces[] = {
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", ""},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", ""},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r:"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r:"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", "p:"},
    {"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing", "d:"},
    {"http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing", "d:"},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", "a:"},
    {"http://purl.oclc.org/ooxml/drawingml/main", "a:"},
    {NULL, NULL},
};

static bool read_part(struct xlsx *xlsx, const char *part, const struct xml_rule *rules,
                      const struct xml_reader *reader, void *context, const char **fault)
{
    struct bytes bytes;
    const struct xml_grammar grammar = {namespaces, rules};
    return zip_unpack(xlsx->zip, part, &bytes, fault) &&
           xml_read(xlsx->arena, bytes, &grammar, reader, context, fault);
}

/* A whole number; `other` where the text is none, or NULL. */
static size_t number_in(const char *text, size_t other)
{
    size_t length = text == NULL ? 0 : strspn(text, "0123456789");
    return length == 0 || length > 9 || text[length] != '\0' ? other : strtoul(text, NULL, 10);
}

static size_t number_of(const struct xml *xml, const char *name, size_t other)
{
    return number_in(xml_attribute(xml, name), other);
}

/* ---- Which part is what */

struct relation_reading {
    struct arena *arena;
    struct relations *relations;
};

enum {
    RELATIONS = 1,
    RELATION,
};

static const struct xml_rule relation_rules[] = {
    {XML_DOCUMENT, "p:Relationships", RELATIONS},
    {RELATIONS, "p:Relationship", RELATION},
    {0, NULL, 0},
};

/* The name of the part: targets are told from a folder, or from the root. */
static const char *part_of(struct arena *arena, const char *folder, const char *target)
{
    if (*target == '/')
        return target + 1;
    while (strncmp(target, "./", 2) == 0)
        target += 2;
    size_t length = strlen(folder);
    while (strncmp(target, "../", 3) == 0 && length > 0) {
        target += 3;
        length--;
        while (length > 0 && folder[length - 1] != '/')
            length--;
    }
    return arena_format(arena, "%.*s%s", (int)length, folder, target);
}

/* What is in another file is not read, whatever part of this one has its name. */
static bool is_external(const struct xml *xml)
{
    const char *mode = xml_attribute(xml, "TargetMode");
    return mode != NULL && strcmp(mode, "Internal") != 0;
}

static void begin_relation(struct xml *xml, void *context, int within, int element)
{
    const struct relation_reading *reading = context;
    struct relations *relations = reading->relations;
    (void)within;
    if (element != RELATION || is_external(xml))
        return;
    struct relation *relation =
        ARENA_PUSH(reading->arena, relations->items, relations->count, relations->capacity);
    const char *type = xml_copy_attribute(xml, "Type"), *kind = strrchr(type, '/');
    *relation = (struct relation){
        .id = xml_copy_attribute(xml, "Id"),
        .kind = kind == NULL ? type : kind + 1,
        .target = part_of(reading->arena, relations->folder, xml_copy_attribute(xml, "Target")),
    };
}

static bool read_relations(struct xlsx *xlsx, const char *part, struct relations *relations,
                           const char **fault)
{
    static const struct xml_reader reader = {.begin = begin_relation};
    struct relation_reading reading = {xlsx->arena, relations};
    return read_part(xlsx, part, relation_rules, &reader, &reading, fault);
}

/* The part of that kind, or the one of that id; NULL for none. */
static const char *target_of(const struct relations *relations, const char *kind, const char *id)
{
    for (size_t i = 0; i < relations->count; i++)
        if (strcmp(relations->items[i].kind, kind) == 0 &&
            (id == NULL || strcmp(relations->items[i].id, id) == 0))
            return relations->items[i].target;
    return NULL;
}

/* ---- The workbook's own part */

enum {
    WORKBOOK = 1,
    PROPERTIES,
    SHEETS,
    SHEET,
};

static const struct xml_rule workbook_rules[] = {
    {XML_DOCUMENT, "workbook", WORKBOOK},
    {WORKBOOK, "workbookPr", PROPERTIES},
    {WORKBOOK, "sheets", SHEETS},
    {SHEETS, "sheet", SHEET},
    {0, NULL, 0},
};

static void begin_workbook(struct xml *xml, void *context, int within, int element)
{
    struct workbook *workbook = context;
    struct arena *arena = workbook->arena;
    (void)within;
    if (element == PROPERTIES)
        workbook->xlsx->from_1904 = xml_says(xml, "date1904");
    if (element != SHEET)
        return;
    const char *id = xml_attribute(xml, "r:id");
    const char *part = target_of(&workbook->xlsx->relations, "worksheet", id == NULL ? "" : id);
    if (part == NULL) /* a chart, or a sheet of old macros */
        return;
    struct workbook_sheet *sheet =
        ARENA_PUSH(arena, workbook->sheets, workbook->count, workbook->capacity);
    *sheet = (struct workbook_sheet){
        .name = xml_copy_attribute(xml, "name"),
        .part = part,
        .hidden = xml_is_other(xml, "state", "visible"),
        .grid.arena = arena,
    };
}

/* ---- Texts */

/* "_x000D_" is a carriage return, and "_x005F_" an underscore: what XML cannot hold. */
static bool is_escape(const char *text)
{
    return text[0] == '_' && text[1] == 'x' && strspn(text + 2, "0123456789abcdefABCDEF") >= 4 &&
           text[6] == '_';
}

static const char *unescape(struct arena *arena, const char *text)
{
    if (strstr(text, "_x") == NULL)
        return text;
    struct buffer plain = {.arena = arena};
    while (*text != '\0') {
        char digits[5] = "";
        if (!is_escape(text)) {
            buffer_add_bytes(&plain, text++, 1);
            continue;
        }
        memcpy(digits, text + 2, 4);
        unsigned long character = strtoul(digits, NULL, 16);
        bool sound = character > 0 && (character < 0xD800 || character > 0xDFFF);
        buffer_add_character(&plain, sound ? (int32_t)character : 0xFFFD);
        text += 7;
    }
    return buffer_text(&plain);
}

/* What stands in a shared text, and in a cell's own. */
enum {
    TEXTS = 1,
    ITEM, /* of one, in a cell too */
    TEXT,
    RUN,
    RUN_PROPERTIES,
    STRIKE,
    RAISED,
    INK,
    BEYOND_TEXTS, /* other elements are counted on from here */
};

#define RULES_OF_AN_ITEM                                                                           \
    {ITEM, "t", TEXT}, {ITEM, "r", RUN}, {RUN, "t", TEXT}, {RUN, "rPr", RUN_PROPERTIES},           \
        {RUN_PROPERTIES, "strike", STRIKE}, {RUN_PROPERTIES, "vertAlign", RAISED},                 \
    {                                                                                              \
        RUN_PROPERTIES, "color", INK                                                               \
    }

static const struct xml_rule text_rules[] = {
    {XML_DOCUMENT, "sst", TEXTS}, {TEXTS, "si", ITEM}, RULES_OF_AN_ITEM, {0, NULL, 0}};

/* Whether an element that may say it is not meant says so. */
static bool is_meant(const struct xml *xml)
{
    return xml_attribute(xml, "val") == NULL || xml_says(xml, "val");
}

/* White by its name, or as the first colour of the theme, which is that of the paper. */
static bool is_white(const struct xml *xml)
{
    return xml_is(xml, "rgb", "FFFFFFFF") || xml_is(xml, "rgb", "00FFFFFF") ||
           (xml_is(xml, "theme", "0") && xml_attribute(xml, "tint") == NULL);
}

static void begin_part(const struct xml *xml, struct parts_look *look, int element)
{
    if (element == RUN)
        look->raised_part = false;
    else if (element == STRIKE && is_meant(xml))
        look->struck = true;
    else if (element == RAISED)
        look->raised_part = !xml_is(xml, "val", "baseline");
    else if (element == INK && is_white(xml))
        look->white = true;
}

/* Letters may stand there, as in 24th; a number beside them would be read as one with it. */
static void add_part(struct parts_look *look, const char *text, size_t length)
{
    for (size_t i = 0; i < length && look->raised_part; i++)
        look->raised = look->raised || !isalpha((unsigned char)text[i]);
}

struct text_reading {
    struct xlsx *xlsx;
    struct buffer text;
    struct parts_look look;
};

static void begin_text(struct xml *xml, void *context, int within, int element)
{
    struct text_reading *reading = context;
    (void)within;
    begin_part(xml, &reading->look, element);
}

static void add_text(struct xml *xml, void *context, int within, const char *text, size_t length)
{
    struct text_reading *reading = context;
    (void)xml;
    if (within != TEXT)
        return;
    add_part(&reading->look, text, length);
    buffer_add_bytes(&reading->text, text, length);
}

/* The text so far, which ends. */
static const char *take_text(struct arena *arena, struct buffer *text)
{
    const char *taken = arena_copy(arena, buffer_text(text), text->length);
    text->length = 0;
    return taken;
}

static void end_text(struct xml *xml, void *context, int element)
{
    struct text_reading *reading = context;
    struct xlsx *xlsx = reading->xlsx;
    (void)xml;
    if (element != ITEM)
        return;
    struct shared_text *shared =
        ARENA_PUSH(xlsx->arena, xlsx->texts, xlsx->text_count, xlsx->text_capacity);
    *shared = (struct shared_text){unescape(xlsx->arena, take_text(xlsx->arena, &reading->text)),
                                   reading->look};
    reading->look = (struct parts_look){0};
}

static bool read_texts(struct xlsx *xlsx, const char **fault)
{
    static const struct xml_reader reader = {begin_text, add_text, end_text};
    const char *part = target_of(&xlsx->relations, "sharedStrings", NULL);
    struct text_reading reading = {.xlsx = xlsx, .text.arena = xlsx->arena};
    return part == NULL || read_part(xlsx, part, text_rules, &reader, &reading, fault);
}

/* ---- Styles */

enum {
    STYLES = 1,
    FORMATS,
    FORMAT,
    FONTS,
    FONT,
    FONT_STRIKE,
    FONT_COLOUR,
    FILLS,
    FILL,
    PATTERN,
    FILL_COLOUR,
    CELL_STYLES,
    CELL_STYLE,
};

static const struct xml_rule style_rules[] = {
    {XML_DOCUMENT, "styleSheet", STYLES},
    {STYLES, "numFmts", FORMATS},
    {FORMATS, "numFmt", FORMAT},
    {STYLES, "fonts", FONTS},
    {FONTS, "font", FONT},
    {FONT, "strike", FONT_STRIKE},
    {FONT, "color", FONT_COLOUR},
    {STYLES, "fills", FILLS},
    {FILLS, "fill", FILL},
    {FILL, "patternFill", PATTERN},
    {PATTERN, "fgColor", FILL_COLOUR},
    {STYLES, "cellXfs", CELL_STYLES},
    {CELL_STYLES, "xf", CELL_STYLE},
    {0, NULL, 0},
};

static struct cell_format format_of(const struct xlsx *xlsx, size_t number)
{
    for (size_t i = 0; i < xlsx->format_count; i++)
        if (xlsx->formats[i].number == number)
            return xlsx->formats[i].format;
    const char *code = cell_format_built_in(number);
    return cell_format_read(code == NULL ? "" : code); /* one of a kind that is not known */
}

/* A colour that somebody chose: not black, nor that of a link. */
static bool is_ink(const struct xml *xml)
{
    static const char usual[] = "FF000000;00000000;FF0000FF;FF0563C1";
    const char *rgb = xml_attribute(xml, "rgb");
    return rgb != NULL && !name_is_one_of(rgb, usual);
}

static void begin_font_or_fill(const struct xml *xml, struct xlsx *xlsx, int element)
{
    if (element == FONT) {
        struct font *font =
            ARENA_PUSH(xlsx->arena, xlsx->fonts, xlsx->font_count, xlsx->font_capacity);
        *font = (struct font){0};
    } else if (element == FONT_STRIKE) {
        xlsx->fonts[xlsx->font_count - 1].struck = is_meant(xml);
    } else if (element == FONT_COLOUR) {
        struct font *font = &xlsx->fonts[xlsx->font_count - 1];
        font->white = is_white(xml);
        font->inked = !font->white && is_ink(xml);
    } else if (element == FILL) {
        bool *fill = ARENA_PUSH(xlsx->arena, xlsx->fills, xlsx->fill_count, xlsx->fill_capacity);
        *fill = false;
    } else if (element == PATTERN) {
        xlsx->fills[xlsx->fill_count - 1] = xml_is(xml, "patternType", "solid");
    } else if (element == FILL_COLOUR && is_white(xml)) {
        xlsx->fills[xlsx->fill_count - 1] = false;
    }
}

static struct style style_of(const struct xlsx *xlsx, const struct xml *xml)
{
    size_t font = number_of(xml, "fontId", 0), fill = number_of(xml, "fillId", 0);
    struct style style = {
        .format = format_of(xlsx, number_of(xml, "numFmtId", 0)),
        .struck = font < xlsx->font_count && xlsx->fonts[font].struck,
        .filled = fill < xlsx->fill_count && xlsx->fills[fill],
    };
    style.unseen = font < xlsx->font_count && xlsx->fonts[font].white && !style.filled;
    style.coloured = style.filled || (font < xlsx->font_count && xlsx->fonts[font].inked);
    return style;
}

static void begin_style(struct xml *xml, void *context, int within, int element)
{
    struct xlsx *xlsx = context;
    (void)within;
    if (element == FORMAT) {
        struct own_format *format =
            ARENA_PUSH(xlsx->arena, xlsx->formats, xlsx->format_count, xlsx->format_capacity);
        format->number = number_of(xml, "numFmtId", 0);
        format->format = cell_format_read(xml_copy_attribute(xml, "formatCode"));
    } else if (element == CELL_STYLE) {
        struct style *style =
            ARENA_PUSH(xlsx->arena, xlsx->styles, xlsx->style_count, xlsx->style_capacity);
        *style = style_of(xlsx, xml);
    } else {
        begin_font_or_fill(xml, xlsx, element);
    }
}

static bool read_styles(struct xlsx *xlsx, const char **fault)
{
    static const struct xml_reader reader = {.begin = begin_style};
    const char *part = target_of(&xlsx->relations, "styles", NULL);
    return part == NULL || read_part(xlsx, part, style_rules, &reader, xlsx, fault);
}

bool xlsx_open(struct workbook *workbook, const char **fault)
{
    static const struct xml_reader reader = {.begin = begin_workbook};
    struct arena *arena = workbook->arena;
    struct xlsx *xlsx = arena_alloc(arena, 1, sizeof *xlsx);
    struct relations root = {.folder = ""};
    *xlsx = (struct xlsx){.arena = arena, .zip = workbook->zip};
    workbook->xlsx = xlsx;
    if (!read_relations(xlsx, "_rels/.rels", &root, fault))
        return false;
    const char *part = target_of(&root, "officeDocument", NULL);
    *fault = zip_misfit;
    if (part == NULL)
        return false;
    const char *slash = strrchr(part, '/'), *base = slash == NULL ? part : slash + 1;
    const char *folder = arena_copy(arena, part, (size_t)(base - part));
    xlsx->relations.folder = folder;
    return read_relations(xlsx, arena_format(arena, "%s_rels/%s.rels", folder, base),
                          &xlsx->relations, fault) &&
           read_part(xlsx, part, workbook_rules, &reader, workbook, fault) &&
           read_texts(xlsx, fault) && read_styles(xlsx, fault);
}

/* ---- A sheet */

enum {
    WORKSHEET = BEYOND_TEXTS,
    FORMAT_OF_SHEET,
    COLUMN_LIST,
    COLUMN,
    DATA,
    ROW,
    CELL,
    VALUE,
    FORMULA,
    MERGES,
    MERGE,
};

static const struct xml_rule sheet_rules[] = {
    {XML_DOCUMENT, "worksheet", WORKSHEET},
    {WORKSHEET, "sheetFormatPr", FORMAT_OF_SHEET},
    {WORKSHEET, "cols", COLUMN_LIST},
    {COLUMN_LIST, "col", COLUMN},
    {WORKSHEET, "sheetData", DATA},
    {DATA, "row", ROW},
    {ROW, "c", CELL},
    {CELL, "v", VALUE},
    {CELL, "f", FORMULA},
    {CELL, "is", ITEM},
    RULES_OF_AN_ITEM,
    {WORKSHEET, "mergeCells", MERGES},
    {MERGES, "mergeCell", MERGE},
    {0, NULL, 0},
};

struct sheet_reading {
    struct xlsx *xlsx;
    struct grid *grid;
    size_t row, column; /* at hand, from 1 */
    bool hidden_rows;   /* those that do not say otherwise */
    bool row_hidden;
    /* Of the cell at hand: */
    char kind[10]; /* "s", "inlineStr", ... */
    size_t style;
    struct buffer value; /* of all that stands in it */
    struct buffer own;   /* its own text */
    bool has_value, has_formula;
    struct parts_look look; /* of its text */
};

/* "BC12"; what is left of the text. NULL for none. */
static const char *read_reference(const char *text, size_t *row, size_t *column)
{
    size_t letters = 0, digits;
    *row = *column = 0;
    for (; text[letters] >= 'A' && text[letters] <= 'Z' && letters < 4; letters++)
        *column = *column * 26 + (size_t)(text[letters] - 'A') + 1;
    digits = strspn(text + letters, "0123456789");
    if (letters == 0 || digits == 0 || digits > 7)
        return NULL;
    *row = strtoul(text + letters, NULL, 10);
    return *row == 0 || *row > GRID_ROWS_MOST || *column > GRID_COLUMNS_MOST
               ? NULL
               : text + letters + digits;
}

/* Whether an attribute is a width or a height of nothing. */
static bool is_nothing(const struct xml *xml, const char *name)
{
    const char *value = xml_attribute(xml, name);
    return value != NULL && value[strspn(value, "0.")] == '\0';
}

/* Rows and cells stand in the order of the sheet; one that does not say where is the next. */
static void begin_row(struct xml *xml, struct sheet_reading *reading)
{
    size_t row = number_of(xml, "r", reading->row + 1);
    if (row <= reading->row || row > GRID_ROWS_MOST)
        xml_stop(xml, zip_misfit);
    reading->row = row;
    reading->column = 0;
    reading->row_hidden =
        xml_attribute(xml, "hidden") == NULL ? reading->hidden_rows : xml_says(xml, "hidden");
    if (is_nothing(xml, "ht"))
        reading->row_hidden = true;
}

static void begin_cell(struct xml *xml, struct sheet_reading *reading)
{
    const char *reference = xml_attribute(xml, "r"), *kind = xml_attribute(xml, "t");
    size_t row = reading->row, column = reading->column + 1;
    if (reference != NULL) {
        const char *rest = read_reference(reference, &row, &column);
        if (rest == NULL || *rest != '\0')
            row = 0;
    }
    if (row != reading->row || column <= reading->column || column > GRID_COLUMNS_MOST ||
        (kind != NULL && strlen(kind) >= sizeof reading->kind)) {
        xml_stop(xml, zip_misfit);
        return;
    }
    reading->column = column;
    reading->style = number_of(xml, "s", 0);
    memset(reading->kind, 0, sizeof reading->kind);
    memcpy(reading->kind, kind == NULL ? "n" : kind, strlen(kind == NULL ? "n" : kind));
    reading->value.length = reading->own.length = 0;
    reading->has_value = reading->has_formula = false;
    reading->look = (struct parts_look){0};
}

static void begin_column(const struct xml *xml, struct sheet_reading *reading)
{
    if (xml_says(xml, "hidden") || is_nothing(xml, "width"))
        grid_hide_columns(reading->grid, number_of(xml, "min", 1), number_of(xml, "max", 1));
}

static void begin_merge(struct xml *xml, const struct sheet_reading *reading)
{
    const char *range = xml_attribute(xml, "ref");
    size_t from_row, from_column, to_row, to_column;
    const char *rest = range == NULL ? NULL : read_reference(range, &from_row, &from_column);
    rest = rest == NULL || *rest != ':' ? NULL : read_reference(rest + 1, &to_row, &to_column);
    if (rest == NULL || *rest != '\0' || to_row < from_row || to_column < from_column)
        xml_stop(xml, zip_misfit);
    else
        grid_merge(reading->grid, from_row, from_column, to_row, to_column);
}

static void begin_in_sheet(struct xml *xml, void *context, int within, int element)
{
    struct sheet_reading *reading = context;
    bool of_data = within == DATA || within == ROW || within == CELL;
    if (element == XML_STRANGE && of_data && strcmp(xml_name(xml), "extLst") != 0)
        xml_stop(xml, "holds cells in a way that is not known");
    else if (element == FORMAT_OF_SHEET)
        reading->hidden_rows = xml_says(xml, "zeroHeight");
    else if (element == COLUMN)
        begin_column(xml, reading);
    else if (element == ROW)
        begin_row(xml, reading);
    else if (element == CELL)
        begin_cell(xml, reading);
    else if (element == VALUE)
        reading->has_value = true;
    else if (element == FORMULA)
        reading->has_formula = true;
    else if (element == MERGE)
        begin_merge(xml, reading);
    else
        begin_part(xml, &reading->look, element);
}

static void add_in_sheet(struct xml *xml, void *context, int within, const char *text,
                         size_t length)
{
    struct sheet_reading *reading = context;
    (void)xml;
    if (within == VALUE)
        buffer_add_bytes(&reading->value, text, length);
    if (within != TEXT)
        return;
    add_part(&reading->look, text, length);
    buffer_add_bytes(&reading->own, text, length);
}

static void refuse_cell(const struct sheet_reading *reading, enum cell_fault fault)
{
    grid_refuse_cell(reading->grid, reading->row, reading->column, fault);
}

/* The text that the cell shares, by its number. NULL for none. */
static const char *shared_text(struct sheet_reading *reading, const char *value)
{
    size_t number = number_in(value, SIZE_MAX);
    if (number >= reading->xlsx->text_count)
        return NULL;
    reading->look = reading->xlsx->texts[number].look;
    return reading->xlsx->texts[number].text;
}

static const char *number_text(struct sheet_reading *reading, const char *value,
                               const struct cell_format *format)
{
    struct stored stored =
        stored_number(reading->xlsx->arena, value, format, reading->xlsx->from_1904);
    if (stored.fault.full != NULL)
        grid_refuse(reading->grid, reading->row, reading->column, stored.remedy, stored.fault);
    return stored.text;
}

/* What the cell says, "" for nothing; NULL where the file is damaged. */
static const char *cell_text(struct sheet_reading *reading, const struct cell_format *format)
{
    struct arena *arena = reading->xlsx->arena;
    const char *kind = reading->kind, *value = take_text(arena, &reading->value);
    if (strcmp(kind, "inlineStr") == 0 ? *value != '\0' : reading->own.length > 0)
        return NULL;
    if (strcmp(kind, "s") == 0)
        return *value == '\0' ? "" : shared_text(reading, value);
    if (strcmp(kind, "inlineStr") == 0)
        return unescape(arena, take_text(arena, &reading->own));
    if (strcmp(kind, "str") == 0)
        return unescape(arena, value);
    if (strcmp(kind, "n") == 0)
        return *value == '\0' ? "" : number_text(reading, value, format);
    if (strcmp(kind, "b") == 0 && (strcmp(value, "1") == 0 || strcmp(value, "0") == 0))
        return *value == '1' ? "TRUE" : "FALSE";
    if (strcmp(kind, "d") == 0)
        return stored_date(arena, value, NULL).text;
    if (strcmp(kind, "e") != 0)
        return NULL;
    grid_refuse_error(reading->grid, reading->row, reading->column, value);
    return value;
}

static bool is_text(const char *kind)
{
    return strcmp(kind, "s") == 0 || strcmp(kind, "str") == 0 || strcmp(kind, "inlineStr") == 0;
}

static void end_cell(struct xml *xml, struct sheet_reading *reading)
{
    static const struct style plain = {.format = {.sections = {{.general = true}}, .count = 1}};
    const struct xlsx *xlsx = reading->xlsx;
    const struct style *style =
        reading->style < xlsx->style_count ? &xlsx->styles[reading->style] : &plain;
    bool no_value =
        !reading->has_value || (reading->value.length == 0 && strcmp(reading->kind, "str") != 0);
    const char *text = cell_text(reading, &style->format);
    if (text == NULL) {
        xml_stop(xml, zip_misfit);
        return;
    }
    if (reading->has_formula)
        grid_mark(reading->grid, reading->row, reading->column, GRID_FORMULA);
    if (reading->has_formula && no_value)
        refuse_cell(reading, CELL_UNSAVED);
    const struct parts_look *look = &reading->look;
    if (*text != '\0' && (style->struck || look->struck))
        refuse_cell(reading, CELL_CROSSED_OUT);
    if (*text != '\0' && look->raised)
        refuse_cell(reading, CELL_NOTED);
    if (*text != '\0' && (style->unseen || (look->white && !style->filled) ||
                          (is_text(reading->kind) && !cell_format_shows_text(&style->format))))
        refuse_cell(reading, CELL_UNSHOWN);
    if (*text != '\0' && style->coloured)
        grid_mark(reading->grid, reading->row, reading->column, GRID_COLOUR);
    grid_add(reading->grid, reading->row, reading->column, text);
}

static void end_in_sheet(struct xml *xml, void *context, int element)
{
    struct sheet_reading *reading = context;
    if (element == CELL)
        end_cell(xml, reading);
    else if (element == ROW && reading->row_hidden)
        grid_hide_row(reading->grid, reading->row);
}

/* ---- Its comments */

enum {
    COMMENTS = 1,
    COMMENT_LIST,
    COMMENT,
};

static const struct xml_rule comment_rules[] = {
    {XML_DOCUMENT, "comments", COMMENTS},
    {COMMENTS, "commentList", COMMENT_LIST},
    {COMMENT_LIST, "comment", COMMENT},
    {0, NULL, 0},
};

static void begin_comment(struct xml *xml, void *context, int within, int element)
{
    struct grid *grid = context;
    const char *reference = xml_attribute(xml, "ref");
    size_t row, column;
    (void)within;
    if (element == COMMENT && reference != NULL && read_reference(reference, &row, &column) != NULL)
        grid_mark(grid, row, column, GRID_COMMENT);
}

/* ---- Its text boxes */

enum {
    DRAWING = 1,
    ANCHOR,
    FROM,
    FROM_COLUMN,
    FROM_ROW,
    SHAPES,
    SHAPE,
    SHAPE_BODY,
    SHAPE_PARAGRAPH,
    SHAPE_RUN,
    SHAPE_TEXT,
};

static const struct xml_rule drawing_rules[] = {
    {XML_DOCUMENT, "d:wsDr", DRAWING},
    {DRAWING, "d:twoCellAnchor", ANCHOR},
    {DRAWING, "d:oneCellAnchor", ANCHOR},
    {DRAWING, "d:absoluteAnchor", ANCHOR},
    {ANCHOR, "d:from", FROM},
    {FROM, "d:col", FROM_COLUMN},
    {FROM, "d:row", FROM_ROW},
    {ANCHOR, "d:grpSp", SHAPES},
    {SHAPES, "d:grpSp", SHAPES},
    {ANCHOR, "d:sp", SHAPE},
    {SHAPES, "d:sp", SHAPE},
    {SHAPE, "d:txBody", SHAPE_BODY},
    {SHAPE_BODY, "a:p", SHAPE_PARAGRAPH},
    {SHAPE_PARAGRAPH, "a:r", SHAPE_RUN},
    {SHAPE_PARAGRAPH, "a:fld", SHAPE_RUN},
    {SHAPE_RUN, "a:t", SHAPE_TEXT},
    {0, NULL, 0},
};

struct drawing_reading {
    struct grid *grid;
    struct buffer row, column; /* of the cell that the box begins in, from 0 */
    bool told;                 /* that it has a text */
};

static void begin_drawing(struct xml *xml, void *context, int within, int element)
{
    struct drawing_reading *reading = context;
    (void)xml;
    (void)within;
    if (element == ANCHOR)
        reading->row.length = reading->column.length = 0;
    if (element == SHAPE)
        reading->told = false;
}

static void add_in_drawing(struct xml *xml, void *context, int within, const char *text,
                           size_t length)
{
    struct drawing_reading *reading = context;
    (void)xml;
    if (within == FROM_COLUMN || within == FROM_ROW)
        buffer_add_bytes(within == FROM_ROW ? &reading->row : &reading->column, text, length);
    if (within != SHAPE_TEXT || reading->told || xml_is_blank(text, length))
        return;
    size_t row = number_in(buffer_text(&reading->row), GRID_ROWS_MOST);
    size_t column = number_in(buffer_text(&reading->column), GRID_COLUMNS_MOST);
    bool known = row < GRID_ROWS_MOST && column < GRID_COLUMNS_MOST;
    grid_mark(reading->grid, known ? row + 1 : 0, known ? column + 1 : 0, GRID_BOX);
    reading->told = true;
}

/* Comments of threads stand among the others too, for programs that do not know of threads. */
static bool read_beside(struct xlsx *xlsx, const struct workbook_sheet *sheet, struct grid *grid,
                        const char **fault)
{
    static const struct xml_reader comments = {.begin = begin_comment};
    static const struct xml_reader drawing = {.begin = begin_drawing, .text = add_in_drawing};
    struct drawing_reading boxes = {
        .grid = grid, .row.arena = xlsx->arena, .column.arena = xlsx->arena};
    struct arena *arena = xlsx->arena;
    const char *slash = strrchr(sheet->part, '/');
    size_t length = slash == NULL ? 0 : (size_t)(slash + 1 - sheet->part);
    const char *folder = arena_copy(arena, sheet->part, length);
    const char *related = arena_format(arena, "%s_rels/%s.rels", folder, sheet->part + length);
    struct relations relations = {.folder = folder};
    if (!zip_has(xlsx->zip, related))
        return true;
    if (!read_relations(xlsx, related, &relations, fault))
        return false;
    const char *comment_part = target_of(&relations, "comments", NULL);
    const char *drawing_part = target_of(&relations, "drawing", NULL);
    return (comment_part == NULL ||
            read_part(xlsx, comment_part, comment_rules, &comments, grid, fault)) &&
           (drawing_part == NULL ||
            read_part(xlsx, drawing_part, drawing_rules, &drawing, &boxes, fault));
}

bool xlsx_read_sheet(struct workbook *workbook, struct workbook_sheet *sheet, const char **fault)
{
    static const struct xml_reader reader = {begin_in_sheet, add_in_sheet, end_in_sheet};
    struct sheet_reading reading = {.xlsx = workbook->xlsx,
                                    .grid = &sheet->grid,
                                    .value.arena = workbook->arena,
                                    .own.arena = workbook->arena};
    return read_part(workbook->xlsx, sheet->part, sheet_rules, &reader, &reading, fault) &&
           read_beside(workbook->xlsx, sheet, &sheet->grid, fault);
}
