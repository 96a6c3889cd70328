/* SPDX-License-Identifier: MIT */
#include "quorate/hash.h"

#include <sodium.h>

/* sodium_init is not called: it opens the random device, and hashing works without it. */
const char *hash_sha256(struct arena *arena, const void *bytes, size_t length)
{
    unsigned char digest[crypto_hash_sha256_BYTES];
    size_t size = 2 * sizeof digest + 1;
    char *text = arena_alloc(arena, size, 1);
    crypto_hash_sha256(digest, bytes, length);
    return sodium_bin2hex(text, size, digest, sizeof digest);
}
