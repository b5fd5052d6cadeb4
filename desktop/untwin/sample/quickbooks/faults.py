"""The faults QuickBooks answers with, word by word as it words them, and their two envelopes."""

from collections.abc import Callable, Iterable
from datetime import datetime

from starlette.responses import Response

from untwin.sample import wire
from untwin.sample.quickbooks.kinds.entity import Doc

_LIMIT = "The request limit was reached.  Try again later"


class FaultError(Exception):
    """One fault on its way to the caller."""

    def __init__(
        self,
        code: str,
        message: str,
        detail: str,
        *,
        element: str | None = "",
        status: int = 400,
        kind: str = "ValidationFault",
    ) -> None:
        super().__init__(detail)
        self.status = status
        self._kind = kind
        self.errors: list[Doc] = [{"Message": message, "Detail": detail, "code": code, "element": element}]

    def envelope(self) -> Doc:
        """The fault as a document or a batch item carries it."""
        errors = [{name: value for name, value in error.items() if value is not None} for error in self.errors]
        return {"Fault": {"Error": errors, "type": self._kind}}

    def and_also(self, others: Iterable["FaultError"]) -> "FaultError":
        """The same fault with the errors of others behind its own."""
        self.errors += [error for other in others for error in other.errors]
        return self


def together(wrong: list[FaultError]) -> FaultError:
    """One fault that tells of all mistakes."""
    first, *others = wrong
    return first.and_also(others)


def gateway(code: str, words: str, detail: str, status: int, *, at: int) -> Doc:
    """The envelope of Intuit's gateway, which stands before QuickBooks and writes its names in lower case."""
    error = {
        "message": f"message={words}; errorCode=00{code}; statusCode={status}",
        "detail": detail,
        "code": code,
        "element": None,
    }
    kind = {401: "AUTHENTICATION", 429: "SERVICE"}.get(status, "AUTHORIZATION")
    return {
        "warnings": None,
        "intuitObject": None,
        "fault": {"error": [error], "type": kind},
        "report": None,
        "queryResponse": None,
        "batchItemResponse": [],
        "attachableResponse": [],
        "syncErrorResponse": None,
        "requestId": None,
        "time": at,
        "status": None,
        "cdcresponse": [],
    }


def throttled_answer(now: datetime, wait: int | None) -> Response:
    """3001 from the gateway; with `wait` it says after how many seconds to come back."""
    body = gateway("3001", "ThrottleExceeded", _LIMIT, 429, at=int(now.timestamp() * 1000))
    return wire.answer(body, 429, {} if wait is None else {"Retry-After": str(wait)})


def throttled() -> FaultError:
    """3001 about one item of a batch."""
    words = "message=ThrottleExceeded; errorCode=003001; statusCode=429"
    return FaultError("3001", words, _LIMIT, element=None, status=429, kind="SERVICE")


def system() -> FaultError:
    """10000: QuickBooks itself failed."""
    return FaultError(
        "10000",
        "An application error has occurred while processing your request",
        "System Failure Error: Could not complete the request, made to fail by the sample",
        element=None,
        status=500,
        kind="SystemFault",
    )


def duplicate_number(number: str, shown: str, holder_id: str) -> FaultError:
    """6140: another document has the number; its type is said as it is shown."""
    return FaultError(
        "6140",
        "Duplicate Document Number Error",
        "Duplicate Document Number Error : You must specify a different number. This number has already been used."
        f" DocNumber={number} is assigned to TxnType={shown} with TxnId={holder_id}",
    )


def duplicate_name() -> FaultError:
    """6240: customers and vendors share one list of names."""
    return FaultError("6240", "Duplicate Name Exists Error", "The name supplied already exists. : null", element=None)


def stale(user: str) -> FaultError:
    """5010: the document changed since it was read."""
    return FaultError(
        "5010",
        "Stale Object Error",
        f"Stale Object Error : You and {user} were working on this at the same time. {user} finished before you did,"
        " so your work was not saved.",
    )


def not_found() -> FaultError:
    """610: deleted, inactive or never there."""
    return FaultError(
        "610",
        "Object Not Found",
        "Object Not Found : Something you're trying to use has been made inactive. Check the fields with accounts,"
        " customers, items, vendors or employees.",
    )


def unsupported_property(kind: str, name: str, known: Iterable[str]) -> FaultError:
    """2010: a name that QuickBooks doesn't know on an object or on a part of one."""
    names = sorted(known)
    told = ", ".join(f'"{field}"' for field in names)
    return _unsupported(
        f'Unrecognized field "{name}" (class com.intuit.schema.finance.v3.{kind}), not marked as ignorable'
        f" ({len(names)} known properties: {told}])\n"
    )


def unreadable() -> FaultError:
    """2010: the body is no object."""
    return _unsupported("Can not deserialize the request body")


def wrong_type(kind: str, value: str) -> FaultError:
    """2010: a value that can't be read as what its field holds."""
    return _unsupported(f"Can not construct instance of {kind} from String value '{value}': not a valid representation")


def no_such_value(enum: str, value: object, values: Iterable[str]) -> FaultError:
    """2010: a value that is none of those that are allowed."""
    return _unsupported(
        f"Can not construct instance of com.intuit.schema.finance.v3.{enum} from String value '{value}': value not one"
        f" of declared Enum instance names: [{', '.join(values)}]"
    )


def _unsupported(what: str) -> FaultError:
    words = "Request has invalid or unsupported property"
    return FaultError("2010", words, f"Property Name:{what} specified is unsupported or invalid", element=None)


def missing(field: str) -> FaultError:
    """2020: a required field was not sent."""
    return FaultError(
        "2020",
        "Required param missing, need to supply the required value for the API",
        f"Required parameter {field} is missing in the request",
        element=field,
    )


def bad_id(value: str, field: str = "Id") -> FaultError:
    """2030: ids are digits."""
    return FaultError("2030", "Invalid ID", f"{field} should be a valid number. Supplied value:{value}", element=field)


def too_long(field: str, longest: int, length: int) -> FaultError:
    """2050: more characters than the field holds."""
    return FaultError(
        "2050",
        "String length is either shorter or longer than supported by specification",
        f"String length specified does not match the supported length. Min:0 Max:{longest} supported."
        f" Supplied length:{length}",
        element=field,
    )


def bad_characters(field: str, value: str) -> FaultError:
    """2040: a name with a colon, a tab or a line's end."""
    detail = f"Invalid String : {field} holds characters that are not supported. Supplied value:{value}"
    return FaultError("2040", "Invalid String", detail, element=field)


def wrong_product(amount: object) -> FaultError:
    """6070: a line's amount is not what so many at that price come to."""
    words = "Amount calculation incorrect in the request"
    return FaultError("6070", words, f"Amount is not equal to UnitPrice * Qty. Supplied value:{amount}", element=None)


def invalid_reference(field: str, value: str) -> FaultError:
    """2500: a reference that leads nowhere."""
    return FaultError(
        "2500", "Invalid Reference Id", f"Invalid Reference Id : {field} {value} not found", element=field
    )


def business(sentence: str) -> FaultError:
    """6000: the catch-all, where the sentence matters."""
    return FaultError("6000", "A business validation error has occurred while processing your request", sentence)


def closed_period() -> FaultError:
    """6210: the books are closed up to a date."""
    return FaultError(
        "6210",
        "Account Period Closed, Cannot Update Through Services API",
        "The account period has closed and the account books cannot be updated through the QBO Services API. Please"
        " use the QBO website to make these changes.",
    )


def deposited() -> FaultError:
    """6540: a payment lies in a deposit."""
    return FaultError(
        "6540",
        "Deposited Transaction cannot be changed",
        "Deposited Transaction cannot be changed : The transaction has been deposited. If you want to change or delete"
        " it, you must edit the deposit it appears on and remove it first.",
    )


def lapsed() -> FaultError:
    """6190: the company's subscription has ended."""
    return FaultError(
        "6190",
        "Invalid Company Status",
        "Subscription period has ended or canceled or there was a billing problem : You can't create or change"
        " transactions in this company until the subscription is renewed.",
        status=403,
    )


def bad_query(detail: str) -> FaultError:
    """4000: the text is no query."""
    return FaultError("4000", "Error parsing query", f"QueryParserError: {detail}", element=None)


def invalid_query(detail: str) -> FaultError:
    """4001: a query that asks for what can't be had."""
    return FaultError("4001", "Invalid query", f"QueryValidationError: {detail}", element=None)


def unsupported_operation(path: str) -> FaultError:
    """500: no such path, answered with HTTP 400."""
    return FaultError(
        "500",
        "Unsupported Operation",
        f"Operation Could not find resource for relative : {path} of full path: https://sample.qbo.intuit.com/qbo1{path}"
        " is not supported.",
        element=None,
    )


# What QuickBooks may have answered on one day and not on the next, by code.
MET: dict[str, Callable[[], FaultError]] = {
    "3001": throttled,
    "5010": lambda: stale("Sasha Lindgren"),
    "6190": lapsed,
}
# The faults that an item of a batch can be made to fail with, by code.
IN_BATCHES: dict[str, Callable[[], FaultError]] = {
    "610": not_found,
    "3001": throttled,
    "4001": lambda: invalid_query("made to fail by the sample"),
    "5010": lambda: stale("Morgan Reyes"),
    "6000": lambda: business("Made to fail by the sample."),
    "6210": closed_period,
    "10000": system,
}
