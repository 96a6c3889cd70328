/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "outcomes.h"
#include "quorate/report.h"
#include "quorate/text.h"

static const char *page_of(struct arena *arena, const struct sample *sample)
{
    struct buffer out = {.arena = arena};
    report_write(format_named("text"), &report_kinds[REPORT_TALLY], arena, &sample->outcome, &out);
    return buffer_text(&out);
}

/* What stands between two lines of a page: from the one that begins with `from` up to `to`. */
static const char *part_of(struct arena *arena, const char *page, const char *from, const char *to)
{
    const char *start = strstr(page, arena_format(arena, "\n%s", from));
    if (start == NULL)
        return page;
    const char *end = strstr(start + 1, arena_format(arena, "\n%s", to));
    return end == NULL ? start + 1 : arena_copy(arena, start + 1, (size_t)(end - start));
}

static void meeting_page(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    check_text(page_of(arena_of(state), &sample),
               "SOUTH EAST OXFORDSHIRE LOCALITY GROUP\n"
               "Vote at a meeting on 24 June 2015\n"
               "\n"
               "Motion      Adopt the frailty pathway proposal\n"
               "Result      CARRIED, 4 votes to 2. The decision is binding.\n"
               "\n"
               "Quorum      Met. The 8 practices present represent 77,375 of 91,732 patients\n"
               "            (84.35%). At least half is needed: 45,866.\n"
               "Votes       4 for, 2 against, 1 abstained. One vote per practice.\n"
               "            By list size: 42,965 patients for, 19,341 against: the same result.\n"
               "Interests   The Rycote Practice declared an interest and took no part in the\n"
               "            decision. [1]\n"
               "Absent      Millstream Surgery\n"
               "            Goring and Woodcote Medical Practice\n"
               "Rows        8 in the ballot file: 6 counted, 1 abstained, 1 interested.\n"
               "Margin      Had 1 practice voted otherwise, the result would have been\n"
               "            different. The 2 practices not represented could have changed it,\n"
               "            had they all voted against.\n"
               "\n"
               "Practice                              List size    Share  Vote\n"
               "The Hart Surgery                         10,318   11.25%  For\n"
               "Chalgrove and Watlington Surgeries        7,478    8.15%  For\n"
               "Morland House Surgery                    10,571   11.52%  Against\n"
               "Nettlebed Surgery                         3,661    3.99%  Abstained\n"
               "Sonning Common Health Centre              8,648    9.43%  For\n"
               "The Bell Surgery                          8,770    9.56%  Against\n"
               "Millstream Surgery                        4,745    5.17%  Absent\n"
               "Goring and Woodcote Medical Practice      9,612   10.48%  Absent\n"
               "The Rycote Practice                      11,408   12.44%  Interest declared\n"
               "Wallingford Medical Centre               16,521   18.01%  For\n"
               "10 practices                             91,732  100.00%\n"
               "\n"
               "Governing Body\n"
               "The locality has 1.27 of 10 votes: 91,732 of 720,029 patients (12.74%). [2]\n"
               "\n"
               "Basis\n"
               "Weighting   One vote per practice. List sizes at 1 April 2015. Voting Structure.\n"
               "Rules       Constitution 2015/16\n"
               "Majority    More than half of votes cast. Not stated in the constitution: a\n"
               "            simple majority.\n"
               "Interests   A practice with an interest counts as present. Not stated in the\n"
               "            constitution.\n"
               "\n"
               "Notes\n"
               "[1] The constitution does not say whether a practice with an interest counts\n"
               "    towards the quorum. It is counted here. Without it 65,967 patients (71.91%)\n"
               "    are represented, so the quorum is met either way.\n"
               "[2] The localities add up to 716,193, not the stated total of 720,029. On\n"
               "    716,193 the share would be 12.81% and 1.28 votes.\n"
               "\n"
               "Files       ballots.csv   sha256\n"
               "            c91e5d2f0a6b7788c91e5d2f0a6b7788c91e5d2f0a6b7788c91e5d2f0a6b7788\n"
               "Made by     quorate 1.0.0\n");
}

static void election_page(void **state)
{
    static struct sample sample;
    sample_election(&sample);
    sample.outcome.share = NULL;
    sample.poll.roll_call.standing_count = 2;
    sample.standings[1].stance = STANDING_ABSENT;
    check_text(page_of(arena_of(state), &sample),
               "SOUTH EAST OXFORDSHIRE LOCALITY GROUP\n"
               "Election of the Locality Clinical Director or Deputy, 24 June 2015\n"
               "\n"
               "Result      FURTHER ELECTION. Dr A and Dr B have 4 votes each. Only they may\n"
               "            stand. [1]\n"
               "\n"
               "Valid       Yes. 10 of 10 practices took part (at least 80%: 8).\n"
               "Votes       Dr A  4 votes\n"
               "            Dr B  4 votes\n"
               "            Dr C  1 vote\n"
               "            1 abstained. One vote per practice.\n"
               "Ballots     Confidential to the Election Manager. Keep them until one month\n"
               "            after the outcome is confirmed, then destroy them.\n"
               "Rows        10 in the ballot file: 9 counted, 1 abstained.\n"
               "\n"
               "Practice                              List size    Share  Ballot\n"
               "The Hart Surgery                         10,318   11.25%  Ballot returned\n"
               "Chalgrove and Watlington Surgeries        7,478    8.15%  No reply\n"
               "2 practices                              17,796  100.00%\n"
               "\n"
               "Basis\n"
               "Weighting   One vote per practice. List sizes at 1 April 2015. Voting Structure.\n"
               "Rules       Constitution 2015/16\n"
               "\n"
               "Notes\n"
               "[1] The rules let only assessed candidates stand. No list of candidates was\n"
               "    given, so this was not checked.\n"
               "\n"
               "Files       ballots.csv   sha256 withheld, because the ballots could be guessed\n"
               "            from it\n"
               "Made by     quorate 1.0.0\n");
}

static void weighted_votes(void **state)
{
    static struct sample sample;
    struct arena *arena = arena_of(state);
    sample_meeting(&sample);
    struct poll_outcome *poll = &sample.poll;
    poll->weighing.words = "list size";
    poll->weighing.kind = WEIGHT_LIST_SIZE;
    poll->counts[GROUP_CAST] = sample_count(9, 86987, 86987);
    poll->counts[GROUP_FOR] = sample_count(4, 48818, 48818);
    poll->counts[GROUP_AGAINST] = sample_count(5, 38169, 38169);
    poll->counts[GROUP_ABSTAINED] = sample_count(0, 0, 0);
    poll->other_count = (struct other_count){.given = true,
                                             .comparable = true,
                                             .by_heads = true,
                                             .in_favour = {4, 48818, 4},
                                             .against = {5, 38169, 5},
                                             .verdict = VERDICT_NOT_CARRIED,
                                             .differs = true};
    const char *page = page_of(arena, &sample);
    check_contains(page, "\nResult      CARRIED, 48,818 to 38,169 by list size.");
    check_contains(page, "\nWeighting   By list size. List sizes at 1 April 2015. Voting");
    check_text(part_of(arena, page, "Votes", "Interests"),
               "Votes       4 practices for      48,818 patients   56.12% of votes cast\n"
               "            5 practices against  38,169 patients   43.88%\n"
               "            Counted as one vote per practice the result would have been\n"
               "            different: 4 for, 5 against.\n");
}

/* 50.004% is more than half and is not printed as half. */
static void close_percentages(void **state)
{
    static struct sample sample;
    struct arena *arena = arena_of(state);
    sample_meeting(&sample);
    sample.poll.weighing.words = "list size";
    sample.poll.weighing.kind = WEIGHT_LIST_SIZE;
    sample.poll.counts[GROUP_CAST] = sample_count(2, 100000, 100000);
    sample.poll.counts[GROUP_FOR] = sample_count(1, 50004, 50004);
    sample.poll.counts[GROUP_AGAINST] = sample_count(1, 49996, 49996);
    const char *page = page_of(arena, &sample);
    check_contains(page, "1 practice for        50,004 patients   50.004% of votes cast\n"
                         "            1 practice against    49,996 patients   49.996%\n");
}

static void depends_stands_behind_result(void **state)
{
    static struct sample sample;
    struct arena *arena = arena_of(state);
    static const char *const both[] = {"one", "two"};
    sample_meeting(&sample);
    sample.readings[0] =
        (struct reading_outcome){.name = "an interested practice is not represented",
                                 .clause = "not stated",
                                 .result.verdict = VERDICT_NOT_BINDING,
                                 .differs = true};
    sample.readings[1] = (struct reading_outcome){.name = "one + two",
                                                  .together = both,
                                                  .together_count = 2,
                                                  .result.verdict = VERDICT_NONE,
                                                  .refused = "The Bell Surgery"};
    sample.poll.readings = sample.readings;
    sample.poll.reading_count = 2;
    sample.poll.certain = false;
    const char *page = page_of(arena, &sample);
    check_text(part_of(arena, page, "Result", "Quorum"),
               "Result      CARRIED, 4 votes to 2.\n"
               "Depends     On how the rules are read. On the reading \"an interested practice is\n"
               "            not represented\" (not stated) the result would be NOT BINDING. On\n"
               "            the readings \"one\" and \"two\" together the ballots of The Bell\n"
               "            Surgery contradict each other and nothing could be decided.\n"
               "\n");
    /* It is said once: the notes do not repeat it. */
    check_true(strstr(strstr(page, "NOT BINDING") + 1, "NOT BINDING") == NULL);
}

static void every_row_is_told(void **state)
{
    static struct sample sample;
    struct arena *arena = arena_of(state);
    sample_meeting(&sample);
    struct poll_outcome *poll = &sample.poll;
    sample.returns[0].by_proxy = true;
    sample.returns[0].role = "proxy";
    sample.returns[0].voter = "Dr P Example";
    sample.returns[0].notified_on = (struct date){2015, 6, 22};
    sample.returns[1].status = RETURN_SUPERSEDED;
    sample.returns[1].reason = REASON_SAME_ANSWER;
    sample.returns[1].other_line = 9;
    sample.returns[2].status = RETURN_VOID;
    sample.returns[2].reason = REASON_DIFFERENT_ANSWERS;
    sample.returns[2].other_line = 6;
    sample.returns[3].remark = "no mandate";
    sample.returns[4].by_proxy = true; /* and refused, so nobody stands by it */
    sample.returns[4].status = RETURN_REFUSED;
    sample.standings[4].by = NULL;
    const struct return_outcome refusals[] = {
        {.line = 10,
         .practice = "Millstream Surgery",
         .role = "practice manager",
         .voter = "Ms Q",
         .reason = REASON_ROLE},
        {.line = 11,
         .practice = "Millstream Surgery",
         .role = "proxy",
         .reason = REASON_PROXY_TOLD_LATE,
         .notified_on = {2015, 6, 26}},
    };
    poll->ballots.refusals = refusals;
    poll->ballots.refusal_count = 2;
    sample.standings[6].stance = STANDING_REFUSED;
    sample.absent[0] = sample.absent[1];
    poll->roll_call.absent_count = 1;
    poll->ballots.by_status[RETURN_COUNTED] = 4;
    poll->ballots.by_status[RETURN_REFUSED] = 2;
    poll->ballots.by_status[RETURN_SUPERSEDED] = poll->ballots.by_status[RETURN_VOID] = 1;
    poll->ballots.rows = 10;
    const char *page = page_of(arena, &sample);
    check_text(part_of(arena, page, "Absent", "Proxies"),
               "Absent      Goring and Woodcote Medical Practice\n");
    check_text(part_of(arena, page, "Proxies", "Margin"),
               "Proxies     Dr P Example was the proxy of The Hart Surgery. The locality lead\n"
               "            was told on 22 June 2015.\n"
               "Refused     Line 10: Millstream Surgery (practice manager, Ms Q). A practice\n"
               "            manager may not vote.\n"
               "            Line 11: Millstream Surgery (proxy). The locality lead was told on\n"
               "            26 June 2015, after the day of the vote.\n"
               "            Millstream Surgery counts as absent, because its only ballots were\n"
               "            refused.\n"
               "Superseded  Line 3: Chalgrove and Watlington Surgeries, for. The same answer as\n"
               "            on line 9, which counts.\n"
               "Void        Line 4: Morland House Surgery, against. Different from line 6: both\n"
               "            are void.\n"
               "Remarks     Line 5: Nettlebed Surgery: no mandate\n"
               "Rows        10 in the ballot file: 4 counted, 1 abstained, 1 interested, 2\n"
               "            refused, 1 superseded, 1 void.\n");
    check_contains(page,
                   "The Hart Surgery                         10,318   11.25%  For (proxy, Dr P\n"
                   "                                                          Example)\n");
}

static void several_polls(void **state)
{
    static struct sample first, second;
    struct arena *arena = arena_of(state);
    sample_meeting(&first);
    sample_meeting(&second);
    struct poll_outcome polls[] = {first.poll, second.poll};
    polls[1].motion = "Another motion";
    polls[1].quorum.without_interested_count = 0;
    polls[1].remarks.of_rules = (const char *const[]){"It takes effect at once"};
    polls[1].remarks.of_rules_count = 1;
    first.outcome.polls = polls;
    first.outcome.poll_count = 2;
    first.outcome.date = (struct date){0};
    const char *page = page_of(arena, &first);
    const char *rule =
        "--------------------------------------------------------------------------------\n";
    check_contains(page, "SOUTH EAST OXFORDSHIRE LOCALITY GROUP\n"
                         "2 motions\n\n"
                         "Motion 1    Adopt the frailty pathway proposal\n"
                         "            CARRIED, 4 votes to 2. The decision is binding.\n"
                         "Motion 2    Another motion\n"
                         "            CARRIED, 4 votes to 2. The decision is binding.\n\n"
                         "Who voted how\n"
                         "Practice                              Motion 1   Motion 2\n"
                         "The Hart Surgery                      For        For\n");
    check_contains(
        page, arena_format(arena, "%sVote at a meeting\n\nMotion      Adopt the frailty", rule));
    check_contains(page, arena_format(arena, "%sVote at a meeting\n\nMotion      Another", rule));
    check_contains(page, arena_format(arena, "%s\nGoverning Body\n", rule));
    check_contains(page, "The decision is binding. [2]\n");
    check_contains(page, "[2] It takes effect at once.\n[3] The localities add up");
    check_contains(page, "Rows        8 of the ballot file: ");
}

static void names_cannot_move_the_cursor(void **state)
{
    static struct sample sample;
    struct arena *arena = arena_of(state);
    sample_meeting(&sample);
    sample.poll.motion = "Clear \x1b[2J the \xE2\x80\xAE screen";
    sample.inputs[0].file = "bad\xff.csv";
    const char *page = page_of(arena, &sample);
    check_true(strchr(page, '\x1b') == NULL);
    check_true(strstr(page, "\xE2\x80\xAE") == NULL);
    check_contains(page, "Clear \xEF\xBF\xBD[2J the \xEF\xBF\xBD screen\n");
    check_contains(page, "bad\xEF\xBF\xBD.csv");
}

/* Whatever the names, no line is wider than the page. */
static void eighty_columns(void **state)
{
    static struct sample sample;
    struct arena *arena = arena_of(state);
    sample_election(&sample);
    sample.poll.secrecy = BALLOTS_OPEN;
    sample.poll.weighing.kind = WEIGHT_PER_PATIENTS;
    sample.poll.weighing.words = "one vote per 2,000 patients, rounded down";
    sample.poll.counts[GROUP_CAST] = sample_count(9, 90000000, 45000);
    for (size_t i = 0; i < 3; i++)
        sample.candidates[i].count = sample_count(3, 30000000, 15000);
    sample.candidates[1].name =
        "Dr Maria Magdalena of the Long and Winding Name Whose Practice Is Far Away, Jr";
    sample.standings[0].practice =
        "The Practice of the Long and Winding Name that Nobody Remembers in Full, Ewelme";
    sample.standings[0].stance = STANDING_VOTED;
    sample.standings[0].vote = sample.candidates[1].name;
    sample.standings[1].list_size = 100000000;
    const char *page = page_of(arena, &sample);
    for (const char *line = page; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        const char *copy = arena_copy(arena, line, length);
        check_text(text_width(copy) <= 80 ? "" : copy, "");
        line += length + 1;
    }
    check_contains(page, "\nVotes       Dr A\n"
                         "              3 practices  30,000,000 patients  15,000 votes   33.33%\n"
                         "            Dr Maria Magdalena");
}

static void unlike_the_first_constitution(void **state)
{
    static struct sample sample;
    struct arena *arena = arena_of(state);
    sample_meeting(&sample);
    sample.outcome.terms.unit = "locality";
    sample.outcome.terms.units = "localities";
    sample.outcome.body = NULL;
    sample.outcome.edition = NULL;
    sample.outcome.from.constitution = "county";
    sample.outcome.has_list_sizes = false;
    sample.outcome.route = "no consensus";
    sample.poll.condition_count = 0;
    sample.basis[sample.poll.basis_count++] =
        (struct basis){.kind = RULE_QUORUM,
                       .value = QUORUM_NONE,
                       .text = "none",
                       .clause = "not stated: the county meets as it can",
                       .unstated = ": the county meets as it can"};
    sample.poll.weighing.words = "votes column";
    sample.poll.weighing.kind = WEIGHT_VOTES_COLUMN;
    sample.poll.weighing.places = 2;
    sample.poll.counts[GROUP_CAST] = sample_count(6, 0, 1000);
    sample.poll.counts[GROUP_FOR] = sample_count(4, 0, 660);
    sample.poll.counts[GROUP_AGAINST] = sample_count(2, 0, 340);
    sample.poll.counts[GROUP_ABSTAINED] = sample_count(0, 0, 0);
    for (size_t i = 0; i < MEMBERS; i++)
        sample.standings[i].votes = 127;
    const char *page = page_of(arena, &sample);
    check_contains(page, "COUNTY\nVote at");
    check_contains(page, "\nResult      CARRIED, 6.60 votes to 3.40. The decision is binding.\n");
    check_contains(
        page, "\nQuorum      None is asked for. Not stated in the constitution: the county meets\n"
              "            as it can.\n");
    check_contains(page, "\nVotes       4 localities for      6.60 votes   66.00% of votes cast\n"
                         "            2 localities against  3.40 votes   34.00%\n"
                         "            The votes published in the table of members.\n");
    check_contains(page, "\nLocality                                           Votes  Vote\n"
                         "The Hart Surgery                                    1.27  For\n");
    check_contains(page, "\n10 localities                                      12.70\n");
    check_contains(page,
                   "\nRoute       no consensus\nRules       The constitution called \"county\"\n");
}

static void formats_by_name(void **state)
{
    (void)state;
    check_text(formats[0].name, "text");
    check_text(format_named("json")->name, "json");
    check_true(format_named("jso") == NULL);
    check_true(format_named("") == NULL);
    check_text(format_of_file("minutes/June.TXT")->name, "text");
    check_text(format_of_file("a.b.json")->name, "json");
    check_text(format_of_file("result.HTM")->name, "html");
    check_text(format_of_file("result.xhtml")->name, "html");
    check_text(format_of_file("minutes.markdown")->name, "markdown");
    check_text(format_of_file("minutes.text")->name, "text");
    check_true(format_of_file("minutes.d/result") == NULL);
    check_true(format_of_file(".json") == NULL);
    check_true(format_of_file("result.pdf") == NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(meeting_page),
        test_with_arena(election_page),
        test_with_arena(weighted_votes),
        test_with_arena(close_percentages),
        test_with_arena(depends_stands_behind_result),
        test_with_arena(every_row_is_told),
        test_with_arena(several_polls),
        test_with_arena(names_cannot_move_the_cursor),
        test_with_arena(eighty_columns),
        test_with_arena(unlike_the_first_constitution),
        test_with_arena(formats_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
