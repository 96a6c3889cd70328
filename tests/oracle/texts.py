# SPDX-License-Identifier: MIT
"""How figures, days and names are written (docs/formats.md, "Cells" and "JSON of `tally`")."""

import datetime
import unicodedata
from fractions import Fraction

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
          "September", "October", "November", "December")


def decimals(text):
    """A quantity as it is written in a table, exact: "10,318", "5.03"."""
    return Fraction(text.replace(",", ""))


def places(text):
    """How many decimals a quantity is written with: 2 of "5.00"."""
    return len(text.partition(".")[2])


def quantity(value):
    """A quantity in its shortest decimals: "6", "6.6", "5.03"."""
    if isinstance(value, int):
        return str(value)
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
        if digits > 12:
            raise ValueError(f"{value} has no end as a decimal")
    return fixed(value, digits)


def fixed(value, digits):
    """With so many decimals, halves up."""
    value = Fraction(value)
    scaled = rounded(abs(value) * 10**digits, "to nearest")
    text = str(scaled).rjust(digits + 1, "0")
    sign = "-" if value < 0 and scaled else ""
    return sign + (text if digits == 0 else text[:-digits] + "." + text[-digits:])


def rounded(value, how):
    """To a whole number: up, down, or to nearest with halves up."""
    if how == "up":
        return -((-value.numerator) // value.denominator)
    if how == "down":
        return value.numerator // value.denominator
    return rounded(value + Fraction(1, 2), "down")


def percent(part, whole, digits=2):
    return fixed(Fraction(part) * 100 / whole, digits)


def fold(text):
    """A name as names are compared."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    kept = ""
    for at, c in enumerate(plain.casefold()):
        between_digits = c == "." and plain[at - 1:at].isdigit() and plain[at + 1:at + 2].isdigit()
        if c == "&":
            kept += " and "
        elif c in "'\u2018\u2019" or (c == "." and not between_digits):
            continue
        else:
            kept += c if c.isalnum() else " "
    return " ".join(kept.split())


def day(text):
    """A day of a table, in the ways of writing it that the generator has; None of a blank."""
    text = text.strip()
    if not text:
        return None
    if "/" in text or "." in text:
        date, month, year = text.replace(".", "/").split("/")
        return datetime.date(int(year), int(month), int(date))
    if text[:1].isdigit() and text[4:5] == "-":
        return datetime.date.fromisoformat(text)
    date, month, year = text.split()
    return datetime.date(int(year), MONTHS.index(month) + 1, int(date))


def day_of_the_nhs(text):
    """`01APR2016`."""
    names = [month[:3].upper() for month in MONTHS]
    return datetime.date(int(text[5:]), names.index(text[2:5].upper()) + 1, int(text[:2]))


def moment(text):
    """A time of a table, `2015-06-24 17:00` or a day; (time, whether it has an hour), or None of a blank."""
    text = text.strip()
    if not text:
        return None
    if ":" not in text:
        return datetime.datetime.combine(day(text), datetime.time()), False
    date, clock = text.split()
    hours = [int(part) for part in clock.split(":")]
    return datetime.datetime.combine(day(date), datetime.time(*hours)), True


def moment_text(value):
    if value is None:
        return None
    time, has_hour = value
    return time.strftime("%Y-%m-%dT%H:%M:%S") if has_hour else time.strftime("%Y-%m-%d")
