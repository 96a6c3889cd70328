/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "quorate/file.h"
#include "quorate/tables.h"

/* Which rules are in force: the bundled constitution, and small tables. Run from the project's
 * folder. */

static struct rules load(struct arena *arena, struct bytes bytes)
{
    struct diag diag = {.arena = arena};
    struct rules rules;
    if (!load_rules(arena, &diag, bytes, &rules, NULL))
        print_error("line %zu: %s\n", diag.count > 0 ? diag.problems[0].place.line : 0,
                    diag.count > 0 ? diag.problems[0].what.full : "?");
    check_int((long long)diag.count, 0);
    return rules;
}

static struct rules table(struct arena *arena, const char *rows)
{
    const char *text = arena_format(arena, "decision,rule,value,clause,reading\n%s", rows);
    return load(arena, (struct bytes){.name = "rules.csv", .bytes = text, .length = strlen(text)});
}

static struct rules oxfordshire(struct arena *arena)
{
    struct file_fault fault;
    struct bytes bytes = file_read(arena, "data/south-east-oxfordshire-2015/rules.csv", &fault);
    check_text(fault.words, NULL);
    return load(arena, bytes);
}

/* The rules of a decision under the readings of these names. */
static struct ruleset resolve(struct arena *arena, const struct rules *rules, const char *decision,
                              const char *one, const char *other)
{
    size_t count = 0, chosen_count = 0;
    const struct reading *readings = rules_readings(arena, rules, decision, &count);
    const struct reading *chosen[2];
    for (size_t i = 0; i < count; i++)
        if ((one != NULL && strcmp(readings[i].name, one) == 0) ||
            (other != NULL && strcmp(readings[i].name, other) == 0))
            chosen[chosen_count++] = &readings[i];
    check_int((long long)chosen_count, (one != NULL) + (other != NULL));
    return rules_resolve(arena, rules, decision, chosen, chosen_count);
}

static void check_condition(const struct condition *seen, bool strictly, int p, int q,
                            enum measure measure, enum scope scope)
{
    check_int(seen->is_number, false);
    check_int(seen->strictly, strictly);
    check_int(seen->amount.p, p);
    check_int(seen->amount.q, q);
    check_int(seen->measure, measure);
    check_int(seen->scope, scope);
}

static void roles_have_names(void **state)
{
    (void)state;
    check_text(role_name(ROLE_LEAD), "lead");
    check_text(role_name(ROLE_DEPUTY), "deputy");
    check_text(role_name(ROLE_PROXY), "proxy");
    check_text(role_name(ROLE_PRACTICE_MANAGER), "practice manager");
    check_text(role_name(ROLE_PUBLIC_REPRESENTATIVE), "public representative");
    check_text(role_name(ROLE_OBSERVER), "observer");
    check_text(role_name(ROLE_OTHER), "other");
    check_text(rule_name(RULE_QUORUM), "quorum");
    check_text(rule_name(RULE_REPEAT_BALLOTS), "repeat ballots");
    check_text(rule_name(RULE_REVIEW_BY), "review by");
    check_text(rule_name(RULE_REVIEW_INTERESTS), "review interests");
    check_text(rule_name(RULE_GOVERNING_BODY_TOTAL), "governing body total");
}

static void the_constitution_has_eight_kinds_of_decision(void **state)
{
    static const char *const decisions[] = {
        "consensus",        "meeting",   "email",    "censure",
        "censure-by-email", "admission", "election", "further-election",
    };
    struct rules rules = oxfordshire(arena_of(state));
    check_int((long long)rules.decision_count, 8);
    for (size_t i = 0; i < 8; i++)
        check_text(rules.decisions[i], decisions[i]);
    check_text(rules.body, "South East Oxfordshire Locality Group");
    check_text(rules.edition, "2015/16");
    check_text(rules.roll, "practices.csv");
    check_text(rules.locality->text, "South East Oxfordshire");
    check_int(rules.governing_body_votes->as.number, 10);
    check_false(rules.governing_body_total->as.sum_of_rows);
    check_int(rules.review_interests->as.number, 12);
    check_int(date_compare(rules.review_by->as.date, (struct date){2016, 3, 31}), 0);
    check_int((long long)rules.count, 75);
}

static void decisions_are_found_folded(void **state)
{
    struct arena *arena = arena_of(state);
    struct rules rules = oxfordshire(arena);
    check_text(rules_decision(arena, &rules, "meeting"), "meeting");
    check_text(rules_decision(arena, &rules, "Censure_by email"), "censure-by-email");
    check_text(rules_decision(arena, &rules, "meetings"), NULL);
    check_text(rules_decision(arena, &rules, "*"), NULL);
    check_text(rules_decision(arena, &rules, ""), NULL);
}

#define BIT(kind) (UINT32_C(1) << (kind))

static void each_decision_has_its_readings(void **state)
{
    static const struct {
        const char *decision;
        struct reading readings[8];
    } wanted[] = {
        {"meeting", {{0}}},
        {"email",
         {{"a proxy may vote by email", "not stated", BIT(RULE_VOTERS)},
          {"the 50% test applies to email votes too", "not stated", BIT(RULE_QUORUM)}}},
        {"censure", {{0}}},
        {"censure-by-email", {{0}}},
        {"admission", {{0}}},
        {"election",
         {{"a notified abstention takes part in voting", "not stated", BIT(RULE_ABSTENTION)},
          {"a void ballot takes no part in voting", "not stated", BIT(RULE_REPEAT_BALLOTS)},
          {"a later ballot replaces an earlier one", "not stated", BIT(RULE_REPEAT_BALLOTS)},
          {"a majority is more than half", "Appendix 1, 13", BIT(RULE_ELECTS)}}},
        {"further-election",
         {{"the quorum of a meeting applies", "Voting Structure", BIT(RULE_QUORUM)}}},
    };
    static const struct reading shared[] = {
        {"telling the locality lead is not a condition", "Voting Structure: \"should be informed\"",
         BIT(RULE_PROXY)},
        {"an interested practice is not represented", "not stated", BIT(RULE_INTEREST)},
    };
    struct arena *arena = arena_of(state);
    struct rules rules = oxfordshire(arena);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        size_t count = 0, own = 0;
        const struct reading *seen = rules_readings(arena, &rules, wanted[i].decision, &count);
        while (wanted[i].readings[own].name != NULL)
            own++;
        check_int((long long)count, (long long)own + 2);
        for (size_t j = 0; j < count; j++) {
            const struct reading *expected = j < 2 ? &shared[j] : &wanted[i].readings[j - 2];
            check_text(seen[j].name, expected->name);
            check_text(seen[j].clause, expected->clause);
            check_int(seen[j].rule_kinds, expected->rule_kinds);
        }
    }
}

static void the_meeting_is_as_written(void **state)
{
    struct arena *arena = arena_of(state);
    struct rules rules = oxfordshire(arena);
    struct ruleset set = resolve(arena, &rules, "meeting", NULL, NULL);
    check_true(set.rules == &rules);
    check_text(set.decision, "meeting");
    check_text(set.title, "Vote at a meeting");
    check_int(set.form, FORM_MOTION);
    check_int(set.one[RULE_WEIGHT]->as.weight.kind, WEIGHT_ONE_EACH);
    check_int((long long)set.quorum.count, 1);
    check_condition(&set.quorum.rules[0]->as.condition, false, 1, 2, MEASURE_POPULATION,
                    SCOPE_PRESENT);
    check_text(set.quorum.rules[0]->clause, "Voting Structure");
    check_int((long long)set.passes.count, 1);
    check_condition(&set.passes.rules[0]->as.condition, true, 1, 2, MEASURE_VOTES, SCOPE_CAST);
    check_text(set.passes.rules[0]->clause, "not stated: a simple majority");
    check_int(set.one[RULE_TIE]->as.tie, TIE_NOT_CARRIED);
    check_int(set.one[RULE_PROXY]->as.proxy, PROXY_NAMED_AND_NOTIFIED);
    check_int(set.one[RULE_VOTERS]->as.roles,
              1u << ROLE_LEAD | 1u << ROLE_DEPUTY | 1u << ROLE_PROXY);
    check_true(set.one[RULE_ELECTS] == NULL && set.quorum_none == NULL);
    check_true(set.one[RULE_QUORUM] == NULL && set.one[RULE_PASSES] == NULL &&
               set.one[RULE_NOTE] == NULL && set.one[RULE_PERIOD] == NULL);
    check_int((long long)set.notes.count, 0);
    set = resolve(arena, &rules, "meeting", "telling the locality lead is not a condition",
                  "an interested practice is not represented");
    check_int(set.one[RULE_PROXY]->as.proxy, PROXY_NAMED);
    check_int(set.one[RULE_INTEREST]->as.interest, INTEREST_NOT_PRESENT);
}

static void the_consensus_is_as_written(void **state)
{
    struct arena *arena = arena_of(state);
    struct rules rules = oxfordshire(arena);
    struct ruleset set = resolve(arena, &rules, "consensus", NULL, NULL);
    check_int(set.form, FORM_CONSENSUS);
    check_int((long long)set.passes.count, 0);
    check_text(set.consensus->text, "consensus");
    check_int((long long)set.quorum.count, 1);
    check_condition(&set.quorum.rules[0]->as.condition, false, 1, 2, MEASURE_POPULATION,
                    SCOPE_PRESENT);
    /* What is for all votes is not for it: only heads are counted. */
    check_int(set.one[RULE_WEIGHT]->as.weight.kind, WEIGHT_ONE_EACH);
    check_true(set.one[RULE_WEIGHT]->source == NULL);
    check_true(set.one[RULE_ABSTENTION]->source == NULL);
    check_int(set.one[RULE_PROXY]->as.proxy, PROXY_NAMED_AND_NOTIFIED);
    check_true(set.one[RULE_REVIEW] == NULL && set.one[RULE_KEEP_BALLOTS] == NULL);
    check_false(rules_by_reply(&set));
    set = resolve(arena, &rules, "meeting", NULL, NULL);
    check_true(set.consensus == NULL);
}

static void the_email_vote_has_two_readings_of_its_own(void **state)
{
    struct arena *arena = arena_of(state);
    struct rules rules = oxfordshire(arena);
    struct ruleset set = resolve(arena, &rules, "email", NULL, NULL);
    check_int(set.one[RULE_WEIGHT]->as.weight.kind, WEIGHT_LIST_SIZE);
    check_int((long long)set.quorum.count, 0);
    check_text(set.quorum_none->clause,
               "Voting Structure: the 50% test speaks of practices present");
    check_int(set.one[RULE_VOTERS]->as.roles, 1u << ROLE_LEAD | 1u << ROLE_DEPUTY);
    set = resolve(arena, &rules, "email", "the 50% test applies to email votes too", NULL);
    check_int((long long)set.quorum.count, 1);
    check_true(set.quorum_none == NULL);
    check_int(set.one[RULE_VOTERS]->as.roles, 1u << ROLE_LEAD | 1u << ROLE_DEPUTY);
    set = resolve(arena, &rules, "email", "a proxy may vote by email", NULL);
    check_int((long long)set.quorum.count, 0);
    check_int(set.one[RULE_VOTERS]->as.roles,
              1u << ROLE_LEAD | 1u << ROLE_DEPUTY | 1u << ROLE_PROXY);
}

static void the_election_is_as_written(void **state)
{
    struct arena *arena = arena_of(state);
    struct rules rules = oxfordshire(arena);
    struct ruleset set = resolve(arena, &rules, "election", NULL, NULL);
    check_int(set.form, FORM_ELECTION);
    check_true(set.one[RULE_ELECTS]->worded);
    check_int((long long)set.passes.count, 0);
    check_condition(&set.quorum.rules[0]->as.condition, false, 4, 5, MEASURE_MEMBERS, SCOPE_VOTING);
    check_true(set.one[RULE_CANDIDATES]->as.listed);
    check_true(set.one[RULE_SECRECY]->as.secret);
    check_false(set.one[RULE_ABSTENTION]->as.takes_part);
    check_int(set.one[RULE_PERIOD]->as.number, 5);
    check_int(set.one[RULE_KEEP_BALLOTS]->as.number, 1);
    check_int(set.one[RULE_REPEAT_BALLOTS]->as.repeat, REPEAT_VOID_TAKES_PART);
    check_int(set.one[RULE_TIE]->as.tie, TIE_FURTHER_ELECTION);
    check_int((long long)set.notes.count, 1);
    check_contains(set.notes.rules[0]->text, "confirmed by OCCG");
    set = resolve(arena, &rules, "election", "a majority is more than half",
                  "a later ballot replaces an earlier one");
    check_false(set.one[RULE_ELECTS]->worded);
    check_condition(&set.one[RULE_ELECTS]->as.condition, true, 1, 2, MEASURE_VOTES, SCOPE_CAST);
    check_int(set.one[RULE_REPEAT_BALLOTS]->as.repeat, REPEAT_LAST);
    check_false(set.one[RULE_ABSTENTION]->as.takes_part);
}

static void what_is_left_out_has_a_default(void **state)
{
    static const struct {
        enum rule_kind kind;
        const char *text;
    } defaults[] = {
        {RULE_TIE, "not carried"},
        {RULE_CANDIDATES, "any"},
        {RULE_VOTERS, "lead, deputy, proxy"},
        {RULE_PROXY, "named and notified"},
        {RULE_INTEREST, "counts as present"},
        {RULE_ABSTENTION, "present"},
        {RULE_REPEAT_BALLOTS, "error"},
        {RULE_AREAS, "together"},
        {RULE_SECRECY, "open"},
        {RULE_QUORUM_AT, "vote"},
    };
    struct arena *arena = arena_of(state);
    struct rules rules =
        table(arena, "m,weight,list size,,\nm,passes,more than half of votes cast,,\n"
                     "e,weight,list size,,\ne,elects,most votes,,\n");
    struct ruleset motion = resolve(arena, &rules, "m", NULL, NULL);
    struct ruleset election = resolve(arena, &rules, "e", NULL, NULL);
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++) {
        const struct rule *rule = motion.one[defaults[i].kind];
        check_text(rule->text, defaults[i].text);
        check_int(rule->kind, defaults[i].kind);
        check_text(rule->clause, NULL);
        check_true(rule->source == NULL);
        check_true(election.one[defaults[i].kind] != NULL);
    }
    check_text(election.one[RULE_TIE]->text, "further election among the tied");
    check_int(election.one[RULE_TIE]->as.tie, TIE_FURTHER_ELECTION);
    check_int(motion.one[RULE_TIE]->as.tie, TIE_NOT_CARRIED);
    check_int(motion.one[RULE_VOTERS]->as.roles,
              1u << ROLE_LEAD | 1u << ROLE_DEPUTY | 1u << ROLE_PROXY);
    check_int((long long)motion.quorum.count, 0);
    check_true(motion.quorum_none == NULL);
    check_text(motion.title, "m");
}

/* What a default says can be written into the table, and means the same there. */
static void defaults_can_be_written_down(void **state)
{
    struct arena *arena = arena_of(state);
    struct rules bare =
        table(arena, "m,weight,list size,,\nm,passes,more than half of votes cast,,\n");
    struct ruleset left_out = resolve(arena, &bare, "m", NULL, NULL);
    for (size_t kind = 0; kind < RULE_KINDS; kind++) {
        const struct rule *rule = left_out.one[kind];
        if (rule == NULL || rule->source != NULL)
            continue;
        struct rules written = table(
            arena, arena_format(arena,
                                "m,weight,list size,,\nm,passes,more than half of votes cast,,\n"
                                "m,%s,\"%s\",,\n",
                                rule_name((enum rule_kind)kind), rule->text));
        check_int(memcmp(&written.rows[2].as, &rule->as, sizeof(unsigned)), 0);
    }
}

static void own_rows_win_over_those_for_all(void **state)
{
    struct arena *arena = arena_of(state);
    struct rules rules =
        table(arena, "a,proxy,any,,\n*,weight,list size,,\n"
                     "*,passes,more than half of votes cast,,\n*,proxy,none,,\n"
                     "*,quorum,at least 5 practices present,,\n"
                     "*,quorum,at least 50% of population present,,\n"
                     "a,quorum,at least 7 practices present,,\nb,quorum,none,,\n"
                     "c,title,Third,,\n*,note,For all.,,\nc,note,One.,,\nc,note,Two.,,\n");
    struct ruleset a = resolve(arena, &rules, "a", NULL, NULL);
    struct ruleset b = resolve(arena, &rules, "b", NULL, NULL);
    struct ruleset c = resolve(arena, &rules, "c", NULL, NULL);
    check_int(a.one[RULE_PROXY]->as.proxy, PROXY_ANY);
    check_int(b.one[RULE_PROXY]->as.proxy, PROXY_NONE);
    check_int((long long)a.quorum.count, 1);
    check_int(a.quorum.rules[0]->as.condition.plus, 7);
    check_int((long long)b.quorum.count, 0);
    check_true(b.quorum_none != NULL);
    check_int((long long)c.quorum.count, 2);
    check_int(c.quorum.rules[0]->as.condition.plus, 5);
    check_int((long long)a.notes.count, 1);
    check_int((long long)c.notes.count, 2);
    check_text(c.notes.rules[0]->text, "One.");
    check_text(c.title, "Third");
}

/* A reading replaces every default row of the rules it names, for the decisions it names. */
static void readings_replace_what_they_name(void **state)
{
    struct arena *arena = arena_of(state);
    struct rules rules =
        table(arena, "*,weight,list size,,\n*,passes,more than half of votes cast,,\n"
                     "a,quorum,at least 5 practices present,,\n"
                     "a,quorum,at least 50% of population present,,\n"
                     "a,proxy,any,,\nb,proxy,any,,\n"
                     "*,quorum,none,,R\n*,proxy,named,,R\nb,proxy,none,,R\n"
                     "a,passes,at least half of votes cast,,S\n"
                     "a,passes,at least 5 practices cast,,S\n");
    struct ruleset a = resolve(arena, &rules, "a", "R", NULL);
    check_int((long long)a.quorum.count, 0);
    check_true(a.quorum_none != NULL);
    check_int(a.one[RULE_PROXY]->as.proxy, PROXY_NAMED);
    check_int((long long)a.passes.count, 1);
    struct ruleset b = resolve(arena, &rules, "b", "R", NULL);
    check_int(b.one[RULE_PROXY]->as.proxy, PROXY_NONE);
    struct ruleset both = resolve(arena, &rules, "a", "R", "S");
    check_int((long long)both.passes.count, 2);
    check_int((long long)both.quorum.count, 0);
    struct ruleset other = resolve(arena, &rules, "a", "S", NULL);
    check_int((long long)other.quorum.count, 2);
    check_int(other.one[RULE_PROXY]->as.proxy, PROXY_ANY);
}

static void readings_that_do_not_fit_are_left_aside(void **state)
{
    struct arena *arena = arena_of(state);
    struct rules rules =
        table(arena, "*,weight,list size,,\nm,passes,more than half of votes cast,,\n"
                     "e,elects,most votes,,\n*,elects,more than 1/2 of votes cast,,R\n"
                     "*,tie,casting vote,,S\n*,areas,every area must pass,,S\n"
                     "*,passes,at least half of votes cast,,S\n*,candidates,listed,,T\n"
                     "m,tie,not carried,,\nm,areas,together,,\ne,candidates,any,,\n");
    size_t count = 0;
    const struct reading *readings = rules_readings(arena, &rules, "m", &count);
    check_int((long long)count, 1);
    check_text(readings[0].name, "S");
    check_int(readings[0].rule_kinds, BIT(RULE_TIE) | BIT(RULE_AREAS) | BIT(RULE_PASSES));
    readings = rules_readings(arena, &rules, "e", &count);
    check_int((long long)count, 2);
    check_text(readings[0].name, "R");
    check_int(readings[0].rule_kinds, BIT(RULE_ELECTS));
    check_text(readings[1].name, "T");
}

static bool by_reply(struct arena *arena, const struct rules *rules, const char *decision)
{
    struct ruleset set = rules_resolve(arena, rules, decision, NULL, 0);
    return rules_by_reply(&set);
}

/* By its conditions on any reading, whatever it is called; else an election is by ballot. */
static void some_decisions_are_by_reply(void **state)
{
    static const char *const replied[] = {"email", "censure-by-email", "election"};
    static const char *const in_a_room[] = {"meeting", "censure", "admission", "further-election"};
    struct arena *arena = arena_of(state);
    struct rules rules = oxfordshire(arena);
    for (size_t i = 0; i < sizeof replied / sizeof *replied; i++)
        check_true(by_reply(arena, &rules, replied[i]));
    for (size_t i = 0; i < sizeof in_a_room / sizeof *in_a_room; i++)
        check_false(by_reply(arena, &rules, in_a_room[i]));
    rules = table(arena, "*,weight,list size,,\n"
                         "m,passes,more than half of votes replying,,\n"
                         "e,elects,most votes,,\n"
                         "e,quorum,none,,\n");
    check_true(by_reply(arena, &rules, "m"));
    check_true(by_reply(arena, &rules, "e"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(roles_have_names),
        test_with_arena(the_constitution_has_eight_kinds_of_decision),
        test_with_arena(decisions_are_found_folded),
        test_with_arena(each_decision_has_its_readings),
        test_with_arena(the_consensus_is_as_written),
        test_with_arena(the_meeting_is_as_written),
        test_with_arena(the_email_vote_has_two_readings_of_its_own),
        test_with_arena(the_election_is_as_written),
        test_with_arena(what_is_left_out_has_a_default),
        test_with_arena(defaults_can_be_written_down),
        test_with_arena(own_rows_win_over_those_for_all),
        test_with_arena(readings_replace_what_they_name),
        test_with_arena(readings_that_do_not_fit_are_left_aside),
        test_with_arena(some_decisions_are_by_reply),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
