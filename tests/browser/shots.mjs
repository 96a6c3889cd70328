/* SPDX-License-Identifier: MIT */
/* node tests/browser/shots.mjs [NAME...]: pictures of the pages in every look, for people to see. */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';

import { build, each, launch, root } from './browser.mjs';
import { onPaper } from './paper.mjs';
import { chosenPages, writePage } from './pages.mjs';
import { looks, take } from './screen.mjs';

const folder = join(build, 'screenshots');
const picture = (...words) => join(folder, words.join('-').replaceAll(' ', '-'));

async function shoot(page, { name, url }) {
    await page.goto(url);
    for (const look of looks) {
        await take(page, look);
        await page.screenshot({ path: `${picture(name, look.name)}.png`, fullPage: true });
    }
    await onPaper(page);
    await page.pdf({ path: `${picture(name)}.pdf`, format: 'A4', tagged: true });
}

mkdirSync(folder, { recursive: true });
const browser = await launch();
try {
    const pages = chosenPages(process.argv.slice(2)).map(writePage);
    await each(pages, () => browser.newPage(), shoot);
    console.log(`The pictures are in ${relative(root, folder)}/`);
} finally {
    await browser.close();
}
