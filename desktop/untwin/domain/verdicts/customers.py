"""Compares the customers of two documents unevenly: proved the same, related or alike, or strangers."""

from untwin.domain.books.documents import Customer, Document
from untwin.domain.sources.incoming import Incoming
from untwin.domain.verdicts.evidence import Evidence
from untwin.domain.verdicts.names import Likeness, compare_names, source_mark, without_mark


def compare_customers(document: Document, incoming: Incoming, evidence: Evidence) -> Likeness:
    """Same only by id, e-mail or exact name; relations and likeness are enough to be no stranger.

    A vendor's id is no customer's, though the figures may be the same: there the names alone are compared.
    """
    customer_id = None if document.entity in _OF_VENDORS else document.customer_id
    if customer_id and customer_id in evidence.incoming_customers:
        return Likeness.SAME
    customer = evidence.customer(customer_id)
    found = {compare_names(a, b) for a in _names_of_incoming(incoming, evidence) for b in _names(document, customer)}
    if found & {Likeness.SAME, Likeness.LIKE} or _same_email(document, customer, incoming):
        # Not among the proved customers although the name or address agrees: namesakes, or a merged record.
        return Likeness.LIKE
    if customer and _related(customer, evidence):
        return Likeness.LIKE
    return Likeness.DIFFERENT if Likeness.DIFFERENT in found else Likeness.UNKNOWN


_OF_VENDORS = frozenset({"Bill", "BillPayment", "VendorCredit", "PurchaseOrder", "Purchase"})


def matching_customers(incoming: Incoming, customers: tuple[Customer, ...]) -> tuple[str, ...]:
    """The ids of `customers` that are the waiting document's customer by id, e-mail or exact name.

    None where these disagree, and where two records have the name: then nobody can say which one it is.
    """
    by_mark = [c.id for c in customers if _has_mark(incoming, c)]
    if by_mark:
        return tuple(by_mark)
    by_email = [c.id for c in customers if _has_email(incoming, c) and not _of_another(incoming, c)]
    by_name = [c.id for c in customers if _has_name(incoming, c)]
    if _has_namesakes(incoming, customers) or (by_email and by_name and not set(by_email) & set(by_name)):
        return ()
    proved = [i for i in by_name if i in by_email] or by_name or by_email
    return tuple(proved) if len(proved) == 1 else ()


def is_customer(incoming: Incoming, customer: Customer) -> bool:
    """Whether this record by itself is the waiting document's customer: by the source's id, e-mail or exact name."""
    if _has_mark(incoming, customer):
        return True
    if _of_another(incoming, customer) and incoming.customer_source_id:
        return False
    return _has_email(incoming, customer) or compare_names(incoming.customer, customer.name) is Likeness.SAME


def is_known(incoming: Incoming, customers: tuple[Customer, ...]) -> bool:
    """Whether the waiting document's customer may be among these, inactive ones too."""
    return any(
        _has_mark(incoming, c)
        or _has_email(incoming, c)
        or any(compare_names(incoming.customer, n) in (Likeness.SAME, Likeness.LIKE) for n in (c.name, *c.aliases))
        for c in customers
    )


def _has_name(incoming: Incoming, customer: Customer) -> bool:
    """Whether it has the exact name, and nothing speaks against it."""
    if _of_another(incoming, customer) or _emails_differ(incoming, customer):
        return False
    return compare_names(incoming.customer, customer.name) is Likeness.SAME


def _has_mark(incoming: Incoming, customer: Customer) -> bool:
    mark = source_mark(customer.name)
    return mark is not None and mark == incoming.customer_source_id


def _of_another(incoming: Incoming, customer: Customer) -> bool:
    """Whether its name holds the source's id of somebody else."""
    return source_mark(customer.name) not in (None, incoming.customer_source_id)


def _has_namesakes(incoming: Incoming, customers: tuple[Customer, ...]) -> bool:
    """Whether the source itself knows another of this name: `Anna Smith Clio 99999` beside `Anna Smith`."""
    return any(
        _of_another(incoming, c) and compare_names(incoming.customer, without_mark(c.name)) is Likeness.SAME
        for c in customers
    )


def _emails(text: str | None) -> set[str]:
    """QuickBooks keeps several addresses in one field."""
    return {each.strip().casefold() for each in (text or "").replace(";", ",").split(",") if each.strip()}


def _has_email(incoming: Incoming, customer: Customer) -> bool:
    return bool(_emails(incoming.customer_email) & _emails(customer.email))


def _emails_differ(incoming: Incoming, customer: Customer) -> bool:
    known = bool(incoming.customer_email and customer.email)
    return known and not _has_email(incoming, customer)


def _same_email(document: Document, customer: Customer | None, incoming: Incoming) -> bool:
    known = _emails(document.email) | _emails(customer.email if customer else None)
    return bool(_emails(incoming.customer_email) & known)


def _names_of_incoming(incoming: Incoming, evidence: Evidence) -> list[str | None]:
    """As the source calls it, and as QuickBooks calls the customer that it was proved to be."""
    own = [evidence.customer(i) for i in evidence.incoming_customers]
    return [incoming.customer, *(name for c in own if c for name in (c.name, *c.aliases))]


def _names(document: Document, customer: Customer | None) -> list[str | None]:
    return [document.customer_name, *((customer.name, *customer.aliases) if customer else ())]


def _related(customer: Customer, evidence: Evidence) -> bool:
    family = _family(customer, evidence)
    owns = (evidence.customer(i) for i in evidence.incoming_customers)
    return any(family & _family(own, evidence) for own in owns if own)


def _family(customer: Customer, evidence: Evidence) -> set[str]:
    """Its own id and those of its parents, as far up as they were read."""
    found: list[str] = []
    at: str | None = customer.id
    while at and at not in found:
        found.append(at)
        known = customer if at == customer.id else evidence.customer(at)
        at = known.parent_id if known else None
    return set(found)
