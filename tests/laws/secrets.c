/* SPDX-License-Identifier: MIT */

/*
 * Who voted for whom leaves no trace in a report of a secret decision: two polls that have the same
 * practices returning ballots, and the same number of each answer, but not from the same practices,
 * are reported in the same bytes, in every format.
 *
 * A verdict may go by patients, or by votes weighted with them, and then it changes with who voted
 * how, as it must. So only polls are compared that come to the same, on every reading and in every
 * condition; when each practice has one vote and all goes by heads, that is all of them.
 */
#include "laws/outcomes.h"
#include "laws/same_result.h"

enum {
    POLLS = TRIES(6000)
};

/* What a member returned is a letter as in ballots_of; x is two ballots that make each other void.
 */
static bool is_returned(char answer)
{
    return answer != 'i' && answer != 'n' && answer != '.';
}

static void add_row(struct model *model, int member, char vote, bool interest)
{
    if (model->row_count < MODEL_ROWS)
        model->rows[model->row_count++] = (struct model_row){
            .member = member, .vote = vote, .interest = interest, .named = true, .minute = -1};
}

static void write_rows(struct model *model, const char *answers)
{
    model->row_count = 0;
    for (int i = 0; i < model->member_count; i++)
        switch (answers[i]) {
        case '.':
            break;
        case 'i':
            add_row(model, i, 'b', true);
            break;
        case 'x':
            add_row(model, i, model->rules.election ? '1' : 'f', false);
            add_row(model, i, model->rules.election ? '2' : 'a', false);
            break;
        default:
            add_row(model, i, answers[i], false);
        }
}

/* Whoever returned a ballot now returned another's. */
static void permute(struct random *random, const struct model *model, char *answers)
{
    for (int i = model->member_count - 1; i > 0; i--) {
        int other = random_below(random, i + 1);
        if (!is_returned(answers[i]) || !is_returned(answers[other]))
            continue;
        char answer = answers[i];
        answers[i] = answers[other];
        answers[other] = answer;
    }
}

/* What a report must tell, and what may come of weights: the rest must not show. */
static bool come_to_the_same(const struct poll_outcome *one, const struct poll_outcome *other)
{
    if (!same_results(one, other) || one->election.without_half != other->election.without_half ||
        one->election.candidate_count != other->election.candidate_count)
        return false;
    for (size_t i = 0; i < one->election.candidate_count; i++)
        if (!same_words(one->election.candidates[i].name, other->election.candidates[i].name))
            return false;
    for (size_t i = 0; i < one->condition_count; i++)
        if (one->conditions[i].met != other->conditions[i].met)
            return false;
    for (size_t i = 0; i < one->quorum.without_interested_count; i++)
        if (one->quorum.without_interested[i].met != other->quorum.without_interested[i].met)
            return false;
    if ((one->election.elects == NULL) != (other->election.elects == NULL) ||
        (one->election.elects != NULL && one->election.elects->met != other->election.elects->met))
        return false;
    return one->casting.effect == other->casting.effect;
}

static bool goes_by_heads(const struct model_condition *asks)
{
    return asks->measure != POPULATION || asks->scope == PRESENT || asks->scope == ALL;
}

/* Whether every figure that the poll is decided by is a number of members. */
static bool decided_by_heads(const struct model *model)
{
    const struct model_rules *rules = &model->rules;
    bool heads = rules->weight == EACH && model->reading_count == 0 && !rules->every_area;
    for (int i = 0; i < rules->quorum_count; i++)
        heads = heads && goes_by_heads(&rules->quorum[i]);
    for (int i = 0; i < rules->passes_count && !rules->election; i++)
        heads = heads && rules->passes[i].measure != POPULATION;
    return heads;
}

static struct model random_secret(struct random *random, char *answers)
{
    struct model model = random_model(
        random,
        (struct model_shape){.motions = true, .elections = true, .readings = true, .plain = true});
    const char *letters = model.rules.election ? "11112223s.inx" : "ffffaaasp.inx";
    model.rules.secret = true;
    model.rules.repeat = 1 + random_below(random, 2);
    if (random_chance(random, 2)) {
        model.rules.weight = EACH;
        model.reading_count = 0;
    }
    enlarge_lists(random, &model);
    for (int i = 0; i < model.member_count; i++)
        answers[i] = letters[random_below(random, 13)];
    write_rows(&model, answers);
    if (model.row_count == 0) {
        answers[0] = 's';
        write_rows(&model, answers);
    }
    return model;
}

static void show_difference(struct arena *arena, const struct model *one, const struct model *other,
                            const char *seen, const char *instead, int number)
{
    show_model(arena, one, number);
    show_model(arena, other, number);
    size_t at = 0;
    while (seen[at] != '\0' && seen[at] == instead[at])
        at++;
    size_t from = at < 200 ? 0 : at - 200;
    print_error("%.500s\n--- instead of ---\n%.500s\n", instead + from, seen + from);
    fail();
}

/* How many ballots went the same way in both. */
static int count_alike(const struct model *model, const char *answers, const char *others)
{
    int alike = 0;
    for (int i = 0; i < model->member_count; i++)
        alike += is_returned(answers[i]) && answers[i] == others[i];
    return alike;
}

/* Two polls that are told alike give the same number of ballots away, and none that went another
 * way in the other. */
static void check_disclosures(struct arena *arena, const struct model *model, int alike,
                              const struct disclosure *one, const struct disclosure *other)
{
    if (one->known && one->told == other->told && one->told <= alike)
        return;
    show_model(arena, model, 0);
    print_error("%d ballots are given away, %d in the other poll, and %d are alike\n",
                (int)one->told, (int)other->told, alike);
    fail();
}

/* Decides both; false when there is nothing to compare. *alike are the ballots that are the same,
 * and then those that are given away. */
static bool compare_reports(struct arena *arena, const struct model *one, const struct model *other,
                            int number, int *alike)
{
    struct poll_outcome first, second;
    if (!decide_model(arena, one, &first) || !decide_model(arena, other, &second))
        return false;
    bool same = come_to_the_same(&first, &second);
    if (!same && decided_by_heads(one)) {
        show_model(arena, one, number);
        show_model(arena, other, number);
        print_error("by heads alone they come to different things\n");
        fail();
    }
    if (!same)
        return false;
    for (size_t i = 0; i < format_count; i++) {
        const char *seen = report_of(arena, &first, formats[i].name);
        const char *instead = report_of(arena, &second, formats[i].name);
        if (strcmp(seen, instead) != 0)
            show_difference(arena, one, other, seen, instead, number);
    }
    check_disclosures(arena, one, *alike, &first.disclosure, &second.disclosure);
    *alike = (int)first.disclosure.told;
    return true;
}

static void test_reports_do_not_tell_who_voted_how(void **state)
{
    (void)state;
    struct random random = {61};
    int compared = 0, by_heads = 0, given_away = 0;
    for (int i = 0; i < POLLS; i++) {
        struct arena *arena = arena_new(NULL);
        char answers[MODEL_MEMBERS] = {0}, others[MODEL_MEMBERS];
        struct model model = random_secret(&random, answers);
        struct model permuted = model;
        memcpy(others, answers, sizeof others);
        permute(&random, &model, others);
        write_rows(&permuted, others);
        int told = count_alike(&model, answers, others);
        if (memcmp(answers, others, sizeof answers) != 0 &&
            compare_reports(arena, &model, &permuted, i, &told)) {
            compared++;
            given_away += told > 0;
            by_heads += decided_by_heads(&model);
        }
        arena_free(arena);
    }
    check_true(compared > POLLS / 4 && by_heads > TRIES(500) && given_away > TRIES(35));
}

/* The same polls when nothing is withheld: then reports differ, or this law could not fail. */
static void test_shown_ballots_do_tell(void **state)
{
    (void)state;
    struct random random = {62};
    int differing = 0;
    for (int i = 0; i < 200; i++) {
        struct arena *arena = arena_new(NULL);
        char answers[MODEL_MEMBERS] = {0}, others[MODEL_MEMBERS];
        struct model model = random_secret(&random, answers);
        model.rules.secret = false;
        struct model permuted = model;
        memcpy(others, answers, sizeof others);
        permute(&random, &model, others);
        write_rows(&permuted, others);
        struct poll_outcome one, other;
        if (memcmp(answers, others, sizeof answers) != 0 && decide_model(arena, &model, &one) &&
            decide_model(arena, &permuted, &other))
            differing +=
                strcmp(report_of(arena, &one, "json"), report_of(arena, &other, "json")) != 0;
        arena_free(arena);
    }
    check_true(differing > 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reports_do_not_tell_who_voted_how),
        cmocka_unit_test(test_shown_ballots_do_tell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
