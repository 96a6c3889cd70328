/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_HASH_H
#define QUORATE_HASH_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"

/* The SHA-256 of the bytes in 64 lower-case hexadecimal digits. */
const char *hash_sha256(struct arena *arena, const void *bytes, size_t length);

/* The same of bytes that come in pieces of any length: begin, add each piece, end once. */
struct hash;
struct hash *hash_begin(struct arena *arena);
void hash_add(struct hash *hash, const void *bytes, size_t length);
const char *hash_end(struct arena *arena, struct hash *hash);

/* The same of a keyed hash, HMAC-SHA-256, that nobody can make or try out who has not the key. */
#define HASH_KEY_LENGTH ((size_t)32)
struct hash *hash_begin_keyed(struct arena *arena, const unsigned char key[HASH_KEY_LENGTH]);

/* Whether the text is a hash as these have them. */
bool hash_is_one(const char *text);

#endif
