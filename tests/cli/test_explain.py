"""`untwin explain`: text in, findings out; no network, no home, no traceback whatever comes in."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import CommandLine
from secret_service import NoService

TEXT = (
    "Duplicate Document Number Error : You must specify a different number. This number has already been used."
    " DocNumber=5501 is assigned to TxnType=Credit Memo with TxnId=48"
)
KEYS = ["kind", "code", "doc_number", "txn_type", "entity", "txn_id", "message", "source", "text", "where"]


@pytest.fixture
def cli(tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "home", NoService().env)


def test_text_on_standard_input_gives_exactly_the_agreed_shape(cli: CommandLine) -> None:
    done = cli.ok("explain", "--json", stdin=f"Code (6140): {TEXT}\n")
    [finding] = done.json
    assert list(finding) == KEYS
    assert {k: finding[k] for k in KEYS if k not in ("message", "text", "source")} == {
        "kind": "duplicate_doc_number",
        "code": "6140",
        "doc_number": "5501",
        "txn_type": "Credit Memo",
        "entity": "CreditMemo",
        "txn_id": "48",
        "where": "line 1",
    }
    assert finding["message"] == TEXT
    assert TEXT in finding["text"]


def test_files_are_named_in_their_findings(cli: CommandLine, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"\n{TEXT}\n")
    done = cli.ok("explain", tmp_path / "a.txt", tmp_path / "b.txt", "--json")
    assert [f["where"] for f in done.json] == ["a.txt, line 2", "b.txt, line 2"]
    assert [line.split(":")[0] for line in cli.ok("explain", tmp_path / "a.txt").out.splitlines()] == ["a.txt, line 2"]


def test_it_needs_no_home_and_makes_none(cli: CommandLine) -> None:
    cli.ok("explain", stdin=TEXT)
    assert not cli.home.exists()


def test_text_without_an_error_is_an_empty_list(cli: CommandLine) -> None:
    assert cli.ok("explain", "--json", stdin="Dear Ann, the invoice is fine.").json == []
    assert cli.ok("explain", stdin="").out == "No error was found in this text.\n"
    done = cli.run("explain", stdin="%PDF-1.7")
    assert (done.out, done.err[:9]) == ("No error was found in what could be read.\n", "PDF files")


def test_half_an_error_is_told_as_far_as_it_goes(cli: CommandLine) -> None:
    [finding] = cli.ok("explain", "--json", stdin=TEXT[:70]).json
    assert finding["kind"] == "duplicate_doc_number"
    assert (finding["doc_number"], finding["txn_id"], finding["entity"]) == (None, None, None)


def test_an_error_that_nobody_knows_is_unknown_and_no_error_is_none(cli: CommandLine) -> None:
    unknown = cli.ok("explain", "--json", stdin='{"Fault": {"Error": [{"Message": "Boom", "code": "9999"}]}}').json
    assert [f["kind"] for f in unknown] == ["unknown"]


@pytest.mark.parametrize(
    ("name", "said"), [("no such file.txt", "There is no file {}."), (".", "{} is a folder, not a file.")]
)
def test_a_file_that_is_not_there_is_wrong_usage(cli: CommandLine, tmp_path: Path, name: str, said: str) -> None:
    done = cli.run("explain", tmp_path / name)
    assert (done.code, done.out) == (2, "")
    assert done.err == said.format(tmp_path / name) + "\n"


def test_a_binary_file_is_a_sentence(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40)
    done = cli.run("explain", tmp_path / "picture.png", "--json")
    assert done.json == []
    assert done.err.startswith("picture.png: ")


def test_a_name_that_is_no_text_is_read_all_the_same(cli: CommandLine, tmp_path: Path) -> None:
    odd = bytes(tmp_path) + b"/\xff\xfe.txt"
    with open(odd, "w") as file:  # noqa: PTH123 - a name that no Path shows
        file.write(TEXT)
    [finding] = cli.ok("explain", odd, "--json").json
    assert finding["doc_number"] == "5501"
    cli.ok("explain", odd)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "utf-8"])
def test_no_console_loses_a_character_of_a_json_answer(cli: CommandLine, encoding: str) -> None:
    said = TEXT.replace("5501", "№5501😀é")
    done = cli.run("explain", "--json", stdin=said, PYTHONIOENCODING=encoding)
    assert (done.code, done.err) == (0, "")
    assert done.json[0]["text"] == said
    assert cli.run("explain", stdin=said, PYTHONIOENCODING=encoding).code == 0


def test_nothing_from_outside_steers_the_terminal(cli: CommandLine) -> None:
    done = cli.ok("explain", stdin=TEXT.replace("5501", "55\x1b[2J\x9b2J\u202e01\x07"))
    assert not set("\x1b\x9b\u202e\x07") & set(done.out)
    done = cli.ok("explain", "--json", stdin=TEXT.replace("5501", "55\x1b[2J\x9b2J\u202e01\x07"))
    assert done.out.isascii()
    assert all(c.isprintable() or c == "\n" for c in done.out)


def test_half_an_emoji_breaks_nothing(cli: CommandLine) -> None:
    torn = json.dumps({"Fault": {"Error": [{"Message": "x", "Detail": TEXT, "code": "6140"}]}}).replace(
        "5501", "\\ud83d5"
    )
    assert len(cli.ok("explain", "--json", stdin=torn).json) == 1
    cli.ok("explain", stdin=torn)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_fifty_megabytes_of_noise_need_bounded_memory(cli: CommandLine) -> None:
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))

    noise = b"the quick brown fox jumps over the lazy dog, twice a day\n" * 880_000
    command = [sys.executable, "-m", "untwin", "explain", "--json"]
    # A limit of the address space: what needs more ends in a MemoryError.
    done = subprocess.run(
        command, input=noise + TEXT.encode(), env=cli.env, capture_output=True, preexec_fn=limited, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert [f["doc_number"] for f in json.loads(done.stdout)] == ["5501"]


@pytest.mark.skipif(sys.platform == "win32", reason="made with a POSIX shell")
@pytest.mark.parametrize(
    ("line", "code", "complaint"),
    [
        ("{} explain <&-", 0, ""),
        ("{} explain --json </dev/null | head -c 1", 0, ""),
        ("{} explain </dev/null >/dev/full", 3, "The answer could not be printed: No space left on device.\n"),
    ],
)
def test_streams_that_are_closed_cut_or_full_end_without_a_traceback(
    cli: CommandLine, line: str, code: int, complaint: str
) -> None:
    command = line.format(f"{sys.executable} -m untwin")
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], env=cli.env, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (code, complaint)


def test_a_stream_without_an_end_is_cut_and_that_is_said(cli: CommandLine) -> None:
    command = f"head -c 100100000 /dev/zero | {sys.executable} -m untwin explain"
    done = subprocess.run(["bash", "-c", command], env=cli.env, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stderr.startswith("Standard input is longer than 100 MB; the rest was not read.\n")


def test_a_table_s_columns_are_told_and_can_be_given(cli: CommandLine) -> None:
    table = f"Wer;Kunde;Betrag;Fehler\nBirch;Acme;1.200,50;{TEXT}\n"
    [finding] = cli.ok("explain", "--json", stdin=table).json
    assert finding["columns"] == {"customer": "Acme", "amount": "1.200,50", "total": "1200.50"}

    [finding] = cli.ok("explain", "--json", "--column", "customer=Wer", stdin=table).json
    assert finding["columns"]["customer"] == "Birch"
    told = cli.run("explain", "--column", "customer=Wem", stdin=table)
    assert (told.code, "No column is called “Wem”. The columns are: Wer, Kunde, " in told.err) == (0, True)
    assert "names no column" in cli.run("explain", "--column", "colour=Wer", stdin=table).err


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_what_is_piped_in_may_be_in_any_encoding(cli: CommandLine, encoding: str) -> None:
    [finding] = cli.ok("explain", "--json", stdin=f"Num\u00e9ro de document en double. {TEXT}".encode(encoding)).json
    assert (finding["doc_number"], finding["where"]) == ("5501", "line 1")
