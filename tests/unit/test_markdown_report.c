/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "outcomes.h"
#include "quorate/report.h"
#include "reweightings.h"

static const char *markdown_of(struct arena *arena, const struct sample *sample)
{
    struct buffer out = {.arena = arena};
    report_write(format_named("markdown"), &report_kinds[REPORT_TALLY], arena, &sample->outcome,
                 &out);
    return buffer_text(&out);
}

static void expect(const char *page, const char *part)
{
    if (strstr(page, part) == NULL) {
        print_error("%s\n", page);
        check_text("not found", part);
    }
}

static void whole_motion(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    sample.poll.roll_call.standing_count = 4;
    sample.poll.quorum.without_interested_count = 0;
    sample.poll.other_count.given = false;
    sample.poll.margin = (struct margin){0};
    sample.outcome.share = NULL;
    check_text(
        markdown_of(arena_of(state), &sample),
        "# South East Oxfordshire Locality Group\n\n"
        "Vote at a meeting on 24 June 2015\n\n"
        "- **Chair:** ______\n\n"
        "The members resolved on 24 June 2015, by 4 votes to 2:\n\n"
        "> Adopt the frailty pathway proposal\n\n"
        "**Result:** Carried, 4 votes to 2. The decision is binding.\n\n"
        "## Quorum\n\n"
        "Met. The 8 practices present represent 77,375 of 91,732 patients (84.35%). "
        "At least half is needed: 45,866.\n\n"
        "## Votes\n\n"
        "4 for, 2 against, 1 abstained. One vote per practice.\n\n"
        "## Who took part\n\n"
        "- **Interests:** The Rycote Practice declared an interest and took no part in the "
        "decision.\n"
        "  - The Rycote Practice. Nature of the interest: ______ Left at: ______ Returned at: "
        "______\n"
        "- **Absent:**\n"
        "  - Millstream Surgery\n"
        "  - Goring and Woodcote Medical Practice\n"
        "- **Rows:** 8 in the ballot file: 6 counted, 1 abstained, 1 interested.\n\n"
        "## Practices\n\n"
        "| Practice | List size | Share | Vote |\n"
        "| --- | ---: | ---: | --- |\n"
        "| The Hart Surgery | 10,318 | 11.25% | For |\n"
        "| Chalgrove and Watlington Surgeries | 7,478 | 8.15% | For |\n"
        "| Morland House Surgery | 10,571 | 11.52% | Against |\n"
        "| Nettlebed Surgery | 3,661 | 3.99% | Abstained |\n"
        "| 4 practices | 32,028 | 100.00% |  |\n\n"
        "## Basis\n\n"
        "- **Weighting:** One vote per practice. List sizes at 1 April 2015. Voting Structure.\n"
        "- **Rules:** Constitution 2015/16\n"
        "- **Majority:** More than half of votes cast. Not stated in the constitution: a simple "
        "majority.\n"
        "- **Interests:** A practice with an interest counts as present. Not stated in the "
        "constitution.\n\n"
        "## Files\n\n"
        "- ballots.csv: sha256 "
        "`c91e5d2f0a6b7788c91e5d2f0a6b7788c91e5d2f0a6b7788c91e5d2f0a6b7788`\n\n"
        "Made by quorate 1.0.0\n");
}

static void secret_election(void **state)
{
    static struct sample sample;
    sample_election(&sample);
    const char *page = markdown_of(arena_of(state), &sample);
    expect(page, "\n\nThe members voted on 24 June 2015 and elected nobody yet: a further "
                 "election is to be held between Dr A and Dr B.\n\n"
                 "**Result:** Further election.");
    expect(page, "- **Election Manager:** ______\n");
    expect(page, "| Practice | List size | Share | Ballot |\n");
    expect(page, "| The Hart Surgery | 10,318 | 11.25% | Ballot returned |\n");
    expect(page, "- ballots.csv: sha256 withheld, because");
    expect(page, "- **Interests:** None declared.\n- **No reply:** None.\n");
}

static void resolutions(void **state)
{
    static struct sample sample;
    struct arena *arena = arena_of(state);
    sample_meeting(&sample);
    sample.poll.motion = NULL;
    expect(markdown_of(arena, &sample), "by 4 votes to 2:\n\n> ______\n\n");
    sample.poll.motion = "the plan";
    sample.poll.result.verdict = VERDICT_NOT_CARRIED;
    expect(markdown_of(arena, &sample), "The members voted on 24 June 2015, by 4 votes to 2, and "
                                        "did not carry the motion:\n\n> the plan\n\n");
    sample.poll.result.verdict = VERDICT_NOT_BINDING;
    expect(markdown_of(arena, &sample),
           "The members voted on 24 June 2015. The vote is not binding, because the quorum was "
           "not met. The motion was:\n\n> the plan\n\n");
    sample.poll.result.verdict = VERDICT_CARRIED;
    sample.poll.weighing.kind = WEIGHT_LIST_SIZE;
    expect(markdown_of(arena, &sample), "2015, with 4 to 2 by list size:\n\n");
    sample.poll.weighing.kind = WEIGHT_ONE_EACH;
    sample.poll.counts[GROUP_AGAINST] = sample_count(4, 19341, 4);
    expect(markdown_of(arena, &sample), "2015, with 4 votes each:\n\n");
    sample.poll.casting.effect = CASTING_DECIDED;
    sample.outcome.date = (struct date){0};
    expect(markdown_of(arena, &sample), "The members resolved on ______, by the chair's casting "
                                        "vote after 4 votes each:\n\n> the plan\n\n");
    sample_election(&sample);
    sample.poll.result = (struct result){.verdict = VERDICT_ELECTED, .winner = "Dr A"};
    expect(markdown_of(arena, &sample), "The members elected Dr A on 24 June 2015.\n\n");
    sample.poll.result = (struct result){.verdict = VERDICT_NOT_VALID};
    expect(markdown_of(arena, &sample), "The members voted on 24 June 2015. The election is not "
                                        "valid, because too few took part.\n\n");
    sample.poll.result = (struct result){.verdict = VERDICT_NOT_ELECTED};
    expect(markdown_of(arena, &sample),
           "The members voted on 24 June 2015 and elected nobody.\n\n");
}

/* Who copies the resolution into the minutes copies with it that it depends. */
static void resolution_that_depends(void **state)
{
    static struct sample sample;
    static const struct reading_outcome reading = {
        .name = "replying counts", .result.verdict = VERDICT_NOT_BINDING, .differs = true};
    sample_meeting(&sample);
    sample.poll.readings = &reading;
    sample.poll.reading_count = 1;
    expect(markdown_of(arena_of(state), &sample),
           "by 4 votes to 2, as the rules are read here:\n\n"
           "> Adopt the frailty pathway proposal\n\n"
           "**Result:** Carried, 4 votes to 2.\n\n"
           "**Depends:** On how the rules are read. On the reading \"replying counts\" "
           "the result would be NOT BINDING.\n\n");
}

static void shown_ballots_are_marked(void **state)
{
    static struct sample sample;
    sample_election(&sample);
    sample.poll.secrecy = BALLOTS_SHOWN;
    const char *page = markdown_of(arena_of(state), &sample);
    expect(page, "**Ballots:** CONFIDENTIAL to the Election Manager: this report shows secret "
                 "ballots, and is "
                 "to be destroyed with them. Keep them until one month");
}

static void several_motions(void **state)
{
    static struct sample first, second;
    sample_meeting(&first);
    sample_meeting(&second);
    struct poll_outcome polls[] = {first.poll, second.poll};
    polls[1].motion = "b*";
    first.outcome.polls = polls;
    first.outcome.poll_count = 2;
    const char *page = markdown_of(arena_of(state), &first);
    expect(page, "## Outcomes\n\n| Motion | Outcome | In figures |\n| --- | --- | --- |\n"
                 "| Motion 1: Adopt the frailty pathway proposal | Carried | 4 votes to 2. The "
                 "decision is binding. |\n| Motion 2: b\\* | Carried |");
    expect(page, "\n\n## b\\*\n\nVote at a meeting\n\nThe members resolved");
    expect(page, "\n\n## Governing Body: ");
}

/* By post or email nobody leaves the room. */
static void interest_without_a_room(void **state)
{
    static struct sample sample;
    sample_meeting(&sample);
    sample.poll.by_reply = true;
    const char *page = markdown_of(arena_of(state), &sample);
    expect(page, "- **Vote held by:** ______\n");
    expect(page, "  - The Rycote Practice. Nature of the interest: ______\n");
}

static void hostile_names(void **state)
{
    static const struct {
        const char *name, *cell;
    } names[] = {
        {"a|b", "| a\\|b |"},
        {"*x* _y_ `z`", "| \\*x\\* \\_y\\_ \\`z\\` |"},
        {"[x](http://a)", "| \\[x\\](http\\://a) |"},
        {"<script>", "| \\<script\\> |"},
        {"&lt; R&D & S", "| \\&lt; R\\&D & S |"},
        {"a\\b~c$d", "| a\\\\b\\~c\\$d |"},
        {"www.x.org a@b", "| www\\.x.org a\\@b |"},
        {"two\nlines", "| two\xEF\xBF\xBDlines |"},
        {"St. John's - A+B (West)!", "| St. John's - A+B (West)! |"},
    };
    static struct sample sample;
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        sample_meeting(&sample);
        sample.standings[0].practice = names[i].name;
        expect(markdown_of(arena, &sample), names[i].cell);
    }
}

static void hostile_line_starts(void **state)
{
    static const struct {
        const char *body, *heading;
    } starts[] = {
        {"# x", "# \\# x\n"},     {"- x", "# \\- x\n"},     {"+ x", "# \\+ x\n"},
        {"12. x", "# 12\\. x\n"}, {"1) x", "# 1\\) x\n"},   {"  = x", "# \\= x\n"},
        {"x #", "# x # #\n"},     {"x 1. y", "# x 1. y\n"},
    };
    static struct sample sample;
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < COUNT_OF(starts); i++) {
        sample_meeting(&sample);
        sample.outcome.body = starts[i].body;
        expect(markdown_of(arena, &sample), starts[i].heading);
    }
}

static void county_table(void **state)
{
    static struct county_sample sample;
    struct arena *arena = arena_of(state);
    struct buffer out = {.arena = arena};
    sample_county(&sample);
    report_write(format_named("markdown"), &report_kinds[REPORT_COUNTY], arena, &sample.county,
                 &out);
    expect(buffer_text(&out), "# Votes on the Governing Body\n\nList sizes at 1 April 2015\n\n");
    expect(buffer_text(&out), "\n| North East Oxfordshire | 1.13 | 8 | 13.33% | 13.33% |\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(whole_motion),    test_with_arena(secret_election),
        test_with_arena(resolutions),     test_with_arena(interest_without_a_room),
        test_with_arena(hostile_names),   test_with_arena(hostile_line_starts),
        test_with_arena(county_table),    test_with_arena(resolution_that_depends),
        test_with_arena(several_motions), test_with_arena(shown_ballots_are_marked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
