// SPDX-License-Identifier: MIT
// The files that the program sees: bytes under absolute names, in memory. There is nothing behind them.

/** A file: its bytes, and how many of them count, as room is made in advance. */
export class File {
    constructor(bytes = new Uint8Array(0)) {
        this.room = bytes;
        this.size = bytes.length;
        this.number = ++File.last;
    }

    get bytes() {
        return this.room.subarray(0, this.size);
    }

    write(at, bytes) {
        const end = at + bytes.length;
        if (end > this.room.length) {
            const room = new Uint8Array(Math.max(end, 2 * this.room.length, 4096));
            room.set(this.bytes);
            this.room = room;
        }
        this.room.fill(0, this.size, Math.max(this.size, at));
        this.room.set(bytes, at);
        this.size = Math.max(this.size, end);
    }

    empty() {
        this.room = new Uint8Array(0);
        this.size = 0;
    }
}
File.last = 0;

/** Files by name. A folder is there as long as something is in it, or since it was made. */
export class Files {
    constructor() {
        this.byName = new Map();
        this.folders = new Set();
    }

    /** Puts a file there, in place of what had its name. */
    add(name, bytes) {
        this.byName.set(whole(name), new File(bytes));
    }

    get(name) {
        return this.byName.get(whole(name));
    }

    put(name, file) {
        this.byName.set(whole(name), file);
    }

    remove(name) {
        return this.byName.delete(whole(name));
    }

    isFolder(name) {
        return this.inside(name).length > 0 || this.folders.has(whole(name)) || whole(name) === "/";
    }

    makeFolder(name) {
        this.folders.add(whole(name));
    }

    /** Takes away a folder that is empty, and says whether it was one. */
    removeFolder(name) {
        return this.inside(name).length === 0 && this.folders.delete(whole(name));
    }

    /** The names of what a folder holds, with whether each is a folder itself, in order. */
    list(name) {
        const found = new Map();
        for (const rest of this.inside(name)) {
            const end = rest.indexOf("/");
            found.set(end < 0 ? rest : rest.slice(0, end), end >= 0);
        }
        return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
    }

    inside(name) {
        const folder = whole(name) === "/" ? "/" : whole(name) + "/";
        return [...this.byName.keys(), ...this.folders].filter((file) => file.startsWith(folder))
            .map((file) => file.slice(folder.length));
    }
}

/** A name from the root on, without `.`, `..` and what is empty. */
export function whole(name) {
    const parts = [];
    for (const part of name.split("/")) {
        if (part === "..")
            parts.pop();
        else if (part !== "" && part !== ".")
            parts.push(part);
    }
    return "/" + parts.join("/");
}
