// SPDX-License-Identifier: MIT
// The first rows of a workbook's sheets, as far as it takes to tell what it is for: the program reads it itself.

const END = 0x06054B50, ROWS = 20;

export function isWorkbook(bytes) {
    return bytes[0] === 0x50 && bytes[1] === 0x4B && bytes[2] === 3 && bytes[3] === 4;
}

/** Rows of texts; none where it cannot be read here. */
export async function rowsOf(bytes) {
    try {
        const parts = partsOf(bytes);
        if (parts.has("content.xml"))
            return rowsOfOpenDocument(await documentOf(parts.get("content.xml")));
        const strings = parts.has("xl/sharedStrings.xml")
            ? named(await documentOf(parts.get("xl/sharedStrings.xml")), "si").map(textOf) : [];
        const sheets = [...parts.keys()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
        const rows = [];
        for (const sheet of sheets)
            rows.push(...rowsOfSheet(await documentOf(parts.get(sheet)), strings));
        return rows;
    } catch {
        return [];
    }
}

// What is packed under each name.
function partsOf(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const parts = new Map();
    let end = bytes.length - 22;
    while (view.getUint32(end, true) !== END)
        end--;
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
        const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
        const local = view.getUint32(at + 42, true);
        const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
        parts.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), {
            packed: view.getUint16(at + 10, true) !== 0,
            bytes: bytes.subarray(from, from + view.getUint32(at + 20, true)),
        });
        at += 46 + name + extra + comment;
    }
    return parts;
}

async function documentOf({ packed, bytes }) {
    const plain = new Blob([bytes]).stream();
    const stream = packed ? plain.pipeThrough(new DecompressionStream("deflate-raw")) : plain;
    return new DOMParser().parseFromString(await new Response(stream).text(), "application/xml");
}

function named(node, name) {
    return [...node.getElementsByTagNameNS("*", name)];
}

function textOf(node) {
    return named(node, "t").map((one) => one.textContent).join("");
}

function rowsOfSheet(sheet, strings) {
    return named(sheet, "row").slice(0, ROWS).map((row) => named(row, "c").map((cell) =>
        cell.getAttribute("t") === "s" ? strings[Number(named(cell, "v")[0]?.textContent)] ?? "" : textOf(cell)));
}

function rowsOfOpenDocument(sheets) {
    return named(sheets, "table").flatMap((table) => named(table, "table-row").slice(0, ROWS).map((row) =>
        named(row, "table-cell").map((cell) => named(cell, "p").map((one) => one.textContent).join(" "))));
}
