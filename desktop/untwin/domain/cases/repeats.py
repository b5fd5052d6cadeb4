"""Whether an error that comes in is about a thing that has its case already, and when and where each was seen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from untwin.domain.cases.case import Case, State
from untwin.domain.cases.same_words import asked_about, may_be_several, repeated_words, words_of
from untwin.domain.errors.faults import Columns
from untwin.domain.sources.document_words import kind_of

Key = tuple[str | None, str | None, str, str]


def key_of(case: Case) -> Key:
    """What two cases about one thing have in common: company, source, kind, and the number or else the words."""
    thing = f"no. {case.doc_number}" if case.doc_number is not None else words_of(case.findings[0]) or ""
    return case.company, case.source, case.kind.value, thing


def repeated_in(case: Case, known: Iterable[Case]) -> Case | None:
    """The case among those of the same key that an error is a repeat of.

    Two waiting documents that want one number are two cases: another link, or another customer and another amount.
    """
    if case.doc_number is None:
        return repeated_words(case, known)
    return next((each for each in known if not _another_document(each, case)), None)


def _another_document(known: Case, case: Case) -> bool:
    told = [f.columns for f in known.findings if f.columns]
    mine = case.findings[-1].columns
    if mine is None:
        return False
    return all(_differ(each, mine) for each in told) if told else _typed_otherwise(known, mine)


def _typed_otherwise(known: Case, mine: Columns) -> bool:
    """Whether a person named another customer and another amount than this row does."""
    typed = known.incoming if known.incoming and known.incoming.typed else None
    if typed is None or not (typed.customer and mine.customer) or typed.total is None or mine.total is None:
        return False
    return typed.customer.casefold() != mine.customer.casefold() and typed.total != mine.total


def _differ(one: Columns, other: Columns) -> bool:
    if one.link and other.link:
        return one.link != other.link
    if _is_another_kind(one.kind, other.kind):
        return True
    names, amounts = (one.customer, other.customer), (one.amount, other.amount)
    if not all(names) or not all(amounts):
        return False
    return (one.customer or "").casefold() != (other.customer or "").casefold() and one.amount != other.amount


def seen_again(known: Case, case: Case, at: datetime, *, anew: bool = False) -> Case:
    """The known case with everything that another one about the same thing says; a solved one has failed again.

    `anew` says that it is the very sighting that is known, read once more after its columns were corrected.
    """
    again = known.joined_by(case, at, anew=anew)
    if known.state is State.NEW:
        return replace(again, note=may_be_several(again))
    if anew or not _failed_again(known):
        return again
    return again.moved(State.FAILED_AGAIN, at, "The same error was taken in again.")


def _failed_again(case: Case) -> bool:
    """Solved, or no longer failing when it was last seen; not what its source will not send anyway."""
    gone = case.state is State.NO_LONGER_NEEDED and not (case.incoming and case.incoming.state.never_sent)
    return case.state.solved or gone


def _is_another_kind(one: str | None, other: str | None) -> bool:
    """Whether a row names a payment, say, and the other one the bill of that number."""
    kinds = [kind_of(printed) if printed else None for printed in (one, other)]
    return None not in kinds and kinds[0] is not kinds[1]


@dataclass
class Arrivals:
    """Sorts a batch of cases into new ones and repeats. `at` is when they came in."""

    at: datetime
    new: list[Case] = field(default_factory=list)
    changed: dict[str, tuple[Case, State]] = field(default_factory=dict)
    _places: dict[Key, list[int]] = field(default_factory=dict)

    def put(self, case: Case, stored: Sequence[Case]) -> None:
        """Sorts one in; `stored` are the stored cases of its key."""
        known = repeated_in(case, [self.changed.get(each.id, (each,))[0] for each in stored])
        if known is not None:
            first = self.changed[known.id][1] if known.id in self.changed else known.state
            before = next(each for each in stored if each.id == known.id)
            anew = bool(set(before.sightings) & set(case.sightings))
            self.changed[known.id] = seen_again(known, case, self.at, anew=anew), first
            return
        places = self._places.setdefault(key_of(case), [])
        same = repeated_in(case, [self.new[place] for place in places])
        if same is None:
            places.append(len(self.new))
            asked = asked_about(stored) if case.doc_number is None and case.company else ""
            self.new.append(replace(case, note=asked) if asked else case)
        else:
            place = next(place for place in places if self.new[place] is same)
            self.new[place] = seen_again(same, case, self.at)

    @property
    def failed_again(self) -> tuple[Case, ...]:
        """The solved ones among the repeats."""
        return tuple(case for case, seen in self.changed.values() if case.state is not seen)
