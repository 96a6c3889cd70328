// SPDX-License-Identifier: MIT
// What a sheet is for: by its name where that is the name of a table, else by its headings. Whoever drops
// it sees what it was taken for and can say otherwise; the program then reads it as what it was given as.

import { isWorkbook, rowsOf } from "./workbook.js";

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

const HEADINGS = [
    { id: "rules", all: ["decision", "rule", "value"] },
    { id: "county", all: ["locality", "practice"] },
    { id: "county", all: ["locality", "code"] },
    { id: "localities", all: ["locality", "population"] },
    { id: "columns", all: ["column", "heading"] },
    { id: "answers", all: ["answer", "means"] },
    { id: "voters", all: ["address", "practice"] },
    { id: "voters", all: ["email", "practice"] },
    { id: "interests", all: ["practice", "interest"], none: ["vote", "present", "attendance"] },
    { id: "holidays", all: ["date", "holiday"] },
    { id: "ballots", all: ["vote"] },
    { id: "candidates", all: ["candidate"] },
    { id: "national", all: ["orgcode"] },
    { id: "national", all: ["number of patients", "code"] },
    { id: "practices", some: ["list size", "population", "patients", "votes"], all: ["practice"] },
    { id: "practices", some: ["list size", "population", "patients", "total all"], all: ["practice name"] },
];

/** What the sheet was taken for: the id of a kind. */
export async function kindOf(name, bytes) {
    if (/\.json$/i.test(name))
        return "result";
    const table = name.toLowerCase().replace(/\.(xlsx|ods)$/, ".csv");
    const named = KINDS.find((kind) => kind.name === table);
    if (named !== undefined)
        return named.id;
    const rows = isWorkbook(bytes) ? await rowsOf(bytes) : [headingsOf(bytes)];
    for (const row of rows) {
        const found = kindOfHeadings(row.map(folded));
        if (found !== undefined)
            return found.id;
    }
    return "ballots";
}

function kindOfHeadings(headings) {
    const has = (heading) => headings.some((one) => one === heading || one.startsWith(`${heading} `));
    return HEADINGS.find(({ all, some, none }) => all.every(has) &&
        (some === undefined || some.some(has)) && !(none ?? []).some(has));
}

function headingsOf(bytes) {
    const begins = bytes.subarray(0, 4096);
    const wide = begins[0] === 0xFF && begins[1] === 0xFE;
    const text = new TextDecoder(wide ? "utf-16le" : "utf-8").decode(begins);
    const line = text.split(/\r\n|\r|\n/).find((one) => one.trim() !== "" && !one.startsWith("sep=")) ?? "";
    return line.split(/[,;\t]/);
}

function folded(cell) {
    return cell.replace(/^\W+|\W+$/g, "").replace(/[\s_-]+/g, " ").toLowerCase();
}
