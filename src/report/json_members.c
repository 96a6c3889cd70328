/* SPDX-License-Identifier: MIT */
#include "json.h"

/* Who stood where, who did it for them, and by which rules: of a tally and of a quorum. */

void json_put_votes(struct json *object, const struct poll_outcome *poll, int64_t votes)
{
    if (poll->by_consensus)
        json_put_null(object, "votes");
    else
        json_put_quantity(object, "votes", votes, poll->weighing.places);
}

static const char *standing_name(const struct standing *standing)
{
    static const char *const names[] = {
        [STANDING_ABSENT] = "absent",         [STANDING_REFUSED] = "refused",
        [STANDING_INTERESTED] = "interested", [STANDING_PRESENT] = "present",
        [STANDING_ABSTAINED] = "abstained",   [STANDING_VOID] = "void",
        [STANDING_SPOILT] = "spoilt",         [STANDING_VOTED] = "voted",
        [STANDING_SPLIT] = "split",           [STANDING_RETURNED] = "returned",
    };
    return names[standing->stance];
}

static void put_of_roll(struct json *object, const struct subject *subject,
                        const struct standing *standing)
{
    json_put_text(object, "name", standing->practice);
    json_put_text(object, "code", standing->code);
    json_put_number_if(object, "list_size", subject->outcome->has_list_sizes, standing->list_size);
    json_put_text(object, "percent",
                  phrases_of_population(json_arena(object), subject->outcome, standing));
    json_put_votes(object, subject->poll, standing->votes);
    json_put_text(object, "area", standing->area);
    json_put_text(object, "class", standing->class_cell);
    json_put_text(object, "standing", standing_name(standing));
    if (standing->at_opening)
        json_put_boolean(object, "opening", true);
}

/* Who did it for the member. */
static void put_who_acted(struct json *object, const struct standing *standing)
{
    static const struct return_outcome nobody;
    const struct return_outcome *by =
        standing->by == NULL || standing->several ? &nobody : standing->by;
    json_put_text(object, "role", by->role);
    json_put_text(object, "voter", by->voter);
    json_put_date(object, "notified", by->notified_on);
    json_put_moment(object, "received", by->received);
}

/* What the member answered: no vote for anybody or anything is one too. */
static const char *answer_of(const struct standing *standing)
{
    if (standing->stance == STANDING_ABSTAINED)
        return "abstain";
    return standing->stance == STANDING_SPOILT ? "spoilt" : standing->vote;
}

/* What was cast of its votes, where not all went one way. */
static void put_parts(struct json *entry, const struct poll_outcome *poll,
                      const struct standing *standing)
{
    if (standing->part_count == 0)
        return;
    struct json *array = json_put_array(entry, "parts");
    for (size_t i = 0; i < standing->part_count; i++) {
        struct json *part = json_add_object(array);
        json_put_text(part, "vote", standing->parts[i].vote);
        json_put_votes(part, poll, standing->parts[i].votes);
    }
}

/* Of a secret vote there is nothing to tell of how, or by whom. */
static void put_voting(struct json *object, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    struct json *array = json_put_array(object, "members");
    for (size_t i = 0; i < poll->roll_call.standing_count; i++) {
        const struct standing *standing = &poll->roll_call.standings[i];
        struct json *entry = json_add_object(array);
        put_of_roll(entry, subject, standing);
        if (poll->secrecy == BALLOTS_SECRET)
            continue;
        json_put_text(entry, "vote", answer_of(standing));
        put_parts(entry, poll, standing);
        put_who_acted(entry, standing);
    }
}

/* Whatever else a row says, it is of somebody who is there. */
static void put_attending(struct json *object, const struct subject *subject)
{
    const struct poll_outcome *poll = subject->poll;
    struct json *array = json_put_array(object, "members");
    for (size_t i = 0; i < poll->roll_call.standing_count; i++) {
        struct standing standing = poll->roll_call.standings[i];
        if (standing.stance != STANDING_ABSENT && standing.stance != STANDING_REFUSED &&
            standing.stance != STANDING_INTERESTED)
            standing.stance = STANDING_PRESENT;
        struct json *entry = json_add_object(array);
        put_of_roll(entry, subject, &standing);
        put_who_acted(entry, &standing);
    }
}

static void put_each_proxy(struct json *object, const struct poll_outcome *poll)
{
    struct json *array = json_put_array(object, "proxies");
    const bool *proxies = phrases_proxies(json_arena(object), poll);
    for (size_t i = 0; i < poll->ballots.return_count; i++) {
        const struct return_outcome *row = &poll->ballots.returns[i];
        if (!proxies[i])
            continue;
        struct json *entry = json_add_object(array);
        json_put_text(entry, "practice", row->practice);
        json_put_text(entry, "voter", row->voter);
        json_put_date(entry, "notified", row->notified_on);
    }
}

void json_put_line(struct json *entry, const struct return_outcome *row)
{
    json_put_number(entry, "line", (int64_t)row->line);
    if (row->row != 0 && row->row != row->line)
        json_put_number(entry, "row", (int64_t)row->row);
}

/* `of_rows`: with when it came. */
static struct json *put_row(struct json *array, const struct subject *subject,
                            const struct return_outcome *row, bool of_rows)
{
    struct json *entry = json_add_object(array);
    json_put_line(entry, row);
    json_put_text(entry, "practice", row->practice);
    json_put_text(entry, "role", row->role);
    json_put_text(entry, "voter", row->voter);
    if (of_rows)
        json_put_moment(entry, "received", row->received);
    json_put_text(entry, "reason", phrases_reason(subject, row));
    return entry;
}

/* What the list of voters, the clock or the rules had against a row. */
static void put_fault(struct json *object, const struct return_outcome *row)
{
    switch (row->reason) {
    case REASON_ADDRESS_BLANK:
    case REASON_ADDRESS_UNKNOWN:
    case REASON_ADDRESS_ELSEWHERE:
    case REASON_ADDRESS_ABSENT:
        json_put_text(object, "address", row->registered->standing);
        break;
    case REASON_REGISTERED_ROLE:
    case REASON_REGISTERED_PROXY:
        json_put_text(object, "registered_role", row->registered->role);
        break;
    case REASON_EARLY:
    case REASON_LATE:
        json_put_text(object, "came", row->reason == REASON_EARLY ? "early" : "late");
        break;
    default:
        break;
    }
}

void json_put_grounds(struct json *object, const struct return_outcome *row)
{
    if (row->interest && row->status != RETURN_INTERESTED)
        json_put_boolean(object, "interest", true);
    if (row->at_opening)
        json_put_boolean(object, "opening", true);
    if (row->by_proxy && row->notified)
        json_put_text(object, "notified",
                      date_given(row->notified_on) ? date_iso(json_arena(object), row->notified_on)
                                                   : "yes");
    put_fault(object, row);
}

static void put_refused_rows(struct json *object, const struct subject *subject, bool of_rows)
{
    const struct accounting *ballots = &subject->poll->ballots;
    struct json *array = json_put_array(object, "refused");
    for (size_t i = 0; i < ballots->refusal_count; i++) {
        const struct return_outcome *row = &ballots->refusals[i];
        json_put_grounds(put_row(array, subject, row, of_rows), row);
    }
}

/* Of a list: what another row of the member stands for. */
static void put_repeated_rows(struct json *object, const struct subject *subject)
{
    const struct accounting *ballots = &subject->poll->ballots;
    struct json *array = json_put_array(object, "repeated");
    for (size_t i = 0; i < ballots->return_count; i++) {
        const struct return_outcome *row = &ballots->returns[i];
        if (!phrases_is_set_aside(row))
            continue;
        struct json *entry = put_row(array, subject, row, true);
        json_put_text(entry, "standing", row->vote);
    }
}

/* Those who represent nobody. */
static void put_others(struct json *object, const struct accounting *ballots)
{
    struct json *array = json_put_array(object, "others");
    for (size_t i = 0; i < ballots->attendee_count; i++) {
        const struct attendee *attendee = &ballots->attendees[i];
        struct json *entry = json_add_object(array);
        json_put_text(entry, "name", attendee->name);
        json_put_text(entry, "role", attendee->role);
        json_put_boolean(entry, "absent", attendee->away);
    }
}

/* Each rule that the answer rests on, and where it comes from. */
static void put_basis_rules(struct json *object, const struct poll_outcome *poll)
{
    struct json *array = json_put_array(object, "basis");
    for (size_t i = 0; i < poll->basis_count; i++) {
        const struct basis *rule = &poll->basis[i];
        struct json *entry = json_add_object(array);
        json_put_text(entry, "rule", rule_name(rule->kind));
        json_put_text(entry, "value", rule->text);
        json_put_text(entry, "clause", rule->clause);
        json_put_given(entry, "group", rule->group);
        json_put_boolean(entry, "stated", rule->stated);
    }
}

/* `of_rows`: who stood in for whom, who else was there and when a row came, too. */
static void put_rest(struct json *object, const struct subject *subject, bool of_rows)
{
    const struct roll_call *call = &subject->poll->roll_call;
    json_put_texts(object, "absent", call->absent, call->absent_count);
    json_put_texts(object, "interests", call->interested, call->interested_count);
    if (of_rows) {
        put_each_proxy(object, subject->poll);
        put_others(object, &subject->poll->ballots);
    }
    put_refused_rows(object, subject, of_rows);
    put_basis_rules(object, subject->poll);
}

void json_put_members(struct json *object, const struct subject *subject)
{
    put_voting(object, subject);
    put_rest(object, subject, subject->poll->secrecy != BALLOTS_SECRET);
}

void json_put_attending(struct json *object, const struct subject *subject)
{
    put_attending(object, subject);
    put_rest(object, subject, true);
    put_repeated_rows(object, subject);
}
