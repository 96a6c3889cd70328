// SPDX-License-Identifier: MIT
// The page: sheets come in, a task is chosen, the program is asked, and its report shown; or what it asks.

import { wordsOf } from "./choices.js";
import { button, byId, element, layOut, save } from "./elements.js";
import { KINDS, kindOf } from "./kinds.js";
import { problemList, problemSheet } from "./problems.js";
import { argumentsOf, planOf, ROLL, settingsOf, TASKS, unusedBy } from "./tasks.js";
import { Work } from "./work.js";

const ALWAYS_SHOWN = ["decision", "motion", "date", "closes"];
const TYPES = { html: "text/html", md: "text/markdown", json: "application/json", csv: "text/csv", txt: "text/plain",
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };
const SHOWS_BALLOTS = "show-ballots";

const state = {
    sheets: [],         // { name, kind, bytes, edited }
    task: TASKS[0],
    values: new Map(),  // of settings, by name
    told: [],           // what answered a question: { said, option }
    decisions: [],
    written: [],
};

// ---- The program

const work = new Work(workerSource());

function workerSource() {
    const source = byId("worker").textContent;
    if (typeof WebAssembly === "undefined")
        return `${byId("plain").textContent}\n${source}\nmodules.work.serve(self, { plain: plainEngine });`;
    return `${source}\nconst bytes = Uint8Array.from(atob(${JSON.stringify(byId("wasm").textContent)}),
        (one) => one.charCodeAt(0));
        modules.work.serve(self, { module: new WebAssembly.Module(bytes) });`;
}

const text = (bytes) => new TextDecoder().decode(bytes);

function settings() {
    return settingsOf(state.task.id).map((option) => ({ ...option, value: state.values.get(option.name) ?? "" }))
        .flatMap((one) => (one.repeats ? one.value.split("\n").map((value) => ({ ...one, value: value.trim() })) : [one]));
}

function toldWords() {
    return state.told.flatMap(({ option }) => wordsOf(option));
}

async function askDecisions() {
    const tables = state.sheets.filter(({ kind }) => kind !== "ballots" && kind !== "national");
    const { status, output } = await work.run(argumentsOf("rules", undefined, tables, [{ name: "format", kind: "choice", value: "json" }]), tables);
    state.decisions = status === 0 ? JSON.parse(text(output)).decisions : [];
    showSettings();
}

async function count() {
    busy(true);
    try {
        const plan = planOf(state.task, state.sheets, settings());
        showUnused(unusedBy(plan.args, state.sheets));
        const result = await work.run([...plan.args, ...toldWords()], visibleSheets(), showProgress);
        if (plan.printed !== undefined && result.status === 0)
            result.written.unshift({ name: plan.printed, bytes: result.output });
        if (result.written.length > 0)
            showResult(result, plan.others);
        else
            await showProblems(result);
    } catch (error) {
        byId("state").textContent = error.message === "stopped" ? "Stopped." : `It could not be done: ${error.message}`;
    }
    busy(false);
}

// A sheet that the task would write anew is not in its way.
function visibleSheets() {
    return state.task.id === "template" || state.task.id === "reweight"
        ? state.sheets.filter(({ kind }) => kind !== "ballots") : state.sheets;
}

// What stops the count, as data where the program can tell it so.
async function problemsOf() {
    const { id, check } = state.task;
    if (check === undefined)
        return [];
    const given = [...settings(), { name: "format", kind: "choice", value: "json" }, { name: "for", kind: "choice", value: id }];
    const result = await work.run([...argumentsOf("check", check, state.sheets, given), ...toldWords()], state.sheets);
    try {
        return JSON.parse(text(result.output)).problems;
    } catch {
        return [];
    }
}

// ---- Sheets

async function addFiles(files) {
    for (const file of files) {
        const bytes = new Uint8Array(await file.arrayBuffer());
        state.sheets = state.sheets.filter((sheet) => sheet.name !== file.name);
        state.sheets.push({ name: file.name, kind: await kindOf(file.name, bytes, (...given) => work.run(...given)), bytes });
    }
    state.told = [];
    const kinds = state.sheets.map((sheet) => sheet.kind);
    if (kinds.at(-1) === "result")
        choose(TASKS.find((task) => task.id === "verify"));
    else if (kinds.at(-1) === "national")
        choose(TASKS.find((task) => task.id === "reweight"));
    showSheets();
    await askDecisions();
}

function showSheets() {
    byId("sheets").replaceChildren(...(state.sheets.length === 0 ? [] : [element("div", { class: "wide" },
        element("table", {},
            element("thead", {}, element("tr", {}, ...["Sheet", "It is"].map((words) => element("th", { scope: "col" }, words)))),
            element("tbody", {}, ...state.sheets.map(sheetRow))))]));
}

function sheetRow(sheet) {
    const kinds = element("select", {
        "aria-label": `What ${sheet.name} is`,
        onchange: (event) => {
            sheet.kind = event.target.value;
            askDecisions();
        },
    }, ...KINDS.map(({ id, words }) => element("option", { value: id, selected: id === sheet.kind }, words)));
    const remove = button("Take away", () => {
        state.sheets = state.sheets.filter((one) => one !== sheet);
        showSheets();
        askDecisions();
    }, { "aria-label": `Take away ${sheet.name}` });
    const keep = sheet.edited ? button("Save the changed sheet", () => save(sheet.name, sheet.bytes, "text/csv")) : "";
    return element("tr", {}, element("td", {}, sheet.name), element("td", {}, element("div", { class: "choices" }, kinds, remove, keep)));
}

// ---- What is wanted

function choose(task) {
    state.task = task;
    state.told = [];
    byId("go").textContent = task.words.replace(/\?$/, "");
    showTasks();
    showSettings();
}

function showTasks() {
    byId("tasks").replaceChildren(byId("tasks").firstElementChild, ...TASKS.map((task) => element("label", {},
        element("input", { type: "radio", name: "task", checked: task === state.task, onchange: () => choose(task) }),
        ` ${task.words}`)));
}

function showSettings() {
    const all = settingsOf(state.task.id);
    const first = all.filter(({ name }) => ALWAYS_SHOWN.includes(name));
    const more = all.filter(({ name }) => !ALWAYS_SHOWN.includes(name));
    byId("settings").replaceChildren(element("div", { class: "fields" }, ...first.map(field)),
        more.length === 0 ? "" : element("details", {}, element("summary", {}, "More that can be said"),
            element("div", { class: "fields" }, ...more.map(field))));
}

function field(option) {
    const id = `set-${option.name}`;
    const properties = {
        id,
        "aria-describedby": `${id}-help`,
        onchange: ({ target }) => state.values.set(option.name, target.type === "checkbox" ? (target.checked ? "yes" : "")
            : target.value.replace("T", option.kind === "moment" ? " " : "T")),
    };
    const value = state.values.get(option.name) ?? "";
    const warned = option.name === SHOWS_BALLOTS;
    return element("div", { class: warned ? "field warning" : "field" },
        element("label", { for: id }, option.name.replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase())),
        control(option, properties, value),
        element("p", { class: "quiet", id: `${id}-help` }, sentenceOf(option.help),
            warned ? " Whoever sees the report then sees each vote, which is for the Election Manager alone." : ""));
}

function sentenceOf(help) {
    return help[0].toUpperCase() + help.slice(1) + (help.endsWith(".") ? "" : ".");
}

function control(option, properties, value) {
    const types = { date: "date", moment: "datetime-local", number: "number", flag: "checkbox" };
    const words = option.kind === "decision" ? state.decisions.map(({ decision, title }) => [decision, title ?? decision])
        : option.choices.split(" ").filter((word) => word !== "").map((word) => [word, word]);
    if (words.length > 0)
        return element("select", properties, element("option", { value: "" }, ""),
            ...words.map(([word, title]) => element("option", { value: word, selected: word === value }, title)));
    if (option.repeats)
        return element("textarea", { ...properties, rows: 2 }, value);
    return option.kind === "flag" ? element("input", { ...properties, type: "checkbox", checked: value !== "" })
        : element("input", { ...properties, type: types[option.kind] ?? "text", value: option.kind === "moment" ? value.replace(" ", "T") : value });
}

// ---- What came of it

function busy(is) {
    byId("go").disabled = is;
    byId("stop").hidden = !is;
    byId("progress").hidden = true;
    if (is)
        byId("state").textContent = "Working \u2026";
}

// Of all that is there to be read: most of it is one long file.
function showProgress(read) {
    const all = visibleSheets().reduce((sum, { bytes }) => sum + bytes.length, 0);
    byId("progress").hidden = false;
    byId("progress").max = all;
    byId("progress").value = Math.min(read, all);
}

function showUnused(sheets) {
    byId("unused").hidden = sheets.length === 0;
    byId("unused").textContent = `Not looked at for this: ${sheets.map(({ name }) => name).join(", ")}.`;
}

function showTold() {
    byId("told").replaceChildren(...(state.told.length === 0 ? [] : [element("p", {}, `You said: ${state.told.map(({ said }) => said).join("; ")}. `,
        button("Take that back", () => {
            state.told = [];
            showTold();
        }))]));
}

async function showProblems({ errors }) {
    const problems = await problemsOf();
    const stops = problems.some((problem) => problem.severity === "error");
    byId("result").hidden = true;
    byId("problems").hidden = false;
    byId("state").textContent = "Nothing was counted.";
    byId("problem-list").replaceChildren(...(stops ? problemList(problems, answer) : [element("pre", {}, text(errors))]));
    byId("problem-sheet").replaceChildren(...state.sheets.flatMap((sheet) => {
        const shown = problemSheet(sheet, problems.filter(({ file }) => file === sheet.name), (bytes) => {
            sheet.bytes = bytes;
            sheet.edited = true;
            showSheets();
            count();
        });
        return shown === null ? [] : [shown];
    }));
    byId("problems-title").focus();
}

function answer(answers) {
    state.told.push(...answers);
    showTold();
    count();
}

function showResult({ written, errors }, others) {
    state.written = written;
    const html = fileOf(".html"), plain = fileOf(".txt");
    byId("problems").hidden = true;
    byId("result").hidden = false;
    byId("state").textContent = text(errors).replace(/\s*Written: [^]*$/, "");
    byId("report").hidden = html === undefined;
    byId("report").srcdoc = html === undefined ? "" : text(html.bytes);
    byId("plain-report").hidden = html !== undefined || plain === undefined;
    byId("plain-report").textContent = plain === undefined ? "" : text(plain.bytes);
    byId("saves").replaceChildren(...(html === undefined ? [] : [button("Print", () => byId("report").contentWindow.print())]),
        ...written.map(({ name, bytes }) => saving(name, () => bytes)),
        ...others.map((other) => saving(other.name, () => make(other))),
        ...(fileOf(".md") === undefined ? [] : [button("Copy the minutes", copyMinutes)]));
    byId("to-keep").hidden = ![...written, ...others].some(({ name }) => name === ROLL);
    byId("result-title").focus();
}

async function make({ args, writes }) {
    const { output, written } = await work.run([...args, ...toldWords()], visibleSheets());
    return writes ? written[0].bytes : output;
}

function saving(name, bytesOf) {
    return button(`Save ${name}`, async () => save(name, await bytesOf(), TYPES[name.split(".").pop()]));
}

function fileOf(ending) {
    return state.written.find(({ name }) => name.endsWith(ending));
}

// As rich text for a word processor, and as Markdown for whatever takes text alone.
async function copyMinutes() {
    await navigator.clipboard.write([new ClipboardItem({
        "text/html": new Blob([fileOf(".html").bytes], { type: "text/html" }),
        "text/plain": new Blob([fileOf(".md").bytes], { type: "text/plain" }),
    })]);
    byId("state").textContent = "The minutes are on the clipboard.";
}

// ---- The beginning

byId("files").onchange = ({ target }) => addFiles(target.files);
byId("go").onclick = count;
byId("stop").onclick = () => work.stop();
const drop = byId("drop");
for (const [name, over] of [["dragenter", true], ["dragover", true], ["dragleave", false], ["drop", false]])
    document.addEventListener(name, (event) => {
        event.preventDefault();
        drop.classList.toggle("over", over);
    });
document.addEventListener("drop", (event) => addFiles(event.dataTransfer.files));
byId("report").onload = ({ target }) => {
    target.style.height = `${target.contentDocument.documentElement.scrollHeight + 20}px`;
};
// A frame is cut where a sheet of paper ends, in the middle of a line: on paper the report is a part of this page.
window.onbeforeprint = () => layOut(byId("paper"), byId("report").srcdoc);
choose(TASKS[0]);
askDecisions();
