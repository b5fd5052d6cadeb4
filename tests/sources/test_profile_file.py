"""The profile of a source of the user's own: plain sentences for whatever isn't right, and nothing is executed."""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from untwin.domain.problems import BadInput
from untwin.domain.sources.declared import RetryBy
from untwin.resources import resource
from untwin.sources.profile_file import checked_name, read_profile

WHOLE = """
name = "Acme Billing"
document = "statement"
[retry]
do = "Press “Push again” at {number}"
place = "Billing > Sync log"
page = "https://app.acme.example/sync"
minutes = 10
[numbers]
prefix = "AC-"
custom_transaction_numbers = "on"
"""


def written(folder: Path, text: str | bytes) -> Path:
    file = folder / "acme.toml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def test_a_whole_profile_is_read(tmp_path: Path) -> None:
    binding = read_profile(written(tmp_path, WHOLE))
    profile = binding.profile
    assert (binding.source, profile.name, profile.retry) == ("Acme Billing", "Acme Billing", RetryBy.ASSISTED)
    assert profile.what_to_do("AC-7") == "Press “Push again” at AC-7"
    assert (profile.place, binding.retry_page) == ("Billing > Sync log", "https://app.acme.example/sync")
    assert (binding.cycle_seconds, profile.numbers.prefix, profile.custom_numbers) == (600, "AC-", True)
    assert not profile.can_read_record
    assert profile.facts[0] == "It posts statements, payments, credit notes."


def test_a_name_is_enough(tmp_path: Path) -> None:
    binding = read_profile(written(tmp_path, 'name = "Acme"'))
    assert binding.profile.what_to_do("7") == "Have 7 sent again"
    assert (binding.retry_page, binding.cycle_seconds, binding.profile.custom_numbers) == ("", 300, None)


def test_the_example_that_is_shipped_is_right() -> None:
    assert read_profile(resource("sources", "example.toml")).profile.name == "Acme Billing"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "“name” is missing"),
        ('name = ""', "“name” is missing"),
        ("name = 5", "“name” is a line"),
        ('name = "Clio"', "knows already"),
        ('name = "HUBSPOT"', "knows already"),
        ('name = "the source"', "knows already"),
        ('name = "a/b"', "no quotes and no slashes"),
        ('name = "<b>Acme</b>"', "no quotes and no slashes"),
        ('name = "Acme"\ncommand = "rm"', "“command” isn't known"),
        ('name = "Acme"\n[retry]\nurl = "x"', r"“url” in \[retry\] isn't known"),
        ('name = "Acme"\nretry = "x"', "“retry” is a section"),
        ('name = "Acme"\n[retry]\npage = "http://acme.example"', "begins with https://"),
        ('name = "Acme"\n[retry]\npage = "javascript:alert(1)"', "begins with https://"),
        ('name = "Acme"\n[retry]\npage = "https://acme.example@evil.example/"', "begins with https://"),
        ('name = "Acme"\n[retry]\npage = "file:///etc/passwd"', "begins with https://"),
        ('name = "Acme"\n[retry]\ndo = "Press it"', "{number}"),
        ('name = "Acme"\n[retry]\ndo = "a\\nb {number}"', "“do” is a line"),
        ('name = "Acme"\n[retry]\nminutes = 0', "whole number of minutes"),
        ('name = "Acme"\n[retry]\nminutes = 1.5', "whole number of minutes"),
        ('name = "Acme"\n[retry]\nminutes = true', "whole number of minutes"),
        ('name = "Acme"\n[retry]\nminutes = 99999', "whole number of minutes"),
        ('name = "Acme"\n[numbers]\ncustom_transaction_numbers = true', '"on", "off" or "either"'),
        ('name = "Acme"\nmakes_customers = "maybe"', '"yes", "no" or "unknown"'),
        ('name = "Acme', "is no profile: line 1: a quote is open"),
        ("name: Acme", "is no profile: line 1: a name is followed by ="),
        ('name = "Acme"\n\nname = "Other"', "line 3: that name stands there twice"),
        ('name = "Acme"\n[retry]\nminutes = five', "line 3: what stands behind = is in quotes, or a number"),
        ('name = "Acme"\n[retry\nminutes = 5', r"line 2: a section's name stands in \[brackets\]"),
        ('name = "Acme" x', "line 1: something stands behind the value"),
        ('name = "Acme"\n[numbers]\nprefix = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"', "line 3: “prefix” is a line of at most 20"),
        (b"\xff\xfe\x00", "no text in UTF-8"),
        ("a=" + "[" * 20_000, "nested too deep"),
        ("name = " + "[" * 5000, "is no profile"),
        ("#" * 70_000, "larger than 64 KB"),
    ],
)
def test_what_is_not_right_is_said_in_a_sentence(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_profile(written(tmp_path, text))


def test_every_mistake_is_told_with_its_line_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = """# ours
name = "a/b"
colour = "red"

[retry]
do = "Press it"
page = "http://acme.example"
minutes = 0

[ numbers ]
"custom_transaction_numbers" = "maybe"
"""
    with pytest.raises(BadInput) as refused:
        read_profile(written(tmp_path, text))
    said = refused.value.sentence
    assert said.startswith("acme.toml: line 2: A source's name has 1 to 40 letters")
    lines = [int(part.split(":")[0]) for part in said.split("line ")[1:] if part[0].isdigit()]
    assert lines == [2, 3, 6, 7, 8, 11]


def test_a_mistake_in_one_line_for_a_section_is_told_with_it(tmp_path: Path) -> None:
    for text in ('name = "Acme"\nretry.minutes = 0', 'name = "Acme"\nretry = { minutes = 0 }'):
        with pytest.raises(BadInput, match="“minutes” is a whole number"):
            read_profile(written(tmp_path, text))
    with pytest.raises(BadInput, match="line 2: “minutes”"):
        read_profile(written(tmp_path, 'name = "Acme"\nretry.minutes = 0'))


def test_of_very_many_mistakes_the_first_are_told(tmp_path: Path) -> None:
    text = 'name = "Acme"\n' + "\n".join(f"x{number} = 1" for number in range(500))
    with pytest.raises(BadInput, match=r"line 11: “x9” isn't known.* And 490 more\."):
        read_profile(written(tmp_path, text))


def test_what_cannot_be_opened_is_a_sentence(tmp_path: Path) -> None:
    for file in (tmp_path / "nothing.toml", tmp_path):
        with pytest.raises(BadInput, match="can't be opened"):
            read_profile(file)


def test_a_number_in_the_words_is_the_only_thing_filled_in(tmp_path: Path) -> None:
    text = 'name = "Acme"\n[retry]\ndo = "Open {number.__class__} and {number}"'
    assert read_profile(written(tmp_path, text)).profile.what_to_do("7") == "Open {number.__class__} and 7"


@given(st.binary(max_size=300))
def test_any_bytes_are_a_profile_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.mktemp("profile") / "any.toml"
    file.write_bytes(data)
    with suppress(BadInput):
        assert read_profile(file).profile.name


@pytest.mark.parametrize("name", ["Acme", "Æther & Søn", "Shop 24", "3 Little Pigs", "Müller + Co."])
def test_names_of_every_kind_are_taken(name: str) -> None:
    assert checked_name(f"  {name} ") == name


@pytest.mark.parametrize("name", ["", " ", "a" * 41, "a\x00b", "a\x1b[31m", "'quoted'", "../x", "webhook", "-x"])
def test_what_can_be_no_name_is_refused(name: str) -> None:
    with pytest.raises(BadInput):
        checked_name(name)


def test_what_has_no_end_and_no_writer_is_no_profile(tmp_path: Path) -> None:
    pipe = tmp_path / "acme.toml"
    os.mkfifo(pipe)
    for file in (pipe, Path("/dev/zero")):
        with pytest.raises(BadInput, match="is no file"):
            read_profile(file)


@pytest.mark.parametrize(("said", "makes"), [("yes", True), ("no", False), ("unknown", None)])
def test_a_profile_says_whether_the_app_makes_customers(tmp_path: Path, said: str, makes: bool | None) -> None:
    file = written(tmp_path, f'name = "Acme"\nmakes_customers = "{said}"')
    assert read_profile(file).profile.makes_customers is makes
    assert read_profile(written(tmp_path, 'name = "Acme"')).profile.makes_customers is None
