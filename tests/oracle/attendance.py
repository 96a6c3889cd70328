# SPDX-License-Identifier: MIT
"""Every figure of the JSON of `quorum` (docs/formats.md, "JSON of `quorum`")."""

import itertools
from math import comb

import texts
from ballots import Judged, Standing
from counting import at_opening, count, groups_of, held, hold_together, is_inside, quorum_held
from readings import Reading, all_readings
from tally import Poll

BEARING = {"quorum", "quorum at", "voters", "proxy", "interest", "repeat ballots", "areas"}
MOST_EXAMPLES, MOST_GROUPS = 64, 100000


class There(Judged):
    """Rows by whether somebody was there; whoever is there is counted as if they will vote."""

    def answer(self, ballot):
        if ballot.vote == "absent":
            return "absent"
        return "interested" if ballot.interest else "present"

    def counts_as(self, ballot):
        return self.answer(ballot)


class Decided:
    """The quorum on one reading."""

    def __init__(self, judged, rules):
        self.judged, self.rules = judged, rules
        self.standings = judged.standings
        self.held = self.conditions(self.standings)
        self.answer = ("not asked" if not self.held else
                       "met" if self.holds() else "not met")

    @property
    def result(self):
        return self.answer == "not met"

    def holds(self):
        """In the whole body and in each area that has to have its own."""
        return all(hold_together([one for area, one in self.held if area == asked])
                   for asked in {area for area, _ in self.held})

    def areas(self):
        if self.rules.value("areas") != "every area must pass":
            return [None]
        members = self.rules.constitution.roll.members
        return [None] + list(dict.fromkeys(member.area for member in members))

    def conditions(self, standings):
        """(area, condition held)."""
        found = []
        for area in self.areas():
            found += [(area, one) for one in quorum_held(standings, self.rules, area, there_counted)]
        return found

    def told(self):
        return [Part(self, number).told() for number in range(len(self.held))]


def there_counted(standings, rules, area=None, of_class=None):
    return count([VOTING if standing.word == "present" else standing for standing in standings],
                 rules, area, of_class)


class WillVote(Standing):
    vote = "for"


VOTING = WillVote("voted")


class Groups:
    """Some of a list of members, told by their names; in no order that matters."""

    def __init__(self, groups, fewest):
        self.groups, self.fewest = groups, fewest


class Part:
    """One condition of a quorum, or with number None all of them at once."""

    def __init__(self, decided, number=None):
        self.decided, self.number = decided, number
        self.members = decided.rules.constitution.roll.members
        self.names = [member.name for member in self.members]

        self.parts = decided.held if number is None else [decided.held[number]]
        # By condition: what each member would add by coming, and takes away by leaving.
        self.tables = [(one, [self.weight(place, one.area or area, one) for place in range(len(self.members))],
                        [self.counted(place, one.condition.scope) for place in range(len(self.members))])
                       for area, one in self.parts]

    def weight(self, place, area, one):
        member, among = self.members[place], one.condition.among
        if not is_inside(member, area, None if one.area else among):
            return 0
        return {"members": 1, "population": member.size,
                "votes": self.decided.rules.weights[place]}[one.condition.measure]

    def counted(self, place, scope):
        rules, standing = self.decided.rules, self.decided.standings[place]
        return scope in groups_of("voted" if standing.word == "present" else standing.word, "for",
                                  rules, rules.value("interest"))

    def met_with(self, joining=(), leaving=()):
        """Whether it is met once these have come, or gone."""
        for one, weights, counted in self.tables:
            part = one.part + sum(weights[place] for place in joining)
            part -= sum(weights[place] for place in leaving if counted[place])
            if part <= 0 or not one.condition.meets(part, one.whole):
                return False
        return True

    def within(self, words):
        area = among = None
        if len(self.parts) == 1:    # what holds of it holds of all
            area, one = self.parts[0]
            area, among = one.area or area, None if one.area else one.condition.among
        return [place for place, standing in enumerate(self.decided.standings)
                if standing.word in words and is_inside(self.members[place], area, among)]

    def not_worked_out(self):
        """Where later comers change nothing, and of all at once where there are alternatives."""
        return self.decided.rules.is_at_opening() or (
            self.number is None and any(one.row.group for _, one in self.parts))

    def joining(self):
        if not self.decided.held or self.met_with() or self.not_worked_out():
            return None
        absent = self.within(("absent", "refused"))
        for size in range(1, len(absent) + 1):
            groups = [group for group in itertools.combinations(absent, size)
                      if self.met_with(joining=group)]
            if groups:
                return {"fewest": size, "exact": True, "any": len(groups) == comb(len(absent), size),
                        "groups": len(groups),
                        "examples": [[self.names[place] for place in group] for group in groups]}
        return None

    def counts(self, place):
        """Whether a member is counted by the condition; of several at once, whoever is there."""
        return self.counted(place, self.parts[0][1].condition.scope if len(self.parts) == 1
                            else "present")

    def leaving(self):
        if not self.decided.held or not self.met_with() or self.not_worked_out():
            return None
        there = [place for place in self.within(("present", "void", "interested"))
                 if self.counts(place)]
        for size in range(1, len(there) + 1):
            groups = [group for group in itertools.combinations(there, size)
                      if not self.met_with(leaving=group)]
            if groups:
                one_of = [self.names[place] for place in there
                          if self.met_with(leaving=(place,))]
                return {"any": size - 1, "one_of": one_of,
                        "not_without": [[self.names[place] for place in group] for group in groups]}
        return None

    def told(self):
        area, one = self.decided.held[self.number]
        return {**one.told(), "area": one.area or area,
                "counts": counts_told(self.decided, area, True),
                "over": texts.quantity(one.part - one.needed if one.met else 0),
                "joining": Same(self.joining()), "leaving": Same(self.leaving())}


class Same:
    """Groups of names: as sets, and of many the first 64."""

    def __init__(self, right):
        self.right = right

    def wrong(self, told):
        if told is None or self.right is None:
            if told is not self.right:
                yield "", told, self.right
            return
        for key in dict.fromkeys([*told, *self.right]):
            one, other = told.get(key), self.right.get(key)
            if key == "examples":
                one, other = as_sets(one), as_sets(other)
                if len(one) != min(len(other), MOST_EXAMPLES) or not one <= other:
                    yield key, told.get(key), self.right.get(key)
            elif key == "not_without":
                if frozenset(one) not in as_sets(other):
                    yield key, one, other
            elif key == "one_of":
                if sorted(one) != sorted(other):
                    yield key, one, other
            elif one != other and not (key == "groups" and other > MOST_GROUPS and one is None):
                yield key, one, other


def as_sets(groups):
    return {frozenset(group) for group in groups}


def counts_told(decided, area=None, of_quorum=False):
    """Those of a quorum of the opening are of the opening."""
    standings = decided.standings
    if of_quorum and decided.rules.is_at_opening():
        standings = at_opening(standings)
    groups = there_counted(standings, decided.rules, area)
    return {name: {"members": groups[name].members, "population": groups[name].population,
                   "votes": texts.quantity(groups[name].votes)}
            for name in ("all", "present", "voting", "interested", "absent")}


def decide(ballots, rules, context):
    judged = There(ballots, rules, context)
    return judged, Decided(judged, rules)


class QuorumReading(Reading):
    decide = staticmethod(decide)

    def told(self):
        return {"reading": " + ".join(self.names), "together": list(self.names),
                "clause": self.clause, "quorum": self.decided.answer if self.decided else None,
                "differs": self.differs, "conditions": self.decided.told() if self.decided else []}


def majority(decided):
    """What needs so many of all to be in favour, as if all who are there were."""
    standings = [VOTING if standing.word == "present" else standing for standing in decided.standings]
    for one in held("passes", standings, decided.rules):
        condition = one.condition
        if (one.row.group is None and condition.among is None and condition.side in (None, "for")
                and not condition.at_most and (condition.scope == "all" or condition.number is not None)):
            return one.told()
    return None


def without_votes(told):
    """Of a consensus, in which nobody votes."""
    conditions = told["conditions"] + [one for reading in told["readings"]
                                       for one in reading["conditions"]]
    for counts in [told["counts"], *(one["counts"] for one in conditions)]:
        for counted in counts.values():
            counted["votes"] = None
    for member in told["members"]:
        member["votes"] = None


def withhold(told):
    """Of the rows for a secret vote it is not told when they came, and which were sent again."""
    told["proxies"], told["repeated"] = [], []
    for row in told["members"] + told["refused"]:
        row["received"] = None


class Attendance(Poll):
    """The rows of one motion, asked whether they make a quorum."""

    decide = staticmethod(decide)

    def all_readings(self):
        return all_readings(self.constitution, self.decision, self.ballots, self.context, self.decided,
                            QuorumReading, BEARING)

    def told(self):
        decided = self.decided
        whole = Part(decided)
        members = self.members()
        told = {
            "motion": self.motion, "decision": self.decision,
            "title": self.rules.text("title", self.decision), "quorum": decided.answer,
            "certain": not any(one.differs for one in self.readings),
            "counts": counts_told(decided), "conditions": decided.told(),
            "majority": majority(decided), "joining": Same(whole.joining()),
            "leaving": Same(whole.leaving()), "readings": [one.told() for one in self.readings],
            "rows": self.rows(), "members": members,
            "practices": [self.in_short(member, standing) for member, standing in self.by_member()],
            **self.apart(),
            "repeated": [self.repeated(ballot) for ballot in self.ballots
                         if self.judged.statuses[ballot] in ("superseded", "void")],
            "basis": self.basis(),
        }
        if self.rules.is_consensus():
            without_votes(told)
        if self.secret:
            withhold(told)
        return told

    def repeated(self, ballot):
        told = self.refusal(ballot)
        told.pop("notified", None)
        told.pop("opening", None)
        return {**told, "standing": "absent" if ballot.vote == "absent" else "present"}

    def rows(self):
        numbers = self.judged.numbers(self.ballots, len(self.others))
        return {name: numbers[name] for name in ("rows", "present", "absent", "interested", "refused",
                                                 "superseded", "void", "others")}

    def members(self):
        told = super().members()
        for member in told:
            del member["vote"]
            member["standing"] = self.standing(member["standing"])
        return told

    @staticmethod
    def standing(word):
        """Whoever's rows are void was there."""
        return "present" if word == "void" else word

    def in_short(self, member, standing):
        reply = self.by_reply()
        word = self.standing(standing.word)
        status = {"absent": "no reply" if reply else "absent", "interested": "interest declared",
                  "present": "replied" if reply else "present"}.get(word, word)
        return {"practice": member.name, "code": member.code, "list_size": member.size,
                "status": status, "role": standing.ballot.role if standing.ballot else None}

    def basis(self):
        told = self.basis_of(["quorum", "elects" if self.rules.is_election() else "passes"])
        withheld = {"proxy", "proxies"}
        if "void" not in self.judged.statuses.values():
            withheld.add("repeat ballots")
        return [row for row in told if not self.secret or row["rule"] not in withheld]
