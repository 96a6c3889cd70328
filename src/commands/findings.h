/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_FINDINGS_WARN_H
#define QUORATE_FINDINGS_WARN_H

#include "run.h"

/* Warns of what the registers say of ballots that count all the same. Of a secret vote neither the
 * row nor anything that a ballot says is told. */
void findings_warn(struct run *run);

#endif
