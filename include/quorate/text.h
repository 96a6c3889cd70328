/* SPDX-License-Identifier: MIT */
#ifndef QUORATE_TEXT_H
#define QUORATE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "quorate/arena.h"
#include "quorate/buffer.h"

/* Text is UTF-8, checked where it is read, so these functions may take it as valid. */

#define TEXT_VALID ((size_t)-1)

/* The offset of the first byte that is not part of well-formed UTF-8, or TEXT_VALID. */
size_t text_invalid_at(const char *bytes, size_t length);

/* The offset of the first control character (C0, DEL, C1) other than those in `allowed`, or
 * TEXT_VALID. */
size_t text_control_at(const char *bytes, size_t length, const char *allowed);

/* A copy without the white space (any Unicode space, no-break too) at both ends. */
const char *text_trim(struct arena *arena, const char *text);

/*
 * The form in which names are compared: Unicode case and accents folded, `&` as "and",
 * apostrophes (straight or curly) and full stops gone, other punctuation and runs of space one
 * space, none at the ends. Between two digits a full stop is a space too: 1.1 is not 11. A text
 * that a program wrote as a formula, ="K84001", is what stands in that. May be "".
 */
const char *text_fold(struct arena *arena, const char *name);

/*
 * The form in which two spellings that fold alike are compared once more: case, accents of letters,
 * apostrophes, quotation marks, a full stop behind a word and what ends the text aside. Where these
 * differ the folded forms are the same by chance: ".5%" and "5%", "A.1" and "A1", "J.O." and "Jo".
 */
const char *text_spelling(struct arena *arena, const char *text);

/*
 * The form in which words that mean something are compared: ASCII letters in lower case, runs of
 * white space, `-` and `_` one space, none at the ends. NULL when anything else stands there: what
 * is added to a word ("yes?", "(for)") can take its meaning back.
 */
const char *text_word(struct arena *arena, const char *text);

/*
 * The form in which people's names are compared: folded, without titles and what stands in
 * brackets, its words in the order of the alphabet. "HART, Helen (THE SURGERY)" and "Dr Helen Hart"
 * are both "hart helen". May be "".
 */
const char *text_person(struct arena *arena, const char *name);
bool text_begins_with_title(const char *folded); /* "dr", "mrs" */

/* Whether a word of a folded name, which stands at its beginning, tells nobody from another. */
bool text_is_beside_a_name(const char *word, size_t length);

/* Whether two names are the same once folded. */
bool text_same(struct arena *arena, const char *one, const char *other);

/* The same without the spaces in them: "e-mail" and "email". */
bool text_same_but_for_spaces(struct arena *arena, const char *one, const char *other);

/* Code points in the first `length` bytes. */
size_t text_characters(const char *bytes, size_t length);

/* Columns that the text takes on a terminal or in a fixed-width page. */
size_t text_width(const char *text);

/* The text with everything that could move a cursor or turn the reading direction (control
 * characters, bidirectional controls, other format characters) replaced by U+FFFD. */
const char *text_printable(struct arena *arena, const char *text);

/* A word as a shell takes it: between quotation marks, where it has to be. */
const char *text_shell_word(struct arena *arena, const char *word);

#define TEXT_NO_CHOICE ((size_t)-1)

/*
 * Which of `choices` was probably meant, or TEXT_NO_CHOICE when none is close or two are equally
 * close. One that looks the same (confusable.h) goes before all others. For names of practices and
 * people the words that all share (the, surgery, practice, medical, centre, ...) weigh nothing. A
 * suggestion never decides anything.
 */
size_t text_nearest(struct arena *arena, const char *text, const char *const *choices,
                    size_t count);

/* A folded name without the words that all share; "" when there are no others: "GP Practice". */
const char *text_without_common(struct arena *arena, const char *folded);

/* Whether all words of a name are such as all share. */
bool text_is_common(struct arena *arena, const char *name);

/* With a capital first letter. */
const char *text_capital(struct arena *arena, const char *text);

/* "a" or "an", as the noun begins when it is spoken: an owner, a unit. */
const char *text_article(const char *noun);

/* "a, b and c", or with `last` "or". "" for none. */
const char *text_list(struct arena *arena, const char *const *items, size_t count,
                      const char *last);

/*
 * Adds `text` broken at spaces into lines of at most `width` columns, each but the first behind
 * `indent` spaces; `used` columns of the first line are taken already. A word that is too long
 * stands on a line of its own, unbroken. A newline in the text is a line end too. Ends with a
 * newline.
 */
void text_wrap(struct buffer *buffer, const char *text, size_t used, size_t indent, size_t width);

/*
 * A whole number as people type it, "10,318" or "10318": digits, or groups of three behind commas.
 * White space round it is skipped. What else it might be is told apart so that the message can say
 * it; *number is then as it was.
 */
enum number_fault {
    NUMBER_OK,
    NUMBER_BLANK,
    NUMBER_SIGNED,
    NUMBER_DECIMAL,
    NUMBER_EXPONENT,
    NUMBER_NOT_ONE,
    NUMBER_TOO_LARGE,
};
enum number_fault text_whole_number(const char *text, long long most, long long *number);

/*
 * A decimal such as "1.27" or "1,000.5", in units of 1 / 10^places and at most `most` of these.
 * NUMBER_DECIMAL where more places are typed. Not signed.
 */
enum number_fault text_decimal(const char *text, unsigned places, long long most,
                               long long *number);

/* How many digits are typed behind the point; 0 of what is no number. */
unsigned text_decimal_places(const char *text);

#endif
