/* SPDX-License-Identifier: MIT */

/* What the answers of a form mean: answers.csv and --answer. */
#include "unit/check_problems.h"

#include "quorate/tables.h"
#include "quorate/text.h"

struct loaded {
    struct diag diag;
    struct answers answers;
    size_t rows;
};

static struct loaded load(struct arena *arena, const char *text)
{
    struct loaded loaded = {.diag = {.arena = arena}, .rows = 99};
    bool usable = load_answers(arena, &loaded.diag, file_of("answers.csv", text), &loaded.answers,
                               &loaded.rows);
    check_int(usable, loaded.diag.errors == 0);
    return loaded;
}

static void answers_are_found_as_they_stand(void **state)
{
    static const struct {
        const char *text, *means; /* NULL: nothing is said of it */
        bool is_role;
    } cases[] = {
        {"I support it", "for", false},
        {"i SUPPORT  it", "for", false},
        {"I do not support it", "against", false},
        {"Not sure", "abstain", false},
        {"Practice lead GP", "lead", true},
        {"(Not sure", NULL, false},
        {"Not sure?", NULL, false},
        {"I support", NULL, false},
        {"", NULL, false},
    };
    struct arena *arena = arena_of(state);
    struct loaded loaded =
        load(arena, "answer,means\n I support it ,for\nI do not support it,Against\n"
                    "Not sure,abstain\nPractice lead GP,lead\nYes,for\nNo,against\n");
    check_errors(&loaded.diag, 0);
    check_int((long long)loaded.rows, 6);
    check_int((long long)loaded.answers.count, 6);
    check_text(loaded.answers.answers[0].text, "I support it");
    check_text(loaded.answers.answers[0].folded, "i support it");
    check_int((long long)loaded.answers.answers[1].line, 3);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s\n", cases[i].text);
        const struct answer *found =
            answers_find(&loaded.answers, cases[i].text, text_fold(arena, cases[i].text));
        check_int(found != NULL, cases[i].means != NULL);
        if (found == NULL)
            continue;
        check_text(text_fold(arena, found->means), cases[i].means);
        check_int(found->is_role, cases[i].is_role);
    }
    check_true(answers_find(NULL, "I support it", "i support it") == NULL);
}

static void what_is_wrong_with_answers(void **state)
{
    static const struct {
        const char *table;
        size_t errors, line;
        const char *what;
    } cases[] = {
        {"answer\nI support it\n", 1, 1, "means"},
        {"means\nfor\n", 1, 1, "answer"},
        {"answer,means\n,for\n", 1, 2, "the answer is blank"},
        {"answer,means\n?,for\n", 1, 2, "the answer is blank"},
        {"answer,means\nI support it,\n", 1, 2, "what the answer means is blank"},
        {"answer,means\nI support it,maybe\n", 1, 2, "\"maybe\" is neither a vote nor a role"},
        {"answer,means\n?,maybe\n", 2, 2, "\"maybe\" is neither a vote nor a role"},
        {"answer,means\n?,maybe\n", 2, 2, "the answer is blank"},
        {"answer,means\nYes,against\n", 1, 2, "\"Yes\" has a meaning of its own, and cannot mean"},
        {"answer,means\nYes,lead\n", 1, 2,
         "\"Yes\" has a meaning of its own, and cannot mean lead"},
        {"answer,means\nlead,deputy\n", 1, 2, "cannot mean deputy"},
        {"answer,means\nlead,for\n", 1, 2, "cannot mean for"},
        {"answer,means\nlead,Lead\nfor,yes\n", 0, 0, ""},
        {"answer,means\nOk then,for\nFine,for\nok THEN,for\n", 1, 4,
         "\"ok THEN\" is on line 2 already"},
        /* an answer means the same in every vote */
        {"answer,means,motion\nI support it,for,\nI do not,against,2\n", 1, 1,
         "this column says for which"},
        {"answer,means,Until\nI support it,for,2015-04-01\nI do not,against,\n", 1, 1,
         "this column says for which"},
        {"answer,means,motion\nI support it,for,\nI do not,against,\n", 0, 0, ""},
        {"answer,means,source\nI support it,for,the chair\n", 0, 0, ""},
        {"answer,means,closed\nI support it,for,yes\nI do not,against,\n", 1, 2,
         "the row would count"},
        {"question,answer,means\n,I support it,for\n", 0, 0, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s", cases[i].table);
        struct loaded loaded = load(arena_of(state), cases[i].table);
        if (loaded.diag.errors != cases[i].errors)
            print_problems(&loaded.diag);
        check_int((long long)loaded.diag.errors, (long long)cases[i].errors);
        if (cases[i].errors > 0)
            check_problem(&loaded.diag, cases[i].line, cases[i].what);
        if (cases[i].line == 1 && strstr(cases[i].what, "column") == NULL)
            check_int((long long)loaded.rows, 0);
    }
}

static void answers_on_the_command_line(void **state)
{
    static const struct {
        const char *given, *text, *means, *fault;
    } cases[] = {
        {"I support it=for", "I support it", "for", NULL},
        {" a = b = against ", "a = b", "against", NULL},
        {"I support it", NULL, NULL, "does not say what it means"},
        {"=for", NULL, NULL, "the answer is blank"},
        {"I support it=", NULL, NULL, "what the answer means is blank"},
        {"I support it=maybe", NULL, NULL, "neither a vote nor a role"},
        {"no=for", NULL, NULL, "\"no\" has a meaning of its own, and cannot mean for"},
        {"no=against", "no", "against", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answer answer;
        struct column_fault fault = {0};
        print_message("%s\n", cases[i].given);
        bool read = load_answer(arena_of(state), cases[i].given, &answer, &fault);
        check_int(read, cases[i].fault == NULL);
        if (!read) {
            check_contains(fault.what, cases[i].fault);
            continue;
        }
        check_text(answer.text, cases[i].text);
        check_text(answer.means, cases[i].means);
        check_int((long long)answer.line, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(answers_are_found_as_they_stand),
        test_with_arena(what_is_wrong_with_answers),
        test_with_arena(answers_on_the_command_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
