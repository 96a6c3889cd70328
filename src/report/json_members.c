/* SPDX-License-Identifier: MIT */
#include "json.h"

#include "quorate/report.h"

/* Who stood where, who did it for them, and by which rules: of a tally and of a quorum. */

void json_put_votes(struct json_writer *writer, struct json *object,
                    const struct poll_outcome *poll, int64_t votes)
{
    if (poll->by_consensus)
        json_put(object, "votes", json_of_null(writer));
    else
        json_put_quantity(writer, object, "votes", votes, poll->weighing.places);
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

static void put_of_roll(struct json_writer *writer, struct json *object,
                        const struct poll_outcome *poll, const struct standing *standing)
{
    json_put_text(writer, object, "name", standing->practice);
    json_put_text(writer, object, "code", standing->code);
    json_put_number_if(writer, object, "list_size", writer->outcome->has_list_sizes,
                       standing->list_size);
    json_put_text(writer, object, "percent",
                  phrases_of_population(writer->arena, writer->outcome, standing));
    json_put_votes(writer, object, poll, standing->votes);
    json_put_text(writer, object, "area", standing->area);
    json_put_text(writer, object, "class", standing->class_cell);
    json_put_text(writer, object, "standing", standing_name(standing));
    if (standing->at_opening)
        json_put_boolean(writer, object, "opening", true);
}

/* Who did it for the member. */
static void put_who_acted(struct json_writer *writer, struct json *object,
                          const struct standing *standing)
{
    static const struct return_outcome nobody;
    const struct return_outcome *by =
        standing->by == NULL || standing->several ? &nobody : standing->by;
    json_put_text(writer, object, "role", by->role);
    json_put_text(writer, object, "voter", by->voter);
    json_put_date(writer, object, "notified", by->notified_on);
    json_put_moment(writer, object, "received", by->received);
}

/* What the member answered: no vote for anybody or anything is one too. */
static const char *answer_of(const struct standing *standing)
{
    if (standing->stance == STANDING_ABSTAINED)
        return "abstain";
    return standing->stance == STANDING_SPOILT ? "spoilt" : standing->vote;
}

/* What was cast of its votes, where not all went one way. */
static void put_parts(struct json_writer *writer, struct json *entry,
                      const struct poll_outcome *poll, const struct standing *standing)
{
    if (standing->part_count == 0)
        return;
    struct json *array = json_put_array(writer, entry, "parts");
    for (size_t i = 0; i < standing->part_count; i++) {
        struct json *part = json_add_object(writer, array);
        json_put_text(writer, part, "vote", standing->parts[i].vote);
        json_put_votes(writer, part, poll, standing->parts[i].votes);
    }
}

/* Of a secret vote there is nothing to tell of how, or by whom. */
static void put_voting(struct json_writer *writer, struct json *object,
                       const struct poll_outcome *poll)
{
    struct json *array = json_put_array(writer, object, "members");
    for (size_t i = 0; i < poll->roll_call.standing_count; i++) {
        const struct standing *standing = &poll->roll_call.standings[i];
        struct json *entry = json_add_object(writer, array);
        put_of_roll(writer, entry, poll, standing);
        if (poll->secrecy == BALLOTS_SECRET)
            continue;
        json_put_text(writer, entry, "vote", answer_of(standing));
        put_parts(writer, entry, poll, standing);
        put_who_acted(writer, entry, standing);
    }
}

/* Whatever else a row says, it is of somebody who is there. */
static void put_attending(struct json_writer *writer, struct json *object,
                          const struct poll_outcome *poll)
{
    struct json *array = json_put_array(writer, object, "members");
    for (size_t i = 0; i < poll->roll_call.standing_count; i++) {
        struct standing standing = poll->roll_call.standings[i];
        if (standing.stance != STANDING_ABSENT && standing.stance != STANDING_REFUSED &&
            standing.stance != STANDING_INTERESTED)
            standing.stance = STANDING_PRESENT;
        struct json *entry = json_add_object(writer, array);
        put_of_roll(writer, entry, poll, &standing);
        put_who_acted(writer, entry, &standing);
    }
}

static void put_each_proxy(struct json_writer *writer, struct json *object,
                           const struct poll_outcome *poll)
{
    struct json *array = json_put_array(writer, object, "proxies");
    const bool *proxies = phrases_proxies(writer->arena, poll);
    for (size_t i = 0; i < poll->ballots.return_count; i++) {
        const struct return_outcome *row = &poll->ballots.returns[i];
        if (!proxies[i])
            continue;
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "practice", row->practice);
        json_put_text(writer, entry, "voter", row->voter);
        json_put_date(writer, entry, "notified", row->notified_on);
    }
}

void json_put_line(struct json_writer *writer, struct json *entry, const struct return_outcome *row)
{
    json_put_number(writer, entry, "line", (int64_t)row->line);
    if (row->row != 0 && row->row != row->line)
        json_put_number(writer, entry, "row", (int64_t)row->row);
}

/* `of_rows`: with when it came. */
static struct json *put_row(struct json_writer *writer, struct json *array,
                            const struct subject *subject, const struct return_outcome *row,
                            bool of_rows)
{
    struct json *entry = json_add_object(writer, array);
    json_put_line(writer, entry, row);
    json_put_text(writer, entry, "practice", row->practice);
    json_put_text(writer, entry, "role", row->role);
    json_put_text(writer, entry, "voter", row->voter);
    if (of_rows)
        json_put_moment(writer, entry, "received", row->received);
    json_put_text(writer, entry, "reason", phrases_reason(subject, row));
    return entry;
}

/* What the list of voters, the clock or the rules had against a row. */
static void put_fault(struct json_writer *writer, struct json *object,
                      const struct return_outcome *row)
{
    switch (row->reason) {
    case REASON_ADDRESS_BLANK:
    case REASON_ADDRESS_UNKNOWN:
    case REASON_ADDRESS_ELSEWHERE:
    case REASON_ADDRESS_ABSENT:
        json_put_text(writer, object, "address", row->registered->standing);
        break;
    case REASON_REGISTERED_ROLE:
    case REASON_REGISTERED_PROXY:
        json_put_text(writer, object, "registered_role", row->registered->role);
        break;
    case REASON_EARLY:
    case REASON_LATE:
        json_put_text(writer, object, "came", row->reason == REASON_EARLY ? "early" : "late");
        break;
    default:
        break;
    }
}

void json_put_grounds(struct json_writer *writer, struct json *object,
                      const struct return_outcome *row)
{
    if (row->interest && row->status != RETURN_INTERESTED)
        json_put_boolean(writer, object, "interest", true);
    if (row->at_opening)
        json_put_boolean(writer, object, "opening", true);
    if (row->by_proxy && row->notified)
        json_put_text(writer, object, "notified",
                      date_given(row->notified_on) ? date_iso(writer->arena, row->notified_on)
                                                   : "yes");
    put_fault(writer, object, row);
}

static void put_refused_rows(struct json_writer *writer, struct json *object,
                             const struct subject *subject, bool of_rows)
{
    const struct accounting *ballots = &subject->poll->ballots;
    struct json *array = json_put_array(writer, object, "refused");
    for (size_t i = 0; i < ballots->refusal_count; i++) {
        const struct return_outcome *row = &ballots->refusals[i];
        json_put_grounds(writer, put_row(writer, array, subject, row, of_rows), row);
    }
}

/* Of a list: what another row of the member stands for. */
static void put_repeated_rows(struct json_writer *writer, struct json *object,
                              const struct subject *subject)
{
    const struct accounting *ballots = &subject->poll->ballots;
    struct json *array = json_put_array(writer, object, "repeated");
    for (size_t i = 0; i < ballots->return_count; i++) {
        const struct return_outcome *row = &ballots->returns[i];
        if (!phrases_is_set_aside(row))
            continue;
        struct json *entry = put_row(writer, array, subject, row, true);
        json_put_text(writer, entry, "standing", row->vote);
    }
}

/* Those who represent nobody. */
static void put_others(struct json_writer *writer, struct json *object,
                       const struct accounting *ballots)
{
    struct json *array = json_put_array(writer, object, "others");
    for (size_t i = 0; i < ballots->attendee_count; i++) {
        const struct attendee *attendee = &ballots->attendees[i];
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "name", attendee->name);
        json_put_text(writer, entry, "role", attendee->role);
        json_put_boolean(writer, entry, "absent", attendee->away);
    }
}

/* Each rule that the answer rests on, and where it comes from. */
static void put_basis_rules(struct json_writer *writer, struct json *object,
                            const struct poll_outcome *poll)
{
    struct json *array = json_put_array(writer, object, "basis");
    for (size_t i = 0; i < poll->basis_count; i++) {
        const struct basis *rule = &poll->basis[i];
        struct json *entry = json_add_object(writer, array);
        json_put_text(writer, entry, "rule", rule_name(rule->kind));
        json_put_text(writer, entry, "value", rule->text);
        json_put_text(writer, entry, "clause", rule->clause);
        if (rule->group != NULL)
            json_put_text(writer, entry, "group", rule->group);
        json_put_boolean(writer, entry, "stated", rule->stated);
    }
}

/* `of_rows`: who stood in for whom, who else was there and when a row came, too. */
static void put_rest(struct json_writer *writer, struct json *object, const struct subject *subject,
                     bool of_rows)
{
    const struct roll_call *call = &subject->poll->roll_call;
    json_put_texts(writer, object, "absent", call->absent, call->absent_count);
    json_put_texts(writer, object, "interests", call->interested, call->interested_count);
    if (of_rows) {
        put_each_proxy(writer, object, subject->poll);
        put_others(writer, object, &subject->poll->ballots);
    }
    put_refused_rows(writer, object, subject, of_rows);
    put_basis_rules(writer, object, subject->poll);
}

void json_put_members(struct json_writer *writer, struct json *object,
                      const struct subject *subject)
{
    put_voting(writer, object, subject->poll);
    put_rest(writer, object, subject, subject->poll->secrecy != BALLOTS_SECRET);
}

void json_put_attending(struct json_writer *writer, struct json *object,
                        const struct subject *subject)
{
    put_attending(writer, object, subject->poll);
    put_rest(writer, object, subject, true);
    put_repeated_rows(writer, object, subject);
}
