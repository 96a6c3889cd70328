/* SPDX-License-Identifier: MIT */
/*
 * Asks one page everything. A subject is { name, url, source, title } and, where they apply:
 *   golden   the file that tells what a screen reader is told
 *   twin     the source of the page that other voters would have made with the same votes
 *   signed   false when nobody signs it
 *   sheets   on how many sheets of paper it has to fit
 */
import * as paper from './paper.mjs';
import * as screen from './screen.mjs';
import * as source from './source.mjs';

/* A window, and what the page in it has asked for and said. */
async function openWindow(browser, options) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(120_000); /* a machine may be busy with other gates */
    return { page, heard: source.listen(context) };
}

/* The windows that one page after the other is opened in: opening a window takes longer than most
 * checks. The page's policy forbids scripts, ours included, so one does not hold it to that. */
export async function openDesk(browser) {
    return {
        free: await openWindow(browser, { bypassCSP: true }),
        strict: await openWindow(browser, {}),
    };
}

async function show({ page, heard }, open) {
    heard.requests = [];
    heard.console = [];
    await open(page);
    return page;
}

/* One page after the other is written into the window where the first was opened, so that what is ours in it (axe, above
 * all) is there and compiled already. What a page asks for is still looked for beside it. */
async function write(page, { url, source }) {
    await (page.url() === 'about:blank' ? page.goto(url) : page.setContent(source));
}

/* Returns how many checks passed, what the others complain of, and what a screen reader is told. */
export async function examine({ free, strict }, subject) {
    const known = { ...subject };
    const result = { passed: 0, failures: [] };
    async function ask(checks, page, look) {
        for (const [check, complaintsOf] of Object.entries(checks)) {
            const complaints = await complaintsOf(page, known);
            if (complaints.length === 0)
                result.passed++;
            else
                result.failures.push({ check, look, complaints });
        }
    }

    const page = await show(free, page => write(page, subject));
    /* What is folded is looked at too: whoever opens it finds it as well made as the rest. */
    await page.evaluate(() => document.querySelectorAll('details').forEach(fold => fold.open = true));
    for (const look of screen.looks) {
        await screen.take(page, look);
        await ask(screen.checks, page, look.name);
    }
    await ask(paper.checks, page, 'paper');

    /* Without the policy it may have asked for more, and with it complained of more. */
    await show(strict, page => page.goto(subject.url));
    known.heard = {
        requests: [...free.heard.requests, ...strict.heard.requests],
        console: [...free.heard.console, ...strict.heard.console],
    };
    await ask(source.checks, strict.page, 'source');
    return { ...result, told: known.told };
}
