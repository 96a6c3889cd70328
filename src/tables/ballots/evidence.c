/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/remark_words.h"
#include "quorate/text.h"

/*
 * A practice is there only on evidence: what other columns than those that are read say of it is
 * asked about, or it is an error, and never passed over.
 */

/* --- Headings that the cells explain --- */

/* Whether all filled cells are words of attendance, and how often each stands there. */
static bool holds_attendance(const struct ballots_load *load, size_t cell,
                             struct presences *presences)
{
    *presences = ballots_presences(load, cell);
    return presences->of[PRESENCE_UNTOLD] == 0 && presences->of[PRESENCE_BLANK] < presences->rows;
}

static bool tells_intentions(const struct presences *presences)
{
    return presences->of[PRESENCE_WILL_COME] + presences->of[PRESENCE_WILL_NOT] +
               presences->of[PRESENCE_MAY_COME] >
           0;
}

/* Whether crosses stand beside ticks or words, so that they can be a yes or a no. */
static bool crosses_are_unclear(const struct presences *presences)
{
    return presences->of[PRESENCE_CROSS] > 0 &&
           presences->of[PRESENCE_TICK] + presences->of[PRESENCE_THERE] +
                   presences->of[PRESENCE_YES] + presences->of[PRESENCE_AWAY] >
               0;
}

static void add_heading(const struct ballots_load *load, struct column *column, const char *folded)
{
    column->headers = arena_format(load->sheet.arena, "%s;%s", column->headers, folded);
}

void ballots_head_by_cells(struct ballots_load *load, struct column *wanted)
{
    static const char responses[] = "response;responses;reply";
    const struct row *header = &load->sheet.table.header;
    bool has_vote = ballots_has_heading(load, &wanted[COLUMN_VOTE], NULL);
    for (size_t i = 0; i < header->count; i++) {
        const char *folded = load->headings[i].folded;
        struct presences presences;
        if (strcmp(folded, "status") == 0 && holds_attendance(load, i, &presences) &&
            !tells_intentions(&presences))
            add_heading(load, &wanted[COLUMN_ATTENDANCE], folded);
        if (!has_vote && name_is_one_of(folded, responses) && ballots_holds_votes(load, i)) {
            add_heading(load, &wanted[COLUMN_VOTE], folded);
            has_vote = true;
        }
    }
    has_vote = has_vote || load->motion_count + load->word_count + load->side_count > 0;
    load->is_list = load->is_list || (load->reading->either && !has_vote);
    wanted[COLUMN_VOTE].required =
        !load->is_list && load->motion_count + load->word_count + load->side_count == 0;
}

/* --- Columns that nothing reads --- */

bool ballots_is_of_remarks(const char *folded)
{
    static const char names[] =
        "notes;note;comments;comment;remarks;remark;body;message;message text;email text;"
        "reply text;text of reply;condition;conditions;reason;phone;tel;mobile;address;fax;"
        "telephone;phone number;title;postcode;other;other please specify;question;questions;"
        "any other comments;any comments;further comments;feedback;explanation;any other business";
    return name_is_one_of(folded, names);
}

static bool is_of_intentions(const char *folded)
{
    static const char names[] =
        "rsvp;will attend;will you attend;can you attend;able to attend;coming;are you coming;"
        "invitation;invitation status;invited;invite;invitee;invited to attend;invite sent;"
        "invitation sent;expected;expected to attend;due to attend;meeting response;"
        "registration time;registration date;registration status;approval status;registered;"
        "registered on;registered at;date registered";
    return name_is_one_of(folded, names);
}

/* Whether nothing that is read says whether anybody was there. That no apologies were sent does not
 * say that somebody came. */
bool ballots_lack_evidence(const struct ballots_load *load, const struct row *row)
{
    return *ballots_cell(load, row, COLUMN_VOTE) == '\0' && !ballots_votes_on_another(load, row) &&
           !sheet_has(&load->sheet, COLUMN_ATTENDANCE) && !ballots_sent_apologies(load, row);
}

/* Whether a cell may say that nobody came, in whatever words. */
static bool hints_at_absence(struct arena *arena, const char *text)
{
    static const char first[] =
        "no;non;none;nil;nobody;apologies;apology;apols;apol;ap;absent;a;away;declined;denied;"
        "cancelled;regrets;vacant;vacancy;sick;leave;unable;cannot;cant;unavailable;withdrawn;"
        "excused;dna;didnt;missed;tbc";
    static const char anywhere[] =
        "not;never;apologies;absent;apols;ill;leave;unwell;holiday;only;went";
    const char *folded = text_fold(arena, text);
    enum presence presence = presence_read(arena, text);
    const char *word = name_first_word(arena, folded);
    if (presence == PRESENCE_AWAY || presence == PRESENCE_NO || presence == PRESENCE_WILL_NOT ||
        presence == PRESENCE_MAY_COME)
        return true;
    return (*folded == '\0' && presence == PRESENCE_UNTOLD) ||
           (*text == '0' && (text[1] < '0' || text[1] > '9') && text[1] != ':') ||
           (strchr(text, ':') != NULL && text[strspn(text, "0:")] == '\0') || /* it lasted */
           name_is_one_of(word, first) || name_has_one_of(folded, anywhere);
}

/* Whether the column may take anybody out who would count as there: by what it says, or by what it
 * leaves blank where other rows are filled. */
static bool may_change(const struct ballots_load *load, size_t cell, bool remarks)
{
    bool filled = false, blank = false;
    for (size_t i = 0; i < load->sheet.table.count; i++) {
        struct row row;
        table_look(&load->sheet.table, i, &row);
        const char *text = row_cell(&row, cell)->text;
        filled = filled || *text != '\0';
        if (!ballots_lack_evidence(load, &row))
            continue;
        if (*text != '\0' && hints_at_absence(load->sheet.arena, text))
            return true;
        blank = blank || *text == '\0';
    }
    return filled && blank && !remarks;
}

/* Whether some cell of the column of votes says nothing. */
static bool any_vote_is_blank(const struct ballots_load *load)
{
    size_t count = 0, at = load->sheet.columns.at[COLUMN_VOTE];
    const struct column_text *texts =
        at == COLUMN_NONE || load->word_count + load->side_count > 0
            ? NULL
            : table_texts(load->scratch, &load->sheet.table, at, &count);
    for (size_t i = 0; i < count; i++) {
        struct row row;
        table_look(&load->sheet.table, texts[i].first, &row);
        if (*ballots_cell(load, &row, COLUMN_VOTE) == '\0')
            return true;
    }
    return texts == NULL;
}

static bool any_lacks_evidence(const struct ballots_load *load)
{
    if (!any_vote_is_blank(load))
        return false;
    for (size_t i = 0; i < load->sheet.table.count; i++) {
        struct row row;
        table_look(&load->sheet.table, i, &row);
        if (ballots_lack_evidence(load, &row))
            return true;
    }
    return false;
}

static void ask(const struct ballots_load *load, size_t cell, bool intended)
{
    struct arena *arena = load->sheet.arena;
    struct diag_answer *answers = arena_alloc(arena, 4, sizeof *answers);
    size_t count = 2;
    answers[0] = (struct diag_answer){
        wording_public(intended ? "they came as they had said" : "it says who was there"),
        ballots_column_option(load, COLUMN_NAME_PRESENT, cell)};
    answers[1] = (struct diag_answer){
        wording_public("it says who was not"),
        ballots_column_option(load, load->sheet.columns.wanted[COLUMN_APOLOGIES].name, cell)};
    if (load->reading->either && !intended && ballots_may_hold_votes(load, cell))
        answers[count++] = (struct diag_answer){wording_public("it says how they voted"),
                                                ballots_column_option(load, "vote", cell)};
    answers[count++] = (struct diag_answer){
        wording_public(load->by_consensus ? "it says neither who was there nor who agreed"
                                          : "it says nothing of who was there"),
        ballots_column_option(load, COLUMN_NAME_NONE, cell)};
    ballots_ask_about(
        load, cell,
        intended ? "this column says who meant to come, not who came"
                 : "this column may say who was there, and is not headed so",
        (struct diag_question){wording_public(intended ? "Who came?" : "What does it say?"),
                               answers, count});
}

/* False when it had to be asked. What programs write of a meeting they write of those who came. */
static bool look_at(const struct ballots_load *load, size_t cell)
{
    if (load->by_consensus && load->agreements[cell] >= AGREEMENT_OF_THOSE_FOR)
        return true; /* its cells are looked at for what the heading says */
    const char *folded = load->headings[cell].folded;
    struct presences presences = ballots_presences(load, cell);
    bool intended = is_of_intentions(folded) || tells_intentions(&presences);
    if (load->layout != NULL || (!intended && !crosses_are_unclear(&presences) &&
                                 !may_change(load, cell, ballots_is_of_remarks(folded))))
        return true;
    ask(load, cell, intended);
    return false;
}

static bool has_heading(const struct ballots_load *load, const char *heading)
{
    const struct row *header = &load->sheet.table.header;
    for (size_t i = 0; i < header->count; i++)
        if (text_same(load->sheet.arena, row_cell(header, i)->text, heading))
            return true;
    return false;
}

/* What was answered is told in the report. */
static void note_answers(struct ballots_load *load)
{
    const struct column_names *names = &load->reading->columns;
    for (size_t i = 0; i < names->count; i++) {
        const char *column = names->names[i].column;
        const char *says = NULL;
        if (strcmp(column, COLUMN_NAME_NONE) == 0)
            says = "tells nothing of who was there or how they voted, and was not read";
        else if (strcmp(column, COLUMN_NAME_PRESENT) == 0)
            says = "says who was there";
        else if (strcmp(column, load->sheet.columns.wanted[COLUMN_APOLOGIES].name) == 0)
            says = "says who was not there";
        if (says == NULL || !has_heading(load, names->names[i].heading))
            continue;
        const char **note =
            ARENA_PUSH(load->sheet.arena, load->notes, load->note_count, load->note_capacity);
        *note = arena_format(load->sheet.arena, "As told, the column \"%s\" %s.",
                             names->names[i].heading, says);
    }
}

/* Which marks stand in the column. False, with an error, where a cross may be a yes or a no. */
static bool read_marks(const struct ballots_load *load, enum ballot_column column,
                       struct presences *presences)
{
    if (!sheet_has(&load->sheet, column))
        return true;
    size_t cell = load->sheet.columns.at[column];
    *presences = ballots_presences(load, cell);
    if (!crosses_are_unclear(presences))
        return true;
    ballots_report_cell(
        load, &load->sheet.table.header, cell,
        wording_public("Who came? Write yes and no in place of the marks."),
        wording_public("a cross stands beside ticks or words in this column, and can be a yes or a "
                       "no"));
    return false;
}

/* What the heading of this cell says of the rows. That of a column which is read is of no matter,
 * but where it says that an answer was sent by its time: "Submit Date". */
static enum testimony testimony_at(const struct ballots_load *load, size_t cell)
{
    size_t column = columns_at(&load->sheet.columns, cell);
    const char *folded = load->headings[cell].folded;
    enum testimony testimony = testimony_of(load->sheet.arena, folded);
    bool says = column == COLUMN_NONE || (column == COLUMN_RECEIVED && testimony == TESTIMONY_MET);
    return says && ballots_is_filled(load, cell) ? testimony : TESTIMONY_NONE;
}

bool ballots_look_for_evidence(struct ballots_load *load)
{
    size_t count = load->sheet.table.header.count;
    bool sound = true, lacking = any_lacks_evidence(load);
    load->testimonies = arena_alloc(load->sheet.arena, count, sizeof *load->testimonies);
    load->agreements = arena_alloc(load->sheet.arena, count, sizeof *load->agreements);
    load->others_named = arena_alloc(load->sheet.arena, count, sizeof *load->others_named);
    for (size_t cell = 0; cell < count; cell++) {
        if (ballots_is_told(load, cell) || ballots_is_vote(load, cell))
            continue;
        load->agreements[cell] = ballots_agreement_of(load, cell);
        load->testimonies[cell] = testimony_at(load, cell);
        bool tells = load->testimonies[cell] != TESTIMONY_NONE;
        bool may_tell_presence = lacking && load->testimonies[cell] != TESTIMONY_LEFT &&
                                 columns_at(&load->sheet.columns, cell) == COLUMN_NONE;
        sound = ballots_all_stayed(load, cell) && (!may_tell_presence || look_at(load, cell)) &&
                (tells || ballots_states_are_sound(load, cell)) && ballots_day_agrees(load, cell) &&
                ballots_kind_agrees(load, cell) && sound;
    }
    sound = read_marks(load, COLUMN_ATTENDANCE, &load->attendance) && sound;
    sound = read_marks(load, COLUMN_APOLOGIES, &load->apologies) && sound;
    sound = read_marks(load, COLUMN_OPENING, &load->openings) && sound;
    for (size_t i = 0; sheet_has(&load->sheet, COLUMN_VOTER) && i < load->sheet.table.count &&
                       !load->names_attendees;
         i++) {
        struct row row;
        table_look(&load->sheet.table, i, &row);
        load->names_attendees = *ballots_cell(load, &row, COLUMN_VOTER) != '\0';
    }
    note_answers(load);
    return sound;
}

/* --- Cells that deny their own row --- */

/* Whether the column has been read for what it says, so that none of its cells is a remark. */
static bool is_read(const struct ballots_load *load, size_t cell)
{
    size_t column = columns_at(&load->sheet.columns, cell);
    if (column == COLUMN_RECEIVED)
        return load->testimonies[cell] == TESTIMONY_NONE;
    return column != COLUMN_NONE ? column != COLUMN_REASON && column != COLUMN_VOTER
                                 : !ballots_is_unread(load, cell);
}

static bool contradicts(const struct ballots_load *load, const struct row *row, enum remark kind,
                        const struct ballot *ballot)
{
    if (ballot->vote == VOTE_ABSENT) /* it came when the meeting opened, and left */
        return kind == REMARK_CAME_LATER;
    switch (kind) {
    case REMARK_AWAY:
    case REMARK_OUT:
    case REMARK_CAME_LATER:
    case REMARK_OPEN:
        return true;
    case REMARK_LATE:
        return !load->is_list || load->reading->closes.given;
    case REMARK_AFTERWARDS:
        return !load->is_list && load->usual != NULL && !load->usual->by_reply;
    case REMARK_CAME_LATE: /* to a meeting, where it was there in time to vote */
        return load->reading->closes.given ||
               (!load->is_list && load->usual != NULL && load->usual->by_reply);
    case REMARK_PROXY:
        return ballot->role != ROLE_PROXY;
    case REMARK_INTEREST:
        return !ballot->interest;
    case REMARK_LEFT: /* a program's list of who joined has its own doubt told */
        return load->layout == NULL && ballot->vote == VOTE_PRESENT &&
               !ballots_votes_on_another(load, row) &&
               (!load->is_list || *ballots_cell(load, row, COLUMN_VOTE) == '\0');
    case REMARK_NONE:
        break;
    }
    return false;
}

/* Whether a share of an answer is not the whole of it: of "100", "100 %" and what is no number it
 * is not. */
static bool is_part(const char *text)
{
    static const char whole[] = "100";
    if (*text < '0' || *text > '9')
        return *text == '\0';
    return strncmp(text, whole, strlen(whole)) != 0 || (text[3] >= '0' && text[3] <= '9');
}

/* A no or nothing under "eligible" or "confirmed by". */
static bool is_unmet(struct arena *arena, const char *text)
{
    static const char lacking[] = "missing;unsigned;outstanding;awaited;lacking;illegible";
    enum presence presence = presence_read(arena, text);
    if (name_is_one_of(text_fold(arena, text), lacking))
        return true;
    return presence == PRESENCE_BLANK || presence == PRESENCE_NO || presence == PRESENCE_CROSS ||
           hints_at_absence(arena, text);
}

/* A mark under a heading such as "withdrawn", a no under "valid" or "attended the meeting". */
static bool is_struck_out(const struct ballots_load *load, const struct row *row, size_t cell,
                          const struct ballot *ballot)
{
    struct arena *arena = load->sheet.arena;
    const char *text = row_cell(row, cell)->text;
    enum presence presence;
    if (ballot->vote == VOTE_ABSENT)
        return false;
    switch (load->testimonies[cell]) {
    case TESTIMONY_OUT:
        return !presence_denies(arena, text);
    case TESTIMONY_IN:
        presence = presence_read(arena, text);
        return presence != PRESENCE_YES && presence != PRESENCE_TICK;
    case TESTIMONY_THERE:
        return *text != '\0' && hints_at_absence(arena, text);
    case TESTIMONY_MET:
        return is_unmet(arena, text);
    case TESTIMONY_PROGRESS:
        return is_part(text);
    case TESTIMONY_LEFT: /* a vote is evidence that it was still there */
        return !presence_denies(arena, text) && contradicts(load, row, REMARK_LEFT, ballot);
    case TESTIMONY_ABSTAINED:
        return ballot->vote != VOTE_ABSTAIN && !presence_denies(arena, text);
    case TESTIMONY_WEIGHT: /* "Count": what it counts, but by a word whether it does */
        return *text != '0' && presence_read(arena, text) == PRESENCE_NO;
    case TESTIMONY_SIZE:
    case TESTIMONY_LOCALITY:
    case TESTIMONY_AREA:
    case TESTIMONY_NONE:
        break;
    }
    return false;
}

/* What to do where it is so; else the cell, or its column, is of something else. */
static const char *remedy_of(const struct ballots_load *load, enum remark kind)
{
    if (kind == REMARK_PROXY)
        return "If a proxy cast it, write proxy under \"role\" and who that was under \"voter\"";
    if (kind == REMARK_LEFT)
        return "If nobody was there any more when it was voted, write absent or delete the row";
    if (kind == REMARK_CAME_LATER)
        return "If they were not there when the meeting opened, write no under \"opening\"";
    if (kind == REMARK_INTEREST)
        return "If there is an interest, write yes under \"interest\"";
    if (kind == REMARK_OPEN)
        return "Find out what it says of the row, and correct or delete that if need be";
    return load->is_list ? "If nobody was there, write absent or delete the row"
                         : "If it does not count, delete the row (or write absent, where nobody "
                           "was there)";
}

void ballots_report_remark(const struct ballots_load *load, const struct row *row, size_t cell,
                           const char *remedy, struct wording what)
{
    struct arena *arena = load->sheet.arena;
    struct wording whole =
        WORDING(arena, "%s; else take this out of the cell", wording_public(remedy));
    if (load->testimonies[cell] != TESTIMONY_NONE ||
        columns_at(&load->sheet.columns, cell) == COLUMN_NONE)
        whole = ballots_or_nothing(load, whole, cell);
    ballots_report_cell(load, row, cell, WORDING(arena, "%s.", whole), what);
}

static void report_denial(const struct ballots_load *load, const struct row *row, size_t cell,
                          enum remark kind, struct wording what)
{
    ballots_report_remark(load, row, cell, remedy_of(load, kind), what);
}

/* A number under "list size" or "votes" by which the row will not be counted. What is no number is
 * a remark. */
static bool is_another_weight(const struct ballots_load *load, const char *text, size_t cell,
                              const struct member *member)
{
    struct arena *arena = load->sheet.arena;
    const struct roll *roll = load->reading->roll;
    long long number = 0;
    unsigned places = text_decimal_places(text);
    if (text_decimal(text, places, RATIO_QUANTITY_MOST, &number) != NUMBER_OK)
        return false;
    const char *weight = number_canonical(arena, number, places);
    if (roll->has_list_sizes && strcmp(weight, number_canonical(arena, member->list_size, 0)) == 0)
        return false;
    if (load->testimonies[cell] == TESTIMONY_SIZE)
        return roll->has_list_sizes;
    return strcmp(weight, "1") != 0 &&
           (!roll->has_votes ||
            strcmp(weight, number_canonical(arena, member->votes, roll->vote_places)) != 0);
}

/* "the list size of X is 3,661": what the roll has in its place. */
static const char *weight_told(const struct ballots_load *load, size_t cell,
                               const struct member *member)
{
    struct arena *arena = load->sheet.arena;
    const struct roll *roll = load->reading->roll;
    if (load->testimonies[cell] == TESTIMONY_WEIGHT && roll->has_votes)
        return arena_format(arena, "the votes of %s are %s", member->name,
                            number_canonical_grouped(arena, member->votes, roll->vote_places));
    if (!roll->has_list_sizes)
        return arena_format(arena, "%s has 1 vote", member->name);
    return arena_format(arena, "the %s of %s is %s", roll->terms.size, member->name,
                        number_grouped(arena, member->list_size));
}

/* False, with an error, where a column that nothing reads has another weight for the row. */
static bool weight_agrees(const struct ballots_load *load, const struct row *row, size_t cell,
                          const struct ballot *ballot)
{
    struct arena *arena = load->sheet.arena;
    const struct member *member = ballot->member;
    const char *text = row_cell(row, cell)->text;
    if (!is_another_weight(load, text, cell, member))
        return true;
    load->sheet.columns.unused[cell] = false;
    const char *weight = weight_told(load, cell, member);
    ballots_report_cell(
        load, row, cell,
        WORDING(arena,
                "What a vote weighs is worked out from the roll, and not read here. Correct the "
                "one that is wrong, or add %s to the command if the column may differ.",
                ballots_column_option(load, COLUMN_NAME_NONE, cell)),
        WORDING(arena, "%s stands under %s, and %s", wording_quote(arena, text, "a number"),
                ballots_quote_heading(load, cell), wording_of_row(weight, "the roll has another")));
    return false;
}

enum remark_place ballots_remark_place(const struct ballots_load *load, size_t cell)
{
    struct arena *arena = load->sheet.arena;
    size_t column = columns_at(&load->sheet.columns, cell);
    const char *folded = load->headings[cell].folded;
    if (column == COLUMN_VOTER)
        return REMARK_OF_NAME;
    if (testimony_is_of_state(arena, folded) || ballots_is_of_state(folded))
        return REMARK_OF_STATE;
    return column == COLUMN_REASON || ballots_is_of_remarks(folded) || heading_is_of_remarks(folded)
               ? REMARK_OF_ANYTHING
               : REMARK_ELSEWHERE;
}

/* False, with an error, where the cell says by itself that its row does not count. */
static bool remark_agrees(const struct ballots_load *load, const struct row *row, size_t cell,
                          const struct ballot *ballot)
{
    struct arena *arena = load->sheet.arena;
    const char *text = row_cell(row, cell)->text;
    enum remark kind = remark_read(arena, text, ballots_remark_place(load, cell));
    const char *heading = load->headings[cell].folded;
    if (kind == REMARK_NONE && *heading != '\0' && heading_is_of_standing(heading) &&
        !name_has_word(heading, "practice") && remark_is_of_no_member(text_fold(arena, text)))
        kind = REMARK_OUT;
    if (ballot->at_opening && (kind == REMARK_LATE || kind == REMARK_CAME_LATE ||
                               (kind == REMARK_AWAY && ballot->vote == VOTE_ABSENT)))
        kind = REMARK_CAME_LATER;
    if (!contradicts(load, row, kind, ballot))
        return true;
    report_denial(
        load, row, cell, kind,
        WORDING(arena, "%s stands here, and %s", wording_quote(arena, text, "this"),
                wording_public(kind == REMARK_CAME_LATER ? "they were there when the meeting opened"
                                                         : "the row would count")));
    return false;
}

/* False, with an error, where a remark has another vote than its row: "should be against". */
static bool vote_agrees(const struct ballots_load *load, const struct row *row, size_t cell,
                        const struct ballot *ballot)
{
    struct arena *arena = load->sheet.arena;
    enum remark_place place = ballots_remark_place(load, cell);
    const char *text = row_cell(row, cell)->text;
    enum vote vote;
    if (load->is_list || load->layout != NULL || ballot->vote > VOTE_ABSTAIN ||
        ballot->vote == VOTE_CANDIDATE ||
        (place != REMARK_OF_ANYTHING && place != REMARK_OF_NAME) ||
        !remark_names_vote(arena, place == REMARK_OF_NAME ? remark_behind_name(arena, text) : text,
                           &vote) ||
        vote == ballot->vote)
        return true;
    ballots_report_remark(load, row, cell, "If that is how they voted, correct the vote",
                          WORDING(arena, "%s stands here, and the row has another vote",
                                  wording_quote(arena, text, "a vote")));
    return false;
}

/* False, with an error, where the cell names another member than its row is of: that may have no
 * row of its own. Told once of a column. */
static bool members_agree(const struct ballots_load *load, const struct row *row, size_t cell,
                          const struct ballot *ballot)
{
    struct arena *arena = load->sheet.arena;
    const char *text = row_cell(row, cell)->text;
    bool is_name = columns_at(&load->sheet.columns, cell) == COLUMN_VOTER;
    if (load->layout != NULL || load->others_named[cell] ||
        (is_name && ballot->role == ROLE_PROXY) || /* who comes from where he likes */
        remark_names_another(load, is_name ? remark_behind_name(arena, text) : text,
                             ballot->member) == NULL)
        return true;
    load->others_named[cell] = true;
    ballots_report_remark(
        load, row, cell,
        arena_format(arena, "If it is of them too, give each %s a row of its own", load->unit),
        WORDING(arena, "%s names another %s than its row is of", wording_quote(arena, text, "this"),
                wording_public(load->unit)));
    return false;
}

/* The locality or the area of which the row counts, where a column says that it is of another; else
 * NULL. */
static const char *place_of_count(const struct ballots_load *load, const char *text, size_t cell,
                                  const struct member *member)
{
    const struct rules *rules = load->reading->rules;
    switch (load->testimonies[cell]) {
    case TESTIMONY_LOCALITY:
        return rules == NULL || ballots_may_be_locality(load, text) ? NULL : rules->locality->text;
    case TESTIMONY_AREA:
        return member->area == NULL || text_same(load->scratch, text, member->area) ? NULL
                                                                                    : member->area;
    default:
        return NULL;
    }
}

/* False, with an error, where the row says that it is of another locality or area. Told once of a
 * column. */
static bool places_agree(const struct ballots_load *load, const struct row *row, size_t cell,
                         const struct ballot *ballot)
{
    struct arena *arena = load->sheet.arena;
    const char *text = row_cell(row, cell)->text;
    const char *own = load->others_named[cell] || *text == '\0'
                          ? NULL
                          : place_of_count(load, text, cell, ballot->member);
    if (own == NULL)
        return true;
    load->others_named[cell] = true;
    ballots_report_remark(load, row, cell, "If it is of another body's vote, delete the row",
                          WORDING(arena, "%s stands under %s, and the row counts in %s",
                                  wording_quote(arena, text, "another"),
                                  ballots_quote_heading(load, cell),
                                  wording_of_row(own, "its own")));
    return false;
}

/* False, with an error, where the cell says that its row does not count, or counts otherwise. */
static bool cell_agrees(const struct ballots_load *load, const struct row *row, size_t cell,
                        const struct ballot *ballot)
{
    struct arena *arena = load->sheet.arena;
    const char *text = row_cell(row, cell)->text;
    bool out = is_struck_out(load, row, cell, ballot);
    if (!out &&
        (load->testimonies[cell] == TESTIMONY_SIZE || load->testimonies[cell] == TESTIMONY_WEIGHT))
        return weight_agrees(load, row, cell, ballot);
    if (out) {
        struct wording heading = ballots_quote_heading(load, cell);
        report_denial(
            load, row, cell, load->testimonies[cell] == TESTIMONY_LEFT ? REMARK_LEFT : REMARK_OUT,
            *text == '\0'
                ? WORDING(arena, "this is blank under %s, and the row would count", heading)
                : WORDING(arena, "%s stands under %s, and the row would count",
                          wording_quote(arena, text, "this"), heading));
        return false;
    }
    if (*text == '\0')
        return true;
    if (!remark_agrees(load, row, cell, ballot) || !vote_agrees(load, row, cell, ballot) ||
        !members_agree(load, row, cell, ballot) || !places_agree(load, row, cell, ballot))
        return false;
    if (load->layout == NULL && columns_at(&load->sheet.columns, cell) != COLUMN_VOTER &&
        remark_may_deny(arena, text, ballot))
        diag_add_wording(load->sheet.diag, SEVERITY_WARNING,
                         sheet_cell_place(&load->sheet, row, cell),
                         wording_public("If that is what it says, correct the row."),
                         WORDING(arena, "%s stands beside a row that counts",
                                 wording_quote(arena, text, "this")));
    return true;
}

void ballots_find_remarks(struct ballots_load *load)
{
    size_t count = load->sheet.table.header.count;
    load->remarks = arena_alloc(load->scratch, count, sizeof *load->remarks);
    for (size_t cell = 0; cell < count; cell++)
        if (!is_read(load, cell))
            load->remarks[load->remark_count++] = cell;
}

/* In a list of who came, a name that is none, or is missing where others stand. */
static bool somebody_is_named(const struct ballots_load *load, const struct row *row)
{
    static const char none[] =
        ";none;n a;na;vacant;vacancy;nil;nobody;no one;noone;tbc;tba;unknown;not known";
    const char *text = ballots_cell(load, row, COLUMN_VOTER);
    bool named = *text == '\0' ? !load->names_attendees
                               : strpbrk(text, "0123456789") != text &&
                                     !name_is_one_of(text_fold(load->sheet.arena, text), none);
    if (named || !load->is_list || !ballots_lack_evidence(load, row) ||
        *ballots_cell(load, row, COLUMN_ROLE) != '\0')
        return true;
    ballots_report(
        load, row, COLUMN_VOTER,
        wording_public("Nothing else in the row says whether anybody was there. Write who "
                       "came, or delete the row."),
        *text == '\0' ? wording_public("nobody is named here, and somebody is in other rows")
                      : WORDING(load->sheet.arena, "%s is nobody's name",
                                ballots_quote(load, row, COLUMN_VOTER)));
    return false;
}

bool ballots_nothing_denies(const struct ballots_load *load, const struct row *row,
                            const struct ballot *ballot)
{
    if (ballot->vote == VOTE_ABSENT && !ballot->at_opening)
        return true;
    bool sound = ballot->vote == VOTE_ABSENT || somebody_is_named(load, row);
    for (size_t i = 0; i < load->remark_count; i++)
        sound = cell_agrees(load, row, load->remarks[i], ballot) && sound;
    return sound;
}
