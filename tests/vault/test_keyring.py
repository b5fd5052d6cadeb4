"""The keyring as it really is: locked, killed, absent, or replaced by something that can't be trusted."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from secret_service import NoService, SecretService
from untwin.domain.problems import KeyringProblem
from untwin.ports.machine import Vault
from untwin.vault.lazy import LazyVault
from untwin.vault.secret_service import PatientKeyring
from untwin.vault.vaults import LONGEST, KeyringVault, platform_backend

LOCKED = "The keyring is locked."


def open_vault(home: str = "0123456789abcdef", unlock_seconds: float = 0.3) -> KeyringVault:
    return KeyringVault(home, PatientKeyring(unlock_seconds=unlock_seconds))


def test_two_homes_never_see_each_others_entries(keyring_here: SecretService) -> None:
    one, two = open_vault("1" * 16), open_vault("2" * 16)
    one.put("quickbooks", "9", "mine")
    assert two.get("quickbooks", "9") is None
    two.put("quickbooks", "9", "yours")
    assert one.get("quickbooks", "9") == "mine"
    one.remove("quickbooks", "9")
    assert two.get("quickbooks", "9") == "yours"


def test_entries_are_named_after_the_home_so_that_people_find_them(keyring_here: SecretService) -> None:
    open_vault().put("quickbooks", "9", "s")
    assert keyring_here.secrets() == {"untwin/0123456789abcdef/quickbooks 9": "s"}


def test_all_lists_this_homes_entries_alone(keyring_here: SecretService) -> None:
    open_vault("2" * 16).put("quickbooks", "9", "theirs")
    ours = open_vault("1" * 16)
    ours.put("quickbooks", "9", "ours")
    ours.put("source", "clio 9", "ours too")
    assert sorted(ours.all()) == [("quickbooks", "9"), ("source", "clio 9")]


def test_what_other_programs_keep_stays(keyring_here: SecretService) -> None:
    _python("import keyring; keyring.set_password('mail', '9', 'theirs')", keyring_here.env)
    vault = open_vault()
    vault.put("quickbooks", "9", "s")
    vault.remove("quickbooks", "9")
    assert keyring_here.secrets() == {"mail 9": "theirs"}


def test_secrets_outlive_the_program(keyring_here: SecretService) -> None:
    open_vault().put("quickbooks", "9", "s")
    code = (
        "from untwin.vault.vaults import KeyringVault, platform_backend\n"
        "print(KeyringVault('0123456789abcdef', platform_backend()).get('quickbooks', '9'))"
    )
    assert _python(code, keyring_here.env) == "s"


def test_the_longest_secret_that_every_platform_holds_is_kept(keyring_here: SecretService) -> None:
    vault = open_vault()
    vault.put("quickbooks", "9", "x" * LONGEST)
    assert vault.get("quickbooks", "9") == "x" * LONGEST


@pytest.mark.parametrize("use", ["get", "put", "remove"])
def test_a_locked_keyring_without_a_prompt_is_a_sentence(keyring_here: SecretService, use: str) -> None:
    open_vault().put("quickbooks", "9", "s")
    keyring_here.lock()
    with pytest.raises(KeyringProblem) as told:
        _use(open_vault(), use)
    assert told.value.sentence == f"{LOCKED} Nothing was stored or lost."
    assert told.value.remedy.startswith("Unlock")


@pytest.mark.parametrize("use", ["get('quickbooks', '9')", "put('quickbooks', '9', 'new')"])
def test_a_prompt_that_nobody_answers_is_not_waited_for_without_end(keyring_here: SecretService, use: str) -> None:
    """In a process of its own, since a keyring that waits for ever could not be told to stop."""
    open_vault().put("quickbooks", "9", "s")
    keyring_here.lock()
    with keyring_here.prompter_that_never_answers():
        assert _python(_PATIENT.format(use), keyring_here.env).startswith(LOCKED)


def test_a_killed_keyring_is_a_sentence_and_a_new_one_goes_on(keyring_here: SecretService) -> None:
    vault = open_vault()
    vault.put("quickbooks", "9", "s")
    keyring_here.kill_keyring()
    with pytest.raises(KeyringProblem, match="The keyring doesn't answer"):
        vault.get("quickbooks", "9")
    keyring_here.start_keyring()
    assert vault.get("quickbooks", "9") == "s"


def test_a_keyring_opened_with_the_wrong_password_is_locked_and_loses_nothing(keyring_here: SecretService) -> None:
    vault = open_vault()
    vault.put("quickbooks", "9", "s")
    keyring_here.kill_keyring()
    keyring_here.start_keyring(b"not the horse")
    for use in ("get", "put", "remove"):
        with pytest.raises(KeyringProblem, match=LOCKED):
            _use(vault, use)
    keyring_here.kill_keyring()
    keyring_here.start_keyring()
    assert vault.get("quickbooks", "9") == "s"


def test_a_keyring_killed_between_storing_and_reading_back_is_a_sentence_and_keeps_what_it_took(
    keyring_here: SecretService,
) -> None:
    class Doomed(PatientKeyring):
        def set_password(self, service: str, username: str, password: str) -> None:
            super().set_password(service, username, password)  # type: ignore[no-untyped-call]
            keyring_here.kill_keyring()

    open_vault().put("quickbooks", "9", "old")
    with pytest.raises(KeyringProblem, match="The keyring doesn't answer"):
        KeyringVault("0123456789abcdef", Doomed()).put("quickbooks", "9", "new")
    keyring_here.start_keyring()
    assert open_vault().get("quickbooks", "9") == "new"


def test_a_keyring_that_is_locked_in_between_is_a_sentence_and_unlocked_goes_on(keyring_here: SecretService) -> None:
    vault = open_vault()
    vault.put("quickbooks", "9", "s")
    keyring_here.lock()
    with pytest.raises(KeyringProblem, match=LOCKED):
        vault.put("quickbooks", "9", "new")
    keyring_here.kill_keyring()
    keyring_here.start_keyring()
    assert vault.get("quickbooks", "9") == "s"


def test_without_a_keyring_on_the_bus_none_is_made_up(
    keyring_here: SecretService,
) -> None:
    keyring_here.kill_keyring()
    with pytest.raises(KeyringProblem, match="No keyring answers on this computer"):
        platform_backend()


def test_without_a_bus_there_is_no_keyring_and_it_is_asked_again_later(
    secret_service: SecretService, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault: Vault = LazyVault(lambda: KeyringVault("1" * 16, platform_backend()))
    for name, value in NoService().env.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(KeyringProblem, match="No keyring answers on this computer"):
        vault.get("quickbooks", "9")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", secret_service.env["DBUS_SESSION_BUS_ADDRESS"])
    assert vault.get("quickbooks", "9") is None


def test_no_setting_puts_another_backend_in_its_place(keyring_here: SecretService, tmp_path: Path) -> None:
    """A plaintext backend is named in the environment and in the settings file, which could also run any code."""
    (tmp_path / "plain_backend.py").write_text(_PLAIN_BACKEND, "utf-8")
    settings = Path(keyring_here.env["XDG_CONFIG_HOME"]) / "python_keyring"
    settings.mkdir()
    named = "[backend]\ndefault-keyring = plain_backend.Plain\nkeyring-path = {}\n"
    (settings / "keyringrc.cfg").write_text(named.format(tmp_path), "utf-8")
    env = keyring_here.env | {
        "PYTHON_KEYRING_BACKEND": "plain_backend.Plain",
        "PYTHONPATH": os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]),
        "PLAIN_FOLDER": str(tmp_path),
    }
    # Named like this it would really be taken by the library's own way in.
    assert _python("import keyring; print(type(keyring.get_keyring()).__name__)", env) == "Plain"
    (tmp_path / "loaded").unlink()
    assert _python(_STORE, env) == "secret_service s"
    assert not (tmp_path / "loaded").exists()
    assert keyring_here.secrets() == {"untwin/0123456789abcdef/quickbooks 9": "s"}


@pytest.mark.parametrize(
    "setting", ["PREFERRED_COLLECTION=/no/such", "SCHEME=KeePassXC", "UNLOCK_SECONDS=x", "APPID=another"]
)
def test_no_property_of_the_library_can_be_set_from_outside(keyring_here: SecretService, setting: str) -> None:
    open_vault().put("quickbooks", "9", "s")
    name, _, value = setting.partition("=")
    assert _python(_READ, keyring_here.env | {f"KEYRING_PROPERTY_{name}": value}) == "s"


def test_a_backends_own_words_are_not_repeated(keyring_here: SecretService) -> None:
    class Talkative(PatientKeyring):
        def get_password(self, service: str, username: str) -> str:
            raise RuntimeError("the secret is hunter2")

    with pytest.raises(KeyringProblem) as told:
        KeyringVault("1" * 16, Talkative()).get("quickbooks", "9")
    assert "hunter2" not in str(told.value)
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__


def test_a_keyring_that_forgets_at_once_is_found_out(keyring_here: SecretService) -> None:
    class Forgetful(PatientKeyring):
        def set_password(self, service: str, username: str, password: str) -> None:
            """Says thank you."""

    with pytest.raises(KeyringProblem, match="doesn't give it back"):
        KeyringVault("1" * 16, Forgetful()).put("quickbooks", "9", "s")


_PLAIN_BACKEND = """
import os, pathlib
from keyring.backend import KeyringBackend
folder = pathlib.Path(os.environ["PLAIN_FOLDER"])
(folder / "loaded").write_text("yes")
class Plain(KeyringBackend):
    priority = 99
    def get_password(self, service, username):
        return (folder / "plain").read_text()
    def set_password(self, service, username, password):
        (folder / "plain").write_text(password)
"""
_PATIENT = """
from untwin.domain.problems import KeyringProblem
from untwin.vault.secret_service import PatientKeyring
from untwin.vault.vaults import KeyringVault
try:
    KeyringVault('0123456789abcdef', PatientKeyring(unlock_seconds=0.3)).{}
except KeyringProblem as problem:
    print(problem)
"""
_STORE = """
from untwin.vault.vaults import KeyringVault, platform_backend
vault = KeyringVault('0123456789abcdef', platform_backend())
vault.put('quickbooks', '9', 's')
print(vault.describe().split('(')[1].rstrip(')'), vault.get('quickbooks', '9'))
"""
_READ = """
from untwin.vault.vaults import KeyringVault, platform_backend
print(KeyringVault('0123456789abcdef', platform_backend()).get('quickbooks', '9'))
"""


def _use(vault: Vault, how: str) -> None:
    if how == "put":
        vault.put("quickbooks", "9", "new")
    elif how == "get":
        vault.get("quickbooks", "9")
    else:
        vault.remove("quickbooks", "9")


def _python(code: str, env: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
