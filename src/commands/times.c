/* SPDX-License-Identifier: MIT */
#include "times.h"

#include "input.h"
#include "quorate/bundled.h"
#include "quorate/tables.h"

struct opening times_of(const struct options *options, enum option_id id)
{
    struct opening opening = {0};
    const char *value = options->values[id];
    if (value == NULL || date_parse(value, &opening.day))
        return opening;
    if (moment_parse(value, &opening.moment))
        opening.day = moment_english_day(opening.moment);
    return opening;
}

static const char *written(struct arena *arena, struct opening opening)
{
    return opening.moment.given ? moment_iso(arena, opening.moment) : date_iso(arena, opening.day);
}

/* Of two times, or of days where one of them is only that. */
static bool is_in_order(struct opening opens, struct opening closes)
{
    if (opens.moment.given && closes.moment.given)
        return opens.moment.seconds < closes.moment.seconds;
    return date_compare(opens.day, closes.day) <= 0;
}

bool times_fit(struct arena *arena, struct opening opens, struct opening closes,
               struct misuse *misuse)
{
    bool both_times = opens.moment.given && closes.moment.given;
    if (!date_given(opens.day) || !date_given(closes.day))
        return true;
    if (both_times && opens.moment.zoned != closes.moment.zoned) {
        *misuse =
            (struct misuse){.what = "--opens and --closes: one has a time zone, the other has none",
                            .remedy = "Write both with their zone, or both without."};
        return false;
    }
    if (is_in_order(opens, closes))
        return true;
    *misuse = (struct misuse){
        .what = arena_format(arena, "--closes %s is not after --opens %s", written(arena, closes),
                             written(arena, opens)),
        .remedy = "Correct the one that is wrong.",
    };
    return false;
}

struct calendar times_calendar(struct arena *arena, struct diag *diag,
                               const struct options *options, struct input *added)
{
    struct bytes bytes = bundled_bytes(&bundled_bank_holidays, bundled_bank_holidays.name);
    struct holiday_list own, more = {0};
    const char *path = options->values[OPTION_HOLIDAYS];
    size_t rows;
    *added = (struct input){0};
    load_holidays(arena, diag, bytes, &own, NULL);
    if (path != NULL && input_read_table(arena, diag, options, path, &bytes)) {
        load_holidays(arena, diag, bytes, &more, &rows);
        *added = input_of(arena, "holidays", bytes, rows);
    }
    return calendar_make(arena, own, more);
}
