# SPDX-License-Identifier: MIT
"""What new list sizes change (docs/formats.md, "JSON of `reweight`"; docs/rules.md, "The share of the governing
body" and "Voting power")."""

import copy
import itertools
import os
from fractions import Fraction

import texts
from ballots import Refused
from constitution import table
from counting import is_inside
from shares import power

MOST_LISTED = 64
AT_ONCE = 8    # no list becomes more than so many times as large, or as small


class CannotBe(Exception):
    """What the command line says: exit status 2."""


class NewSizes:
    """A file of list sizes: by place in the roll what it has, its day, and its areas."""

    def __init__(self, path, roll, as_at):
        self.rows = table(path)
        self.layout = "gp-reg-pat-prac-all" if "extract date" in self.rows[0] else "plain list"
        read = self.read_national if self.layout != "plain list" else self.read_plain
        self.sizes, self.areas = {}, {}
        self.others = []    # (area, size) of those that are not on the roll
        self.as_at = None
        read(roll)
        self.as_at = self.as_at or texts.day(as_at or "")
        if self.as_at is None:
            raise Refused("no day")

    def read_plain(self, roll):
        for row in self.rows:
            for head, cell in row.items():
                if head == "line":
                    continue
                if head.startswith("list size"):
                    size = int(cell.replace(",", ""))
                if head.startswith("list size "):
                    self.as_at = self.as_at or texts.day(head.removeprefix("list size ").replace(" ", "-"))
                if head == "as at" and cell:
                    self.as_at = texts.day(cell)
            member = roll.find(row.get("practice") or row.get("code"))
            if member is not None:
                self.sizes[member.place] = size

    def read_national(self, roll):
        for row in self.rows:
            if row["type"] != "GP":
                continue
            self.as_at = texts.day_of_the_nhs(row["extract date"])
            size, member = int(row["number of patients"]), roll.find(row["code"])
            if member is None:
                self.others.append((row["ccg code"], size))
            else:
                self.sizes[member.place], self.areas[member.place] = size, row["ccg code"]

    def area_of_most(self):
        found = list(self.areas.values())
        return max(found, key=found.count) if found else None


class Reweighting:
    """What each practice has by then, and what follows."""

    def __init__(self, constitution, options):
        self.constitution = constitution
        self.roll = constitution.roll
        self.file = NewSizes(os.path.join(constitution.folder, "sizes.csv"), self.roll, options.get("as-at"))
        self.options = options
        self.sources, self.after = {}, {}
        self.settle()
        self.staying = [member for member in self.roll.members if self.after[member.place] is not None]
        self.area = options.get("area") or self.file.area_of_most()
        self.before_sum = sum(member.size for member in self.roll.members)
        self.after_sum = sum(self.after[member.place] for member in self.staying)
        self.in_area = self.sum_of_area()
        if "area" in options and self.area not in self.file.areas.values():
            raise CannotBe("an area of nobody")
        if int(options.get("total", self.after_sum)) < self.after_sum:
            raise CannotBe("less than the roll")
        self.area_total = int(options["total"]) if "total" in options else self.in_area

    def settle(self):
        told = {}
        for way in ("keep", "set", "leave"):
            for said in self.options.get(way, ()):
                code, _, number = said.partition("=")
                told[self.roll.find(code).place] = way, number
        for member in self.roll.members:
            way, number = told.get(member.place, ("file", None))
            if way == "file" and member.place not in self.file.sizes:
                raise Refused("no list size")
            if way == "file" and not member.size <= AT_ONCE * self.file.sizes[member.place] <= AT_ONCE ** 2 * member.size:
                raise Refused("a size of another magnitude")
            self.sources[member.place] = {"keep": "kept", "leave": "left"}.get(way, way)
            self.after[member.place] = {"file": self.file.sizes.get(member.place), "keep": member.size,
                                        "set": int(number or 0), "leave": None}[way]

    # ---- The area

    def others_of_area(self):
        """Those who are not on the roll, or by then not any more, as the file has them."""
        found = [size for area, size in self.file.others if area == self.area]
        return found + [self.file.sizes[place] for place, area in self.file.areas.items()
                        if area == self.area and self.after[place] is None]

    def sum_of_area(self):
        """With each practice that stays at the size that is used here, whatever the file has for it."""
        return sum(self.others_of_area()) + self.after_sum if self.file.areas else None

    def is_of_county(self, county):
        """Not where the file's county is more than twice that of the table of localities, or less than half."""
        found = self.as_in_file()
        if county is None or found is None:
            return True
        before = county.stated.population if county.stated else county.sum
        return before <= 2 * sum(found) and sum(found) <= 2 * before

    def as_in_file(self):
        found = [size for area, size in self.file.others if area == self.area]
        found += [self.file.sizes[place] for place, area in self.file.areas.items() if area == self.area]
        return found if self.file.areas else None

    # ---- What is told

    def practices(self):
        moves = {}
        for member in self.roll.members:
            share = Fraction((self.after[member.place] or 0) * 100, self.after_sum)
            moves[member.place] = share - Fraction(member.size * 100, self.before_sum)
        ranked = sorted(moves, key=lambda place: (-abs(moves[place]), place))
        told = []
        for member in self.roll.members:
            after, place = self.after[member.place], member.place
            weights = [texts.percent(member.size, self.before_sum), texts.percent(after or 0, self.after_sum)]
            change = (after or 0) - member.size
            told.append({
                "practice": member.name, "code": member.code, "before": member.size, "after": after,
                "change": change, "percent_change": texts.percent(change, member.size),
                "weight_percent_before": weights[0],
                "weight_percent_after": weights[1] if after is not None else None,
                "weight_change": difference(weights), "rank": ranked.index(place) + 1,
                "source": self.sources[place]})
        return told

    def share(self, county):
        votes = self.constitution.body_rule("governing body votes")
        if self.area_total is None or county is None or county.own is None:
            return None
        total, rows = self.area_total, self.in_area

        def of(whole, digits, number=100):
            return None if whole is None else texts.fixed(Fraction(self.after_sum * number, whole), digits)
        return {"locality": county.own.name, "population": self.after_sum, "stated_total": total,
                "sum_of_rows": rows, "votes_in_all": votes,
                "percent": of(total, 1), "votes": of(total, 2, int(votes)),
                "percent_of_sum": of(rows, 1), "votes_of_sum": of(rows, 2, int(votes)),
                "percent_long": of(total, 2), "percent_long_of_sum": of(rows, 2)}

    def share_before(self, county):
        if county is None or county.own is None:
            return None
        figures = county.figures(county.own)
        return {"population": county.own.population, "total": county.total, "percent": figures["percent"],
                "votes": figures["votes"], "percent_long": texts.percent(county.own.population, county.total)}

    def localities(self, county):
        told = []
        for locality in county.localities if county and county.own else []:
            own = locality is county.own
            known = own and self.area_total is not None
            told.append({
                "name": locality.name, "practices": len(self.staying) if own else None,
                "before": locality.population, "after": self.after_sum if own else None,
                "percent": texts.percent(self.after_sum, self.area_total, 1) if known else None,
                "votes": texts.fixed(Fraction(county.votes_in_all * self.after_sum, self.area_total), 2)
                if known else None, "own": own})
        return told

    def quorums(self):
        """Each in patients: once for all decisions that ask for it in the same words, as the same alternative, and
        whether or not every area must pass; of each area once for each."""
        found = {}
        for decision in self.constitution.decisions:
            rules = self.constitution.default(decision)
            asked = {(row.value, row.group, rules.value("areas")): condition
                     for row, condition in rules.conditions("quorum") if condition.measure == "population"}
            for key, condition in asked.items():
                found.setdefault(key, (condition, []))[1].append(rules.text("title", decision))
        told = []
        for (text, _, _), (condition, decisions) in found.items():
            sections = [(None, condition.among)]
            if condition.among == "each area":
                sections = [(area, None) for area in dict.fromkeys(member.area for member in self.roll.members)]
            for section in sections:
                told.append({"text": f"{text}, in {section[0]}" if section[0] else text,
                             "decisions": in_words(decisions),
                             "before": reach(condition, [(member.name, member.size) for member in self.roll.members
                                                         if is_inside(member, *section)]),
                             "after": reach(condition, [(member.name, self.after[member.place])
                                                        for member in self.staying if is_inside(member, *section)])})
        return told

    def told(self, county):
        in_file = self.as_in_file()
        change = self.after_sum - self.before_sum
        if not self.options.keys() & {"area", "total"} and not self.is_of_county(county):
            self.area_total = None
        return {
            "as_at": self.file.as_at.isoformat(), "area": self.area, "area_total": self.area_total,
            "before": self.before_sum, "after": self.after_sum, "practices": self.practices(),
            "share": self.share(county), "localities": self.localities(county), "adopted": None,
            "share_before": self.share_before(county),
            "as_at_before": self.roll.as_at.isoformat() if self.roll.as_at else None,
            "percent_change": texts.percent(change, self.before_sum), "quorums": self.quorums(),
            "power": self.power(), "area_in_file": sum(in_file) if in_file else None,
            "practices_in_area": len(in_file) if in_file else None, "change": change,
            "clause": self.clause(county), "written_to": None}

    def clause(self, county):
        if county is None or county.own is None:
            return None
        return next((rule.clause or None for rule in self.constitution.rules
                     if rule.rule == "governing body votes" and rule.decision == "*"), None)

    def power(self):
        """By the first kind of decision that goes by list sizes and asks for one quantity of votes."""
        for decision in self.constitution.decisions:
            rules = self.constitution.default(decision)
            if rules.weighs() in ("size", "per", "steps") and asks_for_votes(rules):
                now, (_, condition) = self.reweighed(decision), rules.conditions("passes")[0]
                sides = {"before": power_of(rules, self.roll.members, condition),
                         "after": power_of(now, self.staying, condition)}
                if sides["before"]["members"] is sides["after"]["members"] is None:
                    return None
                return {"decision": rules.text("title", decision),
                        **{side: one["members"] for side, one in sides.items()},
                        "quota": {side: one["quota"] for side, one in sides.items()},
                        "ways": {side: one["ways"] for side, one in sides.items()}}
        return None

    def reweighed(self, decision):
        """The rules of the new roll: it has the new sizes, and nobody who left."""
        constitution = copy.copy(self.constitution)
        constitution.roll = copy.copy(self.roll)
        constitution.roll.members = []
        for place, member in enumerate(self.staying):
            now = copy.copy(member)
            now.place, now.size = place, self.after[member.place]
            constitution.roll.members.append(now)
        return type(self.constitution.default(decision))(constitution, decision,
                                                         self.constitution.default(decision).rows)


def asks_for_votes(rules):
    """Whether `passes` is one condition, on a share of the votes or a number of them: where these are the patients, on
    one of the patients too."""
    conditions = rules.conditions("passes")
    if len(rules.all("passes")) != 1 or not conditions:
        return False
    condition = conditions[0][1]
    votes = {"votes", "population"} if rules.weighs() == "size" and rules.limit is None else {"votes"}
    return condition.measure in votes and condition.is_plain() and condition.scope != "against"


def power_of(rules, members, condition):
    weights = [rules.weights[place] for place in range(len(members))]
    quota = max(condition.needed(sum(weights), 1), 1)
    if sum(weights) < quota:    # all together have too few
        return {"members": None, "quota": texts.quantity(quota), "ways": 0}
    return power([member.name for member in members], weights, quota)


def difference(texts_of_two):
    before, after = map(Fraction, texts_of_two)
    return texts.fixed(after - before, 2)


def in_words(names):
    return " and ".join([", ".join(names[:-1])] * (len(names) > 1) + names[-1:])


def reach(condition, members):
    """Who can make a quorum of so many patients."""
    whole = sum(size for _, size in members)
    needed = max(condition.needed(whole, 1), 1)
    told = {"needed": needed, "fewest": None, "groups": None, "any_absent": None, "smallest_groups": [],
            "all_groups_listed": False}
    if needed > whole:
        return told
    sizes = sorted((size for _, size in members), reverse=True)
    told["fewest"] = next(number for number in range(1, len(sizes) + 1) if sum(sizes[:number]) >= needed)
    groups = [[name for name, _ in group] for group in itertools.combinations(members, told["fewest"])
              if sum(size for _, size in group) >= needed]
    told["groups"] = len(groups)
    told["any_absent"] = max(number for number in range(len(sizes))
                             if sum(sizes[number:]) >= needed)
    listed = len(groups) <= MOST_LISTED
    told["smallest_groups"] = SameGroups(groups if listed else [])
    told["all_groups_listed"] = listed
    return told


class SameGroups:
    """Groups of names, in any order."""

    def __init__(self, right):
        self.right = right

    def wrong(self, told):
        if sorted(map(sorted, told)) != sorted(map(sorted, self.right)):
            yield "", told, self.right
