"""Every answer that was recorded at Intuit's, asked of the sample: same status, same envelope, same keys."""

from collections.abc import Iterator

import pytest

from sample.caller import TODAY, Caller
from sample.shape import SHAPES, covered, keys_of, replayed, shape
from untwin.sample.process import SampleProcess

NAMES = sorted(path.stem for path in SHAPES.glob("*.json"))


@pytest.fixture(scope="module")
def landscaper() -> Iterator[Caller]:
    """Servers with the landscaper's books, which the shapes share."""
    with SampleProcess("--firms", "1", "--landscaper", "--today", TODAY, "--cycle", "3600") as process:
        caller = Caller(process.greeting)
        caller.realm = process.greeting["quickbooks"]["companies"][1]["realm_id"]
        yield caller
        caller.session.close()


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_has_the_recorded_shape_but_for_what_is_told(landscaper: Caller, name: str) -> None:
    recorded = shape(name)
    answer = replayed(landscaper, recorded)
    assert answer.status_code == recorded.status, answer.text
    keys = keys_of(answer)
    missing = {covered(key, recorded.missing) or f"untold: {key}" for key in recorded.keys - keys}
    more = {covered(key, recorded.more) or f"untold: {key}" for key in keys - recorded.keys}
    # A difference that is gone is to be struck out, so that the list stays true.
    assert (missing, more) == (set(recorded.missing), set(recorded.more))


def test_every_difference_has_its_reason() -> None:
    reasons = [reason for name in NAMES for reason in (shape(name).missing | shape(name).more).values()]
    assert all(len(reason) > 30 and reason.endswith(".") for reason in reasons)
    assert len(NAMES) == 30
