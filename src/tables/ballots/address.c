/* SPDX-License-Identifier: MIT */
#include "internal.h"

/* From whom a ballot came, and what the list of voters says of that. */

void ballots_read_address(const struct ballots_load *load, const struct row *row,
                          struct ballot *ballot)
{
    const struct voter_register *voters = load->reading->voters;
    const char *email = address_read(load->sheet.arena, ballots_cell(load, row, COLUMN_EMAIL));
    ballot->role_given = *ballots_cell(load, row, COLUMN_ROLE) != '\0';
    ballot->email = *email == '\0' ? NULL : email;
    if (voters == NULL || ballot->member == NULL || !sheet_has(&load->sheet, COLUMN_EMAIL))
        return;
    if (ballot->email == NULL) {
        ballot->address = ADDRESS_BLANK;
        return;
    }
    const struct registered_voter *first = voters_at(voters, email);
    ballot->registered = voters_on(voters, email, ballot->member);
    ballot->address = ballot->registered != NULL ? ADDRESS_LISTED
                      : first != NULL            ? ADDRESS_ELSEWHERE
                                                 : ADDRESS_UNKNOWN;
    if (ballot->address == ADDRESS_ELSEWHERE)
        ballot->elsewhere = first->member;
    if (ballot->registered != NULL && !ballot->role_given)
        ballot->role = ballot->registered->role;
}

bool ballots_will_be_refused(const struct ballot *ballot, unsigned voters, bool secret)
{
    const struct registered_voter *registered = ballot->registered;
    bool unlisted = ballot->address != ADDRESS_NOT_CHECKED && ballot->address != ADDRESS_LISTED;
    bool proxy = ballot->role == ROLE_PROXY;
    if (registered != NULL &&
        ((voters & (1U << registered->role)) == 0 || (registered->role == ROLE_PROXY) != proxy))
        return true;
    return unlisted || (voters & (1U << ballot->role)) == 0 || (secret && proxy);
}
