/* SPDX-License-Identifier: MIT */

/*
 * make_national FILE: writes a file of list sizes by single year of age, both sexes in one, as
 * large as a year's. It has every practice of a country, the ten of the locality among them, and is
 * the same each time.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    PRACTICES = 8750, /* 92 MB */
    EVERY = 700,      /* so many practices on is one of the ten */
    LAST_AGE = 95,
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

static void write_row(FILE *file, const struct practice *practice, const char *sex, const char *age,
                      unsigned patients)
{
    (void)fprintf(file, "2026-04-01,%s,%s,%s,%s,%s,%s,%u\r\n", practice->area, practice->ons,
                  practice->code, practice->postcode, sex, age, patients);
}

static void write_sex(FILE *file, uint64_t *state, const struct practice *practice, const char *sex)
{
    unsigned patients[LAST_AGE + 1];
    unsigned total = 0;
    for (unsigned age = 0; age <= LAST_AGE; age++) {
        patients[age] = next(state, 130 - age);
        total += patients[age];
    }
    write_row(file, practice, sex, "ALL", total);
    for (unsigned age = 0; age <= LAST_AGE; age++) {
        char text[8];
        (void)snprintf(text, sizeof text, "%u%s", age, age == LAST_AGE ? "+" : "");
        write_row(file, practice, sex, text, patients[age]);
    }
}

int main(int count, char *arguments[])
{
    uint64_t state = 2026;
    FILE *file = count == 2 ? fopen(arguments[1], "wb") : NULL;
    if (file == NULL) {
        (void)fputs("usage: make_national FILE\n", stderr);
        return EXIT_FAILURE;
    }
    (void)fputs("EXTRACT_DATE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,ORG_CODE,POSTCODE,"
                "SEX,AGE,NUMBER_OF_PATIENTS\r\n",
                file);
    for (unsigned i = 0; i < PRACTICES; i++) {
        struct practice practice = make_practice(&state, i);
        write_sex(file, &state, &practice, "MALE");
        write_sex(file, &state, &practice, "FEMALE");
    }
    bool failed = ferror(file) != 0;
    return fclose(file) != 0 || failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
