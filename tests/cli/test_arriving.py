"""The commands by which a person says what an error doesn't: whose it is, what waits, which list it stands in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import TEXT
from command_line import Office, open_office

BILLS = "Kunde,Bill number,Total,Issued\nRoe,77777,9.00,2026-11-12\nBaker,88888,4.00,03/04/2026\n"
NAMELESS = TEXT.replace("Code (6140): ", "")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with open_office(tmp_path_factory.mktemp("office")) as opened:
        yield opened


def take_in(office: Office, *numbers: int | str) -> list[str]:
    errors = "\n\n".join(TEXT.replace("1234", str(number)) for number in numbers)
    done = office.cli.run("import", "-", "--source", "clio", "--json", stdin=errors)
    return [case["id"] for case in (*done.json["new"], *done.json["joined"])]


def test_one_line_describes_what_waits_and_an_open_question_ends_with_1(office: Office) -> None:
    [case] = take_in(office, 70001)
    asked = office.cli.run("describe", case, "Roe Family 1,250.00 11/03/2026")
    assert asked.code == 1
    assert "Roe Family 1,250.00 2026-11-03" in asked.out
    described = office.cli.ok("describe", case, "credit", "note", "85.00 Roe 3 Nov 2026", "--json").json
    assert (described["incoming"]["kind"], described["incoming"]["customer"]) == ("credit_note", "Roe")
    assert described["incoming"]["known_from"].startswith("typed by ")


def test_a_bill_list_is_shown_first_and_fills_with_yes(office: Office, tmp_path: Path) -> None:
    case, other = take_in(office, 77777, 88888)
    file = tmp_path / "clio-bills.csv"
    file.write_text(BILLS, encoding="utf-8")
    shown = office.cli.run("fill", file, "--column", "customer=Kunde")
    assert shown.code == 1
    assert f"case {case}: 77777, Roe, 9.00, 2026-11-12 (from invoice list clio-bills.csv, row 2)" in shown.out
    assert "03/04/2026" in shown.out
    assert office.cli.ok("show", case, "--json").json["incoming"] is None
    filled = office.cli.run("fill", file, "--column", "customer=Kunde", "--yes", "--json").json
    assert {c["id"] for c in filled["filled"]} == {case, other}


def test_a_list_whose_columns_were_guessed_fills_nothing_before_a_person_has_named_them(
    office: Office, tmp_path: Path
) -> None:
    [case] = take_in(office, 77001)
    file = tmp_path / "page.csv"
    file.write_text("ID,Client,Issue date,Balance,Total\n77001,Roe,2026-11-12,9.00,9.00\n", encoding="utf-8")
    guessed = office.cli.run("fill", file, "--yes")
    assert guessed.code == 1
    assert "“ID” was only taken for the number" in guessed.err
    assert office.cli.ok("show", case, "--json").json["incoming"] is None
    office.cli.ok("fill", file, "--column", "number=ID", "--yes")
    assert office.cli.ok("show", case, "--json").json["incoming"]["customer"] == "Roe"


def test_a_repeat_is_counted_with_its_places(office: Office) -> None:
    [case] = take_in(office, 70002)
    take_in(office, 70002)
    shown = office.cli.ok("show", case, "--json").json
    assert shown["repeats"] == 2
    assert [seen["where"] for seen in shown["seen"]] == ["line 1", "line 1"]
    assert "seen: 2 times" in office.cli.ok("show", case).out


def test_a_whole_list_names_what_is_gone_and_only_yes_ends_it(office: Office) -> None:
    gone, _ = take_in(office, 70003, 70004)
    errors = TEXT.replace("1234", "70004")
    done = office.cli.run("import", "-", "--source", "clio", "--all-of-source", "--json", stdin=errors)
    assert gone in {missing["case"] for missing in done.json["missing"]}
    assert office.cli.ok("show", gone, "--json").json["state"] == "new"
    assert office.cli.run("end", gone, "--reason", "not in Clio's list").code == 1
    assert office.cli.run("end", gone, "--yes").code == 2
    assert office.cli.run("end", gone, "--yes", "--reason", "x" * 501).code == 2
    ended = office.cli.ok("end", gone, "--reason", "not in Clio's list", "--yes", "--json").json
    assert [case["state"] for case in ended] == ["no_longer_needed"]


def test_errors_are_bound_to_the_company_that_is_named(office: Office) -> None:
    done = office.cli.run("import", "-", "--json", stdin=NAMELESS.replace("1234", "70005"))
    [case] = [c["id"] for c in done.json["new"]]
    company = office.cli.ok("company", "list", "--json").json[0]
    bound = office.cli.ok("bind", case, "--company", company["name"], "--json").json
    assert [c["company"] for c in bound["bound"]] == [company["realm"]]
    assert office.cli.run("bind", "--company", company["name"]).code == 2


def test_an_app_that_nobody_connected_is_refused_with_those_there_are(office: Office) -> None:
    before = len(office.cli.ok("cases", "--json").json)
    refused = office.cli.run("import", "-", "--source", "clioo", stdin=NAMELESS.replace("1234", "70009"))
    assert (refused.code, "No app called “clioo” is connected." in refused.err) == (2, True)
    assert len(office.cli.ok("cases", "--json").json) == before
    taken = office.cli.run("import", "-", "--source", " CLIO ", "--json", stdin=NAMELESS.replace("1234", "70009"))
    assert [case["source"] for case in taken.json["new"]] == ["clio"]


def test_groups_name_what_cases_share_and_their_ids(office: Office) -> None:
    ids = take_in(office, *(f"QX-{number}" for number in (101, 102, 103)))
    groups = office.cli.ok("cases", "--groups", "--json").json
    [shared] = [group for group in groups if group["kind"] == "prefix" and set(group["cases"]) >= set(ids)]
    assert (shared["count"], shared["words"]) == (3, "3 share the prefix “QX-”.")
    assert f"3 share the prefix “QX-”. Cases {', '.join(ids)}." in office.cli.ok("cases", "--groups").out


def test_what_a_person_typed_reads_as_typed(office: Office) -> None:
    [case] = take_in(office, 70006)
    said = office.cli.ok("describe", case, "Roe 85.00 3 Nov 2026").out
    assert "2026-11-03 (typed by " in said


def test_what_stands_beside_the_error_is_told_and_what_doesn_t_stays_unknown(office: Office, tmp_path: Path) -> None:
    mail = tmp_path / "mail.txt"
    error = "Duplicate Document Number Error : You must specify a different number."
    mail.write_text(f"Invoice: 1093\nCustomer: Pinnacle Roofing\nReason: {error}\n", encoding="utf-8")
    case = office.cli.run("import", str(mail), "--source", "clio", "--json").json["new"][0]["id"]
    shown = office.cli.ok("show", case).out
    assert "1093, Pinnacle Roofing, amount not known, date not known" in shown
    assert "(from what stands beside the error, mail.txt, line 3)" in shown


def test_errors_in_columns_that_were_guessed_are_cases_and_the_columns_are_named(
    office: Office, tmp_path: Path
) -> None:
    file = tmp_path / "bare.csv"
    rows = (f'{number},Ashwood {name},{name}.50,"{TEXT.replace("1234", str(number))}"\n' for number, name in _BARE)
    file.write_text("".join(rows), encoding="utf-8")
    done = office.cli.run("import", file, "--json")

    assert (done.code, [case["incoming"] for case in done.json["new"]]) == (1, [None, None])
    columns = {(told["holds"], told["column"], told["samples"][0]) for told in done.json["guessed"]}
    assert columns == {("number", "1", "71501"), ("customer", "2", "Ashwood 12"), ("amount", "3", "12.50")}
    assert "Column 2 was only taken for the customer by values such as “Ashwood 12”" in done.err
    assert "If that is right, say --column customer=2, else name the right one." in done.err
    again = office.cli.run(
        *("import", file, "--json"), *("--column", "number=1", "--column", "customer=2", "--column", "amount=3")
    )
    assert (again.code, again.json["guessed"]) == (0, [])
    assert {case["incoming"]["customer"] for case in again.json["joined"]} == {"Ashwood 12", "Ashwood 13"}


_BARE = ((71501, 12), (71502, 13))
