# SPDX-License-Identifier: MIT
"""A poll decided by the default rules, and on every other reading of them (docs/rules.md, "Readings")."""

from ballots import Judged, Refused
from counting import Motion
from elections import Election
from parts import hold_sides


def decide(ballots, rules, context):
    judged = Judged(ballots, rules, context)
    hold_sides(judged.standings, rules)
    kind = Election if rules.is_election() else Motion
    return judged, kind(judged.standings, rules, context)


class Reading:
    """What a reading, or a combination, gives; `decided` is None where rows contradict each other on it."""

    decide = staticmethod(decide)

    def __init__(self, constitution, decision, names, ballots, context, default):
        self.names = names
        self.rules = constitution.on(decision, names)
        clauses = dict.fromkeys(self.clause_of(name) for name in names)
        self.clause = "; ".join(clause for clause in clauses if clause) or None
        try:
            self.judged, self.decided = self.decide(ballots, self.rules, context)
        except Refused:
            self.judged = self.decided = None
        self.differs = self.decided is None or self.decided.result != default.result

    def clause_of(self, name):
        """That of its first row."""
        return next(rule.clause for rule in self.rules.constitution.rules
                    if rule.reading == name and rule.decision in (self.rules.decision, "*"))

    def told(self):
        decided = self.decided
        return {"reading": " + ".join(self.names), "clause": self.clause,
                "verdict": decided.verdict if decided else None,
                "winner": decided.winner if decided else None,
                "differs": self.differs, "run_off": decided.run_off if decided else [],
                "together": list(self.names)}


def all_readings(constitution, decision, ballots, context, default, kind=Reading, bearing=None):
    """Each alone, then the combinations that differ where no part of them does by itself.

    `bearing`: only those that put something in the place of one of these rules.
    """
    bear = [name for name in constitution.readings(decision)
            if bearing is None or bearing & set(constitution.in_force(decision, name))]
    alone = [kind(constitution, decision, (name,), ballots, context, default) for name in bear]
    different = [set(reading.names) for reading in alone if reading.differs]
    together = []
    for names in constitution.combinations(decision):
        if not set(names) <= set(bear) or any(part <= set(names) for part in different):
            continue
        reading = kind(constitution, decision, names, ballots, context, default)
        if reading.differs:
            together.append(reading)
            different.append(set(names))
    return alone + together
