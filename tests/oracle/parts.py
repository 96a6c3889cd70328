# SPDX-License-Identifier: MIT
"""Members that cast their votes in several rows (docs/rules.md, "Votes in parts"; docs/formats.md, the same)."""

from ballots import Refused, Standing

SIDES = ("votes for", "votes against", "votes abstaining", "votes spoilt", "votes present", "votes absent")
WORDS = {"abstain": "abstained", "spoilt": "spoilt", "present": "present", "absent": "absent"}


class InParts(Standing):
    """By several rows, or by one that casts some of what its member has."""

    def __init__(self, rows, weight):
        self.sides = {}
        for row in rows:
            if row.vote != "absent":
                self.sides[row.vote] = self.sides.get(row.vote, 0) + row.cast
        self.votes, self.uncast = weight, weight - sum(self.sides.values())
        words = [WORDS.get(vote, "voted") for vote in self.sides]
        super().__init__("absent" if not words else "split" if len(words) > 1 else words[0],
                         rows[0] if len(rows) == 1 else None)
        self.said = True

    @property
    def vote(self):
        return next(iter(self.sides)) if self.word == "voted" else None

    def counted(self):
        """(word, vote, votes) of each side, and of what nobody cast."""
        found = [(WORDS.get(vote, "voted"), vote, votes) for vote, votes in self.sides.items()]
        return found + [("absent", None, self.uncast)] * (self.uncast > 0)

    def is_all_one_way(self):
        return len(self.counted()) == 1    # what rows say is absent is as what no row casts


def are_parts(rows, weight):
    """Whether rows of one member say that they cast some of what it has."""
    return any(row.cast not in (None, weight) for row in rows)


def refuse_copies(rows):
    """Also of rows that each cast all that their member has."""
    if len({tuple(sorted(row.cells.items())) for row in rows}) < len({row.line for row in rows}):
        raise Refused("the same row twice")


def stand_in_parts(rows, weight, rules):
    if any(row.cast is None for row in rows):
        raise Refused("with votes, and without")
    if sum(row.cast for row in rows) > weight:
        raise Refused("more than it has")
    if len({row.received for row in rows}) > 1:
        raise Refused("at different times")
    if len({row.interest for row in rows}) > 1:
        raise Refused("an interest of a part")
    if rules.is_at_opening():
        raise Refused("parts, and a quorum of the opening")
    if rows[0].interest:
        return Standing("interested", rows[0])
    standing = InParts(rows, weight)
    if rules.is_secret() and not standing.is_all_one_way():
        raise Refused("parts of a secret vote")
    return standing


def hold_numbers(standings, by_rows):
    """Somebody has to cast all of its votes by numbers, where any casts less."""
    parts = [standing for standing in standings if isinstance(standing, InParts)]
    if any(standing.uncast for standing in parts) and not by_rows:
        raise Refused("nobody casts all of its votes")


def hold_sides(standings, rules):
    """No condition may ask on which side somebody stands who is on several."""
    if not any(standing.word == "split" for standing in standings):
        return
    for rule in ("passes", "elects", "review"):
        for _, condition in rules.conditions(rule):
            if condition.measure != "votes":
                raise Refused("a member on several sides")


def any_parts(standings):
    """Whether somebody's votes did not all go one way."""
    return any(isinstance(standing, InParts) and not standing.is_all_one_way() for standing in standings)
