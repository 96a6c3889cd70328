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

static void damaged_open_sheets(void **state)
{
    static const struct {
        const char *rows, *why;
    } damaged[] = {
        {"<table:table-row table:number-rows-repeated='0'/>", "do not fit"},
        {"<table:table-row table:number-rows-repeated='9999999'/>", "do not fit"},
        {"<table:table-row table:number-rows-repeated='-1'/>", "do not fit"},
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
    check_int(reading.diag.warnings, 0);
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
        test_with_arena(damaged_open_sheets),
        test_with_arena(styles_that_are_there_twice),
        test_with_arena(a_sheet_in_another_file_is_not_read),
        test_with_arena(a_document_type_is_refused),
        test_with_arena(parts_within_parts_are_bounded),
        test_with_arena(what_is_made_is_read_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
