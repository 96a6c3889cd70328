/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_DECODER_H
#define QUORATE_DECODER_H

#include <stdbool.h>

#include "quorate/arena.h"
#include "quorate/file.h"

/*
 * The bytes of a table as programs save it, into UTF-8 whose lines end in LF or CRLF. A table that
 * begins with the byte order mark of UTF-16 is UTF-16; one whose lines end in a carriage return
 * alone, as on old Macs, gets line feeds. Nothing else is told from the bytes.
 */

/* A way of writing characters that has to be named, because it cannot be told. */
struct encoding;

/* The encoding of this name ("windows-1252", "CP1252"), or NULL. */
const struct encoding *encoding_find(const char *name);

/* The names that are offered, ended by NULL. */
extern const char *const encoding_names[];

/*
 * With an encoding a table without a mark is taken for UTF-8 when its first character beyond ASCII
 * is one in UTF-8, which text in another encoding practically never is, and else for that encoding.
 * One in UTF-16 without a mark has to be named as such; it has a NUL among its first four bytes.
 * Without an encoding (NULL) such bytes are handed on as they are. What stands for no character
 * becomes U+FFFD.
 */
struct decoder;
struct decoder *decoder_open(struct arena *arena, const struct encoding *encoding);

/* A piece of any length to what it means so far: empty while it cannot be told yet. The result is
 * valid until the next call or while the piece is. `last` ends the table. */
struct bytes decoder_feed(struct decoder *decoder, struct bytes piece, bool last);

/* Whether decode_table has nothing to do to a table that begins so, whatever comes behind. */
bool decode_begins_plainly(const struct encoding *encoding, struct bytes head);

/* The whole of a table: the bytes given where there is nothing to be done. */
struct bytes decode_table(struct arena *arena, const struct encoding *encoding, struct bytes given);

#endif
