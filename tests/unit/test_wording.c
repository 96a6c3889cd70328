/* SPDX-License-Identifier: MIT */

/* What must not be said more strongly, or otherwise, than it is. */
#include "check.h"

#include "outcomes.h"
#include "reports.h"

static struct sample sample;

static struct subject subject_of(void **state)
{
    return (struct subject){arena_of(state), &sample.outcome, &sample.poll};
}

static void dates_of_titles(void **state)
{
    static const struct {
        const char *title, *dated;
    } cases[] = {
        {"Vote at a meeting", "Vote at a meeting on 24 June 2015"},
        {"Vote by email after a meeting", "Vote by email after a meeting, 24 June 2015"},
        {"Vote of censure", "Vote of censure, 24 June 2015"},
    };
    sample_meeting(&sample);
    struct subject subject = subject_of(state);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        sample.poll.title = cases[i].title;
        check_text(phrases_title(&subject), cases[i].dated);
    }
    sample.outcome.date = (struct date){0};
    check_text(phrases_title(&subject), "Vote of censure");
}

/* Where heads or patients decide, or nothing binds, another weight changes nothing. */
static void no_claim_of_another_weight(void **state)
{
    sample_meeting(&sample);
    struct subject subject = subject_of(state);
    sample.poll.other_count.comparable = false;
    check_text(phrases_other_count(&subject), "By list size: 42,965 patients for, 19,341 against.");
    sample.poll.other_count = (struct other_count){
        .given = true, .by_heads = true, .in_favour = {5, 0, 5}, .against = {4, 0, 4}};
    check_text(phrases_other_count(&subject),
               "Counted as one vote per practice: 5 for, 4 against.");
}

/* " [1] [3]": the notes that belong there. */
static const char *anchors(void **state, enum anchor anchor)
{
    struct arena *arena = arena_of(state);
    return marks_of(arena, phrases_notes(arena, &sample.outcome, LISTED_ALL), 0, anchor);
}

/* "The appointment takes effect ..." beside "not elected" would be misread. */
static void notes_of_the_rules(void **state)
{
    sample_election(&sample);
    sample.poll.election.unlisted = false;
    sample.poll.remarks.of_rules = (const char *const[]){"The appointment takes effect at once"};
    sample.poll.remarks.of_rules_count = 1;
    check_text(anchors(state, ANCHOR_RESULT), "");
    check_text(anchors(state, ANCHOR_RULES), " [1]");
    sample.poll.result = (struct result){.verdict = VERDICT_ELECTED, .winner = "Dr A"};
    check_text(anchors(state, ANCHOR_RESULT), " [1]");
    check_text(anchors(state, ANCHOR_RULES), "");
    sample.poll.is_election = false;
    sample.poll.result = (struct result){.verdict = VERDICT_NOT_CARRIED};
    check_text(anchors(state, ANCHOR_RESULT), " [1]");
}

/* Only of a locality is it known that it has a locality lead and an Election Manager. */
static void words_of_the_body(void **state)
{
    sample_meeting(&sample);
    struct subject subject = subject_of(state);
    sample.poll.secrecy = BALLOTS_SECRET;
    const struct return_outcome late = {.reason = REASON_PROXY_TOLD_LATE, .role = "proxy"};
    check_text(phrases_ballots(&subject), "Confidential to the Election Manager.");
    check_text(phrases_reason(&subject, &late),
               "The locality lead was told after the day of the vote.");
    sample.outcome.terms = terms_default;
    check_text(phrases_ballots(&subject), "Confidential to whoever counts the ballots.");
    check_text(phrases_reason(&subject, &late), "The lead was told after the day of the vote.");
    struct basis basis = sample_basis(RULE_PROXY, "named and notified");
    basis.clause = "9.2";
    check_text(phrases_basis(&subject, &basis),
               "A proxy must be named, and the lead told beforehand. Clause 9.2.");
    terms_population(&sample.outcome.terms);
    check_text(phrases_weighting(&subject),
               "One vote per practice. Populations at 1 April 2015. Voting Structure.");
}

static void clauses_that_are_numbers(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(phrases_grounds(arena, &(struct basis){.clause = "2"}), "Clause 2.");
    check_text(phrases_grounds(arena, &(struct basis){.clause = "3.1(a)"}), "Clause 3.1(a).");
    check_text(phrases_grounds(arena, &(struct basis){.clause = "Appendix 1, 13"}),
               "Appendix 1, 13.");
    check_text(phrases_grounds(arena, &(struct basis){.clause = "80% test"}), "80% test.");
}

static void margins_in_words(void **state)
{
    sample_meeting(&sample);
    struct subject subject = subject_of(state);
    sample.poll.margin = (struct margin){.by_areas = true};
    check_text(phrases_margin(&subject),
               "Every area must carry it, so how close it was is not worked out.");
    sample.poll.is_election = true;
    sample.poll.result.verdict = VERDICT_ELECTED;
    sample.poll.margin = (struct margin){.absent_known = true, .absent = 1};
    check_text(phrases_margin(&subject),
               "The 1 practice not represented could not have changed it, had it voted for another "
               "candidate.");
}

static void results_in_sentences(void **state)
{
    sample_meeting(&sample);
    struct subject subject = subject_of(state);
    check_text(phrases_result_sentence(&subject),
               "Carried, 4 votes to 2. The decision is binding.");
    check_text(phrases_behind_verdict(&subject), "4 votes to 2. The decision is binding.");
    static const struct reading_outcome reading = {
        .name = "r", .clause = "2", .result.verdict = VERDICT_NOT_BINDING, .differs = true};
    sample.poll.readings = &reading;
    sample.poll.reading_count = 1;
    check_text(phrases_overview(&subject),
               "CARRIED, 4 votes to 2. This depends on how the rules are read.");
    check_text(phrases_reading(&subject, &reading),
               "On the reading \"r\" (clause 2) the result would be NOT BINDING.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(dates_of_titles),          test_with_arena(no_claim_of_another_weight),
        test_with_arena(notes_of_the_rules),       test_with_arena(words_of_the_body),
        test_with_arena(clauses_that_are_numbers), test_with_arena(margins_in_words),
        test_with_arena(results_in_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
