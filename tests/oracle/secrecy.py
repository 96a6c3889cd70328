# SPDX-License-Identifier: MIT
"""What is told of a secret vote (docs/rules.md, "Secret ballots"): heads, and what every reader can add up."""

TOLD = ("all", "present", "absent", "interested")
HEADS = ("members",)


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
    if weighted:
        told["margin"] = {key: [] if key == "who" else None for key in (
            "members", "possible", "abstaining", "who", "absent_could", "quorum_members")}
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
