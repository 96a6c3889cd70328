/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_SHEET_XML_H
#define QUORATE_SHEET_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/file.h"

/*
 * XML, by way of expat: the elements that a format's grammar knows at their places, and nothing of
 * what it does not. A document type ends the reading, and so nothing is ever put in for an entity.
 */

/* How the names of a namespace are written here: "table:" for that of OpenDocument's tables. */
struct xml_namespace {
    const char *address, *prefix; /* which may be "" */
};

/* An element of that name within another; XML_DOCUMENT is what holds the outermost. */
struct xml_rule {
    int within;
    const char *name;
    int element; /* above 0 */
};

enum {
    XML_STRANGE = -1, /* an element that the grammar does not have at that place */
    XML_DOCUMENT = 0,
};

struct xml_grammar {
    const struct xml_namespace *namespaces; /* ended by an address of NULL */
    const struct xml_rule *rules;           /* ended by a name of NULL */
};

struct xml;

/* What is done with it. Of strange elements `begin` alone is told, with the known element that they
 * stand in; of what is in them nothing. */
struct xml_reader {
    void (*begin)(struct xml *xml, void *context, int within, int element);
    void (*text)(struct xml *xml, void *context, int within, const char *text, size_t length);
    void (*end)(struct xml *xml, void *context, int element);
};

#define XML_DEPTH_MOST ((size_t)256)

/* False, with a clause that goes behind the file's name in *fault, when it is not well formed, has
 * a document type, is nested too deeply, or was stopped. */
bool xml_read(struct arena *arena, struct bytes bytes, const struct xml_grammar *grammar,
              const struct xml_reader *reader, void *context, const char **fault);

/* Within `begin`: an attribute, or NULL, and the name of the element. */
const char *xml_attribute(const struct xml *xml, const char *name);
const char *xml_name(const struct xml *xml);

/* A copy of an attribute that stays, "" where it is not there. */
const char *xml_copy_attribute(const struct xml *xml, const char *name);

/* Whether an attribute is there with that value, with another, and as "1" or "true". */
bool xml_is(const struct xml *xml, const char *name, const char *value);
bool xml_is_other(const struct xml *xml, const char *name, const char *value);
bool xml_says(const struct xml *xml, const char *name);

/* Whether a piece of text is nothing but white space. */
bool xml_is_blank(const char *text, size_t length);

/* Ends the reading with a fault. */
void xml_stop(struct xml *xml, const char *fault);

#endif
