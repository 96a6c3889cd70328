/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "quorate/names.h"

/* Whether they are close, from either side. */
static bool close(struct arena *arena, const char *one, const char *other)
{
    bool are = names_are_close(arena, one, other);
    check_true(are == names_are_close(arena, other, one));
    return are;
}

static void what_is_numbered_alike_may_be_a_slip(void **state)
{
    struct arena *arena = arena_of(state);
    check_true(close(arena, "Motion 1", "Moton 1"));
    check_true(close(arena, "Proposal 2 of ward B", "Propsal 2 of ward B"));
}

static void other_numbers_and_initials_are_other_names(void **state)
{
    struct arena *arena = arena_of(state);
    check_false(close(arena, "Motion 1", "Motion 2"));
    check_false(close(arena, "Motion 1", "Moton 2"));
    check_false(close(arena, "Motion 1 A", "Moton 1 B"));
    check_false(close(arena, "Motion 1", "Moton 1 B"));
}

static void a_number_in_one_of_them_tells_nothing(void **state)
{
    struct arena *arena = arena_of(state);
    check_true(close(arena, "Motion", "Motion 1"));
    check_false(close(arena, "Adopt the plan", "Close the branch"));
}

static void lists_of_names(void **state)
{
    struct arena *arena = arena_of(state);
    static const char list[] = "for;in favour;yes";
    static const struct {
        const char *folded;
        bool is, has, says;
    } cases[] = {
        {"for", true, true, true},
        {"yes", true, true, true},
        {"in favour", true, true, false}, /* says one: single words */
        {"favour", false, false, false},
        {"fo", false, false, false},
        {"forty", false, false, false},
        {"not for", false, true, false},
        {"all in favour", false, true, false},
        {"all in favours", false, false, false},
        {"well yes", false, true, true},
        {"ye", false, false, false},
        {"yes yes", false, true, true},
        {"for;in favour", false, false, false},
        {"", false, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_int(name_is_one_of(cases[i].folded, list), cases[i].is);
        check_int(name_has_one_of(cases[i].folded, list), cases[i].has);
        check_int(name_says_one_of(arena, cases[i].folded, list), cases[i].says);
    }
    check_true(name_is_one_of("", ";none")); /* where a blank is one of them */
    check_false(name_is_one_of("", "none"));
    const char *left = list;
    check_text(name_take_listed(arena, &left), "for");
    check_text(name_take_listed(arena, &left), "in favour");
    check_text(name_take_listed(arena, &left), "yes");
    check_text(name_take_listed(arena, &left), NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(lists_of_names),
        test_with_arena(what_is_numbered_alike_may_be_a_slip),
        test_with_arena(other_numbers_and_initials_are_other_names),
        test_with_arena(a_number_in_one_of_them_tells_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
