/* SPDX-License-Identifier: MIT */

/* No saved result of which any one word or figure was changed, dropped, doubled, added to or moved
 * is called the same. */
#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "commands/commands.h"
#include "unit/check.h"

static const char *const tables[][2] = {
    {"our/rules.csv", "decision,rule,value,clause,reading\n"
                      "*,roll,practices.csv,,\n"
                      "*,body,The Body,,\n"
                      "*,weight,list size,4,\n"
                      "*,voters,\"lead, proxy\",3.2,\n"
                      "*,voters,lead,3.2,only the lead\n"
                      "*,proxy,named and notified,3.3,\n"
                      "*,locality,Own,,\n"
                      "*,governing body votes,10,,\n"
                      "*,quorum,at least 50% of population present,2,\n"
                      "vote,passes,more than half of votes cast,1,\n"
                      "vote,keep ballots,6 months,5,\n"
                      "vote,next step,tell everybody,6,\n"
                      "chair,weight,one vote per practice,,\n"
                      "chair,secrecy,secret,,\n"
                      "chair,elects,most votes,,\n"
                      "chair,period,at least 3 working days,,\n"},
    {"our/practices.csv", "practice,code,list size 2015-04-01,area\n"
                          "Abbey,K1,4000,North\n"
                          "Bridge,K2,3000,North\n"
                          "Castle,K3,2000,South\n"},
    {"b.csv", "practice,vote,role,voter,notified,interest,received\n"
              "Abbey,for,lead,A,,,2015-06-23T09:00\n"
              "Bridge,against,proxy,B,2015-06-22,,2015-06-23T10:00\n"
              "Castle,,lead,C,,yes,2015-06-23T11:00\n"},
    {"e.csv", "practice,vote\nAbbey,Dr X\nBridge,Dr Y\nCastle,Dr X\n"},
    {"our/localities.csv", "locality,practices,population 2015-04-01\n"
                           "Own,3,9000\n"
                           "Next,4,11000\n"
                           "Total,7,20000\n"},
    {"national.csv", "PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,"
                     "NUMBER_OF_PATIENTS\n"
                     "GP_PRAC_PAT_LIST,01APR2016,GP,10Q,E1,K1,OX1,ALL,ALL,4100\n"
                     "GP_PRAC_PAT_LIST,01APR2016,GP,10Q,E1,K2,OX1,ALL,ALL,2900\n"
                     "GP_PRAC_PAT_LIST,01APR2016,GP,10Q,E1,K3,OX1,ALL,ALL,2100\n"
                     "GP_PRAC_PAT_LIST,01APR2016,GP,10Q,E1,K4,OX1,ALL,ALL,12000\n"},
    {"list.csv", "practice,list size\nAbbey,4100\nBridge,2900\n"},
    {"m.csv", "practice,motion,vote\nAbbey,One,for\nBridge,One,against\nAbbey,Two,abstain\n"},
};

static const char *const results[][16] = {
    {"tally", "-q", "-C", "our", "-d", "vote", "-o", "r.json", "b.csv"},
    {"tally", "-q", "-C", "our", "-d", "vote", "--motion", "The plan", "--route", "raised in May",
     "--date", "2015-06-24", "-o", "r.json", "b.csv"},
    {"tally", "-q", "-C", "our", "-d", "vote", "--confirmed", "2015-07-01", "-o", "r.json",
     "m.csv"},
    {"tally", "-q", "-C", "our", "-d", "chair", "-o", "r.json", "e.csv"},
    {"quorum", "-q", "-C", "our", "-d", "vote", "--date", "2015-06-24", "-o", "r.json", "b.csv"},
    {"share", "-q", "-C", "our", "--whole", "-o", "r.json"},
    {"rules", "-q", "-C", "our", "-d", "vote", "-o", "r.json"},
    {"roll", "-q", "-C", "our", "--date", "2015-06-24", "-o", "r.json"},
    {"timetable", "-q", "-C", "our", "-d", "chair", "--opens", "2015-04-02 09:00", "--closes",
     "2015-04-09 12:00", "-o", "r.json"},
    {"reweight", "-q", "-C", "our", "-f", "json", "national.csv"},
    {"reweight", "-q", "-C", "our", "-f", "json", "--as-at=2016-04-01", "--total=21000",
     "--keep=K3", "--set=K2=2950", "-o", "new.csv", "list.csv"},
};

/* ---- The program */

static void write_text(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    check_true(file != NULL && fputs(text, file) >= 0 && fclose(file) == 0);
}

static int64_t no_clock(void)
{
    return 0;
}

/* Its exit status; what it prints is in the file "told". */
static enum status run(const char *const *words, size_t count)
{
    struct arena *arena = arena_new(NULL);
    char *arguments[20] = {strdup("quorate")};
    int told = open("told", O_WRONLY | O_CREAT | O_TRUNC, 0600);
    for (size_t i = 0; i < count; i++)
        arguments[i + 1] = strdup(words[i]);
    const struct world world = {.argument_count = (int)count + 1,
                                .arguments = arguments,
                                .output = told,
                                .errors = told,
                                .seconds = no_clock};
    enum status status = commands_run(arena, &world);
    for (size_t i = 0; i <= count; i++)
        free(arguments[i]);
    (void)close(told);
    arena_free(arena);
    return status;
}

/* ---- A forger */

static bool every_forgery; /* else one of each leaf */
static size_t tried;

enum forgery {
    CHANGED,
    DROPPED,
    DOUBLED,
    ADDED_TO,
    MOVED,
    FORGERIES,
};

/* A report that went to standard output, beside a table that -o names. */
static void save_told(void)
{
    if (access("r.json", F_OK) != 0)
        check_int(rename("told", "r.json"), 0);
}

/* One leaf: a word, a figure or a list with nothing in it. */
struct leaf {
    json_t *root, *parent; /* of a list or an object */
    const char *key;       /* NULL in a list, */
    const char *list;      /* which has this one; else NULL */
    size_t at;
    json_t *value;
    const char *above; /* the key at the top below which it stands */
};

static json_t *changed(const json_t *value)
{
    if (json_is_string(value))
        return json_sprintf("%s2", json_string_value(value));
    if (json_is_integer(value))
        return json_integer(json_integer_value(value) + 1);
    if (json_is_boolean(value))
        return json_is_true(value) ? json_false() : json_true();
    return json_is_null(value) ? json_string("2015-06-23") : json_pack("[s]", "x");
}

static void put(const struct leaf *leaf, const char *key, json_t *value)
{
    if (leaf->key != NULL)
        (void)json_object_set_new(leaf->parent, key, value);
    else
        (void)json_array_insert_new(leaf->parent, leaf->at, value);
}

/* In its place, and under its own name: to take it out first would free that. */
static void replace(const struct leaf *leaf, json_t *value)
{
    if (leaf->key != NULL)
        (void)json_object_set_new(leaf->parent, leaf->key, value);
    else
        (void)json_array_set_new(leaf->parent, leaf->at, value);
}

static void drop(const struct leaf *leaf)
{
    if (leaf->key != NULL)
        (void)json_object_del(leaf->parent, leaf->key);
    else
        (void)json_array_remove(leaf->parent, leaf->at);
}

static void forge(const struct leaf *leaf, enum forgery forgery)
{
    json_t *kept = json_incref(leaf->value);
    char twin[300];
    (void)snprintf(twin, sizeof twin, "%s_2", leaf->key == NULL ? "x" : leaf->key);
    switch (forgery) {
    case CHANGED:
        replace(leaf, changed(kept));
        break;
    case DROPPED:
        drop(leaf);
        break;
    case DOUBLED:
        put(leaf, twin, json_deep_copy(kept));
        break;
    case ADDED_TO:
        replace(leaf, json_pack("{s:O}", "value", kept));
        break;
    case MOVED:
        (void)json_object_set(leaf->root, leaf->key == NULL ? "moved" : twin, kept);
        drop(leaf);
        break;
    case FORGERIES:
        break;
    }
    json_decref(kept);
}

/* ---- The whole */

/* A fresh copy of the document with the leaf of that number forged. False when there is none. */
static bool find_leaf(json_t *root, json_t *value, size_t *number, const struct leaf *at,
                      struct leaf *found)
{
    size_t count = json_is_object(value) ? json_object_size(value) : json_array_size(value);
    if (count == 0) {
        if (at != NULL && (*number)-- == 0) {
            *found = *at;
            return true;
        }
        return false;
    }
    json_t *inner;
    size_t index;
    if (json_is_object(value)) {
        const char *key;
        json_object_foreach(value, key, inner)
        {
            struct leaf leaf = {root, value, key, NULL, 0, inner, at == NULL ? key : at->above};
            if (find_leaf(root, inner, number, &leaf, found))
                return true;
        }
        return false;
    }
    json_array_foreach(value, index, inner)
    {
        struct leaf leaf = {root,
                            value,
                            NULL,
                            at == NULL || at->key == NULL ? "-" : at->key,
                            index,
                            inner,
                            at == NULL ? "" : at->above};
        if (find_leaf(root, inner, number, &leaf, found))
            return true;
    }
    return false;
}

/* What the record alone says is taken from it and named: then the answer names what was forged. */
static bool is_named(const char *above, const char *key)
{
    static const struct {
        const char *key, *words;
    } taken[] = {
        {"decision", "the kind of decision"},
        {"dates", "the order of days and months"},
        {"encoding", "the encoding"},
        {"multi_line", "line breaks in cells"},
        {"opens", "when the vote opened"},
        {"closes", "when the vote closed"},
        {"columns", "which columns are meant"},
        {"answers", "what answers mean"},
        {"area", "the area"},
        {"total", "the total"},
        {"as_at", "the date of the list sizes"},
        {"keep", "which sizes were kept"},
        {"set", "which sizes were stated"},
        {"leave", "who was left out"},
        {"written_to", "the name of the new roll"},
    };
    char text[4000];
    FILE *file = fopen("told", "r");
    size_t length = file == NULL ? 0 : fread(text, 1, sizeof text - 1, file);
    text[length] = '\0';
    if (file != NULL)
        (void)fclose(file);
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if ((strcmp(above, "options") == 0 || strcmp(above, key) == 0) &&
            strcmp(key, taken[i].key) == 0)
            return strstr(text, taken[i].words) != NULL;
    return false;
}

/* Whether there is such a leaf. Those whose forgery is called the same are counted. */
static bool try_leaf(const json_t *document, size_t number, enum forgery forgery, size_t *accepted)
{
    static const char *const verify[] = {"verify", "-q", "-f", "json", "forged.json"};
    json_t *copy = json_deep_copy(document);
    struct leaf leaf;
    bool found = find_leaf(copy, copy, &number, NULL, &leaf);
    if (found) {
        char key[100], above[100];
        (void)snprintf(key, sizeof key, "%s", leaf.key == NULL ? leaf.list : leaf.key);
        (void)snprintf(above, sizeof above, "%s", leaf.above);
        forge(&leaf, forgery);
        tried++;
        check_int(json_dump_file(copy, "forged.json", JSON_INDENT(2)), 0);
        if (run(verify, 5) == STATUS_DONE && !is_named(above, key)) {
            printf("forgery %d of %s, ... %s is called the same\n", (int)forgery, above, key);
            ++*accepted;
        }
    }
    json_decref(copy);
    return found;
}

/* What no such command is asked, or was not: each put among the options. */
static void try_options(const json_t *document, size_t *accepted)
{
    static const char *const verify[] = {"verify", "-q", "-f", "json", "forged.json"};
    static const char *const words[] = {"motion",   "route",        "candidates", "voters",
                                        "holidays", "casting_vote", "interests",  "practices"};
    for (size_t i = 0; i <= sizeof words / sizeof *words; i++) {
        json_t *copy = json_deep_copy(document), *options = json_object_get(copy, "options");
        const char *key = i == 0 ? "whole" : words[i - 1];
        if (json_object_get(options, key) == NULL) {
            (void)json_object_set_new(options, key,
                                      i == 0 ? json_true() : json_string("practices.csv"));
            tried++;
            check_int(json_dump_file(copy, "forged.json", JSON_INDENT(2)), 0);
            if (run(verify, 5) == STATUS_DONE) {
                printf("\"%s\" among the options is called the same\n", key);
                ++*accepted;
            }
        }
        json_decref(copy);
    }
}

static void test_no_forgery_is_the_same(void **state)
{
    static const char *const verify[] = {"verify", "-q", "r.json"};
    (void)state;
    for (size_t i = 0; i < sizeof results / sizeof *results; i++) {
        size_t words = 0, leaves = 0, accepted = 0;
        (void)unlink("r.json");
        while (words < 16 && results[i][words] != NULL)
            words++;
        (void)unlink("new.csv");
        check_int(run(results[i], words), STATUS_DONE);
        save_told();
        check_int(run(verify, 3), STATUS_DONE);
        json_t *document = json_load_file("r.json", 0, NULL);
        for (bool found = true; found; leaves += found)
            for (int forgery = CHANGED; forgery < FORGERIES; forgery++)
                if (every_forgery || (leaves + i) % FORGERIES == (size_t)forgery)
                    found = try_leaf(document, leaves, (enum forgery)forgery, &accepted);
        try_options(document, &accepted);
        json_decref(document);
        check_true(leaves > 50);
        check_int(accepted, 0);
    }
    printf("%zu forgeries, none of them called the same\n", tried);
}

static void clear(const char *folder)
{
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        (void)unlink(tables[i][0]);
    (void)unlink("told");
    (void)unlink("r.json");
    (void)unlink("forged.json");
    (void)unlink("new.csv");
    (void)rmdir("our");
    (void)rmdir(folder);
}

/* With an argument each leaf is forged in every way, which takes longer. */
int main(int argc, char **argv)
{
    (void)argv;
    every_forgery = argc > 1;
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_no_forgery_is_the_same)};
    char folder[] = "/tmp/quorate-forgeries-XXXXXX";
    check_true(mkdtemp(folder) != NULL && chdir(folder) == 0);
    check_true(mkdir("our", 0700) == 0);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        write_text(tables[i][0], tables[i][1]);
    bool passed = cmocka_run_group_tests(tests, NULL, NULL) == 0;
    clear(folder);
    return passed ? 0 : 1;
}
