/* SPDX-License-Identifier: MIT */
#include "quorate/decoder.h"

#include <string.h>

#include "encoding.h"
#include "quorate/text.h"

/* Two steps: bytes to characters, then line ends to line feeds. Both hold bytes back while they
 * cannot be told. */

/* A header without a line end in so many bytes has none that matters. */
#define HEADER_MOST ((size_t)64 * 1024)

#define CHARACTER_MOST 4 /* bytes of a character in UTF-8 */

enum writing {
    WRITING_UNSEEN,    /* the mark at the beginning was not looked for yet */
    WRITING_UNDECIDED, /* ASCII so far, and then UTF-8 or the named encoding */
    WRITING_AS_IS,
    WRITING_CONVERTED,
};

enum line_end {
    LINE_END_UNSEEN,
    LINE_END_FEED,   /* LF, or CRLF */
    LINE_END_RETURN, /* CR alone */
};

struct decoder {
    struct arena *arena;
    const struct encoding *encoding; /* that was named, or that a mark told */
    enum writing writing;
    struct buffer held;   /* bytes whose character is not known yet */
    struct buffer joined; /* they and the piece behind them */
    struct buffer text;   /* what the bytes mean */
    enum line_end line_end;
    struct buffer beginning; /* of the text, up to the first line end */
    size_t looked_at;        /* of it */
    bool quoted, returned;   /* there: inside quotes, behind a carriage return */
    struct buffer lines;     /* text with other line ends */
};

struct decoder *decoder_open(struct arena *arena, const struct encoding *encoding)
{
    struct decoder *decoder = arena_alloc(arena, 1, sizeof *decoder);
    *decoder = (struct decoder){
        .arena = arena,
        .encoding = encoding != NULL && encoding_is_utf_8(encoding) ? NULL : encoding,
        .held.arena = arena,
        .joined.arena = arena,
        .text.arena = arena,
        .beginning.arena = arena,
        .lines.arena = arena};
    return decoder;
}

/* --- Bytes to characters --- */

static void convert_from(struct decoder *decoder, const struct encoding *encoding)
{
    decoder->writing = WRITING_CONVERTED;
    decoder->encoding = encoding;
}

/* Looks at how the table begins; returns how many bytes of it are no text. */
static size_t see_beginning(struct decoder *decoder, const char *bytes, size_t length)
{
    const struct encoding *encoding = decoder->encoding;
    if (length >= CHARACTER_MOST && memcmp(bytes, "\xFF\xFE\0\0", CHARACTER_MOST) == 0) {
        decoder->writing = WRITING_AS_IS; /* UTF-32, which is refused */
        return 0;
    }
    if (length >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0) {
        convert_from(decoder, &encoding_utf_16_little);
        return 2;
    }
    if (length >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0) {
        convert_from(decoder, &encoding_utf_16_big);
        return 2;
    }
    bool wide = encoding != NULL && encoding->unit > 1;
    if (wide && memchr(bytes, '\0', length < CHARACTER_MOST ? length : CHARACTER_MOST) != NULL)
        convert_from(decoder, encoding);
    else
        decoder->writing = encoding == NULL || wide ? WRITING_AS_IS : WRITING_UNDECIDED;
    return 0;
}

/* Whether a character in UTF-8 stands at the beginning. */
static bool is_character(const char *bytes, size_t length)
{
    for (size_t count = 2; count <= CHARACTER_MOST && count <= length; count++)
        if (text_invalid_at(bytes, count) == TEXT_VALID)
            return true;
    return false;
}

/* Returns how many bytes of the beginning can be handed on. */
static size_t decide(struct decoder *decoder, const char *bytes, size_t length, bool last)
{
    size_t at = encoding_ascii_length(bytes, length);
    if (at == length || (length - at < CHARACTER_MOST && !last))
        return at;
    if (is_character(bytes + at, length - at)) {
        decoder->writing = WRITING_AS_IS;
        return length;
    }
    convert_from(decoder, decoder->encoding);
    return at;
}

/* Text that was in the bytes; what remains of them is held. */
static struct bytes take_bytes(struct decoder *decoder, struct bytes piece, bool last)
{
    const char *bytes = piece.bytes;
    size_t length = piece.length, taken = 0;
    if (decoder->writing == WRITING_UNSEEN) {
        if (length < CHARACTER_MOST && !last) {
            buffer_add_bytes(&decoder->held, bytes, length);
            return (struct bytes){.name = piece.name, .bytes = ""};
        }
        taken = see_beginning(decoder, bytes, length);
    }
    if (decoder->writing == WRITING_AS_IS)
        return piece;
    decoder->text.length = 0;
    if (decoder->writing == WRITING_UNDECIDED) {
        taken = decide(decoder, bytes, length, last);
        buffer_add_bytes(&decoder->text, bytes, taken);
    }
    if (decoder->writing == WRITING_CONVERTED)
        taken +=
            encoding_decode(decoder->encoding, bytes + taken, length - taken, last, &decoder->text);
    buffer_add_bytes(&decoder->held, bytes + taken, length - taken);
    return (struct bytes){
        .name = piece.name, .bytes = buffer_text(&decoder->text), .length = decoder->text.length};
}

static struct bytes decode(struct decoder *decoder, struct bytes piece, bool last)
{
    if (decoder->held.length > 0) {
        decoder->joined.length = 0;
        buffer_add_bytes(&decoder->joined, decoder->held.bytes, decoder->held.length);
        buffer_add_bytes(&decoder->joined, piece.bytes, piece.length);
        piece.bytes = decoder->joined.bytes;
        piece.length = decoder->joined.length;
        decoder->held.length = 0;
    }
    return take_bytes(decoder, piece, last);
}

/* --- Line ends --- */

/* Looks for the first line end that is not inside quotes. */
static void see_line_end(struct decoder *decoder, const char *text, size_t length, bool last)
{
    for (size_t i = decoder->looked_at; i < length && decoder->line_end == LINE_END_UNSEEN; i++) {
        if (decoder->returned)
            decoder->line_end = text[i] == '\n' ? LINE_END_FEED : LINE_END_RETURN;
        else if (text[i] == '"')
            decoder->quoted = !decoder->quoted;
        else if (!decoder->quoted && text[i] == '\n')
            decoder->line_end = LINE_END_FEED;
        decoder->returned = !decoder->quoted && text[i] == '\r';
    }
    decoder->looked_at = length;
    if (decoder->line_end != LINE_END_UNSEEN || (!last && length <= HEADER_MOST))
        return;
    bool any_feed = memchr(text, '\n', length) != NULL;
    bool any_return = memchr(text, '\r', length) != NULL;
    decoder->line_end = any_return && !any_feed ? LINE_END_RETURN : LINE_END_FEED;
    decoder->returned = false;
}

/* Carriage returns to line feeds; where some of the lines end in both, one of them is enough. */
static struct bytes return_to_feed(struct decoder *decoder, struct bytes text)
{
    bool behind_return = decoder->returned;
    decoder->lines.length = 0;
    buffer_add_bytes(&decoder->lines, text.bytes, text.length);
    char *lines = decoder->lines.bytes;
    size_t kept = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        if (c != '\n' || !behind_return)
            lines[kept++] = (char)(c == '\r' ? '\n' : c);
        behind_return = c == '\r';
    }
    decoder->returned = behind_return;
    text.bytes = kept == 0 ? "" : lines;
    text.length = kept;
    return text;
}

struct bytes decoder_feed(struct decoder *decoder, struct bytes piece, bool last)
{
    struct bytes text = decode(decoder, piece, last);
    if (decoder->line_end == LINE_END_FEED)
        return text;
    if (decoder->line_end == LINE_END_UNSEEN) {
        struct buffer *beginning = &decoder->beginning;
        bool held = beginning->length > 0;
        if (held) {
            buffer_add_bytes(beginning, text.bytes, text.length);
            text.bytes = buffer_text(beginning);
            text.length = beginning->length;
        }
        see_line_end(decoder, text.bytes, text.length, last);
        if (decoder->line_end == LINE_END_UNSEEN) {
            if (!held)
                buffer_add_bytes(beginning, text.bytes, text.length);
            text.length = 0;
        }
        decoder->returned = decoder->returned && decoder->line_end == LINE_END_UNSEEN;
    }
    return decoder->line_end == LINE_END_RETURN ? return_to_feed(decoder, text) : text;
}

/* --- The whole --- */

/* Whether the bytes may be no UTF-8 with line feeds: nearly every table is. */
static bool needs_decoding(const struct encoding *encoding, struct bytes given)
{
    const char *bytes = given.bytes;
    const char *feed = memchr(bytes, '\n', given.length);
    const char *end = memchr(bytes, '\r', given.length);
    bool by_return = end != NULL && end + 1 != feed && (feed == NULL || end < feed);
    bool quoted = feed != NULL && memchr(bytes, '"', (size_t)(feed - bytes)) != NULL;
    bool marked = given.length >= 2 &&
                  (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
    return encoding != NULL || marked || by_return || (quoted && end != NULL);
}

bool decode_begins_plainly(const struct encoding *encoding, struct bytes head)
{
    const char *feed = memchr(head.bytes, '\n', head.length);
    return feed != NULL && memchr(head.bytes, '"', (size_t)(feed - head.bytes)) == NULL &&
           !needs_decoding(encoding, head);
}

struct bytes decode_table(struct arena *arena, const struct encoding *encoding, struct bytes given)
{
    if (!needs_decoding(encoding, given))
        return given;
    struct bytes text = decoder_feed(decoder_open(arena, encoding), given, true);
    given.bytes = text.bytes;
    given.length = text.length;
    return given;
}
