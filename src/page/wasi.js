// SPDX-License-Identifier: MIT
// The system interface (WASI preview 1) as far as the program asks for it: arguments, a clock, and files
// in memory. Numbers of 64 bits come as two of 32, the lower one first (binaryen's
// legalize-js-interface), so that WebAssembly and plain JavaScript call the same functions.

import { File, whole } from "./files.js";

const OK = 0, BAD_DESCRIPTOR = 8, EXISTS = 20, INVALID = 28, IS_FOLDER = 31, MISSING = 44, NOT_THERE = 52,
    NO_FOLDER = 54, NOT_EMPTY = 55;
const TYPE_UNKNOWN = 0, TYPE_FOLDER = 3, TYPE_FILE = 4;
const OPEN_CREATES = 1, OPEN_FOLDER = 2, OPEN_EXCLUSIVE = 4, OPEN_EMPTIES = 8;
const FLAG_APPENDS = 1;
const FROM_HERE = 1, FROM_END = 2;
const STREAMS = 3;                      // standard input, output and error
const ROOT = "/";                       // where relative names begin, too

/** Thrown where the program ends. */
export class Exit {
    constructor(status) {
        this.status = status;
    }
}

/**
 * One run's system. `files` is a Files, `input` what standard input holds, `variables` the environment. `heard`
 * is told how many bytes each read took. `attach` takes the program's memory, `imports` is what it calls.
 */
export class System {
    constructor({ args, files, input = new Uint8Array(0), variables = {}, heard = () => undefined }) {
        this.files = files;
        this.heard = heard;
        this.args = args.map(terminated);
        this.variables = Object.entries(variables).map(([name, value]) => terminated(`${name}=${value}`));
        this.open = [
            { file: new File(input), at: 0 },
            { file: new File(), at: 0 },
            { file: new File(), at: 0 },
            { root: ROOT, folder: ROOT },
        ];
        this.imports = this.functions();
    }

    attach(memory) {
        this.memory = memory;
    }

    get output() {
        return this.open[1].file.bytes;
    }

    get errors() {
        return this.open[2].file.bytes;
    }

    // The memory may have grown since the last call, so nothing of it is kept.
    view() {
        return new DataView(this.memory.buffer);
    }

    bytes(from, length) {
        return new Uint8Array(this.memory.buffer, from, length);
    }

    name(descriptor, from, length) {
        const name = new TextDecoder().decode(this.bytes(from, length));
        const folder = this.open[descriptor]?.folder ?? "/";
        return { name: whole(name.startsWith("/") ? name : `${folder}/${name}`), asFolder: name.endsWith("/") };
    }

    // A list of strings: where each begins, and their bytes behind one another.
    putStrings(strings, places, at) {
        const view = this.view();
        for (const string of strings) {
            view.setUint32(places, at, true);
            this.bytes(at, string.length).set(string);
            places += 4;
            at += string.length;
        }
        return OK;
    }

    putSizes(strings, count, size) {
        this.view().setUint32(count, strings.length, true);
        this.view().setUint32(size, strings.reduce((sum, string) => sum + string.length, 0), true);
        return OK;
    }

    putStatus(at, type, number, size) {
        const view = this.view();
        this.bytes(at, 64).fill(0);
        view.setUint32(at + 8, number, true);
        view.setUint8(at + 16, type);
        view.setUint32(at + 24, 1, true);
        view.setUint32(at + 32, size, true);
        return OK;
    }

    statusOf(at, file, folder) {
        if (file !== undefined)
            return this.putStatus(at, TYPE_FILE, file.number, file.size);
        return folder ? this.putStatus(at, TYPE_FOLDER, 0, 0) : MISSING;
    }

    // Hands each of the program's buffers to `take`, which says how many bytes of it were used.
    eachBuffer(list, count, result, take) {
        const view = this.view();
        let sum = 0;
        for (let i = 0; i < count; i++) {
            const length = view.getUint32(list + 8 * i + 4, true);
            const used = take(this.bytes(view.getUint32(list + 8 * i, true), length));
            sum += used;
            if (used < length)
                break;
        }
        view.setUint32(result, sum, true);
        return OK;
    }

    openFile(name, asFolder, how, appends, result) {
        let file = this.files.get(name);
        const folder = file === undefined && this.files.isFolder(name);
        if (file === undefined && !folder && !(how & OPEN_CREATES))
            return MISSING;
        if (file !== undefined && (how & OPEN_EXCLUSIVE))
            return EXISTS;
        if ((how & OPEN_FOLDER || asFolder) && !folder)
            return NO_FOLDER;
        if (folder && how & (OPEN_CREATES | OPEN_EMPTIES))
            return IS_FOLDER;
        if (file === undefined && !folder)
            this.files.put(name, file = new File());
        if (how & OPEN_EMPTIES)
            file.empty();
        this.view().setUint32(result, this.open.length, true);
        this.open.push(folder ? { folder: name } : { file, at: appends ? file.size : 0 });
        return OK;
    }

    listFolder(opened, buffer, length, from, used) {
        const names = [[".", true], ["..", true], ...this.files.list(opened.folder)];
        let at = 0;
        for (let i = from; i < names.length && at < length; i++) {
            const name = new TextEncoder().encode(names[i][0]);
            const entry = new Uint8Array(24 + name.length);
            const view = new DataView(entry.buffer);
            view.setUint32(0, i + 1, true);
            view.setUint32(16, name.length, true);
            view.setUint8(20, names[i][1] ? TYPE_FOLDER : TYPE_FILE);
            entry.set(name, 24);
            const part = entry.subarray(0, length - at);
            this.bytes(buffer + at, part.length).set(part);
            at += part.length;
        }
        this.view().setUint32(used, at, true);
        return OK;
    }

    // Gives what stands under one name another, beside the old one or in its place.
    moveFile(from, to, keeps) {
        const file = this.files.get(from);
        if (file === undefined)
            return MISSING;
        if (keeps && (this.files.get(to) !== undefined || this.files.isFolder(to)))
            return EXISTS;
        if (this.files.isFolder(to))
            return IS_FOLDER;
        if (!keeps)
            this.files.remove(from);
        this.files.put(to, file);
        return OK;
    }

    functions() {
        const file = (descriptor, act) => {
            const opened = this.open[descriptor];
            if (opened === undefined)
                return BAD_DESCRIPTOR;
            return opened.file === undefined ? IS_FOLDER : act(opened);
        };
        return {
            args_sizes_get: (count, size) => this.putSizes(this.args, count, size),
            args_get: (places, at) => this.putStrings(this.args, places, at),
            environ_sizes_get: (count, size) => this.putSizes(this.variables, count, size),
            environ_get: (places, at) => this.putStrings(this.variables, places, at),
            clock_time_get: (clock, precisionLow, precisionHigh, result) => {
                this.view().setBigUint64(result, BigInt(Math.round(Date.now())) * 1000000n, true);
                return OK;
            },
            fd_prestat_get: (descriptor, result) => {
                const root = this.open[descriptor]?.root;
                if (root === undefined)
                    return BAD_DESCRIPTOR;
                this.view().setUint32(result, 0, true);
                this.view().setUint32(result + 4, root.length, true);
                return OK;
            },
            fd_prestat_dir_name: (descriptor, at, length) => {
                this.bytes(at, length).set(new TextEncoder().encode(this.open[descriptor].root).subarray(0, length));
                return OK;
            },
            fd_fdstat_get: (descriptor, result) => {
                const opened = this.open[descriptor];
                if (opened === undefined)
                    return BAD_DESCRIPTOR;
                this.bytes(result, 24).fill(0);
                this.bytes(result + 8, 16).fill(0xFF);
                const type = opened.file === undefined ? TYPE_FOLDER : TYPE_FILE;
                this.view().setUint8(result, descriptor < STREAMS ? TYPE_UNKNOWN : type);
                return OK;
            },
            fd_filestat_get: (descriptor, result) => {
                const opened = this.open[descriptor];
                return opened === undefined ? BAD_DESCRIPTOR
                    : this.statusOf(result, opened.file, opened.folder !== undefined);
            },
            fd_close: (descriptor) => {
                if (this.open[descriptor] === undefined)
                    return BAD_DESCRIPTOR;
                this.open[descriptor] = undefined;
                return OK;
            },
            fd_read: (descriptor, list, count, result) => file(descriptor, (opened) =>
                this.eachBuffer(list, count, result, (buffer) => {
                    const part = opened.file.bytes.subarray(opened.at, opened.at + buffer.length);
                    buffer.set(part);
                    opened.at += part.length;
                    this.heard(part.length);
                    return part.length;
                })),
            fd_write: (descriptor, list, count, result) => file(descriptor, (opened) =>
                this.eachBuffer(list, count, result, (buffer) => {
                    opened.file.write(opened.at, buffer);
                    opened.at += buffer.length;
                    return buffer.length;
                })),
            fd_seek: (descriptor, low, high, whence, result) => file(descriptor, (opened) => {
                const offset = high * 0x100000000 + (low >>> 0);
                const base = whence === FROM_HERE ? opened.at : whence === FROM_END ? opened.file.size : 0;
                if (base + offset < 0)
                    return INVALID;
                opened.at = base + offset;
                this.view().setBigUint64(result, BigInt(opened.at), true);
                return OK;
            }),
            fd_sync: (descriptor) => (this.open[descriptor] === undefined ? BAD_DESCRIPTOR : OK),
            fd_readdir: (descriptor, buffer, length, cookieLow, cookieHigh, used) => {
                const opened = this.open[descriptor];
                return opened?.folder === undefined ? NO_FOLDER
                    : this.listFolder(opened, buffer, length, cookieLow, used);
            },
            path_open: (descriptor, follow, at, length, how, baseLow, baseHigh, restLow, restHigh, flags, result) => {
                const { name, asFolder } = this.name(descriptor, at, length);
                return this.openFile(name, asFolder, how, flags & FLAG_APPENDS, result);
            },
            path_filestat_get: (descriptor, follow, at, length, result) => {
                const { name, asFolder } = this.name(descriptor, at, length);
                const found = this.files.get(name);
                if (found !== undefined && asFolder)
                    return NO_FOLDER;
                return this.statusOf(result, found, found === undefined && this.files.isFolder(name));
            },
            path_create_directory: (descriptor, at, length) => {
                const { name } = this.name(descriptor, at, length);
                if (this.files.get(name) !== undefined || this.files.isFolder(name))
                    return EXISTS;
                this.files.makeFolder(name);
                return OK;
            },
            path_remove_directory: (descriptor, at, length) => {
                const { name } = this.name(descriptor, at, length);
                if (!this.files.isFolder(name))
                    return this.files.get(name) === undefined ? MISSING : NO_FOLDER;
                return this.files.removeFolder(name) ? OK : NOT_EMPTY;
            },
            path_readlink: (descriptor, at, length) =>
                (this.files.get(this.name(descriptor, at, length).name) === undefined ? MISSING : INVALID),
            path_link: (from, follow, fromAt, fromLength, to, toAt, toLength) =>
                this.moveFile(this.name(from, fromAt, fromLength).name, this.name(to, toAt, toLength).name, true),
            path_rename: (from, fromAt, fromLength, to, toAt, toLength) =>
                this.moveFile(this.name(from, fromAt, fromLength).name, this.name(to, toAt, toLength).name, false),
            path_unlink_file: (descriptor, at, length) => {
                const { name } = this.name(descriptor, at, length);
                if (this.files.remove(name))
                    return OK;
                return this.files.isFolder(name) ? IS_FOLDER : MISSING;
            },
            poll_oneoff: () => NOT_THERE,
            proc_exit: (status) => {
                throw new Exit(status);
            },
        };
    }
}

function terminated(string) {
    return new TextEncoder().encode(string + "\0");
}
