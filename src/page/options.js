// SPDX-License-Identifier: MIT
// The program's commands and what may be told them. What stands below comes from its own tables
// (docs/options.c) when the page is built.

export const COMMANDS = [
    // option table: page
    // option table: end
];
