"""Two things said one after the other: no word twice, no bare full stop, no small letter at a beginning."""

import pytest

from untwin.domain.words.phrasing import in_sentences


@pytest.mark.parametrize(
    ("head", "more", "said"),
    [
        ("Posted", "Posted as invoice 7, Ann, USD 5.00.", "Posted as invoice 7, Ann, USD 5.00."),
        ("posted", "Posted as invoice 7.", "Posted as invoice 7."),
        ("Waiting to post", "", "Waiting to post."),
        ("waiting document typed", " ", "waiting document typed."),
        ("retry", "Acme has accepted it.", "retry. Acme has accepted it."),
        ("invoice 7 renumbered to 8", "the number is needed.", "invoice 7 renumbered to 8. The number is needed."),
        ("Post", "Posted as invoice 7.", "Post. Posted as invoice 7."),
        ("Ignored", "Ignored.", "Ignored."),
    ],
)
def test_what_is_said_is_said_once(head: str, more: str, said: str) -> None:
    assert in_sentences(head, more) == said
