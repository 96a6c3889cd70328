/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "quorate/hash.h"

/* The examples of FIPS 180-2. */
static void known_texts_have_their_known_hashes(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(hash_sha256(arena, "", 0),
               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    check_text(hash_sha256(arena, "abc", 3),
               "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    check_text(hash_sha256(arena, "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56),
               "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void the_length_counts_not_the_nul(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(hash_sha256(arena, "\0", 1),
               "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
}

static void pieces_of_any_length_have_the_hash_of_the_whole(void **state)
{
    struct arena *arena = arena_of(state);
    char text[300];
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)(i % 100);
    for (size_t piece = 1; piece <= sizeof text; piece++) {
        struct hash *hash = hash_begin(arena);
        for (size_t at = 0; at < sizeof text; at += piece)
            hash_add(hash, text + at, sizeof text - at < piece ? sizeof text - at : piece);
        check_text(hash_end(arena, hash), hash_sha256(arena, text, sizeof text));
    }
    struct hash *hash = hash_begin(arena);
    check_text(hash_end(arena, hash), hash_sha256(arena, "", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(known_texts_have_their_known_hashes),
        test_with_arena(the_length_counts_not_the_nul),
        test_with_arena(pieces_of_any_length_have_the_hash_of_the_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
