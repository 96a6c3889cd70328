/* SPDX-License-Identifier: MIT */
/* link: -Wl,--wrap=read,--wrap=write,--wrap=fsync,--wrap=rename */
#include "failing_disk.h"
#include "quorate/file.h"

static void check_read_fault(void **state, const char *path, const char *wanted)
{
    const char *fault = NULL;
    struct bytes bytes = file_read(arena_here(state), path, &fault);
    check_text(fault, wanted);
    check_int(bytes.length, 0);
    check_text(bytes.name, path);
}

static void a_file_is_read_whole(void **state)
{
    const char *fault = "";
    put("ballots.csv", "practice,vote\n");
    disk.interruptions = 2;
    struct bytes bytes = file_read(arena_here(state), "ballots.csv", &fault);
    check_text(fault, NULL);
    check_int(bytes.length, 14);
    check_text(bytes.bytes, "practice,vote\n");
    check_text(bytes.name, "ballots.csv");
    put("empty.csv", "");
    bytes = file_read(arena_here(state), "empty.csv", &fault);
    check_text(fault, NULL);
    check_int(bytes.length, 0);
    check_text(bytes.bytes, "");
    bytes = file_read(arena_here(state), "/proc/self/status", &fault); /* says it has no bytes */
    check_text(fault, NULL);
    check_contains(bytes.bytes, "Pid:");
}

static void faults_are_clauses(void **state)
{
    check_read_fault(state, "missing.csv", "does not exist");
    check_read_fault(state, "", "does not exist");
    check_read_fault(state, ".", "is a folder");
    put("file", "x");
    check_read_fault(state, "file/below", "does not exist");
    check_int(symlink("circle", "circle"), 0);
    check_read_fault(state, "circle", "is a link that leads back to itself");
    disk.read_error = EIO;
    check_read_fault(state, "file", "cannot be read: the disk reports an error");
    disk.read_error = ETIMEDOUT;
    check_read_fault(state, "file", "cannot be read (Connection timed out)");
}

static void a_file_may_be_a_gibibyte(void **state)
{
    int descriptor = open("large", O_WRONLY | O_CREAT, 0666);
    check_int(ftruncate(descriptor, (off_t)FILE_MOST + 1), 0);
    close(descriptor);
    disk.read_error = EIO; /* it is refused unread */
    check_read_fault(state, "large", "is larger than 1 GiB");
}

/* Standard input that another process fills slowly and past the first guess. */
static void standard_input_is_read_to_its_end(void **state)
{
    enum {
        LENGTH = 300000
    };
    int ends[2], before = dup(STDIN_FILENO);
    check_int(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        char line[100];
        memset(line, 'q', sizeof line);
        for (int i = 0; i < LENGTH / 100; i++)
            if (__real_write(ends[1], line, sizeof line) != sizeof line)
                _exit(1);
        _exit(0);
    }
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    const char *fault = "";
    struct bytes bytes = file_read(arena_here(state), "-", &fault);
    dup2(before, STDIN_FILENO);
    close(before);
    waitpid(child, NULL, 0);
    check_text(fault, NULL);
    check_text(bytes.name, "-");
    check_int(bytes.length, LENGTH);
    check_int(strspn(bytes.bytes, "q"), LENGTH);
}

static void paths_are_looked_at(void **state)
{
    struct arena *arena = arena_here(state);
    put("file", "x");
    check_int(symlink("nowhere", "dangling"), 0);
    check_true(file_exists("file"));
    check_true(file_exists("dangling"));
    check_true(file_exists("."));
    check_false(file_exists("nowhere"));
    check_true(file_is_folder("."));
    check_false(file_is_folder("file"));
    check_false(file_is_folder("nowhere"));
    check_text(file_base_name(arena, "votes/june/ballots.csv"), "ballots.csv");
    check_text(file_base_name(arena, "ballots.csv"), "ballots.csv");
    check_text(file_base_name(arena, "/ballots.csv"), "ballots.csv");
    check_text(file_base_name(arena, "data/folder//"), "folder");
    check_text(file_base_name(arena, "/"), "/");
    check_text(file_base_name(arena, "-"), "-");
    check_text(file_base_name(arena, ""), "");
}

static void permission_is_needed_to_read(void **state)
{
    put("secret.csv", "x");
    check_int(chmod("secret.csv", 0), 0);
    become(true);
    const char *fault;
    file_read(arena_here(state), "secret.csv", &fault);
    become(false);
    check_text(fault, "cannot be read: you do not have permission");
}

static bool read_returns(struct arena *arena, jmp_buf *jump)
{
    const char *fault;
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
        test_in_folder(faults_are_clauses),
        test_in_folder(a_file_may_be_a_gibibyte),
        test_in_folder(standard_input_is_read_to_its_end),
        test_in_folder(paths_are_looked_at),
        test_in_folder(permission_is_needed_to_read),
        test_in_folder(without_memory_nothing_stays_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
