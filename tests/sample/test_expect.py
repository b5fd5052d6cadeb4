"""The judge of the sample books: what it lets pass and what it catches."""

from datetime import date

import pytest

from sample.caller import TODAY, Caller, Start
from untwin.sample.deeds import DEEDS
from untwin.sample.expect import FIRMS, REST, ScenarioResult, check, scenarios

DEEDS_OF_HARLOW = [deed for (firm, _), (deed, _) in DEEDS.items() if firm == "harlow"]


# What the reference on errors names, and the scenario in which each is met; the window ends all of them by keys.
HUBSPOTS_FIVE = (
    "two_documents_on_one_number",
    "customer_missing",
    "display_name_duplicate",
    "service_date_required",
    "amounts_modified_outside",
)
CLIOS_CASES = (
    "trust_request",
    "prefix_continued",
    "owned_by_the_other_app",
    "phantom_duplicate",
    "payment_deposited",
    "interest_charge",
    "credit_note",
    "purchase_side",
    "object_not_found",
    "number_too_long",
    "stale_object",
    "throttled",
    "subscription_ended",
)


def test_hubspots_errors_and_clios_cases_are_scenarios_of_the_firms() -> None:
    met = {(one.source, one.key) for one in scenarios(FIRMS, 1, date.fromisoformat(TODAY))}
    assert {("hubspot", key) for key in (*HUBSPOTS_FIVE, "connection_ended", "settings_clash")} <= met
    assert {("clio", key) for key in CLIOS_CASES} <= met


def _check(caller: Caller, seed: int = 1) -> dict[str, ScenarioResult]:
    results = check(caller.greeting, seed, date.fromisoformat(TODAY))
    return {result.key: result for result in results}


def _solve(caller: Caller, seed: int = 1) -> None:
    """What a careful bookkeeper would do by hand."""
    numbers = {key: result.number for key, result in _check(caller, seed).items()}
    for deed in DEEDS_OF_HARLOW:
        caller.session.post(f"{caller.base}/sample/deeds/{deed}", timeout=10).raise_for_status()
    credit, invoice, two, closed = (
        numbers[key]
        for key in ("unrelated_credit_memo", "unrelated_invoice", "two_documents_on_one_number", "closed_books")
    )
    memos, invoices = (credit, two), (invoice, two, closed)
    for entity, number in (*(("CreditMemo", n) for n in memos), *(("Invoice", n) for n in invoices)):
        answer = caller.renumber(entity, number, f"{entity[:2].upper()}-{number}-A")
        assert answer.status_code == 200
    for number in (number for key, number in numbers.items() if key != REST and not key.startswith("same_")):
        assert caller.retry(number) == "Synced"


def _wrong(results: dict[str, ScenarioResult]) -> dict[str, tuple[str, ...]]:
    return {key: result.wrong for key, result in results.items() if not result.ok}


@pytest.mark.parametrize("seed", [1, 4])
def test_books_that_were_handled_rightly_pass(start: Start, seed: int) -> None:
    caller = start("--seed", str(seed))
    _solve(caller, seed)
    results = _check(caller, seed)
    assert _wrong(results) == {}
    assert len(results) == 11
    assert list(results)[-1] == REST


def test_untouched_books_fail_where_something_was_to_be_posted(shared: Caller) -> None:
    assert set(_wrong(_check(shared))) == {
        "unrelated_credit_memo",
        "unrelated_invoice",
        "closed_books",
        "trust_journal",
        "two_documents_on_one_number",
        "too_little_known",
        "nothing_found",
        "trust_sales_receipt",
    }


def test_the_states_and_verdicts_are_those_the_scenarios_expect(shared: Caller) -> None:
    results = _check(shared)
    assert {key: (result.state, result.verdict) for key, result in results.items() if key != REST} == {
        "unrelated_credit_memo": ("posted", "unrelated"),
        "unrelated_invoice": ("posted", "unrelated"),
        "same_after_lost_answer": ("already_in_quickbooks", "same_document"),
        "same_under_another_number": ("already_in_quickbooks", "same_document"),
        "closed_books": ("posted", "unrelated"),
        "trust_journal": ("posted", "journal_or_trust"),
        "two_documents_on_one_number": ("posted", "unrelated"),
        "too_little_known": ("posted", "none_found"),
        "nothing_found": ("posted", "none_found"),
        "trust_sales_receipt": ("posted", "none_found"),
    }


def test_every_scenario_of_every_firm_ends() -> None:
    """A scenario that is added must say how it ends; an open decision or a block is no end."""
    known = scenarios(FIRMS, 1, date.fromisoformat(TODAY))
    assert {one.state for one in known} <= {"posted", "already_in_quickbooks", "ignored"}
    # What is put aside says why, and nothing else does.
    assert [one.key for one in known if bool(one.why) is not (one.state == "ignored")] == []
    # What Untwin must never change begins locked.
    locked = {one.first_verdict for one in known} - {""}
    assert locked == {"unrelated", "journal_or_trust", "unknown", "purchase_side"}


def test_a_renumbered_same_document_fails(fresh: Caller) -> None:
    _solve(fresh)
    fresh.renumber("Invoice", "1238", "1238-X")
    assert _wrong(_check(fresh)) == {
        "same_after_lost_answer": (
            f"Invoice 1238 (id {fresh.holder('Invoice', '1238-X')['Id']}) was changed: DocNumber, MetaData, SyncToken.",
        )
    }


def test_a_sale_that_was_booked_twice_fails(fresh: Caller) -> None:
    _solve(fresh)
    fresh.renumber("SalesReceipt", "1240", "1240-X")
    assert fresh.retry("1240") == "Synced"
    [(key, wrong)] = _wrong(_check(fresh)).items()
    assert key == "same_under_another_number"
    assert any("booked twice" in sentence for sentence in wrong)


def test_a_sale_that_was_booked_twice_under_another_number_fails(fresh: Caller) -> None:
    _solve(fresh)
    posted = fresh.holder("Invoice", "1234")
    again = {"CustomerRef": posted["CustomerRef"], "Line": posted["Line"][:1], "DocNumber": "7777"}
    assert fresh.post("invoice", again).status_code == 200
    [(key, wrong)] = _wrong(_check(fresh)).items()
    assert key == "unrelated_credit_memo"
    assert "2 new documents answer bill 1234; there should be one." in wrong


def test_a_full_update_that_lost_fields_fails(fresh: Caller) -> None:
    memo = fresh.holder("CreditMemo", "1234")
    line = {"Amount": 85, "DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {"ItemRef": {"value": "2"}}}
    body = {
        "Id": memo["Id"],
        "SyncToken": memo["SyncToken"],
        "CustomerRef": memo["CustomerRef"],
        "Line": [line],
        "DocNumber": "CM-1234-A",
    }
    assert fresh.post("creditmemo", body).status_code == 200
    fresh.retry("1234")
    [sentence] = _check(fresh)["unrelated_credit_memo"].wrong
    assert sentence == "CreditMemo 1234 (id 111) changed in more than its number: Line, TxnDate."


def test_a_new_number_that_another_document_has_fails(fresh: Caller) -> None:
    fresh.renumber("Invoice", "1236", "inv-1236")
    assert fresh.retry("1236") == "Synced"
    [sentence] = _check(fresh)["unrelated_invoice"].wrong
    assert sentence.endswith("was given inv-1236, which another document has.")


def test_a_stranger_a_loss_and_a_change_elsewhere_fail_the_rest_of_the_books(fresh: Caller) -> None:
    _solve(fresh)
    paid = fresh.query("SELECT * FROM Payment")["Payment"][0]
    fresh.post("payment", {"Id": paid["Id"], "SyncToken": paid["SyncToken"]}, operation="delete")
    fresh.post("customer", {"DisplayName": "Stranger, Sam"})
    fresh.renumber("Estimate", "1236", "E-1236")
    [(key, wrong)] = _wrong(_check(fresh)).items()
    assert key == REST
    # What the payment paid is open again.
    assert len(wrong) == 4


def test_a_bill_that_only_disappeared_from_the_books_fails(fresh: Caller) -> None:
    _solve(fresh)
    memo = fresh.holder("CreditMemo", "CR-1234-A")
    fresh.post("creditmemo", {"Id": memo["Id"], "SyncToken": memo["SyncToken"]}, operation="delete")
    assert _wrong(_check(fresh)) == {"unrelated_credit_memo": ("CreditMemo 1234 (id 111) is gone.",)}
