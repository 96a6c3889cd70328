/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "outcomes.h"
#include "reports.h"

static struct subject subject_of(struct arena *arena, const struct sample *sample)
{
    return (struct subject){arena, &sample->outcome, &sample->poll};
}

static void amounts(void **state)
{
    const struct {
        struct condition asks;
        const char *words;
    } cases[] = {
        {{.amount = {1, 2}}, "at least half"},
        {{.amount = {1, 2}, .strictly = true}, "more than half"},
        {{.amount = {2, 3}}, "at least two thirds"},
        {{.amount = {3, 4}}, "at least three quarters"},
        {{.amount = {4, 5}}, "at least 80%"},
        {{.amount = {1, 8}}, "at least 12.5%"},
        {{.amount = {3, 7}}, "at least 3/7"},
        {{.amount = {1, 2}, .rounding = ROUNDING_DOWN, .plus = 1},
         "at least half rounded down plus 1"},
        {{.is_number = true, .plus = 40000}, "at least 40,000"},
        {{.is_number = true, .plus = 5, .strictly = true}, "more than 5"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        check_text(phrases_amount(arena_of(state), &cases[i].asks), cases[i].words);
}

static void sentences(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(phrases_sentence(arena, "no consensus"), "No consensus.");
    check_text(phrases_sentence(arena, "Done."), "Done.");
    check_text(phrases_sentence(arena, "ends in space. "), "Ends in space.");
    check_text(phrases_sentence(arena, ""), "");
    check_text(phrases_grounds(arena, &(struct basis){.clause = "not stated", .unstated = ""}),
               "Not stated in the constitution.");
    check_text(
        phrases_grounds(arena, &(struct basis){.clause = "not stated: no casting vote is given",
                                               .unstated = ": no casting vote is given"}),
        "Not stated in the constitution: no casting vote is given.");
    check_text(phrases_grounds(arena, &(struct basis){.clause = "Appendix 1, 12"}),
               "Appendix 1, 12.");
}

/* Sets what a motion's result is said from. */
static void set_motion(struct sample *sample, enum verdict verdict, int64_t in_favour,
                       int64_t against)
{
    sample->poll.result.verdict = verdict;
    sample->poll.result.tied = in_favour == against && in_favour > 0;
    sample->poll.counts[GROUP_FOR] = sample_count(in_favour, 0, in_favour);
    sample->poll.counts[GROUP_AGAINST] = sample_count(against, 0, against);
    sample->poll.counts[GROUP_CAST] = sample_count(in_favour + against, 0, in_favour + against);
    sample->conditions[1].met = in_favour > against;
}

static void results_of_motions(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    struct subject subject = subject_of(arena_of(state), &sample);
    set_motion(&sample, VERDICT_CARRIED, 1, 0);
    check_text(phrases_result(&subject), "CARRIED, 1 vote to 0. The decision is binding.");
    set_motion(&sample, VERDICT_NOT_CARRIED, 2, 3);
    check_text(phrases_result(&subject), "NOT CARRIED, 2 votes to 3. The decision is binding.");
    set_motion(&sample, VERDICT_NOT_CARRIED, 2, 2);
    check_text(phrases_result(&subject),
               "NOT CARRIED, 2 votes each. A tie does not carry. The decision is binding.");
    set_motion(&sample, VERDICT_NOT_CARRIED, 0, 0);
    check_text(phrases_result(&subject), "NOT CARRIED. No vote was cast for or against.");
    set_motion(&sample, VERDICT_CARRIED, 3, 3);
    sample.poll.casting.effect = CASTING_DECIDED;
    check_text(phrases_result(&subject),
               "CARRIED by the chair's casting vote, 3 votes each. The decision is binding.");
    set_motion(&sample, VERDICT_NOT_BINDING, 4, 2);
    check_text(phrases_result(&subject),
               "NOT BINDING. The quorum was not met. The votes were 4 for and 2 against.");
    sample.poll.title = "Vote of censure";
    check_text(phrases_result(&subject), "NOT BINDING. The quorum for a vote of censure was not "
                                         "met. The votes were 4 for and 2 against.");
    set_motion(&sample, VERDICT_CARRIED, 4, 2);
    sample.poll.casting.effect = CASTING_NOT_GIVEN;
    sample.poll.result.review = true;
    check_text(phrases_result(&subject),
               "CARRIED, 4 votes to 2. The decision stands until it is reviewed.");
}

/* Two thirds of all practices, as for admission. */
static void other_majorities(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    struct subject subject = subject_of(arena_of(state), &sample);
    struct condition_outcome *passes = &sample.conditions[1];
    passes->asks = sample_share_of(2, 3, false, MEASURE_MEMBERS, SCOPE_ALL);
    passes->part = figure_told(7), passes->whole = figure_told(10), passes->needed = figure_told(7);
    set_motion(&sample, VERDICT_CARRIED, 7, 2);
    check_text(phrases_result(&subject), "CARRIED. 7 of 10 practices voted for; 7 are needed. The "
                                         "decision is binding.");
    set_motion(&sample, VERDICT_NOT_CARRIED, 6, 3);
    passes->met = false, passes->part = figure_told(6), passes->short_by = figure_told(1);
    check_text(phrases_result(&subject),
               "NOT CARRIED. 6 of 10 practices voted for; at least two thirds is needed: 7. This "
               "is 1 short. The decision is binding.");
    passes->asks = sample_share_of(2, 3, false, MEASURE_VOTES, SCOPE_CAST);
    passes->whole = figure_told(10);
    check_contains(phrases_result(&subject), "6 of 10 votes cast were for; at least two thirds is");
    passes->asks = sample_share_of(1, 2, true, MEASURE_POPULATION, SCOPE_ALL);
    passes->part = figure_told(40000), passes->whole = figure_told(91732),
    passes->needed = figure_told(45867), passes->short_by = figure_told(5867);
    check_contains(phrases_result(&subject),
                   "Practices with 40,000 of 91,732 patients voted for; more than half is needed: "
                   "45,867. This is 5,867 short.");
    passes->asks = (struct condition){.is_number = true, .plus = 8, .measure = MEASURE_MEMBERS};
    passes->part = figure_told(6), passes->needed = figure_told(8),
    passes->short_by = figure_told(2);
    check_contains(phrases_result(&subject),
                   "6 practices voted for; at least 8 is needed. This is 2 short.");
}

static void results_of_elections(void **state)
{
    static struct sample sample;
    sample_election(&sample);
    struct subject subject = subject_of(arena_of(state), &sample);
    sample.poll.result = (struct result){.verdict = VERDICT_ELECTED, .winner = "Dr A"};
    check_text(phrases_result(&subject), "ELECTED: Dr A, with 4 of 9 votes.");
    sample.poll.election.without_half = true;
    check_text(phrases_result(&subject),
               "ELECTED: Dr A, with 4 of 9 votes: most votes, but not more than half.");
    sample.poll.result = (struct result){.verdict = VERDICT_NOT_ELECTED};
    const struct condition_outcome elects = {
        .kind = RULE_ELECTS,
        .asks = sample_share_of(1, 2, true, MEASURE_VOTES, SCOPE_CAST),
        .part.if_told = 4,
        .whole.if_told = 9,
        .needed.if_told = 5,
        .short_by.if_told = 1};
    sample.poll.election.elects = &elects;
    check_text(phrases_result(&subject), "NOT ELECTED. Dr A has 4 of 9 votes, the most; more than "
                                         "half is needed: 5. This is 1 short.");
    sample.poll.counts[GROUP_CAST] = sample_heads(0);
    check_text(phrases_result(&subject), "NOT ELECTED. There was no valid vote.");
    sample.poll.result.verdict = VERDICT_NOT_VALID;
    sample.conditions[0].met = false;
    sample.conditions[0].part = figure_told(7);
    sample.conditions[0].short_by = figure_told(1);
    check_text(phrases_result(&subject),
               "NOT VALID. 7 of 10 practices took part in voting; 8 are needed.");
    check_text(phrases_quorum(&subject, &sample.conditions[0]),
               "No. 7 of 10 practices took part (at least 80%: 8). This is 1 short.");
}

static void quorums(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    struct subject subject = subject_of(arena_of(state), &sample);
    struct condition_outcome *quorum = &sample.conditions[0];
    quorum->heads = 8;
    quorum->asks = sample_share_of(4, 5, false, MEASURE_POPULATION, SCOPE_PRESENT);
    quorum->text = "at least 80% of population present";
    quorum->part = figure_told(73350), quorum->needed = figure_told(73386),
    quorum->short_by = figure_told(36);
    quorum->percent = "79.96", quorum->met = false;
    check_text(phrases_quorum(&subject, quorum),
               "Not met. The 8 practices present represent 73,350 of 91,732 patients (79.96%). At "
               "least 80% is needed: 73,386. This is 36 short.");
    quorum->text = "at least 80% of population replying";
    quorum->asks.replying = true;
    quorum->heads = 1;
    check_contains(phrases_quorum(&subject, quorum),
                   "The 1 practice that replied represents 73,350");
    quorum->heads = 0;
    check_contains(phrases_quorum(&subject, quorum),
                   "Not met. No practice replied. At least 80% is needed: 73,386.");
    quorum->text = "at least 5 practices present";
    quorum->asks = (struct condition){
        .is_number = true, .plus = 5, .measure = MEASURE_MEMBERS, .scope = SCOPE_PRESENT};
    quorum->part = figure_told(1), quorum->needed = figure_told(5),
    quorum->short_by = figure_told(4);
    check_text(phrases_quorum(&subject, quorum),
               "Not met. 1 practice was present (at least 5). This is 4 short.");
    quorum->asks.strictly = true, quorum->part = figure_told(6), quorum->needed = figure_told(6),
    quorum->met = true;
    check_text(phrases_quorum(&subject, quorum), "Met. 6 practices were present (more than 5: 6).");
    quorum->asks = sample_share_of(1, 2, false, MEASURE_VOTES, SCOPE_VOTING);
    quorum->part = figure_told(660), quorum->whole = figure_told(1000),
    quorum->needed = figure_told(500), quorum->places = 2, quorum->heads = 6;
    quorum->percent = "66.00";
    check_text(
        phrases_quorum(&subject, quorum),
        "Met. The 6 practices that took part have 6.60 of 10.00 votes (66.00%). At least half "
        "is needed: 5.00.");
    quorum->part.withheld = true;
    check_text(phrases_quorum(&subject, quorum),
               "Met. The figures are withheld, because the ballots are secret. At least half is "
               "needed: 5.00.");
}

static void reasons(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    struct subject subject = subject_of(arena_of(state), &sample);
    const struct date day = {2015, 6, 26};
    const struct {
        enum return_reason reason;
        const char *role, *words;
    } cases[] = {
        {REASON_NONE, "lead", NULL},
        {REASON_ROLE, "practice manager", "A practice manager may not vote."},
        {REASON_ROLE, "observer", "An observer may not vote."},
        {REASON_ROLE, "other", "Only the roles that the rules name may vote."},
        {REASON_PROXY_NOT_ALLOWED, "proxy", "Proxies may not be used in this decision."},
        {REASON_PROXY_NOT_NAMED, "proxy", "The proxy is not named."},
        {REASON_PROXY_NOT_NOTIFIED, "proxy",
         "It is not recorded that the locality lead was told of the proxy."},
        {REASON_PROXY_TOLD_LATE, "proxy",
         "The locality lead was told on 26 June 2015, after the day of the vote."},
        {REASON_SAME_ANSWER, "lead", "The same answer as on line 4, which counts."},
        {REASON_FIRST_COUNTS, "lead", "The first ballot counts, on line 4."},
        {REASON_LAST_COUNTS, "lead", "The last ballot counts, on line 4."},
        {REASON_DIFFERENT_ANSWERS, "lead", "Different from line 4: both are void."},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        check_text(phrases_reason(&subject, &(struct return_outcome){.reason = cases[i].reason,
                                                                     .role = cases[i].role,
                                                                     .notified_on = day,
                                                                     .other_line = 4,
                                                                     .other_row = 4}),
                   cases[i].words);
}

static void other_counts_and_margins(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    struct subject subject = subject_of(arena_of(state), &sample);
    sample.poll.other_count.differs = true;
    check_text(phrases_other_count(&subject), "By list size the result would have been different: "
                                              "42,965 patients for, 19,341 against.");
    sample.poll.other_count = (struct other_count){.given = true,
                                                   .comparable = true,
                                                   .by_heads = true,
                                                   .in_favour = {5, 0, 5},
                                                   .against = {4, 0, 4}};
    check_text(phrases_other_count(&subject), "Counted as one vote per practice the result would "
                                              "have been the same: 5 for, 4 against.");
    sample.poll.other_count.given = false;
    check_true(phrases_other_count(&subject) == NULL);
    sample.poll.margin = (struct margin){.known = true, .absent_known = true, .absent = 1};
    check_text(phrases_margin(&subject),
               "No change of the votes cast would have changed the result. The 1 practice not "
               "represented could not have changed it, had it voted against.");
    static const char *const who[] = {"Ash"};
    sample.poll.margin = (struct margin){.known = true, .possible = true, .members = 1, .who = who};
    check_text(phrases_margin(&subject),
               "Had Ash voted otherwise, the result would have been different.");
    sample.poll.margin = (struct margin){.quorum_known = true, .absent = 3};
    check_text(phrases_margin(&subject),
               "The 3 practices not represented would not have made the quorum together.");
    sample.poll.margin =
        (struct margin){.quorum_known = true, .quorum_members = 1, .quorum_any = true};
    check_text(phrases_margin(&subject), "Any 1 practice more would have made the quorum.");
    sample.poll.margin = (struct margin){0};
    check_true(phrases_margin(&subject) == NULL);
}

static void readings(void **state)
{
    static struct sample sample;
    sample_election(&sample);
    struct subject subject = subject_of(arena_of(state), &sample);
    struct reading_outcome reading = {.name = "a majority is more than half",
                                      .clause = "Appendix 1, 13",
                                      .result = {.verdict = VERDICT_ELECTED, .winner = "Dr B"},
                                      .differs = true};
    check_text(phrases_reading(&subject, &reading),
               "On the reading \"a majority is more than half\" (Appendix 1, 13) the result would "
               "be ELECTED: Dr B.");
    reading = (struct reading_outcome){.name = "x",
                                       .result = {.verdict = VERDICT_FURTHER_ELECTION,
                                                  .run_off = sample.run_off,
                                                  .run_off_count = 2},
                                       .run_off_differs = true};
    check_text(phrases_reading(&subject, &reading),
               "On the reading \"x\" others would stand in the further election: Dr A and Dr B.");
    reading = (struct reading_outcome){
        .name = "x", .result.verdict = VERDICT_NONE, .refused = "The Bell Surgery"};
    check_text(phrases_reading(&subject, &reading),
               "On the reading \"x\" the ballots of one practice contradict each other and nothing "
               "could be decided.");
}

static const char *first_note(struct arena *arena, const struct sample *sample)
{
    struct note_list list = phrases_notes(arena, &sample->outcome, LISTED_ALL);
    check_true(list.count > 0);
    return list.notes[0].text;
}

static void notes(void **state)
{
    static struct sample sample;
    struct arena *arena = arena_of(state);
    sample_meeting(&sample);
    sample.without.met = false;
    sample.interested[1] = "The Bell Surgery";
    sample.poll.roll_call.interested_count = 2;
    check_text(first_note(arena, &sample),
               "The constitution does not say whether a practice with an interest counts towards "
               "the quorum. They are counted here. Without them 65,967 patients (71.91%) are "
               "represented, and the quorum would not be met.");
    sample.poll.casting.effect = CASTING_NOT_IN_RULES;
    check_text(first_note(arena, &sample),
               "A casting vote was given, but the rules have none. It was not used.");
    const struct condition_outcome review = {
        .kind = RULE_REVIEW,
        .asks = {.is_number = true, .plus = 2, .measure = MEASURE_MEMBERS, .scope = SCOPE_AGAINST},
        .part.if_told = 2,
        .needed.if_told = 2,
        .met = true};
    sample.outcome.terms.unit = "locality";
    sample.outcome.terms.units = "localities";
    sample.poll.review = &review;
    sample.poll.result.review = true;
    check_text(first_note(arena, &sample),
               "2 localities voted against. The decision is reviewed at the next meeting and "
               "stands meanwhile.");
    struct note_list list = phrases_notes(arena, &sample.outcome, LISTED_ALL);
    check_int((long long)list.count, 4);
    check_text(marks_of(arena, list, 0, ANCHOR_RESULT), " [1] [2]");
    check_text(marks_of(arena, list, 0, ANCHOR_INTERESTS), " [3]");
    check_text(marks_of(arena, list, NO_POLL, ANCHOR_SHARE), " [4]");
    check_text(marks_of(arena, list, 0, ANCHOR_VOTES), "");
}

static void shares(void **state)
{
    static struct sample sample;
    struct arena *arena = arena_of(state);
    sample_meeting(&sample);
    sample.poll.quorum.without_interested_count = 0;
    sample.share.of_sum = true;
    sample.share.total = sample.share.sum_of_rows;
    sample.share.votes = "1.28";
    sample.share.percent_long = "12.81";
    const struct share *share = &sample.share;
    check_text(phrases_share(arena, &terms_default, share->votes, share->votes_in_all,
                             share->population, share->total, share->percent_long),
               "1.28 of 10 votes: 91,732 of 716,193 patients (12.81%)");
    check_text(first_note(arena, &sample), "The localities add up to 716,193, which is used here, "
                                           "not the stated total of 720,029.");
    sample.share.totals_differ = false;
    sample.share.roll_differs = true;
    sample.share.roll_population = 91733;
    check_text(first_note(arena, &sample),
               "The practices of the roll have 91,733 patients. The table of localities gives "
               "91,732, and the share is worked out on that.");
}

static void ballots_kept(void **state)
{
    static struct sample sample;
    sample_election(&sample);
    struct subject subject = subject_of(arena_of(state), &sample);
    sample.poll.keeping.destroy_on = (struct date){2015, 7, 24};
    check_text(phrases_ballots(&subject),
               "Confidential to the Election Manager. Destroy them on 24 July 2015, one month "
               "after the outcome was confirmed.");
    sample.poll.secrecy = BALLOTS_OPEN;
    sample.poll.keeping.months = 12;
    sample.poll.keeping.destroy_on = (struct date){0};
    check_text(phrases_ballots(&subject), "Keep them until 12 months after the outcome is "
                                          "confirmed, then destroy them.");
    sample.poll.keeping.months = 0;
    check_true(phrases_ballots(&subject) == NULL);
}

/* Whatever is binding on one reading and not on another is not called binding. */
static void binding_may_depend(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    struct subject subject = subject_of(arena_of(state), &sample);
    sample.readings[0].result.verdict = VERDICT_NOT_CARRIED;
    sample.readings[0].differs = true;
    sample.poll.readings = sample.readings;
    sample.poll.reading_count = 1;
    check_text(phrases_result(&subject), "CARRIED, 4 votes to 2. The decision is binding.");
    sample.readings[0].result.verdict = VERDICT_NOT_BINDING;
    check_text(phrases_result(&subject), "CARRIED, 4 votes to 2.");
    sample.readings[0].differs = false;
    check_text(phrases_result(&subject), "CARRIED, 4 votes to 2. The decision is binding.");
}

static void casting_votes(void **state)
{
    static struct sample sample;
    struct arena *arena = arena_of(state);
    static const struct {
        enum casting_effect effect;
        bool in_favour;
        const char *words;
    } cases[] = {
        {CASTING_DECIDED, true, "The votes were tied. The chair's casting vote was for."},
        {CASTING_DECIDED, false, "The votes were tied. The chair's casting vote was against."},
        {CASTING_NOT_TIED, true,
         "A casting vote was given, but it was not needed. It was not used."},
        {CASTING_NOT_ENOUGH, true,
         "A casting vote was given, but it only settles a tie among the votes cast, and what is "
         "not met asks for more than that. It was not used."},
        {CASTING_ELECTION, true,
         "A casting vote was given, but an election has none. It was not used."},
    };
    sample_meeting(&sample);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        sample.poll.casting.effect = cases[i].effect;
        sample.poll.casting.in_favour = cases[i].in_favour;
        check_text(first_note(arena, &sample), cases[i].words);
    }
}

static void what_it_rests_on(void **state)
{
    static const struct {
        enum rule_kind rule;
        const char *value, *sentence;
    } cases[] = {
        {RULE_QUORUM, "none", "None is asked for."},
        {RULE_QUORUM, "at least 50% of population present", "At least 50% of population present."},
        {RULE_QUORUM_AT, "vote", "The quorum is of who is there at the vote."},
        {RULE_QUORUM_AT, "opening",
         "The quorum is of who was there when the meeting opened; who leaves later does not "
         "break it."},
        {RULE_INTEREST, "counts as present", "A practice with an interest counts as present."},
        {RULE_INTEREST, "does not count as present",
         "A practice with an interest does not count as present."},
        {RULE_INTEREST, "leaves the base",
         "A practice with an interest is left out of every sum, also of the whole roll."},
        {RULE_ABSTENTION, "present",
         "A practice that abstains is present and takes no part in voting."},
        {RULE_ABSTENTION, "takes part", "A practice that abstains takes part in voting."},
        {RULE_PROXY, "named and notified",
         "A proxy must be named, and the locality lead told beforehand."},
        {RULE_PROXY, "named", "A proxy must be named."},
        {RULE_PROXY, "any", "A proxy need not be named."},
        {RULE_PROXY, "none", "Proxies may not be used."},
        {RULE_REPEAT_BALLOTS, "void, takes part",
         "A practice that gives different answers takes part in voting, and its ballots are void."},
        {RULE_REPEAT_BALLOTS, "void, does not take part",
         "A practice that gives different answers takes no part in voting, and its ballots are "
         "void."},
        {RULE_REPEAT_BALLOTS, "last counts",
         "Of a practice that gives different answers the last ballot counts."},
        {RULE_TIE, "not carried", "A tie does not carry."},
        {RULE_TIE, "casting vote", "In a tie the chair has a casting vote."},
        {RULE_TIE, "further election among the tied",
         "In a tie there is a further election, in which only those tied may stand."},
        {RULE_CANDIDATES, "listed", "Only candidates who were listed may stand."},
        {RULE_AREAS, "every area must pass", "Every area must carry it."},
        {RULE_SECRECY, "secret", "The ballots are secret."},
        {RULE_KEEP_BALLOTS, "1 month",
         "The ballots are kept until 1 month after the outcome is confirmed."},
        {RULE_REVIEW, "at least 2 localities against", "At least 2 localities against."},
    };
    static struct sample sample;
    struct arena *arena = arena_of(state);
    sample_meeting(&sample);
    struct subject subject = subject_of(arena, &sample);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct basis basis = sample_basis(cases[i].rule, cases[i].value);
        basis.clause = "Appendix 1";
        check_text(phrases_basis(&subject, &basis),
                   arena_format(arena, "%s Appendix 1.", cases[i].sentence));
    }
    struct basis voters = {.kind = RULE_VOTERS, .value = RULE_VALUE_OPEN, .clause = "Appendix 1"};
    voters.roles = 1u << ROLE_LEAD | 1u << ROLE_DEPUTY | 1u << ROLE_PROXY;
    check_text(phrases_basis(&subject, &voters), "Lead, deputy or proxy may vote. Appendix 1.");
    voters.roles = 1u << ROLE_LEAD;
    check_text(phrases_basis(&subject, &voters), "Only the lead may vote. Appendix 1.");
    sample.outcome.terms.unit = "area";
    struct basis basis = sample_basis(RULE_INTEREST, "counts as present");
    basis.is_default = true;
    check_text(phrases_basis(&subject, &basis),
               "An area with an interest counts as present. Not in the rules table; the program's "
               "default.");
}

static void whose_rules(void **state)
{
    struct arena *arena = arena_of(state);
    check_text(phrases_rules(arena, "con", "Ashby", "2015/16"), "Constitution 2015/16");
    check_text(phrases_rules(arena, "con", "Ashby", NULL),
               "The constitution of Ashby, called \"con\" here");
    check_text(phrases_rules(arena, "con", NULL, NULL), "The constitution called \"con\"");
}

static void refused_members(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    struct subject subject = subject_of(arena_of(state), &sample);
    static const struct return_outcome once[] = {{.practice = "Millstream Surgery"}};
    check_true(phrases_refused_members(&subject) == NULL);
    sample.poll.ballots.refusals = once;
    sample.poll.ballots.refusal_count = 1;
    sample.standings[6].stance = STANDING_REFUSED;
    check_text(phrases_refused_members(&subject),
               "Millstream Surgery counts as absent, because its only ballot was refused.");
    sample.standings[7].stance = STANDING_REFUSED;
    check_text(phrases_refused_members(&subject),
               "Millstream Surgery and Goring and Woodcote Medical Practice count as absent, "
               "because their only ballots were refused.");
}

static void names_of_things(void **state)
{
    (void)state;
    check_text(verdict_name(VERDICT_FURTHER_ELECTION), "further election");
    check_true(verdict_name(VERDICT_NONE) == NULL);
    for (size_t i = 0; i < GROUPS; i++)
        check_true(group_name((enum group)i) != NULL);
    for (size_t i = 0; i < RETURN_STATUSES; i++)
        check_true(return_status_name((enum return_status)i) != NULL);
    check_text(group_name(GROUP_ABSENT), "absent");
    check_text(return_status_name(RETURN_SUPERSEDED), "superseded");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(amounts),
        test_with_arena(sentences),
        test_with_arena(results_of_motions),
        test_with_arena(other_majorities),
        test_with_arena(results_of_elections),
        test_with_arena(quorums),
        test_with_arena(reasons),
        test_with_arena(other_counts_and_margins),
        test_with_arena(readings),
        test_with_arena(notes),
        test_with_arena(shares),
        test_with_arena(ballots_kept),
        test_with_arena(binding_may_depend),
        test_with_arena(casting_votes),
        test_with_arena(what_it_rests_on),
        test_with_arena(whose_rules),
        test_with_arena(refused_members),
        test_with_arena(names_of_things),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
