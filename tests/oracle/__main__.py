# SPDX-License-Identifier: MIT
"""python3 tests/oracle PROGRAM [--polls N] [--seed N]: random polls, counted twice and compared.

Exit status 1 where the program and the documents differ, but for what stands in reported.py.
"""

import argparse
import os
import random
import re
import sys
import tempfile
from collections import Counter

import reported
import world
from comparison import differences
from generator import World

POLLS_OF_A_WORLD = 20
SHOWN_OF_A_KIND = 3
READS = {"share": None, "reweight": "sizes.csv"}    # others the ballots


class Tally:
    """What was compared, and what differs."""

    def __init__(self):
        self.polls = self.refused = self.worlds = self.wrong = 0
        self.differing, self.known = Counter(), Counter()

    def differs(self, where, place, told, right):
        name = reported.name_of(place, told, right)
        if name:
            self.known[name] += 1
            return
        kind = re.sub(r"\[[0-9]+\]", "[]", place)
        self.differing[kind] += 1
        if self.differing[kind] <= SHOWN_OF_A_KIND:
            print(f"{where}{place}: the program says {told!r}, the documents {right!r}")

    def compare(self, program, made, folder, where):
        before = sum(self.differing.values())
        self.compare_command("tally", program, made.options, folder, where)
        if not made.parts:     # a list of who was there has none
            self.compare_command("quorum", program, made.attendance_options(), folder, where + "quorum ")
        if made.localities:
            self.compare_command("share", program, made.share_options(), folder, where + "share ")
        self.compare_command("reweight", program, made.new_sizes(folder), folder, where + "reweight ")
        self.worlds += 1
        self.wrong += sum(self.differing.values()) != before

    def compare_command(self, command, program, options, folder, where):
        right_status, right = getattr(world, command)(folder, options)
        status, told = world.run(program, command, folder, options, READS.get(command, "ballots.csv"))
        if status != right_status:
            self.differs(where, "exit status", status, right_status)
            print(told if status else right)
        elif status:
            self.refused += 1
        else:
            self.polls += len(right.get("polls", [0]))
            for place, one, other in differences(told, right):
                self.differs(where, place, one, other)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("program")
    arguments.add_argument("--polls", type=int, default=2000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--tally", help="a file for how many worlds are as they should be, and not")
    arguments.add_argument("--world", type=int, help="only this one, left in build/world")
    asked = arguments.parse_args()
    tally = Tally()
    with tempfile.TemporaryDirectory() as base:
        number = asked.world or 1
        while tally.polls < asked.polls:
            made = World(random.Random(f"{asked.seed} {number}"), POLLS_OF_A_WORLD)
            folder = os.path.join("build" if asked.world else base, "world")
            made.write(folder)
            tally.compare(asked.program, made, folder, f"seed {asked.seed}, world {number}: ")
            if asked.world:
                print("options:", made.options)
                break
            number += 1
    for kind, times in tally.differing.most_common():
        print(f"{times:6} times {kind or '(all)'}")
    for name, times in tally.known.most_common():
        print(f"{times:6} times, as reported: {name}")
    print(f"oracle: {tally.polls} polls compared and {tally.refused} files refused, "
          f"{sum(tally.differing.values())} differences")
    if asked.tally:
        with open(asked.tally, "w", encoding="utf-8") as file:
            print(tally.worlds - tally.wrong, tally.wrong, file=file)
    return sum(tally.differing.values()) != 0


if __name__ == "__main__":
    sys.exit(main())
