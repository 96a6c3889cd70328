/* SPDX-License-Identifier: MIT */
#include "run_off.h"

#include <string.h>

#include "decisions.h"
#include "input.h"
#include "quorate/saved.h"
#include "quorate/text.h"

/* ---- Whose result it is */

static bool is_same_table(const struct saved_result *saved, const struct constitution *constitution,
                          const char *role)
{
    const struct saved_input *then = result_input(saved, role);
    const struct input *now = constitution_input(constitution, role);
    return then != NULL && then->sha256 != NULL && now != NULL && now->sha256 != NULL &&
           strcmp(then->sha256, now->sha256) == 0;
}

/* By its rules: a folder may have been moved or be called otherwise. */
static bool check_constitution(struct arena *arena, struct diag *diag, const char *file,
                               const struct saved_result *saved,
                               const struct constitution *constitution)
{
    if (is_same_table(saved, constitution, "rules")) {
        if (!is_same_table(saved, constitution, "practices"))
            diag_add(diag, SEVERITY_WARNING, (struct place){.file = file},
                     "If it was counted by another table, name that with --practices.",
                     "the roll is not the one by which this result was counted");
        return true;
    }
    const char *then = saved->rules != NULL ? saved->rules : saved->constitution;
    bool same_name = strcmp(then, constitution->called) == 0;
    diag_refuse(diag, file,
                same_name ? "Count the ballots again by these rules, and take that result."
                          : "Name the rules that it was counted by with -C or --rules.",
                "%s",
                same_name
                    ? arena_format(arena, "the rules of %s have changed since this was counted",
                                   text_printable(arena, then))
                    : arena_format(arena, "this was counted by the rules of %s, not of %s",
                                   text_printable(arena, then),
                                   text_printable(arena, constitution->called)));
    return false;
}

/* ---- Which of its votes */

static bool is_tied_election(const struct saved_poll *poll)
{
    return poll->is_election && poll->run_off_count > 0;
}

/* Why a vote leads to no further election. */
static const char *why_not(struct arena *arena, const struct saved_poll *poll)
{
    if (!poll->is_election)
        return arena_format(arena,
                            "this is the result of a motion (%s), and only an election can lead to "
                            "a further election",
                            text_printable(arena, poll->decision));
    return arena_format(arena,
                        "this election has no tie: its outcome is \"%s\", so there is no further "
                        "election",
                        text_printable(arena, poll->verdict));
}

static const char *name_motions(struct arena *arena, const struct saved_poll *polls, size_t count,
                                bool tied)
{
    const char **names = arena_alloc(arena, count, sizeof *names);
    size_t named = 0;
    for (size_t i = 0; i < count; i++)
        if (polls[i].motion != NULL && (!tied || is_tied_election(&polls[i])))
            names[named++] = arena_format(arena, "\"%s\"", polls[i].motion);
    return named == 0 ? NULL : text_list(arena, names, named, "and");
}

static const struct saved_poll *find_named(struct arena *arena, struct diag *diag, const char *file,
                                           const char *motion, const struct saved_poll *polls,
                                           size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (polls[i].motion != NULL && text_same(arena, polls[i].motion, motion))
            return &polls[i];
    const char *named = name_motions(arena, polls, count, false);
    diag_refuse(diag, file,
                named == NULL ? "Leave out --motion: the votes of this result have no names."
                              : arena_format(arena, "Its votes are on %s.", named),
                "holds no vote on \"%s\"", motion);
    return NULL;
}

/* The only one that is tied; of a single vote that one, tied or not. */
static const struct saved_poll *find_tied(struct arena *arena, struct diag *diag, const char *file,
                                          const struct saved_poll *polls, size_t count)
{
    const struct saved_poll *found = count == 1 ? &polls[0] : NULL;
    size_t tied = 0;
    for (size_t i = 0; i < count; i++) {
        if (!is_tied_election(&polls[i]))
            continue;
        found = &polls[i];
        tied++;
    }
    if (tied > 1) {
        diag_refuse(diag, file,
                    arena_format(arena, "Say which of them it is with --motion: %s.",
                                 name_motions(arena, polls, count, true)),
                    "holds %zu elections that lead to a further election", tied);
        return NULL;
    }
    if (found == NULL)
        diag_refuse(diag, file, NULL, "%s",
                    count == 0 ? "holds no votes" : "holds no election that is tied");
    return found;
}

bool run_off_read(struct arena *arena, struct diag *diag, const struct options *options,
                  const struct constitution *constitution, struct run_off *run_off)
{
    const char *path = options->values[OPTION_RUN_OFF], *motion = options->values[OPTION_MOTION];
    const struct saved_poll *polls;
    struct saved_result saved;
    struct bytes bytes;
    size_t count;
    *run_off = (struct run_off){.file = path};
    if (!input_read_result(arena, diag, path, &bytes) || !load_result(arena, diag, bytes, &saved) ||
        !constitution->rules_usable ||
        !check_constitution(arena, diag, path, &saved, constitution) ||
        !load_result_polls(arena, diag, bytes, &constitution->rules, &polls, &count))
        return false;
    run_off->poll = motion != NULL ? find_named(arena, diag, path, motion, polls, count)
                                   : find_tied(arena, diag, path, polls, count);
    if (run_off->poll != NULL && !is_tied_election(run_off->poll)) {
        diag_refuse(diag, path, NULL, "%s", why_not(arena, run_off->poll));
        run_off->poll = NULL;
    }
    return run_off->poll != NULL;
}

/* ---- Which kind of decision it is */

static bool is_kind_of_election(struct arena *arena, const struct rules *rules,
                                const char *decision)
{
    return rules_resolve(arena, rules, decision, NULL, 0).form == FORM_ELECTION;
}

/* The kinds of election behind that of the result, of which there may be none. */
static size_t kinds_behind(struct arena *arena, const struct rules *rules, const char *decision,
                           const char **first)
{
    size_t count = 0;
    bool behind = false;
    for (size_t i = 0; i < rules->decision_count; i++) {
        if (behind && is_kind_of_election(arena, rules, rules->decisions[i]) && count++ == 0)
            *first = rules->decisions[i];
        behind = behind || strcmp(rules->decisions[i], decision) == 0;
    }
    return count;
}

bool run_off_settle(struct arena *arena, const struct constitution *constitution,
                    const char *decision, struct run_off *run_off, struct misuse *misuse)
{
    const struct rules *rules = &constitution->rules;
    if (decision != NULL && !is_kind_of_election(arena, rules, decision)) {
        *misuse = decisions_needed(arena, constitution,
                                   arena_format(arena, "%s is decided as a motion, not an election",
                                                text_printable(arena, decision)),
                                   true);
        return false;
    }
    run_off->chosen = decision == NULL;
    run_off->decision = decision != NULL ? decision : run_off->poll->decision;
    if (decision == NULL &&
        kinds_behind(arena, rules, run_off->poll->decision, &run_off->decision) > 1) {
        *misuse = decisions_needed(arena, constitution,
                                   "which kind of decision is the further election?", true);
        return false;
    }
    return true;
}
