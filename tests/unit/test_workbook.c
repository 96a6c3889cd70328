/* SPDX-License-Identifier: MIT */
#include "unit/books.h"
#include "unit/check_problems.h"

#include "quorate/workbook.h"
#include "quorate/workbook_make.h"

/* A workbook as Excel writes it: shared texts, some of several runs, styles of its own. */
static const char sheet[] =
    "<sheetPr/><dimension ref='A1:D3'/><sheetViews><sheetView workbookViewId='0'/></sheetViews>"
    "<sheetFormatPr defaultRowHeight='15'/><cols><col min='1' max='1' width='30'/></cols>"
    "<sheetData><row r='1' spans='1:4'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
    "<c r='D1' s='1'/></row>"
    "<row r='3'><c r='A3' t='s'><v>2</v></c><c t='str'><f>UPPER(\"for\")</f><v>FOR</v></c>"
    "<c xmlns:x='" MAIN
    "' x:t='b' r='C3' s='1'><v>42177</v></c><c r='D3' t='b'><v>1</v></c></row></sheetData>"
    "<pageMargins left='0.7'/>";
static const char styles[] =
    "<numFmts count='1'><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/></numFmts>"
    "<fonts count='1'><font><sz val='11'/></font></fonts>"
    "<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"
    "<cellXfs><xf numFmtId='0'/><xf numFmtId='164' fontId='0'/></cellXfs>";
static const char texts[] =
    "<si><t>practice</t></si><si><r><rPr><b/></rPr><t>vo</t></r><r><t>te</t></r>"
    "<rPh sb='0' eb='1'><t>not this</t></rPh></si>"
    "<si><t xml:space='preserve'>The &amp; Hart_x000A_Surgery, \"one\"</t></si>";
static const char text[] = "practice,vote,,\n\n\"The & Hart Surgery, \"\"one\"\"\",FOR,2015-06-22,"
                           "TRUE\n";

/* The same sheet as LibreOffice writes it, but for what repeats. */
static const char open_styles[] =
    "<style:style style:name='x'><style:text-properties style:text-line-through-style='none'/>"
    "</style:style>";
static const char open_sheets[] =
    "<table:table table:name='Ballots'><table:table-column table:number-columns-repeated='4'/>"
    "<table:table-row><table:table-cell office:value-type='string'><text:p>practice</text:p>"
    "</table:table-cell><table:table-cell table:style-name='x'><text:p>vote</text:p>"
    "</table:table-cell></table:table-row><table:table-row/>"
    "<table:table-row><table:table-cell><text:p>The &amp; Hart</text:p><text:p>Surgery, \"one\""
    "</text:p></table:table-cell><table:table-cell table:formula='of:=1' "
    "office:value-type='string'>"
    "<text:p>FOR</text:p></table:table-cell><table:table-cell office:value-type='date' "
    "office:date-value='2015-06-22'><text:p>22/06/2015</text:p></table:table-cell>"
    "<table:table-cell office:value-type='boolean' office:boolean-value='true'><text:p>TRUE"
    "</text:p></table:table-cell></table:table-row></table:table>";

struct reading {
    struct diag diag;
    struct bytes bytes;
    bool usable;
};

static bool any_row(const void *context, const struct heading_row *row)
{
    (void)context;
    return row->is_first;
}

static struct reading read_book(struct arena *arena, struct bytes bytes)
{
    struct reading reading = {.diag.arena = arena, .bytes = bytes};
    reading.bytes.workbook = workbook_open(arena, &reading.diag, bytes, NULL, 0);
    reading.usable = reading.bytes.workbook != NULL &&
                     workbook_choose(arena, &reading.diag, &reading.bytes, any_row, NULL) &&
                     reading.diag.errors == 0;
    check_true(reading.usable || reading.diag.errors > 0);
    return reading;
}

static bool says(const struct reading *reading, const char *wanted)
{
    return reading->bytes.length == strlen(wanted) &&
           memcmp(reading->bytes.bytes, wanted, reading->bytes.length) == 0;
}

static void rows_of_a_sheet(void **state)
{
    struct bytes book = book_of(arena_of(state), sheet, styles, texts);
    check_true(workbook_is(book));
    struct reading reading = read_book(arena_of(state), book);
    check_true(reading.usable);
    check_true(says(&reading, text));
    check_text(workbook_sheet_name(reading.bytes.workbook), "Ballots");
    check_int(reading.diag.warnings, 1);
    check_problem(&reading.diag, 3, "holds a formula");
}

static void rows_of_an_open_document(void **state)
{
    struct bytes book = ods_of(arena_of(state), open_styles, open_sheets);
    struct reading reading = read_book(arena_of(state), book);
    check_true(reading.usable);
    check_true(says(&reading, text));
    check_int(reading.diag.warnings, 1);
}

static void check_parts_of(struct bytes whole)
{
    for (size_t length = 0; length < whole.length; length++) {
        struct arena *arena = arena_new(NULL);
        struct bytes part = whole;
        part.bytes = arena_copy(arena, whole.bytes, length);
        part.length = length;
        check_false(read_book(arena, part).usable);
        arena_free(arena);
    }
}

static void a_part_of_it_is_refused(void **state)
{
    check_parts_of(book_of(arena_of(state), sheet, styles, texts));
    check_parts_of(ods_of(arena_of(state), open_styles, open_sheets));
}

/* What a single wrong byte leaves readable says the same. */
static void check_wrong_bytes_of(struct bytes whole)
{
    for (size_t at = 0; at < whole.length; at++) {
        struct arena *arena = arena_new(NULL);
        struct bytes wrong = whole;
        char *copy = arena_copy(arena, whole.bytes, whole.length);
        copy[at] = (char)(copy[at] ^ (1 << at % 8));
        wrong.bytes = copy;
        struct reading reading = read_book(arena, wrong);
        check_true(!reading.usable || says(&reading, text));
        arena_free(arena);
    }
}

static void a_wrong_byte_is_found_or_does_no_harm(void **state)
{
    check_wrong_bytes_of(book_of(arena_of(state), sheet, styles, texts));
    check_wrong_bytes_of(ods_of(arena_of(state), open_styles, open_sheets));
}

/* A few bytes of a part, under a checksum that is right. */
static char *spoiled(struct arena *arena, const char *part, size_t bytes, uint64_t *random)
{
    static const char odd[] = "<>/='\"&;A1#.-eE\x01\xC3";
    char *changed = arena_copy(arena, part, strlen(part));
    for (; bytes > 0; bytes--) {
        *random = *random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        changed[(size_t)(*random >> 33) % strlen(part)] = odd[(*random >> 20) % (sizeof odd - 1)];
    }
    return changed;
}

/* It never overruns, and says why where it refuses. */
static void wrong_parts_end_somehow(void **state)
{
    (void)state;
    uint64_t random = 2015;
    for (size_t i = 0; i < 800; i++) {
        struct arena *arena = arena_new(NULL);
        (void)read_book(arena, book_of(arena, spoiled(arena, sheet, i % 3, &random),
                                       spoiled(arena, styles, i % 2, &random),
                                       spoiled(arena, texts, i % 2, &random)));
        (void)read_book(arena, ods_of(arena, spoiled(arena, open_styles, i % 2, &random),
                                      spoiled(arena, open_sheets, 1 + i % 3, &random)));
        arena_free(arena);
    }
}

/* What stands in <sheetData> of a workbook that is refused, and why. */
static void damaged_sheets(void **state)
{
    static const struct {
        const char *rows, *why;
    } damaged[] = {
        {"<row r='2'/><row r='2'/>", "do not fit"},
        {"<row r='2'/><row r='1'/>", "do not fit"},
        {"<row r='0'/>", "do not fit"},
        {"<row r='1048577'/>", "do not fit"},
        {"<row r='1'><c r='B1'/><c r='A1'/></row>", "do not fit"},
        {"<row r='1'><c r='A2'/></row>", "do not fit"},
        {"<row r='1'><c r='A'/></row>", "do not fit"},
        {"<row r='1'><c r='XFE1'/></row>", "do not fit"},
        {"<row r='1'><c r='ABCDE1'/></row>", "do not fit"},
        {"<row r='1'><c r='1'/></row>", "do not fit"},
        {"<row r='1'><c r='a1'/></row>", "do not fit"},
        {"<row r='1'><c r='A0'/></row>", "do not fit"},
        {"<row r='1'><c r='A1048577'/></row>", "do not fit"},
        {"<row r='1'><c r='A12345678'/></row>", "do not fit"},
        {"<row r='1'><c r='A1x'/></row>", "do not fit"},
        {"<row r='1'><c t='d'><v>June</v></c></row>", "do not fit"},
        {"<row r='1'><c t='s'><v>1234567890</v></c></row>", "do not fit"},
        {"<row r='1'><c t='s'><v>1x</v></c></row>", "do not fit"},
        {"<row r='1'/></sheetData><mergeCells><mergeCell/></mergeCells><sheetData>", "do not fit"},
        {"<row r='1'/></sheetData><mergeCells><mergeCell ref='A1'/></mergeCells><sheetData>",
         "do not fit"},
        {"<row r='1'/></sheetData><mergeCells><mergeCell ref='A1:B'/></mergeCells><sheetData>",
         "do not fit"},
        {"<row r='1'/></sheetData><mergeCells><mergeCell ref='x:B1'/></mergeCells><sheetData>",
         "do not fit"},
        {"<row r='1'/></sheetData><mergeCells><mergeCell ref='A1:B1x'/></mergeCells><sheetData>",
         "do not fit"},
        {"<row r='1'/></sheetData><mergeCells><mergeCell ref='B1:A1'/></mergeCells><sheetData>",
         "do not fit"},
        {"<row r='1'/></sheetData><mergeCells><mergeCell ref='A2:A1'/></mergeCells><sheetData>",
         "do not fit"},
        {"<row r='1'><c t='s'><v>3</v></c></row>", "do not fit"},
        {"<row r='1'><c t='s'><v>-1</v></c></row>", "do not fit"},
        {"<row r='1'><c><v>1,5</v></c></row>", "do not fit"},
        {"<row r='1'><c t='b'><v>2</v></c></row>", "do not fit"},
        {"<row r='1'><c t='x'><v>2</v></c></row>", "do not fit"},
        {"<row r='1'><c t='much longer than any'><v>2</v></c></row>", "do not fit"},
        {"<row r='1'><c t='inlineStr'><v>2</v></c></row>", "do not fit"},
        {"<row r='1'><c><is><t>2</t></is></c></row>", "do not fit"},
        {"<row r='1'><x/></row>", "in a way that is not known"},
        {"<row r='1'><c><x><v>1</v></x></c></row>", "in a way that is not known"},
        {"<row r='1'><c></row>", "not well-formed"},
        {"<row r='1'><c r='IW1'><v>1</v></c></row>", "256 columns"},
    };
    for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
        struct arena *arena = arena_of(state);
        const char *data = arena_format(arena, "<sheetData>%s</sheetData>", damaged[i].rows);
        struct reading reading = read_book(arena, book_of(arena, data, styles, texts));
        print_message("%s\n", damaged[i].rows);
        check_false(reading.usable);
        check_errors(&reading.diag, 1);
        check_problem(&reading.diag, 0, damaged[i].why);
    }
}

/* What stands in <sheetData>, what it is as a table, and what is said of it; NULL for nothing. */
static void cells_of_a_sheet(void **state)
{
    static const struct {
        const char *sheet, *text, *said;
    } sheets[] = {
        {"<sheetData><row><c t='b'><v>0</v></c><c t='b'><v>1</v></c></row></sheetData>",
         "FALSE,TRUE\n", NULL},
        {"<sheetData><row><c t='d'><v>2015-06-22</v></c><c><v/></c></row></sheetData>",
         "2015-06-22\n", NULL},
        {"<sheetData><row><c t='e'><v>#N/A</v></c></row></sheetData>", NULL, "#N/A"},
        {"<sheetData><row><c t='s'><v/></c><c s='99'><v>8</v></c></row></sheetData>", ",8\n", NULL},
        {"<sheetData><row><c t='inlineStr'><is><t>a_x000A_b_x0000_c_xD800_d_xE000_</t></is></c>"
         "</row></sheetData>",
         "\"a b\xEF\xBF\xBD"
         "c\xEF\xBF\xBD"
         "d\xEE\x80\x80\"\n",
         NULL},
        {"<sheetData><row><c t='inlineStr'><is><r><rPr><strike/></rPr><t>for</t></r></is></c></row>"
         "</sheetData>",
         NULL, "crossed out"},
        {"<sheetData><row><c t='inlineStr'><is><r><rPr><strike val='0'/></rPr><t>for</t></r></is>"
         "</c></row></sheetData>",
         "for\n", NULL},
        {"<sheetData><row><c t='s'><v>3</v></c></row></sheetData>", NULL, "crossed out"},
        {"<sheetData><row><c t='s'><v>4</v></c></row></sheetData>", "not\n", NULL},
        {"<sheetData><row><c><v>8</v></c><c><f>A2</f></c></row></sheetData>", NULL,
         "what it gives was not saved"},
        {"<sheetData><row><c><v>8</v></c><c t='str'><f>A2</f><v/></c></row></sheetData>", "8\n",
         NULL},
        {"<sheetData><row ht='0'><c><v>8</v></c></row></sheetData>", NULL, "hidden"},
        {"<sheetData><row ht='15.0'><c><v>8</v></c></row></sheetData>", "8\n", NULL},
        {"<sheetFormatPr zeroHeight='1'/><sheetData><row><c><v>8</v></c></row></sheetData>", NULL,
         "hidden"},
        {"<sheetFormatPr zeroHeight='1'/><sheetData><row hidden='0'><c><v>8</v></c></row>"
         "</sheetData>",
         "8\n", NULL},
        {"<cols><col min='1' max='1' width='0'/></cols><sheetData><row><c><v>8</v></c></row>"
         "</sheetData>",
         "8\n", "the column A is hidden"},
        {"<cols><col min='1' max='1' hidden='1'/></cols><sheetData><row><c><v>8</v></c></row>"
         "</sheetData>",
         "8\n", "the column A is hidden"},
        {"<sheetData><row><c><v>8</v></c></row></sheetData><mergeCells><mergeCell ref='A1:B1'/>"
         "</mergeCells>",
         NULL, "merged"},
        {"<sheetData><row><c><v>8</v></c><extLst/></row></sheetData>", "8\n", NULL},
    };
    struct arena *arena = arena_of(state);
    const char *more = arena_format(arena,
                                    "%s<si><r><rPr><strike/></rPr><t>struck</t></r></si><si><r>"
                                    "<rPr><strike val='false'/></rPr><t>not</t></r></si>",
                                    texts);
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        print_message("%s\n", sheets[i].sheet);
        struct reading reading = read_book(arena, book_of(arena, sheets[i].sheet, styles, more));
        check_int(reading.usable, sheets[i].text != NULL);
        if (sheets[i].text != NULL)
            check_true(says(&reading, sheets[i].text));
        if (sheets[i].said != NULL)
            check_problem(&reading.diag, 1, sheets[i].said);
        else
            check_int(reading.diag.errors, 0);
    }
}

/* Whether a cell in the second style of these can be seen, by its letters and its ground. */
static void letters_and_grounds(void **state)
{
    static const struct {
        const char *font, *fill;
        bool seen;
        size_t warnings; /* of its colour */
    } looks[] = {
        {"<color rgb='FFFFFFFF'/>", "<patternFill patternType='none'/>", false, 0},
        {"<color rgb='00FFFFFF'/>", "<patternFill patternType='none'/>", false, 0},
        {"<color theme='0'/>", "<patternFill patternType='none'/>", false, 0},
        {"<color theme='0' tint='-0.5'/>", "<patternFill patternType='none'/>", true, 0},
        {"<color theme='1'/>", "<patternFill patternType='none'/>", true, 0},
        {"<color theme='0'/>",
         "<patternFill patternType='solid'><fgColor rgb='FFFFFFFF'/></patternFill>", false, 0},
        {"<color theme='0'/>",
         "<patternFill patternType='solid'><fgColor rgb='FF000000'/></patternFill>", true, 1},
        {"<strike val='0'/>", "<patternFill patternType='none'/>", true, 0},
    };
    static const char data[] =
        "<sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c><v>3</v></c></row>"
        "<row><c s='1'><v>8</v></c></row><row><c><v>4</v></c></row></sheetData>";
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
        struct arena *arena = arena_of(state);
        const char *given = arena_format(
            arena,
            "<fonts><font/><font>%s</font></fonts><fills><fill><patternFill/></fill><fill>%s"
            "</fill></fills><cellXfs><xf/><xf fontId='1' fillId='1'/><xf fontId='9' fillId='9' "
            "numFmtId='99'/></cellXfs>",
            looks[i].font, looks[i].fill);
        print_message("%s on %s\n", looks[i].font, looks[i].fill);
        struct reading reading = read_book(arena, book_of(arena, data, given, ""));
        check_int(reading.usable, looks[i].seen);
        check_counts(&reading.diag, !looks[i].seen, looks[i].warnings);
    }
}

/* A workbook in a part that is anywhere, whose sheet has comments. */
static struct reading read_related(struct arena *arena, const char *listed, const char *target,
                                   const char *relations, const char *comments)
{
    const struct zip_part parts[] = {
        {"_rels/.rels", "<Relationships xmlns='" PACKAGE
                        "'><Relationship Id='a' Type='officeDocument' Target='a/b/workbook.xml'/>"
                        "</Relationships>"},
        {"a/b/_rels/workbook.xml.rels",
         arena_format(arena,
                      "<Relationships xmlns='" PACKAGE "'><Relationship Id='s' Type='" OFFICE
                      "/worksheet' Target='%s'/></Relationships>",
                      target)},
        {"a/b/workbook.xml", arena_format(arena,
                                          "<workbook xmlns='" MAIN "' xmlns:r='" OFFICE
                                          "'><sheets>%s</sheets></workbook>",
                                          listed)},
        {"a/sheet1.xml", "<worksheet xmlns='" MAIN "'><sheetData><row><c><v>1</v></c></row>"
                         "</sheetData></worksheet>"},
        {"a/_rels/sheet1.xml.rels", relations},
        {"a/comments1.xml", comments},
    };
    return read_book(arena, zip_of(arena, parts, sizeof parts / sizeof *parts));
}

static void parts_that_lead_to_others(void **state)
{
#define SHEET_A         "<sheet name='A' sheetId='1' r:id='s'/>"
#define OF_SHEET(words) "<Relationships xmlns='" PACKAGE "'>" words "</Relationships>"
#define COMMENTED                                                                                  \
    OF_SHEET("<Relationship Id='c' Type='" OFFICE "/comments' Target='comments1.xml'/>")
#define COMMENT(words) "<comments xmlns='" MAIN "'><commentList>" words "</commentList></comments>"
    static const struct {
        const char *sheet, *target, *relations, *comments;
        bool usable;
        size_t warnings;
    } books[] = {
        {SHEET_A, "../sheet1.xml", COMMENTED, COMMENT("<comment ref='A1'/>"), true, 1},
        {SHEET_A, "../../a/sheet1.xml", COMMENTED, COMMENT("<comment ref='A1'/>"), true, 1},
        {SHEET_A, "../../../a/sheet1.xml", COMMENTED, COMMENT("<comment/>"), false, 0},
        {SHEET_A, "/a/sheet1.xml", COMMENTED, COMMENT("<comment/>"), true, 0},
        {SHEET_A, "/a/sheet1.xml", COMMENTED, COMMENT("<comment ref='one'/>"), true, 0},
        {SHEET_A, "/a/sheet1.xml", COMMENTED, "<comments", false, 0},
        {SHEET_A, "/a/sheet1.xml", OF_SHEET(""), "", true, 0},
        {SHEET_A, "/a/sheet1.xml", "<Relationships", "", false, 0},
        {"<sheet name='A' sheetId='1'/>", "/a/sheet1.xml", OF_SHEET(""), "", false, 0},
        {SHEET_A, "/a/sheet2.xml", OF_SHEET(""), "", false, 0},
    };
    for (size_t i = 0; i < sizeof books / sizeof *books; i++) {
        struct reading reading = read_related(arena_of(state), books[i].sheet, books[i].target,
                                              books[i].relations, books[i].comments);
        print_message("book %zu\n", i);
        check_int(reading.usable, books[i].usable);
        check_counts(&reading.diag, !books[i].usable, books[i].warnings);
    }
}

/* The same of a table in an open document: rows, what they are, and what is said. */
static void cells_of_an_open_sheet(void **state)
{
#define CELL(attributes, shown)                                                                    \
    "<table:table-cell " attributes "><text:p>" shown "</text:p></table:table-cell>"
#define OPEN_ROW(cells) "<table:table-row>" cells "</table:table-row>"
    static const struct {
        const char *rows, *text, *said;
    } sheets[] = {
        {OPEN_ROW(CELL("office:value-type='boolean' office:boolean-value='false'", "FALSE")),
         "FALSE\n", NULL},
        {OPEN_ROW(CELL("office:value-type='string' office:string-value='for'", "for")), "for\n",
         NULL},
        {OPEN_ROW("<table:table-cell office:value-type='string' office:string-value='for'/>"),
         "for\n", NULL},
        {OPEN_ROW(CELL("office:value-type='string' office:string-value='for'", "against")), NULL,
         "does not show"},
        {OPEN_ROW(CELL("office:value-type='currency' office:value='8'", "&#163;8.00")), "8\n",
         NULL},
        {OPEN_ROW(CELL("", "a  b &#9; c")), "a b c\n", NULL},
        {OPEN_ROW(CELL("", "a<text:s text:c='2'/>b<text:line-break/>c")), "a  b c\n", NULL},
        {OPEN_ROW(CELL("", "a<text:span text:style-name='s'>b</text:span>")), NULL, "crossed out"},
        {OPEN_ROW(CELL("", "a<text:span text:style-name='x'>b</text:span>")), "ab\n", NULL},
        {OPEN_ROW(CELL("table:style-name='s'", "for")), NULL, "crossed out"},
        {OPEN_ROW(CELL("table:style-name='t'", "for")), NULL, "crossed out"},
        {OPEN_ROW(CELL("table:style-name='k'", "for")), NULL, "crossed out"},
        {"<table:table-row table:default-cell-style-name='s'>" CELL("", "for") "</table:table-row>",
         NULL, "crossed out"},
        {"<table:table-row table:default-cell-style-name='x'>" CELL("", "for") "</table:table-row>",
         "for\n", NULL},
        {"<table:table-column table:default-cell-style-name='s'/>" OPEN_ROW(CELL("", "for")), NULL,
         "crossed out"},
        {"<table:table-column table:visibility='collapse'/>" OPEN_ROW(CELL("", "for")), "for\n",
         "the column A is hidden"},
        {"<table:table-row table:visibility='filter'>" CELL("", "for") "</table:table-row>", NULL,
         "hidden"},
        {"<table:table-row-group table:display='false'>" OPEN_ROW(
             CELL("", "for")) "</table:table-row-group>",
         NULL, "hidden"},
        {"<table:table-row-group>" OPEN_ROW(CELL("", "for")) "</table:table-row-group>", "for\n",
         NULL},
        {OPEN_ROW(CELL("table:number-columns-spanned='2'", "for")), NULL, "merged"},
        {OPEN_ROW(CELL("table:number-rows-spanned='2'", "for")), NULL, "merged"},
        {OPEN_ROW(CELL("table:formula='of:=1/0' office:value-type='string'", "#DIV/0!")), NULL,
         "#DIV/0!"},
        {OPEN_ROW(CELL("", "8") "<table:table-cell table:formula='of:=A2'/>"), NULL,
         "what it gives was not saved"},
        {OPEN_ROW(CELL("", "for<office:annotation><text:p>why</text:p></office:annotation>")),
         "for\n", NULL},
        {OPEN_ROW("<table:table-cell><office:annotation/><text:p>for</text:p></table:table-cell>"),
         "for\n", "comment"},
    };
    static const char struck[] =
        "<style:style style:name='s'><style:text-properties style:text-line-through-style='solid'/>"
        "</style:style><style:style style:name='t'><style:text-properties "
        "style:text-line-through-type='double'/></style:style><style:style style:name='k' "
        "style:parent-style-name='s'/>";
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        struct arena *arena = arena_of(state);
        const char *table =
            arena_format(arena, "<table:table table:name='A'>%s</table:table>", sheets[i].rows);
        struct reading reading = read_book(
            arena, ods_of(arena, arena_format(arena, "%s%s", open_styles, struck), table));
        print_message("%s\n", sheets[i].rows);
        check_int(reading.usable, sheets[i].text != NULL);
        if (sheets[i].text != NULL)
            check_true(says(&reading, sheets[i].text));
        if (sheets[i].said != NULL)
            check_problem(&reading.diag, 1, sheets[i].said);
        else
            check_counts(&reading.diag, 0, 0);
    }
}

static void damaged_open_sheets(void **state)
{
    static const struct {
        const char *rows, *why;
    } damaged[] = {
        {"<table:table-row table:number-rows-repeated='0'/>", "do not fit"},
        {"<table:table-row table:number-rows-repeated='9999999'/>", "do not fit"},
        {"<table:table-row table:number-rows-repeated='-1'/>", "do not fit"},
        {"<table:table-row table:number-rows-repeated='123456789'/>", "do not fit"},
        {"<table:table-row table:number-rows-repeated='1x'/>", "do not fit"},
        {"<table:table-column table:number-columns-repeated='0'/>", "do not fit"},
        {"<table:table-column table:number-columns-repeated='16385'/>", "do not fit"},
        {"<table:table-column table:number-columns-repeated='16384'/><table:table-column/>",
         "do not fit"},
        {"<table:table-row><table:table-cell table:number-columns-repeated='0'/></table:table-row>",
         "do not fit"},
        {"<table:table-row><table:table-cell table:number-columns-spanned='0'/></table:table-row>",
         "do not fit"},
        {"<table:table-row><table:table-cell table:number-rows-spanned='x'/></table:table-row>",
         "do not fit"},
        {"<table:table-row><table:table-cell office:value-type='boolean' "
         "office:boolean-value='yes'/></table:table-row>",
         "do not fit"},
        {"<table:table-row table:number-rows-repeated='1048576'/><table:table-row/>", "do not fit"},
        {"<table:table-row><table:table-cell table:number-columns-repeated='20000'/>"
         "</table:table-row>",
         "do not fit"},
        {"<table:table-row table:number-rows-repeated='1000000'><table:table-cell "
         "table:number-columns-repeated='200'><text:p>x</text:p></table:table-cell>"
         "</table:table-row>",
         "4,194,304 cells"},
        {"<table:table-row><table:table-cell office:value-type='float' office:value='x'>"
         "<text:p>8</text:p></table:table-cell></table:table-row>",
         "do not fit"},
        {"<table:table-row><table:table-cell office:value-type='void'/></table:table-row>",
         "do not fit"},
        {"<table:table-row><table:table-cell office:value-type='date' office:date-value='June'/>"
         "</table:table-row>",
         "do not fit"},
        {"<table:table-row><table:table-cell office:value-type='time' office:time-value='PT5'/>"
         "</table:table-row>",
         "do not fit"},
        {"<table:table-row><table:odd/></table:table-row>", "in a way that is not known"},
        {"<table:table-row><table:table-cell><text:p><text:date>1</text:date></text:p>"
         "</table:table-cell></table:table-row>",
         "in a way that is not known"},
        {"<table:table-row><table:table-cell><table:table/></table:table-cell></table:table-row>",
         "in a way that is not known"},
    };
    for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
        struct arena *arena = arena_of(state);
        const char *table =
            arena_format(arena, "<table:table table:name='A'>%s</table:table>", damaged[i].rows);
        struct reading reading = read_book(arena, ods_of(arena, "", table));
        print_message("%s\n", damaged[i].rows);
        check_false(reading.usable);
        check_errors(&reading.diag, 1);
        check_problem(&reading.diag, 0, damaged[i].why);
    }
}

/* A part that need not be there is not passed over where it cannot be told which is meant. */
static void styles_that_are_there_twice(void **state)
{
    struct arena *arena = arena_of(state);
    const struct zip_part parts[] = {ods_content(arena, open_styles, open_sheets),
                                     {"styles.xml", "<a/>"},
                                     {"Styles.xml", "<b/>"}};
    check_true(read_book(arena, zip_of(arena, parts, 2)).usable);
    struct reading reading = read_book(arena, zip_of(arena, parts, 3));
    check_false(reading.usable);
    check_errors(&reading.diag, 1);
    check_problem(&reading.diag, 0, "there twice");
}

/* A sheet that is said to be elsewhere is not the part here that has its name. */
static void a_sheet_in_another_file_is_not_read(void **state)
{
    struct arena *arena = arena_of(state);
    for (int external = 0; external <= 1; external++) {
        const char *mode = external ? "External" : "Internal";
        const struct zip_part parts[] = {
            {"_rels/.rels", "<Relationships xmlns='" PACKAGE "'><Relationship Id='a' Type='" OFFICE
                            "/officeDocument' Target='workbook.xml'/></Relationships>"},
            {"_rels/workbook.xml.rels",
             arena_format(arena,
                          "<Relationships xmlns='" PACKAGE "'><Relationship Id='s' Type='" OFFICE
                          "/worksheet' Target='sheet1.xml' TargetMode='%s'/></Relationships>",
                          mode)},
            {"workbook.xml",
             "<workbook xmlns='" MAIN "' xmlns:r='" OFFICE
             "'><sheets><sheet name='A' sheetId='1' r:id='s'/></sheets></workbook>"},
            {"sheet1.xml", "<worksheet xmlns='" MAIN "'><sheetData><row><c><v>1</v></c></row>"
                           "</sheetData></worksheet>"},
        };
        struct reading reading = read_book(arena, zip_of(arena, parts, 4));
        check_int(reading.usable, !external);
        check_errors(&reading.diag, (size_t)external);
    }
}

/* A part that would bring in others, or a bomb of entities. */
static void a_document_type_is_refused(void **state)
{
    struct arena *arena = arena_of(state);
    const struct zip_part parts[] = {
        {"_rels/.rels", "<!DOCTYPE a [<!ENTITY a 'b'>]><Relationships xmlns='" PACKAGE "'/>"}};
    struct reading reading = read_book(arena, zip_of(arena, parts, 1));
    check_false(reading.usable);
    check_problem(&reading.diag, 0, "document type");
}

static void parts_within_parts_are_bounded(void **state)
{
    struct arena *arena = arena_of(state);
    struct buffer deep = {.arena = arena};
    for (size_t i = 0; i < 1000; i++)
        buffer_add(&deep, "<a>");
    const struct zip_part parts[] = {{"_rels/.rels", buffer_text(&deep)}};
    struct reading reading = read_book(arena, zip_of(arena, parts, 1));
    check_false(reading.usable);
    check_problem(&reading.diag, 0, "too deeply");
}

/* What was put into one comes out of it, whatever the texts look like. */
static void what_is_made_is_read_again(void **state)
{
    static const struct made_column columns[] = {{.heading = "practice", .fixed = true},
                                                 {.heading = "vote", .note = "For \"or\" <not>"},
                                                 {.heading = "notified", .kind = MADE_DAY}};
    static const char *const cells[] = {"A & <B>_x000D_", NULL, NULL, "C, \"D\"", "_x", "=1"};
    static const char *const words[] = {"for", "against"};
    static const struct made_choices choices = {
        .column = 1, .from = 0, .to = 2, .words = words, .count = 2};
    const struct made_sheet made = {.name = "A & B",
                                    .columns = columns,
                                    .column_count = 3,
                                    .cells = cells,
                                    .row_count = 2,
                                    .choices = &choices,
                                    .choice_count = 1};
    struct reading reading = read_book(arena_of(state), workbook_make(arena_of(state), &made));
    check_true(reading.usable);
    check_int(reading.diag.warnings,
              1); /* of the choices, for any row is taken for headings here */
    check_problem(&reading.diag, 0, "a hidden sheet has the headings");
    check_text(workbook_sheet_name(reading.bytes.workbook), "A & B");
    check_true(says(&reading, "practice,vote,notified\n\"A & <B>_x000D_\",,\n"
                              "\"C, \"\"D\"\"\",\"_x\",\"=1\"\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(rows_of_a_sheet),
        test_with_arena(rows_of_an_open_document),
        test_with_arena(a_part_of_it_is_refused),
        test_with_arena(a_wrong_byte_is_found_or_does_no_harm),
        test_with_arena(wrong_parts_end_somehow),
        test_with_arena(damaged_sheets),
        test_with_arena(cells_of_a_sheet),
        test_with_arena(letters_and_grounds),
        test_with_arena(parts_that_lead_to_others),
        test_with_arena(cells_of_an_open_sheet),
        test_with_arena(damaged_open_sheets),
        test_with_arena(styles_that_are_there_twice),
        test_with_arena(a_sheet_in_another_file_is_not_read),
        test_with_arena(a_document_type_is_refused),
        test_with_arena(parts_within_parts_are_bounded),
        test_with_arena(what_is_made_is_read_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
