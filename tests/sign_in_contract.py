"""What every `SignIn` keeps to, Intuit's and the fake's alike: subclass `SignInContract` and give it a `stage`."""

from dataclasses import replace
from typing import Any, Protocol

import pytest

from untwin.domain.company.company import Environment
from untwin.domain.problems import BadInput, NotAllowed, Problem, SignInNeeded
from untwin.ports.sign_in import Arrived, IntuitApp, SignIn, SignInBegun

REALS = (Environment.PRODUCTION, Environment.SANDBOX)


class Stage(Protocol):
    """A sign-in to be tried, and the person at the page it leads to."""

    @property
    def sign_in(self) -> SignIn:
        """The one that is tried."""

    def keys(self, environment: Environment) -> IntuitApp:
        """Keys that are known there."""

    def realm(self, environment: Environment) -> str:
        """The company that can be signed in to."""

    def agrees(self, begun: SignInBegun) -> str:
        """Somebody picks that company; the address the browser is sent to."""

    def refuses(self, begun: SignInBegun) -> str:
        """Somebody presses Cancel."""

    def cut_off(self) -> None:
        """From now on nothing of the outside can be reached."""


def arrive(stage: Stage, environment: Environment) -> Arrived:
    stage.sign_in.keep_app(stage.keys(environment))
    begun = stage.sign_in.begin(environment)
    return stage.sign_in.arrive(begun, stage.agrees(begun))


class SignInContract:
    """The tests."""

    def test_keys_are_on_file_once_they_were_typed_and_their_secret_is_shown_nowhere(self, stage: Stage) -> None:
        assert [stage.sign_in.app(e) for e in REALS] == [None, None]
        typed = stage.keys(Environment.SANDBOX)
        kept = stage.sign_in.keep_app(typed)
        assert (kept.environment, kept.client_id, kept.redirect) == (typed.environment, typed.client_id, typed.redirect)
        assert stage.sign_in.app(Environment.SANDBOX) == kept
        assert stage.sign_in.app(Environment.PRODUCTION) is None
        assert typed.client_secret not in repr((kept, stage.sign_in.begin(Environment.SANDBOX), typed))

    @pytest.mark.parametrize(
        "wrong",
        [{"client_id": "two words"}, {"client_secret": ""}, {"redirect": "http://firm.example/"}, {"redirect": ""}],
    )
    def test_what_can_be_no_key_and_no_redirect_is_refused_and_not_kept(
        self, stage: Stage, wrong: dict[str, Any]
    ) -> None:
        with pytest.raises(BadInput):
            stage.sign_in.keep_app(replace(stage.keys(Environment.PRODUCTION), **wrong))
        assert stage.sign_in.app(Environment.PRODUCTION) is None

    @pytest.mark.parametrize("environment", Environment)
    def test_without_keys_nothing_begins(self, stage: Stage, environment: Environment) -> None:
        with pytest.raises(NotAllowed):
            stage.sign_in.begin(environment)

    def test_every_sign_in_is_one_of_its_own(self, stage: Stage) -> None:
        stage.sign_in.keep_app(stage.keys(Environment.SANDBOX))
        begun = [stage.sign_in.begin(Environment.SANDBOX) for _ in range(5)]
        assert len({b.state for b in begun}) == len({b.page for b in begun}) == 5
        assert all(b.page.startswith("https://") and b.state in b.page for b in begun)
        assert all(b.state not in repr(replace(b, page="")) for b in begun)

    @pytest.mark.parametrize("environment", REALS)
    def test_whoever_arrives_is_read_only_and_nothing_is_stored_before_it_is_kept(
        self, stage: Stage, environment: Environment
    ) -> None:
        arrived = arrive(stage, environment)
        company = arrived.company
        assert (company.realm, company.environment) == (stage.realm(environment), environment)
        assert company.name
        assert not company.settings.writes_on
        with pytest.raises(SignInNeeded):
            stage.sign_in.state(company.realm)
        assert stage.sign_in.keep(arrived) == company
        state = stage.sign_in.state(company.realm)
        assert state.environment is environment
        assert state.until is not None
        assert state.hard_end is not None
        assert state.until < state.hard_end

    def test_production_and_sandbox_stand_side_by_side(self, stage: Stage) -> None:
        kept = [stage.sign_in.keep(arrive(stage, environment)) for environment in REALS]
        assert [stage.sign_in.state(c.realm).environment for c in kept] == list(REALS)
        stage.sign_in.forget(kept[0].realm)
        stage.sign_in.forget_app(Environment.PRODUCTION)
        assert stage.sign_in.app(Environment.PRODUCTION) is None
        assert stage.sign_in.app(Environment.SANDBOX) is not None
        assert stage.sign_in.state(kept[1].realm)

    def test_an_address_is_good_for_its_own_sign_in_alone_and_once(self, stage: Stage) -> None:
        stage.sign_in.keep_app(stage.keys(Environment.SANDBOX))
        first, second = (stage.sign_in.begin(Environment.SANDBOX) for _ in range(2))
        address = stage.agrees(first)
        with pytest.raises(BadInput):
            stage.sign_in.arrive(second, address)
        assert stage.sign_in.arrive(first, address)
        with pytest.raises(SignInNeeded):
            stage.sign_in.arrive(first, address)

    def test_whoever_says_no_there_is_told_so(self, stage: Stage) -> None:
        stage.sign_in.keep_app(stage.keys(Environment.SANDBOX))
        begun = stage.sign_in.begin(Environment.SANDBOX)
        with pytest.raises(SignInNeeded):
            stage.sign_in.arrive(begun, stage.refuses(begun))

    @pytest.mark.parametrize("pasted", ["", "hello", "https://firm.example/untwin", "https://example.com/?code=1"])
    def test_anything_else_is_no_redirected_address(self, stage: Stage, pasted: str) -> None:
        stage.sign_in.keep_app(stage.keys(Environment.PRODUCTION))
        with pytest.raises(BadInput):
            stage.sign_in.arrive(stage.sign_in.begin(Environment.PRODUCTION), pasted)

    def test_a_page_of_the_firms_own_is_not_listened_for(self, stage: Stage) -> None:
        stage.sign_in.keep_app(stage.keys(Environment.PRODUCTION))
        with pytest.raises(NotAllowed):
            stage.sign_in.listen(stage.sign_in.begin(Environment.PRODUCTION))

    def test_the_wrong_company_is_turned_away_and_the_right_one_can_come(self, stage: Stage) -> None:
        assert stage.sign_in.turn_away(arrive(stage, Environment.SANDBOX)) == ""
        with pytest.raises(SignInNeeded):
            stage.sign_in.state(stage.realm(Environment.SANDBOX))
        assert stage.sign_in.keep(arrive(stage, Environment.SANDBOX))

    def test_turning_away_a_company_that_is_connected_leaves_its_connection_alone(self, stage: Stage) -> None:
        company = stage.sign_in.keep(arrive(stage, Environment.SANDBOX))
        assert stage.sign_in.turn_away(arrive(stage, Environment.SANDBOX)) == ""
        assert stage.sign_in.state(company.realm)

    def test_what_is_forgotten_is_gone_and_can_be_connected_again(self, stage: Stage) -> None:
        company = stage.sign_in.keep(arrive(stage, Environment.SANDBOX))
        assert stage.sign_in.forget(company.realm) == ""
        with pytest.raises(SignInNeeded):
            stage.sign_in.state(company.realm)
        assert stage.sign_in.forget(company.realm) != ""
        assert stage.sign_in.keep(arrive(stage, Environment.SANDBOX)) is not None

    def test_what_cannot_be_revoked_is_said_and_forgotten_all_the_same(self, stage: Stage) -> None:
        company = stage.sign_in.keep(arrive(stage, Environment.SANDBOX))
        stage.cut_off()
        assert "could not be revoked" in stage.sign_in.forget(company.realm)
        with pytest.raises(Problem):
            stage.sign_in.state(company.realm)
