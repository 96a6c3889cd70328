# SPDX-License-Identifier: MIT
"""Two JSON values key by key."""


def differences(told, counted, place=""):
    """(place, what the program says, what the oracle says) of each leaf that differs."""
    if hasattr(counted, "wrong"):
        for key, one, other in counted.wrong(told):
            yield f"{place}.{key}", one, other
    elif isinstance(told, dict) and isinstance(counted, dict):
        for key in [*told, *(key for key in counted if key not in told)]:
            if key not in told or key not in counted:
                yield (f"{place}.{key}", told.get(key, "(no such key)"),
                       counted.get(key, "(no such key)"))
            else:
                yield from differences(told[key], counted[key], f"{place}.{key}")
    elif isinstance(told, list) and isinstance(counted, list) and len(told) == len(counted):
        for number, (one, other) in enumerate(zip(told, counted)):
            yield from differences(one, other, f"{place}[{number}]")
    elif told != counted or type(told) is not type(counted):
        yield place, told, counted
