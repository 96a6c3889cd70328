# SPDX-License-Identifier: MIT
"""Members, patients and votes by what each member did; conditions; the verdict on a motion."""

import functools

import texts
from ballots import Standing
from parts import InParts

GROUPS = ("all", "present", "voting", "for", "against", "abstained", "interested", "absent", "cast",
          "void", "spoilt")
MEASURES = ("members", "population", "votes")


class Count:
    """So many members, with so many patients and votes."""

    __slots__ = MEASURES

    def __init__(self):
        self.members = self.population = self.votes = 0

    def add(self, member, rules, votes=None):
        self.members += 1
        self.population += member.size or 0
        self.votes += rules.weight(member) if votes is None else votes

    def of(self, measure):
        return getattr(self, measure)


def count(standings, rules, area=None, of_class=None):
    """The groups of `counts`, of the whole roll or of an area, or of those in it of a class."""
    groups = {name: Count() for name in GROUPS}
    interest = rules.value("interest")
    inside = functools.cache(lambda word, vote: groups_of(word, vote, rules, interest))
    for member, standing in zip(rules.constitution.roll.members, standings):
        if not is_inside(member, area, of_class):
            continue
        if isinstance(standing, InParts):
            add_parts(groups, member, standing, rules, inside)
            continue
        for name in inside(standing.word, standing.vote):
            groups[name].add(member, rules)
    return groups


def add_parts(groups, member, standing, rules, inside):
    """Its votes on each side, and itself once in each group; what nobody cast is votes alone."""
    groups["all"].add(member, rules)
    votes_in = {}
    for word, vote, votes in standing.counted():
        for name in inside(word, vote):
            votes_in[name] = votes_in.get(name, 0) + votes
    for name, votes in votes_in.items():
        if name == "absent" and standing.sides:
            groups[name].votes += votes
        elif name != "all":
            groups[name].add(member, rules, votes)


def is_inside(member, area, of_class):
    if isinstance(of_class, tuple):     # members by name
        return member.place in of_class
    return area in (None, member.area) and (of_class is None or texts.fold(of_class) in member.classes)


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
    return held("quorum", standings, rules, area, counted)


class Held:
    """A condition held against counts."""

    def __init__(self, row, condition, part, whole, unit, reach, opening=False, area=None):
        self.area = area    # of `each area`
        self.excused = False
        self.opening = opening
        self.row, self.condition = row, condition
        self.part, self.whole, self.unit, self.reach = part, whole, unit, reach
        self.met = condition.meets(part, whole)
        if self.is_somebody() and part == 0:
            self.met = False    # nobody is no quorum, and no majority of a class

    def is_somebody(self):
        return not self.condition.at_most and (self.row.rule == "quorum" or self.condition.among is not None)

    @property
    def needed(self):
        needed = self.condition.needed(self.whole, self.unit)
        return max(needed, self.unit) if self.is_somebody() else needed

    @property
    def short(self):
        if self.condition.at_most:
            return 0 if self.met else self.part - self.needed
        return 0 if self.met else max(self.needed - self.part, 0)

    @property
    def reachable(self):
        """Whether the whole roll, all there and all in favour, would do. Not asked of those against."""
        return (self.met or self.reach is None or self.condition.at_most or
                (self.condition.meets(self.reach, self.reach) and (self.reach > 0 or not self.is_somebody())))

    def told(self):
        return {
            "rule": self.row.rule, "text": self.row.value, "clause": self.row.clause or None,
            "part": texts.quantity(self.part), "whole": texts.quantity(self.whole),
            "needed": texts.quantity(self.needed), "short": texts.quantity(self.short),
            "met": self.met, "percent": self.condition.percent(self.part, self.whole),
            "reachable": self.reachable, **({"at": "opening"} if self.opening else {}),
            **({"at_most": True} if self.condition.at_most else {}),
            **({"group": self.row.group, "excused": self.excused} if self.row.group else {}),
            **self.among_told(),
        }

    def among_told(self):
        if self.condition.among is None:
            return {}
        if self.condition.named:
            return {"missing": self.missing}
        return {"area": self.area} if self.area else {"class": self.condition.among_as_in(self.row.value)}


def unit_of(condition, rules):
    return rules.unit_of_votes() if condition.measure == "votes" else 1


def hold(row, condition, groups, rules, whole_roll, area=None):
    """A quorum: what the set names of the same of all. `passes`: those for, or whom it names, of what the set names."""
    measure = condition.measure
    whole = groups["all" if row.rule == "quorum" else condition.scope].of(measure)
    if condition.side == "not in favour":
        part = groups["all"].of(measure) - groups["for"].of(measure)
    elif condition.side:
        part = groups["abstained" if condition.side == "abstaining" else condition.side].of(measure)
    else:
        part = groups[condition.scope if row.rule == "quorum" else "for"].of(measure)
    against = condition.scope == "against" and not condition.side
    return Held(row, condition, part, whole, unit_of(condition, rules),
                None if against else whole_roll.of(measure),
                row.rule == "quorum" and rules.is_at_opening(), area)


@functools.cache
def roll_of(rules, area, of_class=None):
    """All of the roll, or of an area or a class of it, whoever declared an interest."""
    whole = Count()
    for member in rules.constitution.roll.members:
        if is_inside(member, area, of_class):
            whole.add(member, rules)
    return whole


def held(rule, standings, rules, area=None, counted=None):
    """Each condition, one `of each area` once for each, and none of these within an area."""
    found = []
    for row, condition in rules.conditions(rule):
        if condition.among == "each area" or condition.named:     # asked once, on the whole
            once = [(None, condition.among)] if condition.named else [(name, None) for name in areas_of(rules)]
            sections = once if area is None else []
        else:
            sections = [(area, condition.among)]
        for section in sections:
            groups = (counted or count)(standings, rules, *section)
            found.append(hold(row, condition, groups, rules, roll_of(rules, *section),
                              section[0] if condition.among == "each area" else None))
            if condition.named:
                found[-1].missing = missing(row, condition, standings, rules)
    hold_together(found)
    return found


def missing(row, condition, standings, rules):
    """Who of those that it names are not there, or not in favour."""
    group = condition.scope if row.rule == "quorum" else "for"
    return [member.name for member in condition.named
            if group not in groups_of(standings[member.place].word, standings[member.place].vote, rules,
                                      rules.value("interest"))]


def areas_of(rules):
    return list(dict.fromkeys(member.area for member in rules.constitution.roll.members))


def together(conditions, is_met):
    """Whether all in no group hold, and of the groups, where there are any, all of one."""
    groups = {one.row.group for one in conditions} - {None}
    alternative = not groups or any(all(is_met(one) for one in conditions if one.row.group == group)
                                    for group in groups)
    return alternative, alternative and all(is_met(one) for one in conditions if one.row.group is None)


def hold_together(conditions):
    """The same of what is met; and what is not met of an alternative is excused where another holds."""
    alternative, holds = together(conditions, lambda one: one.met)
    for one in conditions:
        one.excused = alternative and one.row.group is not None and not one.met
    return holds


def casting_carries(conditions, groups):
    """Whether the chair's vote makes up what is missing: a tie, exactly half, and nothing else is asked for."""
    return tied(groups) and together(conditions, lambda one: one.met or is_of_a_tie(one, groups))[1]


def is_of_a_tie(one, groups):
    """The chair's vote is none of a class, and takes nobody's away."""
    measure = one.condition.measure
    votes_for, votes_against = groups["for"].of(measure), groups["against"].of(measure)
    if not one.condition.is_plain() or votes_for != votes_against or votes_for == 0:
        return False
    if one.condition.asks_for_half():
        return 2 * votes_for == one.whole
    return one.condition.asks_for_more_than_against()


def tied(groups):
    return groups["for"].votes == groups["against"].votes != 0


class Motion:
    """A motion decided on one reading, of the whole roll or of an area."""

    def __init__(self, standings, rules, context, area=None):
        self.standings, self.rules = standings, rules
        self.groups = count(standings, rules, area)
        self.quorum = quorum_held(standings, rules, area)
        self.passes = held("passes", standings, rules, area)
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
        if not hold_together(self.quorum):
            return "not binding"
        if any(motion.verdict == "not binding" for _, motion in self.areas):
            return "not binding"
        holds = hold_together(self.passes)
        carried = holds and self.groups["for"].votes > 0
        if self.rules.is_consensus():
            carried = (self.groups["present"].members >
                       self.interested_present() + self.groups["void"].members)
        if not holds and area is None and self.rules.value("tie") == "casting vote":
            carried = context.casting_vote == "for" and casting_carries(self.passes, self.groups)
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
