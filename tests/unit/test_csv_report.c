/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "outcomes.h"
#include "quorate/report.h"
#include "reweightings.h"

#define HEADINGS                                                                                   \
    "date,motion,decision,title,verdict,winner,practice,code,list size,list size percent,weight,"  \
    "vote,votes counted,status,role,voter,reason,remark,line,lead told,certain,quorum met,"        \
    "confidential,period met,working days,received\r\n"
#define MOTION   "2015-06-24,Adopt the frailty pathway proposal,meeting,Vote at a meeting,carried,,"
#define ELECTION "2015-06-24,,election,Election of the Locality Clinical Director or Deputy,"
#define BALLOT   ",1,,,ballot returned,,,,,,,yes,yes,no,none asked for,,\r\n"

static const char *csv_of(struct arena *arena, const struct sample *sample)
{
    struct buffer out = {.arena = arena};
    report_csv(arena, &sample->outcome, &out);
    return buffer_text(&out);
}

static bool holds(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

static void whole_motion(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    check_text(
        csv_of(arena_of(state), &sample), HEADINGS MOTION
        "The Hart Surgery,K84035,10318,11.25,1,for,1,voted,lead,,,,2,,yes,yes,no,none asked "
        "for,,\r\n" MOTION "Chalgrove and Watlington "
        "Surgeries,K84036,7478,8.15,1,for,1,voted,lead,,,,3,,yes,yes,no,none asked for,,\r\n" MOTION
        "Morland House "
        "Surgery,K84037,10571,11.52,1,against,1,voted,lead,,,,4,,yes,yes,no,none asked "
        "for,,\r\n" MOTION
        "Nettlebed Surgery,K84038,3661,3.99,1,abstain,0,abstained,lead,,,,5,,yes,yes,no,none asked "
        "for,,\r\n" MOTION "Sonning Common Health "
        "Centre,K84039,8648,9.43,1,for,1,voted,lead,,,,6,,yes,yes,no,none asked for,,\r\n" MOTION
        "The Bell Surgery,K84040,8770,9.56,1,against,1,voted,lead,,,,7,,yes,yes,no,none asked "
        "for,,\r\n" MOTION "Millstream Surgery,K84041,4745,5.17,1,,0,absent,,,,,,,yes,yes,no,none "
        "asked for,,\r\n" MOTION "Goring and Woodcote Medical "
        "Practice,K84042,9612,10.48,1,,0,absent,,,,,,,yes,yes,no,none asked for,,\r\n" MOTION
        "The Rycote Practice,K84043,11408,12.44,1,,0,interest "
        "declared,lead,,,,8,,yes,yes,no,none asked for,,\r\n" MOTION
        "Wallingford Medical Centre,K84044,16521,18.01,1,for,1,voted,lead,,,,9,,yes,yes,no,none "
        "asked for,,\r\n");
}

/* Who returned a ballot is told, and nothing of what stands on it. */
static void whole_secret_election(void **state)
{
    static struct sample sample;
    sample_election(&sample);
    sample.poll.roll_call.standing_count = 3;
    sample.standings[1].stance = STANDING_ABSENT;
    sample.standings[2].stance = STANDING_REFUSED;
    static const struct return_outcome refused = {
        .line = 7, .practice = "Morland House Surgery", .role = "manager", .reason = REASON_ROLE};
    sample.poll.ballots.refusals = sample.standings[2].refusal = &refused;
    sample.poll.ballots.refusal_count = 1;
    check_text(csv_of(arena_of(state), &sample), HEADINGS ELECTION
               "further election,,The Hart Surgery,K84035,10318,11.25" BALLOT ELECTION
               "further election,,Chalgrove and Watlington Surgeries,K84036,7478,8.15"
               ",1,,,no reply,,,,,,,yes,yes,no,none asked for,,\r\n" ELECTION
               "further election,,Morland House Surgery,K84037,10571,11.52"
               ",1,,,refused,manager,,A manager may not vote.,,7,,yes,yes,no,none asked for,,\r\n");
}

/* Even if a row were left behind a secret standing, it would not be told. */
static void secret_rows_are_not_read(void **state)
{
    static struct sample sample;
    sample_election(&sample);
    static const struct return_outcome leak = {
        .line = 99, .practice = "The Hart Surgery", .vote = "Dr Leak", .role = "deputy"};
    sample.standings[0].by = &leak;
    const char *page = csv_of(arena_of(state), &sample);
    check_false(holds(page, "Dr Leak"));
    check_false(holds(page, ",99,"));
}

/* When the lead was told of a proxy, and what holds for the whole poll. */
static void columns_of_the_poll(void **state)
{
    static struct sample sample;
    struct arena *arena = arena_of(state);
    sample_meeting(&sample);
    sample.poll.roll_call.standing_count = 1;
    sample.returns[0].role = "proxy";
    sample.returns[0].voter = "Mrs F Ringer";
    sample.returns[0].notified_on = (struct date){2015, 6, 22};
    sample.poll.certain = false;
    sample.poll.quorum.met = false;
    sample.poll.secrecy = BALLOTS_SHOWN;
    check_true(holds(csv_of(arena, &sample),
                     ",proxy,Mrs F Ringer,,,2,2015-06-22,no,no,yes,none asked for,,\r\n"));
    sample.poll.quorum.asked = false;
    check_true(
        holds(csv_of(arena, &sample), ",2015-06-22,no,none asked for,yes,none asked for,,\r\n"));
    struct period period = {.needed = 5, .working_days = 4, .short_by = 1};
    sample.poll.period = &period;
    check_true(holds(csv_of(arena, &sample), ",none asked for,yes,not checked,,\r\n"));
    period.checked = true;
    check_true(holds(csv_of(arena, &sample), ",none asked for,yes,no,4,\r\n"));
    period.met = true;
    check_true(moment_parse("2015-06-22T17:00:05Z", &sample.returns[0].received));
    check_true(holds(csv_of(arena, &sample), ",none asked for,yes,yes,4,2015-06-22T17:00:05Z\r\n"));
}

static void formulas_and_quotation_marks(void **state)
{
    static const struct {
        const char *motion, *cell;
    } cells[] = {
        {"=1+1", ",'=1+1,"},
        {"+44 pounds", ",'+44 pounds,"},
        {"-1", ",'-1,"},
        {"@SUM(A1)", ",'@SUM(A1),"},
        {"\t=1", ",'\xEF\xBF\xBD=1,"},
        {"\r=1", ",'\xEF\xBF\xBD=1,"},
        {"\xEF\xBC\x9D"
         "1",
         ",'\xEF\xBC\x9D"
         "1,"},
        {"=A1,\"x\"", ",\"'=A1,\"\"x\"\"\","},
        {"Say \"yes\"", ",\"Say \"\"yes\"\"\","},
        {"One, two", ",\"One, two\","},
        {"1 = 1", ",1 = 1,"},
    };
    static struct sample sample;
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < COUNT_OF(cells); i++) {
        sample_meeting(&sample);
        sample.poll.motion = cells[i].motion;
        if (!holds(csv_of(arena, &sample), cells[i].cell)) {
            print_error("%s\n", csv_of(arena, &sample));
            check_text("not found", cells[i].cell);
        }
    }
}

static void no_list_sizes_no_figures(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    sample.outcome.has_list_sizes = false;
    sample.outcome.date = (struct date){0};
    sample.poll.roll_call.standing_count = 1;
    sample.outcome.population = 0;
    check_true(holds(csv_of(arena_of(state), &sample),
                     "\r\n,Adopt the frailty pathway proposal,meeting,Vote at a meeting,carried,,"
                     "The Hart Surgery,K84035,,,1,for,1,voted,"));
}

static void a_locality_a_row(void **state)
{
    static struct county_sample sample;
    struct arena *arena = arena_of(state);
    struct buffer out = {.arena = arena};
    sample_county(&sample);
    sample.county.whole = true;
    sample.localities[0].whole_votes = 2;
    sample.localities[0].by_lot = true;
    report_csv_county(arena, &sample.county, &out);
    check_true(
        holds(buffer_text(&out),
              "\r\n2015-04-01,North East Oxfordshire,10,81090,11.3,1.13,11.3,1.13,1.13,2,yes,"
              "8,13.33,13.33,no\r\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(whole_motion),
        test_with_arena(whole_secret_election),
        test_with_arena(secret_rows_are_not_read),
        test_with_arena(columns_of_the_poll),
        test_with_arena(formulas_and_quotation_marks),
        test_with_arena(no_list_sizes_no_figures),
        test_with_arena(a_locality_a_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
