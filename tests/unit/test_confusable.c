/* SPDX-License-Identifier: MIT */
#include "quorate/confusable.h"

#include "check.h"
#include "quorate/text.h"

#define CYRILLIC_A  "\xD0\xB0"
#define CYRILLIC_O  "\xD0\xBE"
#define CYRILLIC_EN "\xD0\x9D"
#define GREEK_ETA   "\xCE\x97"
#define GREEK_O     "\xCE\xBF"

static bool alike(void **state, const char *one, const char *other)
{
    return text_is_look_alike(arena_of(state), one, other);
}

static void test_what_looks_alike(void **state)
{
    check_true(alike(state, "H" CYRILLIC_A "rt", "Hart"));
    check_true(alike(state, "Hart", "H" CYRILLIC_A "rt"));
    check_true(alike(state, "G" GREEK_O "ring", "Goring"));
    check_true(alike(state, "G" GREEK_O "ring", "G" CYRILLIC_O "ring"));
    check_true(alike(state, GREEK_ETA "ill", "Hill")); /* as a small letter it looks like n */
    check_true(alike(state, "K84O01", "K84001"));
    check_true(alike(state, "K8400l", "K84001"));
    check_true(alike(state, "BeII", "Bell"));
}

static void test_what_does_not(void **state)
{
    check_false(alike(state, "The Hart Surgery", "the  HART surgery")); /* they are the same */
    check_false(alike(state, "K84001", "K84002"));
    check_false(alike(state, "Hart", "Heart"));
    check_false(alike(state, "A1", "AL"));
    check_false(alike(state, "", "Hart"));
    check_false(alike(state,
                      "\xEF\xBC\xA8"
                      "art",
                      "Hart"));                       /* full-width H is H */
    check_false(alike(state, "\xC3\xA9lan", "elan")); /* and an accent is none */
}

static void check_why(void **state, const char *text, const char *meant, const char *why)
{
    check_text(text_look_alike(arena_of(state), text, meant), why);
}

static void test_why(void **state)
{
    check_why(state, "The H" CYRILLIC_A "rt", "The Hart",
              "Character 6 is U+0430 (CYRILLIC SMALL LETTER A), which looks like the letter "
              "\"a\". ");
    check_why(state, "Hart", "H" CYRILLIC_A "rt",
              "Character 2 is the letter \"a\", which looks like U+0430 (CYRILLIC SMALL LETTER "
              "A). ");
    check_why(state, "K84O01", "K84001",
              "Character 4 is the letter \"O\", which looks like the digit \"0\". ");
    check_why(state, "K8400l", "K84001",
              "Character 6 is the letter \"l\", which looks like the digit \"1\". ");
    check_why(state, "Be|l", "Bell",
              "Character 3 is the sign \"|\", which looks like the letter \"l\". ");
}

/* Where a word more stands in the name, or nothing is meant, the letter itself is told. */
static void test_why_of_what_is_not_beside(void **state)
{
    static const char why[] =
        "Character 2 is U+0430 (CYRILLIC SMALL LETTER A), which looks like the letter \"a\". ";
    check_why(state, "H" CYRILLIC_A "rt", "The Hart Surgery", why);
    check_why(state, "H" CYRILLIC_A "rt", NULL, why);
}

static void test_nothing_to_tell(void **state)
{
    check_why(state, "Hart", "Heart", "");
    check_why(state, "K84001", NULL, "");
    check_why(state, CYRILLIC_EN CYRILLIC_A, NULL, ""); /* all of one alphabet: a name of its own */
    check_why(state, "", "Hart", "");
    check_why(state, "Caf\xC3\xA9", "Cafe", ""); /* an accent is folded away */
    check_why(state, "Practice L", "Practice I", "");
}

static void test_as_it_looks(void **state)
{
    check_text(text_as_it_looks(arena_of(state), "v" CYRILLIC_O "te", false), "vote");
    check_text(text_as_it_looks(arena_of(state), "v" CYRILLIC_O "te 1", false), "vote 1");
    check_text(text_as_it_looks(arena_of(state), GREEK_ETA "c0de 1", true), "Hcode l");
    check_true(text_as_it_looks(arena_of(state), "vote", true) == NULL);
    check_true(text_as_it_looks(arena_of(state), "c0de", false) == NULL);
    check_true(text_as_it_looks(arena_of(state), "Caf\xC3\xA9", true) == NULL);
}

static void test_side_by_side(void **state)
{
    (void)state;
    check_true(text_looks_like("K84OO1", "k84001"));
    check_true(text_looks_like("BeII", "bell"));
    check_true(text_looks_like(CYRILLIC_EN "ill", "hill"));
    check_true(text_looks_like("hill", CYRILLIC_EN "ill"));
    check_true(text_looks_like("LILY", "lily"));
    check_false(text_looks_like("Hart", "Harts"));
    check_false(text_looks_like("Harts", "Hart"));
    check_false(text_looks_like("The Hart", "Hart"));
    check_false(text_looks_like("", "Hart"));
    check_true(text_looks_like("", ""));
}

/* That they look the same goes before what is nearer in letters. */
static void test_it_is_suggested(void **state)
{
    static const char *const codes[] = {"K84101", "K84001"};
    static const char *const twice[] = {"BeIl", "Bell"};
    check_int(text_nearest(arena_of(state), "K84OO1", codes, 2), 1);
    check_int(text_nearest(arena_of(state), "BelI", twice, 2), TEXT_NO_CHOICE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_what_looks_alike),
        test_with_arena(test_what_does_not),
        test_with_arena(test_why),
        test_with_arena(test_why_of_what_is_not_beside),
        test_with_arena(test_nothing_to_tell),
        test_with_arena(test_as_it_looks),
        test_with_arena(test_side_by_side),
        test_with_arena(test_it_is_suggested),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
