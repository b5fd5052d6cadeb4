"""What every `Reports` keeps to: subclass `ReportsContract`, give it `reports` and an `ending` that it can write."""

from dataclasses import replace
from pathlib import Path

import pytest

from reports.sample_reports import one_change
from untwin.domain.problems import BadInput
from untwin.domain.reports.report import Report
from untwin.ports.machine import Reports


class ReportsContract:
    """The tests."""

    def test_a_report_becomes_one_file_and_nothing_is_left_beside_it(
        self, reports: Reports, ending: str, tmp_path: Path
    ) -> None:
        file = tmp_path / f"november{ending}"
        reports.write(one_change(), file)
        assert list(tmp_path.iterdir()) == [file]
        assert file.stat().st_size > 0

    def test_the_ending_may_stand_in_capitals(self, reports: Reports, ending: str, tmp_path: Path) -> None:
        reports.write(one_change(), tmp_path / f"NOVEMBER{ending.upper()}")
        assert [file.name for file in tmp_path.iterdir()] == [f"NOVEMBER{ending.upper()}"]

    def test_an_empty_report_is_a_file_too(self, reports: Reports, ending: str, tmp_path: Path) -> None:
        reports.write(Report("", "", (), ()), tmp_path / f"empty{ending}")
        assert (tmp_path / f"empty{ending}").is_file()

    @pytest.mark.parametrize("name", ["november.docx", "november", ".pdf", "november.pdf.", "november.xls"])
    def test_any_other_ending_is_refused_with_those_that_can_be_written(
        self, reports: Reports, ending: str, tmp_path: Path, name: str
    ) -> None:
        with pytest.raises(BadInput) as refused:
            reports.write(one_change(), tmp_path / name)
        assert ending in refused.value.remedy
        assert list(tmp_path.iterdir()) == []

    def test_a_folder_that_is_not_there_is_not_made(self, reports: Reports, ending: str, tmp_path: Path) -> None:
        with pytest.raises(BadInput, match="There is no folder"):
            reports.write(one_change(), tmp_path / "2026" / f"november{ending}", replace=True)
        assert list(tmp_path.iterdir()) == []

    def test_a_file_that_is_there_stays_as_it_is(self, reports: Reports, ending: str, tmp_path: Path) -> None:
        file = tmp_path / f"november{ending}"
        file.write_text("mine")
        with pytest.raises(BadInput, match="already") as refused:
            reports.write(one_change(), file)
        assert "another name" in refused.value.remedy
        assert file.read_text() == "mine"
        assert list(tmp_path.iterdir()) == [file]

    def test_it_is_replaced_where_that_is_wanted(self, reports: Reports, ending: str, tmp_path: Path) -> None:
        file = tmp_path / f"november{ending}"
        file.write_text("mine")
        reports.write(one_change(), file, replace=True)
        assert file.read_bytes() != b"mine"
        assert list(tmp_path.iterdir()) == [file]

    def test_a_link_to_nothing_is_there_too(self, reports: Reports, ending: str, tmp_path: Path) -> None:
        link = tmp_path / f"november{ending}"
        link.symlink_to(tmp_path / "elsewhere")
        with pytest.raises(BadInput, match="already"):
            reports.write(one_change(), link)
        assert list(tmp_path.iterdir()) == [link]

    @pytest.mark.parametrize("replacing", [False, True])
    def test_a_folder_is_never_replaced(
        self, reports: Reports, ending: str, tmp_path: Path, *, replacing: bool
    ) -> None:
        folder = tmp_path / f"november{ending}"
        folder.mkdir()
        with pytest.raises(BadInput, match="is a folder"):
            reports.write(one_change(), folder, replace=replacing)
        assert folder.is_dir()

    def test_two_reports_do_not_get_in_each_others_way(self, reports: Reports, ending: str, tmp_path: Path) -> None:
        for name in ("one", "two"):
            reports.write(replace(one_change(), title=name), tmp_path / f"{name}{ending}")
        assert (tmp_path / f"one{ending}").read_bytes() != (tmp_path / f"two{ending}").read_bytes()
