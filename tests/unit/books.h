/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_UNIT_BOOKS_H
#define QUORATE_UNIT_BOOKS_H

#include "unit/check.h"

#include "quorate/file.h"
#include "sheet/zip.h"

/* Zip archives and workbooks, made in memory of texts. */

static inline struct bytes zip_of(struct arena *arena, const struct zip_part *parts, size_t count)
{
    struct bytes bytes = zip_pack(arena, parts, count);
    bytes.name = "book.xlsx";
    return bytes;
}

#define MAIN    "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE  "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

/* An .xlsx with one sheet, called Ballots: what stands in its <worksheet>, its <styleSheet> and its
 * <sst>. */
static inline struct bytes book_of(struct arena *arena, const char *sheet, const char *styles,
                                   const char *texts)
{
    const struct zip_part parts[] = {
        {"_rels/.rels", "<Relationships xmlns='" PACKAGE "'><Relationship Id='a' Type='" OFFICE
                        "/officeDocument' Target='xl/workbook.xml'/></Relationships>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships xmlns='" PACKAGE "'>"
         "<Relationship Id='s' Type='" OFFICE "/worksheet' Target='worksheets/sheet1.xml'/>"
         "<Relationship Id='t' Type='" OFFICE "/styles' Target='/xl/styles.xml'/>"
         "<Relationship Id='u' Type='" OFFICE "/sharedStrings' Target='./sharedStrings.xml'/>"
         "</Relationships>"},
        {"xl/workbook.xml",
         "<workbook xmlns='" MAIN "' xmlns:r='" OFFICE
         "'><sheets><sheet name='Ballots' sheetId='1' r:id='s'/></sheets></workbook>"},
        {"xl/worksheets/sheet1.xml",
         arena_format(arena, "<worksheet xmlns='%s'>%s</worksheet>", MAIN, sheet)},
        {"xl/styles.xml",
         arena_format(arena, "<styleSheet xmlns='%s'>%s</styleSheet>", MAIN, styles)},
        {"xl/sharedStrings.xml", arena_format(arena, "<sst xmlns='%s'>%s</sst>", MAIN, texts)},
    };
    return zip_of(arena, parts, sizeof parts / sizeof *parts);
}

#define OPEN "urn:oasis:names:tc:opendocument:xmlns:"

/* The content.xml of an .ods: what stands in its <office:automatic-styles> and
 * <office:spreadsheet>. */
static inline struct zip_part ods_content(struct arena *arena, const char *styles,
                                          const char *sheets)
{
    return (struct zip_part){
        "content.xml",
        arena_format(arena,
                     "<office:document-content xmlns:office='" OPEN "office:1.0' xmlns:table='" OPEN
                     "table:1.0' xmlns:text='" OPEN "text:1.0' xmlns:style='" OPEN
                     "style:1.0'><office:automatic-styles>%s</office:automatic-styles><office:body>"
                     "<office:spreadsheet>%s</office:spreadsheet></office:body>"
                     "</office:document-content>",
                     styles, sheets)};
}

/* An .ods of that alone. */
static inline struct bytes ods_of(struct arena *arena, const char *styles, const char *sheets)
{
    const struct zip_part part = ods_content(arena, styles, sheets);
    return zip_of(arena, &part, 1);
}

#endif
