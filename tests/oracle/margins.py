# SPDX-License-Identifier: MIT
"""How close a motion was, and the same votes by the other weighting (docs/formats.md, "A poll")."""

import copy
import itertools

import texts
from ballots import Standing
from counting import Motion, casting_carries, count, held, hold_together, quorum_held
from elections import Election
from parts import any_parts

NOTHING = {"members": None, "possible": None, "abstaining": None, "who": [], "absent_could": None,
           "quorum_members": None}


def margin(poll):
    """The margin as it has to be told, or a Claim where it may be left open and has to be true if told."""
    told = dict(NOTHING)
    if any_parts(poll.judged.standings):
        return told
    if poll.decided.areas or (poll.rules.is_consensus() and poll.decided.verdict != "not binding"):
        return told
    worked = (ElectionMargin if poll.rules.is_election() else MotionMargin)(poll)
    if poll.decided.verdict in ("not binding", "not valid"):
        quorum = poll.rules.conditions("quorum")
        if len(quorum) > 1 or any(not condition.is_plain() for _, condition in quorum):
            return Claim(worked)
        told["quorum_members"] = worked.quorum_members()
    elif worked.is_mixed():
        return Claim(worked)
    else:
        worked.tell(told)
    return told


class Claim:
    """Of a poll whose conditions weigh by several measures: null, or what every group of voters bears out."""

    def __init__(self, worked):
        self.worked = worked

    def wrong(self, told):
        """(key, what is told, what is right) of each that is told and not so."""
        if self.worked.poll.decided.verdict in ("not binding", "not valid"):
            known = {"quorum_members": self.worked.quorum_members()}
        else:
            known = {"absent_could": self.worked.absent_could()}
            if told["members"] is not None or told["possible"] is not None:
                known.update(self.fewest(told["who"]))
                known.update(self.alone(told) if "alone" in told else {})
        for key, value in told.items():
            if value not in (None, []) and value != known.get(key):
                yield key, value, known.get(key)
        if told["members"] is not None and told["possible"] is None:
            yield "possible", None, True

    def alone(self, told):
        """As many as is told, where that is so of some way to vote otherwise, or of all together."""
        worked = self.worked
        ways = [([vote], list(places)) for vote, places in worked.ways()]
        ways.append(([vote for vote, _ in worked.ways() if vote != "abstain"], worked.cast))
        right = [(len(worked.alone(places, *votes)), len(places)) for votes, places in ways]
        if (told["alone"], told["alone_of"]) in right and told["members"] == 1 and told["who"]:
            return {"alone": told["alone"], "alone_of": told["alone_of"]}
        return {"alone": None, "alone_of": None}

    def fewest(self, who):
        """By going through all groups, the smaller before the larger."""
        worked = self.worked
        names = [member.name for member in worked.poll.constitution.roll.members]
        for size in range(1, len(worked.cast) + 1):
            groups = [(vote, {names[place] for place in group}) for vote, places in worked.ways()
                      for group in itertools.combinations(places, size)
                      if worked.changes(group, vote)]
            if groups:
                told = any(group == set(who) for _, group in groups)
                return {"members": size, "possible": True, "who": list(who) if told else None,
                        "abstaining": all(vote == "abstain" for vote, _ in groups)}
        return {"members": None, "possible": False}


class Abstaining:
    """So many who change the result by abstaining: the heaviest, or others who do it as well."""

    def __init__(self, worked, right):
        self.worked, self.right = worked, right

    def wrong(self, told):
        names = [member.name for member in self.worked.poll.constitution.roll.members]
        if len(told) != len(self.right) or not self.worked.changes(
                [names.index(name) for name in told], "abstain"):
            yield "", told, self.right


class Supposed(Standing):
    """A member who voted so: `for`, `against`, a candidate, or `abstain`."""

    def __init__(self, vote):
        super().__init__("abstained" if vote == "abstain" else "voted")
        self.supposed = vote

    @property
    def vote(self):
        return self.supposed if self.word == "voted" else None


def measured(conditions, rules):
    """What conditions weigh by. Votes that are one each are heads, and votes by list size patients."""
    alike = {"one": "members", "size": "population"}.get(rules.weighs(), "votes")
    return {alike if condition.measure == "votes" else condition.measure
            for _, condition in conditions}


class Margin:
    """How many votes cast otherwise, or by who was not there, would have changed the result."""

    kind = None

    def __init__(self, poll):
        self.poll, self.rules = poll, poll.rules
        self.standings = poll.judged.standings
        self.cast = [place for place, standing in enumerate(self.standings)
                     if standing.word == "voted"]
        self.absent = [place for place, standing in enumerate(self.standings)
                       if standing.word in ("absent", "refused")]

    def result_with(self, places, vote):
        standings = list(self.standings)
        for place in places:
            standings[place] = Supposed(vote)
            standings[place].opening = self.standings[place].opening
        return self.kind(standings, self.rules, self.poll.context).result

    def changes(self, places, vote):
        return self.result_with(places, vote) != self.poll.decided.result

    def by_weight(self, places, measures):
        """Heaviest first, those that weigh the same in the order of the roll."""
        members = self.poll.constitution.roll.members

        def weight(place):
            return {"members": 1, "population": members[place].size,
                    "votes": self.rules.weight(members[place])}
        return sorted(places, key=lambda place: [-weight(place)[measure] for measure in measures])

    def fewest(self, places, vote, measures):
        """(how many, who, how many would alone, of how many), () where no number would do.

        Heads go with any one measure, because of each number of heads the heaviest do most.
        """
        heaviest = self.by_weight(places, measures)
        for size in range(1, len(heaviest) + 1):
            if self.changes(heaviest[:size], vote):
                if self.changes(heaviest[-size:], vote):
                    return size, []
                return (size, [self.poll.constitution.roll.members[place].name
                               for place in heaviest[:size]],
                        len(self.alone(places, vote)), len(places))
        return ()

    def alone(self, places, *votes):
        """Those who each change it by one of the votes."""
        return [place for place in places if any(self.changes([place], vote) for vote in votes)]

    def by_abstaining(self):
        """Of those who voted, so that a quorum of those voting is missed."""
        return self.fewest(self.cast, "abstain",
                           measured(self.voting_quorums(), self.rules) - {"members"})

    def tell(self, told):
        otherwise = self.by_voting_otherwise()
        if otherwise is not None:
            abstaining = self.by_abstaining()
            found = min((way for way in (otherwise, abstaining) if way), key=lambda way: way[0],
                        default=None)
            if found:
                told["members"], told["who"] = found[:2]
                if told["who"] and told["members"] == 1:
                    told["alone"], told["alone_of"] = found[2:]
                told["possible"], told["abstaining"] = True, found is abstaining
                if found is abstaining and told["who"]:
                    told["who"] = Abstaining(self, told["who"])
            else:
                told["possible"] = False
        told["absent_could"] = self.absent_could()

    def quorum_members(self):
        """So many of those who were not there would have made it, had they come and voted."""
        if self.rules.is_at_opening():
            return None
        vote = "for" if self.kind is Motion else "somebody"
        for size in range(1, len(self.absent) + 1):
            for group in itertools.combinations(self.absent, size):
                if self.result_with(group, vote)[0] not in ("not binding", "not valid"):
                    return size
        return None

    def is_mixed(self):
        """Whether the conditions weigh by more than one measure besides heads, or count some of the members."""
        if any(not condition.is_plain() or row.group for rule in ("passes", "quorum")
               for row, condition in self.rules.conditions(rule)):
            return True
        measures = {condition.measure for rule in ("passes", "quorum")
                    for _, condition in self.rules.conditions(rule)} - {"members"}
        return len(self.deciding_measures() | measures) > 1

    def deciding_measures(self):
        """Those of `passes`, and the votes, because nothing is carried on no votes."""
        votes = {"one": set(), "size": {"population"}}.get(self.rules.weighs(), {"votes"})
        return votes | measured(self.rules.conditions("passes"), self.rules) - {"members"}

    def voting_quorums(self):
        return [(row, condition) for row, condition in self.rules.conditions("quorum")
                if condition.scope in ("voting", "cast")]


class MotionMargin(Margin):
    kind = Motion

    def ways(self):
        """(a vote, of whom), what some of them might have voted otherwise."""
        side, other = (("for", "against") if self.poll.decided.verdict == "carried" else
                       ("against", "for"))
        yield other, [place for place in self.cast if self.standings[place].vote == side]
        yield "abstain", self.cast

    def by_voting_otherwise(self):
        vote, places = next(self.ways())
        return self.fewest(places, vote, self.deciding_measures())

    def absent_could(self):
        if not self.absent:
            return None
        carried = self.poll.decided.verdict == "carried"
        return self.changes(self.absent, "against" if carried else "for")


class ElectionMargin(Margin):
    kind = Election

    def __init__(self, poll):
        super().__init__(poll)
        ranked = [name for name, _ in poll.decided.ranked()]
        named = [ballot.vote for ballot in poll.ballots
                 if ballot.vote not in (None, "absent", "present", "abstain", "spoilt")]
        self.chosen = list(dict.fromkeys(ranked + named))

    def ways(self):
        for name in self.chosen:
            yield name, [place for place in self.cast if self.standings[place].vote != name]
        yield "abstain", self.cast

    def is_mixed(self):
        """Also where there is nobody else to vote for, or nobody had enough."""
        return (self.rules.weighs() != "one" or len(self.chosen) < 2
                or self.poll.decided.verdict == "not elected" or super().is_mixed())

    def quorum_members(self):
        return super().quorum_members() if self.chosen else None

    def by_voting_otherwise(self):
        """From the leader to the next, as nothing takes fewer."""
        leader, second = self.chosen[:2]
        places = [place for place in self.cast if self.standings[place].vote == leader]
        return self.fewest(places, second, [])

    def absent_could(self):
        if not self.absent:
            return None
        return any(self.changes(self.absent, name) for name in self.chosen)


def other_count(poll):
    """By list size of a motion with one vote each, else with one vote each."""
    rules, groups = poll.rules, poll.decided.groups
    if rules.is_election() or rules.is_consensus():
        return None
    by_size = rules.weighs() == "one"
    if by_size and poll.constitution.roll.population is None:
        return None
    measure = "population" if by_size else "members"
    told = {"weight": "list size" if by_size else "one each",
            "for": texts.quantity(groups["for"].of(measure)),
            "against": texts.quantity(groups["against"].of(measure)),
            "verdict": None, "differs": None}
    if groups["cast"].members == 0 or poll.decided.areas or any_parts(poll.judged.standings):
        return None
    if (poll.decided.verdict != "not binding"
            and all(condition.measure == "votes" for _, condition in rules.conditions("passes"))
            and not any(condition.plus and condition.measure == "votes" for rule in ("quorum", "passes")
                        for _, condition in rules.conditions(rule))):
        told["verdict"] = verdict_by(measure, poll)
        told["differs"] = told["verdict"] and told["verdict"] != poll.decided.verdict
    return told


def verdict_by(measure, poll):
    """With that in place of the votes, or None where it would not be binding so."""
    def reweighed(counts):
        groups = {}
        for name, counted in counts.items():
            groups[name] = copy.copy(counted)
            groups[name].votes = counted.of(measure)
        return groups
    quorum = quorum_held(poll.judged.standings, poll.rules,
                         counted=lambda *asked: reweighed(count(*asked)))
    if not hold_together(quorum):
        return None
    groups = reweighed(poll.decided.groups)
    passes = held("passes", poll.judged.standings, poll.rules,
                  counted=lambda *asked: reweighed(count(*asked)))
    holds = hold_together(passes)
    if not holds and poll.rules.value("tie") == "casting vote":
        carried = poll.context.casting_vote == "for" and casting_carries(passes, groups)
    else:
        carried = holds and groups["for"].votes > 0
    return "carried" if carried else "not carried"
