/* SPDX-License-Identifier: MIT */
#include "phrases_checkup.h"
#include "quorate/report.h"

/* The problems themselves are messages. With an error there is nothing else to say. */
bool report_text_checkup(struct arena *arena, const void *value, struct buffer *out)
{
    const struct checkup *checkup = value;
    if (checkup->errors == 0)
        buffer_format(out, "%s\n", phrases_checkup(arena, checkup));
    return true;
}
