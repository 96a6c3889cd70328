/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "ballots_internal.h"
#include "quorate/text.h"

/* The columns of ballots.csv, as people head them. */

#define PRACTICE_HEADERS                                                                           \
    "practice name;surgery;which practice do you represent;member;locality;locality name"

#define VOTER_HEADERS                                                                              \
    "voted by;your name;full name;attendee;attended by;representative;name of representative;rep;" \
    "name of rep"
#define FORM_VOTER_HEADERS "name1;name2;" VOTER_HEADERS

static const struct column ballot_columns[BALLOT_COLUMNS] = {
    [COLUMN_PRACTICE] = {.name = "practice",
                         .headers = PRACTICE_HEADERS,
                         .required = true,
                         .or_next = true, /* the code */
                         .of_a_form = true},
    [COLUMN_CODE] = {.name = "code", .headers = "practice code;ods code"},
    [COLUMN_VOTE] = {.name = "vote", .headers = "choice;ballot;candidate", .required = true},
    [COLUMN_ROLE] = {.name = "role",
                     .headers = "capacity;position;job title;attending as;role at practice"},
    [COLUMN_VOTER] = {.name = "voter", .headers = "name;" VOTER_HEADERS},
    [COLUMN_NOTIFIED] = {.name = "notified"},
    [COLUMN_INTEREST] = {.name = "interest",
                         .headers = "declared interest;conflict;conflict of interest;interests;"
                                    "declared interests;interest declared;any interest;"
                                    "declaration of interest;declaration of interests;"
                                    "conflicts of interest"},
    [COLUMN_RECEIVED] = {.name = "received", .headers = "completion time;timestamp"},
    [COLUMN_MOTION] = {.name = "motion", .headers = "question;resolution"},
    [COLUMN_DECISION] = {.name = "decision"},
    [COLUMN_REASON] = {.name = "reason"},
    [COLUMN_EMAIL] = {.name = "email",
                      .headers = "e mail;email address;e mail address;from address;sender"},
    [COLUMN_ATTENDANCE] = {.name = "attendance", .headers = "present;attended;attending"},
};

/* Whether a heading is a thing with a number or a letter behind it: "Motion 2", "Resolution B". */
static bool is_one_of_several(const char *folded)
{
    static const char *const things[] = {"motion",   "resolution", "question",    "vote",
                                         "proposal", "item",       "agenda item", "ballot"};
    for (size_t i = 0; i < sizeof things / sizeof *things; i++) {
        size_t length = strlen(things[i]);
        if (strncmp(folded, things[i], length) == 0 && folded[length] == ' ')
            return true;
    }
    return false;
}

/* What to do about a sheet that has a column for each motion, or for each word; else NULL. */
static const char *several_votes_remedy(const struct ballots_load *load)
{
    const struct row *header = &load->sheet.table.header;
    size_t motions = 0, words = 0;
    for (size_t i = 0; i < header->count; i++) {
        const char *folded = text_fold(load->sheet.arena, header->cells[i].text);
        enum vote vote;
        motions += is_one_of_several(folded);
        words += vote_read(load->sheet.arena, folded, &vote) || strcmp(folded, "abstentions") == 0;
    }
    if (motions > 1)
        return arena_format(load->sheet.arena,
                            "Write one row for each %s and motion, with the word (for, against, "
                            "abstain) in a column \"vote\" and the motion in a column \"motion\".",
                            load->unit);
    if (words > 1)
        return arena_format(load->sheet.arena,
                            "Write one row for each %s and motion, with the word (for, against, "
                            "abstain) in a column \"vote\", not a tick.",
                            load->unit);
    return NULL;
}

const char *ballots_column_name(enum ballot_column column)
{
    return ballot_columns[column].name;
}

/* The headings that this body has for its columns go before the usual ones. */
static void map_columns(const struct ballots_load *load, struct column *wanted)
{
    const struct column_names *names = &load->reading->columns;
    for (size_t i = 0; i < names->count; i++) {
        const char *folded = text_fold(load->sheet.arena, names->names[i].heading);
        for (size_t column = 0; column < BALLOT_COLUMNS; column++) {
            const char **mapped = &wanted[column].mapped;
            if (strcmp(wanted[column].name, names->names[i].column) == 0)
                *mapped = *mapped == NULL
                              ? folded
                              : arena_format(load->sheet.arena, "%s;%s", *mapped, folded);
        }
    }
}

/* Without the rules it is not known what the members are called. */
struct column *ballots_wanted(const struct ballots_load *load)
{
    struct arena *arena = load->sheet.arena;
    struct column *wanted = arena_alloc(arena, BALLOT_COLUMNS, sizeof *wanted);
    memcpy(wanted, ballot_columns, sizeof ballot_columns);
    const char *unit = text_fold(arena, load->unit);
    wanted[COLUMN_PRACTICE].headers =
        arena_format(arena, "%s;%s;%s name", PRACTICE_HEADERS, unit, unit);
    wanted[COLUMN_PRACTICE].required = load->reading->rules != NULL;
    wanted[COLUMN_PRACTICE].unsure = load->reading->rules == NULL;
    wanted[COLUMN_VOTE].required = !load->reading->attendance;
    map_columns(load, wanted);
    return wanted;
}

size_t ballots_wanted_count(const struct ballots_load *load)
{
    return load->reading->attendance ? BALLOT_COLUMNS : COLUMN_ATTENDANCE;
}

static const char outlook_remedy[] =
    "This is an export of Outlook. Add the columns \"practice\" and \"vote\" and fill them in from "
    "each e-mail; and \"received\", because the export does not say when an e-mail came, so it "
    "cannot prove that a vote came in time.";

bool ballots_find_columns(struct ballots_load *load)
{
    struct column *wanted = ballots_wanted(load);
    wanted[COLUMN_VOTE].missing = several_votes_remedy(load);
    if (ballots_of_microsoft_forms(load)) {
        /* A question that is called "Name" becomes "Name2" beside the account's own name. */
        wanted[COLUMN_VOTER].headers = FORM_VOTER_HEADERS;
        wanted[COLUMN_VOTER].weak = "name";
    }
    if (ballots_of_outlook(load)) {
        wanted[COLUMN_PRACTICE].missing = outlook_remedy;
        wanted[COLUMN_VOTE].missing = outlook_remedy;
    }
    if (!ballots_have_headings(load))
        return false;
    bool found = columns_find(load->sheet.arena, load->sheet.diag, &load->sheet.table, wanted,
                              ballots_wanted_count(load), &load->sheet.columns);
    return ballots_none_swallowed(load) && found && ballots_keep_columns(load) &&
           ballots_look_for_meaning(load) && ballots_look_at_times(load);
}
