/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "quorate/ratio.h"

static void ratios_are_in_lowest_terms(void **state)
{
    (void)state;
    static const int64_t cases[][4] = {
        {50, 100, 1, 2},
        {125, 1000, 1, 8},
        {2, 3, 2, 3},
        {0, 7, 0, 1},
        {100, 100, 1, 1},
        {2000000, 4000000, 1, 2},
        {999999, 1000000, 999999, 1000000},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ratio ratio = ratio_of(cases[i][0], cases[i][1]);
        check_int(ratio.p, cases[i][2]);
        check_int(ratio.q, cases[i][3]);
    }
}

static void decimals_are_divided_and_rounded(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(ratio_decimal(arena, 1, 8, 3), "0.125");
    check_text(ratio_decimal(arena, 1, 8, 2), "0.13");
    check_text(ratio_decimal(arena, 1, 3, 0), "0");
    check_text(ratio_decimal(arena, 1, 2, 0), "1");
    check_text(ratio_decimal(arena, 2, 3, 10), "0.6666666667");
    check_text(ratio_decimal(arena, 999, 1000, 2), "1.00");
    check_text(ratio_decimal(arena, 99999, 1000, 1), "100.0");
    check_text(ratio_decimal(arena, 0, 5, 2), "0.00");
    check_text(ratio_decimal(arena, 120, 1, 0), "120");
    check_text(ratio_decimal(arena, 1, 1, 30), "1.000000000000000000000000000000");
    check_text(ratio_decimal(arena, RATIO_MOST * 1000, 1, 1), "1000000000000000.0");
    check_text(ratio_decimal(arena, 1, RATIO_MOST * 1000, 15), "0.000000000000001");
    /* 10 votes * 91,732 / 720,029 = 1.27400... */
    check_text(ratio_decimal(arena, 917320, 720029, 2), "1.27");
    check_text(ratio_decimal(arena, 917320, 716193, 2), "1.28");
}

/* The quotients are those of whole numbers of any length. */
static void a_part_of_any_quantity_is_exact(void **state)
{
    (void)state;
    static const struct {
        struct ratio ratio;
        int64_t whole, unit, quotient;
        bool exact, half;
    } cases[] = {
        {{2, 3}, INT64_C(1000000000000000000), 1, INT64_C(666666666666666666), false, true},
        {{2, 3}, INT64_C(999999999999999999), 1, INT64_C(666666666666666666), true, false},
        {{2, 3}, INT64_C(999999999999999998), 1, INT64_C(666666666666666665), false, false},
        {{999999, 1000000},
         INT64_C(1000000000000000000),
         1,
         INT64_C(999999000000000000),
         true,
         false},
        {{999999, 1000000},
         INT64_C(999999999999999999),
         1,
         INT64_C(999998999999999999),
         false,
         false},
        {{999983, 999979},
         INT64_C(1000000000000000000),
         1,
         INT64_C(1000004000084001764),
         false,
         false},
        {{1, 2}, INT64_C(1000000000000000000), 1000000, INT64_C(500000000000), true, false},
        {{1, 2}, INT64_C(999999999999999999), 1000000, INT64_C(499999999999), false, true},
        {{1, 2}, INT64_C(999999999999000000), 1000000, INT64_C(499999999999), false, true},
        {{1929, 15625}, INT64_C(999999999999999993), 1, INT64_C(123455999999999999), false, false},
        {{1, 999983}, INT64_C(999999999999999997), 1000000, INT64_C(1000017), false, false},
        {{4, 1}, INT64_C(1000000000000000000), 1, INT64_C(4000000000000000000), true, false},
        {{5, 1}, INT64_C(1000000000000000000), 1, INT64_C(4611686018427387903), true, false},
        {{1000000, 1},
         INT64_C(1000000000000000000),
         1000000,
         INT64_C(1000000000000000000),
         true,
         false},
        {{7, 3}, INT64_C(1000000000000001), 1, INT64_C(2333333333333335), false, true}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool exact, half;
        check_int(ratio_of_whole(cases[i].ratio, cases[i].whole, cases[i].unit, &exact, &half),
                  cases[i].quotient);
        check_int(exact, cases[i].exact);
        check_int(half, cases[i].half);
    }
}

static void percentages_are_those_of_the_constitution(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(ratio_percent(arena, 91732, 720029, 2), "12.74");
    check_text(ratio_percent(arena, 91732, 720029, 1), "12.7");
    check_text(ratio_percent(arena, 91732, 716193, 2), "12.81");
    check_text(ratio_percent(arena, 77375, 91732, 2), "84.35");
    check_text(ratio_percent(arena, 10318, 91732, 2), "11.25");
    check_text(ratio_percent(arena, 91732, 91732, 2), "100.00");
    check_text(ratio_percent(arena, 0, 91732, 2), "0.00");
    check_text(ratio_percent(arena, 5, 0, 2), "0");
    check_text(ratio_percent(arena, RATIO_MOST, 1, 0), "100000000000000");
}

static void printed_percentages_keep_their_side(void **state)
{
    struct arena *arena = arena_of(state);
    static const struct {
        int64_t part, whole;
        struct ratio threshold;
        unsigned least, places;
        const char *printed;
    } cases[] = {
        {73350, 91732, {4, 5}, 2, 2, "79.96"},
        {73350, 91732, {4, 5}, 1, 2, "79.96"}, /* 80.0 would be at the threshold */
        {45865, 91732, {1, 2}, 2, 3, "49.999"},
        {45867, 91732, {1, 2}, 2, 3, "50.001"},
        {45866, 91732, {1, 2}, 2, 2, "50.00"},
        {45866, 91732, {1, 2}, 0, 0, "50"},
        {77375, 91732, {1, 2}, 2, 2, "84.35"},
        {49999999999, 100000000000, {1, 2}, 2, 9, "49.999999999"},
        {499999999999, 1000000000000, {1, 2}, 2, 10, "49.9999999999"},
        {1, 8, {1, 8}, 0, 1, "12.5"},
        {2, 3, {2, 3}, 2, 2, "66.67"},           /* exactly: no decimals say so */
        {66666, 100000, {2, 3}, 2, 3, "66.666"}, /* 66.67 would be above */
        {6666667, 10000000, {2, 3}, 2, 2, "66.67"},
        {1, 3, {1, 3}, 2, 2, "33.33"},
        {33334, 100000, {1, 3}, 2, 3, "33.334"}, /* 33.33 would be below */
        {0, 10, {1, 2}, 2, 2, "0.00"},
        {10, 10, {1, 1}, 2, 2, "100.00"},
        {999999, 1000000, {1, 1}, 2, 4, "99.9999"},
        {73385, 91732, {4, 5}, 2, 3, "79.999"}, /* 80% is 73,385.6 */
        {73386, 91732, {4, 5}, 2, 4, "80.0004"},
        {999999000000, RATIO_MOST, {999999, 1000000}, 2, 4, "99.9999"},
        {999998999999, RATIO_MOST, {999999, 1000000}, 2, 10, "99.9998999999"},
        {999999000001, RATIO_MOST, {999999, 1000000}, 2, 2, "100.00"},
        {666666666666666667, RATIO_QUANTITY_MOST, {2, 3}, 2, 2, "66.67"},
        {666666666666666666, RATIO_QUANTITY_MOST, {2, 3}, 2, 16, "66.6666666666666666"},
        {500000000000000000, RATIO_QUANTITY_MOST, {1, 2}, 2, 2, "50.00"},
        {500000000000000001, RATIO_QUANTITY_MOST, {1, 2}, 2, 16, "50.0000000000000001"},
        {499999999999999999, RATIO_QUANTITY_MOST, {1, 2}, 2, 16, "49.9999999999999999"},
        {0, 0, {1, 2}, 2, 2, "0"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned places =
            ratio_percent_places(cases[i].part, cases[i].whole, cases[i].threshold, cases[i].least);
        check_int(places, cases[i].places);
        check_text(ratio_percent(arena, cases[i].part, cases[i].whole, places), cases[i].printed);
    }
}

/* The closest that two fractions within the bounds can be is 1e-18. */
static void eighteen_places_are_always_enough(void **state)
{
    (void)state;
    struct ratio threshold = {499999, 999999};
    int64_t whole = 999999999998;
    int64_t below = threshold.p * whole / threshold.q; /* there is a remainder */
    check_true(ratio_percent_places(below, whole, threshold, 2) <= 18);
    check_true(ratio_percent_places(below + 1, whole, threshold, 2) <= 18);
}

static void numbers_are_grouped(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(number_grouped(arena, 0), "0");
    check_text(number_grouped(arena, 999), "999");
    check_text(number_grouped(arena, 1000), "1,000");
    check_text(number_grouped(arena, 91732), "91,732");
    check_text(number_grouped(arena, 720029), "720,029");
    check_text(number_grouped(arena, 1000000), "1,000,000");
    check_text(number_grouped(arena, -300), "-300");
    check_text(number_grouped(arena, -91732), "-91,732");
    check_text(number_grouped(arena, INT64_MIN), "-9,223,372,036,854,775,808");
    check_text(number_grouped(arena, INT64_MAX), "9,223,372,036,854,775,807");
}

static void quantities_have_their_shortest_decimals(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(number_canonical(arena, 6600000, 6), "6.6");
    check_text(number_canonical(arena, 6, 0), "6");
    check_text(number_canonical(arena, 6000000, 6), "6");
    check_text(number_canonical(arena, 5030000, 6), "5.03");
    check_text(number_canonical(arena, 1, 6), "0.000001");
    check_text(number_canonical(arena, 0, 6), "0");
    check_text(number_canonical(arena, 45, 1), "4.5");
    check_text(number_canonical(arena, -150, 2), "-1.5");
    check_text(number_canonical(arena, 42914, 0), "42914");
    check_text(number_canonical_grouped(arena, 42914000000, 6), "42,914");
    check_text(number_canonical_grouped(arena, 1234567, 3), "1,234.567");
    check_text(number_canonical(arena, 5, 18), "0.000000000000000005");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ratios_are_in_lowest_terms),
        test_with_arena(decimals_are_divided_and_rounded),
        cmocka_unit_test(a_part_of_any_quantity_is_exact),
        test_with_arena(percentages_are_those_of_the_constitution),
        test_with_arena(printed_percentages_keep_their_side),
        cmocka_unit_test(eighteen_places_are_always_enough),
        test_with_arena(numbers_are_grouped),
        test_with_arena(quantities_have_their_shortest_decimals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
