"""The file in its place: whole or not at all, for one person's eyes, and a sentence where it can't be."""

import errno
import os
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

import house
from reports.sample_reports import one_change
from reports_contract import ReportsContract
from untwin.domain.problems import Problem
from untwin.ports.machine import Reports
from untwin.reports.files import FileReports
from untwin.reports.paper import Paper, paper_here, paper_of
from untwin.reports.whole_file import put, why_not_saved

CHILD = """
import sys
from pathlib import Path
from reports.sample_reports import one_change
from untwin.domain.problems import Problem
from untwin.reports.files import FileReports
for name in sys.argv[2:]:
    try:
        FileReports().write(one_change(), Path(sys.argv[1]) / name, replace=True)
    except Problem as problem:
        print(type(problem).__name__, problem)
print(sorted(file.name for file in Path(sys.argv[1]).iterdir()))
"""
ENDINGS = (".xlsx", ".csv", ".pdf")


def surroundings(*folders: Path) -> dict[str, str]:
    """This process' variables without a display, with folders in front of what Python imports from."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DISPLAY", "WAYLAND"))}
    places = [*map(str, folders), str(house.ROOT / "tests"), *sys.path]
    return kept | {"PYTHONPATH": os.pathsep.join(places)}


def written_by_a_child(folder: Path, *names: str, env: dict[str, str], before: tuple[str, ...] = ()) -> list[str]:
    """What a process of its own says."""
    command = [*before, sys.executable, "-c", CHILD, str(folder), *names]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("ending", ENDINGS)
class TestFileReports(ReportsContract):
    """The port's contract."""

    @pytest.fixture
    def reports(self) -> Reports:
        return FileReports()

    @pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such rights")
    def test_nobody_else_may_read_it(self, reports: Reports, ending: str, tmp_path: Path) -> None:
        file = tmp_path / f"november{ending}"
        file.touch(mode=0o644)
        reports.write(one_change(), file, replace=True)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def small_disk(tmp_path: Path, options: str) -> tuple[str, ...]:
    """What starts a child on a disk of its own that goes with it, or a skip where nobody may mount one."""
    assert shutil.which("unshare"), "unshare is not installed; the tests of a small disk need it (util-linux)"
    own = ("unshare", "--mount") if os.geteuid() == 0 else ("unshare", "--map-root-user", "--mount")
    if subprocess.run([*own, "mount", "-t", "tmpfs", "none", tmp_path], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk, not even in a namespace of its own")
    return (*own, "sh", "-c", f'mount -t tmpfs -o {options} none "$0" && exec "$@"', str(tmp_path))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a small disk is made with Linux's mount")
def test_a_full_disk_gives_a_sentence_and_leaves_nothing_behind(tmp_path: Path) -> None:
    before = small_disk(tmp_path, "size=4k")
    said = written_by_a_child(tmp_path, "a.xlsx", "b.pdf", env=surroundings(), before=before)
    assert said == [
        "DiskProblem The disk is full: a.xlsx was not saved. Make room, or choose another disk.",
        "DiskProblem The disk is full: b.pdf was not saved. Make room, or choose another disk.",
        "[]",
    ]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="such a disk is made with Linux's mount")
def test_a_folder_that_nobody_may_write_in_gives_a_sentence(tmp_path: Path) -> None:
    said = written_by_a_child(tmp_path, "a.csv", env=surroundings(), before=small_disk(tmp_path, "ro"))
    assert said[0].startswith(f"DiskProblem a.csv was not saved: you may not write in {tmp_path}.")
    assert said[1] == "[]"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk is full: a.csv was not saved."),
        (errno.EDQUOT, "The disk is full: a.csv was not saved."),
        (errno.EACCES, "a.csv was not saved: you may not write in books."),
        (errno.ENAMETOOLONG, f"a.csv was not saved: {os.strerror(errno.ENAMETOOLONG)}."),
    ],
)
def test_what_the_system_refuses_is_a_sentence_with_a_next_step(number: int, sentence: str) -> None:
    why = why_not_saved(Path("books/a.csv"), OSError(number, os.strerror(number)))
    assert why.sentence == sentence
    assert why.remedy


def test_a_name_that_the_disk_does_not_take_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="was not saved"):
        put(tmp_path / f"{'n' * 300}.csv", b"content", replace=True)
    assert list(tmp_path.iterdir()) == []


def test_a_command_without_a_display_writes_all_three(tmp_path: Path) -> None:
    names = [f"november{ending}" for ending in ENDINGS]
    assert written_by_a_child(tmp_path, *names, env=surroundings()) == [str(sorted(names))]


def test_where_qt_does_not_load_a_pdf_is_a_sentence_and_the_others_are_written(tmp_path: Path) -> None:
    """A PySide6 stands in front that fails as the real one does on a bare server."""
    broken = tmp_path / "broken" / "PySide6"
    broken.mkdir(parents=True)
    (broken / "__init__.py").touch()
    lacking = "libEGL.so.1: cannot open shared object file: No such file or directory"
    for module in ("QtGui", "QtCore"):
        (broken / f"{module}.py").write_text(f"raise ImportError({lacking!r})")
    (tmp_path / "out").mkdir()
    said = written_by_a_child(tmp_path / "out", "a.pdf", "a.xlsx", "a.csv", env=surroundings(broken.parent))
    assert said[0].startswith(f"Problem A PDF can't be made on this computer, as Qt doesn't load here: {lacking}. ")
    assert said[0].endswith("choose a name that ends in .xlsx or .csv.")
    assert said[1] == "['a.csv', 'a.xlsx']"


def test_neither_qt_nor_openpyxl_is_imported_before_it_is_needed(tmp_path: Path) -> None:
    code = (
        "import sys; from untwin.reports.files import FileReports; from pathlib import Path;"
        "from reports.sample_reports import one_change; FileReports().write(one_change(), Path(sys.argv[1]));"
        "print(sorted({'openpyxl', 'PySide6', 'lxml'} & sys.modules.keys()))"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "a.csv")]
    done = subprocess.run(command, env=surroundings(), capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("name", "paper"),
    [
        ("en_US", Paper.LETTER),
        ("English_United States", Paper.LETTER),
        ("es_MX", Paper.LETTER),
        ("en_GB", Paper.A4),
        ("English_United Kingdom", Paper.A4),
        ("de_DE", Paper.A4),
        ("C", Paper.LETTER),
        ("", Paper.LETTER),
        (None, Paper.LETTER),
    ],
)
def test_the_paper_of_a_country(name: str | None, paper: Paper) -> None:
    assert paper_of(name) is paper


def test_this_computer_has_a_paper() -> None:
    assert paper_here() in Paper


_ENDLESS = """
import sys
from pathlib import Path
from untwin.reports.whole_file import put
while True:
    put(Path(sys.argv[1]), b"x" * 50_000_000, replace=True)
    Path(sys.argv[1]).unlink()
"""


def test_whoever_is_killed_while_writing_leaves_no_half_file_and_no_draft_for_ever(tmp_path: Path) -> None:
    file = tmp_path / "all.xlsx"

    def drafts() -> list[Path]:
        return sorted(tmp_path.glob(".untwin-*"))

    for _ in range(3):
        with subprocess.Popen([sys.executable, "-c", _ENDLESS, str(file)], env=surroundings()) as child:
            while not any(draft.stat().st_size for draft in drafts() if draft.exists()):
                assert child.poll() is None
            child.kill()
        assert not file.exists() or file.stat().st_size == 50_000_000
        file.unlink(missing_ok=True)
    left = drafts()
    assert left, "nobody was killed in the middle"
    put(file, b"whole", replace=False)
    assert drafts() == left, "they may be another's that is at work"
    for draft in left:
        os.utime(draft, (time.time() - 7200, time.time() - 7200))
    put(file, b"whole", replace=True)
    assert (drafts(), file.read_bytes()) == ([], b"whole")
