/* SPDX-License-Identifier: MIT */
#include "zip.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define ZLIB_CONST /* what is unpacked is not written to */
#include <zlib.h>

#include "quorate/buffer.h"

/* APPNOTE.TXT, .ZIP File Format Specification, 4.3.7, 4.3.12 and 4.3.16: how long the three kinds
 * of headers are without what varies. */
#define LOCAL_LENGTH     ((size_t)30)
#define DIRECTORY_LENGTH ((size_t)46)
#define END_LENGTH       ((size_t)22)

#define LOCAL_SIGNATURE     0x04034B50U
#define DIRECTORY_SIGNATURE 0x02014B50U
#define END_SIGNATURE       0x06054B50U

#define FLAG_ENCRYPTED 1U
#define STORED         0U
#define DEFLATED       8U

/* Below it any ratio will do: a sheet of empty rows is nearly nothing. */
#define RATIO_FROM ((size_t)1 << 20)

const char zip_misfit[] = "is damaged: its parts do not fit together";
const char zip_encrypted[] = "is protected by a password";
static const char torn[] = "is damaged: the directory of its parts is not whole";
static const char overlapping[] = "is damaged: its parts overlap";
static const char doubled[] = "is damaged: one of its parts is there twice";
static const char broken[] = "is damaged: one of its parts cannot be unpacked";

struct entry {
    const char *name;
    size_t name_length;
    unsigned flags, method;
    uint32_t checksum;
    size_t packed, unpacked; /* bytes */
    size_t at;               /* of its local header */
    size_t data;             /* of what is packed */
};

struct zip {
    struct arena *arena;
    const char *file;
    const unsigned char *bytes;
    struct entry *entries;
    size_t count;
    size_t left; /* of ZIP_UNPACKED_MOST */
};

static unsigned two(const unsigned char *bytes)
{
    return bytes[0] | (unsigned)bytes[1] << 8;
}

static uint32_t four(const unsigned char *bytes)
{
    return two(bytes) | (uint32_t)two(bytes + 2) << 16;
}

/* ---- The directory */

/* Where it stands, and how many entries it has. */
struct directory {
    size_t from, until, count;
};

/* The record at the end says so. Behind it is a comment, whose length must be what is left. */
static bool find_directory(const unsigned char *bytes, size_t length, struct directory *directory)
{
    size_t comment = 0;
    while (comment <= UINT16_MAX && END_LENGTH + comment <= length) {
        size_t at = length - END_LENGTH - comment;
        const unsigned char *end = bytes + at;
        if (four(end) != END_SIGNATURE || two(end + 20) != comment) {
            comment++;
            continue;
        }
        *directory =
            (struct directory){.from = four(end + 16), .until = at, .count = two(end + 10)};
        bool one_part = four(end + 4) == 0 && two(end + 8) == directory->count;
        return one_part && directory->from <= at && at - directory->from == four(end + 12) &&
               directory->count <= ZIP_ENTRIES_MOST;
    }
    return false;
}

/* The entry that begins at *at, which is moved behind it. */
static bool read_entry(const struct zip *zip, const struct directory *directory, size_t *at,
                       struct entry *entry)
{
    const unsigned char *header = zip->bytes + *at;
    size_t left = directory->until - *at;
    if (left < DIRECTORY_LENGTH || four(header) != DIRECTORY_SIGNATURE)
        return false;
    size_t name = two(header + 28), extra = two(header + 30), comment = two(header + 32);
    if (left - DIRECTORY_LENGTH < name + extra + comment)
        return false;
    *entry = (struct entry){
        .name = (const char *)header + DIRECTORY_LENGTH,
        .name_length = name,
        .flags = two(header + 8),
        .method = two(header + 10),
        .checksum = four(header + 16),
        .packed = four(header + 20),
        .unpacked = four(header + 24),
        .at = four(header + 42),
    };
    *at += DIRECTORY_LENGTH + name + extra + comment;
    return true;
}

/* Whether an entry stands where the directory says, in front of that. */
static bool find_data(const struct zip *zip, const struct directory *directory, struct entry *entry)
{
    if (entry->at > directory->from || directory->from - entry->at < LOCAL_LENGTH)
        return false;
    const unsigned char *local = zip->bytes + entry->at;
    size_t left = directory->from - entry->at - LOCAL_LENGTH;
    size_t name = two(local + 26), extra = two(local + 28);
    if (four(local) != LOCAL_SIGNATURE || name != entry->name_length || left < name + extra ||
        left - name - extra < entry->packed ||
        memcmp(local + LOCAL_LENGTH, entry->name, name) != 0 || two(local + 8) != entry->method)
        return false;
    entry->data = entry->at + LOCAL_LENGTH + name + extra;
    return true;
}

static int by_place(const void *one, const void *other)
{
    const struct entry *a = one, *b = other;
    return (a->at > b->at) - (a->at < b->at);
}

static bool overlap(const struct zip *zip)
{
    for (size_t i = 1; i < zip->count; i++) {
        const struct entry *earlier = &zip->entries[i - 1];
        if (earlier->data + earlier->packed > zip->entries[i].at)
            return true;
    }
    return false;
}

static char name_character(char c)
{
    return (char)(c == '\\' ? '/' : tolower((unsigned char)c));
}

static bool is_called(const struct entry *entry, const char *name, size_t length)
{
    size_t i = 0;
    while (i < length && i < entry->name_length &&
           name_character(entry->name[i]) == name_character(name[i]))
        i++;
    return i == length && i == entry->name_length;
}

/* Two programs may read two parts of one name as two different workbooks. */
static bool are_twice(const struct zip *zip)
{
    for (size_t i = 1; i < zip->count; i++)
        for (size_t j = 0; j < i; j++)
            if (is_called(&zip->entries[i], zip->entries[j].name, zip->entries[j].name_length))
                return true;
    return false;
}

struct zip *zip_open(struct arena *arena, struct bytes bytes, const char **fault)
{
    struct directory directory;
    struct zip *zip = arena_alloc(arena, 1, sizeof *zip);
    *zip = (struct zip){.arena = arena,
                        .file = bytes.name,
                        .bytes = (const unsigned char *)bytes.bytes,
                        .left = ZIP_UNPACKED_MOST};
    *fault = torn;
    if (!find_directory(zip->bytes, bytes.length, &directory))
        return NULL;
    zip->entries = arena_alloc(arena, directory.count, sizeof *zip->entries);
    zip->count = directory.count;
    size_t at = directory.from;
    for (size_t i = 0; i < zip->count; i++)
        if (!read_entry(zip, &directory, &at, &zip->entries[i]) ||
            !find_data(zip, &directory, &zip->entries[i]))
            return NULL;
    if (at != directory.until)
        return NULL;
    qsort(zip->entries, zip->count, sizeof *zip->entries, by_place);
    *fault = overlap(zip) ? overlapping : are_twice(zip) ? doubled : NULL;
    return *fault == NULL ? zip : NULL;
}

/* ---- What is in it */

/* NULL where no entry has that name. */
static const struct entry *find(const struct zip *zip, const char *name)
{
    for (size_t i = 0; i < zip->count; i++)
        if (is_called(&zip->entries[i], name, strlen(name)))
            return &zip->entries[i];
    return NULL;
}

bool zip_has(const struct zip *zip, const char *name)
{
    return find(zip, name) != NULL;
}

/* Whether what is packed makes just the bytes that are expected. */
static bool inflate_entry(const struct zip *zip, const struct entry *entry, unsigned char *bytes)
{
    z_stream stream = {.next_in = zip->bytes + entry->data,
                       .avail_in = (uInt)entry->packed,
                       .avail_out = (uInt)entry->unpacked};
    stream.next_out = bytes;
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        arena_exhausted(zip->arena);
    int ended = inflate(&stream, Z_FINISH);
    bool whole = ended == Z_STREAM_END && stream.avail_in == 0 && stream.avail_out == 0;
    (void)inflateEnd(&stream);
    if (ended == Z_MEM_ERROR)
        arena_exhausted(zip->arena);
    return whole;
}

static const char *fault_of_bounds(const struct zip *zip, const struct entry *entry)
{
    if (entry->unpacked > zip->left)
        return "is too large: it unpacks to more than 64 MiB";
    if (entry->unpacked > RATIO_FROM && entry->unpacked / ZIP_RATIO_MOST >= entry->packed)
        return "is packed more tightly than a workbook can be";
    return NULL;
}

bool zip_unpack(struct zip *zip, const char *name, struct bytes *unpacked, const char **fault)
{
    const struct entry *entry = find(zip, name);
    *fault = "is damaged: one of its parts is missing";
    if (entry == NULL)
        return false;
    *fault = zip_encrypted;
    if (entry->flags & FLAG_ENCRYPTED)
        return false;
    *fault = fault_of_bounds(zip, entry);
    if (*fault != NULL)
        return false;
    zip->left -= entry->unpacked;
    *fault = broken;
    /* One byte more, so that there is one where it is empty. */
    unsigned char *bytes = arena_alloc(zip->arena, entry->unpacked + 1, 1);
    if (entry->method == STORED && entry->packed == entry->unpacked)
        memcpy(bytes, zip->bytes + entry->data, entry->unpacked);
    else if (entry->method != DEFLATED || !inflate_entry(zip, entry, bytes))
        return false;
    if (crc32(0, bytes, (uInt)entry->unpacked) != entry->checksum)
        return false;
    *unpacked =
        (struct bytes){.name = zip->file, .bytes = (const char *)bytes, .length = entry->unpacked};
    return true;
}

/* ---- An archive that is made */

static void add_number(struct buffer *buffer, size_t number, size_t bytes)
{
    for (; bytes > 0; bytes--, number >>= 8) {
        char byte = (char)(number & 0xFF);
        buffer_add_bytes(buffer, &byte, 1);
    }
}

#define VERSION      20     /* 2.0, as folders and deflated parts need */
#define EARLIEST_DAY 0x0021 /* 1 January 1980, where their calendar begins */

/* What both headers say of a part. */
static void add_facts(struct buffer *buffer, const struct zip_part *part)
{
    size_t length = strlen(part->text);
    add_number(buffer, VERSION, 2);
    add_number(buffer, 0, 2); /* flags */
    add_number(buffer, STORED, 2);
    add_number(buffer, 0, 2); /* time */
    add_number(buffer, EARLIEST_DAY, 2);
    add_number(buffer, crc32(0, (const unsigned char *)part->text, (uInt)length), 4);
    add_number(buffer, length, 4);
    add_number(buffer, length, 4);
    add_number(buffer, strlen(part->name), 2);
    add_number(buffer, 0, 2); /* of what else there might be */
}

struct bytes zip_pack(struct arena *arena, const struct zip_part *parts, size_t count)
{
    struct buffer archive = {.arena = arena}, directory = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        add_number(&directory, DIRECTORY_SIGNATURE, 4);
        add_number(&directory, VERSION, 2);
        add_facts(&directory, &parts[i]);
        add_number(&directory, 0, 10); /* comment, disk, attributes */
        add_number(&directory, archive.length, 4);
        buffer_add(&directory, parts[i].name);
        add_number(&archive, LOCAL_SIGNATURE, 4);
        add_facts(&archive, &parts[i]);
        buffer_add(&archive, parts[i].name);
        buffer_add(&archive, parts[i].text);
    }
    size_t at = archive.length;
    buffer_add_bytes(&archive, buffer_text(&directory), directory.length);
    add_number(&archive, END_SIGNATURE, 4);
    add_number(&archive, 0, 4); /* disks */
    add_number(&archive, count, 2);
    add_number(&archive, count, 2);
    add_number(&archive, directory.length, 4);
    add_number(&archive, at, 4);
    add_number(&archive, 0, 2); /* comment */
    return (struct bytes){.bytes = buffer_text(&archive), .length = archive.length};
}
