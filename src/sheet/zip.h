/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SHEET_ZIP_H
#define QUORATE_SHEET_ZIP_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/file.h"

/*
 * A zip archive in memory, of the plain kind that workbooks are: one part, no zip64, entries stored
 * or deflated. It comes from outside: its directory must fill the file without a gap behind it, no
 * two entries may share a name or a byte, and what is unpacked must have the length and the
 * checksum that the directory tells.
 */
struct zip;

#define ZIP_ENTRIES_MOST  ((size_t)4096)
#define ZIP_UNPACKED_MOST ((size_t)64 << 20) /* bytes of all that is unpacked of one archive */
#define ZIP_RATIO_MOST    ((size_t)400)      /* to 1, past the first MiB of an entry */

/* Faults: of parts that are whole, each by itself; of what takes a password. */
extern const char zip_misfit[];
extern const char zip_encrypted[];

/* NULL where it is none that can be trusted: *fault is then a clause that goes behind the file's
 * name ("is damaged: ..."). The bytes must live as long as the archive. */
struct zip *zip_open(struct arena *arena, struct bytes bytes, const char **fault);

/* Names are compared without case, and `\` is `/`, as programs differ in it. */
bool zip_has(const struct zip *zip, const char *name);

/* What is packed under the name. False, with *fault as above, where there is no such entry, where
 * there are several, or it cannot be unpacked within the bounds. */
bool zip_unpack(struct zip *zip, const char *name, struct bytes *unpacked, const char **fault);

/* A part of an archive that is made: its text, as it is. */
struct zip_part {
    const char *name, *text;
};

/* An archive of these parts, stored as they are, so that the bytes are the same for the same. */
struct bytes zip_pack(struct arena *arena, const struct zip_part *parts, size_t count);

#endif
