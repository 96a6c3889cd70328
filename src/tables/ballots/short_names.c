/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <strings.h>

#include "internal.h"
#include "quorate/text.h"

/* What a line above the headings says of one member, which people call by a word of its name: "Bell
 * voted late". Its rows have to say so as well. */

#define SHORT_NAME_LEAST ((size_t)4)   /* letters */
#define SHORT_LINE_MOST  ((size_t)512) /* bytes of a line that is looked through for them */

/* The member that people call by the word: The Hart Surgery by "hart". NULL where it is not the
 * first that tells its name from others, or another has it too. */
static const struct member *member_in_short(const struct ballots_load *load,
                                            const char *const *names, const char *word)
{
    struct arena *arena = load->scratch;
    const struct roll *roll = load->reading->roll;
    const struct member *found = NULL;
    if (strlen(word) < SHORT_NAME_LEAST || strspn(word, "0123456789") > 0)
        return NULL;
    for (size_t i = 0; i < roll->count; i++) {
        if (!name_has_word(names[i], word))
            continue;
        if (found != NULL)
            return NULL;
        found = &roll->members[i];
    }
    bool first =
        found != NULL &&
        strcmp(name_first_word(arena, text_without_common(arena, names[found->index])), word) == 0;
    return first ? found : NULL;
}

/* What a line may say of a member that its row says as well. */
struct act {
    const char *words;
    bool (*is_so)(const struct ballot *ballot);
    bool of_vote; /* on one motion, and not on each */
};

static bool is_by_proxy(const struct ballot *ballot)
{
    return ballot->role == ROLE_PROXY;
}

static bool has_interest(const struct ballot *ballot)
{
    return ballot->interest;
}

static bool has_abstained(const struct ballot *ballot)
{
    return ballot->vote == VOTE_ABSTAIN;
}

static bool is_against(const struct ballot *ballot)
{
    return ballot->vote == VOTE_AGAINST;
}

static bool is_in_favour(const struct ballot *ballot)
{
    return ballot->vote == VOTE_FOR;
}

static bool was_away(const struct ballot *ballot)
{
    return ballot->vote == VOTE_ABSENT;
}

/* Whether every row of the member on a motion says so, if it has any. */
static bool draft_says(const struct ballots_load *load, const struct poll_draft *draft,
                       const struct member *member, const struct act *act, bool *any)
{
    bool all = true;
    struct ballot_walk walk = draft_walk(load, draft);
    while (ballot_next(&walk)) {
        if (walk.member != member->index)
            continue;
        *any = true;
        all = all && act->is_so(walk.says);
    }
    return all;
}

/* Whether its rows say so: those on the motion that is meant, if one is. */
static bool rows_say(const struct ballots_load *load, const struct member *member,
                     const struct act *act, size_t poll, bool *any)
{
    bool all = true, one = false;
    *any = false;
    for (size_t i = 0; i < load->draft_count; i++) {
        bool there = false;
        if (poll < load->draft_count && poll != i)
            continue;
        bool is_so = draft_says(load, &load->drafts[i], member, act, &there);
        *any = *any || there;
        all = all && is_so;
        one = one || (is_so && there);
    }
    return all || (act->of_vote && one);
}

/* Whether what the line says of the member stands in its rows as well. */
static bool rows_agree(const struct ballots_load *load, const struct member *member, size_t poll,
                       const char *folded)
{
    static const struct act acts[] = {
        {"apologies;absent;excluding;except;excl;excluded;without", was_away, false},
        {"not received;outstanding;awaited;not voted", was_away, false},
        {"proxy;proxies", is_by_proxy, false},
        {"interest;interests;conflict;conflicts;conflicted;recused", has_interest, false},
        {"abstained;abstains;abstention", has_abstained, true},
        {"against;opposed;objected;dissented", is_against, true},
        {"voted for;in favour;in favor", is_in_favour, true},
    };
    bool known = false, any, agree = true;
    for (size_t i = 0; i < COUNT(acts); i++) {
        if (!name_has_one_of(folded, acts[i].words))
            continue;
        known = true;
        agree = rows_say(load, member, &acts[i], poll, &any) && agree &&
                (any || acts[i].is_so == was_away);
    }
    return known && agree;
}

/* --- Who alone did so --- */

/* "Only Bell against", "all but Bell in favour": that those named did, or did not, and nobody else.
 */
struct alone {
    enum vote vote;
    bool is_rest; /* those named did not */
};

static bool tells_of_some_alone(const char *folded, struct alone *alone)
{
    static const char *const sides[] = {"in favour;in favor;voted for;is for",
                                        "against;opposed;objected;dissented",
                                        "abstained;abstaining;abstention;abstains"};
    static const enum vote votes[] = {VOTE_FOR, VOTE_AGAINST, VOTE_ABSTAIN};
    static const char all[] = "all;everyone;everybody";
    static const char without[] = "but;except;excepting;bar;excluding;apart from;except for";
    static const char only[] = "only;alone;lone;sole";
    size_t told = 0;
    for (size_t i = 0; i < COUNT(votes); i++)
        if (name_has_one_of(folded, sides[i])) {
            alone->vote = votes[i];
            told++;
        }
    alone->is_rest = name_has_one_of(folded, all) && name_has_one_of(folded, without);
    return told == 1 && (alone->is_rest || name_has_one_of(folded, only));
}

/* The members that a line names, and those that a motion has rows of. */
struct named {
    bool *members, *there;
    size_t count;
    bool is_whole; /* no other word may be a name */
};

/* Whether it is so of the rows on a motion: who cast no vote says nothing against "all". */
static bool are_alone(const struct ballots_load *load, const struct poll_draft *draft,
                      const struct alone *alone, const struct named *named)
{
    const size_t members = load->reading->roll->count;
    struct ballot_walk walk = draft_walk(load, draft);
    bool are = true;
    memset(named->there, 0, members * sizeof *named->there);
    while (ballot_next(&walk) && are) {
        const enum vote vote = walk.says->vote;
        bool is_named = named->members[walk.member];
        bool may_be = !is_named && (!named->is_whole ||
                                    (alone->is_rest && vote != VOTE_FOR && vote != VOTE_AGAINST));
        are = may_be || (vote == alone->vote) == (is_named != alone->is_rest);
        named->there[walk.member] = true;
    }
    for (size_t i = 0; i < members && are; i++)
        are = !named->members[i] || named->there[i] || alone->is_rest;
    return are;
}

/* Whether a person is called by the word: behind "Dr", and initials. */
static bool is_of_person(const struct ballots_load *load, const struct line_words *words,
                         size_t word)
{
    while (word > 0 && strlen(words->words[word - 1]) == 1)
        word--;
    return word > 0 &&
           name_begins_with_title(arena_format(load->scratch, "%s x", words->words[word - 1]));
}

/* Whether the word may be none of a name, in a line that tells of some alone. */
static bool is_of_no_name(const struct ballots_load *load, const char *const *names,
                          const struct named *named, const char *word)
{
    static const char known[] =
        " in favour favor voted vote votes voting is was were for against opposed objected "
        "dissented "
        "abstained abstaining abstains all everyone everybody but except excepting bar excluding "
        "apart from only alone lone sole and the of who to result ";
    bool is = strstr(known, arena_format(load->scratch, " %s ", word)) != NULL ||
              name_has_word(load->unit, word) || name_has_word(load->units, word);
    for (size_t i = 0; i < load->reading->roll->count && !is; i++)
        is = named->members[i] && name_has_word(names[i], word);
    return is;
}

/* The members that a line calls by a word of their names. */
static struct named members_named(const struct ballots_load *load, const char *const *names,
                                  const char *folded)
{
    const struct line_words words = ballots_line_words(load->scratch, folded);
    const size_t members = load->reading->roll->count;
    struct named named = {
        .members = arena_alloc(load->scratch, members, sizeof *named.members),
        .there = arena_alloc(load->scratch, members, sizeof *named.there),
        .is_whole = true,
    };
    for (size_t i = 0; i < words.count; i++) {
        const struct member *member = member_in_short(load, names, words.words[i]);
        if (member == NULL || is_of_person(load, &words, i))
            continue;
        named.count += !named.members[member->index];
        named.members[member->index] = true;
    }
    for (size_t i = 0; i < words.count && named.count > 0; i++)
        named.is_whole = named.is_whole && is_of_no_name(load, names, &named, words.words[i]);
    return named;
}

/* Whether what the line says of those whom it names is so: of the motion that it names, else of
 * any. */
static bool line_agrees(const struct ballots_load *load, const char *said, size_t poll,
                        const struct named *named)
{
    const struct roll *roll = load->reading->roll;
    struct alone alone = {VOTE_FOR, false};
    bool agree = true;
    if (tells_of_some_alone(said, &alone)) {
        agree = false;
        for (size_t i = 0; i < load->draft_count && !agree; i++)
            agree = (poll >= load->draft_count || poll == i) &&
                    are_alone(load, &load->drafts[i], &alone, named);
    } else
        for (size_t i = 0; i < roll->count && agree; i++)
            agree = !named->members[i] || rows_agree(load, &roll->members[i], poll, said);
    return agree;
}

/* What a text says, folded: "For: Bell" as "voted for bell". */
static const char *what_is_said(struct arena *arena, const char *text)
{
    static const char label[] = "for:";
    const char *bare = text + strspn(text, " \t,;\"");
    bool of_side = strncasecmp(bare, label, strlen(label)) == 0;
    return text_fold(arena, of_side ? arena_format(arena, "voted %s", bare) : bare);
}

/* Whether a text may tell of members how they voted, whatever it calls them. */
static bool tells_of_votes(const char *folded)
{
    static const char words[] = "in favour;in favor;opposed;objected;dissented";
    return ballots_tells_of_an_act(folded, true) || name_has_one_of(folded, words);
}

/* Pieces of a line that tell together what some members did: "Against: Bell" and "Hart" behind it.
 */
struct group {
    const char *said;
    size_t poll;
    bool tells;
};

static bool group_agrees(const struct ballots_load *load, const char *const *names,
                         const struct group *group)
{
    const struct named named = members_named(load, names, group->said);
    return named.count == 0 || line_agrees(load, group->said, group->poll, &named);
}

/* Adds a piece to a group, where that tells what somebody did or has names alone. */
static void add_piece(const struct ballots_load *load, const char *const *names, const char *said,
                      size_t poll, struct group *group)
{
    const bool tells = tells_of_votes(said);
    if (!tells) {
        const struct named named = members_named(load, names, said);
        if (named.count == 0 || !named.is_whole)
            return;
    }
    group->poll = tells || *group->said == '\0' ? poll : group->poll;
    group->said =
        arena_format(load->scratch, "%s%s%s", group->said, *group->said == '\0' ? "" : " ", said);
    group->tells = group->tells || tells;
}

/* Whether what each group of pieces tells is so; where one names nobody, what the line does as a
 * whole. */
static bool pieces_agree(const struct ballots_load *load, const char *const *names,
                         const struct told_pieces *pieces, const struct group *line)
{
    struct group group = {.said = ""};
    bool agree = true, named = true, any = false;
    for (size_t i = 0; i <= pieces->count; i++) {
        const struct told_piece *piece = &pieces->pieces[i];
        const char *said = i == pieces->count ? "" : what_is_said(load->scratch, piece->text);
        if (group.tells && (i == pieces->count || tells_of_votes(said))) {
            named = named && members_named(load, names, group.said).count > 0;
            agree = agree && group_agrees(load, names, &group);
            group = (struct group){.said = ""};
            any = true;
        }
        if (i < pieces->count)
            add_piece(load, names, said, piece->poll, &group);
    }
    return any && named ? agree : group_agrees(load, names, line);
}

/* An error where the line says of members, in short, what their rows do not. */
static void hold_short_names(const struct ballots_load *load, const char *const *names,
                             const struct title_line *title)
{
    struct arena *arena = load->sheet.arena;
    const struct told_pieces pieces = ballots_told_pieces(load, title->text);
    struct group line = {.said = "", .poll = load->draft_count};
    for (size_t i = 0; i < pieces.count; i++) {
        const struct told_piece *piece = &pieces.pieces[i];
        const char *said = what_is_said(load->scratch, piece->text);
        line.said = arena_format(load->scratch, "%s%s%s", line.said, i == 0 ? "" : " ", said);
        line.tells = line.tells || tells_of_votes(said);
        line.poll = i == 0 || piece->poll == line.poll ? piece->poll : load->draft_count;
    }
    if ((!line.tells && !tells_of_votes(line.said)) || /* as most, of which no word is looked up */
        pieces_agree(load, names, &pieces, &line))
        return;
    diag_add_wording(load->sheet.diag, SEVERITY_ERROR, title->place,
                     WORDING(arena, "Write what it says into the row of the %s, and %s.",
                             wording_public(load->unit), wording_public(title->rid)),
                     WORDING(arena, "%s, and the rows do not say so of that %s", title->words,
                             wording_public(load->unit)));
}

void ballots_hold_short_names(const struct ballots_load *load)
{
    const struct roll *roll = load->reading->roll;
    const char **names = NULL;
    for (size_t i = 0; i < load->title_count && roll != NULL; i++) {
        if (strnlen(load->titles[i].folded, SHORT_LINE_MOST + 1) > SHORT_LINE_MOST)
            continue;
        if (names == NULL) {
            names = arena_alloc(load->scratch, roll->count, sizeof *names);
            for (size_t j = 0; j < roll->count; j++)
                names[j] = text_fold(load->scratch, roll->members[j].name);
        }
        hold_short_names(load, names, &load->titles[i]);
    }
}
