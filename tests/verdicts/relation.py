"""The list of relations that can be built, each with its words, its group and how often it comes."""

from collections.abc import Callable
from dataclasses import dataclass

from untwin.domain.verdicts.verdict import Verdict
from verdicts.conflict import Group
from verdicts.scene import Scene

Build = Callable[[Scene], object]


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation between a waiting document and the books.

    Attributes:
        verdict: the relation's own, where it isn't the group's.
        also: verdicts that the reference leaves open.
        miss: verdicts that are not the relation's own, and yet no fault: the same may be done.
        own_customer: it makes the waiting customer's record itself.
    """

    words: str
    group: Group
    build: Build
    weight: int = 2
    verdict: Verdict | None = None
    also: frozenset[Verdict] = frozenset()
    miss: frozenset[Verdict] = frozenset()
    own_customer: bool = False


RELATIONS: list[Relation] = []


def relation(
    words: str,
    group: Group,
    *,
    weight: int = 2,
    verdict: Verdict | None = None,
    also: tuple[Verdict, ...] = (),
    miss: tuple[Verdict, ...] = (),
    own_customer: bool = False,
) -> Callable[[Build], Build]:
    """Puts a builder on the list."""

    def listed(build: Build) -> Build:
        RELATIONS.append(Relation(words, group, build, weight, verdict, frozenset(also), frozenset(miss), own_customer))
        return build

    return listed
