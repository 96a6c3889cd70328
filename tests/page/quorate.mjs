// SPDX-License-Identifier: MIT
// The page's engine from a shell, for the cases: node quorate.mjs MODULE ARGUMENT... with the files of this
// machine, which are copied in as they are asked for and back when the program has ended.
import fs from "node:fs";

import { engine } from "../../src/page/engine.js";
import { File, Files, whole } from "../../src/page/files.js";

/* Relative names begin at the root there: what begins with no folder of this machine's root is in this folder. */
function place(name) {
    const path = whole(name), first = path.split("/")[1];
    return first !== "" && fs.existsSync(`/${first}`) ? path : `${process.cwd()}${path}`;
}

class MachineFiles extends Files {
    changed = new Set();

    get(name) {
        if (!this.byName.has(whole(name)) && !this.changed.has(whole(name)) && fs.statSync(place(name), { throwIfNoEntry: false })?.isFile())
            super.put(name, new File(new Uint8Array(fs.readFileSync(place(name)))));
        return super.get(name);
    }

    put(name, file) {
        super.put(name, file);
        this.changed.add(whole(name));
    }

    remove(name) {
        this.changed.add(whole(name));
        return super.remove(name);
    }

    isFolder(name) {
        return fs.statSync(place(name), { throwIfNoEntry: false })?.isDirectory() || super.isFolder(name);
    }

    list(name) {
        return fs.readdirSync(place(name), { withFileTypes: true }).map((entry) => [entry.name, entry.isDirectory()]);
    }

    makeFolder(name) {
        fs.mkdirSync(place(name));
    }

    removeFolder(name) {
        this.save();
        try {
            fs.rmdirSync(place(name));
        } catch {
            return false;
        }
        return true;
    }

    save() {
        for (const name of this.changed) {
            const file = super.get(name);
            if (file === undefined)
                fs.rmSync(place(name), { force: true });
            else
                fs.writeFileSync(place(name), file.bytes);
        }
    }
}

function writeAll(descriptor, bytes) {
    for (let at = 0; at < bytes.length;)
        at += fs.writeSync(descriptor, bytes, at);
}

const [path, ...args] = process.argv.slice(2);
const source = fs.readFileSync(path);
const run = engine(path.endsWith(".wasm") ? { module: new WebAssembly.Module(source) }
    : { plain: new Function("wasi", source.toString()) });
const files = new MachineFiles();
let input = new Uint8Array(0);
if (args.includes("-"))
    input = new Uint8Array(fs.readFileSync(0));
const result = run(args, files, { input, variables: process.env });
files.save();
writeAll(1, result.output);
writeAll(2, result.errors);
process.exitCode = result.status;
