# SPDX-License-Identifier: MIT
"""The rows of a ballot file, and how each is judged (docs/rules.md, "The order in which rows are judged")."""

import re

import texts

FOR = set("for,yes,y,aye,in favour,in favor,approve,support,agree,approves,approved,approving,supports,"
          "supported,supporting,agrees,agreed,agreeing,i approve,we approve,i support,we support,i agree,"
          "we agree".split(","))
AGAINST = set("against,no,n,nay,oppose,reject,disagree,opposes,opposed,opposing,rejects,rejected,"
              "rejecting,disagrees,disagreed,disagreeing,i oppose,we oppose,i reject,we reject,"
              "i disagree,we disagree".split(","))
ABSTAIN = {"abstain", "abstained", "abstention", "abstains", "abstaining", "i abstain", "we abstain"}
AWAY = {"absent", "no reply"}
SPOILT = {"spoilt", "spoiled", "spoilt ballot", "spoiled ballot", "spoilt paper", "spoiled paper"}
CHAIRS = {"chair", "chairman", "chairwoman", "chairperson", "presiding member"}
THERE_THEN = {"yes", "present", "attended", "y", "1"}
NOT_THEN = {"no", "absent", "late", "came late", "arrived late", "later", "n", "0"}
ROLES = {"lead": "lead practice lead,gp lead,commissioning lead,practice commissioning lead",
         "deputy": "deputy lead,gp deputy,practice deputy,deputy practice lead,deputy commissioning lead,"
                   "gp deputy commissioning lead",
         "proxy": "", "practice manager": "", "public representative": "", "observer": "",
         "other": "guest"}
YES = {"yes", "y", "true", "1", "x"}
NO = {"", "no", "n", "none", "false", "0", "-"}



class Refused(Exception):
    """The table cannot be counted: exit status 1."""


def role_of(text):
    folded = texts.fold(text)
    if not folded:
        return "lead"
    for role, others in ROLES.items():
        if folded == role or folded in others.split(","):
            return role
    raise Refused(f"no role: {text}")


def motion_vote(text):
    folded = texts.fold(text)
    for word, words in (("for", FOR), ("against", AGAINST), ("abstain", ABSTAIN), ("absent", AWAY),
                        ("present", {"present"}), ("spoilt", SPOILT)):
        if folded in words:
            return word
    raise Refused(f"no vote: {text}")


class Other:
    """A row of somebody who represents nobody: a guest, an observer, the chair."""

    def __init__(self, row):
        self.name = row.get("voter") or None
        self.role = "chair" if texts.fold(row["role"]) in CHAIRS else role_of(row["role"])
        vote = texts.fold(row.get("vote", ""))
        self.absent = vote in AWAY
        self.cast = motion_vote(vote) if self.role == "chair" and vote else None
        if self.cast not in ("for", "against"):
            self.cast = None

    def told(self):
        return {"name": self.name, "role": self.role, "absent": self.absent}


def is_other(row):
    """By its role, where no practice is named: chairs here, and observers, who vote on no reading."""
    role = texts.fold(row.get("role", ""))
    return not (row.get("practice") or row.get("locality") or row.get("code")) and (
        role in CHAIRS or role == "observer")


class Ballot:
    """A row. `vote` is a word of a motion, `abstain`, `absent` or a candidate's name."""

    def __init__(self, row, constitution):
        self.line = row["line"]
        member = constitution.roll.find(row.get("practice") or row.get("locality") or row.get("code"))
        if member is None:
            raise Refused("no such member")
        self.member = member.place
        self.vote_text = row.get("vote", "")
        self.vote = None
        self.role = role_of(row.get("role", ""))
        self.role_named = bool(row.get("role"))
        self.voter = row.get("voter") or None
        notified = row.get("notified", "")
        self.notified_day = texts.day(notified) if texts.fold(notified) not in YES | NO else None
        self.notified = texts.fold(notified) in YES or self.notified_day is not None
        self.interest = texts.fold(row.get("interest", "")) in YES
        self.received = texts.moment(row.get("received", ""))
        self.cast = int(row["votes"].replace(",", "")) if row.get("votes") else None
        self.continues = False
        self.cells = {head: cell for head, cell in row.items() if head != "line"}
        self.remark = row.get("reason") or None
        self.opening = False

    def read_opening(self, row):
        """Only where a quorum is of who was there then; nothing else is asked."""
        said = texts.fold(row.get("opening", ""))
        if said not in THERE_THEN | NOT_THEN:
            raise Refused("opening not told")
        self.opening = said in THERE_THEN


def refusal(ballot, rules, context):
    """Why a row counts for nothing, or None: its time, its role, what a proxy needs."""
    if ballot.role not in rules.roles():
        return "role"
    if ballot.role == "proxy":
        needs = rules.value("proxy")
        if needs == "none":
            return "no proxies"
        if needs != "any" and not ballot.voter:
            return "not named"
        if needs == "named and notified" and not ballot.notified:
            return "not notified"
        if (needs == "named and notified" and ballot.notified_day and context.date
                and ballot.notified_day > context.date):
            return "too late"
    return came_outside(ballot, context)


def came_outside(ballot, context):
    """`early` or `late`, or None."""
    for limit, word, outside in ((context.opens, "early", lambda a, b: a < b),
                                 (context.closes, "late", lambda a, b: a > b)):
        if limit is None:
            continue
        if ballot.received is None:
            raise Refused("no time")
        time, has_hour = ballot.received
        if not has_hour or not limit[1]:
            if time.date() == limit[0].date() and not has_hour and limit[1]:
                raise Refused("the day alone")
            if outside(time.date(), limit[0].date()):
                return word
        elif outside(time, limit[0]):
            return word
    return None


class Standing:
    """Where a member stands: by which row, and as what."""

    def __init__(self, word, ballot=None):
        self.word = word        # voted abstained present absent interested void refused
        self.ballot = ballot
        self.said = ballot is not None or word in ("void", "refused")
        self.opening = False     # whether it was there when the meeting opened

    @property
    def vote(self):
        return self.ballot.vote if self.ballot and self.word == "voted" else None


def others(one, other):
    """Whether two rows name another role or another person. A blank names nobody."""
    return ((one.role_named and other.role_named and one.role != other.role) or
            (one.voter and other.voter and texts.fold(one.voter) != texts.fold(other.voter)))


def hold_proxies(standings, rules):
    """The rule `proxies`: of how many one person may be the proxy, and whether for somebody who is there."""
    limits = rules.value("proxies")
    if limits is None:
        return
    most = re.match(r"at most (\d+) a person", limits)
    there = [standing for standing in standings if standing.ballot and standing.word != "absent"]
    proxies = [texts.fold(standing.ballot.voter or "") for standing in there
               if standing.ballot.role == "proxy"]
    themselves = {texts.fold(standing.ballot.voter or "") for standing in there
                  if standing.ballot.role != "proxy"}
    if most and any(proxies.count(person) > int(most[1]) for person in proxies):
        raise Refused("the proxy of too many")
    if "from a member present" in limits and not set(proxies) <= themselves:
        raise Refused("the proxy of no member present")


class Judged:
    """Every row with its status, every member with its standing."""

    def __init__(self, ballots, rules, context):
        self.statuses = {}
        self.whys = {}
        self.standings = []
        self.conflicts = False
        by_member = {}
        for ballot in ballots:
            why = refusal(ballot, rules, context)
            if why:
                self.statuses[ballot] = "refused"
                self.whys[ballot] = why
            by_member.setdefault(ballot.member, []).append(ballot)
        self.cast_all = False   # whether somebody casts by numbers all that it has
        for place, member in enumerate(rules.constitution.roll.members):
            rows = by_member.get(place, [])
            standing = self._in_parts(rows, rules, member) or self._stand(rows, rules)
            standing.opening = self._opening(by_member.get(place, []))
            self.standings.append(standing)
        parts.hold_numbers(self.standings, self.cast_all)
        hold_proxies(self.standings, rules)

    def _in_parts(self, ballots, rules, member):
        """Where it stands by rows with some of its votes each, or None."""
        left = [ballot for ballot in ballots if ballot not in self.statuses]
        weight = rules.weight(member)
        numbers = [ballot.cast for ballot in left if ballot.cast is not None]
        self.cast_all |= bool(numbers) and (weight in numbers or sum(numbers) == weight)
        parts.refuse_copies([ballot for ballot in ballots if ballot.cast is not None])
        if not parts.are_parts(left, weight):
            return None
        standing = parts.stand_in_parts(left, weight, rules)
        for ballot in left:
            word = self.counts_as(ballot)
            self.statuses[ballot] = "counted" if word == "voted" else word
        return standing

    def _opening(self, ballots):
        """Any row that is not refused says so; one person cannot have been there and not."""
        left = [ballot for ballot in ballots if self.statuses[ballot] != "refused"]
        for one in left:
            for other in left:
                if one.opening != other.opening and not others(one, other):
                    raise Refused("there when it opened, and not")
        return any(ballot.opening for ballot in left)

    def _stand(self, ballots, rules):
        left = [ballot for ballot in ballots if ballot not in self.statuses]
        if not left:
            return Standing("refused" if ballots else "absent")
        if len({self.answer(ballot) for ballot in left}) > 1:
            ballots = self._conflict(left, rules)
            if ballots is None:
                return Standing("void", next(ballot for ballot in left
                                             if self.statuses[ballot] == "void"))
            left = ballots
        counts, *others = left
        for other in others:
            self.statuses.setdefault(other, "superseded")
        word = self.counts_as(counts)
        self.statuses[counts] = "counted" if word == "voted" else word
        return Standing(word, counts)

    def answer(self, ballot):
        """What a row says, for comparing with another of the same member."""
        if ballot.vote == "absent":
            return "absent"
        return "interested" if ballot.interest else ("vote", ballot.vote)

    def counts_as(self, ballot):
        """As what its member then stands."""
        if ballot.vote == "absent":
            return "absent"
        if ballot.interest:
            return "interested"
        return {"abstain": "abstained", "present": "present",
                "spoilt": "spoilt"}.get(ballot.vote, "voted")

    def _conflict(self, left, rules):
        """The rows with the answer that counts, or None when all are void.

        A lead who is away and a deputy who is there are one practice that is there.
        """
        there = [ballot for ballot in left if ballot.vote != "absent"]
        away = [ballot for ballot in left if ballot.vote == "absent"]
        if there and away and all(others(one, other) for one in there for other in away):
            for ballot in away:
                self.statuses[ballot] = "superseded"
            if len({self.answer(ballot) for ballot in there}) == 1:
                return there
            left = there
        self.conflicts = True
        way = rules.value("repeat ballots")
        if way == "error":
            raise Refused("different answers")
        if way.startswith("void"):
            for ballot in left:
                self.statuses[ballot] = "void"
            return None
        times = [ballot.received for ballot in left]
        if any(times):
            if not all(times):
                raise Refused("some times only")
            first_or_last = min if way == "first counts" else max
            moment = first_or_last(ballot.received[0] for ballot in left)
            if len({self.answer(ballot) for ballot in left if ballot.received[0] == moment}) > 1:
                raise Refused("at the same time")
        ordered = in_order(left)
        counts = ordered[0] if way == "first counts" else ordered[-1]
        for ballot in left:
            if ballot is not counts:
                self.statuses[ballot] = "superseded"
        return [counts]

    def numbers(self, ballots, others_count):
        told = dict.fromkeys(("rows", "counted", "abstained", "present", "absent", "interested",
                              "refused", "superseded", "void", "others"), 0)
        told["rows"] = sum(not ballot.continues for ballot in ballots) + others_count
        told["others"] = others_count
        for ballot in ballots:
            if not ballot.continues:
                told[self.statuses[ballot]] = told.get(self.statuses[ballot], 0) + 1
        return told


def in_order(ballots):
    """By the times at which they came where all have one, else as they stand."""
    if all(ballot.received for ballot in ballots):
        return sorted(ballots, key=lambda ballot: (ballot.received[0], ballot.line))
    return sorted(ballots, key=lambda ballot: ballot.line)


import parts  # pylint: disable=wrong-import-position
