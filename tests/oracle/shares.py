# SPDX-License-Identifier: MIT
"""The share of the governing body, whole votes and voting power (docs/rules.md)."""

import itertools
import os
from fractions import Fraction
from math import factorial

import texts
from constitution import table


class Locality:
    def __init__(self, row):
        self.name = row["locality"]
        self.population = int(row["population"].replace(",", ""))
        self.practices = int(row["practices"]) if row.get("practices") else None
        self.published = row.get("votes") or None


class County:
    """The table of localities, and what the rules make of it."""

    def __init__(self, constitution):
        self.constitution = constitution
        rows = table(os.path.join(constitution.folder, "localities.csv"))
        days = {row.get("as at", "") for row in rows} - {""}
        self.as_at = days.pop() if days else None
        totals = [Locality(row) for row in rows if texts.fold(row["locality"]) == "total"]
        self.stated = totals[0] if totals else None
        self.localities = [Locality(row) for row in rows if texts.fold(row["locality"]) != "total"]
        self.sum = sum(locality.population for locality in self.localities)
        self.votes_in_all = int(constitution.body_rule("governing body votes"))
        by_sum = constitution.body_rule("governing body total", "as stated") == "sum of rows"
        self.total = self.sum if by_sum or not self.stated else self.stated.population
        own = constitution.body_rule("locality", "")
        self.own = next((locality for locality in self.localities
                         if texts.fold(locality.name) == texts.fold(own)), None)

    def votes(self, locality, total):
        return texts.fixed(Fraction(self.votes_in_all * locality.population, total), 2)

    def figures(self, locality):
        return {"percent": texts.percent(locality.population, self.total, 1),
                "votes": self.votes(locality, self.total),
                "percent_of_sum": texts.percent(locality.population, self.sum, 1),
                "votes_of_sum": self.votes(locality, self.sum)}

    def share(self):
        """As a tally tells it, of its own locality."""
        if not self.own:
            return None
        return {"locality": self.own.name, "population": self.own.population,
                "stated_total": self.stated.population if self.stated else None,
                "sum_of_rows": self.sum, "votes_in_all": str(self.votes_in_all),
                **self.figures(self.own),
                "percent_long": texts.percent(self.own.population, self.total),
                "percent_long_of_sum": texts.percent(self.own.population, self.sum)}

    def told(self, whole):
        figures = [self.figures(locality) for locality in self.localities]
        practices = [locality.practices for locality in self.localities]

        def added(key, digits):
            return texts.fixed(sum(Fraction(one[key]) for one in figures), digits)
        votes = [Fraction(one["votes"]) for one in figures]
        localities = []
        seats = whole_votes([locality.population for locality in self.localities], self.votes_in_all)
        for number, (locality, one) in enumerate(zip(self.localities, figures)):
            told = {"name": locality.name, "practices": locality.practices,
                    "population": locality.population, **one,
                    "published_votes": (texts.quantity(texts.decimals(locality.published))
                                        if locality.published else None),
                    "own": locality is self.own}
            if whole:
                told.update(whole_votes=seats[0][number], by_lot=number in seats[2])
            localities.append(told)
        return {
            "as_at": self.as_at, "votes_in_all": str(self.votes_in_all),
            "stated_total": self.stated.population if self.stated else None,
            "sum_of_rows": self.sum, "sum_of_votes": added("votes", 2), "localities": localities,
            "sum_of_percent": added("percent", 1), "sum_of_percent_of_sum": added("percent_of_sum", 1),
            "sum_of_votes_of_sum": added("votes_of_sum", 2),
            "stated_practices": self.stated.practices if self.stated else None,
            "sum_of_practices": sum(practices) if None not in practices else None,
            "whole": {"lot_votes": seats[1], "lot_among": len(seats[2])} if whole else None,
            "power": power([locality.name for locality in self.localities],
                           votes, more_than_half(votes)),
        }


def whole_votes(populations, votes):
    """(whole votes each, votes by lot, among whom): by largest remainder."""
    exact = [Fraction(votes * population, sum(populations)) for population in populations]
    seats = [texts.rounded(one, "down") for one in exact]
    left = votes - sum(seats)
    fractions = [one - seat for one, seat in zip(exact, seats)]
    for fraction in sorted(set(fractions), reverse=True):
        among = [number for number, one in enumerate(fractions) if one == fraction]
        if left < len(among):
            return seats, left, set(among) if left else set()
        for number in among:
            seats[number] += 1
        left -= len(among)
    return seats, 0, set()


def more_than_half(weights):
    """Of votes in hundredths."""
    return Fraction(texts.rounded(sum(weights) * 100 / 2, "down") + 1, 100)


def power(names, weights, quota):
    """How often each decides, where the quota carries."""
    size = len(names)
    decides, turns = [], []
    for member in range(size):
        others = [weights[other] for other in range(size) if other != member]
        ways, orders = 0, 0
        for count in range(size):
            critical = sum(1 for group in itertools.combinations(others, count)
                           if sum(group) < quota <= sum(group) + weights[member])
            ways += critical
            orders += critical * factorial(count) * factorial(size - 1 - count)
        decides.append(ways)
        turns.append(orders)
    return {
        "quota": texts.quantity(quota), "ways": 2**(size - 1),
        "members": [{"name": name, "decides": ways, "banzhaf": texts.percent(ways, sum(decides) or 1),
                     "shapley": texts.percent(orders, factorial(size))}
                    for name, ways, orders in zip(names, decides, turns)],
    }
