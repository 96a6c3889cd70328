/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_RANDOM_TABLES_H
#define QUORATE_RANDOM_TABLES_H

/* The tables that say what a model says. */

#include "laws/random_polls.h"

static inline void write_alternative(struct buffer *out, const char *rule, const char *value,
                                     const char *reading, const char *group)
{
    buffer_format(out, "vote,%s,\"%s\",,%s,%s\n", rule, value, reading, group);
}

static inline void write_rule(struct buffer *out, const char *rule, const char *value,
                              const char *reading)
{
    write_alternative(out, rule, value, reading, "");
}

static inline const char *condition_text(struct arena *arena,
                                         const struct model_condition *condition)
{
    static const char *const scopes[] = {"", " present", " voting", " cast", " against"};
    static const char *const roundings[] = {"", " rounded down", " rounded up",
                                            " rounded to nearest"};
    static const char *const measures[] = {"votes", "population", "practices"};
    static const char *const comparisons[2][2] = {{"at least", "more than"},
                                                  {"at most", "fewer than"}};
    static const char *const sides[] = {"", " against", " abstaining", " not in favour"};
    static const char *const limits[] = {"", " the greater of", " the lesser of"};
    static const char *const among[] = {"", " of blue", " of each area"};
    const char *asks = comparisons[condition->at_most][condition->strictly];
    const char *whose =
        arena_format(arena, "%s%s", sides[condition->side], among[condition->among]);
    if (condition->number)
        return arena_format(arena, "%s %d members%s%s", asks, condition->plus,
                            condition->side != BY_RULE ? "" : scopes[condition->scope], whose);
    const char *plus = condition->plus > 0 ? arena_format(arena, " plus %d", condition->plus) : "";
    const char *set = arena_format(arena, "%s%s%s", condition->scope == ALL ? "all " : "",
                                   measures[condition->measure], scopes[condition->scope]);
    if (condition->scope == ALL && condition->measure == POPULATION)
        set = "the whole population";
    const char *bound =
        condition->limit == NO_LIMIT ? "" : arena_format(arena, " and %d", condition->bound);
    return arena_format(arena, "%s%s %d/%d%s%s of %s%s%s", asks, limits[condition->limit],
                        condition->p, condition->q, roundings[condition->rounding], plus, set,
                        whose, bound);
}

static inline void write_conditions(struct arena *arena, struct buffer *out, const char *rule,
                                    const struct model_condition *conditions, int count,
                                    const char *reading)
{
    static const char *const groups[] = {"", "one", "two"};
    for (int i = 0; i < count; i++)
        write_alternative(out, rule, condition_text(arena, &conditions[i]), reading,
                          groups[conditions[i].group]);
}

static inline const char *weight_text(struct arena *arena, const struct model_rules *rules)
{
    static const char *const roundings[] = {"", "down", "up", "to nearest"};
    switch (rules->weight) {
    case EACH:
        return "one vote per practice";
    case LIST_SIZE:
        return "list size";
    case VOTES_COLUMN:
        return "votes column";
    case PER_PATIENTS:
        break;
    }
    return arena_format(arena, "one vote per %d patients, rounded %s%s", rules->patients,
                        roundings[rules->weight_rounding], rules->least > 0 ? ", at least 1" : "");
}

static inline void write_field(struct arena *arena, struct buffer *out,
                               const struct model_rules *rules, enum model_field field,
                               const char *reading)
{
    static const char *const voters[] = {"lead, deputy, proxy", "lead, deputy",
                                         "lead, deputy, proxy, practice manager"};
    static const char *const proxies[] = {"named and notified", "named", "any", "none"};
    static const char *const interests[] = {"counts as present", "does not count as present",
                                            "leaves the base"};
    static const char *const repeats[] = {"error", "void, takes part", "void, does not take part",
                                          "first counts", "last counts"};
    switch (field) {
    case FIELD_QUORUM:
        if (rules->quorum_count == 0)
            write_rule(out, "quorum", "none", reading);
        write_conditions(arena, out, "quorum", rules->quorum, rules->quorum_count, reading);
        break;
    case FIELD_DECIDES:
        if (rules->election)
            write_rule(out, "elects",
                       rules->most_votes ? "most votes" : condition_text(arena, &rules->elects),
                       reading);
        else
            write_conditions(arena, out, "passes", rules->passes, rules->passes_count, reading);
        break;
    case FIELD_VOTERS:
        write_rule(out, "voters", voters[rules->voters], reading);
        break;
    case FIELD_PROXY:
        write_rule(out, "proxy", proxies[rules->proxy], reading);
        break;
    case FIELD_INTEREST:
        write_rule(out, "interest", interests[rules->interest], reading);
        break;
    case FIELD_ABSTENTION:
        write_rule(out, "abstention", rules->abstention == 1 ? "takes part" : "present", reading);
        break;
    case FIELD_REPEAT:
        write_rule(out, "repeat ballots", repeats[rules->repeat], reading);
        break;
    case FIELD_WEIGHT:
    case FIELDS:
        write_rule(out, "weight", weight_text(arena, rules), reading);
        break;
    }
}

static inline const char *rules_table(struct arena *arena, const struct model *model)
{
    struct buffer out = {.arena = arena};
    const struct model_rules *rules = &model->rules;
    buffer_add(&out, "decision,rule,value,clause,reading,group\n");
    for (enum model_field field = 0; field < FIELDS; field++)
        write_field(arena, &out, rules, field, "");
    if (!rules->election)
        write_rule(&out, "tie", rules->casting_rule ? "casting vote" : "not carried", "");
    if (rules->every_area)
        write_rule(&out, "areas", "every area must pass", "");
    if (rules->has_review)
        write_rule(&out, "review", condition_text(arena, &rules->review), "");
    if (rules->secret)
        write_rule(&out, "secrecy", "secret", "");
    for (int i = 0; i < model->reading_count; i++)
        write_field(arena, &out, &model->readings[i].rules, model->readings[i].field,
                    arena_format(arena, "reading %d", i));
    return buffer_text(&out);
}

/* With a code each, so that none may be a total of the others. */
static inline const char *roll_table(struct arena *arena, const struct model *model)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, "practice,code,list size,votes,area,class\n");
    for (int i = 0; i < model->member_count; i++)
        buffer_format(&out, "%s,T%d,%d,%d.%02d,%s,%s\n", trees[i], i, model->members[i].list_size,
                      model->members[i].votes / 100, model->members[i].votes % 100,
                      model->members[i].area == 0 ? "North" : "South",
                      model->members[i].blue ? "blue" : "");
    return buffer_text(&out);
}

static inline const char *vote_text_of(char vote)
{
    static const struct {
        char vote;
        const char *text;
    } votes[] = {{'f', "for"},    {'a', "against"}, {'s', "abstain"}, {'p', "present"},
                 {'n', "absent"}, {'1', "Dr A"},    {'2', "Dr B"},    {'3', "Dr C"}};
    for (size_t i = 0; i < sizeof votes / sizeof *votes; i++)
        if (votes[i].vote == vote)
            return votes[i].text;
    return "";
}

#define BALLOT_HEADINGS "practice,vote,role,voter,notified,interest,received"

static inline void write_ballot(struct buffer *out, const struct model_row *row)
{
    static const char *const notified[] = {"", "yes", "2015-06-20", "2015-06-24", "2015-06-25"};
    buffer_format(out, "%s,%s,%s,%s,%s,%s,", trees[row->member], vote_text_of(row->vote),
                  model_roles[row->role], row->named ? "Dr V" : "", notified[row->notified],
                  row->interest ? "yes" : "");
    if (row->minute >= 0)
        buffer_format(out, "2015-06-24 17:%02d", row->minute);
}

static inline const char *ballots_table(struct arena *arena, const struct model *model)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, BALLOT_HEADINGS "\n");
    for (int i = 0; i < model->row_count; i++) {
        write_ballot(&out, &model->rows[i]);
        buffer_add(&out, "\n");
    }
    return buffer_text(&out);
}

static inline struct tables tables_of(struct arena *arena, const struct model *model)
{
    return (struct tables){
        .rules = rules_table(arena, model),
        .roll = roll_table(arena, model),
        .candidates = model->rules.election ? "candidate\nDr A\nDr B\nDr C\n" : NULL,
        .ballots = ballots_table(arena, model),
        .decision = "vote",
        .circumstances = {.date = {2015, 6, 24}, .casting = (enum casting_vote)model->casting},
    };
}

/* Decides the poll of a model's tables; false when its ballots conflict. */
static inline bool decide_model_tables(struct arena *arena, struct tables tables,
                                       struct poll_outcome *poll)
{
    struct assembly *assembly = arena_alloc(arena, 1, sizeof *assembly);
    struct circumstances *circumstances = arena_alloc(arena, 1, sizeof *circumstances);
    assemble_into(arena, &tables, assembly);
    *circumstances = tables.circumstances;
    size_t conflicts = 0;
    (void)decide_conflicts(arena, &assembly->rules, &assembly->roll, &assembly->box.polls[0],
                           circumstances, &conflicts);
    if (conflicts > 0)
        return false;
    *poll = decide_poll(arena, &assembly->rules, &assembly->roll, &assembly->box.polls[0],
                        circumstances, true);
    return true;
}

static inline bool decide_model(struct arena *arena, const struct model *model,
                                struct poll_outcome *poll)
{
    return decide_model_tables(arena, tables_of(arena, model), poll);
}

/* Shows the poll on which a law failed. */
static inline void show_model(struct arena *arena, const struct model *model, int number)
{
    struct tables tables = tables_of(arena, model);
    print_error("poll %d, casting vote %d\n%s\n%s\n%s\n", number, model->casting, tables.rules,
                tables.roll, tables.ballots);
}

#endif
