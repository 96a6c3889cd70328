/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <string.h>

#include "fuzz.h"
#include "quorate/decoder.h"
#include "quorate/saved.h"
#include "quorate/tables.h"
#include "quorate/workbook.h"

/*
 * Each reader by itself, on any bytes: some thousand times as fast as a whole run. The first byte
 * says which it is. What has to hold of every reader is that its table may be used where nothing in
 * it is wrong, and nowhere else.
 */

#define BODY "data/south-east-oxfordshire-2015/"

/* What ballots and registers are read beside: never freed. */
struct beside {
    struct arena *arena;
    struct rules rules;
    struct roll roll;
};

/* What one is given, and where it says what is wrong. */
struct given {
    const struct beside *beside;
    struct arena *arena;
    struct diag diag;
    struct bytes bytes;
};

static bool read_rules(struct given *given)
{
    struct rules rules;
    size_t rows;
    return load_rules(given->arena, &given->diag, given->bytes, &rules, &rows);
}

static bool read_roll(struct given *given)
{
    struct roll roll;
    size_t rows;
    return load_roll(given->arena, &given->diag, given->bytes, &given->beside->rules, &roll, &rows);
}

static bool read_candidates(struct given *given)
{
    struct candidate_list list;
    size_t rows;
    return load_candidates(given->arena, &given->diag, given->bytes, (struct date){0}, &list,
                           &rows);
}

static bool read_county(struct given *given)
{
    struct county_list county;
    size_t rows;
    return load_county(given->arena, &given->diag, given->bytes, &county, &rows);
}

static bool read_column_names(struct given *given)
{
    struct column_names names;
    size_t rows;
    return load_column_names(given->arena, &given->diag, given->bytes, &names, &rows);
}

static bool read_answers(struct given *given)
{
    struct answers answers = {.texts = {.arena = given->arena}};
    size_t rows;
    return load_answers(given->arena, &given->diag, given->bytes, &answers, &rows);
}

static bool read_holidays(struct given *given)
{
    struct holiday_list list;
    size_t rows;
    return load_holidays(given->arena, &given->diag, given->bytes, &list, &rows);
}

static bool read_voters(struct given *given)
{
    struct voter_register voters;
    size_t rows;
    return load_voters(given->arena, &given->diag, given->bytes, &given->beside->rules,
                       &given->beside->roll, NULL, (struct date){0}, &voters, &rows);
}

static bool read_interests(struct given *given)
{
    struct interest_register interests;
    size_t rows;
    return load_interests(given->arena, &given->diag, given->bytes, &given->beside->rules,
                          &given->beside->roll, &interests, &rows);
}

static bool read_ballots(struct given *given)
{
    struct ballot_box box;
    const struct ballot_reading reading = {
        .rules = &given->beside->rules, .roll = &given->beside->roll, .decision = "meeting"};
    return load_ballots(given->arena, &given->diag, given->bytes, &reading, &box);
}

static bool read_saved(struct given *given)
{
    struct saved_result result;
    return load_any_result(given->arena, &given->diag, given->bytes, &result);
}

static bool read_workbook(struct given *given)
{
    struct bytes bytes = given->bytes;
    if (!workbook_is(bytes))
        return true;
    bytes.workbook = workbook_open(given->arena, &given->diag, bytes, NULL, 0);
    return bytes.workbook != NULL &&
           workbook_choose(given->arena, &given->diag, &bytes, NULL, NULL);
}

static bool read_encoded(struct given *given)
{
    const size_t at = given->bytes.length;
    size_t count = 0;
    while (encoding_names[count] != NULL)
        count++;
    const struct encoding *encoding =
        at % (count + 1) == count ? NULL : encoding_find(encoding_names[at % (count + 1)]);
    struct bytes whole = decode_table(given->arena, encoding, given->bytes);
    struct decoder *decoder = decoder_open(given->arena, encoding);
    size_t length = 0;
    for (size_t i = 0; i <= at; i++) {
        struct bytes piece = given->bytes;
        piece.bytes += i;
        piece.length = i < at;
        piece = decoder_feed(decoder, piece, i == at);
        check(
            length + piece.length <= whole.length &&
                (piece.length == 0 || memcmp(whole.bytes + length, piece.bytes, piece.length) == 0),
            "bytes mean the same one by one as together");
        length += piece.length;
    }
    check(length == whole.length, "no byte is lost between pieces");
    return true;
}

/* What a rule asks of any whole can be told, within the bounds that `make prove` rests on. */
static bool read_condition(struct given *given)
{
    struct condition condition;
    const char *text = arena_copy(given->arena, given->bytes.bytes, given->bytes.length);
    if (load_condition(given->arena, text, &given->beside->rules.terms, &condition) != NULL)
        return true;
    check(condition.plus >= 0 && condition.number >= 0 && condition.number <= RATIO_MOST &&
              condition.plus <= (condition.is_number ? RATIO_MOST : RATIO_PART),
          "what is added to a share is within its bounds");
    check(condition.amount.p >= 0 && condition.amount.q > 0 && condition.amount.p <= RATIO_PART &&
              condition.amount.q <= RATIO_PART,
          "a share is within its bounds");
    check(condition_needed(&condition, RATIO_QUANTITY_MOST, 6) >= 0, "no threshold is negative");
    return true;
}

static bool (*const readers[])(struct given *given) = {
    read_condition, read_column_names, read_answers, read_holidays, read_candidates,
    read_county,    read_roll,         read_rules,   read_voters,   read_interests,
    read_ballots,   read_saved,        read_encoded, read_workbook,
};

static jmp_buf out_of_memory;

static struct bytes whole_file(struct arena *arena, const char *path)
{
    struct file_fault fault;
    struct bytes bytes = file_read(arena, path, &fault);
    check(fault.kind == FILE_SOUND, "the constitution can be read");
    return bytes;
}

static const struct beside *read_beside(void)
{
    static struct beside beside;
    size_t rows;
    if (beside.arena != NULL)
        return &beside;
    beside.arena = arena_new(&out_of_memory);
    struct diag diag = {.arena = beside.arena};
    check(load_rules(beside.arena, &diag, whole_file(beside.arena, BODY "rules.csv"), &beside.rules,
                     &rows) &&
              load_roll(beside.arena, &diag, whole_file(beside.arena, BODY "practices.csv"),
                        &beside.rules, &beside.roll, &rows),
          "the constitution is sound");
    return &beside;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (length == 0)
        return 0;
    check(setjmp(out_of_memory) == 0, "there is memory enough");
    struct given given = {
        .beside = read_beside(),
        .arena = arena_new(&out_of_memory),
        .bytes = {.name = "given.csv", .bytes = (const char *)bytes + 1, .length = length - 1}};
    given.diag.arena = given.arena;
    bool usable = readers[bytes[0] % (sizeof readers / sizeof *readers)](&given);
    check(usable == (given.diag.errors == 0), "what is sound may be used, and nothing else");
    arena_free(given.arena);
    return 0;
}
