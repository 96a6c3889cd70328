/* SPDX-License-Identifier: MIT */
#include "ballot_template.h"

#include <assert.h>
#include <ctype.h>
#include <strings.h>

#include "quorate/cell.h"
#include "quorate/text.h"
#include "quorate/workbook_make.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define LINE_END        "\r\n"

#define LISTS_MOST 26 /* of words to choose from: roles, and the votes on each post */

enum template_column {
    COLUMN_PRACTICE,
    COLUMN_CODE,
    COLUMN_MOTION,
    COLUMN_VOTE,
    COLUMN_ROLE,
    COLUMN_VOTER,
    COLUMN_NOTIFIED,
    COLUMN_INTEREST,
    COLUMN_RECEIVED,
    COLUMN_OPENING,
    COLUMN_REASON,
    TEMPLATE_COLUMNS,
};

/* ---- Which columns */

/* Whether a spreadsheet keeps the text when it opens the table and saves it: it makes numbers of
 * 0123 and 1E5, and days of MAR1 and 1-2. Practices' codes (K84035) are kept. */
static bool survives_a_spreadsheet(const char *code)
{
    return isalpha((unsigned char)code[0]) && strcasecmp(code, "true") != 0 &&
           strcasecmp(code, "false") != 0 && date_month_of(code, 3) == 0;
}

/* The name alone tells the member, so codes are left out where they would come back as others. */
static bool has_codes(const struct roll *roll)
{
    bool any = false;
    for (size_t i = 0; i < roll->count; i++) {
        const char *code = roll->members[i].code;
        if (code != NULL && !survives_a_spreadsheet(code))
            return false;
        any = any || code != NULL;
    }
    return any;
}

static bool proxies_may_vote(const struct ruleset *rules)
{
    return (rules->one[RULE_VOTERS]->as.roles & 1U << ROLE_PROXY) != 0 &&
           rules->one[RULE_PROXY]->as.proxy != PROXY_NONE;
}

/* Whether the rules themselves go by the time of a ballot. */
static bool goes_by_time(const struct ruleset *rules)
{
    enum repeat_rule repeat = rules->one[RULE_REPEAT_BALLOTS]->as.repeat;
    return rules->one[RULE_PERIOD] != NULL || repeat == REPEAT_FIRST || repeat == REPEAT_LAST;
}

static bool has_column(const struct ballot_template *wanted, enum template_column column)
{
    const struct ruleset *rules = wanted->rules;
    bool secret = rules->one[RULE_SECRECY]->as.secret, proxies = proxies_may_vote(rules);
    switch (column) {
    case COLUMN_CODE:
        return has_codes(wanted->roll);
    case COLUMN_MOTION:
        return wanted->motion_count > 0;
    case COLUMN_VOTER:
        return !secret || proxies;
    case COLUMN_NOTIFIED:
        return proxies;
    case COLUMN_INTEREST:
        return !secret;
    case COLUMN_RECEIVED:
        return wanted->timed || goes_by_time(rules);
    case COLUMN_OPENING:
        return rules_by_opening(rules);
    case COLUMN_REASON:
        return rules->form != FORM_ELECTION;
    case COLUMN_PRACTICE:
    case COLUMN_VOTE:
    case COLUMN_ROLE:
    case TEMPLATE_COLUMNS:
        break;
    }
    return true;
}

/* ---- What stands in them */

static const char *heading_of(const struct ballot_template *wanted, enum template_column column)
{
    static const char *const headings[TEMPLATE_COLUMNS] = {
        [COLUMN_CODE] = "code",         [COLUMN_MOTION] = "motion",
        [COLUMN_VOTE] = "vote",         [COLUMN_ROLE] = "role",
        [COLUMN_VOTER] = "voter",       [COLUMN_NOTIFIED] = "notified",
        [COLUMN_INTEREST] = "interest", [COLUMN_RECEIVED] = "received",
        [COLUMN_OPENING] = "opening",   [COLUMN_REASON] = "reason",
    };
    if (column == COLUMN_VOTE && wanted->rules->form == FORM_CONSENSUS)
        return "attendance";
    if (column == COLUMN_MOTION && wanted->by_post)
        return "post";
    if (column != COLUMN_PRACTICE)
        return headings[column];
    return wanted->roll->of_localities ? "locality" : wanted->rules->rules->terms.unit;
}

static const char *no_vote(const struct ruleset *rules)
{
    return rules_by_reply(rules) ? "no reply" : "absent";
}

/* What may be voted on a post: two words more than it has candidates. */
static const char *const *words_of_post(struct arena *arena, const struct post *post,
                                        const char *nobody)
{
    const char **words = arena_alloc(arena, post->count + 2, sizeof *words);
    for (size_t i = 0; i < post->count; i++)
        words[i] = post->candidates[i].name;
    words[post->count] = "abstain";
    words[post->count + 1] = nobody;
    return words;
}

/* NULL for what is to be filled in. */
static const char *cell_of(const struct ballot_template *wanted, enum template_column column,
                           const struct member *member, const char *motion)
{
    switch (column) {
    case COLUMN_PRACTICE:
        return member->name;
    case COLUMN_CODE:
        return member->code;
    case COLUMN_MOTION:
        return motion;
    case COLUMN_VOTE:
        return no_vote(wanted->rules);
    case COLUMN_OPENING:
        return "no";
    default:
        return NULL;
    }
}

/* The sheet while it comes to be; `of` says what a column of it is. */
struct ballot_sheet {
    struct arena *arena;
    const struct ballot_template *wanted;
    const struct candidate_list *candidates;
    struct made_sheet made;
    struct made_column columns[TEMPLATE_COLUMNS];
    enum template_column of[TEMPLATE_COLUMNS];
    struct made_choices choices[LISTS_MOST];
};

/* A row for each member, once for each motion. */
static void add_cells(struct ballot_sheet *sheet)
{
    const struct ballot_template *wanted = sheet->wanted;
    size_t motions = wanted->motion_count > 0 ? wanted->motion_count : 1, filled = 0;
    sheet->made.row_count = motions * wanted->roll->count;
    const char **cells =
        arena_alloc(sheet->arena, sheet->made.row_count * sheet->made.column_count, sizeof *cells);
    for (size_t motion = 0; motion < motions; motion++)
        for (size_t i = 0; i < wanted->roll->count; i++)
            for (size_t column = 0; column < sheet->made.column_count; column++)
                cells[filled++] =
                    cell_of(wanted, sheet->of[column], &wanted->roll->members[i],
                            wanted->motion_count > 0 ? wanted->motions[motion] : NULL);
    sheet->made.cells = cells;
}

/* Its columns, without notes, and its cells. */
static void lay_out(struct ballot_sheet *sheet)
{
    for (int id = 0; id < TEMPLATE_COLUMNS; id++) {
        enum template_column column = (enum template_column)id;
        if (!has_column(sheet->wanted, column))
            continue;
        sheet->of[sheet->made.column_count] = column;
        sheet->columns[sheet->made.column_count++].heading = heading_of(sheet->wanted, column);
    }
    sheet->made.columns = sheet->columns;
    add_cells(sheet);
}

/* ---- As a table */

const char *ballot_template_table(struct arena *arena, const struct ballot_template *wanted)
{
    struct ballot_sheet sheet = {.arena = arena, .wanted = wanted};
    struct buffer table = {.arena = arena};
    lay_out(&sheet);
    size_t columns = sheet.made.column_count, cells = sheet.made.row_count * columns;
    assert(columns > 0); /* that of the practices is always there */
    buffer_add(&table, BYTE_ORDER_MARK);
    for (size_t i = 0; i < columns + cells; i++) {
        cell_add(&table, i < columns ? sheet.columns[i].heading : sheet.made.cells[i - columns]);
        buffer_add(&table, (i + 1) % columns == 0 ? LINE_END : ",");
    }
    return buffer_text(&table);
}

/* ---- As a workbook */

static const char *note_of(const struct ballot_sheet *sheet, enum template_column column)
{
    switch (column) {
    case COLUMN_VOTE:
        return ballot_template_words(sheet->arena, sheet->wanted->rules, sheet->candidates);
    case COLUMN_VOTER:
        return "Who voted, by name.";
    case COLUMN_NOTIFIED:
        return "The day on which the proxy was told of.";
    case COLUMN_INTEREST:
        return "The interest that was declared, or blank.";
    case COLUMN_RECEIVED:
        return "The day and the time at which the ballot came.";
    case COLUMN_OPENING:
        return "Yes where they were there when the meeting opened, else no.";
    default:
        return NULL;
    }
}

static void add_choices(struct ballot_sheet *sheet, enum template_column column, size_t from,
                        size_t to, const char *const *words, size_t count)
{
    size_t at = 0;
    while (sheet->of[at] != column)
        at++;
    sheet->choices[sheet->made.choice_count++] = (struct made_choices){at, from, to, words, count};
}

/* On a motion; where a consensus is sought, who is there. */
static void add_votes_on_motions(struct ballot_sheet *sheet)
{
    const struct ruleset *rules = sheet->wanted->rules;
    bool votes = rules->form != FORM_CONSENSUS;
    const char **words = arena_alloc(sheet->arena, 5, sizeof *words);
    size_t count = 0;
    if (votes) {
        words[count++] = "for";
        words[count++] = "against";
        words[count++] = "abstain";
    }
    if (!rules_by_reply(rules))
        words[count++] = "present";
    else if (!votes)
        words[count++] = "replied";
    words[count++] = no_vote(rules);
    add_choices(sheet, COLUMN_VOTE, 0, sheet->made.row_count, words, count);
}

/* Of an election each post's rows have its own candidates. */
static void add_votes_on_posts(struct ballot_sheet *sheet)
{
    const struct candidate_list *list = sheet->candidates;
    size_t members = sheet->wanted->roll->count;
    if (list->post_count >= LISTS_MOST || (list->post_count > 1 && !sheet->wanted->by_post))
        return;
    for (size_t i = 0; i < list->post_count; i++) {
        const struct post *post = &list->posts[i];
        add_choices(sheet, COLUMN_VOTE, sheet->wanted->by_post ? i * members : 0,
                    sheet->wanted->by_post ? (i + 1) * members : sheet->made.row_count,
                    words_of_post(sheet->arena, post, no_vote(sheet->wanted->rules)),
                    post->count + 2);
    }
}

static void add_roles(struct ballot_sheet *sheet)
{
    unsigned roles = sheet->wanted->rules->one[RULE_VOTERS]->as.roles;
    const char **words = arena_alloc(sheet->arena, ROLE_OTHER + 1, sizeof *words);
    size_t count = 0;
    for (int role = ROLE_LEAD; role < ROLE_OTHER; role++)
        if ((roles & 1U << role) != 0)
            words[count++] = role_name((enum role)role);
    if (count > 0)
        add_choices(sheet, COLUMN_ROLE, 0, sheet->made.row_count, words, count);
}

struct bytes ballot_template_book(struct arena *arena, const struct ballot_template *wanted,
                                  const struct candidate_list *candidates)
{
    static const enum made_kind kinds[TEMPLATE_COLUMNS] = {
        [COLUMN_NOTIFIED] = MADE_DAY, [COLUMN_RECEIVED] = MADE_MOMENT};
    struct ballot_sheet sheet = {.arena = arena, .wanted = wanted, .candidates = candidates};
    lay_out(&sheet);
    for (size_t i = 0; i < sheet.made.column_count; i++) {
        sheet.columns[i].note = note_of(&sheet, sheet.of[i]);
        sheet.columns[i].kind = kinds[sheet.of[i]];
        sheet.columns[i].fixed = sheet.of[i] < COLUMN_VOTE;
    }
    sheet.made.name = "Ballots";
    sheet.made.choices = sheet.choices;
    add_roles(&sheet);
    if (wanted->rules->form != FORM_ELECTION)
        add_votes_on_motions(&sheet);
    else if (candidates != NULL)
        add_votes_on_posts(&sheet);
    return workbook_make(arena, &sheet.made);
}

const char *ballot_template_candidates(struct arena *arena, const char *const *names, size_t count)
{
    struct buffer table = {.arena = arena};
    buffer_add(&table, BYTE_ORDER_MARK "candidate" LINE_END);
    for (size_t i = 0; i < count; i++) {
        cell_add(&table, names[i]);
        buffer_add(&table, LINE_END);
    }
    return buffer_text(&table);
}

/* ---- What may be written */

/* "for Director Dr A, Dr B, abstain or no reply; " */
static void add_post(struct buffer *words, const struct post *post, const char *nobody)
{
    const char *const *names = words_of_post(words->arena, post, nobody);
    if (post->name != NULL)
        buffer_format(words, "for %s ", post->name);
    buffer_format(words, "%s", text_list(words->arena, names, post->count + 2, "or"));
}

const char *ballot_template_words(struct arena *arena, const struct ruleset *rules,
                                  const struct candidate_list *candidates)
{
    const char *nobody = no_vote(rules);
    if (rules->form == FORM_CONSENSUS)
        return arena_format(arena,
                            "In the column attendance write %s or %s. Nobody votes: if somebody "
                            "does not agree, it is no consensus.",
                            rules_by_reply(rules) ? "replied" : "present", nobody);
    if (rules->form != FORM_ELECTION)
        return arena_format(arena, "In the column vote write for, against, abstain%s%s.",
                            rules_by_reply(rules) ? " or " : ", present or ", nobody);
    if (candidates == NULL)
        return arena_format(arena, "In the column vote write one candidate's name, abstain or %s.",
                            nobody);
    struct buffer words = {.arena = arena};
    buffer_add(&words, "In the column vote write ");
    for (size_t i = 0; i < candidates->post_count; i++) {
        add_post(&words, &candidates->posts[i], nobody);
        buffer_add(&words, i + 1 < candidates->post_count ? "; " : ".");
    }
    return buffer_text(&words);
}
