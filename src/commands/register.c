/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <string.h>

#include "deciding.h"
#include "input.h"
#include "quorate/hash.h"
#include "quorate/register_listing.h"
#include "quorate/saved.h"
#include "quorate/text.h"

/* The hash that was kept, as a report prints it; NULL where none was given. False for what is none.
 */
static bool read_kept(struct run *run, const char **kept)
{
    const char *value = run_value(run, OPTION_LAST);
    size_t length = value == NULL ? 0 : strlen(value);
    char *digits = arena_alloc(run->arena, length + 1, 1);
    for (size_t i = 0; i < length; i++)
        digits[i] = (char)tolower((unsigned char)value[i]);
    *kept = value == NULL ? NULL : digits;
    if (value == NULL || hash_is_one(digits))
        return true;
    return run_misuse(
        run,
        arena_format(run->arena, "--last \"%s\" is no hash", text_printable(run->arena, value)),
        "Write all of its 64 digits, as the report of the last tally has them.");
}

static struct date day_of(const struct run *run, enum option_id id)
{
    struct date date = {0};
    const char *value = run_value(run, id);
    return value != NULL && date_parse(value, &date) ? date : (struct date){0};
}

static bool check_span(struct run *run, const struct register_listing *listing)
{
    if (!date_given(listing->since) || !date_given(listing->until) ||
        date_compare(listing->since, listing->until) <= 0)
        return true;
    return run_misuse(run, "--since is a later day than --until", "Exchange the two.");
}

/* Of several lines with one hash, as in a register with a line doubled, the first. */
static void compare_kept(struct register_listing *listing)
{
    const struct decision_register *decisions = listing->decisions;
    if (listing->kept == NULL)
        return;
    listing->kept_as = KEPT_LOST;
    for (size_t i = decisions->line_count; i > 0; i--)
        if (strcmp(decisions->hashes[i - 1], listing->kept) == 0) {
            listing->kept_line = i;
            listing->kept_as = i == decisions->line_count ? KEPT_LAST : KEPT_EARLIER;
        }
}

static bool is_in_span(const struct register_listing *listing, struct date day)
{
    return !date_given(day) ||
           ((!date_given(listing->since) || date_compare(day, listing->since) >= 0) &&
            (!date_given(listing->until) || date_compare(day, listing->until) <= 0));
}

static void list_decisions(struct arena *arena, struct register_listing *listing)
{
    const struct decision_register *decisions = listing->decisions;
    const struct registered **listed = arena_alloc(arena, decisions->count, sizeof *listed);
    for (size_t i = 0; i < decisions->count; i++) {
        const struct registered *line = &decisions->lines[i];
        if (!is_in_span(listing, line->date))
            continue;
        listed[listing->listed_count++] = line;
        listing->undated_count += !date_given(line->date);
    }
    listing->listed = listed;
}

/* Of the whole register: what is to be destroyed does not wait for a span of days. */
static void list_ballots(struct arena *arena, struct register_listing *listing)
{
    const struct decision_register *decisions = listing->decisions;
    struct ballots_due *due = arena_alloc(arena, decisions->count, sizeof *due);
    for (size_t i = 0; i < decisions->count; i++) {
        const struct registered *line = &decisions->lines[i];
        bool dated = date_given(line->destroy_on);
        if (line->corrected_by > 0 || (line->keep_months == 0 && !dated))
            continue;
        due[listing->due_count++] = (struct ballots_due){
            .of = line,
            .is_due = dated && date_given(listing->day) &&
                      date_compare(line->destroy_on, listing->day) <= 0,
        };
    }
    listing->due = due;
}

const void *register_decide(struct run *run)
{
    struct bytes bytes;
    struct register_listing *listing = arena_alloc(run->arena, 1, sizeof *listing);
    struct decision_register *decisions = arena_alloc(run->arena, 1, sizeof *decisions);
    *listing = (struct register_listing){
        .version = QUORATE_VERSION,
        .decisions = decisions,
        .since = day_of(run, OPTION_SINCE),
        .until = day_of(run, OPTION_UNTIL),
        .day = run->circumstances.date,
    };
    if (!check_span(run, listing) || !read_kept(run, &listing->kept) ||
        !input_read(run->arena, &run->diag, run->options->operands[0], &bytes))
        return NULL;
    load_register(run->arena, bytes, decisions);
    listing->input = input_of(run->arena, "register", bytes, decisions->line_count);
    listing->body = decisions->count > 0 ? decisions->lines[decisions->count - 1].body : NULL;
    compare_kept(listing);
    list_decisions(run->arena, listing);
    list_ballots(run->arena, listing);
    listing->sound = decisions->fault_count == 0 && listing->kept_as != KEPT_LOST;
    return listing;
}

enum status register_answer(const struct options *options, const void *decided)
{
    const struct register_listing *listing = decided;
    (void)options;
    return listing->sound ? STATUS_DONE : STATUS_REFUSED;
}
