/* SPDX-License-Identifier: MIT */
#include "html.h"

#include "quorate/ratio.h"

/* The width of a bar is told in hundredths of a percent of the picture's. */
#define WHOLE ((int64_t)10000)
#define HALF  (WHOLE / 2)

static const char *const fills[FILLS] = {
    [FILL_SOLID] = "solid",   [FILL_STRIPES] = "stripes", [FILL_BLOCK] = "block",
    [FILL_LINES] = "lines",   [FILL_CHECKS] = "checks",   [FILL_BARS] = "bars",
    [FILL_SLANTS] = "slants", [FILL_WAVES] = "waves",     [FILL_BRICKS] = "bricks",
    [FILL_PLUSES] = "pluses", [FILL_DOTS] = "dots",       [FILL_CROSSES] = "cross",
    [FILL_RINGS] = "rings",   [FILL_GRID] = "grid",       [FILL_HOLLOW] = "hollow",
};

/* The ink of each pattern on its ground; solid and hollow ones have none. Sizes are in
 * pixels, so a pattern looks the same in every bar. */
static const struct {
    enum fill fill;
    const char *side, *path;
} patterns[] = {
    {FILL_STRIPES, "8", "M-2 2 2-2M-2 10 10-2M6 10 10 6"},
    {FILL_LINES, "6", "M0 3H6"},
    {FILL_CHECKS, "10", "M0 2.5H5M5 7.5H10"},
    {FILL_BARS, "6", "M3 0V6"},
    {FILL_SLANTS, "8", "M-2 6 2 10M-2-2 10 10M6-2 10 2"},
    {FILL_WAVES, "8", "M-1 7 4 2 9 7"},
    {FILL_BRICKS, "10", "M0 2.5H10M0 7.5H10M2.5 2.5V7.5M7.5 7.5V10M7.5 0V2.5"},
    {FILL_PLUSES, "10", "M5 1.5V8.5M1.5 5H8.5"},
    {FILL_DOTS, "6", "M3 3H3.01"},
    {FILL_CROSSES, "8", "M-2 2 2-2M-2 10 10-2M6 10 10 6M-2 6 2 10M-2-2 10 10M6-2 10 2"},
    {FILL_RINGS, "10", "M2 5a3 3 0 1 0 6 0a3 3 0 1 0-6 0"},
    {FILL_GRID, "7", "M3.5 0V7M0 3.5H7"},
};

/* The xmlns lets the page be read as XML; the other attributes keep shapes from screen readers and
 * from the keyboard. */
#define SHAPES_ONLY                                                                                \
    "xmlns", "http://www.w3.org/2000/svg", "aria-hidden", "true", "focusable", "false"

void html_patterns(const struct html *html)
{
    html_start(html, "svg", SHAPES_ONLY, "class", "patterns", "width", "0", "height", "0", NULL);
    html_start(html, "defs", NULL);
    for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++) {
        const char *name = fills[patterns[i].fill];
        const char *side = patterns[i].side;
        html_start(html, "pattern", "id", arena_format(html->arena, "pattern-%s", name), "class",
                   name, "width", side, "height", side, "patternUnits", "userSpaceOnUse", NULL);
        html_empty(html, "rect", "width", side, "height", side, NULL);
        html_empty(html, "path", "d", patterns[i].path, NULL);
        html_end_line(html, "pattern");
    }
    html_end(html, "defs");
    html_end_line(html, "svg");
}

/* "84.35%" */
static const char *percent(const struct html *html, int64_t hundredths)
{
    return arena_format(html->arena, "%s%%", number_canonical(html->arena, hundredths, 2));
}

/* A part of `full`, which a bar never leaves. */
static int64_t extent(int64_t quantity, int64_t scale, int64_t full)
{
    int64_t size = quantity < 0 ? -quantity : quantity;
    for (; scale > RATIO_MOST; scale /= 10) /* so that the product stays below 2^63 */
        size /= 10;
    return size >= scale ? full : size * full / scale;
}

static void rectangle(const struct html *html, int64_t from, int64_t width, const char *name)
{
    if (width > 0)
        html_empty(html, "rect", "class", name, "x", percent(html, from), "width",
                   percent(html, width), "height", "100%", NULL);
}

/* The line stands out of the bar at both ends, on a broader one that sets it off. */
static void mark(const struct html *html, int64_t at)
{
    static const char *const lines[] = {"halo", "mark"};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        html_empty(html, "line", "class", lines[i], "x1", percent(html, at), "x2",
                   percent(html, at), "y1", "-20%", "y2", "120%", NULL);
}

static void shapes(const struct html *html, const struct picture *picture, const struct bar *bar)
{
    html_start(html, "svg", SHAPES_ONLY, "class", "bar", NULL);
    int64_t whole = picture->whole > 0 ? picture->whole : picture->scale;
    rectangle(html, 0, extent(whole, picture->scale, WHOLE), "track");
    if (picture->changes) {
        int64_t width = extent(bar->quantity, picture->scale, HALF);
        rectangle(html, bar->quantity < 0 ? HALF - width : HALF, width, fills[bar->fill]);
        mark(html, HALF);
    } else {
        rectangle(html, 0, extent(bar->quantity, picture->scale, WHOLE), fills[bar->fill]);
        if (bar->mark > 0)
            mark(html, extent(bar->mark, picture->scale, WHOLE));
    }
    html_end(html, "svg");
}

static void bars(const struct html *html, const struct picture *picture)
{
    html_start(html, "ul", "class", "bars", NULL);
    for (size_t i = 0; i < picture->count; i++) {
        html_start(html, "li", NULL);
        html_start(html, "span", "class", "label", NULL);
        html_name(html, picture->bars[i].label);
        html_end(html, "span");
        buffer_add(html->out, " ");
        html_element(html, "span", "figure", picture->bars[i].figure);
        if (!picture->bars[i].is_apart)
            shapes(html, picture, &picture->bars[i]);
        html_end_line(html, "li");
    }
    html_end_line(html, "ul");
}

static void swatch(const struct html *html, const struct legend *entry)
{
    html_start(html, "svg", SHAPES_ONLY, "class", "swatch", NULL);
    if (entry->is_mark) {
        mark(html, HALF);
    } else {
        rectangle(html, 0, WHOLE, "track");
        if (!entry->is_track)
            rectangle(html, 0, WHOLE, fills[entry->fill]);
    }
    html_end(html, "svg");
}

static void legend(const struct html *html, const struct picture *picture)
{
    if (picture->legend_count == 0)
        return;
    html_start(html, "ul", "class", "legend", NULL);
    for (size_t i = 0; i < picture->legend_count; i++) {
        html_start(html, "li", NULL);
        swatch(html, &picture->legend[i]);
        html_name(html, picture->legend[i].label);
        html_end_line(html, "li");
    }
    html_end_line(html, "ul");
}

void html_picture(const struct html *html, const struct picture *picture)
{
    if (picture->scale <= 0 || picture->count == 0)
        return;
    html_start(html, "figure", NULL);
    html_line(html, "figcaption", NULL, picture->finding);
    bars(html, picture);
    legend(html, picture);
    html_end_line(html, "figure");
}
