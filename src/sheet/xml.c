/* SPDX-License-Identifier: MIT */
#include "xml.h"

#include <stdlib.h>
#include <string.h>

#include <expat.h>

/* Between the address of a namespace and the name in it: no address can hold it. */
#define SEPARATOR '\n'

struct xml {
    struct arena *arena;
    XML_Parser parser;
    const struct xml_grammar *grammar;
    const struct xml_reader *reader;
    void *context;
    const char *name;             /* of the element that begins */
    const XML_Char **attributes;  /* its, by expat's names */
    int elements[XML_DEPTH_MOST]; /* those that are open */
    size_t depth;
    size_t strange; /* of those, how many stand in a strange one or are it */
    const char *fault;
};

bool xml_is_blank(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (strchr(" \t\r\n", text[i]) == NULL)
            return false;
    return true;
}

void xml_stop(struct xml *xml, const char *fault)
{
    if (xml->fault == NULL)
        xml->fault = fault;
    (void)XML_StopParser(xml->parser, XML_FALSE);
}

/* The prefix of a name, and *local, which is the name in its namespace. NULL for a namespace that
 * is not known. */
static const char *prefix_of(const struct xml *xml, const char *name, const char **local)
{
    const char *separator = strchr(name, SEPARATOR);
    *local = separator == NULL ? name : separator + 1;
    if (separator == NULL)
        return "";
    size_t length = (size_t)(separator - name);
    for (const struct xml_namespace *one = xml->grammar->namespaces; one->address != NULL; one++)
        if (strncmp(one->address, name, length) == 0 && one->address[length] == '\0')
            return one->prefix;
    return NULL;
}

/* Whether a name of expat's is the one that is written so here. */
static bool is_named(const struct xml *xml, const char *name, const char *wanted)
{
    const char *local, *prefix = prefix_of(xml, name, &local);
    if (prefix == NULL)
        return false;
    size_t length = strlen(prefix);
    return strncmp(wanted, prefix, length) == 0 && strcmp(wanted + length, local) == 0;
}

const char *xml_attribute(const struct xml *xml, const char *name)
{
    /* One of the element's own has no namespace, also where the element's is written without a
     * prefix. */
    bool own = strchr(name, ':') == NULL;
    for (const XML_Char **at = xml->attributes; *at != NULL; at += 2)
        if (own ? strcmp(at[0], name) == 0 : is_named(xml, at[0], name))
            return at[1];
    return NULL;
}

const char *xml_copy_attribute(const struct xml *xml, const char *name)
{
    const char *value = xml_attribute(xml, name);
    return value == NULL ? "" : arena_copy(xml->arena, value, strlen(value));
}

bool xml_is(const struct xml *xml, const char *name, const char *value)
{
    const char *given = xml_attribute(xml, name);
    return given != NULL && strcmp(given, value) == 0;
}

bool xml_is_other(const struct xml *xml, const char *name, const char *value)
{
    const char *given = xml_attribute(xml, name);
    return given != NULL && strcmp(given, value) != 0;
}

bool xml_says(const struct xml *xml, const char *name)
{
    return xml_is(xml, name, "1") || xml_is(xml, name, "true");
}

const char *xml_name(const struct xml *xml)
{
    const char *local;
    (void)prefix_of(xml, xml->name, &local);
    return local;
}

static int innermost(const struct xml *xml)
{
    return xml->depth == 0 ? XML_DOCUMENT : xml->elements[xml->depth - 1];
}

/* What the grammar calls an element at this place. An outermost one without a namespace is none. */
static int element_of(const struct xml *xml, const char *name)
{
    int within = innermost(xml);
    for (const struct xml_rule *rule = xml->grammar->rules; rule->name != NULL; rule++)
        if (rule->within == within && strchr(name, SEPARATOR) != NULL &&
            is_named(xml, name, rule->name))
            return rule->element;
    return XML_STRANGE;
}

static void XMLCALL begin(void *context, const XML_Char *name, const XML_Char **attributes)
{
    struct xml *xml = context;
    if (xml->depth == XML_DEPTH_MOST) {
        xml_stop(xml, "is damaged: its parts are nested too deeply");
        return;
    }
    int within = innermost(xml);
    int element = xml->strange > 0 ? XML_STRANGE : element_of(xml, name);
    xml->name = name;
    xml->attributes = attributes;
    if (xml->strange == 0)
        xml->reader->begin(xml, xml->context, within, element);
    xml->strange += element == XML_STRANGE;
    xml->elements[xml->depth++] = element;
}

static void XMLCALL end(void *context, const XML_Char *name)
{
    struct xml *xml = context;
    (void)name;
    int element = xml->elements[--xml->depth];
    if (element == XML_STRANGE)
        xml->strange--;
    else if (xml->reader->end != NULL)
        xml->reader->end(xml, xml->context, element);
}

static void XMLCALL text(void *context, const XML_Char *bytes, int length)
{
    struct xml *xml = context;
    if (xml->strange == 0 && xml->reader->text != NULL)
        xml->reader->text(xml, xml->context, innermost(xml), bytes, (size_t)length);
}

static void XMLCALL refuse_doctype(void *context, const XML_Char *name, const XML_Char *system,
                                   const XML_Char *public, int has_subset)
{
    (void)name;
    (void)system;
    (void)public;
    (void)has_subset;
    xml_stop(context, "holds a document type, which no workbook has");
}

/* The library calls some of its failures to get memory a fault of the text, so it is watched. */
static bool ran_out;

static void *watched_malloc(size_t size)
{
    void *memory = malloc(size);
    ran_out = ran_out || memory == NULL;
    return memory;
}

static void *watched_realloc(void *old, size_t size)
{
    void *memory = realloc(old, size);
    ran_out = ran_out || memory == NULL;
    return memory;
}

static XML_Parser open_library(struct arena *arena)
{
    static const XML_Memory_Handling_Suite watched = {watched_malloc, watched_realloc, free};
    static const XML_Char separator[] = {SEPARATOR, '\0'};
    ran_out = false;
    XML_Parser parser = XML_ParserCreate_MM(NULL, &watched, separator);
    if (parser == NULL)
        arena_exhausted(arena);
    return parser;
}

bool xml_read(struct arena *arena, struct bytes bytes, const struct xml_grammar *grammar,
              const struct xml_reader *reader, void *context, const char **fault)
{
    struct xml *xml = arena_alloc(arena, 1, sizeof *xml);
    *xml = (struct xml){.arena = arena,
                        .parser = open_library(arena),
                        .grammar = grammar,
                        .reader = reader,
                        .context = context};
    XML_SetUserData(xml->parser, xml);
    XML_SetElementHandler(xml->parser, begin, end);
    XML_SetCharacterDataHandler(xml->parser, text);
    XML_SetStartDoctypeDeclHandler(xml->parser, refuse_doctype);
    enum XML_Status status = XML_Parse(xml->parser, bytes.bytes, (int)bytes.length, XML_TRUE);
    XML_ParserFree(xml->parser);
    if (ran_out)
        arena_exhausted(arena);
    *fault = xml->fault;
    if (status != XML_STATUS_OK && xml->fault == NULL)
        *fault = "is damaged: one of its parts is not well-formed XML";
    return *fault == NULL;
}
