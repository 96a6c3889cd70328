/* SPDX-License-Identifier: MIT */
#include "quorate/file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIRST_GUESS ((size_t)64 << 10)
#define FILE_PIECE  ((size_t)64 << 10)

static const char *read_fault(struct arena *arena, int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return "does not exist";
    case EISDIR:
        return "is a folder";
    case EACCES:
    case EPERM:
        return "cannot be read: you do not have permission";
    case ELOOP:
        return "is a link that leads back to itself";
    case ENAMETOOLONG:
        return "has a name that is too long";
    case EIO:
        return "cannot be read: the disk reports an error";
    case EBADF:
        return "cannot be read: it is closed";
    default:
        return arena_format(arena, "cannot be read (%s)", strerror(error));
    }
}

/* What was read so far. The arena is only asked for memory in ways that return. */
struct reading {
    char *bytes;
    size_t length, capacity;
};

static bool grow(struct arena *arena, struct reading *reading, size_t capacity)
{
    char *bytes = arena_try_alloc(arena, capacity, 1);
    if (bytes == NULL)
        return false;
    if (reading->length > 0)
        memcpy(bytes, reading->bytes, reading->length);
    reading->bytes = bytes;
    reading->capacity = capacity;
    return true;
}

/* Reads to the end of the file, or one byte past FILE_MOST. Returns 0 or errno. */
static int read_all(struct arena *arena, int descriptor, struct reading *reading)
{
    while (reading->length <= FILE_MOST) {
        if (reading->length + 1 >= reading->capacity) {
            size_t doubled = reading->capacity * 2;
            if (!grow(arena, reading, doubled > FILE_MOST + 2 ? FILE_MOST + 2 : doubled))
                return ENOMEM;
        }
        size_t room = reading->capacity - reading->length - 1;
        ssize_t got = read(descriptor, reading->bytes + reading->length, room);
        if (got == 0)
            return 0;
        if (got > 0)
            reading->length += (size_t)got;
        else if (errno != EINTR)
            return errno;
    }
    return EFBIG;
}

static int read_descriptor(struct arena *arena, int descriptor, struct reading *reading)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return errno;
    size_t guess = FIRST_GUESS;
    if (S_ISREG(status.st_mode) && status.st_size > 0) {
        if (status.st_size > (off_t)FILE_MOST)
            return EFBIG;
        guess = (size_t)status.st_size + 2; /* the NUL, and room to see the end of the file */
    }
    return grow(arena, reading, guess) ? read_all(arena, descriptor, reading) : ENOMEM;
}

struct bytes file_read(struct arena *arena, const char *path, const char **fault)
{
    struct bytes none = {.name = path, .bytes = "", .length = 0};
    struct reading reading = {0};
    bool standard_input = strcmp(path, "-") == 0;
    int descriptor = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    int error = descriptor < 0 ? errno : read_descriptor(arena, descriptor, &reading);
    if (descriptor >= 0 && !standard_input)
        close(descriptor);
    if (error == ENOMEM)
        arena_exhausted(arena);
    *fault = NULL;
    if (error == EFBIG)
        *fault = "is larger than 1 GiB";
    else if (error != 0)
        *fault = read_fault(arena, error);
    if (*fault != NULL)
        return none;
    assert(reading.bytes != NULL);
    reading.bytes[reading.length] = '\0';
    return (struct bytes){.name = path, .bytes = reading.bytes, .length = reading.length};
}

/* Returns 0 or errno. */
static int hand_on_pieces(int descriptor, char *piece,
                          bool (*each)(void *context, const char *bytes, size_t length),
                          void *context)
{
    size_t total = 0;
    for (;;) {
        ssize_t got = read(descriptor, piece, FILE_PIECE);
        if (got == 0)
            return 0;
        if (got < 0 && errno != EINTR)
            return errno;
        if (got < 0)
            continue;
        total += (size_t)got;
        if (total > FILE_MOST)
            return EFBIG;
        if (!each(context, piece, (size_t)got))
            return 0;
    }
}

const char *file_each_piece(struct arena *arena, const char *path,
                            bool (*each)(void *context, const char *bytes, size_t length),
                            void *context)
{
    char *piece = arena_alloc(arena, FILE_PIECE, 1);
    bool standard_input = strcmp(path, "-") == 0;
    int descriptor = standard_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    int error = descriptor < 0 ? errno : hand_on_pieces(descriptor, piece, each, context);
    if (descriptor >= 0 && !standard_input)
        close(descriptor);
    if (error == EFBIG)
        return "is larger than 1 GiB";
    return error == 0 ? NULL : read_fault(arena, error);
}

size_t file_length(const char *path)
{
    struct stat status;
    bool known = stat(path, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0;
    return known ? (size_t)status.st_size : 0;
}

bool file_exists(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0;
}

bool file_is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

const char *file_base_name(struct arena *arena, const char *path)
{
    size_t end = strlen(path);
    while (end > 1 && path[end - 1] == '/')
        end--;
    size_t start = end;
    while (start > 0 && path[start - 1] != '/')
        start--;
    if (start == end && end > 0) /* "/" */
        start--;
    return arena_copy(arena, path + start, end - start);
}

const char *file_folder(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? "./" : arena_copy(arena, path, (size_t)(slash + 1 - path));
}
