/* SPDX-License-Identifier: MIT */
/* What is asked of a page on a screen, in each of four looks. A check returns its complaints. */
import { axe } from './browser.mjs';

export const looks = [
    { name: 'wide', width: 1280 },
    { name: 'narrow', width: 320 },
    { name: 'dark', width: 1280, colorScheme: 'dark' },
    { name: 'forced colours', width: 1280, forcedColors: 'active' },
];

export async function take(page, look) {
    await page.setViewportSize({ width: look.width, height: 900 });
    await page.emulateMedia({
        media: 'screen',
        colorScheme: look.colorScheme ?? 'light',
        forcedColors: look.forcedColors ?? 'none',
    });
}

/* ---- Accessibility, by the rules of axe */

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

async function accessible(page) {
    if (!await page.evaluate(() => 'axe' in window))
        await page.evaluate(axe);
    return page.evaluate(async values => {
        const forced = matchMedia('(forced-colors: active)').matches;
        /* In other colours a page has the same things in the same places ("told" and "fits" see to
         * that), so only the rules of colour have something to say that was not said of the first look. */
        const recoloured = forced || matchMedia('(prefers-color-scheme: dark)').matches;
        const ofColour = axe.getRules(values).filter(({ tags }) => tags.includes('cat.color'));
        const runOnly = recoloured ? { type: 'rule', values: ofColour.map(({ ruleId }) => ruleId) }
            : { type: 'tag', values };
        const { violations, incomplete } = await axe.run(document,
            { runOnly, preload: false, resultTypes: ['violations', 'incomplete'] });
        /* A contrast that cannot be told is as bad as one that is too low; but where colours are
         * forced axe takes the page's own for those of the text, and so is never sure. */
        const unsure = forced ? [] : incomplete.filter(rule => rule.id === 'color-contrast');
        return [...violations, ...unsure].map(rule =>
            `${rule.id}: ${rule.help}: ${rule.nodes.map(node => node.html).slice(0, 3).join(' ')}`);
    }, tags);
}

/* ---- Room: nothing may stick out sideways or be cut off */

/* What WCAG 1.4.12 lets a reader set. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`;

function crowded() {
    const complaints = [];
    const { scrollWidth, clientWidth } = document.scrollingElement;
    if (scrollWidth > clientWidth)
        complaints.push(`${scrollWidth - clientWidth} pixels wider than the window`);
    const cut = [...document.querySelectorAll('body *:not(svg, svg *)')].filter(element => {
        const hides = ['hidden', 'clip'].includes(getComputedStyle(element).overflowX);
        /* One pixel is how text is hidden from all but screen readers. */
        return (hides || element.matches('td, th')) && element.clientWidth > 1
            && element.scrollWidth > element.clientWidth;
    });
    if (cut.length > 0)
        complaints.push(`text is cut off: ${cut.map(element => element.innerText).join(', ')}`);
    return complaints;
}

/* Short words that go on in the next line. After a hyphen, a stroke or a sign a line may end. */
export function tornWords() {
    const torn = new Set();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode());) {
        if (text.parentElement.closest('.hidden, thead')?.clientWidth === 1)
            continue;
        for (const { 0: word, index } of text.data.matchAll(/[^\s/\p{Pd}]+/gu)) {
            if (!/^[\p{L}\p{N}.,%()]{2,16}$/u.test(word) || /\p{Script=Han}/u.test(word))
                continue;
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            const lines = new Set([...range.getClientRects()].map(({ top }) => top));
            if (lines.size > 1)
                torn.add(word);
        }
    }
    return torn.size > 0 ? [`words are torn: ${[...torn].join(', ')}`] : [];
}

/* Text of twice the size, as the browser's own setting gives it. */
async function enlarge(page, factor) {
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes',
        { fontSizes: { standard: 16 * factor, fixed: 13 * factor } });
    await session.detach();
}

async function fits(page) {
    const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    const complaints = [...await page.evaluate(crowded), ...await page.evaluate(tornWords)];

    const style = await page.addStyleTag({ content: spacing });
    const spaced = await page.evaluate(crowded);
    await style.evaluate(element => element.remove());
    await style.dispose();

    const before = await size();
    await enlarge(page, 2);
    const large = await page.evaluate(crowded);
    if (await size() < 2 * before)
        large.push('the text does not grow');
    await enlarge(page, 1);

    return [...complaints, ...spaced.map(text => `with wide text spacing: ${text}`),
        ...large.map(text => `with text of 200%: ${text}`)];
}

/* ---- Tables, which axe lets pass without a caption and, when small, without headings */

function headed() {
    const complaints = [];
    for (const table of document.querySelectorAll('table')) {
        const name = table.caption?.innerText.trim();
        if (!name)
            complaints.push(`a table without a caption: ${table.innerText.slice(0, 60)}`);
        for (const cell of table.querySelectorAll('th:not([scope])'))
            complaints.push(`a heading without scope: ${cell.innerText}`);
        if (!table.querySelector('th[scope=col]'))
            complaints.push(`a table without column headings: ${name}`);
    }
    return complaints;
}

/* ---- What a screen reader is told: the same in every look */

async function told(page, subject) {
    const seen = await page.locator('body').ariaSnapshot();
    subject.told ??= seen;
    return seen === subject.told ? [] : ['a screen reader is told something else than in the first look'];
}

export const checks = {
    accessible,
    fits,
    headed: page => page.evaluate(headed),
    told,
};
