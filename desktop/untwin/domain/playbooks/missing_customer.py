"""The invoice came without a customer: who of QuickBooks' customers it may mean, and which field keeps them apart."""

from untwin.domain.cases.advice import Advice, Fact, Option, RetrySense
from untwin.domain.playbooks import ways
from untwin.domain.playbooks.names import Contact, best_first, differences, fits, has_address, has_it_alone
from untwin.domain.playbooks.sight import Sight
from untwin.domain.playbooks.waiting import contact_of
from untwin.domain.verdicts.observed import NameRecord

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
    sense = RetrySense.NOW if _is_ready(contact, found) else RetrySense.AFTER
    return Advice(
        found=_said(sight, contact, found),
        options=(*_options(sight, contact, found), ways.retry(sight, sense), ways.look_again()),
        retry=sense,
        facts=tuple(_facts(found)),
        differs=differences(contact, best),
    )


def _is_ready(contact: Contact, found: tuple[NameRecord, ...]) -> bool:
    """Whether exactly one active customer has the very address: then nothing keeps the two apart any more."""
    having = [record for record in found if has_address(contact, record)]
    return len(having) == 1 and having[0].active and has_it_alone(contact, having[0])


def _rivals(contact: Contact, found: tuple[NameRecord, ...]) -> tuple[NameRecord, ...]:
    """The best one and those that fit no worse and are as active: which of them is meant, only a person can say."""
    best = found[0]
    return tuple(r for r in found if (fits(contact, r), r.active) == (fits(contact, best), best.active))


def _said(sight: Sight, contact: Contact, found: tuple[NameRecord, ...]) -> tuple[str, ...]:
    first = f"{sight.source} sent {sight.waiting} for {contact.words}."
    others = [f"QuickBooks has the {record.title}{_why(contact, record)}." for record in found[:_SHOWN]]
    if len(found) > _SHOWN:
        more = len(found) - _SHOWN
        others.append(f"{more} more {'is' if more == 1 else 'are'} alike.")
    return (first, *others, *_doubts(sight, contact, found))


def _doubts(sight: Sight, contact: Contact, found: tuple[NameRecord, ...]) -> tuple[str, ...]:
    """What a person must know before taking the first one for the right one."""
    best, said = found[0], []
    having = [record for record in found if has_address(contact, record)]
    if len(having) > 1:
        said.append(f"{len(having)} customers have that address: {sight.source} can't tell which of them is meant.")
    elif len(_rivals(contact, found)) > 1:
        said.append(f"{len(_rivals(contact, found))} fit alike. Which of them is meant, only you can say.")
    if having and not has_it_alone(contact, best):
        said.append(f"The address is not all that stands in the field: {sight.source} may not find it by that.")
    if having and best.email != contact.email and has_it_alone(contact, best):
        said.append("Only capital letters differ. Should the retry fail again, write both alike.")
    if any(not record.active for record in found[:_SHOWN]):
        said.append(_MERGED)
    return tuple(said)


_MERGED = "An inactive customer may be one that was merged into another: that one isn't made active again."


def _why(contact: Contact, record: NameRecord) -> str:
    address = f"its address is {record.email}" if record.email else "it has no address"
    words = {
        4: "with the same address" if has_it_alone(contact, record) else f"with that address in “{record.email}”",
        3: f"with the same name; {address}",
        2: f"whose company has that name; {address}",
        1: f"whose name is alike; {address}",
    }
    return f" {words[fits(contact, record)]}"


def _options(sight: Sight, contact: Contact, found: tuple[NameRecord, ...]) -> tuple[Option, ...]:
    """For the best one, and where several fit alike for two of them; behind an inactive one the next active one."""
    best, rivals = found[0], _rivals(contact, found)
    having = tuple(record for record in found if has_address(contact, record))
    if len(having) > 1:
        return tuple(ways.open_record(sight, r, f"Open “{r.name}” in QuickBooks", _TAKE_IT_OFF) for r in having[:2])
    if best.active:
        shown = ways.open_record(sight, best, "Open the customer in QuickBooks", *_correct(contact, best))
        return (*_in_source(sight, contact, rivals[:2]), shown)
    how = "Make it active again, if it is the right one."
    revive = ways.open_record(sight, best, "Open the inactive customer", how)
    standing = tuple(record for record in found if record.active and fits(contact, record) > 1)
    return (revive, *_in_source(sight, contact, standing[:1]))


_TAKE_IT_OFF = "Leave the address on the customer that is meant, and take it off the other one."


def _correct(contact: Contact, best: NameRecord) -> tuple[str, ...]:
    if contact.email and not has_it_alone(contact, best):
        return (f"If {contact.email} is the right address, put it on the customer there, and nothing else beside it.",)
    return ()


def _in_source(sight: Sight, contact: Contact, records: tuple[NameRecord, ...]) -> tuple[Option, ...]:
    """To the contact with a customer's address; one that has the contact's own is put right in QuickBooks alone."""
    others = (record for record in records if not has_address(contact, record))
    emails = dict.fromkeys(record.addresses[0] for record in others if record.addresses)
    return tuple(_by_address(sight, email) for email in emails)


def _by_address(sight: Sight, email: str) -> Option:
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
