"""The keyring under examination: why it is trusted, whether it works, and that the probe doesn't stay."""

from pathlib import Path

import pytest

from plain_vault import PlainVault
from secret_service import SecretService
from untwin.domain.checks import Standing
from untwin.vault.examine import KeyringExam
from untwin.vault.secret_service import PatientKeyring
from untwin.vault.vaults import KeyringVault, platform_backend


def nowhere() -> Path:
    return Path("/nonexistent/keyringrc.cfg")


def test_a_keyring_that_works_says_why_it_is_trusted_and_keeps_no_probe(keyring_here: SecretService) -> None:
    vault = KeyringVault("1" * 16, platform_backend(2.0))
    vault.put("quickbooks", "9", "s")
    [found] = KeyringExam(vault, {}, nowhere).look()
    assert found.standing is Standing.OK
    for words in ("keyring of this computer", "Untwin chose it itself", "unlocked", "read back and removed"):
        assert words in found.sentence
    assert keyring_here.secrets() == {f"untwin/{'1' * 16}/quickbooks 9": "s"}


def test_a_locked_keyring_is_a_fault_within_its_time(keyring_here: SecretService) -> None:
    keyring_here.lock()
    with keyring_here.prompter_that_never_answers():
        [found] = KeyringExam(KeyringVault("1" * 16, PatientKeyring(unlock_seconds=0.3)), {}, nowhere).look()
    assert found.standing is Standing.FAULT
    assert found.sentence.startswith("The keyring is locked.")
    assert found.remedy.startswith("Unlock")


def test_how_long_unlocking_may_take_can_be_said(keyring_here: SecretService) -> None:
    backend = platform_backend(1.5)
    assert isinstance(backend, PatientKeyring)
    assert backend.unlock_seconds == 1.5


def test_settings_that_lead_elsewhere_are_named_and_their_values_are_not(tmp_path: Path) -> None:
    file = tmp_path / "keyringrc.cfg"
    file.write_text("[backend]\ndefault-keyring=hunter2\n")
    environment = {"PYTHON_KEYRING_BACKEND": "hunter2", "KEYRING_PROPERTY_SCHEME": "hunter2", "HOME": "hunter2"}
    [_, found] = KeyringExam(PlainVault(), environment, lambda: file).look()
    assert found.standing is Standing.OK
    assert found.sentence.endswith(f"ignored: KEYRING_PROPERTY_SCHEME, PYTHON_KEYRING_BACKEND, {file}.")
    assert "hunter2" not in found.sentence


def test_settings_that_nobody_may_look_at_are_none() -> None:
    def refused() -> Path:
        raise PermissionError

    assert len(KeyringExam(PlainVault(), {}, refused).look()) == 1


@pytest.mark.parametrize("entry", ["kept", "lost"])
def test_a_keyring_that_does_not_do_what_it_was_told_is_a_fault(entry: str) -> None:
    class Stubborn(PlainVault):
        def remove(self, kind: str, name: str) -> None:
            """Removes nothing."""

    vault = Stubborn() if entry == "kept" else PlainVault(broken=True)
    [found] = KeyringExam(vault, {}, nowhere).look()
    assert found.standing is Standing.FAULT
    assert found.remedy or entry == "lost"
