"""Something the document names is gone or inactive: which record it is, and whether it can be made active again."""

from untwin.domain.cases.advice import Advice, Fact, Option, RetrySense
from untwin.domain.errors.faults import FaultKind
from untwin.domain.playbooks import ways
from untwin.domain.playbooks.names import best_first, fits
from untwin.domain.playbooks.sight import Sight
from untwin.domain.playbooks.waiting import contact_of
from untwin.domain.verdicts.observed import PEOPLE, RECORD_WORDS, NameRecord
from untwin.domain.words.phrasing import capital

_SHOWN = 3


def advise(sight: Sight) -> Advice:
    """The advice for "it points to something deleted or inactive" and for "it is no longer there"."""
    lost = tuple(_missing(sight))
    suspects = _suspects(sight)
    inactive = tuple(r for r in suspects if not r.active)
    facts = (*(Fact(r.title, "there") for r in suspects[:_SHOWN]), *(Fact(words, "gone") for words in lost))
    said = (*_about(sight), *(f"QuickBooks has the {r.title}." for r in suspects[:_SHOWN]), *_lost_words(lost))
    if inactive:
        revive = tuple(_revive(sight, r) for r in inactive[:2])
        options = ways.with_retry(sight, RetrySense.AFTER, *revive, _other(sight))
        return Advice(said, options, RetrySense.AFTER, facts=facts)
    if lost or not suspects:
        asked = () if contact_of(sight).name else (ways.describe(),)
        options = ways.with_retry(sight, RetrySense.AFTER, *asked, _other(sight))
        return Advice((*said, *_nothing_seen(suspects, lost)), options, RetrySense.AFTER, facts=facts)
    said = (*said, "All that could be found is there and active now.", *sight.doubts)
    return Advice(said, ways.with_retry(sight, RetrySense.NOW), RetrySense.NOW, facts=facts)


def _about(sight: Sight) -> tuple[str, ...]:
    evidence = sight.evidence
    if evidence is None or not evidence.named_missing:
        return ()
    return (f"The document that the error names (no. {evidence.named.txn_id} inside QuickBooks) isn't there any more.",)


def _suspects(sight: Sight) -> tuple[NameRecord, ...]:
    """Records the error names by id, and the customer of the waiting document."""
    contact = contact_of(sight)
    customers = tuple(r for r in sight.observed.names if r.entity == "Customer")
    likely = tuple(r for r in best_first(contact, customers) if fits(contact, r) >= 2)
    return tuple({(r.entity, r.id): r for r in (*sight.observed.records, *likely)}.values())


def _missing(sight: Sight) -> list[str]:
    seen = {(r.entity, r.id) for r in sight.observed.records}
    wanted: dict[str, set[str]] = {}
    for entity, record_id in sight.observed.wanted.records:
        wanted.setdefault(record_id, set()).add(entity)
    # "Names element id 12" may be a customer, a vendor or an employee: it is gone where none of them is there.
    return [
        f"the {' or '.join(sorted(RECORD_WORDS[e] for e in kinds))} no. {record_id}"
        for record_id, kinds in wanted.items()
        if not any((entity, record_id) in seen for entity in kinds)
    ]


def _lost_words(lost: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{capital(words)} of the error isn't in QuickBooks any more." for words in lost)


def _nothing_seen(suspects: tuple[NameRecord, ...], lost: tuple[str, ...]) -> tuple[str, ...]:
    if suspects or lost:
        return ()
    return ("The error doesn't say what is missing: a customer, a product, an account, a class or a tax.",)


def _revive(sight: Sight, record: NameRecord) -> Option:
    words = f"Open the inactive {RECORD_WORDS[record.entity]}"
    merged = ("If it was merged into another one, leave it, and choose that one instead.",)
    more = merged if record.entity in PEOPLE else ()
    return ways.open_record(sight, record, words, "Make it active again, if it is the right one.", *more)


def _other(sight: Sight) -> Option:
    how = ["Point the document to a customer, product or account that is there and active."]
    if sight.case.source == "clio" and sight.case.kind is FaultKind.OBJECT_NOT_FOUND:
        how.append("Where the bill itself was deleted in QuickBooks, the button there says “Re-sync”.")
    words = f"Choose another in {sight.source}"
    link = sight.source_page
    return Option(words, how=tuple(how), where=f"{sight.source}, the document", copy=sight.number or "", link=link)
