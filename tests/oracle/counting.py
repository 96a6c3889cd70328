# SPDX-License-Identifier: MIT
"""Members, patients and votes by what each member did; conditions; the verdict on a motion."""

import functools

import texts
from ballots import Standing

GROUPS = ("all", "present", "voting", "for", "against", "abstained", "interested", "absent", "cast",
          "void", "spoilt")
MEASURES = ("members", "population", "votes")


class Count:
    """So many members, with so many patients and votes."""

    __slots__ = MEASURES

    def __init__(self):
        self.members = self.population = self.votes = 0

    def add(self, member, rules):
        self.members += 1
        self.population += member.size or 0
        self.votes += rules.weight(member)

    def of(self, measure):
        return getattr(self, measure)


def count(standings, rules, area=None):
    """The groups of `counts`, of the whole roll or of an area."""
    groups = {name: Count() for name in GROUPS}
    interest = rules.value("interest")
    inside = functools.cache(lambda word, vote: groups_of(word, vote, rules, interest))
    for member, standing in zip(rules.constitution.roll.members, standings):
        if area is not None and member.area != area:
            continue
        for name in inside(standing.word, standing.vote):
            groups[name].add(member, rules)
    return groups


def groups_of(word, vote, rules, interest):
    """The groups that somebody is counted in who did so."""
    if word == "interested":
        return {"counts as present": ("all", "interested", "present"),
                "does not count as present": ("all", "interested"),
                "leaves the base": ("interested",)}[interest]
    if word in ("absent", "refused"):
        return ("all", "absent")
    if word == "abstained":
        return ("all", "present", "abstained") + (("voting",) if rules.value("abstention") ==
                                                  "takes part" else ())
    if word == "void":
        return ("all", "present", "void") + (("voting",) if rules.value("repeat ballots") ==
                                             "void, takes part" else ())
    if word == "spoilt":
        return ("all", "present", "spoilt")
    if word == "present":
        return ("all", "present")
    choice = (vote,) if vote in ("for", "against") else ()
    return ("all", "present", "voting", "cast") + choice


def at_opening(standings):
    """Where everybody stood when the meeting opened, whoever has left or come since."""
    found = []
    for standing in standings:
        if not standing.opening:
            found.append(Standing("absent"))
        elif standing.word in ("absent", "refused"):
            interest = standing.ballot is not None and standing.ballot.interest
            found.append(Standing("interested" if interest else "present"))
        else:
            found.append(standing)
    return found


def quorum_held(standings, rules, area=None, counted=None):
    """The conditions of the quorum, by who is there at the vote or was at the opening."""
    if rules.is_at_opening():
        standings = at_opening(standings)
    return held("quorum", (counted or count)(standings, rules, area), rules, area)


class Held:
    """A condition held against counts."""

    def __init__(self, row, condition, part, whole, unit, reach, opening=False):
        self.opening = opening
        self.row, self.condition = row, condition
        self.part, self.whole, self.unit, self.reach = part, whole, unit, reach
        self.met = condition.meets(part, whole)
        if row.rule == "quorum" and part == 0:
            self.met = False    # nobody is no quorum

    @property
    def needed(self):
        needed = self.condition.needed(self.whole, self.unit)
        return max(needed, self.unit) if self.row.rule == "quorum" else needed

    @property
    def short(self):
        return 0 if self.met else max(self.needed - self.part, 0)

    @property
    def reachable(self):
        """Whether the whole roll, all there and all in favour, would do. Not asked of those against."""
        return self.met or self.reach is None or self.condition.meets(self.reach, self.reach)

    def told(self):
        return {
            "rule": self.row.rule, "text": self.row.value, "clause": self.row.clause or None,
            "part": texts.quantity(self.part), "whole": texts.quantity(self.whole),
            "needed": texts.quantity(self.needed), "short": texts.quantity(self.short),
            "met": self.met, "percent": self.condition.percent(self.part, self.whole),
            "reachable": self.reachable, **({"at": "opening"} if self.opening else {}),
        }


def unit_of(condition, rules):
    return rules.unit_of_votes() if condition.measure == "votes" else 1


def hold(row, condition, groups, rules, whole_roll):
    """A quorum: what the set names of the same of all. `passes`: those for, of what the set names."""
    measure = condition.measure
    if row.rule == "quorum":
        part = groups[condition.scope].of(measure)
        whole = groups["all"].of(measure)
    else:
        part = groups["for"].of(measure)
        whole = groups[condition.scope].of(measure)
    reach = None if condition.scope == "against" else whole_roll.of(measure)
    return Held(row, condition, part, whole, unit_of(condition, rules), reach,
                row.rule == "quorum" and rules.is_at_opening())


@functools.cache
def roll_of(rules, area):
    """All of the roll, or of an area of it, whoever declared an interest."""
    whole = Count()
    for member in rules.constitution.roll.members:
        if area is None or member.area == area:
            whole.add(member, rules)
    return whole


def held(rule, groups, rules, area=None):
    whole_roll = roll_of(rules, area)
    return [hold(row, condition, groups, rules, whole_roll)
            for row, condition in rules.conditions(rule)]


def casting_carries(unmet, groups):
    """Whether the chair's vote makes up what is missing: a tie, exactly half, and nothing else is asked for."""
    if not tied(groups):
        return False
    for one in unmet:
        measure = one.condition.measure
        votes_for, votes_against = groups["for"].of(measure), groups["against"].of(measure)
        if votes_for != votes_against or votes_for == 0:
            return False
        if one.condition.asks_for_half():
            if 2 * votes_for != one.whole:
                return False
        elif not one.condition.asks_for_more_than_against():
            return False
    return bool(unmet)


def tied(groups):
    return groups["for"].votes == groups["against"].votes != 0


class Motion:
    """A motion decided on one reading, of the whole roll or of an area."""

    def __init__(self, standings, rules, context, area=None):
        self.standings, self.rules = standings, rules
        self.groups = count(standings, rules, area)
        self.quorum = quorum_held(standings, rules, area)
        self.passes = held("passes", self.groups, rules, area)
        self.areas = []
        if area is None and rules.value("areas") == "every area must pass":
            names = []
            for member in rules.constitution.roll.members:
                if member.area not in names:
                    names.append(member.area)
            self.areas = [(name, Motion(standings, rules, context, name)) for name in names]
        self.verdict = self._verdict(context, area)
        self.winner, self.run_off = None, []

    def _verdict(self, context, area):
        if not all(one.met for one in self.quorum):
            return "not binding"
        if any(motion.verdict == "not binding" for _, motion in self.areas):
            return "not binding"
        unmet = [one for one in self.passes if not one.met]
        carried = not unmet and self.groups["for"].votes > 0
        if self.rules.is_consensus():
            carried = (self.groups["present"].members >
                       self.interested_present() + self.groups["void"].members)
        if unmet and area is None and self.rules.value("tie") == "casting vote":
            carried = context.casting_vote == "for" and casting_carries(unmet, self.groups)
        if carried and any(motion.verdict != "carried" for _, motion in self.areas):
            carried = False
        return "carried" if carried else "not carried"

    def interested_present(self):
        counts = self.rules.value("interest") == "counts as present"
        return self.groups["interested"].members if counts else 0

    @property
    def result(self):
        return self.verdict, self.winner, sorted(self.run_off)

    def review(self):
        """Of what is carried only: those against, of all."""
        if self.verdict != "carried":
            return False
        for row, condition in self.rules.conditions("review"):
            part = self.groups["against"].of(condition.measure)
            if not Held(row, condition, part, self.groups["all"].of(condition.measure),
                        unit_of(condition, self.rules), None).met:
                return False
        return bool(self.rules.conditions("review"))
