/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SAVED_RESULT_INTERNAL_H
#define QUORATE_SAVED_RESULT_INTERNAL_H

#include <jansson.h>

#include <stdbool.h>

#include "quorate/file.h"

/*
 * The document, for json_decref, or NULL, for want of memory or for the reason in *error. It is
 * read twice: where memory runs out jansson 2.14 does not notice that the text it is reading lacks
 * its last letters, and a result must not be called different for that.
 */
json_t *result_parse(struct bytes bytes, json_error_t *error, bool *no_memory);

#endif
