/* SPDX-License-Identifier: MIT */
/* The browser, and the pages that the program writes. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, '../..');
export const build = resolve(root, process.env.BUILD ?? 'build');
const program = resolve(root, process.env.BIN ?? join(build, 'quorate'));

/* The packages are installed below the build folder, so that the source tree stays clean. */
const need = createRequire(join(build, 'browser/package.json'));
export const axe = need('axe-core').source;

export function launch() {
    const { chromium } = need('playwright-core');
    return chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        /* Chromium's sandbox refuses to run for root. */
        chromiumSandbox: process.getuid() !== 0,
        args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
            '--disable-background-networking', '--disable-component-update'],
    });
}

/* Runs the program in `folder`, where it ends with `status`, and keeps the page that it prints. */
export function write(name, [command, ...rest], folder, status = 0) {
    const file = join(build, 'browser/pages', `${name}.html`);
    const run = spawnSync(program, [command, '--format', 'html', ...rest],
        { cwd: join(root, folder), encoding: 'utf8' });
    if (run.status !== status)
        throw new Error(`quorate ${command} ${rest.join(' ')}: ${run.error ?? run.stderr}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, run.stdout);
    return read(file);
}

export function read(file) {
    return { file, url: pathToFileURL(file).href, source: readFileSync(file, 'utf8') };
}

/* The lines in which a text differs from that of a file, which may be missing. */
export function difference(file, text) {
    const run = spawnSync('diff', ['-uN', '--label', 'expected', '--label', 'seen', file, '-'],
        { input: text, encoding: 'utf8' });
    return run.status === 0 ? [] : [run.stdout.trimEnd() || String(run.error ?? run.stderr)];
}

/*
 * Does `work` on every item, as many side by side as there are processors, and keeps the order. Each
 * of those that work first does `prepare`, and has what came of it at hand.
 */
export async function each(items, prepare, work) {
    const results = [];
    let next = 0;
    async function worker() {
        const prepared = await prepare();
        while (next < items.length) {
            const index = next++;
            results[index] = await work(prepared, items[index]);
        }
    }
    await Promise.all(cpus().map(worker));
    return results;
}
