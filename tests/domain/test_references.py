"""Lines and references: what says which sale it is, and what says that it is another one."""

from dataclasses import replace
from decimal import Decimal

import pytest

from builders import INCOMING, TWIN
from untwin.domain.books.documents import Line
from untwin.domain.sources.incoming import SourceLine
from untwin.domain.verdicts.references import Agreement, is_serial, lines_agree, names_bill, names_work

AGREE, DIFFER, UNKNOWN = Agreement.AGREE, Agreement.DIFFER, Agreement.UNKNOWN


def lines(*told: tuple[str, int]) -> tuple[Line, ...]:
    return tuple(Line(text, Decimal(amount)) for text, amount in told)


@pytest.mark.parametrize(
    ("theirs", "ours", "expected"),
    [
        ((("Draft motion", 900), ("Filing", 340)), (("Filing", 340), ("Draft motion", 900)), AGREE),
        ((("Draft of the motion", 900), ("Filing", 340)), (("Draft motion", 900), ("Filing", 340)), AGREE),
        ((("Draft moton", 1240),), (("Draft motion", 1240),), AGREE),
        ((("Draft motion", 900), ("Filing", 340)), (("Draft motion", 800), ("Filing", 440)), DIFFER),
        ((("Services October", 1240),), (("Services November", 1240),), DIFFER),
        ((("Progress 1 of 3", 1240),), (("Progress 2 of 3", 1240),), DIFFER),
        ((("Filing petition A", 1240),), (("Hearing on costs", 1240),), DIFFER),
        ((("Legal services, matter 00031-Smith", 1240),), (("Draft motion", 1240),), UNKNOWN),
        ((("Everything", 1240),), (("Draft motion", 900), ("Filing", 340)), UNKNOWN),
        ((("", 1240),), (("Draft motion", 1240),), UNKNOWN),
        ((), (("Draft motion", 1240),), UNKNOWN),
        ((("Draft motion", 1240),), (), UNKNOWN),
    ],
)
def test_lines_agree_in_amounts_and_words_or_one_is_silent(
    theirs: tuple[tuple[str, int], ...], ours: tuple[tuple[str, int], ...], expected: Agreement
) -> None:
    told = tuple(SourceLine(text, Decimal(amount)) for text, amount in ours)
    document, incoming = replace(TWIN, lines=lines(*theirs)), replace(INCOMING, lines=told)
    assert lines_agree(document, incoming) is expected


@pytest.mark.parametrize(
    ("memo", "expected"),
    [
        ("Clio bill 1234, matter 00031-Smith", AGREE),
        ("see invoice no. 1234", AGREE),
        ("HubSpot record #9001", AGREE),
        ("Clio bill 1190", DIFFER),
        ("Clio bill 1190, replaces bill 1234", DIFFER),
        ("invoice M-1740", UNKNOWN),
        ("Anna Smith Clio 88213", UNKNOWN),
        ("12 hours at 103.33", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_words_name_the_bill_or_another_one(memo: str, expected: Agreement) -> None:
    assert names_bill(replace(TWIN, memo=memo), INCOMING) is expected


@pytest.mark.parametrize(
    ("memo", "references", "expected"),
    [
        ("matter 00031-Smith", ("00031-Smith",), AGREE),
        ("MATTER 00031-SMITH.", ("00031-Smith",), AGREE),
        ("matter 00031", ("00031-Smith",), AGREE),
        ("matter 00032-Smith", ("00031-Smith",), DIFFER),
        ("matters 00031-Smith and 00032-Smith", ("00031-Smith",), DIFFER),
        ("100031-Smithers", ("00031-Smith",), UNKNOWN),
        ("Legal services", ("00031-Smith",), UNKNOWN),
        ("Smith", ("Smith",), UNKNOWN),
        ("services of October 2026", ("2026",), UNKNOWN),
        ("call 555 4711 about it", ("4711",), UNKNOWN),
        ("matter 4711", ("4711",), AGREE),
        ("matter no. 4712", ("4711",), DIFFER),
        ("anything", (), UNKNOWN),
    ],
)
def test_words_name_the_work_or_another_one(memo: str, references: tuple[str, ...], expected: Agreement) -> None:
    assert names_work(replace(TWIN, memo=memo), replace(INCOMING, references=references)) is expected


@pytest.mark.parametrize(
    ("memo", "expected"),
    [
        ("Monthly fee, matter 00031-Smith", True),
        ("Progress 2 of 3", True),
        ("Instalment", True),
        ("50% on signing", True),
        ("Retainer", True),
        ("Opening balance", True),
        ("Copied from 1190", True),
        ("Legal services, matter 00031-Smith, 10/12/2026", False),
        ("Partnership agreement", False),
        ("Half an hour on the lease", False),
        ("Second half of invoice 1190", True),
    ],
)
def test_what_is_billed_in_turns_or_parts_is_noticed(memo: str, expected: bool) -> None:
    assert is_serial(replace(TWIN, memo=memo), INCOMING) is expected
