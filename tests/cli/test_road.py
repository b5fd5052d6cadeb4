"""The whole road by the command line: every command a process of its own, judged by the server's books."""

from collections.abc import Iterator
from typing import Any

import pytest

from command_line import Office, in_plain_words, moved, open_office
from untwin.store.home import open_home

CREDIT, INVOICE, SAME, TWIN, CLOSED, TRUST, TWO, UNKNOWN, NOTHING, RECEIPT = (
    *("1234", "1236", "1238", "1240", "1242", "TR-1244"),
    *("1246", "1248", "1250", "1252"),
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Everything is taken in and looked up; each test works on cases of its own."""
    with open_office(tmp_path_factory.mktemp("office")) as opened:
        opened.take_in()
        opened.cli.run("look", "--all")
        yield opened


def test_every_case_has_the_verdict_that_its_scenario_expects(office: Office) -> None:
    verdicts = {c["doc_number"]: c["verdict"] for c in office.cli.ok("cases", "--json").json}
    assert verdicts == {
        CREDIT: "unrelated",
        INVOICE: "unrelated",
        SAME: "same_document",
        TWIN: "same_document",
        CLOSED: "unrelated",
        TRUST: "journal_or_trust",
        TWO: "unrelated",
        UNKNOWN: "unknown",
        NOTHING: "none_found",
        RECEIPT: "journal_or_trust",
    }


def test_a_case_shows_everything_the_contract_names(office: Office) -> None:
    case = office.cli.ok("show", office.cli.case(CREDIT)["id"], "--json").json
    named = {"id", "state", "kind", "company", "source", "doc_number", "incoming", "holders", "twins", "verdict"}
    assert named | {"reasons", "blocks", "proposed", "next"} <= set(case)
    assert (case["state"], case["kind"], case["source"]) in [
        (state, "duplicate_doc_number", "clio") for state in ("needs_decision", "posted")
    ]
    assert case["incoming"]["customer"] == "Smith, Anna"
    assert case["incoming"]["total"] == "1240.00"
    assert [(h["entity"], h["id"]) for h in case["holders"]] == [("CreditMemo", "111")]
    assert case["reasons"]


def test_show_and_cases_say_the_same_in_words(office: Office) -> None:
    case = office.cli.case(CLOSED)
    shown = office.cli.ok("show", case["id"]).out
    assert "Blocked" in shown
    assert "blocked: The books are closed through" in shown
    assert "next: Read what is in the way" in shown
    assert shown.splitlines()[0] in office.cli.ok("cases").out.splitlines()


def test_there_is_no_such_case(office: Office) -> None:
    for command in (("show", "77"), ("renumber", "77"), ("retry", "77"), ("same", "77", "--yes")):
        done = office.cli.run(*command)
        assert (done.code, done.out, done.err.strip()) == (2, "", "There is no case 77.")


@pytest.mark.parametrize("command", ["look", "verify"])
def test_looking_needs_cases_or_all(office: Office, command: str) -> None:
    for arguments in ((command,), (command, "1", "--all")):
        done = office.cli.run(*arguments)
        assert (done.code, done.out) == (2, "")
        assert done.err.strip() == "Name one or more cases, or say --all."


def test_a_case_that_is_missing_does_not_keep_the_others_from_it(office: Office) -> None:
    done = office.cli.run("look", "77", office.cli.case(UNKNOWN)["id"], "--json")
    assert done.code == 2
    assert [c["doc_number"] for c in done.json] == [UNKNOWN]
    assert done.err.strip() == "case 77: There is no case 77."


# --- a change ---------------------------------------------------------------------------------------------


def plan_of(office: Office, number: str, *more: str) -> Any:
    done = office.cli.run("renumber", office.cli.case(number)["id"], "--json", *more)
    assert done.code == 1, done
    return done.json


def test_without_yes_the_plan_is_printed_and_nothing_is_changed(office: Office) -> None:
    before = office.books()
    planned = plan_of(office, INVOICE)
    assert [(r["old"], r["new"], r["why_not"]) for r in planned["rows"]] == [("1236", "1236-INV", "")]
    assert (planned["refused"], planned["confirm"], planned["flags"]) == ([], "sheet", [])
    done = office.cli.run("renumber", office.cli.case(INVOICE)["id"])
    assert done.code == 1
    assert "1236-INV" in done.out
    assert office.books() == before
    assert office.cli.case(INVOICE)["state"] == "needs_decision"


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("INV-1236", "is used already"),
        ("inv-1236", "is used already"),
        ("1236", "That is its number now"),
        ("X" * 22, "22 characters"),
        ("AUTO_GENERATE", "number the form itself"),
        ("A B", "Only letters"),
        (" A1", "blanks at its ends"),
        ("A'1", "Only letters"),
    ],
)
def test_a_number_that_cannot_be_given_is_refused_with_its_reason(office: Office, number: str, why: str) -> None:
    before = office.books()
    done = office.cli.run("renumber", office.cli.case(INVOICE)["id"], "--to", number, "--yes", "--json")
    assert done.code == 1
    assert why in done.json["rows"][0]["why_not"]
    assert office.books() == before


@pytest.mark.parametrize("number", ["", " "])
def test_an_empty_number_does_not_become_the_suggestion(office: Office, number: str) -> None:
    """As it comes from a variable of a script that was never set."""
    before = office.books()
    done = office.cli.run("renumber", office.cli.case(INVOICE)["id"], "--to", number, "--yes")
    assert (done.code, done.out, done.err.strip()) == (2, "", "--to names no number.")
    assert office.books() == before


def test_a_number_that_others_took_meanwhile_is_refused_at_the_last_moment(office: Office) -> None:
    """Nothing of it is known from the look-up: only the fresh read right before the write sees it."""
    body = {"DocNumber": "fresh-1 ", "CustomerRef": {"value": "1"}}
    put = {"realm": office.caller.realm, "entity": "Invoice", "body": body}
    assert office.caller.session.post(f"{office.caller.base}/sample/rows", json=put, timeout=10).status_code == 200
    before = office.books()
    done = office.cli.run("renumber", office.cli.case(INVOICE)["id"], "--to", "FRESH-1", "--yes")
    assert done.code == 1
    assert "FRESH-1 is used by invoice fresh-1" in done.err
    assert office.books() == before
    office.cli.run("look", office.cli.case(INVOICE)["id"])
    assert office.cli.case(INVOICE)["state"] == "needs_decision"


@pytest.mark.parametrize("number", [SAME, TWIN, CLOSED, TRUST, UNKNOWN, NOTHING, RECEIPT])
def test_what_is_locked_or_blocked_is_refused_whatever_is_confirmed(office: Office, number: str) -> None:
    before = office.books()
    case = office.cli.case(number)
    everything = ("--yes", "--accept", "emailed,paid,linked,several", "--count", "1", "--to", "FREE-1")
    done = office.cli.run("renumber", case["id"], "--json", *everything)
    assert done.code == 1
    assert done.json["rows"] == []
    assert [r["case"] for r in done.json["refused"]] == [case["id"]]
    assert done.json["refused"][0]["reason"]
    assert office.books() == before
    assert office.cli.case(number)["state"] == case["state"]


def test_one_locked_case_keeps_a_whole_batch_from_being_saved(office: Office) -> None:
    before = office.books()
    cases = [office.cli.case(n)["id"] for n in (INVOICE, TRUST)]
    done = office.cli.run("renumber", *cases, "--yes", "--accept", "several", "--json")
    assert done.code == 1
    assert len(done.json["refused"]) == 1
    assert office.books() == before


def test_a_number_goes_with_one_case_only(office: Office) -> None:
    done = office.cli.run("renumber", "1", "2", "--to", "X-1", "--yes")
    assert (done.code, done.err.strip()) == (2, "--to goes with one case only.")


def test_a_flag_that_nobody_knows_is_wrong_usage(office: Office) -> None:
    done = office.cli.run("renumber", office.cli.case(TWO)["id"], "--yes", "--accept", "everything")
    assert (done.code, done.out) == (2, "")
    assert "--accept takes emailed, paid, linked, trust, several" in done.err


def test_flags_must_be_named_one_by_one(office: Office) -> None:
    """Two documents with one number, one of them e-mailed: yes alone is not enough, nor is half of it."""
    before = office.books()
    case = office.cli.case(TWO)["id"]
    for accepted, missing in (((), 2), (("--accept", "emailed"), 1), (("--accept", "several"), 1)):
        done = office.cli.run("renumber", case, "--yes", *accepted)
        assert done.code == 1
        assert len(done.err.splitlines()) == missing
        assert office.books() == before
    done = office.cli.run("renumber", case, "--yes", "--accept", "emailed,several", "--json")
    assert (done.code, done.err) == (0, "")
    assert [r["old"] for r in done.json[0]["renumbered"]] == [TWO, TWO]
    assert office.books() != before


def test_from_the_plan_to_posted(office: Office) -> None:
    """The credit memo in the way of bill 1234: renumbered, retried at Clio, seen in the books."""
    cli, case = office.cli, office.cli.case(CREDIT)["id"]
    # Nothing to retry and nothing to verify before the number is free.
    assert cli.run("retry", case).code == 1
    assert cli.run("verify", case).code == 1
    before = office.books()
    [saved] = cli.ok("renumber", case, "--yes", "--reason", "customer asked", "--json").json
    assert saved["state"] == "renumbered"
    [change] = saved["renumbered"]
    assert (change["entity"], change["old"], change["new"]) == ("CreditMemo", "1234", "1234-CM")
    assert "other fields QuickBooks shows are as they were" in change["check"]
    assert moved(before, office.books()) == {("CreditMemo", "111"): {"DocNumber", "SyncToken", "MetaData"}}
    # The same change again is not offered.
    assert cli.run("renumber", case, "--yes").code == 1
    card = cli.ok("retry", case, "--json").json
    assert (card["number"], card["button"], card["page"]) == (
        "1234",
        "Retry",
        office.caller.greeting["clio"]["bill_syncing_page"],
    )
    not_yet = cli.run("verify", case, "--json")
    assert not_yet.code == 1
    assert (not_yet.json[0]["state"], not_yet.json[0]["posting"]["outcome"]) == ("waiting_to_post", "not_seen")
    assert office.caller.retry("1234") == "Synced"
    posted = cli.ok("verify", case, "--json").json[0]
    assert (posted["state"], posted["posting"]["outcome"]) == ("posted", "posted")
    told = [r["what"] for r in cli.ok("history", "--json").json if r["case"] == case]
    assert told == ["credit memo 1234 renumbered to 1234-CM", "retry", "posted"]
    assert "Customer asked" in cli.ok("history").out


def test_the_same_sale_is_confirmed_and_writes_nothing(office: Office) -> None:
    before, case = office.books(), office.cli.case(SAME)["id"]
    asked = office.cli.run("same", case)
    assert asked.code == 1
    assert "in QuickBooks as:" in asked.out
    assert office.cli.case(SAME)["state"] == "needs_decision"
    done = office.cli.ok("same", case, "--yes", "--json").json
    assert done["state"] == "already_in_quickbooks"
    assert len(done["left_to_do"]) == 4
    assert office.books() == before
    assert office.cli.run("same", office.cli.case(UNKNOWN)["id"], "--yes").code == 1


def test_nothing_found_needs_no_change_only_the_retry(office: Office) -> None:
    before, case = office.books(), office.cli.case(NOTHING)["id"]
    assert office.cli.ok("retry", case, "--json").json["case"]["state"] == "waiting_to_post"
    assert office.books() == before
    assert office.caller.retry(NOTHING) == "Synced"
    assert office.cli.ok("verify", case, "--json").json[0]["state"] == "posted"


def test_read_only_really_refuses(office: Office) -> None:
    before, case = office.books(), office.cli.case(INVOICE)["id"]
    [listed] = office.cli.ok("company", "writes", office.caller.realm, "off", "--json").json
    try:
        assert listed["writes"] is False
        done = office.cli.run("renumber", case, "--yes", "--json")
        assert done.code == 1
        assert "is read-only" in done.json["refused"][0]["reason"]
        assert office.books() == before
    finally:
        assert office.cli.ok("company", "writes", "harlow & pike llp", "on", "--json").json[0]["writes"] is True
    assert plan_of(office, INVOICE)["refused"] == []


def test_while_another_untwin_saves_a_change_waits_and_then_says_so(office: Office) -> None:
    before, case = office.books(), office.cli.case(INVOICE)["id"]
    with open_home(office.cli.home).lock("writing").hold():
        done = office.cli.run("renumber", case, "--yes")
        # Reading goes on meanwhile.
        office.cli.ok("cases")
        office.cli.ok("show", case)
    assert done.code == 3
    assert done.out == ""
    assert done.err.startswith("Untwin is saving")
    assert in_plain_words(done.err)
    assert office.books() == before
    assert office.cli.case(INVOICE)["state"] == "needs_decision"


def test_the_doctor_says_where_secrets_are_kept(office: Office) -> None:
    checks = {c["check"]: c for c in office.cli.ok("doctor", "--json").json}
    assert checks["keyring"]["ok"]
    assert "keyring of this computer" in checks["keyring"]["sentence"]
    assert checks["companies"]["sentence"] == "1 connected."


def test_taking_the_same_page_in_again_makes_no_second_case(office: Office) -> None:
    before = {c["id"] for c in office.cli.ok("cases", "--json").json}
    done = office.cli.run("import", "-", "--source", "clio", "--json", stdin=office.page())
    assert done.json["new"] == []
    assert {c["id"] for c in office.cli.ok("cases", "--json").json} == before
