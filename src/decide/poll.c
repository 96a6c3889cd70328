/* SPDX-License-Identifier: MIT */
#include "internal.h"

static struct question question_open(struct arena *arena, const struct roll *roll,
                                     const struct poll *poll,
                                     const struct circumstances *circumstances)
{
    return (struct question){roll, poll, circumstances, arena_part(arena)};
}

static void lay_out(struct question *question)
{
    struct poll *poll = arena_alloc(question->scratch, 1, sizeof *poll);
    *poll = poll_laid_out(question->scratch, question->poll);
    question->poll = poll;
}

struct question question_laid_out(struct arena *arena, const struct roll *roll,
                                  const struct poll *poll,
                                  const struct circumstances *circumstances)
{
    struct question question = question_open(arena, roll, poll, circumstances);
    lay_out(&question);
    return question;
}

void question_close(const struct question *question)
{
    arena_free(question->scratch);
}

/* The default rules of its decision, as long as the scratch of the question is there. */
static struct ruleset rules_by_default(const struct rules *rules, const struct question *question)
{
    return rules_resolve(question->scratch, rules, question->poll->decision, NULL, 0);
}

/* Judges a poll by its default rules, which become `own`; conflicts are there as long as the arena.
 */
static struct judgement *judge_by_default(struct arena *arena, const struct rules *rules,
                                          const struct question *question, struct ruleset *own)
{
    *own = rules_by_default(rules, question);
    struct judgement *judgement = judgement_new(question);
    judge(arena, question, own, judgement);
    return judgement;
}

/* Whether a judgement can find a conflict: it takes several rows of a member, one that says how
 * many votes it casts, or the rule on proxies. */
static bool may_conflict(const struct question *question, const struct rules *rules)
{
    const struct poll *poll = question->poll;
    const bool with_details = poll_tells_details(poll);
    bool may = rules_by_default(rules, question).one[RULE_PROXIES] != NULL;
    if (!may && !with_details && poll_is_of_different(poll))
        return false;
    bool *met = arena_alloc(question->scratch, question->roll->count, sizeof *met);
    struct ballot_walk walk = poll_walk(poll);
    while (!may && ballot_next(&walk)) {
        bool *its = &met[walk.member];
        may = *its || (with_details && walk.says->details->votes != 0);
        *its = true;
    }
    return may;
}

/* The ballots of a question go with it. */
static void keep_ballots(struct arena *arena, struct conflict *conflict)
{
    struct ballot *kept = arena_alloc(arena, 2, sizeof *kept);
    kept[0] = *conflict->ballot;
    kept[1] = *conflict->earlier;
    conflict->ballot = &kept[0];
    conflict->earlier = &kept[1];
}

const struct conflict *decide_conflicts(struct arena *arena, const struct rules *rules,
                                        const struct roll *roll, const struct poll *poll,
                                        const struct circumstances *circumstances, size_t *count)
{
    struct question question = question_open(arena, roll, poll, circumstances);
    struct ruleset own;
    const struct conflict *conflicts = NULL;
    *count = 0;
    if (may_conflict(&question, rules)) {
        lay_out(&question);
        const struct judgement *judgement = judge_by_default(arena, rules, &question, &own);
        *count = judgement->conflict_count;
        conflicts = judgement->conflicts;
        for (size_t i = 0; i < *count; i++)
            keep_ballots(arena, &judgement->conflicts[i]);
    }
    question_close(&question);
    return conflicts;
}

const struct finding *decide_findings(struct arena *arena, const struct rules *rules,
                                      const struct roll *roll, const struct poll *poll,
                                      const struct circumstances *circumstances, size_t *count)
{
    struct question question = question_open(arena, roll, poll, circumstances);
    struct ruleset own;
    const struct finding *findings = NULL;
    *count = 0;
    if (may_be_found(&question)) {
        lay_out(&question);
        struct judgement *judgement = judge_by_default(question.scratch, rules, &question, &own);
        findings = find_in_registers(arena, &question, &own, judgement, count);
    }
    question_close(&question);
    return findings;
}

static void tell_candidates(struct arena *arena, const struct question *question,
                            const struct evaluation *evaluation, struct poll_outcome *outcome)
{
    const struct poll *poll = question->poll;
    struct candidate_outcome *candidates =
        arena_alloc(arena, poll->candidate_count, sizeof *candidates);
    for (size_t i = 0; i < poll->candidate_count; i++) {
        size_t candidate = evaluation->order[i];
        struct figures figures = evaluation->sitting.counts.candidates[candidate];
        /* Without a list the candidates are those with a valid vote. */
        if (figures.members > 0 || poll->candidates_listed)
            candidates[outcome->election.candidate_count++] = (struct candidate_outcome){
                .name = poll->candidates[candidate].name, .count = count_of(&figures)};
    }
    outcome->election.candidates = candidates;
    const struct figures *leader =
        evaluation->result.verdict == VERDICT_ELECTED
            ? &evaluation->sitting.counts.candidates[evaluation->order[0]]
            : NULL;
    outcome->election.without_half =
        leader != NULL && evaluation->elects == NULL &&
        2 * leader->votes <= evaluation->sitting.counts.groups[GROUP_CAST].votes;
    outcome->election.unlisted = outcome->election.unlisted && !poll->candidates_listed;
}

/* Whether interested members, who are present and do not vote, are part of any quorum. */
static bool counts_the_present(struct rule_list quorum)
{
    for (size_t i = 0; i < quorum.count; i++)
        if (quorum.rules[i]->as.condition.scope == SCOPE_PRESENT)
            return true;
    return false;
}

void tell_without_interested(struct arena *arena, const struct question *question,
                             const struct ruleset *rules, const struct position *positions,
                             struct poll_outcome *outcome)
{
    if (outcome->roll_call.interested_count == 0 || !counts_the_present(rules->quorum) ||
        rules->one[RULE_INTEREST]->as.interest != INTEREST_PRESENT)
        return;
    struct rule not_present = *rules->one[RULE_INTEREST];
    rule_take(&not_present, INTEREST_NOT_PRESENT);
    struct ruleset other = *rules;
    other.one[RULE_INTEREST] = &not_present;
    const struct sitting at_vote = sitting_of(arena, question, &other, positions, &whole_roll);
    const struct sitting sitting = quorum_sitting(&at_vote);
    struct condition_list quorum = {0};
    measure_rules(&sitting, rules->quorum, &quorum);
    outcome->quorum.without_interested = quorum.items;
    outcome->quorum.without_interested_count = quorum.count;
}

/* How many ballots came after the day of the vote, where nothing else says when it closed. */
static size_t count_after_the_day(const struct question *question,
                                  const struct judgement *judgement)
{
    const struct circumstances *known = question->circumstances;
    size_t count = 0;
    if (!date_given(known->date) || known->closes.given)
        return 0;
    for (size_t row = 0; row < question->poll->count; row++) {
        const struct moment *received = &question->poll->ballots[row].details->received;
        count += received->given && judgement->rows[row].status != RETURN_REFUSED &&
                 date_compare(moment_english_day(*received), known->date) > 0;
    }
    return count;
}

/* How many ballots came long before that day, where nothing else says when the vote opened. */
static size_t count_long_before(const struct question *question, const struct judgement *judgement,
                                struct date day)
{
    size_t count = 0;
    for (size_t row = 0; row < question->poll->count && date_given(day); row++) {
        const struct moment *received = &question->poll->ballots[row].details->received;
        count += received->given && judgement->rows[row].status != RETURN_REFUSED &&
                 date_days(day) - date_days(moment_english_day(*received)) > LONG_BEFORE_DAYS;
    }
    return question->circumstances->opens.given ? 0 : count;
}

/* What the limit on a member's votes comes to, and from whom it takes some. */
static void tell_limit(struct arena *arena, const struct question *question,
                       const struct ruleset *rules, struct weighing *weighing)
{
    const struct weights weights = weights_in_force(question, rules);
    const struct roll *roll = question->roll;
    if (!weight_has_limit(weights.rule))
        return;
    const char **limited = arena_alloc(arena, roll->count, sizeof *limited);
    for (size_t i = 0; i < roll->count; i++)
        if (weight_unlimited(weights.rule, &roll->members[i]) > weights.most)
            limited[weighing->limited_count++] = roll->members[i].name;
    weighing->most = weights.most;
    weighing->limited = limited;
}

/* What is known of the casting vote before it is needed. */
static struct casting casting_of(const struct question *question)
{
    const struct chair *chair = &question->poll->chair;
    return (struct casting){
        .in_favour = casting_vote_of(question) == CASTING_VOTE_FOR,
        .by_row = chair->casting != CASTING_VOTE_NONE,
        .chair = chair->name,
    };
}

struct poll_outcome outcome_of_rules(struct arena *arena, const struct question *question,
                                     const struct ruleset *rules)
{
    const struct rule *keep = rules->one[RULE_KEEP_BALLOTS];
    const char **notes = arena_alloc(arena, rules->notes.count, sizeof *notes);
    for (size_t i = 0; i < rules->notes.count; i++)
        notes[i] = rules->notes.rules[i]->text;
    struct poll_outcome outcome = {
        .motion = question->poll->motion,
        .post = question->poll->post,
        .decision = rules->decision,
        .title = rules->title,
        .is_election = rules->form == FORM_ELECTION,
        .by_consensus = rules->form == FORM_CONSENSUS,
        .secrecy = is_secret(question, rules)            ? BALLOTS_SECRET
                   : rules->one[RULE_SECRECY]->as.secret ? BALLOTS_SHOWN
                                                         : BALLOTS_OPEN,
        .by_reply = rules_by_reply(rules),
        .weighing.kind = rules->one[RULE_WEIGHT]->as.weight.kind,
        .weighing.words = rules->one[RULE_WEIGHT]->text,
        .casting = casting_of(question),
        .election.unlisted = rules->form == FORM_ELECTION && rules->one[RULE_CANDIDATES]->as.listed,
        .keeping.months = keep == NULL ? 0 : (int)keep->as.number,
        .remarks.of_rules = notes,
        .remarks.of_rules_count = rules->notes.count,
        .remarks.doubts = question->poll->doubts,
        .remarks.doubt_count = question->poll->doubt_count,
    };
    tell_limit(arena, question, rules, &outcome.weighing);
    if (keep != NULL && date_given(question->circumstances->confirmed))
        outcome.keeping.destroy_on =
            date_months_later(question->circumstances->confirmed, outcome.keeping.months);
    return outcome;
}

/* What each area decided, where every one of them must carry it. */
static struct areas areas_of(const struct evaluation *whole)
{
    struct area_outcome *areas =
        arena_alloc(whole->sitting.arena, whole->area_count, sizeof *areas);
    for (size_t i = 0; i < whole->area_count; i++) {
        struct evaluation *area = &whole->areas[i];
        tell_attainment(&area->sitting, &area->conditions);
        areas[i] = (struct area_outcome){
            .area = whole->sitting.question->roll->areas[i],
            .result = area->result,
            .conditions = area->conditions.items,
            .condition_count = area->conditions.count,
        };
        for (size_t group = 0; group < GROUPS; group++)
            areas[i].counts[group] = count_of(&area->sitting.counts.groups[group]);
    }
    return (struct areas){.list = areas, .count = whole->area_count};
}

static void take_over(struct evaluation *evaluation, struct poll_outcome *outcome)
{
    outcome->weighing.places = evaluation->sitting.places;
    outcome->result = evaluation->result;
    outcome->casting.effect = evaluation->casting;
    tell_attainment(&evaluation->sitting, &evaluation->conditions);
    outcome->conditions = evaluation->conditions.items;
    outcome->condition_count = evaluation->conditions.count;
    outcome->quorum.asked = evaluation->quorum_count > 0;
    outcome->quorum.met = evaluation->result.verdict != VERDICT_NOT_BINDING &&
                          evaluation->result.verdict != VERDICT_NOT_VALID;
    outcome->election.elects = evaluation->elects;
    outcome->review = evaluation->review;
    outcome->areas = areas_of(evaluation);
    for (size_t group = 0; group < GROUPS; group++)
        outcome->counts[group] = count_of(&evaluation->sitting.counts.groups[group]);
}

static void tell_next_step(const struct ruleset *rules, struct poll_outcome *outcome)
{
    const struct rule *next = rules->one[RULE_NEXT_STEP];
    enum verdict verdict = outcome->result.verdict;
    if (next != NULL && (verdict == VERDICT_CARRIED || verdict == VERDICT_ELECTED))
        outcome->next_step = next->text;
}

/* The rows and the members of an outcome, into `lists`. */
static void tell_lists(struct arena *lists, const struct question *question,
                       const struct ruleset *rules, const struct judgement *judgement,
                       struct poll_outcome *outcome)
{
    tell_returns(lists, question, rules, judgement, outcome);
    if (outcome->secrecy == BALLOTS_SECRET)
        withhold_lists(lists, outcome);
}

void decide_lists(struct arena *arena, const struct rules *rules, const struct roll *roll,
                  const struct poll *poll, const struct circumstances *circumstances,
                  struct poll_outcome *outcome)
{
    struct question question = question_laid_out(arena, roll, poll, circumstances);
    struct ruleset own;
    const struct judgement *judgement = judge_by_default(question.scratch, rules, &question, &own);
    tell_lists(arena, &question, &own, judgement, outcome);
    question_close(&question);
}

struct poll_outcome decide_poll(struct arena *arena, const struct rules *rules,
                                const struct roll *roll, const struct poll *poll,
                                const struct circumstances *circumstances, bool with_lists)
{
    struct question question = question_laid_out(arena, roll, poll, circumstances);
    struct ruleset own;
    struct judgement *judgement = judge_by_default(question.scratch, rules, &question, &own);
    struct evaluation evaluation = evaluate(arena, &question, &own, judgement->positions);

    struct poll_outcome outcome = outcome_of_rules(arena, &question, &own);
    take_over(&evaluation, &outcome);
    tell_next_step(&own, &outcome);
    if (own.form == FORM_ELECTION)
        tell_candidates(arena, &question, &evaluation, &outcome);
    const struct grounds grounds = tell_accounting(&question, judgement, &outcome);
    outcome.remarks.findings =
        find_in_registers(arena, &question, &own, judgement, &outcome.remarks.finding_count);
    outcome.ballots.after_the_day = count_after_the_day(&question, judgement);
    outcome.ballots.day = day_of_polls(question.poll, 1, circumstances);
    outcome.ballots.long_before = count_long_before(&question, judgement, outcome.ballots.day);
    tell_without_interested(arena, &question, &own, judgement->positions, &outcome);
    decide_readings(arena, &question, &own, judgement, &outcome);
    decide_margin(arena, &question, &own, judgement->positions, &evaluation, &outcome);
    decide_other_count(&question, &own, judgement->positions, &outcome);
    outcome.period = tell_period(arena, &own, circumstances);
    withhold_tie(&outcome);
    tell_basis(arena, &question, &own, &grounds, &outcome);
    if (outcome.secrecy == BALLOTS_SECRET) {
        outcome.disclosure = disclose(&question, &own, judgement->positions, &evaluation);
        withhold(arena, &own, &outcome);
    }
    if (with_lists)
        tell_lists(arena, &question, &own, judgement, &outcome);
    question_close(&question);
    return outcome;
}
