// SPDX-License-Identifier: MIT
// The program, made ready once and run as often as wanted: as WebAssembly where the browser has it, else
// as plain JavaScript, which wasm2js made of the same bytes.

import { Exit, System } from "./wasi.js";

/**
 * `module` is a WebAssembly.Module, or else `plain` a function that takes the imports and returns the
 * exports. Returns a function that runs the program: the arguments, the files it sees (what it writes is
 * there afterwards) and what else System takes, to { status, output, errors } as bytes.
 */
export function engine({ module, plain }) {
    return (args, files, rest = {}) => {
        const system = new System({ args: ["quorate", ...args], files, ...rest });
        const exports = module === undefined ? plain(system.imports)
            : new WebAssembly.Instance(module, { wasi_snapshot_preview1: system.imports }).exports;
        system.attach(exports.memory);
        return { status: statusOf(exports), output: system.output, errors: system.errors };
    };
}

function statusOf(exports) {
    try {
        exports._start();
        return 0;
    } catch (ended) {
        if (ended instanceof Exit)
            return ended.status;
        throw ended;
    }
}
