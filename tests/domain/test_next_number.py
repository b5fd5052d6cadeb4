"""What QuickBooks gives or offers next: said with the change, and with how sure that is."""

from dataclasses import replace

import pytest

from builders import COMPANY, FACTS, HOLDER, REALM
from untwin.domain.changes.change import Row
from untwin.domain.changes.history import Purpose
from untwin.domain.changes.next_number import next_numbers
from untwin.domain.company.company import Company

ROW = Row("1", REALM, HOLDER, "CM-1234", (), ())


def company(custom_numbers: bool | None) -> Company:
    return replace(COMPANY, facts=replace(FACTS, custom_numbers=custom_numbers))


def said(*rows: Row, on: bool | None = True) -> str:
    return "\n".join(next_numbers(rows, {REALM: company(on)}))


def test_where_people_number_the_next_offer_is_named_with_its_uncertainty() -> None:
    words = said(ROW)
    assert words.startswith("People type the numbers here")
    assert "After CM-1234 that may be CM-1235: users report it, Intuit doesn't document it." in words
    assert "share one counter" in words
    assert words.endswith("Look at the number on the next one made by hand.")


def test_where_quickbooks_numbers_its_counter_stays() -> None:
    assert "its counter doesn't move" in said(ROW, on=False)
    assert "CM-1235" not in said(ROW, on=False)


def test_where_the_setting_is_unknown_that_is_said() -> None:
    assert said(ROW, on=None).startswith("Whether QuickBooks numbers by itself here isn't known.")
    assert "CM-1235" in said(ROW, on=None)


@pytest.mark.parametrize(("new", "following"), [("CM-0099", "CM-0100"), ("A-9", "A-10"), ("099", "100")])
def test_zeros_before_the_figure_stay(new: str, following: str) -> None:
    assert f"After {new} that may be {following}:" in said(replace(ROW, new=new))


def test_a_number_that_ends_in_letters_is_told_apart() -> None:
    both = said(ROW, replace(ROW, new="1240-CM"))
    assert "ends in letters (1240-CM) isn't known" in both
    assert "CM-1235" in both
    assert "may be" not in said(replace(ROW, new="1240-CM"))


def test_an_estimate_has_a_counter_of_its_own() -> None:
    assert "share one counter" not in said(replace(ROW, document=replace(HOLDER, entity="Estimate"), new="EST-1"))


def test_a_number_that_is_given_back_or_cannot_be_given_moves_nothing() -> None:
    assert said(replace(ROW, purpose=Purpose.RESTORE)) == ""
    assert said(replace(ROW, why_not="CM-1234 is used already.")) == ""
    assert said(replace(ROW, new="")) == ""
    assert said() == ""


def test_of_several_companies_each_is_named() -> None:
    other = replace(company(False), realm="2", name="Bright Ltd")
    told = next_numbers((ROW, replace(ROW, company="2")), {REALM: company(True), "2": other})
    assert [words.split(": ")[0] for words in told] == [COMPANY.name, "Bright Ltd"]
