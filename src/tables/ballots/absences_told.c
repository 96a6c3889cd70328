/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <strings.h>

#include "internal.h"
#include "quorate/names.h"
#include "quorate/text.h"

/* What lines above the headings tell of people: that they sent apologies, "Apologies: Dr A, Dr B",
 * and that the rows are of those who were asked and not of those who came, "Distribution list". */

#define TOLD_MOST       ((size_t)1024) /* bytes of a line that is looked through for people */
#define SURNAME_LETTERS ((size_t)2)    /* one letter alone is nobody's */

/* What stands behind "Apologies:" or "Apologies from"; NULL for none. */
static const char *who_were_away(struct arena *arena, const struct title_line *title)
{
    static const char labels[] =
        "apologies;apologies from;apologies received;apologies received from;"
        "apologies for absence;sent apologies;apols;absent;not present;did not attend;"
        "unable to attend;absent with apologies";
    static const char *const openings[] = {"apologies from ", "apologies received from ",
                                           "apologies for absence from ",
                                           "apologies were received from "};
    for (size_t i = 0; i < COUNT(openings); i++)
        if (strncasecmp(title->text, openings[i], strlen(openings[i])) == 0)
            return title->text + strlen(openings[i]);
    return ballots_behind_label(arena, title->text, labels);
}

/* Whether one of the people of a list, "Dr A Smith, B Jones and C Pond (Ash)", may be the voter. */
static bool lists(struct arena *arena, const char *people, const char *voter)
{
    static const char between[] = ",;&(/", both[] = " and ";
    bool found = false;
    while (*people != '\0' && !found) {
        size_t length = strcspn(people, between);
        const char *and = strstr(people, both);
        if (and != NULL && (size_t)(and-people) < length)
            length = (size_t)(and-people);
        const char *name = text_fold(arena, arena_copy(arena, people, length));
        found = strlen(name_last_word(name)) >= SURNAME_LETTERS &&
                people_may_be_one(arena, name, voter);
        people += length;
        if (*people == '(')
            people += strcspn(people, ")");
        people += strncmp(people, both, strlen(both)) == 0 ? strlen(both) : *people != '\0';
    }
    return found;
}

static bool report(const struct ballots_load *load, const struct title_line *title,
                   struct wording remedy, struct wording what)
{
    struct arena *arena = load->sheet.arena;
    diag_add_wording(load->sheet.diag, SEVERITY_ERROR, title->place,
                     WORDING(arena, "%s; else %s.", remedy, wording_public(title->rid)),
                     WORDING(arena, "%s, and %s", title->words, what));
    return false;
}

/* False, with an error, where somebody who was away by the line is there by a row of the motion. */
static bool stayed_away(const struct ballots_load *load, const struct poll_draft *draft,
                        const struct title_line *title, const char *people)
{
    struct ballot_walk walk = draft_walk(load, draft);
    while (ballot_next(&walk)) {
        const struct ballot ballot = walk_ballot(&walk);
        const char *voter = ballot.details->voter;
        if (ballot.vote == VOTE_ABSENT || voter == NULL ||
            !lists(load->scratch, people, text_fold(load->scratch, voter)))
            continue;
        struct arena *arena = load->sheet.arena;
        const char *row = arena_format(arena, "the row on line %u", (unsigned)ballot.line);
        return report(load, title,
                      wording_public("If they were away, write absent into their row or delete it"),
                      WORDING(arena, "%s is there by %s",
                              wording_quote(arena, voter, "somebody of them"),
                              wording_of_row(row, "a row")));
    }
    return true;
}

static bool lists_those_asked(struct arena *arena, const char *folded)
{
    static const char names[] =
        "invitation list;invitations;invitees;invited;list of invitees;distribution;"
        "distribution list;circulation;circulation list;mailing list;contact list;contacts;"
        "membership list;list of members;expected;expected attendees;expected to attend;"
        "attendance expected;rsvp;rsvps;acceptances";
    const char *left = names, *name;
    bool is = name_is_one_of(folded, names);
    while (!is && (name = name_take_listed(arena, &left)) != NULL)
        is = strchr(name, ' ') != NULL && name_ends_with(folded, name);
    return is;
}

/* Whether the rows say by themselves who of them came. */
static bool tells_who_came(const struct ballots_load *load)
{
    return !load->is_list || sheet_has(&load->sheet, COLUMN_ATTENDANCE) ||
           sheet_has(&load->sheet, COLUMN_APOLOGIES) || sheet_has(&load->sheet, COLUMN_OPENING) ||
           sheet_has(&load->sheet, COLUMN_VOTE);
}

void ballots_hold_absences(const struct ballots_load *load)
{
    bool by_reply = load->usual != NULL && load->usual->by_reply;
    for (size_t i = 0; i < load->title_count && !(by_reply && !load->is_list); i++) {
        const struct title_line *title = &load->titles[i];
        if (strnlen(title->text, TOLD_MOST + 1) > TOLD_MOST)
            continue;
        if (!tells_who_came(load) && lists_those_asked(load->scratch, title->folded))
            (void)report(
                load, title,
                wording_public("Say of each row in a column \"present\" whether they came"),
                wording_public("the rows would count as those who came"));
        const char *people = who_were_away(load->scratch, title);
        bool agree = true;
        for (size_t j = 0; j < load->draft_count && people != NULL && agree; j++)
            agree = stayed_away(load, &load->drafts[j], title, people);
    }
}
