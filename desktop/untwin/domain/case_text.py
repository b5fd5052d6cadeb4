"""What free text is looked for in, where no list has rows: everything that a person may know of a case."""

from untwin.domain.case import Case
from untwin.domain.documents import Document
from untwin.domain.filter_fits import in_the_way
from untwin.domain.money import plain_amount
from untwin.domain.sources import source_name
from untwin.domain.verdict import VERDICT_WORDS


def case_text(case: Case, company: str) -> str:
    """All of it in one text, a line each; `company` is what its company is called."""
    incoming = case.incoming
    said = (
        company,
        case.state.words,
        case.doc_number or "",
        case.waiting_number or "",
        source_name(case.source),
        case.kind.value.replace("_", " "),
        VERDICT_WORDS[case.judgement.verdict] if case.judgement else "",
        *((incoming.customer or "", plain_amount(incoming.total)) if incoming else ()),
        *(part for document in in_the_way(case) for part in _of(document)),
        *(renumbered.new for renumbered in case.renumbered),
        *case.marks.labels,
        case.marks.note,
    )
    return "\n".join(part for part in said if part)


def _of(document: Document) -> tuple[str, str, str]:
    return document.title, document.customer_name or "", plain_amount(document.total)
