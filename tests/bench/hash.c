/* SPDX-License-Identifier: MIT */

/* hash FILE: reads a file and hashes it, which a result says of each of its tables: a floor. */
#include <fcntl.h>
#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    PIECE = 256 * 1024
};

int main(int count, char *arguments[])
{
    static unsigned char piece[PIECE];
    struct sha256_ctx context;
    int file = count == 2 ? open(arguments[1], O_RDONLY) : -1;
    ssize_t got;
    if (file < 0) {
        (void)fputs("usage: hash FILE\n", stderr);
        return EXIT_FAILURE;
    }
    sha256_init(&context);
    while ((got = read(file, piece, sizeof piece)) > 0)
        sha256_update(&context, (size_t)got, piece);
    sha256_digest(&context, SHA256_DIGEST_SIZE, piece);
    for (int i = 0; i < SHA256_DIGEST_SIZE; i++)
        printf("%02x", piece[i]);
    printf("\n");
    return close(file) == 0 && got == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
