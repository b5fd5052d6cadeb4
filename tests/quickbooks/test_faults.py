"""Every envelope in which QuickBooks and what stands before it say no becomes one typed problem."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.domain.problems import (
    Gone,
    Lapsed,
    NumberTaken,
    OutsideProblem,
    PeriodClosed,
    Refused,
    SignInNeeded,
    Stale,
    Stumbled,
    Throttled,
)
from untwin.quickbooks.faults import faults_in, problem_of

TAKEN = (
    "Duplicate Document Number Error : You must specify a different number. This number has already been used."
    " DocNumber=5501 is assigned to TxnType=Invoice with TxnId=48"
)


def plain(code: str, detail: str = "It can't be done.", message: str = "No") -> str:
    """The envelope of the API itself."""
    error = {"Message": message, "Detail": detail, "code": code, "element": ""}
    return json.dumps({"Fault": {"Error": [error], "type": "ValidationFault"}, "time": "2026-03-04T05:06:07.890-08:00"})


def gateway(code: str, status: int = 401) -> str:
    """The envelope of the gateway before it: lower case, many nulls, milliseconds."""
    error = {"message": f"message=No; errorCode=00{code}; statusCode={status}", "detail": "", "code": code}
    nothing: dict[str, object] = {
        "warnings": None,
        "intuitObject": None,
        "report": None,
        "batchItemResponse": [],
        "requestId": None,
    }
    return json.dumps(nothing | {"fault": {"error": [error | {"element": None}], "type": "AUTHENTICATION"}, "time": 1})


def xml(code: str, detail: str = "It can't be done.", root: str = "IntuitResponse") -> str:
    """The envelope of older answers."""
    inside = f'<Error code="{code}"><Message>No</Message><Detail>{detail}</Detail></Error>'
    space = 'xmlns="http://schema.intuit.com/finance/v3" time="2026-03-04T05:06:07.890-08:00"'
    if root == "Fault":
        return f'<Fault type="ValidationFault">{inside}</Fault>'
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<{root} {space}><Fault>{inside}</Fault></{root}>'


ENVELOPES: dict[str, Callable[[str], str]] = {
    "plain": plain,
    "gateway": gateway,
    "xml": xml,
    "bare xml": lambda code: xml(code, root="Fault"),
    "without time": lambda code: json.dumps({"Fault": {"Error": [{"Message": "No", "code": code}]}}),
    "code as a number": lambda code: json.dumps({"Fault": {"Error": [{"Message": "No", "code": int(code)}]}}),
    "inside a batch item": lambda code: json.dumps({"bId": "1"} | json.loads(plain(code))),
}
KINDS = [
    ("5010", 400, Stale),
    ("610", 400, Gone),
    ("6140", 400, NumberTaken),
    ("6200", 400, PeriodClosed),
    ("6210", 400, PeriodClosed),
    ("2010", 400, Refused),
    ("2050", 400, Refused),
    ("2500", 400, Refused),
    ("6000", 400, Refused),
    ("6110", 400, Refused),
    ("6190", 403, Lapsed),
    ("6240", 400, Refused),
    ("6540", 400, Refused),
    ("500", 400, Refused),
    ("4001", 400, Refused),
    ("10000", 500, Stumbled),
    ("3001", 429, Throttled),
    ("3001", 403, Throttled),
    ("3100", 403, SignInNeeded),
    ("3200", 401, SignInNeeded),
    ("120", 401, SignInNeeded),
]


@pytest.mark.parametrize("envelope", ENVELOPES)
@pytest.mark.parametrize(("code", "status", "kind"), KINDS)
def test_a_code_is_one_problem_in_every_envelope(
    envelope: str, code: str, status: int, kind: type[OutsideProblem]
) -> None:
    text = ENVELOPES[envelope](code)
    assert [f.code for f in faults_in(text)] == [code]
    problem = problem_of(status, text, {})
    assert type(problem) is kind
    if isinstance(problem, Refused):
        assert problem.code == code


@pytest.mark.parametrize("text", [plain("6140", TAKEN), xml("6140", TAKEN)])
def test_the_sentence_of_quickbooks_is_told_whole(text: str) -> None:
    problem = problem_of(400, text, {"intuit_tid": "1-ab-cd"})
    assert problem.sentence == f"QuickBooks answered: {TAKEN} (request 1-ab-cd)"
    assert problem.remedy == "Choose another number."


def test_of_several_errors_in_one_fault_the_telling_one_is_told() -> None:
    errors = [{"Message": "Length", "code": "2050"}, {"Message": "Stale", "code": "5010"}]
    text = json.dumps({"Fault": {"Error": errors}})
    assert isinstance(problem_of(400, text, {}), Stale)


def test_of_several_alike_the_first_is_told() -> None:
    one, two = (
        '<Error code="2050"><Message>Length</Message></Error>',
        '<Error code="2080"><Message>Zip</Message></Error>',
    )
    problem = problem_of(400, f"<Fault>{one}{two}</Fault>", {})
    assert isinstance(problem, Refused)
    assert problem.code == "2050"


PROXY = "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>"
NO_ENVELOPE = {
    "html": PROXY,
    "xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Access denied</p></body></html>',
    "half a json": plain("6140", TAKEN)[:60],
    "half an xml": xml("6140")[:80],
    "empty": "",
    "blank": " \n ",
    "words": "upstream connect error or disconnect/reset before headers",
    "another json": '{"Invoice": {"Id": "1"}}',
    "a list": "[1, 2]",
    "an empty fault": '{"Fault": {}}',
    "a fault that is none": '{"Fault": "no", "fault": 5}',
    "errors that are none": '{"Fault": {"Error": 5}}',
    "errors of another kind": '{"Fault": {"Error": ["no", null]}}',
    "deep": "[" * 5000,
    "deep object": '{"a":' * 5000,
    "an entity bomb": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;&b;</x>',
}


@pytest.mark.parametrize("text", NO_ENVELOPE.values(), ids=NO_ENVELOPE.keys())
@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, Stumbled), (502, Stumbled), (401, SignInNeeded), (403, SignInNeeded), (429, Throttled)],
)
def test_without_an_envelope_the_status_decides(text: str, status: int, kind: type[OutsideProblem]) -> None:
    assert faults_in(text) == ()
    problem = problem_of(status, text, {})
    assert type(problem) is kind
    assert "nothing was changed" in problem.sentence
    assert problem.remedy


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("7", 7), (None, 60), ("Wed, 04 Mar 2026 05:06:07 GMT", 60), ("-5", 60), ("99999", 600), ("٣", 60)],
)
def test_the_wait_is_the_servers_where_it_names_one(said: str | None, seconds: int) -> None:
    problem = problem_of(429, "", {"Retry-After": said} if said else {})
    assert isinstance(problem, Throttled)
    assert problem.wait_seconds == seconds


def test_no_file_is_read_for_an_entity(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("x") / "secret"
    secret.write_text("hunter2")
    entity = f'<!DOCTYPE x [<!ENTITY f SYSTEM "{secret.as_uri()}">]>'
    text = f'{entity}<Fault><Error code="1"><Detail>&f;</Detail></Error></Fault>'
    assert "hunter2" not in str(problem_of(400, text, {}))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["Fault", "fault", "Error", "error", "code", "Message", "x"]), inner, max_size=3
        )
    ),
    max_leaves=12,
)


@given(_JSON.map(json.dumps) | st.text() | st.text().map("<".__add__), st.integers(100, 599))
def test_no_answer_whatsoever_breaks_the_reading(text: str, status: int) -> None:
    assert isinstance(problem_of(status, text, {}), OutsideProblem)
