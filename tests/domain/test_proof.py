"""The before/after check: the number changed, and nothing else did."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.domain.proof import prove

BEFORE: dict[str, Any] = {
    "Id": "111",
    "SyncToken": "0",
    "DocNumber": "1234",
    "TotalAmt": 85.0,
    "Balance": 85,
    "MetaData": {"CreateTime": "2026-09-03T08:00:00-07:00", "LastUpdatedTime": "2026-09-03T08:00:00-07:00"},
    "CustomerRef": {"value": "7", "name": "Ortega, Luis"},
    "Line": [{"Id": "1", "Amount": 85.0, "LinkedTxn": []}, {"Amount": 85}],
}


def after(**changes: Any) -> str:
    meta = BEFORE["MetaData"] | {"LastUpdatedTime": "2026-11-23T08:00:00-08:00", "LastModifiedByRef": {"value": "0"}}
    return json.dumps(BEFORE | {"DocNumber": "CM-1234", "SyncToken": "1", "MetaData": meta} | changes)


def test_a_new_number_version_and_editor_alone_prove_the_change() -> None:
    proof = prove(json.dumps(BEFORE), after(), "CM-1234")
    assert proof.holds
    assert "total 85.00" in proof.sentence
    assert "Ortega, Luis" in proof.sentence


def test_85_and_85_00_are_one_amount() -> None:
    assert prove(json.dumps(BEFORE), after().replace("85.0", "85.00"), "CM-1234").holds


@pytest.mark.parametrize(
    ("what", "changes", "path"),
    [
        ("total", {"TotalAmt": 85.01}, "TotalAmt"),
        ("date", {"TxnDate": "2026-11-23"}, "TxnDate"),
        ("customer", {"CustomerRef": {"value": "8", "name": "Ortega, Luis"}}, "CustomerRef.value"),
        ("line", {"Line": [{"Id": "1", "Amount": 85.0, "LinkedTxn": []}]}, "Line.1.Amount"),
        ("link", {"Line": [{"Id": "1", "Amount": 85.0, "LinkedTxn": [{"TxnId": "5"}]}, {"Amount": 85}]}, "Line.0"),
        ("creation time", {"MetaData": {"CreateTime": "2026-11-23T08:00:00-07:00"}}, "MetaData.CreateTime"),
    ],
)
def test_anything_else_that_differs_is_named(what: str, changes: dict[str, Any], path: str) -> None:
    proof = prove(json.dumps(BEFORE), after(**changes), "CM-1234")
    assert not proof.holds, what
    assert any(d.path.startswith(path) for d in proof.unexpected)


def test_a_field_that_vanished_is_a_difference() -> None:
    gone = json.loads(after())
    del gone["CustomerRef"]
    assert not prove(json.dumps(BEFORE), json.dumps(gone), "CM-1234").holds


def test_an_ignored_change_is_told_with_the_number_that_still_stands_there() -> None:
    proof = prove(json.dumps(BEFORE), json.dumps(BEFORE), "CM-1234")
    assert not proof.renumbered
    assert not proof.holds
    assert "1234, not CM-1234" in proof.sentence


@given(
    st.dictionaries(
        st.text(alphabet="abc.", min_size=1, max_size=3),
        st.recursive(
            st.none() | st.booleans() | st.integers(-5, 5) | st.text("ab", max_size=2), st.lists, max_leaves=4
        ),
        max_size=4,
    )
)
def test_any_added_field_breaks_the_proof(extra: dict[str, Any]) -> None:
    added = {f"X{key}": value for key, value in extra.items()}
    assert prove(json.dumps(BEFORE), after(**added), "CM-1234").holds is (not added)
