/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_LEFT_OPEN_H
#define QUORATE_LEFT_OPEN_H

#include "quorate/outcome.h"
#include "quorate/reweighting.h"
#include "quorate/timetable.h"
#include "run.h"

/*
 * Warns of what was decided and yet leaves something open, with the option that would settle it.
 * The report says what is open too, but nothing of options: it is read by people who never see a
 * command line.
 */
void left_open_by_votes(struct run *run, const struct outcome *outcome);
void left_open_by_age(struct run *run, const struct outcome *outcome); /* of the list sizes */
void left_open_by_timetable(struct run *run, const struct timetable *timetable);
void left_open_by_sizes(struct run *run, const struct reweighting *reweighting);

#endif
