/* SPDX-License-Identifier: MIT */
/* node tests/browser/pictures.mjs: the two pictures in docs/ that README.md and the guide show. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { launch, root } from './browser.mjs';
import { chosenPages, writePage } from './pages.mjs';

const views = [
    { file: 'report-wide.png', width: 1280, height: 1090 },
    { file: 'report-phone.png', width: 320, height: 1090 },
];

const browser = await launch();
try {
    const [{ url }] = chosenPages(['meeting']).map(writePage);
    const page = await browser.newPage();
    for (const { file, width, height } of views) {
        const path = join(root, 'docs', file);
        await page.setViewportSize({ width, height });
        await page.goto(url);
        const picture = await page.screenshot();
        if (existsSync(path) && readFileSync(path).equals(picture)) continue;
        writeFileSync(path, picture);
        console.log(`  rewrote ${relative(root, path)}`);
    }
} finally {
    await browser.close();
}
