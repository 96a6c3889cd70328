// SPDX-License-Identifier: MIT
// Elements of the page, made of text alone: nothing that comes from a sheet is ever read as HTML.

/** An element with its properties (`class`, `onclick`, ARIA's as they are written in HTML) and children. */
export function element(name, properties = {}, ...children) {
    const made = document.createElement(name);
    for (const [property, value] of Object.entries(properties)) {
        if (property.startsWith("on"))
            made[property] = value;
        else if (value === true)
            made.setAttribute(property, "");
        else if (value !== false && value !== undefined)
            made.setAttribute(property, value);
    }
    made.append(...children);
    return made;
}

export function button(words, act, properties = {}) {
    return element("button", { type: "button", onclick: act, ...properties }, words);
}

/** Offers bytes as a file to save. */
export function save(name, bytes, type) {
    const address = URL.createObjectURL(new Blob([bytes], { type }));
    element("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/**
 * Lays a whole document out within an element, by its own styles and none of the page's. What the page's policy forbids
 * (a script, a request) is forbidden to it as well.
 */
export function layOut(host, html) {
    const laid = new DOMParser().parseFromString(html, "text/html");
    for (const style of laid.querySelectorAll("style"))
        style.textContent = style.textContent.replaceAll(":root", "html");  // the root is the page's
    (host.shadowRoot ?? host.attachShadow({ mode: "open" })).replaceChildren(laid.documentElement);
}

export const byId = (id) => document.getElementById(id);
