/* SPDX-License-Identifier: MIT */
/*
 * Reads the pages of a report back: what stands in them, as units that belong together. A unit is
 * { kind, text, cells, label, section, chapter }: a row of a table, or what is one block: a paragraph,
 * an item, a heading. `chapter` counts the motions or kinds of a page from 1, 0 is the whole. In text
 * `block` is all that stands between two empty lines.
 */

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
const decoded = text => text.replace(/&(#?\w+);/g, (whole, name) => ENTITIES[name] ?? whole);
const without_marks = text => text.replace(/(\s*\[\d+\])+(?=\s|$)/g, '');

/* One line, without the marks of notes. */
export const plain = text => without_marks(text.replace(/\s+/g, ' ')).trim();

/* ---- Text: labels at the left edge, what they label at column 12 */

const LABELS = 12, WIDTH = 80;
/* These reach to the column before: any other word that does is no label. */
const LONG_LABELS = new Set(['Abstentions']);

/* Whether the text of the line before went on in this one: a word that had room there would stand
 * there. */
function goes_on(before, line) {
    const word = line.trimStart().split(' ')[0];
    return before.length + 1 + word.length > WIDTH;
}

const is_row = line => /\S\s{2,}\S/.test(line.trimStart());

/* The paragraphs of lines that stand below one another, each row of a table by itself. */
function paragraphs(lines) {
    const found = [];
    lines.forEach((line, at) => {
        const last = found.at(-1);
        const item = /^\s*- /.test(line);
        if (last?.row && /^ {24}/.test(line) && !is_row(line))
            last.text += ' ' + line.trim(); /* the last cell of a row is wrapped */
        else if (at > 0 && !item && !is_row(line) && !is_row(lines[at - 1]) && goes_on(lines[at - 1], line))
            last.text += ' ' + line.trim();
        else
            found.push({ text: line.trim().replace(/^- /, ''), row: is_row(line) });
    });
    return found;
}

/* A file is its name, `sha256`, and the hash on a line of its own or why there is none. */
function files(lines) {
    const found = [];
    for (const line of lines) {
        const [name, rest] = line.trim().split(/\s{3}(?=sha256)/);
        if (rest !== undefined)
            found.push({ text: `${name}   ${rest.replace(/^sha256 ?/, '')}`, row: true });
        else
            found.at(-1).text = `${found.at(-1).text} ${line.trim()}`;
    }
    return found;
}

function label_of(line) {
    const label = line.slice(0, LABELS).trimEnd();
    if (/^\[\d+\] /.test(line))
        return '[';
    return line.length > LABELS && /^\S/.test(line) && line[LABELS - 1] === ' ' && line[LABELS] !== ' ' &&
        !/ {2}/.test(label) && (label.length < LABELS - 1 || LONG_LABELS.has(label)) ? label : null;
}

/* The block's lines, cut where a label or a line at the left edge begins. */
function cut(lines) {
    const parts = [];
    for (let at = 0; at < lines.length; at++) {
        const line = lines[at], label = label_of(line);
        const alone = label === null && /^\S.*[^.]$/.test(line) && !is_row(line) &&
            /^ {12}\S/.test(lines[at + 1] ?? '');
        if (label === '[')
            parts.push({ label: '[n]', lines: [line.replace(/^\[\d+\]/, mark => ' '.repeat(mark.length))] });
        else if (label !== null)
            parts.push({ label, lines: [' '.repeat(LABELS) + line.slice(LABELS)] });
        else if (alone)
            parts.push({ label: line.trim(), lines: [] });
        else if (parts.length > 0 && (/^\s/.test(line) || parts.at(-1).label === null))
            parts.at(-1).lines.push(line);
        else
            parts.push({ label: null, lines: [line] });
    }
    return parts;
}

export function units_of_text(page) {
    const units = [], blocks = page.replace(/\n$/, '').split(/\n\n+/);
    let chapter = 0, section = '';
    for (const block of blocks) {
        let lines = block.split('\n');
        if (/^-{80}$/.test(lines[0])) {
            lines = lines.slice(1);
            chapter = lines.length > 0 ? chapter + 1 : 0;
            section = '';
            for (const line of lines)
                units.push({ kind: 'title', text: plain(line), label: null, section, chapter });
            continue;
        }
        for (const { label, lines: inside } of cut(lines)) {
            const parts = label === 'Files' ? files(inside) : paragraphs(inside);
            if (label === null && parts.length > 0 && !parts[0].row && parts[0].text.length <= 80 &&
                (inside.length === 1 || !goes_on(inside[0], inside[1])) && !/[.:]$/.test(parts[0].text))
                section = plain(parts[0].text);
            parts.forEach(({ text, row }) => {
                const cells = text.split(/\s{2,}/).map(plain);
                const kind = row ? 'row' : block === blocks[0] ? 'title' : 'text';
                units.push({ kind, text: plain(text), cells, label, section, chapter, block });
            });
        }
    }
    return units;
}

/* ---- Markdown */

const unescaped = text => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
const spans = text => unescaped(text.replace(/\[((?:[^\]\\]|\\.)*)\]\(#[^)]*\)/g, '$1')
    .replace(/(^|[^\\])\*\*/g, '$1').replace(/(^|[^\\])`/g, '$1'));
const cells_of = line => line.replace(/^\|\s*/, '').replace(/\s*\|$/, '').split(/\s*(?<!\\)\|\s*/);

/* `chapters` are the headings of the chapters in their order. */
export function units_of_markdown(page, chapters) {
    const units = [];
    let chapter = 0, begun = 0, section = '', label = null, heads = '', blank = true;
    for (const line of page.split('\n')) {
        const heading = /^(#+) (.*)/.exec(line);
        const item = /^( *)(?:- )?(?:\*\*((?:[^*\\]|\\.)*):\*\*)?/.exec(line);
        const unit = { kind: 'text', text: plain(spans(line.replace(/^(#+|> |\s*- )\s*/, ''))), chapter };
        if (heading) {
            section = unit.text;
            label = null;
            if (heading[1] === '##') {
                chapter = section === chapters[begun] ? ++begun : 0;
            }
            Object.assign(unit, { kind: 'heading', chapter });
        } else if (/^\|/.test(line)) {
            const cells = cells_of(line).map(cell => plain(spans(cell)));
            heads = units.at(-1)?.kind === 'row' && !blank ? heads : cells.join(' ');
            Object.assign(unit, { kind: 'row', cells, heads, text: cells.join(' ') });
        } else if (line !== '' && (item[1] === '' || item[2] !== undefined)) {
            label = item[2] === undefined ? null : plain(spans(item[2]));
        }
        blank = line === '';
        if (unit.text !== '')
            units.push({ ...unit, section, label: unit.kind === 'text' ? label : null });
    }
    return units;
}

/* ---- HTML: the pages are well-formed XML */

function tree_of(page) {
    const root = { name: '', attributes: '', children: [] }, open = [root];
    const body = page.slice(page.indexOf('<body'), page.indexOf('</body>'));
    for (const [, comment, close, name, attributes, empty, text] of
        body.matchAll(/(<!--[\s\S]*?-->)|<(\/?)([\w-]+)([^>]*?)(\/?)>|([^<]+)/g)) {
        if (comment !== undefined)
            continue;
        if (text !== undefined)
            open.at(-1).children.push(decoded(text));
        else if (close === '/')
            open.pop();
        else {
            const node = { name, attributes: decoded(attributes ?? ''), children: [] };
            open.at(-1).children.push(node);
            if (empty !== '/')
                open.push(node);
        }
    }
    return root;
}

const NOT_READ = new Set(['svg', 'nav', 'style', 'script']);

/* Line breaks of a hash join, all other blocks are apart. */
const text_of = node => typeof node === 'string' ? node :
    NOT_READ.has(node.name) || /aria-label="none"/.test(node.attributes) ? '' :
        node.children.map(text_of).join('');

const text_of_row = row => row.children.map(text_of).join(' ');

const UNITS = new Set(['p', 'li', 'figcaption', 'caption', 'h1', 'h2', 'h3', 'h4', 'dd', 'summary', 'blockquote']);

export function units_of_html(page) {
    const units = [], headings = [];
    let chapter = 0;
    const state = { section: '', label: null, heads: '' };
    function walk(node, inside) {
        if (typeof node === 'string' || NOT_READ.has(node.name))
            return;
        const is_chapter = ['section', 'div'].includes(node.name) && /id="(motion|kind|decision)-\d+"/.test(node.attributes);
        if (is_chapter)
            inside = ++chapter;
        if (is_chapter)
            headings.push(plain(text_of(node.children.find(child => child.name === 'h2') ?? state.section)));
        if (node.name === 'section' || node.name === 'details')
            state.label = null;
        if (node.name === 'dt')
            state.label = plain(text_of(node));
        if (/^h[1-6]$/.test(node.name)) {
            state.section = plain(text_of(node));
            state.label = null;
        }
        const unit = { text: plain(text_of(node)), ...state, chapter: inside };
        if (node.name === 'thead')
            state.heads = plain(text_of_row(node.children.find(child => child.name === 'tr')));
        if (node.name === 'tr')
            units.push({ ...unit, kind: 'row', text: plain(text_of_row(node)),
                cells: node.children.map(cell => plain(text_of(cell))) });
        else if (UNITS.has(node.name))
            units.push({ ...unit, kind: 'text' });
        if (node.name !== 'tr')
            node.children.forEach(child => walk(child, inside));
    }
    walk(tree_of(page), 0);
    return { units: units.filter(unit => unit.text !== ''), chapters: headings };
}

/* ---- CSV, as the program writes it */

export function rows_of_csv(page) {
    const [headings, ...rows] = page.replace(/^\uFEFF/, '').split(/\r?\n/).filter(line => line !== '')
        .map(line => [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)]
            .map(([, quoted, bare]) => quoted === undefined ? bare : quoted.replace(/""/g, '"')));
    return { headings, rows };
}
