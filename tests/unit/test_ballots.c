/* SPDX-License-Identifier: MIT */
#include "unit/check_problems.h"
#include "unit/laid_out.h"

#include "quorate/buffer.h"
#include "quorate/tables.h"

static const char rules_text[] = "decision,rule,value,clause,reading\n"
                                 "meeting,weight,one vote per practice,,\n"
                                 "meeting,passes,more than half of votes cast,,\n"
                                 "email,weight,list size,,\n"
                                 "email,passes,more than half of votes cast,,\n"
                                 "chair,weight,one vote per practice,,\n"
                                 "chair,elects,most votes,,\n"
                                 "director,weight,one vote per practice,,\n"
                                 "director,elects,most votes,,\n"
                                 "director,secrecy,secret,,\n";

static const char roll_text[] = "practice,list size,code,aliases\n"
                                "The Ash Surgery,10,K1,Ash Tree\nBeech House,20,K2,\n"
                                "Wallingford Medical Centre,30,K3,\n";

static const char list_text[] = "candidate,aliases\nDr Amy Pond,Amy\nDr Rory Stone,\n";

struct loaded {
    struct diag diag;
    struct rules rules;
    struct roll roll;
    struct candidate_list list;
    struct ballot_reading reading;
    struct ballot_box box;
    bool usable;
};

static struct loaded *prepare(struct arena *arena, const char *decision)
{
    struct loaded *loaded = arena_alloc(arena, 1, sizeof *loaded);
    loaded->diag.arena = arena;
    check_true(
        load_rules(arena, &loaded->diag, file_of("rules.csv", rules_text), &loaded->rules, NULL));
    check_true(load_roll(arena, &loaded->diag, file_of("practices.csv", roll_text), NULL,
                         &loaded->roll, NULL));
    check_true(load_candidates(arena, &loaded->diag, file_of("candidates.csv", list_text),
                               (struct date){0}, &loaded->list, NULL));
    loaded->reading = (struct ballot_reading){
        .rules = &loaded->rules, .roll = &loaded->roll, .decision = decision};
    return loaded;
}

/* The bytes are gone behind it, as they are in a run. */
static void read_ballots(struct loaded *loaded, const char *text)
{
    struct arena *arena = loaded->diag.arena, *own = arena_part(arena);
    struct bytes bytes = file_of("ballots.csv", arena_copy(own, text, strlen(text)));
    bytes.own = own;
    loaded->usable = load_ballots(arena, &loaded->diag, bytes, &loaded->reading, &loaded->box);
    lay_out_ballots(arena, &loaded->box);
    check_int(loaded->usable, loaded->diag.errors == 0);
}

static struct loaded *load(struct arena *arena, const char *decision, const char *text)
{
    struct loaded *loaded = prepare(arena, decision);
    read_ballots(loaded, text);
    return loaded;
}

static struct loaded *load_listed(struct arena *arena, const char *decision, const char *text)
{
    struct loaded *loaded = prepare(arena, decision);
    loaded->reading.candidates = &loaded->list;
    read_ballots(loaded, text);
    return loaded;
}

static const struct ballot *only_ballot(const struct loaded *loaded)
{
    check_int((long long)loaded->box.poll_count, 1);
    check_int((long long)loaded->box.polls[0].count, 1);
    return &loaded->box.polls[0].ballots[0];
}

static struct place place_of(const struct loaded *loaded, size_t number)
{
    return ballot_place(loaded->diag.arena, &loaded->box, &loaded->box.polls[0].ballots[number]);
}

/* --- Sheets as they come, and what is told of them --- */

struct sheet_told {
    const char *sheet;
    size_t line; /* the first problem there; 0 where there is no error */
    const char *what, *remedy, *no_remedy;
};

static void check_sheets(struct arena *arena, const struct sheet_told *sheets, size_t count,
                         bool attendance, bool either)
{
    size_t failed = 0;
    for (size_t i = 0; i < count; i++) {
        struct loaded *loaded = prepare(arena, "meeting");
        loaded->reading.attendance = attendance;
        loaded->reading.either = either;
        read_ballots(loaded, sheets[i].sheet);
        const struct message *found = NULL, *messages = diag_messages(&loaded->diag);
        for (size_t j = 0; j < loaded->diag.count && found == NULL; j++)
            if (messages[j].severity == SEVERITY_ERROR)
                found = &messages[j];
        if ((found != NULL) != (sheets[i].line > 0) ||
            (found != NULL &&
             (found->place.line != sheets[i].line || strstr(found->what, sheets[i].what) == NULL ||
              (sheets[i].remedy != NULL && strstr(found->remedy, sheets[i].remedy) == NULL) ||
              (sheets[i].no_remedy != NULL &&
               strstr(found->remedy, sheets[i].no_remedy) != NULL)))) {
            print_error("%s\n", sheets[i].sheet);
            print_problems(&loaded->diag);
            failed++;
        }
    }
    check_int(failed, 0);
}
#define CHECK_SHEETS(arena, sheets, attendance, either)                                            \
    check_sheets((arena), (sheets), sizeof(sheets) / sizeof *(sheets), (attendance), (either))

/* Motions that are named as takes of one vote, and some that have such words in their names. */
static void takes_of_one_vote(void **state)
{
#define IN_COLUMNS(one, other) "practice," one "," other "\nK1,for,against\nK2,for,for\n"
#define IN_ROWS(one, other)                                                                        \
    "practice,motion,vote\nK1," one ",for\nK2," one ",for\nK1," other ",against\nK2," other ",for" \
    "\n"
#define TAKES "are named as takes of one vote, of which one counts"
    static const struct sheet_told sheets[] = {
        {IN_COLUMNS("Draft vote", "Final vote"), 1, "\"Draft vote\" and \"Final vote\" " TAKES,
         "--column none=\"Draft vote\" --column vote=\"Final vote\"", NULL},
        {IN_ROWS("Draft vote", "Final vote"), 1, "\"Draft vote\" and \"Final vote\" " TAKES,
         "add --column motion=\"motion\"", "vote="},
        {IN_COLUMNS("Round 1", "Round 2"), 1, TAKES, NULL, NULL},
        {IN_COLUMNS("First vote", "Second vote"), 1, TAKES, NULL, NULL},
        {IN_COLUMNS("By email", "At the meeting"), 1, TAKES, NULL, NULL},
        {IN_COLUMNS("Indicative", "Binding"), 1, TAKES, NULL, NULL},
        {IN_COLUMNS("Provisional", "Confirmed"), 1, TAKES, NULL, NULL},
        {IN_COLUMNS("Budget: first vote", "Budget: second vote"), 1, TAKES, NULL, NULL},
        {IN_COLUMNS("Budget", "Budget (recount)"), 1, TAKES, NULL, NULL},
        {IN_ROWS("Budget vote 1", "Budget vote 2"), 1, TAKES, NULL, NULL},
        {IN_ROWS("Budget (by email)", "Budget (at the meeting)"), 1, TAKES, NULL, NULL},
        {IN_COLUMNS("Budget - draft", "Budget - final"), 1, TAKES, NULL, NULL},
        {IN_ROWS("Round one", "Round two"), 1, TAKES, NULL, NULL},
        {IN_COLUMNS("First reading", "Second reading"), 1, TAKES, NULL, NULL},
        {IN_COLUMNS("Before discussion", "After discussion"), 1, TAKES, NULL, NULL},
        {IN_COLUMNS("Lead's vote", "Deputy's vote"), 1, TAKES, NULL, NULL},
        {IN_COLUMNS("Vote 24 June", "Vote 1 July"), 1, TAKES, NULL, NULL},
        {"practice,Draft vote,Merger,Final vote\nK1,for,for,against\nK2,for,for,for\n", 1, TAKES,
         "If it is \"Draft vote\"", NULL},
        /* Motions of their own. */
        {IN_COLUMNS("Draft budget", "Final report 2015"), 0, NULL, NULL, NULL},
        {IN_COLUMNS("Draft budget", "Final budget"), 0, NULL, NULL, NULL},
        {IN_COLUMNS("Round table", "Budget"), 0, NULL, NULL, NULL},
        {IN_COLUMNS("Funding round 1", "Funding round 2"), 0, NULL, NULL, NULL},
        {IN_COLUMNS("Vote 1", "Vote 2"), 0, NULL, NULL, NULL},
        {IN_COLUMNS("Motion 1", "Motion 2"), 0, NULL, NULL, NULL},
        {IN_COLUMNS("First motion", "Second motion"), 0, NULL, NULL, NULL},
        {IN_COLUMNS("Vote on the budget", "Vote on the merger"), 0, NULL, NULL, NULL},
        {IN_ROWS("Draft budget", "Final report 2015"), 0, NULL, NULL, NULL},
        {IN_ROWS("Email policy", "Meeting rooms"), 0, NULL, NULL, NULL},
        {IN_ROWS("Meeting 1", "Meeting 2"), 0, NULL, NULL, NULL},
        {IN_ROWS("1", "2"), 0, NULL, NULL, NULL},
        {IN_ROWS("Premises (new)", "Premises (old)"), 0, NULL, NULL, NULL},
        {IN_COLUMNS("Lead GP", "Deputy lead"), 0, NULL, NULL, NULL},
        {IN_COLUMNS("Pilot in May", "Pilot in June"), 0, NULL, NULL, NULL},
        {IN_COLUMNS("Phone system", "New phone"), 0, NULL, NULL, NULL},
        {IN_COLUMNS("Budget vote 2015", "Budget vote 2016"), 0, NULL, NULL, NULL},
        {IN_ROWS("Budget (final)", "Merger (final)"), 0, NULL, NULL, NULL},
    };
    CHECK_SHEETS(arena_of(state), sheets, false, false);
}

/* A column of votes beside those that somebody said are of the vote is told of in the report; one
 * beside marks below words for votes is asked about. */
static void votes_beside_those_that_are_told(void **state)
{
    static const char note[] = "The column \"Plan\" may hold votes too";
    static const struct {
        const char *beside;
        bool told;
    } columns[] = {{"for", true}, {"yes", true}, {"ok", false}};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        struct arena *arena = arena_of(state);
        struct loaded *loaded = prepare(arena, "meeting");
        struct column_name names[] = {{"vote", "Budget", true}};
        loaded->reading.columns = (struct column_names){.names = names, .count = 1};
        read_ballots(loaded, arena_format(arena, "practice,Budget,Plan\nK1,for,%s\nK2,for,no\n",
                                          columns[i].beside));
        const struct poll *poll = &loaded->box.polls[0];
        bool told = false;
        for (size_t j = 0; j < poll->doubt_count; j++)
            told = told || strncmp(poll->doubts[j], note, strlen(note)) == 0;
        check_int(loaded->diag.errors, 0);
        check_int(told, columns[i].told);
    }
    static const struct sheet_told sheets[] = {
        {"practice,For,Against,Plan\nK1,x,,for\nK2,,x,against\n", 1,
         "this column of votes stands beside that of the votes", "--column none=\"Plan\"",
         "candidate"},
        {"practice,For,Against,Remark\nK1,x,,fine\nK2,,x,dear\n", 0, NULL, NULL, NULL},
    };
    CHECK_SHEETS(arena_of(state), sheets, false, false);
}

static void which_column_is_the_vote(void **state)
{
    static const char beside[] = "stands beside that of the votes";
    static const struct sheet_told sheets[] = {
        {"practice,response\nK1,for\nK2,against\n", 0, NULL, NULL, NULL},
        {"response,practice\nfor,K1\nagainst,K2\n", 0, NULL, NULL, NULL},
        {"vote,lunch\nfor,a\n", 1, "practice", NULL, NULL},
        {"Subject,From Address,Body\nPlan,a@x.example,We like it\n", 1, "practice",
         "This is an export of Outlook", NULL},
        {"practice,Subject,From Address\nK1,Plan,a@x.example\n", 1, "vote",
         "This is an export of Outlook", NULL},
        {"Subject,Body\nPlan,We like it\n", 1, "practice", NULL, "This is an export of Outlook"},
        {"vote,practice,response\nfor,K1,\nfor,K2,against\n", 1, beside, NULL, NULL},
        {"practice,vote,came along\nK1,,ok\nK2,,apologies\n", 1,
         "this column may say who was there", NULL, NULL},
        {"practice,vote,came along\nK1,,accepted\nK2,,tentative\n", 1, "who meant to come", NULL,
         NULL},
        {"practice,vote,came along\nK1,,accepted\nK2,,declined\n", 1, "who meant to come", NULL,
         NULL},
        {"practice,vote,came along\nK1,,tentative\nK2,,\n", 1, "who meant to come", NULL, NULL},
        {"practice,vote,invited\nK1,,yes\nK2,,yes\n", 1, "who meant to come", NULL, NULL},
        {"practice,vote,expected\nK1,,yes\nK2,,yes\n", 1, "who meant to come", NULL, NULL},
    };
    CHECK_SHEETS(arena_of(state), sheets, false, false);
    /* "Name2" is a question of a form, beside the account's own name, and nothing elsewhere. */
    static const struct {
        const char *sheet, *voter;
    } forms[] = {
        {"Start time,Completion time,practice,vote,Name,Name2\n"
         "2015-06-24 10:00,2015-06-24 10:01,K1,for,anonymous,Ann Lee\n",
         "Ann Lee"},
        {"Start time,Completion time,practice,vote,Name\n"
         "2015-06-24 10:00,2015-06-24 10:01,K1,for,Ann Lee\n",
         "Ann Lee"},
        {"practice,vote,Name2\nK1,for,Ann Lee\n", NULL},
        {"practice,vote,Name\nK1,for,Ann Lee\n", "Ann Lee"},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        struct loaded *loaded = load(arena_of(state), "meeting", forms[i].sheet);
        check_int(loaded->diag.errors, 0);
        check_text(only_ballot(loaded)->details->voter, forms[i].voter);
    }
    /* Where either is taken a table with votes is no list. */
    struct loaded *loaded = prepare(arena_of(state), "meeting");
    loaded->reading.either = true;
    read_ballots(loaded, "practice,response\nK1,for\n");
    check_errors(&loaded->diag, 0);
    check_int(only_ballot(loaded)->vote, VOTE_FOR);
}

/* Marks, a yes or a no beside the vote tell rows apart, unless all have the same mark. */
static void marks_beside_the_vote(void **state)
{
#define FORM "Start time,Completion time,practice,vote,"
#define TIME "2015-06-24 10:00,2015-06-24 10:01,"
    static const struct sheet_told sheets[] = {
        {"practice,vote,seen\nK1,for,x\nK2,for,x\n", 0, NULL, NULL, NULL},
        {"practice,vote,seen\nK1,for,x\nK2,for,\n", 1, "of marks", NULL, NULL},
        {"practice,vote,seen\nK1,for,x\nK2,for,-\n", 1, "of marks", NULL, NULL},
        {"practice,vote,seen\nK1,for,-\nK2,for,-\n", 0, NULL, NULL, NULL},
        {"practice,vote,seen\nK1,for,-\nK2,for,\n", 0, NULL, NULL, NULL},
        {"practice,vote,seen\nK1,for,no\nK2,for,no\n", 1, "of yes and no", NULL, NULL},
        {"practice,vote,seen\nK1,for,yes\nK2,for,\n", 1, "of yes and no", NULL, NULL},
        {"practice,vote,seen\nK1,for,yes\nK2,for,today\n", 0, NULL, NULL, NULL},
        {"practice,vote,lunch\nK1,for,yes\nK2,for,no\n", 0, NULL, NULL, NULL},
        {"practice,vote,should lunch be earlier\nK1,for,yes\nK2,for,no\n", 1, "of yes and no", NULL,
         NULL},
        /* Points of a quiz, which a form has for each question and in all. */
        {FORM "Points - vote\n" TIME "K1,for,0\n" TIME "K2,for,1\n", 0, NULL, NULL, NULL},
        {"vote,Points - vote,practice,Start time,Completion time\n"
         "for,0,K1,2015-06-24 10:00,2015-06-24 10:01\n"
         "for,1,K2,2015-06-24 10:00,2015-06-24 10:01\n",
         0, NULL, NULL, NULL},
        {FORM "Points - vote,Total points\n" TIME "K1,for,0,0\n" TIME "K2,for,1,1\n", 0, NULL, NULL,
         NULL},
        {FORM "Points - lunch\n" TIME "K1,for,0\n" TIME "K2,for,1\n", 1, "of preferences", NULL,
         NULL},
        {FORM "Total points\n" TIME "K1,for,0\n" TIME "K2,for,1\n", 1, "of preferences", NULL,
         NULL},
        {"practice,vote,Points - vote\nK1,for,0\nK2,for,1\n", 1, "of preferences", NULL, NULL},
    };
    CHECK_SHEETS(arena_of(state), sheets, false, false);
}

static void what_a_word_may_be(void **state)
{
    static const struct sheet_told sheets[] = {
        {"practice,vote\nK1,zebra\n", 2, "is not a vote", NULL, "--answer"},
        {"practice,vote\nK1,let us wait\n", 2, "is not a vote", "--answer", NULL},
        {"practice,vote\nK1,let us wait; or not\n", 2, "is not a vote", "More than one",
         "--answer"},
        {"practice,vote\nK1,Dr Let us wait\n", 2, "is not a vote", NULL, "--answer"},
        {"practice,vote\nK1,Zebra;Lion\n", 2, "is not a vote", "More than one", "--answer"},
        {"practice,vote,attendance\nK1,for,zebra\n", 2, "present nor absent",
         "delete the row of a practice that is not there", "Who meant to come"},
        {"practice,vote,attendance\nK1,for,accepted\n", 2, "present nor absent",
         "Who meant to come", NULL},
        {"practice,vote,attendance\nK1,for,declined\n", 2, "present nor absent",
         "Who meant to come", NULL},
        {"practice,vote,attendance\nK1,for,tentative\n", 2, "present nor absent",
         "Who meant to come", NULL},
        {"practice,for,against\nK1,,\nK2,x,\n", 2, "the vote is blank", NULL, NULL},
    };
    CHECK_SHEETS(arena_of(state), sheets, false, false);
    struct loaded *loaded = load(arena_of(state), "meeting", sheets[9].sheet);
    check_problem_in(&loaded->diag, 2, 4, 2, "the vote is blank");
}

/* What keeps a row from being read is told, and not what else it may say. */
static void what_is_wrong_is_told_alone(void **state)
{
    static const char *const sheets[] = {
        "practice,motion,vote,notes\nK1,,for,withdrawn\n",
        "practice,motion,vote,notes\nK2,Plan A.5%,for,\nK1,Plan A5%,for,withdrawn\n",
        "practice,interest,vote,notes\nK1,perhaps,for,withdrawn\n",
        "practice,role,vote,notes\nK1,zebra,for,withdrawn\n",
        "practice,vote,notes\nK1,zebra,withdrawn\n",
        "practice,votes,vote,notes\nK1,zebra,for,withdrawn\n",
        "practice,decision,vote,notes\nK1,zebra,for,withdrawn\n",
        "practice,received,vote,notes\nK1,zebra,for,withdrawn\n",
        "practice,notified,vote,notes\nK1,zebra,for,withdrawn\n",
        "practice,received (CET),vote,notes\nK1,zebra,for,withdrawn\n",
        "practice,attendance,vote,notes\nK1,zebra,for,withdrawn\n",
        "practice,role,proxy,vote,notes\nK1,lead,Ann,for,withdrawn\n",
        "practice,role,voter,vote,notes\nK1,,Ann (deputy),for,withdrawn\n",
    };
    size_t failed = 0;
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        struct loaded *loaded = load(arena_of(state), "meeting", sheets[i]);
        if (loaded->diag.errors != 1) {
            print_error("%s\n", sheets[i]);
            print_problems(&loaded->diag);
            failed++;
        }
    }
    check_int(failed, 0);
}

/* In a list of who came somebody is named in each row, or in none. */
static void who_came_is_named(void **state)
{
    static const struct sheet_told sheets[] = {
        {"practice,voter\nK1,Ann Lee\nK2,Bo Hill\n", 0, NULL, NULL, NULL},
        {"practice,voter\nK1,\nK2,\n", 0, NULL, NULL, NULL},
        {"practice,voter\nK1,Ann Lee\nK2,\n", 3, "nobody is named here", NULL, NULL},
        {"practice,voter\nK1,\nK2,Bo Hill\n", 2, "nobody is named here", NULL, NULL},
        {"practice,voter\nK1,Ann Lee\nK2,vacant\n", 3, "is nobody's name", NULL, NULL},
        {"practice,voter\nK1,Ann Lee\nK2,2\n", 3, "is nobody's name", NULL, NULL},
        {"practice,voter\nK1,Ann Lee\nK2,Bo Hill 2\n", 0, NULL, NULL, NULL},
        {"practice,role,voter\nK1,,Ann Lee\nK2,deputy,\n", 0, NULL, NULL, NULL},
        {"practice,attended,voter\nK1,yes,Ann Lee\nK2,yes,\n", 0, NULL, NULL, NULL},
    };
    CHECK_SHEETS(arena_of(state), sheets, true, false);
}

/* What stands above the headings is passed over in its own words. */
static void lines_that_are_passed_over(void **state)
{
    static const char too_few[] = "this line has 2 cells, and most rows below have more";
    static const struct sheet_told sheets[] = {
        {"Practice,Vote\nPractice,Vote,Lunch\nK1,for,a\nK2,for,b\n", 0, NULL, NULL, NULL},
        {"Practice,Vote\nNow,then,so\nPractice,Vote,Lunch\nK1,for,a\nK2,for,b\n", 1, too_few, NULL,
         NULL},
        {"Practice,Vote\nK1,for,a\nK2,for,b\n", 1, too_few, NULL, NULL},
        {"K1\xFF\npractice,vote\nK2,for\n", 0, NULL, NULL, NULL},
        {"K1\npractice,vote\nK2,for\n", 1, "where no rows are read", NULL, NULL},
        {"practice,vote,Old\nK1,for,\n", 0, NULL, NULL, NULL},
        /* Numbers are held where they are of the one motion. */
        {"For 2 Against 0\npractice,motion,vote\nK1,A,for\nK2,A,against\n", 1,
         "2 for and 0 against stand above", NULL, NULL},
        {"For 2 Against 0\npractice,motion,vote\nK1,A,for\nK2,A,against\nK1,B,for\nK2,B,for\n", 0,
         NULL, NULL, NULL},
    };
    CHECK_SHEETS(arena_of(state), sheets, false, false);
    static const struct {
        const char *title, *told;
    } titles[] = {
        {"\"Plan for 2016\"", "passed over: \"Plan for 2016\""},
        {"\"Plan for 2016\",", "passed over: \"Plan for 2016\""},
        {"Plan for 2016", "passed over: \"Plan for 2016\""},
        {"Plan \xFF", "passed over: no text in UTF-8"},
        {"One\nTwo", "2 lines above the headings are passed over; the first is \"One\""},
        {"One\n,,\nTwo\nThree", "3 lines above the headings are passed over; the first is \"One\""},
    };
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        struct loaded *loaded =
            load(arena_of(state), "meeting",
                 arena_format(arena_of(state), "%s\npractice,vote\nK1,for\n", titles[i].title));
        check_counts(&loaded->diag, 0, 1);
        check_problem(&loaded->diag, 1, titles[i].told);
    }
}

/* --- Posts, and rows that are headings --- */

/* Each post without a vote is told, wherever it stands in the list; not where nobody votes for any.
 */
static void posts_that_nobody_votes_for(void **state)
{
    static const struct {
        const char *rows;
        int untold[3], count;
    } files[] = {
        {"Ash Tree,Dr B,Deputy\n", {0, 2}, 2},
        {"Ash Tree,Dr A,Chair\nBeech House,Dr B,Deputy\n", {2}, 1},
        {"Ash Tree,Dr A,Chair\nBeech House,Dr B,Deputy\nBeech House,Dr C,Lead\n", {0}, 0},
    };
    static const char *const posts[] = {"Chair", "Deputy", "Lead"};
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct loaded *loaded = prepare(arena, "chair");
        check_true(load_candidates(
            arena, &loaded->diag,
            file_of("candidates.csv", "candidate,post\nDr A,Chair\nDr B,Deputy\nDr C,Lead\n"),
            (struct date){0}, &loaded->list, NULL));
        loaded->reading.candidates = &loaded->list;
        read_ballots(loaded, arena_format(arena, "practice,vote,post\n%s", files[i].rows));
        check_counts(&loaded->diag, 0, (size_t)files[i].count);
        for (int post = 0; post < files[i].count; post++)
            check_contains(
                diag_messages(&loaded->diag)[post].what,
                arena_format(arena, "no row is a vote for %s", posts[files[i].untold[post]]));
    }
}

/* Of a heading over those who were away the rows below it are told; of one that is the last row
 * there are none. */
static void a_heading_over_those_away(void **state)
{
    struct arena *arena = arena_of(state);
    static const char *const rows[] = {"Apologies,\nBeech House,for\n",
                                       "Beech House,for\nApologies,\n"};
    for (size_t i = 0; i < 2; i++) {
        struct loaded *loaded =
            load(arena, "meeting", arena_format(arena, "practice,vote\nAsh Tree,no\n%s", rows[i]));
        const struct message *told = check_problem(&loaded->diag, 3 + i, "no practice is called");
        check_int(strstr(told->remedy, "below") != NULL, i == 0);
    }
}

/* A remark that says several things against its row is told of once, by the first. */
static void a_remark_is_told_once(void **state)
{
    static const struct {
        const char *remark, *what;
    } rows[] = {
        {"Should be against - with Wallingford Medical Centre", "has another vote"},
        {"Should be against - ignored", "the row would count"},
        {"Ignore - should be against", "the row would count"},
        {"Wallingford Medical Centre would be ignored", "names another"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena *arena = arena_of(state);
        struct loaded *loaded =
            load(arena, "meeting",
                 arena_format(arena, "practice,vote,notes\nAsh Tree,for,%s\n", rows[i].remark));
        check_errors(&loaded->diag, 1);
        check_problem(&loaded->diag, 2, rows[i].what);
    }
}

static size_t problems_on(const struct diag *diag, size_t line, enum severity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < diag->count; i++)
        count += diag_messages(diag)[i].place.line == line &&
                 diag_messages(diag)[i].severity == severity;
    return count;
}

/* What stands beside a vote in a column that nothing reads. */
static void what_stands_beside_a_vote(void **state)
{
    static const struct {
        const char *heading, *vote, *cell;
        size_t errors, warnings;
        const char *what, *remedy;
    } rows[] = {
        {"notes", "for", "", 0, 0, NULL, NULL},
        {"notes", "for", "with thanks", 0, 0, NULL, NULL},
        {"valid", "for", "", 1, 0, "this is blank under \"valid\"", "delete the row"},
        {"valid", "for", "no", 1, 0, "\"no\" stands under \"valid\"", "delete the row"},
        {"left early", "present", "yes", 1, 0, "\"yes\" stands under", "nobody was there any more"},
        {"notes", "for", "please accept our apologies", 0, 1, "beside a row that counts",
         "correct the row"},
        {"notes", "abstain", "should be for", 1, 0, "has another vote", "correct the vote"},
        {"notes", "for", "should be for", 0, 0, NULL, NULL},
        {"notes", "present", "should be for", 0, 0, NULL, NULL},
        {"notes", "for", "with Beech House", 1, 0, "names another", "a row of its own"},
        {"notes", "for", "voted by the partners", 0, 0, NULL, NULL},
        {"notes", "for", "voted by receptionist", 1, 0, "the row would count", "delete the row"},
        {"notes", "for", "Dr Jones is now receptionist", 0, 0, NULL, NULL},
        {"notes", "for", "joined after the vote", 1, 0, "the row would count", "delete the row"},
        {"notes", "for", "joined before the vote", 0, 0, NULL, NULL},
        {"notes", "for", "please do ignore this one", 1, 0, "the row would count", NULL},
        {"notes", "for", "please do ignore this one now", 0, 1, "beside a row that counts", NULL},
        {"notes", "for", "undecided", 1, 0, "the row would count", "delete the row"},
        {"notes", "for", "subject to funding", 1, 0, "the row would count", "delete the row"},
        {"room", "for", "undecided", 0, 0, NULL, NULL},
        {"notes", "for", "Automatic reply", 1, 0, "the row would count", "delete the row"},
        {"notes", "for", "Auto-reply: out of office", 1, 0, "the row would count", NULL},
        {"notes", "for", "no objection - taken as yes", 1, 0, "the row would count", NULL},
        {"notes", "for", "assumed", 1, 0, "the row would count", NULL},
        {"reply text", "for", "We do not agree", 1, 0, "has another vote", "correct the vote"},
        {"body", "for", "We agree", 0, 0, NULL, NULL},
        {"weighted", "for", "9999", 1, 0, "stands under", "worked out from the roll"},
        {"notes", "for", "email bounced", 1, 0, "the row would count", NULL},
        {"notes", "for", "happy either way", 1, 0, "the row would count", NULL},
        {"notes", "for", "partners could not agree", 1, 0, "the row would count", NULL},
        {"office", "for", "out of office", 0, 1, "beside a row that counts", NULL},
        {"notes", "for", "not assumed lightly", 0, 0, NULL, NULL},
        {"notes", "present", "part of the meeting", 1, 0, "the row would count",
         "nobody was there any more"},
        {"notes", "for", "part of the meeting", 0, 0, NULL, NULL},
        {"notes", "absent", "with Beech House", 0, 0, NULL, NULL},
        {"notes", "absent", "please accept our apologies", 0, 0, NULL, NULL},
        {"notes", "against", "yes", 0, 0, NULL, NULL},
        {"notes", "against", "changed to yes", 1, 0, "has another vote", "correct the vote"},
        {"notes", "for", "voted as agreed", 0, 0, NULL, NULL},
        {"notes", "for", "as against", 0, 0, NULL, NULL},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct loaded *loaded =
            load(arena, "meeting",
                 arena_format(arena, "practice,vote,%s\nAsh Tree,%s,%s\nBeech House,for,yes\n",
                              rows[i].heading, rows[i].vote, rows[i].cell));
        if (problems_on(&loaded->diag, 2, SEVERITY_ERROR) != rows[i].errors)
            print_error("row %zu\n", i);
        check_int(problems_on(&loaded->diag, 2, SEVERITY_ERROR), rows[i].errors);
        check_int(problems_on(&loaded->diag, 2, SEVERITY_WARNING), rows[i].warnings);
        if (rows[i].what != NULL)
            check_contains(check_problem(&loaded->diag, 2, rows[i].what)->remedy,
                           rows[i].remedy == NULL ? "" : rows[i].remedy);
    }
    /* Another member is told of once a column. */
    struct loaded *loaded = load(arena, "meeting",
                                 "practice,vote,notes,more\nAsh Tree,for,with Beech House,\n"
                                 "Wallingford Medical Centre,for,with Beech House,with Ash Tree\n");
    check_int(loaded->diag.errors, 2);
    /* A list of who was there has no votes. */
    loaded = prepare(arena, "meeting");
    loaded->reading.attendance = true;
    read_ballots(loaded, "practice,attended,notes\nAsh Tree,yes,should be for\n");
    check_int(loaded->diag.errors, 0);
}

/* A vote of an election that cannot be told makes nobody a candidate. */
static void a_candidate_of_no_election(void **state)
{
    struct loaded *loaded = load(arena_of(state), "chair",
                                 "practice,motion,vote\nAsh Tree,,Dr X\nBeech House,Chair,Dr Y\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 2, "motion");
}

/* "Response" is the vote where no column is headed so. */
static void a_response_beside_a_vote(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "meeting",
             "practice,vote,response\nAsh Tree,for,\nBeech House,for,against\n");
    check_errors(&loaded->diag, 1);
    check_problem_in(&loaded->diag, 1, 15, 3, "stands beside that of the votes");
    loaded = load(arena_of(state), "meeting", "practice,response\nAsh Tree,against\n");
    check_errors(&loaded->diag, 0);
    check_int(only_ballot(loaded)->vote, VOTE_AGAINST);
}

/* --- What a row may say --- */

static void a_whole_row(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "meeting",
             "Code,Practice Name,Choice,Capacity,Voted by,Notified,Declared interest,Timestamp,"
             "Question,Reason\n"
             "k2,beech house.,In Favour,Proxy,Ms P,22 June 2015,no,24/06/2015 17:00:05,Adopt it,"
             "\"late, but in time\"\n");
    check_errors(&loaded->diag, 0);
    const struct ballot *ballot = only_ballot(loaded);
    check_int((long long)ballot->line, 2);
    check_text(ballot->member->name, "Beech House");
    check_int(ballot->vote, VOTE_FOR);
    check_int(ballot->role, ROLE_PROXY);
    check_text(ballot->details->voter, "Ms P");
    check_int(ballot->notified, NOTIFIED_ON);
    check_int(ballot->details->notified_on.day, 22);
    check_false(ballot->interest);
    check_true(ballot->details->received.given);
    check_text(ballot->details->remark, "late, but in time");
    struct place place = place_of(loaded, 0);
    check_text(place.file, "ballots.csv");
    check_int((long long)place.column, 4);
    check_int((long long)place.cell, 2);
    check_contains(place.text, "k2,beech house.,In Favour");
    check_text(loaded->box.polls[0].motion, "Adopt it");
    check_text(loaded->box.polls[0].decision, "meeting");
    check_false(loaded->box.polls[0].is_election);
    check_int((long long)loaded->box.rows, 1);
}

static void the_least_row(void **state)
{
    struct loaded *loaded = load(arena_of(state), "Meeting", "practice,vote\nAsh Tree,no\n");
    check_errors(&loaded->diag, 0);
    const struct ballot *ballot = only_ballot(loaded);
    check_text(ballot->member->name, "The Ash Surgery");
    check_int(ballot->vote, VOTE_AGAINST);
    check_int(ballot->role, ROLE_LEAD);
    check_text(ballot->details->voter, NULL);
    check_text(ballot->details->remark, NULL);
    check_int(ballot->notified, NOTIFIED_NO);
    check_false(ballot->details->received.given);
    check_text(loaded->box.polls[0].motion, NULL);
    check_text(loaded->box.polls[0].decision, "meeting");
}

static void the_words_of_a_vote(void **state)
{
    static const struct {
        const char *word;
        enum vote vote;
    } words[] = {
        {"for", VOTE_FOR},         {"YES", VOTE_FOR},           {"y", VOTE_FOR},
        {"Aye", VOTE_FOR},         {"in  favour", VOTE_FOR},    {"approve", VOTE_FOR},
        {"Support", VOTE_FOR},     {"agree", VOTE_FOR},         {"Against", VOTE_AGAINST},
        {"no", VOTE_AGAINST},      {"N", VOTE_AGAINST},         {"nay", VOTE_AGAINST},
        {"oppose", VOTE_AGAINST},  {"reject", VOTE_AGAINST},    {"disagree", VOTE_AGAINST},
        {"abstain", VOTE_ABSTAIN}, {"Abstained", VOTE_ABSTAIN}, {"abstention", VOTE_ABSTAIN},
        {"present", VOTE_PRESENT}, {"absent", VOTE_ABSENT},     {"No-Reply", VOTE_ABSENT},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct loaded *loaded =
            load(arena_of(state), "meeting",
                 arena_format(arena_of(state), "practice,vote\nK1, %s \n", words[i].word));
        check_errors(&loaded->diag, 0);
        check_int(only_ballot(loaded)->vote, words[i].vote);
    }
}

static void what_is_not_a_vote(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote\nK1,agianst\nK2,maybe\nK3,\nK1,Dr Amy Pond\n"
                                 "K1,?\nK1,yes\n");
    check_errors(&loaded->diag, 5);
    const struct message *problem =
        check_problem_in(&loaded->diag, 2, 4, 2, "\"agianst\" is not a vote");
    check_contains(problem->remedy, "Did you mean \"against\"?");
    check_contains(problem->remedy, "for, against, abstain, present or absent");
    check_problem(&loaded->diag, 3, "\"maybe\" is not a vote");
    check_contains(check_problem(&loaded->diag, 4, "the vote is blank")->remedy,
                   "never counted as abstain");
    check_problem(&loaded->diag, 5, "\"Dr Amy Pond\" is not a vote");
    check_problem(&loaded->diag, 6, "\"?\" is not a vote");
    loaded = load_listed(arena_of(state), "meeting", "practice,vote\nK1,amy\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 2, "\"amy\" is a candidate");
}

static void an_interest_may_leave_the_vote_blank(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote,interest\nK1,,yes\nK2,for,Y\nK3,absent,None\n"
                                 "K1,,no\nK2,x,yes\nK3,for,perhaps\n");
    check_errors(&loaded->diag, 3);
    check_problem(&loaded->diag, 5, "the vote is blank");
    check_problem(&loaded->diag, 6, "\"x\" is not a vote");
    check_problem_in(&loaded->diag, 7, 8, 3, "\"perhaps\" is neither yes nor no");
    const struct poll *poll = &loaded->box.polls[0];
    check_int((long long)poll->count, 3);
    check_int(poll->ballots[0].vote, VOTE_BLANK);
    check_true(poll->ballots[0].interest);
    check_int(poll->ballots[1].vote, VOTE_FOR);
    check_false(poll->ballots[2].interest);
}

static void roles(void **state)
{
    static const struct {
        const char *word;
        enum role role;
    } words[] = {
        {"", ROLE_LEAD},
        {"Lead", ROLE_LEAD},
        {"Practice Commissioning Lead", ROLE_LEAD},
        {"GP lead", ROLE_LEAD},
        {"practice lead", ROLE_LEAD},
        {"deputy", ROLE_DEPUTY},
        {"Deputy Lead", ROLE_DEPUTY},
        {"proxy", ROLE_PROXY},
        {"Practice Manager", ROLE_PRACTICE_MANAGER},
        {"public representative", ROLE_PUBLIC_REPRESENTATIVE},
        {"observer", ROLE_OBSERVER},
        {"other", ROLE_OTHER},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct loaded *loaded =
            load(arena_of(state), "meeting",
                 arena_format(arena_of(state), "practice,vote,role\nK1,for,%s\n", words[i].word));
        check_errors(&loaded->diag, 0);
        check_int(only_ballot(loaded)->role, words[i].role);
    }
    struct loaded *loaded = load(arena_of(state), "meeting", "practice,vote,role\nK1,for,chair\n");
    check_errors(&loaded->diag, 1);
    check_contains(check_problem_in(&loaded->diag, 2, 8, 3, "\"chair\" is not a role")->remedy,
                   "If it is the lead, add --answer \"chair\"=lead to the command");
}

static void words_that_are_only_nearly_right(void **state)
{
    static const struct {
        const char *row, *words, *remedy;
    } rows[] = {
        {"K1,for,GP,,", "\"GP\" is not a role",
         "if it is the lead's deputy, --answer \"GP\"=deputy"},
        {"K1,for,depty,,", "\"depty\" is not a role", "Did you mean \"deputy\"?"},
        {"K1,for,?,,", "\"?\" is not a role", "Write lead, deputy"},
        {"K1,for,,n/a,", "\"n/a\" is neither", "leave it blank"},
        {"K1,for,,no interest,", "\"no interest\" is neither", "leave it blank"},
        {"K1,for,,Nil,", "\"Nil\" is neither", "leave it blank"},
        {"K1,for,,?,", "\"?\" is neither", "Write yes or no"},
        {"K1,for,,,24th June 2015", "neither yes, no nor a date", "Write the day without \"th\""},
        {"K1,for,,,24-6-15", "neither yes, no nor a date", "in four digits: 24/6/2015."},
        {"K1,for,,,Tue 24/06/2015", "neither yes, no nor a date", "24 June 2015 is a Wednesday"},
        {"K1,for,,,42179", "neither yes, no nor a date", "24 June 2015"},
        {"K1,for,,,?", "neither yes, no nor a date", "Write yes, no, or the date"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct loaded *loaded =
            load(arena_of(state), "meeting",
                 arena_format(arena_of(state), "practice,vote,role,interest,notified\n%s\n",
                              rows[i].row));
        check_errors(&loaded->diag, 1);
        check_contains(check_problem(&loaded->diag, 2, rows[i].words)->remedy, rows[i].remedy);
    }
    /* A dash is as good as blank. */
    struct loaded *loaded =
        load(arena_of(state), "meeting", "practice,vote,role,interest,notified\nK1,for,-,-,-\n");
    check_errors(&loaded->diag, 0);
}

static void a_form_tells_the_time_too(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote,notified\nK1,for,22/06/2015 09:30\n"
                                 "K2,for,2015-06-22T17:30:00-05:00\n");
    check_errors(&loaded->diag, 0);
    for (size_t i = 0; i < 2; i++) {
        const struct ballot *ballot = &loaded->box.polls[0].ballots[i];
        check_int(ballot->notified, NOTIFIED_ON);
        check_int(ballot->details->notified_on.year, 2015);
        check_int(ballot->details->notified_on.month, 6);
        check_int(ballot->details->notified_on.day, 22);
    }
}

static void being_told_and_times(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote,notified,received\nK1,for,yes,2015-06-24 17:00\n"
                                 "K2,for,N,\nK3,for,,24/06/2015 17:01\nK1,for,soon,17:00\n"
                                 "K2,for,31/06/2015,2015-06-24T17:00:00Z\n");
    check_counts(&loaded->diag, 4, 1); /* K2 has no time */
    check_problem_in(&loaded->diag, 5, 8, 3, "\"soon\" is neither yes, no nor a date");
    check_contains(
        check_problem_in(&loaded->diag, 5, 13, 4, "\"17:00\" is not a date with a time")->remedy,
        "2015-06-24 17:00, 24/06/2015 17:00:05");
    check_problem(&loaded->diag, 6, "\"31/06/2015\" is neither");
    check_problem(&loaded->diag, 6, "this time has a zone and that on line 2 has none");
    const struct ballot *ballots = loaded->box.polls[0].ballots;
    check_int(ballots[0].notified, NOTIFIED_YES);
    check_int(ballots[1].notified, NOTIFIED_NO);
    check_false(ballots[1].details->received.given);
    check_int(ballots[2].details->received.seconds - ballots[0].details->received.seconds, 60);
}

/* Of a proxy that was named on one day or another: which it was matters where one is behind the
 * vote. */
static void a_day_of_notice_that_may_be_two(void **state)
{
    static const struct {
        const char *day;
        bool needed;
    } cases[] = {
        {"05/06/2015", false},                       /* 5 June or 6 May */
        {"06/05/2015", false}, {"07/06/2015", true}, /* 7 June or 6 July */
        {"06/07/2015", true},  {"06/08/2015", true},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = prepare(arena, "meeting");
        loaded->reading.rules = NULL;
        loaded->reading.date = (struct date){2015, 6, 24};
        read_ballots(loaded, arena_format(arena,
                                          "practice,vote,role,voter,notified\n"
                                          "K1,for,proxy,Ann Lee,%s\n",
                                          cases[i].day));
        check_counts(&loaded->diag, cases[i].needed, !cases[i].needed);
        check_problem(&loaded->diag, 2, "it cannot be told which day this is");
    }
}

/* The order of two ballots of one member matters where they differ, and is not known where the day
 * of one of them is not. */
static void times_whose_day_may_be_two(void **state)
{
    static const struct {
        const char *rows;
        bool needed;
    } cases[] = {
        {"K1,for,05/06/2015 10:00\nK1,for,05/06/2015 11:00\n", false},
        {"K1,for,05/06/2015 10:00\nK1,against,05/06/2015 11:00\n", true},
        {"K1,for,05/06/2015 10:00\nK2,against,05/06/2015 11:00\n", false},
        {"K1,for,2015-06-20 10:00\nK1,against,2015-06-21 10:00\nK2,for,05/06/2015 10:00\n", false},
        {"K1,for,05/06/2015 10:00\nK1,for,05/06/2015 11:00\nK1,against,05/06/2015 12:00\n", true},
        {"K1,for,05/06/2015 10:00\nK1,against,2015-06-21 10:00\nK1,for,2015-06-22 10:00\n", true},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = prepare(arena, "meeting");
        loaded->reading.rules = NULL;
        read_ballots(loaded, arena_format(arena, "practice,vote,received\n%s", cases[i].rows));
        check_counts(&loaded->diag, cases[i].needed, !cases[i].needed);
    }
}

/* What may be on a reading, wherever it stands in the rules, bears on what a row may leave open. */
static void readings_of_a_decision(void **state)
{
    static const struct {
        const char *rules, *rows;
        size_t errors, warnings;
    } cases[] = {
#define OPEN_DAYS "practice,vote,received\nK1,for,05/06/2015 10:00\nK1,against,05/06/2015 11:00\n"
#define DECLARED  "practice,interest,vote,received\nK1,yes,for,05/06/2015 10:00\nK1,"
#define CHAIRED   "practice,vote,received\nK1,Dr A,05/06/2015 10:00\nK1,"
        {"meeting,repeat ballots,last counts,,the last\n", OPEN_DAYS, 1, 0},
        {"*,repeat ballots,last counts,,the last\n", OPEN_DAYS, 1, 0},
        {"email,repeat ballots,last counts,,the last\n", OPEN_DAYS, 0, 1},
        {"meeting,repeat ballots,\"void, takes part\",,void\n", OPEN_DAYS, 0, 1},
        {"*,repeat ballots,last counts,,the last\n", DECLARED "yes,for,05/06/2015 11:00\n", 0, 1},
        {"*,repeat ballots,last counts,,the last\n", DECLARED "no,for,05/06/2015 11:00\n", 1, 0},
        /* A practice is named in any case, but of somebody who may vote on no reading. */
        {"meeting,voters,\"lead, observer\",,wider\n",
         "practice,vote,role\nK1,for,\nHealthwatch,,observer\n", 2, 0},
        {"email,voters,\"lead, observer\",,wider\n",
         "practice,vote,role\nK1,for,\nHealthwatch,,observer\n", 0, 0},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *rows = strchr(rules_text, '\n') + 1;
        const char *rules = arena_format(arena,
                                         "decision,rule,value,clause,reading\n%s"
                                         "*,repeat ballots,error,,\n*,voters,lead,,\n%s",
                                         cases[i].rules, rows);
        bool of_chair = strncmp(cases[i].rules, "chair", strlen("chair")) == 0;
        struct loaded *loaded = prepare(arena, of_chair ? "chair" : "meeting");
        check_true(
            load_rules(arena, &loaded->diag, file_of("rules.csv", rules), &loaded->rules, NULL));
        read_ballots(loaded, cases[i].rows);
        check_counts(&loaded->diag, cases[i].errors, cases[i].warnings);
    }
}

/* What a line above the headings, or a column that nothing reads, says of when the vote closed or
 * opened: of ballots with their times the caller has to say it too, and the same day. */
static void a_closing_that_is_told(void **state)
{
    static const struct {
        const char *title, *closes, *what;
    } cases[] = {
        {"Voting closed 3 July 2015", NULL, "ballots would count whenever they came"},
        {"Voting closed 3 July 2015", "2015-07-03 17:00", NULL},
        {"Voting closed 3 July 2015", "2015-07-04 17:00", "--closes is of another day"},
        {"Voting closed at 17:00", "2015-07-03 17:00", NULL},
        {"Voting closed at 17:00", NULL, "ballots would count whenever they came"},
        {"Deadline: 17:00", NULL, "ballots would count whenever they came"},
        {"Voting closed", NULL, NULL},
        {"Nominations closed at 17:00", NULL, NULL},
        {"Ballot opened 1 July 2015", NULL, "ballots would count whenever they came"},
        {"Ballot opened 1 July 2015", "2015-07-03 17:00", "ballots would count whenever they came"},
        {"The office closes at 17:00", NULL, NULL},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = prepare(arena, "meeting");
        if (cases[i].closes != NULL)
            check_true(moment_parse(cases[i].closes, &loaded->reading.closes));
        read_ballots(loaded,
                     arena_format(arena, "%s\npractice,vote,received\nK1,for,2015-07-02 10:00\n",
                                  cases[i].title));
        if (loaded->diag.errors != (cases[i].what != NULL))
            print_error("\"%s\"\n", cases[i].title);
        check_int(loaded->diag.errors, cases[i].what != NULL);
        if (cases[i].what != NULL)
            check_problem(&loaded->diag, 1, cases[i].what);
    }
    /* What was changed after it, in whichever column that stands. */
    static const char *const changes[] = {
        "Last modified,practice,vote,received\n2015-07-04 10:00,K1,for,2015-07-02 10:00\n",
        "practice,vote,received,Last modified\nK1,for,2015-07-02 10:00,2015-07-04 10:00\n",
        "Last modified,practice,vote,received\n2015-07-03 10:00,K1,for,2015-07-02 10:00\n",
    };
    for (size_t i = 0; i < 3; i++) {
        struct loaded *loaded = prepare(arena, "meeting");
        check_true(moment_parse("2015-07-03 17:00", &loaded->reading.closes));
        read_ballots(loaded, changes[i]);
        check_int(loaded->diag.errors, i < 2);
        if (i < 2)
            check_problem(&loaded->diag, 1, "may have been changed after the vote closed");
    }
    /* A column is told of once, and not where nothing says when ballots came. */
    static const char *const sheets[] = {
        ("practice,vote,received,closing date\nK1,for,2015-07-02 10:00,2015-07-03\n"
         "K2,for,2015-07-02 10:00,2015-07-04\n"),
        "practice,vote,closing date\nK1,for,2015-07-03\n",
        "practice,vote,received,printing date\nK1,for,2015-07-02 10:00,2015-07-03\n",
    };
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
        check_int(load(arena, "meeting", sheets[i])->diag.errors, i == 0);
    struct loaded *loaded = prepare(arena, "meeting");
    check_true(moment_parse("2015-07-03 17:00", &loaded->reading.closes));
    read_ballots(loaded,
                 "practice,vote,received,closing date\nK1,for,2015-07-02 10:00,2015-07-03\n");
    check_int(loaded->diag.errors, 0);
}

/* Only an export of Outlook has both its headings, and lacks the times. */
static void an_export_without_times(void **state)
{
    static const struct {
        const char *ballots;
        bool told;
    } cases[] = {
        {"practice,vote,subject,from address\nK1,for,Vote,a@b.uk\n", true},
        {"practice,vote,subject\nK1,for,Vote\n", false},
        {"practice,vote,from address\nK1,for,a@b.uk\n", false},
        {"practice,vote,subject,from address,received\nK1,for,Vote,a@b.uk,2015-07-02 10:00\n",
         false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = load(arena_of(state), "meeting", cases[i].ballots);
        check_int(loaded->diag.errors, 0);
        check_int(loaded->box.polls[0].doubt_count, cases[i].told);
        if (cases[i].told)
            check_contains(loaded->box.polls[0].doubts[0], "an export of Outlook");
    }
}

/* --- Who --- */

/* Where the vote has a time each ballot needs its own, on the same clock. */
static void times_are_needed_where_the_vote_closes(void **state)
{
    static const struct {
        const char *ballots, *closes;
        size_t errors;
    } cases[] = {
        {"practice,vote,received\nK1,for,2015-07-03 17:00\n", "2015-07-03 17:00", 0},
        {"practice,vote,received\nK1,for,\nK2,absent,\n", "2015-07-03 17:00", 1},
        {"practice,vote\nK1,for\nK2,for\n", "2015-07-03 17:00", 1},
        {"practice,vote,received\nK1,for,2015-07-03 17:00\n", "2015-07-03T17:00Z", 1},
        {"practice,vote,received\nK1,for,2015-07-03T17:00Z\n", "2015-07-03 17:00", 1},
        {"practice,vote\nK1,for\n", NULL, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = prepare(arena_of(state), "meeting");
        if (cases[i].closes != NULL)
            check_true(moment_parse(cases[i].closes, &loaded->reading.closes));
        read_ballots(loaded, cases[i].ballots);
        check_errors(&loaded->diag, cases[i].errors);
    }
}

#define OPENS  "2015-06-20 09:00"
#define CLOSES "2015-07-03 17:00"
#define CAME   "practice,vote,received\nK1,for,"
#define BY_UTC "practice,vote,received (UTC)\nK1,for,"
#define EDITED "practice,vote,received,last modified\nK1,for,2015-07-03 10:00,"

static void what_is_told_of_times(void **state)
{
    static const struct {
        const char *opens, *closes, *ballots;
        size_t line;      /* where it is told, */
        const char *what; /* or NULL where it counts */
    } cases[] = {
        /* A day alone is enough but on the day of the opening or of the closing. */
        {NULL, NULL, CAME "2015-07-03\n", 0, NULL},
        {OPENS, CLOSES, CAME "2015-06-30\n", 0, NULL},
        {OPENS, CLOSES, CAME "2015-07-03\n", 2, "on which the vote closed"},
        {OPENS, CLOSES, CAME "2015-06-20\n", 2, "on which the vote opened"},
        {NULL, CLOSES, CAME "whenever\n", 2, "\"whenever\" is not a date with a time"},
        /* By the clock of the vote, and all by one. */
        {NULL, "2015-07-03T17:00Z", BY_UTC "2015-07-03 10:00\n", 0, NULL},
        {NULL, CLOSES, BY_UTC "2015-07-03 10:00\n", 2,
         "by its heading this time has a zone and --closes has none"},
        {NULL, "2015-07-03T17:00Z", CAME "2015-07-03 10:00\n", 2,
         "this time has no zone and --closes has one"},
        {"2015-06-20T09:00Z", NULL, CAME "2015-07-03 10:00\n", 2,
         "this time has no zone and --opens has one"},
        {OPENS, NULL, CAME "2015-07-03T10:00Z\n", 2, "this time has a zone and --opens has none"},
        {NULL, NULL, CAME "2015-07-03 10:00\nK2,for,2015-07-03T10:00Z\n", 3,
         "this time has a zone and that on line 2 has none"},
        {NULL, NULL, CAME "2015-07-03T10:00Z\nK2,for,2015-07-03 10:00\n", 3,
         "this time has no zone and that on line 2 has one"},
        {NULL, NULL, BY_UTC "2015-07-03T10:00+01:00\n", 2, "has another zone than the heading"},
        {NULL, NULL, BY_UTC "2015-07-01\n", 2, "a day of another clock than England's"},
        /* A year before the opening and one after the closing may be late or early, no more. */
        {OPENS, CLOSES, CAME "2016-12-31 10:00\n", 0, NULL},
        {OPENS, CLOSES, CAME "2017-01-01 10:00\n", 2, "at which the vote closes"},
        {OPENS, CLOSES, CAME "2014-01-01 10:00\n", 0, NULL},
        {OPENS, CLOSES, CAME "2013-12-31 10:00\n", 2, "at which the vote closes"},
        {OPENS, NULL, CAME "2013-12-31 10:00\n", 2, "at which the vote opens"},
        {"2014-06-20 09:00", CLOSES, CAME "2013-12-31 10:00\n", 0, NULL},
        {NULL, NULL, CAME "2003-12-31 10:00\n", 0, NULL},
        /* What was changed behind the closing. */
        {NULL, CLOSES, EDITED "2015-07-03 17:00\n", 0, NULL},
        {NULL, CLOSES, EDITED "2015-07-03 17:01\n", 1, "changed after the vote closed"},
        {NULL, CLOSES, EDITED "2015-07-03\n", 1, "changed after the vote closed"},
        {NULL, CLOSES, EDITED "2015-07-03T10:00Z\n", 1, "changed after the vote closed"},
        {NULL, CLOSES, EDITED "later\n", 1, "changed after the vote closed"},
        {NULL, CLOSES, EDITED "\nK2,for,2015-07-03 10:00,2015-07-03 10:00\n", 0, NULL},
        {OPENS, NULL, EDITED "2015-07-03 17:01\n", 0, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = prepare(arena_of(state), "meeting");
        if (cases[i].opens != NULL)
            check_true(moment_parse(cases[i].opens, &loaded->reading.opens));
        if (cases[i].closes != NULL)
            check_true(moment_parse(cases[i].closes, &loaded->reading.closes));
        read_ballots(loaded, cases[i].ballots);
        if (loaded->diag.errors != (cases[i].what != NULL))
            print_error("row %zu\n", i);
        check_int(loaded->diag.errors, cases[i].what != NULL);
        if (cases[i].what != NULL)
            check_problem(&loaded->diag, cases[i].line, cases[i].what);
    }
}

/* How many rows do not say when they came is told where nothing asks for it, and not of who was
 * away. */
static void doubts_about_blank_times(void **state)
{
    static const struct {
        const char *rows, *what, *doubt;
    } cases[] = {
        {"K1,for,\n", "the time at which it was received is blank, and the row", "One row"},
        {"K1,for,\nK2,for,\n", "is blank, here and in 1 more row, and", "2 rows"},
        {"K1,for,\nK2,for,\nK3,for,\n", "is blank, here and in 2 more rows, and", "3 rows"},
        {"K1,for,\nK2,absent,\n", "the time at which it was received is blank, and the row",
         "One row"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_of(state);
        struct loaded *loaded = load(
            arena, "meeting", arena_format(arena, "practice,vote,received\n%s", cases[i].rows));
        check_counts(&loaded->diag, 0, 1);
        check_problem(&loaded->diag, 2, cases[i].what);
        check_int(loaded->box.polls[0].doubt_count, 1);
        check_contains(loaded->box.polls[0].doubts[0], cases[i].doubt);
    }
}

/* A column that nothing reads is asked about where it may tell several votes apart: by what its
 * heading says, or by few values that differ in most of the rows of one practice. */
static void what_tells_several_votes_apart(void **state)
{
#define ROUND  "practice,vote,round\n"
#define COLOUR "practice,vote,colour\n"
    static const struct {
        const char *ballots;
        bool asked;
    } cases[] = {
        {ROUND "K1,for,1st\nK2,for,2nd\n", true},
        {ROUND "K1,for,1st\nK2,for,1st\n", false},
        {ROUND "K1,for,1st\nK2,for,\n", false},
        {ROUND "K1,for,yes\nK2,for,no\n", false},
        {"practice,vote,day\nK1,for,2015-06-01\nK2,for,2015-06-02\n", true},
        {"practice,vote,day\nK1,for,2015-06-01\nK2,for,later\n", false},
        {"practice,vote,day\nK1,for,06/24/2015\nK2,for,06/25/2015\n", true},
        {"practice,vote,day\nK1,for,06/24/2015 10:00\nK2,for,06/25/2015 10:00\n", false},
        {COLOUR "K1,for,2015-06-01\nK2,for,2015-06-02\n", false},
        /* In more than half of the rows that repeat one before. */
        {COLOUR "K1,for,red\nK1,for,blue\nK2,for,red\nK2,for,blue\n", true},
        {COLOUR "K1,for,red\nK1,for,red\nK2,for,blue\nK2,for,blue\n", false},
        {COLOUR "K1,for,red\nK1,for,blue\nK2,for,red\nK2,for,red\n", false},
        {COLOUR "K1,for,red\nK1,for,blue\nK2,for,red\nK2,for,red\nK3,for,red\nK3,for,blue\n", true},
        {COLOUR "K1,for,red\nK1,for,blue\nK2,for,red\nK2,for,\n", false},
        {COLOUR "K1,for,red\nK2,for,blue\n", false},
        /* As few as one practice has rows, or as half of all. */
        {COLOUR "K1,for,red\nK1,for,blue\nK2,for,green\nK2,for,red\nK3,for,blue\nK3,for,green\n",
         true},
        {COLOUR "K1,for,red\nK1,for,blue\nK2,for,green\nK2,for,grey\nK3,for,red\nK3,for,blue\n",
         false},
        /* Numbers and times run on, unless they come again. */
        {COLOUR "K1,for,1\nK1,for,2\nK2,for,1\nK2,for,2\n", true},
        {COLOUR "K1,for,1\nK1,for,2\n", false},
        {COLOUR "K1,for,1\nK1,for,2\nK2,for,3\nK2,for,1\nK3,for,3\nK3,for,2\n", false},
        {COLOUR "K1,for,at 9:00\nK1,for,at 9:05\n", false},
        {COLOUR "K1,for,a\nK1,for,b\n", true},
        /* Merged cells hold for the rows below. */
        {COLOUR "K1,for,red\nK2,for,\nK1,for,blue\nK2,for,\n", true},
        {COLOUR "K1,for,\nK2,for,red\nK1,for,\nK2,for,blue\n", false},
        {"round,practice,vote\n1st,K1,for\n2nd,K2,for\n", true},
        {"subject,practice,vote\nBudget,K1,for\nMerger,K2,for\n", true},
        {"year,practice,vote\n2014,K1,for\n2015,K2,for\n", true},
        {"year,practice,vote\n2015,K1,for\n2015,K2,for\n", false},
        {"poll,practice,vote\nA,K1,for\nB,K2,for\n", true},
        {"ballot no,practice,vote\n1,K1,for\n2,K2,for\n", false},
        {COLOUR "K1,for,red\nK2,for,\nK3,for,blue\nK2,for,\n", true},
        {COLOUR "K1,for,yes\nK1,for,no\n", false},
        {"practice,vote,notes\nK1,for,red\nK1,for,blue\n", false},
        /* Of each motion alone. */
        {"practice,vote,motion,colour\nK1,for,One,red\nK2,for,One,red\nK1,for,Two,blue\n"
         "K2,for,Two,blue\n",
         false},
        {"practice,vote,motion,colour\nK1,for,One,red\nK1,for,One,blue\nK1,for,Two,red\n"
         "K1,for,Two,blue\n",
         true},
        {"practice,vote,motion,colour\nK1,for,One,red\nK2,for,One,red\nK2,for,Two,red\n"
         "K1,for,Two,blue\n",
         false},
        /* Of proxies like others. */
        {"practice,vote,role,colour\nK1,for,proxy,red\nK1,for,proxy,blue\n", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = load(arena_of(state), "meeting", cases[i].ballots);
        size_t asked = 0;
        for (size_t j = 0; j < loaded->diag.count; j++)
            asked += strstr(diag_messages(&loaded->diag)[j].what, "tells the rows apart") != NULL;
        if (asked != cases[i].asked) {
            print_error("row %zu\n", i);
            print_problems(&loaded->diag);
        }
        check_int(asked, cases[i].asked);
    }
    /* In a list of who came, of whom each is another: then they are roles or rooms. */
    static const struct {
        const char *voters[6];
        bool asked;
    } lists[] = {
        {{"Dr A", "Dr B", "Dr C", "Dr D", "Dr E", "Dr F"}, false},
        {{"Dr A", "Dr B", "Dr C", "Dr D", "Dr E", "Dr E"}, true},
        {{"Dr A", "", "Dr C", "Dr D", "Dr E", "Dr F"}, true},
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        static const char *const colours[] = {"red", "blue", "green", "red", "blue", "green"};
        struct arena *arena = arena_of(state);
        struct buffer rows = {.arena = arena};
        buffer_add(&rows, "practice,voter,attended,colour\n");
        for (int row = 0; row < 6; row++)
            buffer_format(&rows, "K%d,%s,yes,%s\n", row / 2 + 1, lists[i].voters[row],
                          colours[row]);
        struct loaded *loaded = prepare(arena, "meeting");
        loaded->reading.attendance = true;
        read_ballots(loaded, buffer_text(&rows));
        check_int(loaded->diag.errors, lists[i].asked);
    }
    /* What it is asked. */
    struct loaded *loaded = load(arena_of(state), "meeting", cases[0].ballots);
    const char *remedy = check_problem_in(&loaded->diag, 1, 15, 3, "tells the rows apart")->remedy;
    check_contains(remedy, "--column motion=\"round\"");
    check_contains(remedy, "all rows are of one vote");
    check_lacks(remedy, "received");
    loaded = load(arena_of(state), "meeting", cases[4].ballots);
    check_contains(check_problem(&loaded->diag, 1, "tells the rows apart")->remedy,
                   "--column received=\"day\"");
    loaded = load(arena_of(state), "meeting", "practice,,vote\nK1,a,for\nK1,b,for\n");
    check_contains(check_problem(&loaded->diag, 1, "tells the rows apart")->remedy,
                   "Give the column a heading");
    loaded = load(arena_of(state), "meeting",
                  "practice,vote,motion,round\nK1,for,One,1st\nK2,for,One,2nd\n");
    remedy = check_problem(&loaded->diag, 1, "tells the rows apart")->remedy;
    check_contains(remedy, "Keep the rows of one of them");
    check_lacks(remedy, "--column motion");
}

/* What a line above the headings says of the rows below it, of a vote of 24 June 2015: nothing that
 * they are not, or it is an error. */
static void what_a_title_says(void **state)
{
#define OTHER_DAY "the vote is of 24 June 2015"
#define WEEKDAY   "24 June 2015 is a Wednesday"
#define NO_ROWS   "the rows below would count"
#define MEANING   "by what the words mean elsewhere"
#define TOTALS    "and the rows have 2 and 1"
#define MARKS     "how rows look or are marked is not read"
    static const struct {
        const char *title, *what;
    } cases[] = {
        {"Votes of the locality", NULL},
        /* The day of the meeting or of the vote, and of no other. */
        {"Meeting of 24 June 2015", NULL},
        {"Meeting of 10 June 2015", OTHER_DAY},
        {"Meeting on Wednesday 10 June 2015", OTHER_DAY},
        {"Meeting of 10 June 2015; continued 24 June 2015", NULL},
        {"10 June 2015", OTHER_DAY},
        {"24 June 2015", NULL},
        {"Sent on 10 June 2015", NULL},
        {"Minutes of the meeting of 10 June 2015", NULL},
        {"Last meeting: 10 June 2015", NULL},
        {"Date: 10/06/2015", OTHER_DAY},
        {"Date: 24/06/2015", NULL},
        {"Date: 06/24/2015", NULL},
        {"Closing date: 10/06/2015", NULL},
        {"Meeting of the 10 June 2015", OTHER_DAY},
        {"Meeting on Monday 8 June 2015", OTHER_DAY},
        {"Meeting on Sunday, 7 June 2015", OTHER_DAY},
        {"The 8th was a Monday, 8 June 2015", NULL},
        {"Committeemeeting 10 June 2015", NULL},
        {"Meeting of 10 June 2015 and of 12 June 2015", OTHER_DAY},
        {"10 June 2015, 19:00 to 9pm", OTHER_DAY},
        {"at 07:00 on 10 June 2015", NULL},
        {"from 07:00 until noon 10 June 2015", OTHER_DAY},
        {"10 June 2015 in the hall", NULL},
        {"Meeting of 10/6/15", OTHER_DAY},
        {"Meeting of 6/10/15", OTHER_DAY},
        {"Meeting of 24/6/15", NULL},
        {"Meeting of 6/24/15", NULL},
        {"Meeting of 30/6/15", OTHER_DAY},
        {"Meeting of 6/30/15", OTHER_DAY},
        {"10/6/15", OTHER_DAY},
        {"9/6/15", OTHER_DAY},
        {"10/6/15; 24/6/15", NULL},
        {"24/6/15, then 10/6/15", NULL},
        {"Meeting of 10/6/15, sent 9/6/15", OTHER_DAY},
        {"Meeting of 1/10/6/15", NULL},
        {"Meeting of 10/6/152", NULL},
        {"at 110/6/15", NULL},
        {"Sent 9/6/15, date 10/6/15", OTHER_DAY},
        {"Meeting of 10/6/15/2", NULL},
        {"Meeting of 08/6/15", OTHER_DAY},
        {"Meeting of 10.6.15.", OTHER_DAY},
        {"Meeting of 10-6-15", OTHER_DAY},
        {"Meeting of 24.6.15.", NULL},
        {"-10/6/15", OTHER_DAY},
        {"$ 10 June 2015", NULL},
        {"Meeting of 20150610", OTHER_DAY},
        {"Meeting of 20150624", NULL},
        {"20150610 20150624", NULL},
        {"Meeting of 201506100", NULL},
        {"Meeting of 20151310", NULL},
        {"Meeting of 19891231", NULL},
        {"Meeting of 19900101", OTHER_DAY},
        {"Meeting of 20991231", OTHER_DAY},
        {"Meeting of 21000101", NULL},
        /* A day without its year, a month of one, and a year alone. */
        {"10 June", OTHER_DAY},
        {"24 June", NULL},
        {"24 May", OTHER_DAY},
        {"Meeting of the 10th of June", OTHER_DAY},
        {"Meeting of the 24th of June", NULL},
        {"Meeting of June 10", OTHER_DAY},
        {"June 24, 7pm", NULL},
        {"June 10, 7pm", OTHER_DAY},
        {"Meeting of 31 July", OTHER_DAY},
        {"Meeting of 32 July", NULL},
        {"Meeting of 110 June", NULL},
        {"Meeting of 10x June", NULL},
        {"Meeting of 10 June, then of 24 June", NULL},
        {"Sent on 10 June", NULL},
        {"10 June in the hall", NULL},
        {"of June", NULL},
        {"May 2015", OTHER_DAY},
        {"June 2015", NULL},
        {"June 2014", OTHER_DAY},
        {"Votes May 2015", OTHER_DAY},
        {"Votes May 2015 of all", OTHER_DAY},
        {"Budget May 2015", NULL},
        {"Last votes May 2015", NULL},
        {"Votes 2014", OTHER_DAY},
        {"Votes 2015", NULL},
        {"2014 votes", OTHER_DAY},
        {"2015 votes", NULL},
        {"Votes 1914", OTHER_DAY},
        {"Votes 2114", NULL},
        {"Votes 20145", NULL},
        {"Votes 2013 2014", NULL},
        {"Year: 2014", OTHER_DAY},
        {"Annual general meeting 2014", OTHER_DAY},
        {"Accounts 2014", NULL},
        {"2014", NULL},
        /* Its weekday, with or without the day: "Sun" may be an inn. */
        {"Meeting on Monday", WEEKDAY},
        {"Meeting on Wednesday", NULL},
        {"Monday", WEEKDAY},
        {"Monday, Tuesday", NULL},
        {"Sunday meeting", WEEKDAY},
        {"Monday 24 evening meeting", WEEKDAY},
        {"Monday budget", NULL},
        {"Sun", WEEKDAY},
        {"The Sun", NULL},
        {"Tuesday 24 June 2015", WEEKDAY},
        {"Wednesday 24 June 2015", NULL},
        {"Tuesday the 24 June 2015", WEEKDAY},
        {"24 June 2015 (Tuesday)", WEEKDAY},
        {"24 June 2015, Wednesday", NULL},
        {"24 June 2015, Sun", WEEKDAY},
        {"Sun 24 June 2015", WEEKDAY},
        {"At the Sun, 24 June 2015", NULL},
        /* That they are not to be counted. */
        {"Please do not count these", NO_ROWS},
        {"Status: draft", NO_ROWS},
        {"Status: final", NULL},
        {"Apologies", NO_ROWS},
        {"Apologies were taken as read", NULL},
        {"Apologies,,", NO_ROWS},
        {",Apologies", NO_ROWS},
        {"Draft, of the votes", NO_ROWS},
        {"Votes, draft", NO_ROWS},
        {"Apologies: none", NULL},
        {"Chair: Apologies", NULL},
        /* What words mean. */
        {"Y = oppose", MEANING},
        {"Y = yes; N = no", NULL},
        {"No reply = yes", MEANING},
        {"Silence counts as consent", MEANING},
        {"Non-replies are taken as support", MEANING},
        {"Replies not received are deemed to be in favour", MEANING},
        {"No response counts as absent", NULL},
        {"Replies not received by noon", NULL},
        {"Yes means against", MEANING},
        {"Yes means that you do not agree", MEANING},
        {"No = do not agree", NULL},
        {"No = dont agree; Yes = a vote to reject", MEANING},
        {"No = not abstain", MEANING},
        {"Abstain = not abstain", NULL},
        {"Yes = yes = against", MEANING},
        {"Yes means yes, no means yes", MEANING},
        {"Key; a no = a yes", MEANING},
        {"Yes =", NULL},
        {"Yes = the vote", NULL},
        {"X = oppose", NULL},
        /* How many they are: two for, one against, of three. */
        {"2 for and 1 against", NULL},
        {"1 for and 2 against", TOTALS},
        {"For 2 Against 1", NULL},
        {"For 2 Against 0", TOTALS},
        {"For 0 Against 3", TOTALS},
        {"For 3 Against 1", TOTALS},
        {"For 4 Against 1", NULL},
        {"3 yes and 0 no", TOTALS},
        {"accept 1 reject 1", TOTALS},
        {"For 2", NULL},
        {"For 2nd Against 0", NULL},
        {"33% for and 67% against", NULL},
        {"1.0 for and 2.0 against", NULL},
        {"1,0 for and 2,0 against", NULL},
        {"for 1,5 against 2,5", NULL},
        {"For 2 Against 0; by patients for 30000 against 500", TOTALS},
        {"For 2 Against 1; by patients for 30000 against 500", NULL},
        {"By patients for 30000 against 1", NULL},
        {"For 2 Against 0, for 99999999999999999999 against 9999999999999999999999", TOTALS},
        {"For 2 Against 0, for 2 against 1", NULL},
        {"For 2 Against 1, for 2 against 0", TOTALS},
        {"approved 2 rejected 1", NULL},
        {"approved 1 rejected 2", TOTALS},
        {"for the 2 against the 1", NULL},
        /* Marks in the rows. */
        {"Void", NO_ROWS},
        {"Old", NO_ROWS},
        {"Red = late", MARKS},
        {"Red: late", MARKS},
        {"Red", NULL},
        {"Red practices", NULL},
        {"Yes = do not oppose", NULL},
        {"Yes = do not support", MEANING},
        {"No = not against", MEANING},
        {"No = not for", NULL},
        {"For 2 Against 0", "2 for and 0 against stand above the headings, " TOTALS},
        {"Draft, meeting of 10 June 2015", OTHER_DAY},
        {"Meeting of 1 June", OTHER_DAY},
        {"1 June", OTHER_DAY},
        {"10 of June", OTHER_DAY},
        {"June 10 hall", NULL},
        {"10 June hall", NULL},
        {"June 2014 hall", NULL},
        {"June 8th", OTHER_DAY},
        {"June 8th hall", NULL},
        {"June 24th", NULL},
        {"* proxy", MARKS},
        {"* means late", MARKS},
        {"*a proxy,", MARKS},
        {"A * means late", MARKS},
        {"*** VOTES ***", NULL},
        {"** VOTES", NULL},
        {"* VOTES *", NULL},
        {"* VOTES *,;", NULL},
        {"*", NULL},
        {"Votes * of all", NULL},
    };
    size_t failed = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_of(state);
        struct loaded *loaded = prepare(arena, "meeting");
        loaded->reading.date = (struct date){2015, 6, 24};
        read_ballots(loaded, arena_format(arena, "%s\npractice,vote\nK1,for\nK2,for\nK3,against\n",
                                          cases[i].title));
        if (loaded->diag.errors != (cases[i].what != NULL)) {
            print_error("\"%s\"\n", cases[i].title);
            print_problems(&loaded->diag);
            failed++;
        } else if (cases[i].what != NULL)
            check_problem(&loaded->diag, 1, cases[i].what);
    }
    check_int(failed, 0);
}

/* What is told may be anything from the members whose lead voted so to all rows that say so. */
static void numbers_of_rows_that_are_told_again(void **state)
{
    static const struct {
        const char *title;
        bool wrong;
    } cases[] = {
        {"For 0 Against 0", true},  {"For 1 Against 0", false}, {"For 2 Against 0", false},
        {"For 3 Against 0", false}, {"For 0 Against 1", true},  {"For 1 Against 1", false},
        {"For 1 Against 2", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded =
            load(arena_of(state), "meeting",
                 arena_format(arena_of(state),
                              "%s\npractice,vote,role,interest\nK1,for,lead,\nK1,for,lead,\n"
                              "K2,for,deputy,\nK3,against,lead,yes\n",
                              cases[i].title));
        size_t told = 0;
        for (size_t j = 0; j < loaded->diag.count; j++)
            told +=
                strstr(diag_messages(&loaded->diag)[j].what, "and the rows have 3 and 1") != NULL;
        if (told != cases[i].wrong)
            print_problems(&loaded->diag);
        check_int(told, cases[i].wrong);
    }
}

/* What a line above the headings says of how many there were, where it comes to nothing that the
 * rows may be called: one of three members may have a say, or be there, without being counted. */
static void a_number_above_the_headings(void **state)
{
#define NUMBERED     "practice,vote,role,interest\n"
#define TWO_TO_ONE   NUMBERED "K1,for,lead,\nK2,for,lead,\nK3,against,lead,\n"
#define ONE_AWAY     NUMBERED "K1,for,lead,\nK2,abstain,lead,\nK3,absent,lead,\n"
#define ONE_SPOILT   NUMBERED "K1,for,lead,\nK2,spoilt,lead,\n"
#define ONE_RECUSED  NUMBERED "K1,for,lead,\nK2,for,lead,yes\n"
#define TOLD_TWICE   NUMBERED "K1,for,lead,\nK1,for,lead,\nK2,for,deputy,\nK3,against,lead,yes\n"
#define BY_A_PROXY   "practice,vote,role,voter\nK1,for,proxy,Dr A\nK2,against,lead,Dr B\n"
#define ALL_ABSTAIN  NUMBERED "K1,abstain,lead,\nK2,abstain,lead,\n"
#define ALL_AGAINST  NUMBERED "K1,against,lead,\nK2,against,lead,\n"
#define FOR_A_PERSON "practice,vote\nK1,Dr Amy Pond\nK2,Dr Rory Stone\n"
    static const struct {
        const char *ballots, *title;
        bool wrong;
    } cases[] = {
        /* Of one side, in whatever words, up to the number of members. */
        {TWO_TO_ONE, "Votes for: 1", true},
        {TWO_TO_ONE, "Votes for: 2", false},
        {TWO_TO_ONE, "Votes for: 3", true},
        {TWO_TO_ONE, "Votes for: 4", false},
        {TWO_TO_ONE, "Votes for,1", true},
        {TWO_TO_ONE, "Votes for,2", false},
        {TWO_TO_ONE, ",1 for", true},
        {TWO_TO_ONE, "Votes against: one", false}, /* as in "one vote per practice" */
        {TWO_TO_ONE, "Votes against: two", true},
        {TWO_TO_ONE, "Result: 1 in favour", true},
        {TWO_TO_ONE, "Result: 2 in favour", false},
        {TWO_TO_ONE, "Outcome: 1 of 3 in favour", true},
        {TWO_TO_ONE, "Outcome: 2 of 3 in favour", false},
        {TWO_TO_ONE, "None against", true},
        {TWO_TO_ONE, "Abstentions: nil", false},
        {TWO_TO_ONE, "1 abstained", true},
        {TWO_TO_ONE, "10% for", false},
        {TWO_TO_ONE, "One vote for each practice", false},
        {TWO_TO_ONE, "1 for and against", false},
        {TWO_TO_ONE, "3 present and 1 for", true},
        {TWO_TO_ONE, "1 for and a half", false},
        {TOLD_TWICE, "Votes for: 0", true},
        {TOLD_TWICE, "Votes for: 3", false},
        {TOLD_TWICE, "Votes against: 0", false},
        {TOLD_TWICE, "Votes against: 2", true},
        /* All of them did, if nobody did otherwise. */
        {TWO_TO_ONE, "All in favour", true},
        {ONE_AWAY, "All in favour", false},
        {TWO_TO_ONE, "All practices voted against", true},
        {ALL_AGAINST, "All against", false},
        {ALL_AGAINST, "All in favour", true},
        {ALL_AGAINST, "All abstained", true},
        {ONE_AWAY, "All abstained", true},
        {ALL_ABSTAIN, "All abstained", false},
        {TWO_TO_ONE, "Not all in favour", false},
        {ONE_AWAY, "All practices", false},
        {ONE_AWAY, "All practices voted", true},
        {TWO_TO_ONE, "All practices voted", false},
        {ONE_AWAY, "All practices present", true},
        {ONE_AWAY, "All present", false},
        /* So many of so many: of the members, or of those who voted. */
        {TWO_TO_ONE, "2 of 2 in favour", true},
        {ONE_AWAY, "1 of 1 in favour", false},
        {ONE_AWAY, "1 of 2 in favour", false},
        {ONE_AWAY, "1 of 4 in favour", true},
        {ONE_AWAY, "1 of 4 abstained", false},
        {ONE_AWAY, "1 of 0 in favour", false},
        {TWO_TO_ONE, "1/3 in favour", true},
        {TWO_TO_ONE, "Vote of 1/3 in favour", false},
        {TWO_TO_ONE, "1 to 3 in favour", false},
        {TWO_TO_ONE, "1 of 3 to 4", false},
        {TWO_TO_ONE, "1 of 3", false},
        {TWO_TO_ONE, "1 3 in favour", false},
        {TWO_TO_ONE, "1 of 3 in favour 2", false},
        /* Two sides, whichever is for it. */
        {TWO_TO_ONE, "Vote: 2-1", false},
        {TWO_TO_ONE, "Vote: 1-2", false},
        {TWO_TO_ONE, "Vote: 1-1", true},
        {TWO_TO_ONE, "Vote: 2-0", true},
        {TWO_TO_ONE, "Vote: 0-2", true},
        {TWO_TO_ONE, "Vote: 1-0", true},
        {TWO_TO_ONE, "Vote: 0-1", true},
        {TWO_TO_ONE, "Vote: 3-1", false},
        {TWO_TO_ONE, "1 v 1", true},
        {TWO_TO_ONE, "Result: 1 1", true},
        {TWO_TO_ONE, "Result: 2-0", true},
        {TWO_TO_ONE, "Result 1 to 1", true},
        {TWO_TO_ONE, "Votes 1 1", false},
        {TWO_TO_ONE, "-vote 1 1", false},
        {TWO_TO_ONE, "By-vote 1 1", false},
        {TWO_TO_ONE, "1-1 in attendance", false},
        {TOLD_TWICE, "Vote: 3-0", false},
        {TOLD_TWICE, "Vote: 0-3", false},
        {TOLD_TWICE, "Vote: 0-2", false},
        {TOLD_TWICE, "Vote: 0-0", true},
        {FOR_A_PERSON, "Vote: 1-0", false},
        {FOR_A_PERSON, "Votes for: 1", false},
        {FOR_A_PERSON, "Ballots received: 1", true},
        /* Ballots, votes, and those who voted: some may be counted or not. */
        {ONE_AWAY, "Ballots received: 0", true},
        {ONE_AWAY, "Ballots received: 1", false},
        {ONE_AWAY, "Ballots received: 2", false},
        {ONE_AWAY, "Ballots received: 3", true},
        {TWO_TO_ONE, "Ballots received: 4", true},
        {TOLD_TWICE, "Ballots received: 4", false},
        {TOLD_TWICE, "Ballots received: 1", true},
        {TWO_TO_ONE, "Votes cast: 2", true},
        {TWO_TO_ONE, "Votes cast: 3", false},
        {TWO_TO_ONE, "Votes cast: 4", false}, /* of patients, perhaps */
        {ONE_AWAY, "Votes cast: 0", true},
        {ONE_AWAY, "Votes cast: 3", true},
        {ONE_SPOILT, "Votes cast: 1", false},
        {ONE_RECUSED, "Votes cast: 1", false},
        {ONE_AWAY, "Turnout: 1 of 3", false},
        {ONE_AWAY, "Turnout: 2 of 3", false},
        {ONE_AWAY, "Turnout: 3 of 3", true},
        {TWO_TO_ONE, "Ballots received: 1899", true},
        {TWO_TO_ONE, "Ballots received: 1900", false},
        {TWO_TO_ONE, "Ballots received: 2099", false},
        {TWO_TO_ONE, "Ballots received: 2100", true},
        {TWO_TO_ONE, "Ballot 2", false},
        {TWO_TO_ONE, "Ballot no. 2", false},
        {TWO_TO_ONE, "Vote 1-1", true},
        {TWO_TO_ONE, "2 ballots in the box", false},
        /* A total may be of rows or of the roll. */
        {ONE_AWAY, "Total: 0", true},
        {ONE_AWAY, "Total: 1", false},
        {ONE_AWAY, "Total: 3", false},
        {ONE_AWAY, "Total: 4", false},
        {ONE_AWAY, "Total: 3 practices", false},
        {ONE_AWAY, "Total: 2 practices", false},
        {TWO_TO_ONE, "Total: 2 practices", true},
        {TWO_TO_ONE, "Total: 4 practices", true},
        {ONE_AWAY, "3 practices voted", true},
        {ONE_AWAY, "1 practice voted", false},
        /* Those who were there: guests, and members for whom a proxy was. */
        {ONE_AWAY, "1 practice present", true},
        {ONE_AWAY, "2 practices present", false},
        {ONE_RECUSED, "1 practice present", false},
        {ONE_AWAY, "Present: 1", true},
        {ONE_AWAY, "Present: 3", false},
        {ONE_AWAY, "Present: 1 of 3", true},
        {ONE_AWAY, "Present: 2 of 3", false},
        {ONE_AWAY, "Present: 3 of 3", true},
        {ONE_AWAY, "Present: 3 of 4", false},
        {BY_A_PROXY, "Present: 1", false},
        {BY_A_PROXY, "Present: 1 of 3", true},
        {BY_A_PROXY, "1 proxy", false},
        {BY_A_PROXY, "2 proxies", true},
        {BY_A_PROXY, "No proxies", true},
        {ONE_AWAY, "No proxies", false},
        {BY_A_PROXY, "3 proxies against", false},
        {BY_A_PROXY, "2 not by proxy", false},
        /* And those who were not, or did nothing. */
        {TWO_TO_ONE, "No return: 1", true},
        {ONE_AWAY, "No return: 0", true},
        {ONE_AWAY, "No return: 1", false},
        {ONE_AWAY, "No return: 2", false},
        {ONE_AWAY, "No return: 3", true},
        {TWO_TO_ONE, "No of ballots: 3", false},
        {TWO_TO_ONE, "No of ballots: 2", true},
        {TWO_TO_ONE, "Absent: 2", false},
        {TWO_TO_ONE, "Practices absent: 1", true},
        {ONE_AWAY, "Practices absent: 0", true},
        {ONE_AWAY, "Practices absent: 1", false},
        {ONE_AWAY, "Practices absent: 2", true},
        {ONE_RECUSED, "Practices absent: 2", false},
        {ONE_AWAY, "2 practices not voting", false},
        {ONE_AWAY, "3 practices not voting", true},
        {TWO_TO_ONE, "3 not in favour", false},
    };
    size_t failed = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool of_people = strcmp(cases[i].ballots, FOR_A_PERSON) == 0;
        struct loaded *loaded =
            load(arena_of(state), of_people ? "chair" : "meeting",
                 arena_format(arena_of(state), "%s\n%s", cases[i].title, cases[i].ballots));
        size_t told = 0;
        for (size_t j = 0; j < loaded->diag.count; j++)
            told += strstr(diag_messages(&loaded->diag)[j].what, "come to another number") != NULL;
        if (told != cases[i].wrong) {
            print_error("\"%s\" above %s\n", cases[i].title, cases[i].ballots);
            print_problems(&loaded->diag);
            failed++;
        }
    }
    check_int(failed, 0);
}

/* A day alone is one with nothing beside it but words of a date, and of these not without end. */
static void a_day_in_a_long_line(void **state)
{
    struct arena *arena = arena_of(state);
    static const struct {
        const char *day;
        int words;
    } titles[] = {{"10 June 2015", 128}, {"8th June", 126}};
    for (int i = 0; i < 4; i++) {
        const int longer = i % 2;
        struct buffer title = {.arena = arena};
        buffer_add(&title, titles[i / 2].day);
        for (int word = 0; word < titles[i / 2].words; word++)
            buffer_add(&title, " the");
        struct loaded *loaded = prepare(arena, "meeting");
        loaded->reading.date = (struct date){2015, 6, 24};
        read_ballots(loaded, arena_format(arena, "%s%s\npractice,vote\nK1,for\n",
                                          buffer_text(&title), longer ? "." : ""));
        check_int(loaded->diag.errors, !longer);
    }
}

/* A heading without anything below it may be one of several days, where it is a day alone. */
static void a_day_that_heads_nothing(void **state)
{
    static const struct {
        const char *heading, *what;
    } cases[] = {
        {"10 June 2015", NULL},
        {"10/6/15", NULL},
        {"10 June", NULL},
        {"Tuesday", NULL},
        {"Meeting of 10 June 2015", OTHER_DAY},
        {"Meeting of 10/6/15", OTHER_DAY},
        {"Meeting of 10 June", OTHER_DAY},
        {"Votes 2014", OTHER_DAY},
        {"Meeting on Tuesday", WEEKDAY},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = prepare(arena, "meeting");
        loaded->reading.date = (struct date){2015, 6, 24};
        read_ballots(loaded, arena_format(arena, "practice,vote,%s\nK1,for,\n", cases[i].heading));
        if (loaded->diag.errors != (cases[i].what != NULL))
            print_error("\"%s\"\n", cases[i].heading);
        check_int(loaded->diag.errors, cases[i].what != NULL);
        if (cases[i].what != NULL)
            check_problem(&loaded->diag, 1, cases[i].what);
    }
}

/* Where nothing says when the vote was, a line is held against itself. */
static void a_day_of_a_vote_of_no_day(void **state)
{
    static const struct {
        const char *title;
        bool wrong;
    } cases[] = {
        {"Meeting of 10 June 2015", false},
        {"Meeting of 10 June", false},
        {"Votes 2014", false},
        {"Meeting on Monday", false},
        {"Wednesday 24 June 2015", false},
        {"Tuesday 24 June 2015", true},
        {"Meeting on Tuesday 24 June 2015", true},
        {"Sent on Tuesday 24 June 2015", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded =
            load(arena_of(state), "meeting",
                 arena_format(arena_of(state), "%s\npractice,vote\nK1,for\n", cases[i].title));
        if (loaded->diag.errors != cases[i].wrong)
            print_error("\"%s\"\n", cases[i].title);
        check_int(loaded->diag.errors, cases[i].wrong);
        if (cases[i].wrong)
            check_problem(&loaded->diag, 1, WEEKDAY);
    }
}

/* A column of days of the meeting is of that of the vote, in each row. */
static void a_column_of_meeting_dates(void **state)
{
    static const struct {
        const char *heading, *first, *second;
        int year;
        size_t line;
    } cases[] = {
        {"Meeting date", "24/06/2015", "24/06/2015", 2015, 0},
        {"Meeting date", "24/06/2015", "10/06/2015", 2015, 3},
        {"Date of the vote", "10/06/2015", "10/06/2015", 2015, 2},
        {"Meeting date", "as agreed", "", 2015, 0},
        {"Meeting date", "10/06/2015", "10/06/2015", 0, 0},
        {"Printed", "10/06/2015", "10/06/2015", 2015, 0},
        {"Voted on", "24/06/2015", "10/06/2015", 2015, 3},
        {"Year", "2015", "2015", 2015, 0},
        {"Meeting year", "2015", "2014", 2015, 3},
        {"Year", "2014", "2014", 0, 0},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = prepare(arena, "meeting");
        if (cases[i].year != 0)
            loaded->reading.date = (struct date){cases[i].year, 6, 24};
        read_ballots(loaded, arena_format(arena, "practice,vote,%s\nK1,for,%s\nK2,for,%s\n",
                                          cases[i].heading, cases[i].first, cases[i].second));
        check_int(loaded->diag.errors, cases[i].line != 0);
        if (cases[i].line != 0)
            check_problem_in(&loaded->diag, cases[i].line, 8, 3, OTHER_DAY);
    }
}

/* What tells of another ballot asks for it, where its row is the only one of its member and has a
 * vote; what is said in many words is no such remark. */
static void remarks_of_another_ballot(void **state)
{
    static const struct {
        const char *heading, *first, *second, *third;
        unsigned lines; /* that are told, a bit each */
    } cases[] = {
        {"notes", "K1,for,resubmitted", "K2,for,", "K3,for,", 1 << 2},
        {"notes", "K1,for,resubmitted", "K2,for,voted again", "K3,for,", 1 << 2 | 1 << 3},
        {"notes", "K1,for,resubmitted", "K2,for,resubmitted", "K3,for,", 1 << 2 | 1 << 3},
        {"notes", "K1,for,resubmitted", "K1,for,", "K3,for,", 0},
        {"notes", "K1,for,", "K2,for,", "K3,for,amended", 1 << 4},
        {"notes", "K1,for,", "K2,for,", "K3,for,amended the vote", 1 << 4},
        {"notes", "K1,for,", "K2,for,", "K3,for,amended terms", 0},
        {"notes", "K1,absent,", "K2,for,", "K3,absent,resubmitted", 0},
        {"notes", "K1,present,resubmitted", "K2,for,", "K3,for,", 0},
        {"notes", "K1,for,resubmitted by the partners", "K2,for,", "K3,for,", 1 << 2},
        {"notes", "K1,for,resubmitted by all of our partners", "K2,for,", "K3,for,", 0},
        {"voter", "K1,for,Dr A", "K2,for,Dr B", "K3,for,resubmitted", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded =
            load(arena_of(state), "meeting",
                 arena_format(arena_of(state), "practice,vote,%s\n%s\n%s\n%s\n", cases[i].heading,
                              cases[i].first, cases[i].second, cases[i].third));
        unsigned told = 0;
        for (size_t j = 0; j < loaded->diag.count; j++)
            if (strstr(diag_messages(&loaded->diag)[j].what, "the only ballot of its") != NULL)
                told |= 1U << diag_messages(&loaded->diag)[j].place.line;
        if (told != cases[i].lines) {
            print_error("row %zu\n", i);
            print_problems(&loaded->diag);
        }
        check_int(told, cases[i].lines);
    }
}

/* Who a proxy was, and what is nobody's name. */
static void the_names_of_proxies(void **state)
{
#define NOBODY "is the name of no proxy"
    static const struct {
        const char *headings, *cells, *what, *voter; /* of a proxy; NULL where it is none */
    } cases[] = {
        {"proxy", "Dr Gray", NULL, "Dr Gray"},
        {"proxy", "Dr Ordway", NULL, "Dr Ordway"},
        {"proxy", "no", NULL, NULL},
        {"proxy", "", NULL, NULL},
        {"proxy", "none", NULL, NULL},
        {"proxy", "The Ash Surgery", NOBODY, NULL},
        {"proxy", "see email", NOBODY, NULL},
        {"proxy", "3", NOBODY, NULL},
        {"proxy", "locum", NOBODY, NULL},
        {"proxy", "apologies", NOBODY, NULL},
        {"proxy", "(Dr Gray)", NOBODY, NULL},
        {"proxy", "lead", NOBODY, NULL},
        {"proxy", "Dr Gray or Dr Hill", NOBODY, NULL},
        {"proxy", "Dr Gray/Dr Hill", NOBODY, NULL},
        {"proxy", "\"Dr Gray, late\"", NOBODY, NULL},
        {"proxy", "Dr Gray (withdrawn)", NOBODY, NULL},
        {"proxy,voter", "yes,Dr Gray", NULL, "Dr Gray"},
        {"proxy,voter", "yes,see email", NOBODY, NULL},
        {"proxy,voter", "no,see email", NULL, NULL},
        {"proxy,voter", "Dr Gray,Dr Gray", NULL, "Dr Gray"},
        {"proxy,voter", "Dr Gray,Dr Hill", "this names another person than the voter", NULL},
        {"role,voter", "proxy,The Ash Surgery", NULL, "The Ash Surgery"},
        {"role,voter", "proxy,none", NOBODY, NULL},
        {"role,voter", "lead,none", NULL, NULL},
        {"role,proxy", "proxy,Dr Gray", NULL, "Dr Gray"},
        {"role,proxy", "lead,Dr Gray", "the role that it was somebody else", NULL},
        {"role,proxy", "lead,no", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = load(arena_of(state), "meeting",
                                     arena_format(arena_of(state), "practice,vote,%s\nK1,for,%s\n",
                                                  cases[i].headings, cases[i].cells));
        if (loaded->diag.errors != (cases[i].what != NULL)) {
            print_error("row %zu\n", i);
            print_problems(&loaded->diag);
        }
        check_int(loaded->diag.errors, cases[i].what != NULL);
        if (cases[i].what != NULL) {
            check_problem(&loaded->diag, 2, cases[i].what);
            continue;
        }
        const struct ballot *ballot = only_ballot(loaded);
        check_int(ballot->role == ROLE_PROXY, cases[i].voter != NULL);
        if (cases[i].voter != NULL)
            check_text(ballot->details->voter, cases[i].voter);
    }
}

/* An order of day and month that is told and that no column needs is held against the dates. */
static void an_order_that_is_told(void **state)
{
    static const struct {
        const char *received, *notified;
        enum date_order told;
        size_t column;
        const char *what;
    } cases[] = {
        {"24/06/2015 10:00", "", DATE_DAY_FIRST, 0, NULL},
        {"24/06/2015 10:00", "", DATE_MONTH_FIRST, 3, "the day stands first in this date"},
        {"06/24/2015 10:00", "", DATE_MONTH_FIRST, 0, NULL},
        {"06/24/2015 10:00", "", DATE_DAY_FIRST, 3, "the month stands first in this date"},
        {"", "24/06/2015", DATE_DAY_FIRST, 0, NULL},
        {"", "24/06/2015", DATE_MONTH_FIRST, 6, "the day stands first in this date"},
        {"", "06/24/2015", DATE_DAY_FIRST, 6, "the month stands first in this date"},
        {"24/06/2015 10:00", "24/06/2015", DATE_MONTH_FIRST, 3, "and --dates says month-first"},
        /* Another column needs it. */
        {"03/04/2015 10:00", "24/06/2015", DATE_MONTH_FIRST, 0, NULL},
        {"06/24/2015 10:00", "03/04/2015", DATE_DAY_FIRST, 0, NULL},
        {"24 June 2015 10:00", "", DATE_MONTH_FIRST, 0, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = prepare(arena_of(state), "meeting");
        loaded->reading.order_told = true;
        loaded->reading.order = cases[i].told;
        read_ballots(loaded, arena_format(arena_of(state),
                                          "practice,vote,received,role,voter,notified\n"
                                          "K1,for,%s,proxy,Dr Gray,%s\n",
                                          cases[i].received, cases[i].notified));
        if (loaded->diag.errors != (cases[i].what != NULL)) {
            print_error("row %zu\n", i);
            print_problems(&loaded->diag);
        }
        check_int(loaded->diag.errors, cases[i].what != NULL);
        if (cases[i].what == NULL)
            continue;
        const struct message *told = check_problem(&loaded->diag, 2, cases[i].what);
        check_int((long long)told->place.cell, (long long)cases[i].column);
    }
}

/* Totals in cells beside the rows are held against them like those above. */
static void what_stands_beside_the_rows(void **state)
{
    static const struct {
        const char *ballots;
        bool wrong;
    } cases[] = {
        {"practice,vote,Total,Number\nK1,for,All for,2\nK2,for,All against,1\nK3,against,,\n",
         false},
        {"practice,vote,Total,Number\nK1,for,All for,1\nK2,for,All against,2\nK3,against,,\n",
         true},
        {"practice,vote,All for,1\nK1,for,All against,2\nK2,for,,\nK3,against,,\n", true},
        /* What each row has is no total. */
        {"practice,vote,Total,Number\nK1,for,All for,1\nK2,for,All against,2\nK3,against,x,3\n",
         false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = load(arena_of(state), "meeting", cases[i].ballots);
        size_t told = 0;
        for (size_t j = 0; j < loaded->diag.count; j++)
            told += strstr(diag_messages(&loaded->diag)[j].what,
                           "stand beside the rows, and the rows have 2 and 1") != NULL;
        if (told != cases[i].wrong) {
            print_error("row %zu\n", i);
            print_problems(&loaded->diag);
        }
        check_int(told, cases[i].wrong);
    }
}

/* What is told to be nothing is no total either. */
static void totals_that_are_told_to_be_none(void **state)
{
    for (int told = 0; told < 2; told++) {
        struct column_name name = {.column = "none", .heading = "Total", .wanted = true};
        struct loaded *loaded = prepare(arena_of(state), "meeting");
        if (told)
            loaded->reading.columns = (struct column_names){&name, 1};
        read_ballots(loaded, "practice,vote,Total\nK1,for,for 1\nK2,for,against 2\nK3,against,\n");
        check_int(loaded->diag.errors, !told);
    }
}

/* A column that is not used is asked about where it may tell what would change the count. */
static void what_an_unread_column_may_tell(void **state)
{
#define ROLES     "may tell the roles of the voters"
#define INTERESTS "may tell the declared interests"
#define PROXIES   "may tell who voted by proxy"
    static const struct {
        const char *heading, *cell, *what;
    } cases[] = {
        {"Who came", "deputy", ROLES},      {"Who came", "receptionist", ROLES},
        {"Who came", "lead", NULL},         {"Who came", "Dr Jones", NULL},
        {"Designation", "Dr Jones", ROLES}, {"Designation", "lead", NULL},
        {"Designation", "", NULL},          {"Recused", "yes", INTERESTS},
        {"Recused", "no", INTERESTS},       {"Proxies", "yes", PROXIES},
        {"Proxies", "Dr Jones", PROXIES},   {"Proxies", "none", NULL},
        {"Who came", "other", NULL},        {"Voting for", "Dr Jones", PROXIES},
        {"Voting for", "self", NULL},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = load(arena, "meeting",
                                     arena_format(arena, "practice,vote,%s\nK1,for,\nK2,for,%s\n",
                                                  cases[i].heading, cases[i].cell));
        if (loaded->diag.errors != (cases[i].what != NULL)) {
            print_error("row %zu\n", i);
            print_problems(&loaded->diag);
        }
        check_int(loaded->diag.errors, cases[i].what != NULL);
        if (cases[i].what != NULL)
            check_problem_in(&loaded->diag, 1, 15, 3, cases[i].what);
    }
    /* Of a row that says so itself nothing is left to tell. */
    struct loaded *loaded =
        load(arena, "meeting", "practice,vote,role,Proxies\nK1,for,proxy,Dr Jones\n");
    check_int(loaded->diag.errors, 0);
    loaded = load(arena, "meeting", "practice,vote,role,Proxies\nK1,for,lead,Dr Jones\n");
    check_int(loaded->diag.errors, 1);
    loaded = load(arena, "meeting", "practice,vote,proxy,Voting for\nK1,for,Dr Jones,Dr Ash\n");
    check_int(loaded->diag.errors, 0);
    loaded =
        load(arena, "meeting", "practice,vote,interest,Recused\nK1,,yes,declared\nK2,for,no,\n");
    check_int(loaded->diag.errors, 0);
}

/* Without a column that is asked for the rows are not read at all. */
static void a_column_that_is_not_there(void **state)
{
    struct arena *arena = arena_of(state);
    struct column_name name = {.column = "reason", .heading = "Remarc", .wanted = true};
    struct loaded *loaded = prepare(arena, "meeting");
    loaded->reading.columns = (struct column_names){&name, 1};
    read_ballots(loaded, "practice,vote,Remark\nNobody,for,\n");
    check_errors(&loaded->diag, 1);
    check_contains(check_problem(&loaded->diag, 1, "no column is headed \"Remarc\"")->remedy,
                   "Did you mean \"Remark\"?");
}

/* By its heading a cell says that its row does not count, or weighs something else. */
static void what_a_heading_makes_of_its_cells(void **state)
{
    static const struct {
        const char *heading, *vote, *cell;
        size_t errors;
    } rows[] = {
        {"withdrawn", "for", "yes", 1},
        {"withdrawn", "for", "no", 0},
        {"withdrawn", "absent", "yes", 0},
        {"valid", "for", "n", 1},
        {"valid", "for", "y", 0},
        {"not valid", "for", "y", 1},
        {"not valid", "for", "no", 0},
        {"attended in person", "for", "not present", 1},
        {"attended in person", "for", "", 0},
        {"voting", "for", "n", 1},
        {"voting", "for", "y", 0},
        {"voting", "for", "online", 0},
        {"eligible", "for", "n", 1},
        {"eligible", "for", "missing", 1},
        {"eligible", "for", "", 1},
        {"eligible", "for", "y", 0},
        {"eligible", "for", "x", 1},
        {"eligible", "for", "apologies", 1},
        {"eligible", "for", "will not attend", 1},
        {"eligible", "for", "tentative", 1},
        {"eligible", "for", "not on the list", 1},
        {"eligible", "for", "-", 1},
        {"eligible", "for", "0", 1},
        {"eligible", "for", "0:00", 1},
        {"eligible", "for", "0:10", 0},
        {"eligible", "for", "07 May", 0},
        {"eligible", "for", "Dr Jones", 0},
        {"area", "for", "North", 0},
        {"locality", "for", "North", 0},
        {"progress", "for", "100pc", 0},
        {"progress", "for", "100", 0},
        {"progress", "for", "100 %", 0},
        {"progress", "for", "10", 1},
        {"progress", "for", "1000", 1},
        {"progress", "for", "1009", 1},
        {"progress", "for", "0", 1},
        {"progress", "for", "9", 1},
        {"progress", "for", "99", 1},
        {"progress", "for", "", 1},
        {"progress", "for", "done", 0},
        {"received in time", "for", "n", 1},
        {"before the deadline", "for", "n", 1},
        {"before the deadline", "for", "y", 0},
        {"after the deadline", "for", "y", 1},
        {"after the deadline", "for", "n", 0},
        {"deadline", "for", "n", 0},
        {"reason for abstaining", "for", "unsure", 1},
        {"reason for abstaining", "abstain", "unsure", 0},
        {"weight", "for", "7", 1},
        {"weight", "for", "1", 0},
        {"weight", "for", "10", 0},
        {"list size", "for", "10", 0},
        {"list size", "for", "11", 1},
        {"list size", "for", "1", 1},
        {"list size", "for", "unknown", 0},
        {"count", "for", "no", 1},
        {"training completed", "for", "no", 0},
        {"paid up", "for", "no", 1},
        {"member in good standing", "for", "no", 1},
        {"completed form", "for", "no", 1},
        {"finished by the voter", "for", "", 1},
        {"eligibility", "for", "no", 1},
        {"can vote", "for", "no", 1},
        {"voting rights", "for", "no", 1},
        {"completion rate", "for", "50", 1},
        {"arrived on time", "for", "no", 1},
        {"in time", "for", "no", 1},
        {"on time", "for", "no", 1},
        {"went in time", "for", "no", 0},
        {"time", "for", "no", 0},
        {"past the deadline", "for", "yes", 1},
        {"within the deadline", "for", "no", 1},
        {"patients", "for", "11", 1},
        {"list size 1 April 2016", "for", "11", 1},
        {"list sizes", "for", "11", 0},
        {"why abstained", "for", "unsure", 1},
        {"why not", "for", "unsure", 0},
        {"errors", "for", "yes", 1},
        {"errors", "for", "no", 0},
        {"counted", "for", "no", 1},
        {"not counted", "for", "yes", 1},
        {"not eligible", "for", "yes", 1},
        {"counted by the clerk of the body", "for", "no", 0},
        {"counted by the clerk today", "for", "no", 1},
        {"state", "for", "partial", 1},
        {"response type", "for", "partial", 1},
        {"response kind", "for", "partial", 0},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct loaded *loaded =
            load(arena, "meeting",
                 arena_format(arena, "practice,vote,%s\nAsh Tree,%s,%s\nBeech House,for,yes\n",
                              rows[i].heading, rows[i].vote, rows[i].cell));
        if (problems_on(&loaded->diag, 2, SEVERITY_ERROR) != rows[i].errors) {
            print_error("row %zu: \"%s\" under \"%s\"\n", i, rows[i].cell, rows[i].heading);
            print_problems(&loaded->diag);
        }
        check_int(problems_on(&loaded->diag, 2, SEVERITY_ERROR), rows[i].errors);
    }
    /* Wherever the column stands. */
    struct loaded *loaded =
        load(arena, "meeting", "remarks,practice,vote\nshould be against,K1,for\n");
    check_errors(&loaded->diag, 1);
    check_problem_in(&loaded->diag, 2, 1, 1, "has another vote");
}

/* What a column says that a row weighs is held against what the roll has of its member. */
static void weights_beside_the_rows(void **state)
{
#define SIZES "practice,list size\nAsh,1000\n"
#define VOTES "practice,votes\nAsh,1234.5\n"
#define BOTH  "practice,list size,votes\nAsh,1000,1234.5\n"
#define NAMES "practice\nAsh\n"
    static const struct {
        const char *roll, *heading, *cell, *what;
    } cases[] = {
        {SIZES, "list size", "1000", NULL},
        {SIZES, "list size", "1,000", NULL},
        {SIZES, "list size", "1000.0", NULL},
        {SIZES, "list size", "1001", "the list size of Ash is 1,000"},
        {SIZES, "list size", "1", "the list size of Ash is 1,000"},
        {SIZES, "weight", "1", NULL},
        {SIZES, "weight", "1000", NULL},
        {SIZES, "weight", "0", "the list size of Ash is 1,000"},
        {SIZES, "weight", "2", "the list size of Ash is 1,000"},
        {BOTH, "list size", "1000", NULL},
        {BOTH, "list size", "1234.5", "the list size of Ash is 1,000"},
        {BOTH, "weight", "1", NULL},
        {BOTH, "weight", "1000", NULL},
        {BOTH, "weight", "1234.5", NULL},
        {BOTH, "weight", "1,234.50", NULL},
        {BOTH, "weight", "1234", "the votes of Ash are 1,234.5"},
        {VOTES, "weight", "1234.5", NULL},
        {VOTES, "weight", "1000", "the votes of Ash are 1,234.5"},
        {VOTES, "weight", "1", NULL},
        {VOTES, "list size", "1001", NULL},
        {NAMES, "weight", "1", NULL},
        {NAMES, "weight", "2", "Ash has 1 vote"},
        {NAMES, "list size", "2", NULL},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = prepare(arena, "meeting");
        check_true(load_roll(arena, &loaded->diag, file_of("practices.csv", cases[i].roll), NULL,
                             &loaded->roll, NULL));
        read_ballots(loaded, arena_format(arena, "practice,vote,%s\nAsh,for,\"%s\"\n",
                                          cases[i].heading, cases[i].cell));
        if (loaded->diag.errors != (cases[i].what != NULL)) {
            print_error("row %zu\n", i);
            print_problems(&loaded->diag);
        }
        check_int(loaded->diag.errors, cases[i].what != NULL);
        if (cases[i].what != NULL)
            check_problem(&loaded->diag, 2, cases[i].what);
    }
}

/* What a line says of a member, whom it calls by a word of its name, its rows say as well. */
static void what_a_line_says_of_a_member(void **state)
{
    static const struct {
        const char *line;
        bool otherwise;
    } cases[] = {
        {"Harting voted by proxy", false},      {"Beechwood voted by proxy", true},
        {"Harting sent apologies", true},       {"Millbrook sent apologies", false},
        {"Willow sent apologies", false},       {"Vote of Millbrook not received", false},
        {"Beechwood has an interest", false},   {"Harting has an interest", true},
        {"Elmtree abstained", false},           {"Millbrook abstained", true},
        {"Oakley was against", false},          {"Harting was against", true},
        {"Willow was against", true},           {"Harting voted for it", false},
        {"Harting voted for by proxy", false},  {"Oakley voted for it", true},
        {"Harting voted late", true},           {"Millbrook against, apologies", true},
        {"Millbrook apologies, against", true}, {"Dr Harting sent apologies", false},
        {"Dr A Harting sent apologies", false}, {"Dr A B Harting sent apologies", false},
        {"A Harting sent apologies", true},     {"House sent apologies", false},
    };
    struct arena *arena = arena_of(state);
    size_t failed = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = prepare(arena, "meeting");
        check_true(load_roll(arena, &loaded->diag,
                             file_of("practices.csv",
                                     "practice\nHarting House\nBeechwood House\nElmtree House\n"
                                     "Oakley House\nMillbrook House\nWillow House\n"),
                             NULL, &loaded->roll, NULL));
        read_ballots(loaded, arena_format(arena,
                                          "%s\npractice,vote,role,voter,notified,interest\n"
                                          "Harting House,for,proxy,Ann Lee,yes,\n"
                                          "Beechwood House,,,,,yes\nElmtree House,abstain,,,,\n"
                                          "Oakley House,against,,,,\nMillbrook House,absent,,,,\n",
                                          cases[i].line));
        size_t told = 0;
        for (size_t j = 0; j < loaded->diag.count; j++)
            told += strstr(diag_messages(&loaded->diag)[j].what,
                           "the rows do not say so of that practice") != NULL;
        if (told != cases[i].otherwise) {
            print_error("%s\n", cases[i].line);
            print_problems(&loaded->diag);
            failed++;
        }
    }
    check_int(failed, 0);
}

/* Another area than the member's is told once of a column. */
static void areas_beside_the_rows(void **state)
{
    static const struct {
        const char *cells[3];
        size_t errors;
    } cases[] = {
        {{"North", "south", "South"}, 0},
        {{"", "South", "South"}, 0},
        {{"South", "", "South"}, 1},
        {{"South", "North", "North"}, 1},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = prepare(arena, "meeting");
        check_true(load_roll(arena, &loaded->diag,
                             file_of("practices.csv", "practice,list size,area\nAsh,10,North\n"
                                                      "Beech,20,South\nElm,30,South\n"),
                             NULL, &loaded->roll, NULL));
        read_ballots(loaded, arena_format(arena,
                                          "practice,vote,area\nAsh,for,%s\nBeech,for,%s\n"
                                          "Elm,for,%s\n",
                                          cases[i].cells[0], cases[i].cells[1], cases[i].cells[2]));
        check_int(loaded->diag.errors, cases[i].errors);
        if (cases[i].errors > 0)
            check_problem(&loaded->diag, 2, "and the row counts in North");
    }
}

/* What a remark says is against its row where the row says otherwise, by how members vote and where
 * there is a closing. */
static void what_a_remark_contradicts(void **state)
{
    enum {
        AT_A_MEETING = 1,
        BY_REPLY = 2,
        A_LIST = 4,
        WITH_CLOSING = 8
    };
    static const struct {
        const char *remark;
        unsigned where; /* it is an error */
    } cases[] = {
        {"apologies", AT_A_MEETING | BY_REPLY | A_LIST | WITH_CLOSING},
        {"draft", AT_A_MEETING | BY_REPLY | A_LIST | WITH_CLOSING},
        {"to be confirmed", AT_A_MEETING | BY_REPLY | A_LIST | WITH_CLOSING},
        {"voted late", AT_A_MEETING | BY_REPLY | WITH_CLOSING},
        {"voted next day", AT_A_MEETING | WITH_CLOSING},
        {"arrived late", BY_REPLY | WITH_CLOSING},
        {"by proxy", AT_A_MEETING | BY_REPLY | A_LIST | WITH_CLOSING},
        {"recused", AT_A_MEETING | BY_REPLY | A_LIST | WITH_CLOSING},
        {"left early", A_LIST},
        {"with thanks", 0},
    };
    struct arena *arena = arena_of(state);
    const char *rules =
        arena_format(arena, "%semail,quorum,at least half of practices replying,,\n", rules_text);
    size_t failed = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (unsigned where = AT_A_MEETING; where <= WITH_CLOSING; where *= 2) {
            struct loaded *loaded = prepare(arena, where == BY_REPLY ? "email" : "meeting");
            check_true(load_rules(arena, &loaded->diag, file_of("rules.csv", rules), &loaded->rules,
                                  NULL));
            loaded->reading.attendance = where == A_LIST;
            if (where == WITH_CLOSING)
                check_true(moment_parse("2015-07-03 17:00", &loaded->reading.closes));
            read_ballots(
                loaded,
                arena_format(arena,
                             where == A_LIST
                                 ? "practice,attended,notes\nK1,yes,%s\n"
                                 : "practice,vote,notes,received\nK1,for,%s,2015-07-02 10:00\n",
                             cases[i].remark));
            if (loaded->diag.errors != ((cases[i].where & where) != 0)) {
                print_error("\"%s\" %u\n", cases[i].remark, where);
                print_problems(&loaded->diag);
                failed++;
            }
        }
    check_int(failed, 0);
}

/* A remark that is a vote in other words is held against the row's; of what it is on no word
 * matters, and beside other words it is no vote. */
static void votes_in_other_words(void **state)
{
    static const struct {
        const char *vote, *remark;
        bool differs;
    } cases[] = {
        {"for", "put me down as a no", true},
        {"for", "please record us as against", true},
        {"for", "we do not agree with the plan", true},
        {"for", "cannot support this", true},
        {"for", "not in favour", true},
        {"for", "our answer is no", true},
        {"for", "changing to no", true},
        {"for", "minuted as against", true},
        {"for", "I will abstain", true},
        {"for", "we are against", true},
        {"for", "against the plan", true},
        {"for", "I'm against it", true},
        {"against", "we support this", true},
        {"against", "for the motion", true},
        {"against", "we do not agree with the plan", false},
        {"against", "we are against", false},
        {"for", "we support it", false},
        {"for", "against our better judgement", false},
        {"for", "not against it", false},
        {"for", "not in favour of delay", false},
        {"for", "with the plan", false},
        {"for", "as agreed", false},
        {"against", "agreed at the practice meeting", false},
        {"for", "strongly oppose", true},
        {"for", "oppose in principle", true},
        {"for", "firmly against it", true},
        {"against", "fully support this", true},
        {"for", "strongly support", false},
        {"for", "still in favour", false},
        {"for", "support in principle", false},
        {"for", "strongly held views", false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded =
            load(arena, "meeting",
                 arena_format(arena, "practice,vote,remarks\nK1,%s,%s\nK2,for,\n", cases[i].vote,
                              cases[i].remark));
        if (loaded->diag.errors != cases[i].differs)
            print_error("\"%s\" beside %s\n", cases[i].remark, cases[i].vote);
        check_int(loaded->diag.errors, cases[i].differs);
    }
}

/* A person's name may have a remark behind it, and the place of one may say that there was nobody.
 * Behind a name the words mean what they do among remarks; in it they may be the name. */
static void what_a_name_says(void **state)
{
    enum {
        OF_A_VOTE = 1,
        OF_A_LIST = 2,
        OF_BOTH = 3
    };
    static const struct {
        const char *name;
        unsigned where; /* it is an error */
    } cases[] = {
        {"Dr A (absent)", OF_BOTH},
        {"Dr A - absent", OF_BOTH},
        {"Dr A \xE2\x80\x93 sent apologies", OF_BOTH},
        {"Dr A (\xE2\x80\x98"
         "withdrawn\xE2\x80\x99)",
         OF_BOTH},
        {"Dr A \xE2\x80\x94 absent", OF_BOTH},
        {"Dr A did not attend", OF_BOTH},
        {"Apologies from Dr A", OF_BOTH},
        {"Dr A [apols]", OF_BOTH},
        {"Dr A (A/L)", OF_BOTH},
        {"on leave", OF_BOTH},
        {"No representative", OF_BOTH},
        {"Nobody from the practice", OF_BOTH},
        {"none sent", OF_BOTH},
        {"Dr A, withdrawn", OF_BOTH},
        {"Dr A (not voting)", OF_BOTH},
        {"Dr A (conflicted)", OF_BOTH},
        {"Dr A - interest", OF_BOTH},
        {"Dr A (illegible)", OF_BOTH},
        {"Dr A (tbc)", OF_BOTH},
        {"Dr A (Beech House)", OF_BOTH},
        {"Dr A: against", OF_A_VOTE},
        {"Dr A (abstained)", OF_A_VOTE},
        {"Dr A (left 2pm)", OF_A_LIST},
        {"Dr A (left at 2pm)", OF_A_LIST},
        {"Dr A until 2pm", OF_A_LIST},
        {"Dr A (part)", OF_A_LIST},
        {"Dr A (part meeting)", OF_A_LIST},
        {"Dr A (items 1-3 only)", OF_A_LIST},
        {"Dr A (item 5)", OF_A_LIST},
        {"Dr A - first half", OF_A_LIST},
        {"Dr A (did not stay)", OF_A_LIST},
        {"Dr A?", OF_BOTH},
        {"Dr A (invited)", OF_BOTH},
        {"Dr A expected", OF_BOTH},
        {"to be confirmed", OF_BOTH},
        {"Expected", OF_BOTH},
        {"Not represented", OF_BOTH},
        {"minutes only", OF_BOTH},
        {"Retired", OF_BOTH},
        {"Jane (PM)", OF_BOTH},
        {"Jane Smith PM", OF_BOTH},
        {"Jane Smith, receptionist", OF_BOTH},
        {"Dr A (registrar)", OF_BOTH},
        {"Dr P.M. Smith", 0},
        {"Dr A (from 7 pm)", 0},
        {"Dr A (from item 4)", 0},
        {"Dr A (GP partner)", 0},
        {"Dr Part", 0},
        {"Dr A (for)", 0},
        {"Dr A (lead)", 0},
        {"Dr A (by phone)", 0},
        {"Dr A (Ash Tree)", 0},
        {"Dr A (from 7pm)", 0},
        {"Dr. Left", 0},
        {"Dr John Late", 0},
        {"Dr O Void", 0},
        {"Dr Noone", 0},
        {"Smith, John", 0},
    };
    struct arena *arena = arena_of(state);
    size_t failed = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (unsigned where = OF_A_VOTE; where <= OF_A_LIST; where *= 2) {
            struct loaded *loaded = prepare(arena, "meeting");
            loaded->reading.attendance = where == OF_A_LIST;
            read_ballots(loaded, arena_format(arena, "practice,voter%s\nK1,\"%s\"%s\n",
                                              where == OF_A_LIST ? "" : ",vote", cases[i].name,
                                              where == OF_A_LIST ? "" : ",for"));
            if (loaded->diag.errors != ((cases[i].where & where) != 0)) {
                print_error("\"%s\" %u\n", cases[i].name, where);
                print_problems(&loaded->diag);
                failed++;
            }
        }
    check_int(failed, 0);
}

/* What is no interest may be one, and then the vote may be blank: one error is told of the row. */
static void an_interest_that_cannot_be_read(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "meeting", "practice,vote,interest\nK1,,perhaps\nK2,for,\n");
    check_int(loaded->diag.errors, 1);
    check_problem(&loaded->diag, 2, "\"perhaps\" is neither yes nor no");
}

/* A proxy may be of another practice. */
static void a_proxy_of_another_practice(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,voter,role,vote,notified\n"
                                 "K1,Dr A (Beech House),proxy,for,2015-06-01\n");
    check_errors(&loaded->diag, 0);
}

/* What stands in the place of a motion and names none would be a motion of its own. */
static void motions_that_are_none(void **state)
{
    static const char *const none[] = {"ditto", "as above", "n/a", "TBC", "Same"};
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        struct loaded *loaded = load(arena, "meeting",
                                     arena_format(arena,
                                                  "practice,vote,motion\nK1,for,Budget\n"
                                                  "K2,for,%s\n",
                                                  none[i]));
        check_int(loaded->diag.errors, 1);
        check_problem(&loaded->diag, 3, arena_format(arena, "\"%s\" names no motion", none[i]));
    }
}

/* An answer to what a column says is noted of a file that has the column. */
static void answers_of_another_file(void **state)
{
    struct column_name names[] = {{"none", "Room", false}, {"none", "Hall", false}};
    struct loaded *loaded = prepare(arena_of(state), "meeting");
    loaded->reading.columns = (struct column_names){names, 2};
    read_ballots(loaded, "practice,vote,room\nK1,for,2\n");
    check_errors(&loaded->diag, 0);
    check_int(loaded->box.polls[0].doubt_count, 1);
    check_contains(loaded->box.polls[0].doubts[0], "\"Room\" tells nothing");
}

/* What a remark of many words may deny is warned of: that a ballot came late not where its time is
 * known, and an interest not where it is declared. */
static void what_a_long_remark_may_deny(void **state)
{
    static const struct {
        const char *remark, *received, *interest;
        bool warned;
    } cases[] = {
        {"the partners met and all of them agreed to it", "", "", false},
        {"the partners met and changed what they had said before", "", "", true},
        {"the partners met and have withdrawn what they said", "", "", true},
        {"the partners said that it is crossed out by now", "", "", true},
        {"the partners agree subject to what the others say", "", "", true},
        {"the partners met and sent it after the deadline", "", "", true},
        {"the partners met and sent it after the deadline", "2015-07-02 10:00", "", false},
        {"the one who voted for them had arrived late", "", "", true},
        {"the one who voted for them had arrived late", "2015-07-02 10:00", "", false},
        {"the partners told us of an interest in it", "", "", true},
        {"the partners told us of an interest in it", "", "yes", false},
        {"the partners would change the vote if the price fell", "", "", true},
        {"the partners agree as long as it is delayed to 2016", "", "", true},
        {"the partners asked if the price had been checked", "", "", false},
        {"our lead was not there for this one", "", "", true},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded =
            load(arena, "meeting",
                 arena_format(arena,
                              "practice,vote,notes,received,interest\nK1,for,%s,%s,%s\n"
                              "K2,for,,2015-07-02 10:00,\n",
                              cases[i].remark, cases[i].received, cases[i].interest));
        size_t told = 0;
        for (size_t j = 0; j < loaded->diag.count; j++)
            told +=
                strstr(diag_messages(&loaded->diag)[j].what, "beside a row that counts") != NULL;
        if (loaded->diag.errors != 0 || told != cases[i].warned) {
            print_error("row %zu\n", i);
            print_problems(&loaded->diag);
        }
        check_int(loaded->diag.errors, 0);
        check_int(told, cases[i].warned);
    }
}

/* A vote with a condition, of somebody who was not there for it, or with an interest. */
static void what_a_short_remark_takes_back(void **state)
{
    static const struct {
        const char *remark;
        bool told;
    } rows[] = {
        {"if the CCG pays", true},
        {"provided that it is funded", true},
        {"as long as funded", true},
        {"to be ratified", true},
        {"for the moment", true},
        {"on condition of a review", true},
        {"depends on the funding", true},
        {"unless costs rise", true},
        {"ask them if it pays", false},
        {"lunch provided", false},
        {"provided the minutes", false},
        {"as if by magic", false},
        {"left before the vote", true},
        {"had left before vote", true},
        {"left before lunch", false},
        {"I was not there", true},
        {"out of the room", true},
        {"absent for this item", true},
        {"there for this item", false},
        {"has an interest", true},
        {"we have a conflict", true},
        {"shareholder in the company", true},
        {"does not have an interest", false},
        {"without an interest", false},
        {"of interest to us", false},
        {"this is a test", true},
        {"see my later email", true},
        {"see you soon", false},
    };
    struct arena *arena = arena_of(state);
    size_t failed = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct loaded *loaded =
            load(arena, "meeting",
                 arena_format(arena, "practice,vote,notes\nK1,for,%s\nK2,for,\n", rows[i].remark));
        if (loaded->diag.errors != rows[i].told) {
            print_error("\"%s\"\n", rows[i].remark);
            print_problems(&loaded->diag);
            failed++;
        }
    }
    check_int(failed, 0);
}

/* In a column of states two or three capitals are whoever looked at it. */
static void initials_in_a_column_of_states(void **state)
{
    static const struct {
        const char *text;
        bool asked;
    } cases[] = {{"JS", false},  {"JSB", false}, {"Q", true},
                 {"JSBC", true}, {"J2", true},   {"js", true}};
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct loaded *loaded =
            load(arena, "meeting",
                 arena_format(arena, "practice,vote,check\nK1,for,ok\nK2,for,%s\n", cases[i].text));
        if (loaded->diag.errors != cases[i].asked)
            print_problems(&loaded->diag);
        check_int(loaded->diag.errors, cases[i].asked);
    }
}

/* What a remark says of another vote, and of another practice. */
static void what_a_remark_says_of_others(void **state)
{
    static const struct {
        const char *remark;
        bool told;
    } rows[] = {
        {"against", true},
        {"changed to against", true},
        {"against - after discussion", true},
        {"we really meant against", true},
        {"against instead", true},
        {"against really now", true},
        {"no", false},
        {"should be no", true},
        {"nobody was against", false},
        {"spoke for the motion", false},
        {"should be for", false},
        {"abstained because of it", true},
        /* A name of two words or more, and no code so short. */
        {"thanks to Beech House", true},
        {"Ash Tree and Beech House", true},
        {"for K2 too", false},
        {"K2", false},
        {"thanks to Ash Tree", false},
        {"thanks to The Ash Surgery and to Ash Tree", false},
        {"Wallingford", false},
        {"for both practices", true},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct loaded *loaded =
            load(arena, "meeting",
                 arena_format(arena, "practice,vote,notes\nAsh Tree,for,%s\n", rows[i].remark));
        if (loaded->diag.errors != rows[i].told) {
            print_error("\"%s\"\n", rows[i].remark);
            print_problems(&loaded->diag);
        }
        check_int(loaded->diag.errors, rows[i].told);
    }
}

/* A consensus is one where no cell of a row says otherwise: by a remark, or by what its heading
 * asks. */
static void what_stands_against_a_consensus(void **state)
{
    static const struct {
        const char *heading, *vote, *cell;
        size_t errors;
    } rows[] = {
        {"notes", "present", "with thanks", 0},
        {"notes", "present", "objected", 1},
        {"notes", "present", "no objections", 0},
        {"notes", "present", "no objections no objections", 0},
        {"notes", "present", "no objections but refused", 1},
        {"notes", "present", "against", 1},
        {"notes", "present", "no", 1},
        {"reason", "present", "against", 1},
        {"role", "present", "lead", 0},
        {"objections", "present", "", 0},
        {"objections", "present", "none", 0},
        {"objections", "present", "no objection", 0},
        {"objections", "present", "yes", 1},
        {"objections", "absent", "yes", 1},
        {"agrees", "present", "y", 0},
        {"agrees", "present", "agreed", 0},
        {"agrees", "present", "for", 0},
        {"agrees", "present", "n", 1},
        {"agrees", "present", "", 1},
        {"agrees", "present", "maybe", 1},
        {"agrees", "absent", "", 0},
        {"agrees", "absent", "maybe", 0},
        {"does not agree", "present", "y", 1},
        {"does not agree", "present", "none", 0},
        {"for or against", "present", "for", 0},
        {"for or against", "present", "against", 1},
        {"agree or disagree", "present", "y", 0},
        {"agrees", "present", "present", 0},
        {"agrees", "present", "absent", 1},
        {"agrees", "absent", "absent", 0},
        {"agrees", "absent", "against", 1},
        {"agrees", "present", "\xE2\x9C\x93", 0},
        {"agrees", "present", "attended", 0},
        {"notes", "present", "x", 1},
        {"notes", "absent", "x", 0},
        {"notes", "present", "abstained", 1},
        {"notes", "present", "spoilt", 1},
        {"notes", "present", "for", 0},
    };
    static const char rules[] = "decision,rule,value,clause,reading\n"
                                "consensus,passes,consensus,,\n"
                                "consensus,quorum,none,,\n"
                                "chair,weight,one vote per practice,,\n"
                                "chair,elects,most votes,,\n"
                                "%s";
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct loaded *loaded = prepare(arena, "consensus");
        const char *kinds =
            arena_format(arena, rules,
                         i % 2 == 0 ? ""
                                    : "vote,weight,one vote per practice,,\n"
                                      "vote,passes,more than half of votes cast,,\n");
        check_true(
            load_rules(arena, &loaded->diag, file_of("rules.csv", kinds), &loaded->rules, NULL));
        read_ballots(loaded, arena_format(arena,
                                          "practice,vote,%s\nAsh Tree,%s,%s\n"
                                          "Beech House,present,agreed\n",
                                          rows[i].heading, rows[i].vote, rows[i].cell));
        if (problems_on(&loaded->diag, 2, SEVERITY_ERROR) != rows[i].errors) {
            print_error("row %zu: \"%s\" under \"%s\"\n", i, rows[i].cell, rows[i].heading);
            print_problems(&loaded->diag);
        }
        check_int(problems_on(&loaded->diag, 2, SEVERITY_ERROR), rows[i].errors);
        if (rows[i].errors == 0)
            continue;
        const char *remedy = check_problem(&loaded->diag, 2, "and it would be a consensus")->remedy;
        check_contains(remedy, i % 2 == 0 ? "of a kind of decision that has votes" : "-d vote");
        check_int(strncmp(remedy, "If they agreed", 14) == 0, *rows[i].cell == '\0');
        check_int(strstr(remedy, "--column") != NULL, strcmp(rows[i].heading, "reason") != 0);
    }
    /* A column of who agreed is not asked for who was there, where nothing else tells that. */
    static const struct {
        const char *heading, *cell;
        size_t line;
    } lists[] = {{"agrees", "yes", 0},      {"agrees", "", 3},        {"agrees", "no", 3},
                 {"objections", "none", 0}, {"objections", "yes", 3}, {"came along", "yes", 0},
                 {"came along", "no", 1},   {"came along", "", 1}};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct loaded *loaded = prepare(arena, "consensus");
        check_true(load_rules(arena, &loaded->diag,
                              file_of("rules.csv", arena_format(arena, rules, "")), &loaded->rules,
                              NULL));
        read_ballots(loaded, arena_format(arena, "practice,%s\nK1,%s\nK2,%s\n", lists[i].heading,
                                          strcmp(lists[i].heading, "objections") == 0 ? "" : "yes",
                                          lists[i].cell));
        check_int(loaded->diag.errors, lists[i].line > 0);
        if (lists[i].line > 0)
            check_int(problems_on(&loaded->diag, lists[i].line, SEVERITY_ERROR), 1);
    }
    /* Whoever has an interest is not asked. */
    for (int declared = 0; declared < 2; declared++) {
        struct loaded *loaded = prepare(arena, "consensus");
        check_true(load_rules(arena, &loaded->diag,
                              file_of("rules.csv", arena_format(arena, rules, "")), &loaded->rules,
                              NULL));
        read_ballots(loaded, arena_format(arena,
                                          "practice,vote,interest,agrees\nK1,present,%s,\n"
                                          "K2,present,,yes\n",
                                          declared ? "yes" : "no"));
        check_int(loaded->diag.errors, !declared);
    }
}

/* Where no vote says so, whether anybody was there is asked of a column that may tell. */
static void what_is_no_evidence(void **state)
{
    struct arena *arena = arena_of(state);
    struct loaded *loaded = load(
        arena, "meeting", "practice,vote,came along\nAsh Tree,for,ok\nBeech House,,apologies\n");
    check_problem(&loaded->diag, 1, "this column may say who was there");
    loaded =
        load(arena, "meeting", "practice,vote,came along\nAsh Tree,for,ok\nBeech House,for,ok\n");
    check_counts(&loaded->diag, 0, 1); /* it is not used */
    /* A voter may be called as a row that does not count is. */
    loaded = load(arena, "meeting", "practice,vote,voter\nAsh Tree,for,Void\n");
    check_errors(&loaded->diag, 0);
    /* Where a column is given for another that would change the count the rows are not read. */
    struct column_name name = {.column = "reason", .heading = "role", .wanted = true};
    loaded = prepare(arena, "meeting");
    loaded->reading.columns = (struct column_names){&name, 1};
    read_ballots(loaded, "practice,vote,role\nNobody,for,\n");
    check_errors(&loaded->diag, 1);
}

static void practices_are_known(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote\nWallingford Medical Practise,for\nOak,for\n,for\n"
                                 "Total,for\n");
    check_errors(&loaded->diag, 4);
    const struct message *problem = check_problem_in(
        &loaded->diag, 2, 1, 1, "no practice is called \"Wallingford Medical Practise\"");
    check_int((long long)problem->place.width, 28);
    check_text(problem->place.text, "Wallingford Medical Practise,for");
    check_text(problem->remedy, "Did you mean \"Wallingford Medical Centre\"? If so correct the "
                                "row, or add this spelling to the aliases in practices.csv.");
    check_contains(check_problem(&loaded->diag, 3, "no practice is called \"Oak\"")->remedy,
                   "If the row is no ballot, delete it. The practices are: The Ash Surgery, ");
    check_problem(&loaded->diag, 4, "the practice is blank");
    check_int((long long)loaded->box.rows, 0);
}

/* A code that nobody has: who is meant is told by the code, or by the name where there is none. */
static void codes_that_nobody_has(void **state)
{
    static const struct {
        const char *code, *remedy;
    } cases[] = {
        {"K84O01", "Did you mean \"K84001\", Ash?"},
        {"Beach House", "Did you mean \"Beech House\"?"},
        {"X", "are: K84001 (Ash) and Beech House."},
        {"Total", "it is a row of totals"},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = prepare(arena, "meeting");
        check_true(load_roll(
            arena, &loaded->diag,
            file_of("practices.csv", "practice,list size,code\nAsh,10,K84001\nBeech House,20,\n"),
            NULL, &loaded->roll, NULL));
        read_ballots(loaded, arena_format(arena, "code,vote\n%s,for\n", cases[i].code));
        check_errors(&loaded->diag, 1);
        check_contains(check_problem(&loaded->diag, 2, "no practice has the code")->remedy,
                       cases[i].remedy);
    }
}

static void codes_and_names_agree(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "meeting",
             "ods code,surgery,vote\nK1,The Ash Surgery,for\nk1,,for\n,Beech House,for\n"
             "K2,The Ash Surgery,for\nK9,The Ash Surgery,for\nK1,Oak,for\n,,for\n");
    check_errors(&loaded->diag, 4);
    check_problem_in(&loaded->diag, 5, 1, 1,
                     "\"K2\" is the code of Beech House, not of The Ash Surgery");
    check_problem_in(&loaded->diag, 6, 1, 1, "no practice has the code \"K9\"");
    check_problem_in(&loaded->diag, 7, 4, 2, "no practice is called \"Oak\"");
    check_problem(&loaded->diag, 8, "the practice is blank");
    check_int((long long)loaded->box.rows, 3);
    loaded = load(arena_of(state), "meeting", "code,vote\nK3,for\n");
    check_errors(&loaded->diag, 0);
    check_text(only_ballot(loaded)->member->name, "Wallingford Medical Centre");
    check_int((long long)place_of(loaded, 0).cell, 1);
}

static void the_rolls_own_word(void **state)
{
    struct arena *arena = arena_of(state);
    struct loaded *loaded = prepare(arena, "meeting");
    loaded->rules.terms.unit = "Town";
    loaded->rules.terms.units = "Towns";
    read_ballots(loaded, "Town Name,vote\nK1,for\nOslo,for\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 3, "no Town is called \"Oslo\"");
}

static void columns_that_must_be_there(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting", "practice,answer\nK1,for\n");
    check_false(loaded->usable);
    check_contains(check_problem(&loaded->diag, 1, "there is no column \"vote\"")->remedy,
                   "\"practice\" and \"answer\"");
    loaded = load(arena_of(state), "meeting", "vote\nfor\n");
    check_problem(&loaded->diag, 1, "there is no column \"practice\"");
    loaded = load(arena_of(state), "meeting", "practice,vote\n\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 0, "has no ballots");
    loaded = load(arena_of(state), "meeting", "practice,vote,Phone\nK1,for,1\n");
    check_counts(&loaded->diag, 0, 1);
    check_problem(&loaded->diag, 1, "the column \"Phone\" is not used");
}

/* A column that is not used, and would have changed who may vote or who stands aside. */
static void columns_that_are_headed_otherwise(void **state)
{
    static const struct {
        const char *table;
        size_t errors, warnings;
    } cases[] = {
        {"practice,vote,Who came\nK1,for,Practice Manager\nK2,for,\n", 1, 0},
        {"practice,vote,Who came\nK1,for,proxy\n", 1, 0},
        {"practice,vote,Who came\nK1,for,lead\nK2,for,Dr Approximate\n", 0, 1},
        {"practice,vote,Notes\nK1,for,came with the practice manager\n", 1, 0},
        {"practice,vote,role,Sent\nK1,for,,proxy\n", 1, 0},          /* the role is blank */
        {"practice,vote,Position\nK1,for,Practice Manager\n", 0, 0}, /* is the role */
        {"practice,vote,role,Who came\nK1,for,lead,proxy\n", 1, 0},  /* and the role is not */
        {"practice,vote,Do you have a conflict of interest in this?\nK1,for,Yes\n", 1, 0},
        {"practice,vote,Do you have a conflict of interest in this?\nK1,for,\n", 0, 1},
        {"practice,vote,Declaration of interest\nK1,for,yes\n", 0, 0},
        {"practice,vote,interest,Type of interest\nK1,for,yes,shares\n", 0, 1},
        {"practice,vote,interest,Type of interest\nK1,for,,shares\n", 1, 0},
        {"practice,vote,Conflicted\nK1,for,yes\n", 1, 0},
        {"practice,vote,Present\nK1,for,yes\nK2,absent,no\n", 0, 0},
        {"practice,vote,Present\nK1,for,no\n", 1, 0},
        {"practice,vote,Attendance\nK1,for,Apologies\n", 1, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_counts(&load(arena_of(state), "meeting", cases[i].table)->diag, cases[i].errors,
                     cases[i].warnings);
    struct loaded *loaded = load(arena_of(state), "meeting", cases[0].table);
    check_contains(check_problem_in(&loaded->diag, 1, 15, 3, "may tell the roles")->remedy,
                   "--column role=\"Who came\"");
}

/* A heading may be given for another column than its own, but not where its own changes the count.
 */
static void a_heading_that_is_given_for_another_column(void **state)
{
    static const struct {
        const char *heading;
        bool changes;
    } cases[] = {
        {"role", true},      {"interest", true}, {"received", true},   {"motion", true},
        {"decision", true},  {"email", true},    {"attendance", true}, {"apologies", true},
        {"proxy", true},     {"opening", true},  {"votes", true},      {"notified", true},
        {"voted by", false}, {"code", false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct column_name name = {.column = "reason", .heading = cases[i].heading, .wanted = true};
        struct loaded *loaded = prepare(arena, "meeting");
        loaded->reading.columns = (struct column_names){&name, 1};
        read_ballots(loaded, arena_format(arena, "practice,vote,%s\nK1,for,\n", cases[i].heading));
        check_counts(&loaded->diag, cases[i].changes, 0);
        if (cases[i].changes)
            check_problem(&loaded->diag, 1, "would change the count");
    }
}

/* A heading is of one column, and each that was given is there. */
static void headings_that_are_given(void **state)
{
    static const struct {
        const char *columns[3], *headings[3];
        size_t errors;
    } cases[] = {
        {{"voter", "role", "reason"}, {"who", "as", "why"}, 0},
        {{"voter", "role", "reason"}, {"who", "who", "why"}, 1},
        {{"voter", "role", "reason"}, {"who", "who", "who"}, 2},
        {{"voter", "role", "reason"}, {"whom", "when", "why"}, 2},
        {{"voter", "role", "reason"}, {"whom", "as", "as"}, 2},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = prepare(arena, "meeting");
        struct column_name names[3];
        for (size_t j = 0; j < 3; j++)
            names[j] = (struct column_name){cases[i].columns[j], cases[i].headings[j], true};
        loaded->reading.columns = (struct column_names){names, 3};
        read_ballots(loaded, "practice,vote,who,as,why\nK1,for,Dr Jones,lead,\n");
        check_errors(&loaded->diag, cases[i].errors);
    }
}

/* A word in a heading tells what the column says of its rows; in a question it does not. */
static void a_word_in_a_long_heading(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote,When had the member left\nK1,present,19:45\n");
    check_errors(&loaded->diag, 1);
    loaded = load(arena_of(state), "meeting",
                  "practice,vote,When had the member left us\nK1,present,19:45\n");
    check_counts(&loaded->diag, 0, 1); /* that it is not used */
}

/* A column that nothing reads is asked about where a cell may say that nobody came. */
static void a_cell_that_may_tell_of_absence(void **state)
{
    static const struct {
        const char *text;
        bool hints;
    } cases[] = {
        {"no", true},
        {"apologies", true},
        {"absent", true},
        {"A", true},
        {"unable", true},
        {"will not come", true},
        {"maybe", true},
        {"they had not come", true},
        {"-", true},
        {"?", true},
        {"...", true},
        {"0", true},
        {"0 people", true},
        {"nobody at all", true},
        {"0:45", false},
        {"05", false},
        {"10", false},
        {"Signed in", false},
        {"\xE2\x9C\x93", false},
        {"yes", false},
        {"Dr Knot", false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = prepare(arena, "meeting");
        loaded->reading.attendance = true;
        read_ballots(loaded,
                     arena_format(arena, "practice,24 June\nK1,%s\nK2,Signed in\n", cases[i].text));
        if (loaded->diag.errors != cases[i].hints)
            print_error("%s\n", cases[i].text);
        check_int((long long)loaded->diag.errors, cases[i].hints);
    }
}

/* A row whose code stands in brackets is as one whose name does. */
static void a_code_in_brackets(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "meeting",
             "practice,code,vote\nThe Ash Surgery,(K1),for\nBeech House,,for\n");
    check_counts(&loaded->diag, 1, 0);
    check_problem(&loaded->diag, 2, "its name stands in brackets or behind a mark");
}

/* Somebody who is of no member has no votes: blank or none in all columns of them. */
static void nobody_has_numbers_of_votes(void **state)
{
    static const struct {
        const char *row, *what;
    } cases[] = {
        {"observer,,", NULL},
        {"observer,0,0", NULL},
        {"observer,0,", NULL},
        {"observer,1,", "no practice is called"},
        {"observer,0,1", "no practice is called"},
        {"observer,,1", "no practice is called"},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = load(
            arena, "email",
            arena_format(arena, "practice,role,votes for,votes against\nK1,,6,4\nHealthwatch,%s\n",
                         cases[i].row));
        check_int(loaded->diag.errors, cases[i].what != NULL);
        if (cases[i].what != NULL)
            check_problem(&loaded->diag, 3, cases[i].what);
    }
}

/* A row is a ballot for each side that has votes, in the order of the columns; one of who was not
 * there is one, and so is one with an interest, which is its member's with all its votes. */
static void a_ballot_for_each_side(void **state)
{
    static const struct {
        const char *row;
        size_t count;
        enum vote votes[3];
        int64_t numbers[3];
        size_t cells[3];
        bool interest;
    } cases[] = {
        {"yes,6,4,,", 2, {VOTE_FOR, VOTE_AGAINST}, {6, 4}, {2, 3}, false},
        {"yes,1,,9,", 2, {VOTE_FOR, VOTE_ABSTAIN}, {1, 9}, {2, 4}, false},
        {"yes,5,4,1,", 3, {VOTE_FOR, VOTE_AGAINST, VOTE_ABSTAIN}, {5, 4, 1}, {2, 3, 4}, false},
        {"yes,0,10,0,", 1, {VOTE_AGAINST}, {10}, {3}, false},
        {"yes,,,10,", 1, {VOTE_ABSTAIN}, {10}, {4}, false},
        {"no,,,,", 1, {VOTE_ABSENT}, {0}, {0}, false},
        {"no,0,0,0,", 1, {VOTE_ABSENT}, {0}, {0}, false},
        {"yes,6,4,,yes", 1, {VOTE_FOR}, {0}, {0}, true},
        {"yes,,,,yes", 1, {VOTE_BLANK}, {0}, {0}, true},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = load(
            arena, "email",
            arena_format(arena,
                         "practice,present,votes for,votes against,abstentions,interest\nK1,%s\n",
                         cases[i].row));
        check_errors(&loaded->diag, 0);
        const struct poll *poll = &loaded->box.polls[0];
        check_int((long long)poll->count, (long long)cases[i].count);
        for (size_t j = 0; j < poll->count; j++) {
            check_int(poll->ballots[j].vote, cases[i].votes[j]);
            check_int(poll->ballots[j].details->votes, cases[i].numbers[j]);
            check_int((long long)poll->ballots[j].details->votes_cell,
                      (long long)cases[i].cells[j]);
            check_int(poll->ballots[j].continues, j > 0);
            check_int(poll->ballots[j].interest, cases[i].interest);
        }
    }
}

/* Each side of a row has what the row tells beside its numbers. */
static void sides_of_a_row_tell_who_cast_them(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "email",
             "practice,voter,reason,votes for,votes against\nK1,Ann Lee,as asked,6,4\n");
    check_errors(&loaded->diag, 0);
    const struct poll *poll = &loaded->box.polls[0];
    check_int((long long)poll->count, 2);
    for (size_t i = 0; i < poll->count; i++) {
        check_text(poll->ballots[i].details->voter, "Ann Lee");
        check_text(poll->ballots[i].details->remark, "as asked");
        check_int(poll->ballots[i].details->votes, i == 0 ? 6 : 4);
    }
}

/* "Not counted" says the other of what "counted" does. */
static void a_heading_that_denies(void **state)
{
    check_errors(&load(arena_of(state), "meeting", "practice,vote,Not counted\nK1,for,yes\n")->diag,
                 1);
    check_counts(&load(arena_of(state), "meeting", "practice,vote,Is counted\nK1,for,yes\n")->diag,
                 0, 1);
}

/* A code names its member in the middle of a remark, and a name that is a word like others does
 * not. */
static void a_remark_that_names_another(void **state)
{
    static const struct {
        const char *remark;
        bool names;
    } cases[] = {{"same as K84002 here", true},
                 {"K84001 itself came", false},
                 {"under the oak tree", false},
                 {"Oak", true}};
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = prepare(arena, "meeting");
        check_true(load_roll(
            arena, &loaded->diag,
            file_of("practices.csv", "practice,list size,code\nAsh,10,K84001\nOak,20,K84002\n"),
            NULL, &loaded->roll, NULL));
        read_ballots(loaded,
                     arena_format(arena, "practice,vote,comment\nAsh,for,%s\n", cases[i].remark));
        check_int((long long)loaded->diag.errors, cases[i].names);
        if (cases[i].names)
            check_problem(&loaded->diag, 2, "names another practice than its row is of");
    }
}

static void a_name_may_not_hold_a_role(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote,voter,role\nK1,for,Practice Manager - Jane,\n"
                                 "K2,for,Mr Proxymore,\nK3,for,Jane (proxy),proxy\n");
    check_errors(&loaded->diag, 1);
    check_problem_in(&loaded->diag, 2, 8, 3, "\"Practice Manager - Jane\" has a role in the name");
}

/* A note below the table is one problem, whatever else a ballot would need. */
static void a_note_below_the_table(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote,role\nK1,for,\nApologies: Dr Benson,,\n"
                                 "Notes,,\nK2,for,Who?\nNowhere,,x\n");
    check_errors(&loaded->diag, 6); /* two of them on line 6 besides its name */
    check_contains(check_problem(&loaded->diag, 3, "no practice is called")->remedy,
                   "If the row is no ballot, delete it. The practices are: The Ash");
    check_contains(check_problem(&loaded->diag, 4, "no practice is called")->remedy,
                   "The practices are named above.");
}

/* A column for each motion, or one of them that is told to be the vote; what may be a vote and is
 * not headed so is asked about. */
static void motions_side_by_side(void **state)
{
    static const struct {
        const char *decision, *ballots, *mapped[2];
        size_t errors, polls;
        const char *what; /* of the first line */
    } cases[] = {
        {"meeting", "practice,Budget,Lease\nK1,for,against\nK2,,for\n", {NULL}, 0, 2, NULL},
        {"meeting", "Budget,Lease,practice\nfor,against,K1\n,for,K2\n", {NULL}, 0, 2, NULL},
        {"meeting", "for,against,practice\nx,,K1\n,x,K2\n", {NULL}, 0, 1, NULL},
        {"meeting", "practice,Budget,budget\nK1,for,against\n", {NULL}, 1, 0, "headed alike"},
        /* Who left the one that is asked for blank was there if they voted on another. */
        {"meeting",
         "practice,Budget,Lease,Rota\nK1,for,for,for\nK2,,,for\n",
         {"Budget"},
         0,
         1,
         NULL},
        {"meeting", "practice,Budget,Lease\nK1,for,for\nK2,,\n", {"Budget"}, 1, 0, NULL},
        {"meeting",
         "practice,Budget,Lease,x\nK1,for,for,1\nK2,,,2\n",
         {"Budget", "Lease"},
         1,
         0,
         NULL},
        /* Marks and yes or no may be of who was there. */
        {"meeting",
         "practice,Budget\nK1,yes\nK2,no\n",
         {NULL},
         1,
         0,
         "column of yes and no may say how"},
        {"meeting", "practice,Budget\nK1,x\nK2,yes\n", {NULL}, 2, 0, "column of marks may say how"},
        {NULL, "practice,Budget\nK1,x\nK2,yes\n", {NULL}, 2, 0, "column of marks may say how"},
        {"chair", "practice,Budget\nK1,x\nK2,yes\n", {NULL}, 1, 0, "column of marks may say how"},
        {"director",
         "practice,Budget\nK1,x\nK2,yes\n",
         {NULL},
         1,
         0,
         "column of marks may say how"},
        {"meeting",
         "practice,Budget,Lease,Rota\nK1,for,against,yes\nK2,for,for,no\n",
         {NULL},
         1,
         0,
         "column of yes and no may be one more motion"},
        {"meeting",
         "practice,Budget,Lease,Rota\nK1,for,against,yes\nK2,for,for,no\n",
         {"Budget", "Lease"},
         0,
         2,
         NULL},
        /* Beside numbers of votes there is no other vote. */
        {"meeting", "practice,votes for,votes against\nK1,1,\n", {NULL}, 0, 1, NULL},
        {"meeting",
         "practice,votes for,votes against,abstain\nK1,1,,\n",
         {NULL},
         1,
         0,
         "another one has the vote"},
        {"meeting",
         "practice,votes for,votes against,vote\nK1,1,,for\n",
         {NULL},
         1,
         0,
         "another one has the vote"},
        {"meeting",
         "practice,votes for,votes against,Lease\nK1,1,,for\n",
         {"Lease"},
         1,
         0,
         "another one has the vote"},
        {"meeting",
         "practice,motion,votes for,votes against,abstain\nK1,A,1,,1\n",
         {NULL},
         1,
         0,
         "headed as a vote stands beside"},
        /* A column for each word. */
        {"meeting", "practice,for,against\nK1,x,\nK2,,x\n", {NULL}, 0, 1, NULL},
        {"meeting", "practice,for\nK1,x\n", {NULL}, 1, 0, "there is no column \"vote\""},
    };
    struct arena *arena = arena_of(state);
    size_t failed = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = prepare(arena, cases[i].decision);
        struct column_name names[2];
        for (size_t j = 0; j < 2 && cases[i].mapped[j] != NULL; j++) {
            names[j] = (struct column_name){"vote", cases[i].mapped[j], true};
            loaded->reading.columns = (struct column_names){names, j + 1};
        }
        read_ballots(loaded, cases[i].ballots);
        if (loaded->diag.errors != cases[i].errors ||
            (cases[i].errors == 0 && loaded->box.poll_count != cases[i].polls)) {
            print_error("row %zu: %zu polls\n", i, loaded->box.poll_count);
            print_problems(&loaded->diag);
            failed++;
        } else if (cases[i].what != NULL)
            check_problem(&loaded->diag, 1, cases[i].what);
    }
    check_int(failed, 0);
}

static void a_column_for_each_vote(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "meeting", "practice,Motion 1,Motion 2\nK1,for,no\n");
    check_counts(&loaded->diag, 1, 1);
    const char *remedy = check_problem(&loaded->diag, 1, "there is no column \"vote\"")->remedy;
    check_contains(remedy, "The headings are \"practice\", \"Motion 1\" and \"Motion 2\".");
    check_contains(remedy, "If each is a motion, name them all: --column vote=\"Motion 1\"");
    check_lacks(remedy, "Name the right one");
    loaded = load(arena_of(state), "meeting", "practice,For,Against,Abstain\nK1,,x,\n");
    check_errors(&loaded->diag, 0);
    check_int(loaded->box.polls[0].ballots[0].vote, VOTE_AGAINST);
    loaded = load(arena_of(state), "meeting", "practice,For,Against\nK1,,no\nK2,for,\n");
    check_problem(&loaded->diag, 2, "the vote is blank");
    loaded = load(arena_of(state), "meeting", "practice,For,Against\nK1,,against\nK2,for,\n");
    check_errors(&loaded->diag, 0);
    loaded = load(arena_of(state), "meeting", "practice,For,Against\nK1,,agree\nK2,against,\n");
    check_problem(&loaded->diag, 2, "\"Against: agree\" is not a vote");
    check_problem(&loaded->diag, 3, "\"For: against\" is not a vote");
    static const char *const sides[][3] = {
        {"Favour", "Oppose", "Neutral"},
        {"Ayes", "Noes", "Abstentions"},
        {"Pro", "Contra", "Abs"},
        {"For (tick)", "Against (tick)", "Abstain (tick)"},
        {"Yes (for)", "No (against)", "Abstain"},
        {"Accept", "Decline", "Neutral"},
        {"Supports", "Objects", "Abstained"},
    };
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        loaded = load(arena_of(state), "meeting",
                      arena_format(arena_of(state), "practice,%s,%s,%s\nK1,x,,\nK2,,x,\nK3,,,x\n",
                                   sides[i][0], sides[i][1], sides[i][2]));
        check_errors(&loaded->diag, 0);
        check_int((long long)loaded->box.poll_count, 1);
        check_int(loaded->box.polls[0].ballots[0].vote, VOTE_FOR);
        check_int(loaded->box.polls[0].ballots[1].vote, VOTE_AGAINST);
        check_int(loaded->box.polls[0].ballots[2].vote, VOTE_ABSTAIN);
    }
    loaded = load(arena_of(state), "meeting", "practice,Favour,Oppose\nK1,x,x\nK2,,\n");
    check_problem(&loaded->diag, 2, "is not a vote");
    check_problem(&loaded->diag, 3, "the vote is blank");
    loaded = load(arena_of(state), "meeting", "practice,A,B\nK1,for,against\nK2,,abstain\n");
    check_errors(&loaded->diag, 0);
    check_int((long long)loaded->box.poll_count, 2);
    check_text(loaded->box.polls[1].motion, "B");
    check_int((long long)loaded->box.rows, 4);
    check_int(loaded->box.polls[0].ballots[1].vote, VOTE_PRESENT);
    check_int(loaded->box.polls[1].ballots[1].vote, VOTE_ABSTAIN);
    loaded = load(arena_of(state), "meeting", "practice,Motion 1\nK1,for\n");
    check_contains(check_problem(&loaded->diag, 1, "no column \"vote\"")->remedy,
                   "Name the right one \"vote\", or add --column vote=");
}

/* Who is there and represents nobody: by a role that may not vote, of no member, without a vote, a
 * proxy and an interest. Each row stands below a ballot, and is no ballot itself. */
static void who_represents_nobody(void **state)
{
#define MET      "practice,code,voter,role,vote,proxy,interest\nK1,,,lead,for,,\n"
#define MOTIONS  "practice,voter,role,A,B\nK1,,lead,for,against\nK2,,lead,against,for\n"
#define CAME_TOO "practice,voter,role,vote,present\nK1,,lead,for,yes\n"
#define KINDS    "practice,voter,role,vote,decision\nK1,,lead,for,meeting\n"
#define ON       "practice,voter,role,vote,motion\nK1,,lead,for,A\n"
    static const struct {
        const char *table, *row, *name,
            *role; /* no name, and no role: it is a ballot, or refused */
        bool away, refused;
    } cases[] = {
        {MET, ",,Bo Guest,observer,,,", "Bo Guest", "observer", false, false},
        {MET, ",,Bo Guest,Observer,present,,no", "Bo Guest", "observer", false, false},
        {MET, ",,Bo Guest,public representative,absent,,", "Bo Guest", "public representative",
         true, false},
        {MET, "Parish council,,,other,present,,", "Parish council", "other", false, false},
        {MET, ",X99,,observer,,,", "X99", "observer", false, false},
        {MET, ",,Bo Guest,observer,for,,", NULL, NULL, false, true},
        {MET, ",,Bo Guest,observer,abstain,,", NULL, NULL, false, true},
        {MET, ",,Bo Guest,observer,so so,,", NULL, NULL, false, true},
        {MET, ",,Bo Guest,observer,,Ann,", NULL, NULL, false, true},
        {MET, ",,Bo Guest,observer,,,yes", NULL, NULL, false, true},
        {MET, ",,Bo Guest,observer,,,perhaps", NULL, NULL, false, true},
        {MET, ",,Bo Guest,lead,,,", NULL, NULL, false, true},
        {MET, ",,Bo Guest,proxy,,,", NULL, NULL, false, true},
        {MET, ",,Bo Guest,visitor of sorts,,,", NULL, NULL, false, true},
        {MET, "Beech House,,Bo Guest,observer,present,,", NULL, NULL, false, false},
        {MET, ",K2,Bo Guest,observer,present,,", NULL, NULL, false, false},
        {MET, "Beach House,,Bo Guest,observer,,,", NULL, NULL, false, true},
        {MET, "Beech House K1,,Bo Guest,observer,,,", NULL, NULL, false, true},
        {MOTIONS, ",Bo Guest,observer,,", "Bo Guest", "observer", false, false},
        {MOTIONS, ",Bo Guest,observer,present,absent", "Bo Guest", "observer", false, false},
        {MOTIONS, ",Bo Guest,observer,for,", NULL, NULL, false, true},
        {MOTIONS, ",Bo Guest,observer,,for", NULL, NULL, false, true},
        {CAME_TOO, ",Bo Guest,observer,,yes", "Bo Guest", "observer", false, false},
        {CAME_TOO, ",Bo Guest,observer,,no", "Bo Guest", "observer", true, false},
        {CAME_TOO, ",Bo Guest,observer,present,no", NULL, NULL, false, true},
        {CAME_TOO, ",Bo Guest,observer,,who knows", NULL, NULL, false, true},
        {KINDS, ",Bo Guest,observer,,meeting", "Bo Guest", "observer", false, false},
        {KINDS, ",Bo Guest,observer,,no such kind", NULL, NULL, false, true},
        {ON, ",Bo Guest,observer,,A", "Bo Guest", "observer", false, false},
        {ON, ",Bo Guest,observer,,", NULL, NULL, false, true},
        {ON, ",Bo Guest,chair,,A", "Bo Guest", "chair", false, false},
        {ON, ",Bo Guest,chair,,", NULL, NULL, false, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded =
            load(arena_of(state), "meeting",
                 arena_format(arena_of(state), "%s%s\n", cases[i].table, cases[i].row));
        if ((loaded->diag.errors > 0) != cases[i].refused)
            print_problems(&loaded->diag);
        check_int(loaded->diag.errors > 0, cases[i].refused);
        if (cases[i].refused)
            continue;
        const struct poll *poll = &loaded->box.polls[0];
        check_int((long long)poll->other_count, cases[i].role != NULL);
        check_int((long long)(loaded->box.rows - poll->count * loaded->box.poll_count),
                  cases[i].role != NULL ? (long long)loaded->box.poll_count : 0);
        if (cases[i].role == NULL)
            continue;
        check_text(poll->others[0].name, cases[i].name);
        check_text(poll->others[0].role_name, cases[i].role);
        check_int(poll->others[0].away, cases[i].away);
    }
}

/* A proxy represents somebody, though the rules let none vote. */
static void a_proxy_is_no_guest(void **state)
{
    static const struct {
        const char *rows;
        bool refused;
    } cases[] = {
        {"K1,Ann,lead,for,\n,Bo,observer,present,\n", false},
        {"K1,Ann,lead,for,\n,Bo,proxy,present,\n", true},
        {"K1,Ann,lead,for,\n,Bo,deputy,present,\n", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_of(state);
        struct loaded *loaded = prepare(arena, "meeting");
        check_true(load_rules(arena, &loaded->diag,
                              file_of("rules.csv", "decision,rule,value\n"
                                                   "meeting,weight,one vote per practice\n"
                                                   "meeting,voters,lead\n"
                                                   "meeting,passes,more than half of votes cast\n"),
                              &loaded->rules, NULL));
        print_message("%s", cases[i].rows);
        read_ballots(loaded,
                     arena_format(arena, "practice,voter,role,vote,Notes\n%s", cases[i].rows));
        if ((loaded->diag.errors > 0) != cases[i].refused)
            print_problems(&loaded->diag);
        check_int(loaded->diag.errors > 0, cases[i].refused);
        if (!cases[i].refused)
            check_int((long long)loaded->box.polls[0].other_count, 1);
    }
}

/* Candidates for two posts: each vote is for one of its own. */
static void votes_for_posts(void **state)
{
    static const struct {
        const char *table, *what; /* NULL: it can be read */
        size_t errors;
    } cases[] = {
        {"practice,post,vote\nK1,Chair,Dr A\nK1,Deputy,Dr B\n", NULL, 0},
        {"practice,post,vote\nK1,Chair,Dr B\n", "Deputy", 1},
        {"practice,post,vote\nK1,Chair,Dr A?\n", "", 1},
        {"practice,post,vote\nK1,Chair,(Dr A)\n", "", 1},
        {"practice,post,vote\nK1,Chair,present\n", "this is an election", 1},
        {"practice,post,vote\nK1,Treasurer,Dr A\nK2,Treasurer,Dr A\n", "nobody stands for", 1},
        {"practice,vote\nK1,Dr A\nK2,Dr B\n", "no column tells for which a vote is", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_of(state);
        struct loaded *loaded = prepare(arena, "chair");
        check_true(load_candidates(arena, &loaded->diag,
                                   file_of("candidates.csv", "candidate,post\nDr A,Chair\n"
                                                             "Dr B,Deputy\n"),
                                   (struct date){0}, &loaded->list, NULL));
        loaded->reading.candidates = &loaded->list;
        print_message("%s", cases[i].table);
        read_ballots(loaded, cases[i].table);
        if (loaded->diag.errors != cases[i].errors)
            print_problems(&loaded->diag);
        check_int((long long)loaded->diag.errors, (long long)cases[i].errors);
        if (cases[i].what != NULL) {
            const struct message *problem = diag_messages(&loaded->diag);
            while (problem->severity != SEVERITY_ERROR)
                problem++;
            check_contains(problem->what, cases[i].what);
            continue;
        }
        check_int((long long)loaded->box.poll_count, 2);
        check_text(loaded->box.polls[1].post, "Deputy");
        check_int((long long)loaded->box.polls[1].candidate_count, 1);
    }
    struct arena *arena = arena_of(state);
    struct loaded *loaded = prepare(arena, "chair");
    check_true(load_candidates(arena, &loaded->diag,
                               file_of("candidates.csv", "candidate,post\nDr A,Chair\n"),
                               (struct date){0}, &loaded->list, NULL));
    loaded->reading.candidates = &loaded->list;
    read_ballots(loaded, "practice,vote\nK1,Dr A\n");
    check_errors(&loaded->diag, 0);
    check_text(loaded->box.polls[0].motion, "Chair"); /* there is no other */
    check_false(loaded->box.polls[0].votes_doubtful);
}

/* A sentence of a form may be an answer: what it means is asked, once for all its rows. */
static void what_may_be_an_answer_is_asked(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote\nK1,I would back the plan\n"
                                 "K2,I would back the plan\nK3,for\n");
    check_errors(&loaded->diag, 1);
    check_contains(diag_messages(&loaded->diag)[0].remedy,
                   "--answer \"I would back the plan\"=for");
    loaded = load(arena_of(state), "meeting", "practice,votes,vote\nK1,1,for\nK2,,against\n");
    check_errors(&loaded->diag, 0);
    check_true(loaded->box.polls[0].votes_doubtful);
}

/* Which rows a column that nothing reads tells apart: those of one vote that may count. */
static void rows_that_a_column_tells_apart(void **state)
{
    static const struct {
        const char *table;
        bool asked;
    } cases[] = {
        {"practice,vote,Round\nK1,for,1\nK2,for,1\nK1,for,2\nK2,against,2\n", true},
        {"practice,role,vote,Round\nK1,lead,for,1\nK2,lead,for,1\nK1,lead,for,2\nK2,lead,against,"
         "2\n",
         true},
        {"practice,role,vote,Round\nK1,lead,for,1\nK2,lead,for,1\nK1,observer,for,2\n"
         "K2,observer,against,2\n",
         false},
        {"practice,motion,vote,Round\nK1,A,for,1\nK2,A,for,1\nK1,B,for,2\nK2,B,against,2\n", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s", cases[i].table);
        struct loaded *loaded = load(arena_of(state), "meeting", cases[i].table);
        bool asked = false;
        for (size_t j = 0; j < loaded->diag.count; j++)
            asked = asked ||
                    strstr(diag_messages(&loaded->diag)[j].what, "tells the rows apart") != NULL;
        if (asked != cases[i].asked)
            print_problems(&loaded->diag);
        check_int(asked, cases[i].asked);
    }
}

/* Titles have one cell each; the headings more than one. */
static void headings_below_titles(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "Minutes\nMeeting of 24 June\npractice,A,B\nK1,for,against\n"
                                 "K2,against,for\n");
    check_counts(&loaded->diag, 0, 1);
    check_int((long long)loaded->box.poll_count, 2);
    check_int((long long)loaded->box.polls[0].ballots[0].line, 4);
    loaded = load(arena_of(state), "meeting", "Minutes\nMeeting of 24 June\npractice,A\nK1,for\n");
    check_problem(&loaded->diag, 3, "there is no column \"vote\"");
}

static void a_title_above_the_ballots(void **state)
{
    static const char *const files[] = {
        "Meeting of 24 June\n\npractice,vote\nK1,maybe\n",
        "Meeting of 24 June,,\n,,\nODS code,role,vote\nK1,lead,maybe\n",
    };
    for (size_t i = 0; i < 2; i++) {
        for (size_t secret = 0; secret < 2; secret++) {
            struct loaded *loaded =
                load(arena_of(state), secret == 1 ? "director" : "meeting", files[i]);
            check_counts(&loaded->diag, secret == 1 ? 0 : 1, 1);
            check_problem(&loaded->diag, 1,
                          secret == 1 ? "the line above the headings is passed over: not told"
                                      : "passed over: \"Meeting of 24 June\"");
            if (secret == 0)
                check_problem_in(&loaded->diag, 4, i == 0 ? 4 : 9, i == 0 ? 2 : 3, "is not a vote");
        }
    }
}

static void a_ballot_above_the_headings(void **state)
{
    static const struct {
        const char *text, *what;
        size_t line;
    } files[] = {
        {"\xEF\xBB\xBFK1,for\npractice,vote\nK2,for\n", "The Ash Surgery stands above the headings",
         1},
        {"\"k1\",for\npractice,vote\nK2,for\n", "The Ash Surgery stands above the headings", 1},
        {"Minutes\nApologies: K1\npractice,vote\nK2,for\n", "The Ash Surgery stands above", 2},
        {"Minutes\n\tK3\nof the group,\npractice,vote\nK2,for\n",
         "Wallingford Medical Centre stands above", 2},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct loaded *loaded = load(arena_of(state), "meeting", files[i].text);
        check_counts(&loaded->diag, 1, 0);
        check_problem(&loaded->diag, files[i].line, files[i].what);
        loaded = load(arena_of(state), "director", files[i].text);
        check_counts(&loaded->diag, 1, 0);
        check_problem(&loaded->diag, files[i].line, "a practice stands above the headings");
    }
    struct loaded *loaded =
        load(arena_of(state), "meeting", "sep=;\nMinutes\npractice;vote\nK2;for\n");
    check_counts(&loaded->diag, 1, 0);
    check_problem(&loaded->diag, 2, "they are on line 3");
}

static void a_row_of_totals(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "meeting", "practice,vote\nK1,for\nTotal,1\nTotal for,1\n");
    check_errors(&loaded->diag, 2);
    check_contains(check_problem(&loaded->diag, 3, "no practice is called \"Total\"")->remedy,
                   "delete the row");
    check_contains(check_problem(&loaded->diag, 4, "no practice is called \"Total for\"")->remedy,
                   "delete the row");
}

/* --- Motions and decisions --- */

static void each_motion_is_a_poll(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote,motion,decision\nK1,for,Move house,\n"
                                 "K1,for,Buy chairs,email\nK2,no,move HOUSE.,Meeting\n"
                                 "K2,no,Buy chairs,email\nK3,no,,\n");
    check_errors(&loaded->diag, 1);
    check_contains(check_problem_in(&loaded->diag, 6, 7, 3, "the motion is blank")->remedy,
                   "Write the motion in every row (fill it down)");
    check_int((long long)loaded->box.poll_count, 2);
    check_int((long long)loaded->box.rows, 4);
    check_text(loaded->box.polls[0].motion, "Move house");
    check_text(loaded->box.polls[0].decision, "meeting");
    check_int((long long)loaded->box.polls[0].count, 2);
    check_int((long long)loaded->box.polls[0].ballots[1].line, 4);
    check_text(loaded->box.polls[1].motion, "Buy chairs");
    check_text(loaded->box.polls[1].decision, "email");
}

/* Numbers are not folded into each other. */
static void motions_with_numbers_are_apart(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "meeting",
             "practice,vote,motion\nK1,for,Item 1.1\nK1,for,Item 11\nK2,no,Item 1.1\n");
    check_errors(&loaded->diag, 0);
    check_int((long long)loaded->box.poll_count, 2);
    check_int((long long)loaded->box.polls[0].count, 2);
}

/* They fold alike and may be two: nothing is added up by chance. */
static void spellings_that_are_alike_by_chance(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote,motion\nK1,for,Levy of .5%\nK2,for,Levy of 5%\n"
                                 "K2,for,levy of  .5%.\n");
    check_errors(&loaded->diag, 1);
    check_problem_in(&loaded->diag, 3, 8, 3, "\"Levy of 5%\" is nearly \"Levy of .5%\" on line 2");
    loaded = load(arena_of(state), "chair", "practice,vote\nK1,J.O. Smith\nK2,Jo Smith\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 3, "\"Jo Smith\" is nearly \"J.O. Smith\"");
    loaded = load(arena_of(state), "director", "practice,vote\nK1,J.O. Smith\nK2,Jo Smith\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 3, "this is nearly another name");
    check_errors(
        &load(arena_of(state), "chair", "practice,vote\nK1,Dr. Smith\nK2,dr smith\n")->diag, 0);
    check_errors(
        &load_listed(arena_of(state), "chair", "practice,vote\nK1,Dr Amy Pond\nK2,Dr. A.m.y Pond\n")
             ->diag,
        0); /* on the list it is one name */
}

static void a_motion_from_outside(void **state)
{
    struct loaded *loaded = prepare(arena_of(state), "meeting");
    loaded->reading.motion = "Move house";
    read_ballots(loaded, "practice,vote\nK1,for\nK2,for\n");
    check_int((long long)loaded->box.poll_count, 1);
    check_text(loaded->box.polls[0].motion, "Move house");
}

static void decisions_are_known_and_agree(void **state)
{
    struct loaded *loaded = prepare(arena_of(state), NULL);
    loaded->reading.show_ballots = true;
    read_ballots(loaded, "practice,vote,motion,decision\nK1,for,A,meeting\n"
                         "K2,for,A,emial\nK3,for,A,\nK2,for,A,email\n");
    check_errors(&loaded->diag, 3);
    const struct message *unknown =
        check_problem_in(&loaded->diag, 3, 10, 4, "no kind of decision is called \"emial\"");
    check_contains(unknown->remedy, "Did you mean \"email\"?");
    check_contains(unknown->remedy, "meeting, email, chair or director");
    check_problem_in(&loaded->diag, 4, 10, 4, "the decision is blank");
    check_problem_in(&loaded->diag, 5, 10, 4,
                     "one motion is decided as \"email\" here and as \"meeting\" on line 2");

    /* The column of the motions, headed wrongly. */
    loaded = load(arena_of(state), NULL, "practice,vote,decision\nK1,for,Adopt the plan\n");
    check_problem(&loaded->diag, 2, "this is not a kind of decision");
    check_contains(loaded->diag.problems[0].remedy.full,
                   "If the column holds the motions, name it \"motion\".");

    loaded = load(arena_of(state), "meeting", "practice,vote,decision\nK1,for,\nK2,for,email\n");
    check_errors(&loaded->diag, 1);
    check_contains(check_problem(&loaded->diag, 3, "one question is decided as \"email\"")->remedy,
                   "add a column \"motion\"");
}

static void nothing_says_what_is_decided(void **state)
{
    struct loaded *loaded = load(arena_of(state), NULL, "practice,vote\nK1,for\nOak,for\n");
    check_true(loaded->box.decision_missing);
    check_errors(&loaded->diag, 1);
    check_text(loaded->box.polls[0].decision, NULL);
    loaded = load(arena_of(state), NULL, "practice,vote,decision\nK1,for,meeting\n");
    check_false(loaded->box.decision_missing);
    loaded = load(arena_of(state), "meeting", "practice,vote\nK1,for\n");
    check_false(loaded->box.decision_missing);
}

static void a_constitution_with_one_kind_of_decision(void **state)
{
    struct arena *arena = arena_of(state);
    struct loaded *loaded = prepare(arena, NULL);
    check_true(load_rules(arena, &loaded->diag,
                          file_of("rules.csv", "decision,rule,value\nvote,weight,list size\n"
                                               "vote,passes,more than half of votes cast\n"),
                          &loaded->rules, NULL));
    read_ballots(loaded, "practice,vote\nK1,for\n");
    check_false(loaded->box.decision_missing);
    check_text(loaded->box.polls[0].decision, "vote");
}

/* Motions are not secret: also where a poll of the file is. */
static void doubts_reach_both_polls(void **state)
{
    struct loaded *loaded = load(arena_of(state), NULL,
                                 "practice,vote,motion,decision\nK1,for,Adopt plan,meeting\n"
                                 "K2,Dr Amy Pond,Director,director\nK3,no,Adopt paln,meeting\n");
    check_counts(&loaded->diag, 0, 1);
    check_problem(&loaded->diag, 4,
                  "\"Adopt paln\" and, on line 2, \"Adopt plan\" are counted as two motions");
    const char *doubt = "The motions \"Adopt plan\" and \"Adopt paln\" are counted apart. If they "
                        "are one, correct the ballots and count again.";
    check_int(loaded->box.poll_count, 3);
    for (size_t i = 0; i < 3; i += 2) {
        check_int(loaded->box.polls[i].doubt_count, 1);
        check_text(loaded->box.polls[i].doubts[0], doubt);
    }
    check_int(loaded->box.polls[1].doubt_count, 0);
}

static void motions_that_are_nearly_the_same(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote,motion\nK1,for,Adopt the frailty pathway\n"
                                 "K2,for,Adopt the frailty patway\n"
                                 "K3,for,Adopt the diabetes pathway\n");
    check_counts(&loaded->diag, 0, 1);
    check_problem(&loaded->diag, 3,
                  "\"Adopt the frailty patway\" and, on line 2, \"Adopt the "
                  "frailty pathway\" are counted as two motions");
    loaded = load(arena_of(state), "meeting",
                  "practice,vote,motion\nK1,for,Motion 1\nK2,for,Motion 2\nK3,for,Option A\n"
                  "K1,for,Option B\n");
    check_counts(&loaded->diag, 0, 0);
}

/* --- Elections --- */

static void names_make_candidates(void **state)
{
    struct loaded *loaded = load(arena_of(state), "chair",
                                 "practice,candidate\nK1,Dr A\nK2,dr. a\nK3,Dr B\nK1,abstain\n"
                                 "K2,no reply\n");
    check_errors(&loaded->diag, 0);
    const struct poll *poll = &loaded->box.polls[0];
    check_true(poll->is_election);
    check_false(poll->candidates_listed);
    check_int((long long)poll->candidate_count, 2);
    check_text(poll->candidates[0].name, "Dr A");
    check_text(poll->candidates[1].name, "Dr B");
    check_int(poll->ballots[1].vote, VOTE_CANDIDATE);
    check_int((long long)poll->ballots[1].candidate, 0);
    check_int((long long)poll->ballots[2].candidate, 1);
    check_int(poll->ballots[3].vote, VOTE_ABSTAIN);
    check_int(poll->ballots[4].vote, VOTE_ABSENT);
}

static void a_list_makes_candidates(void **state)
{
    struct loaded *loaded = load_listed(arena_of(state), "chair",
                                        "practice,vote\nK1,AMY\nK2,Dr Rory Stone\nK3,Dr Rory Ston\n"
                                        "K1,Somebody Else\n");
    check_errors(&loaded->diag, 2);
    const struct message *problem =
        check_problem_in(&loaded->diag, 4, 4, 2, "no candidate is called \"Dr Rory Ston\"");
    check_contains(problem->remedy, "Did you mean \"Dr Rory Stone\"?");
    check_contains(problem->remedy, "The candidates are Dr Amy Pond and Dr Rory Stone.");
    check_problem(&loaded->diag, 5, "\"Somebody Else\"");
    const struct poll *poll = &loaded->box.polls[0];
    check_true(poll->candidates_listed);
    check_int((long long)poll->candidate_count, 2);
    check_int((long long)poll->ballots[0].candidate, 0);
    check_int((long long)poll->ballots[1].candidate, 1);
}

/* A remark that is another candidate's name, or leads to one; of secret votes too, without a name.
 */
static void a_remark_names_another_candidate(void **state)
{
#define ANOTHER_VOTE "and the row has another vote"
    static const struct {
        const char *heading, *first, *second; /* beside a vote for Amy, and one for Stone */
        unsigned listed, unlisted;            /* how many are errors */
    } cases[] = {
        {"comments", "Dr Rory Stone", "", 1, 1},
        {"comments", "should be Dr Rory Stone", "changed to Amy", 2, 2},
        {"comments", "Dr Rory Stone - after discussion", "", 1, 1},
        {"comments", "would prefer Dr Rory Stone now", "", 1, 1},
        {"comments", "Dr Amy Pond", "Dr Rory Stone", 0, 0}, /* called so on the list only */
        {"comments", "thanks to Dr Rory Stone", "spoke with Amy", 0, 0},
        {"proposed by", "Dr Rory Stone", "Amy", 0, 0},
        {"reason", "Dr Rory Stone", "", 1, 1},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *text = arena_format(arena, "practice,vote,%s\nK1,Amy,%s\nK2,Dr Rory Stone,%s\n",
                                        cases[i].heading, cases[i].first, cases[i].second);
        const struct loaded *listed = load_listed(arena, "chair", text);
        const struct loaded *unlisted = load(arena, "chair", text);
        if (listed->diag.errors != cases[i].listed || unlisted->diag.errors != cases[i].unlisted) {
            print_error("row %zu\n", i);
            print_problems(&listed->diag);
            print_problems(&unlisted->diag);
        }
        check_int(listed->diag.errors, cases[i].listed);
        check_int(unlisted->diag.errors, cases[i].unlisted);
        if (cases[i].listed > 0)
            check_problem_in(&listed->diag, 2, strlen("K1,Amy,") + 1, 3, ANOTHER_VOTE);
    }
    const struct loaded *secret =
        load(arena, "director", "practice,vote,notes\nK1,Amy,Stone\nK2,Stone,\n");
    check_errors(&secret->diag, 1);
    check_problem(&secret->diag, 2, "a vote stands here, " ANOTHER_VOTE);
}

/* What a line above the headings tells of those who stand, and of how many are elected. */
static void a_line_on_the_candidates(void **state)
{
    static const char several[] = "and one candidate is elected here",
                      ranks[] = "and each ballot is counted for one candidate alone",
                      stone[] = "and there are votes for Dr Rory Stone";
    static const struct {
        const char *line, *what;
    } cases[] = {
        {"Dr Rory Stone withdrew on the night", stone},
        {"Stone withdrew", stone},
        {"Dr Rory Stone (withdrawn)", stone},
        {"Note: Dr Rory Stone is not standing", stone},
        {"Dr Stone was found ineligible; Amy stands", stone},
        {"Candidates: Dr Amy Pond", stone},
        {"Candidates: Amy", stone},
        {"Run-off between Amy and Dr Ann Wood", stone},
        {"Shortlist: Dr Pond, Dr Wood", stone},
        {"Two seats to be filled", several},
        {"Vote for up to two candidates", several},
        {"2 vacancies", several},
        {"Three to be elected", several},
        {"Single transferable vote", ranks},
        {"STV", ranks},
        {"First preferences", ranks},
        {"Dr Ann Wood withdrew", NULL},
        {"Candidates: Dr Amy Pond, Dr Rory Stone", NULL},
        {"Candidates: Amy, Stone, Wood (withdrawn)", NULL},
        {"Candidates: see the statements", NULL},
        {"Run-off between Pond and Stone", NULL},
        {"Dr Rory Stone stood down as chair in May", NULL},
        {"Nominated by: Dr Ann Wood", NULL},
        {"One seat", NULL},
        {"Vote on 2 to 5 June", NULL},
        {"Elect two", several},
        {"Vote for one candidate", NULL},
        {"Two candidates", NULL},
        {"Election to the chair for two years", NULL},
    };
    struct arena *arena = arena_of(state);
    size_t failed = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *text = arena_format(
            arena, "%s\npractice,vote\nK1,Amy\nK2,Dr Rory Stone\nK3,Amy\n", cases[i].line);
        const struct loaded *loaded = load_listed(arena, "chair", text);
        if (loaded->diag.errors != (cases[i].what != NULL)) {
            print_error("%s\n", cases[i].line);
            print_problems(&loaded->diag);
            failed++;
        } else if (cases[i].what != NULL)
            check_problem(&loaded->diag, 1, cases[i].what);
    }
    check_int(failed, 0);
    /* Of several elections it is said of the one that the line names. */
#define POSTS "\npractice,post,vote\nK1,Chair,Dr A\nK1,Deputy,Dr B\n"
    check_int(load(arena, "chair", "Candidates: Dr A" POSTS)->diag.errors, 0);
    check_int(load(arena, "chair", "Deputy: Dr B withdrew" POSTS)->diag.errors, 1);
}

static void an_election_is_no_motion(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "chair", "practice,vote\nK1,yes\nK2,against\nK3,\n");
    check_errors(&loaded->diag, 3);
    check_contains(
        check_problem_in(&loaded->diag, 2, 4, 2, "this is an election, and \"yes\"")->remedy,
        "Write one candidate's name, abstain or no reply.");
    check_problem(&loaded->diag, 3, "this is an election");
    check_problem(&loaded->diag, 4, "the vote is blank");
}

static void candidates_that_are_nearly_the_same(void **state)
{
    struct loaded *loaded = load(arena_of(state), "chair",
                                 "practice,vote\nK1,Dr John Smith\nK2,Dr Jon Smith\nK3,Dr Wood\n");
    check_counts(&loaded->diag, 0, 1);
    check_problem(&loaded->diag, 0,
                  "\"Dr John Smith\" and \"Dr Jon Smith\" are counted as two candidates");
    check_int(loaded->box.polls[0].doubt_count, 1);
    check_text(loaded->box.polls[0].doubts[0],
               "The candidates \"Dr John Smith\" and \"Dr Jon Smith\" are counted as two people. "
               "If they are one, correct the ballots and count again.");
    loaded = load(arena_of(state), "chair",
                  "practice,vote\nK1,Dr A\nK2,Dr B\nK3,Candidate 1\nK1,Candidate 2\n"
                  "K2,Dr Amy Smith\nK3,Dr Ann Wood\n");
    check_counts(&loaded->diag, 0, 0);
    check_int(loaded->box.polls[0].doubt_count, 0);
}

static void surnames_tell_that_people_may_be_one(void **state)
{
    struct loaded *loaded = load(arena_of(state), "chair",
                                 "practice,vote\nK1,A Smith\nK2,Dr Smith\nK3,Dr John Smith\n");
    check_counts(&loaded->diag, 2, 1); /* "A" is not John, and either may be Dr Smith */
    check_problem(&loaded->diag, 0, "\"Dr John Smith\" may be \"Dr Smith\"");
    check_int(loaded->box.polls[0].doubt_count, 1);
    /* A list of candidates says who is who. */
    loaded = load_listed(arena_of(state), "chair", "practice,vote\nK1,Dr Amy Pond\nK2,Amy\n");
    check_counts(&loaded->diag, 0, 0);
    check_int(loaded->box.polls[0].doubt_count, 0);
}

static void what_names_nobody_is_no_candidate(void **state)
{
    static const char *const cells[] = {
        "Abstain (emailed)",
        "abstention - see email",
        "Absent today",
        "abstian",
        "Abstaining today",
        "abs",
        "spoilt?",
        "Spoiled papers",
        "void",
        "blank",
        "none",
        "n/a",
        "N.A.",
        "nil",
        "no vote",
        "not voting",
        "did not vote",
        "Didn't reply",
        "undecided",
        "?",
        "-",
        "withheld",
        "no repyl",
        "will not say",
        "12",
        "\xE2\x9C\x93",
        "No reply (phoned)",
        "for Dr A",
        "Voted Dr A",
        "...",
        "\xF0\x9F\x8E\x89",
        "Present only",
    };
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        struct loaded *loaded =
            load(arena_of(state), "chair",
                 arena_format(arena_of(state), "practice,vote\nK1,%s\nK2,Dr A\n", cells[i]));
        check_errors(&loaded->diag, 1);
        const struct message *problem = check_problem_in(
            &loaded->diag, 2, 4, 2,
            arena_format(arena_of(state), "\"%s\" is not the name of a candidate", cells[i]));
        check_contains(problem->remedy, "Write one candidate's name, abstain or no reply");
        check_lacks(problem->remedy, "against");
        check_int(loaded->box.polls[0].candidate_count, 1);
    }
}

static void two_names_are_not_one_candidate(void **state)
{
    static const char *const cells[] = {
        "Dr A / Dr B", "Dr A/Dr B", "Dr A; Dr B", "Dr A + Dr B",    "Dr A and Dr B",
        "Dr A AND B",  "Dr A or B", "Dr A & B",   "\"Dr A, Dr B\"", "A&B",
    };
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        struct loaded *loaded =
            load(arena_of(state), "chair",
                 arena_format(arena_of(state), "practice,vote\nK1,%s\n", cells[i]));
        check_errors(&loaded->diag, 1);
        check_contains(check_problem(&loaded->diag, 2, "looks like more than one name")->remedy,
                       "Write one candidate's name, abstain or no reply.");
    }
}

/* Names of people that hold the letters of what is refused. */
static void people_are_candidates(void **state)
{
    static const char *const names[] = {
        "Dr Anderson",  "Orla Sandor",  "Dr Blank",   "Nonie Noakes",     "No Kim",
        "Abbott",       "Absalom",      "Brent",      "\"Smith, Dr Jo\"", "\"Smith, Jo\"",
        "Dr Void",      "\xC3\x98re",   "A",          "Nil Patel",        "Dr Foral",
        "Yesim Aydin",  "Rory Forbes",  "Dr Notting", "Passmore",         "Dr Nunn (Hart)",
        "Abigail",      "\xE6\x9D\x8E", "Allan",      "Preseli Bell",     "Dr Summers",
        "\xE9\x9F\x93",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct loaded *loaded =
            load(arena_of(state), "chair",
                 arena_format(arena_of(state), "practice,vote\nK1,%s\n", names[i]));
        check_errors(&loaded->diag, 0);
        check_int(only_ballot(loaded)->vote, VOTE_CANDIDATE);
    }
}

static void a_list_may_hold_what_is_refused_elsewhere(void **state)
{
    struct arena *arena = arena_of(state);
    struct loaded *loaded = prepare(arena, "chair");
    loaded->reading.candidates = &loaded->list;
    check_true(load_candidates(arena, &loaded->diag,
                               file_of("candidates.csv", "candidate\nDr A and Dr B\nBlank\n"),
                               (struct date){0}, &loaded->list, NULL));
    read_ballots(loaded, "practice,vote\nK1,Dr A & Dr B\nK2,blank\nK3,Dr C and Dr D\nK1,void\n");
    check_errors(&loaded->diag, 2);
    check_int(loaded->box.polls[0].count, 2);
    check_problem(&loaded->diag, 4, "\"Dr C and Dr D\" looks like more than one name");
    check_contains(check_problem(&loaded->diag, 5, "no candidate is called \"void\"")->remedy,
                   "The candidates are Dr A and Dr B and Blank.");
}

/* --- Secret ballots --- */

/* Everything that may be told of the problems, to people and to programs. */
static const char *all_said(struct loaded *loaded)
{
    struct buffer buffer = {.arena = loaded->diag.arena};
    diag_print(&loaded->diag, &buffer, NULL, false);
    const struct message *messages = diag_messages(&loaded->diag);
    for (size_t i = 0; i < loaded->diag.count; i++)
        if (messages[i].place.text != NULL)
            buffer_add(&buffer, messages[i].place.text);
    return buffer_text(&buffer);
}

/* Who may be voted for is public, and is told where a name is none of theirs. */
static const char *without_candidates(struct arena *arena, const char *said)
{
    static const char listed[] = "The candidates are Dr Amy Pond and Dr Rory Stone.";
    struct buffer line = {.arena = arena}, rest = {.arena = arena};
    for (; *said != '\0'; said++) {
        bool wrapped = strncmp(said, "\n  ", 3) == 0; /* one space of the two is left */
        buffer_add_bytes(&line, said, wrapped ? 0 : 1);
        said += wrapped;
    }
    const char *at = buffer_text(&line);
    for (const char *next; (next = strstr(at, listed)) != NULL; at = next + strlen(listed))
        buffer_add_bytes(&rest, at, (size_t)(next - at));
    buffer_add(&rest, at);
    return buffer_text(&rest);
}

static void check_silence(struct loaded *loaded)
{
    static const char *const words[] = {"Pond",  "Amy",    "Rory",    "Stone", "Ston",
                                        "Zebra", "Hidden", "\"yes\"", "777"};
    const char *said = without_candidates(loaded->diag.arena, all_said(loaded));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strstr(said, words[i]) == NULL)
            continue;
        print_error("\"%s\" is told:\n%s\n", words[i], said);
        fail();
    }
}

static void a_secret_cell_that_names_nobody_is_not_quoted(void **state)
{
    static const char *const cells[] = {"Zebra / Dr Amy Pond", "Zebra and Stone", "not Zebra",
                                        "void", "-"};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        struct loaded *loaded =
            load(arena_of(state), "director",
                 arena_format(arena_of(state), "practice,vote\nK1,%s\n", cells[i]));
        check_errors(&loaded->diag, 1);
        const struct message *problem =
            check_problem(&loaded->diag, 2, "this is not the name of a candidate");
        check_text(problem->remedy, "Write one candidate's name, abstain or no reply.");
        check_silence(loaded);
    }
}

static const char secret_faults[] =
    "practice,vote,role,voter,notified,interest,received\n"
    "K1,Dr Amy Pond,lead,,,,\n"               /* 2: nothing wrong */
    "Ash,Dr Rory Ston,,,,,\n"                 /* 3: two */
    "K2,Zebra,Hidden,,Hidden,Hidden,Hidden\n" /* 4: five */
    "K2,Dr Amy\"Pond,,,,,\n"                  /* 5 */
    "K2,Dr Amy Pond,1,777,lead,,,,x\n"        /* 6 */
    "K2,\"Dr Amy Pond,lead,,,,\n"             /* 7 */
    "K2,yes,,,,,\n"                           /* 8 */
    "K2,Dr Rory\xE9,,,,,\n"                   /* 9 */
    "Dr Amy Pond,K2,,,,,\n"                   /* 10: two, the cells in the wrong order */
    "K2\n";                                   /* 11 */

static void secret_votes_stand_in_no_message(void **state)
{
    struct loaded *loaded = load_listed(arena_of(state), "director", secret_faults);
    check_counts(&loaded->diag, 15, 1); /* that of row 2 has no time */
    check_silence(loaded);
    check_problem_in(&loaded->diag, 3, 0, 1, "no practice has this name");
    check_problem_in(&loaded->diag, 3, 0, 2, "this is not the name of a candidate");
    check_problem_in(&loaded->diag, 4, 0, 2, "this is not the name of a candidate");
    check_problem_in(&loaded->diag, 4, 0, 3, "this is not a role");
    check_problem(&loaded->diag, 4, "this is neither yes nor no");
    check_problem(&loaded->diag, 8, "this is an election");
    check_problem_in(&loaded->diag, 9, 0, 2, "may not");
}

static void secret_votes_may_be_asked_for(void **state)
{
    struct loaded *loaded = prepare(arena_of(state), "director");
    loaded->reading.candidates = &loaded->list;
    loaded->reading.show_ballots = true;
    read_ballots(loaded, secret_faults);
    check_counts(&loaded->diag, 15, 1);
    check_contains(check_problem(&loaded->diag, 3, "\"Dr Rory Ston\"")->remedy, "Dr Rory Stone");
    check_contains(check_problem(&loaded->diag, 6, "cells")->remedy, "1,777");
    check_text(place_of(loaded, 0).text, "K1,Dr Amy Pond,lead,,,,");
}

static void one_secret_row_hides_the_file(void **state)
{
    static const char *const files[] = {
        "practice,vote,motion,decision\nK1,Zebra,A,meeting\nK2,Dr Amy Pond,B,director\n",
        /* It cannot be told what is decided, and it may be secret. */
        "practice,vote,motion,decision\nK1,Zebra,A,meeting\nK2,Dr Amy Pond,B,\n",
        "practice,vote,motion,decision\nK1,Zebra,A,meeting\nK2,Dr Amy Pond,B,direct\n",
        "practice,vote,motion,decision\nK1,Zebra,A,meeting\nK2,Dr \"Amy Pond,B,director\n",
        "practice,vote\nOak,Zebra\n",
        /* The first ballot is where the header should be. */
        "K2,Dr Amy Pond\nK1,Zebra\n",
        "practice,vote\xE9\nK1,\"Zebra\n",
        "Beech House,Dr Amy Pond,Other,Name\nK1,Zebra,deputy,x\n",
        "Beech Hous,Dr Amy Pond,Other,Name\nK1,Zebra,deputy,x\n",
        /* A quotation mark left open in a heading takes ballots into it. */
        "practice,vote,role,\"reason\nK2,Dr Amy Pond,\"\nK1,Dr Rory Stone,lead,\n",
        "practice,vote,role,received,\"reason\nK2,Dr Amy Pond\nK1,Zebra,lead,\"\nK3,Zebra,,,\n",
        "practice,vote,\"reason\nK2\"\nK1,Zebra,deputy\n",
        "practice,\"vote\nK2,Dr Amy Pond\nK1\",role\nK3,Zebra,deputy\n",
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct loaded *loaded = load(arena_of(state), NULL, files[i]);
        check_false(loaded->usable);
        check_silence(loaded);
    }
    struct loaded *loaded =
        load(arena_of(state), "director", "vote,practice\nDr Amy Pond,Oak\nDr Amy Pond,K1\n");
    check_silence(loaded);
    check_problem_in(&loaded->diag, 2, 0, 2, "no practice has this name");
    check_int((long long)place_of(loaded, 0).cell, 2);
}

static void open_votes_are_shown(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), NULL, "practice,vote,decision\nK1,Zebra,meeting\nK2,for,meeting\n");
    check_errors(&loaded->diag, 1);
    check_text(check_problem(&loaded->diag, 2, "\"Zebra\"")->place.text, "K1,Zebra,meeting");
    check_contains(place_of(loaded, 0).text, "K2,for");
}

/* Line 4 is left out of the count, by interest, role or as a proxy; so who it is for is not said.
 */
static void who_was_left_out_is_compared_with_nobody(void **state)
{
    static const char *const rows[] = {"K3,Dr Gamma,lead,yes", "K3,Dr Gamma,observer,",
                                       "K3,Dr Gamma,proxy,"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *text =
            arena_format(arena_of(state),
                         "practice,vote,role,interest\nK1,Dr Gama,,\nK2,Dr Beta,,\n%s\n", rows[i]);
        struct loaded *loaded = load(arena_of(state), "director", text);
        check_counts(&loaded->diag, 0, 0);
        check_int((long long)loaded->box.polls[0].doubt_count, 0);
    }
    check_counts(
        &load(arena_of(state), "director", "practice,vote\nK1,Dr Gama\nK3,Dr Gamma\n")->diag, 0, 1);
}

static void close_candidates_are_named_without_a_line(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "director", "practice,vote\nK1,Dr John Smith\nK2,Dr Jon Smith\n");
    check_counts(&loaded->diag, 0, 1);
    const struct message *problem = check_problem(&loaded->diag, 0, "two candidates");
    check_int((long long)problem->place.cell, 0);
}

/* --- What cannot be read --- */

static void without_rules_or_roll(void **state)
{
    struct loaded *loaded = prepare(arena_of(state), "meeting");
    loaded->reading.rules = NULL;
    read_ballots(loaded, "practice,vote,role\nK1,for,lead\nOak,Zebra,Hidden\n");
    check_errors(&loaded->diag, 2);
    check_silence(loaded);
    check_problem(&loaded->diag, 3, "no practice has this name");
    check_problem(&loaded->diag, 3, "this is not a role");

    /* Only the rules say that the members are parishes. */
    loaded = prepare(arena_of(state), "meeting");
    loaded->reading.rules = NULL;
    read_ballots(loaded, "parish,vote,role\nK1,for,lead\nOak,Zebra,Hidden\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 3, "this is not a role");
    loaded = prepare(arena_of(state), "meeting");
    loaded->reading.rules = NULL;
    read_ballots(loaded, "parish,answer\nK1,for\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 1, "there is no column \"vote\"");

    /* And that it is no election, in which nobody is for or against. */
    static const char *const titles[] = {"Votes for: 2", "Vote: 2-0"};
    for (size_t i = 0; i < 2; i++) {
        loaded = prepare(arena_of(state), "meeting");
        loaded->reading.rules = NULL;
        read_ballots(loaded,
                     arena_format(arena_of(state), "%s\npractice,vote\nK1,for\n", titles[i]));
        check_int(loaded->diag.errors, 0);
    }

    /* Without a roll nobody has two. */
    loaded = prepare(arena_of(state), "meeting");
    loaded->reading.roll = NULL;
    read_ballots(loaded, "practice,vote,received\nOak,for,05/06/2015 10:00\n"
                         "Oak,against,05/06/2015 11:00\n");
    check_counts(&loaded->diag, 0, 1);

    loaded = prepare(arena_of(state), "meeting");
    loaded->reading.roll = NULL;
    read_ballots(loaded, "practice,vote\nOak,for\nOak,maybe\n,for\n");
    check_errors(&loaded->diag, 2);
    check_problem(&loaded->diag, 3, "\"maybe\" is not a vote");
    check_problem(&loaded->diag, 4, "the practice is blank");
    check_int((long long)loaded->box.rows, 0);
}

static void many_motions_and_candidates_are_quick(void **state)
{
    struct arena *arena = arena_of(state);
    struct buffer text = {.arena = arena};
    buffer_add(&text, "practice,vote,motion\n");
    for (int i = 0; i < 20000; i++)
        buffer_format(&text, "K1,Dr %d,Post %d\n", i, i % 5000);
    struct loaded *loaded = load(arena, "chair", buffer_text(&text));
    check_errors(&loaded->diag, 0);
    check_int((long long)loaded->box.poll_count, 5000);
    check_int((long long)loaded->box.polls[4999].candidate_count, 4);
    check_int((long long)loaded->box.rows, 20000);
}

/* Rows that say the same of different members are read once; not so what depends on the member, or
 * on the rows before. */
static void rows_that_are_alike(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "meeting",
             "practice,vote\nK1,yes\nK2,yes\nK9,yes\n\nWallingford Medical Centre,yes\n");
    check_counts(&loaded->diag, 1, 0);
    check_problem(&loaded->diag, 4, "no practice is called \"K9\"");
    loaded = load(arena_of(state), "meeting",
                  "practice,vote\nK1,yes\nK2,yes\n\nWallingford Medical Centre,yes\n");
    check_counts(&loaded->diag, 0, 0);
    check_int((long long)loaded->box.polls[0].count, 3);
    for (size_t i = 0; i < 3; i++) {
        const struct ballot *ballot = &loaded->box.polls[0].ballots[i];
        check_int((long long)ballot->member->index, (long long)i);
        check_int((long long)ballot->line, i < 2 ? (long long)i + 2 : 5);
        check_int(ballot->vote, VOTE_FOR);
    }
    loaded = load(arena_of(state), "meeting", "practice,vote,list size\nK1,yes,10\nK2,yes,10\n");
    check_counts(&loaded->diag, 1, 0);
    check_problem(&loaded->diag, 3, "the list size of Beech House is 20");
    loaded = load(arena_of(state), "meeting",
                  "practice,vote,comment\nK1,yes,The Ash Surgery\nK2,yes,The Ash Surgery\n");
    check_int((long long)loaded->diag.errors, 1);
    check_problem(&loaded->diag, 3, "names another practice than its row is of");
    loaded = load(arena_of(state), "meeting",
                  "practice,vote,received\nK1,yes,\nK2,yes,\nK3,yes,2015-06-24 17:00\n");
    check_counts(&loaded->diag, 0, 1);
    check_problem(&loaded->diag, 2, "here and in 1 more row");
    /* Each is warned of, */
    loaded = load(arena_of(state), "meeting",
                  "practice,vote,notes\nK1,for,please accept our apologies\n"
                  "K2,for,please accept our apologies\nK3,for,please accept our apologies\n");
    for (size_t line = 2; line <= 4; line++)
        check_int(problems_on(&loaded->diag, line, SEVERITY_WARNING), 1);
    loaded = load(arena_of(state), "meeting",
                  "practice,vote,interest\nK1,absent,yes\nK2,absent,yes\nK3,absent,yes\n");
    for (size_t line = 2; line <= 4; line++)
        check_int(problems_on(&loaded->diag, line, SEVERITY_WARNING), 1);
    /* and counted of its own way to write a name. */
    loaded = load(arena_of(state), "chair", "practice,vote\nK1,Dr Pond\nK2,dr pond\nK3,dr pond\n");
    check_int((long long)loaded->box.polls[0].candidate_count, 1);
    check_text(loaded->box.polls[0].candidates[0].name, "dr pond");
}

/* A ballot is held by what it says: whose it is, its line and its row are its own all the same,
 * also behind a row that goes on over a line break. */
static void ballots_that_say_the_same(void **state)
{
    static const struct {
        size_t member, line, row;
        enum vote vote;
        enum role role;
    } wanted[] = {{0, 2, 2, VOTE_FOR, ROLE_LEAD},
                  {1, 3, 3, VOTE_FOR, ROLE_LEAD},
                  {2, 5, 4, VOTE_FOR, ROLE_DEPUTY},
                  {2, 6, 5, VOTE_FOR, ROLE_LEAD},
                  {0, 7, 6, VOTE_AGAINST, ROLE_LEAD}};
    struct loaded *loaded = prepare(arena_of(state), "meeting");
    struct bytes bytes = file_of(
        "ballots.csv", "practice,vote,role,lunch\nK1,yes,,\nBeech House,yes,,\"soup\nfish\"\n"
                       "K3,yes,deputy,\nK3,yes,,\nK1,no,,\n");
    bytes.multi_line = true;
    check_true(
        load_ballots(loaded->diag.arena, &loaded->diag, bytes, &loaded->reading, &loaded->box));
    const struct poll *poll = &loaded->box.polls[0];
    check_int((long long)poll->count, sizeof wanted / sizeof *wanted);
    struct ballot_walk walk = poll_walk(poll);
    const struct ballot *first = NULL;
    for (size_t i = 0; ballot_next(&walk); i++) {
        const struct ballot ballot = walk_ballot(&walk);
        first = i == 0 ? walk.says : first;
        check_int(walk.says == first, i < 2);
        check_int((long long)ballot.member->index, (long long)wanted[i].member);
        check_int((long long)walk.member, (long long)wanted[i].member);
        check_int(ballot.line, (long long)wanted[i].line);
        check_int(ballot.row, (long long)wanted[i].row);
        check_int(ballot.vote, wanted[i].vote);
        check_int(walk.says->role, wanted[i].role);
        check_true(ballot.details->voter == NULL);
    }
}

/* Slips come back as they were put: of members in order, back and far apart, on lines that follow,
 * jump and stay, saying what takes a byte and what takes more. */
static void slips_come_back(void **state)
{
    enum {
        MEMBERS = 300000,
        SAYINGS = 5000,
        SLIPS = 20000,
    };
    struct arena *arena = arena_of(state);
    struct member *members = arena_alloc(arena, MEMBERS, sizeof *members);
    for (size_t i = 0; i < MEMBERS; i++)
        members[i].index = i;
    struct sayings *sayings = sayings_new(arena, members);
    const struct ballot_details none = {0};
    struct ballot_details *details = sayings_details(sayings, &none);
    for (uint32_t i = 0; i < SAYINGS; i++) {
        const struct ballot ballot = {.vote = VOTE_CANDIDATE, .candidate = i, .details = details};
        check_int(sayings_number(sayings, &ballot), i);
    }
    struct slip_list list = {.likely = 10};
    struct ballot_slip *put = arena_alloc(arena, SLIPS, sizeof *put);
    uint64_t random = 12;
    for (size_t i = 0; i < SLIPS; i++) {
        static const uint32_t of_members[] = {1, 1, 1, 0, 70000}, of_lines[] = {1, 1, 3, 0, 200000};
        const struct ballot_slip *before = i == 0 ? put : &put[i - 1];
        random = random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        put[i].member = (before->member + of_members[(random >> 33) % 5]) % MEMBERS;
        put[i].line = before->line + of_lines[(random >> 40) % 5];
        put[i].says = (random >> 47) % 4 == 0 ? (uint32_t)((random >> 50) % SAYINGS) : 1;
        slips_add(arena, &list, &put[i]);
    }
    struct ballot_walk walk = slips_walk(&list, sayings);
    for (size_t i = 0; i < SLIPS; i++) {
        check_true(ballot_next(&walk));
        const struct ballot ballot = walk_ballot(&walk);
        check_int((long long)walk.member, put[i].member);
        check_true(ballot.member == &members[put[i].member]);
        check_int(ballot.line, put[i].line);
        check_int(ballot.candidate, put[i].says);
    }
    check_false(ballot_next(&walk));
    struct slip_list blank = {0};
    walk = slips_walk(&blank, sayings);
    check_false(ballot_next(&walk));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(takes_of_one_vote),
        test_with_arena(votes_beside_those_that_are_told),
        test_with_arena(which_column_is_the_vote),
        test_with_arena(marks_beside_the_vote),
        test_with_arena(what_a_word_may_be),
        test_with_arena(what_is_wrong_is_told_alone),
        test_with_arena(who_came_is_named),
        test_with_arena(lines_that_are_passed_over),
        test_with_arena(posts_that_nobody_votes_for),
        test_with_arena(a_heading_over_those_away),
        test_with_arena(a_remark_is_told_once),
        test_with_arena(what_stands_beside_a_vote),
        test_with_arena(a_candidate_of_no_election),
        test_with_arena(a_response_beside_a_vote),
        test_with_arena(a_whole_row),
        test_with_arena(rows_that_are_alike),
        test_with_arena(ballots_that_say_the_same),
        test_with_arena(slips_come_back),
        test_with_arena(the_least_row),
        test_with_arena(the_words_of_a_vote),
        test_with_arena(what_is_not_a_vote),
        test_with_arena(an_interest_may_leave_the_vote_blank),
        test_with_arena(roles),
        test_with_arena(words_that_are_only_nearly_right),
        test_with_arena(a_form_tells_the_time_too),
        test_with_arena(being_told_and_times),
        test_with_arena(a_day_of_notice_that_may_be_two),
        test_with_arena(times_whose_day_may_be_two),
        test_with_arena(readings_of_a_decision),
        test_with_arena(a_closing_that_is_told),
        test_with_arena(an_export_without_times),
        test_with_arena(times_are_needed_where_the_vote_closes),
        test_with_arena(what_is_told_of_times),
        test_with_arena(doubts_about_blank_times),
        test_with_arena(what_tells_several_votes_apart),
        test_with_arena(what_a_title_says),
        test_with_arena(remarks_of_another_ballot),
        test_with_arena(the_names_of_proxies),
        test_with_arena(an_order_that_is_told),
        test_with_arena(numbers_of_rows_that_are_told_again),
        test_with_arena(a_number_above_the_headings),
        test_with_arena(a_day_in_a_long_line),
        test_with_arena(a_day_that_heads_nothing),
        test_with_arena(a_day_of_a_vote_of_no_day),
        test_with_arena(a_column_of_meeting_dates),
        test_with_arena(what_stands_beside_the_rows),
        test_with_arena(totals_that_are_told_to_be_none),
        test_with_arena(what_an_unread_column_may_tell),
        test_with_arena(a_column_that_is_not_there),
        test_with_arena(what_a_heading_makes_of_its_cells),
        test_with_arena(weights_beside_the_rows),
        test_with_arena(what_a_line_says_of_a_member),
        test_with_arena(areas_beside_the_rows),
        test_with_arena(votes_in_other_words),
        test_with_arena(what_a_name_says),
        test_with_arena(a_proxy_of_another_practice),
        test_with_arena(an_interest_that_cannot_be_read),
        test_with_arena(motions_that_are_none),
        test_with_arena(what_a_remark_contradicts),
        test_with_arena(answers_of_another_file),
        test_with_arena(what_a_long_remark_may_deny),
        test_with_arena(what_a_short_remark_takes_back),
        test_with_arena(initials_in_a_column_of_states),
        test_with_arena(what_a_remark_says_of_others),
        test_with_arena(what_stands_against_a_consensus),
        test_with_arena(what_is_no_evidence),
        test_with_arena(practices_are_known),
        test_with_arena(codes_that_nobody_has),
        test_with_arena(codes_and_names_agree),
        test_with_arena(the_rolls_own_word),
        test_with_arena(columns_that_must_be_there),
        test_with_arena(columns_that_are_headed_otherwise),
        test_with_arena(a_heading_that_is_given_for_another_column),
        test_with_arena(headings_that_are_given),
        test_with_arena(a_word_in_a_long_heading),
        test_with_arena(a_cell_that_may_tell_of_absence),
        test_with_arena(a_code_in_brackets),
        test_with_arena(nobody_has_numbers_of_votes),
        test_with_arena(a_ballot_for_each_side),
        test_with_arena(sides_of_a_row_tell_who_cast_them),
        test_with_arena(a_heading_that_denies),
        test_with_arena(a_remark_that_names_another),
        test_with_arena(a_name_may_not_hold_a_role),
        test_with_arena(a_note_below_the_table),
        test_with_arena(motions_side_by_side),
        test_with_arena(a_column_for_each_vote),
        test_with_arena(who_represents_nobody),
        test_with_arena(a_proxy_is_no_guest),
        test_with_arena(votes_for_posts),
        test_with_arena(what_may_be_an_answer_is_asked),
        test_with_arena(rows_that_a_column_tells_apart),
        test_with_arena(headings_below_titles),
        test_with_arena(a_title_above_the_ballots),
        test_with_arena(a_ballot_above_the_headings),
        test_with_arena(a_row_of_totals),
        test_with_arena(each_motion_is_a_poll),
        test_with_arena(motions_with_numbers_are_apart),
        test_with_arena(spellings_that_are_alike_by_chance),
        test_with_arena(a_motion_from_outside),
        test_with_arena(decisions_are_known_and_agree),
        test_with_arena(nothing_says_what_is_decided),
        test_with_arena(a_constitution_with_one_kind_of_decision),
        test_with_arena(doubts_reach_both_polls),
        test_with_arena(motions_that_are_nearly_the_same),
        test_with_arena(names_make_candidates),
        test_with_arena(a_list_makes_candidates),
        test_with_arena(a_remark_names_another_candidate),
        test_with_arena(a_line_on_the_candidates),
        test_with_arena(an_election_is_no_motion),
        test_with_arena(candidates_that_are_nearly_the_same),
        test_with_arena(surnames_tell_that_people_may_be_one),
        test_with_arena(what_names_nobody_is_no_candidate),
        test_with_arena(two_names_are_not_one_candidate),
        test_with_arena(people_are_candidates),
        test_with_arena(a_list_may_hold_what_is_refused_elsewhere),
        test_with_arena(a_secret_cell_that_names_nobody_is_not_quoted),
        test_with_arena(secret_votes_stand_in_no_message),
        test_with_arena(secret_votes_may_be_asked_for),
        test_with_arena(one_secret_row_hides_the_file),
        test_with_arena(open_votes_are_shown),
        test_with_arena(who_was_left_out_is_compared_with_nobody),
        test_with_arena(close_candidates_are_named_without_a_line),
        test_with_arena(without_rules_or_roll),
        test_with_arena(many_motions_and_candidates_are_quick),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
