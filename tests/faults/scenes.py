# SPDX-License-Identifier: MIT
"""The runs that are made to fail, and the folder that they find."""
import os
import shutil
import subprocess

FORMATS = ["txt", "md", "html", "json", "csv"]


class Scene:
    """Words of a command line, the status they end with, the files that stand where it writes, and
    whether it can be run only once in a folder."""

    def __init__(self, words, status=0, stands=(), once=False):
        self.words, self.status, self.stands, self.once = words.split(), status, stands, once


MEETING = "tally -d meeting --date 2015-06-24"
SIZES = "gp-reg-pat-prac-all-april-2026.csv"

SCENES = [
    *[Scene(f"{MEETING} meeting.csv -o result.{ending}", once=True) for ending in FORMATS],
    *[Scene(f"quorum -d meeting meeting.csv -o result.{ending}", once=True) for ending in FORMATS],
    *[Scene(f"check -d meeting bad.csv --force -o result.{ending}", status=1) for ending in ("json", "csv")],
    *[Scene(f"reweight {SIZES} -o roll.csv -f {name} --force", stands=("roll.csv",)) for name in ("text", "json")],
    Scene(f"{MEETING} meeting.csv -o result.html -o result.json -o - --force",
          stands=("result.html", "result.json")),
    Scene(f"{MEETING} meeting.xlsx -f json"),
    Scene(f"{MEETING} large.csv -f json"),
    Scene(f"{MEETING} -C ours meeting.csv -f csv"),
    Scene("verify meeting.json"),
    Scene("verify forged.json", status=1),
    Scene("verify share.json"),
    Scene("verify grown/result.json"),
    Scene("template --run-off tied.json -o further.csv", once=True),
    Scene("template -d election --candidates candidates.csv -o ballots.xlsx", once=True),
    Scene(f"reweight {SIZES} -C ours --adopt --as-at 2026-04-01", once=True),
    Scene("share -o result.md", once=True),
    Scene("rules -f json -o result.json", once=True),
    Scene("roll -o result.html", once=True),
    Scene("tally -d meeting --date 2015-06-24 meeting.csv -o result.json --register decisions.jsonl", once=True),
    Scene("tally -d election --candidates candidates.csv tied.csv -o result.json --register year.jsonl"
          " --key known.key", once=True),
    Scene("register --date 2016-01-01 year.jsonl"),
    Scene("verify --key known.key keyed.json"),
    Scene("new made", once=True),
]


def prepare(program, folder):
    """Makes what the scenes read: from the examples, and by the program itself as it is."""
    def run(words, within=folder):
        subprocess.run([program, *words.split()], cwd=within, check=True, env={"FAULT": ""},
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    shutil.copytree("data/south-east-oxfordshire-2015", folder + "/ours")
    for source, name in (("data/examples/meeting-2015-06-24.csv", "meeting.csv"),
                         (f"data/examples/{SIZES}", SIZES),
                         ("tests/cases/template/run-off/candidates.csv", "candidates.csv"),
                         ("tests/cases/template/run-off/ballots.csv", "tied.csv")):
        shutil.copy(source, f"{folder}/{name}")
    with open(folder + "/meeting.csv") as meeting, open(folder + "/large.csv", "w") as file:
        heading, first, *others = meeting.readlines()  # so large that it is read in pieces
        file.write(heading + first + 400_000 * "\n" + "".join(others))
    with open(folder + "/bad.csv", "w") as file:
        file.write("practice,vote\nThe Heart Surgery,for\nMillstream Surgery,perhaps\n")
    run("template -d meeting -o meeting.xlsx")
    run(f"{MEETING} meeting.csv -o meeting.json")
    run("tally -d election --candidates candidates.csv -o tied.json tied.csv")
    run("share -o share.json")
    with open(folder + "/known.key", "w", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
        file.write(64 * "7" + "\n")
    run("tally -d election --candidates candidates.csv --date 2015-10-01 --confirmed 2015-10-09 --register year.jsonl"
        " --key known.key -o keyed.json tied.csv")
    with open(folder + "/meeting.json") as saved, open(folder + "/forged.json", "w") as forged:
        forged.write(saved.read().replace('"for": ', '"for": 1', 1))
    os.mkdir(folder + "/grown")
    run("new our", folder + "/grown")
    with open(folder + "/grown/votes.csv", "w") as file:
        file.write("practice,vote\nThe Hart Surgery,for\n")
    run(f"{MEETING} -C our votes.csv -o result.json", folder + "/grown")
    run(f"reweight -C our --adopt ../{SIZES}", folder + "/grown")
