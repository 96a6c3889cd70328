/* SPDX-License-Identifier: MIT */
#include "new_tables.h"

#include <string.h>

#include "constitution.h"
#include "quorate/buffer.h"
#include "quorate/bundled.h"
#include "quorate/text.h"

#define README       "README.txt"
#define README_WIDTH 72

/* ---- Tables */

/* What a body without tables begins with. A table has no place for remarks that would not be read
 * as rules, so what is to be filled in is blank: a blank value is an error, which says what may
 * stand there. */
static const struct bundled_file blank[] = {
    {.name = "practices.csv", .bytes = "practice,list size,code,aliases,as at\n"},
    {.name = RULES_TABLE,
     .bytes = "decision,rule,value,clause,reading\n"
              "*,body,,,\n"
              "*,edition,,,\n"
              "*,roll,practices.csv,,\n"
              "*,unit,\"practice, practices\",,\n"
              "meeting,title,Vote at a meeting,,\n"
              "meeting,weight,,,\n"
              "meeting,quorum,,,\n"
              "meeting,passes,,,\n"
              "meeting,tie,,,\n"
              "election,title,Election,,\n"
              "election,weight,,,\n"
              "election,quorum,,,\n"
              "election,elects,,,\n"
              "election,tie,,,\n"
              "election,secrecy,,,\n"},
};

#define BLANK (sizeof blank / sizeof *blank)

/* As Excel writes and best reads it: without the mark of UTF-8 it takes an accent for something
 * else, and on saving loses it; and Notepad knew no other line ends for long. */
static struct new_table for_excel(struct arena *arena, const char *name, const char *text)
{
    struct buffer table = {.arena = arena};
    buffer_add(&table, "\xEF\xBB\xBF");
    for (const char *at = text; *at != '\0'; at++)
        buffer_add_bytes(&table, *at == '\n' ? "\r\n" : at, *at == '\n' ? 2 : 1);
    return (struct new_table){name, buffer_text(&table), table.length};
}

/* ---- The page about them */

static const struct {
    const char *name, *holds;
} described[] = {
    {RULES_TABLE, "the rules, one a row: for which kind of decision (* is every kind), which "
                  "rule, what it says, and the clause of your constitution that says so. \"not "
                  "stated\" in the clause marks what the constitution leaves open. Leave the "
                  "column \"reading\" blank, except where a clause can be read in two ways."},
    {"practices.csv", "the members and their list sizes, with a code (as K84001) and other "
                      "spellings of the name where there are any, parted by semicolons. A row "
                      "\"Total\" is no member; it is compared with the sum."},
    {LOCALITIES_TABLE, "the localities of the county and their patients, from which each "
                       "locality's votes on the governing body are worked out."},
};

static const char opening[] =
    "The tables in this folder say who the members are and by which rules they vote. quorate "
    "counts by them: nothing in this folder is a program, and nothing else is needed to keep, "
    "copy or mail.";

static const char changing[] =
    "Open a table in Excel, change it, save it under the same name as \"CSV UTF-8 (Comma "
    "delimited)\", and close it. There are no remarks in a table: every row counts, and one that "
    "is not meant has to be deleted.";

static const char others[] =
    "More tables may stand here, with these names: voters.csv (which e-mail address votes for "
    "which practice), interests.csv (the register of interests), columns.csv and answers.csv "
    "(how your forms head their columns, and what their answers mean), county.csv (which practice "
    "is in which locality). adoptions.csv is written by quorate reweight --adopt; do not change "
    "it. Keep ballots elsewhere, or in a folder inside this one.";

static void paragraph(struct buffer *page, const char *text)
{
    buffer_add(page, "\n");
    text_wrap(page, text, 0, 0, README_WIDTH);
}

static void describe_tables(struct buffer *page, const struct new_table *tables, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < sizeof described / sizeof *described; j++)
            if (strcmp(tables[i].name, described[j].name) == 0) {
                buffer_format(page, "\n%s\n  ", described[j].name);
                text_wrap(page, described[j].holds, 2, 2, README_WIDTH);
            }
}

/* `name` is of the bundled constitution; NULL for blank tables. */
static struct new_table page_about(struct arena *arena, const char *name, const char *folder,
                                   const struct new_table *tables, size_t count)
{
    struct buffer page = {.arena = arena};
    const char *quoted =
        strchr(folder, ' ') == NULL ? folder : arena_format(arena, "\"%s\"", folder);
    buffer_add(&page, "THE TABLES OF A CONSTITUTION\n");
    paragraph(&page, opening);
    paragraph(&page, name == NULL
                         ? "They are blank where your constitution has to be known. \"quorate "
                           "check\" (below) names every cell that is still to be filled in, and "
                           "says what may stand there. For another kind of decision copy the "
                           "rows of one, and give them another name in the column \"decision\"."
                         : arena_format(arena,
                                        "They began as those of %s, which is built into quorate. "
                                        "Change what is different with you.",
                                        name));
    describe_tables(&page, tables, count);
    buffer_add(&page, "\nTo change one\n");
    paragraph(&page, changing);
    buffer_format(&page,
                  "\nThen ask whether everything fits together, and count by it:\n\n"
                  "  quorate check -C %s\n"
                  "  quorate tally -C %s -d KIND ballots.csv\n",
                  quoted, quoted);
    paragraph(&page, "KIND is one of the words in the column \"decision\" of rules.csv. "
                     "Inside this folder -C is not needed. What a table may hold is told in "
                     "quorate's own papers: docs/formats.md and docs/rules.md.");
    paragraph(&page, others);
    struct buffer lines = {.arena = arena};
    for (const char *at = buffer_text(&page); *at != '\0'; at++)
        buffer_add_bytes(&lines, *at == '\n' ? "\r\n" : at, *at == '\n' ? 2 : 1);
    return (struct new_table){README, buffer_text(&lines), lines.length};
}

const struct new_table *new_tables(struct arena *arena, const char *name, const char *folder,
                                   size_t *count)
{
    size_t tables = BLANK;
    const struct bundled_file *from = name == NULL ? blank : bundled_tables(name, &tables);
    struct new_table *made = arena_alloc(arena, tables + 1, sizeof *made);
    for (size_t i = 0; i < tables; i++)
        made[i] = for_excel(arena, from[i].name, from[i].bytes);
    made[tables] = page_about(arena, name, folder, made, tables);
    *count = tables + 1;
    return made;
}
