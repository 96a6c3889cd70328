/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include <string.h>

#include "quorate/ratio.h"
#include "quorate/text.h"

struct note_list phrases_no_notes(struct arena *arena)
{
    return (struct note_list){.arena = arena, .poll = NO_POLL};
}

void phrases_add_note(struct note_list *all, enum anchor anchor, const char *text)
{
    if (text == NULL || text[0] == '\0')
        return;
    struct note note = {.anchor = anchor, .poll = all->poll, .text = text};
    for (size_t i = 0; i < all->count && !note.repeated; i++) {
        const struct note *earlier = &all->notes[i];
        note.repeated = (earlier->anchor == ANCHOR_DEPENDS) == (anchor == ANCHOR_DEPENDS) &&
                        strcmp(earlier->text, text) == 0;
        note.number = note.repeated ? earlier->number : 0;
    }
    if (anchor != ANCHOR_DEPENDS && !note.repeated)
        note.number = ++all->numbered;
    *(struct note *)ARENA_PUSH(all->arena, all->gathered, all->count, all->capacity) = note;
    all->notes = all->gathered;
}

/* Why a casting vote was not used. */
static const char *unused_casting_vote(const struct poll_outcome *poll)
{
    static const char *const reasons[] = {
        [CASTING_NOT_IN_RULES] = "the rules have none",
        [CASTING_NOT_TIED] = "it was not needed",
        [CASTING_NO_QUORUM] = "without a quorum nothing is decided",
        [CASTING_NOT_ENOUGH] = ("it only settles a tie among the votes cast, and what is not met "
                                "asks for more than that"),
        [CASTING_ELECTION] = "an election has none",
    };
    return poll->casting.effect == CASTING_NOT_ENOUGH && poll->areas.count > 0
               ? "it carries no area"
               : reasons[poll->casting.effect];
}

static const char *casting_note(struct arena *arena, const struct poll_outcome *poll)
{
    switch (poll->casting.effect) {
    case CASTING_NOT_GIVEN:
        return NULL;
    case CASTING_MISSING:
        return "The votes were tied, and the rules give the chair a casting vote. None was given.";
    case CASTING_DECIDED:
        return arena_format(
            arena, "The votes were tied. %s casting vote was %s.",
            poll->casting.chair == NULL
                ? "The chair's"
                : arena_format(arena, "%s was in the chair, whose", poll->casting.chair),
            poll->casting.in_favour ? "for" : "against");
    default:
        return arena_format(arena, "A casting vote was given, but %s. It was not used.",
                            unused_casting_vote(poll));
    }
}

static const char *after_the_day_note(const struct subject *subject)
{
    const char *rows =
        phrases_several(subject->arena, (int64_t)subject->poll->ballots.after_the_day, "ballot was",
                        "ballots were");
    return arena_format(subject->arena,
                        "%s received after %s. No closing time was given, so %s not refused.", rows,
                        date_long(subject->arena, subject->outcome->date),
                        subject->poll->ballots.after_the_day == 1 ? "it is" : "they are");
}

static const char *long_before_note(const struct subject *subject)
{
    const struct accounting *ballots = &subject->poll->ballots;
    return arena_format(subject->arena,
                        "%s received more than %d days before %s. No opening time was given, so %s "
                        "counted.",
                        phrases_several(subject->arena, (int64_t)ballots->long_before, "ballot was",
                                        "ballots were"),
                        LONG_BEFORE_DAYS, date_long(subject->arena, ballots->day),
                        ballots->long_before == 1 ? "it is" : "they are");
}

/* "2 localities voted against. The decision is reviewed at the next meeting ..." */
static const char *review_note(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct condition_outcome *review = subject->poll->review;
    const char *who = "Enough votes were against for a review.";
    if (review != NULL && !review->part.withheld) {
        const char *part = phrases_figure(arena, review, review->part);
        switch (review->asks.measure) {
        case MEASURE_MEMBERS:
            who = arena_format(arena, "%s voted against.",
                               phrases_members(subject, figure_of(review->part)));
            break;
        case MEASURE_POPULATION:
            who = arena_format(
                arena, "%s with %s voted against.",
                text_capital(arena, subject->outcome->terms.units),
                phrases_measured(arena, &subject->outcome->terms, figure_of(review->part)));
            break;
        case MEASURE_VOTES:
            who = arena_format(arena, "%s %s against.", part,
                               strcmp(part, "1") == 0 ? "vote was" : "votes were");
            break;
        }
    }
    return arena_format(
        arena, "%s The decision is reviewed at the next meeting and stands meanwhile.", who);
}

/* "Dr A has 4 of 10 votes, which is not more than half. ..." */
static const char *half_note(const struct subject *subject)
{
    return arena_format(subject->arena,
                        "%s has most votes, but not more than half of those cast. On the reading "
                        "used here most votes are enough.",
                        subject->poll->result.winner);
}

/* Whether a rule that the verdict rests on names its place in the constitution. */
static bool stated(const struct poll_outcome *poll, enum rule_kind kind)
{
    for (size_t i = 0; i < poll->basis_count; i++)
        if (poll->basis[i].kind == kind)
            return poll->basis[i].stated;
    return false;
}

static const struct condition_outcome *nth_quorum(const struct poll_outcome *poll, size_t n)
{
    for (size_t i = 0; i < poll->condition_count; i++)
        if (poll->conditions[i].kind == RULE_QUORUM && n-- == 0)
            return &poll->conditions[i];
    return NULL;
}

/* "65,967 patients (71.91%) are represented" */
static const char *without_figures(const struct subject *subject,
                                   const struct condition_outcome *without)
{
    struct arena *arena = subject->arena;
    const char *quantity = phrases_quantity(subject, without, figure_of(without->part));
    const char *verb = strncmp(quantity, "1 ", 2) == 0 ? "is" : "are";
    return arena_format(arena, "%s%s %s %s", quantity, phrases_percent(arena, without), verb,
                        without->asks.measure == MEASURE_MEMBERS ? "counted" : "represented");
}

/* "Without it 65,967 patients (71.91%) are represented, so the quorum is met either way." */
static const char *without(const struct subject *subject, const struct condition_outcome *without,
                           const struct condition_outcome *with)
{
    struct arena *arena = subject->arena;
    const char *them = subject->poll->roll_call.interested_count == 1 ? "it" : "them";
    bool with_met = with == NULL || with->met;
    const char *effect;
    if (with_met == without->met)
        effect = without->met ? "so the quorum is met either way"
                              : "so the quorum is not met either way";
    else
        effect = without->met ? "and the quorum would be met" : "and the quorum would not be met";
    if (without->part.withheld)
        return arena_format(arena, "Without %s the quorum would %sbe met.", them,
                            without->met ? "" : "not ");
    return arena_format(arena, "Without %s %s, %s.", them, without_figures(subject, without),
                        effect);
}

static const char *interest_note(const struct subject *subject)
{
    struct arena *arena = subject->arena;
    const struct poll_outcome *poll = subject->poll;
    const char *counted =
        poll->roll_call.interested_count == 1 ? "It is counted here." : "They are counted here.";
    const char *text =
        stated(poll, RULE_INTEREST)
            ? arena_format(arena, "%s with an interest counts towards the quorum.",
                           text_capital(arena, phrases_a(arena, subject->outcome->terms.unit)))
            : arena_format(arena,
                           "The constitution does not say whether %s with an interest counts "
                           "towards the quorum. %s",
                           phrases_a(arena, subject->outcome->terms.unit), counted);
    for (size_t i = 0; i < poll->quorum.without_interested_count; i++)
        if (poll->quorum.without_interested[i].asks.scope == SCOPE_PRESENT &&
            poll->quorum.without_interested[i].group == NULL) /* another may be met in its place */
            text = phrases_join(
                arena, text,
                without(subject, &poll->quorum.without_interested[i], nth_quorum(poll, i)));
    return text;
}

static void rule_notes(struct note_list *all, const struct poll_outcome *poll, enum anchor anchor)
{
    for (size_t i = 0; i < poll->remarks.of_rules_count; i++)
        phrases_add_note(all, anchor, phrases_sentence(all->arena, poll->remarks.of_rules[i]));
}

/* What the rules say of an election is mostly said of whoever is elected. Beside a result that
 * elects nobody it would be misread. */
static bool speaks_of_result(const struct poll_outcome *poll)
{
    return !poll->is_election || poll->result.verdict == VERDICT_ELECTED;
}

/* Whether the list sizes are of the year before the vote; NULL where they are, or do not matter. */
static const char *sizes_note(struct arena *arena, const struct outcome *outcome)
{
    const char *what = outcome->terms.sizes;
    const char *of = date_given(outcome->as_at) ? date_long(arena, outcome->as_at) : NULL;
    const char *on = date_given(outcome->vote_day) ? date_long(arena, outcome->vote_day) : NULL;
    switch (outcome->sizes_age) {
    case SIZES_NOT_ASKED:
    case SIZES_HOLD:
        return NULL;
    case SIZES_OLD:
        return arena_format(arena, "The %s are of %s, more than a year before %s.", what, of, on);
    case SIZES_LATER:
        return arena_format(arena, "The %s are of %s, which is after the vote on %s.", what, of,
                            on);
    case SIZES_UNDATED:
        return arena_format(arena, "Nothing says whether the %s held on %s: they have no date.",
                            what, on);
    case SIZES_DAY_UNKNOWN:
        return arena_format(arena,
                            "Nothing says when the vote was, and so whether the %s%s%s are of the "
                            "year before it.",
                            what, of == NULL ? "" : " of ", of == NULL ? "" : of);
    }
    return NULL;
}

/* NULL where the roll is the same on every day. */
static const char *roll_note(const struct note_list *all, const struct outcome *outcome)
{
    struct arena *arena = all->arena;
    const struct roll_of_day *roll = &outcome->roll;
    if (!date_given(roll->day))
        return NULL;
    const char *sizes = !outcome->has_list_sizes || !date_given(outcome->as_at)
                            ? ""
                            : arena_format(arena, ", with the %s of %s", outcome->terms.sizes,
                                           date_long(arena, outcome->as_at));
    const char *text =
        arena_format(arena, "The roll is that of %s%s.", date_long(arena, roll->day), sizes);
    for (size_t i = 0; i < roll->absent_count && i < all->listed; i++)
        text = arena_format(arena, "%s %s.", text, roll->absent[i].told);
    if (roll->absent_count <= all->listed)
        return text;
    int64_t others = (int64_t)(roll->absent_count - all->listed);
    return arena_format(arena, "%s On other days it has %s.", text,
                        phrases_several(arena, others, "more member", "more members"));
}

static void finding_notes(struct note_list *all, const struct subject *subject)
{
    const struct remarks *remarks = &subject->poll->remarks;
    for (size_t i = 0; i < remarks->finding_count && i < all->listed; i++)
        phrases_add_note(all, ANCHOR_RESULT,
                         phrases_finding(subject, &remarks->findings[i], all->listed));
    if (remarks->finding_count > all->listed)
        phrases_add_note(
            all, ANCHOR_RESULT,
            arena_format(all->arena, "Of other rows there are %s, which the result as JSON has.",
                         phrases_several(all->arena,
                                         (int64_t)(remarks->finding_count - all->listed),
                                         "such note", "such notes")));
}

/* Of those who cast their votes in parts, for which each member is to be looked at. */
static void parts_notes(struct note_list *all, const struct outcome *outcome)
{
    if (!outcome->polls[all->poll].roll_call.in_parts)
        return;
    struct arena *part = arena_part(all->arena);
    const struct subject whole = {all->arena, outcome, outcome_poll(part, outcome, all->poll)};
    phrases_add_note(all, ANCHOR_RESULT, phrases_split(&whole));
    phrases_add_note(all, ANCHOR_RESULT, phrases_not_all_cast(&whole));
    arena_free(part);
}

static void poll_notes(struct note_list *all, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    for (size_t i = 0; i < poll->reading_count; i++)
        if (phrases_reading_matters(&poll->readings[i]))
            phrases_add_note(all, ANCHOR_DEPENDS, phrases_reading(subject, &poll->readings[i]));
    if (phrases_period_matters(poll->period))
        phrases_add_note(all, ANCHOR_DEPENDS,
                         phrases_join(all->arena, phrases_period_finding(poll->period),
                                      phrases_period(all->arena, poll->period)));
    else if (poll->period != NULL && !(poll->period->checked && poll->period->known))
        phrases_add_note(all, ANCHOR_DEPENDS,
                         arena_format(all->arena, "Period of the vote: %s",
                                      phrases_small(all->arena, phrases_period_below(subject))));
    if (poll->result.review)
        phrases_add_note(all, ANCHOR_RESULT, review_note(subject));
    phrases_add_note(all, ANCHOR_RESULT, casting_note(all->arena, poll));
    if (poll->election.without_half && poll->result.winner != NULL)
        phrases_add_note(all, ANCHOR_RESULT, half_note(subject));
    if (speaks_of_result(poll))
        rule_notes(all, poll, ANCHOR_RESULT);
    if (poll->conditions_withheld)
        phrases_add_note(all, ANCHOR_RESULT,
                         "What the votes of some of the members alone had to reach is not told, "
                         "because they can be a single voter.");
    if (poll->election.unlisted)
        phrases_add_note(
            all, ANCHOR_RESULT,
            "The rules let only assessed candidates stand. No list of candidates was given, so "
            "this was not checked.");
    parts_notes(all, subject->outcome);
    if (poll->ballots.after_the_day > 0)
        phrases_add_note(all, ANCHOR_RESULT, after_the_day_note(subject));
    if (poll->ballots.long_before > 0)
        phrases_add_note(all, ANCHOR_RESULT, long_before_note(subject));
    for (size_t i = 0; i < poll->remarks.doubt_count; i++)
        phrases_add_note(all, ANCHOR_RESULT, poll->remarks.doubts[i]);
    finding_notes(all, subject);
    phrases_add_note(all, ANCHOR_RESULT, roll_note(all, subject->outcome));
    phrases_add_note(all, ANCHOR_RESULT, sizes_note(all->arena, subject->outcome));
    for (size_t i = 0; i < subject->outcome->due_count; i++)
        phrases_add_note(all, ANCHOR_RESULT,
                         phrases_overdue(all->arena, &subject->outcome->dues[i]));
    if (poll->quorum.without_interested_count > 0)
        phrases_add_note(all, ANCHOR_INTERESTS, interest_note(subject));
    if (!speaks_of_result(poll))
        rule_notes(all, poll, ANCHOR_RULES);
}

const char *phrases_total_used(struct arena *arena, const struct terms *terms, int64_t sum,
                               int64_t stated)
{
    return arena_format(arena,
                        "The %s add up to %s, which is used here, not the stated total of %s.",
                        terms->units, number_grouped(arena, sum), number_grouped(arena, stated));
}

static const char *totals_note(struct arena *arena, const struct share *share)
{
    const char *sum = number_grouped(arena, share->sum_of_rows);
    if (share->of_sum)
        return phrases_total_used(arena, &terms_county, share->sum_of_rows, share->stated_total);
    return arena_format(arena,
                        "The localities add up to %s, not the stated total of %s. On %s the share "
                        "would be %s%% and %s votes.",
                        sum, number_grouped(arena, share->stated_total), sum,
                        share->percent_long_of_sum, share->votes_of_sum);
}

static void share_notes(struct note_list *all, const struct outcome *outcome)
{
    struct arena *arena = all->arena;
    const struct share *share = outcome->share;
    all->poll = NO_POLL;
    if (share->totals_differ && share->has_stated_total)
        phrases_add_note(all, ANCHOR_SHARE, totals_note(arena, share));
    if (share->published_votes != NULL)
        phrases_add_note(
            all, ANCHOR_SHARE,
            arena_format(arena,
                         "The table of localities publishes %s votes for %s; its population works "
                         "out at %s.",
                         share->published_votes, share->locality, share->votes));
    if (share->roll_differs)
        phrases_add_note(
            all, ANCHOR_SHARE,
            arena_format(arena,
                         "The %s of the roll have %s. The table of localities gives %s, and the "
                         "share is worked out on that.",
                         outcome->terms.units,
                         phrases_measured(arena, &outcome->terms, share->roll_population),
                         number_grouped(arena, share->population)));
    if (date_given(share->as_at))
        phrases_add_note(all, ANCHOR_SHARE,
                         arena_format(arena,
                                      "The populations of the localities are those of %s, the %s "
                                      "those of %s.",
                                      date_long(arena, share->as_at), outcome->terms.sizes,
                                      date_long(arena, outcome->as_at)));
}

struct note_list phrases_notes(struct arena *arena, const struct outcome *outcome, size_t listed)
{
    struct note_list all = phrases_no_notes(arena);
    all.listed = listed;
    for (all.poll = 0; all.poll < outcome->poll_count; all.poll++) {
        struct subject subject = {arena, outcome, &outcome->polls[all.poll]};
        poll_notes(&all, &subject);
    }
    if (outcome->share != NULL)
        share_notes(&all, outcome);
    return all;
}
