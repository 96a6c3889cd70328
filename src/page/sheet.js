// SPDX-License-Identifier: MIT
// A sheet as rows of cells, so that one cell can be shown and written anew and every other byte stays.

/** The text of a sheet, or null where it cannot be edited here because it is not UTF-8. */
export function textOf(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        return null;
    }
}

/**
 * The lines of the text, each { cells }, a cell { text, from, to }: what stands there, and where in the text.
 * A line break ends a line also inside quotation marks, as the program counts lines.
 */
export function linesOf(text) {
    const separator = separatorOf(text);
    const lines = [];
    let start = text.startsWith("\uFEFF") ? 1 : 0;
    while (start < text.length) {
        let end = start;
        while (end < text.length && text[end] !== "\n" && text[end] !== "\r")
            end++;
        lines.push({ cells: cellsOf(text, start, end, separator) });
        start = text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
    }
    return lines;
}

function separatorOf(text) {
    const said = /^\uFEFF?sep=(.)/.exec(text);
    if (said !== null)
        return said[1];
    const found = /[,;\t]/.exec(text.replace(/"[^"\n]*"/g, ""));
    return found === null ? "," : found[0];
}

function cellsOf(text, start, end, separator) {
    const cells = [];
    let quoted = false;
    for (let at = start, from = start; at <= end; at++) {
        if (at < end && text[at] === "\"")
            quoted = !quoted;
        if (at === end || (text[at] === separator && !quoted)) {
            cells.push({ text: plain(text.slice(from, at)), from, to: at });
            from = at + 1;
        }
    }
    return cells;
}

function plain(cell) {
    const trimmed = cell.trim();
    return trimmed.startsWith("\"") && trimmed.endsWith("\"") && trimmed.length > 1
        ? trimmed.slice(1, -1).replaceAll("\"\"", "\"") : trimmed;
}

/** The text with another cell in the place of one. */
export function withCell(text, cell, value) {
    const written = /[",;\t\r\n]/.test(value) ? `"${value.replaceAll("\"", "\"\"")}"` : value;
    return text.slice(0, cell.from) + written + text.slice(cell.to);
}
