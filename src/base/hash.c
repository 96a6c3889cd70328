/* SPDX-License-Identifier: MIT */
#include "quorate/hash.h"

#include <sodium.h>

/* sodium_init is not called: it opens the random device, and hashing works without it. */

struct hash {
    crypto_hash_sha256_state state;
};

static void begin(struct hash *hash)
{
    crypto_hash_sha256_init(&hash->state);
}

struct hash *hash_begin(struct arena *arena)
{
    struct hash *hash = arena_alloc(arena, 1, sizeof *hash);
    begin(hash);
    return hash;
}

void hash_add(struct hash *hash, const void *bytes, size_t length)
{
    crypto_hash_sha256_update(&hash->state, bytes, length);
}

const char *hash_end(struct arena *arena, struct hash *hash)
{
    unsigned char digest[crypto_hash_sha256_BYTES];
    size_t size = 2 * sizeof digest + 1;
    char *text = arena_alloc(arena, size, 1);
    crypto_hash_sha256_final(&hash->state, digest);
    return sodium_bin2hex(text, size, digest, sizeof digest);
}

const char *hash_sha256(struct arena *arena, const void *bytes, size_t length)
{
    struct hash hash;
    begin(&hash);
    hash_add(&hash, bytes, length);
    return hash_end(arena, &hash);
}
