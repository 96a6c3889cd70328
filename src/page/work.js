// SPDX-License-Identifier: MIT
// The program in a worker, so that the page stays awake while it counts and can stop it.

import { engine } from "./engine.js";
import { Files } from "./files.js";

const STEP = 1 << 20; // bytes between two words of how far it is

/**
 * What the worker does: waits for runs, says now and then how many bytes it has read, and answers each with its
 * result and the files that it wrote.
 */
export function serve(scope, made) {
    const run = engine(made);
    scope.onmessage = ({ data: { number, args, sheets } }) => {
        const files = new Files();
        for (const { name, bytes } of sheets)
            files.add(name, bytes);
        const given = new Set(files.byName.values());
        let read = 0;
        const result = run(args, files, {
            heard: (bytes) => {
                read += bytes;
                if (Math.floor(read / STEP) !== Math.floor((read - bytes) / STEP))
                    scope.postMessage({ number, read });
            },
        });
        const written = [...files.byName].filter(([, file]) => !given.has(file))
            .map(([name, file]) => ({ name: name.slice(1), bytes: file.bytes.slice() }));
        scope.postMessage({ number, ...result, output: result.output.slice(), errors: result.errors.slice(), written });
    };
}

/** The page's end of it. `source` is the worker's program. */
export class Work {
    constructor(source) {
        this.address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
        this.last = 0;
        this.start();
    }

    start() {
        this.waiting = new Map();
        this.worker = new Worker(this.address);
        this.worker.onmessage = ({ data }) => {
            const { resolve, progress } = this.waiting.get(data.number);
            if (data.read !== undefined)
                return progress(data.read);
            this.waiting.delete(data.number);
            return resolve(data);
        };
        this.worker.onerror = (event) => this.end(new Error(event.message));
    }

    end(reason) {
        for (const { reject } of this.waiting.values())
            reject(reason);
        this.waiting.clear();
    }

    /**
     * Runs the program on the sheets. Resolves to { status, output, errors, written }. `progress` is called with
     * how many bytes have been read so far.
     */
    run(args, sheets, progress = () => undefined) {
        const number = ++this.last;
        return new Promise((resolve, reject) => {
            this.waiting.set(number, { resolve, reject, progress });
            this.worker.postMessage({ number, args, sheets: sheets.map(({ name, bytes }) => ({ name, bytes })) });
        });
    }

    /** Stops what is running. */
    stop() {
        this.worker.terminate();
        this.end(new Error("stopped"));
        this.start();
    }
}
