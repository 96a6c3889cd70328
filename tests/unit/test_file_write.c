/* SPDX-License-Identifier: MIT */
/* link: -Wl,--wrap=read,--wrap=write,--wrap=fsync,--wrap=rename,--wrap=link */
#include "failing_disk.h"
#include "quorate/file.h"

/* Both steps at once. */
static struct file_fault file_put(struct arena *arena, const char *path, enum file_placing placing,
                                  const char *bytes, size_t length)
{
    struct file_draft *draft;
    struct file_fault fault = file_prepare(arena, path, placing, false, bytes, length, &draft);
    if (fault.kind == FILE_SOUND)
        fault = file_publish(arena, draft);
    if (fault.kind == FILE_SOUND)
        file_settle(draft);
    return fault;
}

static struct file_fault file_write(struct arena *arena, const char *path, const char *bytes,
                                    size_t length)
{
    return file_put(arena, path, FILE_MAY_REPLACE, bytes, length);
}

static void a_new_file_obeys_the_umask(void **state)
{
    umask(027);
    check_text(file_write(arena_here(state), "new.txt", "result\n", 7).words, NULL);
    check_holds("new.txt", "result\n");
    check_int(mode_of("new.txt"), 0640);
    check_text(file_write(arena_here(state), "empty.txt", "", 0).words, NULL);
    check_holds("empty.txt", "");
    check_int(disk.fsyncs, 4); /* each file and its folder */
    check_int(entries("."), 2);
}

static void an_existing_file_keeps_its_mode(void **state)
{
    put("old.txt", "a much longer old text");
    check_int(chmod("old.txt", 0604), 0);
    disk.write_most = 3;
    disk.interruptions = 2;
    char path[128];
    snprintf(path, sizeof path, "%s/old.txt", ((struct place *)*state)->folder);
    check_text(file_write(arena_here(state), path, "new text", 8).words, NULL);
    check_holds("old.txt", "new text");
    check_int(mode_of("old.txt"), 0604);
    check_int(entries("."), 1);
}

static void a_failure_leaves_everything_as_it_was(void **state)
{
    struct arena *arena = arena_here(state);
    put("old.txt", "old");
    disk.write_most = 2;
    disk.write_error = ENOSPC;
    check_text(file_write(arena, "old.txt", "newer", 5).words,
               "cannot be written: the disk is full");
    check_text(file_write(arena, "new.txt", "newer", 5).words,
               "cannot be written: the disk is full");
    memset(&disk, 0, sizeof disk);
    disk.fsync_error = EIO;
    check_text(file_write(arena, "old.txt", "newer", 5).words,
               "cannot be written: the disk reports an error");
    memset(&disk, 0, sizeof disk);
    disk.rename_error = EROFS;
    check_text(file_write(arena, "old.txt", "newer", 5).words,
               "cannot be written: the disk is read-only");
    disk.rename_error = ETIMEDOUT;
    check_text(file_write(arena, "old.txt", "newer", 5).words,
               "cannot be written (Connection timed out)");
    check_holds("old.txt", "old");
    check_int(entries("."), 1);
}

static void places_that_cannot_be_written_are_named(void **state)
{
    struct arena *arena = arena_here(state);
    check_int(mkdir("folder", 0755), 0);
    check_text(file_write(arena, "folder", "x", 1).words, "is a folder");
    check_text(file_write(arena, "none/new.txt", "x", 1).words,
               "cannot be written: its folder does not exist");
    check_text(file_write(arena, "", "x", 1).words, "cannot be written: its folder does not exist");
    check_int(file_write(arena, "none/new.txt", "x", 1).kind, FILE_WITHOUT_FOLDER);
    check_int(file_write(arena, "folder", "x", 1).kind, FILE_IS_FOLDER);
    check_int(symlink("circle", "circle"), 0);
    check_text(file_write(arena, "circle", "x", 1).words, "is a link that leads back to itself");
    check_int(entries("."), 2);
    check_int(entries("folder"), 0);
}

static void a_link_is_followed(void **state)
{
    struct arena *arena = arena_here(state);
    check_int(mkdir("real", 0755), 0);
    put("real/file.txt", "old");
    check_int(symlink("file.txt", "real/near"), 0);
    check_int(symlink("real/near", "far"), 0);
    check_text(file_write(arena, "far", "new", 3).words, NULL);
    check_holds("real/file.txt", "new");
    check_int(symlink("real/made.txt", "dangling"), 0);
    check_text(file_write(arena, "dangling", "made", 4).words, NULL);
    check_holds("real/made.txt", "made");
    struct stat status;
    check_true(lstat("far", &status) == 0 && S_ISLNK(status.st_mode));
    check_true(lstat("dangling", &status) == 0 && S_ISLNK(status.st_mode));
    check_int(entries("real"), 3);
}

static bool is_device(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISCHR(status.st_mode);
}

/* As nobody, who cannot rename anything in /dev: if this ever breaks, the machine's devices stay.
 */
static void a_device_is_written_to_not_replaced(void **state)
{
    struct arena *arena = arena_here(state);
    check_int(symlink("/dev/full", "full"), 0);
    become(true);
    struct file_fault full = file_write(arena, "/dev/full", "x", 1);
    struct file_fault linked = file_write(arena, "full", "x", 1);
    struct file_fault null = file_write(arena, "/dev/null", "x", 1);
    become(false);
    check_text(full.words, "cannot be written: the disk is full");
    check_text(linked.words, "cannot be written: the disk is full");
    check_text(null.words, NULL);
    check_true(is_device("/dev/full") && is_device("/dev/null"));
}

static void a_pipe_is_written_to_not_replaced(void **state)
{
    check_int(mkfifo("pipe", 0666), 0);
    int reader = open("pipe", O_RDONLY | O_NONBLOCK);
    check_true(reader >= 0);
    check_text(file_write(arena_here(state), "pipe", "through", 7).words, NULL);
    char seen[16] = "";
    check_int(read(reader, seen, sizeof seen - 1), 7);
    close(reader);
    check_text(seen, "through");
    struct stat status;
    check_true(lstat("pipe", &status) == 0 && S_ISFIFO(status.st_mode));
    check_int(entries("."), 1);
}

static void a_descriptor_takes_all_or_says_why(void **state)
{
    struct arena *arena = arena_here(state);
    int descriptor = open("out", O_WRONLY | O_CREAT, 0666);
    disk.write_most = 2;
    disk.interruptions = 1;
    check_text(file_write_descriptor(arena, descriptor, "verdict", 7).words, NULL);
    close(descriptor);
    check_holds("out", "verdict");
    check_text(file_write_descriptor(arena, descriptor, "x", 1).words,
               "cannot be written: it is closed");
    descriptor = open("/dev/full", O_WRONLY);
    check_text(file_write_descriptor(arena, descriptor, "x", 1).words,
               "cannot be written: the disk is full");
    check_text(file_write_descriptor(arena, descriptor, "", 0).words, NULL);
    close(descriptor);
}

/* Another program may have set the descriptor to non-blocking; a pipe then says "not now". */
static void a_descriptor_that_is_not_ready_is_waited_for(void **state)
{
    enum {
        LENGTH = 200000
    };
    int ends[2];
    check_int(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        char bytes[1000];
        size_t seen = 0;
        close(ends[1]);
        for (ssize_t got; (got = __real_read(ends[0], bytes, sizeof bytes)) > 0;)
            seen += (size_t)got;
        _exit(seen == LENGTH ? 0 : 1);
    }
    close(ends[0]);
    check_int(fcntl(ends[1], F_SETFL, O_NONBLOCK), 0);
    char *bytes = arena_alloc(arena_here(state), LENGTH, 1);
    struct file_fault fault = file_write_descriptor(arena_here(state), ends[1], bytes, LENGTH);
    close(ends[1]);
    int status = -1;
    check_int(waitpid(child, &status, 0), child);
    check_text(fault.words, NULL);
    check_int(status, 0);
}

static void permission_is_needed_to_write(void **state)
{
    put("protected.csv", "y");
    check_int(mkdir("closed", 0755), 0);
    check_int(chmod("protected.csv", 0444) | chmod("closed", 0555), 0);
    become(true);
    struct file_fault over = file_write(arena_here(state), "protected.csv", "z", 1);
    struct file_fault into = file_write(arena_here(state), "closed/new.csv", "z", 1);
    become(false);
    check_text(over.words, "cannot be written: you do not have permission");
    check_text(into.words, "cannot be written: you do not have permission");
    check_holds("protected.csv", "y");
    check_int(entries("closed"), 0);
    check_int(entries("."), 2);
}

static bool write_returns(struct arena *arena, jmp_buf *jump)
{
    if (setjmp(*jump) != 0)
        return false;
    file_write(arena, "link", "new", 3);
    return true;
}

static void without_memory_nothing_stays_open_or_behind(void **state)
{
    (void)state;
    put("old.txt", "old");
    check_int(symlink("./old.txt", "link"), 0);
    int lowest = lowest_free_descriptor();
    bool done = false;
    for (size_t allowed = 0; !done; allowed++) {
        jmp_buf jump;
        struct arena *arena = arena_new(&jump);
        arena_fail_after(arena, allowed);
        done = write_returns(arena, &jump);
        check_true(allowed > 0 || !done);
        check_holds("old.txt", done ? "new" : "old");
        check_int(lowest_free_descriptor(), lowest);
        check_int(entries("."), 2);
        arena_free(arena);
    }
}

/* Between the two steps something else may fail, and then the file must not be there. */
static void a_draft_is_in_its_place_once_it_is_published(void **state)
{
    struct arena *arena = arena_here(state);
    struct file_draft *draft;
    put("old.csv", "old");
    check_text(file_prepare(arena, "old.csv", FILE_MAY_REPLACE, false, "new", 3, &draft).words,
               NULL);
    check_holds("old.csv", "old");
    check_text(file_publish(arena, draft).words, NULL);
    check_holds("old.csv", "new");
    file_settle(draft);
    check_int(entries("."), 1);
}

static void a_draft_that_is_discarded_leaves_nothing(void **state)
{
    struct arena *arena = arena_here(state);
    struct file_draft *draft;
    check_text(file_prepare(arena, "new.csv", FILE_MAY_REPLACE, false, "new", 3, &draft).words,
               NULL);
    file_discard(draft);
    check_int(entries("."), 0);
    check_text(file_prepare(arena, "none/new.csv", FILE_MAY_REPLACE, false, "new", 3, &draft).words,
               "cannot be written: its folder does not exist");
}

static void what_is_withdrawn_leaves_what_was_there(void **state)
{
    struct arena *arena = arena_here(state);
    struct file_draft *draft;
    check_text(file_prepare(arena, "new.csv", FILE_MAY_REPLACE, false, "new", 3, &draft).words,
               NULL);
    check_text(file_publish(arena, draft).words, NULL);
    check_true(file_withdraw(draft));
    check_int(entries("."), 0);
    put("old.csv", "old");
    check_text(file_prepare(arena, "old.csv", FILE_MAY_REPLACE, false, "new", 3, &draft).words,
               NULL);
    check_text(file_publish(arena, draft).words, NULL);
    check_true(file_withdraw(draft));
    check_holds("old.csv", "old");
    check_int(entries("."), 1);
    disk.link_error = EPERM; /* a drive that cannot keep it */
    check_text(file_prepare(arena, "old.csv", FILE_MAY_REPLACE, false, "new", 3, &draft).words,
               NULL);
    check_text(file_publish(arena, draft).words, NULL);
    check_false(file_withdraw(draft));
    check_holds("old.csv", "new");
    check_int(entries("."), 1);
}

#define MEANWHILE "cannot be written: such a file has come into being meanwhile"

static void a_file_that_must_be_new_replaces_none(void **state)
{
    struct arena *arena = arena_here(state);
    umask(027);
    check_text(file_put(arena, "new.txt", FILE_MUST_BE_NEW, "new", 3).words, NULL);
    check_holds("new.txt", "new");
    check_int(mode_of("new.txt"), 0640);
    check_text(file_put(arena, "new.txt", FILE_MUST_BE_NEW, "newer", 5).words, MEANWHILE);
    check_holds("new.txt", "new");
    check_int(symlink("nowhere", "link"), 0);
    check_text(file_put(arena, "link", FILE_MUST_BE_NEW, "newer", 5).words, MEANWHILE);
    check_int(entries("."), 2);
}

/* What is known piece by piece is beside its place until it is whole. */
static void a_file_can_come_in_pieces(void **state)
{
    struct arena *arena = arena_here(state);
    struct file_draft *draft;
    put("old.csv", "old");
    check_text(file_begin(arena, "old.csv", FILE_MAY_REPLACE, false, &draft).words, NULL);
    check_text(file_add(arena, draft, "one, ", 5).words, NULL);
    check_text(file_add(arena, draft, "two", 3).words, NULL);
    check_holds("old.csv", "old");
    check_text(file_finish(arena, draft).words, NULL);
    check_holds("old.csv", "old");
    check_text(file_publish(arena, draft).words, NULL);
    check_holds("old.csv", "one, two");
    file_settle(draft);
    check_int(entries("."), 1);
    check_text(file_begin(arena, "own.csv", FILE_MUST_BE_NEW, true, &draft).words, NULL);
    check_text(file_finish(arena, draft).words, NULL);
    check_text(file_publish(arena, draft).words, NULL);
    check_int(mode_of("own.csv"), 0600);
}

static void a_piece_that_cannot_be_written_leaves_nothing(void **state)
{
    struct arena *arena = arena_here(state);
    struct file_draft *draft;
    check_text(file_begin(arena, "new.csv", FILE_MAY_REPLACE, false, &draft).words, NULL);
    check_text(file_add(arena, draft, "one", 3).words, NULL);
    disk.write_error = ENOSPC;
    check_text(file_add(arena, draft, "two", 3).words, "cannot be written: the disk is full");
    file_discard(draft);
    check_int(entries("."), 0);
    disk.write_error = 0;
    check_text(file_begin(arena, "new.csv", FILE_MAY_REPLACE, false, &draft).words, NULL);
    disk.fsync_error = EIO;
    check_text(file_finish(arena, draft).words, "cannot be written: the disk reports an error");
    file_discard(draft);
    check_int(entries("."), 0);
    check_text(file_begin(arena, "none/new.csv", FILE_MAY_REPLACE, false, &draft).words,
               "cannot be written: its folder does not exist");
    file_discard(draft);
}

/* Between the two steps somebody else may put a file there, on a drive with links and without. */
static void a_file_that_comes_into_being_meanwhile_stays(void **state)
{
    struct arena *arena = arena_here(state);
    static const int drives[] = {0, EPERM, EOPNOTSUPP};
    for (size_t i = 0; i < sizeof drives / sizeof *drives; i++) {
        struct file_draft *draft;
        disk.link_error = drives[i];
        check_text(file_prepare(arena, "file", FILE_MUST_BE_NEW, false, "new", 3, &draft).words,
                   NULL);
        put("file", "theirs");
        check_text(file_publish(arena, draft).words, MEANWHILE);
        check_holds("file", "theirs");
        check_int(entries("."), 1);
        check_int(remove("file"), 0);
    }
}

static void a_drive_without_links_is_written_to(void **state)
{
    struct arena *arena = arena_here(state);
    disk.link_error = EPERM;
    umask(027);
    check_text(file_put(arena, "new.txt", FILE_MUST_BE_NEW, "new", 3).words, NULL);
    check_holds("new.txt", "new");
    check_int(mode_of("new.txt"), 0640);
    struct file_draft *draft;
    check_text(file_prepare(arena, "other", FILE_MUST_BE_NEW, false, "new", 3, &draft).words, NULL);
    disk.rename_error = ENOSPC;
    check_text(file_publish(arena, draft).words, "cannot be written: the disk is full");
    check_int(entries("."), 1);
}

/* Whoever may not look does not know that nothing stands there. */
static void what_cannot_be_looked_at_is_not_free(void **state)
{
    struct arena *arena = arena_here(state);
    check_int(mkdir("closed", 0755), 0);
    put("closed/file", "theirs");
    check_int(chmod("closed", 0666), 0);
    become(true);
    bool exists = file_exists("closed/file"), beyond = file_exists("closed/file/none");
    struct file_fault fault = file_put(arena, "closed/file", FILE_MUST_BE_NEW, "x", 1);
    become(false);
    check_int(chmod("closed", 0755), 0);
    check_true(exists && beyond);
    check_text(fault.words, "cannot be written: you do not have permission");
    check_holds("closed/file", "theirs");
    check_false(file_exists("closed/none"));
    check_false(file_exists("closed/file/none"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_in_folder(a_new_file_obeys_the_umask),
        test_in_folder(an_existing_file_keeps_its_mode),
        test_in_folder(a_failure_leaves_everything_as_it_was),
        test_in_folder(places_that_cannot_be_written_are_named),
        test_in_folder(a_link_is_followed),
        test_in_folder(a_draft_is_in_its_place_once_it_is_published),
        test_in_folder(a_draft_that_is_discarded_leaves_nothing),
        test_in_folder(what_is_withdrawn_leaves_what_was_there),
        test_in_folder(a_file_that_must_be_new_replaces_none),
        test_in_folder(a_file_that_comes_into_being_meanwhile_stays),
        test_in_folder(a_drive_without_links_is_written_to),
        test_in_folder(a_file_can_come_in_pieces),
        test_in_folder(a_piece_that_cannot_be_written_leaves_nothing),
        test_in_folder(what_cannot_be_looked_at_is_not_free),
        test_in_folder(a_device_is_written_to_not_replaced),
        test_in_folder(a_pipe_is_written_to_not_replaced),
        test_in_folder(a_descriptor_takes_all_or_says_why),
        test_in_folder(a_descriptor_that_is_not_ready_is_waited_for),
        test_in_folder(permission_is_needed_to_write),
        test_in_folder(without_memory_nothing_stays_open_or_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
