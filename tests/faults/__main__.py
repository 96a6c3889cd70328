# SPDX-License-Identifier: MIT
"""python3 tests/faults PROGRAM [--every N] [--tally FILE]: makes what the program asks of memory and of
the system fail, one request after another, and looks at what becomes of the run.

PROGRAM is the one that tests/faults/failing.c is linked into. Each run of `scenes` goes once as it is, to
count what it asks for; then once for each request, which fails. Such a run ends with status 3, says one
thing, and leaves every file as it was; or what failed does not matter, and nothing differs from the run
as it is. Then the process is killed at each change of the disk: every file is as it was or as it is to
be, and the next run names what else was left. So too when it opens a socket wherever it reads or writes, or
another file once it writes: the kernel kills it.

--every N tries every N-th request for memory only, and of the others, which are fewer, every (N/40)-th; and always
the first eight for memory and to read, before which and after which a run is not what it is later.
"""
import argparse
import os
import re
import shutil
import sys
import tempfile

import scenes

FAILED = 3
REFUSED = (1, 2)  # without a result
KILLED = -9
CONFINED = -31  # by the kernel: SIGSYS
LEFT = ".quorate-"
TOTAL = re.compile(r"quorate: \d+ errors? in ")


class Seen:
    """What a run leaves: its status, what it printed and said, and the files of its folder."""

    def __init__(self, status, printed, said, files):
        self.status, self.printed, self.said, self.files = status, printed, said, files

    def same(self, other):
        return vars(self) == vars(other)


class Place:
    """The folder in which a scene is run, over and over."""

    def __init__(self, program, work, scene):
        self.program, self.scene = program, scene
        self.given, self.folder = work + "/given", work + "/run"
        self.out, self.err, self.counted = work + "/out", work + "/err", work + "/counts"
        self.before = self.stamps = None
        self.restore()

    def restore(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.given, self.folder)
        for name in self.scene.stands:
            with open(f"{self.folder}/{name}", "w") as file:
                file.write("what stood here\n")
        self.stamps = self.look()
        self.before = self.files()

    def look(self):
        stamps = {}
        for folder, folders, names in os.walk(self.folder):
            for name in folders:
                stamps[f"{folder}/{name}"] = None
            for name in names:
                status = os.stat(f"{folder}/{name}")
                stamps[f"{folder}/{name}"] = status.st_mtime_ns, status.st_size, status.st_ino, status.st_mode
        return stamps

    def files(self):
        held = {}
        for path, stamp in self.look().items():
            name = path[len(self.folder) + 1:]
            if stamp is None:
                held[name] = None
            else:
                with open(path, "rb") as file:
                    held[name] = file.read()
        return held

    def run(self, fault, counted=False):
        """Runs the scene with a fault, and puts the folder back."""
        environment = {"FAULT": fault, "LC_ALL": "C"}
        if counted:
            environment["FAULT_COUNTS"] = self.counted
        write = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        here = os.getcwd()
        os.chdir(self.folder)
        process = os.posix_spawn(self.program, ["quorate", *self.scene.words], environment, file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, "/dev/null", os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, self.out, write, 0o600),
            (os.POSIX_SPAWN_OPEN, 2, self.err, write, 0o600)])
        os.chdir(here)
        status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        files = self.before if self.look() == self.stamps else self.files()
        with open(self.out, "rb") as out, open(self.err, "rb") as err:
            return Seen(status, out.read(), err.read().decode(), files)

    def counts(self):
        with open(self.counted) as file:
            return {kind: int(count) for kind, count in (line.split() for line in file)}


def fault_in_failure(place, plain, seen, kind):
    """What is wrong with a run in which something failed; None when nothing is. What stands at a path and
    cannot be looked at may be refused as what it is not: that is no result."""
    if seen.same(plain):
        return None
    if seen.status != FAILED and not (kind == "look" and seen.status in REFUSED and not seen.printed):
        return f"ends with status {seen.status}"
    said = [line for line in seen.said.splitlines()
            if line.startswith("quorate: ") and line not in plain.said.splitlines() and not TOTAL.match(line)]
    if len(said) != 1:
        return "does not say one thing"
    if seen.files != place.before:
        changed = sorted(name for name in seen.files.keys() | place.before.keys()
                         if seen.files.get(name, 0) != place.before.get(name, 0))
        return "leaves or changes " + ", ".join(changed)
    if not plain.printed.startswith(seen.printed):
        return "prints something else"
    return None


def fault_in_death(place, plain, seen, killed):
    """The same of a run that was killed. What is left is then seen by the next run."""
    if seen.status != killed:
        return f"ends with status {seen.status} where it is to be killed"
    for name in seen.files.keys() | place.before.keys() | plain.files.keys():
        held = seen.files.get(name, 0)
        if held not in (place.before.get(name, 0), plain.files.get(name, 0)) and not is_left(name):
            return f"leaves {name} torn"
    left = [name for name in seen.files if LEFT in name]
    if not left:
        return None
    after = place.run("")
    if place.scene.once and "Written: " not in after.said:
        return None
    if after.status != plain.status:
        return f"the next run ends with status {after.status}: {after.said}"
    for name in left:
        if os.path.basename(name) not in after.said:
            return f"the next run does not name {name}"
    return None


def is_left(name):
    """A temporary file."""
    return LEFT in name


FIRST = 8


class Trial:
    def __init__(self):
        self.asked = [0, 0]  # of the system, of memory
        self.faults, self.mattered, self.deaths, self.failed = 0, 0, 0, 0

    def report(self, scene, fault, wrong, said):
        self.failed += 1
        print(f"quorate {' '.join(scene.words)}\n  with FAULT=\"{fault}\": {wrong}")
        for line in said.splitlines()[:6]:
            print(f"    {line}")

    def run(self, program, work, scene, every):
        place = Place(program, work, scene)
        plain = place.run("", counted=True)
        counts = place.counts()
        if plain.status != scene.status:
            self.report(scene, "", f"ends with status {plain.status}", plain.said)
            return
        place.restore()
        for kind, count in counts.items():
            for number in range(1, count + 1):
                self.asked[kind == "memory"] += 1
                step = every if kind == "memory" else max(1, every // 40)
                first = kind in ("memory", "read") and number <= FIRST
                if not first and self.asked[kind == "memory"] % step != 0:
                    continue
                fault = f"{kind} {number}"
                seen = place.run(fault)
                if kind in ("kill", "connect", "stray"):
                    wrong = fault_in_death(place, plain, seen, KILLED if kind == "kill" else CONFINED)
                    self.deaths += 1
                else:
                    wrong = fault_in_failure(place, plain, seen, kind)
                    self.faults += 1
                    self.mattered += not seen.same(plain)
                if wrong is not None:
                    self.report(scene, fault, wrong, seen.said)
                if place.look() != place.stamps:
                    place.restore()


def main():
    reader = argparse.ArgumentParser()
    reader.add_argument("program")
    reader.add_argument("--every", type=int, default=1)
    reader.add_argument("--tally")
    reader.add_argument("--only")
    given = reader.parse_args()
    program = os.path.abspath(given.program)
    trial = Trial()
    with tempfile.TemporaryDirectory() as work:
        scenes.prepare(program, work + "/given")
        for scene in scenes.SCENES:
            if given.only is None or given.only in " ".join(scene.words):
                trial.run(program, work, scene, given.every)
    passed = trial.faults + trial.deaths - trial.failed
    print(f"faults: {trial.faults} in {len(scenes.SCENES)} runs, of which {trial.mattered} mattered, and "
          f"{trial.deaths} kills; {trial.failed} wrong")
    if given.tally:
        with open(given.tally, "w") as file:
            file.write(f"{passed} {trial.failed}\n")
    sys.exit(trial.failed > 0 or trial.mattered == 0)


main()
