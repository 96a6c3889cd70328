/* SPDX-License-Identifier: MIT */

/*
 * make_poll FOLDER MEMBERS MOTIONS [FAULTS]: writes the tables of a body of so many practices into
 * the folder, which is there: rules.csv, practices.csv, ballots.csv (each votes on every motion; of
 * one there is no column; FAULTS rows more are of practices that there are not) and sizes.csv (next
 * year's list sizes). The same each time.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static const char rules[] = "decision,rule,value,clause\n"
                            "*,body,Bench,1\n"
                            "*,unit,\"practice, practices\",1\n"
                            "*,roll,practices.csv,1\n"
                            "meeting,title,Vote at a meeting,2\n"
                            "meeting,weight,one vote per practice,2\n"
                            "meeting,quorum,at least 50% of population present,2\n"
                            "meeting,passes,more than half of votes cast,2\n"
                            "meeting,tie,not carried,2\n"
                            "email,title,Vote by email,3\n"
                            "email,weight,list size,3\n"
                            "email,quorum,none,3\n"
                            "email,passes,more than half of votes cast,3\n"
                            "email,tie,not carried,3\n";

struct poll {
    const char *folder;
    unsigned members, motions, faults;
    uint64_t state;
};

/* Knuth's; the same on every machine. */
static unsigned next(struct poll *poll, unsigned below)
{
    poll->state = poll->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(poll->state >> 33) % below;
}

static FILE *open_table(const struct poll *poll, const char *name)
{
    char path[4096];
    (void)snprintf(path, sizeof path, "%s/%s", poll->folder, name);
    FILE *file = fopen(path, "wb");
    if (file == NULL) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    return file;
}

static void close_table(FILE *file)
{
    if (ferror(file) != 0 || fclose(file) != 0) {
        perror("make_poll");
        exit(EXIT_FAILURE);
    }
}

static void write_members(struct poll *poll)
{
    FILE *roll = open_table(poll, "practices.csv"), *sizes = open_table(poll, "sizes.csv");
    (void)fputs("practice,code,list size,as at\n", roll);
    (void)fputs("PRACTICE_CODE,CCG_CODE,TOTAL_ALL\n", sizes);
    for (unsigned i = 0; i < poll->members; i++) {
        unsigned size = 1000 + next(poll, 20000);
        (void)fprintf(roll, "Surgery %u,K%05u,%u,2025-04-01\n", i + 1, i + 1, size);
        (void)fprintf(sizes, "K%05u,10Q,%u\n", i + 1, size + next(poll, 100));
    }
    close_table(roll);
    close_table(sizes);
}

static void write_ballots(struct poll *poll)
{
    static const char *const votes[] = {"for", "for", "for", "against", "against", "abstain"};
    FILE *file = open_table(poll, "ballots.csv");
    (void)fputs(poll->motions > 1 ? "practice,role,motion,vote\n" : "practice,role,vote\n", file);
    for (unsigned motion = 0; motion < poll->motions; motion++)
        for (unsigned i = 0; i < poll->members + (motion == 0 ? poll->faults : 0); i++) {
            (void)fprintf(file, "%c%05u,%s,", i < poll->members ? 'K' : 'X', i + 1,
                          i % 5 == 0 ? "deputy" : "lead");
            if (poll->motions > 1)
                (void)fprintf(file, "Motion number %u,", motion + 1);
            (void)fprintf(file, "%s\n", votes[next(poll, sizeof votes / sizeof *votes)]);
        }
    close_table(file);
}

int main(int count, char *arguments[])
{
    if (count < 4 || count > 5) {
        (void)fputs("usage: make_poll FOLDER MEMBERS MOTIONS [FAULTS]\n", stderr);
        return EXIT_FAILURE;
    }
    struct poll poll = {
        .folder = arguments[1],
        .members = (unsigned)strtoul(arguments[2], NULL, 10),
        .motions = (unsigned)strtoul(arguments[3], NULL, 10),
        .faults = count == 5 ? (unsigned)strtoul(arguments[4], NULL, 10) : 0,
        .state = 2026,
    };
    FILE *file = open_table(&poll, "rules.csv");
    (void)fputs(rules, file);
    close_table(file);
    write_members(&poll);
    write_ballots(&poll);
    return EXIT_SUCCESS;
}
