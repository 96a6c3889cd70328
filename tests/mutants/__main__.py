# SPDX-License-Identifier: MIT
"""python3 tests/mutants BUILD SANITIZED [--count N] [--seed N] [--only FILE]: changes the sources of decide and tables (with
--only, of whatever has FILE in its path) in one place at a time, and asks whether a test notices.

Each place where an operator, a constant, a condition or a statement can be changed is a mutant; N of them are
drawn by the seed. BUILD holds the objects of the program and of the unit tests, made with -fPIC. A mutant is one
object anew and one shared library; what the unit tests, the cases and some polls of the oracle say of it is compared
with what they say of the program as it is. A mutant of the same machine code is none, nor is a function that ends
without the value it promises. Those that nobody can notice stand in `equivalent` beside this file, with the reason.

SANITIZED is the same with the sanitizers, as `make sanitize` has them: what nobody noticed is shown to some of the
tests once more there, where memory that is no part of what is read is noticed.

Which test runs through which line is found out once (reached.py) and kept in BUILD. A mutant is shown to those that run
through its line, and where that is not known for sure then to those that enter its function: no other can notice.

The sources themselves are never touched. Status 1 when fewer than 95 in 100 are killed."""
import argparse
import concurrent.futures
import itertools
import math
import os
import queue
import random
import sys

from bench import SANITIZERS, Bench, bytes_of, object_as_if, text_of
from changes import all_mutants, sources
from reached import tests_by

HERE = os.path.dirname(os.path.abspath(__file__))
WANTED = 95  # of 100
QUICK = 1  # second
CASES_AT_ONCE = (3, 12, 60, 240)  # the last again and again
CASES_SANITIZED = 60


# ---- Asking the tests

class Judge:
    """Asks the tests on one bench after another; `first`, by path who noticed something there before."""

    def __init__(self, tests):
        self.tests, self.first, self.plain, self.deaf = tests, {}, {}, set()

    def by_use(self, names, path):
        """Those first that noticed most so far, then in an order that is the same each time and nobody's choice."""
        known = self.first.setdefault(path, {})
        shuffled = random.Random(path).sample(sorted(names), len(names))
        return sorted(shuffled, key=lambda name: -known.get(name, 0))

    def ask(self, bench, names, path):
        """Who of them notices, or None."""
        names, seconds = self.by_use(names, path), self.tests.seconds
        return (self.ask_programs(bench, [name for name in names if seconds.get(name, QUICK) < QUICK]) or
                self.ask_cases(bench, [name for name in names if name.startswith("tests/cases/")]) or
                self.ask_programs(bench, [name for name in names if seconds.get(name, 0) >= QUICK]) or
                ("oracle" if "oracle" in names and not bench.run_oracle() else None))

    def ask_programs(self, bench, names):
        return next((name for name in names if not bench.run_program(name, 30 + 20 * self.tests.seconds[name])), None)

    @staticmethod
    def ask_cases(bench, cases):
        chunks = itertools.chain(CASES_AT_ONCE, itertools.repeat(CASES_AT_ONCE[-1]))
        while cases:
            number = next(chunks)
            failed = bench.run_cases(cases[:number])
            if failed:
                return min(failed)
            cases = cases[number:]
        return None

    def judge(self, bench, mutant):
        """Who noticed the mutant; None for nobody, "" when it is none."""
        if mutant.path not in self.plain:  # by the same name, which stands in the object
            self.plain[mutant.path] = bytes_of(object_as_if(bench.folder, mutant.path, text_of(mutant.path)))
        mutated = object_as_if(bench.folder, mutant.path, mutant.text)
        if mutated is None or self.plain[mutant.path] == bytes_of(mutated):
            return ""
        bench.link(mutated)
        for names in self.tests.of(mutant.path, mutant.line):
            by = self.ask(bench, names, mutant.path)
            if by:
                first = self.first.setdefault(mutant.path, {})
                first[by] = first.get(by, 0) + 1
                return by
        return self.judge_sanitized(bench.sanitized, mutant)

    def judge_sanitized(self, bench, mutant):
        """Who noticed it with the sanitizers."""
        names = self.by_use(self.tests.of(mutant.path, mutant.line)[0] - self.deaf, mutant.path)
        mutated = object_as_if(bench.folder, mutant.path, mutant.text, *bench.flags)
        by = self.ask_sanitized(bench, mutated, names)
        while by and self.ask_sanitized(bench, None, [by]):
            self.deaf.add(by)  # it fails there without a mutant
            names.remove(by)
            by = self.ask_sanitized(bench, mutated, names)
        return f"{by} with the sanitizers" if by else None

    def ask_sanitized(self, bench, mutated, names):
        bench.link(mutated)
        cases = [name for name in names if name.startswith("tests/cases/")]
        return (self.ask_programs(bench, [name for name in names if self.tests.seconds.get(name, QUICK) < QUICK]) or
                self.ask_cases(bench, cases[:CASES_SANITIZED]))


# ---- All together

def equivalent():
    return {line for line in text_of(f"{HERE}/equivalent").splitlines() if line.startswith("src/")}


def interval(part, whole):
    """In what 95 of 100 such samples would have the share lie (Wilson), in percent."""
    z = 1.96
    middle = part / whole + z * z / (2 * whole)
    around = z * math.sqrt(part * (whole - part) / whole**3 + z * z / (4 * whole * whole))
    return [100 * (middle + side * around) / (1 + z * z / whole) for side in (-1, 1)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("sanitized")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    asked = parser.parse_args()
    paths = sources(asked.only)
    mutants = list(all_mutants(paths))
    random.Random(asked.seed).shuffle(mutants)
    benches = queue.Queue()
    for number in range(asked.jobs):
        bench = Bench(asked.build, f"{asked.build}/bench-{number}")
        bench.sanitized = Bench(asked.sanitized, f"{asked.sanitized}/bench-{number}", flags=SANITIZERS)
        benches.put(bench)
    tests = tests_by(asked.build, benches.queue[0], paths)
    print(f"{len(mutants)} places; not asked, as they fail without a mutant: {', '.join(sorted(tests.deaf)) or 'none'}",
          flush=True)
    excused, judging = equivalent(), Judge(tests)
    figures = {"killed": 0, "survived": 0, "equivalent": 0}

    def one(mutant):
        if mutant.key() in excused:
            return mutant, "equivalent"
        bench = benches.get()
        try:
            return mutant, judging.judge(bench, mutant)
        finally:
            benches.put(bench)

    waiting = iter(mutants)
    with concurrent.futures.ThreadPoolExecutor(asked.jobs) as pool:
        while sum(figures.values()) < asked.count:
            batch = list(itertools.islice(waiting, min(8 * asked.jobs, asked.count - sum(figures.values()))))
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
    if judged == 0:
        print("mutants: none")
        return 1
    share = 100 * figures["killed"] / judged
    low, high = interval(figures["killed"], judged)
    print(f"mutants: {figures['killed']} of {judged} killed ({share:.1f}%; with 95% certainty {low:.1f}% to {high:.1f}% "
          f"of all), {figures['equivalent']} equivalent")
    return share < WANTED


sys.exit(main())
