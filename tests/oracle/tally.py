# SPDX-License-Identifier: MIT
"""Every figure of the JSON of `tally` (docs/formats.md, "JSON of `tally`")."""

import copy
import datetime
from fractions import Fraction

import texts
from ballots import AWAY, SPOILT, Ballot, Other, Refused, is_other, motion_vote
from conditions import digits_beside
from counting import GROUPS
from margins import margin, other_count
from parts import InParts
from readings import all_readings, decide
from secrecy import withhold


class Context:
    """What the caller gave beside the tables."""

    def __init__(self, date=None, opens=None, closes=None, casting_vote=None, listed=None,
                 decision=None):
        self.date, self.opens, self.closes = date, opens, closes
        self.casting_vote, self.listed, self.decision = casting_vote, listed, decision


def polls_of(rows):
    """(motion, its rows) in the order in which they first appear."""
    motions = {}
    for row in rows:
        text = row.get("motion") or None
        motions.setdefault(texts.fold(text) if text else None, (text, []))[1].append(row)
    return list(motions.values())


def election_vote(text, context):
    folded = texts.fold(text)
    if folded in ("abstain", "abstained", "abstention"):
        return "abstain"
    if folded in AWAY:
        return "absent"
    if folded in SPOILT:
        return "spoilt"
    for name in context.listed or []:
        if texts.fold(name) == folded:
            return name
    if context.listed is not None:
        raise Refused("no such candidate")
    return text


def read_ballots(rows, constitution, rules, context):
    ballots = []
    for row, continues in in_sides(rows):
        if is_other(row):
            continue
        ballot = Ballot(row, constitution)
        ballot.continues = continues
        if constitution.may_be_at_opening(rules.decision):
            ballot.read_opening(row)
        if ballot.vote_text or not ballot.interest:
            ballot.vote = (election_vote(ballot.vote_text, context) if rules.is_election()
                           else motion_vote(ballot.vote_text))
        elif rules.is_consensus():
            ballot.vote = "present"
        ballots.append(ballot)
    return ballots


def in_sides(rows):
    """Rows with a column for the number of each side, as rows of one vote each."""
    for row in rows:
        if "votes for" not in row:
            yield row, False
            continue
        cast = [(head, row[head]) for head in row if head.startswith("votes ") and row[head] not in ("", "0")]
        if not cast:
            raise Refused("no votes at all")
        for number, (head, votes) in enumerate(cast):
            yield {**row, "vote": head.removeprefix("votes ").replace("abstaining", "abstain"), "votes": votes}, number > 0


def stated(clause):
    return bool(clause) and not clause.startswith("not stated")


def count_told(counted, measures=("members", "population", "votes")):
    told = {"members": counted.members, "population": counted.population,
            "votes": texts.quantity(counted.votes)}
    return {name: told[name] for name in measures}


def without_votes(told):
    """Of a consensus, in which nobody votes."""
    for counted in told["counts"].values():
        counted["votes"] = None
        counted.pop("percent", None)
    for row in told["returns"] + told["members"]:
        row["votes"] = None
    for area in told["areas"]:
        for counted in area["counts"].values():
            counted["votes"] = None


class Poll:
    """One motion, counted."""

    decide = staticmethod(decide)

    def __init__(self, motion, rows, constitution, context):
        self.motion, self.constitution = motion, constitution
        self.others = [Other(row) for row in rows if is_other(row)]
        self.context = context = self.with_chair(context)
        named = [row["decision"] for row in rows if row.get("decision")]
        self.decision = named[0] if named else context.decision
        self.rules = constitution.default(self.decision)
        self.ballots = read_ballots(rows, constitution, self.rules, context)
        self.judged, self.decided = self.decide(self.ballots, self.rules, context)
        self.readings = self.all_readings()
        self.secret = self.rules.is_secret()

    def with_chair(self, context):
        """What the chair's row cast is the casting vote of this motion."""
        chairs = [other for other in self.others if other.role == "chair"]
        if len(chairs) > 1:
            raise Refused("two chairs")
        self.chair = next((other for other in chairs if other.cast), None)
        if self.chair is None:
            return context
        if context.casting_vote not in (None, self.chair.cast):
            raise Refused("two casting votes")
        own = copy.copy(context)
        own.casting_vote = self.chair.cast
        return own

    def all_readings(self):
        return all_readings(self.constitution, self.decision, self.ballots, self.context, self.decided)

    # ---- Each key

    def named(self, word):
        return [member.name for member, standing in self.by_member() if standing.word == word]

    def apart(self):
        """Those who are listed by themselves."""
        return {"absent": self.named("absent"), "interests": self.named("interested"),
                "proxies": self.proxies(), "others": [other.told() for other in self.others],
                "refused": [self.refusal(ballot) for ballot in self.ballots
                            if self.judged.statuses[ballot] == "refused"]}

    def weight_limit(self):
        rules = self.rules
        if rules.limit is None:
            return {}
        return {"weight_limit": {"votes": texts.quantity(rules.limit), "limited": rules.limited}}

    def told(self):
        decided, rules = self.decided, self.rules
        told = {
            "motion": self.motion, "decision": self.decision,
            "title": rules.text("title", self.decision), "verdict": decided.verdict,
            "tied": self.tied(), "winner": decided.winner, "run_off": decided.run_off,
            "review": decided.review(), "certain": not any(one.differs for one in self.readings),
            "weight": rules.text("weight"), **self.weight_limit(),
            "counts": self.counts(decided.groups), "candidates": self.candidates(), "areas": self.areas(),
            "conditions": [one.told() for one in decided.quorum + decided.passes],
            "readings": [one.told() for one in self.readings],
            "other_count": other_count(self), "margin": margin(self),
            "period": None, "ballots": self.judged.numbers(self.ballots, len(self.others)),
            "returns": [self.returned(ballot) for ballot in self.ballots],
            "secret": False, "members": self.members(),
            **self.apart(),
            "basis": self.basis(),
        }
        if rules.row("next step") and decided.verdict in ("carried", "elected"):
            told["next_step"] = rules.text("next step")
        if self.chair:
            told["casting_vote"] = {"chair": self.chair.name, "vote": self.chair.cast}
        if rules.is_consensus():
            told["consensus"] = True
            without_votes(told)
        if self.secret:
            withhold(self, told)
        return told

    def by_member(self):
        return zip(self.constitution.roll.members, self.judged.standings)

    def tied(self):
        groups = self.decided.groups
        return groups["for"].votes == groups["against"].votes != 0

    def counts(self, groups):
        told = {name: count_told(groups[name]) for name in GROUPS
                if name != "spoilt" or groups[name].members}
        if groups is not self.decided.groups:
            return told
        cast = groups["cast"].votes
        if self.rules.weighs() != "one" and cast:
            for name in ("for", "against"):
                if not self.rules.is_election():
                    told[name]["percent"] = self.percent(groups[name].votes, cast)
        return told

    def percent(self, votes, cast):
        """Of the votes cast, all with as many decimals as the one needs that is nearest to what is asked for."""
        if self.rules.is_election():
            rule, beside = "elects", [counted.votes for _, counted in self.decided.ranked()]
        else:
            rule, beside = "passes", [self.decided.groups["for"].votes]
        asked = next((condition.share for _, condition in self.rules.conditions(rule)
                      if condition.share is not None and condition.measure == "votes"
                      and condition.scope == "cast"), Fraction(1, 2))
        return texts.percent(votes, cast, max(digits_beside(one, cast, asked) for one in beside))

    def candidates(self):
        if not self.rules.is_election():
            return []
        told = []
        cast = self.decided.groups["cast"].votes
        for name, counted in self.decided.ranked():
            one = {"name": name, **count_told(counted)}
            if self.rules.weighs() != "one" and cast:
                one["percent"] = self.percent(counted.votes, cast)
            told.append(one)
        return told

    def areas(self):
        return [{"area": name, "verdict": motion.verdict, "counts": self.counts(motion.groups),
                 "conditions": [one.told() for one in motion.quorum + motion.passes]}
                for name, motion in self.decided.areas]

    def returned(self, ballot):
        status = self.judged.statuses[ballot]
        weight = self.rules.weight(self.constitution.roll.members[ballot.member])
        told = {
            "line": ballot.line, "practice": self.constitution.roll.members[ballot.member].name,
            "vote": ballot.vote, "votes": texts.quantity(self.counts_for(ballot, weight) if status == "counted" else 0),
            "role": ballot.role, "voter": ballot.voter,
            "received": texts.moment_text(ballot.received), "status": status,
            "reason": ("(why)" if status in ("refused", "superseded", "void") else ballot.remark),
        }
        if ballot.cast is not None:
            told["cast"] = ballot.cast
        if ballot.continues:
            told["continues"] = True
        if ballot.remark:
            told["remark"] = ballot.remark
        if ballot.interest and status != "interested":
            told["interest"] = True
        if ballot.opening:
            told["opening"] = True
        self.tell_of_proxy(ballot, told)
        return told

    @staticmethod
    def counts_for(ballot, weight):
        return weight if ballot.cast is None else ballot.cast

    def tell_of_proxy(self, ballot, told):
        if ballot.role == "proxy" and ballot.notified:
            told["notified"] = ballot.notified_day.isoformat() if ballot.notified_day else "yes"
        if self.judged.whys.get(ballot) in ("early", "late"):
            told["came"] = self.judged.whys[ballot]

    def refusal(self, ballot):
        told = {"line": ballot.line, "practice": self.constitution.roll.members[ballot.member].name,
                "role": ballot.role, "voter": ballot.voter,
                "received": texts.moment_text(ballot.received), "reason": "(why)"}
        if ballot.opening:
            told["opening"] = True
        self.tell_of_proxy(ballot, told)
        return told

    def members(self):
        told = []
        population = self.constitution.roll.population
        for member, standing in self.by_member():
            ballot = standing.ballot
            votes = {"voted": standing.vote, "abstained": "abstain", "spoilt": "spoilt"}
            told.append({
                "name": member.name, "code": member.code, "list_size": member.size,
                "percent": texts.percent(member.size, population) if population else None,
                "votes": texts.quantity(self.rules.weight(member)), "area": member.area,
                "class": member.class_text, "standing": standing.word, "vote": votes.get(standing.word),
                "role": ballot.role if ballot else None, "voter": ballot.voter if ballot else None,
                "notified": (ballot.notified_day.isoformat() if ballot and ballot.role == "proxy"
                             and ballot.notified_day else None),
                "received": texts.moment_text(ballot.received) if ballot else None,
                **({"opening": True} if standing.opening else {}),
                **self.parts_told(standing),
            })
        return told

    @staticmethod
    def parts_told(standing):
        if not isinstance(standing, InParts) or standing.is_all_one_way() or not standing.sides:
            return {}
        return {"parts": [{"vote": vote, "votes": texts.quantity(votes)} for vote, votes in standing.sides.items()]}

    def proxies(self):
        """Of each row that decides for its member and is a proxy's, in the order of the file."""
        deciding = {standing.ballot: member for member, standing in self.by_member()
                    if standing.ballot and standing.ballot.role == "proxy"
                    and standing.word != "absent"}
        return [{"practice": deciding[ballot].name, "voter": ballot.voter,
                 "notified": ballot.notified_day.isoformat() if ballot.notified_day else None}
                for ballot in self.ballots if ballot in deciding]

    def basis(self):
        rules = self.rules
        names = ["weight"] if rules.weighs() else []
        names += ["quorum", "elects" if rules.is_election() else "passes"]
        if self.tied() or self.decided.run_off:
            names.append("tie")
        told = self.basis_of(names)
        return told + self.rows_told(rules.all("secrecy") if self.secret else []) + self.rows_told(
            rules.all("review"))

    @staticmethod
    def rows_told(rows):
        return [{"rule": row.rule, "value": row.value, "clause": row.clause or None,
                 "stated": stated(row.clause), **({"group": row.group} if row.group else {})} for row in rows]

    def basis_of(self, names):
        rules = self.rules
        words = {word for standing in self.judged.standings for word, *_ in
                 (standing.counted() if isinstance(standing, InParts) else [(standing.word,)])}
        whys = set(self.judged.whys.values())
        if "role" in whys:
            names.append("voters")
        if any(ballot.role == "proxy" and self.judged.whys.get(ballot) != "role"
               for ballot in self.ballots):
            names.append("proxy")
            if rules.row("proxies"):
                names.append("proxies")
        if "interested" in words:
            names.append("interest")
        if "abstained" in words:
            names.append("abstention")
        if self.judged.conflicts:
            names.append("repeat ballots")
        if rules.value("areas") != "together":
            names.append("areas")
        told = []
        for name in names:
            told += self.rows_told(rules.all(name))
            if name == "quorum" and rules.conditions("quorum"):
                told += self.rows_told(rules.all("quorum at"))
            if not rules.row(name) and rules.value(name):
                told.append({"rule": name, "value": rules.value(name), "clause": None,
                             "stated": False})
        return told


    def by_reply(self):
        """Whether members reply, or are in a room: as a condition says, else an election is by ballot."""
        rows = [rule for rule in self.constitution.rules if rule.decision in (self.decision, "*")
                and rule.rule in ("quorum", "passes", "elects", "review")]
        for word in ("replying", "present"):
            if any(word in rule.value.split() for rule in rows):
                return word == "replying"
        return self.rules.is_election()


def closes_on_another_day(context, polls):
    """A vote by reply closes on its day, or on the next one: by midnight, or in the morning."""
    if context.date is None or not context.closes:
        return False
    after = (context.closes[0].date() - context.date).days
    return not 0 <= after <= 1 and any(poll.by_reply() for poll in polls)


def stale(constitution, context, ballots):
    """Whether the list sizes are of more than a year before the vote, or of a day after it."""
    vote_day = context.date
    if vote_day is None and context.closes:
        vote_day = context.closes[0].date()
    if vote_day is None:
        days = [ballot.received[0].date() for ballot in ballots if ballot.received]
        vote_day = max(days, default=None)
    as_at = constitution.roll.as_at
    if vote_day is None or as_at is None:
        return None
    try:
        year_after = as_at.replace(year=as_at.year + 1)
    except ValueError:
        year_after = datetime.date(as_at.year + 1, 2, 28)
    return vote_day > year_after or vote_day < as_at
