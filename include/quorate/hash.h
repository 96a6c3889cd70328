/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_HASH_H
#define QUORATE_HASH_H

#include <stddef.h>

#include "quorate/arena.h"

/* The SHA-256 of the bytes in 64 lower-case hexadecimal digits. */
const char *hash_sha256(struct arena *arena, const void *bytes, size_t length);

#endif
