"""What a plain script would say: the number is looked up, customer and total are compared, and that is all."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.verdict import Verdict
from verdicts.judging import Judged


def plain_counts(judged: Iterable[Judged]) -> Iterator[str]:
    """How often it would book a sale twice or lose one."""
    plain = [replace(j, judgement=replace(j.judgement, verdict=plain_verdict(j.evidence))) for j in judged]
    twice, lost = sum(j.wrong_go for j in plain), sum(j.wrong_same for j in plain)
    yield f"a plain comparison of number, customer and total: {twice} booked twice or renumbered wrongly, {lost} lost"


def plain_verdict(evidence: Evidence) -> Verdict:
    """The same where customer and total are; nothing there; else unrelated."""
    waiting = evidence.incoming
    if not evidence.holders:
        return Verdict.NONE_FOUND
    if waiting and any(d.customer_name == waiting.customer and d.total == waiting.total for d in evidence.holders):
        return Verdict.SAME_DOCUMENT
    return Verdict.UNRELATED
