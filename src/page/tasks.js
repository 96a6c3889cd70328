// SPDX-License-Identifier: MIT
// What can be done here, and the command line that does it.

import { COMMANDS } from "./options.js";
import { isCalled, KINDS } from "./kinds.js";

/** The tasks in the words of who has them. `operand` is the kind of sheet that the command is given. */
export const TASKS = [
    { id: "tally", words: "Count a vote", operand: "ballots", check: "ballots" },
    { id: "quorum", words: "Is it quorate?", operand: "ballots", check: "ballots" },
    { id: "template", words: "A blank ballot file" },
    { id: "reweight", words: "This year\u2019s list sizes", operand: "national" },
    { id: "share", words: "Our share of the county\u2019s votes" },
    { id: "rules", words: "The rules" },
    { id: "roll", words: "The roll of a day" },
    { id: "timetable", words: "When a vote may close" },
    { id: "check", words: "Look the sheets over", operand: "ballots" },
    { id: "verify", words: "Check a result again", operand: "result" },
];

/** What a report is saved as, by its format. */
const REPORTS = { html: "report.html", markdown: "minutes.md", json: "result.json", csv: "table.csv", text: "report.txt" };
const NAMES = { tally: { csv: "votes.csv" }, check: { html: undefined, markdown: undefined } };

/** What this year's list sizes are saved as, to be dropped again beside the votes of the year. */
export const ROLL = "practices.csv";

// What the page decides itself: where things go, and how they are said.
const OWN = ["output", "force", "format", "excel", "quiet", "color", "exit-code", "help", "version", "brief", "summary", "corrects"];

/** The options of a task that somebody may want to set, as options.js has them. */
export function settingsOf(task) {
    const command = COMMANDS.find((one) => one.name === task);
    return command.options.filter((option) => option.kind !== "file" && !OWN.includes(option.name));
}

function takes(command, name) {
    return COMMANDS.find((one) => one.name === command).options.some((option) => option.name === name);
}

// The sheets of one kind; the newest last, which is the one that counts where there can be one only.
function ofKind(sheets, kind) {
    return sheets.filter((sheet) => sheet.kind === kind);
}

// Where the rules are among the sheets, tables with the names they have in a folder are found by the program.
function isFound(sheets, kind, sheet) {
    const rules = KINDS.find(({ id }) => id === "rules");
    return ofKind(sheets, "rules").some(({ name }) => isCalled(rules, name)) && isCalled(kind, sheet.name);
}

/** The sheets that a run with these arguments does not see, of which whoever dropped them has to be told. */
export function unusedBy(args, sheets) {
    const given = args.flatMap((word) => [word, word.slice(word.indexOf("=") + 1)]);
    return sheets.filter((sheet) => !given.includes(sheet.name) &&
        !isFound(sheets, KINDS.find(({ id }) => id === sheet.kind), sheet));
}

function tableArguments(command, sheets) {
    return KINDS.filter((kind) => kind.option !== undefined && takes(command, kind.option))
        .flatMap((kind) => ofKind(sheets, kind.id).filter((sheet) => !isFound(sheets, kind, sheet)).slice(-1)
            .map((sheet) => `--${kind.option}=${sheet.name}`));
}

function settingArguments(command, settings) {
    return settings.filter(({ name, value }) => takes(command, name) && value !== "")
        .map(({ name, value, kind }) => (kind === "flag" ? `--${name}` : `--${name}=${value}`));
}

/**
 * The arguments of a command. `settings` are { name, kind, value }, `sheets` { name, kind, bytes }, `operand`
 * the kind of sheet it is given.
 */
export function argumentsOf(command, operand, sheets, settings) {
    return [command, ...settingArguments(command, settings), ...tableArguments(command, sheets),
        ...ofKind(sheets, operand).map((sheet) => sheet.name)];
}

function outputsOf(task) {
    return Object.entries({ ...REPORTS, ...NAMES[task.id] }).filter(([, name]) => name !== undefined);
}

/**
 * What a task comes to: `args` of one run that writes its files, or prints the one that is called `printed`; and
 * `others`, made when they are asked for, each the name of what a run prints, or `writes`.
 */
export function planOf(task, sheets, settings) {
    const args = argumentsOf(task.id, task.operand, sheets, settings);
    if (task.id === "template")
        return { args: [...args, "-o", "ballots.xlsx"], others: [] };
    if (task.id !== "reweight") // whose -o is the new roll
        return { args: [...args, ...outputsOf(task).flatMap(([, name]) => ["-o", name])], others: [] };
    return {
        args: [...args, "-f", "html"],
        printed: REPORTS.html,
        others: [{ name: ROLL, args: [...args, "-o", ROLL], writes: true }, ...outputsOf(task)
            .filter(([format]) => format !== "html").map(([format, name]) => ({ name, args: [...args, "-f", format] }))],
    };
}
