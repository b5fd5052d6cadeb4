"""Draws people and amounts for a firm: no name and no amount twice, and the same ones for the same seed."""

import json
import random
from dataclasses import dataclass, field
from decimal import Decimal

from untwin.resources import resource


@dataclass(slots=True)
class Draw:
    """Draws without putting back."""

    dice: random.Random
    _families: list[str] = field(init=False)
    _given: list[str] = field(init=False)
    _trades: list[str] = field(init=False)
    _amounts: set[Decimal] = field(default_factory=set)

    def __post_init__(self) -> None:
        names = json.loads(resource("sample", "people.json").read_text(encoding="utf-8"))
        self._families = self.dice.sample(names["families"], len(names["families"]))
        self._given = self.dice.sample(names["given"], len(names["given"]))
        self._trades = names["trades"]

    def person(self) -> str:
        """A name nobody else has, neither its first nor its last part."""
        return f"{self._families.pop()}, {self._given.pop()}"

    def business(self) -> str:
        """The name of a business that has no word in common with any other."""
        trade = self._trades.pop(self.dice.randrange(len(self._trades)))
        return f"{self._families.pop()} {trade}"

    def given(self) -> str:
        """A first name nobody else has."""
        return self._given.pop()

    def amount(self, least: int, most: int) -> Decimal:
        """An amount of quarter dollars that is at least two dollars away from every other one."""
        while True:
            amount = Decimal(self.dice.randint(least * 4, most * 4)) / 4
            if all(abs(amount - other) > 2 for other in self._amounts):
                return self.keep(amount)

    def keep(self, amount: Decimal) -> Decimal:
        """Takes an amount out of the drawing."""
        self._amounts.add(amount)
        return amount

    def number(self, least: int, most: int) -> int:
        """Any whole number in a range."""
        return self.dice.randint(least, most)
