// SPDX-License-Identifier: MIT
// node tests/page/check.mjs: opens the offline page in Chromium, from its file, with WebAssembly and without, and
// does there what a coordinator does. BIN, BUILD and TALLY as in tests/browser/check.mjs.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { TASKS } from "../../src/page/tasks.js";
import { axe, build, each, root } from "../browser/browser.mjs";

const program = resolve(root, process.env.BIN ?? join(build, "quorate"));
const address = pathToFileURL(join(build, "quorate.html")).href;
const { chromium } = createRequire(join(build, "browser/package.json"))("playwright-core");

const EXAMPLES = "data/examples";
const example = (name) => join(root, EXAMPLES, name);
const REPORTS = { html: "report.html", markdown: "minutes.md", json: "result.json", csv: "table.csv", text: "report.txt" };

// What is dropped, what is chosen, and the arguments that say the same to the program.
const examples = [
    { name: "meeting", files: ["meeting-2015-06-24.csv"], settings: { decision: "meeting" }, args: ["tally", "-d", "meeting"] },
    { name: "email", files: ["email-2015-07-03.csv"], settings: { decision: "email" }, args: ["tally", "-d", "email"] },
    { name: "censure", files: ["censure-2015-09-09.csv"], settings: { decision: "censure" }, args: ["tally", "-d", "censure"] },
    {
        name: "election", files: ["election-2015-10-01.csv", "candidates-2015-10-01.csv"], settings: { decision: "election" },
        args: ["tally", "-d", "election", "--candidates", "candidates-2015-10-01.csv"],
    },
    { name: "quorum", task: "quorum", files: ["meeting-2015-06-24.csv"], settings: {}, args: ["quorum"] },
    ...["meeting.xlsx", "meeting.ods"].map((name) => ({
        name, folder: "tests/cases/workbooks/meeting", files: [name], settings: { decision: "meeting" }, args: ["tally", "-d", "meeting"],
    })),
    { name: "share", task: "share", files: [], settings: {}, args: ["share"] },
    { name: "rules", task: "rules", files: [], settings: {}, args: ["rules"] },
    {
        name: "reweight", task: "reweight", files: ["gp-reg-pat-prac-all-april-2026.csv"], settings: {},
        args: ["reweight"],
    },
];

let passed = 0;
const failures = [];

function expect(holds, what) {
    if (holds)
        passed++;
    else
        failures.push(what);
}

/* The program's own bytes, run where the sheets are, as the page has them side by side. */
function expected({ args, files, folder }, format) {
    const operands = files.filter((file) => !file.startsWith("candidates"));
    return spawnSync(program, [...args, "-q", "-f", format, ...operands], { cwd: join(root, folder ?? EXAMPLES) }).stdout;
}

/* Drops files as a hand does: the page is told of them by the event alone. */
async function drop(page, paths) {
    const files = paths.map((path) => ({ name: path.split("/").pop(), base64: readFileSync(path).toString("base64") }));
    await page.evaluate((given) => {
        const carried = new DataTransfer();
        for (const { name, base64 } of given)
            carried.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name));
        document.getElementById("drop").dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
    }, files);
    for (const { name } of files)
        await page.getByRole("cell", { name, exact: true }).waitFor();
}

async function saved(page, name) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: `Save ${name}`, exact: true }).click()]);
    return readFileSync(await download.path());
}

/* A page that tells of every request and every word on the console. */
async function open(browser, said) {
    const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.on("console", (message) => said.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => said.push(`error: ${error.message}`));
    page.on("request", (request) => !/^(blob|data|about):/.test(request.url()) && request.url() !== address &&
        said.push(`request: ${request.url()}`));
    await page.goto(address);
    return page;
}

async function count(page, task, settings) {
    if (task !== undefined)
        await page.getByRole("radio", { name: TASKS.find(({ id }) => id === task).words }).check();
    for (const [name, value] of Object.entries(settings)) {
        await page.locator(`#set-${name} option[value="${value}"]`).waitFor({ state: "attached" });
        await page.selectOption(`#set-${name}`, value);
    }
    await page.locator("#go").click();
}

async function checkExample(browser, engine, subject) {
    const said = [];
    const page = await open(browser, said);
    if (subject.files.length > 0)
        await drop(page, subject.files.map((name) => join(root, subject.folder ?? EXAMPLES, name)));
    await count(page, subject.task, subject.settings);
    await page.locator("#result:not([hidden])").waitFor({ timeout: 60000 });
    for (const [format, name] of Object.entries({ ...REPORTS, ...(subject.args[0] === "tally" ? { csv: "votes.csv" } : {}) }))
        expect((await saved(page, name)).equals(expected(subject, format)), `${engine}: ${subject.name}: ${name} is not what the program writes`);
    expect(said.length === 0, `${engine}: ${subject.name}: ${said.join("; ")}`);
    await page.context().close();
}

/* A misspelt practice is written anew in the page, and then the count is the right one. */
async function checkCorrection(browser, engine) {
    const said = [];
    const page = await open(browser, said);
    const wrong = join(build, "page/wrong.csv");
    writeFileSync(wrong, readFileSync(example("meeting-2015-06-24.csv"), "utf8").replace("The Hart Surgery", "The Hort Surgery"));
    await drop(page, [wrong]);
    await count(page, undefined, { decision: "meeting" });
    const cell = page.locator("td.bad input");
    await cell.waitFor();
    expect((await page.locator("#problem-list").textContent()).includes("Hort"), `${engine}: the misspelt name is not told`);
    await cell.fill("The Hart Surgery");
    await cell.press("Enter");
    await page.locator("#result:not([hidden])").waitFor();
    expect((await page.locator("#state").textContent()).startsWith("CARRIED, 4 votes to 2."), `${engine}: the corrected sheet is not counted rightly`);
    const [kept] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the changed sheet" }).click()]);
    expect(readFileSync(await kept.path()).equals(readFileSync(example("meeting-2015-06-24.csv"))), `${engine}: the corrected sheet has other bytes`);
    expect(said.length === 0, `${engine}: correction: ${said.join("; ")}`);
    await page.context().close();
}

/* What the program asks is answered by a button. */
async function checkQuestion(browser, engine) {
    const said = [];
    const page = await open(browser, said);
    const asked = join(build, "page/asked.csv");
    writeFileSync(asked, "Practice,24 June\nThe Hart Surgery,yes\nThe Bell Surgery,yes\nMorland House Surgery,yes\nThe Rycote Practice,no\n");
    await drop(page, [asked]);
    await count(page, "quorum", { });
    await page.getByRole("button", { name: "it says who was there" }).click();
    await page.locator("#result:not([hidden])").waitFor();
    expect((await page.frameLocator("#report").locator("body").textContent()).includes("29,659"), `${engine}: who was there is not 29,659`);
    expect(said.length === 0, `${engine}: question: ${said.join("; ")}`);
    await page.context().close();
}

/* Titles above a column for each motion, and marks for votes, in a workbook by LibreOffice: all that there is to say is
 * asked at once, and the second try counts. */
async function checkMarks(browser, engine) {
    const said = [];
    const page = await open(browser, said);
    const sheet = "libreoffice.xlsx", folder = "tests/cases/workbooks/ticks";
    const motions = ["Frailty pathway", "New premises", "Extra clinic"];
    await drop(page, [join(root, folder, sheet)]);
    await count(page, undefined, { decision: "meeting" });
    const answers = page.locator("#problem-list button");
    await answers.first().waitFor();
    for (const [words, times] of [["it says how they voted", 3], ["it is a vote for the motion", 1]])
        for (let i = 0; i < times; i++)
            await page.getByRole("button", { name: words }).nth(i).click();
    expect(await page.locator("#result").isHidden(), `${engine}: marks: it is counted with a question left`);
    await page.getByRole("button", { name: "it is a vote against it" }).last().click();
    await page.locator("#result:not([hidden])").waitFor();
    expect((await page.locator("#told").textContent()).includes("cell D10: it is a vote against it"),
        `${engine}: marks: what was said is not told in its words`);
    const args = ["tally", "-d", "meeting", ...motions.map((motion) => `--column=vote=${motion}`), "--answer=✓=for", "--answer=✗=against"];
    expect((await saved(page, "result.json")).equals(expected({ args, files: [sheet], folder }, "json")),
        `${engine}: marks: result.json is not what the program writes`);
    expect(said.length === 0, `${engine}: marks: ${said.join("; ")}`);
    await page.context().close();
}

/* A workbook as tests/book makes it. */
function book(name, text) {
    const path = join(build, "page", name);
    spawnSync(join(root, "tests/book"), [path], { input: text });
    return path;
}

/* Of two sheets that could be meant one is chosen by a button. */
async function checkSheets(browser, engine) {
    const said = [];
    const page = await open(browser, said);
    const votes = ["The Hart Surgery", "The Bell Surgery", "Nettlebed Surgery", "The Rycote Practice", "Morland House Surgery"];
    const sheet = (name, vote) => `[${name}]\npractice|vote\n${votes.map((practice) => `${practice}|${vote}\n`).join("")}`;
    await drop(page, [book("sheets.xlsx", sheet("June", "for") + sheet("July", "against"))]);
    await count(page, undefined, { decision: "email" });
    await page.getByRole("button", { name: "it is \"July\"" }).click();
    await page.locator("#result:not([hidden])").waitFor();
    expect((await page.locator("#state").textContent()).includes("NOT CARRIED, 0 to 44,728 by list size."), `${engine}: the sheet that was chosen is not counted`);
    expect(said.length === 0, `${engine}: sheets: ${said.join("; ")}`);
    await page.context().close();
}

/* Of a secret sheet no message tells a heading, so whoever answers writes it; then the option is whole. */
async function checkSecret(browser, engine) {
    const said = [];
    const page = await open(browser, said);
    const path = join(build, "page/secret.csv");
    writeFileSync(path, "Practice,\"24 \"\"June\"\"\"\nThe Hart Surgery,yes\nThe Bell Surgery,yes\nNettlebed Surgery,no\n");
    await drop(page, [path, example("candidates-2015-10-01.csv")]);
    await count(page, undefined, { decision: "election" });
    const answer = page.getByRole("button", { name: "it says how they voted" });
    await answer.click();
    const field = page.getByRole("textbox", { name: "Write its heading" });
    expect(await field.evaluate((one) => one === document.activeElement), `${engine}: secret: the heading is not asked for`);
    await field.fill("24 \"June\"");
    await answer.click();
    await page.locator("#told button").waitFor();
    await page.locator("#problem-list", { hasText: "cell B2" }).waitFor();
    expect(await answer.count() === 0, `${engine}: secret: what was answered is asked again`);
    const told = await page.locator("main").innerText();
    expect(!/\byes\b/.test(told), `${engine}: secret: a vote is told`);
    expect(said.length === 0, `${engine}: secret: ${said.join("; ")}`);
    await page.context().close();
}

/* What each sheet is, as the program tells it by the headings, is shown; and what a task has no use for is said. */
async function checkKinds(browser, engine) {
    const said = [];
    const page = await open(browser, said);
    const folder = "tests/cases";
    const kinds = {
        "meeting-2015-06-24.csv": ["ballots", EXAMPLES], "candidates-2015-10-01.csv": ["candidates", EXAMPLES],
        "gp-reg-pat-prac-all-april-2026.csv": ["national", EXAMPLES], "localities.csv": ["localities", "data/south-east-oxfordshire-2015"],
        "libreoffice.xlsx": ["ballots", `${folder}/workbooks/ticks`], "staff.xlsx": ["voters", "build/page"],
    };
    const staff = book("staff.xlsx", "Who may vote\n\npractice|role|email\nThe Hart Surgery|lead|a@example.org\n");
    await drop(page, Object.entries(kinds).map(([name, [, from]]) => (name === "staff.xlsx" ? staff : join(root, from, name))));
    for (const [name, [kind]] of Object.entries(kinds))
        expect(await page.getByRole("combobox", { name: `What ${name} is` }).inputValue() === kind, `${engine}: ${name} is not taken for ${kind}`);
    await count(page, "share", {});
    await page.locator("#result:not([hidden])").waitFor();
    expect((await page.locator("#unused").textContent()).includes("staff.xlsx"), `${engine}: a sheet is passed over and nobody is told`);
    expect(!(await page.locator("#unused").textContent()).includes("localities.csv"), `${engine}: a sheet that is read is called unused`);
    expect(said.length === 0, `${engine}: kinds: ${said.join("; ")}`);
    await page.context().close();
}

/* A long file shows how much of it has been read, and can be stopped. */
async function checkProgress(browser, engine) {
    const said = [];
    const page = await open(browser, said);
    const long = join(build, "page/long.csv");
    const [heading, ...rows] = readFileSync(example("gp-reg-pat-prac-all-april-2026.csv"), "utf8").split(/(?<=\n)/);
    writeFileSync(long, heading + rows.map((row) => row.replace("K8", "X1")).join("").repeat(Math.ceil(3e7 / rows.join("").length)));
    await drop(page, [long]);
    await page.evaluate(() => {
        window.seen = [];
        new MutationObserver(() => {
            const bar = document.getElementById("progress");
            if (!bar.hidden)
                window.seen.push(bar.position);
            if (!bar.hidden && bar.position > 0.2) // it may be done before a hand gets there
                document.getElementById("stop").click();
        }).observe(document.getElementById("progress"), { attributes: true });
    });
    await page.locator("#go").click();
    await page.getByText("Stopped.").waitFor();
    const seen = await page.evaluate(() => window.seen);
    expect(seen.length > 1 && seen.at(-1) < 1, `${engine}: how much has been read is not shown`);
    expect(seen.every((part, i) => i === 0 || part >= seen[i - 1]), `${engine}: progress goes back`);
    expect(await page.locator("#progress").isHidden() && await page.locator("#go").isEnabled(), `${engine}: it is not ready again once stopped`);
    await page.getByRole("button", { name: "Take away long.csv" }).click();
    await drop(page, [example("meeting-2015-06-24.csv")]);
    await count(page, "tally", { decision: "meeting" });
    await page.locator("#result:not([hidden])").waitFor();
    expect(said.length === 0, `${engine}: progress: ${said.join("; ")}`);
    await page.context().close();
}

/* The blank ballot file is the program's own workbook, and the new roll is offered to be kept. */
async function checkKept(browser, engine) {
    const said = [];
    const page = await open(browser, said);
    const own = join(build, "page/own-ballots.xlsx");
    spawnSync(program, ["template", "-q", "-d", "meeting", "--force", "-o", own]);
    await count(page, "template", { decision: "meeting" });
    await page.locator("#result:not([hidden])").waitFor();
    expect((await saved(page, "ballots.xlsx")).equals(readFileSync(own)), `${engine}: the blank ballot file is not the program's`);
    expect(await page.locator("#to-keep").isHidden(), `${engine}: a roll is offered with a ballot file`);
    await drop(page, [example("gp-reg-pat-prac-all-april-2026.csv")]);
    await count(page, "reweight", {});
    await page.locator("#to-keep:not([hidden])").waitFor();
    const roll = join(build, "page/own-practices.csv");
    spawnSync(program, ["reweight", "-q", "--force", "-o", roll, example("gp-reg-pat-prac-all-april-2026.csv")]);
    expect((await saved(page, "practices.csv")).equals(readFileSync(roll)), `${engine}: the new roll is not the program's`);
    expect(said.length === 0, `${engine}: what is kept: ${said.join("; ")}`);
    await page.context().close();
}

/* Presses Tab until the element is the one that keys go to. */
async function tabTo(page, selector) {
    for (let i = 0; i < 80; i++) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector))
            return;
        await page.keyboard.press("Tab");
    }
    throw new Error(`no Tab leads to ${selector}`);
}

/* Without a mouse from the files to the minutes on the clipboard, as rich text and as Markdown; and what is printed. */
async function checkKeyboard(browser, engine) {
    const said = [];
    const page = await open(browser, said);
    const subject = examples[0];
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await tabTo(page, "#files");
    await page.setInputFiles("#files", example(subject.files[0]));
    await page.getByRole("cell", { name: subject.files[0], exact: true }).waitFor();
    await page.locator("#set-decision option[value=meeting]").waitFor({ state: "attached" });
    await tabTo(page, "#set-decision");
    await page.keyboard.type("Vote at");
    expect(await page.locator("#set-decision").inputValue() === "meeting", `${engine}: keys do not choose the decision`);
    await tabTo(page, "#go");
    await page.keyboard.press("Enter");
    await page.locator("#result-title:focus").waitFor();
    await page.evaluate(() => {
        document.getElementById("report").contentWindow.print = () => {
            window.printed = true;
        };
    });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => window.printed), `${engine}: Print does not print the report`);
    for (let i = 0; i < 6; i++)
        await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("The minutes are on the clipboard.").waitFor();
    const kept = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const read = async (type) => (await item.getType(type)).text();
        return { rich: await read("text/html"), plain: await read("text/plain") };
    });
    expect(kept.plain === expected(subject, "markdown").toString(), `${engine}: the clipboard's text is not minutes.md`);
    expect(/<h1[ >]/.test(kept.rich) && kept.rich.includes("Carried"), `${engine}: the clipboard holds no rich text`);
    expect(said.length === 0, `${engine}: keyboard: ${said.join("; ")}`);
    await page.context().close();
}

/* The page itself printed, not by its button: the report alone, on as many sheets as the report that is saved. */
async function checkPaper(browser, engine) {
    const said = [];
    const page = await open(browser, said);
    const sheetsOf = async (printed) => (await printed.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    expect(await sheetsOf(page) > 0 && await page.locator("#drop").isVisible(), `${engine}: paper: the page is not what is printed`);
    await drop(page, [example("meeting-2015-06-24.csv")]);
    await count(page, undefined, { decision: "meeting" });
    await page.locator("#result:not([hidden])").waitFor();
    const html = await saved(page, REPORTS.html);
    const sheets = await sheetsOf(page);
    await page.emulateMedia({ media: "print" });
    const seen = await page.evaluate(() => ({
        text: document.getElementById("paper").shadowRoot.querySelector("body").innerText,
        shown: [...document.querySelectorAll("main *, header")].filter((one) => one.checkVisibility()).map(({ id, tagName }) => id || tagName),
    }));
    expect(seen.shown.join() === "result,paper", `${engine}: paper: beside the report there is ${seen.shown.join()}`);
    const alone = await page.context().newPage();
    await alone.setContent(html.toString());
    expect(sheets === await sheetsOf(alone), `${engine}: paper: the page is printed on ${sheets} sheets, the report on others`);
    await alone.emulateMedia({ media: "print" });
    expect(seen.text === await alone.evaluate(() => document.body.innerText), `${engine}: paper: not the report's words`);
    expect(said.length === 0, `${engine}: paper: ${said.join("; ")}`);
    await page.context().close();
}

/* As people see it: narrow and wide, light and dark, with its problems and with its result. */
async function checkLooks(browser) {
    for (const width of [320, 390, 1280])
        for (const colorScheme of ["light", "dark"]) {
            const said = [];
            const page = await open(browser, said);
            await page.setViewportSize({ width, height: 900 });
            await page.emulateMedia({ colorScheme });
            const wrong = join(build, "page/wrong.csv");
            for (const [path, ready] of [[wrong, "#problems:not([hidden])"], [example("meeting-2015-06-24.csv"), "#result:not([hidden])"]]) {
                if (path !== wrong)
                    await page.getByRole("button", { name: "Take away wrong.csv" }).click();
                await drop(page, [path]);
                await count(page, undefined, { decision: "meeting" });
                await page.locator(ready).waitFor();
                await page.addScriptTag({ content: axe }).catch(() => page.evaluate(axe));
                const { violations } = await page.evaluate(() => window.axe.run(document, { iframes: false }));
                expect(violations.length === 0, `${width} ${colorScheme}: ${violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`).join("; ")}`);
                const spills = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
                expect(!spills, `${width} ${colorScheme}: the page is wider than the window`);
            }
            await page.context().close();
        }
}

for (const [engine, flags] of [["WebAssembly", []], ["JavaScript", ["--js-flags=--jitless"]]]) {
    const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", chromiumSandbox: process.getuid() !== 0,
        args: ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync", ...flags],
    });
    await each(examples, async () => undefined, (nothing, subject) => checkExample(browser, engine, subject));
    await checkCorrection(browser, engine);
    await checkQuestion(browser, engine);
    await checkMarks(browser, engine);
    await checkKept(browser, engine);
    await checkSheets(browser, engine);
    await checkSecret(browser, engine);
    await checkKinds(browser, engine);
    if (flags.length === 0) {
        await checkProgress(browser, engine);
        await checkKeyboard(browser, engine);
        await checkPaper(browser, engine);
        await checkLooks(browser);
    }
    await browser.close();
}
for (const failure of failures)
    console.log(`    ${failure}`);
console.log(`page: ${passed} passed, ${failures.length} failed`);
if (process.env.TALLY)
    writeFileSync(process.env.TALLY, `${passed} ${failures.length}\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
