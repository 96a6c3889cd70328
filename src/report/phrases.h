/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PHRASES_H
#define REPORT_PHRASES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "quorate/arena.h"
#include "quorate/outcome.h"
#include "quorate/power.h"
#include "quorate/rulebook.h"

/*
 * The English that every format shares, so that all of them say the same. Each function returns
 * whole sentences in one line, not yet wrapped and not yet made printable: a format escapes them
 * in its own way. What is returned lives in the arena.
 */

/* What a sentence is about. */
struct subject {
    struct arena *arena;
    const struct outcome *outcome;
    const struct poll_outcome *poll;
};

/* Words (phrases.c). */

/* The text as valid UTF-8: names of files and motions come from the command line unchecked. NULL
 * stays. */
const char *phrases_valid(struct arena *arena, const char *text);

/* What part of the roll's population is the member's, in percent with 2 places; NULL where there is
 * none. */
const char *phrases_of_population(struct arena *arena, const struct outcome *outcome,
                                  const struct standing *standing);

/* With a small first letter. */
const char *phrases_small(struct arena *arena, const char *text);

/* With a capital first letter and exactly one full stop at the end. */
const char *phrases_sentence(struct arena *arena, const char *text);

/* `first` and `second` with a space between; either may be "" or NULL. */
const char *phrases_join(struct arena *arena, const char *first, const char *second);

/* "carried 2, not binding 1": each text and how often it is there, in the order of the first. */
const char *phrases_times(struct arena *arena, const char *const *texts, size_t count);

/* "a practice", "an area" */
const char *phrases_a(struct arena *arena, const char *noun);

/* "1 group", "1,200 groups" */
const char *phrases_several(struct arena *arena, int64_t number, const char *one,
                            const char *several);

/* "1 practice", "8 practices", as the constitution calls its members. */
const char *phrases_members(const struct subject *subject, int64_t members);

/* "1 patient", "91,732 patients": what the body counts of its members. */
const char *phrases_measured(struct arena *arena, const struct terms *terms, int64_t number);

/* "1 vote", "6.60 votes": with every decimal that the votes have, so that figures line up. */
const char *phrases_votes_number(struct arena *arena, int64_t votes, unsigned places);

/* A figure of a condition in its own measure: "1 patient", "8 practices", "6.6 votes". */
const char *phrases_quantity(const struct subject *subject,
                             const struct condition_outcome *condition, int64_t scaled);

/* What stands between a title and its date: " on " where somebody meets, else ", ". */
const char *phrases_before_date(const char *title);

/* "Vote at a meeting on 24 June 2015", "Vote of censure, 9 September 2015" */
const char *phrases_title(const struct subject *subject);

/* "NOT CARRIED" */
const char *phrases_verdict(enum verdict verdict);

/* "at least two thirds", "more than half rounded down plus 1", "at least 5" */
const char *phrases_amount(struct arena *arena, const struct condition *asks);

/*
 * Long lists. A page lists no more than LISTED_MOST entries of anything, and where the table of its
 * members would have more rows than that LISTED_FIRST: a body so large would fill it with each
 * list. Of the others it is told how many they are, and the result as JSON has each. Returns how
 * many it lists where the table has so many rows.
 */
#define LISTED_MOST  ((size_t)500)
#define LISTED_FIRST ((size_t)5)
#define LISTED_ALL   SIZE_MAX /* in JSON, which is whole */
size_t phrases_listed(size_t rows);

/* "A, B and C", and of more than are listed "A, B, C, D, E and 25,316 others"; `subject` tells how
 * many a page lists. */
const char *phrases_first_names(struct arena *arena, const char *const *names, size_t count,
                                size_t listed, const char *last);
const char *phrases_names(const struct subject *subject, const char *const *names, size_t count,
                          const char *last);

/* What a vote weighs, as a sentence: "One vote per practice.", "By list size." */
const char *phrases_weight(const struct subject *subject);

/* `On the reading "a" (clause 2)`, `On the readings "a" and "b" together`: how what is said of a
 * reading begins. `where` may be NULL, and so may `together`, of fewer than two. */
const char *phrases_on_reading(struct arena *arena, const char *name, const char *where,
                               const char *const *together, size_t together_count);

/* The result (phrases_result.c). */

/* The result of one of several motions at a glance: with a word that it depends, where it does. */
const char *phrases_overview(const struct subject *subject);

/* "CARRIED, 4 votes to 2. The decision is binding." */
const char *phrases_result(const struct subject *subject);

/* The same without what follows from it: "CARRIED, 4 votes to 2." */
const char *phrases_result_brief(const struct subject *subject);

/* The same with the verdict in small letters, "Carried, 4 votes to 2. ..."; and what stands behind
 * the verdict, "4 votes to 2. ...". */
const char *phrases_result_sentence(const struct subject *subject);
const char *phrases_behind_verdict(const struct subject *subject);

/* A place in a text of ours that somebody has to fill in by hand. */
#define PHRASES_BLANK "\x1f"

/* "The members resolved on 24 June 2015, by 4 votes to 2:" (phrases_minutes.c) */
const char *phrases_resolution(const struct subject *subject);

/* "Carried", "Not binding" */
const char *phrases_verdict_capital(struct arena *arena, enum verdict verdict);

/* The name of a vote among several: its motion, else its title. */
const char *phrases_vote_name(const struct poll_outcome *poll);

/* "45,866": a figure of a condition as a bare number, and behind it its part of the whole,
 * " (84.35%)", "" where there is none. */
const char *phrases_figure(struct arena *arena, const struct condition_outcome *condition,
                           struct figure figure);
const char *phrases_percent(struct arena *arena, const struct condition_outcome *condition);

/* " of public", " in North": of whom alone it is asked; "" for all. */
const char *phrases_whose(struct arena *arena, const struct condition_outcome *condition);

/* Votes as they may be told: of a secret decision only how many members cast them. Whether they
 * have other weights than those heads. */
int64_t phrases_told(const struct count *count);
bool phrases_only_heads(const struct poll_outcome *poll);

/* "4 votes to 2", "48,818 to 38,169 by list size", "3 votes each" */
const char *phrases_score(const struct subject *subject, const struct count counts[GROUPS]);

/* Readings (phrases_readings.c). */

/* What the result would be on a reading: `On the reading "..." (...) the result would be ...` */
const char *phrases_reading(const struct subject *subject, const struct reading_outcome *reading);

/* "clause 2" for a clause that is only a number, else the clause; NULL stays. */
const char *phrases_place(struct arena *arena, const char *clause);

/* Whether a reading is worth telling: it gives another result, or none. */
bool phrases_reading_matters(const struct reading_outcome *reading);

/* Whether any of them is. */
bool phrases_depends(const struct poll_outcome *poll);

/* The period (phrases_period.c). */

/* "5 working days" */
const char *phrases_working_days(struct arena *arena, int64_t days);

/* "Good Friday", "Boxing Day (substitute day)" */
const char *phrases_holiday(struct arena *arena, const struct holiday *holiday);

/* "Bank holidays after 31 December 2028 are not known to this version, so ...", of a period that
 * reaches past the days of which they are known. */
const char *phrases_unknown_holidays(struct arena *arena, struct date from, struct date until,
                                     struct date known_from, struct date known_until);

/* "Open from 24 to 30 September 2015: 5 working days, both days counted. At least 5 are needed." */
const char *phrases_period(struct arena *arena, const struct period *period);

/* Whether it is to be told right behind the result, because it was too short or may have been, and
 * in a sentence why. NULL may be given. */
bool phrases_period_matters(const struct period *period);
const char *phrases_period_finding(const struct period *period);

/* What is told of it in its place among the other figures; NULL where it is told behind the result.
 */
const char *phrases_period_below(const struct subject *subject);

/* Conditions (phrases_quorum.c). */

/* "Met. The 8 practices present represent 77,375 of 91,732 patients (84.35%). At least ..." */
const char *phrases_quorum(const struct subject *subject, const struct condition_outcome *quorum);

/* "Met.", "Not met." */
const char *phrases_met(const struct condition_outcome *condition);

/* The same without the verdict. */
const char *phrases_quorum_figures(const struct subject *subject,
                                   const struct condition_outcome *quorum);

/* "7 of 10 practices took part in voting; 8 are needed.", of a quorum that is not met. */
const char *phrases_quorum_missed(const struct subject *subject,
                                  const struct condition_outcome *quorum);

/* "48,818 of 91,732 represented", of one that is not met "32,297 of 91,732 represented, which is
 * 13,569 patients short". */
const char *phrases_represented(const struct subject *subject,
                                const struct condition_outcome *quorum);

/* "A, B and C were there when the meeting opened."; NULL where nobody is said to have been, or no
 * quorum asks. */
const char *phrases_opening(const struct subject *subject);

/* "None is asked for." and why. */
const char *phrases_quorum_none(const struct subject *subject);

/* "7 of 10 practices voted for; 7 are needed.", of a majority. */
const char *phrases_majority(const struct subject *subject, const struct condition_outcome *passes);

/* Votes (phrases_votes.c). */

/* A row of the votes in cells that a format lines up; NULL for a cell that has no place here. */
enum vote_cell {
    CELL_WHO, /* "4 practices for", or a candidate's name */
    CELL_MEMBERS,
    CELL_PATIENTS,
    CELL_VOTES,
    CELL_PERCENT, /* "56.12%" */
    VOTE_CELLS,
};

struct vote_line {
    const char *cells[VOTE_CELLS];
};

/* What part of the votes cast a count is, "56.12"; NULL where each practice has one vote, nobody
 * voted, or it is withheld. */
const char *phrases_percent_of_cast(const struct subject *subject, const struct count *count);

/* The rows of a weighted motion or of an election; NULL and *count 0 where a sentence does. */
const struct vote_line *phrases_vote_lines(const struct subject *subject, size_t *count);

/* "4 for, 2 against, 1 abstained. One vote per practice.", or what stands below the rows. */
const char *phrases_votes(const struct subject *subject);

/* The same votes under the other weighting; NULL when not given. */
const char *phrases_other_count(const struct subject *subject);

/* "4 votes to 2. Quorum: Not met. ...", with what else it misses. */
const char *phrases_area(const struct subject *subject, const struct area_outcome *area);

/* "Confidential to the Election Manager. Keep them until ..."; NULL when there is nothing to say.
 */
const char *phrases_ballots(const struct subject *subject);

/* How close it was; NULL when not known. */
const char *phrases_margin(const struct subject *subject);

/* Whether it is `more than half of votes cast`, which the score by itself explains. */
bool phrases_is_plain_majority(const struct condition_outcome *passes);

/* Pictures (phrases_pictures.c): what those of the votes, of the candidates and of the members show
 * in a sentence, and what the bars of votes are parts of: "Whole bar: 6 votes cast". `majority` is
 * marked on them; NULL for none. */
const char *phrases_motion_finding(const struct subject *subject,
                                   const struct condition_outcome *majority);
const char *phrases_election_finding(const struct subject *subject);
const char *phrases_members_finding(const struct subject *subject);
const char *phrases_whole_bar(const struct subject *subject, enum scope scope, int64_t whole);

/* The same of a quorum: "31,509 patients more than the 45,866 needed."; what is counted, "Present",
 * and how far it goes, "77,375 of 91,732 patients (84.35%)". */
const char *phrases_quorum_finding(const struct subject *subject,
                                   const struct condition_outcome *quorum);
const char *phrases_counted(const struct subject *subject, const struct condition_outcome *quorum);
const char *phrases_part(const struct subject *subject, const struct condition_outcome *quorum);

/* Rows (phrases_rows.c). */

/* "A practice manager may not vote."; NULL for REASON_NONE. What the list of voters has to say of
 * it is in phrases_registers.c, and NULL where that refuses nothing. */
const char *phrases_reason(const struct subject *subject, const struct return_outcome *row);
const char *phrases_register_reason(const struct subject *subject,
                                    const struct return_outcome *row);
const char *phrases_role_reason(struct arena *arena, const char *role); /* of REASON_ROLE */

/* "Line 8: The Bell Surgery: its words" */
const char *phrases_remark(struct arena *arena, const struct return_outcome *row);

/* What the registers say of a ballot that counts, as a note: whole sentences. */
const char *phrases_finding(const struct subject *subject, const struct finding *finding,
                            size_t listed);

/* "A and B declared an interest and took no part in the decision."; NULL for nobody. */
const char *phrases_interests(const struct subject *subject);

/* Of each row whether a proxy cast it, was there, and the row decided where its practice stands. Of
 * repeated rows one did. */
const bool *phrases_proxies(struct arena *arena, const struct poll_outcome *poll);

/* "Dr P Example was the proxy of Millstream Surgery. The locality lead was told on 22 June 2015."
 */
const char *phrases_proxy(const struct subject *subject, const struct return_outcome *row);

/* "Line 7: Millstream Surgery (practice manager, Ms A). A practice manager may not vote." */
const char *phrases_refusal(const struct subject *subject, const struct return_outcome *row);

/* "Millstream Surgery counts as absent, because its only ballot was refused."; NULL for nobody. */
const char *phrases_refused_members(const struct subject *subject);

/* The same of a row that is superseded or void, with its vote. */
const char *phrases_set_aside(const struct subject *subject, const struct return_outcome *row);
bool phrases_is_set_aside(const struct return_outcome *row);

/* "Jo Bloggs (observer), Sam Smith (other)": those who represent nobody, and are there or, with
 * `away`, are not; NULL for nobody. */
const char *phrases_others(const struct subject *subject, bool away);

/* "9 in the ballot file: 7 counted, 1 abstained, 1 interested." It always adds up. `where` stands
 * in the place of "in the ballot file". */
const char *phrases_accounting(const struct subject *subject);
const char *phrases_accounting_of(const struct subject *subject, const char *where);

/* The sums of the table of members, so that it can be added up by hand. */
struct figures phrases_total(const struct poll_outcome *poll);

/* "For", "Interest declared", "Ballot returned" */
/* "for 600, against 300, 100 not cast": of a standing that has parts. */
const char *phrases_parts(const struct subject *subject, const struct standing *standing);
const char *phrases_parts_capital(const struct subject *subject, const struct standing *standing);

/* Who cast votes on several sides, and who cast fewer than it has; NULL for nobody. */
const char *phrases_split(const struct subject *subject);
const char *phrases_not_all_cast(const struct subject *subject);

const char *phrases_stance(const struct subject *subject, const struct standing *standing);

/* What is said of a member in a cell. */
typedef const char *standing_words(const struct subject *subject, const struct standing *standing);

/* What tells who cast a vote, "Proxy, Mrs F Ringer; the locality lead was told on 22 June 2015",
 * where that is worth a column: somebody is named, or was not the lead. Else NULL. */
standing_words *phrases_cast_by(const struct poll_outcome *poll);

/* When the row came that says how the member stood: "17:00:01 on 3 July 2015"; NULL where it does
 * not say that or it may not be told. And whether that is known of anybody. */
const char *phrases_received(struct arena *arena, const struct standing *standing);
bool phrases_has_received(const struct poll_outcome *poll);

/* "For (deputy, Dr J Field)", of a lead "For (Dr A Hartley)" */
const char *phrases_standing(const struct subject *subject, const struct standing *standing);

/* The same beside a column of who cast the votes, where nobody stands who was absent. */
const char *phrases_standing_apart(const struct subject *subject, const struct standing *standing);

/* What it rests on (phrases_basis.c). */

/* "Majority" for the keyword `passes`; a keyword without a label is its own, with a capital. */
const char *phrases_basis_label(struct arena *arena, enum rule_kind kind);

/* The sentence for one of a rule's fixed words, with marks in it for what differs ("{a}", "{lead}",
 * "{value}"); NULL for RULE_VALUE_OPEN. */
const char *phrases_fixed(enum rule_kind kind, int value);

/* What a rule says: "A practice that abstains is present and takes no part in voting.", and where
 * that comes from: "Voting Structure.", "Not in the rules table; the program's default." */
const char *phrases_meaning(struct arena *arena, const struct terms *terms,
                            const struct basis *basis);
const char *phrases_grounds(struct arena *arena, const struct basis *basis);

/* The same of the rules in use, also of those that no verdict rests on: "The members are listed in
 * practices.csv." */
const char *phrases_rulebook_meaning(struct arena *arena, const struct rulebook *rulebook,
                                     const struct basis *basis);

/* Both: "More than half of votes cast. Not stated in the constitution: a simple majority." */
const char *phrases_basis(const struct subject *subject, const struct basis *basis);

/* Whose rules: "Constitution 2015/16", or by the name of the table's folder when no edition is
 * given. */
const char *phrases_origin(struct arena *arena, const struct origin *origin);
const char *phrases_rules(struct arena *arena, const char *constitution, const char *body,
                          const char *edition);

/* "One vote per practice. List sizes at 1 April 2015. Voting Structure." */
const char *phrases_weighting(const struct subject *subject);

/* What the caller said of the table, which it could not tell by itself, a sentence each: `"GP"
 * means lead.` Without what a note says already. */
const char *const *phrases_told_by_caller(struct arena *arena, const struct request *request,
                                          size_t *count);

/* "1.27 of 10 votes: 91,732 of 720,029 patients (12.74%)" */
const char *phrases_share(struct arena *arena, const struct terms *terms, const char *votes,
                          int64_t votes_in_all, int64_t population, int64_t total,
                          const char *percent);

/* That not the total that the table of localities states is used, but the sum of its rows. */
const char *phrases_total_used(struct arena *arena, const struct terms *terms, int64_t sum,
                               int64_t stated);

/* What is to be done again (phrases_due.c). */

/* A sentence for a vote that came after the last day for it; NULL where none did, and of list
 * sizes, of which sizes_age tells. */
const char *phrases_overdue(struct arena *arena, const struct due *due);

/* "a review of the constitution by 31 March 2016 (Review)" */
const char *phrases_due(struct arena *arena, const struct terms *terms, const struct due *due);

/* "Due: ...": all that is still to come, or may be; NULL where there is nothing. That list sizes
 * have no date is told where they are. */
const char *phrases_dues(struct arena *arena, const struct terms *terms, const struct due *dues,
                         size_t count);

/* Notes (phrases_notes.c). */

/* The part of the page that a note belongs to. */
enum anchor {
    ANCHOR_DEPENDS, /* said there or in another part in full; formats with such a part do not
                       repeat it */
    ANCHOR_RESULT,
    ANCHOR_VOTES,
    ANCHOR_INTERESTS,
    ANCHOR_RULES, /* what the rules say besides, where the result is not of that kind */
    ANCHOR_SHARE,
    ANCHOR_SIZES, /* of a reweighting: the dates */
    ANCHOR_AREA,
    ANCHOR_PRACTICES,
};

/* Also of notes of a county or a reweighting. */
#define NO_POLL ((size_t)-1)

struct note {
    enum anchor anchor;
    size_t poll;   /* its index, or NO_POLL */
    size_t number; /* from 1 in the order of the page; two notes that say the same share one; 0 for
                      ANCHOR_DEPENDS */
    bool repeated; /* says the same as an earlier one */
    const char *text;
};

/* Notes in the order of the page, and so of the polls. Those that are gathered belong to `poll`. */
struct note_list {
    const struct note *notes;
    size_t count;
    struct arena *arena; /* and from here on only while they are gathered */
    struct note *gathered;
    size_t capacity, numbered, poll;
    size_t listed; /* how many entries of a list they tell at most */
};

/* No notes yet, and a note behind them. A text that is NULL or empty is none. */
struct note_list phrases_no_notes(struct arena *arena);
void phrases_add_note(struct note_list *all, enum anchor anchor, const char *text);

/* Every note of the outcome, in the order of the page; those that are alike, and the names in one,
 * as many as are listed. */
struct note_list phrases_notes(struct arena *arena, const struct outcome *outcome, size_t listed);

/* "A, B and C": the names of a group of the smallest; where it is most of the members, "all but D
 * and E" is sooner read. */
const char *phrases_group(struct arena *arena, const struct reach *reach, size_t group,
                          const char *const *names, size_t count, bool all_but);

/* Of a vote with a time: "Open from 09:00 on 1 July 2015 to 17:00 on 3 July 2015. ..." */
const char *phrases_time(struct arena *arena, const struct outcome *outcome);

#endif
