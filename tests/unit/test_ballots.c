/* SPDX-License-Identifier: MIT */
#include "unit/check_problems.h"

#include "quorate/load.h"

static const char rules_text[] = "decision,rule,value,clause,reading\n"
                                 "meeting,weight,one vote per practice,,\n"
                                 "meeting,passes,more than half of votes cast,,\n"
                                 "email,weight,list size,,\n"
                                 "email,passes,more than half of votes cast,,\n"
                                 "chair,weight,one vote per practice,,\n"
                                 "chair,elects,most votes,,\n"
                                 "director,weight,one vote per practice,,\n"
                                 "director,elects,most votes,,\n"
                                 "director,secrecy,secret,,\n";

static const char roll_text[] = "practice,list size,code,aliases\n"
                                "The Ash Surgery,10,K1,Ash Tree\nBeech House,20,K2,\n"
                                "Wallingford Medical Centre,30,K3,\n";

static const char list_text[] = "candidate,aliases\nDr Amy Pond,Amy\nDr Rory Stone,\n";

struct loaded {
    struct diag diag;
    struct rules rules;
    struct roll roll;
    struct candidate_list list;
    struct ballot_reading reading;
    struct ballot_box box;
    bool usable;
};

static struct loaded *prepare(struct arena *arena, const char *decision)
{
    struct loaded *loaded = arena_alloc(arena, 1, sizeof *loaded);
    loaded->diag.arena = arena;
    check_true(
        load_rules(arena, &loaded->diag, file_of("rules.csv", rules_text), &loaded->rules, NULL));
    check_true(
        load_roll(arena, &loaded->diag, file_of("practices.csv", roll_text), &loaded->roll, NULL));
    check_true(load_candidates(arena, &loaded->diag, file_of("candidates.csv", list_text),
                               &loaded->list, NULL));
    loaded->reading = (struct ballot_reading){
        .rules = &loaded->rules, .roll = &loaded->roll, .decision = decision};
    return loaded;
}

static void read_ballots(struct loaded *loaded, const char *text)
{
    loaded->usable = load_ballots(loaded->diag.arena, &loaded->diag, file_of("ballots.csv", text),
                                  &loaded->reading, &loaded->box);
    check_int(loaded->usable, loaded->diag.errors == 0);
}

static struct loaded *load(struct arena *arena, const char *decision, const char *text)
{
    struct loaded *loaded = prepare(arena, decision);
    read_ballots(loaded, text);
    return loaded;
}

static struct loaded *load_listed(struct arena *arena, const char *decision, const char *text)
{
    struct loaded *loaded = prepare(arena, decision);
    loaded->reading.candidates = &loaded->list;
    read_ballots(loaded, text);
    return loaded;
}

static const struct ballot *only_ballot(const struct loaded *loaded)
{
    check_int((long long)loaded->box.poll_count, 1);
    check_int((long long)loaded->box.polls[0].count, 1);
    return &loaded->box.polls[0].ballots[0];
}

/* --- What a row may say --- */

static void a_whole_row(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "meeting",
             "Code,Practice Name,Choice,Capacity,Voted by,Notified,Declared interest,Timestamp,"
             "Question,Reason\n"
             "k2,beech house.,In Favour,Proxy,Ms P,22 June 2015,no,24/06/2015 17:00:05,Adopt it,"
             "\"late, but in time\"\n");
    check_errors(&loaded->diag, 0);
    const struct ballot *ballot = only_ballot(loaded);
    check_int((long long)ballot->line, 2);
    check_text(ballot->member->name, "Beech House");
    check_int(ballot->vote, VOTE_FOR);
    check_int(ballot->role, ROLE_PROXY);
    check_text(ballot->voter, "Ms P");
    check_int(ballot->notified, NOTIFIED_ON);
    check_int(ballot->notified_on.day, 22);
    check_false(ballot->interest);
    check_true(ballot->received.given);
    check_text(ballot->remark, "late, but in time");
    check_text(ballot->place.file, "ballots.csv");
    check_int((long long)ballot->place.column, 4);
    check_int((long long)ballot->place.cell, 2);
    check_contains(ballot->place.text, "k2,beech house.,In Favour");
    check_text(loaded->box.polls[0].motion, "Adopt it");
    check_text(loaded->box.polls[0].decision, "meeting");
    check_false(loaded->box.polls[0].is_election);
    check_int((long long)loaded->box.rows, 1);
}

static void the_least_row(void **state)
{
    struct loaded *loaded = load(arena_of(state), "Meeting", "practice,vote\nAsh Tree,no\n");
    check_errors(&loaded->diag, 0);
    const struct ballot *ballot = only_ballot(loaded);
    check_text(ballot->member->name, "The Ash Surgery");
    check_int(ballot->vote, VOTE_AGAINST);
    check_int(ballot->role, ROLE_LEAD);
    check_text(ballot->voter, NULL);
    check_text(ballot->remark, NULL);
    check_int(ballot->notified, NOTIFIED_NO);
    check_false(ballot->received.given);
    check_text(loaded->box.polls[0].motion, NULL);
    check_text(loaded->box.polls[0].decision, "meeting");
}

static void the_words_of_a_vote(void **state)
{
    static const struct {
        const char *word;
        enum vote vote;
    } words[] = {
        {"for", VOTE_FOR},         {"YES", VOTE_FOR},           {"y", VOTE_FOR},
        {"Aye", VOTE_FOR},         {"in  favour", VOTE_FOR},    {"approve", VOTE_FOR},
        {"Support", VOTE_FOR},     {"agree", VOTE_FOR},         {"Against", VOTE_AGAINST},
        {"no", VOTE_AGAINST},      {"N", VOTE_AGAINST},         {"nay", VOTE_AGAINST},
        {"oppose", VOTE_AGAINST},  {"reject", VOTE_AGAINST},    {"disagree", VOTE_AGAINST},
        {"abstain", VOTE_ABSTAIN}, {"Abstained", VOTE_ABSTAIN}, {"abstention", VOTE_ABSTAIN},
        {"present", VOTE_PRESENT}, {"absent", VOTE_ABSENT},     {"No-Reply", VOTE_ABSENT},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct loaded *loaded =
            load(arena_of(state), "meeting",
                 arena_format(arena_of(state), "practice,vote\nK1, %s \n", words[i].word));
        check_errors(&loaded->diag, 0);
        check_int(only_ballot(loaded)->vote, words[i].vote);
    }
}

static void what_is_not_a_vote(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote\nK1,agianst\nK2,maybe\nK3,\nK1,Dr Amy Pond\n"
                                 "K1,?\nK1,yes\n");
    check_errors(&loaded->diag, 5);
    const struct problem *problem =
        check_problem_in(&loaded->diag, 2, 4, 2, "\"agianst\" is not a vote");
    check_contains(problem->remedy, "Did you mean \"against\"?");
    check_contains(problem->remedy, "for, against, abstain, present or absent");
    check_problem(&loaded->diag, 3, "\"maybe\" is not a vote");
    check_contains(check_problem(&loaded->diag, 4, "the vote is blank")->remedy,
                   "never counted as abstain");
    check_problem(&loaded->diag, 5, "\"Dr Amy Pond\" is not a vote");
    check_problem(&loaded->diag, 6, "\"?\" is not a vote");
    loaded = load_listed(arena_of(state), "meeting", "practice,vote\nK1,amy\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 2, "\"amy\" is a candidate");
}

static void an_interest_may_leave_the_vote_blank(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote,interest\nK1,,yes\nK2,for,Y\nK3,absent,None\n"
                                 "K1,,no\nK2,x,yes\nK3,for,perhaps\n");
    check_errors(&loaded->diag, 3);
    check_problem(&loaded->diag, 5, "the vote is blank");
    check_problem(&loaded->diag, 6, "\"x\" is not a vote");
    check_problem_in(&loaded->diag, 7, 8, 3, "\"perhaps\" is neither yes nor no");
    const struct poll *poll = &loaded->box.polls[0];
    check_int((long long)poll->count, 3);
    check_int(poll->ballots[0].vote, VOTE_BLANK);
    check_true(poll->ballots[0].interest);
    check_int(poll->ballots[1].vote, VOTE_FOR);
    check_false(poll->ballots[2].interest);
}

static void roles(void **state)
{
    static const struct {
        const char *word;
        enum role role;
    } words[] = {
        {"", ROLE_LEAD},
        {"Lead", ROLE_LEAD},
        {"Practice Commissioning Lead", ROLE_LEAD},
        {"GP lead", ROLE_LEAD},
        {"practice lead", ROLE_LEAD},
        {"deputy", ROLE_DEPUTY},
        {"Deputy Lead", ROLE_DEPUTY},
        {"proxy", ROLE_PROXY},
        {"Practice Manager", ROLE_PRACTICE_MANAGER},
        {"public representative", ROLE_PUBLIC_REPRESENTATIVE},
        {"observer", ROLE_OBSERVER},
        {"other", ROLE_OTHER},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct loaded *loaded =
            load(arena_of(state), "meeting",
                 arena_format(arena_of(state), "practice,vote,role\nK1,for,%s\n", words[i].word));
        check_errors(&loaded->diag, 0);
        check_int(only_ballot(loaded)->role, words[i].role);
    }
    struct loaded *loaded = load(arena_of(state), "meeting", "practice,vote,role\nK1,for,chair\n");
    check_errors(&loaded->diag, 1);
    check_contains(check_problem_in(&loaded->diag, 2, 8, 3, "\"chair\" is not a role")->remedy,
                   "lead, deputy, proxy, practice manager");
}

static void being_told_and_times(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote,notified,received\nK1,for,yes,2015-06-24 17:00\n"
                                 "K2,for,N,\nK3,for,,24/06/2015 17:01\nK1,for,soon,17:00\n"
                                 "K2,for,31/06/2015,2015-06-24T17:00:00Z\n");
    check_errors(&loaded->diag, 4);
    check_problem_in(&loaded->diag, 5, 8, 3, "\"soon\" is neither yes, no nor a date");
    check_contains(
        check_problem_in(&loaded->diag, 5, 13, 4, "\"17:00\" is not a date with a time")->remedy,
        "2015-06-24 17:00, 24/06/2015 17:00:05");
    check_problem(&loaded->diag, 6, "\"31/06/2015\" is neither");
    check_problem(&loaded->diag, 6, "this time has a zone and that on line 2 has none");
    const struct ballot *ballots = loaded->box.polls[0].ballots;
    check_int(ballots[0].notified, NOTIFIED_YES);
    check_int(ballots[1].notified, NOTIFIED_NO);
    check_false(ballots[1].received.given);
    check_int(ballots[2].received.seconds - ballots[0].received.seconds, 60);
}

/* --- Who --- */

static void practices_are_known(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote\nWallingford Medical Practise,for\nOak,for\n,for\n"
                                 "Total,for\n");
    check_errors(&loaded->diag, 4);
    const struct problem *problem = check_problem_in(
        &loaded->diag, 2, 1, 1, "no practice is called \"Wallingford Medical Practise\"");
    check_int(problem->kind, PROBLEM_NAME);
    check_int((long long)problem->place.width, 28);
    check_text(problem->place.text, "Wallingford Medical Practise,for");
    check_text(problem->remedy, "Did you mean \"Wallingford Medical Centre\"? If so correct the "
                                "row, or add this spelling to the aliases in practices.csv.");
    check_contains(check_problem(&loaded->diag, 3, "no practice is called \"Oak\"")->remedy,
                   "listed in practices.csv");
    check_problem(&loaded->diag, 4, "the practice is blank");
    check_int((long long)loaded->box.rows, 0);
}

static void codes_and_names_agree(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "meeting",
             "ods code,surgery,vote\nK1,The Ash Surgery,for\nk1,,for\n,Beech House,for\n"
             "K2,The Ash Surgery,for\nK9,The Ash Surgery,for\nK1,Oak,for\n,,for\n");
    check_errors(&loaded->diag, 4);
    check_problem_in(&loaded->diag, 5, 1, 1,
                     "\"K2\" is the code of Beech House, not of The Ash Surgery");
    check_problem_in(&loaded->diag, 6, 1, 1, "no practice has the code \"K9\"");
    check_problem_in(&loaded->diag, 7, 4, 2, "no practice is called \"Oak\"");
    check_problem(&loaded->diag, 8, "the practice is blank");
    check_int((long long)loaded->box.rows, 3);
    loaded = load(arena_of(state), "meeting", "code,vote\nK3,for\n");
    check_errors(&loaded->diag, 0);
    check_text(only_ballot(loaded)->member->name, "Wallingford Medical Centre");
    check_int((long long)only_ballot(loaded)->place.cell, 1);
}

static void the_rolls_own_word(void **state)
{
    struct arena *arena = arena_of(state);
    struct loaded *loaded = prepare(arena, "meeting");
    loaded->rules.unit = "Town";
    loaded->rules.units = "Towns";
    read_ballots(loaded, "Town Name,vote\nK1,for\nOslo,for\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 3, "no Town is called \"Oslo\"");
}

static void columns_that_must_be_there(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting", "practice,answer\nK1,for\n");
    check_false(loaded->usable);
    check_contains(check_problem(&loaded->diag, 1, "there is no column \"vote\"")->remedy,
                   "\"practice\" and \"answer\"");
    loaded = load(arena_of(state), "meeting", "vote\nfor\n");
    check_problem(&loaded->diag, 1, "there is no column \"practice\"");
    loaded = load(arena_of(state), "meeting", "practice,vote\n\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 0, "has no ballots");
    loaded = load(arena_of(state), "meeting", "practice,vote,Phone\nK1,for,1\n");
    check_counts(&loaded->diag, 0, 1);
    check_problem(&loaded->diag, 1, "the column \"Phone\" is not used");
}

/* --- Motions and decisions --- */

static void each_motion_is_a_poll(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote,motion,decision\nK1,for,Move house,\n"
                                 "K1,for,Buy chairs,email\nK2,no,move HOUSE.,Meeting\n"
                                 "K2,no,Buy chairs,email\nK3,no,,\n");
    check_errors(&loaded->diag, 1);
    check_problem_in(&loaded->diag, 6, 7, 3, "the motion is blank");
    check_int((long long)loaded->box.poll_count, 2);
    check_int((long long)loaded->box.rows, 4);
    check_text(loaded->box.polls[0].motion, "Move house");
    check_text(loaded->box.polls[0].decision, "meeting");
    check_int((long long)loaded->box.polls[0].count, 2);
    check_int((long long)loaded->box.polls[0].ballots[1].line, 4);
    check_text(loaded->box.polls[1].motion, "Buy chairs");
    check_text(loaded->box.polls[1].decision, "email");
}

static void a_motion_from_outside(void **state)
{
    struct loaded *loaded = prepare(arena_of(state), "meeting");
    loaded->reading.motion = "Move house";
    read_ballots(loaded, "practice,vote\nK1,for\nK2,for\n");
    check_int((long long)loaded->box.poll_count, 1);
    check_text(loaded->box.polls[0].motion, "Move house");
}

static void decisions_are_known_and_agree(void **state)
{
    struct loaded *loaded = prepare(arena_of(state), NULL);
    loaded->reading.show_ballots = true;
    read_ballots(loaded, "practice,vote,motion,decision\nK1,for,A,meeting\n"
                         "K2,for,A,emial\nK3,for,A,\nK2,for,A,email\n");
    check_errors(&loaded->diag, 3);
    const struct problem *unknown =
        check_problem_in(&loaded->diag, 3, 10, 4, "no kind of decision is called \"emial\"");
    check_contains(unknown->remedy, "Did you mean \"email\"?");
    check_contains(unknown->remedy, "meeting, email, chair or director");
    check_problem_in(&loaded->diag, 4, 10, 4, "the decision is blank");
    check_problem_in(&loaded->diag, 5, 10, 4,
                     "one motion is decided as \"email\" here and as \"meeting\" on line 2");

    loaded = load(arena_of(state), "meeting", "practice,vote,decision\nK1,for,\nK2,for,email\n");
    check_errors(&loaded->diag, 1);
    check_contains(check_problem(&loaded->diag, 3, "one question is decided as \"email\"")->remedy,
                   "add a column \"motion\"");
}

static void nothing_says_what_is_decided(void **state)
{
    struct loaded *loaded = load(arena_of(state), NULL, "practice,vote\nK1,for\nOak,for\n");
    check_true(loaded->box.decision_missing);
    check_errors(&loaded->diag, 1);
    check_text(loaded->box.polls[0].decision, NULL);
    loaded = load(arena_of(state), NULL, "practice,vote,decision\nK1,for,meeting\n");
    check_false(loaded->box.decision_missing);
    loaded = load(arena_of(state), "meeting", "practice,vote\nK1,for\n");
    check_false(loaded->box.decision_missing);
}

static void a_constitution_with_one_kind_of_decision(void **state)
{
    struct arena *arena = arena_of(state);
    struct loaded *loaded = prepare(arena, NULL);
    check_true(load_rules(arena, &loaded->diag,
                          file_of("rules.csv", "decision,rule,value\nvote,weight,list size\n"
                                               "vote,passes,more than half of votes cast\n"),
                          &loaded->rules, NULL));
    read_ballots(loaded, "practice,vote\nK1,for\n");
    check_false(loaded->box.decision_missing);
    check_text(loaded->box.polls[0].decision, "vote");
}

static void motions_that_are_nearly_the_same(void **state)
{
    struct loaded *loaded = load(arena_of(state), "meeting",
                                 "practice,vote,motion\nK1,for,Adopt the frailty pathway\n"
                                 "K2,for,Adopt the frailty patway\n"
                                 "K3,for,Adopt the diabetes pathway\n");
    check_counts(&loaded->diag, 0, 1);
    check_problem(&loaded->diag, 3,
                  "\"Adopt the frailty patway\" and, on line 2, \"Adopt the "
                  "frailty pathway\" are counted as two motions");
    loaded = load(arena_of(state), "meeting",
                  "practice,vote,motion\nK1,for,Motion 1\nK2,for,Motion 2\nK3,for,Option A\n"
                  "K1,for,Option B\n");
    check_counts(&loaded->diag, 0, 0);
}

/* --- Elections --- */

static void names_make_candidates(void **state)
{
    struct loaded *loaded = load(arena_of(state), "chair",
                                 "practice,candidate\nK1,Dr A\nK2,dr. a\nK3,Dr B\nK1,abstain\n"
                                 "K2,no reply\n");
    check_errors(&loaded->diag, 0);
    const struct poll *poll = &loaded->box.polls[0];
    check_true(poll->is_election);
    check_false(poll->candidates_listed);
    check_int((long long)poll->candidate_count, 2);
    check_text(poll->candidates[0].name, "Dr A");
    check_text(poll->candidates[1].name, "Dr B");
    check_int(poll->ballots[1].vote, VOTE_CANDIDATE);
    check_int((long long)poll->ballots[1].candidate, 0);
    check_int((long long)poll->ballots[2].candidate, 1);
    check_int(poll->ballots[3].vote, VOTE_ABSTAIN);
    check_int(poll->ballots[4].vote, VOTE_ABSENT);
}

static void a_list_makes_candidates(void **state)
{
    struct loaded *loaded = load_listed(arena_of(state), "chair",
                                        "practice,vote\nK1,AMY\nK2,Dr Rory Stone\nK3,Dr Rory Ston\n"
                                        "K1,Somebody Else\n");
    check_errors(&loaded->diag, 2);
    const struct problem *problem =
        check_problem_in(&loaded->diag, 4, 4, 2, "no candidate is called \"Dr Rory Ston\"");
    check_contains(problem->remedy, "Did you mean \"Dr Rory Stone\"?");
    check_contains(problem->remedy, "The candidates are Dr Amy Pond and Dr Rory Stone.");
    check_problem(&loaded->diag, 5, "\"Somebody Else\"");
    const struct poll *poll = &loaded->box.polls[0];
    check_true(poll->candidates_listed);
    check_int((long long)poll->candidate_count, 2);
    check_int((long long)poll->ballots[0].candidate, 0);
    check_int((long long)poll->ballots[1].candidate, 1);
}

static void an_election_is_no_motion(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "chair", "practice,vote\nK1,yes\nK2,against\nK3,\n");
    check_errors(&loaded->diag, 3);
    check_contains(
        check_problem_in(&loaded->diag, 2, 4, 2, "this is an election, and \"yes\"")->remedy,
        "Write the candidate's name");
    check_problem(&loaded->diag, 3, "this is an election");
    check_problem(&loaded->diag, 4, "the vote is blank");
}

static void candidates_that_are_nearly_the_same(void **state)
{
    struct loaded *loaded = load(arena_of(state), "chair",
                                 "practice,vote\nK1,Dr John Smith\nK2,Dr Jon Smith\nK3,Dr Wood\n");
    check_counts(&loaded->diag, 0, 1);
    check_problem(&loaded->diag, 0,
                  "\"Dr John Smith\" and \"Dr Jon Smith\" are counted as two candidates");
    loaded = load(arena_of(state), "chair",
                  "practice,vote\nK1,Dr A\nK2,Dr B\nK3,Dr Amy Smith\n"
                  "K1,Dr Ann Smith\n");
    check_counts(&loaded->diag, 0, 0);
}

/* --- Secret ballots --- */

/* Everything that could be printed of the problems, and what a program would find in them. */
static const char *all_said(struct loaded *loaded)
{
    struct buffer buffer = {.arena = loaded->diag.arena};
    diag_print(&loaded->diag, &buffer, NULL, false);
    for (size_t i = 0; i < loaded->diag.count; i++)
        if (loaded->diag.problems[i].place.text != NULL)
            buffer_add(&buffer, loaded->diag.problems[i].place.text);
    for (size_t i = 0; i < loaded->box.poll_count; i++)
        for (size_t j = 0; j < loaded->box.polls[i].count; j++)
            if (loaded->box.polls[i].ballots[j].place.text != NULL)
                buffer_add(&buffer, loaded->box.polls[i].ballots[j].place.text);
    return buffer_text(&buffer);
}

static void check_silence(struct loaded *loaded)
{
    static const char *const words[] = {"Pond",  "Amy",    "Rory",    "Stone", "Ston",
                                        "Zebra", "Hidden", "\"yes\"", "777"};
    const char *said = all_said(loaded);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strstr(said, words[i]) == NULL)
            continue;
        print_error("\"%s\" is told:\n%s\n", words[i], said);
        fail();
    }
}

static const char secret_faults[] =
    "practice,vote,role,voter,notified,interest,received\n"
    "K1,Dr Amy Pond,lead,,,,\n"               /* 2: nothing wrong */
    "Ash,Dr Rory Ston,,,,,\n"                 /* 3: two */
    "K2,Zebra,Hidden,,Hidden,Hidden,Hidden\n" /* 4: five */
    "K2,Dr Amy\"Pond,,,,,\n"                  /* 5 */
    "K2,Dr Amy Pond,1,777,lead,,,,x\n"        /* 6 */
    "K2,\"Dr Amy Pond,lead,,,,\n"             /* 7 */
    "K2,yes,,,,,\n"                           /* 8 */
    "K2,Dr Rory\xE9,,,,,\n"                   /* 9 */
    "Dr Amy Pond,K2,,,,,\n"                   /* 10: two, the cells in the wrong order */
    "K2\n";                                   /* 11 */

static void secret_votes_stand_in_no_message(void **state)
{
    struct loaded *loaded = load_listed(arena_of(state), "director", secret_faults);
    check_errors(&loaded->diag, 15);
    check_silence(loaded);
    check_problem_in(&loaded->diag, 3, 1, 1, "no practice has this name");
    check_problem_in(&loaded->diag, 3, 5, 2, "this is not the name of a candidate");
    check_problem_in(&loaded->diag, 4, 4, 2, "this is not the name of a candidate");
    /* Behind the vote the column would tell how long it is. */
    check_problem_in(&loaded->diag, 4, 0, 3, "this is not a role");
    check_problem(&loaded->diag, 4, "this is neither yes nor no");
    check_problem(&loaded->diag, 8, "this is an election");
    check_problem_in(&loaded->diag, 9, 0, 2, "may not");
    check_text(loaded->box.polls[0].ballots[0].place.text, NULL);
    check_int((long long)loaded->box.polls[0].ballots[0].place.cell, 1);
}

static void secret_votes_may_be_asked_for(void **state)
{
    struct loaded *loaded = prepare(arena_of(state), "director");
    loaded->reading.candidates = &loaded->list;
    loaded->reading.show_ballots = true;
    read_ballots(loaded, secret_faults);
    check_errors(&loaded->diag, 15);
    check_contains(check_problem(&loaded->diag, 3, "\"Dr Rory Ston\"")->remedy, "Dr Rory Stone");
    check_contains(check_problem(&loaded->diag, 6, "cells")->remedy, "1,777");
    check_text(loaded->box.polls[0].ballots[0].place.text, "K1,Dr Amy Pond,lead,,,,");
}

static void one_secret_row_hides_the_file(void **state)
{
    static const char *const files[] = {
        "practice,vote,motion,decision\nK1,Zebra,A,meeting\nK2,Dr Amy Pond,B,director\n",
        /* It cannot be told what is decided, and it may be secret. */
        "practice,vote,motion,decision\nK1,Zebra,A,meeting\nK2,Dr Amy Pond,B,\n",
        "practice,vote,motion,decision\nK1,Zebra,A,meeting\nK2,Dr Amy Pond,B,direct\n",
        "practice,vote,motion,decision\nK1,Zebra,A,meeting\nK2,Dr \"Amy Pond,B,director\n",
        "practice,vote\nOak,Zebra\n",
        /* The first ballot is where the header should be. */
        "K2,Dr Amy Pond\nK1,Zebra\n",
        "practice,vote\xE9\nK1,\"Zebra\n",
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct loaded *loaded = load(arena_of(state), NULL, files[i]);
        check_false(loaded->usable);
        check_silence(loaded);
    }
    struct loaded *loaded =
        load(arena_of(state), "director", "vote,practice\nDr Amy Pond,Oak\nDr Amy Pond,K1\n");
    check_silence(loaded);
    check_problem_in(&loaded->diag, 2, 0, 2, "no practice has this name");
    check_int((long long)only_ballot(loaded)->place.column, 0);
    check_int((long long)only_ballot(loaded)->place.cell, 2);
}

static void open_votes_are_shown(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), NULL, "practice,vote,decision\nK1,Zebra,meeting\nK2,for,meeting\n");
    check_errors(&loaded->diag, 1);
    check_text(check_problem(&loaded->diag, 2, "\"Zebra\"")->place.text, "K1,Zebra,meeting");
    check_contains(loaded->box.polls[0].ballots[0].place.text, "K2,for");
}

static void close_candidates_are_named_without_a_line(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "director", "practice,vote\nK1,Dr John Smith\nK2,Dr Jon Smith\n");
    check_counts(&loaded->diag, 0, 1);
    const struct problem *problem = check_problem(&loaded->diag, 0, "two candidates");
    check_int((long long)problem->place.cell, 0);
}

/* --- What cannot be read --- */

static void without_rules_or_roll(void **state)
{
    struct loaded *loaded = prepare(arena_of(state), "meeting");
    loaded->reading.rules = NULL;
    read_ballots(loaded, "practice,vote,role\nK1,for,lead\nOak,Zebra,Hidden\n");
    check_errors(&loaded->diag, 2);
    check_silence(loaded);
    check_problem(&loaded->diag, 3, "no practice has this name");
    check_problem(&loaded->diag, 3, "this is not a role");

    loaded = prepare(arena_of(state), "meeting");
    loaded->reading.roll = NULL;
    read_ballots(loaded, "practice,vote\nOak,for\nOak,maybe\n,for\n");
    check_errors(&loaded->diag, 2);
    check_problem(&loaded->diag, 3, "\"maybe\" is not a vote");
    check_problem(&loaded->diag, 4, "the practice is blank");
    check_int((long long)loaded->box.rows, 0);
}

static void many_motions_and_candidates_are_quick(void **state)
{
    struct arena *arena = arena_of(state);
    struct buffer text = {.arena = arena};
    buffer_add(&text, "practice,vote,motion\n");
    for (int i = 0; i < 20000; i++)
        buffer_format(&text, "K1,Dr %d,Post %d\n", i, i % 5000);
    struct loaded *loaded = load(arena, "chair", buffer_text(&text));
    check_errors(&loaded->diag, 0);
    check_int((long long)loaded->box.poll_count, 5000);
    check_int((long long)loaded->box.polls[4999].candidate_count, 4);
    check_int((long long)loaded->box.rows, 20000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(a_whole_row),
        test_with_arena(the_least_row),
        test_with_arena(the_words_of_a_vote),
        test_with_arena(what_is_not_a_vote),
        test_with_arena(an_interest_may_leave_the_vote_blank),
        test_with_arena(roles),
        test_with_arena(being_told_and_times),
        test_with_arena(practices_are_known),
        test_with_arena(codes_and_names_agree),
        test_with_arena(the_rolls_own_word),
        test_with_arena(columns_that_must_be_there),
        test_with_arena(each_motion_is_a_poll),
        test_with_arena(a_motion_from_outside),
        test_with_arena(decisions_are_known_and_agree),
        test_with_arena(nothing_says_what_is_decided),
        test_with_arena(a_constitution_with_one_kind_of_decision),
        test_with_arena(motions_that_are_nearly_the_same),
        test_with_arena(names_make_candidates),
        test_with_arena(a_list_makes_candidates),
        test_with_arena(an_election_is_no_motion),
        test_with_arena(candidates_that_are_nearly_the_same),
        test_with_arena(secret_votes_stand_in_no_message),
        test_with_arena(secret_votes_may_be_asked_for),
        test_with_arena(one_secret_row_hides_the_file),
        test_with_arena(open_votes_are_shown),
        test_with_arena(close_candidates_are_named_without_a_line),
        test_with_arena(without_rules_or_roll),
        test_with_arena(many_motions_and_candidates_are_quick),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
