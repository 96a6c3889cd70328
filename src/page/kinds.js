// SPDX-License-Identifier: MIT
// What a sheet is for: by its name where that is the name of a table, else what the program tells by its headings.
// Whoever drops it sees what it was taken for and can say otherwise; it is then read as what it was given as.

/** The kinds of sheets, with the option that takes each; those without one are operands, or stand in the
 * folder under their own name. */
export const KINDS = [
    { id: "ballots", words: "votes, or who was there" },
    { id: "practices", words: "the practices and their list sizes", option: "practices", name: "practices.csv" },
    { id: "rules", words: "the rules", option: "rules", name: "rules.csv" },
    { id: "localities", words: "the county's localities", option: "localities", name: "localities.csv" },
    { id: "candidates", words: "the candidates", option: "candidates", name: "candidates.csv" },
    { id: "voters", words: "who may vote for which practice", option: "voters", name: "voters.csv" },
    { id: "interests", words: "the register of interests", option: "interests", name: "interests.csv" },
    { id: "holidays", words: "bank holidays", option: "holidays", name: "holidays.csv" },
    { id: "county", words: "which practice is in which locality", name: "county.csv" },
    { id: "columns", words: "what columns are called", name: "columns.csv" },
    { id: "answers", words: "what sentences of a form mean", name: "answers.csv" },
    { id: "national", words: "new list sizes, the NHS's or your own" },
    { id: "result", words: "a saved result" },
];

/** Whether a sheet is called as the program finds a table of that kind in its folder: as CSV, or as a workbook. */
export function isCalled(kind, name) {
    return kind.name !== undefined && ["csv", "xlsx", "ods"].some((ending) => name === kind.name.replace(/csv$/, ending));
}

const ENOUGH = 1 << 16; // bytes of a text, for its headings
const LIST_SIZES = "list sizes";

/**
 * What the sheet was taken for: the id of a kind. `run` runs the program on sheets, which tells by the headings
 * what a table is.
 */
export async function kindOf(name, bytes, run) {
    if (/\.json$/i.test(name))
        return "result";
    const named = KINDS.find((kind) => isCalled(kind, name));
    if (named !== undefined)
        return named.id;
    const sheet = { name, bytes: isPacked(bytes) ? bytes : wholeLines(bytes) };
    const { output } = await run(["check", "--for=quorum", "-q", "-f", "json", name], [sheet]);
    const role = roleIn(output);
    return role === LIST_SIZES ? "national" : role ?? "ballots";
}

function roleIn(output) {
    try {
        return JSON.parse(new TextDecoder().decode(output)).role;
    } catch {
        return null; // it was not even looked at
    }
}

function isPacked(bytes) {
    return bytes[0] === 0x50 && bytes[1] === 0x4B;
}

function wholeLines(bytes) {
    return bytes.length <= ENOUGH ? bytes : bytes.subarray(0, bytes.lastIndexOf(0x0A, ENOUGH) + 1 || ENOUGH);
}
