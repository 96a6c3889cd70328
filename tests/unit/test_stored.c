/* SPDX-License-Identifier: MIT */
#include "unit/check.h"

#include "sheet/stored.h"

/* A number under a format: what it is as text, and what is wrong with it; NULL for nothing. */
static const struct sample {
    const char *value, *format, *text, *fault;
} samples[] = {
    /* Whole numbers, however they are stored. */
    {"9371", "General", "9371", NULL},
    {"9371.0", "0", "9371", NULL},
    {"1.0E+4", "General", "10000", NULL},
    {"1E4", "#,##0", "10000", NULL},
    {"0", "General", "0", NULL},
    {"-0.0", "0", "0", NULL},
    {"-17", "0", "-17", NULL},
    {"999999999999999", "0", "999999999999999", NULL},
    {"1234567890123456", "0", "1234567890123456", "more digits"},
    {"1E-30", "General", "1E-30", "more digits"},
    /* Fractions, to the 15 digits that spreadsheets know. */
    {"0.5", "General", "0.5", NULL},
    {"0.30000000000000004", "General", "0.3", NULL},
    {"9370.9999999999999", "0", "9371", NULL},
    {"1.2699999999999999E-3", "General", "0.00127", NULL},
    {"12.34", "0.00", "12.34", NULL},
    {"12.345", "0.00", "12.345", "does not show"},
    {"9370.6", "0", "9370.6", "does not show"},
    {"9370.6", "#,##0", "9370.6", "does not show"},
    {"0.99999999999999999", "0", "1", NULL},
    {"999999999999999.9", "0", "999999999999999.9", "more digits"},
    {"+8", "0", "8", NULL},
    /* Parts in 100. */
    {"0.08", "0%%", "8%", "does not show"},
    {"0.66", "0%", "66%", NULL},
    {"0.6667", "0.00%", "66.67%", NULL},
    {"0.665", "0%", "66.5%", "does not show"},
    {"0", "0%", "0%", NULL},
    {"1", "0%", "100%", NULL},
    /* What stands round the digits. */
    {"10318", "_-* #,##0_-;\\-* #,##0_-;_-* \"-\"??_-;_-@_-", "10318", NULL},
    {"-300", "_-* #,##0_-;\\-* #,##0_-;_-* \"-\"??_-;_-@_-", "-300", NULL},
    {"0", "_-* #,##0_-;\\-* #,##0_-;_-* \"-\"??_-;_-@_-", "0", NULL},
    {"-300", "#,##0_);[Red](#,##0)", "-300", NULL},
    {"-300", "0;[Red]0", "-300", "does not show"},
    {"8", "[$\xC2\xA3-809]#,##0", "8", NULL},
    {"8", "0\" patients\"", "8", NULL},
    {"8", "\"K\"00000", "8", "does not show"},
    {"123", "00000", "123", "does not show"},
    {"12345", "00000", "12345", NULL},
    {"8", "\"1\"0", "8", "does not show"},
    {"8", "-0", "8", "does not show"},
    {"8000", "0,", "8000", "does not show"},
    {"8000", "0.0,\"k\"", "8000", "does not show"},
    {"10", "0.00E+00", "10", "does not show"},
    {"0.5", "# ?/?", "0.5", "does not show"},
    {"8", "[<10]0;0", "8", "does not show"},
    {"8", ";;;", "8", "does not show"},
    {"0", "0;-0;;@", "0", "does not show"},
    {"1", "\"Yes\";\"Yes\";\"No\"", "1", "does not show"},
    {"8", "@", "8", NULL},
    {"8", "$ #,##0", "8", NULL},
    {"8",
     "\xE2\x82\xAC"
     "0",
     "8", NULL},
    {"8", "\"approx. \"0", "8", "does not show"},
    {"8", "\"nr 1: \"0", "8", "does not show"},
    {"8", "0,.0", "8", "does not show"},
    {"8", "0\"; to come", "8", NULL},
    {"8", "0\\", "8", NULL},
    {"8", "0[Red", "8", NULL},
    {"8", "0;0;0;@;0", "8", NULL},
    {"-8", "General", "-8", NULL},
    {"8", "[=8]0", "8", "does not show"},
    {"8", "0/1", "8", "does not show"},
    {"8", "00/00", "8", "does not show"},
    {"8", "b0", "8", "does not show"},
    /* Days, and times of day. */
    {"42177", "dd/mm/yyyy;@", "2015-06-22", NULL},
    {"42177", "[$-809]dddd, d mmmm yyyy", "2015-06-22", NULL},
    {"42177", "yyyy\\-mm\\-dd", "2015-06-22", NULL},
    {"42177.736238425924", "dd/mm/yyyy hh:mm", "2015-06-22 17:40:11", NULL},
    {"42177.736238425924", "m/d/yy h:mm:ss AM/PM", "2015-06-22 17:40:11", NULL},
    {"42177.999999999", "dd/mm/yyyy hh:mm", "2015-06-23 00:00:00", NULL},
    {"42177.5", "yyyy-mm-dd\"T\"hh:mm:ss.000", "2015-06-22 12:00:00", NULL},
    {"42177.50000578704", "dd/mm/yyyy hh:mm", "2015-06-22 12:00:00.500", NULL},
    {"0.736238425925926", "hh:mm:ss", "17:40:11", NULL},
    {"61", "dd/mm/yyyy", "1900-03-01", NULL},
    {"60", "dd/mm/yyyy", "60", "1 March 1900"},
    {"-1", "dd/mm/yyyy", "-1", "1 March 1900"},
    {"109574", "dd/mm/yyyy", "2199-12-31", NULL},
    {"109575", "dd/mm/yyyy", "109575", "31 December 2199"},
    {"42177", "d-mmm", "2015-06-22", "only a part"},
    {"42177", "mmm-yy", "2015-06-22", "only a part"},
    {"42177.5", "dd/mm/yyyy", "2015-06-22 12:00:00", "only a part"},
    {"42177.5", "hh:mm", "2015-06-22 12:00:00", "only a part"},
    {"42177", "mmmm", "2015-06-22", "only a part"},
    {"42177", "yyyy", "2015-06-22", "only a part"},
    {"42177", "yyyy dd", "2015-06-22", "only a part"},
    {"42177.5", "dd/mm/yyyy [h]:mm", "2015-06-22 12:00:00", "only a part"},
    {"42177.736238425924", "dd/mm/yyyy hh", "2015-06-22 17:40:11", "only a part"},
    {"42177.736238425924", "dd/mm/yyyy hh.mm", "2015-06-22 17:40:11", NULL},
    {"42177.736238425924", "dd/mm/yyyy HH\\:mm", "2015-06-22 17:40:11", NULL},
    {"42177.736238425924", "dd/mm/yyyy HH\\\\mm", "2015-06-22 17:40:11", NULL},
    {"42177.736238425924", "dd/mm/yyyy hmm", "2015-06-22 17:40:11", NULL},
    {"42177.736238425924", "dd/mm/yyyy HHmm", "2015-06-22 17:40:11", NULL},
    {"42177.736238425924", "dd/mmm/yyyy h:mmm", "2015-06-22 17:40:11", "only a part"},
    {"42177.736238425924", "dd/mm/yyyy h:mm A/P", "2015-06-22 17:40:11", NULL},
    {"42177.736238425924", "dd/mm/yyyy \"at 1\" hh:mm:ss", "2015-06-22 17:40:11", NULL},
    {"0.001", "hh:mm:ss", "00:01:26.400", NULL},
    {"0.00000578704", "hh:mm:ss.000", "00:00:00.500", NULL},
    /* The clock, all of it but the seconds. */
    {"0.736238425925926", "hh:mm", "17:40:11", NULL},
    {"0.736238425925926", "hh", "17:40:11", "only a part"},
    {"0.736238425925926", "mm:ss", "17:40:11", "only a part"},
    {"0.736238425925926", "ss", "17:40:11", "only a part"},
    {"0.5", "hh", "12:00:00", NULL},
    {"0.027905092592593", "mm:ss", "00:40:11", NULL},
    {"0.027905092592593", "ss", "00:40:11", "only a part"},
    {"0.736238425925926", "[h]:mm", "17:40:11", NULL},
    {"0.736238425925926", "[h]", "17:40:11", "only a part"},
    {"0.736238425925926", "[mm]:ss", "17:40:11", NULL},
    {"0.736238425925926", "[SS]", "17:40:11", NULL},
    {"1.5", "[h]:mm", "1.5", "1 March 1900"},
    {"-0.5", "hh:mm", "-0.5", "1 March 1900"},
    {"1234567.5", "hh:mm", "1234567.5", "1 March 1900"},
    /* No number at all. */
    {"1E5x", "General", NULL, NULL},
    {"", "General", NULL, NULL},
    {"1,5", "General", NULL, NULL},
    {"0x10", "General", NULL, NULL},
    {"1E", "General", NULL, NULL},
    {"1E99999", "General", NULL, NULL},
    {"1.2.3", "General", NULL, NULL},
    {"INF", "General", NULL, NULL},
};

static void numbers_under_formats(void **state)
{
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        const struct sample *sample = &samples[i];
        struct cell_format format = cell_format_read(sample->format);
        struct stored stored = stored_number(arena_of(state), sample->value, &format, false);
        print_message("%s as %s\n", sample->value, sample->format);
        check_text(stored.text, sample->text);
        if (sample->fault == NULL)
            check_text(stored.fault.full, NULL);
        else
            check_contains(stored.fault.full, sample->fault);
        check_true((sample->fault == NULL) == (stored.remedy == NULL));
    }
}

static void the_other_epoch(void **state)
{
    struct cell_format format = cell_format_read("dd/mm/yyyy");
    check_text(stored_number(arena_of(state), "40715", &format, true).text, "2015-06-22");
    check_text(stored_number(arena_of(state), "0", &format, true).text, "1904-01-01");
}

static void formats_that_have_a_number_only(void **state)
{
    static const struct {
        unsigned long number;
        const char *value, *text;
        bool shown;
    } built_in[] = {
        {0, "1.5", "1.5", true},
        {1, "1.5", "1.5", false},
        {3, "10318", "10318", true},
        {9, "0.5", "50%", true},
        {14, "42177", "2015-06-22", true},
        {15, "42177", "2015-06-22", true},
        {16, "42177", "2015-06-22", false},
        {17, "42177", "2015-06-22", false},
        {20, "0.5", "12:00:00", true},
        {22, "42177.5", "2015-06-22 12:00:00", true},
        {41, "-3", "-3", true},
        {42, "0", "0", true},
        {45, "0.5", "12:00:00", false},
        {45, "0.0001", "00:00:08.640", true},
        {46, "0.5", "12:00:00", true},
        {47, "0.5", "12:00:00", false},
        {48, "3", "3", false},
        {49, "3", "3", true},
    };
    for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++) {
        struct cell_format format = cell_format_read(cell_format_built_in(built_in[i].number));
        struct stored stored = stored_number(arena_of(state), built_in[i].value, &format, false);
        print_message("format %lu\n", built_in[i].number);
        check_text(stored.text, built_in[i].text);
        check_true((stored.fault.full == NULL) == built_in[i].shown);
    }
    check_true(cell_format_built_in(23) == NULL);
    check_true(cell_format_built_in(164) == NULL);
}

static void numbers_beside_what_is_shown(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(stored_as_shown(arena, "9371", "9,371", false).fault.full, NULL);
    check_text(stored_as_shown(arena, "9371", "9371.00", false).fault.full, NULL);
    check_text(stored_as_shown(arena, "0.5", "0.50", false).fault.full, NULL);
    check_text(stored_as_shown(arena, "0.66", "66.0%", true).fault.full, NULL);
    check_text(stored_as_shown(arena, "0.66", "66.0%", true).text, "66%");
    check_contains(stored_as_shown(arena, "9370.6", "9371", false).fault.full, "9370.6");
    check_contains(stored_as_shown(arena, "9371", "9371.5", false).fault.full, "9371");
    check_contains(stored_as_shown(arena, "123", "00123", false).fault.full, "123");
    check_contains(stored_as_shown(arena, "10000", "1.00E+04", false).fault.full, "10000");
    check_contains(stored_as_shown(arena, "937", "9370", false).fault.full, "937");
    check_contains(stored_as_shown(arena, "8", "", false).fault.full, "8");
    check_contains(stored_as_shown(arena, "-8", "8", false).fault.full, "-8");
    check_text(stored_as_shown(arena, "-8", "(8)", false).fault.full, NULL);
    check_text(stored_as_shown(arena, "eight", "8", false).text, NULL);
    check_contains(stored_as_shown(arena, "1234567890123456", "1234567890123456", false).fault.full,
                   "more digits");
}

static void texts_and_formats(void **state)
{
    (void)state;
    struct cell_format plain = cell_format_read("0;-0;;@"), hidden = cell_format_read(";;;");
    struct cell_format one = cell_format_read("0"), wide = cell_format_read("_(* @_)");
    struct cell_format denied = cell_format_read("\"not \"@"),
                       day = cell_format_read("dd/mm/yyyy;@");
    check_true(cell_format_shows_text(&plain));
    check_true(cell_format_shows_text(&wide));
    check_true(cell_format_shows_text(&day));
    check_false(cell_format_shows_text(&denied));
    check_true(cell_format_shows_text(&one));
    check_false(cell_format_shows_text(&hidden));
}

static void days_in_words_of_the_file(void **state)
{
    static const struct {
        const char *value, *shown, *text;
        bool whole;
    } days[] = {
        {"2015-06-22", NULL, "2015-06-22", true},
        {"2015-06-22", "22/06/2015", "2015-06-22", true},
        {"2015-06-22", "22/06/15", "2015-06-22", true},
        {"2015-06-22", "Monday, 22 June 2015", "2015-06-22", true},
        {"2015-06-22", "22 Jun", "2015-06-22", false},
        {"2015-06-22", "06/2015", "2015-06-22", false},
        {"2015-06-06", "06/2015", "2015-06-06", false},
        {"2015-06-15", "15 Jun", "2015-06-15", false},
        {"2015-06-22", "June 2015", "2015-06-22", false},
        {"2015-06-22", "23/06/2015", "2015-06-22", false},
        {"2015-06-22", "", "2015-06-22", false},
        {"2015-06-22T17:40:11", "22/06/2015 17:40", "2015-06-22 17:40:11", true},
        {"2015-06-22T17:40:11", "22/06/2015", "2015-06-22 17:40:11", false},
        {"2015-06-22T00:00:00", "22/06/2015", "2015-06-22 00:00:00", true},
        {"2015-06-22T17:40:11.250000000", NULL, "2015-06-22 17:40:11.250000000", true},
        {"2015-08-22", "22 ao\xC3\xBBt 2015", "2015-08-22", true},
        {"2015-06-22", "22/05/2015", "2015-06-22", false},
        {"2015-06-22", "000000022/000000006/2015", "2015-06-22", false},
        {"2015-06-22T25:00:00", NULL, NULL, true},
        {"22nd", NULL, NULL, true},
        {"", NULL, NULL, true},
    };
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        struct stored stored = stored_date(arena_of(state), days[i].value, days[i].shown);
        print_message("%s shown as %s\n", days[i].value, days[i].shown ? days[i].shown : "it is");
        check_text(stored.text, days[i].text);
        check_true((stored.fault.full == NULL) == days[i].whole);
    }
}

static void times_in_words_of_the_file(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(stored_time(arena, "PT17H40M11S").text, "17:40:11");
    check_text(stored_time(arena, "PT00H00M00S").text, "00:00:00");
    check_text(stored_time(arena, "PT26H00M00S").text, NULL);
    check_text(stored_time(arena, "PT17H40M").text, NULL);
    check_text(stored_time(arena, "17:40:11").text, NULL);
    check_text(stored_time(arena, "PTS").text, NULL);
    check_text(stored_time(arena, "PT17H40M11S.5").text, NULL);
    check_text(stored_time(arena, "P1T7H40M11S").text, NULL);
    check_text(stored_time(arena, "PT17H").text, NULL);
    check_text(stored_time(arena, "").text, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(numbers_under_formats),
        test_with_arena(the_other_epoch),
        test_with_arena(formats_that_have_a_number_only),
        test_with_arena(numbers_beside_what_is_shown),
        test_with_arena(texts_and_formats),
        test_with_arena(days_in_words_of_the_file),
        test_with_arena(times_in_words_of_the_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
