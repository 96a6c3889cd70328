/* SPDX-License-Identifier: MIT */
#include <windows.h>

#include <ctype.h>
#include <errno.h>
#include <ntsecapi.h>
#include <shellapi.h>
#include <stdlib.h>
#include <string.h>

#include "quorate/system.h"

/*
 * Windows, by its own functions and not by the C library's, which do not know UTF-8 and turn line
 * ends about. A descriptor is a handle: these are multiples of four that fit into an int, so that
 * the standard descriptors have numbers of their own.
 */

#define SHARED          (FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE)
#define WRITE_MOST      (1 << 20)
#define OF_STREAMS      UINT64_MAX /* the device of what is no file */
#define UTF8_CODE_PAGE  65001
#define BYTES_OF_A_UNIT 3 /* of UTF-16, in UTF-8, at most */

/* ---- Errors */

static int error_of(DWORD error)
{
    static const struct {
        DWORD windows;
        int error;
    } errors[] = {
        {ERROR_FILE_NOT_FOUND, ENOENT},
        {ERROR_PATH_NOT_FOUND, ENOENT},
        {ERROR_INVALID_NAME, EILSEQ},
        {ERROR_INVALID_DRIVE, ENOENT},
        {ERROR_NOT_READY, ENOENT},
        {ERROR_BAD_NETPATH, ENOENT},
        {ERROR_BAD_NET_NAME, ENOENT},
        {ERROR_BAD_PATHNAME, EILSEQ},
        {ERROR_DIRECTORY, ENOTDIR},
        {ERROR_ACCESS_DENIED, EACCES},
        {ERROR_SHARING_VIOLATION, EBUSY},
        {ERROR_LOCK_VIOLATION, EBUSY},
        {ERROR_WRITE_PROTECT, EROFS},
        {ERROR_DISK_FULL, ENOSPC},
        {ERROR_HANDLE_DISK_FULL, ENOSPC},
        {ERROR_FILE_TOO_LARGE, EFBIG},
        {ERROR_FILE_EXISTS, EEXIST},
        {ERROR_ALREADY_EXISTS, EEXIST},
        {ERROR_FILENAME_EXCED_RANGE, ENAMETOOLONG},
        {ERROR_CANT_RESOLVE_FILENAME, ELOOP},
        {ERROR_INVALID_HANDLE, EBADF},
        {ERROR_BROKEN_PIPE, EPIPE},
        {ERROR_NO_DATA, EPIPE},
        {ERROR_PIPE_NOT_CONNECTED, EPIPE},
        {ERROR_NOT_ENOUGH_MEMORY, ENOMEM},
        {ERROR_CRC, EIO},
        {ERROR_IO_DEVICE, EIO},
    };
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (errors[i].windows == error)
            return errors[i].error;
    return EINVAL;
}

/* What failed, by what the system answers: 0 where something did. */
static int fault_of(BOOL answer)
{
    return answer ? 0 : error_of(GetLastError());
}

/* ---- Names */

static bool narrow(const wchar_t *wide, char *text, size_t room)
{
    return WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, (int)room, NULL, NULL) > 0;
}

bool system_is_slash(char character)
{
    return character == '/' || character == '\\';
}

/* \\server\share\ */
static size_t share_length(const char *path)
{
    size_t at = 2;
    for (int names = 0; names < 2; names++) {
        while (path[at] != '\0' && !system_is_slash(path[at]))
            at++;
        if (path[at] != '\0')
            at++;
    }
    return at;
}

size_t system_root(const char *path)
{
    bool drive = isalpha((unsigned char)path[0]) && path[1] == ':';
    if (system_is_slash(path[0]) && system_is_slash(path[1]))
        return share_length(path);
    size_t length = drive ? 2 : 0;
    return system_is_slash(path[length]) ? length + 1 : length;
}

/* A name as the system knows it. Returns 0 or errno. */
struct wide {
    wchar_t name[MAX_PATH];
};

static int widen(const char *path, struct wide *wide)
{
    if (strchr(path + system_root(path), ':') != NULL)
        return EILSEQ; /* a stream behind a file, which nobody would see */
    if (MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, path, -1, wide->name, MAX_PATH) > 0)
        return 0;
    return GetLastError() == ERROR_INSUFFICIENT_BUFFER ? ENAMETOOLONG : EILSEQ;
}

/* A letter for itself, whatever its case, ? for one byte, * for any number of them. */
bool system_fits(const char *pattern, const char *name)
{
    for (; *pattern != '\0' && *pattern != '*'; pattern++, name++)
        if (*name == '\0' ||
            (*pattern != '?' && tolower((unsigned char)*pattern) != tolower((unsigned char)*name)))
            return false;
    if (*pattern == '\0')
        return *name == '\0';
    do
        if (system_fits(pattern + 1, name))
            return true;
    while (*name++ != '\0');
    return false;
}

/* ---- The program as it is started */

static UINT code_page_before;
static bool dropped_on;

/* As a click, or files that are dropped, start it: in a window of its own, without a command. */
static bool is_dropped_on(int count, char *const *words)
{
    DWORD processes[2], mode;
    return GetConsoleProcessList(processes, 2) == 1 &&
           GetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), &mode) &&
           (count < 2 || system_root(words[1]) > 0);
}

/* The words of the command line in UTF-8. NULL without memory. */
static char **read_words(int *count)
{
    wchar_t **wide = CommandLineToArgvW(GetCommandLineW(), count);
    char **words = wide == NULL ? NULL : calloc((size_t)*count + 1, sizeof *words);
    for (int i = 0; words != NULL && i < *count; i++) {
        size_t room = wcslen(wide[i]) * BYTES_OF_A_UNIT + 1;
        words[i] = malloc(room);
        if (words[i] == NULL || !narrow(wide[i], words[i], room))
            words = NULL;
    }
    LocalFree(wide);
    return words;
}

bool system_begin(int *count, char ***words)
{
    DWORD mode;
    HANDLE errors = GetStdHandle(STD_ERROR_HANDLE);
    code_page_before = GetConsoleOutputCP();
    (void)SetConsoleOutputCP(UTF8_CODE_PAGE);
    if (GetConsoleMode(errors, &mode)) /* for colours */
        (void)SetConsoleMode(errors, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
    *words = read_words(count);
    dropped_on = *words != NULL && is_dropped_on(*count, *words);
    return *words != NULL;
}

bool system_is_dropped_on(void)
{
    return dropped_on;
}

void system_end(void)
{
    static const char prompt[] = "\nPress Enter to close this window.\n";
    char line[256];
    size_t got;
    if (dropped_on && system_write(SYSTEM_ERRORS, prompt, sizeof prompt - 1) == 0)
        (void)system_read(SYSTEM_INPUT, line, sizeof line, &got);
    (void)SetConsoleOutputCP(code_page_before);
}

static HANDLE handle_of(int descriptor)
{
    static const DWORD standard[] = {
        [SYSTEM_INPUT] = STD_INPUT_HANDLE,
        [SYSTEM_OUTPUT] = STD_OUTPUT_HANDLE,
        [SYSTEM_ERRORS] = STD_ERROR_HANDLE,
    };
    return descriptor <= SYSTEM_ERRORS ? GetStdHandle(standard[descriptor])
                                       : (HANDLE)(intptr_t)descriptor;
}

bool system_is_terminal(int descriptor)
{
    DWORD mode;
    return GetConsoleMode(handle_of(descriptor), &mode) != 0;
}

int64_t system_seconds(void)
{
    return (int64_t)(GetTickCount64() / 1000);
}

long system_process(void)
{
    return (long)GetCurrentProcessId();
}

bool system_confine(bool is_read)
{
    (void)is_read;
    return false;
}

void system_expect(void *memory, size_t size)
{
    (void)memory;
    (void)size;
}

bool system_runs(long process)
{
    HANDLE running = OpenProcess(SYNCHRONIZE, FALSE, (DWORD)process);
    if (running == NULL)
        return GetLastError() != ERROR_INVALID_PARAMETER;
    bool runs = WaitForSingleObject(running, 0) == WAIT_TIMEOUT;
    CloseHandle(running);
    return runs;
}

/* ---- What stands somewhere */

/* A stream, until it is known to be a file or a folder. */
static int tell(HANDLE handle, struct system_status *status)
{
    BY_HANDLE_FILE_INFORMATION found;
    SetLastError(ERROR_SUCCESS);
    DWORD type = GetFileType(handle);
    if (type == FILE_TYPE_UNKNOWN && GetLastError() != ERROR_SUCCESS)
        return error_of(GetLastError());
    *status = (struct system_status){.kind = SYSTEM_STREAM, .device = OF_STREAMS};
    if (type != FILE_TYPE_DISK)
        return 0;
    if (!GetFileInformationByHandle(handle, &found))
        return error_of(GetLastError());
    bool is_folder = (found.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
    *status = (struct system_status){
        .kind = is_folder ? SYSTEM_FOLDER : SYSTEM_FILE,
        .length = is_folder ? 0 : (uint64_t)found.nFileSizeHigh << 32 | found.nFileSizeLow,
        .device = found.dwVolumeSerialNumber,
        .number = (uint64_t)found.nFileIndexHigh << 32 | found.nFileIndexLow,
    };
    return 0;
}

int system_look_at(int descriptor, struct system_status *status)
{
    int error = tell(handle_of(descriptor), status);
    /* Of what another program has opened it may be that nothing more can be known: wine does so. */
    return GetFileType(handle_of(descriptor)) == FILE_TYPE_DISK ? 0 : error;
}

static int open_handle(const char *path, DWORD access, DWORD how, DWORD flags, HANDLE *handle)
{
    struct wide wide;
    int error = widen(path, &wide);
    *handle = INVALID_HANDLE_VALUE;
    if (error != 0)
        return error;
    *handle = CreateFileW(wide.name, access, SHARED, NULL, how, flags, NULL);
    return fault_of(*handle != INVALID_HANDLE_VALUE);
}

int system_look(const char *path, struct system_status *status)
{
    static uint64_t streams; /* no two are known to be one */
    HANDLE handle;
    /* With the flag a folder may be opened. */
    int error =
        open_handle(path, FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, &handle);
    if (error != 0)
        return error;
    error = tell(handle, status);
    if (error == 0 && status->kind == SYSTEM_STREAM)
        status->number = ++streams;
    CloseHandle(handle);
    return error;
}

int system_find(const char *path)
{
    struct wide wide;
    int error = widen(path, &wide);
    return error != 0 ? error : fault_of(GetFileAttributesW(wide.name) != INVALID_FILE_ATTRIBUTES);
}

/* A link is replaced as it stands: what it leads to stays as it is. */
bool system_follow(const char *path, char *target, size_t room)
{
    (void)path;
    (void)target;
    (void)room;
    return false;
}

/* A spreadsheet program that has the file open forbids it. */
int system_may_write(const char *path)
{
    HANDLE handle;
    int error = open_handle(path, GENERIC_WRITE, OPEN_EXISTING, 0, &handle);
    if (error == 0)
        CloseHandle(handle);
    return error;
}

int system_each_name(const char *folder, bool (*each)(void *context, const char *name),
                     void *context)
{
    struct wide wide;
    WIN32_FIND_DATAW found;
    char name[MAX_PATH * BYTES_OF_A_UNIT];
    int error = widen(folder, &wide);
    size_t length = error == 0 ? wcslen(wide.name) : 0;
    if (error == 0 && length + 3 > MAX_PATH)
        error = ENAMETOOLONG;
    if (error != 0)
        return error;
    wcscpy(wide.name + length, L"/*");
    HANDLE search = FindFirstFileW(wide.name, &found);
    if (search == INVALID_HANDLE_VALUE)
        return error_of(GetLastError());
    bool going = true;
    do
        if (narrow(found.cFileName, name, sizeof name) && strcmp(name, ".") != 0 &&
            strcmp(name, "..") != 0)
            going = each(context, name);
    while (going && FindNextFileW(search, &found));
    FindClose(search);
    return 0;
}

/* ---- Reading and writing */

static int open_descriptor(const char *path, DWORD access, DWORD how, int *descriptor)
{
    struct system_status status;
    HANDLE handle;
    int error = open_handle(path, access, how, FILE_ATTRIBUTE_NORMAL, &handle);
    if (error == EACCES && system_look(path, &status) == 0 && status.kind == SYSTEM_FOLDER)
        error = EISDIR;
    *descriptor = error == 0 ? (int)(intptr_t)handle : -1;
    return error;
}

int system_open(const char *path, int *descriptor)
{
    return open_descriptor(path, GENERIC_READ, OPEN_EXISTING, descriptor);
}

int system_open_to_write(const char *path, int *descriptor)
{
    return open_descriptor(path, GENERIC_WRITE, OPEN_EXISTING, descriptor);
}

/* Who may read it is what the folder says. */
int system_create(const char *path, bool own, int *descriptor)
{
    (void)own;
    return open_descriptor(path, GENERIC_WRITE, CREATE_NEW, descriptor);
}

int system_read(int descriptor, char *bytes, size_t room, size_t *got)
{
    DWORD length = 0, most = room > INT32_MAX ? INT32_MAX : (DWORD)room;
    int error = fault_of(ReadFile(handle_of(descriptor), bytes, most, &length, NULL));
    *got = length;
    return error == EPIPE ? 0 : error; /* whoever wrote has gone: that is the end */
}

int system_write(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        DWORD written = 0, most = length > WRITE_MOST ? WRITE_MOST : (DWORD)length;
        int error = fault_of(WriteFile(handle_of(descriptor), bytes, most, &written, NULL));
        if (error != 0 || written == 0)
            return error != 0 ? error : ENOSPC;
        bytes += written;
        length -= written;
    }
    return 0;
}

bool system_has_modes(void)
{
    return false;
}

int system_random(void *bytes, size_t length)
{
    return RtlGenRandom(bytes, (ULONG)length) ? 0 : EIO;
}

int system_take_mode(int descriptor, const struct system_status *status)
{
    (void)descriptor;
    (void)status;
    return 0;
}

int system_flush(int descriptor)
{
    return fault_of(FlushFileBuffers(handle_of(descriptor)));
}

int system_close(int descriptor)
{
    return fault_of(CloseHandle(handle_of(descriptor)));
}

/* ---- Changing folders */

int system_link(const char *path, const char *other)
{
    struct wide from, to;
    int error = widen(path, &from);
    if (error == 0)
        error = widen(other, &to);
    return error != 0 ? error : fault_of(CreateHardLinkW(to.name, from.name, NULL));
}

int system_rename(const char *path, const char *to)
{
    struct wide from, place;
    int error = widen(path, &from);
    if (error == 0)
        error = widen(to, &place);
    return error != 0 ? error
                      : fault_of(MoveFileExW(from.name, place.name,
                                             MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH));
}

#define LOCK_WAIT 20 /* thousandths of a second between two tries */
#define LOCK_FORBIDDEN                                                                             \
    100 /* tries until that means what it says: one that is being taken away is                    \
           forbidden too */

#define LOCK_BEHIND L".lock"

/* A file beside it, which nobody else may open, and which the system takes away with whoever has.
 */
int system_lock(const char *path, const char *folder, int *descriptor)
{
    struct wide wide;
    int error = widen(path, &wide);
    (void)folder;
    if (error == 0 && wcslen(wide.name) + wcslen(LOCK_BEHIND) >= MAX_PATH)
        error = ENAMETOOLONG;
    if (error == 0)
        wcscat(wide.name, LOCK_BEHIND);
    for (int forbidden = 0; error == 0;) {
        HANDLE handle = CreateFileW(wide.name, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_ALWAYS,
                                    FILE_ATTRIBUTE_NORMAL | FILE_FLAG_DELETE_ON_CLOSE, NULL);
        error = fault_of(handle != INVALID_HANDLE_VALUE);
        *descriptor = error == 0 ? (int)(intptr_t)handle : -1;
        if (error == 0)
            return 0;
        if (error == EBUSY || (error == EACCES && forbidden++ < LOCK_FORBIDDEN)) {
            Sleep(LOCK_WAIT);
            error = 0;
        }
    }
    return error;
}

void system_unlock(int descriptor)
{
    (void)system_close(descriptor);
}

static int on_name(const char *path, BOOL WINAPI (*act)(const wchar_t *name))
{
    struct wide wide;
    int error = widen(path, &wide);
    return error != 0 ? error : fault_of(act(wide.name));
}

int system_remove(const char *path)
{
    return on_name(path, DeleteFileW);
}

static BOOL WINAPI make_folder(const wchar_t *name)
{
    return CreateDirectoryW(name, NULL);
}

int system_make_folder(const char *path)
{
    return on_name(path, make_folder);
}

int system_remove_folder(const char *path)
{
    return on_name(path, RemoveDirectoryW);
}

/* Renaming has written through. */
void system_flush_folder(const char *folder)
{
    (void)folder;
}
