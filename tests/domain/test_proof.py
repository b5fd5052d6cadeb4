"""The before/after check: the number changed, and nothing else did."""

import copy
import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.domain.books.proof import Difference, prove

BEFORE: dict[str, Any] = {
    "Id": "111",
    "SyncToken": "0",
    "DocNumber": "1234",
    "TxnDate": "2026-09-03",
    "TotalAmt": 85.0,
    "Balance": 85,
    "PrivateNote": "Retainer",
    "MetaData": {"CreateTime": "2026-09-03T08:00:00-07:00", "LastUpdatedTime": "2026-09-03T08:00:00-07:00"},
    "CustomerRef": {"value": "7", "name": "Ortega, Luis"},
    "Line": [{"Id": "1", "Amount": 85.0, "LinkedTxn": []}, {"Amount": 85}],
}
EDITOR = {"LastUpdatedTime": "2026-11-23T08:00:00-08:00", "LastModifiedByRef": {"value": "0", "name": "API"}}


def after(**changes: Any) -> str:
    meta = BEFORE["MetaData"] | EDITOR
    return json.dumps(BEFORE | {"DocNumber": "CM-1234", "SyncToken": "1", "MetaData": meta} | changes)


def sentence(**changes: Any) -> str:
    return prove(json.dumps(BEFORE), after(**changes), "CM-1234").sentence


def linked(*ids: str) -> list[dict[str, str]]:
    return [{"TxnType": "Payment", "TxnId": each} for each in ids]


def test_a_new_number_version_and_editor_alone_prove_the_change() -> None:
    proof = prove(json.dumps(BEFORE), after(), "CM-1234")
    assert proof.holds
    assert proof.unexpected == ()
    assert proof.sentence == (
        f"On this document all {proof.fields_compared} other fields QuickBooks shows are as they were: "
        "total 85.00, balance 85.00, date 3 Sep 2026, customer Ortega, Luis, no links."
    )
    assert proof.fields_compared == 12


@pytest.mark.parametrize(
    ("links", "lines", "said"),
    [
        ([], [[]], "no links"),
        (linked("5"), [[]], "1 link"),
        (linked("5"), [linked("6")], "2 links"),
        (linked("5"), [linked("5"), linked("5")], "1 link"),
        (linked("5", "6", "7"), [], "3 links"),
    ],
)
def test_it_says_how_many_other_documents_it_is_still_linked_to(links: Any, lines: Any, said: str) -> None:
    more = {"LinkedTxn": links, "Line": [{"Amount": 1, "LinkedTxn": line} for line in lines]}
    proof = prove(json.dumps(BEFORE | more), after(**more), "CM-1234")
    assert proof.holds
    assert proof.sentence.endswith(f", {said}.")


def test_what_a_document_does_not_have_is_not_claimed() -> None:
    before = {"Id": "1", "DocNumber": "1", "TotalAmt": 3}
    proof = prove(json.dumps(before), json.dumps(before | {"DocNumber": "2"}), "2")
    kept = "all 2 other fields QuickBooks shows are as they were: total 3.00, no links."
    assert proof.sentence == f"On this document {kept}"


def test_85_and_85_00_are_one_amount() -> None:
    assert prove(json.dumps(BEFORE), after().replace("85.0", "85.00"), "CM-1234").holds


@pytest.mark.parametrize(
    ("changes", "path", "words"),
    [
        ({"TotalAmt": 90}, "TotalAmt", "total was 85.00 and is 90.00"),
        ({"TotalAmt": 85.001}, "TotalAmt", "total was 85.00 and is 85.001"),
        ({"TotalAmt": "85"}, "TotalAmt", "total is written in another way"),
        ({"TxnDate": "2026-11-23"}, "TxnDate", "date was 3 Sep 2026 and is 23 Nov 2026"),
        ({"DueDate": "2026-11-23"}, "DueDate", "due date wasn't there and is 23 Nov 2026"),
        ({"PrivateNote": ""}, "PrivateNote", "memo was Retainer and is empty"),
        (
            {"CustomerRef": {"value": "7", "name": "Ortega, L."}},
            "CustomerRef.name",
            "customer was “Ortega, Luis” and is “Ortega, L.”",
        ),
        ({"CustomerRef": {"value": "7"}}, "CustomerRef.name", "customer was “Ortega, Luis” and is gone"),
        ({"CustomerRef": {"value": "8", "name": "Ortega, Luis"}}, "CustomerRef.value", "customer's id was 7 and is 8"),
        ({"Line": [BEFORE["Line"][0]]}, "Line.1.Amount", "amount of line 2 was 85.00 and is gone"),
        (
            {"Line": [{"Id": "1", "Amount": 85.0, "LinkedTxn": []}, {"Amount": 85, "LinkedTxn": [{"TxnId": "5"}]}]},
            "Line.1.LinkedTxn.0.TxnId",
            "TxnId of link 1 of line 2 wasn't there and is 5",
        ),
        ({"TxnTaxDetail": {"TaxLine": [{"Amount": 3}]}}, "TxnTaxDetail.TaxLine.0.Amount", "amount of tax line 1"),
        ({"ApplyTaxAfterDiscount": True}, "ApplyTaxAfterDiscount", "ApplyTaxAfterDiscount wasn't there and is true"),
        ({"MetaData": EDITOR | {"CreateTime": "later"}}, "MetaData.CreateTime", "time of creation was 2026-09-03T08"),
    ],
)
def test_anything_else_that_differs_is_named_in_words(changes: dict[str, Any], path: str, words: str) -> None:
    proof = prove(json.dumps(BEFORE), after(**changes), "CM-1234")
    assert not proof.holds
    named = next(difference for difference in proof.unexpected if difference.path == path)
    assert named.words.startswith(words)
    assert named.words in proof.sentence


def test_three_are_named_those_first_that_matter_most() -> None:
    said = sentence(Aaa=1, Bbb=2, TotalAmt=90, Line=[], TxnDate="2026-11-23")
    assert said == (
        "9 of 15 other fields are not as they were: total was 85.00 and is 90.00; "
        "date was 3 Sep 2026 and is 23 Nov 2026; Aaa wasn't there and is 1; and 6 more."
    )


def test_one_alone_is_told_as_one() -> None:
    assert sentence(Balance=0) == "1 of 12 other fields is not as it was: balance was 85.00 and is 0.00."


def test_what_stands_there_is_told_in_one_short_line() -> None:
    said = sentence(PrivateNote="one\ntwo\u202e\x00" + "x" * 500)
    assert said.endswith("memo was Retainer and is “one two " + "x" * 31 + "…”.")


def test_a_document_that_was_voided_in_the_meantime_is_told_as_that() -> None:
    voided = {"TotalAmt": 0, "Balance": 0, "PrivateNote": "Voided - Retainer"}
    assert sentence(**voided) == (
        "The document was voided in the meantime. 3 of 12 other fields are not as they were: "
        "total was 85.00 and is 0.00; balance was 85.00 and is 0.00; memo was Retainer and is “Voided - Retainer”."
    )
    assert "voided" not in sentence(TotalAmt=0)
    assert "voided in" not in sentence(PrivateNote="Voided - Retainer")
    # One that had been voided before is renumbered as any other.
    assert prove(json.dumps(BEFORE | voided), after(**voided), "CM-1234").holds


def test_a_field_that_vanished_is_a_difference() -> None:
    gone = json.loads(after())
    del gone["CustomerRef"]
    assert not prove(json.dumps(BEFORE), json.dumps(gone), "CM-1234").holds


def test_an_ignored_change_is_told_with_the_number_that_still_stands_there() -> None:
    proof = prove(json.dumps(BEFORE), json.dumps(BEFORE), "CM-1234")
    assert not proof.renumbered
    assert not proof.holds
    assert proof.sentence == "The number is 1234, not CM-1234; nothing else changed."


def test_another_number_and_another_field_are_both_told() -> None:
    assert sentence(DocNumber="77", Balance=0) == (
        "The number is 77, not CM-1234. 1 of 12 other fields is not as it was: balance was 85.00 and is 0.00."
    )


def test_a_number_that_is_gone_or_no_text_is_not_the_new_one() -> None:
    gone = json.loads(after())
    del gone["DocNumber"]
    assert "The number is missing" in prove(json.dumps(BEFORE), json.dumps(gone), "CM-1234").sentence
    assert not prove(json.dumps(BEFORE), after(DocNumber=7), "7").renumbered


LEAVES = st.none() | st.booleans() | st.integers(-5, 5) | st.decimals(-5, 5, places=2) | st.text("ab.", max_size=2)
KEYS = st.sampled_from(
    ["TotalAmt", "Line", "LinkedTxn", "MetaData", "LastUpdatedTime", "LastModifiedByRef", "SyncToken", "a", "a.b", "0"]
)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))
DOCUMENTS = st.dictionaries(KEYS, VALUES, max_size=5)
ALLOWED = [("SyncToken",), ("MetaData", "LastUpdatedTime"), ("DocNumber",)]
EDITOR_PATH = ("MetaData", "LastModifiedByRef")


def written(document: Any) -> str:
    """As JSON, amounts as numbers."""
    if isinstance(document, dict):
        return "{" + ",".join(f"{json.dumps(key)}:{written(value)}" for key, value in document.items()) + "}"
    if isinstance(document, list):
        return "[" + ",".join(map(written, document)) + "]"
    return str(document) if not isinstance(document, bool | str | None) else json.dumps(document)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every leaf of a document."""
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [leaf for key, inner in members for leaf in places(inner, (*path, key))] or [path]


def other(document: Any, path: tuple[Any, ...], leaf: Any) -> Any:
    """The document with another leaf there."""
    if not path:
        return leaf
    changed = copy.copy(document)
    changed[path[0]] = other(document[path[0]], path[1:], leaf)
    return changed


def is_same(one: Any, another: Any) -> bool:
    """Whether two leaves say the same; 1 and 1.00 do, 1 and true and "1" don't."""
    kinds = [type(each) if isinstance(each, bool | str | None) else Decimal for each in (one, another)]
    return kinds[0] is kinds[1] and bool(one == another)


@given(DOCUMENTS, LEAVES, st.data())
def test_any_single_leaf_that_is_another_is_found(document: dict[str, Any], leaf: Any, data: st.DataObject) -> None:
    before = document | {"DocNumber": "1"}
    path = data.draw(st.sampled_from(places(before)))
    now = other(before, path, leaf) | {"DocNumber": "2"}
    old = before
    for key in path:
        old = old[key]
    same = is_same(old, leaf) or path in ALLOWED or path[:2] == EDITOR_PATH
    assert prove(written(before), written(now), "2").holds is same


@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_neither_the_order_of_keys_nor_how_an_amount_is_written_makes_a_difference(
    document: dict[str, Any], chance: Any
) -> None:
    def shuffled(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shuffled(value[key]) for key in chance.sample(list(value), len(value))}
        return [shuffled(each) for each in value] if isinstance(value, list) else value

    before = written(document | {"DocNumber": "1", "TotalAmt": 85})
    now = written(shuffled(document | {"DocNumber": "2", "TotalAmt": 85})).replace(":85", ":85.00")
    assert prove(before, now, "2").holds


@given(st.lists(st.integers() | st.text(max_size=3), min_size=2, max_size=4, unique_by=repr), st.data())
def test_a_list_in_another_order_is_a_difference(members: list[Any], data: st.DataObject) -> None:
    mixed = data.draw(st.permutations(members))
    before, now = ({"Line": [{"Id": "1", "Of": each}], "DocNumber": "2"} for each in (members, mixed))
    assert prove(json.dumps(before), json.dumps(now), "2").holds is (mixed == members)


@given(st.text(), st.none() | st.text(), st.none() | st.text())
def test_the_words_of_a_difference_are_short_and_plain_whatever_it_is(
    path: str, before: str | None, now: str | None
) -> None:
    words = Difference(path, before, now).words
    assert words.isprintable()
    assert len(words) < 200


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
