# SPDX-License-Identifier: MIT
"""A folder with the programs, beside which a library of one object, the mutant, is put. It is asked before the library of
all objects, so that what calls the mutant's functions finds its own; that one is not linked again."""
import glob
import os
import resource
import shlex
import subprocess

ROOM = 1 << 30  # a mutant may ask for memory without end
SECONDS = 3  # and take time without end: of a whole run
SANITIZERS = ["-fno-omit-frame-pointer", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"]
SLOWER = 5  # times, with them
POLLS = 300


def bytes_of(path):
    with open(path, "rb") as file:
        return file.read()


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def links_plainly(path):
    return "/* link: " not in text_of(path)


# The unit tests that replace nothing of libc.
UNITS = [os.path.basename(path)[:-2] for path in sorted(glob.glob("tests/unit/test_*.c")) if links_plainly(path)]


def object_of(source, made, *flags):
    """`made`, or None when the source is no C. Neither is a function that ends without the value it promises: what
    that is depends on nothing in the source, and no build takes it."""
    done = subprocess.run([*shlex.split(os.environ["COMPILE"]), "-Wno-error", "-Werror=return-type", "-g0", *flags,
                           "-Isrc", "-c", "-o", made, source], capture_output=True, check=False)
    return made if done.returncode == 0 else None


def object_as_if(folder, path, text, *flags):
    """The object of the text as if it stood in the file."""
    source = f"{folder}/mutant.c"
    with open(source, "w", encoding="utf-8") as file:
        file.write(f'#line 1 "{path}"\n{text}')
    return object_of(source, f"{folder}/mutant.o", f"-I{os.path.dirname(path)}", *flags)


class Bench:
    """`instead`: objects that take the place of those of their sources, and more of them. `flags`: sanitizers with which
    those of the build were compiled."""

    def __init__(self, build, folder, instead=None, more=(), flags=()):
        self.build, self.folder, self.flags = build, folder, flags
        self.libraries = shlex.split(os.environ["LIBRARIES"])
        instead = instead or {}
        self.objects = [instead.get(path, path)
                        for path in sorted(glob.glob(f"{build}/obj/src/**/*.o", recursive=True))
                        if not path.endswith("/src/main.o")] + [f"{build}/obj/bundled.o", *more]
        os.makedirs(self.folder, exist_ok=True)
        subprocess.run(["gcc", *self.flags, "-shared", "-o", f"{self.folder}/libquorate.so", *self.objects,
                        *self.libraries], check=True)
        self.link(None)
        for name in UNITS:
            self.link_program(name, f"{build}/obj/tests/unit/{name}.o", ["-lcmocka"])
        self.link_program("quorate-itself", f"{build}/obj/src/main.o", [])
        with open(f"{self.folder}/quorate", "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\nulimit -t {self.longest(SECONDS)}\nexec "{os.path.abspath(self.folder)}/quorate-itself" "$@"\n')
        os.chmod(f"{self.folder}/quorate", 0o755)

    def link(self, mutated):
        """The object in the place of its source's; of None nothing."""
        objects = [mutated] if mutated else ["-x", "c", "/dev/null"]
        subprocess.run(["gcc", *self.flags, "-shared", "-o", f"{self.folder}/libmutant.so", *objects], check=True)

    def link_program(self, name, source, more):
        subprocess.run(["gcc", *self.flags, "-pie", "-o", f"{self.folder}/{name}", source, f"-L{self.folder}",
                        "-Wl,--no-as-needed", "-lmutant", "-Wl,--as-needed", "-lquorate",
                        "-Wl,-rpath,$ORIGIN", *self.libraries, *more], check=True)

    def longest(self, seconds):
        return seconds * SLOWER if self.flags else seconds

    # ---- Asking the tests

    def run(self, command, seconds, **environment):
        """A sanitizer has more room by far than may be asked for, and what the mutant defines is there twice."""
        if self.flags:
            environment["ASAN_OPTIONS"] = "detect_odr_violation=0"
        return run(command, self.longest(seconds), limit if not self.flags else no_core, **environment)

    def run_program(self, name, seconds):
        done = self.run([f"{self.folder}/{name}"], seconds, REACHED=os.environ.get("REACHED", ""))
        return done is not None and done.returncode == 0 and b"[  FAILED  ]" not in done.stdout

    def run_cases(self, cases, program=None, jobs=1):
        """Those that fail."""
        done = self.run(["tests/run_cases", *cases], 1800, BIN=program or f"{self.folder}/quorate", JOBS=str(jobs),
                   TALLY="/dev/null", TIMEOUT="60")
        if done is None:
            return set(cases)
        failed = {line[len(b"FAILED "):].decode() for line in done.stdout.splitlines() if line.startswith(b"FAILED ")}
        return failed or (set(cases) if done.returncode else set())

    def run_oracle(self):
        done = self.run(["python3", "tests/oracle", f"{self.folder}/quorate", "--polls", str(POLLS)], 600)
        return done is not None and done.returncode == 0


def no_core():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit():
    no_core()
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))


def run(command, seconds, prepare, **environment):
    try:
        return subprocess.run(command, timeout=seconds, capture_output=True, check=False, preexec_fn=prepare,
                              stdin=subprocess.DEVNULL, env={**os.environ, **environment})
    except subprocess.TimeoutExpired:
        return None
