# SPDX-License-Identifier: MIT
"""Thresholds: what has to be reached (docs/rules.md, "What has to be reached")."""

import re
from fractions import Fraction

import texts

NUMERALS = {word: number for number, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty".split())}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
         "ninth": 9, "tenth": 10}
SCOPES = ("present", "replying", "voting", "cast", "against", "all")
SIDES = ("not in favour", "for", "against", "abstaining")
# No class is called so: what ends in one of these is what is counted.
COUNTED = {"present", "replying", "voting", "cast", "against", "all", "whole", "for", "abstaining", "favour"}


class Condition:
    """`at least two thirds of all practices`, and its like.

    Either `share` (of a whole) with `rounding` and `plus`, or `number` (of members).
    """

    def __init__(self, text, units, roll=None):
        self.text = text
        self.named = None   # of `must include`: those whom it names
        if text.strip().lower().startswith("must include "):
            self._name(text.strip()[len("must include "):], roll)
            return
        words = re.sub(r"\s+", " ", text.strip().lower())
        for said, meant in (("not less than", "at least"), ("no fewer than", "at least"),
                            ("a minimum of", "at least"), ("in excess of", "more than"),
                            ("a simple majority of", "more than half of"),
                            ("a majority of", "more than half of"),
                            ("a two-thirds majority of", "at least two thirds of")):
            if words.startswith(said):
                words = meant + words[len(said):]
        self.among = self.side = None
        last = re.fullmatch(r"(.+) of ([^,]+?)", words)
        if last and not set(last[2].split()) & COUNTED:
            words, self.among = last[1], last[2]
        words = re.sub("^no ", "at most 0 ", words)
        match = re.fullmatch(r"(at least|more than|at most|fewer than) (.*)", words)
        if not match:
            raise ValueError(f"no condition: {text}")
        self.at_most = match[1] in ("at most", "fewer than")
        self.strict = match[1] in ("more than", "fewer than")
        rest = self._side(match[2])
        self.share = self.number = self.rounding = None
        self.plus = 0
        if " of " in rest:
            amount, whole = rest.split(" of ", 1)
            self._amount(amount)
            self._set(whole, units)
        else:
            if self.side:
                rest += " all"
            number, unit, scope = re.fullmatch(r"(\S+) (.*) (\S+)", rest).groups()
            self.number = NUMERALS[number] if number in NUMERALS else int(number)
            self._set(f"{unit} {scope}", units)
            if not self.side and self.measure != "members":
                raise ValueError(f"a number of what: {text}")

    def _name(self, names, roll):
        self.named = [roll.find(name) for name in names.split(";")]
        self.among = tuple(member.place for member in self.named)
        self.number, self.measure, self.scope = len(self.named), "members", "present"
        self.share = self.rounding = self.side = None
        self.plus, self.strict, self.at_most = 0, False, False

    def _side(self, rest):
        """Takes off who is counted: of `votes against` alone that is what the others are held against."""
        for side in SIDES:
            before = rest.removesuffix(" " + side)
            if before != rest and (side != "against" or self.at_most):
                self.side = side
                return before
        return rest

    def _amount(self, amount):
        plus = re.fullmatch(r"(.*) plus (\S+)", amount)
        if plus:
            amount = plus[1]
            self.plus = NUMERALS[plus[2]] if plus[2] in NUMERALS else int(plus[2])
        rounding = re.fullmatch(r"(.*),? rounded (up|down|to nearest)", amount)
        if rounding:
            amount, self.rounding = rounding[1].rstrip(","), rounding[2]
        percent = re.fullmatch(r"([0-9.]+) ?(%|percent|per cent)", amount)
        words = amount.split()
        if percent:
            self.share = Fraction(percent[1]) / 100
        elif "/" in amount:
            self.share = Fraction(amount)
        elif words == ["half"]:
            self.share = Fraction(1, 2)
        else:
            name = words[1][:-1] if words[1] not in PARTS else words[1]
            self.share = Fraction(NUMERALS[words[0]], PARTS[name])

    def _set(self, whole, units):
        words = whole.split()
        if words[:2] == ["the", "whole"]:
            words = ["all"] + words[2:]
        if words[0] == "the":
            words = words[1:]
        if words[0] == "all":
            words = words[1:] + ["all"]
        thing, self.scope = " ".join(words[:-1]), words[-1]
        if self.scope == "replying":
            self.scope = "present"
        if thing in ("vote", "votes", "population"):
            self.measure = thing
        elif thing in ("member", "members") or thing in units:
            self.measure = "members"
        else:
            raise ValueError(f"a share of what: {self.text}")
        if self.scope not in SCOPES:
            raise ValueError(f"of whom: {self.text}")

    def threshold(self, whole):
        """What has to be reached, or with `more than` exceeded, exactly."""
        if self.number is not None:
            return Fraction(self.number)
        reach = self.share * whole
        if self.rounding:
            reach = Fraction(texts.rounded(reach, self.rounding))
        return reach + self.plus

    def meets(self, part, whole):
        if self.share is not None and not self.rounding:
            part = (part - self.plus) * self.share.denominator
            reach = whole * self.share.numerator
        else:
            reach = self.threshold(whole)
        if self.at_most:    # nobody is never too many
            return part == 0 or (part < reach if self.strict else part <= reach)
        return part > reach if self.strict else part >= reach

    def needed(self, whole, unit):
        """The smallest multiple of `unit` that meets it, or of a limit the largest."""
        steps = self.threshold(whole) / unit
        if self.at_most:
            number = texts.rounded(steps, "down")
            return max(number - (self.strict and number == steps), 0) * unit
        number = texts.rounded(steps, "up")
        if self.strict and number == steps:
            number += 1
        return number * unit

    def among_as_in(self, text):
        """The class as the rules spell it."""
        return text.strip()[-len(self.among):]

    def is_plain(self):
        """A share or a number of all members alike that has to be reached."""
        return self.among is None and self.side is None

    def asks_for_half(self):
        return self.is_plain() and self.share == Fraction(1, 2) and self.plus == 0

    def asks_for_more_than_against(self):
        return (self.strict and self.scope == "against" and self.share == 1 and self.plus == 0)

    def percent(self, part, whole):
        """Part of whole, with as many decimals as keep it on its side of the share asked for; 2 exactly on it."""
        if self.number is not None or whole == 0:
            return None
        return texts.percent(part, whole, digits_beside(part, whole, self.share))


def digits_beside(part, whole, share):
    """How many decimals keep the percentage on its side of the share: 2 at least, and exactly on it."""
    reach, digits = share * whole, 2
    while side(part, reach) != 0 and side(part, reach) != side(
            Fraction(texts.percent(part, whole, digits)) * whole / 100, reach):
        digits += 1
    return digits


def side(value, threshold):
    """-1 below, 0 on, 1 above."""
    return (value > threshold) - (value < threshold)
