/* SPDX-License-Identifier: MIT */
/* What is asked of a page once: how it is written and what it does when it is opened. */
import { existsSync } from 'node:fs';

import { difference } from './browser.mjs';

/* ---- All that a window asks for and says */

export function listen(context) {
    const heard = { requests: [], console: [] };
    context.on('request', request => heard.requests.push(request.url()));
    context.on('console', message => heard.console.push(message.text()));
    context.on('weberror', error => heard.console.push(String(error.error())));
    return heard;
}

const requests = (page, { url, heard }) => heard.requests.filter(asked => asked !== url);
const quiet = (page, { heard }) => heard.console;

/* ---- Its head */

function policy(page) {
    return page.evaluate(() => {
        const meta = document.head.querySelector('meta[http-equiv="Content-Security-Policy"]');
        const allowed = "default-src 'none'; style-src 'unsafe-inline'";
        return meta?.content === allowed ? [] : [`not "${allowed}", but ${meta?.content}`];
    });
}

async function title(page, { title: wanted }) {
    const seen = await page.title();
    return seen.startsWith(wanted) ? [] : [`does not begin with "${wanted}": "${seen}"`];
}

async function language(page) {
    const seen = await page.evaluate(() => document.documentElement.lang);
    return seen === 'en-GB' ? [] : [`the language is "${seen}"`];
}

/* ---- Its body */

/* Nothing that acts, even if the policy were not there: a name may have been written as markup. */
function inert(page) {
    return page.evaluate(() => [...document.querySelectorAll('*')]
        .filter(element => element.matches('script, iframe, object, embed, link, base, form, input,'
            + 'button, img, video, audio, meta[http-equiv=refresh], a:not([href^="#"])')
            || element.getAttributeNames().some(name => name.startsWith('on')))
        .map(element => element.outerHTML.slice(0, 80)));
}

function wellFormed(page, { source }) {
    return page.evaluate(text => {
        const parsed = new DOMParser().parseFromString(text, 'application/xhtml+xml');
        const error = parsed.querySelector('parsererror');
        return error ? [error.textContent.trim().replace(/\s+/g, ' ')] : [];
    }, source);
}

/* ---- Beside what is known of it */

function snapshot(page, { golden, told }) {
    if (golden !== undefined && !existsSync(golden))
        return ['there is no golden file yet: make bless writes it'];
    return golden === undefined ? [] : difference(golden, `${told}\n`);
}

/* In a secret vote the page is the same, byte for byte, whoever cast which of the votes. */
function secret(page, { source, twin }) {
    if (twin === undefined || twin === source)
        return [];
    const other = twin.split('\n');
    return [`depends on who voted for whom: ${source.split('\n').find((line, at) => line !== other[at])}`];
}

export const checks = {
    requests, quiet, policy, title, language, inert, 'well-formed': wellFormed, snapshot, secret,
};
