# SPDX-License-Identifier: MIT
"""Which test runs through which line: found out once by a library that tells it, and kept."""
import bisect
import glob
import hashlib
import json
import os
import re
import shutil
import subprocess
import time

from bench import UNITS, Bench, object_of, text_of

HERE = os.path.dirname(os.path.abspath(__file__))
TELLING = ["-O0", "-g", "-U_FORTIFY_SOURCE", "-fsanitize-coverage=trace-pc"]
CASE = """#!/bin/sh
# The case is told by its home, the only thing in its environment that is its own.
REACHED={folder}/told/cases/$(echo "${{HOME##*/home/}}" | tr / ,)
[ "$(ulimit -f)" = unlimited ] || unset REACHED
export REACHED
exec {folder}/quorate-itself "$@"
"""


class Tests:
    """What is known of the tests: `seconds` of each unit test, `deaf`, those that fail without a mutant, `cases`, and
    `lines`, by path and line of a block who runs through it. The oracle is taken to run through all of them."""

    def __init__(self, known):
        self.seconds, self.deaf, self.cases = known["seconds"], set(known["deaf"]), known["cases"]
        self.lines = {path: {int(line): set(names) for line, names in lines.items()}
                      for path, lines in known["lines"].items()}
        self.everybody = {*self.seconds, *self.cases, "oracle"} - self.deaf
        self.regions = {path: regions_of(path) for path in self.lines}

    def of(self, path, line):
        """(those that run through the line, others that may). Where a block begins at the line, what stands before it
        there belongs to the block before it: of "if (a && b)" `b` begins one, and all that come to `a` may notice. Where
        none does it belongs to one that begins near it. The others are those of the function around it."""
        lines = self.lines.get(path, {})
        regions = self.regions.get(path, [])
        number = bisect.bisect_left(regions, line)
        first, last = regions[number - 1] + 1 if number else 1, regions[number] if number < len(regions) else 1 << 30
        inside = sorted(at for at in lines if first <= at <= last)
        if not inside:  # a table: who reads it is not known
            return set(), set(self.everybody)
        at = bisect.bisect_left(inside, line)
        near = set().union(*(lines[one] for one in inside[max(at - 1, 0):at + 1]))
        return near - self.deaf, set().union(*(lines[one] for one in inside)) - near - self.deaf


def regions_of(path):
    """The lines at which functions end."""
    return [number for number, line in enumerate(text_of(path).splitlines(), 1) if line.startswith("}")]


def state(build, paths):
    """Of what is to be mutated and of all that asks."""
    names = [name for pattern in ("src/**/*.[ch]", "include/**/*", "tests/unit/*", "tests/cases/**/*",
                                  "tests/oracle/*", "data/**/*", f"{HERE}/reached.*", f"{build}/flags")
             for name in glob.glob(pattern, recursive=True) if os.path.isfile(name)]
    told = [[name, os.stat(name).st_size, os.stat(name).st_mtime_ns] for name in sorted(names)]
    return hashlib.sha256(json.dumps([told, sorted(paths)]).encode()).hexdigest()


def tests_by(build, plain, paths):
    """What is known of the tests that run through the sources `paths`; `plain` is a bench without a mutant."""
    kept, now = f"{build}/reached.json", state(build, paths)
    if os.path.exists(kept):
        with open(kept, encoding="utf-8") as file:
            known = json.load(file)
        if known["state"] == now:
            return Tests(known)
    cases = sorted(os.path.dirname(path) for path in glob.glob("tests/cases/**/cmd", recursive=True)
                   if "/files/" not in path)
    known = {"state": now, "cases": cases, "seconds": {},
             "deaf": sorted(plain.run_cases(["tests/cases"], jobs=os.cpu_count()))}
    for name in UNITS:
        before = time.monotonic()
        if not plain.run_program(name, 300):
            known["deaf"].append(name)
        known["seconds"][name] = time.monotonic() - before
    if not plain.run_oracle():
        known["deaf"].append("oracle")
    known["lines"] = lines_reached(build, paths)
    with open(kept, "w", encoding="utf-8") as file:
        json.dump(known, file)
    return Tests(known)


def lines_reached(build, paths):
    folder = os.path.abspath(f"{build}/bench-reached")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(f"{folder}/told/cases")
    telling = {f"{build}/obj/{path[:-2]}.o": object_of(path, f"{folder}/{path[:-2].replace('/', ',')}.o", *TELLING)
               for path in paths}
    bench = Bench(build, folder, telling, [object_of(f"{HERE}/reached.c", f"{folder}/reached.o")])
    for name in UNITS:
        os.environ["REACHED"] = f"{folder}/told/{name}"
        bench.run_program(name, 600)
    del os.environ["REACHED"]
    case = f"{folder}/quorate-telling"
    with open(case, "w", encoding="utf-8") as file:
        file.write(CASE.format(folder=folder))
    os.chmod(case, 0o755)
    bench.run_cases(["tests/cases"], case, os.cpu_count())
    told = {name: addresses(f"{folder}/told/{name}") for name in os.listdir(f"{folder}/told") if name != "cases"}
    told.update({name.replace(",", "/"): addresses(f"{folder}/told/cases/{name}")
                 for name in os.listdir(f"{folder}/told/cases")})
    places = places_of(f"{folder}/libquorate.so", sorted(set().union(*told.values())))
    lines = {}
    for name, found in told.items():
        for address in found:
            path, line = places[address]
            if path in paths:
                lines.setdefault(path, {}).setdefault(line, {"oracle"}).add(name)
    shutil.rmtree(folder)
    return {path: {line: sorted(names) for line, names in of_path.items()} for path, of_path in lines.items()}


def addresses(path):
    """Whose bits are set: where the calls return to."""
    with open(path, "rb") as file:
        held = file.read()
    return {8 * at + bit for run in re.finditer(rb"[^\0]+", held) for at in range(*run.span())
            for bit in range(8) if held[at] >> bit & 1}


def places_of(library, found):
    """(source, line) by address."""
    said = subprocess.run(["addr2line", "-e", library], input="".join(f"{at - 1:#x}\n" for at in found), text=True,
                          capture_output=True, check=True).stdout.splitlines()
    places = {}
    for at, line in zip(found, said):
        path, _, number = line.split(" ")[0].rpartition(":")
        path = path.split("/./")[-1]
        places[at] = (os.path.relpath(path) if os.path.isabs(path) else os.path.normpath(path),
                      int(number) if number.isdigit() else 0)
    return places
