/* SPDX-License-Identifier: MIT */
/*
 * node tests/browser/check.mjs [--bless] [NAME...]: has the program write the pages of pages.mjs (or
 * those that are named), opens each in Chromium and asks it everything (examine.mjs). Then the
 * checks themselves are checked on pages that are broken on purpose (broken.mjs).
 *
 * BIN is the program (build/quorate), BUILD where packages and pages are kept (build), TALLY a file
 * that is written with "passed failed". --bless rewrites the golden files that differ and lists them.
 */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';

import { brokenPages, missed, soundPage } from './broken.mjs';
import { difference, each, here, launch, root } from './browser.mjs';
import { examine, openDesk } from './examine.mjs';
import { chosenPages, pages, writePage } from './pages.mjs';

const { values: { bless }, positionals: names } = parseArgs({
    options: { bless: { type: 'boolean', default: false } },
    allowPositionals: true,
});

function tell(name, passed, failed, lines) {
    const failures = failed ? `, ${failed} FAILED` : '';
    console.log(`  ${name.padEnd(28)} ${String(passed).padStart(4)} passed${failures}`);
    for (const line of lines)
        console.log(line.replace(/^/gm, '    '));
}

/* One page: a line, and what it complains of. Returns how many checks passed and failed. */
async function checkPage(desk, subject) {
    const { passed, failures } = await examine(desk, subject);
    tell(subject.name, passed, failures.length, failures.flatMap(({ check, look, complaints }) =>
        complaints.map(text => `${check} (${look}): ${text}`)));
    return [passed, failures.length];
}

/* A broken page is one check, which passes when the page is caught. */
async function checkBroken(prepare) {
    const lines = await each(brokenPages, prepare, async (desk, subject) => {
        const { failures } = await examine(desk, subject);
        return missed(subject, failures).map(text => `${subject.name}: ${text}`);
    });
    const failed = lines.filter(list => list.length > 0).length;
    tell('broken on purpose', lines.length - failed, failed, lines.flat());
    return [lines.length - failed, failed];
}

function blessGolden(file, text) {
    if (difference(file, text).length === 0)
        return;
    writeFileSync(file, text);
    console.log(`  rewrote ${relative(root, file)}`);
}

/* Golden files that belong to no page. */
function strays() {
    const known = pages.map(({ name }) => `${name}.yml`);
    return readdirSync(join(here, 'golden')).filter(file => !known.includes(file));
}

async function blessAll(prepare, chosen) {
    await each([...chosen, soundPage], prepare, async (desk, subject) => {
        const { told } = await examine(desk, subject);
        blessGolden(subject.golden, `${told}\n`);
    });
    for (const file of strays()) {
        rmSync(join(here, 'golden', file));
        console.log(`  removed ${relative(root, join(here, 'golden', file))}`);
    }
}

async function checkAll(prepare, chosen) {
    const results = await each([...chosen, soundPage], prepare, checkPage);
    if (names.length === 0) {
        results.push(await checkBroken(prepare));
        for (const file of strays()) {
            console.log(`  tests/browser/golden/${file} belongs to no page`);
            results.push([0, 1]);
        }
    }
    const [passed, failed] = [0, 1].map(at => results.reduce((sum, pair) => sum + pair[at], 0));
    console.log(`browser: ${passed} passed, ${failed} failed`);
    if (process.env.TALLY)
        writeFileSync(process.env.TALLY, `${passed} ${failed}\n`);
    return failed === 0;
}

const chosen = chosenPages(names).map(writePage);
const browser = await launch();
try {
    const good = await (bless ? blessAll : checkAll)(() => openDesk(browser), chosen);
    process.exitCode = bless || good ? 0 : 1;
} finally {
    await browser.close();
}
