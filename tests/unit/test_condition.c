/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "quorate/tables.h"
#include "tables/phrase.h"

/* load_condition: the grammar of docs/rules.md, by hand-written examples. */

struct example {
    const char *text;
    struct condition wanted;
};

#define SHARE(p, q, measured, scoped)                                                              \
    {                                                                                              \
        .amount = {p, q}, .measure = MEASURE_##measured, .scope = SCOPE_##scoped                   \
    }
#define MORE(p, q, measured, scoped)                                                               \
    {                                                                                              \
        .strictly = true, .amount = {p, q}, .measure = MEASURE_##measured, .scope = SCOPE_##scoped \
    }
#define NUMBER(more, n, scoped)                                                                    \
    {                                                                                              \
        .is_number = true, .strictly = (more), .plus = (n), .measure = MEASURE_MEMBERS,            \
        .scope = SCOPE_##scoped                                                                    \
    }

/* The greater of a tenth and 3 of these. */
#define GREATER(measured, scoped)                                                                  \
    .amount = {1, 10}, .limit = LIMIT_GREATER, .number = 3, .measure = MEASURE_##measured,         \
    .scope = SCOPE_##scoped
#define OF_CLASS(named) .among = AMONG_CLASS, .names = (const char *const[]){named}, .name_count = 1

static const struct example examples[] = {
    /* the constitution's own */
    {"at least 50% of population present", SHARE(1, 2, POPULATION, PRESENT)},
    {"at least 80% of population replying",
     {.amount = {4, 5}, .measure = MEASURE_POPULATION, .scope = SCOPE_PRESENT, .replying = true}},
    {"at least 80% of practices voting", SHARE(4, 5, MEMBERS, VOTING)},
    {"more than half of votes cast", MORE(1, 2, VOTES, CAST)},
    {"more than 1/2 of votes cast", MORE(1, 2, VOTES, CAST)},
    {"at least two thirds of all practices", SHARE(2, 3, MEMBERS, ALL)},
    {"at least 2 practices against", NUMBER(false, 2, AGAINST)},
    /* sets */
    {"at least 2/3 of all votes", SHARE(2, 3, VOTES, ALL)},
    {"at least 2/3 of the whole population", SHARE(2, 3, POPULATION, ALL)},
    {"at least half of all members", SHARE(1, 2, MEMBERS, ALL)},
    {"at least half of members present", SHARE(1, 2, MEMBERS, PRESENT)},
    {"at least half of members attending", SHARE(1, 2, MEMBERS, PRESENT)},
    {"at least half of members replying",
     {.amount = {1, 2}, .measure = MEASURE_MEMBERS, .scope = SCOPE_PRESENT, .replying = true}},
    {"at least half of population cast", SHARE(1, 2, POPULATION, CAST)},
    {"at least half of votes against", SHARE(1, 2, VOTES, AGAINST)},
    {"at least half of votes present", SHARE(1, 2, VOTES, PRESENT)},
    /* percentages, in lowest terms */
    {"at least 12.5% of votes cast", SHARE(1, 8, VOTES, CAST)},
    {"at least 50.0% of votes cast", SHARE(1, 2, VOTES, CAST)},
    {"at least 100% of votes cast", SHARE(1, 1, VOTES, CAST)},
    {"at least 100.00% of votes cast", SHARE(1, 1, VOTES, CAST)},
    {"at least 0.0001% of votes cast", SHARE(1, 1000000, VOTES, CAST)},
    {"at least 12.3456% of votes cast", SHARE(1929, 15625, VOTES, CAST)},
    {"at least 33% of votes cast", SHARE(33, 100, VOTES, CAST)},
    {"at least 33.0% of votes cast", SHARE(33, 100, VOTES, CAST)},
    {"at least 67% of votes cast", SHARE(67, 100, VOTES, CAST)},
    {"at least 66.5% of votes cast", SHARE(133, 200, VOTES, CAST)},
    {"at least 66.76% of votes cast", SHARE(1669, 2500, VOTES, CAST)},
    {"at least 33.4% of votes cast", SHARE(167, 500, VOTES, CAST)},
    /* fractions */
    {"at least 4/6 of votes cast", SHARE(2, 3, VOTES, CAST)},
    {"at least 1/1 of votes cast", SHARE(1, 1, VOTES, CAST)},
    {"more than 999,999/1,000,000 of votes cast", MORE(999999, 1000000, VOTES, CAST)},
    {"at least 1/6 of votes cast", SHARE(1, 6, VOTES, CAST)},
    /* amounts in words */
    {"at least one half of votes cast", SHARE(1, 2, VOTES, CAST)},
    {"at least a half of votes cast", SHARE(1, 2, VOTES, CAST)},
    {"at least one third of votes cast", SHARE(1, 3, VOTES, CAST)},
    {"at least a third of votes cast", SHARE(1, 3, VOTES, CAST)},
    {"at least one quarter of votes cast", SHARE(1, 4, VOTES, CAST)},
    {"at least a quarter of votes cast", SHARE(1, 4, VOTES, CAST)},
    {"at least three quarters of votes cast", SHARE(3, 4, VOTES, CAST)},
    {"at least three fourths of votes cast", SHARE(3, 4, VOTES, CAST)},
    {"at least two fifths of votes cast", SHARE(2, 5, VOTES, CAST)},
    {"at least five sixths of votes cast", SHARE(5, 6, VOTES, CAST)},
    {"at least four sevenths of votes cast", SHARE(4, 7, VOTES, CAST)},
    {"at least five eighths of votes cast", SHARE(5, 8, VOTES, CAST)},
    {"at least seven ninths of votes cast", SHARE(7, 9, VOTES, CAST)},
    {"at least seven tenths of votes cast", SHARE(7, 10, VOTES, CAST)},
    {"at least two-thirds of votes cast", SHARE(2, 3, VOTES, CAST)},
    /* case and spaces */
    {"  At  Least\tHALF of Votes CAST ", SHARE(1, 2, VOTES, CAST)},
    {"at least\xC2\xA0"
     "50% of\xE2\x80\xAFvotes cast",
     SHARE(1, 2, VOTES, CAST)},
    {"At\xE2\x80\x89least\nTwo-Thirds\rof\xE2\x80\x80votes\xE2\x80\x8A"
     "cast",
     SHARE(2, 3, VOTES, CAST)},
    /* rounding */
    {"at least half rounded up of all practices",
     {.amount = {1, 2}, .rounding = ROUNDING_UP, .measure = MEASURE_MEMBERS, .scope = SCOPE_ALL}},
    {"at least half rounded down plus 1 of all practices",
     {.amount = {1, 2},
      .rounding = ROUNDING_DOWN,
      .plus = 1,
      .measure = MEASURE_MEMBERS,
      .scope = SCOPE_ALL}},
    {"at least 2/3, rounded to nearest, plus 1,000, of population present",
     {.amount = {2, 3},
      .rounding = ROUNDING_TO_NEAREST,
      .plus = 1000,
      .measure = MEASURE_POPULATION,
      .scope = SCOPE_PRESENT}},
    {"at least 50% plus 1 of votes cast",
     {.amount = {1, 2}, .plus = 1, .measure = MEASURE_VOTES, .scope = SCOPE_CAST}},
    {"at least 100% plus 2 of votes against",
     {.amount = {1, 1}, .plus = 2, .measure = MEASURE_VOTES, .scope = SCOPE_AGAINST}},
    /* more than those against: a double majority, in the votes in favour beside them */
    {"more than 100% of votes against", MORE(1, 1, VOTES, AGAINST)},
    {"at least 150% of votes against", SHARE(3, 2, VOTES, AGAINST)},
    {"at least 3/2 of practices against", SHARE(3, 2, MEMBERS, AGAINST)},
    {"at least 1000% of votes against", SHARE(10, 1, VOTES, AGAINST)},
    {"at least 123.456% of votes against", SHARE(3858, 3125, VOTES, AGAINST)},
    /* as charters say them, where that means one thing */
    {"not less than two thirds of members present", SHARE(2, 3, MEMBERS, PRESENT)},
    {"no fewer than 5 practices present", NUMBER(false, 5, PRESENT)},
    {"a minimum of 5 practices present", NUMBER(false, 5, PRESENT)},
    {"in excess of half of votes cast", MORE(1, 2, VOTES, CAST)},
    {"by a majority of the votes cast", MORE(1, 2, VOTES, CAST)},
    {"at least a simple majority of votes cast", MORE(1, 2, VOTES, CAST)},
    {"a two-thirds majority of the votes cast", SHARE(2, 3, VOTES, CAST)},
    {"a majority of two thirds of votes cast", SHARE(2, 3, VOTES, CAST)},
    {"a majority of 3/4 of votes cast", SHARE(3, 4, VOTES, CAST)},
    {"a majority of 75% of votes cast", SHARE(3, 4, VOTES, CAST)},
    {"more than half the votes cast", MORE(1, 2, VOTES, CAST)},
    {"at least half all members", SHARE(1, 2, MEMBERS, ALL)},
    {"a majority of at least two thirds of votes cast", SHARE(2, 3, VOTES, CAST)},
    {"a 51% majority of votes cast", SHARE(51, 100, VOTES, CAST)},
    {"a third or more of practices voting", SHARE(1, 3, MEMBERS, VOTING)},
    {"five or more practices present", NUMBER(false, 5, PRESENT)},
    {"at least two of the practices against", NUMBER(false, 2, AGAINST)},
    {"more than twenty members voting", NUMBER(true, 20, VOTING)},
    {"at least 50 % of votes cast", SHARE(1, 2, VOTES, CAST)},
    {"at least 12.5 percent of votes cast", SHARE(1, 8, VOTES, CAST)},
    {"at least fifty per cent of votes cast", SHARE(1, 2, VOTES, CAST)},
    {"at least thirty-five pct of votes cast", SHARE(7, 20, VOTES, CAST)},
    {"at least 75 per cent of all the members", SHARE(3, 4, MEMBERS, ALL)},
    {"at least three fifths of votes cast", SHARE(3, 5, VOTES, CAST)},
    {"at least nine-tenths of all of the votes", SHARE(9, 10, VOTES, ALL)},
    {"more than half of members present in person or by proxy", MORE(1, 2, MEMBERS, PRESENT)},
    {"more than half of practices in attendance", MORE(1, 2, MEMBERS, PRESENT)},
    /* a limit, of those who are not in favour */
    {"no practice against",
     {.is_number = true, .at_most = true, .measure = MEASURE_MEMBERS, .scope = SCOPE_AGAINST}},
    {"at most 3 members not in favour",
     {.is_number = true,
      .at_most = true,
      .plus = 3,
      .measure = MEASURE_MEMBERS,
      .scope = SCOPE_ALL,
      .side = SIDE_NOT_FOR}},
    {"fewer than 4 practices abstaining",
     {.is_number = true,
      .at_most = true,
      .strictly = true,
      .plus = 4,
      .measure = MEASURE_MEMBERS,
      .scope = SCOPE_ALL,
      .side = SIDE_ABSTAINED}},
    {"no more than one third of votes cast against",
     {.at_most = true,
      .amount = {1, 3},
      .measure = MEASURE_VOTES,
      .scope = SCOPE_CAST,
      .side = SIDE_AGAINST}},
    {"less than 35% of the whole population not in favour",
     {.at_most = true,
      .strictly = true,
      .amount = {7, 20},
      .measure = MEASURE_POPULATION,
      .scope = SCOPE_ALL,
      .side = SIDE_NOT_FOR}},
    {"at most one quarter of all practices against",
     {.at_most = true,
      .amount = {1, 4},
      .measure = MEASURE_MEMBERS,
      .scope = SCOPE_ALL,
      .side = SIDE_AGAINST}},
    {"fewer than 100% of all practices against",
     {.at_most = true,
      .strictly = true,
      .amount = {1, 1},
      .measure = MEASURE_MEMBERS,
      .scope = SCOPE_ALL,
      .side = SIDE_AGAINST}},
    /* a number of votes */
    {"at least 5 votes for",
     {.is_number = true,
      .plus = 5,
      .measure = MEASURE_VOTES,
      .scope = SCOPE_ALL,
      .side = SIDE_FOR}},
    {"at least 203,699,453 votes in favour",
     {.is_number = true,
      .plus = 203699453,
      .measure = MEASURE_VOTES,
      .scope = SCOPE_ALL,
      .side = SIDE_FOR}},
    {"at least 2 votes against",
     {.is_number = true, .plus = 2, .measure = MEASURE_VOTES, .scope = SCOPE_AGAINST}},
    {"at least 45,866 population present",
     {.is_number = true, .plus = 45866, .measure = MEASURE_POPULATION, .scope = SCOPE_PRESENT}},
    {"at least two thirds of votes cast in favour",
     {.amount = {2, 3}, .measure = MEASURE_VOTES, .scope = SCOPE_CAST, .side = SIDE_FOR}},
    /* the greater or the lesser of a share and a number */
    {"at least the greater of 10% of members present and 3",
     {.amount = {1, 10},
      .limit = LIMIT_GREATER,
      .number = 3,
      .measure = MEASURE_MEMBERS,
      .scope = SCOPE_PRESENT}},
    {"at least the lesser of 25 practices or one quarter of practices present",
     {.amount = {1, 4},
      .limit = LIMIT_LESSER,
      .number = 25,
      .measure = MEASURE_MEMBERS,
      .scope = SCOPE_PRESENT}},
    {"more than larger of 1/3 of votes, and 12 votes cast",
     {.strictly = true,
      .amount = {1, 3},
      .limit = LIMIT_GREATER,
      .number = 12,
      .measure = MEASURE_VOTES,
      .scope = SCOPE_CAST}},
    {"at least the greater of 3 and 10% of members present", {GREATER(MEMBERS, PRESENT)}},
    {"at least the greater of 10% of population present and 3", {GREATER(POPULATION, PRESENT)}},
    {"at least the greater of 10% of members and 3 members present", {GREATER(MEMBERS, PRESENT)}},
    {"at least the greater of 10% of members present and 3 members", {GREATER(MEMBERS, PRESENT)}},
    {"at least the greater of 10% of members and 3 members replying",
     {GREATER(MEMBERS, PRESENT), .replying = true}},
    {"at least the greater of 10% of members replying and 3",
     {GREATER(MEMBERS, PRESENT), .replying = true}},
    {"at least the greater of 10% of votes and 3 votes for",
     {GREATER(VOTES, ALL), .side = SIDE_FOR}},
    {"at least the greater of 10% of votes cast for and 3",
     {GREATER(VOTES, CAST), .side = SIDE_FOR}},
    {"at least the greater of 10% of members and 3 members present of owners",
     {GREATER(MEMBERS, PRESENT), OF_CLASS("owners")}},
    {"at least the greater of 10% of members present of owners and 3 members present of owners",
     {GREATER(MEMBERS, PRESENT), OF_CLASS("owners")}},
    {"at least the greater of 3 and 10% of members present of owners and builders",
     {GREATER(MEMBERS, PRESENT), OF_CLASS("owners and builders")}},
    {"at least the greater of 10% of members present of owners and builders and 3",
     {GREATER(MEMBERS, PRESENT), OF_CLASS("owners and builders")}},
    /* some of the members */
    {"at least 8 practices present of public",
     {.is_number = true,
      .plus = 8,
      .measure = MEASURE_MEMBERS,
      .scope = SCOPE_PRESENT,
      .among = AMONG_CLASS,
      .names = (const char *const[]){"public"},
      .name_count = 1}},
    {"at least 51% of all votes of The Owners, and others",
     {.amount = {51, 100},
      .measure = MEASURE_VOTES,
      .scope = SCOPE_ALL,
      .among = AMONG_CLASS,
      .names = (const char *const[]){"the owners and others"},
      .name_count = 1}},
    {"no member voting against of permanent",
     {.is_number = true,
      .at_most = true,
      .measure = MEASURE_MEMBERS,
      .scope = SCOPE_ALL,
      .side = SIDE_AGAINST,
      .among = AMONG_CLASS,
      .names = (const char *const[]){"permanent"},
      .name_count = 1}},
    {"at least 1 member voting of each area",
     {.is_number = true,
      .plus = 1,
      .measure = MEASURE_MEMBERS,
      .scope = SCOPE_VOTING,
      .among = AMONG_EACH_AREA}},
    {"at least half of the whole population of every area",
     {.amount = {1, 2},
      .measure = MEASURE_POPULATION,
      .scope = SCOPE_ALL,
      .among = AMONG_EACH_AREA}},
    {"must include Ash",
     {.is_number = true,
      .plus = 1,
      .measure = MEASURE_MEMBERS,
      .scope = SCOPE_PRESENT,
      .among = AMONG_NAMED,
      .names = (const char *const[]){"ash"},
      .name_count = 1}},
    {"Must include The Bell Surgery; Dr. O'Neil",
     {.is_number = true,
      .plus = 2,
      .measure = MEASURE_MEMBERS,
      .scope = SCOPE_PRESENT,
      .among = AMONG_NAMED,
      .names = (const char *const[]){"the bell surgery", "dr oneil"},
      .name_count = 2}},
    /* numbers */
    {"more than 5 practices present", NUMBER(true, 5, PRESENT)},
    {"more than 0 practices against", NUMBER(true, 0, AGAINST)},
    {"at least 1 practice against", NUMBER(false, 1, AGAINST)},
    {"at least 1 member voting", NUMBER(false, 1, VOTING)},
    {"at least 1,000 members cast", NUMBER(false, 1000, CAST)},
    {"at least 1,000,000 members cast", NUMBER(false, 1000000, CAST)},
};

static void check_condition(const struct condition *seen, const struct condition *wanted)
{
    check_int(seen->is_number, wanted->is_number);
    check_int(seen->strictly, wanted->strictly);
    check_true(seen->amount.q > 0);
    if (!wanted->is_number) {
        check_int(seen->amount.p, wanted->amount.p);
        check_int(seen->amount.q, wanted->amount.q);
    }
    check_int(seen->rounding, wanted->rounding);
    check_int(seen->plus, wanted->plus);
    check_int(seen->measure, wanted->measure);
    check_int(seen->scope, wanted->scope);
    check_int(seen->replying, wanted->replying);
    check_int(seen->at_most, wanted->at_most);
    check_int(seen->limit, wanted->limit);
    check_int(seen->number, wanted->number);
    check_int(seen->side, wanted->side);
    check_int(seen->among, wanted->among);
    check_int(seen->name_count, wanted->name_count);
    for (size_t i = 0; i < seen->name_count; i++)
        check_text(seen->names[i], wanted->names[i]);
}

static void reads_every_form(void **state)
{
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct condition condition;
        const char *fault =
            load_condition(arena_of(state), examples[i].text, &terms_default, &condition);
        if (fault != NULL)
            print_error("%s: %s\n", examples[i].text, fault);
        check_text(fault, NULL);
        check_condition(&condition, &examples[i].wanted);
    }
}

/* Whatever compares means one of four things, all of which are others. */
static void reads_each_comparison(void **state)
{
    static const char *const comparisons[][8] = {
        {"at least", "not less than", "no less than", "not fewer than", "no fewer than",
         "a minimum of"},
        {"more than", "in excess of", "over", "greater than", "exceeding"},
        {"at most", "up to", "no more than", "not more than", "a maximum of"},
        {"fewer than", "less than"},
    };
    static const bool strictly[] = {false, true, false, true},
                      at_most[] = {false, false, true, true};
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++)
        for (size_t j = 0; comparisons[i][j] != NULL; j++) {
            const struct condition wanted = {.is_number = true,
                                             .strictly = strictly[i],
                                             .at_most = at_most[i],
                                             .plus = 5,
                                             .measure = MEASURE_MEMBERS,
                                             .scope = SCOPE_AGAINST};
            struct condition condition;
            const char *text = arena_format(arena, "%s 5 practices against", comparisons[i][j]);
            check_text(load_condition(arena, text, &terms_default, &condition), NULL);
            check_condition(&condition, &wanted);
        }
}

static void reads_the_rolls_own_word(void **state)
{
    static const struct {
        const char *text, *unit, *units;
    } words[] = {
        {"at least half of all localities", "locality", "localities"},
        {"at least half of all Localities", "locality", "localities"},
        {"at least half of all locality", "locality", "localities"},
        {"at least half of all practice groups", "practice group", "practice groups"},
        {"at least half of all sub-groups", "sub-group", "sub-groups"},
        {"at least half of all \xC3\x89quipes", "\xC3\xA9quipe", "\xC3\xA9quipes"},
        {"at least half of all GPs & nurses", "GP and nurse", "GPs and nurses"},
    };
    struct condition wanted = SHARE(1, 2, MEMBERS, ALL);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct condition condition;
        const struct terms terms = {.unit = words[i].unit,
                                    .units = words[i].units,
                                    .measure = terms_default.measure,
                                    .measures = terms_default.measures};
        check_text(load_condition(arena_of(state), words[i].text, &terms, &condition), NULL);
        check_condition(&condition, &wanted);
    }
}

/* The words, each with what parts it from the one before: | or a comma. */
static const char *words_of(struct arena *arena, struct phrase *phrase, const char *text)
{
    const char *words = "";
    phrase_read(arena, text, phrase);
    for (size_t i = 0; i < phrase->count; i++)
        words = arena_format(arena, "%s%c%s", words, phrase->words[i].after_comma ? ',' : '|',
                             phrase->words[i].text);
    return words;
}

/* White space parts words, and a hyphen between letters; a comma stays only at the very end. */
static void words_of_a_phrase(void **state)
{
    static const char before[] = "a-b";
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"", ""},
        {" \t\n\r", ""},
        {"a\tb\nc\rd e", "|a|b|c|d|e"},
        {"a-z-A-Z-a", "|a|z|A|Z|a"},
        {"z-a Z-A", "|z|a|Z|A"},
        {"\xC3\x80-a-\xC3\x80", "|\xC3\x80|a|\xC3\x80"},
        {"a-1 1-a 1-2 a--b a- -a", "|a-1|1-a|1-2|a--b|a-|-a"},
        {before + 1, "|-b"}, /* what stands before the text is no part of it */
        {"a\xC2\xA0"
         "b\xC2\xA3",
         "|a|b\xC2\xA3"},
        {"a\xE2\x80\x80"
         "b\xE2\x80\x8A"
         "c\xE2\x80\xAF"
         "d\xE2\x80\x8B"
         "e\xE2\x80\x93"
         "f\xE2\x81\x8A"
         "g",
         "|a|b|c|d\xE2\x80\x8B"
         "e\xE2\x80\x93"
         "f\xE2\x81\x8A"
         "g"},
        {"a,b a, b a,  b a , b", "|a,b|a,b|a,b|a,b"},
        {", a,, b", ",a,,b"},
        {"a b,", "|a|b,"},
        {"a, ", "|a"},
    };
    struct arena *arena = arena_of(state);
    struct phrase phrase;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_text(words_of(arena, &phrase, cases[i].text), cases[i].words);
}

/* As many words as a phrase has room for, and one more. */
static void words_of_a_long_phrase(void **state)
{
    struct arena *arena = arena_of(state);
    const char *text = "first";
    struct phrase phrase;
    for (size_t i = 2; i <= PHRASE_MOST; i++)
        text = arena_format(arena, "%s w%zu", text, i);
    phrase_read(arena, text, &phrase);
    check_false(phrase.too_long);
    check_int(phrase.count, PHRASE_MOST);
    check_text(phrase_rest(&phrase), text);
    for (size_t i = 1; i <= 2; i++) {
        phrase_read(arena, arena_format(arena, "%s more%s", text, i == 2 ? " and more" : ""),
                    &phrase);
        check_true(phrase.too_long);
        check_int(phrase.count, PHRASE_MOST);
    }
    phrase.at = phrase.count;
    phrase_begin_clause(&phrase);
    check_true(phrase_ended(&phrase));
    phrase_read(arena, "", &phrase);
    check_false(phrase.too_long);
    phrase.at = 3;
    phrase_read(arena, "one more", &phrase);
    check_false(phrase.too_long);
    check_text(phrase_rest(&phrase), "one more");
}

/* Of a clause the first word may stand behind a comma, and no other. */
static void steps_over_words(void **state)
{
    static const struct {
        const char *text, *words;
        size_t at, accepted, clause; /* words stepped over by each */
    } cases[] = {
        {"AT Zero az", "at zero", 0, 2, 2},
        {"at zero", "AT ZERO", 0, 2, 2},
        {"at zero", "at zer", 0, 0, 0},
        {"at zero", "at zeros", 0, 0, 0},
        {"at zero", "at zero x", 0, 0, 0},
        {"at", "at zero", 0, 0, 0},
        {"a at, zero", "at zero", 1, 0, 0},
        {"a, at zero", "at zero", 1, 0, 2},
        {"a, at, zero", "at", 1, 0, 1},
        {"a at zero", "at zero", 1, 2, 2},
        {"at", "at", 1, 0, 0},
        {"at zero", "atx", 0, 0, 0},
        {"atx", "at zero", 0, 0, 0},
        {"at zero", "at  zero", 0, 0, 0},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct phrase phrase;
        phrase_read(arena, cases[i].text, &phrase);
        phrase.at = cases[i].at;
        check_int(phrase_accept(&phrase, cases[i].words), cases[i].accepted > 0);
        check_int(phrase.at, cases[i].at + cases[i].accepted);
        phrase.at = cases[i].at;
        check_int(phrase_has_clause_next(&phrase, cases[i].words), cases[i].clause > 0);
        check_int(phrase_accept_clause(&phrase, cases[i].words), cases[i].clause > 0);
        check_int(phrase.at, cases[i].at + cases[i].clause);
    }
}

/* A unit of up to six words, in any spelling that folds to it. */
static void steps_over_a_unit(void **state)
{
    static const struct {
        const char *text, *unit, *units;
        size_t stepped;
    } cases[] = {
        {"member x", "practice", "practices", 1},
        {"members", "practice", "practices", 1},
        {"practice", "practice", "practices", 1},
        {"a b c d e f g", "A & b", "a B c d e F", 6},
        {"a b c d e f g", "x", "a B c d e F g", 7}, /* as it is written */
        {"a \xC3\x89 c d e f", "x", "a \xC3\xA9 c d e f", 6},
        {"a \xC3\x89 c d e f g", "x", "a \xC3\xA9 c d e f g", 0},
        {"a \xC3\x89 c, d", "x", "a \xC3\xA9 c d", 0},
        {"a \xC3\x89", "a \xC3\xA9 c", "x", 0},
        {"a, \xC3\x89", "x", "\xC3\xA9", 0},
        {"\xC3\x89, a", "x", "\xC3\xA9", 1},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct phrase phrase;
        phrase_read(arena, cases[i].text, &phrase);
        check_int(phrase_accept_unit(&phrase, cases[i].unit, cases[i].units), cases[i].stepped > 0);
        check_int(phrase.at, cases[i].stepped);
    }
}

static void steps_over_numbers(void **state)
{
    static const struct {
        const char *text;
        long long number; /* 0 for none */
        size_t stepped;
    } words[] =
        {
            {"one", 1, 1},
            {"one hundred", 100, 2},
            {"a hundred", 100, 2},
            {"hundred", 0, 0},
            {"a", 0, 0},
            {"nine", 9, 1},
            {"ten", 10, 1},
            {"nineteen", 19, 1},
            {"twenty", 20, 1},
            {"twenty-one", 21, 2},
            {"twenty ten", 20, 1},
            {"ninety nine", 99, 2},
            {"ninety, nine", 90, 1},
            {"zero", 0, 0},
        },
      digits[] = {
          {"1", 1, 1}, {"1,000", 1000, 1}, {"1,001", 0, 0}, {"1x", 0, 0},
          {"", 0, 0},  {"one", 0, 0},      {", 1", 0, 0},
      };
    struct arena *arena = arena_of(state);
    struct phrase phrase;
    long long number;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        phrase_read(arena, words[i].text, &phrase);
        check_int(phrase_accept_number_in_words(&phrase, &number), words[i].number > 0);
        check_int(number, words[i].number);
        check_int(phrase.at, words[i].stepped);
    }
    for (size_t i = 0; i < sizeof digits / sizeof *digits; i++) {
        phrase_read(arena, digits[i].text, &phrase);
        check_int(phrase_accept_number(&phrase, 1000, &number), digits[i].number > 0);
        if (digits[i].number > 0)
            check_int(number, digits[i].number);
        check_int(phrase.at, digits[i].stepped);
    }
}

/* What is left is told with its commas, and its first letter as a small one. */
static void what_is_left(void **state)
{
    struct phrase phrase;
    phrase_read(arena_of(state), "Zero, AT  one, zed", &phrase);
    check_text(phrase_whole(&phrase), "Zero, AT one, zed");
    check_int(phrase_letter(&phrase), 'z');
    phrase.at = 1;
    check_text(phrase_word(&phrase), "AT");
    check_int(phrase_letter(&phrase), 'a');
    check_text(phrase_rest(&phrase), "AT one, zed");
    check_text(phrase_whole(&phrase), "Zero, AT one, zed");
    check_false(phrase_accept(&phrase, "at"));
    phrase_begin_clause(&phrase);
    check_true(phrase_accept(&phrase, "at"));
    phrase.at = 4;
    phrase_begin_clause(&phrase);
    check_true(phrase_ended(&phrase));
    check_text(phrase_word(&phrase), "");
    check_int(phrase_letter(&phrase), 0);
    check_text(phrase_rest(&phrase), "");
}

/* What is refused, and words that the message must hold. */
#define A_32 "a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a "

static const char *const refused[][3] = {
    {"", "at least", "more than"},
    {"half of votes cast", "does not begin", "at least"},
    {"half", "does not begin", "Besides, the condition does not say of what"},
    {"most of us", "does not begin", "write, for example, at least 50% of population present"},
    {"must includ The Bell Surgery", "does not begin", "at least"},
    {"at least", "missing", "50%"},
    {"more than", "missing", "50%"},
    {"at least most of votes cast", "most of votes cast", "two thirds"},
    {"at least third of votes cast", "\"third of votes cast\" is not an amount", "two thirds"},
    {"at least most per cent of votes cast", "\"most%\" is not a percentage", "50%"},
    {"at least one two thirds of votes cast", "two thirds of votes cast", "members"},
    {"at least 0% of votes cast", "0%", "above 0"},
    {"at least 0.00% of votes cast", "asks for nothing", "above 0"},
    {"at least 101% of votes cast", "101%", "more than 100%"},
    {"at least 100.1% of votes cast", "100.1%", "more than 100%"},
    {"at least 1,000% of votes cast", "1,000%", "percentage"},
    {"at least 99999999999999999999% of votes cast", "more than 100%", "nothing"},
    {"more than 100% of votes cast", "never", "at least 100%"},
    {"more than 1/1 of votes cast", "never", "100%"},
    {"more than 7/7 of votes cast", "never", "100%"},
    {"at least 100% plus 1 of votes cast", "never", "plus"},
    {"at least 12.34567% of votes cast", "4 decimals", "fraction"},
    {"at least .5% of votes cast", ".5%", "12.5%"},
    {"at least 5.% of votes cast", "5.%", "12.5%"},
    {"at least % of votes cast", "percentage", "12.5%"},
    {"at least 5%% of votes cast", "percentage", "12.5%"},
    {"at least 12,5% of votes cast", "12,5%", "12.5%"},
    {"at least -5% of votes cast", "-5%", "percentage"},
    {"at least 3/2 of votes cast", "3/2", "more than 100%"},
    {"at least 150% of votes present", "150%", "votes against"},
    {"at least 1001% of votes against", "more than 100%", "nothing"},
    {"at least 123.4567% of votes against", "3 decimals", "fraction"},
    {"at least 133.33% of votes against", "133.33%", "write 4/3"},
    {"at least 116.67% of votes against", "116.67%", "write 7/6"},
    {"at least 166.67% of votes against", "166.67%", "write 5/3"},
    {"at least 183.33% of votes against", "183.33%", "write 11/6"},
    {"at least 0/2 of votes cast", "0/2", "is 0"},
    {"at least 2/0 of votes cast", "2/0", "is 0"},
    {"at least 1/1,000,001 of votes cast", "1,000,000", "simpler"},
    {"at least 1/x of votes cast", "\"1/x\" is not a fraction of two whole numbers", "2/3"},
    {"at least x/2 of votes cast", "\"x/2\" is not a fraction of two whole numbers", "2/3"},
    {"at least 1/2/3 of votes cast", "1/2/3", "2/3"},
    {"at least 0.5 of votes cast", "0.5", "50%"},
    {"at least 50 of votes cast", "of votes cast", "at least 2"},
    {"at least 2-3 of votes cast", "2-3", "2/3"},
    {"at least\xE2\x80\x8B"
     "half of votes cast",
     "does not begin", "at least"},
    {"at least half votes cast", "\"of\"", "votes cast"},
    {"at least half, of votes of", "whose", "present"},
    {"at least half of", "votes, population", "practices"},
    {"at least half of patients present", "patients", "the whole population"},
    {"at least half of localities present", "localities present", "practices"},
    {"at least half of all patients", "patients", "the whole population"},
    {"at least half of all population", "all population", "the whole population"},
    {"at least half of votes", "the condition does not say whose", "cast"},
    {"a 50% majority of votes cast", "a majority of no more than half",
     "without the word majority"},
    {"a 40% majority of votes cast", "a majority of no more than half",
     "without the word majority"},
    {"a majority of half of votes cast", "a majority of no more than half", "without"},
    {"at least 5 practices present by owners", "\"by owners\" is written of owners", "class"},
    {"at least 5 practices present of which 2 are new", "is another condition", "row of its own"},
    {"at least 5 practices present of whom 2 are new", "is another condition", "row of its own"},
    {"at least half of all practices against present", "\"present\" at the end is too much",
     "leave it out"},
    {"at least half of votes given", "given", "present, replying, voting, cast or against"},
    {"at least half of votes cast today", "today", "too much"},
    {"at least half of all practices present", "\"present\" is too much behind \"all practices\"",
     "write all practices, or practices present"},
    {"at least half rounded of votes cast", "rounded of", "rounded up"},
    {"at least half rounded to even of votes cast", "which way", "to nearest"},
    {"at least half plus of votes cast", "plus of", "plus 1"},
    {"at least half plus 1.5 of votes cast", "1.5", "whole number"},
    {"at least half plus 1,000,001 of votes cast", "1,000,001", "1,000,000"},
    {"at least 0 practices against", "always met", "write 1"},
    {"at least -1 practices against", "-1 practices", "whole number"},
    {"at least 2", "members", "against"},
    {"at least 2 practices", "whose", "against"},
    {"at least 2 patients present", "patients", "population"},
    {"at least 2,000,000 practices present", "2,000,000", "members up to 1,000,000"},
    {"fewer than 0 practices against", "never be met", "at most 0"},
    {"no", "votes, members", "against"},
    {"no practice", "whose", "against"},
    {"at most 100% of all practices against", "100%", "smaller share"},
    {"at most 150% of votes against", "150%", "smaller share"},
    {"at least 5 practices present of", "behind \"of\"", "each area"},
    {"at least 5 practices present of each class", "of each class", "row of its own"},
    {"at least 5 practices present of every class", "of every class", "row of its own"},
    {"at least 5 practices present of each area of owners", "of owners", "row of its own"},
    {"at least 5 practices present in every area by owners", "by owners", "row of its own"},
    {"must include", "nobody", "The Bell Surgery"},
    {"must include ; ;", "nobody", "The Bell Surgery"},
    /* two conditions in one cell */
    {"at least 5 practices present or 10% of practices present", "or 10%", "column group"},
    {"at least 10% of practices present or 3 practices, whichever is greater", "whichever",
     "at least the greater of"},
    {"at least half of votes cast and 2 practices present",
     "\"and 2 practices present\" is another condition", "all rows have to be met"},
    {"more than half of votes cast unless one is against", "unless", "no member against"},
    {"more than half of votes cast provided 3 are there", "provided", "row of its own"},
    {"at least the greater of 10% of practices present", "one share and one number", "group"},
    {"at least the greater of 10% of practices present and half of votes cast",
     "one share and one number", "group"},
    {"at least the greater of 3 practices and 5 practices present", "one share and one number",
     "group"},
    {"at least the greater of 10% of votes present and 3 practices present", "one thing",
     "10% of members present"},
    {"at least the greater of 10% of practices present and 3 practices voting", "one thing",
     "10% of members present"},
    {"at least the greater of 10% of members present of owners and 3 members present of public",
     "one thing", "both of the same"},
    {"at least the greater of 10% of members present of owners and 3 members present", "one thing",
     "both of the same"},
    {"at least the greater of 10% of members present and 3 members present of owners", "one thing",
     "both of the same"},
    {"at least the greater of 10% of members present of each area and 3 members present",
     "one thing", "both of the same"},
    {"at least the greater of 10% of votes cast for and 3 votes cast", "one thing",
     "both of the same"},
    {"at least the greater of 10% of practices and 3", "whose", "present"},
    {"at least the greater of 10% of practices today and 3 practices present", "today", "whose"},
    {"the greater of 10% of practices present and 3", "does not begin", "at least the greater"},
    {"at least 2,00 practices against", "2,00", "whole number"},
    {"at least 9999999999999999999999 practices against", "whole number", "1,000,000"},
    {"at least half of votes, cast", "cast", "whose"},
    {"at least half of votes cast,", "cast,", "whose"},
    /* what charters say, with the words to write */
    {"half of votes present", "at least half of votes present", "more than half of votes present"},
    {"a-third of votes cast", "write at least a-third of", "more than a-third of"},
    {"more, than half of votes cast", "does not begin", "at least"},
    {"\xE2\x85\x95 of votes cast", "\xE2\x85\x95", "at least"}, /* a fifth */
    {"5 practices present", "at least 5 practices present", "more than 5 practices present"},
    {"a majority of those present and voting", "votes cast", "practices cast"},
    {"more than half of those voting", "votes cast", "practices cast"},
    {"more than half of those present", "votes present", "practices present"},
    {"more than half of members present and voting", "cast", "abstentions"},
    {"50% + 1 of votes cast", "more than half of votes cast", "at least half plus 1 of"},
    {"50%+1 of votes cast", "more than half of votes cast", "at least half plus 1 of"},
    {"at least half plus one of votes cast", "more than half", "at least half plus 1 of"},
    {"at least two thirds + 1 of votes cast", "\"+ 1", "plus 1"},
    {"an absolute majority of votes", "more than half of all votes", "all practices"},
    {"a qualified majority", "share", "at least two thirds of votes cast"},
    {"unanimous", "at least 100% of votes cast", "all practices"},
    {"more votes for than against", "more than half of votes cast", "is written"},
    {"a majority", "of what", "a majority of votes cast"},
    {"more than half of the membership", "membership", "all practices"},
    {"two thirds of those entitled", "does not begin", "at least"},
    {"at least two thirds of members entitled to vote", "entitled", "all practices"},
    {"at least 66 2/3% of votes cast", "66 2/3%", "two thirds"},
    {"more than half of votes polled", "polled", "cast"},
    /* thirds and sixths */
    {"at least 66.67% of votes cast", "66.67%", "write two thirds"},
    {"at least 66.7% of votes cast", "66.7%", "write two thirds"},
    {"at least 66.70% of votes cast", "66.70%", "write two thirds"},
    {"at least 66.6% of votes cast", "66.6%", "write two thirds"},
    {"at least 66.66666667% of votes cast", "66.66666667%", "write two thirds"},
    {"at least 33.3% of votes cast", "33.3%", "write one third"},
    {"more than 33.33% of votes cast", "33.33%", "write one third"},
    {"at least 16.6% of votes cast", "16.6%", "write one sixth"},
    {"at least 16.67% of votes cast", "16.67%", "write one sixth"},
    {"at least 83.3% of votes cast", "83.3%", "write five sixths"},
    {"at least 83.33333% of votes cast", "83.33333%", "write five sixths"},
    /* what a spreadsheet makes of 2/3 */
    {"02-Mar", "date", "two thirds"},
    {"2-mar", "date", "two thirds"},
    {"Mar-02", "date", "two thirds"},
    {"02-Mar-15", "date", "two thirds"},
    {"02/03/2015", "date", "two thirds"},
    {"2015-03-02", "date", "two thirds"},
    {"at least 02-Mar of votes cast", "\"02-Mar\" is a date", "two thirds"},
    {"Mar-2", "date", "two thirds"},
    {"2-mar-15x", "date", "two thirds"},
    /* and what is none of it */
    {"at least 123-mar of votes cast", "\"123-mar of votes cast\" is not an amount", "50%"},
    {"at least 2-xyz of votes cast", "\"2-xyz of votes cast\" is not an amount", "50%"},
    {"2xmar", "does not begin", "at least"},
    {"2-n f", "does not begin", "at least"},
    {"2-mart", "does not begin", "at least"},
    {"mar", "does not begin", "at least"},
    {"mar-x", "does not begin", "at least"},
    {"at least 02/03/2015 of votes cast", "\"02/03/2015\" is a date", "two thirds"},
    {"at least " A_32 A_32 A_32 A_32 "of votes cast", "too long", "50%"},
    {"at least x " A_32 A_32 A_32 "a a a a a a a a a a a a a a a a a a a a a a a a a a a a a",
     "is not an amount", "50%"},
    {"at least x " A_32 A_32 A_32 "a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a",
     "too long", "50%"},
};

static void refuses_with_reason(void **state)
{
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct condition condition;
        const char *fault =
            load_condition(arena_of(state), refused[i][0], &terms_default, &condition);
        if (fault == NULL)
            print_error("accepted: %s\n", refused[i][0]);
        check_contains(fault, refused[i][1]);
        check_contains(fault, refused[i][2]);
    }
}

/* One to a hundred, in words with a hyphen or a space. */
static void reads_numbers_in_words(void **state)
{
    static const char *const ones[] = {"",        "one",     "two",       "three",    "four",
                                       "five",    "six",     "seven",     "eight",    "nine",
                                       "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                       "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    static const char *const tens[] = {"",      "",      "twenty",  "thirty", "forty",
                                       "fifty", "sixty", "seventy", "eighty", "ninety"};
    struct arena *arena = arena_of(state);
    for (int i = 1; i <= 100; i++) {
        const char *word = i == 100      ? "a hundred"
                           : i < 20      ? ones[i]
                           : i % 10 == 0 ? tens[i / 10]
                                         : arena_format(arena, "%s%c%s", tens[i / 10],
                                                        i % 2 == 0 ? '-' : ' ', ones[i % 10]);
        struct condition condition;
        check_text(load_condition(arena, arena_format(arena, "at least %s members present", word),
                                  &terms_default, &condition),
                   NULL);
        check_int(condition.plus, i);
    }
}

/* Words of a member's name are one whatever stands between them, and six may be spelled otherwise.
 */
static void reads_units_of_several_words(void **state)
{
    static const struct {
        const char *units, *text;
        bool known;
    } cases[] = {
        {"a b c d e f", "at least half of all a b c d e f", true},
        {"a b c d e f", "at least 2 A-b\tc\nd\re f present", true},
        {"a b c d e f g", "at least half of all a b c d e f g", true},
        {"a and b c d e", "at least half of all a & b c d e", true},
        {"a and b c d e f", "at least half of all a & b c d e f", false},
        {"a b", "at least half of all a, b", false},
        {"a b", "at least half of all a", false},
        {"GPs and nurses", "at least half of all GPs & nurses cast", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct terms terms = {.unit = "none",
                                    .units = cases[i].units,
                                    .measure = terms_default.measure,
                                    .measures = terms_default.measures};
        struct condition condition;
        const char *fault = load_condition(arena_of(state), cases[i].text, &terms, &condition);
        check_int(fault == NULL, cases[i].known);
    }
}

/* What the messages tell people to write can be read. */
static void advice_can_be_followed(void **state)
{
    static const char *const advice[] = {
        "at least one sixth of votes cast",   "at least five sixths of votes cast",
        "at least one third of votes cast",   "at least two thirds of votes cast",
        "at least 50% of population present", "at least 2 practices against",
        "more than half of all votes",        "more than half of all practices",
        "at least 100% of votes cast",        "at least 100% of all practices",
        "more than half of practices cast",   "at least half plus 1 of votes cast",
        "more than half of votes present",    "more than half of practices present",
    };
    for (size_t i = 0; i < sizeof advice / sizeof *advice; i++) {
        struct condition condition;
        check_text(load_condition(arena_of(state), advice[i], &terms_default, &condition), NULL);
    }
}

/* Any prefix of a condition is read or refused, never run over. */
static void every_prefix_is_safe(void **state)
{
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        size_t length = strlen(examples[i].text);
        for (size_t cut = 0; cut < length; cut++) {
            char *text = malloc(cut + 1);
            assert_non_null(text);
            memcpy(text, examples[i].text, cut);
            text[cut] = '\0';
            if (((unsigned char)examples[i].text[cut] & 0xC0) != 0x80) {
                struct condition condition;
                load_condition(arena_of(state), text, &terms_default, &condition);
            }
            free(text);
        }
    }
}

/* At the bounds of what a column of votes may hold: worked out with whole numbers of any length. */
static void large_quantities_are_exact(void **state)
{
    struct arena *arena = arena_of(state);
    static const struct {
        const char *text;
        int64_t whole;
        unsigned places;
        int64_t needed;
    } cases[] = {
        {"at least 75% of votes cast", INT64_C(1000000000000000000), 0,
         INT64_C(750000000000000000)},
        {"at least two thirds of all votes", INT64_C(1000000000000000000), 0,
         INT64_C(666666666666666667)},
        {"more than half of votes cast", INT64_C(999999999999999999), 0,
         INT64_C(500000000000000000)},
        {"more than half of votes cast", INT64_C(1000000000000000000), 0,
         INT64_C(500000000000000001)},
        {"at most 1/3 of votes cast", INT64_C(1000000000000000000), 0, INT64_C(333333333333333333)},
        {"fewer than 1/4 of votes cast", INT64_C(1000000000000000000), 0,
         INT64_C(249999999999999999)},
        {"at least 999,999/1,000,000 of votes cast", INT64_C(999999999999999999), 0,
         INT64_C(999999000000000000)},
        {"at least two thirds rounded up of votes cast", INT64_C(1000000000000000000), 6,
         INT64_C(666666666667000000)},
        {"at least two thirds rounded down of votes cast", INT64_C(1000000000000000000), 6,
         INT64_C(666666666666000000)},
        {"at least half rounded up plus 1,000,000 of votes cast", INT64_C(999999999999999999), 6,
         INT64_C(500001000000000000)},
        {"at least 1,000,000,000,000 votes for", INT64_C(1000000000000000000), 6,
         INT64_C(1000000000000000000)},
        {"at least 200% of votes against", INT64_C(1000000000000000000), 0,
         INT64_C(2000000000000000000)},
        {"at least 1,000,000/1 of votes against", INT64_C(1000000000000000000), 0,
         INT64_C(4611686018427387903)}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct condition asks;
        check_text(load_condition(arena, cases[i].text, &terms_default, &asks), NULL);
        int64_t needed = condition_needed(&asks, cases[i].whole, cases[i].places);
        check_int(needed, cases[i].needed);
        check_true(condition_met(&asks, needed, needed));
        check_false(condition_met(&asks, asks.at_most ? needed + 1 : needed - 1, needed));
    }
}

static void conditions_of_others_are_not_the_same(void **state)
{
    static const char *const south[] = {"south"}, *const north[] = {"north"};
    const struct condition whole = {.amount = {1, 2}, .measure = MEASURE_MEMBERS};
    struct condition one = whole, other = whole;
    (void)state;
    other.amount = (struct ratio){2, 4};
    check_true(condition_same(&one, &other));
    one.among = other.among = AMONG_CLASS;
    one.names = south;
    other.names = north;
    one.name_count = other.name_count = 1;
    check_false(condition_same(&one, &other));
    other.names = south;
    check_true(condition_same(&one, &other));
    check_false(condition_same(&one, &whole));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(reads_every_form),
        test_with_arena(words_of_a_phrase),
        test_with_arena(words_of_a_long_phrase),
        test_with_arena(steps_over_words),
        test_with_arena(steps_over_a_unit),
        test_with_arena(steps_over_numbers),
        test_with_arena(what_is_left),
        test_with_arena(reads_each_comparison),
        test_with_arena(reads_the_rolls_own_word),
        test_with_arena(refuses_with_reason),
        test_with_arena(reads_numbers_in_words),
        test_with_arena(reads_units_of_several_words),
        test_with_arena(advice_can_be_followed),
        test_with_arena(every_prefix_is_safe),
        test_with_arena(large_quantities_are_exact),
        cmocka_unit_test(conditions_of_others_are_not_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
