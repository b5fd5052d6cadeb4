"""Will it post, and is it the right company? Blocks that stand beside the verdict."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

import builders
from builders import COMPANY, CUSTOMERS, HOLDER, INCOMING, TWIN, evidence
from untwin.domain.books.documents import Customer
from untwin.domain.sources.declared import CLIO, HUBSPOT, OTHER, SourceProfile
from untwin.domain.sources.incoming import Incoming, IncomingKind
from untwin.domain.verdicts.blocks import find_blocks, will_it_post
from untwin.domain.verdicts.evidence import Search
from untwin.domain.verdicts.judge import judge
from untwin.flows.looking.judged import judged

STRANGER = Incoming(IncomingKind.BILL, "1234", customer="Cole, Petr", total=Decimal(300), known_from="HubSpot")
INACTIVE = (CUSTOMERS[0], replace(CUSTOMERS[1], active=False))


def ids(**changes: Any) -> list[str]:
    return [block.id.value for block in will_it_post(evidence(**changes))]


@pytest.mark.parametrize(
    ("what", "changes", "expected"),
    [
        ("all is well", {}, []),
        ("inactive", {"customers": INACTIVE}, ["customer_inactive"]),
        ("nobody of that name", {"customers": CUSTOMERS[:1], "incoming_customers": ()}, ["customer_missing"]),
        (
            "somebody who may be it",
            {"customers": (*CUSTOMERS[:1], Customer("8", "Smith, Anne")), "incoming_customers": ()},
            [],
        ),
        (
            "not every customer was seen",
            {"customers": CUSTOMERS[:1], "incoming_customers": (), "twin_search": Search(complete=False)},
            [],
        ),
        ("another one wants the number", {"waiting_beside": (STRANGER,)}, ["number_wanted_by_another"]),
        (
            "one about which nothing is known",
            {"waiting_beside": (Incoming(IncomingKind.UNKNOWN, "1234"),)},
            ["number_wanted_by_another"],
        ),
        ("another one of the same total", {"waiting_beside": (replace(STRANGER, number="77"),)}, []),
        ("the very same one, taken in twice", {"waiting_beside": (INCOMING,)}, []),
    ],
)
def test_what_would_keep_it_from_posting_is_told(what: str, changes: dict[str, Any], expected: list[str]) -> None:
    assert ids(**changes) == expected, what


def test_the_block_names_the_other_one_and_what_to_do() -> None:
    [block] = will_it_post(evidence(waiting_beside=(STRANGER,)))
    assert "Cole, Petr" in block.sentence
    assert "only one can have it" in block.sentence


def test_the_same_case_twice_is_no_rival_for_its_own_sale() -> None:
    found = evidence(waiting_beside=(INCOMING,))
    assert judge(found).verdict.changeable
    assert not find_blocks(found, COMPANY, judge(found).holders)


def test_a_text_whose_type_is_another_ones_here_is_of_another_company() -> None:
    found = evidence(named_found=replace(HOLDER, entity="Invoice"))
    assert [b.id.value for b in find_blocks(found, COMPANY, judge(found).holders)] == ["wrong_company"]


LISTED = replace(INCOMING, listed=True, source_id=None)
ANOTHER = replace(HOLDER, id="77")


@pytest.mark.parametrize(
    ("what", "changes", "blocked"),
    [
        ("it is gone, another has the number", {"named_found": None, "holders": (ANOTHER,)}, True),
        (
            "it has another number, another has its own",
            {"named_found": replace(HOLDER, number="9"), "holders": (ANOTHER,)},
            True,
        ),
        ("it has the number, and another has it too", {"holders": (HOLDER, ANOTHER)}, False),
        ("it is gone, nothing has the number", {"named_found": None, "holders": ()}, False),
        (
            "it is renumbered by Untwin, another has the number",
            {"named_found": replace(HOLDER, number="9"), "holders": (ANOTHER,), "renumbered_here": (HOLDER.id,)},
            False,
        ),
        (
            "the app itself answered",
            {"named_found": None, "holders": (ANOTHER,), "incoming": INCOMING},
            False,
        ),
    ],
)
def test_a_namesake_of_the_customer_does_not_make_a_company_the_right_one(
    what: str, changes: dict[str, Any], blocked: bool
) -> None:
    gone = {"named_missing": changes.get("named_found", HOLDER) is None}
    found = evidence(**{"incoming": LISTED} | gone | changes)
    blocks = find_blocks(found, COMPANY, judge(found).holders)
    assert [b.id.value for b in blocks] == (["wrong_company"] if blocked else []), what


UNKNOWN_HERE = {"customers": CUSTOMERS[:1], "incoming_customers": ()}


@pytest.mark.parametrize(
    ("what", "source", "changes", "said"),
    [
        ("the source makes it", CLIO, {}, None),
        ("a person typed it", CLIO, {"incoming": replace(INCOMING, typed=True)}, "didn't say itself"),
        ("a list told it", CLIO, {"incoming": replace(INCOMING, listed=True, source_id=None)}, "didn't say itself"),
        ("somebody else has that amount", CLIO, {"nearby": (replace(TWIN, customer_name="Cole"),)}, "same amount"),
        ("nobody knows", HUBSPOT, {}, "Whether HubSpot makes customers by itself isn't known."),
        ("it makes none", replace(HUBSPOT, makes_customers=False), {}, "HubSpot won't make the customer"),
        ("no source", OTHER, {}, "add the customer in QuickBooks and look again."),
    ],
)
def test_a_customer_that_the_source_makes_is_no_failure(
    what: str, source: SourceProfile, changes: dict[str, Any], said: str | None
) -> None:
    blocks = will_it_post(evidence(**UNKNOWN_HERE | changes), source)
    if said is None:
        assert blocks == (), what
    else:
        assert [block.id.value for block in blocks] == ["customer_missing"], what
        assert said in blocks[0].sentence


def test_it_is_said_beside_the_verdict_that_the_customer_will_be_made() -> None:
    found = evidence(**UNKNOWN_HERE)
    case = judged(builders.case(source="clio"), found, COMPANY)
    assert case.blocks == ()
    assert case.judgement is not None
    assert case.judgement.reasons[-1] == (
        "Smith, Anna is no customer of this company yet; Clio makes the customer when it posts."
    )
    assert judged(builders.case(source="hubspot"), found, COMPANY).blocks
