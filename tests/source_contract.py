"""What every source that can be read keeps to: subclass `SourceContract` and give it a `stage`."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

import pytest
import requests

from misbehaving import Misbehaving, Reply
from untwin.domain.problems import OutsideProblem, SignInNeeded, Throttled, Unreachable
from untwin.domain.sources.incoming import IncomingState
from untwin.ports.books import Source

NONSENSE = ["", "<html>Sign in</html>", '{"x": [', "[" * 5000, "null", "[]", "{}", '{"error": {"type": "RateLimited"}}']


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the source: its id, number and whether it is void."""

    id: str
    number: str = "5501"
    void: bool = False


class Stage(Protocol):
    """How one source answers."""

    token: str

    def open(self, base: str, session: requests.Session) -> Source:
        """A reader of it."""

    def answers(self, numbered: Sequence[Paper], *others: Paper) -> tuple[Reply, ...]:
        """What it answers in turn: to the number, then about its customer, who has `others`, too."""

    def without_end(self, paper: Paper) -> Reply:
        """A page of its list that says there is another one, again and again."""


class SourceContract:
    """The tests."""

    def test_the_document_is_known_with_everything_about_it(self, stage: Stage, session: requests.Session) -> None:
        with Misbehaving(*stage.answers([Paper("901")], Paper("902", "77"))) as server:
            answer = stage.open(server.base, session).ask("5501")
        assert answer.complete
        assert answer.incoming is not None
        assert answer.incoming.complete
        assert (answer.incoming.source_id, answer.incoming.number) == ("901", "5501")
        # Money is exact.
        assert (answer.incoming.total, answer.incoming.balance) == (Decimal("1240.10"), Decimal("1240.10"))
        assert answer.incoming.state is IncomingState.WAITING
        assert {record.id for record in answer.records} >= {"901", "902"}
        assert {record.total for record in answer.records if record.id == "902"} == {Decimal("1240.10")}

    def test_blanks_around_a_number_do_not_matter(self, stage: Stage, session: requests.Session) -> None:
        with Misbehaving(*stage.answers([Paper("901")])) as server:
            assert stage.open(server.base, session).ask(" 5501 ").incoming is not None

    @pytest.mark.parametrize("others", [[], [Paper("9", "55010")], [Paper("9", "05501"), Paper("8", "5501-A")]])
    def test_that_it_has_no_such_document_is_an_answer(
        self, stage: Stage, session: requests.Session, others: list[Paper]
    ) -> None:
        with Misbehaving(*stage.answers(others)) as server:
            answer = stage.open(server.base, session).ask("5501")
        assert (answer.incoming, answer.complete) == (None, True)
        assert "5501" in answer.problem

    def test_two_waiting_documents_with_one_number_are_neither(self, stage: Stage, session: requests.Session) -> None:
        with Misbehaving(*stage.answers([Paper("901"), Paper("902")])) as server:
            answer = stage.open(server.base, session).ask("5501")
        assert (answer.incoming, answer.complete) == (None, False)
        assert "has 2 " in answer.problem

    def test_a_void_one_beside_a_waiting_one_leaves_the_waiting_one(
        self, stage: Stage, session: requests.Session
    ) -> None:
        with Misbehaving(*stage.answers([Paper("900", void=True), Paper("901")])) as server:
            answer = stage.open(server.base, session).ask("5501")
        assert answer.incoming is not None
        assert answer.incoming.source_id == "901"

    @pytest.mark.parametrize(
        ("reply", "kind"),
        [
            (Reply(401, "{}"), SignInNeeded),
            (Reply(403, ""), SignInNeeded),
            (Reply(429, "", {"Retry-After": "60"}), Throttled),
            (Reply(500, "<html>"), Unreachable),
            (Reply(302, "", {"Location": "http://evil.invalid/"}), Unreachable),
            (Reply(404, "{}"), Unreachable),
            (Reply(204, ""), Unreachable),
            (Reply(cut="after request"), Unreachable),
            (Reply(body='{"data": [' + "1" * 500, cut="within answer"), Unreachable),
        ],
    )
    def test_a_refusal_is_one_typed_problem_and_is_not_asked_for_twice(
        self, stage: Stage, session: requests.Session, reply: Reply, kind: type[OutsideProblem]
    ) -> None:
        with Misbehaving(reply) as server:
            with pytest.raises(kind):
                stage.open(server.base, session).ask("5501")
            assert len(server.heard()) == 1

    @pytest.mark.parametrize("body", NONSENSE)
    def test_nonsense_is_never_an_empty_list(self, stage: Stage, session: requests.Session, body: str) -> None:
        """An empty list says that the source made no such document, and a verdict leans on it."""
        with Misbehaving(Reply(200, body)) as server, pytest.raises(Unreachable):
            stage.open(server.base, session).ask("5501")

    @pytest.mark.parametrize("body", NONSENSE)
    def test_nonsense_behind_the_document_is_never_a_complete_list(
        self, stage: Stage, session: requests.Session, body: str
    ) -> None:
        answers = stage.answers([Paper("901")])
        for place in range(1, len(answers)):
            with Misbehaving(*answers[:place], Reply(200, body)) as server, pytest.raises(Unreachable):
                stage.open(server.base, session).ask("5501")

    def test_a_list_without_an_end_leaves_the_document_unknown(self, stage: Stage, session: requests.Session) -> None:
        with Misbehaving(stage.without_end(Paper("901"))) as server:
            answer = stage.open(server.base, session).ask("5501")
            assert len(server.heard()) < 100
        assert (answer.incoming, answer.complete) == (None, False)
        assert "too long" in answer.problem

    def test_the_token_goes_in_the_header_alone_and_nothing_is_written(
        self, stage: Stage, session: requests.Session
    ) -> None:
        with Misbehaving(*stage.answers([Paper("901")])) as server:
            stage.open(server.base, session).ask("5501")
            heard = server.heard()
        assert {h.headers["authorization"] for h in heard} == {f"Bearer {stage.token}"}
        assert all(stage.token not in h.path + h.body for h in heard)
        # A question too long for an address is asked by POST, at a search or a reading of many.
        posts = [h.path for h in heard if h.method != "GET"]
        assert all(path.endswith(("/search", "/batch/read")) for path in posts)

    def test_a_reader_shows_no_token_when_it_is_printed(self, stage: Stage, session: requests.Session) -> None:
        assert stage.token not in repr(stage.open("http://127.0.0.1:1", session))

    def test_its_own_word_on_how_long_to_wait_is_taken(self, stage: Stage, session: requests.Session) -> None:
        said = "Sun, 01 Mar 2026 10:00:00 GMT"
        until = {
            "Sun, 01 Mar 2026 10:00:25 GMT": (25, 25),
            "Sun, 01 Mar 2026 09:00:00 GMT": (1, 1),
            "Fri, 01 Jan 2100 00:00:00 GMT": (3600, 3600),
            "Sun, 99 Mar 2026 10:00:25 GMT": (10, 60),
        }
        plain = {"7": (7, 7), "0": (1, 1), "": (10, 60), "soon": (10, 60), "-5": (10, 60), "99999": (3600, 3600)}
        for told, (least, most) in (plain | until).items():
            headers = ({"Retry-After": told} if told else {}) | {"Date": said}
            with Misbehaving(Reply(429, "", headers)) as server, pytest.raises(Throttled) as slow:
                stage.open(server.base, session).ask("5501")
            assert least <= slow.value.wait_seconds <= most
