"""The invoice came without a customer: who of QuickBooks' customers it may mean, and which field keeps them apart."""

from untwin.domain.advice import Advice, Fact, Option, RetrySense
from untwin.domain.observed import NameRecord
from untwin.domain.playbooks import ways
from untwin.domain.playbooks.names import Contact, best_first, differences, fits
from untwin.domain.playbooks.sight import Sight
from untwin.domain.playbooks.waiting import contact_of

_SHOWN = 3


def advise(sight: Sight) -> Advice:
    """The advice."""
    contact = contact_of(sight)
    if contact.name is None and contact.email is None:
        return _nobody_named(sight)
    customers = tuple(r for r in sight.observed.names if r.entity == "Customer")
    found = best_first(contact, customers)
    if not found:
        return _nobody_found(sight, contact)
    best = found[0]
    ready = fits(contact, best) == 4 and best.active
    sense = RetrySense.NOW if ready else RetrySense.AFTER
    return Advice(
        found=_said(sight, contact, found),
        options=(*_options(sight, contact, best), ways.retry(sight, sense), ways.look_again()),
        retry=sense,
        facts=tuple(_facts(found)),
        differs=differences(contact, best),
    )


def _said(sight: Sight, contact: Contact, found: tuple[NameRecord, ...]) -> tuple[str, ...]:
    first = f"{sight.source} sent {sight.waiting} for {contact.words}."
    others = [f"QuickBooks has the {record.title}{_why(contact, record)}." for record in found[:_SHOWN]]
    if len(found) > _SHOWN:
        others.append(f"{len(found) - _SHOWN} more are alike.")
    return (first, *others)


def _why(contact: Contact, record: NameRecord) -> str:
    address = f"its address is {record.email}" if record.email else "it has no address"
    words = {
        4: "with the same address",
        3: f"with the same name; {address}",
        2: f"whose company has that name; {address}",
        1: f"whose name is alike; {address}",
    }
    return f" {words[fits(contact, record)]}"


def _options(sight: Sight, contact: Contact, best: NameRecord) -> tuple[Option, ...]:
    revive = ways.open_record(sight, best, "Open the inactive customer", "Make it active again.")
    shown = ways.open_record(sight, best, "Open the customer in QuickBooks", *_correct(contact, best))
    chosen = () if best.email is None else (_in_source(sight, best.email),)
    return (revive, *chosen) if not best.active else (*chosen, shown)


def _correct(contact: Contact, best: NameRecord) -> tuple[str, ...]:
    if contact.email and fits(contact, best) < 4:
        return (f"If {contact.email} is the right address, put it on the customer there.",)
    return ()


def _in_source(sight: Sight, email: str) -> Option:
    how = (
        f"Put the contact on the invoice whose e-mail address equals {email}.",
        "If there is no such contact, correct the address on the contact that is there.",
    )
    words = f"Copy {email} for the contact in {sight.source}"
    return Option(words, how=how, where=f"{sight.source}, the invoice's contact", copy=email, link=sight.source_page)


def _facts(found: tuple[NameRecord, ...]) -> list[Fact]:
    listed: list[Fact] = []
    for record in found[:_SHOWN]:
        listed.append(Fact(f"E-mail of {record.name}", record.email or "none"))
        listed.append(Fact(f"{record.name} is active", "yes" if record.active else "no"))
    return listed


def _nobody_named(sight: Sight) -> Advice:
    said = (
        f"The error doesn't say whose invoice it is, and {sight.source} wasn't asked or doesn't know.",
        "With the customer's name or e-mail address Untwin can look which customer is meant.",
    )
    options = ways.with_retry(sight, RetrySense.AFTER, ways.describe())
    return Advice(said, options, RetrySense.AFTER)


def _nobody_found(sight: Sight, contact: Contact) -> Advice:
    searched = "by address, by name and by company; inactive ones were looked at too"
    said = (
        f"{sight.source} sent {sight.waiting} for {contact.words}.",
        f"No customer in QuickBooks fits ({searched})." if sight.observed.search.complete else _cut(sight),
    )
    made = Option(
        "Add the customer in QuickBooks",
        how=(f"Add a customer with exactly this address: {contact.email}.",)
        if contact.email
        else (f"Add the customer {contact.name} with the contact's e-mail address.",),
        where="QuickBooks, Customers",
        button="New customer",
        copy=contact.email or contact.name or "",
        link=sight.home,
    )
    options = ways.with_retry(sight, RetrySense.AFTER, made)
    return Advice(said, options, RetrySense.AFTER, facts=(Fact("Customers that fit", "none"),))


def _cut(sight: Sight) -> str:
    return f"No customer that fits was seen, but not all were looked at. {sight.observed.search.why_not}".strip()
