/* SPDX-License-Identifier: MIT */
/*
 * A check that cannot fail is a defect. broken/sound.html passes everything; each of these changes
 * breaks one thing in it, and exactly the checks that are named have to complain, in no other look
 * than the one that is named.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { build, here, read } from './browser.mjs';

const sound = read(join(here, 'broken/sound.html'));
const golden = join(here, 'broken/sound.yml');
const title = 'Carried';

/* What is put into the style sheet, or behind the paragraph. */
const style = rules => ['</style>', `${rules}</style>`];
const behind = markup => ['is binding.</p>', `is binding.</p>${markup}`];

const broken = [
    { name: 'faint', fails: ['accessible'], change: style('main p { color: #999; }') },
    {
        name: 'faint in the dark', fails: ['accessible'], look: 'dark',
        change: style('@media (prefers-color-scheme: dark) { p { color: #444; } }'),
    },
    {
        name: 'faint in forced colours', fails: ['accessible'], look: 'forced colours',
        change: style(`@media (forced-colors: active) {
            p { forced-color-adjust: none; color: #777; background: #888; } }`),
    },
    { name: 'no heading', fails: ['accessible'], change: ['<h1>Carried, 2 votes to 1</h1>', ''] },
    { name: 'no caption', fails: ['headed'], change: [/<caption>.*<.caption>/g, ''] },
    { name: 'no scope', fails: ['headed'], change: ['<th scope="row">', '<th>'] },
    { name: 'wide', fails: ['fits'], look: 'narrow', change: behind('<p style="width: 330px">a</p>') },
    {
        name: 'wide when spaced', fails: ['fits'], look: 'narrow',
        change: behind('<p style="font: 16px monospace; white-space: nowrap">'
            + 'a practice that has one vote</p>'),
    },
    {
        name: 'wide when large', fails: ['fits'], look: 'narrow',
        change: behind('<p style="width: 16rem">a</p>'),
    },
    { name: 'fixed size', fails: ['fits'], change: style('html { font-size: 16px; }') },
    {
        name: 'cut off', fails: ['fits', 'prints'],
        change: behind('<p style="width: 2rem; overflow: hidden; white-space: nowrap">cut off</p>'),
    },
    {
        name: 'torn words', fails: ['fits', 'prints'],
        change: ['<p>', '<p style="width: 4rem">'],
    },
    {
        name: 'a column gone', fails: ['told'], look: 'narrow',
        change: style('@media (max-width: 40rem) { td { display: none; } }'),
    },
    { name: 'never signed', fails: ['prints'], change: ['Signed by the chair', ''] },
    { name: 'signed on screen', fails: ['prints'], change: ['.signatures { display: none; }', ''] },
    { name: 'letter paper', fails: ['prints'], change: ['size: A4;', ''] },
    { name: 'many sheets', fails: ['prints'], change: style('@media print { p { height: 80cm; } }') },
    {
        name: 'cut off on paper', fails: ['prints'],
        change: behind('<div style="overflow-x: auto" tabindex="0" role="group" aria-label="a">'
            + '<p class="wide">a</p></div><style>@media print { .wide { width: 50rem; } }</style>'),
    },
    {
        name: 'a request', fails: ['inert', 'quiet', 'requests'],
        change: behind('<img src="http://127.0.0.1:9/x.png" alt=""/>'),
    },
    {
        name: 'a request beside it', fails: ['accessible', 'quiet', 'requests'],
        change: style('p { background: url(x.png); }'),
    },
    { name: 'a complaint', fails: ['quiet'], change: ['initial-scale=1', 'initial-scale=1, widht=1'] },
    { name: 'a script', fails: ['inert', 'quiet'], change: behind('<script>throw Error("ran")</script>') },
    { name: 'a handler', fails: ['inert', 'quiet'], change: behind('<p onclick="">a</p>') },
    { name: 'a link', fails: ['inert'], change: behind('<p><a href="https://example.org/">away</a></p>') },
    { name: 'no policy', fails: ['policy'], change: [/<meta http-equiv.*/g, ''] },
    { name: 'a weak policy', fails: ['policy'], change: ["default-src 'none'", "default-src 'self'"] },
    { name: 'no title', fails: ['accessible', 'title'], change: [/<title>.*<.title>/g, '<title></title>'] },
    { name: 'another title', fails: ['title'], change: ['<title>', '<title>Not c'] },
    { name: 'another language', fails: ['language', 'prints'], change: ['"en-GB"', '"fr"'] },
    { name: 'an open element', fails: ['well-formed'], change: behind('<br>') },
    { name: 'another word', fails: ['snapshot'], golden, change: ['is binding', 'is not binding'] },
    { name: 'a vote given away', fails: ['secret'], twin: sound.source.replaceAll('Against', 'For') },
];

function subjectOf({ name, change = ['', ''], ...rest }) {
    const source = sound.source.replaceAll(...change);
    if (source === sound.source && !rest.twin)
        throw new Error(`"${name}" changes nothing`);
    const file = join(build, 'browser/broken', `${name.replaceAll(' ', '-')}.html`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, source);
    return { name, title, ...rest, ...read(file) };
}

export const soundPage = { name: 'sound', title, golden, twin: sound.source, ...sound };
export const brokenPages = broken.map(subjectOf);

/* What the checks did not find in a broken page, or found too much. */
export function missed({ fails, look }, failures) {
    const seen = new Set(failures.map(({ check }) => check));
    return [
        ...fails.filter(check => !seen.has(check)).map(check => `"${check}" does not see it`),
        ...failures.filter(failure => !fails.includes(failure.check)
            || (look !== undefined && failure.look !== look))
            .map(({ check, look, complaints }) => `"${check}" (${look}) sees: ${complaints[0]}`),
    ];
}
