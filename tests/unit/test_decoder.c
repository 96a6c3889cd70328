/* SPDX-License-Identifier: MIT */
#include "unit/check.h"

#include "quorate/buffer.h"
#include "quorate/decoder.h"

#define LOST "\xEF\xBF\xBD"

/* Bytes with their length, which may hold NULs. */
struct sample {
    const char *bytes;
    size_t length;
    const char *encoding; /* or NULL */
    const char *text;
};

#define SAMPLE(encoding, text, bytes)                                                              \
    {                                                                                              \
        bytes, sizeof(bytes) - 1, encoding, text                                                   \
    }

static const struct sample samples[] = {
    /* What it is already. */
    SAMPLE(NULL, "a,b\r\n1,2\n", "a,b\r\n1,2\n"),
    SAMPLE(NULL, "", ""),
    SAMPLE(NULL, "a", "a"),
    SAMPLE(NULL, "caf\xE9\n", "caf\xE9\n"),
    /* UTF-16, told by its mark: "é\t😀". */
    SAMPLE(NULL, "\xC3\xA9\t\xF0\x9F\x98\x80\r\n", "\xFF\xFE\xE9\0\t\0\x3D\xD8\0\xDE\r\0\n\0"),
    SAMPLE(NULL, "\xC3\xA9\t\xF0\x9F\x98\x80\n", "\xFE\xFF\0\xE9\0\t\xD8\x3D\xDE\0\0\n"),
    SAMPLE("utf-16le", "ab\n", "a\0b\0\n\0"),
    SAMPLE("UTF-16BE", "ab\n", "\0a\0b\0\n"),
    /* Half of a pair, half of a unit. */
    SAMPLE(NULL, "a" LOST "b", "\xFF\xFE\x61\0\x3D\xD8\x62\0"),
    SAMPLE(NULL, "a" LOST, "\xFF\xFE\x61\0\x3D"),
    SAMPLE(NULL, "a" LOST, "\xFF\xFE\x61\0\x3D\xD8"),
    SAMPLE(NULL, NULL, "\xFF\xFE\0\0\x61\0\0\0"),
    /* One byte a character. */
    SAMPLE("windows-1252",
           "D\xE2\x80\x99"
           "Arcy \xE2\x82\xAC\n",
           "D\x92"
           "Arcy \x80\n"),
    SAMPLE("cp1252", "\xC3\xA9\xC3\xA9\n", "\xE9\xE9\n"),
    SAMPLE("Windows 1252", "a" LOST "b\n",
           "a\x81"
           "b\n"),
    SAMPLE("latin1", "\xC2\x80", "\x80"),
    SAMPLE("iso-8859-15", "\xE2\x82\xAC", "\xA4"),
    SAMPLE("macintosh", "\xC3\xA9\n", "\x8E\n"),
    /* UTF-8 all the same, as its first character tells; with its mark, too. */
    SAMPLE("windows-1252", "\xC3\xA9\n", "\xC3\xA9\n"),
    SAMPLE("windows-1252", "ab\xC3\xA9\xE9", "ab\xC3\xA9\xE9"),
    SAMPLE("windows-1252",
           "\xEF\xBB\xBF"
           "a\n",
           "\xEF\xBB\xBF"
           "a\n"),
    SAMPLE("utf-8", "\xE9 \xC3\xA9\n", "\xE9 \xC3\xA9\n"),
    /* Old Macs; a line break inside quotes is not one of the file's. */
    SAMPLE(NULL, "a,b\n1,2\n", "a,b\r1,2\r"),
    SAMPLE(NULL, "\"a\nb\",c\n1,2", "\"a\nb\",c\r1,2"),
    SAMPLE(NULL, "\"a\rb\",c\r\n1,2\r\n", "\"a\rb\",c\r\n1,2\r\n"),
    SAMPLE(NULL, "a\n1\n2\n", "a\r1\r\n2\r"),
    SAMPLE(NULL, "a\n\nb", "a\r\rb"),
    SAMPLE(NULL, "\"a\n", "\"a\r"),
    SAMPLE(NULL, "a\n\xC3\xA9\n", "\xFF\xFE\x61\0\r\0\xE9\0\r\0"),
    SAMPLE("macintosh", "\xC3\xA9\n1\n", "\x8E\r1\r"),
};

static struct bytes bytes_of(const struct sample *sample)
{
    return (struct bytes){.name = "t.csv", .bytes = sample->bytes, .length = sample->length};
}

static void check_decoded(const struct sample *sample, const char *bytes, size_t length)
{
    /* UTF-32 is left alone, for the table's reader to refuse. */
    const char *wanted = sample->text == NULL ? sample->bytes : sample->text;
    size_t wanted_length = sample->text == NULL ? sample->length : strlen(sample->text);
    check_int((long long)length, (long long)wanted_length);
    check_true(memcmp(bytes, wanted, wanted_length) == 0);
}

static const struct encoding *encoding_of(const struct sample *sample)
{
    return sample->encoding == NULL ? NULL : encoding_find(sample->encoding);
}

static void whole_tables(void **state)
{
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        const struct sample *sample = &samples[i];
        struct bytes decoded;
        check_true((encoding_of(sample) == NULL) == (sample->encoding == NULL));
        check_true(decode_table(arena_of(state), encoding_of(sample), bytes_of(sample), &decoded));
        check_decoded(sample, decoded.bytes, decoded.length);
        check_text(decoded.name, "t.csv");
    }
}

/* Wherever it is cut, a table means the same. */
static void pieces_of_any_length(void **state)
{
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        for (size_t length = 1; length <= 5; length++) {
            const struct sample *sample = &samples[i];
            struct decoder *decoder = decoder_open(arena_of(state), encoding_of(sample));
            struct buffer text = {.arena = arena_of(state)};
            for (size_t at = 0; at < sample->length; at += length) {
                struct bytes piece = bytes_of(sample);
                piece.bytes += at;
                piece.length = sample->length - at < length ? sample->length - at : length;
                piece = decoder_feed(decoder, piece, false);
                buffer_add_bytes(&text, piece.bytes, piece.length);
            }
            struct bytes rest = decoder_feed(decoder, (struct bytes){.bytes = ""}, true);
            buffer_add_bytes(&text, rest.bytes, rest.length);
            check_true(decoder_works(decoder));
            decoder_close(decoder);
            check_decoded(sample, buffer_text(&text), text.length);
        }
    }
}

/* A header that does not end: the rest is not held back for ever. */
static void a_long_beginning_is_handed_on(void **state)
{
    struct decoder *decoder = decoder_open(arena_of(state), NULL);
    char piece[1024];
    size_t out = 0;
    memset(piece, 'x', sizeof piece);
    for (size_t i = 0; i < 256; i++)
        out += decoder_feed(decoder, (struct bytes){.bytes = piece, .length = sizeof piece}, false)
                   .length;
    check_int((long long)out, 256 * 1024);
    decoder_close(decoder);
}

static void every_name_is_known(void **state)
{
    (void)state;
    for (size_t i = 0; encoding_names[i] != NULL; i++)
        check_true(encoding_find(encoding_names[i]) != NULL);
    check_true(encoding_find("WINDOWS_1252") == encoding_find("ansi"));
    static const char *const unknown[] = {"", "utf", "windows", "utf-8//IGNORE", ";", "cp1252;"};
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        check_true(encoding_find(unknown[i]) == NULL);
}

/* What needs no decoding is not copied. */
static void plain_tables_stay_where_they_are(void **state)
{
    static const char text[] = "a,b\r\n1,2\r\n";
    const struct bytes given = {.name = "t.csv", .bytes = text, .length = sizeof text - 1};
    struct bytes decoded;
    check_true(decode_table(arena_of(state), NULL, given, &decoded));
    check_true(decoded.bytes == text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(whole_tables),
        test_with_arena(pieces_of_any_length),
        test_with_arena(a_long_beginning_is_handed_on),
        test_with_arena(every_name_is_known),
        test_with_arena(plain_tables_stay_where_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
