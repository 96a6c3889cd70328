/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "outcomes.h"
#include "quorate/report.h"
#include "well_formed.h"

static struct sample sample;

static const char *html_of(struct arena *arena)
{
    struct buffer out = {.arena = arena};
    report_write(format_named("html"), &report_kinds[REPORT_TALLY], arena, &sample.outcome, &out);
    return buffer_text(&out);
}

static void expect(const char *page, const char *part)
{
    if (strstr(page, part) == NULL) {
        print_error("%s\n", page);
        check_text("not found", part);
    }
}

static const char *visible_of(struct arena *arena, const char *page)
{
    const char *visible;
    check_text(page_read(arena, page, &visible), NULL);
    return visible;
}

static size_t times(const char *page, const char *part)
{
    size_t count = 0;
    while ((page = strstr(page, part)) != NULL) {
        count++;
        page += strlen(part);
    }
    return count;
}

static bool begins(const char *page, const char *part)
{
    return page != NULL && strncmp(page, part, strlen(part)) == 0;
}

/* Each part stands behind the one before. */
static void expect_in_order(const char *page, const char *const *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        expect(page, parts[i]);
        page = strstr(page, parts[i]) + strlen(parts[i]);
    }
}

/* ---- The frame */

static void head_of_the_page(void **state)
{
    sample_meeting(&sample);
    const char *page = html_of(arena_of(state));
    check_true(begins(page, "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" "
                            "lang=\"en-GB\" xml:lang=\"en-GB\">\n"));
    expect(page, "<meta charset=\"utf-8\"/>");
    expect(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                 "style-src 'unsafe-inline'\"/>");
    expect(page, "<title>Carried: Adopt the frailty pathway proposal - South East Oxfordshire "
                 "Locality Group</title>");
    check_int(times(page, "<h1"), 1);
    check_int(times(page, "<main"), 1);
    check_int(times(page, "<header"), 1);
    check_int(times(page, "<footer"), 1);
}

/* The two names of languages are the only addresses there are. */
static void nothing_is_asked_for(void **state)
{
    sample_meeting(&sample);
    const char *page = html_of(arena_of(state));
    check_int(times(page, "http://") + times(page, "https://"),
              times(page, "xmlns=\"http://www.w3.org/1999/xhtml\"") +
                  times(page, "xmlns=\"http://www.w3.org/2000/svg\""));
    check_lacks(page, "<script");
    check_lacks(page, "@import");
    check_int(times(page, "url("), times(page, "url(#pattern-"));
}

/* A reference to a pattern that is not there would leave a bar without any fill. */
static void every_pattern_is_there(void **state)
{
    struct arena *arena = arena_of(state);
    sample_meeting(&sample);
    const char *page = html_of(arena);
    for (const char *at = page; (at = strstr(at, "url(#")) != NULL; at++) {
        const char *name = at + strlen("url(#");
        expect(page, arena_format(arena, "<pattern id=\"%.*s\"", (int)strcspn(name, ")"), name));
    }
}

static void order_of_a_motion(void **state)
{
    static const char *const ids[] = {"id=\"outcome\"",        "id=\"quorum\"", "id=\"votes\"",
                                      "id=\"ballots\"",        "id=\"margin\"", "id=\"practices\"",
                                      "id=\"governing-body\"", "id=\"basis\"",  "id=\"readings\"",
                                      "id=\"notes\"",          "id=\"files\"",  "<footer>"};
    sample_meeting(&sample);
    sample.readings[0] = (struct reading_outcome){.name = "otherwise"};
    sample.poll.readings = sample.readings;
    sample.poll.reading_count = 1;
    expect_in_order(html_of(arena_of(state)), ids, COUNT_OF(ids));
}

/* ---- What it tells */

static void whole_motion(void **state)
{
    static const char *const parts[] = {
        "South East Oxfordshire Locality Group",
        "Adopt the frailty pathway proposal",
        "Vote at a meeting on 24 June 2015",
        "Outcome Carried 4 votes to 2. The decision is binding.",
        "Quorum Met. The 8 practices present represent 77,375 of 91,732 patients (84.35%). At "
        "least half is needed: 45,866.",
        "31,509 patients more than the 45,866 needed.",
        "Represented 77,375 of 91,732 patients (84.35%)",
        "Needed: 45,866",
        "Votes 4 for, 2 against, 1 abstained. One vote per practice.",
        "4 of 6 votes cast were for; 4 are needed.",
        "For 4 votes Against 2 votes Abstained 1 vote Whole bar: 6 votes cast Needed: 4",
        "By list size: 42,965 patients for, 19,341 against: the same result.",
        "For 42,965 patients Against 19,341 patients",
        "Interests The Rycote Practice declared an interest and took no part in the decision. [1]",
        "Absent Millstream Surgery Goring and Woodcote Medical Practice",
        "Rows 8 in the ballot file: 6 counted, 1 abstained, 1 interested.",
        "How close it was Had 1 practice voted otherwise, the result would have been different.",
        "Practices with 42,965 patients voted for, practices with 19,341 against.",
        "Wallingford Medical Centre For, 16,521",
        "The Rycote Practice Interest declared, 11,408",
        "Nettlebed Surgery Abstained, 3,661",
        "For Against Abstained Interest declared Not represented",
        "Practice List size Share Vote The Hart Surgery K84035 10,318 11.25% For",
        "Millstream Surgery K84041 4,745 5.17% Absent",
        "10 practices 91,732 100.00% Governing Body",
        "The locality has 1.27 of 10 votes: 91,732 of 720,029 patients (12.74%). [2]",
        "Majority More than half of votes cast. Not stated in the constitution: a simple majority.",
        "Notes The constitution does not say whether a practice with an interest counts towards "
        "the quorum.",
        "The localities add up to 716,193, not the stated total of 720,029.",
        "ballots.csv Ballots 8 c91e5d2f0a6b7788c91e5d2f0a6b7788c91e5d2f0a6b7788c91e5d2f0a6b7788",
        "Chair Name Signature Date",
        "Made by quorate 1.0.0",
    };
    struct arena *arena = arena_of(state);
    sample_meeting(&sample);
    expect_in_order(visible_of(arena, html_of(arena)), parts, COUNT_OF(parts));
}

/* 77,375 of 91,732 is 84.348...%, and half of them exactly in the middle. Of 6 votes cast 2 were
 * against and 4 are needed. Of list sizes the largest is the whole width: 3,661 of 16,521
 * is 22.159...%. */
static void bars_are_as_long_as_their_figures(void **state)
{
    sample_meeting(&sample);
    const char *page = html_of(arena_of(state));
    const char *quorum = strstr(page, "id=\"quorum\"");
    const char *votes = strstr(page, "id=\"votes\"");
    const char *practices = strstr(page, "id=\"practices\"");
    const char *bar = strstr(quorum, "class=\"solid\"");
    check_true(bar < votes);
    check_true(begins(bar, "class=\"solid\" x=\"0%\" width=\"84.34%\""));
    check_true(begins(strstr(quorum, "class=\"mark\""), "class=\"mark\" x1=\"50%\""));
    bar = strstr(votes, "class=\"stripes\"");
    check_true(begins(bar, "class=\"stripes\" x=\"0%\" width=\"33.33%\""));
    /* Abstentions are no part of the votes cast, so no bar of theirs stands beside those. */
    bar = strstr(votes, "class=\"dots\"");
    check_true(bar > practices);
    check_true(begins(strstr(votes, "class=\"mark\""), "class=\"mark\" x1=\"66.66%\""));
    bar = strstr(practices, "class=\"dots\"");
    check_true(begins(bar, "class=\"dots\" x=\"0%\" width=\"22.15%\""));
}

/* Eight abstain of three who voted: they have no bar, and two of three have two thirds of one. */
static void the_track_is_the_whole(void **state)
{
    sample_meeting(&sample);
    sample.poll.counts[GROUP_CAST] = sample_count(3, 0, 3);
    sample.poll.counts[GROUP_FOR] = sample_count(2, 0, 2);
    sample.poll.counts[GROUP_AGAINST] = sample_count(1, 0, 1);
    sample.poll.counts[GROUP_ABSTAINED] = sample_count(8, 0, 8);
    sample.conditions[1].part = figure_told(2);
    sample.conditions[1].whole = figure_told(3);
    sample.conditions[1].needed = figure_told(2);
    const char *votes = strstr(html_of(arena_of(state)), "id=\"votes\"");
    check_true(begins(strstr(votes, "class=\"track\""), "class=\"track\" x=\"0%\" width=\"100%\""));
    check_true(
        begins(strstr(votes, "class=\"solid\""), "class=\"solid\" x=\"0%\" width=\"66.66%\""));
    /* Where the condition is of all members, so is the track. */
    sample.conditions[1].asks = sample_share_of(2, 3, false, MEASURE_MEMBERS, SCOPE_ALL);
    sample.conditions[1].whole = figure_told(10);
    sample.conditions[1].needed = figure_told(7);
    votes = strstr(html_of(arena_of(state)), "id=\"votes\"");
    check_true(begins(strstr(votes, "class=\"solid\""), "class=\"solid\" x=\"0%\" width=\"20%\""));
    check_true(begins(strstr(votes, "class=\"mark\""), "class=\"mark\" x1=\"70%\""));
    expect(votes, "Whole bar: 10 votes in all");
}

/* Nothing that is read out stands in a picture, and what is drawn is hidden from who listens. */
static void shapes_hold_no_text(void **state)
{
    sample_meeting(&sample);
    const char *page = html_of(arena_of(state));
    check_lacks(page, "<text");
    check_int(times(page, "<svg "),
              times(page, "<svg xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\" "
                          "focusable=\"false\""));
    check_int(times(page, "<figure>"), times(page, "<figcaption>"));
}

static void tables_have_captions_and_headings(void **state)
{
    sample_meeting(&sample);
    const char *page = html_of(arena_of(state));
    check_int(times(page, "<table>"), 2);
    check_int(times(page, "<table><caption>"), 2);
    check_int(times(page, "<th "),
              times(page, "<th scope=\"col\"") + times(page, "<th scope=\"row\""));
    check_int(times(page, "<td>"), 0);
    expect(page, "<td class=\"number\" data-label=\"List size\">10,318</td>");
}

static void quorum_that_is_missed(void **state)
{
    struct arena *arena = arena_of(state);
    sample_meeting(&sample);
    sample.poll.result.verdict = VERDICT_NOT_BINDING;
    sample.conditions[0].met = false;
    sample.conditions[0].asks.amount = (struct ratio){4, 5};
    sample.conditions[0].part = figure_told(73350);
    sample.conditions[0].needed = figure_told(73386);
    sample.conditions[0].short_by = figure_told(36);
    sample.conditions[0].percent = "79.96";
    const char *page = html_of(arena);
    expect(page, "<title>Not binding: ");
    expect(page, "class=\"outcome bad\"");
    expect(visible_of(arena, page), "36 patients fewer than the 73,386 needed.");
    /* The bar ends before the mark: 79.961% and 80.000%. */
    expect(page, "x=\"0%\" width=\"79.96%\"");
    expect(page, "class=\"mark\" x1=\"80%\"");
}

static void weighted_votes_beside_heads(void **state)
{
    struct arena *arena = arena_of(state);
    sample_meeting(&sample);
    sample.poll.weighing.words = "list size";
    sample.poll.weighing.kind = WEIGHT_LIST_SIZE;
    sample.poll.counts[GROUP_CAST] = sample_count(9, 86987, 86987);
    sample.poll.counts[GROUP_FOR] = sample_count(4, 48818, 48818);
    sample.poll.counts[GROUP_AGAINST] = sample_count(5, 38169, 38169);
    sample.poll.counts[GROUP_ABSTAINED] = sample_count(0, 0, 0);
    sample.conditions[1].part = figure_told(48818);
    sample.conditions[1].whole = figure_told(86987);
    sample.conditions[1].needed = figure_told(43494);
    sample.poll.other_count = (struct other_count){.given = true,
                                                   .comparable = true,
                                                   .by_heads = true,
                                                   .in_favour = {.members = 4},
                                                   .against = {.members = 5},
                                                   .differs = true};
    const char *visible = visible_of(arena, html_of(arena));
    expect(visible, "Carried 48,818 to 38,169 by list size. The decision is binding.");
    expect(visible, "Votes 48,818 of 86,987 votes cast were for; 43,494 are needed. "
                    "4 practices for 48,818 patients, 56.12% of votes cast "
                    "5 practices against 38,169 patients, 43.88% of votes cast");
    expect(visible, "Counted as one vote per practice the result would have been different: 4 for, "
                    "5 against. For 4 practices Against 5 practices");
}

static void secret_election(void **state)
{
    struct arena *arena = arena_of(state);
    sample_election(&sample);
    const char *page = html_of(arena);
    const char *visible = visible_of(arena, page);
    expect(page, "<title>Further election: Election of the Locality Clinical Director or Deputy");
    expect(visible, "Further election Dr A and Dr B have 4 votes each. Only they may stand.");
    expect(visible,
           "Was it valid? Yes. 10 of 10 practices took part (at least 80%: 8). 2 practices "
           "more than the 8 needed.");
    expect(visible, "Dr A and Dr B have equal votes, more than anybody else. Dr A 4 votes Dr B 4 "
                    "votes Dr C 1 vote");
    check_lacks(visible, "patients returned a ballot");
    expect(visible, "Practice List size Share Ballot The Hart Surgery K84035 10,318 11.25% Ballot "
                    "returned Chalgrove");
    expect(visible,
           "ballots.csv Ballots 10 Withheld, because the ballots could be guessed from it");
    expect(visible, "Election Manager Name Signature Date");
    check_lacks(visible, "Cast by");
}

static void shown_ballots_are_marked(void **state)
{
    struct arena *arena = arena_of(state);
    sample_election(&sample);
    sample.poll.secrecy = BALLOTS_SHOWN;
    expect(visible_of(arena, html_of(arena)),
           "CONFIDENTIAL to the Election Manager: this report shows secret ballots, and is to be "
           "destroyed with them.");
    /* In the box at the top, and not among the facts as well. */
    check_int((long long)times(visible_of(arena, html_of(arena)), "this report shows secret"), 1);
    expect(html_of(arena), "<title>Further election (confidential): Election of");
    expect(html_of(arena), "@page{@bottom-left{content:\"CONFIDENTIAL:");
    sample.poll.secrecy = BALLOTS_OPEN;
    check_lacks(html_of(arena), "@bottom-left");
}

/* A note that stands at the rules is linked from there: no note is without its place. */
static void notes_of_the_rules_are_linked(void **state)
{
    struct arena *arena = arena_of(state);
    sample_election(&sample);
    sample.poll.election.unlisted = false;
    sample.poll.remarks.of_rules = (const char *const[]){"The appointment takes effect at once"};
    sample.poll.remarks.of_rules_count = 1;
    expect(visible_of(arena, html_of(arena)), "Rules Constitution 2015/16 [1]");
}

static void what_the_candidates_picture_finds(void **state)
{
    struct arena *arena = arena_of(state);
    sample_election(&sample);
    sample.candidates[0].count.members = 5;
    sample.poll.result = (struct result){.verdict = VERDICT_NOT_VALID};
    expect(visible_of(arena, html_of(arena)),
           "The election is not valid, so these votes elect nobody.");
    check_lacks(visible_of(arena, html_of(arena)), "has most votes");
    sample.poll.result = (struct result){.verdict = VERDICT_NOT_ELECTED};
    expect(visible_of(arena, html_of(arena)), "Dr A has most votes, but not enough.");
    sample.poll.result = (struct result){.verdict = VERDICT_ELECTED, .winner = "Dr A"};
    expect(visible_of(arena, html_of(arena)), "Dr A has most votes.");
    expect(visible_of(arena, html_of(arena)), "Dr A 5 votes Dr B 4 votes Dr C 1 vote");
    expect(html_of(arena), "<title>Elected, Dr A: Election of");
}

static void open_election_is_filled_by_candidate(void **state)
{
    struct arena *arena = arena_of(state);
    sample_election(&sample);
    sample.poll.secrecy = BALLOTS_OPEN;
    /* Members are drawn by list size where list sizes count. */
    sample.conditions[0].asks.measure = MEASURE_POPULATION;
    for (size_t i = 0; i < 3; i++)
        sample.candidates[i].count.votes.withheld = false;
    sample.candidates[0].count.population = figure_told(42965);
    sample.returns[0] = (struct return_outcome){
        .practice = "The Hart Surgery", .vote = "Dr A", .is_candidate = true, .role = "lead"};
    sample.returns[1] = sample.returns[0];
    sample.returns[1].vote = "Dr C";
    for (size_t i = 0; i < 2; i++) {
        sample.standings[i].stance = STANDING_VOTED;
        sample.standings[i].vote = sample.returns[i].vote;
        sample.standings[i].by = &sample.returns[i];
    }
    const char *visible = visible_of(arena, html_of(arena));
    expect(visible, "Practices with 42,965 patients voted for Dr A.");
    expect(visible, "The Hart Surgery Dr A, 10,318");
    expect(visible, "Chalgrove and Watlington Surgeries Dr C, 7,478");
    expect(html_of(arena), "<rect class=\"checks\" x=\"0%\" width=\"45.26%\" height=\"100%\"/>");
}

/* Every row is told of, also those that count for nothing. */
static void rows_that_do_not_count(void **state)
{
    struct arena *arena = arena_of(state);
    struct return_outcome refusal = {.line = 9,
                                     .practice = "Millstream Surgery",
                                     .role = "practice manager",
                                     .voter = "Ms A",
                                     .reason = REASON_ROLE};
    sample_meeting(&sample);
    sample.poll.ballots.refusals = &refusal;
    sample.poll.ballots.refusal_count = 1;
    sample.returns[0].by_proxy = true;
    sample.returns[0].role = "proxy";
    sample.returns[0].voter = "Mrs F Ringer";
    sample.returns[0].notified_on = (struct date){2015, 6, 22};
    sample.returns[1].status = RETURN_SUPERSEDED;
    sample.returns[1].reason = REASON_FIRST_COUNTS;
    sample.returns[1].other_line = 2;
    sample.returns[2].remark = "sent by post";
    const char *visible = visible_of(arena, html_of(arena));
    expect(visible, "Proxies Mrs F Ringer was the proxy of The Hart Surgery. The locality lead was "
                    "told on 22 June 2015.");
    expect(visible, "Refused Line 9: Millstream Surgery (practice manager, Ms A). A practice "
                    "manager may not vote.");
    expect(visible, "Superseded Line 3: Chalgrove and Watlington Surgeries, for. The first ballot "
                    "counts, on line 2.");
    expect(visible, "Remarks Line 4: Morland House Surgery: sent by post");
    expect(visible, "For Proxy, Mrs F Ringer; the locality lead was told on 22 June 2015");
}

static void nobody_is_said_to_be_nobody(void **state)
{
    struct arena *arena = arena_of(state);
    sample_meeting(&sample);
    sample.poll.roll_call.absent_count = sample.poll.roll_call.interested_count = 0;
    sample.poll.quorum.without_interested_count = 0;
    expect(visible_of(arena, html_of(arena)), "Interests None declared. Absent None. Rows");
}

static void readings_that_differ(void **state)
{
    struct arena *arena = arena_of(state);
    sample_meeting(&sample);
    sample.readings[0] = (struct reading_outcome){
        .name = "an interested practice is not represented",
        .clause = "not stated",
        .together = (const char *const[]){"an interested practice is not represented"},
        .together_count = 1,
        .result = {.verdict = VERDICT_NOT_BINDING},
        .differs = true,
    };
    sample.readings[1] = (struct reading_outcome){.name = "the last ballot counts",
                                                  .result = {.verdict = VERDICT_NONE},
                                                  .refused = "Nettlebed Surgery"};
    sample.poll.readings = sample.readings;
    sample.poll.reading_count = 2;
    sample.poll.certain = false;
    const char *page = html_of(arena);
    const char *visible = visible_of(arena, page);
    expect(page, "<title>Carried, depending on how the rules are read: Adopt");
    expect(visible, "It depends on how the rules are read. On the reading \"an interested practice "
                    "is not represented\" (not stated) the result would be NOT BINDING.");
    expect(visible, "Reading Where Outcome Compared an interested practice is not represented Not "
                    "stated Not binding Different the last ballot counts Not given The ballots of "
                    "Nettlebed Surgery contradict each other Different");
}

static void several_motions(void **state)
{
    struct arena *arena = arena_of(state);
    struct poll_outcome polls[2];
    sample_meeting(&sample);
    polls[0] = polls[1] = sample.poll;
    polls[1].motion = "Move the meeting";
    polls[1].result.verdict = VERDICT_NOT_CARRIED;
    sample.outcome.polls = polls;
    sample.outcome.poll_count = 2;
    const char *page = html_of(arena);
    const char *visible = visible_of(arena, page);
    expect(page, "<title>Carried 1, not carried 1: 2 motions - South East");
    expect(page, "<a href=\"#motion-2\"><bdi>Motion 2: Move the meeting</bdi></a>");
    expect(page, "<section id=\"motion-2\">\n<h2>Move the meeting</h2>");
    expect(page, "<section id=\"motion-2-quorum\">\n<h3>Quorum</h3>");
    expect(visible, "Motion Outcome In figures Motion 1: Adopt the frailty pathway proposal "
                    "Carried 4 votes to 2. The decision is binding. Motion 2: Move the meeting "
                    "Not carried");
    expect(page, "<table class=\"matrix\">");
    check_int(times(page, "id=\"governing-body\""), 1);
    check_int(times(visible, "Signature"), 1);
}

static void areas_that_decide(void **state)
{
    struct arena *arena = arena_of(state);
    struct area_outcome areas[2] = {{.area = "North", .result = {.verdict = VERDICT_CARRIED}},
                                    {.area = "South", .result = {.verdict = VERDICT_NOT_CARRIED}}};
    sample_meeting(&sample);
    areas[0].counts[GROUP_CAST] = sample_count(4, 40000, 4);
    areas[0].counts[GROUP_FOR] = sample_count(3, 30000, 3);
    areas[0].counts[GROUP_AGAINST] = sample_count(1, 10000, 1);
    sample.poll.areas.list = areas;
    sample.poll.areas.count = 2;
    sample.poll.result.verdict = VERDICT_NOT_CARRIED;
    const char *visible = visible_of(arena, html_of(arena));
    expect(visible, "Area Outcome In figures North Carried 3 votes to 1. South Not carried No vote "
                    "was cast.");
    /* No sum of the areas decides, so none is marked. */
    check_lacks(visible, "Needed: 4 ");
}

static void nothing_is_known(void **state)
{
    struct arena *arena = arena_of(state);
    sample_meeting(&sample);
    sample.outcome.body = sample.outcome.edition = NULL;
    sample.outcome.date = sample.outcome.as_at = (struct date){0};
    sample.outcome.has_list_sizes = false;
    sample.outcome.share = NULL;
    sample.poll.motion = NULL;
    sample.poll.condition_count = 0;
    sample.poll.other_count.given = false;
    sample.poll.margin = (struct margin){0};
    for (size_t i = 0; i < GROUPS; i++)
        sample.poll.counts[i] = sample_count(0, 0, 0);
    for (size_t i = 0; i < MEMBERS; i++)
        sample.standings[i].code = NULL;
    sample.outcome.population = 0;
    const char *page = html_of(arena);
    const char *visible = visible_of(arena, page);
    expect(page, "<title>Carried: Vote at a meeting - south-east-oxfordshire-2015</title>");
    expect(visible, "Quorum None is asked for.");
    expect(visible, "Votes 0 for, 0 against, 0 abstained. One vote per practice. Who took part");
    expect(visible, "Practice Vote The Hart Surgery For");
    check_lacks(visible, "List size");
}

/* A roll of more members than a picture can show is a table only. */
static void long_roll_is_a_table(void **state)
{
    enum {
        MANY = 61
    };
    struct arena *arena = arena_of(state);
    struct standing standings[MANY];
    sample_meeting(&sample);
    for (size_t i = 0; i < MANY; i++)
        standings[i] = sample.standings[0];
    sample.poll.roll_call.standings = standings;
    sample.poll.roll_call.standing_count = MANY;
    const char *page = html_of(arena);
    check_lacks(visible_of(arena, page), "Practices with 42,965 patients voted for");
    check_int(times(page, "<th scope=\"row\"><bdi>The Hart Surgery</bdi>"), MANY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(head_of_the_page),
        test_with_arena(nothing_is_asked_for),
        test_with_arena(every_pattern_is_there),
        test_with_arena(order_of_a_motion),
        test_with_arena(whole_motion),
        test_with_arena(bars_are_as_long_as_their_figures),
        test_with_arena(shapes_hold_no_text),
        test_with_arena(tables_have_captions_and_headings),
        test_with_arena(quorum_that_is_missed),
        test_with_arena(weighted_votes_beside_heads),
        test_with_arena(secret_election),
        test_with_arena(shown_ballots_are_marked),
        test_with_arena(the_track_is_the_whole),
        test_with_arena(notes_of_the_rules_are_linked),
        test_with_arena(what_the_candidates_picture_finds),
        test_with_arena(open_election_is_filled_by_candidate),
        test_with_arena(rows_that_do_not_count),
        test_with_arena(nobody_is_said_to_be_nobody),
        test_with_arena(readings_that_differ),
        test_with_arena(several_motions),
        test_with_arena(areas_that_decide),
        test_with_arena(nothing_is_known),
        test_with_arena(long_roll_is_a_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
