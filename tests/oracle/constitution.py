# SPDX-License-Identifier: MIT
"""A constitution: its rules and readings, its roll, its localities (docs/rules.md)."""

import csv
import functools
import itertools
import math
import os
import re
from collections import namedtuple
from fractions import Fraction

import texts
from ballots import Refused
from conditions import Condition

Rule = namedtuple("Rule", "decision rule value clause reading group")

# What holds where the table says nothing.
LEFT_OUT = {
    "voters": "lead, deputy, proxy", "proxy": "named and notified", "candidates": "any",
    "interest": "counts as present", "abstention": "present", "repeat ballots": "error",
    "areas": "together", "secrecy": "open", "quorum at": "vote",
}
WITHOUT_READINGS = {"body", "edition", "title", "roll", "unit", "measure", "note", "next step", "route",
                    "proxies", "locality", "secrecy"}


def table(path):
    """The rows of a table as dictionaries by their headings; rows without a filled cell are no rows."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    heads = [" ".join(re.sub("[_-]", " ", head.lower()).split()) for head in rows[0]]
    return [dict(zip(heads, (cell.strip() for cell in row)), line=number)
            for number, row in enumerate(rows[1:], 2) if any(cell.strip() for cell in row)]


class Member:
    """Of the roll: what the table says, and where it stands there."""

    def __init__(self, place, row):
        self.place = place
        self.name = row.get("practice") or row["locality"]
        self.code = row.get("code") or None
        size = row.get("list size") or row.get("population") or ""
        self.size = int(size.replace(",", "")) if size else None
        self.area = row.get("area") or None
        self.class_text = row.get("class") or None
        self.classes = {texts.fold(name) for name in row.get("class", "").split(";")} - {""}
        self.votes_text = row.get("votes") or None
        self.names = {texts.fold(name) for name in
                      [self.name, self.code or "", *row.get("aliases", "").split(";")] if name.strip()}


class Roll:
    def __init__(self, path):
        self.rows = table(path)
        kept = [row for row in self.rows
                if texts.fold(row.get("practice") or row.get("locality") or "") != "total"]
        self.members = [Member(place, row) for place, row in enumerate(kept)]
        days = {row.get("as at", "") for row in self.rows} - {""}
        self.as_at = texts.day(days.pop()) if days else None
        self.population = (sum(member.size for member in self.members)
                           if all(member.size is not None for member in self.members) else None)
        # Votes are told in the finest decimals that stand in the column, noughts included.
        written = [member.votes_text for member in self.members if member.votes_text]
        self.unit_of_votes = Fraction(1, 10**max((texts.places(text) for text in written), default=0))

    def find(self, text):
        folded = texts.fold(text)
        found = [member for member in self.members if folded in member.names]
        return found[0] if len(found) == 1 else None


class Rules:
    """What is in force for one kind of decision, on one reading or combination of them."""

    def __init__(self, constitution, decision, rows):
        self.constitution = constitution
        self.decision = decision
        self.rows = rows
        self.weights = [self._weight(member) for member in constitution.roll.members]
        self.limit = self._limit()
        if self.limit is not None:
            self.limited = [member.name for member in constitution.roll.members
                            if self.weights[member.place] > self.limit]
            self.weights = [min(weight, self.limit) for weight in self.weights]

    def all(self, rule):
        return self.rows.get(rule, [])

    def row(self, rule):
        rows = self.all(rule)
        return rows[0] if rows else None

    @functools.cache
    def value(self, rule):
        row = self.row(rule)
        if row:
            return row.value.strip().lower()
        if rule == "tie":
            return "further election among the tied" if self.is_election() else "not carried"
        return LEFT_OUT.get(rule)

    def text(self, rule, default=None):
        row = self.row(rule)
        return row.value if row else default

    def is_election(self):
        return bool(self.all("elects"))

    def is_consensus(self):
        return any(row.value.strip().lower() in ("consensus", "by consensus")
                   for row in self.all("passes"))

    def is_secret(self):
        return self.value("secrecy") == "secret"

    def is_at_opening(self):
        return bool(self.conditions("quorum")) and self.value("quorum at") == "opening"

    def roles(self):
        return {role.strip() for role in self.value("voters").split(",")}

    @functools.cache
    def conditions(self, rule):
        """(row, condition) in the order of the file, without `none`."""
        return [(row, Condition(row.value, self.constitution.units, self.constitution.roll)) for row in self.all(rule)
                if row.value.strip().lower() not in ("none", "consensus", "by consensus", "most votes")]

    @functools.cache
    def weighs(self):
        """'one', 'size', 'per' or 'column'."""
        value = self.value("weight")
        if value is None:
            return None
        if value == "list size":
            return "size"
        if value == "votes column":
            return "column"
        if "votes column" in value:
            return "column"
        if "above" in value:
            return "steps"
        return "per" if re.search("patients|members or part of|list size", value) else "one"

    def unit_of_votes(self):
        return self.constitution.roll.unit_of_votes if self.weighs() == "column" else Fraction(1)

    def weight(self, member):
        """How many votes a member has; a whole number is an int."""
        return self.weights[member.place]

    def _weight(self, member):
        kind = self.weighs()
        if kind in (None, "one"):
            return 1
        if kind == "size":
            return member.size
        if kind == "column":
            return texts.decimals(member.votes_text)
        value = self.value("weight")
        if kind == "steps":
            return self._step(value, member)
        if value.startswith("list size"):
            return member.size
        match = re.match(r"one vote per ([0-9,]+) (?:patients, rounded (up|down|to nearest)|"
                         r"members or part of)(, at least 1)?", value)
        votes = texts.rounded(Fraction(member.size, int(match[1].replace(",", ""))), match[2] or "up")
        return max(votes, 1) if match[3] else votes

    def _step(self, value, member):
        for votes, size in re.findall(r"(\d+) (?:votes? )?(?:up to ([0-9,]+)|above)", value):
            if not size or member.size <= int(size.rstrip(",").replace(",", "")):
                return int(votes)

    def _limit(self):
        """What no member has more of, or None."""
        match = re.search(r", at most (\d+)(?:(%) of all votes (before|after) the limit)?",
                          self.value("weight") or "")
        if not match:
            return None
        if not match[2]:
            return int(match[1])
        share, unit = Fraction(int(match[1]), 100), self.unit_of_votes()
        if match[3] == "before":
            return math.floor(share * sum(self.weights) / unit) * unit
        # The largest that keeps to it; every smaller one does, too.
        if share * sum(weight > 0 for weight in self.weights) < 1:
            raise Refused("too few to keep to the limit")
        low, high = 0, math.floor(sum(self.weights) / unit) + 1
        while high - low > 1:
            middle = (low + high) // 2
            if middle * unit <= share * sum(min(weight, middle * unit) for weight in self.weights):
                low = middle
            else:
                high = middle
        return low * unit


class Constitution:
    def __init__(self, folder):
        self.folder = folder
        self.rule_rows = table(os.path.join(folder, "rules.csv"))
        self.rules = [Rule(row["decision"], row["rule"].lower(), row["value"], row.get("clause", ""),
                           row.get("reading", ""), row.get("group") or None) for row in self.rule_rows]
        unit = self.body_rule("unit", "practice, practices")
        self.unit, self.units_word = [word.strip() for word in unit.split(",")]
        self.units = {self.unit.lower(), self.units_word.lower()}
        self.roll_file = self.body_rule("roll", "practices.csv")
        self.roll = Roll(os.path.join(folder, self.roll_file))
        self.decisions = []
        for rule in self.rules:
            if rule.decision != "*" and rule.decision not in self.decisions:
                self.decisions.append(rule.decision)

    def body_rule(self, name, default=None):
        for rule in self.rules:
            if rule.rule == name and rule.decision == "*" and not rule.reading:
                return rule.value
        return default

    @functools.cache
    def in_force(self, decision, reading=""):
        """Rule name to rows: a decision's own rows win over those for `*`."""
        own, common = {}, {}
        for rule in self.rules:
            if rule.reading == reading and rule.decision in (decision, "*"):
                (own if rule.decision == decision else common).setdefault(rule.rule, []).append(rule)
        return {**common, **own}

    def default(self, decision):
        return self.on(decision, ())

    @functools.cache
    def readings(self, decision):
        """The names of the readings that bear on a kind of decision, in the order of the table."""
        names = []
        for rule in self.rules:
            if rule.reading and rule.decision in (decision, "*") and rule.reading not in names:
                names.append(rule.reading)
        return names

    @functools.cache
    def on(self, decision, names):
        """The rules of a kind of decision with those of the readings put in their place."""
        rows = dict(self.in_force(decision))
        for name in names:
            rows.update(self.in_force(decision, name))
        return Rules(self, decision, rows)

    def may_be_at_opening(self, decision):
        """By default or on a reading: then the rows have to tell who was there."""
        rows = [rule for name in ["", *self.readings(decision)]
                for rules in self.in_force(decision, name).values() for rule in rules]
        return (any(rule.rule == "quorum" and rule.value.strip().lower() != "none" for rule in rows)
                and any(rule.rule == "quorum at" and rule.value.strip().lower() == "opening"
                        for rule in rows))

    def combinations(self, decision):
        """Tuples of two and more readings of which no two replace the same rule."""
        names = self.readings(decision)
        replaced = {name: set(self.in_force(decision, name)) for name in names}
        for size in range(2, len(names) + 1):
            for group in itertools.combinations(names, size):
                rules = [rule for name in group for rule in replaced[name]]
                if len(rules) == len(set(rules)):
                    yield group
