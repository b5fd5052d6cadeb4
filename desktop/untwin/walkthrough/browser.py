"""The person's browser: what the sources' pages say, and which button of which row is pressed there."""

from dataclasses import dataclass, field

import requests
from lxml.html import FormElement, HtmlElement, document_fromstring

from untwin.domain.problems import Problem

_WAIT = 10


def fresh_session() -> requests.Session:
    """Every click has a connection of its own, and no proxy stands between a person and the samples.

    The sample closes a connection that was quiet for some seconds: a click in that very moment would be lost.
    """
    made = requests.Session()
    made.trust_env = False
    made.headers["Connection"] = "close"
    return made


@dataclass(frozen=True, slots=True)
class Browser:
    """Opens pages and sends their forms, as clicks would."""

    session: requests.Session = field(default_factory=fresh_session)

    def text(self, address: str) -> str:
        """The page as select-all and copy gives it: a line a paragraph or row, cells apart."""
        lines = self._page(address).iter("h1", "p", "caption", "tr")
        return "\n".join("\t".join(cells(line)) or " ".join(line.text_content().split()) for line in lines)

    def rows(self, address: str) -> list[list[str]]:
        """The cells of each row."""
        return [cells(row) for row in self._page(address).iter("tr")]

    def press(self, address: str, wanted: tuple[str, ...]) -> None:
        """Presses the button of the first row that has all these cells; where it has none, that of the page it names.

        Raises:
            Problem: no row has them, or nothing can be pressed there.
        """
        row = next((r for r in self._page(address).iter("tr") if set(wanted) <= set(cells(r))), None)
        if row is None:
            raise Problem(f"The page shows no row of {', '.join(wanted)}.")
        link = next((a.get("href") for a in row.iter("a")), None)
        form = _form(row)
        if form is None and link:
            form = _form(self._page(link))
        if form is None:
            raise Problem(f"Nothing can be pressed for {', '.join(wanted)}.")
        self._send(form, link or address)

    def do(self, base: str, deed: str) -> None:
        """Does what only a person can do, in a screen that the sample firms don't show."""
        self.session.post(f"{base}/sample/deeds/{deed}", timeout=_WAIT).raise_for_status()

    def _send(self, form: FormElement, address: str) -> None:
        answer = self.session.post(form.action or address, data=dict(form.form_values()), timeout=_WAIT)
        answer.raise_for_status()

    def _page(self, address: str) -> HtmlElement:
        answer = self.session.get(address, timeout=_WAIT)
        answer.raise_for_status()
        page = document_fromstring(answer.text, base_url=address)
        page.make_links_absolute()
        return page


def _form(inside: HtmlElement) -> FormElement | None:
    return next((form for form in inside.iter("form") if isinstance(form, FormElement)), None)


def cells(row: HtmlElement) -> list[str]:
    """What stands in the cells of a row."""
    return [" ".join(cell.text_content().split()) for cell in row.iter("td", "th")]
