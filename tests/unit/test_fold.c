/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "quorate/text.h"

static void names_fold(void **state)
{
    struct arena *arena = arena_of(state);
    static const struct {
        const char *name, *folded;
    } cases[] = {
        {"", ""},
        {"The Hart Surgery", "the hart surgery"},
        {"  THE   HART\tSURGERY ", "the hart surgery"},
        {"Watlington & Chalgrove", "watlington and chalgrove"},
        {"R&D", "r and d"},
        {"&", "and"},
        {"&&", "and and"},
        {"St. Mary's", "st marys"},
        {"St Mary\xE2\x80\x99s", "st marys"},
        {"St Mary\xE2\x80\x98s", "st marys"},
        {"St Mary\xE2\x80\x9Bs", "st marys"},
        {"St Mary\xCA\xBCs", "st marys"},
        {"St Mary\xC2\xB4s", "st marys"},
        {"St Mary`s", "st marys"},
        {"St Mary\xEF\xBC\x87s", "st marys"},
        {"Henley-on-Thames", "henley on thames"},
        {"Henley\xE2\x80\x93on\xE2\x80\x94Thames", "henley on thames"},
        {"Mill Stream Surgery, Benson", "mill stream surgery benson"},
        {"\"Hart\" (Henley)", "hart henley"},
        {"=\"K84001\"", "k84001"}, /* as a program writes what a spreadsheet is to keep */
        {"=\"Ch\xC3\xA2teau\"", "chateau"},
        {"=\"\"", "="},
        {"=\"Hart\" x", "= hart x"},
        {"for.", "for"},
        {"f.o.r.", "for"},
        {"...", ""},
        {"Item 1.1", "item 1 1"}, /* is not item 11 */
        {"1.5%", "1 5"},
        {"1. Item", "1 item"},
        {"1. 1", "1 1"},
        {"1..1", "1 1"},
        {"v.1", "v1"},
        {"1.a", "1a"},
        {"\xE0\xA4\x95\xE0\xA4\xBF", "\xE0\xA4\x95\xE0\xA4\xBF"}, /* a vowel is no accent */
        {"\xE3\x81\x8C", "\xE3\x81\x8B\xE3\x82\x99"},             /* nor is voicing */
        {"\xD0\x81", "\xD0\xB5"},                                 /* \u0401: case and accent */
        {"-- / --", ""},
        {"Ch\xC3\xA2teau CAF\xC3\x89", "chateau cafe"},
        {"Chateau Cafe\xCC\x81", "chateau cafe"},
        {"Stra\xC3\x9F"
         "e",
         "strasse"},
        {"\xC3\x85se", "ase"},
        {"\xEF\xBC\xA8\xEF\xBD\x81rt", "hart"},     /* full width */
        {"Hart\xC2\xA0Surgery", "hart surgery"},    /* no-break space */
        {"Hart\xC2\xADSurgery", "hartsurgery"},     /* soft hyphen */
        {"Hart\xE2\x80\x8BSurgery", "hartsurgery"}, /* zero-width space */
        {"\xEF\xAC\x81nance", "finance"},           /* a ligature */
        {"A\xEF\xBC\x86"
         "B",
         "a and b"}, /* a full-width & */
        {"A\xE2\x80\xA6"
         "B",
         "ab"},                         /* an ellipsis is three full stops */
        {"1 + 1 = 2 $", "1 + 1 = 2 $"}, /* symbols stay */
        {"\xC2\xA3"
         "5",
         "\xC2\xA3"
         "5"},
        {"\xD0\x94\xD0\x9E\xD0\x9C", "\xD0\xB4\xD0\xBE\xD0\xBC"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_text(text_fold(arena, cases[i].name), cases[i].folded);
}

static void names_are_compared_folded(void **state)
{
    struct arena *arena = arena_of(state);
    check_true(text_same(arena, "Goring & Woodcote", "GORING AND WOODCOTE"));
    check_true(text_same(arena, "", "-"));
    check_false(text_same(arena, "The Hart Surgery", "Hart Surgery"));
    check_false(text_same(arena, "Mill Stream", "Millstream"));
}

/* A soft hyphen is ignored, but takes the name off the fast path. */
static void ascii_folds_the_same_both_ways(void **state)
{
    (void)state;
    for (int first = 1; first < 128; first++) {
        struct arena *arena = arena_new(NULL);
        for (int second = 1; second < 128; second++) {
            char pair[] = {'x', (char)first, (char)second, 'Y', '\0'};
            const char *slow = arena_format(arena, "%s\xC2\xAD", pair);
            check_text(text_fold(arena, pair), text_fold(arena, slow));
            check_text(text_fold(arena, pair + 1), text_fold(arena, slow + 1));
            pair[3] = '\0';
            slow = arena_format(arena, "%s\xC2\xAD", pair + 1);
            check_text(text_fold(arena, pair + 1), text_fold(arena, slow));
        }
        arena_free(arena);
    }
}

/* By hand, so that both ways cannot be wrong alike. */
static void every_ascii_character_has_its_part(void **state)
{
    struct arena *arena = arena_of(state);
    const char *kept = "abcdefghijklmnopqrstuvwxyz0123456789$+<=>^|~";
    const char *dropped = "'`.";
    const char *gaps = " \t\n\v\f\r!\"#%()*,-/:;?@[\\]_{}";
    for (const char *c = kept; *c != '\0'; c++)
        check_text(text_fold(arena, arena_format(arena, "x%cy", *c)),
                   arena_format(arena, "x%cy", *c));
    for (const char *c = dropped; *c != '\0'; c++)
        check_text(text_fold(arena, arena_format(arena, "x%cy", *c)), "xy");
    for (const char *c = gaps; *c != '\0'; c++)
        check_text(text_fold(arena, arena_format(arena, "x%cy", *c)), "x y");
    check_text(text_fold(arena, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), "abcdefghijklmnopqrstuvwxyz");
}

static size_t encode(char *bytes, unsigned c)
{
    if (c < 0x800) {
        bytes[0] = (char)(0xC0 | c >> 6);
        bytes[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    size_t tails = c < 0x10000 ? 2 : 3;
    bytes[0] = (char)((tails == 2 ? 0xE0 : 0xF0) | c >> (6 * tails));
    for (size_t i = 1; i <= tails; i++)
        bytes[i] = (char)(0x80 | (c >> (6 * (tails - i)) & 0x3F));
    return tails + 1;
}

static void folding_twice_changes_nothing(void **state)
{
    (void)state;
    struct arena *arena = NULL;
    size_t changed = 0;
    for (unsigned c = 0x80; c <= 0x10FFFF; c++) {
        if (c % 0x1000 == 0 || c == 0x80) {
            arena_free(arena);
            arena = arena_new(NULL);
        }
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        char name[16] = "a";
        size_t length = encode(name + 1, c);
        name[length + 1] = 'b';
        const char *once = text_fold(arena, name);
        check_int(text_invalid_at(once, strlen(once)), TEXT_VALID);
        if (strcmp(text_fold(arena, once), once) != 0) {
            print_error("U+%04X\n", c);
            changed++;
        }
    }
    arena_free(arena);
    check_int(changed, 0);
}

static void bytes_that_are_not_utf8_do_no_harm(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(text_fold(arena, "CAF\xE9 & Co."), "caf\xE9 and co");
    check_text(text_fold(arena, "\xC3"), "\xC3");
}

static void spellings_that_fold_alike(void **state)
{
    static const struct {
        const char *one, *other;
        bool same;
    } pairs[] = {
        {"Adopt the plan", "adopt  THE plan.", true},
        {"Dr. Smith", "Dr Smith", true},
        {"Dr O'Neill", "Dr O\xE2\x80\x99Neill", true},
        {"\xC3\x81ine N\xC3\xAD Bhriain", "Aine Ni Bhriain", true},
        {"Henley-on-Thames", "Henley\xE2\x80\x93on\xE2\x80\x93Thames", true},
        {"\"Adopt\" it?", "Adopt it", true},
        {"Levy of .5%", "Levy of 5%", false},
        {"Change by -5%", "Change by 5%", false},
        {"Up 10\xC2\xB2", "Up 102", false},
        {"Weight = list size", "Weight \xE2\x89\xA0 list size", false},
        {"Item A.1", "Item A1", false},
        {"J.O. Smith", "Jo Smith", false},
        {"Item 1", "Item 1.", true},
        {"Option (a)", "Option a", false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        check_true(text_same(arena, pairs[i].one, pairs[i].other));
        check_int(
            strcmp(text_spelling(arena, pairs[i].one), text_spelling(arena, pairs[i].other)) == 0,
            pairs[i].same);
    }
    check_text(text_spelling(arena, ""), "");
    check_text(text_spelling(arena, "..."), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(spellings_that_fold_alike),
        test_with_arena(names_fold),
        test_with_arena(names_are_compared_folded),
        test_with_arena(every_ascii_character_has_its_part),
        cmocka_unit_test(ascii_folds_the_same_both_ways),
        cmocka_unit_test(folding_twice_changes_nothing),
        test_with_arena(bytes_that_are_not_utf8_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
