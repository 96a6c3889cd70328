/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "quorate/buffer.h"
#include "quorate/tables.h"

/* load_rules: every rule with values that are and are not allowed, and what rows must be together.
 */

struct loaded {
    bool usable;
    struct rules rules;
    size_t rows;
    struct diag diag;
};

static struct loaded load(struct arena *arena, const char *table)
{
    struct loaded loaded = {.diag = {.arena = arena}};
    loaded.usable =
        load_rules(arena, &loaded.diag,
                   (struct bytes){.name = "rules.csv", .bytes = table, .length = strlen(table)},
                   &loaded.rules, &loaded.rows);
    check_int(loaded.usable, loaded.diag.errors == 0);
    return loaded;
}

#define HEADER   "decision,rule,value,clause,reading\n"
#define MOTION   "meeting,weight,list size,,\nmeeting,passes,more than half of votes cast,,\n"
#define ELECTION "election,weight,list size,,\nelection,elects,most votes,,\n"

/* The table gives one error, which stands at this cell and whose words hold these. */
static void check_error(struct arena *arena, const char *table, size_t line, size_t cell,
                        const char *what, const char *remedy)
{
    struct loaded loaded = load(arena, table);
    if (loaded.diag.errors != 1)
        for (size_t i = 0; i < loaded.diag.count; i++)
            print_error("line %zu: %s\n", loaded.diag.problems[i].place.line,
                        loaded.diag.problems[i].what.full);
    check_int((long long)loaded.diag.errors, 1);
    const struct message *problem = diag_messages(&loaded.diag);
    while (problem->severity != SEVERITY_ERROR)
        problem++;
    check_contains(problem->what, what);
    check_contains(problem->remedy, remedy);
    check_text(problem->place.file, "rules.csv");
    check_int((long long)problem->place.line, (long long)line);
    check_int((long long)problem->place.cell, (long long)cell);
}

#define REFUSED_MOST 16

/* Values of each rule, for a kind of decision that may have it. */
struct keyword_case {
    enum rule_kind kind;
    const char *decision;
    const char *allowed[6];
    const char *refused[REFUSED_MOST];
};

static const struct keyword_case keyword_cases[] = {
    {RULE_BODY, "*", {"A Body"}, {""}},
    {RULE_EDITION, "*", {"2015/16", "2"}, {""}},
    {RULE_TITLE, "meeting", {"Vote at a meeting"}, {""}},
    {RULE_ROLL, "*", {"localities.csv"}, {"", "../roll.csv", "a\\b.csv"}},
    {RULE_UNIT,
     "*",
     {"practice, practices", "locality,localities", "sub-group, sub-groups"},
     {"", "practice", "practice,", ", practices", "a, b, c", "a,,b", "vote, ballots", "-, -",
      "all, alls", "ballot, votes", "whole population, people", "crowd, populations",
      "population, crowds", "vote, allotments", "all, everybody"}},
    {RULE_MEASURE,
     "*",
     {"patient, patients", "share,shares", "population, populations"},
     {"", "share", "share,", ", shares", "a, b, c", "vote, votes", "member, members",
      "practice, practices", "-, -", "person, members", "member, people", "practice, shares",
      "share, practices"}},
    {RULE_WEIGHT,
     "meeting",
     {"one vote per practice", "One Vote Per Member", "list_size", "votes column",
      "one vote per 2,000 patients, rounded down",
      "one vote per 2000 patients rounded to nearest, at least 1"},
     {"", "one vote", "one vote per locality", "one vote per patient",
      "one vote per 2,000 patients", "one vote per 0 patients, rounded up",
      "one vote per 2,000 patients, rounded up, at least 0",
      "one vote per 2,00 patients, rounded up"}},
    {RULE_QUORUM,
     "meeting",
     {"none", "None", "at least 50% of population present", "at least 5 practices present",
      "at least 50% of votes against"},
     {"", "50%", "at least half of all practices", "at least half of the whole population",
      "at least half of all votes", "no", "at least 66.7% of practices voting", "none at all",
      "more than 100% of votes against", "at least 150% of practices against"}},
    {RULE_PASSES,
     "meeting",
     {"more than half of votes cast", "at least two thirds of all practices",
      "more than 3 practices cast", "more than 100% of votes against"},
     {"", "none", "most votes", "02-Mar", "more than 101% of votes cast"}},
    {RULE_ELECTS,
     "election",
     {"most votes", "Most votes", "more than 1/2 of votes cast", "at least 40% of votes cast"},
     {"", "more than half of practices cast", "more than half of votes voting",
      "at least 3 practices cast", "plurality", "at least half of all votes"}},
    {RULE_TIE,
     "meeting",
     {"not carried", "casting vote", "Not Carried", "casting_vote"},
     {"", "carried", "further election among the tied"}},
    {RULE_TIE, "election", {"further election among the tied"}, {"not carried", "casting vote"}},
    {RULE_CANDIDATES, "election", {"any", "listed", "Listed"}, {"", "all"}},
    {RULE_NOTE, "meeting", {"Printed."}, {""}},
    {RULE_NEXT_STEP, "meeting", {"Tell them."}, {""}},
    {RULE_ROUTE, "meeting", {"required", "Required"}, {"", "optional", "asked", "no"}},
    {RULE_VOTERS,
     "meeting",
     {"lead", "lead, deputy, proxy", "Lead,practice_manager", "observer, other",
      "public representative"},
     {"", "leads", "lead,", "lead;deputy", ",lead", "lead,,deputy"}},
    {RULE_PROXY,
     "meeting",
     {"named and notified", "named & notified", "named", "any", "none"},
     {"", "notified"}},
    {RULE_PROXIES,
     "meeting",
     {"at most 2 a person", "at most two proxies each", "No more than 1 proxy per person",
      "from a member present", "at most 2 a person, from a member present"},
     {"", "at most 2", "at most 0 a person", "from a member", "at most 2 a person, each"}},
    {RULE_QUORUM_AT, "meeting", {"vote", "opening", "Opening"}, {"", "the opening", "both"}},
    {RULE_INTEREST,
     "meeting",
     {"counts as present", "does not count as present", "leaves the base"},
     {"", "present"}},
    {RULE_ABSTENTION, "meeting", {"present", "takes part"}, {"", "absent", "counts"}},
    {RULE_REPEAT_BALLOTS,
     "meeting",
     {"error", "void, takes part", "void takes part", "void, does not take part", "first counts",
      "last counts"},
     {"", "void", "last"}},
    {RULE_AREAS, "meeting", {"together", "every area must pass"}, {"", "apart"}},
    {RULE_AREAS, "election", {"together"}, {"every area must pass"}},
    {RULE_PERIOD,
     "election",
     {"at least 5 working days", "at least 1 working day", "At least 1,000 working days"},
     {"", "5 working days", "at least 0 working days", "at least 5 days",
      "at least 1.5 working days", "at least 5 working days or so", "at least 1,001 working days"}},
    {RULE_SECRECY, "election", {"open", "secret"}, {"", "closed"}},
    {RULE_KEEP_BALLOTS, "election", {"1 month", "12 months"}, {"", "0 months", "1 year", "month"}},
    {RULE_REVIEW,
     "meeting",
     {"at least 2 practices against", "more than 1/2 of votes against",
      "at least half of all practices"},
     {"", "none", "2 against", "at least 100% plus 1 of votes against"}},
    {RULE_REVIEW_BY,
     "*",
     {"31 March 2016", "2016-03-31", "31-Mar-16"},
     {"", "March 2016", "2016", "31 February 2016", "2016-03-31 or earlier"}},
    {RULE_REVIEW_INTERESTS,
     "*",
     {"every 12 months", "every 1 month", "Every 1,200 months"},
     {"", "12 months", "every year", "every 0 months", "every 1,201 months", "annually"}},
    {RULE_LOCALITY, "*", {"South East Oxfordshire"}, {""}},
    {RULE_GOVERNING_BODY_VOTES,
     "*",
     {"10", "1", "1,000"},
     {"", "0", "-1", "1.5", "ten", "1,001", "1e3"}},
    {RULE_GOVERNING_BODY_TOTAL, "*", {"as stated", "sum of rows"}, {"", "stated"}},
};

#define KEYWORD_CASES (sizeof keyword_cases / sizeof *keyword_cases)

/* A table that is right but perhaps for this one row, on line 2. */
static const char *table_with(struct arena *arena, const struct keyword_case *keyword,
                              const char *value)
{
    struct buffer table = {.arena = arena};
    buffer_format(&table, HEADER "%s,%s,\"%s\",,\n", keyword->decision, rule_name(keyword->kind),
                  value);
    if (keyword->kind != RULE_WEIGHT)
        buffer_add(&table, "meeting,weight,list size,,\n");
    if (keyword->kind != RULE_PASSES)
        buffer_add(&table, "meeting,passes,more than half of votes cast,,\n");
    buffer_add(&table, "election,weight,list size,,\n");
    if (keyword->kind != RULE_ELECTS)
        buffer_add(&table, "election,elects,most votes,,\n");
    return buffer_text(&table);
}

static void every_rule_has_cases(void **state)
{
    (void)state;
    for (size_t kind = 0; kind < RULE_KINDS; kind++) {
        size_t found = 0;
        for (size_t i = 0; i < KEYWORD_CASES; i++)
            found += keyword_cases[i].kind == (enum rule_kind)kind;
        if (found == 0)
            print_error("no cases for %s\n", rule_name((enum rule_kind)kind));
        check_true(found > 0);
    }
}

static void every_rule_reads_its_values(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < KEYWORD_CASES; i++)
        for (size_t j = 0; j < 6 && keyword_cases[i].allowed[j] != NULL; j++) {
            const char *value = keyword_cases[i].allowed[j];
            struct loaded loaded = load(arena, table_with(arena, &keyword_cases[i], value));
            if (!loaded.usable)
                print_error("%s %s: %s\n", rule_name(keyword_cases[i].kind), value,
                            loaded.diag.problems[0].what.full);
            check_true(loaded.usable);
            check_text(loaded.rules.rows[0].text, value);
            check_int(loaded.rules.rows[0].kind, keyword_cases[i].kind);
            check_int((long long)loaded.rules.rows[0].line, 2);
        }
}

static void every_rule_refuses_other_values(void **state)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < KEYWORD_CASES; i++)
        for (size_t j = 0; j < REFUSED_MOST && keyword_cases[i].refused[j] != NULL; j++) {
            const char *value = keyword_cases[i].refused[j];
            check_error(arena, table_with(arena, &keyword_cases[i], value), 2, 3,
                        *value == '\0' ? "blank" : "", "rite");
        }
}

/* Whether any message of the table says this. */
static bool says(struct arena *arena, const char *table, const char *what)
{
    struct loaded loaded = load(arena, table);
    for (size_t i = 0; i < loaded.diag.count; i++)
        if (strstr(loaded.diag.problems[i].what.full, what) != NULL)
            return true;
    return false;
}

#define HAS(kinds, kind) ((UINT64_C(1) << (kind) & (kinds)) != 0)

static void rules_of_the_whole_body_and_rules_with_readings(void **state)
{
    const uint64_t of_the_body =
        UINT64_C(1) << RULE_BODY | UINT64_C(1) << RULE_EDITION | UINT64_C(1) << RULE_ROLL |
        UINT64_C(1) << RULE_UNIT | UINT64_C(1) << RULE_MEASURE | UINT64_C(1) << RULE_LOCALITY |
        UINT64_C(1) << RULE_REVIEW_BY | UINT64_C(1) << RULE_REVIEW_INTERESTS |
        UINT64_C(1) << RULE_GOVERNING_BODY_VOTES | UINT64_C(1) << RULE_GOVERNING_BODY_TOTAL;
    const uint64_t without_readings = of_the_body | UINT64_C(1) << RULE_TITLE |
                                      UINT64_C(1) << RULE_NOTE | UINT64_C(1) << RULE_NEXT_STEP |
                                      UINT64_C(1) << RULE_ROUTE | UINT64_C(1) << RULE_PROXIES |
                                      UINT64_C(1) << RULE_SECRECY;
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < KEYWORD_CASES; i++) {
        enum rule_kind kind = keyword_cases[i].kind;
        const char *name = rule_name(kind), *value = keyword_cases[i].allowed[0];
        print_message("%s\n", name);
        check_int(says(arena,
                       arena_format(arena, HEADER "*,%s,\"%s\",,another\n" MOTION, name, value),
                       "has no alternative readings"),
                  HAS(without_readings, kind));
        check_int(says(arena,
                       arena_format(arena, HEADER "meeting,%s,\"%s\",,\n" MOTION, name, value),
                       "holds for all decisions, not only for \"meeting\""),
                  HAS(of_the_body, kind));
    }
    check_error(arena, HEADER "*,title,Vote,,another\n" MOTION, 2, 5, "the rule \"title\" has no",
                "Leave the reading blank.");
    check_error(arena, HEADER "meeting,edition,2,,\n" MOTION, 2, 1, "the rule \"edition\" holds",
                "Write * for the decision.");
}

static const struct rule *only(struct arena *arena, const char *row)
{
    struct loaded loaded = load(arena, arena_format(arena, HEADER "%s\n" MOTION ELECTION, row));
    const struct rule *rows = loaded.rules.rows;
    check_true(loaded.usable);
    return rows;
}

/* Two amounts of the same thing: one of them says nothing. Of others both are asked for. */
static void two_amounts_of_one_thing(void **state)
{
#define HALF "at least 50% of members present"
#define MOST "at least 80% of members present"
    static const struct {
        const char *one, *other;
        bool refused;
    } cases[] = {
        {HALF, MOST, true},
        {HALF, "more than 50% of members present", true},
        {"at least 5 members present", "at least 6 members present", true},
        {"at least 5 members present", "more than 5 members present", true},
        {HALF, "at least 5 members present", false},
        {HALF, "at least 80% of population present", false},
        {HALF, "at least 80% of members voting", false},
        {HALF, "at least 80% of members present of each area", false},
        {"at least half plus 1 of members present", MOST, false},
        {MOST, "at least half plus 1 of members present", false},
        {"at least half rounded up of members present", MOST, false},
        {MOST, "at least half rounded up of members present", false},
        {"at least the greater of 10% of members present and 3", MOST, false},
        {MOST, "at least the greater of 10% of members present and 3", false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *rows = arena_format(arena, "meeting,quorum,%s,,\nmeeting,quorum,%s,,\n",
                                        cases[i].one, cases[i].other);
        print_message("%s", rows);
        if (cases[i].refused)
            check_error(arena, arena_format(arena, HEADER "%s" MOTION, rows), 3, 3,
                        "asks for another amount of what line 2 asks for", "give each a group");
        else
            check_int(load(arena, arena_format(arena, HEADER "%s" MOTION, rows)).diag.errors, 0);
    }
    /* Each row is told once. */
    check_int(load(arena, HEADER "meeting,quorum," HALF ",,\nmeeting,quorum," MOST
                                 ",,\nmeeting,quorum,at least 90% of members present,,\n" MOTION)
                  .diag.errors,
              2);
    check_int(load(arena,
                   "decision,rule,value,group\nmeeting,quorum," HALF ",a\nmeeting,quorum," MOST
                   ",b\nmeeting,weight,list size,\nmeeting,passes,more than half of votes "
                   "cast,\n")
                  .diag.errors,
              0);
}

/* A comma in a clause makes a reading of what stands behind it. */
static void readings_that_are_the_rest_of_a_clause(void **state)
{
    static const struct {
        const char *cells;
        bool refused;
    } cases[] = {
        {"Article 5,second sentence", true},
        {"Article 5,final sentences of it", true},
        {"Article 5,8 and 10", true},
        {"Article 5,12", true},
        {"Article 5,and 6", true},
        {"Article 5,section 6", true},
        {"Article 5, another view", true},
        {" Article 5, another view", false},
        {"Article 5,another view", false},
        {"Article 5,last counts", false},
        {"Article 5,second", false},
        {"Article 5,seconds sentence", false},
        {"Article 5,sec sentence", false},
        {"Article 5,12th view", false},
        {"Article 5,andy", false},
        {"\"Article 5\",second sentence", false},
        {" \"Article 5\",second sentence", false},
        {",second sentence", false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *table = arena_format(
            arena, HEADER MOTION "meeting,tie,not carried,,\nmeeting,tie,casting vote,%s\n",
            cases[i].cells);
        print_message("%s\n", cases[i].cells);
        if (cases[i].refused)
            check_error(arena, table, 5, 5, "looks like the rest of the clause", "quotation marks");
        else
            check_int(load(arena, table).diag.errors, 0);
    }
    check_int(load(arena, HEADER "meeting,weight,list size,Article 5,\n").diag.errors, 1);
    /* What two rows are read by is a name. */
    check_int(load(arena, HEADER "meeting,tie,casting vote,Article 5,second sentence\n"
                                 "meeting,quorum,none,Article 6,second sentence\n"
                                 "meeting,tie,not carried,,\n"
                                 "meeting,quorum,at least 2 members present,,\n" MOTION)
                  .diag.errors,
              0);
    check_int(load(arena,
                   HEADER MOTION "meeting,tie,not carried,,\nmeeting,quorum,none,,\n"
                                 "meeting,tie,casting vote,Article 5,second sentence\n"
                                 "meeting,quorum,at least 2 members present,Article 5,second "
                                 "sentence\n")
                  .diag.errors,
              0);
}

/* A clause of an edition that was or will be, or of some decisions, and those that are like one. */
static void clauses_of_some_decisions(void **state)
{
    static const struct {
        const char *clause;
        bool refused;
    } cases[] = {
        {"Old constitution", true},
        {"The next edition", true},
        {"Clause 7 of the former rules", true},
        {"Old Rectory constitution", false},
        {"Constitution of the old town", false},
        {"Constitution", false},
        {"Article 5 but only in May", true},
        {"Only when money is spent", true},
        {"\"Clause 7, for budgets only\"", true},
        {"\"Clause 7, for budgets\"", false},
        {"\"Clause 7, of budgets only\"", false},
        {"Repealed", true},
        {"?", true},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *table =
            arena_format(arena, HEADER MOTION "meeting,tie,not carried,%s,\n", cases[i].clause);
        print_message("%s\n", cases[i].clause);
        if (cases[i].refused)
            check_error(arena, table, 4, 4, "stands here, and the rule would hold",
                        "delete the row");
        else
            check_int(load(arena, table).diag.errors, 0);
        check_int(load(arena, arena_format(arena,
                                           HEADER MOTION "meeting,tie,not carried,,\n"
                                                         "meeting,tie,casting vote,%s,other\n",
                                           cases[i].clause))
                      .diag.errors,
                  0);
    }
}

/* A reading takes the place of a row that has none, of its rule and its kind of decision. */
static void readings_of_rows_that_there_are(void **state)
{
#define READ "meeting,tie,casting vote,,another\n"
    static const struct {
        const char *rows;
        size_t errors;
    } cases[] = {
        {READ, 1},
        {"meeting,tie,not carried,,\nmeeting,tie,casting vote,,default\n", 1},
        {"meeting,tie,not carried,,\nmeeting,tie,casting vote,,Main reading\n", 1},
        {",tie,not carried,,\n", 1},
        {"meeting,tie,not carried,,\n" READ, 0},
        {READ "meeting,tie,not carried,,\n", 0},
        {"*,quorum,none,,\nmeeting,quorum,at least 2 members present,,another\n", 0},
        {"meeting,tie,not carried,,\n*,tie,casting vote,,another\n", 0},
        {"meeting,quorum,none,,\n" READ, 1},
        {"election,quorum,none,,\nmeeting,quorum,at least 2 members present,,another\n", 1},
        {READ "meeting,tie,not carried,,a third\n", 1}, /* told of the first */
        {READ "meeting,quorum,at least 2 members present,,another\n", 2},
        {"meeting,quorum,at least 2 members present,,another\n"
         "election,quorum,at least 2 members present,,another\n",
         2},
        {READ "meeting,tee,none,,\n", 1}, /* that row may be it */
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s", cases[i].rows);
        check_int(load(arena, arena_format(arena, HEADER "%s" MOTION ELECTION, cases[i].rows))
                      .diag.errors,
                  cases[i].errors);
    }
    check_error(arena, HEADER READ MOTION, 2, 5, "has the reading \"another\" and no row without",
                "Add a row without a reading");
    /* That there is no weight is told alone. */
    check_int(load(arena, HEADER "meeting,passes,more than half of votes cast,,\n"
                                 "meeting,weight,list size,,another\n")
                  .diag.errors,
              1);
}

static void values_become_fields(void **state)
{
    struct arena *arena = arena_of(state);
    const struct loaded reviews = load(
        arena, HEADER "*,review by,2027-01-01,,\n*,review interests,every 6 months,,\n" MOTION);
    check_int(reviews.rules.review_by->line, 2);
    check_int(reviews.rules.review_interests->line, 3);
    const struct proxy_limits *proxies =
        &only(arena, "meeting,proxies,from a member present,,")->as.proxies;
    check_int(proxies->most, 0);
    check_true(proxies->from_present);
    proxies = &only(arena, "meeting,proxies,at most 2 a person,,")->as.proxies;
    check_int(proxies->most, 2);
    check_false(proxies->from_present);
    check_int(only(arena, "*,tie,casting vote,,a reading\nmeeting,tie,not carried,,")->as.tie,
              TIE_CASTING_VOTE);
    check_int(only(arena, "*,proxy,NAMED,,")->as.proxy, PROXY_NAMED);
    check_int(only(arena, "*,interest,leaves the base,,")->as.interest, INTEREST_LEAVES_BASE);
    check_int(only(arena, "*,abstention,takes part,,")->as.takes_part, true);
    check_int(only(arena, "*,repeat_ballots,last counts,,")->as.repeat, REPEAT_LAST);
    check_int(only(arena, "*,Repeat-Ballots,\"void, does not take part\",,")->as.repeat,
              REPEAT_VOID_NO_PART);
    check_int(only(arena, "*,candidates,listed,,")->as.listed, true);
    check_int(only(arena, "meeting,areas,every area must pass,,")->as.every_area, true);
    check_int(only(arena, "*,secrecy,secret,,")->as.secret, true);
    check_int(only(arena, "*,governing body total,sum of rows,,")->as.sum_of_rows, true);
    check_int(only(arena, "*,governing_body_votes,\"1,000\",,")->as.number, 1000);
    check_int(only(arena, "*,period,at least 5 working days,,")->as.number, 5);
    check_int(only(arena, "*,keep ballots,6 months,,")->as.number, 6);
    check_int(only(arena, "*,voters,\"lead, proxy, observer\",,")->as.roles,
              1u << ROLE_LEAD | 1u << ROLE_PROXY | 1u << ROLE_OBSERVER);
    check_int(only(arena, "*,voters,\"deputy,other\",,")->as.roles,
              1u << ROLE_DEPUTY | 1u << ROLE_OTHER);
    check_int(only(arena, "*,review,more than 2 practices against,,")->as.condition.plus, 2);
    check_true(only(arena, "*,quorum,none,,")->worded);
}

/* Conditions that can be read, and that the rule they stand for cannot be. */
static void conditions_that_their_rule_cannot_be(void **state)
{
    static const struct {
        const char *decision, *rule, *value, *what;
    } cases[] = {
        {"meeting", "quorum", "at least half of all practices", "say whose: practices present"},
        {"meeting", "quorum", "at least half of the whole population", "whose: population present"},
        {"meeting", "quorum", "at least half of all votes", "say whose: votes present"},
        {"meeting", "quorum", "at least half of votes cast for", "asks how they vote"},
        {"meeting", "quorum", "at most 5 practices present", "only passes has one"},
        {"meeting", "quorum", "more than 100% of votes against", "can never be met"},
        {"meeting", "quorum", "at least 101% of votes against", "can never be met"},
        {"meeting", "review", "at most 5 practices against", "only passes has one"},
        {"meeting", "review", "at least 2 practices against of each area", "asked of each area"},
        {"meeting", "passes", "at most half of votes against", "a share; write of all practices"},
        {"meeting", "passes", "at most 5 practices present", "who may not be too many"},
        {"meeting", "passes", "at most 5 practices for", "who may not be too many"},
        {"meeting", "passes", "at most half of votes cast not in favour", "whoever is absent"},
        {"meeting", "passes", "at least 3 practices against", "those carry nothing"},
        {"meeting", "passes", "at least half of votes cast against", "those carry nothing"},
        {"meeting", "passes", "at least half of all practices abstaining", "those carry nothing"},
        {"meeting", "passes", "at least 5 votes cast", "write the first as a quorum"},
        {"election", "elects", "at most half of votes cast", "as an election needs it"},
        {"election", "elects", "more than half of votes cast for", "as an election needs it"},
        {"election", "elects", "more than half of votes cast of each area", "election needs it"},
        {"election", "elects", "more than 5 votes cast", "as an election needs it"},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct keyword_case keyword = {.kind = RULE_KINDS, .decision = cases[i].decision};
        for (size_t kind = 0; kind < RULE_KINDS; kind++)
            if (strcmp(rule_name((enum rule_kind)kind), cases[i].rule) == 0)
                keyword.kind = (enum rule_kind)kind;
        print_message("%s %s\n", cases[i].rule, cases[i].value);
        check_error(arena, table_with(arena, &keyword, cases[i].value), 2, 3, cases[i].what, "");
    }
}

/* Capitals are letters, the last of them too. */
static void a_unit_in_capitals(void **state)
{
    struct loaded loaded =
        load(arena_of(state), HEADER MOTION "*,unit,\"sub-zoo, sub-zoos\",,\n"
                                            "meeting,quorum,AT LEAST 2 SUB-ZOOS PRESENT,,\n");
    check_true(loaded.usable);
    check_int(loaded.rules.rows[3].as.condition.measure, MEASURE_MEMBERS);
}

/* Whoever is against is counted of all, where a limit or what is asked says how many. */
static void limits_become_fields(void **state)
{
    static const struct {
        const char *value;
        enum scope scope;
        enum side side;
    } limits[] = {
        {"at most 2 practices against", SCOPE_ALL, SIDE_AGAINST},
        {"no member against", SCOPE_ALL, SIDE_AGAINST},
        {"at most one third of votes cast against", SCOPE_CAST, SIDE_AGAINST},
        {"at most one third of all practices against", SCOPE_ALL, SIDE_AGAINST},
        {"fewer than 4 members not in favour", SCOPE_ALL, SIDE_NOT_FOR},
        {"fewer than 35% of the whole population not in favour", SCOPE_ALL, SIDE_NOT_FOR},
        {"at most half of votes cast abstaining", SCOPE_CAST, SIDE_ABSTAINED},
        {"at least half of the whole population", SCOPE_ALL, SIDE_BY_RULE},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        print_message("%s\n", limits[i].value);
        struct loaded loaded =
            load(arena, arena_format(arena, HEADER "a,passes,%s,,\na,weight,list size,,\n",
                                     limits[i].value));
        check_true(loaded.usable);
        check_int(loaded.rules.rows[0].as.condition.scope, limits[i].scope);
        check_int(loaded.rules.rows[0].as.condition.side, limits[i].side);
    }
}

static const struct weight_step three_steps[] = {{5000, 1}, {10000, 2}, {INT64_MAX, 3}};

static void weights_become_fields(void **state)
{
    static const struct {
        const char *value;
        struct weight wanted;
    } weights[] = {
        {"one vote per practice", {.kind = WEIGHT_ONE_EACH}},
        {"list size", {.kind = WEIGHT_LIST_SIZE}},
        {"votes column", {.kind = WEIGHT_VOTES_COLUMN}},
        {"one vote per 2,000 patients, rounded down",
         {.kind = WEIGHT_PER_PATIENTS, .patients = 2000, .rounding = ROUNDING_DOWN}},
        {"one vote per 2000 patients, rounded up",
         {.kind = WEIGHT_PER_PATIENTS, .patients = 2000, .rounding = ROUNDING_UP}},
        {"one vote per 1 patient, rounded to nearest, at least 3",
         {.kind = WEIGHT_PER_PATIENTS, .patients = 1, .rounding = ROUNDING_TO_NEAREST, .least = 3}},
#define PER_2000(rounded)                                                                          \
    .kind = WEIGHT_PER_PATIENTS, .patients = 2000, .rounding = ROUNDING_##rounded
        {"one vote per 2,000 shares or part thereof", {PER_2000(UP)}},
        {"one vote for each 2,000 patients, or part", {PER_2000(UP)}},
        {"1 vote per 2,000 patients or part of 2,000", {PER_2000(UP)}},
        {"1 vote for every 2,000 patients or part of 2,000 patients", {PER_2000(UP)}},
        {"one vote per complete 2,000 patients", {PER_2000(DOWN)}},
        {"one vote per full 2,000 people, rounded down", {PER_2000(DOWN)}},
        {"one vote per 2,000 patients, rounded up, at least one, at most 10 votes each",
         {PER_2000(UP), .least = 1, .most = 10}},
        {"one vote per 2,000 patients, rounded up, no more than five votes a practice",
         {PER_2000(UP), .most = 5}},
        {"one vote per 2,000 patients, rounded up, at most 5 per member",
         {PER_2000(UP), .most = 5}},
        {"one vote per 2,000 patients, rounded up, at least 5, at most 5",
         {PER_2000(UP), .least = 5, .most = 5}},
        {"votes column, at most 7", {.kind = WEIGHT_VOTES_COLUMN, .most = 7}},
        {"votes column, at most 1 vote each", {.kind = WEIGHT_VOTES_COLUMN, .most = 1}},
        {"votes column, not more than a fifth of all votes before the limit",
         {.kind = WEIGHT_VOTES_COLUMN, .share = {1, 5}}},
        {"list size, at most 20% of all votes after the limit",
         {.kind = WEIGHT_PER_PATIENTS,
          .patients = 1,
          .rounding = ROUNDING_DOWN,
          .share = {1, 5},
          .share_after = true}},
        {"list size, maximum 1/5 of all votes before the limit",
         {.kind = WEIGHT_PER_PATIENTS, .patients = 1, .rounding = ROUNDING_DOWN, .share = {1, 5}}},
#define THREE_STEPS .kind = WEIGHT_STEPS, .step_count = 3, .steps = three_steps
        {"1 vote up to 5,000, 2 up to 10,000, 3 above", {THREE_STEPS}},
        {"1 vote up to and including 5,000 patients; 2 votes from 5,001 to 10,000; and 3 over that",
         {THREE_STEPS}},
        {"one vote below 5,001 patients, two above 5,000 and up to 10,000, three from 10,001",
         {THREE_STEPS}},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++) {
        struct loaded loaded =
            load(arena, arena_format(arena,
                                     HEADER "m,weight,\"%s\",,\n"
                                            "m,passes,more than half of votes cast,,\n",
                                     weights[i].value));
        check_true(loaded.usable);
        const struct weight *seen = &loaded.rules.rows[0].as.weight;
        check_int(seen->kind, weights[i].wanted.kind);
        check_int(seen->patients, weights[i].wanted.patients);
        check_int(seen->rounding, weights[i].wanted.rounding);
        check_int(seen->least, weights[i].wanted.least);
        check_int(seen->most, weights[i].wanted.most);
        check_int(seen->share.p, weights[i].wanted.share.p);
        check_int(seen->share.q, weights[i].wanted.share.q);
        check_int(seen->share_after, weights[i].wanted.share_after);
        check_int(seen->step_count, weights[i].wanted.step_count);
        for (size_t j = 0; j < seen->step_count; j++) {
            check_int(seen->steps[j].up_to, weights[i].wanted.steps[j].up_to);
            check_int(seen->steps[j].votes, weights[i].wanted.steps[j].votes);
        }
    }
}

/* What a body calls what it counts is what its votes are for. */
static void weights_in_words_of_ones_own(void **state)
{
    static const struct {
        const char *value;
        enum weight_kind kind;
    } weights[] = {
        {"hectares", WEIGHT_LIST_SIZE},
        {"one vote per 100 hectares, rounded up", WEIGHT_PER_PATIENTS},
        {"one vote per 1 hectare, rounded up", WEIGHT_PER_PATIENTS},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++) {
        struct loaded loaded =
            load(arena, arena_format(arena,
                                     HEADER "m,weight,\"%s\",,\n"
                                            "*,measure,\"hectare, hectares\",,\n"
                                            "m,passes,more than half of votes cast,,\n",
                                     weights[i].value));
        check_true(loaded.usable);
        check_int(loaded.rules.rows[0].as.weight.kind, weights[i].kind);
    }
}

/* What is nearly a weight, and what is said of it. */
static void weights_that_can_be_taken_for_none(void **state)
{
    static const char *const weights[][2] = {
        {"list size, at most 100% of all votes before the limit", "more than all votes"},
        {"list size, at most 20%", "before the limit takes some away"},
        {"list size, at most 20% of all votes", "before the limit takes some away"},
        {"list size, at most 12,5% of all votes before the limit", "12,5%"},
        {"list size, at most x votes", "\"at most x\""},
        {"list size, at most 0 votes", "\"at most 0\""},
        {"votes column, at most 5 each or so", "not a value"},
        {"votes column, as they are", "not a value"},
        {"votes column each", "not a value"},
        {"list size votes column, at most 5", "not a value"},
        {"one vote per practice please", "not a value"},
        {"one vote per 0 patients, rounded up", "\"0\" is not a number of patients"},
        {"one vote per 2,000 dogs, rounded up", "not a value"},
        {"one vote per 2,000 patients or part of 3,000", "not a value"},
        {"one vote per 2,000 patients or some", "how a part of a vote is rounded"},
        {"one vote per complete 2,000 patients, rounded up", "not a value"},
        {"one vote per 2,000 patients, rounded up, at least 0", "\"at least 0\""},
        {"one vote per 2,000 patients, rounded up, at least 11, at most 10", "above the most"},
        {"one vote per 2,000 patients, rounded up, at least 2, at most 1", "above the most"},
        {"up to 5,000, 2 up to 10,000, 3 above", "not a value"},
        {"1 vote up to 5,000, 2 up to 10,000", "3 votes above"},
        {"2 votes up to 5,000, 2 up to 10,000, 3 above", "is not a next step"},
        {"1 vote up to 5,000, 2 up to 5,000, 3 above", "is not a next step"},
        {"1 vote up to 5,000, 2 votes 5,000 up to 10,000, 3 above", "is not a next step"},
        {"2 votes up to 5,000, 1 above", "\"1 above\" is not a next step"},
        {"1 vote up to 5,000, 2 up to 4,000, 3 above", "is not a next step"},
        {"1 vote up to 5,000, 2 from 5,002 up to 10,000, 3 above", "is not a next step"},
        {"1 vote up to 5,000, 2 from there, 3 above", "is not a next step"},
        {"1 vote up to 5,000, 2 up to many, 3 above", "is not a next step"},
        {"1 vote up to 5,000, 2, 3 above", "is not a next step"},
        {"1 vote up to 5,000, some above", "is not a next step"},
        {"1 vote up to 5,000, 2 above, 3 above", "not a value"},
        {"1 vote up to 1, 2 up to 2, 3 up to 3, 4 up to 4, 5 up to 5, 6 up to 6, 7 up to 7, "
         "8 up to 8, 9 up to 9, 10 up to 10, 11 up to 11, 12 up to 12, 13 up to 13, "
         "14 up to 14, 15 up to 15, 16 up to 16, 17 above",
         "more than 16 steps"},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++) {
        print_message("%s\n", weights[i][0]);
        check_error(arena,
                    arena_format(arena,
                                 HEADER "m,weight,\"%s\",,\nm,passes,more than half of votes "
                                        "cast,,\n",
                                 weights[i][0]),
                    2, 3, weights[i][1], "");
    }
}

static void the_body_is_filled(void **state)
{
    struct arena *arena = arena_of(state);
    struct loaded bare = load(arena, HEADER MOTION);
    check_true(bare.usable);
    check_text(bare.rules.file, "rules.csv");
    check_text(bare.rules.body, NULL);
    check_text(bare.rules.edition, NULL);
    check_text(bare.rules.roll, "practices.csv");
    check_text(bare.rules.terms.unit, "practice");
    check_text(bare.rules.terms.units, "practices");
    check_true(bare.rules.locality == NULL && bare.rules.governing_body_votes == NULL &&
               bare.rules.governing_body_total == NULL);
    check_int((long long)bare.rows, 2);
    struct loaded full =
        load(arena, HEADER "*,body,The County,title,\n*,edition,2020,,\n*,roll,localities.csv,,\n"
                           "vote,weight,one vote per locality,,\n"
                           "vote,passes,at least half of all localities,,\n"
                           "*,unit,\"locality, localities\",,\n*,locality,Here,,\n"
                           "*,governing body votes,10,,\n*,governing body total,as stated,,\n");
    check_true(full.usable);
    check_text(full.rules.body, "The County");
    check_text(full.rules.edition, "2020");
    check_text(full.rules.roll, "localities.csv");
    check_text(full.rules.terms.unit, "locality");
    check_text(full.rules.terms.units, "localities");
    check_text(full.rules.locality->text, "Here");
    check_int(full.rules.governing_body_votes->as.number, 10);
    check_int(full.rules.governing_body_total->as.sum_of_rows, false);
    check_text(full.rules.rows[0].clause, "title");
    check_text(full.rules.rows[1].clause, NULL);
}

static void names_are_folded_and_keep_their_first_spelling(void **state)
{
    struct arena *arena = arena_of(state);
    struct loaded loaded =
        load(arena, HEADER "By E-mail,weight,list size,,\nby_email,quorum,none,,\n"
                           "BY E MAIL,passes,more than half of votes cast,,\n"
                           "by e-mail,proxy,any,,A reading\nby e-mail,voters,lead,,a-Reading\n"
                           "by email,weight,list size,,\n"
                           "by email,passes,more than half of votes cast,,\n"
                           "*,proxy,none,,\n*,voters,lead,,\n");
    check_true(loaded.usable);
    check_int((long long)loaded.rules.decision_count, 2);
    check_text(loaded.rules.decisions[0], "By E-mail");
    check_text(loaded.rules.decisions[1], "by_email");
    check_text(loaded.rules.rows[2].decision, "By E-mail");
    check_text(loaded.rules.rows[4].reading, "A reading");
}

static void rows_must_be_complete(void **state)
{
    struct arena *arena = arena_of(state);
    check_error(arena, HEADER ",weight,list size,,\n" MOTION, 2, 1, "decision is blank",
                "* for all");
    check_error(arena, HEADER "?!,weight,list size,,\n" MOTION, 2, 1, "?!", "letters");
    check_error(arena, HEADER MOTION "(meeting),tie,not carried,,\n", 4, 1, "in brackets", "row");
    check_error(arena, HEADER MOTION "meeting,[tie],not carried,,\n", 4, 2, "in brackets", "row");
    check_error(arena, HEADER "meeting,,list size,,\n" MOTION, 2, 2, "rule is blank", "quorum");
    check_error(arena, HEADER "meeting,quorom,none,,\n" MOTION, 2, 2, "quorom",
                "Did you mean \"quorum\"?");
    check_error(arena, HEADER "meeting,colour,red,,\n" MOTION, 2, 2, "no rule \"colour\"",
                "repeat ballots");
    check_error(arena, HEADER "meeting,tie,casting,,\n" MOTION, 2, 3, "\"casting\"",
                "Did you mean \"casting vote\"?");
    check_error(arena, HEADER "m,weight,lst size,,\nm,passes,more than half of votes cast,,\n", 2,
                3, "\"lst size\"", "Did you mean \"list size\"?");
    check_error(
        arena, HEADER "m,weight,one vote per practise,,\nm,passes,more than half of votes cast,,\n",
        2, 3, "\"one vote per practise\"", "Did you mean \"one vote per practice\"?");
    const struct loaded unlike = load(arena, HEADER "meeting,tie,red,,\n" MOTION);
    check_contains(unlike.diag.problems[0].what.full, "\"red\" is not a value");
    check_lacks(unlike.diag.problems[0].remedy.full, "Did you mean");
    check_error(arena,
                HEADER "meeting,repeat ballots,x,,strict\n" MOTION
                       "*,repeat ballots,last counts,,\n",
                2, 3, "\"x\" is not a value", "first counts");
    /* a row whose reading cannot be read is no second one without */
    check_error(arena, HEADER "meeting,tie,casting vote,,--\n" MOTION "meeting,tie,not carried,,\n",
                2, 5, "cannot be the name of a reading", "few words");
    check_error(arena, HEADER "meeting,body,X,,\n" MOTION, 2, 1, "\"body\"", "Write *");
    check_error(arena, HEADER "meeting,governing body votes,10,,\n" MOTION, 2, 1, "all decisions",
                "Write *");
    check_error(arena, HEADER "meeting,title,X,,other\n" MOTION, 2, 5, "\"title\"", "blank");
    check_error(arena, HEADER "meeting,secrecy,secret,,other\n" MOTION, 2, 5, "\"secrecy\"",
                "blank");
    check_error(arena, HEADER "meeting,quorum,none,,--\n" MOTION, 2, 5, "--", "few words");
    check_error(arena,
                HEADER "meeting,repeat ballots,error,,strict\n" MOTION
                       "*,repeat ballots,last counts,,\n",
                2, 3, "reading", "first counts");
}

/* A motion that is carried in one way of this group, or in another. */
static const char *grouped(struct arena *arena, const char *group, const char *more)
{
    return arena_format(arena,
                        "decision,rule,value,clause,reading,group\nm,weight,list size,,,\n"
                        "m,passes,more than half of votes cast,,,%s\n%s",
                        group, more);
}

/* Alternatives are one once folded, and only what can be met in more ways has any. */
static void groups_are_alternatives(void **state)
{
    struct arena *arena = arena_of(state);
    struct loaded loaded = load(arena, grouped(arena, "Many",
                                               "m,passes,at least 3 practices for,,,Few\n"
                                               "m,passes,at least 5 votes for,,,few\n"));
    check_true(loaded.usable);
    check_text(loaded.rules.rows[0].group, NULL);
    check_text(loaded.rules.rows[1].group, "Many");
    check_text(loaded.rules.rows[2].group, "Few");
    check_true(loaded.rules.rows[3].group == loaded.rules.rows[2].group);
    check_error(arena, grouped(arena, "few", "m,passes,at least 5 votes for,,,Few\n"), 3, 6,
                "\"few\" is the only one", "another group");
    check_error(arena, grouped(arena, "--", ""), 3, 6, "\"--\" cannot be the name of a group",
                "few words");
    check_error(arena, grouped(arena, "", "m,tie,casting vote,,,Few\n"), 4, 6,
                "\"tie\" has no groups", "blank");
    struct loaded apart = load(arena, grouped(arena, "Many",
                                              "n,weight,list size,,,\n"
                                              "n,passes,at least 5 votes for,,,Many\n"
                                              "n,passes,at least 6 votes for,,,\n"
                                              "n,quorum,at least 7 members present,,,Other\n"));
    check_int((long long)apart.diag.errors, 3); /* each is of a rule or a decision of its own */
    check_error(arena, grouped(arena, "", "m,quorum,at least 3 members present,,,Few\n"), 4, 6,
                "\"Few\" is the only one", "another group");
    check_error(arena,
                "decision,rule,value,clause,reading,group\nm,passes,at least 3 votes for,,,Few\n"
                "m,weight,list size,,,\n",
                2, 6, "\"Few\" is the only one", "another group");
}

/* What stands in the clause of a row may say that it does not hold, unless the program wrote it. */
static void clauses_that_do_not_hold(void **state)
{
    static const struct {
        const char *rule, *clause, *reading;
        bool refused;
    } cases[] = {
        {"tie,not carried", "?", "", true},
        {"tie,not carried", "4?", "", false},
        {"tie,not carried", "repealed", "", true},
        {"tie,not carried", "repealed", "as repealed", false},
        {"tie,not carried", "not yet in force", "", true},
        {"note,It is so.", "repealed", "", false},
        {"tie,not carried", "Clause 4 of 2015 now repealed", "", true},
        {"tie,not carried", "Clause 4 of 2015 is now repealed", "", false},
        {"tie,not carried", "Clause 4", "", false},
        /* Of some days: a year of this century or the last stands at the end. */
        {"tie,not carried", "from 1 April 2016", "", true},
        {"tie,not carried", "until 31 March 1999", "", true},
        {"tie,not carried", "from page 20", "", false},
        {"tie,not carried", "from line 20ab", "", false},
        {"tie,not carried", "from line 20160", "", false},
        {"tie,not carried", "from line 2016b", "", false},
        {"tie,not carried", "from line 1816", "", false},
        {"tie,not carried", "in 2016", "", false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *table = arena_format(arena, HEADER "meeting,%s,%s,%s\n%s" MOTION, cases[i].rule,
                                         cases[i].clause, cases[i].reading,
                                         *cases[i].reading == '\0' ? "" : "*,tie,casting vote,,\n");
        if (cases[i].refused)
            check_error(arena, table, 2, 4, cases[i].clause, "delete the row");
        else
            check_true(load(arena, table).usable);
    }
}

/* A text where no rule is read from may be what decides. */
static void columns_that_no_rule_is_read_from(void **state)
{
    struct arena *arena = arena_of(state);
    check_error(arena,
                "unless,decision,rule,value\nvetoed,m,weight,list size\n"
                "objected,m,passes,more than half of votes cast\n",
                2, 1, "no rule is read from", "Then delete the column.");
    check_error(arena,
                "decision,rule,value,unless\nm,weight,list size,\n"
                "m,passes,more than half of votes cast,vetoed\n",
                3, 4, "no rule is read from", "Then delete the column.");
    check_true(load(arena, "decision,rule,value,unless\nm,weight,list size,\n"
                           "m,passes,more than half of votes cast,\n")
                   .usable);
}

static void where_the_cells_of_a_rule_stand(void **state)
{
    struct arena *arena = arena_of(state);
    struct loaded loaded = load(arena, "clause,reading,decision,rule,value\n4,,m,weight,list size\n"
                                       "4,,m,passes,more than half of votes cast\n");
    static const size_t cells[] = {[RULE_CELL_VALUE] = 5,
                                   [RULE_CELL_DECISION] = 3,
                                   [RULE_CELL_READING] = 2,
                                   [RULE_CELL_CLAUSE] = 1};
    check_true(loaded.usable);
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        struct place place = rule_place(arena, &loaded.rules.rows[1], (enum rule_cell)i);
        check_text(place.file, "rules.csv");
        check_int((long long)place.line, 3);
        check_int((long long)place.cell, (long long)cells[i]);
    }
}

/* What its own words are is known, is not there, or cannot be read. */
static void the_terms_of_a_table(void **state)
{
    struct arena *arena = arena_of(state);
    struct loaded usual = load(arena, HEADER MOTION);
    check_true(usual.rules.terms_known);
    check_false(usual.rules.terms_unreadable);
    check_false(usual.rules.roll_named);
    check_text(usual.rules.terms.sharers, terms_default.sharers);
    struct loaded bad = load(arena, HEADER "*,unit,parish,,\n" MOTION);
    check_false(bad.rules.terms_known);
    check_true(bad.rules.terms_unreadable);
    struct loaded own = load(arena, HEADER "*,unit,\"parish, parishes\",,\n" MOTION);
    check_text(own.rules.terms.sharers, "parishes");
    struct loaded named = load(arena, HEADER "*,locality,Here,,\n*,roll,members.csv,,\n"
                                             "*,unit,\"parish, parishes\",,\n" MOTION);
    check_true(named.usable);
    check_true(named.rules.roll_named);
    check_text(named.rules.terms.sharers, terms_county.units);
    /* of two rows the first */
    struct loaded twice = load(arena, HEADER MOTION "*,body,A,,\n*,body,B,,\n");
    check_text(twice.rules.body, "A");
}

/* What to write is told in the words that are read. */
static void what_may_be_written_is_told(void **state)
{
    static const char *const cases[][2] = {
        {"proxy,x", "Write named and notified, named, any or none."},
        {"abstention,x", "Write present or takes part."},
        {"repeat ballots,x", "Write error; void, takes part; void, does not take part; first "
                             "counts; or last counts."},
        {"tie,x", "Write not carried or casting vote for motions, further election among the tied "
                  "for elections."},
        {"quorum,x", "Write none, or a condition such as at least 50% of population present."},
        {"elects,x",
         "Write most votes, or a share of the votes such as more than 1/2 of votes cast."},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded loaded =
            load(arena, arena_format(arena, HEADER "d,%s,,\n" MOTION, cases[i][0]));
        const struct message *problem = diag_messages(&loaded.diag);
        while (problem->place.cell != 3)
            problem++;
        check_text(problem->remedy, cases[i][1]);
    }
    check_error(arena, HEADER MOTION "meeting,voters,\"lead, deputi, proxy\",,\n", 4, 3,
                "\"deputi\" in \"lead, deputi, proxy\" is not a role",
                "Did you mean \"deputy\"? Write the roles");
    check_error(arena,
                HEADER "meeting,repeat ballots,error,,strict\n" MOTION
                       "*,repeat ballots,last counts,,\n",
                2, 3, "reading",
                "On a reading the count must come out: write void, takes part; void, does not take "
                "part; first counts; or last counts.");
}

static void every_problem_is_reported(void **state)
{
    struct loaded loaded = load(arena_of(state), HEADER "meeting,tie,x,,\n,quorum,y,,\n"
                                                        "meeting,weight,z,,\nmeeting,passes,q,,\n");
    check_int((long long)loaded.diag.errors, 5);
    check_false(loaded.usable);
}

/* What is missing may stand in the row that could not be understood. */
static void a_misspelt_rule_is_one_error(void **state)
{
    check_error(arena_of(state),
                HEADER "x,wieght,list size,,\nx,passes,at least half of votes cast,,\n", 2, 2,
                "wieght", "Did you mean \"weight\"?");
    check_error(arena_of(state),
                HEADER ",weight,list size,,\nx,passes,at least half of votes cast,,\n", 2, 1,
                "blank", "* for all");
}

/* What to write is said in the roll's own word; "practice" and "member" are known to all. */
static void a_weight_is_per_the_rolls_unit(void **state)
{
    struct arena *arena = arena_of(state);
    static const char *const known[] = {"practice", "member", "parish", "parishes"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct loaded loaded =
            load(arena, arena_format(arena,
                                     HEADER "*,unit,\"parish, parishes\",,\n"
                                            "x,weight,one vote per %s,,\n"
                                            "x,passes,more than half of votes cast,,\n",
                                     known[i]));
        check_int((long long)loaded.diag.errors, 0);
    }
    const char *table = HEADER "*,unit,\"parish, parishes\",,\nx,weight,one vote per surgery,,\n"
                               "x,passes,more than half of votes cast,,\n";
    check_error(arena, table, 3, 3, "\"one vote per surgery\"", "Write one vote per parish, ");
    struct loaded loaded = load(arena, table);
    check_lacks(loaded.diag.problems[0].remedy.full, "practice");
    check_lacks(loaded.diag.problems[0].remedy.full, "member");
}

static void a_bad_unit_is_one_error(void **state)
{
    check_error(arena_of(state),
                HEADER "*,unit,locality,,\nx,weight,one vote per locality,,\n"
                       "x,passes,at least half of all localities,,\n"
                       "x,quorum,at least 2 localities present,,\n"
                       "x,review,at least 2 localities against,,\n"
                       "y,weight,one vote per locality,,\n"
                       "y,elects,more than half of all localities,,\n",
                2, 3, "singular", "practice, practices");
    check_error(arena_of(state),
                HEADER "*,unit,locality,,\nx,weight,one vote per locality,,\n"
                       "x,passes,at least half of all localities,,\n",
                2, 3, "singular", "practice, practices");
}

static void rules_stand_once(void **state)
{
    struct arena *arena = arena_of(state);
    check_error(arena, HEADER MOTION "meeting,weight,list size,,\n", 4, 2, "line 2", "Keep");
    check_error(arena, HEADER MOTION "*,proxy,any,,\n*,proxy,none,,\n", 5, 2, "all decisions",
                "Keep");
    check_error(arena, HEADER MOTION "*,proxy,any,,r\n*,proxy,none,,R\n*,proxy,named,,\n", 5, 2,
                "line 4", "Keep");
    check_error(arena, HEADER MOTION "*,body,A,,\n*,body,B,,\n", 5, 2, "\"body\"", "Keep");
    check_error(arena,
                HEADER MOTION
                "meeting,quorum,none,,\nmeeting,quorum,at least 5 practices present,,\n",
                5, 3, "none", "Keep either none or the conditions.");
    check_error(arena, HEADER "m,passes,consensus,,\nm,passes,more than half of votes cast,,\n", 3,
                3, "consensus for \"m\" cannot stand beside another majority (line 2)",
                "Keep either consensus or the conditions.");
    check_error(arena,
                HEADER "meeting,weight,list size,,\nmeeting,weight,votes column,,\n"
                       "meeting,passes,more than half of votes cast,,\n",
                3, 2, "line 2", "Keep");
    check_error(arena, HEADER MOTION "*,quorum,at least 5 practices present,,\n*,quorum,none,,\n",
                5, 3, "line 4", "Keep");
    check_true(load(arena, HEADER MOTION "*,proxy,any,,\nmeeting,proxy,none,,\n*,proxy,named,,r\n"
                                         "*,quorum,at least 5 practices present,,\n"
                                         "*,quorum,at least 50% of population present,,\n"
                                         "*,quorum,none,,r\nmeeting,quorum,none,,\n"
                                         "*,note,One.,,\n*,note,Two.,,\n"
                                         "meeting,passes,at least 2/3 of all practices,,\n")
                   .usable);
}

static void a_decision_needs_weight_and_how_it_is_decided(void **state)
{
    struct arena *arena = arena_of(state);
    check_error(arena, HEADER "x,passes,more than half of votes cast,,\n", 2, 1, "a weight",
                "one vote per member");
    check_error(arena, HEADER "x,weight,list size,,\n", 2, 1, "\"passes\" or \"elects\"",
                "most votes");
    check_error(arena, HEADER "x,weight,list size,,r\nx,elects,most votes,,\n", 2, 1, "a weight",
                "Add a row");
    check_error(arena, HEADER MOTION "meting,quorum,none,,\n", 4, 1, "\"meting\"",
                "Did you mean \"meeting\"?");
    check_error(arena, HEADER "*,weight,list size,,\n*,elects,most votes,,\n", 0, 0,
                "no kind of decision", "Add rows");
    check_error(arena, HEADER, 0, 0, "no kind of decision", "Add rows");
    check_true(load(arena, HEADER "*,weight,list size,,\n*,elects,most votes,,\nx,quorum,none,,\n")
                   .usable);
}

static void motions_pass_and_elections_elect(void **state)
{
    struct arena *arena = arena_of(state);
    check_error(arena, HEADER MOTION "meeting,elects,most votes,,\n", 4, 2, "both", "Delete");
    check_error(arena, HEADER MOTION "*,elects,most votes,,\n", 4, 2, "(line 3)", "row of its own");
    check_error(arena,
                HEADER "*,passes,more than half of votes cast,,\n*,elects,most votes,,\n"
                       "*,weight,list size,,\na,quorum,none,,\nb,quorum,none,,\n",
                3, 2, "the kind of decision \"a\" has both", "Delete");
    check_error(arena, HEADER MOTION "meeting,elects,most votes,,r\n", 4, 2, "for motions",
                "Delete");
    check_error(arena, HEADER ELECTION "election,passes,more than half of votes cast,,r\n", 4, 2,
                "for elections", "Delete");
    check_error(arena, HEADER ELECTION "*,tie,casting vote,,\n", 4, 3, "for elections",
                "row of its");
    check_error(arena,
                HEADER ELECTION
                "election,tie,not carried,,r\n*,tie,further election among the tied,,\n",
                4, 3, "for elections", "further election");
    check_error(arena, HEADER ELECTION "*,areas,every area must pass,,\n", 4, 3, "for elections",
                "together");
    check_true(load(arena, HEADER MOTION ELECTION
                    "*,elects,more than 1/2 of votes cast,,r\n*,tie,casting vote,,s\n"
                    "*,passes,at least 2/3 of votes cast,,t\n*,areas,every area must pass,,u\n"
                    "meeting,tie,not carried,,\n*,areas,together,,\n")
                   .usable);
    check_true(load(arena, HEADER MOTION ELECTION
                    "*,tie,casting vote,,\nelection,tie,further election among the tied,,\n")
                   .usable);
}

/* What rows are together: a table, and where its one error is; on line 0 there is none. */
struct together {
    const char *table;
    size_t line, cell;
    const char *what, *remedy;
};

static void check_together(void **state, const struct together *cases, size_t count)
{
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < count; i++) {
        print_message("%s", cases[i].table);
        if (cases[i].line == 0)
            check_true(load(arena, cases[i].table).usable);
        else
            check_error(arena, cases[i].table, cases[i].line, cases[i].cell, cases[i].what,
                        cases[i].remedy);
    }
}

#define CHECK_TOGETHER(cases) check_together(state, (cases), sizeof(cases) / sizeof *(cases))

static void what_is_missing_may_be_a_slip_of_the_name(void **state)
{
    static const struct together cases[] = {
        {HEADER MOTION "meting,quorum,none,,\n", 4, 1, "a weight, nor",
         "Did you mean \"meeting\"?"},
        {HEADER MOTION "meting,weight,list size,,\n", 4, 1,
         "does not have \"passes\" or \"elects\"", "Add a row for it: "},
        {HEADER MOTION "meting,passes,at least half of votes cast,,\n", 4, 1, "have a weight",
         "Add a row for it: "},
        {HEADER MOTION "zebra,quorum,none,,\n", 4, 1, "a weight, nor", "Add a row for it: "},
    };
    CHECK_TOGETHER(cases);
}

static void what_does_not_fit_a_consensus(void **state)
{
#define AGREED HEADER "x,passes,consensus,,\n"
    static const struct together cases[] = {
        {AGREED "x,quorum,at least half of votes cast,,\n", 3, 3, "counts votes",
         "those who are there"},
        {AGREED "*,quorum,at least half of votes cast,,\n", 3, 3, "counts votes",
         "those who are there"},
        {AGREED "*,quorum,at least half of votes cast,,\nx,quorum,none,,\n", 0, 0, "", ""},
        {AGREED "x,quorum,at least half of population present,,\n", 0, 0, "", ""},
        {AGREED "x,tie,not carried,,\n", 3, 2,
         "\"tie\" does not fit \"x\", which is decided by consensus", "Delete the row."},
        {AGREED "*,tie,not carried,,\n", 0, 0, "", ""},
        {AGREED "x,passes,more than half of votes cast,,r\n", 3, 3,
         "a reading cannot make \"x\" a vote", "another name"},
        {AGREED "*,passes,more than half of votes cast,,\nm,weight,list size,,\n", 0, 0, "", ""},
        {HEADER MOTION "meeting,passes,consensus,,r\n", 4, 3,
         "a reading cannot make \"meeting\" a consensus", "another name"},
        {HEADER ELECTION "election,passes,consensus,,r\n", 4, 2,
         "\"passes\" does not fit \"election\", which is for elections", "Delete"},
        {HEADER ELECTION "*,tie,casting vote,,\n", 4, 3, "for elections",
         "For motions write not carried or casting vote, for elections further election among the "
         "tied."},
    };
    CHECK_TOGETHER(cases);
}

/* Wherever a row stands, and whether it holds by default, for all or on a reading. */
static void a_limit_of_proxies_goes_by_their_names(void **state)
{
#define LIMITED MOTION "meeting,proxies,at most 2 a person,,\n"
    static const struct together cases[] = {
        {HEADER "meeting,proxy,any,,\n" LIMITED, 2, 3, "\"any\" lets a proxy be without a name",
         "named"},
        {HEADER "*,proxy,any,,\n" LIMITED, 2, 3, "\"proxies\" (line 5) goes by it", "named"},
        {HEADER LIMITED "*,proxy,any,,\nmeeting,proxy,named,,\n", 0, 0, "", ""},
        {HEADER LIMITED "*,proxy,any,,r\nmeeting,proxy,named,,\n", 5, 3, "lets a proxy", "named"},
        {HEADER LIMITED "meeting,proxy,any,,r\nmeeting,proxy,named,,\n", 5, 3, "lets a proxy",
         "named"},
        {HEADER LIMITED ELECTION "election,proxy,any,,\n", 0, 0, "", ""},
        {HEADER LIMITED ELECTION "election,proxy,any,,r\nelection,proxy,none,,\n", 0, 0, "", ""},
        {HEADER LIMITED "meeting,proxy,none,,\n", 0, 0, "", ""},
        {HEADER LIMITED "meeting,proxy,somebody,,\n", 5, 3, "not a value", ""},
        {HEADER MOTION "meeting,proxy,any,,\n", 0, 0, "", ""},
    };
    CHECK_TOGETHER(cases);
}

static void a_quorum_at_the_opening_is_of_who_is_there(void **state)
{
#define BY_VOTES "quorum,at least half of votes cast,,\n"
#define OPENED   "meeting,quorum at,opening,,\n"
    static const struct together cases[] = {
        {HEADER OPENED MOTION "meeting," BY_VOTES, 5, 3,
         "of who was when the meeting opened (line 2)", "value vote"},
        {HEADER "meeting," BY_VOTES MOTION OPENED, 2, 3, "not of who is present", "value vote"},
        {HEADER "meeting,quorum,at least half of members replying,,\n" MOTION OPENED, 2, 3,
         "not of who is present", "value vote"},
        {HEADER OPENED MOTION "meeting,quorum,at least half of members present,,\n", 0, 0, "", ""},
        {HEADER OPENED MOTION "meeting,quorum,none,,\n", 0, 0, "", ""},
        {HEADER OPENED MOTION ELECTION "election," BY_VOTES, 0, 0, "", ""},
        {HEADER "election,quorum at,opening,,\n" MOTION ELECTION "meeting," BY_VOTES, 0, 0, "", ""},
        {HEADER "*,quorum at,opening,,r\n*,quorum at,vote,,\n" MOTION "*," BY_VOTES, 6, 3,
         "(line 2)", "value vote"},
        {HEADER "*,quorum at,opening,,\nmeeting,quorum at,vote,,\n" MOTION "meeting," BY_VOTES, 0,
         0, "", ""},
        {HEADER "meeting,quorum at,vote,,\n" MOTION "meeting," BY_VOTES, 0, 0, "", ""},
        {HEADER OPENED MOTION "meeting,quorum,at least half of dogs present,,\n", 5, 3, "dogs", ""},
    };
    CHECK_TOGETHER(cases);
}

/* The name of a reading, however it begins, where no comma can have cut it off a clause. */
static void readings_that_are_no_rest_of_a_clause(void **state)
{
    static const char *const tables[] = {
        "decision;rule;value;clause;reading\nmeeting;weight;list size;;\n"
        "meeting;passes;more than half of votes cast;;\n"
        "meeting;tie;casting vote;Clause 5;second sentence\nmeeting;tie;not carried;;\n",
        "decision,rule,value,reading,clause\nmeeting,weight,list size,,\n"
        "meeting,passes,more than half of votes cast,,\n"
        "meeting,tie,casting vote,second sentence,Clause 5\nmeeting,tie,not carried,,\n",
        HEADER MOTION "meeting,tie,casting vote,, loosely\nmeeting,tie,not carried,,\n",
        HEADER MOTION "meeting,tie,casting vote,Clause 5, loosely\nmeeting,tie,not carried,,\n"
                      "meeting,proxy,any,Clause 6, loosely\nmeeting,proxy,none,,\n",
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        check_true(load(arena_of(state), tables[i]).usable);
    check_error(arena_of(state),
                HEADER MOTION "meeting,tie,casting vote,Clause 5, loosely\n"
                              "meeting,tie,not carried,,\n",
                4, 5, "rest of the clause", "\"Clause 5, loosely\"");
}

/* n readings of rules of their own have 2^n - 1 combinations. */
static void too_many_readings_are_refused(void **state)
{
    static const char *const rows[] = {
        "meeting,quorum,none,,",
        "meeting,passes,at least half of votes cast,,",
        "meeting,tie,casting vote,,",
        "meeting,voters,lead,,",
        "meeting,proxy,any,,",
        "meeting,interest,leaves the base,,",
        "meeting,abstention,takes part,,",
        "meeting,repeat ballots,last counts,,",
        "meeting,areas,together,,",
        "meeting,weight,votes column,,",
        "meeting,period,at least 1 working day,,",
        "meeting,keep ballots,1 month,,",
        "meeting,review,at least 1 practice against,,",
    };
    struct arena *arena = arena_of(state);
    struct buffer table = {.arena = arena};
    buffer_add(&table, HEADER MOTION);
    buffer_add(&table, "meeting,quorum,at least 5 practices present,,\nmeeting,tie,not carried,,\n"
                       "meeting,voters,deputy,,\nmeeting,proxy,none,,\n"
                       "meeting,interest,counts as present,,\nmeeting,abstention,present,,\n"
                       "meeting,repeat ballots,error,,\nmeeting,areas,together,,\n"
                       "meeting,period,at least 5 working days,,\n"
                       "meeting,keep ballots,2 months,,\n"
                       "meeting,review,at least 2 practices against,,\n");
    for (int i = 0; i < 12; i++)
        buffer_format(&table, "%sreading %d\n", rows[i], i);
    struct buffer one_more = {.arena = arena};
    buffer_add(&one_more, buffer_text(&table));
    check_true(load(arena, buffer_text(&table)).usable); /* 4,095 */
    buffer_format(&table, "%sreading 12\n", rows[12]);
    check_error(arena, buffer_text(&table), 2, 1, "4,096", "one name");
    check_error(arena,
                arena_format(arena,
                             HEADER "board,weight,list size,,\nboard,elects,most votes,,\n%s",
                             buffer_text(&table) + sizeof HEADER - 1),
                4, 1, "4,096", "one name");
    /* A reading that shares a rule with each other one is a combination by itself. */
    for (int i = 0; i < 12; i++)
        buffer_format(&one_more, "%sall at once\n", rows[i]);
    check_true(load(arena, buffer_text(&one_more)).usable); /* 4,096 */
    for (int i = 0; i < 12; i++)
        buffer_format(&one_more, "%sall again\n", rows[i]);
    check_error(arena, buffer_text(&one_more), 2, 1, "4,096", "one name");
    /* Those of all kinds of decision are too many for each, which is said of the first. */
    struct buffer of_all = {.arena = arena};
    buffer_add(&of_all, HEADER MOTION
               "*,quorum,at least 5 practices present,,\n*,tie,not carried,,\n*,voters,deputy,,\n"
               "*,proxy,none,,\n*,interest,counts as present,,\n*,abstention,present,,\n"
               "*,repeat ballots,error,,\n*,areas,together,,\n*,weight,one vote per practice,,\n"
               "*,passes,more than half of votes cast,,\n*,period,at least 5 working days,,\n"
               "*,keep ballots,2 months,,\n*,review,at least 2 practices against,,\n"
               "board,note,is there,,\ncouncil,note,is there,,\n");
    for (int i = 0; i < 13; i++)
        buffer_format(&of_all, "*%sreading %d\n", rows[i] + strlen("meeting"), i);
    check_error(arena, buffer_text(&of_all), 2, 1, "4,096", "one name");
}

static void a_table_of_another_kind_is_refused(void **state)
{
    struct arena *arena = arena_of(state);
    struct loaded other = load(arena, "practice,vote\nThe Bell,for\n");
    check_false(other.usable);
    for (size_t i = 0; i < other.diag.count; i++)
        check_int((long long)diag_messages(&other.diag)[i].place.line, 1);
    check_error(arena, "rule,value\nweight,list size\n", 1, 0, "no column \"decision\"", "");
    check_error(arena, "decision,value\nm,list size\n", 1, 0, "no column \"rule\"", "");
    check_error(arena, "decision,rule\nm,weight\n", 1, 0, "no column \"value\"", "");
    /* what is missing may be in a row that was left out */
    check_error(arena, HEADER "m,weight,list size,,\nm,passes,more than half of votes cast,,,,,x\n",
                3, 6, "the row has", "");
    struct buffer table = {.arena = arena};
    buffer_add(&table, HEADER MOTION);
    for (int i = 0; i < 5000; i++)
        buffer_format(&table, "d%d,quorum,none,,\n", i);
    check_error(arena, buffer_text(&table), 0, 0,
                "has 5,002 rows, and a table of rules has at most 5,000", "file");
    struct buffer shorter = {.arena = arena};
    buffer_add(&shorter, HEADER MOTION);
    for (int i = 0; i < 200; i++)
        buffer_format(&shorter, "d%d,quorum,none,,\n", i);
    check_error(arena, buffer_text(&shorter), 0, 0, "has 201 kinds of decision, and at most 200",
                "column");
    struct buffer readings = {.arena = arena};
    buffer_add(&readings, HEADER MOTION "meeting,proxy,none,,\n");
    for (int i = 0; i < 200; i++)
        buffer_format(&readings, "meeting,proxy,any,,reading %d\n", i);
    check_true(load(arena, buffer_text(&readings)).usable);
    buffer_add(&readings, "meeting,proxy,any,,one more\n");
    check_error(arena, buffer_text(&readings), 0, 0,
                "has 201 alternative readings, and at most 200", "column");
    struct buffer most = {.arena = arena};
    buffer_add(&most, HEADER "*,weight,list size,,\n*,passes,more than half of votes cast,,\n");
    for (int i = 0; i < 200; i++)
        buffer_format(&most, "d%d,quorum,none,,\n", i);
    for (int i = 202; i < 5000; i++)
        buffer_format(&most, "d0,note,%d,,\n", i);
    check_true(load(arena, buffer_text(&most)).usable);
}

/* What a clause does not state is kept apart from where it is stated. */
static void clauses_state_or_do_not(void **state)
{
    static const struct {
        const char *cell, *clause, *unstated;
        bool stated;
    } cases[] = {
        {"Voting Structure", "Voting Structure", NULL, true},
        {"not stated", "not stated", "", false},
        {"Not Stated: a simple majority", "not stated: a simple majority", ": a simple majority",
         false},
        {"stated nowhere", "stated nowhere", NULL, true},
        {"", NULL, NULL, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_of(state);
        const struct rule *rule =
            only(arena, arena_format(arena, "*,abstention,present,%s,", cases[i].cell));
        check_text(rule->clause, cases[i].clause);
        check_text(rule->unstated, cases[i].unstated);
        check_int(rule->stated, cases[i].stated);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(every_rule_has_cases),
        test_with_arena(every_rule_reads_its_values),
        test_with_arena(every_rule_refuses_other_values),
        test_with_arena(rules_of_the_whole_body_and_rules_with_readings),
        test_with_arena(two_amounts_of_one_thing),
        test_with_arena(readings_that_are_the_rest_of_a_clause),
        test_with_arena(readings_of_rows_that_there_are),
        test_with_arena(clauses_of_some_decisions),
        test_with_arena(values_become_fields),
        test_with_arena(conditions_that_their_rule_cannot_be),
        test_with_arena(limits_become_fields),
        test_with_arena(a_unit_in_capitals),
        test_with_arena(weights_become_fields),
        test_with_arena(weights_in_words_of_ones_own),
        test_with_arena(weights_that_can_be_taken_for_none),
        test_with_arena(the_body_is_filled),
        test_with_arena(names_are_folded_and_keep_their_first_spelling),
        test_with_arena(rows_must_be_complete),
        test_with_arena(what_may_be_written_is_told),
        test_with_arena(groups_are_alternatives),
        test_with_arena(clauses_that_do_not_hold),
        test_with_arena(columns_that_no_rule_is_read_from),
        test_with_arena(where_the_cells_of_a_rule_stand),
        test_with_arena(the_terms_of_a_table),
        test_with_arena(every_problem_is_reported),
        test_with_arena(a_misspelt_rule_is_one_error),
        test_with_arena(a_weight_is_per_the_rolls_unit),
        test_with_arena(a_bad_unit_is_one_error),
        test_with_arena(rules_stand_once),
        test_with_arena(a_decision_needs_weight_and_how_it_is_decided),
        test_with_arena(motions_pass_and_elections_elect),
        test_with_arena(what_is_missing_may_be_a_slip_of_the_name),
        test_with_arena(what_does_not_fit_a_consensus),
        test_with_arena(a_limit_of_proxies_goes_by_their_names),
        test_with_arena(a_quorum_at_the_opening_is_of_who_is_there),
        test_with_arena(readings_that_are_no_rest_of_a_clause),
        test_with_arena(too_many_readings_are_refused),
        test_with_arena(a_table_of_another_kind_is_refused),
        test_with_arena(clauses_state_or_do_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
