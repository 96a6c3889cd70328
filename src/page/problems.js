// SPDX-License-Identifier: MIT
// What keeps the program from counting: said as it says it, with a button for each answer that it offers, and
// the sheet with the cells in question, to be written anew.

import { button, element } from "./elements.js";
import { headingIn, lacks, withWords } from "./choices.js";
import { linesOf, textOf, withCell } from "./sheet.js";

const ROWS_SHOWN = 60;

/**
 * The problems of `check -f json` as a list. When each question has its answer, `answered` is called with what was
 * chosen, { said, option }: all that is asked is asked at once.
 */
export function problemList(problems, answered) {
    const asked = problems.filter(({ choices }) => choices !== undefined);
    const chosen = new Map();
    const left = element("p", { role: "status" });
    const choose = (problem, { means, option }, pressed) => {
        chosen.set(problem, { said: `${subjectOf(problem)}: ${means}`, option });
        for (const one of pressed.parentElement.querySelectorAll("button"))
            one.setAttribute("aria-pressed", String(one === pressed));
        left.textContent = `${chosen.size} of ${asked.length} questions are answered.`;
        if (chosen.size === asked.length)
            answered(asked.map((one) => chosen.get(one)));
    };
    return [...problems.map((problem) => problemOf(problem, choose)), ...(asked.length > 1 ? [left] : [])];
}

function problemOf(problem, choose) {
    return element("div", { class: problem.severity === "error" ? "problem" : "problem warned" },
        element("p", { class: "place" }, subjectOf(problem)),
        element("p", {}, `${sentence(problem.what)} ${problem.choices === undefined ? problem.remedy ?? "" : ""}`),
        ...(problem.choices === undefined ? [] : [questionOf(problem, choose)]));
}

// A button for each answer. Of a secret sheet the program does not tell what stands in it: then whoever has it open
// writes that.
function questionOf(problem, choose) {
    const what = problem.choices.map(({ option }) => lacks(option)).find((words) => words !== undefined);
    const field = element("input", { autocomplete: "off" });
    const answer = (choice) => ({ currentTarget }) => {
        if (what !== undefined && field.value.trim() === "")
            field.focus();
        else
            choose(problem, { ...choice, option: withWords(choice.option, field.value.trim()) }, currentTarget);
    };
    return element("div", { role: "group", "aria-label": problem.question },
        ...(what === undefined ? [] : [element("p", {}, element("label", {}, `Write ${what} as it stands in the sheet: `, field))]),
        element("span", {}, `${problem.question} `),
        ...problem.choices.map((choice) => button(choice.means, answer(choice), { "aria-pressed": "false" })));
}

// A column by its heading, where a question is about one.
function subjectOf(problem) {
    const heading = headingIn(problem.choices?.[0].option);
    return heading === undefined ? placeOf(problem) : `${placeOf(problem)}, \u201c${heading}\u201d`;
}

function placeOf({ severity, file, line, cell }) {
    const where = [file, cell === undefined || cell === null ? line && `line ${line}` : `cell ${cell}`];
    return `${severity === "error" ? "" : "Warning: "}${where.filter(Boolean).join(", ")}`;
}

function sentence(text) {
    return text[0].toUpperCase() + text.slice(1) + (/[.?!]$/.test(text) ? "" : ".");
}

// The cell of a line that the problem's column is in; a column counts characters from 1.
function cellAt(text, line, column) {
    const start = line.cells[0].from;
    return line.cells.findIndex(({ to }) => start + column - 1 <= to);
}

/**
 * The sheet as a table with its headings and the lines that have a problem, their cells as fields; or null
 * where there is no cell to show or the sheet cannot be edited here. `changed` is called with its new bytes.
 */
export function problemSheet(sheet, problems, changed) {
    const text = textOf(sheet.bytes);
    const lines = text === null ? [] : linesOf(text);
    const marked = new Map();
    for (const { line, column, what } of problems.filter((problem) => problem.severity === "error"))
        if (lines[line - 1]?.cells.length > 0 && column > 0)
            marked.set(line - 1, (marked.get(line - 1) ?? new Map()).set(cellAt(text, lines[line - 1], column), what));
    if (marked.size === 0)
        return null;
    const shown = [...marked.keys()].filter((line) => line > 0).sort((one, other) => one - other).slice(0, ROWS_SHOWN);
    return element("div", { class: "wide" },
        element("table", {},
            element("caption", { class: "place" }, `${sheet.name}: write the marked cells anew, then count again`),
            element("thead", {}, rowOf(lines[0], 0, marked, "th")),
            element("tbody", {}, ...shown.map((line) => rowOf(lines[line], line, marked, "td")))));

    function rowOf({ cells }, line, marks, name) {
        return element("tr", {}, element("th", { scope: "row" }, `${line + 1}`), ...cells.map((cell, at) => {
            const what = marks.get(line)?.get(at);
            return what === undefined ? element(name, name === "th" ? { scope: "col" } : {}, cell.text)
                : element(name, { class: "bad" }, element("input", {
                    value: cell.text, title: what, "aria-label": `line ${line + 1}, ${lines[0].cells[at]?.text}: ${what}`,
                    onchange: (event) => changed(new TextEncoder().encode(withCell(text, cell, event.target.value))),
                }));
        }));
    }
}
