"""The examination of a machine speaks of the companies as they were when it began."""

from dataclasses import replace
from pathlib import Path

from builders import COMPANY
from untwin.app.examine import build_examine
from untwin.domain.company.company import SourceBinding
from untwin.jobs import Patient
from untwin.store.companies import StoredCompanies
from untwin.store.database import open_database
from untwin.store.home import open_home


def test_the_companies_are_read_once_for_all_that_is_said_of_them(tmp_path: Path) -> None:
    companies = StoredCompanies(open_database(open_home(tmp_path / "home").database))
    companies.put(replace(COMPANY, sources=(SourceBinding("clio"),)))
    exams = {exam.id: exam.look for exam in build_examine(tmp_path / "home", Patient(), offline=True).exams}
    [count, *_] = exams["companies"]()
    companies.remove(COMPANY.realm)
    assert count.sentence == "1 connected."
    assert len(exams["sources"]()) == 1
