# SPDX-License-Identifier: MIT
"""Differences that are known: the program is to be mended, or the page. A mended one is taken out of here."""

import re

# A place, whether what the program says and what is right differ so, and what it is in words.
KNOWN = (
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
