// SPDX-License-Identifier: MIT
// assemble.mjs WASM PLAIN OPTIONS PAGE: one HTML file of the engine, twice, and what stands in this folder.
// A module becomes a function that returns what it exports; there is no other bundler.
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";

const [wasmPath, plainPath, optionsPath, pagePath] = process.argv.slice(2);
const here = path.dirname(process.argv[1]);
const read = (name) => fs.readFileSync(path.join(here, name), "utf8");

const IMPORT = /^import \{ ([^}]+) \} from "\.\/(\w+)\.js";\n/gm;
const EXPORT = /^export (?=(?:async )?(?:function|class|const) (\w+))/gm;

// The text of a module and of all it needs, each once, the needed ones first.
function bundle(name, done = new Set()) {
    if (done.has(name))
        return "";
    done.add(name);
    const text = name === "options" ? fs.readFileSync(optionsPath, "utf8") : read(`${name}.js`);
    const needed = [...text.matchAll(IMPORT)].map((match) => bundle(match[2], done)).join("");
    const exported = [...text.matchAll(EXPORT)].map((match) => match[1] ?? match[2]);
    const body = text.replace(IMPORT, "const { $1 } = modules.$2;\n").replace(EXPORT, "");
    return `${needed}modules.${name} = (() => {\n${body}\nreturn { ${exported.join(", ")} };\n})();\n`;
}

function script(name) {
    return `"use strict";\nconst modules = {};\n${bundle(name)}`;
}

// wasm2js writes a module of its own; as a function it can be started anew for each run.
function plainEngine() {
    const text = fs.readFileSync(plainPath, "utf8");
    const imported = [...text.matchAll(/^import \{ (\w+) \} from 'wasi_snapshot_preview1';$/gm)].map((match) => match[1]);
    const body = text.replace(/^import .*$/gm, "").replace(/^export .*$/gm, "");
    return `function plainEngine(wasi) {\nconst { ${imported.join(", ")} } = wasi;\n${body}\nreturn retasmFunc;\n}\n`;
}

const inScript = (text) => text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const hash = (text) => `'sha256-${crypto.createHash("sha256").update(text).digest("base64")}'`;

const main = script("main");
const style = read("page.css");
const policy = [
    "default-src 'none'", `script-src ${hash(main)} 'wasm-unsafe-eval'`, "worker-src blob:", "style-src 'unsafe-inline'",
    "img-src data:", "frame-src 'self'", "form-action 'none'", "base-uri 'none'",
].join("; ");

const parts = {
    policy,
    style,
    main,
    worker: inScript(script("work")),
    plain: inScript(plainEngine()),
    wasm: fs.readFileSync(wasmPath).toString("base64"),
};
fs.writeFileSync(pagePath, read("page.html").replace(/\{\{(\w+)\}\}/g, (all, name) => parts[name]));
