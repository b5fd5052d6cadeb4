"""What the flows need from the outside: Protocols that the adapters fill and that fakes must honour alike."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeVar

from untwin.domain.case import Case, State
from untwin.domain.company import Company, CompanyFacts, Environment
from untwin.domain.documents import Customer, Document
from untwin.domain.faults import Reading
from untwin.domain.incoming import Incoming, SourceAnswer
from untwin.domain.number_index import IndexState, Numbered, Place

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Question:
    """What a look-up asks about one number; `txn_id` is the id that the error's text names."""

    number: str | None
    txn_id: str | None


@dataclass(frozen=True, slots=True)
class HolderAnswer:
    """Everything of one number.

    `documents` are all that carry it (trimmed, in any case) in any numbered type, voided ones too; `named` is
    the document with the id of the text. `taken` are all numbers that contain it, folded. `complete` is False
    when a limit or a fault cut the search short, `why_not` then says so.
    """

    documents: tuple[Document, ...]
    named: Document | None
    taken: tuple[str, ...]
    facts: CompanyFacts
    complete: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class NearbyQuestion:
    """Where the same sale may stand under another number.

    `customer_ids` are the holders' customers, read too, so that relations between customers are seen.
    """

    incoming: Incoming
    from_date: date
    to_date: date
    customer_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NearbyAnswer:
    """What was found nearby.

    `documents` are sales, payments and deposits of customers that are alike, or of the very amount; `customers`
    are those that are alike, inactive ones too, and those asked for by id.
    """

    documents: tuple[Document, ...]
    customers: tuple[Customer, ...]
    complete: bool
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class NumberOrder:
    """The one change that Untwin can ask of the books: give this document, in this version, this number."""

    entity: str
    id: str
    sync_token: str
    new_number: str
    request_id: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A document as it stands, and QuickBooks' clock at the moment of the answer."""

    document: Document
    at: datetime


@dataclass(frozen=True, slots=True)
class Users:
    """Who uses a number, and QuickBooks' clock at the moment of the answer."""

    documents: tuple[Document, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class BeforeChange:
    """One fresh look right before a change, in one request.

    `document` is as it stands now; `users` are all documents of its number space with the new number;
    `facts` are the company's, read now.
    """

    document: Document
    users: tuple[Document, ...]
    facts: CompanyFacts


@dataclass(frozen=True, slots=True)
class NumberPage:
    """A page of one type's documents by id; `next` is where the next one begins, None after the last."""

    documents: tuple[Numbered, ...]
    next: Place | None
    at: datetime


@dataclass(frozen=True, slots=True)
class NumberChanges:
    """What has changed since a moment.

    `deleted` are type and id of documents that are gone; `cut_short` are the types of which there were more
    changes than QuickBooks tells.
    """

    documents: tuple[Numbered, ...]
    deleted: tuple[tuple[str, str], ...]
    cut_short: tuple[str, ...]
    at: datetime


class Books(Protocol):
    """One company's books. Every method but `change_number` only reads.

    All raise `OutsideProblem` or one of its kinds; none returns a partial answer without saying so.
    """

    def facts(self) -> CompanyFacts:
        """The company's name, country, closing date and settings."""

    def holders(self, questions: Sequence[Question]) -> tuple[HolderAnswer, ...]:
        """Who uses the numbers: an answer for each question, in their order. Raises `BadInput` for a bad id."""

    def nearby(self, questions: Sequence[NearbyQuestion]) -> tuple[NearbyAnswer, ...]:
        """What may be the same sale under another number: an answer for each question, in their order."""

    def read(self, entity: str, document_id: str) -> Seen:
        """One document as it stands now. Raises `Gone` when it isn't there."""

    def before_change(self, entity: str, document_id: str, new_number: str) -> BeforeChange:
        """The document, whoever uses the new number, and the company's facts. Raises `Gone`."""

    def with_number(self, space: str, number: str) -> Users:
        """Every document of one number space with this number, read now."""

    def how_many(self, entities: Sequence[str]) -> tuple[int, ...]:
        """How many documents there are of each type."""

    def number_page(self, entity: str, place: Place) -> NumberPage:
        """The next page of 1,000. Raises `Stumbled` when the books changed so that a row may have slipped."""

    def number_changes(self, entities: Sequence[str], since: datetime) -> NumberChanges:
        """What has changed in these types since a moment of the last 30 days."""

    def change_number(self, order: NumberOrder) -> None:
        """THE write. Raises `AnswerLost` when it was sent and the answer never came."""


class Source(Protocol):
    """A system that pushes documents into QuickBooks."""

    def ask(self, number: str) -> SourceAnswer:
        """What the source itself says about the document with this number and its own list around it."""


class Connections(Protocol):
    """Gives the connected books and sources, signed in by what the keyring holds."""

    def books(self, realm: str) -> Books:
        """The books of one connected company. Raises `SignInNeeded`, `KeyringProblem`."""

    def source(self, company: Company, source: str) -> Source | None:
        """The source's API where it has one and is bound to the company; else None."""


@dataclass(frozen=True, slots=True)
class SampleAddress:
    """Where sample firms are served: the QuickBooks base address, on loopback, and one realm or all."""

    base: str
    realm: str | None = None


@dataclass(frozen=True, slots=True)
class IntuitApp:
    """A firm's own Intuit app, as typed once for one environment.

    `redirect` is the address registered there, compared exactly: for development keys
    `http://localhost:PORT/callback`, for production keys any https page of the firm's own.
    """

    environment: Environment
    client_id: str
    client_secret: str = field(repr=False)
    redirect: str


@dataclass(frozen=True, slots=True)
class AppOnFile:
    """What may be shown of an app whose keys are in the keyring."""

    environment: Environment
    client_id: str
    redirect: str

    @property
    def listens(self) -> bool:
        """Whether the redirect comes back to this computer by itself; else the person pastes it."""
        return self.redirect.startswith("http://localhost:")


@dataclass(frozen=True, slots=True)
class SignInBegun:
    """A sign-in under way: the page to open in the browser, and what must come back with the redirect."""

    app: AppOnFile
    page: str
    state: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A company that somebody has signed in to; nothing is stored until a person says that it is the right one.

    `grant` holds its tokens and is for the adapter alone.
    """

    company: Company
    grant: object = field(repr=False)


@dataclass(frozen=True, slots=True)
class ConnectionState:
    """What is known of one company's connection without asking QuickBooks.

    `until` is when the refresh token ends unless it is used; `hard_end` is five years after signing in.
    """

    environment: Environment
    until: datetime | None
    hard_end: datetime | None


class SignIn(Protocol):
    """Connects companies and forgets them. Secrets go to the keyring and come back from nowhere."""

    def app(self, environment: Environment) -> AppOnFile | None:
        """The firm's Intuit app for an environment, where its keys were typed before. Raises `KeyringProblem`."""

    def keep_app(self, app: IntuitApp) -> AppOnFile:
        """Stores the keys of the firm's Intuit app. Raises `BadInput` for what can be no key or redirect."""

    def forget_app(self, environment: Environment) -> None:
        """Removes the keys of the firm's Intuit app, once no company of its environment is connected any more."""

    def begin(self, environment: Environment) -> SignInBegun:
        """Begins a sign-in. Raises `NotAllowed` when the app's keys aren't there yet."""

    def listen(self, begun: SignInBegun) -> str:
        """The redirected address, once the browser comes back to this computer.

        Raises:
            NotAllowed: the redirect is one that a person must paste.
            BadInput: the port is taken by another program.
            Cancelled: nobody wants to wait any more; a time limit ends it as `SignInNeeded`.
        """

    def arrive(self, begun: SignInBegun, redirected: str) -> Arrived:
        """Checks the redirected address, fetches tokens and asks the company its name. Stores nothing.

        Raises:
            BadInput: what was pasted is no redirected address, or belongs to another sign-in.
            SignInNeeded: the person said no there, or the code was too old.
        """

    def keep(self, arrived: Arrived) -> Company:
        """Stores the connection, once a person has said that it is the right company."""

    def turn_away(self, arrived: Arrived) -> str:
        """Revokes what was granted for the wrong company; a sentence where that could not be done."""

    def connect_sample(self, address: SampleAddress) -> tuple[Company, ...]:
        """Goes through the sample server's sign-in; secrets go to the keyring, the companies are returned."""

    def state(self, realm: str) -> ConnectionState:
        """What the keyring knows of a connection. Raises `SignInNeeded`, `KeyringProblem`."""

    def forget(self, realm: str) -> str:
        """Revokes and removes a company's secrets; a sentence on what could not be revoked, or empty."""


class Intake(Protocol):
    """Reads errors out of what people paste or name."""

    def read_text(self, text: str) -> Reading:
        """The findings in a text."""

    def read_file(self, path: Path) -> Reading:
        """The findings in a file. Raises `BadInput` when it can't be opened."""


class Step(StrEnum):
    """The steps of one change, each recorded once and never changed."""

    INTENT = "intent"
    SENT = "sent"
    ANSWERED = "answered"
    LOST = "lost"
    READ_AGAIN = "read_again"
    PROVED = "proved"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True)
class Intent:
    """What is recorded before a change is sent: who, why, which document, from what to what, its before-image."""

    order: NumberOrder
    case_id: str
    company: str
    old_number: str
    who: str
    reason: str
    before: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One recorded step of a change."""

    step: Step
    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line of the change history, for people."""

    at: datetime
    who: str
    company: str
    case_id: str
    what: str
    detail: str


class Cases(Protocol):
    """The inbox's store."""

    def add(self, case: Case) -> Case:
        """Stores a new case and returns it with its id."""

    def save(self, case: Case, seen: State) -> None:
        """Stores `case` if its stored state is still `seen`; else raises `NotAllowed`, nothing is lost."""

    def get(self, case_id: str) -> Case:
        """One case. Raises `BadInput` when there is none of that id."""

    def all(self) -> tuple[Case, ...]:
        """Every case, in the inbox's order."""

    def same_problem(self, case: Case) -> Case | None:
        """The stored case about the same thing: company, kind, number and source agree."""


class Companies(Protocol):
    """The connected companies."""

    def put(self, company: Company) -> None:
        """Stores a company, or what is new about it."""

    def get(self, realm: str) -> Company:
        """One company. Raises `BadInput` when it isn't connected."""

    def all(self) -> tuple[Company, ...]:
        """All of them, by name."""

    def remove(self, realm: str) -> None:
        """Forgets a company; its change history stays."""


class NumberIndex(Protocol):
    """The local copy of each company's document numbers."""

    def state(self, company: str) -> IndexState:
        """How far it is."""

    def keep(self, company: str, state: IndexState, documents: Sequence[Numbered]) -> None:
        """Stores documents together with how far the index is now: both or neither."""

    def end(self, company: str, state: IndexState, entity: str) -> None:
        """Ends the reading of one type: what was there in an earlier round and not in this one is gone."""

    def drop(self, company: str, deleted: Sequence[tuple[str, str]]) -> None:
        """Removes documents by type and id."""

    def with_number(self, company: str, number: str) -> tuple[Numbered, ...]:
        """The documents with a number, as the index remembers them."""

    def count(self, company: str) -> int:
        """How many documents it knows."""

    def clear(self, company: str) -> None:
        """Forgets a company's documents."""


class History(Protocol):
    """The append-only record of changes."""

    def intend(self, intent: Intent, at: datetime) -> None:
        """Records a change before it is sent."""

    def step(self, request_id: str, step: Step, at: datetime, note: str = "") -> None:
        """Records one step of it."""

    def steps(self, request_id: str) -> tuple[StepRecord, ...]:
        """All its steps, in order."""

    def open_intents(self) -> tuple[Intent, ...]:
        """Changes that were intended and are neither proved nor known as not done."""

    def renumbered_ids(self, company: str) -> tuple[str, ...]:
        """Ids of the documents whose number Untwin has changed there."""

    def note(self, row: HistoryRow) -> None:
        """Records something that a person did."""

    def rows(self) -> tuple[HistoryRow, ...]:
        """Everything, the newest last."""


class WriteLock(Protocol):
    """The one lock of a home that guards writes to the books."""

    def hold(self) -> AbstractContextManager[None]:
        """Holds the lock; raises `Busy` when another Untwin keeps it for longer than five seconds."""


class Clock(Protocol):
    """The time here, with its offset."""

    def now(self) -> datetime:
        """Now."""


class Browser(Protocol):
    """The person's own web browser."""

    def open(self, address: str) -> None:
        """Opens a checked address."""


class Vault(Protocol):
    """The operating system's keyring, as far as this home's own entries go."""

    def get(self, kind: str, name: str) -> str | None:
        """A secret, or None. Raises `KeyringProblem`."""

    def put(self, kind: str, name: str, secret: str) -> None:
        """Stores a secret and reads it back. Raises `KeyringProblem`."""

    def remove(self, kind: str, name: str) -> None:
        """Removes a secret; nothing happens when it isn't there."""

    def describe(self) -> str:
        """Where secrets are kept, in words."""


class Leaving(StrEnum):
    """What becomes of work when nobody wants to wait for it any more.

    DROP: whoever waits goes on at once, and the work is left to itself: a read.
    FINISH: whoever waits goes on at once, but the process doesn't end before the work: renewing a token.
    STAY: only the end of its time ends the wait: a change to the books.
    """

    DROP = "drop"
    FINISH = "finish"
    STAY = "stay"


class Patience(Protocol):
    """Waits for the outside: with an end, and no longer than somebody wants to."""

    def wait(self, work: Callable[[], T], seconds: float, leaving: Leaving = Leaving.DROP) -> T:
        """What `work` returns, or raises. Raises `TimeoutError` at the end of its time, and `Cancelled`."""

    def pause(self, seconds: float) -> None:
        """Waits a while. Raises `Cancelled`."""


class Jobs(Protocol):
    """Runs plain functions off the window's thread."""

    def submit(
        self, lane: str, work: Callable[[], object], done: Callable[[object, Exception | None], None]
    ) -> Callable[[], None]:
        """Runs `work` in a lane; `done` gets its result or its exception, in the lane's thread.

        The function that is returned cancels it: then `done` gets `Cancelled`, unless the work was through.
        """
