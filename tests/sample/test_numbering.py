"""Who may have which number, and what is said to those who may not."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.sample.clock import Clock
from untwin.sample.firm.firm import make_firm
from untwin.sample.quickbooks.books.books import Books
from untwin.sample.quickbooks.books.writes import Writer
from untwin.sample.quickbooks.faults import FaultError
from untwin.sample.quickbooks.kinds.entities import ENTITIES
from untwin.sample.quickbooks.kinds.entity import Doc

DAY = date(2026, 11, 20)
SALES = ("Invoice", "CreditMemo", "SalesReceipt", "RefundReceipt")


@pytest.fixture
def books() -> Books:
    return make_firm(1, DAY).books


@pytest.fixture
def writer(books: Books) -> Writer:
    return Writer(books, Clock(DAY))


def _sale(books: Books, **more: object) -> Doc:
    line = {
        "Amount": Decimal(10),
        "DetailType": "SalesItemLineDetail",
        "SalesItemLineDetail": {"ItemRef": {"value": "1"}},
    }
    customer = {"value": next(iter(books.of("Customer")))}
    return {"CustomerRef": customer, "Line": [line], "DepositToAccountRef": {"value": "1"}, **more}


def _body(books: Books, entity: str, **more: object) -> Doc:
    body = _sale(books, **more)
    return {name: value for name, value in body.items() if name in ENTITIES[entity].known}


def _number_by_quickbooks(books: Books) -> None:
    preferences = books.of("Preferences")["1"]
    preferences["SalesFormsPrefs"] = {"CustomTxnNumbers": False}


@pytest.mark.parametrize("entity", SALES)
def test_a_used_number_is_refused_across_the_four_sales_forms_in_quickbooks_own_words(
    writer: Writer, books: Books, entity: str
) -> None:
    with pytest.raises(FaultError) as caught:
        writer.create(ENTITIES[entity], _body(books, entity, DocNumber="1234"))
    assert caught.value.status == 400
    assert caught.value.envelope() == {
        "Fault": {
            "Error": [
                {
                    "Message": "Duplicate Document Number Error",
                    "Detail": "Duplicate Document Number Error : You must specify a different number. This number has"
                    " already been used. DocNumber=1234 is assigned to TxnType=Credit Memo with TxnId=111",
                    "code": "6140",
                    "element": "",
                }
            ],
            "type": "ValidationFault",
        }
    }


@pytest.mark.parametrize(("entity", "shown"), [("SalesReceipt", "Sales Receipt"), ("RefundReceipt", "Refund")])
def test_the_holder_is_named_by_its_displayed_type(writer: Writer, books: Books, entity: str, shown: str) -> None:
    number = next(iter(books.of(entity).values()))["DocNumber"]
    with pytest.raises(FaultError, match=f"DocNumber={number} is assigned to TxnType={shown} with TxnId="):
        writer.create(ENTITIES["Invoice"], _body(books, "Invoice", DocNumber=number))


def test_an_update_to_a_used_number_is_accepted(writer: Writer, books: Books) -> None:
    other = next(doc for doc in books.of("CreditMemo").values() if doc["DocNumber"] == "CM-1234")
    body = {"Id": other["Id"], "SyncToken": other["SyncToken"], "sparse": True, "DocNumber": "1234"}
    assert writer.update(ENTITIES["CreditMemo"], body)["DocNumber"] == "1234"


def test_an_update_to_a_used_number_is_refused_where_that_was_asked_for(books: Books) -> None:
    strict = Writer(books, Clock(DAY), refuses_updates=True)
    other = next(doc for doc in books.of("CreditMemo").values() if doc["DocNumber"] == "CM-1234")
    body = {"Id": other["Id"], "SyncToken": other["SyncToken"], "sparse": True, "DocNumber": "1234"}
    with pytest.raises(FaultError, match="DocNumber=1234 is assigned to TxnType=Credit Memo with TxnId=111"):
        strict.update(ENTITIES["CreditMemo"], body)
    assert strict.update(ENTITIES["CreditMemo"], {**body, "DocNumber": "CM-1234-A"})["DocNumber"] == "CM-1234-A"


def test_a_document_may_keep_the_number_it_shares(books: Books) -> None:
    strict = Writer(books, Clock(DAY), refuses_updates=True)
    invoice = next(doc for doc in books.of("Invoice").values() if doc["DocNumber"] == "1246")
    body = {"Id": invoice["Id"], "SyncToken": invoice["SyncToken"], "sparse": True, "PrivateNote": "seen"}
    assert strict.update(ENTITIES["Invoice"], body)["PrivateNote"] == "seen"


def test_with_the_setting_off_duplicates_are_accepted_and_no_number_means_the_next_one(
    writer: Writer, books: Books
) -> None:
    _number_by_quickbooks(books)
    first = writer.create(ENTITIES["Invoice"], _body(books, "Invoice", DocNumber="1234"))
    second = writer.create(ENTITIES["Invoice"], _body(books, "Invoice"))
    third = writer.create(ENTITIES["CreditMemo"], _body(books, "CreditMemo"))
    assert first["DocNumber"] == "1234"
    assert int(third["DocNumber"]) == int(second["DocNumber"]) + 1


def test_with_the_setting_on_no_number_stays_no_number_and_auto_generate_numbers(writer: Writer, books: Books) -> None:
    assert "DocNumber" not in writer.create(ENTITIES["Invoice"], _body(books, "Invoice"))
    given_out = writer.create(ENTITIES["Invoice"], _body(books, "Invoice", DocNumber="AUTO_GENERATE"))["DocNumber"]
    assert given_out.isdecimal()


def test_renumbering_does_not_move_the_counter(writer: Writer, books: Books) -> None:
    memo = books.of("CreditMemo")["111"]
    writer.update(
        ENTITIES["CreditMemo"], {"Id": "111", "SyncToken": memo["SyncToken"], "sparse": True, "DocNumber": "8000"}
    )
    assert writer.create(ENTITIES["Invoice"], _body(books, "Invoice", DocNumber="AUTO_GENERATE"))["DocNumber"] != "8001"


def test_journal_entries_are_refused_only_where_the_company_warns(writer: Writer, books: Books) -> None:
    entry = next(doc for doc in books.of("JournalEntry").values() if doc["DocNumber"].startswith("TR-"))
    body = {"DocNumber": entry["DocNumber"], "Line": entry["Line"]}
    with pytest.raises(FaultError, match=f"TxnType=Journal Entry with TxnId={entry['Id']}$"):
        writer.create(ENTITIES["JournalEntry"], body)
    flags = books.of("Preferences")["1"]["OtherPrefs"]["NameValue"]
    next(flag for flag in flags if flag["Name"] == "WarnDuplicateJournalNumber")["Value"] = "false"
    assert writer.create(ENTITIES["JournalEntry"], body)["DocNumber"] == entry["DocNumber"]


@pytest.mark.parametrize("entity", ["Estimate", "Bill", "PurchaseOrder"])
def test_other_forms_have_spaces_of_their_own_and_are_never_refused(writer: Writer, books: Books, entity: str) -> None:
    body: Doc = _body(books, entity, DocNumber="1234")
    if entity != "Estimate":
        line = {
            "Amount": 5,
            "DetailType": "AccountBasedExpenseLineDetail",
            "AccountBasedExpenseLineDetail": {"AccountRef": {"value": "9"}},
        }
        body = {"VendorRef": {"value": "1"}, "APAccountRef": {"value": "6"}, "DocNumber": "1234", "Line": [line]}
    assert writer.create(ENTITIES[entity], body)["DocNumber"] == "1234"
    assert writer.create(ENTITIES[entity], body)["DocNumber"] == "1234"


@given(st.sampled_from(["1234 ", " 1234", "1234"]))
def test_blanks_around_a_number_do_not_make_it_another_one(number: str) -> None:
    firm = make_firm(1, DAY)
    with pytest.raises(FaultError):
        Writer(firm.books, Clock(DAY)).create(ENTITIES["Invoice"], _body(firm.books, "Invoice", DocNumber=number))
