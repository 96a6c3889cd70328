/* SPDX-License-Identifier: MIT */
#include "unit/check_problems.h"

#include "quorate/tables.h"

/* What lines above the headings say of the vote as a whole, held against what is counted. */

static const char rules_text[] = "decision,rule,value,clause,reading\n"
                                 "*,body,Thames Locality Group,,\n"
                                 "*,locality,South East Oxfordshire,,\n"
                                 "meeting,weight,one vote per practice,,\n"
                                 "meeting,passes,more than half of votes cast,,\n"
                                 "email,weight,one vote per practice,,\n"
                                 "email,passes,more than half of the practices replying,,\n"
                                 "mail,weight,one vote per practice,,\n"
                                 "mail,passes,more than half of the practices replying,,\n"
                                 "censure,weight,one vote per practice,,\n"
                                 "censure,passes,more than half of votes cast,,\n"
                                 "censure by email,weight,one vote per practice,,\n"
                                 "censure by email,passes,more than half of votes cast,,\n"
                                 "chair,weight,one vote per practice,,\n"
                                 "chair,elects,most votes,,\n";

static const char roll_text[] = "practice,code,list size\nAsh Tree,K1,10\nBeech House,K2,20\n"
                                "Cedar Court,K3,30\nDell Surgery,K4,40\nElm Lodge,K5,50\n"
                                "Fern Bank,K6,60\n";

struct loaded {
    struct diag diag;
    struct rules rules;
    struct roll roll;
    struct ballot_reading reading;
    struct ballot_box box;
};

/* The line above these rows, which are of that kind of decision. */
static struct loaded *load(struct arena *arena, const char *decision, const char *motion,
                           const char *line, const char *rows)
{
    struct loaded *loaded = arena_alloc(arena, 1, sizeof *loaded);
    loaded->diag.arena = arena;
    check_true(
        load_rules(arena, &loaded->diag, file_of("rules.csv", rules_text), &loaded->rules, NULL));
    check_true(load_roll(arena, &loaded->diag, file_of("practices.csv", roll_text), NULL,
                         &loaded->roll, NULL));
    loaded->reading = (struct ballot_reading){
        .rules = &loaded->rules, .roll = &loaded->roll, .decision = decision, .motion = motion};
    const char *text = arena_format(arena, "%s\n%s", line, rows);
    load_ballots(arena, &loaded->diag, file_of("ballots.csv", text), &loaded->reading,
                 &loaded->box);
    return loaded;
}

static void check_line(struct loaded *loaded, const char *line, const char *what)
{
    if (loaded->diag.errors != (what != NULL)) {
        print_error("\"%s\"\n", line);
        print_problems(&loaded->diag);
    }
    check_int(loaded->diag.errors, what != NULL);
    if (what != NULL)
        check_problem(&loaded->diag, 1, what);
}

static const char two_to_one[] = "practice,vote\nK1,for\nK2,for\nK3,against\n";

static void of_which_kind_they_are(void **state)
{
#define COUNTED(kind) "and the rows are counted as \"" kind "\""
    static const struct {
        const char *decision, *line, *what;
    } cases[] = {
        {"meeting", "Email", COUNTED("meeting")},
        {"meeting", "E-mail", COUNTED("meeting")},
        {"meeting", "Email votes", COUNTED("meeting")},
        {"meeting", "These are votes by e-mail", COUNTED("meeting")},
        {"meeting", "Replies to the mailing, votes by e-mail", COUNTED("meeting")},
        {"meeting", "Replies to the mailing, by e-mail", NULL},
        {"meeting", "The ballot of censure", COUNTED("meeting")},
        {"meeting", "Votes by the mail", COUNTED("meeting")},
        {"meeting", "Decision: email", COUNTED("meeting")},
        {"meeting", ",;Kind of vote: \"E-mail\";,", COUNTED("meeting")},
        {"meeting", "Decision: meeting", NULL},
        {"meeting", "Decision:", NULL},
        {"meeting", "Decision: sent by email", NULL},
        {"meeting", "Sent by: email", NULL},
        {"meeting", "Email addresses", NULL},
        {"meeting", "Votes at the meeting", NULL},
        {"meeting", "Votes by email, for the meeting", NULL},
        /* What is voted on in a room may be put to a meeting, and what is replied to not. */
        {"censure", "Votes at the meeting", NULL},
        {"email", "Votes at the meeting", COUNTED("email")},
        /* One whose name has that of another in it is both, and not the other way round. */
        {"censure by email", "Votes by email", NULL},
        {"censure by email", "Vote of censure", NULL},
        {"censure", "Vote of censure by email", COUNTED("censure")},
        {"censure", "Vote of censure", NULL},
        {"censure", "Votes by email", COUNTED("censure")},
        {"censure", "Censure: votes by email", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_line(load(arena_of(state), cases[i].decision, NULL, cases[i].line, two_to_one),
                   cases[i].line, cases[i].what);
}

static void of_whom_and_how_many_they_are(void **state)
{
#define LOCALITY "and the rules are of South East Oxfordshire"
#define MORE     "and the rows below are counted as all"
#define MEMBER   "where nothing is read of a practice"
    static const struct {
        const char *line, *what;
    } cases[] = {
        {"Locality: South East Oxfordshire", NULL},
        {"Locality: South East Oxfordshire CCG", NULL},
        {"Locality: East Oxfordshire", NULL},
        {"Locality: SE Oxfordshire", NULL},
        {"Locality: South EO", NULL},
        {"Locality: S East Oxfordshire", NULL},
        {"Locality: SEO", NULL},
        {"Locality: SE", NULL},
        {"Locality: Thames", NULL},
        {"Locality: TL Group", NULL},
        {"Locality: North East Oxfordshire", LOCALITY},
        {"Locality: SE Oxon", LOCALITY},
        {"Locality: SEOX", LOCALITY},
        {"Locality: SEO Oxfordshire", LOCALITY},
        {"Locality: South West Oxfordshire", LOCALITY},
        {"Locality: Sough East Oxfordshire", LOCALITY},
        {"Locality: Sout East Oxfordshire", LOCALITY},
        {"Place: North East Oxfordshire", NULL},
        {"Votes; locality: North East Oxfordshire", LOCALITY},
        /* That there are more. */
        {"Page 1 of 2", MORE},
        {"Ballots, sheet 3 of 3", MORE},
        {"Page 1 of 1", NULL},
        {"Page 1 or 2", NULL},
        {"Page one of 2", MORE},
        {"Page 1 of two", MORE},
        {"Page 2 of", NULL},
        {"Item 1 of 2", NULL},
        {"Showing 10 of 12", MORE},
        {"Showing 12 of 12", NULL},
        {"Rows 1-10 of 12", MORE},
        {"Rows 0-10 of 12", MORE},
        {"Rows 1-12 of 12", NULL},
        {"Items 1-10 of 12", NULL},
        {"1 10 of 12", NULL},
        {"Continued overleaf", MORE},
        /* What one of them did. */
        {"Beech House voted late", MEMBER},
        {"Excluding Beech House", MEMBER},
        {"The vote by Beech House", MEMBER},
        {"Vote on Beech House", NULL},
        {"Held at Beech House", NULL},
        {"Somebody voted late", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_line(load(arena_of(state), "meeting", NULL, cases[i].line, two_to_one), cases[i].line,
                   cases[i].what);
}

static void on_which_motion_they_are(void **state)
{
#define MOTION "and the rows are counted for \"Adopt the budget plan\""
    static const struct {
        const char *line, *what;
    } cases[] = {
        {"Motion: adopt the budget plan", NULL},
        {"Motion: the budget", NULL},
        {"Motion: adopt the budget plan, as amended", NULL},
        {"Motion: close the branch", MOTION},
        {"Motion: ***", NULL},
        {"Motion,close the branch", MOTION},
        {"24 June 2015; Motion: close the branch", MOTION},
        {"24 June 2015; Motion: the budget", NULL},
        {"24 June 2015,Motion:,close the branch", MOTION},
        {"24 June 2015; the motion and the vote; question: close the branch", MOTION},
        {"The budget, motion, and others", NULL},
        {"Of the motion: close the branch", NULL},
        {"24 June 2015; motion:", NULL},
        {"Moved: close the branch", NULL},
        {"Item 4: the budget of 2016", NULL},
        {"Item 4: the new plan", NULL},
        {"Item 4: the fee", MOTION},
        {"Item 4: what to adopt", NULL},
        {"Item 4: branches", MOTION},
        {"Agenda item 4: appointments", MOTION},
        {"Agenda item 4: budgets; the plan", NULL},
        {"Item 4", NULL},
        {"Item 4:", NULL},
        {"Items 4: appointments", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_line(
            load(arena_of(state), "meeting", "Adopt the budget plan", cases[i].line, two_to_one),
            cases[i].line, cases[i].what);
}

/* Four of six were there, one of them with an interest, and two of these voted. */
static const char four_there[] = "practice,vote,interest\nK1,for,\nK2,against,\nK3,abstain,\n"
                                 "K4,,yes\nK5,absent,\n";
/* One is there by two rows, of which the first is no use for a vote. */
static const char twice[] = "practice,vote,interest,role,voter,notified\nK1,,yes,deputy,,\n"
                            "K1,for,,lead,,\nK1,for,,lead,,\nK2,present,,,,\n";
static const char by_proxy[] = "practice,vote,role,voter,notified\nK1,for,proxy,Dr A,yes\n"
                               "K2,for,,,\nK3,for,,,\n";

static void how_many_they_are(void **state)
{
#define NUMBER "and the rows come to another number"
    static const struct {
        const char *rows, *line, *what;
    } cases[] = {
        {four_there, "Practices present: 2", NUMBER},
        {four_there, "Practices present: 3", NULL},
        {four_there, "Practices present: 4", NULL},
        {four_there, "Practices present: 5", NUMBER},
        {four_there, "Ballots received: 1", NUMBER},
        {four_there, "Ballots received: 2", NULL},
        {four_there, "Ballots received: 4", NULL},
        {four_there, "Ballots received: 5", NUMBER},
        {four_there, "Votes cast: 1", NUMBER},
        {four_there, "Votes cast: 2", NULL},
        {four_there, "Votes cast: 4", NULL},
        {four_there, "Votes cast: 6", NUMBER},
        {four_there, "Votes cast: 7", NULL},
        {four_there, "Present: 2", NUMBER},
        {four_there, "Present: 3", NULL},
        {four_there, "Present: 9", NULL},
        {by_proxy, "Present: 2", NULL},
        {by_proxy, "Practices present: 2", NUMBER},
        {twice, "Practices present: 1", NUMBER},
        {twice, "Practices present: 2", NULL},
        {twice, "Practices present: 3", NUMBER},
        {twice, "Ballots received: 0", NUMBER},
        {twice, "Ballots received: 1", NULL},
        {twice, "Ballots received: 4", NULL},
        {twice, "Ballots received: 5", NUMBER},
        /* Where the number stands. */
        {four_there, "Number of ballots: 5", NUMBER},
        {four_there, "5 ballots", NUMBER},
        {four_there, "4 ballots", NULL},
        {four_there, "5 ballots in the box", NULL},
        {four_there, "Ballots received: 5 of 6", NUMBER},
        {four_there, "Ballots received: 4 of 6", NULL},
        {four_there, "Ballots received: 5 so far", NULL},
        {four_there, "Ballots received: five", NUMBER},
        {four_there, "Ballots: none", NUMBER},
        {four_there, "Ballots", NULL},
        {four_there, "Turnout: 5", NUMBER},
        {four_there, "Turnout: 5%", NULL},
        /* In whatever order its words stand. */
        {four_there, "Total: 5 practices", NUMBER},
        {four_there, "Total: 4 practices", NULL},
        {four_there, "Total: 6 practices", NULL}, /* of the roll */
        {four_there, "5 practices returned a ballot", NUMBER},
        {four_there, "3 practices returned a ballot", NULL},
        {four_there, "5 ballots were returned", NUMBER},
        {four_there, "Ballots received,5", NUMBER},
        {four_there, "Ballots received,4", NULL},
        {four_there, "Ballots received,0", NUMBER},
        {four_there, "In favour,0", NUMBER},
        {four_there, "In favour,1", NULL},
        {four_there, "6 of 100 in favour", NUMBER},
        {four_there, "Chair: Dr Ash; five votes cast", NUMBER},
        {four_there, "Total: 5", NUMBER},
        {four_there, "Total: 6", NULL},
        {four_there, "Total: 77", NULL},
        {four_there, "2 of 4 in favour", NUMBER},
        {four_there, "1 of 5 in favour", NUMBER},
        {four_there, "1 of 4 in favour", NULL},
        {four_there, "1 out of 6 practices in favour", NULL},
        {four_there, "2/4 in favour", NUMBER},
        {four_there, "1/4 in favour", NULL},
        {four_there, "In favour: 1 (50%)", NULL},
        {four_there, "In favour: 2 (50%)", NUMBER},
        {four_there, "1 in favour and 2 against", NUMBER},
        {four_there, "1 in favour and 1 against", NULL},
        {four_there, "No votes against", NUMBER},
        {four_there, "Votes against: none", NUMBER},
        {four_there, "All in favour", NUMBER},
        {four_there, "All practices voted", NUMBER},
        {four_there, "All ballots", NULL},
        {four_there, "No abstentions", NUMBER},
        {four_there, "1 abstention", NULL},
        {four_there, "1 practice absent", NUMBER},
        {four_there, "2 practices absent", NULL},
        {four_there, "3 practices absent", NULL}, /* one has an interest */
        {four_there, "4 practices absent", NUMBER},
        {four_there, "4 practices did not vote", NULL},
        {four_there, "5 practices did not vote", NUMBER},
        {four_there, "4 of 6 present", NULL},
        {four_there, "5 of 6 present", NUMBER},
        {four_there, "Vote: 2-1", NUMBER},
        {four_there, "Vote: 1-1", NULL},
        {four_there, "2 votes to 1", NUMBER},
        {four_there, "Result 1 to 1", NULL},
        /* What is of something else. */
        {four_there, "Ballot 5", NULL},
        {four_there, "Ballot 0", NULL},
        {four_there, "Ballot no. 5", NULL},
        {four_there, "Votes 2015", NULL},
        {four_there, "Vote of 2/1", NULL},
        {four_there, "5 ballots in all the boxes", NULL},
        {four_there, "One vote per practice", NULL},
        {four_there, "1,0 for", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_line(load(arena_of(state), "meeting", NULL, cases[i].line, cases[i].rows),
                   cases[i].line, cases[i].what);
}

/* What a line tells of one of several motions, of each, or of one that it does not name. */
static void of_which_motion_a_number_is(void **state)
{
#define TOLD_WRONG " above the headings, and "
#define BY_MOTION                                                                                  \
    "motion,practice,vote\nBudget,K1,for\nBudget,K2,for\nBudget,K3,for\nBudget,K4,against\n"       \
    "Merger,K1,against\nMerger,K2,against\nMerger,K3,for\nMerger,K5,against\nMerger,K6,against\n"
#define SIDE_BY_SIDE                                                                               \
    "practice,Budget,Merger\nK1,for,against\nK2,for,against\nK3,for,for\nK4,against,\n"            \
    "K5,,against\nK6,,against\n"
    static const struct {
        const char *line;
        bool wrong;
    } cases[] = {
        {"Budget: 3 for, 1 against", false},
        {"Budget: 2 for, 1 against", true},
        {"Budget: 3 for, 2 against", true},
        {"Budget: 1 for, 4 against", true}, /* which is the other's */
        {"BUDGET - 3 for / 2 against", true},
        {"3 for, 2 against: Budget", true},
        {"Votes for the budget: 3", false},
        {"Votes for the budget: 1", true},
        {"Budget: 3-1", false},
        {"Budget: 4-1", true},
        {"Budget,3-1", false},
        {"Budget,4-1", true},
        {"Budget: one against", false},
        {"Budget: two against", true},
        {"Budget 2015-16", false},
        {"Budget: 3-1; Merger: 1-4", false},
        {"Budget: 3-1; Merger: 2-3", true},
        {"Budget: 3 for, 1 against; Merger: 1 for, 4 against", false},
        {"Budget: 3 for, 1 against; Merger: 1 for, 3 against", true},
        {"1 for Merger, 3 for Budget", false},
        {"1 for Budget, 3 for Merger", true},
        {"Motion 2: 1 for, 4 against", false},
        {"Motion 1: 1 for, 4 against", true},
        {"Motion 9: 3 for, 1 against", false},
        {"First motion: 3-1. Second motion: 1-4", false},
        {"First motion: 1-4. Second motion: 3-1", true},
        {"Item 2: 3 for, 1 against", false},
        {"Item 2: 3 for, 4 against", true},
        {"Budget: 4 ballots received", false},
        {"Budget: 7 ballots received", true},
        /* Of one that it does not name. */
        {"3 for, 1 against", false},
        {"Result: 1 for, 4 against", false},
        {"3 for, 4 against", true},
        {"Ballots received: 4", false},
        {"Ballots received: 9", false}, /* in all */
        {"Ballots received: 3", true},
        {"6 practices voted", false},
        /* Of whom it names. */
        {"Cedar abstained", true},
        {"Dell against", false},
        {"Dell against the budget", false},
        {"Only Dell against the budget", false},
        {"Only Beech against the budget", true},
        {"Only Cedar in favour of the merger", false},
        {"Only Dell in favour of the merger", true},
        {"Budget: Dell against; Merger: Cedar in favour", false},
        {"Budget: Dell against; Merger: Beech in favour", true},
        /* Of each. */
        {"All in favour", true},
        {"Both motions: 3 for, 1 against", true},
        {"Both: no abstentions", false},
        {"Budget and Merger", false},
    };
    static const char *const rows[] = {BY_MOTION, SIDE_BY_SIDE};
    size_t failed = 0;
    for (size_t i = 0; i < 2 * sizeof cases / sizeof *cases; i++) {
        const char *line = cases[i / 2].line, *cell = arena_format(arena_of(state), "\"%s\"", line);
        struct loaded *loaded = load(arena_of(state), "meeting", NULL, cell, rows[i % 2]);
        if (loaded->diag.errors != cases[i / 2].wrong) {
            print_error("\"%s\" above %s\n", line, rows[i % 2]);
            print_problems(&loaded->diag);
            failed++;
        } else if (cases[i / 2].wrong)
            check_problem(&loaded->diag, 1, TOLD_WRONG);
    }
    check_int(failed, 0);
}

/* In the name of a motion, and in cells below a heading of results: those of the motion's rows. */
static void in_names_and_cells(void **state)
{
#define OF_BUDGET(name, told) name ",K1,for," told "\n" name ",K2,for,\n" name ",K3,against,\n"
#define OF_MERGER(told)       "Merger,K1,against," told "\nMerger,K2,for,\nMerger,K3,against,\n"
    static const struct {
        const char *heading, *rows;
        bool wrong;
    } cases[] = {
        {"result", OF_BUDGET("Budget", "2-1") OF_MERGER("1-2"), false},
        {"result", OF_BUDGET("Budget", "3-0") OF_MERGER("1-2"), true},
        {"result", OF_BUDGET("Budget", "2 for 1 against") OF_MERGER(""), false},
        {"result", OF_BUDGET("Budget", "1 for 2 against") OF_MERGER(""), true},
        {"totals", OF_BUDGET("Budget", "") OF_MERGER("2 for 1 against"), true},
        {"outcome", OF_BUDGET("Budget", "\"2 for, 1 against\"") OF_MERGER(""), false},
        {"remark", OF_BUDGET("Budget", "3-0") OF_MERGER(""), false},
        {"remark", OF_BUDGET("Budget (2 for 1 against)", "") OF_MERGER(""), false},
        {"remark", OF_BUDGET("Budget (1 for 2 against)", "") OF_MERGER(""), true},
        {"remark", OF_BUDGET("Budget (3 in favour)", "") OF_MERGER(""), true},
        {"remark", OF_BUDGET("Budget (for 3 practices)", "") OF_MERGER(""), false},
        {"remark", OF_BUDGET("Budget (2015)", "") OF_MERGER(""), false},
        {"result", OF_BUDGET("Budget", "2-1"), false},
        {"result", OF_BUDGET("Budget", "3-0"), true},
    };
    size_t failed = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_of(state);
        struct loaded *loaded =
            load(arena, "meeting", NULL,
                 arena_format(arena, "motion,practice,vote,%s", cases[i].heading), cases[i].rows);
        if (loaded->diag.errors != cases[i].wrong) {
            print_error("%s\n%s\n", cases[i].heading, cases[i].rows);
            print_problems(&loaded->diag);
            failed++;
        }
    }
    check_int(failed, 0);
}

/* A name that a comma or a bracket would cut. */
static void of_a_motion_whose_name_is_cut(void **state)
{
    static const char rows[] = "practice,\"Merge, as amended\",Budget "
                               "(2015)\nK1,for,against\nK2,for,against\nK3,for,for\n";
    static const struct {
        const char *line;
        bool wrong;
    } cases[] = {
        {"\"Merge, as amended: 3 for, 0 against\"", false},
        {"\"Merge, as amended: 1 for, 2 against\"", true}, /* which is the other's */
        {"\"MERGE, as amended: 3-0\"", false},
        {"Budget (2015): 1-2", false},
        {"Budget (2015): 3-0", true},
        {"\"Votes for merge, as amended: 1\"", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_line(load(arena_of(state), "meeting", NULL, cases[i].line, rows), cases[i].line,
                   cases[i].wrong ? TOLD_WRONG : NULL);
}

/* In words, of a vote of 3 to 2 in which Ash Tree, Beech House and Cedar Court are for it. */
static void in_words(void **state)
{
    static const char rows[] = "practice,vote\nK1,for\nK2,for\nK3,for\nK4,against\nK6,against\n";
    static const struct {
        const char *line;
        bool wrong;
    } cases[] = {
        {"Two voted against", false},
        {"Three voted against", true},
        {"Only two against", false},
        {"Only one against", true},
        {"Just one practice voted against", true},
        {"A single vote against", true},
        {"One dissenting vote", true},
        {"Two dissenting votes", false},
        {"With one dissent", true},
        {"No one voted against", true},
        {"Unopposed", true},
        {"All but two in favour", false},
        {"All but three in favour", false}, /* of the six that there are */
        {"All but one in favour", true},
        {"Everyone except one practice voted for", true},
        {"All but two practices voted", true},
        {"All but one practice voted", false},
        {"A majority voted against", true},
        {"A majority in favour", false},
        {"Most voted against", true},
        {"More than half in favour", false},
        {"Over half voted against", true},
        {"Less than half in favour", true},
        {"Fewer than half voted against", false},
        {"Under half against", false},
        {"A minority in favour", true},
        {"A minority against", false},
        {"Half voted against", true},
        {"Half voted for", false}, /* of the six that there are */
        {"Half the practices in favour", false},
        {"First half", false},
        {"Meeting for half an hour", false},
        {"Majority in favour required", false},
        {"Only one vote for each practice", false},
        {"Supporting papers: 1", false},
        {"All agreed", false}, /* which may be of the outcome */
        {"Three practices voted for and two against", false},
        {"Four practices voted for and one against", true},
        {"Three voted yes and two voted no", false},
        {"Four voted yes and one voted no", true},
        {"Yes votes: 4", true},
        {"Yes votes: 3", false},
        {"No votes: 2", false},
        {"No votes: 3", true},
        {"Approved by three practices", false},
        {"Approved by four practices", true},
        {"Four practices supported it", false},
        {"Motion: 4-1", true},
        {"Motion: 3-2", false},
        /* By name: those alone, or all but those. */
        {"Only Dell and Fern against", false},
        {"Only Dell and FBS against", false},
        {"Only Dell against", true},
        {"Dell alone voted against", true},
        {"All but Dell in favour", true},
        {"All but Dell and Fern in favour", false},
        {"Everyone except Dell and Fern voted for", false},
        {"Everyone except Beech voted for", true},
        {"In favour: Cedar, Beech", false},
        {"In favour: Cedar, Dell", true},
        {"For: Cedar, Beech", false},
        {"For: Dell", true},
        {"For: Cedar, Beech; against: Dell and Fern", false},
        {"For: Cedar, Dell; against: Fern", true},
        {"For: Cedar; against: Fern, Beech", true},
        {"Proposed by Cedar, opposed by Dell", false},
        {"Opposed: Dell", false},
        {"Opposed: Cedar", true},
        {"Only Beech abstained", true},
        {"Lunch for all but Dell", false},
    };
    size_t failed = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = load(arena_of(state), "meeting", NULL, cases[i].line, rows);
        if (loaded->diag.errors != cases[i].wrong) {
            print_error("\"%s\"\n", cases[i].line);
            print_problems(&loaded->diag);
            failed++;
        }
    }
    check_int(failed, 0);
}

/* A column of an election that nothing reads may be of votes for another post. */
static void of_candidates_in_a_column(void **state)
{
    static const struct {
        const char *heading, *cells[4];
        size_t errors;
    } cases[] = {
        {"deputy", {"Dr B", "Dr A", "Dr A", "Dr A"}, 1},
        {"deputy", {"Dr A", "", "Dr A", ""}, 1},
        {"deputy", {"Ann Wood", "Ann Wood", "Dr A", "Dr A"}, 1},
        {"deputy", {"Ann Wood", "Ben Ash", "Eve Fern", "Dr A"}, 0},
        {"deputy", {"Ann Wood", "Ann Wood", "Ann Wood", ""}, 0},
        {"partner", {"Dr A", "Dr B", "", ""}, 0},
        {"seconder", {"Dr A", "Dr A", "Dr A", "Dr A"}, 0},
        {"Dr A", {"1", "2", "2", "1"}, 1},
        {"Dr A", {"", "", "", ""}, 0},
        {"Dr Ann", {"1", "2", "2", "1"}, 0},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *const *cells = cases[i].cells;
        const char *heading = arena_format(arena, "practice,vote,%s", cases[i].heading);
        struct loaded *loaded =
            load(arena, "chair", NULL, heading,
                 arena_format(arena, "K1,Dr A,%s\nK2,Dr B,%s\nK3,Dr A,%s\nK4,Dr A,%s\n", cells[0],
                              cells[1], cells[2], cells[3]));
        check_line(loaded, heading, cases[i].errors > 0 ? "as the one of the votes is" : NULL);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        test_with_arena(of_candidates_in_a_column),
        test_with_arena(of_which_kind_they_are),
        test_with_arena(of_whom_and_how_many_they_are),
        test_with_arena(on_which_motion_they_are),
        test_with_arena(how_many_they_are),
        test_with_arena(of_which_motion_a_number_is),
        test_with_arena(of_a_motion_whose_name_is_cut),
        test_with_arena(in_names_and_cells),
        test_with_arena(in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
