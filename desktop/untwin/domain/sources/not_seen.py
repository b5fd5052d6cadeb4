"""What to try next when a waiting document doesn't show up in QuickBooks: by its source and by what it is."""

from untwin.domain.sources.declared import RetryBy, SourceProfile
from untwin.domain.sources.incoming import Incoming, IncomingKind

_CLIO = {
    IncomingKind.BILL: (
        "Open Bill Syncing in Clio. Where {it} shows an error again, paste it here. Where it isn't listed, the bill "
        "must be approved and dated after the day from which bills sync."
    ),
    IncomingKind.PAYMENT: "In Clio, look whether its bill has synced: a payment follows its bill.",
    IncomingKind.CREDIT_NOTE: "In Clio, look whether its bill has synced: a credit note follows its bill.",
    IncomingKind.TRUST: (
        "In Clio, look whether the trust account is linked to an account of QuickBooks; then look for the amount "
        "among the journal entries, since QuickBooks numbers them itself."
    ),
}
_HUBSPOT = (
    "Open {it} in HubSpot, change something small and save it: that queues it again. Where the failing records show an "
    "error again, paste it here."
)
_WEBHOOK = "Look whether {source} took the request for {it}, and have it asked once more where it did not."
_OTHER = "Look in {source} whether it took the retry. Where it shows an error again, paste it here."
_ALWAYS = "Then look again."


def what_to_try(source: SourceProfile, incoming: Incoming) -> str:
    """Sentences for people; the last one is how Untwin is asked to look once more."""
    it = incoming.number or _NAMES[incoming.kind]
    return f"{_words(source, incoming.kind).format(it=it, source=source.name)} {_ALWAYS}"


def _words(source: SourceProfile, kind: IncomingKind) -> str:
    if source.id == "clio":
        return _CLIO.get(kind, _CLIO[IncomingKind.BILL])
    if source.retry is RetryBy.WEBHOOK:
        return _WEBHOOK
    return _HUBSPOT if source.id == "hubspot" else _OTHER


_NAMES = {
    IncomingKind.BILL: "the invoice",
    IncomingKind.PAYMENT: "the payment",
    IncomingKind.CREDIT_NOTE: "the credit note",
    IncomingKind.INTEREST: "the interest charge",
    IncomingKind.TRUST: "the trust transaction",
    IncomingKind.UNKNOWN: "the document",
}
