"""A kind's turns are only tried where one of its pieces stands: whatever they fit must hold one."""

import re

import pytest

from pattern_signs import holding_none
from untwin.domain.errors.faults import FaultKind
from untwin.domain.errors.told_kinds import ADVISED, HINTED, TOLD
from untwin.domain.errors.told_pieces import PIECES

TURNS = [(kind, turn) for table in (TOLD, HINTED, ADVISED) for kind, turns in table.items() for turn in turns]


@pytest.mark.parametrize(("kind", "turn"), TURNS)
def test_whatever_a_turn_fits_holds_a_piece_of_its_kind(kind: FaultKind, turn: str) -> None:
    assert holding_none(re.compile(turn), PIECES[kind]) == []
