"""The page of one document: what a person sees behind a link."""

from sample.caller import Caller


def test_a_link_opens_the_document_with_its_number_and_customer(shared: Caller) -> None:
    page = shared.session.get(f"{shared.base}/app/creditmemo?txnId=111", timeout=10)
    assert page.status_code == 200
    assert "CreditMemo 1234" in page.text
    assert "Ortega, Luis" in page.text


def test_journal_entries_open_under_quickbooks_own_path(shared: Caller) -> None:
    entry = shared.session.get(f"{shared.base}/sample/books", timeout=10).json()[shared.realm]["JournalEntry"][0]
    page = shared.session.get(f"{shared.base}/app/journal?txnId={entry['Id']}", timeout=10)
    assert entry["DocNumber"] in page.text


def test_checks_expenses_and_card_credits_open_under_their_own_paths(shared: Caller) -> None:
    row = {"realm": shared.realm, "entity": "Purchase", "body": {"DocNumber": "C-77", "PaymentType": "CreditCard"}}
    put = shared.session.post(f"{shared.base}/sample/rows", json=row, timeout=10).json()["Purchase"]
    for slug in ("check", "expense", "creditcardcredit"):
        page = shared.session.get(f"{shared.base}/app/{slug}?txnId={put['Id']}", timeout=10)
        assert "C-77" in page.text


def test_a_document_that_is_not_there_is_said(shared: Caller) -> None:
    assert shared.session.get(f"{shared.base}/app/invoice?txnId=999999", timeout=10).status_code == 404
    assert shared.session.get(f"{shared.base}/app/nonsense?txnId=111", timeout=10).status_code == 404


def test_what_people_wrote_is_never_markup(shared: Caller) -> None:
    row = {"realm": shared.realm, "entity": "Invoice", "body": {"DocNumber": "<b>1</b>", "CustomerRef": {"value": "1"}}}
    put = shared.session.post(f"{shared.base}/sample/rows", json=row, timeout=10).json()["Invoice"]
    page = shared.session.get(f"{shared.base}/app/invoice?txnId={put['Id']}", timeout=10)
    assert "<b>1</b>" not in page.text
    assert "&lt;b&gt;1" in page.text
