/* SPDX-License-Identifier: MIT */

/* How long a vote was open, and when it may close: by the rules of tables, by hand. */
#include "unit/polls.h"

#include "quorate/timetable.h"

#define FIVE_DAYS CLAUSE("period", "at least 5 working days", "Article 8")

/* NULL for a time that is not given. */
static struct moment at(const char *text)
{
    struct moment moment = {0};
    check_true(text == NULL || moment_parse(text, &moment));
    return moment;
}

static struct date on(const char *text)
{
    struct date date = {0};
    check_true(text == NULL || date_parse(text, &date));
    return date;
}

static const struct calendar *england(struct arena *arena)
{
    struct diag diag = {.arena = arena};
    struct calendar *calendar = arena_alloc(arena, 1, sizeof *calendar);
    struct holiday_list list;
    check_true(load_holidays(
        arena, &diag, bytes_of("bank-holidays.csv", bundled_bank_holidays.bytes), &list, NULL));
    *calendar = calendar_make(arena, list, (struct holiday_list){0});
    return calendar;
}

static struct poll_outcome open_between(struct arena *arena, const char *rules, const char *opens,
                                        const char *closes)
{
    const char *received = opens != NULL ? opens : closes;
    return decide_tables(
        arena, (struct tables){
                   .rules = rules,
                   .roll = roll_of_trees(arena, TREES),
                   .decision = "vote",
                   .ballots = arena_format(arena, "practice,vote,received\nAsh,for,%s\n",
                                           received == NULL ? "2015-09-24 09:00" : received),
                   .circumstances.opens = at(opens),
                   .circumstances.closes = at(closes),
                   .circumstances.calendar = england(arena),
               });
}

static void a_period_is_checked(void **state)
{
    static const struct {
        const char *opens, *closes;
        int working_days, short_by;
    } cases[] = {
        {"2015-09-24 09:00", "2015-09-30 17:00", 5, 0},
        {"2015-09-24 09:00", "2015-09-29 17:00", 4, 1},
        {"2015-09-24 09:00", "2015-09-30 00:00", 5, 0}, /* the hour does not matter */
        {"2015-09-24 09:00", "2015-09-24 17:00", 1, 4},
        {"2015-09-26 09:00", "2015-09-27 17:00", 0, 5},
        {"2015-04-02 09:00", "2015-04-10 17:00", 5, 0}, /* Easter */
        {"2015-04-02 09:00", "2015-04-09 17:00", 4, 1},
        /* By the clock of England it is 1 October, and 2 October. */
        {"2015-09-30T23:30Z", "2015-10-07T22:59Z", 5, 0},
        {"2015-09-30T22:30Z", "2015-10-06T22:59Z", 5, 0},
        /* And in winter it is what UTC says. */
        {"2015-11-04T23:30Z", "2015-11-10T23:59Z", 5, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct poll_outcome poll = open_between(arena_of(state), RULES ONE_EACH MAJORITY FIVE_DAYS,
                                                cases[i].opens, cases[i].closes);
        check_true(poll.period->checked);
        check_int(poll.period->working_days, cases[i].working_days);
        check_int(poll.period->short_by, cases[i].short_by);
        check_int(poll.period->met, cases[i].short_by == 0);
        check_int(poll.period->needed, 5);
        check_text(poll.period->rule.clause, "Article 8");
        check_true(poll.period->known && poll.period->certain);
        check_int(poll.result.verdict, VERDICT_CARRIED); /* whatever the period was */
    }
}

static void holidays_in_a_period_are_told(void **state)
{
    struct poll_outcome poll = open_between(arena_of(state), RULES ONE_EACH MAJORITY FIVE_DAYS,
                                            "2015-12-24 09:00", "2016-01-04 12:00");
    check_int(poll.period->holidays.count, 3);
    check_text(poll.period->holidays.items[0].title, "Christmas Day");
    check_text(date_iso(arena_of(state), poll.period->holidays.items[1].date), "2015-12-28");
    check_text(date_iso(arena_of(state), poll.period->holidays.items[2].date), "2016-01-01");
}

static void what_is_not_given_is_not_checked(void **state)
{
    static const char *const times[][2] = {
        {NULL, NULL}, {"2015-09-24 09:00", NULL}, {NULL, "2015-09-24 09:00"}};
    for (size_t i = 0; i < 3; i++) {
        struct poll_outcome poll = open_between(arena_of(state), RULES ONE_EACH MAJORITY FIVE_DAYS,
                                                times[i][0], times[i][1]);
        check_false(poll.period->checked);
        check_int(poll.period->opens_given, times[i][0] != NULL);
        check_int(poll.period->closes_given, times[i][1] != NULL);
        check_int(poll.period->needed, 5);
    }
    struct poll_outcome poll = open_between(arena_of(state), RULES ONE_EACH MAJORITY,
                                            "2015-09-24 09:00", "2015-09-24 17:00");
    check_true(poll.period == NULL);
}

static void days_past_the_table_are_not_known(void **state)
{
    static const struct {
        const char *opens, *closes;
        bool known;
    } cases[] = {
        {"2028-12-20 09:00", "2028-12-31 17:00", true},
        {"2028-12-20 09:00", "2029-01-01 17:00", false},
        {"2011-12-30 09:00", "2012-01-06 17:00", false},
        {"2012-01-01 09:00", "2012-01-06 17:00", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct poll_outcome poll = open_between(arena_of(state), RULES ONE_EACH MAJORITY FIVE_DAYS,
                                                cases[i].opens, cases[i].closes);
        check_int(poll.period->known, cases[i].known);
        check_text(date_iso(arena_of(state), poll.period->known_until), "2028-12-31");
    }
}

#define TWO_READINGS                                                                               \
    RULES ONE_EACH MAJORITY FIVE_DAYS READING("both ends are left out", "period",                  \
                                              "at least 7 working days")                           \
        READING("four will do", "period", "at least 4 working days")

static void each_reading_is_checked(void **state)
{
    struct poll_outcome poll =
        open_between(arena_of(state), TWO_READINGS, "2015-09-24 09:00", "2015-09-30 17:00");
    check_true(poll.period->met);
    check_false(poll.period->certain);
    check_int(poll.period->reading_count, 2);
    check_text(poll.period->readings[0].name, "both ends are left out");
    check_int(poll.period->readings[0].short_by, 2);
    check_false(poll.period->readings[0].met);
    check_true(poll.period->readings[1].met);
    poll = open_between(arena_of(state), TWO_READINGS, "2015-09-24 09:00", "2015-10-02 17:00");
    check_true(poll.period->met && poll.period->certain);
}

/* ---- Timetables */

static struct timetable timetable_of(struct arena *arena, const char *text, const char *opens,
                                     const char *closes)
{
    struct diag diag = {.arena = arena};
    struct rules *rules = arena_alloc(arena, 1, sizeof *rules);
    check_true(load_rules(arena, &diag, bytes_of("rules.csv", text), rules, NULL));
    return decide_timetable(arena, &(struct timetable_request){
                                       .rules = rules,
                                       .decision = "vote",
                                       .calendar = england(arena),
                                       .opens = on(opens),
                                       .closes = on(closes),
                                   });
}

static void the_days_are_told_one_by_one(void **state)
{
    struct arena *arena = arena_of(state);
    static const struct {
        int day, number;
        enum day_kind kind;
    } days[] = {{2, 1, DAY_WORKING}, {3, 0, DAY_HOLIDAY}, {4, 0, DAY_WEEKEND},
                {5, 0, DAY_WEEKEND}, {6, 0, DAY_HOLIDAY}, {7, 2, DAY_WORKING},
                {8, 3, DAY_WORKING}, {9, 4, DAY_WORKING}, {10, 5, DAY_WORKING}};
    struct timetable table =
        timetable_of(arena, RULES ONE_EACH MAJORITY FIVE_DAYS, "2015-04-02", NULL);
    check_true(table.has_period && table.known);
    check_text(date_iso(arena, table.earliest), "2015-04-10");
    check_int(table.day_count, 9);
    for (size_t i = 0; i < 9; i++) {
        check_int(table.days[i].date.day, days[i].day);
        check_int(table.days[i].kind, days[i].kind);
        check_int(table.days[i].number, days[i].number);
    }
    check_text(table.days[1].holiday->title, "Good Friday");
    check_text(table.days[4].holiday->title, "Easter Monday");
    check_true(table.days[0].holiday == NULL);
}

static void a_close_is_judged(void **state)
{
    static const struct {
        const char *closes;
        int working_days, short_by, days;
    } cases[] = {
        {"2015-04-02", 1, 4, 9},  {"2015-04-09", 4, 1, 9},  {"2015-04-10", 5, 0, 9},
        {"2015-04-11", 5, 0, 10}, {"2015-04-13", 6, 0, 12},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct timetable table = timetable_of(arena_of(state), RULES ONE_EACH MAJORITY FIVE_DAYS,
                                              "2015-04-02", cases[i].closes);
        check_int(table.working_days, cases[i].working_days);
        check_int(table.short_by, cases[i].short_by);
        check_int(table.lawful, cases[i].short_by == 0);
        check_int(table.day_count, cases[i].days);
        check_text(date_iso(arena_of(state), table.earliest), "2015-04-10");
    }
}

static void a_day_that_does_not_count_begins_with_the_next(void **state)
{
    struct arena *arena = arena_of(state);
    struct timetable table =
        timetable_of(arena, RULES ONE_EACH MAJORITY FIVE_DAYS, "2015-09-26", NULL);
    check_int(table.days[0].kind, DAY_WEEKEND);
    check_int(table.days[2].number, 1);
    check_text(date_iso(arena, table.earliest), "2015-10-02");
}

static void a_timetable_has_every_reading(void **state)
{
    struct arena *arena = arena_of(state);
    struct timetable table = timetable_of(arena, TWO_READINGS, "2015-09-24", "2015-09-30");
    check_int(table.reading_count, 2);
    check_text(date_iso(arena, table.readings[0].earliest), "2015-10-02");
    check_false(table.readings[0].met);
    check_text(date_iso(arena, table.readings[1].earliest), "2015-09-29");
    check_true(table.readings[1].met);
}

static void without_a_period_there_is_no_timetable(void **state)
{
    struct timetable table =
        timetable_of(arena_of(state), RULES ONE_EACH MAJORITY, "2015-09-24", "2015-09-30");
    check_false(table.has_period);
    check_false(date_given(table.earliest));
    check_int(table.day_count, 0);
}

/* "stored ... and destroyed after a month" (Appendix 1, 10): the months are not equally long. */
static void ballots_are_destroyed_a_month_later(void **state)
{
    static const char *const cases[][2] = {
        {"2015-01-31", "2015-02-28"}, {"2016-01-31", "2016-02-29"}, {"2016-01-29", "2016-02-29"},
        {"2015-02-28", "2015-03-28"}, {"2015-08-31", "2015-09-30"}, {"2015-12-31", "2016-01-31"},
        {"2015-10-09", "2015-11-09"},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct poll_outcome poll = decide_tables(
            arena, (struct tables){.rules = RULES ONE_EACH MAJORITY RULE("keep ballots", "1 month"),
                                   .roll = roll_of_trees(arena, TREES),
                                   .decision = "vote",
                                   .ballots = "practice,vote\nAsh,for\n",
                                   .circumstances.confirmed = on(cases[i][0])});
        check_text(date_iso(arena, poll.keeping.destroy_on), cases[i][1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(a_period_is_checked),
        test_with_arena(holidays_in_a_period_are_told),
        test_with_arena(what_is_not_given_is_not_checked),
        test_with_arena(days_past_the_table_are_not_known),
        test_with_arena(each_reading_is_checked),
        test_with_arena(the_days_are_told_one_by_one),
        test_with_arena(a_close_is_judged),
        test_with_arena(a_day_that_does_not_count_begins_with_the_next),
        test_with_arena(a_timetable_has_every_reading),
        test_with_arena(without_a_period_there_is_no_timetable),
        test_with_arena(ballots_are_destroyed_a_month_later),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
