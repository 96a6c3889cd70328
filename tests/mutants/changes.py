# SPDX-License-Identifier: MIT
"""What can be changed in a source, one place at a time."""
import glob
import re
import sys

from bench import text_of

MUTATED = ["src/decide/*.c", "src/tables/*.c", "src/tables/ballots/*.c"]

SWAPS = {
    "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"], "==": ["!="], "!=": ["=="],
    "&&": ["||"], "||": ["&&"], "+": ["-"], "-": ["+"], "*": ["/"], "+=": ["-="], "-=": ["+="],
    "true": ["false"], "false": ["true"],
}
TOKEN = re.compile(r"""
    (?P<skip>/\*.*?\*/|//[^\n]*|^\#(?:[^\n]*\\\n)*[^\n]*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\bassert\([^;]*;)|
    (?P<number>\b\d+\b)|(?P<word>\b(?:true|false)\b)|
    (?P<operator>->|\+\+|--|<<=?|>>=?|[<>=!]=|&&|\|\||[+*/-]=|(?<=\s)[<>+*-](?=\s))|
    (?P<not>!(?=[\w(]))|
    (?P<branch>\b(?:if|while)\ \()|
    (?P<statement>(?<=[;{})\n])\n\ +(?:return\b[^;{}]*|continue|break|[\w.>\[\]()*-]+\ [+|&-]?=\ [^;{}]*|\w+\([^;{}]*\));)
    """, re.VERBOSE | re.DOTALL | re.MULTILINE)

BRACKET = re.compile(r"""[()]|/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""", re.DOTALL)

# What a comparison returns: of which side, and only its sign is asked for.
SIDES = re.compile(r"\? -?1 : -?1;")

# So many are asked for: room for more is not noticed.
ROOM = re.compile(r"\barena_alloc\([^,;]+, (?:[^,;]+ \+ )?(\d+)\)*, ")


def closing(text, at):
    """Where the bracket that opens at `at` is closed."""
    depth = 0
    for match in BRACKET.finditer(text, at):
        depth += {"(": 1, ")": -1}.get(match.group(), 0)
        if depth == 0:
            return match.start()
    raise ValueError("a bracket is not closed")


def changes_in(text):
    """(from, to, what stands there instead) of every mutant of the text."""
    found, at = [], 0
    no_more = {place for side in SIDES.finditer(text) for place in range(*side.span())}
    no_more |= {room.start(1) for room in ROOM.finditer(text)}
    while match := TOKEN.search(text, at):
        at = match.end()
        kind, said = match.lastgroup, match.group()
        if kind == "number":
            found += [(match.start(), at, str(int(said) + 1))] * (match.start() not in no_more)
            found += [(match.start(), at, "0")] * (said == "1")
        elif kind in ("word", "operator"):
            found += [(match.start(), at, other) for other in SWAPS.get(said, [])]
        elif kind == "not":
            found.append((match.start(), at, ""))
        elif kind == "branch":
            end = closing(text, at - 1)
            found += [(at, end, "false")] + [(at, end, "true")] * said.startswith("if")
        elif kind == "statement":
            start = match.start() + len(said) - len(said.lstrip())
            found.append((start, at, ";"))
            at = start  # what is inside can be changed as well
    return found


class Mutant:
    """One change of one file."""

    def __init__(self, path, text, change):
        start, end, instead = change
        self.path, self.text = path, text[:start] + instead + text[end:]
        self.line = text.count("\n", 0, start) + 1
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        self.was = " ".join(text[first:last].split())
        self.now = " ".join((text[first:start] + instead + text[end:last]).split())

    def key(self):
        return f"{self.path}: {self.was} => {self.now}"

    def __str__(self):
        return f"{self.path}:{self.line}\n    - {self.was}\n    + {self.now}"


def sources(only):
    """What is changed: of all sources those with that in their path, else of decide and tables all."""
    return sorted(path for pattern in (["src/**/*.c"] if only else MUTATED)
                  for path in glob.glob(pattern, recursive=True) if (only or "") in path)


def all_mutants(paths):
    for path in paths:
        text = text_of(path)
        for change in changes_in(text):
            yield Mutant(path, text, change)


if __name__ == "__main__":  # which of the mutants on standard input no source has
    known = {mutant.key() for mutant in all_mutants(sources("src"))}
    gone = [line for line in sys.stdin if line.startswith("src/") and line.rstrip("\n") not in known]
    sys.exit("".join(gone) or None)
