# SPDX-License-Identifier: MIT
"""python3 tests/fuzz/seeds.py FOLDER FILE...: writes each file for some of the calls of run.c, or of readers.c."""
import hashlib
import os
import sys

CALLS = 29  # what is more than that is taken modulo
EACH = 4

folder, files = sys.argv[1], sys.argv[2:]
os.makedirs(folder, exist_ok=True)
for at, path in enumerate(files):
    with open(path, "rb") as file:
        held = file.read()
    for turn in range(EACH):
        seed = bytes([(at * EACH + turn) % CALLS]) + held
        with open(f"{folder}/{hashlib.sha256(seed).hexdigest()[:16]}", "wb") as file:
            file.write(seed)
