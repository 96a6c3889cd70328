/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "internal.h"
#include "quorate/text.h"

/* What a line above the headings says of the vote as a whole: of which kind it is, on which motion,
 * of which locality, and that there is more of it. Each is held against what is counted. */

/* --- What stands behind a label --- */

static const char ends[] = ",;:\t";

const char *ballots_behind_label(struct arena *arena, const char *text, const char *labels)
{
    const char *at = text + strspn(text, " \t,;"), *first = at;
    size_t length = strcspn(at, ends);
    while (*at != '\0' &&
           ((at != first && at[length] != ':') ||
            !name_is_one_of(text_fold(arena, arena_copy(arena, at, length)), labels))) {
        at += length;
        at += strspn(at, ends);
        length = strcspn(at, ends);
    }
    const char *behind = at + length + strspn(at + length, ",;:\t \"");
    size_t end = strlen(behind);
    while (end > 0 && strchr(",;:\t \"\r", behind[end - 1]) != NULL)
        end--;
    return end == 0 ? NULL : arena_copy(arena, behind, end);
}

static bool report(const struct ballots_load *load, struct place place, struct wording remedy,
                   struct wording what)
{
    diag_add_wording(load->sheet.diag, SEVERITY_ERROR, place, remedy, what);
    return false;
}

/* --- Of which kind --- */

/* "votes by email", "email vote", "votes at the meeting" */
static bool has_kind_as_phrase(struct arena *arena, const char *folded, const char *kind)
{
    static const char *const votes[] = {"vote", "votes", "ballot", "ballots", "voting", "voted"};
    static const char *const before[] = {"by", "of", "at", "at a", "at the", "by the"};
    bool has = false;
    for (size_t i = 0; i < COUNT(votes) && !has; i++) {
        has = name_has_word(folded, arena_format(arena, "%s %s", kind, votes[i]));
        for (size_t j = 0; j < COUNT(before) && !has; j++)
            has = name_has_word(folded, arena_format(arena, "%s %s %s", votes[i], before[j], kind));
    }
    return has;
}

/* A line without what ends it and no more, "E-mail" as "email". */
static const char *folded_line(struct arena *arena, const char *text)
{
    const char *folded = text_fold(arena, text), *mail;
    for (size_t from = 0; (mail = strstr(folded + from, "e mail")) != NULL;) {
        from = (size_t)(mail - folded) + 1;
        if (mail == folded || mail[-1] == ' ') /* "the mail" is none */
            folded = arena_format(arena, "%.*s%s", (int)from, folded, mail + 2);
    }
    return folded;
}

/* Whether the line says that what is voted on is a decision of this kind. */
static bool names_kind(struct arena *arena, const char *text, const char *kind)
{
    static const char labels[] =
        "decision;kind;kind of decision;type;type of vote;kind of vote;method;vote type;"
        "voting method";
    const char *folded = folded_line(arena, text);
    const char *told = ballots_behind_label(arena, text, labels);
    return strcmp(folded, kind) == 0 || has_kind_as_phrase(arena, folded, kind) ||
           (told != NULL && strcmp(folded_line(arena, told), kind) == 0);
}

/* Whether a vote of this kind may be said to be one of the other too: a vote of censure by email is
 * one by email, and what is not voted on by reply may be put to a meeting. */
static bool may_be_both(struct arena *arena, const struct decision *own,
                        const struct decision *other)
{
    const char *name = text_fold(arena, own->name), *said = text_fold(arena, other->name);
    return name_has_word(name, said) ||
           (strcmp(said, "meeting") == 0 && !own->by_reply && !other->by_reply);
}

static bool kind_agrees(struct ballots_load *load, const struct title_line *title)
{
    struct arena *arena = load->sheet.arena;
    const struct rules *rules = load->reading->rules;
    const struct decision *own = load->usual;
    if (rules == NULL || own == NULL || own->name == NULL)
        return true;
    const char *name = text_fold(arena, own->name);
    bool named = name_has_word(folded_line(arena, title->text), name);
    for (size_t i = 0; i < rules->decision_count; i++) {
        const struct decision *other = ballots_decision_called(load, rules->decisions[i]);
        if (other == NULL || other == own)
            continue;
        const char *said = text_fold(arena, other->name);
        if ((named && !name_has_word(said, name)) || may_be_both(arena, own, other) ||
            !names_kind(arena, title->text, said))
            continue;
        return report(
            load, title->place,
            wording_public(arena_format(arena, "If it is one, count it so (-d %s); else %s.",
                                        text_shell_word(arena, other->name), title->rid)),
            WORDING(arena, "%s, and the rows are counted as %s", title->words,
                    wording_public(arena_format(arena, "\"%s\"", own->name))));
    }
    return true;
}

bool ballots_kind_agrees(struct ballots_load *load, size_t cell)
{
    static const char headings[] =
        "kind;kind of decision;decision type;kind of vote;type of decision;vote type;type of vote";
    struct arena *arena = load->sheet.arena;
    const char *heading = load->headings[cell].folded;
    size_t count;
    if (load->layout != NULL || columns_at(&load->sheet.columns, cell) != COLUMN_NONE ||
        !name_is_one_of(heading, headings))
        return true;
    const struct column_text *texts = table_texts(load->scratch, &load->sheet.table, cell, &count);
    bool agree = true;
    for (size_t i = 0; i < count && agree; i++) {
        const char *text = texts[i].cell->text;
        struct row row;
        table_look(&load->sheet.table, texts[i].first, &row);
        agree = kind_agrees(
            load,
            &(struct title_line){.text = arena_format(load->scratch, "kind: %s", text),
                                 .place = sheet_cell_place(&load->sheet, &row, cell),
                                 .words = WORDING(arena, "%s stands under %s",
                                                  wording_quote(arena, text, "what is not told"),
                                                  ballots_quote_heading(load, cell)),
                                 .rid = "correct it, or delete what is told"});
    }
    return agree;
}

/* --- Of which locality --- */

/* Whether the words of a text are those that a name begins with, or their initials: "SE Oxon" is
 * not South East Oxfordshire, and "SE Oxfordshire" and "SEO" are. */
static bool is_short_for(const char *text, const char *name)
{
    while (*text != '\0' && *name != '\0') {
        size_t length = strcspn(text, " "), word = strcspn(name, " ");
        bool whole = length == word && strncmp(text, name, length) == 0;
        for (size_t i = 0; i < length && !whole; i++, name += word + (name[word] == ' ')) {
            word = strcspn(name, " ");
            if (*name != text[i])
                return false;
        }
        if (whole)
            name += word + (name[word] == ' ');
        text += length + (text[length] == ' ');
    }
    return *text == '\0';
}

bool ballots_may_be_locality(const struct ballots_load *load, const char *text)
{
    struct arena *arena = load->sheet.arena;
    const struct rules *rules = load->reading->rules;
    const char *own = rules->locality == NULL ? "" : text_fold(arena, rules->locality->text);
    const char *body = rules->body == NULL ? "" : text_fold(arena, rules->body);
    const char *folded = text_fold(arena, text);
    return *own == '\0' || name_has_word(folded, own) || name_has_word(own, folded) ||
           name_has_word(body, folded) || is_short_for(folded, own) || is_short_for(folded, body);
}

static bool locality_agrees(const struct ballots_load *load, const struct title_line *title)
{
    static const char labels[] = "locality;locality name;locality group";
    struct arena *arena = load->sheet.arena;
    const char *told = ballots_behind_label(arena, title->text, labels);
    if (told == NULL || load->reading->rules == NULL || ballots_may_be_locality(load, told))
        return true;
    return report(load, title->place,
                  wording_public(arena_format(arena,
                                              "If the rows below are of another locality, count "
                                              "them by its rules and roll (-C); else %s.",
                                              title->rid)),
                  WORDING(arena, "%s, and the rules are of %s", title->words,
                          wording_public(load->reading->rules->locality->text)));
}

/* --- That there are more rows elsewhere --- */

/* "Page 1 of 2", "showing 10 of 12", "continued overleaf" */
static bool tells_of_more(struct arena *arena, const char *folded)
{
    static const char parts[] = "page;sheet;part;file;batch;tab";
    static const char some[] = "showing;rows;records;row";
    static const char phrases[] =
        "continued on;continued overleaf;continues on;continued below;continued next;filtered by;"
        "still to come;next tab;rest on;next sheet;other tab;second tab;second sheet;see sheet;"
        "see also sheet;not included;not yet received;ballots outstanding;votes outstanding;"
        "ballots awaited;votes awaited;remaining votes;remaining ballots;ballots missing;"
        "votes missing;more to follow;rest to follow;awaiting reply;awaiting replies;"
        "awaiting votes;awaiting ballots;ballot missing;vote missing;paper missing;papers missing;"
        "ballot outstanding;vote outstanding;not in yet;not yet in;yet to vote;yet to reply;"
        "yet to come";
    struct line_words line = ballots_line_words(arena, folded);
    if (name_has_one_of(folded, phrases))
        return true;
    for (size_t i = 1; i + 2 < line.count; i++) {
        long long one = ballots_number_of(line.words[i]),
                  all = ballots_number_of(line.words[i + 2]);
        const char *before = line.words[i - 1];
        if (one < 0 || all < 0 || strcmp(line.words[i + 1], "of") != 0)
            continue;
        bool range = i > 1 && ballots_number_of(before) >= 0; /* "rows 1-10 of 12" */
        if ((name_is_one_of(before, parts) && all > 1) ||
            (name_is_one_of(range ? line.words[i - 2] : before, some) && one < all))
            return true;
    }
    return false;
}

static bool is_whole(const struct ballots_load *load, const struct title_line *title)
{
    struct arena *arena = load->sheet.arena;
    if (!tells_of_more(arena, title->folded))
        return true;
    return report(load, title->place,
                  wording_public(arena_format(arena,
                                              "If there are more rows elsewhere, put all of them "
                                              "into this table; else %s.",
                                              title->rid)),
                  WORDING(arena, "%s, and the rows below are counted as all", title->words));
}

/* --- What it says of one member --- */

bool ballots_tells_of_an_act(const char *folded, bool in_short)
{
    static const char acts[] =
        "voted;late;counted;excluded;excluding;except;withdrawn;withdrew;proxy;interest;conflict;"
        "abstained;abstains;apologies;absent;changed;amended;left;against;without;spoilt;"
        "duplicate;declared;conflicted;interests;conflicts;proxies;excl;exclude;recused;included;"
        "received;awaited;outstanding";
    static const char subjects[] =
        "vote of;vote on;vote to;vote about;vote whether;vote concerning";
    return name_has_one_of(folded, acts) ||
           (!in_short && name_has_word(folded, "vote") && !name_has_one_of(folded, subjects));
}

static bool is_of_no_member(const struct ballots_load *load, const struct title_line *title)
{
    struct arena *arena = load->sheet.arena;
    if (load->reading->roll == NULL || remark_names_another(load, title->text, NULL) == NULL ||
        !ballots_tells_of_an_act(title->folded, false))
        return true;
    return report(load, title->place,
                  WORDING(arena, "Write what it says into the row of the %s, and %s.",
                          wording_public(load->unit), wording_public(title->rid)),
                  WORDING(arena, "%s, where nothing is read of a %s", title->words,
                          wording_public(load->unit)));
}

bool ballots_claims_agree(struct ballots_load *load, const struct title_line *title, bool heading)
{
    bool sound = heading || kind_agrees(load, title);
    sound = locality_agrees(load, title) && sound;
    sound = is_of_no_member(load, title) && sound;
    return is_whole(load, title) && sound;
}

/* --- On which motion --- */

#define TELLING_LETTERS ((size_t)4) /* a shorter word may stand in any motion */

/* Whether one of the longer words stands in both. */
static bool share_a_word(struct arena *arena, const char *one, const char *other)
{
    struct line_words line = ballots_line_words(arena, one);
    for (size_t i = 0; i < line.count; i++)
        if (strlen(line.words[i]) >= TELLING_LETTERS && name_has_word(other, line.words[i]))
            return true;
    return false;
}

/* "Item 4: the budget" is of what the item was, in whatever words: only one that has none in common
 * with the motion is of another. */
static const char *item_told(struct arena *arena, const char *text)
{
    const char *folded = text_fold(arena, text);
    size_t label = strcspn(text, ends);
    bool item = strncmp(folded, "item ", strlen("item ")) == 0 ||
                strncmp(folded, "agenda item ", strlen("agenda item ")) == 0;
    return item && text[label] != '\0' ? text_fold(arena, text + label) : NULL;
}

static bool is_on_motion(const struct ballots_load *load, const struct title_line *title,
                         const char *motion)
{
    static const char labels[] =
        "motion;question;resolution;proposal;motion text;resolution text;proposed motion;"
        "motion title;the motion";
    struct arena *arena = load->sheet.arena;
    const char *folded = text_fold(arena, motion), *item = item_told(arena, title->text);
    const char *told = ballots_behind_label(arena, title->text, labels);
    if (item != NULL && *item != '\0')
        return name_has_word(folded, item) || share_a_word(arena, folded, item);
    if (told == NULL)
        return true;
    told = text_fold(arena, told);
    return *told == '\0' || name_has_word(told, folded) || name_has_word(folded, told);
}

void ballots_hold_claims(const struct ballots_load *load)
{
    struct arena *arena = load->sheet.arena;
    if (load->draft_count != 1 || load->reading->roll == NULL)
        return;
    const struct poll_draft *draft = load->drafts;
    for (size_t i = 0; i < load->title_count; i++) {
        const struct title_line *title = &load->titles[i];
        if (draft->motion != NULL && !is_on_motion(load, title, draft->motion))
            report(load, title->place,
                   wording_public(arena_format(load->sheet.arena,
                                               "If the rows below are of that motion, give it so "
                                               "(--motion, or the column \"motion\"); else %s.",
                                               title->rid)),
                   WORDING(arena, "%s, and the rows are counted for %s", title->words,
                           wording_public(arena_format(arena, "\"%s\"", draft->motion))));
    }
}
