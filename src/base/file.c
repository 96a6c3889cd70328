/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <errno.h>
#include <string.h>

#include "file_internal.h"
#include "quorate/hash.h"
#include "quorate/system.h"

#define DEVICE_MOST ((size_t)1 << 20)
#define PIPE_MOST   ((size_t)32 << 20)
#define STREAM_MOST ((size_t)128 << 20)
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
        {EILSEQ, {FILE_MISSING, "does not exist"}}, /* nor can it */
        {EISDIR, {FILE_IS_FOLDER, "is a folder"}},
        {EACCES, {FILE_FORBIDDEN, forbidden}},
        {EPERM, {FILE_FORBIDDEN, forbidden}},
        {EBUSY, {FILE_FAULTY, "cannot be read: another program has it open"}},
        {EFBIG, {FILE_FAULTY, "is larger than 1 GiB"}},
        {ENODEV, {FILE_FAULTY, "is a device that goes on and on, not a file"}},
        {ESPIPE, {FILE_FAULTY, "is a pipe that goes on beyond 32 MiB, not a file"}},
        {EOVERFLOW, {FILE_FAULTY, "is a pipe that goes on beyond 128 MiB, not a file"}},
        {ELOOP, {FILE_FAULTY, "is a link that leads back to itself"}},
        {ENAMETOOLONG, {FILE_FAULTY, "has a name that is too long"}},
        {EIO, {FILE_FAILED, "cannot be read: the disk reports an error"}},
        {EBADF, {FILE_FAULTY, "cannot be read: it is closed"}},
    };
    return file_fault_of(arena, error, errors, sizeof errors / sizeof *errors,
                         (struct file_fault){FILE_FAILED, "cannot be read"});
}

/* What was read so far. The arena is only asked for memory in ways that return. */
struct reading {
    char *bytes;
    size_t length, capacity;
};

static bool grow(struct arena *arena, struct reading *reading, size_t capacity)
{
    char *bytes = arena_try_resize(arena, reading->bytes, reading->capacity, capacity);
    if (bytes == NULL)
        return false;
    reading->bytes = bytes;
    reading->capacity = capacity;
    return true;
}

/* What may come from an input. */
struct extent {
    size_t length; /* of a regular file; 0 of another */
    size_t most;   /* of a device what can be typed in at a terminal; of a pipe that is kept what
                      leaves memory for other programs, whoever writes into it; of one that is not
                      kept more than the largest file that is published */
    int past;      /* the error where there is more */
};

/* Reads to the end of the file, or one byte past what it may have. Returns 0 or errno. */
static int read_all(struct arena *arena, int descriptor, const struct extent *extent,
                    struct reading *reading)
{
    while (reading->length <= extent->most) {
        if (reading->length + 1 >= reading->capacity) {
            size_t doubled = reading->capacity * 2;
            if (!grow(arena, reading, doubled > extent->most + 2 ? extent->most + 2 : doubled))
                return ENOMEM;
        }
        size_t room = reading->capacity - reading->length - 1;
        size_t got;
        int error = system_read(descriptor, reading->bytes + reading->length, room, &got);
        if (error != 0 || got == 0)
            return error;
        reading->length += got;
    }
    return extent->past;
}

/* Whether it is `kept` whole. Returns 0 or errno, EFBIG past FILE_MOST. */
static int measure_file(int descriptor, bool kept, struct extent *extent)
{
    struct system_status status;
    int error = system_look_at(descriptor, &status);
    if (error == 0 && status.kind == SYSTEM_FOLDER)
        error = EISDIR;
    if (error == 0 && status.length > FILE_MOST)
        error = EFBIG;
    *extent = (struct extent){.most = FILE_MOST, .past = EFBIG};
    if (error == 0)
        extent->length = (size_t)status.length;
    if (error == 0 && status.kind == SYSTEM_STREAM)
        *extent = kept ? (struct extent){.most = PIPE_MOST, .past = ESPIPE}
                       : (struct extent){.most = STREAM_MOST, .past = EOVERFLOW};
    if (error == 0 && status.is_device)
        *extent = (struct extent){.most = DEVICE_MOST, .past = ENODEV};
    return error;
}

/* Reads so many bytes, or all there are. Returns 0 or errno. */
static int read_some(int descriptor, size_t most, struct reading *reading)
{
    while (reading->length < most) {
        size_t got;
        int error =
            system_read(descriptor, reading->bytes + reading->length, most - reading->length, &got);
        if (error != 0 || got == 0)
            return error;
        reading->length += got;
    }
    return 0;
}

/* All of the file, or so much of a longer one, whose length *whole is then. Returns 0 or errno. */
static int read_descriptor(struct arena *arena, int descriptor, size_t head,
                           struct reading *reading, size_t *whole)
{
    struct extent extent;
    int error = measure_file(descriptor, true, &extent);
    if (error != 0)
        return error;
    *whole = extent.length > head ? extent.length : 0;
    if (*whole > 0)
        return grow(arena, reading, head + 1) ? read_some(descriptor, head, reading) : ENOMEM;
    /* The NUL, and room to see the end of the file. */
    size_t guess = extent.length > 0 ? extent.length + 2 : FIRST_GUESS;
    return grow(arena, reading, guess) ? read_all(arena, descriptor, &extent, reading) : ENOMEM;
}

/* Opens a file, or standard input for "-"; for close_input in any case. Returns 0 or errno. */
static int open_input(const char *path, int *descriptor)
{
    *descriptor = SYSTEM_INPUT;
    return strcmp(path, "-") == 0 ? 0 : system_open(path, descriptor);
}

static void close_input(int descriptor)
{
    if (descriptor >= 0 && descriptor != SYSTEM_INPUT)
        (void)system_close(descriptor);
}

/* --- A file, or its beginning and the rest --- */

struct file_rest {
    struct arena *arena, *own; /* the latter of the beginning */
    int descriptor;            /* -1 once it was read */
    int error;                 /* of reading it */
    struct hash *hash;         /* of all that was read, the beginning too */
    struct reading reading;    /* of the beginning, which may go on */
    size_t length;             /* of all */
    size_t whole;              /* that were there when it was opened */
};

static struct file_rest *rest_new(struct arena *arena)
{
    struct file_rest *rest = arena_alloc(arena, 1, sizeof *rest);
    rest->arena = arena;
    rest->hash = hash_begin(arena);
    return rest;
}

static void begin_rest(struct file_rest *rest, struct arena *own, int descriptor,
                       const struct reading *reading, size_t whole)
{
    rest->own = own;
    rest->whole = whole;
    rest->descriptor = descriptor;
    rest->reading = *reading;
    rest->length = reading->length;
    hash_add(rest->hash, reading->bytes, reading->length);
}

/* The whole of a file, or where there may be a `rest` no more than `head` bytes of it. */
static struct bytes read_bytes(struct arena *own, const char *path, size_t head,
                               struct file_rest *rest, struct file_fault *fault)
{
    struct bytes bytes = {.name = path, .bytes = "", .length = 0};
    struct reading reading = {0};
    size_t whole = 0;
    int descriptor, error = open_input(path, &descriptor);
    if (error == 0)
        error = read_descriptor(own, descriptor, head, &reading, &whole);
    if (error != 0 || whole == 0)
        close_input(descriptor);
    if (error == ENOMEM)
        arena_exhausted(own);
    *fault = read_fault(own, error);
    if (error != 0)
        return bytes;
    assert(reading.bytes != NULL);
    reading.bytes[reading.length] = '\0';
    bytes.bytes = reading.bytes;
    bytes.length = reading.length;
    if (whole == 0)
        return bytes;
    bytes.rest = rest;
    begin_rest(rest, own, descriptor, &reading, whole);
    return bytes;
}

struct bytes file_read_head(struct arena *arena, struct arena *own, const char *path, size_t head,
                            struct file_fault *fault)
{
    return read_bytes(own, path, head, rest_new(arena), fault);
}

struct bytes file_read(struct arena *arena, const char *path, struct file_fault *fault)
{
    return read_bytes(arena, path, FILE_MOST, NULL, fault);
}

/* A piece of the rest; *got is 0 at its end. Returns 0 or errno. */
static int read_piece(struct file_rest *rest, char *piece, size_t *got)
{
    int error = system_read(rest->descriptor, piece, FILE_PIECE, got);
    if (error != 0)
        return error;
    rest->length += *got;
    hash_add(rest->hash, piece, *got);
    return rest->length > FILE_MOST ? EFBIG : 0;
}

static bool end_rest(struct file_rest *rest, int error)
{
    close_input(rest->descriptor);
    rest->descriptor = -1;
    rest->error = error;
    return error == 0;
}

/* There is no memory. */
static _Noreturn void give_up(struct file_rest *rest)
{
    (void)end_rest(rest, ENOMEM);
    arena_exhausted(rest->arena);
}

bool file_rest_each(struct file_rest *rest,
                    bool (*each)(void *context, const char *bytes, size_t length), void *context)
{
    bool wanted = each != NULL;
    size_t got = 0;
    int error = 0;
    if (rest->descriptor < 0)
        return rest->error == 0;
    char *piece = arena_try_resize(rest->arena, NULL, 0, FILE_PIECE);
    if (piece == NULL)
        give_up(rest);
    do {
        error = read_piece(rest, piece, &got);
        wanted = wanted && error == 0 && got > 0 && each(context, piece, got);
    } while (error == 0 && got > 0);
    return end_rest(rest, error);
}

bool file_read_rest(struct bytes *bytes)
{
    struct file_rest *rest = bytes->rest;
    size_t got = 0;
    int error = 0;
    if (rest == NULL)
        return true;
    struct reading *reading = &rest->reading;
    assert(rest->descriptor >= 0);
    do {
        if (reading->capacity - reading->length < FILE_PIECE + 1 &&
            !grow(rest->own, reading, 2 * (reading->capacity + FILE_PIECE)))
            give_up(rest);
        error = read_piece(rest, reading->bytes + reading->length, &got);
        reading->length += got;
    } while (error == 0 && got > 0);
    reading->bytes[reading->length] = '\0';
    bytes->bytes = reading->bytes;
    bytes->length = reading->length;
    if (!end_rest(rest, error))
        return false;
    bytes->sha256 = hash_end(rest->own, rest->hash);
    bytes->rest = NULL;
    return true;
}

size_t file_rest_whole(const struct file_rest *rest)
{
    return rest->whole;
}

struct file_fault file_rest_fault(struct arena *arena, const struct file_rest *rest)
{
    return read_fault(arena, rest->error);
}

const char *file_rest_sha256(struct arena *arena, const struct file_rest *rest)
{
    assert(rest->descriptor < 0 && rest->error == 0);
    return hash_end(arena, rest->hash);
}

/* --- Piece by piece --- */

/* Returns 0 or errno. */
static int hand_on_pieces(int descriptor, char *piece,
                          bool (*each)(void *context, const char *bytes, size_t length),
                          void *context)
{
    struct extent extent;
    size_t total = 0;
    int error = measure_file(descriptor, false, &extent);
    if (error != 0)
        return error;
    for (;;) {
        size_t got;
        error = system_read(descriptor, piece, FILE_PIECE, &got);
        if (error != 0 || got == 0)
            return error;
        total += got;
        if (total > extent.most)
            return extent.past;
        if (!each(context, piece, got))
            return 0;
    }
}

struct file_fault file_each_piece(struct arena *arena, const char *path,
                                  bool (*each)(void *context, const char *bytes, size_t length),
                                  void *context)
{
    char *piece = arena_room(arena, FILE_PIECE, 1);
    int descriptor, error = open_input(path, &descriptor);
    if (error == 0)
        error = hand_on_pieces(descriptor, piece, each, context);
    close_input(descriptor);
    return read_fault(arena, error);
}

size_t file_length(const char *path)
{
    struct system_status status;
    return system_look(path, &status) == 0 && status.length <= FILE_MOST ? (size_t)status.length
                                                                         : 0;
}

static bool look_at(const char *path, struct system_status *status)
{
    return (strcmp(path, "-") == 0 ? system_look_at(SYSTEM_INPUT, status)
                                   : system_look(path, status)) == 0;
}

bool file_is_same(const char *one, const char *other)
{
    struct system_status first, second;
    return look_at(one, &first) && look_at(other, &second) && first.device == second.device &&
           first.number == second.number;
}

bool file_exists(const char *path)
{
    int error = system_find(path);
    return error != ENOENT && error != ENOTDIR && error != ENAMETOOLONG && error != EILSEQ;
}

enum file_place file_place(const char *path)
{
    static const enum file_place places[] = {
        [SYSTEM_FILE] = FILE_PLACE_FILE,
        [SYSTEM_FOLDER] = FILE_PLACE_FOLDER,
        [SYSTEM_STREAM] = FILE_PLACE_STREAM,
    };
    struct system_status status;
    int error = system_look(path, &status);
    if (error == 0)
        return places[status.kind];
    return error == EACCES     ? FILE_PLACE_HIDDEN
           : file_exists(path) ? FILE_PLACE_DANGLING
                               : FILE_PLACE_FREE;
}

bool file_is_folder(const char *path)
{
    return file_place(path) == FILE_PLACE_FOLDER;
}
