/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* NOLINT(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include "quorate/system.h"

/*
 * Linux's seccomp: a filter that the kernel asks about each call of it. There is no way back from
 * one. The kernel's own words for it stand here because not every libc comes with its headers; they
 * cannot change, for programs are compiled with them.
 */

#if defined(__x86_64__)
#define ARCHITECTURE 0xC000003EU
#elif defined(__i386__)
#define ARCHITECTURE 0x40000003U
#elif defined(__aarch64__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define ARCHITECTURE 0xC00000B7U
#elif defined(__s390x__)
#define ARCHITECTURE 0x80000016U
#endif

/* A sanitizer starts a program of its own, and reads files, when this one ends. */
#if defined(__SANITIZE_ADDRESS__)
#undef ARCHITECTURE
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#undef ARCHITECTURE
#endif
#endif

#ifdef ARCHITECTURE

#include <sys/prctl.h>

/* struct sock_filter and its program, what a filter sees, and what it may do and answer. */
struct step {
    uint16_t code;
    uint8_t if_so, if_not; /* how many steps are left out */
    uint32_t value;
};

struct filter {
    unsigned short count;
    const struct step *steps;
};

struct seen {
    int number;
    uint32_t architecture;
    uint64_t instruction;
    uint64_t arguments[6];
};

#define LOAD     0x20 /* of what is seen, from `value` on */
#define AND      0x54
#define IS_EQUAL 0x15
#define ANSWER   0x06
#define ALLOWED  0x7FFF0000U
#define KILLED   0x80000000U

#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define LOW_HALF 4
#else
#define LOW_HALF 0
#endif

#define SEE(member)                                                                                \
    {                                                                                              \
        LOAD, 0, 0, offsetof(struct seen, member)                                                  \
    }
#define KILL                                                                                       \
    {                                                                                              \
        ANSWER, 0, 0, KILLED                                                                       \
    }
#define ALLOW                                                                                      \
    {                                                                                              \
        ANSWER, 0, 0, ALLOWED                                                                      \
    }
#define DIES(call)   {IS_EQUAL, 0, 1, (call)}, KILL
#define ONLY_OF_OURS SEE(architecture), {IS_EQUAL, 1, 0, ARCHITECTURE}, KILL, SEE(number)
/* Opening what stands there to read it, but a folder: its flags are the argument `at`. */
#define DIES_READING(call, at)                                                                     \
    {IS_EQUAL, 0, 5, (call)}, {LOAD, 0, 0, offsetof(struct seen, arguments[at]) + LOW_HALF},       \
        {AND, 0, 0, O_ACCMODE | O_DIRECTORY}, {IS_EQUAL, 0, 1, O_RDONLY}, KILL, ALLOW

/* Whatever it reads, it talks to nobody and starts no program, nor has another do it. The kernel
 * asks the filter of each call once when it is set up: it is short because that takes time. */
static const struct step from_the_start[] = {
    ONLY_OF_OURS,
#ifdef SYS_socketcall
    DIES(SYS_socketcall),
#endif
#ifdef SYS_socket
    DIES(SYS_socket),
#endif
#ifdef SYS_io_uring_setup
    DIES(SYS_io_uring_setup),
#endif
    DIES(SYS_execve),
    DIES(SYS_execveat),
    DIES(SYS_ptrace),
    ALLOW,
};

static const struct step once_all_is_read[] = {
    ONLY_OF_OURS,
    DIES_READING(SYS_openat, 2),
#ifdef SYS_open
    DIES_READING(SYS_open, 1),
#endif
#ifdef SYS_openat2
    DIES(SYS_openat2),
#endif
    ALLOW,
};

bool system_confine(bool is_read)
{
    static const struct filter filters[] = {
        {sizeof from_the_start / sizeof *from_the_start, from_the_start},
        {sizeof once_all_is_read / sizeof *once_all_is_read, once_all_is_read},
    };
    const unsigned long by_filter = 2;
    return prctl(PR_SET_NO_NEW_PRIVS, 1UL, 0UL, 0UL, 0UL) == 0 &&
           prctl(PR_SET_SECCOMP, by_filter, &filters[is_read], 0UL, 0UL) == 0;
}

#else

bool system_confine(bool is_read)
{
    (void)is_read;
    return false;
}

#endif

/* The pages that have any of it, which are those of its mapping alone: a mapping of which a part
 * is advised of is two, and could not be moved when it grows. */
void system_expect(void *memory, size_t size)
{
    const uintptr_t page = 4096, before = (uintptr_t)memory % page;
    (void)madvise((char *)memory - before, (before + size + page - 1) / page * page, MADV_HUGEPAGE);
}
