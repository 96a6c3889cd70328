/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* From whom a ballot came, and what the list of voters says of that. */

/* --- For whom it is, where only the address tells --- */

/* The list of voters as a part of a message. */
static struct wording list_of(const struct ballots_load *load)
{
    return wording_public(load->reading->voters->file);
}

/* "The Hart Surgery and Nettlebed Surgery": those for whom the address may vote, with how many. */
static const char *members_at(const struct ballots_load *load, const char *email, size_t *count)
{
    const struct voter_register *voters = load->reading->voters;
    const char **names = arena_alloc(load->sheet.arena, voters->count, sizeof *names);
    *count = 0;
    for (size_t i = 0; i < voters->count; i++)
        if (strcmp(voters->voters[i].email, email) == 0)
            names[(*count)++] = voters->voters[i].member->name;
    return text_list(load->sheet.arena, names, *count, "and");
}

static void report_several(const struct ballots_load *load, const struct row *row,
                           const char *members)
{
    struct arena *arena = load->sheet.arena;
    ballots_report(
        load, row, COLUMN_EMAIL,
        WORDING(arena,
                "Add a column \"%s\" that says in every row for which %s it is, and a row for each "
                "where it is for several.",
                wording_public(load->unit), wording_public(load->unit)),
        WORDING(arena, "%s is in %s for %s, and nothing says for which of them this is",
                ballots_quote(load, row, COLUMN_EMAIL), list_of(load),
                wording_of_row(members, arena_format(arena, "several %s", load->units))));
}

static void report_no_address(const struct ballots_load *load, const struct row *row)
{
    ballots_report(load, row, COLUMN_EMAIL, wording_public("Write it, or delete the row."),
                   WORDING(load->sheet.arena,
                           "the e-mail address is blank, and nothing else says which %s this is",
                           wording_public(load->unit)));
}

static void report_unknown_address(const struct ballots_load *load, const struct row *row)
{
    struct arena *arena = load->sheet.arena;
    ballots_report(load, row, COLUMN_EMAIL,
                   WORDING(arena, "Add it to %s with its %s and role, or delete the row.",
                           list_of(load), wording_public(load->unit)),
                   WORDING(arena, "%s is not in %s, and nothing else says which %s this is",
                           ballots_quote(load, row, COLUMN_EMAIL), list_of(load),
                           wording_public(load->unit)));
}

/* An address that is on the list on another day, or for somebody who is no member on this one. */
static void report_absent_address(const struct ballots_load *load, const struct row *row,
                                  const struct registered_voter *voter)
{
    struct arena *arena = load->sheet.arena;
    const struct voter_register *voters = load->reading->voters;
    const char *day = date_long(arena, voters->day);
    const char *address = arena_format(arena, "\"%s\"", ballots_cell(load, row, COLUMN_EMAIL));
    const char *what = arena_format(arena, "%s, and so not on %s, the day of the vote",
                                    voters_absence(arena, voters, voter, address), day);
    const char *instead = arena_format(arena,
                                       "this address is in %s for another day than %s, the "
                                       "day of the vote",
                                       voters->file, day);
    bool listed = tenure_holds(voter->tenure, voters->day);
    ballots_report(load, row, COLUMN_EMAIL,
                   WORDING(arena, "Delete the row, or correct the days in %s.",
                           listed ? wording_public(load->reading->roll->file) : list_of(load)),
                   wording_of_row(what, instead));
}

/* What stands in brackets behind a name, "HILL, Ann (THE HART SURGERY)", "Telephone (Ann Hill)"; ""
 * for nothing. */
static const char *in_brackets(struct arena *arena, const char *name)
{
    const char *open = strchr(name, '('), *close = open == NULL ? NULL : strchr(open, ')');
    return close == NULL ? "" : arena_copy(arena, open + 1, (size_t)(close - open) - 1);
}

/* Whoever has this name on the list of voters; NULL when nobody has. */
static const struct registered_voter *voter_called(const struct ballots_load *load,
                                                   const char *name)
{
    const struct voter_register *voters = load->reading->voters;
    const char *person = text_person(load->sheet.arena, name);
    for (size_t i = 0; i < voters->count && *person != '\0'; i++)
        if (voters->voters[i].name != NULL &&
            strcmp(text_person(load->sheet.arena, voters->voters[i].name), person) == 0)
            return &voters->voters[i];
    return NULL;
}

/* Somebody may have come in by another device. A name alone makes nobody present, and does not pass
 * for nobody's either. */
static void report_other_address(const struct ballots_load *load, const struct row *row,
                                 const struct registered_voter *voter)
{
    struct arena *arena = load->sheet.arena;
    struct wording here = wording_public("without an address");
    if (*ballots_cell(load, row, COLUMN_EMAIL) != '\0')
        here = WORDING(arena, "with %s", ballots_quote(load, row, COLUMN_EMAIL));
    ballots_report(load, row, COLUMN_VOTER,
                   WORDING(arena,
                           "If it is the same person, write that address in this row, or add this "
                           "one to %s. If it is somebody else, delete the row.",
                           list_of(load)),
                   WORDING(arena, "%s is in %s with %s, and here %s",
                           ballots_quote(load, row, COLUMN_VOTER), list_of(load),
                           wording_of_row(voter->email, "another address"), here));
}

static void report_named_member(const struct ballots_load *load, const struct row *row,
                                const struct member *member)
{
    struct arena *arena = load->sheet.arena;
    ballots_report(load, row, COLUMN_VOTER,
                   WORDING(arena,
                           "Add the address of whoever represents it to %s, or delete the row.",
                           list_of(load)),
                   WORDING(arena, "%s is named here, and the address of the row is not in %s",
                           wording_of_row(member->name, arena_format(arena, "a %s", load->unit)),
                           list_of(load)));
}

/* Whether whoever came to a meeting on no list is known to be nobody of any. */
static bool is_nobodys(struct ballots_load *load, const struct row *row)
{
    const char *name = ballots_cell(load, row, COLUMN_VOTER);
    const char *bracketed = in_brackets(load->sheet.arena, name);
    const struct registered_voter *namesake = voter_called(load, name);
    const struct member *member = ballots_member_named(load, name);
    if (namesake == NULL)
        namesake = voter_called(load, bracketed);
    if (member == NULL)
        member = ballots_member_named(load, bracketed);
    if (namesake != NULL)
        report_other_address(load, row, namesake);
    else if (member != NULL)
        report_named_member(load, row, member);
    else if (load->first_other == NULL)
        load->first_other = row_copy(load->scratch, row);
    return namesake == NULL && member == NULL;
}

bool ballots_find_by_address(struct ballots_load *load, const struct row *row,
                             const struct member **member, bool *other)
{
    if (load->reading->voters == NULL) /* which was told */
        return false;
    size_t count;
    const char *email = address_read(load->sheet.arena, ballots_cell(load, row, COLUMN_EMAIL));
    const char *members = members_at(load, email, &count);
    const struct registered_voter *absent = voters_at(load->reading->voters->absent, email);
    bool is_person = *email != '\0' || *ballots_cell(load, row, COLUMN_VOTER) != '\0';
    if (count == 1)
        *member = voters_at(load->reading->voters, email)->member;
    else if (count > 1)
        report_several(load, row, members);
    else if (absent != NULL)
        report_absent_address(load, row, absent);
    else if (load->is_list && is_person)
        *other = is_nobodys(load, row);
    else if (*email == '\0')
        report_no_address(load, row);
    else
        report_unknown_address(load, row);
    return count == 1;
}

/* "Sam Fox and Tablet of the room": the others of all polls, with how many. */
static const char *names_of_others(const struct ballots_load *load, size_t *count)
{
    size_t most = 0;
    for (size_t i = 0; i < load->draft_count; i++)
        most += load->drafts[i].other_count;
    const char **names = arena_alloc(load->sheet.arena, most, sizeof *names);
    *count = 0;
    for (size_t i = 0; i < load->draft_count; i++)
        for (size_t j = 0; j < load->drafts[i].other_count; j++)
            names[(*count)++] = load->drafts[i].others[j].name;
    return text_list(load->sheet.arena, names, *count, "and");
}

void ballots_warn_of_others(const struct ballots_load *load)
{
    struct arena *arena = load->sheet.arena;
    size_t count = 0;
    const char *names = load->first_other == NULL ? NULL : names_of_others(load, &count);
    if (count == 0)
        return;
    struct wording unit = wording_public(load->unit);
    diag_add_wording(load->sheet.diag, SEVERITY_WARNING,
                     sheet_place(&load->sheet, load->first_other, COLUMN_EMAIL),
                     WORDING(arena, "Whoever represents a %s has to be in %s, with the address.",
                             unit, list_of(load)),
                     WORDING(arena,
                             count == 1 ? "%s is not in %s and represents no %s"
                                        : "%s are not in %s and represent no %s",
                             wording_of_row(names, "those who are not told"), list_of(load), unit));
}

/* --- What the list of voters says of it --- */

void ballots_read_address(const struct ballots_load *load, const struct row *row,
                          struct ballot *ballot)
{
    const struct voter_register *voters = load->reading->voters;
    ballot->role_given =
        *ballots_cell(load, row, COLUMN_ROLE) != '\0' || ballot->role == ROLE_PROXY;
    if (!sheet_has(&load->sheet, COLUMN_EMAIL))
        return;
    const char *email = address_read(load->sheet.arena, ballots_cell(load, row, COLUMN_EMAIL));
    ballot->details->email = *email == '\0' ? NULL : email;
    if (voters == NULL || ballot->member == NULL)
        return;
    if (ballot->details->email == NULL) {
        ballot->address = ADDRESS_BLANK;
        return;
    }
    const struct registered_voter *first = voters_at(voters, email);
    ballot->details->registered = voters_on(voters, email, ballot->member);
    if (ballot->details->registered == NULL)
        ballot->details->absent = voters_on(voters->absent, email, ballot->member);
    ballot->address = ballot->details->registered != NULL ? ADDRESS_LISTED
                      : ballot->details->absent != NULL   ? ADDRESS_ABSENT
                      : first != NULL                     ? ADDRESS_ELSEWHERE
                                                          : ADDRESS_UNKNOWN;
    if (ballot->address == ADDRESS_ELSEWHERE)
        ballot->details->elsewhere = first->member;
    if (ballot->details->registered != NULL && !ballot->role_given)
        ballot->role = ballot->details->registered->role;
}

bool ballots_will_be_refused(const struct ballot *ballot, unsigned voters, bool secret)
{
    const struct registered_voter *registered = ballot->details->registered;
    bool unlisted = ballot->address != ADDRESS_NOT_CHECKED && ballot->address != ADDRESS_LISTED;
    bool proxy = ballot->role == ROLE_PROXY;
    if (registered != NULL &&
        ((voters & (1U << registered->role)) == 0 || (registered->role == ROLE_PROXY) != proxy))
        return true;
    return unlisted || (voters & (1U << ballot->role)) == 0 || (secret && proxy);
}
