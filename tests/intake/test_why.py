"""Whoever asks why a group was taken or not is told the reason by which it was really decided."""

import pytest

from error_texts import FOLDER, Text, texts
from intake.why import explained
from untwin.intake.finding.scan import FEW
from untwin.intake.judging.reason import Reason
from untwin.intake.judging.spot import Spot
from untwin.intake.judging.talk import TALK
from untwin.intake.judging.told import TOLD_OF, TOLD_OF_MANY, is_only_told_of
from untwin.intake.judging.why import why
from untwin.intake.judging.worth import WORTH, is_worth
from untwin.intake.marking.groups import groups
from untwin.intake.marking.marks import marks
from untwin.intake.marking.view import peel

SAMPLE = [text for file in sorted(FOLDER.glob("*.cases")) for text in texts(file)[::9]]
LISTS = {"talk": TALK, "worth": WORTH, "told of": TOLD_OF, "told of many": TOLD_OF_MANY}


def _spots(text: str) -> list[Spot]:
    view = peel(text)
    return [Spot(view.text, group) for group in groups(view.text, marks(view.text, view.lower))]


@pytest.mark.parametrize("text", SAMPLE, ids=lambda text: text.name)
def test_why_comes_to_what_was_decided(text: Text) -> None:
    spots = _spots(text.text)
    many = sum(map(is_worth, spots)) > FEW

    for spot in spots:
        assert why(spot, many=many).taken == (is_worth(spot) and not is_only_told_of(spot, many=many))


@pytest.mark.parametrize(
    ("text", "taken", "name"),
    [
        ("Why does it say error 6140? Choose another number.", False, "general"),
        ("We never had a duplicate document number in QuickBooks.", False, "denied"),
        ("Bill 77 failed: Duplicate Document Number Error", True, "words"),
        ("alert('Duplicate Document Number Error')", False, "program source"),
    ],
)
def test_the_reason_that_decided_is_named(text: str, taken: bool, name: str) -> None:
    (own,) = (why(spot, many=False) for spot in _spots(text))

    assert (own.taken, own.reason.name) == (taken, name)


@pytest.mark.parametrize("reasons", LISTS.values(), ids=LISTS)
def test_the_reasons_of_a_list_have_names_of_their_own_and_the_last_always_holds(reasons: tuple[Reason, ...]) -> None:
    assert len({reason.name for reason in reasons}) == len(reasons)
    assert all(reasons[-1].holds(spot) for spot in _spots("error 6140"))


def test_the_command_line_says_what_became_of_each_group_and_on_which_line() -> None:
    text = "hello\nBill 77 failed: Duplicate Document Number Error\n\n\n\nWe never had a duplicate document number."

    said = [(line, becomes.partition(" (")[0]) for line, _, becomes in explained(text)]

    assert said == [(2, "taken"), (6, "not taken")]
