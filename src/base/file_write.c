/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file_internal.h"

#define LINKS_MOST  40
#define TRIES_MOST  100
#define NEW_FILE    0666 /* less the umask */
#define NEW_FOLDER  0777 /* likewise */
#define ONLY_OWNER  0600
#define ALL_OF_MODE 07777

static struct file_fault write_fault(struct arena *arena, int error)
{
    static const char full[] = "cannot be written: the disk is full";
    static const char forbidden[] = "cannot be written: you do not have permission";
    static const char no_folder[] = "cannot be written: its folder does not exist";
    static const struct file_error errors[] = {
        {ENOSPC, {FILE_FAULTY, full}},
        {EDQUOT, {FILE_FAULTY, full}},
        {EFBIG, {FILE_FAULTY, "cannot be written: it is larger than a file may be here"}},
        {EACCES, {FILE_FORBIDDEN, forbidden}},
        {EPERM, {FILE_FORBIDDEN, forbidden}},
        {EROFS, {FILE_FAULTY, "cannot be written: the disk is read-only"}},
        {ENOENT, {FILE_WITHOUT_FOLDER, no_folder}},
        {ENOTDIR, {FILE_WITHOUT_FOLDER, no_folder}},
        {EISDIR, {FILE_IS_FOLDER, "is a folder"}},
        {ELOOP, {FILE_FAULTY, "is a link that leads back to itself"}},
        {ENAMETOOLONG, {FILE_FAULTY, "has a name that is too long"}},
        {EEXIST, {FILE_FAULTY, "cannot be written: such a file has come into being meanwhile"}},
        {EPIPE, {FILE_FAULTY, "cannot be written: its reader has stopped"}},
        {EBADF, {FILE_FAULTY, "cannot be written: it is closed"}},
        {EIO, {FILE_FAULTY, "cannot be written: the disk reports an error"}},
    };
    return file_fault_of(arena, error, errors, sizeof errors / sizeof *errors, "cannot be written");
}

struct file_fault file_make_folder(struct arena *arena, const char *path)
{
    return write_fault(arena, mkdir(path, NEW_FOLDER) == 0 ? 0 : errno);
}

void file_remove_folder(const char *path)
{
    (void)rmdir(path);
}

/* Writes all. Returns 0 or errno. */
static int write_all(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(descriptor, bytes, length);
        if (written >= 0) {
            bytes += written;
            length -= (size_t)written;
        } else if (errno == EAGAIN) {
            file_wait(descriptor, POLLOUT);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

struct file_fault file_write_descriptor(struct arena *arena, int descriptor, const char *bytes,
                                        size_t length)
{
    return write_fault(arena, write_all(descriptor, bytes, length));
}

/* Where a symbolic link leads in the end, whether or not anything stands there. NULL for a circle.
 */
static const char *follow_links(struct arena *arena, const char *path)
{
    for (int followed = 0; followed < LINKS_MOST; followed++) {
        char target[4096];
        ssize_t length = readlink(path, target, sizeof target - 1);
        if (length < 0)
            return path;
        target[length] = '\0';
        path = target[0] == '/' ? arena_copy(arena, target, (size_t)length)
                                : arena_format(arena, "%s%s", file_folder(arena, path), target);
    }
    return NULL;
}

static int write_through(const char *path, const char *bytes, size_t length)
{
    int descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return errno;
    int error = write_all(descriptor, bytes, length);
    if (close(descriptor) != 0 && error == 0)
        error = errno;
    return error;
}

/* A new file beside the one to be written; its name is put in `path`, which has room for it. */
static int open_temporary(char *path, size_t room, const char *folder, mode_t mode)
{
    int descriptor = -1;
    for (int i = 0; i < TRIES_MOST && descriptor < 0; i++) {
        (void)snprintf(path, room, "%s.quorate-%ld-%d.tmp", folder, (long)getpid(), i);
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (descriptor < 0 && errno != EEXIST)
            break;
    }
    return descriptor;
}

/* Fills the temporary file and has the disk hold it. Returns 0 or errno; closes in any case. */
static int fill(int descriptor, const struct stat *replaced, const char *bytes, size_t length)
{
    int error = 0;
    if (replaced != NULL && fchmod(descriptor, replaced->st_mode & ALL_OF_MODE) != 0)
        error = errno;
    if (error == 0)
        error = write_all(descriptor, bytes, length);
    if (error == 0 && fsync(descriptor) != 0)
        error = errno;
    if (close(descriptor) != 0 && error == 0)
        error = errno;
    return error;
}

/* The rename itself must survive a power cut. It has happened, so a failure changes nothing. */
static void flush_folder(const char *folder)
{
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    fsync(descriptor);
    close(descriptor);
}

/* A file that is written and not yet in its place; for a device or a pipe, what is to be written.
 */
struct file_draft {
    const char *path; /* where it is to stand, links followed */
    const char *folder;
    const char *temporary; /* NULL for what is written through */
    const char *earlier;   /* beside it, what is replaced, until nothing can fail any more */
    const char *bytes;
    size_t length;
    bool replaces; /* a file that stands there */
    enum file_placing placing;
};

/* `replaced` is the file that stands at the path, NULL for none. */
static int write_temporary(struct arena *arena, struct file_draft *draft,
                           const struct stat *replaced)
{
    const char *folder = draft->folder = file_folder(arena, draft->path);
    size_t room = strlen(folder) + 64;
    char *temporary = arena_alloc(arena, room, 1), *earlier = arena_alloc(arena, room, 1);
    int descriptor = open_temporary(temporary, room, folder, replaced ? ONLY_OWNER : NEW_FILE);
    if (descriptor < 0)
        return errno;
    int error = fill(descriptor, replaced, draft->bytes, draft->length);
    if (error != 0)
        unlink(temporary);
    draft->temporary = temporary;
    (void)snprintf(earlier, room, "%s.old", temporary);
    draft->earlier = earlier;
    return error;
}

struct file_fault file_prepare(struct arena *arena, const char *path, enum file_placing placing,
                               const char *bytes, size_t length, struct file_draft **draft)
{
    struct stat status;
    bool exists = stat(path, &status) == 0;
    int error = exists ? 0 : errno;
    *draft = arena_alloc(arena, 1, sizeof **draft);
    **draft = (struct file_draft){
        .path = path, .bytes = bytes, .length = length, .replaces = exists, .placing = placing};
    if (!exists && error != ENOENT)
        return write_fault(arena, error); /* something may stand there all the same */
    if (exists && S_ISDIR(status.st_mode))
        return write_fault(arena, EISDIR);
    if (exists && !S_ISREG(status.st_mode))
        return (struct file_fault){.kind = FILE_SOUND}; /* tried when it is published */
    if (exists && placing == FILE_MUST_BE_NEW)
        return write_fault(arena, EEXIST);
    if (exists && faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
        return write_fault(arena, errno); /* renaming would replace what its owner has protected */
    if (placing == FILE_MAY_REPLACE)
        (*draft)->path = follow_links(arena, path);
    return write_fault(arena, (*draft)->path == NULL
                                  ? ELOOP
                                  : write_temporary(arena, *draft, exists ? &status : NULL));
}

/* Where a drive has no links of this kind, the name itself is taken, if nobody has it. */
static int write_new(const struct file_draft *draft)
{
    int descriptor = open(draft->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, NEW_FILE);
    if (descriptor < 0)
        return errno;
    int error = fill(descriptor, NULL, draft->bytes, draft->length);
    if (error != 0)
        unlink(draft->path);
    return error;
}

/* A link, unlike renaming, takes no name that something has. Returns 0 or errno; the temporary file
 * is gone in any case. */
static int put_in_place(const struct file_draft *draft)
{
    int error = 0;
    if (draft->placing == FILE_MAY_REPLACE) {
        /* Where the drive has no links of this kind nothing can be taken back. */
        if (draft->replaces && link(draft->path, draft->earlier) != 0)
            unlink(draft->earlier);
        if (rename(draft->temporary, draft->path) == 0)
            return 0;
        error = errno;
        unlink(draft->earlier);
    } else if (link(draft->temporary, draft->path) != 0) {
        error = errno == EEXIST ? EEXIST : write_new(draft);
    }
    unlink(draft->temporary);
    return error;
}

struct file_fault file_publish(struct arena *arena, const struct file_draft *draft)
{
    if (draft->temporary == NULL)
        return write_fault(arena, write_through(draft->path, draft->bytes, draft->length));
    int error = put_in_place(draft);
    if (error == 0)
        flush_folder(draft->folder);
    return write_fault(arena, error);
}

void file_discard(const struct file_draft *draft)
{
    if (draft->temporary != NULL)
        unlink(draft->temporary);
}

bool file_withdraw(const struct file_draft *draft)
{
    if (draft->temporary == NULL)
        return false;
    return draft->replaces ? rename(draft->earlier, draft->path) == 0 : unlink(draft->path) == 0;
}

void file_settle(const struct file_draft *draft)
{
    if (draft->temporary != NULL && draft->replaces)
        unlink(draft->earlier);
}

struct file_fault file_remove(struct arena *arena, const char *path)
{
    return write_fault(arena, unlink(path) == 0 ? 0 : errno);
}
