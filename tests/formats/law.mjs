/* SPDX-License-Identifier: MIT */
/*
 * node tests/formats/law.mjs [--every-exception] FOLDER...: the law of formats. A folder holds reports,
 * each in every format: NAME.txt, .json, .md, .html and .csv (tests/gallery writes one).
 * Whatever the text tells stands in the others too, and stands together there:
 *
 * - In Markdown and HTML a row of the text is a row, with all its words; the rows are in the same
 *   order; a sentence is a sentence of one block, or where the page sets it out otherwise all its
 *   words are in one block, or at least in one section.
 * - In JSON the figures of a row are in one object with its name, and in no object with another
 *   row's. The figures, names and clauses of a fact are where PLACES says, of its own poll.
 * - In CSV a row of the text has all its figures in the row of that name.
 * - Each message of check is a problem in JSON and CSV, and what was checked stands in JSON.
 * - What a matrix of members by motions says is what JSON and CSV say of that member in that motion.
 *
 * EXCEPTIONS are what may differ, each with its reason; with --every-exception one that no report needs
 * is a fault.
 * TALLY is a file that is written with "passed failed".
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { rows_of_csv, units_of_html, units_of_markdown, units_of_text } from './pages.mjs';
import { EXCEPTIONS, HEADINGS, PLACES, TOTALS, WORDS } from './places.mjs';

/* ---- Words and figures */

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
    'October', 'November', 'December'];
const DATE = new RegExp(`(\\d{1,2}) (${MONTHS.join('|')}) (\\d{4})`, 'g');
const SUMMER = new RegExp(`(\\d\\d)(:\\d\\d\\S*) British Summer Time on ${DATE.source}`, 'g');
const ISO = /\d{4}-\d\d-\d\d/g;
const FIGURE = /(?<![\w.])-?\d[\d,]*(?:\.\d+)?(?![\w-])/g;

const words = text => text.toLowerCase().match(/[^\s"(),.;:]+(?:[.,:]\d+)*%?/g) ?? [];

/* 77,375 and 77375, 2.40 and 2.4 are the same. */
function figure(text) {
    const number = text.replace(/,/g, '');
    return number.includes('.') ? number.replace(/\.?0+$/, '') : number;
}

/* "17:00:05 British Summer Time on 3 July 2015" as JSON has it, in UTC. */
const in_utc = text => text.replace(SUMMER, (whole, hour, minutes, day, month, year) =>
    `${new Date(Date.UTC(year, MONTHS.indexOf(month), day, hour - 1)).toISOString().slice(0, 13)}${minutes}Z`);

/* Dates as JSON has them, then the numbers that stand between them. */
function figures(text) {
    const dates = [];
    const rest = in_utc(text).replace(DATE, (whole, day, month, year) => {
        dates.push(`${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`);
        return ' ';
    }).replace(ISO, date => {
        dates.push(date);
        return ' '; /* what stands behind it, as in T17:00:00, is a time */
    });
    return [...dates, ...(rest.replace(/ T(?=\d\d:)|(?<=:[\d.]+)Z/g, ' ').match(FIGURE) ?? []).map(figure)];
}

/* A full stop within brackets ends nothing. */
const sentences = text => text.split(/(?<=\.)\s+(?=[A-Z0-9"])(?![^()]*\))/);

/* ---- What is compared: the report that is looked at, and what is wrong with it */

const used = new Set();
let report, faults;

/* What is left of a piece of the text when that is taken away which may differ in the format. */
function left(format, unit, piece) {
    for (const exception of EXCEPTIONS) {
        const { formats, kind, label, text } = exception;
        if (!formats.includes(format) || (kind ?? report.kind) !== report.kind ||
            (label !== undefined && !label.test(unit.label ?? '')) || !text.test(piece))
            continue;
        used.add(exception);
        piece = piece.replace(text, '').trim();
    }
    return piece;
}

function fault(format, unit, piece, what) {
    faults.push(`${format}: ${what}: ${unit.label === null ? '' : `${unit.label}: `}${piece}`);
}

/* ---- Markdown and HTML */

const all_words = (piece, text) => {
    const there = new Set(words(text));
    return words(piece).every(word => there.has(word));
};

/* A table's rows in the order in which they stand. */
function hold_rows(format, units, rows) {
    let last = -1;
    for (const row of rows) {
        const texts = unit => `${unit.text} ${unit.label ?? ''} ${unit.heads ?? ''} ${unit.section}`;
        const fits = units.map((unit, at) => [unit, at]).filter(([unit]) =>
            unit.chapter === row.chapter && all_words(left(format, row, row.cells.join('  ')), texts(unit)));
        if (fits.length === 0)
            fault(format, row, row.cells.join('  '), 'no row has all of');
        else if (fits.every(([, at]) => at <= last))
            fault(format, row, row.cells.join('  '), 'the order of rows is another at');
        else
            last = fits.find(([, at]) => at > last)[1];
    }
}

function hold_sentence(format, units, unit, said) {
    const sentence = left(format, unit, said).replace(/^On the readings? "([^"]*)": /, '$1 ');
    const here = units.filter(({ chapter }) => chapter === unit.chapter);
    const titles = units.filter(({ chapter }) => chapter === 0 || chapter === unit.chapter)
        .map(({ text }) => text).join(' ');
    if (unit.kind === 'title') {
        if (!all_words(sentence, titles))
            fault(format, unit, sentence, 'the title lacks');
        return;
    }
    const headings = HEADINGS.filter(([label]) => label.test(unit.label ?? '')).flatMap(([, names]) => names);
    const labelled = here.filter(({ section, label, cells }) => [label, section, ...(cells ?? [])].includes(unit.label) ||
        headings.includes(section));
    const mine = unit.label === null || headings.includes('*') ? here :
        labelled.length > 0 ? labelled : here.filter(({ section }) => section === unit.section);
    const sections = [...new Set(mine.map(({ section }) => section))].map(name =>
        mine.filter(({ section }) => section === name).map(({ text, label, heads }) =>
            `${text} ${label ?? ''} ${heads ?? ''} ${name}`)
            .join(' '));
    if (!mine.some(({ text }) => text.toLowerCase().includes(sentence.toLowerCase())) &&
        !sections.some(text => all_words(sentence, text)))
        fault(format, unit, sentence, 'no section has');
}

function hold_page(format, units) {
    for (const table of report.tables)
        hold_rows(format, units, table);
    for (const unit of report.text)
        if (unit.kind !== 'row')
            for (const sentence of sentences(unit.text))
                hold_sentence(format, units, unit, sentence);
}

/* ---- JSON */

/* Every scalar below a value, as texts. How long a list is counts as a figure of it. */
function scalars(value, found = []) {
    if (Array.isArray(value))
        found.push(String(value.length));
    if (value !== null && typeof value === 'object')
        Object.values(value).forEach(part => scalars(part, found));
    else if (value !== null)
        found.push(String(value));
    return found;
}

function objects(value, found = []) {
    if (value === null || typeof value !== 'object')
        return found;
    if (!Array.isArray(value))
        found.push(value);
    Object.values(value).forEach(part => objects(part, found));
    return found;
}

function has_all(values, wanted) {
    const texts = scalars(values);
    const there = new Set(texts.flatMap(text => [...figures(text), figure(text)])
        .flatMap(one => [one, one.replace(/^-/, '')])); /* "88 fewer" is -88 */
    return wanted.filter(one => !there.has(one));
}

/* The part of the result that a chapter is of. */
function part_of(chapter) {
    const parts = report.json.polls ?? report.json.decisions ?? [];
    if (chapter > 0)
        return parts[chapter - 1];
    return parts.length === 1 ? { ...report.json, ...parts[0] } : report.json;
}

/* "North (10 practices)" is North, and a day is its date. */
function name_of(row) {
    const name = row.cells[0].replace(/ \((\d[^)]*|own)\)$/, '');
    return DATE.test(name) ? figures(name)[0] : name;
}

/* The figures of a row, without those that are its name. */
function figures_of(format, row, name) {
    const [first, ...rest] = row.cells;
    return [first.startsWith(name) ? first.slice(name.length) : '', ...rest]
        .flatMap(cell => figures(left(format, row, cell)));
}

/* The figures of an object itself, not those below it; of a list how long it is. */
function own_figures(object) {
    return Object.values(object ?? {}).filter(value => typeof value !== 'object' || Array.isArray(value))
        .map(value => Array.isArray(value) ? value.length : value);
}

/* Where a sum stands, and other rows whose name is a key. */
function total_of(row) {
    const total = TOTALS.find(({ name, kind }) => name.test(row.cells[0]) && kind === report.kind);
    return total?.paths.flatMap(path =>
        own_figures(path.reduce((value, key) => value?.[key], part_of(row.chapter))));
}

/* The objects of that name and of no other row, together: a table may set several side by side. */
function objects_of(row, names) {
    const name = name_of(row);
    return objects(part_of(row.chapter)).filter(object => Object.values(object).includes(name) &&
        !scalars(object).some(text => text !== name && names.includes(text)));
}

function hold_json_rows(rows) {
    const names = rows.map(name_of);
    for (const row of rows) {
        const total = total_of(row);
        const name = total === undefined ? name_of(row) : '';
        const wanted = figures_of('json', row, name);
        const values = total ?? objects_of(row, names);
        const texts = scalars(values);
        const said = row.cells.slice(1).flatMap(cell => WORDS.filter(([word]) => word.test(cell)));
        const missing = [...has_all(values, wanted), ...said.filter(([, value]) =>
            total === undefined && !texts.some(text => value.test(text))).map(([word]) => word)];
        if (texts.length < 2 || missing.length > 0)
            fault('json', row, row.cells.join('  '), `no object has ${missing.join(', ')} of`);
    }
}

const place_of = unit => PLACES.find(({ kind, label, section, title }) =>
        (kind === undefined || [kind].flat().includes(report.kind)) &&
        (label === undefined || label.test(unit.label ?? '')) &&
        (section === undefined || section.test(unit.section)) && (title ?? false) === (unit.kind === 'title'));

/* The part of the constitution as the pages word it: the end of a sentence, or within brackets. */
const worded = clause => clause.replace(/^not stated\b/, 'Not stated in the constitution');

function hold_clause(unit, values) {
    const clauses = values.flatMap(value => typeof value === 'string' ? [value] :
        objects(value).map(({ clause }) => clause)).filter(clause => typeof clause === 'string');
    const end = unit.text.toLowerCase().replace(/[.)]+$/, '');
    const none = /The rules table gives no clause\.$/.test(unit.text) &&
        values.flatMap(value => objects(value)).some(({ clause }) => clause === null);
    if (!none && !clauses.some(clause => end.endsWith(worded(clause).toLowerCase().replace(/[.)]+$/, ''))) &&
        !/the program's default/.test(unit.text))
        fault('json', unit, unit.text, 'no rule has the clause of');
}

function hold_json_fact(unit) {
    const place = place_of(unit);
    if (place === undefined) {
        fault('json', unit, unit.text, 'PLACES does not say where this is');
        return;
    }
    const part = part_of(unit.chapter);
    const values = place.keys.flatMap(key => place.whole ? [part[key], report.json[key]] :
        [part[key] ?? report.json[key]]);
    if (place.clause)
        hold_clause(unit, values);
    for (const sentence of sentences(unit.text))
        hold_json_sentence(unit, place, values, left('json', unit, sentence));
}

/* "B" is not named in "Binding". */
function is_named(name, text) {
    const at = text.toLowerCase().indexOf(name.toLowerCase());
    return at >= 0 && !/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[at + name.length] ?? '');
}

function hold_json_sentence(unit, place, values, sentence) {
    const missing = has_all(values, figures(sentence));
    const texts = scalars(values);
    const names = report.names.filter(name => is_named(name, sentence) &&
        !texts.some(text => is_named(name, text)));
    if (missing.length > 0 || names.length > 0)
        fault('json', unit, sentence, `${place.keys.join(', ')} lack ${[...missing, ...names].join(', ')}`);
}

function hold_json() {
    for (const table of report.tables)
        hold_json_rows(table);
    for (const unit of report.text)
        if (unit.kind !== 'row' && unit.text !== unit.section)
            hold_json_fact(unit);
}

/* ---- CSV: only what has a row there */

function hold_csv() {
    for (const row of report.tables.flat()) {
        const name = name_of(row);
        const mine = report.csv.filter(cells => cells.includes(name));
        const wanted = figures_of('csv', row, name);
        if (mine.length > 0 && !mine.some(cells => has_all(cells, wanted).length === 0))
            fault('csv', row, row.cells.join('  '), 'no row has all of');
    }
}

/* ---- A matrix: JSON has it as the members of each poll, CSV as a row a member and motion. */

function hold_matrix({ headings, rows }) {
    for (const row of rows)
        headings.forEach((heading, at) => {
            const said = row.cells[at + 1];
            const part = report.json.polls[heading.match(/^Motion (\d+)$/)?.[1] - 1]
                ?? report.json.polls.find(({ motion, title }) => [motion, title].includes(heading));
            const member = part?.members.find(({ name }) => name === row.cells[0]);
            const [, value] = WORDS.find(([word]) => word.test(said)) ?? [];
            const words = member === undefined ? [] : [member.standing, member.vote ?? ''];
            if (!words.some(word => value?.test(word) ?? word === said))
                fault('json', row, `${heading}: ${said}`, `no member is so in the poll: ${row.cells[0]}`);
            const line = report.csv.find(cells => cells.includes(row.cells[0]) &&
                cells.includes(part?.motion ?? part?.title));
            if (!line?.some(cell => value?.test(cell) ?? cell === said))
                fault('csv', row, `${heading}: ${said}`, `no row says so of ${row.cells[0]}`);
        });
}

/* Its headings are motions, by their numbers or their names. */
function matrices_of(units) {
    const names = new Set(report.json.polls?.map(({ motion, title }) => motion ?? title) ?? []);
    const is_heading = unit => unit.kind === 'row' && unit.cells.length > 1 &&
        unit.cells.slice(1).every(cell => /^Motion \d+$/.test(cell) || names.has(cell));
    return units.flatMap((unit, at) => !is_heading(unit) ? [] : [{
        headings: unit.cells.slice(1),
        rows: units.slice(at + 1, at + 1 + (units.slice(at + 1).findIndex(row =>
            row.kind !== 'row' || row.cells.length !== unit.cells.length || is_heading(row)) + 1 || units.length + 1) - 1),
    }]);
}

/* ---- A report */

/* The rows that stand together, without the headings: those have no figure, but for a day's. */
function tables_of(units) {
    const tables = [];
    let table = null, label = null, block = null;
    for (const unit of units) {
        if (unit.kind !== 'row' || unit.label !== label || unit.block !== block || table === null)
            table = unit.kind === 'row' ? [] : null;
        if (unit.kind === 'row' && unit.cells.some(cell => /\d/.test(cell.replace(DATE, ''))) && !/^Motion \d+$/.test(unit.cells[1]))
            table.push(unit);
        if (table?.length === 1)
            tables.push(table);
        ({ label, block } = unit);
    }
    return [...new Set(tables)];
}

const NAMING = ['practice', 'voter', 'locality', 'winner'];

function read(folder, name) {
    const page = end => readFileSync(join(folder, `${name}.${end}`), 'utf8');
    const text = units_of_text(page('txt'));
    const html = units_of_html(page('html'));
    const { headings, rows } = rows_of_csv(page('csv'));
    const json = JSON.parse(page('json'));
    const named = headings.map((heading, at) => NAMING.includes(heading) ? at : -1).filter(at => at >= 0);
    return {
        kind: json.schema.split('/')[1], text, tables: tables_of(text), json, html: html.units,
        markdown: units_of_markdown(page('md'), html.chapters),
        csv: rows, names: [...new Set(rows.flatMap(cells => named.map(at => cells[at])))]
            .filter(one => one !== undefined && one !== ''),
    };
}

function faults_of(folder, name) {
    faults = [];
    report = read(folder, name);
    hold_page('markdown', report.markdown);
    hold_page('html', report.html);
    hold_json();
    hold_csv();
    matrices_of(report.text).forEach(hold_matrix);
    return faults;
}

/* ---- check, which has messages in place of a page */

const in_a_line = text => text.replace(/\s+/g, ' ').trim();

/* Each message without the lines of the file that it quotes, and what was checked. */
function messages_of(text) {
    const lines = text.split('\n').filter(line => !/^ *\d+ \| |^ *\^+$/.test(line));
    const found = [];
    for (const line of lines)
        if (/^\S/.test(line))
            found.push(line);
        else
            found[found.length - 1] += `\n${line}`;
    return found.map(in_a_line).filter(line => line !== '');
}

function message_of({ file, line, column, cell, severity, what, remedy }) {
    const place = [file, line, column].filter(part => ![null, undefined, ''].includes(part)).join(':');
    return in_a_line(`quorate: ${place}${cell ? ` (cell ${cell})` : ''}: ` +
        `${severity === 'warning' ? 'warning: ' : ''}${what} ${remedy ?? ''}`);
}

function faults_of_check(folder, name) {
    const page = end => readFileSync(join(folder, `${name}.${end}`), 'utf8');
    const messages = messages_of(page('txt')), last = messages.pop(), json = JSON.parse(page('json'));
    const { headings, rows } = rows_of_csv(page('csv'));
    const by_format = {
        json: json.problems,
        csv: rows.map(cells => Object.fromEntries(headings.map((heading, at) => [heading, cells[at]]))),
    };
    faults = [];
    for (const [format, rows_of_it] of Object.entries(by_format)) {
        const told = rows_of_it.filter(({ severity }) => severity !== 'due').map(message_of);
        for (const message of messages)
            if (!told.includes(message))
                fault(format, { label: null }, message, 'no problem is');
        if (told.length !== messages.length)
            faults.push(`${format}: there are ${told.length} problems, and ${messages.length} messages`);
        for (const { what } of rows_of_it.filter(({ severity }) => severity === 'due'))
            if (json.errors === 0 && !last.includes(what)) /* then text tells the errors alone */
                fault(format, { label: null }, what, 'the text does not say');
    }
    const missing = has_all([json.errors, json.warnings, json.checked, json.due, json.constitution],
        figures(last));
    if (missing.length > 0)
        fault('json', { label: null }, last, `it lacks ${missing.join(', ')}`);
    return faults;
}

let passed = 0, failed = 0;
function judge(name, found) {
    if (found.length === 0) {
        passed++;
        return;
    }
    failed++;
    console.log(`FAILED ${name}`);
    for (const line of new Set(found))
        console.log(`    ${line}`);
}

const folders = process.argv.slice(2).filter(word => !word.startsWith('--'));
for (const folder of folders)
    for (const file of readdirSync(folder).filter(name => name.endsWith('.txt')).sort()) {
        const name = basename(file, '.txt');
        if (existsSync(join(folder, `${name}.html`)))
            judge(name, faults_of(folder, name));
        else if (existsSync(join(folder, `${name}.json`)))
            judge(name, faults_of_check(folder, name));
    }
for (const exception of process.argv.includes('--every-exception') ? EXCEPTIONS : [])
    judge(exception.reason, used.has(exception) ? [] : ['no report needs this exception']);

if (passed + failed === 0)
    judge(folders.join(' '), ['there are no reports']);

console.log(`formats: ${passed} passed, ${failed} failed`);
if (process.env.TALLY)
    writeFileSync(process.env.TALLY, `${passed} ${failed}\n`);
process.exitCode = failed === 0 ? 0 : 1;
