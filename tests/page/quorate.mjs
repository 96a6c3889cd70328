// SPDX-License-Identifier: MIT
// The page's engine from a shell, for the cases: node quorate.mjs MODULE ARGUMENT... with the files of this
// machine, which are copied in as they are asked for and back when the program has ended.
import fs from "node:fs";

import { engine } from "../../src/page/engine.js";
import { File, Files, whole } from "../../src/page/files.js";

class MachineFiles extends Files {
    get(name) {
        const known = super.get(name);
        if (known !== undefined || this.removed.has(whole(name)))
            return known;
        try {
            if (fs.statSync(name).isDirectory())
                return undefined;
            super.put(name, new File(new Uint8Array(fs.readFileSync(name))));
            this.found.set(whole(name), super.get(name));
        } catch {
            return undefined;
        }
        return super.get(name);
    }

    found = new Map();
    removed = new Set();

    put(name, file) {
        this.removed.delete(whole(name));
        super.put(name, file);
        this.changed.add(whole(name));
    }

    changed = new Set();

    remove(name) {
        this.changed.add(whole(name));
        this.removed.add(whole(name));
        return super.remove(name);
    }

    isFolder(name) {
        try {
            return fs.statSync(name).isDirectory();
        } catch {
            return super.isFolder(name);
        }
    }

    list(name) {
        return fs.readdirSync(name, { withFileTypes: true }).map((entry) => [entry.name, entry.isDirectory()]);
    }

    makeFolder(name) {
        fs.mkdirSync(name);
    }

    removeFolder(name) {
        try {
            this.save();
            fs.rmdirSync(name);
            return true;
        } catch {
            return false;
        }
    }

    save() {
        for (const name of this.changed) {
            const file = super.get(name);
            if (file === undefined)
                fs.rmSync(name, { force: true });
            else
                fs.writeFileSync(name, file.bytes);
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
const result = run(args, files, { folder: process.cwd(), input, variables: process.env });
files.save();
writeAll(1, result.output);
writeAll(2, result.errors);
process.exitCode = result.status;
