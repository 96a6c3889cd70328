/* SPDX-License-Identifier: MIT */

/* Tables that programs write of a meeting: which rows are read, and what is passed over. */
#include "unit/check_problems.h"
#include "unit/polls.h"

struct loaded {
    struct diag diag;
    struct assembly tables;
    struct ballot_box box;
};

static const char voters_text[] = "email,practice,role,name\n"
                                  "ann@x.example,Ash,lead,Ann Alder\n"
                                  "ben@x.example,Beech,deputy,Ben Birch\n"
                                  "room@x.example,Ash,deputy,\n";

static struct loaded *load(struct arena *arena, const char *text, bool attendance, bool listed)
{
    struct loaded *loaded = arena_alloc(arena, 1, sizeof *loaded);
    struct tables tables = {.rules = RULES ONE_EACH MAJORITY,
                            .roll = "practice,code,list size\n"
                                    "Ash,A1,1000\nBeech,B1,2000\nCedar,C1,3000\n",
                            .voters = voters_text};
    assemble_into(arena, &tables, &loaded->tables);
    loaded->diag.arena = arena;
    struct ballot_reading reading = {.rules = &loaded->tables.rules,
                                     .roll = &loaded->tables.roll,
                                     .voters = listed ? &loaded->tables.voters : NULL,
                                     .attendance = attendance};
    load_ballots(arena, &loaded->diag, file_of("list.csv", text), &reading, &loaded->box);
    lay_out_ballots(arena, &loaded->box);
    return loaded;
}

#define TEAMS_TOP  "1. Summary\r\nMeeting title\tGroup\r\n\r\n2. Participants\r\n"
#define TEAMS_HEAD "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tUPN\tRole\r\n"
#define TEAMS_ROWS                                                                                 \
    "Ann Alder\t6/24/15, 5:00:11 PM\t6/24/15, 6:00:00 PM\t1h\tann@x.example\t\tOrganizer\r\n"      \
    "Ash\t6/24/15, 5:00:11 PM\t6/24/15, 6:00:00 PM\t1h\troom@x.example\t\tAttendee\r\n"
#define TEAMS_NEXT "\r\n3. In-Meeting Activities\r\nName\tJoin Time\tEmail\r\n"

static void a_report_of_teams(void **state)
{
    struct loaded *loaded = load(arena_of(state),
                                 TEAMS_TOP TEAMS_HEAD TEAMS_ROWS TEAMS_NEXT
                                 "Ann Alder\t6/24/15, 5:00:11 PM\t\r\nAsh\tx\t\r\n",
                                 true, true);
    check_counts(&loaded->diag, 0, 3);
    check_problem(&loaded->diag, 1,
                  "3 lines above the headings are passed over; the first is "
                  "\"1. Summary\"");
    check_problem_in(&loaded->diag, 5, 6, 2, "\"UPN\" and \"Role\" are not used");
    check_problem(&loaded->diag, 9,
                  "4 lines behind the table are passed over; the first is "
                  "\"3. In-Meeting Activities\"");
    check_int((long long)loaded->box.rows, 2);
    check_int((long long)loaded->box.polls[0].ballots[0].line, 6);
    check_int(loaded->box.polls[0].ballots[0].role, ROLE_LEAD);
    check_int((long long)loaded->box.polls[0].doubt_count, 1);
}

static void a_section_that_knows_more_than_the_table(void **state)
{
    struct loaded *loaded = load(
        arena_of(state),
        TEAMS_TOP TEAMS_HEAD TEAMS_ROWS TEAMS_NEXT "Cedar\t6/24/15, 5:00:11 PM\t\r\n", true, true);
    check_counts(&loaded->diag, 1, 1);
    check_problem(&loaded->diag, 11, "Cedar stands behind the table, where no rows are read");
}

static void a_report_of_people_who_joined_holds_no_votes(void **state)
{
    struct loaded *loaded = load(arena_of(state), TEAMS_TOP TEAMS_HEAD TEAMS_ROWS, false, true);
    check_contains(check_problem(&loaded->diag, 5, "there is no column \"vote\"")->remedy,
                   "This says who joined a meeting, and holds no votes. quorate quorum tells");
    loaded = load(arena_of(state), TEAMS_TOP TEAMS_HEAD TEAMS_ROWS, true, false);
    check_contains(check_problem(&loaded->diag, 5, "there is no column \"practice\"")->remedy,
                   "Give the list of voters (--voters)");
}

static void an_earlier_report_of_teams(void **state)
{
    struct loaded *loaded =
        load(arena_of(state),
             "Meeting Summary\nTotal Number of Participants\t1\n\n"
             "Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)\n"
             "Ben Birch\tx\ty\t1h\tben@x.example\tPresenter\t\n",
             true, true);
    check_counts(&loaded->diag, 0, 2);
    check_int((long long)loaded->box.rows, 1);
    check_int(loaded->box.polls[0].ballots[0].role, ROLE_DEPUTY);
    check_text(loaded->box.polls[0].ballots[0].details->voter, "Ben Birch");
}

static void a_list_of_teams_without_addresses(void **state)
{
    static const char list[] =
        "Full Name\tUser Action\tTimestamp\nAnn\tJoined\t6/24/2015, 5:00 PM\n";
    struct loaded *loaded = load(arena_of(state), list, true, true);
    check_contains(check_problem(&loaded->diag, 1, "there is no column \"practice\"")->remedy,
                   "Add a column \"practice\", or a column \"email\" and the list of voters");
    loaded = load(arena_of(state),
                  "Full Name,User Action,Timestamp,Practice\nAnn,Joined,\"6/24/2015, 5:00\",Ash\n"
                  "Ann,Left,\"6/24/2015, 5:30\",Ash\n",
                  true, false);
    check_counts(&loaded->diag, 0, 1);
    check_int((long long)loaded->box.rows, 2);
}

static void participants_of_zoom(void **state)
{
    static const char *const lists[] = {
        "Name (Original Name),User Email,Total Duration (Minutes),Guest\n"
        "Ann A,ann@x.example,65,No\nTablet,,10,Yes\n",
        "Meeting ID,Topic,Start Time,User Email,Duration (Minutes),Participants,\n"
        "812 3456,Group,06/24/2015 05:00:00 PM,ben@x.example,91,2,\n\n"
        "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n"
        "Ann A,ann@x.example,x,y,65,No\nTablet,,x,y,10,Yes\n"};
    for (size_t i = 0; i < 2; i++) {
        struct loaded *loaded = load(arena_of(state), lists[i], true, true);
        check_counts(&loaded->diag, 0, i + 2);
        check_problem(&loaded->diag, i == 0 ? 3 : 6, "Tablet is not in voters.csv");
        check_int((long long)loaded->box.rows, 2);
        check_int((long long)loaded->box.polls[0].other_count, 1);
        check_text(loaded->box.polls[0].others[0].name, "Tablet");
        check_text(loaded->box.polls[0].ballots[0].member->name, "Ash");
        check_text(loaded->box.polls[0].ballots[0].details->voter, "Ann A");
        check_int((long long)loaded->box.polls[0].doubt_count, 1);
    }
}

static const char *motion_of(const struct loaded *loaded, size_t poll)
{
    return loaded->box.polls[poll].motion;
}

#define POLL_HEAD "#,User Name,User Email,Submitted Date/Time"
#define BY_ANN    "1,Ann,ann@x.example,\"Jun 24, 2015 17:40:11\","
#define BY_BEN    "2,Ben,ben@x.example,\"Jun 24, 2015 17:40:15\","

static void a_poll_of_zoom_with_the_question_in_each_row(void **state)
{
    struct loaded *loaded =
        load(arena_of(state),
             "Poll Report\r\nPoll Details\r\n" POLL_HEAD ",\r\n" BY_ANN
             "\"Move, or stay?\",Yes,\r\n" BY_BEN "\"Move, or stay?\",No,\r\n\r\n" POLL_HEAD
             ",\r\n" BY_BEN "Buy chairs?,Yes,\r\n",
             false, true);
    check_counts(&loaded->diag, 0, 2);
    check_int((long long)loaded->box.poll_count, 2);
    check_text(motion_of(loaded, 0), "Move, or stay?");
    check_text(motion_of(loaded, 1), "Buy chairs?");
    const struct ballot *ballots = loaded->box.polls[0].ballots;
    check_int((long long)ballots[0].line, 4);
    check_int(ballots[0].vote, VOTE_FOR);
    check_int(ballots[1].vote, VOTE_AGAINST);
    check_text(ballots[1].member->name, "Beech");
    check_true(ballots[1].details->received.given);
    check_int((long long)loaded->box.polls[1].ballots[0].line, 8);
}

static void a_poll_of_zoom_with_the_question_as_heading(void **state)
{
    struct loaded *loaded = load(arena_of(state),
                                 POLL_HEAD ",\"Move, or stay?\"\n" BY_ANN "Yes\n" BY_BEN
                                           "No,\n\n" POLL_HEAD ",Buy chairs?,\n" BY_BEN "Yes\n",
                                 false, true);
    check_counts(&loaded->diag, 0, 1);
    check_int((long long)loaded->box.poll_count, 2);
    check_text(motion_of(loaded, 0), "Move, or stay?");
    check_int(loaded->box.polls[0].ballots[1].vote, VOTE_AGAINST);
    check_text(motion_of(loaded, 1), "Buy chairs?");
    check_int((long long)loaded->box.polls[1].ballots[0].line, 6);
    loaded =
        load(arena_of(state), POLL_HEAD ",Move?\n" BY_ANN "\n" BY_BEN "Perhaps\n", false, true);
    check_counts(&loaded->diag, 2, 1);
    check_problem(&loaded->diag, 2, "the vote is blank");
    check_problem_in(&loaded->diag, 3, 45, 5, "\"Perhaps\" is not a vote");
}

static void several_questions_in_a_row_of_zoom(void **state)
{
    static const char *const polls[] = {
        POLL_HEAD "\n" BY_ANN "Move?,Yes,Buy?,No,\n" BY_BEN "Buy?,Yes\n",
        POLL_HEAD ",Move?,Buy?\n" BY_ANN "Yes,No\n" POLL_HEAD ",Buy?\n" BY_BEN "Yes\n",
    };
    for (size_t i = 0; i < sizeof polls / sizeof *polls; i++) {
        struct loaded *loaded = load(arena_of(state), polls[i], false, true);
        check_counts(&loaded->diag, 0, 1);
        check_int((long long)loaded->box.poll_count, 2);
        check_text(motion_of(loaded, 0), "Move?");
        check_int((long long)loaded->box.polls[0].count, 1);
        check_int(loaded->box.polls[0].ballots[0].vote, VOTE_FOR);
        check_int((long long)loaded->box.polls[1].count, 2);
        check_int(loaded->box.polls[1].ballots[0].vote, VOTE_AGAINST);
        check_int(loaded->box.polls[1].ballots[1].vote, VOTE_FOR);
    }
    struct loaded *loaded =
        load(arena_of(state), POLL_HEAD ",Move?\n" BY_ANN "Yes,No\n", false, true);
    check_problem(&loaded->diag, 2, "the motion is blank");
    loaded = load(arena_of(state), POLL_HEAD ",Move?,Buy?\n" BY_ANN ",Yes\n", false, true);
    check_counts(&loaded->diag, 0, 1);
    check_int(loaded->box.polls[0].ballots[0].vote, VOTE_PRESENT);
}

/* Rows that are short, a question without its answer, and a row as long as its headings. */
static void rows_of_zoom_that_are_filled_up(void **state)
{
    struct arena *arena = arena_of(state);
    struct loaded *loaded =
        load(arena, POLL_HEAD "\n" BY_ANN "Move?,Yes,Buy?\n" BY_BEN "Buy?,No\n", false, true);
    check_counts(&loaded->diag, 0, 1);
    check_int((long long)loaded->box.poll_count, 2);
    check_int(loaded->box.polls[0].ballots[0].vote, VOTE_FOR);
    check_int((long long)loaded->box.polls[1].count, 2);
    loaded = load(arena, POLL_HEAD "\n" BY_ANN "Move?,Yes\n3\n", false, true);
    check_counts(&loaded->diag, 1, 1);
    check_problem_in(&loaded->diag, 3, 4, 3, "the e-mail address is blank");
    loaded = load(arena,
                  POLL_HEAD "\n" BY_BEN "Move?,Yes\n"
                            "1,Ann,ann@x.example,\"Jun 4, 2015 17:40:11\",Move?,No\n",
                  false, true);
    check_counts(&loaded->diag, 0, 1);
    check_int((long long)loaded->box.rows, 2);
    check_int(loaded->box.polls[0].ballots[1].vote, VOTE_AGAINST);
    loaded = load(arena, POLL_HEAD "\n", false, true);
    check_counts(&loaded->diag, 1, 1);
    check_problem(&loaded->diag, 0, "has no ballots");
}

/* A row that is longer than its headings is one in no other layout. */
static void a_poll_that_is_nearly_one_of_zoom(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "#,Name,Email,Submitted Date/Time,Vote\n" BY_ANN "Yes,Move?,\n",
             false, true);
    check_counts(&loaded->diag, 1, 1);
    check_problem(&loaded->diag, 2, "the row has 6 cells and the header has 5");
}

#define SESSION   "Join Time,Leave Time,Time in Session (minutes)"
#define THEN      "5 PM,6 PM,60"
#define HOSTS     "Host Details,\nAttended,User Name (Original Name),Email," SESSION "\n"
#define ANN       "Yes,Ann,ann@x.example," THEN
#define ATTENDEES "Attendee Details,\nAttended,User Name,First Name,Email," SESSION "\n"
#define BEN       "Yes,Ben,Ben,ben@x.example," THEN
#define CY        "No,Cy,Cy,cy@x.example,--,--,--"
#define OTHERS    "Other Attended,\nUser Name," SESSION ",Phone\n"
#define PHONE     "447700900123," THEN ",yes"

/* The sections of a webinar are one table, whatever stands in which order and is left blank. */
static void a_report_of_a_webinar(void **state)
{
    static const struct {
        const char *report;
        size_t of_headings, of_ann, of_ben, of_cy; /* lines */
    } cases[] = {
        {HOSTS ANN "\n" ATTENDEES BEN "\n" CY "\n" OTHERS PHONE "\n", 2, 3, 6, 7},
        {"Attendee Report,\n" HOSTS ANN ",,\n\n" ATTENDEES BEN "\n,,,,\n" CY
         "\n\nOther Attended,\n\nUser Name," SESSION ",Phone\n" PHONE ",,\n\n",
         3, 4, 8, 10},
        {ATTENDEES BEN
         "\n" CY "\nHost Details,\n\nAttended,User Name (Original Name),Email," SESSION "\n" ANN
         "\n" OTHERS PHONE "\n",
         2, 8, 3, 4},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = load(arena_of(state), cases[i].report, true, true);
        check_int((long long)loaded->diag.errors, 0);
        const struct poll *poll = &loaded->box.polls[0];
        check_int((long long)poll->other_count, 2);
        check_text(poll->others[0].name, "Cy");
        check_problem_in(&loaded->diag, cases[i].of_cy, 10, 4,
                         "Cy and 447700900123 are not in voters.csv");
        check_problem_in(&loaded->diag, cases[i].of_headings, 20, 3,
                         "the columns \"First Name\" (with \"Ben\" and \"Cy\"), \"Join Time\", "
                         "\"Leave Time\", \"Time in Session (minutes)\" and \"Phone\" (with "
                         "\"yes\") are not used");
        check_true(poll->others[0].away);
        check_text(poll->others[1].name, "447700900123");
        check_false(poll->others[1].away);
        for (size_t j = 0; j < poll->count; j++) {
            const struct ballot *ballot = &poll->ballots[j];
            bool is_ann = strcmp(ballot->member->name, "Ash") == 0;
            check_int((long long)ballot->line,
                      (long long)(is_ann ? cases[i].of_ann : cases[i].of_ben));
            check_text(ballot->details->voter, is_ann ? "Ann" : "Ben");
        }
        check_int((long long)poll->count, 2);
    }
}

/* Those who registered had no user name once; and a row of one cell is no title. */
static void a_report_of_a_webinar_as_it_was(void **state)
{
    struct loaded *loaded = load(arena_of(state),
                                 "Attended,First Name,Email," SESSION
                                 "\nYes,Ben,ben@x.example," THEN "\n" OTHERS PHONE "\n",
                                 true, true);
    check_int((long long)loaded->diag.errors, 0);
    check_int((long long)loaded->box.polls[0].count, 1);
    check_int((long long)loaded->box.polls[0].other_count, 1);
    loaded = load(arena_of(state), HOSTS "Yes,,,,,\n" ANN "\n", true, true);
    check_int((long long)loaded->diag.errors, 1);
    check_problem_in(&loaded->diag, 3, 6, 3, "the e-mail address is blank");
}

/* What cannot be put below the headings of a section. */
static void a_report_of_a_webinar_that_does_not_fit(void **state)
{
#define NO_SECTION "these are not the headings of a section"
    static const struct {
        const char *report;
        size_t line;
        const char *what, *remedy;
    } cases[] = {
        {HOSTS "Yes,Ann,5 PM,,\n", 3, "the row has 5 cells and the headings of its section have 6",
         "Add what is missing"},
        {HOSTS ANN ",more,,\n", 3, "the row has 7 cells and the headings of its section have 6",
         "in quotation marks"},
        {HOSTS ANN "\nAttendee Details,\nAttended,User Name,Phone," SESSION "\n", 5, NO_SECTION,
         "Delete the section"},
        {HOSTS ANN "\nAttendee Details,\nUser Name,Email," SESSION "\n", 5, NO_SECTION,
         "Delete the section"},
        {HOSTS ANN "\nOther Attended,\nPhone," SESSION "\n", 5, NO_SECTION, "Delete the section"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded = load(arena_of(state), cases[i].report, true, true);
        check_int((long long)loaded->diag.errors, 1);
        check_int((long long)loaded->box.rows, 0);
        check_contains(check_problem(&loaded->diag, cases[i].line, cases[i].what)->remedy,
                       cases[i].remedy);
    }
}

#define TABLE "practice,vote\nAsh,for\nBeech,against\n"

/* Lines above the headings are told of, each in its place, unless one may be a ballot. */
static void lines_above_the_headings(void **state)
{
    static const struct {
        const char *above;
        size_t line; /* of what is told; 0 for nothing */
        bool refused;
        const char *what;
    } cases[] = {
        {"Locality group\n", 1, false,
         "the line above the headings is passed over: \"Locality group\""},
        {"\n,,\n;Locality group,,\n\n", 3, false, "is passed over: \";Locality group\""},
        {"Locality group ;\t,\nSecond line\n", 1, false,
         "2 lines above the headings are passed over; the first is \"Locality group\""},
        {"\n,;\t \n", 0, false, ""},
        {"\n", 0, false, ""},
        {"Cedar\n", 1, true, "Cedar stands above the headings"},
        {"Group\n\nC1\n", 3, true, "Cedar stands above the headings"},
        {"Group,Cedar\n", 1, true, "Cedar stands above the headings"},
        {"Group;Cedar\n", 1, true, "Cedar stands above the headings"},
        {"Group\tCedar\n", 1, true, "Cedar stands above the headings"},
        {"Group: Cedar\n", 1, true, "Cedar stands above the headings"},
        {"Cedar: by telephone\n", 1, true, "Cedar stands above the headings"},
        {"Group,Cedar,here\n", 1, true, "Cedar stands above the headings"},
        {"Group,Ash\n", 1, true, "Ash stands above the headings"},
        {"Group \xFF,Cedar\n", 1, true, "Cedar stands above the headings"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded =
            load(arena_of(state), arena_format(arena_of(state), "%s" TABLE, cases[i].above), false,
                 false);
        print_message("%s\n", cases[i].above);
        check_counts(&loaded->diag, cases[i].refused, cases[i].line > 0 && !cases[i].refused);
        if (cases[i].line > 0)
            check_problem(&loaded->diag, cases[i].line, cases[i].what);
        check_int((long long)loaded->box.rows, cases[i].refused ? 0 : 2);
    }
}

/* A section begins with its number, alone on its line; what else stands there is a row. */
static void sections_behind_a_table(void **state)
{
    static const struct {
        const char *line;
        bool begins;
    } cases[] = {
        {"3. Activities", true},  {"0. Activities\t\t", true}, {"9. Activities,,", true},
        {"12. Activities", true}, {"3.Activities", false},     {"3 Activities", false},
        {". Activities", false},  {"3. Activities\tx", false}, {"3.", false},
        {"a. Activities", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct loaded *loaded =
            load(arena_of(state),
                 arena_format(arena_of(state), TEAMS_TOP TEAMS_HEAD TEAMS_ROWS "%s\r\nCedar\r\n",
                              cases[i].line),
                 true, true);
        print_message("%s\n", cases[i].line);
        check_true(loaded->diag.errors > 0);
        const struct message *messages = diag_messages(&loaded->diag);
        bool told = false;
        for (size_t j = 0; j < loaded->diag.count; j++)
            told = told || (messages[j].place.line == 9 &&
                            strcmp(messages[j].what,
                                   "Cedar stands behind the table, where no rows are read") == 0);
        check_int(told, cases[i].begins);
    }
    /* Who stands in the table may stand in a section too. */
    static const char *const rows[] = {"Ash\tx\t\r\n", "Ash,x\r\n", "Ash;x\r\n", " Ash \r\n"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_int(
            (long long)load(arena_of(state),
                            arena_format(arena_of(state),
                                         TEAMS_TOP TEAMS_HEAD TEAMS_ROWS TEAMS_NEXT "%s", rows[i]),
                            true, true)
                ->diag.errors,
            0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(a_report_of_teams),
        test_with_arena(a_section_that_knows_more_than_the_table),
        test_with_arena(a_report_of_people_who_joined_holds_no_votes),
        test_with_arena(an_earlier_report_of_teams),
        test_with_arena(a_list_of_teams_without_addresses),
        test_with_arena(participants_of_zoom),
        test_with_arena(a_poll_of_zoom_with_the_question_in_each_row),
        test_with_arena(a_poll_of_zoom_with_the_question_as_heading),
        test_with_arena(several_questions_in_a_row_of_zoom),
        test_with_arena(lines_above_the_headings),
        test_with_arena(sections_behind_a_table),
        test_with_arena(a_report_of_a_webinar),
        test_with_arena(a_report_of_a_webinar_as_it_was),
        test_with_arena(a_report_of_a_webinar_that_does_not_fit),
        test_with_arena(rows_of_zoom_that_are_filled_up),
        test_with_arena(a_poll_that_is_nearly_one_of_zoom),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
