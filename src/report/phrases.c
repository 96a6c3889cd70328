/* SPDX-License-Identifier: MIT */
#include "phrases.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "quorate/date.h"
#include "quorate/ratio.h"
#include "quorate/text.h"

const char *phrases_of_population(struct arena *arena, const struct outcome *outcome,
                                  const struct standing *standing)
{
    return outcome->population == 0
               ? NULL
               : ratio_percent(arena, standing->list_size, outcome->population, 2);
}

const char *phrases_valid(struct arena *arena, const char *text)
{
    if (text == NULL || text_invalid_at(text, strlen(text)) == TEXT_VALID)
        return text;
    struct buffer valid = {.arena = arena};
    for (;;) {
        size_t bad = text_invalid_at(text, strlen(text));
        if (bad == TEXT_VALID)
            break;
        buffer_add_bytes(&valid, text, bad);
        buffer_add(&valid, "\xEF\xBF\xBD");
        text += bad + 1;
    }
    buffer_add(&valid, text);
    return buffer_text(&valid);
}

/* Only ASCII letters change: the rest of Unicode is base's business and rarely starts a rule. */
const char *phrases_small(struct arena *arena, const char *text)
{
    char *copy = arena_copy(arena, text, strlen(text));
    copy[0] = (char)tolower((unsigned char)copy[0]);
    return copy;
}

const char *phrases_sentence(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == ' ')
        length--;
    if (length == 0)
        return "";
    const char *stop = strchr(".?!", text[length - 1]) == NULL ? "." : "";
    return text_capital(arena, arena_format(arena, "%.*s%s", (int)length, text, stop));
}

const char *phrases_join(struct arena *arena, const char *first, const char *second)
{
    if (first == NULL || first[0] == '\0')
        return second;
    if (second == NULL || second[0] == '\0')
        return first;
    return arena_format(arena, "%s %s", first, second);
}

const char *phrases_times(struct arena *arena, const char *const *texts, size_t count)
{
    const char **kinds = arena_alloc(arena, count, sizeof *kinds); /* few, however many texts */
    size_t *times = arena_alloc(arena, count, sizeof *times);
    size_t known = 0;
    for (size_t i = 0; i < count; i++) {
        size_t kind = 0;
        while (kind < known && strcmp(kinds[kind], texts[i]) != 0)
            kind++;
        kinds[kind] = texts[i];
        times[kind]++;
        known += kind == known;
    }
    const char *words = "";
    for (size_t i = 0; i < known; i++)
        words = arena_format(arena, "%s%s%s %zu", words, i == 0 ? "" : ", ",
                             phrases_small(arena, kinds[i]), times[i]);
    return words;
}

const char *phrases_a(struct arena *arena, const char *noun)
{
    return arena_format(arena, "%s %s", text_article(noun), noun);
}

const char *phrases_several(struct arena *arena, int64_t number, const char *one,
                            const char *several)
{
    return arena_format(arena, "%s %s", number_grouped(arena, number), number == 1 ? one : several);
}

const char *phrases_members(const struct subject *subject, int64_t members)
{
    return phrases_several(subject->arena, members, subject->outcome->terms.unit,
                           subject->outcome->terms.units);
}

size_t phrases_listed(size_t rows)
{
    return rows > LISTED_MOST ? LISTED_FIRST : LISTED_MOST;
}

const char *phrases_first_names(struct arena *arena, const char *const *names, size_t count,
                                size_t listed, const char *last)
{
    if (count <= listed)
        return text_list(arena, names, count, last);
    const char **first = arena_alloc(arena, listed + 1, sizeof *first);
    memcpy(first, names, listed * sizeof *first);
    first[listed] = phrases_several(arena, (int64_t)(count - listed), "other", "others");
    return text_list(arena, first, listed + 1, last);
}

const char *phrases_names(const struct subject *subject, const char *const *names, size_t count,
                          const char *last)
{
    return phrases_first_names(subject->arena, names, count,
                               phrases_listed(subject->poll->roll_call.standing_count), last);
}

const char *phrases_measured(struct arena *arena, const struct terms *terms, int64_t number)
{
    return phrases_several(arena, number, terms->measure, terms->measures);
}

const char *phrases_votes_number(struct arena *arena, int64_t votes, unsigned places)
{
    const char *number = number_fixed_grouped(arena, votes, places);
    return arena_format(arena, "%s %s", number, strcmp(number, "1") == 0 ? "vote" : "votes");
}

const char *phrases_quantity(const struct subject *subject,
                             const struct condition_outcome *condition, int64_t scaled)
{
    switch (condition->asks.measure) {
    case MEASURE_POPULATION:
        return phrases_measured(subject->arena, &subject->outcome->terms, scaled);
    case MEASURE_VOTES:
        return phrases_votes_number(subject->arena, scaled, condition->places);
    case MEASURE_MEMBERS:
        break;
    }
    return phrases_members(subject, scaled);
}

const char *phrases_before_date(const char *title)
{
    static const char meets[] = "at a meeting";
    size_t length = strlen(title), end = sizeof meets - 1;
    return length >= end && strcmp(title + length - end, meets) == 0 ? " on " : ", ";
}

const char *phrases_title(const struct subject *subject)
{
    const char *title = subject->poll->title;
    if (!date_given(subject->outcome->date))
        return title;
    return arena_format(subject->arena, "%s%s%s", title, phrases_before_date(title),
                        date_long(subject->arena, subject->outcome->date));
}

const char *phrases_vote_name(const struct poll_outcome *poll)
{
    return poll->motion == NULL ? poll->title : poll->motion;
}

const char *phrases_verdict(enum verdict verdict)
{
    static const char *const shown[] = {
        [VERDICT_CARRIED] = "CARRIED",         [VERDICT_NOT_CARRIED] = "NOT CARRIED",
        [VERDICT_NOT_BINDING] = "NOT BINDING", [VERDICT_ELECTED] = "ELECTED",
        [VERDICT_NOT_ELECTED] = "NOT ELECTED", [VERDICT_FURTHER_ELECTION] = "FURTHER ELECTION",
        [VERDICT_NOT_VALID] = "NOT VALID",     [VERDICT_NONE] = "NOT DECIDED",
    };
    return shown[verdict];
}

const char *phrases_verdict_capital(struct arena *arena, enum verdict verdict)
{
    const char *name = verdict_name(verdict);
    return text_capital(arena, name == NULL ? "not decided" : name);
}

static const char *fraction(struct arena *arena, struct ratio amount)
{
    static const struct {
        int64_t p, q;
        const char *words;
    } known[] = {
        {1, 2, "half"},        {1, 3, "one third"},      {2, 3, "two thirds"},
        {1, 4, "one quarter"}, {3, 4, "three quarters"},
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (known[i].p == amount.p && known[i].q == amount.q)
            return known[i].words;
    int64_t scaled = amount.p * 100;
    for (unsigned places = 0; places <= 6; places++, scaled *= 10)
        if (scaled % amount.q == 0)
            return arena_format(arena, "%s%%", number_canonical(arena, scaled / amount.q, places));
    return arena_format(arena, "%lld/%lld", (long long)amount.p, (long long)amount.q);
}

const char *phrases_amount(struct arena *arena, const struct condition *asks)
{
    static const char *const roundings[] = {
        [ROUNDING_NONE] = "",
        [ROUNDING_DOWN] = " rounded down",
        [ROUNDING_UP] = " rounded up",
        [ROUNDING_TO_NEAREST] = " rounded to nearest",
    };
    static const char *const comparisons[2][2] = {{"at least", "more than"},
                                                  {"at most", "fewer than"}};
    const char *how = comparisons[asks->at_most][asks->strictly];
    if (asks->is_number && asks->at_most && asks->plus == 0)
        return "none";
    if (asks->is_number)
        return arena_format(arena, "%s %s", how, number_grouped(arena, asks->plus));
    const char *amount =
        arena_format(arena, "%s%s", fraction(arena, asks->amount), roundings[asks->rounding]);
    if (asks->plus != 0)
        amount = arena_format(arena, "%s plus %s", amount, number_grouped(arena, asks->plus));
    if (asks->limit == LIMIT_NONE)
        return arena_format(arena, "%s %s", how, amount);
    return arena_format(arena, "%s the %s of %s and %s", how,
                        asks->limit == LIMIT_GREATER ? "greater" : "lesser", amount,
                        number_grouped(arena, asks->number));
}

const char *phrases_on_reading(struct arena *arena, const char *name, const char *where,
                               const char *const *together, size_t together_count)
{
    const char *on = arena_format(arena, "On the reading \"%s\"", name);
    if (together_count > 1) {
        const char **quoted = arena_alloc(arena, together_count, sizeof *quoted);
        for (size_t i = 0; i < together_count; i++)
            quoted[i] = arena_format(arena, "\"%s\"", together[i]);
        on = arena_format(arena, "On the readings %s together",
                          text_list(arena, quoted, together_count, "and"));
    }
    return where == NULL ? on : arena_format(arena, "%s (%s)", on, where);
}
