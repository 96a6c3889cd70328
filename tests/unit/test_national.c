/* SPDX-License-Identifier: MIT */

/* Real files of list sizes (tests/data/nhs) and short ones that are made up. Run from the project's
 * folder. The figures are those that the publishers' tables give. */
#include "check_problems.h"

#include "quorate/buffer.h"
#include "quorate/nhs.h"

#define FOLDER "tests/data/nhs/"
#define WHOLE  ((size_t)-1)

enum {
    TEN = 10
};

static const char *const ten[TEN] = {"K84035", "K84001", "K84020", "K84071", "K84015",
                                     "K84037", "K84036", "K84008", "K84014", "K84050"};

/* A reading of files for a roll of practices that have nothing but codes. */
struct reading {
    struct arena *arena;
    struct diag diag;
    struct roll roll;
    struct national_reader *reader;
    struct national national;
    bool usable;
};

static struct reading *open_reading(struct arena *arena, const char *const *codes, size_t count)
{
    struct reading *reading = arena_alloc(arena, 1, sizeof *reading);
    struct member *members = arena_alloc(arena, count, sizeof *members);
    for (size_t i = 0; i < count; i++)
        members[i] = (struct member){.index = i, .name = "practice", .code = codes[i]};
    reading->arena = arena;
    reading->diag.arena = arena;
    reading->roll = (struct roll){.members = members, .count = count};
    reading->reader = national_open(arena, &reading->diag, &reading->roll, (struct date){0});
    return reading;
}

static bool feed(struct reading *reading, struct bytes bytes, size_t piece)
{
    national_begin(reading->reader, bytes.name);
    for (size_t at = 0; at < bytes.length;) {
        size_t left = bytes.length - at, length = left < piece ? left : piece;
        if (!national_feed(reading->reader, bytes.bytes + at, length))
            break;
        at += length;
    }
    return national_end(reading->reader);
}

static struct reading *close_reading(struct reading *reading)
{
    reading->usable = national_close(reading->reader, &reading->national);
    return reading;
}

static struct bytes published(struct arena *arena, const char *name)
{
    struct file_fault fault;
    struct bytes bytes = file_read(arena, arena_format(arena, FOLDER "%s", name), &fault);
    check_text(fault.words, NULL);
    return bytes;
}

static struct reading *read_published(struct arena *arena, const char *name, size_t piece)
{
    struct reading *reading = open_reading(arena, ten, TEN);
    (void)feed(reading, published(arena, name), piece);
    return close_reading(reading);
}

/* Two practices of a roll, K1 and K2, in one or two short files. */
static struct reading *read_texts(struct arena *arena, const char *text, const char *other)
{
    static const char *const codes[] = {"K1", "K2"};
    struct reading *reading = open_reading(arena, codes, 2);
    (void)feed(reading, file_of("one.csv", text), WHOLE);
    if (other != NULL)
        (void)feed(reading, file_of("other.csv", other), WHOLE);
    return close_reading(reading);
}

static void check_sizes_at(const struct reading *reading, int64_t one, int64_t other, int line)
{
    const int64_t wanted[] = {one, other};
    for (size_t i = 0; i < 2; i++) {
        const struct national_figure *figure = &reading->national.figures[i];
        check_int_at(figure->state, NATIONAL_FOUND, __FILE__, line);
        check_int_at(figure->list_size, wanted[i], __FILE__, line);
    }
    if (!reading->usable)
        print_problems(&reading->diag);
    check_true_at(reading->usable, "usable", __FILE__, line);
}
#define check_sizes(reading, one, other) check_sizes_at((reading), (one), (other), __LINE__)

static void check_date(struct date date, int year, int month, int day)
{
    check_int(date.year, year);
    check_int(date.month, month);
    check_int(date.day, day);
}

/* Whether rows in this order, `rows` of them, are read without asking for memory once the first of
 * each practice have been. */
static bool reads_in_place(const char *const *codes, size_t count, size_t rows)
{
    jmp_buf no_memory;
    struct arena *volatile arena = NULL;
    volatile bool in_place = false;
    if (setjmp(no_memory) == 0) {
        arena = arena_new(&no_memory);
        struct buffer text = {.arena = arena};
        struct reading *reading = open_reading(arena, ten, TEN);
        buffer_add(&text, "EXTRACT_DATE,CCG_CODE,ONS_CCG_CODE,ORG_CODE,POSTCODE,SEX,AGE,"
                          "NUMBER_OF_PATIENTS\n");
        for (size_t i = 0; i < count; i++)
            buffer_format(&text, "01JAN2021,10Q,E38000136,%s,RG9 1AA,MALE,1,7\n", codes[i]);
        size_t first = text.length;
        for (size_t i = 0; i < rows; i++)
            buffer_format(&text, "01JAN2021,10Q,E38000136,%s,RG9 1AA,MALE,2,7\n", codes[i % count]);
        national_begin(reading->reader, "unsorted.csv");
        (void)national_feed(reading->reader, buffer_text(&text), first);
        arena_fail_after(arena, 0);
        in_place = national_feed(reading->reader, buffer_text(&text) + first, text.length - first);
        national_abandon(reading->reader);
    }
    arena_free(arena);
    return in_place;
}

static void memory_grows_with_practices_not_with_rows(void **state)
{
    static const char *const sorted[] = {"K84035"};
    static const char *const unsorted[] = {"K84035", "k84035", "Y00001"};
    static const char *const long_ones[] = {
        "A code that is longer than any 1 code is because it is none",
        "Another that is longer than any 1 code is because it is none",
    };
    (void)state;
    check_true(reads_in_place(sorted, 1, 2000));
    check_true(reads_in_place(unsorted, 3, 2000));
    check_true(reads_in_place(long_ones, 2, 2000));
}

/* --- What must come out of the real files --- */

static const struct real_file {
    const char *name, *layout;
    struct date as_at;
    size_t rows;
    int64_t sizes[TEN], of_ten;
    const char *area;
    int64_t population;
    size_t practices, areas;
} real_files[] = {
    {"hscic-2013-04-gp-reg-patients-5yr.excerpt.csv",
     "gp-reg-patients",
     {0},
     88,
     {9071, 10392, 8464, 9322, 3334, 16053, 4642, 7414, 10229, 11189},
     90110,
     "10Q",
     693707,
     83,
     5},
    {"hscic-2014-04-gp-reg-patients-5yr.csv",
     "gp-reg-patients",
     {0},
     8002,
     {9064, 10387, 8523, 9407, 3445, 16312, 4684, 7426, 10410, 11228},
     90886,
     "10Q",
     701547,
     82,
     212},
    {"nhsbsa-2015_04-06-patient-list-size.10Q.csv",
     "NHSBSA patient list size",
     {0},
     81,
     {8823, 10205, 8540, 9469, 3594, 16455, 4768, 7416, 10523, 11370},
     91163,
     "10Q00",
     709455,
     78,
     1},
    {"nhsd-2021-01-gp-reg-pat-prac-all.csv",
     "gp-reg-pat-prac-all",
     {2021, 1, 1},
     6658,
     {9248, 10529, 9881, 10005, 4168, 17318, 5489, 7142, 11108, 12635},
     97523,
     "10Q",
     778948,
     67,
     135},
    {"nhsd-2022-05-gp-reg-pat-prac-all.excerpt.csv",
     "gp-reg-pat-prac-all",
     {2022, 5, 1},
     198,
     {10000, 10636, 9854, 10375, 4280, 17409, 5855, 7182, 11162, 12875},
     99628,
     "10Q",
     795119,
     67,
     4},
    {"nhse-2026-04-gp-reg-pat-prac-all.excerpt.csv",
     "gp-reg-pat-prac-all",
     {2026, 4, 1},
     74,
     {10954, 10353, 9814, 10368, 3938, 19032, 6032, 8045, 11294, 13875},
     103705,
     "10Q",
     825993,
     64,
     10},
};

static void check_real_file(const struct reading *reading, const struct real_file *file)
{
    const struct national *national = &reading->national;
    check_counts(&reading->diag, 0, 0);
    check_true(reading->usable);
    check_text(national->layout, file->layout);
    check_date(national->as_at, file->as_at.year, file->as_at.month, file->as_at.day);
    check_int(national->rows, file->rows);
    int64_t of_ten = 0;
    for (size_t i = 0; i < TEN; i++) {
        check_int(national->figures[i].state, NATIONAL_FOUND);
        check_int(national->figures[i].list_size, file->sizes[i]);
        check_text(national->figures[i].area, file->area);
        of_ten += national->figures[i].list_size;
    }
    check_int(of_ten, file->of_ten);
    check_true(national->has_areas);
    check_int(national->area_count, file->areas);
    const struct national_area *area = national_area(national, "10Q");
    check_true(area != NULL);
    check_text(area->code, file->area);
    check_int(area->population, file->population);
    check_int(area->practices, file->practices);
    check_int(area->suppressed_count, 0);
}

static void published_figures(void **state)
{
    for (size_t i = 0; i < sizeof real_files / sizeof *real_files; i++)
        check_real_file(read_published(arena_of(state), real_files[i].name, WHOLE), &real_files[i]);
}

static void pieces_of_any_length_give_the_same(void **state)
{
    static const size_t pieces[] = {1, 2, 3, 7, 4096};
    for (size_t i = 0; i < sizeof real_files / sizeof *real_files; i++)
        for (size_t piece = 0; piece < sizeof pieces / sizeof *pieces; piece++)
            check_real_file(read_published(arena_of(state), real_files[i].name, pieces[piece]),
                            &real_files[i]);
}

static void where_a_figure_stands(void **state)
{
    struct reading *reading =
        read_published(arena_of(state), "nhsd-2021-01-gp-reg-pat-prac-all.csv", WHOLE);
    check_int(reading->national.figures[5].line, 3188); /* grep -n K84037 */
    check_text(reading->national.figures[5].file, FOLDER "nhsd-2021-01-gp-reg-pat-prac-all.csv");
}

static void letters_do_not_make_an_area(void **state)
{
    static const char *const codes[] = {"K84012", "Y02754"};
    struct reading *reading = open_reading(arena_of(state), codes, 2);
    (void)feed(reading, published(arena_of(state), "hscic-2014-04-gp-reg-patients-5yr.csv"), WHOLE);
    (void)close_reading(reading);
    check_text(reading->national.figures[0].area, "12D");
    check_int(reading->national.figures[0].list_size, 6582);
    check_text(reading->national.figures[1].area, "10Q");
    check_int(reading->national.figures[1].list_size, 4134);
}

static void a_suppressed_practice_is_told_of_its_area(void **state)
{
    struct arena *arena = arena_of(state);
    const char *name = "hscic-2014-01-gp-reg-patients-5yr.excerpt.csv";
    struct reading *reading = read_published(arena, name, WHOLE);
    const struct national_area *area = national_area(&reading->national, "10Q");
    check_true(reading->usable);
    check_int(area->suppressed_count, 1);
    check_text(area->suppressed[0], "K84029");
    check_int(area->practices, 82);

    static const char *const codes[] = {"K84029", "K84001"};
    reading = open_reading(arena, codes, 2);
    (void)feed(reading, published(arena, name), WHOLE);
    (void)close_reading(reading);
    check_int(reading->national.figures[0].state, NATIONAL_SUPPRESSED);
    check_text(reading->national.figures[0].area, "10Q");
    check_int(reading->national.figures[1].list_size, 10402);
}

static void cost_centres_without_patients_are_not_suppressed(void **state)
{
    static const char *const codes[] = {"Y02065", "K84010"};
    struct reading *reading = open_reading(arena_of(state), codes, 2);
    (void)feed(reading, published(arena_of(state), "nhsbsa-2015_04-06-patient-list-size.10Q.csv"),
               WHOLE);
    (void)close_reading(reading);
    check_int(reading->national.figures[0].state, NATIONAL_SUPPRESSED); /* it is on the roll */
    check_int(national_area(&reading->national, "10Q")->suppressed_count, 0);
}

static void quinary_ages_are_not_added_to_their_total(void **state)
{
    static const char *const codes[] = {"B85010", "B85054", "L84018", "L84073"};
    static const int64_t sizes[] = {6939, 10529, 6632, 4181}; /* grep ALL,ALL */
    struct reading *reading = open_reading(arena_of(state), codes, 4);
    (void)feed(reading,
               published(arena_of(state), "nhsd-2017-09-gp-reg-pat-prac-quin-age.4practices.csv"),
               WHOLE);
    (void)close_reading(reading);
    check_counts(&reading->diag, 0, 0);
    check_text(reading->national.layout, "gp-reg-pat-prac-quin-age");
    check_date(reading->national.as_at, 2017, 9, 1);
    check_int(reading->national.rows, 172);
    check_false(reading->national.has_areas);
    check_int(reading->national.area_count, 0);
    for (size_t i = 0; i < 4; i++) {
        check_int(reading->national.figures[i].list_size, sizes[i]);
        check_text(reading->national.figures[i].area, NULL);
    }
}

static void a_practice_may_have_gone(void **state)
{
    static const char *const codes[] = {"K84008", "A99999"};
    struct reading *reading = open_reading(arena_of(state), codes, 2);
    (void)feed(reading, published(arena_of(state), "nhsd-2021-01-gp-reg-pat-prac-all.csv"), WHOLE);
    (void)close_reading(reading);
    check_true(reading->usable);
    check_int(reading->national.figures[0].state, NATIONAL_FOUND);
    check_int(reading->national.figures[1].state, NATIONAL_MISSING);
    check_text(reading->national.figures[1].file, NULL);
    check_text(reading->national.figures[1].area, NULL);
}

/* --- Layouts --- */

#define ALL_HEADER                                                                                 \
    "PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_"         \
    "PATIENTS\n"
#define QUIN_HEADER                                                                                \
    "PUBLICATION,EXTRACT_DATE,ORG_TYPE,ORG_CODE,ONS_CODE,POSTCODE,SEX,AGE_GROUP_5,NUMBER_OF_"      \
    "PATIENTS\n"
#define SINGLE_HEADER                                                                              \
    "EXTRACT_DATE,CCG_CODE,ONS_CCG_CODE,ORG_CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\n"
#define WIDE_HEADER "GP_PRACTICE_CODE,CCG_CODE,TOTAL_ALL,TOTAL_MALE,TOTAL_FEMALES,MALE_0-4\n"
#define BANDS_HEADER                                                                               \
    "PCO Name,PCO Code,Practice Name,Practice Code,Male 0-4,Female 0-4,Male 5-14,Female 5-14\n"
#define MAP_HEADER "PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,CCG_CODE\n"

static void every_layout_by_its_headings(void **state)
{
    static const struct {
        const char *text, *layout;
    } files[] = {
        {ALL_HEADER "P,01JAN2021,GP,10Q,E1,K1,A,ALL,ALL,7\nP,01JAN2021,GP,10Q,E1,K2,A,ALL,ALL,8\n",
         "gp-reg-pat-prac-all"},
        {"PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOC_CODE,ONS_SUB_ICB_LOC_CODE,CODE,POSTCODE,SEX,"
         "AGE,"
         "NUMBER_OF_PATIENTS\nP,01Jul2022,GP,10Q,E1,K1,A,ALL,ALL,7\n"
         "P,01Jul2022,GP,10Q,E1,K2,A,ALL,ALL,8\n",
         "gp-reg-pat-prac-all"},
        {"PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,CODE,"
         "POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\nP,01-Apr-26,GP,10Q,E1,K1,A,ALL,ALL,7\n"
         "P,2026-04-01,GP,10Q,E1,K2,A,ALL,ALL,8\n",
         "gp-reg-pat-prac-all"},
        {"\xEF\xBB\xBFnumber of patients,code,Sex,Age,Type,Extract Date,CCG code\r\n"
         "7,k1 ,all,all,gp,1 April 2026,10q\r\n8, k2,All,All,GP,1/4/2026,10Q\r\n",
         "gp-reg-pat-prac-all"},
        {"CCG_CODE,ONS_CCG_CODE,PRACTICE_CODE,POSTCODE,Total_All,Total_Male\n"
         "10Q,E1,K1,A,7,3\n10Q,E1,K2,A,\"8\",4\n",
         "gp-reg-patients"},
        {"PRACTICE_CODE,POSTCODE,PARENT_ORGANISATION_CODE,NHSE_AREA_TEAM,NHSE_REGION,Total_All\n"
         "K1,A,10Q,Q69,Y57,7\nK2,A,10Q,Q69,Y57,8\n",
         "gp-reg-patients"},
        {WIDE_HEADER "K1,10Q,7,3,4,1\nK2,10Q,8,4,4,1\n", "gp-reg-patients"},
        {QUIN_HEADER "P,01SEP2017,GP,K1,,A,ALL,ALL,7\nP,01SEP2017,GP,K2,,A,ALL,ALL,8\n",
         "gp-reg-pat-prac-quin-age"},
        {SINGLE_HEADER "01SEP2017,10Q,E1,K1,A,MALE,ALL,3\n01SEP2017,10Q,E1,K1,A,FEMALE,ALL,4\n"
                       "01SEP2017,10Q,E1,K2,A,MALE,ALL,8\n01SEP2017,10Q,E1,K2,A,FEMALE,ALL,0\n",
         "gp-reg-pat-prac-sing-age"},
        {"Male practitioners,PCO Code,Practice Code,Male 0-4,Female 75+\n9,10Q00,K1,3,4\n"
         "9,10Q00,K2,8,0\n",
         "NHSBSA patient list size"},
        {BANDS_HEADER "OXON,10Q00,\"THE, SURGERY,\",K1,1,2,3,1\nOXON,10Q00,X,K2,8,0,0,0\n",
         "NHSBSA patient list size"},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct reading *reading = read_texts(arena_of(state), files[i].text, NULL);
        check_sizes(reading, 7, 8);
        check_text(reading->national.layout, files[i].layout);
        check_counts(&reading->diag, 0, 0);
        if (reading->national.has_areas)
            check_int(national_area(&reading->national, "10q")->population, 15);
    }
}

static void an_unknown_layout_lists_what_was_seen_and_what_is_known(void **state)
{
    struct reading *reading = read_texts(arena_of(state),
                                         "PUBLICATION,EXTRACT_DATE,TYPE,NEIGHBOURHOOD_CODE,CODE,"
                                         "POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\n"
                                         "P,01JAN2021,GP,10Q,K1,A,ALL,ALL,7\n",
                                         NULL);
    check_false(reading->usable);
    check_errors(&reading->diag, 1);
    const char *remedy = check_problem(&reading->diag, 1, "are not those of a file")->remedy;
    check_contains(remedy, "most like gp-reg-pat-prac-all, but has no column CCG_CODE or "
                           "SUB_ICB_LOC_CODE or SUB_ICB_LOCATION_CODE");
    check_contains(remedy, "\"NEIGHBOURHOOD_CODE\"");
    check_contains(remedy, "gp-reg-pat-prac-quin-age (ORG_CODE, EXTRACT_DATE, ORG_TYPE, SEX, "
                           "AGE_GROUP_5, NUMBER_OF_PATIENTS)");
    check_contains(remedy, "NHSBSA patient list size (Practice Code, PCO Code, Male 0-4");
    check_contains(remedy, "gp-reg-patients (GP_PRACTICE_CODE or PRACTICE_CODE");
    check_contains(remedy, "gp-reg-pat-prac-sing-age (");
    check_contains(remedy, "gp-reg-pat-prac-map (");
}

static void files_that_are_something_else(void **state)
{
    static const struct {
        const char *text;
        size_t line;
        const char *what;
    } files[] = {
        {"practice,sex,list size\nThe Hart Surgery,F,5318\n", 1, "not those of a file"},
        {"", 0, "is empty"},
        {ALL_HEADER, 0, "has headings and no rows"},
        {QUIN_HEADER "P,01SEP2017,CCG,10Q,E1,,ALL,ALL,700\n", 0, "has no rows of GP practices"},
        {"PK\x03\x04", 0, "Excel workbook"},
        {"CODE,CODE,CCG_CODE,EXTRACT_DATE,TYPE,SEX,AGE,NUMBER_OF_PATIENTS\n", 1, "there twice"},
        {MAP_HEADER "P,01Jan2022,K1,THE HART SURGERY,10Q\n", 0, "has no list sizes"},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct reading *reading = read_texts(arena_of(state), files[i].text, NULL);
        check_false(reading->usable);
        check_errors(&reading->diag, 1);
        (void)check_problem(&reading->diag, files[i].line, files[i].what);
        check_int(reading->national.figures[0].state, NATIONAL_MISSING);
    }
}

static void two_layouts(void **state)
{
    struct reading *reading = read_texts(arena_of(state), WIDE_HEADER "K1,10Q,7,3,4,1\n",
                                         BANDS_HEADER "OXON,10Q00,X,K2,8,,0,\n");
    check_false(reading->usable);
    check_errors(&reading->diag, 1);
    (void)check_problem(&reading->diag, 1,
                        "laid out as NHSBSA patient list size, and one.csv as gp-reg-patients");
}

static void one_bad_file_of_two(void **state)
{
    const char *good = WIDE_HEADER "K1,10Q,7,3,4,1\nK2,10Q,8,4,4,1\n";
    const char *bad = WIDE_HEADER "K3,10Q,7\n";
    check_false(read_texts(arena_of(state), bad, good)->usable);
    check_false(read_texts(arena_of(state), good, bad)->usable);
}

static void a_map_tells_areas_where_there_are_none(void **state)
{
    const char *sizes =
        QUIN_HEADER "P,01JAN2022,GP,K1,,A,ALL,ALL,7\nP,01JAN2022,GP,K2,,A,ALL,ALL,8\n"
                    "P,01JAN2022,GP,K3,,A,ALL,ALL,100\n";
    const char *map =
        MAP_HEADER "P,01Jan2022,K1,A,10Q\nP,01Jan2022,K2,B,92G\nP,01Jan2022,K3,C,10Q\n"
                   "P,01Jan2022,K4,D,10Q\n";
    for (int order = 0; order < 2; order++) {
        struct reading *reading =
            read_texts(arena_of(state), order == 0 ? sizes : map, order == 0 ? map : sizes);
        check_sizes(reading, 7, 8);
        check_text(reading->national.layout, "gp-reg-pat-prac-quin-age");
        check_text(reading->national.figures[1].area, "92G");
        check_int(national_area(&reading->national, "10Q")->population, 107);
        check_int(national_area(&reading->national, "10Q")->practices, 2);
        check_int(national_area(&reading->national, "92G")->population, 8);
    }
}

static void a_file_knows_its_areas_better_than_a_map(void **state)
{
    struct reading *reading =
        read_texts(arena_of(state), MAP_HEADER "P,01Jan2022,K2,B,10Q\nP,01Jan2022,K1,A,10Q\n",
                   ALL_HEADER "P,01JAN2022,GP,92G,E1,K1,A,ALL,ALL,7\n"
                              "P,01JAN2022,GP,,E1,K2,A,ALL,ALL,8\n");
    check_sizes(reading, 7, 8);
    check_text(reading->national.figures[0].area, "92G");
    check_text(reading->national.figures[1].area, "10Q");
}

static void a_real_map(void **state)
{
    struct arena *arena = arena_of(state);
    static const char *const codes[] = {"K84001", "K84012"};
    struct reading *reading = open_reading(arena, codes, 2);
    (void)feed(reading, published(arena, "nhsd-2022-01-gp-reg-pat-prac-map.excerpt.csv"), 7);
    (void)feed(reading,
               file_of("quin.csv", QUIN_HEADER "P,01JAN2022,GP,K84001,,A,ALL,ALL,7\n"
                                               "P,01JAN2022,GP,K84012,,A,ALL,ALL,8\n"),
               WHOLE);
    (void)close_reading(reading);
    check_counts(&reading->diag, 0, 0);
    check_text(reading->national.figures[0].area, "10Q");
    check_text(reading->national.figures[1].area, "92G");
}

/* --- Sexes and ages --- */

#define MALES                                                                                      \
    SINGLE_HEADER "01SEP2017,10Q,E1,K1,A,MALE,ALL,3\n01SEP2017,10Q,E1,K1,A,MALE,0,1\n"             \
                  "01SEP2017,10Q,E1,K1,A,MALE,95+,2\n01SEP2017,10Q,E1,K2,A,MALE,ALL,5\n"
#define FEMALES                                                                                    \
    SINGLE_HEADER "01SEP2017,10Q,E1,K1,A,FEMALE,0,2\n01SEP2017,10Q,E1,K1,A,FEMALE,95+,2\n"         \
                  "01SEP2017,10Q,E1,K1,A,FEMALE,ALL,4\n01SEP2017,10Q,E1,K2,A,FEMALE,ALL,3\n"

static void two_files_by_sex(void **state)
{
    check_sizes(read_texts(arena_of(state), MALES, FEMALES), 7, 8);
    struct reading *reading = read_texts(arena_of(state), FEMALES, MALES);
    check_sizes(reading, 7, 8);
    check_int(reading->national.rows, 8);
    check_int(national_file_rows(reading->reader), 4);
    check_int(national_area(&reading->national, "10Q")->population, 15);
    check_int(national_area(&reading->national, "10Q")->practices, 2);
}

static void one_file_by_sex(void **state)
{
    struct reading *reading = read_texts(arena_of(state), MALES, NULL);
    check_false(reading->usable);
    check_int(reading->national.figures[0].state, NATIONAL_ONE_SEX);
    check_errors(&reading->diag, 1);
    check_text(check_problem(&reading->diag, 0, "holds only males")->remedy,
               "Give the file of females too.");
    reading = read_texts(arena_of(state), FEMALES, NULL);
    check_text(check_problem(&reading->diag, 0, "holds only females")->remedy,
               "Give the file of males too.");
}

static void one_practice_by_one_sex(void **state)
{
    struct reading *reading =
        read_texts(arena_of(state), MALES "01SEP2017,10Q,E1,K3,A,MALE,ALL,50\n",
                   SINGLE_HEADER "01SEP2017,10Q,E1,K1,A,FEMALE,ALL,4\n");
    check_true(reading->usable);
    check_int(reading->national.figures[0].list_size, 7);
    check_int(reading->national.figures[1].state, NATIONAL_ONE_SEX);
    check_int(reading->national.figures[1].list_size, 0);
    const struct national_area *area = national_area(&reading->national, "10Q");
    check_int(area->population, 7);
    check_int(area->practices, 1);
    check_int(area->suppressed_count, 2);
    check_text(area->suppressed[0], "K2");
    check_text(area->suppressed[1], "K3");
}

static void the_same_file_given_twice(void **state)
{
    struct reading *reading = read_texts(arena_of(state), MALES, MALES);
    check_false(reading->usable);
    (void)check_problem(&reading->diag, 0, "holds only males");
}

static void both_sexes_in_one_file_and_together(void **state)
{
    /* Whatever the order; the row of both wins. */
    check_sizes(read_texts(arena_of(state),
                           QUIN_HEADER
                           "P,01SEP2017,GP,K1,,A,MALE,0_4,3\nP,01SEP2017,GP,K1,,A,MALE,"
                           "ALL,3\nP,01SEP2017,GP,K1,,A,FEMALE,ALL,4\n"
                           "P,01SEP2017,GP,K1,,A,ALL,ALL,7\nP,01SEP2017,GP,K2,,A,ALL,ALL,"
                           "8\nP,01SEP2017,GP,K2,,A,FEMALE,ALL,8\n"
                           "P,01SEP2017,CCG,K2,,A,ALL,ALL,800\n",
                           NULL),
                7, 8);
}

static void ages_are_added_up_where_no_row_is_of_all(void **state)
{
    const char *text =
        SINGLE_HEADER "01SEP2017,10Q,E1,K1,A,MALE,0,1\n01SEP2017,10Q,E1,K1,A,MALE,95+,2\n"
                      "01SEP2017,10Q,E1,K2,A,MALE,0,5\n01SEP2017,10Q,E1,K2,A,MALE,95+,0\n"
                      "01SEP2017,10Q,E1,K1,A,FEMALE,0,1\n01SEP2017,10Q,E1,K1,A,FEMALE,95+,3\n"
                      "01SEP2017,10Q,E1,K2,A,FEMALE,0,1\n01SEP2017,10Q,E1,K2,A,FEMALE,95+,2\n";
    check_sizes(read_texts(arena_of(state), text, NULL), 7, 8);
    /* A file that ends too early is not taken for a smaller practice. */
    struct diag diag;
    size_t length = strlen(text) - strlen("01SEP2017,10Q,E1,K2,A,FEMALE,95+,2\n");
    struct reading *reading =
        read_texts(arena_of(state), arena_copy(arena_of(state), text, length), NULL);
    diag = reading->diag;
    check_false(reading->usable);
    check_errors(&diag, 1);
    (void)check_problem(&diag, 8, "K2 has 1 rows by age for one sex, and other practices have 2");
}

static void a_sex_that_is_not_known(void **state)
{
    struct reading *reading =
        read_texts(arena_of(state), SINGLE_HEADER "01SEP2017,10Q,E1,K1,A,UNKNOWN,ALL,3\n", NULL);
    check_false(reading->usable);
    (void)check_problem_in(&reading->diag, 2, 23, 6, "the sex \"UNKNOWN\" is not known");
}

/* --- Dates --- */

static void every_spelling_of_a_date(void **state)
{
    static const struct {
        const char *spelled;
        struct date date;
    } dates[] = {
        {"01JAN2021", {2021, 1, 1}},
        {"01Dec2021", {2021, 12, 1}},
        {"01-Apr-26", {2026, 4, 1}},
        {"2026-04-01", {2026, 4, 1}},
        {"\"1 April 2026\"", {2026, 4, 1}},
        {"01/04/2026", {2026, 4, 1}},
        {"", {0}},
    };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        struct reading *reading =
            read_texts(arena_of(state),
                       arena_format(arena_of(state), "%sP,%s,GP,10Q,E1,K1,A,ALL,ALL,7\n",
                                    ALL_HEADER, dates[i].spelled),
                       NULL);
        check_counts(&reading->diag, 0, 0);
        check_date(reading->national.as_at, dates[i].date.year, dates[i].date.month,
                   dates[i].date.day);
    }
}

static void two_dates_in_one_file(void **state)
{
    /* Also in a row that is not needed, and once, however many follow. */
    struct reading *reading = read_texts(
        arena_of(state),
        SINGLE_HEADER "01-Apr-26,10Q,E1,K1,A,MALE,ALL,3\n2026-04-01,10Q,E1,K1,A,MALE,0,1\n"
                      "01MAY2026,10Q,E1,K1,A,MALE,1,1\n01MAY2026,10Q,E1,K1,A,FEMALE,ALL,3\n",
        NULL);
    check_false(reading->usable);
    check_errors(&reading->diag, 1);
    (void)check_problem_in(&reading->diag, 4, 1, 1,
                           "two dates: 1 April 2026 on line 2, and 1 May 2026 here");
}

static void a_date_that_begins_like_the_last_one(void **state)
{
    struct reading *reading = read_texts(arena_of(state),
                                         ALL_HEADER "P,01-Apr-2026,GP,10Q,E1,K1,A,ALL,ALL,7\n"
                                                    "P,01-Apr-20,GP,10Q,E1,K2,A,ALL,ALL,8\n",
                                         NULL);
    check_errors(&reading->diag, 1);
    (void)check_problem(&reading->diag, 3, "1 April 2026 on line 2, and 1 April 2020 here");
}

static void two_dates_in_two_files(void **state)
{
    struct reading *reading =
        read_texts(arena_of(state), MALES, SINGLE_HEADER "01OCT2017,10Q,E1,K1,A,FEMALE,ALL,4\n");
    check_false(reading->usable);
    check_errors(&reading->diag, 1);
    const struct message *problem = check_problem(&reading->diag, 2, "the files are of two dates");
    check_contains(problem->what, "1 September 2017 on line 2 of one.csv, and 1 October 2017 here");
    check_text(problem->place.file, "other.csv");
}

static void a_date_that_is_none(void **state)
{
    struct reading *reading = read_texts(
        arena_of(state),
        ALL_HEADER "P,31FEB2021,GP,10Q,E1,K1,A,ALL,ALL,7\nP,31FEB2021,GP,10Q,E1,K2,A,ALL,ALL,7\n",
        NULL);
    check_errors(&reading->diag, 1);
    (void)check_problem_in(&reading->diag, 2, 3, 2, "\"31FEB2021\" is not a date");
}

/* --- Totals --- */

static void blank_and_nought_are_suppressed(void **state)
{
    struct reading *reading =
        read_texts(arena_of(state), WIDE_HEADER "K1,10Q,,,,\nK2,10Q,0,0,0,0\nK3,10Q,9,,,\n", NULL);
    check_true(reading->usable);
    check_counts(&reading->diag, 0, 0);
    check_int(reading->national.figures[0].state, NATIONAL_SUPPRESSED);
    check_int(reading->national.figures[0].line, 2);
    check_int(reading->national.figures[1].state, NATIONAL_SUPPRESSED);
    const struct national_area *area = national_area(&reading->national, "10Q");
    check_int(area->population, 9);
    check_int(area->practices, 1);
    check_int(area->suppressed_count, 2);
}

static void a_blank_sex_leaves_no_total(void **state)
{
    struct reading *reading = read_texts(
        arena_of(state),
        SINGLE_HEADER "01SEP2017,10Q,E1,K1,A,MALE,ALL,3\n01SEP2017,10Q,E1,K1,A,FEMALE,ALL,\n",
        NULL);
    check_int(reading->national.figures[0].state, NATIONAL_SUPPRESSED);
    check_int(reading->national.figures[0].list_size, 0);
}

static void a_total_that_is_no_number(void **state)
{
    static const struct {
        const char *total, *what;
    } totals[] = {
        {"12.5", "\"12.5\" is not a whole number"}, {"-12", "\"-12\" has a sign"},
        {"1E+04", "\"1E+04\" has an exponent"},     {"*", "\"*\" is not a number"},
        {"100000001", "more than 100,000,000"},
    };
    for (size_t i = 0; i < sizeof totals / sizeof *totals; i++) {
        struct arena *arena = arena_of(state);
        struct reading *reading =
            read_texts(arena,
                       arena_format(arena,
                                    "%sP,01JAN2021,GP,10Q,E1,K9,A,ALL,ALL,%s\n"
                                    "P,01JAN2021,GP,10Q,E1,K1,A,ALL,ALL,5\n",
                                    ALL_HEADER, totals[i].total),
                       NULL);
        check_false(reading->usable);
        check_errors(&reading->diag, 1);
        (void)check_problem_in(&reading->diag, 2, 36, 10, totals[i].what);
    }
}

static void a_total_that_does_not_count_may_be_anything(void **state)
{
    /* No practice; neither on the roll nor in an area; bands of a practice that has its total. */
    check_sizes(read_texts(arena_of(state),
                           QUIN_HEADER
                           "P,01SEP2017,CCG,10Q,,,ALL,ALL,x\nP,01SEP2017,GP,K9,,A,ALL,ALL,x\n"
                           "P,01SEP2017,GP,K1,,A,MALE,ALL,x\nP,01SEP2017,GP,K1,,A,MALE,0_4,x\n"
                           "P,01SEP2017,GP,K1,,A,ALL,ALL,7\nP,01SEP2017,GP,K2,,A,ALL,ALL,8\n",
                           NULL),
                7, 8);
    struct reading *reading =
        read_texts(arena_of(state), QUIN_HEADER "P,01SEP2017,GP,K1,,A,ALL,ALL,x\n", NULL);
    (void)check_problem_in(&reading->diag, 2, 30, 9, "\"x\" is not a number");
}

static void a_band_that_is_no_number(void **state)
{
    struct reading *reading =
        read_texts(arena_of(state), BANDS_HEADER "OXON,10Q00,X,K1,1,2,x,y\n", NULL);
    check_errors(&reading->diag, 1);
    (void)check_problem_in(&reading->diag, 2, 21, 7, "\"x\" is not a number");
}

static void a_practice_that_stands_twice(void **state)
{
    struct reading *reading = read_texts(
        arena_of(state),
        WIDE_HEADER "K1,10Q,7,3,4,1\nK2,10Q,8,4,4,1\nk1 ,10Q,9,4,5,1\nK1,10Q,9,,,\n", NULL);
    check_true(reading->usable);
    check_counts(&reading->diag, 0, 0); /* the figure tells */
    check_int(reading->national.figures[0].state, NATIONAL_TWICE);
    check_int(reading->national.figures[0].list_size, 7);
    check_int(reading->national.figures[0].line, 2);
    check_int(reading->national.figures[0].other_line, 4);
    check_text(reading->national.figures[0].other_file, "one.csv");
    check_int(reading->national.figures[1].state, NATIONAL_FOUND);
    check_int(national_area(&reading->national, "10Q")->population, 15);

    reading = read_texts(arena_of(state), WIDE_HEADER "K1,10Q,7,3,4,1\n",
                         WIDE_HEADER "K2,10Q,8,4,4,1\nK1,10Q,7,3,4,1\n");
    check_int(reading->national.figures[0].state, NATIONAL_TWICE);
    check_int(reading->national.figures[0].other_line, 3);
    check_text(reading->national.figures[0].other_file, "other.csv");

    reading = read_texts(arena_of(state), MALES "01SEP2017,10Q,E1,K1,A,MALE,ALL,3\n", FEMALES);
    check_int(reading->national.figures[0].state, NATIONAL_TWICE);
    check_int(reading->national.figures[0].other_line, 6);
    check_int(reading->national.figures[1].state, NATIONAL_FOUND);
}

static void an_area_counts_a_practice_once(void **state)
{
    struct reading *reading = read_texts(
        arena_of(state), WIDE_HEADER "K3,10Q,7,3,4,1\nK4,10Q,8,4,4,1\nK3,10Q,9,4,5,1\n", NULL);
    check_true(reading->usable);
    check_counts(&reading->diag, 0, 1);
    (void)check_problem_in(&reading->diag, 4, 1, 1,
                           "the practice K3 stands twice, on line 2 and here");
    check_int(national_area(&reading->national, "10Q")->population, 15);
    check_int(national_area(&reading->national, "10Q")->practices, 2);
}

static void many_that_stand_twice_are_told_in_short(void **state)
{
    struct arena *arena = arena_of(state);
    struct buffer text = {.arena = arena};
    buffer_add(&text, WIDE_HEADER);
    for (int i = 0; i < 400; i++)
        buffer_format(&text, "A%d,10Q,100,3,4,1\n", i % 200);
    struct reading *reading = read_texts(arena, buffer_text(&text), NULL);
    check_counts(&reading->diag, 0, 6);
    (void)check_problem(&reading->diag, 207, "195 more practices stand twice, from here on");
    check_int(national_area(&reading->national, "10Q")->population, 20000);
}

static void a_row_without_a_code(void **state)
{
    struct reading *reading = read_texts(
        arena_of(state), WIDE_HEADER ",10Q,700,3,4,1\nK1,10Q,7,,,\n,10Q,9,,,\nK2,10Q,8,,,\n", NULL);
    check_sizes(reading, 7, 8);
    check_counts(&reading->diag, 0, 1);
    (void)check_problem(&reading->diag, 2, "without a practice's code");
    check_int(national_area(&reading->national, "10Q")->population, 15);
}

static void a_row_that_cannot_be_read_spoils_the_file(void **state)
{
    struct reading *reading =
        read_texts(arena_of(state), WIDE_HEADER "K1,10Q,7,3,4,1\nK2,10Q,10,318,4,4,1\n", NULL);
    check_false(reading->usable);
    (void)check_problem(&reading->diag, 3, "the row has 7 cells and the header has 6");
}

static void a_member_without_a_code_is_missing(void **state)
{
    static const char *const codes[] = {NULL, "K1"};
    struct reading *reading = open_reading(arena_of(state), codes, 2);
    (void)feed(reading, file_of("one.csv", WIDE_HEADER "K1,10Q,7,3,4,1\n"), WHOLE);
    (void)close_reading(reading);
    check_int(reading->national.figures[0].state, NATIONAL_MISSING);
    check_int(reading->national.figures[1].list_size, 7);
}

static void areas_are_found_by_their_code(void **state)
{
    struct reading *reading =
        read_texts(arena_of(state),
                   WIDE_HEADER "K6,10Q00,4,,,\nK1,10Q,7,,,\nK2,10,8,,,\nK3,10Q0,9,,,\n"
                               "K4,11Q00,5,,,\nK5,,6,,,\n",
                   NULL);
    const struct national *national = &reading->national;
    check_int(national->area_count, 5);
    check_text(national->areas[0].code, "10");
    check_text(national->areas[4].code, "11Q00");
    check_int(national_area(national, " 10q ")->population, 7); /* rather than 10Q00 */
    check_int(national_area(national, "10")->population, 8);
    check_int(national_area(national, "11Q")->population, 5);
    check_int(national_area(national, "11Q00")->population, 5);
    check_true(national_area(national, "1") == NULL);
    check_true(national_area(national, "") == NULL);
    check_true(national_area(national, "10Q000") == NULL);
    check_text(national->figures[0].area, "10Q");
}

static void sums_are_bounded(void **state)
{
    struct arena *arena = arena_of(state);
    struct reading *reading =
        read_texts(arena, BANDS_HEADER "OXON,10Q00,X,K1,100000000,1,0,0\n", NULL);
    check_false(reading->usable);
    (void)check_problem(&reading->diag, 2, "the patients of K1 add up to more than 100,000,000");

    struct buffer text = {.arena = arena};
    buffer_add(&text, WIDE_HEADER);
    for (int i = 0; i < 10001; i++)
        buffer_format(&text, "A%d,10Q,100000000,,,\n", i);
    reading = read_texts(arena, buffer_text(&text), NULL);
    check_false(reading->usable);
    check_errors(&reading->diag, 1);
    (void)check_problem(&reading->diag, 0, "of 10Q add up to more than 1,000,000,000,000");
}

static void codes_of_any_length(void **state)
{
    struct arena *arena = arena_of(state);
    char *code = arena_alloc(arena, 3001, 1);
    memset(code, 'x', 3000);
    const char *codes[] = {code, "K1"};
    struct reading *reading = open_reading(arena, codes, 2);
    (void)feed(reading,
               file_of("one.csv", arena_format(arena, "%s%s,%s,7,,,\n", WIDE_HEADER, code, code)),
               WHOLE);
    (void)close_reading(reading);
    check_int(reading->national.figures[0].list_size, 7);
    check_int(national_area(&reading->national, code)->population, 7);
}

/* A blank among figures is a figure that is missing; nothing but blanks is nobody. */
static void bands_that_are_partly_blank(void **state)
{
    struct reading *reading =
        read_texts(arena_of(state),
                   BANDS_HEADER "OXON,10Q00,A,K1,8,,0,1\nOXON,10Q00,B,K2,1,2,3,4\n"
                                "OXON,10Q00,C,K3,,2,3,4\nOXON,10Q00,D,K4,,,,\n",
                   NULL);
    check_true(reading->usable);
    check_int(reading->national.figures[0].state, NATIONAL_DAMAGED);
    check_int(reading->national.figures[0].list_size, 0);
    check_int(reading->national.figures[0].line, 2);
    check_int(reading->national.figures[1].list_size, 10);
    const struct national_area *area = national_area(&reading->national, "10Q");
    check_int(area->population, 10);
    check_int(area->suppressed_count, 2);
    check_text(area->suppressed[0], "K1");
    check_text(area->suppressed[1], "K3");
}

/* One file has rows for all ages, the other has not: each is read as it is. */
static void one_sex_by_age_and_the_other_in_all(void **state)
{
    static const char by_age[] =
        SINGLE_HEADER "01SEP2017,10Q,E1,K1,A,FEMALE,0,1\n01SEP2017,10Q,E1,K1,A,FEMALE,95+,3\n"
                      "01SEP2017,10Q,E1,K2,A,FEMALE,0,1\n01SEP2017,10Q,E1,K2,A,FEMALE,95+,2\n";
    check_sizes(read_texts(arena_of(state), MALES, by_age), 7, 8);
    check_sizes(read_texts(arena_of(state), by_age, MALES), 7, 8);
}

/* Else every age would be counted twice, of every practice alike. */
static void ages_of_a_file_given_twice(void **state)
{
    static const char by_age[] =
        SINGLE_HEADER "01SEP2017,10Q,E1,K1,A,FEMALE,0,1\n01SEP2017,10Q,E1,K1,A,MALE,0,3\n"
                      "01SEP2017,10Q,E1,K2,A,FEMALE,0,1\n01SEP2017,10Q,E1,K2,A,MALE,0,2\n";
    struct reading *reading = read_texts(arena_of(state), by_age, by_age);
    check_int(reading->national.figures[0].state, NATIONAL_TWICE);
    check_text(reading->national.figures[0].other_file, "other.csv");
    check_int(reading->national.figures[0].list_size, 4);
}

static void a_wide_file_with_a_date(void **state)
{
    struct reading *reading =
        read_texts(arena_of(state),
                   "EXTRACT_DATE,GP_PRACTICE_CODE,CCG_CODE,TOTAL_ALL\n01APR2014,K1,10Q,7\n"
                   "01APR2014,K2,10Q,8\n",
                   NULL);
    check_sizes(reading, 7, 8);
    check_text(reading->national.layout, "gp-reg-patients");
    check_date(reading->national.as_at, 2014, 4, 1);
    reading = read_texts(arena_of(state),
                         "PCO Code,Practice Code,Male 0-4,Female 0-4,Extract Date\n"
                         "10Q00,K1,3,4,1 April 2015\n10Q00,K2,8,0,2 April 2015\n",
                         NULL);
    (void)check_problem(&reading->diag, 3, "the file has two dates");
}

/* What was read of it may look like a row that is broken off; that it could not be read is said by
 * who reads. */
static void abandoned_file_is_not_judged(void **state)
{
    static const char *const codes[] = {"K1"};
    struct reading *reading = open_reading(arena_of(state), codes, 1);
    const char *text = "ORG_CODE,SEX,AGE,CCG_CODE,EXTRACT_DATE,NUMBER_OF_PATIENTS\nK1,\"MA";
    national_begin(reading->reader, "male.csv");
    check_true(national_feed(reading->reader, text, strlen(text)));
    national_abandon(reading->reader);
    check_false(close_reading(reading)->usable);
    check_int(reading->diag.count, 0);
}

static void map_is_told_from_list_sizes(void **state)
{
    static const char *const codes[] = {"K1"};
    struct reading *reading = open_reading(arena_of(state), codes, 1);
    (void)feed(reading,
               file_of("map.csv", "PRACTICE_CODE,PRACTICE_NAME,CCG_CODE,EXTRACT_DATE\n"
                                  "K1,ONE,10Q,01JAN2022\nK2,TWO,10Q,01JAN2022\n"),
               WHOLE);
    check_true(national_file_is_map(reading->reader));
    check_int(national_file_rows(reading->reader), 2);
    (void)feed(reading, file_of("sizes.csv", "PRACTICE_CODE,CCG_CODE,TOTAL_ALL\nK1,10Q,5\n"),
               WHOLE);
    check_false(national_file_is_map(reading->reader));
    check_int(national_file_rows(reading->reader), 1);
}

/* A table of one's own is read whole, in pieces of any length as the others. */
static void a_plain_list(void **state)
{
    static const char *const codes[] = {"K1", "K2"};
    static const char text[] = "practice;code;list size 2016-04-01\nAsh;k1;1,000\n;K2;20\nElm;;3\n"
                               "Total;;1,023\n";
    for (size_t piece = 1; piece <= sizeof text; piece += sizeof text - 1) {
        struct reading *reading = open_reading(arena_of(state), codes, 2);
        check_true(feed(reading, file_of("own.csv", text), piece));
        check_sizes(close_reading(reading), 1000, 20);
        check_true(reading->national.by_name);
        check_date(reading->national.as_at, 2016, 4, 1);
        check_int((long long)reading->national.rows, 4);
        check_false(reading->national.has_areas);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(published_figures),
        test_with_arena(pieces_of_any_length_give_the_same),
        test_with_arena(memory_grows_with_practices_not_with_rows),
        test_with_arena(where_a_figure_stands),
        test_with_arena(letters_do_not_make_an_area),
        test_with_arena(a_suppressed_practice_is_told_of_its_area),
        test_with_arena(cost_centres_without_patients_are_not_suppressed),
        test_with_arena(a_plain_list),
        test_with_arena(quinary_ages_are_not_added_to_their_total),
        test_with_arena(a_practice_may_have_gone),
        test_with_arena(every_layout_by_its_headings),
        test_with_arena(an_unknown_layout_lists_what_was_seen_and_what_is_known),
        test_with_arena(files_that_are_something_else),
        test_with_arena(two_layouts),
        test_with_arena(one_bad_file_of_two),
        test_with_arena(a_map_tells_areas_where_there_are_none),
        test_with_arena(a_file_knows_its_areas_better_than_a_map),
        test_with_arena(a_real_map),
        test_with_arena(two_files_by_sex),
        test_with_arena(one_file_by_sex),
        test_with_arena(one_practice_by_one_sex),
        test_with_arena(the_same_file_given_twice),
        test_with_arena(both_sexes_in_one_file_and_together),
        test_with_arena(ages_are_added_up_where_no_row_is_of_all),
        test_with_arena(a_sex_that_is_not_known),
        test_with_arena(every_spelling_of_a_date),
        test_with_arena(two_dates_in_one_file),
        test_with_arena(a_date_that_begins_like_the_last_one),
        test_with_arena(two_dates_in_two_files),
        test_with_arena(a_date_that_is_none),
        test_with_arena(blank_and_nought_are_suppressed),
        test_with_arena(a_blank_sex_leaves_no_total),
        test_with_arena(a_total_that_is_no_number),
        test_with_arena(a_total_that_does_not_count_may_be_anything),
        test_with_arena(a_band_that_is_no_number),
        test_with_arena(a_practice_that_stands_twice),
        test_with_arena(an_area_counts_a_practice_once),
        test_with_arena(many_that_stand_twice_are_told_in_short),
        test_with_arena(a_row_without_a_code),
        test_with_arena(a_row_that_cannot_be_read_spoils_the_file),
        test_with_arena(a_member_without_a_code_is_missing),
        test_with_arena(areas_are_found_by_their_code),
        test_with_arena(sums_are_bounded),
        test_with_arena(codes_of_any_length),
        test_with_arena(abandoned_file_is_not_judged),
        test_with_arena(map_is_told_from_list_sizes),
        test_with_arena(bands_that_are_partly_blank),
        test_with_arena(one_sex_by_age_and_the_other_in_all),
        test_with_arena(ages_of_a_file_given_twice),
        test_with_arena(a_wide_file_with_a_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
