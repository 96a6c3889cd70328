/* SPDX-License-Identifier: MIT */

/* Whether those who are there make a quorum, and who else would: against a count of every group of
 * the ten trees, and against tables with figures worked by hand. */
#include "unit/polls.h"

#include "unit/reports.h"

#include "quorate/report.h"

static struct quorum_finding find(struct arena *arena, const struct assembly *assembly,
                                  struct poll_outcome *outcome)
{
    static const struct circumstances circumstances;
    return decide_attendance(arena, &assembly->rules, &assembly->roll, &assembly->box.polls[0],
                             &circumstances, true, outcome);
}

static struct quorum_finding find_in(struct arena *arena, const char *rules, const char *roll,
                                     const char *decision, const char *rows)
{
    struct assembly *assembly = arena_alloc(arena, 1, sizeof *assembly);
    struct poll_outcome *outcome = arena_alloc(arena, 1, sizeof *outcome);
    *assembly = assemble(arena, &(const struct tables){.rules = rules,
                                                       .roll = roll,
                                                       .decision = decision,
                                                       .ballots = rows,
                                                       .attendance = true});
    return find(arena, assembly, outcome);
}

/* The rows and the members are told where they are asked for, or later. */
static void test_lists_are_told_later(void **state)
{
    static const struct circumstances none;
    const struct assembly assembly =
        assemble(arena_of(state), &(const struct tables){.rules = RULES ONE_EACH MAJORITY RULE(
                                                             "quorum", "at least 1 member present"),
                                                         .roll = "practice\nAsh\nBeech\n",
                                                         .decision = "vote",
                                                         .ballots = "practice,vote\nAsh,present\n",
                                                         .attendance = true});
    struct poll_outcome outcome = {0};
    (void)decide_attendance(arena_of(state), &assembly.rules, &assembly.roll,
                            &assembly.box.polls[0], &none, false, &outcome);
    check_true(outcome.ballots.returns == NULL && outcome.roll_call.standings == NULL);
    check_int(outcome.roll_call.absent_count, 1);
    decide_attendance_lists(arena_of(state), &assembly.rules, &assembly.roll,
                            &assembly.box.polls[0], &none, &outcome);
    check_text(outcome.ballots.returns[0].practice, "Ash");
    check_int(outcome.roll_call.standings[0].stance, STANDING_PRESENT);
    check_text(outcome.roll_call.absent[0], "Beech");
}

/* ---- Every attendance of the ten trees, counted the long way */

#define EVERYONE ((1u << TREES) - 1)

static int64_t thousands(unsigned group)
{
    int64_t sum = 0;
    for (unsigned i = 0; i < TREES; i++)
        if (group & 1u << i)
            sum += i + 1;
    return sum;
}

static unsigned size_of(unsigned group)
{
    unsigned size = 0;
    for (; group != 0; group &= group - 1)
        size++;
    return size;
}

/* At least three fifths of the patients, 33,000. */
static bool is_quorate(unsigned group)
{
    return thousands(group) >= 33;
}

static const char *rows_of(struct arena *arena, unsigned group)
{
    struct buffer rows = {.arena = arena};
    buffer_add(&rows, "practice,vote\n");
    for (unsigned i = 0; i < TREES; i++)
        buffer_format(&rows, "%s,%s\n", trees[i], group & 1u << i ? "present" : "absent");
    return buffer_text(&rows);
}

static void check_joining(const struct quorum_condition *condition, unsigned there)
{
    unsigned away = EVERYONE & ~there, fewest = TREES + 1, sets = 0, all = 0;
    for (unsigned more = away;; more = (more - 1) & away) {
        if (is_quorate(there | more) && size_of(more) < fewest)
            fewest = size_of(more);
        if (more == 0)
            break;
    }
    for (unsigned more = away;; more = (more - 1) & away) {
        all += size_of(more) == fewest;
        sets += size_of(more) == fewest && is_quorate(there | more);
        if (more == 0)
            break;
    }
    check_true(condition->others.joining.possible);
    check_int(condition->others.joining.fewest, fewest);
    check_int(condition->others.joining.sets, sets);
    check_int(condition->others.joining.any, sets == all);
    check_int(condition->others.away_count, size_of(away));
}

static void check_leaving(const struct quorum_condition *condition, unsigned there)
{
    unsigned may_leave = size_of(there);
    for (unsigned gone = there;; gone = (gone - 1) & there) {
        if (!is_quorate(there & ~gone) && size_of(gone) <= may_leave)
            may_leave = size_of(gone) - 1;
        if (gone == 0)
            break;
    }
    check_true(condition->others.leaving_known);
    check_int(condition->others.may_leave, may_leave);
    check_int(condition->others.decisive_count, may_leave + 1);
    unsigned left = there;
    for (size_t i = 0; i < condition->others.decisive_count; i++)
        for (unsigned tree = 0; tree < TREES; tree++)
            if (strcmp(trees[tree], condition->others.decisive[i]) == 0)
                left &= ~(1u << tree);
    check_false(is_quorate(left));
}

/* ---- The same of two conditions at once */

static bool meets_both(unsigned group)
{
    return thousands(group) >= 33 && size_of(group) >= 6;
}

static void check_joining_both(const struct quorum_others *together, unsigned there)
{
    unsigned away = EVERYONE & ~there, fewest = TREES + 1, sets = 0;
    for (unsigned more = away;; more = (more - 1) & away) {
        if (meets_both(there | more)) {
            sets = size_of(more) < fewest ? 1 : sets + (size_of(more) == fewest);
            fewest = size_of(more) < fewest ? size_of(more) : fewest;
        }
        if (more == 0)
            break;
    }
    check_true(together->joining.possible);
    check_true(together->joining.fewest_known);
    check_int(together->joining.fewest, fewest);
    check_true(together->joining.sets_known);
    check_int(together->joining.sets, sets);
}

static void check_leaving_both(const struct quorum_others *together, unsigned there)
{
    unsigned may_leave = size_of(there), alone = 0;
    for (unsigned gone = there;; gone = (gone - 1) & there) {
        if (!meets_both(there & ~gone) && size_of(gone) <= may_leave)
            may_leave = size_of(gone) - 1;
        alone += size_of(gone) == 1 && meets_both(there & ~gone);
        if (gone == 0)
            break;
    }
    check_int(together->may_leave, may_leave);
    check_int(together->decisive_count, may_leave + 1);
    check_int(together->free_count, alone);
}

static void test_two_conditions_at_every_attendance(void **state)
{
    struct arena *arena = arena_of(state);
    const char *rules = RULES ONE_EACH MAJORITY RULE("quorum", "at least 3/5 of population present")
        RULE("quorum", "at least 6 members present");
    for (unsigned there = 0; there <= EVERYONE; there++) {
        struct quorum_finding finding =
            find_in(arena, rules, roll_of_trees(arena, TREES), NULL, rows_of(arena, there));
        check_int(finding.answer, meets_both(there) ? QUORUM_MET : QUORUM_NOT_MET);
        if (meets_both(there))
            check_leaving_both(&finding.together, there);
        else
            check_joining_both(&finding.together, there);
    }
}

static void test_every_attendance_of_ten(void **state)
{
    struct arena *arena = arena_of(state);
    const char *rules =
        RULES ONE_EACH MAJORITY RULE("quorum", "at least 3/5 of population present");
    for (unsigned there = 0; there <= EVERYONE; there++) {
        struct quorum_finding finding =
            find_in(arena, rules, roll_of_trees(arena, TREES), NULL, rows_of(arena, there));
        check_int(finding.answer, is_quorate(there) ? QUORUM_MET : QUORUM_NOT_MET);
        check_int(finding.condition_count, 1);
        const struct quorum_condition *condition = &finding.conditions[0];
        check_int(figure_of(condition->condition.part), 1000 * thousands(there));
        check_int(figure_of(condition->condition.short_by),
                  is_quorate(there) ? 0 : 33000 - 1000 * thousands(there));
        check_int(condition->over, is_quorate(there) ? 1000 * thousands(there) - 33000 : 0);
        if (is_quorate(there))
            check_leaving(condition, there);
        else
            check_joining(condition, there);
    }
}

/* ---- By the constitution */

static void test_no_quorum_asked_but_on_a_reading(void **state)
{
    struct quorum_finding finding =
        find_in(arena_of(state), NULL, NULL, "email", "practice\nThe Hart Surgery\n");
    check_int(finding.answer, QUORUM_NOT_ASKED);
    check_int(finding.condition_count, 0);
    check_false(finding.certain);
    size_t differing = 0;
    for (size_t i = 0; i < finding.reading_count; i++) {
        if (!finding.readings[i].differs)
            continue;
        differing++;
        check_text(finding.readings[i].name, "the 50% test applies to email votes too");
        check_int(finding.readings[i].answer, QUORUM_NOT_MET);
        check_int(figure_of(finding.readings[i].conditions[0].condition.short_by), 45866 - 10318);
    }
    check_int(differing, 1);
}

/* Where two rows of a member came at once, it is not known on a reading by which the last counts.
 */
static void test_a_reading_that_has_no_answer(void **state)
{
    struct quorum_finding finding =
        find_in(arena_of(state),
                RULES ONE_EACH MAJORITY RULE("quorum", "at least 1 practice present")
                    RULE("repeat ballots", "void, takes part")
                        READING("a later ballot replaces", "repeat ballots", "last counts"),
                roll_of_trees(arena_of(state), 2), NULL,
                "practice,attendance,received\nAsh,present,2015-10-01 09:00\n"
                "Ash,apologies,2015-10-01 09:00\nBeech,present,2015-10-01 10:00\n");
    check_int(finding.answer, QUORUM_MET);
    check_int((long long)finding.reading_count, 1);
    check_int(finding.readings[0].answer, QUORUM_NOT_KNOWN);
    check_int((long long)finding.readings[0].condition_count, 0);
}

/* Readings that speak of votes are no matter of a quorum. */
static void test_readings_that_bear_on_it(void **state)
{
    struct quorum_finding finding =
        find_in(arena_of(state), NULL, NULL, "election", "practice\nThe Hart Surgery\n");
    for (size_t i = 0; i < finding.reading_count; i++)
        check_true(strcmp(finding.readings[i].name, "a majority is more than half") != 0);
    check_int(finding.reading_count, 4);
    check_true(finding.certain);
    check_true(finding.secret);
}

static void test_those_present_are_taken_for_voters(void **state)
{
    struct arena *arena = arena_of(state);
    const char *eight = "practice,vote\nThe Hart Surgery,present\nK84008,Dr A\nK84014,abstain\n"
                        "K84015,Dr B\nK84020,present\nK84035,Dr A\nK84036,Dr C\nK84071,present\n"
                        "K84050,no reply\n";
    struct quorum_finding finding = find_in(arena, NULL, NULL, "election", eight);
    check_int(finding.answer, QUORUM_MET);
    check_true(finding.would_vote);
    check_int(figure_of(finding.conditions[0].condition.part), 8);
    check_int(finding.conditions[0].others.may_leave, 0);
    finding = find_in(arena, NULL, NULL, "meeting", "practice\nThe Hart Surgery\n");
    check_false(finding.would_vote);
}

static void test_interest_decides(void **state)
{
    struct quorum_finding finding = find_in(
        arena_of(state), NULL, NULL, "meeting",
        "practice,interest\nK84001,\nK84014,\nK84037,yes\nK84035,\n"); /* 46,180, 29,659 without */
    check_int(finding.answer, QUORUM_MET);
    check_int(finding.conditions[0].over, 314);
    check_false(finding.certain);
}

static void test_all_the_absent_are_not_enough(void **state)
{
    const char *rules = RULES ONE_EACH MAJORITY RULE("interest", "does not count as present")
        RULE("quorum", "at least 9 members present")
            RULE("quorum", "at least 10% of members present");
    struct quorum_finding finding =
        find_in(arena_of(state), rules, roll_of_trees(arena_of(state), TREES), NULL,
                "practice,interest\nAsh,yes\nBeech,yes\nCedar,\nElm,\n");
    check_int(finding.answer, QUORUM_NOT_MET);
    check_int(finding.condition_count, 2);
    check_false(finding.conditions[0].condition.met);
    check_false(finding.conditions[0].others.joining.possible);
    check_int(finding.conditions[0].others.away_count, 6);
    check_true(finding.conditions[1].condition.met);
    check_int(finding.conditions[0].condition.in_all, 10);
    check_false(finding.conditions[0].condition.unreachable);
}

/* What nobody can reach is told of a quorum and of a majority of all. */
static void test_what_there_is_in_all(void **state)
{
    const char *rules = RULES ONE_EACH RULE("quorum", "at least 11 members present")
        RULE("passes", "more than half of all members");
    struct quorum_finding finding = find_in(
        arena_of(state), rules, roll_of_trees(arena_of(state), 4), NULL, "practice\nAsh\nBeech\n");
    check_int(finding.conditions[0].condition.in_all, 4);
    check_true(finding.conditions[0].condition.unreachable);
    check_int(finding.majority->in_all, 4);
    check_false(finding.majority->met);
}

static void test_each_area_has_its_own(void **state)
{
    const char *rules = RULES ONE_EACH MAJORITY RULE("areas", "every area must pass")
        RULE("quorum", "at least half of members present");
    const char *roll = "practice,list size,area\nA,1,North\nB,1,North\nC,1,South\nD,1,South\n";
    struct quorum_finding finding = find_in(arena_of(state), rules, roll, NULL, "practice\nA\nB\n");
    check_int(finding.condition_count, 3);
    check_text(finding.conditions[0].condition.area, NULL);
    check_true(finding.conditions[0].condition.met);
    check_text(finding.conditions[1].condition.area, "North");
    check_int(finding.conditions[1].over, 1);
    check_text(finding.conditions[2].condition.area, "South");
    check_false(finding.conditions[2].condition.met);
    check_int(finding.conditions[2].others.joining.fewest, 1);
    check_true(finding.conditions[2].others.joining.any);
    check_text(finding.conditions[2].others.away[0], "C");
    check_int(finding.answer, QUORUM_NOT_MET);
    check_int(finding.together.joining.fewest, 1);
    check_int(finding.together.joining.sets, 2);
    check_int(finding.together.away_count, 2);
}

/* What a tally tells of the rows is told here too, and nothing of votes. */
static void test_the_rows_without_their_votes(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome outcome;
    struct assembly assembly = assemble(
        arena,
        &(const struct tables){
            .decision = "meeting",
            .ballots = "practice,vote,role\nK84001,for,lead\nK84008,against,lead\n"
                       "K84014,present,observer\nK84015,absent,lead\nK84001,present,deputy\n",
            .attendance = true});
    (void)find(arena, &assembly, &outcome);
    check_int(outcome.ballots.rows, 5);
    check_int(outcome.ballots.by_status[RETURN_PRESENT], 2);
    check_int(outcome.ballots.by_status[RETURN_REFUSED], 1);
    check_int(outcome.ballots.by_status[RETURN_ABSENT], 1);
    check_int(outcome.ballots.by_status[RETURN_SUPERSEDED], 1);
    for (size_t i = 0; i < outcome.ballots.return_count; i++)
        check_true(strcmp(outcome.ballots.returns[i].vote, "present") == 0 ||
                   strcmp(outcome.ballots.returns[i].vote, "absent") == 0);
    check_int(outcome.counts[GROUP_FOR].members, 0);
    check_int(outcome.counts[GROUP_PRESENT].members, 2);
    check_int(outcome.ballots.returns[4].reason, REASON_NAMED_BEFORE);
    check_int(outcome.ballots.returns[4].other_line, 2);
    check_int(outcome.remarks.finding_count, 0);
}

/* What the registers say of them is told here as well. */
static void test_an_interest_that_the_register_has(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome outcome;
    struct assembly *assembly = arena_alloc(arena, 1, sizeof *assembly);
    struct tables tables = {.rules = RULES ONE_EACH MAJORITY,
                            .roll = roll_of_trees(arena, 3),
                            .decision = "vote",
                            .interests = "practice,interest\nAsh,owns the building\n",
                            .ballots = "practice,vote\nAsh,present\nBeech,present\n",
                            .attendance = true};
    assemble_into(arena, &tables, assembly);
    (void)decide_attendance(arena, &assembly->rules, &assembly->roll, &assembly->box.polls[0],
                            &tables.circumstances, true, &outcome);
    check_int(outcome.remarks.finding_count, 1);
    check_text(outcome.remarks.findings[0].practices[0], "Ash");
    check_int(outcome.remarks.findings[0].practice_count, 1);
}

/* ---- Reading the list */

static const char *problem_under(struct arena *arena, const char *decision, bool attendance,
                                 const char *rows)
{
    struct assembly assembly = assemble(arena, &(const struct tables){.decision = decision});
    struct diag diag = {.arena = arena};
    struct ballot_box box;
    struct ballot_reading reading = {.rules = &assembly.rules,
                                     .roll = &assembly.roll,
                                     .decision = decision,
                                     .attendance = attendance};
    bool sound = load_ballots(arena, &diag, bytes_of("list.csv", rows), &reading, &box);
    check_int(sound, diag.errors == 0);
    size_t first = 0;
    while (first < diag.count && diag.problems[first].severity != SEVERITY_ERROR)
        first++;
    return diag.errors == 0 ? "" : diag.problems[first].what.full;
}

static const char *problem_of(struct arena *arena, const char *rows)
{
    return problem_under(arena, "meeting", true, rows);
}

/* What stands behind a presence may take it back, and what stands under apologies may be none. */
static void test_who_was_there_in_so_many_words(void **state)
{
#define SAYS(what) "\"" what "\" is neither present nor absent"
    static const struct {
        const char *heading, *cell, *problem;
    } cells[] = {
        {"attendance", "present (online)", ""},
        {"attendance", "Yes (by phone)", ""},
        {"attendance", "present (late)", ""},
        {"attendance", "present - in person", ""},
        {"attendance", "present (left 6pm)", SAYS("present (left 6pm)")},
        {"attendance", "present (tbc)", SAYS("present (tbc)")},
        {"attendance", "present (observer)", SAYS("present (observer)")},
        {"attendance", "present (?)", SAYS("present (?)")},
        {"attendance", "present (*)", SAYS("present (*)")},
        {"attendance", "yes (absent)", SAYS("yes (absent)")},
        {"attendance", "present (no)", SAYS("present (no)")},
        {"attendance", "present (in attendance)", ""},
        {"attendance", "apologies (observer)", ""},
        {"apologies", "yes", ""},
        {"apologies", "no", ""},
        {"apologies", "none", ""},
        {"apologies", "", ""},
        {"apologies", "x", ""},
        {"apologies", "\xE2\x9C\x97", ""},
        {"apologies", "sent", "\"sent\" does not say whether anybody came"},
        {"apologies", "attended", ""},
        {"apologies", "on leave until May",
         "\"on leave until May\" does not say whether anybody came"},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        print_message("%s under %s\n", cells[i].cell, cells[i].heading);
        check_text(problem_of(arena, arena_format(arena, "practice,%s,reason\nK84001,%s,\n",
                                                  cells[i].heading, cells[i].cell)),
                   cells[i].problem);
    }
}

/* Who sent apologies by a line above the headings is not there, and a list of those who were asked
 * to come is none of who came. */
static void test_absences_above_the_headings(void **state)
{
#define AWAY(who) "and \"" who "\" is there by the row on line 3"
    static const char asked[] = "and the rows would count as those who came";
    static const struct {
        const char *line, *problem; /* "" for none */
    } cases[] = {
        {"Apologies: Dr H Walling", AWAY("Dr Hugh Walling")},
        {"Apologies: Walling, Thame", AWAY("Dr Hugh Walling")},
        {"Apologies from Dr G Thame and Dr Hugh Walling", AWAY("Dr Hugh Walling")},
        {"Apologies: Dr Thame (Rycote); Dr Walling (Henley)", AWAY("Dr Hugh Walling")},
        {"Absent: Hugh Walling", AWAY("Dr Hugh Walling")},
        {"Apologies,Dr H Walling", AWAY("Dr Hugh Walling")},
        {"Apologies: Dr J Walling", ""},
        {"Apologies: Dr G Thame", ""},
        {"Apologies: none", ""},
        {"Chair: Dr H Walling", ""},
        {"Apologies for the late start by Dr H Walling", ""},
        {"Invitation list", asked},
        {"Distribution list", asked},
        {"Practice leads contact list", asked},
        {"Circulation:", asked},
        {"Expected attendees", asked},
        {"Attendance list", ""},
        {"Contact list of those who came", ""},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *problem =
            problem_of(arena, arena_format(arena, "%s\npractice,voter\nK84001,Dr Hugh Walling\n",
                                           cases[i].line));
        print_message("%s\n", cases[i].line);
        if (*cases[i].problem == '\0')
            check_text(problem, "");
        else
            check_contains(problem, cases[i].problem);
    }
    check_text(problem_of(arena, "Invitation list\npractice,voter,present\nK84001,Dr A,yes\n"), "");
    check_text(problem_under(arena, "email", false,
                             "Apologies: Dr A\npractice,voter,vote\nK84001,Dr A,for\n"),
               "");
}

/* A vote and an attendance in one row have to agree; so have the attendance and the apologies. */
static void test_votes_beside_an_attendance(void **state)
{
#define NOT_THERE "this says that nobody was there, and there is a vote in the same row"
#define WAS_THERE "this says that somebody was there, and the vote says absent"
    static const struct {
        const char *rows, *problem;
    } lists[] = {
        {"practice,vote,attendance\nK84001,for,present\nK84008,absent,apologies\n", ""},
        {"practice,vote,attendance\nK84001,for,apologies\n", NOT_THERE},
        {"practice,vote,attendance\nK84001,absent,present\n", WAS_THERE},
        {"practice,vote,apologies\nK84001,for,yes\n", NOT_THERE},
        {"practice,vote,apologies\nK84001,absent,attended\n", WAS_THERE},
        {"practice,vote,attendance,apologies\nK84001,for,,yes\n", NOT_THERE},
        {"practice,vote,attendance,apologies\nK84001,for,absent,\n", NOT_THERE},
        {"practice,vote,attendance,apologies\nK84001,for,present,yes\n",
         "this says that nobody came, and the attendance in the same row that somebody did"},
        {"practice,vote,attendance,apologies\nK84001,for,present,no\n", ""},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        print_message("%s\n", lists[i].rows);
        check_text(problem_under(arena, "meeting", false, lists[i].rows), lists[i].problem);
    }
}

/* A cross is a yes beside blanks, and either beside what else says who came. */
static void test_crosses_beside_other_marks(void **state)
{
    static const char unclear[] =
        "a cross stands beside ticks or words in this column, and can be a yes or a no";
    static const struct {
        const char *first, *second, *problem;
    } lists[] = {
        {"x", "", ""},
        {"x", "x", ""},
        {"\xE2\x9C\x93", "", unclear},
        {"\xE2\x9C\x93", "present", unclear},
        {"yes", "", unclear},
        {"-", "-", ""},
        {"apologies", "", unclear},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        print_message("%s, %s, x\n", lists[i].first, lists[i].second);
        check_text(problem_under(arena, "meeting", true,
                                 arena_format(arena,
                                              "practice,attendance\nK84001,%s\nK84008,%s\n"
                                              "K84014,x\n",
                                              lists[i].first, lists[i].second)),
                   lists[i].problem);
    }
}

/* Lines above the headings are passed over, but not a ballot, nor an objection to a consensus. */
static void test_lines_above_the_headings(void **state)
{
#define HERE  " stands above the headings, where no rows are read"
#define FILED "practice,attendance\nK84001,present\n"
    static const struct {
        const char *decision, *rows, *problem;
    } lists[] = {
        {"meeting", "Meeting of 24 June 2015,\n" FILED, ""},
        {"meeting", "Meeting of 24 June 2015\n,\n\nIn the hall,\n" FILED, ""},
        {"meeting", "Present: The Hart Surgery,\n" FILED, "The Hart Surgery" HERE},
        {"meeting", "present: the bell,\n" FILED, ""},
        {"meeting", "Present: K84008,\n" FILED, "Chalgrove and Watlington Surgeries" HERE},
        {"meeting", "Caf\xE9 meeting: The Hart Surgery,\n" FILED, "The Hart Surgery" HERE},
        {"meeting", "Venue: The Hart Surgery,\n" FILED, ""},
        {"meeting", "\"Proposed by: K84008, seconder: The Hart Surgery\",\n" FILED, ""},
        {"meeting", "Venue: K84008; late: The Hart Surgery,\n" FILED, "The Hart Surgery" HERE},
        {"meeting", "Venue,,The Hart Surgery\n" FILED, "The Hart Surgery" HERE},
        {"meeting", "Dr Jones objects to it,\n" FILED, ""},
        {"consensus", "Dr Jones objects to it,\n" FILED,
         "\"Dr Jones objects to it\" stands above the headings, and it would be a consensus"},
        {"consensus", "Nobody objects to it,\n" FILED, ""},
        {"consensus", "Meeting of 24 June 2015,\n\"Agreed, no objections\",,\n" FILED, ""},
        {"consensus", "Caf\xE9 meeting,\n" FILED, ""},
        {"consensus", "Ren\xE9 objects to it,\n" FILED,
         "no text in UTF-8 stands above the headings, and it would be a consensus"},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        print_message("%s: %s\n", lists[i].decision, lists[i].rows);
        bool attendance = strcmp(lists[i].decision, "meeting") == 0;
        check_text(problem_under(arena, lists[i].decision, attendance, lists[i].rows),
                   lists[i].problem);
    }
}

/* Whether anything beside the attendance says that somebody did not agree. */
static void test_what_is_no_consensus(void **state)
{
    static const struct {
        const char *heading, *cell, *attendance;
        bool agreed;
    } cells[] = {
        {"objections", "none", "present", true},
        {"objections", "", "present", true},
        {"objections", "no objections", "present", true},
        {"objections", "to the timing", "present", false},
        {"objections", "to the timing", "absent", false},
        {"agreed", "yes", "present", true},
        {"agreed", "for", "present", true},
        {"agreed", "x", "present", false}, /* a cross may be a no */
        {"agreed", "\xE2\x9C\x93", "present", true},
        {"agreed", "content", "present", true},
        {"agreed", "against", "present", false},
        {"agreed", "abstain", "present", false},
        {"agreed", "no", "present", false},
        {"agreed", "", "present", false},
        {"agreed", "", "absent", true},
        {"agreed", "absent", "absent", true},
        {"agreed", "absent", "present", false},
        {"agreed", "later", "present", false},
        {"agree / disagree", "agree", "present", true},
        {"agree / disagree", "disagree", "present", false},
        {"not in agreement", "none", "present", true},
        {"not in agreement", "the chair", "present", false},
        {"comments", "no objections", "present", true},
        {"comments", "no objections - nobody objects", "present", true},
        {"comments", "objects to the timing", "present", false},
        {"comments", "no objections; later objects", "present", false},
        {"comments", "nono objections", "present", false},
        {"comments", "without objectionable words", "present", true},
        {"comments", "no", "present", false},
        {"comments", "no", "absent", false},
        {"comments", "\xE2\x9C\x97", "absent", true},
        {"comments", "\xE2\x9C\x97", "present", false},
        {"comments", "abstain", "present", false},
        {"reason", "spoilt", "present", false},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        const char *problem =
            problem_under(arena, "consensus", false,
                          arena_format(arena, "practice,attendance,%s\nK84001,%s,%s\n",
                                       cells[i].heading, cells[i].attendance, cells[i].cell));
        print_message("%s under %s of %s: %s\n", cells[i].cell, cells[i].heading,
                      cells[i].attendance, problem);
        check_int(*problem == '\0', cells[i].agreed);
        if (*problem != '\0')
            check_contains(problem, "and it would be a consensus");
    }
}

static void test_what_a_list_may_say(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(problem_of(arena, "practice\nK84001\n"), "");
    check_text(problem_of(arena, "code,vote\nK84001,present\nK84008,aye\nK84014,No reply\n"), "");
    check_text(problem_of(arena, "practice,attendance\nK84001,Yes\nK84008,apologies\n"), "");
    check_text(problem_of(arena, "practice,vote,present\nK84001,no,yes\n"), "");
    check_text(problem_of(arena, "practice,vote\nK84001,perhaps\n"),
               "\"perhaps\" is neither present nor absent");
    check_text(problem_of(arena, "practice,attending\nK84001,\n"), "the attendance is blank");
    check_text(problem_of(arena, "practice,attended\nK84001,late\n"),
               "\"late\" is neither present nor absent");
    check_text(problem_of(arena, "practice,vote\nK84001,for\nK84008,\n"), "the vote is blank");
    check_text(problem_of(arena, "practice,vote,present\nK84001,,yes\nK84008,,no\n"), "");
    check_text(problem_of(arena, "practice,vote,interest\nK84001,,yes\n"), "");
    check_text(problem_of(arena, "practice,vote\n"), "has no rows");
}

/* A no in a column of votes is a vote; in one of attendance it is an absence. */
static void test_no_is_a_vote_or_an_absence(void **state)
{
    struct arena *arena = arena_of(state);
    struct quorum_finding voted =
        find_in(arena, NULL, NULL, "meeting", "practice,vote\nK84001,no\n");
    struct quorum_finding away =
        find_in(arena, NULL, NULL, "meeting", "practice,present\nK84001,no\n");
    check_int(figure_of(voted.conditions[0].condition.part), 10318);
    check_int(figure_of(away.conditions[0].condition.part), 0);
}

/* ---- Reports */

static void test_memory_runs_out_and_formats_agree(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome outcome;
    struct assembly assembly = assemble(
        arena, &(const struct tables){.decision = "censure",
                                      .ballots = "practice\nK84001\nK84008\nK84014\n"
                                                 "K84015\nK84020\nK84036\nK84050\nK84037\n",
                                      .attendance = true});
    struct quorum_finding finding = find(arena, &assembly, &outcome);
    struct attendance attendance = {
        .outcome = {.from.version = "1.0.0",
                    .from.constitution = "here",
                    .terms = terms_default,
                    .has_list_sizes = true,
                    .polls = &outcome,
                    .poll_count = 1},
        .findings = &finding,
    };
    for (size_t i = 0; i < format_count; i++) {
        struct buffer out = {.arena = arena};
        report_write(&formats[i], &report_kinds[REPORT_ATTENDANCE], arena, &attendance, &out);
        check_contains(buffer_text(&out), strcmp(formats[i].name, "csv") == 0 ? ",not met,"
                                          : strcmp(formats[i].name, "json") == 0
                                              ? "\"short\": \"36\""
                                              : "36 patients short");
    }
    check_json_without_memory(arena, REPORT_ATTENDANCE, &attendance);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_lists_are_told_later),
        test_with_arena(test_every_attendance_of_ten),
        test_with_arena(test_two_conditions_at_every_attendance),
        test_with_arena(test_no_quorum_asked_but_on_a_reading),
        test_with_arena(test_a_reading_that_has_no_answer),
        test_with_arena(test_readings_that_bear_on_it),
        test_with_arena(test_those_present_are_taken_for_voters),
        test_with_arena(test_interest_decides),
        test_with_arena(test_all_the_absent_are_not_enough),
        test_with_arena(test_what_there_is_in_all),
        test_with_arena(test_an_interest_that_the_register_has),
        test_with_arena(test_each_area_has_its_own),
        test_with_arena(test_the_rows_without_their_votes),
        test_with_arena(test_what_a_list_may_say),
        test_with_arena(test_who_was_there_in_so_many_words),
        test_with_arena(test_votes_beside_an_attendance),
        test_with_arena(test_absences_above_the_headings),
        test_with_arena(test_crosses_beside_other_marks),
        test_with_arena(test_lines_above_the_headings),
        test_with_arena(test_what_is_no_consensus),
        test_with_arena(test_no_is_a_vote_or_an_absence),
        test_with_arena(test_memory_runs_out_and_formats_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
