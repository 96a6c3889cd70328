/* SPDX-License-Identifier: MIT */
#include "unit/check_problems.h"

#include "quorate/tables.h"
#include "quorate/text.h"
#include "tables/internal.h"

struct loaded {
    struct diag diag;
    struct candidate_list list;
    size_t rows;
    bool usable;
};

static struct loaded *load_for(struct arena *arena, struct date day, const char *text)
{
    struct loaded *loaded = arena_alloc(arena, 1, sizeof *loaded);
    loaded->diag.arena = arena;
    loaded->usable = load_candidates(arena, &loaded->diag, file_of("candidates.csv", text), day,
                                     &loaded->list, &loaded->rows);
    check_int(loaded->usable, loaded->diag.errors == 0);
    return loaded;
}

static struct loaded *load(struct arena *arena, const char *text)
{
    return load_for(arena, (struct date){0}, text);
}

static void candidates_and_their_spellings(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "Practice,Candidate Name,Also known as\n"
                              "The Hart Surgery,Dr Zo\xC3\xAB Ash,Zoe Ash; Dr. Ash;dr zoe ash\n"
                              ",Dr B,\n");
    check_errors(&loaded->diag, 0);
    check_int((long long)loaded->rows, 2);
    check_int((long long)loaded->list.count, 2);
    const struct candidate *ash = &loaded->list.candidates[0];
    check_text(ash->name, "Dr Zo\xC3\xAB Ash");
    check_text(ash->practice, "The Hart Surgery");
    check_int((long long)ash->folded_count, 4);
    check_text(ash->folded[0], "dr zoe ash");
    check_text(ash->folded[1], "zoe ash");
    check_text(ash->folded[2], "dr ash");
    check_text(loaded->list.candidates[1].practice, NULL);
    check_int((long long)loaded->list.candidates[1].folded_count, 1);
    check_text(loaded->list.file, "candidates.csv");
    loaded = load(arena_of(state), "name,aliases\nDr A,Ann;;-\nDr B,;Bob; \nDr C,;;;;\n");
    check_errors(&loaded->diag, 0);
    for (size_t i = 0; i < 3; i++)
        check_int(loaded->list.candidates[i].folded_count, i < 2 ? 2 : 1);
    check_text(loaded->list.candidates[1].folded[1], "bob");
}

static void each_spelling_is_one_candidates(void **state)
{
    struct loaded *loaded =
        load(arena_of(state), "name,aliases\nDr A,Ash\nDr. a,\nDr B,ASH\n,\n,x\n");
    check_errors(&loaded->diag, 3);
    check_problem_in(&loaded->diag, 3, 1, 1, "\"Dr. a\" is on line 2 already");
    check_problem_in(&loaded->diag, 4, 6, 2, "\"ASH\" is on line 2 already");
    check_problem_in(&loaded->diag, 6, 1, 1, "the candidate's name is blank");
}

static void a_vote_is_no_name(void **state)
{
    static const char *const words[] = {"for",    "Yes",     "AYE",        "in favour",
                                        "no",     "abstain", "Abstention", "present",
                                        "absent", "No reply"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct loaded *loaded =
            load(arena_of(state), arena_format(arena_of(state), "candidate,aliases\n%s,\nDr A,%s\n",
                                               words[i], words[i]));
        check_errors(&loaded->diag, 2);
        check_problem_in(&loaded->diag, 2, 1, 1, "cannot be a candidate");
        check_problem_in(&loaded->diag, 3, 6, 2, "cannot be a candidate");
    }
}

/* What a vote of an election says that names nobody, one, or more. */
static void cells_that_name_somebody(void **state)
{
    static const struct {
        const char *text;
        enum candidate_name read;
    } cases[] = {
        {"Dr A", CANDIDATE_NAME},
        {"a", CANDIDATE_NAME},
        {"z", CANDIDATE_NAME},
        {"Forsyth", CANDIDATE_NAME}, /* begins with "for", which is no word of it */
        {"Voters", CANDIDATE_NAME},
        {"Noel Abbot", CANDIDATE_NAME},
        {"2 Dr A", CANDIDATE_NAME},
        {"Smith, Dr John", CANDIDATE_NAME},
        {"Dr A, of Ash", CANDIDATE_NAME},
        {"\xD0\x96", CANDIDATE_NAME},         /* Cyrillic */
        {"\xE2\xB0\x80", CANDIDATE_NAME},     /* U+2C00, the first behind the symbols */
        {"\xE4\xB8\xAD", CANDIDATE_NAME},     /* Chinese */
        {"\xF0\xA0\x80\x80", CANDIDATE_NAME}, /* U+20000 */
        {"1", CANDIDATE_NONE},
        {"\xC2\xA3", CANDIDATE_NONE},         /* a pound sign */
        {"\xE2\x9C\x93", CANDIDATE_NONE},     /* a tick */
        {"\xE2\x98\xBA", CANDIDATE_NONE},     /* a face */
        {"\xF0\x9F\x91\x8D", CANDIDATE_NONE}, /* a thumb */
        {"aye?", CANDIDATE_NONE},
        {"against all", CANDIDATE_NONE},
        {"yes please", CANDIDATE_NONE},
        {"n/a", CANDIDATE_NONE},
        {"nobody", CANDIDATE_NONE},
        {"I am not sure", CANDIDATE_NONE},
        {"myself", CANDIDATE_NONE},
        {"current chair", CANDIDATE_NONE},
        {"our practice lead", CANDIDATE_NONE},
        {"As proposed", CANDIDATE_NONE},
        {"Anyone but Dr B", CANDIDATE_NONE},
        {"I would take Dr B", CANDIDATE_NONE},
        {"don't mind", CANDIDATE_NONE},
        {"happy with the others", CANDIDATE_NONE},
        {"Happy Singh", CANDIDATE_NAME},
        {"I Smith", CANDIDATE_NAME},
        {"Will Chair", CANDIDATE_NAME},
        {"Current arrangement", CANDIDATE_NAME}, /* of two that may be chosen */
        {"Abstain (emailed)", CANDIDATE_NONE},
        {"abtsain", CANDIDATE_NONE},
        {"no repyl", CANDIDATE_NONE},
        {"Dr A / Dr B", CANDIDATE_SEVERAL},
        {"Dr A;Dr B", CANDIDATE_SEVERAL},
        {"Dr A + Dr B", CANDIDATE_SEVERAL},
        {"Dr A and Dr B", CANDIDATE_SEVERAL},
        {"Dr A else Dr B", CANDIDATE_SEVERAL},
        {"1. Dr A 2. Dr B", CANDIDATE_SEVERAL},
        {"9th Dr A, 0 Ash", CANDIDATE_SEVERAL},
        {"Dr A, Dr B", CANDIDATE_SEVERAL},
        {"Dr A,Dr B", CANDIDATE_SEVERAL},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s\n", cases[i].text);
        check_int(candidate_name_read(arena, cases[i].text, text_fold(arena, cases[i].text)),
                  cases[i].read);
    }
}

/* A Cyrillic A looks like one, and is another. */
static void candidates_who_look_alike(void **state)
{
#define ALIKE "Dr \xD0\x90sh"
    struct loaded *loaded =
        load(arena_of(state), "candidate\nDr Ash\n" ALIKE "\nDr Beech\nDr Cedar\n");
    check_counts(&loaded->diag, 0, 1);
    check_problem(&loaded->diag, 3, "looks like \"Dr Ash\" on line 2");
    loaded = load(arena_of(state), "candidate\nDr Beech\nDr Ash\nDr Cedar\n" ALIKE "\n");
    check_counts(&loaded->diag, 0, 1);
    check_problem(&loaded->diag, 5, "looks like \"Dr Ash\" on line 3");
    struct diag diag = {.arena = arena_of(state)};
    struct candidate_list list;
    check_true(load_candidates(arena_of(state), &diag, file_of("c.csv", "candidate\nDr A\n"),
                               (struct date){0}, &list, NULL));
}

static void the_list_is_that_of_a_day(void **state)
{
    static const char text[] = "candidate,aliases,post,from,to\n"
                               "Dr A,Ann,Director,,2015-03-31\n"
                               "Dr A,,Director,2015-05-01,\n"
                               "Dr B,Ann,Director,2015-04-01,2015-06-30\n"
                               "Dr C,,Deputy,,2015-04-30\n"
                               "RON,,,,\n";
    struct arena *arena = arena_of(state);
    const struct candidate_list *list = &load_for(arena, (struct date){2015, 4, 15}, text)->list;
    check_int(list->count, 3);
    check_int(list->post_count, 2);
    check_int(list->posts[0].count, 2);
    check_text(list->posts[0].candidates[0].name, "Dr B");
    check_int(list->absent_count, 2);
    check_int(candidates_absent(list, "dr a")->tenure.to.month, 3);
    check_true(candidates_absent(list, "dr c") == NULL);
    check_int(date_compare(list->last_change, (struct date){2015, 7, 1}), 0);
    /* A post for which nobody stands then is none. */
    list = &load_for(arena, (struct date){2015, 5, 1}, text)->list;
    check_int(list->post_count, 1);
    check_text(list->posts[0].name, "Director");
    check_int(list->posts[0].count, 3);
    check_int(load(arena, text)->list.count, 5);
}

static void a_list_has_candidates(void **state)
{
    struct loaded *loaded = load(arena_of(state), "candidate\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 0, "has no candidates");
    loaded =
        load_for(arena_of(state), (struct date){2015, 4, 1}, "candidate,from\nDr A,2015-04-02\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 0, "nobody stands on 1 April 2015");
    loaded =
        load_for(arena_of(state), (struct date){2015, 4, 2}, "candidate,from\nDr A,2015-04-02\n");
    check_errors(&loaded->diag, 0);
    check_int(loaded->list.count, 1);
    loaded = load_for(arena_of(state), (struct date){2015, 4, 1}, "candidate,from\nDr A,soon\n");
    check_errors(&loaded->diag, 1); /* that one alone */
    loaded = load_for(arena_of(state), (struct date){2015, 4, 1},
                      "candidate,from,aliases\nDr A,2015-04-02,yes\n");
    check_errors(&loaded->diag, 1);
    check_problem(&loaded->diag, 2, "cannot be a candidate");
    loaded = load(arena_of(state), "who\nDr A\n");
    check_false(loaded->usable);
    check_counts(&loaded->diag, 1, 1);
    check_problem(&loaded->diag, 1, "there is no column \"candidate\"");
}

/* Whoever has a row says what for; to open nominations again may be said of one post, or of all. */
static void posts_and_who_stands_for_them(void **state)
{
    static const struct {
        const char *rows;
        size_t posts, chairs; /* who stands for Chair */
        size_t line;          /* of the one error; 0 for none */
        const char *what;
    } cases[] = {
        {"Dr A,Chair\nDr B,Deputy\nDr C,CHAIR\n", 2, 2, 0, ""},
        {"Dr A,Chair\nDr B,Deputy\nRe-open nominations,\n", 2, 2, 0, ""},
        {"Dr A,Chair\nDr B,Deputy\nRe-open nominations,Deputy\n", 2, 1, 0, ""},
        {"Dr A,Chair\nDr B,Deputy\nRe-open nominations,Chair\n", 2, 2, 0, ""},
        {"Dr A,Chair\nDr B,\n", 0, 0, 3, "the post is blank"},
        {"Dr A,Chair\nDr B,-\n", 0, 0, 3, "the post is blank"},
        {"Dr A,Chair\nDr B,Deputy\nRe-open nominations,?\n", 0, 0, 4, "the post is blank"},
        {"Dr A,Chair\nDr A,Deputy\n", 2, 1, 0, ""},
        {"Dr A,Chair\nDr B,Deputy\nDr A,Chair\n", 0, 0, 4, "\"Dr A\" is on line 2 already"},
        {"Dr B,Chair\nDr A,Chair\nDr A,Chair\n", 0, 0, 4, "\"Dr A\" is on line 3 already"},
        {"Dr A,Deputy\nDr A,Chair\nDr A,Chair\n", 0, 0, 4, "\"Dr A\" is on line 3 already"},
    };
    struct arena *arena = arena_of(state);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s", cases[i].rows);
        struct loaded *loaded =
            load(arena, arena_format(arena, "candidate,post\n%s", cases[i].rows));
        check_errors(&loaded->diag, cases[i].line > 0);
        if (cases[i].line > 0) {
            check_problem(&loaded->diag, cases[i].line, cases[i].what);
            continue;
        }
        const struct candidate_list *list = &loaded->list;
        check_int((long long)list->post_count, (long long)cases[i].posts);
        check_int((long long)candidates_post(arena, list, "Chair"), 0);
        check_int((long long)candidates_post(arena, list, "deputy"), 1);
        check_true(candidates_post(arena, list, "Treasurer") == POST_NONE);
        check_true(candidates_post(arena, list, NULL) == POST_NONE);
        check_int((long long)list->posts[0].count, (long long)cases[i].chairs);
        check_text(candidates_posts(arena, list)[0], "Chair");
        check_text(candidates_posts(arena, list)[1], "Deputy");
    }
    /* Of one post, or of none that has a name, every vote is for it. */
    static const char *const single[] = {"candidate,post\nDr A,Chair\nDr B,Chair\n",
                                         "candidate\nDr A\nDr B\n"};
    for (size_t i = 0; i < 2; i++) {
        const struct candidate_list *list = &load(arena, single[i])->list;
        check_int(list->post_count, 1);
        check_int(list->posts[0].count, 2);
        check_text(list->posts[0].name, i == 0 ? "Chair" : NULL);
        check_int(candidates_post(arena, list, "Treasurer"), 0);
        check_int(candidates_post(arena, list, NULL), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(candidates_and_their_spellings),
        test_with_arena(each_spelling_is_one_candidates),
        test_with_arena(a_vote_is_no_name),
        test_with_arena(the_list_is_that_of_a_day),
        test_with_arena(a_list_has_candidates),
        test_with_arena(candidates_who_look_alike),
        test_with_arena(cells_that_name_somebody),
        test_with_arena(posts_and_who_stands_for_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
