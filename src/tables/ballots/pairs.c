/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* Numbers for and against, in whatever words stand between them: "6 for, 4 against", "Approve: 6;
 * Reject: 4". */

/* --- What the rows come to --- */

struct rows_of_vote ballots_rows_of(const struct ballots_load *load, const struct poll_draft *draft,
                                    enum vote vote)
{
    struct rows_of_vote rows = {0};
    bool *told = arena_alloc(load->scratch, load->reading->roll->count, sizeof *told);
    struct ballot_walk walk = draft_walk(load, draft);
    while (ballot_next(&walk)) {
        const struct ballot *says = walk.says;
        if (says->vote != vote)
            continue;
        rows.most++;
        rows.least += says->role == ROLE_LEAD && !says->interest && !told[walk.member];
        told[walk.member] = true;
    }
    return rows;
}

bool ballots_has_sides(const struct ballots_load *load, const struct poll_draft *draft)
{
    return !load->is_list && draft->decision != NULL && !draft->decision->is_election;
}

/* --- What a text says --- */

/* A number alone, and no part of one that is written with a comma or a point; of one that is too
 * large the largest there is. -1 for none. */
static long long number_in(const char *word, const char *before, const char *behind)
{
    static const char digits[] = "0123456789";
    size_t length = strspn(word, digits);
    if (length == 0 || word[length] != '\0' ||
        (*before != '\0' && strspn(before, digits) == strlen(before)) ||
        (*behind != '\0' && strspn(behind, digits) == strlen(behind)))
        return -1;
    return strtoll(word, NULL, 10);
}

static const char *word_of(const struct line_words *words, size_t number)
{
    return number < words->count ? words->words[number] : "";
}

/* The number behind the last of a word, or before it. -1 for none that is no more than the members
 * are: another may be of patients. */
static long long stated_beside(const struct line_words *words, const char *name, bool behind,
                               long long most)
{
    long long stated = -1;
    for (size_t i = 0; i < words->count; i++) {
        size_t at = behind ? i + 1 : i - 1; /* before the first none stands */
        if (strcmp(words->words[i], name) != 0)
            continue;
        long long number =
            number_in(word_of(words, at), word_of(words, at - 1), word_of(words, at + 1));
        stated = number < 0 || number > most ? stated : number;
    }
    return stated;
}

static bool is_within(struct rows_of_vote rows, long long stated)
{
    return stated >= rows.least && stated <= rows.most;
}

bool ballots_pairs_agree(const struct ballots_load *load, const struct poll_draft *draft,
                         const char *text, long long *wrong)
{
    static const char *const pairs[][2] = {
        {"for", "against"},       {"favour", "against"}, {"yes", "no"},
        {"aye", "nay"},           {"ayes", "noes"},      {"approve", "reject"},
        {"agree", "disagree"},    {"support", "oppose"}, {"accept", "reject"},
        {"approved", "rejected"},
    };
    const struct line_words words = ballots_line_words(load->scratch, text);
    long long most = (long long)load->reading->roll->count;
    bool told = false;
    if (!ballots_has_sides(load, draft))
        return true;
    for (size_t i = 0; i < 2 * COUNT(pairs); i++) {
        bool behind = i % 2 == 0;
        const long long stated[] = {stated_beside(&words, pairs[i / 2][0], behind, most),
                                    stated_beside(&words, pairs[i / 2][1], behind, most)};
        if (stated[0] < 0 || stated[1] < 0)
            continue;
        if (is_within(ballots_rows_of(load, draft, VOTE_FOR), stated[0]) &&
            is_within(ballots_rows_of(load, draft, VOTE_AGAINST), stated[1]))
            return true;
        memcpy(wrong, stated, sizeof stated);
        told = true;
    }
    return !told;
}
