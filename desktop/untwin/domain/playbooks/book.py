"""The book of playbooks: which one an error's kind has, what it wants looked for, and the rule that stands over all."""

from collections.abc import Callable
from dataclasses import replace

from untwin.domain.books.documents import SALES_SPACE, Document
from untwin.domain.cases.advice import Advice, Ends, Option, RetrySense, changed_facts
from untwin.domain.cases.case import Case
from untwin.domain.company.company import Company
from untwin.domain.errors.faults import FaultKind
from untwin.domain.playbooks import (
    changed_outside,
    closed_period,
    connection,
    deposited,
    duplicate_name,
    missing_customer,
    number_too_long,
    plain,
    references,
    service_date,
    stale_object,
    used_number,
    ways,
)
from untwin.domain.playbooks.sight import NOT_LOOKED, Sight
from untwin.domain.playbooks.waiting import contact_of, record_in_message, references_in_message
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.observed import Observed, Wanted
from untwin.domain.words.money import told_amount

_BOOK: dict[FaultKind, Callable[[Sight], Advice]] = {
    FaultKind.MISSING_CUSTOMER: missing_customer.advise,
    FaultKind.DUPLICATE_NAME: duplicate_name.advise,
    FaultKind.SERVICE_DATE_REQUIRED: service_date.advise,
    FaultKind.EXTERNAL_MODIFICATION: changed_outside.advise,
    FaultKind.CLOSED_PERIOD: closed_period.advise,
    FaultKind.STALE_OBJECT: stale_object.advise,
    FaultKind.OBJECT_NOT_FOUND: references.advise,
    FaultKind.INVALID_REFERENCE: references.advise,
    FaultKind.NUMBER_TOO_LONG: number_too_long.advise,
    FaultKind.DEPOSITED: deposited.advise,
    FaultKind.AUTH: connection.auth,
    FaultKind.THROTTLED: connection.throttled,
    FaultKind.SUBSCRIPTION: connection.subscription,
    FaultKind.VALIDATION: plain.validation,
    FaultKind.SYSTEM: plain.system,
    FaultKind.UNKNOWN: plain.unknown,
}
# What these are about is in QuickBooks by nature: that it is there says nothing about a retry.
_THERE_ANYWAY = frozenset({FaultKind.EXTERNAL_MODIFICATION, FaultKind.DEPOSITED})
_NAMES_A_CONTACT = frozenset({FaultKind.MISSING_CUSTOMER, FaultKind.OBJECT_NOT_FOUND, FaultKind.INVALID_REFERENCE})


def has_playbook(kind: FaultKind) -> bool:
    """Whether an error of this kind is advised on; a duplicate number is judged instead."""
    return kind in _BOOK


def wanted_by(case: Case, company: Company, evidence: Evidence) -> Wanted:
    """What the case's playbook wants looked for in QuickBooks beside the evidence."""
    sight = Sight(case, company, evidence, Observed())
    contact = contact_of(sight)
    if case.kind is FaultKind.DUPLICATE_NAME:
        name, record = duplicate_name.name_asked_for(sight), record_in_message(sight.message)
        people = ("Customer", "Vendor", "Employee")
        return Wanted(
            names=(name,) if name else (),
            emails=(contact.email,) if contact.email else (),
            records=tuple((entity, record) for entity in people) if record else (),
        )
    if case.kind not in _NAMES_A_CONTACT:
        return Wanted()
    return Wanted(
        names=(contact.name,) if contact.name else (),
        emails=(contact.email,) if contact.email else (),
        records=references_in_message(sight.message),
    )


def advise(case: Case, company: Company, evidence: Evidence | None, observed: Observed) -> Advice:
    """The advice about a case of a kind that has a playbook.

    Whatever a playbook says: a sale that is proved to be in QuickBooks already is not sent again.
    """
    sight = Sight(case, company, evidence, observed)
    there = case.kind in _THERE_ANYWAY or (case.kind is FaultKind.STALE_OBJECT and stale_object.is_there(sight))
    booked = None if there else sight.booked
    advice = _already(booked, sight) if booked else _BOOK[case.kind](sight)
    if not booked and advice.ends is Ends.POSTED and not there:
        advice = replace(advice, found=(*advice.found, *_doubts(sight, advice), *_in_the_way(sight)))
    if not booked:
        advice = replace(advice, options=(*_whose(sight), *advice.options)[:_MOST])
    return replace(advice, changed=changed_facts(case.advice, advice))


def advise_beside(case: Case, company: Company, evidence: Evidence, observed: Observed) -> Advice | None:
    """What goes beside the verdict on a used number; None where the verdict says all there is."""
    advice = used_number.advise(Sight(case, company, evidence, observed))
    return replace(advice, changed=changed_facts(case.advice, advice)) if advice else None


def _doubts(sight: Sight, advice: Advice) -> tuple[str, ...]:
    """What may be the same sale; a person compares before anything is sent again."""
    if not advice.retry.allowed:
        return ()
    new = [doubt for doubt in sight.doubts if doubt not in advice.found]
    if new == [NOT_LOOKED] and advice.retry is RetrySense.AFTER:
        return ()  # it is asked for anyway, and another look comes before the retry
    return (*new, _COMPARE) if new else ()


_COMPARE = "Look yourself before the retry: if the sale is there already, it would be booked twice."


_MOST = 5  # the number keys


def _whose(sight: Sight) -> tuple[Option, ...]:
    """The error names no app, and several push into the company: which it is decides where it is put right."""
    names = [sight.company.profile(binding.source).name for binding in sight.company.sources]
    if sight.case.source is not None or len(names) < 2:
        return ()
    return (ways.name_source(" or ".join(names)),)


def _in_the_way(sight: Sight) -> tuple[str, ...]:
    """Who uses the waiting document's number: it would fail for that next."""
    held = [d for d in (sight.evidence.holders if sight.evidence else ()) if d.entity in SALES_SPACE]
    return tuple(f"Its number is used by {d.title}, {d.who}: that has to be solved as well." for d in held[:2])


def _already(document: Document, sight: Sight) -> Advice:
    words = f"The same sale is in QuickBooks already: {document.title}, {document.who}, {told_amount(document.total)}."
    said = (words, *(sight.judgement.reasons if sight.judgement else ()), "Sent again, it would be booked twice.")
    opened = ways.open_document(sight, document, "Open it in QuickBooks")
    return Advice(said, (ways.already_there(document), opened, ways.look_again()), RetrySense.NO)
