"""Whatever is swapped in the evidence: a verdict that is sure has all that the reference asks for."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from untwin.domain.books.documents import Document
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.judge import judge
from untwin.domain.verdicts.verdict import Judgement
from verdicts.bench_verdicts import judge_offline
from verdicts.oracle import broken
from verdicts.test_less_evidence import evidence

# What one document may take over from another one, or from the waiting document.
GROUPS: tuple[tuple[str, ...], ...] = (
    ("customer_id", "customer_name"),
    ("total",),
    ("total", "subtotal", "balance", "lines"),
    ("subtotal",),
    ("balance",),
    ("date",),
    ("currency",),
    ("entity",),
    ("voided",),
    ("lines", "memo"),
    ("accounts",),
    ("number",),
)


def test_what_is_sure_has_what_the_reference_asks_for() -> None:
    found = [(name, list(broken(e, judge(e)))) for name, e in evidence()]
    assert [(name, why) for name, why in found if why] == []


@settings(max_examples=300, derandomize=True, deadline=None)  # a slow machine is no error
@given(st.data())
def test_what_is_sure_after_swaps_has_what_the_reference_asks_for(data: st.DataObject) -> None:
    name, whole = data.draw(st.sampled_from(evidence()))
    for _turn in range(data.draw(st.integers(1, 3))):
        whole = swapped(whole, data.draw)
    judgement = judge(whole)
    assert list(broken(whole, judgement)) == [], told(name, whole, judgement)


def swapped(whole: Evidence, draw: Callable[[st.SearchStrategy[Any]], Any]) -> Evidence:
    """The evidence with something taken over: from one document to another, or from the waiting one."""
    documents = (*whole.holders, *whole.nearby)
    if not documents:
        return whole
    old, fields = draw(st.sampled_from(documents)), draw(st.sampled_from(GROUPS))
    if whole.incoming and draw(st.booleans()):
        new = _of_waiting(old, whole, fields)
    else:
        other = draw(st.sampled_from(documents))
        new = replace(old, **{field: getattr(other, field) for field in fields})
    return _put(whole, old, new)


def _of_waiting(old: Document, whole: Evidence, fields: tuple[str, ...]) -> Document:
    waiting = whole.incoming
    assert waiting is not None
    customer = next(iter(whole.incoming_customers), old.customer_id)
    taken: dict[str, Any] = {
        "customer_id": customer,
        "customer_name": waiting.customer,
        "total": waiting.total,
        "subtotal": waiting.total,
        "balance": waiting.total,
        "date": waiting.date,
        "currency": waiting.currency,
    }
    return replace(old, **{field: taken[field] for field in fields if field in taken})


def _put(whole: Evidence, old: Document, new: Document) -> Evidence:
    def put(documents: tuple[Document, ...]) -> tuple[Document, ...]:
        return tuple(new if d == old else d for d in documents)

    named = new if whole.named_found == old else whole.named_found
    return replace(whole, holders=put(whole.holders), nearby=put(whole.nearby), named_found=named)


def told(name: str, whole: Evidence, judgement: Judgement) -> str:
    """The failing case in full."""
    return f"{name}: {judgement.verdict} {judgement.reasons} {whole.incoming} {whole.holders} {whole.nearby}"


def test_the_oracle_itself_finds_fault() -> None:
    """It would be worthless if it never did: a sure verdict on other evidence breaks its rules."""
    judged = judge_offline(11, 60)
    sure = [j.judgement for j in judged if j.judgement.verdict.changeable]
    unsure = [j.evidence for j in judged if not j.judgement.verdict.changeable]
    assert sum(any(broken(e, sure[0])) for e in unsure) > len(unsure) // 2
