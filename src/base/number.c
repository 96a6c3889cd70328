/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <inttypes.h>
#include <stddef.h>

#include "quorate/buffer.h"
#include "quorate/ratio.h"

/* Numbers as they are printed. */

static uint64_t magnitude(int64_t number)
{
    return number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
}

static void add_whole(struct buffer *buffer, uint64_t number, bool grouped)
{
    char text[32];
    size_t at = sizeof text, digits = 0;
    do {
        if (grouped && digits > 0 && digits % 3 == 0)
            text[--at] = ',';
        text[--at] = (char)('0' + number % 10);
        digits++;
        number /= 10;
    } while (number > 0);
    buffer_add_bytes(buffer, text + at, sizeof text - at);
}

const char *number_grouped(struct arena *arena, int64_t number)
{
    struct buffer buffer = {.arena = arena};
    if (number < 0)
        buffer_add(&buffer, "-");
    add_whole(&buffer, magnitude(number), true);
    return buffer_text(&buffer);
}

enum decimals {
    DECIMALS_SHORTEST,
    DECIMALS_ALL,
};

static void add_decimal(struct buffer *buffer, int64_t scaled, unsigned places, bool grouped,
                        enum decimals wanted)
{
    assert(places <= 18);
    uint64_t unit = 1;
    for (unsigned i = 0; i < places; i++)
        unit *= 10;
    if (scaled < 0)
        buffer_add(buffer, "-");
    add_whole(buffer, magnitude(scaled) / unit, grouped);
    uint64_t decimals = magnitude(scaled) % unit;
    for (; wanted == DECIMALS_SHORTEST && decimals > 0 && decimals % 10 == 0; decimals /= 10)
        places--;
    if (decimals > 0 || (wanted == DECIMALS_ALL && places > 0))
        buffer_format(buffer, ".%0*" PRIu64, (int)places, decimals);
}

static const char *decimal(struct arena *arena, int64_t scaled, unsigned places, bool grouped,
                           enum decimals wanted)
{
    struct buffer buffer = {.arena = arena};
    add_decimal(&buffer, scaled, places, grouped, wanted);
    return buffer_text(&buffer);
}

void number_add_canonical(struct buffer *buffer, int64_t scaled, unsigned places)
{
    add_decimal(buffer, scaled, places, false, DECIMALS_SHORTEST);
}

const char *number_canonical(struct arena *arena, int64_t scaled, unsigned places)
{
    return decimal(arena, scaled, places, false, DECIMALS_SHORTEST);
}

const char *number_canonical_grouped(struct arena *arena, int64_t scaled, unsigned places)
{
    return decimal(arena, scaled, places, true, DECIMALS_SHORTEST);
}

const char *number_fixed_grouped(struct arena *arena, int64_t scaled, unsigned places)
{
    return decimal(arena, scaled, places, true, DECIMALS_ALL);
}
