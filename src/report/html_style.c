/* SPDX-License-Identifier: MIT */
#include "html.h"

/*
 * The style sheet, one part a subject. It holds neither < nor &, so that the page can be read as
 * XML. Colours are those of NHS pages; text stands out from its ground by at least 4.5 to 1, and
 * shapes by 3 to 1.
 */

static const char colours[] =
    ":root{color-scheme:light dark;\n"
    "--paper:#fff;--ground:#f0f4f5;--ink:#212b32;--quiet:#4c6272;--rule:#768692;\n"
    "--link:#005eb8;--band:#005eb8;--on-band:#fff;--panel:#fff;\n"
    "--good:#007f3b;--bad:#d5281b;--plain:#425563;--open:#003087;--on-panel:#fff;\n"
    "--good-edge:#007f3b;--bad-edge:#d5281b;--plain-edge:#425563;--open-edge:#003087;\n"
    "--track:#e8edee;--halo:#fff;--mark:#212b32;\n"
    "--solid:#005eb8;--stripes:#d5281b;--neutral:#425563;\n"
    "--dots:#4c6272;--cross:#330072;--rings:#8a5a00;--grid:#ae2573;--pale:#fff}\n"
    "@media (prefers-color-scheme:dark){:root{\n"
    "--paper:#15191c;--ground:#20272c;--ink:#f0f4f5;--quiet:#b6c2ca;--rule:#8a98a3;\n"
    "--link:#82c0ff;--band:#003087;--panel:#20272c;\n"
    "--track:#2c363d;--halo:#15191c;--mark:#f0f4f5;\n"
    "--good-edge:#5fd38d;--bad-edge:#ff8b7e;--plain-edge:#b6c2ca;--open-edge:#82c0ff;\n"
    "--solid:#5aaeff;--stripes:#ff8b7e;--neutral:#b6c2ca;\n"
    "--dots:#b6c2ca;--cross:#c6a5ff;--rings:#f5c04e;--grid:#ff9ad5;--pale:#15191c}}\n"
    "@media print{:root{color-scheme:light;\n"
    "--paper:#fff;--ground:#fff;--ink:#000;--quiet:#333;--rule:#666;--link:#000;--panel:#fff;\n"
    "--track:#e8edee;--halo:#fff;--mark:#000;\n"
    "--solid:#005eb8;--stripes:#d5281b;--neutral:#425563;\n"
    "--good-edge:#007f3b;--bad-edge:#d5281b;--plain-edge:#425563;--open-edge:#003087;\n"
    "--dots:#4c6272;--cross:#330072;--rings:#8a5a00;--grid:#ae2573;--pale:#fff}}\n";

static const char text[] =
    "*{box-sizing:border-box}\n"
    "html{-webkit-text-size-adjust:100%;text-size-adjust:100%}\n"
    "body{margin:0;background:var(--ground);color:var(--ink);\n"
    "font:1em/1.5 Arial,Helvetica,sans-serif;overflow-wrap:anywhere}\n"
    "header,footer,main{padding:0 max(1rem,calc((100% - 60rem)/2))}\n"
    "header{background:var(--band);color:var(--on-band);font-weight:bold;padding-top:.9rem;\n"
    "padding-bottom:.9rem}\n"
    "header p{margin:0;font-size:1.125rem}\n"
    "main{padding-top:1.5rem;padding-bottom:2rem}\n"
    "footer{border-top:1px solid var(--rule);color:var(--quiet);padding-top:.5rem;\n"
    "padding-bottom:1.5rem}\n"
    "h1,h2,h3{line-height:1.25;margin:0 0 .5rem}\n"
    "h1{font-size:clamp(1.5rem,1rem + 2.2vw,2.25rem);max-width:26em}\n"
    "h2{font-size:1.375rem}\n"
    "h3{font-size:1.125rem}\n"
    "p,ul,ol{margin:0 0 .75rem}\n"
    "p,li,dd{max-width:44rem}\n"
    "ul,ol{padding-left:1.5rem}\n"
    "section{margin:1.75rem 0 0;scroll-margin-top:1rem}\n"
    "section section{margin-top:1.25rem}\n"
    "section:has(>section){border-top:.25rem solid var(--band);margin-top:2.5rem;"
    "padding-top:1rem}\n"
    ".kind{font-size:1.125rem;color:var(--quiet)}\n"
    "a{color:var(--link);text-underline-offset:.15em}\n"
    "a:hover{text-decoration-thickness:.15em}\n"
    "a:focus-visible{outline:3px solid #212b32;background:#ffeb3b;color:#212b32}\n"
    ".skip{position:absolute;left:-999em;padding:.5rem 1rem;background:#ffeb3b;color:#212b32}\n"
    ".skip:focus{position:static;display:block}\n"
    ".hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;\n"
    "clip-path:inset(50%);white-space:nowrap}\n"
    "code{font:.875em/1.4 Consolas,\"Liberation Mono\",monospace}\n"
    ".notes li:target{background:var(--track)}\n"
    ".signature{display:none}\n";

static const char panels[] =
    "#outcome h2,.outcome+h2{margin-bottom:.5rem}\n"
    ".outcome{background:var(--panel);border:1px solid var(--rule);border-left-width:.5rem;\n"
    "margin:0 0 1rem}\n"
    ".outcome p{padding:.75rem 1rem;margin:0;max-width:none;font-size:1.25rem}\n"
    ".outcome .verdict{font-size:1.75rem;line-height:1.25;font-weight:bold;color:var(--on-panel);\n"
    "background:var(--tone);padding:.6rem 1rem}\n"
    ".outcome{border-color:var(--edge)}\n"
    ".good{--tone:var(--good);--edge:var(--good-edge)}\n"
    ".bad{--tone:var(--bad);--edge:var(--bad-edge)}\n"
    ".plain{--tone:var(--plain);--edge:var(--plain-edge)}\n"
    ".open{--tone:var(--open);--edge:var(--open-edge)}\n"
    ".notice{background:var(--panel);border:1px solid var(--rule);\n"
    "border-left:.5rem solid #ffb81c;padding:.75rem 1rem;margin:0 0 1rem}\n"
    ".notice :last-child{margin-bottom:0}\n"
    "dl{display:grid;grid-template-columns:minmax(6rem,9rem) minmax(0,1fr);gap:.4rem 1rem;\n"
    "margin:0 0 1rem}\n"
    "dt{grid-column:1;font-weight:bold}\n"
    "dd{grid-column:2;margin:0}\n";

static const char tables[] =
    "table{border-collapse:collapse;width:100%;margin:0 0 1rem;background:var(--panel);\n"
    "font-variant-numeric:tabular-nums}\n"
    "caption{text-align:left;font-weight:bold;padding:0 0 .4rem}\n"
    "th,td{padding:.45rem .75rem;text-align:left;vertical-align:top;\n"
    "border-bottom:1px solid var(--rule)}\n"
    "thead th{vertical-align:bottom;border-bottom-width:2px}\n"
    "thead th+th{overflow-wrap:break-word}\n"
    "tbody th{font-weight:normal}\n"
    "th,td{min-width:7em}\n"
    "tbody th{min-width:9em}\n"
    ".number{text-align:right;min-width:6em}\n"
    "td.number{white-space:nowrap}\n"
    ".whole{overflow-wrap:break-word}\n"
    ".code{color:var(--quiet)}\n"
    ".total th,.total td{font-weight:bold;border:0}\n"
    ".total{border-top:2px solid var(--rule);border-bottom:1px solid var(--rule)}\n"
    ".total+.total{border-top:0}\n"
    /* A fingerprint has two lines of 32 digits where there is room for them. */
    "@media (min-width:40em){td code{display:block;width:32.5ch}}\n";

/* The shapes of a bar are told in percent of its width, so they fit whatever it is. */
static const char figures[] =
    ".pictures{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),"
    "1fr));\n"
    "margin:0 0 1rem}\n"
    ".pictures figure{margin:0}\n"
    "figure{margin:0 0 1rem;padding:.9rem 1rem;background:var(--panel);\n"
    "border:1px solid var(--rule)}\n"
    "figcaption{font-weight:bold;margin:0 0 .6rem}\n"
    ".bars,.legend{list-style:none;margin:0;padding:0}\n"
    ".bars li{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;\n"
    "max-width:none;margin:0 0 .6rem;font-variant-numeric:tabular-nums}\n"
    ".bars .label{max-width:100%}\n"
    ".bar{display:block;width:100%;height:1.1em;overflow:visible;margin:.15em 0}\n"
    "figure{container-type:inline-size}\n"
    "@container (min-width:44rem){\n"
    ".bars li:not(:only-child){display:grid;align-items:center;\n"
    "grid-template-columns:minmax(0,18.5rem) minmax(0,1fr) minmax(0,12rem)}\n"
    "li:not(:only-child) .figure{grid-area:1/3;text-align:right}\n"
    "li:not(:only-child) .bar{grid-area:1/2}}\n"
    ".legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin-top:.6rem}\n"
    ".legend li{display:flex;gap:.5rem;align-items:center}\n"
    ".swatch{flex:none;width:2em;height:1.1em;overflow:visible}\n"
    ".patterns{position:absolute}\n"
    "svg{forced-color-adjust:none}\n"
    ".track{fill:var(--track);stroke:var(--rule)}\n"
    ".mark{stroke:var(--mark);stroke-width:3}\n"
    ".halo{stroke:var(--halo);stroke-width:7}\n"
    "pattern rect{fill:var(--pale)}\n"
    "pattern path{fill:none;stroke:var(--tone);stroke-width:3}\n"
    "pattern.checks path{stroke-width:5}\n"
    "pattern.dots path{stroke-width:4;stroke-linecap:round}\n"
    "pattern.lines path{stroke-width:2.5}\n"
    "pattern.cross path,pattern.rings path,pattern.grid path,pattern.bricks path{stroke-width:1.5}"
    "\n"
    "pattern.waves path,pattern.pluses path{stroke-width:2}\n"
    "pattern{--tone:var(--neutral)}\n"
    "pattern.stripes{--tone:var(--stripes)}\n"
    "pattern.dots{--tone:var(--dots)}pattern.cross{--tone:var(--cross)}\n"
    "pattern.rings{--tone:var(--rings)}pattern.grid{--tone:var(--grid)}\n"
    "rect.solid{fill:var(--solid)}\n"
    "rect.stripes{fill:url(#pattern-stripes);stroke:var(--stripes)}\n"
    "rect.block{fill:var(--neutral)}\n"
    "rect.lines{fill:url(#pattern-lines);stroke:var(--neutral)}\n"
    "rect.checks{fill:url(#pattern-checks);stroke:var(--neutral)}\n"
    "rect.bars{fill:url(#pattern-bars);stroke:var(--neutral)}\n"
    "rect.slants{fill:url(#pattern-slants);stroke:var(--neutral)}\n"
    "rect.waves{fill:url(#pattern-waves);stroke:var(--neutral)}\n"
    "rect.bricks{fill:url(#pattern-bricks);stroke:var(--neutral)}\n"
    "rect.pluses{fill:url(#pattern-pluses);stroke:var(--neutral)}\n"
    "rect.dots{fill:url(#pattern-dots);stroke:var(--dots)}\n"
    "rect.cross{fill:url(#pattern-cross);stroke:var(--cross)}\n"
    "rect.rings{fill:url(#pattern-rings);stroke:var(--rings)}\n"
    "rect.grid{fill:url(#pattern-grid);stroke:var(--grid)}\n"
    "rect.hollow{fill:var(--pale);stroke:var(--dots)}\n";

/* Where the colours are the reader's own, patterns alone tell the bars apart. */
static const char forced[] = "@media (forced-colors:active){:root{\n"
                             "--track:Canvas;--halo:Canvas;--mark:Highlight;--pale:Canvas;\n"
                             "--solid:CanvasText;--stripes:CanvasText;--neutral:CanvasText;\n"
                             "--dots:CanvasText;--cross:CanvasText;--rings:CanvasText;\n"
                             "--grid:CanvasText}\n"
                             ".track{stroke:GrayText}\n"
                             ".outcome .verdict{border-bottom:1px solid}}\n";

/* Rows become blocks and each cell stands behind the heading of its column; screen readers tell the
 * heading themselves, so for them it is empty. */
static const char narrow[] =
    "@media screen and (max-width:40em){\n"
    "table,tbody,tr,th,td,caption{display:block;width:auto}\n"
    "thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\n"
    "caption{background:var(--ground)}\n"
    "tr{padding:.6rem .75rem;border-bottom:1px solid var(--rule)}\n"
    "th,td,.number,td.number,.total th,.total td{min-width:0;padding:.05rem 0;border:0;\n"
    "text-align:left;white-space:normal}\n"
    "tbody th{min-width:0;font-weight:bold}\n"
    "td::before{content:attr(data-label) \": \";content:attr(data-label) \": \"/\"\";\n"
    "color:var(--quiet)}\n"
    ".total{border-top:2px solid var(--rule)}\n"
    "dl{display:block}\n"
    "dt{margin-top:.6rem}\n"
    ".outcome p{font-size:1.125rem}}\n";

static const char print[] =
    "@page{size:A4;margin:16mm;@bottom-right{content:counter(page) \" of \" counter(pages);\n"
    "font:9pt Arial,Helvetica,sans-serif}}\n"
    "@media print{\n"
    "html{font-size:10pt}\n"
    "body{line-height:1.35}\n"
    "section{margin-top:1.2rem}\n"
    "header,footer,main{padding:0}\n"
    "main{padding-top:10pt}\n"
    "header{background:none;color:#000;border-bottom:2pt solid #000;padding-bottom:4pt}\n"
    "footer{padding-top:4pt}\n"
    "h1{font-size:20pt}h2{font-size:14pt}h3{font-size:12pt}\n"
    ".skip{display:none}\n"
    "a{text-decoration:none}\n"
    ".outcome .verdict{background:none;color:var(--tone);padding-bottom:0;font-size:18pt}\n"
    ".outcome p{font-size:13pt}\n"
    "h1,h2,h3,caption,figcaption{break-after:avoid}\n"
    "thead{display:table-header-group;break-after:avoid}\n"
    "tr:first-child,tr:nth-child(2),tr:nth-child(3),tr:last-child,.total,footer{break-before:avoid}"
    "\n"
    "tr,li,dt,dd,figure,.outcome,.notice,.signature{break-inside:avoid}\n"
    "p,li,dd{orphans:3;widows:3;max-width:none}\n"
    "th,td{padding:2pt 5pt}\n"
    "svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}\n"
    ".signature{display:block;margin-top:24pt}\n"
    ".signature p{margin:0 0 14pt;font-weight:bold}\n"
    ".signature .line{font-weight:normal;display:grid;grid-template-columns:6em 90mm;gap:8pt}\n"
    ".signature .line::after{content:\"\";border-bottom:1pt solid #000}}\n";

void html_style(const struct html *html)
{
    static const char *const parts[] = {colours, text,   panels, tables,
                                        figures, forced, narrow, print};
    buffer_add(html->out, "<style>\n");
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        buffer_add(html->out, parts[i]);
    buffer_add(html->out, "</style>\n");
}
