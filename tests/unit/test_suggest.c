/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "quorate/text.h"

/* The roll of 2015, as the constitution's table has it. */
static const char *const practices[] = {
    "The Hart Surgery",           "Chalgrove and Watlington Surgeries",   "Morland House Surgery",
    "Nettlebed Surgery",          "Sonning Common Health Centre",         "The Bell Surgery",
    "Millstream Surgery",         "Goring and Woodcote Medical Practice", "The Rycote Practice",
    "Wallingford Medical Centre",
};

static const char *nearest(struct arena *arena, const char *text, const char *const *choices,
                           size_t count)
{
    size_t choice = text_nearest(arena, text, choices, count);
    return choice == TEXT_NO_CHOICE ? "no choice" : choices[choice];
}

#define NEAREST(text, choices)                                                                     \
    nearest(arena_of(state), (text), (choices), sizeof(choices) / sizeof *(choices))

struct suggestion {
    const char *text, *wanted;
};

static void practices_are_suggested(void **state)
{
    static const struct suggestion cases[] = {
        {"Watlington & Charlgrove Surgeries", "Chalgrove and Watlington Surgeries"},
        {"Wallingford Medical Practise", "Wallingford Medical Centre"},
        {"Wallingford Medical Practice", "Wallingford Medical Centre"},
        {"Wallingford Practise", "Wallingford Medical Centre"},
        {"Mill Stream Surgery, Benson", "Millstream Surgery"},
        {"Bell Surgery", "The Bell Surgery"},
        {"The Bell Surgery, Henley-on-Thames", "The Bell Surgery"},
        {"The Hart Surgery, Henley-on-Thames", "The Hart Surgery"},
        {"Hart", "The Hart Surgery"},
        {"Hrat", "The Hart Surgery"},
        {"Rycote", "The Rycote Practice"},
        {"The Rycote Practice, Thame", "The Rycote Practice"},
        {"Goring & Woodcote", "Goring and Woodcote Medical Practice"},
        {"Woodcote", "Goring and Woodcote Medical Practice"},
        {"Morland House", "Morland House Surgery"},
        {"Morland House Surgery, Wheatley", "Morland House Surgery"},
        {"Moreland", "Morland House Surgery"},
        {"Sonning Common", "Sonning Common Health Centre"},
        {"Netlebed", "Nettlebed Surgery"},
        {"Health Centre", "Sonning Common Health Centre"}, /* only shared words: all count */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_text(NEAREST(cases[i].text, practices), cases[i].wanted);
}

static void where_nothing_is_close_nothing_is_suggested(void **state)
{
    static const char *const texts[] = {
        "Some Other Surgery",
        "xyzzy",
        "",
        "-",
        "The Surgery",
        "K84035",
        "Benson",
        "Dr P Example",
        "Hurst Green Clinic",
        "Windrush Medical Practice",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_text(NEAREST(texts[i], practices), "no choice");
    check_int(text_nearest(arena_of(state), "Hart", practices, 0), TEXT_NO_CHOICE);
}

static void slips_in_short_words_are_seen(void **state)
{
    static const char *const words[] = {
        "for",  "against", "abstain", "present", "absent", "yes",     "no",
        "lead", "deputy",  "proxy",   "meeting", "email",  "censure",
    };
    static const struct suggestion cases[] = {
        {"fro", "for"},          {"leed", "lead"},      {"yess", "yes"},
        {"meeeting", "meeting"}, {"censur", "censure"}, {"Agianst", "against"},
        {"absnet", "absent"},    {"presnt", "present"}, {"abstane", "abstain"},
        {"prxoy", "proxy"},      {"dupety", "deputy"},  {"e-mial", "email"},
        {"on", "no choice"},     {"x", "no choice"},    {"maybe", "no choice"},
        {"xyzzy", "no choice"},  {"FOR!", "for"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_text(NEAREST(cases[i].text, words), cases[i].wanted);
}

static void two_that_are_equally_close_are_none(void **state)
{
    static const char *const people[] = {"Dr A Example", "Dr B Example", "Dr Chris Patel"};
    check_text(NEAREST("Dr C Example", people), "no choice");
    check_text(NEAREST("Dr Chris Patell", people), "Dr Chris Patel");
    check_text(NEAREST("Mr Chris Patel", people), "Dr Chris Patel");
    static const char *const three[] = {"bat", "cat", "bat"};
    check_text(NEAREST("bats", three), "no choice");
}

static void very_long_text_is_survived(void **state)
{
    struct arena *arena = arena_of(state);
    struct buffer buffer = {.arena = arena};
    buffer_add(&buffer, "hart");
    for (int i = 0; i < 500; i++)
        buffer_add(&buffer, " \xC3\xA6\xE6\x97\xA5 word");
    const char *const choices[] = {buffer_text(&buffer), "xyzzy"};
    check_int(text_nearest(arena, buffer_text(&buffer), choices, 2), 0);
    check_int(text_nearest(arena, buffer_text(&buffer), practices, 0), TEXT_NO_CHOICE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        test_with_arena(practices_are_suggested),
        test_with_arena(where_nothing_is_close_nothing_is_suggested),
        test_with_arena(slips_in_short_words_are_seen),
        test_with_arena(two_that_are_equally_close_are_none),
        test_with_arena(very_long_text_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1;
}
