"""What a document is by itself doesn't hide that the waiting sale may be booked already."""

from dataclasses import replace
from typing import Any

import pytest

from builders import HOLDER, TWIN, evidence
from untwin.domain.verdicts.evidence import Search
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.verdict import Verdict

VENDORS = replace(HOLDER, entity="Bill", id="60", customer_id="60", customer_name="Acme Supply")
NEAR = replace(TWIN, memo="")


@pytest.mark.parametrize(
    ("what", "changes", "says"),
    [
        ("nothing of the sale was found", {}, ""),
        ("a sale of the amount is near", {"nearby": (NEAR,)}, "may be the same sale"),
        ("the search was cut short", {"twin_search": Search(complete=False, why_not="Too many.")}, "Too many."),
        (
            "one of the customer has the number too",
            {"holders": (VENDORS, replace(HOLDER, customer_id="9", customer_name="Smith, Anna"))},
            "neither proved the same nor",
        ),
        ("who made a stranger's is asked", {"source_search": Search(complete=False), "holders": (VENDORS, HOLDER)}, ""),
        ("what waits is not known", {"incoming": None}, ""),
    ],
)
def test_a_vendors_bill_hides_no_sale_that_may_be_booked(what: str, changes: dict[str, Any], says: str) -> None:
    judgement = judge(evidence(**{"holders": (VENDORS,)} | changes))
    assert judgement.verdict is Verdict.PURCHASE_SIDE, what
    assert judgement.sale_open is bool(says), what
    assert says in " ".join(judgement.reasons), what
