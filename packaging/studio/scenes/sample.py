"""The scenes on the served sample firms: a real window, brought from step to step of the main job."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests
from lxml.html import HtmlElement, document_fromstring
from PySide6.QtCore import Qt

from studio.studio import Kept, Studio, standing
from untwin.app.samples import sample_desk
from untwin.domain.cases.case import Case, State
from untwin.domain.verdicts.verdict import Verdict
from untwin.jobs import LaneJobs
from untwin.ui.deciding.change_rows import NumberRow
from untwin.ui.window.opening import Opening
from untwin.ui.window.start import build_window
from untwin.ui.window.window import MainWindow

Size = tuple[int, int]


@contextmanager
def sample_window(size: Size, scheme: Qt.ColorScheme) -> Iterator[tuple[MainWindow, Kept]]:
    """A window on fresh sample firms, whose QuickBooks wants a rest at the first look-up."""
    kept, jobs = Kept(), LaneJobs()
    home = Path(os.environ["UNTWIN_PICTURES_HOME"]) / "sample"
    with sample_desk(home, ("--firms", "1"), patience=jobs.patience) as opened:
        base = opened.greeting["quickbooks"]["base"]
        requests.post(f"{base}/sample/faults", data="batch@1:throttle=3", timeout=10).raise_for_status()
        banner = "Sample firms: changes here touch nobody's books."
        window = build_window(opened.desk, jobs, Opening(banner=banner, sample=True), kept, kept, scheme=scheme)
        with standing(window, size, jobs):
            yield window, kept


def tell_sample_story(studio: Studio) -> None:
    """The main job, from an empty list to a posting."""
    studio.shoot("01-empty")
    studio.run("keys")
    studio.shoot("02-keys")
    studio.run("cancel")
    studio.kept.text = "Please have a look at the list of failures, something does not come over."
    studio.run("paste")
    studio.until(lambda: studio.window.ground.sheet is not None, "the text shown back")
    studio.shoot("03-nothing-found")
    studio.run("cancel")
    studio.rest()
    _take_in(studio)
    studio.window.inbox.setFocus()
    studio.shoot("04-inbox")
    studio.run("view_6")
    for case in studio.cases:
        studio.choose(case)
        verdict = case.judgement.verdict.value if case.judgement else "none"
        studio.shoot(f"05-case-{case.state.value}-{verdict}")
    _sheets(studio)
    _to_posted(studio)


def _take_in(studio: Studio) -> None:
    company = next(iter(studio.window.listing.companies.values()))
    studio.kept.text = page_text(company.sources[0].retry_page)
    studio.run("paste")
    studio.until(lambda: "rest until" in studio.window.footer.progress, "QuickBooks' wish for a rest")
    studio.shoot("03-resting")
    done = (State.NEW, State.LOOKING)
    studio.until(lambda: bool(studio.cases) and all(c.state not in done for c in studio.cases), "the look-ups")


def page_text(address: str) -> str:
    """The rows of a page's tables as they are copied from a browser."""
    return "\n".join("\t".join(_cells(row)) for row in _page(address).iter("tr"))


def _page(address: str) -> HtmlElement:
    page: HtmlElement = document_fromstring(requests.get(address, timeout=10).text, base_url=address)
    page.make_links_absolute()
    return page


def _cells(row: HtmlElement) -> list[str]:
    return [" ".join(cell.text_content().split()) for cell in row.iter("td", "th")]


def _verdict(case: Case) -> Verdict | None:
    return case.judgement.verdict if case.judgement and case.state is State.NEEDS_DECISION else None


def _flagged(case: Case) -> bool:
    documents = case.evidence.holders if case.evidence else ()
    changeable = _verdict(case) in (Verdict.UNRELATED, Verdict.PREFIX_CONTINUED)
    return changeable and any(d.emailed or d.paid or d.links for d in documents)


def _sheets(studio: Studio) -> None:
    for name, sheet, fits in (
        ("06-same", "same_document", lambda c: _verdict(c) is Verdict.SAME_DOCUMENT),
        ("07-describe", "describe", lambda c: _verdict(c) is Verdict.UNKNOWN),
        ("08-ignore", "ignore", lambda c: _verdict(c) is not None),
        ("09-flags", "renumber", _flagged),
        ("10-change", "renumber", lambda c: _verdict(c) is Verdict.UNRELATED and not _flagged(c)),
    ):
        case = studio.first(fits)
        if case is None:
            print(f"no case for {name}")
            continue
        studio.choose(case)
        studio.run(sheet)
        studio.shoot(name)
        if name == "10-change":
            studio.window.findChildren(NumberRow)[0].field.setText(case.doc_number or "")
            studio.shoot("11-change-wrong")
        studio.run("cancel")
        studio.rest()


def _to_posted(studio: Studio) -> None:
    case = studio.first(lambda c: _verdict(c) is Verdict.UNRELATED and not _flagged(c))
    if case is None:
        print("no unrelated case")
        return
    studio.choose(case)
    studio.run("renumber")
    studio.run("confirm")
    studio.until(lambda: bool(studio.kept.opened), "the retry page")
    studio.shoot("12-retry")
    _press_retry(studio.kept.opened[-1], case.doc_number or "")
    studio.until(lambda: _state(studio, case) is State.POSTED, "the posting")
    studio.shoot("13-posted")


def _state(studio: Studio, case: Case) -> State:
    return studio.window.desk.cases.get(case.id).state


def _press_retry(address: str, number: str) -> None:
    for form in _page(address).forms:
        if number in _cells(next(form.iterancestors("tr"))):
            requests.post(form.action or address, data=dict(form.form_values()), timeout=10).raise_for_status()
