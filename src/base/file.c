/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file_internal.h"

#define FIRST_GUESS ((size_t)64 << 10)
#define FILE_PIECE  ((size_t)64 << 10)

bool bytes_hold(struct bytes bytes, const char *word, size_t length)
{
    const char *at = bytes.bytes, *end = bytes.bytes + bytes.length;
    for (; (at = memchr(at, word[0], (size_t)(end - at))) != NULL; at++)
        if ((size_t)(end - at) >= length && memcmp(at, word, length) == 0)
            return true;
    return false;
}

static struct file_fault read_fault(struct arena *arena, int error)
{
    static const char forbidden[] = "cannot be read: you do not have permission";
    static const struct file_error errors[] = {
        {ENOENT, {FILE_MISSING, "does not exist"}},
        {ENOTDIR, {FILE_MISSING, "does not exist"}},
        {EISDIR, {FILE_IS_FOLDER, "is a folder"}},
        {EACCES, {FILE_FORBIDDEN, forbidden}},
        {EPERM, {FILE_FORBIDDEN, forbidden}},
        {EFBIG, {FILE_FAULTY, "is larger than 1 GiB"}},
        {ELOOP, {FILE_FAULTY, "is a link that leads back to itself"}},
        {ENAMETOOLONG, {FILE_FAULTY, "has a name that is too long"}},
        {EIO, {FILE_FAULTY, "cannot be read: the disk reports an error"}},
        {EBADF, {FILE_FAULTY, "cannot be read: it is closed"}},
    };
    return file_fault_of(arena, error, errors, sizeof errors / sizeof *errors, "cannot be read");
}

/* As read(2), but waits for bytes that are not there yet, and goes on when it is interrupted. */
static ssize_t read_some(int descriptor, char *bytes, size_t room)
{
    for (;;) {
        ssize_t got = read(descriptor, bytes, room);
        if (got >= 0 || (errno != EINTR && errno != EAGAIN))
            return got;
        if (errno == EAGAIN)
            file_wait(descriptor, POLLIN);
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
        ssize_t got = read_some(descriptor, reading->bytes + reading->length, room);
        if (got <= 0)
            return got == 0 ? 0 : errno;
        reading->length += (size_t)got;
    }
    return EFBIG;
}

/* How many bytes a regular file has, 0 for another. Returns 0 or errno, EFBIG past FILE_MOST. */
static int measure_file(int descriptor, size_t *length)
{
    struct stat status;
    *length = 0;
    if (fstat(descriptor, &status) != 0)
        return errno;
    if (!S_ISREG(status.st_mode) || status.st_size <= 0)
        return 0;
    if (status.st_size > (off_t)FILE_MOST)
        return EFBIG;
    *length = (size_t)status.st_size;
    return 0;
}

static int read_descriptor(struct arena *arena, int descriptor, struct reading *reading)
{
    size_t length;
    int error = measure_file(descriptor, &length);
    if (error != 0)
        return error;
    /* The NUL, and room to see the end of the file. */
    size_t guess = length > 0 ? length + 2 : FIRST_GUESS;
    return grow(arena, reading, guess) ? read_all(arena, descriptor, reading) : ENOMEM;
}

/* Opens a file, or standard input for "-". Negative when it cannot; errno says why. */
static int open_input(const char *path)
{
    return strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
}

static void close_input(int descriptor)
{
    if (descriptor >= 0 && descriptor != STDIN_FILENO)
        close(descriptor);
}

struct bytes file_read(struct arena *arena, const char *path, struct file_fault *fault)
{
    struct bytes none = {.name = path, .bytes = "", .length = 0};
    struct reading reading = {0};
    int descriptor = open_input(path);
    int error = descriptor < 0 ? errno : read_descriptor(arena, descriptor, &reading);
    close_input(descriptor);
    if (error == ENOMEM)
        arena_exhausted(arena);
    *fault = read_fault(arena, error);
    if (error != 0)
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
    size_t length, total = 0;
    int error = measure_file(descriptor, &length);
    if (error != 0)
        return error;
    for (;;) {
        ssize_t got = read_some(descriptor, piece, FILE_PIECE);
        if (got <= 0)
            return got == 0 ? 0 : errno;
        total += (size_t)got;
        if (total > FILE_MOST)
            return EFBIG;
        if (!each(context, piece, (size_t)got))
            return 0;
    }
}

struct file_fault file_each_piece(struct arena *arena, const char *path,
                                  bool (*each)(void *context, const char *bytes, size_t length),
                                  void *context)
{
    char *piece = arena_alloc(arena, FILE_PIECE, 1);
    int descriptor = open_input(path);
    int error = descriptor < 0 ? errno : hand_on_pieces(descriptor, piece, each, context);
    close_input(descriptor);
    return read_fault(arena, error);
}

size_t file_length(const char *path)
{
    struct stat status;
    bool known = stat(path, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0 &&
                 status.st_size <= (off_t)FILE_MOST;
    return known ? (size_t)status.st_size : 0;
}

static bool look_at(const char *path, struct stat *status)
{
    return strcmp(path, "-") == 0 ? fstat(STDIN_FILENO, status) == 0 : stat(path, status) == 0;
}

bool file_is_same(const char *one, const char *other)
{
    struct stat first, second;
    return look_at(one, &first) && look_at(other, &second) && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

bool file_exists(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 ||
           (errno != ENOENT && errno != ENOTDIR && errno != ENAMETOOLONG);
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
