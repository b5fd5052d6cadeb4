"""What a source declares about itself: what it can do, where its Retry is, what it asks of QuickBooks; its links."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from untwin.domain.addresses import https_host, is_loopback
from untwin.domain.sources.incoming import IncomingKind

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]{0,99}")
_KINDS = {
    IncomingKind.PAYMENT: "payments",
    IncomingKind.CREDIT_NOTE: "credit notes",
    IncomingKind.INTEREST: "interest charges",
    IncomingKind.TRUST: "trust transactions",
}
_SALES = (IncomingKind.BILL, IncomingKind.PAYMENT, IncomingKind.CREDIT_NOTE)


class RetryBy(StrEnum):
    """How a source is made to try again. No vendor offers an API for it yet.

    WEBHOOK: Untwin asks an address of the firm's own, signed. ASSISTED: Untwin opens the page, a person clicks.
    """

    WEBHOOK = "webhook"
    ASSISTED = "assisted"


@dataclass(frozen=True, slots=True)
class NumberRule:
    """How a source numbers its documents.

    Attributes:
        prefix: what its numbers begin with, as far as that is fixed; empty where it isn't.
        editable: whether a person can change a document's number there; None where nobody knows.
        reuses_voided: whether a voided or deleted last number is given again; None where nobody knows.
        how: what a person does there to have a document under another number, one sentence each.
        place: where that is.
    """

    prefix: str = ""
    editable: bool | None = None
    reuses_voided: bool | None = None
    how: tuple[str, ...] = ()
    place: str = "the document"

    @property
    def facts(self) -> tuple[str, ...]:
        """What is known of it, a sentence each."""
        changed = {
            True: "A document's number can be changed there.",
            False: "A document's number can't be changed there.",
            None: "",
        }
        said = (
            f"Its numbers begin with {self.prefix}." if self.prefix else "",
            changed[self.editable],
            "When its last document is voided, that number is given again." if self.reuses_voided else "",
        )
        return tuple(filter(None, said))


@dataclass(frozen=True, slots=True)
class AskedWarning:
    """What a source's help asks of one of QuickBooks' warnings about numbers in use.

    Attributes:
        number: `bill`, `check` or `journal`: the warning about such numbers.
        wants: whether it is to be on.
        when: where that holds, behind the sentence; empty for always.
    """

    number: str
    wants: bool
    when: str = ""


@dataclass(frozen=True, slots=True)
class SourceProfile:
    """What one source can do and how people speak of it there. Screens promise nothing beyond it.

    Attributes:
        id: `clio`, `hubspot`; of a user's own source its name.
        can_read_record: whether Untwin can ask it about one document and its own list around it.
        cycle_seconds: how long it takes until it tries again; what a firm knows better stands in its binding.
        button: the vendor's own word on the button, empty where there is none.
        other_button: the word that stands there in one rarer case.
        place: where that is, in the vendor's words.
        deed: what a person does there; `{number}` is the document's.
        retry_page: the page for that; may hold `{web}` and `{account}`.
        record_page: the page of one document; may hold `{id}`, too.
        kinds: what it posts into QuickBooks.
        noun: what people call the invoices that it posts, one of them.
        numbers: how it numbers them.
        custom_numbers: whether it asks for Custom transaction numbers on (True) or off (False); None for no matter.
        custom_numbers_why: its reason, behind the sentence.
        warnings: what it asks of the warnings about numbers in use.
        at_record: whether that is done at the document's own page.
        makes_customers: whether it makes a customer that QuickBooks doesn't have; None where nobody knows.
    """

    id: str
    name: str
    can_read_record: bool = False
    retry: RetryBy = RetryBy.ASSISTED
    cycle_seconds: int = 300
    button: str = ""
    other_button: str = ""
    place: str = ""
    deed: str = "Have {number} sent again"
    retry_page: str = ""
    record_page: str = ""
    kinds: tuple[IncomingKind, ...] = _SALES
    noun: str = "invoice"
    numbers: NumberRule = NumberRule()
    custom_numbers: bool | None = None
    custom_numbers_why: str = ""
    warnings: tuple[AskedWarning, ...] = ()
    at_record: bool = False
    makes_customers: bool | None = None

    @property
    def facts(self) -> tuple[str, ...]:
        """What a person who lives with it should know, a sentence each."""
        said = [f"It posts {', '.join(_KINDS.get(kind) or f'{self.noun}s' for kind in self.kinds)}."]
        place = f" ({self.place})" if self.place else ""
        if self.retry is RetryBy.ASSISTED:
            said.append(f"To have one sent again: {self.what_to_do('the document')}{place}.")
        if self.custom_numbers is not None:
            said.append(f"It asks for Custom transaction numbers {'on' if self.custom_numbers else 'off'}.")
        if self.makes_customers is not None:
            said.append(_MAKES[self.makes_customers])
        return (*said, *self.numbers.facts)

    @property
    def abilities(self) -> tuple[str, ...]:
        """What Untwin and the source can do together, in a few words each."""
        reads = ("Untwin reads its list",) if self.can_read_record else ()
        if self.retry is RetryBy.WEBHOOK:
            return (*reads, "Untwin asks it to send again")
        return (*reads, "you have it send again")

    def called(self, kind: IncomingKind) -> str:
        """What people who live with it call one of its documents: `bill`, `payment`."""
        return self.noun if kind is IncomingKind.BILL else kind.words

    def what_to_do(self, number: str) -> str:
        """What a person does in the source, in one clause: `Press “Retry” at 1234`; an empty number is not known."""
        return self.deed.replace("{number}", number or "the document")


_MAKES = {
    True: "It makes a customer that QuickBooks doesn't have yet.",
    False: "It posts nothing for a customer that QuickBooks doesn't have.",
}
CLIO = SourceProfile(
    id="clio",
    name="Clio",
    can_read_record=True,
    button="Retry",
    other_button="Re-sync",
    place="Settings > Bill Syncing",
    deed="Press “Retry” at {number}",
    retry_page="{web}/nc/#/settings",
    record_page="{web}/nc/#/bills/{id}",
    kinds=(*_SALES, IncomingKind.INTEREST, IncomingKind.TRUST),
    noun="bill",
    numbers=NumberRule(
        editable=True,
        reuses_voided=True,
        how=(
            "Open the bill, choose Edit, type the number into the field ID#, and press “Save invoice”.",
            "If it is paid, Clio wants its payment deleted first; note it, and enter it again afterwards.",
        ),
        place="Billing, the bill",
    ),
    custom_numbers=True,
    custom_numbers_why="so that its bills keep their numbers",
    # An older page of its help names the first; its page on trust transactions that are refused names the second.
    warnings=(
        AskedWarning("bill", wants=True),
        AskedWarning("journal", wants=False, when="where trust transactions are refused for their number"),
    ),
    # Its help: contacts come to QuickBooks once they have an approved bill, unless name and e-mail are there already.
    makes_customers=True,
)
HUBSPOT = SourceProfile(
    id="hubspot",
    name="HubSpot",
    can_read_record=True,
    place="Sync failure details > Failing to sync",
    # HubSpot has no button for it: any edit of the record puts it in the queue again.
    deed="Edit and save {number}",
    at_record=True,
    retry_page="{web}/integrations-settings/{account}/installed",
    record_page="{web}/contacts/{account}/record/0-53/{id}",
    kinds=(IncomingKind.BILL, IncomingKind.PAYMENT),
    numbers=NumberRule(
        editable=False,
        how=(
            "Set a prefix for invoices in its invoice settings.",
            "An invoice that is finalized may keep its number: then clone it (Actions > Clone) and void the first one.",
        ),
        place="its invoice settings",
    ),
    custom_numbers=False,
    custom_numbers_why="because invoices made in QuickBooks would go on with HubSpot's prefix",
)
WEBHOOK = SourceProfile(id="webhook", name="the webhook", retry=RetryBy.WEBHOOK, deed="Ask for {number} again")
OTHER = SourceProfile(id="", name="the source")
BUILT_IN = {profile.id: profile for profile in (CLIO, HUBSPOT, WEBHOOK)}


def profile_of(source: str | None) -> SourceProfile:
    """What is known of a source by its id alone; one that Untwin doesn't know goes by its own name."""
    if not source:
        return OTHER
    return BUILT_IN.get(source) or SourceProfile(id=source, name=source)


def source_name(source: str | None) -> str:
    """How people call a source; `the source` where it isn't known."""
    return profile_of(source).name


def filled_in(page: str, *, web: str = "", account: str = "") -> str:
    """A page of a profile for one account; empty where it needs what isn't known. `{id}` stays for later."""
    if ("{web}" in page and not web) or ("{account}" in page and not _ID.fullmatch(account)):
        return ""
    return page.replace("{web}", web.rstrip("/")).replace("{account}", account)


def record_address(page: str, record: str | None) -> str:
    """The address of one document in its source; empty where there is none that is safe to make."""
    if not page or record is None or not _ID.fullmatch(record):
        return ""
    address = page.replace("{id}", quote(record, safe=""))
    return address if https_host(address) or is_loopback(address) else ""
