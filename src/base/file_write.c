/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "file_internal.h"
#include "quorate/system.h"

#define LINKS_MOST 40
#define TRIES_MOST 100

static struct file_fault write_fault(struct arena *arena, int error)
{
    static const char full[] = "cannot be written: the disk is full";
    static const char forbidden[] = "cannot be written: you do not have permission";
    static const char no_folder[] = "cannot be written: its folder does not exist";
    static const struct file_error errors[] = {
        {ENOSPC, {FILE_FAULTY, full}},
        {EFBIG, {FILE_FAULTY, "cannot be written: it is larger than a file may be here"}},
        {EACCES, {FILE_FORBIDDEN, forbidden}},
        {EPERM, {FILE_FORBIDDEN, forbidden}},
        {EBUSY, {FILE_FAULTY, "cannot be written: another program has it open"}},
        {EROFS, {FILE_FAULTY, "cannot be written: the disk is read-only"}},
        {ENOENT, {FILE_WITHOUT_FOLDER, no_folder}},
        {ENOTDIR, {FILE_WITHOUT_FOLDER, no_folder}},
        {EISDIR, {FILE_IS_FOLDER, "is a folder"}},
        {ELOOP, {FILE_FAULTY, "is a link that leads back to itself"}},
        {EILSEQ, {FILE_FAULTY, "cannot be written: no file can have this name here"}},
        {ENAMETOOLONG, {FILE_FAULTY, "has a name that is too long"}},
        {EEXIST, {FILE_FAULTY, "cannot be written: such a file has come into being meanwhile"}},
        {EPIPE, {FILE_FAULTY, "cannot be written: its reader has stopped"}},
        {EBADF, {FILE_FAULTY, "cannot be written: it is closed"}},
        {EIO, {FILE_FAULTY, "cannot be written: the disk reports an error"}},
    };
    return file_fault_of(arena, error, errors, sizeof errors / sizeof *errors,
                         (struct file_fault){FILE_FAULTY, "cannot be written"});
}

struct file_fault file_make_folder(struct arena *arena, const char *path)
{
    return write_fault(arena, system_make_folder(path));
}

void file_remove_folder(const char *path)
{
    (void)system_remove_folder(path);
}

struct file_fault file_write_descriptor(struct arena *arena, int descriptor, const char *bytes,
                                        size_t length)
{
    return write_fault(arena, system_write(descriptor, bytes, length));
}

/* Where a symbolic link leads in the end, whether or not anything stands there. NULL for a circle.
 */
static const char *follow_links(struct arena *arena, const char *path)
{
    for (int followed = 0; followed < LINKS_MOST; followed++) {
        char target[4096];
        if (!system_follow(path, target, sizeof target))
            return path;
        path = system_root(target) > 0 ? arena_copy(arena, target, strlen(target))
                                       : file_beside(arena, path, target);
    }
    return NULL;
}

/* Closes in any case. Returns 0, `error` or errno. */
static int close_after(int descriptor, int error)
{
    int closing = system_close(descriptor);
    return error != 0 ? error : closing;
}

static int write_through(const char *path, const char *bytes, size_t length)
{
    int descriptor, error = system_open_to_write(path, &descriptor);
    return error != 0 ? error : close_after(descriptor, system_write(descriptor, bytes, length));
}

/* A new file beside the one to be written; its name is put in `path`, which has room for it. */
static int open_temporary(char *path, size_t room, const char *folder, bool own, int *descriptor)
{
    int error = EEXIST;
    for (int i = 0; i < TRIES_MOST && error == EEXIST; i++) {
        (void)snprintf(path, room, "%s" FILE_TEMPORARY "%ld-%d.tmp", folder, system_process(), i);
        error = system_create(path, own, descriptor);
    }
    return error;
}

/* A file that is written, or being written, and not yet in its place; for a device or a pipe, what
 * is to be written. */
struct file_draft {
    const char *path; /* where it is to stand, links followed */
    const char *folder;
    const char *temporary; /* NULL for what is written through, and while there is none */
    const char *earlier;   /* beside it, what is replaced, until nothing can fail any more */
    const char *bytes;     /* of what is written through */
    size_t length;
    int descriptor; /* of the temporary file, */
    bool is_open;   /* while it takes bytes */
    bool replaces;  /* a file that stands there */
    bool own;       /* nobody else may read it */
    enum file_placing placing;
};

/* `replaced` is the file that stands at the path, NULL for none. */
static int begin_temporary(struct arena *arena, struct file_draft *draft,
                           const struct system_status *replaced)
{
    const char *folder = draft->folder = file_folder(arena, draft->path);
    size_t room = strlen(folder) + 64;
    char *temporary = arena_alloc(arena, room, 1), *earlier = arena_alloc(arena, room, 1);
    bool own = draft->own || replaced != NULL;
    int error = open_temporary(temporary, room, folder, own, &draft->descriptor);
    if (error != 0)
        return error;
    draft->is_open = true;
    draft->temporary = temporary;
    (void)snprintf(earlier, room, "%s.old", temporary);
    draft->earlier = earlier;
    return draft->own || replaced == NULL ? 0 : system_take_mode(draft->descriptor, replaced);
}

/* Of a draft that says what is to be written where. */
static struct file_fault begin(struct arena *arena, struct file_draft *draft)
{
    struct system_status status;
    const char *path = draft->path;
    int error = system_look(path, &status);
    bool exists = error == 0;
    draft->replaces = exists;
    if (!exists && error != ENOENT)
        return write_fault(arena, error); /* something may stand there all the same */
    if (exists && status.kind == SYSTEM_FOLDER)
        return write_fault(arena, EISDIR);
    if (exists && status.kind == SYSTEM_STREAM)
        return (struct file_fault){.kind = FILE_SOUND}; /* tried when it is published */
    if (exists && draft->placing == FILE_MUST_BE_NEW)
        return write_fault(arena, EEXIST);
    if (exists && (error = system_may_write(path)) != 0)
        return write_fault(arena, error); /* renaming would replace what its owner has protected */
    if (draft->placing == FILE_MAY_REPLACE)
        draft->path = follow_links(arena, path);
    return write_fault(arena, draft->path == NULL
                                  ? ELOOP
                                  : begin_temporary(arena, draft, exists ? &status : NULL));
}

struct file_fault file_begin(struct arena *arena, const char *path, enum file_placing placing,
                             bool own, struct file_draft **draft)
{
    *draft = arena_alloc(arena, 1, sizeof **draft);
    **draft = (struct file_draft){.path = path, .own = own, .placing = placing};
    return begin(arena, *draft);
}

struct file_fault file_add(struct arena *arena, const struct file_draft *draft, const char *bytes,
                           size_t length)
{
    return write_fault(arena, system_write(draft->descriptor, bytes, length));
}

struct file_fault file_finish(struct arena *arena, struct file_draft *draft)
{
    draft->is_open = false;
    return write_fault(arena, close_after(draft->descriptor, system_flush(draft->descriptor)));
}

/* What is written through is kept until it is published. */
struct file_fault file_prepare(struct arena *arena, const char *path, enum file_placing placing,
                               bool own, const char *bytes, size_t length,
                               struct file_draft **draft)
{
    struct file_fault fault = file_begin(arena, path, placing, own, draft);
    (*draft)->bytes = bytes;
    (*draft)->length = length;
    if (fault.kind == FILE_SOUND && (*draft)->is_open)
        fault = file_add(arena, *draft, bytes, length);
    if (fault.kind == FILE_SOUND && (*draft)->is_open)
        fault = file_finish(arena, *draft);
    if (fault.kind != FILE_SOUND)
        file_discard(*draft);
    return fault;
}

bool file_own_is_kept(void)
{
    return system_has_modes();
}

bool file_is_open_to_others(const char *path)
{
    struct system_status status;
    return system_has_modes() && system_look(path, &status) == 0 && (status.mode & 077U) != 0;
}

/* Where a drive has no links of this kind, the name itself is taken, if nobody has it, and then
 * what is ours already is replaced. */
static int take_name(const struct file_draft *draft)
{
    int descriptor, error = system_create(draft->path, draft->own, &descriptor);
    if (error != 0)
        return error;
    error = close_after(descriptor, 0);
    if (error == 0)
        error = system_rename(draft->temporary, draft->path);
    if (error != 0)
        (void)system_remove(draft->path);
    return error;
}

/* A link, unlike renaming, takes no name that something has. Returns 0 or errno; the temporary file
 * is gone in any case. */
static int put_in_place(const struct file_draft *draft)
{
    int error;
    if (draft->placing == FILE_MAY_REPLACE) {
        /* Where the drive has no links of this kind nothing can be taken back. */
        if (draft->replaces && system_link(draft->path, draft->earlier) != 0)
            (void)system_remove(draft->earlier);
        error = system_rename(draft->temporary, draft->path);
        if (error == 0)
            return 0;
        (void)system_remove(draft->earlier);
    } else {
        error = system_link(draft->temporary, draft->path);
        if (error != 0 && error != EEXIST)
            error = take_name(draft);
    }
    (void)system_remove(draft->temporary);
    return error;
}

struct file_fault file_publish(struct arena *arena, const struct file_draft *draft)
{
    if (draft->temporary == NULL)
        return write_fault(arena, write_through(draft->path, draft->bytes, draft->length));
    int error = put_in_place(draft);
    if (error == 0)
        system_flush_folder(draft->folder);
    return write_fault(arena, error);
}

void file_discard(struct file_draft *draft)
{
    if (draft->is_open)
        (void)system_close(draft->descriptor);
    draft->is_open = false;
    if (draft->temporary != NULL)
        (void)system_remove(draft->temporary);
}

bool file_withdraw(const struct file_draft *draft)
{
    if (draft->temporary == NULL)
        return false;
    return (draft->replaces ? system_rename(draft->earlier, draft->path)
                            : system_remove(draft->path)) == 0;
}

void file_settle(const struct file_draft *draft)
{
    if (draft->temporary != NULL && draft->replaces)
        (void)system_remove(draft->earlier);
}

struct file_fault file_remove(struct arena *arena, const char *path)
{
    return write_fault(arena, system_remove(path));
}

struct file_fault file_random(struct arena *arena, void *bytes, size_t length)
{
    return write_fault(arena, system_random(bytes, length));
}

/* ---- One at a time */

struct file_lock {
    int descriptor;
};

struct file_fault file_lock(struct arena *arena, const char *path, const struct file_lock **lock)
{
    struct file_lock *taken = arena_alloc(arena, 1, sizeof *taken);
    const char *followed = follow_links(arena, path);
    *lock = NULL;
    if (followed == NULL)
        return write_fault(arena, ELOOP);
    int error = system_lock(followed, file_folder(arena, followed), &taken->descriptor);
    if (error == 0)
        *lock = taken;
    return write_fault(arena, error);
}

void file_unlock(const struct file_lock *lock)
{
    if (lock != NULL)
        system_unlock(lock->descriptor);
}
