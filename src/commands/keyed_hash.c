/* SPDX-License-Identifier: MIT */
#include "keyed_hash.h"

#include <string.h>

#include "input.h"
#include "quorate/hash.h"
#include "quorate/text.h"

#define DIGITS (2 * HASH_KEY_LENGTH)

struct key {
    unsigned char bytes[HASH_KEY_LENGTH];
};

/* ---- The key */

/* 16 for what is no digit. */
static unsigned digit_value(char digit)
{
    static const char digits[] = "0123456789abcdef";
    const char *at = digit == '\0' ? NULL : strchr(digits, digit);
    return at == NULL ? 16 : (unsigned)(at - digits);
}

/* With a line end behind it, or none. */
static bool parse_key(struct bytes text, struct key *key)
{
    while (text.length > 0 && strchr("\r\n", text.bytes[text.length - 1]) != NULL)
        text.length--;
    if (text.length != DIGITS)
        return false;
    for (size_t i = 0; i < HASH_KEY_LENGTH; i++) {
        unsigned high = digit_value(text.bytes[2 * i]), low = digit_value(text.bytes[2 * i + 1]);
        if (high > 15 || low > 15)
            return false;
        key->bytes[i] = (unsigned char)(high << 4 | low);
    }
    return true;
}

static bool read_key(struct run *run, const char *path, struct key *key)
{
    struct bytes text;
    if (!input_read(run->arena, &run->diag, path, &text))
        return false;
    if (!parse_key(text, key)) {
        diag_refuse(
            &run->diag, path,
            "It is the file that --key made: 64 digits from 0 to 9 and a to f, in one line.",
            "is no key");
        return false;
    }
    if (file_is_open_to_others(path))
        diag_add(&run->diag, SEVERITY_WARNING, (struct place){.file = path},
                 "Take that away (mode 0600): with the key and the result, secret votes can be "
                 "worked out.",
                 "others may read the key");
    return true;
}

/* Never in place of another one, for what that has proved it alone can prove again. */
static bool make_key(struct run *run, const char *path, struct key *key)
{
    struct buffer text = {.arena = run->arena};
    struct file_fault fault = file_random(run->arena, key->bytes, sizeof key->bytes);
    if (fault.kind != FILE_SOUND) {
        run->failure = "this system gives no random numbers to make a key of";
        return false;
    }
    for (size_t i = 0; i < sizeof key->bytes; i++)
        buffer_format(&text, "%02x", key->bytes[i]);
    buffer_add(&text, "\n");
    output_add(run->arena, &run->output,
               (struct target){
                   .path = path,
                   .is_own = true,
                   .is_kept = true,
                   .bytes = buffer_text(&text),
                   .length = text.length,
               });
    return true;
}

/* ---- The ballots */

struct hashes {
    struct hash *plain, *keyed;
};

static bool add_piece(void *context, const char *bytes, size_t length)
{
    const struct hashes *hashes = context;
    hash_add(hashes->plain, bytes, length);
    hash_add(hashes->keyed, bytes, length);
    return true;
}

/* The file is read once more, and must be what was counted. NULL, with an error, where it is not.
 */
static const char *hash_ballots(struct run *run, const struct key *key, const char *sha256)
{
    struct arena *arena = run->arena;
    struct hashes hashes = {hash_begin(arena), hash_begin_keyed(arena, key->bytes)};
    struct file_fault fault = file_each_piece(arena, run->ballots, add_piece, &hashes);
    if (fault.kind != FILE_SOUND) {
        input_refuse(&run->diag, run->ballots, fault);
        return NULL;
    }
    if (strcmp(hash_end(arena, hashes.plain), sha256) != 0) {
        diag_refuse(&run->diag, run->ballots, "Count it again when nobody writes to it.",
                    "was changed while it was counted");
        return NULL;
    }
    return hash_end(arena, hashes.keyed);
}

/* ---- What must hold */

static bool check_place(struct run *run, const char *path)
{
    const char *shown = text_printable(run->arena, path);
    if (strcmp(path, "-") == 0)
        return run_misuse(run, "the key is in a file, and not on standard input",
                          "Give the name of the file of the key.");
    switch (file_place(path)) {
    case FILE_PLACE_FILE:
        return true;
    case FILE_PLACE_FREE:
        if (output_writes(run->arena, &run->output, path))
            return run_misuse(run, arena_format(run->arena, "-o and --key both name %s", shown),
                              "Give the key a file of its own.");
        return file_exists(file_folder(run->arena, path)) ||
               run_misuse(run, arena_format(run->arena, "the folder of %s does not exist", shown),
                          "Make the folder, or give the key another place.");
    default:
        return run_misuse(run, arena_format(run->arena, "%s is no file", shown),
                          "Give the name of the file of the key.");
    }
}

bool keyed_hash_add(struct run *run, struct outcome *outcome, const char *sha256)
{
    const char *path = run_value(run, OPTION_KEY);
    bool is_recount = run->as_counted != NULL;
    struct key key;
    if (path == NULL || (is_recount && !outcome->any_secret))
        return true;
    if (!outcome->any_secret)
        return run_misuse(run, "--key is for secret votes, and here nothing is withheld",
                          "Leave it out: the result holds the hash of the ballots.");
    if (strcmp(run->ballots, "-") == 0)
        return run_misuse(run, "--key needs the ballots in a file, to be held against it later",
                          "Give the name of the file.");
    if (!is_recount && !check_place(run, path))
        return false;
    bool there = is_recount || file_exists(path);
    if (!(there ? read_key : make_key)(run, path, &key))
        return false;
    outcome->ballots_hmac = hash_ballots(run, &key, sha256);
    return outcome->ballots_hmac != NULL;
}
