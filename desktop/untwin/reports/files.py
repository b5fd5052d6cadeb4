"""Takes a report and a file's name, and has the writer for its ending make the file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from untwin.domain.problems import BadInput, Problem
from untwin.domain.reports.report import Report
from untwin.reports.paper import Paper, paper_here
from untwin.reports.whole_file import check_place, put


@dataclass(frozen=True, slots=True)
class FileReports:
    """Honours the port `Reports`; `paper` is what Excel and PDF are laid out for, by default this country's."""

    paper: Paper | None = None

    def write(self, report: Report, file: Path, *, replace: bool = False) -> None:
        """Writes the whole file or none."""
        make = _WRITERS.get(file.suffix.lower())
        if make is None:
            endings = f"Choose a name that ends in {', '.join(_WRITERS)}."
            raise BadInput(f"Untwin can't write a file of the kind “{file.suffix or file.name}”.", endings)
        check_place(file, replace=replace)
        put(file, make(report, self.paper or paper_here()), replace=replace)


# Each is imported on use: openpyxl takes as long to import as Qt for a bare window does, and a command needs neither.
def _excel(report: Report, paper: Paper) -> bytes:
    from untwin.reports.excel_file import excel_file  # noqa: PLC0415

    return excel_file(report, paper)


def _csv(report: Report, _: Paper) -> bytes:
    from untwin.reports.csv_file import csv_file  # noqa: PLC0415

    return csv_file(report)


def _pdf(report: Report, paper: Paper) -> bytes:
    try:
        from untwin.reports.pdf_file import pdf_file  # noqa: PLC0415
    except ImportError as error:
        missing = f"A PDF can't be made on this computer, as Qt doesn't load here: {error}."
        raise Problem(missing, "Install what is missing, or choose a name that ends in .xlsx or .csv.") from error
    return pdf_file(report, paper)


_WRITERS: dict[str, Callable[[Report, Paper], bytes]] = {".xlsx": _excel, ".csv": _csv, ".pdf": _pdf}
