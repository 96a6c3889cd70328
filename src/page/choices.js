// SPDX-License-Identifier: MIT
// The options that a question offers, as the program words them: `--column present="Here"`.

// What the program writes in place of words of a secret sheet.
const WITHHELD = { "\"its heading\"": "its heading", "\"its words\"": "its words" };

/** The text of an option as the words of a command line. */
export function wordsOf(option) {
    const words = [];
    for (const [, spaced] of option.matchAll(/((?:"(?:[^"\\]|\\.)*"|[^\s"])+)/g))
        words.push(spaced.replace(/"((?:[^"\\]|\\.)*)"/g, (all, inside) => inside.replace(/\\(.)/g, "$1")));
    return words;
}

/** What the option lacks because it is secret ("its heading"); undefined where it is whole. */
export function lacks(option) {
    return Object.entries(WITHHELD).find(([withheld]) => option.includes(withheld))?.[1];
}

/** The option with the words that it lacks. */
export function withWords(option, words) {
    const quoted = `"${words.replace(/["\\]/g, "\\$&")}"`;
    return Object.keys(WITHHELD).reduce((whole, withheld) => whole.replace(withheld, () => quoted), option);
}

/** The heading of the column that the option is about; undefined where it is about none. */
export function headingIn(option) {
    if (option === undefined || !option.startsWith("--column ") || lacks(option) !== undefined)
        return undefined;
    const [, told] = wordsOf(option);
    return told.slice(told.indexOf("=") + 1);
}
