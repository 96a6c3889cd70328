/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "quorate/text.h"

static void utf8_is_checked(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
        size_t invalid_at;
    } cases[] = {
        {"", 0, TEXT_VALID},
        {"plain ASCII, longer than eight bytes", 36, TEXT_VALID},
        {"a\0b", 3, TEXT_VALID},
        {"caf\xC3\xA9", 5, TEXT_VALID},
        {"\xE2\x82\xAC\xF0\x9F\x97\xB3", 7, TEXT_VALID},
        {"\xF4\x8F\xBF\xBF", 4, TEXT_VALID},
        {"caf\xE9", 4, 3},              /* Windows-1252 */
        {"12345678\xE9", 9, 8},         /* behind a run of eight */
        {"1234567\xE9", 8, 7},          /* the last of eight */
        {"\xC3", 1, 0},                 /* cut off */
        {"ab\xE2\x82", 4, 2},           /* cut off */
        {"a\xC0\xAF", 3, 1},            /* overlong */
        {"\xE0\x80\xAF", 3, 0},         /* overlong */
        {"\xF0\x80\x80\xAF", 4, 0},     /* overlong */
        {"\xED\xA0\x80", 3, 0},         /* a surrogate */
        {"\xF4\x90\x80\x80", 4, 0},     /* past U+10FFFF */
        {"x\x80", 2, 1},                /* a tail without a head */
        {"\xF8\x88\x80\x80\x80", 5, 0}, /* five bytes */
        {"\xFF\xFE", 2, 0},             /* UTF-16 */
        {"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\x41", 8, 6},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_int(text_invalid_at(cases[i].bytes, cases[i].length), cases[i].invalid_at);
}

/* The table of well-formed byte sequences in the Unicode standard, written out by hand. */
static bool well_formed_three(unsigned a, unsigned b, unsigned c)
{
    bool tail = c >= 0x80 && c <= 0xBF;
    if (a == 0xE0)
        return tail && b >= 0xA0 && b <= 0xBF;
    if (a == 0xED)
        return tail && b >= 0x80 && b <= 0x9F;
    return tail && a >= 0xE1 && a <= 0xEF && b >= 0x80 && b <= 0xBF;
}

static void every_sequence_of_three_bytes_is_judged_rightly(void **state)
{
    (void)state;
    for (unsigned a = 0xE0; a <= 0xEF; a++) {
        for (unsigned b = 0; b <= 0xFF; b++) {
            for (unsigned c = 0; c <= 0xFF; c++) {
                char bytes[3] = {(char)a, (char)b, (char)c};
                bool valid = text_invalid_at(bytes, 3) == TEXT_VALID;
                if (valid != well_formed_three(a, b, c))
                    check_int(a << 16 | b << 8 | c, -1);
            }
        }
    }
}

static void control_characters_are_found(void **state)
{
    (void)state;
    check_int(text_control_at("a,b\r\n", 5, "\t\r\n"), TEXT_VALID);
    check_int(text_control_at("a,b\r\n", 5, "\t\n"), 3);
    check_int(text_control_at("a\0b", 3, "\t\r\n"), 1);
    check_int(text_control_at("ab\x1B[31m", 7, "\t\r\n"), 2);
    check_int(text_control_at("ab\x7F", 3, ""), 2);
    check_int(text_control_at("caf\xC3\xA9 \xC2\xA3\xC2\xA0", 10, ""), TEXT_VALID);
    check_int(text_control_at("x\xC2\x85", 3, ""), 1);
    check_int(text_control_at("x\xC2\x9F", 3, ""), 1);
    check_int(text_control_at("x\xC2\x80", 3, ""), 1);
}

/* Each character at each place in a run of eight and over its end. */
static void control_characters_are_found_wherever_they_stand(void **state)
{
    (void)state;
    for (size_t at = 0; at < 20; at++) {
        for (unsigned c = 0; c < 0x100; c++) {
            char bytes[24];
            memset(bytes, 'x', sizeof bytes);
            size_t taken = c < 0x80 ? 1 : 2;
            if (taken == 2)
                bytes[at + 1] = (char)(0x80 | (c & 0x3F));
            bytes[at] = taken == 1 ? (char)c : (char)(0xC0 | c >> 6);
            bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
            check_int(text_control_at(bytes, 24, ""), control ? at : TEXT_VALID);
            check_int(text_control_at(bytes, at + taken, "\n"),
                      control && c != '\n' ? at : TEXT_VALID);
        }
    }
}

static void white_space_at_the_ends_goes(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(text_trim(arena, "  The Hart Surgery\t\r\n"), "The Hart Surgery");
    check_text(text_trim(arena, "\xC2\xA0 yes \xC2\xA0"), "yes");
    check_text(text_trim(arena, "\xE2\x80\x83yes\xE3\x80\x80\xE2\x80\xAF"), "yes");
    check_text(text_trim(arena, "\xC2\x85yes\xE2\x80\xA8"), "yes");
    check_text(text_trim(arena, " \xC2\xA0 "), "");
    check_text(text_trim(arena, ""), "");
    check_text(text_trim(arena, " caf\xC3\xA9 "), "caf\xC3\xA9");
    check_text(text_trim(arena, "a b"), "a b");
}

static void characters_and_columns_are_counted(void **state)
{
    (void)state;
    check_int(text_characters("caf\xC3\xA9!", 6), 5);
    check_int(text_characters("caf\xC3\xA9!", 3), 3);
    check_int(text_characters("", 0), 0);
    check_int(text_width(""), 0);
    check_int(text_width("caf\xC3\xA9"), 4);
    check_int(text_width("cafe\xCC\x81"), 4);             /* a combining accent */
    check_int(text_width("\xE6\x97\xA5\xE6\x9C\xAC"), 4); /* two ideographs */
    check_int(text_width("\xEF\xBF\xBD"), 1);
}

static void what_moves_the_cursor_is_replaced(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(text_printable(arena, "Dr P. Example, \xC2\xA3"
                                     "5"),
               "Dr P. Example, \xC2\xA3"
               "5");
    check_text(text_printable(arena, "\x1B[31mred"), "\xEF\xBF\xBD[31mred");
    check_text(text_printable(arena, "a\nb\tc\x7F"), "a\xEF\xBF\xBD"
                                                     "b\xEF\xBF\xBD"
                                                     "c\xEF\xBF\xBD");
    check_text(text_printable(arena, "\xC2\x9B"
                                     "31m"),
               "\xEF\xBF\xBD"
               "31m");
    check_text(text_printable(arena, "\xE2\x80\xAE x\xE2\x80\xAC"), /* U+202E and its end */
               "\xEF\xBF\xBD x\xEF\xBF\xBD");
    check_text(text_printable(arena, "\xE2\x81\xA6 x\xE2\x81\xA9"), /* U+2066 and its end */
               "\xEF\xBF\xBD x\xEF\xBF\xBD");
    check_text(text_printable(arena, "\xEF\xBB\xBF"
                                     "b"),
               "\xEF\xBF\xBD"
               "b"); /* BOM */
    check_text(text_printable(arena, "a\xE2\x80\xA8"
                                     "b"),
               "a\xEF\xBF\xBD"
               "b"); /* line separator */
    check_text(text_printable(arena, "a\x9B"
                                     "b"),
               "a\xEF\xBF\xBD"
               "b"); /* not UTF-8 */
}

static void articles_go_by_the_sound(void **state)
{
    (void)state;
    check_text(text_article("owner"), "an");
    check_text(text_article("Apartment"), "an");
    check_text(text_article("practice"), "a");
    check_text(text_article("unit"), "a");
    check_text(text_article("Union branch"), "a");
    check_text(text_article("European state"), "a");
    check_text(text_article("under-secretary"), "an");
    check_text(text_article(""), "a");
}

static void lists_read_as_english(void **state)
{
    struct arena *arena = arena_of(state);
    const char *const items[] = {"text", "markdown", "json"};
    check_text(text_list(arena, items, 0, "and"), "");
    check_text(text_list(arena, items, 1, "and"), "text");
    check_text(text_list(arena, items, 2, "and"), "text and markdown");
    check_text(text_list(arena, items, 3, "or"), "text, markdown or json");
}

static const char *wrapped(struct arena *arena, const char *text, size_t used, size_t indent,
                           size_t width)
{
    struct buffer buffer = {.arena = arena};
    text_wrap(&buffer, text, used, indent, width);
    return buffer_text(&buffer);
}

static void text_is_broken_at_spaces(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(wrapped(arena, "", 0, 2, 10), "\n");
    check_text(wrapped(arena, "one two", 0, 2, 10), "one two\n");
    check_text(wrapped(arena, "123 456 90", 0, 2, 10), "123 456 90\n");
    check_text(wrapped(arena, "123 456 901", 0, 2, 10), "123 456\n  901\n");
    check_text(wrapped(arena, "one two three four", 0, 2, 10), "one two\n  three\n  four\n");
    check_text(wrapped(arena, "one two", 8, 2, 10), "\n  one two\n");
    check_text(wrapped(arena, "one", 7, 2, 10), "one\n");
    check_text(wrapped(arena, "ein zwei", 4, 4, 8), "ein\n    zwei\n");
    check_text(wrapped(arena, "a unbreakable b", 0, 2, 6), "a\n  unbreakable\n  b\n");
    check_text(wrapped(arena, "unbreakable", 4, 4, 6), "unbreakable\n"); /* no room to win */
    check_text(wrapped(arena, "a  b   ", 0, 0, 10), "a  b\n");
    check_text(wrapped(arena, "  a b", 4, 0, 10), "  a b\n"); /* behind what stands there */
    check_text(wrapped(arena, "  a b", 0, 0, 10), "a b\n");
    check_text(wrapped(arena, "  abcd ef", 4, 0, 8), "\nabcd ef\n");
    check_text(wrapped(arena, "a\nb", 0, 2, 10), "a\n  b\n");
    check_text(wrapped(arena, "caf\xC3\xA9 12345", 0, 0, 10), "caf\xC3\xA9 12345\n");
    check_text(wrapped(arena, "two\xC2\xA0words x", 0, 0, 8), "two\xC2\xA0words\nx\n");
}

static void whole_numbers_are_told_from_what_they_are_not(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum number_fault fault;
        long long number;
    } cases[] = {
        {"0", NUMBER_OK, 0},
        {"10318", NUMBER_OK, 10318},
        {"10,318", NUMBER_OK, 10318},
        {"007", NUMBER_OK, 7},
        {" 91,732\xC2\xA0", NUMBER_OK, 91732},
        {"100,000,000", NUMBER_OK, 100000000},
        {"100000000", NUMBER_OK, 100000000},
        {"100,000,001", NUMBER_TOO_LARGE, 0},
        {"99999999999999999999999999", NUMBER_TOO_LARGE, 0},
        {"", NUMBER_BLANK, 0},
        {" \t\xC2\xA0", NUMBER_BLANK, 0},
        {"-5", NUMBER_SIGNED, 0},
        {"+5", NUMBER_SIGNED, 0},
        {"\xE2\x88\x92"
         "5",
         NUMBER_SIGNED, 0},
        {"-1,000.5", NUMBER_SIGNED, 0},
        {"12.0", NUMBER_DECIMAL, 0},
        {"1,000.5", NUMBER_DECIMAL, 0},
        {".5", NUMBER_DECIMAL, 0},
        {"1e5", NUMBER_EXPONENT, 0},
        {"1.00E+00", NUMBER_EXPONENT, 0},
        {"-", NUMBER_NOT_ONE, 0},
        {"--5", NUMBER_NOT_ONE, 0},
        {"ten", NUMBER_NOT_ONE, 0},
        {"1 000", NUMBER_NOT_ONE, 0},
        {"1,23", NUMBER_NOT_ONE, 0},
        {"1,2345", NUMBER_NOT_ONE, 0},
        {"1234,567", NUMBER_NOT_ONE, 0},
        {"0,123", NUMBER_NOT_ONE, 0},
        {",123", NUMBER_NOT_ONE, 0},
        {"1,000,", NUMBER_NOT_ONE, 0},
        {"1.", NUMBER_NOT_ONE, 0},
        {".", NUMBER_NOT_ONE, 0},
        {"e5", NUMBER_NOT_ONE, 0},
        {"5e", NUMBER_NOT_ONE, 0},
        {"1.2.3", NUMBER_NOT_ONE, 0},
        {"0x10", NUMBER_NOT_ONE, 0},
        {"99999999999999999999999999x", NUMBER_NOT_ONE, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        long long number = -7;
        check_int(text_whole_number(cases[i].text, 100000000, &number), cases[i].fault);
        check_int(number, cases[i].fault == NUMBER_OK ? cases[i].number : -7);
    }
    long long number = 0;
    check_int(text_whole_number("9223372036854775807", INT64_MAX, &number), NUMBER_OK);
    check_int(number, INT64_MAX);
    check_int(text_whole_number("9223372036854775808", INT64_MAX, &number), NUMBER_TOO_LARGE);
    check_int(text_whole_number("5", 4, &number), NUMBER_TOO_LARGE);
}

static void decimals_are_scaled_to_millionths(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum number_fault fault;
        unsigned places;
        long long millionths;
    } cases[] = {
        {"1.27", NUMBER_OK, 2, 1270000},    {"1,000.5", NUMBER_OK, 1, 1000500000},
        {"6", NUMBER_OK, 0, 6000000},       {"6.60", NUMBER_OK, 2, 6600000},
        {"0.000001", NUMBER_OK, 6, 1},      {".5", NUMBER_OK, 1, 500000},
        {"2000", NUMBER_OK, 0, 2000000000}, {"2000.000001", NUMBER_TOO_LARGE, 0, 0},
        {"2001", NUMBER_TOO_LARGE, 0, 0},   {"0.1234567", NUMBER_DECIMAL, 0, 0},
        {"-0.5", NUMBER_SIGNED, 0, 0},      {"1e3", NUMBER_EXPONENT, 0, 0},
        {"", NUMBER_BLANK, 0, 0},           {"1.2.3", NUMBER_NOT_ONE, 0, 0},
        {"5.", NUMBER_NOT_ONE, 0, 0},       {"1,27", NUMBER_NOT_ONE, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        long long millionths = 0;
        check_int(text_decimal(cases[i].text, 6, 2000000000, &millionths), cases[i].fault);
        check_int(millionths, cases[i].millionths);
        if (cases[i].fault == NUMBER_OK)
            check_int(text_decimal_places(cases[i].text), cases[i].places);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_checked),
        cmocka_unit_test(every_sequence_of_three_bytes_is_judged_rightly),
        cmocka_unit_test(control_characters_are_found),
        cmocka_unit_test(control_characters_are_found_wherever_they_stand),
        test_with_arena(white_space_at_the_ends_goes),
        cmocka_unit_test(characters_and_columns_are_counted),
        test_with_arena(what_moves_the_cursor_is_replaced),
        cmocka_unit_test(articles_go_by_the_sound),
        test_with_arena(lists_read_as_english),
        test_with_arena(text_is_broken_at_spaces),
        cmocka_unit_test(whole_numbers_are_told_from_what_they_are_not),
        cmocka_unit_test(decimals_are_scaled_to_millionths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
