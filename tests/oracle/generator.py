# SPDX-License-Identifier: MIT
"""Random constitutions, rolls and ballot files, written as tables in a folder."""

import csv
import os
import re
from fractions import Fraction

NAMES = ("Alder Surgery", "Beech Practice", "Cedar Health Centre", "Dogwood House", "Elm Clinic",
         "Fir Medical Centre", "Gorse Hill Surgery", "Hazel Lane Practice", "Ivy Court", "Juniper Surgery",
         "Kestrel Medical Practice", "Larch Street", "Maple & Mint Surgeries", "Nettle Bank",
         "Oak Tree Practice", "Poplar Grove", "Quince Road", "Rowan Surgery", "Spruce Centre",
         "Thorn Green")
PEOPLE = ("Dr A", "Dr B", "Dr C", "Dr D", "Dr E")
VOTERS = ("Ann Archer", "Bob Butler", "Cat Carter", "Dan Draper", "Eve Eaton", "Fay Fuller")
AMOUNTS = ("50%", "half", "1/2", "two thirds", "2/3", "60%", "one third", "12.5%", "three quarters",
           "80%", "0.01%", "100%", "67%", "one tenth", "7/12", "99.9999%", "5/9")
SCOPES = ("present", "replying", "voting", "cast")


def plain_set(value):
    """Of what a condition asks an amount, and whether that is a number; None where it is rounded or added to."""
    share = re.fullmatch(r"(?:at least|more than) (.+?) of (.+)", value)
    number = re.fullmatch(r"(?:at least|more than) \w+ (.+)", value)
    found = share or number
    if not found or share and re.search("rounded|plus", share[1]):
        return None
    return not share, found[found.lastindex].replace("practices", "members").replace("replying", "present")


def asks_another_amount(one, other):
    return one != other and plain_set(one) is not None and plain_set(one) == plain_set(other)


class World:
    """One constitution with its roll, and one ballot file of several polls."""

    def __init__(self, random, polls):
        self.random = random
        self.polls = polls
        self.options = {}
        self.parts = self.some(0.3)     # some cast their votes in several rows
        self.roll()
        self.body()
        self.county()
        self.kinds = {}
        for number in range(random.randint(1, 4)):
            self.kind(f"kind-{number}")
        self.tune()
        self.own_locality()
        self.settle_county()
        self.ballots()

    def some(self, chance):
        return self.random.random() < chance

    # ---- The roll

    def roll(self):
        random = self.random
        size = random.choice((1, 2, 3, 4, 5, 5, 6, 6, 7, 8, 9, 10, 12))
        self.names = random.sample(NAMES, size)
        way = random.randrange(4)
        self.sizes = [random.choice((100, 200, 300, 400)) if way == 0 else
                      1000 if way == 1 else random.randint(1, 30) if way == 2 else
                      random.randint(1000, 20000) for _ in self.names]
        self.with_codes = self.some(0.7)
        self.with_areas = size > 1 and self.some(0.3)
        self.areas = [random.choice(("North", "South", "West")) for _ in self.names]
        digits = random.choice((0, 1, 2, 2, 6))
        self.votes = [f"{random.randint(0 if digits else 1, 9)}" +
                      (("." + "".join(random.choice("0125") for _ in range(digits))) if digits else "")
                      for _ in self.names]
        self.with_classes = self.some(0.4)
        self.classes = [random.choice(("owners", "owners", "staff", "owners; staff", "")) for _ in self.names]
        for number, name in enumerate(("owners", "staff")[:size]):
            self.classes[number] = name     # each class has somebody
        self.votes = [text if Fraction(text) else "1" for text in self.votes]
        self.with_votes = self.some(0.4)
        if self.some(0.1):      # shareholders: whole votes up to 10^15
            self.with_votes = True
            self.votes = [str(random.choice((1, 10**15, random.randint(1, 10**15),
                                             10**15 - random.randint(0, 3)))) for _ in self.names]
        self.with_total = self.some(0.5)
        self.as_at = random.choice((None, "2015-04-01", "2016-04-01"))

    def columns(self):
        heads = ["practice", "list size"]
        rows = [[name, self.number(size)] for name, size in zip(self.names, self.sizes)]
        for wanted, head, cells in ((self.with_codes, "code", [f"K8{at:04}" for at in
                                                                 range(len(self.names))]),
                                    (self.with_areas, "area", self.areas),
                                    (self.with_classes, "class", self.classes),
                                    (self.with_votes, "votes", self.votes),
                                    (self.as_at, "as at", [self.as_at] * len(self.names))):
            if wanted:
                heads.append(head)
                for row, cell in zip(rows, cells):
                    row.append(cell)
        if self.with_total or max(self.sizes) >= 10000 and 2 * max(self.sizes) > sum(self.sizes):
            total = ["Total", self.number(sum(self.sizes))] + [""] * (len(heads) - 2)
            if self.as_at:
                total[-1] = self.as_at
            rows.insert(self.random.randint(1, len(rows)), total)
        return heads, rows

    def number(self, value):
        return f"{value:,}" if self.some(0.3) else str(value)

    # ---- The rules

    def rule(self, decision, rule, value, reading="", group=""):
        clause = self.random.choice(("", "Clause 3", "not stated", "not stated: usual", "Title"))
        if reading:
            clause = clause or "Clause 9"
        if any(row[:2] + row[4:] == [decision, rule, reading, group] and asks_another_amount(row[2], value)
               for row in self.rules):
            return    # an error, as one of the two says nothing
        self.rules.append([decision, rule, value, clause, reading, group])

    def body(self):
        self.rules = []
        random = self.random
        if self.some(0.8):
            self.rule("*", "body", "The Testers")
        if self.some(0.3):
            self.rule("*", "edition", "2015/16")
        if self.some(0.3):
            self.rule("*", "voters", random.choice(("lead", "lead, deputy", "lead, proxy")))
        if self.some(0.3):
            self.rule("*", "proxy", random.choice(("named and notified", "named", "any")))
        if self.some(0.4):
            self.rule("*", "interest", random.choice(("counts as present", "does not count as present",
                                                      "leaves the base")))
        if self.some(0.3):
            self.rule("*", "abstention", random.choice(("present", "takes part")))
        if self.some(0.5):
            self.rule("*", "repeat ballots", random.choice((
                "error", "void, takes part", "void, does not take part", "first counts",
                "last counts")))

    def county(self):
        """A table of localities in some worlds, with a stated total that is not always the sum."""
        random = self.random
        self.localities = []
        if self.some(0.7):
            return
        names = random.sample(NAMES, random.randint(1, 7))
        sizes = [random.choice((100, 200, 300)) if self.some(0.4) else random.randint(1, 90000)
                 for _ in names]
        practices = [str(random.randint(1, 20)) for _ in names]
        self.localities = [[name, size, number] for name, size, number in zip(names, sizes, practices)]
        if self.some(0.7):
            total = sum(sizes) + random.choice((0, 0, 1, 500))
            self.localities.append(["Total", total, random.choice(("", "40"))])
        self.rule("*", "governing body votes", random.choice(("1", "7", "10", "100")))
        if self.some(0.8):
            self.rule("*", "locality", names[0])
        if self.some(0.5):
            self.rule("*", "governing body total", random.choice(("as stated", "sum of rows")))

    def own_locality(self):
        """The first, where the rules name one: it has about as many patients as the roll."""
        if not any(rule[1] == "locality" for rule in self.rules):
            return
        before = self.localities[0][1]
        part = self.random.choice((100, self.random.randint(51, 199)))
        self.localities[0][1] = max(1, sum(self.sizes) * part // 100)
        if self.localities[-1][0] == "Total":
            self.localities[-1][1] += self.localities[0][1] - before

    def settle_county(self):
        """A practice has a hundred patients, and the total is about the sum."""
        rows = [row for row in self.localities if row[0] != "Total"]
        for row in rows:
            row[2] = str(min(int(row[2]), row[1] // 100)) if row[1] >= 100 else ""
        for row in self.localities[len(rows):]:
            added = sum(size for _, size, *_ in rows)
            row[1] = added + min(row[1] - added, added // 60)

    def condition(self, rule):
        random = self.random
        more = random.choice(("at least", "more than"))
        if self.some(0.2):
            number = random.choice(("1", "2", "3", "two", "5"))
            return f"{more} {number} {random.choice(('members', 'practices'))} {self.scope(rule)}"
        amount = random.choice(AMOUNTS)
        if amount in ("100%",):
            more = "at least"
        if self.some(0.2):
            amount += " " + random.choice(("rounded up", "rounded down", "rounded to nearest"))
        if self.some(0.15) and not amount.startswith(("50%", "half", "1/2", "100%")):
            amount += f" plus {random.choice('12')}"
        measure = random.choice(("votes", "population", "members", "practices"))
        if rule == "passes" and self.some(0.2):
            whole = random.choice(("all votes", "all members", "all practices", "the whole population"))
        elif rule == "passes" and self.some(0.15):
            amount = random.choice(("100%", "150%", "50%", "1000%", "half"))
            more = "more than" if self.some(0.7) else "at least"
            whole = f"{measure} against"
        else:
            whole = f"{measure} {self.scope(rule)}"
        return f"{more} {amount} of {whole}"

    def scope(self, rule):
        """A quorum of the opening is of those present."""
        return "present" if rule == "quorum" and self.opens else self.random.choice(SCOPES)

    def usual(self):
        return self.random.choice(("more than half of votes cast", "at least two thirds of votes cast",
                                   "at least half of votes cast", "more than 50% of practices voting",
                                   "more than 100% of votes against"))

    def kind(self, name):
        random = self.random
        if self.some(0.08):
            self.kinds[name] = "consensus"
            self.rule(name, "passes", random.choice(("consensus", "by consensus")))
            self.rule(name, "quorum", random.choice((
                "none", "at least 50% of population present", "more than 2/3 of practices present",
                "at least 3 practices replying")))
            self.rule(name, "interest", "counts as present")
            self.rule(name, "interest", "does not count as present", f"otherwise {name}")
            return
        election = self.some(0.3)
        self.kinds[name] = election
        self.opens = self.some(0.25)    # its quorum is of who was there when the meeting opened
        weights = ["one vote per practice", "one vote per member", "list size",
                   "one vote per 1,000 patients, rounded up",
                   "one vote per 50 patients, rounded to nearest",
                   "one vote per 300 patients, rounded down, at least 1",
                   "one vote per 300 patients, rounded down",
                   "one vote per 70 members or part of, at most 4 votes",
                   "1 vote up to 99, 2 votes up to 300, 5 above",
                   f"list size, at most {random.choice((30, 200, 1000))} votes",
                   f"list size, at most {random.choice((15, 25, 40))}% of all votes before the limit",
                   f"list size, at most {random.choice((51, 60))}% of all votes after the limit"]
        if self.with_votes:
            weights += ["votes column"] * 3
            weights += ["votes column, at most 1", "votes column, at most 20% of all votes before the limit"]
        if self.parts and self.some(0.7):
            weights = ["list size", "one vote per 300 patients, rounded down, at least 1"] + \
                ["votes column"] * all("." not in votes for votes in self.votes) * self.with_votes * 2
        self.rule(name, "weight", random.choice(weights))
        if self.some(0.5):
            self.rule(name, "title", f"The vote {name}")
        for _ in range(random.choice((0, 1, 1, 1, 2))):
            self.rule(name, "quorum", self.condition("quorum") if self.some(0.6) else
                      random.choice(("at least 50% of population present",
                                     f"at least half of practices {self.scope('quorum')}", "none")))
        if any(row[0] == name and row[1] == "quorum" and row[2] == "none" for row in self.rules):
            self.rules = [row for row in self.rules if row[0] != name or row[1] != "quorum"]
            self.rule(name, "quorum", "none")
        if election:
            self.rule(name, "elects", random.choice(("most votes", "more than 1/2 of votes cast",
                                                     "at least two thirds of votes cast")))
        else:
            for _ in range(random.choice((1, 1, 1, 2, 3))):
                self.rule(name, "passes", self.usual() if self.some(0.9 if self.parts else 0.5)
                          else self.condition("passes"))
            if self.some(0.05 if self.parts else 0.35):
                self.some_members(name)
            if self.some(0.4):
                self.rule(name, "tie", random.choice(("not carried", "casting vote", "casting vote")))
            if self.with_areas and self.some(0.4):
                self.rule(name, "areas", random.choice(("together", "every area must pass",
                                                        "every area must pass")))
            if self.some(0.2):
                self.rule(name, "review", f"at least {random.choice('123')} practices against")
        if self.opens:
            values = ["opening", "vote"]
            random.shuffle(values)
            self.rule(name, "quorum at", values[0] if self.some(0.5) else "opening")
        if self.some(0.15):
            self.limit_proxies(name)
        if self.some(0.2):
            self.rule(name, "next step", "Do it")
        plain = not any(row[0] == name and row[1] in ("passes", "quorum") and
                        (row[5] or self.is_of_some(row[2])) for row in self.rules)
        if plain and self.some(0.4 if election else 0.1):
            self.rule(name, "secrecy", "secret")
            return
        self.kind_readings(name, election)

    @staticmethod
    def is_of_some(value):
        return value.endswith((" of owners", " of staff", " of each area", "in favour", "abstaining")) or \
            value.startswith(("at most", "fewer than", "no ", "must include"))

    def one_class(self):
        ways = [""] + ([" of owners", " of staff"] if self.with_classes and len(self.names) > 1 else [])
        return self.random.choice(ways + ([" of each area"] if self.with_areas else []))

    def named(self):
        """Some of the members, by name or code."""
        ats = self.random.sample(range(len(self.names)), min(len(self.names), self.random.choice((1, 1, 2, 2, 3))))
        return "must include " + self.random.choice((";", "; ")).join(map(self.spelled, ats))

    def some_members(self, name):
        """Conditions that count some of the members, limits, and alternatives."""
        random = self.random
        ways = ["no member against", "at most 2 members against", "fewer than 3 members not in favour",
                "at most one third of votes cast against", "at most half of all votes against",
                "fewer than 35% of the whole population not in favour", "at most 1 member abstaining",
                "at least 2 members for", "at least 51% of all votes", "more than half of votes cast",
                "at least two thirds of votes cast"]
        if self.some(0.3):
            self.rule(name, "passes", self.named(), group="")
        elif self.some(0.5):
            self.rule(name, "passes", random.choice(ways) + self.one_class())
        else:
            for group in ("first", "first", "second", "second")[random.randrange(2):3 + random.randrange(2)]:
                self.rule(name, "passes", self.named() if self.some(0.1) else
                          random.choice(ways) + self.one_class(), group=group)
        if self.some(0.3) and not any(row[0] == name and row[1] == "quorum" for row in self.rules):
            for group in random.choice((("",), ("a", "b"))):
                self.rule(name, "quorum", random.choice((
                    "at least 2 members present", "at least half of members present",
                    "at least one third of population present")) + self.one_class() if self.some(0.7) else
                          self.named(), group=group)

    def limit_proxies(self, name):
        """Then each proxy has a name, on every reading."""
        self.rule(name, "proxies", self.random.choice((
            "at most 1 a person", "at most 2 a person", "from a member present",
            "at most 1 a person, from a member present")))
        self.rules = [row for row in self.rules if row[0] != name or row[1] != "proxy"]
        self.rule(name, "proxy", self.random.choice(("named", "named and notified")))

    def kind_readings(self, name, election):
        """Each with a default row of its rule, as a reading needs."""
        random = self.random
        ways = [("voters", ("lead", "lead, deputy", "lead, deputy, proxy")),
                ("proxy", ("named and notified", "named", "any", "none")),
                ("interest", ("counts as present", "does not count as present", "leaves the base")),
                ("abstention", ("present", "takes part")),
                ("repeat ballots", ("void, takes part", "void, does not take part", "first counts",
                                    "last counts"))]
        if any(row[0] == name and row[1] == "proxies" for row in self.rules):
            ways[1] = ("proxy", ("named and notified", "named", "none"))
        if any(row[0] == name and row[1] == "quorum at" for row in self.rules):
            ways += [("quorum at", ("vote", "opening"))] * 2
        for number, (rule, values) in enumerate(distinct(random.sample(ways, random.choice((0, 1, 1, 2, 3))))):
            default, *others = random.sample(values, 2)
            self.rules = [row for row in self.rules if not (row[0] == name and row[1] == rule)]
            self.rule(name, rule, default)
            self.rule(name, rule, others[0], f"way {number} of {name}")
            if self.some(0.2) and not election:
                self.rule(name, "quorum", self.condition("quorum"))
                self.rule(name, "quorum", self.condition("quorum"), f"way {number} of {name}")
        self.rules = [row for at, row in enumerate(self.rules)
                      if not (row[1] == "quorum" and row[2] == "none" and
                              any(other[1] == "quorum" and other[0] == row[0] and not other[4] and
                                  other[2] != "none" for other in self.rules))]

    # ---- The ballots

    def tune(self):
        """Gives one member the list size with which some others are exactly at a share of all, or one off."""
        self.aimed = None
        if len(self.names) < 2 or not self.some(0.6):
            return
        self.aimed = self.tuned(self.sizes)

    def tuned(self, sizes):
        """The group, or None where no list size would do that."""
        share = self.random.choice((Fraction(1, 2), Fraction(2, 3), Fraction(3, 4), Fraction(4, 5),
                                    Fraction(1, 3), Fraction(3, 5)))
        group = self.random.sample(range(len(sizes)), self.random.randint(1, len(sizes) - 1))
        last = group[0]
        inside = sum(sizes[at] for at in group[1:])
        outside = sum(size for at, size in enumerate(sizes) if at not in group)
        size = (share * outside - (1 - share) * inside) / (1 - share)
        size = int(size) + self.random.choice((-1, 0, 0, 0, 1))
        if size <= 0:
            return None
        sizes[last] = size
        return set(group)

    def ballots(self):
        random = self.random
        self.rows = []
        self.candidates = random.sample(PEOPLE, random.choice((2, 3, 4)))
        if self.some(0.5) and True in self.kinds.values():
            self.options["candidates"] = "candidates.csv"
        if self.some(0.4):
            self.options["date"] = random.choice(("2015-06-24", "2016-04-01", "2016-04-02",
                                                  "2015-03-31"))
        if self.some(0.5):
            self.options["casting-vote"] = random.choice(("for", "against"))
        self.with_times = self.some(0.3)
        if self.with_times and self.some(0.6):
            self.options["closes"] = "2015-06-24 17:00"
            if self.some(0.5):
                self.options["opens"] = "2015-06-20 09:00"
        for number in range(self.polls):
            kind = random.choice(list(self.kinds))
            if number == 0 and "candidates" in self.options:
                kind = next(kind for kind, election in self.kinds.items() if election is True)
            self.poll(f"Motion {number}", kind, self.kinds[kind])

    def poll(self, motion, kind, election):
        random = self.random
        there = random.choice((0.3, 0.7, 0.9, 1))
        lean = random.choice((0.2, 0.5, 0.5, 0.8, 1))
        aimed = self.aimed if self.aimed and self.some(0.4) else None
        strange = random.choice((0, 0, 0.1, 0.3))
        rows = []
        for at, name in enumerate(self.names):
            present = at in aimed if aimed is not None and self.some(0.9) else self.some(there)
            if aimed is not None and self.some(0.5):
                present, lean = True, 1 if at in aimed else 0
            if not present and self.some(0.7):
                continue
            row = {"practice": self.spelled(at), "vote": self.vote(election, present, lean, strange),
                   "motion": motion, "decision": kind}
            self.strange(row, at, strange)
            rows.append(row)
            while self.some(strange * (0.7 if self.settles(kind) else 0.02)):
                again = {"practice": self.spelled(at), "motion": motion, "decision": kind,
                         "vote": row["vote"] if row["vote"] and
                         self.some(0.5) else
                         self.vote(election, True, 0.5, strange)}
                self.strange(again, at, strange)
                rows.append(again)
        if not rows:
            rows = [{"practice": self.names[0], "vote": "absent", "motion": motion, "decision": kind}]
        for row in rows:
            if self.with_times:
                row["received"] = f"{random.randint(19, 25)}/06/2015 {random.randint(7, 19):02}:" \
                                  f"{random.choice(('00', '30', '59'))}"
        if self.parts and election in (True, False) and self.some(0.7):
            rows = self.in_parts(kind, rows)
        self.keep_to_limits(kind, rows)
        self.tell_opening(kind, rows)
        rows += self.others(motion, kind, election)
        random.shuffle(rows)
        self.rows += rows

    def weights_of(self, kind):
        """What each member has, where that is easily said; else None."""
        weight = self.value_of(kind, "weight")
        if weight == "list size":
            return self.sizes
        if weight == "votes column" and all("." not in votes for votes in self.votes):
            return [int(votes) for votes in self.votes]
        if weight == "one vote per 300 patients, rounded down, at least 1":
            return [max(size // 300, 1) for size in self.sizes]
        return None

    def in_parts(self, kind, rows):
        """Divides what some cast, so that the sides are at a threshold or one off as often as not."""
        random, weights = self.random, self.weights_of(kind)
        if weights is None or (self.opening_kind(kind) and self.some(0.998)):
            return rows
        found, whole = [], False
        for at, name in enumerate(self.names):
            own = [row for row in rows if row["practice"] in (name, name.upper(), name.replace("&", "and"), f"K8{at:04}")]
            if len(own) != 1 or own[0]["vote"] in ("absent", "no reply", "") or own[0].get("interest") or \
                    own[0].get("role", "lead") != "lead" or weights[at] < 2 or self.some(0.4):
                for row in own:
                    if len(own) == 1 and self.some(0.3):
                        row["votes"], whole = self.number(weights[at]), True
                found += own
                continue
            secret = self.value_of(kind, "secrecy") == "secret" and self.some(0.998)
            one_way = secret or (self.some(0.998) and self.counts_members(kind))
            found += self.divided(own[0], weights[at], secret or self.some(0.6), one_way)
            whole |= "all" in own[0]
        if not whole and self.some(0.998):
            for row in found:
                row.pop("votes", None)
            return rows
        for row in found:
            row.pop("all", None)
        self.aim(found, weights)
        return found

    def counts_members(self, kind):
        """Whether a condition asks on which side members or patients are, by default or on a reading."""
        return any(row[0] in (kind, "*") and row[1] in ("passes", "review") and
                   ("votes" not in row[2] or row[2].startswith("must")) for row in self.rules)

    def divided(self, row, weight, whole, one_way):
        """As rows with some of its votes each, which are all that it has where `whole`."""
        random = self.random
        left = weight if whole else random.randint(1, weight - 1)
        if whole:
            row["all"] = True
        rows = []
        for number in range(3):
            last = number == 2 or left < 2 or self.some(0.4)
            votes = left if last else random.randint(1, left - 1)
            vote = row["vote"] if one_way else random.choice((
                row["vote"], *(("for", "against", "abstain", "spoilt", "present", "absent") if row["decision"] and
                               self.kinds[row["decision"]] is False else (*self.candidates, "abstain", "absent"))))
            rows.append({**row, "vote": vote, "votes": self.number(votes), "reason": f"part {number}"})
            left -= votes
            if last:
                break
        if self.some(0.002):
            rows.append({**rows[0], "votes": str(weight)})
        return rows

    def aim(self, rows, weights):
        """Moves votes between two rows of one member so that those for are at a share of those cast, or one off."""
        def size(row):
            at = next(at for at, name in enumerate(self.names) if row["practice"] in (
                name, name.upper(), name.replace("&", "and"), f"K8{at:04}"))
            return int(row["votes"].replace(",", "")) if row.get("votes") else weights[at]
        votes_for = [row for row in rows if row["vote"] in ("for", "yes", "In favour", "agree")]
        votes_against = [row for row in rows if row["vote"] in ("against", "no", "oppose")]
        pairs = [(one, other) for one in votes_for for other in votes_against
                 if one["practice"] == other["practice"] and "votes" in one and "votes" in other]
        if not pairs or self.some(0.4):
            return
        one, other = self.random.choice(pairs)
        cast = sum(map(size, votes_for + votes_against))
        share = self.random.choice((Fraction(1, 2), Fraction(1, 2), Fraction(2, 3), Fraction(3, 4), Fraction(3, 5)))
        wanted = int(cast * share) + self.random.choice((-1, 0, 0, 1)) - sum(map(size, votes_for)) + size(one)
        both = size(one) + size(other)
        if 0 < wanted < both:
            one["votes"], other["votes"] = str(wanted), str(both - wanted)

    def value_of(self, kind, rule):
        rows = {row[0]: row[2] for row in self.rules if row[1] == rule and not row[4]}
        return rows.get(kind, rows.get("*"))

    def keep_to_limits(self, kind, rows):
        """Most files: a row beyond the rule `proxies` makes nothing of the whole file."""
        limits = self.value_of(kind, "proxies")
        if limits is None or self.some(0.01):
            return
        most = 2 if "2" in limits else 1 if "1" in limits else 99
        themselves = {row.get("voter") for row in rows
                      if row.get("role", "lead") == "lead" and row["vote"] not in ("absent", "no reply")}
        given = {}
        for row in rows:
            if row.get("role") != "proxy" or not row.get("voter"):
                continue
            given[row["voter"]] = given.get(row["voter"], 0) + 1
            if given[row["voter"]] > most or ("from" in limits and row["voter"] not in themselves):
                row["role"], row["voter"], row["notified"] = "practice manager", "", ""

    def opening_kind(self, kind):
        rows = [row for row in self.rules if row[0] in (kind, "*")]
        return (any(row[1] == "quorum at" and row[2] == "opening" for row in rows)
                and any(row[1] == "quorum" and row[2] != "none" for row in rows))

    def tell_opening(self, kind, rows):
        """Who was there when the meeting opened: the same in all rows of one practice, nearly always."""
        if not self.opening_kind(kind):
            return
        there = {}
        for row in rows:
            name = row["practice"].lower().replace("&", "and")
            if name not in there or self.some(0.003):
                there[name] = self.some(0.7 if row["vote"] not in ("absent", "no reply") else 0.3)
            row["opening"] = self.random.choice(("yes", "present") if there[name] else ("no", "late"))

    def others(self, motion, kind, election):
        """Who represents nobody: observers, and a chair where the rules give one a casting vote."""
        random, rows = self.random, []
        if self.some(0.1):
            rows.append({"role": "observer", "voter": "Obs Server",
                         "vote": random.choice(("present", "absent", ""))})
        if self.value_of(kind, "tie") == "casting vote" and self.some(0.4):
            votes = [self.options.get("casting-vote") or random.choice(("for", "against"))] * 6
            votes += ["abstain", "present", "absent", ""]
            if self.some(0.01):
                votes = ["for", "against"]
            rows.append({"role": random.choice(("chair", "Chair", "chairman")),
                         "voter": random.choice(("Chris Chair", "")), "vote": random.choice(votes)})
        for row in rows:
            row.update(practice="", motion=motion, decision=kind)
            if self.with_times:
                row["received"] = "24/06/2015 10:00"
        return rows

    def settles(self, kind):
        """Whether the rules say what different answers of one practice come to."""
        rows = {row[0]: row[2] for row in self.rules if row[1] == "repeat ballots" and not row[4]}
        return rows.get(kind, rows.get("*", "error")) != "error"

    def spelled(self, at):
        name = self.names[at]
        if self.with_codes and self.some(0.2):
            return f"K8{at:04}"
        return self.random.choice((name, name, name.upper(), name.replace("&", "and")))

    def vote(self, election, present, lean, strange):
        random = self.random
        if not present:
            return random.choice(("absent", "no reply"))
        if election == "consensus":
            return "present"
        if self.some(0.1):
            return random.choice(("abstain", "Abstained"))
        if self.some(0.04):
            return random.choice(("spoilt", "Spoilt paper"))
        if election:
            return random.choice(self.candidates[:1] if self.some(lean * 0.5) else self.candidates)
        if self.some(strange * 0.5):
            return "present"
        if self.some(lean):
            return random.choice(("for", "for", "yes", "In favour", "agree"))
        return random.choice(("against", "against", "no", "oppose"))

    def strange(self, row, at, chance):
        random = self.random
        if self.some(chance):
            row["role"] = random.choice(("lead", "deputy", "proxy", "proxy", "practice manager",
                                         "observer"))
            if self.some(0.7):
                row["voter"] = random.choice(VOTERS)
            row["notified"] = random.choice(("yes", "", "no", "22/06/2015", "2015-06-24", "25/06/2015")) \
                if row["role"] == "proxy" else ""
        if self.some(chance * 0.6):
            row["interest"] = random.choice(("yes", "y", "no"))
            if row["interest"] != "no" and row["vote"] != "present" and self.some(0.5):
                row["vote"] = ""
                row.setdefault("role", "lead")
        if self.some(chance * 0.5):
            row["reason"] = random.choice(("By letter", "By email"))

    def attendance_options(self):
        """Those that `quorum` takes too."""
        return {name: self.options[name] for name in ("date",) if name in self.options}

    def share_options(self):
        return {"whole": True} if self.some(0.5) else {}

    # ---- New list sizes

    def new_sizes(self, folder):
        """Writes sizes.csv, and gives the options with which `reweight` reads it."""
        random = self.random
        options, rows = {}, []
        sizes = self.sizes_to_come()
        national = self.with_codes and self.some(0.5)
        if self.with_codes and self.some(0.4):
            self.say_sizes(options, sizes)
        if national:
            heads, rows = self.national_rows(sizes, options)
        else:
            heads, rows = self.plain_rows(sizes, options)
        if self.some(0.3 if national else 0.6):
            options["total"] = str(sum(sizes) + sum(self.sizes) + 99999999 * self.some(0.1) + random.randint(0, 50000))
        random.shuffle(rows)
        write_table(os.path.join(folder, "sizes.csv"), heads, rows)
        return options

    def sizes_to_come(self):
        """Much as they were, or others; and some with which a group is exactly at a share of all, or one off."""
        random = self.random
        sizes = [size if self.some(0.2) else max(1, size + random.randint(-size // 4, size // 3)) if self.some(0.7)
                 else random.randint(max(1, size // 7), 7 * size) for size in self.sizes]
        if len(sizes) > 1 and self.some(0.6):
            self.tuned(sizes)
        return sizes

    def say_sizes(self, options, sizes):
        """Of some it is said what becomes of them, but for one."""
        for at in self.random.sample(range(len(sizes)), self.random.randint(0, min(3, len(sizes) - 1))):
            way = self.random.choice(("keep", "set", "leave"))
            number = f"={self.random.randint(1, 20000)}" if way == "set" else ""
            options.setdefault(way, []).append(f"K8{at:04}{number}")

    def said(self, at, options):
        return any(one[:6] == f"K8{at:04}" for way in ("keep", "set", "leave") for one in options.get(way, ()))

    def is_in_file(self, at, options):
        """Nearly always; of whom it is said what becomes of them, as often as not."""
        return self.some(0.5) if self.said(at, options) else not self.some(0.005)

    def plain_rows(self, sizes, options):
        day = self.random.choice(("heading", "column", "option"))
        coded = self.with_codes and self.some(0.4)
        heads = ["code" if coded else "practice",
                 "list size 2016-04-01" if day == "heading" else "list size"] + ["as at"] * (day == "column")
        if day == "option":
            options["as-at"] = "2016-04-01"
        rows = [[f"K8{at:04}" if coded else self.spelled(at), self.number(size)] + ["2016-04-01"] * (day == "column")
                for at, size in enumerate(sizes) if self.is_in_file(at, options)]
        if not rows:
            rows = [["K80000" if coded else self.names[0], "1"] + ["2016-04-01"] * (day == "column")]
        return heads, rows

    def national_rows(self, sizes, options):
        random = self.random
        heads = ["PUBLICATION", "EXTRACT_DATE", "TYPE", "CCG_CODE", "ONS_CCG_CODE", "CODE", "POSTCODE", "SEX", "AGE",
                 "NUMBER_OF_PATIENTS"]
        elsewhere = random.sample(range(len(sizes)), (len(sizes) - 1) // 3) if self.some(0.4) else ()
        places = [("99Z" if at in elsewhere and not self.said(at, options) else "10Q", f"K8{at:04}", size, "GP")
                  for at, size in enumerate(sizes) if at == 0 or self.is_in_file(at, options)]
        for number in range(random.randint(0, 6)):
            places.append((random.choice(("10Q", "10Q", "99Z")), f"M8{number:04}", random.randint(1, 20000),
                           "GP" if self.some(0.9) else "WALK IN"))
        if self.some(0.2):
            options["area"] = random.choice(sorted({area for area, *_, kind in places if kind == "GP"}))
        return heads, [["GP_PRAC_PAT_LIST", "01APR2016", kind, area, "E38", code, "OX1 1AA", "ALL", "ALL", size]
                       for area, code, size, kind in places]

    # ---- Writing

    def write(self, folder):
        os.makedirs(folder, exist_ok=True)
        write_table(os.path.join(folder, "rules.csv"),
                    ["decision", "rule", "value", "clause", "reading", "group"], self.rules)
        write_table(os.path.join(folder, "practices.csv"), *self.columns())
        if self.localities:
            write_table(os.path.join(folder, "localities.csv"),
                        ["locality", "population", "practices"], self.localities)
        elif os.path.exists(os.path.join(folder, "localities.csv")):
            os.remove(os.path.join(folder, "localities.csv"))
        heads = ["practice", "vote", "role", "voter", "notified", "interest", "motion", "decision",
                 "reason"] + (["votes"] if self.parts else []) + (["received"] if self.with_times else []) + (
                     ["opening"] if any(map(self.opening_kind, self.kinds)) else [])
        write_table(os.path.join(folder, "ballots.csv"), heads,
                    [[row.get(head, "") for head in heads] for row in self.rows])
        if "candidates" in self.options:
            write_table(os.path.join(folder, "candidates.csv"), ["candidate"],
                        [[name] for name in self.candidates])


def distinct(ways):
    """Each rule once."""
    return list(dict(ways).items())


def write_table(path, heads, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        writer.writerows(rows)
