/* SPDX-License-Identifier: MIT */
#include "result_internal.h"

#include <string.h>

#include "quorate/text.h"

/* What rows are made of, be they told one by one or as heads. */

const char rows_remedy[] = "Verify it with its ballots, or leave the file as it was saved.";

void rows_refuse(struct row_draft *draft, const char *what)
{
    draft->sound = false;
    diag_refuse(draft->diag, draft->record->result.name, rows_remedy, "vote %zu: %s", draft->number,
                what);
}

size_t rows_number(const json_t *object, const char *key, size_t most)
{
    json_int_t number = json_integer_value(json_object_get(object, key));
    return number < 0 ? 0 : (unsigned long long)number > most ? most : (size_t)number;
}

const struct member *rows_member(struct row_draft *draft, const char *name)
{
    const struct roll *roll = draft->record->roll;
    for (size_t i = 0; name != NULL && i < roll->count; i++)
        if (strcmp(roll->members[i].name, name) == 0)
            return &roll->members[i];
    rows_refuse(draft, name == NULL ? "a row does not say whose it is"
                                    : arena_format(draft->arena, "\"%s\" is no member on the roll",
                                                   text_printable(draft->arena, name)));
    return NULL;
}

struct ballot *rows_add(struct row_draft *draft, const struct member *member, enum vote vote)
{
    struct ballot *ballot = ARENA_PUSH(draft->arena, draft->ballots, draft->count, draft->capacity);
    *ballot = (struct ballot){
        .line = (uint32_t)draft->count,
        .member = member,
        .details = arena_alloc(draft->arena, 1, sizeof *ballot->details),
        .vote = vote,
        .role = ROLE_LEAD,
        .role_given = true,
    };
    return ballot;
}

size_t rows_candidate(const struct row_draft *draft, const char *name)
{
    size_t at = 0;
    while (at < draft->poll->candidate_count && strcmp(draft->poll->candidates[at].name, name) != 0)
        at++;
    return at;
}

/* ---- Who voted */

static void read_role(struct row_draft *draft, const json_t *object, struct ballot *ballot)
{
    const char *name = result_text(draft->arena, object, "role");
    for (size_t role = 0; name != NULL && role < ROLES; role++)
        if (strcmp(role_name((enum role)role), name) == 0) {
            ballot->role = (enum role)role;
            return;
        }
    rows_refuse(draft, "a row has no role that is known");
}

static void read_notified(struct row_draft *draft, const json_t *object, struct ballot *ballot)
{
    const char *notified = result_text(draft->arena, object, "notified");
    if (notified == NULL)
        return;
    ballot->notified =
        date_parse(notified, &ballot->details->notified_on) ? NOTIFIED_ON : NOTIFIED_YES;
}

/* What was against its voter in the list of voters: the list may have changed since, and the
 * address is not told. */
static void read_registered(struct row_draft *draft, const json_t *object, struct ballot *ballot)
{
    const char *address = result_text(draft->arena, object, "address");
    const char *role = result_text(draft->arena, object, "registered_role");
    for (size_t i = 0; address != NULL && i < ADDRESS_STANDINGS; i++)
        if (strcmp(address_standing_name((enum address_standing)i), address) == 0)
            ballot->address = (enum address_standing)i;
    if (role != NULL) {
        struct registered_voter *registered = arena_alloc(draft->arena, 1, sizeof *registered);
        *registered = (struct registered_voter){.member = ballot->member};
        for (size_t i = 0; i < ROLES; i++)
            if (strcmp(role_name((enum role)i), role) == 0)
                registered->role = (enum role)i;
        ballot->details->registered = registered;
        ballot->role_given = registered->role != ballot->role;
    }
    if (address != NULL || role != NULL)
        ballot->details->register_told = result_text(draft->arena, object, "reason");
}

void rows_read_voter(struct row_draft *draft, const json_t *object, struct ballot *ballot)
{
    ballot->line = (uint32_t)rows_number(object, "line", UINT32_MAX);
    ballot->row = (uint32_t)rows_number(object, "row", UINT32_MAX);
    ballot->details->voter = result_text(draft->arena, object, "voter");
    read_role(draft, object, ballot);
    ballot->at_opening = json_is_true(json_object_get(object, "opening"));
    read_notified(draft, object, ballot);
    read_registered(draft, object, ballot);
}
