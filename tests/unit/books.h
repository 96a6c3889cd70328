/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_UNIT_BOOKS_H
#define QUORATE_UNIT_BOOKS_H

#include "unit/check.h"

#include <zlib.h>

#include "quorate/buffer.h"
#include "quorate/file.h"

/* Zip archives and workbooks, made in memory of texts. */

struct part {
    const char *name, *text;
};

static inline void add_number(struct buffer *buffer, size_t number, size_t bytes)
{
    for (; bytes > 0; bytes--, number >>= 8) {
        char byte = (char)(number & 0xFF);
        buffer_add_bytes(buffer, &byte, 1);
    }
}

/* What both headers of an entry say of it; it is stored as it stands. */
static inline void add_facts(struct buffer *buffer, const struct part *part)
{
    size_t length = strlen(part->text);
    add_number(buffer, 20, 2); /* version */
    add_number(buffer, 0, 2);  /* flags */
    add_number(buffer, 0, 2);  /* stored */
    add_number(buffer, 0, 4);  /* time */
    add_number(buffer, crc32(0, (const unsigned char *)part->text, (uInt)length), 4);
    add_number(buffer, length, 4);
    add_number(buffer, length, 4);
    add_number(buffer, strlen(part->name), 2);
    add_number(buffer, 0, 2); /* extra */
}

static inline struct bytes zip_of(struct arena *arena, const struct part *parts, size_t count)
{
    struct buffer archive = {.arena = arena}, directory = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        buffer_add_bytes(&directory, "PK\x01\x02\x14\0", 6);
        add_facts(&directory, &parts[i]);
        add_number(&directory, 0, 10); /* comment, disk, attributes */
        add_number(&directory, archive.length, 4);
        buffer_add(&directory, parts[i].name);
        buffer_add_bytes(&archive, "PK\x03\x04", 4);
        add_facts(&archive, &parts[i]);
        buffer_add(&archive, parts[i].name);
        buffer_add(&archive, parts[i].text);
    }
    size_t at = archive.length;
    buffer_add_bytes(&archive, directory.bytes, directory.length);
    buffer_add_bytes(&archive, "PK\x05\x06", 4);
    add_number(&archive, 0, 4);
    add_number(&archive, count, 2);
    add_number(&archive, count, 2);
    add_number(&archive, directory.length, 4);
    add_number(&archive, at, 4);
    add_number(&archive, 0, 2);
    return (struct bytes){.name = "book.xlsx", .bytes = archive.bytes, .length = archive.length};
}

#define MAIN    "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE  "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

/* An .xlsx with one sheet, called Ballots: what stands in its <worksheet>, its <styleSheet> and its
 * <sst>. */
static inline struct bytes book_of(struct arena *arena, const char *sheet, const char *styles,
                                   const char *texts)
{
    const struct part parts[] = {
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

/* An .ods: what stands in its <office:automatic-styles> and <office:spreadsheet>. */
static inline struct bytes ods_of(struct arena *arena, const char *styles, const char *sheets)
{
    const struct part part = {
        "content.xml",
        arena_format(arena,
                     "<office:document-content xmlns:office='" OPEN "office:1.0' xmlns:table='" OPEN
                     "table:1.0' xmlns:text='" OPEN "text:1.0' xmlns:style='" OPEN
                     "style:1.0'><office:automatic-styles>%s</office:automatic-styles><office:body>"
                     "<office:spreadsheet>%s</office:spreadsheet></office:body>"
                     "</office:document-content>",
                     styles, sheets)};
    return zip_of(arena, &part, 1);
}

#endif
