# SPDX-License-Identifier: MIT
"""Differences that are known: the program is to be mended, or the page. A mended one is taken out of here."""

import re

# A place, whether what the program says and what is right differ so, and what it is in words.
KNOWN = (
    (r"\.polls\[.*\.reachable", lambda told, right: told is True,
     "reachable where the whole roll has no votes"),
    (r"\.polls\[.*\.margin\.abstaining", lambda told, right: True,
     "abstaining, where voting otherwise would do with as few or fewer"),
    (r"\.polls\[.*\.margin\.possible", lambda told, right: told is None,
     "a margin of so many members that is not told possible"),
    (r"\.polls\[.*\.margin\.(members|who)",
     lambda told, right: told is not None and (right is None or told > right),
     "a margin of too many members"),
    (r"\.polls\[.*\.proxies", lambda told, right: all(one in told for one in right),
     "somebody is the proxy of a practice that was absent"),
    (r"\.polls\[.*\.majority\.(part|short|met|percent)", lambda told, right: told != right,
     "quorum: who declared an interest is taken to be in favour"),
    (r"\.polls\[.*\.tied", lambda told, right: told is False,
     "a secret and weighted tie is told as none, and yet the basis names the rule for it"),
    (r"\.inputs", lambda told, right: told[:-1] == right and told[-1]["role"] == "localities",
     "quorum: the table of localities is named, and nothing was counted by it"),
)


def name_of(place, told, right):
    """Which one a difference is, or None."""
    for pattern, is_so, name in KNOWN:
        if re.fullmatch(pattern, place) and is_so(told, right):
            return name
    return None
