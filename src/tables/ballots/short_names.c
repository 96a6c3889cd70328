/* SPDX-License-Identifier: MIT */
#include <string.h>

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
    const char *words[8];
    bool (*is_so)(const struct ballot *ballot);
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

/* Whether every row of the member says so, if it has any. */
static bool rows_say(const struct ballots_load *load, const struct member *member,
                     bool (*is_so)(const struct ballot *ballot), bool *any)
{
    bool all = true;
    *any = false;
    for (size_t i = 0; i < load->draft_count; i++) {
        struct ballot_walk walk = draft_walk(load, &load->drafts[i]);
        while (ballot_next(&walk)) {
            if (walk.member != member->index)
                continue;
            *any = true;
            all = all && is_so(walk.says);
        }
    }
    return all;
}

/* Whether what the line says of the member stands in its rows as well. */
static bool rows_agree(const struct ballots_load *load, const struct member *member,
                       const char *folded)
{
    static const struct act acts[] = {
        {{"apologies", "absent", "excluding", "except", "excl", "excluded", "without"}, was_away},
        {{"not received", "outstanding", "awaited", "not voted"}, was_away},
        {{"proxy", "proxies"}, is_by_proxy},
        {{"interest", "interests", "conflict", "conflicts", "conflicted", "recused"}, has_interest},
        {{"abstained", "abstains", "abstention"}, has_abstained},
        {{"against"}, is_against},
        {{"voted for", "in favour"}, is_in_favour},
    };
    bool known = false, any, agree = true;
    for (size_t i = 0; i < COUNT(acts); i++) {
        size_t words = 0;
        while (words < COUNT(acts[i].words) && acts[i].words[words] != NULL)
            words++;
        if (!name_has_one_of(folded, acts[i].words, words))
            continue;
        known = true;
        agree = rows_say(load, member, acts[i].is_so, &any) && agree &&
                (any || acts[i].is_so == was_away);
    }
    return known && agree;
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

/* An error where the line says of a member, in short, what its rows do not. */
static void hold_short_names(const struct ballots_load *load, const char *const *names,
                             const struct title_line *title)
{
    struct arena *arena = load->sheet.arena;
    const struct line_words words = ballots_line_words(load->scratch, title->folded);
    for (size_t i = 0; i < words.count; i++) {
        const struct member *member = member_in_short(load, names, words.words[i]);
        if (member == NULL || is_of_person(load, &words, i) ||
            rows_agree(load, member, title->folded))
            continue;
        diag_add_wording(load->sheet.diag, SEVERITY_ERROR, title->place,
                         WORDING(arena, "Write what it says into the row of the %s, and %s.",
                                 wording_public(load->unit), wording_public(title->rid)),
                         WORDING(arena, "%s, and the rows do not say so of that %s", title->words,
                                 wording_public(load->unit)));
        return;
    }
}

void ballots_hold_short_names(const struct ballots_load *load)
{
    const struct roll *roll = load->reading->roll;
    const char **names = NULL;
    for (size_t i = 0; i < load->title_count && roll != NULL; i++) {
        const struct title_line *title = &load->titles[i];
        if (strnlen(title->folded, SHORT_LINE_MOST + 1) > SHORT_LINE_MOST ||
            !ballots_tells_of_an_act(title->folded, true))
            continue;
        if (names == NULL) {
            names = arena_alloc(load->scratch, roll->count, sizeof *names);
            for (size_t j = 0; j < roll->count; j++)
                names[j] = text_fold(load->scratch, roll->members[j].name);
        }
        hold_short_names(load, names, title);
    }
}
