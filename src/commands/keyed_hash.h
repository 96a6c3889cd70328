/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_KEYED_HASH_H
#define QUORATE_KEYED_HASH_H

#include "run.h"

/*
 * With --key, puts the keyed hash of the ballot file into the outcome of a secret vote. The key is
 * 32 bytes in 64 hexadecimal digits, in a file of the Election Manager's. Where there is no such
 * file one is made and put among what the run writes, unless it is a recount. `sha256` is that of
 * the ballots as they were counted. False, with an error or with `misuse` filled in, where there is
 * nothing to be kept secret, or no key.
 */
bool keyed_hash_add(struct run *run, struct outcome *outcome, const char *sha256);

#endif
