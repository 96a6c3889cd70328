# SPDX-License-Identifier: MIT
"""A folder of tables with what the caller says of them, counted by the program and by the oracle."""

import hashlib
import json
import os
import subprocess

import texts
from attendance import Attendance
from ballots import Refused
from constitution import Constitution, table
from reweighting import CannotBe, Reweighting
from shares import County
from tally import Context, Poll, closes_on_another_day, polls_of, stale

# What no document has word for word.
WORDS = {"version", "notes"}
STATUS_WITH_A_WHY = ("refused", "superseded", "void", None)


def context_of(options, folder):
    def limit(name):
        return texts.moment(options[name]) if name in options else None
    listed = None
    if "candidates" in options:
        listed = [row["candidate"] for row in table(os.path.join(folder, options["candidates"]))]
    return Context(texts.day(options.get("date", "")), limit("opens"), limit("closes"),
                   options.get("casting-vote"), listed, options.get("decision"))


def run(program, command, folder, options, ballots="ballots.csv"):
    """(exit status, JSON or the messages)."""
    words = [program, command, "-C", folder, "-f", "json", "-q"]
    for name, value in options.items():
        for one in value if isinstance(value, list) else [value]:
            words.append(f"--{name}")
            if one is not True:
                words.append(os.path.join(folder, one) if name == "candidates" else one)
    if ballots:
        words.append(os.path.join(folder, ballots))
    done = subprocess.run(words, capture_output=True, check=False)
    if done.returncode:
        return done.returncode, done.stderr.decode()
    return 0, without_words(json.loads(done.stdout))


def without_words(value):
    """Why a row does not count is only there or not: no document has it word for word."""
    if isinstance(value, list):
        return [without_words(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {key: "(why)" if key == "reason" and isinstance(one, str)
            and value.get("status") in STATUS_WITH_A_WHY else without_words(one)
            for key, one in value.items() if key not in WORDS}


def head(constitution, context, command):
    """What the JSON of every command begins with."""
    rolls = constitution.roll
    return {
        "schema": f"quorate/{command}/1",
        "constitution": os.path.basename(constitution.folder), "origin": "folder",
        "differs_from_bundled": None, "body": constitution.body_rule("body"),
        "edition": constitution.body_rule("edition"), "unit": constitution.unit,
        "date": context.date.isoformat() if context.date else None,
        "as_at": rolls.as_at.isoformat() if rolls.as_at else None,
    }


def county_of(constitution):
    """What the table of localities comes to, or None."""
    path = os.path.join(constitution.folder, "localities.csv")
    return County(constitution) if os.path.exists(path) else None


def input_of(folder, role, name):
    path = os.path.join(folder, name)
    with open(path, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    return {"role": role, "file": name, "rows": len(table(path)), "sha256": digest}


def inputs(constitution, options, role, localities=False, secret=False):
    """With the hash of each but of secret ballots; `localities` where they are counted by."""
    files = [("rules", "rules.csv")]
    if role:
        files = [(role, "ballots.csv"), *files, ("practices", constitution.roll_file)]
    if localities:
        files.append(("localities", "localities.csv"))
    if "candidates" in options:
        files.append(("candidates", options["candidates"]))
    told = []
    for role, name in files:
        told.append(input_of(constitution.folder, role, name))
        if secret and name == "ballots.csv":
            del told[-1]["sha256"]
    return told


def sound(constitution):
    """Each decision has to be one that the roll can keep to."""
    for decision in constitution.decisions:
        constitution.default(decision)
    return constitution


def counted_of(kind, folder, options):
    """(constitution, context, the polls of that kind, their ballots)."""
    constitution, context = sound(Constitution(folder)), context_of(options, folder)
    counted = [kind(motion, rows, constitution, context)
               for motion, rows in polls_of(table(os.path.join(folder, "ballots.csv")))]
    return constitution, context, counted, [ballot for poll in counted for ballot in poll.ballots]


def quorum(folder, options):
    """(exit status, the JSON of `quorum` or why it is refused)."""
    try:
        constitution, context, counted, ballots = counted_of(Attendance, folder, options)
    except Refused as refused:
        return 1, str(refused)
    told = head(constitution, context, "quorum")
    told.update({"stale": stale(constitution, context, ballots), "by_kind": False,
                 "polls": [poll.told() for poll in counted],
                 "inputs": inputs(constitution, {}, "attendance",
                                  secret=any(poll.secret for poll in counted)),
                 "options": options_of_attendance(constitution, options)})
    return 0, told


def share(folder, options):
    """(exit status, the JSON of `share`)."""
    constitution = Constitution(folder)
    told = head(constitution, Context(), "share")
    told = {name: told[name] for name in ("schema", "constitution", "origin", "differs_from_bundled")}
    told.update(County(constitution).told("whole" in options))
    told["inputs"] = inputs(constitution, {}, None, True)
    told["options"] = constitution_told(constitution) | ({"whole": True} if "whole" in options else {})
    return 0, told


def reweight(folder, options):
    """(exit status, the JSON of `reweight` or why it is refused)."""
    try:
        worked = Reweighting(sound(Constitution(folder)), options)
        told_of_it = worked.told(county_of(worked.constitution))
    except (Refused, CannotBe) as refused:
        return 2 if isinstance(refused, CannotBe) else 1, str(refused)
    constitution = worked.constitution
    told = head(constitution, Context(), "reweight")
    told = {name: told[name] for name in ("schema", "constitution", "origin", "differs_from_bundled", "body")}
    told.update(told_of_it)
    read = input_of(folder, "list sizes", "sizes.csv")
    told["source"] = {"file": "sizes.csv", "sha256": read["sha256"], "rows": read["rows"],
                      "layout": worked.file.layout, "files": ["sizes.csv"]}
    told["sources"] = [read]
    told["options"] = constitution_told(constitution) | {"adopt": False} | {
        name: options.get(name.replace("_", "-"), default)
        for name, default in (("area", None), ("total", None), ("as_at", None), ("keep", []), ("set", []), ("leave", []))}
    told["inputs"] = [read, input_of(folder, "rules", "rules.csv"),
                      input_of(folder, "practices", constitution.roll_file)]
    if county_of(constitution):
        told["inputs"].append(input_of(folder, "localities", "localities.csv"))
    return 0, told


def tally(folder, options):
    """(exit status, the JSON of `tally` or why it is refused)."""
    try:
        constitution, context, counted, ballots = counted_of(Poll, folder, options)
    except Refused as refused:
        return 1, str(refused)
    if closes_on_another_day(context, counted):
        return 2, "the vote closed on another day than that of the vote"
    county = county_of(constitution)
    own_share = county.share() if county else None
    told = head(constitution, context, "tally")
    told.update({"stale": stale(constitution, context, ballots),
                 "polls": [poll.told() for poll in counted],
                 "share": own_share,
                 "inputs": inputs(constitution, options, "ballots", own_share is not None,
                                  any(poll.secret for poll in counted)), "route": None,
                 "options": options_told(constitution, options, context)})
    return 0, told


def constitution_told(constitution):
    return {"constitution": os.path.basename(constitution.folder), "bundled": False}


def options_of_attendance(constitution, options):
    """Of what was not given the JSON of `quorum` names a few, and of the others nothing."""
    return constitution_told(constitution) | {"dates": None, "columns": [], "answers": []} | options


def options_told(constitution, options, context):
    return {
        **constitution_told(constitution), "decision": options.get("decision"), "rules": None, "practices": None, "localities": None,
        "candidates": options.get("candidates"), "motion": None, "route": None,
        "date": options.get("date"), "confirmed": None,
        "opens": texts.moment_text(context.opens), "closes": texts.moment_text(context.closes),
        "casting_vote": options.get("casting-vote"), "show_ballots": False, "encoding": None,
        "multi_line": False, "columns": [],
    }
