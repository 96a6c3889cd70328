/* SPDX-License-Identifier: MIT */
#include "decisions.h"

#include "quorate/buffer.h"
#include "quorate/text.h"

/* Each kind of decision, or of election only, with its title. */
static const char *list_decisions(struct arena *arena, const struct constitution *constitution,
                                  bool elections)
{
    const struct rules *rules = &constitution->rules;
    struct buffer lines = {.arena = arena};
    size_t widest = 0;
    for (size_t i = 0; i < rules->decision_count; i++) {
        size_t width = text_width(rules->decisions[i]);
        widest = width > widest ? width : widest;
    }
    buffer_format(&lines, "The kinds of %s in %s are:\n", elections ? "election" : "decision",
                  text_printable(arena, constitution->name));
    for (size_t i = 0; i < rules->decision_count; i++) {
        const char *name = rules->decisions[i];
        struct ruleset resolved = rules_resolve(arena, rules, name, NULL, 0);
        if (elections && resolved.form != FORM_ELECTION)
            continue;
        buffer_format(&lines, "  %s", text_printable(arena, name));
        buffer_add_repeated(&lines, ' ', widest - text_width(name) + 2);
        buffer_format(&lines, "%s\n", text_printable(arena, resolved.title));
    }
    return buffer_text(&lines);
}

bool decisions_choose(struct arena *arena, const struct options *options,
                      const struct constitution *constitution, const char **decision,
                      struct misuse *misuse)
{
    const struct rules *rules = &constitution->rules;
    const char *wanted = options->values[OPTION_DECISION];
    *decision = NULL;
    if (!constitution->rules_usable)
        return true;
    if (wanted == NULL) {
        *decision = rules->decision_count == 1 ? rules->decisions[0] : NULL;
        return true;
    }
    *decision = rules_decision(arena, rules, wanted);
    if (*decision != NULL)
        return true;
    size_t nearest = text_nearest(arena, wanted, rules->decisions, rules->decision_count);
    *misuse = (struct misuse){
        .what =
            arena_format(arena, "unknown kind of decision \"%s\"", text_printable(arena, wanted)),
        .list = list_decisions(arena, constitution, false),
    };
    if (nearest != TEXT_NO_CHOICE)
        misuse->remedy = arena_format(arena, "Did you mean %s?",
                                      text_printable(arena, rules->decisions[nearest]));
    return false;
}

struct misuse decisions_missing(struct arena *arena, const struct constitution *constitution)
{
    return (struct misuse){.what = "which kind of decision is it?",
                           .remedy =
                               "Say so with -d, as in -d meeting, or in a column \"decision\" "
                               "of the ballots.",
                           .list = list_decisions(arena, constitution, false)};
}

struct misuse decisions_needed(struct arena *arena, const struct constitution *constitution,
                               const char *what, bool elections)
{
    return (struct misuse){.what = what,
                           .remedy = "Say so with -d and one of the names below.",
                           .list = list_decisions(arena, constitution, elections)};
}
