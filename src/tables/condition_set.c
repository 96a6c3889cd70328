/* SPDX-License-Identifier: MIT */
#include "condition_set.h"

#include <string.h>

#include "charter.h"
#include "quorate/text.h"

/* ---- Whose */

const char condition_whose_missing[] =
    "the condition does not say whose; end it with present, replying, voting, cast or against, or, "
    "for the whole roll, write all before what is counted";

static bool accept_side(struct reader *reader)
{
    static const struct {
        const char *words;
        enum side side;
    } sides[] = {
        {"for", SIDE_FOR},
        {"in favour", SIDE_FOR},
        {"in favor", SIDE_FOR},
        {"voting for", SIDE_FOR},
        {"voting in favour", SIDE_FOR},
        {"voting in favor", SIDE_FOR},
        {"voting against", SIDE_AGAINST},
        {"abstaining", SIDE_ABSTAINED},
        {"not in favour", SIDE_NOT_FOR},
        {"not in favor", SIDE_NOT_FOR},
        {"not voting for", SIDE_NOT_FOR},
        {"not voting in favour", SIDE_NOT_FOR},
    };
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        if (phrase_accept(&reader->phrase, sides[i].words)) {
            reader->condition->side = sides[i].side;
            return true;
        }
    return false;
}

static bool accept_scope(struct reader *reader)
{
    static const struct {
        const char *words;
        enum scope scope;
        bool replying;
    } scopes[] = {
        {"present in person or by proxy", SCOPE_PRESENT, false},
        {"in attendance", SCOPE_PRESENT, false},
        {"attending", SCOPE_PRESENT, false},
        {"present", SCOPE_PRESENT, false},
        {"replying", SCOPE_PRESENT, true},
        {"voting", SCOPE_VOTING, false},
        {"cast", SCOPE_CAST, false},
        {"against", SCOPE_AGAINST, false},
    };
    for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++)
        if (phrase_accept(&reader->phrase, scopes[i].words)) {
            reader->condition->scope = scopes[i].scope;
            reader->condition->replying = scopes[i].replying;
            return true;
        }
    return false;
}

static const char *read_scope(struct reader *reader)
{
    const char *advice =
        charter_advice(&reader->phrase, reader->condition->amount, reader->terms->units);
    if (advice != NULL || accept_scope(reader))
        return advice;
    reader->whose_missing = reader->is_piece && phrase_ended(&reader->phrase);
    if (reader->whose_missing)
        return NULL;
    if (phrase_ended(&reader->phrase))
        return condition_whose_missing;
    return arena_format(reader->arena,
                        "\"%s\" does not say whose; write present, replying, voting, cast or "
                        "against, or, for the whole roll, all before what is counted",
                        phrase_rest(&reader->phrase));
}

/* ---- Of which members */

/* "of public", "of each area", at the end. */
static const char *read_among(struct reader *reader)
{
    struct phrase *phrase = &reader->phrase;
    if (phrase_accept(phrase, "of each area") || phrase_accept(phrase, "of every area") ||
        phrase_accept(phrase, "in each area") || phrase_accept(phrase, "in every area")) {
        reader->condition->among = AMONG_EACH_AREA;
        return NULL;
    }
    if (phrase_has_clause_next(phrase, "by") && !phrase_has_clause_next(phrase, "by proxy")) {
        phrase->at++;
        return arena_format(reader->arena,
                            "\"by %s\" is written of %s, which has to be a class of the roll",
                            phrase_rest(phrase), phrase_rest(phrase));
    }
    if (!phrase_accept(phrase, "of"))
        return NULL;
    const char *name = phrase_rest(phrase);
    const char **names = arena_alloc(reader->arena, 1, sizeof *names);
    names[0] = text_fold(reader->arena, name);
    if (strncmp(names[0], "whom ", 5) == 0 || strncmp(names[0], "which ", 6) == 0)
        return arena_format(reader->arena,
                            "\"of %s\" is another condition; give it a row of its own: at least 4 "
                            "members present of a class",
                            name);
    if (*names[0] == '\0')
        return "nothing stands behind \"of\" at the end; write the class of members that counts, "
               "as "
               "the roll has it in its column class, or each area";
    if (strncmp(names[0], "each ", 5) == 0 || strncmp(names[0], "every ", 6) == 0)
        return arena_format(reader->arena,
                            "\"of %s\" can be only \"of each area\"; give every class a row of its "
                            "own",
                            name);
    phrase->at = phrase->count;
    reader->condition->among = AMONG_CLASS;
    reader->condition->names = names;
    reader->condition->name_count = 1;
    return NULL;
}

/* ---- Of what */

/* The words that can be counted, as a sentence lists them, each once. */
static const char *countable_words(struct reader *reader, const char *before)
{
    bool own = strcmp(reader->terms->units, "members") != 0;
    return own ? arena_format(reader->arena, "%smembers, %s%s", before, before,
                              reader->terms->units)
               : arena_format(reader->arena, "%smembers", before);
}

/* "population", or what the body calls whatever its members have so many of. */
static bool accept_measure(struct phrase *phrase, const struct terms *terms)
{
    return phrase_accept(phrase, "population") ||
           (terms->own_measure &&
            (phrase_accept(phrase, terms->measures) || phrase_accept(phrase, terms->measure)));
}

/* The words for what is counted; `all` has no population, which is "the whole population". */
static const char *read_measure(struct reader *reader, bool all)
{
    const char *advice =
        charter_advice(&reader->phrase, reader->condition->amount, reader->terms->units);
    if (advice != NULL)
        return advice;
    if (phrase_accept(&reader->phrase, "votes"))
        reader->condition->measure = MEASURE_VOTES;
    else if (all ? reader->terms->own_measure &&
                       phrase_accept(&reader->phrase, reader->terms->measures)
                 : accept_measure(&reader->phrase, reader->terms))
        reader->condition->measure = MEASURE_POPULATION;
    else if (phrase_accept_unit(&reader->phrase, reader->terms->unit, reader->terms->units))
        reader->condition->measure = MEASURE_MEMBERS;
    else if (all)
        return arena_format(
            reader->arena, "\"all %s\" cannot be counted; write all votes, %s or %s",
            phrase_rest(&reader->phrase), countable_words(reader, "all "), reader->terms->whole);
    else
        return arena_format(
            reader->arena,
            "\"%s\" cannot be counted; the words are votes, %s, %s, all votes, all %s "
            "and %s (for example: at least 50%% of %s present), and a class of "
            "members stands behind them: all members of owners",
            phrase_rest(&reader->phrase), reader->terms->counted, countable_words(reader, ""),
            reader->terms->units, reader->terms->whole, reader->terms->counted);
    return NULL;
}

/* Behind "all practices" nothing says who is there: all are the whole roll, whoever was. Which of
 * them are compared with it may be said. */
static const char *read_all(struct reader *reader)
{
    struct phrase ahead = reader->phrase;
    const char *fault = read_measure(reader, true);
    reader->condition->scope = SCOPE_ALL;
    const char *rest = phrase_rest(&reader->phrase);
    if (fault != NULL || accept_side(reader))
        return fault;
    if (phrase_accept(&reader->phrase, "against")) {
        reader->condition->side = SIDE_AGAINST;
        return NULL;
    }
    if (!accept_scope(reader))
        return NULL;
    const char *measured = phrase_word(&ahead);
    return arena_format(reader->arena,
                        "\"%s\" is too much behind \"all %s\", which are those of the whole roll; "
                        "write all %s, or %s %s",
                        rest, measured, measured, measured, rest);
}

/* "votes cast", "votes cast against", "all members", "the whole population" */
static const char *read_whole(struct reader *reader)
{
    struct phrase *phrase = &reader->phrase;
    if (phrase_accept(phrase, "the whole population")) {
        reader->condition->measure = MEASURE_POPULATION;
        reader->condition->scope = SCOPE_ALL;
        if (!accept_side(reader) && phrase_accept(phrase, "against"))
            reader->condition->side = SIDE_AGAINST;
        return NULL;
    }
    (void)phrase_accept(phrase, "the");
    if (phrase_accept(phrase, "all")) {
        (void)(phrase_accept(phrase, "of the") || phrase_accept(phrase, "the"));
        return read_all(reader);
    }
    const char *fault = read_measure(reader, false);
    if (fault == NULL)
        fault = read_scope(reader);
    if (fault != NULL || accept_side(reader))
        return fault;
    if (reader->condition->scope != SCOPE_AGAINST && phrase_accept(phrase, "against"))
        reader->condition->side = SIDE_AGAINST;
    return NULL;
}

const char *condition_read_set(struct reader *reader)
{
    const char *fault = read_whole(reader);
    return fault != NULL ? fault : read_among(reader);
}

/* "votes", "practices", "6 of the practices" */
static bool accept_counted(struct reader *reader)
{
    struct phrase ahead = reader->phrase;
    if ((phrase_accept(&ahead, "of the") || phrase_accept(&ahead, "of")) &&
        phrase_accept_unit(&ahead, reader->terms->unit, reader->terms->units)) {
        reader->phrase = ahead;
        return true;
    }
    if (phrase_accept(&reader->phrase, "votes") || phrase_accept(&reader->phrase, "vote"))
        reader->condition->measure = MEASURE_VOTES;
    else if (accept_measure(&reader->phrase, reader->terms))
        reader->condition->measure = MEASURE_POPULATION;
    else
        return phrase_accept_unit(&reader->phrase, reader->terms->unit, reader->terms->units);
    return true;
}

const char *condition_read_counted(struct reader *reader, const char *word)
{
    reader->condition->measure = MEASURE_MEMBERS;
    reader->measure_missing = reader->whose_missing =
        reader->is_piece && phrase_ended(&reader->phrase);
    if (reader->whose_missing)
        return NULL;
    const char *advice =
        charter_advice(&reader->phrase, reader->condition->amount, reader->terms->units);
    if (advice != NULL)
        return advice;
    if (!accept_counted(reader))
        return arena_format(
            reader->arena,
            "after the number \"%s\" comes what is counted, votes, %s, and "
            "whose (for example: at least 2 %s against; of a class: at least 2 %s "
            "present of owners), not \"%s\"",
            word,
            strcmp(reader->terms->units, "members") == 0
                ? "members"
                : arena_format(reader->arena, "members or %s", reader->terms->units),
            reader->terms->units, reader->terms->units, phrase_rest(&reader->phrase));
    const char *fault = NULL;
    if (accept_side(reader))
        reader->condition->scope = SCOPE_ALL;
    else
        fault = read_scope(reader);
    return fault != NULL ? fault : read_among(reader);
}

const char *condition_read_names(struct arena *arena, const char *text, struct condition *condition)
{
    const char **names = arena_alloc(arena, strlen(text) + 1, sizeof *names);
    size_t count = 0;
    for (const char *at = text; *at != '\0';) {
        size_t length = strcspn(at, ";");
        const char *folded = text_fold(arena, arena_copy(arena, at, length));
        if (*folded != '\0')
            names[count++] = folded;
        at += length + (at[length] == ';');
    }
    *condition = (struct condition){.is_number = true,
                                    .amount = {0, 1},
                                    .plus = (int64_t)count,
                                    .measure = MEASURE_MEMBERS,
                                    .scope = SCOPE_PRESENT,
                                    .among = AMONG_NAMED,
                                    .names = names,
                                    .name_count = count};
    return count > 0 ? NULL
                     : "\"must include\" names nobody; write, for example, must include The Bell "
                       "Surgery";
}
