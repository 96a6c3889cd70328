# SPDX-License-Identifier: MIT
"""What is told of a secret vote (docs/rules.md, "Secret ballots"): heads, and what every reader can add up."""

TOLD = ("all", "present", "absent", "interested")
HEADS = ("members",)
ALONE = {"alone", "alone_of"}


def withhold(poll, told):
    """Takes out of the JSON of a poll what would give a vote away."""
    weighted = poll.rules.weighs() not in ("one", None)
    for name, counted in told["counts"].items():
        if name not in TOLD:
            told["counts"][name] = {"members": counted["members"]}
    told["candidates"] = sorted(({"name": one["name"], "members": one["members"]}
                                 for one in told["candidates"]),
                                key=lambda one: (-one["members"], one["name"]))
    told["areas"] = []
    told["other_count"] = None
    if weighted and not poll.rules.is_election() and not was_the_chairs(poll):
        told["tied"] = None
        told["basis"] = [row for row in told["basis"] if row["rule"] != "tie"]
    by_patients = any(held.condition.measure == "population" for held in
                      poll.decided.passes + poll.decided.quorum)
    if weighted:
        told["margin"] = dict.fromkeys(set(told_of_margin(told["margin"])) - ALONE, None) | {"who": []}
    elif isinstance(told["margin"], dict):
        told["margin"] = {key: value for key, value in told["margin"].items() if key not in ALONE}
    if by_patients and not weighted and isinstance(told["margin"], dict):
        told["margin"] = Withheld(told["margin"])
    for one, held in zip(told["conditions"], poll.decided.quorum + poll.decided.passes):
        withhold_quantities(one, held.condition, weighted)
    for key in ("returns", "proxies", "others"):
        del told[key]
    for member in told["members"]:
        for key in ("vote", "role", "voter", "notified", "received"):
            del member[key]
        if member["standing"] not in ("absent", "refused", "interested"):
            member["standing"] = "returned"
    for row in told["refused"]:
        row.pop("received", None)
    told["secret"] = True


def was_the_chairs(poll):
    """Whether a tie was the chair's to decide, and so is known."""
    decided = poll.decided
    return (poll.rules.value("tie") == "casting vote" and poll.tied()
            and all(one.met for one in decided.quorum) and not all(one.met for one in decided.passes))


def withhold_quantities(told, condition, weighted):
    """Heads are told, and patients and votes of all and of those present."""
    if condition.measure == "members" or (condition.measure == "votes" and not weighted):
        return
    if told["rule"] == "quorum" and condition.scope == "present":
        return
    for key in ("part", "short", "percent"):
        told[key] = None
    if told["rule"] == "passes" and condition.scope not in ("all", "present"):
        told["whole"] = told["needed"] = None


def told_of_margin(margin):
    return margin if isinstance(margin, dict) else (
        "members", "possible", "abstaining", "absent_could", "quorum_members")


class Withheld:
    """What may be withheld, and is right if it is told."""

    def __init__(self, right):
        self.right = right

    def wrong(self, told):
        for key, value in told.items():
            if value not in (None, []) and value != self.right[key]:
                yield key, value, self.right[key]
