/* SPDX-License-Identifier: MIT */

/* Ballots made of the rows, or of the heads, of a saved result. */
#include "polls.h"

#include "quorate/saved.h"

static const char rules_text[] = RULES
    "vote,weight,one vote per practice,,\nvote,elects,most votes,,\nvote,secrecy,secret,,\n"
    "vote,voters,\"lead, deputy, proxy\",,\nvote,voters,lead,,only the lead\n"
    "vote,repeat ballots,\"void, takes part\",,\nvote,repeat ballots,last counts,,the last one\n"
    "sizes,weight,list size,,\nsizes,passes,more than half of votes cast,,\n"
    "motion,weight,one vote per practice,,\nmotion,passes,more than half of votes cast,,\n"
    "motion,quorum,none,,\nmotion,quorum,at least half of population voting,,another quorum\n";

static const char roll_text[] = "practice,list size\nAsh,1\nBeech,2\nCedar,4\nDate,8\n";

struct read_back {
    struct diag diag;
    struct ballot_box box;
    const struct recorded_poll *recorded;
};

static struct read_back *read_polls(struct arena *arena, const char *polls)
{
    struct rules *rules = arena_alloc(arena, 1, sizeof *rules);
    struct roll *roll = arena_alloc(arena, 1, sizeof *roll);
    struct read_back *read = arena_alloc(arena, 1, sizeof *read);
    struct diag none = {.arena = arena};
    check_true(load_rules(arena, &none, bytes_of("rules.csv", rules_text), rules, NULL));
    check_true(load_roll(arena, &none, bytes_of("practices.csv", roll_text), rules, roll, NULL));
    read->diag.arena = arena;
    const struct ballot_record record = {
        .result = bytes_of("result.json", arena_format(arena, "{\"polls\": [%s]}", polls)),
        .rules = rules,
        .roll = roll,
    };
    bool sound = load_result_ballots(arena, &read->diag, &record, &read->box, &read->recorded);
    check_int(sound, read->diag.errors == 0);
    return read;
}

static void test_rows_of_an_open_vote(void **state)
{
    struct read_back *read = read_polls(
        arena_of(state),
        "{\"motion\": \"M\", \"decision\": \"motion\", \"ballots\": {\"others\": 1}, "
        "\"others\": [{\"name\": \"A guest\", \"role\": \"observer\", \"absent\": true}], "
        "\"returns\": ["
        "{\"line\": 3, \"practice\": \"Beech\", \"vote\": \"against\", \"role\": \"proxy\", "
        "\"voter\": \"V\", \"status\": \"counted\", \"notified\": \"2015-06-22\", "
        "\"received\": \"2015-06-24T17:00:00Z\", \"remark\": \"late\"}, "
        "{\"line\": 2, \"practice\": \"Ash\", \"vote\": null, \"role\": \"lead\"}, "
        "{\"line\": 4, \"practice\": \"Cedar\", \"vote\": \"for\", \"role\": \"lead\", "
        "\"registered_role\": \"lead\", \"address\": \"unknown\", \"reason\": \"R\"}]}");
    const struct poll *poll = &read->box.polls[0];
    const struct ballot *rows = poll->ballots;
    check_int(read->box.rows, 4);
    check_text(poll->others[0].name, "A guest");
    check_true(poll->others[0].away);
    check_false(read->recorded[0].is_secret);
    check_text(rows[0].member->name, "Beech");
    check_int(rows[0].line, 3);
    check_int(rows[0].vote, VOTE_AGAINST);
    check_int(rows[0].role, ROLE_PROXY);
    check_int(rows[0].notified, NOTIFIED_ON);
    check_true(rows[0].details->received.zoned);
    check_text(rows[0].details->remark, "late");
    check_true(rows[1].interest);
    check_int(rows[2].address, ADDRESS_UNKNOWN);
    check_text(rows[2].details->register_told, "R");
    check_false(rows[2].role_given);
}

#define MEMBERS(one, two, three, four)                                                             \
    "\"members\": [{\"name\": \"Ash\", \"standing\": \"" one "\"}, {\"name\": \"Beech\", "         \
    "\"standing\": \"" two "\"}, {\"name\": \"Cedar\", \"standing\": \"" three "\"}, {\"name\": "  \
    "\"Date\", \"standing\": \"" four "\"}]"

/* "Ash A, Beech -, ...": a candidate, "-" for abstaining, "i" for an interest, "0" for absent */
static const char *rows_told(struct arena *arena, const struct poll *poll)
{
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < poll->count; i++) {
        const struct ballot *row = &poll->ballots[i];
        const char *vote = row->interest                 ? "i"
                           : row->vote == VOTE_CANDIDATE ? poll->candidates[row->candidate].name
                           : row->vote == VOTE_ABSTAIN   ? "-"
                           : row->vote == VOTE_ABSENT    ? "0"
                           : row->vote == VOTE_FOR       ? "for"
                           : row->vote == VOTE_AGAINST   ? "against"
                                                         : "?";
        buffer_format(&text, "%s%s %s", i > 0 ? ", " : "", row->member->name, vote);
    }
    return buffer_text(&text);
}

static void test_heads_of_a_secret_vote(void **state)
{
    struct arena *arena = arena_of(state);
    struct read_back *read = read_polls(
        arena, "{\"decision\": \"vote\", \"candidates\": [{\"name\": \"A\", \"members\": 1}, "
               "{\"name\": \"B\", \"members\": 1}], \"counts\": {\"abstained\": {\"members\": 1}}, "
               "\"ballots\": {\"absent\": 1, \"superseded\": 1}, " MEMBERS(
                   "returned", "absent", "returned", "returned") "}");
    check_text(rows_told(arena, &read->box.polls[0]), "Ash A, Cedar B, Date -, Beech 0, Ash A");
    check_true(read->recorded[0].is_secret);
    check_true(read->recorded[0].untimed);
    check_false(read->recorded[0].weighs);
    check_int(read->recorded[0].uncertain_count, 1); /* two rows of one member say the same */
    check_text(read->recorded[0].uncertain[0], "only the lead");
    read = read_polls(
        arena, "{\"decision\": \"vote\", \"candidates\": [{\"name\": \"A\", \"members\": 1}], "
               "\"counts\": {\"void\": {\"members\": 2}}, \"ballots\": {\"void\": 5}, " MEMBERS(
                   "returned", "interested", "returned", "returned") "}");
    check_text(rows_told(arena, &read->box.polls[0]),
               "Ash A, Beech i, Cedar -, Cedar A, Cedar A, Date -, Date A");
    check_int(read->recorded[0].uncertain_count, 2); /* and here they do not */
    check_text(read->recorded[0].uncertain[1], "the last one");
}

/* An open row that holds what no count writes: it is taken for what may be, or refused by name. */
static void test_rows_that_no_count_has_written(void **state)
{
    static const struct {
        const char *row, *told, *fault;
    } rows[] = {
        {"\"practice\": \"Ash\", \"vote\": \"A\"", "Ash A", NULL},
        {"\"practice\": \"Ash\", \"vote\": \"B\"", "Ash B", NULL},
        {"\"practice\": \"Ash\", \"vote\": \"spoilt\"", "Ash ?", NULL},
        {"\"practice\": \"Ash\", \"vote\": 5, \"cast\": -5", "Ash i", NULL},
        {"\"practice\": \"Ash\", \"vote\": \"A\", \"cast\": 9000000000000000000", "Ash A", NULL},
        {"\"practice\": \"Ash\", \"vote\": \"A\", \"status\": \"interested\"", "Ash i", NULL},
        {"\"practice\": \"Ash\", \"vote\": \"A\", \"interest\": true", "Ash i", NULL},
        {"\"practice\": \"Ash\", \"vote\": \"A\", \"continues\": true", "Ash A", NULL},
        {"\"practice\": \"Ash\", \"vote\": \"A\", \"received\": \"at noon\"", NULL,
         "vote 1: a row came at no time that can be read"},
        {"\"practice\": \"Ash\", \"vote\": \"A\", \"role\": \"king\"", NULL,
         "vote 1: a row has no role that is known"},
        {"\"practice\": \"Elm\", \"vote\": \"A\"", NULL,
         "vote 1: \"Elm\" is no member on the roll"},
        {"\"vote\": \"A\"", NULL, "vote 1: a row does not say whose it is"},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool led = strstr(rows[i].row, "role") == NULL;
        struct read_back *read = read_polls(
            arena, arena_format(arena,
                                "{\"decision\": \"vote\", \"candidates\": [{\"name\": \"A\"}, "
                                "{\"name\": \"A\"}, {\"name\": \"spoilt\"}, {\"names\": 1}], "
                                "\"returns\": [{%s%s}]}",
                                led ? "\"role\": \"lead\", " : "", rows[i].row));
        print_message("%s\n", rows[i].row);
        check_int(read->diag.errors, rows[i].fault != NULL);
        if (rows[i].fault != NULL)
            check_text(read->diag.problems[0].what.full, rows[i].fault);
        else
            check_text(rows_told(arena, &read->box.polls[0]), rows[i].told);
    }
    struct read_back *none = read_polls(arena, "");
    check_text(none->diag.problems[0].what.full, "it holds no vote");
    struct read_back *other = read_polls(arena, "{\"decision\": \"another\"}");
    check_text(other->diag.problems[0].what.full,
               "vote 1: it is of no kind of decision that the rules know");
    other = read_polls(arena, "{}");
    check_int(other->diag.errors, 1);
}

/* More than there are members is not dealt out: the count then comes out otherwise. */
static void test_heads_that_do_not_add_up(void **state)
{
    struct arena *arena = arena_of(state);
    struct read_back *read = read_polls(
        arena,
        "{\"decision\": \"motion\", \"counts\": {\"for\": {\"members\": 99999999999}, "
        "\"against\": {\"members\": -1}}, " MEMBERS("returned", "absent", "absent", "absent") "}");
    check_text(rows_told(arena, &read->box.polls[0]), "Ash for");
}

static void test_what_heads_do_not_decide(void **state)
{
    struct arena *arena = arena_of(state);
    static const struct {
        const char *decision;
        bool weighs;
        const char *uncertain; /* the only one; NULL for none */
    } kinds[] = {{"vote", false, "only the lead"},
                 {"sizes", true, NULL},
                 {"motion", false, "another quorum"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct read_back *read =
            read_polls(arena, arena_format(arena, "{\"decision\": \"%s\"}", kinds[i].decision));
        check_int(read->recorded[0].weighs, kinds[i].weighs);
        check_int(read->recorded[0].uncertain_count, kinds[i].uncertain != NULL);
        if (kinds[i].uncertain != NULL)
            check_text(read->recorded[0].uncertain[0], kinds[i].uncertain);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(test_rows_of_an_open_vote),
        test_with_arena(test_rows_that_no_count_has_written),
        test_with_arena(test_heads_of_a_secret_vote),
        test_with_arena(test_heads_that_do_not_add_up),
        test_with_arena(test_what_heads_do_not_decide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
