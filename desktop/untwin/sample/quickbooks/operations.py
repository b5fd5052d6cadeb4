"""What is done at each path of a company: reading, asking, writing, and the few paths that are neither."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from starlette.responses import PlainTextResponse, Response

from untwin.sample.clock import Clock, stamp
from untwin.sample.quickbooks import faults
from untwin.sample.quickbooks.books.attachments import Files, upload
from untwin.sample.quickbooks.books.bodies import object_in
from untwin.sample.quickbooks.books.books import Books
from untwin.sample.quickbooks.books.whim import Whim
from untwin.sample.quickbooks.books.writes import Writer
from untwin.sample.quickbooks.kinds.entities import entity_at, entity_in
from untwin.sample.quickbooks.kinds.entity import Doc, Entity
from untwin.sample.quickbooks.query import parse
from untwin.sample.quickbooks.reading.changes import changes
from untwin.sample.quickbooks.reading.outward import RATE, RECURRING, outward
from untwin.sample.quickbooks.reading.rates import read_rate, write_rate
from untwin.sample.quickbooks.reading.recurring import delete_recurring, write_recurring
from untwin.sample.quickbooks.reading.reports import report
from untwin.sample.quickbooks.reading.select import select
from untwin.sample.quickbooks.reading.taxes import make_tax_code

_BATCH_LIMIT = 30
_OPERATIONS = ("create", "update", "delete", "void")
_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF\n"


@dataclass(frozen=True, slots=True)
class Call:
    """One request to one company, out of its HTTP clothes."""

    method: str
    path: str
    parts: tuple[str, ...]
    """The path behind the company, split."""
    params: dict[str, str]
    body: bytes
    whim: Whim
    content_type: str = ""
    accept: str = ""
    base: str = ""
    """The server's own address."""

    @property
    def included(self) -> frozenset[str]:
        """What the caller wants besides or lets pass, in lower case."""
        return frozenset(self.params.get("include", "").lower().split(","))


@dataclass(frozen=True, slots=True)
class Operations:
    """What can be done with one company's books."""

    books: Books
    clock: Clock
    files: Files
    refuses_updates: bool = False

    def of(self, call: Call) -> Doc | Response:
        """The inside of the answer, or the whole answer where it is no document.

        Raises:
            FaultError: whatever speaks against it.
        """
        return self._get(call) if call.method == "GET" else self._post(call)

    def _get(self, call: Call) -> Doc | Response:
        match call.parts:
            case ("query",):
                return self._query(call.params.get("query", ""), call)
            case ("cdc",):
                return changes(self.books, call.params, self.clock.now())
            case ("reports", name):
                return report(self.books, name, call.params, self.clock)
            case ("exchangerate",):
                rate = read_rate(self.books, call.params, self.clock.today())
                return {RATE: outward(_entity(RATE, call.path), rate)}
            case ("download", id_):
                return self._download(call, id_)
            case (path, *rest):
                return self._get_object(_entity(path, call.path), rest, call)
        raise faults.unsupported_operation(call.path)

    def _get_object(self, entity: Entity, rest: list[str], call: Call) -> Doc | Response:
        match rest:
            case [] | [_] if entity.single:
                return {entity.around: self._outward(entity, next(iter(self.books.of(entity.name).values())))}
            case [id_, "pdf"]:
                self._found(entity, id_)
                return Response(_PDF, media_type="application/pdf")
            case [id_]:
                doc = self._found(entity, id_)
                if "pdf" in call.accept:
                    return Response(_PDF, media_type="application/pdf")
                return {entity.around: linked_up(self._outward(entity, doc), call.base)}
        raise faults.unsupported_operation(call.path)

    def _post(self, call: Call) -> Doc | Response:
        match call.method, call.parts:
            case "POST", ("query",):
                return self._query(call.body.decode("utf-8", "replace") or call.params.get("query", ""), call)
            case "POST", ("batch",):
                return self._batch(call)
            case "POST", ("upload",):
                return upload(self._writer(call.whim), self.files, call.content_type, call.body)
            case "POST", ("taxservice", "taxcode"):
                return make_tax_code(self.books, self.clock, object_in(call.body))
            case "POST", (path, id_, "send"):
                return self._send(_entity(path, call.path), id_, call.params.get("sendTo", ""))
            case "POST", (path,):
                entity, body = _entity(path, call.path), object_in(call.body)
                allows = "allowduplicatedocnum" in call.included
                writer = replace(self._writer(call.whim), allows_duplicates=allows)
                written = self._write(entity, _operation(call), body, writer)
                return {entity.around: linked_up(self._outward(entity, written), call.base)}
        raise faults.unsupported_operation(call.path)

    def _query(self, text: str, call: Call | None = None) -> Doc:
        found = select(parse(text), self.books)
        if call is not None and "invoicelink" in call.included and "Invoice" in found:
            found["Invoice"] = [linked_up(doc, call.base) for doc in found["Invoice"]]
        return {"QueryResponse": found}

    def _outward(self, entity: Entity, doc: Doc) -> Doc:
        return outward(entity, self.books.balances.shown(entity, doc))

    def _found(self, entity: Entity, id_: str) -> Doc:
        if not id_.isdecimal():
            raise faults.bad_id(id_)
        doc = self.books.find(entity.name, id_)
        if doc is None:
            raise faults.not_found()
        return doc

    def _download(self, call: Call, id_: str) -> Response:
        self._found(_entity("attachable", call.path), id_)
        return PlainTextResponse(f"{call.base}/sample/files/{self.books.realm}/{id_}")

    def _send(self, entity: Entity, id_: str, address: str) -> Doc:
        """Marks a form as e-mailed, which is all that the sample does about it."""
        doc = self._found(entity, id_)
        if "EmailStatus" not in entity.known:
            raise faults.unsupported_operation(f"/{entity.name.lower()}/{id_}/send")
        to = address or doc.get("BillEmail", {}).get("Address", "")
        if not to:
            raise faults.missing("BillEmail")
        delivery = {"DeliveryType": "Email", "DeliveryTime": stamp(self.clock.now())}
        sent: Doc = {"EmailStatus": "EmailSent", "DeliveryInfo": delivery}
        if "BillEmail" in entity.known:
            sent["BillEmail"] = {"Address": to}
        body = {"Id": id_, "SyncToken": doc["SyncToken"], "sparse": True} | sent
        return {entity.around: self._writer(Whim()).update(entity, body)}

    def _writer(self, whim: Whim) -> Writer:
        return Writer(self.books, self.clock, self.refuses_updates, whim)

    def _write(self, entity: Entity, operation: str, body: Doc, writer: Writer) -> Doc:
        if entity.name == RATE:
            return write_rate(self.books, self.clock, body)
        if entity.name == RECURRING:
            change = delete_recurring if operation == "delete" else write_recurring
            return change(self.books, self.clock, body)
        return _write(writer, entity, operation, body)

    def _batch(self, call: Call) -> Doc:
        items = object_in(call.body).get("BatchItemRequest")
        if not isinstance(items, list):
            raise faults.missing("BatchItemRequest")
        if len(items) > _BATCH_LIMIT:
            raise faults.business(f"The maximum number of items in a batch is {_BATCH_LIMIT}.")
        items = [item for item in items if isinstance(item, dict)]
        whims = [replace(call.whim, fails_item="")] * (len(items) - 1) + [call.whim]
        return {"BatchItemResponse": [self._item(*pair) for pair in zip(items, whims, strict=False)]}

    def _item(self, item: Doc, whim: Whim) -> Doc:
        label = {"bId": item.get("bId", "")}
        if whim.fails_item:
            return faults.IN_BATCHES[whim.fails_item]().envelope() | label
        try:
            return self._done(item, whim) | label
        except faults.FaultError as fault:
            return fault.envelope() | label

    def _done(self, item: Doc, whim: Whim) -> Doc:
        if "Query" in item:
            return self._query(str(item["Query"]))
        about, operation = entity_in(item), str(item.get("operation") or "").lower()
        if operation == "update" and str(item.get("optionsData") or "").lower() == "void":
            operation = "void"
        if about is None or operation not in _OPERATIONS:
            raise faults.missing("operation")
        entity, body = about
        return {entity.around: self._outward(entity, self._write(entity, operation, body, self._writer(whim)))}


def _operation(call: Call) -> str:
    """What is to be done: a void is asked for by `operation=void`, or by an update that includes one.

    Raises:
        FaultError: 500, there is no such operation.
    """
    asked = call.params.get("operation", "").lower()
    if asked not in ("", *_OPERATIONS):
        raise faults.unsupported_operation(f"{call.path}?operation={asked}")
    return "void" if "void" in call.included else asked


def linked_up(doc: Doc, base: str) -> Doc:
    """An invoice with the address at which it can be paid, where it can be paid online."""
    payable = doc.get("AllowOnlineCreditCardPayment") or doc.get("AllowOnlineACHPayment")
    return doc | {"InvoiceLink": f"{base}/app/invoice?txnId={doc['Id']}"} if payable and doc.get("BillEmail") else doc


def _write(writer: Writer, entity: Entity, operation: str, body: Doc) -> Doc:
    ways: dict[str, Callable[[Entity, Doc], Doc]] = {"delete": writer.delete, "void": writer.void}
    if operation in ways:
        return ways[operation](entity, body)
    changes_one = operation == "update" or (body.get("Id") and operation != "create")
    return writer.update(entity, body) if changes_one else writer.create(entity, body)


def _entity(path: str, whole: str) -> Entity:
    entity = entity_at(path)
    if entity is None:
        raise faults.unsupported_operation(whole)
    return entity
