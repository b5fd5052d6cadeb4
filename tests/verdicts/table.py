"""Prints what came of a run: the shares, the confusion table, the counts that must be zero, and each fault's story."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from untwin.domain.books.documents import Document
from untwin.domain.verdicts.verdict import Verdict
from verdicts.conflict import Group
from verdicts.judging import Judged

_HEADS = {
    Verdict.SAME_DOCUMENT: "same",
    Verdict.JOURNAL_OR_TRUST: "trust",
    Verdict.OWNED_BY_SOURCE: "owned",
    Verdict.PURCHASE_SIDE: "purch",
    Verdict.UNKNOWN: "unknown",
    Verdict.PREFIX_CONTINUED: "prefix",
    Verdict.UNRELATED: "unrel",
    Verdict.NONE_FOUND: "none",
}


def shares(judged: Sequence[Judged]) -> Iterator[str]:
    """How much of each was made, and how much of it with enough evidence."""
    every = Counter(j.conflict.group for j in judged)
    enough = Counter(j.conflict.group for j in judged if j.conflict.enough)
    for group in Group:
        share = 100 * every[group] / len(judged)
        yield f"{group:26} {every[group]:6} {share:5.1f} %   enough evidence {enough[group]:5}"
    total = sum(enough.values())
    yield f"{'in all':26} {len(judged):6}           enough evidence {total:5} = {100 * total / len(judged):.1f} %"
    noisy = Counter(words for j in judged for words in j.conflict.noise)
    yield "noise: " + ", ".join(f"{words} {count}" for words, count in noisy.most_common())


def confusion(judged: Iterable[Judged]) -> Iterator[str]:
    """A row for each group, with enough evidence and without; a column for each verdict."""
    counted = Counter((j.conflict.group, j.conflict.enough, j.verdict) for j in judged)
    yield f"{'built':26} {'evidence':9}" + "".join(f"{_HEADS[v]:>8}" for v in Verdict)
    for group in Group:
        for enough in (True, False):
            row = [counted[group, enough, verdict] for verdict in Verdict]
            if any(row):
                words = "enough" if enough else "not all" if group is not Group.ALIKE else ""
                yield f"{group:26} {words:9}" + "".join(f"{count or '.':>8}" for count in row)


def counts(judged: Sequence[Judged]) -> Iterator[str]:
    """The figures that count."""
    enough = [j for j in judged if j.conflict.enough]
    hits = sum(j.hit for j in enough)
    yield f"wrong unrelated (or none found, prefix continued): {sum(j.wrong_go for j in judged)}"
    yield f"wrong same document: {sum(j.wrong_same for j in judged)}"
    yield f"other verdicts that the rule doesn't allow: {other_faults(judged)}"
    yield f"of {len(enough)} with enough evidence {hits} got their verdict: {100 * hits / max(1, len(enough)):.2f} %"
    yield f"(clouded by noise: {sum(j.conflict.clouded for j in enough)} of these)"


def other_faults(judged: Iterable[Judged]) -> int:
    """Faults that book nothing twice and lose nothing."""
    faulty = [j for j in judged if j.faulty and not j.wrong_go and not j.wrong_same]
    return sum(not (j.conflict.enough and j.verdict is Verdict.UNKNOWN) for j in faulty)


def grouped(judged: Iterable[Judged]) -> Iterator[str]:
    """What went wrong or was missed, by relation."""
    bad = Counter(
        (_kind(j), j.conflict.relation, str(j.conflict.gap), _HEADS[j.verdict])
        for j in judged
        if j.faulty or (j.conflict.enough and not j.hit)
    )
    for (kind, relation, gap, verdict), count in sorted(bad.items(), key=lambda item: (item[0][0], -item[1])):
        yield f"{count:5}  {kind:16} {verdict:8} {relation}  [{gap}]"


def _kind(judged: Judged) -> str:
    if judged.wrong_go:
        return "1 WRONG GO-AHEAD"
    if judged.wrong_same:
        return "2 WRONG SAME"
    return "4 other" if judged.faulty and judged.verdict is not Verdict.UNKNOWN else "3 missed"


def story(judged: Judged) -> Iterator[str]:
    """One conflict told in full."""
    conflict, evidence = judged.conflict, judged.evidence
    yield f"--- {conflict.group}: {conflict.relation} | {conflict.gap} | noise: {', '.join(conflict.noise) or 'none'}"
    yield f"    is {judged.verdict}, right: {', '.join(sorted(conflict.right))}"
    yield f"    waiting ({conflict.source}): {evidence.incoming}"
    yield from (f"    holds {conflict.number}: {_told(d)}" for d in evidence.holders)
    yield from (f"    nearby: {_told(d)}" for d in evidence.nearby if d in _near(judged))
    yield from (f"    listed: {r.number} {r.customer} {r.total} {r.date}" for r in evidence.source_records[:6])
    yield f"    proved: {evidence.incoming_customers}; by hand: {evidence.made_by_hand}; named: {conflict.named}"
    yield from (f"    reason: {reason}" for reason in judged.judgement.reasons)


def _near(judged: Judged) -> list[Document]:
    ids = {row.id for row in judged.conflict.rows}
    return [d for d in judged.evidence.nearby if d.id in ids]


def _told(d: Document) -> str:
    return (
        f"{d.title} ({d.id}) of {d.who}, {d.total} {d.currency}, subtotal {d.subtotal}, balance {d.balance}, "
        f"{d.date}, {'voided, ' if d.voided else ''}{d.words!r}"
    )
