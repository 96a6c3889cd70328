/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "book.h"
#include "quorate/names.h"
#include "stored.h"
#include "xml.h"

/* Workbooks as LibreOffice saves them: OpenDocument 1.2, part 1, chapters 9 (tables) and 16
 * (styles). What a cell shows stands there beside what it holds. */

#define CELLS_MOST ((size_t)1 << 22)

#define OPEN_DOCUMENT "urn:oasis:names:tc:opendocument:xmlns:"

static const struct xml_namespace namespaces[] = {
    {OPEN_DOCUMENT "office:1.0", "office:"},
    {OPEN_DOCUMENT "table:1.0", "table:"},
    {OPEN_DOCUMENT "text:1.0", "text:"},
    {OPEN_DOCUMENT "style:1.0", "style:"},
    {OPEN_DOCUMENT "drawing:1.0", "draw:"},
    {OPEN_DOCUMENT "xsl-fo-compatible:1.0", "fo:"},
    {"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", "calcext:"},
    {NULL, NULL},
};

enum {
    CONTENT = 1,
    STYLES,
    STYLE,
    TEXT_PROPERTIES,
    CELL_PROPERTIES,
    TABLE_PROPERTIES,
    BODY,
    SPREADSHEET,
    TABLE,
    COLUMNS,
    COLUMN,
    ROWS,
    ROW,
    CELL,
    SHAPES,
    FRAME,
    BOX,
    BOX_TEXT,
    PARAGRAPH,
    SPAN,
    SPACES,
    BREAK,
};

#define RULES_OF_GROUPS(within)                                                                    \
    {within, "table:table-columns", COLUMNS}, {within, "table:table-header-columns", COLUMNS},     \
        {within, "table:table-column-group", COLUMNS}, {within, "table:table-column", COLUMN},     \
        {within, "table:table-rows", ROWS}, {within, "table:table-header-rows", ROWS},             \
        {within, "table:table-row-group", ROWS},                                                   \
    {                                                                                              \
        within, "table:table-row", ROW                                                             \
    }

/* What lies on a sheet, or is held by a cell, and may have a text in it. */
#define RULES_OF_SHAPES(within)                                                                    \
    {within, "draw:frame", FRAME}, {within, "draw:g", SHAPES}, {within, "draw:rect", BOX},         \
        {within, "draw:ellipse", BOX}, {within, "draw:caption", BOX},                              \
    {                                                                                              \
        within, "draw:custom-shape", BOX                                                           \
    }

#define RULES_OF_TEXT(within)                                                                      \
    {within, "text:span", SPAN}, {within, "text:a", SPAN}, {within, "text:s", SPACES},             \
        {within, "text:tab", BREAK},                                                               \
    {                                                                                              \
        within, "text:line-break", BREAK                                                           \
    }

static const struct xml_rule rules[] = {
    {XML_DOCUMENT, "office:document-styles", CONTENT},
    {XML_DOCUMENT, "office:document-content", CONTENT},
    {CONTENT, "office:styles", STYLES},
    {CONTENT, "office:automatic-styles", STYLES},
    {STYLES, "style:style", STYLE},
    {STYLE, "style:text-properties", TEXT_PROPERTIES},
    {STYLE, "style:table-cell-properties", CELL_PROPERTIES},
    {STYLE, "style:table-properties", TABLE_PROPERTIES},
    {CONTENT, "office:body", BODY},
    {BODY, "office:spreadsheet", SPREADSHEET},
    {SPREADSHEET, "table:table", TABLE},
    RULES_OF_GROUPS(TABLE),
    RULES_OF_GROUPS(COLUMNS),
    RULES_OF_GROUPS(ROWS),
    {ROW, "table:table-cell", CELL},
    {ROW, "table:covered-table-cell", CELL},
    {TABLE, "table:shapes", SHAPES},
    RULES_OF_SHAPES(SHAPES),
    RULES_OF_SHAPES(CELL),
    {FRAME, "draw:text-box", BOX},
    {BOX, "text:p", BOX_TEXT},
    {BOX_TEXT, "text:span", BOX_TEXT},
    {CELL, "text:p", PARAGRAPH},
    RULES_OF_TEXT(PARAGRAPH),
    RULES_OF_TEXT(SPAN),
    {0, NULL, 0},
};

/* The cells of a rectangle that are one. */
struct merge {
    size_t row, column, rows, columns;
};

/* How something looks that a style is for. */
struct look {
    bool struck, filled, inked, white; /* inked: its letters are of another colour than usual */
    bool raised;                       /* above or below the line */
};

struct ods_reading {
    struct arena *arena;
    struct workbook *workbook;
    struct name_index styles, hidden_styles;
    struct look *looks; /* of the styles, by their numbers */
    size_t look_count, look_capacity;
    const char *style; /* at hand */
    struct workbook_sheet *sheet;
    size_t cells; /* of all sheets */
    struct merge *merges;
    size_t merge_count, merge_capacity;
    struct look column_looks[TABLE_COLUMNS_MOST + 1]; /* of cells that do not say otherwise */
    bool in_cell;                                     /* what is at hand stands in one, */
    bool box_told;                                    /* and a text in the box at hand is found */
    size_t row, rows;  /* the first at hand, and how many are like it */
    size_t first_cell; /* of the grid, that is of this row */
    bool row_hidden, row_styled;
    struct look row_look;
    size_t folded_groups;   /* that are not shown, and those within them, at hand */
    size_t column, columns; /* likewise */
    /* Of the cell at hand: */
    const char *kind, *value, *string; /* "" where it does not say; string NULL */
    size_t paragraphs;
    struct buffer shown;
    bool has_formula, is_error, raised_part; /* the last: of its text, at hand */
    struct look look;
};

/* How often something stands there; 0 for what is no number. */
static size_t count_of(const struct xml *xml, const char *name)
{
    const char *value = xml_attribute(xml, name);
    if (value == NULL)
        return 1;
    size_t length = strspn(value, "0123456789");
    return length == 0 || length > 8 || value[length] != '\0' ? 0 : strtoul(value, NULL, 10);
}

static bool is_of(const struct name_index *styles, const char *name)
{
    return name != NULL && name_index_find(styles, name) != NAME_NONE;
}

/* ---- Styles */

static struct look look_of(const struct ods_reading *reading, const char *style)
{
    static const struct look plain = {0};
    size_t at = style == NULL ? NAME_NONE : name_index_find(&reading->styles, style);
    return at == NAME_NONE ? plain : reading->looks[at];
}

/* A style looks as the one that it is made from, but for what it says itself. */
static void begin_style(const struct xml *xml, struct ods_reading *reading)
{
    reading->style = xml_copy_attribute(xml, "style:name");
    struct look look = look_of(reading, xml_attribute(xml, "style:parent-style-name"));
    size_t at = name_index_add(&reading->styles, reading->style);
    if (at < reading->look_count) /* the same name of another family */
        return;
    struct look *own =
        ARENA_PUSH(reading->arena, reading->looks, reading->look_count, reading->look_capacity);
    *own = look;
}

/* The style at hand, within its element. */
static struct look *look_at_hand(struct ods_reading *reading)
{
    return &reading->looks[name_index_find(&reading->styles, reading->style)];
}

static void begin_text_properties(const struct xml *xml, struct ods_reading *reading)
{
    static const char usual[] = "#000000;#0000ff;#0000ee;#0563c1"; /* links */
    struct look *look = look_at_hand(reading);
    const char *colour = xml_attribute(xml, "fo:color");
    if (xml_is_other(xml, "style:text-line-through-style", "none") ||
        xml_is_other(xml, "style:text-line-through-type", "none"))
        look->struck = true;
    if (xml_attribute(xml, "style:text-position") != NULL)
        look->raised = *xml_attribute(xml, "style:text-position") != '0'; /* "0% 100%" is not */
    if (colour == NULL)
        return;
    look->white = strcmp(colour, "#ffffff") == 0;
    look->inked = !look->white && !name_is_one_of(colour, usual);
}

static void begin_cell_properties(const struct xml *xml, struct ods_reading *reading)
{
    const char *fill = xml_attribute(xml, "fo:background-color");
    if (fill != NULL)
        look_at_hand(reading)->filled =
            strcmp(fill, "transparent") != 0 && strcmp(fill, "#ffffff") != 0;
}

static void begin_table_properties(const struct xml *xml, struct ods_reading *reading)
{
    if (xml_is(xml, "table:display", "false"))
        (void)name_index_add(&reading->hidden_styles, reading->style);
}

/* ---- Tables, columns and rows */

static void begin_table(struct xml *xml, struct ods_reading *reading)
{
    struct workbook *workbook = reading->workbook;
    reading->sheet =
        ARENA_PUSH(reading->arena, workbook->sheets, workbook->count, workbook->capacity);
    *reading->sheet = (struct workbook_sheet){
        .name = xml_copy_attribute(xml, "table:name"),
        .hidden = is_of(&reading->hidden_styles, xml_attribute(xml, "table:style-name")),
        .grid.arena = reading->arena,
    };
    memset(reading->column_looks, 0, sizeof reading->column_looks);
    reading->row = 1;
    reading->column = 1;
    reading->merge_count = 0;
}

/* Whether a column or a row is, by itself or in a group. */
static bool is_hidden(const struct xml *xml, const struct ods_reading *reading)
{
    return reading->folded_groups > 0 || xml_is_other(xml, "table:visibility", "visible");
}

/* Groups of columns, and of rows, that are folded up; some programs hide only the group. */
static void begin_group(const struct xml *xml, struct ods_reading *reading)
{
    if (reading->folded_groups > 0 || xml_is(xml, "table:display", "false"))
        reading->folded_groups++;
}

static void end_group(struct ods_reading *reading)
{
    if (reading->folded_groups > 0)
        reading->folded_groups--;
}

static void begin_column(struct xml *xml, struct ods_reading *reading)
{
    size_t from = reading->column, count = count_of(xml, "table:number-columns-repeated");
    const char *style = xml_attribute(xml, "table:default-cell-style-name");
    if (count == 0 || count > GRID_COLUMNS_MOST || from > GRID_COLUMNS_MOST) {
        xml_stop(xml, zip_misfit);
        return;
    }
    reading->column += count;
    if (is_hidden(xml, reading))
        grid_hide_columns(&reading->sheet->grid, from, from + count - 1);
    for (size_t i = from; i < reading->column && i <= TABLE_COLUMNS_MOST; i++)
        reading->column_looks[i] = look_of(reading, style);
}

static void begin_row(struct xml *xml, struct ods_reading *reading)
{
    const char *style = xml_attribute(xml, "table:default-cell-style-name");
    reading->rows = count_of(xml, "table:number-rows-repeated");
    reading->first_cell = reading->sheet->grid.count;
    reading->row_hidden = is_hidden(xml, reading);
    reading->row_styled = style != NULL;
    reading->row_look = look_of(reading, style);
    reading->column = 1;
    if (reading->rows == 0 || reading->rows > GRID_ROWS_MOST || reading->row > GRID_ROWS_MOST)
        xml_stop(xml, zip_misfit);
}

/* Counts cells that are put into a grid. */
static bool there_is_room(struct xml *xml, struct ods_reading *reading, size_t cells)
{
    reading->cells += cells;
    if (reading->cells <= CELLS_MOST)
        return true;
    xml_stop(xml, "is too large: its sheets have more than 4,194,304 cells");
    return false;
}

static void end_row(struct xml *xml, struct ods_reading *reading)
{
    struct grid *grid = &reading->sheet->grid;
    size_t count = grid->count - reading->first_cell, row = reading->row;
    reading->row += reading->rows;
    for (; count > 0 && row < reading->row; row++) {
        bool more = row + 1 < reading->row;
        if (reading->row_hidden)
            grid_hide_row(grid, row);
        if (more && !there_is_room(xml, reading, count))
            return;
        for (size_t i = 0; more && i < count; i++) {
            struct grid_cell cell = grid->cells[grid->count - count];
            grid_add(grid, row + 1, cell.column, cell.text);
        }
    }
}

static void end_table(struct ods_reading *reading)
{
    for (size_t i = 0; i < reading->merge_count; i++) {
        const struct merge *merge = &reading->merges[i];
        grid_merge(&reading->sheet->grid, merge->row, merge->column, merge->row + merge->rows - 1,
                   merge->column + merge->columns - 1);
    }
}

/* ---- A cell */

static void note_merge(struct xml *xml, struct ods_reading *reading)
{
    size_t columns = count_of(xml, "table:number-columns-spanned");
    size_t rows = count_of(xml, "table:number-rows-spanned");
    if (columns == 0 || rows == 0)
        xml_stop(xml, zip_misfit);
    if (columns <= 1 && rows <= 1)
        return;
    struct merge *merge =
        ARENA_PUSH(reading->arena, reading->merges, reading->merge_count, reading->merge_capacity);
    *merge = (struct merge){reading->row, reading->column, rows, columns};
}

/* Where its value stands, by its kind. */
static const char *value_attribute(const char *kind)
{
    if (strcmp(kind, "date") == 0)
        return "office:date-value";
    if (strcmp(kind, "time") == 0)
        return "office:time-value";
    return strcmp(kind, "boolean") == 0 ? "office:boolean-value" : "office:value";
}

static void begin_cell(struct xml *xml, struct ods_reading *reading)
{
    const char *style = xml_attribute(xml, "table:style-name");
    size_t column = reading->column;
    reading->columns = count_of(xml, "table:number-columns-repeated");
    reading->kind = xml_copy_attribute(xml, "office:value-type");
    reading->value = xml_copy_attribute(xml, value_attribute(reading->kind));
    reading->string = xml_attribute(xml, "office:string-value") == NULL
                          ? NULL
                          : xml_copy_attribute(xml, "office:string-value");
    reading->has_formula = xml_attribute(xml, "table:formula") != NULL;
    reading->is_error = xml_is(xml, "calcext:value-type", "error");
    reading->look = look_of(reading, style);
    if (style == NULL && reading->row_styled)
        reading->look = reading->row_look;
    else if (style == NULL && column <= TABLE_COLUMNS_MOST)
        reading->look = reading->column_looks[column];
    reading->look.raised = reading->raised_part = false; /* of the whole it says nothing */
    reading->shown.length = reading->paragraphs = 0;
    reading->in_cell = true;
    if (reading->columns == 0 || reading->columns > GRID_COLUMNS_MOST || column > GRID_COLUMNS_MOST)
        xml_stop(xml, zip_misfit);
    note_merge(xml, reading);
}

/* White space in the file is one space; others are said by elements of their own. */
/* A box on the sheet lies nowhere that is told by its place in the file. */
static void find_text_in_box(struct ods_reading *reading, const char *text, size_t length)
{
    if (reading->box_told || xml_is_blank(text, length))
        return;
    grid_mark(&reading->sheet->grid, reading->in_cell ? reading->row : 0,
              reading->in_cell ? reading->column : 0, GRID_BOX);
    reading->box_told = true;
}

static void add_text(struct xml *xml, void *context, int within, const char *text, size_t length)
{
    struct ods_reading *reading = context;
    struct buffer *shown = &reading->shown;
    (void)xml;
    if (within == BOX_TEXT)
        find_text_in_box(reading, text, length);
    for (size_t i = 0; i < length && (within == PARAGRAPH || within == SPAN); i++) {
        bool space = strchr(" \t\r\n", text[i]) != NULL;
        bool again = shown->length > 0 && shown->bytes[shown->length - 1] == ' ';
        if (!space || !again)
            buffer_add_bytes(shown, space ? " " : &text[i], 1);
        /* Letters may stand there, as in 24th. */
        if (within == SPAN && reading->raised_part && !isalpha((unsigned char)text[i]))
            reading->look.raised = true;
    }
}

/* A part of a text looks otherwise. */
static void add_look(struct look *look, struct look part)
{
    look->struck = look->struck || part.struck;
    look->inked = look->inked || part.inked;
    look->white = look->white || part.white;
}

static void begin_part(const struct xml *xml, struct ods_reading *reading)
{
    struct look part = look_of(reading, xml_attribute(xml, "text:style-name"));
    reading->raised_part = part.raised;
    add_look(&reading->look, part);
}

static void begin_in_text(struct xml *xml, struct ods_reading *reading, int element)
{
    if (element == PARAGRAPH && reading->paragraphs++ > 0)
        buffer_add(&reading->shown, "\n");
    else if (element == BREAK)
        buffer_add(&reading->shown, "\n");
    else if (element == SPACES)
        buffer_add_repeated(&reading->shown, ' ', count_of(xml, "text:c"));
    else if (element == SPAN)
        begin_part(xml, reading);
}

static void refuse_cell(const struct ods_reading *reading, enum cell_fault fault)
{
    grid_refuse_cell(&reading->sheet->grid, reading->row, reading->column, fault);
}

/* What formulas give that have no value, as it is shown. */
static bool shows_error(const struct ods_reading *reading, const char *shown)
{
    static const char *const errors[] = {"#N/A",  "#DIV/0!", "#NAME?",  "#NULL!",
                                         "#NUM!", "#REF!",   "#VALUE!", "Err:"};
    bool any = reading->is_error;
    for (size_t i = 0; i < sizeof errors / sizeof *errors && reading->has_formula; i++)
        any = any || strncmp(shown, errors[i], strlen(errors[i])) == 0;
    return any;
}

static const char *text_of_stored(const struct ods_reading *reading, struct stored stored)
{
    if (stored.fault.full != NULL)
        grid_refuse(&reading->sheet->grid, reading->row, reading->column, stored.remedy,
                    stored.fault);
    return stored.text;
}

static const char *string_text(const struct ods_reading *reading, const char *shown)
{
    if (reading->string != NULL && reading->paragraphs > 0 && strcmp(reading->string, shown) != 0)
        refuse_cell(reading, CELL_UNSHOWN);
    return reading->string != NULL ? reading->string : shown;
}

/* What the cell says, "" for nothing; NULL where the file is damaged. */
static const char *cell_text(const struct ods_reading *reading)
{
    struct arena *arena = reading->arena;
    const char *kind = reading->kind, *value = reading->value;
    const char *shown = arena_copy(arena, buffer_text(&reading->shown), reading->shown.length);
    bool percent = strcmp(kind, "percentage") == 0;
    if (shows_error(reading, shown)) {
        grid_refuse_error(&reading->sheet->grid, reading->row, reading->column, shown);
        return shown;
    }
    if (percent || strcmp(kind, "float") == 0 || strcmp(kind, "currency") == 0)
        return text_of_stored(reading, stored_as_shown(arena, value, shown, percent));
    if (strcmp(kind, "date") == 0)
        return text_of_stored(reading, stored_date(arena, value, shown));
    if (strcmp(kind, "time") == 0)
        return text_of_stored(reading, stored_time(arena, value));
    if (strcmp(kind, "boolean") == 0 && (strcmp(value, "true") == 0 || strcmp(value, "false") == 0))
        return *value == 't' ? "TRUE" : "FALSE";
    return strcmp(kind, "string") == 0 || *kind == '\0' ? string_text(reading, shown) : NULL;
}

static void end_cell(struct xml *xml, struct ods_reading *reading)
{
    struct grid *grid = &reading->sheet->grid;
    const char *text = cell_text(reading);
    reading->in_cell = false;
    if (text == NULL) {
        xml_stop(xml, zip_misfit);
        return;
    }
    if (reading->has_formula)
        grid_mark(grid, reading->row, reading->column, GRID_FORMULA);
    /* LibreOffice saves an empty text without a kind, as an empty paragraph. */
    if (reading->has_formula && *reading->kind == '\0' && *text == '\0' && reading->paragraphs == 0)
        refuse_cell(reading, CELL_UNSAVED);
    if (*text != '\0' && reading->look.struck)
        refuse_cell(reading, CELL_CROSSED_OUT);
    if (*text != '\0' && reading->look.raised)
        refuse_cell(reading, CELL_NOTED);
    if (*text != '\0' && reading->look.white && !reading->look.filled)
        refuse_cell(reading, CELL_UNSHOWN);
    if (*text != '\0' && (reading->look.filled || reading->look.inked))
        grid_mark(grid, reading->row, reading->column, GRID_COLOUR);
    size_t from = reading->column;
    reading->column += reading->columns;
    if (*text == '\0' || !there_is_room(xml, reading, reading->columns))
        return;
    for (; from < reading->column; from++)
        grid_add(grid, reading->row, from, text);
}

/* ---- The whole */

/* What is not known may be passed over beside the cells, but not where their texts are. */
static void begin_strange(struct xml *xml, int within)
{
    bool in_text = within == PARAGRAPH || within == SPAN;
    bool beside = in_text && strcmp(xml_name(xml), "annotation") == 0;
    if (within == ROW || (in_text && !beside) ||
        (within == CELL && strcmp(xml_name(xml), "table") == 0))
        xml_stop(xml, "holds cells in a way that is not known");
}

static void begin(struct xml *xml, void *context, int within, int element)
{
    struct ods_reading *reading = context;
    if (element == XML_STRANGE && within == CELL && strcmp(xml_name(xml), "annotation") == 0)
        grid_mark(&reading->sheet->grid, reading->row, reading->column, GRID_COMMENT);
    else if (element == XML_STRANGE)
        begin_strange(xml, within);
    else if (element == STYLE)
        begin_style(xml, reading);
    else if (element == TEXT_PROPERTIES)
        begin_text_properties(xml, reading);
    else if (element == CELL_PROPERTIES)
        begin_cell_properties(xml, reading);
    else if (element == TABLE_PROPERTIES)
        begin_table_properties(xml, reading);
    else if (element == TABLE)
        begin_table(xml, reading);
    else if (element == COLUMNS || element == ROWS)
        begin_group(xml, reading);
    else if (element == COLUMN)
        begin_column(xml, reading);
    else if (element == ROW)
        begin_row(xml, reading);
    else if (element == CELL)
        begin_cell(xml, reading);
    else if (element == BOX)
        reading->box_told = false;
    else if (element >= PARAGRAPH)
        begin_in_text(xml, reading, element);
}

static void end(struct xml *xml, void *context, int element)
{
    struct ods_reading *reading = context;
    if (element == CELL)
        end_cell(xml, reading);
    else if (element == SPAN)
        reading->raised_part = false;
    else if (element == ROW)
        end_row(xml, reading);
    else if (element == COLUMNS || element == ROWS)
        end_group(reading);
    else if (element == TABLE)
        end_table(reading);
}

static bool read_part(struct ods_reading *reading, const char *part, const char **fault)
{
    static const struct xml_reader reader = {begin, add_text, end};
    static const struct xml_grammar grammar = {namespaces, rules};
    struct bytes bytes;
    return zip_unpack(reading->workbook->zip, part, &bytes, fault) &&
           xml_read(reading->arena, bytes, &grammar, &reader, reading, fault);
}

/* The list of its parts says whether they are encrypted. */
static bool is_encrypted(struct zip *zip)
{
    static const char word[] = "encryption-data";
    struct bytes list;
    const char *fault;
    return zip_unpack(zip, "META-INF/manifest.xml", &list, &fault) &&
           bytes_hold(list, word, sizeof word - 1);
}

bool ods_open(struct workbook *workbook, const char **fault)
{
    struct arena *arena = workbook->arena;
    struct ods_reading reading = {.arena = arena,
                                  .workbook = workbook,
                                  .styles.arena = arena,
                                  .hidden_styles.arena = arena,
                                  .style = "",
                                  .shown.arena = arena};
    *fault = zip_encrypted;
    if (is_encrypted(workbook->zip))
        return false;
    return (!zip_has(workbook->zip, "styles.xml") || read_part(&reading, "styles.xml", fault)) &&
           read_part(&reading, "content.xml", fault);
}
