/* SPDX-License-Identifier: MIT */
/* link: -Wl,--wrap=read,--wrap=write,--wrap=fsync,--wrap=rename,--wrap=link */
#include <poll.h>

#include "failing_disk.h"
#include "quorate/buffer.h"
#include "quorate/file.h"
#include "quorate/hash.h"

static bool count_bytes(void *context, const char *bytes, size_t length)
{
    size_t *count = context;
    *count += length;
    return memchr(bytes, 'x', length) == NULL;
}

static void check_read_fault(void **state, const char *path, enum file_fault_kind kind,
                             const char *wanted)
{
    struct file_fault fault;
    struct bytes bytes = file_read(arena_here(state), path, &fault);
    check_text(fault.words, wanted);
    check_int(fault.kind, kind);
    check_int(bytes.length, 0);
    check_text(bytes.name, path);
    size_t count = 0;
    fault = file_each_piece(arena_here(state), path, count_bytes, &count);
    check_text(fault.words, wanted);
    check_int(fault.kind, kind);
    check_int(count, 0);
}

static void a_file_is_read_whole(void **state)
{
    struct file_fault fault;
    put("ballots.csv", "practice,vote\n");
    disk.interruptions = 2;
    struct bytes bytes = file_read(arena_here(state), "ballots.csv", &fault);
    check_text(fault.words, NULL);
    check_int(bytes.length, 14);
    check_text(bytes.bytes, "practice,vote\n");
    check_text(bytes.name, "ballots.csv");
    put("empty.csv", "");
    bytes = file_read(arena_here(state), "empty.csv", &fault);
    check_text(fault.words, NULL);
    check_int(bytes.length, 0);
    check_text(bytes.bytes, "");
    bytes = file_read(arena_here(state), "/proc/self/status", &fault); /* says it has no bytes */
    check_text(fault.words, NULL);
    check_contains(bytes.bytes, "Pid:");
}

/* --- The beginning, and the rest --- */

#define HEAD  ((size_t)1000)
#define WHOLE ((size_t)300007) /* no whole number of pieces */

static char large[WHOLE + 1];

static void put_large(const char *name)
{
    for (size_t i = 0; i < WHOLE; i++)
        large[i] = (char)('a' + i * i % 23);
    put(name, large);
}

static struct bytes large_head(struct arena *arena)
{
    struct file_fault fault;
    struct bytes bytes = file_read_head(arena, arena_part(arena), "large.csv", HEAD, &fault);
    check_int(fault.kind, FILE_SOUND);
    check_int(bytes.length, HEAD);
    check_text(bytes.bytes, arena_copy(arena, large, HEAD));
    check_true(bytes.rest != NULL);
    check_int(file_rest_whole(bytes.rest), WHOLE);
    return bytes;
}

/* What was handed on, and how often more is wanted. */
struct taken {
    struct buffer text;
    size_t pieces, most;
};

static bool take_piece(void *context, const char *bytes, size_t length)
{
    struct taken *taken = context;
    buffer_add_bytes(&taken->text, bytes, length);
    return ++taken->pieces < taken->most;
}

static void a_large_file_is_read_in_pieces(void **state)
{
    struct arena *arena = arena_here(state);
    put_large("large.csv");
    int lowest = lowest_free_descriptor();
    const char *hash = hash_sha256(arena, large, WHOLE);
    for (size_t most = 1; most < 7; most++) {
        struct taken taken = {.text.arena = arena, .most = most};
        struct bytes bytes = large_head(arena);
        check_true(file_rest_each(bytes.rest, take_piece, &taken));
        check_int(taken.pieces, most < 5 ? most : 5);
        if (most >= 5)
            check_text(buffer_text(&taken.text), large + HEAD);
        check_true(file_rest_each(bytes.rest, take_piece, &taken)); /* there is none left */
        check_int(taken.pieces, most < 5 ? most : 5);
        check_int(file_rest_fault(arena, bytes.rest).kind, FILE_SOUND);
        check_text(file_rest_sha256(arena, bytes.rest), hash);
        check_int(lowest_free_descriptor(), lowest);
    }
    struct bytes bytes = large_head(arena);
    check_true(file_rest_each(bytes.rest, NULL, NULL));
    check_text(file_rest_sha256(arena, bytes.rest), hash);
}

static void the_rest_may_be_wanted_too(void **state)
{
    struct arena *arena = arena_here(state);
    struct file_fault fault;
    put_large("large.csv");
    int lowest = lowest_free_descriptor();
    struct bytes bytes = large_head(arena);
    disk.interruptions = 2;
    check_true(file_read_rest(&bytes));
    check_true(bytes.rest == NULL);
    check_int(bytes.length, WHOLE);
    check_text(bytes.bytes, large);
    check_text(bytes.sha256, hash_sha256(arena, large, WHOLE));
    check_int(lowest_free_descriptor(), lowest);
    check_true(file_read_rest(&bytes)); /* there is none */
    check_int(bytes.length, WHOLE);
    bytes = file_read_head(arena, arena, "large.csv", WHOLE, &fault);
    check_true(bytes.rest == NULL && bytes.length == WHOLE && bytes.sha256 == NULL);
}

static void the_rest_may_be_unreadable(void **state)
{
    struct arena *arena = arena_here(state);
    struct taken taken = {.text.arena = arena, .most = 9};
    put_large("large.csv");
    int lowest = lowest_free_descriptor();
    for (size_t whole = 0; whole < 2; whole++) {
        disk.read_error = 0;
        struct bytes bytes = large_head(arena);
        disk.read_error = EIO;
        check_false(whole == 1 ? file_read_rest(&bytes)
                               : file_rest_each(bytes.rest, take_piece, &taken));
        check_int(taken.pieces, 0);
        struct file_fault fault = file_rest_fault(arena, bytes.rest);
        check_int(fault.kind, FILE_FAILED);
        check_text(fault.words, "cannot be read: the disk reports an error");
        check_false(file_rest_each(bytes.rest, NULL, NULL));
        check_int(lowest_free_descriptor(), lowest);
    }
}

static void faults_are_clauses(void **state)
{
    check_read_fault(state, "missing.csv", FILE_MISSING, "does not exist");
    check_read_fault(state, "", FILE_MISSING, "does not exist");
    check_read_fault(state, ".", FILE_IS_FOLDER, "is a folder");
    put("file", "x");
    check_read_fault(state, "file/below", FILE_MISSING, "does not exist");
    check_int(symlink("circle", "circle"), 0);
    check_read_fault(state, "circle", FILE_FAULTY, "is a link that leads back to itself");
    disk.read_error = EIO;
    check_read_fault(state, "file", FILE_FAILED, "cannot be read: the disk reports an error");
    disk.read_error = ETIMEDOUT;
    check_read_fault(state, "file", FILE_FAILED, "cannot be read (Connection timed out)");
}

static void a_file_may_be_a_gibibyte(void **state)
{
    int descriptor = open("large", O_WRONLY | O_CREAT, 0666);
    check_int(ftruncate(descriptor, (off_t)FILE_MOST + 1), 0);
    close(descriptor);
    disk.read_error = EIO; /* it is refused unread */
    check_read_fault(state, "large", FILE_FAULTY, "is larger than 1 GiB");
    check_int(file_length("large"), 0);
}

/* Puts a pipe in the place of standard input, and a process that fills it slowly and past the first
 * guess. Returns what standard input was. */
enum {
    PIPED = 300000
};

static int pipe_in(bool non_blocking)
{
    int ends[2], before = dup(STDIN_FILENO);
    check_int(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        char line[100];
        close(ends[0]);
        memset(line, 'q', sizeof line);
        (void)poll(NULL, 0, 20); /* so that its reader finds nothing at first */
        for (int i = 0; i < PIPED / 100; i++)
            if (__real_write(ends[1], line, sizeof line) != sizeof line)
                _exit(1);
        _exit(0);
    }
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    if (non_blocking)
        check_int(fcntl(STDIN_FILENO, F_SETFL, O_NONBLOCK), 0);
    return before;
}

static void pipe_out(int before)
{
    dup2(before, STDIN_FILENO);
    close(before);
    wait(NULL);
}

static void standard_input_is_read_to_its_end(void **state)
{
    for (int non_blocking = 0; non_blocking < 2; non_blocking++) {
        struct file_fault fault;
        int before = pipe_in(non_blocking == 1);
        struct bytes bytes = file_read(arena_here(state), "-", &fault);
        pipe_out(before);
        check_text(fault.words, NULL);
        check_text(bytes.name, "-");
        check_int(bytes.length, PIPED);
        check_int(strspn(bytes.bytes, "q"), PIPED);
        size_t count = 0;
        before = pipe_in(non_blocking == 1);
        fault = file_each_piece(arena_here(state), "-", count_bytes, &count);
        pipe_out(before);
        check_text(fault.words, NULL);
        check_int(count, PIPED);
    }
}

static void paths_are_looked_at(void **state)
{
    (void)state;
    put("file", "x");
    check_int(symlink("nowhere", "dangling"), 0);
    check_true(file_exists("file"));
    check_true(file_exists("dangling"));
    check_true(file_exists("."));
    check_false(file_exists("nowhere"));
    check_int(link("file", "hard"), 0);
    check_int(symlink("file", "soft"), 0);
    put("copy", "x");
    check_true(file_is_same("file", "./file"));
    check_true(file_is_same("hard", "soft"));
    check_true(file_is_same("-", "-"));
    check_false(file_is_same("file", "copy"));
    check_false(file_is_same("nowhere", "nowhere"));
    check_false(file_is_same("-", "file"));
    check_true(file_is_folder("."));
    check_false(file_is_folder("file"));
    check_false(file_is_folder("nowhere"));
    check_int(file_place("file"), FILE_PLACE_FILE);
    check_int(file_place("."), FILE_PLACE_FOLDER);
    check_int(file_place("/dev/null"), FILE_PLACE_STREAM);
    check_int(file_place("dangling"), FILE_PLACE_DANGLING);
    check_int(file_place("nowhere"), FILE_PLACE_FREE);
    check_int(file_place("file/below"), FILE_PLACE_FREE);
}

static void paths_are_taken_apart(void **state)
{
    struct arena *arena = arena_here(state);
    check_text(file_base_name(arena, "votes/june/ballots.csv"), "ballots.csv");
    check_text(file_base_name(arena, "ballots.csv"), "ballots.csv");
    check_text(file_base_name(arena, "/ballots.csv"), "ballots.csv");
    check_text(file_base_name(arena, "data/folder//"), "folder");
    check_text(file_base_name(arena, "/"), "/");
    check_text(file_base_name(arena, "-"), "-");
    check_text(file_base_name(arena, ""), "");
    check_text(file_trimmed(arena, "data/folder//"), "data/folder");
    check_text(file_trimmed(arena, "/"), "/");
    check_text(file_folder(arena, "votes/june/ballots.csv"), "votes/june/");
    check_text(file_folder(arena, "/ballots.csv"), "/");
    check_text(file_folder(arena, "ballots.csv"), "./");
    check_text(file_in_folder(arena, "votes", "a.csv"), "votes/a.csv");
    check_text(file_in_folder(arena, "votes//", "a.csv"), "votes/a.csv");
    check_text(file_in_folder(arena, "/", "a.csv"), "/a.csv");
    check_text(file_beside(arena, "votes/result.json", "a.csv"), "votes/a.csv");
    check_text(file_beside(arena, "result.json", "a.csv"), "a.csv");
    check_text(file_beside(arena, "result.json", ""), "");
    check_true(file_is_name("a.csv") && file_is_name("...") && file_is_name("-"));
    check_false(file_is_name("") || file_is_name(".") || file_is_name(".."));
    check_false(file_is_name("/") || file_is_name("/a.csv") || file_is_name("a/b") ||
                file_is_name("a/"));
    check_text(file_ending("votes.june/minutes.of.html"), ".html");
    check_text(file_ending("votes.june/minutes"), NULL);
    check_text(file_ending(".html"), NULL);
    check_text(file_ending("minutes."), ".");
}

static void permission_is_needed_to_read(void **state)
{
    put("secret.csv", "x");
    check_int(chmod("secret.csv", 0), 0);
    become(true);
    struct file_fault fault;
    file_read(arena_here(state), "secret.csv", &fault);
    become(false);
    check_text(fault.words, "cannot be read: you do not have permission");
    check_int(fault.kind, FILE_FORBIDDEN);
}

static bool read_returns(struct arena *arena, jmp_buf *jump)
{
    struct file_fault fault;
    if (setjmp(*jump) != 0)
        return false;
    file_read(arena, "old.txt", &fault);
    return true;
}

static void without_memory_nothing_stays_open(void **state)
{
    (void)state;
    put("old.txt", "old");
    int lowest = lowest_free_descriptor();
    bool done = false;
    for (size_t allowed = 0; !done; allowed++) {
        jmp_buf jump;
        struct arena *arena = arena_new(&jump);
        arena_fail_after(arena, allowed);
        done = read_returns(arena, &jump);
        check_true(allowed > 0 || !done);
        check_holds("old.txt", "old");
        check_int(lowest_free_descriptor(), lowest);
        check_int(entries("."), 1);
        arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(a_file_is_read_whole),
        test_in_folder(a_large_file_is_read_in_pieces),
        test_in_folder(the_rest_may_be_wanted_too),
        test_in_folder(the_rest_may_be_unreadable),
        test_in_folder(faults_are_clauses),
        test_in_folder(a_file_may_be_a_gibibyte),
        test_in_folder(standard_input_is_read_to_its_end),
        test_in_folder(paths_are_looked_at),
        test_in_folder(paths_are_taken_apart),
        test_in_folder(permission_is_needed_to_read),
        test_in_folder(without_memory_nothing_stays_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
