/* SPDX-License-Identifier: MIT */
/* What is asked of a page on paper: an A4 PDF with tags, and lines to sign on. */
import { looks, take, tornWords } from './screen.mjs';

/* The width of an A4 sheet in pixels, less margins of 2 cm. */
const width = Math.round((210 - 40) / 25.4 * 96);

/* Chromium writes the objects of a PDF uncompressed, so that they can be looked for. */
function tagged(pdf, { sheets = 5 }) {
    const complaints = [];
    for (const [what, pattern] of [
        ['tags', /\/StructTreeRoot \d+ 0 R/],
        ['marked content', /\/MarkInfo <<[^>]*\/Marked true/],
        ['a language', /\/Lang \(en-GB\)/],
        ['headings of tables', /\/S \/TH\b/],
    ])
        if (!pattern.test(pdf))
            complaints.push(`the PDF has not ${what}`);
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    for (const [, across, down] of boxes)
        if (Math.abs(across - 595) > 1 || Math.abs(down - 842) > 1)
            complaints.push(`a sheet is ${across} by ${down} points, not A4`);
    if (boxes.length < 1 || boxes.length > sheets)
        complaints.push(`${boxes.length} sheets, at most ${sheets} were thought of`);
    return complaints;
}

function cutOff() {
    return [...document.querySelectorAll('body *:not(svg, svg *)')]
        .filter(element => getComputedStyle(element).overflowX !== 'visible'
            && element.clientWidth > 1 && element.scrollWidth > element.clientWidth)
        .map(element => `cut off on paper: ${element.innerText.slice(0, 60)}`);
}

export async function onPaper(page) {
    await take(page, { width });
    await page.emulateMedia({ media: 'print' });
}

async function prints(page, { signed = true, sheets }) {
    await take(page, looks[0]);
    const hidden = await page.evaluateHandle(() =>
        [...document.body.querySelectorAll('*')].filter(element => !element.checkVisibility()));
    await onPaper(page);
    const only = await hidden.evaluate(elements => elements
        .filter(element => element.checkVisibility()).map(element => element.textContent).join(' '));
    await hidden.dispose();
    const complaints = [...await page.evaluate(cutOff), ...await page.evaluate(tornWords)];
    if (signed && !/\bsign/i.test(only))
        complaints.push('there are no lines to sign on that are on paper only');
    /* Letter, so that A4 is the page's own wish. */
    const pdf = await page.pdf({ format: 'Letter', preferCSSPageSize: true, tagged: true });
    return [...complaints, ...tagged(pdf.toString('latin1'), { sheets })];
}

export const checks = { prints };
