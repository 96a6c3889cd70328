/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/confusable.h"
#include "quorate/text.h"

/* The columns of ballots.csv, as people head them. */

#define PRACTICE_HEADERS "practice name;surgery;which practice do you represent"

#define VOTER_HEADERS                                                                              \
    "voted by;your name;full name;attendee;attended by;representative;name of representative;rep;" \
    "name of rep;attendees;delegate;delegates;represented by;members present"
#define FORM_VOTER_HEADERS "name1;name2;" VOTER_HEADERS

static const struct column ballot_columns[BALLOT_COLUMNS] = {
    [COLUMN_PRACTICE] = {.name = "practice",
                         .headers = PRACTICE_HEADERS,
                         .weak = "member;locality;locality name",
                         .required = true,
                         .instead = "code",
                         .of_a_form = true,
                         .names_the_row = true},
    [COLUMN_CODE] = {.name = "code", .headers = "practice code;ods code", .names_the_row = true},
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
    [COLUMN_RECEIVED] = {.name = "received",
                         .headers =
                             "completion time;timestamp;submitdate;submit date;date "
                             "submitted;submitted at;submission date;date received;received at",
                         .zoned = true},
    [COLUMN_MOTION] = {.name = "motion",
                       .headers = "question;resolution;proposal;agenda item;post;"
                                  "resolution text;motion text"},
    [COLUMN_DECISION] = {.name = "decision"},
    [COLUMN_REASON] = {.name = "reason"},
    [COLUMN_EMAIL] = {.name = "email",
                      .headers = "e mail;email address;e mail address;from address;sender",
                      .names_the_row = true},
    [COLUMN_ATTENDANCE] = {.name = "attendance",
                           .headers = "present;attended;attending;here;in attendance;"
                                      "attendance status;did you attend;did they attend;"
                                      "attended y n;attendance y n;present y n;in attendance y n;"
                                      "was present;"
                                      "present absent;attended meeting"},
    [COLUMN_APOLOGIES] = {.name = "apologies",
                          .headers = "apologies received;apologies sent;apologies given;apology;"
                                     "absent;not present;did not attend"},
    [COLUMN_PROXY] = {.name = "proxy",
                      .headers = "by proxy;proxy holder;proxy name;name of proxy;proxy vote;"
                                 "voted by proxy"},
    [COLUMN_OPENING] = {.name = "opening",
                        .headers = "at opening;at the opening;present at opening;"
                                   "present at the opening;there at the opening;"
                                   "present when it opened;present when the meeting opened"},
    [COLUMN_VOTES] = {.name = "votes",
                      .headers = "number of votes;no of votes",
                      .others = "notes;note;voters"},
};

size_t ballots_known(const struct heading_row *row)
{
    struct column wanted[BALLOT_COLUMNS];
    memcpy(wanted, ballot_columns, sizeof ballot_columns);
    wanted[COLUMN_PRACTICE].instead = "code;email";
    wanted[COLUMN_VOTE].headers = "choice;ballot;candidate;votes for";
    wanted[COLUMN_VOTE].instead = "attendance;apologies";
    return layout_of(row) != NULL ? row->count : headings_known(row, wanted, BALLOT_COLUMNS);
}

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

/* What to do about a sheet that may have a column for each motion; else NULL. */
static const char *several_votes_remedy(const struct ballots_load *load)
{
    const struct row *header = &load->sheet.table.header;
    struct buffer options = {.arena = load->sheet.arena};
    size_t motions = 0;
    for (size_t i = 0; i < header->count; i++) {
        if (!is_one_of_several(load->headings[i].folded))
            continue;
        motions++;
        buffer_format(&options, " --column vote=\"%s\"", row_cell(header, i)->text);
    }
    if (motions < 2)
        return NULL;
    return arena_format(
        load->sheet.arena,
        "If each is a motion, name them all:%s. Its cells are for, against, abstain "
        "or blank.",
        buffer_text(&options));
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
        const char *name = names->names[i].column;
        bool none = strcmp(name, COLUMN_NAME_NONE) == 0;
        if (strcmp(name, COLUMN_NAME_PRESENT) == 0)
            name = wanted[COLUMN_ATTENDANCE].name;
        for (size_t column = 0; column < BALLOT_COLUMNS; column++) {
            const char **list = none ? &wanted[column].others : &wanted[column].mapped;
            if (none || strcmp(wanted[column].name, name) == 0)
                *list = *list == NULL ? folded
                                      : arena_format(load->sheet.arena, "%s;%s", *list, folded);
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
    wanted[COLUMN_PRACTICE].called = unit;
    wanted[COLUMN_PRACTICE].headers =
        arena_format(arena, "%s;%s;%s name", PRACTICE_HEADERS, unit, unit);
    wanted[COLUMN_PRACTICE].required = load->reading->rules != NULL;
    wanted[COLUMN_PRACTICE].unsure = load->reading->rules == NULL;
    if (load->reading->voters != NULL || load->reading->voters_unreadable)
        wanted[COLUMN_PRACTICE].instead = "code;email";
    bool by_consensus = load->usual != NULL && load->usual->by_consensus;
    wanted[COLUMN_VOTE].required = !load->is_list && !load->reading->either && !by_consensus;
    map_columns(load, wanted);
    return wanted;
}

/* --- Whether the headings that --column and columns.csv name can be what they are named for --- */

static bool is_same_heading(const struct ballots_load *load, size_t one, size_t other)
{
    const struct column_name *names = load->reading->columns.names;
    return strcmp(names[one].column, names[other].column) != 0 &&
           text_same(load->sheet.arena, names[one].heading, names[other].heading);
}

/* One heading for two columns. */
static bool is_shared(const struct ballots_load *load, size_t name)
{
    const struct column_name *names = load->reading->columns.names;
    for (size_t i = 0; i < name; i++) {
        if (!is_same_heading(load, i, name))
            continue;
        const char *what = arena_format(
            load->sheet.arena, "the heading \"%s\" is given for the column \"%s\" and for \"%s\"",
            names[name].heading, names[i].column, names[name].column);
        diag_add_wording(
            load->sheet.diag, SEVERITY_ERROR,
            (struct place){.file = load->sheet.table.file, .line = load->sheet.table.header.line},
            wording_public("A heading is of one column. Keep the one that is right."),
            wording_public(what));
        return true;
    }
    return false;
}

/* A heading that was given by name and is not there: the wrong file, or a slip. */
static bool have_headings(const struct ballots_load *load)
{
    const struct column_names *names = &load->reading->columns;
    const struct row *header = &load->sheet.table.header;
    const char **headings = arena_alloc(load->sheet.arena, header->count, sizeof *headings);
    bool all = true;
    for (size_t i = 0; i < header->count; i++)
        headings[i] = row_cell(header, i)->text;
    for (size_t i = 0; i < names->count; i++) {
        bool there = !names->names[i].wanted;
        all = !is_shared(load, i) && all;
        for (size_t j = 0; j < header->count; j++)
            there = there || text_same(load->sheet.arena, headings[j], names->names[i].heading);
        if (there)
            continue;
        size_t nearest =
            text_nearest(load->sheet.arena, names->names[i].heading, headings, header->count);
        static const char copy[] =
            "Copy the heading from the first row of the file, between quotation marks.";
        const char *remedy =
            nearest == TEXT_NO_CHOICE
                ? copy
                : arena_format(load->sheet.arena, "%sDid you mean \"%s\"?",
                               text_look_alike(load->sheet.arena, names->names[i].heading,
                                               headings[nearest]),
                               headings[nearest]);
        const char *what =
            arena_format(load->sheet.arena,
                         "no column is headed \"%s\", which --column says is the column \"%s\"",
                         names->names[i].heading, names->names[i].column);
        diag_add_wording(load->sheet.diag, SEVERITY_ERROR,
                         (struct place){.file = load->sheet.table.file, .line = header->line},
                         wording_of_row(remedy, copy), wording_public(what));
        all = false;
    }
    return all;
}

/* Those that change the count without being asked for. */
static bool changes_count(enum ballot_column column)
{
    return column == COLUMN_ROLE || column == COLUMN_INTEREST || column == COLUMN_MOTION ||
           column == COLUMN_DECISION || column == COLUMN_NOTIFIED || column == COLUMN_EMAIL ||
           column == COLUMN_RECEIVED || column == COLUMN_ATTENDANCE || column == COLUMN_APOLOGIES ||
           column == COLUMN_PROXY || column == COLUMN_OPENING || column == COLUMN_VOTES;
}

static void report_taken(const struct ballots_load *load, size_t taken, size_t by)
{
    const struct row *header = &load->sheet.table.header;
    struct wording taken_column = wording_public(load->sheet.columns.wanted[taken].name);
    struct wording given = wording_public(load->sheet.columns.wanted[by].name);
    size_t cell = load->sheet.columns.at[by];
    ballots_report_cell(
        load, header, cell,
        WORDING(load->sheet.arena,
                "Take back what says that it is \"%s\", or rename the heading if it is not what it "
                "says.",
                given),
        WORDING(load->sheet.arena,
                "the heading %s is that of the column \"%s\", which would change the count, and is "
                "given for \"%s\"",
                wording_quote(load->sheet.arena, row_cell(header, cell)->text, "here"),
                taken_column, given));
}

/* False, with an error, when a column by which would be counted is given for another one. */
static bool keep_columns(const struct ballots_load *load)
{
    const struct columns *columns = &load->sheet.columns;
    bool all = true;
    for (size_t by = 0; by < columns->count; by++) {
        if (columns->at[by] == COLUMN_NONE)
            continue;
        const struct heading *heading = &load->headings[columns->at[by]];
        if (heading_rank_of(heading, &columns->wanted[by]) != HEADING_MAPPED)
            continue;
        for (size_t taken = 0; taken < columns->count; taken++) {
            if (taken == by || columns->at[taken] != COLUMN_NONE ||
                !changes_count((enum ballot_column)taken) ||
                !heading_is_of(heading, &columns->wanted[taken]))
                continue;
            report_taken(load, taken, by);
            all = false;
        }
    }
    return all;
}

/* --- Columns that are not used, and would have changed the count if they had been --- */

/* "Respondent role", "Designation" */
static bool speaks_of_roles(const struct heading *heading)
{
    static const char words[] = "role;roles;designation;capacity;job";
    return name_has_one_of(heading->folded, words);
}

/* Whether a cell says that the voter is more than a lead: a proxy, a practice manager; `of_roles`:
 * it stands where roles do, so that it is one whatever it is. */
static bool tells_role(const struct ballots_load *load, const char *text, bool of_roles)
{
    enum role role;
    const char *folded = text_fold(load->sheet.arena, text);
    if (ballots_names_a_role(folded) || ballots_is_other_job(folded))
        return true;
    if (of_roles && !role_read(load->sheet.arena, text, &role))
        return true;
    return role_read(load->sheet.arena, text, &role) && role != ROLE_LEAD && role != ROLE_OTHER;
}

static bool speaks_of_interests(const struct heading *heading)
{
    static const char words[] =
        "interest;interests;interested;conflict;conflicts;conflicted;doi;declaration;declarations;"
        "recused;recusal;coi;left room;left the room;stood aside;recusals";
    return name_has_one_of(heading->folded, words);
}

/* Asks whether the column is the one that it looks like; where that is there, what it leaves out
 * has to be written into it. */
static void ask_for_meaning(const struct ballots_load *load, size_t cell, const char *what,
                            enum ballot_column column)
{
    struct arena *arena = load->sheet.arena;
    const char *name = load->sheet.columns.wanted[column].name;
    bool there = sheet_has(&load->sheet, column);
    struct diag_answer *answers = arena_alloc(arena, 2, sizeof *answers);
    answers[0] = (struct diag_answer){WORDING(arena, "it tells %s", wording_public(what)),
                                      ballots_column_option(load, name, cell)};
    answers[1] = (struct diag_answer){wording_public("it is something else"),
                                      ballots_column_option(load, COLUMN_NAME_NONE, cell)};
    const char *asks = "What does it say?";
    if (there)
        asks = arena_format(arena, "Move what it says to the column \"%s\", and delete this one.",
                            name);
    ballots_ask_about(load, cell,
                      arena_format(arena, "this column may tell %s, and is not headed so", what),
                      (struct diag_question){wording_public(asks), answers + there, there ? 1 : 2});
}

static bool speaks_of_proxies(const struct heading *heading)
{
    return name_has_word(heading->folded, "proxy") || name_has_word(heading->folded, "proxies");
}

/* "On behalf of": a member that is named there is looked for in each row, and here whoever may be
 * one in other words. */
static bool speaks_for_others(const struct heading *heading)
{
    static const char words[] =
        "behalf;also votes for;voting for;delegated to;substitute for;standing in for";
    return name_has_one_of(heading->folded, words);
}

static bool may_be_another(const struct ballots_load *load, const char *text)
{
    static const char nobody[] = "nobody;no one;self;myself;own;same";
    return ballots_member_named(load, text) == NULL &&
           !name_is_one_of(text_fold(load->sheet.arena, text), nobody);
}

/* Whether the cell says that a proxy voted, or names one, in a row that does not say so itself. */
static bool tells_proxy(const struct ballots_load *load, const struct row *row, const char *text)
{
    struct arena *arena = load->sheet.arena;
    const char *folded = text_fold(arena, text);
    bool yes = true;
    enum role role;
    bool denied = (yes_or_no_read(arena, text, &yes) && !yes) || interest_is_denied(folded);
    bool told = *ballots_cell(load, row, COLUMN_PROXY) != '\0' ||
                (ballots_role(load, row, &role) && role == ROLE_PROXY);
    return !denied && !told;
}

/* Without its role a practice manager's vote would count as a lead's; and where addresses tell for
 * whom a row is, another column may tell otherwise. */
static bool means_nothing(const struct ballots_load *load, size_t cell)
{
    const struct heading *heading = &load->headings[cell];
    bool interests = speaks_of_interests(heading), proxies = speaks_of_proxies(heading);
    bool others = speaks_for_others(heading),
         roles = load->layout == NULL && speaks_of_roles(heading);
    bool of[BALLOT_COLUMNS] = {false};
    for (size_t i = 0; i < load->sheet.table.count; i++) {
        struct row row;
        const char *text = table_cell(&load->sheet.table, i, cell)->text;
        if (*text == '\0')
            continue;
        table_look(&load->sheet.table, i, &row);
        of[COLUMN_PRACTICE] |= load->by_address && ballots_member_named(load, text) != NULL;
        of[COLUMN_ROLE] |=
            *ballots_cell(load, &row, COLUMN_ROLE) == '\0' && tells_role(load, text, roles);
        of[COLUMN_PROXY] |=
            (proxies || (others && may_be_another(load, text))) && tells_proxy(load, &row, text);
        of[COLUMN_INTEREST] |= interests && *ballots_cell(load, &row, COLUMN_INTEREST) == '\0';
    }
    const struct {
        enum ballot_column column;
        const char *what;
    } meanings[] = {
        {COLUMN_PRACTICE, arena_format(load->sheet.arena, "the %s", load->units)},
        {COLUMN_PROXY, "who voted by proxy"},
        {COLUMN_ROLE, "the roles of the voters"},
        {COLUMN_INTEREST, "the declared interests"},
    };
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++) {
        if (!of[meanings[i].column])
            continue;
        ask_for_meaning(load, cell, meanings[i].what, meanings[i].column);
        return false;
    }
    return true;
}

/* False, with an error at its heading, when a column that is not used tells members, roles,
 * interests or absences that would have changed the count. */
static bool look_for_meaning(const struct ballots_load *load)
{
    bool sound = true;
    for (size_t cell = 0; cell < load->sheet.table.header.count; cell++)
        sound = (!ballots_is_unread(load, cell) || means_nothing(load, cell)) && sound;
    return sound;
}

/* --- The whole --- */

static const char outlook_remedy[] =
    "This is an export of Outlook. Add the columns \"practice\" and \"vote\" and fill them in from "
    "each e-mail; and \"received\", because the export does not say when an e-mail came, so it "
    "cannot prove that a vote came in time.";

bool ballots_find_columns(struct ballots_load *load)
{
    struct column *wanted = ballots_wanted(load);
    load->by_consensus = !load->is_list && ballots_are_by_consensus(load, wanted);
    load->is_list = load->is_list || load->by_consensus;
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
    if (load->layout != NULL)
        layout_prepare(load, load->layout, wanted);
    if (ballots_lack_headings(load, wanted) || !have_headings(load))
        return false;
    if (!ballots_find_side_by_side(load, wanted))
        return false;
    ballots_head_by_cells(load, wanted);
    bool found = columns_find(load->sheet.arena, load->sheet.diag, &load->sheet.table, wanted,
                              BALLOT_COLUMNS, &load->sheet.columns);
    if (found)
        columns_refuse_taken_out(load->sheet.arena, load->sheet.diag, &load->sheet.table,
                                 &load->sheet.columns);
    /* Whoever is there is there with all its votes, and a list is held against the roll. */
    if (found && load->is_list && sheet_has(&load->sheet, COLUMN_VOTES)) {
        load->sheet.columns.unused[load->sheet.columns.at[COLUMN_VOTES]] = true;
        load->sheet.columns.at[COLUMN_VOTES] = COLUMN_NONE;
    }
    ballots_turn_to_motion(load, 0);
    load->by_address = !sheet_has(&load->sheet, COLUMN_PRACTICE) &&
                       !sheet_has(&load->sheet, COLUMN_CODE) &&
                       sheet_has(&load->sheet, COLUMN_EMAIL);
    return ballots_none_swallowed(load) && found && keep_columns(load) && look_for_meaning(load) &&
           ballots_need_opening(load) && ballots_headings_agree(load) &&
           ballots_look_for_evidence(load) && ballots_look_for_votes_beside(load) &&
           ballots_look_at_times(load);
}
