"""Every class of the ecosystem's own library at the sample: created, read, changed, found, deleted where it can be."""

from decimal import Decimal
from typing import Any

import pytest
from quickbooks.exceptions import QuickbooksException

from sample.recipes import FORMS, NAMES, kind_of, new, saved


@pytest.mark.parametrize("kind", [*NAMES, *FORMS], ids=lambda kind: kind[1])
def test_it_is_created_read_changed_and_found(qb: Any, kind: tuple[str, str]) -> None:
    made = saved(qb, kind, (NAMES | FORMS)[kind])
    assert made.SyncToken == "0"
    _change(made)
    changed = made.save(qb=qb)
    assert (changed.Id, changed.SyncToken) == (made.Id, "1")
    assert [found.Id for found in kind_of(*kind).filter(Id=made.Id, qb=qb)] == [made.Id]
    assert kind_of(*kind).count(f"Id = '{made.Id}'", qb=qb) == 1
    with pytest.raises(QuickbooksException) as stale:
        made.save(qb=qb)
    assert stale.value.error_code == 5010


def _change(made: Any) -> None:
    for field in ("PrivateNote", "Description", "CompanyName", "Note", "TaxRegistrationNumber", "FamilyName", "Name"):
        if hasattr(made, field):
            setattr(made, field, "Changed once")
            return
    raise AssertionError(f"nothing to change in {made}")


@pytest.mark.parametrize("kind", FORMS, ids=lambda kind: kind[1])
def test_a_form_is_deleted(qb: Any, kind: tuple[str, str]) -> None:
    made = saved(qb, kind, FORMS[kind])
    answer = made.delete(qb=qb)
    assert next(inner for inner in answer.values() if isinstance(inner, dict))["status"] == "Deleted"
    with pytest.raises(QuickbooksException) as gone:
        kind_of(*kind).get(made.Id, qb=qb)
    assert gone.value.error_code == 610


@pytest.mark.parametrize("kind", [kind for kind in FORMS if hasattr(kind_of(*kind), "void")], ids=lambda kind: kind[1])
def test_a_form_is_voided(qb: Any, kind: tuple[str, str]) -> None:
    made = saved(qb, kind, FORMS[kind])
    made.void(qb=qb)
    after = kind_of(*kind).get(made.Id, qb=qb)
    assert (Decimal(after.TotalAmt), after.PrivateNote) == (Decimal(0), "Voided")


@pytest.mark.parametrize("kind", NAMES, ids=lambda kind: kind[1])
def test_a_name_is_taken_only_once_and_becomes_inactive(qb: Any, kind: tuple[str, str]) -> None:
    cls = kind_of(*kind)
    field = next(name for name in ("DisplayName", "Code", "Name") if hasattr(cls(), name))
    # An employee's name on screen is made of its parts.
    taken = {name: value(qb) for name, value in NAMES[kind].items()} | {field: f"Only {kind[1]}"}
    new(*kind, **taken).save(qb=qb)
    with pytest.raises(QuickbooksException) as doubled:
        new(*kind, **taken).save(qb=qb)
    assert doubled.value.error_code == 6240
    if hasattr(cls(), "Active"):
        [first] = cls.filter(**{field: f"Only {kind[1]}"}, qb=qb)
        first.Active = False
        first.save(qb=qb)
        assert cls.filter(**{field: f"Only {kind[1]}"}, qb=qb) == []
