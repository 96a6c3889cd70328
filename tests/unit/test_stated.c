/* SPDX-License-Identifier: MIT */
#include "unit/check_problems.h"

#include "commands/stated.h"
#include "quorate/tables.h"

/* What a sheet says came of its votes, and by what rules, held against both: each sheet as a
 * coordinator writes it, of four practices. What must come of it is worked out by hand from the
 * rules below. */

static const char rules_text[] =
    "decision,rule,value,clause,reading\n"
    "*,unit,\"practice, practices\",Membership,\n"
    "meeting,weight,one vote per practice,Votes,\n"
    "meeting,quorum,at least 50% of population present,Quorum,\n"
    "meeting,passes,more than half of votes cast,Majority,\n"
    "meeting,tie,not carried,,\n"
    "email,weight,list size,Emails,\n"
    "email,quorum,none,No quorum,\n"
    "email,quorum,at least half of population replying,No quorum,replies are presence\n"
    "email,passes,more than half of votes cast,Majority,\n"
    "panel,weight,one vote per practice,4.1,\n"
    "panel,quorum,at least 3 practices present,4.2,\n"
    "panel,passes,at least two thirds of all practices,4.3,\n"
    "panel,tie,casting vote,4.4,\n"
    "steps,weight,\"1 vote per 20 patients, rounded up\",,\n"
    "steps,passes,at least 4 votes for,,\n"
    "limit,weight,one vote per practice,,\n"
    "limit,passes,at most 1 practice against,,\n"
    "larger,weight,one vote per practice,,\n"
    "larger,passes,at least the greater of half of votes cast and 3,,\n"
    "beyond,weight,one vote per practice,,\n"
    "beyond,passes,more than two thirds of votes cast,,\n"
    "double,weight,one vote per practice,,\n"
    "double,passes,more than half of votes cast,,\n"
    "double,passes,at least 2 practices for,,\n"
    "near,weight,one vote per practice,,\n"
    "near,passes,at least 67% of votes cast,,\n"
    "every,weight,one vote per practice,,\n"
    "every,passes,at least 100% of votes cast,,\n"
    "wide,weight,votes column,,\n"
    "wide,passes,more than half of votes cast,,\n"
    "hush,weight,list size,,\n"
    "hush,passes,more than half of votes cast,8.1,\n"
    "hush,secrecy,secret,,\n"
    "shut,weight,one vote per practice,,\n"
    "shut,passes,more than half of votes cast,9.1,\n"
    "shut,secrecy,secret,,\n"
    "talk,quorum,at least half of practices present,5.1,\n"
    "talk,passes,consensus,5.2,\n"
    "seat,weight,one vote per practice,6.1,\n"
    "seat,elects,most votes,6.2,\n"
    "booth,weight,one vote per practice,,\n"
    "booth,elects,most votes,,\n"
    "booth,secrecy,secret,,\n"
    "rota,weight,list size,6.3,\n"
    "rota,elects,most votes,6.4,\n"
    "post,weight,list size,7.1,\n"
    "post,quorum,at least 3 practices voting,7.0,\n"
    "post,elects,more than half of votes cast,7.2,\n"
    "post,secrecy,secret,7.3,\n"
    "post,tie,further election among the tied,7.4,\n";

/* The votes are for "wide" alone. */
static const char roll_text[] = "practice,list size,votes\nAsh Surgery,10,95000000.000001\n"
                                "Beech House,20,1\nCedar Practice,30,1\nDale Surgery,40,1\n";

static const char *const practices[] = {"Ash Surgery", "Beech House", "Cedar Practice",
                                        "Dale Surgery"};

/* A letter for each practice: f for, a against, b abstained, p present, n no reply, A Dr Amy Pond,
 * R Dr Rory Stone, O to open
 * it again, - without a row. */
static const char *vote_of(char letter)
{
    switch (letter) {
    case 'f':
        return "for";
    case 'a':
        return "against";
    case 'b':
        return "abstain";
    case 'p':
        return "present";
    case 'n':
        return "no reply";
    case 'A':
        return "Dr Amy Pond";
    case 'O':
        return "Re-open nominations";
    default:
        return "Dr Rory Stone";
    }
}

static const char *rows_of(struct arena *arena, const char *before, const char *votes)
{
    const char *rows = "";
    for (size_t i = 0; votes[i] != '\0'; i++)
        if (votes[i] != '-')
            rows =
                arena_format(arena, "%s%s%s,%s\n", rows, before, practices[i], vote_of(votes[i]));
    return rows;
}

/* The sheet as it is read, and held. */
static struct run *hold(struct arena *arena, const char *decision, bool attendance,
                        const char *sheet)
{
    struct run *run = arena_alloc(arena, 1, sizeof *run);
    struct constitution *constitution = &run->constitution;
    *run = (struct run){.arena = arena, .diag = {.arena = arena}, .attendance = attendance};
    check_true(load_rules(arena, &run->diag, file_of("rules.csv", rules_text), &constitution->rules,
                          NULL));
    check_true(load_roll(arena, &run->diag, file_of("practices.csv", roll_text),
                         &constitution->rules, &constitution->roll, NULL));
    constitution->agrees = true;
    const struct ballot_reading reading = {.rules = &constitution->rules,
                                           .roll = &constitution->roll,
                                           .decision = decision,
                                           .attendance = attendance};
    (void)load_ballots(arena, &run->diag, file_of("ballots.csv", sheet), &reading, &run->box);
    stated_check(run);
    return run;
}

/* Whether what is told of the sheet is that one error, or none. */
static bool is_held(const struct run *run, const char *what, const char *sheet)
{
    const struct message *messages = diag_messages(&run->diag);
    const char *told = NULL;
    for (size_t i = 0; i < run->diag.count; i++)
        if (messages[i].severity == SEVERITY_ERROR)
            told = messages[i].what;
    if (run->diag.errors != (what == NULL ? 0 : 1) ||
        (what != NULL && strstr(told, what) == NULL)) {
        print_error("%s\nwanted: %s\n", sheet, what == NULL ? "nothing" : what);
        print_problems(&run->diag);
        return false;
    }
    return true;
}

struct told {
    const char *decision, *votes, *title;
    const char *what; /* of the error; NULL where it is so, or may be */
};

static void check_titles(struct arena *arena, const struct told *told, size_t count)
{
    size_t others = 0;
    for (size_t i = 0; i < count; i++) {
        const char *sheet = arena_format(arena, "%s\npractice,vote\n%s", told[i].title,
                                         rows_of(arena, "", told[i].votes));
        others += !is_held(hold(arena, told[i].decision, false, sheet), told[i].what,
                           arena_format(arena, "%s: %s", told[i].decision, sheet));
    }
    check_int(others, 0);
}
#define CHECK_TITLES(arena, told) check_titles((arena), (told), sizeof(told) / sizeof *(told))

/* --- What came of the votes --- */

static void numbers_of_votes(void **state)
{
    static const char carried[] = "carried\", with 3 for and 1 against",
                      lost[] = "not carried\", with 1 for and 3 against";
    static const struct told told[] = {
        {"meeting", "fffa", "Carried by 3 votes to 1", NULL},
        {"meeting", "fffa", "Carried by 3 practices to 1", NULL},
        {"meeting", "fffa", "Carried by 2 practices to 1", carried},
        {"meeting", "fffa", "Carried by three to one", NULL},
        {"meeting", "fffa", "Carried by two to one", carried},
        {"meeting", "fffa", "Carried by 1 to 3", carried},
        {"meeting", "fffa", "Carried by 60 votes to 40", NULL}, /* of patients */
        {"meeting", "fffa", "Carried by 600 votes to 400", carried},
        {"meeting", "fffa", "Carried by 46,058 patients", NULL},
        {"meeting", "fffa", "Carried by 3", NULL},
        {"meeting", "fffa", "Carried by a majority of 2", NULL}, /* the votes it is more, */
        {"meeting", "fffa", "Carried by a majority of 3", NULL}, /* and who was of it */
        {"meeting", "fffa", "Carried by a majority of 1", carried},
        {"meeting", "fffa", "Carried with 3 votes", NULL},
        {"meeting", "fffa", "Carried with 4 votes", carried},
        {"meeting", "fffa", "Carried with 2 abstentions", NULL},
        {"meeting", "fffa", "Lost by 3 to 1", carried},
        {"meeting", "faaa", "Lost by 1 to 3", NULL},
        {"meeting", "faaa", "Lost by 3 to 1", NULL}, /* whichever stands first */
        {"meeting", "faaa", "Lost by 2", NULL},
        {"meeting", "faaa", "Lost by a majority of 3", NULL},
        {"meeting", "faaa", "Lost by a margin of 1", lost},
        {"meeting", "faaa", "Lost, 0-4", lost},
        {"meeting", "faaa", "Lost, 9-1", lost},
        {"meeting", "faaa", "Result: lost by 90 to 10", NULL},
        {"meeting", "faaa", "Result: lost by 90 to 20", lost},
        {"meeting", "faaa", "Carried by 3 to 1", lost},
        {"meeting", "ffff", "Carried unanimously", NULL},
        {"meeting", "ffff", "Unanimously carried by 4 to 0", NULL},
        {"meeting", "fffa", "Unanimous", carried},
        {"steps", "fffa", "Carried by 4 votes to 2", NULL},
        {"steps", "fffa", "Carried by 5 votes to 2", carried},
        {"email", "fa--", "Lost by 10 to 20", NULL},
        {"email", "fa--", "Lost by 10 to 30", "with 1 for and 1 against"},
    };
    CHECK_TITLES(arena_of(state), told);
}

static void verdicts_and_quorums(void **state)
{
    static const char met[] = "the quorum is met", not_binding[] = "\"not binding\"";
    static const struct told told[] = {
        {"meeting", "fffa", "Binding", NULL},
        {"meeting", "fffa", "Not binding", "it is \"carried\""},
        {"meeting", "ff--", "Not binding", NULL},
        {"meeting", "ff--", "Binding", not_binding},
        {"meeting", "ff--", "Result: carried", not_binding},
        {"meeting", "ff--", "Decision deferred", NULL},
        {"meeting", "fffa", "Decision deferred", "it is \"carried\""},
        {"meeting", "ff--", "Quorate: no", NULL},
        {"meeting", "ff--", "Quorate: yes", "the quorum is not met"},
        {"meeting", "fffa", "Quorum not met", met},
        {"meeting", "fffa", "The quorum was present", NULL},
        {"meeting", "ffaa", "The vote was tied", NULL},
        {"meeting", "ffaa", "There was an equality of votes", NULL},
        {"meeting", "fffa", "Vote: tied", "it is \"carried\""},
        {"email", "ff--", "Quorate", NULL},
        {"email", "ff--", "Not quorate", NULL}, /* of the meeting before it */
        {"panel", "fff-", "Inquorate", met},
        {"limit", "fff-", "Inquorate", "the rules ask for no quorum here"},
        {"meeting", "fffa", "Elected: Dr Amy Pond", "it is \"carried\""},
        {"meeting", "fffa", "Dr Amy Pond 3", NULL},
        {"meeting", "fffa", "Result: yes", NULL},
        {"meeting", "fffa", "Result: no", "it is \"carried\""},
    };
    CHECK_TITLES(arena_of(state), told);
}

/* Of a consensus too: it has no votes of which a sheet could tell. */
static void results_of_a_consensus(void **state)
{
    static const char carried[] = "it is \"carried\", by consensus and without a vote";
    static const struct told told[] = {
        {"talk", "pppp", "Agreed by consensus", NULL},
        {"talk", "pppp", "Consensus reached", NULL},
        {"talk", "pppp", "100% in favour", NULL},
        {"talk", "pppp", "Result: lost", carried},
        {"talk", "pppp", "Not binding", carried},
        {"talk", "pppp", "The vote was tied", carried},
        {"talk", "pppp", "Carried by 4 to 0", carried},
        {"talk", "pppp", "75% in favour", carried},
        {"talk", "p---", "100% in favour", "it is \"not binding\", by consensus"},
        {"talk", "p---", "Result: not carried", NULL},
        {"talk", "pppp", "Quorum: 50%", NULL},
        {"talk", "pppp", "Quorum: 60%", "\"at least half of practices present\" (5.1)"},
        {"talk", "pppp", "Simple majority required",
         "the rule \"passes\" in force for \"talk\" is"},
        {"talk", "pppp", "3 votes needed to pass", "\"consensus\" (5.2)"},
        {"talk", "pppp", "Turnout: 60%", "by the rows it is another share"},
    };
    CHECK_TITLES(arena_of(state), told);
}

/* Ways to say that nothing came of it, or that nobody was against. */
static void other_words_for_an_outcome(void **state)
{
    static const char carried[] = "it is \"carried\", with 3 for and 1 against",
                      other[] = "the rows come to another number";
    static const struct told told[] = {
        {"meeting", "fffa", "Cancelled", carried},
        {"meeting", "fffa", "The meeting did not take place", carried},
        {"meeting", "fffa", "The meeting did not go ahead", carried},
        {"meeting", "fffa", "Not held", carried},
        {"meeting", "fffa", "Proposal withdrawn", carried},
        {"meeting", "fffa", "Vote abandoned", carried},
        {"meeting", "fffa", "Dead heat", carried},
        {"meeting", "fffa", "Votes split evenly", carried},
        {"meeting", "fffa", "Votes equally split", carried},
        {"meeting", "fffa", "The vote was evenly divided", carried},
        {"meeting", "fffa", "Equally divided", carried},
        {"meeting", "fffa", "Divided equally", carried},
        {"meeting", "fffa", "Evenly split", carried},
        {"meeting", "fffa", "No majority was reached", carried},
        {"meeting", "fffa", "No agreement was reached", carried},
        {"meeting", "fffa", "Nem con", carried},
        {"meeting", "ff--", "Nem. con.", "it is \"not binding\""},
        {"email", "ff--", "Nem con", NULL},
        {"email", "ff--", "Without dissent", NULL},
        {"email", "fffa", "Without dissent", carried},
        {"talk", "pppp", "A vote was taken", "it is \"carried\", by consensus"},
        {"talk", "pppp", "The motion was put to the vote", "it is \"carried\", by consensus"},
        {"talk", "pppp", "Decided by a vote", "it is \"carried\", by consensus"},
        {"talk", "pppp", "A ballot was held", "it is \"carried\", by consensus"},
        {"talk", "pppp", "Will be put to the vote if need be", NULL},
        {"talk", "pppp", "The last meeting was put to the vote", NULL},
        {"talk", "pppp", "Agreed without a vote", NULL},
        {"talk", "pppp", "No vote was taken", NULL},
        {"talk", "pppp", "No vote was needed", NULL},
        {"talk", "pppp", "Carried by a majority", "it is \"carried\", by consensus"},
        {"talk", "pppp", "Members voted for it", "it is \"carried\", by consensus"},
        {"talk", "pppp", "No practices voted", NULL},
        {"talk", "pppp", "Agreed unanimously", NULL},
        {"talk", "pppp", "Consensus without dissent", NULL},
        {"talk", "pppp", "Agreed by four practices", NULL},
        {"talk", "pppp", "No consensus was reached", "it is \"carried\", by consensus"},
        {"talk", "pppp", "Consensus not reached", "it is \"carried\", by consensus"},
        {"talk", "pppp", "Consensus was reached", NULL},
        {"talk", "p---", "No consensus", NULL}, /* not binding */
        {"meeting", "ffaa", "Dead heat", NULL},
        {"meeting", "ffaa", "Votes split evenly", NULL},
        {"meeting", "ffaa", "No majority", NULL},
        {"meeting", "fffa", "No agreement with the county yet", NULL},
        {"meeting", "fffa", "The service was withdrawn by the county", NULL},
        {"meeting", "fffa", "Amendment withdrawn", NULL},
        {"meeting", "fffa", "One against", NULL},
        {"meeting", "fffa", "One practice against", NULL},
        {"meeting", "ffaa", "One against", other},
        {"meeting", "ffaa", "One abstained", other},
        {"meeting", "ffaa", "One proxy", other},
        {"meeting", "fffa", "No objections", other},
        {"meeting", "fff-", "No objections", NULL},
        {"meeting", "fffa", "One practice, one vote", NULL},
    };
    CHECK_TITLES(arena_of(state), told);
}

/* How many there are in all is known without the votes; of ff-- 30 of 100 patients take part. */
static void numbers_in_all(void **state)
{
    static const char all[] = "by the list sizes there are 100 in all",
                      other[] = "by the rows it is another number";
    static const struct told told[] = {
        {"email", "ff--", "Total population 100", NULL},
        {"email", "ff--", "Total population 101", all},
        {"email", "ff--", "Total population 30", NULL}, /* of those below */
        {"email", "ff--", "Total list size: 99", all},
        {"email", "ff--", "List size total 99", all},
        {"email", "ff--", "List sizes, 99", all},
        {"email", "ff--", "Patients: 100", NULL},
        {"email", "ff--", "Patients: 90", all},
        {"email", "ff--", "Registered patients 90", all},
        {"email", "ff--", "90 patients in the locality", all},
        {"email", "ff--", "90 patients", NULL}, /* of whatever the motion is about */
        {"email", "ff--", "Locality 90", NULL},
        {"email", "ff--", "Total votes: 30", NULL},
        {"email", "ff--", "Total votes: 100", NULL},
        {"email", "ff--", "Total votes: 5", all},
        {"email", "ff--", "Votes received: 5", other},
        {"email", "ff--", "Votes received: 2", NULL},
        {"email", "ff--", "Turnout: 30", NULL},
        {"email", "ff--", "Turnout: 31", other},
        {"email", "ff--", "Not represented: 70", NULL},
        {"email", "ff--", "Not represented: 71", other},
        {"email", "ff--", "5 ballots received", "the rows come to another number"},
        {"email", "ff--", "31 present", NULL}, /* guests among them */
        {"seat", "AAR-", "Total population 101", all},
        {"talk", "pppp", "Total population 101", all},
        {"hush", "fff-", "Total population 101", NULL}, /* those who take part are withheld */
    };
    CHECK_TITLES(arena_of(state), told);
}

/* Of fffa 60 patients are for it and 40 against; of "wide" 95,000,002 votes and 1. */
static void numbers_of_patients(void **state)
{
    static const char other[] = "by the rows it is another number",
                      carried[] = "it is \"carried\", with 3 for and 1 against";
    static const struct told told[] = {
        {"email", "fffa", "60 for, 40 against", NULL},
        {"email", "fffa", "60 for and 40 against", NULL},
        {"email", "fffa", "61 for, 40 against", other},
        {"email", "fffa", "60 for and 41 against", other},
        {"email", "fffa", "For,60,Against,40", NULL},
        {"email", "fffa", "For,60,Against,60", other},
        {"email", "fffa", "For,,60,Against,,60", other}, /* a cell between them */
        {"email", "fffa", "Carried: 40 for", other},
        {"email", "fffa", "Carried:60 for", NULL},
        {"email", "fffa", "Carried:100 for", other},
        {"email", "fffa", "Result: lost, weighted by list size", carried},
        {"email", "fffa", "Patients in favour: 60", NULL},
        {"email", "fffa", "4 patients voted against", other},
        {"email", "fffa", "60 (3 practices) for, 40 (1 practice) against", NULL},
        {"email", "fffa", "For 60 (3 practices), against 39 (1 practice)", other},
        {"email", "fffa", "60 of 100 in favour", NULL},
        {"email", "fffa", "60 of 90 in favour", other},
        {"email", "ff--", "30 of 100 patients voted for", NULL},
        {"email", "ff--", "30 of 30 votes in favour", NULL},
        {"email", "fffa", "Result: 60 to 40", NULL},
        {"email", "fffa", "Result: 60 to 41", carried},
        {"email", "fffa", "Carried, 60 patients to 40", NULL},
        {"email", "fffa", "Carried, 60 patients to 45", carried},
        {"meeting", "fffa", "60 patients in favour", NULL}, /* beside the votes */
        {"meeting", "fffa", "50 patients in favour", other},
        {"meeting", "ffp-", "60 patients represented", NULL},
        {"meeting", "ffp-", "30 patients voting", NULL},
        {"meeting", "ffp-", "50 patients represented", other},
        {"meeting", "ffp-", "60 of 100 patients present", NULL},
        {"meeting", "fffa", "100 patients", NULL},
        {"email", "ff--", "Not represented: 70 patients", NULL},
        {"email", "ff--", "Patients not represented: 60", other},
        {"email", "ff--", "70 of 100 patients not represented", NULL},
        {"email", "ff--", "70 of 90 patients not represented", other},
        {"email", "ffb-", "40 patients not represented", NULL},
        {"email", "ffb-", "30 patients abstained", NULL},
        {"email", "ffb-", "40 patients abstained", other},
        {"email", "fff-", "No patients abstained", NULL},
        {"email", "ffb-", "No patients abstained", other},
        {"meeting", "fffa", "An earlier start, for 70 patients", NULL},
        {"hush", "fffa", "70 in favour", NULL}, /* withheld */
        {"hush", "fffa", "70 of 100 in favour", NULL},
        {"hush", "fff-", "60 of 100 patients represented", NULL},
        {"shut", "fff-", "60 of 100 patients represented", NULL},
        {"seat", "AAR-", "60 patients in favour", NULL},
        {"wide", "fffa", "95,000,002 for, 1 against", NULL},
        {"wide", "fffa", "95,000,003 for, 1 against", other},
        {"wide", "fffa", "Carried by 95,000,002 to 1", NULL},
        {"wide", "fffa", "Carried by 95,000,003 to 1", carried},
    };
    CHECK_TITLES(arena_of(state), told);
}

/* Dr Amy Pond has 2 votes, Dr Rory Stone 1. */
static void who_was_elected(void **state)
{
    static const char pond[] = "by the rows Dr Amy Pond is elected, by 2 of 3 practices";
    static const struct told told[] = {
        {"seat", "AAR-", "Elected: Dr Amy Pond", NULL},
        {"seat", "AAR-", "Elected: Dr A Pond", NULL},
        {"seat", "AAR-", "Winner: Pond", NULL},
        {"seat", "AAR-", "Amy Pond elected", NULL},
        {"seat", "AAR-", "Elected members", NULL},
        {"seat", "AAR-", "Elected: Dr Rory Stone", pond},
        {"seat", "AAR-", "Dr Rory Stone was duly elected", pond},
        {"seat", "AAR-", "Winner: Stone", pond},
        {"seat", "AAR-", "Result: Stone", pond},
        {"seat", "AAR-", "Stone won", pond},
        {"seat", "AAR-", "Elected: Dr River Song", pond},
        {"seat", "AAR-", "No candidate was elected", pond},
        {"seat", "AAR-", "Elected: nobody", pond},
        {"seat", "AAR-", "Result: tied", pond},
        {"seat", "AAR-", "Elected: Dr Amy Pond and Dr Rory Stone", pond},
        {"seat", "AAR-", "Elected: Dr Rory Stone & Dr Amy Pond", pond},
        {"seat", "AAR-", "Elected: Dr Amy Pond, Dr Rory Stone", pond},
        {"seat", "AAR-", "Dr Amy Pond and Dr Rory Stone were elected", pond},
        {"seat", "AAR-", "Elected: Dr Amy Pond and Dr Song as her deputy", NULL},
        {"seat", "AAR-", "Dr Amy Pond was elected by 2 votes to 1", NULL},
        {"seat", "AAR-", "Dr Amy Pond was elected by 3 votes to 1", pond},
        {"seat", "AAR-", "Dr Amy Pond was elected by 2 votes to 0", pond},
        {"seat", "AAR-", "Dr Amy Pond elected by a majority of 1", NULL},
        {"seat", "AAA-", "Dr Amy Pond elected 3-0", NULL},
        {"seat", "AAA-", "Dr Amy Pond elected 2-0", "is elected, by 3 of 3 practices"},
        {"seat", "AAA-", "Dr Amy Pond elected 3-1", "is elected, by 3 of 3 practices"},
        {"rota", "AAA-", "Dr Amy Pond was elected by 60 votes to 0", NULL},
        {"rota", "AAA-", "Dr Amy Pond was elected by 60 votes to 10", "is elected, by 3 of 3"},
        {"seat", "AAR-", "Elected: Dr Amy Pond 1899", pond},
        {"seat", "AAR-", "Elected: Dr Amy Pond 1900", NULL}, /* the year */
        {"seat", "AAR-", "Elected: Dr Amy Pond 2099", NULL},
        {"seat", "AAR-", "Elected: Dr Amy Pond 2100", pond},
        {"seat", "AAR-", "Dr Amy Pond elected 2-0", pond},
        {"seat", "AAR-", "Elected: Dr Amy Pond (3 votes)", pond},
        {"seat", "AAR-", "Elected: Dr Amy Pond (2 votes)", NULL},
        {"booth", "AAR-", "Elected: Dr Amy Pond (2 votes)", NULL}, /* secret, and a vote each */
        {"booth", "AAR-", "Elected: Dr Amy Pond (3 votes)", pond},
        {"booth", "AAR-", "Dr Amy Pond 2", NULL},
        {"booth", "AAR-", "Dr Amy Pond 3", "by the rows it is another number"},
        {"seat", "AAR-", "Total (2 votes)", "the rows come to another number"},
        {"seat", "AAR-", "Elected: Dr Amy Pond. Not elected: Dr Rory Stone, Dr River Song", NULL},
        {"seat", "AAR-", "Not elected: Dr Rory Stone, Dr River Song", NULL},
        {"seat", "AAR-", "Winner: Dr Amy Pond with 2 votes", NULL},
        {"seat", "AAR-", "Winner: Dr Amy Pond with 3 votes", pond},
        {"seat", "AAR-", "Winner: Dr Amy Pond with 30 votes", pond},
        {"rota", "AAAR", "Winner: Dr Amy Pond by 60 votes to 40", NULL},
        {"rota", "AAAR", "Winner: Dr Amy Pond by 3 votes to 1", NULL}, /* of practices */
        {"rota", "AAAR", "Winner: Dr Amy Pond with 60 votes", NULL},
        {"rota", "AAAR", "Winner: Dr Amy Pond by 60 votes to 1", "is elected, by 3 of 4"},
        {"seat", "AAR-", "Elected: Dr Amy Pond (2026/27)", NULL},
        {"seat", "AAR-", "Elected: Dr Amy Pond for 3 years", NULL},
        {"seat", "AAA-", "Elected: Dr Amy Pond by 3 votes", NULL},
        {"seat", "AAR-", "Pond: 2, Stone: 1", NULL},
        {"seat", "AAR-", "Dr Rory Stone 2", "by the rows it is another number"},
        {"seat", "AAR-", "Dr Rory Stone received 1 vote", NULL},
        {"seat", "AAR-", "Dr Rory Stone got 30 votes", "by the rows it is another number"},
        {"rota", "AAAR", "Dr Rory Stone got 40 votes", NULL},
        {"seat", "AAR-", "Dr River Song 5", NULL},
        {"seat", "AAR-", "Carried", NULL},
        {"seat", "AAR-", "60% in favour", NULL},
        {"seat", "AAR-", "Turnout: 75%", NULL},
        {"seat", "AAR-", "Turnout: 10%", "by the rows it is another share"},
        /* 30 patients to 30, which nobody is told of a secret vote */
        {"post", "AAR-", "Elected: Dr Amy Pond", "it is \"further election\""},
        {"post", "AAR-", "Elected: nobody", NULL},
        {"post", "AAR-", "Tied", NULL},
        {"post", "AAR-", "Decision deferred", NULL},
        {"post", "AAR-", "Dr Rory Stone: 1", NULL},
        {"post", "AAR-", "Dr Rory Stone: 30", NULL},
        {"post", "AAR-", "60% in favour", NULL},
        {"post", "AAR-", "Turnout: 10%", "by the rows it is another share"},
        {"seat", "AAR-", "Elected: Dr A", pond},
        {"seat", "AAR-", "Elected: Dr Amy Pond with 2150 votes", pond},
        {"seat", "AAO-", "Elected: Re-open nominations", pond},
        {"seat", "AAO-", "Nominations: 5", NULL}, /* which are no votes for it */
        {"post", "AA--", "Not binding", NULL},    /* without three of them */
        {"post", "AA--", "Decision deferred", NULL},
        {"post", "AA--", "Elected: Dr Amy Pond", "it is \"not valid\""},
        {"post", "AA-R", "Elected: Dr Rory Stone by 40 votes to 30", NULL},
    };
    CHECK_TITLES(arena_of(state), told);
}

/* A percentage may be of practices, of patients or of votes, and of whom is for whoever says it. */
static void shares_of_what_is_counted(void **state)
{
    static const char another[] = "by the rows it is another share";
    static const struct told told[] = {
        {"meeting", "fffa", "75% in favour", NULL},
        {"meeting", "fffa", "60% in favour", NULL}, /* of patients */
        {"meeting", "fffa", "70% in favour", another},
        {"meeting", "fffa", "In favour: 75%", NULL},
        {"meeting", "ffa-", "66% in favour", NULL}, /* of the votes cast */
        {"meeting", "ffa-", "66.7% in favour", NULL},
        {"meeting", "ffa-", "50% in favour", NULL}, /* of all */
        {"meeting", "ffa-", "65% in favour", another},
        {"meeting", "fffa", "Turnout: 100%", NULL},
        {"meeting", "fffa", "Turnout: 120%", another},
        {"meeting", "fffa", "Turnout 90%", another},
        {"meeting", "ff--", "Turnout 30%", NULL},
        {"meeting", "ff--", "Turnout: 50%", NULL},
        {"meeting", "ffbn", "Turnout: 75%", NULL}, /* of rows, who replied */
        {"email", "fb--", "Turnout: 50%", NULL},
        {"steps", "f---", "Turnout: 17%", NULL}, /* of 6 votes: 1, 1, 2, 2 */
    };
    CHECK_TITLES(arena_of(state), told);
}

/* --- By what rules --- */

static void how_much_is_asked_for(void **state)
{
    static const char two_thirds[] = "\"at least two thirds of all practices\" (4.3)",
                      half[] = "\"more than half of votes cast\" (Majority)";
    static const struct told told[] = {
        {"panel", "ffa-", "Two thirds majority required", NULL},
        {"panel", "ffa-", "Two thirds of all practices required", NULL},
        {"panel", "ffa-", "Two thirds of votes cast required", two_thirds},
        {"panel", "ffa-", "Needs two thirds of the patients to pass", two_thirds},
        {"panel", "ffa-", "Majority required: 2/3", NULL},
        {"panel", "ffa-", "Majority: two thirds", NULL},
        {"panel", "ffa-", "66% majority required", NULL}, /* as it is rounded or cut off */
        {"panel", "ffa-", "66.7% majority required", NULL},
        {"panel", "ffa-", "66.67% majority required", NULL},
        {"panel", "ffa-", "67% majority required", NULL},
        {"panel", "ffa-", "68% majority required", two_thirds},
        {"panel", "ffa-", "66.5% majority required", two_thirds},
        {"panel", "ffa-", "120% majority required", two_thirds},
        {"panel", "ffa-", "Must be unanimous", two_thirds},
        {"panel", "ffa-", "Unanimity required", two_thirds},
        {"panel", "ffa-", "Simple majority required", two_thirds},
        {"panel", "ffa-", "Absolute majority required", two_thirds},
        {"panel", "ffa-", "Majority of votes cast required", two_thirds},
        {"panel", "ffa-", "Majority of practices required", two_thirds},
        {"panel", "ffa-", "Majority of members present required", two_thirds},
        {"panel", "ffa-", "At least 3 votes needed to pass", NULL}, /* what it comes to */
        {"panel", "ffa-", "3 practices in favour required", NULL},
        {"panel", "ffa-", "3 patients in favour required", two_thirds},
        {"panel", "ffa-", "4 votes needed to pass", two_thirds},
        {"panel", "ffa-", "Threshold: 2/3", NULL},
        {"panel", "ffa-", "Threshold: 3", NULL}, /* the quorum's as well */
        {"panel", "ffa-", "Threshold: 4", two_thirds},
        {"panel", "ffa-", "Threshold: 50%", two_thirds},
        {"panel", "ffa-", "Quorum: 3", NULL},
        {"panel", "ffa-", "Quorum: 3 practices", NULL},
        {"panel", "ffa-", "Quorum: 75%", NULL}, /* who was there */
        {"panel", "ffa-", "Quorum required: 75%", "\"at least 3 practices present\" (4.2)"},
        {"panel", "ffa-", "Quorum: 4", "\"at least 3 practices present\" (4.2)"},
        {"panel", "ffa-", "3 practices must be present", NULL},
        {"panel", "ffa-", "At least 4 practices must be present", "(4.2)"},
        {"panel", "ffa-", "Quorum and majority: 50%", NULL}, /* of which it is not known */
        {"panel", "ffa-", "Quorum of 3 for a majority", NULL},
        {"meeting", "fffa", "Simple majority", NULL},
        {"meeting", "fffa", "51% needed to pass", NULL},
        {"meeting", "fffa", "49% needed to pass", half},
        {"meeting", "fffa", "Majority: 75%", NULL}, /* reached */
        {"meeting", "fffa", "Majority: 60%", NULL},
        {"meeting", "fffa", "Majority: 80%", half},
        {"meeting", "fffa", "Majority required: 75%", half},
        {"meeting", "fffa", "Majority: 3", NULL},
        {"meeting", "fffa", "Majority: 2", NULL},
        {"meeting", "fffa", "Majority: 4", half},
        {"meeting", "faaa", "Majority: 2", half},
        {"meeting", "faaa", "Majority: 75%", half},
        {"meeting", "faaa", "Majority: 3", NULL}, /* more than half of 4 */
        {"meeting", "fffa", "Quorum: 50 patients", NULL},
        {"meeting", "fffa", "Quorum: 51 patients", "\"at least 50% of population present\""},
        {"meeting", "fffa", "Quorum: 4 practices", NULL},
        {"meeting", "fffa", "Quorum: 3 practices", "\"at least 50% of population present\""},
        {"meeting", "fffa", "Quorum: 4 practices required", "(Quorum)"},
        {"meeting", "fffa", "Quorum: 0%", NULL},
        {"meeting", "fffa", "Threshold: 50 patients", NULL}, /* what the quorum comes to */
        {"meeting", "fffa", "Threshold: 60 patients", half},
        {"panel", "ffa-", "Quorum: three practices", NULL},
        {"panel", "ffa-", "Quorum: four practices", "(4.2)"},
        {"panel", "ffa-", "Quorum: 3 members", NULL},
        {"panel", "ffa-", "Quorum: 1 practice", "(4.2)"},
        {"panel", "ffa-", "Simple majority 50%-60%", NULL},
        {"email", "fa--", "Quorum: 50%", NULL},
        {"email", "fa--", "Quorum required: 50%",
         "the rule \"quorum\" in force for \"email\" is \"none\""},
        {"limit", "fffa", "Quorum required: 50%", "have no \"quorum\""},
        {"email", "fa--", "Majority required: 50%", NULL},
        {"email", "fa--", "Simple majority of patients required", NULL},
        {"email", "fa--", "Majority of all practices required", half},
        {"email", "fa--", "16 patients in favour required", NULL},
        {"email", "fa--", "17 patients in favour required", half},
        {"steps", "fffa", "4 votes needed to pass", NULL},
        {"steps", "fffa", "5 votes needed to pass", "\"at least 4 votes for\""},
        {"steps", "fffa", "4 practices in favour required", "\"at least 4 votes for\""},
        {"limit", "fffa", "Majority required: 50%", "\"at most 1 practice against\""},
        {"limit", "fffa", "1 vote needed to pass", "\"at most 1 practice against\""},
        {"larger", "fffa", "3 votes needed to pass", NULL},
        {"larger", "fffa", "50% majority required", NULL},
        {"larger", "fffa", "4 votes needed to pass", "the greater of half of votes cast"},
        {"seat", "AAR-", "Simple majority required", NULL},
        {"seat", "AAR-", "60% majority required", "\"most votes\" (6.2)"},
        {"seat", "AAR-", "3 votes needed to pass", "\"most votes\" (6.2)"},
        {"seat", "AAR-", "Majority: 2", NULL},
        {"post", "AAR-", "More than half of the votes required", NULL},
        {"post", "AAR-", "Two thirds majority required", "(7.2)"},
        {"post", "AAR-", "31 votes needed to pass", NULL}, /* which is withheld */
    };
    CHECK_TITLES(arena_of(state), told);
}

static void how_it_is_voted(void **state)
{
    static const char open[] = "\"secrecy\" in force for \"meeting\" is \"open\"",
                      each[] = "\"one vote per practice\" (Votes)";
    static const struct told told[] = {
        {"meeting", "fffa", "One vote per practice", NULL},
        {"meeting", "fffa", "Each practice has one vote", NULL},
        {"meeting", "fffa", "One vote per GP", each},
        {"meeting", "fffa", "Weighted votes", each},
        {"meeting", "fffa", "Weighted by list size", each},
        {"meeting", "fffa", "One vote per practice, weighted by list size", each},
        {"meeting", "fffa", "Secret ballot", open},
        {"meeting", "fffa", "Show of hands", NULL},
        {"meeting", "fffa", "Show of hands, not a secret ballot", NULL},
        {"meeting", "fffa", "Casting vote used", NULL}, /* by nobody, as it was no tie */
        {"meeting", "ffaa", "The chair used the casting vote", "\"tie\" in force for \"meeting\""},
        {"panel", "ffaa", "The chair has a casting vote", "\"casting vote\" (4.4)"},
        {"panel", "ffa-", "The chair has a casting vote", NULL},
        {"email", "fa--", "One vote each", "\"list size\" (Emails)"},
        {"email", "fa--", "Votes weighted", NULL},
        {"email", "fa--", "Votes weighted; weighted by list size; one vote each", NULL},
        {"wide", "fffa", "Votes weighted", NULL},
        {"wide", "fffa", "Weighted by list size", "\"votes column\""},
        {"email", "fa--", "Weighted by list size", NULL},
        {"steps", "fffa", "Weighted by list size", NULL},
        {"talk", "pppp", "One vote per practice", NULL},
        {"talk", "pppp", "Weighted votes", "\"weight\" in force for \"talk\""},
        {"talk", "pppp", "Casting vote", NULL},
        {"post", "AAR-", "Secret ballot", NULL},
        {"post", "AAR-", "Show of hands", "\"secret\" (7.3)"},
        {"seat", "AAR-", "Secret ballot", "\"secrecy\" in force for \"seat\" is \"open\""},
    };
    CHECK_TITLES(arena_of(state), told);
}

/* --- How it is said --- */

static void words_around_it(void **state)
{
    static const char carried[] = "by the rows it is \"carried\"",
                      half[] = "\"more than half of votes";
    static const struct told told[] = {
        {"meeting", "fffa", "The ayes have it", NULL},
        {"meeting", "fffa", "The noes have it", carried},
        {"meeting", "fffa", "The motion has been carried", NULL},
        {"meeting", "fffa", "The motion was lost", carried},
        {"meeting", "fffa", "The motion has been lost", carried},
        {"meeting", "fffa", "The quorum was not met", "the quorum is met"},
        {"meeting", "fffa", "The quorum was", NULL},
        {"meeting", "fffa", "Motion 12 lost", carried},
        {"meeting", "fffa", "Motion B lost", carried},
        {"meeting", "fffa", "All agreed", NULL},
        {"meeting", "fffa", "All but Dr Hart lost", NULL},
        {"meeting", "fffa", "Motion to adopt the plan was lost", carried},
        {"meeting", "fffa", "Motion to adopt the plan not carried", carried},
        {"meeting", "fffa", "Motion to replace what was stolen or lost", NULL},
        {"meeting", "fffa", "Motion on the records lost", NULL},
        {"meeting", "fffa", "Vote on the lost records", NULL},
        {"meeting", "fffa", "Vote as lost", NULL},
        {"meeting", "fffa", "Lost on a show of hands", carried},
        {"meeting", "fffa", "Lost on 3 July 2026", carried},
        {"meeting", "fffa", "Lost by the chair", NULL},
        {"meeting", "fffa", "Result: lost overwhelmingly", carried},
        {"meeting", "fffa", "Result: lost 5", NULL},
        {"meeting", "fffa", "Motion lost over", NULL},
        {"meeting", "fffa", "Motion to adopt it is not carried out", NULL},
        {"meeting", "fffa", "Lost overwhelmingly", NULL},
        {"meeting", "fffa", "Lost 1-3", carried},
        {"meeting", "fffa", "Motion lost, 5 patients waiting", carried},
        {"meeting", "fffa", "Motion has been lost", carried},
        {"meeting", "fffa", "Was lost", carried},
        {"meeting", "faaa", "Ayes have it", "with 1 for and 3 against"},
        {"meeting", "faaa", "The ayes have it", "with 1 for and 3 against"},
        {"meeting", "fffa", "The ayes have it", NULL},
        {"meeting", "fffa", "Noes have it", carried},
        {"meeting", "fffa", "The nays have it", carried},
        {"meeting", "faaa", "Lost by 1-3-2", NULL}, /* which numbers is not known */
        {"meeting", "fffa", "Tied: no", NULL},
        {"meeting", "fffa", "Decision deferred: no", NULL},
        {"meeting", "fffa", "Decision deferred: yes", carried},
        {"meeting", "fffa", "Not binding: no", NULL},
        {"meeting", "fffa", "Not binding: yes", carried},
        {"meeting", "fffa", "Binding: no", carried},
        {"meeting", "fffa", "Inquorate: no", NULL},
        {"meeting", "fffa", "Inquorate: true", "the quorum is met"},
        {"meeting", "fffa", "Quorum met: false", "the quorum is met"},
        {"meeting", "fffa", "Motion lost: n", NULL},
        {"meeting", "fffa", "Motion carried, no", carried},
        {"meeting", "fffa", "Carried nem con", "with 3 for and 1 against"},
        {"meeting", "fffa", "Agreed by consensus", "with 3 for and 1 against"},
        {"meeting", "fffa", "Agreed without a vote", "with 3 for and 1 against"},
        {"meeting", "ffff", "Decided without a vote", "with 4 for and 0 against"},
        {"meeting", "fffa", "No vote was taken", carried},
        {"meeting", "fffa", "No vote was needed", carried},
        {"meeting", "f---", "No vote was taken", NULL}, /* not binding */
        {"meeting", "fffa", "A vote was taken", NULL},
        {"meeting", "fffa", "Put to the vote and carried", NULL},
        {"meeting", "fffa", "Put to the vote: carried", NULL},
        {"meeting", "fffa", "Put to the vote: lost", carried},
        {"meeting", "fffa", "The motion was put to the vote and lost", carried},
        {"meeting", "fffa", "The motion was put to the vote and was carried", NULL},
        {"meeting", "fffa", "Motion lost at the last meeting", NULL},
        {"meeting", "fffa", "Last year, motion lost", NULL},
        {"meeting", "fffa", "75% in favour, quorate", NULL},
        {"meeting", "fffa", "Quorate (10% present)", NULL},
        {"meeting", "fffa", "10% present", "by the rows it is another share"},
        {"meeting", "fffa", "10% present, all of them quorate", "by the rows it is another share"},
        {"meeting", "fffa", "10% turnout in favour", NULL}, /* of which it is not known */
        {"meeting", "fffa", "10% in favour not reached", NULL},
        /* rules */
        {"meeting", "fffa", "75 % majority required", half},
        {"meeting", "fffa", "66.667% majority required", half},
        {"meeting", "fffa", "50.001% majority required", NULL},
        {"meeting", "fffa", "2 thirds majority required", half},
        {"meeting", "fffa", "2/3rds majority required", half},
        {"meeting", "fffa", "3 quarters majority required", half},
        {"meeting", "fffa", "3/4ths majority required", half},
        {"meeting", "fffa", "75 per cent majority required", half},
        {"meeting", "fffa", "5 thirds majority required", NULL},
        {"meeting", "fffa", "3/2 majority required", NULL},
        {"meeting", "fffa", "and/or majority required", NULL},
        {"meeting", "fffa", "50%-60% majority required", NULL},
        {"meeting", "fffa", "% majority required", NULL},
        {"meeting", "fffa", "1.2.3% majority required", NULL},
        {"meeting", "fffa", "Majority of half and two thirds required", NULL},
        {"meeting", "fffa", "To be carried two thirds are required", half},
        {"meeting", "fffa", "Two thirds required were reached", NULL},
        {"meeting", "fffa", "Motion requires two thirds", half},
        {"meeting", "fffa", "Motion: requires two thirds", NULL},
        {"meeting", "fffa", "Note: two thirds majority required", half},
        {"meeting", "fffa", "Resolution by two thirds majority", NULL},
        {"meeting", "fffa", "Two thirds majority required for approval", half},
        {"meeting", "fffa", "Two thirds majority required for this", half},
        {"meeting", "fffa", "Two thirds majority needed for mergers", NULL},
        {"meeting", "fffa", "Majority of 7 Elm Road required", NULL},
        {"meeting", "fffa", "A two thirds majority of the Board is required", half},
        {"meeting", "fffa", "A two thirds majority of the Board", NULL},
        {"meeting", "fffa", "Two thirds of the Board required", NULL},
        {"meeting", "fffa", "Four votes required", half},
        {"meeting", "fffa", "Simple majority (50%+1)", NULL},
        {"meeting", "fffa", "Simple majority of the Board", NULL},
        {"meeting", "fffa", "Dr Hart wanted a secret ballot", NULL},
        {"meeting", "fffa", "Vote by secret ballot", "\"secrecy\" in force"},
        {"meeting", "fffa", "Secret ballot 2", NULL},
        {"meeting", "fffa", "Show of hands and secret ballot", NULL},
        {"meeting", "fffa", "Two thirds majority required at a seat", NULL},
        {"beyond", "fffa", "51% needed to pass", "\"more than two thirds of votes cast\""},
        {"beyond", "fffa", "67% needed to pass", NULL},
        {"near", "fffa", "67% majority required", NULL},
        {"near", "fffa", "Two thirds majority required", "\"at least 67% of votes cast\""},
        {"near", "fffa", "2 thirds majority required", "\"at least 67% of votes cast\""},
        {"near", "fffa", "2/3 majority required", "\"at least 67% of votes cast\""},
        {"every", "ffff", "Unanimous vote required", NULL},
        {"near", "fffa", "Unanimous vote required", "\"at least 67% of votes cast\""},
        {"double", "fffa", "Simple majority required", NULL},
        {"double", "fffa", "2 practices in favour required", NULL},
        {"double", "fffa", "4 practices in favour required", "\"more than half of votes cast\""},
        {"meeting", "bbbb", "50% in favour", "by the rows it is another share"},
    };
    CHECK_TITLES(arena_of(state), told);
}

/* What is withheld of a secret vote may be what the sheet says, but not how many were for it. */
static void results_of_secret_votes(void **state)
{
    static const char carried[] = "it is \"carried\", with 3 for and 1 against";
    static const struct told told[] = {
        {"hush", "fffa", "Carried by 3 votes to 1", NULL},
        {"hush", "fffa", "Carried by 90 votes to 10", NULL},
        {"hush", "fffa", "90% in favour", NULL},
        {"hush", "fffa", "Result: lost", carried},
        {"hush", "fffa", "77 votes needed to pass", NULL},
        {"hush", "fffa", "Two thirds majority required", "(8.1)"},
        {"shut", "fffa", "Carried by 3 votes to 1", NULL},
        {"shut", "fffa", "Carried by 2 votes to 1", carried},
        {"shut", "fffa", "Carried by 60 votes to 40", NULL},
        {"shut", "fffa", "Turnout: 10%", "by the rows it is another share"},
        {"shut", "ffaa", "Tied", NULL},
        {"wide", "fffa", "10% in favour", NULL}, /* too large to be worked out */
        {"wide", "fffa", "Carried by 95,000,002 votes to 1", NULL},
        {"wide", "fffa", "47,500,002 votes needed to pass", NULL}, /* 47,500,001.500001 */
        {"wide", "fffa", "47,500,001 votes needed to pass", "\"more than half of votes cast\""},
    };
    CHECK_TITLES(arena_of(state), told);
}

/* --- Where it stands --- */

struct sheet {
    const char *decision, *text, *what;
    bool attendance;
};

static void check_sheets(struct arena *arena, const struct sheet *sheets, size_t count)
{
    size_t others = 0;
    for (size_t i = 0; i < count; i++)
        others += !is_held(hold(arena, sheets[i].decision, sheets[i].attendance, sheets[i].text),
                           sheets[i].what, sheets[i].text);
    check_int(others, 0);
}

/* "Budget" and "B" are lost, "Budget 2027" carried, and so is "Levy of 60%". */
static void of_several_motions(void **state)
{
    static const struct {
        const char *title, *what;
    } titles[] = {
        {"Budget: lost", NULL},
        {"Budget: carried", "with 1 for and 3 against"},
        {"Budget 2027: carried", NULL},
        {"Budget 2027: lost", "with 3 for and 1 against"},
        {"Budgets: lost", NULL},
        {"Budgets: carried", NULL},
        {"XBudget: carried", NULL},
        {"Motion budget carried", "with 1 for and 3 against"},
        {"B: carried", "with 0 for and 4 against"},
        {"Rebudget: carried", NULL},
        {"Rebudget, budget carried", "with 1 for and 3 against"},
        {"Rebudget budget carried", NULL},
        {"Motion carried", NULL}, /* one of them is */
        {"Vote: tied", "with 1 for and 3 against"},
        {"All motions carried", "not of all: by the rows it is \"not carried\""},
        {"Both motions tied", "by the rows it is \"not carried\""},
        {"Budget lost, Budget 2027 lost", "with 3 for and 1 against"},
        {"Budget carried; Budget 2027 lost", "with 1 for and 3 against"}, /* told once */
        {"Levy of 60%: lost", "with 4 for and 0 against"},
        {"Levy of 60%: two thirds majority required", NULL},
        {"Budget: two thirds majority required", "\"passes\" in force for \"meeting\""},
        {"Two thirds majority required", "\"passes\" in force for \"meeting\""},
        {"Not quorate", "the quorum is met"},
    };
    struct arena *arena = arena_of(state);
    const char *rows =
        arena_format(arena, "motion,practice,vote\n%s%s%s%s", rows_of(arena, "Budget,", "faaa"),
                     rows_of(arena, "Budget 2027,", "fffa"), rows_of(arena, "Levy of 60%,", "ffff"),
                     rows_of(arena, "B,", "aaaa"));
    struct sheet sheets[sizeof titles / sizeof *titles];
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        sheets[i] = (struct sheet){"meeting", arena_format(arena, "%s\n%s", titles[i].title, rows),
                                   titles[i].what, false};
    check_sheets(arena, sheets, sizeof sheets / sizeof *sheets);
}

/* A motion that is carried, and an election that Dr Amy Pond wins. */
static void of_several_kinds(void **state)
{
    static const struct {
        const char *title, *what;
    } titles[] = {
        {"Elected: Dr Amy Pond", NULL},
        {"Elected: Dr Rory Stone", "it is \"carried\""},
        {"Dr Amy Pond 2", NULL},
        {"Motion lost", "it is \"carried\""},
        {"Secret ballot", "\"secrecy\" in force for \"meeting\" is \"open\""},
    };
    struct arena *arena = arena_of(state);
    const char *rows = arena_format(arena, "motion,decision,practice,vote\n%s%s",
                                    rows_of(arena, "Plan,meeting,", "fffa"),
                                    rows_of(arena, "Chair,seat,", "AAR-"));
    struct sheet sheets[sizeof titles / sizeof *titles];
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        sheets[i] = (struct sheet){NULL, arena_format(arena, "%s\n%s", titles[i].title, rows),
                                   titles[i].what, false};
    check_sheets(arena, sheets, sizeof sheets / sizeof *sheets);
}

/* Cells of the first two rows below a heading; the motion is carried by 3 to 1. */
static void in_cells_of_other_columns(void **state)
{
    static const char carried[] = "it is \"carried\", with 3 for and 1 against";
    static const struct {
        const char *heading, *first, *second, *what;
    } columns[] = {
        {"Result", "lost", "", carried},
        {"Result", "carried", "", NULL},
        {"Outcome", "Lost on a show of hands", "", carried},
        {"Verdict", "Deferred", "", carried},
        {"Remarks", "Motion lost", "", carried},
        {"Remarks", "Deferred", "", NULL}, /* what is not told */
        {"Remarks", "Quorum not met", "", "the quorum is met"},
        {"Remarks", "The motion was lost as all of us had seen it come and said so", "", NULL},
        {"Majority required", "2/3", "", "\"more than half of votes cast\""},
        {"Majority required", "Simple majority", "", NULL},
        {"Quorum", "50%", "", NULL},
        {"Quorum", "60%", "", "\"at least 50% of population present\""},
        {"Quorum", "lost", "", NULL}, /* of what is headed so only rules are read */
        {"Quorum", "of whom", "", NULL},
        {"Winner", "Dr A", "", carried},
        {"Quorum", "not met", "", "the quorum is met"},
        {"Quorum", "Not reached", "Not reached", "the quorum is met"},
        {"Quorum", "met", "", NULL},
        {"Quorum", "counts towards it", "", NULL},
        {"Total for", "2", "", "come to another number"},
        {"Total for", "3", "3", NULL},
        {"Total for", "1", "2", NULL}, /* as it went on */
        {"Total votes", "6", "", "100 in all"},
        {"Total votes", "4", "", NULL},
        {"Total list size", "100", "100", NULL},
        {"Ballot type", "Secret", "", "\"secrecy\" in force"},
        {"Weighting", "list size", "", "\"one vote per practice\" (Votes)"},
    };
    struct arena *arena = arena_of(state);
    struct sheet sheets[sizeof columns / sizeof *columns];
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        sheets[i] =
            (struct sheet){"meeting",
                           arena_format(arena,
                                        "practice,vote,%s\nAsh Surgery,for,%s\nBeech House,for,%s\n"
                                        "Cedar Practice,for,\nDale Surgery,against,\n",
                                        columns[i].heading, columns[i].first, columns[i].second),
                           columns[i].what, false};
    check_sheets(arena, sheets, sizeof sheets / sizeof *sheets);
}

/* Each cell is told of, and what tells a story is none. */
static void each_cell_is_told(void **state)
{
    struct arena *arena = arena_of(state);
    const char *story = "Result: lost.";
    while (strlen(story) <= 512)
        story = arena_format(arena, "%s The motion was lost.", story);
    const struct run *run =
        hold(arena, "meeting", false,
             arena_format(arena,
                          "practice,vote,remarks\nAsh Surgery,for,Motion lost\n"
                          "Beech House,for,The vote was tied\nCedar Practice,for,%s\n",
                          story));
    check_int(run->diag.errors, 2);
    check_problem(&run->diag, 2, "\"Motion lost\" stands under \"remarks\"");
    check_problem(&run->diag, 3, "\"The vote was tied\" stands under \"remarks\"");
    check_true(is_held(hold(arena, "meeting", false,
                            arena_format(arena, "%s\npractice,vote\nAsh Surgery,for\n", story)),
                       NULL, story));
}

static void of_who_was_there(void **state)
{
#define THREE                                                                                      \
    "practice,attendance\nAsh Surgery,present\nBeech House,present\nCedar Practice,present\n"
    static const struct sheet sheets[] = {
        {"meeting", "Quorate: yes\n" THREE, NULL, true},
        {"meeting", "Inquorate\n" THREE, "the quorum is met", true},
        {"meeting", "Result: lost\n" THREE, NULL, true}, /* of which the rows know nothing */
        {"meeting", "Turnout: 75%\n" THREE, NULL, true},
        {"meeting", "Turnout: 60%\n" THREE, NULL, true},
        {"meeting", "Turnout: 50%\n" THREE, "by the rows it is another share", true},
        {"meeting", "20% in favour\n" THREE, NULL, true},
        {"meeting", "Quorum: 80%\n" THREE, "(Quorum)", true},
        {"panel", "Quorum: 3 practices\n" THREE, NULL, true},
        {"panel", "Quorum: 4 practices\n" THREE, "(4.2)", true},
        {"double", "Inquorate\n" THREE, "the rules ask for no quorum here", true},
        {NULL, "Result: lost\npractice,vote\nAsh Surgery,for\n", NULL, false}, /* of no kind yet */
    };
    check_sheets(arena_of(state), sheets, sizeof sheets / sizeof *sheets);
}

/* What a cell says of no motion by name is so of those in whose rows it stands. */
static void of_the_motion_of_its_row(void **state)
{
    static const char lost[] = "by the rows it is \"not carried\"",
                      won[] = "by the rows it is \"carried\"";
    static const struct {
        const char *heading, *plan, *merger, *what;
    } cases[] = {
        {"result", "Carried", "Lost", NULL},
        {"result", "Lost", "Lost", won},
        {"result", "Carried", "Carried", lost},
        {"result", "", "Carried", lost},
        {"notes", "Motion carried", "Motion lost", NULL},
        {"notes", "Motion lost", "", won},
        {"notes", "Merger: lost", "", NULL},
        {"notes", "Merger: carried", "", lost},
        {"lunch", "yes", "no", NULL},
    };
    size_t others = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_of(state);
        const char *sheet =
            arena_format(arena, "motion,practice,vote,%s\n%s%s", cases[i].heading,
                         arena_format(arena,
                                      "Plan,Ash Surgery,for,%s\nPlan,Beech House,for,\n"
                                      "Plan,Dale Surgery,for,\n",
                                      cases[i].plan),
                         arena_format(arena,
                                      "Merger,Ash Surgery,against,%s\nMerger,Beech House,against,\n"
                                      "Merger,Dale Surgery,for,\n",
                                      cases[i].merger));
        others += !is_held(hold(arena, "meeting", false, sheet), cases[i].what, sheet);
    }
    const char *named = "motion,practice,vote\nPlan (carried),Ash Surgery,against\n"
                        "Plan (carried),Beech House,against\nPlan (carried),Dale Surgery,for\n";
    others += !is_held(hold(arena_of(state), "meeting", false, named), lost, named);
    check_int(others, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(numbers_of_votes),
        test_with_arena(numbers_of_patients),
        test_with_arena(numbers_in_all),
        test_with_arena(other_words_for_an_outcome),
        test_with_arena(verdicts_and_quorums),
        test_with_arena(of_the_motion_of_its_row),
        test_with_arena(results_of_a_consensus),
        test_with_arena(who_was_elected),
        test_with_arena(shares_of_what_is_counted),
        test_with_arena(how_much_is_asked_for),
        test_with_arena(how_it_is_voted),
        test_with_arena(words_around_it),
        test_with_arena(results_of_secret_votes),
        test_with_arena(of_several_motions),
        test_with_arena(of_several_kinds),
        test_with_arena(in_cells_of_other_columns),
        test_with_arena(each_cell_is_told),
        test_with_arena(of_who_was_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
