/* SPDX-License-Identifier: MIT */
#include "quorate/report.h"

bool report_text_reweighting(struct arena *arena, const struct reweighting *reweighting,
                             struct buffer *out)
{
    (void)arena;
    (void)reweighting;
    buffer_add(out, "\n");
    return true;
}
