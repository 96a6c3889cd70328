/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_NAIVE_JUDGING_H
#define QUORATE_NAIVE_JUDGING_H

/*
 * The contract a second time, written as plainly as it reads and with nothing of the program's in
 * it: rows are judged, members counted, conditions compared as fractions.
 */

#include "laws/random_polls.h"

enum {
    NAIVE_GROUPS = 11
};
enum naive_verdict {
    CARRIED,
    NOT_CARRIED,
    NOT_BINDING,
    ELECTED,
    NOT_ELECTED,
    FURTHER,
    NOT_VALID
};

struct naive_figures {
    long long by[3]; /* VOTES (hundredths), POPULATION, MEMBERS */
};

struct naive_condition {
    const struct model_condition *asks;
    long long part, whole, all; /* all that those of whom it is asked have */
    bool of_all, met;
};

struct naive_outcome {
    bool conflict;
    enum naive_verdict verdict;
    bool tied, review;
    int winner; /* -1: nobody */
    bool runs_off[3];
    char stands[MODEL_MEMBERS]; /* the member's vote, i interested, v void, - absent */
    int statuses[9];            /* in the order of `ballots` in the JSON */
    struct naive_figures groups[NAIVE_GROUPS];
    struct naive_figures candidates[3];
    struct naive_condition conditions[4 * MODEL_CONDITIONS]; /* of each of two areas */
    int condition_count;
};

/* counted abstained spoilt present absent interested refused superseded void */
enum {
    S_COUNTED,
    S_ABSTAINED,
    S_SPOILT,
    S_PRESENT,
    S_ABSENT,
    S_INTERESTED,
    S_REFUSED,
    S_SUPERSEDED,
    S_VOID
};
/* all present voting cast for against abstained interested absent void */
enum {
    G_ALL,
    G_PRESENT,
    G_VOTING,
    G_CAST,
    G_FOR,
    G_AGAINST,
    G_ABSTAINED,
    G_INTERESTED,
    G_ABSENT,
    G_VOID,
    G_SPOILT
};

/* --- Judging --- */

static inline bool naive_may_vote(const struct model_rules *rules, const struct model_row *row)
{
    bool lead_or_deputy = row->role <= 1 || row->role == 6;
    if (lead_or_deputy)
        return true;
    if (row->role == 3)
        return rules->voters == 2;
    if (row->role != 2 || rules->voters == 1)
        return false;
    switch (rules->proxy) {
    case 0:
        return row->named && row->notified >= 1 && row->notified <= 3;
    case 1:
        return row->named;
    case 2:
        return true;
    default:
        return false;
    }
}

/* One letter for the answer that a row gives. */
static inline char naive_answer(const struct model_row *row)
{
    if (row->vote == 'n')
        return '-';
    return row->interest ? 'i' : row->vote;
}

static inline int naive_status(char stand)
{
    switch (stand) {
    case '-':
        return S_ABSENT;
    case 'i':
        return S_INTERESTED;
    case 'p':
        return S_PRESENT;
    case 's':
        return S_ABSTAINED;
    default:
        return S_COUNTED;
    }
}

/* Of rows that disagree, the answer that the first or last gives; 0 when it cannot be told. */
static inline char naive_first_or_last(const struct model_row *const *rows, int count, bool last)
{
    int timed = 0;
    for (int i = 0; i < count; i++)
        timed += rows[i]->minute >= 0;
    if (timed == 0)
        return naive_answer(rows[last ? count - 1 : 0]);
    if (timed < count)
        return 0;
    int best = rows[0]->minute;
    for (int i = 1; i < count; i++)
        if (last ? rows[i]->minute > best : rows[i]->minute < best)
            best = rows[i]->minute;
    char answer = 0;
    for (int i = 0; i < count; i++) {
        if (rows[i]->minute != best)
            continue;
        if (answer != 0 && answer != naive_answer(rows[i]))
            return 0;
        answer = naive_answer(rows[i]);
    }
    return answer;
}

/* Whether somebody of the member came and somebody else was away: none of these may be one of
 * those.
 */
static inline bool naive_another_came(const struct model_row *const *rows, int count)
{
    bool came = false, away = false;
    for (int i = 0; i < count; i++) {
        came = came || rows[i]->vote != 'n';
        away = away || rows[i]->vote == 'n';
        for (int j = 0; j < count; j++) /* role 6 is a blank cell */
            if (rows[i]->vote == 'n' && rows[j]->vote != 'n' &&
                (rows[i]->role == rows[j]->role || rows[i]->role == 6 || rows[j]->role == 6))
                return false;
    }
    return came && away;
}

/* Takes the rows of who was away out; how many are left. */
static inline int naive_who_came(const struct model_row **rows, int count)
{
    int came = 0;
    for (int i = 0; i < count; i++)
        if (rows[i]->vote != 'n')
            rows[came++] = rows[i];
    return came;
}

static inline bool naive_agree(const struct model_row *const *rows, int count)
{
    for (int i = 1; i < count; i++)
        if (naive_answer(rows[i]) != naive_answer(rows[0]))
            return false;
    return true;
}

static inline void naive_judge_member(const struct model *model, const struct model_rules *rules,
                                      int member, struct naive_outcome *outcome)
{
    const struct model_row *rows[MODEL_ROWS];
    int count = 0;
    for (int i = 0; i < model->row_count; i++) {
        if (model->rows[i].member != member)
            continue;
        if (!naive_may_vote(rules, &model->rows[i])) {
            outcome->statuses[S_REFUSED]++;
            continue;
        }
        rows[count++] = &model->rows[i];
    }
    outcome->stands[member] = '-';
    if (count == 0)
        return;
    int told = count;
    if (naive_another_came(rows, count))
        count = naive_who_came(rows, count);
    outcome->statuses[S_SUPERSEDED] += told - count;
    bool agree = naive_agree(rows, count);
    if (!agree && (rules->repeat == 1 || rules->repeat == 2)) {
        outcome->stands[member] = 'v';
        outcome->statuses[S_VOID] += count;
        return;
    }
    char stand = agree                ? naive_answer(rows[0])
                 : rules->repeat == 0 ? 0
                                      : naive_first_or_last(rows, count, rules->repeat == 4);
    if (stand == 0) {
        outcome->conflict = true;
        return;
    }
    outcome->stands[member] = stand;
    outcome->statuses[naive_status(stand)]++;
    outcome->statuses[S_SUPERSEDED] += count - 1;
}

#endif
