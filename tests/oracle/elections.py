# SPDX-License-Identifier: MIT
"""Who is elected (docs/rules.md, "elects" and "tie")."""

from conditions import Condition
from parts import InParts
from counting import Count, count, hold_together, quorum_held, unit_of

REOPEN = "re open nominations"


class Election:
    """An election decided on one reading."""

    def __init__(self, standings, rules, context):
        self.standings, self.rules = standings, rules
        self.groups = count(standings, rules)
        self.quorum = quorum_held(standings, rules)
        self.passes = []
        self.areas = []
        self.candidates = {name: Count() for name in context.listed or []}
        for member, standing in zip(rules.constitution.roll.members, standings):
            if isinstance(standing, InParts):
                for word, vote, votes in standing.counted():
                    if word == "voted":
                        self.candidates.setdefault(vote, Count()).add(member, rules, votes)
            elif standing.word == "voted":
                self.candidates.setdefault(standing.vote, Count()).add(member, rules)
        self.winner, self.run_off = None, []
        self.verdict = self._verdict()

    def ranked(self):
        """(name, count), most votes first, then by name."""
        return sorted(self.candidates.items(), key=lambda item: (-item[1].votes, item[0]))

    def _verdict(self):
        if not hold_together(self.quorum):
            return "not valid"
        ranked = self.ranked()
        most = ranked[0][1].votes if ranked else 0
        if most == 0:
            return "not elected"
        top = [name for name, counted in ranked if counted.votes == most]
        if len(top) > 1:
            self.run_off = top
            return "further election"
        leader = self.candidates[top[0]]
        for row in self.rules.all("elects"):
            if row.value.strip().lower() == "most votes":
                continue
            condition = Condition(row.value, self.rules.constitution.units)
            part = leader.of(condition.measure)
            if part < condition.needed(self.groups[condition.scope].of(condition.measure),
                                       unit_of(condition, self.rules)):
                return "not elected"
        self.winner = top[0]
        return "elected"

    @property
    def result(self):
        return self.verdict, self.winner, sorted(self.run_off)

    def review(self):
        return False
