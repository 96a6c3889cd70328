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

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(what_is_numbered_alike_may_be_a_slip),
        test_with_arena(other_numbers_and_initials_are_other_names),
        test_with_arena(a_number_in_one_of_them_tells_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
