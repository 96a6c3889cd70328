/* SPDX-License-Identifier: MIT */

/*
 * make_national FILE LAYOUT: writes a file of list sizes as large as a year's. It has every
 * practice of a country, the ten of the locality among them, and is the same each time. LAYOUT is
 * ages (by single year of age, both sexes in one: 92 MB), groups (by five years: 19 MB), quoted (as
 * groups, each cell in quotation marks) or wide (one row a practice, of 201 columns).
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PRACTICES = 8750, /* 92 MB */
    EVERY = 700,      /* so many practices on is one of the ten */
    LAST_AGE = 95,
    WIDE = 201,
};

enum layout {
    AGES,
    GROUPS,
    QUOTED,
    WIDE_ROWS,
    LAYOUTS,
};

static const char *const names[] = {"ages", "groups", "quoted", "wide"};

static const char *const headings[] = {
    "EXTRACT_DATE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,ORG_CODE,POSTCODE,SEX,AGE,"
    "NUMBER_OF_PATIENTS",
    "EXTRACT_DATE,ORG_TYPE,ORG_CODE,POSTCODE,SEX,AGE_GROUP_5,NUMBER_OF_PATIENTS",
    "\"EXTRACT_DATE\",\"ORG_TYPE\",\"ORG_CODE\",\"POSTCODE\",\"SEX\",\"AGE_GROUP_5\","
    "\"NUMBER_OF_PATIENTS\"",
    "EXTRACT_DATE,PRACTICE_CODE,CCG_CODE,TOTAL_ALL",
};

static const char *const ten[] = {"K84035", "K84001", "K84020", "K84071", "K84015",
                                  "K84037", "K84036", "K84008", "K84014", "K84050"};

struct practice {
    char code[8], area[8], ons[12], postcode[12];
};

/* Knuth's; the same on every machine. */
static unsigned next(uint64_t *state, unsigned below)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(*state >> 33) % below;
}

static struct practice make_practice(uint64_t *state, unsigned number)
{
    static const char *const areas[] = {"00L", "15N", "D9Y0V", "A3A8R", "72Q", "91Q", "M1J4Y"};
    struct practice practice = {.code = ""};
    unsigned area = number / 100 % (sizeof areas / sizeof *areas);
    bool local = number % EVERY == EVERY / 2 && number / EVERY < sizeof ten / sizeof *ten;
    if (local)
        (void)snprintf(practice.code, sizeof practice.code, "%s", ten[number / EVERY]);
    else
        (void)snprintf(practice.code, sizeof practice.code, "%c%05u", "ABCDEFGHJLMNPY"[number % 14],
                       80000 + number);
    (void)snprintf(practice.area, sizeof practice.area, "%s", local ? "10Q" : areas[area]);
    (void)snprintf(practice.ons, sizeof practice.ons, "E38000%03u", local ? 136 : area);
    (void)snprintf(practice.postcode, sizeof practice.postcode, "RG%u %u%c%c", 1 + next(state, 40),
                   1 + next(state, 9), (char)('A' + next(state, 26)),
                   (char)('A' + next(state, 26)));
    return practice;
}

static void write_row(FILE *file, enum layout layout, const struct practice *practice,
                      const char *sex, const char *age, unsigned patients)
{
    if (layout == AGES)
        (void)fprintf(file, "2026-04-01,%s,%s,%s,%s,%s,%s,%u\r\n", practice->area, practice->ons,
                      practice->code, practice->postcode, sex, age, patients);
    else
        (void)fprintf(file,
                      layout == QUOTED
                          ? "\"2026-04-01\",\"GP\",\"%s\",\"%s\",\"%s\",\"%s\",\"%u\"\r\n"
                          : "2026-04-01,GP,%s,%s,%s,%s,%u\r\n",
                      practice->code, practice->postcode, sex, age, patients);
}

static void write_sex(FILE *file, enum layout layout, uint64_t *state,
                      const struct practice *practice, const char *sex)
{
    unsigned patients[LAST_AGE + 1];
    unsigned total = 0, together = layout == AGES ? 1 : 5;
    for (unsigned age = 0; age <= LAST_AGE; age++) {
        patients[age] = next(state, 130 - age);
        total += patients[age];
    }
    write_row(file, layout, practice, sex, "ALL", total);
    for (unsigned age = 0; age <= LAST_AGE; age += together) {
        char text[16];
        unsigned sum = 0;
        for (unsigned i = age; i < age + together && i <= LAST_AGE; i++)
            sum += patients[i];
        if (age == LAST_AGE)
            (void)snprintf(text, sizeof text, "%u+", age);
        else if (layout == AGES)
            (void)snprintf(text, sizeof text, "%u", age);
        else
            (void)snprintf(text, sizeof text, "%u_%u", age, age + together - 1);
        write_row(file, layout, practice, sex, text, sum);
    }
}

static void write_wide(FILE *file, uint64_t *state, const struct practice *practice)
{
    unsigned total = 0, patients[WIDE];
    for (unsigned i = 4; i < WIDE; i++)
        total += patients[i] = next(state, 130);
    (void)fprintf(file, "2026-04-01,%s,%s,%u", practice->code, practice->area, total);
    for (unsigned i = 4; i < WIDE; i++)
        (void)fprintf(file, ",%u", patients[i]);
    (void)fputs("\r\n", file);
}

static void write_all(FILE *file, enum layout layout)
{
    uint64_t state = 2026;
    (void)fputs(headings[layout], file);
    for (unsigned i = 4; i < WIDE && layout == WIDE_ROWS; i++)
        (void)fprintf(file, ",%s_%u", i % 2 == 0 ? "MALE" : "FEMALE", i / 2 - 2);
    (void)fputs("\r\n", file);
    for (unsigned i = 0; i < PRACTICES; i++) {
        struct practice practice = make_practice(&state, i);
        if (layout == WIDE_ROWS) {
            write_wide(file, &state, &practice);
        } else {
            write_sex(file, layout, &state, &practice, "MALE");
            write_sex(file, layout, &state, &practice, "FEMALE");
        }
    }
}

int main(int count, char *arguments[])
{
    enum layout layout = AGES;
    while (count == 3 && layout < LAYOUTS && strcmp(names[layout], arguments[2]) != 0)
        layout++;
    FILE *file = count == 3 && layout < LAYOUTS ? fopen(arguments[1], "wb") : NULL;
    if (file == NULL) {
        (void)fputs("usage: make_national FILE ages|groups|quoted|wide\n", stderr);
        return EXIT_FAILURE;
    }
    write_all(file, layout);
    bool failed = ferror(file) != 0;
    return fclose(file) != 0 || failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
