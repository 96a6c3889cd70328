# SPDX-License-Identifier: MIT
"""python3 tests/mutants BUILD [--count N] [--seed N] [--only FILE]: changes the sources of decide and tables in one
place at a time, and asks whether a test notices.

Each place where an operator, a constant, a condition or a statement can be changed is a mutant; N of them are
drawn by the seed. BUILD holds the objects of the program and of the unit tests, made with -fPIC. A mutant is one
object anew and one shared library; what the unit tests, the cases and some polls of the oracle say of it is compared
with what they say of the program as it is. A mutant of the same machine code is none. Those that nobody can notice
stand in `equivalent` beside this file, with the reason.

The sources themselves are never touched. Status 1 when fewer than 95 in 100 are killed."""
import argparse
import concurrent.futures
import glob
import os
import queue
import random
import re
import resource
import shlex
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
MUTATED = ["src/decide/*.c", "src/tables/*.c", "src/tables/ballots/*.c"]
WANTED = 95  # of 100
SECONDS = {"unit": 60, "cases": 900, "oracle": 300}
POLLS = 300
ROOM = 4 << 30  # a mutant may ask for memory without end

# ---- What can be changed

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


def closing(text, at):
    """Where the bracket that opens at `at` is closed."""
    depth = 0
    for match in re.compile(r"""[()]|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""").finditer(text, at):
        depth += {"(": 1, ")": -1}.get(match.group(), 0)
        if depth == 0:
            return match.start()
    raise ValueError("a bracket is not closed")


def changes_in(text):
    """(from, to, what stands there instead) of every mutant of the text."""
    found, at = [], 0
    while match := TOKEN.search(text, at):
        at = match.end()
        kind, said = match.lastgroup, match.group()
        if kind == "number":
            found += [(match.start(), at, str(int(said) + 1))] + [(match.start(), at, "0")] * (said == "1")
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


def all_mutants(only):
    for path in sorted(path for pattern in MUTATED for path in glob.glob(pattern)):
        if only is None or only in path:
            with open(path, encoding="utf-8") as file:
                text = file.read()
            for change in changes_in(text):
                yield Mutant(path, text, change)


# ---- Building one

class Bench:
    """A folder with the programs, which a mutant's library is put beside."""

    def __init__(self, build, number):
        self.build, self.folder = build, f"{build}/bench-{number}"
        self.compile = shlex.split(os.environ["COMPILE"])
        self.libraries = shlex.split(os.environ["LIBRARIES"])
        self.objects = [path for path in sorted(glob.glob(f"{build}/obj/src/**/*.o", recursive=True))
                        if not path.endswith("/src/main.o")] + [f"{build}/obj/bundled.o"]
        os.makedirs(self.folder, exist_ok=True)
        self.link(None, None)
        self.units = sorted(filter(self.links_plainly, glob.glob("tests/unit/test_*.c")))
        self.units = [os.path.basename(path)[:-2] for path in self.units]
        for name in self.units:
            self.link_program(name, f"{build}/obj/tests/unit/{name}.o", ["-lcmocka"])
        self.link_program("quorate", f"{build}/obj/src/main.o", [])

    @staticmethod
    def links_plainly(path):
        with open(path, encoding="utf-8") as file:
            return "/* link: " not in file.read()

    def link(self, instead_of, mutated):
        objects = [mutated if path == instead_of else path for path in self.objects]
        subprocess.run(["gcc", "-shared", "-o", f"{self.folder}/libquorate.so", *objects, *self.libraries], check=True)

    def link_program(self, name, source, more):
        subprocess.run(["gcc", "-pie", "-o", f"{self.folder}/{name}", source, f"-L{self.folder}", "-lquorate",
                        "-Wl,-rpath,$ORIGIN", *self.libraries, *more], check=True)

    def object_of(self, path, text, name):
        """The object of the text as if it stood in the file; None when that is no C."""
        source, made = f"{self.folder}/{name}.c", f"{self.folder}/{name}.o"
        with open(source, "w", encoding="utf-8") as file:
            file.write(f'#line 1 "{path}"\n{text}')
        done = subprocess.run([*self.compile, "-w", "-g0", f"-I{os.path.dirname(path)}", "-Isrc", "-c", "-o", made,
                               source], capture_output=True, check=False)
        return made if done.returncode == 0 else None


def bytes_of(path):
    with open(path, "rb") as file:
        return file.read()


# ---- Asking the tests

def limit():
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def passes(command, seconds, **environment):
    try:
        done = subprocess.run(command, timeout=seconds, capture_output=True, check=False, preexec_fn=limit,
                              stdin=subprocess.DEVNULL, env={**os.environ, **environment})
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0 and b"[  FAILED  ]" not in done.stdout


def tests_of(bench, first):
    """The unit tests, those first that noticed something in the same file before; then whole runs."""
    for name in sorted(bench.units, key=lambda name: -first.get(name, 0)):
        yield name, lambda name=name: passes([f"{bench.folder}/{name}"], SECONDS["unit"])
    program = f"{bench.folder}/quorate"
    for folder in ("tally", "rules", ""):
        yield f"cases/{folder}", lambda folder=folder: passes(
            ["tests/run_cases", f"tests/cases/{folder}"], SECONDS["cases"], BIN=program, JOBS="1",
            TALLY=f"{bench.folder}/tally", TIMEOUT="20")
    yield "oracle", lambda: passes(["python3", "tests/oracle", program, "--polls", str(POLLS)], SECONDS["oracle"])


def judge(bench, mutant, known, deaf):
    """Who noticed the mutant; None for nobody, "" when it is none."""
    with open(mutant.path, encoding="utf-8") as file:
        plain = bench.object_of(mutant.path, file.read(), "plain")
    mutated = bench.object_of(mutant.path, mutant.text, "mutant")
    if mutated is None or bytes_of(plain) == bytes_of(mutated):
        return ""
    bench.link(f"{bench.build}/obj/{mutant.path[:-2]}.o", mutated)
    first = known.setdefault(mutant.path, {})
    for name, holds in tests_of(bench, first):
        if name not in deaf and not holds():
            first[name] = first.get(name, 0) + 1
            return name
    return None


# ---- All together

def equivalent():
    with open(f"{HERE}/equivalent", encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file]
    return {line for line in lines if line.startswith("src/")}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    asked = parser.parse_args()
    mutants = list(all_mutants(asked.only))
    random.Random(asked.seed).shuffle(mutants)
    benches = queue.Queue()
    for number in range(asked.jobs):
        benches.put(Bench(asked.build, number))
    bench = benches.queue[0]
    deaf = {name for name, holds in tests_of(bench, {}) if not holds()}
    print(f"{len(mutants)} places; not asked, as they fail without a mutant: {', '.join(sorted(deaf)) or 'none'}", flush=True)
    excused, known, survivors = equivalent(), {}, []
    figures = {"killed": 0, "survived": 0, "equivalent": 0}

    def one(mutant):
        if mutant.key() in excused:
            return mutant, "equivalent"
        bench = benches.get()
        try:
            return mutant, judge(bench, mutant, known, deaf)
        finally:
            benches.put(bench)

    waiting = iter(mutants)
    with concurrent.futures.ThreadPoolExecutor(asked.jobs) as pool:
        while sum(figures.values()) < asked.count:
            batch = [mutant for mutant, _ in zip(waiting, range(min(8 * asked.jobs, asked.count - sum(figures.values()))))]
            if not batch:
                break
            for mutant, by in pool.map(one, batch):
                if by == "":
                    continue
                what = "equivalent" if by == "equivalent" else "survived" if by is None else "killed"
                figures[what] += 1
                if what == "survived":
                    print(f"survived  {mutant}", flush=True)
                elif what == "killed" and os.environ.get("V"):
                    print(f"killed by {by}  {mutant}", flush=True)
    judged = figures["killed"] + figures["survived"]
    share = 100 * figures["killed"] / max(judged, 1)
    print(f"mutants: {figures['killed']} of {judged} killed ({share:.1f}%), {figures['equivalent']} equivalent")
    return share < WANTED


sys.exit(main())
