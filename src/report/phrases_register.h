/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PHRASES_REGISTER_H
#define REPORT_PHRASES_REGISTER_H

#include "phrases.h"
#include "quorate/register_listing.h"

/* "Unbroken, as far as it shows itself", and what stands behind that, in sentences. */
const char *phrases_register_answer(struct arena *arena, const struct register_listing *listing);
const char *phrases_register_figures(struct arena *arena, const struct register_listing *listing);

/* "Line 4 is no line of a register: ..." */
const char *phrases_register_fault(struct arena *arena, const struct register_fault *fault);

/* "24 June 2015", or that the day is not known. */
const char *phrases_registered_day(struct arena *arena, const struct registered *line);

/* What was decided on: the motion or post, else the kind of decision. */
const char *phrases_registered_name(struct arena *arena, const struct registered *line);

/* "Elected: Dr A", "Carried, depending on how the rules are read". */
const char *phrases_registered_outcome(struct arena *arena, const struct registered *line);

/* "Met: 77,375 of 91,732, at least 45,866 needed", "None asked". */
const char *phrases_registered_quorum(struct arena *arena, const struct registered *line);

/* "8 of 10 present, 4 for, 2 against, 1 abstained" */
const char *phrases_registered_figures(struct arena *arena, const struct registered *line);

/* What became of the line: "Corrected by line 5."; NULL for nothing. */
const char *phrases_registered_corrections(struct arena *arena, const struct registered *line);

/* Until when the ballots are kept; NULL where no rule says so. */
const char *phrases_registered_ballots(struct arena *arena, const struct registered *line);

/* The same of those that are to be destroyed, with whether they are due. */
const char *phrases_ballots_due(struct arena *arena, const struct register_listing *listing,
                                const struct ballots_due *due);

/* Where a tally was registered. */
const char *phrases_registration(struct arena *arena, const struct registration *registration);

struct note_list phrases_register_notes(struct arena *arena,
                                        const struct register_listing *listing);

#endif
