/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_RANDOM_POLLS_H
#define QUORATE_RANDOM_POLLS_H

/*
 * Random polls: a model of a roll, of rules and of ballots, and the tables that say the same. The
 * model is plain numbers, so that a law can be worked out from it without the program's own nouns.
 */

#include "unit/polls.h"

/*
 * How many polls a law is tried on: all, but with the address sanitizer the first fifth. There a
 * poll takes five times as long, and it is the bytes that are watched; that a law holds of all is
 * seen without.
 */
#ifdef __SANITIZE_ADDRESS__
#define TRIES(count) ((count) / 5)
#else
#define TRIES(count) (count)
#endif

/* SplitMix64: the same seeds give the same polls everywhere. */
struct random {
    uint64_t state;
};

static inline uint64_t random_bits(struct random *random)
{
    uint64_t bits = (random->state += UINT64_C(0x9E3779B97F4A7C15));
    bits = (bits ^ (bits >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    bits = (bits ^ (bits >> 27)) * UINT64_C(0x94D049BB133111EB);
    return bits ^ (bits >> 31);
}

/* 0 to limit - 1. */
static inline int random_below(struct random *random, int limit)
{
    return (int)(random_bits(random) % (uint64_t)limit);
}

static inline bool random_chance(struct random *random, int in)
{
    return random_below(random, in) == 0;
}

enum {
    MODEL_MEMBERS = 8,
    MODEL_ROWS = 16,
    MODEL_CONDITIONS = 3, /* of which the third only where there are sections */
    MODEL_PLAIN = 2,
    MODEL_READINGS = 3
};

struct model_member {
    int list_size;
    int votes; /* hundredths, of the votes column */
    int area;  /* 0 or 1 */
    bool blue; /* is of the class of that name */
};

/* vote: f a s p n, b blank, 1 2 3 candidates. notified: 0 no, 1 yes, 2 before, 3 on the day, 4
 * after. minute: when it came, -1 not told. */
struct model_row {
    int member;
    char vote;
    int role; /* as enum role */
    bool named, interest;
    int notified, minute;
};

enum model_rounding {
    EXACT,
    DOWN,
    UP,
    NEAREST
};
enum model_measure {
    VOTES,
    POPULATION,
    MEMBERS
};
enum model_scope {
    ALL,
    PRESENT,
    VOTING,
    CAST,
    AGAINST
};

enum model_among {
    EVERYBODY,
    BLUE,
    EACH_AREA
};
enum model_side {
    BY_RULE,
    THOSE_AGAINST,
    ABSTAINING,
    NOT_IN_FAVOUR
};
enum model_limit {
    NO_LIMIT,
    GREATER,
    LESSER
};

struct model_condition {
    bool number, strictly, at_most;
    enum model_among among;
    enum model_side side;
    enum model_limit limit;
    int bound; /* of a limit */
    int group; /* 0 for none */
    int p, q, plus;
    enum model_rounding rounding;
    enum model_measure measure;
    enum model_scope scope;
};

enum model_weight {
    EACH,
    LIST_SIZE,
    PER_PATIENTS,
    VOTES_COLUMN
};

struct model_rules {
    enum model_weight weight;
    int patients, least;
    enum model_rounding weight_rounding;
    int quorum_count, passes_count;
    struct model_condition quorum[MODEL_CONDITIONS], passes[MODEL_CONDITIONS];
    bool election, most_votes;
    struct model_condition elects, review;
    bool has_review, casting_rule, every_area, secret;
    int voters;     /* 0: lead deputy proxy, 1: lead deputy, 2: with the practice manager */
    int proxy;      /* named and notified, named, any, none */
    int interest;   /* counts, does not count, leaves the base */
    int abstention; /* present, takes part */
    int repeat;     /* error, void takes part, void takes no part, first, last */
};

/* What a reading replaces. */
enum model_field {
    FIELD_QUORUM,
    FIELD_DECIDES, /* passes or elects */
    FIELD_VOTERS,
    FIELD_PROXY,
    FIELD_INTEREST,
    FIELD_ABSTENTION,
    FIELD_REPEAT,
    FIELD_WEIGHT,
    FIELDS,
};

struct model_reading {
    enum model_field field;
    struct model_rules rules; /* of which that field is meant */
};

struct model {
    int member_count, row_count, reading_count;
    struct model_member members[MODEL_MEMBERS];
    struct model_row rows[MODEL_ROWS];
    struct model_rules rules;
    struct model_reading readings[MODEL_READINGS];
    int casting; /* 0 none, 1 for, 2 against */
};

/* What the polls of a law are to be like. */
struct model_shape {
    bool motions, elections;
    bool readings;
    bool plain;    /* one good row each: no repeats, no refusals */
    bool sections; /* conditions that count some members, limits and alternatives */
};

static const char model_roles[][24] = {"lead",     "deputy", "proxy", "practice manager",
                                       "observer", "other",  ""};

/* --- Making one --- */

static inline struct model_condition random_condition(struct random *random, bool quorum)
{
    static const int parts[][2] = {{1, 2}, {1, 2}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {1, 8}, {1, 3}};
    const int *part = parts[random_below(random, 8)];
    struct model_condition condition = {
        .strictly = random_chance(random, 2),
        .p = part[0],
        .q = part[1],
        .measure = (enum model_measure)random_below(random, 3),
        .scope = quorum ? (enum model_scope)(1 + random_below(random, 3))
                        : (enum model_scope)random_below(random, 4),
    };
    if (random_chance(random, 6)) {
        condition.number = true;
        condition.plus = 1 + random_below(random, 4);
        condition.measure = MEMBERS;
        if (condition.scope == ALL)
            condition.scope = CAST;
        return condition;
    }
    if (random_chance(random, 4))
        condition.rounding = (enum model_rounding)(1 + random_below(random, 3));
    if (random_chance(random, 5))
        condition.plus = 1 + random_below(random, 2);
    return condition;
}

/* `small` weights are those that one vote each can be told from at a glance. */
static inline void random_weight(struct random *random, struct model_rules *rules)
{
    rules->weight = (enum model_weight)random_below(random, 4);
    rules->patients = 1 + random_below(random, 6);
    rules->weight_rounding = (enum model_rounding)(1 + random_below(random, 3));
    rules->least = random_below(random, 2);
}

static inline struct model_rules random_rules(struct random *random, bool election)
{
    struct model_rules rules = {.election = election, .most_votes = random_chance(random, 2)};
    random_weight(random, &rules);
    rules.quorum_count = random_below(random, MODEL_PLAIN + 1);
    rules.passes_count = 1 + random_below(random, MODEL_PLAIN);
    for (int i = 0; i < MODEL_PLAIN; i++) {
        rules.quorum[i] = random_condition(random, true);
        rules.passes[i] = random_condition(random, false);
    }
    if (random_chance(random, 2))
        rules.passes[0] = (struct model_condition){
            .strictly = true, .p = 1, .q = 2, .measure = VOTES, .scope = CAST};
    rules.elects = (struct model_condition){
        .strictly = random_chance(random, 2), .p = 1, .q = 2, .measure = VOTES, .scope = CAST};
    rules.has_review = !election && random_chance(random, 3);
    rules.review = (struct model_condition){
        .number = true, .plus = 1 + random_below(random, 3), .measure = MEMBERS, .scope = AGAINST};
    rules.casting_rule = random_chance(random, 2);
    rules.every_area = !election && random_chance(random, 5);
    rules.voters = random_below(random, 3);
    rules.proxy = random_below(random, 4);
    rules.interest = random_below(random, 3);
    rules.abstention = random_below(random, 2);
    rules.repeat = random_below(random, 5);
    return rules;
}

static inline char random_vote(struct random *random, bool election)
{
    static const char motion[] = "ffffaaaasspn", candidates[] = "1111222233sn";
    return election ? candidates[random_below(random, 12)] : motion[random_below(random, 12)];
}

static inline struct model_row random_row(struct random *random, int member, bool election,
                                          bool plain)
{
    struct model_row row = {.member = member, .vote = random_vote(random, election), .minute = -1};
    row.interest = random_chance(random, 8);
    if (row.interest && random_chance(random, 2))
        row.vote = 'b';
    row.named = true;
    row.notified = 1;
    if (plain)
        return row;
    row.role = random_chance(random, 2) ? 0 : random_below(random, 7);
    row.named = row.role != 2 || !random_chance(random, 3);
    row.notified = random_below(random, 5);
    row.minute = random_below(random, 4) - 1;
    return row;
}

/* What is asked of some of the members, or in more than one way. */
static inline void random_section(struct random *random, struct model_condition *condition,
                                  bool passes)
{
    condition->among = (enum model_among)random_below(random, 3);
    if (!condition->number && random_chance(random, 3)) {
        condition->limit = (enum model_limit)(1 + random_below(random, 2));
        condition->bound = 1 + random_below(random, 4);
    }
    if (!passes || !random_chance(random, 2))
        return;
    condition->at_most = true;
    condition->side = (enum model_side)(1 + random_below(random, 3));
    condition->scope = ALL;
    if (!condition->number && condition->side != NOT_IN_FAVOUR && random_chance(random, 2))
        condition->scope = CAST;
}

/* Two alternatives, or a row that is asked for anyway beside them. */
static inline void random_groups(struct random *random, struct model_condition *conditions,
                                 int *count)
{
    if (!random_chance(random, 2))
        return;
    *count = 2 + random_below(random, MODEL_CONDITIONS - 1);
    conditions[0].group = 1;
    conditions[1].group = 2;
    for (int i = 2; i < *count; i++)
        conditions[i].group = random_below(random, 3);
}

static inline void random_sections(struct random *random, struct model_rules *rules)
{
    rules->quorum[MODEL_PLAIN] = random_condition(random, true);
    rules->passes[MODEL_PLAIN] = random_condition(random, false);
    for (int i = 0; i < MODEL_CONDITIONS; i++) {
        random_section(random, &rules->quorum[i], false);
        random_section(random, &rules->passes[i], true);
    }
    if (random_chance(random, 2)) /* a majority of all beside what some of them have to reach */
        rules->passes[0] = (struct model_condition){
            .strictly = true, .p = 1, .q = 2, .measure = VOTES, .scope = CAST};
    rules->elects.among = random_chance(random, 2) ? BLUE : EVERYBODY;
    random_groups(random, rules->quorum, &rules->quorum_count);
    random_groups(random, rules->passes, &rules->passes_count);
}

static inline bool model_is_plain(const struct model_condition *asks)
{
    return asks->limit == NO_LIMIT && asks->rounding == EXACT && (asks->number || asks->plus == 0);
}

/* Different amounts of one thing are an error: a later row then asks for what the first does. */
static inline void model_settle_amounts(struct model_condition *conditions, int count)
{
    for (int i = 1; i < count; i++)
        for (int j = 0; j < i; j++) {
            const struct model_condition *one = &conditions[j];
            struct model_condition *other = &conditions[i];
            if (one->number != other->number || one->measure != other->measure ||
                (one->scope != other->scope && !(one->number && one->side != BY_RULE)) ||
                one->side != other->side || one->among != other->among ||
                one->at_most != other->at_most || one->group != other->group ||
                !model_is_plain(one) || !model_is_plain(other))
                continue;
            *other = *one;
            break;
        }
}

static inline void model_settle(struct model_rules *rules)
{
    model_settle_amounts(rules->quorum, rules->quorum_count);
    model_settle_amounts(rules->passes, rules->passes_count);
}

static inline struct model random_model(struct random *random, struct model_shape shape)
{
    bool election = shape.elections && (!shape.motions || random_chance(random, 2));
    struct model model = {.member_count = 1 + random_below(random, MODEL_MEMBERS)};
    for (int i = 0; i < model.member_count; i++)
        model.members[i] =
            (struct model_member){1 + random_below(random, 12), random_below(random, 400),
                                  random_below(random, 2), false};
    model.rules = random_rules(random, election);
    for (int i = 0; i < model.member_count; i++) {
        int rows = random_chance(random, 6) ? 0 : 1;
        if (rows == 1 && !shape.plain && random_chance(random, 4))
            rows = 2 + random_below(random, 2);
        for (; rows > 0 && model.row_count < MODEL_ROWS; rows--)
            model.rows[model.row_count++] = random_row(random, i, election, shape.plain);
    }
    if (model.row_count == 0) /* a file without ballots is refused */
        model.rows[model.row_count++] = random_row(random, 0, election, shape.plain);
    model.reading_count = shape.readings ? random_below(random, MODEL_READINGS + 1) : 0;
    for (int i = 0; i < model.reading_count; i++) {
        model.readings[i].field = (enum model_field)random_below(random, FIELDS);
        model.readings[i].rules = random_rules(random, election);
        if (model.readings[i].rules.repeat == 0) /* a reading must come out */
            model.readings[i].rules.repeat = 4;
    }
    model.casting = random_below(random, 3);
    for (int i = 0; i < model.member_count && shape.sections; i++)
        model.members[i].blue = random_chance(random, 2);
    if (shape.sections) {
        model.members[0].blue = true; /* or there would be no such class */
        random_sections(random, &model.rules);
    }
    for (int i = 0; i < model.reading_count; i++) {
        if (shape.sections)
            random_sections(random, &model.readings[i].rules);
        model_settle(&model.readings[i].rules);
    }
    model_settle(&model.rules);
    return model;
}

/* The rules with the reading's field put in place. */
static inline struct model_rules model_read(struct model_rules rules,
                                            const struct model_reading *reading)
{
    const struct model_rules *other = &reading->rules;
    switch (reading->field) {
    case FIELD_QUORUM:
        rules.quorum_count = other->quorum_count;
        memcpy(rules.quorum, other->quorum, sizeof rules.quorum);
        break;
    case FIELD_DECIDES:
        rules.passes_count = other->passes_count;
        memcpy(rules.passes, other->passes, sizeof rules.passes);
        rules.most_votes = other->most_votes;
        rules.elects = other->elects;
        break;
    case FIELD_VOTERS:
        rules.voters = other->voters;
        break;
    case FIELD_PROXY:
        rules.proxy = other->proxy;
        break;
    case FIELD_INTEREST:
        rules.interest = other->interest;
        break;
    case FIELD_ABSTENTION:
        rules.abstention = other->abstention;
        break;
    case FIELD_REPEAT:
        rules.repeat = other->repeat;
        break;
    case FIELD_WEIGHT:
    case FIELDS:
        rules.weight = other->weight;
        rules.patients = other->patients;
        rules.weight_rounding = other->weight_rounding;
        rules.least = other->least;
        break;
    }
    return rules;
}

#endif
