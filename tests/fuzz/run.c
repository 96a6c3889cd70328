/* SPDX-License-Identifier: MIT */
#include <jansson.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "commands/commands.h"
#include "fuzz.h"

/*
 * A whole run on a file of any bytes: read, decided, and written in a format. The first byte says
 * which call it is, the rest is the file. What has to hold of every run is asserted.
 */

#define FILE_GIVEN "\1" /* stands for the name of the file that is read */
#define WORDS_MOST 16

struct call_of {
    const char *words[WORDS_MOST];
};

#define MEETING "data/examples/meeting-2015-06-24.csv"
#define SIZES   "data/examples/gp-reg-pat-prac-all-april-2026.csv"

static const struct call_of calls[] = {
    {{"tally", "-d", "meeting", "-f", "json", FILE_GIVEN}},
    {{"tally", "-d", "meeting", "-f", "html", FILE_GIVEN}},
    {{"tally", "-d", "email", "-f", "csv", FILE_GIVEN}},
    {{"tally", "-d", "email", "--date", "2015-07-03", "-f", "json", FILE_GIVEN}},
    {{"tally", "-d", "election", "-f", "json", FILE_GIVEN}},
    {{"tally", "-d", "election", "-f", "markdown", FILE_GIVEN}},
    {{"tally", "-d", "consensus", "-f", "json", FILE_GIVEN}},
    {{"tally", "-f", "text", "--show-ballots", FILE_GIVEN}},
    {{"tally", "--multi-line", "-d", "meeting", "-f", "json", FILE_GIVEN}},
    {{"quorum", "-d", "meeting", "-f", "json", FILE_GIVEN}},
    {{"quorum", "-f", "html", FILE_GIVEN}},
    {{"check", "-f", "json", FILE_GIVEN}},
    {{"check", "-f", "csv", FILE_GIVEN}},
    {{"check", "-d", "meeting", "--rules", FILE_GIVEN, "-f", "json"}},
    {{"rules", "--rules", FILE_GIVEN, "-f", "html"}},
    {{"tally", "-d", "meeting", "--practices", FILE_GIVEN, "-f", "json", MEETING}},
    {{"roll", "--practices", FILE_GIVEN, "-f", "markdown"}},
    {{"share", "--localities", FILE_GIVEN, "-f", "json"}},
    {{"tally", "-d", "election", "--candidates", FILE_GIVEN, "-f", "json",
      "data/examples/election-2015-10-01.csv"}},
    {{"tally", "-d", "meeting", "--voters", FILE_GIVEN, "-f", "json", MEETING}},
    {{"tally", "-d", "meeting", "--interests", FILE_GIVEN, "-f", "json", MEETING}},
    {{"timetable", "-d", "election", "--opens", "2015-09-21", "--holidays", FILE_GIVEN, "-f",
      "html"}},
    {{"reweight", "-f", "json", FILE_GIVEN}},
    {{"reweight", "--practices", FILE_GIVEN, "-f", "csv", SIZES}},
    {{"verify", "-f", "json", "--ballots", MEETING, FILE_GIVEN}},
    {{"verify", "-f", "text", FILE_GIVEN}},
    {{"template", "--run-off", FILE_GIVEN, "-o", "/dev/null"}},
    {{"template", "-d", "election", "--candidates", FILE_GIVEN}},
    {{"register", "-f", "json", FILE_GIVEN}},
};

/* A file in memory, under a name that opens it anew. */
static int memory_file(char *name, size_t room)
{
    int file = (int)syscall(SYS_memfd_create, "fuzz", 0U);
    check(file >= 0, "a file in memory");
    (void)snprintf(name, room, "/proc/self/fd/%d", file);
    return file;
}

static void refill(int file, const char *bytes, size_t length)
{
    check(ftruncate(file, 0) == 0 && lseek(file, 0, SEEK_SET) == 0, "an empty file");
    for (ssize_t written; length > 0; bytes += written, length -= (size_t)written)
        check((written = write(file, bytes, length)) > 0, "a file that takes what is written");
}

/* The caller frees it. */
static char *held(int file, size_t *length)
{
    off_t end = lseek(file, 0, SEEK_END);
    char *bytes = malloc((size_t)end + 1);
    check(bytes != NULL && pread(file, bytes, (size_t)end, 0) == end, "what was written");
    bytes[end] = '\0';
    *length = (size_t)end;
    return bytes;
}

static json_int_t figure(const json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

/* Every row of each vote is accounted for, once, and every row of the file is one of a vote. */
static void check_accounting(const json_t *document)
{
    static const char *const kinds[] = {"counted", "abstained",  "present", "absent", "interested",
                                        "refused", "superseded", "void",    "others"};
    const json_t *polls = json_object_get(document, "polls"), *inputs, *input, *poll;
    size_t at;
    json_int_t all = 0;
    inputs = json_object_get(document, "inputs");
    if (!json_is_array(polls))
        return;
    json_array_foreach(polls, at, poll)
    {
        const json_t *ballots = json_object_get(poll, "ballots");
        json_int_t sum = 0;
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
            sum += figure(ballots, kinds[i]);
        check(sum == figure(ballots, "rows"), "each row of a vote is accounted for once");
        all += sum;
    }
    json_array_foreach(inputs, at, input)
    {
        const char *role = json_string_value(json_object_get(input, "role"));
        if (role != NULL && strcmp(role, "ballots") == 0)
            check(all == figure(input, "rows"), "each row of the file is one of a vote");
    }
}

static void check_json(const char *bytes, size_t length)
{
    json_error_t error;
    json_t *document = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, &error);
    check(document != NULL, "the JSON that is written is JSON");
    check_accounting(document);
    json_decref(document);
}

static int output, errors;

static enum status run(const struct call_of *call, const char *name)
{
    const char *arguments[WORDS_MOST + 2] = {"quorate"};
    int count = 1;
    for (; count <= WORDS_MOST && call->words[count - 1] != NULL; count++)
        arguments[count] =
            strcmp(call->words[count - 1], FILE_GIVEN) == 0 ? name : call->words[count - 1];
    jmp_buf out_of_memory;
    struct arena *volatile arena = arena_new(&out_of_memory);
    enum status status = STATUS_FAILED;
    const struct world world = {.argument_count = count,
                                .arguments = (char *const *)(const void *)arguments,
                                .output = output,
                                .errors = errors,
                                .seconds = no_time};
    check(arena != NULL && setjmp(out_of_memory) == 0, "there is memory enough");
    status = commands_run(arena, &world);
    arena_free(arena);
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static char name[64], unused[64];
    static int given = -1;
    if (length == 0)
        return 0;
    if (given < 0) {
        given = memory_file(name, sizeof name);
        output = memory_file(unused, sizeof unused);
        errors = memory_file(unused, sizeof unused);
    }
    const struct call_of *call = &calls[bytes[0] % (sizeof calls / sizeof *calls)];
    refill(given, (const char *)bytes + 1, length - 1);
    refill(output, "", 0);
    refill(errors, "", 0);
    enum status status = run(call, name);
    size_t printed, said;
    char *report = held(output, &printed), *messages = held(errors, &said);
    bool is_check = strcmp(call->words[0], "check") == 0;
    check(status != STATUS_FAILED, "nothing fails of itself");
    check(status != STATUS_USAGE || printed == 0, "what is asked for wrongly is not answered");
    check(status == STATUS_DONE || said > 0 || printed > 0, "whatever is wrong is said");
    check(status != STATUS_REFUSED || printed == 0 || is_check ||
              strcmp(call->words[0], "verify") == 0 || strcmp(call->words[0], "register") == 0,
          "what is refused is not counted");
    if (printed > 0 && report[0] == '{')
        check_json(report, printed);
    free(report);
    free(messages);
    return 0;
}
