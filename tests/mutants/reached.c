/* SPDX-License-Identifier: MIT */
/* Which blocks of the code run, for tests/mutants/reached.py: a bit for each address in a file that
   several runs share. The file is mapped before main, so that a run which may open nothing more, or
   is killed, tells it too. */
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

void __sanitizer_cov_trace_pc(void);

extern const char __ehdr_start __attribute__((visibility("hidden")));

enum {
    BYTES = 1 << 20
};

static uint8_t nowhere[BYTES];
static uint8_t *bits = nowhere;

__attribute__((constructor)) static void map_bits(void)
{
    const char *name = getenv("REACHED");
    int file = name == NULL ? -1 : open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return;
    if (ftruncate(file, BYTES) == 0) {
        void *found = mmap(NULL, BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        if (found != MAP_FAILED)
            bits = found;
    }
    close(file);
}

void __sanitizer_cov_trace_pc(void)
{
    uintptr_t at = (uintptr_t)__builtin_return_address(0) - (uintptr_t)&__ehdr_start;
    if (at / 8 < BYTES)
        bits[at / 8] |= (uint8_t)(1 << at % 8);
}
