"""What the command line says of a case is how it stands now, and what can be typed next is what will be taken."""

from dataclasses import replace
from datetime import timedelta

import pytest

from builders import COMPANY, HOLDER, INCOMING, NOW, REALM, TEXT, TWIN, case, evidence
from flows.conftest import Office, office
from untwin.cli.commands import run
from untwin.cli.next_words import next_lines
from untwin.cli.parser import make_parser
from untwin.domain.books.proof import Proof
from untwin.domain.cases.advice import Advice, Deed, Option, RetrySense
from untwin.domain.cases.case import Case, Proposal, Renumbered, State
from untwin.domain.company.company import SourceBinding
from untwin.domain.errors.faults import FaultKind
from untwin.domain.sources.incoming import IncomingKind
from untwin.domain.verdicts.judge import judge

__all__ = ["office"]
SEEN = evidence()
PROPOSED = (Proposal(HOLDER.id, HOLDER.entity, "1234", ("CM-1234",)),)


def cli(office: Office, *arguments: str) -> int:
    return run(make_parser().parse_args(arguments), lambda: office.desk)


def shown(office: Office, whole: Case, capsys: pytest.CaptureFixture[str]) -> str:
    office.desk.companies.put(COMPANY)
    kept = office.desk.cases.add(replace(whole, id=""))
    assert cli(office, "show", kept.id) == 0
    return capsys.readouterr().out


def decided(**changes: object) -> Case:
    return case(state=State.NEEDS_DECISION, evidence=SEEN, judgement=judge(SEEN), proposed=PROPOSED, **changes)


def test_before_the_change_the_holder_uses_the_number_and_the_command_is_named(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    told = shown(office, decided(), capsys)
    assert "uses the number: credit memo 1234" in told
    assert "proposed: 1234 to CM-1234" in told
    assert "untwin renumber 1: Renumber 1234 to CM-1234" in told


@pytest.mark.parametrize("state", [State.RENUMBERED, State.WAITING_TO_POST, State.POSTED])
def test_after_the_change_it_had_the_number_and_nothing_is_proposed(
    office: Office, state: State, capsys: pytest.CaptureFixture[str]
) -> None:
    done = Renumbered(HOLDER.id, HOLDER.entity, "1234", "CM-1234", NOW, Proof(True, (), 40, "All as they were."))
    told = shown(office, replace(decided(renumbered=(done,)), state=state), capsys)
    assert "had the number: credit memo 1234" in told
    assert "it has CM-1234 now" in told
    assert "uses the number" not in told
    assert "proposed" not in told
    assert "untwin renumber" not in told


OPTIONS = (Option("Retry in Clio", deed=Deed.RETRY), Option("Look", deed=Deed.LOOK_UP))
ADVICE = Advice(found=("Nothing is broken.",), options=OPTIONS, retry=RetrySense.NOW)


@pytest.mark.parametrize(
    ("state", "found", "options"),
    [(State.NEEDS_DECISION, True, True), (State.WAITING_TO_POST, True, False), (State.POSTED, False, False)],
)
def test_options_are_listed_while_they_can_be_taken(
    office: Office, state: State, found: bool, options: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    told = shown(office, case(kind=FaultKind.STALE_OBJECT, state=state, advice=ADVICE), capsys)
    assert ("Nothing is broken." in told, "option 1" in told) == (found, options)
    assert "; changed meanwhile" in told, "what kind of error it is"


@pytest.mark.parametrize("kind", [IncomingKind.PAYMENT, IncomingKind.CREDIT_NOTE, IncomingKind.TRUST])
def test_what_waits_is_told_apart(office: Office, kind: IncomingKind, capsys: pytest.CaptureFixture[str]) -> None:
    waits = replace(INCOMING, kind=kind, total=None, customer=None)
    told = shown(office, case(incoming=waits), capsys)
    assert f"waiting to post: {kind.words} 1234, customer not known, amount not known" in told


def test_every_command_that_is_named_is_understood() -> None:
    offered = [
        decided(),
        case(company=None),
        case(doc_number=None),
        case(state=State.NEEDS_CHECKING),
        case(state=State.WAITING_TO_POST, watch_began=NOW, waiting_since=NOW - timedelta(minutes=1)),
        case(state=State.FAILED),
        case(kind=FaultKind.STALE_OBJECT, state=State.NEEDS_DECISION, advice=ADVICE),
    ]
    typed = [line.strip().split(":")[0].split() for each in offered for line in next_lines(each)[1:]]
    assert len({words[1] for words in typed}) >= 7, typed
    for program, *arguments in typed:
        assert program == "untwin"
        make_parser().parse_args(arguments)


def two_firms(office: Office) -> None:
    office.desk.companies.put(replace(COMPANY, sources=()))
    office.desk.companies.put(replace(COMPANY, realm="2", name="Cole", sources=()))


def test_cases_of_no_company_are_not_passed_over_in_silence(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    two_firms(office)
    [lost] = office.desk.take_in.text(TEXT).new
    assert cli(office, "look", "--all") == 1
    said = capsys.readouterr()
    assert "1 not looked up, of no company yet: untwin bind --all --company NAME" in said.err
    assert "No case" not in said.out
    assert cli(office, "show", lost.id) == 0
    assert "next: Say which company it belongs to" in capsys.readouterr().out
    assert cli(office, "bind", lost.id, "--company", REALM) == 0
    capsys.readouterr()
    assert cli(office, "bind", "--all", "--company", REALM) == 0
    assert "Every case belongs to a company." in capsys.readouterr().out


def test_an_error_without_a_number_is_named_too(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.desk.take_in.text("This invoice ID has already been used for a document (such as an invoice)")
    assert cli(office, "look", "--all") == 1
    assert "1 not looked up, since the error names no number: untwin describe 1 ..." in capsys.readouterr().err


def test_where_nothing_waits_that_is_what_is_said(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.desk.take_in.text(TEXT)
    assert cli(office, "verify", "--all") == 0
    assert capsys.readouterr().out == "No case waits to post.\n"


def test_a_company_that_is_not_there_is_answered_with_those_that_are(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    two_firms(office)
    [lost] = office.desk.take_in.text(TEXT).new
    assert cli(office, "bind", lost.id, "--company", "Col") == 2
    said = capsys.readouterr().err
    assert f"{COMPANY.name} ({REALM})" in said
    assert "Cole (2)" in said
    assert office.desk.cases.get(lost.id).company is None, "a name that is only begun binds nothing"


def test_the_app_is_said_of_each_case_that_is_there(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    both = (*COMPANY.sources, SourceBinding("hubspot", "", "", 60))
    office.desk.companies.put(replace(COMPANY, sources=both))
    [lost] = office.desk.take_in.text(TEXT.replace("Code (6140): ", "")).new
    assert lost.source is None
    assert cli(office, "source", "name", "HubSpot", "99", lost.id) == 2
    said = capsys.readouterr()
    assert said.err.startswith("case 99: ")
    assert office.desk.cases.get(lost.id).source == "hubspot", "a wrong id keeps no other from it"
    assert f"{lost.id}: HubSpot" in said.out


def test_a_posted_case_has_nothing_to_retry_and_one_of_a_passing_kind_is_not_called_unlinked(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.desk.companies.put(COMPANY)
    posted = office.desk.cases.add(case(id="", state=State.POSTED))
    assert cli(office, "retry", posted.id) == 1
    assert capsys.readouterr().err == "It is “Posted”: there is nothing to retry.\n"
    found = evidence(nearby=(TWIN,))
    for kind, words in (
        (FaultKind.DUPLICATE_DOC_NUMBER, "not linked to the source."),
        (FaultKind.THROTTLED, "whether it is linked shows in the source."),
    ):
        whole = case(id="", kind=kind, state=State.NEEDS_DECISION, evidence=found, judgement=judge(found))
        kept = office.desk.cases.add(whole)
        assert cli(office, "same", kept.id, "--yes") == 0
        assert words in capsys.readouterr().out
