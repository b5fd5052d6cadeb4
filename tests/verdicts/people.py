"""Makes up people and companies as common as in life: big families, shared first names, firms that sound alike."""

import unicodedata
from collections.abc import Callable
from random import Random

GIVEN = (
    *("Anna", "James", "Maria", "Robert", "Linda", "Michael", "Susan", "David", "Karen", "Luis", "Nancy", "John"),
    *("Emily", "Daniel", "Grace", "Kevin", "Rosa", "Brian", "Helen", "Omar", "Julia", "Peter", "Aisha", "Thomas"),
)
FAMILY = (
    *("Smith", "Johnson", "Williams", "Brown", "Jones", "Garcia", "Miller", "Davis", "Rodriguez", "Martinez"),
    *("Lee", "Nguyen", "Patel", "Kim", "O'Brien", "Núñez", "Clark", "Lewis", "Walker", "Hall", "Young", "King"),
    *("Wright", "Scott", "Green", "Baker", "Adams", "Nelson", "Hill", "Campbell", "Mitchell", "Carter", "Roberts"),
    *("Ortega", "Okafor", "Fischer", "Rossi", "Dubois", "Kowalski", "Haddad", "Svensson", "Ivanova", "Tanaka"),
)
HEADS = (
    *("Bayfront", "Harbor", "Cascade", "Redwood", "Summit", "Pioneer", "Golden Gate", "Evergreen", "Lakeside"),
    *("Northwind", "Silverline", "Keystone", "Blue Heron", "Old Mill", "Granite", "Sunrise", "Copper Canyon"),
)
TRADES = ("Properties", "Construction", "Consulting", "Dental", "Logistics", "Holdings", "Landscaping", "Foods")
FORMS = ("LLC", "Inc.", "LLP", "Corp.")
# Words that two strangers may well share: no one would take two parties for one because of them.
ORDINARY = frozenset(word.casefold().strip(".") for word in (*TRADES, *FORMS, "Clio", "The", "and", "of"))


def bare_words(name: str) -> frozenset[str]:
    """The words that tell a name from another: without accents, marks and what anybody may be called."""
    return frozenset(word for word in all_words(name) if len(word) > 2 and not word.isdigit()) - ORDINARY


def all_words(name: str) -> frozenset[str]:
    """Every word of a name, without accents and marks."""
    apart = unicodedata.normalize("NFKD", name).casefold()
    return frozenset("".join(c if c.isalnum() else " " for c in apart if not unicodedata.combining(c)).split())


class People:
    """Draws names that nobody in these books has yet; families and alike firms come up by themselves."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._used: set[str] = set()

    def anybody(self) -> str:
        """A person or, one time in four, a company."""
        return self.company() if self._dice.random() < 0.25 else self.person()

    def person(self, family: str = "") -> str:
        """`Smith, Anna`, of a certain family if asked for."""
        return self._new(lambda: f"{family or self._dice.choice(FAMILY)}, {self._given()}")

    def company(self, head: str = "") -> str:
        """`Bayfront Dental LLC`, of a certain head if asked for."""
        pick = self._dice.choice
        return self._new(lambda: f"{head or f'{pick(HEADS)} {self._letter()}'} {pick(TRADES)} {pick(FORMS)}")

    def stranger_to(self, name: str) -> str:
        """Somebody whom nobody would take for `name`."""
        while bare_words(found := self.anybody()) & bare_words(name):
            pass
        return found

    def family_of(self, name: str) -> str:
        """Somebody else of the same family, or another company of the same head."""
        if "," in name:
            return self.person(name.partition(",")[0])
        return self.company(" ".join(name.split()[:2]))

    def _given(self) -> str:
        first = self._dice.choice(GIVEN)
        return f"{first} {self._dice.choice('ABCDEFGHJKLMPRSTW')}." if self._dice.random() < 0.5 else first

    def _letter(self) -> str:
        return self._dice.choice(("East", "West", "North", "South", "Bros", "Sons", "Valley", "Coast"))

    def _new(self, draw: Callable[[], str]) -> str:
        for _turn in range(2000):
            name = draw()
            if name not in self._used:
                self._used.add(name)
                return name
        raise RuntimeError("There is nobody left to be made up.")


def mistyped(name: str, dice: Random) -> str:
    """The name with two neighbouring letters in the wrong order, or one left out."""
    places = [i for i in range(1, len(name) - 1) if name[i].isalpha() and name[i + 1].isalpha()]
    at = dice.choice([i for i in places if name[i] != name[i + 1]] or places)
    swapped = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return swapped if dice.random() < 0.5 and swapped != name else name[:at] + name[at + 1 :]
